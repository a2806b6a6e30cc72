//! What was decided on a dossier, as a file can carry it: positions of committees, outcomes, votes.
//!
//! A log tells how a sitting went, event by event ([`crate::sitting`]). A dossier that is handed on tells what came
//! of it, and that is plain data: of each amendment and text only what stands, so that it can be read without the
//! log and its rules.
//!
//! ```text
//! amendment 6   2031-10-15T17:09:00Z  Committee on Lamps     unanimous
//!               2031-10-16T10:31:00Z  the assembly           fell, because of 4
//! text A        2031-10-16T12:00:00Z  the assembly           adopted, 40 : 3 : 1
//! ```
//!
//! **Whose word counts.** The log's. Where a log is at hand what it says is worked out anew ([`of`]), and a
//! dossier that says otherwise is found ([`against`]).
//!
//! **Not here**: who voted how in a roll call, how a vote was taken, who spoke, what was annulled. That is the log's.

use crate::dossier::{Amendment, Dossier};
use crate::sitting::{Known, Sitting};
use crate::state::Finding;
use procedure::event::{Count, Event, Seq, Time, Vote};
use procedure::log::Entry;
use procedure::rules::{Position, Rules, Shown, Term};
use procedure::state::{Decision, Outcome, Record, State as Course, TextOutcome as Decided};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use text::Lang;

/// What is recorded of one amendment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recorded {
    /// The positions that committees took, in the order of the log; a later one of a committee counts.
    pub positions: Vec<Taken>,
    /// What became of it; none where that is open, and for one that was put in pieces.
    pub ruling: Option<Ruling>,
}

/// A position that a committee took.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Taken {
    /// The committee, as the log names it.
    pub committee: String,
    /// What it said.
    pub position: Position,
    /// When that was recorded.
    pub at: Time,
}

/// What became of an amendment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ruling {
    /// What; never [`Outcome::Split`], which decides nothing.
    pub outcome: Outcome,
    /// When that was recorded.
    pub at: Time,
    /// Who decided.
    pub by: By,
    /// Of one that fell: the amendments by which it did, as they are cited.
    pub because: Vec<String>,
    /// Of one that was adopted: the amendments whose wider change has taken its place, as they are cited.
    pub superseded_by: Vec<String>,
    /// The figures, where there was a vote and they are known.
    pub votes: Option<Votes>,
}

/// Who decided on an amendment.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum By {
    /// The assembly, or whoever is in its chair.
    Assembly,
    /// A member, who withdrew it; as the log names them.
    Member(String),
    /// A committee, which withdrew it; as the log names it.
    Committee(String),
}

/// The figures of a vote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Votes {
    /// Votes in favour.
    pub in_favour: u32,
    /// Votes against.
    pub against: u32,
    /// Abstentions.
    pub abstentions: u32,
}

/// What is recorded of the dossier beside its amendments.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decisions {
    /// What became of draft texts, ascending by part, each at most once.
    pub texts: Vec<TextRuling>,
    /// The chamber's own words for the outcomes, in each language.
    pub words: BTreeMap<Lang, BTreeMap<Outcome, String>>,
}

/// What became of a draft text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextRuling {
    /// The text, by its position in the draft.
    pub part: u32,
    /// What.
    pub outcome: TextOutcome,
    /// When that was recorded.
    pub at: Time,
    /// The figures, where there was a vote and they are known.
    pub votes: Option<Votes>,
}

/// What became of a draft text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextOutcome {
    /// Adopted, as amended.
    Adopted,
    /// Rejected.
    Rejected,
    /// It went back to its committee.
    ReferredBack,
}

/// What something recorded is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum About {
    /// An amendment, by its position in the dossier.
    Amendment(usize),
    /// A draft text, by its position in the draft.
    Text(u32),
}

/// Every outcome that can be recorded.
pub const OUTCOMES: [Outcome; 8] = [
    Outcome::RuledOut,
    Outcome::Adopted,
    Outcome::Rejected,
    Outcome::DeclaredAdopted,
    Outcome::DeclaredRejected,
    Outcome::Fell,
    Outcome::Withdrawn,
    Outcome::NotMoved,
];

/// The outcome of that name ([`Outcome::as_str`]).
pub fn outcome(name: &str) -> Option<Outcome> {
    OUTCOMES.into_iter().find(|outcome| outcome.as_str() == name)
}

/// The position of that name.
pub fn position(name: &str) -> Option<Position> {
    Position::ALL.iter().find(|(known, _)| *known == name).map(|(_, position)| *position)
}

impl TextOutcome {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::Adopted, Self::Rejected, Self::ReferredBack];

    /// Its name among programs.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Adopted => "adopted",
            Self::Rejected => "rejected",
            Self::ReferredBack => "referred-back",
        }
    }

    /// The same as the outcome of an amendment, where that has one.
    pub fn of_a_vote(self) -> Option<Outcome> {
        match self {
            Self::Adopted => Some(Outcome::Adopted),
            Self::Rejected => Some(Outcome::Rejected),
            Self::ReferredBack => None,
        }
    }
}

impl Decisions {
    /// The chamber's word for an outcome in a language; the usual one where none is recorded in it.
    pub fn word(&self, outcome: Outcome, lang: Lang) -> String {
        let recorded = self.words.get(&lang).and_then(|words| words.get(&outcome));
        recorded.cloned().unwrap_or_else(|| {
            let usual = format!("rules-outcomes-{}", outcome.as_str());
            crate::words::say(lang, &usual, &crate::words::Args::new())
        })
    }
}

impl Votes {
    fn of(count: &Count) -> Self {
        let Count { in_favour, against, abstentions, .. } = *count;
        Self { in_favour, against, abstentions }
    }

    /// Of a vote, where its figures are known.
    fn of_vote(vote: &Vote) -> Option<Self> {
        vote.count.as_ref().map(Self::of)
    }
}

/// Whether anything is recorded in the dossier.
pub fn any(dossier: &Dossier) -> bool {
    let of_amendments = || dossier.amendments.iter().any(|amendment| amendment.recorded.is_some());
    !dossier.decisions.texts.is_empty() || of_amendments()
}

/// The dossier with nothing recorded in it: what the sitting has before it.
pub fn without(dossier: &Dossier) -> Cow<'_, Dossier> {
    if !any(dossier) && dossier.decisions.words.is_empty() {
        return Cow::Borrowed(dossier);
    }
    let mut bare = dossier.clone();
    forget(&mut bare);
    Cow::Owned(bare)
}

pub(crate) fn forget(dossier: &mut Dossier) {
    dossier.decisions = Decisions::default();
    dossier.amendments.iter_mut().for_each(|amendment| amendment.recorded = None);
}

/// What the dossier records of the amendment at this place, in words.
pub fn known(dossier: &Dossier, place: usize, lang: Lang) -> Known {
    let amendment = dossier.amendments.get(place);
    let Some(recorded) = amendment.and_then(|amendment| amendment.recorded.as_deref()) else {
        return Known::default();
    };
    let taken = recorded.positions.iter().enumerate();
    let last: BTreeMap<&str, usize> =
        taken.clone().map(|(at, taken)| (taken.committee.as_str(), at)).collect();
    let latest = taken.filter(|(at, taken)| last.get(taken.committee.as_str()) == Some(at));
    let positions: Vec<_> = latest
        .map(|(_, taken)| format!("{}: {}", taken.committee, taken.position.words(lang)))
        .collect();
    let ruling = recorded.ruling.as_ref();
    let votes = ruling.and_then(|ruling| ruling.votes);
    Known {
        position: positions.join("; "),
        outcome: ruling
            .map(|ruling| dossier.decisions.word(ruling.outcome, lang))
            .unwrap_or_default(),
        votes: votes.map(|votes| [votes.in_favour, votes.against, votes.abstentions]),
    }
}

/// Keeps the words of those outcomes alone that are recorded, and of these languages.
pub(crate) fn words_in_use(dossier: &mut Dossier) {
    let outcomes = outcomes(dossier);
    let langs: Vec<Lang> = dossier.versions.iter().map(|version| version.lang).collect();
    let words = &mut dossier.decisions.words;
    words.retain(|lang, _| langs.contains(lang));
    words.values_mut().for_each(|words| words.retain(|outcome, _| outcomes.contains(outcome)));
    words.retain(|_, words| !words.is_empty());
}

/// The outcomes that are recorded, of amendments and of votes on texts.
fn outcomes(dossier: &Dossier) -> Vec<Outcome> {
    let amendments = dossier.amendments.iter().filter_map(|amendment| amendment.recorded.as_ref());
    let amendments = amendments.filter_map(|recorded| Some(recorded.ruling.as_ref()?.outcome));
    let texts = dossier.decisions.texts.iter().filter_map(|text| text.outcome.of_a_vote());
    let mut all: Vec<Outcome> = amendments.chain(texts).collect();
    all.sort_unstable();
    all.dedup();
    all
}

// From a log

/// The dossier of a sitting with what its log decided; `entries` are those of the log, from the first to the last that
/// the sitting knows.
pub fn of(held: &Sitting<'_>, entries: &[Entry]) -> Dossier {
    let mut dossier = held.state.dossier.clone();
    let places = (0..held.course.amendments.len()).map(|at| held.place(at)).collect();
    Log::new(&held.course, entries, held.rules, places).record(&mut dossier);
    dossier
}

/// The same of a dossier as it was when the log was opened.
pub fn of_log(dossier: &Dossier, course: &Course, entries: &[Entry], rules: &Rules) -> Dossier {
    let (mut dossier, places) = crate::sitting::dossier_of(dossier, course);
    Log::new(course, entries, rules, places).record(&mut dossier);
    dossier
}

/// A log on its way into a dossier.
struct Log<'a> {
    course: &'a Course,
    entries: &'a [Entry],
    rules: &'a Rules,
    /// For each amendment of the course its position in the dossier.
    places: Vec<usize>,
    /// What each event decided by itself, as it is cited.
    decided: BTreeMap<Seq, Vec<String>>,
}

impl<'a> Log<'a> {
    fn new(course: &'a Course, entries: &'a [Entry], rules: &'a Rules, places: Vec<usize>) -> Self {
        let mut decided = BTreeMap::<_, Vec<_>>::new();
        for record in &course.amendments {
            if let Some(decision) = record.decision().filter(|one| one.outcome != Outcome::Fell) {
                decided
                    .entry(decision.event)
                    .or_default()
                    .push(crate::sitting::citation(course, record));
            }
        }
        Self { course, entries, rules, places, decided }
    }

    fn record(&self, dossier: &mut Dossier) {
        let mut positions = self.positions();
        for (at, record) in self.course.amendments.iter().enumerate() {
            let recorded = Recorded {
                positions: positions.remove(&at).unwrap_or_default(),
                ruling: record.decision().and_then(|decision| self.ruling(decision, record)),
            };
            let place = self.places.get(at).copied().unwrap_or(usize::MAX);
            if let Some(amendment) = dossier.amendments.get_mut(place) {
                let any = !recorded.positions.is_empty() || recorded.ruling.is_some();
                amendment.recorded = any.then(|| Box::new(recorded));
            }
        }
        dossier.decisions.texts = self.texts();
        let outcomes = outcomes(dossier);
        for lang in dossier.versions.iter().map(|version| version.lang) {
            let words = outcomes
                .iter()
                .filter_map(|outcome| Some((*outcome, outcome.words(self.rules)?.words(lang))));
            dossier.decisions.words.insert(lang, words.collect());
        }
        words_in_use(dossier);
    }

    /// The positions taken on each amendment of the course, or on that of which it is a piece. What was recorded twice in
    /// one second is one.
    fn positions(&self) -> BTreeMap<usize, Vec<Taken>> {
        let (mut all, mut seen) = (BTreeMap::<usize, Vec<Taken>>::new(), BTreeSet::new());
        let mut take = |at: Option<usize>, taken: Taken, all: &mut BTreeMap<usize, Vec<Taken>>| {
            if let Some(at) = at.filter(|at| seen.insert((*at, taken.clone()))) {
                all.entry(at).or_default().push(taken);
            }
        };
        for entry in self.entries {
            match &entry.event {
                Event::CommitteePosition { amendment, committee, position, .. } => {
                    let (committee, time) = (committee.clone(), entry.time.clone());
                    let taken = Taken { committee, position: *position, at: time };
                    take(self.course.position(amendment), taken, &mut all);
                }
                Event::Split { amendment, into } => {
                    let whole = self.course.position(amendment);
                    let of_whole = whole.and_then(|at| all.get(&at)).cloned().unwrap_or_default();
                    for piece in into {
                        for taken in &of_whole {
                            take(self.course.position(&piece.id), taken.clone(), &mut all);
                        }
                    }
                }
                _ => {}
            }
        }
        all
    }

    fn ruling(&self, decision: &Decision, record: &Record) -> Option<Ruling> {
        decision.outcome.words(self.rules)?;
        let entry = self.entry(decision.event)?;
        let by = match &entry.event {
            // Whatever falls with what is withdrawn falls by the rules.
            Event::Withdrawn { by, .. } if decision.outcome == Outcome::Withdrawn => {
                match record.committee {
                    true => By::Committee(by.clone()),
                    false => By::Member(by.clone()),
                }
            }
            _ => By::Assembly,
        };
        Some(Ruling {
            outcome: decision.outcome,
            at: entry.time.clone(),
            by,
            because: self.cited(&decision.because),
            superseded_by: self.cited(decision.superseded.as_slice()),
            votes: decision.vote.as_ref().and_then(Votes::of_vote),
        })
    }

    fn texts(&self) -> Vec<TextRuling> {
        let texts = self.course.texts.iter().enumerate();
        let told = texts.filter_map(|(part, text)| {
            let (event, outcome, votes) = match text.outcome.as_ref()? {
                Decided::ReferredBack { event } => (*event, TextOutcome::ReferredBack, None),
                Decided::Voted { vote, event } => {
                    let outcome =
                        if vote.adopted { TextOutcome::Adopted } else { TextOutcome::Rejected };
                    (*event, outcome, Votes::of_vote(vote))
                }
            };
            let (part, at) = (u32::try_from(part).ok()?, self.entry(event)?.time.clone());
            Some(TextRuling { part, outcome, at, votes })
        });
        told.collect()
    }

    fn entry(&self, event: Seq) -> Option<&Entry> {
        let at = usize::try_from(event.checked_sub(1)?).ok()?;
        self.entries.get(at).filter(|entry| entry.seq == event)
    }

    /// What these events decided by themselves.
    fn cited(&self, events: &[Seq]) -> Vec<String> {
        events.iter().filter_map(|event| self.decided.get(event)).flatten().cloned().collect()
    }
}

// What does not agree

/// What of the first dossier the second contradicts, which has the same log at this or a later moment: an outcome
/// that is another or stands no more, a position that was not taken. What the first does not tell is no contradiction.
/// Amendments are those of the first; one that the second does not know is passed over.
pub fn against(first: &Dossier, second: &Dossier) -> Vec<About> {
    let known = second.all_positions();
    let mut found = Vec::new();
    for (place, amendment) in first.amendments.iter().enumerate() {
        let Some(recorded) = amendment.recorded.as_deref() else { continue };
        let key = (amendment.parent.as_deref(), amendment.number.as_str());
        let Some(other) = known.get(&key).and_then(|at| second.amendments.get(*at)) else {
            continue;
        };
        let other = other.recorded.as_deref();
        let taken: BTreeSet<&Taken> = other.iter().flat_map(|other| &other.positions).collect();
        let ruling = other.and_then(|other| other.ruling.as_ref());
        let stands = recorded.ruling.is_none() || recorded.ruling.as_ref() == ruling;
        if !stands || !recorded.positions.iter().all(|one| taken.contains(one)) {
            found.push(About::Amendment(place));
        }
    }
    let of = by_part(second);
    let texts = first.decisions.texts.iter();
    let other = texts.filter(|text| of.get(&text.part) != Some(text));
    found.extend(other.map(|text| About::Text(text.part)));
    found
}

fn by_part(dossier: &Dossier) -> BTreeMap<u32, &TextRuling> {
    dossier.decisions.texts.iter().map(|text| (text.part, text)).collect()
}

/// The texts of which two dossiers do not record the same.
pub(crate) fn texts_differ(one: &Dossier, other: &Dossier) -> BTreeSet<u32> {
    let (one, other) = (by_part(one), by_part(other));
    let all = one.keys().chain(other.keys());
    all.copied().filter(|part| one.get(part) != other.get(part)).collect()
}

/// What in the dossier itself cannot be: figures against what was decided, decisions of amendments that are not there.
pub(crate) fn findings(dossier: &Dossier) -> Vec<Finding> {
    if !any(dossier) {
        return Vec::new();
    }
    let known = dossier.all_positions();
    let mut findings = Vec::new();
    for (place, amendment) in dossier.amendments.iter().enumerate() {
        let ruling = amendment.recorded.as_ref().and_then(|recorded| recorded.ruling.as_ref());
        let Some(ruling) = ruling else { continue };
        if !fits(ruling.votes, ruling.outcome) {
            findings.push(Finding::VotesAgainstOutcome { about: About::Amendment(place) });
        }
        let cited = ruling.because.iter().chain(&ruling.superseded_by);
        let unknown = cited.filter(|cited| !is_there(cited, &known));
        findings.extend(
            unknown
                .map(|cited| Finding::DecidedByUnknown { amendment: place, cited: cited.clone() }),
        );
    }
    for text in &dossier.decisions.texts {
        let fits = match text.outcome.of_a_vote() {
            Some(outcome) => fits(text.votes, outcome),
            None => text.votes.is_none(),
        };
        if !fits {
            findings.push(Finding::VotesAgainstOutcome { about: About::Text(text.part) });
        }
    }
    findings
}

/// Whether these figures can have led to this outcome. No majority adopts what more are against than for; what more are
/// for may be rejected, where more than a simple majority is asked for.
fn fits(votes: Option<Votes>, outcome: Outcome) -> bool {
    match (votes, outcome) {
        (None, _) | (Some(_), Outcome::Rejected) => true,
        (Some(votes), Outcome::Adopted) => votes.in_favour >= votes.against,
        (Some(_), _) => false,
    }
}

/// Whether an amendment cited "4" or "13/1" is among these.
fn is_there(cited: &str, known: &BTreeMap<(Option<&str>, &str), usize>) -> bool {
    // A number may have a stroke in it itself.
    let strokes = cited.match_indices('/').map(|(at, _)| (&cited[..at], &cited[at + 1..]));
    known.contains_key(&(None, cited))
        || strokes.into_iter().any(|(parent, number)| known.contains_key(&(Some(parent), number)))
}

/// Joins what two language versions record of one amendment; false where they contradict each other, and the first
/// counts.
pub(crate) fn joined(known: &mut Amendment, other: &Amendment, both: bool) -> bool {
    if !both {
        known.recorded = known.recorded.take().or_else(|| other.recorded.clone());
        return true;
    }
    known.recorded == other.recorded
}
