//! The sitting run from a browser by whoever presides, without a script.

#[allow(dead_code, reason = "each test file uses a part")]
mod common;
mod office;

use axum::http::StatusCode;
use common::Got;
use hemicycle_web::permission::Role;
use office::{Office, form};

const PAGE: &str = "/en/desk/sitting/412-lakes";

struct Chair {
    office: Office,
    session: String,
}

async fn chair() -> Chair {
    let office = Office::new().await;
    let account = office.account("Ms Ida MEER", "president@lakes.example").await;
    office.grant(account, Role::Chair).await;
    let session = office.session("president@lakes.example").await;
    Chair { office, session }
}

impl Chair {
    fn seen(&self) -> u64 {
        self.office.server.site.get("412-lakes").expect("it is shown").head.seq
    }

    /// What happens is recorded, as a form of the present page sends it.
    async fn record(&self, what: &str, fields: &[(&str, &str)]) -> Got {
        self.record_behind(self.seen(), what, fields).await
    }

    async fn record_behind(&self, seen: u64, what: &str, fields: &[(&str, &str)]) -> Got {
        let seen = seen.to_string();
        let form_of = match what {
            "try-oral" => "oral",
            "open" => "sitting",
            "move" | "not-moved" => "mover",
            "adopt" | "reject" => "vote",
            other => other,
        };
        let own = [("form", form_of), ("what", what), ("seen", &*seen)];
        let all: Vec<(&str, &str)> = own.into_iter().chain(fields.iter().copied()).collect();
        self.office.post_as(&self.session, PAGE, &form(&all)).await
    }

    async fn done(&self, what: &str, fields: &[(&str, &str)]) {
        let got = self.record(what, fields).await;
        assert_eq!(got.status, StatusCode::SEE_OTHER, "{what}: {}", got.text());
        assert_eq!(got.header("location"), PAGE);
    }

    async fn page(&self) -> String {
        let got = self.office.get_as(&self.session, PAGE).await;
        assert_eq!(got.status, StatusCode::OK);
        assert_eq!(got.header("cache-control"), "private, no-store");
        got.text().to_owned()
    }

    async fn public(&self, path: &str) -> String {
        self.office.get(&format!("/en/412-lakes{path}")).await.text().to_owned()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sitting_from_its_opening_to_its_end() {
    let chair = chair().await;
    assert!(chair.page().await.contains("Open the sitting"));
    chair.done("open", &[("by", "fourth sitting")]).await;
    let page = chair.page().await;
    assert!(page.contains("value=\"call\"") && page.contains("Amendment\u{a0}1"), "{page}");
    chair.done("call", &[("amendment", "1")]).await;
    // Who signed it is offered as the mover.
    assert!(chair.page().await.contains("value=\"Ms Ada LINDQVIST\""));
    chair.done("move", &[("amendment", "1"), ("by", "Ms Ada LINDQVIST")]).await;
    let page = chair.page().await;
    assert!(page.contains("Moved by Ms Ada LINDQVIST") && page.contains("value=\"adopt\""));
    let votes = [("amendment", "1"), ("in_favour", "12"), ("against", "41"), ("abstentions", "")];
    chair.done("reject", &votes).await;
    assert!(chair.public("/amendments/1").await.contains("is-rejected"));
    // Hands that were seen and not counted.
    chair.done("call", &[("amendment", "2")]).await;
    chair.done("move", &[("amendment", "2"), ("by", "Mr Luc HAVEN")]).await;
    chair.done("adopt", &[("amendment", "2")]).await;
    assert!(chair.public("/amendments/2").await.contains("is-adopted"));
    chair.done("call", &[("amendment", "3")]).await;
    chair.done("not-moved", &[("amendment", "3")]).await;
    chair.done("withdraw", &[("amendment", "11"), ("by", "Mr Jan WEIR")]).await;
    assert!(chair.public("/amendments/11").await.contains("is-withdrawn"));
    chair.done("close", &[]).await;
    // The log says who recorded it.
    let held = chair.office.server.site.get("412-lakes").expect("it is shown");
    assert!(held.entries.iter().skip(1).all(|entry| entry.actor == "Ms Ida MEER"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_refused_is_told_and_changes_nothing() {
    let chair = chair().await;
    chair.done("open", &[("by", "fourth sitting")]).await;
    chair.done("call", &[("amendment", "1")]).await;
    chair.done("move", &[("amendment", "1"), ("by", "Ms Ada LINDQVIST")]).await;
    let seen = chair.seen();
    let against = [("amendment", "1"), ("in_favour", "12"), ("against", "41")];
    for (what, fields) in [
        // The figures say otherwise.
        ("adopt", &against[..]),
        ("reject", &[("amendment", "1"), ("in_favour", "many"), ("against", "1")]),
        ("reject", &[("amendment", "1"), ("in_favour", "-1"), ("against", "99999999999")]),
        ("call", &[("amendment", "none")]),
        ("open", &[("by", "another sitting")]),
        ("dance", &[("amendment", "1")]),
        ("", &[]),
    ] {
        let got = chair.record(what, fields).await;
        assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY, "{what}");
        assert!(got.text().contains("role=\"alert\""), "{what}");
        // What was typed is still there.
        let typed = fields.iter().filter(|(name, _)| *name == "in_favour");
        for (_, value) in typed {
            assert!(got.text().contains(&format!("value=\"{value}\"")), "{what}: {value}");
        }
    }
    assert_eq!(chair.seen(), seen);
    // Somebody else was quicker.
    chair.done("reject", &against).await;
    let late = chair.record_behind(seen, "reject", &against).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(late.text().contains("was recorded meanwhile"));
    assert_eq!(chair.seen(), seen + 1);
    // Script is text.
    let script = "<script>alert(1)</script>";
    chair.done("call", &[("amendment", "2")]).await;
    let got = chair.record("move", &[("amendment", "2"), ("by", script)]).await;
    assert!(!got.text().contains(script) && !chair.page().await.contains(script));
    let none = chair.office.get_as(&chair.session, "/en/desk/sitting/none").await;
    assert_eq!(none.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn only_who_presides_records() {
    let chair = chair().await;
    let open = form(&[("what", "open"), ("by", "fourth sitting"), ("seen", "1")]);
    assert_eq!(chair.office.get(PAGE).await.status, StatusCode::UNAUTHORIZED);
    let visitor = chair.office.post_as("", PAGE, &open).await;
    assert_eq!(visitor.status, StatusCode::UNAUTHORIZED);
    for role in [Role::Member, Role::GroupStaff, Role::Committee, Role::Administrator] {
        chair.office.wait(1_000);
        let email = format!("{}@lakes.example", role.name());
        let account = chair.office.account("Mr Otto BAY", &email).await;
        chair.office.grant(account, role).await;
        let session = chair.office.session(&email).await;
        let got = chair.office.post_as(&session, PAGE, &open).await;
        assert_eq!(got.status, StatusCode::FORBIDDEN, "{}", role.name());
        let got = chair.office.get_as(&session, PAGE).await;
        assert_eq!(got.status, StatusCode::FORBIDDEN, "{}", role.name());
    }
    assert_eq!(chair.seen(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_happens_less_often() {
    let chair = chair().await;
    chair.done("open", &[("by", "fourth sitting")]).await;
    chair.done("quorum", &[("present", "61"), ("members", "80")]).await;
    // One speaks on what is on the floor; who has spoken is not offered again.
    chair.done("call", &[("amendment", "1")]).await;
    let page = chair.page().await;
    assert!(page.contains("The President says") && page.contains("accesskey=\"m\""), "{page}");
    chair.done("move", &[("amendment", "1"), ("by", "ms ada lindqvist")]).await;
    // Who signed it is written as they signed.
    assert!(chair.page().await.contains("Moved by Ms Ada LINDQVIST"));
    assert!(chair.page().await.contains("value=\"against\""));
    chair
        .done("spoke", &[("amendment", "1"), ("speaker", "against"), ("by", "Mr Luc HAVEN")])
        .await;
    let page = chair.page().await;
    assert!(!page.contains("value=\"against\"") && page.contains(": Mr Luc HAVEN"), "{page}");
    let votes = [("amendment", "1"), ("in_favour", "12"), ("against", "41"), ("abstentions", "1")];
    chair.done("reject", &votes).await;
    // The figures were others; and then the whole was in vain.
    let event = chair.seen().to_string();
    let ruling = [("decides", "the President"), ("reason", "the board was misread")];
    let figures =
        [("event", &*event), ("in_favour", "13"), ("against", "41"), ("abstentions", "0")];
    chair.done("correct", &[&figures[..], &ruling].concat()).await;
    assert!(chair.public("/amendments/1").await.contains("13 in favour"));
    chair.done("annul", &[&[("event", &*event)][..], &ruling].concat()).await;
    assert!(!chair.public("/amendments/1").await.contains("is-rejected"));
    // By name, which the rules have on texts alone: the page offers it for no amendment.
    chair.done("call", &[("amendment", "1")]).await;
    chair.done("move", &[("amendment", "1"), ("by", "Ms Ada LINDQVIST")]).await;
    let page = chair.page().await;
    assert!(
        page.contains("id=\"text-names-names_for\"") && !page.contains("id=\"names-names_for\"")
    );
    let names = [
        ("amendment", "1"),
        ("names_for", "Ms Ada LINDQVIST, Mr Luc HAVEN"),
        ("names_against", "Mr Jan WEIR\nMs Mia FORD\r\nMs Eva LOCK"),
    ];
    let got = chair.record("reject", &names).await;
    assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY);
    chair.done("reject", &votes).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_oral_amendment_is_taken_down_and_voted_on() {
    let chair = chair().await;
    chair.done("open", &[("by", "fourth sitting")]).await;
    chair.done("call", &[("amendment", "2")]).await;
    chair.done("move", &[("amendment", "2"), ("by", "Mr Luc HAVEN")]).await;
    let page = chair.page().await;
    assert!(page.contains("name=\"wording_en\"") && page.contains("name=\"wording_fr\""));
    let none = [("to", "text 0"), ("by", "Ms Mia FORD"), ("wording_en", "")];
    let got = chair.record("oral", &none).await;
    assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        got.text().contains("id=\"oral-more\" open")
            && got.text().contains("value=\"Ms Mia FORD\"")
    );
    let said = [
        ("to", "text 0"),
        ("by", "Ms Mia FORD"),
        ("wording_en", "In the draft resolution, delete paragraph 2."),
        ("wording_fr", "Dans le projet de résolution, supprimer le paragraphe 2."),
    ];
    // Looked at before: how it is read in each language and what it changes; nothing is recorded.
    let before = chair.seen();
    let got = chair.record("try-oral", &[said[0], said[2], said[3]]).await;
    assert_eq!((got.status, chair.seen()), (StatusCode::OK, before));
    let page = got.text();
    assert!(page.contains("id=\"oral-more\" open"), "{page}");
    assert!(page.contains("In the draft resolution, delete paragraph 2.</textarea>"), "{page}");
    let tried = page.split("id=\"shown\"").nth(1).expect("it is shown");
    assert_eq!(tried.matches("Deletes paragraph\u{a0}2.").count(), 2, "{tried}");
    assert_eq!(tried.matches("class=\"change\"").count(), 2, "{tried}");
    assert!(tried.contains("<del"), "{tried}");
    // The same piece is for a script.
    let fields =
        form(&[("to", "text 0"), ("wording_en", "In the draft resolution, make it better.")]);
    let at = format!("{PAGE}/oral");
    let got = chair.office.post_as(&chair.session, &at, &fields).await;
    assert_eq!(got.status, StatusCode::OK);
    assert!(
        got.text().contains("class=\"wrong\"") && !got.text().contains("<html"),
        "{}",
        got.text()
    );
    assert_eq!(chair.office.post_as("", &at, &fields).await.status, StatusCode::UNAUTHORIZED);
    chair.done("oral", &said).await;
    let page = chair.page().await;
    assert!(
        page.contains("offered-oral-1") && page.contains("It is taken into consideration"),
        "{page}"
    );
    assert!(
        page.contains("Oral amendment\u{a0}1</h2>") || page.contains("Oral amendment 1</h2>"),
        "{page}"
    );
    chair.done("object", &[("amendment", "oral-1"), ("count", "2")]).await;
    chair.done("declare", &[("amendment", "oral-1")]).await;
    assert!(!chair.page().await.contains("offered-oral-1"));
    assert!(chair.public("").await.contains("oral"));
}
