//! The table of `check`: one amendment a row, in calling order, within 80 columns.

use crate::diagnostics::WIDTH;
use engine::State;
use engine::report::Options;
use engine::words::{self, Args};
use text::Lang;

/// What the table says of one amendment.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// Rank, number, place, what is done there, and how it stands to others.
    cells: [String; 5],
}

/// The rows in calling order.
pub fn rows(state: &State, options: &Options) -> Vec<Row> {
    let wanted = |at: &usize| options.only.as_ref().is_none_or(|only| only.contains(at));
    let ranked = state.order.iter().enumerate();
    ranked
        .filter(|(_, ranked)| wanted(&ranked.amendment))
        .map(|(rank, ranked)| row(state, rank, ranked.amendment, ranked.certain, options))
        .collect()
}

fn row(state: &State, rank: usize, at: usize, certain: bool, options: &Options) -> Row {
    let cited = state.dossier.amendments.get(at).map(engine::Amendment::cited).unwrap_or_default();
    let mark = if certain { "" } else { "?" };
    let (place, operation) = place(state, at, options.lang);
    Row {
        cells: [
            format!("{}{mark}", rank + 1),
            cited,
            place,
            operation,
            relations(state, at, options),
        ],
    }
}

/// The place of the first operation by its name, and that operation in a word, with the count of
/// those behind it.
fn place(state: &State, at: usize, lang: Lang) -> (String, String) {
    let mut acts = words::acts(state, at, lang).into_iter();
    let Some((place, operation)) = acts.next() else {
        return (String::new(), words::unexecutable(lang));
    };
    let more = acts.len();
    let more = if more > 0 { format!(" +{more}") } else { String::new() };
    (place, operation + &more)
}

fn relations(state: &State, at: usize, options: &Options) -> String {
    let lang = options.lang;
    let cited = |positions: Vec<usize>| {
        let numbers = positions.iter().filter_map(|at| state.dossier.amendments.get(*at));
        numbers.map(engine::Amendment::cited).collect::<Vec<_>>().join(", ")
    };
    if !options.full {
        let count = state.fells_count(at);
        let args = Args::new().number("count", count);
        return if count == 0 { String::new() } else { words::say(lang, "row-fells-count", &args) };
    }
    let lists = [
        ("row-fells", state.fells(at)),
        ("row-falls-with", state.falls_with(at)),
        ("row-identical", state.identical_to(at)),
    ];
    let said = lists
        .into_iter()
        .filter(|(_, list)| !list.is_empty())
        .map(|(id, list)| words::say(lang, id, &Args::new().text("numbers", cited(list))));
    said.collect::<Vec<_>>().join("; ")
}

/// Lays the rows out with their heads; the place and the last column are broken into lines where
/// they are too long.
pub fn table(rows: &[Row], lang: Lang) -> String {
    let head = |id| words::say(lang, id, &Args::new());
    let heads = Row {
        cells: [
            head("row-rank"),
            head("row-number"),
            head("row-place"),
            head("row-operation"),
            head("row-relations"),
        ],
    };
    let widths = widths(&heads, rows);
    let mut text = line(&heads, &widths);
    let rule: usize = widths.iter().sum::<usize>() + 2 * (widths.len() - 1);
    text.extend(std::iter::repeat_n('─', rule.min(WIDTH)));
    text.push('\n');
    for row in rows {
        text.push_str(&line(row, &widths));
    }
    text
}

/// Its width in columns.
pub fn wide(text: &str) -> usize {
    text.chars().count()
}

/// The widths of the columns: as wide as their cells, and where that is too much, the last gives
/// way first, then the place.
fn widths(heads: &Row, rows: &[Row]) -> [usize; 5] {
    let mut widths = heads.cells.each_ref().map(|cell| wide(cell));
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(&row.cells) {
            *width = (*width).max(wide(cell));
        }
    }
    for (column, least) in [(4, 22), (2, 20), (3, 12), (1, 8)] {
        let excess = (widths.iter().sum::<usize>() + 8).saturating_sub(WIDTH);
        widths[column] -= excess.min(widths[column].saturating_sub(least));
    }
    widths
}

fn line(row: &Row, widths: &[usize; 5]) -> String {
    let cells: Vec<Vec<String>> =
        row.cells.iter().zip(widths).map(|(cell, width)| broken(cell, *width)).collect();
    let tall = cells.iter().map(Vec::len).max().unwrap_or(0);
    let mut text = String::new();
    for at in 0..tall {
        let mut printed = String::new();
        for (column, (cell, width)) in cells.iter().zip(widths).enumerate() {
            let words = cell.get(at).map_or("", String::as_str);
            let space = width.saturating_sub(wide(words));
            if column == 0 {
                printed.extend(std::iter::repeat_n(' ', space));
                printed.push_str(words);
            } else {
                printed.push_str("  ");
                printed.push_str(words);
                printed.extend(std::iter::repeat_n(' ', space));
            }
        }
        text.push_str(printed.trim_end());
        text.push('\n');
    }
    text
}

/// A cell in lines of at most `width`, broken between words, and within a word that is too long.
pub fn broken(cell: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in cell.split(' ').filter(|word| !word.is_empty()) {
        let mut word = word.to_owned();
        let last = |lines: &Vec<String>| lines.last().map_or(0, |line| wide(line));
        if last(&lines) > 0 && last(&lines) + 1 + wide(&word) > width {
            lines.push(String::new());
        }
        while wide(&word) > width.max(1) {
            let cut: String = word.chars().take(width.max(1)).collect();
            word = word.chars().skip(width.max(1)).collect();
            if let Some(line) = lines.last_mut() {
                line.push_str(&cut);
            }
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(&word);
        }
    }
    lines
}
