//! An oral amendment while the clerk takes it down: how each of its wordings is read, and what it would change.

use super::Happened;
use crate::account::Who;
use crate::drafting::{Content, LONGEST, Shown, Tabling, What};
use crate::pages::Problem;
use crate::site::Refused;
use crate::{Held, Tongue};
use procedure::event::{Event, Time};
use procedure::sentence::Telling;
use std::sync::Arc;
use text::Lang;
use words::Message;

/// An oral amendment as it would be taken down.
#[derive(Debug, Default)]
pub struct Tried {
    /// What the wording in each language comes to.
    pub read: Vec<(Lang, Shown)>,
    /// Why the rules would not let it be offered now.
    pub forbidden: Option<Message>,
}

impl Tried {
    /// What is typed in the form, worked out beside the requests.
    ///
    /// # Errors
    /// That a wording is longer than any that is read, or that it failed.
    pub(super) async fn of(who: &Who, held: &Arc<Held>, form: &Happened) -> Result<Self, Refused> {
        let wordings = form.wordings(held);
        if wordings.iter().any(|one| one.wording.chars().count() > LONGEST) {
            return Err(who.problem(Problem::TooLarge));
        }
        let (held, form, tongue) = (Arc::clone(held), form.clone(), who.tongue);
        let (actor, now) = (who.signed()?.account.name.clone(), who.server().now());
        let work = move || Self::worked(&held, &form, &actor, &now, tongue);
        who.server().site.worked(work).await.map_err(|()| who.problem(Problem::Failed))
    }

    fn worked(held: &Held, form: &Happened, actor: &str, now: &Time, tongue: Tongue) -> Self {
        // Who offers it does not matter to how it is read.
        let Ok(Event::OralOffered { amendment, parent, part, by, texts }) =
            form.oral(held, form.get("by").to_owned())
        else {
            return Self::default();
        };
        let to = Content {
            what: What::Wording,
            part: part.and_then(|part| u32::try_from(part).ok()).unwrap_or_default(),
            parent: parent.as_ref().map(|parent| parent.0.clone()).unwrap_or_default(),
            ..Content::default()
        };
        let tabling = Tabling { actor, ..Tabling::default() };
        let read = texts.iter().filter_map(|text| {
            let (lang, text) = (text.lang.clone(), text.wording.clone());
            let content = Content { lang, text, ..to.clone() };
            let lang = content.language(held)?;
            Some((lang, Shown::of(held, &content, &tabling, now, tongue)))
        });
        let read = read.collect();
        let offered = Event::OralOffered { amendment, parent, part, by, texts };
        let course = &held.sitting.course;
        let moment = course.time.clone().map_or(now.clone(), |last| last.max(now.clone()));
        let entry = held.head.next(moment, actor, offered, Vec::new());
        let telling = Telling { state: course, rules: held.sitting.rules, lang: tongue.lang() };
        let refusal = course.check(&entry, held.sitting.rules).err();
        Self { read, forbidden: refusal.map(|refusal| telling.refusal(&refusal)) }
    }
}
