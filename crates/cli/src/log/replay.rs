//! Where everything stands after an event, for people and for programs.

use super::{SCHEMA, findings};
use crate::diagnostics::wrapped;
use crate::fold::Folded;
use engine::words::{self, Args};
use procedure::event::{Id, Seq};
use procedure::rules::{Rules, Shown};
use procedure::sentence::{Telling, moment};
use procedure::state::{Proposal, Record, Stage, State, TextOutcome};
use serde_json::{Value, json};
use text::Lang;

/// The state in lines: what is on the floor, each amendment, each text, proposals, and what awaits a ruling.
pub fn text(folded: &Folded, rules: &Rules, lang: Lang) -> String {
    let state = &folded.state;
    let telling = Telling { state, rules, lang };
    let say = |id: &str, args: &Args| words::say(lang, id, args);
    let mut text = head(folded, rules, lang);
    let mut part = |id: &str, lines: Vec<String>| {
        if !lines.is_empty() {
            text.push('\n');
            text.push_str(&wrapped("", &say(id, &Args::new())));
            lines.iter().for_each(|line| text.push_str(line));
        }
    };
    let floor = state.floor.iter().filter_map(|floor| {
        let record = state.record(floor.amendment)?;
        let args = Args::new().text("amendment", telling.record(record));
        let args = args.text("since", telling.moment(&floor.since));
        let by = floor.moved.as_deref().unwrap_or_default();
        let args = args.text("by", words::excerpt(by, 120));
        let moved = if floor.moved.is_some() { "yes" } else { "no" };
        Some(wrapped("  ", &say("log-on-the-floor", &args.text("moved", moved))))
    });
    part("log-part-floor", floor.collect());
    let amendments = state.amendments.iter().map(|record| {
        let cited = words::excerpt(&cited(state, record), 40);
        wrapped(&format!("  {cited:<8}"), &telling.standing(record))
    });
    part("log-part-amendments", amendments.collect());
    let texts = state.texts.iter().enumerate().map(|(at, text)| {
        wrapped("  ", &format!("{}: {}", telling.text(at), telling.text_standing(text)))
    });
    part("log-part-texts", texts.collect());
    let proposals = state.proposals.iter().filter_map(|(at, proposal)| {
        let record = state.record(*at)?;
        let outcome = if proposal.adopted { "adopted" } else { "rejected" };
        let args = Args::new().text("amendment", telling.record(record)).text("outcome", outcome);
        let args = args.number("count", proposal.objections as usize);
        Some(wrapped("  ", &say("log-proposed", &args)))
    });
    part("log-part-proposals", proposals.collect());
    let rulings = state.for_ruling.iter().map(|event| wrapped("  ", &telling.for_ruling(*event)));
    part("log-part-rulings", rulings.collect());
    text
}

fn head(folded: &Folded, rules: &Rules, lang: Lang) -> String {
    let state = &folded.state;
    let args = Args::new().text("event", state.seq.to_string());
    let args = args.text("at", state.time.as_ref().map(moment).unwrap_or_default());
    let reference = state.opened.as_ref().map(|opened| opened.reference.as_str());
    let args = args.text("reference", words::excerpt(reference.unwrap_or_default(), 120));
    let telling = Telling { state, rules, lang };
    let name = telling.own(state.sitting.as_deref().unwrap_or_default());
    let args = args.text("sitting", if state.sitting.is_some() { "yes" } else { "no" });
    wrapped("", &words::say(lang, "log-after", &args.text("name", words::excerpt(name, 120))))
}

/// "13/1" for sub-amendment 1 to amendment 13; what the log calls it where it has no number.
fn cited(state: &State, record: &Record) -> String {
    let parent = record.parent.and_then(|at| state.record(at));
    match (&record.number, parent.and_then(|parent| parent.number.as_ref())) {
        (Some(number), Some(parent)) => format!("{parent}/{number}"),
        (Some(number), None) if record.parent.is_none() => number.clone(),
        _ => record.id.0.clone(),
    }
}

/// The same for programs.
pub fn json(folded: &Folded, rules: &Rules, lang: Lang) -> Value {
    let state = &folded.state;
    let telling = Telling { state, rules, lang };
    let id = |at: usize| state.record(at).map(|record| record.id.0.as_str());
    let floor = state.floor.iter().map(|floor| {
        json!({
            "amendment": id(floor.amendment),
            "since": floor.since.as_str(),
            "moved_by": floor.moved,
        })
    });
    let proposal = |(at, proposal): (&usize, &Proposal)| {
        json!({
            "amendment": id(*at),
            "adopted": proposal.adopted,
            "objections": proposal.objections,
        })
    };
    let amendments = state.amendments.iter().map(|record| amendment(&telling, record));
    json!({
        "schema": SCHEMA,
        "command": "replay",
        "file": folded.file,
        "after": state.seq,
        "time": state.time.as_ref().map(|time| time.as_str()),
        "head": folded.head.hash.to_string(),
        "reference": state.opened.as_ref().map(|opened| opened.reference.as_str()),
        "rules": state.opened.as_ref().map(|opened| json!({
            "profile": opened.profile.0,
            "edition": opened.profile.1,
            "sha256": opened.rules,
        })),
        "sitting": state.sitting,
        "floor": floor.collect::<Value>(),
        "amendments": amendments.collect::<Value>(),
        "texts": (0..state.texts.len()).map(|at| a_text(&telling, at)).collect::<Value>(),
        "proposals": state.proposals.iter().map(proposal).collect::<Value>(),
        "for_ruling": state.for_ruling,
        "findings": findings(folded),
    })
}

fn amendment(telling: &Telling<'_>, record: &Record) -> Value {
    let state = telling.state;
    let parent = record.parent.and_then(|at| state.record(at));
    let decision = record.decision();
    let committee = |(name, position): &(String, procedure::rules::Position)| json!({ "committee": name, "position": position.written().trim_matches('"') });
    json!({
        "id": record.id,
        "number": record.number,
        "cited": cited(state, record),
        "parent": parent.map(|parent| &parent.id as &Id),
        "part": record.part,
        "tablers": record.signed,
        "committee": record.committee,
        "oral": record.oral,
        "positions": record.positions.iter().map(committee).collect::<Value>(),
        "stage": stage(&record.stage),
        "called": record.called,
        "reopened": record.reopened,
        "displaced": record.displaced,
        "outcome": decision.map(|decision| decision.outcome.as_str()),
        "event": decision.map(|decision| decision.event),
        "because": decision.map_or(&[][..], |decision| decision.because.as_slice()) as &[Seq],
        "vote": decision.and_then(|decision| decision.vote.as_ref()),
        "superseded": decision.and_then(|decision| decision.superseded),
        "words": telling.standing(record),
    })
}

fn a_text(telling: &Telling<'_>, at: usize) -> Value {
    let Some(text) = telling.state.texts.get(at) else { return Value::Null };
    let (outcome, event, vote) = match &text.outcome {
        None => (None, None, None),
        Some(TextOutcome::ReferredBack { event }) => (Some("referred-back"), Some(*event), None),
        Some(TextOutcome::Voted { vote, event }) => {
            let outcome = if vote.adopted { "adopted" } else { "rejected" };
            (Some(outcome), Some(*event), Some(vote))
        }
    };
    json!({
        "letter": text.letter,
        "kind": text.kind,
        "outcome": outcome,
        "event": event,
        "vote": vote,
        "number": text.number,
        "edits": text.edits.len(),
        "words": telling.text_standing(text),
    })
}

fn stage(stage: &Stage) -> &'static str {
    match stage {
        Stage::Drafted => "drafted",
        Stage::Tabled => "tabled",
        Stage::Offered { .. } => "offered",
        Stage::Open => "open",
        Stage::Decided(_) => "decided",
    }
}
