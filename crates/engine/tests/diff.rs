//! What differs between two versions: nothing from itself, exactly what was planted, and the mirror
//! image from the other side.

use hemicycle_engine::diff::{Comparison, Fate, Kind, LineChange, Stretch, compare};
use hemicycle_engine::{Dossier, State};
use std::collections::BTreeSet;
use std::sync::Arc;
use testkit::dossiers;
use testkit::random::Random;
use text::{Child, Index, Lang, Part};

fn worked(dossier: &Dossier) -> State {
    State::new(dossier.clone(), Default::default(), Vec::new())
}

fn paper(text: &str) -> State {
    let file = Arc::new(source::SourceFile::decode("paper.txt", text.as_bytes()));
    hemicycle_engine::open::open(vec![file]).state
}

fn turned(stretches: &[Stretch]) -> Vec<Stretch> {
    let turn = |kind| match kind {
        Kind::Kept => Kind::Kept,
        Kind::Gone => Kind::Came,
        Kind::Came => Kind::Gone,
    };
    let mut turned: Vec<Stretch> =
        stretches.iter().map(|s| Stretch { kind: turn(s.kind), text: s.text.clone() }).collect();
    // What is gone stands before what came.
    for at in 1..turned.len() {
        if turned[at - 1].kind == Kind::Came && turned[at].kind == Kind::Gone {
            turned.swap(at - 1, at);
        }
    }
    turned
}

/// What is said of lines and amendments, in an order of its own; exchanged where `mirrored`.
fn said(comparison: &Comparison, mirrored: bool) -> BTreeSet<String> {
    let side = |stretches: &[Stretch]| match mirrored {
        true => turned(stretches),
        false => stretches.to_vec(),
    };
    let mut said = BTreeSet::new();
    for texts in &comparison.texts {
        for part in &texts.parts {
            let lines = part.lines.iter().filter(|line| line.differs() && !line.moved);
            for LineChange { old, new, stretches, .. } in lines {
                let (old, new) = if mirrored { (new, old) } else { (old, new) };
                said.insert(format!("{} {old:?} {new:?} {:?}", texts.lang, side(stretches)));
            }
        }
    }
    for one in &comparison.amendments {
        let (old, new) = if mirrored { (&one.new, &one.old) } else { (&one.old, &one.new) };
        let fields: Vec<_> = one
            .texts
            .iter()
            .map(|text| (text.lang.tag(), text.fields().map(|field| side(field))))
            .collect::<std::collections::BTreeMap<_, _>>()
            .into_iter()
            .collect();
        said.insert(format!("{old:?} {new:?} {fields:?}"));
    }
    said
}

#[test]
fn nothing_differs_from_itself() {
    for seed in 0..150 {
        let state = worked(&dossiers::rich(seed));
        let comparison = compare(&state, &state);
        assert!(comparison.is_empty(), "seed {seed}: {comparison:?}");
    }
}

#[test]
fn from_the_other_side_everything_is_exchanged() {
    for seed in 0..80 {
        let mut other = dossiers::rich(seed);
        plant(&mut other, &mut Random::new(seed));
        for (a, b) in
            [(dossiers::rich(seed), other), (dossiers::rich(seed), dossiers::rich(seed + 1))]
        {
            let (a, b) = (worked(&a), worked(&b));
            let (there, back) = (compare(&a, &b), compare(&b, &a));
            assert_eq!(said(&there, true), said(&back, false), "seed {seed}");
        }
    }
}

/// Changes a dossier and says what is to be found, by number and fate.
fn plant(dossier: &mut Dossier, random: &mut Random) -> BTreeSet<(String, Fate, &'static str)> {
    let mut planted = BTreeSet::new();
    let numbers: Vec<String> = dossier.amendments.iter().map(|one| one.cited()).collect();
    let once = |name: &String| numbers.iter().filter(|other| *other == name).count() == 1;
    let parent = |name: &str, all: &Dossier| {
        all.amendments.iter().any(|one| one.parent.as_deref() == Some(name))
    };
    let mut gone = Vec::new();
    for (at, name) in numbers.iter().enumerate() {
        let name = name.clone();
        if !once(&name) || random.below(3) > 0 || parent(&name, dossier) {
            continue;
        }
        let one = &mut dossier.amendments[at];
        let Some(text) = one.texts.first_mut() else { continue };
        match random.below(4) {
            0 => {
                text.wording.push_str(" (planted)");
                planted.insert((name, Fate::Changed, "wording"));
            }
            1 => {
                text.tablers.names.push("Mr Plant ED".into());
                planted.insert((name, Fate::Changed, "tablers"));
            }
            2 => {
                text.note.push(text::Fragment::plain("Planted."));
                planted.insert((name, Fate::Changed, "note"));
            }
            _ => {
                gone.push(at);
                planted.insert((name, Fate::Withdrawn, ""));
            }
        }
    }
    for at in gone.into_iter().rev() {
        dossier.amendments.remove(at);
    }
    if let Some(first) = dossier.amendments.first().cloned() {
        let number = "9999".to_owned();
        dossier.amendments.push(hemicycle_engine::Amendment {
            number: number.clone(),
            parent: None,
            ..first
        });
        planted.insert((number, Fate::Added, ""));
    }
    planted
}

#[test]
fn exactly_what_was_planted_is_found() {
    let mut seen = BTreeSet::new();
    for seed in 0..150 {
        let before = dossiers::rich(seed);
        let mut after = before.clone();
        let planted = plant(&mut after, &mut Random::new(seed));
        let (a, b) = (worked(&before), worked(&after));
        let comparison = compare(&a, &b);
        assert!(comparison.texts.is_empty() && comparison.head.is_empty(), "seed {seed}");
        let mut found = BTreeSet::new();
        for one in &comparison.amendments {
            let cited = one.new.as_ref().or(one.old.as_ref()).expect("one side");
            if one.fate != Fate::Changed {
                found.insert((cited.name.clone(), one.fate, ""));
            }
            for text in one.texts.iter().filter(|_| one.fate == Fate::Changed) {
                let names = ["tablers", "wording", "note", "remarks", "falling"];
                for (name, _) in names.into_iter().zip(text.fields()).filter(|(_, f)| !f.is_empty())
                {
                    found.insert((cited.name.clone(), one.fate, name));
                }
            }
        }
        assert_eq!(found, planted, "seed {seed}");
        seen.extend(planted.into_iter().map(|(_, fate, name)| (fate, name)));
    }
    assert_eq!(seen.len(), 5, "every kind was planted: {seen:?}");
}

/// The opening texts of a part, each once.
fn openings(part: &mut Part) -> Vec<&mut String> {
    let mut found = Vec::new();
    for child in &mut part.children {
        if let Child::Provision(provision) = child
            && let Some(Child::Block(block)) = provision.children.first_mut()
        {
            found.push(&mut block.content.text);
        }
    }
    found
}

#[test]
fn a_provision_that_was_reworded_is_the_only_one_that_differs() {
    let mut tried = 0;
    for seed in 0..150 {
        let before = dossiers::plain(seed, Lang::EN);
        let mut after = before.clone();
        let version = &mut after.versions[0];
        let Some(part) = version.draft.parts.first_mut() else { continue };
        let mut texts = openings(part);
        if texts.is_empty() {
            continue;
        }
        let at = Random::new(seed).below(texts.len());
        texts[at].push_str(" It was planted.");
        let rules = instruction::style::language(Lang::EN).expect("registered").tables.sentences;
        version.index = Index::new(&version.draft, &rules);
        let comparison = compare(&worked(&before), &worked(&after));
        let lines: Vec<_> = comparison.texts.iter().flat_map(|texts| &texts.parts).collect();
        let [part] = lines.as_slice() else { panic!("seed {seed}: {comparison:?}") };
        let lines: Vec<_> = part.lines.iter().filter(|line| line.differs()).collect();
        let [line] = lines.as_slice() else { panic!("seed {seed}: {lines:?}") };
        let came: Vec<_> = line.stretches.iter().filter(|s| s.kind != Kind::Kept).collect();
        assert!(came.iter().all(|s| s.kind == Kind::Came), "seed {seed}: {came:?}");
        assert_eq!(came[0].text.trim(), "It was planted.", "seed {seed}");
        tried += 1;
    }
    assert!(tried > 100);
}

#[test]
fn a_provision_that_moved_or_has_another_number_is_told() {
    let before = "A. Draft resolution\n\n1. Lamps are lit on every pier.\n\
        2. Boats are counted each year.\n3. Fog is common in winter here.\n\
        4. Pilots are paid in the month of work.\n";
    let after = "A. Draft resolution\n\n1. Fog is common in winter here.\n\
        2. Rafts are a nuisance to everybody.\n3. Lamps are lit on every pier.\n\
        4. Boats are counted each spring.\n5. Pilots are paid in the month of work.\n";
    let comparison = compare(&paper(before), &paper(after));
    let lines = comparison.texts[0].parts[0].lines.iter().filter(|line| line.differs());
    let numbers: Vec<_> = lines
        .map(|line| {
            let number = |side: &Option<hemicycle_engine::diff::Side>| {
                side.as_ref().map_or("none", |side| &side.number).to_owned()
            };
            (number(&line.old), number(&line.new), line.moved, line.is_left())
        })
        .collect();
    let said = |old: &str, new: &str, moved, left| (old.to_owned(), new.to_owned(), moved, left);
    let expected = [
        said("3", "1", true, false),
        said("none", "2", false, false),
        said("1", "3", false, false),
        said("2", "4", false, false),
        said("3", "1", true, true),
        said("4", "5", false, false),
    ];
    assert_eq!(numbers, expected);
    assert_eq!((comparison.lines(), comparison.renumbered()), (3, 2));
}

#[test]
fn a_new_version_is_the_same_amendment() {
    let draft = "A. Draft resolution\n\n1. Lamps are lit.\n\n";
    let before = format!("{draft}Amendment 3\n\nDelete paragraph 1.\n");
    let after = format!("{draft}Amendment 3 rev. 2\n\nDelete paragraph 1.\n");
    let comparison = compare(&paper(&before), &paper(&after));
    let [one] = comparison.amendments.as_slice() else { panic!("{comparison:?}") };
    assert!(one.is_new_version() && one.fate == Fate::Changed && one.texts.is_empty(), "{one:?}");
}
