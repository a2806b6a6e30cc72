//! Why a file is not read at all.

/// Why nothing was read; each says what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// A page beyond [`crate::html`]'s limit.
    #[error(
        "the page has {found} MB, and pages of more than {limit} MB are not read; \
         save each part of it as a page of its own"
    )]
    TooLarge {
        /// Megabytes of the page.
        found: usize,
        /// Megabytes that are read.
        limit: usize,
    },
    /// Blocks within blocks beyond [`crate::html`]'s limit.
    #[error(
        "line {line}: more than {limit} blocks stand one within the other; \
         no page that people read is built so"
    )]
    TooDeep {
        /// 1-based line of the page.
        line: u32,
        /// Blocks that may.
        limit: usize,
    },
    /// More text than any compendium has.
    #[error("more than {limit} million characters of text; no compendium is so long")]
    TooMuchText {
        /// Million characters that are read.
        limit: usize,
    },
    /// A page without a word.
    #[error("no text stands in the page; was it saved with its content?")]
    Empty,
    /// A PDF beyond [`crate::pdf`]'s limit.
    #[error("PDFs of more than {limit} MB are not read; save it without its images")]
    PdfTooLarge {
        /// Megabytes that are read.
        limit: usize,
    },
    /// No PDF that could be read.
    #[error("the PDF is damaged; open it in a viewer and save or print it as a new PDF")]
    PdfDamaged,
    /// A part, or all of them, that unpack to more than any paper needs.
    #[error("the PDF unpacks to more than {limit} MiB; print the paper as a new PDF")]
    PdfExpands {
        /// MiB that are read.
        limit: usize,
    },
    /// Objects within objects.
    #[error(
        "more than {limit} objects of the PDF stand one within the other; print the paper as a new PDF"
    )]
    PdfTooDeep {
        /// Objects that may.
        limit: usize,
    },
    /// More steps than any paper takes.
    #[error("the PDF leads in circles or takes too long to read; print the paper as a new PDF")]
    PdfTooLong,
    /// A password is needed.
    #[error("the PDF is encrypted; save it without a password")]
    Encrypted,
    /// More pages than any paper has.
    #[error(
        "the PDF has {found} pages, and more than {limit} are not read; take out those you need"
    )]
    TooManyPages {
        /// Pages of the file.
        found: usize,
        /// Pages that are read.
        limit: usize,
    },
    /// More glyphs than a page can hold.
    #[error("page {page}: more than {limit} characters; no page that people read has so many")]
    TooManyGlyphs {
        /// 1-based.
        page: u32,
        /// Glyphs that are read.
        limit: usize,
    },
    /// Pages that are pictures.
    #[error("no text, only pictures, on page {pages}; have a program for OCR add the text first")]
    Scanned {
        /// The pages, listed.
        pages: String,
    },
    /// Glyphs without a meaning.
    #[error(
        "page {page}: the font does not say what {glyphs} of its signs mean; print the paper anew from its source, \
         or have a program for OCR read it"
    )]
    NoUnicode {
        /// 1-based.
        page: u32,
        /// How many.
        glyphs: usize,
    },
    /// No page has a word.
    #[error("no text stands on the pages")]
    PdfEmpty,
    /// The text has not the characters of the pages.
    #[error(
        "the order of the words could not be made out without losing some; please report the file"
    )]
    Unsound,
    /// More than two columns.
    #[error(
        "page {page} has three columns or more; only the draft with its amendments beside it is read"
    )]
    ThreeColumns {
        /// The page, from 1.
        page: u32,
    },
}
