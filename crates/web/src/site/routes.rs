//! Addresses.

use super::answer::{Answer, Keep, unchanged};
use super::asked::{Answered, Asked, problem};
use super::{Site, choose, feed};
use crate::pages::search::Filter;
use crate::pages::{self, Problem};
use crate::{Held, Tongue, assets, files};
use axum::Router;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query, Request, State};
use axum::http::header::{
    CONTENT_SECURITY_POLICY, HeaderName, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri};
use axum::middleware::{self, Next};
use axum::response::Response;
use axum::routing::get;
use procedure::log::Hash;
use std::sync::Arc;

/// Whatever a page needs comes from the site itself, and nothing runs that is not a file of it.
const POLICY: &str = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

/// All public pages of a site.
pub fn router(site: Arc<Site>) -> Router {
    let of = |end: &str| format!("/{{tongue}}/{{slug}}{end}");
    Router::new()
        .route("/", get(choose::first))
        .route("/language/{*to}", get(choose::language))
        .route("/theme/{theme}", get(choose::theme))
        .route("/theme.css", get(choose::sheet))
        .route("/assets/{hash}/{name}", get(asset))
        .route("/{tongue}", get(home))
        .route("/{tongue}/", get(home))
        .route(&of(""), get(dossier))
        .route(&of("/amendments/{*address}"), get(amendment))
        .route(&of("/order"), get(order))
        .route(&of("/sitting"), get(sitting))
        .route(&of("/projector"), get(projector))
        .route(&of("/adopted"), get(adopted))
        .route(&of("/adopted/changes"), get(adopted_changes))
        .route(&of("/versions"), get(versions))
        .route(&of("/versions/{number}"), get(version))
        .route(&of("/files/{name}"), get(file))
        .route(&of("/feed.atom"), get(the_feed))
        .fallback(nothing)
        .method_not_allowed_fallback(not_allowed)
        .with_state(site)
        .layer(middleware::from_fn(guarded))
}

/// Puts the headers on every answer that keep a page to itself.
pub(crate) async fn guarded(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    let opener = HeaderName::from_static("cross-origin-opener-policy");
    headers.insert(opener, HeaderValue::from_static("same-origin"));
    response
}

async fn nothing(State(site): State<Arc<Site>>, uri: Uri, headers: HeaderMap) -> Response {
    // With a stroke at its end that should not be there, it may still be a page.
    match uri.path().strip_suffix('/') {
        Some(path) if path.len() > 1 && !path.starts_with("//") => choose::on_to(path),
        _ => problem(&site, &headers, uri.path(), Problem::NotFound),
    }
}

async fn not_allowed(State(site): State<Arc<Site>>, uri: Uri, headers: HeaderMap) -> Response {
    problem(&site, &headers, uri.path(), Problem::NotAllowed)
}

async fn asset(
    State(site): State<Arc<Site>>,
    Path((hash, name)): Path<(String, String)>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let Some(asset) = assets::named(&name) else {
        return problem(&site, &headers, uri.path(), Problem::NotFound);
    };
    // A page of another build may ask for its own: it gets ours, which it must not keep for long.
    let keep = if hash == assets::hash() { Keep::Ever } else { Keep::Asking };
    let tag = format!("W/\"{}-{}\"", assets::hash(), asset.name);
    unchanged(&headers, &tag, keep).unwrap_or_else(|| {
        let answer = Answer::of(StatusCode::OK, asset.kind, asset.bytes.to_vec(), false);
        answer.send(&headers, Some(&tag), keep)
    })
}

async fn home(asked: Asked) -> Answered {
    if !asked.is_folder() {
        return Ok(choose::on_to(&format!("/{}/", asked.tongue.tag())));
    }
    let all = asked.site.all();
    let heads: String = all.iter().map(|one| format!("{} {}\n", one.slug, one.head.hash)).collect();
    let make = move |site: &Site, tongue| {
        Some(Answer::page(pages::home(&all, &site.setting(tongue)), false))
    };
    asked.once(&Hash::of(heads.as_bytes()).to_string(), make).await
}

async fn dossier(asked: Asked, filter: Result<Query<Filter>, QueryRejection>) -> Answered {
    let held = asked.held()?;
    let filter = filter.map(|Query(filter)| filter.tidy()).unwrap_or_default();
    if filter.is_empty() {
        let make = |held: &Held, site: &Site, tongue| {
            let page = pages::dossier(held, &Filter::default(), &site.setting(tongue));
            Some(Answer::page(page, true))
        };
        return asked.page(held, "", Keep::Asking, make).await;
    }
    let hash = held.head.hash.to_string();
    let make = move |site: &Site, tongue| {
        let page = pages::dossier(&held, &filter, &site.setting(tongue));
        Some(Answer::page(page, false))
    };
    asked.once(&hash, make).await
}

async fn amendment(asked: Asked) -> Answered {
    let held = asked.held()?;
    let address = asked.named("address");
    let at = held.listed().at(address).ok_or_else(|| asked.problem(Problem::NotFound))?;
    let now = held.listed().address(at).unwrap_or_default().to_owned();
    if now != address {
        // The number that it had before.
        let to = format!("/{}/{}/amendments/{now}", asked.tongue.tag(), held.slug);
        return Ok(choose::on_to(&to));
    }
    let make = move |held: &Held, site: &Site, tongue| {
        let page = pages::amendment(held, at, &site.setting(tongue))?;
        Some(Answer::page(page, true))
    };
    asked.page(held, &format!("amendments/{now}"), Keep::Asking, make).await
}

async fn order(asked: Asked) -> Answered {
    part(asked, "order", |held, site, tongue| pages::order(held, &site.setting(tongue))).await
}

async fn sitting(asked: Asked) -> Answered {
    part(asked, "sitting", |held, site, tongue| pages::sitting(held, &site.setting(tongue))).await
}

async fn projector(asked: Asked) -> Answered {
    part(asked, "projector", |held, site, tongue| pages::projector(held, &site.setting(tongue)))
        .await
}

async fn adopted(asked: Asked) -> Answered {
    part(asked, "adopted", |held, site, tongue| pages::adopted(held, false, &site.setting(tongue)))
        .await
}

async fn adopted_changes(asked: Asked) -> Answered {
    part(asked, "adopted/changes", |held, site, tongue| {
        pages::adopted(held, true, &site.setting(tongue))
    })
    .await
}

async fn versions(asked: Asked) -> Answered {
    part(asked, "versions", |held, site, tongue| pages::versions(held, &site.setting(tongue))).await
}

/// A part of a dossier whose page needs nothing but the dossier.
async fn part(
    asked: Asked,
    name: &str,
    page: fn(&Held, &Site, Tongue) -> maud::Markup,
) -> Answered {
    let held = asked.held()?;
    let make =
        move |held: &Held, site: &Site, tongue| Some(Answer::page(page(held, site, tongue), true));
    asked.page(held, name, Keep::Asking, make).await
}

async fn version(asked: Asked) -> Answered {
    let held = asked.held()?;
    let number = asked.named("number");
    let wanted = held.versions().find(|(known, _)| known.to_string() == number);
    let event = wanted.map(|(_, version)| version.event);
    let event = event.ok_or_else(|| asked.problem(Problem::NotFound))?;
    let site = Arc::clone(&asked.site);
    let then = asked.made(move || site.until(&held, event).ok()).await?;
    let make = |then: &Held, site: &Site, tongue| {
        let last = then.versions().last()?;
        let page = pages::version(then, last, &site.setting(tongue));
        Some(Answer::page(page, true))
    };
    asked.page(then, "version", Keep::Day, make).await
}

async fn file(asked: Asked) -> Answered {
    let held = asked.held()?;
    let name = asked.named("name").to_owned();
    let which = files::named(&name).ok_or_else(|| asked.problem(Problem::NotFound))?;
    let make = move |held: &Held, site: &Site, tongue| {
        let written = match files::write(held, which, tongue, site.printer) {
            Ok(written) => written,
            Err(files::Failure::None) => return None,
            Err(files::Failure::Writer(_)) => {
                let page = pages::problem(Problem::Failed, &site.setting(tongue));
                let body = page.into_string().into_bytes();
                let status = StatusCode::INTERNAL_SERVER_ERROR;
                return Some(Answer::of(status, "text/html; charset=utf-8", body, false));
            }
        };
        let name = files::fetched_as(held, which.0, written.ending, tongue);
        Some(Answer::of(StatusCode::OK, written.media, written.bytes, true).saved_as(name))
    };
    asked.page(held, &format!("files/{name}"), Keep::Asking, make).await
}

async fn the_feed(asked: Asked) -> Answered {
    let held = asked.held()?;
    let make = |held: &Held, site: &Site, tongue| {
        let feed = feed::feed(held, &site.base, tongue)?;
        let kind = "application/atom+xml; charset=utf-8";
        Some(Answer::of(StatusCode::OK, kind, feed.into_bytes(), true))
    };
    asked.page(held, "feed.atom", Keep::Asking, make).await
}
