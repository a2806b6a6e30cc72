//! What the chair did and what we would have done: outcomes, order, groups and falls.

use super::placed::{Sketched, placed};
use super::{Amendment, Bill, Call, Subdivision};
use crate::bills::language;
use instruction::Operation;
use merge::{AdoptedSet, Base, Groups, Placed, Relation, discussions, order, relate};
use procedure::rules::Rules;
use procedure::state::Outcome;
use std::collections::BTreeMap;

/// Everything that was compared.
#[derive(Debug)]
pub struct Compared {
    /// What the chamber printed as outcomes: how often, and what they mean here.
    pub outcomes: BTreeMap<String, (usize, Option<Outcome>)>,
    /// Neighbours in the chair's order within one subdivision.
    pub pairs: Vec<Pair>,
    /// Groups of identical amendments.
    pub identical: Agreement,
    /// Joint discussions.
    pub joint: Agreement,
    /// Those that fell.
    pub falls: Vec<Fallen>,
    /// How many places were found in the wording, by the alinéa of the table, by the article alone.
    pub sources: [usize; 3],
}

/// Two that were called one after the other in one subdivision.
#[derive(Clone, Debug)]
pub struct Pair {
    /// Where.
    pub place: Subdivision,
    /// The first called.
    pub first: String,
    /// The second.
    pub second: String,
    /// What alone would have put them so.
    pub told: Told,
    /// Whether our order has them so.
    pub ours: bool,
}

/// What orders two amendments by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Told {
    /// Both have an alinéa, and the first has the lesser.
    Alinea,
    /// Both have the same alinéa or none, and the first has the lesser number.
    Number,
    /// Neither: one has an alinéa and the other has none, or alinéa and number say the contrary.
    Nothing,
}

/// How our groups agree with the chair's, in pairs of amendments of one group.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Agreement {
    /// Pairs that the chair and we have.
    pub both: usize,
    /// Pairs that the chair alone has.
    pub chair: usize,
    /// Pairs that we alone have.
    pub ours: usize,
}

/// One that fell, and why as we see it.
#[derive(Clone, Debug)]
pub struct Fallen {
    /// Its number.
    pub number: String,
    /// Where it stood.
    pub place: String,
    /// Why.
    pub why: Why,
}

/// Why an amendment fell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// All that it hangs on was taken away by these.
    Taken(Vec<String>),
    /// It and this adopted one cannot both be carried out: they overlap.
    Contradicted(String),
    /// The provision beside which it puts something was taken away by this one.
    Beside(String),
    /// This one inserts nearly the same.
    Alike(String),
    /// It is to an amendment that is gone itself.
    Parent(String),
    /// Nothing that we see: these adopted ones act at the very same point, where both could stand.
    SamePoint(Vec<String>),
    /// Nothing that we see: nothing adopted touches its place.
    Nothing,
}

impl Why {
    /// Whether an adopted amendment explains the fall.
    pub fn is_explained(&self) -> bool {
        !matches!(self, Self::SamePoint(_) | Self::Nothing)
    }
}

/// Compares a bill under the rules of a chamber.
pub fn compare(bill: &Bill, rules: &Rules) -> Compared {
    let mut outcomes: BTreeMap<String, (usize, Option<Outcome>)> = BTreeMap::new();
    for amendment in &bill.amendments {
        let meant = || rules.outcome_of(&amendment.outcome).map(|(outcome, _)| outcome);
        outcomes.entry(amendment.outcome.clone()).or_insert_with(|| (0, meant())).0 += 1;
    }
    let sketched = placed(bill, &bill.subdivisions());
    let mut sources = [0; 3];
    sketched.found.iter().for_each(|found| sources[found.source as usize] += 1);
    let called = Called::new(bill, &sketched);
    let base = sketched.base();
    let ranked = order(&called.placed, &base, &rules.order_rules());
    let mut rank = vec![0; called.placed.len()];
    ranked.iter().enumerate().for_each(|(at, ranked)| rank[ranked.amendment] = at);
    Compared {
        outcomes,
        pairs: called.pairs(&rank),
        identical: called.agreement(&Groups::new(&called.placed), |call| call.identical.as_ref()),
        joint: called.agreement(&discussions(&called.placed, &base), |call| call.joint.as_ref()),
        falls: called.falls(bill, &base, rules),
        sources,
    }
}

/// The amendments to the bill that were called, in the chair's order.
struct Called<'a> {
    calls: Vec<(&'a Call, &'a Amendment)>,
    placed: Vec<Placed<'a>>,
}

impl<'a> Called<'a> {
    fn new(bill: &'a Bill, sketched: &'a Sketched) -> Self {
        let (mut calls, mut all) = (Vec::new(), Vec::new());
        for call in &bill.calls {
            let of = |number: &str| number == call.number;
            let found = sketched.found.iter().find(|f| of(&bill.amendments[f.amendment].number));
            if let Some(found) = found {
                let amendment = &bill.amendments[found.amendment];
                calls.push((call, amendment));
                all.push(Placed { number: &call.number, instruction: &found.instruction });
            }
        }
        Self { calls, placed: all }
    }

    fn pairs(&self, rank: &[usize]) -> Vec<Pair> {
        let mut pairs = Vec::new();
        for second in 1..self.calls.len() {
            let first = second - 1;
            let ((a, one), (b, other)) = (self.calls[first], self.calls[second]);
            let Some(place) = one.place().filter(|place| other.place().as_ref() == Some(place))
            else {
                continue;
            };
            let told = match (one.alinea_number(), other.alinea_number()) {
                (Some(one), Some(other)) if one < other => Told::Alinea,
                (one, other) if one == other && a.bare_number() < b.bare_number() => Told::Number,
                _ => Told::Nothing,
            };
            let ours = rank[first] < rank[second];
            let (first, second) = (a.number.clone(), b.number.clone());
            pairs.push(Pair { place, first, second, told, ours });
        }
        pairs
    }

    fn agreement(
        &self,
        groups: &Groups,
        chair: impl Fn(&'a Call) -> Option<&'a String>,
    ) -> Agreement {
        let mut agreement = Agreement::default();
        for first in 0..self.calls.len() {
            for second in first + 1..self.calls.len() {
                let of = |at: usize| chair(self.calls[at].0);
                let theirs = of(first).is_some() && of(first) == of(second);
                match (theirs, groups.same(first, second)) {
                    (true, true) => agreement.both += 1,
                    (true, false) => agreement.chair += 1,
                    (false, true) => agreement.ours += 1,
                    (false, false) => {}
                }
            }
        }
        agreement
    }

    fn falls(&self, bill: &Bill, base: &Base<'_>, rules: &Rules) -> Vec<Fallen> {
        let outcome = |words: &str| rules.outcome_of(words).map(|(outcome, _)| outcome);
        let mut falls = Vec::new();
        for call in bill.calls.iter().filter(|call| outcome(&call.outcome) == Some(Outcome::Fell)) {
            let place = bill.amendment(&call.number).map_or("", |found| &found.subdivision);
            let at = self.calls.iter().position(|(own, _)| own.number == call.number);
            let why = match at {
                Some(at) => self.why(at, base, rules),
                None => parent(bill, call, rules),
            };
            falls.push(Fallen {
                number: call.number.clone(),
                place: place.replace('\u{a0}', " "),
                why,
            });
        }
        falls
    }

    /// Why the amendment called at this place fell.
    fn why(&self, at: usize, base: &Base<'_>, rules: &Rules) -> Why {
        let fall_rules = rules.fall_rules();
        let adopted = |other: &usize| {
            let outcome = rules.outcome_of(&self.calls[*other].0.outcome);
            outcome.is_some_and(|(outcome, _)| outcome.is_adopted())
        };
        let adopted: Vec<usize> = (0..self.calls.len()).filter(adopted).collect();
        let of = |other: usize| self.placed[other].number.to_owned();
        let set: Vec<Placed<'_>> = adopted.iter().map(|other| self.placed[*other]).collect();
        let own = &self.placed[at];
        if let Some(fall) = AdoptedSet::new(&set, base, &fall_rules).fells(own) {
            return Why::Taken(fall.causes.iter().map(|cause| of(adopted[*cause])).collect());
        }
        let related = |other: &usize| relate(own, &self.placed[*other], base, &fall_rules).relation;
        let clash =
            |other: &&usize| !matches!(related(other), Relation::Independent | Relation::SamePoint);
        if let Some(other) = adopted.iter().find(clash) {
            return Why::Contradicted(of(*other));
        }
        let rival = |other: &&usize| discussions(&[*own, self.placed[**other]], base).same(0, 1);
        if let Some(other) = adopted.iter().find(rival) {
            let operations = &self.placed[*other].instruction.operations;
            let takes = operations.iter().any(|op| !matches!(op, Operation::Insert { .. }));
            return if takes { Why::Beside(of(*other)) } else { Why::Alike(of(*other)) };
        }
        let same = adopted.iter().filter(|other| related(other) == Relation::SamePoint);
        let same: Vec<String> = same.map(|other| of(*other)).collect();
        if same.is_empty() { Why::Nothing } else { Why::SamePoint(same) }
    }
}

/// Why a sub-amendment fell: its amendment, which its wording names, is not adopted.
fn parent(bill: &Bill, call: &Call, rules: &Rules) -> Why {
    let wording = bill.amendment(&call.number).map_or("", |found| &found.wording);
    let numbered = |other: &&Amendment| {
        let line = wording.lines().next().unwrap_or("");
        line.split_once("n° ").is_some_and(|(_, number)| number.trim() == other.number)
    };
    let parent = bill.amendments.iter().find(numbered);
    let gone = parent.filter(|parent| {
        let outcome = rules.outcome_of(&parent.outcome);
        outcome.is_some_and(|(outcome, _)| !outcome.is_adopted())
    });
    gone.map_or(Why::Nothing, |parent| {
        Why::Parent(format!("{} ({})", parent.number, parent.outcome))
    })
}

impl Sketched {
    /// The base of all places.
    pub fn base(&self) -> Base<'_> {
        Base { draft: &self.draft, index: &self.index, tables: &language().tables }
    }
}

impl Compared {
    /// Of pairs that pass: how many our order has so, of how many.
    pub fn reproduced(&self, passes: impl Fn(&Pair) -> bool) -> (usize, usize) {
        let all = self.pairs.iter().filter(|pair| passes(pair));
        all.fold((0, 0), |(ours, of), pair| (ours + usize::from(pair.ours), of + 1))
    }
}
