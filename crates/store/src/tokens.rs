//! Tokens by which programs act for an account.

use crate::accounts::AccountId;
use crate::dossiers::numbered;
use crate::sql::{Columns, sql};
use crate::{Error, Secret, Store};
use procedure::event::Time;
use sqlx::any::AnyRow;

/// A token of this instance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TokenId(pub i64);

/// What a program that shows it may do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Its number.
    pub id: TokenId,
    /// For whom the program acts.
    pub account: AccountId,
    /// What its owner calls it.
    pub name: String,
    /// What it is for, words parted by spaces: "read table".
    pub scopes: String,
    /// When it was made.
    pub created: Time,
    /// Until when it holds; without end where there is none.
    pub expires: Option<Time>,
    /// When it was last used, as far as that was recorded.
    pub used: Option<Time>,
}

fn token(row: &AnyRow) -> Result<Token, Error> {
    Ok(Token {
        id: TokenId(row.number(0)?),
        account: AccountId(row.number(1)?),
        name: row.text(2)?,
        scopes: row.text(3)?,
        created: row.time(4)?,
        expires: row.time_or_none(5)?,
        used: row.time_or_none(6)?,
    })
}

impl Store {
    /// Gives out a token.
    ///
    /// # Errors
    ///
    /// What the database says.
    pub async fn add_token(
        &self,
        secret: Secret<'_>,
        account: AccountId,
        (name, scopes): (&str, &str),
        now: &Time,
        expires: Option<&Time>,
    ) -> Result<TokenId, Error> {
        let mut transaction = self.base().write().await?;
        let id = numbered(&mut transaction, "token").await?;
        sql!(
            "INSERT INTO tokens (id, hash, account, name, scopes, created, expires)
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
            id,
            secret.hash(),
            account.0,
            name,
            scopes,
            now,
            expires
        )
        .execute(&mut *transaction)
        .await?;
        crate::commit(transaction).await?;
        Ok(TokenId(id))
    }

    /// The token of a secret, where it holds and its account may sign in.
    ///
    /// # Errors
    ///
    /// What the database says.
    pub async fn token(&self, secret: Secret<'_>, now: &Time) -> Result<Option<Token>, Error> {
        let found = sql!(
            "SELECT t.id, t.account, t.name, t.scopes, t.created, t.expires, t.used FROM tokens t
             JOIN accounts a ON a.id = t.account AND a.disabled = 0
             WHERE t.hash = $1 AND (t.expires IS NULL OR t.expires > $2)",
            secret.hash(),
            now
        );
        self.one(found, token).await
    }

    /// The tokens of an account, in the order in which they were made; also those that have expired.
    ///
    /// # Errors
    ///
    /// What the database says.
    pub async fn tokens_of(&self, account: AccountId) -> Result<Vec<Token>, Error> {
        let all = sql!(
            "SELECT id, account, name, scopes, created, expires, used FROM tokens
             WHERE account = $1 ORDER BY id",
            account.0
        );
        self.all(all, token).await
    }

    /// Records that a token is used. This writes to the disk: once in some minutes is enough.
    ///
    /// # Errors
    ///
    /// `store-not-found`, and what the database says.
    pub async fn touch_token(&self, id: TokenId, now: &Time) -> Result<(), Error> {
        self.change("token", vec![sql!("UPDATE tokens SET used = $2 WHERE id = $1", id.0, now)])
            .await
    }

    /// Takes a token of this account back.
    ///
    /// # Errors
    ///
    /// `store-not-found` where it is another's or gone, and what the database says.
    pub async fn revoke_token(&self, account: AccountId, id: TokenId) -> Result<(), Error> {
        let revoked = sql!("DELETE FROM tokens WHERE account = $1 AND id = $2", account.0, id.0);
        self.change("token", vec![revoked]).await
    }
}
