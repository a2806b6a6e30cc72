//! Law 12: the amendments made of two drafts, adopted together, give the second one.

mod common;

use common::{ensure, finds, holds, lang, seeds};
use engine::adopt::{Selection, adopt};
use engine::changes::{Changes, Why, changes};
use engine::state::Profile;
use engine::{Dossier, State, Version};
use hemicycle_testkit::edits::{ENDS, edit, openings};
use hemicycle_testkit::random::Random;
use instruction::style::language;
use source::SourceFile;
use source::fault::Fault;
use std::sync::Arc;
use text::{Block, Child, Draft, Index, Part, Provision};

fn version(draft: &Draft) -> Version {
    let language = language(draft.lang).expect("a registered language");
    Version {
        lang: draft.lang,
        style: <_>::default(),
        title: None,
        date: None,
        edition: None,
        index: Index::new(draft, &language.tables.sentences),
        draft: draft.clone(),
        file: Arc::new(SourceFile::new("", "")),
    }
}

/// Three seeded parts of provisions as one part, numbered on.
fn draft(seed: u64) -> Draft {
    let lang = lang(seed);
    let mut draft = edit(seed, lang).draft;
    for more in 1..3 {
        let other = edit(seed + 10_000 * more, lang).draft;
        draft.parts[0].children.extend(other.parts.into_iter().flat_map(|part| part.children));
    }
    draft.parts.iter_mut().for_each(|part| numbered(&mut part.children, ""));
    draft
}

fn numbered(children: &mut [Child], above: &str) {
    let mut count = 0;
    for child in children {
        let Child::Provision(provision) = child else { continue };
        count += 1;
        let number = format!("{above}{count}");
        numbered(&mut provision.children, &format!("{number}."));
        provision.number = number;
    }
}

/// What somebody makes of the provisions of a level.
fn changed(children: &mut Vec<Child>, depth: usize, random: &mut Random) {
    let mut at = 0;
    while at < children.len() {
        let Child::Provision(provision) = &mut children[at] else {
            at += 1;
            continue;
        };
        changed(&mut provision.children, depth + 1, random);
        let choice = random.below(14);
        if matches!(choice, 2 | 3) {
            reword(provision, random);
        }
        match choice {
            0 if children.len() > 2 && depth == 0 => {
                children.remove(at);
                continue;
            }
            1 => {
                let text = other_text(random, depth);
                let mut new = Provision::plain("", text);
                if depth == 0 && random.once_in(4) {
                    new = list(random);
                }
                children.insert(at, Child::Provision(new));
                at += 1;
            }
            4 if depth == 0 => {
                let other = random.below(children.len());
                children.swap(at, other);
            }
            _ => {}
        }
        at += 1;
    }
}

fn list(random: &mut Random) -> Provision {
    let opening = format!("{}:", other_text(random, 1).trim_end_matches(ENDS));
    let item = |end: &str, random: &mut Random| {
        let text = format!("{}{end}", other_text(random, 1).trim_end_matches(ENDS));
        Child::Provision(Provision::plain("", text))
    };
    let items = vec![item(";", random), item(".", random)];
    let children = [vec![Child::Block(Block::plain(opening))], items].concat();
    Provision { children, ..Provision::default() }
}

const WORDS: [&str; 12] = [
    "lamps", "boats", "harbours", "pilots", "fog", "deep", "wide", "calm", "by", "rest", "return",
    "late",
];

fn other_text(random: &mut Random, depth: usize) -> String {
    let count = 4 + random.below(5);
    let words: Vec<&str> = (0..count).map(|_| *random.pick(&WORDS)).collect();
    let text = words.join(" ");
    match depth {
        0 => format!("The {text}."),
        _ => format!("{text};"),
    }
}

/// Some words of an opening text changed, its last one kept.
fn reword(provision: &mut Provision, random: &mut Random) {
    let Some(Child::Block(block)) = provision.children.first_mut() else { return };
    let mut words: Vec<String> = block.content.text.split(' ').map(str::to_owned).collect();
    if words.len() < 3 {
        return;
    }
    for _ in 0..=random.below(2) {
        let at = 1 + random.below(words.len() - 2);
        match random.below(3) {
            0 => words[at] = (*random.pick(&WORDS)).to_owned(),
            1 => words.insert(at, (*random.pick(&WORDS)).to_owned()),
            _ if words.len() > 3 => drop(words.remove(at)),
            _ => {}
        }
    }
    *block = Block::plain(words.join(" "));
}

fn edited(seed: u64) -> (Draft, Draft) {
    let old = draft(seed);
    let mut new = old.clone();
    let mut random = Random::new(seed ^ 0xc4a6);
    for part in &mut new.parts {
        changed(&mut part.children, 0, &mut random);
        numbered(&mut part.children, "");
    }
    (old, new)
}

/// Numbers and texts, provision by provision.
fn all(draft: &Draft) -> Vec<Vec<(String, String)>> {
    draft.parts.iter().map(|part: &Part| openings(part)).collect()
}

/// The old draft with all the amendments adopted.
fn adopted(old: &Version, made: &Changes) -> Result<Draft, String> {
    let amendments = made.worded.iter().enumerate();
    let amendments = amendments.map(|(at, change)| change.amendment(at + 1, old.lang, Vec::new()));
    let dossier = Dossier {
        versions: vec![old.clone()],
        amendments: amendments.collect(),
        ..Dossier::default()
    };
    let state = State::new(dossier, Profile::default(), Vec::new());
    let chosen = (0..state.dossier.amendments.len()).collect();
    let adopted =
        adopt(&state, &Selection::Set(chosen)).map_err(|refusal| format!("{refusal:?}"))?;
    adopted.texts.into_iter().next().map(|text| text.consolidated.draft).ok_or("no text".into())
}

/// Whether all was worded; an error where the amendments give another text than they say.
fn complete(seed: u64) -> Result<bool, String> {
    let (old, new) = edited(seed);
    let (before, made) = (version(&old), changes(&version(&old), &new));
    let seen = || {
        format!(
            "{:#?}\n{:#?}\n{:#?}\n{made:#?}",
            all(&old),
            all(&new),
            adopted(&before, &made).map(|d| all(&d))
        )
    };
    let text = adopted(&before, &made)?;
    let whys: Vec<Why> = made.doubts.iter().map(|doubt| doubt.why).collect();
    ensure(!whys.contains(&Why::Differs), seen)?;
    if whys.iter().any(|why| *why != Why::Settled) {
        return Ok(false);
    }
    // What the editorial pass settles: marks at ends and numbers cited.
    let bare = |text: String| -> String {
        text.trim_end_matches(ENDS).chars().filter(|sign| !sign.is_ascii_digit()).collect()
    };
    let shown = |draft: &Draft| -> Vec<Vec<(String, String)>> {
        let lines = all(draft).into_iter();
        match whys.is_empty() {
            true => lines.collect(),
            false => lines
                .map(|part| part.into_iter().map(|(number, text)| (number, bare(text))).collect())
                .collect(),
        }
    };
    ensure(shown(&text) == shown(&new), seen)?;
    Ok(true)
}

fn law_12(seed: u64) -> Result<(), String> {
    complete(seed).map(|_| ())
}

#[test]
fn amendments_made_of_two_drafts_give_the_second() {
    holds(law_12);
}

#[test]
#[allow(clippy::print_stdout)]
fn nearly_all_changes_have_a_wording() {
    let all = seeds();
    let count = all.end - all.start;
    let worded = all.filter(|seed| complete(*seed) == Ok(true)).count() as u64;
    println!("{worded} of {count} drafts worded whole");
    assert!(worded * 100 >= count * 80, "{worded} of {count}");
}

#[test]
fn nothing_changed_is_no_amendment() {
    holds(|seed| {
        let old = draft(seed);
        let made = changes(&version(&old), &old);
        ensure(made == Changes::default(), || format!("{made:?}"))
    });
}

#[test]
fn the_law_finds_a_planted_bug() {
    finds(Fault::ChangesKeepMoved, 50, law_12);
}
