//! Delegations, groups and committees, and who belongs to them.

use crate::accounts::AccountId;
use crate::dossiers::numbered;
use crate::sql::{Columns, sql};
use crate::{Error, Store};
use sqlx::any::AnyRow;

/// A delegation, group or committee of this instance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BodyId(pub i64);

/// One of them, as administrators list it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Body {
    /// Its number.
    pub id: BodyId,
    /// What it is: "delegation", "group", "committee".
    pub kind: String,
    /// What it is called in English.
    pub en: String,
    /// The same in French.
    pub fr: String,
}

impl Body {
    /// What a body may be.
    pub const KINDS: [&str; 3] = ["delegation", "group", "committee"];

    /// What stands between the names of one in two languages.
    pub const BETWEEN: &str = " / ";

    /// Its name as roles and logs have it, in both languages where they differ: "Committee on Lamps / commission des lampes".
    pub fn name(&self) -> String {
        joined(&self.en, &self.fr)
    }
}

fn joined(en: &str, fr: &str) -> String {
    if en == fr { en.to_owned() } else { [en, fr].join(Body::BETWEEN) }
}

fn body(row: &AnyRow) -> Result<Body, Error> {
    Ok(Body { id: BodyId(row.number(0)?), kind: row.text(1)?, en: row.text(2)?, fr: row.text(3)? })
}

impl Store {
    /// Lists a body.
    ///
    /// # Errors
    ///
    /// `store-taken` where one of this kind has one of the names, and what the database says.
    pub async fn add_body(&self, kind: &str, en: &str, fr: &str) -> Result<BodyId, Error> {
        let mut transaction = self.base().write().await?;
        let id = numbered(&mut transaction, "body").await?;
        let added = sql!(
            "INSERT INTO bodies (id, kind, en, fr) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
            id,
            kind,
            en,
            fr
        );
        if added.execute(&mut *transaction).await?.rows_affected() == 0 {
            return Err(Error::Taken("body"));
        }
        crate::commit(transaction).await?;
        Ok(BodyId(id))
    }

    /// All bodies: by kind, and by their English names.
    ///
    /// # Errors
    ///
    /// What the database says.
    pub async fn bodies(&self) -> Result<Vec<Body>, Error> {
        let mut all = self.all(sql!("SELECT id, kind, en, fr FROM bodies"), body).await?;
        // In an order of our own: databases compare texts each in its way.
        all.sort_by(|one, other| (&one.kind, &one.en).cmp(&(&other.kind, &other.en)));
        Ok(all)
    }

    /// Calls a body otherwise; the roles that are for it are for it under its new name. What stands in logs stays.
    ///
    /// # Errors
    ///
    /// `store-not-found`, `store-taken`, and what the database says.
    pub async fn rename_body(&self, id: BodyId, en: &str, fr: &str) -> Result<(), Error> {
        let mut transaction = self.base().write().await?;
        let found = sql!("SELECT id, kind, en, fr FROM bodies WHERE id = $1", id.0);
        let found = found.fetch_optional(&mut *transaction).await?;
        let old = found.as_ref().map(body).transpose()?.ok_or(Error::NotFound("body"))?;
        let taken = sql!(
            "SELECT count(*) FROM bodies WHERE kind = $1 AND id <> $2 AND (en = $3 OR fr = $4)",
            &*old.kind,
            id.0,
            en,
            fr
        );
        if taken.fetch_one(&mut *transaction).await?.count(0)? > 0 {
            return Err(Error::Taken("body"));
        }
        sql!("UPDATE bodies SET en = $2, fr = $3 WHERE id = $1", id.0, en, fr)
            .execute(&mut *transaction)
            .await?;
        let new = joined(en, fr);
        // Somebody may hold the role under both names: once is enough.
        sql!(
            "DELETE FROM roles WHERE body = $1 AND EXISTS (SELECT 1 FROM roles r WHERE r.body = $2
             AND r.account = roles.account AND r.role = roles.role
             AND coalesce(r.dossier, 0) = coalesce(roles.dossier, 0)) AND $1 <> $2",
            old.name(),
            &*new
        )
        .execute(&mut *transaction)
        .await?;
        sql!("UPDATE roles SET body = $2 WHERE body = $1", old.name(), &*new)
            .execute(&mut *transaction)
            .await?;
        crate::commit(transaction).await
    }

    /// Takes a body from the list; whoever belongs to it no longer does. Roles and logs keep its name.
    ///
    /// # Errors
    ///
    /// `store-not-found`, and what the database says.
    pub async fn remove_body(&self, id: BodyId) -> Result<(), Error> {
        self.change("body", vec![sql!("DELETE FROM bodies WHERE id = $1", id.0)]).await
    }

    /// Somebody belongs to a body; once is enough.
    ///
    /// # Errors
    ///
    /// `store-not-found` where there is no such account or body, and what the database says.
    pub async fn join_body(&self, account: AccountId, id: BodyId) -> Result<(), Error> {
        let joined = sql!(
            "INSERT INTO belongs (account, body) VALUES ($1, $2) ON CONFLICT DO NOTHING",
            account.0,
            id.0
        );
        self.count(joined).await.map(|_| ())
    }

    /// Somebody no longer belongs to it.
    ///
    /// # Errors
    ///
    /// `store-not-found` where they did not, and what the database says.
    pub async fn leave_body(&self, account: AccountId, id: BodyId) -> Result<(), Error> {
        let left = sql!("DELETE FROM belongs WHERE account = $1 AND body = $2", account.0, id.0);
        self.change("body", vec![left]).await
    }

    /// Who belongs to what, by number.
    ///
    /// # Errors
    ///
    /// What the database says.
    pub async fn belongs(&self) -> Result<Vec<(AccountId, BodyId)>, Error> {
        let all = sql!("SELECT account, body FROM belongs ORDER BY account, body");
        self.all(all, |row| Ok((AccountId(row.number(0)?), BodyId(row.number(1)?)))).await
    }
}
