//! Where everything stands: the fold of a log.
//!
//! [`State::apply`] takes the next entry, or refuses it with the rule that forbids it ([`Refusal`]); nothing is
//! changed then. What follows from an event is read from the entry and never computed here, so that the fold of
//! an old log is what it was. The text of the amendments, their order and what falls are not known here: whoever
//! appends works out the consequences first.
//!
//! # The life of an amendment
//!
//! ```text
//! drafted ─ tabled ─┬─ admitted ── open ──┬─ adopted, rejected   by a vote, alone, with identical ones, en bloc
//!    signed         └─ ruled out          ├─ adopted, rejected   declared without a vote, unless many object
//!                                         ├─ not moved           called, and nobody moved it
//! in a compendium ─────────────► open     ├─ withdrawn           also before it is admitted
//! offered orally ── admitted ──► open     ├─ fell                by decisions on others
//!                └─ ruled out             ├─ ruled out           in the sitting, too
//!                                         └─ split               the pieces are open instead
//! ```
//!
//! # The floor
//!
//! What was called is on the floor until it is decided. A sub-amendment is called while its amendment is on the
//! floor, or before; an amendment with an open sub-amendment is not put to the vote.
//!
//! # Relations
//!
//! What is declared of a pair replaces what was declared of it before; "independent" goes both ways, the others from
//! the first to the second. One that is consequential is decided with the first ([`State::decided_with`]): it is neither
//! called nor put by itself while the first is to be decided ([`State::waits_for`]).
//!
//! # A revised draft
//!
//! Where an amendment does not stand in the revised draft as it stood, it is displaced: neither called, nor put, nor declared,
//! and so are the sub-amendments to it, until the table office has carried it over.
//!
//! # Annulment
//!
//! What event N decided is open again when N is annulled, and so is all that fell with N among its causes. Nothing
//! else is undone: later decisions that depended on N are listed until the chair annuls or upholds each. Only what
//! was reopened can be called a second time.

mod apply;
mod check;
mod follow;
mod majority;
mod refusal;

pub use majority::{Needed, carried};
pub use refusal::Refusal;

use crate::event::{
    Count, Declared, Edition, Event, Id, Kind, Seized, Seq, Time, Vote, Was, Wording,
};
use crate::log::Entry;
use crate::rules::{Actor, Position, Rules, Speaker, Words};
use std::collections::{BTreeMap, BTreeSet};

/// Everything that a log says, up to some event.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// Whether the log was opened, on what and under which rules.
    pub opened: Option<Opening>,
    /// The last event.
    pub seq: Seq,
    /// When it was recorded.
    pub time: Option<Time>,
    /// The amendments, in the order in which the log first named them.
    pub amendments: Vec<Record>,
    /// The texts.
    pub texts: Vec<TextRecord>,
    /// The sitting that is open.
    pub sitting: Option<String>,
    /// What is on the floor: an amendment, and above it a sub-amendment to it.
    pub floor: Vec<Floor>,
    /// What the chair has proposed to decide without a vote, by amendment.
    pub proposals: BTreeMap<usize, Proposal>,
    /// Orders by hand: the first is called before the second, or last; the latest counts.
    pub ordered: Vec<(usize, Option<usize>)>,
    /// Declared relations between two amendments, the latest for each pair ([`relations`](self#relations)).
    pub related: BTreeMap<(usize, usize), Declared>,
    /// For what committees deal with the texts.
    pub seized: BTreeMap<String, Seized>,
    /// Decisions on which the chair must still rule, since what they depended on was annulled.
    pub for_ruling: Vec<Seq>,
    /// Published versions of the compendium.
    pub published: Vec<Published>,
    /// Whether there were enough members to vote when they were counted last; none where no count holds any more.
    pub quorum: Option<Quorum>,
    /// Amendments that are debated together, by decision: sets of positions, ascending.
    pub grouped: Vec<Vec<usize>>,
    /// The last moments for amendments and for sub-amendments.
    pub deadlines: [Option<Time>; 2],
    /// The hash of the dossier in its latest draft.
    pub dossier: String,
    /// Positions by id.
    ids: BTreeMap<Id, usize>,
    /// Positions by number, and by the amendment that a sub-amendment changes.
    numbers: BTreeMap<(Option<usize>, String), usize>,
    /// The decisions that stand, by their events: the amendments that each decided or was a cause for, and the
    /// text.
    standing: BTreeMap<Seq, Standing>,
}

/// What a decision that stands has decided.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Standing {
    amendments: Vec<usize>,
    text: Option<usize>,
}

/// How many members there were when they were counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quorum {
    /// Those who were there.
    pub present: u32,
    /// All there are.
    pub members: u32,
}

/// On what the log was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    /// The reference.
    pub reference: String,
    /// The profile and its edition.
    pub profile: (String, String),
    /// SHA-256 of the profile's file.
    pub rules: String,
    /// The languages of the dossier; empty where there is but one.
    pub languages: Vec<String>,
}

/// One amendment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// What the log calls it.
    pub id: Id,
    /// Its number, from when it has one.
    pub number: Option<String>,
    /// The amendment that it changes.
    pub parent: Option<usize>,
    /// The sub-amendments to it, in the order of the log.
    pub sub_amendments: Vec<usize>,
    /// The text that it is to.
    pub part: Option<usize>,
    /// Who signed it, the mover first; a committee stands alone.
    pub signed: Vec<String>,
    /// Whether a committee tabled it.
    pub committee: bool,
    /// Whether it was offered in the sitting.
    pub oral: bool,
    /// What it says, where the log says so and not the dossier.
    pub texts: Vec<Wording>,
    /// How far it has come.
    pub stage: Stage,
    /// Positions of committees.
    pub positions: Vec<(String, Position)>,
    /// The event by which it was called last.
    pub called: Option<Seq>,
    /// From when to when it was on the floor, each time until it was decided.
    pub heard: Vec<(Time, Time)>,
    /// Who has spoken on it, while it was on the floor.
    pub spoke: Vec<(Speaker, String)>,
    /// Whether it is a compromise.
    pub compromise: bool,
    /// Whether it is put by itself, never in a bloc.
    pub separate: bool,
    /// The event that adopted the words which it has in common with a series.
    pub common_part: Option<Seq>,
    /// The event that annulled its decision: it may be called again.
    pub reopened: Option<Seq>,
    /// Whether the table office must look where it stands in a revised draft.
    pub displaced: bool,
    /// Of a displaced one: what it stood in before.
    pub was: Vec<Was>,
    /// Of a displaced one: what it could say instead; empty where somebody must find that.
    pub proposed: Vec<Wording>,
    /// Whether its texts are all it says, whatever the dossier has.
    pub revised: bool,
    /// Whether so many objected to a decision without a vote that it is put to the vote.
    pub returned: bool,
}

/// How far an amendment has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Being drafted and signed.
    Drafted,
    /// Handed in.
    Tabled,
    /// Offered in the sitting; so many object.
    Offered {
        /// Members who object.
        objections: u32,
    },
    /// In order and to be decided.
    Open,
    /// Decided.
    Decided(Decision),
}

/// What became of an amendment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// What.
    pub outcome: Outcome,
    /// The event that decided it.
    pub event: Seq,
    /// Of one that fell: the decisions by which it did. Otherwise empty.
    pub because: Vec<Seq>,
    /// The vote, where there was one.
    pub vote: Option<Vote>,
    /// The event by which a wider change has taken its place since; of several the first that stands.
    pub superseded: Option<Seq>,
    /// All events by which one has, ascending.
    pub wider: Vec<Seq>,
    /// How far it had come before.
    pub before: Box<Stage>,
}

impl Decision {
    /// Whether the annulment of this event opens it again.
    pub fn rests_on(&self, event: Seq) -> bool {
        self.event == event || self.because.contains(&event)
    }
}

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// Not in order, or an oral one to which many objected.
    RuledOut,
    /// Adopted by a vote.
    Adopted,
    /// Rejected by a vote.
    Rejected,
    /// Declared adopted without a vote.
    DeclaredAdopted,
    /// Declared rejected without a vote.
    DeclaredRejected,
    /// Fallen.
    Fell,
    /// Withdrawn.
    Withdrawn,
    /// Not moved.
    NotMoved,
    /// Put in pieces, which are amendments of their own.
    Split,
}

impl Outcome {
    /// Whether its words are in the text now.
    pub fn is_adopted(self) -> bool {
        matches!(self, Self::Adopted | Self::DeclaredAdopted)
    }

    /// Its name among programs.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::RuledOut => "ruled-out",
            Self::Adopted => "adopted",
            Self::Rejected => "rejected",
            Self::DeclaredAdopted => "declared-adopted",
            Self::DeclaredRejected => "declared-rejected",
            Self::Fell => "fell",
            Self::Withdrawn => "withdrawn",
            Self::NotMoved => "not-moved",
            Self::Split => "split",
        }
    }

    /// The chamber's words for it; none for an amendment whose pieces are decided instead.
    pub fn words(self, rules: &Rules) -> Option<&Words> {
        let words = &rules.outcomes;
        Some(match self {
            Self::RuledOut => &words.ruled_out.value,
            Self::Adopted => &words.adopted.value,
            Self::Rejected => &words.rejected.value,
            Self::DeclaredAdopted => &words.declared_adopted.value,
            Self::DeclaredRejected => &words.declared_rejected.value,
            Self::Fell => &words.fell.value,
            Self::Withdrawn => &words.withdrawn.value,
            Self::NotMoved => &words.not_moved.value,
            Self::Split => return None,
        })
    }
}

/// What is on the floor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Floor {
    /// The amendment.
    pub amendment: usize,
    /// When it was called.
    pub since: Time,
    /// Who moved it.
    pub moved: Option<String>,
    /// Who has spoken.
    pub spoke: Vec<(Speaker, String)>,
}

/// A proposal to decide without a vote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Adopted, or else rejected.
    pub adopted: bool,
    /// Members who object.
    pub objections: u32,
}

/// A text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextRecord {
    /// Its letter.
    pub letter: String,
    /// Its kind.
    pub kind: Kind,
    /// What became of it.
    pub outcome: Option<TextOutcome>,
    /// The number under which it is published.
    pub number: Option<String>,
    /// What editors changed after adoption: language, provision, text, event.
    pub edits: Vec<(String, String, String, Seq)>,
}

/// What became of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextOutcome {
    /// Voted on as a whole.
    Voted {
        /// The vote.
        vote: Vote,
        /// The event.
        event: Seq,
    },
    /// Back to its committee.
    ReferredBack {
        /// The event.
        event: Seq,
    },
}

/// A published version of the compendium.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// Which.
    pub edition: Edition,
    /// Its name.
    pub name: String,
    /// The event.
    pub event: Seq,
}

impl State {
    /// The fold of these entries under these rules.
    ///
    /// # Errors
    /// The first entry that the rules forbid.
    pub fn of<'e>(
        entries: impl IntoIterator<Item = &'e Entry>,
        rules: &Rules,
    ) -> Result<Self, (Seq, Refusal)> {
        let mut state = Self::default();
        for entry in entries {
            state.apply(entry, rules).map_err(|refusal| (entry.seq, refusal))?;
        }
        Ok(state)
    }

    /// The position of an amendment.
    pub fn position(&self, id: &Id) -> Option<usize> {
        self.ids.get(id).copied()
    }

    /// The amendment at a position.
    pub fn record(&self, at: usize) -> Option<&Record> {
        self.amendments.get(at)
    }

    /// Positions of those that are open, in the order of the log.
    pub fn open(&self) -> impl Iterator<Item = usize> + '_ {
        let all = self.amendments.iter().enumerate();
        all.filter(|(_, record)| record.is_open()).map(|(at, _)| at)
    }

    /// Positions of the open sub-amendments to an amendment.
    pub fn open_sub_amendments(&self, parent: usize) -> impl Iterator<Item = usize> + '_ {
        let subs = self.amendments.get(parent).map_or(&[][..], |record| &record.sub_amendments);
        subs.iter().copied().filter(|at| self.amendments.get(*at).is_some_and(Record::is_open))
    }

    /// Positions of the sub-amendments to an amendment that are handed in and not decided: open, or not yet
    /// admitted.
    pub fn waiting_sub_amendments(&self, parent: usize) -> impl Iterator<Item = usize> + '_ {
        let subs = self.amendments.get(parent).map_or(&[][..], |record| &record.sub_amendments);
        subs.iter().copied().filter(|at| {
            let stage = self.amendments.get(*at).map(|record| &record.stage);
            matches!(stage, Some(Stage::Open | Stage::Tabled | Stage::Offered { .. }))
        })
    }

    /// Positions of what was adopted and not superseded, in the order of adoption.
    pub fn adopted(&self) -> Vec<usize> {
        let decided = |(at, record): (usize, &Record)| match &record.stage {
            Stage::Decided(decision) if decision.outcome.is_adopted() => Some((decision.event, at)),
            _ => None,
        };
        let mut all: Vec<_> = self.amendments.iter().enumerate().filter_map(decided).collect();
        all.sort_unstable();
        all.into_iter().map(|(_, at)| at).collect()
    }

    /// The decisions on amendments and texts that stand, ascending by their events.
    pub fn decisions(&self) -> BTreeSet<Seq> {
        let decided = self.amendments.iter().filter_map(|record| Some(record.decision()?.event));
        let texts = self.texts.iter().filter_map(|text| match text.outcome.as_ref()? {
            TextOutcome::Voted { event, .. } | TextOutcome::ReferredBack { event } => Some(*event),
        });
        decided.chain(texts).filter(|seq| self.stands(*seq)).collect()
    }

    /// The figures of the vote that this event was; none where it was none, or was not counted.
    pub fn count_of(&self, event: Seq) -> Option<&Count> {
        let amendments = self.amendments.iter().filter_map(Record::decision);
        let mut votes = amendments
            .filter(|decision| decision.event == event)
            .filter_map(|decision| decision.vote.as_ref())
            .chain(self.texts.iter().filter_map(|text| match text.outcome.as_ref()? {
                TextOutcome::Voted { vote, event: own } if *own == event => Some(vote),
                _ => None,
            }));
        votes.find_map(|vote| vote.count.as_ref())
    }

    /// The first name for an amendment offered in the sitting that the log does not have: "oral-1".
    pub fn oral_id(&self) -> Id {
        let mut ids = (1_u64..).map(|at| Id(format!("oral-{at}")));
        ids.find(|id| self.position(id).is_none()).unwrap_or_else(|| Id::from("oral"))
    }

    /// Whether this event decided something, and that was not annulled.
    pub fn stands(&self, event: Seq) -> bool {
        self.standing.contains_key(&event)
    }

    /// The same of these amendments alone, which are given ascending, each with what it changes: for whoever supposes what
    /// may become of a few out of many. What is on the floor is not kept.
    pub fn projected(&self, kept: &[usize]) -> Self {
        let at = |whole: &usize| kept.binary_search(whole).ok();
        let all = |whole: &[usize]| -> Vec<usize> { whole.iter().filter_map(at).collect() };
        let record = |whole: &usize| {
            let mut record = self.amendments[*whole].clone();
            record.parent = record.parent.as_ref().and_then(at);
            record.sub_amendments = all(&record.sub_amendments);
            record
        };
        let amendments: Vec<Record> = kept.iter().map(record).collect();
        let ids = amendments.iter().enumerate().map(|(at, record)| (record.id.clone(), at));
        let numbers = amendments.iter().enumerate();
        let numbers =
            numbers.filter_map(|(at, record)| Some(((record.parent, record.number.clone()?), at)));
        let related = self
            .related
            .iter()
            .filter_map(|((first, second), how)| Some(((at(first)?, at(second)?), *how)));
        let standing = self.standing.iter().filter_map(|(event, standing)| {
            let amendments = all(&standing.amendments);
            let text = standing.text;
            let kept = !amendments.is_empty() || text.is_some();
            kept.then_some((*event, Standing { amendments, text }))
        });
        let proposals = self.proposals.iter();
        Self {
            ids: ids.collect(),
            numbers: numbers.collect(),
            related: related.collect(),
            standing: standing.collect(),
            proposals: proposals
                .filter_map(|(whole, proposal)| Some((at(whole)?, proposal.clone())))
                .collect(),
            ordered: Vec::new(),
            grouped: self.grouped.iter().map(|group| all(group)).collect(),
            floor: Vec::new(),
            published: Vec::new(),
            amendments,
            opened: self.opened.clone(),
            seq: self.seq,
            time: self.time.clone(),
            texts: self.texts.clone(),
            sitting: self.sitting.clone(),
            seized: self.seized.clone(),
            for_ruling: self.for_ruling.clone(),
            quorum: self.quorum,
            deadlines: self.deadlines.clone(),
            dossier: self.dossier.clone(),
        }
    }

    /// What this event decided or was a cause for, where that stands: positions of amendments, and the text.
    pub fn decided_by(&self, event: Seq) -> Option<(&[usize], Option<usize>)> {
        let standing = self.standing.get(&event)?;
        Some((&standing.amendments, standing.text))
    }

    /// Whether so many objections return what is proposed without a vote to its place, or keep an oral amendment
    /// from being taken.
    pub fn objections_count(&self, amendment: &Id, count: u32, rules: &Rules) -> bool {
        let proposal = self.position(amendment).and_then(|at| self.proposals.get(&at));
        let needed = match proposal {
            Some(proposal) => check::enough(proposal.adopted, rules),
            None => rules.oral.objectors.value.map_or(1, |needed| needed.get()),
        };
        count >= needed
    }

    /// Whether the chair may propose that it be declared adopted, or rejected, without a vote.
    ///
    /// # Errors
    /// The rule that forbids it.
    pub fn can_be_proposed(&self, id: &Id, adopted: bool, rules: &Rules) -> Result<(), Refusal> {
        self.is_eligible(id, adopted, rules)
    }

    /// Whether somebody declared that two amendments have nothing to do with one another.
    pub fn independent(&self, one: usize, other: usize) -> bool {
        let pairs = [(one, other), (other, one)];
        pairs.iter().any(|pair| self.related.get(pair) == Some(&Declared::Independent))
    }

    /// Positions of those that were declared to follow from this one directly, ascending.
    pub fn consequential_to(&self, first: usize) -> impl Iterator<Item = usize> + '_ {
        let pairs = self.related.range((first, 0)..=(first, usize::MAX));
        pairs.filter(|(_, how)| **how == Declared::Consequential).map(|((_, second), _)| *second)
    }

    /// Positions of the open ones that are decided with this one, directly or by way of others.
    pub fn decided_with(&self, first: usize) -> Vec<usize> {
        let (mut all, mut at) = (vec![first], 0);
        while let Some(one) = all.get(at).copied() {
            let seconds = self.consequential_to(one).filter(|second| {
                !all.contains(second) && self.amendments.get(*second).is_some_and(Record::is_open)
            });
            let seconds: Vec<usize> = seconds.collect();
            all.extend(seconds);
            at += 1;
        }
        all.remove(0);
        all
    }

    /// The amendment with which this one is decided, while that is to be decided itself.
    pub fn waits_for(&self, second: usize) -> Option<usize> {
        let pairs = self.related.iter().filter(|((first, at), how)| {
            *at == second && first != at && **how == Declared::Consequential
        });
        let mut firsts = pairs.map(|((first, _), _)| *first);
        firsts.find(|first| {
            let Some(record) = self.amendments.get(*first) else { return false };
            let text = record.part.and_then(|part| self.texts.get(part));
            matches!(record.stage, Stage::Tabled | Stage::Open | Stage::Offered { .. })
                && text.is_none_or(|text| text.outcome.is_none())
        })
    }

    /// Whether the position of a committee decides, by the rules, what is declared without a vote. One of which the log
    /// does not say for what it is seized counts as the one that reports, unless another is said to.
    pub fn is_decisive(&self, committee: &str, rules: &Rules) -> bool {
        let reports = || !self.seized.values().any(|what| *what == Seized::Report);
        let actor = match self.seized.get(committee) {
            Some(Seized::Report) => Actor::CommitteeForReport,
            Some(Seized::Opinion) => Actor::CommitteeForOpinion,
            None if reports() => Actor::CommitteeForReport,
            None => return false,
        };
        let filters = &rules.committee.filtered_by.value;
        filters.contains(&actor) || filters.contains(&Actor::Committee)
    }

    /// The amendment on top of the floor.
    pub fn on_the_floor(&self) -> Option<&Floor> {
        self.floor.last()
    }
}

impl Record {
    /// Whether it is to be decided.
    pub fn is_open(&self) -> bool {
        self.stage == Stage::Open
    }

    /// What became of it.
    pub fn decision(&self) -> Option<&Decision> {
        match &self.stage {
            Stage::Decided(decision) => Some(decision),
            _ => None,
        }
    }
}

/// Whether an event is about the sitting, and needs one to be open.
fn needs_a_sitting(event: &Event) -> bool {
    matches!(
        event,
        Event::Proposed { .. }
            | Event::Objected { .. }
            | Event::DeclaredDecided { .. }
            | Event::Called { .. }
            | Event::Moved { .. }
            | Event::NotMoved { .. }
            | Event::OralOffered { .. }
            | Event::OralObjected { .. }
            | Event::OralAdmitted { .. }
            | Event::Spoke { .. }
            | Event::Split { .. }
            | Event::Voted { .. }
            | Event::QuorumChecked { .. }
            | Event::Paired { .. }
            | Event::CommonPartVoted { .. }
            | Event::TextVoted { .. }
            | Event::ReferredBack { .. }
            | Event::SittingClosed {}
    )
}
