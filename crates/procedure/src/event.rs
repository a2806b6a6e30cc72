//! What happens to amendments and texts, as it is recorded.
//!
//! An [`Event`] is what somebody did or declared: a member signed, the chair called, the assembly voted. What
//! follows from it by the rules, others fall, a decision counts for identical ones, is worked out once, when it
//! is recorded, and stands beside it as [`Consequence`]s: a better engine never rewrites an old sitting. Both
//! refer to amendments by an [`Id`] that stays, since numbers change, and to earlier events by their sequence
//! number.
//!
//! The names and keys here are those of the log (docs/log.md) and are never given another meaning.

use crate::rules::{Actor, Method, Position, Speaker};
use serde::{Deserialize, Serialize};
use std::fmt;

pub use crate::time::Time;

/// What an amendment is called in the log, from its first draft on: for one that came in a compendium, how it is
/// cited there, "4", "13/1".
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Id(pub String);

impl fmt::Display for Id {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(&self.0)
    }
}

impl From<&str> for Id {
    fn from(id: &str) -> Self {
        Self(id.to_owned())
    }
}

/// The place of an event in its log, from 1.
pub type Seq = u64;

/// One language version of an amendment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wording {
    /// Its language, "en".
    pub lang: String,
    /// The wording, a line feed between paragraphs.
    pub wording: String,
    /// The explanatory note; empty where there is none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// An amendment that was there when the log was opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Listed {
    /// What the log calls it.
    pub id: Id,
    /// Its number as printed.
    pub number: String,
    /// The amendment that a sub-amendment changes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<Id>,
    /// The text that it is to, by position in [`Event::Opened`]; none where that is unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<usize>,
    /// Who tabled it, the mover first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tablers: Vec<String>,
    /// Whether that is a committee, for which anybody may speak.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub committee: bool,
}

/// What kind of text is voted on as a whole, for the majority that it needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A resolution.
    Resolution,
    /// A recommendation.
    Recommendation,
    /// An opinion.
    Opinion,
    /// Any other text.
    Other,
}

/// A draft text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// Its letter, "A"; empty where it has none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub letter: String,
    /// Its kind.
    pub kind: Kind,
}

/// Which version of the compendium was published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Edition {
    /// Before all is translated, ordered or admitted.
    Provisional,
    /// Instead of an earlier one.
    Revised,
    /// For the sitting.
    Final,
}

/// What one member voted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ballot {
    /// In favour.
    For,
    /// Against.
    Against,
    /// Neither.
    Abstention,
}

/// The figures of a vote.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Count {
    /// Votes in favour.
    #[serde(rename = "for")]
    pub in_favour: u32,
    /// Votes against.
    pub against: u32,
    /// Abstentions.
    pub abstentions: u32,
    /// Who voted how, in a roll call; its sums are the figures.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roll: Vec<(String, Ballot)>,
}

/// A vote as it was taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vote {
    /// How.
    pub method: Method,
    /// The figures; none where hands were seen and not counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<Count>,
    /// What the chair declared.
    pub adopted: bool,
}

/// What somebody said a relation between two amendments is, over the computed one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Declared {
    /// The second falls if the first is adopted.
    Fells,
    /// They have nothing to do with one another; of two identical ones each is put by itself.
    Independent,
    /// The second follows from the first: it is decided with it.
    Consequential,
}

/// For what a committee deals with the texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Seized {
    /// It presents the report.
    Report,
    /// It is asked for its opinion.
    Opinion,
}

/// An amendment made of a part of another, for a vote of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Piece {
    /// What the log calls it, "4.1".
    pub id: Id,
    /// What it says.
    pub texts: Vec<Wording>,
}

/// What somebody did or declared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Event {
    /// The log begins: on which dossier, under which rules. The first event, and no other.
    Opened {
        /// The reference as printed, "Doc. 412".
        reference: String,
        /// SHA-256 of the dossier in JSON as this program writes it.
        dossier: String,
        /// The profile, "pace".
        profile: String,
        /// Its edition, "2024".
        edition: String,
        /// SHA-256 of the profile's file.
        rules: String,
        /// The languages of the dossier in the order of its versions, in which names of several languages are recorded:
        /// "Committee on Lamps / commission des lampes". Left out where there is but one.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        languages: Vec<String>,
        /// The draft texts.
        texts: Vec<Text>,
        /// The amendments in the dossier: tabled, admitted and numbered.
        amendments: Vec<Listed>,
    },
    /// Somebody drafts an amendment.
    Drafted {
        /// The amendment.
        amendment: Id,
        /// What a sub-amendment changes.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        parent: Option<Id>,
        /// The text that it is to.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        part: Option<usize>,
        /// What it says.
        texts: Vec<Wording>,
    },
    /// A member signs.
    Signed {
        /// The amendment.
        amendment: Id,
        /// Who.
        by: String,
    },
    /// A member takes a signature back.
    SignatureWithdrawn {
        /// The amendment.
        amendment: Id,
        /// Who.
        by: String,
    },
    /// It is handed in.
    Tabled {
        /// The amendment.
        amendment: Id,
        /// The committee that tables it without signatures.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        committee: Option<String>,
        /// Why one that came late is taken, and who says so.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        late: Option<Ruling>,
    },
    /// It is in order.
    Admitted {
        /// The amendment.
        amendment: Id,
        /// Who decided.
        by: String,
    },
    /// It is not in order.
    RuledOut {
        /// The amendment.
        amendment: Id,
        /// Who decided, and why.
        ruling: Ruling,
    },
    /// It is given its number.
    Numbered {
        /// The amendment.
        amendment: Id,
        /// The number, "4".
        number: String,
    },
    /// Its text is replaced by those who tabled it.
    Revised {
        /// The amendment.
        amendment: Id,
        /// Its number from now on, "4 rev.".
        number: String,
        /// What it says from now on.
        texts: Vec<Wording>,
    },
    /// It is put into another language.
    Translated {
        /// The amendment.
        amendment: Id,
        /// The new language version.
        text: Wording,
    },
    /// A version of the compendium is published.
    Published {
        /// Which.
        edition: Edition,
        /// Its name as printed.
        name: String,
    },
    /// An amendment is called before another, whatever the computed order.
    Ordered {
        /// The amendment.
        amendment: Id,
        /// Before which; at the end where none is named.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        before: Option<Id>,
        /// Who decided, and why.
        ruling: Ruling,
    },
    /// How two amendments stand to each other, whatever was computed.
    Related {
        /// The first.
        first: Id,
        /// The second.
        second: Id,
        /// How.
        relation: Declared,
        /// In what capacity whoever decides does so, where the rules ask for one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        capacity: Option<Actor>,
        /// Who decided, and why.
        ruling: Ruling,
    },
    /// What was declared of two amendments no longer holds.
    RelationLifted {
        /// The first.
        first: Id,
        /// The second.
        second: Id,
        /// Who decided, and why.
        ruling: Ruling,
    },
    /// A committee is to report on the texts, or is asked for its opinion.
    Seized {
        /// The committee.
        committee: String,
        /// For which of the two.
        #[serde(rename = "for")]
        what: Seized,
    },
    /// An amendment is a compromise, which some chambers call before all others.
    Compromise {
        /// The amendment.
        amendment: Id,
        /// Who decided, and why.
        ruling: Ruling,
    },
    /// Amendments are debated together, and put one after the other.
    Grouped {
        /// The amendments.
        amendments: Vec<Id>,
        /// Who decided, and why.
        ruling: Ruling,
    },
    /// Somebody has an amendment put by itself, out of whatever bloc it would be voted on in.
    Separated {
        /// The amendment.
        amendment: Id,
        /// Who.
        by: String,
        /// In what capacity, where the rules ask for one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        capacity: Option<Actor>,
    },
    /// A committee takes a position.
    CommitteePosition {
        /// The amendment.
        amendment: Id,
        /// The committee.
        committee: String,
        /// Its position.
        position: Position,
        /// The figures, where known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        count: Option<Count>,
    },
    /// Until when amendments, or sub-amendments, can be tabled.
    DeadlineSet {
        /// The last moment.
        at: Time,
        /// Whether it is that of sub-amendments.
        sub_amendments: bool,
        /// Who set it.
        by: String,
    },
    /// A sitting begins.
    SittingOpened {
        /// Its name.
        name: String,
    },
    /// It ends.
    SittingClosed {},
    /// Members are counted, to see whether there are enough to vote.
    QuorumChecked {
        /// Those who are there.
        present: u32,
        /// All there are.
        members: u32,
    },
    /// The chair proposes that amendments be declared adopted, or rejected, without a vote.
    Proposed {
        /// The amendments.
        amendments: Vec<Id>,
        /// Adopted, or else rejected.
        adopted: bool,
    },
    /// Members object to that.
    Objected {
        /// The amendment proposed.
        amendment: Id,
        /// How many.
        count: u32,
    },
    /// The chair declares one decided as proposed.
    DeclaredDecided {
        /// The amendment.
        amendment: Id,
    },
    /// The chair calls an amendment.
    Called {
        /// The amendment.
        amendment: Id,
    },
    /// Somebody moves it.
    Moved {
        /// The amendment.
        amendment: Id,
        /// Who.
        by: String,
        /// Whether a member who did not sign it thereby takes it over.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        taken_over: bool,
    },
    /// Nobody moves it.
    NotMoved {
        /// The amendment.
        amendment: Id,
    },
    /// Somebody offers an amendment or sub-amendment in the sitting.
    OralOffered {
        /// The amendment.
        amendment: Id,
        /// What a sub-amendment changes.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        parent: Option<Id>,
        /// The text that it is to.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        part: Option<usize>,
        /// Who.
        by: String,
        /// What it says.
        texts: Vec<Wording>,
    },
    /// Members object to its being taken.
    OralObjected {
        /// The amendment.
        amendment: Id,
        /// How many.
        count: u32,
    },
    /// The chair takes it.
    OralAdmitted {
        /// The amendment.
        amendment: Id,
    },
    /// Somebody speaks on what was called.
    Spoke {
        /// The amendment.
        amendment: Id,
        /// Who.
        by: String,
        /// In what capacity.
        speaker: Speaker,
    },
    /// An amendment is put in pieces.
    Split {
        /// The amendment.
        amendment: Id,
        /// The pieces, in the order in which they are put.
        into: Vec<Piece>,
    },
    /// A vote on one amendment, or on several together.
    Voted {
        /// The amendments.
        amendments: Vec<Id>,
        /// The vote.
        vote: Vote,
    },
    /// Two rivals are put against each other: votes in favour are those for the first, votes against those for the
    /// second. Whichever loses falls; the other is still to be put against the draft.
    Paired {
        /// The first, which is on the floor.
        first: Id,
        /// The second.
        second: Id,
        /// The vote; adopted where the first prevails.
        vote: Vote,
    },
    /// The words that a series of amendments has in common are put to the vote, before the series.
    CommonPartVoted {
        /// The series.
        amendments: Vec<Id>,
        /// What they have in common, in each language.
        texts: Vec<Wording>,
        /// The vote.
        vote: Vote,
    },
    /// Those who tabled it take it back.
    Withdrawn {
        /// The amendment.
        amendment: Id,
        /// Who says so.
        by: String,
    },
    /// The figures of a vote are put right; its outcome stands.
    Corrected {
        /// The vote, by its event.
        event: Seq,
        /// The figures as they were.
        count: Count,
        /// Who decided, and why.
        ruling: Ruling,
    },
    /// A decision is annulled: what it decided is open again, and so is what fell by it.
    Annulled {
        /// The decision, by its event.
        event: Seq,
        /// Who decided, and why.
        ruling: Ruling,
    },
    /// A decision that depended on an annulled one stands.
    Upheld {
        /// The decision, by its event.
        event: Seq,
        /// Who decided, and why.
        ruling: Ruling,
    },
    /// The draft is corrected or revised after amendments were tabled.
    DraftRevised {
        /// SHA-256 of the dossier in JSON with the new draft.
        dossier: String,
        /// Why.
        reason: String,
    },
    /// The table office settles where an amendment stands in a revised draft.
    CarriedOver {
        /// The amendment.
        amendment: Id,
        /// What it says from now on; empty where its words stay.
        texts: Vec<Wording>,
        /// Who decided, and why.
        ruling: Ruling,
    },
    /// A vote on a text as a whole, as amended.
    TextVoted {
        /// The text.
        part: usize,
        /// The vote.
        vote: Vote,
    },
    /// A text goes back to its committee.
    ReferredBack {
        /// The text.
        part: usize,
        /// Who decided, and why.
        ruling: Ruling,
    },
    /// The adopted text is given the number under which it is published.
    TextNumbered {
        /// The text.
        part: usize,
        /// "2616 (2025)".
        number: String,
    },
    /// Somebody edits the adopted text; kept beside the mechanical one.
    Edited {
        /// The text.
        part: usize,
        /// The language.
        lang: String,
        /// The provision by its number in the adopted text, "7.2"; empty for the title.
        provision: String,
        /// How it reads from now on.
        text: String,
        /// Who decided, and why.
        ruling: Ruling,
    },
}

/// Who decided something by hand, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ruling {
    /// Who.
    pub by: String,
    /// Why; never empty.
    pub reason: String,
    /// In what capacity they decide, which is held against the rules where it is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capacity: Option<Actor>,
}

/// What follows from an event by the rules.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Consequence {
    /// An amendment falls.
    Fell {
        /// The amendment.
        amendment: Id,
        /// The decisions by which it does, ascending: this event, and earlier ones where it takes several.
        because: Vec<Seq>,
    },
    /// An identical amendment shares the decision.
    Shares {
        /// The amendment.
        amendment: Id,
    },
    /// What an earlier decision adopted is replaced by a wider change.
    Superseded {
        /// The amendment adopted earlier.
        amendment: Id,
    },
    /// A later decision that depended on what is annulled: the chair rules on it.
    ForRuling {
        /// The decision, by its event.
        event: Seq,
    },
    /// The table office must look where an amendment stands in the revised draft.
    Displaced {
        /// The amendment.
        amendment: Id,
        /// What it stood in, as that read before, in each language in which it does so no more.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        was: Vec<Was>,
        /// What it could say instead, in all its languages; empty where somebody must find that.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        proposed: Vec<Wording>,
    },
}

/// A piece of the draft before it was revised.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Was {
    /// Its language, "en".
    pub lang: String,
    /// The paragraph, or the provision with all below it; empty where the amendment had no place.
    pub text: String,
}
