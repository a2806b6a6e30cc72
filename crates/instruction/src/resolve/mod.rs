//! From places as worded to places that exist.
//!
//! A locator is a claim about a text: "the last sentence of paragraph 3". Resolving finds the one
//! place it means, or says why there is none, or lists the several there are; it never picks.
//!
//! ```text
//! In the draft resolution,              the part: by its kind, by its letter, or where it stands
//! paragraph 2,                          provisions: by number in that part
//! first sentence,                       sentences: counted in the opening text
//! replace the word "boats"              words: in the sentence, in the provision with all below it
//! ```

mod pointed;
mod provisions;
mod words;

pub use pointed::pointed;

use crate::style::Language;
use crate::{
    Edge, Finding, Hang, Instruction, Locator, Operation, Payload, Place, PlaceUnit, Sentences,
    Side, Subject, Target, Unit, WordsAt,
};
use smallvec::{SmallVec, smallvec};
use source::Span;
use text::{BlockId, Draft, Index, ProvisionId};

/// What a wording names: nearly always one, and then no memory is asked for.
type Few<T> = SmallVec<[T; 1]>;

/// The text in which places are sought.
#[derive(Clone, Copy, Debug)]
pub struct Scope<'a> {
    /// The draft of the amendment's language, as published.
    pub draft: &'a Draft,
    /// Its positions.
    pub index: &'a Index,
    /// The part under which the amendment stands, for wordings that name none or an ambiguous one.
    pub part: Option<u32>,
    /// The language of wording and draft.
    pub language: &'a Language,
}

/// Finds the places of an instruction. One operation of the wording may become several, when it
/// names provisions that do not follow one another. `None` where any place is not found exactly
/// once; the findings say which and why.
///
/// A sub-amendment ([`Subject::Amendment`]) has its places in another wording and gives `None`
/// without a finding.
pub fn resolve(
    written: &Instruction<Locator>,
    scope: &Scope<'_>,
    findings: &mut Vec<Finding>,
) -> Option<Instruction<Target>> {
    let part = part(&written.frame.subject, scope, findings)?;
    let mut operations = Vec::with_capacity(written.operations.len());
    for operation in &written.operations {
        let counted = scope.language.tables.numbering.is_counted();
        let mut resolver = Resolver { index: scope.index, part, counted, beside: None, findings };
        resolver.operation(operation, &mut operations)?;
    }
    Some(Instruction { frame: written.frame.clone(), operations })
}

/// The part a wording speaks of.
fn part(subject: &Subject, scope: &Scope<'_>, findings: &mut Vec<Finding>) -> Option<u32> {
    let parts = &scope.draft.parts;
    let fits = |at: &u32| match subject {
        Subject::Unstated => true,
        Subject::Draft(kind, letter) => parts.get(*at as usize).is_some_and(|part| {
            part.kind == *kind && letter.as_ref().is_none_or(|letter| *letter == part.letter)
        }),
        Subject::Amendment(_) => false,
    };
    if matches!(subject, Subject::Amendment(_)) {
        return None;
    }
    let mut fitting = (0..parts.len() as u32).filter(fits);
    match (fitting.next(), fitting.next()) {
        (None, _) => {
            let wanted = match subject {
                Subject::Draft(_, Some(letter)) => letter.clone(),
                _ => String::new(),
            };
            findings.push(Finding::PartNotFound { at: Span::default(), wanted });
            None
        }
        (Some(only), None) => Some(only),
        _ => scope.part.filter(fits).or_else(|| {
            let fitting = (0..parts.len() as u32).filter(fits);
            let letters = fitting.map(|at| parts[at as usize].letter.clone()).collect();
            findings.push(Finding::PartAmbiguous { at: Span::default(), letters });
            None
        }),
    }
}

struct Resolver<'a> {
    index: &'a Index,
    part: u32,
    /// Provisions are counted; what labels they have is part of their text.
    counted: bool,
    /// What is put beside the words that are sought, and on which side.
    beside: Option<(Edge, String)>,
    findings: &'a mut Vec<Finding>,
}

/// The unit of a locator, found.
enum FoundUnit {
    Part,
    Title(BlockId),
    Provisions(Few<ProvisionId>),
}

/// Sentences found: their span, and their numbers where they were counted.
type FoundSentences = (Span, Option<(u32, u32)>);

impl Resolver<'_> {
    fn operation(
        &mut self,
        operation: &Operation<Locator>,
        found: &mut Vec<Operation<Target>>,
    ) -> Option<()> {
        match operation {
            Operation::Insert { edge, at, what } => {
                // Found, what stands between two stands after the first of them.
                let found_edge = if *edge == Edge::Between { Edge::After } else { *edge };
                let points = self.points(*edge, at, what)?;
                self.warn_of_mark(&points, what);
                for at in points {
                    found.push(Operation::Insert { edge: found_edge, at, what: what.clone() });
                }
            }
            Operation::Replace { at, with } if self.is_empty_article(at) => {
                let at = self.part_edge(Edge::End, with)?;
                found.push(Operation::Insert { edge: Edge::End, at, what: with.clone() });
            }
            Operation::Replace { at, with } => {
                let targets = self.ranges(at)?;
                let counted = !matches!(at.sentences, None | Some(Sentences::List(_)));
                if targets.len() > 1 && at.words.is_none() && !counted {
                    // One text cannot stand in for provisions that do not follow one another.
                    return self.refuse(Finding::PlacesApart { at: Span::default() });
                }
                self.warn_of_children(&targets, with);
                self.warn_of_mark(&targets, with);
                let marked = ends_with_mark(with);
                for at in targets {
                    if marked {
                        found.push(Operation::Replace { at, with: with.clone() });
                        continue;
                    }
                    let ToTheEnd { words, rest } = self.to_the_end(operation.at(), at);
                    let with = with.clone();
                    found.push(match words.place {
                        Place::Point { .. } => {
                            Operation::Insert { edge: Edge::After, at: words, what: with }
                        }
                        _ => Operation::Replace { at: words, with },
                    });
                    found.extend(rest.map(|at| Operation::Delete { at }));
                }
            }
            Operation::Delete { at } => {
                let targets = self.ranges(at)?;
                self.warn_of_lists(&targets);
                for target in targets {
                    let ToTheEnd { words, rest } = self.to_the_end(at, target);
                    let gone = [Some(words), rest].into_iter().flatten();
                    let gone = gone.filter(|at| !matches!(at.place, Place::Point { .. }));
                    found.extend(gone.map(|at| Operation::Delete { at }));
                }
            }
        }
        Some(())
    }

    /// An article that was deleted before is restored: there is nothing to replace.
    fn is_empty_article(&self, at: &Locator) -> bool {
        let part = self.index.parts().get(self.part as usize);
        at.is_whole_part() && part.is_some_and(|part| part.provisions.0 == part.provisions.1)
    }

    /// "All words after …" are words: the mark that ends the sentence stays, unless the new text
    /// brings its own. Of several sentences it is the mark of the first, with which the words that
    /// stay are a sentence again.
    fn to_the_end(&self, written: &Locator, target: Target) -> ToTheEnd {
        let to_the_end =
            matches!(written.words, Some(WordsAt::AllAfter { .. } | WordsAt::FromToEnd { .. }));
        let Place::Text { span } = target.place else { return ToTheEnd::all(target) };
        let end = self.without_marks(span);
        if !to_the_end || end.is_empty() {
            return ToTheEnd::all(target);
        }
        let text = self.index.text();
        let block = self.index.block_of(span.start);
        let sentences = block.map_or(&[][..], |block| self.index.sentences_of(block));
        let spared = ToTheEnd::all(at_text(&target, end));
        let Some(last) = sentences.last().filter(|last| span.end >= last.end) else {
            return spared;
        };
        let mark =
            |sentence: &Span| sentence.of(text)[self.without_marks(*sentence).len()..].trim();
        let begins = sentences.iter().position(|sentence| sentence.start == span.start);
        if let Some(before) = begins {
            // The sentence before has its own mark.
            let differs = before.checked_sub(1).and_then(|at| sentences.get(at));
            let differs = differs.is_some_and(|before| mark(before) != mark(last));
            return if differs { ToTheEnd::all(target) } else { spared };
        }
        let own = sentences.iter().find(|own| own.start < span.start && span.start < own.end);
        let Some(own) = own.filter(|own| mark(own) != mark(last)) else { return spared };
        let words = self.without_marks(*own).end;
        let rest = Span { start: own.end, end: span.end };
        let blank = rest.len() - rest.of(text).trim_start().len();
        let rest = at_text(&target, Span { start: rest.start + blank as u32, end: rest.end });
        let words = match (words > span.start, block) {
            (false, Some(block)) => {
                let (at, side) = (words, Side::Previous);
                let place = Place::Point { block, at, side };
                Target { place, hang: Hang::On(*own), unit: PlaceUnit::Point, ..target }
            }
            _ => at_text(&target, Span { start: span.start, end: words }),
        };
        ToTheEnd { words, rest: Some(rest) }
    }

    /// A stretch without the marks at its end.
    fn without_marks(&self, span: Span) -> Span {
        let words = span.of(self.index.text()).trim_end();
        let words = words.trim_end_matches(['.', ';', ':', '!', '?', '…']).trim_end();
        Span { start: span.start, end: span.start + words.len() as u32 }
    }

    fn refuse<T>(&mut self, finding: Finding) -> Option<T> {
        self.findings.push(finding);
        None
    }

    /// Replacing a provision by a text without sub-provisions takes those it has.
    fn warn_of_children(&mut self, targets: &[Target], with: &Payload) {
        if with.paragraphs.len() > 1 {
            return;
        }
        for target in targets {
            let Place::Provisions { first, .. } = target.place else { continue };
            let Some(entry) = self.index.provision_at(first).filter(|entry| entry.children > 0)
            else {
                continue;
            };
            let (provision, children) = (entry.number.clone(), entry.children);
            self.findings.push(Finding::ChildrenLost { at: Span::default(), provision, children });
        }
    }

    /// A comma at the beginning of a paragraph follows nothing.
    fn warn_of_mark(&mut self, targets: &[Target], what: &Payload) {
        let Some(first) = what.paragraphs.first() else { return };
        let mut chars = first.content.text.chars();
        let Some(mark) = chars.next().filter(|c| matches!(c, ',' | ';' | ':' | '.')) else {
            return;
        };
        let alone = chars.next().is_none_or(char::is_whitespace);
        let begins = |target: &Target| {
            let at = match target.place {
                Place::Text { span } => span.start,
                Place::Point { at, .. } => at,
                Place::Provisions { .. } | Place::Slot { .. } | Place::Closing { .. } => {
                    return false;
                }
            };
            let block = self.index.block_of(at).and_then(|id| self.index.block_at(id));
            block.is_some_and(|block| block.span.start == at)
        };
        if alone && targets.iter().any(begins) {
            let at =
                Span { start: first.span.start, end: first.span.start + mark.len_utf8() as u32 };
            self.findings.push(Finding::LeadingMark { at, mark: mark.to_string() });
        }
    }

    /// Taking all items of a list leaves the words that announce it.
    fn warn_of_lists(&mut self, targets: &[Target]) {
        for target in targets {
            let Place::Provisions { first, last, .. } = target.place else { continue };
            let entry = |id: ProvisionId| self.index.provision_at(id);
            let Some((from, to)) = entry(first).zip(entry(last)) else { continue };
            let Some(parent) = from.parent.and_then(entry) else { continue };
            let all = to.position - from.position + 1 == parent.children;
            if all && self.block(parent.opening).of(self.index.text()).trim_end().ends_with(':') {
                let provision = parent.number.clone();
                self.findings.push(Finding::ListEmptied { at: Span::default(), provision });
            }
        }
    }

    fn unit(&mut self, unit: &Unit) -> Option<FoundUnit> {
        match unit {
            Unit::Unstated => Some(FoundUnit::Part),
            Unit::Title => {
                let title = self.index.parts().get(self.part as usize).and_then(|part| part.title);
                match title {
                    Some(title) => Some(FoundUnit::Title(title)),
                    None => self.refuse(Finding::TitleNotFound { at: Span::default() }),
                }
            }
            Unit::Provisions(wanted) => self.provisions(wanted).map(FoundUnit::Provisions),
        }
    }

    /// Where a replacement or deletion acts.
    fn ranges(&mut self, at: &Locator) -> Option<Few<Target>> {
        if let Some(Sentences::List(list)) = &at.sentences {
            let runs = sentence_runs(list, at);
            let mut found = Few::new();
            for run in &runs {
                found.extend(self.ranges(run)?);
            }
            return Some(found);
        }
        let unit = self.unit(&at.unit)?;
        self.in_each(unit, at, |resolver, unit| resolver.ranges_in(unit, at))
    }

    /// "in paragraphs 3 and 5, …": sentences and words are sought in each of them.
    fn in_each(
        &mut self,
        unit: FoundUnit,
        at: &Locator,
        mut find: impl FnMut(&mut Self, FoundUnit) -> Option<Few<Target>>,
    ) -> Option<Few<Target>> {
        match unit {
            FoundUnit::Provisions(ids)
                if ids.len() > 1 && (at.words.is_some() || at.sentences.is_some()) =>
            {
                let mut targets = Few::with_capacity(ids.len());
                for id in ids {
                    targets.extend(find(self, FoundUnit::Provisions(smallvec![id]))?);
                }
                Some(targets)
            }
            unit => find(self, unit),
        }
    }

    fn ranges_in(&mut self, unit: FoundUnit, at: &Locator) -> Option<Few<Target>> {
        let sentences = self.sentences(&unit, at)?;
        if let Some(words) = &at.words {
            let within = self.within(&unit, at, sentences.as_ref())?;
            let spans = self.words(words, within)?;
            let numbers = sentences.and_then(|(_, numbers)| numbers);
            return Some(
                spans.into_iter().map(|span| self.text_target(&unit, span, numbers)).collect(),
            );
        }
        if let Some((span, numbers)) = sentences {
            let provision = self.provision_of(&unit, span);
            let (part, hang) = (self.part, Hang::On(span));
            let place = Place::Text { span };
            let unit = PlaceUnit::Sentence;
            return Some(smallvec![Target {
                part,
                place,
                hang,
                unit,
                provision,
                sentences: numbers
            }]);
        }
        match unit {
            FoundUnit::Part => self.refuse(Finding::not_understood(Span::default())),
            FoundUnit::Title(block) => {
                let span = self.block(block);
                let (part, place, hang) = (self.part, Place::Text { span }, Hang::On(span));
                let unit = PlaceUnit::Title;
                Some(smallvec![Target {
                    part,
                    place,
                    hang,
                    unit,
                    provision: None,
                    sentences: None
                }])
            }
            FoundUnit::Provisions(ids) => Some(self.runs(&ids)),
        }
    }

    fn text_target(&self, unit: &FoundUnit, span: Span, sentences: Option<(u32, u32)>) -> Target {
        let provision = self.provision_of(unit, span);
        let level = match unit {
            FoundUnit::Title(_) => PlaceUnit::Title,
            FoundUnit::Part | FoundUnit::Provisions(_) => PlaceUnit::Words,
        };
        let (part, place) = (self.part, Place::Text { span });
        Target { part, place, hang: Hang::On(span), unit: level, provision, sentences }
    }

    /// Where an insertion goes.
    fn points(&mut self, edge: Edge, at: &Locator, what: &Payload) -> Option<Few<Target>> {
        let neighbours = match at.sentences {
            None => true,
            Some(Sentences::Range(first, last)) => first.checked_add(1) == Some(last),
            Some(_) => false,
        };
        if edge == Edge::Between && !neighbours {
            return self.refuse(Finding::PlacesApart { at: Span::default() });
        }
        if let Some(Sentences::List(list)) = &at.sentences {
            let runs = sentence_runs(list, at);
            let mut found = Few::new();
            for run in &runs {
                found.extend(self.points(edge, run, what)?);
            }
            return Some(found);
        }
        let unit = self.unit(&at.unit)?;
        self.in_each(unit, at, |resolver, unit| resolver.points_in(unit, edge, at, what))
    }

    fn points_in(
        &mut self,
        unit: FoundUnit,
        edge: Edge,
        at: &Locator,
        what: &Payload,
    ) -> Option<Few<Target>> {
        let sentences = self.sentences(&unit, at)?;
        if let (Edge::Between, Some(Sentences::Range(first, _))) = (edge, &at.sentences) {
            let after = Locator { sentences: Some(Sentences::Nth(*first)), ..at.clone() };
            return self.points_in(unit, Edge::After, &after, what);
        }
        if let Some(words) = &at.words {
            let within = self.within(&unit, at, sentences.as_ref())?;
            let numbers = sentences.and_then(|(_, numbers)| numbers);
            let first = what.paragraphs.first().filter(|_| self.counted);
            self.beside = first.map(|what| (edge, what.content.text.clone()));
            let spans = self.words(words, within);
            self.beside = None;
            let spans = spans?;
            let point = |span: Span| {
                let point = self.point(edge_of(edge, span), Hang::On(span), &unit);
                Target { sentences: numbers, ..point }
            };
            return Some(spans.into_iter().map(point).collect());
        }
        if let Some((span, numbers)) = sentences {
            let hang = match edge {
                Edge::Beginning | Edge::End => Hang::On(span),
                Edge::Before | Edge::After | Edge::Between => self.hang_of(&unit, span),
            };
            let point = self.point(edge_of(edge, span), hang, &unit);
            return Some(smallvec![Target { sentences: numbers, ..point }]);
        }
        let target = match unit {
            FoundUnit::Part => self.part_edge(edge, what)?,
            FoundUnit::Title(block) => {
                let span = self.block(block);
                self.point(edge_of(edge, span), Hang::On(span), &unit)
            }
            FoundUnit::Provisions(ids) => self.provision_edge(edge, &ids, what)?,
        };
        Some(smallvec![target])
    }

    fn point(&self, (at, side): (u32, Side), hang: Hang, unit: &FoundUnit) -> Target {
        let block = self.index.block_of(at).unwrap_or(BlockId(0));
        let level = match unit {
            FoundUnit::Title(_) => PlaceUnit::Title,
            FoundUnit::Part | FoundUnit::Provisions(_) => PlaceUnit::Point,
        };
        let provision = self.provision_of(unit, Span { start: at, end: at });
        let place = Place::Point { block, at, side };
        Target { part: self.part, place, hang, unit: level, provision, sentences: None }
    }

    fn block(&self, block: BlockId) -> Span {
        self.index.block_at(block).map_or(Span::default(), |entry| entry.span)
    }

    /// The provision that a place belongs to: the one named, else the one the words stand in.
    fn provision_of(&self, unit: &FoundUnit, span: Span) -> Option<ProvisionId> {
        match unit {
            FoundUnit::Title(_) => None,
            FoundUnit::Provisions(ids) if ids.len() == 1 => ids.first().copied(),
            FoundUnit::Provisions(_) | FoundUnit::Part => {
                let block = self.index.block_of(span.start)?;
                self.index.block_at(block)?.provision
            }
        }
    }

    /// What an insertion beside a sentence hangs on: the paragraph.
    fn hang_of(&self, unit: &FoundUnit, span: Span) -> Hang {
        match self.provision_of(unit, span).and_then(|id| self.index.provision_at(id)) {
            Some(entry) => Hang::On(entry.span),
            None => Hang::Part,
        }
    }

    /// The sentences a locator names, `Some(None)` where it names none.
    fn sentences(&mut self, unit: &FoundUnit, at: &Locator) -> Option<Option<FoundSentences>> {
        let Some(wanted) = &at.sentences else { return Some(None) };
        if let Sentences::Quoted(quote) = wanted {
            let within = self.within(unit, at, None)?;
            let found = self.one(quote, within)?;
            return match self.whole_sentences(found) {
                Some(whole) => Some(Some((whole, None))),
                None => {
                    let (at, words) = (quote.span, quote.text.clone());
                    self.refuse(Finding::NotASentence { at, words })
                }
            };
        }
        if *wanted == Sentences::Around {
            let within = self.within(unit, at, None)?;
            let quote = match &at.words {
                Some(WordsAt::AllAfter { after: quote } | WordsAt::AllBefore { before: quote }) => {
                    quote
                }
                _ => return self.refuse(Finding::not_understood(Span::default())),
            };
            let found = self.one(quote, within)?;
            let block = self.index.block_of(found.start)?;
            let sentences = self.index.sentences_of(block);
            let own = sentences.iter().find(|sentence| sentence.contains(found));
            return match own {
                Some(own) => Some(Some((*own, None))),
                None => self.refuse(Finding::not_understood(quote.span)),
            };
        }
        let block = match unit {
            FoundUnit::Title(block) => *block,
            FoundUnit::Provisions(ids) if ids.len() == 1 => {
                self.index.provision_at(ids[0]).map_or(BlockId(0), |entry| entry.opening)
            }
            FoundUnit::Provisions(_) | FoundUnit::Part => {
                return self.refuse(Finding::not_understood(Span::default()));
            }
        };
        let sentences = self.index.sentences_of(block);
        let has = sentences.len() as u32;
        let (first, last) = match *wanted {
            Sentences::Nth(n) => (n, n),
            Sentences::Last => (has, has),
            Sentences::Penultimate => (has.saturating_sub(1), has.saturating_sub(1)),
            Sentences::LastCount(count) => ((has + 1).saturating_sub(count), has),
            Sentences::Range(first, last) => (first, last),
            // Quoted ones are found above, and listed ones are taken run by run.
            Sentences::Quoted(_) | Sentences::List(_) | Sentences::Around => (0, 0),
        };
        if first == 0 || first > last || last > has {
            let provision = self.provision_of(unit, self.block(block));
            let provision = provision.and_then(|id| self.index.provision_at(id));
            let provision = provision.map_or(String::new(), |entry| entry.number.clone());
            let wanted = match at.sentences {
                Some(Sentences::Penultimate) => 2,
                _ => last.max(1),
            };
            let finding = Finding::SentenceNotFound { at: Span::default(), provision, wanted, has };
            return self.refuse(finding);
        }
        let span = Span {
            start: sentences[first as usize - 1].start,
            end: sentences[last as usize - 1].end,
        };
        Some(Some((span, Some((first, last)))))
    }

    /// The sentences that quoted words make up, a final mark left out by the wording included;
    /// `None` where they are less than whole sentences.
    fn whole_sentences(&self, found: Span) -> Option<Span> {
        let sentences = self.index.sentences_of(self.index.block_of(found.start)?);
        sentences.iter().find(|sentence| sentence.start == found.start)?;
        let last = sentences.iter().find(|sentence| sentence.end >= found.end)?;
        let left = Span { start: found.end, end: last.end }.of(self.index.text());
        let only_marks = !left.contains(char::is_alphanumeric);
        only_marks.then_some(Span { start: found.start, end: last.end })
    }

    /// The stretch in which words are sought.
    fn within(
        &mut self,
        unit: &FoundUnit,
        at: &Locator,
        sentences: Option<&FoundSentences>,
    ) -> Option<Span> {
        if let Some((span, _)) = sentences {
            return Some(*span);
        }
        let span = match unit {
            FoundUnit::Part => self.index.parts().get(self.part as usize)?.span,
            FoundUnit::Title(block) => self.block(*block),
            FoundUnit::Provisions(ids) => {
                let first = self.index.provision_at(*ids.first()?)?.span;
                let last = self.index.provision_at(*ids.last()?)?.span;
                Span { start: first.start, end: last.end }
            }
        };
        match &at.rule {
            Some(rule) => self.rule(rule, span),
            None => Some(span),
        }
    }
}

/// What words to the end of a text come to.
struct ToTheEnd {
    /// The words themselves, or the point where they would stand before the mark.
    words: Target,
    /// The sentences behind that of the words, where its own mark stays.
    rest: Option<Target>,
}

impl ToTheEnd {
    fn all(words: Target) -> Self {
        Self { words, rest: None }
    }
}

/// The same at other words.
fn at_text(target: &Target, span: Span) -> Target {
    Target { place: Place::Text { span }, hang: Hang::On(span), ..*target }
}

/// Whether the new text ends with a final mark, closing quotes and brackets apart.
fn ends_with_mark(with: &Payload) -> bool {
    let last = with.paragraphs.last().map_or("", |paragraph| paragraph.content.text.trim_end());
    last.trim_end_matches(['»', '”', '"', ')', ']', ' ', '\u{a0}', '\u{202f}'])
        .ends_with(['.', ';', ':', '!', '?', '…'])
}

/// The offset at an edge of a span, and the text a point there belongs to.
fn edge_of(edge: Edge, span: Span) -> (u32, Side) {
    match edge {
        Edge::Before | Edge::Beginning => (span.start, Side::Next),
        Edge::After | Edge::End | Edge::Between => (span.end, Side::Previous),
    }
}

/// The locator once for each run of neighbours among the sentences it lists.
fn sentence_runs(list: &[u32], at: &Locator) -> Vec<Locator> {
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for nth in list {
        match runs.last_mut() {
            Some((_, last)) if last.checked_add(1) == Some(*nth) => *last = *nth,
            _ => runs.push((*nth, *nth)),
        }
    }
    let located = |(first, last): (u32, u32)| {
        let one = first == last;
        let sentences = if one { Sentences::Nth(first) } else { Sentences::Range(first, last) };
        Locator { sentences: Some(sentences), ..at.clone() }
    };
    runs.into_iter().map(located).collect()
}
