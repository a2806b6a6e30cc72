//! The state of a sitting.

use super::Said;
use crate::Held;
use crate::held::Standing;
use procedure::event::{Count, Seq, Time};
use procedure::state::TextOutcome;
use serde::Serialize;
use utoipa::ToSchema;

/// Amendments that are named ahead.
const AHEAD: usize = 10;

/// What is before the assembly, and what comes next.
#[derive(Debug, Serialize, ToSchema)]
pub struct Sitting {
    /// The last event of the log: what a decision on this names in `If-Match`.
    pub seq: Seq,
    /// The name of the sitting that is open; null where none is.
    pub name: Option<String>,
    /// The amendment that is before the assembly.
    pub floor: Option<Floor>,
    /// The next to be called, at most ten, in their order.
    pub next: Vec<String>,
    /// How many amendments are to be decided.
    pub open: usize,
    /// What was counted when the quorum was last.
    pub quorum: Option<Quorum>,
    /// The draft texts, and what became of each.
    pub texts: Vec<Text>,
    /// Until when amendments can be tabled; null where none is set.
    #[schema(value_type = Option<String>)]
    pub deadline: Option<Time>,
    /// The same of sub-amendments.
    #[schema(value_type = Option<String>)]
    pub sub_amendments_deadline: Option<Time>,
    /// Decisions, by their events, on which the chair is to rule.
    pub for_ruling: Vec<Seq>,
}

/// The amendment that is before the assembly.
#[derive(Debug, Serialize, ToSchema)]
pub struct Floor {
    /// Its address.
    pub amendment: String,
    /// What it is called.
    pub name: Said,
    /// When it was called.
    #[schema(value_type = String)]
    pub since: Time,
    /// Who moved it.
    pub moved: Option<String>,
    /// What falls if it is adopted.
    pub fells: Vec<String>,
}

/// Members that were counted.
#[derive(Debug, Serialize, ToSchema)]
pub struct Quorum {
    /// Those who were there.
    pub present: u32,
    /// All there are.
    pub members: u32,
}

/// A draft text.
#[derive(Debug, Serialize, ToSchema)]
pub struct Text {
    /// Its letter; empty where it has none.
    pub letter: String,
    /// `adopted`, `rejected` or `referred-back`; null while that is open.
    pub outcome: Option<&'static str>,
    /// The figures, where there are any.
    pub votes: Option<Figures>,
    /// The event that decided it.
    pub event: Option<Seq>,
    /// The number under which it is published.
    pub number: Option<String>,
}

/// The figures of a vote.
#[derive(Debug, Serialize, ToSchema)]
pub struct Figures {
    /// Votes in favour.
    #[serde(rename = "for")]
    pub in_favour: u32,
    /// Votes against.
    pub against: u32,
    /// Abstentions.
    pub abstentions: u32,
}

impl From<&Count> for Figures {
    fn from(count: &Count) -> Self {
        let Count { in_favour, against, abstentions, .. } = *count;
        Self { in_favour, against, abstentions }
    }
}

impl Sitting {
    /// Of a dossier.
    pub fn of(held: &Held) -> Self {
        let course = &held.sitting.course;
        let listed = held.listed();
        let address = |at: &usize| listed.address(*at).map(str::to_owned);
        let floor = course.on_the_floor().and_then(|floor| {
            let at = floor.amendment;
            Some(Floor {
                amendment: address(&at)?,
                name: Said::of(|tongue| held.name(at, tongue)),
                since: floor.since.clone(),
                moved: floor.moved.clone(),
                fells: held
                    .sitting
                    .would_fall(at)
                    .unwrap_or_default()
                    .iter()
                    .filter_map(address)
                    .collect(),
            })
        });
        let waiting: Vec<usize> = listed.order.clone();
        let waiting = waiting.into_iter().filter(|at| held.standing(*at) == Standing::Open);
        let waiting: Vec<String> = waiting.filter_map(|at| address(&at)).collect();
        let [deadline, sub_amendments_deadline] = course.deadlines.clone();
        Self {
            seq: held.head.seq,
            name: course.sitting.clone(),
            open: waiting.len() + usize::from(floor.is_some()),
            floor,
            next: waiting.into_iter().take(AHEAD).collect(),
            quorum: course
                .quorum
                .as_ref()
                .map(|one| Quorum { present: one.present, members: one.members }),
            texts: course.texts.iter().map(text).collect(),
            deadline,
            sub_amendments_deadline,
            for_ruling: course.for_ruling.clone(),
        }
    }
}

fn text(record: &procedure::state::TextRecord) -> Text {
    let (outcome, votes, event) = match &record.outcome {
        None => (None, None, None),
        Some(TextOutcome::ReferredBack { event }) => (Some("referred-back"), None, Some(*event)),
        Some(TextOutcome::Voted { vote, event }) => {
            let outcome = if vote.adopted { "adopted" } else { "rejected" };
            (Some(outcome), vote.count.as_ref().map(Figures::from), Some(*event))
        }
    };
    let (letter, number) = (record.letter.clone(), record.number.clone());
    Text { letter, outcome, votes, event, number }
}
