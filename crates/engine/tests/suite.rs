//! The case files of `tests/suite/engine` and `tests/suite/sitting`; their form is described in crate `testkit`.

use procedure::rules::{Rules, named, shipped};
use std::collections::BTreeSet;
use testkit::suite::{sitting, told};
use testkit::variants::{codes, variants};

#[test]
fn the_case_files_hold() {
    let report = testkit::suite::run("engine", testkit::suite::engine::outcome);
    assert!(report.passed(), "{report}");
}

#[test]
fn the_sittings_go_as_written() {
    let report = testkit::suite::run("sitting", sitting::outcome);
    assert!(report.passed(), "{report}");
    assert!(report.cases >= 100, "only {} sittings", report.cases);
}

/// Refusals that no course of events meets, and why.
const NOT_MET: [(&str, &str); 1] =
    [("objections", "objections that are enough end the proposal: nothing is left to be declared")];

#[test]
fn every_event_consequence_and_refusal_occurs_in_a_sitting() {
    let (mut met, mut refused) = (BTreeSet::new(), BTreeSet::new());
    for told in told("sitting") {
        let (log, codes) = sitting::held(&told.case);
        refused.extend(codes);
        for entry in log {
            met.insert(kind(&entry.event));
            met.extend(entry.then.iter().map(kind));
        }
    }
    let events = include_str!("../../procedure/src/event.rs");
    let wanted = [variants(events, "Event"), variants(events, "Consequence")].concat();
    assert!(wanted.len() >= 45, "they are not read out of the source: {wanted:?}");
    let missing: Vec<_> = wanted.iter().filter(|kind| !met.contains(*kind)).collect();
    assert!(missing.is_empty(), "no sitting in tests/suite/sitting has {missing:?}");

    let refusals = codes(include_str!("../../procedure/src/state/refusal.rs"));
    assert!(refusals.len() > 40, "they are not read out of the source: {refusals:?}");
    let missing: Vec<_> = refusals
        .iter()
        .filter(|code| !refused.contains(*code) && !NOT_MET.iter().any(|(not, _)| not == *code))
        .collect();
    assert!(missing.is_empty(), "nothing in tests/suite/sitting is refused by {missing:?}");
    for (code, why) in NOT_MET {
        assert!(!refused.contains(code), "{code} is met, though {why}");
    }
}

/// The key by which a log names it.
fn kind(one: &impl serde::Serialize) -> String {
    let value = serde_json::to_value(one).expect("a log is JSON");
    let key = value.as_object().and_then(|object| object.keys().next().cloned());
    key.unwrap_or_default()
}

/// A line that says nothing would show less than its case says, and a wording that is not understood something else.
#[test]
fn every_line_of_a_sitting_is_read() {
    for told in told("sitting") {
        let lost = |line: &&str| {
            ["cannot be read: ", "no profile: ", "no rules ", "error "]
                .iter()
                .any(|start| line.starts_with(start))
        };
        let lost: Vec<_> = told.outcome.lines().filter(lost).collect();
        assert!(lost.is_empty(), "{}, {}: {lost:?}", told.file, told.case.title);
    }
}

/// Parameters that act on a sitting, and the case files in which chambers that differ in them go their ways.
const SHOWN: [(&str, &str); 20] = [
    ("tabling.signatories", "before-the-sitting"),
    ("tabling.signatures-until", "chambers"),
    ("sub-amendments.signatories", "before-the-sitting"),
    ("falls.identical-if-rejected", "identical"),
    ("committee.adopted-when", "chambers"),
    ("committee.adopted-objectors", "pace-editions"),
    ("committee.adopted-objectors", "chambers"),
    ("committee.rejected-when", "chambers"),
    ("committee.rejected-objectors", "pace-editions"),
    ("committee.rejected-objectors", "chambers"),
    ("committee.no-position-speaks", "debate"),
    ("oral.objectors", "chambers"),
    ("debate.speakers", "debate"),
    ("votes.recommendation", "chambers"),
    ("votes.opinion", "chambers"),
    ("votes.methods", "chambers"),
    ("votes.roll-call", "chambers"),
    ("outcomes.fell", "chambers"),
    ("outcomes.not-moved", "chambers"),
    ("outcomes.ruled-out", "chambers"),
];

/// Parameters in which chambers differ and by which, as they differ, no event of a log is refused and nothing follows:
/// what only people are told, and what the sitting does not know how to act on.
const TOLD: [&str; 26] = [
    "tabling.exempt",
    "tabling.out-of-order",
    "tabling.note-words",
    "tabling.one-place-each",
    "sub-amendments.exempt",
    "sub-amendments.out-of-order",
    "deadlines.first-day",
    "deadlines.second-day",
    "deadlines.later-days",
    "deadlines.sub-amendments",
    "deadlines.urgent-debates",
    "deadlines.set-by",
    "order.farthest-from",
    "order.compromise-first",
    "committee.positions",
    "committee.filtered-by",
    "debate.speaking-seconds",
    "debate.joint",
    "votes.quorum",
    "votes.quorum-checked",
    "votes.common-part-first",
    "votes.series-if-rejected",
    "votes.split",
    "votes.en-bloc",
    "votes.separate",
    "outcomes.absorbed",
];

#[test]
fn where_a_chamber_differs_from_pace_a_sitting_shows_it() {
    let pace = named("pace", "2024").expect("it comes with the program");
    let all: Vec<&Rules> = shipped().iter().flat_map(|profile| &profile.editions).collect();
    let (mut nowhere, mut differ) = (Vec::new(), BTreeSet::new());
    for rules in all {
        for (parameter, _) in pace.differences(rules) {
            let name = format!("{}.{}", parameter.section, parameter.key);
            let told = TOLD.contains(&name.as_str()) || parameter.section == "overrides";
            let profile = format!("{} {}", rules.edition.profile, rules.edition.name);
            let mut files = SHOWN.iter().filter(|(shown, _)| *shown == name);
            if !told && !files.any(|(_, file)| is_held_under(file, &profile)) {
                nowhere.push(format!("{profile}: {name}"));
            }
            differ.insert(name);
        }
    }
    assert!(nowhere.is_empty(), "no sitting shows {nowhere:#?}");
    let listed = SHOWN.iter().map(|(name, _)| *name).chain(TOLD);
    let gone: Vec<_> = listed.filter(|name| !differ.contains(*name)).collect();
    assert!(gone.is_empty(), "no two chambers differ in {gone:?}");
}

/// Whether a case of the file is held under these rules and those of PACE in 2024.
fn is_held_under(file: &str, profile: &str) -> bool {
    told("sitting").iter().filter(|told| told.file == file).any(|told| {
        let lines: Vec<&str> =
            told.case.all("rules").flat_map(|block| block.body.lines()).collect();
        lines.contains(&profile) && lines.contains(&"pace 2024")
    })
}
