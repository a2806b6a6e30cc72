//! The table of `check`: one amendment a row, in calling order, within 80 columns.

use crate::diagnostics::WIDTH;
use engine::State;
use engine::report::Options;
use engine::words::{self, Args};
use instruction::{Locator, Operation};
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

/// The place by its name, and the operation in a word.
fn place(state: &State, at: usize, lang: Lang) -> (String, String) {
    let say = |id| words::say(lang, id, &Args::new());
    if !engine::report::executable(state, at) {
        return (String::new(), say("unexecutable"));
    }
    let Some((worked, version)) = shown(state, at, lang) else {
        return (String::new(), say("unexecutable"));
    };
    let operations = match (&worked.placed, &worked.written) {
        (Some(placed), _) => placed.operations.iter().map(|o| words::operation(o, lang)).collect(),
        (None, Some(written)) => {
            written.operations.iter().map(|o| words::operation(o, lang)).collect()
        }
        (None, None) => Vec::new(),
    };
    let language = instruction::style::language(version.lang);
    let first = worked.placed.as_ref().and_then(|placed| placed.operations.first());
    let place = match (first, language) {
        (Some(first), Some(language)) => {
            let mut name = instruction::place_name(first.at(), &version.index, language);
            if name.is_empty() {
                name = words::object(first.at(), &version.index, lang);
            }
            part(version, first.at().part) + &name
        }
        _ => in_amendment(state, at, worked, version.lang, lang),
    };
    let more = if operations.len() > 1 { format!(" +{}", operations.len() - 1) } else { "".into() };
    (place, operations.into_iter().next().unwrap_or_default() + &more)
}

/// The place of a sub-amendment, which lies in the wording of its amendment.
///
/// `written` is the language of the wording, `lang` that of the table.
fn in_amendment(
    state: &State,
    at: usize,
    worked: &engine::state::Worked,
    written: Lang,
    lang: Lang,
) -> String {
    let Some(parent) = state.parent(at) else { return String::new() };
    let parent = words::named(state, parent, false, lang);
    let first = worked.written.as_ref().and_then(|written| written.operations.first());
    match first.and_then(|first| cited(first, written)) {
        Some(place) => format!("{parent}, {place}"),
        None => parent,
    }
}

/// The place of an operation as its author cited it, in the language of the wording.
pub fn cited(operation: &Operation<Locator>, lang: Lang) -> Option<String> {
    let name = instruction::cited_name(operation, instruction::style::language(lang)?);
    (!name.is_empty()).then_some(name)
}

/// "B " before a place, where the dossier has more than one draft text.
fn part(version: &engine::Version, part: u32) -> String {
    let parts = &version.draft.parts;
    let letter = parts.get(part as usize).filter(|_| parts.len() > 1);
    letter.map(|part| format!("{} ", part.letter)).unwrap_or_default()
}

/// An amendment as worked out in this language, or in its first.
pub fn shown(
    state: &State,
    at: usize,
    lang: Lang,
) -> Option<(&engine::state::Worked, &engine::Version)> {
    let texts = &state.dossier.amendments.get(at)?.texts;
    let text = texts.iter().position(|text| text.lang == lang).unwrap_or(0);
    let version = state.dossier.version(texts.get(text)?.lang)?;
    Some((state.worked.get(at)?.get(text)?, version))
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

fn wide(text: &str) -> usize {
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
fn broken(cell: &str, width: usize) -> Vec<String> {
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
