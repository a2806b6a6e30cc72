//! Cases of `tests/suite/bills`: amendments to an article of a French bill.
//!
//! Given a `draft`, an alinéa a line, and blocks `amendment`, each with its number behind the kind, the
//! outcome has:
//!
//! - for each amendment the wording written back from what was read, or why it is not carried out;
//! - what changes in the article once all of them are adopted.
//!
//! Without a `draft` it has the article as the amendments show it, and the order in which the Sénat calls them.
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
use crate::senate;
use engine::read::plain;
use instruction::{generate, parse};
use merge::{Base, Groups, Placed, discussions, order};
use procedure::rules::named;
use std::collections::BTreeMap;
use text::{Child, Draft};

/// The outcome of one case.
pub fn outcome(case: &Case) -> String {
    let Some(draft) = &case.draft else { return sketched(case) };
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

/// The article as its amendments show it, and their order.
fn sketched(case: &Case) -> String {
    let blocks: Vec<_> = case.all("amendment").collect();
    let wordings: Vec<&str> = blocks.iter().map(|block| block.body.as_str()).collect();
    let (draft, index, found) = senate::article(&wordings);
    let Some(rules) = named("senat", "2023") else { return "no rules".to_owned() };
    let mut out = String::new();
    for (at, alinea) in alineas(&draft).iter().enumerate() {
        out.push_str(&format!("{}. {alinea}\n", at + 1));
    }
    let placed =
        found.iter().map(|(at, instruction)| Placed { number: &blocks[*at].info, instruction });
    let placed: Vec<Placed<'_>> = placed.collect();
    let base = Base { draft: &draft, index: &index, tables: &language().tables };
    let (groups, same) = (discussions(&placed, &base), Groups::new(&placed));
    out.push_str("order:");
    let mut last: Option<usize> = None;
    for ranked in order(&placed, &base, &rules.order_rules()) {
        let this = ranked.amendment;
        let sign = match last {
            None => " ",
            Some(last) if same.same(last, this) => " = ",
            Some(last) if groups.same(last, this) => " + ",
            Some(_) => ", ",
        };
        out.push_str(&format!("{sign}{}", placed[this].number));
        last = Some(this);
    }
    out.push('\n');
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
