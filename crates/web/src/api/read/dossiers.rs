//! Dossiers, their drafts, logs and versions.

#![allow(unused_qualifications, reason = "the macros of utoipa write paths out")]

use crate::Held;
use crate::api::answer::{Made, Stand};
use crate::api::body::Asked;
use crate::api::caller::Caller;
use crate::api::document::Reading;
use crate::api::page::{Page, Paged};
use crate::api::problem::{Fault, Problem};
use crate::api::shape::{Dossier, Draft, Logged, Version};
use crate::permission::Act;
use axum::extract::Path;
use axum::response::Response;
use procedure::about;
use procedure::event::Event;
use procedure::log::Entry;
use procedure::state::Stage;
use serde::Deserialize;
use std::sync::Arc;
use text::Lang;
use utoipa::IntoParams;

type Answered = Result<Response, Problem>;

/// All dossiers, by what they are called in addresses.
#[utoipa::path(get, path = "/api/v1/dossiers", operation_id = "dossiers", tag = "read", params(Page),
    responses((status = 200, body = Paged<Dossier>), Reading), security((), ("token" = [])))]
pub(super) async fn all(caller: Caller, Asked(page): Asked<Page>) -> Answered {
    let all = caller.server.site.all();
    let (stand, base) =
        (Stand::of_all(all.iter().map(AsRef::as_ref)), caller.server.site.base.clone());
    let make = move || {
        let slug = |held: &Arc<Held>| held.slug.clone();
        Made::page(&page.of(&all, slug, |held| Dossier::of(held, &base))?)
    };
    caller.answer(stand, make).await
}

/// A dossier.
#[utoipa::path(get, path = "/api/v1/dossiers/{slug}", operation_id = "dossier", tag = "read",
    params(("slug" = String, Path, description = "What the dossier is called in addresses", example = "412-lakes")),
    responses((status = 200, body = Dossier), Reading), security((), ("token" = [])))]
pub(super) async fn one(caller: Caller, Path(slug): Path<String>) -> Answered {
    let (held, _) = caller.held(&slug)?;
    let base = caller.server.site.base.clone();
    let stand = Stand::of(&held);
    caller.answer(stand, move || Made::json(&Dossier::of(&held, &base))).await
}

/// The draft in one language, as it was tabled.
#[utoipa::path(get, path = "/api/v1/dossiers/{slug}/draft/{language}", operation_id = "draft", tag = "read",
    params(("slug" = String, Path, description = "What the dossier is called in addresses", example = "412-lakes"),
           ("language" = String, Path, description = "One of its languages", example = "en")),
    responses((status = 200, body = Draft), Reading), security((), ("token" = [])))]
pub(super) async fn draft(
    caller: Caller,
    Path((slug, language)): Path<(String, String)>,
) -> Answered {
    let (held, _) = caller.held(&slug)?;
    let versions = &held.sitting.state.dossier.versions;
    let lang: Option<Lang> =
        versions.iter().map(|version| version.lang).find(|lang| lang.tag() == language);
    let lang = lang.ok_or_else(|| caller.problem(Fault::NotFound))?;
    let stand = Stand::of(&held);
    let make = move || Made::json(&Draft::of(&held, lang).ok_or(Fault::NotFound)?);
    caller.answer(stand, make).await
}

/// Which events.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub(super) struct After {
    /// How many events; 50 where it is not said.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<usize>,
    /// The number of the last event seen; the list begins behind it.
    #[param(required = false, minimum = 0)]
    after: Option<i64>,
}

/// The events of the log that everybody may know, in their order. What happens to an amendment before it has a number is not
/// among them, nor who signed what; who may see the inbox is told of all that was tabled, and who recorded each event.
#[utoipa::path(get, path = "/api/v1/dossiers/{slug}/events", operation_id = "events", tag = "read",
    params(("slug" = String, Path, description = "What the dossier is called in addresses", example = "412-lakes"), After),
    responses((status = 200, body = Paged<Logged>), Reading), security((), ("token" = [])))]
pub(super) async fn events(
    caller: Caller,
    Path(slug): Path<String>,
    Asked(asked): Asked<After>,
) -> Answered {
    let (held, id) = caller.held(&slug)?;
    let all = caller.can(Act::SeeInbox, Some(id));
    let stand = Stand::of(&held);
    let make = move || {
        let limit = Page::some(asked.limit)?;
        let from = usize::try_from(asked.after.unwrap_or(0)).map_err(|_| Fault::Query {
            place: "after".to_owned(),
            why: "the number of an event".to_owned(),
        })?;
        let known = |entry: &&Entry| is_known(&held, entry, all);
        let mut behind = held.entries.iter().skip(from).filter(known);
        let items: Vec<Logged> =
            behind.by_ref().take(limit).map(|entry| Logged::of(entry, all)).collect();
        let more = behind.next().is_some();
        let next = items.last().filter(|_| more).map(|last| last.seq.to_string());
        Made::page(&Paged { items, next })
    };
    caller.answer(stand, make).await
}

/// Whether everybody may know of an event; `all` for who sees the inbox.
fn is_known(held: &Held, entry: &Entry, all: bool) -> bool {
    let course = &held.sitting.course;
    let signing = matches!(
        entry.event,
        Event::Drafted { .. } | Event::Signed { .. } | Event::SignatureWithdrawn { .. }
    );
    let known = |at: usize| match all {
        true => course.record(at).is_some_and(|record| record.stage != Stage::Drafted),
        false => held.listed().address(at).is_some(),
    };
    let about = about::amendments(entry, course);
    (all || !signing) && about.iter().all(|id| course.position(id).is_some_and(known))
}

/// The versions of the compendium that were published, the first one first.
#[utoipa::path(get, path = "/api/v1/dossiers/{slug}/versions", operation_id = "versions", tag = "read",
    params(("slug" = String, Path, description = "What the dossier is called in addresses", example = "412-lakes"), Page),
    responses((status = 200, body = Paged<Version>), Reading), security((), ("token" = [])))]
pub(super) async fn versions(
    caller: Caller,
    Path(slug): Path<String>,
    Asked(page): Asked<Page>,
) -> Answered {
    let (held, _) = caller.held(&slug)?;
    let base = caller.server.site.base.clone();
    let stand = Stand::of(&held);
    let make = move || {
        let all = Version::all(&held, &base);
        Made::page(&page.of(&all, |version| version.number.to_string(), Version::clone)?)
    };
    caller.answer(stand, make).await
}
