//! Instructions of the forms that papers rarely have, put among those of [`crate::papers`]: sentences
//! apart, the last sentence but one, between two, words at one end of their place.

use crate::papers::Papers;
use crate::random::Random;
use instruction::{
    Context, Edge, Frame, Instruction, Locator, Occurrence, Operation, Payload, PayloadUnit,
    Provisions, Quote, Sentences, Subject, Unit, WordsAt,
};
use text::{Fragment, Index, Lang, ProvisionEntry, TextKind};

/// The papers with about one instruction in three replaced by one of these forms, at a provision
/// that another one speaks of.
pub fn with_newer_forms(mut papers: Papers, seed: u64) -> Papers {
    let mut random = Random::new(seed ^ 0x9e3);
    for at in 0..papers.instructions.len() {
        if !random.once_in(3) {
            continue;
        }
        let by = &papers.instructions[random.below(papers.instructions.len())];
        let spoken = by.operations.first().and_then(|operation| provision(operation.at(), &papers));
        let all = papers.index.provisions();
        let entry = spoken.unwrap_or(&all[random.below(all.len())]);
        let (index, lang) = (&papers.index, papers.language.lang);
        let mut maker = Maker { random: &mut random, index, lang };
        if let Some(made) = maker.operation(entry) {
            let kind = [TextKind::Resolution, TextKind::Recommendation][entry.part as usize];
            let frame = Frame { subject: Subject::Draft(kind, None), only: None };
            papers.instructions[at] = Instruction { frame, operations: vec![made] };
        }
    }
    papers
}

/// The provision that a place names, of the first part that has one of this number.
fn provision<'p>(at: &Locator, papers: &'p Papers) -> Option<&'p ProvisionEntry> {
    let Unit::Provisions(Provisions::One(number)) = &at.unit else { return None };
    papers.index.provisions().iter().find(|entry| entry.number == *number)
}

struct Maker<'p> {
    random: &'p mut Random,
    index: &'p Index,
    lang: Lang,
}

impl<'p> Maker<'p> {
    /// An operation of one of the forms; `None` where the provision has no such place.
    fn operation(&mut self, entry: &ProvisionEntry) -> Option<Operation<Locator>> {
        let count = self.index.sentences_of(entry.opening).len() as u32;
        let unit = Unit::Provisions(Provisions::One(entry.number.clone()));
        let home = Locator { unit, ..Locator::default() };
        match self.random.below(8) {
            0 | 1 if count > 2 => {
                let mut list = vec![1, 3];
                if count > 4 && self.random.once_in(2) {
                    list.push(5);
                }
                if count > 3 && self.random.once_in(3) {
                    list = vec![1, 2, 4];
                }
                Some(self.of_sentences(Sentences::List(list), home))
            }
            2 => Some(self.of_sentences(Sentences::Penultimate, home)),
            3 if count > 1 => {
                let first = 1 + self.random.below(count as usize - 1) as u32;
                let sentences = Some(Sentences::Range(first, first + 1));
                let what = self.sentence();
                Some(Operation::Insert {
                    edge: Edge::Between,
                    at: Locator { sentences, ..home },
                    what,
                })
            }
            4 => self.between_paragraphs(entry),
            5 => self.between_words(entry, home),
            _ => self.at_an_end(entry, home),
        }
    }

    /// Deleted, replaced, or with words at their edges.
    fn of_sentences(&mut self, sentences: Sentences, home: Locator) -> Operation<Locator> {
        let at = Locator { sentences: Some(sentences), ..home };
        match self.random.below(4) {
            0 => Operation::Delete { at },
            1 => Operation::Replace { at, with: self.sentence() },
            2 => Operation::Insert { edge: Edge::End, at, what: self.words() },
            _ => Operation::Insert { edge: Edge::After, at, what: self.sentence() },
        }
    }

    fn between_paragraphs(&mut self, entry: &ProvisionEntry) -> Option<Operation<Locator>> {
        let next = self.index.provisions().get(entry.next.0 as usize)?;
        if (next.part, next.parent) != (entry.part, entry.parent) {
            return None;
        }
        let two = Provisions::List(vec![entry.number.clone(), next.number.clone()]);
        let at = Locator { unit: Unit::Provisions(two), ..Locator::default() };
        let what = Payload { unit: PayloadUnit::Provisions, ..self.sentence() };
        Some(Operation::Insert { edge: Edge::Between, at, what })
    }

    fn between_words(
        &mut self,
        entry: &ProvisionEntry,
        home: Locator,
    ) -> Option<Operation<Locator>> {
        let words: Vec<&str> = self.text(entry).split(' ').collect();
        let at = self.random.below(words.len().checked_sub(1)?);
        let (first, second) = (*words.get(at)?, *words.get(at + 1)?);
        let plain = |word: &str| word.chars().all(char::is_alphanumeric);
        (plain(first) && plain(second)).then_some(())?;
        let context = Some(Context { edge: Edge::Before, quote: Quote::new(second) });
        let (quote, occurrence) = (Quote::new(first), Occurrence::Only);
        let words = Some(WordsAt::Quoted { quote, occurrence, context });
        let at = Locator { words, ..home };
        Some(Operation::Insert { edge: Edge::After, at, what: self.words() })
    }

    /// Words that begin or end the provision or one of its sentences, deleted or replaced.
    fn at_an_end(&mut self, entry: &ProvisionEntry, home: Locator) -> Option<Operation<Locator>> {
        let index = self.index;
        let sentences = index.sentences_of(entry.opening);
        let nth = self.random.below(sentences.len() + 1);
        let (text, home) = match sentences.get(nth) {
            Some(span) => {
                let sentences = Some(Sentences::Nth(nth as u32 + 1));
                (span.of(index.text()), Locator { sentences, ..home })
            }
            None => (self.text(entry), home),
        };
        let words: Vec<&str> = text.split(' ').collect();
        let count = 1 + self.random.below(3.min(words.len().checked_sub(1)?));
        let (words, occurrence) = match self.random.once_in(2) {
            true => (words[..count].join(" "), Occurrence::AtBeginning),
            false => (words[words.len() - count..].join(" "), Occurrence::AtEnd),
        };
        let words = words.trim_end_matches(['.', ',', ':', ';']);
        let paired =
            |open: char, close: char| words.matches(open).count() == words.matches(close).count();
        (!words.is_empty() && paired('“', '”') && paired('«', '»') && paired('(', ')'))
            .then_some(())?;
        let words = WordsAt::Quoted { quote: Quote::new(words), occurrence, context: None };
        let at = Locator { words: Some(words), ..home };
        Some(match self.random.once_in(2) {
            true => Operation::Delete { at },
            false => Operation::Replace { at, with: self.words() },
        })
    }

    fn text(&self, entry: &ProvisionEntry) -> &'p str {
        let index = self.index;
        index.block_at(entry.opening).map_or("", |block| block.span.of(index.text()))
    }

    fn pick(&mut self, english: &[&'static str], french: &[&'static str]) -> Fragment {
        let of = if self.lang == Lang::FR { french } else { english };
        Fragment::plain(*self.random.pick(of))
    }

    fn words(&mut self) -> Payload {
        let words = self.pick(
            &["ships", "large", ", and rafts,", "and the ferries"],
            &["navires", "grand", ", et les radeaux,", "et les bacs"],
        );
        Payload::one(PayloadUnit::Words, words)
    }

    fn sentence(&mut self) -> Payload {
        let sentence = self.pick(
            &["Fog is common.", "The swans are fed. They sing."],
            &["La brume est fréquente.", "Les cygnes sont nourris. Ils chantent."],
        );
        Payload::one(PayloadUnit::Sentences, sentence)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::papers::papers;
    use instruction::{Scope, resolve};
    use std::collections::BTreeMap;

    /// The name of a form, where the operation is of one of these.
    fn form(operation: &Operation<Locator>) -> Option<&'static str> {
        let at = operation.at();
        let between = matches!(operation, Operation::Insert { edge: Edge::Between, .. });
        Some(match (&at.sentences, &at.words) {
            (Some(Sentences::List(_)), _) => "sentences apart",
            (Some(Sentences::Penultimate), _) => "last but one",
            (Some(_), None) if between => "between sentences",
            (None, None) if between => "between paragraphs",
            (_, Some(WordsAt::Quoted { context: Some(beside), .. }))
                if beside.edge == Edge::Before =>
            {
                "between words"
            }
            (_, Some(WordsAt::Quoted { occurrence: Occurrence::AtBeginning, .. })) => "beginning",
            (_, Some(WordsAt::Quoted { occurrence: Occurrence::AtEnd, .. })) => "end",
            _ => return None,
        })
    }

    #[test]
    fn each_form_is_made_and_has_its_place() {
        let mut placed: BTreeMap<&str, usize> = BTreeMap::new();
        for seed in 0..300 {
            let lang = [Lang::EN, Lang::FR][seed as usize % 2];
            let papers = with_newer_forms(papers(seed, lang, 5, 8), seed);
            let (draft, index) = (&papers.draft, &papers.index);
            let scope = Scope { draft, index, part: None, language: papers.language };
            for written in &papers.instructions {
                let found = resolve(written, &scope, &mut Vec::new()).is_some();
                if let Some(form) = form(&written.operations[0]).filter(|_| found) {
                    *placed.entry(form).or_default() += 1;
                }
            }
        }
        assert!(placed.len() == 7 && placed.values().all(|count| *count >= 20), "{placed:?}");
    }
}
