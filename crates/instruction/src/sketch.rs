//! A part of a draft as far as its amendments show it.
//!
//! Where the text is not at hand (a chamber publishes the amendments to a bill apart from it), the
//! wordings still say much of it: that alinéa 12 has two sentences, that "the boats" stands in the
//! first, that "boats" is a part of those words. A sketch is a text of which all of that is true and
//! nothing else is said:
//!
//! ```text
//! Alinéa 2, second sentence, replace the words "the boats" …      1. Ø ⸺.
//! Alinéa 2, delete the word "boats".                         ─►   2. Ø ⸺. Ø ⸺ the boats ⸺.
//! ```
//!
//! Places are then found in it as in any text, and order, relations and falls are those of the
//! engine. What a sketch cannot know is in which order words stand that nobody names together: they
//! stand as one amendment names them one after the other, else in the order of the amendments given.
//! Before words named alone come those that one amendment names before others, which are more likely to be
//! early. Two quotations of which one ends with the words that the other begins with, two at least, overlap.
//! Words behind which everything goes ("all words after …") stand last, so that no more goes than
//! is known to.

use crate::{
    Counted, Instruction, Locator, Occurrence, Operation, Ordinal, Provisions, Quote, Sentences,
    Unit, WordsAt,
};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use text::fold;

/// Stands for words that nobody quotes, so that no quotation is found in it.
const REST: &str = "⸺";
/// Begins a sentence: a capital letter that French does not have.
const OPENING: &str = "Ø";
/// A part of more alinéas is not sketched further: no article has as many.
const MOST: u32 = 100_000;
/// A wording that speaks of a later sentence or occurrence is not believed.
const MOST_IN_ONE: u32 = 50;

/// The blocks of a part as its amendments show them, with where the words stand that they quote.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sketch {
    /// Block by block, the first is alinéa 1.
    pub blocks: Vec<String>,
    /// Which of the places of a quotation in its block is meant, 1-based, where there are several:
    /// by block and folded words.
    meant: BTreeMap<(u32, String), u32>,
}

/// Sketches a part from the wordings of its amendments, in the order in which they were filed.
pub fn sketch(written: &[&Instruction<Locator>]) -> Sketch {
    let mut blocks: BTreeMap<u32, Shown> = BTreeMap::new();
    let mut last = u32::from(!written.is_empty());
    let mut alone = written.is_empty();
    for instruction in written {
        for operation in &instruction.operations {
            let at = operation.at();
            alone |= at.unit == Unit::Provisions(Provisions::Counted(Counted::Only));
            for number in numbers(&at.unit) {
                last = last.max(number);
                blocks.entry(number).or_default().take(at);
            }
        }
        for shown in blocks.values_mut() {
            shown.next();
        }
    }
    // What the wordings name last need not be the last there is.
    last += u32::from(!alone);
    let mut sketch = Sketch::default();
    for number in 1..=last {
        let text = match blocks.get(&number) {
            Some(shown) => shown.text(number, &mut sketch.meant),
            None => format!("{OPENING} {REST}."),
        };
        sketch.blocks.push(text);
    }
    sketch
}

impl Sketch {
    /// The instruction with each quotation that the sketch has several times by accident ("the" in
    /// other words) told apart.
    pub fn told_apart(&self, instruction: &Instruction<Locator>) -> Instruction<Locator> {
        let mut told = instruction.clone();
        for operation in &mut told.operations {
            let at = match operation {
                Operation::Insert { at, .. }
                | Operation::Replace { at, .. }
                | Operation::Delete { at } => at,
            };
            let [number] = numbers(&at.unit)[..] else { continue };
            if let Some(WordsAt::Quoted { quote, occurrence, context: None }) = &mut at.words
                && *occurrence == Occurrence::Only
                && let Some(nth) = self.meant.get(&(number, fold(&quote.text)))
            {
                *occurrence = Occurrence::Nth(*nth);
            }
        }
        told
    }
}

/// The blocks that a unit names by their counts.
fn numbers(unit: &Unit) -> Vec<u32> {
    let provisions = match unit {
        Unit::Unstated => return vec![1],
        Unit::Title => return Vec::new(),
        Unit::Provisions(provisions) => provisions,
    };
    let found: Vec<u32> = match provisions {
        Provisions::Counted(Counted::Only) => vec![1],
        Provisions::Counted(Counted::Nth(nth)) => vec![*nth],
        Provisions::Labelled { unit, blocks: Some((Ordinal::Nth(from), Ordinal::Nth(to))) }
            if unit.is_whole() && to.saturating_sub(*from) < MOST_IN_ONE =>
        {
            (*from..=*to).collect()
        }
        Provisions::Counted(Counted::Last) | Provisions::Labelled { .. } => Vec::new(),
        Provisions::One(_) | Provisions::List(_) | Provisions::Range(..) => {
            provisions.cited().iter().filter_map(|number| number.parse().ok()).collect()
        }
    };
    found.into_iter().filter(|number| (1..=MOST).contains(number)).collect()
}

/// Where in its stretch a quotation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Leaning {
    First,
    Nowhere,
    Last,
}

/// A quotation as an amendment names it.
#[derive(Clone, Debug)]
struct Mention {
    words: String,
    /// The sentence, 1-based, where one is named; counted from the end where negative.
    sentence: Option<i32>,
    /// How many times the words stand there at least.
    times: u32,
    leaning: Leaning,
    /// The amendment that names it, by its position.
    by: u32,
}

/// What is known of one block.
#[derive(Clone, Debug, Default)]
struct Shown {
    sentences: u32,
    from_end: u32,
    mentions: Vec<Mention>,
    /// Amendments that do several things in the block.
    several: BTreeSet<u32>,
    /// The amendment at hand, and whether it did something here already.
    by: u32,
    touched: bool,
}

impl Shown {
    /// The next amendment.
    fn next(&mut self) {
        self.by += 1;
        self.touched = false;
    }

    /// Notes what a locator says of the block.
    fn take(&mut self, at: &Locator) {
        if std::mem::replace(&mut self.touched, true) {
            self.several.insert(self.by);
        }
        let nth = |nth: u32| nth.min(MOST_IN_ONE);
        let sentence = match &at.sentences {
            None | Some(Sentences::Around) => None,
            Some(Sentences::Nth(n)) => {
                self.sentences = self.sentences.max(nth(*n));
                i32::try_from(nth(*n)).ok()
            }
            Some(Sentences::Last) => self.ends(1),
            Some(Sentences::Penultimate) => self.ends(2),
            Some(Sentences::LastCount(count)) => {
                self.ends(nth(*count));
                None
            }
            Some(Sentences::Range(_, to)) => {
                self.sentences = self.sentences.max(nth(*to));
                None
            }
            Some(Sentences::List(all)) => {
                let most = all.iter().copied().max().unwrap_or(0);
                self.sentences = self.sentences.max(nth(most));
                None
            }
            Some(Sentences::Quoted(quote)) => {
                self.mention(quote, None, 1, Leaning::Nowhere);
                None
            }
        };
        match &at.words {
            None => {}
            Some(WordsAt::Quoted { quote, occurrence, context }) => {
                let (times, leaning) = match occurrence {
                    Occurrence::Only | Occurrence::Every => (1, Leaning::Nowhere),
                    Occurrence::Nth(n) => (nth(*n), Leaning::Nowhere),
                    Occurrence::Last => (2, Leaning::Nowhere),
                    Occurrence::AtBeginning => (1, Leaning::First),
                    Occurrence::AtEnd => (1, Leaning::Last),
                };
                match context {
                    None => self.mention(quote, sentence, times, leaning),
                    Some(context) => {
                        let words = match context.edge {
                            crate::Edge::Before => format!("{} {}", quote.text, context.quote.text),
                            _ => format!("{} {}", context.quote.text, quote.text),
                        };
                        self.mention(&Quote::new(words), sentence, times, leaning);
                    }
                }
            }
            Some(WordsAt::FromTo { from, to }) => {
                self.mention(from, sentence, 1, Leaning::Nowhere);
                self.mention(to, sentence, 1, Leaning::Nowhere);
            }
            Some(WordsAt::FromToEnd { from: words } | WordsAt::AllAfter { after: words }) => {
                self.mention(words, sentence, 1, Leaning::Last);
            }
            Some(WordsAt::AllBefore { before }) => {
                self.mention(before, sentence, 1, Leaning::First);
            }
        }
    }

    /// A sentence counted from the end: there is another before it.
    fn ends(&mut self, nth: u32) -> Option<i32> {
        self.from_end = self.from_end.max(nth + 1);
        i32::try_from(nth).ok().map(|nth| -nth)
    }

    fn mention(&mut self, quote: &Quote, sentence: Option<i32>, times: u32, leaning: Leaning) {
        let (words, by) = (quote.text.clone(), self.by);
        if !fold(&words).trim().is_empty() {
            self.mentions.push(Mention { words, sentence, times, leaning, by });
        }
    }

    /// The block as a text. Adds to `meant` which place of each quotation is its own.
    fn text(&self, number: u32, meant: &mut BTreeMap<(u32, String), u32>) -> String {
        let count = self.sentences.max(self.from_end).max(1);
        let roots = self.roots(count);
        let mut text = String::new();
        // Where each stretch of quoted words stands in the text.
        let mut seats: Vec<(usize, &Root<'_>)> = Vec::new();
        for sentence in 1..=count {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(OPENING);
            for root in roots.iter().filter(|root| root.sentence == sentence) {
                for _ in 0..root.times {
                    text.push_str(&format!(" {REST} "));
                    seats.push((text.len(), root));
                    text.push_str(&root.words);
                }
            }
            text.push_str(&format!(" {REST}."));
        }
        for mention in self.mentions.iter().filter(|mention| mention.times == 1) {
            let Some((seat, root)) = seats.iter().find(|(_, root)| root.holds(&mention.words))
            else {
                continue;
            };
            // The first place in its own stretch, among all in the block.
            let wanted = fold(&mention.words);
            let (before, own) = (fold(&text[..*seat]), fold(&root.words));
            let (before, all) = (whole(&before, &wanted), whole(&fold(&text), &wanted));
            if all > 1 && whole(&own, &wanted) > 0 {
                meant.entry((number, wanted)).or_insert(before + 1);
            }
        }
        text
    }

    /// The quotations that are not part of others, in the order in which they stand.
    fn roots(&self, count: u32) -> Vec<Root<'_>> {
        let mut roots: Vec<Root<'_>> = Vec::new();
        let mut by_length: Vec<&Mention> = self.mentions.iter().collect();
        by_length.sort_by_key(|mention| {
            (std::cmp::Reverse(fold(&mention.words).len()), mention.sentence.is_none())
        });
        for mention in by_length {
            let sentence = mention.sentence.map(|nth| match u32::try_from(nth) {
                Ok(nth) => nth.clamp(1, count),
                Err(_) => (count + 1).saturating_sub(nth.unsigned_abs()).max(1),
            });
            let same = |root: &&mut Root<'_>| {
                root.holds(&mention.words)
                    && (sentence.is_none() || !root.told || sentence == Some(root.sentence))
            };
            match roots.iter_mut().find(same) {
                Some(root) => {
                    let own = fold(&root.words) == fold(&mention.words);
                    root.times = if own { root.times.max(mention.times) } else { root.times };
                    root.leaning =
                        if own { lean(root.leaning, mention.leaning) } else { root.leaning };
                    if let (Some(sentence), false) = (sentence, root.told) {
                        (root.sentence, root.told) = (sentence, true);
                    }
                }
                None => roots.push(Root {
                    words: Cow::Borrowed(&mention.words),
                    sentence: sentence.unwrap_or(1),
                    told: sentence.is_some(),
                    times: mention.times,
                    leaning: mention.leaning,
                }),
            }
        }
        self.in_order(overlapped(roots))
    }

    /// Orders roots: by their leaning, then as single amendments name them one after the other, then
    /// as they are named first.
    fn in_order<'s>(&self, mut open: Vec<Root<'s>>) -> Vec<Root<'s>> {
        let seat = |roots: &[Root<'_>], words: &str| roots.iter().position(|r| r.holds(words));
        let first = |root: &Root<'_>| self.mentions.iter().position(|m| root.holds(&m.words));
        open.sort_by_key(first);
        let mut behind: Vec<(usize, usize)> = Vec::new();
        for pair in self.mentions.windows(2) {
            let [a, b] = pair else { continue };
            if a.by == b.by
                && let (Some(a), Some(b)) = (seat(&open, &a.words), seat(&open, &b.words))
                && a != b
            {
                behind.push((a, b));
            }
        }
        // What an amendment names first that does several things here is more likely to stand early.
        let leads = |at: usize| {
            let named = |m: &&Mention| open.get(at).is_some_and(|root| root.holds(&m.words));
            let first = |by: u32| self.mentions.iter().find(|m| m.by == by);
            self.several.iter().filter_map(|by| first(*by)).any(|m| named(&m))
        };
        let mut left: Vec<usize> = (0..open.len()).collect();
        let mut order = Vec::with_capacity(left.len());
        while !left.is_empty() {
            let free = |at: &usize| !behind.iter().any(|(a, b)| b == at && left.contains(a));
            // Amendments that contradict one another here: the first named goes first.
            let candidates: Vec<usize> = left.iter().copied().filter(free).collect();
            let next = candidates.into_iter().min_by_key(|at| {
                let root = &open[*at];
                (root.leaning, std::cmp::Reverse(leads(*at)), *at)
            });
            let next = next.or(left.first().copied()).unwrap_or_default();
            left.retain(|at| *at != next);
            order.push(next);
        }
        order.into_iter().filter_map(|at| open.get(at).cloned()).collect()
    }
}

/// Joins roots of one sentence of which one ends as the other begins.
fn overlapped(mut roots: Vec<Root<'_>>) -> Vec<Root<'_>> {
    'again: loop {
        for a in 0..roots.len() {
            for b in 0..roots.len() {
                let (Some(one), Some(other)) = (roots.get(a), roots.get(b)) else { continue };
                let plain = one.times == 1 && other.times == 1 && one.sentence == other.sentence;
                let Some(rest) = plain.then(|| behind_overlap(&one.words, &other.words)).flatten()
                else {
                    continue;
                };
                if a == b {
                    continue;
                }
                let joined = format!("{}{rest}", one.words);
                let (told, leaning) = (one.told || other.told, lean(one.leaning, other.leaning));
                if let Some(root) = roots.get_mut(a) {
                    (root.words, root.told, root.leaning) = (Cow::Owned(joined), told, leaning);
                }
                roots.remove(b);
                continue 'again;
            }
        }
        return roots;
    }
}

/// What of `next` stands behind the words with which `words` ends and it begins; two such words at least.
fn behind_overlap<'n>(words: &str, next: &'n str) -> Option<&'n str> {
    let folded = fold(words);
    let ends: Vec<usize> = next.match_indices(' ').map(|(at, _)| at).skip(1).collect();
    let shared = ends.into_iter().rev().find(|end| {
        let head = next.get(..*end).map(|head| fold(head.trim_end_matches([',', ';'])));
        head.is_some_and(|head| {
            folded.strip_suffix(&head).is_some_and(|before| before.ends_with(' '))
        })
    })?;
    let at = next.get(..shared).map_or(0, |head| head.trim_end_matches([',', ';']).len());
    next.get(at..)
}

fn lean(a: Leaning, b: Leaning) -> Leaning {
    if a == Leaning::Nowhere { b } else { a }
}

/// A quotation that is not part of another.
#[derive(Clone, Debug)]
struct Root<'a> {
    words: Cow<'a, str>,
    /// 1-based.
    sentence: u32,
    /// Whether an amendment named the sentence.
    told: bool,
    times: u32,
    leaning: Leaning,
}

impl Root<'_> {
    /// Whether these words are part of it, or all of it.
    fn holds(&self, words: &str) -> bool {
        whole(&fold(&self.words), &fold(words)) > 0
    }
}

/// How often words stand in a text as whole words; both are folded.
fn whole(text: &str, words: &str) -> u32 {
    let words = words.trim();
    if words.is_empty() {
        return 0;
    }
    let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let (opens, closes) = (word(words.chars().next()), word(words.chars().next_back()));
    let found = text.match_indices(words).filter(|(at, _)| {
        let before = text[..*at].chars().next_back();
        let after = text[at + words.len()..].chars().next();
        !(opens && word(before) || closes && word(after))
    });
    u32::try_from(found.count()).unwrap_or(u32::MAX)
}
