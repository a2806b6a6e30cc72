//! Runs put into the paragraphs of a flow: what both formats do with hidden text, with text that came and
//! went, and with the languages that runs are marked with.

use super::flow::{Change, Flow, Paragraph, Piece};
use super::looks::Looks;
use super::note::Kind;
use std::collections::BTreeMap;
use text::Lang;

/// A flow while it is read.
#[derive(Debug, Default)]
pub struct Writing {
    /// What was read so far.
    pub flow: Flow,
    /// Notes referred to so far.
    notes: usize,
    /// Letters by the language that they are marked with.
    letters: BTreeMap<Lang, usize>,
    unmarked: usize,
}

/// Where in a paragraph text is read.
#[derive(Clone, Copy, Debug, Default)]
pub struct Within {
    /// Who put it there or took it away.
    pub change: Change,
    /// Put in by one and taken out by another: in no text.
    pub gone: bool,
    /// How it looks.
    pub looks: Looks,
}

impl Writing {
    /// Goes on with what was read.
    pub fn new(flow: Flow) -> Self {
        Self { flow, ..Self::default() }
    }

    /// Adds text with the looks of its run.
    pub fn text(&mut self, text: impl Into<String>, within: Within, paragraph: &mut Paragraph) {
        self.add(Piece { text: text.into(), ..Piece::default() }, within, paragraph);
    }

    /// Adds a reference to the next note.
    pub fn note(&mut self, within: Within, paragraph: &mut Paragraph) {
        self.notes += 1;
        let note = Some(self.notes.to_string());
        self.add(Piece { note, ..Piece::default() }, within, paragraph);
    }

    fn add(&mut self, piece: Piece, within: Within, paragraph: &mut Paragraph) {
        let Within { change, gone, looks } = within;
        if looks.hidden == Some(true) {
            self.flow.notes.add(Kind::Hidden, &piece.text);
            return;
        }
        if gone {
            self.flow.notes.add(Kind::CameAndWent, &piece.text);
            return;
        }
        let letters = piece.text.chars().filter(|sign| sign.is_alphabetic()).count();
        match looks.lang {
            Some(lang) => *self.letters.entry(lang).or_default() += letters,
            None => self.unmarked += letters,
        }
        let (italic, raised) = (looks.italic == Some(true), looks.raised == Some(true));
        paragraph.push(Piece { italic, raised, change, ..piece });
    }

    /// The flow, with the language that most of its letters are marked with.
    pub fn finish(mut self, usual: Option<Lang>) -> Flow {
        let most = self.letters.iter().max_by_key(|(_, letters)| **letters);
        let most = most.filter(|(_, letters)| **letters > self.unmarked);
        self.flow.marked = most.map(|(lang, _)| *lang);
        self.flow.usual = usual;
        self.flow
    }
}

/// The last words of a text.
pub fn end_of(text: &str) -> &str {
    let from = text.char_indices().rev().nth(40).map_or(0, |(at, _)| at);
    &text[from..]
}
