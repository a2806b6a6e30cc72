//! Accounts, roles, sessions, tokens, links and private drafts.

mod common;

use common::{Place, dossier, later, run, time};
use hemicycle_store::{
    AccountId, BodyId, DossierId, DraftId, Error, Purpose, Role, Secret, Signature,
};
use procedure::log::Hash;

/// What the database holds of a secret must not be the secret.
const SECRET: Secret<'_> = Secret("correct horse battery staple");

on_both! {
    /// Addresses of mail are compared without regard to capitals, and kept as they were written.
    async fn an_address_of_mail_is_one_accounts(place: Place) {
        let store = place.open().await;
        let ada = store.add_account("Ada", "Ada.Élie@Lakes.example", Some("$argon2id$x"), &time()).await.expect("new");
        let again = store.add_account("Other", " ada.e\u{301}lie@LAKES.example", None, &time()).await;
        assert_eq!(again, Err(Error::Taken("address of mail")));
        assert_eq!(store.account_by_email("ADA.ÉLIE@lakes.EXAMPLE").await, Ok(Some(ada.clone())));
        assert_eq!(store.account(ada.id).await, Ok(Some(ada.clone())));
        assert_eq!(store.account(AccountId(77)).await, Ok(None));
        let bo = store.add_account("Bo", "bo@lakes.example", None, &time()).await.expect("new");
        assert_eq!(store.accounts().await.expect("all"), [ada.clone(), bo.clone()]);

        assert_eq!(store.password(ada.id).await, Ok(Some("$argon2id$x".to_owned())));
        assert_eq!(store.password(bo.id).await, Ok(None));
        store.set_password(bo.id, Some("$argon2id$y")).await.expect("set");
        store.set_password(ada.id, None).await.expect("set");
        assert_eq!(store.password(bo.id).await, Ok(Some("$argon2id$y".to_owned())));
        assert_eq!(store.password(ada.id).await, Ok(None));
        let late = store.replace_password(bo.id, "$argon2id$x", "$argon2id$z").await;
        assert_eq!(late, Err(Error::NotFound("password")));
        store.replace_password(bo.id, "$argon2id$y", "$argon2id$z").await.expect("it is the one");
        assert_eq!(store.password(bo.id).await, Ok(Some("$argon2id$z".to_owned())));
        let nobody = store.set_password(AccountId(77), None).await;
        assert_eq!(nobody, Err(Error::NotFound("account")));

        let taken = store.rename_account(bo.id, "Bo", "ADA.ÉLIE@lakes.example").await;
        assert_eq!(taken, Err(Error::Taken("address of mail")));
        store.rename_account(bo.id, "Bodil", "BO@lakes.example").await.expect("its own");
        let bodil = store.account(bo.id).await.expect("asked").expect("there");
        assert_eq!((&*bodil.name, &*bodil.email), ("Bodil", "BO@lakes.example"));
        assert_eq!(store.add_account("\0", "x", None, &time()).await, Err(Error::Character));

        store.add_identity(ada.id, "https://id.example", "7").await.expect("new");
        let twice = store.add_identity(bo.id, "https://id.example", "7").await;
        assert_eq!(twice, Err(Error::Taken("identity")));
        assert_eq!(store.account_by_identity("https://id.example", "7").await, Ok(Some(ada.clone())));
        assert_eq!(store.account_by_identity("https://id.example", "8").await, Ok(None));
        let own = vec![("https://id.example".to_owned(), "7".to_owned())];
        assert_eq!(store.identities_of(ada.id).await, Ok(own));
        let none = store.remove_identities(ada.id, "https://other.example").await;
        assert_eq!(none, Err(Error::NotFound("identity")));
        store.remove_identities(ada.id, "https://id.example").await.expect("removed");
        assert_eq!(store.account_by_identity("https://id.example", "7").await, Ok(None));

        // A number is never given again.
        store.remove_account(bo.id).await.expect("removed");
        assert_eq!(store.remove_account(bo.id).await, Err(Error::NotFound("account")));
        let cy = store.add_account("Cy", "bo@lakes.example", None, &time()).await.expect("free again");
        assert!(cy.id > bo.id);
    }

    /// A passkey is one account's, and what is held of it is changed by whoever read it last.
    async fn a_passkey_is_used_by_one_at_a_time(place: Place) {
        let store = place.open().await;
        let ada = store.add_account("Ada", "a@x.example", None, &time()).await.expect("new").id;
        let bo = store.add_account("Bo", "b@x.example", None, &time()).await.expect("new").id;
        store.add_passkey("0102", ada, ("my phone", "{\"count\":1}"), &time()).await.expect("new");
        let twice = store.add_passkey("0102", bo, ("mine", "{}"), &time()).await;
        assert_eq!(twice, Err(Error::Taken("passkey")));
        let key = store.passkey("0102").await.expect("asked").expect("there");
        assert_eq!((key.account, &*key.name, key.used.clone()), (ada, "my phone", None));
        assert_eq!(store.passkeys_of(ada).await, Ok(vec![key.clone()]));
        assert_eq!(store.passkeys_of(bo).await, Ok(vec![]));

        store.use_passkey(&key, "{\"count\":2}", &later(1)).await.expect("used");
        let copy = store.use_passkey(&key, "{\"count\":2}", &later(2)).await;
        assert_eq!(copy, Err(Error::NotFound("passkey")));
        let key = store.passkey("0102").await.expect("asked").expect("there");
        assert_eq!((&*key.held, key.used), ("{\"count\":2}", Some(later(1))));

        assert_eq!(store.remove_passkey(bo, "0102").await, Err(Error::NotFound("passkey")));
        store.remove_passkey(ada, "0102").await.expect("removed");
        assert_eq!(store.passkey("0102").await, Ok(None));
    }

    /// What was begun is taken up once, for what it was begun for, in time.
    async fn what_is_begun_is_taken_up_once(place: Place) {
        let store = place.open().await;
        store.begin(SECRET, "openid", "{\"é\":1}", &later(9)).await.expect("begun");
        assert_eq!(store.take_up(SECRET, "passkey", &time()).await, Ok(None));
        assert_eq!(store.take_up(Secret("other"), "openid", &time()).await, Ok(None));
        assert_eq!(store.take_up(SECRET, "openid", &later(9)).await, Ok(None));
        let kept = Some("{\"é\":1}".to_owned());
        assert_eq!(store.take_up(SECRET, "openid", &later(8)).await, Ok(kept));
        assert_eq!(store.take_up(SECRET, "openid", &later(8)).await, Ok(None));
        store.begin(SECRET, "openid", "", &later(9)).await.expect("begun");
        assert_eq!(store.sweep(&later(9), &time()).await, Ok(1));
    }

    /// A body has its names to itself; a role for it follows it to a new name, and whoever belongs to it goes with it.
    async fn bodies_are_listed_once(place: Place) {
        let store = place.open().await;
        let ada = store.add_account("Ada", "a@x.example", None, &time()).await.expect("new").id;
        let lamps = store.add_body("committee", "Committee on Lamps", "commission des lampes");
        let lamps = lamps.await.expect("new");
        for (en, fr) in [("Committee on Lamps", "x"), ("x", "commission des lampes")] {
            assert_eq!(store.add_body("committee", en, fr).await, Err(Error::Taken("body")));
        }
        let group = store.add_body("group", "Harbour Group", "Harbour Group").await.expect("new");
        let all = store.bodies().await.expect("all");
        let names: Vec<String> = all.iter().map(|body| body.name()).collect();
        assert_eq!(names, ["Committee on Lamps / commission des lampes", "Harbour Group"]);

        store.join_body(ada, lamps).await.expect("joined");
        store.join_body(ada, lamps).await.expect("once is enough");
        assert_eq!(store.join_body(ada, BodyId(77)).await, Err(Error::NotFound("account, dossier, draft or body")));
        assert_eq!(store.belongs().await, Ok(vec![(ada, lamps)]));
        let role = |body: &str| Role {
            account: ada,
            dossier: None,
            role: "committee".to_owned(),
            body: Some(body.to_owned()),
        };
        store.grant(&role(&names[0])).await.expect("granted");
        store.grant(&role("Committee on Light")).await.expect("granted");
        let taken = store.rename_body(lamps, "Committee on Light", "commission des lampes").await;
        taken.expect("another's name is not its own");
        let both = vec![
            role("Committee on Light"),
            role("Committee on Light / commission des lampes"),
        ];
        assert_eq!(store.roles_of(ada).await, Ok(both));
        // Under one name it would be held twice.
        store.rename_body(lamps, "Committee on Light", "Committee on Light").await.expect("named");
        assert_eq!(store.roles_of(ada).await, Ok(vec![role("Committee on Light")]));
        let other = store.add_body("committee", "Committee on Boats", "y").await.expect("new");
        let taken = store.rename_body(other, "Committee on Light", "y").await;
        assert_eq!(taken, Err(Error::Taken("body")));

        store.leave_body(ada, lamps).await.expect("left");
        assert_eq!(store.leave_body(ada, lamps).await, Err(Error::NotFound("body")));
        store.join_body(ada, group).await.expect("joined");
        store.remove_body(group).await.expect("removed");
        assert_eq!(store.belongs().await, Ok(vec![]));
        assert_eq!(store.remove_body(group).await, Err(Error::NotFound("body")));
    }

    /// A role is held once, in a dossier or in all, for a body or for none.
    async fn roles_are_held_once(place: Place) {
        let store = place.open().await;
        let lamps = dossier(&store, "lamps").await.id;
        let boats = dossier(&store, "boats").await.id;
        let ada = store.add_account("Ada", "a@x.example", None, &time()).await.expect("new").id;
        let role = |dossier, role: &str, body: Option<&str>| Role {
            account: ada,
            dossier,
            role: role.to_owned(),
            body: body.map(str::to_owned),
        };
        let admin = role(None, "administrator", None);
        let clerk = role(Some(lamps), "table-office", None);
        let staff = role(Some(lamps), "group-staff", Some("Greens"));
        for role in [&staff, &admin, &clerk, &clerk, &admin] {
            store.grant(role).await.expect("granted");
        }
        let all = [admin.clone(), staff.clone(), clerk.clone()];
        assert_eq!(store.roles_of(ada).await.expect("asked"), all);
        assert_eq!(store.roles().await.expect("asked"), all);
        assert_eq!(store.roles_in(lamps).await.expect("asked"), all);
        assert_eq!(store.roles_in(boats).await.expect("asked"), vec![admin.clone()]);
        store.revoke(&admin).await.expect("held");
        assert_eq!(store.revoke(&admin).await, Err(Error::NotFound("role")));
        assert_eq!(store.revoke(&role(Some(boats), "table-office", None)).await, Err(Error::NotFound("role")));
        assert_eq!(store.roles_of(ada).await.expect("asked"), [staff, clerk]);
        let nowhere = store.grant(&role(Some(DossierId(77)), "chair", None)).await;
        assert_eq!(nowhere.expect_err("no such dossier").code(), "store-not-found");
        store.remove_account(ada).await.expect("removed");
        assert!(store.roles_in(lamps).await.expect("asked").is_empty());
    }

    /// Sessions end by themselves, one by one, all at once, and with their account.
    async fn sessions_end(place: Place) {
        let store = place.open().await;
        let ada = store.add_account("Ada", "a@x.example", None, &time()).await.expect("new").id;
        let bo = store.add_account("Bo", "b@x.example", None, &time()).await.expect("new").id;
        let agent = format!("Browser\r\n{}", "x".repeat(200));
        store.start_session(SECRET, ada, &time(), &later(60), &agent).await.expect("signed in");
        store.start_session(Secret("2"), ada, &later(1), &later(60), "").await.expect("signed in");
        store.start_session(Secret("3"), bo, &later(1), &later(60), "").await.expect("signed in");
        let session = store.session(SECRET, &later(59)).await.expect("asked").expect("it lasts");
        assert_eq!((session.account, session.hash), (ada, Hash::of(SECRET.0.as_bytes())));
        assert_eq!(session.agent.chars().count(), 80);
        assert!(session.agent.starts_with("Browserxxx"));
        assert_eq!(store.session(SECRET, &later(60)).await, Ok(None));
        assert_eq!(store.session(Secret("4"), &time()).await, Ok(None));
        assert_eq!(store.sessions_of(ada, &later(5)).await.expect("asked").len(), 2);

        store.touch_session(SECRET, &later(50), &later(100)).await.expect("it lasts");
        let session = store.session(SECRET, &later(99)).await.expect("asked").expect("it lasts");
        assert_eq!((session.seen, session.expires), (later(50), later(100)));
        let ended = store.touch_session(SECRET, &later(100), &later(200)).await;
        assert_eq!(ended, Err(Error::NotFound("session")));
        let latest: Vec<_> = store.sessions_of(ada, &later(5)).await.expect("asked");
        assert_eq!(latest[0].hash, session.hash);

        // Nobody ends another's.
        assert_eq!(store.end_session(bo, session.hash).await, Err(Error::NotFound("session")));
        assert_eq!(store.end_sessions(ada, Some(session.hash)).await, Ok(1));
        store.end_session(ada, session.hash).await.expect("its own");
        assert!(store.sessions_of(ada, &later(5)).await.expect("asked").is_empty());
        assert_eq!(store.sweep(&later(60), &time()).await, Ok(1));

        store.start_session(SECRET, ada, &time(), &later(60), "").await.expect("signed in");
        store.set_disabled(ada, true).await.expect("disabled");
        assert_eq!(store.session(SECRET, &time()).await, Ok(None));
        let refused = store.start_session(Secret("5"), ada, &time(), &later(60), "").await;
        assert_eq!(refused, Err(Error::NotFound("account")));
        store.set_disabled(ada, false).await.expect("enabled");
        assert_eq!(store.session(SECRET, &time()).await, Ok(None));
        store.start_session(Secret("5"), ada, &time(), &later(60), "").await.expect("signed in");
        assert_eq!(store.end_sessions(ada, None).await, Ok(1));
    }

    /// A token holds until it expires or is taken back; it is never kept as it is.
    async fn tokens_hold_until_taken_back(place: Place) {
        let store = place.open().await;
        let ada = store.add_account("Ada", "a@x.example", None, &time()).await.expect("new").id;
        let what = ("a script", "read table");
        let id = store.add_token(SECRET, ada, what, &time(), Some(&later(60))).await.expect("given");
        let endless = store.add_token(Secret("2"), ada, what, &time(), None).await.expect("given");
        let token = store.token(SECRET, &later(59)).await.expect("asked").expect("it holds");
        assert_eq!((token.id, token.account, &*token.name, &*token.scopes), (id, ada, what.0, what.1));
        assert_eq!((token.used, token.expires), (None, Some(later(60))));
        assert_eq!(store.token(SECRET, &later(60)).await, Ok(None));
        store.touch_token(endless, &later(7)).await.expect("there");
        let token = store.token(Secret("2"), &later(9_999_999)).await.expect("asked").expect("it holds");
        assert_eq!((token.used, token.expires), (Some(later(7)), None));
        assert_eq!(store.tokens_of(ada).await.expect("asked").len(), 2);
        let others = store.revoke_token(AccountId(77), endless).await;
        assert_eq!(others, Err(Error::NotFound("token")));
        store.revoke_token(ada, endless).await.expect("its own");
        assert_eq!(store.token(Secret("2"), &time()).await, Ok(None));
        let nobody = store.add_token(Secret("3"), AccountId(77), what, &time(), None).await;
        assert_eq!(nobody.expect_err("no such account").code(), "store-not-found");
        store.set_disabled(ada, true).await.expect("disabled");
        assert_eq!(store.token(SECRET, &time()).await, Ok(None));
    }

    /// Of all who follow a link at once one is let in, and nobody after that, nor after its time.
    async fn a_link_is_used_once(place: Place) {
        let store = place.open().await;
        let ada = store.add_account("Ada", "a@x.example", None, &time()).await.expect("new").id;
        store.add_link(SECRET, Purpose::Reset(ada), &time(), &later(60)).await.expect("given");
        assert_eq!(store.link(SECRET, &time()).await, Ok(Some(Purpose::Reset(ada))));
        assert_eq!(store.use_link(SECRET, &later(60)).await, Ok(None));
        let tries = (0..32).map(|_| {
            let store = store.clone();
            tokio::spawn(async move { store.use_link(SECRET, &later(59)).await })
        });
        let mut let_in = Vec::new();
        for tried in tries.collect::<Vec<_>>() {
            let_in.extend(tried.await.expect("no panic").expect("asked"));
        }
        assert_eq!(let_in, [Purpose::Reset(ada)]);
        assert_eq!(store.link(SECRET, &time()).await, Ok(None));
        assert_eq!(store.use_link(Secret("another"), &time()).await, Ok(None));

        store.add_link(Secret("1"), Purpose::FirstAdmin, &time(), &later(60)).await.expect("given");
        store.add_link(Secret("2"), Purpose::FirstAdmin, &time(), &later(60)).await.expect("given");
        assert_eq!(store.use_link(Secret("1"), &time()).await, Ok(Some(Purpose::FirstAdmin)));
        assert_eq!(store.drop_links(Purpose::FirstAdmin).await, Ok(1));
        assert_eq!(store.use_link(Secret("2"), &time()).await, Ok(None));
        let nothing = store.add_link(Secret("3"), Purpose::Share(DraftId(77)), &time(), &later(1)).await;
        assert_eq!(nothing.expect_err("no such draft").code(), "store-not-found");
    }

    /// Nobody saves over what another saved meanwhile; a draft is seen by its owner and those it is shared with.
    async fn a_draft_is_not_saved_over(place: Place) {
        let store = place.open().await;
        let lamps = dossier(&store, "lamps").await.id;
        let ada = store.add_account("Ada", "a@x.example", None, &time()).await.expect("new").id;
        let bo = store.add_account("Bo", "b@x.example", None, &time()).await.expect("new").id;
        let id = store.add_draft(ada, lamps, "{\"wording\":\"…\"}", &time()).await.expect("begun");
        assert_eq!(store.save_draft(id, 1, "{\"a\":1}", &later(1)).await, Ok(2));
        assert_eq!(store.save_draft(id, 1, "{\"b\":1}", &later(2)).await, Err(Error::Stale { version: 2 }));
        assert_eq!(store.remove_draft(id, 1).await, Err(Error::Stale { version: 2 }));
        let draft = store.draft(id).await.expect("asked").expect("there");
        assert_eq!((&*draft.payload, draft.version, draft.updated), ("{\"a\":1}", 2, later(1)));
        let saves = (0..16).map(|at| {
            let store = store.clone();
            tokio::spawn(async move { store.save_draft(id, 2, &at.to_string(), &time()).await })
        });
        let mut saved = 0;
        for save in saves.collect::<Vec<_>>() {
            match save.await.expect("no panic") {
                Ok(version) => saved += version,
                Err(error) => assert_eq!(error, Error::Stale { version: 3 }),
            }
        }
        assert_eq!(saved, 3);

        assert!(store.drafts_of(bo).await.expect("asked").is_empty());
        store.share_draft(id, bo, true).await.expect("shared");
        store.share_draft(id, bo, true).await.expect("shared already");
        assert_eq!(store.drafts_of(bo).await.expect("asked")[0].id, id);
        assert_eq!(store.drafts_of(ada).await.expect("asked").len(), 1);
        assert_eq!(store.shared_with(id).await, Ok(vec![bo]));
        store.share_draft(id, bo, false).await.expect("not any more");
        assert!(store.drafts_of(bo).await.expect("asked").is_empty());
        store.add_link(SECRET, Purpose::Share(id), &time(), &later(9)).await.expect("given");
        assert_eq!(store.use_link(SECRET, &time()).await, Ok(Some(Purpose::Share(id))));
        store.remove_draft(id, 3).await.expect("as it was seen");
        assert_eq!(store.remove_draft(id, 3).await, Err(Error::NotFound("draft")));
        assert_eq!(store.draft(id).await, Ok(None));
    }

    /// A signature is to the text as it stood: another text has none, and neither has whoever does not see it any more.
    async fn a_signature_is_to_one_text(place: Place) {
        let store = place.open().await;
        let lamps = dossier(&store, "lamps").await.id;
        let ada = store.add_account("Ada", "a@x.example", None, &time()).await.expect("new").id;
        let bo = store.add_account("Bo", "b@x.example", None, &time()).await.expect("new").id;
        let id = store.add_draft(ada, lamps, "{}", &time()).await.expect("begun");
        store.share_draft(id, bo, true).await.expect("shared");
        let signed = |all: Vec<Signature>| all.into_iter().map(|one| (one.account, one.signed)).collect::<Vec<_>>();
        store.sign_draft(id, bo, 1, &later(1)).await.expect("signed");
        store.sign_draft(id, ada, 1, &later(2)).await.expect("signed");
        store.sign_draft(id, bo, 1, &later(3)).await.expect("signed already");
        assert_eq!(signed(store.signatures_of(id).await.expect("asked")), [(bo, later(1)), (ada, later(2))]);
        assert_eq!(store.unsign_draft(id, ada).await, Ok(true));
        assert_eq!(store.unsign_draft(id, ada).await, Ok(false));
        assert_eq!(store.save_draft(id, 1, "{\"a\":1}", &later(4)).await, Ok(2));
        assert_eq!(store.signatures_of(id).await, Ok(Vec::new()));
        assert_eq!(store.sign_draft(id, bo, 1, &later(5)).await, Err(Error::Stale { version: 2 }));
        store.sign_draft(id, bo, 2, &later(6)).await.expect("signed");
        assert_eq!(signed(store.signatures_of(id).await.expect("asked")), [(bo, later(6))]);
        store.share_draft(id, bo, false).await.expect("not any more");
        assert_eq!(store.signatures_of(id).await, Ok(Vec::new()));
        store.sign_draft(id, ada, 2, &time()).await.expect("signed");
        store.remove_draft(id, 2).await.expect("removed");
        assert_eq!(store.sign_draft(id, ada, 2, &time()).await, Err(Error::NotFound("draft")));
        // Links of which several make use, until they are taken back.
        let id = store.add_draft(ada, lamps, "{}", &time()).await.expect("begun");
        let purpose = Purpose::ShareMany(id);
        store.add_link(SECRET, purpose, &time(), &later(9)).await.expect("given");
        assert_eq!(store.link(SECRET, &later(8)).await, Ok(Some(purpose)));
        assert_eq!(store.drop_links(Purpose::Share(id)).await, Ok(0));
        assert_eq!(store.drop_links(purpose).await, Ok(1));
        assert_eq!(store.link(SECRET, &later(8)).await, Ok(None));
    }
}

/// No secret stands in the file of the database.
#[test]
fn secrets_are_not_in_the_database() {
    let place = Place::sqlite();
    run(async {
        let store = place.open().await;
        let ada = store.add_account("Ada", "a@x.example", None, &time()).await.expect("new").id;
        store.start_session(SECRET, ada, &time(), &later(60), "").await.expect("signed in");
        store.add_token(SECRET, ada, ("a", "b"), &time(), None).await.expect("given");
        store.add_link(SECRET, Purpose::FirstAdmin, &time(), &later(60)).await.expect("given");
        store.close().await;
    });
    let mut files = 0;
    for file in std::fs::read_dir(place.folder.path()).expect("a folder").flatten() {
        let bytes = std::fs::read(file.path()).expect("a file");
        assert!(!bytes.windows(SECRET.0.len()).any(|window| window == SECRET.0.as_bytes()));
        files += 1;
        #[cfg(unix)]
        {
            let mode = std::os::unix::fs::PermissionsExt::mode(
                &file.metadata().expect("it").permissions(),
            );
            assert_eq!(mode & 0o77, 0, "nobody else reads it");
        }
    }
    assert!(files >= 1);
    assert_eq!(format!("{SECRET:?}"), "Secret(…)");
}
