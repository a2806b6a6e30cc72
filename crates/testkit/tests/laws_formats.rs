//! Law 8: what is written is read back to the same dossier, in plain text and in JSON.

mod common;

use common::{ensure, finds, holds, lang};
use engine::read::read;
use engine::state::Profile;
use engine::{Dossier, State, json, txt};
use hemicycle_testkit::bills::paper;
use hemicycle_testkit::dossiers::{damaged, plain, rich};
use hemicycle_testkit::random::Random;
use hemicycle_testkit::same::difference;
use hemicycle_testkit::tabled::{Marks, tabled};
use source::SourceFile;
use source::fault::Fault;
use std::sync::Arc;
use text::Lang;

fn written(dossier: &Dossier) -> String {
    let lang = dossier.versions.first().map_or(Lang::EN, |version| version.lang);
    txt::write(&State::new(dossier.clone(), Profile::default(), Vec::new()), lang)
}

fn read_text(text: &str) -> Dossier {
    read(Arc::new(SourceFile::new("x.txt", text))).dossier
}

/// Law 8 for plain text.
fn law_8_txt(seed: u64) -> Result<(), String> {
    let dossier = plain(seed, lang(seed));
    text_is_read_back(&dossier)
}

#[test]
fn law_8_plain_text_is_read_back() {
    holds(law_8_txt);
    finds(Fault::WriteFirstPayloadParagraph, 400, law_8_txt);
}

/// What is written as plain text is read to the same dossier, and written the same.
fn text_is_read_back(dossier: &Dossier) -> Result<(), String> {
    let file = written(dossier);
    let again = read_text(&file);
    if let Some(seen) = difference(dossier, &again) {
        return Err(format!("{seen}\n--- file\n{file}"));
    }
    let second = written(&again);
    ensure(second == file, || format!("written again it is\n{second}\n--- and was\n{file}"))
}

/// Law 8 for papers as they are printed, through both formats: wordings that mean something,
/// sub-amendments to their new texts, quotation marks that do not match.
fn law_8_papers(seed: u64) -> Result<(), String> {
    let dossier = tabled(seed, lang(seed), 5, 8, Marks::None);
    text_is_read_back(&dossier)?;
    json_is_read_back(&tabled(seed, lang(seed), 5, 8, Marks::Italics))
}

#[test]
fn law_8_papers_are_read_back() {
    holds(law_8_papers);
    finds(Fault::WriteFirstPayloadParagraph, 400, law_8_papers);
}

/// Law 8 for papers on bills, through both formats.
fn law_8_bills(seed: u64) -> Result<(), String> {
    let dossier = paper::dossier(&mut Random::new(seed));
    text_is_read_back(&dossier)?;
    json_is_read_back(&dossier)
}

#[test]
fn law_8_papers_on_bills_are_read_back() {
    holds(law_8_bills);
    finds(Fault::WriteFirstPayloadParagraph, 400, law_8_bills);
}

/// Law 8 for JSON.
fn law_8_json(seed: u64) -> Result<(), String> {
    json_is_read_back(&rich(seed))
}

fn json_is_read_back(dossier: &Dossier) -> Result<(), String> {
    let file = json::write(dossier);
    let again = json::read(&file).map_err(|error| format!("{error}\n{file}"))?;
    if let Some(seen) = difference(dossier, &again) {
        return Err(seen);
    }
    ensure(json::write(&again) == file, || "written again it is another".to_owned())
}

#[test]
fn law_8_json_is_read_back() {
    holds(law_8_json);
}

/// What a file says, worked out: a sub-amendment that only its wording calls so has its parent.
fn worked_out(file: &str) -> Dossier {
    State::new(read_text(file), Profile::default(), Vec::new()).dossier
}

/// How a file fails to be read back; nothing where it does not.
fn unfaithful(file: &str) -> Option<String> {
    let dossier = worked_out(file);
    if dossier.versions.is_empty() {
        return None;
    }
    let out = written(&dossier);
    let again = worked_out(&out);
    // Where labels of two languages are mixed, the one with more of them is taken for the paper's,
    // and what is left out (running heads, repeated headings) may turn the scale.
    let langs = |dossier: &Dossier| dossier.versions.first().map(|version| version.lang);
    if langs(&again) != langs(&dossier) {
        return None;
    }
    let seen = difference(&dossier, &again)?;
    Some(format!("{seen}\n--- file\n{file}\n--- written\n{out}"))
}

/// The file without all lines that do not matter to its failing.
fn shrunk(file: &str) -> String {
    let mut lines: Vec<&str> = file.lines().collect();
    let mut size = lines.len().next_power_of_two();
    while size > 0 {
        let mut at = 0;
        while at < lines.len() {
            let end = (at + size).min(lines.len());
            let less: Vec<&str> = lines[..at].iter().chain(&lines[end..]).copied().collect();
            match unfaithful(&less.join("\n")) {
                Some(_) => lines = less,
                None => at += size,
            }
        }
        size /= 2;
    }
    lines.join("\n")
}

/// Law 8 for what was read from a damaged file: whatever it is, it is read back.
fn law_8_damaged(seed: u64) -> Result<(), String> {
    let file = damaged(&written(&plain(seed, lang(seed))), seed);
    match unfaithful(&file) {
        Some(_) => Err(unfaithful(&shrunk(&file)).unwrap_or_default()),
        None => Ok(()),
    }
}

#[test]
fn law_8_damaged_files_are_read_back() {
    holds(law_8_damaged);
    finds(Fault::ReadJoinsLiteral, 400, law_8_damaged);
}
