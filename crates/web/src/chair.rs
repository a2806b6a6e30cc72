//! Running the sitting from a browser: what is recorded by whoever presides or keeps the record for them.
//!
//! A form sends what happened and the last event that its page knew; the desk refuses what somebody else has decided
//! meanwhile, the rules what they forbid, and the table of permissions who may not. Whatever is refused is told on the page,
//! with what was typed.

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
use procedure::event::{Count, Event, Id, Vote};
use procedure::rules::Method;
use serde::Deserialize;
use std::sync::Arc;

/// The pages of who presides.
pub fn router() -> Router<Server> {
    Router::new().route("/{tongue}/desk/sitting/{slug}", get(shown).post(recorded))
}

/// What a form says that happened.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Happened {
    /// What: the name of a button.
    pub what: String,
    /// The amendment that it is about, as the log calls it.
    pub amendment: String,
    /// Who moved, withdrew; the name of a sitting that is opened.
    pub by: String,
    /// Votes in favour; empty where hands were seen and not counted.
    pub in_favour: String,
    /// Votes against.
    pub against: String,
    /// Abstentions.
    pub abstentions: String,
    /// The last event that the page knew.
    pub seen: String,
}

impl Happened {
    /// The event; none where the form does not say one.
    fn event(&self) -> Option<Event> {
        let amendment = Id(self.amendment.clone());
        let by = self.by.trim().to_owned();
        Some(match self.what.as_str() {
            "open" => Event::SittingOpened { name: by },
            "close" => Event::SittingClosed {},
            "call" => Event::Called { amendment },
            "move" => Event::Moved { amendment, by, taken_over: false },
            "not-moved" => Event::NotMoved { amendment },
            "withdraw" => Event::Withdrawn { amendment, by },
            "adopt" | "reject" => {
                let (vote, amendments) = (self.vote(self.what == "adopt")?, vec![amendment]);
                Event::Voted { amendments, vote }
            }
            _ => return None,
        })
    }

    /// The vote; none where a figure is no number.
    fn vote(&self, adopted: bool) -> Option<Vote> {
        let figures = [&self.in_favour, &self.against, &self.abstentions].map(|one| one.trim());
        if figures.iter().all(|one| one.is_empty()) {
            return Some(Vote { method: Method::ShowOfHands, count: None, adopted });
        }
        let number = |one: &str| if one.is_empty() { Some(0) } else { one.parse().ok() };
        let [in_favour, against, abstentions] = figures.map(number);
        let count = Count {
            in_favour: in_favour?,
            against: against?,
            abstentions: abstentions?,
            roll: Vec::new(),
        };
        Some(Vote { method: Method::Electronic, count: Some(count), adopted })
    }
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
    who.page(status, &title, &format!("/desk/sitting/{}", held.slug), &body)
}

async fn recorded(
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    Sent(form): Sent<Happened>,
) -> Result<Response, Refused> {
    let held = presided(&who, &slug)?;
    let unreadable = |wrong: &str| {
        let wrong = who.tongue.say(wrong);
        Ok(page(&who, &held, StatusCode::UNPROCESSABLE_ENTITY, &form, &wrong))
    };
    let Some(event) = form.event() else { return unreadable("chair-no-figures") };
    let Ok(seen) = form.seen.parse() else { return unreadable("chair-no-event") };
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
