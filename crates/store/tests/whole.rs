//! The whole instance: written as files and read back, copied while it is used, and refused where it does not hold.

mod common;

use common::{Place, chain, dossier, json, later, log, opened, run, sign, time, verified};
use hemicycle_store::{Append, Error, Key, Purpose, Role, Secret, Store};
use pgtest::Cluster;
use procedure::event::Event;
use procedure::log::{Hash, Reader};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Something in every table.
async fn filled(store: &Store) {
    let lamps = dossier(store, "lamps").await;
    let boats = dossier(store, "boats-2").await;
    let mut head = lamps.head;
    for at in 0..5 {
        head = sign(store, lamps.id, head, &format!("Member {at} « É »")).await;
    }
    store.put_text("rules").await.expect("kept");
    let revised = store.put_text(&json("revised")).await.expect("kept").to_string();
    let event = Event::DraftRevised { dossier: revised, reason: "a slip".to_owned() };
    let entry = head.next(time(), "clerk", event, Vec::new());
    let (scope, name) = ("account 1".to_owned(), "request 1".to_owned());
    let key = Some(Key { scope, name, fingerprint: Hash::of(b"x") });
    store.append(lamps.id, head, &[Append { entry, key }]).await.expect("kept");

    let ada = store.add_account("Ada", "Ada@x.example", Some("$argon2id$x"), &time()).await;
    let ada = ada.expect("new").id;
    let zo = store.add_account("Zoé", "zo@x.example", None, &later(1)).await.expect("new").id;
    let gone = store.add_account("Gone", "gone@x.example", None, &later(1)).await.expect("new").id;
    store.remove_account(gone).await.expect("removed");
    store.set_disabled(zo, true).await.expect("disabled");
    store.add_identity(ada, "https://id.example", "7").await.expect("new");
    for (dossier, role, body) in [
        (None, "administrator", None),
        (Some(lamps.id), "committee", Some("Committee on Lamps")),
        (Some(boats.id), "chair", None),
    ] {
        let (role, body) = (role.to_owned(), body.map(str::to_owned));
        store.grant(&Role { account: ada, dossier, role, body }).await.expect("granted");
    }
    let lamps_committee =
        store.add_body("committee", "Committee on Lamps", "commission des lampes");
    let lamps_committee = lamps_committee.await.expect("new");
    store.join_body(ada, lamps_committee).await.expect("joined");
    store.add_passkey("07", ada, ("a phone", "{\"É\":1}"), &time()).await.expect("new");
    store.begin(Secret("6"), "openid", "", &later(9)).await.expect("begun");
    store.add_token(Secret("1"), ada, ("a script", "read"), &time(), None).await.expect("given");
    let draft = store.add_draft(ada, boats.id, "{\"a\":\"É\"}", &time()).await.expect("begun");
    store.share_draft(draft, zo, true).await.expect("shared");
    store.sign_draft(draft, zo, 1, &later(3)).await.expect("signed");
    store
        .add_link(Secret("5"), Purpose::ShareMany(draft), &time(), &later(9))
        .await
        .expect("given");
    store.add_link(Secret("2"), Purpose::Share(draft), &time(), &later(9)).await.expect("given");
    store.add_link(Secret("3"), Purpose::FirstAdmin, &time(), &later(9)).await.expect("given");
    store.use_link(Secret("3"), &time()).await.expect("used");
    store.start_session(Secret("4"), ada, &time(), &later(9), "").await.expect("signed in");
}

/// All files below a folder, with what they hold.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut all = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(next).expect("a folder").flatten() {
            match entry.path() {
                path if path.is_dir() => folders.push(path),
                path => {
                    let name = path.strip_prefix(folder).expect("below it").to_owned();
                    all.insert(name, std::fs::read(path).expect("a file"));
                }
            }
        }
    }
    all
}

on_both! {
    /// What comes out of one database goes into the other, and back, byte for byte; the logs have the same heads.
    async fn an_export_goes_from_database_to_database(place: Place) {
        let (from, other) = (place.open().await, match place.is_postgres() {
            true => Place::sqlite(),
            false => Place::postgres(),
        });
        filled(&from).await;
        let folder = |name: &str| place.folder.path().join(name);
        from.export(&folder("first")).await.expect("written");
        let first = files(&folder("first"));
        let names: Vec<String> = first.keys().map(|name| name.display().to_string()).collect();
        let (text, revised) = (Hash::of(json("lamps").as_bytes()), Hash::of(json("revised").as_bytes()));
        let mut expected = [
            "accounts.json", "dossiers.json", "drafts.json", "identities.json", "instance.json", "links.json",
            "belongs.json", "bodies.json", "passkeys.json", "receipts.json", "roles.json", "shares.json", "signatures.json", "tokens.json", "boats-2/log.jsonl", "lamps/log.jsonl",
        ].map(str::to_owned).to_vec();
        expected.push(format!("boats-2/texts/{}.json", Hash::of(json("boats-2").as_bytes())));
        expected.extend([text, revised].map(|hash| format!("lamps/texts/{hash}.json")));
        let rules = Hash::of(b"rules");
        expected.extend(["lamps", "boats-2"].map(|slug| format!("{slug}/rules/{rules}.toml")));
        let (mut names, mut sorted) = (names, expected);
        names.sort();
        sorted.sort();
        assert_eq!(names, sorted);

        // The file of a log is the log.
        let dossiers = from.dossiers().await.expect("all");
        let mut reader = Reader::new(&first[Path::new("lamps/log.jsonl")]);
        assert!(reader.by_ref().all(|entry| entry.is_ok()));
        assert_eq!(reader.head(), dossiers[0].head);
        assert_eq!(first[Path::new("lamps/log.jsonl")], log(&from, dossiers[0].id).await.as_bytes());

        let there = other.open().await;
        there.import(&folder("first")).await.expect("read");
        assert_eq!(there.dossiers().await.expect("all"), dossiers);
        assert_eq!(there.verify().await.expect("whole"), dossiers);
        there.export(&folder("second")).await.expect("written");
        assert!(files(&folder("second")) == first, "the same bytes");

        // It goes on there: keys are known, numbers are not given again, nobody is signed in.
        let receipt = there.receipt("account 1", "request 1").await.expect("asked").expect("there");
        assert_eq!(receipt.hash, dossiers[0].head.hash);
        assert_eq!(there.session(Secret("4"), &time()).await, Ok(None));
        assert!(there.token(Secret("1"), &time()).await.expect("asked").is_some());
        assert!(there.account_by_email("ADA@X.example").await.expect("asked").is_some());
        let next = there.add_account("Next", "next@x.example", None, &time()).await.expect("new");
        assert_eq!(next.id.0, 4);
        let head = dossiers[1].head;
        there.append(dossiers[1].id, head, &chain(head, &["Bo"])).await.expect("kept");

        // Back again, into a third one, of the kind of the first.
        let third = if place.is_postgres() { Place::postgres() } else { Place::sqlite() };
        let back = third.open().await;
        back.import(&folder("second")).await.expect("read");
        back.export(&folder("third")).await.expect("written");
        assert!(files(&folder("third")) == first, "the same bytes");

        // Nothing is overwritten, and nothing is mixed.
        assert_eq!(from.export(&folder("first")).await.expect_err("there").code(), "store-file-exists");
        assert_eq!(there.import(&folder("first")).await, Err(Error::NotEmpty));
    }

    /// Whatever was changed in an export is found, and nothing of it is kept.
    async fn a_changed_export_is_refused(place: Place) {
        let from = Place::sqlite();
        let store = from.open().await;
        filled(&store).await;
        let folder = place.folder.path().join("export");
        store.export(&folder).await.expect("written");
        let text = format!("lamps/texts/{}.json", Hash::of(json("lamps").as_bytes()));
        let rules = format!("lamps/rules/{}.toml", Hash::of(b"rules"));
        let there = place.open().await;
        for (file, old, new) in [
            ("lamps/log.jsonl", "Member 1", "Member 9"),
            ("lamps/log.jsonl", "\"seq\":3", "\"seq\": 3"),
            ("lamps/log.jsonl", "\n", "\n\n"),
            ("boats-2/log.jsonl", "Doc. 412", "Doc. 413"),
            (&text, "Lamps", "Boats"),
            (&rules, "rules", "other"),
            ("instance.json", "instance/1", "instance/2"),
            ("instance.json", "\"seq\": 7", "\"seq\": 6"),
            ("instance.json", "\"account\": 3", "\"account\": 1"),
            ("instance.json", "boats-2", "boats-3"),
            ("dossiers.json", "boats-2", "../x"),
            ("dossiers.json", "boats-2", "lamps"),
            ("accounts.json", "zo@x.example", "ADA@X.example"),
            ("accounts.json", "\"name\": \"Ada\"", "\"name\": 7"),
            ("accounts.json", "\"name\"", "\"nome\""),
            ("accounts.json", "2031-10-16T10:00:00Z", "2031-10-36T10:00:00Z"),
            ("roles.json", "\"account\": 1", "\"account\": 9"),
            ("receipts.json", "\"seq\": 7", "\"seq\": 6"),
            ("tokens.json", "\"hash\": \"", "\"hash\": \"x"),
            ("drafts.json", "hemicycle-instance", "hemicycle-report"),
        ] {
            let path = folder.join(file);
            let kept = std::fs::read_to_string(&path).expect("a file");
            assert!(kept.contains(old), "{file}: {old}");
            std::fs::write(&path, kept.replace(old, new)).expect("written");
            let refused = there.import(&folder).await.expect_err("changed");
            assert!(["store-import", "store-file"].contains(&refused.code()), "{file} {old}: {refused}");
            assert!(there.dossiers().await.expect("all").is_empty(), "{file} {old}");
            std::fs::write(&path, kept).expect("written");
        }
        for file in ["lamps/log.jsonl", &text, "roles.json", "signatures.json", "instance.json"] {
            let path = folder.join(file);
            let kept = std::fs::read(&path).expect("a file");
            std::fs::remove_file(&path).expect("removed");
            assert_eq!(there.import(&folder).await.expect_err("missing").code(), "store-file", "{file}");
            assert!(there.accounts().await.expect("all").is_empty(), "{file}");
            std::fs::write(&path, kept).expect("written");
        }
        // Exports were made before there were some tables: they name none of them, and need not have their files.
        let path = folder.join("instance.json");
        let kept = std::fs::read_to_string(&path).expect("a file");
        let (before, rest) = kept.split_once("  \"later\": [").expect("the later tables");
        let earlier = format!("{before}{}", rest.split_once("],\n").expect("the end").1);
        let earlier = earlier.replace("    \"body\": 1,\n", "");
        std::fs::write(&path, earlier).expect("written");
        for gone in ["passkeys.json", "bodies.json", "belongs.json"] {
            std::fs::remove_file(folder.join(gone)).expect("removed");
        }
        there.import(&folder).await.expect("an earlier export");
        let ada = there.account_by_email("ada@x.example").await.expect("asked").expect("there").id;
        assert_eq!(there.passkeys_of(ada).await, Ok(vec![]));
        let draft = there.drafts_of(ada).await.expect("all")[0].id;
        assert_eq!(there.signatures_of(draft).await.expect("all").len(), 1, "those that it has are read");
    }

    /// A copy made while others append is a whole instance, and nothing is overwritten by it.
    async fn a_backup_is_made_while_others_append(place: Place) {
        let store = place.open().await;
        filled(&store).await;
        let made = store.dossiers().await.expect("all").remove(0);
        let appending = {
            let (store, made) = (store.clone(), made.clone());
            tokio::spawn(async move {
                let mut head = made.head;
                for at in 0..100 {
                    head = sign(&store, made.id, head, &format!("Later {at}")).await;
                }
            })
        };
        let backup = place.folder.path().join("it's a backup");
        store.backup(&backup).await.expect("written");
        appending.await.expect("no panic");
        let kept = files_or_file(&backup);
        assert_eq!(store.backup(&backup).await.expect_err("there").code(), "store-file-exists");
        assert_eq!(files_or_file(&backup), kept);

        let new = if place.is_postgres() { Place::postgres() } else { Place::sqlite() };
        let restored = Store::restore(&backup, &new.address).await.expect("whole");
        let (entries, head) = verified(&restored, made.id).await;
        assert!(head.seq >= made.head.seq);
        assert_eq!(log(&store, made.id).await.lines().take(entries.len()).collect::<Vec<_>>(),
            log(&restored, made.id).await.lines().collect::<Vec<_>>());
        assert_eq!(restored.accounts().await, store.accounts().await);
        restored.close().await;
        let again = Store::restore(&backup, &new.address).await.expect_err("there").code();
        assert!(["store-file-exists", "store-not-empty"].contains(&again), "{again}");
    }

    /// A database that a later version wrote is left alone.
    async fn a_newer_schema_is_refused(place: Place) {
        place.open().await.close().await;
        let later = "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
             VALUES (96, 'later', TRUE, '\\x00', 0), (97, 'later', TRUE, '\\x00', 0)";
        by_hand(&place, later);
        let refused = Store::open(&place.address).await.expect_err("newer");
        assert_eq!(refused, Error::Newer { found: 97, known: 4 });
        assert!(refused.to_string().contains("schema 97"), "{refused}");
        by_hand(&place, "DELETE FROM _sqlx_migrations WHERE version > 90");
        place.open().await;
        by_hand(&place, "UPDATE _sqlx_migrations SET checksum = '\\x00'");
        let refused = Store::open(&place.address).await.expect_err("another program's");
        assert_eq!(refused.code(), "store-schema");
    }

    /// A line that was changed in the database is found, whoever changed it.
    async fn a_changed_line_is_found(place: Place) {
        let store = place.open().await;
        filled(&store).await;
        assert_eq!(store.verify().await.map(|all| all.len()), Ok(2));
        by_hand(&place, "UPDATE entries SET line = replace(line, 'Member 1', 'Member 9') WHERE dossier = 1");
        let found = store.verify().await.expect_err("changed").to_string();
        assert!(found.contains("lamps") && found.contains("line 4") && found.contains("log-chain"), "{found}");
        let folder = place.folder.path().join("export");
        assert_eq!(store.export(&folder).await.expect_err("changed").code(), "store-damaged");
        let left: Vec<_> = std::fs::read_dir(place.folder.path()).expect("a folder").flatten()
            .map(|entry| entry.file_name().into_string().expect("text"))
            .filter(|name| name.contains("export")).collect();
        assert!(left.is_empty(), "{left:?}");
        by_hand(&place, "UPDATE entries SET line = replace(line, 'Member 9', 'Member 1') WHERE dossier = 1");
        by_hand(&place, "UPDATE texts SET body = 'x'");
        assert_eq!(store.verify().await.expect_err("changed").code(), "store-damaged");
    }
}

fn files_or_file(path: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    match path.is_dir() {
        true => files(path),
        false => BTreeMap::from([(PathBuf::new(), std::fs::read(path).expect("a file"))]),
    }
}

/// A statement that the store would not do.
fn by_hand(place: &Place, statement: &str) {
    if place.is_postgres() {
        let name = place.address.split(['/', '?']).nth(3).expect("a name");
        Cluster::shared().sql(name, statement);
        return;
    }
    let file = place.address.strip_prefix("sqlite:").expect("a file");
    let statement = statement.replace("'\\x00'", "x'00'");
    run_apart(async move {
        sqlx::any::install_default_drivers();
        let name = file.replace('%', "%25").replace('#', "%23").replace(' ', "%20");
        let pool = sqlx::AnyPool::connect(&format!("sqlite://{name}")).await.expect("it opens");
        sqlx::raw_sql(sqlx::AssertSqlSafe(statement)).execute(&pool).await.expect("done");
        pool.close().await;
    });
}

/// Runs something asynchronous to its end on a thread of its own.
fn run_apart(test: impl Future<Output = ()> + Send) {
    std::thread::scope(|scope| scope.spawn(|| run(test)).join().expect("no panic"));
}

/// Where a file of an earlier database lies beside the place, nothing is restored to it.
#[test]
fn leftovers_of_an_earlier_database_are_seen() {
    let (place, backup) = (Place::sqlite(), Place::sqlite());
    run(async {
        let store = place.open().await;
        let json = json("lamps");
        store.create("lamps", &json, &opened(&json)).await.expect("new");
        let to = backup.folder.path().join("backup.db");
        store.backup(&to).await.expect("written");
        let new = backup.folder.path().join("new.db");
        std::fs::write(backup.folder.path().join("new.db-wal"), "x").expect("written");
        let refused = Store::restore(&to, &format!("sqlite:{}", new.display())).await;
        assert_eq!(refused.expect_err("a leftover").code(), "store-file-exists");
        let none = place.folder.path().join("none.db");
        let refused = Store::restore(&none, &format!("sqlite:{}", new.display())).await;
        refused.expect_err("no such backup");
    });
}
