//! The case files of `tests/suite/engine` and `tests/suite/sitting`; their form is described in crate `testkit`.

use procedure::rules::{Profile, Rules, SECTIONS, shipped};
use source::SourceFile;
use std::collections::BTreeSet;
use testkit::suite::{Case, sitting, told};
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

/// Parameters that act on a sitting, each with a case file of which some sitting goes otherwise where this parameter alone
/// is another.
const SHOWN: &[(&str, &str)] = &[
    ("tabling.signatories", "together"),
    ("tabling.exempt", "texts"),
    ("tabling.admitted-by", "together"),
    ("tabling.signatures-until", "chambers"),
    ("sub-amendments.signatories", "sub-amendments"),
    ("sub-amendments.exempt", "before-the-sitting"),
    ("sub-amendments.depth", "oral"),
    ("order.ranks", "order-and-relations"),
    ("order.compromise-first", "together"),
    ("falls.identical-if-adopted", "identical"),
    ("falls.conflicting-if-rejected", "falls-and-chains"),
    ("falls.identical-if-rejected", "identical"),
    ("falls.dependent-if-rejected", "falls-and-chains"),
    ("falls.sub-amendments-if-gone", "together"),
    ("falls.wider-after-narrower", "whole-sitting-french"),
    ("falls.lost-anchor", "falls-and-chains"),
    ("identical.votes", "identical"),
    ("identical.separated-by", "who-may"),
    ("committee.positions", "together"),
    ("committee.filtered-by", "pace-editions"),
    ("committee.adopted-when", "pace-editions"),
    ("committee.adopted-objectors", "pace-editions"),
    ("committee.with-open-sub-amendment", "without-a-vote"),
    ("committee.rejected-when", "pace-editions"),
    ("committee.rejected-objectors", "pace-editions"),
    ("committee.no-position-speaks", "pace-editions"),
    ("oral.allowed", "who-may"),
    ("oral.objectors", "oral"),
    ("oral.sub-amendments", "oral"),
    ("debate.speakers", "together"),
    ("debate.taken-over-by", "who-may"),
    ("debate.speaking-seconds", "together"),
    ("debate.joint", "together"),
    ("votes.amendment", "together"),
    ("votes.resolution", "together"),
    ("votes.recommendation", "majorities"),
    ("votes.opinion", "majorities"),
    ("votes.other-text", "majorities"),
    ("votes.abstentions", "majorities"),
    ("votes.tie", "together"),
    ("votes.methods", "together"),
    ("votes.roll-call", "majorities"),
    ("votes.quorum", "together"),
    ("votes.quorum-checked", "together"),
    ("votes.en-bloc", "together"),
    ("votes.split", "split-and-en-bloc"),
    ("votes.separate", "together"),
    ("votes.common-part-first", "together"),
    ("votes.series-if-rejected", "together"),
    ("votes.pairwise", "together"),
    ("votes.unopposed-adopted", "who-may"),
    ("overrides.order", "together"),
    ("overrides.relation", "together"),
    ("overrides.fall", "together"),
    ("overrides.admissibility", "together"),
    ("overrides.deadline", "together"),
    ("overrides.result", "together"),
    ("outcomes.adopted", "together"),
    ("outcomes.rejected", "together"),
    ("outcomes.withdrawn", "debate"),
    ("outcomes.not-moved", "debate"),
    ("outcomes.fell", "together"),
    ("outcomes.ruled-out", "oral"),
    ("outcomes.declared-adopted", "whole-sitting-french"),
    ("outcomes.declared-rejected", "pace-editions"),
];

const IN_ORDER: &str =
    "whether an amendment is in order is decided by people, and recorded as they decide";
const RECKONED: &str =
    "a log holds the moment that was set, not the debate from which it is reckoned";
const TEXT: &str =
    "two changes that cannot both be carried out do not both stand, whatever a rule says";

/// Parameters that do not act on a sitting, and why.
const NOT_SHOWN: &[(&str, &str)] = &[
    ("tabling.amendable", IN_ORDER),
    ("tabling.out-of-order", IN_ORDER),
    ("tabling.one-place-each", IN_ORDER),
    ("sub-amendments.out-of-order", IN_ORDER),
    ("tabling.note-words", "`check` warns of a long note: it is no reason to refuse one"),
    ("deadlines.first-day", RECKONED),
    ("deadlines.second-day", RECKONED),
    ("deadlines.later-days", RECKONED),
    ("deadlines.sub-amendments", RECKONED),
    ("deadlines.urgent-debates", RECKONED),
    ("deadlines.set-by", "a deadline is recorded with the name of whoever set it, and no capacity"),
    (
        "order.farthest-from",
        "the dossier has one draft: what stood before it in a committee is not at hand",
    ),
    (
        "order.uncertain-below-percent",
        "it changes no order: `check` and `explain` say where a clerk must look",
    ),
    ("falls.conflicting-if-adopted", TEXT),
    ("falls.dependent-if-adopted", TEXT),
    ("oral.purposes", "what an oral amendment is for is judged by the chair, and not recorded"),
    (
        "outcomes.absorbed",
        "a log tells that an amendment fell and by which decisions, not that these say it already",
    ),
];

#[test]
fn every_parameter_of_the_rules_acts_on_a_sitting_or_says_why_not() {
    let file = SourceFile::new("contrary.toml", include_str!("common/contrary.toml"));
    let contrary = Profile::read(&file).expect("a profile without faults");
    let mut others: Vec<Rules> = contrary.editions;
    others.extend(shipped().iter().flat_map(|profile| profile.editions.clone()));
    let (all, mut dead) = (told("sitting"), Vec::new());
    for (section, keys) in SECTIONS {
        for key in *keys {
            let name = format!("{section}.{key}");
            let shown: Vec<_> = SHOWN.iter().filter(|(shown, _)| *shown == name).collect();
            let not = NOT_SHOWN.iter().filter(|(not, _)| *not == name).count();
            assert_eq!(shown.len() + not, 1, "{name} stands in one of the two lists, once");
            let cases = shown.first().map(|(_, file)| all.iter().filter(|told| told.file == *file));
            if cases.is_some_and(|mut cases| !cases.any(|told| acts_in(&told.case, &name, &others)))
            {
                dead.push(name);
            }
        }
    }
    assert!(dead.is_empty(), "nothing changes with {dead:?}");
    let count: usize = SECTIONS.iter().map(|(_, keys)| keys.len()).sum();
    assert_eq!(SHOWN.len() + NOT_SHOWN.len(), count, "a list names what is no parameter");
}

/// Whether a case goes otherwise under some rules of its own with this parameter alone taken from others.
fn acts_in(case: &Case, parameter: &str, others: &[Rules]) -> bool {
    let own = sitting::rules(case).unwrap_or_default();
    own.iter().any(|rules| {
        let went = without_citations(&sitting::outcome_under(case, rules));
        others.iter().chain(&own).any(|other| {
            let made = rules.taking(parameter, other).expect("there is such a parameter");
            made != *rules && without_citations(&sitting::outcome_under(case, &made)) != went
        })
    })
}

/// What happened and was said, but for the rules that refusals cite: citing a value is not acting on it.
fn without_citations(outcome: &str) -> String {
    let lines = outcome.lines().filter(|line| !line.starts_with("   by the rules "));
    let lines = lines.filter(|line| !line.starts_with("   selon les règles "));
    lines.collect::<Vec<_>>().join("\n")
}
