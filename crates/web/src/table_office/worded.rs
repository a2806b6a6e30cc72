//! Wordings that the table office writes: an amendment in the language that it lacks, and one that is worded anew.
//!
//! What is sent is worked out before it is recorded, and told with its reasons. A translation that cannot be carried out, or
//! does something else than the wording it stands beside (law 9), is refused; other doubts are taken where they are confirmed.

use super::fields::Fields;
use super::office::{Outcome, Work};
use crate::Held;
use crate::site::Refused;
use axum::http::StatusCode;
use engine::report;
use engine::translation::{self, Translation, Worded};
use engine::words::{self, Message};
use procedure::event::{Event, Id, Seq, Wording};
use sha2::{Digest, Sha256};
use source::Severity;
use std::collections::BTreeSet;
use text::Lang;

/// Characters of a wording and of a note at most.
const MOST: usize = 20_000;

/// What there is to say of wordings that were sent.
#[derive(Clone, Debug, Default)]
pub struct Judged {
    /// The wordings as they would be recorded.
    pub texts: Vec<Wording>,
    /// Each finding: how grave it is, its code, its words.
    pub found: Vec<(Severity, &'static str, Message)>,
    /// What must come back where they are taken all the same; none where they are refused.
    pub confirms: Option<String>,
}

/// The amendments of a dossier that lack a language. One that concerns a language version alone lacks no other.
pub struct Lacking<'h> {
    held: &'h Held,
    /// By position in the dossier.
    places: BTreeSet<usize>,
}

impl<'h> Lacking<'h> {
    /// Those of this dossier.
    pub fn of(held: &'h Held) -> Self {
        let all = held.sitting.state.findings.iter();
        let one = all.filter(|finding| finding.code() == "amendment-in-one-language");
        Self { held, places: one.filter_map(report::amendment_of).collect() }
    }

    /// The language in which an amendment is worded, and the one that it lacks; none where it lacks none.
    pub fn get(&self, at: usize) -> Option<(Lang, Lang)> {
        let (sitting, place) = (&self.held.sitting, self.held.sitting.place(at));
        let dossier = &sitting.state.dossier;
        let amendment = dossier.amendments.get(place).filter(|_| self.places.contains(&place))?;
        let open = sitting.course.record(at)?.decision().is_none();
        let mut langs = dossier.versions.iter().map(|version| version.lang);
        let lacking = langs.find(|lang| amendment.text(*lang).is_none()).filter(|_| open)?;
        Some((amendment.texts.first()?.lang, lacking))
    }
}

/// The same of one amendment.
pub fn lacks(held: &Held, at: usize) -> Option<(Lang, Lang)> {
    Lacking::of(held).get(at)
}

/// The wording prepared for the language that it lacks.
pub fn prepared(held: &Held, at: usize) -> Option<Translation> {
    let (from, into) = lacks(held, at)?;
    translation::translation(&held.sitting.state, held.sitting.place(at), from, into)
}

/// What was sent is worked out, and recorded where nothing speaks against it.
pub(super) async fn sent(work: &Work, fields: &Fields, seen: Seq) -> Result<Outcome, Refused> {
    let tongue = work.who.tongue;
    let id = Id(fields.get("amendment").to_owned());
    let Some(at) = work.held.sitting.course.position(&id) else {
        return Ok(Outcome::lacks("office-no-act", tongue));
    };
    let translates = fields.get("what") == "translate";
    let texts = match if translates { translated(work, at, fields) } else { revised(work, fields) }
    {
        Ok(texts) => texts,
        Err(lacks) => return Ok(Outcome::lacks(lacks, tongue)),
    };
    let judged = judge(&work.held, at, &texts, translates, tongue.lang());
    let doubtful = judged.found.iter().any(|(severity, ..)| *severity >= Severity::Warning);
    let confirmed = judged.confirms.as_deref() == Some(fields.get("confirmed"));
    if doubtful && !confirmed {
        let refused = judged.confirms.is_none();
        let why = if refused { "office-wording-refused" } else { "office-wording-doubted" };
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return Ok(Outcome::Doubted(status, tongue.say(why), Box::new(judged)));
    }
    let event = match texts.into_iter().next() {
        Some(text) if translates => Event::Translated { amendment: id, text },
        _ => {
            let number = fields.trimmed("number").to_owned();
            Event::Revised { amendment: id, number, texts: judged.texts }
        }
    };
    Ok(work.outcome(work.record(event, seen).await?))
}

/// The wording in the other language: of its blanks, or as it was typed as a whole.
fn translated(work: &Work, at: usize, fields: &Fields) -> Result<Vec<Wording>, &'static str> {
    let (_, into) = lacks(&work.held, at).ok_or("office-lacks-none")?;
    let whole = fields.trimmed("wording");
    let wording = match whole.is_empty() {
        false => cleaned(whole)?,
        true => {
            let prepared = prepared(&work.held, at).ok_or("office-no-wording")?;
            let blank = |at: usize| cleaned(fields.trimmed(&format!("blank-{at}")));
            let words: Result<Vec<String>, _> = (0..prepared.blanks.len()).map(blank).collect();
            let words = words?;
            if words.iter().any(String::is_empty) {
                return Err("office-blank");
            }
            prepared.filled(&words)
        }
    };
    let note = cleaned(fields.trimmed("note"))?;
    Ok(vec![Wording { lang: into.tag().to_owned(), wording, note }])
}

/// All that it says from now on.
fn revised(work: &Work, fields: &Fields) -> Result<Vec<Wording>, &'static str> {
    let mut texts = Vec::new();
    for version in &work.held.sitting.state.dossier.versions {
        let lang = version.lang.tag();
        let wording = cleaned(fields.trimmed(&format!("wording-{lang}")))?;
        let note = cleaned(fields.trimmed(&format!("note-{lang}")))?;
        if !wording.is_empty() {
            texts.push(Wording { lang: lang.to_owned(), wording, note });
        }
    }
    if texts.is_empty() { Err("office-no-wording") } else { Ok(texts) }
}

/// A text as a browser sends it, with one line feed between paragraphs.
fn cleaned(text: &str) -> Result<String, &'static str> {
    if text.chars().count() > MOST {
        return Err("office-too-long");
    }
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let clean = |line: &str| line.replace(|sign: char| sign.is_control(), " ");
    Ok(lines.map(clean).collect::<Vec<_>>().join("\n"))
}

fn judge(held: &Held, at: usize, texts: &[Wording], translates: bool, lang: Lang) -> Judged {
    let (state, place) = (&held.sitting.state, held.sitting.place(at));
    let tagged = |tag: &str| {
        let versions = state.dossier.versions.iter().map(|version| version.lang);
        versions.into_iter().find(|lang| lang.tag() == tag)
    };
    let given: Vec<Worded> = texts
        .iter()
        .filter_map(|text| {
            let (wording, note) = (text.wording.clone(), text.note.clone());
            Some(Worded { lang: tagged(&text.lang)?, wording, note })
        })
        .collect();
    let mut judged = Judged { texts: texts.to_vec(), ..Judged::default() };
    let Some(worked) = translation::judged(state, place, &given, !translates) else {
        return judged;
    };
    // That a language is lacking is no doubt about the wordings there are.
    let said = |finding: &&engine::state::Finding| {
        !finding.code().starts_with("falling-") && finding.code() != "amendment-in-one-language"
    };
    for finding in worked.findings.iter().filter(said) {
        let message = words::message(finding, &worked.state, lang);
        judged.found.push((finding.severity(), finding.code(), message));
    }
    let grave = judged.found.iter().any(|(severity, ..)| *severity == Severity::Error);
    // What cannot be carried out in its own language need not be in the other.
    let sound = report::executable(state, place);
    if !(grave && translates && sound) {
        judged.confirms = Some(fingerprint(&judged));
    }
    judged
}

fn fingerprint(judged: &Judged) -> String {
    let mut hash = Sha256::new();
    for text in &judged.texts {
        for piece in [&text.lang, &text.wording, &text.note] {
            hash.update((piece.len() as u64).to_be_bytes());
            hash.update(piece.as_bytes());
        }
    }
    judged.found.iter().for_each(|(_, code, _)| hash.update(code.as_bytes()));
    hash.finalize().iter().take(12).map(|byte| format!("{byte:02x}")).collect()
}
