//! What a token is for.

use crate::permission::Act;

/// A part of what an account may do, which a token can be given out for. A token never allows more than its account may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// See what the account sees beside what is public: its drafts, the inbox.
    Read,
    /// Private drafts.
    Draft,
    /// Sign, table, withdraw.
    Table,
    /// Number, admit, translate, order, take positions, publish.
    Office,
    /// Run the sitting.
    Sitting,
    /// Bring dossiers in.
    Import,
    /// Make and disable accounts, give and take roles.
    People,
    /// See and end one's own sessions, take tokens back.
    Account,
}

impl Scope {
    /// Every one, in the order in which they are offered.
    pub const ALL: [Self; 8] = [
        Self::Read,
        Self::Draft,
        Self::Table,
        Self::Office,
        Self::Sitting,
        Self::Import,
        Self::People,
        Self::Account,
    ];

    /// Its name, as a token holds it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Draft => "draft",
            Self::Table => "table",
            Self::Office => "office",
            Self::Sitting => "sitting",
            Self::Import => "import",
            Self::People => "people",
            Self::Account => "account",
        }
    }

    /// The one of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scope| scope.name() == name)
    }

    /// Those that a token holds.
    pub fn held(scopes: &str) -> impl Iterator<Item = Self> {
        scopes.split_whitespace().filter_map(Self::named)
    }

    /// The one that an act needs; none for what no token is given out for. What anybody may see needs none, and is not
    /// asked about here.
    pub fn of(act: Act) -> Option<Self> {
        Some(match act {
            Act::See | Act::ReadApi | Act::SeeOwnDraft | Act::SeeInbox | Act::SeeLog => Self::Read,
            Act::Draft => Self::Draft,
            Act::Sign
            | Act::WithdrawSignature
            | Act::Table
            | Act::TableForCommittee
            | Act::Withdraw => Self::Table,
            Act::Number
            | Act::Admit
            | Act::Revise
            | Act::Translate
            | Act::Order
            | Act::Arrange
            | Act::TakePosition
            | Act::Publish
            | Act::ReviseDraft
            | Act::Edit => Self::Office,
            Act::OpenSitting | Act::Preside | Act::TakeOral | Act::Correct => Self::Sitting,
            Act::Import => Self::Import,
            Act::ManagePeople => Self::People,
            Act::ManageOwnAccount => Self::Account,
            Act::WriteApi => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Scope;

    #[test]
    fn names_lead_back() {
        for scope in Scope::ALL {
            assert_eq!(Scope::named(scope.name()), Some(scope));
        }
        assert_eq!(Scope::held("table none read").collect::<Vec<_>>(), [Scope::Table, Scope::Read]);
    }
}
