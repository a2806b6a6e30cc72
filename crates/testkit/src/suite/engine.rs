//! Cases of `tests/suite/engine`: compendia in plain text, in one or several languages.
//!
//! Given one block `compendium` for each language version, the outcome has:
//!
//! - `order:` the numbers in calling order, sub-amendments as "2/1" (parent, own number);
//! - a line for each fall: `4 fells 6`, and the reason of each clash in words, in each language;
//! - a line for each finding: severity, code and the message in English;
//! - for each line of a block `adopted`, what changes in the draft of each language, or why not.
//!   "1, 3" is a set, "6 then 4" a sequence.

use super::Case;
use super::draft::{difference, lines};
use engine::adopt::{Selection, adopt};
use engine::words::{message, reason};
use engine::{Dossier, State, languages, read};
use source::SourceFile;
use std::sync::Arc;
use text::Lang;

/// The outcome of one case.
pub fn outcome(case: &Case) -> String {
    let files: Vec<&str> = case.all("compendium").map(|block| block.body.as_str()).collect();
    let state = state(&files);
    let mut out = String::from("order:");
    for ranked in &state.order {
        out.push_str(&format!(" {}", number(&state, ranked.amendment)));
    }
    out.push('\n');
    clashes(&state, &mut out);
    for finding in &state.findings {
        let message = message(finding, &state, Lang::EN);
        let severity = finding.severity().as_str();
        out.push_str(&format!("{severity} {}: {}\n", finding.code(), message.text));
    }
    for line in case.all("adopted").flat_map(|block| block.body.lines()) {
        adopted(line, &state, &mut out);
    }
    out
}

/// Reads and joins language versions, and works the dossier out.
pub fn state(files: &[&str]) -> State {
    let mut findings = Vec::new();
    let mut dossiers: Vec<Dossier> = Vec::new();
    for (version, file) in files.iter().enumerate() {
        let read = read::read(Arc::new(SourceFile::new("case.txt", *file)));
        findings.extend(
            read.findings
                .into_iter()
                .map(|finding| engine::state::Finding::Read { version, finding }),
        );
        dossiers.push(read.dossier);
    }
    let (dossier, joined) = languages::join(dossiers);
    findings.extend(joined.into_iter().map(engine::state::Finding::Languages));
    State::new(dossier, Default::default(), findings)
}

/// The number of an amendment, "2/1" for sub-amendment 1 to amendment 2.
pub fn number(state: &State, amendment: usize) -> String {
    match state.dossier.amendments.get(amendment) {
        Some(amendment) => match &amendment.parent {
            Some(parent) => format!("{parent}/{}", amendment.number),
            None => amendment.number.clone(),
        },
        None => "?".to_owned(),
    }
}

fn clashes(state: &State, out: &mut String) {
    for ranked in &state.order {
        let a = ranked.amendment;
        for b in state.fells(a) {
            out.push_str(&format!("{} fells {}\n", number(state, a), number(state, b)));
        }
        for b in state.clashes(a).into_iter().filter(|b| *b > a) {
            let Some((related, from)) = state.relate(a, b) else { continue };
            for version in &state.dossier.versions {
                let words = reason(&related, from, a, b, state, version.lang);
                out.push_str(&format!("  {}: {words}\n", version.lang));
            }
        }
    }
}

fn adopted(line: &str, state: &State, out: &mut String) {
    let sequence = line.contains(" then ");
    let numbers = line.split(", ").flat_map(|number| number.split(" then ")).map(str::trim);
    let chosen: Vec<usize> = numbers.filter_map(|wanted| position(state, wanted)).collect();
    let selection = if sequence { Selection::Sequence(chosen) } else { Selection::Set(chosen) };
    match adopt(state, &selection) {
        Ok(adopted) => {
            for (text, version) in adopted.texts.iter().zip(&state.dossier.versions) {
                out.push_str(&format!("adopted {line} ({}):\n", text.lang));
                let new = lines(&text.consolidated.draft);
                out.push_str(&difference(&lines(&version.draft), &new));
            }
        }
        Err(refusal) => out.push_str(&format!("adopted {line}: refused: {refusal:?}\n")),
    }
}

fn position(state: &State, wanted: &str) -> Option<usize> {
    (0..state.dossier.amendments.len()).find(|at| number(state, *at) == wanted)
}
