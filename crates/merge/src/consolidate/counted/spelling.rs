//! How the words of new texts are printed, where drafters write them otherwise than the printers of the text.
//!
//! | written | printed | where |
//! |---|---|---|
//! | `Etat` | `État` | everywhere |
//! | `A la fin` | `À la fin` | at the beginning of a sentence |
//! | `œuvre` | `oeuvre` | where the text has `oeuvre`, and no ligature |
//! | `15 000 euros` | `15 000 €` | where the text has `€` behind figures, and nowhere `euros` |
//! | `ministère de l'Intérieur` | `ministère de l'intérieur` | everywhere |
//! | `l'agence de suivi des lacs` | `l'Agence de suivi des lacs` | where the text writes the same words with the capital |
//! | `CHAPITRE IIIBIS` | `Chapitre III bis` | as the heading that a line is |
//!
//! | `L. 4, ` + `L. 5` + `L. 6` | `L. 4, L. 5, L. 6` | a number put behind a comma, into a row of numbers |
//!
//! The words of the text that nobody touched stay as they are.

use crate::consolidate::seams::is_ended;
use crate::consolidate::work::{By, State, WorkBlock, WorkChild, WorkPart};
use source::Span;
use std::collections::BTreeMap;
use std::ops::Range;
use text::{LABEL_SUFFIXES, Spelling, head, is_quoted, unroman};

/// How many words behind a name must be the same for it to be that name.
const COMPANY: usize = 3;

/// Spells what amendments put into a part as the part is spelled.
pub(super) fn spell(part: &mut WorkPart<'_>, spelling: &Spelling) {
    let old: Vec<String> = blocks(part).map(|block| super::old_text(&block.pieces)).collect();
    let mut usage: Option<Usage> = None;
    for child in &mut part.children {
        let WorkChild::Provision(provision) = child else { continue };
        let Some(WorkChild::Block(block)) = provision.children.first_mut() else { continue };
        let came = came(block);
        if came.is_empty() || !block.is_new() {
            continue;
        }
        let usage = usage.get_or_insert_with(|| Usage::new(&old, spelling));
        let text = block.new_text();
        let mut edits = Vec::new();
        for (range, by) in came {
            usage.words(&text, &range, spelling, |span, with| edits.push((span, with, by)));
            if is_listed(&text, &range) {
                edits.push((range.end..range.end, ",".to_owned(), by));
            }
            if range.start == 0 {
                heading(&text, spelling, |span, with| edits.push((span, with, by)));
            }
        }
        edits.sort_by_key(|(span, _, _)| std::cmp::Reverse(span.start));
        for (span, with, by) in edits {
            block.edit(Span::new(span.start, span.end), &with, &[by]);
        }
    }
}

fn blocks<'p, 'a>(part: &'p WorkPart<'a>) -> impl Iterator<Item = &'p WorkBlock<'a>> {
    part.children.iter().filter_map(|child| match child {
        WorkChild::Provision(provision) => match provision.children.first() {
            Some(WorkChild::Block(block)) => Some(block),
            _ => None,
        },
        _ => None,
    })
}

/// Where in the new text of a block words stand that amendments put in, and whose they are.
fn came(block: &WorkBlock<'_>) -> Vec<(Range<usize>, u32)> {
    let (mut at, mut found) = (0, Vec::new());
    for piece in block.pieces.iter().filter(|piece| piece.is_new()) {
        let range = at..at + piece.text.len();
        at = range.end;
        if let State::Inserted(By::Amendment(by)) = piece.state {
            found.push((range, by));
        }
    }
    found
}

/// The words of a text, with where they stand.
fn words_of(text: &str) -> Vec<Range<usize>> {
    let (mut words, mut start) = (Vec::new(), None);
    for (at, c) in text.char_indices() {
        match (start, c.is_alphanumeric()) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                words.push(from..at);
                start = None;
            }
            _ => {}
        }
    }
    words.extend(start.map(|from| from..text.len()));
    words
}

/// What the text shows of its spelling.
struct Usage {
    /// Ligatures that it has not, with their letters.
    ligatures: Vec<(&'static str, &'static str)>,
    /// Units of which it prints the sign.
    units: Vec<(&'static str, &'static str)>,
    /// Words in the company of those behind them, in small letters: whether the first has a capital each time.
    names: BTreeMap<Vec<String>, bool>,
}

impl Usage {
    fn new(old: &[String], spelling: &Spelling) -> Self {
        let has = |what: &str| old.iter().any(|text| text.contains(what));
        let behind_figures = |unit: &str| {
            old.iter().any(|text| text.match_indices(unit).any(|(at, _)| follows_figure(text, at)))
        };
        let ligatures = spelling.ligatures.iter().filter(|(one, _, shown)| has(shown) && !has(one));
        let units = spelling
            .units
            .iter()
            .filter(|(word, sign)| behind_figures(sign) && !behind_figures(word));
        let mut names: BTreeMap<Vec<String>, bool> = BTreeMap::new();
        for text in old {
            let words = words_of(text);
            for company in words.windows(COMPANY + 1) {
                let Some(first) = company.first().filter(|first| !begins(text, first.start)) else {
                    continue;
                };
                let capital = text[first.clone()].starts_with(char::is_uppercase);
                let key = company.iter().map(|word| text[word.clone()].to_lowercase()).collect();
                names.entry(key).and_modify(|all| *all &= capital).or_insert(capital);
            }
        }
        names.retain(|_, capital| *capital);
        Self {
            ligatures: ligatures.map(|(one, letters, _)| (*one, *letters)).collect(),
            units: units.copied().collect(),
            names,
        }
    }

    /// What is to be changed in a stretch of a text.
    fn words(
        &self,
        text: &str,
        range: &Range<usize>,
        spelling: &Spelling,
        mut edit: impl FnMut(Range<usize>, String),
    ) {
        let words = words_of(text);
        for (at, word) in words.iter().enumerate() {
            if word.start < range.start || word.end > range.end {
                continue;
            }
            let own = &text[word.clone()];
            if let Some(with) = self.word(text, &words, at, spelling) {
                edit(word.clone(), with);
                continue;
            }
            for (ligature, letters) in &self.ligatures {
                for (found, _) in own.match_indices(ligature) {
                    let start = word.start + found;
                    edit(start..start + ligature.len(), (*letters).to_owned());
                }
            }
        }
    }

    /// A word as it is printed, where that is otherwise.
    fn word(
        &self,
        text: &str,
        words: &[Range<usize>],
        at: usize,
        spelling: &Spelling,
    ) -> Option<String> {
        let word = words.get(at)?;
        let own = text.get(word.clone())?;
        if let Some((_, printed)) = spelling.words.iter().find(|(written, _)| *written == own) {
            return Some((*printed).to_owned());
        }
        if let Some((_, sign)) = self.units.iter().find(|(unit, _)| *unit == own)
            && follows_figure(text, word.start)
        {
            return Some((*sign).to_owned());
        }
        let [written, printed] = spelling.opening;
        let quoted = text[..word.start].trim_end().ends_with(['"', '«', '“', '„']);
        let opens = begins(text, word.start) && (!quoted || word.start <= head(text));
        if own == written && opens && goes_on_small(&text[word.end..]) {
            return Some(printed.to_owned());
        }
        let first = own.chars().next()?;
        let rest = own.get(first.len_utf8()..)?;
        if first.is_uppercase() && rest.starts_with(char::is_lowercase) {
            let before = words[..at].iter().rev().map(|word| &text[word.clone()]);
            let mut before = before.skip_while(|word| spelling.between.contains(word));
            let apart = words[..at]
                .last()
                .is_some_and(|last| spelling.between.contains(&&text[last.clone()]));
            let office = before.next().is_some_and(|word| spelling.offices.contains(&word));
            return (apart && office).then(|| format!("{}{rest}", first.to_lowercase()));
        }
        let company = words.get(at..=at + COMPANY).filter(|_| first.is_lowercase())?;
        let key: Vec<String> =
            company.iter().map(|word| text[word.clone()].to_lowercase()).collect();
        self.names.contains_key(&key).then(|| format!("{}{rest}", first.to_uppercase()))
    }
}

/// Whether a number stands behind a comma in a row, and the next one follows without a comma: "L. 4, L. 5 L. 6".
fn is_listed(text: &str, range: &Range<usize>) -> bool {
    let own = text.get(range.clone()).unwrap_or("").trim();
    let (before, behind) = (&text[..range.start], &text[range.end..]);
    let next = behind.trim_start();
    let apart = next.len() < behind.len();
    apart && before.trim_end().ends_with(',') && is_number(own) && begins_number(next)
}

/// Whether a text is the number of an article, "L. 12-3", or a number alone, and nothing else.
fn is_number(text: &str) -> bool {
    let sign =
        |c: char| c.is_ascii_digit() || matches!(c, '.' | '-' | '‑' | '°') || c.is_whitespace();
    text.ends_with(|c: char| c.is_ascii_digit() || c == '°')
        && text.chars().all(|c| sign(c) || c.is_ascii_uppercase())
}

/// Whether a text begins with such a number.
fn begins_number(text: &str) -> bool {
    let core = text.trim_start_matches(|c: char| c.is_ascii_uppercase() || c == '.');
    core.trim_start().starts_with(|c: char| c.is_ascii_digit())
}

/// Whether a figure stands before a place, white space between.
fn follows_figure(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or("");
    let core = before.trim_end();
    core.len() < before.len() && core.ends_with(|c: char| c.is_ascii_digit())
}

/// Whether a sentence or a quotation begins at a place: with the words of the text, or behind the end of another.
fn begins(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or("");
    at <= head(text)
        || before.trim_end().ends_with(['"', '«', '“', '„'])
        || before.ends_with(char::is_whitespace) && is_ended(before)
}

/// Whether a space and a small letter follow.
fn goes_on_small(behind: &str) -> bool {
    behind.starts_with(char::is_whitespace) && behind.trim_start().starts_with(char::is_lowercase)
}

/// The heading of a division in capitals, with its number: "CHAPITRE IIIBIS".
fn heading(text: &str, spelling: &Spelling, mut edit: impl FnMut(Range<usize>, String)) {
    let from = if is_quoted(text) { super::opening_len(text) } else { 0 };
    let words: Vec<Range<usize>> =
        words_of(text).into_iter().filter(|word| word.start >= from).collect();
    let Some(first) = words.first() else { return };
    let found = spelling.headings.iter().find(|(written, _)| {
        text[first.start..]
            .strip_prefix(written)
            .is_some_and(|rest| rest.starts_with(char::is_whitespace))
    });
    let Some((written, printed)) = found.filter(|_| first.start == from) else { return };
    let behind = first.start + written.len();
    let small = text[behind..].chars().any(char::is_lowercase);
    let mut rest = words.iter().filter(|word| word.start > behind);
    let Some(number) = rest.next().filter(|_| !small) else { return };
    edit(first.start..behind, (*printed).to_owned());
    let suffix = |word: &str| LABEL_SUFFIXES.iter().find(|known| **known == word.to_lowercase());
    let own = &text[number.clone()];
    let glued = LABEL_SUFFIXES.iter().find(|known| {
        own.strip_suffix(known.to_uppercase().as_str()).is_some_and(|core| unroman(core).is_some())
    });
    if let Some(glued) = glued.filter(|_| unroman(own).is_none()) {
        edit(number.end - glued.len()..number.end, format!(" {glued}"));
    } else if let Some((word, suffix)) =
        rest.next().and_then(|w| Some((w, suffix(&text[w.clone()])?)))
    {
        edit(word.clone(), (*suffix).to_owned());
    }
}
