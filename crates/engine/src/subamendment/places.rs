//! Where a sub-amendment acts in the small draft: exactly one place, or a reason.

use super::Wording;
use super::base::{BEFORE, Laid, UNPRINTED};
use instruction::{
    Counted, Edge, Finding, Frame, Hang, Instruction, Locator, Occurrence, Operation, PayloadUnit,
    Place, Provisions, Scope, Sentences, Target, Unit, Words, WordsAt, resolve,
};
use source::Span;
use text::{BlockId, BlockRole, ProvisionId};

/// Operations with their places found.
type Found = Vec<Operation<Target>>;

/// A sentence of a new text: the part, the number of its paragraph, its place there (1-based); none
/// where the sentence stands behind sub-paragraphs.
type Sentence = Option<(u32, String, u32)>;

impl Wording<'_> {
    /// The places of one operation.
    pub(super) fn operation(
        &self,
        operation: &Operation<Locator>,
        findings: &mut Vec<Finding>,
    ) -> Option<Found> {
        let at = operation.at();
        let mut quiet = Vec::new();
        let found = match (&at.unit, &at.sentences, &at.words) {
            _ if at.rule.is_some() => refuse(Finding::not_understood(Span::default()), &mut quiet),
            (Unit::Title, ..) => refuse(Finding::not_understood(Span::default()), &mut quiet),
            (Unit::Provisions(Provisions::Counted(counted)), ..) => {
                self.counted(operation, *counted, &mut quiet)
            }
            (Unit::Provisions(_), ..) => {
                let parts = self.payloads.iter().flat_map(Laid::parts).collect();
                self.in_one_of(operation, parts, &mut quiet)
            }
            (Unit::Unstated, Some(Sentences::Quoted(_)), _) => {
                let parts = self.payloads.iter().flat_map(Laid::parts).collect();
                self.in_one_of(operation, parts, &mut quiet)
            }
            (Unit::Unstated, Some(sentences), _) => {
                self.sentences(operation, sentences, &mut quiet)
            }
            (Unit::Unstated, None, Some(words)) => self.words(operation, words, &mut quiet),
            (Unit::Unstated, None, None) => self.edge(operation, &mut quiet),
        };
        quiet.iter_mut().for_each(without_inner_numbers);
        findings.append(&mut quiet);
        found.filter(|found| self.fits(operation, found, findings))
    }

    /// An amendment that brings words or sentences takes no paragraphs: nobody could say where they
    /// would begin.
    fn fits(
        &self,
        operation: &Operation<Locator>,
        found: &Found,
        findings: &mut Vec<Finding>,
    ) -> bool {
        let several = match operation {
            Operation::Insert { what, .. } => what.unit == PayloadUnit::Provisions,
            Operation::Replace { at, with } => {
                let whole = at.words.is_none() && at.sentences.is_none();
                whole && with.paragraphs.len() > 1
            }
            Operation::Delete { .. } => false,
        };
        let in_words = |part: u32| {
            let payload = self.payloads.iter().find(|payload| payload.text == Some(part));
            payload.is_some_and(|payload| payload.words && self.top(part).len() < 2)
        };
        let fits = !several || !found.iter().any(|found| in_words(found.at().part));
        if !fits {
            findings.push(Finding::NoParagraphs { at: Span::default() });
        }
        fits
    }

    /// In the only one of these parts where the place is found.
    fn in_one_of(
        &self,
        operation: &Operation<Locator>,
        parts: Vec<u32>,
        findings: &mut Vec<Finding>,
    ) -> Option<Found> {
        let (mut found, mut tried) = (Vec::new(), Vec::new());
        for part in parts {
            let mut quiet = Vec::new();
            match self.resolved(operation, part, &mut quiet) {
                Some(placed) => {
                    found.push(placed);
                    findings.append(&mut quiet);
                }
                // Twice in one part is no place, whatever the others hold.
                None if quiet.iter().any(is_ambiguous) => {
                    findings.append(&mut quiet);
                    return None;
                }
                None => tried.append(&mut quiet),
            }
        }
        match (found.pop(), found.is_empty()) {
            (Some(only), true) => Some(only),
            (None, _) => {
                let best = tried.iter().position(says_more).unwrap_or(0);
                findings.extend(tried.into_iter().nth(best));
                None
            }
            (Some(last), false) => {
                found.push(last);
                findings.push(self.several(operation, &found));
                None
            }
        }
    }

    /// What is said of a place that several parts have.
    fn several(&self, operation: &Operation<Locator>, found: &[Found]) -> Finding {
        let quote = match (&operation.at().words, &operation.at().sentences) {
            (Some(WordsAt::Quoted { quote, .. }), _) | (_, Some(Sentences::Quoted(quote))) => quote,
            _ => return Finding::not_understood(Span::default()),
        };
        let around = |found: &Operation<Target>| {
            let span = found.at().place.span();
            let block = self.index.block_of(span.start).and_then(|id| self.index.block_at(id));
            let text = block.map_or("", |block| block.span.of(self.index.text()));
            Words { text: text.chars().take(80).collect(), span }
        };
        let found = found.iter().flatten().map(around).collect();
        Finding::WordsAmbiguous { at: quote.span, words: quote.text.clone(), found }
    }

    /// One operation in one part of the small draft.
    fn resolved(
        &self,
        operation: &Operation<Locator>,
        part: u32,
        findings: &mut Vec<Finding>,
    ) -> Option<Found> {
        let operations = vec![operation.clone()];
        let written = Instruction { frame: Frame::default(), operations };
        let (draft, index, language) = (&self.draft, &self.index, self.language);
        let scope = Scope { draft, index, part: Some(part), language };
        let mut operations = resolve(&written, &scope, findings)?.operations;
        let mut goes_on = false;
        for operation in &mut operations {
            goes_on |= self.behind_the_draft(operation);
        }
        // There a comma follows words of the draft.
        findings.retain(|found| !(goes_on && matches!(found, Finding::LeadingMark { .. })));
        Some(operations)
    }

    /// Moves a place at the beginning of a new text behind what stands for the draft's words.
    fn behind_the_draft(&self, operation: &mut Operation<Target>) -> bool {
        let at = match operation {
            Operation::Insert { at, .. }
            | Operation::Replace { at, .. }
            | Operation::Delete { at } => at,
        };
        let text = self.index.text();
        let stands = |at: u32| text.get(at as usize..).is_some_and(|rest| rest.starts_with(BEFORE));
        let behind = |at: u32| if stands(at) { at + BEFORE.len_utf8() as u32 } else { at };
        let before = at.place.span();
        match &mut at.place {
            Place::Text { span } => span.start = behind(span.start),
            Place::Point { at, .. } => *at = behind(*at),
            Place::Provisions { .. } | Place::Slot { .. } | Place::Closing { .. } => return false,
        }
        if let Hang::On(span) = &mut at.hang {
            span.start = behind(span.start);
        }
        at.place.span() != before
    }

    fn resolved_in(
        &self,
        operation: &Operation<Locator>,
        (part, number): (u32, String),
        findings: &mut Vec<Finding>,
    ) -> Option<Found> {
        let at =
            Locator { unit: Unit::Provisions(Provisions::One(number)), ..operation.at().clone() };
        self.resolved(&moved(operation, at), part, findings)
    }

    /// The paragraphs at the top of a part.
    fn top(&self, part: u32) -> Vec<ProvisionId> {
        let entries = (0..).map(ProvisionId).zip(self.index.provisions());
        let top = entries.filter(|(_, entry)| entry.part == part && entry.depth == 0);
        top.map(|(id, _)| id).collect()
    }

    fn number(&self, id: ProvisionId) -> String {
        self.index.provision_at(id).map(|entry| entry.number.clone()).unwrap_or_default()
    }

    /// The numbers printed in the new texts, as candidates.
    fn uncounted(&self) -> Finding {
        let printed = |number: &&String| !number.starts_with(UNPRINTED);
        let entries = self.index.provisions().iter();
        let numbers = entries.filter(|entry| entry.part < self.operative);
        let numbers = numbers.map(|entry| &entry.number).filter(printed).cloned().collect();
        Finding::CountedParagraph { at: Span::default(), numbers }
    }

    /// "The second paragraph" of the only new text that has one. Where paragraphs stand below others
    /// it is not clear which are counted.
    fn counted(
        &self,
        operation: &Operation<Locator>,
        counted: Counted,
        findings: &mut Vec<Finding>,
    ) -> Option<Found> {
        let mut found = Vec::new();
        for payload in &self.payloads {
            let all: Vec<(u32, ProvisionId)> = payload
                .parts()
                .flat_map(|part| self.top(part).into_iter().map(move |id| (part, id)))
                .collect();
            let paragraphs = self.read.operations.get(payload.operation);
            let paragraphs = paragraphs
                .and_then(Operation::payload)
                .map_or(0, |payload| payload.paragraphs.len());
            let clear = paragraphs == all.len();
            let one = match counted {
                Counted::Only => all.first().filter(|_| all.len() == 1),
                Counted::Nth(nth) => (nth as usize).checked_sub(1).and_then(|at| all.get(at)),
                Counted::Last => all.last(),
            };
            let only = counted == Counted::Only && one.is_some();
            if !clear && !only {
                return refuse(self.uncounted(), findings);
            }
            found.extend(one.map(|(part, id)| (*part, self.number(*id))));
        }
        match (found.pop(), found.is_empty(), counted, self.uncounted()) {
            (Some(only), true, ..) => self.resolved_in(operation, only, findings),
            (None, _, Counted::Nth(nth), Finding::CountedParagraph { numbers: nearest, at }) => {
                refuse(
                    Finding::ProvisionNotFound { at, number: nth.to_string(), nearest },
                    findings,
                )
            }
            (.., uncounted) => refuse(uncounted, findings),
        }
    }

    /// Sentences counted from the beginning of a new text.
    fn sentences(
        &self,
        operation: &Operation<Locator>,
        wanted: &Sentences,
        findings: &mut Vec<Finding>,
    ) -> Option<Found> {
        let (mut found, mut tried) = (Vec::new(), Vec::new());
        for payload in &self.payloads {
            let mut quiet = Vec::new();
            match self.sentences_of(operation, wanted, payload, &mut quiet) {
                Some(placed) => {
                    found.push(placed);
                    findings.append(&mut quiet);
                }
                None => tried.append(&mut quiet),
            }
        }
        match (found.pop(), found.is_empty()) {
            (Some(only), true) => Some(only),
            (Some(_), false) => refuse(self.uncounted(), findings),
            (None, _) => {
                findings.extend(tried.into_iter().next());
                None
            }
        }
    }

    fn sentences_of(
        &self,
        operation: &Operation<Locator>,
        wanted: &Sentences,
        payload: &Laid,
        findings: &mut Vec<Finding>,
    ) -> Option<Found> {
        let all = self.all_sentences(payload);
        let Some(wanted) = positions(wanted, all.len() as u32) else {
            let (has, wanted) = (all.len() as u32, last_wanted(wanted));
            let (at, provision) = (Span::default(), String::new());
            return refuse(Finding::SentenceNotFound { at, provision, wanted, has }, findings);
        };
        let counted: Option<Vec<(u32, String, u32)>> =
            wanted.iter().map(|nth| all.get(*nth as usize - 1)?.clone()).collect();
        let Some(counted) = counted.filter(|_| !self.counts_otherwise(payload, operation)) else {
            return refuse(self.uncounted(), findings);
        };
        let mut places: Vec<((u32, String), Vec<u32>)> = Vec::new();
        for (part, number, nth) in counted {
            match places.last_mut() {
                Some((place, list)) if *place == (part, number.clone()) => list.push(nth),
                _ => places.push(((part, number), vec![nth])),
            }
        }
        if places.len() > 1 && !matches!(operation, Operation::Delete { .. }) {
            return refuse(Finding::PlacesApart { at: Span::default() }, findings);
        }
        let mut found = Vec::new();
        for (place, list) in places {
            let at = Locator { sentences: Some(listed(list)), ..operation.at().clone() };
            found.extend(self.resolved_in(&moved(operation, at), place, findings)?);
        }
        Some(found)
    }

    /// Whether "the second sentence" could also be that of a later paragraph.
    fn counts_otherwise(&self, payload: &Laid, operation: &Operation<Locator>) -> bool {
        let wanted = match &operation.at().sentences {
            Some(Sentences::Nth(nth)) => *nth,
            Some(Sentences::Range(_, last)) => *last,
            Some(Sentences::List(list)) => list.iter().copied().max().unwrap_or(0),
            Some(Sentences::Last | Sentences::Penultimate | Sentences::LastCount(_)) => {
                return false;
            }
            Some(Sentences::Quoted(_) | Sentences::Around) | None => return false,
        };
        let blocks = self.blocks(payload);
        let later = blocks.iter().skip(1);
        !payload.words
            && later.map(|id| self.index.sentences_of(*id).len()).any(|has| has >= wanted as usize)
    }

    /// The blocks of a new text, in their order.
    fn blocks(&self, payload: &Laid) -> Vec<BlockId> {
        let parts: Vec<u32> = payload.parts().collect();
        let blocks = (0..).map(BlockId).zip(self.index.blocks());
        blocks.filter(|(_, block)| parts.contains(&block.part)).map(|(id, _)| id).collect()
    }

    fn all_sentences(&self, payload: &Laid) -> Vec<Sentence> {
        let mut all = Vec::new();
        for id in self.blocks(payload) {
            let Some(block) = self.index.block_at(id) else { continue };
            let number = block.provision.map(|id| self.number(id)).unwrap_or_default();
            let counted = block.role == BlockRole::Opening;
            for nth in 0..self.index.sentences_of(id).len() as u32 {
                all.push(counted.then(|| (block.part, number.clone(), nth + 1)));
            }
        }
        all
    }

    /// Quoted words: in the new texts, else in the operative words.
    fn words(
        &self,
        operation: &Operation<Locator>,
        words: &WordsAt,
        findings: &mut Vec<Finding>,
    ) -> Option<Found> {
        let occurrence = match words {
            WordsAt::Quoted { occurrence, .. } => *occurrence,
            _ => Occurrence::Only,
        };
        let outer = |payload: &Laid| match occurrence {
            Occurrence::AtBeginning => payload.parts().next().into_iter().collect(),
            Occurrence::AtEnd => payload.parts().next_back().into_iter().collect(),
            _ => payload.parts().collect::<Vec<u32>>(),
        };
        let parts: Vec<u32> = self.payloads.iter().flat_map(outer).collect();
        if occurrence == Occurrence::Every {
            return self.everywhere(operation, parts, findings);
        }
        let mut quiet = Vec::new();
        if let Some(found) = self.in_one_of(operation, parts, &mut quiet) {
            findings.append(&mut quiet);
            if self.ends_elsewhere(words, &found) {
                return refuse(self.uncounted(), findings);
            }
            return Some(found);
        }
        let operative = occurrence == Occurrence::Only && !quiet.iter().any(is_ambiguous);
        if operative {
            let parts = (self.operative..self.draft.parts.len() as u32).collect();
            let mut other = Vec::new();
            if let Some(found) = self.in_one_of(operation, parts, &mut other) {
                findings.append(&mut other);
                return Some(found);
            }
            if quiet.is_empty() || other.iter().any(is_ambiguous) {
                findings.append(&mut other);
                return None;
            }
        }
        findings.append(&mut quiet);
        None
    }

    /// "Each time it occurs": in all new texts.
    fn everywhere(
        &self,
        operation: &Operation<Locator>,
        parts: Vec<u32>,
        findings: &mut Vec<Finding>,
    ) -> Option<Found> {
        let (mut all, mut tried) = (Vec::new(), Vec::new());
        for part in parts {
            let mut quiet = Vec::new();
            match self.resolved(operation, part, &mut quiet) {
                Some(found) => {
                    all.extend(found);
                    findings.append(&mut quiet);
                }
                None => tried.append(&mut quiet),
            }
        }
        if all.is_empty() {
            findings.extend(tried.into_iter().next());
            return None;
        }
        Some(all)
    }

    /// Whether "all words after …" ends with a paragraph while others follow.
    fn ends_elsewhere(&self, words: &WordsAt, found: &Found) -> bool {
        let Some(target) = found.first().map(Operation::at) else { return false };
        let payload = self.payloads.iter().find(|laid| laid.parts().any(|p| p == target.part));
        let blocks = payload.map(|payload| self.blocks(payload)).unwrap_or_default();
        let block = self.index.block_of(target.place.span().start);
        match words {
            WordsAt::AllAfter { .. } | WordsAt::FromToEnd { .. } => block != blocks.last().copied(),
            WordsAt::AllBefore { .. } => block != blocks.first().copied(),
            WordsAt::Quoted { .. } | WordsAt::FromTo { .. } => false,
        }
    }

    /// "At the end, insert …": of the new text.
    fn edge(&self, operation: &Operation<Locator>, findings: &mut Vec<Finding>) -> Option<Found> {
        let (Operation::Insert { edge, what, .. }, [payload]) =
            (operation, self.payloads.as_slice())
        else {
            return refuse(Finding::not_understood(Span::default()), findings);
        };
        let at_end = match edge {
            Edge::End => true,
            Edge::Beginning => false,
            Edge::Before | Edge::After | Edge::Between => {
                return refuse(Finding::not_understood(Span::default()), findings);
            }
        };
        let part = if at_end { payload.parts().next_back() } else { payload.parts().next() };
        let Some(part) = part else {
            return refuse(Finding::not_understood(Span::default()), findings);
        };
        if what.unit == PayloadUnit::Provisions {
            return match self.parent_in(part, at_end, what.paragraphs.first()?.number.as_deref()) {
                Some(Some(parent)) => self.resolved_in(operation, (part, parent), findings),
                Some(None) => self.resolved(operation, part, findings),
                None => refuse(self.uncounted(), findings),
            };
        }
        let blocks = self.blocks(payload);
        let block = if at_end { blocks.last() } else { blocks.first() };
        let owner = block.and_then(|id| self.index.block_at(*id)?.provision);
        self.resolved_in(operation, (part, self.number(owner?)), findings)
    }

    /// The paragraph below which another comes at the end of a part, by the number that it prints;
    /// `Some(None)`: below none. `None`: that is not clear.
    fn parent_in(&self, part: u32, at_end: bool, printed: Option<&str>) -> Option<Option<String>> {
        let top = self.top(part);
        let nested = top
            .last()
            .and_then(|id| self.index.provision_at(*id))
            .is_some_and(|entry| entry.children > 0 || entry.closing.is_some());
        if !at_end || !nested {
            return Some(None);
        }
        let depth = |number: &str| number.split('.').count();
        let first = top.first().map(|id| self.number(*id)).unwrap_or_default();
        let printed = printed?;
        if depth(printed) == depth(&first) {
            return Some(None);
        }
        let (above, _) = printed.rsplit_once('.')?;
        let [_] = self.index.numbered(part, above) else { return None };
        Some(Some(above.to_owned()))
    }
}

fn refuse<T>(finding: Finding, findings: &mut Vec<Finding>) -> Option<T> {
    findings.push(finding);
    None
}

fn is_ambiguous(finding: &Finding) -> bool {
    matches!(finding, Finding::WordsAmbiguous { .. })
}

/// Of the reasons of several parts, one that lists what comes near.
fn says_more(finding: &Finding) -> bool {
    match finding {
        Finding::WordsNotFound { nearest, .. } => !nearest.is_empty(),
        Finding::ProvisionNotFound { nearest, .. } => {
            nearest.iter().any(|number| !number.starts_with(UNPRINTED))
        }
        _ => true,
    }
}

/// Takes out the numbers that stand in no wording.
fn without_inner_numbers(finding: &mut Finding) {
    match finding {
        Finding::ProvisionNotFound { nearest, .. } => {
            nearest.retain(|number| !number.starts_with(UNPRINTED));
        }
        Finding::SentenceNotFound { provision, .. }
        | Finding::ChildrenLost { provision, .. }
        | Finding::EndAfterChildren { provision, .. }
            if provision.starts_with(UNPRINTED) =>
        {
            provision.clear();
        }
        Finding::WordsNotFound { nearest: words, .. }
        | Finding::WordsAmbiguous { found: words, .. } => {
            words.iter_mut().for_each(|words| words.text.retain(|c| c != BEFORE));
        }
        _ => {}
    }
}

fn moved(operation: &Operation<Locator>, to: Locator) -> Operation<Locator> {
    let mut operation = operation.clone();
    match &mut operation {
        Operation::Insert { at, .. } | Operation::Replace { at, .. } | Operation::Delete { at } => {
            *at = to
        }
    }
    operation
}

/// The sentences meant among so many, 1-based and in order; `None` where there are fewer.
fn positions(wanted: &Sentences, has: u32) -> Option<Vec<u32>> {
    let (first, last) = match wanted {
        Sentences::Nth(nth) => (*nth, *nth),
        Sentences::Last => (has, has),
        Sentences::Penultimate => (has.checked_sub(1)?, has.checked_sub(1)?),
        Sentences::LastCount(count) => ((has + 1).checked_sub(*count)?, has),
        Sentences::Range(first, last) => (*first, *last),
        Sentences::List(list) => {
            let fit = list.iter().all(|nth| (1..=has).contains(nth));
            return fit.then(|| list.clone());
        }
        Sentences::Quoted(_) | Sentences::Around => return None,
    };
    (first > 0 && first <= last && last <= has).then(|| (first..=last).collect())
}

/// The last sentence that a wording asks for, to be named where there are fewer.
fn last_wanted(wanted: &Sentences) -> u32 {
    match wanted {
        Sentences::Nth(last) | Sentences::Range(_, last) | Sentences::LastCount(last) => *last,
        Sentences::List(list) => list.iter().copied().max().unwrap_or(1),
        Sentences::Penultimate => 2,
        Sentences::Last | Sentences::Quoted(_) | Sentences::Around => 1,
    }
}

fn listed(list: Vec<u32>) -> Sentences {
    match (list.as_slice(), list.windows(2).all(|two| two[0].checked_add(1) == Some(two[1]))) {
        ([only], _) => Sentences::Nth(*only),
        ([first, .., last], true) => Sentences::Range(*first, *last),
        _ => Sentences::List(list),
    }
}
