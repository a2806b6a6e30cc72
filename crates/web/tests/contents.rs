//! What stands on the pages: what became of amendments, what a filter finds, how an old version reads.

mod common;

use common::{get, names, opened, router, site};
use hemicycle_web::{Site, Tongue};
use source::SourceFile;
use std::sync::Arc;

/// The numbers of the amendments on a page, in their order.
fn amendments(page: &str) -> Vec<String> {
    let starts = page.split("<article class=\"amendment").skip(1);
    let ids = starts.filter_map(|rest| rest.split("id=\"").nth(1)?.split('"').next());
    ids.map(|id| id.trim_start_matches("am-").to_owned()).collect()
}

#[tokio::test]
async fn an_amendment_tells_what_it_changes_and_what_became_of_it() {
    let router = router();
    let page = get(&router, "/en/412-lakes/amendments/15").await;
    for words in [
        "Amendment\u{a0}15, paragraph\u{a0}5",
        "23 in favour, 28 against, no abstentions",
        "<del title=\"Amendment 15\">the ferries should slow down, sound their horns and keep to the marked channel.</del>",
        "<ins title=\"Amendment 15\">no ferry should leave its harbour.</ins>",
        "If it is adopted, these fall",
        "href=\"/en/412-lakes/amendments/16\"",
        "aucun bac ne devrait quitter son port",
    ] {
        assert!(page.text().contains(words), "{words}\n{}", page.text());
    }
    let sub = get(&router, "/en/412-lakes/amendments/8/1").await;
    assert!(sub.text().contains("Sub-amendment\u{a0}1 to amendment\u{a0}8"));
    assert!(sub.text().contains("<ins>") && sub.text().contains("<del>"));
    let whole = get(&router, "/en/412-lakes/amendments/8").await;
    assert!(
        whole.text().contains("The number of lamps has remained the same."),
        "with its sub-amendment"
    );
    let only = get(&router, "/en/412-lakes/amendments/34").await;
    assert!(only.text().contains("lang=\"fr\""), "it is in French alone");
    let position = get(&router, "/fr/412-lakes/amendments/4").await;
    assert!(position.text().contains("Commission des eaux et des ports"));
}

#[tokio::test]
async fn a_history_does_not_tell_how_an_amendment_was_drafted() {
    let router = router();
    let page = get(&router, "/en/412-lakes/amendments/35").await;
    assert!(page.text().contains("was given the number\u{a0}35"), "{}", page.text());
    assert!(!page.text().contains("signed"), "{}", page.text());
    assert!(!page.text().contains("drafted"));
}

#[tokio::test]
async fn earlier_names_lead_to_the_present_one() {
    let router = router();
    let got = get(&router, "/en/412-lakes/amendments/d-1").await;
    assert_eq!(got.header("location"), "/en/412-lakes/amendments/35");
}

#[tokio::test]
async fn a_filter_shows_what_fits() {
    let router = router();
    let found = async |query: &str| {
        amendments(get(&router, &format!("/en/412-lakes?{query}")).await.text())
    };
    assert_eq!(found("place=a-para-5").await, ["15", "16"]);
    assert_eq!(found("place=a-para-5&state=rejected").await, ["15"]);
    assert_eq!(found("q=no+ferry+LEAVE").await, ["15"]);
    assert!(found("q=zzzz").await.is_empty());
    let by = found("by=Ms+Clara+SOUND").await;
    assert!(by.contains(&"4".to_owned()) && !by.contains(&"1".to_owned()));
    let adopted = found("state=adopted").await;
    // A sub-amendment stands before what it changes.
    let at = adopted.iter().position(|id| id == "8-sub-1").expect("it was adopted");
    assert_eq!(adopted[at + 1], "8");
    let all = found("").await;
    assert!(all.len() > 35, "{all:?}");
    assert_eq!(found("state=nonsense&unknown=1").await, all);
    let accents = get(&router, "/fr/412-lakes?q=etoile").await;
    assert_eq!(amendments(accents.text()), ["2"]);
    assert!(accents.text().contains("Un amendement correspond."));
    let kept = get(&router, "/en/412-lakes?q=%3Cb%3E%22x&place=%22%3E").await;
    assert!(kept.text().contains("value=\"&lt;b&gt;&quot;x\""));
}

#[tokio::test]
async fn an_old_version_stays_as_it_was() {
    let router = router();
    let first = get(&router, "/en/412-lakes/versions/1").await;
    assert_eq!(first.header("cache-control"), "public, max-age=86400");
    assert!(!first.text().contains("is-adopted"));
    assert!(first.text().contains("id=\"am-35\""));
    assert!(first.text().contains("Doc. 412, compendium, provisional version"));
    // A log that goes on does not change it: the sitting has the first two versions, too.
    let middle = get(&router, "/en/412-sitting/versions/1").await;
    let tag = |got: &common::Got| got.header("etag").to_owned();
    assert_eq!(tag(&first), tag(&middle));
}

#[tokio::test]
async fn the_sitting_says_what_is_before_the_assembly() {
    let router = router();
    let page = get(&router, "/fr/412-sitting").await;
    assert!(page.text().contains("En discussion\u{a0}: l'amendement\u{a0}10"), "{}", page.text());
    assert!(page.text().contains("data-standing=\"floor\""));
    let text = get(&router, "/en/412-sitting/adopted").await;
    assert!(text.text().contains("No text has been adopted yet."));
    assert!(text.text().contains("Northern Star"));
}

#[tokio::test]
async fn the_feed_is_a_feed() {
    let router = router();
    let feed = get(&router, "/en/412-lakes/feed.atom").await;
    let read: atom_syndication::Feed = feed.text().parse().expect("Atom");
    assert!(read.entries().len() >= 40);
    let first = &read.entries()[0];
    assert!(first.updated() >= read.entries()[1].updated());
    assert!(
        read.entries().iter().any(|entry| entry.title().as_str() == "Amendment\u{a0}1: rejected")
    );
    let links: Vec<_> = read.entries().iter().map(|entry| entry.links()[0].href()).collect();
    assert!(links.contains(&"/en/412-lakes/amendments/8/1"));
}

/// Every field of a dossier that a page shows.
const HOSTILE: &str = "Doc. <script>alert(1)</script> – Compendium of written amendments\n16/10/2031\n\n\
    <script>alert(2)</script>\"' onload=\n\nA. Draft resolution\n\n1. The <script>alert(3)</script> harbours & \"boats\".\n\n\
    Amendment 1\n\nTabled by Ms Ada <script>alert(4)</script>, Mr Bo \"REED\n\n(<script>alert(5)</script>)\n\n\
    In the draft resolution, paragraph 1, replace the word “harbours” with the following words: “<script>alert(6)</script>”\n\n\
    Explanatory note\n\n<script>alert(7)</script>\n\nSub-amendment 1 to amendment 1\n\nTabled by Ms <img src=x onerror=alert(8)>\n\n\
    In amendment 1, replace “alert” with “</script><script>alert(9)</script>”.\n";

#[tokio::test]
async fn no_text_becomes_markup() {
    let file = Arc::new(SourceFile::new("hostile.txt", HOSTILE));
    let dossier = engine::open::open(vec![file]).state.dossier;
    assert_eq!(dossier.amendments.len(), 2);
    let site = Site::new(names(), "", "test", 2);
    site.put(Arc::new(opened("hostile", dossier)));
    let router = hemicycle_web::site::router(Arc::new(site));
    for tongue in Tongue::ALL {
        for end in [
            "",
            "?q=%3Cscript%3E",
            "/amendments/1",
            "/amendments/1/1",
            "/order",
            "/sitting",
            "/adopted/changes",
            "/feed.atom",
        ] {
            let path = format!("/{}/hostile{end}", tongue.tag());
            let got = get(&router, &path).await;
            assert_eq!(got.status, 200, "{path}");
            assert!(!got.text().contains("<script>"), "{path}");
            assert!(!got.text().contains("<img"), "{path}");
            // The block of data ends once.
            let blocks = got.text().matches("<script type=\"application/ld+json\">").count();
            assert_eq!(
                got.text().matches("</script>").count(),
                got.text().matches("<script ").count().max(blocks),
                "{path}"
            );
        }
        let home = get(&router, &format!("/{}/", tongue.tag())).await;
        assert!(home.text().contains("&lt;script&gt;alert(2)"), "it is shown as it is");
    }
}

#[test]
fn a_log_and_a_dossier_that_do_not_fit_are_refused() {
    let bytes = std::fs::read(common::example("sitting.jsonl")).expect("the example");
    let harbours = common::dossier(&["harbours-en.txt", "harbours-fr.txt"]);
    let other = hemicycle_web::Held::read("x", [harbours], &bytes);
    assert!(matches!(other, Err(hemicycle_web::held::Fault::Dossier { .. })));
    let lakes = || common::dossier(&["lakes-en.txt", "lakes-fr.txt"]);
    let none = hemicycle_web::Held::read("x", [lakes()], b"");
    assert!(matches!(none, Err(hemicycle_web::held::Fault::Empty)));
    let mut broken = bytes.clone();
    broken[100] ^= 1;
    assert!(hemicycle_web::Held::read("x", [lakes()], &broken).is_err());
    assert_eq!(site().all().len(), 4);
}
