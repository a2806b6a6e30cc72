//! What cannot be supposed, in words.

use super::{Args, Message, and, codes, named, refusal_in_a_sitting, say};
use crate::sitting::{Impossible, Sitting};
use procedure::rules::Shown;
use procedure::sentence::Telling;
use procedure::state::Outcome;
use text::Lang;

/// Why a step of a hypothetical course cannot be.
pub fn impossible(impossible: &Impossible, sitting: &Sitting<'_>, lang: Lang) -> Message {
    let who = |at: usize| named(&sitting.state, sitting.place(at), true, lang);
    match impossible {
        Impossible::Text(why) => refusal_in_a_sitting(why, &sitting.state, lang),
        Impossible::Rules(why) => {
            let telling = Telling { state: &sitting.course, rules: sitting.rules, lang };
            telling.refusal(why)
        }
        Impossible::Decided { amendment, outcome, by } => {
            let causes: Vec<String> = by.iter().map(|at| who(*at)).collect();
            let word = outcome.words(sitting.rules).map(|words| words.words(lang));
            let fell = *outcome == Outcome::Fell && !causes.is_empty();
            let args = Args::new()
                .text("who", who(*amendment))
                .text("how", if fell { "fell" } else { "decided" })
                .text("causes", and(&causes, lang))
                .text("outcome", word.unwrap_or_default());
            let code = codes::impossible(impossible);
            Message {
                text: say(lang, code, &args),
                remedy: say(lang, &format!("{code}.remedy"), &args),
                notes: Vec::new(),
            }
        }
    }
}
