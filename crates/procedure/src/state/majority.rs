//! What a vote needs to carry.

use crate::event::{Count, Kind};
use crate::rules::{Abstentions, Majority, Rules, Tie};

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
