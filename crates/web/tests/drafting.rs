//! Drafting by editing and by wording, sharing, signing, tabling: by HTTP, on both databases.

#[allow(dead_code, reason = "each test file uses a part")]
mod common;
#[path = "drafting/law.rs"]
mod law;
mod office;
#[path = "drafting/people.rs"]
mod people;

use axum::http::{Method, StatusCode};
use people::{SLUG, hall, on_both};
use procedure::event::{Event, Ruling, Time};
use procedure::state::Stage;

on_both! {
    /// A paragraph of the public page leads to its draft; what is edited has its wording in both languages, its change, what
    /// it meets and what the rules say.
    async fn an_edit_has_its_wording(hall: Hall) {
        let link = format!("/en/desk/draft/{SLUG}?at=a-para-2");
        let public = hall.office.get(&format!("/en/{SLUG}")).await;
        assert!(public.text().contains(&format!("href=\"{link}\"")));
        assert_eq!(public.header("cache-control"), "public, no-cache");
        let visitor = hall.office.get(&link).await;
        assert_eq!(visitor.status, StatusCode::UNAUTHORIZED);
        assert!(visitor.text().contains("name=\"back\" value=\"/en/desk/draft/412-lakes?at=a-para-2\""));
        let page = hall.get("ada", &link).await;
        assert!(page.contains("Four lakes and eleven harbours"), "{page}");
        assert!(page.contains("?to=5"), "sub-amendments to those that stand there are offered");

        let draft = hall.begin("ada", &[("at", "a-para-2"), ("what", "change"), ("lang", "en")]).await;
        let page = hall.get("ada", &draft).await;
        assert!(page.contains("Nothing is changed yet"), "{page}");
        let new = hall.text_of("ada", &draft).await.replace("eleven harbours", "thirteen quiet harbours");
        let page = hall.show("ada", &draft, &new, "").await;
        assert!(page.contains("In the draft resolution, paragraph 2, replace"), "{page}");
        assert!(page.contains("replace the word “eleven” with the following words:"), "{page}");
        assert!(page.contains("Dans le projet de résolution, paragraphe 2, remplacer"), "{page}");
        assert!(page.contains("[à traduire: thirteen quiet]"), "{page}");
        assert!(page.contains(">eleven</del>") && page.contains(">thirteen quiet</ins>"), "{page}");
        assert!(page.contains(&format!("/en/{SLUG}/amendments/5\"")), "{page}");
        assert!(page.contains("1 signature is there, 5 are needed"), "{page}");
        // The piece for a script is what the page shows.
        let piece = hall.piece("ada", &draft, &new, "").await;
        assert!(page.contains(&piece), "{piece}");
        // Nothing was saved by looking.
        assert!(!hall.text_of("ada", &draft).await.contains("thirteen"));
        hall.save("ada", &draft, &new, "").await;
        assert_eq!(hall.text_of("ada", &draft).await, new);
        // In the other language, on the same page of the dossier.
        let draft = hall.begin("ada", &[("at", "a-para-2"), ("what", "after"), ("lang", "fr")]).await;
        let page = hall.show("ada", &draft, "Les lampes sont vérifiées.", "").await;
        assert!(page.contains("«\u{a0}Les lampes sont vérifiées.\u{a0}»") || page.contains("Les lampes sont vérifiées."), "{page}");
        assert!(page.contains("[to be translated: Les lampes sont vérifiées.]"), "{page}");
    }

    /// Each way to begin; what is complete in both languages is tabled in both.
    async fn every_way_to_begin(hall: Hall) {
        for (fields, text, wording) in [
            (&[("at", "a-para-3"), ("what", "before")][..], "Fog is counted.", "before paragraph 3, insert the following paragraph"),
            (&[("at", "a-para-3"), ("what", "after")], "Fog is counted.", "after paragraph 3, insert the following paragraph"),
            (&[("at", "a-para-3"), ("what", "delete")], "", "delete paragraph 3"),
            (&[("at", "part-a"), ("what", "title")], "Quiet lakes", "Quiet lakes"),
            (&[("to", "8"), ("what", "new-text")], "In the last ten years the number of small boats has trebled. The number of lamps has not.", "In amendment 8, replace the word “doubled”"),
            (&[("to", "8"), ("what", "wording")], "In amendment 8, delete the second sentence.", "In amendment 8, delete the second sentence."),
            (&[("what", "wording")], "In the draft resolution, delete paragraph 3.", "delete paragraph 3"),
        ] {
            let draft = hall.begin("ada", fields).await;
            let page = hall.show("ada", &draft, text, "").await;
            assert!(page.contains(wording), "{wording}: {page}");
            assert!(!page.contains("id=\"refused\""), "{wording}: {page}");
        }
        for fields in [
            &[("at", "a-para-3"), ("what", "title")][..],
            &[("at", "a-para-99"), ("what", "change")],
            &[("at", "part-a"), ("what", "delete")],
            &[("to", "99"), ("what", "new-text")],
            &[("what", "change")],
            &[("what", "dance")],
        ] {
            let got = hall.post("ada", &format!("/en/desk/draft/{SLUG}"), fields).await;
            assert!(got.status == StatusCode::UNPROCESSABLE_ENTITY || got.status == StatusCode::NOT_FOUND, "{fields:?}");
        }
        let none = hall.ask("ada", Method::GET, "/en/desk/draft/none?at=a-para-2").await;
        assert_eq!(none.status, StatusCode::NOT_FOUND);
    }

    /// A wording is told as it is read; one that is not has its caret, candidates and a remedy.
    async fn a_wording_is_read(hall: Hall) {
        let draft = hall.begin("ada", &[("at", "a-para-2"), ("what", "wording")]).await;
        let page = hall.get("ada", &draft).await;
        assert!(page.contains("No wording is written yet"), "{page}");
        let wording = "In the draft resolution, paragraph 2, replace the last sentence with the following sentence: “Boats rest.”";
        let page = hall.show("ada", &draft, wording, "").await;
        assert!(page.contains("Replaces the third sentence of paragraph\u{a0}2"), "{page}");
        let wrong = "In the draft resolution, paragraph 2, replace the word “elleven” with the following word: “nine”";
        let page = hall.show("ada", &draft, wrong, "").await;
        assert!(page.contains("<mark>") && page.contains("elleven"), "{page}");
        assert!(page.contains("eleven harbours") || page.contains("“eleven”"), "candidates: {page}");
        assert!(page.contains("class=\"remedy\""), "{page}");
        let page = hall.show("ada", &draft, "Let the lamps be lit.", "").await;
        assert!(page.contains("data-code=\"wording-not-understood\""), "{page}");
        // The note is counted.
        let note = "word ".repeat(51);
        let page = hall.show("ada", &draft, wording, &note).await;
        assert!(page.contains("data-code=\"note-too-long\""), "{page}");
    }

    /// Shared by name, signed by members, tabled with one button, with a receipt that is given again and not twice.
    async fn from_the_first_word_to_the_receipt(hall: Hall) {
        let draft = hall.edited("ada", "eleven", "twenty").await;
        // Nobody else sees it.
        assert_eq!(hall.ask("bo", Method::GET, &draft).await.status, StatusCode::NOT_FOUND);
        assert_eq!(hall.post("bo", &format!("{draft}/sign"), &[("do", "sign"), ("version", "2")]).await.status, StatusCode::NOT_FOUND);
        let refused = hall.table("ada", &draft).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text().contains("role=\"alert\""));
        for name in ["bo", "cy", "di", "ed"] {
            hall.share("ada", &draft, name).await;
            hall.sign(name, &draft).await;
        }
        // A member's own signature goes and comes.
        let done = hall.post("ed", &format!("{draft}/sign"), &[("do", "unsign")]).await;
        assert_eq!(done.header("location"), format!("{draft}?done=unsigned"));
        assert_eq!(hall.table("ada", &draft).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        hall.sign("ed", &draft).await;
        // Another text has no signatures, which is said.
        let text = hall.text_of("ada", &draft).await.replace("twenty", "thirty");
        let saved = hall.save("ada", &draft, &text, "A note.").await;
        assert!(hall.get("ada", &saved).await.contains("4 signatures were to the text before"));
        assert_eq!(hall.table("ada", &draft).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let stale = hall.post("bo", &format!("{draft}/sign"), &[("do", "sign"), ("version", "2")]).await;
        assert_eq!(stale.status, StatusCode::CONFLICT);
        for name in ["bo", "cy", "di", "ed"] {
            hall.sign(name, &draft).await;
        }
        // Who only signs neither writes nor tables.
        assert_eq!(hall.table("bo", &draft).await.status, StatusCode::FORBIDDEN);
        let written = [("do", "save"), ("version", "3"), ("text", "Mine.")];
        assert_eq!(hall.post("bo", &draft, &written).await.status, StatusCode::FORBIDDEN);
        let (one, two) = tokio::join!(hall.table("ada", &draft), hall.table("ada", &draft));
        let receipt = one.header("location").to_owned();
        assert_eq!((one.status, two.status), (StatusCode::SEE_OTHER, StatusCode::SEE_OTHER), "{}", one.text());
        assert_eq!(two.header("location"), receipt);
        assert_eq!(hall.table("ada", &draft).await.header("location"), receipt);
        assert_eq!(hall.ask("ada", Method::GET, &draft).await.header("location"), receipt);
        let held = hall.held(&receipt).await;
        let tabled: Vec<_> = held.entries.iter().filter(|entry| matches!(entry.event, Event::Tabled { .. })).collect();
        let [tabled] = tabled.as_slice() else { panic!("{tabled:?}") };
        let record = held.sitting.course.amendments.last().expect("it is there");
        assert_eq!(record.signed, ["Ms Ada LINDQVIST", "bo", "cy", "di", "ed"]);
        assert_eq!((&*record.texts[0].lang, &*record.texts[0].note), ("en", "A note."));
        assert_eq!(record.texts.len(), 1, "what is left to be translated is not tabled: {:?}", record.texts);
        let page = hall.get("ada", &receipt).await;
        for told in [tabled.seq.to_string(), tabled.time.as_str().to_owned(), record.id.to_string(), held.head.hash.to_string(), receipt.clone()] {
            assert!(page.contains(&told), "{told}: {page}");
        }
        assert!(page.contains("with the table office"));
        hall.get("bo", &receipt).await;
        assert_eq!(hall.ask("flo", Method::GET, &receipt).await.status, StatusCode::NOT_FOUND);
        assert_eq!(hall.office.get(&receipt).await.status, StatusCode::UNAUTHORIZED);
        // It is a private draft no more, and stands under what was tabled.
        let mine = hall.get("ada", "/en/desk/drafts").await;
        assert!(!mine.contains(&format!("href=\"{draft}\"")) && mine.contains(&receipt), "{mine}");
        assert!(hall.get("fr:ada", "/fr/desk/drafts").await.contains("auprès du service de la séance"));
        // What is not published is not shown to others.
        assert!(!hall.office.get(&format!("/en/{SLUG}")).await.text().contains("thirty"));
        // Its signatories withdraw it, others do not.
        let withdraw = format!("/en/desk/draft/{SLUG}/withdraw");
        let seen = held.head.seq.to_string();
        let form = [("amendment", &*record.id.0), ("seen", &*seen)];
        assert_eq!(hall.post("flo", &withdraw, &form).await.status, StatusCode::NOT_FOUND);
        let done = hall.post("ada", &withdraw, &form).await;
        assert_eq!(done.header("location"), "/en/desk/drafts?done=withdrawn", "{}", done.text());
        assert_eq!(hall.post("ada", &withdraw, &form).await.status, StatusCode::CONFLICT);
        assert!(hall.get("ada", "/en/desk/drafts").await.contains("Withdrawn"));
    }

    /// The connection is lost while it is tabled: the same form again has the same receipt, and nothing is tabled twice.
    async fn a_lost_answer_is_given_again(hall: Hall) {
        // The process ended before it could remove the draft, or to answer.
        let draft = hall.signed("ada", "eleven", "twenty").await;
        let receipt = hall.handed_in(&draft).await;
        let again = hall.table("ada", &draft).await;
        assert_eq!(again.header("location"), receipt);
        assert!(hall.drafts("ada").await.is_empty());
        assert_eq!(hall.table("ada", &draft).await.header("location"), receipt);
        // Somebody saved another text in that moment: it goes on as a draft of its own.
        let draft = hall.signed("ada", "eleven", "thirty").await;
        let kept = hall.kept(&draft).await;
        let receipt = hall.handed_in(&draft).await;
        let (payload, now) = (kept.payload.replace("thirty", "ninety"), hall.office.server.now());
        hall.office.store().save_draft(kept.id, kept.version, &payload, &now).await.expect("saved");
        assert_eq!(hall.ask("ada", Method::GET, &draft).await.header("location"), receipt);
        let left = hall.drafts("ada").await;
        assert_eq!(left.len(), 1);
        assert!(left[0].id != kept.id && left[0].payload.contains("ninety"));
        let held = hall.held(&receipt).await;
        assert_eq!(held.entries.iter().filter(|entry| matches!(entry.event, Event::Tabled { .. })).count(), 2);
    }

    /// At the deadline it is in time, one second after it is late, whenever it was saved.
    async fn one_second_after_the_deadline(hall: Hall) {
        let (first, second) = (hall.signed("ada", "eleven", "twenty").await, hall.signed("ada", "eleven", "thirty").await);
        let deadline = hall.office.now() + 60;
        let event = Event::DeadlineSet { at: Time::of_unix(deadline), sub_amendments: false, by: "Bureau".to_owned() };
        hall.decide(event).await;
        hall.office.wait(60);
        assert_eq!(hall.table("ada", &first).await.status, StatusCode::SEE_OTHER);
        hall.office.wait(1);
        let late = hall.table("ada", &second).await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
        let page = late.text();
        assert!(page.contains("deadline"), "{page}");
        assert!(page.contains("thirty"), "the draft is still there: {page}");
        assert_eq!(hall.drafts("ada").await.len(), 1);
        // What is looked at says so before.
        assert!(hall.get("ada", &second).await.contains("deadline"));
        // It can be left with the table office: drafted and signed, and not tabled; once, however often it is sent.
        assert!(page.contains("Leave it with the table office"), "{page}");
        let version = hall.version("ada", &second).await;
        let left = hall.leave("ada", &second, &version).await;
        assert_eq!(left.status, StatusCode::SEE_OTHER, "{}", left.text());
        let receipt = left.header("location").to_owned();
        let again = hall.leave("ada", &second, &version).await;
        assert_eq!(again.header("location"), receipt);
        assert!(hall.get("ada", &receipt).await.contains("It came after the deadline and is not tabled."));
        assert!(hall.drafts("ada").await.is_empty());
        assert!(hall.get("ada", "/en/desk/drafts").await.contains("Left with the table office after the deadline"));
        let held = hall.held(&receipt).await;
        let record = held.sitting.course.amendments.last().expect("the last");
        assert_eq!((&record.stage, record.signed.len()), (&Stage::Drafted, 5));
        // Whether it is taken is ruled there.
        let late = Some(Ruling { by: "President".to_owned(), reason: "the boat was late".to_owned(), capacity: None });
        hall.decide(Event::Tabled { amendment: record.id.clone(), committee: None, late }).await;
        // Who is in time tables, whatever the form says.
        hall.decide(Event::DeadlineSet { at: Time::of_unix(hall.office.now() + 60), sub_amendments: false, by: "Bureau".to_owned() }).await;
        let third = hall.signed("ada", "eleven", "forty").await;
        let version = hall.version("ada", &third).await;
        let tabled = hall.leave("ada", &third, &version).await;
        let held = hall.held(tabled.header("location")).await;
        assert_eq!(held.sitting.course.amendments.last().expect("the last").stage, Stage::Tabled);
    }

    /// Nobody saves over what another saved: both texts are told.
    async fn a_lost_update_is_told_with_both_texts(hall: Hall) {
        let draft = hall.begin("ada", &[("at", "a-para-2"), ("what", "change")]).await;
        let save = |text: &'static str| {
            let fields = [("do", "save"), ("version", "1"), ("text", text), ("note", "")];
            let (hall, draft) = (&hall, &draft);
            async move { hall.post("ada", draft, &fields).await }
        };
        assert_eq!(save("The lakes are one.").await.status, StatusCode::SEE_OTHER);
        let second = save("The lakes are two.").await;
        assert_eq!(second.status, StatusCode::CONFLICT);
        let page = second.text();
        assert!(page.contains("The lakes are one.") && page.contains("The lakes are two."), "{page}");
        assert!(page.contains("name=\"version\" value=\"2\""), "saving again is behind the other: {page}");
    }

    /// Staff write for a member and sign nothing; a committee's secretariat tables for its committee and no other.
    async fn staff_and_committees(hall: Hall) {
        let begin = format!("/en/desk/draft/{SLUG}");
        let fields = [("at", "a-para-2"), ("what", "change")];
        let none = hall.post("staff", &begin, &fields).await;
        assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
        let for_ada = [("at", "a-para-2"), ("what", "change"), ("member", "ms ada  lindqvist")];
        let draft = hall.begin("staff", &for_ada).await;
        let text = hall.text_of("staff", &draft).await.replace("eleven", "nine");
        hall.save("staff", &draft, &text, "").await;
        let page = hall.get("staff", &draft).await;
        assert!(page.contains("for Ms Ada LINDQVIST") && !page.contains("value=\"sign\""), "{page}");
        for (end, fields) in [("/sign", &[("do", "sign"), ("version", "2")][..]), ("/table", &[("version", "2")])] {
            let got = hall.post("staff", &format!("{draft}{end}"), fields).await;
            assert_eq!(got.status, StatusCode::FORBIDDEN, "{end}");
        }
        // The member sees it, writes it, and would table it.
        assert!(hall.get("ada", "/en/desk/drafts").await.contains(&format!("href=\"{draft}\"")));
        hall.save("ada", &draft, &text.replace("nine", "seven"), "").await;
        assert!(hall.get("ada", &draft).await.contains("Table it"));

        let draft = hall.begin("committee", &fields).await;
        let text = hall.text_of("committee", &draft).await.replace("eleven", "six");
        hall.save("committee", &draft, &text, "").await;
        for committee in ["Committee on Fog", ""] {
            let got = hall.post("committee", &format!("{draft}/table"), &[("version", "2"), ("committee", committee)]).await;
            assert_eq!(got.status, StatusCode::FORBIDDEN, "{committee}");
        }
        let fields = [("version", "2"), ("committee", "Committee on Lamps")];
        let got = hall.post("committee", &format!("{draft}/table"), &fields).await;
        assert_eq!(got.status, StatusCode::SEE_OTHER, "{}", got.text());
        let held = hall.held(got.header("location")).await;
        let record = held.sitting.course.amendments.last().expect("it is there");
        assert!(record.committee && record.signed == ["Committee on Lamps"]);
        // A member is no committee, whatever a form says.
        let draft = hall.edited("ada", "eleven", "ten").await;
        let got = hall.post("ada", &format!("{draft}/table"), &fields).await;
        assert_eq!(got.status, StatusCode::FORBIDDEN);
        // And whoever presides, or administers, drafts nothing.
        for name in ["chair", "admin"] {
            let got = hall.ask(name, Method::GET, &format!("{begin}?at=a-para-2")).await;
            assert_eq!(got.status, StatusCode::FORBIDDEN, "{name}");
        }
    }

    /// A link for one is used once; one for several until it is taken back; a draft that is not shared any more is gone.
    async fn links_share_a_draft(hall: Hall) {
        let draft = hall.edited("ada", "eleven", "twenty").await;
        let once = hall.link("ada", &draft, "once").await;
        assert_eq!(hall.office.get(&once).await.status, StatusCode::UNAUTHORIZED);
        let page = hall.get("bo", &once).await;
        assert!(page.contains("Ms Ada LINDQVIST") && !page.contains("twenty"), "{page}");
        assert_eq!(hall.post("bo", &once, &[]).await.header("location"), draft);
        assert!(hall.get("bo", &draft).await.contains("twenty"));
        assert_eq!(hall.post("cy", &once, &[]).await.status, StatusCode::GONE);
        assert_eq!(hall.ask("cy", Method::GET, &draft).await.status, StatusCode::NOT_FOUND);
        let many = hall.link("ada", &draft, "many").await;
        for name in ["cy", "di"] {
            assert_eq!(hall.post(name, &many, &[]).await.header("location"), draft);
        }
        // Whoever sees no drafts is not let in by a link.
        assert_eq!(hall.post("chair", &many, &[]).await.status, StatusCode::FORBIDDEN);
        hall.post("ada", &format!("{draft}/share"), &[("do", "revoke")]).await;
        assert_eq!(hall.post("ed", &many, &[]).await.status, StatusCode::GONE);
        hall.sign("cy", &draft).await;
        let cy = hall.account("cy").0.to_string();
        hall.post("ada", &format!("{draft}/share"), &[("without", &cy)]).await;
        assert_eq!(hall.ask("cy", Method::GET, &draft).await.status, StatusCode::NOT_FOUND);
        assert!(hall.get("ada", &draft).await.contains("Nobody has signed"));
        // Who only signs shares with nobody.
        assert_eq!(hall.post("bo", &format!("{draft}/share"), &[("do", "once")]).await.status, StatusCode::FORBIDDEN);
        let unknown = hall.post("ada", &format!("{draft}/share"), &[("do", "add"), ("name", "Nobody")]).await;
        assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY);
        // Thrown away by its owner alone.
        let remove = format!("{draft}/remove");
        assert_eq!(hall.post("bo", &remove, &[("version", "2")]).await.status, StatusCode::FORBIDDEN);
        assert_eq!(hall.post("ada", &remove, &[("version", "1")]).await.status, StatusCode::CONFLICT);
        assert_eq!(hall.post("ada", &remove, &[("version", "2")]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(hall.ask("ada", Method::GET, &draft).await.status, StatusCode::NOT_FOUND);
    }

    /// Script is text wherever it is typed, and what is too large is refused.
    async fn script_is_text_and_size_is_limited(hall: Hall) {
        let script = "<script>alert(1)</script>";
        for what in ["change", "before", "after", "delete", "wording"] {
            let draft = hall.begin("ada", &[("at", "a-para-2"), ("what", what)]).await;
            let page = hall.show("ada", &draft, script, script).await;
            assert!(!page.contains(script), "{what}");
            hall.save("ada", &draft, script, script).await;
            assert!(!hall.get("ada", &draft).await.contains(script), "{what}");
            assert!(!hall.get("ada", "/en/desk/drafts").await.contains(script));
            let piece = hall.piece("ada", &draft, script, script).await;
            assert!(!piece.contains(script), "{what}");
            let shared = hall.post("ada", &format!("{draft}/share"), &[("do", "add"), ("name", script)]).await;
            assert!(!shared.text().contains(script));
            let version = [("version", script), ("do", script)];
            assert_eq!(hall.post("ada", &draft, &version).await.status, StatusCode::BAD_REQUEST);
        }
        let began = hall.post("staff", &format!("/en/desk/draft/{SLUG}"), &[("at", "a-para-2"), ("what", "change"), ("member", script)]).await;
        assert_eq!(began.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(!began.text().contains(script));
        let draft = hall.begin("ada", &[("at", "a-para-2"), ("what", "change")]).await;
        for (text, status) in [("é".repeat(30_001), StatusCode::PAYLOAD_TOO_LARGE), ("x".repeat(10_000_000), StatusCode::PAYLOAD_TOO_LARGE)] {
            for end in ["", "/shown"] {
                let got = hall.post("ada", &format!("{draft}{end}"), &[("do", "save"), ("version", "1"), ("text", &text)]).await;
                assert_eq!(got.status, status);
            }
        }
        let most = "It is “so”. ".repeat(2_400);
        let page = hall.show("ada", &draft, &most, "").await;
        assert!(page.contains("Official wording") || page.contains("id=\"refused\""));
        for id in ["x", "-1", "99999999999999999999", "0"] {
            let got = hall.ask("ada", Method::GET, &format!("/en/desk/drafts/{id}")).await;
            assert_eq!(got.status, StatusCode::NOT_FOUND, "{id}");
        }
        for event in ["x", "0", "1", "99999999"] {
            let got = hall.ask("ada", Method::GET, &format!("/en/desk/draft/{SLUG}/receipt/{event}")).await;
            assert_eq!(got.status, StatusCode::NOT_FOUND, "{event}");
        }
    }
}
