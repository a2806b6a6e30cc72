//! One dossier in the table office: its pages, who may see which, and how something is recorded on them.

use super::fields::Fields;
use super::page::Page;
use super::worded::Judged;
use super::{act, number, told, worded};
use crate::account::{Sent, Who};
use crate::desk::{Decision, Error, Recorded};
use crate::pages::{Problem, table_office as pages};
use crate::permission::{self, Act};
use crate::server::Server;
use crate::site::{Refused, on_to};
use crate::{Held, Tongue};
use axum::Router;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{MethodRouter, get};
use procedure::event::{Event, Id, Seq};
use std::sync::Arc;
use store::DossierId;

/// All that a page shows.
pub struct View<'a> {
    /// The dossier.
    pub held: &'a Held,
    /// The language of the page.
    pub tongue: Tongue,
    /// Which page.
    pub page: &'a Page,
    /// What was sent, or asked for.
    pub fields: &'a Fields,
    /// Why nothing was recorded; empty where that was not tried.
    pub wrong: &'a str,
    /// What was recorded before; empty where nothing was.
    pub done: &'a str,
    /// What there is to say of a wording that was sent.
    pub judged: Option<&'a Judged>,
    /// Whether whoever asks may do this here.
    pub may: &'a dyn Fn(Act) -> bool,
    /// The committees for which they take positions; none where for any.
    pub committees: Option<Vec<String>>,
    /// What they are called.
    pub name: &'a str,
}

/// Somebody at work on a dossier.
pub(super) struct Work {
    pub who: Who,
    pub slug: String,
    pub id: DossierId,
    pub held: Arc<Held>,
}

/// What became of something that was sent.
pub(super) enum Outcome {
    /// It was recorded, by this event.
    Done(Seq),
    /// It was not: the status of the answer, and why.
    Not(StatusCode, String),
    /// A wording is told what there is to say of it.
    Doubted(StatusCode, String, Box<Judged>),
}

impl Outcome {
    /// A form that does not say what it should.
    pub fn lacks(message: &str, tongue: Tongue) -> Self {
        Self::Not(StatusCode::UNPROCESSABLE_ENTITY, tongue.say(message))
    }
}

impl Work {
    /// # Errors
    /// Where there is no such dossier or amendment, or whoever asks may not see the page.
    fn of(who: Who, slug: String, page: &Page) -> Result<Self, Refused> {
        let server = who.server();
        let found = server.site.get(&slug).zip(server.desk.id(&slug));
        let (held, id) = found.ok_or_else(|| who.problem(Problem::NotFound))?;
        who.may(page.needs(), Some(id))?;
        let known = |amendment: &Id| held.sitting.course.position(amendment).is_some();
        if page.amendment().is_some_and(|amendment| !known(amendment)) {
            return Err(who.problem(Problem::NotFound));
        }
        Ok(Self { who, slug, id, held })
    }

    /// Records an event, where whoever asks may.
    ///
    /// # Errors
    /// The page that says that they may not; within, what the desk says.
    pub async fn record(
        &self,
        event: Event,
        seen: Seq,
    ) -> Result<Result<Recorded, Error>, Refused> {
        self.who.may(Act::of(&event), Some(self.id))?;
        let roles = self.who.roles().unwrap_or_default();
        let here = (&self.held.sitting.course, self.id);
        if let Event::CommitteePosition { committee, .. } = &event
            && !permission::may_for(roles, Act::TakePosition, here, committee)
        {
            return Err(self.who.problem(Problem::NotPermitted));
        }
        let actor = self.who.signed()?.account.name.clone();
        let lang = self.who.tongue.lang();
        let decision = Decision { actor, event, seen: Some(seen), key: None, lang };
        Ok(self.who.server().desk.decide(&self.slug, decision).await)
    }

    /// What became of it, with what somebody else did meanwhile.
    pub fn outcome(&self, recorded: Result<Recorded, Error>) -> Outcome {
        let tongue = self.who.tongue;
        match recorded {
            Ok(recorded) => Outcome::Done(recorded.seq),
            Err(error) => {
                let mut why = error.told(tongue);
                if let Error::Meanwhile(seq) = &error
                    && let Some(held) = self.who.server().site.get(&self.slug)
                    && let Some(told) = told::one(&held, *seq, tongue)
                {
                    why = format!("{why} – {}: {}", told.actor, told.sentence);
                }
                Outcome::Not(error.status(), why)
            }
        }
    }

    async fn carry_out(&self, page: &Page, fields: &Fields) -> Result<Outcome, Refused> {
        let tongue = self.who.tongue;
        let what = if fields.get("one").is_empty() { fields.get("what") } else { "number-one" };
        let own = page.amendment().is_none_or(|id| id.0 == fields.get("amendment"));
        if !page.takes().contains(&what) || !own {
            return Ok(Outcome::lacks("office-no-act", tongue));
        }
        let Ok(seen) = fields.get("seen").parse() else {
            return Ok(Outcome::lacks("office-no-event", tongue));
        };
        if let Err(long) = act::too_long(fields) {
            return Ok(Outcome::lacks(long, tongue));
        }
        if what.starts_with("number-") {
            // It may admit first, which others may, too.
            self.who.may(Act::Number, Some(self.id))?;
        }
        match what {
            "number-one" => number::one(self, fields, seen).await,
            "number-all" => number::all(self, fields, seen).await,
            "translate" | "revise" => worded::sent(self, fields, seen).await,
            _ => match act::event(fields) {
                Ok(event) => Ok(self.outcome(self.record(event, seen).await?)),
                Err(lacks) => Ok(Outcome::lacks(lacks, tongue)),
            },
        }
    }

    fn answer(&self, page: &Page, status: StatusCode, fields: &Fields, shown: &Shown) -> Response {
        let tongue = self.who.tongue;
        // What others have recorded meanwhile is shown with it.
        let held = self.who.server().site.get(&self.slug);
        let held = held.unwrap_or_else(|| Arc::clone(&self.held));
        let may = |act: Act| self.who.can(act, Some(self.id));
        let (roles, course) = (self.who.roles().unwrap_or_default(), &held.sitting.course);
        let view = View {
            held: &held,
            tongue,
            page,
            fields,
            wrong: &shown.wrong,
            done: &shown.done,
            judged: shown.judged.as_deref(),
            may: &may,
            committees: permission::committees(roles, Act::TakePosition, self.id, course),
            name: self.who.account().map_or("", |account| account.name.as_str()),
        };
        let title = format!("{} – {}", tongue.say(page.name()), held.reference());
        let path = format!("/desk/office/{}{}", self.slug, page.end());
        self.who.page_of(&held, status, &title, &path, &pages::page(&view))
    }
}

/// What a page tells beside what it shows.
#[derive(Default)]
struct Shown {
    wrong: String,
    done: String,
    judged: Option<Box<Judged>>,
}

async fn shown(
    who: Who,
    page: Page,
    slug: String,
    asked: Vec<(String, String)>,
) -> Result<Response, Refused> {
    let work = Work::of(who, slug, &page)?;
    let asked = Fields(asked);
    let done = asked.get("done").parse().ok();
    let done = done.and_then(|seq| told::one(&work.held, seq, work.who.tongue));
    let done = done.map(|told| told.sentence).unwrap_or_default();
    Ok(work.answer(&page, StatusCode::OK, &asked, &Shown { done, ..Shown::default() }))
}

async fn sent(who: Who, page: Page, slug: String, fields: Fields) -> Result<Response, Refused> {
    let work = Work::of(who, slug, &page)?;
    let (status, shown) = match work.carry_out(&page, &fields).await? {
        Outcome::Done(seq) => {
            // A new wording is looked at where everything else about the amendment stands.
            let next = match &page {
                Page::Translate(_) if work.who.can(Act::SeeInbox, Some(work.id)) => {
                    Page::Translations
                }
                Page::Revise(id) => Page::Amendment(id.clone()),
                page => page.clone(),
            };
            let path = format!("/desk/office/{}{}?done={seq}", work.slug, next.end());
            return Ok(on_to(&work.who.address(&path)));
        }
        Outcome::Not(status, wrong) => (status, Shown { wrong, ..Shown::default() }),
        Outcome::Doubted(status, wrong, judged) => {
            (status, Shown { wrong, judged: Some(judged), ..Shown::default() })
        }
    };
    Ok(work.answer(&page, status, &fields, &shown))
}

type Asked = Query<Vec<(String, String)>>;
type Sending = Sent<Vec<(String, String)>>;

/// The page of this kind of the dossier in the address.
fn of(page: Page) -> MethodRouter<Server> {
    let (one, other) = (page.clone(), page);
    get(move |who: Who, Path((_, slug)): Path<(String, String)>, Query(asked): Asked| {
        shown(who, one.clone(), slug, asked)
    })
    .post(move |who: Who, Path((_, slug)): Path<(String, String)>, Sent(fields): Sending| {
        sent(who, other.clone(), slug, Fields(fields))
    })
}

/// The page of this kind of the amendment in the address.
fn about(page: fn(Id) -> Page) -> MethodRouter<Server> {
    type Of = Path<(String, String, String)>;
    get(move |who: Who, Path((_, slug, id)): Of, Query(asked): Asked| {
        shown(who, page(Id(id)), slug, asked)
    })
    .post(move |who: Who, Path((_, slug, id)): Of, Sent(fields): Sending| {
        sent(who, page(Id(id)), slug, Fields(fields))
    })
}

pub(super) fn router() -> Router<Server> {
    let mut router = Router::new();
    for page in Page::LISTED {
        let path = format!("/{{tongue}}/desk/office/{{slug}}{}", page.end());
        router = router.route(&path, of(page));
    }
    router
        .route("/{tongue}/desk/office/{slug}/amendments/{*id}", about(Page::Amendment))
        .route("/{tongue}/desk/office/{slug}/translate/{*id}", about(Page::Translate))
        .route("/{tongue}/desk/office/{slug}/revise/{*id}", about(Page::Revise))
}
