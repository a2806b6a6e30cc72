//! Cases of `tests/suite/sitting`: sittings, decision by decision.
//!
//! Given a `draft` and `amendments` as a compendium prints them, or one `compendium` for each language version, and
//! a `sitting`: what happens, a line each. The rules are those of PACE's latest edition, or those of a block `rules`:
//! profile and edition, or a profile in TOML. With several such lines, or blocks, the sitting is held under each.
//!
//! ````markdown
//! ```sitting
//! begin Third sitting
//! adopt 4
//! text
//! ```
//! ```outcome
//! 2  The sitting was opened: Third sitting.
//!    next: amendment 4
//! 5  Amendment 4 was put to the vote by the electronic system and adopted: 31 in favour, 12 against, 7 abstentions.
//!    Amendment 6 falls, because of event 5.
//!    next: amendment 5
//! text (en):
//! - 7. The lake is wide. It is cold.
//! + 7. The lake is deep.
//! ```
//! ````
//!
//! The outcome has for each event its number in the log and its sentences, and what is called next, where that is
//! another; for one that is refused the code, the reason, the rule and the remedy. Event 1 opens the log and is not
//! shown. After `sitting` stand the languages of the sentences: `sitting fr`, `sitting en fr`; English where there is none.
//!
//! # What a line says
//!
//! Words behind a colon are a wording, a reason, or names; lines that are indented belong to the line before. `BY` is
//! whoever decides or acts. [`mod@line`] reads them.
//!
//! | line | what happens |
//! |---|---|
//! | `draft a-1 [to 4] [in A]: wording` | an amendment is drafted, to amendment 4, or to text A |
//! | `sign a-1: Ms Ada FOG, Mr Ben REED` · `unsign a-1: NAME` | members sign it, each an event; one takes a signature back |
//! | `table a-1 [committee NAME]` · `table a-1 late BY: reason` | it is handed in, by those who signed or a committee; late |
//! | `admit a-1 BY` · `rule-out a-1 BY: reason` | it is in order, or not |
//! | `number a-1 8` · `revise 4 as 4 rev.: wording` | it is given its number; it is worded anew |
//! | `translate 4 fr: wording` | it is put into another language |
//! | `publish provisional NAME` (`revised`, `final`) | a version of the compendium is published |
//! | `deadline TIME BY` · `sub-deadline TIME BY` | until when amendments, or sub-amendments, can be tabled |
//! | `… [as president] BY: reason` | every ruling may say in what capacity |
//! | `order 4 before 2 BY: reason` · `order 4 last BY: reason` | the calling order is changed by hand |
//! | `relate 4 fells 6 [as president] BY: reason` · `lift 4 6 BY: reason` | a relation is declared (`independent`, `consequential`), or lifted |
//! | `seize report COMMITTEE` (`opinion`) | a committee is seized |
//! | `position 4 unanimous COMMITTEE [: 31 0 2]` | a committee takes a position |
//! | `compromise 4 BY: reason` · `group 3,4 BY: reason` · `separate 4 [as president] BY` | it is a compromise; they are debated together; it is put by itself |
//! | `quorum 120 306` | so many of so many members are present |
//! | `begin NAME` · `end` | a sitting is opened, or closed |
//! | `propose adopted 2 5` · `propose rejected 3` | the chair proposes to decide without a vote |
//! | `object 2 9` · `declare 2` | nine object; it is declared decided |
//! | `call [4]` · `move BY` · `take-over BY` · `not-moved` | one is called (the next, where none is named), and moved |
//! | `speak against BY` | somebody speaks on it |
//! | `oral o-1 [to 4] [in A] BY: wording` | an oral amendment is offered |
//! | `oral-object o-1 9` · `oral-admit o-1` | nine object to its being taken; it is taken |
//! | `split 4`, below it `4.1: wording` … | it is put in pieces |
//! | `vote 31 12 7` · `vote show-of-hands adopted` | what is on the floor is put; the outcome follows from the figures, or is said |
//! | `vote roll-call`, below it `for: NAMES` … | by name |
//! | `together 3 5: 31 12 7` | several are put in one vote |
//! | `adopt 4` · `reject 4` · `put 4: 20 20 1` | called, moved by its first signatory, and put; only the vote is shown |
//! | `pair 5: 31 12` | what is on the floor is put against 5: 31 for it, 12 for 5 |
//! | `common-part 4 5 6: 12 31 7` | the words that a series has in common are put |
//! | `withdraw 3 BY` | it is withdrawn |
//! | `correct 5 to 32 12 7 BY: reason` · `annul 5 BY: reason` · `uphold 5 BY: reason` | on the decision of event 5 |
//! | `revise-draft: reason` · `carry-over 4 BY: reason` | the draft is revised; where an amendment stands in it |
//! | `text A: 40 3 1` · `refer-back A BY: reason` | on a text as a whole |
//! | `number-text A 2616 (2025)` · `edit A 7.2 BY: reason`, below it `en: text` | on an adopted text |
//! | `{"signed":{…}}` · `{"event":{…},"then":[…]}` | any event, as the log writes it |
//! | `at 2031-10-16T09:00:00Z` | when the next event happens; otherwise a minute after the one before |
//! | `quietly` · `aloud` | what happens from here on is not shown, or is again; what is refused always is |
//! | `unopened` | the first line of a log that nothing opens |
//! | `floor` · `agenda` | show: who may speak on what is on the floor, and what comes before it is put; what will be put, and the fewest and most votes |
//! | `text` · `if 4` · `state` · `order` · `needs A` | show: the text so far; what falls, and the text, if it is adopted; where everything stands; the calling order; the majority that a text needs |

pub mod line;
mod show;

use super::Case;
use engine::sitting::{Sitting, opening};
use engine::words::{Args, Message, refusal_in_a_sitting, say};
use engine::{Dossier, open};
use line::{Line, Said};
use procedure::event::{Consequence, Event, Time};
use procedure::log::{Entry, Head};
use procedure::rules::{Profile, Rules, named, shipped_file};
use procedure::sentence::Telling;
use procedure::state::State as Course;
use source::{Severity, SourceFile};
use std::sync::Arc;
use text::Lang;

/// When the first event happens that is given no time: 16 October 2031, 10 o'clock.
const BEGINNING: u64 = 1_949_911_200;

/// The rules where a case names none.
const USUAL: &str = "pace 2024";

/// A sitting as it went.
#[derive(Debug)]
pub struct Held<'r> {
    /// The dossier as it was when the log was opened.
    dossier: Dossier,
    /// Where everything stands.
    sitting: Sitting<'r>,
    head: Head,
    /// When the next event happens.
    time: Time,
    langs: Vec<Lang>,
    /// Whether what happens is not shown.
    quiet: bool,
    /// What was said of what comes next.
    next: String,
    /// The outcome so far.
    out: String,
    /// What was recorded.
    pub log: Vec<Entry>,
    /// The codes of what was refused.
    pub refused: Vec<&'static str>,
}

/// The outcome of one case. Chambers in which it goes the same way stand together.
pub fn outcome(case: &Case) -> String {
    let all = match rules(case) {
        Ok(all) => all,
        Err(why) => return why,
    };
    let mut told: Vec<(String, String)> = Vec::new();
    for rules in &all {
        let name = format!("{} {}", rules.edition.profile, rules.edition.name);
        let out = run(case, rules).out;
        match told.iter_mut().find(|(_, other)| *other == out) {
            Some((names, _)) => {
                names.push_str(", ");
                names.push_str(&name);
            }
            None => told.push((name, out)),
        }
    }
    let heading =
        |name: &str| if all.len() > 1 { format!("under {name}:\n") } else { String::new() };
    told.iter().map(|(names, out)| heading(names) + out).collect()
}

/// The outcome of one case under these rules, whichever it names.
pub fn outcome_under(case: &Case, rules: &Rules) -> String {
    run(case, rules).out
}

/// Everything that was recorded in a case, and the codes of what was refused.
pub fn held(case: &Case) -> (Vec<Entry>, Vec<&'static str>) {
    let (mut log, mut refused) = (Vec::new(), Vec::new());
    for rules in rules(case).unwrap_or_default() {
        let held = run(case, &rules);
        log.extend(held.log);
        refused.extend(held.refused);
    }
    (log, refused)
}

/// The sittings of a case, one under each of its rules: the dossier before anything happened, the rules, the log.
pub fn sittings(case: &Case) -> Vec<(Dossier, Rules, Vec<Entry>)> {
    let held = |rules: Rules| {
        let Held { dossier, log, .. } = run(case, &rules);
        (dossier, rules, log)
    };
    rules(case).unwrap_or_default().into_iter().map(held).collect()
}

/// The rules of a case, by name or in TOML.
///
/// # Errors
/// Why there are none of that name, or what is wrong with the profile.
pub fn rules(case: &Case) -> Result<Vec<Rules>, String> {
    let mut all = Vec::new();
    for block in case.all("rules") {
        if block.body.contains('=') {
            let read = Profile::read(&SourceFile::new("rules.toml", block.body.as_str()));
            let profile = read.map_err(|found| {
                let told = found.iter().map(|finding| finding.message(Lang::EN).text);
                format!("no profile: {}", told.collect::<Vec<_>>().join("; "))
            })?;
            all.extend(profile.latest().cloned());
        } else {
            for line in block.body.lines() {
                all.push(shipped(line)?);
            }
        }
    }
    if all.is_empty() {
        all.push(shipped(USUAL)?);
    }
    Ok(all)
}

fn shipped(line: &str) -> Result<Rules, String> {
    let found = line.trim().split_once(' ').and_then(|(profile, edition)| named(profile, edition));
    found.cloned().ok_or_else(|| format!("no rules {line}"))
}

/// Holds a sitting to its end.
fn run<'r>(case: &Case, rules: &'r Rules) -> Held<'r> {
    let mut held = Held::new(case, rules);
    let lines: Vec<String> = case.all("sitting").flat_map(|block| joined(&block.body)).collect();
    if lines.first().map(String::as_str) != Some("unopened") {
        let file = shipped_file(&rules.edition.profile).unwrap_or_default();
        let event = opening(&held.sitting.state, rules, file.as_bytes());
        held.record(event, None, true);
    }
    for line in lines.iter().filter(|line| *line != "unopened") {
        if let Err(why) = held.line(line) {
            held.say("", &format!("cannot be read: {line}: {why}"));
        }
    }
    held
}

/// The lines of a block, with those that are indented joined to the line before by line feeds.
fn joined(body: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for line in body.lines().filter(|line| !line.trim().is_empty()) {
        match lines.last_mut() {
            Some(last) if line.starts_with(' ') => {
                last.push('\n');
                last.push_str(line.trim());
            }
            _ => lines.push(line.trim().to_owned()),
        }
    }
    lines
}

impl<'r> Held<'r> {
    fn new(case: &Case, rules: &'r Rules) -> Self {
        let opened = open::open(files(case));
        let dossier = opened.state.dossier.clone();
        let info = case.first("sitting").map_or("", |block| block.info.as_str());
        let tags = info.split_whitespace();
        let mut langs: Vec<Lang> =
            tags.map(|tag| super::draft::tagged(tag, Lang::EN).lang).collect();
        if langs.is_empty() {
            langs.push(Lang::EN);
        }
        let mut held = Self {
            sitting: Sitting::new(&dossier, Course::default(), rules),
            dossier,
            head: Head::default(),
            time: Time::of_unix(BEGINNING),
            langs,
            quiet: false,
            next: String::new(),
            out: String::new(),
            log: Vec::new(),
            refused: Vec::new(),
        };
        // A case whose amendments are not understood shows something else than it says.
        for finding in opened.state.findings.iter().filter(|one| one.severity() > Severity::Note) {
            let said = engine::words::message(finding, &opened.state, Lang::EN).text;
            held.say("", &format!("{} {}: {said}", finding.severity().as_str(), finding.code()));
        }
        held
    }

    /// Adds a line to the outcome, behind a margin.
    fn say(&mut self, margin: &str, said: &str) {
        for line in said.lines() {
            self.out.push_str(margin);
            self.out.push_str(line);
            self.out.push('\n');
        }
    }

    fn line(&mut self, written: &str) -> Result<(), String> {
        if let Some(time) = written.strip_prefix("at ") {
            self.time = Time::parse(time).ok_or("a moment is written 2031-10-16T10:03:00Z")?;
            return Ok(());
        }
        if matches!(written, "quietly" | "aloud") {
            self.quiet = written == "quietly";
            return Ok(());
        }
        match Line::new(written, &self.sitting).said()? {
            Said::Show(shown) => {
                let lines = shown.lines(&self.sitting, &self.langs);
                self.say("", &lines);
            }
            Said::Message(id) => {
                for lang in self.langs.clone() {
                    self.say("", &say(lang, id, &Args::new()));
                }
            }
            Said::Events(events, told) => {
                let last = events.len().saturating_sub(1);
                for (at, (event, then)) in events.into_iter().enumerate() {
                    if !self.record(event, then, told == line::Told::Last && at < last) {
                        break;
                    }
                }
            }
        }
        Ok(())
    }

    /// Records an event with what follows from it, which is worked out where it is not given; whether it was taken.
    /// One that was is shown unless it is to be `silent`.
    fn record(&mut self, event: Event, then: Option<Vec<Consequence>>, silent: bool) -> bool {
        let then = match then.map_or_else(|| self.sitting.consequences(&event), Ok) {
            Ok(then) => then,
            Err(why) => {
                self.refused.push(engine::words::codes::refusal(&why));
                for lang in self.langs.clone() {
                    let message = refusal_in_a_sitting(&why, &self.sitting.state, lang);
                    self.refusal(engine::words::codes::refusal(&why), &message);
                }
                return false;
            }
        };
        let entry = self.head.next(self.time.clone(), "table office", event, then);
        let mut course = self.sitting.course.clone();
        if let Err(why) = course.apply(&entry, self.sitting.rules) {
            self.refused.push(why.code());
            for lang in self.langs.clone() {
                let rules = self.sitting.rules;
                let message = Telling { state: &self.sitting.course, rules, lang }.refusal(&why);
                self.refusal(why.code(), &message);
            }
            return false;
        }
        let silent = silent || self.quiet;
        if !silent {
            self.tell(&entry);
        }
        self.head.advance(&entry.line());
        self.time = a_minute_later(&entry.time);
        self.sitting = self.sitting.clone().after(&self.dossier, course);
        self.log.push(entry);
        let next = show::next(&self.sitting, &self.langs);
        if !silent && next != self.next {
            self.say("   ", &next);
            self.next = next;
        }
        true
    }

    fn tell(&mut self, entry: &Entry) {
        let number = entry.seq.to_string();
        for (at, lang) in self.langs.clone().into_iter().enumerate() {
            let rules = self.sitting.rules;
            let telling = Telling { state: &self.sitting.course, rules, lang };
            let (sentence, details) = (telling.event(&entry.event), telling.details(entry));
            self.say(&format!("{:<3}", if at == 0 { &number } else { "" }), &sentence);
            details.iter().for_each(|line| self.say("   ", line));
        }
    }

    fn refusal(&mut self, code: &str, message: &Message) {
        self.say("", &format!("refused ({code}): {}", message.text));
        message.notes.iter().for_each(|note| self.say("   ", note));
        self.say("   ", &message.remedy);
    }
}

/// The language versions of a case: its compendia, or its draft with its amendments.
fn files(case: &Case) -> Vec<Arc<SourceFile>> {
    let compendia = case.all("compendium").map(|block| block.body.clone());
    let mut all: Vec<String> = compendia.collect();
    if all.is_empty() {
        let draft = case.draft.as_ref().map_or("", |draft| &draft.body);
        let amendments = case.first("amendments").map_or("", |block| &block.body);
        all.push(format!("{draft}\n\n{amendments}\n"));
    }
    let file = |(at, text): (usize, String)| SourceFile::new(format!("paper-{at}.txt"), text);
    all.into_iter().enumerate().map(file).map(Arc::new).collect()
}

fn a_minute_later(time: &Time) -> Time {
    // Only the order of moments counts; a case is over before its hour is.
    let written = time.as_str();
    let number = |from: usize| written.get(from..from + 2).and_then(|two| two.parse::<u32>().ok());
    let (hour, minute) = (number(11).unwrap_or_default(), number(14).unwrap_or_default());
    let minutes = (hour * 60 + minute + 1).min(23 * 60 + 59);
    let later = format!("{}T{:02}:{:02}:00Z", &written[..10], minutes / 60, minutes % 60);
    Time::parse(&later).unwrap_or_else(|| time.clone())
}
