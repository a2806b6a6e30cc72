//! Benchmarks of memory asked for: `cargo bench -p hemicycle-testkit --bench allocations`. Counting
//! takes time of its own, so that times are measured in `engine.rs`.

use divan::{AllocProfiler, Bencher, black_box};
use hemicycle_testkit::typical::{Scene, TYPICAL};

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
