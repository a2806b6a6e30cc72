//! What an administrator does with accounts and roles: the same from a page and by program. Who may do it is asked before.

use super::rule;
use super::sign::ended;
use crate::acting::Denied;
use crate::permission::Role;
use crate::server::Server;
use store::{Account, AccountId, Body, BodyId, DossierId, Error};

/// Why it was not done.
#[derive(Debug)]
pub(crate) enum Unmanaged {
    /// A field lacks something: its name, and the message that says what.
    Lacks(&'static str, &'static str),
    /// Nobody else administers the instance: the message that says so, or that the account may not sign in.
    Refused(&'static str),
    /// It could not be kept.
    Denied(Denied),
}

impl From<Error> for Unmanaged {
    fn from(error: Error) -> Self {
        match error {
            Error::Taken(_) => Self::Lacks("email", "account-email-taken"),
            error => Self::Denied(error.into()),
        }
    }
}

fn measured(name: &str, email: &str) -> Result<(), Unmanaged> {
    let lacks = rule::name_lacks(name).map(|message| ("name", message));
    let lacks = lacks.or(rule::email_lacks(email).map(|message| ("email", message)));
    lacks.map_or(Ok(()), |(field, message)| Err(Unmanaged::Lacks(field, message)))
}

/// A new account without a password.
///
/// # Errors
/// [`Unmanaged`].
pub(crate) async fn make(server: &Server, name: &str, email: &str) -> Result<Account, Unmanaged> {
    let (name, email) = (name.trim(), email.trim());
    measured(name, email)?;
    Ok(server.store().add_account(name, email, None, &server.now()).await?)
}

/// Another name and address of mail.
///
/// # Errors
/// [`Unmanaged`].
pub(crate) async fn rename(
    server: &Server,
    account: AccountId,
    name: &str,
    email: &str,
) -> Result<(), Unmanaged> {
    let (name, email) = (name.trim(), email.trim());
    measured(name, email)?;
    Ok(server.store().rename_account(account, name, email).await?)
}

/// Lists a delegation, group or committee.
///
/// # Errors
/// [`Unmanaged`].
pub(crate) async fn list(
    server: &Server,
    kind: &str,
    en: &str,
    fr: &str,
) -> Result<BodyId, Unmanaged> {
    if !Body::KINDS.contains(&kind) {
        return Err(Unmanaged::Lacks("kind", "bodies-kind-unknown"));
    }
    let (en, fr) = names(en, fr)?;
    server.store().add_body(kind, en, fr).await.map_err(taken)
}

/// Calls one otherwise.
///
/// # Errors
/// [`Unmanaged`].
pub(crate) async fn rename_body(
    server: &Server,
    body: BodyId,
    en: &str,
    fr: &str,
) -> Result<(), Unmanaged> {
    let (en, fr) = names(en, fr)?;
    server.store().rename_body(body, en, fr).await.map_err(taken)
}

/// The names of a body as they are kept: one that is called the same in both languages may be named once.
fn names<'a>(en: &'a str, fr: &'a str) -> Result<(&'a str, &'a str), Unmanaged> {
    let (en, fr) = (en.trim(), fr.trim());
    let fr = if fr.is_empty() { en } else { fr };
    let lacks = rule::body_lacks(en).map(|message| Unmanaged::Lacks("en", message));
    let lacks = lacks.or(rule::body_lacks(fr).map(|message| Unmanaged::Lacks("fr", message)));
    lacks.map_or(Ok((en, fr)), Err)
}

fn taken(error: Error) -> Unmanaged {
    match error {
        Error::Taken(_) => Unmanaged::Lacks("en", "bodies-taken"),
        error => Unmanaged::Denied(error.into()),
    }
}

/// A role as it is kept.
///
/// # Errors
/// The field that is wrong, and the message that says what with.
pub(crate) fn role(
    account: AccountId,
    name: &str,
    dossier: Option<DossierId>,
    body: &str,
) -> Result<store::Role, (&'static str, &'static str)> {
    let role = Role::granted(name).ok_or(("role", "account-role-unknown"))?;
    if role.is_for_all() && dossier.is_some() {
        return Err(("dossier", "account-role-for-all"));
    }
    let body = body.trim();
    if body.is_empty() && role.is_for_a_body() {
        return Err(("body", "account-body-missing"));
    }
    let may_be_of_one = role.is_for_a_body() || role == Role::Member;
    if !body.is_empty() && (!may_be_of_one || rule::name_lacks(body).is_some()) {
        return Err(("body", "account-body-odd"));
    }
    let body = (!body.is_empty()).then(|| body.to_owned());
    Ok(store::Role { account, dossier, role: role.name().to_owned(), body })
}

/// Takes a role; one that was taken already is no fault.
///
/// # Errors
/// That it would leave nobody to administer the instance, and what the store says.
pub(crate) async fn revoke(server: &Server, role: &store::Role) -> Result<(), Unmanaged> {
    let administers = role.role == Role::Administrator.name() && role.dossier.is_none();
    if administers {
        remains(server, role.account).await?;
    }
    Ok(ended(server.store().revoke(role).await)?)
}

/// Has an account sign in no more, or again.
///
/// # Errors
/// As [`revoke`].
pub(crate) async fn set_disabled(
    server: &Server,
    account: AccountId,
    disabled: bool,
) -> Result<(), Unmanaged> {
    if disabled {
        remains(server, account).await?;
    }
    Ok(server.store().set_disabled(account, disabled).await?)
}

/// The end of a new link by which the owner of an account sets a password: told this once, what is kept is its hash.
///
/// # Errors
/// That the account may not sign in, and what the store says.
pub(crate) async fn link(server: &Server, account: &Account) -> Result<String, Unmanaged> {
    if account.disabled {
        return Err(Unmanaged::Refused("account-is-disabled"));
    }
    Ok(super::link::reset(server, account.id).await?)
}

/// That somebody administers the instance without this account.
async fn remains(server: &Server, account: AccountId) -> Result<(), Unmanaged> {
    let all = server.administrators().await?;
    match all.len() == 1 && all.contains(&account) {
        true => Err(Unmanaged::Refused("account-last-administrator")),
        false => Ok(()),
    }
}
