//! Web pages: a compendium as published on the web and saved on disk.
//!
//! # How a page becomes lines
//!
//! The tokens of the page (`html5ever`'s tokenizer, which follows the standard) go through a small
//! machine that knows which elements are open. It keeps no tree: what browsers do with tags that
//! overlap can make a tree a thousand times as large as its page, and a line of text needs only to
//! know where paragraphs begin, what is skipped, and which numbers lists count.
//!
//! ```text
//! <td><p>7.The lamps are lit.</p></td>               7. The lamps are lit.
//! <td><p>Amendment 4</p><p>Tabled by Ms …      ─►    Amendment 4
//!                                                    Tabled by Ms …
//! ```
//!
//! The order of the page is a sound order for tables with the draft on the left and its amendments
//! beside it, whether each provision has a row or the whole draft stands in one.

mod page;
mod tags;

use crate::encoding::decode;
use crate::error::Error;
use crate::lines::{Extracted, NoteKind, Place};
use html5ever::interface::TokenizerResult;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{BufferQueue, Tokenizer, TokenizerOpts};
use page::Page;

/// Million bytes of a page that is read: forty times a compendium of 300 pages with its style.
const LARGEST: usize = 48;

/// Bytes that go to the tokenizer at once, so that a page that is refused is refused early.
const CHUNK: usize = 1 << 16;

/// Takes the text of a compendium from a web page. No other file and no network is touched.
///
/// # Errors
///
/// A page that is too large, too deep, or has no text.
pub fn html(bytes: &[u8]) -> Result<Extracted, Error> {
    if bytes.len() > LARGEST * 1_000_000 {
        return Err(Error::TooLarge { found: bytes.len() / 1_000_000, limit: LARGEST });
    }
    let (text, replaced) = decode(bytes);
    let tokenizer = Tokenizer::new(Page::default(), TokenizerOpts::default());
    let mut rest: &str = &text;
    while !rest.is_empty() {
        let mut end = rest.len().min(CHUNK);
        while !rest.is_char_boundary(end) {
            end += 1;
        }
        let (chunk, behind) = rest.split_at(end);
        rest = behind;
        let queue = BufferQueue::default();
        queue.push_back(StrTendril::from_slice(chunk));
        // Nothing runs, and what the page says of its encoding was heard before.
        while !matches!(tokenizer.feed(&queue), TokenizerResult::Done) {}
        if tokenizer.sink.has_failed() {
            break;
        }
    }
    tokenizer.end();
    let mut lines = tokenizer.sink.finish()?;
    if replaced {
        lines.note(NoteKind::BytesReplaced, Place::default());
    }
    if lines.lines.is_empty() {
        return Err(Error::Empty);
    }
    Ok(lines.finish())
}
