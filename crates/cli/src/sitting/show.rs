//! What the chair must know now.

use super::{agenda, rebased};
use crate::diagnostics::wrapped;
use crate::supposed::{all_cited, all_named, cited, who};
use engine::document::{self, plain};
use engine::sitting::{Sitting, Why};
use engine::words::{self, Args, say};
use instruction::style::version_name;
use procedure::rules::Shown;
use procedure::sentence::Telling;
use procedure::state::{Needed, Record};
use serde_json::{Value, json};
use text::Lang;

/// The most characters that are shown of what a displaced amendment stood in.
const SHOWN: usize = 400;

/// What is on the floor, or is called next; what falls if it is adopted, who speaks, what it needs, and how the text
/// would read.
pub fn next(held: &Sitting<'_>, lang: Lang) -> String {
    let mut text = String::new();
    let floor = held.course.on_the_floor().map(|floor| floor.amendment);
    let next = held.next();
    if let Some(at) = floor {
        let who = words::named(&held.state, held.place(at), true, lang);
        text += &wrapped("", &say(lang, "sitting-floor", &Args::new().text("who", who)));
    }
    match &next {
        Some(next) => {
            let why = why(next.why);
            let who = words::named(&held.state, held.place(next.amendment), true, lang);
            let said = Args::new().text("who", who).text("why", why);
            text += &wrapped("", &say(lang, "sitting-next", &said));
        }
        None if floor.is_none() => {
            text += &wrapped("", &say(lang, "sitting-none-open", &Args::new()))
        }
        None => {}
    }
    let telling = Telling { state: &held.course, rules: held.rules, lang };
    for event in &held.course.for_ruling {
        text += &wrapped("", &telling.for_ruling(*event));
    }
    // A sub-amendment is spoken of before what it changes.
    if let Some(at) = next.map(|next| next.amendment).or(floor) {
        text += &about(held, at, lang);
    }
    for (at, record) in held.course.amendments.iter().enumerate() {
        if record.displaced && record.decision().is_none() {
            text += &displaced(held, at, lang);
        }
    }
    text
}

/// What the table office must know to settle where an amendment stands in the revised draft.
fn displaced(held: &Sitting<'_>, at: usize, lang: Lang) -> String {
    let lines = displaced_lines(held, at, lang).into_iter();
    lines.map(|(indent, line)| wrapped(&" ".repeat(indent), &line)).collect()
}

/// The same in lines, each with the columns that it is set in by.
pub fn displaced_lines(held: &Sitting<'_>, at: usize, lang: Lang) -> Vec<(usize, String)> {
    let record = &held.course.amendments[at];
    let who = words::named(&held.state, held.place(at), true, lang);
    let mut lines = vec![(0, say(lang, "sitting-displaced", &Args::new().text("who", who)))];
    let named = |tag: &str| {
        let version = held.state.dossier.versions.iter().find(|found| found.lang.tag() == tag);
        let name = version.and_then(|version| version_name(version.lang, lang));
        name.unwrap_or(tag).to_owned()
    };
    let mut line = |indent: usize, id: &str, args: Args| {
        lines.push((indent, say(lang, id, &args)));
    };
    for was in &record.was {
        let args = Args::new().text("language", named(&was.lang));
        match was.text.as_str() {
            "" => line(2, "sitting-displaced-nowhere", args),
            text => {
                line(2, "sitting-displaced-was", args.text("text", words::excerpt(text, SHOWN)))
            }
        }
        let version = held.state.dossier.versions.iter().find(|found| found.lang.tag() == was.lang);
        let now = version.map(|version| held.stands_in(at, version.lang)).unwrap_or_default();
        match now.as_str() {
            "" => line(4, "sitting-displaced-lost", Args::new()),
            now => {
                let args = Args::new().text("text", words::excerpt(now, SHOWN));
                line(4, "sitting-displaced-now", args);
            }
        }
    }
    let says = held.wordings(at);
    for proposed in &record.proposed {
        let args = Args::new().text("language", named(&proposed.lang));
        let same =
            says.iter().any(|now| now.lang == proposed.lang && now.wording == proposed.wording);
        match same {
            true => line(2, "sitting-displaced-as-it-is", args),
            false => {
                let args = args.text("text", words::excerpt(&proposed.wording, SHOWN));
                line(2, "sitting-displaced-proposed", args);
            }
        }
    }
    if record.proposed.is_empty() {
        line(2, "sitting-displaced-open", Args::new());
    }
    lines
}

fn why(why: Why) -> &'static str {
    match why {
        Why::Reopened => "reopened",
        Why::SubAmendment => "sub-amendment",
        Why::Ordered => "ordered",
        Why::Compromise => "compromise",
        Why::Order => "order",
    }
}

/// What is known of an amendment that is open.
pub fn about(held: &Sitting<'_>, at: usize, lang: Lang) -> String {
    let record = &held.course.amendments[at];
    let mut text = String::new();
    if !record.signed.is_empty() {
        let said = Args::new().text("names", record.signed.join(", "));
        text += &wrapped("  ", &say(lang, "sitting-tablers", &said));
    }
    let telling = Telling { state: &held.course, rules: held.rules, lang };
    for (committee, position) in &record.positions {
        let said = Args::new().text("committee", telling.own(committee));
        let said = said.text("position", position.words(lang));
        text += &wrapped("  ", &say(lang, "sitting-position", &said));
    }
    let needed = Needed::for_an_amendment(held.rules);
    let said = Args::new().text("majority", needed.majority.words(lang));
    let speakers = match held.speakers(at).as_slice() {
        [] => say(lang, "agenda-nobody", &Args::new()),
        speakers => speakers.to_vec().words(lang),
    };
    let said = said.text("speakers", speakers);
    text += &wrapped("  ", &say(lang, "sitting-needs", &said));
    for line in words::beforehand(held, at, lang) {
        text += &wrapped("  ", &line);
    }
    match held.would_fall(at) {
        Ok(fallen) if !fallen.is_empty() => {
            let cited = fallen.iter().map(|at| held.citation(&held.course.amendments[*at]));
            let said = Args::new().text("numbers", cited.collect::<Vec<_>>().join(", "));
            text += &wrapped("  ", &say(lang, "explain-fells", &said));
        }
        _ => {}
    }
    text + &rebased::below(held, at, lang) + &reads(held, at, lang)
}

/// The lines of the text that would be other ones, with their changes.
pub fn reads(held: &Sitting<'_>, at: usize, lang: Lang) -> String {
    match would_read(held, at, lang) {
        None => String::new(),
        Some(Ok(lines)) => {
            let head = wrapped("  ", &say(lang, "sitting-would-read", &Args::new()));
            lines.iter().fold(head, |text, line| text + &wrapped("    ", line))
        }
        Some(Err(why)) => wrapped("  ", &why),
    }
}

/// The same, or why there are none; none for a sub-amendment, which acts on another wording.
fn would_read(held: &Sitting<'_>, at: usize, lang: Lang) -> Option<Result<Vec<String>, String>> {
    if held.course.record(at)?.parent.is_some() {
        return None;
    }
    let version = held.state.dossier.version(lang).or(held.state.dossier.versions.first())?;
    let language = version.language()?;
    Some(match held.text_if_adopted(&[at]) {
        Ok(adopted) => {
            let drawn = document::adopted(&held.state, &adopted, version.lang, true);
            let amendment = held.state.dossier.amendments.get(held.place(at))?;
            let author = language.printed.by_amendment.replace("{}", &amendment.cited());
            Ok(plain::changes_by(&drawn, &author))
        }
        Err(refusal) => Err(words::refusal(&refusal, &held.state, lang).text),
    })
}

/// Where every amendment stands, in calling order, a line each.
pub fn standings(held: &Sitting<'_>, lang: Lang) -> String {
    let head = wrapped("", &say(lang, "sitting-open-ones", &Args::new()));
    held.calling_order()
        .into_iter()
        .fold(head, |text, at| text + &wrapped("  ", &standing(held, at, lang)))
}

/// Where one amendment stands; of one that fell, by which it did. Events are not cited: those of a course that is
/// only supposed have no numbers that anybody could look up.
pub fn standing(held: &Sitting<'_>, at: usize, lang: Lang) -> String {
    let record = held.course.record(at);
    let outcome = record.and_then(Record::decision).map(|decision| decision.outcome);
    let standing = match outcome.and_then(|outcome| outcome.words(held.rules)) {
        Some(word) => {
            let causes = held.fell_by(at);
            let known =
                if causes.is_empty() { "none".to_owned() } else { all_named(held, &causes, lang) };
            let said = Args::new().text("outcome", word.words(lang)).text("causes", known);
            say(lang, "sitting-outcome", &said)
        }
        None => {
            let telling = Telling { state: &held.course, rules: held.rules, lang };
            record.map(|record| telling.standing(record)).unwrap_or_default()
        }
    };
    let said = Args::new().text("who", who(held, at, lang));
    say(lang, "sitting-standing", &said.text("standing", standing))
}

/// What is on the floor or next, and where everything stands, for programs.
pub fn json(held: &Sitting<'_>, lang: Lang) -> Value {
    let next = held.next();
    let order = held.calling_order().into_iter();
    let floor: Vec<usize> = held.course.floor.iter().map(|floor| floor.amendment).collect();
    let about = next.as_ref().map(|next| next.amendment).or(floor.last().copied());
    json!({
        "floor": all_cited(held, &floor),
        "next": next.map(|next| json!({
            "amendment": cited(held, next.amendment),
            "why": why(next.why),
        })),
        "about": about.map(|at| about_json(held, at, lang)),
        "amendments": order.map(|at| standing_json(held, at)).collect::<Value>(),
        "for_ruling": held.course.for_ruling,
    })
}

/// Where one amendment stands, for programs; of one that fell, by which it did.
pub fn standing_json(held: &Sitting<'_>, at: usize) -> Value {
    let decision = held.course.record(at).and_then(Record::decision);
    json!({
        "amendment": cited(held, at),
        "outcome": decision.map(|decision| decision.outcome.as_str()),
        "because": all_cited(held, &held.fell_by(at)),
    })
}

/// What is known of an amendment that is open, for programs.
pub fn about_json(held: &Sitting<'_>, at: usize, lang: Lang) -> Value {
    let record = held.course.record(at);
    let position = |(committee, position): &(String, procedure::rules::Position)| json!({ "committee": committee, "position": position.written().trim_matches('"') });
    let positions = record.map_or(&[][..], |record| &record.positions).iter().map(position);
    let (reads, refused) = match would_read(held, at, lang) {
        None => (None, None),
        Some(Ok(lines)) => (Some(lines), None),
        Some(Err(why)) => (None, Some(why)),
    };
    json!({
        "amendment": cited(held, at),
        "tablers": record.map(|record| record.signed.clone()),
        "positions": positions.collect::<Value>(),
        "against": all_cited(held, &held.opponents(at)),
        "series": all_cited(held, &held.series(at)),
        "debated_with": all_cited(held, &held.debated_with(at)),
        "majority": agenda::needed(&Needed::for_an_amendment(held.rules)),
        "speakers": agenda::speakers(&held.speakers(at)),
        "fells": all_cited(held, &held.would_fall(at).unwrap_or_default()),
        "rebased": rebased::versions(&held.rebased(at).unwrap_or_default()),
        "would_read": reads,
        "refused": refused,
    })
}
