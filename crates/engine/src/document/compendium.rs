//! The compendium: pieces of the draft and the amendments that stand at them.

use super::amendment::Drawing;
use super::catalogue;
use super::ids::Ids;
use super::terms::{self, first};
use super::{
    Document, Entry, Head, Layout, Paragraph, Role, Row, Run, Runs, Section, Terms, runs, tables,
};
use crate::state::Finding;
use crate::{State, Version, words};
use instruction::style::Language;
use instruction::{Operation, Place, PlaceUnit, Target};
use source::{Severity, Span};
use std::collections::BTreeMap;
use text::{Child, Index, Lang, Part, Provision, ProvisionId};

/// Above this many amendments the table of contents lists the texts only.
const LISTED: usize = 150;

/// The compendium in one language.
pub fn compendium(state: &State, lang: Lang, layout: Layout) -> Document {
    let Some(language) = terms::tables_of(&state.dossier, lang) else {
        return Document { layout, ..empty(lang) };
    };
    let counted = language.tables.numbering.is_counted();
    let layout = if counted { Layout::Linear } else { layout };
    let mut ids = Ids::default();
    let drawing = Drawing::new(state, lang, language, &mut ids);
    let version = state.dossier.version(lang);
    let (mut standing, unplaced) = standing(state, lang);
    let head = head(state, lang, language);
    let mut sections = Vec::new();
    if let Some(version) = version {
        let rows = all_rows(version, counted, &mut ids);
        for (part, (content, rows)) in version.draft.parts.iter().zip(rows).enumerate() {
            let mut here = standing.remove(part, rows.len());
            if counted {
                // All of them follow the article.
                here.iter_mut().for_each(|(row, _)| *row = rows.len() - 1);
            }
            let mut section = section(content, rows, &here, &drawing, layout, &mut ids);
            drop_repeated_title(&mut section, &head);
            if counted {
                take_over(&mut section);
                section.follows = part > 0;
            }
            tables::open(&mut section, &language.labels);
            sections.push(section);
        }
    }
    let left = standing.rest().chain(unplaced).collect::<Vec<_>>();
    sections.extend(without_place(&left, &drawing, &mut ids));
    let contents = contents(&sections, state);
    let catalogue = catalogue::of_compendium(version, &sections, language);
    Document {
        lang,
        layout,
        title: title(&head),
        head,
        contents,
        key: Vec::new(),
        sections,
        terms: Terms::new(&language.labels, &language.printed),
        tablers: BTreeMap::new(),
        ours: false,
        moments: BTreeMap::new(),
        catalogue: Some(catalogue),
    }
}

/// A paper without a word, in a language that nothing here knows.
pub(crate) fn empty(lang: Lang) -> Document {
    Document {
        lang,
        layout: Layout::Linear,
        title: String::new(),
        head: Head::default(),
        contents: Vec::new(),
        key: Vec::new(),
        sections: Vec::new(),
        terms: Terms::default(),
        tablers: BTreeMap::new(),
        ours: false,
        moments: BTreeMap::new(),
        catalogue: None,
    }
}

/// What stands at the head of the compendium.
pub(crate) fn head(state: &State, lang: Lang, language: &Language) -> Head {
    let version = state.dossier.version(lang);
    let title = vec![Run::plain(version.and_then(|v| v.title.clone()).unwrap_or_default())];
    Head {
        reference: state.dossier.reference.clone().unwrap_or_default(),
        kind: first(language.labels.compendium),
        date: version.and_then(|v| v.date.clone()).unwrap_or_default(),
        edition: version.and_then(|v| v.edition.clone()).unwrap_or_default(),
        title,
    }
}

/// "Doc. 1 – Compendium of written amendments".
pub(crate) fn title(head: &Head) -> String {
    if head.reference.is_empty() {
        return head.kind.clone();
    }
    format!("{} – {}", head.reference, head.kind)
}

/// "A. Draft resolution".
pub(crate) fn part_heading(part: &Part, heading: &str) -> String {
    lettered(&part.letter, heading)
}

/// A heading behind its letter, where it has one and does not name it itself as "Article 2" does.
pub(super) fn lettered(letter: &str, heading: &str) -> String {
    if letter.is_empty() || crate::read::names_article(heading, letter) {
        return heading.to_owned();
    }
    format!("{letter}. {heading}")
}

/// Takes the headings over an article out of its rows.
pub(super) fn take_over(section: &mut Section) {
    let over = |row: &Row| {
        let kept = row.text.as_ref().filter(|text| text.role == Role::Opaque)?;
        let words: String = kept.content.iter().map(|run| run.text.as_str()).collect();
        row.amendments.is_empty().then(|| words.lines().map(str::to_owned).collect())
    };
    if let Some(lines) = section.rows.first().and_then(over) {
        section.over = lines;
        section.rows.remove(0);
    }
}

fn section(
    part: &Part,
    mut rows: Vec<Row>,
    here: &[(usize, usize)],
    drawing: &Drawing<'_>,
    layout: Layout,
    ids: &mut Ids,
) -> Section {
    for &(row, amendment) in here {
        if let Some(row) = rows.get_mut(row) {
            row.amendments.extend(drawing.block(amendment));
        }
    }
    let heads = (part.heading.clone(), first(drawing.language.labels.amendments));
    Section {
        id: ids.give(&format!("part-{}", part.letter)),
        over: Vec::new(),
        heading: part_heading(part, &part.heading),
        columns: (layout == Layout::Columns).then_some(heads),
        follows: false,
        table: Vec::new(),
        rows,
    }
}

/// Takes the row of a title out that only says again what the head says, with nothing beside it.
pub(super) fn drop_repeated_title(section: &mut Section, head: &Head) {
    let repeats = section.rows.first().is_some_and(|row| {
        let title = row.text.as_ref().filter(|text| text.role == Role::Title);
        row.amendments.is_empty() && title.is_some_and(|title| title.content == head.title)
    });
    if repeats {
        section.rows.remove(0);
    }
}

/// The pieces of each draft text, in document order.
fn all_rows(version: &Version, counted: bool, ids: &mut Ids) -> Vec<Vec<Row>> {
    let part = |part: &Part| {
        let mut rows = Rows { rows: Vec::new(), counted, ids, letter: &part.letter };
        if let Some(title) = &part.title {
            rows.push(Role::Title, 0, None, runs::of_fragment(&title.content));
        }
        rows.children(&part.children, None, 0);
        rows.rows
    };
    version.draft.parts.iter().map(part).collect()
}

struct Rows<'a> {
    rows: Vec<Row>,
    /// Whether provisions are counted.
    counted: bool,
    ids: &'a mut Ids,
    letter: &'a str,
}

impl Rows<'_> {
    /// One row for each block that [`Index`] lays out, in its order.
    /// `level` is the depth of provisions among `children`; text between them belongs one above.
    fn children(&mut self, children: &[Child], within: Option<&Provision>, level: u32) {
        let depth = level.saturating_sub(1);
        for (at, child) in children.iter().enumerate() {
            match child {
                Child::Block(block) => {
                    let number = within.filter(|_| at == 0).map(|p| p.number.as_str());
                    let content = runs::of_fragment(&block.content);
                    self.push(Role::Provision, depth, number, content);
                }
                Child::Opaque(opaque) => {
                    self.push(Role::Opaque, depth, None, vec![Run::plain(&opaque.text)]);
                }
                Child::Provision(provision) => {
                    if provision.opening().is_none() {
                        self.push(Role::Provision, level, Some(&provision.number), Runs::new());
                    }
                    self.children(&provision.children, Some(provision), level + 1);
                }
            }
        }
    }

    fn push(&mut self, role: Role, depth: u32, number: Option<&str>, content: Runs) {
        let id = number.map(|number| self.ids.give(&format!("{}-para-{number}", self.letter)));
        let (role, number) = match number {
            Some(number) if self.counted => {
                (Role::Alinea, Some(runs::as_count(vec![Run::plain(number)])))
            }
            number => (role, number.map(|number| vec![Run::plain(text::with_stop(number))])),
        };
        let text = Paragraph {
            id: id.unwrap_or_default(),
            role,
            depth,
            number: number.unwrap_or_default(),
            content,
            whole: None,
        };
        self.rows.push(Row::of(text));
    }
}

/// Where amendments stand: for each part, in calling order, the row in it and the amendment.
struct Standing {
    parts: Vec<Vec<(usize, usize)>>,
}

impl Standing {
    /// Those of one part, every row inside `rows`.
    fn remove(&mut self, part: usize, rows: usize) -> Vec<(usize, usize)> {
        if rows == 0 {
            return Vec::new();
        }
        let here = self.parts.get_mut(part).map(std::mem::take).unwrap_or_default();
        here.into_iter().map(|(row, amendment)| (row.min(rows - 1), amendment)).collect()
    }

    /// Those of parts that are not there or have no rows.
    fn rest(self) -> impl Iterator<Item = usize> {
        self.parts.into_iter().flatten().map(|(_, amendment)| amendment)
    }
}

/// Sorts the amendments to the draft into rows; those without a place come second.
fn standing(state: &State, lang: Lang) -> (Standing, Vec<usize>) {
    let version = state.dossier.version(lang);
    let parts = version.map_or(0, |version| version.draft.parts.len());
    let mut standing = Standing { parts: vec![Vec::new(); parts] };
    let mut unplaced = Vec::new();
    for ranked in &state.order {
        let position = ranked.amendment;
        if state.parent(position).is_some() {
            continue;
        }
        let place = version.and_then(|version| row_of(state, position, version));
        match place.and_then(|(part, row)| Some((standing.parts.get_mut(part)?, row))) {
            Some((rows, row)) => {
                // Calling order from top to bottom, whatever the places say.
                let row = rows.last().map_or(row, |&(above, _)| row.max(above));
                rows.push((row, position));
            }
            None => unplaced.push(position),
        }
    }
    (standing, unplaced)
}

/// The part and the row at which an amendment stands; in another language's version where it has
/// no text in this one.
fn row_of(state: &State, position: usize, version: &Version) -> Option<(usize, usize)> {
    let amendment = state.dossier.amendments.get(position)?;
    let own = amendment.texts.iter().position(|text| text.lang == version.lang);
    if let Some(own) = own {
        let target = first_target(state, position, own)?;
        return row_at(&version.index, target);
    }
    let other = state.dossier.version(amendment.texts.first()?.lang)?;
    let target = first_target(state, position, 0)?;
    let number = &other.index.provision_at(target.provision?)?.number;
    let here = *version.index.numbered(target.part, number).first()?;
    let opening = version.index.provision_at(here)?.opening;
    row_of_block(&version.index, target.part, opening.0 as usize)
}

/// The place that comes first in the text, of all operations.
fn first_target(state: &State, position: usize, text: usize) -> Option<&Target> {
    let placed = state.worked.get(position)?.get(text)?.placed.as_ref()?;
    placed.operations.iter().map(Operation::at).min_by_key(|target| target.place.span().start)
}

fn row_at(index: &Index, target: &Target) -> Option<(usize, usize)> {
    let at = target.place.span().start;
    let within = index.parts().get(target.part as usize)?.span;
    // A gap belongs to the text before it, except "before paragraph 3" and the gap at the top.
    let named = target.provision.and_then(|id| index.provision_at(id));
    let before = named.is_some_and(|named| named.span.start == at);
    let gap = matches!(target.place, Place::Slot { .. } | Place::Closing { .. });
    let at = if gap && !before && at > within.start { at - 1 } else { at };
    if target.unit == PlaceUnit::Title {
        return Some((target.part as usize, 0));
    }
    let after = index.blocks().partition_point(|block| block.span.start <= at);
    row_of_block(index, target.part, after.checked_sub(1)?)
}

/// The row of a block: rows of a part are its blocks.
fn row_of_block(index: &Index, part: u32, block: usize) -> Option<(usize, usize)> {
    let first = index.blocks().partition_point(|block| block.part < part);
    Some((part as usize, block.checked_sub(first)?))
}

fn without_place(left: &[usize], drawing: &Drawing<'_>, ids: &mut Ids) -> Option<Section> {
    if left.is_empty() {
        return None;
    }
    let row = |&position: &usize| {
        let mut block = drawing.block(position)?;
        block.without_place = reasons(drawing, position);
        Some(Row { amendments: vec![block], ..Row::default() })
    };
    Some(Section {
        id: ids.give("without-place"),
        over: Vec::new(),
        heading: drawing.language.printed.without_place.to_owned(),
        columns: None,
        follows: false,
        table: Vec::new(),
        rows: left.iter().filter_map(row).collect(),
    })
}

/// What the findings say about an amendment that has no place.
fn reasons(drawing: &Drawing<'_>, position: usize) -> Vec<Runs> {
    let about = |finding: &&Finding| match finding {
        Finding::Wording { amendment, finding, .. } => {
            *amendment == position && finding.severity() == Severity::Error
        }
        Finding::ParentNotFound { amendment, .. } | Finding::TooDeep { amendment } => {
            *amendment == position
        }
        _ => false,
    };
    let line = |finding: &Finding| {
        vec![Run::plain(words::message(finding, drawing.state, drawing.lang).text)]
    };
    let lines = drawing.state.findings.iter().filter(about).map(line);
    lines.filter(|line| line.iter().any(|run| !run.text.is_empty())).collect()
}

fn contents(sections: &[Section], state: &State) -> Vec<Entry> {
    let listed = state.dossier.amendments.len() <= LISTED;
    let mut entries = Vec::new();
    for section in sections {
        entries.push(Entry { text: section.heading.clone(), target: section.id.clone(), level: 0 });
        let blocks = section.rows.iter().flat_map(|row| &row.amendments).filter(|_| listed);
        // In the order in which they are printed: a sub-amendment stands before what it changes.
        let blocks = blocks.flat_map(|block| block.before.iter().chain([block]));
        entries.extend(blocks.map(|block| Entry {
            text: block.title(),
            target: block.id.clone(),
            level: 1,
        }));
    }
    entries
}

/// All provisions of the text in which a place lies.
fn whole(version: &Version, target: &Target) -> Option<Span> {
    let part = version.index.parts().get(target.part as usize)?;
    let entry = |id: u32| version.index.provision_at(ProvisionId(id));
    let (first, end) = (part.provisions.0.0, part.provisions.1.0);
    Some(Span { start: entry(first)?.span.start, end: entry(end.checked_sub(1)?)?.span.end })
}

/// "paragraph 7", "title": where the first operation of an amendment acts, in its text of this language.
pub(super) fn place(state: &State, position: usize, lang: Lang, language: &Language) -> String {
    let labels = &language.labels;
    let place = || {
        let version = state.dossier.version(lang)?;
        let texts = &state.dossier.amendments.get(position)?.texts;
        let text = texts.iter().position(|text| text.lang == lang)?;
        let target = first_target(state, position, text)?;
        if target.unit == PlaceUnit::Title {
            return Some(first(labels.title).to_lowercase());
        }
        if language.tables.numbering.is_counted() && target.place.span() == whole(version, target)?
        {
            // An article is told by the heading above.
            return None;
        }
        let number = &version.index.provision_at(target.provision?)?.number;
        Some(format!("{} {number}", first(labels.units)))
    };
    place().unwrap_or_default()
}
