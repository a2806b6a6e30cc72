//! What a sitting decided, written with the dossier and read back: the same data, the same bytes. Whatever in a file says
//! two things, or nothing that is known, is found and not taken.

use engine::recorded::{self, By, Recorded, Ruling, TextOutcome, Votes};
use engine::sitting::Sitting;
use engine::state::Profile;
use engine::{Dossier, State, json, open};
use hemicycle_akn::{read, write};
use procedure::log::{Entry, Reader};
use procedure::rules::{Rules, named};
use procedure::state::{Outcome, State as Course};
use source::{Severity, SourceFile};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use testkit::random::Random;
use testkit::same::difference;
use testkit::suite::{Block, Case, cases, sitting};
use text::Lang;

const LANGS: [Lang; 2] = [Lang::EN, Lang::FR];

fn state(dossier: &Dossier) -> State {
    State::new(dossier.clone(), Profile::default(), Vec::new())
}

/// The dossier with what its log decided.
fn decided(dossier: &Dossier, rules: &Rules, log: &[Entry]) -> Dossier {
    let course = Course::of(log, rules).expect("the rules allow it");
    let (earlier, dossier) = (dossier, recorded::of_log(dossier, &course, log, rules));
    let held = Sitting::new(earlier, course, rules);
    // The sitting and the log alone tell the same, and so do the tables of both.
    assert_eq!(difference(&recorded::of(&held, log), &dossier), None);
    for (place, lang) in (0..dossier.amendments.len()).flat_map(|place| LANGS.map(|to| (place, to)))
    {
        let known = recorded::known(&dossier, place, lang);
        // In a language that the dossier does not have the words are the usual ones.
        if dossier.version(lang).is_some() {
            assert_eq!(known, held.known(place, lang));
        }
    }
    // With the log it has before it what it had before, and nothing in it is otherwise.
    assert_eq!(
        engine::sitting::hash(&recorded::without(&dossier)),
        engine::sitting::hash(&dossier)
    );
    assert_eq!(recorded::against(&dossier, &dossier), []);
    dossier
}

/// The sitting on the lakes.
fn lakes() -> (Dossier, &'static Rules, Vec<Entry>) {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
    let text = |name: &str| std::fs::read_to_string(examples.join(name)).expect("it is there");
    let files = ["lakes-en.txt", "lakes-fr.txt"];
    let files = files.map(|name| Arc::new(SourceFile::new(name, text(name))));
    let dossier = open::open(files.to_vec()).state.dossier;
    let log = text("sitting.jsonl");
    let log = Reader::new(log.as_bytes()).map(|read| read.expect("it is whole")).collect();
    (dossier, named("pace", "2024").expect("it comes with the program"), log)
}

/// Holds the file of each language, read and written again, against the dossier; gives how much is recorded in them.
fn is_read_back(dossier: &Dossier) -> usize {
    let mut told = 0;
    for lang in LANGS {
        if dossier.version(lang).is_none() {
            continue;
        }
        let dossier = state(&dossier.in_language(lang)).dossier;
        let file = write(&state(&dossier), lang);
        let again = read(&file).unwrap_or_else(|why| panic!("{why}\n{file}"));
        assert_eq!(again.findings, [], "{file}");
        let again = state(&again.dossier).dossier;
        assert_eq!(difference(&dossier, &again), None, "{file}");
        assert_eq!(write(&state(&again), lang), file);
        // By way of JSON, too.
        let again = json::read(&json::write(&again)).expect("we wrote it");
        assert_eq!(difference(&dossier, &again), None);
        assert_eq!(write(&state(&again), lang), file);
        let recorded = dossier.amendments.iter().filter_map(|one| one.recorded.as_deref());
        let each = |one: &Recorded| one.positions.len() + usize::from(one.ruling.is_some());
        told += recorded.map(each).sum::<usize>() + dossier.decisions.texts.len();
    }
    told
}

#[test]
fn a_whole_sitting_is_read_back_in_each_language() {
    let (dossier, rules, log) = lakes();
    let dossier = decided(&dossier, rules, &log);
    assert!(is_read_back(&dossier) > 90);
    // One that the second alone has keeps its place when versions are joined.
    assert!(dossier.amendments.iter().any(|amendment| amendment.text(Lang::EN).is_none()));
    // Both read, joined and written again are the same files; and so they are by way of JSON.
    let files = LANGS.map(|lang| write(&state(&dossier), lang));
    let both = files.iter().map(|file| read(file).expect("we wrote it")).collect();
    let joined = open::joined(both, Vec::new()).state;
    let differ = joined.findings.iter().filter(|one| one.code() == "decisions-differ").count();
    assert_eq!(differ, 0);
    assert_eq!(joined.dossier.decisions.texts, dossier.decisions.texts);
    let amendments = &joined.dossier.amendments;
    for whole in &dossier.amendments {
        let joined = joined.dossier.position(&whole.number, whole.parent.as_deref());
        let joined = joined.map(|at| &amendments[at].recorded);
        assert_eq!(joined, Some(&whole.recorded), "{}", whole.cited());
    }
    let by_json = json::read(&json::write(&joined.dossier)).expect("we wrote it");
    for (lang, file) in LANGS.iter().zip(&files) {
        assert_eq!(write(&joined, *lang), *file, "{lang}");
        assert_eq!(write(&state(&by_json), *lang), *file, "{lang}");
    }
}

/// At every moment of it: what is annulled, corrected or superseded later is told as it stood.
#[test]
fn a_sitting_is_read_back_at_every_moment() {
    let (dossier, rules, log) = lakes();
    let dossier = dossier.in_language(Lang::EN);
    for end in (1..=log.len()).step_by(7) {
        is_read_back(&decided(&dossier, rules, &log[..end]));
    }
}

#[test]
fn every_sitting_of_the_case_files_is_read_back() {
    let (mut sittings, mut told) = (0, 0);
    for case in cases("sitting") {
        for (dossier, rules, log) in sitting::sittings(&case) {
            // A log that nothing opens has no amendments, and a case of it shows that.
            if Course::of(&log, &rules).is_ok() && !log.is_empty() {
                sittings += 1;
                told += is_read_back(&decided(&dossier, &rules, &log));
            }
        }
    }
    assert!(sittings > 150 && told > 200, "{sittings} sittings, {told} told");
}

const DRAFT: &str = "A. Draft resolution

1. The lakes are wide. They are cold. Boats cross them.
2. The boats are old.
3. The harbours are open by day and by night.
4. The lamps burn.

B. Draft recommendation

1. The Assembly thanks the pilots.
";

const AMENDMENTS: &str = "Amendment 1
Tabled by Ms Ada FOG, Mr Ben REED
In the draft resolution, delete paragraph 1.

Amendment 2
Tabled by Mr Ben REED
In the draft resolution, paragraph 1, delete the second sentence.

Amendment 3
Tabled by the Committee on Lamps
In the draft resolution, paragraph 2, replace the word \"old\" with the following word: \"new\"

Sub-amendment 1 to amendment 3
Tabled by Ms Ada FOG
In amendment 3, replace \"new\" with \"sound\".

Amendment 4
Tabled by Ms Ada FOG
In the draft resolution, paragraph 2, replace the word \"old\" with the following word: \"new\"

Amendment 5
Tabled by Mr Cy MOOR
In the draft resolution, replace paragraph 3 with the following paragraph: \"The harbours are open.\"

Amendment 6
Tabled by Ms Di PIER
In the draft resolution, paragraph 3, delete the words \"by day and\".

Amendment 7
Tabled by Ms Di PIER
In the draft recommendation, delete paragraph 1.
";

/// What may happen in a sitting; what the rules do not allow is refused there, and nothing comes of it.
fn happens(random: &mut Random) -> String {
    let amendment = *random.pick(&["1", "2", "3", "3/1", "4", "5", "6", "7", "o-1"]);
    let name = *random.pick(&["Ms Ada FOG", "Mr Ben REED", "Mr Cy MOOR", "Ms Di PIER"]);
    let committee = *random.pick(&["Committee on Lamps", "Committee on Boats / des bateaux"]);
    let position = *random.pick(&["unanimous", "in-favour", "against", "no-position"]);
    let mut figure = || random.below(50);
    let votes = format!("{} {} {}", figure(), figure(), figure());
    match random.below(17) {
        0 | 1 => format!("position {amendment} {position} {committee}"),
        2 | 3 => format!("withdraw {amendment} {name}"),
        4 => format!("call {amendment}\nnot-moved"),
        5 => {
            let (how, position) =
                *random.pick(&[("adopted", "unanimous"), ("rejected", "against-by-two-thirds")]);
            format!(
                "position {amendment} {position} Committee on Lamps\n\
                 propose {how} {amendment}\ndeclare {amendment}"
            )
        }
        6 => format!("annul {} the President: it was miscounted", 3 + random.below(25)),
        7 => format!("rule-out {amendment} the President: it is out of order"),
        8 => format!("oral o-1 to 5 {name}: In amendment 5, delete \"open\"."),
        9 => format!("correct {} to {votes} the President: a slip", 3 + random.below(25)),
        10 => "oral-admit o-1".to_owned(),
        11 if random.once_in(3) => format!("text {}: {votes}", random.pick(&["A", "B"])),
        12 if random.once_in(4) => {
            format!("refer-back {} the President: too late", random.pick(&["A", "B"]))
        }
        13 => format!("adopt {amendment}"),
        14 => format!("reject {amendment}"),
        _ => format!("put {amendment}: {votes}"),
    }
}

/// A sitting by the seed.
fn course(seed: u64) -> Case {
    let random = &mut Random::new(seed);
    let lines: Vec<String> = (0..10 + random.below(30)).map(|_| happens(random)).collect();
    let sitting = format!("begin First sitting\n{}", lines.join("\n"));
    let block =
        |kind: &str, body: String| Block { kind: kind.to_owned(), info: String::new(), body };
    Case {
        title: format!("seed {seed}"),
        draft: Some(block("draft", DRAFT.to_owned())),
        blocks: vec![block("amendments", AMENDMENTS.to_owned()), block("sitting", sitting)],
    }
}

/// Whatever happens in a sitting, what it decided is read back.
#[test]
fn sittings_at_random_are_read_back() {
    let cases: u64 =
        std::env::var("HEMICYCLE_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(200);
    let (mut told, mut outcomes, mut seen) = (0, BTreeMap::<_, usize>::new(), [0; 5]);
    for seed in 0..cases / 4 + 20 {
        for (dossier, rules, log) in sitting::sittings(&course(seed)) {
            let dossier = decided(&dossier, &rules, &log);
            told += is_read_back(&dossier);
            let recorded = dossier.amendments.iter().filter_map(|one| one.recorded.as_deref());
            for ruling in recorded.filter_map(|recorded| recorded.ruling.as_ref()) {
                *outcomes.entry(ruling.outcome).or_default() += 1;
                seen[0] += usize::from(!ruling.because.is_empty());
                seen[1] += usize::from(!ruling.superseded_by.is_empty());
                seen[2] += usize::from(matches!(ruling.by, By::Member(_)));
                seen[3] += usize::from(ruling.votes.is_some());
                // What a sitting decided contradicts nothing.
                let odd = state(&dossier).findings.into_iter().map(|one| one.code());
                let odd: Vec<_> = odd
                    .filter(|code| code.contains("decided") || *code == "votes-against-outcome")
                    .collect();
                assert_eq!(odd, Vec::<&str>::new(), "seed {seed}");
            }
            let back = |text: &recorded::TextRuling| text.outcome == TextOutcome::ReferredBack;
            seen[4] += usize::from(dossier.decisions.texts.iter().any(back));
        }
    }
    assert!(told > 300 && outcomes.len() == 8, "{told} told, {outcomes:?}");
    assert!(seen.iter().all(|count| *count > 0), "{seen:?}");
}

// What says two things, or nothing

/// A file of one decided amendment, which a vote adopted.
fn file() -> String {
    let mut dossier =
        open::open(vec![Arc::new(SourceFile::new("paper.txt", format!("{DRAFT}\n{AMENDMENTS}")))])
            .state
            .dossier;
    let at = procedure::event::Time::parse("2031-10-16T10:03:00Z").expect("a moment");
    let committee = "Committee on Boats".to_owned();
    let position = procedure::rules::Position::Unanimous;
    let votes = Some(Votes { in_favour: 31, against: 12, abstentions: 7 });
    let ruling = Ruling {
        outcome: Outcome::Adopted,
        at: at.clone(),
        by: By::Assembly,
        because: Vec::new(),
        superseded_by: Vec::new(),
        votes,
    };
    dossier.amendments[1].recorded = Some(Box::new(Recorded {
        positions: vec![recorded::Taken { committee, position, at: at.clone() }],
        ruling: Some(ruling),
    }));
    let (part, outcome) = (1, TextOutcome::Adopted);
    dossier.decisions.texts = vec![recorded::TextRuling { part, outcome, at, votes }];
    dossier.decisions.words =
        LANGS.map(|lang| (lang, [(Outcome::Adopted, "agreed to".to_owned())].into())).into();
    write(&state(&dossier.in_language(Lang::EN)), Lang::EN)
}

/// What is found in a file: code, why, line; and what of amendment 2 and text B is taken.
fn found(file: &str) -> (Vec<String>, Option<Recorded>, usize) {
    let read = read(file).expect("it is a dossier");
    let said = read.findings.iter().map(|finding| {
        let engine::read::Finding::Imported(found) = finding else {
            panic!("{finding:?}");
        };
        assert_eq!(found.severity, Severity::Warning);
        let why = found.data.iter().find(|(name, _)| *name == "why").map(|(_, why)| why.as_str());
        let at = &file[found.at.start as usize..];
        assert!(at.starts_with("<step") || at.starts_with("<voting"), "{at}");
        for lang in LANGS {
            for id in [found.code.to_owned(), format!("{}.remedy", found.code)] {
                let said = engine::words::say(lang, &id, &found.args());
                assert!(said.len() > 20 && !said.contains("{ $"), "{said}");
            }
        }
        format!("{} {}", found.code, why.unwrap_or_default())
    });
    let said = said.collect();
    let recorded = read.dossier.amendments[1].recorded.as_deref().cloned();
    (said, recorded, read.dossier.decisions.texts.len())
}

const STEP: &str =
    "<step date=\"2031-10-16T10:03:00Z\" by=\"#assembly\" outcome=\"#outcome_adopted\"/>";

/// What is wrong, the change that makes it so, what is found, and whether position, outcome, figures of the amendment
/// and the outcome of the text are taken nevertheless.
type Wrong = (&'static str, &'static str, &'static str, [bool; 4]);

const WRONG: [Wrong; 12] = [
    ("#position_unanimous", "#position_loud", "decision-unread outcome", [false, true, true, true]),
    ("by=\"#committee_1\"", "by=\"#committee_9\"", "decision-unread by", [false, true, true, true]),
    ("by=\"#committee_1\"", "by=\"#tabler_1\"", "decision-unread by", [false, true, true, true]),
    ("by=\"#committee_1\"", "", "decision-unread by", [false, true, true, true]),
    (
        "#position_unanimous\"/>",
        "#position_unanimous\" hc:because=\"1\"/>",
        "decision-unread because",
        [false, true, true, true],
    ),
    (
        "2031-10-16T10:03:00Z\" by=\"#committee_1",
        "2031-10-36\" by=\"#committee_1",
        "decision-unread date",
        [false, true, true, true],
    ),
    ("value=\"12\"", "value=\"4294967296\"", "votes-unread figures", [true, true, false, true]),
    ("value=\"12\"", "value=\"-1\"", "votes-unread figures", [true, true, false, true]),
    ("value=\"12\"", "value=\"+12\"", "votes-unread figures", [true, true, false, true]),
    ("#ballot_against", "#ballot_for", "votes-unread figures", [true, true, false, true]),
    (
        "__voting_1\" outcome=\"#outcome_adopted",
        "__voting_1\" outcome=\"#outcome_fell",
        "votes-unread outcome",
        [true, true, false, true],
    ),
    ("<count ", "<quorum ", "votes-unread figures", [true, true, false, true]),
];

#[test]
fn what_is_not_understood_is_found_and_not_taken() {
    let good = file();
    let (said, recorded, texts) = found(&good);
    assert_eq!((said, texts), (Vec::new(), 1));
    assert!(recorded.is_some_and(|one| one.positions.len() == 1 && one.ruling.is_some()));
    // The amendment stands behind the texts.
    let (head, body) = good.split_at(good.find("eId=\"cmp_2\"").expect("amendment 2 is there"));
    for (from, to, wanted, [position, ruling, votes, text]) in WRONG {
        assert!(body.contains(from), "{from}");
        let (said, recorded, texts) = found(&format!("{head}{}", body.replacen(from, to, 1)));
        assert_eq!(said, [wanted], "{to}");
        let recorded = recorded.unwrap_or_default();
        let taken = recorded.ruling.as_ref();
        let seen = [
            !recorded.positions.is_empty(),
            taken.is_some(),
            taken.is_some_and(|one| one.votes.is_some()),
            texts == 1,
        ];
        assert_eq!(seen, [position, ruling, votes, text], "{to}");
    }
}

#[test]
fn two_outcomes_contradict_each_other_and_one_twice_counts_once() {
    let good = file();
    let (head, body) = good.split_at(good.find("eId=\"cmp_2\"").expect("amendment 2 is there"));
    assert!(body.contains(STEP));
    let with = |more: &str| found(&format!("{head}{}", body.replacen(STEP, more, 1)));
    let (said, recorded, _) = with(&format!("{STEP}{STEP}"));
    assert_eq!(said, ["decision-unread twice"]);
    assert!(recorded.is_some_and(|one| one.ruling.is_some_and(|one| one.votes.is_some())));
    let other = STEP.replace("adopted", "rejected");
    for (more, count) in [(format!("{STEP}{other}"), 1), (format!("{STEP}{other}{STEP}"), 2)] {
        let (said, recorded, _) = with(&more);
        let mut wanted = vec!["decision-unread contradiction"; count];
        // Figures of no outcome are none.
        wanted.push("votes-unread undecided");
        assert_eq!(said, wanted);
        assert!(recorded.is_some_and(|one| one.positions.len() == 1 && one.ruling.is_none()));
    }
    // Of a text, too.
    let (text, rest) = (head, body);
    assert!(text.contains(STEP));
    let other = STEP.replace("adopted", "referred-back");
    let (said, _, texts) =
        found(&format!("{}{rest}", text.replacen(STEP, &format!("{STEP}{other}"), 1)));
    assert_eq!(
        (said, texts),
        (vec!["decision-unread contradiction".to_owned(), "votes-unread undecided".to_owned()], 0)
    );
    // Two sets of figures.
    let start = body.find("<voting").expect("a vote");
    let end = body.find("</voting>").expect("its end") + "</voting>".len();
    let voting = &body[start..end];
    for (more, wanted, taken) in [
        (voting.to_owned(), "votes-unread twice", true),
        (voting.replace("value=\"31\"", "value=\"32\""), "votes-unread contradiction", false),
    ] {
        let file = format!("{head}{}{more}{}", &body[..end], &body[end..]);
        let (said, recorded, _) = found(&file);
        assert_eq!(said, [wanted]);
        let votes = recorded.and_then(|one| one.ruling).and_then(|one| one.votes);
        assert_eq!(votes.is_some(), taken);
    }
}

/// A workflow anywhere else, and in a file by other hands.
#[test]
fn what_stands_elsewhere_is_found() {
    let good = file();
    let moved = good.replacen(
        "<references",
        &format!("<workflow source=\"#hemicycle\">{STEP}</workflow><references"),
        1,
    );
    assert_eq!(found(&moved).0, ["decision-unread place"]);
    let other = good.replacen(" xmlns:hc=\"urn:hemicycle:akn:1\"", " xmlns:hc=\"urn:other\"", 1);
    let read = read(&other).expect("it is a dossier by other hands");
    let codes: Vec<_> = read
        .findings
        .iter()
        .filter_map(|finding| match finding {
            engine::read::Finding::Imported(found) => Some(found.code),
            _ => None,
        })
        .collect();
    // The text's step and vote, the amendment's two steps and vote.
    assert_eq!(codes.len(), 5, "{codes:?}");
    assert!(!recorded::any(&read.dossier));
}

/// Figures that cannot have led to the outcome, and causes that are not there, are found in the dossier.
#[test]
fn what_cannot_be_is_found() {
    let codes = |file: &str| -> Vec<&'static str> {
        let read = read(file).expect("it is a dossier");
        let state = State::new(read.dossier, Profile::default(), Vec::new());
        let found = state.findings.iter().map(engine::state::Finding::code);
        found.filter(|code| code.contains("decided") || code.contains("outcome")).collect()
    };
    let good = file();
    assert_eq!(codes(&good), Vec::<&str>::new());
    let lost = good.replace("value=\"31\"", "value=\"11\"");
    assert_eq!(codes(&lost), ["votes-against-outcome", "votes-against-outcome"]);
    let by = STEP.replace("/>", " hc:supersededBy=\"5, 9, 3/1, 3/2\"/>");
    let (head, body) = good.split_at(good.find("eId=\"cmp_2\"").expect("amendment 2 is there"));
    let caused = format!("{head}{}", body.replacen(STEP, &by, 1));
    assert_eq!(codes(&caused), ["decided-by-unknown", "decided-by-unknown"]);
}

/// Language versions that do not record the same are found, and the first counts; one that records nothing
/// contradicts none.
#[test]
fn language_versions_must_record_the_same() {
    let (dossier, rules, log) = lakes();
    let told = decided(&dossier, rules, &log);
    let [english, french] = LANGS.map(|lang| write(&state(&told), lang));
    let bare = write(&state(&dossier), Lang::FR);
    let joined = |french: &str| {
        let both = [&english, french].map(|file| read(file).expect("we wrote it"));
        open::joined(both.into(), Vec::new()).state
    };
    let differ = |state: &State| {
        state.findings.iter().filter(|finding| finding.code() == "decisions-differ").count()
    };
    assert_eq!(differ(&joined(&french)), 0);
    let with = joined(&bare);
    assert_eq!(differ(&with), 0);
    assert_eq!(with.dossier.decisions.texts, told.decisions.texts);
    // A figure of the first vote, that on text A, and one of an amendment.
    let other = french.replacen("value=\"47\"", "value=\"48\"", 1);
    let other = joined(&other.replacen("value=\"41\"", "value=\"42\"", 1));
    assert_eq!(differ(&other), 2);
    assert_eq!(other.dossier.decisions.texts, told.decisions.texts);
    for finding in &other.findings {
        if finding.code() == "decisions-differ" {
            for lang in LANGS {
                let said = engine::words::message(finding, &other, lang);
                assert!(said.text.contains(": ") && !said.remedy.is_empty(), "{said:?}");
            }
        }
    }
}
