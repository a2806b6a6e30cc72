//! Benchmarks of DOCX and ODT: `cargo bench -p hemicycle-office`. `docs/benchmarks.md` says what was seen.

use divan::{Bencher, black_box};
use engine::State;
use engine::document::{Layout, compendium};
use source::SourceFile;
use std::sync::Arc;
use testkit::compendium::Compendium;
use text::Lang;

fn main() {
    divan::main();
}

/// From a dossier worked out to the file, drawing included; 1,200 amendments are a paper of some 300
/// pages. The bar is 2 s.
#[divan::bench(args = [1_200], sample_count = 10, sample_size = 1)]
fn docx(bencher: Bencher<'_, '_>, amendments: usize) {
    let state = state(amendments);
    bencher.bench_local(|| {
        let drawn = compendium(black_box(&state), Lang::EN, Layout::Columns).typeset();
        hemicycle_office::docx::write(&drawn, None).map(|file| file.len())
    });
}

/// The same as ODT.
#[divan::bench(args = [1_200], sample_count = 10, sample_size = 1)]
fn odt(bencher: Bencher<'_, '_>, amendments: usize) {
    let state = state(amendments);
    bencher.bench_local(|| {
        let drawn = compendium(black_box(&state), Lang::EN, Layout::Columns).typeset();
        hemicycle_office::odt::write(&drawn, None).map(|file| file.len())
    });
}

/// Drawing alone.
#[divan::bench(args = [1_200], sample_count = 10, sample_size = 1)]
fn floor(bencher: Bencher<'_, '_>, amendments: usize) {
    let state = state(amendments);
    bencher.bench_local(|| compendium(black_box(&state), Lang::EN, Layout::Columns).typeset());
}

fn state(amendments: usize) -> State {
    let mut bytes = Vec::new();
    let written = Compendium::new(amendments, Lang::EN, 1).write(&mut bytes);
    written.expect("a vector takes all bytes");
    let file = Arc::new(SourceFile::decode("generated.txt", &bytes));
    engine::open::open(vec![file]).state
}
