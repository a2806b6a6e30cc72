//! Benchmarks: `cargo bench -p hemicycle-testkit`. What was measured is in `docs/benchmarks.md`.

use divan::{AllocProfiler, Bencher, black_box};
use hemicycle_testkit::compendium::Compendium;
use hemicycle_testkit::suite::engine::state;
use instruction::style::language;
use instruction::{Instruction, Scope, Target, parse, resolve};
use merge::{
    Base, Consolidation, FallRules, Mode, OrderRules, Placed, Relations, consolidate, order,
};
use std::collections::BTreeSet;
use text::{Index, Lang};

#[global_allocator]
static ALLOC: AllocProfiler = AllocProfiler::system();

fn main() {
    divan::main();
}

/// A wording of 225 bytes, as most are: words at the end of a sentence.
const TYPICAL: &str = "In the draft resolution, paragraph 30, at the end of the third sentence, \
    insert the following words: “, and asks that the lamps of all harbours on the four lakes be \
    counted every spring by the pilots, the harbour masters and the crews of the ferries”";

#[divan::bench]
fn parse_and_resolve(bencher: Bencher<'_, '_>) {
    let compendium = Compendium { lang: Lang::EN, amendments: 0, paragraphs: 60, seed: 1 };
    let Some(language) = language(Lang::EN) else { return };
    let draft = compendium.draft();
    let index = Index::new(&draft, &language.tables.sentences);
    let scope = Scope { draft: &draft, index: &index, part: Some(0), language };
    assert!(work(TYPICAL, &scope).is_some(), "the typical wording has a place");
    bencher.bench(|| work(black_box(TYPICAL), &scope));
}

fn work(wording: &str, scope: &Scope<'_>) -> Option<Instruction<Target>> {
    resolve(&parse(wording, scope.language).instruction?, scope, &mut Vec::new())
}

/// Calls `run` with so many amendments placed in a draft.
fn placed(amendments: usize, run: impl FnOnce(&[Placed<'_>], &Base<'_>)) {
    let compendium = Compendium::new(amendments, Lang::EN, 1);
    let Some(language) = language(Lang::EN) else { return };
    let draft = compendium.draft();
    let index = Index::new(&draft, &language.tables.sentences);
    let scope = Scope { draft: &draft, index: &index, part: Some(0), language };
    let mut wording = String::new();
    let found: Vec<(String, Instruction<Target>)> = (1..=amendments)
        .filter_map(|number| {
            wording.clear();
            compendium.wording(number, &mut wording);
            Some((number.to_string(), work(&wording, &scope)?))
        })
        .collect();
    let views: Vec<Placed<'_>> =
        found.iter().map(|(number, instruction)| Placed { number, instruction }).collect();
    run(&views, &Base { draft: &draft, index: &index, tables: &language.tables });
}

#[divan::bench(args = [100, 1_000, 10_000])]
fn order_and_relations(bencher: Bencher<'_, '_>, amendments: usize) {
    placed(amendments, |views, base| {
        bencher.bench_local(|| {
            let ranked = order(views, base, &OrderRules::default());
            (ranked, Relations::new(views, base, &FallRules::default()))
        });
    });
}

/// At most one amendment of each paragraph, so that none falls.
#[divan::bench(args = [100, 1_000, 10_000])]
fn consolidation(bencher: Bencher<'_, '_>, amendments: usize) {
    placed(amendments, |views, base| {
        let mut seen = BTreeSet::new();
        let provision = |view: &&Placed<'_>| {
            view.instruction.operations.first().and_then(|operation| operation.at().provision)
        };
        let adopted: Vec<Placed<'_>> =
            views.iter().filter(|view| seen.insert(provision(view))).copied().collect();
        let (rules, order) = (FallRules::default(), OrderRules::default());
        let mode = Mode::Sequence;
        let what =
            Consolidation { base: *base, adopted: &adopted, mode, rules: &rules, order: &order };
        bencher.bench_local(|| consolidate(black_box(&what)));
    });
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn pdf(bencher: Bencher<'_, '_>) {
    let lakes = include_str!("../../../examples/lakes-en.txt");
    bencher.bench_local(|| {
        let state = state(&[lakes]);
        let layout = engine::document::Layout::Columns;
        pdf::write(&engine::document::compendium(&state, Lang::EN, layout)).map(|bytes| bytes.len())
    });
}
