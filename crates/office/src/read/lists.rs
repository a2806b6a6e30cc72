//! Automatic numbers: the lists of a document, and the label that each paragraph of them has.
//!
//! ```text
//! level 0  "%1."      7.
//! level 1  "%1.%2."   7.1.     a level starts again when one above it goes on
//! level 2  "(%3)"     (a)      its own number only: cited 7.1.a
//! ```
//!
//! Labels depend on which paragraphs there are, and so on whether changes are accepted or rejected: they
//! are worked out for each view.

use super::flow::Listed;
use std::collections::{BTreeMap, BTreeSet};

/// Levels of a list.
pub const LEVELS: usize = 10;

/// How lists look.
#[derive(Clone, Debug, Default)]
pub struct Lists {
    /// The levels of each.
    pub definitions: Vec<Definition>,
}

/// How one list looks.
#[derive(Clone, Debug, Default)]
pub struct Definition {
    /// Its levels, the outermost first.
    pub levels: Vec<Level>,
    /// The number that a level starts with when this list first uses it, whatever was counted before.
    pub overrides: BTreeMap<u8, u32>,
}

/// One level of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Level {
    /// The first number.
    pub start: u32,
    /// How numbers are written.
    pub format: Format,
    /// The label, `%1` standing for the number of the outermost level.
    pub label: String,
    /// Starts again only when this level or one above it goes on (from 0); `None`: any above it.
    pub restart: Option<u8>,
    /// Never starts again.
    pub never: bool,
    /// All numbers in it are written in digits.
    pub digits: bool,
}

/// How the numbers of a level are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// 1, 2, 3.
    #[default]
    Decimal,
    /// a, b, c; then aa, bb.
    Lower,
    /// A, B, C; then AA, BB.
    Upper,
    /// a, b, c; then aa, ab.
    LowerOn,
    /// A, B, C; then AA, AB.
    UpperOn,
    /// i, ii, iii.
    LowerRoman,
    /// I, II, III.
    UpperRoman,
    /// A sign for each item.
    Bullet,
    /// Nothing.
    None,
}

/// The label of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// As printed: "7.1.", "(a)".
    pub printed: String,
    /// How the number of its own level is written.
    pub format: Format,
    /// The number of its own level.
    pub number: u32,
    /// From 0.
    pub level: u8,
    /// What counts.
    pub counter: usize,
}

/// Counts through the paragraphs of a document.
#[derive(Debug)]
pub struct Counting<'a> {
    lists: &'a Lists,
    counters: BTreeMap<usize, [Option<u32>; LEVELS]>,
    begun: BTreeSet<(usize, u8)>,
}

impl<'a> Counting<'a> {
    /// Before the first paragraph.
    pub fn new(lists: &'a Lists) -> Self {
        Self { lists, counters: BTreeMap::new(), begun: BTreeSet::new() }
    }

    /// Counts a paragraph; `None` where its list has no label for it.
    pub fn next(&mut self, listed: &Listed) -> Option<Label> {
        let definition = self.lists.definitions.get(listed.definition)?;
        let level = definition.levels.get(usize::from(listed.level))?;
        let counts = self.counters.entry(listed.counter).or_default();
        let own = usize::from(listed.level).min(LEVELS - 1);
        let first = self.begun.insert((listed.definition, listed.level));
        let over = definition.overrides.get(&listed.level).filter(|_| first).copied();
        let number = match (listed.start.or(over), counts[own]) {
            (Some(start), _) => start,
            (None, Some(last)) => last.saturating_add(1),
            (None, None) => level.start,
        };
        counts[own] = Some(number);
        for (deeper, count) in counts.iter_mut().enumerate().skip(own + 1) {
            let found = definition.levels.get(deeper);
            let restart = found.and_then(|level| level.restart);
            let never = found.is_some_and(|level| level.never);
            if !never && restart.is_none_or(|above| own <= usize::from(above)) {
                *count = None;
            }
        }
        // A level that was never counted is shown with its first number, and counted on from there.
        for (above, count) in counts.iter_mut().enumerate().take(own) {
            let start = definition.levels.get(above).map_or(1, |level| level.start);
            count.get_or_insert(start);
        }
        if level.format == Format::None
            && !level.label.contains('%')
            && level.label.trim().is_empty()
        {
            return None;
        }
        let printed = printed(level, definition, counts);
        let (level, format) = (listed.level, level.format);
        Some(Label { printed, format, number, level, counter: listed.counter })
    }
}

fn printed(level: &Level, definition: &Definition, counts: &[Option<u32>; LEVELS]) -> String {
    if level.format == Format::Bullet {
        return level.label.clone();
    }
    let mut printed = String::new();
    let mut signs = level.label.chars().peekable();
    while let Some(sign) = signs.next() {
        let cited = signs.peek().and_then(|next| next.to_digit(10)).filter(|_| sign == '%');
        // `%0` stands for the tenth.
        let Some(cited) = cited.map(|cited| (cited as usize + LEVELS - 1) % LEVELS) else {
            printed.push(sign);
            continue;
        };
        signs.next();
        let count = counts.get(cited).copied().flatten();
        let of = definition.levels.get(cited);
        let (Some(count), Some(of)) = (count, of) else { continue };
        let format = if level.digits { Format::Decimal } else { of.format };
        printed.push_str(&written(count, format));
    }
    printed
}

/// A number as this format writes it.
pub fn written(number: u32, format: Format) -> String {
    match format {
        Format::Decimal => number.to_string(),
        Format::Lower => letters(number, b'a'),
        Format::Upper => letters(number, b'A'),
        Format::LowerOn => columns(number).to_lowercase(),
        Format::UpperOn => columns(number),
        Format::LowerRoman => roman(number).to_lowercase(),
        Format::UpperRoman => roman(number),
        Format::Bullet | Format::None => String::new(),
    }
}

/// a to z, then aa to zz, as word processors count.
fn letters(number: u32, first: u8) -> String {
    let Some(before) = number.checked_sub(1) else { return number.to_string() };
    let times = before / 26 + 1;
    // Beyond some hundreds nobody counts in letters.
    if times > 30 {
        return number.to_string();
    }
    let letter = char::from(first + (before % 26) as u8);
    std::iter::repeat_n(letter, times as usize).collect()
}

/// A to Z, then AA, AB, as the columns of a spreadsheet are named.
fn columns(number: u32) -> String {
    let (mut left, mut signs) = (number, Vec::new());
    while let Some(before) = left.checked_sub(1) {
        signs.push(char::from(b'A' + (before % 26) as u8));
        left = before / 26;
    }
    if signs.is_empty() {
        return number.to_string();
    }
    signs.into_iter().rev().collect()
}

fn roman(number: u32) -> String {
    match (1..4000).contains(&number) {
        true => text::roman(number),
        false => number.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(levels: &[(&str, Format)]) -> Lists {
        let level = |(label, format): &(&str, Format)| Level {
            start: 1,
            format: *format,
            label: (*label).to_owned(),
            ..Level::default()
        };
        let levels = levels.iter().map(level).collect();
        Lists { definitions: vec![Definition { levels, ..Definition::default() }] }
    }

    fn labels(lists: &Lists, levels: &[u8]) -> Vec<String> {
        let mut counting = Counting::new(lists);
        let listed = |level: &u8| Listed { counter: 0, definition: 0, level: *level, start: None };
        levels.iter().filter_map(|level| counting.next(&listed(level))).map(|l| l.printed).collect()
    }

    #[test]
    fn levels_start_again_below_one_that_goes_on() {
        let lists =
            list(&[("%1.", Format::Decimal), ("%1.%2.", Format::Decimal), ("(%3)", Format::Lower)]);
        let found = labels(&lists, &[0, 1, 1, 2, 2, 1, 0, 1]);
        assert_eq!(found, ["1.", "1.1.", "1.2.", "(a)", "(b)", "1.3.", "2.", "2.1."]);
    }

    #[test]
    fn a_level_may_say_that_it_goes_on() {
        let mut lists = list(&[("%1.", Format::Decimal), ("%2)", Format::Lower)]);
        lists.definitions[0].levels[1].never = true;
        assert_eq!(labels(&lists, &[0, 1, 0, 1]), ["1.", "a)", "2.", "b)"]);
    }

    #[test]
    fn numbers_in_letters_and_in_roman() {
        assert_eq!(written(27, Format::Lower), "aa");
        assert_eq!(written(28, Format::LowerOn), "ab");
        assert_eq!(written(26 * 27 + 1, Format::UpperOn), "AAA");
        assert_eq!(written(4, Format::UpperRoman), "IV");
        assert_eq!(written(1999, Format::LowerRoman), "mcmxcix");
        assert_eq!(written(0, Format::Lower), "0");
    }
}
