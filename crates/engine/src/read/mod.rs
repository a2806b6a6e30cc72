//! Reading a compendium in plain text.
//!
//! The format is written down, rule by rule, in `docs/format.md`, for bills in `docs/bills.md`. It is what the text layer of a
//! printed compendium looks like and what a clerk can type: a head, lettered draft texts with
//! numbered provisions, and amendments beside the provisions they touch or at the end.
//!
//! # How a file is read
//!
//! ```text
//! survey     which language the labels are in, and at what width lines are broken, if they are
//! lines      whatever ends them; blank ones only set their neighbours apart
//! classify   what a line is by its own words: "Amendment 4", "9.2.1. …", "Tabled by …"
//! machine    what it is where it stands, line after line, each looked at once
//! ```
//!
//! Every line belongs to something, and the machine only has to decide to what. A line without any
//! sign of its own goes on with what precedes it. Where an amendment's new text is open (a
//! quotation, or a colon that announces one), a numbered line is part of it unless its number
//! continues the draft's sequence *and* the draft would otherwise lack it, which only what follows
//! can tell: such a line is kept as a *candidate* until the next provision of the draft comes.
//!
//! ```text
//! 7. The lamps are lit.
//! Amendment 5
//! In the draft resolution, replace paragraph 8 with the following paragraph:
//! "The Assembly thanks the pilots of
//! 8. The Assembly thanks its pilots.        ← continues 7; a candidate
//! the northern harbours."
//! 9. Boats are counted.                     ← follows 8, so 8 is the draft's and is taken out
//! ```
//!
//! Reading is total: any text gives a dossier and findings, in time and memory linear in its
//! length, and without recursion on anything that the text decides.

pub(crate) mod amendment;
pub(crate) mod article;
pub(crate) mod classify;
mod draft;
pub(crate) mod falling;
mod finding;
pub(crate) mod header;
mod lines;
pub(crate) mod machine;
pub(crate) mod number;
pub(crate) mod para;
mod remains;
mod survey;

pub use article::{article, lines_of, names_article};
pub use finding::Finding;
pub use remains::plain;

use crate::{Dossier, RulesName, Version};
use instruction::style::{Style, languages};
use machine::Machine;
use source::{Encoding, SourceFile, Span};
use std::sync::Arc;
use text::{Index, Lang};

/// What came of reading a file: always a dossier, and what there is to say.
#[derive(Clone, Debug, Default)]
pub struct Read {
    /// The dossier in one language version.
    pub dossier: Dossier,
    /// Repairs and troubles, in the order of the file.
    pub findings: Vec<Finding>,
}

/// The words of the paper that a line may open with, in any language that is registered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opens {
    /// A draft text: "A. Draft resolution", "Projet de recommandation".
    Part,
    /// An amendment or sub-amendment: "Amendment 4".
    Amendment,
}

/// What a line (without white space around it) opens by its own words, if anything.
///
/// For readers of other formats, which hand their paragraphs to [`read_as`] line by line.
pub fn opens(line: &str) -> Option<Opens> {
    languages().iter().find_map(|language| {
        match classify::Classifier::new(&language.labels).kind(line) {
            classify::Kind::Part { page: false, .. } => Some(Opens::Part),
            classify::Kind::Amendment { .. } => Some(Opens::Amendment),
            _ => None,
        }
    })
}

/// Whether a line (without white space around it) says who tabled an amendment: then the word that
/// heads an amendment in its language ("Amendment"), and whether the names stand on the line, too.
///
/// For pages that print no numbers: there, each such line begins an amendment.
pub fn tabled_by(line: &str) -> Option<(&'static str, bool)> {
    languages().iter().find_map(|language| {
        let labels = &language.labels;
        let heading = labels.amendment.first()?;
        let words = line.trim_end_matches(':').trim_end();
        if labels.tabled_by.contains(&words) {
            return Some((*heading, false));
        }
        let kind = classify::Classifier::new(labels).kind(line);
        matches!(kind, classify::Kind::TabledBy(_)).then_some((*heading, true))
    })
}

/// What a file that was put together from another format says of its own language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stated {
    /// Somebody marked most of the text with it: it counts where the paper's own words do not tell.
    pub marked: Option<Lang>,
    /// What the file has where nobody marked anything: it counts where small words do not tell either.
    pub usual: Option<Lang>,
    /// The drafting style, where somebody says it: no other is thought of.
    pub style: Option<&'static Style>,
}

/// Reads a compendium. Total: any text gives a dossier and findings.
pub fn read(file: Arc<SourceFile>) -> Read {
    read_as(file, Stated::default())
}

/// Reads a compendium whose file says in which language it is.
pub fn read_as(file: Arc<SourceFile>, stated: Stated) -> Read {
    if let Some(what) = file.foreign {
        return nothing(Finding::NotText { what, at: Span::at(0) });
    }
    let mut findings = encoding(&file);
    let text = file.text.as_str();
    let whole = Span::new(0, text.len());
    if u32::try_from(text.len()).is_err() {
        return nothing(Finding::FileTooBig { at: Span::at(0) });
    }
    if text.trim().is_empty() {
        findings.push(Finding::EmptyFile { at: Span::at(0) });
        return Read { findings, ..Read::default() };
    }
    let Some(survey) = survey::survey(text, stated) else {
        findings.push(Finding::EmptyFile { at: Span::at(0) });
        return Read { findings, ..Read::default() };
    };
    if survey.guessed {
        findings.push(Finding::LanguageUncertain { at: Span::at(0) });
    }
    if let Some(other) = survey.other {
        let (taken, other) = (survey.style.name, other.name);
        findings.push(Finding::StyleUncertain { taken, other, at: first_line(text) });
    }
    let mut done = Machine::run(text, &survey);
    findings.append(&mut done.findings);
    let (provisions, amendments) = (done.has_provisions, !done.amendments.is_empty());
    match (provisions, amendments) {
        (false, false) => {
            // What else was seen in it was seen in the belief that it is one.
            findings.retain(|finding| finding.is_of_encoding());
            findings.push(Finding::NotACompendium { at: first_line(text) });
        }
        (false, true) => {
            let heading = done.amendments.first().and_then(|first| first.texts.first());
            let at = heading.map_or(Span::at(0), |text| text.heading);
            findings.push(Finding::NoDraft { at });
        }
        (true, false) => {
            let end = text[..whole.len()].trim_end().len();
            findings.push(Finding::NoAmendments { at: Span::at(end) });
        }
        (true, true) => {}
    }
    let rules = match survey.style.is_default() {
        true => None,
        false => rules_of(survey.style, done.rules, first_line(text), &mut findings),
    };
    findings.sort_by_key(|finding| finding.at().start);
    let index = Index::new(&done.draft, &survey.language.tables.sentences);
    let version = Version {
        lang: survey.language.lang,
        style: survey.style,
        title: done.title,
        date: done.date,
        edition: done.edition,
        draft: done.draft,
        index,
        file,
    };
    let dossier = Dossier {
        reference: done.reference,
        versions: vec![version],
        amendments: done.amendments,
        rules,
        ..Dossier::default()
    };
    Read { dossier, findings }
}

/// The rules that a paper names, "senat" or "senat 2023", in their latest edition where it names none;
/// where it names no rules, those that are usual in its style.
fn rules_of(
    style: &Style,
    named: Option<(String, Span)>,
    head: Span,
    findings: &mut Vec<Finding>,
) -> Option<RulesName> {
    let named_at = named.as_ref().map(|(_, at)| *at);
    let written = named.map_or_else(|| style.profile.to_owned(), |(written, _)| written);
    let (profile, edition) = written.split_once(' ').unwrap_or((written.as_str(), ""));
    let known = procedure::rules::shipped().iter().find(|found| found.name == profile);
    let rules = known.and_then(|known| match edition.trim() {
        "" => known.latest(),
        edition => known.edition(edition),
    });
    let Some(rules) = rules else {
        let at = named_at.unwrap_or(head);
        findings.push(Finding::RulesUnknown { name: written, at });
        return None;
    };
    let (profile, edition) = (rules.edition.profile.clone(), rules.edition.name.clone());
    if named_at.is_none() {
        let (profile, edition) = (profile.clone(), edition.clone());
        findings.push(Finding::RulesAssumed { profile, edition, at: head });
    }
    Some(RulesName { profile, edition })
}

/// What comes of a file that is not read.
fn nothing(finding: Finding) -> Read {
    Read { findings: vec![finding], ..Read::default() }
}

/// The first line that is not blank, without the white space around it.
fn first_line(text: &str) -> Span {
    lines::Lines::new(text).next().map_or(Span::at(0), |line| line.span)
}

/// What there is to say about how the bytes became text; it points at the first word that another
/// encoding would spell otherwise.
fn encoding(file: &SourceFile) -> Vec<Finding> {
    let at = first_beyond_ascii(&file.text);
    let mut findings = match file.encoding {
        Encoding::Utf8 => Vec::new(),
        Encoding::Utf16 => vec![Finding::Utf16 { at: first_line(&file.text) }],
        Encoding::Windows1252 => vec![Finding::Windows1252 { at }],
    };
    if let Some((first, count)) = file.replaced() {
        findings.push(Finding::EncodingBroken { at: word_at(&file.text, first), count });
    }
    findings
}

fn first_beyond_ascii(text: &str) -> Span {
    let found = text.bytes().position(|byte| !byte.is_ascii());
    found.map_or(Span::at(0), |at| word_at(text, at))
}

/// Characters that a word shown in a finding has at most on either side.
const WORD: usize = 40;

/// The word that the character at byte `at` belongs to.
fn word_at(text: &str, at: usize) -> Span {
    let letter = |sign: &char| sign.is_alphanumeric() || *sign == '\u{fffd}';
    let before: usize =
        text[..at].chars().rev().take(WORD).take_while(letter).map(char::len_utf8).sum();
    let sign = text[at..].chars().next().map_or(0, char::len_utf8);
    let after: usize =
        text[at + sign..].chars().take(WORD).take_while(letter).map(char::len_utf8).sum();
    Span::new(at - before, at + sign + after)
}
