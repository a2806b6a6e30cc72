//! Whoever acts, and why something is not done: the same behind a page and behind the API, each of which says it in its own way.

use crate::Tongue;
use crate::permission::{self, Act};
use crate::server::Server;
use procedure::event::Time;
use store::{Account, AccountId, DossierId, Error, Store};

/// Somebody who is signed in, by a session or by a token. What a token is for has been asked before.
#[derive(Clone, Copy)]
pub struct Acting<'a> {
    /// Everything that answers are made of.
    pub server: &'a Server,
    /// Their account; its name is what they sign with.
    pub account: &'a Account,
    /// What they are, and where.
    pub roles: &'a [store::Role],
    /// The language in which they are told what there is to say.
    pub tongue: Tongue,
}

/// Why something was not done.
#[derive(Debug)]
pub enum Denied {
    /// It is not there, or not for whoever asks.
    NotFound,
    /// They may not do it.
    NotPermitted,
    /// It is another's to do.
    NotOwn,
    /// Somebody has saved another version meanwhile.
    Stale,
    /// A link was used already, or is too old.
    Spent,
    /// What should not happen.
    Failed,
    /// What the store says.
    Store(Error),
}

impl From<Error> for Denied {
    fn from(error: Error) -> Self {
        match error {
            Error::NotFound(_) => Self::NotFound,
            Error::Stale { .. } => Self::Stale,
            error => Self::Store(error),
        }
    }
}

impl Acting<'_> {
    /// Their number.
    pub fn id(&self) -> AccountId {
        self.account.id
    }

    /// Who they are for [`permission`].
    pub fn whose(&self) -> (&str, &[store::Role]) {
        (&self.account.name, self.roles)
    }

    /// Where everything is kept.
    pub fn store(&self) -> &Store {
        self.server.store()
    }

    /// The present moment.
    pub fn now(&self) -> Time {
        self.server.now()
    }

    /// Whether the table of permissions lets them do this, in this dossier or in all.
    pub fn can(&self, act: Act, dossier: Option<DossierId>) -> bool {
        permission::may(Some(self.roles), act, dossier)
    }

    /// Goes on only where they may do this.
    ///
    /// # Errors
    /// [`Denied::NotPermitted`].
    pub fn may(&self, act: Act, dossier: DossierId) -> Result<(), Denied> {
        if self.can(act, Some(dossier)) { Ok(()) } else { Err(Denied::NotPermitted) }
    }
}
