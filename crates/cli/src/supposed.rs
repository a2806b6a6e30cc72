//! `--if 4=adopted,6=rejected`: a course that has not happened, on top of what was recorded.

use crate::diagnostics::{self, wrapped};
use crate::fold::Log;
use crate::rules::{self, OfLog, Under};
use crate::sitting::{self, Followed};
use crate::status::Failure;
use engine::Dossier;
use engine::report::Diagnostic;
use engine::sitting::{Sitting as Held, Supposed, Supposition};
use engine::words::{self, Args, say};
use procedure::event::{Consequence, Event};
use procedure::sentence::Telling;
use procedure::state::State as Course;
use serde_json::{Value, json};
use source::Severity;
use text::Lang;

/// The arguments of a command that can show a course beside what it shows.
#[derive(Debug, clap::Args)]
pub struct Supposing {
    /// Say also where it would stand if these were decided so, in this order: "4=adopted,6=rejected"
    /// (docs/sitting.md).
    #[arg(long = "if", value_name = "COURSE")]
    pub supposed: Option<String>,
    /// The log of what has happened: the course begins behind it.
    #[arg(long, value_name = "LOG", requires = "supposed")]
    pub log: Option<String>,
}

impl Supposing {
    /// The course and the log, as far as they are given.
    pub fn parts(&self) -> (Option<&str>, Option<&str>) {
        (self.supposed.as_deref(), self.log.as_deref())
    }
}

/// A course that is asked for, before the dossier is read: its log says under which rules that is.
pub struct Asked<'a> {
    course: Option<&'a str>,
    rules: Option<&'a str>,
    log: Option<Log>,
    /// The rules that the dossier is under.
    pub under: Option<Under>,
}

impl<'a> Asked<'a> {
    /// Reads the log, where one is given.
    ///
    /// # Errors
    /// Where there is none, or its rules are not at hand.
    pub fn new(
        (course, log): (Option<&'a str>, Option<&str>),
        rules: Option<&'a str>,
        lang: Option<Lang>,
    ) -> Result<Self, Failure> {
        let (log, under) = sitting::given(log, rules, lang)?;
        Ok(Self { course, rules, log, under })
    }

    /// What the course begins with; none where none is asked for.
    ///
    /// # Errors
    /// Where the log is not that of the dossier.
    pub fn beginning(
        self,
        dossier: &Dossier,
        files: &[String],
        lang: Lang,
    ) -> Result<Option<(Beginning, &'a str)>, Failure> {
        let Some(course) = self.course else { return Ok(None) };
        let beginning = match self.log {
            Some(log) => {
                let log = sitting::of_log(log, dossier, files, lang)?;
                Beginning::Log(Box::new(log))
            }
            None => Beginning::of(dossier, files, None, self.rules, lang)?,
        };
        Ok(Some((beginning, course)))
    }
}

/// What a course begins with.
pub enum Beginning {
    /// What a log says.
    Log(Box<Followed>),
    /// A dossier of which nothing has happened, under these rules.
    Unopened(Box<OfLog>),
}

impl Beginning {
    /// The log where one is given, or else the dossier under the rules given, those it names, or PACE's latest.
    ///
    /// # Errors
    /// Where log or rules are not at hand, or do not belong to the dossier.
    pub fn of(
        dossier: &Dossier,
        files: &[String],
        log: Option<&str>,
        rules: Option<&str>,
        lang: Lang,
    ) -> Result<Self, Failure> {
        match log {
            Some(log) => {
                let log = sitting::read(log, rules, Some(lang))?;
                sitting::of_log(log, dossier, files, lang).map(|log| Self::Log(Box::new(log)))
            }
            None => {
                let rules = rules::to_open(rules, dossier.rules.as_ref(), lang)?;
                Ok(Self::Unopened(Box::new(rules)))
            }
        }
    }

    /// The dossier as it stands then.
    ///
    /// # Errors
    /// Where no log could be opened on it.
    pub fn held(&self, dossier: &Dossier, lang: Lang) -> Result<Held<'_>, Failure> {
        match self {
            Self::Log(log) => Ok(log.held(dossier)),
            Self::Unopened(rules) => Held::unopened(dossier, &rules.rules).map_err(|refusal| {
                let (state, rules) = (&Course::default(), &*rules.rules);
                Failure::Usage(Telling { state, rules, lang }.refusal(&refusal).text)
            }),
        }
    }

    /// The dossier in a course as the user writes it; none where a step cannot be, which is said.
    ///
    /// # Errors
    /// As of [`Beginning::held`] and [`take`].
    pub fn supposing(
        &self,
        course: &str,
        dossier: &Dossier,
        lang: Lang,
    ) -> Result<Option<(Held<'_>, Vec<Step>)>, Failure> {
        let mut held = self.held(dossier, lang)?;
        Ok(take(Some(course), &mut held, lang)?.map(|steps| (held, steps)))
    }
}

/// A step that was taken, and what follows from it.
pub struct Step {
    what: Supposition,
    then: Vec<Consequence>,
    /// Sub-amendments that are taken to be rejected, since nothing was supposed of them.
    rejected: Vec<usize>,
}

/// Takes a course as the user writes it; none where a step cannot be, which is said.
///
/// # Errors
/// Where it names what is not there.
pub fn take(
    course: Option<&str>,
    held: &mut Held<'_>,
    lang: Lang,
) -> Result<Option<Vec<Step>>, Failure> {
    let written = course.unwrap_or_default().split(',').map(str::trim);
    let mut steps = Vec::new();
    for step in written.filter(|step| !step.is_empty()) {
        let what = parsed(step, held, lang)?;
        match held.suppose(what) {
            Ok(entries) => {
                let voted = entries.iter().filter_map(|entry| match &entry.event {
                    Event::Voted { amendments, .. } => amendments.first(),
                    _ => None,
                });
                let own = |at: &usize| match what {
                    Supposition::Amendment { amendment, .. } => *at != amendment,
                    Supposition::Text { .. } => false,
                };
                let rejected = voted.filter_map(|id| held.course.position(id)).filter(own);
                let rejected = rejected.collect();
                let then = entries.into_iter().flat_map(|entry| entry.then).collect();
                steps.push(Step { what, then, rejected });
            }
            Err(why) => {
                let message = words::impossible(&why, held, lang);
                let code = words::codes::impossible(&why);
                let refused = Diagnostic { code, severity: Severity::Error, message, spot: None };
                diagnostics::print(&[refused], lang);
                return Ok(None);
            }
        }
    }
    Ok(Some(steps))
}

/// "4=adopted", "13/1=withdrawn", "text:A=rejected".
fn parsed(step: &str, held: &Held<'_>, lang: Lang) -> Result<Supposition, Failure> {
    let other = || Failure::usage(lang, "supposed-outcome", &Args::new().text("step", step));
    let (what, outcome) = step.rsplit_once('=').ok_or_else(other)?;
    let (what, outcome) = (what.trim(), outcome.trim());
    let outcome = match outcome {
        "adopted" => Supposed::Adopted,
        "rejected" => Supposed::Rejected,
        "withdrawn" => Supposed::Withdrawn,
        "not-moved" => Supposed::NotMoved,
        _ => return Err(other()),
    };
    if let Some(text) = what.strip_prefix("text:") {
        let adopted = match outcome {
            Supposed::Adopted => true,
            Supposed::Rejected => false,
            Supposed::Withdrawn | Supposed::NotMoved => return Err(other()),
        };
        let part = sitting::part(text.trim(), held, lang)?;
        return Ok(Supposition::Text { part, adopted });
    }
    let amendment = sitting::at(what, held, lang)?;
    Ok(Supposition::Amendment { amendment, outcome })
}

/// A course in lines: each step with what follows from it.
pub fn text(steps: &[Step], held: &Held<'_>, lang: Lang) -> String {
    steps.iter().map(|step| wrapped("", &line(step, held, lang))).collect()
}

fn line(step: &Step, held: &Held<'_>, lang: Lang) -> String {
    match step.what {
        Supposition::Text { part, adopted } => {
            let telling = Telling { state: &held.course, rules: held.rules, lang };
            let args = Args::new().text("text", telling.text(part));
            let outcome = if adopted { "adopted" } else { "rejected" };
            say(lang, "supposed-text", &args.text("outcome", outcome))
        }
        Supposition::Amendment { amendment, outcome } => {
            let args = Args::new().text("who", who(held, amendment, lang));
            let args = args.text("outcome", word(outcome));
            let assumed = behind("supposed-rejected-first", &step.rejected, held, lang);
            let then = assumed + &followed(&step.then, held, lang);
            say(lang, "supposed-amendment", &args.text("then", then))
        }
    }
}

fn word(outcome: Supposed) -> &'static str {
    match outcome {
        Supposed::Adopted => "adopted",
        Supposed::Rejected => "rejected",
        Supposed::Withdrawn => "withdrawn",
        Supposed::NotMoved => "not-moved",
    }
}

/// An amendment as a sentence names it: "amendment 4".
pub fn who(held: &Held<'_>, at: usize, lang: Lang) -> String {
    words::named(&held.state, held.place(at), true, lang)
}

/// The same of several.
pub fn all_named(held: &Held<'_>, all: &[usize], lang: Lang) -> String {
    let names: Vec<String> = all.iter().map(|at| who(held, *at, lang)).collect();
    words::and(&names, lang)
}

/// As it is cited: "4", "13/1".
pub fn cited(held: &Held<'_>, at: usize) -> String {
    held.course.record(at).map(|record| held.citation(record)).unwrap_or_default()
}

/// The same of several, for programs.
pub fn all_cited(held: &Held<'_>, all: &[usize]) -> Vec<String> {
    all.iter().map(|at| cited(held, *at)).collect()
}

/// What follows, behind what it follows from: "; amendment 6 falls".
fn followed(then: &[Consequence], held: &Held<'_>, lang: Lang) -> String {
    let [fells, shares, supersedes] = parted(then, held);
    behind("outlook-fall", &fells, held, lang)
        + &behind("outlook-share", &shares, held, lang)
        + &behind("outlook-supersede", &supersedes, held, lang)
}

/// "; amendments 6 and 7 fall"; nothing where there are none.
pub fn behind(id: &str, all: &[usize], held: &Held<'_>, lang: Lang) -> String {
    if all.is_empty() {
        return String::new();
    }
    let args = Args::new().text("list", all_named(held, all, lang));
    say(lang, id, &args.number("count", all.len()))
}

/// What falls, what shares the decision, and what it takes the place of.
fn parted(then: &[Consequence], held: &Held<'_>) -> [Vec<usize>; 3] {
    let mut all = [Vec::new(), Vec::new(), Vec::new()];
    for consequence in then {
        let (to, id) = match consequence {
            Consequence::Fell { amendment, .. } => (0, amendment),
            Consequence::Shares { amendment } => (1, amendment),
            Consequence::Superseded { amendment } => (2, amendment),
            Consequence::ForRuling { .. } | Consequence::Displaced { .. } => continue,
        };
        all[to].extend(held.course.position(id));
    }
    all
}

/// A course for programs.
pub fn json(steps: &[Step], held: &Held<'_>) -> Value {
    let step = |step: &Step| {
        let [fells, shares, supersedes] = parted(&step.then, held);
        match step.what {
            Supposition::Text { part, adopted } => json!({
                "text": held.course.texts.get(part).map(|text| text.letter.as_str()),
                "outcome": if adopted { "adopted" } else { "rejected" },
            }),
            Supposition::Amendment { amendment, outcome } => json!({
                "amendment": cited(held, amendment),
                "outcome": word(outcome),
                "rejected_first": all_cited(held, &step.rejected),
                "fells": all_cited(held, &fells),
                "shares": all_cited(held, &shares),
                "supersedes": all_cited(held, &supersedes),
            }),
        }
    };
    steps.iter().map(step).collect()
}
