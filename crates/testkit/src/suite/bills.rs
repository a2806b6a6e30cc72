//! Cases of `tests/suite/bills`: amendments to an article of a French bill.
//!
//! Given a `draft`, an alinéa a line, and blocks `amendment`, each with its number behind the kind, the
//! outcome has:
//!
//! - for each amendment the wording written back from what was read, or why it is not carried out;
//! - what changes in the article once all of them are adopted.
//!
//! ````markdown
//! ```draft
//! 1° Les bacs sont comptés ;
//! 2° Les lampes sont éteintes.
//! ```
//! ```amendment 1
//! Alinéa 2
//! Supprimer cet alinéa.
//! ```
//! ```outcome
//! 1: Supprimer l'alinéa 2.
//! - 2° Les lampes sont éteintes.
//! + 2° (Supprimé)
//! ```
//! ````

use super::Case;
use super::draft::difference;
use crate::bills::apply::{Outcome, apply, article};
use crate::bills::language;
use engine::read::plain;
use instruction::{generate, parse};
use std::collections::BTreeMap;
use text::{Child, Draft};

/// The outcome of one case.
pub fn outcome(case: &Case) -> String {
    let Some(draft) = &case.draft else { return "no draft".to_owned() };
    let amendments: BTreeMap<String, String> =
        case.all("amendment").map(|block| (block.info.clone(), block.body.clone())).collect();
    let applied = apply(&draft.body, &amendments);
    let mut out = String::new();
    for (number, wording) in &amendments {
        let wording = plain(wording);
        let parsed = parse(&wording, language());
        if let Some(read) = &parsed.instruction {
            out.push_str(&format!("{number}: {}\n", generate(read, language())));
            let again = parse(&generate(read, language()), language()).instruction;
            if again.as_ref() != Some(read) {
                out.push_str(&format!("  read back otherwise: {again:?}\n  than: {read:?}\n"));
            }
        }
        match applied.amendments.get(number) {
            Some(Outcome::Unread { words }) => {
                out.push_str(&format!("{number}: not understood: {words}\n"));
            }
            Some(Outcome::Refused { code, why }) => {
                let why = if why.starts_with("its") { format!(": {why}") } else { String::new() };
                out.push_str(&format!("{number}: refused: {code}{why}\n"));
            }
            Some(Outcome::Applied { .. }) | None => {}
        }
    }
    let new: Vec<String> = applied.article.lines().map(str::to_owned).collect();
    out.push_str(&difference(&alineas(&article(&draft.body)), &new));
    out
}

/// The alinéas of an article.
fn alineas(draft: &Draft) -> Vec<String> {
    let texts = draft.parts.iter().flat_map(|part| part.provisions()).map(|provision| {
        let blocks = provision.children.iter().filter_map(|child| match child {
            Child::Block(block) => Some(block.content.text.as_str()),
            Child::Provision(_) | Child::Opaque(_) => None,
        });
        blocks.collect::<String>()
    });
    texts.collect()
}
