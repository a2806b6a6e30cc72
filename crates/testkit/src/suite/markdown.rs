//! Just enough Markdown: prose, headings and fenced blocks.

use super::Block;

/// A piece of a case file.
#[derive(Debug)]
pub enum Piece<'a> {
    /// One line of prose, its line feed included.
    Prose {
        /// The line.
        text: &'a str,
        /// What it says, where it is a heading.
        heading: Option<&'a str>,
    },
    /// A fenced block.
    Fenced {
        /// The line of its opening fence, 1-based.
        line: usize,
        /// The opening fence with its line feed.
        opening: &'a str,
        /// What it holds.
        block: Block,
        /// The closing fence with its line feed; empty where the file ends first.
        closing: &'a str,
    },
}

/// Cuts a file into its pieces; put together they are the file.
pub fn pieces(file: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut lines = file.split_inclusive('\n').enumerate();
    while let Some((at, line)) = lines.next() {
        let Some(info) = line.strip_prefix("```") else {
            let heading = line.starts_with('#').then(|| line.trim_start_matches('#').trim());
            pieces.push(Piece::Prose { text: line, heading });
            continue;
        };
        let (mut body, mut closing) = (String::new(), "");
        for (_, inner) in lines.by_ref() {
            if inner.starts_with("```") {
                closing = inner;
                break;
            }
            body.push_str(inner);
        }
        let body = body.strip_suffix('\n').unwrap_or(&body).to_owned();
        let (kind, info) = info.trim().split_once(' ').unwrap_or((info.trim(), ""));
        let block = Block { kind: kind.to_owned(), info: info.trim().to_owned(), body };
        pieces.push(Piece::Fenced { line: at + 1, opening: line, block, closing });
    }
    pieces
}
