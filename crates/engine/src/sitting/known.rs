//! What a log tells of an amendment, in words for tables and papers.

use super::Sitting;
use procedure::rules::Shown;
use text::Lang;

/// What is known of an amendment once there has been a sitting.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// The positions of committees, "Committee on Lamps: unanimous", with semicolons between them.
    pub position: String,
    /// What became of it, in the chamber's own word; empty while it is open.
    pub outcome: String,
    /// Votes in favour and against, and abstentions.
    pub votes: Option<[u32; 3]>,
}

impl Sitting<'_> {
    /// What the log tells of the amendment at this place of the dossier.
    pub fn known(&self, place: usize, lang: Lang) -> Known {
        let Some(record) = self.record(place).and_then(|at| self.course.record(at)) else {
            return Known::default();
        };
        let positions = record.positions.iter();
        let positions =
            positions.map(|(committee, position)| format!("{committee}: {}", position.words(lang)));
        let decision = record.decision();
        let outcome = decision.and_then(|decision| decision.outcome.words(self.rules));
        let count = decision.and_then(|decision| decision.vote.as_ref()?.count.as_ref());
        Known {
            position: positions.collect::<Vec<_>>().join("; "),
            outcome: outcome.map(|word| word.words(lang)).unwrap_or_default(),
            votes: count.map(|count| [count.in_favour, count.against, count.abstentions]),
        }
    }
}
