//! Tokens by which programs act for an account: made, shown once, and taken back by their owner.

use super::fresh::fresh;
use super::rule;
use super::who::{Sent, Who};
use crate::api::Scope;
use crate::pages::Problem;
use crate::pages::tokens::{self as page, Made};
use crate::permission::{Act, TABLE};
use crate::server::Server;
use crate::site::{Refused, on_to};
use axum::Router;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use procedure::event::Time;
use serde::Deserialize;
use store::{Error, Secret, TokenId};

/// What tokens begin with, so that who finds one in a file knows what it is.
const MARK: &str = "hemicycle_";

/// For how many days a token can hold.
pub(crate) const DAYS: [u64; 4] = [7, 30, 90, 365];

/// The tokens of an account at most.
const MOST: usize = 50;

pub(super) fn router() -> Router<Server> {
    Router::new()
        .route("/{tongue}/account/tokens", get(shown).post(make))
        .route("/{tongue}/account/tokens/revoke", post(revoke))
}

/// What a form says of a new token.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Form {
    /// What its owner calls it.
    pub name: String,
    /// For how many days.
    pub days: String,
    read: String,
    draft: String,
    table: String,
    office: String,
    sitting: String,
    import: String,
    people: String,
    account: String,
}

impl Form {
    /// Whether a scope is wanted.
    pub fn wants(&self, scope: Scope) -> bool {
        let field = match scope {
            Scope::Read => &self.read,
            Scope::Draft => &self.draft,
            Scope::Table => &self.table,
            Scope::Office => &self.office,
            Scope::Sitting => &self.sitting,
            Scope::Import => &self.import,
            Scope::People => &self.people,
            Scope::Account => &self.account,
        };
        !field.is_empty()
    }

    fn scopes(&self) -> Vec<&'static str> {
        let wanted = Scope::ALL.into_iter().filter(|scope| self.wants(*scope));
        wanted.map(Scope::name).collect()
    }
}

/// The scopes that are of any use to somebody.
fn offered(who: &Who) -> Vec<Scope> {
    let of = |scope: &Scope| {
        let acts = TABLE.iter().filter(|(act, _)| Scope::of(*act) == Some(*scope));
        acts.into_iter().any(|(act, _)| who.can_somewhere(*act))
    };
    Scope::ALL.into_iter().filter(of).collect()
}

async fn shown(who: Who) -> Result<Response, Refused> {
    let form = Form { read: "on".to_owned(), days: "90".to_owned(), ..Form::default() };
    page(&who, StatusCode::OK, &form, &Made::default()).await
}

async fn page(
    who: &Who,
    status: StatusCode,
    form: &Form,
    made: &Made<'_>,
) -> Result<Response, Refused> {
    who.may(Act::ManageOwnAccount, None)?;
    let signed = who.signed()?;
    let tokens = who.kept(who.server().store().tokens_of(signed.account.id).await)?;
    let now = who.server().now();
    let body = page::tokens(&tokens, (form, &offered(who)), made, &now, who.tongue);
    Ok(who.page(status, &who.tongue.say("tokens-title"), "/account/tokens", &body))
}

async fn make(who: Who, Sent(form): Sent<Form>) -> Result<Response, Refused> {
    who.may(Act::ManageOwnAccount, None)?;
    let (id, store) = (who.signed()?.account.id, who.server().store());
    let days = form.days.parse().ok().filter(|days| DAYS.contains(days));
    let scopes = form.scopes();
    let offered = offered(&who);
    let allowed = offered.iter().map(|scope| scope.name());
    let allowed: Vec<_> = allowed.filter(|scope| scopes.contains(scope)).collect();
    let lacks = Made {
        name_lacks: rule::name_lacks(&form.name),
        lacks: match (allowed.is_empty(), days) {
            (true, _) => Some("tokens-no-scope"),
            (_, None) => Some("tokens-no-days"),
            _ => None,
        },
        secret: "",
    };
    if lacks.name_lacks.is_some() || lacks.lacks.is_some() {
        return page(&who, StatusCode::UNPROCESSABLE_ENTITY, &form, &lacks).await;
    }
    if who.kept(store.tokens_of(id).await)?.len() >= MOST {
        let lacks = Made { lacks: Some("tokens-too-many"), ..Made::default() };
        return page(&who, StatusCode::UNPROCESSABLE_ENTITY, &form, &lacks).await;
    }
    let secret = fresh().ok_or_else(|| who.problem(Problem::Failed))?;
    let secret = format!("{MARK}{secret}");
    let now = who.server().now();
    let until = now.unix().saturating_add(days.unwrap_or_default().saturating_mul(86_400));
    let said = (form.name.trim(), allowed.join(" "));
    let said = (said.0, said.1.as_str());
    let expires = Time::of_unix(until);
    let added = store.add_token(Secret(&secret), id, said, &now, Some(&expires)).await;
    who.kept(added)?;
    let made = Made { secret: &secret, ..Made::default() };
    page(&who, StatusCode::OK, &Form::default(), &made).await
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Revoke {
    token: String,
}

async fn revoke(who: Who, Sent(form): Sent<Revoke>) -> Result<Response, Refused> {
    who.may(Act::ManageOwnAccount, None)?;
    let id = form.token.parse().map_err(|_| who.problem(Problem::Unreadable))?;
    let account = who.signed()?.account.id;
    match who.server().store().revoke_token(account, TokenId(id)).await {
        // It is gone already.
        Err(Error::NotFound(_)) => {}
        revoked => who.kept(revoked)?,
    }
    Ok(on_to(&who.address("/account/tokens")))
}
