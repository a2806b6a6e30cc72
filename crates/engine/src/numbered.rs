//! The adopted text as it is published: what the log knows beyond the amendments.
//!
//! ```text
//! log ─► texts adopted ─► placeholders filled ─► edited after adoption ─► drawn with number and origin
//! ```
//!
//! - A text that was not adopted, or not voted on yet, is left out.
//! - A number that one text cites of another ("Resolution … (2031)") is filled in once it is given, and a finding until
//!   then ([`crate::papers`] says what stands for a number).
//! - What editors changed after adoption is a layer of its own ([`Layer`]): the mechanical text, the edited one, or the
//!   one compared with the other.

use crate::adopt::{self, Adopted, AdoptedText};
use crate::diff::{Kind, compare_words};
use crate::papers::placeholders::{Cited, Placeholder, cited, placeholders};
use crate::sitting::Sitting;
use instruction::style::Language;
use merge::{Author, Change, TrackedBlock, TrackedChild, TrackedPart, TrackedProvision};
use procedure::event::Seq;
use procedure::state::TextOutcome;
use source::{Severity, Span};
use text::{Block, Child, Draft, Fragment, Lang, Part, Provision};

/// Which text is published.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layer {
    /// As the amendments make it. Its changes are those from the draft.
    #[default]
    Mechanical,
    /// As edited after adoption. Its changes are those from the mechanical text.
    Edited,
}

/// The adopted texts of a sitting.
#[derive(Clone, Debug)]
pub struct Published {
    /// The texts; those that were not adopted are not in them.
    pub adopted: Adopted,
    /// For each text there, its position in the dossier.
    pub parts: Vec<usize>,
    /// What the table office should see.
    pub findings: Vec<Finding>,
}

/// Something that stands in the way of publishing a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// `text-left-out` (note): this text was not adopted; not yet, where that is open.
    LeftOut { part: usize, open: bool },
    /// `number-unknown` (warning): these words stand for the number of another text, which has none yet.
    Unknown { part: usize, other: usize, words: String, lang: Lang },
    /// `number-of-failed` (error): they do, and that text was not adopted.
    Failed { part: usize, other: usize, words: String, lang: Lang },
    /// `number-of-several` (warning): they stand for the number of one of several texts.
    Several { part: usize, words: String, lang: Lang },
    /// `edit-without-place` (error): what was edited does not stand in the text.
    NoPlace { part: usize, provision: String, event: Seq, lang: Lang },
}

impl Finding {
    /// Its stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::LeftOut { .. } => "text-left-out",
            Self::Unknown { .. } => "number-unknown",
            Self::Failed { .. } => "number-of-failed",
            Self::Several { .. } => "number-of-several",
            Self::NoPlace { .. } => "edit-without-place",
        }
    }

    /// How grave it is.
    pub fn severity(&self) -> Severity {
        match self {
            Self::LeftOut { .. } => Severity::Note,
            Self::Unknown { .. } | Self::Several { .. } => Severity::Warning,
            Self::Failed { .. } | Self::NoPlace { .. } => Severity::Error,
        }
    }

    /// The language version that it is about; none where it is about all.
    pub fn lang(&self) -> Option<Lang> {
        match self {
            Self::LeftOut { .. } => None,
            Self::Unknown { lang, .. }
            | Self::Failed { lang, .. }
            | Self::Several { lang, .. }
            | Self::NoPlace { lang, .. } => Some(*lang),
        }
    }
}

/// The texts that were adopted, as this layer has them.
///
/// # Errors
/// Where what was recorded cannot stand together: a log of other texts.
pub fn publish(held: &Sitting<'_>, layer: Layer) -> Result<Published, Box<adopt::Refusal>> {
    let mut adopted = held.text()?;
    let count = adopted.texts.first().map_or(0, |text| text.consolidated.draft.parts.len());
    let (parts, left): (Vec<usize>, Vec<usize>) =
        (0..count).partition(|part| stands(held, *part) == Some(true));
    let mut findings: Vec<Finding> = left
        .into_iter()
        .map(|part| Finding::LeftOut { part, open: stands(held, part).is_none() })
        .collect();
    for text in &mut adopted.texts {
        let Some(language) = held.state.dossier.language(text.lang) else { continue };
        let filling = Filling { held, language, all: text.consolidated.draft.parts.clone() };
        let mut unfilled = Vec::new();
        for part in &parts {
            filling.part(text, *part, &mut unfilled);
        }
        if layer == Layer::Edited {
            edit(held, text, &parts, &mut findings);
            // What was settled by editing is no finding any more.
            unfilled.clear();
            for part in &parts {
                filling.part(text, *part, &mut unfilled);
            }
        }
        findings.extend(unfilled);
        let draft = std::mem::take(&mut text.consolidated.draft.parts);
        let tracked = std::mem::take(&mut text.consolidated.tracked);
        text.consolidated.draft.parts = chosen(draft, &parts);
        text.consolidated.tracked = chosen(tracked, &parts);
    }
    Ok(Published { adopted, parts, findings })
}

fn chosen<T>(all: Vec<T>, parts: &[usize]) -> Vec<T> {
    let all = all.into_iter().enumerate();
    all.filter(|(at, _)| parts.contains(at)).map(|(_, one)| one).collect()
}

/// Whether a text was adopted as a whole; none while that is open.
fn stands(held: &Sitting<'_>, part: usize) -> Option<bool> {
    match held.course.texts.get(part)?.outcome.as_ref()? {
        TextOutcome::Voted { vote, .. } => Some(vote.adopted),
        TextOutcome::ReferredBack { .. } => Some(false),
    }
}

// Numbers

struct Filling<'a> {
    held: &'a Sitting<'a>,
    language: &'static Language,
    /// All texts of this language.
    all: Vec<Part>,
}

/// Words that take the place of others.
type Filled = Vec<(Span, String)>;

impl Filling<'_> {
    fn part(&self, text: &mut AdoptedText, part: usize, findings: &mut Vec<Finding>) {
        let lang = text.lang;
        if let Some(draft) = text.consolidated.draft.parts.get_mut(part) {
            each_block(draft, &mut |block| {
                let filled = self.filled(&block.content.text, part, lang, Some(&mut *findings));
                block.content = filled_in(&block.content, &filled);
            });
        }
        if let Some(tracked) = text.consolidated.tracked.get_mut(part) {
            let block = &mut |block: &mut TrackedBlock| {
                let new = block.accepted();
                let filled = self.filled(&new, part, lang, None);
                if !filled.is_empty() {
                    let marks = std::mem::take(&mut block.new_marks);
                    block.new_marks = filled_in(&Fragment { text: new, marks }, &filled).marks;
                    block.changes = filled_changes(&block.changes, &filled);
                }
            };
            tracked.title.iter_mut().for_each(&mut *block);
            each_tracked(&mut tracked.children, block);
        }
    }

    /// The numbers that are known, and findings about those that are not.
    fn filled(
        &self,
        text: &str,
        part: usize,
        lang: Lang,
        mut findings: Option<&mut Vec<Finding>>,
    ) -> Filled {
        let mut filled = Vec::new();
        for one in placeholders(text, self.language) {
            let words = one.span.of(text).to_owned();
            let finding = match cited(one.kind, part, &self.all) {
                None => continue,
                Some(Cited::Several) => Finding::Several { part, words, lang },
                Some(Cited::One(other)) => match (self.number(other), stands(self.held, other)) {
                    (Some(number), _) => {
                        filled.push((one.span, number_of(&one, text, number)));
                        continue;
                    }
                    (None, Some(false)) => Finding::Failed { part, other, words, lang },
                    (None, _) => Finding::Unknown { part, other, words, lang },
                },
            };
            if let Some(findings) = findings.as_deref_mut() {
                findings.push(finding);
            }
        }
        filled
    }

    fn number(&self, part: usize) -> Option<&str> {
        self.held.course.texts.get(part)?.number.as_deref()
    }
}

/// "Resolution 91 (2031)", with the name as it was written.
fn number_of(one: &Placeholder, text: &str, number: &str) -> String {
    format!("{} {number}", one.name.of(text))
}

fn filled_in(content: &Fragment, filled: &[(Span, String)]) -> Fragment {
    let mut made = Fragment::default();
    let mut at = 0;
    for (span, words) in filled {
        made.push(&content.slice(Span::new(at, span.start as usize)));
        made.push(&Fragment::plain(words.as_str()));
        at = span.end as usize;
    }
    made.push(&content.slice(Span::new(at, content.text.len())));
    made
}

/// The same where changes are shown: what was filled is editorial. Spans count in the new text.
fn filled_changes(changes: &[Change], filled: &[(Span, String)]) -> Vec<Change> {
    let author = || Author::Editorial(Vec::new());
    let mut made = Vec::new();
    let mut push = |change: Change| {
        if !change.text().is_empty() {
            made.push(change);
        }
    };
    let (mut at, mut next) = (0_usize, 0_usize);
    for change in changes {
        let mut rest = change.text();
        if let Change::Deleted(..) = change {
            push(change.clone());
            continue;
        }
        let again = |text: &str| match change {
            Change::Inserted(_, by) => Change::Inserted(text.to_owned(), by.clone()),
            _ => Change::Kept(text.to_owned()),
        };
        while let Some((span, words)) = filled.get(next) {
            let (start, end) = (span.start as usize, span.end as usize);
            let before = start.saturating_sub(at).min(rest.len());
            push(again(&rest[..before]));
            (at, rest) = (at + before, &rest[before..]);
            let within = end.saturating_sub(at).min(rest.len());
            if start > at || rest.is_empty() {
                break;
            }
            if let Change::Kept(_) = change {
                push(Change::Deleted(rest[..within].to_owned(), author()));
            }
            (at, rest) = (at + within, &rest[within..]);
            if at < end {
                break;
            }
            push(Change::Inserted(words.clone(), author()));
            next += 1;
        }
        push(again(rest));
        at += rest.len();
    }
    made
}

// Editing

fn edit(held: &Sitting<'_>, text: &mut AdoptedText, parts: &[usize], findings: &mut Vec<Finding>) {
    let mechanical = text.consolidated.draft.clone();
    for part in parts {
        let Some(record) = held.course.texts.get(*part) else { continue };
        let Some(draft) = text.consolidated.draft.parts.get_mut(*part) else { continue };
        for (lang, provision, words, event) in &record.edits {
            if lang != text.lang.tag() {
                continue;
            }
            let block = match provision.as_str() {
                "" => draft.title.as_mut(),
                number => opening(&mut draft.children, number),
            };
            match block {
                Some(block) => block.content = Fragment::from_caret(words),
                None => findings.push(Finding::NoPlace {
                    part: *part,
                    provision: provision.clone(),
                    event: *event,
                    lang: text.lang,
                }),
            }
        }
    }
    text.consolidated.tracked = compared(&mechanical, &text.consolidated.draft);
    text.consolidated.notes.clear();
}

/// The opening text of the provision with this number.
fn opening<'c>(children: &'c mut [Child], number: &str) -> Option<&'c mut Block> {
    children.iter_mut().find_map(|child| {
        let Child::Provision(provision) = child else { return None };
        if provision.number != number {
            return opening(&mut provision.children, number);
        }
        match provision.children.first_mut() {
            Some(Child::Block(block)) => Some(block),
            _ => None,
        }
    })
}

/// Two texts of one shape, with the changes from the first to the second.
fn compared(old: &Draft, new: &Draft) -> Vec<TrackedPart> {
    let part = |(old, new): (&Part, &Part)| TrackedPart {
        letter: new.letter.clone(),
        kind: new.kind,
        heading: new.heading.clone(),
        title: old.title.as_ref().zip(new.title.as_ref()).map(|(old, new)| block(old, new)),
        children: children(&old.children, &new.children),
    };
    old.parts.iter().zip(&new.parts).map(part).collect()
}

fn children(old: &[Child], new: &[Child]) -> Vec<TrackedChild> {
    let child = |(old, new): (&Child, &Child)| match (old, new) {
        (Child::Block(old), Child::Block(new)) => Some(TrackedChild::Block(block(old, new))),
        (Child::Provision(old), Child::Provision(new)) => {
            Some(TrackedChild::Provision(provision(old, new)))
        }
        (Child::Opaque(_), Child::Opaque(new)) => {
            Some(TrackedChild::Opaque(new.text.clone(), None))
        }
        // Edits change words and no structure.
        _ => None,
    };
    old.iter().zip(new).filter_map(child).collect()
}

fn provision(old: &Provision, new: &Provision) -> TrackedProvision {
    TrackedProvision {
        number: vec![Change::Kept(new.number.clone())],
        children: children(&old.children, &new.children),
        whole: None,
    }
}

fn block(old: &Block, new: &Block) -> TrackedBlock {
    let author = || Author::Editorial(Vec::new());
    let change = |stretch: crate::diff::Stretch| match stretch.kind {
        Kind::Kept => Change::Kept(stretch.text),
        Kind::Gone => Change::Deleted(stretch.text, author()),
        Kind::Came => Change::Inserted(stretch.text, author()),
    };
    let changes = compare_words(&old.content.text, &new.content.text);
    TrackedBlock {
        changes: changes.into_iter().map(change).collect(),
        old_marks: old.content.marks.clone(),
        new_marks: new.content.marks.clone(),
        whole: None,
    }
}

// Walking

fn each_block(part: &mut Part, change: &mut dyn FnMut(&mut Block)) {
    part.title.iter_mut().for_each(&mut *change);
    each_child(&mut part.children, change);
}

fn each_child(children: &mut [Child], change: &mut dyn FnMut(&mut Block)) {
    for child in children {
        match child {
            Child::Block(block) => change(block),
            Child::Provision(provision) => each_child(&mut provision.children, change),
            Child::Opaque(_) => {}
        }
    }
}

fn each_tracked(children: &mut [TrackedChild], change: &mut dyn FnMut(&mut TrackedBlock)) {
    for child in children {
        match child {
            TrackedChild::Block(block) => change(block),
            TrackedChild::Provision(provision) => each_tracked(&mut provision.children, change),
            TrackedChild::Opaque(..) => {}
        }
    }
}
