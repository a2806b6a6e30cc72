//! Benchmarks of memory asked for: `cargo bench -p hemicycle-testkit --bench allocations`. Counting
//! takes time of its own, so that times are measured in `engine.rs`.

use divan::{AllocProfiler, Bencher, black_box};
use hemicycle_testkit::typical::{Scene, TYPICAL, TYPICAL_OF_BILLS};

#[global_allocator]
static ALLOC: AllocProfiler = AllocProfiler::system();

fn main() {
    divan::main();
}

#[divan::bench(args = TYPICAL.map(|typical| typical.name))]
fn parse_and_resolve(bencher: Bencher<'_, '_>, name: &str) {
    let Some(typical) = TYPICAL.iter().find(|typical| typical.name == name) else { return };
    let Some(scene) = Scene::new(typical.lang) else { return };
    bencher.bench(|| scene.work(black_box(typical.wording)));
}

#[divan::bench(args = TYPICAL_OF_BILLS.map(|typical| typical.name))]
fn parse_and_resolve_bills(bencher: Bencher<'_, '_>, name: &str) {
    let Some(typical) = TYPICAL_OF_BILLS.iter().find(|typical| typical.name == name) else {
        return;
    };
    let scene = Scene::bill();
    bencher.bench(|| scene.work(black_box(typical.wording)));
}
