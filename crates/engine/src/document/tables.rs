//! Rows that print as one table, and what its head says.
//!
//! A table for each provision with amendments, so that its head says which provision and which
//! amendments wherever a page breaks it, and so that no table grows with the dossier. Neighbouring
//! provisions without amendments share one.

use super::terms::first;
use super::{Heads, Role, Row, Section};
use instruction::style::Labels;
use std::ops::Range;

/// Above this many rows a run of provisions without amendments goes on in a further table.
const ROWS: usize = 40;

/// Above this many numbers a head leaves the middle ones out.
const NUMBERS: usize = 12;

/// Marks the rows that open a table, in a section with two columns.
pub(super) fn open(section: &mut Section, labels: &Labels) {
    let Some(columns) = section.columns.clone() else { return };
    for table in tables(&section.rows) {
        let heads = heads(&section.rows[table.clone()], &columns, labels);
        section.rows[table.start].heads = Some(heads);
    }
}

fn tables(rows: &[Row]) -> Vec<Range<usize>> {
    let mut tables: Vec<Range<usize>> = Vec::new();
    for unit in units(rows) {
        match tables.last_mut() {
            Some(last) if joins(rows, last, &unit) => last.end = unit.end,
            _ => tables.push(unit),
        }
    }
    tables
}

/// Provisions of the first level, each with all that stands in it; the title.
fn units(rows: &[Row]) -> Vec<Range<usize>> {
    let begins = |at: &usize| *at == 0 || rows.get(*at).is_some_and(begins_unit);
    let starts: Vec<usize> = (0..rows.len()).filter(begins).collect();
    let end = |at: usize| starts.get(at + 1).copied().unwrap_or(rows.len());
    starts.iter().enumerate().map(|(at, &start)| start..end(at)).collect()
}

fn begins_unit(row: &Row) -> bool {
    row.text
        .as_ref()
        .is_none_or(|text| text.role == Role::Title || (text.depth == 0 && !text.number.is_empty()))
}

fn joins(rows: &[Row], table: &Range<usize>, unit: &Range<usize>) -> bool {
    let bare = |range: &Range<usize>| rows[range.clone()].iter().all(|r| r.amendments.is_empty());
    unit.end - table.start <= ROWS && bare(table) && bare(unit)
}

/// "Draft resolution, paragraph 7" and "Amendments 4, 6"; without amendments the bare words.
fn heads(rows: &[Row], columns: &(String, String), labels: &Labels) -> Heads {
    let numbers: Vec<&str> =
        rows.iter().flat_map(|row| &row.amendments).map(|block| block.number.as_str()).collect();
    let right = match numbers.as_slice() {
        [] => columns.1.clone(),
        [one] => format!("{} {one}", first(labels.amendment)),
        several => format!("{} {}", columns.1, listed(several)),
    };
    let unit = rows.first().filter(|_| !numbers.is_empty()).and_then(|row| unit(row, labels));
    let left = match unit {
        Some(unit) => format!("{}, {unit}", columns.0),
        None => columns.0.clone(),
    };
    Heads { text: left, amendments: right }
}

fn listed(numbers: &[&str]) -> String {
    if numbers.len() <= NUMBERS {
        return numbers.join(", ");
    }
    let (begin, end) = (&numbers[..NUMBERS - 1], numbers[numbers.len() - 1]);
    format!("{} … {end}", begin.join(", "))
}

/// "paragraph 7", "title"; `None` for text without a number.
fn unit(row: &Row, labels: &Labels) -> Option<String> {
    let text = row.text.as_ref()?;
    if text.role == Role::Title {
        return Some(first(labels.title).to_lowercase());
    }
    let number: String = text.number.iter().map(|run| run.text.as_str()).collect();
    let number = number.trim_end_matches('.');
    (!number.is_empty()).then(|| format!("{} {number}", first(labels.units)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{AmendmentBlock, Paragraph, Run};
    use instruction::style::language;
    use text::Lang;

    fn row(number: &str, depth: u32, amendments: &[&str]) -> Row {
        let number = if number.is_empty() { vec![] } else { vec![Run::plain(number)] };
        let text = Paragraph { number, depth, ..Paragraph::default() };
        let block = |number: &&str| AmendmentBlock { number: (*number).into(), ..<_>::default() };
        let amendments = amendments.iter().map(block).collect();
        Row { text: Some(text), amendments, ..Row::default() }
    }

    /// Where tables begin, and their heads.
    fn opened(rows: Vec<Row>) -> Vec<(usize, String)> {
        let columns = Some(("Draft resolution".into(), "Amendments".into()));
        let (id, heading) = (String::new(), String::new());
        let mut section = Section { id, heading, columns, rows, ..Section::default() };
        open(&mut section, &language(Lang::EN).expect("registered").labels);
        let heads =
            |row: &Row| row.heads.as_ref().map(|h| format!("{} | {}", h.text, h.amendments));
        let rows = section.rows.iter().enumerate();
        rows.filter_map(|(at, row)| Some((at, heads(row)?))).collect()
    }

    #[test]
    fn a_table_for_each_provision_with_amendments() {
        let rows = vec![
            row("1.", 0, &["4", "6"]),
            row("1.1.", 1, &["5"]),
            row("2.", 0, &[]),
            row("2.1.", 1, &[]),
            row("3.", 0, &[]),
            row("4.", 0, &["7"]),
            row("", 0, &[]),
        ];
        let expected = [
            (0, "Draft resolution, paragraph 1 | Amendments 4, 6, 5".to_owned()),
            (2, "Draft resolution | Amendments".to_owned()),
            (5, "Draft resolution, paragraph 4 | Amendment 7".to_owned()),
        ];
        assert_eq!(opened(rows), expected);
    }

    #[test]
    fn no_table_grows_with_the_dossier() {
        let rows = (1..=100).map(|number| row(&format!("{number}."), 0, &[])).collect();
        let starts: Vec<usize> = opened(rows).into_iter().map(|(at, _)| at).collect();
        assert_eq!(starts, [0, 40, 80]);
    }

    #[test]
    fn a_long_list_of_numbers_is_cut() {
        let numbers: Vec<String> = (1..=30).map(|number| number.to_string()).collect();
        let numbers: Vec<&str> = numbers.iter().map(String::as_str).collect();
        assert_eq!(listed(&numbers), "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 … 30");
    }
}
