//! Quoted words: found exactly once, or refused with what there is.

use super::{Few, Resolver};
use crate::{Context, Edge, Finding, Occurrence, Quote, Words, WordsAt};
use smallvec::smallvec;
use source::Span;
use text::{Step, only_words_at, words_at, words_loosely_at};

/// At most so many bytes are compared for suggestions; a longer stretch is cut.
const SUGGESTION_BYTES: usize = 40_000;

impl Resolver<'_> {
    /// The spans of the words meant, one unless the wording says "each time".
    pub(super) fn words(&mut self, words: &WordsAt, within: Span) -> Option<Few<Span>> {
        match words {
            WordsAt::Quoted { quote, occurrence, context } => {
                self.quoted(quote, *occurrence, context.as_ref(), within)
            }
            WordsAt::FromTo { from, to } => {
                let start = self.one(from, within)?;
                let rest = Span { start: start.start, end: within.end };
                if self.all(to, rest).is_empty() && !self.all(to, within).is_empty() {
                    return self.refuse(Finding::RangeReversed { at: to.span });
                }
                let end = self.one(to, rest)?;
                if self.index.block_of(start.start) != self.index.block_of(end.end) {
                    // From one paragraph into another the words would join the two.
                    return self.refuse(Finding::not_understood(to.span));
                }
                Some(smallvec![Span { start: start.start, end: end.end.max(start.end) }])
            }
            WordsAt::FromToEnd { from } => {
                let start = self.one(from, within)?;
                let end = self.end_of_text(start, within);
                Some(smallvec![Span { start: start.start, end }])
            }
            WordsAt::AllAfter { after } => {
                let kept = self.one(after, within)?;
                let end = self.end_of_text(kept, within);
                let rest = Span { start: kept.end, end };
                let blank = rest.of(self.index.text());
                let start = rest.end - blank.trim_start().len() as u32;
                self.not_empty(Span { start, end }, after)
            }
            WordsAt::AllBefore { before } => {
                let kept = self.one(before, within)?;
                let start = self.start_of_text(kept, within);
                let gone = Span { start, end: kept.start };
                let end = start + gone.of(self.index.text()).trim_end().len() as u32;
                self.not_empty(Span { start, end }, before)
            }
        }
    }

    fn not_empty(&mut self, span: Span, quote: &Quote) -> Option<Few<Span>> {
        if span.is_empty() {
            let (at, words) = (quote.span, quote.text.clone());
            return self.refuse(Finding::NothingBeside { at, words });
        }
        Some(smallvec![span])
    }

    /// The end of the stretch that `found` stands in: of the sentence named, else of its block.
    fn end_of_text(&self, found: Span, within: Span) -> u32 {
        let block = self.index.block_of(found.start).and_then(|id| self.index.block_at(id));
        block.map_or(within.end, |block| {
            let text = block.span.of(self.index.text());
            // The mark that closes a quotation is no word of it.
            let end = if self.counted { text::tail(text) } else { text.len() };
            (block.span.start + end as u32).min(within.end).max(found.end)
        })
    }

    fn start_of_text(&self, found: Span, within: Span) -> u32 {
        let block = self.index.block_of(found.start).and_then(|id| self.index.block_at(id));
        block.map_or(within.start, |block| {
            let text = block.span.of(self.index.text());
            let mark = match self.counted && text::is_quoted(text) {
                true => text.chars().next().map_or(0, char::len_utf8),
                false => 0,
            };
            (block.span.start + mark as u32).max(within.start)
        })
    }

    fn all(&self, quote: &Quote, within: Span) -> Vec<Span> {
        let matches = words_at(self.index, within, &quote.text);
        matches.found.into_iter().map(|found| found.span).collect()
    }

    /// The only place of a quotation.
    pub(super) fn one(&mut self, quote: &Quote, within: Span) -> Option<Span> {
        self.quoted(quote, Occurrence::Only, None, within)?.first().copied()
    }

    fn quoted(
        &mut self,
        quote: &Quote,
        occurrence: Occurrence,
        context: Option<&Context>,
        within: Span,
    ) -> Option<Few<Span>> {
        if let (Occurrence::Only, None) = (occurrence, context)
            && let Some((step, span)) = only_words_at(self.index, within, &quote.text)
        {
            self.note_folded(quote, step, &[span]);
            return Some(smallvec![span]);
        }
        let matches = words_at(self.index, within, &quote.text);
        let mut found: Vec<Span> = matches.found.into_iter().map(|found| found.span).collect();
        let mut step = matches.step;
        if self.counted && found.len() < self.least(occurrence) {
            let more = self.loosely(quote, within, occurrence);
            if !more.is_empty() {
                (found, step) = (more, Step::Folded);
            }
        }
        if let Some(context) = context {
            let beside = self.all(&context.quote, within);
            if beside.is_empty() {
                return self.not_found(&context.quote, within);
            }
            let stands = !found.is_empty();
            found.retain(|span| beside.iter().any(|kept| self.adjoin(*kept, *span, context.edge)));
            if stands && found.is_empty() {
                let (at, words) = (quote.span, quote.text.clone());
                let beside = context.quote.text.clone();
                return self.refuse(Finding::NotBeside { at, words, beside });
            }
        }
        if found.is_empty() {
            return self.not_found(quote, within);
        }
        if occurrence == Occurrence::Only && found.len() > 1 && self.counted {
            self.without_doubles(&mut found);
        }
        let spans = match occurrence {
            Occurrence::Only if found.len() > 1 => return self.ambiguous(quote, &found),
            Occurrence::Only => found.into(),
            Occurrence::Every => apart(found),
            Occurrence::Last => found.pop().into_iter().collect(),
            Occurrence::AtBeginning | Occurrence::AtEnd => {
                let at_end = occurrence == Occurrence::AtEnd;
                match self.at_edge(&found, within, at_end) {
                    Some(span) => [span].into_iter().collect(),
                    None => return self.not_found(quote, within),
                }
            }
            Occurrence::Nth(n) => match (n as usize).checked_sub(1).and_then(|n| found.get(n)) {
                Some(span) => smallvec![*span],
                None => return self.ambiguous(quote, &found),
            },
        };
        self.note_folded(quote, step, &spans);
        Some(spans)
    }

    /// How many places there must be at least.
    fn least(&self, occurrence: Occurrence) -> usize {
        match occurrence {
            Occurrence::Nth(nth) => nth as usize,
            _ => 1,
        }
    }

    /// Where the words stand when less of them counts: with either case of the first letter and without regard to spaces;
    /// then without the mark that they end with, which belongs to them where it stands there. All that fit, where one of
    /// several is meant.
    fn loosely(&self, quote: &Quote, within: Span, occurrence: Occurrence) -> Vec<Span> {
        let found = words_loosely_at(self.index, within, &quote.text);
        let bare = quote.text.trim_end_matches([',', ';', '.', ':']).trim_end();
        let mark = quote.text.get(bare.len()..).unwrap_or("").trim_start();
        if found.len() >= self.least(occurrence) || bare.is_empty() || mark.is_empty() {
            return found;
        }
        let with_mark = |span: Span| {
            let rest = Span { start: span.end, end: within.end }.of(self.index.text());
            let len = if rest.starts_with(mark) { mark.len() as u32 } else { 0 };
            Span { start: span.start, end: span.end + len }
        };
        words_loosely_at(self.index, within, bare).into_iter().map(with_mark).collect()
    }

    /// Of several equal words those are not meant that have what is to be put beside them there already.
    fn without_doubles(&self, found: &mut Vec<Span>) {
        let Some((edge, what)) = &self.beside else { return };
        let (text, what) = (self.index.text(), text::fold(what));
        let what = what.trim();
        let has = |span: &Span| match edge {
            Edge::After | Edge::End | Edge::Between => {
                let behind = text::fold(&text[span.end as usize..forth(text, span.end, 200)]);
                let rest = behind.trim_start().strip_prefix(what).map(str::to_owned);
                rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
            }
            Edge::Before | Edge::Beginning => {
                let before = text::fold(&text[back(text, span.start, 200)..span.start as usize]);
                let rest = before.trim_end().strip_suffix(what).map(str::to_owned);
                rest.is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
            }
        };
        let single: Vec<Span> = found.iter().copied().filter(|span| !has(span)).collect();
        if let (false, [only]) = (what.is_empty(), single.as_slice()) {
            *found = vec![*only];
        }
    }

    /// Says of words that were found only after folding how they stand there.
    fn note_folded(&mut self, quote: &Quote, step: Step, spans: &[Span]) {
        if step == Step::Folded {
            for span in spans {
                let (at, written) = (quote.span, quote.text.clone());
                let found = self.shown(*span);
                self.findings.push(Finding::WordsFolded { at, written, found });
            }
        }
    }

    /// The one of the places found that has nothing but marks and spaces on that side.
    fn at_edge(&self, found: &[Span], within: Span, end: bool) -> Option<Span> {
        let found = if end { found.last() } else { found.first() };
        let rest = |span: &Span| match end {
            true => Span { start: span.end, end: within.end },
            false => Span { start: self.words_start(within).min(span.start), end: span.start },
        };
        let bare = |span: &&Span| !rest(span).of(self.index.text()).contains(char::is_alphanumeric);
        found.filter(bare).copied()
    }

    /// Where the words of a stretch begin: behind the labels of a block.
    fn words_start(&self, within: Span) -> u32 {
        let block = self.index.block_of(within.start).and_then(|id| self.index.block_at(id));
        match block.filter(|block| self.counted && block.span.start == within.start) {
            Some(block) => block.span.start + text::head(block.span.of(self.index.text())) as u32,
            None => within.start,
        }
    }

    /// Whether only white space stands between the words that stay and the words meant.
    fn adjoin(&self, kept: Span, meant: Span, edge: Edge) -> bool {
        let between = match edge {
            Edge::After | Edge::End | Edge::Between => (kept.end, meant.start),
            Edge::Before | Edge::Beginning => (meant.end, kept.start),
        };
        let gap = between.0 <= between.1;
        gap && Span { start: between.0, end: between.1 }.of(self.index.text()).trim().is_empty()
    }

    fn shown(&self, span: Span) -> Words {
        Words { text: span.of(self.index.text()).chars().take(80).collect(), span }
    }

    fn ambiguous<T>(&mut self, quote: &Quote, found: &[Span]) -> Option<T> {
        let text = self.index.text();
        let around = |span: &Span| {
            let block = self.index.block_of(span.start).and_then(|id| self.index.block_at(id));
            let block = block.map_or(*span, |block| Span {
                start: block.span.start,
                end: block.span.end.max(span.end),
            });
            let from = back(text, span.start, 24).max(block.start as usize);
            let to = forth(text, span.end, 24).min(block.end as usize);
            let (from, to) = whole_words(text, from..to, *span, block);
            Words { text: text[from..to].replace('\n', " "), span: *span }
        };
        let found = found.iter().take(8).map(around).collect();
        let (at, words) = (quote.span, quote.text.clone());
        self.refuse(Finding::WordsAmbiguous { at, words, found })
    }

    pub(super) fn not_found<T>(&mut self, quote: &Quote, within: Span) -> Option<T> {
        let nearest = self.nearest(&quote.text, within);
        let (at, words) = (quote.span, quote.text.clone());
        self.refuse(Finding::WordsNotFound { at, words, nearest })
    }

    /// The stretches of as many words that come nearest to `wanted`; only ever suggested.
    fn nearest(&self, wanted: &str, within: Span) -> Vec<Words> {
        let text = within.of(self.index.text());
        let cut = forth(text, 0, SUGGESTION_BYTES);
        let starts: Vec<(usize, usize)> = words_of(&text[..cut]).collect();
        let count = wanted.split_whitespace().count();
        if count == 0 || count > 40 || starts.len() < count {
            return Vec::new();
        }
        let scorer = rapidfuzz::fuzz::RatioBatchComparator::new(wanted.chars());
        let mut scored: Vec<(f64, Span)> = starts
            .windows(count)
            .filter_map(|window| {
                let (start, end) = (window.first()?.0, window.last()?.1);
                let words = text[start..end].trim_end_matches([',', ';', '.', ':']);
                let score = scorer.similarity(words.chars());
                (score >= 0.75).then(|| (score, Span::new(start, start + words.len())))
            })
            .collect();
        scored.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let mut nearest: Vec<Span> = Vec::new();
        for (_, span) in scored {
            if nearest.len() < 3 && !nearest.iter().any(|taken| taken.overlaps(span)) {
                nearest.push(span);
            }
        }
        let base = within.start as usize;
        nearest.into_iter().map(|span| self.shown(span.shifted(base))).collect()
    }

    /// The text of a quoted rule: from its number to the next number of a rule, or to the end.
    ///
    /// A rule's number is one like "8.1.a"; numbers of the same shape after it begin other rules.
    pub(super) fn rule(&mut self, rule: &str, within: Span) -> Option<Span> {
        let text = within.of(self.index.text());
        let starts: Vec<(usize, usize)> = words_of(text)
            .map(|(start, end)| {
                (start, start + text[start..end].trim_end_matches(['.', ':', ',']).len())
            })
            .filter(|(start, end)| {
                is_rule_number(text[*start..*end].trim_start_matches(['“', '«', '"']))
            })
            .collect();
        let matches = |(start, end): &&(usize, usize)| {
            text[*start..*end].trim_start_matches(['“', '«', '"']) == rule
        };
        let mut named = starts.iter().filter(matches);
        let (first, second) = (named.next(), named.next());
        let Some((_, end)) = first else {
            let at = Span::default();
            let number_of = |(start, end): &(usize, usize)| {
                text[*start..*end].trim_start_matches(['“', '«', '"']).to_owned()
            };
            let (number, nearest) =
                (rule.to_owned(), starts.iter().take(3).map(number_of).collect());
            return self.refuse(Finding::ProvisionNotFound { at, number, nearest });
        };
        if second.is_some() {
            let (at, number) = (Span::default(), rule.to_owned());
            return self.refuse(Finding::ProvisionAmbiguous { at, number });
        }
        let next = starts.iter().map(|(start, _)| *start).find(|start| start > end);
        Some(Span::new(*end, next.unwrap_or(text.len())).shifted(within.start as usize))
    }
}

/// Of places that overlap, the first: each can be changed but once.
fn apart(found: Vec<Span>) -> Few<Span> {
    let mut apart: Few<Span> = Few::with_capacity(found.len());
    for span in found {
        if !apart.last().is_some_and(|last| last.overlaps(span)) {
            apart.push(span);
        }
    }
    apart
}

/// "8.1.a", "8.1", "12.3.b.ii": dots between letters and digits, a digit first.
fn is_rule_number(word: &str) -> bool {
    word.contains('.')
        && word.starts_with(|c: char| c.is_ascii_digit())
        && word
            .split('.')
            .all(|piece| !piece.is_empty() && piece.chars().all(char::is_alphanumeric))
}

/// Byte ranges of the words of a text, separated by white space.
fn words_of(text: &str) -> impl Iterator<Item = (usize, usize)> {
    text.split_whitespace().map(move |word| {
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        (start, start + word.len())
    })
}

/// Gives up the words that `around` cuts, and the spaces at its ends.
fn whole_words(
    text: &str,
    around: std::ops::Range<usize>,
    found: Span,
    block: Span,
) -> (usize, usize) {
    let (mut from, mut to) = (around.start, around.end);
    let before = &text[from..found.start as usize];
    if from > block.start as usize {
        from += before.find(char::is_whitespace).unwrap_or(before.len());
    }
    let after = &text[found.end as usize..to];
    if to < block.end as usize {
        to = found.end as usize + after.rfind(char::is_whitespace).unwrap_or(0);
    }
    let shown = &text[from..to];
    (from + (shown.len() - shown.trim_start().len()), to - (shown.len() - shown.trim_end().len()))
}

fn back(text: &str, at: u32, by: usize) -> usize {
    let mut from = (at as usize).saturating_sub(by);
    while !text.is_char_boundary(from) {
        from -= 1;
    }
    from
}

fn forth(text: &str, at: u32, by: usize) -> usize {
    let mut to = (at as usize + by).min(text.len());
    while !text.is_char_boundary(to) {
        to += 1;
    }
    to
}
