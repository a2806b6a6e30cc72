//! Reading a log, up to some event, under the rules that it names.

use crate::args::LogFile;
use crate::input;
use crate::status::Failure;
use engine::words::{self, Args, Message};
use procedure::event::{Event, Seq};
use procedure::log::{Entry, Hash, Head, Problem, Reader};
use procedure::rules::{self, Profile, Rules};
use procedure::sentence::{self, Telling};
use procedure::state::State;
use source::{Severity, SourceFile};
use std::borrow::Cow;
use text::Lang;

/// What reading a log came to.
#[derive(Debug)]
pub struct Folded {
    /// The file as it is shown.
    pub file: String,
    /// Where everything stands behind the last event that was taken.
    pub state: State,
    /// The rules; those of no log in particular where the log is not even opened.
    pub rules: Cow<'static, Rules>,
    /// The last line that was taken.
    pub head: Head,
    /// The bytes up to its end.
    pub length: usize,
    /// The event whose line has the hash that was looked for.
    pub found: Option<Seq>,
    /// What is wrong.
    pub findings: Vec<Finding>,
}

/// Something wrong with a log.
#[derive(Debug)]
pub struct Finding {
    /// Its stable code.
    pub code: &'static str,
    /// How grave it is.
    pub severity: Severity,
    /// The line, from 1; none where it is about the whole.
    pub line: Option<u64>,
    /// The same in words.
    pub message: Message,
}

impl Finding {
    /// An error about the whole log.
    pub fn said(code: &'static str, args: &Args, lang: Lang) -> Self {
        let text = words::say(lang, code, args);
        let remedy = words::say(lang, &format!("{code}.remedy"), args);
        let message = Message { text, remedy, notes: Vec::new() };
        Self { code, severity: Severity::Error, line: None, message }
    }
}

/// Who hears of each event, with the state before it.
type Told<'t> = dyn FnMut(&Telling<'_>, &Entry) -> Result<(), Failure> + 't;

/// Reads a log up to this event, or to its end; `head` is a hash to look for.
pub fn fold(
    given: &LogFile,
    lang: Lang,
    until: Option<Seq>,
    head: Option<Hash>,
    told: &mut Told<'_>,
) -> Result<Folded, Failure> {
    if given.file == "-" && given.rules.as_deref() == Some("-") {
        return Err(Failure::usage(lang, "usage-read-once", &Args::new()));
    }
    let (file, bytes) = input::log(&given.file)?;
    let mut reader = Reader::new(&bytes);
    let mut folded = Folded {
        file,
        state: State::default(),
        rules: any(),
        head: Head::default(),
        length: 0,
        found: None,
        findings: Vec::new(),
    };
    while until.is_none_or(|until| folded.head.seq < until) {
        let Some(read) = reader.next() else { break };
        let entry = match read {
            Ok(entry) => entry,
            Err(fault) => {
                let severity = match fault.problem {
                    Problem::Cut { .. } => Severity::Warning,
                    _ => Severity::Error,
                };
                folded.findings.push(Finding {
                    code: fault.problem.code(),
                    severity,
                    line: Some(fault.line),
                    message: sentence::fault(&fault.problem, lang),
                });
                break;
            }
        };
        if entry.seq == 1 {
            folded.under(&entry.event, given, lang)?;
        }
        let telling = Telling { state: &folded.state, rules: &folded.rules, lang };
        if let Err(refusal) = folded.state.check(&entry, &folded.rules) {
            let message = telling.refusal(&refusal);
            let (code, severity) = (refusal.code(), Severity::Error);
            folded.findings.push(Finding { code, severity, line: Some(entry.seq), message });
            break;
        }
        told(&telling, &entry)?;
        folded.state.take(&entry, &folded.rules);
        folded.head = reader.head();
        folded.length = reader.length();
        if head == Some(folded.head.hash) {
            folded.found = Some(folded.head.seq);
        }
    }
    if folded.head.seq == 0 && folded.findings.iter().all(|one| one.severity < Severity::Error) {
        folded.findings.push(Finding::said("log-empty", &Args::new(), lang));
    }
    Ok(folded)
}

/// Rules for what no rules are needed for.
fn any() -> Cow<'static, Rules> {
    let latest = rules::shipped().iter().find_map(Profile::latest);
    Cow::Borrowed(latest.expect("a test sees to it that profiles come with the program"))
}

impl Folded {
    /// Takes the rules that the first event names, from the program or from the file given.
    fn under(&mut self, event: &Event, given: &LogFile, lang: Lang) -> Result<(), Failure> {
        let Event::Opened { profile, edition, rules: hash, .. } = event else { return Ok(()) };
        let name = Args::new()
            .text("profile", words::excerpt(profile, 40))
            .text("edition", words::excerpt(edition, 40));
        let found = match &given.rules {
            None => {
                let file = rules::shipped_file(profile).map(|text| Hash::of(text.as_bytes()));
                rules::named(profile, edition).map(Cow::Borrowed).zip(file)
            }
            Some(path) => {
                let (shown, bytes) = input::raw(path)?;
                let read = Profile::read_of_log(&SourceFile::decode(shown.clone(), &bytes));
                let read = read.map_err(|found| {
                    let args = Args::new().text("file", shown).number("count", found.len());
                    Failure::usage(lang, "usage-bad-rules", &args)
                })?;
                let of_name = |rules: &&Rules| rules.edition.name == *edition;
                let named = read.editions.iter().filter(|_| read.name == *profile).find(of_name);
                named.cloned().map(Cow::Owned).zip(Some(Hash::of(&bytes)))
            }
        };
        let Some((rules, at_hand)) = found else {
            return Err(Failure::usage(lang, "usage-log-rules", &name));
        };
        self.rules = rules;
        if at_hand.to_string() != *hash {
            let mut finding = Finding::said("log-other-rules", &name, lang);
            finding.line = Some(1);
            self.findings.push(finding);
        }
        Ok(())
    }
}
