//! Why an event is not taken.

use crate::event::{Id, Seq, Time};

/// Why an event is not taken, and which rule forbids it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// `not-opened`: the first event of a log opens it.
    NotOpened,
    /// `opened-twice`: a log is opened once.
    OpenedTwice,
    /// `time-goes-back`: before the event before it.
    TimeGoesBack {
        /// The moment of the event before.
        before: Time,
    },
    /// `unknown-amendment`: the log has no such amendment.
    Unknown {
        /// The amendment.
        amendment: Id,
    },
    /// `unknown-text`: the dossier has no such text.
    UnknownText {
        /// By position.
        part: usize,
    },
    /// `unknown-event`: no such event, or none of the kind.
    UnknownEvent {
        /// The event.
        event: Seq,
    },
    /// `id-taken`: the log has one of that name.
    IdTaken {
        /// The name.
        amendment: Id,
    },
    /// `number-taken`: another has that number.
    NumberTaken {
        /// The number.
        number: String,
    },
    /// `no-reason`: what is decided by hand needs a reason and somebody who decides it.
    NoReason,
    /// `nothing-named`: the event names no amendment.
    NothingNamed,
    /// `no-wording`: what is tabled, offered or revised says something.
    NoWording,
    /// `position-against-the-figures`: a committee's figures give another position.
    PositionAgainstFigures,
    /// `too-deep`: sub-amendments cannot be amended.
    TooDeep {
        /// The depth that the rules allow.
        depth: u32,
    },
    /// `not-at-this-stage`: it has not come so far, or is decided.
    Stage {
        /// The amendment.
        amendment: Id,
        /// The event by which it is decided, if it is.
        decided: Option<Seq>,
    },
    /// `signed-already`.
    SignedAlready {
        /// Who.
        by: String,
    },
    /// `not-signed`: there is no such signature.
    NotSigned {
        /// Who.
        by: String,
    },
    /// `signatures-stay`: too late to take one back.
    SignaturesStay,
    /// `too-few-signatures`.
    TooFew {
        /// Those there are.
        signed: usize,
        /// Those that are needed.
        needed: u32,
        /// The parameter that says so.
        rule: &'static str,
    },
    /// `after-the-deadline`.
    Late {
        /// The last moment.
        deadline: Time,
    },
    /// `no-sitting`: what needs a sitting happens in one.
    NoSitting,
    /// `sitting-open`: one sitting at a time.
    SittingOpen,
    /// `floor-taken`: another amendment was called and is not decided.
    FloorTaken {
        /// Which.
        amendment: Id,
    },
    /// `not-on-the-floor`: it was not called.
    NotOnTheFloor {
        /// The amendment.
        amendment: Id,
    },
    /// `called-before`: it was called, and no decision on it was annulled.
    CalledBefore {
        /// The event.
        event: Seq,
    },
    /// `moved-already`.
    MovedAlready,
    /// `not-moved-yet`: what nobody moves is not debated and not put.
    NotMovedYet {
        /// The amendment.
        amendment: Id,
    },
    /// `no-taking-over`: only those who signed it move it.
    NoTakingOver,
    /// `speaker-not-heard`: nobody speaks in that capacity, or somebody has.
    SpeakerNotHeard,
    /// `sub-amendments-first`: it has open sub-amendments.
    SubAmendmentsFirst {
        /// The first of them.
        first: Id,
    },
    /// `not-proposed`: the chair has not proposed to decide it without a vote.
    NotProposed {
        /// The amendment.
        amendment: Id,
    },
    /// `not-eligible`: the committee's position does not allow to decide it without a vote.
    NotEligible {
        /// The amendment.
        amendment: Id,
        /// The parameter that says so.
        rule: &'static str,
    },
    /// `objections`: so many objected that it is put to the vote.
    Objections {
        /// Those who object.
        count: u32,
        /// How many are enough.
        enough: u32,
    },
    /// `no-oral-amendments`.
    NoOralAmendments {
        /// The parameter that says so.
        rule: &'static str,
    },
    /// `not-permitted`: amendments are not put in that way.
    NotPermitted {
        /// The parameter that says so.
        rule: &'static str,
    },
    /// `no-such-position`: committees take no such position here.
    NoSuchPosition,
    /// `put-separately`: somebody has it put by itself.
    PutSeparately {
        /// The amendment.
        amendment: Id,
    },
    /// `common-part-put`: what it has in common with a series was adopted.
    CommonPartPut {
        /// The amendment.
        amendment: Id,
        /// The event.
        event: Seq,
    },
    /// `quorum-not-checked`: members are counted before every vote.
    QuorumNotChecked,
    /// `no-quorum`: there are too few members to vote.
    NoQuorum {
        /// Those who were there.
        present: u32,
        /// All there are.
        members: u32,
    },
    /// `no-such-count`: there are no members, or more than all of them.
    NoSuchCount {
        /// Those who are said to be there.
        present: u32,
        /// All that are said to be.
        members: u32,
    },
    /// `outcome-against-the-figures`: the figures carry, or do not, whatever was declared.
    AgainstTheFigures {
        /// What follows from them.
        carried: bool,
        /// The parameter that says so.
        rule: &'static str,
    },
    /// `roll-differs`: the names do not add up to the figures, or one is there twice.
    RollDiffers,
    /// `outcome-changes`: right figures with another outcome need the vote annulled.
    OutcomeChanges,
    /// `amendments-open`: a text is voted on after its amendments.
    AmendmentsOpen {
        /// The first of them.
        first: Id,
    },
    /// `rulings-open`: a text is voted on after the chair has ruled on what depended on an annulled decision.
    RulingsOpen {
        /// The first decision on which a ruling is asked for.
        event: Seq,
    },
    /// `text-decided`: it was voted on, or referred back.
    TextDecided {
        /// The event.
        event: Seq,
    },
    /// `text-not-adopted`: only an adopted text is numbered or edited.
    TextNotAdopted {
        /// By position.
        part: usize,
    },
    /// `nothing-to-rule`: no ruling on it is asked for.
    NothingToRule {
        /// The event.
        event: Seq,
    },
    /// `leaves-open`: what was opened again could never be decided if this decision stood.
    LeavesOpen {
        /// The first of it.
        first: Id,
    },
    /// `not-a-number`: nothing that an amendment can be printed and cited under.
    NotANumber {
        /// What was given.
        number: String,
    },
    /// `not-declared`: no such relation was declared.
    NotDeclared,
    /// `relation-not-possible`: an amendment with itself, sub-amendments decided with others, or two each with the other.
    NoSuchRelation {
        /// The first.
        first: Id,
        /// The second.
        second: Id,
    },
    /// `not-for-them`: somebody else decides it.
    NotForThem {
        /// The parameter that says so.
        rule: &'static str,
    },
    /// `decided-with-another`: it was declared to follow from another that is to be decided.
    DecidedWith {
        /// The amendment.
        amendment: Id,
        /// The other.
        first: Id,
    },
    /// `mover-did-not-sign`: who did not sign it takes it over.
    MoverDidNotSign {
        /// Who.
        by: String,
        /// The amendment.
        amendment: Id,
    },
    /// `mover-signed`: who signed it moves it, and takes nothing over.
    MoverSigned {
        /// Who.
        by: String,
    },
    /// `language-twice`: one language, two wordings.
    LanguageTwice {
        /// The language.
        lang: String,
    },
    /// `translated-already`: the log has it in that language, which a translation would replace.
    TranslatedAlready {
        /// The language.
        lang: String,
    },
    /// `displaced`: the draft was revised, and the table office has not settled where it stands now.
    Displaced {
        /// The amendment.
        amendment: Id,
    },
    /// `consequence-not-possible`: what follows from it cannot, as things stand.
    Consequence {
        /// The amendment.
        amendment: Id,
    },
}

impl Refusal {
    /// Its stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotOpened => "not-opened",
            Self::OpenedTwice => "opened-twice",
            Self::TimeGoesBack { .. } => "time-goes-back",
            Self::Unknown { .. } => "unknown-amendment",
            Self::UnknownText { .. } => "unknown-text",
            Self::UnknownEvent { .. } => "unknown-event",
            Self::IdTaken { .. } => "id-taken",
            Self::NumberTaken { .. } => "number-taken",
            Self::NoReason => "no-reason",
            Self::NothingNamed => "nothing-named",
            Self::NoWording => "no-wording",
            Self::PositionAgainstFigures => "position-against-the-figures",
            Self::TooDeep { .. } => "too-deep",
            Self::Stage { .. } => "not-at-this-stage",
            Self::SignedAlready { .. } => "signed-already",
            Self::NotSigned { .. } => "not-signed",
            Self::SignaturesStay => "signatures-stay",
            Self::TooFew { .. } => "too-few-signatures",
            Self::Late { .. } => "after-the-deadline",
            Self::NoSitting => "no-sitting",
            Self::SittingOpen => "sitting-open",
            Self::FloorTaken { .. } => "floor-taken",
            Self::NotOnTheFloor { .. } => "not-on-the-floor",
            Self::CalledBefore { .. } => "called-before",
            Self::MovedAlready => "moved-already",
            Self::NotMovedYet { .. } => "not-moved-yet",
            Self::NoTakingOver => "no-taking-over",
            Self::SpeakerNotHeard => "speaker-not-heard",
            Self::SubAmendmentsFirst { .. } => "sub-amendments-first",
            Self::NotProposed { .. } => "not-proposed",
            Self::NotEligible { .. } => "not-eligible",
            Self::Objections { .. } => "objections",
            Self::NoOralAmendments { .. } => "no-oral-amendments",
            Self::NotPermitted { .. } => "not-permitted",
            Self::NoSuchPosition => "no-such-position",
            Self::PutSeparately { .. } => "put-separately",
            Self::CommonPartPut { .. } => "common-part-put",
            Self::QuorumNotChecked => "quorum-not-checked",
            Self::NoQuorum { .. } => "no-quorum",
            Self::NoSuchCount { .. } => "no-such-count",
            Self::AgainstTheFigures { .. } => "outcome-against-the-figures",
            Self::RollDiffers => "roll-differs",
            Self::OutcomeChanges => "outcome-changes",
            Self::AmendmentsOpen { .. } => "amendments-open",
            Self::RulingsOpen { .. } => "rulings-open",
            Self::TextDecided { .. } => "text-decided",
            Self::TextNotAdopted { .. } => "text-not-adopted",
            Self::NothingToRule { .. } => "nothing-to-rule",
            Self::LeavesOpen { .. } => "leaves-open",
            Self::NotANumber { .. } => "not-a-number",
            Self::NotDeclared => "not-declared",
            Self::NoSuchRelation { .. } => "relation-not-possible",
            Self::NotForThem { .. } => "not-for-them",
            Self::DecidedWith { .. } => "decided-with-another",
            Self::MoverDidNotSign { .. } => "mover-did-not-sign",
            Self::MoverSigned { .. } => "mover-signed",
            Self::LanguageTwice { .. } => "language-twice",
            Self::TranslatedAlready { .. } => "translated-already",
            Self::Displaced { .. } => "displaced",
            Self::Consequence { .. } => "consequence-not-possible",
        }
    }

    /// The parameter of the profile that forbids it; none where no chamber could allow it.
    pub fn rule(&self) -> Option<&'static str> {
        match self {
            Self::TooDeep { .. } => Some("sub-amendments.depth"),
            Self::SignaturesStay => Some("tabling.signatures-until"),
            Self::NoTakingOver | Self::MoverDidNotSign { .. } | Self::MoverSigned { .. } => {
                Some("debate.taken-over-by")
            }
            Self::SpeakerNotHeard => Some("debate.speakers"),
            Self::NoSuchPosition => Some("committee.positions"),
            Self::PutSeparately { .. } => Some("votes.separate"),
            Self::CommonPartPut { .. } => Some("votes.common-part-first"),
            Self::QuorumNotChecked => Some("votes.quorum-checked"),
            Self::NoQuorum { .. } => Some("votes.quorum"),
            Self::TooFew { rule, .. }
            | Self::NotEligible { rule, .. }
            | Self::NoOralAmendments { rule }
            | Self::NotPermitted { rule }
            | Self::NotForThem { rule }
            | Self::AgainstTheFigures { rule, .. } => Some(rule),
            _ => None,
        }
    }
}
