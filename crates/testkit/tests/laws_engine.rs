//! Laws 3 and 7 as the user meets them: amendments written to files and read back, texts adopted
//! by `engine` and drawn.

mod common;

use common::{ensure, finds, holds_on, lang, one_in};
use engine::State;
use engine::adopt::{Adopted, Selection, adopt};
use engine::document::{self, ChangeKind, Document, Layout, Role, Run};
use engine::dossier::Dossier;
use hemicycle_testkit::bilingual::Bilingual;
use hemicycle_testkit::random::Random;
use hemicycle_testkit::suite::engine::{number, state};
use hemicycle_testkit::tabled::{Marks, gathered, tabled, worked};
use merge::Relation;
use source::fault::Fault;
use text::Lang;

/// Positions of amendments by how they are cited, in the order of their numbers.
fn cited(state: &State) -> Vec<(String, usize)> {
    let all = 0..state.dossier.amendments.len();
    let mut cited: Vec<(String, usize)> = all.map(|at| (number(state, at), at)).collect();
    cited.sort();
    cited
}

/// As many as can be adopted together, in calling order; sub-amendments as they come.
fn adoptable(state: &State) -> Vec<usize> {
    let mut chosen: Vec<usize> = Vec::new();
    for ranked in &state.order {
        let with_parent = [Some(ranked.amendment), state.parent(ranked.amendment)];
        for next in with_parent.into_iter().flatten() {
            if !chosen.contains(&next) {
                chosen.push(next);
            }
        }
        while let Err(refusal) = adopt(state, &Selection::Set(chosen.clone())) {
            let refused = refusal.amendment();
            chosen.retain(|at| *at != refused);
        }
    }
    chosen
}

/// What a reader of one language sees: the compendium, and the adopted text with its changes.
fn seen(state: &State, adopted: &[usize], lang: Lang) -> Result<Vec<Document>, String> {
    let adopted = adopt(state, &Selection::Set(adopted.to_vec()))
        .map_err(|refusal| format!("{refusal:?} of {:?}", numbers(state, adopted)))?;
    Ok(vec![
        document::compendium(state, lang, Layout::Columns),
        document::adopted(state, &adopted, lang, true),
        document::adopted(state, &adopted, lang, false),
    ])
}

fn numbers(state: &State, amendments: &[usize]) -> Vec<String> {
    amendments.iter().map(|at| number(state, *at)).collect()
}

/// The amendments of these numbers in another reading of the same papers.
fn those(state: &State, wanted: &[String]) -> Vec<usize> {
    let all = cited(state);
    let found = |number: &String| all.iter().find(|(other, _)| other == number).map(|(_, at)| *at);
    wanted.iter().filter_map(found).collect()
}

/// The same papers in another order of their amendments give the same order, papers and texts.
fn same_papers(one: &State, other: &State, adopted: &[usize]) -> Result<(), String> {
    let order = |state: &State| -> Vec<(String, String, bool)> {
        let ranked = state.order.iter();
        ranked.map(|r| (number(state, r.amendment), format!("{:?}", r.reason), r.certain)).collect()
    };
    ensure(order(one) == order(other), || format!("{:?}\n{:?}", order(one), order(other)))?;
    for version in &one.dossier.versions {
        let there = those(other, &numbers(one, adopted));
        let (a, b) = (seen(one, adopted, version.lang)?, seen(other, &there, version.lang)?);
        for (a, b) in a.iter().zip(&b) {
            ensure(a == b, || {
                let (a, b) = (document::plain::write(a), document::plain::write(b));
                format!("{:?}\n{a}\n---\n{b}", numbers(one, adopted))
            })?;
        }
    }
    Ok(())
}

/// Law 3 through the file: however the amendments stand in it, they are called in one order, the
/// papers show the same, and the same of them adopted give the same text; adopted one after the
/// other, those that do not touch one another give it in either order.
fn law_3_file(seed: u64) -> Result<(), String> {
    let dossier = tabled(seed, lang(seed), 4, 6, Marks::None);
    let canonical = engine::txt::write(&worked(dossier.clone()), dossier.versions[0].lang);
    let (as_given, shuffled) = (gathered(&dossier, None), gathered(&dossier, Some(seed)));
    let shown = |what: String| format!("{what}\n--- file\n{shuffled}");
    let one = state(&[&as_given]);
    let unread = || shown(format!("{} amendments are read", one.dossier.amendments.len()));
    ensure(one.dossier.amendments.len() == dossier.amendments.len(), unread)?;
    let adopted = adoptable(&one);
    for file in [&shuffled, &canonical] {
        same_papers(&one, &state(&[file]), &adopted).map_err(shown)?;
    }
    in_any_order(&one, &state(&[&shuffled])).map_err(shown)
}

/// The text after adopting these one by one.
fn after(state: &State, sequence: Vec<usize>) -> Result<Adopted, String> {
    adopt(state, &Selection::Sequence(sequence)).map_err(|refusal| format!("{refusal:?}"))
}

/// Those that stand beside one another adopted in the order of each of the two files.
fn in_any_order(one: &State, other: &State) -> Result<(), String> {
    let mut harmless: Vec<usize> = Vec::new();
    let placed = |at: &usize| {
        let amendment = &one.dossier.amendments[*at];
        amendment.parent.is_none() && adopt(one, &Selection::Set(vec![*at])).is_ok()
    };
    for next in (0..one.dossier.amendments.len()).filter(placed) {
        let stands = |before: &usize| {
            one.relate(next, *before).is_some_and(|(related, _)| {
                matches!(related.relation, Relation::Independent | Relation::SamePoint)
            })
        };
        if harmless.iter().all(stands) {
            harmless.push(next);
        }
        // Two that touch nothing alone may together take away what a third hangs on.
        if adopt(one, &Selection::Set(harmless.clone())).is_err() {
            harmless.pop();
        }
    }
    let wanted = numbers(one, &harmless);
    let mut there = those(other, &wanted);
    there.sort_unstable();
    let drafts = |adopted: Adopted| -> Vec<text::Draft> {
        adopted.texts.into_iter().map(|text| text.consolidated.draft).collect()
    };
    let (a, b) = (drafts(after(one, harmless)?), drafts(after(other, there)?));
    ensure(a == b, || format!("{wanted:?} in another order\n{a:?}\n{b:?}"))
}

/// The same for two files, each shuffled in its own way.
fn law_3_files(seed: u64) -> Result<(), String> {
    let paragraphs = 6 + Random::new(seed).below(4);
    let mut papers = Bilingual::new(seed, paragraphs);
    let changes: Vec<_> = (0..6).map(|_| papers.change()).collect();
    let file = |french: bool, order: Option<u64>| {
        let read = state(&[&papers.compendium(french, &changes)]).dossier;
        gathered(&Dossier { reference: None, ..read }, order)
    };
    let one = state(&[&file(false, None), &file(true, None)]);
    let other = state(&[&file(false, Some(seed)), &file(true, Some(seed + 1))]);
    ensure(one.dossier.amendments.len() == changes.len(), || "not read".to_owned())?;
    let shown = |what: String| format!("{what}\n--- file\n{}", file(false, Some(seed)));
    same_papers(&one, &other, &adoptable(&one)).map_err(shown)
}

#[test]
fn law_3_the_order_in_the_file_changes_nothing() {
    holds_on(one_in(8), law_3_file);
    finds(Fault::MergeKeepsGivenOrder, 200, law_3_file);
}

#[test]
fn law_3_nor_in_two_files() {
    holds_on(one_in(20), law_3_files);
}

/// A drawn line: what it is, how deep, number and text, each character as it is set.
type Line = (Role, u32, Vec<Set>, Vec<Set>);

/// A character, whether in italics, whether raised.
type Set = (char, bool, bool);

/// The lines of a drawn text without those of its changes that `left_out` says, numbers that
/// changed with their full stop.
fn lines(document: &Document, left_out: ChangeKind) -> Vec<Line> {
    let stands = |run: &&Run| run.change.as_ref().is_none_or(|change| change.kind != left_out);
    let set = |runs: &[Run]| -> Vec<Set> {
        let chars = |run: &Run| -> Vec<Set> {
            run.text.chars().map(|c| (c, run.emphasis, run.raised)).collect()
        };
        runs.iter().filter(stands).flat_map(chars).collect()
    };
    let rows = document.sections.iter().flat_map(|section| &section.rows);
    let texts = rows.filter_map(|row| row.text.as_ref());
    let drawn = texts.map(|p| (p.role, p.depth, set(&p.number), set(&p.content)));
    drawn.filter(|(_, _, number, content)| !number.is_empty() || !content.is_empty()).collect()
}

fn readable(lines: &[Line]) -> String {
    let chars = |set: &[Set]| -> String {
        let sign = |(c, italic, raised): &Set| match (italic, raised) {
            (true, _) => format!("{c}\u{332}"),
            (_, true) => format!("^{c}"),
            _ => c.to_string(),
        };
        set.iter().map(sign).collect()
    };
    let line = |(role, depth, number, content): &Line| {
        format!("{role:?} {depth} {} {}\n", chars(number), chars(content))
    };
    lines.iter().map(line).collect()
}

/// Law 7 through `engine`: in the drawn text with changes, those accepted give the drawn new text
/// and those rejected the drawn draft; sub-amendments, italics and both languages included.
fn law_7_drawn(seed: u64) -> Result<(), String> {
    let state = worked(tabled(seed, lang(seed), 4, 6, Marks::Italics));
    drawn_both_ways(&state)
}

/// The same of dossiers in two languages.
fn law_7_drawn_bilingual(seed: u64) -> Result<(), String> {
    let mut papers = Bilingual::new(seed, 6);
    let changes: Vec<_> = (0..5).map(|_| papers.change()).collect();
    let texts = (papers.compendium(false, &changes), papers.compendium(true, &changes));
    drawn_both_ways(&state(&[&texts.0, &texts.1]))
}

fn drawn_both_ways(state: &State) -> Result<(), String> {
    let chosen = adoptable(state);
    let none = adopt(state, &Selection::Set(Vec::new())).map_err(|seen| format!("{seen:?}"))?;
    let some = adopt(state, &Selection::Set(chosen.clone())).map_err(|seen| format!("{seen:?}"))?;
    for version in &state.dossier.versions {
        let draw = |adopted, changes| document::adopted(state, adopted, version.lang, changes);
        let (old, new, both) = (draw(&none, false), draw(&some, false), draw(&some, true));
        let pairs = [
            ("accepted", lines(&both, ChangeKind::Deleted), lines(&new, ChangeKind::Deleted)),
            ("rejected", lines(&both, ChangeKind::Inserted), lines(&old, ChangeKind::Inserted)),
        ];
        for (how, found, wanted) in pairs {
            ensure(found == wanted, || {
                let (found, wanted) = (readable(&found), readable(&wanted));
                let numbers = numbers(state, &chosen);
                let file = engine::txt::write(state, version.lang);
                format!("{how} {numbers:?}\n{found}\nnot\n{wanted}\n--- file\n{file}")
            })?;
        }
    }
    Ok(())
}

#[test]
fn law_7_changes_drawn_give_both_texts() {
    holds_on(one_in(8), law_7_drawn);
    finds(Fault::TrackedWithoutSeams, 200, law_7_drawn);
}

#[test]
fn law_7_in_both_languages() {
    holds_on(one_in(20), law_7_drawn_bilingual);
}
