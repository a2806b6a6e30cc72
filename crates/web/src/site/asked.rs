//! A request for a page: in which language, of which dossier.

use super::answer::{Answer, Keep, unchanged};
use super::{Site, choose};
use crate::pages::{self, Problem};
use crate::{Held, Tongue, assets};
use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A request whose address begins with a language.
pub(super) struct Asked {
    pub(super) site: Arc<Site>,
    pub(super) headers: HeaderMap,
    pub(super) tongue: Tongue,
    /// What stands in the address at the places that its route names.
    named: BTreeMap<String, String>,
    path: String,
}

/// An answer, or the page that says why there is none.
pub(super) type Answered = Result<Response, Refused>;

/// The page that says why there is none.
#[derive(Debug)]
pub struct Refused(Box<Response>);

impl From<Response> for Refused {
    fn from(response: Response) -> Self {
        Self(Box::new(response))
    }
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        *self.0
    }
}

impl FromRequestParts<Arc<Site>> for Asked {
    type Rejection = Refused;

    async fn from_request_parts(parts: &mut Parts, site: &Arc<Site>) -> Result<Self, Refused> {
        let named = Path::<BTreeMap<String, String>>::from_request_parts(parts, site).await;
        let named = named.map(|Path(named)| named).unwrap_or_default();
        let (site, headers) = (Arc::clone(site), parts.headers.clone());
        let path = parts.uri.path().to_owned();
        match named.get("tongue").and_then(|tag| Tongue::of(tag)) {
            Some(tongue) => Ok(Self { site, headers, tongue, named, path }),
            None => Err(Refused(Box::new(problem(&site, &headers, &path, Problem::NotFound)))),
        }
    }
}

impl Asked {
    /// What stands in the address at this place.
    pub(super) fn named(&self, place: &str) -> &str {
        self.named.get(place).map_or("", String::as_str)
    }

    /// Whether the address ends with a stroke.
    pub(super) fn is_folder(&self) -> bool {
        self.path.ends_with('/')
    }

    /// The dossier of the address.
    pub(super) fn held(&self) -> Result<Arc<Held>, Refused> {
        self.site.get(self.named("slug")).ok_or_else(|| self.problem(Problem::NotFound))
    }

    /// A page for what cannot be shown.
    pub(super) fn problem(&self, what: Problem) -> Refused {
        Refused(Box::new(problem(&self.site, &self.headers, &self.path, what)))
    }

    /// What tells this state of a page from every other.
    fn tag(&self, hash: &str) -> String {
        let hash: String = hash.chars().take(24).collect();
        format!("W/\"{hash}-{}-{}-{}\"", self.tongue.tag(), self.site.version, assets::hash())
    }

    /// Makes something while others are answered; at most so many at once as there are workers.
    pub(super) async fn made<T: Send + 'static>(
        &self,
        make: impl FnOnce() -> Option<T> + Send + 'static,
    ) -> Result<T, Refused> {
        match self.site.worked(make).await {
            Ok(Some(made)) => Ok(made),
            Ok(None) => Err(self.problem(Problem::NotFound)),
            Err(()) => Err(self.problem(Problem::Failed)),
        }
    }

    /// A page that is made for this visitor; `hash` is of all that it depends on.
    pub(super) async fn once(
        self,
        hash: &str,
        make: impl FnOnce(&Site, Tongue) -> Option<Answer> + Send + 'static,
    ) -> Answered {
        let tag = self.tag(hash);
        if let Some(had) = unchanged(&self.headers, &tag, Keep::Asking) {
            return Ok(had);
        }
        let (site, tongue) = (Arc::clone(&self.site), self.tongue);
        let answer = self.made(move || make(&site, tongue)).await?;
        Ok(answer.send(&self.headers, Some(&tag), Keep::Asking))
    }

    /// A page of a dossier that is the same for all who ask at this moment, and is made once. `page` tells it from the
    /// other pages of the dossier: of a finite number, whatever addresses are asked for.
    pub(super) async fn page(
        self,
        held: Arc<Held>,
        page: &str,
        keep: Keep,
        make: impl FnOnce(&Held, &Site, Tongue) -> Option<Answer> + Send + 'static,
    ) -> Answered {
        let (tag, tongue) = (self.tag(&held.head.hash.to_string()), self.tongue);
        let answer = match held.answered(tongue, page) {
            Some(answer) => answer,
            None => {
                let (site, of) = (Arc::clone(&self.site), Arc::clone(&held));
                let answer = Arc::new(self.made(move || make(&of, &site, tongue)).await?);
                if answer.is_good() {
                    held.answer(tongue, page, &answer);
                }
                answer
            }
        };
        let had = unchanged(&self.headers, &tag, keep);
        Ok(had.unwrap_or_else(|| answer.send(&self.headers, Some(&tag), keep)))
    }
}

/// A page for what cannot be shown, in the language of the address, or else of the visitor.
pub(crate) fn problem(site: &Site, headers: &HeaderMap, path: &str, what: Problem) -> Response {
    let tongue = tongue_of(path).unwrap_or_else(|| choose::tongue(headers));
    let status = match what {
        Problem::NotFound => StatusCode::NOT_FOUND,
        Problem::NotAllowed => StatusCode::METHOD_NOT_ALLOWED,
        Problem::Failed => StatusCode::INTERNAL_SERVER_ERROR,
        Problem::NotPermitted | Problem::CrossSite => StatusCode::FORBIDDEN,
        Problem::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        Problem::Spent => StatusCode::GONE,
        Problem::Unreadable => StatusCode::BAD_REQUEST,
        Problem::Unreachable => StatusCode::SERVICE_UNAVAILABLE,
    };
    let page = pages::problem(what, &site.setting(tongue));
    let body = page.into_string().into_bytes();
    Answer::of(status, "text/html; charset=utf-8", body, false).send(headers, None, Keep::Never)
}

/// The language with which an address begins.
pub(crate) fn tongue_of(path: &str) -> Option<Tongue> {
    path.trim_start_matches('/').split(['/', '?']).next().and_then(Tongue::of)
}
