//! What a finding is about, and whether an amendment can be carried out.

use crate::recorded::About;
use crate::state::Finding;
use crate::{State, languages};

/// The amendment a finding is about, by position; `None` for the dossier as a whole.
pub fn amendment(finding: &Finding) -> Option<usize> {
    match finding {
        Finding::Read { .. } | Finding::RulesNotAtHand { .. } => None,
        Finding::VotesAgainstOutcome { about } => of_recorded(*about),
        Finding::Languages(finding) => of_languages(finding),
        Finding::NumberTwice { second: amendment, .. }
        | Finding::Wording { amendment, .. }
        | Finding::ParentNotFound { amendment, .. }
        | Finding::TooDeep { amendment }
        | Finding::FallNotComputed { amendment, .. }
        | Finding::FallNotPrinted { amendment, .. }
        | Finding::OrderUncertain { amendment, .. }
        | Finding::NoteTooLong { amendment, .. }
        | Finding::DecidedByUnknown { amendment, .. } => Some(*amendment),
    }
}

/// Whether a finding is about this amendment. That two carry one number is about both.
pub fn concerns(finding: &Finding, at: usize, state: &State) -> bool {
    let numbered =
        |at: usize| state.dossier.amendments.get(at).map(|found| (&found.number, &found.parent));
    match finding {
        Finding::NumberTwice { first, .. } => numbered(*first) == numbered(at),
        other => amendment(other) == Some(at),
    }
}

fn of_recorded(about: About) -> Option<usize> {
    match about {
        About::Amendment(amendment) => Some(amendment),
        About::Text(_) => None,
    }
}

fn of_languages(finding: &languages::Finding) -> Option<usize> {
    use languages::Finding as F;
    match finding {
        F::LanguageTwice { .. } | F::DraftsDiffer { .. } => None,
        F::DecisionsDiffer { about } => of_recorded(*about),
        F::OneLanguage { amendment, .. }
        | F::PlacesDiffer { amendment, .. }
        | F::WordsDiffer { amendment, .. }
        | F::WordsUncertain { amendment, .. }
        | F::SentencesUncertain { amendment, .. }
        | F::OperationsDiffer { amendment, .. } => Some(*amendment),
    }
}

/// Whether the amendment can be carried out: its wording was understood, and in every language
/// that it has its places were found, those of a sub-amendment in its amendment.
pub fn executable(state: &State, amendment: usize) -> bool {
    let sub = state.dossier.amendments.get(amendment).is_some_and(|a| a.parent.is_some());
    let texts = state.worked.get(amendment).map(Vec::as_slice).unwrap_or_default();
    !texts.is_empty()
        && texts.iter().all(|worked| {
            let found = if sub { worked.applies } else { worked.placed.is_some() };
            found && worked.not_executable.is_none()
        })
}
