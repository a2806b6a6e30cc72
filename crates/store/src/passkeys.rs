//! Keys that devices keep, by which accounts sign in.

use crate::accounts::AccountId;
use crate::sql::{Columns, sql};
use crate::{Error, Store};
use procedure::event::Time;
use sqlx::any::AnyRow;

/// A key, as the site knows it: nothing secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passkey {
    /// What tells it from all others, in hexadecimal digits.
    pub id: String,
    /// Who signs in by it.
    pub account: AccountId,
    /// What its owner calls it.
    pub name: String,
    /// What an answer of the device is held against.
    pub held: String,
    /// When it was made.
    pub created: Time,
    /// When somebody last signed in by it.
    pub used: Option<Time>,
}

fn passkey(row: &AnyRow) -> Result<Passkey, Error> {
    Ok(Passkey {
        id: row.text(0)?,
        account: AccountId(row.number(1)?),
        name: row.text(2)?,
        held: row.text(3)?,
        created: row.time(4)?,
        used: row.time_or_none(5)?,
    })
}

impl Store {
    /// Lets an account sign in by a key.
    ///
    /// # Errors
    ///
    /// `store-taken` where the key is known already, and what the database says.
    pub async fn add_passkey(
        &self,
        id: &str,
        account: AccountId,
        (name, held): (&str, &str),
        now: &Time,
    ) -> Result<(), Error> {
        let added = sql!(
            "INSERT INTO passkeys (id, account, name, held, created) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT DO NOTHING",
            id,
            account.0,
            name,
            held,
            now
        );
        match self.count(added).await? {
            0 => Err(Error::Taken("passkey")),
            _ => Ok(()),
        }
    }

    /// A key.
    ///
    /// # Errors
    ///
    /// What the database says.
    pub async fn passkey(&self, id: &str) -> Result<Option<Passkey>, Error> {
        let found =
            sql!("SELECT id, account, name, held, created, used FROM passkeys WHERE id = $1", id);
        self.one(found, passkey).await
    }

    /// The keys of an account, in the order in which they were made.
    ///
    /// # Errors
    ///
    /// What the database says.
    pub async fn passkeys_of(&self, account: AccountId) -> Result<Vec<Passkey>, Error> {
        let all = sql!(
            "SELECT id, account, name, held, created, used FROM passkeys
             WHERE account = $1 ORDER BY created, id",
            account.0
        );
        self.all(all, passkey).await
    }

    /// Somebody signed in by a key; what is held of it from now on.
    ///
    /// # Errors
    ///
    /// `store-not-found` where it is taken back, or somebody signed in by it since `before` was read: a count in a device that is
    /// used twice is one of a copy.
    pub async fn use_passkey(&self, before: &Passkey, held: &str, now: &Time) -> Result<(), Error> {
        let used = sql!(
            "UPDATE passkeys SET held = $3, used = $4 WHERE id = $1 AND held = $2",
            &*before.id,
            &*before.held,
            held,
            now
        );
        self.change("passkey", vec![used]).await
    }

    /// Takes a key of this account back.
    ///
    /// # Errors
    ///
    /// `store-not-found`, and what the database says.
    pub async fn remove_passkey(&self, account: AccountId, id: &str) -> Result<(), Error> {
        let removed = sql!("DELETE FROM passkeys WHERE id = $1 AND account = $2", id, account.0);
        self.change("passkey", vec![removed]).await
    }
}
