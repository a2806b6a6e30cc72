//! The results: what became of each amendment and of each text, in the order of the compendium.

use super::{Desk, cells};
use crate::document::{Document, Section, desk};
use crate::sitting::Sitting;
use crate::words::{self, Args};
use procedure::event::{Count, Seq};
use procedure::sentence::word;
use procedure::state::{Decision, Record, Stage, TextOutcome};
use text::Lang;

/// The results table: what was put, with its outcome in the chamber's word and its figures. What never came before
/// the assembly, since it was not admitted or never handed in, is left out.
pub fn results(held: &Sitting<'_>, lang: Lang) -> Document {
    let Some(desk) = Desk::new(held, lang) else { return desk::empty(lang) };
    let put = |_: usize, record: &Record| {
        !matches!(record.stage, Stage::Drafted | Stage::Tabled)
            && (record.number.is_some() || record.oral)
    };
    let sections = desk.by_text(put).into_iter().map(|(part, amendments)| {
        let mut section = begun(&desk, part);
        section.rows = amendments.iter().map(|at| cells(line(&desk, *at))).collect();
        section.rows.extend(part.and_then(|part| whole(&desk, part)).map(cells));
        section
    });
    let sections = sections.filter(|section| !section.rows.is_empty()).collect();
    desk.document("paper-results", sections)
}

fn begun(desk: &Desk<'_>, part: Option<usize>) -> Section {
    let id = format!("results-{}", part.map_or_else(|| "none".to_owned(), |part| part.to_string()));
    let mut section = desk.section(id, desk.part_heading(part));
    section.table = desk.columns(&[
        ("list-number", 8),
        ("list-place", 24),
        ("list-tablers", 20),
        ("list-outcome", 24),
        ("list-votes", 24),
    ]);
    section
}

fn line(desk: &Desk<'_>, at: usize) -> [String; 5] {
    let record = desk.record(at);
    let number = record.map(|record| desk.held.citation(record)).unwrap_or_default();
    let decision = record.and_then(Record::decision);
    let votes = decision.and_then(|decision| decision.vote.as_ref()?.count.as_ref());
    [
        number,
        places(desk, at),
        desk.mover(at),
        desk.outcome(at),
        votes.map(|count| desk.votes(count)).unwrap_or_default(),
    ]
}

/// "paragraph 7"; of a sub-amendment the place in what it changes.
fn places(desk: &Desk<'_>, at: usize) -> String {
    let acts = words::acts_in_text(&desk.held.state, desk.held.place(at), desk.lang);
    let place = acts.into_iter().next().map(|(place, _)| place).unwrap_or_default();
    words::nested(&place, desk.lang)
}

/// The text as a whole; none while it is open.
fn whole(desk: &Desk<'_>, part: usize) -> Option<[String; 5]> {
    let text = desk.held.course.texts.get(part)?;
    let words = &desk.held.rules.outcomes;
    let (mut outcome, votes) = match text.outcome.as_ref()? {
        TextOutcome::ReferredBack { .. } => (desk.plain("results-referred-back"), String::new()),
        TextOutcome::Voted { vote, .. } => {
            let word = if vote.adopted { &words.adopted } else { &words.rejected };
            let votes = vote.count.as_ref().map(|count| desk.votes(count)).unwrap_or_default();
            (word.value.get(desk.lang).to_owned(), votes)
        }
    };
    if let Some(number) = &text.number {
        let args = Args::new().text("outcome", outcome).text("kind", word(text.kind));
        let args = args.text("number", number.as_str());
        outcome = desk.say("results-numbered", &args);
    }
    Some([String::new(), desk.plain("list-whole"), String::new(), outcome, votes])
}

impl Desk<'_> {
    /// What became of it, in the chamber's word, with what it fell by; that it is open, where it is.
    pub(super) fn outcome(&self, at: usize) -> String {
        let Some(decision) = self.record(at).and_then(Record::decision) else {
            return self.plain("results-open");
        };
        let word = match decision.outcome.words(self.held.rules) {
            Some(word) => word.get(self.lang).to_owned(),
            None => self.plain("results-in-pieces"),
        };
        let mut said = match self.because(decision).as_str() {
            "" => word,
            because => {
                let args = Args::new().text("outcome", word).text("because", because);
                self.say("results-because", &args)
            }
        };
        if decision.superseded.is_some() {
            said = self.say("results-superseded", &Args::new().text("outcome", said));
        }
        said
    }

    /// The amendments by which it fell: "amendments 4 and 6".
    fn because(&self, decision: &Decision) -> String {
        let course = &self.held.course;
        let by = |event: &Seq| {
            let decided = |record: &Record| {
                record
                    .decision()
                    .is_some_and(|found| found.event == *event && found.because.is_empty())
            };
            let all = course.amendments.iter().enumerate();
            all.filter(|(_, record)| decided(record)).map(|(at, _)| at).collect::<Vec<_>>()
        };
        let causes: Vec<usize> = decision.because.iter().flat_map(by).collect();
        let named = causes.iter().filter_map(|at| self.record(*at));
        let named: Vec<String> = named.map(|record| self.telling().record(record)).collect();
        self.listed(&named, self.language.labels.and)
    }

    /// "31 in favour 71 against 7 abstentions".
    pub(super) fn votes(&self, count: &Count) -> String {
        let args = Args::new()
            .number("for", count.in_favour as usize)
            .number("against", count.against as usize)
            .number("abstentions", count.abstentions as usize);
        self.say("results-votes", &args)
    }
}
