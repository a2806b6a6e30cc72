//! The working tree: the draft as published with every change on it, kept, new and gone side by
//! side.
//!
//! Both passes write into this one tree, and all results are read off it: the new text is what is
//! kept or inserted, the old text what is kept or deleted. So the text and its tracked changes
//! cannot disagree (law 7).

use source::Span;
use std::borrow::Cow;
use text::{Block, BlockId, Fragment, Opaque, Provision, ProvisionId};

/// Who made a change: positions in the slice of adopted amendments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum By {
    /// One amendment.
    Amendment(u32),
    /// The editorial pass, because of these.
    Editorial(Vec<u32>),
}

/// What a piece is to the two texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// In both.
    Kept,
    /// In the new one only.
    Inserted(By),
    /// In the old one only.
    Deleted(By),
}

/// A stretch of one block.
#[derive(Clone, Debug)]
pub(super) struct Piece<'a> {
    /// What it is.
    pub state: State,
    /// Its text; never empty except for a probe.
    pub text: Cow<'a, str>,
    /// Where the text comes from with its marks: a fragment, and the offset of the first byte.
    pub from: Option<(&'a Fragment, u32)>,
    /// Set on the empty piece that stands for a place to be found again in the new text.
    pub probe: Option<u32>,
}

impl<'a> Piece<'a> {
    /// `span` of `fragment`.
    pub fn of(state: State, fragment: &'a Fragment, span: Span) -> Self {
        let text = Cow::Borrowed(span.of(&fragment.text));
        Self { state, text, from: Some((fragment, span.start)), probe: None }
    }

    /// Text that stands in neither draft nor payload.
    pub fn made(state: State, text: impl Into<Cow<'a, str>>) -> Self {
        Self { state, text: text.into(), from: None, probe: None }
    }

    /// A place to be found again.
    pub fn probe(id: u32) -> Self {
        Self { state: State::Kept, text: Cow::Borrowed(""), from: None, probe: Some(id) }
    }

    /// Whether it is in the new text.
    pub fn is_new(&self) -> bool {
        !matches!(self.state, State::Deleted(_))
    }

    /// Whether it is in the old text.
    pub fn is_old(&self) -> bool {
        !matches!(self.state, State::Inserted(_))
    }

    /// Cuts it in two before byte `at`; `None` where one side would be empty.
    pub fn split(&self, at: usize) -> Option<(Self, Self)> {
        if at == 0 || at >= self.text.len() || !self.text.is_char_boundary(at) {
            return None;
        }
        let (left, right) = match &self.text {
            Cow::Borrowed(text) => (Cow::Borrowed(&text[..at]), Cow::Borrowed(&text[at..])),
            Cow::Owned(text) => (Cow::Owned(text[..at].into()), Cow::Owned(text[at..].into())),
        };
        let left = Self { text: left, ..self.clone() };
        let from = self.from.map(|(fragment, offset)| (fragment, offset + at as u32));
        Some((left, Self { text: right, from, ..self.clone() }))
    }
}

/// A block at work.
#[derive(Clone, Debug, Default)]
pub(super) struct WorkBlock<'a> {
    /// What it was in the draft.
    pub old: Option<(BlockId, &'a Block)>,
    /// Its stretches.
    pub pieces: Vec<Piece<'a>>,
    /// Set when the whole block came or went.
    pub whole: Option<Whole>,
    /// Amendments that changed something at its end, for the marks of lists.
    pub end_causes: Vec<u32>,
}

/// A unit that came or went as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Whole {
    /// New.
    Inserted(By),
    /// Gone.
    Deleted(By),
}

/// A child at work.
#[derive(Clone, Debug)]
pub(super) enum WorkChild<'a> {
    /// Running text.
    Block(WorkBlock<'a>),
    /// A numbered unit.
    Provision(WorkProvision<'a>),
    /// Kept and not read.
    Opaque(&'a Opaque, Option<Whole>),
    /// A gap between provisions to be found again; nothing of either text.
    Probe(u32),
}

/// A provision at work.
#[derive(Clone, Debug, Default)]
pub(super) struct WorkProvision<'a> {
    /// What it was in the draft.
    pub old: Option<(ProvisionId, &'a Provision)>,
    /// Its number in the new text.
    pub number: String,
    /// Who renumbered it.
    pub number_causes: Vec<u32>,
    /// Its content.
    pub children: Vec<WorkChild<'a>>,
    /// Set when the whole unit came or went.
    pub whole: Option<Whole>,
    /// Amendments that put in, took out or replaced provisions directly below it.
    pub list_causes: Vec<u32>,
    /// Set when an amendment replaced its text as a whole.
    pub replaced: Option<u32>,
    /// Gone because fewer provisions came in the place of several: no one deleted it by itself.
    pub absorbed: bool,
}

/// A part at work.
#[derive(Clone, Debug, Default)]
pub(super) struct WorkPart<'a> {
    /// Its title.
    pub title: Option<WorkBlock<'a>>,
    /// Its content.
    pub children: Vec<WorkChild<'a>>,
    /// Amendments that put in, took out or replaced provisions at its top.
    pub list_causes: Vec<u32>,
}

impl<'a> WorkBlock<'a> {
    /// A block of the draft, untouched.
    pub fn kept(id: BlockId, block: &'a Block) -> Self {
        let fragment = &block.content;
        let all = Span::new(0, fragment.text.len());
        let pieces = match all.is_empty() {
            true => Vec::new(),
            false => vec![Piece::of(State::Kept, fragment, all)],
        };
        Self { old: Some((id, block)), pieces, ..Self::default() }
    }

    /// A block of the draft, gone with what it stood in.
    pub fn deleted(id: BlockId, block: &'a Block, by: u32) -> Self {
        let mut work = Self::kept(id, block);
        work.pieces.iter_mut().for_each(|piece| piece.state = State::Deleted(By::Amendment(by)));
        work.whole = Some(Whole::Deleted(By::Amendment(by)));
        work
    }

    /// Whether it stands in the new text.
    pub fn is_new(&self) -> bool {
        !matches!(self.whole, Some(Whole::Deleted(_)))
    }

    /// Its new text.
    pub fn new_text(&self) -> String {
        self.pieces.iter().filter(|piece| piece.is_new()).map(|piece| piece.text.as_ref()).collect()
    }

    /// Whether anything changed in it.
    pub fn is_changed(&self) -> bool {
        self.whole.is_some() || self.pieces.iter().any(|piece| piece.state != State::Kept)
    }

    /// Replaces bytes `span` of the new text by `with`, under the name of the editorial pass. Kept
    /// text is struck out, inserted text is taken back.
    pub fn edit(&mut self, span: Span, with: &str, causes: &[u32]) {
        let (mut at, mut out) = (0, Vec::with_capacity(self.pieces.len() + 3));
        let mut with = (!with.is_empty()).then_some(with);
        let by = || By::Editorial(causes.to_vec());
        let put = |out: &mut Vec<Piece<'a>>, with: &mut Option<&str>| {
            if let Some(with) = with.take() {
                out.push(Piece::made(State::Inserted(by()), with.to_owned()));
            }
        };
        for piece in std::mem::take(&mut self.pieces) {
            if !piece.is_new() || piece.text.is_empty() {
                out.push(piece);
                continue;
            }
            let (start, end) = (at, at + piece.text.len());
            at = end;
            let (cut_start, cut_end) =
                ((span.start as usize).clamp(start, end), (span.end as usize).clamp(start, end));
            let touched = span.start as usize >= start && (span.start as usize) < end;
            if cut_start == cut_end && !(touched && span.is_empty()) {
                out.push(piece);
                continue;
            }
            let (before, rest) = cut(piece, cut_start - start);
            let (gone, after) = rest.map_or((None, None), |rest| cut(rest, cut_end - cut_start));
            out.extend(before);
            if let Some(mut gone) = gone
                && gone.state == State::Kept
            {
                gone.state = State::Deleted(by());
                out.push(gone);
            }
            if touched {
                put(&mut out, &mut with);
            }
            out.extend(after);
        }
        put(&mut out, &mut with);
        self.pieces = out;
    }
}

/// Cuts a piece before byte `at`, either side possibly empty.
fn cut(piece: Piece<'_>, at: usize) -> (Option<Piece<'_>>, Option<Piece<'_>>) {
    if at == 0 {
        return (None, Some(piece));
    }
    if at >= piece.text.len() {
        return (Some(piece), None);
    }
    match piece.split(at) {
        Some((left, right)) => (Some(left), Some(right)),
        None => (Some(piece), None),
    }
}

impl WorkProvision<'_> {
    /// Whether it stands in the new text.
    pub fn is_new(&self) -> bool {
        !matches!(self.whole, Some(Whole::Deleted(_)))
    }

    /// Whether it stood in the old text.
    pub fn is_old(&self) -> bool {
        !matches!(self.whole, Some(Whole::Inserted(_)))
    }
}

/// Adds `cause` to an ascending set.
pub(super) fn add_cause(causes: &mut Vec<u32>, cause: u32) {
    if let Err(at) = causes.binary_search(&cause) {
        causes.insert(at, cause);
    }
}

/// Adds all of `more`.
pub(super) fn add_causes(causes: &mut Vec<u32>, more: &[u32]) {
    for cause in more {
        add_cause(causes, *cause);
    }
}
