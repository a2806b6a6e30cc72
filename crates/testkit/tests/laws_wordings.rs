//! Laws 1 and 2: wordings say what they were made from, and an edit comes back as itself.

mod common;

use common::{ensure, finds, holds, lang, seeds};
use engine::state::Profile;
use engine::wording::{Refusal, wording};
use engine::{Dossier, State, Version};
use hemicycle_testkit::edits::{ENDS, Edit, edit, openings};
use instruction::style::language;
use instruction::{Edited, Scope, parse, resolve};
use merge::{Base, Consolidation, FallRules, Mode, OrderRules, Placed, consolidate};
use source::SourceFile;
use source::fault::Fault;
use std::sync::Arc;
use text::{Child, Draft, Index, Part};

/// A dossier without amendments.
fn state(draft: &Draft) -> State {
    let language = language(draft.lang).expect("a registered language");
    let version = Version {
        lang: draft.lang,
        title: None,
        date: None,
        edition: None,
        index: Index::new(draft, &language.tables.sentences),
        draft: draft.clone(),
        file: Arc::new(SourceFile::new("", "")),
    };
    let dossier = Dossier { versions: vec![version], ..Dossier::default() };
    State::new(dossier, Profile::default(), Vec::new())
}

/// The draft after a wording is read, placed and carried out in it.
fn carried_out(wording: &str, part: u32, state: &State) -> Result<Draft, String> {
    let Version { lang, draft, index, .. } = &state.dossier.versions[0];
    let language = language(*lang).expect("a registered language");
    let scope = Scope { draft, index, part: Some(part), language };
    let read = parse(wording, language);
    let written = read.instruction.ok_or_else(|| format!("not read: {:?}", read.findings))?;
    let mut findings = Vec::new();
    let placed = resolve(&written, &scope, &mut findings)
        .ok_or_else(|| format!("no place: {findings:?}"))?;
    let adopted = [Placed { number: "1", instruction: &placed }];
    let what = Consolidation {
        base: Base { draft, index, tables: &language.tables },
        adopted: &adopted,
        mode: Mode::Set,
        rules: &FallRules::default(),
        order: &OrderRules::default(),
    };
    Ok(consolidate(&what).map_err(|refusal| format!("refused: {refusal:?}"))?.draft)
}

/// Texts of a part without numbers, a line each.
fn texts(part: &Part) -> Vec<String> {
    fn collect(children: &[Child], to: &mut Vec<String>) {
        for child in children {
            match child {
                Child::Block(block) => to.push(block.content.text.clone()),
                Child::Opaque(opaque) => to.push(opaque.text.clone()),
                Child::Provision(provision) => collect(&provision.children, to),
            }
        }
    }
    let mut all = Vec::new();
    collect(&part.children, &mut all);
    all
}

/// What the draft must read after the edit: the texts of its part.
fn wanted(edit: &Edit) -> Vec<String> {
    let part = &edit.draft.parts[edit.part as usize];
    let mut all = texts(part);
    let numbers = openings(part);
    let at = numbers.iter().position(|(number, _)| *number == edit.number).expect("it is there");
    // Blocks that are no openings (closing text) stand between them.
    let mut found = 0;
    let place = all.iter().position(|text| {
        let opens = numbers.get(found).is_some_and(|(_, opening)| opening == text);
        found += usize::from(opens);
        opens && found == at + 1
    });
    let place = place.expect("every opening is a text");
    // What is put behind a provision stands behind all that is below it.
    let below = |other: &&(String, String)| {
        other.0.strip_prefix(&edit.number).is_some_and(|rest| rest.starts_with('.'))
    };
    let behind = match edit.new.split_first() {
        Some((first, rest)) if *first == edit.old && numbers.iter().any(|n| below(&n)) => rest,
        _ => &[],
    };
    if !behind.is_empty() {
        let end = place + texts_of(part, &edit.number);
        all.splice(end..end, behind.iter().cloned());
        return all;
    }
    all.splice(place..=place, edit.new.iter().cloned());
    all
}

/// How many texts stand in a provision.
fn texts_of(part: &Part, number: &str) -> usize {
    fn find<'a>(children: &'a [Child], number: &str) -> Option<&'a text::Provision> {
        children.iter().find_map(|child| match child {
            Child::Provision(provision) if provision.number == number => Some(provision),
            Child::Provision(provision) => find(&provision.children, number),
            _ => None,
        })
    }
    let provision = find(&part.children, number).expect("it is there");
    texts(&Part { children: provision.children.clone(), ..part.clone() }).len()
}

/// Law 2. `Ok(false)`: nobody can quote that.
fn law_2(edit: &Edit) -> Result<bool, String> {
    let state = state(&edit.draft);
    let edited = match edit.new.is_empty() {
        true => Edited::Deleted,
        false => Edited::Text(edit.new.clone()),
    };
    let lang = edit.draft.lang;
    let seen = |wording: &str, what: String| {
        format!("{what}\nold     {}\nnew     {}\nwording {wording}", edit.old, edit.new.join(" ¶ "))
    };
    let worded = match wording(&state, edit.part, &edit.number, &edited, lang, &[lang]) {
        Ok(worded) => worded.wordings,
        Err(Refusal::NotExpressible) => return Ok(false),
        Err(refusal) => return Err(seen("", format!("{refusal:?}"))),
    };
    let [(_, wording)] = worded.as_slice() else { return Err(seen("", "no wording".into())) };
    let new = carried_out(wording, edit.part, &state).map_err(|what| seen(wording, what))?;
    for (at, (part, before)) in new.parts.iter().zip(&edit.draft.parts).enumerate() {
        if at != edit.part as usize {
            ensure(part == before, || seen(wording, "another part changed".into()))?;
            continue;
        }
        if edit.new.is_empty() {
            let (left, all) = (openings(part).len(), openings(before).len());
            ensure(left < all, || seen(wording, "it is still there".into()))?;
            continue;
        }
        let (mut found, mut wanted) = (texts(part), wanted(edit));
        if edit.new.len() > 1 {
            // Where items come in, the list puts their marks in order.
            let bare = |text: &mut String| text.truncate(text.trim_end_matches(ENDS).len());
            found.iter_mut().for_each(bare);
            wanted.iter_mut().for_each(bare);
        }
        ensure(found == wanted, || {
            let differs = found.iter().zip(&wanted).find(|(found, wanted)| found != wanted);
            seen(wording, format!("gives another text: {differs:?}"))
        })?;
    }
    Ok(true)
}

#[test]
#[allow(clippy::print_stdout, reason = "the share is part of what the law says")]
fn law_2_an_edit_comes_back_as_itself() {
    let unworded = std::cell::Cell::new(0_u64);
    let shown = std::env::var("HEMICYCLE_SHOW").is_ok();
    holds(|seed| {
        let edit = edit(seed, lang(seed));
        if !law_2(&edit)? {
            unworded.set(unworded.get() + 1);
            if shown {
                println!(
                    "seed {seed} {}\n  old {}\n  new {}",
                    edit.number,
                    edit.old,
                    edit.new.join(" ¶ ")
                );
            }
        }
        Ok(())
    });
    let (unworded, all) = (unworded.get(), seeds().count() as u64);
    println!("law 2: {unworded} of {all} edits cannot be quoted");
    assert!(unworded * 100 <= all, "{unworded} of {all} edits cannot be quoted");
    finds(Fault::DeriveKeepsAmbiguous, 50, |seed| law_2(&edit(seed, lang(seed))).map(|_| ()));
}
