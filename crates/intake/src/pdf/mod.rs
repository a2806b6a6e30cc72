//! Compendia in PDF, from where the words stand on the pages.
//!
//! ```text
//! glyphs ─► words ─► baselines ─► furniture off ─► gutter ─► rows ─► paragraphs ─► Extracted
//! ```
//!
//! A PDF says of each glyph what it means and where it stands, and nothing that could be relied on
//! about the order. A compendium in two columns therefore is read as a table is: paragraph of the
//! draft, then the amendments beside it, then the next paragraph.
//!
//! At the end all characters of the text are counted against those of the pages: a paper of which
//! a glyph was lost or taken twice is refused.

mod columns;
mod flow;
mod furniture;
mod glyphs;
mod guard;
mod rows;
mod words;

use crate::error::Error;
use crate::lines::{Extracted, Line, Lines, NoteKind, Place};
use guard::{Content, Stop, Watched};
use hayro_interpret::InterpreterCache;
use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use instruction::style::{Language, languages};
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

/// Megabytes of a file that are read: scans apart, which are refused, no compendium has a tenth.
const MOST_MEGABYTES: usize = 256;

/// Pages that are read: the largest paper that we print has some 6,000.
const MOST_PAGES: usize = 20_000;

/// Glyphs of a file that are read: as many as bytes of text.
const MOST_ALL: usize = 32_000_000;

/// Lines that speak for a gutter beyond doubt.
const SURE: usize = 12;

/// Depth of an indent in points.
const INDENT: f64 = 8.0;

/// Reads the text of a PDF.
///
/// # Errors
/// Files that are damaged or encrypted, scans without text, fonts that do not say what their glyphs
/// mean, and papers beyond the limits.
pub fn pdf(bytes: &[u8]) -> Result<Extracted, Error> {
    if bytes.len() > MOST_MEGABYTES * 1_000_000 {
        return Err(Error::PdfTooLarge { limit: MOST_MEGABYTES });
    }
    // The interpreter is of another hand and reads what anybody sends; should it fail an assertion
    // of its own on a damaged file, that is a damaged file. It keeps nothing between two calls.
    let read = catch_unwind(AssertUnwindSafe(|| read(bytes)));
    read.unwrap_or_else(|failed| {
        Err(failed.downcast::<Stop>().map_or(Error::PdfDamaged, |stop| stop.0))
    })
}

fn read(bytes: &[u8]) -> Result<Extracted, Error> {
    // A search for objects in what is none takes long.
    if !bytes[..bytes.len().min(1024)].windows(5).any(|five| five == b"%PDF-") {
        return Err(Error::PdfDamaged);
    }
    guard::admit(bytes)?;
    let pdf = Pdf::new(Arc::new(Watched::new(bytes))).map_err(refused)?;
    let count = pdf.pages().len();
    if count > MOST_PAGES {
        return Err(Error::TooManyPages { found: count, limit: MOST_PAGES });
    }
    let mut paper = Paper::default();
    let cache = InterpreterCache::new();
    if !guard::has_all_pages(&pdf) {
        return Err(Error::PdfDamaged);
    }
    guard::counted(pdf.pages())?;
    let mut content = Content::default();
    for (page, number) in pdf.pages().iter().zip(1..) {
        content.add(page)?;
        paper.add(glyphs::see(&pdf, page, number, &cache), number)?;
    }
    paper.finish()
}

fn refused(error: LoadPdfError) -> Error {
    match error {
        LoadPdfError::Decryption(DecryptionError::InvalidEncryption) | LoadPdfError::Invalid => {
            Error::PdfDamaged
        }
        LoadPdfError::Decryption(_) => Error::Encrypted,
    }
}

/// How often each character stands somewhere, signs aside that lines are parted and led with.
type Count = BTreeMap<char, usize>;

fn count(text: &str, into: &mut Count) {
    let counted = |c: &char| {
        !c.is_whitespace()
            && !matches!(c, '\u{ad}' | '\u{2010}' | '-' | '^' | '.' | '·' | '…' | '\\')
    };
    for c in text.chars().filter(counted) {
        *into.entry(c).or_default() += 1;
    }
}

/// The pages as they are taken in.
#[derive(Default)]
struct Paper {
    pages: Vec<Vec<Vec<words::Word>>>,
    glyphs: usize,
    /// Pages with images and without a word.
    scanned: Vec<u32>,
    out: Lines,
    seen: Count,
}

impl Paper {
    fn add(&mut self, seen: glyphs::Seen, page: u32) -> Result<(), Error> {
        if seen.unknown > 0 {
            return Err(Error::NoUnicode { page, glyphs: seen.unknown });
        }
        self.glyphs += seen.glyphs.len();
        if self.glyphs > MOST_ALL {
            return Err(Error::TooMuchText { limit: MOST_ALL / 1_000_000 });
        }
        if seen.rotated > 0 {
            self.out.note(NoteKind::Rotated, Place { page, line: 0 });
        }
        if seen.glyphs.is_empty() && seen.images {
            self.scanned.push(page);
        }
        let words = words::words(&seen.glyphs);
        words.iter().for_each(|word| count(&word.text, &mut self.seen));
        self.pages.push(words::baselines(words));
        Ok(())
    }

    fn finish(mut self) -> Result<Extracted, Error> {
        if !self.scanned.is_empty() {
            return Err(Error::Scanned { pages: listed(&self.scanned) });
        }
        if self.glyphs == 0 {
            return Err(Error::PdfEmpty);
        }
        let mut kept = Count::new();
        for (words, page) in furniture::remove(&mut self.pages).iter().zip(1..) {
            words.iter().for_each(|word| count(&word.text, &mut kept));
            if !words.is_empty() {
                self.out.note(NoteKind::Furniture, Place { page, line: 0 });
            }
        }
        let stretches = stretches(self.pages);
        if let Some(page) = third_column(&stretches) {
            return Err(Error::ThreeColumns { page });
        }
        let parts = rows::parts(&stretches);
        let measures = flow::Measures::of(parts.iter().flat_map(rows::Part::cells));
        let (parts, heads) = rows::part_rows(parts, &measures);
        for head in &heads {
            count(&head.text, &mut kept);
            self.out.note(NoteKind::Furniture, Place { page: head.page, line: head.at });
        }
        write(&parts, &measures, &mut kept, &mut self.out)?;
        self.out.lines.iter().for_each(|line| count(&line.text, &mut kept));
        if kept != self.seen {
            return Err(Error::Unsound);
        }
        Ok(self.out.finish())
    }
}

/// Each page in stretches, by its own gutter or, where few lines speak for it, by that of the page
/// before: a date and a page number at the right margin make no column.
fn stretches(pages: Vec<Vec<Vec<words::Word>>>) -> Vec<Vec<columns::Stretch>> {
    let own: Vec<_> = pages.iter().map(|page| columns::gutter(page)).collect();
    let best = own.iter().flatten().map(|(_, lines)| *lines).max().unwrap_or(0);
    let sure = |(gutter, lines)| (lines >= best.min(SURE)).then_some(gutter);
    let own: Vec<_> = own.into_iter().map(|own| own.and_then(sure)).collect();
    let mut last = own.iter().flatten().next().copied();
    let mut out: Vec<Vec<columns::Stretch>> = Vec::new();
    for (page, own) in pages.into_iter().zip(own) {
        last = own.or(last);
        let goes_on = out.last().and_then(|before| before.last());
        let goes_on = goes_on.is_some_and(|stretch| matches!(stretch, columns::Stretch::Two(..)));
        out.push(columns::stretches(page, last, goes_on));
    }
    out
}

/// The first page (from 1) on which one of two columns has a gutter of its own: what stands left and
/// right of that one would be read as one line.
fn third_column(pages: &[Vec<columns::Stretch>]) -> Option<u32> {
    let parted =
        |lines: &[Vec<words::Word>]| columns::gutter(lines).is_some_and(|(_, sure)| sure >= SURE);
    let is_parted = |stretch: &columns::Stretch| match stretch {
        columns::Stretch::Whole(_) => false,
        columns::Stretch::Two(left, right) => parted(left) || parted(right),
    };
    (1..).zip(pages).find(|(_, page)| page.iter().any(is_parted)).map(|(page, _)| page)
}

fn write(
    parts: &[rows::Part],
    measures: &flow::Measures,
    kept: &mut Count,
    out: &mut Lines,
) -> Result<(), Error> {
    let cells = || parts.iter().flat_map(rows::Part::cells);
    let known = flow::known(cells().flat_map(|(_, lines)| lines));
    let mut left: BTreeMap<u8, f64> = BTreeMap::new();
    for (column, line) in cells().flat_map(|(column, lines)| lines.iter().map(move |l| (column, l)))
    {
        let edge = left.entry(column).or_insert(line.x.0);
        *edge = edge.min(line.x.0);
    }
    // Whether this is the part of the amendments without a place.
    let mut behind = false;
    for (column, lines) in cells() {
        let mut note = |kind, place| out.note(kind, place);
        let paragraphs = flow::paragraphs(column, lines, measures, &known, &mut note);
        let edge = left.get(&column).copied().unwrap_or(0.0);
        for paragraph in paragraphs {
            // Only the draft has levels.
            let depth = if column == 2 { 0.0 } else { ((paragraph.x - edge) / INDENT).round() };
            let depth = depth.clamp(0.0, 32.0) as u16;
            let text = paragraph.text.trim().to_owned();
            if languages().iter().any(|language| text == language.printed.without_place) {
                behind = true;
            } else if behind && languages().iter().any(|language| is_reason(&text, language)) {
                count(&text, kept);
                out.note(NoteKind::Furniture, paragraph.place);
                continue;
            }
            out.push(Line { text, place: paragraph.place, fresh: true, depth })?;
        }
    }
    Ok(())
}

/// Whether a line is the reason, computed by us, why an amendment has no place: no part of it.
fn is_reason(text: &str, language: &Language) -> bool {
    let behind = text.strip_prefix(language.printed.reason);
    behind.is_some_and(|behind| behind.trim_start().starts_with(':'))
}

/// "2, 3 and 7 more" of page numbers.
fn listed(pages: &[u32]) -> String {
    let shown: Vec<String> = pages.iter().take(8).map(u32::to_string).collect();
    match pages.len().saturating_sub(8) {
        0 => shown.join(", "),
        more => format!("{} and {more} more", shown.join(", ")),
    }
}
