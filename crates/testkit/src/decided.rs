//! Decisions by the seed, recorded in a dossier: all that a file can carry of them, whether a sitting could come to
//! it or not.

use crate::random::Random;
use engine::Dossier;
use engine::recorded::{By, OUTCOMES, Recorded, Ruling, Taken, TextOutcome, TextRuling, Votes};
use procedure::event::Time;
use procedure::rules::{Position, Term};
use text::Lang;

/// Names, some with signs that formats take for their own.
const NAMES: [&str; 6] = [
    "Committee on Lamps",
    "Committee on Lamps / commission des lampes",
    "Ms Ada FOG",
    "Boats & \"Rafts\" <ad hoc>",
    "two  spaces, and a comma",
    "a tab\tand a\nline feed",
];

/// Amendments as they are cited, some with the signs that stand between them.
const CITED: [&str; 6] = ["4", "13/1", "3 rev.", "5, 6", "7,", " 8"];

/// Records decisions on about half of the amendments and texts.
pub fn decide(dossier: &mut Dossier, random: &mut Random) {
    let mut used = Vec::new();
    for amendment in &mut dossier.amendments {
        let mut names: Vec<String> = NAMES.map(str::to_owned).to_vec();
        names.extend(amendment.texts.iter().flat_map(|text| text.tablers.names.clone()));
        let recorded = recorded(&names, random);
        used.extend(recorded.ruling.as_ref().map(|ruling| ruling.outcome));
        let any = !recorded.positions.is_empty() || recorded.ruling.is_some();
        amendment.recorded = any.then(|| Box::new(recorded));
    }
    // Every language version carries the decisions on the texts that it has.
    let parts = dossier.versions.iter().map(|version| version.draft.parts.len()).min();
    for part in 0..parts.unwrap_or(0) as u32 {
        if random.once_in(2) {
            let outcome = *random.pick(&TextOutcome::ALL);
            used.extend(outcome.of_a_vote());
            let votes = votes(random);
            dossier.decisions.texts.push(TextRuling { part, outcome, at: moment(random), votes });
        }
    }
    for lang in dossier.versions.iter().map(|version| version.lang) {
        let word = |outcome: &procedure::state::Outcome| {
            let own = if lang == Lang::FR { "dit" } else { "said" };
            (*outcome, format!("{own} {}  ({})", outcome.as_str(), random.below(9)))
        };
        let words: std::collections::BTreeMap<_, _> = used.iter().map(word).collect();
        if !words.is_empty() {
            dossier.decisions.words.insert(lang, words);
        }
    }
}

fn recorded(names: &[String], random: &mut Random) -> Recorded {
    let mut positions = Vec::new();
    for _ in 0..[0, 0, 1, 3][random.below(4)] {
        let (_, position) = *random.pick(Position::ALL);
        let taken = Taken { committee: random.pick(names).clone(), position, at: moment(random) };
        if !positions.contains(&taken) {
            positions.push(taken);
        }
    }
    let ruling = random.once_in(2).then(|| Ruling {
        outcome: *random.pick(&OUTCOMES),
        at: moment(random),
        by: match random.below(4) {
            0 => By::Member(random.pick(names).clone()),
            1 => By::Committee(random.pick(names).clone()),
            _ => By::Assembly,
        },
        because: cited(random),
        superseded_by: cited(random),
        votes: votes(random),
    });
    Recorded { positions, ruling }
}

fn cited(random: &mut Random) -> Vec<String> {
    let count = [0, 0, 1, 3][random.below(4)];
    (0..count).map(|_| (*random.pick(&CITED)).to_owned()).collect()
}

fn votes(random: &mut Random) -> Option<Votes> {
    let mut figure = || [0, 1, 31, u32::MAX][random.below(4)];
    let votes = Votes { in_favour: figure(), against: figure(), abstentions: figure() };
    random.once_in(2).then_some(votes)
}

fn moment(random: &mut Random) -> Time {
    Time::of_unix(1_949_911_200 + random.below(3) as u64)
}
