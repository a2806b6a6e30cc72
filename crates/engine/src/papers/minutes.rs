//! The minutes of decisions: what happened, in order, by sitting.
//!
//! Each amendment has a heading with what was said and decided on it below; what is about several, or about none, is
//! told in the sentence of the log. What only prepares a sitting, drafts, signatures and translations, is left out.

use super::roll::{self, Roll};
use super::{Desk, capital, headed, paragraph};
use crate::document::{Document, Row, Section, desk};
use crate::sitting::Sitting;
use crate::words::{Args, excerpt};
use procedure::event::{Consequence, Count, Event, Id, Ruling, Seq, Vote};
use procedure::log::Entry;
use procedure::rules::Term;
use procedure::sentence::Telling;
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
        | Event::DeadlineSet { by, .. } => name(by),
        Event::Ordered { ruling, .. }
        | Event::Related { ruling, .. }
        | Event::RelationLifted { ruling, .. }
        | Event::RuledOut { ruling, .. }
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
        under: None,
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
    writing.end();
    let Writing { mut sections, rolls, .. } = writing;
    sections.retain(|section| !section.rows.is_empty());
    sections.extend(roll::annex(&desk, &rolls));
    Ok(desk.document("paper-minutes", sections))
}

struct Writing<'a, 'd> {
    desk: &'a Desk<'d>,
    /// Where everything stands: before the event that is told, or behind it where its consequences are.
    course: Course,
    sections: Vec<Section>,
    /// The amendment under whose heading we write.
    under: Option<Id>,
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
        self.end();
        let id = format!("{id}-{}", self.sections.len());
        self.sections.push(Section { follows: true, ..self.desk.section(id, heading) });
    }

    fn row(&mut self, row: Row) {
        if let Some(section) = self.sections.last_mut() {
            section.rows.push(row);
        }
    }

    /// Ends the paragraph.
    fn end(&mut self) {
        self.paragraph();
        self.under = None;
    }

    fn paragraph(&mut self) {
        if !self.said.is_empty() {
            let words = std::mem::take(&mut self.said).join(" ");
            self.row(paragraph(words));
        }
    }

    /// A paragraph about no amendment in particular.
    fn apart(&mut self, words: String) {
        self.end();
        self.row(paragraph(words));
    }

    /// Goes on under the heading of this amendment.
    fn under(&mut self, id: &Id) {
        if self.under.as_ref() == Some(id) {
            return;
        }
        self.end();
        let heading = self.desk.held.course.position(id).map(|at| self.desk.heading_and_place(at));
        self.row(headed(heading.unwrap_or_else(|| id.to_string())));
        self.under = Some(id.clone());
    }

    /// A sentence about this amendment.
    fn about(&mut self, id: &Id, words: String) {
        self.under(id);
        self.said.push(words);
    }

    fn event(&mut self, entry: &Entry) {
        let own = in_own(&entry.event, self.desk);
        let sentence = || self.telling().event(&own);
        match &entry.event {
            Event::SittingOpened { name } => {
                let name = capital(&self.desk.in_own(name));
                let args = Args::new().text("name", excerpt(&name, 120));
                let heading =
                    self.say("minutes-sitting", &args.text("day", self.desk.day(&entry.time)));
                self.section("sitting", heading);
                let args = Args::new().text("hour", self.desk.hour(&entry.time));
                self.apart(self.say("minutes-opened", &args));
            }
            Event::SittingClosed {} => {
                let args = Args::new().text("hour", self.desk.hour(&entry.time));
                self.apart(self.say("minutes-closed", &args));
            }
            Event::Called { amendment } => self.under(amendment),
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
            Event::Voted { amendments, vote } => self.voted(amendments, vote),
            Event::TextVoted { part, vote } => {
                let named = self.desk.text(*part);
                self.end();
                let args = Args::new().text("text", named.clone());
                self.row(headed(capital(&self.say("minutes-whole", &args))));
                let said = self.vote(vote, &capital(&named));
                self.apart(said);
            }
            Event::Corrected { event, count, ruling } => {
                let args = self.cited(*event, ruling).text("figures", self.telling().count(count));
                self.apart(capital(&self.say("minutes-corrected", &args)));
            }
            Event::Annulled { event, ruling } => {
                let said = self.say("minutes-annulled", &self.cited(*event, ruling));
                self.apart(capital(&said));
            }
            Event::Upheld { event, ruling } => {
                let said = self.say("minutes-upheld", &self.cited(*event, ruling));
                self.apart(capital(&said));
            }
            Event::Proposed { .. }
            | Event::Objected { .. }
            | Event::DeclaredDecided { .. }
            | Event::Withdrawn { .. }
            | Event::Ordered { .. }
            | Event::Related { .. }
            | Event::RelationLifted { .. }
            | Event::RuledOut { .. }
            | Event::DeadlineSet { .. }
            | Event::DraftRevised { .. }
            | Event::CarriedOver { .. }
            | Event::ReferredBack { .. }
            | Event::TextNumbered { .. }
            | Event::Edited { .. } => self.apart(sentence()),
            Event::Published { name, .. } => {
                let args = Args::new().text("name", excerpt(&self.desk.in_own(name), 200));
                self.apart(self.say("minutes-published", &args));
            }
            Event::OralOffered { .. } | Event::Split { .. } => {
                let mut words = vec![sentence()];
                words.extend(self.wordings(entry));
                self.apart(words.join(" "));
            }
            Event::OralObjected { .. } | Event::OralAdmitted { .. } => self.apart(sentence()),
            Event::Tabled { late: Some(_), .. } => self.apart(sentence()),
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

    /// The wordings that an event brings, in this language, or in the one there is.
    fn wordings(&self, entry: &Entry) -> Vec<String> {
        let texts: Vec<_> = match &entry.event {
            Event::OralOffered { texts, .. } => vec![texts],
            Event::Split { into, .. } => into.iter().map(|piece| &piece.texts).collect(),
            _ => Vec::new(),
        };
        let own = |texts: &Vec<procedure::event::Wording>| {
            let own = texts.iter().find(|text| text.lang == self.desk.lang.tag());
            let text = own.or_else(|| texts.first())?;
            let args = Args::new().text("wording", excerpt(&text.wording, 2_000));
            Some(self.say("minutes-wording", &args))
        };
        texts.into_iter().filter_map(own).collect()
    }

    fn by(&self, by: &str) -> Args {
        Args::new().text("by", excerpt(&self.desk.in_own(by), 120))
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
        let word = outcome.words(self.desk.held.rules);
        let word = word.map(|word| word.get(self.desk.lang)).unwrap_or_default();
        format!("{}.", capital(word))
    }

    fn voted(&mut self, amendments: &[Id], vote: &Vote) {
        let on = match amendments {
            [one] => {
                let at = self.desk.held.course.position(one);
                let named = at.map(|at| self.desk.heading(at)).unwrap_or_default();
                self.under(one);
                named
            }
            several => {
                let named = self.telling().all(several);
                self.end();
                let args = Args::new().text("amendments", named.clone());
                self.said.push(capital(&self.say("minutes-together", &args)));
                named
            }
        };
        let said = self.vote(vote, &on);
        self.said.push(said);
        if amendments.len() != 1 {
            self.end();
        }
    }

    /// How it was voted on, with what figures, and what was declared.
    fn vote(&mut self, vote: &Vote, on: &str) -> String {
        let method = self.telling().method(vote.method);
        let outcome = if vote.adopted { Outcome::Adopted } else { Outcome::Rejected };
        let mut args = Args::new().text("method", method).text("counted", "no");
        if let Some(count) = &vote.count {
            args = args.text("counted", "yes").text("figures", self.telling().count(count));
            self.roll(on, count);
        }
        format!("{} {}", self.say("minutes-vote", &args), self.outcome(outcome))
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
                let said = self.telling().consequence(consequence);
                self.follows(said);
            }
        }
    }

    /// A sentence behind what was told last.
    fn follows(&mut self, words: String) {
        match self.under {
            Some(_) => self.said.push(words),
            None => self.row(paragraph(words)),
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
