//! What a reader has to say of a file: collected by kind, so that a thousand comments are one finding.

use engine::imported::Finding;
use engine::read;
use engine::words::excerpt;
use source::Severity;

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
    /// A draft of whose changes none is an amendment.
    Rejected,
    /// A draft whose changes are amendments.
    Tabled,
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
            Self::Rejected => "office-changes-rejected",
            Self::Tabled => "office-changes-tabled",
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
            | Self::Rejected => Severity::Warning,
            Self::Comments
            | Self::Pictures
            | Self::Tables
            | Self::Formatting
            | Self::Bullets
            | Self::Composed
            | Self::CameAndWent
            | Self::Tabled => Severity::Note,
        }
    }
}

/// Characters of the file's text that a finding shows.
const SHOWN: usize = 60;

/// What there is to say of a file, in the order in which it was found.
#[derive(Clone, Debug, Default)]
pub struct Notes {
    found: Vec<(Kind, Finding)>,
}

impl Notes {
    /// Notes something of which the words `first` tell; of a kind the first is shown and the rest counted.
    pub fn add(&mut self, kind: Kind, first: &str) {
        self.add_with(kind, || first.to_owned());
    }

    /// The same where words are gathered only if they are shown.
    pub fn add_with(&mut self, kind: Kind, first: impl FnOnce() -> String) {
        if let Some((_, known)) = self.found.iter_mut().find(|(known, _)| *known == kind) {
            known.count += 1;
            return;
        }
        let finding = Finding::new(kind.code(), kind.severity());
        self.found.push((kind, finding.with("text", excerpt(&first(), SHOWN))));
    }

    /// Says of how many this kind speaks, where that is not how often it was added.
    pub fn count(&mut self, kind: Kind, count: usize) {
        if let Some((_, known)) = self.found.iter_mut().find(|(known, _)| *known == kind) {
            known.count = count.max(1);
        }
    }

    /// The findings, and behind them those of the reader of plain text.
    pub fn before(self, plain: Vec<read::Finding>) -> Vec<read::Finding> {
        let own = self.found.into_iter().map(|(_, finding)| read::Finding::Imported(finding));
        own.chain(plain).collect()
    }
}
