//! How a vote is taken, and what it needs to carry.

use super::Refusal;
use crate::event::{Ballot, Count, Kind, Vote};
use crate::rules::{Abstentions, Majority, Method, RollCall, Rules, Tie};
use std::collections::BTreeSet;

/// The majority that a question needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Needed {
    /// The majority.
    pub majority: Majority,
    /// The parameter that says so: "votes.amendment".
    pub rule: &'static str,
}

impl Needed {
    /// For an amendment or sub-amendment.
    pub fn for_an_amendment(rules: &Rules) -> Self {
        Self { majority: rules.votes.amendment.value, rule: "votes.amendment" }
    }

    /// Between two rivals: more votes for the one than for the other.
    pub fn between_two() -> Self {
        Self { majority: Majority::VotesCast, rule: "votes.pairwise" }
    }

    /// For a text as a whole.
    pub fn for_a_text(kind: Kind, rules: &Rules) -> Self {
        let votes = &rules.votes;
        let (sourced, rule) = match kind {
            Kind::Resolution => (&votes.resolution, "votes.resolution"),
            Kind::Recommendation => (&votes.recommendation, "votes.recommendation"),
            Kind::Opinion => (&votes.opinion, "votes.opinion"),
            Kind::Other => (&votes.other_text, "votes.other-text"),
        };
        Self { majority: sourced.value, rule }
    }
}

/// Whether these figures carry a question. None where that does not follow from them: how many are present or are
/// members is not known, or a tie leaves it to the chair or to another vote.
pub fn carried(count: &Count, majority: Majority, rules: &Rules) -> Option<bool> {
    let (in_favour, against) = (u64::from(count.in_favour), u64::from(count.against));
    let cast = match rules.votes.abstentions.value {
        Abstentions::NotCounted => in_favour + against,
        Abstentions::Counted => in_favour + against + u64::from(count.abstentions),
    };
    match majority {
        Majority::VotesCast if 2 * in_favour == cast => match rules.votes.tie.value {
            Tie::Rejected => Some(false),
            Tie::CastingVote | Tie::VoteAgain => None,
        },
        Majority::VotesCast => Some(2 * in_favour > cast),
        Majority::TwoThirdsCast => Some(cast > 0 && 3 * in_favour >= 2 * cast),
        Majority::Unanimity => Some(cast > 0 && in_favour == cast),
        Majority::Present | Majority::Members => (in_favour <= against).then_some(false),
    }
}

/// Whether a vote is taken as the rules have it, and its roll adds up.
pub(super) fn is_taken_rightly(
    vote: &Vote,
    whole_text: bool,
    rules: &Rules,
) -> Result<(), Refusal> {
    if !rules.votes.methods.value.contains(&vote.method) {
        return Err(Refusal::NotPermitted { rule: "votes.methods" });
    }
    let by_name = match rules.votes.roll_call.value {
        RollCall::Never => false,
        RollCall::WholeText => whole_text,
        RollCall::AnyVote => true,
    };
    if vote.method == Method::RollCall && !by_name {
        return Err(Refusal::NotPermitted { rule: "votes.roll-call" });
    }
    rolls_add_up(vote)
}

/// Whether the names of a roll call give its figures.
pub(super) fn rolls_add_up(vote: &Vote) -> Result<(), Refusal> {
    let roll = vote.count.as_ref().filter(|count| !count.roll.is_empty());
    let Some(count) = roll else {
        return match vote.method {
            Method::RollCall => Err(Refusal::RollDiffers),
            _ => Ok(()),
        };
    };
    let mut names = BTreeSet::new();
    let mut sums = [0_u32; 3];
    for (name, ballot) in &count.roll {
        if !names.insert(name) {
            return Err(Refusal::RollDiffers);
        }
        sums[match ballot {
            Ballot::For => 0,
            Ballot::Against => 1,
            Ballot::Abstention => 2,
        }] += 1;
    }
    let figures = [count.in_favour, count.against, count.abstentions];
    if sums == figures { Ok(()) } else { Err(Refusal::RollDiffers) }
}

/// What was declared follows from the figures, where they are known.
pub(super) fn follows(vote: &Vote, needed: Needed, rules: &Rules) -> Result<(), Refusal> {
    let carried = vote.count.as_ref().and_then(|count| carried(count, needed.majority, rules));
    match carried.filter(|carried| *carried != vote.adopted) {
        Some(carried) => Err(Refusal::AgainstTheFigures { carried, rule: needed.rule }),
        None => Ok(()),
    }
}
