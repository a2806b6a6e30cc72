//! What is refused, and what is wrong with a line, with what to do about it.

use super::{CITED, NAME, NUMBER, REASON, Telling};
use crate::log::Problem;
use crate::state::Refusal;
use text::Lang;
use words::{Args, Message, excerpt};

impl Telling<'_> {
    /// Why an event is not taken; a note cites the rule that forbids it, with its value and source.
    pub fn refusal(&self, refusal: &Refusal) -> Message {
        let args = self.args(refusal);
        let id = format!("refusal-{}", refusal.code());
        Message {
            text: self.say(&id, &args),
            remedy: self.say(&format!("{id}.remedy"), &args),
            notes: refusal.rule().and_then(|rule| self.rule(rule)).into_iter().collect(),
        }
    }

    /// A parameter of the rules, "tabling.signatories", with its value and source.
    pub fn rule(&self, name: &str) -> Option<String> {
        let (section, key) = name.split_once('.')?;
        let parameters = self.rules.parameters();
        let found = parameters.iter().find(|one| one.section == section && one.key == key)?;
        let edition = &self.rules.edition;
        let args = Args::new()
            .text("profile", edition.profile.clone())
            .text("edition", edition.name.clone())
            .text("parameter", name)
            .text("value", found.value.words(self.lang))
            .text("source", found.source.words(self.lang));
        Some(self.say("log-by-rule", &args))
    }

    fn args(&self, refusal: &Refusal) -> Args {
        let args = Args::new();
        match refusal {
            Refusal::NotOpened
            | Refusal::OpenedTwice
            | Refusal::NoReason
            | Refusal::NothingNamed
            | Refusal::NoWording
            | Refusal::PositionAgainstFigures
            | Refusal::SignaturesStay
            | Refusal::NoSitting
            | Refusal::SittingOpen
            | Refusal::MovedAlready
            | Refusal::NoTakingOver
            | Refusal::SpeakerNotHeard
            | Refusal::NoOralAmendments { .. }
            | Refusal::NotPermitted { .. }
            | Refusal::NotForThem { .. }
            | Refusal::NoSuchPosition
            | Refusal::QuorumNotChecked
            | Refusal::RollDiffers
            | Refusal::OutcomeChanges
            | Refusal::NotDeclared => args,
            Refusal::TimeGoesBack { before } => args.text("before", self.moment(before)),
            Refusal::Unknown { amendment } | Refusal::IdTaken { amendment } => {
                args.text("id", excerpt(&amendment.0, NUMBER))
            }
            Refusal::NoQuorum { present, members } | Refusal::NoSuchCount { present, members } => {
                args.number("present", *present as usize).number("members", *members as usize)
            }
            Refusal::CommonPartPut { amendment, event } => {
                let args = args.text("amendment", self.amendment(amendment));
                args.text("event", event.to_string())
            }
            Refusal::UnknownText { part } => args.text("part", part.to_string()),
            Refusal::TextNotAdopted { part } => args.text("text", self.text(*part)),
            Refusal::UnknownEvent { event }
            | Refusal::CalledBefore { event }
            | Refusal::RulingsOpen { event }
            | Refusal::TextDecided { event }
            | Refusal::NothingToRule { event } => args.text("event", event.to_string()),
            Refusal::NumberTaken { number } | Refusal::NotANumber { number } => {
                args.text("number", excerpt(number, NUMBER))
            }
            Refusal::TooDeep { depth } => args.number("depth", *depth as usize),
            Refusal::Stage { amendment, decided } => {
                let how = if decided.is_some() { "decided" } else { "early" };
                let event = decided.map_or_else(String::new, |event| event.to_string());
                let args = args.text("amendment", self.amendment(amendment));
                args.text("how", how).text("event", event)
            }
            Refusal::SignedAlready { by }
            | Refusal::NotSigned { by }
            | Refusal::MoverSigned { by } => args.text("by", excerpt(self.own(by), NAME)),
            Refusal::MoverDidNotSign { by, amendment } => {
                let record = self.state.position(amendment).and_then(|at| self.state.record(at));
                let names = record.map_or(&[][..], |record| &record.signed);
                let rest = names.len().saturating_sub(CITED);
                let named = names.iter().take(CITED);
                let named = named.map(|name| excerpt(self.own(name), NAME)).collect();
                let args = args.text("by", excerpt(self.own(by), NAME));
                args.text("names", self.joined(named, rest)).number("more", rest)
            }
            Refusal::NoSuchRelation { first, second } => {
                let args = args.text("first", self.amendment(first));
                args.text("second", self.amendment(second))
            }
            Refusal::DecidedWith { amendment, first } => {
                let args = args.text("amendment", self.amendment(amendment));
                args.text("first", self.amendment(first))
            }
            Refusal::LanguageTwice { lang } | Refusal::TranslatedAlready { lang } => {
                args.text("lang", excerpt(lang, NUMBER))
            }
            Refusal::TooFew { signed, needed, .. } => {
                args.number("signed", *signed).number("needed", *needed as usize)
            }
            Refusal::Late { deadline } => args.text("deadline", self.moment(deadline)),
            Refusal::FloorTaken { amendment }
            | Refusal::NotOnTheFloor { amendment }
            | Refusal::PutSeparately { amendment }
            | Refusal::NotMovedYet { amendment }
            | Refusal::SubAmendmentsFirst { first: amendment }
            | Refusal::NotProposed { amendment }
            | Refusal::NotEligible { amendment, .. }
            | Refusal::AmendmentsOpen { first: amendment }
            | Refusal::LeavesOpen { first: amendment }
            | Refusal::Displaced { amendment }
            | Refusal::Consequence { amendment } => {
                args.text("amendment", self.amendment(amendment))
            }
            Refusal::Objections { count, enough } => {
                args.number("count", *count as usize).number("enough", *enough as usize)
            }
            Refusal::AgainstTheFigures { carried, .. } => {
                args.text("carried", if *carried { "yes" } else { "no" })
            }
        }
    }
}

/// What is wrong with a line of a log, and what to do about it.
pub fn fault(problem: &Problem, lang: Lang) -> Message {
    let args = Args::new();
    let args = match problem {
        Problem::Cut { bytes } => args.number("bytes", *bytes),
        Problem::TooLong => args.text("most", (crate::log::LONGEST_LINE >> 20).to_string()),
        Problem::Version { found } => args.text("found", found.to_string()),
        Problem::Sequence { expected, found } => {
            args.text("expected", expected.to_string()).text("found", found.to_string())
        }
        Problem::NotAnEntry { .. } | Problem::Chain | Problem::NotCanonical => args,
    };
    let code = problem.code();
    let notes = match problem {
        Problem::NotAnEntry { why } => {
            let detail = Args::new().text("detail", excerpt(why, REASON));
            vec![words::say(lang, "rules-parser-says", &detail)]
        }
        _ => Vec::new(),
    };
    Message {
        text: words::say(lang, code, &args),
        remedy: words::say(lang, &format!("{code}.remedy"), &args),
        notes,
    }
}
