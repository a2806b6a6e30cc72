//! What there is to see: the amendment that is dealt with, the calling order, what comes next.

use super::forms;
use super::lay::{Look, Para};
use super::model::Model;
use crate::sitting::show;
use engine::adopt::{self, Adopted, Selection};
use engine::document::{self, Paragraph, Run};
use engine::dossier::{Amendment, AmendmentText, Tablers};
use engine::sitting::{Agenda, Sitting as Held, Why};
use engine::state::Profile;
use engine::words::{self, Args, say};
use engine::{Dossier, State};
use procedure::event::{Event, Id, Wording};
use procedure::rules::{Identical, Shown, Speaker};
use procedure::sentence::Telling;
use procedure::state::{Needed, Outcome, Record, Stage, TextOutcome};
use source::Severity;
use text::Lang;

/// Names shown of those who tabled an amendment; the rest is counted.
const TABLERS: usize = 3;

/// What there is to see, worked out for one moment.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// What is to be known of the amendment that is dealt with.
    pub main: Vec<Para>,
    /// All amendments in calling order.
    pub order: Vec<Row>,
    /// Those that are called next, by position, the first first.
    pub upcoming: Vec<usize>,
    /// What will be put to the vote; none before the log is opened.
    pub agenda: Option<Agenda>,
}

/// One amendment of the calling order.
#[derive(Clone, Debug)]
pub struct Row {
    /// The amendment, by position.
    pub amendment: usize,
    /// "4", "13/1".
    pub cited: String,
    /// Where it stands, in a word.
    pub state: String,
    /// Its look.
    pub look: Look,
}

/// What is called next: the first as the sitting has it, then those that are open, in calling order.
pub fn upcoming(held: &Held<'_>) -> Vec<usize> {
    let first = held.next().map(|next| next.amendment);
    let floor: Vec<usize> = held.course.floor.iter().map(|floor| floor.amendment).collect();
    let open = |at: &usize| {
        let record = held.course.record(*at);
        record.is_some_and(|record| record.is_open() && !record.displaced)
            && !floor.contains(at)
            && Some(*at) != first
    };
    first.into_iter().chain(held.calling_order().into_iter().filter(open)).collect()
}

/// Works out what there is to see; what comes next and the agenda are known.
pub fn page(model: &Model<'_>) -> Page {
    let order = model.held.calling_order().into_iter().filter_map(|at| row(model, at)).collect();
    let Page { upcoming, agenda, .. } = model.page.clone();
    Page { main: main(model), order, upcoming, agenda }
}

/// "amendment 4"; as a subject in French with its article.
pub fn name(model: &Model<'_>, at: usize, subject: bool) -> String {
    let record = model.held.course.record(at);
    match record.filter(|record| record.number.is_none()) {
        Some(record) => model.telling().record(record),
        None => words::named(&model.held.state, model.held.place(at), subject, model.lang),
    }
}

/// In which capacities somebody may speak now.
pub fn may_speak(model: &Model<'_>, at: usize) -> Vec<Speaker> {
    let Some(record) = model.held.course.record(at) else { return Vec::new() };
    // A name that nobody has: groups speak once for each name.
    let by = "\u{2026}".to_owned();
    let can = |speaker: &Speaker| {
        let event =
            Event::Spoke { amendment: record.id.clone(), by: by.clone(), speaker: *speaker };
        model.allows(event).is_ok()
    };
    forms::speakers().filter(can).collect()
}

// The calling order

fn row(model: &Model<'_>, at: usize) -> Option<Row> {
    let course = &model.held.course;
    let record = course.record(at)?;
    let (state, look) = match &record.stage {
        _ if course.floor.iter().any(|floor| floor.amendment == at) => {
            (model.say("screen-on-the-floor"), Look::Strong)
        }
        _ if record.displaced => (model.say("screen-displaced"), Look::Alarm),
        Stage::Drafted => (model.say("screen-drafted"), Look::Faint),
        Stage::Tabled => (model.say("screen-tabled"), Look::Faint),
        Stage::Offered { .. } => (model.say("screen-offered"), Look::Alarm),
        Stage::Open if course.proposals.contains_key(&at) => {
            (model.say("screen-proposed"), Look::Strong)
        }
        Stage::Open if record.reopened.is_some() => (model.say("screen-reopened"), Look::Alarm),
        Stage::Open => (model.say("screen-open"), Look::Plain),
        Stage::Decided(decision) => {
            let word = decision.outcome.words(model.held.rules);
            let mut said = word.map(|word| word.get(model.lang).to_owned()).unwrap_or_default();
            if decision.outcome == Outcome::Split {
                said = model.say("log-in-pieces");
            }
            if let Some(count) = decision.vote.as_ref().and_then(|vote| vote.count.as_ref()) {
                let figures = [count.in_favour, count.against, count.abstentions];
                said.push_str(&format!(" {}", figures.map(|figure| figure.to_string()).join("/")));
            }
            if decision.superseded.is_some() {
                said.push_str(&format!(" ({})", model.say("screen-superseded")));
            }
            (said, Look::Faint)
        }
    };
    Some(Row { amendment: at, cited: model.held.citation(record), state, look })
}

// The amendment that is dealt with

fn main(model: &Model<'_>) -> Vec<Para> {
    let mut page = Vec::new();
    let course = &model.held.course;
    if course.opened.is_none() {
        let edition = &model.held.rules.edition;
        let rules = format!("{} {}", edition.profile, edition.name);
        let said = Args::new().text("rules", rules);
        page.push(Para::of(Look::Strong, say(model.lang, "screen-begin-log", &said)));
        return page;
    }
    for event in &course.for_ruling {
        let said = Args::new().text("event", model.telling().for_ruling(*event));
        page.push(Para::of(Look::Alarm, say(model.lang, "screen-for-ruling", &said)).hanging(2));
    }
    match model.current() {
        Some(at) => amendment(model, at, &mut page),
        None => {
            page.push(Para::of(Look::Strong, capital(&model.say("sitting-none-open"))));
            texts(model, &mut page);
        }
    }
    page
}

/// Where each text stands.
fn texts(model: &Model<'_>, page: &mut Vec<Para>) {
    let telling = model.telling();
    for (part, text) in model.held.course.texts.iter().enumerate() {
        let look = match text.outcome {
            None => Look::Strong,
            Some(TextOutcome::Voted { .. } | TextOutcome::ReferredBack { .. }) => Look::Plain,
        };
        let name = format!("{}:", capital(&telling.text(part)));
        page.push(Para::named(&name, telling.text_standing(text), look));
        if text.outcome.is_none() {
            let needed = Needed::for_a_text(text.kind, model.held.rules).majority;
            let words = needed.words(model.lang);
            page.push(Para::named(&model.say("screen-needs"), words, Look::Plain).indented(2));
        }
    }
}

fn amendment(model: &Model<'_>, at: usize, page: &mut Vec<Para>) {
    let (held, lang) = (&model.held, model.lang);
    let Some(record) = held.course.record(at) else { return };
    page.push(heading(model, at, record));
    let acts = words::acts(&held.state, held.place(at), lang);
    let acts: Vec<String> =
        acts.into_iter().map(|(place, act)| format!("{place}: {act}")).collect();
    if !acts.is_empty() {
        page.push(Para::of(Look::Plain, acts.join("; ")).hanging(2));
    }
    if !record.signed.is_empty() {
        let mut names = record.signed.iter().take(TABLERS).cloned().collect::<Vec<_>>().join(", ");
        let more = record.signed.len().saturating_sub(TABLERS);
        if more > 0 {
            names.push_str(&format!(" +{more}"));
        }
        page.push(Para::named(&model.say("screen-tablers"), names, Look::Plain));
    }
    let held = &model.held;
    let telling = Telling { state: &held.course, rules: held.rules, lang };
    for (committee, position) in &record.positions {
        let committee = telling.own(committee);
        page.push(Para::named(&format!("{committee}:"), position.words(lang), Look::Plain));
    }
    if record.displaced && record.decision().is_none() {
        let lines = show::displaced_lines(held, at, lang).into_iter();
        page.extend(lines.map(|(indent, line)| Para::of(Look::Plain, line).indented(indent)));
    }
    if record.is_open() {
        stakes(model, at, page);
    }
    wording(model, at, page);
    if record.is_open() || matches!(record.stage, Stage::Offered { .. }) {
        reads(model, at, page);
    }
}

fn heading(model: &Model<'_>, at: usize, record: &Record) -> Para {
    let course = &model.held.course;
    let floor = course.floor.iter().find(|floor| floor.amendment == at);
    let next = model.held.next().filter(|next| next.amendment == at);
    let state = match (floor, next) {
        (Some(floor), _) => {
            let since = floor.since.as_str().get(11..16).unwrap_or_default();
            let moved = floor.moved.as_deref();
            let said = Args::new().text("since", since).text("by", moved.unwrap_or_default());
            let id = if moved.is_some() { "screen-floor-moved" } else { "screen-floor" };
            say(model.lang, id, &said)
        }
        (None, Some(next)) => model.say(match next.why {
            Why::Reopened => "screen-next-reopened",
            Why::SubAmendment => "screen-next-sub-amendment",
            Why::Ordered => "screen-next-ordered",
            Why::Compromise => "screen-next-compromise",
            Why::Order => "screen-next",
        }),
        (None, None) => model.telling().standing(record),
    };
    let name = super::lay::Piece { text: capital(&name(model, at, false)), look: Look::Strong };
    let state = super::lay::Piece { text: format!(" · {state}"), look: Look::Plain };
    Para { indent: 0, hang: 2, pieces: vec![name, state] }
}

/// What falls, what is identical, who speaks, what is needed.
fn stakes(model: &Model<'_>, at: usize, page: &mut Vec<Para>) {
    let (held, lang) = (&model.held, model.lang);
    let cited = |all: Vec<usize>| {
        let records = all.iter().filter_map(|at| held.course.record(*at));
        records.map(|record| held.citation(record)).collect::<Vec<_>>().join(", ")
    };
    let name = model.say("screen-if-adopted");
    // Its own sub-amendments are decided before it is put.
    let fallen = held.would_fall(at).map(|mut fallen| {
        fallen.retain(|other| held.course.record(*other).is_some_and(|one| one.parent != Some(at)));
        fallen
    });
    match fallen {
        Ok(fallen) if fallen.is_empty() => {
            page.push(Para::named(&name, model.say("screen-nothing-falls"), Look::Plain));
        }
        Ok(fallen) => {
            let said = Args::new().number("count", fallen.len()).text("numbers", cited(fallen));
            page.push(Para::named(&name, say(lang, "screen-falls", &said), Look::Strong));
        }
        // Said with how the text would read.
        Err(_) => {}
    }
    let identical = held.state.identical_to(held.place(at));
    let identical: Vec<usize> = identical
        .into_iter()
        .filter_map(|place| held.record(place))
        .filter(|at| held.course.record(*at).is_some_and(Record::is_open))
        .collect();
    if !identical.is_empty() {
        let id = match held.rules.identical.votes.value {
            Identical::OneVote => "screen-identical-one-vote",
            _ => "screen-identical",
        };
        let said = Args::new().number("count", identical.len()).text("numbers", cited(identical));
        page.push(Para::of(Look::Strong, say(lang, id, &said)));
    }
    let before = words::beforehand(held, at, lang).into_iter();
    page.extend(before.map(|line| Para::of(Look::Strong, line).hanging(2)));
    let floor = held.course.on_the_floor().filter(|floor| floor.amendment == at);
    let speakers = match floor {
        Some(_) => may_speak(model, at),
        None => {
            let questions = model.page.agenda.iter().flat_map(|agenda| &agenda.questions);
            let mut found = questions.filter(|one| one.amendment == at || one.with.contains(&at));
            let speakers = found.next().map(|question| question.speakers.clone());
            speakers.unwrap_or_else(|| held.rules.debate.speakers.value.clone())
        }
    };
    let speakers = match speakers.is_empty() {
        true => model.say("screen-nobody"),
        false => speakers.words(lang),
    };
    page.push(Para::named(&model.say("screen-may-speak"), speakers, Look::Plain));
    if let Some(floor) = floor.filter(|floor| !floor.spoke.is_empty()) {
        let heard = floor.spoke.iter();
        let heard = heard.map(|(speaker, by)| format!("{by} ({})", speaker.words(lang)));
        let heard = heard.collect::<Vec<_>>().join(", ");
        page.push(Para::named(&model.say("screen-heard"), heard, Look::Plain));
    }
    let needed = Needed::for_an_amendment(held.rules).majority;
    page.push(Para::named(&model.say("screen-needs"), needed.words(lang), Look::Plain));
}

fn wording(model: &Model<'_>, at: usize, page: &mut Vec<Para>) {
    let dossier = &model.held.state.dossier;
    let Some(amendment) = dossier.amendments.get(model.held.place(at)) else { return };
    let Some(text) = amendment.text(model.lang).or(amendment.texts.first()) else { return };
    page.push(Para::default());
    page.extend(text.wording.lines().map(|line| Para::of(Look::Plain, line)));
}

/// The paragraphs that would read otherwise, with their changes.
fn reads(model: &Model<'_>, at: usize, page: &mut Vec<Para>) {
    let held = &model.held;
    page.push(Para::default());
    match held.text_if_adopted(&[at]) {
        Ok(adopted) => {
            // What a sub-amendment changes is its amendment, and that the text.
            let outer = held.course.record(at).and_then(|record| record.parent).unwrap_or(at);
            page.push(Para::of(Look::Faint, model.say("screen-reads")));
            page.extend(changed(&held.state, &adopted, held.place(outer), model.lang));
        }
        Err(refusal) => {
            let message = words::refusal(&refusal, &held.state, model.lang);
            page.push(Para::of(Look::Alarm, message.text));
            if !message.remedy.is_empty() {
                page.push(Para::of(Look::Plain, message.remedy));
            }
        }
    }
}

/// The paragraphs that one amendment changes.
fn changed(state: &State, adopted: &Adopted, place: usize, lang: Lang) -> Vec<Para> {
    let version = state.dossier.version(lang).or(state.dossier.versions.first());
    let found = version.and_then(|found| Some((found.lang, found.language()?)));
    let amendment = state.dossier.amendments.get(place);
    let (Some((version, language)), Some(amendment)) = (found, amendment) else {
        return Vec::new();
    };
    let author = language.printed.by_amendment.replace("{}", &amendment.cited());
    let drawn = document::adopted(state, adopted, version, true);
    let by = |run: &Run| run.change.as_ref().is_some_and(|change| change.author == author);
    let rows = drawn.sections.iter().flat_map(|section| &section.rows);
    let changed = rows
        .filter_map(|row| row.text.as_ref())
        .filter(|one| one.number.iter().chain(&one.content).any(by));
    changed.map(para).collect()
}

fn para(paragraph: &Paragraph) -> Para {
    let mut para = Para::default().indented(1 + 2 * paragraph.depth as usize).hanging(2);
    para.push_runs(&paragraph.number);
    if let Some(last) = paragraph.number.last() {
        // Between a number and words that went together the space went, too.
        let first = paragraph.content.first().and_then(|run| run.change.as_ref());
        let same = |change: &document::Changed| first.is_some_and(|one| one.kind == change.kind);
        let change = last.change.clone().filter(same);
        para.push_runs(&[Run { change, ..Run::plain(" ") }]);
    }
    para.push_runs(&paragraph.content);
    para
}

/// A wording that is not recorded: how it is read, where it acts, and how the text would read with it and with what
/// was adopted before.
pub fn read_alone(
    model: &Model<'_>,
    id: &Id,
    parent: Option<usize>,
    texts: &[Wording],
) -> Vec<Para> {
    let held = &model.held;
    let whole = &held.state.dossier;
    // Only what was adopted is needed, and what it changes: the whole dossier may be large.
    let mut kept: Vec<usize> = held.adopted();
    kept.extend(parent.map(|at| held.place(at)).filter(|place| !kept.contains(place)));
    let mut amendments: Vec<Amendment> =
        kept.iter().filter_map(|place| whole.amendments.get(*place).cloned()).collect();
    let outer = parent.and_then(|at| kept.iter().position(|place| *place == held.place(at)));
    let langs = whole.versions.iter().map(|version| version.lang);
    let spoken = langs.filter_map(|lang| {
        let wording = texts.iter().find(|wording| wording.lang == lang.tag())?;
        Some(AmendmentText {
            lang,
            tablers: Tablers::default(),
            wording: wording.wording.clone(),
            origin: source::Origin::default(),
            note: Vec::new(),
            falling: Vec::new(),
            remarks: Vec::new(),
            heading: source::Span::default(),
        })
    });
    let number = outer.and_then(|at| amendments.get(at)).map(|parent| parent.number.clone());
    amendments.push(Amendment {
        number: id.0.clone(),
        parent: number,
        part: None,
        texts: spoken.collect(),
        recorded: None,
    });
    let new = amendments.len() - 1;
    let dossier = Dossier {
        reference: whole.reference.clone(),
        versions: whole.versions.clone(),
        amendments,
        correspondences: whole.correspondences.clone(),
        ..Dossier::default()
    };
    let state = State::new(dossier, Profile::of(held.rules), Vec::new());
    let lang = model.lang;
    let mut said = Vec::new();
    for (place, act) in words::acts(&state, new, lang) {
        said.push(Para::named(&model.say("screen-lands"), format!("{place}: {act}"), Look::Strong));
    }
    let grave = state.findings.iter().filter(|finding| {
        finding.severity() == Severity::Error && engine::report::concerns(finding, new, &state)
    });
    for finding in grave {
        let message = words::message(finding, &state, lang);
        let code = finding.code();
        said.push(Para::of(Look::Alarm, format!("{code}: {}", message.text)).hanging(2));
        if !message.remedy.is_empty() {
            let help = format!("{}:", model.say("help"));
            said.push(Para::named(&help, message.remedy, Look::Plain));
        }
    }
    let before = (0..new).filter(|at| Some(*at) != outer);
    let sequence: Vec<usize> = before.chain(outer).chain([new]).collect();
    match adopt::adopt(&state, &Selection::Sequence(sequence)) {
        Ok(adopted) => said.extend(changed(&state, &adopted, outer.unwrap_or(new), lang)),
        // Where it was not understood that has been said.
        Err(refusal) if !matches!(*refusal, adopt::Refusal::NotExecutable { .. }) => {
            said.push(Para::of(Look::Alarm, words::refusal(&refusal, &state, lang).text));
        }
        Err(refusal) if said.is_empty() => {
            said.push(Para::of(Look::Alarm, words::refusal(&refusal, &state, lang).text));
        }
        Err(_) => {}
    }
    said
}

/// With a capital at its beginning.
pub fn capital(text: &str) -> String {
    let mut signs = text.chars();
    signs.next().map_or_else(String::new, |first| first.to_uppercase().chain(signs).collect())
}
