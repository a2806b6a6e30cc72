//! Stable codes and weights of what adoption has to say.

use crate::adopt::{NotSo, Refusal};
use crate::sitting::{Impossible, Unrevisable};
use merge::Note;
use source::Severity;

/// The code of a refusal; each is an error.
pub fn refusal(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::Falls { .. } => "falls",
        Refusal::NotExecutable { .. } => "adopted-not-executable",
        Refusal::ParentNotAdopted { .. } => "parent-not-adopted",
        Refusal::SubAmendment { .. } => "sub-amendment-does-not-apply",
        Refusal::NotSeparated { .. } => "not-separated",
        Refusal::WordedAlready { .. } => "translated-already",
        Refusal::Together { why: NotSo::RivalsFirst, .. } => "rivals-first",
        Refusal::Together { why: NotSo::NoRivals, .. } => "no-rivals",
        Refusal::Together { why: NotSo::NoSeries, .. } => "no-series",
        Refusal::Together { why: NotSo::HeardTogether, .. } => "heard-together",
    }
}

/// The code of what cannot be supposed; each is an error.
pub fn impossible(impossible: &Impossible) -> &'static str {
    match impossible {
        Impossible::Decided { .. } => "hypothesis-decided",
        Impossible::Text(why) => refusal(why),
        Impossible::Rules(why) => why.code(),
    }
}

/// The code of what keeps a draft from being revised; each is an error.
pub fn unrevisable(why: &Unrevisable) -> &'static str {
    match why {
        Unrevisable::NotAtAll => "revised-not-at-all",
        Unrevisable::OtherTexts => "revised-other-texts",
        Unrevisable::OtherAmendments { .. } => "revised-other-amendments",
        Unrevisable::AfterAdoption { .. } => "revised-after-adoption",
        Unrevisable::AfterDecision { .. } => "revised-after-decision",
    }
}

/// The code of a note and its weight.
pub fn note(note: &Note) -> (&'static str, Severity) {
    match note {
        Note::Renumbered { .. } => ("renumbered", Severity::Note),
        Note::ReferenceUpdated { .. } => ("reference-updated", Severity::Note),
        Note::ReferenceToDeleted { .. } => ("reference-to-deleted", Severity::Error),
        Note::ReferenceRangeGrew { .. } => ("reference-range-grew", Severity::Warning),
        Note::PlaceTracked { .. } => ("place-tracked", Severity::Note),
        Note::OperationLapsed { .. } => ("operation-lapsed", Severity::Warning),
        Note::Crossing { .. } => ("crossing", Severity::Warning),
        Note::MarkDropped { .. } => ("leading-mark-dropped", Severity::Warning),
        Note::ListEmptied { .. } => ("list-emptied", Severity::Warning),
        Note::Superseded { .. } => ("superseded", Severity::Warning),
    }
}
