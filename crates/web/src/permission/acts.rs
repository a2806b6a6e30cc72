//! What can be done, and which roles may do it.

use super::Role::{
    self, Account, Administrator, Chair, Committee, GroupStaff, Member, TableOffice,
};
use procedure::event::Event;

/// Something that can be done here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Act {
    /// See what is public: dossiers, amendments, papers.
    See,
    /// Begin an amendment, and go on with it.
    Draft,
    /// See a draft of one's own, or one that is shared with one.
    SeeOwnDraft,
    /// Sign an amendment.
    Sign,
    /// Take one's signature back.
    WithdrawSignature,
    /// Hand an amendment in under members' signatures.
    Table,
    /// Hand one in for a committee.
    TableForCommittee,
    /// Take an amendment back.
    Withdraw,
    /// Give a number.
    Number,
    /// Admit, rule out, take one that came late.
    Admit,
    /// Put a revised wording in the place of one that was tabled.
    Revise,
    /// Put an amendment into another language.
    Translate,
    /// Order, relate, group and separate amendments.
    Order,
    /// Set deadlines, and say which committees report.
    Arrange,
    /// Record the position of a committee.
    TakePosition,
    /// Publish a version of the compendium.
    Publish,
    /// Correct or revise the draft under amendments that were tabled.
    ReviseDraft,
    /// Open and close a sitting.
    OpenSitting,
    /// Call amendments, take votes, record what happens in the sitting.
    Preside,
    /// Take down an oral amendment.
    TakeOral,
    /// Correct figures, annul and uphold decisions.
    Correct,
    /// Number and edit the adopted text.
    Edit,
    /// Bring a dossier in.
    Import,
    /// See the inbox of the table office: what was tabled and has no number.
    SeeInbox,
    /// See the whole log as it is kept, with every signature.
    SeeLog,
    /// Make and disable accounts, give and take roles.
    ManagePeople,
    /// Change one's own password, end one's own sessions.
    ManageOwnAccount,
    /// Read what is public by program.
    ReadApi,
    /// Do by program what one may do by hand.
    WriteApi,
}

/// Each act, and the roles that may do it. What anybody may do is open to the visitor, and so to all.
pub const TABLE: [(Act, &[Role]); 29] = [
    (Act::See, &Role::ALL),
    (Act::Draft, &[Member, GroupStaff, Committee, TableOffice]),
    (Act::SeeOwnDraft, &[Member, GroupStaff, Committee, TableOffice]),
    (Act::Sign, &[Member]),
    (Act::WithdrawSignature, &[Member]),
    (Act::Table, &[Member]),
    (Act::TableForCommittee, &[Committee, TableOffice]),
    (Act::Withdraw, &[Member, Committee, TableOffice, Chair]),
    (Act::Number, &[TableOffice]),
    (Act::Admit, &[TableOffice, Chair]),
    (Act::Revise, &[TableOffice]),
    (Act::Translate, &[TableOffice]),
    (Act::Order, &[TableOffice, Chair]),
    (Act::Arrange, &[TableOffice, Chair]),
    (Act::TakePosition, &[Committee, TableOffice]),
    (Act::Publish, &[TableOffice]),
    (Act::ReviseDraft, &[TableOffice]),
    (Act::OpenSitting, &[TableOffice, Chair]),
    (Act::Preside, &[TableOffice, Chair]),
    (Act::TakeOral, &[TableOffice, Chair]),
    (Act::Correct, &[TableOffice, Chair]),
    (Act::Edit, &[TableOffice]),
    (Act::Import, &[TableOffice, Administrator]),
    (Act::SeeInbox, &[TableOffice, Chair]),
    (Act::SeeLog, &[TableOffice, Chair, Administrator]),
    (Act::ManagePeople, &[Administrator]),
    (
        Act::ManageOwnAccount,
        &[Account, Member, GroupStaff, Committee, TableOffice, Chair, Administrator],
    ),
    (Act::ReadApi, &Role::ALL),
    (Act::WriteApi, &[Member, GroupStaff, Committee, TableOffice, Chair, Administrator]),
];

impl Act {
    /// Its name, "table-for-committee".
    pub fn name(self) -> &'static str {
        match self {
            Self::See => "see",
            Self::Draft => "draft",
            Self::SeeOwnDraft => "see-own-draft",
            Self::Sign => "sign",
            Self::WithdrawSignature => "withdraw-signature",
            Self::Table => "table",
            Self::TableForCommittee => "table-for-committee",
            Self::Withdraw => "withdraw",
            Self::Number => "number",
            Self::Admit => "admit",
            Self::Revise => "revise",
            Self::Translate => "translate",
            Self::Order => "order",
            Self::Arrange => "arrange",
            Self::TakePosition => "take-position",
            Self::Publish => "publish",
            Self::ReviseDraft => "revise-draft",
            Self::OpenSitting => "open-sitting",
            Self::Preside => "preside",
            Self::TakeOral => "take-oral",
            Self::Correct => "correct",
            Self::Edit => "edit",
            Self::Import => "import",
            Self::SeeInbox => "see-inbox",
            Self::SeeLog => "see-log",
            Self::ManagePeople => "manage-people",
            Self::ManageOwnAccount => "manage-own-account",
            Self::ReadApi => "read-api",
            Self::WriteApi => "write-api",
        }
    }

    /// What somebody must be allowed to do who records this event.
    pub fn of(event: &Event) -> Self {
        match event {
            Event::Opened { .. } => Self::Import,
            Event::Drafted { .. } => Self::Draft,
            Event::Signed { .. } => Self::Sign,
            Event::SignatureWithdrawn { .. } => Self::WithdrawSignature,
            // Whether to take one that came late is a ruling.
            Event::Tabled { late: Some(_), .. } => Self::Admit,
            Event::Tabled { committee: Some(_), .. } => Self::TableForCommittee,
            Event::Tabled { .. } => Self::Table,
            Event::Admitted { .. } | Event::RuledOut { .. } => Self::Admit,
            Event::Numbered { .. } => Self::Number,
            Event::Revised { .. } => Self::Revise,
            Event::Translated { .. } => Self::Translate,
            Event::Published { .. } => Self::Publish,
            Event::Ordered { .. }
            | Event::Related { .. }
            | Event::RelationLifted { .. }
            | Event::Compromise { .. }
            | Event::Grouped { .. }
            | Event::Separated { .. } => Self::Order,
            Event::Seized { .. } | Event::DeadlineSet { .. } => Self::Arrange,
            Event::CommitteePosition { .. } => Self::TakePosition,
            Event::SittingOpened { .. } | Event::SittingClosed {} => Self::OpenSitting,
            Event::QuorumChecked { .. }
            | Event::Proposed { .. }
            | Event::Objected { .. }
            | Event::DeclaredDecided { .. }
            | Event::Called { .. }
            | Event::Moved { .. }
            | Event::NotMoved { .. }
            | Event::Spoke { .. }
            | Event::Split { .. }
            | Event::Voted { .. }
            | Event::Paired { .. }
            | Event::CommonPartVoted { .. }
            | Event::TextVoted { .. }
            | Event::ReferredBack { .. } => Self::Preside,
            Event::OralOffered { .. } | Event::OralObjected { .. } | Event::OralAdmitted { .. } => {
                Self::TakeOral
            }
            Event::Withdrawn { .. } => Self::Withdraw,
            Event::Corrected { .. } | Event::Annulled { .. } | Event::Upheld { .. } => {
                Self::Correct
            }
            Event::DraftRevised { .. } | Event::CarriedOver { .. } => Self::ReviseDraft,
            Event::TextNumbered { .. } | Event::Edited { .. } => Self::Edit,
        }
    }
}
