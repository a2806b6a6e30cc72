//! The files of a dossier: each paper in every format that is written.

use crate::{Held, Tongue};
use engine::State;
use engine::document::{self, Document, Layout};
use engine::papers::{self, Templates};
use engine::{recorded, report};
use office::sheet::{self, Table};
use std::fmt;
use std::io::{Cursor, Write as _};
use text::Lang;
use thiserror::Error;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

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
    /// Pages, where the site has somebody who prints them; a long paper in volumes, packed together.
    Pdf,
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

/// Writes a drawn document as PDF, in as many volumes as it needs. The typesetter is large: whoever serves the site brings it.
pub type Printer = fn(&Document) -> Result<Vec<Vec<u8>>, Box<dyn std::error::Error + Send + Sync>>;

/// A file as written.
#[derive(Debug)]
pub struct Written {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Its media type.
    pub media: &'static str,
    /// The end of its name.
    pub ending: &'static str,
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
        use Kind::{Csv, Docx, Html, Json, Odt, Pdf, Txt, Xlsx, Xml};
        match self {
            Self::Compendium => &[Pdf, Docx, Odt, Html, Txt, Xml, Json, Xlsx, Csv],
            Self::Adopted => &[Pdf, Docx, Odt, Html, Txt, Xml, Json],
            Self::Changes => &[Pdf, Docx, Odt, Html, Txt, Xml],
            Self::Results | Self::Minutes | Self::VotingList => &[Pdf, Docx, Odt, Html, Txt],
        }
    }
}

impl Kind {
    /// The end of the names of its files.
    fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
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
            Self::Pdf => "application/pdf",
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
            Self::Pdf => "PDF",
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

/// The papers that can be fetched now, each with what its formats are called and the names of the files; `prints` where
/// the site has a printer.
pub fn offered(held: &Held, prints: bool) -> Vec<(Paper, Vec<(String, String)>)> {
    let adopted = held.published().is_ok_and(|texts| !texts.parts.is_empty());
    let there = |paper: &Paper| adopted || !matches!(paper, Paper::Adopted | Paper::Changes);
    let file = |paper: Paper, kind: &Kind| {
        (kind.to_string(), format!("{}.{}", paper.word(), kind.ending()))
    };
    let kinds = |paper: Paper| {
        let kinds = paper.kinds().iter().filter(|kind| prints || **kind != Kind::Pdf);
        (paper, kinds.map(|kind| file(paper, kind)).collect())
    };
    Paper::ALL.into_iter().filter(there).map(kinds).collect()
}

/// The paper and format of a name; none where there is no such file.
pub fn named(name: &str) -> Option<(Paper, Kind)> {
    let (word, ending) = name.rsplit_once('.')?;
    let paper = Paper::ALL.into_iter().find(|paper| paper.word() == word)?;
    let kind = paper.kinds().iter().find(|kind| kind.ending() == ending)?;
    Some((paper, *kind))
}

/// What a fetched file is called: "412-lakes-compendium-en.docx".
pub fn fetched_as(held: &Held, paper: Paper, ending: &str, tongue: Tongue) -> String {
    let lang = held.language(tongue);
    format!("{}-{}-{}.{ending}", held.slug, paper.word(), lang.tag())
}

/// Writes a file. This takes a while: not for those who answer others meanwhile.
///
/// # Errors
/// Where there is no such paper now, or its writer gives up.
pub fn write(
    held: &Held,
    (paper, kind): (Paper, Kind),
    tongue: Tongue,
    printer: Option<Printer>,
) -> Result<Written, Failure> {
    let writing = Writing { held, kind, lang: held.language(tongue), printer };
    match paper {
        Paper::Compendium => writing.compendium(),
        Paper::Adopted => writing.adopted(false),
        Paper::Changes => writing.adopted(true),
        Paper::Results => writing.printed(&papers::results(&held.sitting, writing.lang), true),
        Paper::VotingList => {
            writing.printed(&papers::voting_list(&held.sitting, writing.lang), true)
        }
        Paper::Minutes => {
            let minutes = papers::minutes(&held.sitting, &held.entries, writing.lang);
            writing.printed(&minutes.map_err(|_| Failure::None)?, true)
        }
    }
}

/// A file on its way.
struct Writing<'a> {
    held: &'a Held,
    kind: Kind,
    lang: Lang,
    printer: Option<Printer>,
}

impl Writing<'_> {
    fn compendium(&self) -> Result<Written, Failure> {
        let (sitting, entries, lang) = (&self.held.sitting, &self.held.entries, self.lang);
        Ok(self.plain(match self.kind {
            Kind::Xml => akn::write(&recorded(self.held), lang).into_bytes(),
            Kind::Json => engine::json::write(&recorded(self.held).dossier).into_bytes(),
            Kind::Csv => sheet::csv::write(&Table::new(&recorded(self.held), lang)).bytes,
            Kind::Xlsx => sheet::xlsx::write(&Table::new(&recorded(self.held), lang))
                .map_err(|error| Failure::Writer(error.into()))?,
            Kind::Txt => {
                engine::txt::write(&papers::compendium_state(sitting, entries), lang).into_bytes()
            }
            Kind::Pdf | Kind::Docx | Kind::Odt | Kind::Html => {
                let drawn = papers::compendium(sitting, entries, lang, Layout::Columns);
                return self.printed(&drawn, true);
            }
        }))
    }

    fn adopted(&self, changes: bool) -> Result<Written, Failure> {
        let (sitting, entries, lang) = (&self.held.sitting, &self.held.entries, self.lang);
        let texts = self.held.published().map_err(|_| Failure::None)?;
        if texts.parts.is_empty() {
            return Err(Failure::None);
        }
        let origins =
            |lang: Lang| papers::origins(sitting, entries, texts, &Templates::shipped(lang));
        Ok(self.plain(match self.kind {
            Kind::Json => {
                let value = report::published(&sitting.state, &texts.adopted, &origins);
                format!("{value:#}\n").into_bytes()
            }
            Kind::Xml => {
                let (state, text) = (&sitting.state, &texts.adopted);
                akn::write_published(state, text, &origins(lang), lang, changes).into_bytes()
            }
            _ => {
                let templates = Templates::shipped(lang);
                let drawn = papers::adopted(sitting, entries, texts, changes, &templates);
                // An adopted text goes on being edited and has its words as they are.
                return self.printed(&drawn, false);
            }
        }))
    }

    fn printed(&self, document: &Document, typeset: bool) -> Result<Written, Failure> {
        if self.kind == Kind::Txt {
            return Ok(self.plain(document::plain::write(document).into_bytes()));
        }
        let set = if typeset { document.typeset() } else { document.clone() };
        Ok(self.plain(match self.kind {
            Kind::Pdf => return self.pages(&set),
            Kind::Docx => {
                office::docx::write(&set, None).map_err(|error| Failure::Writer(error.into()))?
            }
            Kind::Odt => {
                office::odt::write(&set, None).map_err(|error| Failure::Writer(error.into()))?
            }
            Kind::Html => html::write(&set).into_bytes(),
            Kind::Txt | Kind::Xml | Kind::Json | Kind::Xlsx | Kind::Csv => {
                return Err(Failure::None);
            }
        }))
    }

    /// As PDF; several volumes are packed together.
    fn pages(&self, document: &Document) -> Result<Written, Failure> {
        let print = self.printer.ok_or(Failure::None)?;
        let mut volumes = print(document).map_err(Failure::Writer)?;
        if volumes.len() < 2 {
            return volumes.pop().map(|bytes| self.plain(bytes)).ok_or(Failure::None);
        }
        let failed = |error: zip::result::ZipError| Failure::Writer(error.into());
        let mut package = ZipWriter::new(Cursor::new(Vec::new()));
        // They are packed already.
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Stored)
            .last_modified_time(DateTime::DEFAULT);
        for (at, volume) in volumes.iter().enumerate() {
            package.start_file(format!("{}.pdf", at + 1), options).map_err(failed)?;
            package.write_all(volume).map_err(|error| Failure::Writer(error.into()))?;
        }
        let bytes = package.finish().map_err(failed)?.into_inner();
        Ok(Written { bytes, media: "application/zip", ending: "zip" })
    }

    /// A file of its own kind.
    fn plain(&self, bytes: Vec<u8>) -> Written {
        Written { bytes, media: self.kind.media(), ending: self.kind.ending() }
    }
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
