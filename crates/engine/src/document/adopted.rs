//! The text as adopted, clean or with its changes.

use super::catalogue;
use super::compendium::{drop_repeated_title, head, lettered, take_over, title};
use super::ids::Ids;
use super::terms::{first, tables_of};
use super::{
    ChangeKind, Changed, Document, Entry, Head, KeyLine, Layout, Paragraph, Role, Row, Run, Runs,
    Section, Terms, runs,
};
use crate::State;
use crate::adopt::{Adopted, AdoptedText};
use instruction::style::{Language, Printed};
use merge::{TrackedChild, TrackedPart, TrackedProvision, Whole};
use std::collections::BTreeMap;
use text::{Child, Lang, Part, TextKind};

/// The adopted text in one language, with or without its changes. Empty where the adopted text has
/// no version in that language.
pub fn adopted(state: &State, adopted: &Adopted, lang: Lang, changes: bool) -> Document {
    let text = adopted.texts.iter().find(|text| text.lang == lang);
    let Some(language) = tables_of(&state.dossier, lang) else {
        return drawn(lang, Head::default(), Vec::new(), Vec::new(), Terms::default());
    };
    let printed = &language.printed;
    let mut head = head(state, lang, language);
    head.kind = if changes {
        printed.adopted_with_changes.to_owned()
    } else {
        first(language.labels.adopted)
    };
    // The edition is the compendium's, not the adopted text's.
    head.edition.clear();
    let mut sections = text.map_or_else(Vec::new, |text| sections(text, language, changes));
    if let [only] = sections.as_mut_slice() {
        take_title(only, &mut head);
    }
    for (at, section) in sections.iter_mut().enumerate() {
        drop_repeated_title(section, &head);
        if language.tables.numbering.is_counted() {
            take_over(section);
            section.follows = at > 0;
        }
    }
    let catalogue = text.map(|text| {
        let parts = text.consolidated.draft.parts.iter();
        let kind = |part: &Part| heading(part.kind, &part.heading, language);
        let parts: Vec<_> = parts.map(|part| (part, kind(part))).collect();
        catalogue::of_adopted(state, adopted, &parts, &sections, language)
    });
    let key = if changes { key(printed) } else { Vec::new() };
    let mut drawn = drawn(lang, head, sections, key, Terms::new(&language.labels, printed));
    drawn.catalogue = catalogue;
    if changes {
        drawn.tablers = tablers(state, lang, printed);
        drawn.moments = moments(state);
    }
    drawn
}

/// The names under each amendment, by what it is called as an author of changes.
fn tablers(state: &State, lang: Lang, printed: &Printed) -> BTreeMap<String, Vec<String>> {
    let of = |amendment: &crate::Amendment| {
        let text = amendment.text(lang).or_else(|| amendment.texts.first())?;
        let author = printed.by_amendment.replace("{}", &amendment.cited());
        Some((author, text.tablers.names.clone()))
    };
    state.dossier.amendments.iter().filter_map(of).collect()
}

/// When each adopted amendment was, where the dossier records it.
fn moments(state: &State) -> BTreeMap<String, String> {
    let of = |amendment: &crate::Amendment| {
        let ruling = amendment.recorded.as_ref()?.ruling.as_ref();
        let adopted = ruling.filter(|ruling| ruling.outcome.is_adopted())?;
        Some((amendment.cited(), adopted.at.as_str().to_owned()))
    };
    state.dossier.amendments.iter().filter_map(of).collect()
}

/// A paper of one text is headed by that text's title, as adopted.
fn take_title(section: &Section, head: &mut Head) {
    let title = section.rows.first().and_then(|row| row.text.as_ref());
    if let Some(title) = title.filter(|text| text.role == Role::Title) {
        head.title.clone_from(&title.content);
    }
}

fn drawn(
    lang: Lang,
    head: Head,
    sections: Vec<Section>,
    key: Vec<KeyLine>,
    terms: Terms,
) -> Document {
    let entry = |section: &Section| Entry {
        text: section.heading.clone(),
        target: section.id.clone(),
        level: 0,
    };
    let contents = if sections.len() > 1 { sections.iter().map(entry).collect() } else { vec![] };
    let title = title(&head);
    Document {
        lang,
        layout: Layout::Linear,
        title,
        head,
        contents,
        key,
        sections,
        terms,
        tablers: BTreeMap::new(),
        ours: false,
        moments: BTreeMap::new(),
        catalogue: None,
    }
}

fn sections(text: &AdoptedText, language: &Language, changes: bool) -> Vec<Section> {
    let mut ids = Ids::default();
    let consolidated = &text.consolidated;
    if changes {
        let part = |part: &TrackedPart| {
            let kind = heading(part.kind, &part.heading, language);
            let mut writing = Writing::new(language, &mut ids, &part.letter);
            if let Some(title) = &part.title {
                let content = runs::of_tracked(title, None, &language.printed);
                writing.push(Role::Title, 0, Runs::new(), content, title.whole.as_ref());
            }
            writing.tracked(&part.children, None, None, 0);
            let rows = writing.rows;
            let id = ids.give(&format!("part-{}", part.letter));
            let heading = lettered(&part.letter, &kind);
            Section { id, heading, rows, ..Section::default() }
        };
        return consolidated.tracked.iter().map(part).collect();
    }
    let part = |part: &Part| {
        let kind = heading(part.kind, &part.heading, language);
        let mut writing = Writing::new(language, &mut ids, &part.letter);
        if let Some(title) = &part.title {
            let content = runs::of_fragment(&title.content);
            writing.push(Role::Title, 0, Runs::new(), content, None);
        }
        writing.plain(&part.children, None, 0);
        let rows = writing.rows;
        let id = ids.give(&format!("part-{}", part.letter));
        let heading = lettered(&part.letter, &kind);
        Section { id, heading, rows, ..Section::default() }
    };
    consolidated.draft.parts.iter().map(part).collect()
}

/// "Resolution" for a draft resolution; the draft's own heading for kinds without a name.
fn heading(kind: TextKind, printed_heading: &str, language: &Language) -> String {
    let name = language.labels.adopted_parts.iter().find(|(of, _)| *of == kind);
    name.map_or_else(|| printed_heading.to_owned(), |(_, name)| (*name).to_owned())
}

struct Writing<'a> {
    rows: Vec<Row>,
    language: &'a Language,
    ids: &'a mut Ids,
    letter: &'a str,
}

impl<'a> Writing<'a> {
    fn new(language: &'a Language, ids: &'a mut Ids, letter: &'a str) -> Self {
        Self { rows: Vec::new(), language, ids, letter }
    }

    /// Whether provisions are counted and print no number.
    fn counted(&self) -> bool {
        self.language.tables.numbering.is_counted()
    }

    /// `level` is the depth of provisions among `children`; text between them belongs one above.
    fn plain(&mut self, children: &[Child], number: Option<&str>, level: u32) {
        let depth = level.saturating_sub(1);
        let printed = |number: &str| match self.counted() {
            true => number.to_owned(),
            false => text::with_stop(number),
        };
        let mut number = number.map(|number| vec![Run::plain(printed(number))]);
        for (at, child) in children.iter().enumerate() {
            match child {
                Child::Block(block) => {
                    let number = number.take().filter(|_| at == 0).unwrap_or_default();
                    let content = runs::of_fragment(&block.content);
                    self.push(Role::Provision, depth, number, content, None);
                }
                Child::Opaque(opaque) => {
                    let content = vec![Run::plain(&opaque.text)];
                    self.push(Role::Opaque, depth, Runs::new(), content, None);
                }
                Child::Provision(provision) => {
                    self.alone(number.take(), at, depth, None);
                    self.plain(&provision.children, Some(&provision.number), level + 1);
                }
            }
        }
        self.alone(number.take(), 0, depth, None);
    }

    fn tracked(
        &mut self,
        children: &[TrackedChild],
        number: Option<Runs>,
        outer: Option<&Whole>,
        level: u32,
    ) {
        let depth = level.saturating_sub(1);
        let printed = &self.language.printed;
        let mut number = number;
        for (at, child) in children.iter().enumerate() {
            match child {
                TrackedChild::Block(block) => {
                    let number = number.take().filter(|_| at == 0).unwrap_or_default();
                    let content = runs::of_tracked(block, outer, printed);
                    let whole = block.whole.as_ref().or(outer);
                    self.push(Role::Provision, depth, number, content, whole);
                }
                TrackedChild::Opaque(text, whole) => {
                    let whole = whole.as_ref().or(outer);
                    let content = runs::of_opaque(text, whole, printed);
                    self.push(Role::Opaque, depth, Runs::new(), content, whole);
                }
                TrackedChild::Provision(provision) => {
                    self.alone(number.take(), at, depth, outer);
                    self.provision(provision, outer, level);
                }
            }
        }
        self.alone(number.take(), 0, depth, outer);
    }

    fn provision(&mut self, provision: &TrackedProvision, outer: Option<&Whole>, level: u32) {
        let whole = provision.whole.as_ref().or(outer);
        let mut number = runs::of_changes(&provision.number, whole, &self.language.printed);
        if !self.counted() {
            stop(&mut number);
        }
        self.tracked(&provision.children, Some(number), whole, level + 1);
    }

    /// A number whose provision opens with a sub-provision stands on a line of its own.
    fn alone(&mut self, number: Option<Runs>, at: usize, depth: u32, whole: Option<&Whole>) {
        if let Some(number) = number.filter(|_| at == 0) {
            self.push(Role::Provision, depth, number, Runs::new(), whole);
        }
    }

    fn push(
        &mut self,
        role: Role,
        depth: u32,
        mut number: Runs,
        mut content: Runs,
        whole: Option<&Whole>,
    ) {
        let role = match role {
            Role::Provision if self.counted() && !number.is_empty() => Role::Alinea,
            role => role,
        };
        runs::sign_last(&mut number);
        runs::sign_last(&mut content);
        let standing = number.iter().filter(|run| !is_deleted(run));
        let name: String = standing.map(|run| run.text.trim_end_matches('.')).collect();
        let wanted = format!("{}-para-{name}", self.letter);
        let id = if name.is_empty() { String::new() } else { self.ids.give(&wanted) };
        let whole = whole.map(|whole| runs::of_whole(whole, &self.language.printed));
        if role == Role::Alinea {
            number = runs::as_count(number);
        }
        let text = Paragraph { id, role, depth, number, content, whole };
        self.rows.push(Row::of(text));
    }
}

fn is_deleted(run: &Run) -> bool {
    run.change.as_ref().is_some_and(|change| change.kind == ChangeKind::Deleted)
}

/// The full stop that prints behind a number: behind the old and behind the new one where both
/// stand there, so that each reads as a number.
fn stop(number: &mut [Run]) {
    if number.iter().all(|run| run.change.is_some()) {
        number.iter_mut().for_each(|run| run.text = text::with_stop(&run.text));
        return;
    }
    let standing = number.iter().filter(|run| !is_deleted(run));
    let whole: String = standing.map(|run| run.text.as_str()).collect();
    let stop = text::with_stop(&whole).split_off(whole.len());
    if let Some(last) = number.last_mut() {
        last.text.push_str(&stop);
    }
}

fn key(printed: &Printed) -> Vec<KeyLine> {
    let specimen = |kind, editorial, sign: &str| {
        let (author, causes) = (String::new(), Vec::new());
        let change = Changed { kind, editorial, author, causes, sign: sign.to_owned() };
        Run { text: "abc".to_owned(), change: Some(change), ..Run::default() }
    };
    let specimens = [
        specimen(ChangeKind::Inserted, false, ""),
        specimen(ChangeKind::Deleted, false, ""),
        specimen(ChangeKind::Inserted, true, printed.editorial_sign),
        Run { text: "4".to_owned(), raised: true, ..Run::default() },
    ];
    let line =
        |(specimen, meaning): (Run, &&str)| KeyLine { specimen, meaning: (*meaning).to_owned() };
    specimens.into_iter().zip(&printed.key_lines).map(line).collect()
}
