//! Reading a log, up to some event, under the rules that it names: for every command that is given one.

use crate::rules::WithFile;
use crate::status::Failure;
use crate::{diagnostics, rules};
use engine::report::Diagnostic;
use engine::words::{self, Args, Message};
use procedure::event::{Event, Seq};
use procedure::log::{Entry, Hash, Head, Problem, Reader};
use procedure::rules::{Profile, Rules, shipped};
use procedure::sentence::{self, Telling};
use procedure::state::State;
use source::Severity;
use std::borrow::Cow;
use text::Lang;

/// A log at hand, and the rules that its first event names.
#[derive(Debug)]
pub struct Log {
    /// The file as it is shown.
    pub file: String,
    bytes: Vec<u8>,
    /// The rules; those of no log in particular where the log is not even opened.
    pub rules: Cow<'static, Rules>,
    /// Said where their file is not the one that the log was opened under.
    others: Option<Finding>,
}

/// What reading a log came to.
#[derive(Debug)]
pub struct Folded {
    /// The file as it is shown.
    pub file: String,
    /// Where everything stands behind the last event that was taken.
    pub state: State,
    /// The last line that was taken.
    pub head: Head,
    /// The bytes up to its end.
    pub length: usize,
    /// Whether it lacks its line feed.
    pub unended: bool,
    /// The event whose line has the hash that was looked for.
    pub found: Option<Seq>,
    /// What is wrong.
    pub findings: Vec<Finding>,
}

/// Something wrong with a log.
#[derive(Clone, Debug)]
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
pub type Told<'t> = dyn FnMut(&Telling<'_>, &Entry) -> Result<(), Failure> + 't;

impl Log {
    /// A log as its bytes, under the rules that it names: those of the program, or those that the user gives
    /// (`rules::with_file` says how).
    ///
    /// # Errors
    /// Where the rules are not at hand.
    pub fn new(
        file: String,
        bytes: Vec<u8>,
        given: Option<&str>,
        lang: Lang,
    ) -> Result<Self, Failure> {
        let first = Reader::new(&bytes).next().and_then(Result::ok).map(|entry| entry.event);
        let (rules, others) = match &first {
            Some(Event::Opened { profile, edition, rules, .. }) => {
                let name = Args::new()
                    .text("profile", words::excerpt(profile, 40))
                    .text("edition", words::excerpt(edition, 40));
                let of_log = match given {
                    Some(given) => rules::with_file(given, lang)?.of_log(profile, edition),
                    None => WithFile::shipped(profile).and_then(|it| it.of_log(profile, edition)),
                };
                let of_log =
                    of_log.ok_or_else(|| Failure::usage(lang, "usage-log-rules", &name))?;
                let others = (of_log.hash.to_string() != *rules).then(|| {
                    let other = Finding::said("log-other-rules", &name, lang);
                    Finding { line: Some(1), ..other }
                });
                (of_log.rules, others)
            }
            _ => (any(), None),
        };
        Ok(Self { file, bytes, rules, others })
    }

    /// Reads it up to this event, or to its end; `head` is a hash to look for.
    ///
    /// # Errors
    /// Those of whoever is told.
    pub fn fold(
        &self,
        lang: Lang,
        until: Option<Seq>,
        head: Option<Hash>,
        told: &mut Told<'_>,
    ) -> Result<Folded, Failure> {
        let mut reader = Reader::new(&self.bytes);
        let mut folded = Folded {
            file: self.file.clone(),
            state: State::default(),
            head: Head::default(),
            length: 0,
            unended: false,
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
                folded.findings.extend(self.others.clone());
            }
            let telling = Telling { state: &folded.state, rules: &self.rules, lang };
            if let Err(refusal) = folded.state.check(&entry, &self.rules) {
                let message = telling.refusal(&refusal);
                let (code, severity) = (refusal.code(), Severity::Error);
                folded.findings.push(Finding { code, severity, line: Some(entry.seq), message });
                break;
            }
            told(&telling, &entry)?;
            folded.state.take(&entry, &self.rules);
            folded.head = reader.head();
            folded.length = reader.length();
            folded.unended = reader.unended();
            if head == Some(folded.head.hash) {
                folded.found = Some(folded.head.seq);
            }
        }
        if folded.head.seq == 0 && !folded.is_wrong() {
            folded.findings.push(Finding::said("log-empty", &Args::new(), lang));
        }
        Ok(folded)
    }

    /// The whole of it, for whoever goes on from there: only the last line may break off, which is said.
    ///
    /// # Errors
    /// Where anything else is wrong, which is said.
    pub fn whole(&self, lang: Lang, told: &mut Told<'_>) -> Result<Folded, Failure> {
        let folded = self.fold(lang, None, None, told)?;
        diagnostics::print(&folded.diagnosed(lang), lang);
        if folded.is_wrong() { Err(Failure::Told) } else { Ok(folded) }
    }
}

/// Rules for what no rules are needed for.
fn any() -> Cow<'static, Rules> {
    let latest = shipped().iter().find_map(Profile::latest);
    Cow::Borrowed(latest.expect("a test sees to it that profiles come with the program"))
}

impl Folded {
    /// Whether anything is wrong but a last line that breaks off.
    pub fn is_wrong(&self) -> bool {
        self.findings.iter().any(|finding| finding.severity == Severity::Error)
    }

    /// The findings with their lines, for people.
    pub fn diagnosed(&self, lang: Lang) -> Vec<Diagnostic> {
        let one = |finding: &Finding| {
            let mut message = finding.message.clone();
            if let Some(line) = finding.line {
                let args = Args::new().text("file", self.file.clone());
                let args = args.text("line", line.to_string()).text("said", message.text);
                message.text = words::say(lang, "log-at-line", &args);
            }
            Diagnostic { code: finding.code, severity: finding.severity, message, spot: None }
        };
        self.findings.iter().map(one).collect()
    }
}
