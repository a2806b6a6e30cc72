//! Cross-references follow the numbers: "paragraph 7 above" becomes "paragraph 8 above".
//!
//! Every number, in kept text and in payloads alike, means the published draft. Only references to
//! this text and part are changed: a unit with a number ("paragraph 7", "paragraphs 5 to 7",
//! "paragraphs 3, 5 and 8"), unless another instrument is named behind it ("of Resolution …") or
//! directly before it ("Resolution 1234 (2010), paragraph 5"). A reference to a provision that is
//! gone stays whole, with an error: of "paragraphs 4 and 5" without 4, "paragraphs 4 and 4" would
//! look like a reference that is right. A range that has more provisions than before stays right, with a
//! warning.

use super::numbers::NewNumbers;
use super::work::{WorkBlock, WorkChild, WorkPart};
use super::{Consolidation, Note};
use source::Span;
use text::{Fragment, Index, Mark, ProvisionId, References};

/// A number cited, as bytes of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Cited {
    pub number: Span,
    /// Set when it is the end of a range that begins with the citation before it.
    pub ends_range: bool,
}

/// A whole reference: "paragraphs 5 to 7".
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reference {
    pub span: Span,
    pub cited: Vec<Cited>,
}

/// Updates the references of all parts.
pub(super) fn update(
    what: &Consolidation<'_>,
    parts: &mut [WorkPart<'_>],
    numbers: &NewNumbers,
    notes: &mut Vec<Note>,
) {
    let provisions = what.base.index.provisions();
    let same = |(old, new): (&text::ProvisionEntry, &Option<super::numbers::New>)| {
        new.as_ref().is_some_and(|new| new.number == old.number)
    };
    if provisions.iter().zip(numbers).all(same) {
        return;
    }
    for (part, work) in parts.iter_mut().enumerate() {
        let mut pass = Pass { what, numbers, notes, part: part as u32 };
        if let Some(title) = &mut work.title {
            pass.block(title, "");
        }
        pass.children(&mut work.children, "");
    }
}

struct Pass<'p, 'a> {
    what: &'p Consolidation<'a>,
    numbers: &'p NewNumbers,
    notes: &'p mut Vec<Note>,
    part: u32,
}

impl Pass<'_, '_> {
    fn children(&mut self, children: &mut [WorkChild<'_>], provision: &str) {
        for child in children {
            match child {
                WorkChild::Block(block) if block.is_new() => self.block(block, provision),
                WorkChild::Provision(work) if work.is_new() => {
                    let number = work.number.clone();
                    self.children(&mut work.children, &number);
                }
                WorkChild::Block(_)
                | WorkChild::Provision(_)
                | WorkChild::Opaque(..)
                | WorkChild::Probe(_) => {}
            }
        }
    }

    fn block(&mut self, block: &mut WorkBlock<'_>, provision: &str) {
        let tables = &self.what.base.tables.references;
        let has_number = |text: &str| text.bytes().any(|b| b.is_ascii_digit());
        if !block.pieces.iter().any(|piece| piece.is_new() && has_number(&piece.text)) {
            return;
        }
        let text = block.new_text();
        let mut edits = Vec::new();
        for reference in find(&text, tables) {
            self.reference(&reference, &text, provision, &mut edits);
        }
        for (span, new, causes) in edits.into_iter().rev() {
            block.edit(span, &new, &causes);
        }
    }

    fn reference(
        &mut self,
        reference: &Reference,
        text: &str,
        provision: &str,
        edits: &mut Vec<(Span, String, Vec<u32>)>,
    ) {
        let phrase = || reference.span.of(text).to_owned();
        let numbers = self.numbers;
        let new = |id: ProvisionId| numbers.get(id.0 as usize).and_then(Option::as_ref);
        let id = |cited: &Cited| match *self
            .what
            .base
            .index
            .numbered(self.part, cited.number.of(text))
        {
            [id] => Some(id),
            _ => None,
        };
        if reference.cited.iter().filter_map(id).any(|id| new(id).is_none()) {
            let (part, provision) = (self.part, provision.to_owned());
            self.notes.push(Note::ReferenceToDeleted { part, provision, reference: phrase() });
            return;
        }
        let mut before = None;
        for cited in &reference.cited {
            let old = cited.number.of(text);
            let Some((id, new)) = id(cited).and_then(|id| Some((id, new(id)?))) else {
                before = None;
                continue;
            };
            let (part, provision) = (self.part, provision.to_owned());
            if let (true, Some(first)) = (cited.ends_range, before)
                && grew(first, id, self.what.base.index, self.numbers)
            {
                let (reference, provision) = (phrase(), provision.clone());
                self.notes.push(Note::ReferenceRangeGrew { part, provision, reference });
            }
            before = Some(id);
            if new.number != old {
                edits.push((cited.number, new.number.clone(), new.causes.clone()));
                let (old, new) = (old.to_owned(), new.number.clone());
                self.notes.push(Note::ReferenceUpdated { part, provision, old, new });
            }
        }
    }
}

/// Whether more provisions stand between two of one list than were kept there.
fn grew(first: ProvisionId, last: ProvisionId, index: &Index, numbers: &NewNumbers) -> bool {
    let kept = super::plan::siblings(first, last, index);
    let kept = kept.iter().filter(|id| numbers.get(id.0 as usize).is_some_and(Option::is_some));
    let ordinal = |id: ProvisionId| {
        let new = numbers.get(id.0 as usize)?.as_ref()?;
        new.number.rsplit('.').next()?.parse::<usize>().ok()
    };
    let same_list = index.provision_at(first).map(|entry| entry.parent)
        == index.provision_at(last).map(|entry| entry.parent);
    match (ordinal(first), ordinal(last)) {
        (Some(from), Some(to)) if same_list && to >= from => to - from + 1 > kept.count(),
        _ => false,
    }
}

/// All references of a text to its own provisions, in order.
pub(crate) fn find(text: &str, tables: &References) -> Vec<Reference> {
    let (mut found, mut at) = (Vec::new(), 0);
    while let Some((start, end)) = next_word(text, at) {
        at = end;
        let word = text[start..end].to_lowercase();
        if !tables.units.contains(&word.as_str()) {
            continue;
        }
        let cited = cited(text, end, tables);
        let Some(last) = cited.last() else { continue };
        let stop = last.number.end as usize;
        at = stop;
        let own = begins_with(&text[stop..], tables.own);
        let foreign =
            begins_with(&text[stop..], tables.foreign) || foreign_before(&text[..start], tables);
        if own || !foreign {
            found.push(Reference { span: Span::new(start, stop), cited });
        }
    }
    found
}

/// The next word from `at` on; hyphens inside belong to it ("sub-paragraph").
fn next_word(text: &str, at: usize) -> Option<(usize, usize)> {
    let start = at + text[at..].find(char::is_alphanumeric)?;
    let rest = &text[start..];
    let inside = |c: char| c.is_alphanumeric() || c == '-';
    let len = rest.find(|c| !inside(c)).unwrap_or(rest.len());
    Some((start, start + rest[..len].trim_end_matches('-').len().max(1)))
}

/// The numbers behind a unit word that ends at `at`.
fn cited(text: &str, at: usize, tables: &References) -> Vec<Cited> {
    let mut cited = Vec::new();
    let Some(mut end) = space(text, at).and_then(|start| {
        let end = number(text, start)?;
        cited.push(Cited { number: Span::new(start, end), ends_range: false });
        Some(end)
    }) else {
        return cited;
    };
    while let Some((start, ends_range)) = joint(text, end, tables) {
        let Some(stop) = number(text, start) else { break };
        cited.push(Cited { number: Span::new(start, stop), ends_range });
        end = stop;
    }
    cited
}

/// One or more spaces at `at`: where they end.
fn space(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    let len = rest.len() - rest.trim_start().len();
    (len > 0).then_some(at + len)
}

/// A number at `at`, "9.2.1": where it ends. A full stop belongs to it only before a figure or a
/// single letter.
fn number(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    let mut len = rest.bytes().take_while(u8::is_ascii_digit).count();
    if len == 0 {
        return None;
    }
    while let Some(part) = rest[len..].strip_prefix('.') {
        let digits = part.bytes().take_while(u8::is_ascii_digit).count();
        let letter = part.starts_with(|c: char| c.is_ascii_lowercase())
            && !part[1..].starts_with(char::is_alphanumeric);
        match (digits, letter) {
            (0, false) => break,
            (0, true) => len += 2,
            (digits, _) => len += 1 + digits,
        }
    }
    let glued = rest[len..].starts_with(|c: char| c.is_alphanumeric());
    (!glued).then_some(at + len)
}

/// What joins two numbers: where the next one begins, and whether the two are a range.
fn joint(text: &str, at: usize, tables: &References) -> Option<(usize, bool)> {
    let rest = text.get(at..)?;
    if let Some(dash) = rest.trim_start().chars().next().filter(|c| matches!(c, '-' | '–')) {
        let start = at + rest.find(dash)? + dash.len_utf8();
        let start = space(text, start).unwrap_or(start);
        return Some((start, true));
    }
    let comma = rest.starts_with(',');
    let after = space(text, at + usize::from(comma))?;
    let (start, end) = next_word(text, after).filter(|(start, _)| *start == after)?;
    let word = text[start..end].to_lowercase();
    if tables.range.contains(&word.as_str()) {
        return Some((space(text, end)?, true));
    }
    if tables.list.contains(&word.as_str()) {
        return Some((space(text, end)?, false));
    }
    comma.then_some((after, false))
}

/// Whether a text begins, behind spaces and a comma, with one of these phrases as whole words.
fn begins_with(text: &str, phrases: &[&str]) -> bool {
    let rest = text.trim_start_matches(|c: char| c.is_whitespace() || c == ',');
    phrases.iter().any(|phrase| {
        let Some(head) = rest.get(..phrase.len()) else { return false };
        let whole = phrase.ends_with(['\'', '’'])
            || !rest[phrase.len()..].starts_with(char::is_alphanumeric);
        whole && head.to_lowercase() == **phrase
    })
}

/// Whether another instrument is named directly before: "Resolution 1234 (2010), ".
fn foreign_before(text: &str, tables: &References) -> bool {
    let mut rest = text.trim_end().trim_end_matches([',', '(', ':']).trim_end();
    loop {
        let token = rest.rsplit(char::is_whitespace).next().unwrap_or("");
        let core = token.trim_matches(|c: char| !c.is_alphanumeric());
        let counts = core.chars().any(|c| c.is_ascii_digit()) || matches!(core, "no" | "No" | "nº");
        if token.is_empty() || !counts {
            break;
        }
        rest = rest[..rest.len() - token.len()].trim_end();
    }
    let named = rest.len() < text.trim_end().trim_end_matches([',', '(', ':']).trim_end().len();
    let rest = rest.to_lowercase();
    let word = rest.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    if !tables.instruments.contains(&word) {
        return false;
    }
    let own = tables.own.iter().any(|own| {
        let tail = own.split_once(' ').map_or(*own, |(_, tail)| tail);
        tail.ends_with(word) && rest.ends_with(tail)
    });
    !own && (named || text.trim_end().ends_with(','))
}

/// Gives each number cited in a text of this draft the one that `new` knows for it.
pub(super) fn renumber(
    content: &mut Fragment,
    tables: &References,
    new: impl Fn(&str) -> Option<String>,
) {
    let found = find(&content.text, tables);
    for cited in found.iter().rev().flat_map(|reference| reference.cited.iter().rev()) {
        let old = cited.number.of(&content.text).to_owned();
        if let Some(new) = new(&old).filter(|new| *new != old) {
            replace(content, cited.number, &new);
        }
    }
}

/// Replaces a stretch of a fragment; marks behind it move with their words.
fn replace(content: &mut Fragment, span: Span, with: &str) {
    content.text.replace_range(span.range(), with);
    let moved = |at: u32| match at >= span.end {
        true => at - span.end + span.start + with.len() as u32,
        false => at,
    };
    let mark = |mark: &Mark| Mark {
        kind: mark.kind.clone(),
        span: Span { start: moved(mark.span.start), end: moved(mark.span.end) },
    };
    content.marks = content.marks.iter().map(mark).collect();
}
