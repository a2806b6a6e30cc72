//! How each style looks, for both formats: DOCX and ODT have the same styles under the same names.
//!
//! Measures are twips, a twentieth of a point; sizes are half points.

use engine::document::Layout;

/// A paragraph style, by what stands in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Style {
    /// What all others are based on.
    Normal,
    /// "Doc. 16245" and the date.
    Reference,
    /// "Compendium of written amendments".
    Kind,
    /// The title of the dossier.
    Title,
    /// "(provisional)".
    Edition,
    /// "Table of contents".
    ContentsHeading,
    /// A line of the contents: 1 for texts, 2 for amendments.
    Contents(u8),
    /// "A. Draft resolution".
    Section,
    /// The title of a draft text.
    ProvisionTitle,
    /// A numbered paragraph, 1 to [`LEVELS`] deep.
    Provision(u8),
    /// A paragraph without a number of its own at that depth.
    Continued(u8),
    /// A table or heading kept as it was printed.
    Opaque,
    /// Above the columns of a table.
    ColumnHeading,
    /// In a table that lists.
    Cell,
    /// A heading within a section.
    PartHeading,
    /// "Amendment 4".
    AmendmentHeading,
    /// "Sub-amendment 1 to amendment 4".
    SubAmendmentHeading,
    /// "(If adopted, amendment 6 falls)".
    AmendmentNote,
    /// "Tabled by …".
    Tablers,
    /// The operative words.
    Wording,
    /// New text set apart.
    QuotedText,
    /// Why an amendment has no place.
    WithoutPlace,
    /// "Explanatory note".
    NoteHeading,
    /// The mover's reasons.
    ExplanatoryNote,
    /// Between two tables; at the end of a text that ends in a change.
    Gap,
    /// At the head of each page but the first.
    Header,
    /// At the foot of each page.
    Footer,
    /// The text of a footnote.
    Footnote,
}

/// A style of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Words {
    /// The number of a provision.
    Number,
    /// New text inside a wording.
    Quoted,
    /// The small capitals of a name.
    Surname,
    /// What leads to another place of the document.
    Link,
}

/// So many levels of provisions have a style of their own; deeper ones take the last.
pub(crate) const LEVELS: u8 = 9;

/// The fonts, the first that is there is taken: Cambria is on every machine with Word, and the
/// others have its measures or stand for it elsewhere.
pub(crate) const FONTS: [&str; 3] = ["Cambria", "Caladea", "Liberation Serif"];

/// Dark blue, for headings.
pub(crate) const INK: &str = "1F2F4D";
/// Grey, for what stands beside the matter.
pub(crate) const SOFT: &str = "5B6675";
/// Light grey, for lines.
pub(crate) const LINE: &str = "B9C0CA";
/// Behind the heads of tables.
pub(crate) const TINT: &str = "F3F5F8";
/// For what is wrong.
pub(crate) const WARNING: &str = "A61C1C";

/// How a style looks.
#[derive(Clone, Debug)]
pub(crate) struct Look {
    /// Its name, as people see it.
    pub name: String,
    /// What it is based on; `None` for the one below all.
    pub base: Option<Style>,
    /// Half points.
    pub size: Option<u32>,
    /// Whether it is bold; unlike its base where set.
    pub bold: bool,
    /// In italics.
    pub italic: bool,
    /// Six hexadecimal digits.
    pub colour: Option<&'static str>,
    /// Space above, in twips.
    pub before: Option<u32>,
    /// Space below.
    pub after: Option<u32>,
    /// Where lines begin.
    pub left: Option<u32>,
    /// So much further left the first line begins.
    pub hanging: u32,
    /// Kept on one page with what follows.
    pub keep_next: bool,
    /// Kept on one page.
    pub keep_together: bool,
    /// 0 for what stands highest in an outline.
    pub outline: Option<u8>,
    /// A line below, of this many eighths of a point.
    pub below: Option<u32>,
    /// A line to the left.
    pub beside: Option<u32>,
    /// A tab stop at the right margin.
    pub right_tab: bool,
    /// A tab stop in the middle.
    pub centre_tab: bool,
}

/// Every paragraph style, in the order in which lists show them.
pub(crate) fn all() -> Vec<Style> {
    use Style::*;
    let mut all = vec![Normal, Reference, Kind, Title, Edition, ContentsHeading];
    all.extend([Contents(1), Contents(2), Section, ProvisionTitle]);
    all.extend((1..=LEVELS).flat_map(|level| [Provision(level), Continued(level)]));
    all.extend([Opaque, ColumnHeading, Cell, PartHeading]);
    all.extend([AmendmentHeading, SubAmendmentHeading, AmendmentNote]);
    all.extend([Tablers, Wording, QuotedText, WithoutPlace, NoteHeading, ExplanatoryNote]);
    all.extend([Gap, Header, Footer, Footnote]);
    all
}

impl Style {
    /// Its name as people see it.
    pub(crate) fn name(self) -> String {
        match self {
            Self::Normal => "Normal".into(),
            Self::Reference => "Document Reference".into(),
            Self::Kind => "Document Kind".into(),
            Self::Title => "Title".into(),
            Self::Edition => "Edition".into(),
            Self::ContentsHeading => "Contents Title".into(),
            Self::Contents(level) => format!("Contents Entry {level}"),
            Self::Section => "heading 1".into(),
            Self::ProvisionTitle => "Provision Title".into(),
            Self::Provision(level) => format!("Provision {level}"),
            Self::Continued(level) => format!("Provision Text {level}"),
            Self::Opaque => "Preserved Text".into(),
            Self::ColumnHeading => "Column Heading".into(),
            Self::Cell => "Table Cell".into(),
            Self::PartHeading => "heading 2".into(),
            Self::AmendmentHeading => "Amendment Heading".into(),
            Self::SubAmendmentHeading => "Sub-amendment Heading".into(),
            Self::AmendmentNote => "Amendment Note".into(),
            Self::Tablers => "Tablers".into(),
            Self::Wording => "Wording".into(),
            Self::QuotedText => "Quoted Text".into(),
            Self::WithoutPlace => "Without Place".into(),
            Self::NoteHeading => "Explanatory Note Heading".into(),
            Self::ExplanatoryNote => "Explanatory Note".into(),
            Self::Gap => "Table Gap".into(),
            Self::Header => "header".into(),
            Self::Footer => "footer".into(),
            Self::Footnote => "footnote text".into(),
        }
    }

    /// The style of a paragraph of the draft.
    pub(crate) fn provision(depth: u32, numbered: bool) -> Self {
        let level = u8::try_from(depth).unwrap_or(LEVELS).saturating_add(1).min(LEVELS);
        if numbered { Self::Provision(level) } else { Self::Continued(level) }
    }

    /// How it looks in a paper of this layout.
    pub(crate) fn look(self, layout: Layout) -> Look {
        let wide = layout == Layout::Linear;
        let mut look = self.plain(wide);
        self.frame(&mut look, wide);
        // In one column an amendment stands further to the right than what it amends.
        if wide && self.is_of_amendments() {
            look.left = Some(look.left.unwrap_or(0) + 560);
        }
        look
    }

    fn is_of_amendments(self) -> bool {
        use Style::*;
        let headings = matches!(self, AmendmentHeading | SubAmendmentHeading | AmendmentNote);
        let words = matches!(self, Tablers | Wording | QuotedText | WithoutPlace);
        headings || words || matches!(self, NoteHeading | ExplanatoryNote)
    }

    /// Letters and spaces.
    fn plain(self, wide: bool) -> Look {
        use Style::*;
        let base = Look::new(self);
        let text = if wide { 22 } else { 20 };
        match self {
            Normal => base.letters(text).spaced(0, 100),
            Reference => base.letters(26).bold().colour(INK).spaced(0, 360),
            Kind => base.letters(24).colour(SOFT).spaced(0, 120),
            Title => base.letters(38).bold().colour(INK).spaced(0, 160).kept(),
            Edition => base.italic().spaced(0, 240),
            ContentsHeading => base.letters(23).bold().colour(INK).spaced(360, 120).kept(),
            Contents(1) => base.bold().spaced(120, 40).kept(),
            Contents(_) => base.spaced(0, 40),
            Section => base.letters(30).bold().colour(INK).spaced(320, 180).kept(),
            ProvisionTitle => base.letters(text + 2).bold().colour(INK),
            Opaque => base,
            Provision(_) | Continued(_) => base,
            ColumnHeading => base.letters(17).bold().colour(INK).spaced(20, 20).kept(),
            Cell => base.letters(text - 2).spaced(20, 20),
            PartHeading => base.letters(text + 3).bold().colour(INK).spaced(240, 80).kept(),
            AmendmentHeading => {
                let above = if wide { 240 } else { 20 };
                base.letters(text + 3).bold().colour(INK).spaced(above, 80).kept()
            }
            SubAmendmentHeading => base.letters(text + 1),
            AmendmentNote => base.italic().colour(INK).spaced(0, 80).kept(),
            Tablers => base.letters(text - 1).colour(SOFT).spaced(0, 120).kept(),
            Wording => base.spaced(0, 100),
            QuotedText => base.spaced(40, 120),
            WithoutPlace => base.colour(WARNING),
            NoteHeading => base.letters(text - 1).italic().colour(SOFT).spaced(120, 60).kept(),
            ExplanatoryNote => base.letters(text - 1),
            Gap => base.letters(8).spaced(0, 0),
            Header | Footer => base.letters(17).colour(SOFT).spaced(0, 0),
            Footnote => base.letters(18).spaced(0, 40),
        }
    }

    /// Lines, indents, tab stops and the outline.
    fn frame(self, look: &mut Look, wide: bool) {
        match self {
            Self::Reference => (look.below, look.right_tab) = (Some(11), true),
            Self::Header => (look.below, look.right_tab) = (Some(4), true),
            Self::Footer => (look.centre_tab, look.right_tab) = (true, true),
            Self::Contents(level) => look.left = Some((u32::from(level) - 1) * 280),
            Self::Section => look.outline = Some(0),
            Self::PartHeading => look.outline = Some(1),
            Self::AmendmentHeading => look.outline = Some(1),
            Self::SubAmendmentHeading => look.outline = Some(2),
            Self::QuotedText => (look.left, look.beside) = (Some(180), Some(12)),
            Self::Provision(level) => {
                let (from, room) = room(level, wide);
                (look.left, look.hanging) = (Some(from + room), room);
            }
            Self::Continued(level) => {
                let (from, room) = room(level, wide);
                look.left = Some(from + room);
            }
            _ => {}
        }
    }
}

/// Where the numbers of a level begin, and the room they have: "10.", "9.2.", "9.2.1.".
fn room(level: u8, wide: bool) -> (u32, u32) {
    let deep = u32::from(level.max(1) - 1);
    let (step, least, more) = if wide { (300, 520, 190) } else { (220, 440, 160) };
    (deep * step, least + deep.min(4) * more)
}

impl Look {
    fn new(style: Style) -> Self {
        let base = match style {
            Style::Normal => None,
            Style::Continued(level) => Some(Style::Provision(level)),
            Style::SubAmendmentHeading => Some(Style::AmendmentHeading),
            _ => Some(Style::Normal),
        };
        let keep_together = matches!(style, Style::AmendmentHeading | Style::Tablers);
        Self {
            name: style.name(),
            base,
            size: None,
            bold: false,
            italic: false,
            colour: None,
            before: None,
            after: None,
            left: None,
            hanging: 0,
            keep_next: false,
            keep_together,
            outline: None,
            below: None,
            beside: None,
            right_tab: false,
            centre_tab: false,
        }
    }

    fn letters(mut self, size: u32) -> Self {
        self.size = Some(size);
        self
    }

    fn bold(mut self) -> Self {
        self.bold = true;
        self
    }

    fn italic(mut self) -> Self {
        self.italic = true;
        self
    }

    fn colour(mut self, colour: &'static str) -> Self {
        self.colour = Some(colour);
        self
    }

    fn spaced(mut self, before: u32, after: u32) -> Self {
        (self.before, self.after) = (Some(before), Some(after));
        self
    }

    fn kept(mut self) -> Self {
        self.keep_next = true;
        self
    }
}

impl Words {
    /// All of them.
    pub(crate) const ALL: [Self; 4] = [Self::Number, Self::Quoted, Self::Surname, Self::Link];

    /// Its name as people see it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Number => "Provision Number",
            Self::Quoted => "Quoted Words",
            Self::Surname => "Surname",
            Self::Link => "Internal Link",
        }
    }
}

/// The identifier of a style in a file: its name without spaces.
pub(crate) fn id(name: &str) -> String {
    name.chars().filter(|c| !c.is_whitespace()).collect()
}
