//! Amendments to French bills: the case files of `tests/suite/bills`, and the score on real articles.

use hemicycle_testkit::bills::apply::{Applied, Outcome, apply};
use hemicycle_testkit::bills::cases::{folders, wordings};
use hemicycle_testkit::bills::score::{Verdict, score};
use hemicycle_testkit::suite;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

#[test]
fn cases_come_out_as_written() {
    let report = suite::run("bills", suite::bills::outcome);
    assert!(report.passed(), "{report}");
    assert!(report.cases >= 90, "{} cases", report.cases);
}

/// What was reached on the articles of `shared/data/fr-applied`, and must not be lost again.
#[test]
#[allow(clippy::print_stdout, reason = "`cargo test -- --nocapture` shows the score")]
fn the_score_on_real_articles_has_its_floor() {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/fr-applied/cases");
    if !cases.exists() {
        println!("skipped: no shared data");
        return;
    }
    let folders = folders(&cases).expect("the cases are listed");
    let mut verdicts: BTreeMap<Verdict, usize> = BTreeMap::new();
    let (mut all, mut read, mut done, mut wrong, mut seams) = (0, 0, 0, 0, 0);
    for folder in &folders {
        let text = |name: &str| fs::read_to_string(folder.join(name)).unwrap_or_default();
        let amendments = wordings(folder).expect("the wordings are read");
        let applied: Applied = apply(&text("article_avant"), &amendments);
        let score = score(&applied, &text("article_avant"), &amendments, &text("article_apres"));
        for outcome in applied.amendments.values() {
            all += 1;
            read += usize::from(!matches!(outcome, Outcome::Unread { .. }));
            done += usize::from(matches!(outcome, Outcome::Applied { .. }));
        }
        wrong += score.wrong.len();
        seams += score.seams.len();
        *verdicts.entry(score.verdict).or_default() += 1;
    }
    let of = |verdict: Verdict| verdicts.get(&verdict).copied().unwrap_or(0);
    let same = of(Verdict::Exact) + of(Verdict::Normalised);
    let explained = same + of(Verdict::Explained);
    println!("{} cases: {same} the same, {explained} the same or explained", folders.len());
    println!(
        "{all} amendments: {read} read, {done} carried out, {wrong} with a difference at their place"
    );
    assert_eq!((folders.len(), all), (162, 411));
    assert!(read >= 409 && done >= 394, "{read} read, {done} carried out");
    assert!(same >= 64 && explained >= 141, "{same} the same, {explained} explained");
    assert!(wrong <= 10 && seams <= 24, "{wrong} wrong, {seams} at seams");
}
