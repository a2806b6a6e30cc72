//! Benchmarks of time: `cargo bench -p hemicycle-testkit --bench engine`. Beside each stands what
//! the same input costs without the work (`floor`) or in the plain way (`plain`).
//! `docs/benchmarks.md` says what was seen.

use divan::{Bencher, black_box};
use hemicycle_testkit::compendium::Compendium;
use hemicycle_testkit::typical::{Scene, TYPICAL, TYPICAL_OF_BILLS, Typical};
use instruction::style::language;
use instruction::{Instruction, Scope, Target, parse, resolve};
use merge::{
    Base, Consolidation, FallRules, Mode, OrderRules, Placed, Relation, Relations, consolidate,
    order, relate,
};
use source::SourceFile;
use std::sync::Arc;
use text::{Index, Lang};

fn main() {
    divan::main();
}

/// From a wording to its place.
#[divan::bench_group]
mod parse_and_resolve {
    use super::*;

    #[divan::bench(args = TYPICAL.map(|typical| typical.name))]
    fn hemicycle(bencher: Bencher<'_, '_>, name: &str) {
        let Some((typical, scene)) = scene(name) else { return };
        assert!(scene.work(typical.wording).is_some(), "a typical wording has a place");
        bencher.bench(|| scene.work(black_box(typical.wording)));
    }

    /// The words found and the new text copied.
    #[divan::bench(args = TYPICAL.map(|typical| typical.name))]
    fn floor(bencher: Bencher<'_, '_>, name: &str) {
        let Some((typical, _)) = scene(name) else { return };
        bencher.bench(|| {
            let wording = black_box(typical.wording);
            let payload = wording.rsplit(['“', '«']).next().map(str::to_owned);
            (wording.split_whitespace().count(), payload)
        });
    }

    fn scene(name: &str) -> Option<(Typical, Scene)> {
        let typical = TYPICAL.into_iter().find(|typical| typical.name == name)?;
        Some((typical, Scene::new(typical.lang)?))
    }
}

/// The same in the style of French bills.
#[divan::bench_group]
mod parse_and_resolve_bills {
    use super::*;

    #[divan::bench(args = TYPICAL_OF_BILLS.map(|typical| typical.name))]
    fn hemicycle(bencher: Bencher<'_, '_>, name: &str) {
        let (Some(typical), scene) = (typical(name), Scene::bill()) else { return };
        assert!(scene.work(typical.wording).is_some(), "a typical wording has a place");
        bencher.bench(|| scene.work(black_box(typical.wording)));
    }

    /// The words found and the new text copied.
    #[divan::bench(args = TYPICAL_OF_BILLS.map(|typical| typical.name))]
    fn floor(bencher: Bencher<'_, '_>, name: &str) {
        let Some(typical) = typical(name) else { return };
        bencher.bench(|| {
            let wording = black_box(typical.wording);
            let payload = wording.lines().next_back().map(str::to_owned);
            (wording.split_whitespace().count(), payload)
        });
    }

    fn typical(name: &str) -> Option<Typical> {
        TYPICAL_OF_BILLS.into_iter().find(|typical| typical.name == name)
    }
}

/// From a file to the dossier, without the wordings.
#[divan::bench_group(sample_count = 20)]
mod read {
    use super::*;

    #[divan::bench(args = [100, 1_000, 10_000])]
    fn hemicycle(bencher: Bencher<'_, '_>, amendments: usize) {
        let file = Arc::new(SourceFile::decode("generated.txt", &bytes(amendments)));
        bencher.bench_local(|| engine::read::read(black_box(Arc::clone(&file))));
    }

    /// The bytes decoded, and each line copied.
    #[divan::bench(args = [100, 1_000, 10_000])]
    fn floor(bencher: Bencher<'_, '_>, amendments: usize) {
        let bytes = bytes(amendments);
        bencher.bench_local(|| {
            let file = SourceFile::decode("generated.txt", black_box(&bytes));
            file.text.lines().map(str::to_owned).collect::<Vec<_>>()
        });
    }

    fn bytes(amendments: usize) -> Vec<u8> {
        let mut bytes = Vec::new();
        let written = Compendium::new(amendments, Lang::EN, 1).write(&mut bytes);
        written.expect("a vector takes all bytes");
        bytes
    }
}

/// From places to the calling order and to what falls.
#[divan::bench_group(sample_count = 20)]
mod order_and_relations {
    use super::*;

    #[divan::bench(args = [100, 1_000, 10_000])]
    fn hemicycle(bencher: Bencher<'_, '_>, amendments: usize) {
        placed(amendments, Compendium::wording, |views, base| {
            bencher.bench_local(|| {
                let ranked = order(views, base, &OrderRules::default());
                (ranked, Relations::new(views, base, &FallRules::default()))
            });
        });
    }

    /// Each compared with each.
    #[divan::bench(args = [100, 1_000])]
    fn plain(bencher: Bencher<'_, '_>, amendments: usize) {
        placed(amendments, Compendium::wording, |views, base| {
            let rules = FallRules::default();
            let falls = |a: &Placed<'_>, b: &Placed<'_>| {
                relate(a, b, base, &rules).relation == Relation::Overtakes
            };
            bencher.bench_local(|| {
                let pairs = views.iter().flat_map(|a| views.iter().map(move |b| (a, b)));
                pairs.filter(|(a, b)| falls(a, b)).count()
            });
        });
    }
}

/// From adopted amendments, none of which falls, to the adopted text; 10,000 are on 1 MB.
#[divan::bench_group(sample_count = 20)]
mod consolidation {
    use super::*;

    #[divan::bench(args = [100, 1_000, 10_000])]
    fn hemicycle(bencher: Bencher<'_, '_>, amendments: usize) {
        placed(amendments, Compendium::compatible, |adopted, base| {
            let (rules, order) = (FallRules::default(), OrderRules::default());
            let (base, mode) = (*base, Mode::Sequence);
            let what = Consolidation { base, adopted, mode, rules: &rules, order: &order };
            assert!(consolidate(&what).is_ok(), "the set stands together");
            bencher.bench_local(|| consolidate(black_box(&what)));
        });
    }

    /// The new texts put into a copy of the draft, from left to right; no seam, no number, no
    /// tracked change.
    #[divan::bench(args = [100, 1_000, 10_000])]
    fn floor(bencher: Bencher<'_, '_>, amendments: usize) {
        placed(amendments, Compendium::compatible, |adopted, base| {
            let operations = adopted.iter().flat_map(|placed| &placed.instruction.operations);
            let mut edits: Vec<(usize, &str)> = operations
                .filter_map(|operation| {
                    let new = operation.payload()?.paragraphs.first()?;
                    Some((operation.at().place.span().start as usize, new.content.text.as_str()))
                })
                .collect();
            edits.sort_unstable();
            bencher.bench_local(|| {
                let (text, mut from) = (black_box(base.index.text()), 0);
                let mut new = String::with_capacity(text.len());
                for (at, payload) in &edits {
                    new.push_str(&text[from..*at]);
                    new.push_str(payload);
                    from = *at;
                }
                new.push_str(&text[from..]);
                new
            });
        });
    }
}

/// Calls `run` with so many amendments placed in the draft that suits them.
fn placed(
    amendments: usize,
    wording: impl Fn(&Compendium, usize, &mut String),
    run: impl FnOnce(&[Placed<'_>], &Base<'_>),
) {
    let compendium = Compendium::new(amendments, Lang::EN, 1);
    let Some(language) = language(Lang::EN) else { return };
    let draft = compendium.draft();
    let index = Index::new(&draft, &language.tables.sentences);
    let scope = Scope { draft: &draft, index: &index, part: Some(0), language };
    let mut text = String::new();
    let found: Vec<(String, Instruction<Target>)> = (1..=amendments)
        .filter_map(|number| {
            text.clear();
            wording(&compendium, number, &mut text);
            let written = parse(&text, language).instruction?;
            Some((number.to_string(), resolve(&written, &scope, &mut Vec::new())?))
        })
        .collect();
    assert_eq!(found.len(), amendments, "every amendment has its place");
    let views: Vec<Placed<'_>> =
        found.iter().map(|(number, instruction)| Placed { number, instruction }).collect();
    run(&views, &Base { draft: &draft, index: &index, tables: &language.tables });
}
