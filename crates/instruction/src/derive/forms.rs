//! The ways to word one change, the smallest first.

use super::hunks::{Capitals, Hunk, hunks, is_word, tokens};
use super::payload;
use crate::describe::counted;
use crate::style::Language;
use crate::{Edge, Locator, Occurrence, Operation, PayloadUnit, Quote, Sentences, WordsAt};
use source::Span;
use source::fault::{Fault, planted};
use std::ops::Range;
use text::sentences;

/// A quotation is widened by at most so many words on a side.
const WIDEST: usize = 12;

/// One paragraph before and after, and what changed in it.
pub(super) struct Words<'a> {
    old: &'a str,
    new: &'a str,
    home: &'a Locator,
    /// Sentences of the old text.
    sentences: Vec<Span>,
    hunks: Vec<Hunk>,
    /// Words of the old text, without marks and spaces.
    words: Vec<Range<usize>>,
}

impl<'a> Words<'a> {
    pub fn new(
        (old, new): (&'a str, &'a str),
        home: &'a Locator,
        language: &Language,
        capitals: Capitals,
    ) -> Self {
        let sentences = sentences(old, &language.tables.sentences);
        let mut words = tokens(old);
        words.retain(|word| old[word.clone()].starts_with(is_word));
        Self { old, new, home, sentences, hunks: hunks(old, new, capitals), words }
    }

    /// The changes as operations: joined within each sentence, then only where few words part them,
    /// then each by itself.
    pub fn groupings(&self) -> Vec<Vec<Hunk>> {
        [usize::MAX, 6, 3, 1, 0].into_iter().map(|gap| self.grouped(gap)).collect()
    }

    fn grouped(&self, gap: usize) -> Vec<Hunk> {
        let mut groups: Vec<Hunk> = Vec::new();
        for hunk in &self.hunks {
            match groups.last_mut() {
                Some(last) if self.may_join(last, hunk, gap) => *last = last.joined(hunk),
                _ => groups.push(hunk.clone()),
            }
        }
        groups
    }

    /// Whether two changes lie in one sentence that they do not make up together, with at most `gap`
    /// words between them.
    fn may_join(&self, first: &Hunk, second: &Hunk, gap: usize) -> bool {
        let between = first.old.end..second.old.start;
        let words = self.words.iter().filter(|w| between.start <= w.start && w.end <= between.end);
        let joined = Span::new(first.old.start, second.old.end);
        words.count() <= gap
            && !self.is_whole_sentence(joined)
            && self.sentence_of(joined).is_some()
    }

    /// The sentence of some words; the label before the first is said with it.
    fn sentence_of(&self, span: Span) -> Option<usize> {
        let from = |at: usize, sentence: &Span| if at == 0 { 0 } else { sentence.start };
        let mut sentences = self.sentences.iter().enumerate();
        let found = sentences.find(|(at, sentence)| {
            Span { start: from(*at, sentence), end: sentence.end }.contains(span)
        });
        found.map(|(at, _)| at)
    }

    /// Whether the words make up a whole sentence, its final mark apart.
    fn is_whole_sentence(&self, span: Span) -> bool {
        let marks = |c: char| !is_word(c);
        self.sentences.iter().any(|sentence| {
            let words = sentence.of(self.old).trim_end_matches(marks).len() as u32;
            words > 0 && span.start <= sentence.start && sentence.start + words <= span.end
        })
    }

    /// The old text with this change alone.
    pub fn with_only(&self, hunk: &Hunk) -> String {
        let (before, behind) = (&self.old[..hunk.old.start], &self.old[hunk.old.end..]);
        format!("{before}{}{behind}", &self.new[hunk.new.clone()])
    }

    /// The ways to word one change, fewest quoted words first; of as many, the change as it was
    /// found before the same one told otherwise.
    pub fn forms(&self, hunk: &Hunk) -> Vec<Operation<Locator>> {
        let mut forms: Vec<Operation<Locator>> =
            self.slides(hunk).iter().flat_map(|hunk| self.forms_of(hunk)).collect();
        forms.sort_by_cached_key(quoted_words);
        if planted(Fault::DeriveQuotesMost) {
            forms.reverse();
        }
        forms
    }

    /// The same change elsewhere: of "boats boats" it may be the first word or the second that came.
    ///
    /// The stretch moves on by as many letters as it and all behind it have in common with what
    /// stands behind it, and back likewise, from word to word; so it runs through all of "boats boats
    /// boats". Capitals are left to the seam.
    fn slides(&self, hunk: &Hunk) -> Vec<Hunk> {
        let mut all = vec![hunk.clone()];
        let came = hunk.old.is_empty();
        if came == hunk.new.is_empty() {
            return all;
        }
        let (text, range) = if came { (self.new, &hunk.new) } else { (self.old, &hunk.old) };
        let forth = alike(text[range.start..].chars(), text[range.end..].chars());
        let back = alike(text[..range.end].chars().rev(), text[..range.start].chars().rev());
        let is_step = |at: &usize| is_edge(text, *at);
        let on = (range.end + 1..=range.end + forth).filter(is_step).map(|at| at - range.end);
        let before = (range.start - back..range.start).rev().filter(is_step);
        let before = before.map(|at| range.start - at);
        for by in on.take(WIDEST) {
            all.extend(self.moved(hunk, by as isize));
        }
        for by in before.take(WIDEST) {
            all.extend(self.moved(hunk, -(by as isize)));
        }
        all
    }

    /// The change so many bytes on, where both texts have such a place.
    fn moved(&self, hunk: &Hunk, by: isize) -> Option<Hunk> {
        let within = |range: &Range<usize>, text: &str| {
            let range = range.start.checked_add_signed(by)?..range.end.checked_add_signed(by)?;
            text.get(range.clone())?;
            Some(range)
        };
        Some(Hunk { old: within(&hunk.old, self.old)?, new: within(&hunk.new, self.new)? })
    }

    /// The ways to word one change at its place.
    fn forms_of(&self, hunk: &Hunk) -> Vec<Operation<Locator>> {
        let mut forms = Vec::new();
        let new = self.new[hunk.new.clone()].trim();
        let old = self.old[hunk.old.clone()].trim();
        if old.is_empty() && !new.is_empty() {
            self.insertions(hunk, new, &mut forms);
        }
        for widened in 0..=WIDEST {
            for left in (0..=widened).rev() {
                let wide = self.widened(hunk, left, widened - left);
                self.replacements(&wide, &mut forms);
            }
        }
        forms
    }

    fn insertions(&self, hunk: &Hunk, new: &str, forms: &mut Vec<Operation<Locator>>) {
        let at = hunk.old.start;
        let mut units = [PayloadUnit::Words, PayloadUnit::Sentences];
        // What ends with a full stop of its own is a sentence where it can be one.
        if new.ends_with(['.', '!', '?', '…']) {
            units.reverse();
        }
        for unit in units {
            let what = || payload(unit, &[new]);
            let mut insert = |edge, at| forms.push(Operation::Insert { edge, at, what: what() });
            let home = || self.home.clone();
            let behind = self.old[at..].trim_matches(|c: char| !is_word(c));
            if behind.is_empty() {
                insert(Edge::End, home());
            }
            if self.old[..at].trim().is_empty() {
                insert(Edge::Beginning, home());
            }
            for (number, sentence) in self.sentences.iter().enumerate() {
                let named = || {
                    let named = counted(number, number, self.sentences.len());
                    Locator { sentences: Some(named), ..home() }
                };
                let end = sentence.of(self.old).trim_end_matches(|c: char| !is_word(c)).len();
                let (start, end) = (sentence.start as usize, sentence.start as usize + end);
                let whole = unit == PayloadUnit::Sentences;
                if !whole && end <= at && at <= sentence.end as usize {
                    insert(Edge::End, named());
                }
                if whole && sentence.end as usize <= at && self.blank(sentence.end as usize, at) {
                    insert(Edge::After, named());
                }
                if at <= start && self.blank(at, start) {
                    insert(if whole { Edge::Before } else { Edge::Beginning }, named());
                }
            }
        }
        for count in 1..=WIDEST {
            self.beside(at, count, new, forms);
        }
    }

    /// After or before `count` quoted words.
    fn beside(&self, at: usize, count: usize, new: &str, forms: &mut Vec<Operation<Locator>>) {
        let what = || payload(PayloadUnit::Words, &[new]);
        let before = self.words.partition_point(|word| word.end <= at);
        let after = self.words.partition_point(|word| word.start < at);
        let first = before.checked_sub(count).and_then(|first| self.words.get(first));
        let first = first.map(|first| (Edge::After, first.start..at));
        let last = self.words.get(after + count - 1).map(|last| (Edge::Before, at..last.end));
        let mut sides = [first, last];
        // "before the word “boats”" reads better than "after the word “the”".
        let length = |side: &Option<(Edge, Range<usize>)>| {
            side.as_ref().map_or(0, |(_, words)| self.old[words.clone()].trim().chars().count())
        };
        if length(&sides[0]) < 4 && length(&sides[1]) >= 4 {
            sides.reverse();
        }
        for (edge, words) in sides.into_iter().flatten() {
            for locator in self.quoted(self.old[words.clone()].trim(), words) {
                forms.push(Operation::Insert { edge, at: locator, what: what() });
            }
        }
    }

    fn blank(&self, from: usize, to: usize) -> bool {
        self.old.get(from..to).is_some_and(|between| between.trim().is_empty())
    }

    fn replacements(&self, hunk: &Hunk, forms: &mut Vec<Operation<Locator>>) {
        let (old, new) = (&self.old[hunk.old.clone()], self.new[hunk.new.clone()].trim());
        let span = Span::new(hunk.old.start, hunk.old.end);
        // Whole sentences, and words from one into another, are not worded as words.
        if old.trim().is_empty()
            || self.is_whole_sentence(span)
            || self.sentence_of(trim(old, span)).is_none()
        {
            return;
        }
        for at in self.quoted(old.trim(), hunk.old.clone()) {
            forms.push(match new.is_empty() {
                true => Operation::Delete { at },
                false => {
                    let with = payload(PayloadUnit::Words, &[new]);
                    Operation::Replace { at, with }
                }
            });
        }
    }

    /// The words quoted: in the paragraph, then in their sentence.
    fn quoted(&self, words: &str, at: Range<usize>) -> Vec<Locator> {
        let quoted = |sentences| {
            let quote = Quote::new(words);
            let words = WordsAt::Quoted { quote, occurrence: Occurrence::Only, context: None };
            Locator { sentences, words: Some(words), ..self.home.clone() }
        };
        let mut ways = vec![quoted(None)];
        let inner = trim(&self.old[at.clone()], Span::new(at.start, at.end));
        if let Some(number) = self.sentence_of(inner).filter(|_| self.sentences.len() > 1) {
            ways.push(quoted(Some(counted(number, number, self.sentences.len()))));
        }
        ways
    }

    /// The change with more words around it, the same on both sides of it.
    fn widened(&self, hunk: &Hunk, left: usize, right: usize) -> Hunk {
        let before = self.words.partition_point(|word| word.end <= hunk.old.start);
        let after = self.words.partition_point(|word| word.start < hunk.old.end);
        let start = match left {
            0 => hunk.old.start,
            _ => self.words.get(before.saturating_sub(left)).map_or(0, |word| word.start),
        };
        let end = match right {
            0 => hunk.old.end,
            _ => self.words.get(after + right - 1).map_or(self.old.len(), |word| word.end),
        };
        let (start, end) = (start.min(hunk.old.start), end.max(hunk.old.end));
        let new_start = hunk.new.start.saturating_sub(hunk.old.start - start);
        let new_end = (hunk.new.end + (end - hunk.old.end)).min(self.new.len());
        let wide = Hunk { old: start..end, new: new_start..new_end };
        // A neighbouring change reaches into the widened stretch: this width says nothing.
        let same = self.old[start..hunk.old.start] == *slice(self.new, new_start, hunk.new.start)
            && self.old[hunk.old.end..end] == *slice(self.new, hunk.new.end, new_end);
        if same { wide } else { hunk.clone() }
    }
}

/// How many bytes two texts have in common, capitals apart.
fn alike(one: impl Iterator<Item = char>, other: impl Iterator<Item = char>) -> usize {
    let same = |(a, b): &(char, char)| {
        a.len_utf8() == b.len_utf8() && a.to_lowercase().eq(b.to_lowercase())
    };
    one.zip(other).take_while(same).map(|(sign, _)| sign.len_utf8()).sum()
}

/// Whether a word may begin or end at `at`.
fn is_edge(text: &str, at: usize) -> bool {
    let Some((before, behind)) = text.split_at_checked(at) else { return false };
    before.is_empty()
        || behind.is_empty()
        || before.ends_with(' ')
        || before.ends_with(is_word) != behind.starts_with(is_word)
}

/// How many words of the draft an operation quotes.
fn quoted_words(operation: &Operation<Locator>) -> usize {
    match &operation.at().words {
        Some(WordsAt::Quoted { quote, .. }) => {
            quote.text.split_whitespace().filter(|word| word.contains(is_word)).count()
        }
        _ => 0,
    }
}

fn slice(text: &str, from: usize, to: usize) -> &str {
    text.get(from..to).unwrap_or("")
}

/// The span of `text` without the space at its ends.
fn trim(text: &str, span: Span) -> Span {
    let start = span.start as usize + text.len() - text.trim_start().len();
    Span::new(start, start + text.trim().len())
}

/// Whole sentences: what stands before and after the change stays.
pub(super) fn in_sentences(
    old: &str,
    new: &str,
    home: &Locator,
    language: &Language,
) -> Vec<Operation<Locator>> {
    let rules = &language.tables.sentences;
    let (olds, news) = (sentences(old, rules), sentences(new, rules));
    let same = |a: &Span, b: &Span| a.of(old) == b.of(new);
    let head = olds.iter().zip(&news).take_while(|(a, b)| same(a, b)).count();
    let most = olds.len().min(news.len()) - head;
    let tail = olds.iter().rev().zip(news.iter().rev()).take(most);
    let tail = tail.take_while(|(a, b)| same(a, b)).count();
    let (gone, come) = (&olds[head..olds.len() - tail], &news[head..news.len() - tail]);
    let text = match (come.first(), come.last()) {
        (Some(first), Some(last)) => &new[first.start as usize..last.end as usize],
        _ => "",
    };
    let named = |sentences: Sentences| Locator { sentences: Some(sentences), ..home.clone() };
    let what = || payload(PayloadUnit::Sentences, &[text]);
    let mut forms = Vec::new();
    let all = gone.len() == olds.len();
    if !gone.is_empty() && (!all || text.is_empty()) {
        let at = named(counted(head, head + gone.len() - 1, olds.len()));
        forms.push(match text.is_empty() {
            true => Operation::Delete { at },
            false => Operation::Replace { at, with: what() },
        });
    } else if !text.is_empty() {
        if let Some(before) = head.checked_sub(1) {
            let at = named(counted(before, before, olds.len()));
            forms.push(Operation::Insert { edge: Edge::After, at, what: what() });
        }
        if head < olds.len() {
            let at = named(counted(head, head, olds.len()));
            forms.push(Operation::Insert { edge: Edge::Before, at, what: what() });
        }
        forms.push(Operation::Insert { edge: Edge::End, at: home.clone(), what: what() });
    }
    forms
}

/// All sentences at once: where the paragraph cannot be replaced without losing what is below it.
pub(super) fn all_sentences(
    old: &str,
    new: &str,
    home: &Locator,
    language: &Language,
) -> Option<Operation<Locator>> {
    let count = sentences(old, &language.tables.sentences).len();
    let all = counted(0, count.checked_sub(1)?, count);
    let at = Locator { sentences: Some(all), ..home.clone() };
    Some(Operation::Replace { at, with: payload(PayloadUnit::Sentences, &[new]) })
}
