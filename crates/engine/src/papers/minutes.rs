//! The minutes of decisions: what happened, in order, by sitting.
//!
//! ```text
//! Third sitting (16 October 2031)        a section; what happens between sittings has its own
//!   A. Draft resolution                  a section, where the dossier has several texts
//!     Amendment 4, paragraph 7           a heading, and below it what was said and decided on that amendment
//! ```
//!
//! Nothing stands under a heading that it is not about: what is about several amendments, about a text or about none
//! has a heading of its own. What only prepares a sitting, drafts, signatures and translations, is left out.

use super::roll::{self, Roll};
use super::{Desk, aside, capital, headed, paragraph};
use crate::document::{Document, Row, Section, desk};
use crate::sitting::Sitting;
use crate::words::{Args, excerpt};
use ::words::name::name;
use procedure::event::{Consequence, Count, Event, Id, Ruling, Seq, Vote, Wording};
use procedure::log::Entry;
use procedure::rules::Term;
use procedure::sentence::{Telling, hour};
use procedure::state::{Outcome, Refusal, State as Course};
use text::Lang;

/// An event with all that it names in the language of the paper.
fn in_own(event: &Event, desk: &Desk<'_>) -> Event {
    let mut own = event.clone();
    let name = |name: &mut String| *name = desk.in_own(name);
    let ruled = |ruling: &mut Ruling| {
        name(&mut ruling.by);
        name(&mut ruling.reason);
    };
    match &mut own {
        Event::Withdrawn { by, .. }
        | Event::OralOffered { by, .. }
        | Event::Separated { by, .. }
        | Event::DeadlineSet { by, .. } => name(by),
        Event::Ordered { ruling, .. }
        | Event::Related { ruling, .. }
        | Event::RelationLifted { ruling, .. }
        | Event::RuledOut { ruling, .. }
        | Event::Compromise { ruling, .. }
        | Event::Grouped { ruling, .. }
        | Event::CarriedOver { ruling, .. }
        | Event::ReferredBack { ruling, .. }
        | Event::Edited { ruling, .. } => ruled(ruling),
        Event::DraftRevised { reason, .. } => name(reason),
        Event::Tabled { committee, late, .. } => {
            committee.iter_mut().for_each(name);
            late.iter_mut().for_each(ruled);
        }
        _ => {}
    }
    own
}

/// The most characters that are shown of a reason.
const REASON: usize = 400;

/// The minutes of these entries, which are those that led to `held`.
///
/// # Errors
/// The first entry that the rules forbid.
pub fn minutes(
    held: &Sitting<'_>,
    entries: &[Entry],
    lang: Lang,
) -> Result<Document, (Seq, Box<Refusal>)> {
    let Some(desk) = Desk::new(held, lang) else { return Ok(desk::empty(lang)) };
    let mut writing = Writing {
        desk: &desk,
        course: Course::default(),
        sections: Vec::new(),
        under: Under::Nothing,
        text: None,
        hours: false,
        said: Vec::new(),
        rolls: Vec::new(),
    };
    writing.section("minutes-before", desk.plain("minutes-before"));
    for entry in entries {
        writing.event(entry);
        let taken = writing.course.apply(entry, held.rules);
        taken.map_err(|refusal| (entry.seq, Box::new(refusal)))?;
        entry.then.iter().for_each(|consequence| writing.consequence(consequence, entry));
        if matches!(entry.event, Event::SittingClosed {}) {
            writing.section("minutes-after", desk.plain("minutes-after"));
        }
    }
    writing.paragraph();
    let Writing { mut sections, rolls, hours, .. } = writing;
    sections.retain(|section| !section.rows.is_empty());
    if let Some(first) = sections.first_mut().filter(|_| hours) {
        first.rows.insert(0, aside(desk.plain("minutes-hours")));
    }
    sections.extend(roll::annex(&desk, &rolls));
    Ok(desk.document("paper-minutes", sections))
}

/// Under which heading we write.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Under {
    /// None: at the head of a section.
    Nothing,
    /// That of an amendment.
    Amendment(Id),
    /// Another one.
    Other(String),
}

struct Writing<'a, 'd> {
    desk: &'a Desk<'d>,
    /// Where everything stands: before the event that is told, or behind it where its consequences are.
    course: Course,
    sections: Vec<Section>,
    under: Under,
    /// The text under whose heading we write.
    text: Option<usize>,
    /// Whether an hour was told.
    hours: bool,
    /// Sentences of the paragraph that is being written.
    said: Vec<String>,
    rolls: Vec<Roll>,
}

impl Writing<'_, '_> {
    fn say(&self, id: &str, args: &Args) -> String {
        self.desk.say(id, args)
    }

    fn telling(&self) -> Telling<'_> {
        Telling { state: &self.course, rules: self.desk.held.rules, lang: self.desk.lang }
    }

    fn section(&mut self, id: &str, heading: String) {
        self.paragraph();
        let id = format!("{id}-{}", self.sections.len());
        self.sections.push(Section { follows: true, ..self.desk.section(id, heading) });
        self.under = Under::Nothing;
        self.text = None;
    }

    fn row(&mut self, row: Row) {
        if let Some(section) = self.sections.last_mut() {
            section.rows.push(row);
        }
    }

    /// Ends the paragraph.
    fn paragraph(&mut self) {
        if !self.said.is_empty() {
            let words = std::mem::take(&mut self.said).join(" ");
            self.row(paragraph(words));
        }
    }

    /// A paragraph of its own.
    fn apart(&mut self, words: String) {
        self.paragraph();
        self.row(paragraph(words));
    }

    /// Goes on under this heading; `part` is the text that it is about.
    fn headed(&mut self, under: Under, heading: &str, part: Option<usize>) {
        if self.under == under {
            return;
        }
        self.paragraph();
        let several = self.desk.held.course.texts.len() > 1 && self.course.sitting.is_some();
        if several && part.is_some() && part != self.text {
            self.section("text", self.desk.part_heading(part));
            self.text = part;
        }
        self.row(headed(heading));
        self.under = under;
    }

    /// Goes on under the heading of this amendment.
    fn under(&mut self, id: &Id) {
        let at = self.desk.held.course.position(id);
        let heading = at.map(|at| self.desk.heading_and_place(at));
        let heading = heading.unwrap_or_else(|| id.to_string());
        self.headed(Under::Amendment(id.clone()), &heading, self.part_of(id));
    }

    /// Goes on under a heading that is about these amendments.
    fn together(&mut self, heading: String, amendments: &[Id]) {
        let mut parts = amendments.iter().map(|id| self.part_of(id));
        let first = parts.next().flatten();
        let part = first.filter(|_| parts.all(|part| part == first));
        self.headed(Under::Other(heading.clone()), &heading, part);
    }

    /// Goes on under a heading that is about a text.
    fn about_text(&mut self, part: usize) {
        let heading = capital(&name(&self.desk.text(part), self.desk.lang).bare);
        self.headed(Under::Other(heading.clone()), &heading, Some(part));
    }

    /// What is about no amendment and no text.
    fn general(&mut self, words: String) {
        if self.under != Under::Nothing || self.text.is_some() {
            let heading = self.desk.plain("minutes-general");
            self.headed(Under::Other(heading.clone()), &heading, None);
        }
        self.apart(words);
    }

    /// The text that an amendment is to, that of its parent for a sub-amendment.
    fn part_of(&self, id: &Id) -> Option<usize> {
        let course = &self.desk.held.course;
        let record = course.record(course.position(id)?)?;
        let outer = record.parent.and_then(|parent| course.record(parent)).unwrap_or(record);
        outer.part
    }

    /// A sentence about this amendment: within a sitting under its heading, outside by itself.
    fn about(&mut self, id: &Id, words: String) {
        if self.course.sitting.is_none() {
            return self.apart(words);
        }
        self.under(id);
        self.said.push(words);
    }

    /// A sentence that names its amendment, and so needs no heading but where another one stands above.
    fn told(&mut self, id: &Id, words: String) {
        if self.under != Under::Nothing || self.text.is_some() {
            self.under(id);
        }
        self.apart(words);
    }

    /// What is about an earlier decision, under the heading of what that decided.
    fn ruled(&mut self, event: Seq, words: &str) {
        let (amendments, text) = self.course.decided_by(event).unwrap_or_default();
        let own = |at: &usize| {
            let record = self.course.record(*at)?;
            let own = record.decision().is_some_and(|decision| decision.because.is_empty());
            own.then(|| record.id.clone())
        };
        let ids: Vec<Id> = amendments.iter().filter_map(own).collect();
        match (text, ids.as_slice()) {
            (Some(part), _) => self.about_text(part),
            (None, [one]) => self.under(one),
            (None, several) => {
                let heading = self.several(several);
                self.together(heading, several);
            }
        }
        self.apart(capital(words));
    }

    /// Several amendments as a heading: "Amendments 26, 27 and 28".
    fn several(&self, ids: &[Id]) -> String {
        capital(&name(&self.telling().all(ids), self.desk.lang).bare)
    }

    fn event(&mut self, entry: &Entry) {
        let own = in_own(&entry.event, self.desk);
        let sentence = self.telling().event(&own);
        match &entry.event {
            Event::SittingOpened { name } => {
                let name = capital(&self.desk.in_own(name));
                let args = Args::new().text("name", excerpt(&name, 120));
                let heading =
                    self.say("minutes-sitting", &args.text("day", self.desk.day(&entry.time)));
                self.section("sitting", heading);
                let args = self.hour(entry);
                self.apart(self.say("minutes-opened", &args));
            }
            Event::SittingClosed {} => {
                if self.under != Under::Nothing || self.text.is_some() {
                    let heading = self.desk.plain("minutes-end");
                    self.headed(Under::Other(heading.clone()), &heading, None);
                }
                let args = self.hour(entry);
                self.apart(self.say("minutes-closed", &args));
            }
            Event::Called { amendment } => {
                self.under(amendment);
                self.paragraph();
                let at = self.course.position(amendment);
                let called = at.and_then(|at| self.course.record(at)?.called);
                if called.is_some() {
                    self.said.push(self.desk.plain("minutes-called-again"));
                }
            }
            Event::Moved { amendment, by, taken_over } => {
                let id = if *taken_over { "minutes-taken-over" } else { "minutes-moved" };
                self.about(amendment, self.say(id, &self.by(by)));
            }
            Event::Spoke { amendment, by, speaker } => {
                let args = self.by(by).text("speaker", speaker.word());
                self.about(amendment, self.say("minutes-spoke", &args));
            }
            Event::NotMoved { amendment } => {
                self.about(amendment, self.outcome(Outcome::NotMoved));
            }
            Event::Withdrawn { amendment, by } if self.course.sitting.is_some() => {
                self.about(amendment, self.say("minutes-withdrawn", &self.by(by)));
            }
            Event::Voted { amendments, vote } => self.voted(amendments, vote),
            Event::TextVoted { part, vote } => {
                let named = self.desk.text(*part);
                let args = Args::new().text("of-text", name(&named, self.desk.lang).of);
                let heading = capital(&self.say("minutes-whole", &args.text("text", named)));
                self.headed(Under::Other(heading.clone()), &heading, Some(*part));
                let said = self.vote(vote, &heading);
                self.apart(format!("{said} {}", self.declared(vote)));
            }
            Event::Corrected { event, count, ruling } => {
                let args = self.cited(*event, ruling).text("figures", self.telling().count(count));
                self.ruled(*event, &self.say("minutes-corrected", &args));
            }
            Event::Annulled { event, ruling } => {
                let said = self.say("minutes-annulled", &self.cited(*event, ruling));
                self.ruled(*event, &said);
            }
            Event::Upheld { event, ruling } => {
                let said = self.say("minutes-upheld", &self.cited(*event, ruling));
                self.ruled(*event, &said);
            }
            Event::Proposed { amendments, .. } => {
                self.together(self.desk.plain("minutes-without-vote"), amendments);
                self.apart(sentence);
            }
            Event::Objected { amendment, .. } | Event::DeclaredDecided { amendment } => {
                let heading = self.desk.plain("minutes-without-vote");
                self.together(heading, std::slice::from_ref(amendment));
                self.apart(sentence);
            }
            Event::OralOffered { amendment, by, .. } => {
                self.about(amendment, self.say("minutes-offered", &self.by(by)));
                self.wordings(entry);
            }
            Event::OralObjected { amendment, count } => {
                let enough = self.course.objections_count(amendment, *count, self.desk.held.rules);
                let args = Args::new().number("count", *count as usize);
                let args = args.text("enough", if enough { "yes" } else { "no" });
                self.about(amendment, self.say("minutes-oral-objected", &args));
            }
            Event::OralAdmitted { amendment } => {
                self.about(amendment, self.desk.plain("minutes-oral-admitted"));
            }
            Event::Split { amendment, .. } => {
                self.about(amendment, self.desk.plain("minutes-split"));
                self.wordings(entry);
            }
            Event::Ordered { amendment, .. }
            | Event::Withdrawn { amendment, .. }
            | Event::RuledOut { amendment, .. }
            | Event::CarriedOver { amendment, .. }
            | Event::Tabled { amendment, late: Some(_), .. } => self.told(amendment, sentence),
            Event::Related { first, second, .. } | Event::RelationLifted { first, second, .. } => {
                if self.under != Under::Nothing || self.text.is_some() {
                    let both = [first.clone(), second.clone()];
                    self.together(self.several(&both), &both);
                }
                self.apart(sentence);
            }
            Event::ReferredBack { part, .. }
            | Event::TextNumbered { part, .. }
            | Event::Edited { part, .. } => {
                if self.course.sitting.is_some() {
                    self.about_text(*part);
                }
                self.apart(sentence);
            }
            Event::DeadlineSet { .. } => {
                self.hours = true;
                self.general(sentence);
            }
            Event::DraftRevised { .. } => self.general(sentence),
            Event::Paired { first, second, vote } => {
                self.about(first, sentence);
                if let Some(count) = &vote.count {
                    let both = self.telling().all(&[first.clone(), second.clone()]);
                    self.roll(&both, count);
                }
            }
            Event::CommonPartVoted { amendments, vote, .. } => {
                let series = self.several(amendments);
                self.together(series.clone(), amendments);
                self.apart(sentence);
                self.wordings(entry);
                if let Some(count) = &vote.count {
                    self.roll(&series, count);
                }
            }
            Event::Compromise { amendment, .. } | Event::Separated { amendment, .. } => {
                self.told(amendment, sentence);
            }
            Event::Grouped { amendments, .. } => {
                if self.under != Under::Nothing || self.text.is_some() {
                    self.together(self.several(amendments), amendments);
                }
                self.apart(sentence);
            }
            Event::QuorumChecked { .. } => self.general(sentence),
            Event::Published { name, .. } => {
                let args = Args::new().text("name", excerpt(&self.desk.in_own(name), 200));
                self.general(self.say("minutes-published", &args));
            }
            // What prepares a sitting.
            Event::Opened { .. }
            | Event::Drafted { .. }
            | Event::Signed { .. }
            | Event::SignatureWithdrawn { .. }
            | Event::Tabled { late: None, .. }
            | Event::Admitted { .. }
            | Event::Numbered { .. }
            | Event::Revised { .. }
            | Event::Translated { .. }
            | Event::Seized { .. }
            | Event::CommitteePosition { .. } => {}
        }
    }

    /// The wordings that an event brings, each a paragraph, in this language, or in the one there is.
    fn wordings(&mut self, entry: &Entry) {
        let texts: Vec<(Option<&Id>, &[Wording])> = match &entry.event {
            Event::OralOffered { texts, .. } | Event::CommonPartVoted { texts, .. } => {
                vec![(None, texts)]
            }
            Event::Split { into, .. } => {
                into.iter().map(|piece| (Some(&piece.id), piece.texts.as_slice())).collect()
            }
            _ => Vec::new(),
        };
        let own = self.desk.lang.tag();
        for (id, texts) in texts {
            let text = texts.iter().find(|text| text.lang == own).or_else(|| texts.first());
            let Some(text) = text else { continue };
            let wording = excerpt(&text.wording, 2_000);
            let said = match id {
                Some(id) => {
                    let args = Args::new().text("number", excerpt(&id.0, 40));
                    self.say("minutes-piece", &args.text("wording", wording))
                }
                None => wording,
            };
            self.apart(said);
        }
    }

    /// Who did something, in this language and with its article.
    fn by(&self, by: &str) -> Args {
        let by = excerpt(&self.desk.in_own(by), 120);
        Args::new().text("by", name(&by, self.desk.lang).the)
    }

    fn hour(&mut self, entry: &Entry) -> Args {
        self.hours = true;
        Args::new().text("hour", hour(&entry.time, self.desk.lang))
    }

    /// An earlier decision, and who ruled on it and why.
    fn cited(&self, event: Seq, ruling: &Ruling) -> Args {
        let decided = self.telling().decided_by(event).unwrap_or_default();
        let reason = excerpt(&self.desk.in_own(&ruling.reason), REASON);
        let args = Args::new().text("decided", decided);
        let args = args.text("by", excerpt(&self.desk.in_own(&ruling.by), 120));
        args.text("reason", reason.trim_end_matches('.'))
    }

    /// "Rejected.", in the chamber's word.
    fn outcome(&self, outcome: Outcome) -> String {
        format!("{}.", capital(&self.outcome_word(outcome)))
    }

    fn outcome_word(&self, outcome: Outcome) -> String {
        let word = outcome.words(self.desk.held.rules);
        word.map(|word| word.get(self.desk.lang).to_owned()).unwrap_or_default()
    }

    fn voted(&mut self, amendments: &[Id], vote: &Vote) {
        let [one] = amendments else {
            let heading = self.several(amendments);
            self.together(heading.clone(), amendments);
            let said = self.vote(vote, &heading);
            let outcome = Args::new().text("outcome", self.outcome_word(outcome_of(vote)));
            let together = self.desk.plain("minutes-together");
            let each = self.say("minutes-each", &outcome);
            return self.apart(format!("{together} {said} {each}"));
        };
        self.under(one);
        let at = self.desk.held.course.position(one);
        let named = at.map(|at| self.desk.heading(at)).unwrap_or_default();
        let said = self.vote(vote, &named);
        self.said.push(format!("{said} {}", self.declared(vote)));
    }

    /// How it was voted on, and with what figures.
    fn vote(&mut self, vote: &Vote, on: &str) -> String {
        let method = self.telling().method(vote.method);
        let mut args = Args::new().text("method", method).text("counted", "no");
        if let Some(count) = &vote.count {
            args = args.text("counted", "yes").text("figures", self.telling().count(count));
            self.roll(on, count);
        }
        self.say("minutes-vote", &args)
    }

    /// What was declared.
    fn declared(&self, vote: &Vote) -> String {
        self.outcome(outcome_of(vote))
    }

    fn roll(&mut self, on: &str, count: &Count) {
        if !count.roll.is_empty() {
            self.rolls.push(Roll { on: on.to_owned(), count: count.clone() });
        }
    }

    /// What followed; told behind the event, whose own decision is a cause then.
    fn consequence(&mut self, consequence: &Consequence, entry: &Entry) {
        match consequence {
            Consequence::Fell { amendment, because } => {
                let causes = self.desk.causes(because, amendment, &self.telling());
                // Under the heading of its cause nothing need be said of it.
                let causes = match &self.under {
                    Under::Amendment(id) if self.telling().amendment(id) == causes => String::new(),
                    _ => causes,
                };
                let named = self.telling().amendment(amendment);
                let args = Args::new().text("amendment", named).text("causes", causes.clone());
                let known = if causes.is_empty() { "no" } else { "yes" };
                let mut said = capital(&self.say("minutes-fell", &args.text("known", known)));
                if let Some(reason) = self.reason(amendment, entry) {
                    let args = Args::new().text("reason", reason);
                    said = format!("{said} {}", capital(&self.say("minutes-reason", &args)));
                }
                self.follows(said);
            }
            Consequence::ForRuling { event } => {
                let decided = self.telling().decided_by(*event).unwrap_or_default();
                let said = self.say("minutes-for-ruling", &Args::new().text("decided", decided));
                self.follows(capital(&said));
            }
            Consequence::Shares { .. }
            | Consequence::Superseded { .. }
            | Consequence::Displaced { .. } => {
                let said = self.telling().consequence(consequence, &entry.event);
                self.follows(said);
            }
        }
    }

    /// A sentence behind what was told last.
    fn follows(&mut self, words: String) {
        match self.under {
            Under::Amendment(_) => self.said.push(words),
            Under::Nothing | Under::Other(_) => self.apart(words),
        }
    }

    /// Why the texts have it so, where one amendment did it.
    fn reason(&self, fallen: &Id, entry: &Entry) -> Option<String> {
        let held = self.desk.held;
        let cause = match &entry.event {
            Event::Voted { amendments, .. } if amendments.len() == 1 => amendments.first(),
            Event::DeclaredDecided { amendment } => Some(amendment),
            _ => None,
        }?;
        let place = |id: &Id| held.course.position(id).map(|at| held.place(at));
        let (cause, fallen) = (place(cause)?, place(fallen)?);
        let (related, from) = held.state.relate(cause, fallen)?;
        let apart =
            matches!(related.relation, merge::Relation::Independent | merge::Relation::Identical);
        // In the words of this language, where the amendments do the same in it.
        let operations = |place: usize, lang: Lang| {
            held.state.placed(place, lang).map(|instruction| instruction.operations.len())
        };
        let own = self.desk.lang;
        let alike = |place: usize| operations(place, own) == operations(place, from);
        let from = if alike(cause) && alike(fallen) { own } else { from };
        (!apart).then(|| {
            crate::words::reason(&related, from, cause, fallen, &held.state, self.desk.lang)
        })
    }
}

fn outcome_of(vote: &Vote) -> Outcome {
    if vote.adopted { Outcome::Adopted } else { Outcome::Rejected }
}
