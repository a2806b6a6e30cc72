//! The laws of the project on arbitrary papers. `HEMICYCLE_CASES` says how many (200 by default);
//! a failure names the seed. A law with a planted bug (`source::fault`) must find it.

use hemicycle_testkit::papers::{Papers, papers};
use hemicycle_testkit::random::Random;
use instruction::{Instruction, Target};
use merge::{Base, Consolidated, Consolidation, FallRules, Mode, OrderRules, Placed, Relation};
use source::fault::{self, Fault};
use text::Lang;

fn cases() -> u64 {
    std::env::var("HEMICYCLE_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(200)
}

/// Runs a law on every seed; an `Err` is the law broken, with what was seen.
fn holds(law: impl Fn(u64) -> Result<(), String>) {
    for seed in 0..cases() {
        if let Err(seen) = law(seed) {
            panic!("seed {seed}: {seen}");
        }
    }
}

/// Plants a bug and expects the law to break within `within` seeds.
fn finds(bug: Fault, within: u64, law: impl Fn(u64) -> Result<(), String>) {
    let found = fault::with(bug, || (0..within).find(|seed| law(*seed).is_err()));
    assert!(found.is_some(), "{bug:?} was not found in {within} cases");
}

fn lang(seed: u64) -> Lang {
    if seed.is_multiple_of(2) { Lang::EN } else { Lang::FR }
}

/// The instructions of the papers that have exactly one place each, with what they became.
fn placed(papers: &Papers) -> Vec<(String, Instruction<Target>)> {
    let scope = instruction::Scope {
        draft: &papers.draft,
        index: &papers.index,
        part: Some(0),
        language: papers.language,
    };
    let found = papers.instructions.iter().enumerate().filter_map(|(number, written)| {
        let instruction = instruction::resolve(written, &scope, &mut Vec::new())?;
        Some(((number + 1).to_string(), instruction))
    });
    found.collect()
}

fn views(found: &[(String, Instruction<Target>)]) -> Vec<Placed<'_>> {
    found.iter().map(|(number, instruction)| Placed { number, instruction }).collect()
}

fn base(papers: &Papers) -> Base<'_> {
    Base { draft: &papers.draft, index: &papers.index, tables: &papers.language.tables }
}

/// Adopts as many as can stand together, in calling order; the rest falls.
fn adopted<'a>(
    all: &[Placed<'a>],
    base: &Base<'_>,
    wanted: impl Fn(usize) -> bool,
) -> Vec<Placed<'a>> {
    let mut adopted: Vec<Placed<'a>> = Vec::new();
    for ranked in merge::order(all, base, &OrderRules::default()) {
        let next = all[ranked.amendment];
        let falls = merge::falls(&next, &adopted, base, &FallRules::default()).is_some();
        if wanted(ranked.amendment) && !falls {
            adopted.push(next);
        }
    }
    adopted
}

fn consolidated(
    adopted: &[Placed<'_>],
    base: &Base<'_>,
    mode: Mode,
) -> Result<Consolidated, String> {
    let (rules, order) = (FallRules::default(), OrderRules::default());
    let what = Consolidation { base: *base, adopted, mode, rules: &rules, order: &order };
    merge::consolidate(&what).map_err(|refusal| format!("{refusal:?}"))
}

fn ensure(holds: bool, seen: impl FnOnce() -> String) -> Result<(), String> {
    if holds { Ok(()) } else { Err(seen()) }
}

/// Law 1: `parse(generate(i)) == i`.
fn law_1(seed: u64) -> Result<(), String> {
    let papers = papers(seed, lang(seed), 4, 4);
    for written in &papers.instructions {
        let wording = instruction::generate(written, papers.language);
        let read = instruction::parse(&wording, papers.language);
        ensure(read.instruction.as_ref() == Some(written), || {
            format!(
                "{wording}\nis read as {:?} {:?}\nnot {written:?}",
                read.instruction, read.findings
            )
        })?;
    }
    Ok(())
}

#[test]
fn law_1_generated_wordings_are_read_back() {
    holds(law_1);
    finds(Fault::GenerateFirstSentence, 200, law_1);
}

/// Law 3: the order in which amendments are given, and that of independent adoptions, changes
/// nothing.
fn law_3(seed: u64) -> Result<(), String> {
    let papers = papers(seed, lang(seed), 6, 8);
    let (found, base) = (placed(&papers), base(&papers));
    let all = views(&found);
    let (mut shuffled, mut random) = (all.clone(), Random::new(seed ^ 1));
    for at in (1..shuffled.len()).rev() {
        shuffled.swap(at, random.below(at + 1));
    }
    let numbers = |given: &[Placed<'_>]| -> Vec<String> {
        let order = merge::order(given, &base, &OrderRules::default());
        order.iter().map(|ranked| given[ranked.amendment].number.to_owned()).collect()
    };
    ensure(numbers(&all) == numbers(&shuffled), || {
        format!("{:?} {:?}", numbers(&all), numbers(&shuffled))
    })?;
    let rules = FallRules::default();
    let mut harmless: Vec<Placed<'_>> = Vec::new();
    for next in &shuffled {
        let stands = |other: &Placed<'_>| {
            let relation = merge::relate(next, other, &base, &rules).relation;
            matches!(relation, Relation::Independent | Relation::SamePoint)
        };
        if harmless.iter().all(stands) {
            harmless.push(*next);
        }
    }
    let one = consolidated(&harmless, &base, Mode::Sequence)?;
    harmless.reverse();
    let other = consolidated(&harmless, &base, Mode::Sequence)?;
    ensure(one.draft == other.draft, || format!("{:?}\n{:?}", one.draft, other.draft))
}

#[test]
fn law_3_the_order_given_changes_no_byte() {
    holds(law_3);
    finds(Fault::MergeKeepsGivenOrder, 400, law_3);
}

/// Law 4: what does not fall can be adopted; falls are monotone in what was adopted.
fn law_4(seed: u64) -> Result<(), String> {
    let papers = papers(seed, lang(seed), 5, 8);
    let (found, base) = (placed(&papers), base(&papers));
    let (all, rules) = (views(&found), FallRules::default());
    let adopted = adopted(&all, &base, |at| at % 2 == 0);
    for open in &all {
        if adopted.iter().any(|taken| taken.number == open.number) {
            continue;
        }
        let fall = merge::falls(open, &adopted, &base, &rules);
        let part = merge::falls(open, &adopted[..adopted.len() / 2], &base, &rules);
        ensure(part.is_none() || fall.is_some(), || format!("{} revives", open.number))?;
        if let Some(fall) = fall {
            let named = !fall.causes.is_empty() && !fall.gone.is_empty();
            ensure(named, || format!("{} falls without a cause", open.number))?;
        } else {
            let mut with = adopted.clone();
            with.push(*open);
            consolidated(&with, &base, Mode::Sequence)
                .map_err(|seen| format!("{} does not fall, but {seen}", open.number))?;
        }
    }
    Ok(())
}

#[test]
fn law_4_what_does_not_fall_can_be_adopted() {
    holds(law_4);
}

/// Law 5: `relate(b, a)` is `relate(a, b)` flipped.
fn law_5(seed: u64) -> Result<(), String> {
    let papers = papers(seed, lang(seed), 4, 8);
    let (found, base) = (placed(&papers), base(&papers));
    let (all, rules) = (views(&found), FallRules::default());
    for (at, a) in all.iter().enumerate() {
        for b in &all[at..] {
            let (there, back) =
                (merge::relate(a, b, &base, &rules), merge::relate(b, a, &base, &rules));
            ensure(there.relation == back.relation.flipped(), || {
                format!("{} {:?} {} {:?}", a.number, there.relation, b.number, back.relation)
            })?;
        }
    }
    Ok(())
}

#[test]
fn law_5_relations_mirror() {
    holds(law_5);
}

/// Law 6: every span lies inside its text, on character boundaries.
fn law_6(seed: u64) -> Result<(), String> {
    let papers = papers(seed, lang(seed), 4, 4);
    for (_, instruction) in placed(&papers) {
        for operation in &instruction.operations {
            let span = operation.at().place.span();
            ensure(papers.index.text().get(span.range()).is_some(), || format!("{span:?}"))?;
        }
    }
    for written in &papers.instructions {
        let wording = instruction::generate(written, papers.language);
        let read = instruction::parse(&wording, papers.language);
        for operation in read.instruction.iter().flat_map(|read| &read.operations) {
            for paragraph in operation.payload().iter().flat_map(|payload| &payload.paragraphs) {
                let stands = paragraph.span.of(&wording);
                ensure(stands == paragraph.content.text, || format!("{stands:?} in {wording}"))?;
            }
        }
    }
    Ok(())
}

#[test]
fn law_6_spans_lie_inside_their_text() {
    holds(law_6);
}

/// Law 7: tracked changes accepted give the new text, rejected the old one, numbers included.
fn law_7(seed: u64) -> Result<(), String> {
    let papers = papers(seed, lang(seed), 5, 8);
    let (found, base) = (placed(&papers), base(&papers));
    let all = views(&found);
    let done = consolidated(&adopted(&all, &base, |_| true), &base, Mode::Sequence)?;
    for (at, tracked) in done.tracked.iter().enumerate() {
        let (new, old) = (plain(&done.draft.parts[at]), plain(&papers.draft.parts[at]));
        let (accepted, rejected) = (plain(&tracked.accepted()), plain(&tracked.rejected()));
        ensure(accepted == new, || format!("accepted\n{accepted}\nnew\n{new}"))?;
        ensure(rejected == old, || format!("rejected\n{rejected}\nold\n{old}"))?;
    }
    Ok(())
}

/// Numbers and texts of a part, a line each.
fn plain(part: &text::Part) -> String {
    fn children(of: &[text::Child], to: &mut String) {
        for child in of {
            match child {
                text::Child::Block(block) => to.push_str(&format!("{}\n", block.content.text)),
                text::Child::Opaque(opaque) => to.push_str(&format!("{}\n", opaque.text)),
                text::Child::Provision(provision) => {
                    to.push_str(&format!("{}. ", provision.number));
                    children(&provision.children, to);
                }
            }
        }
    }
    let mut lines = part.title.iter().map(|title| title.content.text.clone() + "\n").collect();
    children(&part.children, &mut lines);
    lines
}

#[test]
fn law_7_changes_accepted_and_rejected() {
    holds(law_7);
    finds(Fault::TrackedWithoutSeams, 400, law_7);
}
