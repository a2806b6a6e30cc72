//! Accounts, and what they may do.

use crate::dossiers::{DossierId, numbered};
use crate::sql::{Columns, sql};
use crate::{Error, Store};
use procedure::event::Time;
use serde::{Deserialize, Serialize};
use sqlx::any::AnyRow;
use unicode_normalization::UnicodeNormalization;

/// An account of this instance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AccountId(pub i64);

/// Somebody who can sign in. The hash of the password is asked for by itself ([`Store::password`]).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Its number, never given again.
    pub id: AccountId,
    /// How others see it.
    pub name: String,
    /// Where mail goes, as it was written; no other account has it in other capitals.
    pub email: String,
    /// Whether it may not sign in.
    pub disabled: bool,
    /// When it was made.
    pub created: Time,
}

/// What an account may do, and where. What a role allows is not known here.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Role {
    /// Whose.
    pub account: AccountId,
    /// In which dossier; none for all.
    pub dossier: Option<DossierId>,
    /// Its name, "table-office".
    pub role: String,
    /// For which group or committee, where the role is held for one.
    pub body: Option<String>,
}

pub(crate) fn account(row: &AnyRow) -> Result<Account, Error> {
    Ok(Account {
        id: AccountId(row.number(0)?),
        name: row.text(1)?,
        email: row.text(2)?,
        disabled: row.yes(3)?,
        created: row.time(4)?,
    })
}

pub(crate) fn role(row: &AnyRow) -> Result<Role, Error> {
    Ok(Role {
        account: AccountId(row.number(0)?),
        dossier: row.number_or_none(1)?.map(DossierId),
        role: row.text(2)?,
        body: row.text_or_none(3)?,
    })
}

/// An address of mail as it is compared.
pub(crate) fn folded(email: &str) -> String {
    email.trim().nfkc().collect::<String>().to_lowercase().nfc().collect()
}

impl Store {
    /// Makes an account; `password` is a hash that can be verified, or none where one signs in elsewhere or not yet.
    ///
    /// # Errors
    ///
    /// `store-taken` where the address of mail is another's, `store-character`, and what the database says.
    pub async fn add_account(
        &self,
        name: &str,
        email: &str,
        password: Option<&str>,
        created: &Time,
    ) -> Result<Account, Error> {
        let mut transaction = self.base().write().await?;
        let id = numbered(&mut transaction, "account").await?;
        let added = sql!(
            "INSERT INTO accounts (id, name, email, folded, password, disabled, created)
             VALUES ($1, $2, $3, $4, $5, 0, $6) ON CONFLICT (folded) DO NOTHING",
            id,
            name,
            email,
            folded(email),
            password,
            created
        );
        if added.execute(&mut *transaction).await?.rows_affected() == 0 {
            return Err(Error::Taken("address of mail"));
        }
        crate::commit(transaction).await?;
        let (name, email) = (name.to_owned(), email.to_owned());
        Ok(Account { id: AccountId(id), name, email, disabled: false, created: created.clone() })
    }

    /// An account by its number.
    ///
    /// # Errors
    ///
    /// What the database says, as all that only reads.
    pub async fn account(&self, id: AccountId) -> Result<Option<Account>, Error> {
        let found =
            sql!("SELECT id, name, email, disabled, created FROM accounts WHERE id = $1", id.0);
        self.one(found, account).await
    }

    /// An account by its address of mail, in whatever capitals.
    ///
    /// # Errors
    ///
    /// What the database says.
    pub async fn account_by_email(&self, email: &str) -> Result<Option<Account>, Error> {
        let found = sql!(
            "SELECT id, name, email, disabled, created FROM accounts WHERE folded = $1",
            folded(email)
        );
        self.one(found, account).await
    }

    /// All accounts, in the order in which they were made.
    ///
    /// # Errors
    ///
    /// What the database says.
    pub async fn accounts(&self) -> Result<Vec<Account>, Error> {
        let all = sql!("SELECT id, name, email, disabled, created FROM accounts ORDER BY id");
        self.all(all, account).await
    }

    /// The hash of a password, where the account has one.
    ///
    /// # Errors
    ///
    /// What the database says.
    pub async fn password(&self, id: AccountId) -> Result<Option<String>, Error> {
        let found = sql!("SELECT password FROM accounts WHERE id = $1", id.0);
        Ok(self.one(found, |row| row.text_or_none(0)).await?.flatten())
    }

    /// Gives an account another hash of a password, or none.
    ///
    /// # Errors
    ///
    /// `store-not-found`, and what the database says.
    pub async fn set_password(&self, id: AccountId, password: Option<&str>) -> Result<(), Error> {
        let set = sql!("UPDATE accounts SET password = $2 WHERE id = $1", id.0, password);
        self.change("account", vec![set]).await
    }

    /// Gives an account another hash of the same password, where `was` still is the one that is kept.
    ///
    /// # Errors
    ///
    /// `store-not-found` where another is kept by now, and what the database says.
    pub async fn replace_password(
        &self,
        id: AccountId,
        was: &str,
        password: &str,
    ) -> Result<(), Error> {
        let set = sql!(
            "UPDATE accounts SET password = $3 WHERE id = $1 AND password = $2",
            id.0,
            was,
            password
        );
        self.change("password", vec![set]).await
    }

    /// Gives an account another name and address of mail.
    ///
    /// # Errors
    ///
    /// `store-not-found`, `store-taken` where the address is another's, and what the database says.
    pub async fn rename_account(
        &self,
        id: AccountId,
        name: &str,
        email: &str,
    ) -> Result<(), Error> {
        let mut transaction = self.base().write().await?;
        let folded = folded(email);
        let other = sql!("SELECT id FROM accounts WHERE folded = $1 AND id <> $2", &*folded, id.0);
        if other.fetch_optional(&mut *transaction).await?.is_some() {
            return Err(Error::Taken("address of mail"));
        }
        let set = sql!(
            "UPDATE accounts SET name = $2, email = $3, folded = $4 WHERE id = $1",
            id.0,
            name,
            email,
            folded
        );
        if set.execute(&mut *transaction).await?.rows_affected() == 0 {
            return Err(Error::NotFound("account"));
        }
        crate::commit(transaction).await
    }

    /// Lets an account sign in, or not; one that may not is signed out everywhere, and its tokens and links are of no use
    /// any more.
    ///
    /// # Errors
    ///
    /// `store-not-found`, and what the database says.
    pub async fn set_disabled(&self, id: AccountId, disabled: bool) -> Result<(), Error> {
        let mut all = vec![sql!("UPDATE accounts SET disabled = $2 WHERE id = $1", id.0, disabled)];
        if disabled {
            all.push(sql!("DELETE FROM sessions WHERE account = $1", id.0));
            all.push(sql!("DELETE FROM tokens WHERE account = $1", id.0));
            all.push(sql!("DELETE FROM links WHERE account = $1", id.0));
        }
        self.change("account", all).await
    }

    /// Removes an account with all that is its own: roles, sessions, tokens, private drafts. What it did stands in the
    /// logs, under the names recorded there.
    ///
    /// # Errors
    ///
    /// `store-not-found`, and what the database says.
    pub async fn remove_account(&self, id: AccountId) -> Result<(), Error> {
        self.change("account", vec![sql!("DELETE FROM accounts WHERE id = $1", id.0)]).await
    }

    /// Lets an account sign in as this subject of another issuer.
    ///
    /// # Errors
    ///
    /// `store-taken` where the subject is another account's, and what the database says.
    pub async fn add_identity(
        &self,
        id: AccountId,
        issuer: &str,
        subject: &str,
    ) -> Result<(), Error> {
        let added = sql!(
            "INSERT INTO identities (issuer, subject, account) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
            issuer,
            subject,
            id.0
        );
        match self.count(added).await? {
            0 => Err(Error::Taken("identity")),
            _ => Ok(()),
        }
    }

    /// Who signs in as this subject.
    ///
    /// # Errors
    ///
    /// What the database says.
    pub async fn account_by_identity(
        &self,
        issuer: &str,
        subject: &str,
    ) -> Result<Option<Account>, Error> {
        let found = sql!(
            "SELECT a.id, a.name, a.email, a.disabled, a.created FROM accounts a
             JOIN identities i ON i.account = a.id WHERE i.issuer = $1 AND i.subject = $2",
            issuer,
            subject
        );
        self.one(found, account).await
    }

    /// As whom an account signs in elsewhere: issuer and subject.
    ///
    /// # Errors
    ///
    /// What the database says.
    pub async fn identities_of(&self, id: AccountId) -> Result<Vec<(String, String)>, Error> {
        let all = sql!(
            "SELECT issuer, subject FROM identities WHERE account = $1 ORDER BY issuer, subject",
            id.0
        );
        self.all(all, |row| Ok((row.text(0)?, row.text(1)?))).await
    }

    /// Lets an account no longer sign in through this issuer.
    ///
    /// # Errors
    ///
    /// `store-not-found` where it did not, and what the database says.
    pub async fn remove_identities(&self, id: AccountId, issuer: &str) -> Result<(), Error> {
        let removed =
            sql!("DELETE FROM identities WHERE account = $1 AND issuer = $2", id.0, issuer);
        self.change("identity", vec![removed]).await
    }

    /// Gives a role; one that is held already is not held twice.
    ///
    /// # Errors
    ///
    /// What the database says.
    pub async fn grant(&self, role: &Role) -> Result<(), Error> {
        let granted = sql!(
            "INSERT INTO roles (account, dossier, role, body) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
            role.account.0,
            role.dossier.map(|dossier| dossier.0),
            &*role.role,
            role.body.as_deref()
        );
        self.count(granted).await.map(|_| ())
    }

    /// Takes a role back.
    ///
    /// # Errors
    ///
    /// `store-not-found` where it is not held, and what the database says.
    pub async fn revoke(&self, role: &Role) -> Result<(), Error> {
        let revoked = sql!(
            "DELETE FROM roles WHERE account = $1 AND coalesce(dossier, 0) = $2 AND role = $3
             AND coalesce(body, '') = $4",
            role.account.0,
            role.dossier.map_or(0, |dossier| dossier.0),
            &*role.role,
            role.body.as_deref().unwrap_or_default()
        );
        self.change("role", vec![revoked]).await
    }

    /// What an account may do, in all dossiers.
    ///
    /// # Errors
    ///
    /// What the database says.
    pub async fn roles_of(&self, account: AccountId) -> Result<Vec<Role>, Error> {
        let held =
            sql!("SELECT account, dossier, role, body FROM roles WHERE account = $1", account.0);
        self.sorted(held, role).await
    }

    /// Who may do what, in whatever dossier.
    ///
    /// # Errors
    ///
    /// What the database says.
    pub async fn roles(&self) -> Result<Vec<Role>, Error> {
        self.sorted(sql!("SELECT account, dossier, role, body FROM roles"), role).await
    }

    /// Who may do what in a dossier, those included who may do it in all.
    ///
    /// # Errors
    ///
    /// What the database says.
    pub async fn roles_in(&self, dossier: DossierId) -> Result<Vec<Role>, Error> {
        let held = sql!(
            "SELECT account, dossier, role, body FROM roles WHERE coalesce(dossier, $1) = $1",
            dossier.0
        );
        self.sorted(held, role).await
    }
}
