//! Rules profiles: what the rules of a chamber say, as versioned data.
//!
//! A profile is a TOML file (docs/rules.md) of one chamber. It has **editions**, each in force from
//! one day until another; an edition states every parameter, or is based on another and states what
//! differs. Every value cites its **source** or is marked as unverified, and the user is shown which.
//!
//! ```text
//! [edition.2024]
//! from = 2024-06-24
//! based-on = "2020"
//! source = "Resolution 2551 (2024)"
//!
//! [edition.2024.committee]
//! adopted-objectors = { value = 10, source = "Rule 34.11, as amended by Resolution 2551 (2024)" }
//! ```
//!
//! ## What is inherited, and what that proves
//!
//! Rules that said something earlier say it until they are changed. So what an edition inherits
//! from an earlier one of its own profile keeps its source. What it inherits from a later edition,
//! or from another chamber, is only a likely value: it is [`Source::TakenOver`] and counts as
//! unverified, whatever its origin cites.
//!
//! ## From file to rules
//!
//! `tree` is the file with the place of each value; `read` sorts it into editions and statements;
//! `resolve` follows what editions are based on and checks their days; `sections` declares the
//! parameters and reads their values into [`Rules`], a struct of typed values in which nothing is
//! inherited any more. Each step tells all faults it sees and goes on, so that a writer of a profile
//! sees them together; a file with any is refused.

mod finding;
mod read;
mod resolve;
mod sections;
mod shapes;
mod shipped;
mod terms;
#[cfg(test)]
mod tests;
mod tree;
mod value;
mod wanted;

pub use finding::{Finding, Problem};
pub use read::{Edition, Title};
pub use sections::{
    Committee, Deadlines, Debate, Falls, IdenticalOnes, Oral, Order, Outcomes, Overrides,
    Parameter, Rules, SECTIONS, SubAmendments, Tabling, Votes,
};
pub use shapes::{Anchor, Day, Deadline, Fraction, Ranks, TimeOfDay, Words};
pub use shipped::{shipped, shipped_file};
pub use terms::{
    Abstentions, Actor, Amendable, Bar, Base, Effect, Identical, Joint, LISTS, LostAnchor,
    Majority, Method, Permission, Position, Purpose, QuorumCheck, RollCall, Speaker, TakeOver, Tie,
    Until,
};
pub use value::{Shown, Source, Sourced, Term, Whole};
pub use wanted::Wanted;

use crate::state::Outcome;
use finding::Findings;
use merge::{FallRules, OrderRules};
use source::{SourceFile, Span};
use text::Lang;

/// The rules of one chamber in all the editions that its file knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    /// The name by which a dossier cites it: `pace`.
    pub name: String,
    /// The name of the chamber.
    pub title: Title,
    /// The editions, the earliest first; at least one. No two are in force on one day.
    pub editions: Vec<Rules>,
}

impl Profile {
    /// Reads a profile of the user's.
    ///
    /// # Errors
    ///
    /// All that is wrong with it, in the order of the file. The names of the profiles that come with
    /// the program are theirs alone, so that a name in a dossier means one thing.
    pub fn read(file: &SourceFile) -> Result<Self, Vec<Finding>> {
        Self::of_file(file, false)
    }

    /// Reads a profile that a log names, which may be an earlier state of one that comes with the program.
    ///
    /// # Errors
    ///
    /// All that is wrong with it, in the order of the file.
    pub fn read_of_log(file: &SourceFile) -> Result<Self, Vec<Finding>> {
        Self::of_file(file, true)
    }

    fn of_file(file: &SourceFile, ours: bool) -> Result<Self, Vec<Finding>> {
        let mut findings = Findings::default();
        let profile = Self::of_text(file, ours, &mut findings);
        match profile {
            Some(profile) if findings.is_empty() => Ok(profile),
            _ => Err(findings.in_order(file)),
        }
    }

    fn of_text(file: &SourceFile, ours: bool, findings: &mut Findings) -> Option<Self> {
        if file.foreign.is_some() {
            findings.add(Span::at(0), Problem::NotText);
            return None;
        }
        let tree = tree::parse(&file.text, findings)?;
        let raw = read::raw(&tree, findings);
        if !ours && shipped::is_shipped(&raw.name) {
            let name = raw.name.clone();
            findings.add(read::name_at(&tree), Problem::NameTaken { name });
        }
        let editions = resolve::rules(&raw, findings);
        Some(Self { name: raw.name, title: raw.title, editions })
    }

    /// The edition of this name, or else the one in force on this day, written in any form that
    /// [`Day::parse`] reads.
    pub fn edition(&self, name_or_day: &str) -> Option<&Rules> {
        let named = self.editions.iter().find(|rules| rules.edition.name == name_or_day);
        named.or_else(|| self.in_force(&Day::parse(name_or_day)?))
    }

    /// The edition in force on this day.
    pub fn in_force(&self, day: &Day) -> Option<&Rules> {
        self.editions.iter().find(|rules| rules.edition.is_in_force(day))
    }

    /// The latest edition.
    pub fn latest(&self) -> Option<&Rules> {
        self.editions.last()
    }
}

/// Profile and edition for a dossier that names none.
pub const USUAL: (&str, &str) = ("pace", "2024");

/// The rules of this name that come with the program.
pub fn named(profile: &str, edition: &str) -> Option<&'static Rules> {
    let profile = shipped().iter().find(|found| found.name == profile)?;
    profile.editions.iter().find(|rules| rules.edition.name == edition)
}

impl Title {
    /// In a language; English where there is none in it.
    pub fn get(&self, lang: Lang) -> &str {
        if lang == Lang::FR { &self.fr } else { &self.en }
    }
}

impl Rules {
    /// What `merge` must know to order amendments.
    pub fn order_rules(&self) -> OrderRules {
        OrderRules {
            ranks: self.order.ranks.value.as_slice().to_vec(),
            uncertain_below_percent: self.order.uncertain_below_percent.value.get(),
            rivals_together: self.debate.joint.value == Joint::Competing,
        }
    }

    /// What became of an amendment by the words that the chamber prints, with the reason of a ruling where
    /// they tell one: "Irrecevable art. 40 C". `None` where the chamber has no such word.
    pub fn outcome_of<'w>(&self, words: &'w str) -> Option<(Outcome, &'w str)> {
        let known = &self.outcomes;
        let table = [
            (Outcome::Adopted, &known.adopted),
            (Outcome::Rejected, &known.rejected),
            (Outcome::Withdrawn, &known.withdrawn),
            (Outcome::NotMoved, &known.not_moved),
            (Outcome::Fell, &known.fell),
            (Outcome::Fell, &known.absorbed),
            (Outcome::RuledOut, &known.ruled_out),
            (Outcome::DeclaredAdopted, &known.declared_adopted),
            (Outcome::DeclaredRejected, &known.declared_rejected),
        ];
        let meant = |(outcome, known): (Outcome, &Sourced<Words>)| {
            known.value.meant_by(words).map(|reason| (outcome, reason))
        };
        table.into_iter().find_map(meant)
    }

    /// What `merge` must know to say what falls.
    pub fn fall_rules(&self) -> FallRules {
        FallRules {
            wider_after_narrower: self.falls.wider_after_narrower.value,
            lost_anchor_is_tracked: self.falls.lost_anchor.value == LostAnchor::Tracked,
            rejection_fells_identical: self.falls.identical_if_rejected.value == Effect::Falls,
        }
    }

    /// The parameters that differ in `other`, as pairs: here, there.
    pub fn differences<'r>(&'r self, other: &'r Self) -> Vec<(Parameter<'r>, Parameter<'r>)> {
        let pairs = self.parameters().into_iter().zip(other.parameters());
        pairs.filter(|(here, there)| here.value.written() != there.value.written()).collect()
    }
}
