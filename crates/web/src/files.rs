//! The files of a dossier: each paper in every format that is written.

use crate::{Held, Tongue};
use engine::State;
use engine::document::{self, Document, Layout};
use engine::papers::{self, Templates};
use engine::{recorded, report};
use office::sheet::{self, Table};
use std::fmt;
use text::Lang;
use thiserror::Error;

/// A paper that can be fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// The compendium of amendments.
    Compendium,
    /// The adopted text.
    Adopted,
    /// The adopted text with its changes.
    Changes,
    /// What became of each amendment.
    Results,
    /// The minutes of decisions.
    Minutes,
    /// What is still to be voted on.
    VotingList,
}

/// The format of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A Word document.
    Docx,
    /// An OpenDocument text.
    Odt,
    /// One web page.
    Html,
    /// Plain text.
    Txt,
    /// Akoma Ntoso.
    Xml,
    /// For programs.
    Json,
    /// A table for a spreadsheet.
    Xlsx,
    /// A table for programs.
    Csv,
}

/// Why a file could not be made.
#[derive(Debug, Error)]
pub enum Failure {
    /// There is no such file.
    #[error("there is no such file")]
    None,
    /// A writer gave up.
    #[error("{0}")]
    Writer(Box<dyn std::error::Error + Send + Sync>),
}

impl Paper {
    const ALL: [Self; 6] = [
        Self::Compendium,
        Self::Adopted,
        Self::Changes,
        Self::Results,
        Self::Minutes,
        Self::VotingList,
    ];

    /// The beginning of the names of its files.
    fn word(self) -> &'static str {
        match self {
            Self::Compendium => "compendium",
            Self::Adopted => "adopted",
            Self::Changes => "adopted-changes",
            Self::Results => "results",
            Self::Minutes => "minutes",
            Self::VotingList => "voting-list",
        }
    }

    /// The message that it is called by.
    pub fn name(self) -> &'static str {
        match self {
            Self::Compendium => "web-paper-compendium",
            Self::Adopted => "web-paper-adopted",
            Self::Changes => "web-paper-changes",
            Self::Results => "web-paper-results",
            Self::Minutes => "web-paper-minutes",
            Self::VotingList => "web-paper-voting-list",
        }
    }

    fn kinds(self) -> &'static [Kind] {
        use Kind::{Csv, Docx, Html, Json, Odt, Txt, Xlsx, Xml};
        match self {
            Self::Compendium => &[Docx, Odt, Html, Txt, Xml, Json, Xlsx, Csv],
            Self::Adopted => &[Docx, Odt, Html, Txt, Xml, Json],
            Self::Changes => &[Docx, Odt, Html, Txt, Xml],
            Self::Results | Self::Minutes | Self::VotingList => &[Docx, Odt, Html, Txt],
        }
    }
}

impl Kind {
    /// The end of the names of its files.
    fn ending(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Odt => "odt",
            Self::Html => "html",
            Self::Txt => "txt",
            Self::Xml => "xml",
            Self::Json => "json",
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
        }
    }

    /// Its media type.
    pub fn media(self) -> &'static str {
        match self {
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Odt => "application/vnd.oasis.opendocument.text",
            Self::Html => "text/html; charset=utf-8",
            Self::Txt => "text/plain; charset=utf-8",
            Self::Xml => "application/akn+xml",
            Self::Json => "application/json",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Csv => "text/csv; charset=utf-8",
        }
    }
}

impl fmt::Display for Kind {
    /// As people call it.
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(match self {
            Self::Docx => "Word",
            Self::Odt => "OpenDocument",
            Self::Html => "HTML",
            Self::Txt => "TXT",
            Self::Xml => "Akoma Ntoso",
            Self::Json => "JSON",
            Self::Xlsx => "Excel",
            Self::Csv => "CSV",
        })
    }
}

/// The papers that can be fetched now, each with what its formats are called and the names of the files.
pub fn offered(held: &Held) -> Vec<(Paper, Vec<(String, String)>)> {
    let adopted = held.published().is_ok_and(|texts| !texts.parts.is_empty());
    let there = |paper: &Paper| adopted || !matches!(paper, Paper::Adopted | Paper::Changes);
    let file = |paper: Paper, kind: &Kind| {
        (kind.to_string(), format!("{}.{}", paper.word(), kind.ending()))
    };
    let all = Paper::ALL.into_iter().filter(there);
    all.map(|paper| (paper, paper.kinds().iter().map(|kind| file(paper, kind)).collect())).collect()
}

/// The paper and format of a name; none where there is no such file.
pub fn named(name: &str) -> Option<(Paper, Kind)> {
    let (word, ending) = name.rsplit_once('.')?;
    let paper = Paper::ALL.into_iter().find(|paper| paper.word() == word)?;
    let kind = paper.kinds().iter().find(|kind| kind.ending() == ending)?;
    Some((paper, *kind))
}

/// What a fetched file is called: "412-lakes-compendium-en.docx".
pub fn fetched_as(held: &Held, (paper, kind): (Paper, Kind), tongue: Tongue) -> String {
    let lang = held.language(tongue);
    format!("{}-{}-{}.{}", held.slug, paper.word(), lang.tag(), kind.ending())
}

/// Writes a file. This takes a while: not for those who answer others meanwhile.
///
/// # Errors
/// Where there is no such paper now, or its writer gives up.
pub fn write(
    held: &Held,
    (paper, kind): (Paper, Kind),
    tongue: Tongue,
) -> Result<Vec<u8>, Failure> {
    let lang = held.language(tongue);
    match paper {
        Paper::Compendium => compendium(held, kind, lang),
        Paper::Adopted => adopted(held, kind, lang, false),
        Paper::Changes => adopted(held, kind, lang, true),
        Paper::Results => printed(&papers::results(&held.sitting, lang), kind, true),
        Paper::VotingList => printed(&papers::voting_list(&held.sitting, lang), kind, true),
        Paper::Minutes => {
            let minutes = papers::minutes(&held.sitting, &held.entries, lang);
            printed(&minutes.map_err(|_| Failure::None)?, kind, true)
        }
    }
}

fn compendium(held: &Held, kind: Kind, lang: Lang) -> Result<Vec<u8>, Failure> {
    let (sitting, entries) = (&held.sitting, &held.entries);
    Ok(match kind {
        Kind::Xml => akn::write(&recorded(held), lang).into_bytes(),
        Kind::Json => engine::json::write(&recorded(held).dossier).into_bytes(),
        Kind::Csv => sheet::csv::write(&Table::new(&recorded(held), lang)).bytes,
        Kind::Xlsx => sheet::xlsx::write(&Table::new(&recorded(held), lang))
            .map_err(|error| Failure::Writer(error.into()))?,
        Kind::Txt => {
            engine::txt::write(&papers::compendium_state(sitting, entries), lang).into_bytes()
        }
        Kind::Docx | Kind::Odt | Kind::Html => {
            printed(&papers::compendium(sitting, entries, lang, Layout::Columns), kind, true)?
        }
    })
}

/// The dossier with what was decided, without what is still being drafted.
fn recorded(held: &Held) -> State {
    let mut dossier = recorded::of(&held.sitting, &held.entries);
    let mut place = 0;
    dossier.amendments.retain(|_| {
        let record = held.sitting.record(place).and_then(|at| held.sitting.course.record(at));
        place += 1;
        record.is_none_or(papers::is_public)
    });
    State::new(dossier, held.sitting.state.profile.clone(), Vec::new())
}

fn adopted(held: &Held, kind: Kind, lang: Lang, changes: bool) -> Result<Vec<u8>, Failure> {
    let texts = held.published().map_err(|_| Failure::None)?;
    if texts.parts.is_empty() {
        return Err(Failure::None);
    }
    let (sitting, entries) = (&held.sitting, &held.entries);
    let origins = |lang: Lang| papers::origins(sitting, entries, texts, &Templates::shipped(lang));
    match kind {
        Kind::Json => {
            let value = report::published(&sitting.state, &texts.adopted, &origins);
            Ok(format!("{value:#}\n").into_bytes())
        }
        Kind::Xml => {
            let (state, text) = (&sitting.state, &texts.adopted);
            Ok(akn::write_published(state, text, &origins(lang), lang, changes).into_bytes())
        }
        _ => {
            let drawn =
                papers::adopted(sitting, entries, texts, changes, &Templates::shipped(lang));
            // An adopted text goes on being edited and has its words as they are.
            printed(&drawn, kind, false)
        }
    }
}

fn printed(document: &Document, kind: Kind, typeset: bool) -> Result<Vec<u8>, Failure> {
    if kind == Kind::Txt {
        return Ok(document::plain::write(document).into_bytes());
    }
    let set = if typeset { document.typeset() } else { document.clone() };
    match kind {
        Kind::Docx => {
            office::docx::write(&set, None).map_err(|error| Failure::Writer(error.into()))
        }
        Kind::Odt => office::odt::write(&set, None).map_err(|error| Failure::Writer(error.into())),
        Kind::Html => Ok(html::write(&set).into_bytes()),
        Kind::Txt | Kind::Xml | Kind::Json | Kind::Xlsx | Kind::Csv => Err(Failure::None),
    }
}
