//! The tree of a draft text.

use crate::{Fragment, Lang};
use source::Origin;

/// One language version (in FRBR terms, an expression) of the draft texts of a dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The language it is written in.
    pub lang: Lang,
    /// The draft texts, in the order of the report: A, B, C …
    pub parts: Vec<Part>,
}

/// What kind of text a part is; a dossier may hold several of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TextKind {
    /// A draft resolution.
    Resolution,
    /// A draft recommendation.
    Recommendation,
    /// A draft opinion.
    Opinion,
    /// A draft order, declaration or whatever else an assembly adopts.
    Other,
}

/// One draft text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its letter in the report, "A".
    pub letter: String,
    /// What it is a draft of.
    pub kind: TextKind,
    /// Its heading as printed, without the letter: "Draft resolution".
    pub heading: String,
    /// The title of the text, where it has one of its own or takes the dossier's.
    pub title: Option<Block>,
    /// Its provisions, with any blocks before, between or after them.
    pub children: Vec<Child>,
}

impl Part {
    /// Letters in the longest name of a part.
    pub const LONGEST_LETTER: usize = 3;

    /// The letter of a part by its position, from 0: A to Z, then AA, AB, as columns of a sheet are named. With
    /// [`Self::LONGEST_LETTER`] letters there are names for 18,278 texts; those behind have none.
    pub fn letter_at(position: usize) -> String {
        let mut letters = Vec::new();
        let mut rest = position.saturating_add(1);
        while rest > 0 {
            rest -= 1;
            letters.push(char::from(b'A' + (rest % 26) as u8));
            rest /= 26;
        }
        if letters.len() > Self::LONGEST_LETTER {
            return String::new();
        }
        letters.iter().rev().collect()
    }

    /// Bytes of the letter that a text begins with: capitals of ASCII, as many as a letter has at most. None where no
    /// capital stands there, or where the word goes on.
    pub fn letter_in(text: &str) -> Option<usize> {
        let capitals = text.bytes().take_while(u8::is_ascii_uppercase).count();
        let ends = !text[capitals..].starts_with(char::is_alphanumeric);
        (ends && (1..=Self::LONGEST_LETTER).contains(&capitals)).then_some(capitals)
    }
}

/// What a part or a provision is made of, in document order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Child {
    /// Running text.
    Block(Block),
    /// A numbered unit.
    Provision(Provision),
    /// Something that is kept and printed but not read: a table, a heading.
    Opaque(Opaque),
}

/// Running text: a fragment and where it stands in the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Block {
    /// The text; no line feed in it.
    pub content: Fragment,
    /// From the bytes of the text to the file.
    pub origin: Origin,
}

/// A numbered unit: a paragraph or sub-paragraph with its children.
///
/// Its first child, when it is a block, is the *opening text*; blocks after its last provision are
/// the *closing text*.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Provision {
    /// Its whole number as cited, "9.2.1", without the full stop that prints after it.
    pub number: String,
    /// What it is made of.
    pub children: Vec<Child>,
    /// Where its number stands in the file.
    pub origin: Origin,
}

/// Something kept but not read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Opaque {
    /// Its text as read, lines separated by line feeds.
    pub text: String,
    /// Where it stands in the file.
    pub origin: Origin,
}

impl Block {
    /// A block that stands in no file.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { content: Fragment::plain(text), origin: Origin::default() }
    }
}

impl Provision {
    /// A provision with opening text only.
    pub fn plain(number: impl Into<String>, text: impl Into<String>) -> Self {
        let children = vec![Child::Block(Block::plain(text))];
        Self { number: number.into(), children, origin: Origin::default() }
    }

    /// The provisions directly below this one.
    pub fn provisions(&self) -> impl Iterator<Item = &Self> {
        provisions(&self.children)
    }

    /// The text before the first sub-provision, `None` where the provision opens with one.
    pub fn opening(&self) -> Option<&Block> {
        match self.children.first() {
            Some(Child::Block(block)) => Some(block),
            _ => None,
        }
    }
}

impl Part {
    /// The provisions at the top of this part.
    pub fn provisions(&self) -> impl Iterator<Item = &Provision> {
        provisions(&self.children)
    }
}

fn provisions(children: &[Child]) -> impl Iterator<Item = &Provision> {
    children.iter().filter_map(|child| match child {
        Child::Provision(provision) => Some(provision),
        Child::Block(_) | Child::Opaque(_) => None,
    })
}

/// A number as it is printed: with a full stop where it consists of digits and letters ("9.2.1.",
/// "4 bis."), as it is where it has signs or words of its own ("(a)", "1)", "Article 3").
pub fn with_stop(number: &str) -> String {
    let stop = if takes_stop(number) { "." } else { "" };
    format!("{number}{stop}")
}

/// The number of what was printed by [`with_stop`].
pub fn without_stop(printed: &str) -> &str {
    printed.strip_suffix('.').filter(|number| takes_stop(number)).unwrap_or(printed)
}

fn takes_stop(number: &str) -> bool {
    let (first, last) = (number.chars().next(), number.chars().next_back());
    let plain = number.chars().all(|c| c.is_alphanumeric() || c == '.');
    let ends = last.is_none_or(char::is_alphanumeric);
    ends && (plain || first.is_some_and(|c| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::{Part, with_stop, without_stop};

    #[test]
    fn numbers_of_digits_and_letters_have_a_full_stop() {
        for (number, printed) in [
            ("9.2.1", "9.2.1."),
            ("4 bis", "4 bis."),
            ("IV", "IV."),
            ("(a)", "(a)"),
            ("1)", "1)"),
            ("Article 3", "Article 3"),
            ("Art. 3.", "Art. 3."),
            ("–", "–"),
            ("", "."),
        ] {
            assert_eq!(with_stop(number), printed);
            assert_eq!(without_stop(printed), number, "{printed}");
        }
    }

    #[test]
    fn parts_are_lettered_as_columns_are() {
        let letters = [0, 1, 25, 26, 51, 52, 701, 702, 18_277].map(Part::letter_at);
        assert_eq!(letters, ["A", "B", "Z", "AA", "AZ", "BA", "ZZ", "AAA", "ZZZ"]);
        assert_eq!(Part::letter_at(18_278), "");
        assert_eq!(Part::letter_at(usize::MAX), "");
    }

    #[test]
    fn a_letter_is_a_word_of_few_capitals() {
        let found = ["B. Draft", "AB)", "ZZZ", "ABCD.", "Ab.", "A1.", "b.", "", "É."];
        let found = found.map(Part::letter_in);
        assert_eq!(found, [Some(1), Some(2), Some(3), None, None, None, None, None, None]);
    }
}
