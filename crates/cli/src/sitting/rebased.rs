//! `hemicycle sitting rebased`: what is open, on the text as amended so far.

use crate::diagnostics::wrapped;
use crate::supposed::{cited, who};
use engine::sitting::{Rebased, Sitting, Standing};
use engine::words::{self, Args, say};
use instruction::style::version_name;
use serde_json::{Value, json};
use text::Lang;

/// What these amendments are on the text as amended so far, for people.
pub fn text(held: &Sitting<'_>, amendments: &[usize], lang: Lang) -> String {
    let all = match held.rebased_all(amendments) {
        Ok(all) => all,
        Err(refusal) => return wrapped("", &words::refusal(&refusal, &held.state, lang).text),
    };
    if all.is_empty() {
        return wrapped("", &say(lang, "rebased-none", &Args::new()));
    }
    let mut text = String::new();
    for (at, found) in &all {
        for one in found {
            text += &line(one, *at, held, lang);
        }
    }
    text
}

fn line(one: &Rebased, at: usize, held: &Sitting<'_>, lang: Lang) -> String {
    let id = match &one.standing {
        Standing::AsTabled => "rebased-as-tabled",
        Standing::Reworded(_) => "rebased-on",
        Standing::Done => "rebased-done",
        Standing::Unsaid => "rebased-unsaid",
    };
    let said = Args::new().text("who", who(held, at, lang)).text("version", version(one, lang));
    let mut text = wrapped("", &say(lang, id, &said));
    if let Standing::Reworded(wording) = &one.standing {
        wording.lines().for_each(|line| text += &wrapped("  ", line));
    }
    text
}

/// "English version".
fn version(one: &Rebased, lang: Lang) -> &'static str {
    version_name(one.lang, lang).unwrap_or(one.lang.tag())
}

/// What differs from the wording as tabled, below what is said of an amendment.
pub fn below(held: &Sitting<'_>, at: usize, lang: Lang) -> String {
    let mut text = String::new();
    for one in held.rebased(at).unwrap_or_default() {
        let said = Args::new().text("version", version(&one, lang));
        let said = said.text("who", who(held, at, lang));
        match &one.standing {
            Standing::AsTabled => {}
            Standing::Reworded(wording) => {
                text += &wrapped("  ", &say(lang, "rebased-reworded", &said));
                wording.lines().for_each(|line| text += &wrapped("    ", line));
            }
            Standing::Done => text += &wrapped("  ", &say(lang, "rebased-done", &said)),
            Standing::Unsaid => text += &wrapped("  ", &say(lang, "rebased-unsaid", &said)),
        }
    }
    text
}

/// The same for programs: each amendment with each of its languages.
pub fn json(held: &Sitting<'_>, amendments: &[usize]) -> Value {
    let all = held.rebased_all(amendments).unwrap_or_default();
    let one = |(at, found): &(usize, Vec<Rebased>)| json!({ "amendment": cited(held, *at), "versions": versions(found) });
    all.iter().map(one).collect()
}

/// One amendment in each of its languages.
pub fn versions(found: &[Rebased]) -> Value {
    let version = |one: &Rebased| {
        json!({
            "lang": one.lang.tag(),
            "standing": one.standing.word(),
            "wording": match &one.standing {
                Standing::Reworded(wording) => Some(wording.as_str()),
                Standing::AsTabled | Standing::Done | Standing::Unsaid => None,
            },
        })
    };
    found.iter().map(version).collect()
}
