//! What can be recorded: for each key what must be filled in, the event that it makes, and what is said of it before
//! it is confirmed.
//!
//! Nothing is recorded by one key alone: every form ends at a line that records, and what would be recorded, with all
//! that follows from it, stands there already, or the rule that forbids it.

mod filled;
mod seldom;

pub use filled::rework;

use super::form::{Field, Input};
use super::keys::Command;
use super::lay::{Look, Para};
use super::model::Model;
use super::pane;
use engine::sitting::Step;
use engine::words::{Args, say};
use instruction::style::version_name;
use procedure::event::{Event, Seq};
use procedure::rules::{Method, Shown, Speaker, Term};
use procedure::state::Stage;
use text::Lang;

/// Something to be recorded, as far as it is filled in.
#[derive(Debug)]
pub struct Form {
    /// What.
    pub kind: Kind,
    /// Its title.
    pub title: String,
    /// What to know while filling it in.
    pub above: Vec<Para>,
    /// The fields.
    pub fields: Vec<Field>,
    /// The field that takes the keys; behind the last, the line that records.
    pub focus: usize,
    /// What would be recorded and what would follow, or why it cannot be.
    pub says: Vec<Para>,
    /// What is recorded when it is confirmed; none while it cannot be.
    pub step: Option<Step>,
    /// What was put into a field for the user, who may have changed it since.
    prefilled: String,
}

/// What is to be recorded; amendments by position.
#[derive(Debug)]
pub enum Kind {
    /// The log is opened.
    Log,
    /// A sitting is opened.
    Begin,
    /// It is closed.
    End,
    /// It is called.
    Call(usize),
    /// It is moved.
    Move(usize),
    /// It is not.
    NotMoved(usize),
    /// Somebody speaks, in one of these capacities.
    Speak(usize, Vec<Speaker>),
    /// It is put to the vote, by one of these methods.
    Vote(usize, Vec<Method>),
    /// It is withdrawn.
    Withdraw(usize),
    /// It is proposed to decide without a vote.
    Propose,
    /// Members object.
    Object(usize),
    /// It is declared decided, or taken into consideration.
    Declare(usize),
    /// An oral amendment to one of these is offered.
    Oral(Vec<To>, Vec<Lang>),
    /// One of these texts is put to the vote, by one of these methods.
    Text(Vec<usize>, Vec<Method>),
    /// One of these decisions is annulled.
    Annul(Vec<Seq>),
    /// The figures of one of these votes are put right.
    Correct(Vec<Seq>),
    /// One of these decisions is ruled on.
    Rule(Vec<Seq>),
    /// What is recorded seldom.
    Seldom(seldom::Seldom),
}

/// What an oral amendment is to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum To {
    /// A text.
    Text(usize),
    /// An amendment.
    Amendment(usize),
}

type Said = Vec<Para>;

/// The form of a command as things stand.
///
/// # Errors
/// What to say where there is nothing to fill in.
pub fn form(command: Command, model: &Model<'_>) -> Result<Form, Said> {
    let course = &model.held.course;
    let alarm = |id: &str| vec![Para::of(Look::Alarm, model.say(id))];
    if course.opened.is_none() && command != Command::Open {
        return Err(alarm("screen-no-log"));
    }
    if let Some(form) = seldom::form(command, model) {
        return form.map(|form| at_its_first_field(form, model));
    }
    let floor = || model.floor().ok_or_else(|| alarm("sitting-floor-empty"));
    let current = || model.current().ok_or_else(|| alarm("sitting-none-open"));
    let one = |at: usize, id: &str| Form::new(title(model, at, id));
    Ok(match command {
        Command::Open if course.opened.is_none() => {
            Form::new(model.say("screen-form-log")).of(Kind::Log)
        }
        Command::Open if course.sitting.is_none() => Form {
            fields: vec![Field::words(model.say("screen-field-name"), "")],
            ..Form::new(model.say("screen-form-begin")).of(Kind::Begin)
        },
        Command::Open => Form::new(model.say("screen-form-end")).of(Kind::End),
        Command::Call => {
            let sub = model.page.upcoming.first().copied().filter(|_| model.floor().is_some());
            let at = match model.shown.or(sub) {
                Some(at) => at,
                None => current()?,
            };
            one(at, "screen-form-call").of(Kind::Call(at))
        }
        Command::Move => {
            let at = floor()?;
            let mut form = one(at, "screen-form-move").of(Kind::Move(at));
            form.fields = vec![Field::words(model.say("screen-field-mover"), "")];
            form.above = signatories(model, at);
            form
        }
        Command::NotMoved => {
            let at = floor()?;
            one(at, "screen-form-not-moved").of(Kind::NotMoved(at))
        }
        Command::Speak => {
            let at = floor()?;
            let speakers = pane::may_speak(model, at);
            if speakers.is_empty() {
                return Err(alarm("screen-nobody-speaks"));
            }
            let names = speakers.iter().map(|speaker| speaker.words(model.lang)).collect();
            let mut form = one(at, "screen-form-speak").of(Kind::Speak(at, speakers));
            form.fields = vec![
                Field::choice(model.say("screen-field-speaker"), names),
                Field::words(model.say("screen-field-who"), ""),
            ];
            form
        }
        Command::Vote => {
            let at = floor()?;
            let (methods, fields) = figures(model);
            Form { fields, ..one(at, "screen-form-vote").of(Kind::Vote(at, methods)) }
        }
        Command::Withdraw => {
            let at = current()?;
            let mover = course.record(at).and_then(|record| record.signed.first());
            let mut form = one(at, "screen-form-withdraw").of(Kind::Withdraw(at));
            form.fields = vec![Field::words(
                model.say("screen-field-who"),
                mover.cloned().unwrap_or_default(),
            )];
            form
        }
        Command::Propose => propose(model),
        Command::Object => {
            let at = current()?;
            let mut form = one(at, "screen-form-object").of(Kind::Object(at));
            form.fields = vec![Field::figure(model.say("screen-field-objections"), "")];
            form
        }
        Command::Declare => {
            let at = current()?;
            let stage = course.record(at).map(|record| &record.stage);
            let id = match stage {
                Some(Stage::Offered { .. }) => "screen-form-take",
                _ => "screen-form-declare",
            };
            one(at, id).of(Kind::Declare(at))
        }
        Command::Oral => oral(model)?,
        Command::Text => {
            let open = course.texts.iter().enumerate().filter(|(_, text)| text.outcome.is_none());
            let open: Vec<usize> = open.map(|(at, _)| at).collect();
            if open.is_empty() {
                return Err(alarm("screen-no-text-left"));
            }
            let names = open.iter().map(|part| model.telling().text(*part)).collect();
            let (methods, mut fields) = figures(model);
            fields.insert(0, Field::choice(model.say("screen-field-text"), names));
            let form = Form::new(model.say("screen-form-text")).of(Kind::Text(open, methods));
            Form { fields, ..form }
        }
        Command::Undo => {
            let all: Vec<Seq> = course.decisions().into_iter().rev().collect();
            let form = Form::new(model.say("screen-form-annul"));
            of_events(form, model, all, Kind::Annul)
                .ok_or_else(|| alarm("screen-nothing-decided"))?
        }
        Command::Correct => {
            let counted = |seq: &Seq| course.count_of(*seq).is_some();
            let all: Vec<Seq> = course.decisions().into_iter().rev().filter(counted).collect();
            let form = Form::new(model.say("screen-form-correct"));
            let mut form = of_events(form, model, all, Kind::Correct)
                .ok_or_else(|| alarm("screen-nothing-counted"))?;
            let names = ["screen-field-for", "screen-field-against", "screen-field-abstentions"];
            let figures = names.map(|id| Field::figure(model.say(id), ""));
            form.fields.splice(1..1, figures);
            prefill(&mut form, model);
            form
        }
        Command::Rule => {
            let all = course.for_ruling.clone();
            let form = Form::new(model.say("screen-form-rule"));
            let mut form = of_events(form, model, all, Kind::Rule)
                .ok_or_else(|| alarm("screen-nothing-to-rule"))?;
            let options = vec![model.say("screen-uphold"), model.say("screen-annul")];
            form.fields.insert(1, Field::choice(model.say("screen-field-ruling"), options));
            form
        }
        Command::Position
        | Command::Order
        | Command::Roll
        | Command::Split
        | Command::Bloc
        | Command::Settle
        | Command::Jump
        | Command::Language
        | Command::Help
        | Command::Quit => return Err(Vec::new()),
    })
    .map(|form| at_its_first_field(form, model))
}

/// A form as it is shown first. Where there is nothing to choose, nothing is asked.
fn at_its_first_field(mut form: Form, model: &Model<'_>) -> Form {
    prefill(&mut form, model);
    let asked = |field: &Field| match &field.input {
        Input::Choice { options, .. } => options.len() > 1,
        Input::Words { .. } => true,
    };
    form.focus = form.fields.iter().position(asked).unwrap_or(form.fields.len());
    form
}

impl Form {
    fn new(title: String) -> Self {
        Self {
            kind: Kind::Log,
            title,
            above: Vec::new(),
            fields: Vec::new(),
            focus: 0,
            says: Vec::new(),
            step: None,
            prefilled: String::new(),
        }
    }

    fn of(mut self, kind: Kind) -> Self {
        self.kind = kind;
        self
    }

    /// Where Enter goes: on to the next field; past those in which something is chosen already, once nothing is wanting.
    pub fn after_enter(&self) -> usize {
        let chosen = |field: &Field| matches!(field.input, Input::Choice { .. });
        let mut to = self.focus + 1;
        while self.step.is_some() && self.fields.get(to).is_some_and(chosen) {
            to += 1;
        }
        to.min(self.fields.len())
    }
}

/// "Vote on amendment 4".
fn title(model: &Model<'_>, at: usize, id: &str) -> String {
    say(model.lang, id, &Args::new().text("who", pane::name(model, at, false)))
}

/// Who signed it, each with a number.
fn signatories(model: &Model<'_>, at: usize) -> Vec<Para> {
    let signed = model.held.course.record(at).map_or(&[][..], |record| &record.signed);
    let numbered = signed.iter().enumerate().map(|(at, name)| format!("{} {name}", at + 1));
    let listed = numbered.collect::<Vec<_>>().join("  ");
    let hint = Para::of(Look::Faint, model.say("screen-movers"));
    if listed.is_empty() { vec![hint] } else { vec![Para::of(Look::Plain, listed), hint] }
}

/// The fields of a vote, and the methods among which is chosen. A roll call has names, which are not typed here.
fn figures(model: &Model<'_>) -> (Vec<Method>, Vec<Field>) {
    let methods = model.held.rules.votes.methods.value.iter().copied();
    let methods: Vec<Method> = methods.filter(|method| *method != Method::RollCall).collect();
    let names = methods.iter().map(|method| method.words(model.lang)).collect();
    let mut fields: Vec<Field> =
        ["screen-field-for", "screen-field-against", "screen-field-abstentions"]
            .into_iter()
            .map(|id| Field::figure(model.say(id), ""))
            .collect();
    fields.push(Field::choice(model.say("screen-field-method"), names));
    let outcomes = &model.held.rules.outcomes;
    let declared = vec![
        model.say("screen-by-figures"),
        outcomes.adopted.value.get(model.lang).to_owned(),
        outcomes.rejected.value.get(model.lang).to_owned(),
    ];
    fields.push(Field::choice(model.say("screen-field-declared"), declared));
    (methods, fields)
}

fn propose(model: &Model<'_>) -> Form {
    let outcomes = &model.held.rules.outcomes;
    let mut choice = Field::choice(
        model.say("screen-field-as"),
        vec![
            outcomes.declared_adopted.value.get(model.lang).to_owned(),
            outcomes.declared_rejected.value.get(model.lang).to_owned(),
        ],
    );
    if eligible(model, true).is_empty() && !eligible(model, false).is_empty() {
        choice.press(&super::keys::Press::Right);
    }
    let fields = vec![choice, Field::words(model.say("screen-field-amendments"), "")];
    Form { fields, ..Form::new(model.say("screen-form-propose")).of(Kind::Propose) }
}

/// The amendments, in calling order, that can be decided without a vote.
fn eligible(model: &Model<'_>, adopted: bool) -> Vec<String> {
    let course = &model.held.course;
    let all = model.page.order.iter().filter_map(|row| course.record(row.amendment));
    let can = |record: &&procedure::state::Record| {
        model.allows(Event::Proposed { amendments: vec![record.id.clone()], adopted }).is_ok()
    };
    all.filter(can).map(|record| model.held.citation(record)).collect()
}

fn oral(model: &Model<'_>) -> Result<Form, Said> {
    let course = &model.held.course;
    let main = model.current().filter(|at| {
        course.record(*at).is_some_and(|record| record.is_open() && record.parent.is_none())
    });
    let mut to: Vec<To> = Vec::new();
    let texts = course.texts.iter().enumerate().filter(|(_, text)| text.outcome.is_none());
    to.extend(texts.map(|(part, _)| To::Text(part)));
    // The text of the amendment that is dealt with comes first.
    let part = main.and_then(|at| course.record(at)?.part);
    to.sort_by_key(|one| *one != To::Text(part.unwrap_or_default()));
    to.extend(main.map(To::Amendment));
    if to.is_empty() {
        return Err(vec![Para::of(Look::Alarm, model.say("screen-no-text-left"))]);
    }
    let names = to.iter().map(|to| match to {
        To::Text(part) => model.telling().text(*part),
        To::Amendment(at) => pane::name(model, *at, true),
    });
    let mut fields = vec![
        Field::choice(model.say("screen-field-to"), names.collect()),
        Field::words(model.say("screen-field-by"), ""),
    ];
    let langs: Vec<Lang> =
        model.held.state.dossier.versions.iter().map(|version| version.lang).collect();
    for lang in &langs {
        let language = version_name(*lang, model.lang).unwrap_or(lang.tag());
        let said = Args::new().text("language", language);
        fields.push(Field::wording(say(model.lang, "screen-field-wording", &said)));
    }
    let form = Form::new(model.say("screen-form-oral")).of(Kind::Oral(to, langs));
    Ok(Form { fields, ..form })
}

/// A form on one of several events, with who decides and why; none where there are none.
fn of_events(
    form: Form,
    model: &Model<'_>,
    all: Vec<Seq>,
    kind: fn(Vec<Seq>) -> Kind,
) -> Option<Form> {
    let telling = model.telling();
    let names: Vec<String> = all.iter().map(|seq| telling.for_ruling(*seq)).collect();
    let fields = vec![
        Field::choice(model.say("screen-field-event"), names),
        Field::words(model.say("screen-field-decides"), model.say("screen-president")),
        Field::words(model.say("screen-field-reason"), ""),
    ];
    (!all.is_empty()).then(|| Form { fields, ..form.of(kind(all)) })
}

/// Puts into a field what most likely goes there, as long as the user has put nothing else.
pub fn prefill(form: &mut Form, model: &Model<'_>) {
    let course = &model.held.course;
    let (field, wanted) = match &form.kind {
        Kind::Speak(at, speakers) => {
            let record = course.record(*at);
            let floor = course.on_the_floor().and_then(|floor| floor.moved.clone());
            let name = match speakers.get(form.fields[0].chosen()) {
                Some(Speaker::Mover) => {
                    floor.or_else(|| record.and_then(|record| record.signed.first().cloned()))
                }
                Some(Speaker::Committee | Speaker::Rapporteur) => record
                    .and_then(|record| record.positions.first())
                    .map(|(committee, _)| committee.clone()),
                _ => None,
            };
            (1, name.unwrap_or_default())
        }
        Kind::Propose => (1, eligible(model, form.fields[0].chosen() == 0).join(", ")),
        Kind::Correct(events) => {
            let count = events.get(form.fields[0].chosen()).and_then(|seq| course.count_of(*seq));
            let count = count.cloned().unwrap_or_default();
            let figures = [count.in_favour, count.against, count.abstentions];
            let written = figures.map(|figure| figure.to_string());
            let all = written.join(" ");
            let now: Vec<&str> = form.fields[1..4].iter().map(Field::text).collect();
            if all != form.prefilled
                && (now.join(" ") == form.prefilled || form.prefilled.is_empty())
            {
                for (field, figure) in form.fields[1..4].iter_mut().zip(written) {
                    field.put(figure);
                }
                form.prefilled = all;
            }
            return;
        }
        _ => return,
    };
    let Some(field) = form.fields.get_mut(field) else { return };
    if field.text() == form.prefilled {
        field.put(wanted.clone());
        form.prefilled = wanted;
    }
}

/// Every capacity in which somebody may speak.
pub fn speakers() -> impl Iterator<Item = Speaker> {
    Speaker::ALL.iter().map(|(_, speaker)| *speaker)
}
