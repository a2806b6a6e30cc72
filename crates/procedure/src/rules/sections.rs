//! What a chamber's rules say, section by section: the typed form that the sitting works with.
//!
//! Each parameter is declared once, with its type and the key of the file; from that follow the
//! struct, the reader and the list in which every parameter is shown.

use super::finding::Findings;
use super::read::{Edition, Statements};
use super::shapes::{Deadline, Fraction, Ranks, Words};
use super::terms::{
    Abstentions, Actor, Amendable, Bar, Base, Effect, Identical, Joint, LostAnchor, Majority,
    Method, Permission, Position, Purpose, QuorumCheck, RollCall, Speaker, TakeOver, Tie, Until,
};
use super::value::{Shown, Source, Sourced, Whole};
use merge::WiderAfterNarrower;

/// One parameter of an edition, as it is shown.
#[derive(Clone, Copy, Debug)]
pub struct Parameter<'r> {
    /// Its section: `votes`.
    pub section: &'static str,
    /// Its key there: `tie`.
    pub key: &'static str,
    /// Its value.
    pub value: &'r dyn Shown,
    /// Where that comes from.
    pub source: &'r Source,
}

macro_rules! sections {
    ($($(#[$doc:meta])* $field:ident: $name:ident = $section:literal {
        $($(#[$means:meta])* $param:ident: $type:ty = $key:literal,)+
    })+) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Debug, PartialEq, Eq)]
            pub struct $name {
                $($(#[$means])* pub $param: Sourced<$type>,)+
            }

            impl $name {
                fn read(from: &Statements, findings: &mut Findings) -> Option<Self> {
                    // All are read before the first that is absent ends it: every fault is told.
                    $(let $param = from.value::<$type>($section, $key, findings);)+
                    Some(Self { $($param: $param?,)+ })
                }

                fn take(&mut self, key: &str, from: &Self) -> bool {
                    match key {
                        $($key => self.$param.clone_from(&from.$param),)+
                        _ => return false,
                    }
                    true
                }

                fn list<'r>(&'r self, to: &mut Vec<Parameter<'r>>) {
                    $(to.push(Parameter {
                        section: $section,
                        key: $key,
                        value: &self.$param.value,
                        source: &self.$param.source,
                    });)+
                }
            }
        )+

        /// The rules of a chamber in one edition: nothing is inherited any more, everything is there.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct Rules {
            /// Which edition of which profile.
            pub edition: Edition,
            $($(#[$doc])* pub $field: $name,)+
        }

        impl Rules {
            /// The rules that these statements come to. All are read, whatever of the edition or of
            /// one of them is at fault.
            pub(super) fn of(
                edition: Option<Edition>,
                from: &Statements,
                findings: &mut Findings,
            ) -> Option<Self> {
                $(let $field = $name::read(from, findings);)+
                Some(Self { edition: edition?, $($field: $field?,)+ })
            }

            /// These rules with one parameter of others, "votes.tie"; none where there is no such parameter.
            pub fn taking(&self, parameter: &str, from: &Self) -> Option<Self> {
                let (section, key) = parameter.split_once('.')?;
                let mut made = self.clone();
                let taken = match section {
                    $($section => made.$field.take(key, &from.$field),)+
                    _ => false,
                };
                taken.then_some(made)
            }

            /// Every parameter, section by section.
            pub fn parameters(&self) -> Vec<Parameter<'_>> {
                let mut list = Vec::new();
                $(self.$field.list(&mut list);)+
                list
            }
        }

        /// The sections and the keys in each, in the order in which they are shown.
        pub const SECTIONS: &[(&str, &[&str])] = &[$(($section, &[$($key,)+]),)+];
    };
}

sections! {
    /// Tabling amendments.
    tabling: Tabling = "tabling" {
        /// The least number of members who must sign.
        signatories: Whole<1, 1000> = "signatories",
        /// Who may table without signatures.
        exempt: Vec<Actor> = "exempt",
        /// What amendments can be tabled to.
        amendable: Vec<Amendable> = "amendable",
        /// What is out of order.
        out_of_order: Vec<Bar> = "out-of-order",
        /// Who decides whether an amendment is in order.
        admitted_by: Vec<Actor> = "admitted-by",
        /// Until when a signature can be taken back.
        signatures_until: Until = "signatures-until",
        /// The most words of an explanatory note.
        note_words: Option<Whole<1, 10_000>> = "note-words",
        /// Whether an amendment may concern one provision only.
        one_place_each: bool = "one-place-each",
    }

    /// Tabling sub-amendments.
    sub_amendments: SubAmendments = "sub-amendments" {
        /// The least number of members who must sign.
        signatories: Whole<1, 1000> = "signatories",
        /// Who may table without signatures.
        exempt: Vec<Actor> = "exempt",
        /// How deep amendments go: 1, only amendments; 2, amendments and sub-amendments to them.
        depth: Whole<1, 2> = "depth",
        /// What is out of order.
        out_of_order: Vec<Bar> = "out-of-order",
    }

    /// When amendments must be tabled at the latest.
    deadlines: Deadlines = "deadlines" {
        /// For debates on the first day of a part-session, or of a meeting.
        first_day: Deadline = "first-day",
        /// For debates on its second day.
        second_day: Deadline = "second-day",
        /// For debates on the days after that.
        later_days: Deadline = "later-days",
        /// For sub-amendments.
        sub_amendments: Deadline = "sub-amendments",
        /// For debates under urgent procedure.
        urgent_debates: Deadline = "urgent-debates",
        /// Who may set other deadlines.
        set_by: Vec<Actor> = "set-by",
    }

    /// The order in which amendments are called.
    order: Order = "order" {
        /// The rank of operations at one place.
        ranks: Ranks = "ranks",
        /// What "farthest" is measured from.
        farthest_from: Base = "farthest-from",
        /// Whether compromise amendments come before all others.
        compromise_first: bool = "compromise-first",
        /// Under this share of difference, in per cent, two distances do not settle an order.
        uncertain_below_percent: Whole<0, 100> = "uncertain-below-percent",
    }

    /// What becomes of other amendments when one has been decided.
    falls: Falls = "falls" {
        /// Of those that contradict it, when it is adopted.
        conflicting_if_adopted: Effect = "conflicting-if-adopted",
        /// Of those identical to it, when it is adopted.
        identical_if_adopted: Effect = "identical-if-adopted",
        /// Of those that hang on what it takes away, when it is adopted.
        dependent_if_adopted: Effect = "dependent-if-adopted",
        /// Of those that contradict it, when it is rejected.
        conflicting_if_rejected: Effect = "conflicting-if-rejected",
        /// Of those identical to it, when it is rejected.
        identical_if_rejected: Effect = "identical-if-rejected",
        /// Of those that hang on what it would have taken away, when it is rejected.
        dependent_if_rejected: Effect = "dependent-if-rejected",
        /// Of its open sub-amendments, when it falls, is withdrawn, not moved or declared rejected.
        sub_amendments_if_gone: Effect = "sub-amendments-if-gone",
        /// Of a wider one that is still open when a narrower one inside it has been adopted.
        wider_after_narrower: WiderAfterNarrower = "wider-after-narrower",
        /// Of an insertion beside words that are gone.
        lost_anchor: LostAnchor = "lost-anchor",
    }

    /// Identical amendments.
    identical: IdenticalOnes = "identical" {
        /// How they are put.
        votes: Identical = "votes",
        /// Who may have them put each by itself.
        separated_by: Vec<Actor> = "separated-by",
    }

    /// The committee's say, and what is decided by it without a vote.
    committee: Committee = "committee" {
        /// What it can say of an amendment.
        positions: Vec<Position> = "positions",
        /// Whose position counts for what follows.
        filtered_by: Vec<Actor> = "filtered-by",
        /// With what majority there an amendment is declared adopted; none where that is unknown.
        adopted_when: Option<Majority> = "adopted-when",
        /// How many members must object for it to be put after all.
        adopted_objectors: Option<Whole<1, 1000>> = "adopted-objectors",
        /// Whether an amendment with an open sub-amendment can be declared adopted.
        with_open_sub_amendment: bool = "with-open-sub-amendment",
        /// With what majority against it there an amendment is declared rejected.
        rejected_when: Option<Majority> = "rejected-when",
        /// How many members must object for it to be put after all.
        rejected_objectors: Option<Whole<1, 1000>> = "rejected-objectors",
        /// Who speaks where the committee took no position.
        no_position_speaks: Option<Speaker> = "no-position-speaks",
    }

    /// Amendments proposed in the sitting.
    oral: Oral = "oral" {
        /// Whether there can be any.
        allowed: bool = "allowed",
        /// How many members must object for one to be refused.
        objectors: Option<Whole<1, 1000>> = "objectors",
        /// What they may be for.
        purposes: Vec<Purpose> = "purposes",
        /// Whether sub-amendments can be oral.
        sub_amendments: bool = "sub-amendments",
    }

    /// What is said when an amendment is called.
    debate: Debate = "debate" {
        /// Who may speak, in this order.
        speakers: Vec<Speaker> = "speakers",
        /// Who may move an amendment that its signatories do not move.
        taken_over_by: TakeOver = "taken-over-by",
        /// The time for each speech in seconds.
        speaking_seconds: Option<Whole<1, 36_000>> = "speaking-seconds",
        /// Which amendments are debated together.
        joint: Joint = "joint",
    }

    /// Votes.
    votes: Votes = "votes" {
        /// The majority for an amendment or sub-amendment.
        amendment: Majority = "amendment",
        /// The majority for a resolution as a whole.
        resolution: Majority = "resolution",
        /// The majority for a recommendation as a whole.
        recommendation: Majority = "recommendation",
        /// The majority for an opinion as a whole.
        opinion: Majority = "opinion",
        /// The majority for any other text as a whole.
        other_text: Majority = "other-text",
        /// What abstentions are.
        abstentions: Abstentions = "abstentions",
        /// What a tie does.
        tie: Tie = "tie",
        /// How votes are taken; the first is the usual way.
        methods: Vec<Method> = "methods",
        /// What may be put by roll call.
        roll_call: RollCall = "roll-call",
        /// How many members must be there.
        quorum: Option<Fraction> = "quorum",
        /// When that is checked.
        quorum_checked: QuorumCheck = "quorum-checked",
        /// Several amendments in one vote.
        en_bloc: Permission = "en-bloc",
        /// One amendment in several votes.
        split: Permission = "split",
        /// An amendment out of a bloc by itself.
        separate: Permission = "separate",
        /// Whether the common part of a series is voted once, before the series (*canguro*).
        common_part_first: bool = "common-part-first",
        /// What becomes of the series when its common part is rejected.
        series_if_rejected: Effect = "series-if-rejected",
        /// Whether rival amendments are put against each other in pairs.
        pairwise: bool = "pairwise",
        /// Whether what nobody opposes is adopted without a vote.
        unopposed_adopted: bool = "unopposed-adopted",
    }

    /// Who may decide otherwise than the rules would, by hand and always with a reason.
    overrides: Overrides = "overrides" {
        /// In what order amendments are called.
        order: Vec<Actor> = "order",
        /// How two amendments stand to each other.
        relation: Vec<Actor> = "relation",
        /// Whether one falls.
        fall: Vec<Actor> = "fall",
        /// Whether one is in order.
        admissibility: Vec<Actor> = "admissibility",
        /// Whether one that came late is taken.
        deadline: Vec<Actor> = "deadline",
        /// What was decided: a vote annulled, a record corrected.
        result: Vec<Actor> = "result",
    }

    /// The chamber's words for what became of an amendment.
    outcomes: Outcomes = "outcomes" {
        /// It was adopted.
        adopted: Words = "adopted",
        /// It was rejected.
        rejected: Words = "rejected",
        /// It was withdrawn.
        withdrawn: Words = "withdrawn",
        /// Nobody moved it.
        not_moved: Words = "not-moved",
        /// It fell, because what was adopted contradicts it or took away what it hangs on.
        fell: Words = "fell",
        /// It fell, because what was adopted already says it.
        absorbed: Words = "absorbed",
        /// It was ruled out of order.
        ruled_out: Words = "ruled-out",
        /// It was declared adopted without a vote.
        declared_adopted: Words = "declared-adopted",
        /// It was declared rejected without a vote.
        declared_rejected: Words = "declared-rejected",
    }
}
