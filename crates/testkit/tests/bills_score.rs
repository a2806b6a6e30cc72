//! The measure of amended articles: faults planted in an article that is right otherwise, and what others wrote.

use hemicycle_testkit::bills::apply::{Applied, Outcome};
use hemicycle_testkit::bills::score::{Score, Verdict, score};
use std::collections::BTreeMap;

const BEFORE: &str = "Les bacs sont comptés au printemps, la police des lacs les inscrit.\n\
                      Les lampes de la rive sont éteintes à l'aube par les gardiens.";

/// What comes of an article in which amendment 1 put `new` where the mechanical article has `worded`; `wording` is its
/// wording.
fn compared(article: &str, new: &str, mechanical: &str, wording: &str, official: &str) -> Score {
    let start = article.find(new).map(|at| article[..at].chars().count()).expect("it stands there");
    let ranges = vec![(start, start + new.chars().count())];
    let (removed, added) = (String::new(), new.to_owned());
    let outcome = Outcome::Applied { ranges, removed, added };
    let amendments = BTreeMap::from([("1".to_owned(), outcome)]);
    let (article, mechanical) = (article.to_owned(), mechanical.to_owned());
    let applied = Applied { article, mechanical, amendments };
    let wordings = BTreeMap::from([("1".to_owned(), wording.to_owned())]);
    score(&applied, BEFORE, &wordings, official)
}

const WORDING: &str = "À l'alinéa 1, après le mot : « bacs », insérer les mots : « , les grands radeaux du nord, \
                       les barques et les bouées des ports ».";

/// The first alinéa with these words put in, the second as it was.
fn with(words: &str) -> String {
    BEFORE.replacen("bacs", &format!("bacs{words}"), 1)
}

const RIGHT: &str = ", les grands radeaux du nord, les barques et les bouées des ports";

fn put_in(ours: &str, official: &str) -> Score {
    compared(&with(ours), ours, &with(RIGHT), WORDING, &with(official))
}

#[test]
fn the_right_article_is_the_same() {
    let score = put_in(RIGHT, RIGHT);
    assert_eq!(score.verdict, Verdict::Exact);
}

#[test]
fn a_comma_lost_or_added_is_wrong() {
    for planted in [
        ", les grands radeaux du nord les barques et les bouées des ports",
        ", les grands radeaux du nord, les barques, et les bouées des ports",
        ", les grands radeaux du nord, les barques et les bouées des ports,",
        " les grands radeaux du nord, les barques et les bouées des ports",
    ] {
        let score = put_in(planted, RIGHT);
        assert_eq!(score.verdict, Verdict::Wrong, "{planted}: {score:?}");
    }
}

#[test]
fn a_capital_letter_is_wrong() {
    let score = put_in(", Les grands radeaux du nord, les barques et les bouées des ports", RIGHT);
    assert_eq!(score.verdict, Verdict::Wrong, "{score:?}");
}

#[test]
fn what_neither_had_is_others_work() {
    let official = ", les grands radeaux du nord, les barques et les phares des ports";
    let score = put_in(RIGHT, official);
    assert_eq!(score.verdict, Verdict::Explained, "{score:?}");
    assert_eq!(score.differences.len(), 1);
}

#[test]
fn a_comma_next_to_what_others_wrote_is_wrong() {
    let planted = ", les grands radeaux du nord, les barques, et les bouées des ports";
    let official = ", les grands radeaux du nord, les barques et les phares des ports";
    let score = put_in(planted, official);
    assert_eq!(score.verdict, Verdict::Wrong, "{score:?}");
}

#[test]
fn a_word_that_the_old_text_has_too_is_not_the_old_text() {
    // "par les gardiens" stands in the old text as well, with other words around it.
    let new = "brûlent toujours à l'heure par tous gardiens armés";
    let article = BEFORE.replace("sont éteintes à l'aube par les gardiens", new);
    let official = article.replace("tous", "les");
    let wording = format!("Alinéa 2\nAprès le mot :\nrive\nrédiger ainsi la fin :\n{new}.");
    let score = compared(&article, new, &article, &wording, &official);
    assert_eq!(score.verdict, Verdict::Explained, "{score:?}");
}

#[test]
fn words_put_where_the_official_text_is_the_old_one_are_wrong() {
    let article = BEFORE.replace("gardiens", "gardiens du port");
    let score = compared(
        &article,
        " du port",
        &article,
        "Après le mot : « gardiens », insérer les mots : « du port ».",
        BEFORE,
    );
    assert_eq!(score.verdict, Verdict::Wrong, "{score:?}");
}

#[test]
fn a_new_text_that_ran_into_the_next_order_is_wrong() {
    let wording = "Compléter cet article par un alinéa ainsi rédigé :\n\
                   Les bouées sont peintes en rouge chaque année.\nAlinéa 2\nSupprimer cet alinéa.";
    let misread = "Les bouées sont peintes en rouge chaque année.\nAlinéa 2\nSupprimer cet alinéa.";
    let article = format!("{BEFORE}\n{misread}");
    let official = format!("{BEFORE}\nLes bouées sont peintes en rouge chaque année.");
    let score = compared(&article, misread, &article, wording, &official);
    assert_eq!(score.verdict, Verdict::Wrong, "{score:?}");
}

#[test]
fn a_new_text_that_ends_too_early_is_wrong() {
    let wording = "Compléter cet article par deux alinéas ainsi rédigés :\n\
                   Les bouées sont peintes en rouge chaque année.\nLes phares le sont en blanc.";
    let read = "Les bouées sont peintes en rouge chaque année.";
    let article = format!("{BEFORE}\n{read}");
    let official = format!("{article}\nLes phares le sont en blanc.");
    let score = compared(&article, read, &article, wording, &official);
    assert_eq!(score.verdict, Verdict::Wrong, "{score:?}");
}

#[test]
fn far_from_what_came_nothing_is_held_against_it() {
    let official = with(RIGHT).replace("gardiens", "gardes");
    let score = compared(&with(RIGHT), RIGHT, &with(RIGHT), WORDING, &official);
    assert_eq!(score.verdict, Verdict::Explained, "{score:?}");
}
