//! Provisions by their numbers, and the edges of provisions and parts.

use super::{Few, Resolver};
use crate::{
    Counted, Edge, Finding, Hang, Ordinal, Payload, PayloadUnit, Place, PlaceUnit, Provisions,
    Side, Target, UnitPath,
};
use smallvec::smallvec;
use source::Span;
use text::{BlockId, BlockRole, ProvisionId};

impl Resolver<'_> {
    /// The provisions named, in document order.
    pub(super) fn provisions(&mut self, wanted: &Provisions) -> Option<Few<ProvisionId>> {
        match wanted {
            Provisions::One(number) => Some(smallvec![self.provision(number)?]),
            Provisions::List(numbers) => {
                let mut ids = Few::with_capacity(numbers.len());
                for number in numbers {
                    ids.push(self.provision(number)?);
                }
                ids.sort_unstable();
                ids.dedup();
                Some(ids)
            }
            Provisions::Counted(counted) => Some(smallvec![self.counted(*counted)?]),
            Provisions::Labelled { unit, blocks } => self.labelled(unit, *blocks),
            Provisions::Range(first, last) => {
                let (from, to) = (self.provision(first)?, self.provision(last)?);
                let parent = self.index.provision_at(from)?.parent;
                if from > to || self.index.provision_at(to)?.parent != parent {
                    return self.refuse(Finding::RangeReversed { at: Span::default() });
                }
                let siblings = self.index.provisions().iter().enumerate();
                let ids = siblings
                    .skip(from.0 as usize)
                    .take(to.0 as usize + 1 - from.0 as usize)
                    .filter(|(_, entry)| entry.parent == parent)
                    .map(|(id, _)| ProvisionId(id as u32));
                Some(ids.collect())
            }
        }
    }

    /// "The second paragraph" of a draft text is its paragraph 2, where nothing else can be meant: no
    /// text without a number is counted with it, and the numbers are those of the places.
    fn counted(&mut self, counted: Counted) -> Option<ProvisionId> {
        let part = self.index.parts().get(self.part as usize)?;
        let (first, last) = (part.provisions.0.0, part.provisions.1.0);
        let all = (first..last).map(ProvisionId);
        let entry = |id: &ProvisionId| self.index.provision_at(*id);
        let top: Vec<ProvisionId> =
            all.filter(|id| entry(id).is_some_and(|entry| entry.depth == 0)).collect();
        let begins = top.first().and_then(entry).map_or(0, |entry| entry.span.start);
        let loose = self.index.blocks().iter().any(|block| {
            // A heading over an article is nothing that is counted.
            let over = self.counted && block.span.end <= begins;
            block.part == self.part
                && !over
                && matches!(block.role, BlockRole::Loose | BlockRole::Opaque)
        });
        let nested = top.len() != (last - first) as usize;
        let found = match counted {
            Counted::Only => top.first().filter(|_| top.len() == 1),
            Counted::Nth(nth) => top.get((nth as usize).saturating_sub(1)).filter(|id| {
                !nested && entry(id).is_some_and(|entry| entry.number == nth.to_string())
            }),
            Counted::Last => top.last().filter(|_| !nested),
        };
        match found.filter(|_| !loose) {
            Some(id) => Some(*id),
            None => {
                let numbers = top.iter().filter_map(entry).map(|entry| entry.number.clone());
                let numbers = numbers.collect();
                self.refuse(Finding::CountedParagraph { at: Span::default(), numbers })
            }
        }
    }

    /// The provisions under the labels that the text prints, all or some of them.
    fn labelled(
        &mut self,
        unit: &UnitPath,
        blocks: Option<(Ordinal, Ordinal)>,
    ) -> Option<Few<ProvisionId>> {
        let part = self.index.parts().get(self.part as usize)?;
        let all = part.provisions.0.0..part.provisions.1.0;
        let top =
            |id: &u32| self.index.provision_at(ProvisionId(*id)).is_some_and(|p| p.depth == 0);
        if unit.is_whole() && blocks.is_none() && !all.is_empty() {
            let mut whole = Few::with_capacity(all.len());
            whole.extend(all.filter(top).map(ProvisionId));
            return Some(whole);
        }
        let mut found: Vec<u32> = all.filter(top).collect();
        let texts = |id: &u32| {
            let entry = self.index.provision_at(ProvisionId(*id));
            entry.map_or("", |entry| self.block(entry.opening).of(self.index.text()))
        };
        if !unit.labels.is_empty() {
            let units = text::units(found.iter().map(texts));
            let (first, end) = match text::find_unit(&units, &unit.labels) {
                Ok(unit) => unit.blocks,
                Err(several) => {
                    let (at, number) = (Span::default(), unit.labels.join(" "));
                    return self.refuse(match several {
                        0 => Finding::ProvisionNotFound { at, number, nearest: Vec::new() },
                        _ => Finding::ProvisionAmbiguous { at, number },
                    });
                }
            };
            found = found.get(first..end)?.to_vec();
        }
        if unit.quoted {
            found.retain(|id| text::is_quoted(texts(id)));
        }
        if let Some((first, last)) = blocks {
            let place = |ordinal: Ordinal| match ordinal {
                Ordinal::Nth(nth) => (nth as usize).checked_sub(1),
                Ordinal::FromEnd(nth) => found.len().checked_sub(nth as usize),
            };
            let meant = place(first).zip(place(last)).and_then(|(from, to)| found.get(from..=to));
            found = match meant.filter(|meant| !meant.is_empty()) {
                Some(meant) => meant.to_vec(),
                None => {
                    let numbers = found.len().to_string();
                    let at = Span::default();
                    return self.refuse(Finding::CountedParagraph { at, numbers: vec![numbers] });
                }
            };
        }
        if found.is_empty() {
            let (at, number) = (Span::default(), unit.labels.join(" "));
            return self.refuse(Finding::ProvisionNotFound { at, number, nearest: Vec::new() });
        }
        Some(found.into_iter().map(ProvisionId).collect())
    }

    fn provision(&mut self, number: &str) -> Option<ProvisionId> {
        match self.index.numbered(self.part, number) {
            [only] => Some(*only),
            [] => {
                let nearest = self.nearest_numbers(number);
                let (at, number) = (Span::default(), number.to_owned());
                self.refuse(Finding::ProvisionNotFound { at, number, nearest })
            }
            _ => {
                let (at, number) = (Span::default(), number.to_owned());
                self.refuse(Finding::ProvisionAmbiguous { at, number })
            }
        }
    }

    /// Numbers that exist and come nearest: with the same beginning, or the last of the part.
    fn nearest_numbers(&self, number: &str) -> Vec<String> {
        let Some(part) = self.index.parts().get(self.part as usize) else { return Vec::new() };
        let (from, to) = (part.provisions.0.0 as usize, part.provisions.1.0 as usize);
        let entries = self.index.provisions().get(from..to).unwrap_or(&[]);
        let parent = number.rsplit_once('.').map_or("", |(parent, _)| parent);
        let mut near: Vec<String> = entries
            .iter()
            .filter(|entry| {
                entry.number == parent
                    || entry.number.rsplit_once('.').map_or("", |(above, _)| above) == parent
            })
            .map(|entry| entry.number.clone())
            .collect();
        let surplus = near.len().saturating_sub(3);
        near.drain(..surplus);
        near
    }

    /// Targets for whole provisions: one for each run of siblings that follow one another.
    pub(super) fn runs(&self, ids: &[ProvisionId]) -> Few<Target> {
        let mut runs: Few<(ProvisionId, ProvisionId)> = Few::new();
        for id in ids {
            let follows = |last: ProvisionId| {
                let (last, next) = (self.index.provision_at(last), self.index.provision_at(*id));
                matches!((last, next), (Some(last), Some(next))
                    if last.parent == next.parent && last.next == *id)
            };
            match runs.last_mut() {
                Some((_, last)) if follows(*last) => *last = *id,
                // A provision under one already named goes with it.
                Some((_, last)) if self.index.provision_at(*last).is_some_and(|l| *id < l.next) => {
                }
                _ => runs.push((*id, *id)),
            }
        }
        let target = |(first, last): (ProvisionId, ProvisionId)| {
            let start = self.index.provision_at(first).map_or(0, |entry| entry.span.start);
            let end = self.index.provision_at(last).map_or(start, |entry| entry.span.end);
            let span = Span { start, end };
            let (place, hang) = (Place::Provisions { first, last, span }, Hang::On(span));
            let (unit, provision) = (PlaceUnit::Provision, Some(first));
            Target { part: self.part, place, hang, unit, provision, sentences: None }
        };
        runs.into_iter().map(target).collect()
    }

    /// An insertion before or after, at the beginning or the end of a provision.
    pub(super) fn provision_edge(
        &mut self,
        edge: Edge,
        ids: &[ProvisionId],
        what: &Payload,
    ) -> Option<Target> {
        if edge == Edge::Between {
            return self.slot_between(ids);
        }
        let runs = self.runs(ids);
        let [run] = runs.as_slice() else {
            return self.refuse(Finding::PlacesApart { at: Span::default() });
        };
        let Place::Provisions { first, last, .. } = run.place else { return None };
        let sub_provisions = what.unit == PayloadUnit::Provisions;
        match edge {
            Edge::Before => self.slot_beside(first, Edge::Before),
            Edge::After => {
                self.follows_its_unit(last, what)?;
                self.slot_beside(last, Edge::After)
            }
            Edge::Beginning if sub_provisions && self.counted => self.within_run(first, last, edge),
            Edge::End if sub_provisions && self.counted => self.within_run(first, last, edge),
            Edge::Beginning if sub_provisions => self.slot_inside(first, Edge::Beginning),
            Edge::End if sub_provisions => self.slot_inside(last, Edge::End),
            Edge::Beginning => {
                let entry = self.index.provision_at(first)?;
                let block = self.block(entry.opening);
                let text = block.of(self.index.text());
                let at = match self.counted && !is_head(what) {
                    true => block.start + text::head(text) as u32,
                    false if text::is_quoted(text) && self.counted => {
                        block.start + text.chars().next().map_or(0, char::len_utf8) as u32
                    }
                    false => block.start,
                };
                Some(self.point_in(first, entry.opening, at, Side::Next, entry.span))
            }
            Edge::End => self.end_of(last),
            Edge::Between => self.slot_between(ids),
        }
    }

    /// Nothing where a new unit "VII bis" would come behind another one than VII, which stands elsewhere: then the provisions
    /// were counted in another text than this.
    fn follows_its_unit(&mut self, last: ProvisionId, what: &Payload) -> Option<()> {
        let first = what.paragraphs.first().map_or("", |first| first.content.text.as_str());
        let first = first.trim_start_matches(['«', ' ', '\u{a0}']);
        let found = text::label(first).filter(|_| self.counted);
        let Some((core, suffix)) = found.as_ref().and_then(|(label, _)| label.split_once(' '))
        else {
            return Some(());
        };
        // "II A" comes before II, and not behind it.
        if !text::LABEL_SUFFIXES.contains(&suffix.split(' ').next().unwrap_or("")) {
            return Some(());
        }
        let part = self.index.parts().get(self.part as usize)?;
        let before = part.provisions.0.0;
        // Mostly the unit it comes behind is the one before it, and the others need not be looked at.
        let block = |id: u32| {
            let entry = self.index.provision_at(ProvisionId(id))?;
            Some(self.block(entry.opening).of(self.index.text()))
        };
        let unquoted = (before..=last.0).rev().filter_map(block).filter(|b| !text::is_quoted(b));
        let mut labels = unquoted.filter_map(text::label).map(|(label, _)| label);
        let nearest = labels.find(|label| text::same_kind(label, core));
        if nearest.is_some_and(|label| label.split(' ').next() == Some(core)) {
            return Some(());
        }
        let blocks = (before..part.provisions.1.0).filter_map(|id| {
            let entry = self.index.provision_at(ProvisionId(id))?;
            Some(self.block(entry.opening).of(self.index.text()))
        });
        let texts: Vec<&str> = blocks.collect();
        let here = (last.0 - before) as usize;
        // Within a quotation it may be the label of the law that is quoted.
        let quoted = texts.get(..=here)?.iter().rev().take_while(|text| text::is_quoted(text));
        let mut labels = quoted.filter_map(|text| {
            let words = text.trim_start().trim_start_matches(['"', '«', '“', '„']);
            text::label(words.trim_start()).map(|(label, _)| label)
        });
        if labels.any(|label| label.split(' ').next() == Some(core)) {
            return Some(());
        }
        let units = text::units(texts.iter().copied());
        let alike = |unit: &&text::UnitEntry| text::same_kind(&unit.label, core);
        let follows = units.iter().rfind(|unit| unit.blocks.0 <= here && alike(unit));
        let is_core = |unit: &text::UnitEntry| unit.label.split(' ').next() == Some(core);
        if follows.is_some_and(is_core) {
            return Some(());
        }
        let elsewhere = units.iter().find(|unit| unit.label == core);
        let Some(elsewhere) = elsewhere else { return Some(()) };
        let number = (elsewhere.blocks.0 + 1).to_string();
        let label = found.map(|(label, _)| label).unwrap_or_default();
        self.refuse(Finding::LabelElsewhere { at: Span::default(), label, number })
    }

    /// The gap at an end of provisions that are counted and have nothing below them.
    fn within_run(&self, first: ProvisionId, last: ProvisionId, edge: Edge) -> Option<Target> {
        let (start, end) = (self.index.provision_at(first)?, self.index.provision_at(last)?);
        let part = self.index.parts().get(self.part as usize)?;
        let all = part.provisions.0 == first && part.provisions.1.0 == last.0 + 1;
        let target = match edge {
            Edge::Beginning => self.slot_beside(first, Edge::Before)?,
            _ => self.slot_beside(last, Edge::After)?,
        };
        let span = Span { start: start.span.start, end: end.span.end };
        let hang = if all { Hang::Part } else { Hang::On(span) };
        Some(Target { hang, ..target })
    }

    /// "between paragraphs 3 and 4": they must follow one another.
    fn slot_between(&mut self, ids: &[ProvisionId]) -> Option<Target> {
        let entry = |id: &ProvisionId| self.index.provision_at(*id);
        let follow = match ids {
            [first, second] => entry(first)
                .zip(entry(second))
                .is_some_and(|(one, other)| one.next == *second && one.parent == other.parent),
            _ => false,
        };
        match ids.first() {
            Some(first) if follow => self.slot_beside(*first, Edge::After),
            _ => self.refuse(Finding::PlacesApart { at: Span::default() }),
        }
    }

    fn slot_beside(&self, id: ProvisionId, edge: Edge) -> Option<Target> {
        let entry = self.index.provision_at(id)?;
        let (position, at) = match edge {
            Edge::After | Edge::End | Edge::Between => (entry.position + 1, entry.span.end),
            Edge::Before | Edge::Beginning => (entry.position, entry.span.start),
        };
        let hang = match entry.parent.and_then(|id| self.index.provision_at(id)) {
            Some(parent) => Hang::On(parent.span),
            None => Hang::Part,
        };
        Some(self.slot(entry.parent, position, at, hang, Some(id)))
    }

    fn slot_inside(&self, id: ProvisionId, edge: Edge) -> Option<Target> {
        let entry = self.index.provision_at(id)?;
        let below = self.index.provisions().get(id.0 as usize + 1..entry.next.0 as usize);
        let mut inside = below.unwrap_or(&[]).iter().filter(|child| child.parent == Some(id));
        let opening = self.block(entry.opening).end + 1;
        let (position, at) = match edge {
            Edge::Before | Edge::Beginning => (0, inside.next().map_or(opening, |c| c.span.start)),
            Edge::After | Edge::End | Edge::Between => {
                (entry.children, inside.next_back().map_or(opening, |c| c.span.end))
            }
        };
        Some(self.slot(Some(id), position, at, Hang::On(entry.span), Some(id)))
    }

    fn slot(
        &self,
        parent: Option<ProvisionId>,
        position: u32,
        at: u32,
        hang: Hang,
        provision: Option<ProvisionId>,
    ) -> Target {
        let place = Place::Slot { parent, position, at };
        Target { part: self.part, place, hang, unit: PlaceUnit::Point, provision, sentences: None }
    }

    /// The end of a provision: of its closing text where it has sub-provisions.
    fn end_of(&mut self, id: ProvisionId) -> Option<Target> {
        let entry = self.index.provision_at(id)?;
        if entry.children == 0 {
            // Further text may follow the opening one.
            let last = self.index.block_of(entry.span.end.saturating_sub(1));
            let readable = |id: &BlockId| {
                let block = self.index.block_at(*id);
                block.is_some_and(|block| block.role != BlockRole::Opaque)
            };
            let last = last.filter(readable).unwrap_or(entry.opening);
            let block = self.block(last);
            let at = match self.counted {
                true => block.start + text::tail(block.of(self.index.text())) as u32,
                false => block.end,
            };
            return Some(self.point_in(id, last, at, Side::Previous, entry.span));
        }
        if let Some(closing) = entry.closing {
            let at = self.block(closing).end;
            return Some(self.point_in(id, closing, at, Side::Previous, entry.span));
        }
        let provision = entry.number.clone();
        let place = Place::Closing { provision: id, at: entry.span.end };
        let hang = Hang::On(entry.span);
        self.findings.push(Finding::EndAfterChildren { at: Span::default(), provision });
        let (part, unit) = (self.part, PlaceUnit::Point);
        Some(Target { part, place, hang, unit, provision: Some(id), sentences: None })
    }

    fn point_in(&self, id: ProvisionId, block: BlockId, at: u32, side: Side, hang: Span) -> Target {
        let place = Place::Point { block, at, side };
        let (unit, provision) = (PlaceUnit::Point, Some(id));
        Target { part: self.part, place, hang: Hang::On(hang), unit, provision, sentences: None }
    }

    /// "at the end of the draft resolution, insert the following paragraph".
    pub(super) fn part_edge(&mut self, edge: Edge, what: &Payload) -> Option<Target> {
        let part = self.index.parts().get(self.part as usize)?;
        if what.unit != PayloadUnit::Provisions
            || matches!(edge, Edge::Before | Edge::After | Edge::Between)
        {
            return self.refuse(Finding::not_understood(Span::default()));
        }
        let title_end = part.title.map_or(part.span.start, |title| self.block(title).end + 1);
        let top = self.index.provisions().iter().filter(|p| p.part == self.part && p.depth == 0);
        let (position, at) = match edge {
            Edge::Before | Edge::Beginning => {
                (0, top.map(|p| p.span.start).next().unwrap_or(title_end))
            }
            Edge::After | Edge::End | Edge::Between => {
                (part.children, top.map(|p| p.span.end).next_back().unwrap_or(title_end))
            }
        };
        Some(self.slot(None, position, at, Hang::Part, None))
    }
}

/// Whether words are what a block begins with before its text: a label, the name of an article.
fn is_head(what: &Payload) -> bool {
    let text = what.paragraphs.first().map_or("", |paragraph| paragraph.content.text.as_str());
    let told = format!("{} .", text.trim_end());
    text::head(&told) > text.trim_end().len()
}
