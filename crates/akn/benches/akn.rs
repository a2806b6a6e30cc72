//! Benchmarks of Akoma Ntoso: `cargo bench -p hemicycle-akn`. `docs/benchmarks.md` says what was seen.

use divan::{Bencher, black_box};
use engine::State;
use source::SourceFile;
use std::sync::Arc;
use testkit::compendium::Compendium;
use text::Lang;

fn main() {
    divan::main();
}

/// From a dossier worked out to the file; 1,200 amendments are a paper of some 300 pages.
#[divan::bench(args = [1_200, 5_000], sample_count = 10, sample_size = 1)]
fn write(bencher: Bencher<'_, '_>, amendments: usize) {
    let state = state(amendments);
    bencher.bench_local(|| hemicycle_akn::write(black_box(&state), Lang::EN));
}

/// From the file to the dossier, without the wordings.
#[divan::bench(args = [1_200, 5_000], sample_count = 10, sample_size = 1)]
fn read(bencher: Bencher<'_, '_>, amendments: usize) {
    let file = hemicycle_akn::write(&state(amendments), Lang::EN);
    bencher.bench_local(|| hemicycle_akn::read(black_box(&file)).map(|read| read.findings.len()));
}

/// The same file only parsed.
#[divan::bench(args = [1_200, 5_000], sample_count = 10, sample_size = 1)]
fn floor(bencher: Bencher<'_, '_>, amendments: usize) {
    let file = hemicycle_akn::write(&state(amendments), Lang::EN);
    bencher.bench_local(|| {
        let document = roxmltree::Document::parse(black_box(&file));
        document.map(|document| document.descendants().count())
    });
}

fn state(amendments: usize) -> State {
    let mut bytes = Vec::new();
    let written = Compendium::new(amendments, Lang::EN, 1).write(&mut bytes);
    written.expect("a vector takes all bytes");
    let file = Arc::new(SourceFile::decode("generated.txt", &bytes));
    engine::open::open(vec![file]).state
}
