//! What a case asks to see.

use super::line::Shown;
use crate::suite::draft::{difference, lines};
use engine::adopt::{Adopted, Refusal};
use engine::sitting::{Sitting, Why};
use engine::words::{self, Args, say};
use procedure::rules::Shown as _;
use procedure::sentence::Telling;
use procedure::state::Needed;
use text::Lang;

impl Shown {
    /// The lines of what is shown.
    pub fn lines(&self, sitting: &Sitting<'_>, langs: &[Lang]) -> String {
        match self {
            Self::Text => match sitting.text() {
                Ok(adopted) => texts(sitting, &adopted),
                Err(why) => refused(sitting, &why, langs),
            },
            Self::If(amendments) => hypothetical(sitting, amendments, langs),
            Self::Agenda => agenda(sitting),
            Self::Floor => floor(sitting, langs),
            Self::State => langs.iter().map(|lang| state(sitting, *lang)).collect(),
            Self::Order => {
                let order = sitting.calling_order();
                let cited = order.iter().filter_map(|at| sitting.course.record(*at));
                let cited: Vec<String> = cited.map(|record| sitting.citation(record)).collect();
                format!("order: {}\n", cited.join(", "))
            }
            Self::Needs(part) => {
                let telling = |lang| Telling { state: &sitting.course, rules: sitting.rules, lang };
                let Some(text) = sitting.course.texts.get(*part) else { return String::new() };
                let needed = Needed::for_a_text(text.kind, sitting.rules).majority;
                let line = |lang: &Lang| {
                    format!("{}: {}\n", telling(*lang).text(*part), needed.words(*lang))
                };
                langs.iter().map(line).collect()
            }
        }
    }
}

/// What is called next, and why; nothing while what is on the floor has no open sub-amendment.
pub fn next(sitting: &Sitting<'_>, langs: &[Lang]) -> String {
    let line = |lang: &Lang| match sitting.next() {
        Some(next) => {
            let why = match next.why {
                Why::Reopened => "reopened",
                Why::SubAmendment => "sub-amendment",
                Why::Ordered => "ordered",
                Why::Compromise => "compromise",
                Why::Order => "order",
            };
            let who = words::named(&sitting.state, sitting.place(next.amendment), true, *lang);
            let next_one =
                say(*lang, "sitting-next", &Args::new().text("who", who).text("why", why));
            let before = words::beforehand(sitting, next.amendment, *lang).into_iter();
            before.fold(next_one, |text, line| text + "\n  " + &line) + "\n"
        }
        None if sitting.course.on_the_floor().is_none() => {
            say(*lang, "sitting-none-open", &Args::new()) + "\n"
        }
        None => String::new(),
    };
    langs.iter().map(line).collect()
}

/// What comes before what is on the floor is put to the vote.
fn floor(sitting: &Sitting<'_>, langs: &[Lang]) -> String {
    let Some(floor) = sitting.course.on_the_floor() else { return String::new() };
    let of = |lang: &Lang| {
        let lines = words::beforehand(sitting, floor.amendment, *lang).into_iter();
        let may = sitting.speakers(floor.amendment).words(*lang);
        lines.fold(format!("may speak: {may}\n"), |text, line| text + &line + "\n")
    };
    langs.iter().map(of).collect()
}

/// What will be put to the vote, and the fewest and the most votes.
fn agenda(sitting: &Sitting<'_>) -> String {
    let cited = |at: &usize| sitting.course.record(*at).map(|record| sitting.citation(record));
    let all = |all: &[usize]| all.iter().filter_map(cited).collect::<Vec<_>>().join(", ");
    let mut out = String::new();
    for question in sitting.agenda().questions {
        out += &format!("question: {}", all(&[question.amendment]));
        if !question.with.is_empty() {
            out += &format!(" with {}", all(&question.with));
        }
        if !question.against.is_empty() {
            out += &format!(" against {}", all(&question.against));
        }
        out.push('\n');
    }
    if let Some(estimate) = sitting.agenda().estimate {
        out += &format!("seconds left: {}\n", estimate.left);
    }
    let votes = sitting.votes();
    for (name, extreme) in [("fewest", votes.fewest), ("most", votes.most)] {
        let course = extreme.course.iter().map(|put| {
            let rival = put.against.map(|rival| format!(" against {}", all(&[rival])));
            let outcome = if put.adopted { "adopted" } else { "rejected" };
            format!("{}{} {outcome}", all(&[put.amendment]), rival.unwrap_or_default())
        });
        let course = course.collect::<Vec<_>>().join(", ");
        out += &format!("{name} votes: {} ({course})\n", extreme.votes);
    }
    out
}

/// What changes in the draft of each language.
fn texts(sitting: &Sitting<'_>, adopted: &Adopted) -> String {
    let versions = &sitting.state.dossier.versions;
    let text = |text: &engine::adopt::AdoptedText| {
        let before = versions.iter().find(|version| version.lang == text.lang);
        let before = before.map(|version| lines(&version.draft)).unwrap_or_default();
        let changes = difference(&before, &lines(&text.consolidated.draft));
        format!("text ({}):\n{changes}", text.lang)
    };
    adopted.texts.iter().map(text).collect()
}

fn hypothetical(sitting: &Sitting<'_>, amendments: &[usize], langs: &[Lang]) -> String {
    let cited = |at: &usize| sitting.course.record(*at).map(|record| sitting.citation(record));
    let named = amendments.iter().filter_map(cited).collect::<Vec<_>>().join(", ");
    let mut out = format!("if {named} is adopted:\n");
    if let [one] = amendments
        && let Ok(fallen) = sitting.would_fall(*one)
    {
        let fallen = fallen.iter().filter_map(cited).collect::<Vec<_>>();
        out +=
            &format!("fells: {}\n", if fallen.is_empty() { "–".into() } else { fallen.join(", ") });
    }
    out + &match sitting.text_if_adopted(amendments) {
        Ok(adopted) => texts(sitting, &adopted),
        Err(why) => refused(sitting, &why, langs),
    }
}

fn refused(sitting: &Sitting<'_>, why: &Refusal, langs: &[Lang]) -> String {
    let line = |lang: &Lang| {
        let message = words::refusal(why, &sitting.state, *lang);
        format!("cannot be: {}\n", message.text)
    };
    langs.iter().map(line).collect()
}

/// Where every amendment and text stands, what is on the floor, proposed, and to be ruled on.
fn state(sitting: &Sitting<'_>, lang: Lang) -> String {
    let course = &sitting.course;
    let telling = Telling { state: course, rules: sitting.rules, lang };
    let mut out = String::from("state:\n");
    for floor in &course.floor {
        if let Some(record) = course.record(floor.amendment) {
            let args = Args::new().text("amendment", telling.record(record));
            let args = args.text("since", procedure::sentence::moment(&floor.since));
            let moved = if floor.moved.is_some() { "yes" } else { "no" };
            let by = floor.moved.clone().unwrap_or_default();
            let said = say(lang, "log-on-the-floor", &args.text("moved", moved).text("by", by));
            out += &format!("  {said}\n");
        }
    }
    let of_the_draft = course.amendments.iter().filter(|record| record.parent.is_none());
    for record in of_the_draft {
        let subs = record.sub_amendments.iter().filter_map(|at| course.record(*at));
        for one in std::iter::once(record).chain(subs) {
            out += &format!("  {}: {}\n", sitting.citation(one), telling.standing(one));
        }
    }
    for (part, text) in course.texts.iter().enumerate() {
        out += &format!("  {}: {}\n", telling.text(part), telling.text_standing(text));
    }
    for (at, proposal) in &course.proposals {
        if let Some(record) = course.record(*at) {
            let outcome = if proposal.adopted { "adopted" } else { "rejected" };
            let args = Args::new().text("amendment", telling.record(record));
            let args = args.text("outcome", outcome).number("count", proposal.objections as usize);
            out += &format!("  {}\n", say(lang, "log-proposed", &args));
        }
    }
    for event in &course.for_ruling {
        out += &format!("  {}\n", telling.for_ruling(*event));
    }
    out
}
