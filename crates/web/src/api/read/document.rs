//! The whole dossier, in the format that is asked for.

#![allow(unused_qualifications, reason = "the macros of utoipa write paths out")]

use crate::api::answer::{Made, Stand};
use crate::api::caller::Caller;
use crate::api::document::Reading;
use crate::api::problem::{Fault, Problem};
use crate::api::shape::DossierJson;
use crate::files::{self, Kind, Paper};
use crate::site::on_to;
use axum::extract::Path;
use axum::response::Response;

/// The formats, the one that is given where anything will do first.
const FORMATS: [(&str, Format); 4] = [
    ("application/json", Format::File(Kind::Json)),
    ("application/akn+xml", Format::File(Kind::Xml)),
    ("application/xml", Format::File(Kind::Xml)),
    ("text/html", Format::Page),
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    File(Kind),
    Page,
}

/// The whole dossier with what was decided, without what not everybody may read: `hemicycle-dossier/1`, or Akoma Ntoso where
/// `Accept` wants that, in the language of `Accept-Language`. Who wants a page is led to it.
#[utoipa::path(get, path = "/api/v1/dossiers/{slug}/document", operation_id = "document", tag = "read",
    params(("slug" = String, Path, description = "What the dossier is called in addresses", example = "412-lakes")),
    responses(
        (status = 200, content((DossierJson = "application/json"), (String = "application/akn+xml"),
            (String = "application/xml"))),
        (status = 303, description = "The page"), Reading),
    security((), ("token" = [])))]
pub(super) async fn whole(caller: Caller, Path(slug): Path<String>) -> Result<Response, Problem> {
    let (held, _) = caller.held(&slug)?;
    let accepted = caller.headers.get_all("accept").iter();
    let accepted: Vec<&str> = accepted.filter_map(|value| value.to_str().ok()).collect();
    let format = chosen(&accepted.join(",")).ok_or_else(|| caller.problem(Fault::NotAcceptable))?;
    let tongue = caller.tongue;
    let (media, kind) = match format {
        (_, Format::Page) => {
            let base = &caller.server.site.base;
            return Ok(on_to(&format!("{base}/{}/{slug}", tongue.tag())));
        }
        (media, Format::File(kind)) => (media, kind),
    };
    let stand = Stand::of(&held).told(tongue);
    let make = move || match files::write(&held, (Paper::Compendium, kind), tongue, None) {
        Ok(written) => Ok(Made::file(media, written.bytes)),
        Err(_) => Err(Fault::Failed),
    };
    caller.answer(stand, make).await
}

/// The format that a client would rather have, by `Accept`; none where it wants none of ours.
fn chosen(accepted: &str) -> Option<(&'static str, Format)> {
    if accepted.trim().is_empty() {
        return FORMATS.first().copied();
    }
    let mut ranges = Vec::new();
    for range in accepted.split(',').take(32) {
        let mut parts = range.split(';').map(str::trim);
        let kind = parts.next().unwrap_or_default().to_ascii_lowercase();
        let quality = parts.find_map(|part| part.strip_prefix("q=")).map(str::parse::<f32>);
        let quality = quality.map_or(1.0, |quality| quality.unwrap_or(0.0));
        ranges.push((kind, quality));
    }
    // The most exact range that names a format says how much it is wanted.
    let wanted = |media: &str| {
        let of = media.split('/').next().unwrap_or_default();
        let exactness = |kind: &str| match kind {
            kind if kind == media => 3,
            "*/*" => 1,
            kind => usize::from(kind.strip_suffix("/*") == Some(of)) * 2,
        };
        let fit = ranges.iter().filter(|(kind, _)| exactness(kind) > 0);
        fit.max_by_key(|(kind, _)| exactness(kind)).map_or(0.0, |(_, quality)| *quality)
    };
    let mut best = None;
    for format in FORMATS {
        let quality = wanted(format.0);
        if quality > best.map_or(0.0, |(_, best)| best) {
            best = Some((format, quality));
        }
    }
    best.map(|(format, _)| format)
}

#[cfg(test)]
mod tests {
    use super::chosen;

    #[test]
    fn the_format_that_is_wanted_most() {
        for (accepted, media) in [
            ("", Some("application/json")),
            ("*/*", Some("application/json")),
            ("application/*;q=0.5, text/html", Some("text/html")),
            ("application/akn+xml", Some("application/akn+xml")),
            ("application/xml;q=0.9, application/json;q=0.8", Some("application/xml")),
            ("application/json;q=0, */*", Some("application/akn+xml")),
            ("text/html,application/xhtml+xml,*/*;q=0.8", Some("text/html")),
            ("image/png", None),
            ("application/json;q=0", None),
        ] {
            assert_eq!(chosen(accepted).map(|(media, _)| media), media, "{accepted}");
        }
    }
}
