//! Reading wordings of bills.
//!
//! # How these wordings are made
//!
//! An amendment to a bill is a list of orders, each with a place, a verb in the infinitive and, mostly,
//! a new text:
//!
//! ```text
//! I. – Alinéa 3                               À l'alinéa 3, substituer aux mots :
//! Remplacer les mots :                        « les bacs »
//! les bacs                                    les mots :
//! par les mots :                              « les bacs et les radeaux ».
//! les bacs et les radeaux
//! II. – Alinéa 7, seconde phrase
//! 1° Supprimer le mot :
//! vieux
//! ```
//!
//! The Senate (left) puts the place on a line of its own and quotes nothing: a line is what the line
//! before says it is. The National Assembly (right) makes one sentence of it and puts marks around what
//! it quotes. Both are read by the same rules, and mixed.
//!
//! # Where a new text ends
//!
//! A new text of whole alinéas has no mark at its end, and may itself hold "II." or "1°". It ends before
//! the next line that *begins an order*: that can be read, labels aside, as places and a verb in the
//! infinitive. The texts of bills amend laws in the passive ("est ainsi rédigé") and are not mistaken
//! for orders.

mod clause;
mod cursor;
mod located;
mod payload;
mod place;

pub(super) use place::Noun;

use crate::{Finding, Parsed};
use source::Span;

/// What an order does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    /// supprimer
    Delete,
    /// remplacer … par …
    Replace,
    /// substituer à … …
    Substitute,
    /// insérer, ajouter
    Insert,
    /// compléter … par …
    Complete,
    /// rédiger ainsi
    Redraft,
    /// rétablir … dans la rédaction suivante
    Restore,
    /// procéder à la même substitution
    Repeat,
}

/// Reads a wording of this style. Total, as [`crate::parse`].
pub fn parse(wording: &str) -> Parsed {
    let mut reader = clause::Reader::new(wording);
    match reader.all() {
        Ok(instruction) => {
            Parsed { instruction: Some(instruction), not_executable: None, findings: Vec::new() }
        }
        Err(fault) => {
            let (why, at) = match fault {
                clause::Fault::NotUnderstood(at) => (None, at),
                clause::Fault::NotExecutable(why, at) => (Some(why), at),
            };
            let finding = match why {
                Some(why) => Finding::NotExecutable { at, why },
                None => Finding::not_understood(line_at(wording, at)),
            };
            Parsed { instruction: None, not_executable: why, findings: vec![finding] }
        }
    }
}

/// From a place to the end of its line, at most 80 characters.
fn line_at(wording: &str, at: Span) -> Span {
    let start = at.start as usize;
    let rest = wording.get(start..).unwrap_or("");
    let lead = rest.len() - rest.trim_start().len();
    let line = rest.trim_start().lines().next().unwrap_or("");
    let end = line.char_indices().nth(80).map_or(line.len(), |(at, _)| at);
    Span::new(start + lead, start + lead + end)
}
