//! Private drafts: amendments that nobody has tabled yet.

use crate::accounts::AccountId;
use crate::dossiers::{DossierId, numbered};
use crate::sql::{Columns, Statement, seq, sql};
use crate::{Error, Store};
use procedure::event::Time;
use serde::{Deserialize, Serialize};
use sqlx::any::AnyRow;

/// A private draft of this instance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DraftId(pub i64);

/// What somebody drafts, seen by its owner and by those it is shared with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrivateDraft {
    /// Its number.
    pub id: DraftId,
    /// Whose.
    pub owner: AccountId,
    /// To which dossier.
    pub dossier: DossierId,
    /// What it says: JSON that is not looked into here.
    pub payload: String,
    /// From 1, one more each time it is saved.
    pub version: u64,
    /// When it was last saved.
    pub updated: Time,
}

fn draft(row: &AnyRow) -> Result<PrivateDraft, Error> {
    Ok(PrivateDraft {
        id: DraftId(row.number(0)?),
        owner: AccountId(row.number(1)?),
        dossier: DossierId(row.number(2)?),
        payload: row.text(3)?,
        version: row.count(4)?,
        updated: row.time(5)?,
    })
}

impl Store {
    /// Begins a draft.
    ///
    /// # Errors
    ///
    /// What the database says.
    pub async fn add_draft(
        &self,
        owner: AccountId,
        dossier: DossierId,
        payload: &str,
        now: &Time,
    ) -> Result<DraftId, Error> {
        let mut transaction = self.base().write().await?;
        let id = numbered(&mut transaction, "draft").await?;
        sql!(
            "INSERT INTO drafts (id, owner, dossier, payload, version, updated)
             VALUES ($1, $2, $3, $4, 1, $5)",
            id,
            owner.0,
            dossier.0,
            payload,
            now
        )
        .execute(&mut *transaction)
        .await?;
        crate::commit(transaction).await?;
        Ok(DraftId(id))
    }

    /// A draft by its number. Who may see it is for the caller to say.
    ///
    /// # Errors
    ///
    /// What the database says.
    pub async fn draft(&self, id: DraftId) -> Result<Option<PrivateDraft>, Error> {
        let found = sql!(
            "SELECT id, owner, dossier, payload, version, updated FROM drafts WHERE id = $1",
            id.0
        );
        self.one(found, draft).await
    }

    /// Drafts that an account owns or that are shared with it, in the order in which they were begun.
    ///
    /// # Errors
    ///
    /// What the database says.
    pub async fn drafts_of(&self, account: AccountId) -> Result<Vec<PrivateDraft>, Error> {
        let all = sql!(
            "SELECT id, owner, dossier, payload, version, updated FROM drafts
             WHERE owner = $1 OR id IN (SELECT draft FROM shares WHERE account = $1) ORDER BY id",
            account.0
        );
        self.all(all, draft).await
    }

    /// Saves a draft that still is as the caller saw it; its new version. Signatures were to the text before, and are gone.
    ///
    /// # Errors
    ///
    /// `store-stale` where somebody saved it meanwhile, `store-not-found`, and what the database says.
    pub async fn save_draft(
        &self,
        id: DraftId,
        version: u64,
        payload: &str,
        now: &Time,
    ) -> Result<u64, Error> {
        let saved = sql!(
            "UPDATE drafts SET payload = $3, updated = $4, version = version + 1
             WHERE id = $1 AND version = $2",
            id.0,
            seq(version),
            payload,
            now
        );
        let dropped = sql!("DELETE FROM signatures WHERE draft = $1", id.0);
        self.held(id, vec![saved, dropped]).await?;
        Ok(version + 1)
    }

    /// Removes a draft that still is as the caller saw it: because it was tabled, or is wanted no more.
    ///
    /// # Errors
    ///
    /// As [`Store::save_draft`].
    pub async fn remove_draft(&self, id: DraftId, version: u64) -> Result<(), Error> {
        let removed = sql!("DELETE FROM drafts WHERE id = $1 AND version = $2", id.0, seq(version));
        self.held(id, vec![removed]).await
    }

    /// Does what holds for one version alone, and with it what follows, or says which is kept.
    pub(crate) async fn held(&self, id: DraftId, statements: Vec<Statement>) -> Result<(), Error> {
        let mut transaction = self.base().write().await?;
        for (at, statement) in statements.into_iter().enumerate() {
            let changed = statement.execute(&mut *transaction).await?.rows_affected();
            if at == 0 && changed == 0 {
                let kept = sql!("SELECT version FROM drafts WHERE id = $1", id.0);
                let row = kept.fetch_optional(&mut *transaction).await?;
                let version = row.ok_or(Error::NotFound("draft"))?.count(0)?;
                return Err(Error::Stale { version });
            }
        }
        crate::commit(transaction).await
    }

    /// Lets an account see a draft, or not any more; its signature goes with that.
    ///
    /// # Errors
    ///
    /// What the database says.
    pub async fn share_draft(
        &self,
        id: DraftId,
        account: AccountId,
        shared: bool,
    ) -> Result<(), Error> {
        let done = match shared {
            true => sql!(
                "INSERT INTO shares (draft, account) VALUES ($1, $2) ON CONFLICT DO NOTHING",
                id.0,
                account.0
            ),
            false => sql!("DELETE FROM shares WHERE draft = $1 AND account = $2", id.0, account.0),
        };
        if !shared {
            self.unsign_draft(id, account).await?;
        }
        self.count(done).await.map(|_| ())
    }

    /// With whom a draft is shared.
    ///
    /// # Errors
    ///
    /// What the database says.
    pub async fn shared_with(&self, id: DraftId) -> Result<Vec<AccountId>, Error> {
        let all = sql!("SELECT account FROM shares WHERE draft = $1 ORDER BY account", id.0);
        self.all(all, |row| Ok(AccountId(row.number(0)?))).await
    }
}
