//! Running the sitting from a browser: what is recorded by whoever presides or keeps the record for them.
//!
//! A form sends what happened and the last event that its page knew; the desk refuses what somebody else has decided
//! meanwhile, the rules what they forbid, and the table of permissions who may not. Whatever is refused is told on the page,
//! with what was typed.

mod happened;

pub use happened::Happened;

use crate::Held;
use crate::account::{Sent, Who};
use crate::desk::Decision;
use crate::pages::{self, Problem};
use crate::permission::Act;
use crate::server::Server;
use crate::site::{Refused, on_to};
use axum::Router;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use std::sync::Arc;

/// The pages of who presides.
pub fn router() -> Router<Server> {
    Router::new().route("/{tongue}/desk/sitting/{slug}", get(shown).post(recorded))
}

async fn shown(who: Who, Path((_, slug)): Path<(String, String)>) -> Result<Response, Refused> {
    let held = presided(&who, &slug)?;
    Ok(page(&who, &held, StatusCode::OK, &Happened::default(), ""))
}

/// The dossier, where whoever asks presides over it or keeps its record.
fn presided(who: &Who, slug: &str) -> Result<Arc<Held>, Refused> {
    let server = who.server();
    let held = server.site.get(slug).zip(server.desk.id(slug));
    let (held, id) = held.ok_or_else(|| who.problem(Problem::NotFound))?;
    who.may(Act::Preside, Some(id))?;
    Ok(held)
}

fn page(who: &Who, held: &Held, status: StatusCode, form: &Happened, wrong: &str) -> Response {
    let tongue = who.tongue;
    let body = pages::chair(held, form, wrong, tongue);
    let title = format!("{} – {}", tongue.say("chair-title"), held.reference());
    who.page_of(held, status, &title, &format!("/desk/sitting/{}", held.slug), &body)
}

async fn recorded(
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    Sent(form): Sent<Happened>,
) -> Result<Response, Refused> {
    let held = presided(&who, &slug)?;
    let read = form.event(&held);
    let seen = form.get("seen").parse().map_err(|_| "chair-no-event");
    let (event, seen) = match read.and_then(|event| Ok((event, seen?))) {
        Ok(both) => both,
        Err(wanting) => {
            let wrong = who.tongue.say(wanting);
            return Ok(page(&who, &held, StatusCode::UNPROCESSABLE_ENTITY, &form, &wrong));
        }
    };
    who.may(Act::of(&event), who.server().desk.id(&slug))?;
    let actor = who.signed()?.account.name.clone();
    let lang = who.tongue.lang();
    let decision = Decision { actor, event, seen: Some(seen), key: None, lang };
    match who.server().desk.decide(&slug, decision).await {
        Ok(_) => Ok(on_to(&who.address(&format!("/desk/sitting/{slug}")))),
        Err(error) => {
            // What others have recorded meanwhile is shown with it.
            let held = presided(&who, &slug)?;
            Ok(page(&who, &held, error.status(), &form, &error.told(who.tongue)))
        }
    }
}
