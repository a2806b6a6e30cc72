//! What the engine must know of a language, as plain tables.
//!
//! The crates `text` and `merge` know no language. A drafting style supplies these tables
//! (`crates/instruction/src/style/<style>/<lang>/`) and they are passed by value.

use crate::SentenceRules;

/// All tables of one language in one drafting style.
#[derive(Clone, Copy, Debug)]
pub struct Tables {
    /// Where sentences end.
    pub sentences: SentenceRules,
    /// How inserted words join what stands around them.
    pub seams: Seams,
    /// How a text refers to its own provisions.
    pub references: References,
    /// How provisions get their numbers.
    pub numbering: Numbering,
}

/// How provisions get their numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Numbering {
    /// Numbers are printed before them, and a new text may bring its own ("9.2.1.").
    #[default]
    Printed,
    /// They are counted from the first to the last and print no number: alinéas. Whatever label a
    /// provision begins with ("2°", "I. –") is part of its text.
    Counted(CountedWords),
}

impl Numbering {
    /// Whether numbers are only counted.
    pub fn is_counted(self) -> bool {
        matches!(self, Self::Counted(_))
    }
}

/// The words of a language by which texts with counted provisions are put in order after a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CountedWords {
    /// Whether ends, labels and spelling of new texts are put in order; if not, they stand as the wordings have them.
    pub in_order: bool,
    /// What stands behind the label of a unit that was deleted: "(Supprimé)".
    pub deleted: &'static str,
    /// What a paragraph ends with, before its colon and an ending of gender and number, when a quotation follows:
    /// "ainsi rédigé".
    pub announcements: &'static [&'static str],
    /// The labels, with their marks and space, that the text of an article gets when a second part comes behind it,
    /// and when a first comes before it: "I. - ", "II. - ".
    pub part_labels: [&'static str; 2],
    /// Joins the labels of units that were deleted one behind the other: two, and more: "1° et 2° (Supprimé)", "1° à 4°
    /// (Supprimé)".
    pub deleted_together: [&'static str; 2],
    /// How new texts are spelled as the rest of the text is.
    pub spelling: &'static Spelling,
    /// What stands before the number and before the date of a law, spaces behind included, which are left blank while it
    /// has none: "n° ", "du ".
    pub open_law: [&'static str; 2],
}

/// How the printers of a text spell what drafters write otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spelling {
    /// Words as written and as printed: ("Etat", "État").
    pub words: &'static [(&'static str, &'static str)],
    /// The word that gets its accent where it begins a sentence and a small letter follows: "A", "À".
    pub opening: [&'static str; 2],
    /// A ligature, its letters, and letters that only a text without ligatures has: ("œ", "oe", "oeu").
    pub ligatures: &'static [(&'static str, &'static str, &'static str)],
    /// A unit behind figures, written out, and its sign: ("euros", "€").
    pub units: &'static [(&'static str, &'static str)],
    /// Words behind which a department of the government follows, which is no name: "ministère de l'intérieur".
    pub offices: &'static [&'static str],
    /// What may stand between the two: "de", "la".
    pub between: &'static [&'static str],
    /// Headings of divisions in capitals, and as printed: ("CHAPITRE", "Chapitre").
    pub headings: &'static [(&'static str, &'static str)],
}

/// How inserted words join what stands around them: the language's half of the editorial pass.
#[derive(Clone, Copy, Debug)]
pub struct Seams {
    /// Lower-case words that continue a sentence when a payload begins with them: "and", "et".
    pub continuations: &'static [&'static str],
    /// Lower-case words that are never names, so a sentence's first word among them is lowered
    /// when something is put before it: "the", "in", "elle".
    pub never_names: &'static [&'static str],
    /// Elided forms that join the next word with an apostrophe, without it: "l", "d", "qu".
    pub elisions: &'static [&'static str],
    /// Marks that this language sets off with a space before them in running text (`;` in French
    /// typescript that does so). The pass keeps to the usage of the block it works in.
    pub spaced_marks: &'static [char],
    /// Words that may end the last but one item of a list after its mark: "and", "et".
    pub list_conjunctions: &'static [&'static str],
}

/// How a text refers to its own provisions: "paragraph 7 above", "paragraphes 5 à 7".
#[derive(Clone, Copy, Debug)]
pub struct References {
    /// Words for the unit, singular and plural, lower case: "paragraph", "paragraphs".
    pub units: &'static [&'static str],
    /// Words that join numbers of a list: "and", "or", ",".
    pub list: &'static [&'static str],
    /// Words that make a range: "to".
    pub range: &'static [&'static str],
    /// What follows a number when it belongs to this text: "above", "of this resolution".
    pub own: &'static [&'static str],
    /// What follows a number when it belongs to another text: "of Resolution", "of the Convention".
    /// A unit followed by one of `own` or by none of `foreign` refers to this text.
    pub foreign: &'static [&'static str],
    /// Lower-case names of instruments: directly before the unit ("Resolution 1234 (2010),
    /// paragraph 5") they make the number belong to another text.
    pub instruments: &'static [&'static str],
}
