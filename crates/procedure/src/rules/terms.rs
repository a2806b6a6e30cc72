//! The words that parameters take. Each list is a type, so that nothing compares texts later.

use super::value::{Term, term_value};
use merge::{Rank, WiderAfterNarrower};
use serde::{Deserialize, Serialize};

macro_rules! terms {
    ($($(#[$doc:meta])* $name:ident = $id:literal {
        $($(#[$means:meta])* $variant:ident = $word:literal,)+
    })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name {
            $($(#[$means])* #[serde(rename = $word)] $variant,)+
        }

        impl Term for $name {
            const ID: &'static str = $id;
            const ALL: &'static [(&'static str, Self)] = &[$(($word, Self::$variant),)+];
        }

        term_value!($name);
    )+

        /// Every list of words by its name in the message files.
        pub const LISTS: &[(&str, &[&str])] = &[
            $(($id, &[$($word,)+]),)+
            ("operation", &["delete", "replace", "insert"]),
            ("wider", &["supersedes", "falls"]),
        ];
    };
}

terms! {
    /// Who acts or decides.
    Actor = "actor" {
        /// The committee that presents the report.
        CommitteeForReport = "committee-for-report",
        /// A committee asked for its opinion.
        CommitteeForOpinion = "committee-for-opinion",
        /// Whatever committee has dealt with the text.
        Committee = "committee",
        /// The government.
        Government = "government",
        /// A political group.
        Group = "political-group",
        /// Whoever is in the chair.
        President = "president",
        /// The President with the Vice-Presidents, or what answers to them.
        Bureau = "bureau",
        /// The President with the chairs of the groups.
        ConferenceOfPresidents = "conference-of-presidents",
        /// The secretariat that keeps the amendments.
        TableOffice = "table-office",
        /// The rapporteur.
        Rapporteur = "rapporteur",
        /// The board of an association.
        Board = "board",
        /// The assembly itself, by a vote.
        Assembly = "assembly",
        /// Any single member.
        Member = "member",
    }

    /// What amendments can be tabled to.
    Amendable = "amendable" {
        /// The draft texts.
        DraftText = "draft-text",
        /// Their titles.
        Title = "title",
        /// What is appended to a draft text and adopted with it.
        Appendix = "appendix",
        /// The rapporteur's reasons.
        ExplanatoryMemorandum = "explanatory-memorandum",
    }

    /// What makes an amendment out of order.
    Bar = "bar" {
        /// It deletes a whole draft text.
        WholeTextDeleted = "whole-text-deleted",
        /// It replaces a whole draft text.
        WholeTextReplaced = "whole-text-replaced",
        /// It makes a whole draft text inoperative.
        WholeTextInoperative = "whole-text-inoperative",
        /// It turns a resolution into a recommendation.
        KindOfTextChanged = "kind-of-text-changed",
        /// It has nothing to do with the text.
        Unrelated = "unrelated",
        /// It changes nothing.
        NoRealChange = "no-real-change",
        /// It would cost public money, or bring in less.
        PublicMoney = "public-money",
        /// Of a sub-amendment: it contradicts the sense of its amendment.
        ContradictsAmendment = "contradicts-amendment",
        /// It changes a sub-amendment.
        ToSubAmendment = "to-sub-amendment",
    }

    /// Until when a signature can be taken back.
    Until = "until" {
        /// Until the amendment is tabled.
        Tabling = "tabling",
        /// Until the deadline for tabling.
        Deadline = "deadline",
        /// Until the amendment is called.
        Call = "call",
        /// It cannot.
        Never = "never",
    }

    /// What "farthest" is measured from.
    Base = "base" {
        /// The text that the committee presents.
        CommitteeText = "committee-text",
        /// The text as it was before the committee.
        OriginalText = "original-text",
    }

    /// What becomes of an amendment when another has been decided.
    Effect = "effect" {
        /// It stays open.
        Stays = "stays",
        /// It falls.
        Falls = "falls",
        /// It shares the decision.
        Shares = "shares",
        /// The chair rules.
        Ruling = "ruling",
    }

    /// What becomes of an insertion beside words that are gone.
    LostAnchor = "lost-anchor" {
        /// It falls.
        Falls = "falls",
        /// Its place is tracked, with a note.
        Tracked = "tracked",
    }

    /// How identical amendments are put.
    Identical = "identical" {
        /// One vote for all.
        OneVote = "one-vote",
        /// A vote for each.
        Each = "each",
    }

    /// What a committee can say of an amendment.
    Position = "position" {
        /// In favour without a dissenting vote.
        Unanimous = "unanimous",
        /// In favour.
        InFavour = "in-favour",
        /// Against.
        Against = "against",
        /// Against by two thirds of the votes cast.
        AgainstByTwoThirds = "against-by-two-thirds",
        /// Nothing: it took no position.
        NoPosition = "no-position",
    }

    /// What an oral amendment may be for.
    Purpose = "purpose" {
        /// To make the text clearer.
        Clarity = "clarity",
        /// To take account of new facts, or to be exact.
        Accuracy = "accuracy",
        /// To bring those who disagree together.
        Conciliation = "conciliation",
    }

    /// Who may speak when an amendment is called, in the order in which they do.
    Speaker = "speaker" {
        /// One of those who signed it.
        Mover = "mover",
        /// One member for it.
        For = "for",
        /// One member against it.
        Against = "against",
        /// The chair or the rapporteur of the committee.
        Committee = "committee",
        /// The rapporteur.
        Rapporteur = "rapporteur",
        /// The government.
        Government = "government",
        /// One member for each political group.
        Groups = "groups",
    }

    /// Who may move an amendment that its signatories do not move.
    TakeOver = "take-over" {
        /// Nobody.
        Nobody = "nobody",
        /// Any member, who thereby takes it over.
        AnyMember = "any-member",
        /// A member of the same group.
        SameGroup = "same-group",
    }

    /// Which amendments are debated together.
    Joint = "joint" {
        /// None.
        Never = "never",
        /// Those that exclude each other.
        Competing = "competing",
        /// Those that the chair or a list puts together.
        Grouped = "grouped",
    }

    /// What share of what is needed.
    Majority = "majority" {
        /// More votes for than against.
        VotesCast = "votes-cast",
        /// Two thirds of the votes for and against.
        TwoThirdsCast = "two-thirds-cast",
        /// More than half of those present.
        Present = "present",
        /// More than half of all members.
        Members = "members",
        /// Every vote cast.
        Unanimity = "unanimity",
    }

    /// What abstentions are.
    Abstentions = "abstentions" {
        /// They are no votes cast.
        NotCounted = "not-counted",
        /// They are votes cast, and so weigh against.
        Counted = "counted",
    }

    /// What a tie does.
    Tie = "tie" {
        /// What was put is rejected.
        Rejected = "rejected",
        /// The chair has the casting vote.
        CastingVote = "casting-vote",
        /// The vote is taken again.
        VoteAgain = "vote-again",
    }

    /// How votes are taken.
    Method = "method" {
        /// By the electronic system.
        Electronic = "electronic",
        /// By show of hands.
        ShowOfHands = "show-of-hands",
        /// By sitting and standing.
        SittingAndStanding = "sitting-and-standing",
        /// By roll call.
        RollCall = "roll-call",
        /// By secret ballot.
        SecretBallot = "secret-ballot",
        /// By voice: members call out.
        Voice = "voice",
    }

    /// What may be put by roll call.
    RollCall = "roll-call" {
        /// Nothing.
        Never = "never",
        /// A whole text only.
        WholeText = "whole-text",
        /// Any vote.
        AnyVote = "any-vote",
    }

    /// When the quorum is checked.
    QuorumCheck = "quorum-check" {
        /// Never.
        Never = "never",
        /// When somebody asks.
        OnRequest = "on-request",
        /// Before every vote.
        Always = "always",
    }

    /// Whether amendments may be put in another way than one by one and whole.
    Permission = "permission" {
        /// Never.
        Never = "never",
        /// The chair decides.
        President = "president",
        /// Whoever may ask for it gets it.
        OnRequest = "on-request",
        /// The assembly decides.
        Assembly = "assembly",
    }
}

impl Term for Rank {
    const ID: &'static str = "operation";
    const ALL: &'static [(&'static str, Self)] =
        &[("delete", Self::Delete), ("replace", Self::Replace), ("insert", Self::Insert)];
}

term_value!(Rank);

impl Term for WiderAfterNarrower {
    const ID: &'static str = "wider";
    const ALL: &'static [(&'static str, Self)] =
        &[("supersedes", Self::Supersedes), ("falls", Self::Falls)];
}

term_value!(WiderAfterNarrower);
