//! What the draft itself shows of its typing: spaces before marks, and which words are names.

use super::seams::{first_letter, is_ended};
use source::Span;
use std::cell::OnceCell;
use std::collections::BTreeSet;
use text::{Seams, SentenceRules, Tables};

/// The typing of one draft.
pub(super) struct DraftUsage<'a> {
    tables: &'a Tables,
    /// The laid-out text.
    text: &'a str,
    words: OnceCell<Words>,
    spaced: OnceCell<Option<char>>,
}

/// Words of the draft by how they are written inside sentences.
struct Words {
    /// Written with a small letter somewhere.
    small: BTreeSet<String>,
    /// Written with a capital inside a sentence.
    names: BTreeSet<String>,
}

/// The typing of one block.
#[derive(Clone, Copy)]
pub(super) struct Usage<'t> {
    /// The language's table of seams.
    pub seams: &'t Seams,
    /// Its abbreviations.
    pub sentences: &'t SentenceRules,
    draft: &'t DraftUsage<'t>,
    block: Span,
}

/// Marks before which a language or a typist may put a space.
const SPACED: [char; 5] = [';', ':', '!', '?', '»'];

impl<'a> DraftUsage<'a> {
    pub fn new(tables: &'a Tables, text: &'a str) -> Self {
        Self { tables, text, words: OnceCell::new(), spaced: OnceCell::new() }
    }

    /// The typing of the block at `span`.
    pub fn of(&self, block: Span) -> Usage<'_> {
        let Tables { sentences, seams, .. } = self.tables;
        Usage { seams, sentences, draft: self, block }
    }
}

impl Usage<'_> {
    /// The space that goes before `mark` here: as in this block, else as in this draft, else as in
    /// the language.
    pub fn before(&self, mark: char) -> Option<char> {
        if !SPACED.contains(&mark) {
            return None;
        }
        let block = self.block.of(self.draft.text);
        let own = space_before(block, &[mark]).or_else(|| space_before(block, &SPACED));
        own.unwrap_or_else(|| {
            let draft = self.draft;
            *draft.spaced.get_or_init(|| {
                let default = self.seams.spaced_marks.contains(&mark).then_some('\u{a0}');
                space_before(draft.text, &SPACED).unwrap_or(default)
            })
        })
    }

    /// The letter that the block began with in the draft.
    pub fn opening(&self) -> Option<char> {
        first_letter(self.block.of(self.draft.text))
    }

    /// Whether the draft shows that a word with a capital letter is no name: it stands there with
    /// a small letter, and nowhere inside a sentence with a capital.
    pub fn lowers(&self, word: &str) -> bool {
        let words = self.draft.words.get_or_init(|| Words::of(self.draft.text));
        words.small.contains(word.to_lowercase().as_str()) && !words.names.contains(word)
    }
}

/// The space before the first of `marks` in a text; `None` where there is no such mark.
fn space_before(text: &str, marks: &[char]) -> Option<Option<char>> {
    let at = text.find(marks)?;
    Some(text[..at].chars().next_back().filter(|c| c.is_whitespace() && *c != '\n'))
}

impl Words {
    fn of(text: &str) -> Self {
        let mut words = Self { small: BTreeSet::new(), names: BTreeSet::new() };
        for block in text.lines() {
            let mut at = 0;
            for word in block.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
            {
                let start = at + block[at..].find(word).unwrap_or(0);
                at = start + word.len();
                if word.starts_with(char::is_lowercase) {
                    words.small.insert(word.to_owned());
                } else if !block[..start].trim().is_empty() && !is_ended(&block[..start]) {
                    words.names.insert(word.to_owned());
                }
            }
        }
        words
    }
}
