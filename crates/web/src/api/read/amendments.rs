//! Amendments, their order and relations.

#![allow(unused_qualifications, reason = "the macros of utoipa write paths out")]

use crate::Held;
use crate::Tongue;
use crate::api::answer::{Made, Stand};
use crate::api::body::Asked;
use crate::api::caller::Caller;
use crate::api::document::Reading;
use crate::api::page::{Page, Paged};
use crate::api::problem::{Fault, Problem};
use crate::api::shape::{Amendment, InboxItem, Listed, Ranked, RelationsOf};
use crate::pages::search::{self, Filter};
use crate::permission::Act;
use axum::extract::Path;
use axum::response::Response;
use serde::Deserialize;
use std::collections::BTreeSet;
use utoipa::IntoParams;

type Answered = Result<Response, Problem>;

/// What a list of amendments is to show; what is left out asks for nothing.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub(super) struct Wanted {
    /// A draft text, "part-a", or a provision, "a-para-7", as on the site.
    #[param(required = false)]
    place: Option<String>,
    /// Who tabled them.
    #[param(required = false)]
    by: Option<String>,
    /// Where they stand, "open".
    #[param(required = false)]
    state: Option<String>,
    /// Words, all of which occur.
    #[param(required = false)]
    q: Option<String>,
    /// The language of the words, `en` or `fr`; English where it is not said.
    #[param(required = false)]
    lang: Option<String>,
}

/// The amendments that everybody may read, in calling order.
#[utoipa::path(get, path = "/api/v1/dossiers/{slug}/amendments", operation_id = "amendments", tag = "read",
    params(("slug" = String, Path, description = "What the dossier is called in addresses", example = "412-lakes"), Wanted, Page),
    responses((status = 200, body = Paged<Listed>), Reading), security((), ("token" = [])))]
pub(super) async fn all(
    caller: Caller,
    Path(slug): Path<String>,
    Asked(wanted): Asked<Wanted>,
    Asked(page): Asked<Page>,
) -> Answered {
    let (held, _) = caller.held(&slug)?;
    let stand = Stand::of(&held);
    let make = move || {
        let all = found(&held, wanted)?;
        let address = |at: &usize| held.listed().address(*at).unwrap_or_default().to_owned();
        let paged = page.of(&all, address, |at| Listed::of(&held, *at))?;
        Made::page(&whole(paged)?)
    };
    caller.answer(stand, make).await
}

/// All of a page; where one of its items could not be made the page cannot.
fn whole<T>(paged: Paged<Option<T>>) -> Result<Paged<T>, Fault> {
    let items = paged.items.into_iter().collect::<Option<_>>();
    Ok(Paged { items: items.ok_or(Fault::Failed)?, next: paged.next })
}

/// The amendments that are wanted, in calling order.
fn found(held: &Held, wanted: Wanted) -> Result<Vec<usize>, Fault> {
    let Wanted { place, by, state, q, lang } = wanted;
    let refused = |place: &str| {
        let why = "no such word".to_owned();
        Fault::Query { place: place.to_owned(), why }
    };
    let tongue = match &lang {
        None => Tongue::En,
        Some(tag) => Tongue::of(tag).ok_or_else(|| refused("lang"))?,
    };
    let given = |field: Option<String>| field.unwrap_or_default();
    let asked = Filter { place: given(place), by: given(by), state: given(state), q: given(q) };
    let filter = asked.tidy();
    if !asked.state.trim().is_empty() && filter.state.is_empty() {
        return Err(refused("state"));
    }
    let order = &held.listed().order;
    if filter.is_empty() {
        return Ok(order.clone());
    }
    let document = &held.compendium(tongue).document;
    let words = held.search(&filter.q, tongue);
    let (sections, _) = search::filtered(held, document, &filter, &words);
    // A block may be there for a sub-amendment alone: it is asked again.
    let is_wanted =
        |block: &engine::document::AmendmentBlock| search::is_wanted(held, block, &filter, &words);
    let rows = sections.iter().flat_map(|section| &section.rows);
    let blocks = rows.flat_map(|row| &row.amendments);
    let blocks = blocks.flat_map(|block| block.before.iter().chain([block]));
    let kept: BTreeSet<usize> = blocks
        .filter(|block| is_wanted(block))
        .filter_map(|block| held.cited(&block.cited))
        .collect();
    Ok(order.iter().copied().filter(|at| kept.contains(at)).collect())
}

/// An amendment with all that its page shows. Of one that has another number now the earlier one is known, too.
#[utoipa::path(get, path = "/api/v1/dossiers/{slug}/amendments/{amendment}", operation_id = "amendment", tag = "read",
    params(("slug" = String, Path, description = "What the dossier is called in addresses", example = "412-lakes"),
           ("amendment" = String, Path, description = "Its address, \"4\", \"13/1\" (escaped as 13%2F1)", example = "4")),
    responses((status = 200, body = Amendment), Reading), security((), ("token" = [])))]
pub(super) async fn one(caller: Caller, Path((slug, address)): Path<(String, String)>) -> Answered {
    let (held, _) = caller.held(&slug)?;
    let at = held.listed().at(&address).ok_or_else(|| caller.problem(Fault::NotFound))?;
    let stand = Stand::of(&held);
    let make = move || Made::json(&Amendment::of(&held, at).ok_or(Fault::NotFound)?);
    caller.answer(stand, make).await
}

/// The calling order, each place with its reason.
#[utoipa::path(get, path = "/api/v1/dossiers/{slug}/order", operation_id = "order", tag = "read",
    params(("slug" = String, Path, description = "What the dossier is called in addresses", example = "412-lakes"), Page),
    responses((status = 200, body = Paged<Ranked>), Reading), security((), ("token" = [])))]
pub(super) async fn order(
    caller: Caller,
    Path(slug): Path<String>,
    Asked(page): Asked<Page>,
) -> Answered {
    let (held, _) = caller.held(&slug)?;
    let stand = Stand::of(&held);
    let make = move || {
        let all: Vec<(usize, usize)> = held.listed().order.iter().copied().enumerate().collect();
        let address =
            |(_, at): &(usize, usize)| held.listed().address(*at).unwrap_or_default().to_owned();
        Made::page(&whole(page.of(&all, address, |ranked| Ranked::of(&held, *ranked))?)?)
    };
    caller.answer(stand, make).await
}

/// How the amendments stand to one another, in calling order.
#[utoipa::path(get, path = "/api/v1/dossiers/{slug}/relations", operation_id = "relations", tag = "read",
    params(("slug" = String, Path, description = "What the dossier is called in addresses", example = "412-lakes"), Page),
    responses((status = 200, body = Paged<RelationsOf>), Reading), security((), ("token" = [])))]
pub(super) async fn relations(
    caller: Caller,
    Path(slug): Path<String>,
    Asked(page): Asked<Page>,
) -> Answered {
    let (held, _) = caller.held(&slug)?;
    let stand = Stand::of(&held);
    let make = move || {
        let address = |at: &usize| held.listed().address(*at).unwrap_or_default().to_owned();
        let paged = page.of(&held.listed().order, address, |at| RelationsOf::of(&held, *at))?;
        Made::page(&whole(paged)?)
    };
    caller.answer(stand, make).await
}

/// What was tabled and has no number yet. Needs the scope `read` of somebody who may see it.
#[utoipa::path(get, path = "/api/v1/dossiers/{slug}/inbox", operation_id = "inbox", tag = "read",
    params(("slug" = String, Path, description = "What the dossier is called in addresses", example = "412-lakes"), Page),
    responses((status = 200, body = Paged<InboxItem>), Reading), security(("token" = [])))]
pub(super) async fn inbox(
    caller: Caller,
    Path(slug): Path<String>,
    Asked(page): Asked<Page>,
) -> Answered {
    caller.signed()?;
    let (held, id) = caller.held(&slug)?;
    caller.may(Act::SeeInbox, Some(id))?;
    let stand = Stand::of(&held);
    let make = move || {
        let all = InboxItem::all(&held);
        Made::page(&page.of(&all, |item| item.id.clone(), InboxItem::clone)?)
    };
    caller.answer(stand, make).await
}
