//! A line of a case, read against where everything stands: numbers cite amendments as they are cited then.

use engine::sitting::Sitting;
use procedure::event::{
    Ballot, Consequence, Count, Declared, Edition, Event, Id, Piece, Ruling, Time, Vote, Wording,
};
use procedure::rules::{Actor, Majority, Method};
use procedure::state::{Needed, carried};
use serde::de::DeserializeOwned;
use serde_json::Value;

/// What a line comes to.
#[derive(Debug)]
pub enum Said {
    /// Something is shown.
    Show(Shown),
    /// Something is said, by a message's name.
    Message(&'static str),
    /// Something happens: events, with what follows where the line says so.
    Events(Vec<(Event, Option<Vec<Consequence>>)>, Told),
}

/// Which of several events are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// Each.
    All,
    /// The last.
    Last,
}

/// What is shown.
#[derive(Debug)]
pub enum Shown {
    /// The text so far.
    Text,
    /// What falls, and how the text would read, if these are adopted, by position.
    If(Vec<usize>),
    /// What will be put to the vote.
    Agenda,
    /// What comes before what is on the floor is put, and who may speak on it.
    Floor,
    /// Where everything stands.
    State,
    /// The calling order.
    Order,
    /// The majority that a text needs.
    Needs(usize),
}

/// A line: words before a colon, words behind it, and the lines that belong to it.
#[derive(Debug)]
pub struct Line<'l> {
    sitting: &'l Sitting<'l>,
    whole: &'l str,
    head: Vec<&'l str>,
    tail: &'l str,
    below: Vec<(&'l str, &'l str)>,
}

type Read<T> = Result<T, String>;

impl<'l> Line<'l> {
    /// A line, with those that belong to it behind line feeds.
    pub fn new(written: &'l str, sitting: &'l Sitting<'l>) -> Self {
        let mut lines = written.lines();
        let first = lines.next().unwrap_or_default();
        let cut = |line: &'l str| line.split_once(": ").unwrap_or((line.trim_end_matches(':'), ""));
        let (head, tail) = cut(first);
        let head = head.split_whitespace().collect();
        Self { sitting, whole: written, head, tail, below: lines.map(cut).collect() }
    }

    /// What it says.
    ///
    /// # Errors
    /// Why it says nothing.
    pub fn said(mut self) -> Read<Said> {
        if self.whole.starts_with('{') {
            return self.json();
        }
        let verb = self.word()?;
        if let Some(shown) = self.shown(verb)? {
            return Ok(Said::Show(shown));
        }
        if matches!(verb, "adopt" | "reject" | "put") {
            return self.put(verb);
        }
        if verb == "sign" {
            let amendment = self.amendment()?;
            let names = self.names(self.tail)?;
            let signed = |by| (Event::Signed { amendment: amendment.clone(), by }, None);
            return Ok(Said::Events(names.into_iter().map(signed).collect(), Told::All));
        }
        let of_the_floor =
            ["move", "take-over", "not-moved", "speak", "vote", "pair"].contains(&verb);
        if of_the_floor && self.sitting.course.on_the_floor().is_none() {
            return Ok(Said::Message("sitting-floor-empty"));
        }
        if verb == "call" && self.head.is_empty() && self.sitting.next().is_none() {
            return Ok(Said::Message("sitting-none-open"));
        }
        let event = match self.before_the_sitting(verb)? {
            Some(event) => event,
            None => match self.in_the_sitting(verb)? {
                Some(event) => event,
                None => self.afterwards(verb)?.ok_or("there is no such word")?,
            },
        };
        match self.head.first() {
            Some(left) => Err(format!("what is “{left}”?")),
            None => Ok(Said::Events(vec![(event, None)], Told::All)),
        }
    }

    fn before_the_sitting(&mut self, verb: &str) -> Read<Option<Event>> {
        Ok(Some(match verb {
            "draft" => {
                let amendment = self.new_id()?;
                let (parent, part) = (self.parent()?, self.part_after_in()?);
                Event::Drafted { amendment, parent, part, texts: self.texts() }
            }
            "unsign" => {
                Event::SignatureWithdrawn { amendment: self.amendment()?, by: self.tail.to_owned() }
            }
            "table" => {
                let amendment = self.amendment()?;
                let how = self.head.first().copied();
                let is = |word| how == Some(word);
                let (committee, late) = (is("committee"), is("late"));
                if committee || late {
                    self.head.remove(0);
                }
                let committee = committee.then(|| self.rest()).transpose()?;
                let late = late.then(|| self.ruling()).transpose()?;
                Event::Tabled { amendment, committee, late }
            }
            "admit" => Event::Admitted { amendment: self.amendment()?, by: self.rest()? },
            "rule-out" => Event::RuledOut { amendment: self.amendment()?, ruling: self.ruling()? },
            "number" => Event::Numbered { amendment: self.amendment()?, number: self.rest()? },
            "revise" => {
                let amendment = self.amendment()?;
                self.expect("as")?;
                Event::Revised { amendment, number: self.rest()?, texts: self.texts() }
            }
            "translate" => {
                let amendment = self.amendment()?;
                let (lang, wording) = (self.word()?.to_owned(), self.tail.to_owned());
                let text = Wording { lang, wording, note: String::new() };
                Event::Translated { amendment, text }
            }
            "publish" => {
                let edition = term::<Edition>(self.word()?)?;
                Event::Published { edition, name: self.rest()? }
            }
            "deadline" | "sub-deadline" => {
                let at = Time::parse(self.word()?).ok_or("no moment")?;
                let sub_amendments = verb == "sub-deadline";
                Event::DeadlineSet { at, sub_amendments, by: self.rest()? }
            }
            "order" => {
                let amendment = self.amendment()?;
                let before = match self.word()? {
                    "last" => None,
                    "before" => Some(self.amendment()?),
                    other => return Err(format!("“before” or “last”, not “{other}”")),
                };
                Event::Ordered { amendment, before, ruling: self.ruling()? }
            }
            "relate" => {
                let first = self.amendment()?;
                let relation = term::<Declared>(self.word()?)?;
                let second = self.amendment()?;
                let capacity = self.capacity()?;
                Event::Related { first, second, relation, capacity, ruling: self.ruling()? }
            }
            "lift" => {
                let (first, second) = (self.amendment()?, self.amendment()?);
                Event::RelationLifted { first, second, ruling: self.ruling()? }
            }
            "compromise" => {
                Event::Compromise { amendment: self.amendment()?, ruling: self.ruling()? }
            }
            "group" => {
                let listed = self.word()?.split(',').map(|cited| self.cited(cited)).collect();
                Event::Grouped { amendments: listed, ruling: self.ruling()? }
            }
            "separate" => {
                let (amendment, capacity) = (self.amendment()?, self.capacity()?);
                Event::Separated { amendment, by: self.rest()?, capacity }
            }
            "seize" => Event::Seized { what: term(self.word()?)?, committee: self.rest()? },
            "position" => {
                let amendment = self.amendment()?;
                let position = term(self.word()?)?;
                let count = figures(self.tail.split_whitespace())?;
                Event::CommitteePosition { amendment, committee: self.rest()?, position, count }
            }
            _ => return Ok(None),
        }))
    }

    fn in_the_sitting(&mut self, verb: &str) -> Read<Option<Event>> {
        Ok(Some(match verb {
            "begin" => Event::SittingOpened { name: self.rest()? },
            "end" => Event::SittingClosed {},
            "quorum" => Event::QuorumChecked { present: self.number()?, members: self.number()? },
            "pair" => {
                let (first, second) = (self.on_the_floor()?, self.amendment()?);
                let words: Vec<&str> = self.tail.split_whitespace().collect();
                let vote = self.vote(&words, Needed::between_two().majority)?;
                Event::Paired { first, second, vote }
            }
            "common-part" => {
                let words: Vec<&str> = self.tail.split_whitespace().collect();
                let vote = self.vote(&words, self.of_an_amendment())?;
                let amendments = self.amendments();
                let found = amendments.iter().filter_map(|id| self.sitting.course.position(id));
                let texts = self.sitting.common_part(&found.collect::<Vec<_>>());
                Event::CommonPartVoted { amendments, texts, vote }
            }
            "propose" => {
                let adopted = match self.word()? {
                    "adopted" => true,
                    "rejected" => false,
                    other => return Err(format!("“adopted” or “rejected”, not “{other}”")),
                };
                Event::Proposed { amendments: self.amendments(), adopted }
            }
            "object" => Event::Objected { amendment: self.amendment()?, count: self.number()? },
            "declare" => Event::DeclaredDecided { amendment: self.amendment()? },
            "call" if self.head.is_empty() => {
                let next = self.sitting.next().ok_or("nothing is open")?;
                Event::Called { amendment: self.id(next.amendment) }
            }
            "call" => Event::Called { amendment: self.amendment()? },
            "move" | "take-over" => Event::Moved {
                amendment: self.on_the_floor()?,
                by: self.rest()?,
                taken_over: verb == "take-over",
            },
            "not-moved" => Event::NotMoved { amendment: self.on_the_floor()? },
            "speak" => {
                let speaker = term(self.word()?)?;
                Event::Spoke { amendment: self.on_the_floor()?, by: self.rest()?, speaker }
            }
            "oral" => {
                let amendment = self.new_id()?;
                let (parent, part) = (self.parent()?, self.part_after_in()?);
                let by = self.rest()?;
                Event::OralOffered { amendment, parent, part, by, texts: self.texts() }
            }
            "oral-object" => {
                Event::OralObjected { amendment: self.amendment()?, count: self.number()? }
            }
            "oral-admit" => Event::OralAdmitted { amendment: self.amendment()? },
            "split" => Event::Split { amendment: self.amendment()?, into: self.pieces()? },
            "vote" => {
                let amendments = vec![self.on_the_floor()?];
                let words = std::mem::take(&mut self.head);
                Event::Voted { amendments, vote: self.vote(&words, self.of_an_amendment())? }
            }
            "together" => {
                let words: Vec<&str> = self.tail.split_whitespace().collect();
                let vote = self.vote(&words, self.of_an_amendment())?;
                Event::Voted { amendments: self.amendments(), vote }
            }
            "withdraw" => Event::Withdrawn { amendment: self.amendment()?, by: self.rest()? },
            _ => return Ok(None),
        }))
    }

    fn afterwards(&mut self, verb: &str) -> Read<Option<Event>> {
        Ok(Some(match verb {
            "correct" => {
                let event = self.number()?;
                self.expect("to")?;
                let figures = [self.number()?, self.number()?, self.number()?];
                let [in_favour, against, abstentions] = figures;
                let count = Count { in_favour, against, abstentions, roll: Vec::new() };
                Event::Corrected { event, count, ruling: self.ruling()? }
            }
            "annul" => Event::Annulled { event: self.number()?, ruling: self.ruling()? },
            "uphold" => Event::Upheld { event: self.number()?, ruling: self.ruling()? },
            "revise-draft" => {
                Event::DraftRevised { dossier: String::new(), reason: self.tail.to_owned() }
            }
            "carry-over" => {
                let amendment = self.amendment()?;
                let texts = self.texts_below();
                Event::CarriedOver { amendment, texts, ruling: self.ruling()? }
            }
            "text" => {
                let part = self.part()?;
                let words: Vec<&str> = self.tail.split_whitespace().collect();
                let kind = self.sitting.course.texts.get(part).map(|text| text.kind);
                let needed = kind.map(|kind| Needed::for_a_text(kind, self.sitting.rules).majority);
                let needed = needed.unwrap_or_else(|| self.of_an_amendment());
                Event::TextVoted { part, vote: self.vote(&words, needed)? }
            }
            "refer-back" => Event::ReferredBack { part: self.part()?, ruling: self.ruling()? },
            "number-text" => Event::TextNumbered { part: self.part()?, number: self.rest()? },
            "edit" => {
                let part = self.part()?;
                let provision = match self.word()? {
                    "title" => String::new(),
                    provision => provision.to_owned(),
                };
                let [(lang, text)] = self.below[..] else { return Err("one text below".into()) };
                let (lang, text) = (lang.to_owned(), text.to_owned());
                Event::Edited { part, lang, provision, text, ruling: self.ruling()? }
            }
            _ => return Ok(None),
        }))
    }

    fn shown(&mut self, verb: &str) -> Read<Option<Shown>> {
        Ok(Some(match (verb, self.head.len()) {
            ("text", 0) => Shown::Text,
            ("state", 0) => Shown::State,
            ("agenda", 0) => Shown::Agenda,
            ("floor", 0) => Shown::Floor,
            ("order", 0) => Shown::Order,
            ("needs", 1) => Shown::Needs(self.part()?),
            ("if", _) => {
                let amendments = self.amendments();
                let found = amendments.iter().filter_map(|id| self.sitting.course.position(id));
                Shown::If(found.collect())
            }
            _ => return Ok(None),
        }))
    }

    /// Called, moved by whoever signed first, and put.
    fn put(mut self, verb: &str) -> Read<Said> {
        let amendment = self.amendment()?;
        let figures = match verb {
            "adopt" => vec!["31", "12", "7"],
            "reject" => vec!["12", "31", "7"],
            _ => self.tail.split_whitespace().collect(),
        };
        // A chamber that has no electronic system counts hands.
        let usual = self.sitting.rules.votes.methods.value.first().copied();
        let mut vote = self.vote(&figures, self.of_an_amendment())?;
        if !self.sitting.rules.votes.methods.value.contains(&vote.method) {
            vote.method = usual.unwrap_or(vote.method);
        }
        let position = self.sitting.course.position(&amendment);
        let record = position.and_then(|at| self.sitting.course.record(at));
        let by = record.and_then(|record| record.signed.first().cloned());
        let oral = record.is_some_and(|record| record.oral);
        let moved = Event::Moved {
            amendment: amendment.clone(),
            by: by.unwrap_or_else(|| "its mover".into()),
            taken_over: false,
        };
        let mut events = vec![(Event::Called { amendment: amendment.clone() }, None)];
        // Who offers an amendment in the sitting moves it thereby.
        if !oral {
            events.push((moved, None));
        }
        events.push((Event::Voted { amendments: vec![amendment], vote }, None));
        Ok(Said::Events(events, Told::Last))
    }

    fn json(&self) -> Read<Said> {
        let value: Value = serde_json::from_str(self.whole).map_err(|error| error.to_string())?;
        let of = |value: Value| serde_json::from_value(value).map_err(|error| error.to_string());
        let events = match value.get("event") {
            Some(event) => {
                let then = value.get("then").cloned().unwrap_or_else(|| Value::Array(Vec::new()));
                let then = serde_json::from_value(then).map_err(|error| error.to_string())?;
                vec![(of(event.clone())?, Some(then))]
            }
            None => vec![(of(value)?, None)],
        };
        Ok(Said::Events(events, Told::All))
    }

    // Words

    fn word(&mut self) -> Read<&'l str> {
        if self.head.is_empty() {
            return Err("a word is missing".into());
        }
        Ok(self.head.remove(0))
    }

    fn expect(&mut self, word: &str) -> Read<()> {
        match self.word()? {
            found if found == word => Ok(()),
            found => Err(format!("“{word}”, not “{found}”")),
        }
    }

    fn number<N: std::str::FromStr>(&mut self) -> Read<N> {
        let word = self.word()?;
        word.parse().map_err(|_| format!("“{word}” is no number"))
    }

    /// All words that are left.
    fn rest(&mut self) -> Read<String> {
        match std::mem::take(&mut self.head).join(" ") {
            words if words.is_empty() => Err("words are missing".into()),
            words => Ok(words),
        }
    }

    fn names(&self, written: &str) -> Read<Vec<String>> {
        let names = written.split(',').map(str::trim).filter(|name| !name.is_empty());
        Ok(names.map(str::to_owned).collect())
    }

    /// Who decides, and why behind the colon; either may be left out, to be refused.
    fn ruling(&mut self) -> Read<Ruling> {
        let capacity = self.capacity()?;
        let by = std::mem::take(&mut self.head).join(" ");
        Ok(Ruling { by, reason: self.tail.to_owned(), capacity })
    }

    /// "as president", where it is said.
    fn capacity(&mut self) -> Read<Option<Actor>> {
        if self.head.first() != Some(&"as") {
            return Ok(None);
        }
        self.head.remove(0);
        term(self.word()?).map(Some)
    }

    // Amendments and texts

    fn id(&self, at: usize) -> Id {
        let record = self.sitting.course.record(at);
        record.map_or_else(|| Id::from(""), |record| record.id.clone())
    }

    /// An amendment as it is cited; what nothing is cited by is taken for an id.
    fn cited(&self, cited: &str) -> Id {
        // "4 rev." is two words: a number may be cited by its first one.
        let found = self.sitting.cited(cited);
        found.map_or_else(|| Id::from(cited), |at| self.id(at))
    }

    fn amendment(&mut self) -> Read<Id> {
        let word = self.word()?;
        Ok(self.cited(word))
    }

    fn amendments(&mut self) -> Vec<Id> {
        std::mem::take(&mut self.head).into_iter().map(|cited| self.cited(cited)).collect()
    }

    fn new_id(&mut self) -> Read<Id> {
        self.word().map(Id::from)
    }

    fn on_the_floor(&self) -> Read<Id> {
        let top = self.sitting.course.on_the_floor().ok_or("nothing is on the floor")?;
        Ok(self.id(top.amendment))
    }

    fn parent(&mut self) -> Read<Option<Id>> {
        if self.head.first() != Some(&"to") {
            return Ok(None);
        }
        self.head.remove(0);
        self.amendment().map(Some)
    }

    fn part_after_in(&mut self) -> Read<Option<usize>> {
        if self.head.first() != Some(&"in") {
            return Ok(None);
        }
        self.head.remove(0);
        self.part().map(Some)
    }

    /// A text by its letter; one of no such letter is out of all of them.
    fn part(&mut self) -> Read<usize> {
        let letter = self.word()?;
        let texts = &self.sitting.course.texts;
        Ok(texts.iter().position(|text| text.letter == letter).unwrap_or(texts.len()))
    }

    // Wordings and votes

    /// The wording behind the colon in the first language of the dossier, and those below by language.
    fn texts(&self) -> Vec<Wording> {
        let first = self.sitting.state.dossier.versions.first();
        let lang = first.map_or("en", |version| version.lang.tag());
        let own = (!self.tail.is_empty()).then(|| wording(lang, self.tail));
        own.into_iter().chain(self.texts_below()).collect()
    }

    fn texts_below(&self) -> Vec<Wording> {
        self.below.iter().map(|(lang, text)| wording(lang, text)).collect()
    }

    /// Pieces, a line for each, or for each language of one: `4.1: wording`, `4.1 fr: wording`.
    fn pieces(&self) -> Read<Vec<Piece>> {
        let first = self.sitting.state.dossier.versions.first();
        let usual = first.map_or("en", |version| version.lang.tag());
        let mut pieces: Vec<Piece> = Vec::new();
        for (name, text) in &self.below {
            let (id, lang) = name.split_once(' ').unwrap_or((name, usual));
            match pieces.iter_mut().find(|piece| piece.id.0 == id && lang != usual) {
                Some(piece) => piece.texts.push(wording(lang, text)),
                None => pieces.push(Piece { id: Id::from(id), texts: vec![wording(lang, text)] }),
            }
        }
        Ok(pieces)
    }

    fn of_an_amendment(&self) -> Majority {
        Needed::for_an_amendment(self.sitting.rules).majority
    }

    /// A vote: method, figures and what was declared, in any order; names below.
    fn vote(&self, words: &[&str], needed: Majority) -> Read<Vote> {
        let (mut method, mut declared, mut numbers) = (Method::Electronic, None, Vec::new());
        for word in words {
            match *word {
                "adopted" => declared = Some(true),
                "rejected" => declared = Some(false),
                word if word.bytes().all(|byte| byte.is_ascii_digit()) => numbers.push(word),
                word => method = term(word)?,
            }
        }
        let mut roll = Vec::new();
        for (side, names) in &self.below {
            let ballot = term::<Ballot>(side)?;
            roll.extend(self.names(names)?.into_iter().map(|name| (name, ballot)));
        }
        let count = match figures(numbers.into_iter())? {
            Some(count) => Some(Count { roll, ..count }),
            None if roll.is_empty() => None,
            None => {
                let side =
                    |wanted| roll.iter().filter(|(_, ballot)| *ballot == wanted).count() as u32;
                let sides = [Ballot::For, Ballot::Against, Ballot::Abstention].map(side);
                let [in_favour, against, abstentions] = sides;
                Some(Count { in_favour, against, abstentions, roll })
            }
        };
        let follows = count.as_ref().and_then(|count| carried(count, needed, self.sitting.rules));
        let adopted =
            declared.or(follows).ok_or("the outcome does not follow: adopted or rejected?")?;
        Ok(Vote { method, count, adopted })
    }
}

fn wording(lang: &str, text: &str) -> Wording {
    Wording { lang: lang.to_owned(), wording: text.to_owned(), note: String::new() }
}

/// "31 12 7", the abstentions may be left out; none where there are no words.
fn figures<'w>(words: impl Iterator<Item = &'w str>) -> Read<Option<Count>> {
    let numbers: Result<Vec<u32>, _> = words.map(str::parse).collect();
    match numbers.map_err(|error| error.to_string())?[..] {
        [] => Ok(None),
        [in_favour, against] => {
            Ok(Some(Count { in_favour, against, abstentions: 0, roll: Vec::new() }))
        }
        [in_favour, against, abstentions] => {
            Ok(Some(Count { in_favour, against, abstentions, roll: Vec::new() }))
        }
        _ => Err("figures are: for, against, abstentions".into()),
    }
}

/// A word of the log for one of its terms.
fn term<T: DeserializeOwned>(word: &str) -> Read<T> {
    serde_json::from_value(Value::String(word.to_owned())).map_err(|error| error.to_string())
}
