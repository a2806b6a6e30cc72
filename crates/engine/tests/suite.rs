//! The case files of `tests/suite/engine` and `tests/suite/sitting`; their form is described in crate `testkit`.

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
