//! Where one amendment or text stands, in a few words.

use super::{NUMBER, Telling};
use crate::state::{Decision, Record, Stage, TextOutcome, TextRecord};
use words::{Args, excerpt};

impl Telling<'_> {
    /// What became of an amendment, or how far it has come; decisions in the chamber's words.
    pub fn standing(&self, record: &Record) -> String {
        let mut said = match &record.stage {
            Stage::Drafted => {
                self.say("log-drafted", &Args::new().number("count", record.signed.len()))
            }
            Stage::Tabled => self.say("log-tabled", &Args::new()),
            Stage::Offered { objections } => {
                self.say("log-offered", &Args::new().number("count", *objections as usize))
            }
            Stage::Open => match (self.referred_back(record), record.reopened) {
                (Some(event), _) => {
                    self.say("log-left-undecided", &Args::new().text("event", event.to_string()))
                }
                (None, Some(event)) => {
                    self.say("log-reopened", &Args::new().text("event", event.to_string()))
                }
                (None, None) => self.say("log-open", &Args::new()),
            },
            Stage::Decided(decision) => self.decision(decision),
        };
        if record.displaced {
            said.push_str("; ");
            said.push_str(&self.say("log-displaced", &Args::new()));
        }
        said
    }

    /// The event by which the text that it is to went back to the committee, where it did.
    fn referred_back(&self, record: &Record) -> Option<u64> {
        match self.state.texts.get(record.part?)?.outcome {
            Some(TextOutcome::ReferredBack { event }) => Some(event),
            _ => None,
        }
    }

    fn decision(&self, decision: &Decision) -> String {
        let outcome = match decision.outcome.words(self.rules) {
            Some(words) => words.get(self.lang).to_owned(),
            None => self.say("log-in-pieces", &Args::new()),
        };
        let event = decision.event.to_string();
        let mut said = if decision.because.is_empty() {
            let vote = decision.vote.as_ref().and_then(|vote| vote.count.as_ref());
            let figures = vote.map(|count| format!(" ({})", self.count(count)));
            let args = Args::new().text("outcome", outcome).text("event", event);
            self.say("log-decided", &args.text("figures", figures.unwrap_or_default()))
        } else {
            let args = Args::new().text("outcome", outcome);
            self.say("log-fallen", &args.text("because", self.events(&decision.because)))
        };
        if let Some(event) = decision.superseded {
            said.push_str("; ");
            said.push_str(
                &self.say("log-superseded", &Args::new().text("event", event.to_string())),
            );
        }
        said
    }

    /// What became of a text.
    pub fn text_standing(&self, text: &TextRecord) -> String {
        let mut said = match &text.outcome {
            None => self.say("log-open", &Args::new()),
            Some(TextOutcome::ReferredBack { event }) => {
                self.say("log-referred-back", &Args::new().text("event", event.to_string()))
            }
            Some(TextOutcome::Voted { vote, event }) => {
                let words = &self.rules.outcomes;
                let outcome = if vote.adopted { &words.adopted } else { &words.rejected };
                let figures = vote.count.as_ref().map(|count| format!(" ({})", self.count(count)));
                let args = Args::new().text("outcome", outcome.value.get(self.lang));
                let args = args.text("figures", figures.unwrap_or_default());
                self.say("log-decided", &args.text("event", event.to_string()))
            }
        };
        let mut add = |id: &str, args: Args| {
            said.push_str("; ");
            said.push_str(&self.say(id, &args));
        };
        if let Some(number) = &text.number {
            add("log-number", Args::new().text("number", excerpt(number, NUMBER)));
        }
        if !text.edits.is_empty() {
            add("log-edits", Args::new().number("count", text.edits.len()));
        }
        said
    }

    /// A decision that awaits a ruling.
    pub fn for_ruling(&self, event: u64) -> String {
        let args = Args::new().text("event", event.to_string());
        match self.decided_by(event) {
            Some(decided) => self.say("log-awaits", &args.text("decided", decided)),
            None => self.say("log-awaits", &args.text("decided", "")),
        }
    }
}
