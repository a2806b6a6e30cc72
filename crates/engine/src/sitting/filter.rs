//! What can be declared decided without a vote, and what of it contradicts itself: seen before the sitting.

use super::{Impossible, Sitting};
use merge::{Related, Relation};
use procedure::event::{Consequence, Event};
use procedure::state::{Record, Refusal};
use std::collections::BTreeMap;
use text::Lang;

/// The amendments that the committee's position, or a proposal of the chair, lets be decided without a vote.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Those that can be, in calling order, and what becomes of each when one after the other is declared.
    pub eligible: Vec<Eligible>,
    /// Those that have the position and cannot be all the same, in calling order.
    pub barred: Vec<Barred>,
    /// Pairs of what would be adopted without a vote that do not go together, in calling order.
    pub clashes: Vec<Clash>,
}

/// An amendment that can be decided without a vote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Eligible {
    /// The amendment, by position in the course.
    pub amendment: usize,
    /// Declared adopted, or else rejected.
    pub adopted: bool,
    /// Whether the chair has proposed it already.
    pub proposed: bool,
    /// What becomes of it.
    pub then: Declaration,
}

/// What becomes of an amendment when its turn to be declared comes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Declaration {
    /// It is declared; these fall by that, in calling order.
    Declared {
        /// Those that fall, whether they could be declared themselves or not.
        fells: Vec<usize>,
    },
    /// It has fallen by those declared before it, or shared the decision on an identical one.
    Gone {
        /// The amendments by which it fell; empty where it shared a decision.
        by: Vec<usize>,
    },
    /// The chair cannot declare it then.
    Refused(Box<Impossible>),
}

/// An amendment that has the position of the committee and cannot be decided without a vote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Barred {
    /// The amendment, by position in the course.
    pub amendment: usize,
    /// Whether it would be declared adopted.
    pub adopted: bool,
    /// The rule that forbids it.
    pub why: Refusal,
    /// Its open sub-amendments.
    pub sub_amendments: Vec<usize>,
}

/// Two amendments to be adopted without a vote that do not go together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    /// The one that is declared first.
    pub first: usize,
    /// The other.
    pub second: usize,
    /// What comes of it.
    pub effect: ClashEffect,
    /// How they stand to each other, and the language from which that comes; none where somebody declared it.
    pub related: Option<(Related, Lang)>,
}

/// What comes of two amendments that do not go together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ClashEffect {
    /// The second falls when the first is declared.
    Falls,
    /// The second, declared after the first, replaces it.
    Supersedes,
    /// Both are carried out, and overlap.
    Overlap,
}

impl ClashEffect {
    /// Its word in reports: "falls".
    pub fn word(self) -> &'static str {
        match self {
            Self::Falls => "falls",
            Self::Supersedes => "supersedes",
            Self::Overlap => "overlap",
        }
    }
}

impl Sitting<'_> {
    /// What can be decided without a vote: one by one in calling order, each tested for having fallen just before.
    /// Objections are not foreseen.
    pub fn filter(&self) -> Filter {
        let mut filter = Filter::default();
        let mut played = self.clone();
        played.put_aside(None);
        let mut superseded = Vec::new();
        for at in self.calling_order() {
            let Some(record) = self.course.record(at).filter(|record| record.is_open()) else {
                continue;
            };
            let Some(adopted) = played.may_be_declared(at).first().copied() else { continue };
            // What has gone before its turn is as it was before.
            let course = if played.is_still_open(at) { &played.course } else { &self.course };
            if let Err(why) = course.can_be_proposed(&record.id, adopted, self.rules) {
                let sub_amendments = course.open_sub_amendments(at).collect();
                filter.barred.push(Barred { amendment: at, adopted, why, sub_amendments });
                continue;
            }
            let proposed = self.course.proposals.contains_key(&at);
            let then = played.declare(at, adopted, &mut superseded);
            filter.eligible.push(Eligible { amendment: at, adopted, proposed, then });
        }
        filter.clashes = self.clashes_of(&filter.eligible, &superseded);
        filter
    }

    /// Declares one decided without a vote on a hypothetical course; pairs of which the first replaces the second are
    /// added to `superseded`.
    fn declare(
        &mut self,
        at: usize,
        adopted: bool,
        superseded: &mut Vec<(usize, usize)>,
    ) -> Declaration {
        let Some(record) = self.course.record(at) else {
            return Declaration::Gone { by: Vec::new() };
        };
        if !record.is_open() {
            return Declaration::Gone { by: self.fell_by(at) };
        }
        match self.declared(at, adopted) {
            Ok(then) => {
                let mut fells = Vec::new();
                for consequence in then {
                    match consequence {
                        Consequence::Fell { amendment, .. } => {
                            fells.extend(self.course.position(&amendment));
                        }
                        Consequence::Superseded { amendment } => {
                            let other = self.course.position(&amendment);
                            superseded.extend(other.map(|other| (at, other)));
                        }
                        _ => {}
                    }
                }
                Declaration::Declared { fells }
            }
            Err(why) => Declaration::Refused(Box::new(why)),
        }
    }

    /// Takes the events by which one is declared decided without a vote, and says what followed from that.
    pub(super) fn declared(
        &mut self,
        at: usize,
        adopted: bool,
    ) -> Result<Vec<Consequence>, Impossible> {
        let before = self.course.clone();
        let tried = self.declaration(at, adopted);
        if tried.is_err() {
            self.course = before;
        }
        tried
    }

    fn declaration(&mut self, at: usize, adopted: bool) -> Result<Vec<Consequence>, Impossible> {
        let unknown = Refusal::Unknown { amendment: at.to_string().as_str().into() };
        let amendment = self.course.record(at).ok_or(unknown)?.id.clone();
        self.open_a_sitting(&mut Vec::new())?;
        if !self.course.proposals.contains_key(&at) {
            let amendments = vec![amendment.clone()];
            self.happen(Event::Proposed { amendments, adopted })?;
        }
        Ok(self.happen(Event::DeclaredDecided { amendment })?.then)
    }

    fn clashes_of(&self, eligible: &[Eligible], superseded: &[(usize, usize)]) -> Vec<Clash> {
        let adopted = eligible.iter().filter(|one| one.adopted);
        let turns: BTreeMap<usize, usize> =
            adopted.enumerate().map(|(turn, one)| (one.amendment, turn)).collect();
        let mut fallen: BTreeMap<(usize, usize), ClashEffect> = BTreeMap::new();
        for one in eligible.iter().filter(|one| one.adopted) {
            match &one.then {
                Declaration::Gone { by } => {
                    fallen.extend(by.iter().map(|by| ((*by, one.amendment), ClashEffect::Falls)));
                }
                Declaration::Declared { fells } => fallen.extend(
                    fells
                        .iter()
                        .filter(|other| turns.contains_key(other))
                        .map(|other| ((one.amendment, *other), ClashEffect::Falls)),
                ),
                Declaration::Refused(_) => {}
            }
        }
        for (later, earlier) in superseded {
            fallen.insert((*earlier, *later), ClashEffect::Supersedes);
        }
        let mut pairs = fallen.clone();
        for (at, turn) in &turns {
            for place in self.state.clashes(self.place(*at)) {
                let Some(other) = self.record(place) else { continue };
                let behind = turns.get(&other).is_some_and(|other| other > turn);
                let overlap = || {
                    let related = self.state.relate(self.place(*at), place);
                    related.is_some_and(|(related, _)| {
                        !matches!(
                            related.relation,
                            Relation::Independent | Relation::SamePoint | Relation::Identical
                        )
                    })
                };
                if behind && overlap() {
                    pairs.entry((*at, other)).or_insert(ClashEffect::Overlap);
                }
            }
        }
        let mut pairs: Vec<_> = pairs.into_iter().collect();
        pairs.sort_by_key(|((first, second), _)| (turns.get(first), turns.get(second)));
        let clash = |((first, second), effect): ((usize, usize), ClashEffect)| {
            let related = self.state.relate(self.place(first), self.place(second));
            let related = related.filter(|(related, _)| related.relation != Relation::Independent);
            Clash { first, second, effect, related }
        };
        pairs.into_iter().map(clash).collect()
    }

    /// Whether a record is open; of no record it is not.
    pub(super) fn is_still_open(&self, at: usize) -> bool {
        self.course.record(at).is_some_and(Record::is_open)
    }
}
