//! Who is signed in, and where.

use crate::accounts::AccountId;
use crate::sql::{Columns, sql};
use crate::{Error, Secret, Store};
use procedure::event::Time;
use procedure::log::Hash;
use sqlx::any::AnyRow;

/// The characters of a browser's name that are kept.
const AGENT: usize = 80;

/// Somebody signed in on a device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// SHA-256 of its secret, by which its owner may end it.
    pub hash: Hash,
    /// Who.
    pub account: AccountId,
    /// Since when.
    pub created: Time,
    /// When it was last used, as far as that was recorded.
    pub seen: Time,
    /// Until when.
    pub expires: Time,
    /// The browser, at most 80 characters of what it calls itself.
    pub agent: String,
}

fn session(row: &AnyRow) -> Result<Session, Error> {
    Ok(Session {
        hash: row.hash(0)?,
        account: AccountId(row.number(1)?),
        created: row.time(2)?,
        seen: row.time(3)?,
        expires: row.time(4)?,
        agent: row.text(5)?,
    })
}

impl Store {
    /// How many sessions have not ended.
    ///
    /// # Errors
    ///
    /// What the database says.
    pub async fn sessions(&self, now: &Time) -> Result<u64, Error> {
        let counted = sql!("SELECT count(*) FROM sessions WHERE expires > $1", now);
        Ok(self.one(counted, |row| row.count(0)).await?.unwrap_or_default())
    }

    /// Signs an account in.
    ///
    /// # Errors
    ///
    /// `store-not-found` where there is no such account or it may not sign in, and what the database says.
    pub async fn start_session(
        &self,
        secret: Secret<'_>,
        account: AccountId,
        now: &Time,
        expires: &Time,
        agent: &str,
    ) -> Result<(), Error> {
        let agent: String = agent.chars().filter(|c| !c.is_control()).take(AGENT).collect();
        let started = sql!(
            "INSERT INTO sessions (hash, account, created, seen, expires, agent)
             SELECT $1, id, $3, $3, $4, $5 FROM accounts WHERE id = $2 AND disabled = 0",
            secret.hash(),
            account.0,
            now,
            expires,
            agent
        );
        self.change("account", vec![started]).await
    }

    /// The session of a secret, where it has not ended and its account may sign in.
    ///
    /// # Errors
    ///
    /// What the database says.
    pub async fn session(&self, secret: Secret<'_>, now: &Time) -> Result<Option<Session>, Error> {
        let found = sql!(
            "SELECT s.hash, s.account, s.created, s.seen, s.expires, s.agent FROM sessions s
             JOIN accounts a ON a.id = s.account AND a.disabled = 0
             WHERE s.hash = $1 AND s.expires > $2",
            secret.hash(),
            now
        );
        self.one(found, session).await
    }

    /// Records that a session is used, and until when it lasts now. This writes to the disk: once in some minutes is enough.
    ///
    /// # Errors
    ///
    /// `store-not-found` where it has ended, and what the database says.
    pub async fn touch_session(
        &self,
        secret: Secret<'_>,
        now: &Time,
        expires: &Time,
    ) -> Result<(), Error> {
        let touched = sql!(
            "UPDATE sessions SET seen = $2, expires = $3 WHERE hash = $1 AND expires > $2",
            secret.hash(),
            now,
            expires
        );
        self.change("session", vec![touched]).await
    }

    /// Where an account is signed in, the latest first.
    ///
    /// # Errors
    ///
    /// What the database says.
    pub async fn sessions_of(&self, account: AccountId, now: &Time) -> Result<Vec<Session>, Error> {
        let all = sql!(
            "SELECT hash, account, created, seen, expires, agent FROM sessions
             WHERE account = $1 AND expires > $2",
            account.0,
            now
        );
        let mut found = self.all(all, session).await?;
        found.sort_by(|a, b| (&b.seen, b.hash).cmp(&(&a.seen, a.hash)));
        Ok(found)
    }

    /// Ends a session of this account.
    ///
    /// # Errors
    ///
    /// `store-not-found` where it is another's or has ended, and what the database says.
    pub async fn end_session(&self, account: AccountId, session: Hash) -> Result<(), Error> {
        let ended =
            sql!("DELETE FROM sessions WHERE account = $1 AND hash = $2", account.0, session);
        self.change("session", vec![ended]).await
    }

    /// Ends all sessions of an account but one, where one shall stay; how many ended.
    ///
    /// # Errors
    ///
    /// What the database says.
    pub async fn end_sessions(&self, account: AccountId, but: Option<Hash>) -> Result<u64, Error> {
        let but = but.unwrap_or(Hash::START);
        let ended = sql!("DELETE FROM sessions WHERE account = $1 AND hash <> $2", account.0, but);
        self.count(ended).await
    }

    /// Removes sessions, links and tokens that have expired, and receipts given before `receipts`; how many.
    ///
    /// # Errors
    ///
    /// What the database says.
    pub async fn sweep(&self, now: &Time, receipts: &Time) -> Result<u64, Error> {
        let mut transaction = self.base().write().await?;
        let mut swept = 0;
        for statement in [
            sql!("DELETE FROM sessions WHERE expires <= $1", now),
            sql!("DELETE FROM links WHERE expires <= $1", now),
            sql!("DELETE FROM begun WHERE expires <= $1", now),
            sql!("DELETE FROM tokens WHERE expires <= $1", now),
            sql!("DELETE FROM receipts WHERE given < $1", receipts),
        ] {
            swept += statement.execute(&mut *transaction).await?.rows_affected();
        }
        crate::commit(transaction).await?;
        Ok(swept)
    }
}
