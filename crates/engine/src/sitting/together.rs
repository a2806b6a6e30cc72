//! Amendments that a chamber deals with together: rivals put against each other in pairs, a series whose common part is
//! put first, those that are debated jointly.
//!
//! Which amendments these are follows from their places and words as tabled; whether anything comes of it is said by the
//! rules (`votes.pairwise`, `votes.common-part-first`, `debate.joint`).

use super::Sitting;
use super::rebased::worded;
use instruction::{Instruction, Operation, Scope, Target};
use merge::Relation;
use procedure::event::Wording;
use procedure::rules::{Joint, QuorumCheck, Speaker};
use procedure::state::Record;
use text::Lang;

/// What keeps a vote from being taken now, as far as the number of members goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quorum {
    /// Members are counted before every vote, and have not been.
    NotChecked,
    /// There were too few.
    Missing {
        /// Those who were there.
        present: u32,
        /// All there are.
        members: u32,
    },
}

impl Sitting<'_> {
    /// The open rivals that an amendment is put against before it is put by itself, in calling order: those whose changes
    /// contradict it. None where the rules know no such votes.
    pub fn opponents(&self, at: usize) -> Vec<usize> {
        if !self.rules.votes.pairwise.value || self.parent(at).is_some() {
            return Vec::new();
        }
        let place = self.place(at);
        let near = self.state.clashes(place).into_iter().filter(|other| {
            let related = self.state.relate(place, *other);
            related.is_some_and(|(related, _)| related.relation == Relation::Contradicts)
        });
        let near = near.filter_map(|place| self.record(place));
        let open = |other: &usize| self.can_be_put(*other) && !self.course.independent(at, *other);
        let mut all: Vec<usize> = near.filter(open).collect();
        all.sort_by_key(|at| self.state.rank(self.place(*at)));
        all
    }

    /// The series to which an open amendment belongs, itself among them, in calling order: those that do the same at the
    /// same place in words that begin alike, and whose common part was not put yet. Empty where there are no others,
    /// or the rules know no such votes.
    pub fn series(&self, at: usize) -> Vec<usize> {
        if !self.rules.votes.common_part_first.value || !self.is_of_a_series(at) {
            return Vec::new();
        }
        let near = self.state.clashes(self.place(at)).into_iter();
        let near = near.filter_map(|place| self.record(place));
        let alike = |other: &usize| {
            self.is_of_a_series(*other) && !self.common_part(&[at, *other]).is_empty()
        };
        let mut all: Vec<usize> = near.filter(alike).collect();
        if all.is_empty() {
            return all;
        }
        all.push(at);
        all.sort_by_key(|at| self.state.rank(self.place(*at)));
        all
    }

    fn is_of_a_series(&self, at: usize) -> bool {
        let record = self.course.record(at);
        record.is_some_and(|record| {
            record.parent.is_none() && record.common_part.is_none() && self.can_be_next(record)
        })
    }

    /// What these amendments of the course have in common, in each language of the dossier: the beginning of the wordings
    /// that say exactly what they do. Nothing where they are no series: another operation, another place, or nothing
    /// new by which they differ.
    pub fn common_part(&self, amendments: &[usize]) -> Vec<Wording> {
        let langs = self.state.dossier.versions.iter().map(|version| version.lang);
        let parts = langs.map(|lang| self.common_beginning(amendments, lang));
        parts.collect::<Option<Vec<_>>>().unwrap_or_default()
    }

    fn common_beginning(&self, amendments: &[usize], lang: Lang) -> Option<Wording> {
        let version = self.state.dossier.version(lang)?;
        let language = version.language()?;
        let mut placed: Vec<&Instruction<Target>> = Vec::new();
        let mut wordings = Vec::new();
        for at in amendments {
            let instruction = self.state.placed(self.place(*at), lang)?;
            let part = self.state.dossier.amendments.get(self.place(*at))?.part;
            let scope = Scope { draft: &version.draft, index: &version.index, part, language };
            wordings.push(worded(instruction, &scope)?);
            placed.push(instruction);
        }
        let [first, others @ ..] = placed.as_slice() else { return None };
        let [operation] = first.operations.as_slice() else { return None };
        let alike = |other: &&Instruction<Target>| match other.operations.as_slice() {
            [one] => is_at_the_same_place(operation, one),
            _ => false,
        };
        if others.is_empty() || !others.iter().all(alike) {
            return None;
        }
        let mut common = wordings.first()?.as_str();
        if wordings.iter().all(|wording| wording == common) {
            return None;
        }
        for wording in &wordings {
            common = common_words(common, wording);
        }
        (!common.is_empty()).then(|| Wording {
            lang: lang.tag().to_owned(),
            wording: format!("{common} …"),
            note: String::new(),
        })
    }

    /// The open amendments that are debated together with this one, in calling order: competing ones where the rules have
    /// those debated jointly, or those that somebody put together.
    pub fn debated_with(&self, at: usize) -> Vec<usize> {
        let mut all = self.ever_debated_with(at);
        all.retain(|other| self.is_still_open(*other));
        all
    }

    /// The same with what is decided.
    fn ever_debated_with(&self, at: usize) -> Vec<usize> {
        let mut all: Vec<usize> = match self.rules.debate.joint.value {
            Joint::Never => Vec::new(),
            Joint::Grouped => {
                let groups = self.course.grouped.iter().filter(|group| group.contains(&at));
                groups.flatten().copied().collect()
            }
            Joint::Competing if self.parent(at).is_some() => Vec::new(),
            Joint::Competing => {
                let place = self.place(at);
                let competes = |other: &usize| {
                    let related = self.state.relate(place, *other);
                    related.is_some_and(|(related, _)| match related.relation {
                        Relation::Contradicts
                        | Relation::Overtakes
                        | Relation::OvertakenBy
                        | Relation::Identical => true,
                        Relation::Independent | Relation::SamePoint => false,
                    })
                };
                let near = self.state.clashes(place).into_iter().filter(competes);
                near.filter_map(|place| self.record(place)).collect()
            }
        };
        all.retain(|other| *other != at);
        all.sort_by_key(|at| self.state.rank(self.place(*at)));
        all.dedup();
        all
    }

    /// The amendment debated together with this one on which somebody in this capacity has spoken already, for all of
    /// them. Each is moved by itself, and each group has its own speakers.
    pub(super) fn heard_with(&self, at: usize, speaker: Speaker) -> Option<usize> {
        if matches!(speaker, Speaker::Mover | Speaker::Groups) {
            return None;
        }
        let spoke = |record: &Record| record.spoke.iter().any(|(other, _)| *other == speaker);
        let all = self.ever_debated_with(at);
        all.into_iter().find(|other| self.course.record(*other).is_some_and(spoke))
    }

    /// What keeps a vote from being taken now, as far as the number of members goes.
    pub fn quorum(&self) -> Option<Quorum> {
        let votes = &self.rules.votes;
        let fraction = votes.quorum.value?;
        match (votes.quorum_checked.value, self.course.quorum) {
            (QuorumCheck::Never, _) | (QuorumCheck::OnRequest, None) => None,
            (QuorumCheck::Always, None) => Some(Quorum::NotChecked),
            (_, Some(count)) => {
                let (present, members) = (count.present, count.members);
                (!fraction.reached(present, members))
                    .then_some(Quorum::Missing { present, members })
            }
        }
    }
}

/// Whether two do the same at one place, with something new.
fn is_at_the_same_place(one: &Operation<Target>, other: &Operation<Target>) -> bool {
    std::mem::discriminant(one) == std::mem::discriminant(other)
        && one.at().part == other.at().part
        && one.at().place == other.at().place
        && one.payload().is_some()
}

/// The words with which both begin.
fn common_words<'a>(one: &'a str, other: &str) -> &'a str {
    let mut end = 0;
    for (word, counterpart) in one.split_whitespace().zip(other.split_whitespace()) {
        if word != counterpart {
            break;
        }
        let begin = one[end..].find(word).expect("it is a word of what is left");
        end += begin + word.len();
    }
    &one[..end]
}

#[cfg(test)]
mod tests {
    use super::common_words;

    #[test]
    fn only_whole_words_are_common() {
        assert_eq!(common_words("replace the lamp with", "replace the lamps with"), "replace the");
        assert_eq!(common_words("a b c", "a b c"), "a b c");
        assert_eq!(common_words("a b", "a b c"), "a b");
        assert_eq!(common_words("été là", "été ici"), "été");
        assert_eq!(common_words("", "a"), "");
    }
}
