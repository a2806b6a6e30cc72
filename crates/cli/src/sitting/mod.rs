//! `hemicycle sitting`: what happens is recorded, event by event, and what is called next is shown.

mod agenda;
mod args;
mod book;
mod filter;
mod rebased;
mod screen;
pub mod show;
mod votes;

pub use args::Sitting;

use crate::args::Format;
use crate::diagnostics::wrapped;
use crate::fold::{Folded, Log};
use crate::status::{Failure, Outcome, Status};
use crate::supposed::{self, Beginning};
use crate::{diagnostics, input, output, rules};
use args::{By, Declared, Record, Result_, Shown};
use book::Book;
use engine::Dossier;
use engine::recorded::{self, About};
use engine::report::Diagnostic;
use engine::sitting::{self, Refused, Sitting as Held, Step};
use engine::words::{self, Args, Message};
use procedure::event::{Count, Event, Id, Ruling, Time, Vote, Wording};
use procedure::log::{Entry, Head};
use procedure::rules::{Majority, Rules};
use procedure::sentence::Telling;
use procedure::state::{Needed, State as Course, carried};
use serde_json::{Value, json};
use source::Severity;
use text::Lang;

/// The form of what is shown to programs.
const SCHEMA: &str = "hemicycle-sitting/1";

/// Records what is to be recorded, and shows what is next.
pub fn run(args: &Sitting) -> Outcome {
    let opened = input::open(&args.files, args.written.style)?;
    let dossier = &opened.state.dossier;
    let lang = args.language.lang.unwrap_or_else(|| words::default_lang(&opened.state));
    let rules = args.rules.as_deref();
    if args.command.is_none()
        && let Some(log) = args.log.as_deref().filter(|_| screen::can_be_drawn())
    {
        return on_a_screen(args, log, dossier, lang);
    }
    let next = Record::Next(Shown::default());
    let command = args.command.as_ref().unwrap_or(&next);
    if let Some(shown) = command.shown() {
        return show(command, shown, dossier, args, lang);
    }
    let no_log = || Failure::usage(lang, "sitting-no-log", &Args::new());
    let log = args.log.as_deref().ok_or_else(no_log)?;
    match command {
        Record::Open => {
            let under = rules::to_open(rules, dossier.rules.as_ref(), lang)?;
            let held = Held::new(dossier, Course::default(), &under.rules);
            let event = sitting::opening(&held.state, &under.rules, &under.file);
            // No file is made for a log that cannot be opened.
            let book = || Book::begin(log, lang);
            record(event, held, dossier, Head::default(), book, args, lang)
        }
        Record::Revise { files, reason } => revise(files, reason, dossier, (log, args), lang),
        command => {
            let mut book = Book::open(log)?;
            let log = log_of(&mut book, rules, lang)?;
            let log = of_log(log, dossier, &args.files, lang)?;
            let held = log.held(dossier);
            let Some(event) = event(command, &held, lang)? else { return Ok(Status::Clean) };
            let book = || Ok(book.behind(&log.folded));
            record(event, held, dossier, log.folded.head, book, args, lang)
        }
    }
}

/// The same on a terminal, for as long as the user likes. A log that is not there yet is begun from there.
fn on_a_screen(args: &Sitting, name: &str, dossier: &Dossier, lang: Lang) -> Outcome {
    let rules = args.rules.as_deref();
    let (actor, time) = (args.actor.as_str(), args.time.clone());
    let begin = screen::Begin { name, actor, time, dossier, lang };
    if Book::is_to_begin(name)? {
        let under = rules::to_open(rules, dossier.rules.as_ref(), lang)?;
        let held = Held::new(dossier, Course::default(), &under.rules);
        return screen::run(begin, held, screen::Log::ToOpen { rules: &under.file });
    }
    let mut book = Book::open(name)?;
    let log = of_log(log_of(&mut book, rules, lang)?, dossier, &args.files, lang)?;
    let notes = log.folded.diagnosed(lang).into_iter().map(|one| one.message.text).collect();
    let book = book.behind(&log.folded);
    let read = screen::Log::Read { book, entries: &log.entries, head: log.folded.head, notes };
    screen::run(begin, log.held(dossier), read)
}

/// Shows where it stands, or would stand after what is supposed.
fn show(command: &Record, shown: &Shown, dossier: &Dossier, args: &Sitting, lang: Lang) -> Outcome {
    let (log, rules) = (args.log.as_deref(), args.rules.as_deref());
    let beginning = Beginning::of(dossier, &args.files, log, rules, lang)?;
    let mut held = beginning.held(dossier, lang)?;
    let Some(steps) = supposed::take(shown.supposed.as_deref(), &mut held, lang)? else {
        return Ok(Status::Findings);
    };
    let asked = |amendments: &[String]| match amendments {
        [] => Ok(held.calling_order()),
        some => some.iter().map(|cited| at(cited, &held, lang)).collect::<Result<_, _>>(),
    };
    if shown.format == Format::Json {
        let (name, value) = match command {
            Record::Agenda(_) => ("agenda", agenda::json(&held)),
            Record::Votes(_) => ("votes", votes::json(&held)),
            Record::Filter(_) => ("filter", filter::json(&held, lang)),
            Record::Rebased { amendments, .. } => {
                let amendments = rebased::json(&held, &asked(amendments)?);
                ("rebased", json!({ "amendments": amendments }))
            }
            _ => ("next", show::json(&held, lang)),
        };
        let mut whole = json!({
            "schema": SCHEMA,
            "command": name,
            "after": held.course.seq,
            "supposed": supposed::json(&steps, &held),
        });
        if let (Value::Object(whole), Value::Object(more)) = (&mut whole, value) {
            whole.extend(more);
        }
        output::json(&whole)?;
        return Ok(Status::Clean);
    }
    let text = match command {
        Record::Agenda(_) => agenda::text(&held, lang),
        Record::Votes(_) => votes::text(&held, lang),
        Record::Filter(_) => filter::text(&held, lang),
        Record::Rebased { amendments, .. } => rebased::text(&held, &asked(amendments)?, lang),
        _ if steps.is_empty() => show::next(&held, lang),
        _ => show::next(&held, lang) + &show::standings(&held, lang),
    };
    output::stdout((supposed::text(&steps, &held, lang) + &text).as_bytes())?;
    Ok(Status::Clean)
}

/// Records that the draft is revised, and shows what must be settled in the new one.
fn revise(
    files: &[String],
    reason: &str,
    dossier: &Dossier,
    (log, args): (&str, &Sitting),
    lang: Lang,
) -> Outcome {
    let mut book = Book::open(log)?;
    let log = log_of(&mut book, args.rules.as_deref(), lang)?;
    let log = of_log(log, dossier, &args.files, lang)?;
    let held = log.held(dossier);
    let new = input::open(files, args.written.style)?.state.dossier;
    let by = (moment(args, &held), args.actor.as_str());
    let step = match sitting::revise((dossier, &new), reason, &held, log.folded.head, by, lang) {
        Ok(step) => step,
        Err(why) => {
            refused(*why, lang);
            return Ok(Status::Findings);
        }
    };
    let text = told(&step.entry, &held, lang);
    book.behind(&log.folded).append(&step.entry, lang)?;
    output::stdout(text.as_bytes())?;
    let held = Held::new(&new, step.course, &log.log.rules);
    output::stdout(show::next(&held, lang).as_bytes())?;
    Ok(Status::Clean)
}

/// A log that was read, of a dossier.
pub struct Followed {
    /// Its entries.
    pub entries: Vec<Entry>,
    log: Log,
    folded: Folded,
}

impl Followed {
    /// The dossier with what the log says.
    pub fn held(&self, dossier: &Dossier) -> Held<'_> {
        Held::new(dossier, self.folded.state.clone(), &self.log.rules)
    }
}

/// A log which only is read, under the rules that it names; `rules` says where they are.
///
/// # Errors
/// Where there is no such file, or its rules are not at hand.
pub fn read(log: &str, rules: Option<&str>, lang: Option<Lang>) -> Result<Log, Failure> {
    log_of(&mut Book::read(log)?, rules, lang.unwrap_or(Lang::EN))
}

/// The log where one is given, and the rules that its dossier is read under: those of the log, or else those given.
///
/// # Errors
/// As above.
pub fn given(
    log: Option<&str>,
    rules: Option<&str>,
    lang: Option<Lang>,
) -> Result<(Option<Log>, Option<rules::Under>), Failure> {
    let log = log.map(|log| read(log, rules, lang)).transpose()?;
    let under = match &log {
        Some(log) => Some(rules::Under::of_log(&log.rules)),
        None => rules::under(rules, lang)?,
    };
    Ok((log, under))
}

fn log_of(book: &mut Book, rules: Option<&str>, lang: Lang) -> Result<Log, Failure> {
    Log::new(book.name.clone(), std::mem::take(&mut book.bytes), rules, lang)
}

/// A log held against its dossier.
///
/// # Errors
/// Where it is the log of another dossier, or anything is wrong with it, which is said.
pub fn of_log(
    log: Log,
    dossier: &Dossier,
    files: &[String],
    lang: Lang,
) -> Result<Followed, Failure> {
    let mut entries = Vec::new();
    let folded = log.whole(lang, &mut |_, entry| {
        entries.push(entry.clone());
        Ok(())
    })?;
    if folded.state.dossier != sitting::hash(dossier) {
        let said = Args::new().text("file", files.join(", ")).text("log", log.file.as_str());
        return Err(Failure::usage(lang, "sitting-other-dossier", &said));
    }
    if recorded::any(dossier) {
        let told = recorded::of_log(dossier, &folded.state, &entries, &log.rules);
        otherwise(dossier, &recorded::against(dossier, &told), &log.file, lang);
    }
    Ok(Followed { entries, log, folded })
}

/// Says what the dossier records otherwise than the log, whose word counts.
fn otherwise(dossier: &Dossier, about: &[About], log: &str, lang: Lang) {
    if about.is_empty() {
        return;
    }
    let args = Args::new().text("log", log);
    let say = |id| words::say(lang, id, &args);
    let found = about.iter().map(|about| {
        let (text, remedy) = (say("recorded-otherwise"), say("recorded-otherwise.remedy"));
        let message = Message { text, remedy, ..Message::default() };
        let message = words::recorded(*about, message, dossier, lang);
        let severity = Severity::Warning;
        Diagnostic { code: "recorded-otherwise", severity, message, spot: None }
    });
    diagnostics::print(&found.collect::<Vec<_>>(), lang);
}

/// Records an event with what follows from it, and shows what is next.
fn record(
    event: Event,
    held: Held<'_>,
    dossier: &Dossier,
    head: Head,
    book: impl FnOnce() -> Result<Book, Failure>,
    args: &Sitting,
    lang: Lang,
) -> Outcome {
    let Some(step) = stepped(event, &held, head, args, lang) else {
        return Ok(Status::Findings);
    };
    let text = told(&step.entry, &held, lang);
    book()?.append(&step.entry, lang)?;
    output::stdout(text.as_bytes())?;
    let held = held.after(dossier, step.course);
    output::stdout(show::next(&held, lang).as_bytes())?;
    Ok(Status::Clean)
}

/// Works out what an event comes to; none where it is refused, which is said.
fn stepped(event: Event, held: &Held<'_>, head: Head, args: &Sitting, lang: Lang) -> Option<Step> {
    let step = sitting::step(event, held, head, (moment(args, held), &args.actor), lang);
    step.map_err(|why| refused(*why, lang)).ok()
}

/// The moment given, which the rules refuse where it is too early; or now.
fn moment(args: &Sitting, held: &Held<'_>) -> Time {
    args.time.clone().unwrap_or_else(|| moment_after(held.course.time.as_ref()))
}

/// The present moment, but never before what was recorded last: a clock may be set back.
fn moment_after(last: Option<&Time>) -> Time {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    let now = Time::of_unix(since.map_or(0, |since| since.as_secs()));
    last.map_or(now.clone(), |last| last.clone().max(now))
}

/// Says why an event is not taken.
fn refused(why: Refused, lang: Lang) {
    let Refused { code, message } = why;
    let refused = Diagnostic { code, severity: Severity::Error, message, spot: None };
    diagnostics::print(&[refused], lang);
    output::stderr(&wrapped("", &words::say(lang, "sitting-nothing-recorded", &Args::new())));
}

/// What is recorded, in sentences, told against where everything stood before.
fn told(entry: &Entry, held: &Held<'_>, lang: Lang) -> String {
    let telling = Telling { state: &held.course, rules: held.rules, lang };
    let number = format!("{}  ", entry.seq);
    let mut text = wrapped(&number, &telling.event(&entry.event));
    for line in telling.details(entry) {
        text.push_str(&wrapped(&" ".repeat(number.len()), &line));
    }
    text
}

/// The event that a command stands for; none for one that only shows, or needs more than the log.
fn event(command: &Record, held: &Held<'_>, lang: Lang) -> Result<Option<Event>, Failure> {
    let one = |cited: &str| one(cited, held, lang);
    let on_the_floor = || on_the_floor(held, lang);
    Ok(Some(match command {
        Record::Open
        | Record::Revise { .. }
        | Record::Next(_)
        | Record::Agenda(_)
        | Record::Votes(_)
        | Record::Filter(_)
        | Record::Rebased { .. } => return Ok(None),
        Record::Carry { amendment, wording, proposed, by } => {
            let amendment = one(amendment)?;
            let texts = carried_as(&amendment, wording, *proposed, held, lang)?;
            Event::CarriedOver { amendment, texts, ruling: ruling(by) }
        }
        Record::Begin { name } => Event::SittingOpened { name: name.clone() },
        Record::End => Event::SittingClosed {},
        Record::Position { amendment, position, committee } => Event::CommitteePosition {
            amendment: one(amendment)?,
            committee: committee.clone(),
            position: *position,
            count: None,
        },
        Record::Quorum { present, members } => {
            Event::QuorumChecked { present: *present, members: *members }
        }
        Record::Compromise { amendment, by } => {
            Event::Compromise { amendment: one(amendment)?, ruling: ruling(by) }
        }
        Record::Group { amendments, by } => Event::Grouped {
            amendments: amendments.iter().map(|cited| one(cited)).collect::<Result<_, _>>()?,
            ruling: ruling(by),
        },
        Record::Separate { amendment, by, capacity } => {
            Event::Separated { amendment: one(amendment)?, by: by.clone(), capacity: *capacity }
        }
        Record::Pair { second, result } => {
            let needed = Needed::between_two().majority;
            Event::Paired {
                first: on_the_floor()?,
                second: one(second)?,
                vote: vote(result, needed, held.rules, lang)?,
            }
        }
        Record::CommonPart { amendments, result } => {
            let places = amendments.iter().map(|cited| at(cited, held, lang));
            let places = places.collect::<Result<Vec<_>, _>>()?;
            let needed = Needed::for_an_amendment(held.rules).majority;
            Event::CommonPartVoted {
                amendments: amendments.iter().map(|cited| one(cited)).collect::<Result<_, _>>()?,
                texts: held.common_part(&places),
                vote: vote(result, needed, held.rules, lang)?,
            }
        }
        Record::Propose { amendments, rejected } => Event::Proposed {
            amendments: amendments.iter().map(|cited| one(cited)).collect::<Result<_, _>>()?,
            adopted: !rejected,
        },
        Record::Object { amendment, count } => {
            Event::Objected { amendment: one(amendment)?, count: *count }
        }
        Record::Declare { amendment } => Event::DeclaredDecided { amendment: one(amendment)? },
        Record::Call { amendment: Some(amendment) } => Event::Called { amendment: one(amendment)? },
        Record::Call { amendment: None } => {
            let next = held.next().map(|next| held.course.amendments[next.amendment].id.clone());
            let none = || match held.course.on_the_floor() {
                Some(floor) => {
                    let who = words::named(&held.state, held.place(floor.amendment), true, lang);
                    Failure::usage(lang, "sitting-floor-taken", &Args::new().text("who", who))
                }
                None => Failure::usage(lang, "sitting-none-open", &Args::new()),
            };
            Event::Called { amendment: next.ok_or_else(none)? }
        }
        Record::Move { by, taken_over } => {
            Event::Moved { amendment: on_the_floor()?, by: by.clone(), taken_over: *taken_over }
        }
        Record::NotMoved => Event::NotMoved { amendment: on_the_floor()? },
        Record::Speak { speaker, by } => {
            Event::Spoke { amendment: on_the_floor()?, by: by.clone(), speaker: *speaker }
        }
        Record::Vote { amendments, result } => {
            let amendments = match amendments.as_slice() {
                [] => vec![on_the_floor()?],
                all => all.iter().map(|cited| one(cited)).collect::<Result<_, _>>()?,
            };
            let needed = Needed::for_an_amendment(held.rules).majority;
            Event::Voted { amendments, vote: vote(result, needed, held.rules, lang)? }
        }
        Record::Withdraw { amendment, by } => {
            Event::Withdrawn { amendment: one(amendment)?, by: by.clone() }
        }
        Record::Order { amendment, before, by } => Event::Ordered {
            amendment: one(amendment)?,
            before: before.as_deref().map(one).transpose()?,
            ruling: ruling(by),
        },
        Record::Relate { first, second, relation, by } => Event::Related {
            first: one(first)?,
            second: one(second)?,
            relation: *relation,
            capacity: by.capacity,
            // Whoever declares it does so in the same capacity for both.
            ruling: Ruling { capacity: None, ..ruling(by) },
        },
        Record::Lift { first, second, by } => {
            Event::RelationLifted { first: one(first)?, second: one(second)?, ruling: ruling(by) }
        }
        Record::Seize { committee, what } => {
            Event::Seized { committee: committee.clone(), what: *what }
        }
        Record::Annul { event, by } => Event::Annulled { event: *event, ruling: ruling(by) },
        Record::Uphold { event, by } => Event::Upheld { event: *event, ruling: ruling(by) },
        Record::Text { text, result } => {
            let part = part(text, held, lang)?;
            let needed = Needed::for_a_text(held.course.texts[part].kind, held.rules).majority;
            Event::TextVoted { part, vote: vote(result, needed, held.rules, lang)? }
        }
        Record::Event { json } => {
            let event = serde_json::from_str(json).map_err(|error| {
                let why = error.to_string();
                Failure::usage(lang, "sitting-no-event", &Args::new().text("why", why))
            })?;
            if is_without_effect(&event) {
                return Err(Failure::usage(lang, "sitting-without-effect", &Args::new()));
            }
            event
        }
    }))
}

/// What an amendment says from now on: nothing where its words stay, else all that it says in any language.
fn carried_as(
    amendment: &Id,
    given: &[(String, String)],
    proposed: bool,
    held: &Held<'_>,
    lang: Lang,
) -> Result<Vec<Wording>, Failure> {
    let Some(at) = held.course.position(amendment) else { return Ok(Vec::new()) };
    let record = &held.course.amendments[at];
    if proposed && record.proposed.is_empty() {
        let said = Args::new().text("cited", held.citation(record));
        return Err(Failure::usage(lang, "sitting-nothing-proposed", &said));
    }
    if proposed {
        return Ok(record.proposed.clone());
    }
    let versions = &held.state.dossier.versions;
    let known = |lang: &str| versions.iter().any(|version| version.lang.tag() == lang);
    if let Some((other, _)) = given.iter().find(|(lang, _)| !known(lang)) {
        let all = versions.iter().map(|version| version.lang.tag());
        let said = Args::new().text("lang", words::excerpt(other, 40));
        let said = said.text("known", all.collect::<Vec<_>>().join(", "));
        return Err(Failure::usage(lang, "sitting-no-language", &said));
    }
    if given.is_empty() {
        return Ok(Vec::new());
    }
    let mut all = held.wordings(at);
    for (lang, wording) in given {
        match all.iter_mut().find(|text| text.lang == *lang) {
            Some(text) => text.wording.clone_from(wording),
            None => all.push(Wording {
                lang: lang.clone(),
                wording: wording.clone(),
                note: String::new(),
            }),
        }
    }
    Ok(all)
}

/// Whether a log tells of it and nothing here works out what follows: recorded, it would pass for done.
fn is_without_effect(event: &Event) -> bool {
    matches!(event, Event::DraftRevised { .. })
}

fn ruling(by: &By) -> Ruling {
    Ruling { by: by.by.clone(), reason: by.reason.clone(), capacity: by.capacity }
}

/// A vote with its outcome: as declared, or as it follows from the figures.
fn vote(given: &Result_, needed: Majority, rules: &Rules, lang: Lang) -> Result<Vote, Failure> {
    let count = given.in_favour.zip(given.against).map(|(in_favour, against)| Count {
        in_favour,
        against,
        abstentions: given.abstentions,
        roll: Vec::new(),
    });
    let declared = given.declared.map(|declared| declared == Declared::Adopted);
    let follows = count.as_ref().and_then(|count| carried(count, needed, rules));
    let unknown = || Failure::usage(lang, "sitting-outcome-open", &Args::new());
    let adopted = declared.or(follows).ok_or_else(unknown)?;
    Ok(Vote { method: given.method, count, adopted })
}

/// A text by its letter, or by its place from 1.
///
/// # Errors
/// Where there is none.
pub fn part(text: &str, held: &Held<'_>, lang: Lang) -> Result<usize, Failure> {
    let texts = &held.course.texts;
    let part = texts.iter().position(|found| found.letter == text).or_else(|| {
        let place = text.parse::<usize>().ok()?.checked_sub(1)?;
        (place < texts.len()).then_some(place)
    });
    part.ok_or_else(|| Failure::usage(lang, "sitting-no-text", &Args::new().text("text", text)))
}

fn one(cited: &str, held: &Held<'_>, lang: Lang) -> Result<Id, Failure> {
    Ok(held.course.amendments[at(cited, held, lang)?].id.clone())
}

/// The amendment that is cited so, by its position in the course.
///
/// # Errors
/// Where there is none.
pub fn at(cited: &str, held: &Held<'_>, lang: Lang) -> Result<usize, Failure> {
    held.cited(cited).ok_or_else(|| {
        let numbers = held.course.amendments.iter().take(12).map(|record| held.citation(record));
        let numbers = numbers.collect::<Vec<_>>().join(", ");
        let said = Args::new().text("cited", cited).text("numbers", numbers);
        Failure::usage(
            lang,
            "usage-no-amendment",
            &said.number("count", held.course.amendments.len()),
        )
    })
}

fn on_the_floor(held: &Held<'_>, lang: Lang) -> Result<Id, Failure> {
    let top = held.course.on_the_floor().and_then(|floor| held.course.record(floor.amendment));
    let none = || Failure::usage(lang, "sitting-floor-empty", &Args::new());
    top.map(|record| record.id.clone()).ok_or_else(none)
}
