//! The amendments as a table, as staff sort and filter them: a row each, in calling order.
//!
//! One table, two files. CSV is for programs and for whoever has no spreadsheet; XLSX is for
//! people. Both have the same columns in the same order, always all of them: a program that counts
//! columns goes on working when the sitting fills the last six. What is not known is an empty cell.
//!
//! **What a spreadsheet does to cells.** A program that opens a CSV file guesses what each cell is:
//! `=1+1` is calculated, `13/1` becomes a day in January. So a sub-amendment has its own number and
//! that of its amendment in two columns, and a cell that would run is written with a `'` before it,
//! the sign by which spreadsheets themselves say "this is text" (see [`csv`]). In XLSX every cell says
//! what it is, and nothing is added.

pub mod csv;
pub mod xlsx;

use engine::recorded;
use engine::sitting::{Known, Sitting};
use engine::words::{self, Args};
use engine::{Amendment, AmendmentText, State, day};
use text::{Fragment, Lang};

/// Above this many amendments the columns of relations stay empty: listing all pairs takes time
/// and room that grow with the square of their number.
const RELATED: usize = 5_000;

/// A cell names so many amendments; how many more there are stands behind them.
const NAMED: usize = 200;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// Place in the calling order, from 1.
    Rank,
    /// The number as printed; of a sub-amendment its own.
    Number,
    /// Of a sub-amendment, the number of its amendment.
    Parent,
    /// The draft text on which it acts, "A. Draft resolution".
    Part,
    /// Where it acts, as printed: "paragraph 7, third sentence".
    Place,
    /// What it does there: "replace".
    Operation,
    /// Who tabled it.
    Tablers,
    /// The wording.
    Wording,
    /// The explanatory note.
    Note,
    /// Remarks printed with it.
    Remarks,
    /// What falls if it is adopted.
    Fells,
    /// By whose adoption it falls.
    FallsWith,
    /// To what it is identical.
    Identical,
    /// The position of the committee; known once there has been a sitting.
    Position,
    /// What became of it; known once there has been a sitting.
    Outcome,
    /// Votes in favour; known once there has been a vote.
    For,
    /// Votes against; known once there has been a vote.
    Against,
    /// Abstentions; known once there has been a vote.
    Abstentions,
}

impl Column {
    /// All columns, in the order of the files. A new one goes to the end.
    pub const ALL: [Self; 18] = [
        Self::Rank,
        Self::Number,
        Self::Parent,
        Self::Part,
        Self::Place,
        Self::Operation,
        Self::Tablers,
        Self::Wording,
        Self::Note,
        Self::Remarks,
        Self::Fells,
        Self::FallsWith,
        Self::Identical,
        Self::Position,
        Self::Outcome,
        Self::For,
        Self::Against,
        Self::Abstentions,
    ];

    /// The name of its head among the messages.
    fn message(self) -> &'static str {
        match self {
            Self::Rank => "column-rank",
            Self::Number => "column-number",
            Self::Parent => "column-parent",
            Self::Part => "column-part",
            Self::Place => "column-place",
            Self::Operation => "column-operation",
            Self::Tablers => "column-tablers",
            Self::Wording => "column-wording",
            Self::Note => "column-note",
            Self::Remarks => "column-remarks",
            Self::Fells => "column-fells",
            Self::FallsWith => "column-falls-with",
            Self::Identical => "column-identical",
            Self::Position => "column-position",
            Self::Outcome => "column-outcome",
            Self::For => "column-for",
            Self::Against => "column-against",
            Self::Abstentions => "column-abstentions",
        }
    }

    /// What stands above the column, in this language.
    pub fn head(self, lang: Lang) -> String {
        words::say(lang, self.message(), &Args::new())
    }
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// A whole number, so that 9 sorts before 10.
    Whole(u32),
    /// Text; line feeds part its paragraphs.
    Text(String),
}

/// The amendments of a dossier in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The language of its heads and, where an amendment has it, of its texts.
    pub lang: Lang,
    /// Reference and title of the dossier: "Doc. 16245 – Safe lakes".
    pub title: String,
    /// The day of the dossier, "2031-10-16", where it is dated by a day that exists.
    pub day: Option<String>,
    /// In calling order; in each a cell for every one of [`Column::ALL`].
    pub rows: Vec<Vec<Cell>>,
    /// Whether the columns of relations stay empty because there are too many amendments.
    pub unrelated: bool,
}

impl Table {
    /// The table of a dossier, with what it records of each amendment. One that has no text in this language has that
    /// of its first.
    pub fn new(state: &State, lang: Lang) -> Self {
        Self::with(state, lang, |at| recorded::known(&state.dossier, at, lang))
    }

    /// The same with what a log tells of each amendment instead.
    pub fn of(sitting: &Sitting<'_>, lang: Lang) -> Self {
        Self::with(&sitting.state, lang, |at| sitting.known(at, lang))
    }

    fn with(state: &State, lang: Lang, known: impl Fn(usize) -> Known) -> Self {
        let version = state.dossier.version(lang).or_else(|| state.dossier.versions.first());
        let named = [state.dossier.reference.as_deref(), version.and_then(|v| v.title.as_deref())];
        let unrelated = state.dossier.amendments.len() > RELATED;
        let rows = state.order.iter().enumerate().filter_map(|(rank, ranked)| {
            let at = ranked.amendment;
            let amendment = state.dossier.amendments.get(at)?;
            let known = known(at);
            let row = Row { state, lang, at, rank, amendment, unrelated, known };
            Some(Column::ALL.into_iter().map(|column| row.cell(column)).collect())
        });
        Self {
            lang,
            title: named.into_iter().flatten().collect::<Vec<_>>().join(" – "),
            day: version.and_then(|version| day(version.date.as_deref()?)),
            rows: rows.collect(),
            unrelated,
        }
    }
}

/// One amendment on its way into cells.
struct Row<'a> {
    state: &'a State,
    lang: Lang,
    at: usize,
    rank: usize,
    amendment: &'a Amendment,
    unrelated: bool,
    known: Known,
}

impl Row<'_> {
    fn cell(&self, column: Column) -> Cell {
        let state = self.state;
        match column {
            Column::Rank => u32::try_from(self.rank + 1).map_or(Cell::Empty, Cell::Whole),
            Column::Number => number(&self.amendment.number),
            Column::Parent => self.amendment.parent.as_deref().map_or(Cell::Empty, number),
            Column::Part => text(self.part()),
            Column::Place => text(self.acts(|(place, _)| place).join("; ")),
            Column::Operation => text(self.operations()),
            Column::Tablers => text(self.said(|text| text.tablers.names.join("; "))),
            Column::Wording => text(self.said(|text| text.wording.clone())),
            Column::Note => text(self.said(|text| {
                text.note.iter().map(Fragment::to_caret).collect::<Vec<_>>().join("\n")
            })),
            Column::Remarks => text(self.said(|text| text.remarks.join("\n"))),
            Column::Fells => self.related(|| state.fells(self.at)),
            Column::FallsWith => self.related(|| state.falls_with(self.at)),
            Column::Identical => self.related(|| state.identical_to(self.at)),
            Column::Position => text(self.known.position.clone()),
            Column::Outcome => text(self.known.outcome.clone()),
            Column::For => self.votes(0),
            Column::Against => self.votes(1),
            Column::Abstentions => self.votes(2),
        }
    }

    fn votes(&self, which: usize) -> Cell {
        self.known.votes.map_or(Cell::Empty, |votes| Cell::Whole(votes[which]))
    }

    fn said(&self, what: impl Fn(&AmendmentText) -> String) -> String {
        let text = self.amendment.text(self.lang).or_else(|| self.amendment.texts.first());
        text.map(what).unwrap_or_default()
    }

    /// Where it acts, or what it does, each said once.
    fn acts(&self, which: impl Fn((String, String)) -> String) -> Vec<String> {
        let mut said = Vec::new();
        for one in words::acts(self.state, self.at, self.lang).into_iter().map(which) {
            if !said.contains(&one) {
                said.push(one);
            }
        }
        said
    }

    fn operations(&self) -> String {
        let operations = self.acts(|(_, operation)| operation);
        match operations.is_empty() {
            true => words::unexecutable(self.lang),
            false => operations.join("; "),
        }
    }

    /// The draft text on which it acts; where that is not found, under which it stands.
    fn part(&self) -> String {
        let outer = self.state.parent(self.at).unwrap_or(self.at);
        let placed = self.state.worked.get(outer).and_then(|texts| texts.first()?.placed.as_ref());
        let acts_on = placed.and_then(|placed| Some(placed.operations.first()?.at().part));
        let dossier = &self.state.dossier;
        let part = acts_on.or_else(|| dossier.amendments.get(outer)?.part);
        let version = dossier.version(self.lang).or_else(|| dossier.versions.first());
        let part = part.and_then(|part| version?.draft.parts.get(part as usize));
        part.map_or_else(String::new, |part| match part.letter.as_str() {
            "" => part.heading.clone(),
            letter => format!("{letter}. {}", part.heading),
        })
    }

    fn related(&self, which: impl Fn() -> Vec<usize>) -> Cell {
        if self.unrelated {
            return Cell::Empty;
        }
        let all = which();
        let amendments = &self.state.dossier.amendments;
        let named = all.iter().take(NAMED).filter_map(|at| amendments.get(*at));
        let mut cited: Vec<_> = named.map(Amendment::cited).collect();
        if let Some(more) = all.len().checked_sub(NAMED).filter(|more| *more > 0) {
            cited.push(words::say(self.lang, "cell-more", &Args::new().number("count", more)));
        }
        match cited.as_slice() {
            [only] => number(only),
            _ => text(cited.join("; ")),
        }
    }
}

fn text(text: String) -> Cell {
    if text.is_empty() { Cell::Empty } else { Cell::Text(text) }
}

/// A number as printed: whole where it is written as whole numbers are.
fn number(printed: &str) -> Cell {
    let whole = printed.parse::<u32>().ok().filter(|whole| whole.to_string() == printed);
    whole.map_or_else(|| text(printed.to_owned()), Cell::Whole)
}
