//! Running the sitting from a browser: what is recorded by whoever presides or keeps the record for them.
//!
//! A form sends what happened and the last event that its page knew; the desk refuses what somebody else has decided
//! meanwhile, the rules what they forbid, and the table of permissions who may not. Whatever is refused is told on the page,
//! with what was typed.

mod happened;
mod oral;

pub use happened::Happened;
pub use oral::Tried;

use crate::Held;
use crate::account::{Sent, Who};
use crate::desk::Decision;
use crate::pages::{self, Problem};
use crate::permission::Act;
use crate::server::Server;
use crate::site::{Answer, Keep, Refused, on_to};
use axum::Router;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use std::sync::Arc;

/// The pages of who presides.
pub fn router() -> Router<Server> {
    Router::new()
        .route("/{tongue}/desk/sitting/{slug}", get(shown).post(recorded))
        .route("/{tongue}/desk/sitting/{slug}/oral", post(tried))
}

async fn shown(who: Who, Path((_, slug)): Path<(String, String)>) -> Result<Response, Refused> {
    let held = presided(&who, &slug)?;
    Ok(page(&who, &held, StatusCode::OK, &Told::default()))
}

/// The dossier, where whoever asks presides over it or keeps its record.
fn presided(who: &Who, slug: &str) -> Result<Arc<Held>, Refused> {
    let server = who.server();
    let held = server.site.get(slug).zip(server.desk.id(slug));
    let (held, id) = held.ok_or_else(|| who.problem(Problem::NotFound))?;
    who.may(Act::Preside, Some(id))?;
    Ok(held)
}

/// What a page tells beside how everything stands.
#[derive(Debug, Default)]
pub struct Told {
    /// What was sent and not recorded.
    pub sent: Happened,
    /// Why it was not; empty where nothing is wrong.
    pub wrong: String,
    /// What is typed for an oral amendment, as it would be read; none where that was not asked.
    pub tried: Option<Tried>,
}

fn page(who: &Who, held: &Held, status: StatusCode, told: &Told) -> Response {
    let tongue = who.tongue;
    let body = pages::chair(held, told, tongue);
    let title = format!("{} – {}", tongue.say("chair-title"), held.reference());
    who.page_of(held, status, &title, &format!("/desk/sitting/{}", held.slug), &body)
}

async fn recorded(
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    Sent(form): Sent<Happened>,
) -> Result<Response, Refused> {
    let held = presided(&who, &slug)?;
    if form.get("what") == "try-oral" {
        let tried = Some(Tried::of(&who, &held, &form).await?);
        let told = Told { sent: form, tried, ..Told::default() };
        return Ok(page(&who, &held, StatusCode::OK, &told));
    }
    let read = form.event(&held);
    let seen = form.get("seen").parse().map_err(|_| "chair-no-event");
    let (event, seen) = match read.and_then(|event| Ok((event, seen?))) {
        Ok(both) => both,
        Err(wanting) => {
            let told = Told { wrong: who.tongue.say(wanting), sent: form, tried: None };
            return Ok(page(&who, &held, StatusCode::UNPROCESSABLE_ENTITY, &told));
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
            let told = Told { wrong: error.told(who.tongue), sent: form, tried: None };
            Ok(page(&who, &held, error.status(), &told))
        }
    }
}

/// The piece of the page that says how an oral amendment would be read, for a script.
async fn tried(
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    Sent(form): Sent<Happened>,
) -> Result<Response, Refused> {
    let held = presided(&who, &slug)?;
    let tried = Tried::of(&who, &held, &form).await?;
    let body = pages::tried(&held, &tried, who.tongue).into_string().into_bytes();
    let answer = Answer::of(StatusCode::OK, "text/html; charset=utf-8", body, false);
    Ok(answer.send(who.headers(), None, Keep::Never))
}
