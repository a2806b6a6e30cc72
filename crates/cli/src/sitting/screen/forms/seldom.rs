//! What is recorded seldom: a committee's position, an order by hand, a roll call, a division, a bloc, and where an
//! amendment stands in a revised draft.

use super::super::form::Field;
use super::super::keys::Command;
use super::super::lay::{Look, Para};
use super::super::model::Model;
use super::super::pane;
use super::{Form, Kind, Said, figures, title};
use engine::words::{Args, say};
use instruction::style::version_name;
use procedure::event::{Ballot, Count, Event, Id, Piece, Ruling, Vote, Wording};
use procedure::rules::{Majority, Method, Position, RollCall, Shown};
use procedure::state::{Needed, Record, carried};
use text::Lang;

/// What is put to the vote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// What is on the floor.
    Amendment(usize),
    /// A text as a whole.
    Text(usize),
}

/// What of this is filled in.
#[derive(Debug)]
pub enum Seldom {
    /// A committee takes one of these positions on an amendment.
    Position(usize, Vec<Position>),
    /// An amendment is called before another, or last.
    Order(usize),
    /// One of these is put to the vote by name.
    Roll(Vec<Question>),
    /// An amendment is put in pieces, with their wordings in these languages.
    Split(usize, Vec<Lang>),
    /// Several are put in one vote, by one of these methods.
    Bloc(Vec<Method>),
    /// An amendment is settled in the revised draft.
    Settle(usize),
}

/// The form of a command; none where the command is no such one.
///
/// # Errors
/// What to say where there is nothing to fill in.
pub fn form(command: Command, model: &Model<'_>) -> Option<Result<Form, Said>> {
    let alarm = |id: &str| vec![Para::of(Look::Alarm, model.say(id))];
    let current = || model.current().ok_or_else(|| alarm("sitting-none-open"));
    let one = |at: usize, id: &str, seldom: Seldom| {
        Form::new(title(model, at, id)).of(Kind::Seldom(seldom))
    };
    let words = |id: &str| Field::words(model.say(id), "");
    let ruling = || {
        let decides =
            Field::words(model.say("screen-field-decides"), model.say("screen-president"));
        [decides, words("screen-field-reason")]
    };
    Some(match command {
        Command::Position => current().map(|at| {
            let positions = model.held.rules.committee.positions.value.clone();
            let names = positions.iter().map(|position| position.words(model.lang)).collect();
            let committee = committee(model).unwrap_or_default();
            let fields = vec![
                Field::choice(model.say("screen-field-position"), names),
                Field::words(model.say("screen-field-committee"), committee),
            ];
            Form { fields, ..one(at, "screen-form-position", Seldom::Position(at, positions)) }
        }),
        Command::Order => current().map(|at| {
            let [decides, reason] = ruling();
            let fields = vec![words("screen-field-before"), decides, reason];
            Form { fields, ..one(at, "screen-form-order", Seldom::Order(at)) }
        }),
        Command::Roll => roll(model).ok_or_else(|| alarm("screen-no-roll-call")),
        Command::Split => model.floor().ok_or_else(|| alarm("sitting-floor-empty")).map(|at| {
            let versions = model.held.state.dossier.versions.iter();
            let langs: Vec<Lang> = versions.map(|version| version.lang).collect();
            let fields = langs.iter().map(|lang| {
                let language = version_name(*lang, model.lang).unwrap_or(lang.tag());
                let said = Args::new().text("language", language);
                Field::wording(say(model.lang, "screen-field-pieces", &said))
            });
            let fields = fields.collect();
            let above = vec![Para::of(Look::Faint, model.say("screen-pieces"))];
            Form { fields, above, ..one(at, "screen-form-split", Seldom::Split(at, langs)) }
        }),
        Command::Bloc => {
            let (methods, mut fields) = figures(model);
            fields.insert(0, words("screen-field-amendments"));
            let form = Form::new(model.say("screen-form-bloc"));
            Ok(Form { fields, ..form.of(Kind::Seldom(Seldom::Bloc(methods))) })
        }
        Command::Settle => settle(model, ruling()).ok_or_else(|| alarm("screen-none-displaced")),
        _ => return None,
    })
}

/// The committee that most likely takes a position: the one that is seized, or that took the last.
fn committee(model: &Model<'_>) -> Option<String> {
    let course = &model.held.course;
    let seized = course.seized.keys().next();
    let records = course.amendments.iter().rev();
    let last = || records.flat_map(|record| &record.positions).map(|(name, _)| name).next();
    seized.or_else(last).cloned()
}

/// A vote by name on what the rules have so put; none where there is nothing.
fn roll(model: &Model<'_>) -> Option<Form> {
    let (course, votes) = (&model.held.course, &model.held.rules.votes);
    let allowed = votes.roll_call.value;
    let mut all: Vec<Question> = Vec::new();
    if allowed == RollCall::AnyVote {
        all.extend(model.floor().map(Question::Amendment));
    }
    if allowed != RollCall::Never {
        let texts = course.texts.iter().enumerate().filter(|(_, text)| text.outcome.is_none());
        all.extend(texts.map(|(part, _)| Question::Text(part)));
    }
    if all.is_empty() || !votes.methods.value.contains(&Method::RollCall) {
        return None;
    }
    let names = all.iter().map(|question| match question {
        Question::Amendment(at) => pane::name(model, *at, true),
        Question::Text(part) => model.telling().text(*part),
    });
    let mut fields = vec![Field::choice(model.say("screen-field-on"), names.collect())];
    let sides = ["screen-field-for", "screen-field-against", "screen-field-abstentions"];
    fields.extend(sides.map(|id| Field::wording(model.say(id))));
    // What was declared is asked where it does not follow.
    fields.extend(figures(model).1.pop());
    let above = vec![Para::of(Look::Faint, model.say("screen-roll"))];
    let form = Form::new(model.say("screen-form-roll")).of(Kind::Seldom(Seldom::Roll(all)));
    Some(Form { fields, above, ..form })
}

/// Where the amendment that is shown, or else the first that is displaced, stands in the revised draft.
fn settle(model: &Model<'_>, ruling: [Field; 2]) -> Option<Form> {
    let course = &model.held.course;
    let is_displaced = |record: &Record| record.displaced && record.decision().is_none();
    let shown = model.shown.filter(|at| course.record(*at).is_some_and(is_displaced));
    let at = shown.or_else(|| course.amendments.iter().position(is_displaced))?;
    let mut options = vec![model.say("screen-as-it-is")];
    if course.record(at).is_some_and(|record| !record.proposed.is_empty()) {
        options.insert(0, model.say("screen-as-proposed"));
    }
    let [decides, reason] = ruling;
    let fields = vec![Field::choice(model.say("screen-field-carried"), options), decides, reason];
    let form = Form::new(title(model, at, "screen-form-settle"));
    let above = vec![Para::of(Look::Faint, model.say("screen-settle"))];
    Some(Form { fields, above, ..form.of(Kind::Seldom(Seldom::Settle(at))) })
}

/// The event as filled in; or what is wanting, as a message.
///
/// # Errors
/// What is wanting.
pub fn event(
    seldom: &Seldom,
    form: &Form,
    model: &Model<'_>,
    says: &mut Said,
) -> Result<Event, &'static str> {
    let course = &model.held.course;
    let id = |at: usize| -> Result<Id, &'static str> {
        let record = course.record(at);
        record.map(|record| record.id.clone()).ok_or("screen-want-amendment")
    };
    let text = |field: usize| form.fields.get(field).map_or("", Field::text);
    let chosen = |field: usize| form.fields.get(field).map_or(0, Field::chosen);
    let ruling = |field: usize| match (text(field), text(field + 1)) {
        (by, reason) if by.is_empty() || reason.is_empty() => Err("screen-want-reason"),
        (by, reason) => Ok(Ruling { by: by.to_owned(), reason: reason.to_owned(), capacity: None }),
    };
    let cited = |cited: &str| model.held.cited(cited).ok_or("screen-want-numbers");
    Ok(match seldom {
        Seldom::Position(at, positions) => {
            let position = *positions.get(chosen(0)).ok_or("screen-want-name")?;
            let committee = match text(1) {
                "" => return Err("screen-want-name"),
                committee => committee.to_owned(),
            };
            Event::CommitteePosition { amendment: id(*at)?, committee, position, count: None }
        }
        Seldom::Order(at) => {
            let before = match text(0) {
                "" => None,
                number => Some(id(cited(number)?)?),
            };
            Event::Ordered { amendment: id(*at)?, before, ruling: ruling(1)? }
        }
        Seldom::Roll(questions) => {
            let question = *questions.get(chosen(0)).ok_or("screen-want-amendment")?;
            let needed = match question {
                Question::Amendment(_) => Needed::for_an_amendment(model.held.rules),
                Question::Text(part) => {
                    let kind = course.texts.get(part).ok_or("screen-want-amendment")?.kind;
                    Needed::for_a_text(kind, model.held.rules)
                }
            };
            let vote = by_name(form, needed.majority, model, says)?;
            match question {
                Question::Amendment(at) => Event::Voted { amendments: vec![id(at)?], vote },
                Question::Text(part) => Event::TextVoted { part, vote },
            }
        }
        Seldom::Split(at, langs) => {
            let amendment = id(*at)?;
            Event::Split { into: pieces(form, &amendment, langs)?, amendment }
        }
        Seldom::Bloc(methods) => {
            let numbers = text(0).split([',', ' ', ';']).filter(|cited| !cited.is_empty());
            let all: Vec<usize> = numbers.map(cited).collect::<Result<_, _>>()?;
            if all.len() < 2 {
                return Err("screen-want-several");
            }
            let needed = Needed::for_an_amendment(model.held.rules).majority;
            let vote = super::filled::vote(&form.fields[1..], methods, needed, model, says)?;
            Event::Voted { amendments: all.into_iter().map(id).collect::<Result<_, _>>()?, vote }
        }
        Seldom::Settle(at) => {
            let record = course.record(*at).ok_or("screen-want-amendment")?;
            // The proposal comes first where there is one.
            let proposed = if chosen(0) == 0 { record.proposed.clone() } else { Vec::new() };
            Event::CarriedOver { amendment: id(*at)?, texts: proposed, ruling: ruling(1)? }
        }
    })
}

/// The vote by the names that are filled in, with what it comes to.
fn by_name(
    form: &Form,
    needed: Majority,
    model: &Model<'_>,
    says: &mut Said,
) -> Result<Vote, &'static str> {
    let sides = [(1, Ballot::For), (2, Ballot::Against), (3, Ballot::Abstention)];
    let mut roll: Vec<(String, Ballot)> = Vec::new();
    let mut sums = [0_u32; 3];
    for ((field, ballot), sum) in sides.into_iter().zip(&mut sums) {
        let names = form.fields.get(field).map_or("", Field::text);
        let names = names.split(['\n', ',', ';']).map(str::trim).filter(|name| !name.is_empty());
        for name in names {
            roll.push((name.to_owned(), ballot));
            *sum += 1;
        }
    }
    if roll.is_empty() {
        return Err("screen-want-names");
    }
    let [in_favour, against, abstentions] = sums;
    let count = Count { in_favour, against, abstentions, roll };
    says.push(Para::of(Look::Plain, model.telling().count(&count)));
    let follows = carried(&count, needed, model.held.rules);
    let declared = match form.fields.get(4).map_or(0, Field::chosen) {
        1 => Some(true),
        2 => Some(false),
        _ => None,
    };
    let adopted = declared.or(follows).ok_or("screen-want-declared")?;
    Ok(Vote { method: Method::RollCall, count: Some(count), adopted })
}

/// The pieces, a line each, the lines of one language beside those of the others.
fn pieces(form: &Form, whole: &Id, langs: &[Lang]) -> Result<Vec<Piece>, &'static str> {
    let lines = |field: &Field| -> Vec<String> {
        let lines = field.text().lines().map(str::trim).filter(|line| !line.is_empty());
        lines.map(str::to_owned).collect()
    };
    let filled = langs.iter().zip(&form.fields).map(|(lang, field)| (lang, lines(field)));
    let filled: Vec<_> = filled.filter(|(_, lines)| !lines.is_empty()).collect();
    let count = filled.first().map_or(0, |(_, lines)| lines.len());
    if count < 2 || filled.iter().any(|(_, lines)| lines.len() != count) {
        return Err("screen-want-pieces");
    }
    let piece = |at: usize| Piece {
        id: Id(format!("{whole}.{}", at + 1)),
        texts: filled
            .iter()
            .map(|(lang, lines)| Wording {
                lang: lang.tag().to_owned(),
                wording: lines[at].clone(),
                note: String::new(),
            })
            .collect(),
    };
    Ok((0..count).map(piece).collect())
}
