//! A dossier worked out: what each amendment does, the calling order, relations and falls.

mod notes;
mod order;
mod plan;
mod work;

pub(crate) use work::only;

use crate::recorded::{self, About};
use crate::{Amendment, Dossier, RulesName, languages};
use instruction::{Instruction, Locator, NotExecutable, Target};
use merge::{FallRules, OrderRules, Ranked, Related, Relation, Relations};
use plan::Plan;
use procedure::rules::Rules;
use source::Severity;
use std::collections::BTreeMap;
use text::Lang;

/// The chamber's rules as far as texts go; the default is PACE.
#[derive(Clone, Debug)]
pub struct Profile {
    /// `pace`.
    pub name: String,
    /// How amendments at one place are ordered.
    pub order: OrderRules,
    /// What falls with what.
    pub falls: FallRules,
    /// The most words of an explanatory note; `None` where there is no limit.
    pub note_words: Option<usize>,
}

impl Default for Profile {
    fn default() -> Self {
        Self {
            name: "pace".into(),
            order: OrderRules::default(),
            falls: FallRules::default(),
            note_words: Some(50),
        }
    }
}

impl Profile {
    /// What of a chamber's rules concerns the texts.
    pub fn of(rules: &Rules) -> Self {
        Self {
            name: rules.edition.profile.clone(),
            order: rules.order_rules(),
            falls: rules.fall_rules(),
            note_words: rules.tabling.note_words.value.map(|most| most.get() as usize),
        }
    }
}

/// One amendment in one language, worked out.
#[derive(Clone, Debug, Default)]
pub struct Worked {
    /// As written; `None` where it was not understood.
    pub written: Option<Instruction<Locator>>,
    /// With its places; `None` where they were not found, and for sub-amendments (their places lie
    /// in the parent's wording).
    pub placed: Option<Instruction<Target>>,
    /// Set where it was recognised as not executable.
    pub not_executable: Option<NotExecutable>,
    /// Of a sub-amendment: it has its places in its amendment, which can be carried out with it.
    pub applies: bool,
}

/// A finding about the dossier as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// Of reading a file (position in [`crate::open::Opened::files`]).
    Read { version: usize, finding: crate::read::Finding },
    /// Of a wording.
    Wording { amendment: usize, lang: Lang, finding: instruction::Finding },
    /// Between languages.
    Languages(languages::Finding),
    /// `number-twice` (error): `count` amendments carry one number; these are the first two.
    NumberTwice { first: usize, second: usize, count: usize },
    /// `parent-not-found` (error): a sub-amendment to an amendment that is not there.
    ParentNotFound { amendment: usize, parent: String },
    /// `sub-amendment-too-deep` (error).
    TooDeep { amendment: usize },
    /// `falling-not-computed` (warning): printed, but not computed.
    FallNotComputed { amendment: usize, other: String, fells: bool },
    /// `falling-not-printed` (warning): computed, but other notes are printed and this one is not.
    FallNotPrinted { amendment: usize, other: String, fells: bool },
    /// `order-uncertain` (note): a clerk should decide between this one and the one before it.
    OrderUncertain { amendment: usize, before: usize },
    /// `note-too-long` (warning): the explanatory note has more words than the rules allow.
    NoteTooLong { amendment: usize, lang: Lang, words: usize, allowed: usize },
    /// `rules-not-at-hand` (warning): the dossier names rules that nobody here knows.
    RulesNotAtHand { name: RulesName },
    /// `votes-against-outcome` (warning): figures are recorded that cannot have led to what is recorded.
    VotesAgainstOutcome { about: About },
    /// `decided-by-unknown` (note): it fell, or was superseded, by an amendment that is not in the dossier.
    DecidedByUnknown { amendment: usize, cited: String },
}

impl Finding {
    /// Its stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Read { finding, .. } => finding.code(),
            Self::Wording { finding, .. } => finding.code(),
            Self::Languages(finding) => finding.code(),
            Self::NumberTwice { .. } => "number-twice",
            Self::ParentNotFound { .. } => "parent-not-found",
            Self::TooDeep { .. } => "sub-amendment-too-deep",
            Self::FallNotComputed { .. } => "falling-not-computed",
            Self::FallNotPrinted { .. } => "falling-not-printed",
            Self::OrderUncertain { .. } => "order-uncertain",
            Self::NoteTooLong { .. } => "note-too-long",
            Self::RulesNotAtHand { .. } => "rules-not-at-hand",
            Self::VotesAgainstOutcome { .. } => "votes-against-outcome",
            Self::DecidedByUnknown { .. } => "decided-by-unknown",
        }
    }

    /// How much it weighs.
    pub fn severity(&self) -> Severity {
        match self {
            Self::Read { finding, .. } => finding.severity(),
            Self::Wording { finding, .. } => finding.severity(),
            Self::Languages(finding) => finding.severity(),
            Self::NumberTwice { .. } | Self::ParentNotFound { .. } | Self::TooDeep { .. } => {
                Severity::Error
            }
            Self::FallNotComputed { .. }
            | Self::FallNotPrinted { .. }
            | Self::NoteTooLong { .. }
            | Self::RulesNotAtHand { .. }
            | Self::VotesAgainstOutcome { .. } => Severity::Warning,
            Self::OrderUncertain { .. } | Self::DecidedByUnknown { .. } => Severity::Note,
        }
    }
}

/// Everything that follows from a dossier before any vote.
#[derive(Clone, Debug, Default)]
pub struct State {
    /// The dossier.
    pub dossier: Dossier,
    /// The rules it runs under.
    pub profile: Profile,
    /// For each amendment, for each of its texts, in their order.
    pub worked: Vec<Vec<Worked>>,
    /// All amendments in calling order (positions in [`Dossier::amendments`]); sub-amendments
    /// directly before their parent; those without a place last.
    pub order: Vec<Ranked>,
    /// Everything found, in the order: files, amendments, dossier.
    pub findings: Vec<Finding>,
    /// Places and relations, for each language version of the dossier, in their order.
    plans: Vec<Plan>,
    /// For each amendment, its place in `order`.
    ranks: Vec<usize>,
    /// For each amendment, its parent.
    parents: Vec<Option<usize>>,
    /// The sub-amendments to each amendment that has some, in calling order.
    subs: BTreeMap<usize, Vec<usize>>,
}

impl State {
    /// Works a dossier out. `findings` of reading and joining come first in the state's own.
    ///
    /// A sub-amendment that says so only in its wording ("In amendment 13, …") is given its parent.
    pub fn new(dossier: Dossier, profile: Profile, findings: Vec<Finding>) -> Self {
        let mut state = Self { dossier, profile, findings, ..Self::default() };
        state.worked = work::work(&mut state.dossier, &mut state.findings);
        let versions = 0..state.dossier.versions.len();
        state.plans = versions.map(|version| Plan::new(version, &state)).collect();
        state.order = order::order(&state);
        state.ranks = vec![0; state.dossier.amendments.len()];
        for (rank, ranked) in state.order.iter().enumerate() {
            state.ranks[ranked.amendment] = rank;
        }
        state.families();
        let mut found = notes::amendments(&state);
        found.extend(languages::compare(&state).into_iter().map(Finding::Languages));
        found.extend(notes::dossier(&state));
        found.extend(recorded::findings(&state.dossier));
        state.findings.extend(found);
        state
    }

    /// Finds the parents of all sub-amendments.
    fn families(&mut self) {
        let numbers = self.dossier.positions();
        let parent = |amendment: &Amendment| numbers.get(amendment.parent.as_deref()?).copied();
        self.parents = self.dossier.amendments.iter().map(parent).collect();
        for ranked in &self.order {
            if let Some(parent) = self.parents[ranked.amendment] {
                self.subs.entry(parent).or_default().push(ranked.amendment);
            }
        }
    }

    /// How amendment `a` stands to amendment `b`: the strongest relation over all languages, with
    /// the language it comes from. Identical are only those that are so in every language. `None`
    /// where no language has places of both.
    pub fn relate(&self, a: usize, b: usize) -> Option<(Related, Lang)> {
        let identical = self.identical(a, b);
        let related =
            self.plans.iter().zip(&self.dossier.versions).filter_map(|(plan, version)| {
                let (a, b) = (plan.placed(self, a)?, plan.placed(self, b)?);
                let base = plan.base(self)?;
                let relate = if identical { merge::relate } else { merge::relate_apart };
                Some((relate(&a, &b, &base, &self.profile.falls), version.lang))
            });
        // Of two equally strong the first language's; `max_by_key` would take the last.
        related.reduce(|best, next| if strength(&next.0) > strength(&best.0) { next } else { best })
    }

    /// Whether two amendments do the same in every language of the dossier.
    pub fn identical(&self, a: usize, b: usize) -> bool {
        let mut any = false;
        a != b
            && self.plans.iter().all(|plan| match (plan.position(a), plan.position(b)) {
                (Some(a), Some(b)) => {
                    any = true;
                    plan.relations.groups().same(a, b)
                }
                (None, None) => true,
                (Some(_), None) | (None, Some(_)) => false,
            })
            && any
    }

    /// Positions of amendments whose relation to this one is not `Independent`, ascending.
    pub fn clashes(&self, amendment: usize) -> Vec<usize> {
        let mut all = self.over_plans(amendment, Relations::clashes);
        all.sort_unstable();
        all
    }

    /// Positions of those that fall if this one alone is adopted, in calling order: in any
    /// language.
    pub fn fells(&self, amendment: usize) -> Vec<usize> {
        self.in_order(self.over_plans(amendment, Relations::fells))
    }

    /// How many fall if this one alone is adopted, in the language in which most do; without
    /// listing them.
    pub fn fells_count(&self, amendment: usize) -> usize {
        let counts = self
            .plans
            .iter()
            .filter_map(|plan| plan.position(amendment).map(|at| plan.relations.fells_count(at)));
        counts.max().unwrap_or(0)
    }

    /// Positions of those whose adoption alone fells this one, in calling order. A sub-amendment
    /// falls with its parent.
    pub fn falls_with(&self, amendment: usize) -> Vec<usize> {
        let amendment = self.parent(amendment).unwrap_or(amendment);
        self.in_order(self.over_plans(amendment, Relations::fallen_by))
    }

    /// Positions of those identical to this one, in calling order.
    pub fn identical_to(&self, amendment: usize) -> Vec<usize> {
        let all = self.over_plans(amendment, Relations::identical_to);
        self.in_order(all.into_iter().filter(|other| self.identical(amendment, *other)).collect())
    }

    /// The parent of a sub-amendment, by position; of two that carry its number, the first.
    pub fn parent(&self, amendment: usize) -> Option<usize> {
        self.parents.get(amendment).copied().flatten()
    }

    /// Positions of the sub-amendments to this one, in calling order.
    pub fn sub_amendments(&self, amendment: usize) -> &[usize] {
        self.subs.get(&amendment).map_or(&[], Vec::as_slice)
    }

    /// Where an amendment stands in the calling order, 0-based.
    pub fn rank(&self, amendment: usize) -> Option<usize> {
        self.ranks.get(amendment).copied()
    }

    /// What an amendment does in one language, with its places.
    pub fn placed(&self, amendment: usize, lang: Lang) -> Option<&Instruction<Target>> {
        let texts = &self.dossier.amendments.get(amendment)?.texts;
        let at = texts.iter().position(|text| text.lang == lang)?;
        self.worked.get(amendment)?.get(at)?.placed.as_ref()
    }

    /// Whether anything found is at least this grave.
    pub fn has(&self, severity: Severity) -> bool {
        self.findings.iter().any(|finding| finding.severity() >= severity)
    }

    /// What a question to the relations of each language gives, each amendment once, unsorted.
    fn over_plans(
        &self,
        amendment: usize,
        question: impl Fn(&Relations, usize) -> Vec<usize>,
    ) -> Vec<usize> {
        let mut all = Vec::new();
        for plan in &self.plans {
            let Some(at) = plan.position(amendment) else { continue };
            all.extend(question(&plan.relations, at).into_iter().map(|at| plan.amendments[at]));
        }
        all.sort_unstable();
        all.dedup();
        all
    }

    fn in_order(&self, mut amendments: Vec<usize>) -> Vec<usize> {
        amendments.sort_by_key(|at| self.ranks.get(*at).copied());
        amendments
    }
}

/// Identical before overtaking, before a contradiction, before a shared point. Which of two
/// overtakes the other does not make the relation stronger.
fn strength(related: &Related) -> u8 {
    match related.relation {
        Relation::Independent => 0,
        Relation::SamePoint => 1,
        Relation::Contradicts => 2,
        Relation::Overtakes | Relation::OvertakenBy => 3,
        Relation::Identical => 4,
    }
}
