//! The words of a drawn document without changes, paragraph by paragraph from top to bottom: what a
//! word processor must show. It is worked out from the drawing, not from what the writers share.

use engine::document::{AmendmentBlock, Document, Paragraph, Role, Run, Terms};

/// A paragraph: the name of its style in DOCX, and its words.
pub type Line = (String, String);

/// All paragraphs; of a table the heads, then row by row the left cell and the right one.
pub fn lines(document: &Document) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut push = |style: &str, words: String| lines.push((style.to_owned(), words));
    let head = &document.head;
    let tab = if head.date.is_empty() { "" } else { "\t" };
    let first = if head.reference.is_empty() { &head.kind } else { &head.reference };
    push("Document Reference", format!("{first}{tab}{}", head.date));
    if !head.reference.is_empty() {
        push("Document Kind", head.kind.clone());
    }
    let title = runs(&head.title);
    if !title.is_empty() {
        push("Title", title);
    }
    if !head.edition.is_empty() {
        push("Edition", format!("({})", head.edition));
    }
    if !document.contents.is_empty() {
        push("Contents Title", document.terms.contents.clone());
    }
    for entry in &document.contents {
        push(&format!("Contents Entry {}", entry.level + 1), entry.text.clone());
    }
    for section in &document.sections {
        lines.push(("heading 1".into(), section.heading.clone()));
        let (mut tables, mut in_table) = (0, false);
        for row in &section.rows {
            if let Some(heads) = &row.heads {
                if tables > 0 {
                    lines.push(gap());
                }
                for head in [&heads.text, &heads.amendments] {
                    lines.push(("Column Heading".into(), head.clone()));
                }
                (tables, in_table) = (tables + 1, true);
            }
            let left = row.text.as_ref().map(paragraph);
            // A cell without words has an empty paragraph.
            lines.extend(left.or(in_table.then(empty)));
            if row.amendments.is_empty() && in_table {
                lines.push(empty());
            }
            for (at, block) in row.amendments.iter().enumerate() {
                amendments(block, &document.terms, in_table && at > 0, in_table, &mut lines);
            }
        }
        if in_table && std::ptr::eq(section, document.sections.last().expect("this one")) {
            lines.push(gap());
        }
    }
    lines
}

fn gap() -> Line {
    ("Table Gap".into(), String::new())
}

fn empty() -> Line {
    ("Normal".into(), String::new())
}

/// Sub-amendments, then the amendment; each has a row, and beside all but the first of a piece of the
/// draft stands a cell that belongs to the one above.
fn amendments(
    block: &AmendmentBlock,
    terms: &Terms,
    further: bool,
    in_table: bool,
    lines: &mut Vec<Line>,
) {
    let subs = block.before.iter().map(|sub| ("Sub-amendment Heading", sub));
    for (at, (heading, block)) in subs.chain([("Amendment Heading", block)]).enumerate() {
        if in_table && (further || at > 0) {
            lines.push(empty());
        }
        lines.push((heading.into(), block.heading.clone()));
        amendment(block, terms, lines);
    }
}

fn amendment(block: &AmendmentBlock, terms: &Terms, lines: &mut Vec<Line>) {
    lines.extend(block.notes.iter().map(|note| ("Amendment Note".into(), runs(note))));
    if !block.tabled.is_empty() {
        lines.push(("Tablers".into(), runs(&block.tabled)));
    }
    lines.extend(block.wording.iter().map(paragraph));
    for reason in &block.without_place {
        let words = format!("{}: {}", terms.reason, runs(reason));
        lines.push(("Without Place".into(), words));
    }
    if !block.reasons.is_empty() {
        lines.push(("Explanatory Note Heading".into(), terms.reasons.clone()));
    }
    lines.extend(block.reasons.iter().map(|line| ("Explanatory Note".into(), runs(line))));
}

fn paragraph(paragraph: &Paragraph) -> Line {
    let level = (paragraph.depth + 1).min(9);
    let style = match paragraph.role {
        Role::Title => "Provision Title".into(),
        Role::Opaque => "Preserved Text".into(),
        Role::Instruction => "Wording".into(),
        Role::Quoted => "Quoted Text".into(),
        Role::Heading => "heading 2".into(),
        Role::Provision if paragraph.number.is_empty() => format!("Provision Text {level}"),
        Role::Provision | Role::Alinea => format!("Provision {level}"),
    };
    let (number, words) = (runs(&paragraph.number), runs(&paragraph.content));
    let tab = if number.is_empty() || words.is_empty() { "" } else { "\t" };
    (style, format!("{number}{tab}{words}"))
}

fn runs(runs: &[Run]) -> String {
    assert!(runs.iter().all(|run| run.change.is_none()), "a drawing without changes");
    runs.iter().map(|run| run.text.as_str()).collect()
}

/// Paragraphs as one text, each on a line; an empty one at the very end, where the writers need one
/// behind a table or a change, is left out.
pub fn joined<'a>(lines: impl IntoIterator<Item = &'a str>) -> String {
    let mut joined: String = lines.into_iter().map(|line| format!("{line}\n")).collect();
    if joined.ends_with("\n\n") {
        joined.pop();
    }
    joined
}

/// The words of a document.
pub fn text(document: &Document) -> String {
    joined(lines(document).iter().map(|(_, words)| words.as_str()))
}
