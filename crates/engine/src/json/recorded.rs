//! What is recorded of decisions, to JSON and back.
//!
//! ```json
//! "recorded": {
//!   "positions": [{"committee": "Committee on Lamps", "position": "unanimous", "at": "2031-10-15T17:09:00Z"}],
//!   "ruling": {"outcome": "fell", "at": "2031-10-16T10:31:00Z", "by": null, "because": ["4"], "superseded_by": [], "votes": null}
//! }
//! ```

use super::Error;
use super::node::Node;
use super::reader::lang;
use crate::recorded::{
    self, By, Decisions, Recorded, Ruling, Taken, TextOutcome, TextRuling, Votes,
};
use procedure::event::Time;
use procedure::rules::Term;
use procedure::state::Outcome;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use text::Lang;

/// What is recorded of an amendment.
#[derive(Serialize)]
pub struct RecordedOut<'a> {
    positions: Vec<TakenOut<'a>>,
    ruling: Option<RulingOut<'a>>,
}

#[derive(Serialize)]
struct TakenOut<'a> {
    committee: &'a str,
    position: &'static str,
    at: &'a str,
}

#[derive(Serialize)]
struct RulingOut<'a> {
    outcome: &'static str,
    at: &'a str,
    by: Option<ByOut<'a>>,
    because: &'a [String],
    superseded_by: &'a [String],
    votes: Option<VotesOut>,
}

#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum ByOut<'a> {
    Member(&'a str),
    Committee(&'a str),
}

#[derive(Serialize)]
struct VotesOut {
    #[serde(rename = "for")]
    in_favour: u32,
    against: u32,
    abstentions: u32,
}

impl From<Votes> for VotesOut {
    fn from(votes: Votes) -> Self {
        let Votes { in_favour, against, abstentions } = votes;
        Self { in_favour, against, abstentions }
    }
}

impl<'a> RecordedOut<'a> {
    /// Borrowed.
    pub fn new(recorded: &'a Recorded) -> Self {
        let positions = recorded.positions.iter().map(|taken| TakenOut {
            committee: &taken.committee,
            position: taken.position.word(),
            at: taken.at.as_str(),
        });
        let ruling = recorded.ruling.as_ref().map(|ruling| RulingOut {
            outcome: ruling.outcome.as_str(),
            at: ruling.at.as_str(),
            by: match &ruling.by {
                By::Assembly => None,
                By::Member(name) => Some(ByOut::Member(name)),
                By::Committee(name) => Some(ByOut::Committee(name)),
            },
            because: &ruling.because,
            superseded_by: &ruling.superseded_by,
            votes: ruling.votes.map(VotesOut::from),
        });
        Self { positions: positions.collect(), ruling }
    }
}

/// What is recorded beside the amendments.
#[derive(Serialize)]
pub struct DecisionsOut<'a> {
    texts: Vec<TextOut<'a>>,
    words: Vec<WordOut<'a>>,
}

#[derive(Serialize)]
struct TextOut<'a> {
    part: u32,
    outcome: &'static str,
    at: &'a str,
    votes: Option<VotesOut>,
}

#[derive(Serialize)]
struct WordOut<'a> {
    language: &'static str,
    outcome: &'static str,
    word: &'a str,
}

impl<'a> DecisionsOut<'a> {
    /// Borrowed; none where nothing is recorded.
    pub fn new(decisions: &'a Decisions) -> Option<Self> {
        let texts = decisions.texts.iter().map(|text| TextOut {
            part: text.part,
            outcome: text.outcome.as_str(),
            at: text.at.as_str(),
            votes: text.votes.map(VotesOut::from),
        });
        let words = decisions.words.iter().flat_map(|(lang, words)| {
            words.iter().map(|(outcome, word)| WordOut {
                language: lang.tag(),
                outcome: outcome.as_str(),
                word,
            })
        });
        let out = Self { texts: texts.collect(), words: words.collect() };
        (!out.texts.is_empty() || !out.words.is_empty()).then_some(out)
    }
}

/// Reads what is recorded of an amendment.
pub fn recorded(node: &Node<'_>) -> Result<Recorded, Error> {
    const KEYS: [&str; 2] = ["positions", "ruling"];
    let recorded = Recorded {
        positions: node.key("positions", &KEYS)?.list(taken)?,
        ruling: node.key("ruling", &KEYS)?.or_null(ruling)?,
    };
    let positions = &recorded.positions;
    let mut seen = BTreeSet::new();
    if !positions.iter().all(|taken| seen.insert(taken)) {
        return Err(node.wrong("one position of a committee stands here twice"));
    }
    if positions.is_empty() && recorded.ruling.is_none() {
        return Err(node.wrong("nothing is recorded here: leave the key out"));
    }
    Ok(recorded)
}

fn taken(node: &Node<'_>) -> Result<Taken, Error> {
    const KEYS: [&str; 3] = ["committee", "position", "at"];
    let name = node.key("position", &KEYS)?;
    let position = recorded::position(name.str()?);
    Ok(Taken {
        committee: node.key("committee", &KEYS)?.string()?,
        position: position.ok_or_else(|| unknown(&name, "position"))?,
        at: moment(&node.key("at", &KEYS)?)?,
    })
}

fn ruling(node: &Node<'_>) -> Result<Ruling, Error> {
    const KEYS: [&str; 6] = ["outcome", "at", "by", "because", "superseded_by", "votes"];
    let list = |key| node.key(key, &KEYS)?.list(|node| node.string());
    Ok(Ruling {
        outcome: outcome(&node.key("outcome", &KEYS)?)?,
        at: moment(&node.key("at", &KEYS)?)?,
        by: node.key("by", &KEYS)?.or_null(by)?.unwrap_or(By::Assembly),
        because: list("because")?,
        superseded_by: list("superseded_by")?,
        votes: node.key("votes", &KEYS)?.or_null(votes)?,
    })
}

fn outcome(node: &Node<'_>) -> Result<Outcome, Error> {
    recorded::outcome(node.str()?).ok_or_else(|| unknown(node, "outcome"))
}

fn unknown(node: &Node<'_>, what: &str) -> Error {
    node.wrong(format!("no {what} is called {:?}", node.str().unwrap_or_default()))
}

fn moment(node: &Node<'_>) -> Result<Time, Error> {
    let wrong = || node.wrong("a moment is written \"2031-10-16T10:03:00Z\"");
    Time::parse(node.str()?).ok_or_else(wrong)
}

fn by(node: &Node<'_>) -> Result<By, Error> {
    match node.has("member") {
        true => Ok(By::Member(node.key("member", &["member"])?.string()?)),
        false => Ok(By::Committee(node.key("committee", &["committee"])?.string()?)),
    }
}

fn votes(node: &Node<'_>) -> Result<Votes, Error> {
    const KEYS: [&str; 3] = ["for", "against", "abstentions"];
    let figure = |key| node.key(key, &KEYS)?.number();
    let [in_favour, against, abstentions] =
        [figure("for")?, figure("against")?, figure("abstentions")?];
    Ok(Votes { in_favour, against, abstentions })
}

/// Reads what is recorded beside the amendments.
pub fn decisions(node: &Node<'_>) -> Result<Decisions, Error> {
    const KEYS: [&str; 2] = ["texts", "words"];
    let texts = node.key("texts", &KEYS)?.list(text)?;
    if !texts.is_sorted_by(|one, next| one.part < next.part) {
        return Err(node.wrong("each text stands here once, in the order of the draft"));
    }
    let mut words = BTreeMap::<Lang, BTreeMap<Outcome, String>>::new();
    let list = node.key("words", &KEYS)?;
    for (lang, outcome, word) in list.list(word)? {
        if words.entry(lang).or_default().insert(outcome, word).is_some() {
            let name = outcome.as_str();
            return Err(list.wrong(format!("{name:?} has two words in {:?}", lang.tag())));
        }
    }
    Ok(Decisions { texts, words })
}

fn text(node: &Node<'_>) -> Result<TextRuling, Error> {
    const KEYS: [&str; 4] = ["part", "outcome", "at", "votes"];
    let name = node.key("outcome", &KEYS)?;
    let called = name.str()?;
    let outcome = TextOutcome::ALL.into_iter().find(|outcome| outcome.as_str() == called);
    Ok(TextRuling {
        part: node.key("part", &KEYS)?.number()?,
        outcome: outcome.ok_or_else(|| unknown(&name, "outcome of a text"))?,
        at: moment(&node.key("at", &KEYS)?)?,
        votes: node.key("votes", &KEYS)?.or_null(votes)?,
    })
}

fn word(node: &Node<'_>) -> Result<(Lang, Outcome, String), Error> {
    const KEYS: [&str; 3] = ["language", "outcome", "word"];
    Ok((
        lang(&node.key("language", &KEYS)?)?,
        outcome(&node.key("outcome", &KEYS)?)?,
        node.key("word", &KEYS)?.string()?,
    ))
}
