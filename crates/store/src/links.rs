//! Links that are of use once.

use crate::accounts::AccountId;
use crate::drafts::DraftId;
use crate::sql::{Columns, sql};
use crate::{Error, Secret, Store};
use procedure::event::Time;
use sqlx::any::AnyRow;

/// What a link is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Whoever follows it becomes the first administrator.
    FirstAdmin,
    /// Whoever follows it sets a new password of this account.
    Reset(AccountId),
    /// Whoever follows it first sees this draft from then on.
    Share(DraftId),
    /// Everybody who follows it while it holds sees this draft from then on.
    ShareMany(DraftId),
}

impl Purpose {
    /// As it is kept: a name, and of what.
    pub(crate) fn parts(self) -> (&'static str, Option<i64>, Option<i64>) {
        match self {
            Self::FirstAdmin => ("first-admin", None, None),
            Self::Reset(account) => ("reset", Some(account.0), None),
            Self::Share(draft) => ("share", None, Some(draft.0)),
            Self::ShareMany(draft) => ("share-many", None, Some(draft.0)),
        }
    }

    /// From what is kept.
    pub(crate) fn of(row: &AnyRow, first: usize) -> Result<Self, Error> {
        let (account, draft) = (row.number_or_none(first + 1)?, row.number_or_none(first + 2)?);
        match (row.text(first)?.as_str(), account, draft) {
            ("first-admin", None, None) => Ok(Self::FirstAdmin),
            ("reset", Some(account), None) => Ok(Self::Reset(AccountId(account))),
            ("share", None, Some(draft)) => Ok(Self::Share(DraftId(draft))),
            ("share-many", None, Some(draft)) => Ok(Self::ShareMany(DraftId(draft))),
            _ => Err(Error::Damaged("a link is for nothing that is known".to_owned())),
        }
    }
}

impl Store {
    /// Gives out a link. Of links of one purpose several may be out.
    ///
    /// # Errors
    ///
    /// What the database says.
    pub async fn add_link(
        &self,
        secret: Secret<'_>,
        purpose: Purpose,
        now: &Time,
        expires: &Time,
    ) -> Result<(), Error> {
        let (name, account, draft) = purpose.parts();
        let added = sql!(
            "INSERT INTO links (hash, purpose, account, draft, created, expires)
             VALUES ($1, $2, $3, $4, $5, $6)",
            secret.hash(),
            name,
            account,
            draft,
            now,
            expires
        );
        self.change("link", vec![added]).await
    }

    /// What a link is for, where it can still be used; it is not used up by looking.
    ///
    /// # Errors
    ///
    /// What the database says.
    pub async fn link(&self, secret: Secret<'_>, now: &Time) -> Result<Option<Purpose>, Error> {
        let found = sql!(
            "SELECT purpose, account, draft FROM links
             WHERE hash = $1 AND used IS NULL AND expires > $2",
            secret.hash(),
            now
        );
        self.one(found, |row| Purpose::of(row, 0)).await
    }

    /// Uses a link up: of all who try at once one is told what it is for.
    ///
    /// # Errors
    ///
    /// What the database says.
    pub async fn use_link(&self, secret: Secret<'_>, now: &Time) -> Result<Option<Purpose>, Error> {
        let mut transaction = self.base().write().await?;
        let used = sql!(
            "UPDATE links SET used = $2 WHERE hash = $1 AND used IS NULL AND expires > $2
             RETURNING purpose, account, draft",
            secret.hash(),
            now
        );
        let row = used.fetch_optional(&mut *transaction).await?;
        let purpose = row.as_ref().map(|row| Purpose::of(row, 0)).transpose()?;
        crate::commit(transaction).await?;
        Ok(purpose)
    }

    /// Takes all links of a purpose back; how many were out.
    ///
    /// # Errors
    ///
    /// What the database says.
    pub async fn drop_links(&self, purpose: Purpose) -> Result<u64, Error> {
        let (name, account, draft) = purpose.parts();
        let dropped = sql!(
            "DELETE FROM links WHERE purpose = $1 AND coalesce(account, 0) = $2
             AND coalesce(draft, 0) = $3 AND used IS NULL",
            name,
            account.unwrap_or_default(),
            draft.unwrap_or_default()
        );
        self.count(dropped).await
    }
}
