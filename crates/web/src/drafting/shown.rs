//! What a draft comes to: its wording, what it changes, what it meets, and what the rules say of it.
//!
//! The draft is put into the dossier as if it were being handed in, in its own language alone, with the published amendments near
//! it, and everything is read off the dossier so worked out. The page and the piece that a script fetches are made of the same value.

use super::content::{Content, What};
use super::near;
use crate::{Held, Tongue};
use engine::report::concerns;
use engine::state::Finding;
use engine::wording::{self, Refusal};
use engine::words::{self, Args, Message};
use merge::Relation;
use procedure::event::{Event, Id, Time, Wording};
use procedure::sentence::Telling;
use procedure::state::{Refusal as Forbidden, State as Course};
use text::Lang;

/// What a draft comes to.
#[derive(Debug)]
pub struct Shown {
    /// In its own language first.
    pub wordings: Vec<Worded>,
    /// Why there is none; then all else is empty.
    pub refused: Option<Message>,
    /// The dossier with the draft in it, in its language, and where it stands in the course.
    pub trial: Option<(Held, usize)>,
    /// How it is read, operation by operation: "replaces the last sentence of paragraph 2".
    pub reads: Vec<String>,
    /// What was found about it.
    pub findings: Vec<Found>,
    /// Those that everybody may read and that it has to do with.
    pub meets: Vec<Met>,
    /// What the rules would say if it were tabled now.
    pub rules: Vec<Message>,
}

/// The wording in one language.
#[derive(Debug)]
pub struct Worded {
    /// The language.
    pub lang: Lang,
    /// What it says.
    pub wording: String,
    /// Whether nothing in it is left to be translated.
    pub complete: bool,
}

/// Something found about the draft.
#[derive(Debug)]
pub struct Found {
    /// Its stable code.
    pub code: &'static str,
    /// How much it weighs: "error", "warning", "note".
    pub severity: &'static str,
    /// In words.
    pub message: Message,
    /// Where in the wording, in bytes; none where nowhere.
    pub at: Option<(usize, usize)>,
}

/// An amendment that the draft has to do with.
#[derive(Debug)]
pub struct Met {
    /// By position in the course.
    pub at: usize,
    /// How the draft stands to it.
    pub relation: Relation,
    /// Why.
    pub reason: String,
}

/// What whoever tables it would bring.
#[derive(Clone, Debug, Default)]
pub struct Tabling<'a> {
    /// Who acts.
    pub actor: &'a str,
    /// Who has signed, the mover first.
    pub signed: &'a [String],
    /// The committee for which it is tabled; none where members sign.
    pub committee: Option<&'a str>,
}

impl Shown {
    /// Works a draft out.
    pub fn of(
        held: &Held,
        content: &Content,
        tabling: &Tabling<'_>,
        now: &Time,
        tongue: Tongue,
    ) -> Self {
        match content.wording(held) {
            Ok(wording) => Self::worded(held, content, wording, tabling, now, tongue),
            Err(refusal) => Self::without(Some(told(&refusal, content.what, tongue))),
        }
    }

    fn without(refused: Option<Message>) -> Self {
        let (wordings, reads, findings) = (Vec::new(), Vec::new(), Vec::new());
        let (meets, rules) = (Vec::new(), Vec::new());
        Self { wordings, refused, trial: None, reads, findings, meets, rules }
    }

    fn worded(
        held: &Held,
        content: &Content,
        wording: String,
        tabling: &Tabling<'_>,
        now: &Time,
        tongue: Tongue,
    ) -> Self {
        let Some(lang) = content.language(held) else { return Self::without(None) };
        let own = Wording { lang: lang.tag().to_owned(), wording, note: content.note.clone() };
        let id = Id(tongue.say("drafting-id"));
        let mut drafted = drafted(content, id, vec![own.clone()]);
        let Some(mut trial) = near::trial(held, &drafted, lang, tabling.actor, now) else {
            return Self::without(None);
        };
        if let Some(parent) = near::said_parent(&trial, held)
            && let Event::Drafted { parent: named, part, .. } = &mut drafted
            && named.is_none()
        {
            (*named, *part) = (Some(parent), None);
            trial = near::trial(held, &drafted, lang, tabling.actor, now).unwrap_or(trial);
        }
        let at = trial.sitting.course.amendments.len() - 1;
        let rules = forbidden(held, &drafted, tabling, now, tongue);
        let mut shown = Self::without(None);
        shown.wordings.push(Worded { lang, wording: own.wording, complete: true });
        shown.wordings.extend(in_other_languages(held, &trial, at, content, lang));
        shown.reads = reads(&trial, at, tongue);
        shown.findings = found(&trial, at, tongue);
        shown.meets = meets(held, &trial, at, tongue);
        shown.rules = rules;
        shown.trial = Some((trial, at));
        shown
    }

    /// What is handed in: the wordings that are complete, with the note in the language of the draft.
    pub fn texts(&self, content: &Content) -> Vec<Wording> {
        let own = self.wordings.first().map(|worded| worded.lang);
        let complete = self.wordings.iter().filter(|worded| worded.complete);
        let text = |worded: &Worded| Wording {
            lang: worded.lang.tag().to_owned(),
            wording: worded.wording.clone(),
            note: if Some(worded.lang) == own {
                content.note.trim().to_owned()
            } else {
                String::new()
            },
        };
        complete.map(text).collect()
    }

    /// The event by which it is drafted in the log, under this name.
    pub fn drafted(&self, content: &Content, id: Id) -> Event {
        let parent = self.trial.as_ref().and_then(|(trial, at)| {
            let record = trial.sitting.course.record(*at)?;
            Some(trial.sitting.course.record(record.parent?)?.id.0.clone())
        });
        let content = Content { parent: parent.unwrap_or_default(), ..content.clone() };
        drafted(&content, id, self.texts(&content))
    }

    /// Whether its wording is understood and has its place.
    pub fn is_executable(&self) -> bool {
        self.trial.as_ref().is_some_and(|(trial, at)| {
            engine::report::executable(&trial.sitting.state, trial.sitting.place(*at))
        })
    }
}

fn drafted(content: &Content, amendment: Id, texts: Vec<Wording>) -> Event {
    let parent = (!content.parent.is_empty()).then(|| Id(content.parent.clone()));
    let part = parent.is_none().then(|| usize::try_from(content.part).ok()).flatten();
    Event::Drafted { amendment, parent, part, texts }
}

/// The frame of the wording in the other languages of the dossier.
fn in_other_languages(
    held: &Held,
    trial: &Held,
    at: usize,
    content: &Content,
    lang: Lang,
) -> Vec<Worded> {
    let state = &held.sitting.state;
    let others = state.dossier.versions.iter().map(|version| version.lang);
    let others: Vec<Lang> = others.filter(|other| *other != lang).collect();
    let worked = trial.sitting.state.worked.get(trial.sitting.place(at));
    let read = worked.and_then(|texts| texts.first()?.written.as_ref());
    let Some(read) = read else { return Vec::new() };
    let placed = trial.sitting.state.placed(trial.sitting.place(at), lang);
    let part = placed.and_then(|placed| Some(placed.operations.first()?.at().part));
    let made = wording::worded(state, part.unwrap_or(content.part), read, lang, &others);
    let complete = |of: Lang| !made.untranslated.contains(&of) && !made.uncounted.contains(&of);
    let worded = |(lang, wording): &(Lang, String)| Worded {
        lang: *lang,
        wording: wording.clone(),
        complete: complete(*lang),
    };
    made.wordings.iter().map(worded).collect()
}

/// What each operation does, in words.
fn reads(trial: &Held, at: usize, tongue: Tongue) -> Vec<String> {
    let (state, place) = (&trial.sitting.state, trial.sitting.place(at));
    let Some((worked, version)) = words::shown(state, place, tongue.lang()) else {
        return Vec::new();
    };
    match (&worked.placed, &worked.written) {
        (Some(placed), _) => {
            let of = |one| words::action(one, version, None, tongue.lang());
            placed.operations.iter().map(of).collect()
        }
        (None, Some(written)) => {
            let of = |one| match words::cited(one, version) {
                Some(cited) => format!("{}, {cited}", words::operation(one, tongue.lang())),
                None => words::operation(one, tongue.lang()),
            };
            written.operations.iter().map(of).collect()
        }
        (None, None) => Vec::new(),
    }
}

/// What was found about the draft, the gravest first.
fn found(trial: &Held, at: usize, tongue: Tongue) -> Vec<Found> {
    let (state, place) = (&trial.sitting.state, trial.sitting.place(at));
    let own = state.findings.iter().filter(|finding| concerns(finding, place, state));
    // What else is found is about other amendments, of which some are not published, and for the clerk.
    let own = own.filter(|finding| {
        matches!(
            finding,
            Finding::Wording { .. }
                | Finding::NoteTooLong { .. }
                | Finding::ParentNotFound { .. }
                | Finding::TooDeep { .. }
        )
    });
    let mut own: Vec<&Finding> = own.collect();
    own.sort_by_key(|finding| std::cmp::Reverse(finding.severity()));
    let found = own.into_iter().map(|finding| {
        let at = match finding {
            Finding::Wording { finding, .. } => {
                let at = finding.at();
                Some((at.start as usize, at.end as usize))
            }
            _ => None,
        };
        let message = words::message(finding, state, tongue.lang());
        Found { code: finding.code(), severity: finding.severity().as_str(), message, at }
    });
    found.collect()
}

/// The amendments that everybody may read, that are open or adopted, and that the draft has to do with.
fn meets(held: &Held, trial: &Held, at: usize, tongue: Tongue) -> Vec<Met> {
    let (sitting, state) = (&trial.sitting, &trial.sitting.state);
    let place = sitting.place(at);
    let others = state.clashes(place).into_iter().filter_map(|other| {
        let of = sitting.record(other)?;
        let record = held.sitting.course.record(of)?;
        let stands =
            record.is_open() || record.decision().is_some_and(|it| it.outcome.is_adopted());
        if !stands || held.listed().address(of).is_none() {
            return None;
        }
        let (related, from) = state.relate(place, other)?;
        let reason = words::reason(&related, from, place, other, state, tongue.lang());
        (related.relation != Relation::Independent).then_some(Met {
            at: of,
            relation: related.relation,
            reason,
        })
    });
    others.collect()
}

/// Why it could not be tabled now, in words.
fn forbidden(
    held: &Held,
    drafted: &Event,
    tabling: &Tabling<'_>,
    now: &Time,
    tongue: Tongue,
) -> Vec<Message> {
    let (mut course, mut head) = (held.sitting.course.clone(), held.head);
    let (rules, mut refused) = (held.sitting.rules, Vec::new());
    let Event::Drafted { amendment, .. } = drafted else { return Vec::new() };
    let mut try_ = |event: Event, course: &mut Course| -> Result<(), Forbidden> {
        let entry = head.next(near::moment(course, now), tabling.actor, event, Vec::new());
        course.check(&entry, rules)?;
        course.take(&entry, rules);
        head.advance(&entry.line());
        Ok(())
    };
    let sign = |by: String| Event::Signed { amendment: amendment.clone(), by };
    let table = || Event::Tabled {
        amendment: amendment.clone(),
        committee: tabling.committee.map(str::to_owned),
        late: None,
    };
    let before = std::iter::once(drafted.clone()).chain(tabling.signed.iter().cloned().map(sign));
    for event in before {
        if let Err(refusal) = try_(event, &mut course) {
            refused.push(refusal);
            return said(&refused, &course, held, tongue);
        }
    }
    let mut outcome = try_(table(), &mut course);
    if let Err(Forbidden::TooFew { needed, .. }) = &outcome {
        // With enough of them the next rule is asked.
        let missing = (*needed as usize).saturating_sub(tabling.signed.len());
        for at in 0..missing {
            let _ = try_(sign(format!("{at}")), &mut course);
        }
        if let Err(refusal) = std::mem::replace(&mut outcome, Ok(())) {
            refused.push(refusal);
        }
        outcome = try_(table(), &mut course);
    }
    refused.extend(outcome.err());
    said(&refused, &course, held, tongue)
}

fn said(refused: &[Forbidden], course: &Course, held: &Held, tongue: Tongue) -> Vec<Message> {
    let telling = Telling { state: course, rules: held.sitting.rules, lang: tongue.lang() };
    refused.iter().map(|refusal| telling.refusal(refusal)).collect()
}

/// Why there is no wording, in words.
fn told(refusal: &Refusal, what: What, tongue: Tongue) -> Message {
    let (id, number) = match refusal {
        Refusal::NoSuchProvision(number) => ("drafting-no-place", number.as_str()),
        Refusal::NoTitle => ("drafting-no-place", ""),
        Refusal::Empty if what == What::Wording => ("drafting-no-wording", ""),
        Refusal::Empty => ("drafting-empty", ""),
        Refusal::Unchanged => ("drafting-unchanged", ""),
        Refusal::SubParagraphs(below) => ("drafting-below", below.as_str()),
        Refusal::NotExpressible if what == What::NewText => ("drafting-new-text", ""),
        Refusal::NotExpressible => ("drafting-inexpressible", ""),
    };
    let args = Args::new().text("number", number);
    let text = tongue.tell(id, &args);
    Message { text, remedy: tongue.tell(&format!("{id}.remedy"), &args), notes: Vec::new() }
}
