//! What became of an amendment, coarsely: what a reader filters by and a line is coloured by.

use super::Held;
use crate::Tongue;
use procedure::rules::Words;
use procedure::state::{Outcome, Record, Stage};

/// Where an amendment stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// To be decided.
    Open,
    /// Before the assembly now.
    Floor,
    /// Its words are in the text.
    Adopted,
    /// Voted down.
    Rejected,
    /// Fallen.
    Fell,
    /// Withdrawn by those who tabled it.
    Withdrawn,
    /// Nobody moved it.
    NotMoved,
    /// Not in order.
    RuledOut,
    /// Put in pieces, which are decided instead.
    Split,
}

impl Standing {
    /// Every one, in the order in which they are offered.
    pub const ALL: [Self; 9] = [
        Self::Open,
        Self::Floor,
        Self::Adopted,
        Self::Rejected,
        Self::Fell,
        Self::Withdrawn,
        Self::NotMoved,
        Self::RuledOut,
        Self::Split,
    ];

    /// Its name in addresses and style sheets.
    pub fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Floor => "floor",
            Self::Adopted => "adopted",
            Self::Rejected => "rejected",
            Self::Fell => "fell",
            Self::Withdrawn => "withdrawn",
            Self::NotMoved => "not-moved",
            Self::RuledOut => "ruled-out",
            Self::Split => "split",
        }
    }

    /// The one of this name.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|standing| standing.word() == word)
    }

    fn of_record(record: &Record) -> Self {
        match &record.stage {
            Stage::Decided(decision) => match decision.outcome {
                Outcome::Adopted | Outcome::DeclaredAdopted => Self::Adopted,
                Outcome::Rejected | Outcome::DeclaredRejected => Self::Rejected,
                Outcome::Fell => Self::Fell,
                Outcome::Withdrawn => Self::Withdrawn,
                Outcome::NotMoved => Self::NotMoved,
                Outcome::RuledOut => Self::RuledOut,
                Outcome::Split => Self::Split,
            },
            Stage::Drafted | Stage::Tabled | Stage::Offered { .. } | Stage::Open => Self::Open,
        }
    }
}

impl Held {
    /// Where an amendment of the course stands.
    pub fn standing(&self, at: usize) -> Standing {
        if self.sitting.course.floor.iter().any(|floor| floor.amendment == at) {
            return Standing::Floor;
        }
        self.sitting.course.record(at).map_or(Standing::Open, Standing::of_record)
    }

    /// The same in the chamber's word: "adopted", "agreed to".
    pub fn standing_word(&self, standing: Standing, tongue: Tongue) -> String {
        let words = &self.sitting.rules.outcomes;
        let of_chamber = |words: &Words| words.get(tongue.lang()).to_owned();
        match standing {
            Standing::Open => tongue.say("web-open"),
            Standing::Floor => tongue.say("web-floor"),
            Standing::Adopted => of_chamber(&words.adopted.value),
            Standing::Rejected => of_chamber(&words.rejected.value),
            Standing::Fell => of_chamber(&words.fell.value),
            Standing::Withdrawn => of_chamber(&words.withdrawn.value),
            Standing::NotMoved => of_chamber(&words.not_moved.value),
            Standing::RuledOut => of_chamber(&words.ruled_out.value),
            Standing::Split => tongue.say("web-split"),
        }
    }

    /// What became of an amendment in the chamber's own word: "declared adopted".
    pub fn outcome(&self, at: usize, tongue: Tongue) -> String {
        let decision = self.sitting.course.record(at).and_then(Record::decision);
        let words = decision.and_then(|decision| decision.outcome.words(self.sitting.rules));
        match words {
            Some(words) => words.get(tongue.lang()).to_owned(),
            None => self.standing_word(self.standing(at), tongue),
        }
    }

    /// The figures of the vote on it: "31 in favour, 12 against, 7 abstentions"; none where there are none.
    pub fn votes(&self, at: usize, tongue: Tongue) -> Option<String> {
        let decision = self.sitting.course.record(at)?.decision()?;
        let count = decision.vote.as_ref()?.count.as_ref()?;
        Some(self.telling(tongue).count(count))
    }
}
