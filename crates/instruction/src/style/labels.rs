//! The words around texts and amendments in a printed compendium: one table for each language.
//!
//! The reader of plain text finds the skeleton of a file by these words, and the writers print
//! them. Where a field lists several, the first is the one written; all are read, whatever the
//! case of their letters.

use text::TextKind;

/// The words by which a compendium is laid out in one language.
#[derive(Clone, Copy, Debug)]
pub struct Labels {
    /// What the paper is called, "Compendium of written amendments".
    pub compendium: &'static [&'static str],
    /// What the paper of an adopted text is called: "Text as adopted".
    pub adopted: &'static [&'static str],
    /// What stands before the number of a report: "Doc.".
    pub document: &'static [&'static str],
    /// The heading of a table of contents.
    pub contents: &'static [&'static str],
    /// "Page", as page numbers print it.
    pub page: &'static [&'static str],
    /// What each kind of draft is headed: "Draft resolution". The first of a kind is the one written.
    pub parts: &'static [(TextKind, &'static str)],
    /// What each kind of draft is headed once adopted: "Resolution".
    pub adopted_parts: &'static [(TextKind, &'static str)],
    /// What the heading of an article begins with, "Article", where the texts are articles whose alinéas are
    /// counted; else none.
    pub articles: &'static [&'static str],
    /// What the headings over several articles begin with, behind which a number stands: "Title", "Chapter".
    pub divisions: &'static [&'static str],
    /// Before the name of the rules that a paper is under, where papers of this style name them.
    pub rules: &'static [&'static str],
    /// Chambers as the head of a paper prints them, each with the profile of its rules.
    pub chambers: &'static [(&'static str, &'static str)],
    /// What the heading of any other draft begins with: "Draft".
    pub draft: &'static [&'static str],
    /// Before a title that could be mistaken for something else: "Title".
    pub title: &'static [&'static str],
    /// The heading of amendments gathered at the end: "Amendments".
    pub amendments: &'static [&'static str],
    /// "Amendment", before its number.
    pub amendment: &'static [&'static str],
    /// "Sub-amendment", before its number.
    pub sub_amendment: &'static [&'static str],
    /// Between a sub-amendment's number and the number of its amendment: "to amendment".
    pub to_amendment: &'static [&'static str],
    /// What may stand between one of these words and the number: "No.".
    pub number: &'static [&'static str],
    /// Before the names of those who tabled it: "Tabled by".
    pub tabled_by: &'static [&'static str],
    /// What the name of a committee begins with.
    pub committee: &'static [&'static str],
    /// Forms of address: after "and" they begin another name.
    pub honorifics: &'static [&'static str],
    /// "and" between names.
    pub and: &'static str,
    /// "or" between numbers.
    pub or: &'static str,
    /// The heading of the mover's reasons: "Explanatory note".
    pub note: &'static [&'static str],
    /// What stands between a heading and the text after it: ":" or " :".
    pub colon: &'static str,
    /// Notes on falling.
    pub falling: Falling,
    /// What a wording begins with, without any doubt: "In the draft".
    pub frames: &'static [&'static str],
    /// What a wording may begin with: "In", "After", "Replace".
    pub openers: &'static [&'static str],
    /// Units that a wording names near its beginning: "paragraph", "title".
    pub units: &'static [&'static str],
}

/// Printed notes on falling. In the templates `{}` stands for a number, or for a list of them.
#[derive(Clone, Copy, Debug)]
pub struct Falling {
    /// What a note begins with when others fall with this amendment: "If adopted".
    pub if_adopted: &'static [&'static str],
    /// What a note begins with when this amendment falls with others: "Falls if".
    pub falls_if: &'static [&'static str],
    /// Words of which one must stand in a note on falling: "falls", "fall".
    pub verbs: &'static [&'static str],
    /// "If adopted, amendment {} falls".
    pub fells_one: &'static str,
    /// "If adopted, amendments {} fall"; the list ends in "and".
    pub fells_several: &'static str,
    /// "Falls if amendment {} is adopted".
    pub falls_with_one: &'static str,
    /// "Falls if one of amendments {} is adopted"; the list ends in "or".
    pub falls_with_several: &'static str,
}
