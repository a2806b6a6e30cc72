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
}
