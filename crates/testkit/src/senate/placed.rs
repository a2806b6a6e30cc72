//! Places without a text: each article as its amendments show it.

use super::{Amendment, Bill, Subdivision};
use crate::bills::language;
use instruction::{
    Edge, Frame, Instruction, Locator, Operation, Payload, PayloadParagraph, PayloadUnit,
    Provisions, Scope, Target, Unit, UnitPath, parse, resolve, sketch,
};
use std::collections::BTreeMap;
use text::{Child, Draft, Fragment, Index, Lang, Part, Provision, TextKind};

/// How the place of an amendment was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// In its wording.
    Wording,
    /// By the alinéa in the table: the wording is not understood, or names a place that cannot be
    /// found without the text.
    Column,
    /// The article alone.
    Article,
}

/// What an amendment says, by how its place is found then.
type Reading = (Instruction<Locator>, Source);

/// An amendment with its place.
#[derive(Clone, Debug)]
pub struct Found {
    /// Its position in [`Bill::amendments`].
    pub amendment: usize,
    /// What it does, in the sketched draft.
    pub instruction: Instruction<Target>,
    /// How its place was found.
    pub source: Source,
}

/// A bill as its amendments show it, with all places.
#[derive(Debug)]
pub struct Sketched {
    /// A part for each article and for each gap that gets additional ones.
    pub draft: Draft,
    /// Its positions.
    pub index: Index,
    /// The subdivisions, by part.
    pub parts: Vec<Subdivision>,
    /// The amendments to the bill that have a place, in the order of the table.
    pub found: Vec<Found>,
}

/// Sketches a bill. Sub-amendments and motions have no place in it.
pub fn placed(bill: &Bill, parts: &[Subdivision]) -> Sketched {
    let mut by_part: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, amendment) in bill.amendments.iter().enumerate() {
        let place = amendment.place().filter(|_| amendment.kind == "Amt");
        if let Some(part) = place.and_then(|place| parts.iter().position(|part| *part == place)) {
            by_part.entry(part).or_default().push(at);
        }
    }
    let mut draft = Draft { lang: Lang::FR, parts: Vec::new() };
    let mut written: Vec<(usize, usize, Vec<Reading>)> = Vec::new();
    for (part, subdivision) in parts.iter().enumerate() {
        let amendments = by_part.get(&part).map_or(&[][..], Vec::as_slice);
        let read: Vec<_> = amendments
            .iter()
            .map(|at| (*at, readings(&bill.amendments[*at], subdivision)))
            .collect();
        let first = read.iter().filter_map(|(_, readings)| readings.first()).map(|(i, _)| i);
        let shown = match subdivision.is_additional() {
            true => sketch(&[]),
            false => sketch(&first.collect::<Vec<_>>()),
        };
        draft.parts.push(part_of(subdivision, &shown.blocks));
        for (at, readings) in read {
            let told = |(i, source): Reading| (essential(&shown.told_apart(&i)), source);
            written.push((at, part, readings.into_iter().map(told).collect()));
        }
    }
    let index = Index::new(&draft, &language().tables.sentences);
    let mut found = Vec::new();
    for (amendment, part, readings) in written {
        let part = u32::try_from(part).ok();
        let scope = Scope { draft: &draft, index: &index, part, language: language() };
        let place = |(instruction, source): Reading| {
            let mut findings = Vec::new();
            let instruction = resolve(&instruction, &scope, &mut findings)?;
            Some(Found { amendment, instruction, source })
        };
        found.extend(readings.into_iter().find_map(place));
    }
    found.sort_by_key(|found| found.amendment);
    Sketched { draft, index, parts: parts.to_vec(), found }
}

/// An article of these blocks; a gap has none.
fn part_of(subdivision: &Subdivision, blocks: &[String]) -> Part {
    let numbered = blocks.iter().enumerate();
    let provisions = numbered
        .map(|(at, text)| Child::Provision(Provision::plain((at + 1).to_string(), text.clone())));
    Part {
        letter: subdivision.to_string(),
        kind: TextKind::Other,
        heading: subdivision.to_string(),
        title: None,
        children: provisions.collect(),
    }
}

/// What an amendment says, as it is read; then what is left of it where that has no place: the
/// alinéa of the table, the article.
fn readings(amendment: &Amendment, part: &Subdivision) -> Vec<Reading> {
    if part.is_additional() {
        return vec![(additional(amendment), Source::Wording)];
    }
    let mut readings = Vec::new();
    if let Some(read) = parse(&amendment.wording, language()).instruction {
        readings.push((read, Source::Wording));
    }
    let somewhere = |unit: Provisions, edge: Edge, source: Source| {
        let at = Locator { unit: Unit::Provisions(unit), ..Locator::default() };
        let what = Payload { unit: PayloadUnit::Text, ..text_of(&amendment.wording) };
        let operations = vec![Operation::Insert { edge, at, what }];
        (Instruction { frame: Frame::default(), operations }, source)
    };
    let whole = Provisions::Labelled { unit: UnitPath::default(), blocks: None };
    if amendment.alinea_number().is_some() {
        let unit = Provisions::One(amendment.alinea.clone());
        readings.push(somewhere(unit, Edge::End, Source::Column));
    }
    readings.push(somewhere(whole, Edge::End, Source::Article));
    readings
}

/// An additional article: what is inserted in the gap is all behind the line that announces it.
fn additional(amendment: &Amendment) -> Instruction<Locator> {
    let whole = Provisions::Labelled { unit: UnitPath::default(), blocks: None };
    let at = Locator { unit: Unit::Provisions(whole), ..Locator::default() };
    let announces = |line: &str| line.contains("additionnel") && line.ends_with(':');
    let lines: Vec<&str> = amendment.wording.lines().collect();
    let from = lines.iter().rposition(|line| announces(line)).map_or(0, |at| at + 1);
    let with = text_of(&lines.get(from..).unwrap_or(&[]).join("\n"));
    // A gap is an article that is not there yet.
    let operations = vec![Operation::Replace { at, with }];
    Instruction { frame: Frame::default(), operations }
}

/// An article as these wordings show it, and its amendments with their places; without those that are not
/// understood or not placed.
pub fn article(wordings: &[&str]) -> (Draft, Index, Vec<(usize, Instruction<Target>)>) {
    let read = wordings.iter().enumerate();
    let read: Vec<(usize, Instruction<Locator>)> = read
        .filter_map(|(at, wording)| Some((at, parse(wording, language()).instruction?)))
        .collect();
    let shown = sketch(&read.iter().map(|(_, read)| read).collect::<Vec<_>>());
    let subdivision = Subdivision { article: "1".to_owned(), side: 0 };
    let parts = vec![part_of(&subdivision, &shown.blocks)];
    let draft = Draft { lang: Lang::FR, parts };
    let index = Index::new(&draft, &language().tables.sentences);
    let scope = Scope { draft: &draft, index: &index, part: Some(0), language: language() };
    let found = read.iter().filter_map(|(at, read)| {
        let told = essential(&shown.told_apart(read));
        Some((*at, resolve(&told, &scope, &mut Vec::new())?))
    });
    let found = found.collect();
    (draft, index, found)
}

/// What of an amendment is debated, in one typography: two that differ in what only pays for them, or
/// in the shape of an apostrophe, are one amendment.
fn essential(instruction: &Instruction<Locator>) -> Instruction<Locator> {
    let mut kept = match language().own {
        Some(own) => instruction.without(own.compensates),
        None => instruction.clone(),
    };
    for operation in &mut kept.operations {
        let (Operation::Insert { what, .. } | Operation::Replace { with: what, .. }) = operation
        else {
            continue;
        };
        for paragraph in &mut what.paragraphs {
            let text = text::fold(&paragraph.content.text);
            paragraph.content = Fragment::from(text.trim_end_matches(['.', ' ']));
        }
    }
    kept
}

/// Lines as new alinéas.
fn text_of(lines: &str) -> Payload {
    let paragraphs = lines.lines().map(|line| PayloadParagraph {
        content: Fragment::from(line),
        ..PayloadParagraph::default()
    });
    Payload { unit: PayloadUnit::Provisions, paragraphs: paragraphs.collect() }
}
