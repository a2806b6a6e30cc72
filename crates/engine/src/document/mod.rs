//! The drawn document: what all print writers (PDF, HTML, plain text) draw.
//!
//! A writer knows paper or pages and no amendments; the document knows amendments and no paper. So
//! print, screen and export cannot disagree.
//!
//! ```text
//! Document
//!   head        Doc. 1 – Compendium of written amendments / date / (edition) / title
//!   contents    A. Draft resolution … Amendment 4, paragraph 7
//!   sections    one for each draft text
//!     rows        a piece of the draft | the amendments that stand at it, in calling order
//!   unplaced    amendments without a place, with the reason
//! ```
//!
//! **Rows.** A row is one block of the draft: a title, the opening text of a provision, a closing
//! text. An amendment stands at the row in which its first place begins ("after 3, insert" at the
//! last row of 3). Read from top to bottom the amendments are in calling order always: where two
//! rows would turn it round, the later amendment stands at the lower row.
//!
//! **Articles.** Where provisions are counted and print no number, a text is printed in one column, the counts in
//! the margin, and all its amendments follow it, identical ones together under one heading.
//!
//! **Runs.** Text is a list of runs: words with how they are set and who changed them, as the
//! dossier has them. [`Document::typeset`] gives them the language's own typography (quotation
//! marks, narrow no-break spaces) for page and screen; no letter and no figure changes.

mod adopted;
mod amendment;
mod catalogue;
mod compendium;
mod differences;
mod ids;
pub mod plain;
mod runs;
mod tables;
mod terms;
mod typography;

pub use adopted::adopted;
pub use catalogue::{Catalogue, CataloguedText};
pub use compendium::compendium;
pub use differences::differences;
pub use terms::Terms;

/// What other drawings of this crate share.
pub(crate) mod desk {
    pub(crate) use super::compendium::{empty, head, part_heading, title};
    pub(crate) use super::terms::tables_of;
}

use serde::Serialize;
use std::collections::BTreeMap;
use text::Lang;

/// How a compendium is laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Layout {
    /// The provision on the left, its amendments beside it.
    #[default]
    Columns,
    /// One column, amendments below their provision.
    Linear,
}

/// A document, drawn but not yet printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Document {
    /// Its language.
    #[serde(serialize_with = "tag")]
    pub lang: Lang,
    /// How it is laid out.
    pub layout: Layout,
    /// Its title, for a window or a catalogue: reference and kind.
    pub title: String,
    /// What stands at its head.
    pub head: Head,
    /// The table of contents; empty where there is but one thing in it.
    pub contents: Vec<Entry>,
    /// The key to the changes: sign and meaning. Empty where none are shown.
    pub key: Vec<KeyLine>,
    /// The texts.
    pub sections: Vec<Section>,
    /// Words that writers print around all this.
    pub terms: Terms,
    /// Who tabled what changed the text: [`Changed::author`] and the names, the mover first. Empty
    /// where no changes are shown.
    #[serde(skip)]
    pub tablers: BTreeMap<String, Vec<String>>,
    /// Whether its paragraphs and tables are sentences about a sitting: no line ends between "amendment" and its
    /// number then. The text of an assembly keeps its spaces.
    #[serde(skip)]
    pub ours: bool,
    /// When what changed the text was decided, "2031-10-16T10:03:00Z", by amendment as it is cited ([`Changed::causes`]).
    /// Empty where no changes are shown, or that is not known.
    #[serde(skip)]
    pub moments: BTreeMap<String, String>,
    /// What a catalogue wants to know of it; nothing for a paper that none lists.
    #[serde(skip)]
    pub catalogue: Option<Catalogue>,
}

/// The head of the paper.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Head {
    /// "Doc. 16245".
    pub reference: String,
    /// "Compendium of written amendments".
    pub kind: String,
    /// As printed in the source; empty where unknown.
    pub date: String,
    /// Without parentheses; empty where unknown.
    pub edition: String,
    /// The title of the dossier.
    pub title: Runs,
}

/// A line of the table of contents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// What it says.
    pub text: String,
    /// The id of what it points to.
    pub target: String,
    /// 0 for texts, 1 for amendments.
    pub level: u32,
}

/// A line of the key to the changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct KeyLine {
    /// A specimen, set as the changes it explains.
    pub specimen: Run,
    /// What it means.
    pub meaning: String,
}

/// One draft text with its amendments, or the amendments without a place.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Section {
    /// Unique in the document.
    pub id: String,
    /// Headings over this text and those that follow it: "Chapter II" and what it is called.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub over: Vec<String>,
    /// "A. Draft resolution".
    pub heading: String,
    /// The heads of the two columns, where there are two.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub columns: Option<(String, String)>,
    /// Whether it goes on below the section above, on the same page.
    #[serde(skip_serializing_if = "is_false")]
    pub follows: bool,
    /// The columns of a table, where its rows have cells; else empty.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub table: Vec<Column>,
    /// From top to bottom.
    pub rows: Vec<Row>,
}

/// A column of a table that lists.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Column {
    /// What stands above it.
    pub head: String,
    /// Its share of the width.
    pub share: u32,
}

/// A piece of the draft and the amendments that stand at it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Row {
    /// The piece of the draft; none for amendments without a place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<Paragraph>,
    /// In calling order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub amendments: Vec<AmendmentBlock>,
    /// Heads of the table that this row opens; the rows below belong to it up to the next heads.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub heads: Option<Heads>,
    /// The cells of a line of the section's table, one for each of its columns; else empty.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cells: Vec<Runs>,
}

/// What stands above the two columns of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Heads {
    /// "Draft resolution, paragraph 7".
    pub text: String,
    /// "Amendments 4, 6".
    pub amendments: String,
}

/// A paragraph of the draft or of a wording.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Paragraph {
    /// Unique in the document; empty where nothing points to it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub id: String,
    /// What it is.
    pub role: Role,
    /// How deep it stands: 0 for "7", 1 for "7.1".
    pub depth: u32,
    /// Its printed number with its full stop; empty where it has none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub number: Runs,
    /// Its text.
    pub content: Runs,
    /// Set where the paragraph itself came or went, and by whom: read without the change it is no
    /// empty paragraph but none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub whole: Option<Changed>,
}

/// What a paragraph is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// The text of a provision.
    #[default]
    Provision,
    /// An alinéa of an article: its number is its count, which stands in the margin.
    Alinea,
    /// The title of a text.
    Title,
    /// A table or heading, kept and not read; line feeds matter.
    Opaque,
    /// The operative words of a wording.
    Instruction,
    /// New text that a wording quotes.
    Quoted,
    /// A heading within a section.
    Heading,
}

/// Words set in one line of text.
pub type Runs = Vec<Run>;

/// Words set in one way.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Run {
    /// The words.
    pub text: String,
    /// In italics.
    #[serde(skip_serializing_if = "is_false")]
    pub emphasis: bool,
    /// Raised.
    #[serde(skip_serializing_if = "is_false")]
    pub raised: bool,
    /// New text quoted inside an instruction.
    #[serde(skip_serializing_if = "is_false")]
    pub quoted: bool,
    /// In small capitals: the letters behind the first of a name supplied in capitals.
    #[serde(skip_serializing_if = "is_false")]
    pub caps: bool,
    /// The id of what the words point to; empty where they do not.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub link: String,
    /// Who brought or removed them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub change: Option<Changed>,
}

/// That words came or went, and by whom.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Changed {
    /// Whether they came or went.
    pub kind: ChangeKind,
    /// Whether the editorial pass did it.
    pub editorial: bool,
    /// "Amendment 4", "Editorial, following from amendment 4".
    pub author: String,
    /// The amendments named there, as they are cited.
    #[serde(skip)]
    pub causes: Vec<String>,
    /// The raised sign behind the last run of one author's change; empty on the others.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub sign: String,
}

/// Whether words came or went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ChangeKind {
    /// In the new text only.
    Inserted,
    /// In the old text only.
    Deleted,
}

/// An amendment as it stands in a compendium.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct AmendmentBlock {
    /// Unique in the document.
    pub id: String,
    /// The language of its words, where it is not the document's.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub lang: String,
    /// The heading over the identical amendments of which this one is the first; else empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub group: String,
    /// Whether it stands with the identical one above it.
    #[serde(skip_serializing_if = "is_false")]
    pub joined: bool,
    /// "Amendment 4", "Sub-amendment 1 to amendment 4".
    pub heading: String,
    /// "4".
    pub number: String,
    /// "4"; "13/1" for sub-amendment 1 to amendment 13.
    #[serde(skip)]
    pub cited: String,
    /// "paragraph 7", "title"; empty where it has no such place.
    #[serde(skip)]
    pub place: String,
    /// Names as supplied, the mover first.
    #[serde(skip)]
    pub tablers: Vec<String>,
    /// Whether it is a committee's.
    #[serde(skip)]
    pub committee: bool,
    /// Sub-amendments, which are voted before it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub before: Vec<AmendmentBlock>,
    /// Notes on falling, identical ones and remarks, each in parentheses.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Runs>,
    /// "Tabled by …".
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tabled: Runs,
    /// The wording.
    pub wording: Vec<Paragraph>,
    /// The mover's reasons.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub reasons: Vec<Runs>,
    /// Why it has no place, where it has none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub without_place: Vec<Runs>,
}

impl Document {
    /// The same document with its language's own typography.
    pub fn typeset(&self) -> Self {
        let mut set = self.clone();
        if let Some(language) = terms::tables(self.lang) {
            typography::of_document(&mut set, &language.printed.typography);
        }
        set
    }
}

impl Row {
    /// A row that is a paragraph and nothing else.
    pub fn of(text: Paragraph) -> Self {
        Self { text: Some(text), ..Self::default() }
    }
}

impl AmendmentBlock {
    /// "Amendment 4, paragraph 7".
    pub fn title(&self) -> String {
        match self.place.as_str() {
            "" => self.heading.clone(),
            place => format!("{}, {place}", self.heading),
        }
    }
}

impl Run {
    /// Words without anything special.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }
}

fn is_false(value: &bool) -> bool {
    !value
}

fn tag<S: serde::Serializer>(lang: &Lang, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(lang.tag())
}
