//! Who may do what: one table.
//!
//! A [`Role`] is held in one dossier or in all, as the store keeps it. What a role allows stands in [`TABLE`] and nowhere
//! else; docs/permissions.md shows the same table, and a test holds the two against each other. That an amendment is one's
//! own, or a committee the one that a role is held for, is said by [`is_own`], [`has_tabled`] and [`may_for`] alone.

mod acts;
mod own;

pub use acts::{Act, TABLE};
pub use own::{called, committees, has_tabled, is_own, may_for, may_for_any};

use store::DossierId;

/// What somebody is to this instance, or to one of its dossiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Anybody, signed in or not.
    Visitor,
    /// Whoever is signed in, whatever else they are.
    Account,
    /// A member of the assembly, who signs.
    Member,
    /// Staff of a group, who draft for members and sign nothing.
    GroupStaff,
    /// The secretariat of a committee, which tables for it and records its positions.
    Committee,
    /// The table office.
    TableOffice,
    /// Whoever presides.
    Chair,
    /// Who looks after people and their roles.
    Administrator,
}

impl Role {
    /// All of them, in the order of the table's columns.
    pub const ALL: [Self; 8] = [
        Self::Visitor,
        Self::Account,
        Self::Member,
        Self::GroupStaff,
        Self::Committee,
        Self::TableOffice,
        Self::Chair,
        Self::Administrator,
    ];

    /// Those that can be given and taken.
    pub const GRANTED: [Self; 6] = [
        Self::Member,
        Self::GroupStaff,
        Self::Committee,
        Self::TableOffice,
        Self::Chair,
        Self::Administrator,
    ];

    /// As the store keeps it, "table-office".
    pub fn name(self) -> &'static str {
        match self {
            Self::Visitor => "visitor",
            Self::Account => "account",
            Self::Member => "member",
            Self::GroupStaff => "group-staff",
            Self::Committee => "committee",
            Self::TableOffice => "table-office",
            Self::Chair => "chair",
            Self::Administrator => "administrator",
        }
    }

    /// The role of this name that can be given; none for any other name, so that nobody is made a visitor.
    pub fn granted(name: &str) -> Option<Self> {
        Self::GRANTED.into_iter().find(|role| role.name() == name)
    }

    /// Whether it is held for a group or a committee, which must be named with it.
    pub fn is_for_a_body(self) -> bool {
        matches!(self, Self::GroupStaff | Self::Committee)
    }

    /// Whether it is held in all dossiers or not at all.
    pub fn is_for_all(self) -> bool {
        self == Self::Administrator
    }

    /// Whether the table lets it do this.
    pub fn may(self, act: Act) -> bool {
        TABLE.iter().any(|(row, roles)| *row == act && roles.contains(&self))
    }
}

/// Whether somebody who holds `roles` may do `act` in `dossier`; `roles` is none for who is not signed in. Without a dossier
/// only roles that are held in all of them count.
pub fn may(roles: Option<&[store::Role]>, act: Act, dossier: Option<DossierId>) -> bool {
    let held = held(roles.unwrap_or_default(), dossier).map(|(role, _)| role);
    let signed_in = roles.map(|_| Role::Account);
    held.chain(signed_in).chain([Role::Visitor]).any(|role| role.may(act))
}

/// Whether somebody may do `act` in some dossier or in all: whether to show the way to it at all.
pub fn may_somewhere(roles: Option<&[store::Role]>, act: Act) -> bool {
    let anywhere = roles.unwrap_or_default().iter().filter_map(|one| Role::granted(&one.role));
    may(roles, act, None) || anywhere.into_iter().any(|role| role.may(act))
}

/// The groups or committees for which somebody may do `act` in `dossier`.
pub fn bodies(
    roles: &[store::Role],
    act: Act,
    dossier: Option<DossierId>,
) -> impl Iterator<Item = &str> {
    held(roles, dossier).filter(move |(role, _)| role.may(act)).filter_map(|(_, body)| body)
}

/// What somebody holds in a dossier, those roles included that are held in all; without a dossier these alone.
fn held(
    roles: &[store::Role],
    dossier: Option<DossierId>,
) -> impl Iterator<Item = (Role, Option<&str>)> {
    let here = move |one: &&store::Role| one.dossier.is_none() || one.dossier == dossier;
    roles
        .iter()
        .filter(here)
        .filter_map(|one| Some((Role::granted(&one.role)?, one.body.as_deref())))
}
