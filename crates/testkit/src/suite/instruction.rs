//! Cases of `tests/suite/instruction`: one wording in one draft.
//!
//! Given a `draft` and a `wording`, the outcome has, in this order:
//!
//! - a line for each place found, by its official name in the language of the wording;
//! - a line for each finding, severity and code, the words of the wording it points at, and below
//!   it what it lists (candidates, readings);
//! - what changes in the draft when this amendment alone is adopted, old lines after "- ", new ones
//!   after "+ ";
//! - the wording generated back from the instruction. It is parsed, resolved and applied again, and
//!   a line says so where it does not have the same places and the same effect (law 1).
//!
//! ````markdown
//! ```wording
//! In the draft resolution, paragraph 1, replace the word "boats" with the following word: "ships"
//! ```
//! ```outcome
//! place: paragraph 1, the words “boats”
//! - 1. The boats are blue.
//! + 1. The ships are blue.
//! wording: In the draft resolution, paragraph 1, replace the word “boats” with the following word:
//!   “ships”
//! ```
//! ````
//!
//! A word after the language names the part under which the amendment stands: `wording en B`.
//!
//! A block `amendment 13` holds the wording of the amendment that a sub-amendment speaks of. Its
//! places are then the words of that wording; the lines that change are those of its wording, and then
//! those of the draft when the amendment so changed is adopted.

use super::Case;
use super::draft::{difference, lines, read, tagged};
use engine::subamendment::{Shown, Wording};
use instruction::style::Language;
use instruction::{
    Finding, Instruction, Locator, Scope, Target, Words, generate, parse, place_name, resolve,
};
use merge::{Base, Consolidation, FallRules, Mode, OrderRules, Placed, consolidate};
use text::{Draft, Index, Lang};

/// The outcome of one case.
pub fn outcome(case: &Case) -> String {
    let Some(block) = &case.draft else { return "no draft".to_owned() };
    let Some(wording) = case.first("wording") else { return "no wording".to_owned() };
    let draft_language = tagged(&block.info, Lang::EN);
    let (tag, letter) = wording.info.split_once(' ').unwrap_or((&wording.info, ""));
    let language = tagged(tag, draft_language.lang);
    let draft = read(&block.body, language.lang);
    let index = Index::new(&draft, &language.tables.sentences);
    let only = (draft.parts.len() == 1).then_some(0);
    let named = draft.parts.iter().position(|part| part.letter == letter).map(|at| at as u32);
    let scope = Scope { draft: &draft, index: &index, part: named.or(only), language };
    match case.first("amendment") {
        Some(parent) => sub_amendment(&wording.body, &parent.body, &scope),
        None => one(&wording.body, &scope),
    }
}

fn one(wording: &str, scope: &Scope<'_>) -> String {
    let (instruction, placed, findings) = work(wording, scope);
    let mut out = String::new();
    for operation in placed.iter().flat_map(|placed| &placed.operations) {
        let name = place_name(operation.at(), scope.index, scope.language);
        out.push_str(&format!("place: {name}\n"));
    }
    for finding in &findings {
        out.push_str(&said(finding, wording));
    }
    if let Some(placed) = &placed {
        out.push_str(&effect(placed, scope));
    }
    if let Some(instruction) = &instruction {
        let generated = generate(instruction, scope.language);
        out.push_str(&format!("wording: {}\n", generated.replace('\n', "\n  ")));
        out.push_str(&unfaithful(&generated, instruction, placed.as_ref(), scope));
    }
    out
}

/// The outcome of a sub-amendment to the amendment worded `parent`.
fn sub_amendment(wording: &str, parent: &str, scope: &Scope<'_>) -> String {
    let Some(base) = parse(parent, scope.language).instruction else {
        return "the amendment is not understood".to_owned();
    };
    let base = Wording::new(parent, &base, scope.language);
    let parsed = parse(wording, scope.language);
    let mut findings = parsed.findings;
    let written = parsed.instruction;
    let placed = written.as_ref().and_then(|written| base.place(written, &mut findings));
    let mut out = String::new();
    for shown in placed.iter().flat_map(|placed| base.shown(placed)) {
        match shown {
            Shown::Behind(words) => out.push_str(&format!("place: behind {words:?}\n")),
            Shown::Words(words) => out.push_str(&format!("place: {words:?}\n")),
        }
    }
    for finding in &findings {
        out.push_str(&said(finding, wording));
    }
    if let Some(placed) = &placed {
        let adopted = [Placed { number: "1", instruction: placed }];
        match base.amended(&adopted) {
            Ok(new) => {
                let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
                out.push_str(&difference(&lines(parent), &lines(&new.wording)));
                out.push_str(&effect_of(&new.written, scope));
            }
            Err(refused) => out.push_str(&format!("refused: {refused:?}\n")),
        }
    }
    if let Some(written) = &written {
        let generated = generate(written, scope.language);
        out.push_str(&format!("wording: {}\n", generated.replace('\n', "\n  ")));
        if parse(&generated, scope.language).instruction.as_ref() != Some(written) {
            out.push_str("BROKEN: the generated wording says something else\n");
        }
    }
    out
}

/// What changes in the draft when the amendment so changed is adopted.
fn effect_of(written: &Instruction<Locator>, scope: &Scope<'_>) -> String {
    match resolve(written, scope, &mut Vec::new()) {
        Some(placed) => effect(&placed, scope),
        None => "the amendment so changed has no place\n".to_owned(),
    }
}

type Worked = (Option<Instruction<Locator>>, Option<Instruction<Target>>, Vec<Finding>);

/// Parses and resolves a wording.
pub fn work(wording: &str, scope: &Scope<'_>) -> Worked {
    let parsed = parse(wording, scope.language);
    let mut findings = parsed.findings;
    let placed =
        parsed.instruction.as_ref().and_then(|written| resolve(written, scope, &mut findings));
    (parsed.instruction, placed, findings)
}

/// What a generated wording loses; empty where it loses nothing.
fn unfaithful(
    generated: &str,
    instruction: &Instruction<Locator>,
    placed: Option<&Instruction<Target>>,
    scope: &Scope<'_>,
) -> String {
    let (again, placed_again, findings) = work(generated, scope);
    let grave = |finding: &Finding| finding.severity() == source::Severity::Error;
    let mut out = String::new();
    if let Some(finding) =
        findings.iter().find(|finding| grave(finding)).filter(|_| placed.is_some())
    {
        out.push_str(&format!("BROKEN: the generated wording gives {}\n", finding.code()));
    }
    if again.as_ref().is_some_and(|again| generate(again, scope.language) != generated) {
        out.push_str("BROKEN: generated again, the wording is another\n");
    }
    if again.as_ref() != Some(instruction) {
        out.push_str("BROKEN: the generated wording says something else\n");
    }
    let targets = |placed: &Instruction<Target>| -> Vec<Target> {
        placed.operations.iter().map(|operation| operation.at().clone()).collect()
    };
    if placed_again.as_ref().map(targets) != placed.map(targets) {
        out.push_str("BROKEN: the generated wording has other places\n");
    }
    out
}

/// What changes when the one amendment is adopted.
fn effect(placed: &Instruction<Target>, scope: &Scope<'_>) -> String {
    let base = Base { draft: scope.draft, index: scope.index, tables: &scope.language.tables };
    let adopted = [Placed { number: "1", instruction: placed }];
    let rules = FallRules::default();
    let what = Consolidation {
        base,
        adopted: &adopted,
        mode: Mode::Set,
        rules: &rules,
        order: &OrderRules::default(),
    };
    match consolidate(&what) {
        Ok(new) => difference(&lines(scope.draft), &lines(&new.draft)),
        Err(refusal) => format!("refused: {refusal:?}\n"),
    }
}

/// A finding in one line, and what it lists below it.
pub fn said(finding: &Finding, wording: &str) -> String {
    let severity = finding.severity().as_str();
    let at = finding.at().of(wording).replace('\n', " ");
    let mut out = format!("{severity} {}: {at}\n", finding.code());
    for line in listed(finding) {
        out.push_str(&format!("  {}\n", line.replace('\n', " ")));
    }
    out
}

fn listed(finding: &Finding) -> Vec<String> {
    let texts = |words: &[Words]| words.iter().map(|words| words.text.clone()).collect();
    match finding {
        Finding::NotUnderstood { nearest, .. } => nearest.iter().cloned().collect(),
        Finding::ProvisionNotFound { nearest, .. } => nearest.clone(),
        Finding::PartAmbiguous { letters, .. } => letters.clone(),
        Finding::WordsNotFound { nearest, .. } => texts(nearest),
        Finding::WordsAmbiguous { found, .. } => texts(found),
        Finding::WordsFolded { found, .. } => vec![found.text.clone()],
        Finding::TwoReadings { first, second, .. } => vec![first.clone(), second.clone()],
        Finding::CountedParagraph { numbers, .. } => numbers.clone(),
        Finding::SentenceNotFound { has, .. } => vec![format!("has {has}")],
        Finding::PayloadRejoined { shorter, longer, .. } => vec![shorter.clone(), longer.clone()],
        Finding::NotExecutable { why, .. } => vec![format!("{why:?}").to_lowercase()],
        _ => Vec::new(),
    }
}

/// The parts of a draft laid out; kept together by callers that work on many wordings.
pub fn laid_out(lines: &str, language: &'static Language) -> (Draft, Index) {
    let draft = read(lines, language.lang);
    let index = Index::new(&draft, &language.tables.sentences);
    (draft, index)
}
