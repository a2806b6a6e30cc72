//! What a log keeps, and what it refuses.

mod common;

use common::{Place, chain, dossier, json, log, opened, run, sign, signed, time, verified};
use hemicycle_store::{Append, AppendError, DossierId, Error, Key, Store};
use procedure::event::{Event, Id};
use procedure::log::{Hash, Head};
use std::sync::Arc;
use tokio::sync::Semaphore;

on_both! {
    /// What is kept is what a file would hold, after closing and opening, too.
    async fn a_log_holds_the_very_lines(place: Place) {
        let store = place.open().await;
        let made = dossier(&store, "lamps").await;
        assert_eq!(made.head, store.head(made.id).await.expect("a head"));
        let names = ["Ada", "Élise « d'Or »\n\t\u{1f56f}", "\u{feff}Zoé\0"];
        let entries = chain(made.head, &names);
        let head = store.append(made.id, made.head, &entries).await.expect("kept");
        store.close().await;

        let store = place.open().await;
        let mut lines = vec![opened(&json("lamps")).line()];
        lines.extend(entries.iter().map(|append| append.entry.line()));
        assert_eq!(store.lines(made.id, 0, 10).await.expect("lines"), lines);
        assert_eq!(store.lines(made.id, 2, 1).await.expect("lines"), lines[2..3]);
        assert_eq!(store.head(made.id).await, Ok(head));
        assert_eq!(verified(&store, made.id).await.1, head);
        let all = store.dossiers().await.expect("dossiers");
        assert_eq!((all.len(), all[0].head, all[0].slug.as_str()), (1, head, "lamps"));
        assert_eq!(all[0].created, time());
        let hash = Hash::of(json("lamps").as_bytes());
        assert_eq!(store.text(hash).await, Ok(json("lamps")));
        assert_eq!(store.text(Hash::START).await, Err(Error::NotFound("text")));
        assert_eq!(store.head(DossierId(9)).await, Err(Error::NotFound("dossier")));
    }

    /// Of two at one head one wins; the other is given the line that it lacks, and wins next.
    async fn two_clerks_at_one_head(place: Place) {
        let store = place.open().await;
        let made = dossier(&store, "lamps").await;
        let (first, second) = (chain(made.head, &["Ada"]), chain(made.head, &["Bo", "Cy"]));
        let (a, b) = tokio::join!(
            store.append(made.id, made.head, &first),
            store.append(made.id, made.head, &second),
        );
        let (won, lost, names): (_, _, &[&str]) = match (a, b) {
            (Ok(won), Err(lost)) => (won, lost, &["Bo", "Cy"]),
            (Err(lost), Ok(won)) => (won, lost, &["Ada"]),
            other => panic!("one wins: {other:?}"),
        };
        let AppendError::Behind { head, lines } = lost else { panic!("{lost}") };
        assert_eq!(head, won);
        let mut mine = made.head;
        lines.iter().for_each(|line| mine.advance(line));
        assert_eq!(mine, won);
        let head = store.append(made.id, mine, &chain(mine, names)).await.expect("kept");
        let (entries, verified) = verified(&store, made.id).await;
        assert_eq!((entries.len(), verified), (4, head));
    }

    /// Entries that do not continue the log are refused, and leave it alone.
    async fn what_does_not_follow_is_refused(place: Place) {
        let store = place.open().await;
        let made = dossier(&store, "lamps").await;
        let other = Head { hash: Hash::of(b"another line"), ..made.head };
        let append = async |dossier, head, entries: &[Append]| {
            store.append(dossier, head, entries).await.expect_err("refused").code()
        };
        // A head at which this log never stood.
        assert_eq!(append(made.id, other, &chain(other, &["Ada"])).await, "append-other-log");
        let ahead = Head { seq: 7, ..made.head };
        assert_eq!(append(made.id, ahead, &chain(ahead, &["Ada"])).await, "append-other-log");
        // Entries that follow from something else than they say.
        assert_eq!(append(made.id, made.head, &chain(other, &["Ada"])).await, "append-chain");
        let gap = [signed(made.head, "Ada").into(), signed(made.head, "Bo").into()];
        assert_eq!(append(made.id, made.head, &gap).await, "append-chain");
        let mut version = signed(made.head, "Ada");
        version.v = 2;
        assert_eq!(append(made.id, made.head, &[version.into()]).await, "append-chain");
        assert_eq!(append(made.id, made.head, &[]).await, "append-chain");
        let again = opened(&json("lamps")).event;
        let again = made.head.next(time(), "clerk", again, Vec::new());
        assert_eq!(append(made.id, made.head, &[again.into()]).await, "append-chain");
        let none = DossierId(77);
        assert_eq!(append(none, made.head, &chain(made.head, &["Ada"])).await, "append-no-dossier");
        assert_eq!(verified(&store, made.id).await.1, made.head);
        // A head at which it could have stood, and did not.
        let next = chain(made.head, &["Ada"]);
        let kept = store.append(made.id, made.head, &next).await.expect("kept");
        assert_eq!(append(made.id, other, &chain(other, &["Ada"])).await, "append-other-log");
        assert_eq!(store.head(made.id).await, Ok(kept));
        // Whoever knows nothing yet is given everything.
        let nothing = Head::default();
        let behind = store.append(made.id, nothing, &chain(nothing, &["Ada"])).await;
        let Err(AppendError::Behind { lines, .. }) = behind else { panic!("{behind:?}") };
        assert_eq!(lines.to_vec(), vec![opened(&json("lamps")).line(), next[0].entry.line()]);
    }

    /// A draft is revised to a dossier that is kept.
    async fn a_revised_draft_is_kept_first(place: Place) {
        let store = place.open().await;
        let made = dossier(&store, "lamps").await;
        let revised = Event::DraftRevised {
            dossier: Hash::of(json("revised").as_bytes()).to_string(),
            reason: "a slip of the pen".to_owned(),
        };
        let entry = made.head.next(time(), "clerk", revised, Vec::new());
        let refused = store.append(made.id, made.head, &[entry.clone().into()]).await;
        assert_eq!(refused.expect_err("not kept").code(), "append-no-text");
        let hash = store.put_text(&json("revised")).await.expect("kept");
        assert_eq!(store.put_text(&json("revised")).await, Ok(hash));
        store.append(made.id, made.head, &[entry.into()]).await.expect("kept");
        assert_eq!(store.put_text("\0").await, Err(Error::Character));
    }

    /// An address is readable, unique and never anything but a name; a log begins with its dossier.
    async fn a_dossier_has_an_address_of_its_own(place: Place) {
        let store = place.open().await;
        dossier(&store, "lamps").await;
        let json = json("lamps");
        let entry = opened(&json);
        assert_eq!(store.create("lamps", &json, &entry).await, Err(Error::Taken("address")));
        let long = "a".repeat(81);
        for slug in ["", "Lamps", "../etc", "a/b", "-a", "lampé", &long] {
            assert_eq!(store.create(slug, &json, &entry).await, Err(Error::Slug), "{slug}");
        }
        assert_eq!(store.create("other", "{}", &entry).await, Err(Error::Opening));
        let signs = signed(Head::default(), "Ada");
        assert_eq!(store.create("other", &json, &signs).await, Err(Error::Opening));
        let second = store.create("other", &json, &entry).await.expect("the same text twice");
        let ids: Vec<_> = store.dossiers().await.expect("all").iter().map(|d| d.id).collect();
        assert_eq!(ids.len(), 2);
        assert!(ids.contains(&second.id));
    }

    /// A request that comes again is told what was kept; another one under its key is not.
    async fn a_key_is_used_once(place: Place) {
        let store = place.open().await;
        let (made, other) = (dossier(&store, "lamps").await, dossier(&store, "boats").await);
        let keyed = |head: Head, scope: &str, fingerprint: &[u8]| {
            let (scope, name) = (scope.to_owned(), "request 1".to_owned());
            let key = Some(Key { scope, name, fingerprint: Hash::of(fingerprint) });
            Append { entry: signed(head, "Ada"), key }
        };
        let request = keyed(made.head, "account 7", b"table 4");
        let head = store.append(made.id, made.head, std::slice::from_ref(&request)).await.expect("kept");
        let receipt = store.receipt("account 7", "request 1").await.expect("asked").expect("given");
        assert_eq!((receipt.dossier, receipt.seq, receipt.hash), (made.id, head.seq, head.hash));

        let used = |error: AppendError| match error {
            AppendError::Key { at, receipt } => (at, receipt),
            error => panic!("{error}"),
        };
        // At the same head, at the new one, in another dossier: always the same receipt.
        let again = [chain(head, &["Bo"]).remove(0)];
        for (dossier, at, entries) in [
            (made.id, made.head, vec![request.clone()]),
            (made.id, head, vec![keyed(head, "account 7", b"table 4")]),
            (other.id, other.head, vec![keyed(other.head, "account 7", b"another")]),
        ] {
            let error = store.append(dossier, at, &entries).await.expect_err("used");
            assert_eq!(used(error), (0, Some(receipt.clone())));
        }
        assert_eq!(receipt.fingerprint, Hash::of(b"table 4"));
        // Of several entries the one is named, and none is kept.
        let mut next = head;
        next.advance(&again[0].entry.line());
        let both = [again[0].clone(), keyed(next, "account 7", b"table 4")];
        let error = store.append(made.id, head, &both).await.expect_err("used");
        assert_eq!(used(error), (1, Some(receipt)));
        assert_eq!(store.head(made.id).await, Ok(head));
        // Somebody else's key of the same name is another.
        let others = [keyed(head, "account 8", b"x"), keyed(next, "account 8", b"x")];
        let [first, mut second] = others;
        second.entry = {
            let mut head = head;
            head.advance(&first.entry.line());
            signed(head, "Ada")
        };
        let twice = [first.clone(), second];
        let error = store.append(made.id, head, &twice).await.expect_err("twice");
        assert_eq!(used(error), (1, None));
        store.append(made.id, head, &[first]).await.expect("kept");
        assert_eq!(store.receipt("account 9", "request 1").await, Ok(None));
    }

    /// 500 at once, into one log and into twenty: every receipt is in the log, and the chains hold.
    async fn five_hundred_at_once(place: Place) {
        let store = place.open().await;
        for dossiers in [1, 20] {
            let mut made = Vec::new();
            for at in 0..dossiers {
                made.push(dossier(&store, &format!("d{dossiers}-{at}")).await);
            }
            // All at once; then those that were behind, some at a time, or nearly all would be behind again each time.
            let turns = Arc::new(Semaphore::new(8 * dossiers));
            let tasks = (0..500).map(|at| {
                let (store, made) = (store.clone(), made[at % dossiers].clone());
                let (turns, name) = (Arc::clone(&turns), format!("Member {at}"));
                tokio::spawn(async move {
                    let entries = [signed(made.head, &name).into()];
                    let head = match store.append(made.id, made.head, &entries).await {
                        Ok(head) => head,
                        Err(AppendError::Behind { .. }) => {
                            let _turn = turns.acquire().await.expect("open");
                            let head = store.head(made.id).await.expect("a head");
                            sign(&store, made.id, head, &name).await
                        }
                        Err(error) => panic!("{error}"),
                    };
                    (made.id, head)
                })
            });
            let mut receipts = Vec::new();
            for task in tasks.collect::<Vec<_>>() {
                receipts.push(task.await.expect("no panic"));
            }
            let mut kept = 0;
            for made in &made {
                let (entries, head) = verified(&store, made.id).await;
                assert_eq!(store.head(made.id).await, Ok(head));
                kept += entries.len() - 1;
                for (_, receipt) in receipts.iter().filter(|(id, _)| *id == made.id) {
                    let line = &entries[receipt.seq as usize - 1].line();
                    assert_eq!(Hash::of(line.as_bytes()), receipt.hash);
                }
            }
            assert_eq!(kept, 500);
        }
    }

    /// Two programs on one database append to one log, and both are sent one request at once: nothing is kept twice.
    async fn two_programs_append_to_one_log(place: Place) {
        let nodes = [place.open().await, place.open().await];
        let made = [dossier(&nodes[0], "lamps").await, dossier(&nodes[0], "boats").await];
        let tasks = (0..40).map(|at| {
            let (store, made) = (nodes[at % 2].clone(), made[0].clone());
            tokio::spawn(async move { sign(&store, made.id, made.head, &format!("Member {at}")).await })
        });
        let mut receipts = Vec::new();
        for task in tasks.collect::<Vec<_>>() {
            receipts.push(task.await.expect("no panic"));
        }
        let (entries, head) = verified(&nodes[0], made[0].id).await;
        assert_eq!(entries.len(), 41);
        receipts.sort_by_key(|receipt| receipt.seq);
        assert_eq!(receipts.last(), Some(&head));
        assert!(receipts.windows(2).all(|pair| pair[0].seq + 1 == pair[1].seq));

        let mut heads = [head, made[1].head];
        for round in 0..10 {
            let request = |at: usize| {
                let name = format!("request {round}");
                let key = Key { scope: "account 7".into(), name, fingerprint: Hash::of(b"x") };
                Append { entry: signed(heads[at], "Ada"), key: Some(key) }
            };
            let entries = [[request(0)], [request(1)]];
            let (here, there) = tokio::join!(
                nodes[0].append(made[0].id, heads[0], &entries[0]),
                nodes[1].append(made[1].id, heads[1], &entries[1]),
            );
            let (at, kept, refused) = match (here, there) {
                (Ok(kept), Err(refused)) => (0, kept, refused),
                (Err(refused), Ok(kept)) => (1, kept, refused),
                other => panic!("one is kept: {other:?}"),
            };
            let AppendError::Key { at: 0, receipt: Some(receipt) } = refused else { panic!("{refused}") };
            assert_eq!((receipt.dossier, receipt.seq, receipt.hash), (made[at].id, kept.seq, kept.hash));
            heads[at] = kept;
        }
    }

    /// Long logs are read in pages, and whoever is far behind catches up in pages, too.
    async fn a_long_log_is_read_in_pages(place: Place) {
        let store = place.open().await;
        let made = dossier(&store, "lamps").await;
        let names: Vec<String> = (0..5_000).map(|at| format!("Member {at}")).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let head = store.append(made.id, made.head, &chain(made.head, &names)).await.expect("kept");
        assert_eq!(head.seq, 5_001);
        let error = store.append(made.id, made.head, &chain(made.head, &["Bo"])).await;
        let Err(AppendError::Behind { head: told, lines }) = error else { panic!("{error:?}") };
        assert_eq!((told, lines.len()), (head, 4_096));
        sign(&store, made.id, made.head, "Bo").await;
        assert_eq!(verified(&store, made.id).await.0.len(), 5_002);
        assert_eq!(log(&store, made.id).await.lines().count(), 5_002);
    }

    /// What was handed in before closing is kept and answered; afterwards nothing is taken.
    async fn closing_loses_nothing(place: Place) {
        let store = place.open().await;
        let made = dossier(&store, "lamps").await;
        let tasks: Vec<_> = (0..50)
            .map(|at| {
                let (store, made) = (store.clone(), made.clone());
                let entries = chain(made.head, &[format!("Member {at}").as_str()]);
                tokio::spawn(async move { store.append(made.id, made.head, &entries).await })
            })
            .collect();
        let mut news = store.news();
        news.next().await.expect("one is kept");
        store.close().await;
        let mut kept = Vec::new();
        for task in tasks {
            match task.await.expect("no panic") {
                Ok(head) => kept.push(head),
                Err(AppendError::Behind { .. } | AppendError::Store(Error::Closed)) => {}
                Err(error) => panic!("{error}"),
            }
        }
        assert_eq!(kept.len(), 1);
        assert_eq!(store.dossiers().await, Err(Error::Closed));
        assert_eq!(store.ping().await, Err(Error::Closed));
        let late = store.append(made.id, made.head, &chain(made.head, &["Bo"])).await;
        assert_eq!(late, Err(AppendError::Store(Error::Closed)));
        let reopened = place.open().await;
        assert_eq!(reopened.head(made.id).await, Ok(kept[0]));
        assert_eq!(reopened.ping().await, Ok(()));
    }

    /// Several programs open a new database at once.
    async fn a_new_database_is_opened_by_several(place: Place) {
        let address = place.address.clone();
        let all: Vec<_> = (0..4)
            .map(|_| {
                let address = address.clone();
                tokio::spawn(async move { Store::open(&address).await.map(|_| ()) })
            })
            .collect();
        for one in all {
            assert_eq!(one.await.expect("no panic"), Ok(()));
        }
    }

    /// One that cannot be kept leaves those alone that are kept with it.
    async fn one_refusal_is_nobody_elses(place: Place) {
        let store = place.open().await;
        let made: Vec<_> = [dossier(&store, "a").await, dossier(&store, "b").await].into();
        let wrong = Head { hash: Hash::of(b"x"), ..made[0].head };
        let bad = chain(wrong, &["Ada"]);
        let revised = Event::DraftRevised { dossier: "none".into(), reason: "x".into() };
        let revised = [made[0].head.next(time(), "clerk", revised, Vec::new()).into()];
        let withdrawn = Event::SignatureWithdrawn { amendment: Id::from("4"), by: "Bo".into() };
        let good = [made[1].head.next(time(), "clerk", withdrawn, Vec::new()).into()];
        let (one, two, three) = tokio::join!(
            store.append(made[0].id, wrong, &bad),
            store.append(made[0].id, made[0].head, &revised),
            store.append(made[1].id, made[1].head, &good),
        );
        assert_eq!(one.expect_err("refused").code(), "append-other-log");
        assert_eq!(two.expect_err("refused").code(), "append-no-text");
        assert_eq!(three.expect("kept").seq, 2);
    }
}

/// An address that names no database is refused with what it must look like.
#[test]
fn other_addresses_are_refused() {
    for address in ["", "lamps.db", "mysql://localhost/lamps", "sqlite:", "sqlite::memory:"] {
        let code = run(Store::open(address)).expect_err("refused").code();
        assert_eq!(code, "store-address", "{address}");
    }
    let refused = run(Store::open("sqlite:/nowhere/at/all.db")).expect_err("no such folder");
    assert_eq!(refused.code(), "store-file");
    let secret = "postgres://me:s3cret@localhost/none?host=/nowhere";
    let refused = run(Store::open(secret)).expect_err("no server");
    assert_eq!(refused.code(), "store-unreachable");
    assert!(!refused.to_string().contains("s3cret"), "{refused}");
}
