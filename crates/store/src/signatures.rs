//! Signatures under private drafts: each is to the text as it stood.

use crate::accounts::AccountId;
use crate::drafts::DraftId;
use crate::sql::{Columns, seq, sql};
use crate::{Error, Store};
use procedure::event::Time;

/// That somebody signed the text of a draft that is kept now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// Who.
    pub account: AccountId,
    /// When.
    pub signed: Time,
}

impl Store {
    /// Signs a draft that still is as whoever signs saw it. Signing it again changes nothing.
    ///
    /// # Errors
    ///
    /// `store-stale` where somebody saved it meanwhile, `store-not-found`, and what the database says.
    pub async fn sign_draft(
        &self,
        id: DraftId,
        account: AccountId,
        version: u64,
        now: &Time,
    ) -> Result<(), Error> {
        // A signature names its version: one that comes in the same moment as another text counts for nothing.
        let signed = sql!(
            "INSERT INTO signatures (draft, account, version, signed)
             SELECT id, $2, version, $4 FROM drafts WHERE id = $1 AND version = $3
             ON CONFLICT (draft, account) DO UPDATE SET version = $3,
             signed = CASE WHEN signatures.version = $3 THEN signatures.signed ELSE $4 END",
            id.0,
            account.0,
            seq(version),
            now
        );
        self.held(id, vec![signed]).await
    }

    /// Takes a signature back; whether there was one.
    ///
    /// # Errors
    ///
    /// What the database says.
    pub async fn unsign_draft(&self, id: DraftId, account: AccountId) -> Result<bool, Error> {
        let gone = sql!(
            "DELETE FROM signatures WHERE draft = $1 AND account = $2
             AND version = (SELECT version FROM drafts WHERE id = $1)",
            id.0,
            account.0
        );
        Ok(self.count(gone).await? > 0)
    }

    /// Who signed a draft as it is kept, in the order in which they did.
    ///
    /// # Errors
    ///
    /// What the database says.
    pub async fn signatures_of(&self, id: DraftId) -> Result<Vec<Signature>, Error> {
        let all = sql!(
            "SELECT s.account, s.signed FROM signatures s
             JOIN drafts d ON d.id = s.draft AND d.version = s.version
             WHERE s.draft = $1 ORDER BY s.signed, s.account",
            id.0
        );
        let signature = |row: &sqlx::any::AnyRow| {
            Ok(Signature { account: AccountId(row.number(0)?), signed: row.time(1)? })
        };
        self.all(all, signature).await
    }
}
