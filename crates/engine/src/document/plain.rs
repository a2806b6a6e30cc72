//! A drawn adopted text as plain text.
//!
//! ```text
//! 2. The boats are counted [-yearly-]{+twice a year+}[4].
//! ```
//!
//! Changes stand as word diffs print them, followed by the number of their amendment. The form is
//! for reading and for comparing line by line; it is not read back.

use super::{ChangeKind, Document, Paragraph, Role, Run};

/// Writes head and texts, a blank line between paragraphs.
pub fn write(document: &Document) -> String {
    let mut out = String::new();
    let head = &document.head;
    line(&mut out, &document.title);
    for of_head in [&head.date, &head.edition] {
        if !of_head.is_empty() {
            line(&mut out, of_head);
        }
    }
    block(&mut out, &runs(&head.title));
    for section in &document.sections {
        section.over.iter().for_each(|over| block(&mut out, over));
        block(&mut out, &section.heading);
        let mut listed = false;
        for row in &section.rows {
            if let Some(paragraph) = &row.text {
                block(&mut out, &of_paragraph(paragraph));
            }
            if !row.cells.is_empty() {
                if !listed {
                    let heads = section.table.iter().map(|column| column.head.clone());
                    block(&mut out, &cells(heads));
                }
                line(&mut out, &cells(row.cells.iter().map(|cell| runs(cell))));
            }
            listed = !row.cells.is_empty();
        }
    }
    out
}

/// The paragraphs in which this author has changed something, "Amendment 4", each a line.
pub fn changes_by(document: &Document, author: &str) -> Vec<String> {
    let by = |run: &Run| run.change.as_ref().is_some_and(|change| change.author == author);
    let paragraphs = document.sections.iter().flat_map(|section| &section.rows);
    let paragraphs = paragraphs.filter_map(|row| row.text.as_ref());
    let changed = paragraphs.filter(|one| one.number.iter().chain(&one.content).any(by));
    changed.map(of_paragraph).collect()
}

/// A line of a table: its cells with a stroke between them, those at its end left out where they are empty.
fn cells(cells: impl Iterator<Item = String>) -> String {
    let line = cells.collect::<Vec<_>>().join(" | ");
    line.trim_end_matches([' ', '|']).to_owned()
}

fn line(out: &mut String, text: &str) {
    out.push_str(text);
    out.push('\n');
}

fn block(out: &mut String, text: &str) {
    if !text.is_empty() {
        out.push('\n');
        line(out, text);
    }
}

fn of_paragraph(paragraph: &Paragraph) -> String {
    let (number, content) = (runs(&paragraph.number), runs(&paragraph.content));
    let indent = match paragraph.role {
        Role::Provision => "  ".repeat(paragraph.depth as usize),
        _ => String::new(),
    };
    let space = if number.is_empty() || content.is_empty() { "" } else { " " };
    format!("{indent}{number}{space}{content}")
}

fn runs(runs: &[Run]) -> String {
    let mut out = String::new();
    for run in runs {
        let text = if run.raised { format!("^{}", run.text) } else { run.text.clone() };
        let Some(change) = &run.change else {
            out.push_str(&text);
            continue;
        };
        let (open, close) = match change.kind {
            ChangeKind::Inserted => ("{+", "+}"),
            ChangeKind::Deleted => ("[-", "-]"),
        };
        out.extend([open, &text, close]);
        if !change.sign.is_empty() {
            out.extend(["[", &change.sign, "]"]);
        }
    }
    out
}
