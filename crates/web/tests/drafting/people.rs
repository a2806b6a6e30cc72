//! An office with members, staff, a committee, and what they do with drafts.

use crate::common::Got;
use crate::office::{Office, form};
use axum::http::{Method, StatusCode};
use hemicycle_web::Held;
use hemicycle_web::desk::{Decision, HandIn};
use hemicycle_web::permission::Role;
use procedure::event::{Event, Id, Wording};
use procedure::log::Hash;
use std::collections::BTreeMap;
use std::sync::Arc;
use store::{AccountId, PrivateDraft};
use text::Lang;

pub const SLUG: &str = "412-lakes";

/// `async fn name(hall: Hall)` as two tests, one on each database.
macro_rules! on_both {
    ($($(#[doc = $doc:literal])* async fn $name:ident($hall:ident: Hall) $body:block)*) => { $(
        $(#[doc = $doc])*
        mod $name {
            use super::*;

            async fn test($hall: people::Hall) $body

            #[tokio::test(flavor = "multi_thread")]
            async fn sqlite() {
                test(hall(office::Office::new().await).await).await;
            }

            #[tokio::test(flavor = "multi_thread")]
            async fn postgres() {
                test(hall(office::Office::postgres().await).await).await;
            }
        }
    )* };
}
pub(crate) use on_both;

pub struct Hall {
    pub office: Office,
    people: BTreeMap<&'static str, (AccountId, String)>,
}

pub async fn hall(office: Office) -> Hall {
    let mut people = BTreeMap::new();
    for (key, name, role, body) in [
        ("ada", "Ms Ada LINDQVIST", Role::Member, None),
        ("bo", "bo", Role::Member, None),
        ("cy", "cy", Role::Member, None),
        ("di", "di", Role::Member, None),
        ("ed", "ed", Role::Member, None),
        ("flo", "flo", Role::Member, None),
        ("staff", "Mr Emil SHORE", Role::GroupStaff, Some("Harbour Group")),
        ("committee", "Mr Otto BANK", Role::Committee, Some("Committee on Lamps")),
        ("chair", "Ms Ida MEER", Role::Chair, None),
        ("admin", "Mr Paul KEY", Role::Administrator, None),
    ] {
        let email = format!("{key}@lakes.example");
        let account = office.account(name, &email).await;
        let (role, body) = (role.name().to_owned(), body.map(str::to_owned));
        let role = store::Role { account, dossier: None, role, body };
        office.store().grant(&role).await.expect("granted");
        office.wait(20);
        people.insert(key, (account, office.session(&email).await));
    }
    Hall { office, people }
}

impl Hall {
    /// "fr:ada" is Ada, too.
    fn session(&self, who: &str) -> &str {
        let key = who.strip_prefix("fr:").unwrap_or(who);
        &self.people.get(key).expect("somebody").1
    }

    pub fn account(&self, who: &str) -> AccountId {
        self.people.get(who).expect("somebody").0
    }

    pub async fn ask(&self, who: &str, method: Method, path: &str) -> Got {
        self.office.ask(method, self.session(who), path, "", &[]).await
    }

    pub async fn get(&self, who: &str, path: &str) -> String {
        let got = self.ask(who, Method::GET, path).await;
        assert_eq!(got.status, StatusCode::OK, "{path}: {}", got.text());
        assert_eq!(got.header("cache-control"), "private, no-store");
        got.text().to_owned()
    }

    pub async fn post(&self, who: &str, path: &str, fields: &[(&str, &str)]) -> Got {
        self.office.post_as(self.session(who), path, &form(fields)).await
    }

    /// A new draft; its address.
    pub async fn begin(&self, who: &str, fields: &[(&str, &str)]) -> String {
        let got = self.post(who, &format!("/en/desk/draft/{SLUG}"), fields).await;
        assert_eq!(got.status, StatusCode::SEE_OTHER, "{}", got.text());
        got.header("location").to_owned()
    }

    /// What stands in a field of the page.
    async fn field(&self, who: &str, draft: &str, begins: &str, ends: &str) -> String {
        let page = self.get(who, draft).await;
        let (_, rest) = page.split_once(begins).unwrap_or_else(|| panic!("{begins}: {page}"));
        rest.split_once(ends).expect("its end").0.to_owned()
    }

    pub async fn text_of(&self, who: &str, draft: &str) -> String {
        let field = self.field(who, draft, "<textarea id=\"text\"", "</textarea>").await;
        let text = field.split_once('>').expect("its beginning").1.trim_start_matches('\n');
        text.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    }

    pub async fn version(&self, who: &str, draft: &str) -> String {
        self.field(who, draft, "name=\"version\" value=\"", "\"").await
    }

    pub async fn show(&self, who: &str, draft: &str, text: &str, note: &str) -> String {
        let fields = [("do", "show"), ("version", "1"), ("text", text), ("note", note)];
        let got = self.post(who, draft, &fields).await;
        assert_eq!(got.status, StatusCode::OK, "{}", got.text());
        got.text().to_owned()
    }

    pub async fn piece(&self, who: &str, draft: &str, text: &str, note: &str) -> String {
        let got =
            self.post(who, &format!("{draft}/shown"), &[("text", text), ("note", note)]).await;
        assert_eq!(got.status, StatusCode::OK);
        assert_eq!(got.header("cache-control"), "private, no-store");
        got.text().to_owned()
    }

    /// Saves; where that leads.
    pub async fn save(&self, who: &str, draft: &str, text: &str, note: &str) -> String {
        let version = self.version(who, draft).await;
        let fields = [("do", "save"), ("version", &*version), ("text", text), ("note", note)];
        let got = self.post(who, draft, &fields).await;
        assert_eq!(got.status, StatusCode::SEE_OTHER, "{}", got.text());
        got.header("location").to_owned()
    }

    /// A saved edit of paragraph 2 of the resolution.
    pub async fn edited(&self, who: &str, from: &str, to: &str) -> String {
        let fields = [("at", "a-para-2"), ("what", "change"), ("lang", "en")];
        let draft = self.begin(who, &fields).await;
        let text = self.text_of(who, &draft).await.replace(from, to);
        self.save(who, &draft, &text, "").await;
        draft
    }

    /// The same, shared with four others who have signed.
    pub async fn signed(&self, who: &str, from: &str, to: &str) -> String {
        let draft = self.edited(who, from, to).await;
        for name in ["bo", "cy", "di", "ed"] {
            self.share(who, &draft, name).await;
            self.sign(name, &draft).await;
        }
        draft
    }

    pub async fn share(&self, who: &str, draft: &str, name: &str) {
        let got = self.post(who, &format!("{draft}/share"), &[("do", "add"), ("name", name)]).await;
        assert_eq!(got.header("location"), format!("{draft}?done=shared"), "{}", got.text());
    }

    pub async fn sign(&self, who: &str, draft: &str) {
        let version = self.version(who, draft).await;
        let fields = [("do", "sign"), ("version", &*version)];
        let got = self.post(who, &format!("{draft}/sign"), &fields).await;
        assert_eq!(got.header("location"), format!("{draft}?done=signed"), "{}", got.text());
    }

    /// The address of a new link.
    pub async fn link(&self, who: &str, draft: &str, kind: &str) -> String {
        let got = self.post(who, &format!("{draft}/share"), &[("do", kind)]).await;
        let (_, rest) = got.text().split_once("/en/desk/drafts/link/").expect("a link");
        let secret: String = rest.chars().take_while(char::is_ascii_hexdigit).collect();
        assert_eq!(secret.len(), 64);
        format!("/en/desk/drafts/link/{secret}")
    }

    /// Tables what is kept now.
    pub async fn table(&self, who: &str, draft: &str) -> Got {
        let id = draft.rsplit('/').next().and_then(|id| id.parse().ok()).expect("a number");
        let kept = self.office.store().draft(store::DraftId(id)).await.expect("asked");
        let version = kept.map_or(0, |kept| kept.version).to_string();
        self.post(who, &format!("{draft}/table"), &[("version", &version)]).await
    }

    /// The same, left with the table office where it is late.
    pub async fn leave(&self, who: &str, draft: &str, version: &str) -> Got {
        let fields = [("version", version), ("late", "yes")];
        self.post(who, &format!("{draft}/table"), &fields).await
    }

    /// The dossier as it stands behind the event of a receipt.
    pub async fn held(&self, receipt: &str) -> Arc<Held> {
        let event: u64 =
            receipt.rsplit('/').next().and_then(|at| at.parse().ok()).expect("an event");
        let mut follow = self.office.server.desk.follow(SLUG).expect("it is there");
        let held = follow.wait_for(|held| held.head.seq >= event).await.expect("it goes on");
        Arc::clone(&held)
    }

    pub async fn decide(&self, event: Event) {
        let decision =
            Decision { actor: "office".to_owned(), event, seen: None, key: None, lang: Lang::EN };
        self.office.server.desk.decide(SLUG, decision).await.expect("recorded");
    }

    pub async fn drafts(&self, who: &str) -> Vec<PrivateDraft> {
        self.office.store().drafts_of(self.account(who)).await.expect("asked")
    }

    /// A draft as the store keeps it.
    pub async fn kept(&self, draft: &str) -> PrivateDraft {
        let id = draft.rsplit('/').next().and_then(|id| id.parse().ok()).expect("a number");
        self.office.store().draft(store::DraftId(id)).await.expect("asked").expect("there")
    }

    /// The draft is handed in, and the process ends before it does anything more: the address of the receipt.
    pub async fn handed_in(&self, draft: &str) -> String {
        let kept = self.kept(draft).await;
        let id = Id(format!("d-{}", kept.id.0));
        let text = serde_json::from_str::<serde_json::Value>(&kept.payload).expect("JSON");
        let wording = Wording {
            lang: "en".to_owned(),
            wording: format!("In the draft resolution, delete paragraph 2. {}", text["number"]),
            note: String::new(),
        };
        let sign = |by: &str| Event::Signed { amendment: id.clone(), by: by.to_owned() };
        let mut events = vec![Event::Drafted {
            amendment: id.clone(),
            parent: None,
            part: Some(0),
            texts: vec![wording],
        }];
        events.extend(["Ms Ada LINDQVIST", "bo", "cy", "di", "ed"].map(sign));
        events.push(Event::Tabled { amendment: id, committee: None, late: None });
        let what = format!("draft {} version {}", kept.id.0, kept.version);
        let fingerprint = Hash::of(what.as_bytes());
        let key =
            store::Key { scope: "draft".to_owned(), name: kept.id.0.to_string(), fingerprint };
        let actor = "Ms Ada LINDQVIST".to_owned();
        let what = HandIn { actor, events, seen: None, key: Some(key), lang: Lang::EN };
        let recorded = self.office.server.desk.hand_in(SLUG, what).await.expect("recorded");
        format!("/en/desk/draft/{SLUG}/receipt/{}", recorded.seq)
    }
}
