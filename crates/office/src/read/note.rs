//! What a reader has to say of a file: collected by kind, so that a thousand comments are one finding.

use engine::imported::Finding;
use source::{Severity, Span};

/// What was left out of a file, repaired or doubted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Comments of readers are no text.
    Comments,
    /// The text of foot- and endnotes has no place in a draft.
    NoteTexts,
    /// Text boxes stand beside the text, nobody knows where.
    TextBoxes,
    /// Hidden text.
    Hidden,
    /// Pictures, charts, embedded objects.
    Pictures,
    /// Formulas.
    Formulas,
    /// Text that is embedded from another file, or read from outside.
    Embedded,
    /// A sign of a font of its own.
    Symbols,
    /// Tables are kept as they are and not read.
    Tables,
    /// Changes of how the text looks.
    Formatting,
    /// Rows of tables that were put in or taken out, cells changed.
    TableChanges,
    /// Bullets of lists.
    Bullets,
    /// Numbers of sub-paragraphs that are printed without those above them.
    Composed,
    /// An automatic number that is none of a paragraph stays before the text.
    LabelKept,
    /// Text put in by one and taken out by another.
    CameAndWent,
    /// A compendium whose changes were accepted.
    Accepted,
    /// A change that no wording can say.
    NotWorded,
    /// Only a typed number was changed.
    NumberOnly,
    /// Changes that do not stand beside one another became one amendment.
    Joined,
    /// With all amendments adopted, a paragraph does not read as with all changes accepted.
    AdoptedDiffers,
    /// The wording in another language.
    Worded,
}

impl Kind {
    /// Its stable code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Comments => "office-comments",
            Self::NoteTexts => "office-note-texts",
            Self::TextBoxes => "office-text-boxes",
            Self::Hidden => "office-hidden-text",
            Self::Pictures => "office-pictures",
            Self::Formulas => "office-formulas",
            Self::Embedded => "office-embedded",
            Self::Symbols => "office-symbols",
            Self::Tables => "office-tables",
            Self::Formatting => "office-formatting-changes",
            Self::TableChanges => "office-table-changes",
            Self::Bullets => "office-bullets",
            Self::Composed => "office-number-composed",
            Self::LabelKept => "office-label-kept",
            Self::CameAndWent => "office-came-and-went",
            Self::Accepted => "office-changes-accepted",
            Self::NotWorded => "change-not-worded",
            Self::NumberOnly => "change-of-number",
            Self::Joined => "changes-joined",
            Self::AdoptedDiffers => "adopted-differs",
            Self::Worded => "wording-in-other-language",
        }
    }

    /// How much it weighs: what leaves out words, or may, is a warning.
    pub fn severity(self) -> Severity {
        match self {
            Self::NoteTexts
            | Self::TextBoxes
            | Self::Hidden
            | Self::Formulas
            | Self::Embedded
            | Self::Symbols
            | Self::TableChanges
            | Self::LabelKept
            | Self::Accepted
            | Self::NotWorded
            | Self::AdoptedDiffers => Severity::Warning,
            Self::Comments
            | Self::Pictures
            | Self::Tables
            | Self::Formatting
            | Self::Bullets
            | Self::Composed
            | Self::CameAndWent
            | Self::NumberOnly
            | Self::Joined
            | Self::Worded => Severity::Note,
        }
    }

    /// Whether each of them is told by itself.
    fn is_told_each(self) -> bool {
        matches!(
            self,
            Self::NotWorded | Self::Joined | Self::AdoptedDiffers | Self::Worded | Self::NumberOnly
        )
    }
}

/// Findings told by themselves at most; the rest are counted.
const EACH: usize = 200;
/// Characters of the file's text that a finding shows.
const SHOWN: usize = 60;

/// What there is to say of a file, in the order in which it was found.
#[derive(Clone, Debug, Default)]
pub struct Notes {
    found: Vec<(Kind, Finding)>,
}

impl Notes {
    /// Notes something of which the words `first` tell.
    pub fn add(&mut self, kind: Kind, first: &str) {
        self.add_with(kind, &[("text", first)], None);
    }

    /// Notes something with the variables of its message, the first of which is an excerpt.
    pub fn add_with(&mut self, kind: Kind, data: &[(&'static str, &str)], at: Option<Span>) {
        let told = self.found.iter_mut().filter(|(known, _)| *known == kind);
        let most = if kind.is_told_each() { EACH } else { 1 };
        let mut told: Vec<_> = told.take(most).collect();
        if let (true, Some((_, first))) = (told.len() == most, told.first_mut()) {
            first.count += 1;
            return;
        }
        let mut finding = Finding::new(kind.code(), kind.severity());
        for (name, value) in data {
            let most = if kind == Kind::Worded { usize::MAX } else { SHOWN };
            finding = finding.with(name, engine::words::excerpt(value, most));
        }
        finding.at = at;
        self.found.push((kind, finding));
    }

    /// The findings.
    pub fn findings(self) -> Vec<Finding> {
        self.found.into_iter().map(|(_, finding)| finding).collect()
    }
}
