//! The event that a form makes as it is filled in, and what is said of it before it is confirmed.

use super::super::form::Field;
use super::super::lay::{Look, Para};
use super::super::model::Model;
use super::super::pane;
use super::{Form, Kind, Said, To};
use engine::sitting::Refused;
use engine::words::{Args, Message, say};
use procedure::event::{Count, Event, Ruling, Seq, Vote, Wording};
use procedure::rules::{Majority, Method, Shown};
use procedure::state::{Needed, Stage, carried};
use text::Lang;

/// Works out what the form would record and what to say of it.
pub fn rework(form: &mut Form, model: &Model<'_>) {
    let mut says = Vec::new();
    if let Kind::Oral(to, langs) = &form.kind {
        says.extend(read_at_once(form, to, langs, model));
    }
    form.step = None;
    match event(form, model, &mut says) {
        Err(wanting) => says.push(Para::of(Look::Faint, model.say(wanting))),
        Ok(event) => match model.step(event) {
            Ok(step) => {
                let telling = model.telling();
                let mut lines = vec![telling.event(&step.entry.event)];
                // A wording has been shown above.
                if !matches!(form.kind, Kind::Oral(..)) {
                    lines.extend(telling.details(&step.entry));
                }
                let look = |at| if at == 0 { Look::Plain } else { Look::Strong };
                let lines = lines.into_iter().enumerate();
                says.extend(lines.map(|(at, line)| Para::of(look(at), line).hanging(2)));
                form.step = Some(step);
            }
            Err(refused) => says.extend(refusal(&refused, model.lang)),
        },
    }
    form.says = says;
}

/// A refusal with its remedy and the rule behind it.
fn refusal(refused: &Refused, lang: Lang) -> Vec<Para> {
    let Refused { code, message: Message { text, remedy, notes } } = refused;
    let mut said = vec![Para::of(Look::Alarm, format!("{code}: {text}")).hanging(2)];
    if !remedy.is_empty() {
        said.push(Para::named(
            &format!("{}:", say(lang, "help", &Args::new())),
            remedy,
            Look::Plain,
        ));
    }
    let note = format!("{}:", say(lang, "note", &Args::new()));
    said.extend(notes.iter().map(|words| Para::named(&note, words, Look::Faint)));
    said
}

/// The event as filled in; or what is wanting, as a message.
fn event(form: &Form, model: &Model<'_>, says: &mut Said) -> Result<Event, &'static str> {
    let course = &model.held.course;
    let id = |at: &usize| {
        let record = course.record(*at);
        record.map(|record| record.id.clone()).ok_or("screen-want-amendment")
    };
    let text = |field: usize| form.fields.get(field).map_or("", Field::text);
    let chosen = |field: usize| form.fields.get(field).map_or(0, Field::chosen);
    let name = |field: usize| match text(field) {
        "" => Err("screen-want-name"),
        name => Ok(name.to_owned()),
    };
    let ruling = |field: usize| match (text(field), text(field + 1)) {
        (by, reason) if by.is_empty() || reason.is_empty() => Err("screen-want-reason"),
        (by, reason) => Ok(Ruling { by: by.to_owned(), reason: reason.to_owned(), capacity: None }),
    };
    let seq = |events: &[Seq]| events.get(chosen(0)).copied().ok_or("screen-want-event");
    Ok(match &form.kind {
        Kind::Log => model.opening(),
        Kind::Begin => Event::SittingOpened { name: name(0)? },
        Kind::End => Event::SittingClosed {},
        Kind::Call(at) => {
            let next = model.page.upcoming.first();
            if let Some(next) = next.filter(|next| *next != at) {
                let said = Args::new().text("next", pane::name(model, *next, true));
                let warning = say(model.lang, "screen-out-of-turn", &said);
                says.push(Para::of(Look::Alarm, warning));
            }
            Event::Called { amendment: id(at)? }
        }
        Kind::Move(at) => {
            let record = course.record(*at).ok_or("screen-want-amendment")?;
            let typed = name(0)?;
            let numbered = typed.parse::<usize>().ok().and_then(|at| at.checked_sub(1));
            let signed = match numbered {
                Some(at) => Some(record.signed.get(at).ok_or("screen-want-signatory")?),
                None => {
                    let lower = typed.to_lowercase();
                    record.signed.iter().find(|name| name.to_lowercase() == lower)
                }
            };
            // A committee has no signatories: whoever speaks for it moves what it tabled.
            let taken_over = signed.is_none() && !record.committee;
            let by = signed.cloned().unwrap_or(typed);
            Event::Moved { amendment: id(at)?, by, taken_over }
        }
        Kind::NotMoved(at) => Event::NotMoved { amendment: id(at)? },
        Kind::Speak(at, speakers) => {
            let speaker = *speakers.get(chosen(0)).ok_or("screen-want-name")?;
            Event::Spoke { amendment: id(at)?, by: name(1)?, speaker }
        }
        Kind::Vote(at, methods) => {
            let needed = Needed::for_an_amendment(model.held.rules).majority;
            let vote = vote(&form.fields, methods, needed, model, says)?;
            Event::Voted { amendments: vec![id(at)?], vote }
        }
        Kind::Withdraw(at) => Event::Withdrawn { amendment: id(at)?, by: name(0)? },
        Kind::Propose => {
            let cited = text(1).split([',', ' ', ';']).filter(|cited| !cited.is_empty());
            let all = cited.map(|cited| model.held.cited(cited).ok_or("screen-want-numbers"));
            let all: Vec<usize> = all.collect::<Result<_, _>>()?;
            if all.is_empty() {
                return Err("screen-want-numbers");
            }
            let amendments = all.iter().map(id).collect::<Result<_, _>>()?;
            Event::Proposed { amendments, adopted: chosen(0) == 0 }
        }
        Kind::Object(at) => {
            let count = form.fields[0].number().ok_or("screen-want-number")?;
            let amendment = id(at)?;
            match course.record(*at).map(|record| &record.stage) {
                Some(Stage::Offered { .. }) => Event::OralObjected { amendment, count },
                _ => Event::Objected { amendment, count },
            }
        }
        Kind::Declare(at) => {
            let amendment = id(at)?;
            match course.record(*at).map(|record| &record.stage) {
                Some(Stage::Offered { .. }) => Event::OralAdmitted { amendment },
                _ => Event::DeclaredDecided { amendment },
            }
        }
        Kind::Oral(to, langs) => {
            let texts = wordings(form, langs);
            if texts.is_empty() {
                return Err("screen-want-wording");
            }
            let to = to.get(chosen(0)).copied().ok_or("screen-want-amendment")?;
            let (parent, part) = match to {
                To::Text(part) => (None, Some(part)),
                To::Amendment(at) => (Some(id(&at)?), course.record(at).and_then(|one| one.part)),
            };
            Event::OralOffered {
                amendment: model.held.course.oral_id(),
                parent,
                part,
                by: name(1)?,
                texts,
            }
        }
        Kind::Text(parts, methods) => {
            let part = *parts.get(chosen(0)).ok_or("screen-want-amendment")?;
            let kind = course.texts.get(part).ok_or("screen-want-amendment")?.kind;
            let needed = Needed::for_a_text(kind, model.held.rules).majority;
            let vote = vote(&form.fields[1..], methods, needed, model, says)?;
            Event::TextVoted { part, vote }
        }
        Kind::Annul(events) => Event::Annulled { event: seq(events)?, ruling: ruling(1)? },
        Kind::Correct(events) => {
            let figures = [1, 2, 3].map(|field| form.fields[field].number());
            let [Some(in_favour), Some(against), abstentions] = figures else {
                return Err("screen-want-figures");
            };
            let event = seq(events)?;
            let roll = course.count_of(event).map(|count| count.roll.clone()).unwrap_or_default();
            let abstentions = abstentions.unwrap_or(0);
            let count = Count { in_favour, against, abstentions, roll };
            Event::Corrected { event, count, ruling: ruling(4)? }
        }
        Kind::Seldom(seldom) => super::seldom::event(seldom, form, model, says)?,
        Kind::Rule(events) => {
            let (event, ruling) = (seq(events)?, ruling(2)?);
            match chosen(1) {
                0 => Event::Upheld { event, ruling },
                _ => Event::Annulled { event, ruling },
            }
        }
    })
}

/// The vote as filled in, with what it comes to under the rules.
///
/// # Errors
/// What is wanting.
pub(super) fn vote(
    fields: &[Field],
    methods: &[Method],
    needed: Majority,
    model: &Model<'_>,
    says: &mut Said,
) -> Result<Vote, &'static str> {
    let rules = model.held.rules;
    let [in_favour, against, abstentions, method, declared, ..] = fields else {
        return Err("screen-want-figures");
    };
    let count = match (in_favour.number(), against.number(), abstentions.number()) {
        (Some(in_favour), Some(against), abstentions) => Some(Count {
            in_favour,
            against,
            abstentions: abstentions.unwrap_or(0),
            roll: Vec::new(),
        }),
        (None, None, None) => None,
        _ => return Err("screen-want-figures"),
    };
    let follows = count.as_ref().map(|count| carried(count, needed, rules));
    if let Some(follows) = follows {
        let (how, look) = match follows {
            Some(true) => ("yes", Look::Strong),
            Some(false) => ("no", Look::Strong),
            None => ("open", Look::Alarm),
        };
        let said = Args::new().text("how", how).text("majority", needed.words(model.lang));
        says.push(Para::of(look, say(model.lang, "screen-carries", &said)));
    }
    let declared = match declared.chosen() {
        1 => Some(true),
        2 => Some(false),
        _ => None,
    };
    let adopted = declared.or(follows.flatten()).ok_or(match count {
        Some(_) => "screen-want-declared",
        None => "screen-want-figures",
    })?;
    let method = methods.get(method.chosen()).copied().ok_or("screen-want-figures")?;
    Ok(Vote { method, count, adopted })
}

/// The wordings of an oral amendment that are filled in.
fn wordings(form: &Form, langs: &[Lang]) -> Vec<Wording> {
    let fields = form.fields.get(2..).unwrap_or_default();
    let filled = langs.iter().zip(fields).filter(|(_, field)| !field.text().is_empty());
    let wording = |(lang, field): (&Lang, &Field)| Wording {
        lang: lang.tag().to_owned(),
        wording: field.text().to_owned(),
        note: String::new(),
    };
    filled.map(wording).collect()
}

/// How the wording that is being typed is read, and how the text would read with it.
fn read_at_once(form: &Form, to: &[To], langs: &[Lang], model: &Model<'_>) -> Said {
    let texts = wordings(form, langs);
    let Some(to) = to.get(form.fields[0].chosen()).filter(|_| !texts.is_empty()) else {
        return Vec::new();
    };
    let parent = match to {
        To::Amendment(at) => Some(*at),
        To::Text(_) => None,
    };
    pane::read_alone(model, &model.held.course.oral_id(), parent, &texts)
}
