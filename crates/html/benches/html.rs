//! Benchmarks of the web page: `cargo bench -p hemicycle-html`. `docs/benchmarks.md` says what was seen.

use divan::{Bencher, black_box};
use engine::document::{Document, Layout, compendium, plain};
use source::SourceFile;
use std::sync::Arc;
use testkit::compendium::Compendium;
use text::Lang;

fn main() {
    divan::main();
}

/// From the drawing to the page; 1,200 amendments are a paper of some 300 pages.
#[divan::bench(args = [100, 1_200], sample_count = 10, sample_size = 1)]
fn hemicycle(bencher: Bencher<'_, '_>, amendments: usize) {
    let document = document(amendments);
    bencher.bench_local(|| hemicycle_html::write(black_box(&document)).len());
}

/// The same drawing as plain text.
#[divan::bench(args = [100, 1_200], sample_count = 10, sample_size = 1)]
fn floor(bencher: Bencher<'_, '_>, amendments: usize) {
    let document = document(amendments);
    bencher.bench_local(|| plain::write(black_box(&document)).len());
}

fn document(amendments: usize) -> Document {
    let mut bytes = Vec::new();
    let written = Compendium::new(amendments, Lang::EN, 1).write(&mut bytes);
    written.expect("a vector takes all bytes");
    let file = Arc::new(SourceFile::decode("generated.txt", &bytes));
    compendium(&engine::open::open(vec![file]).state, Lang::EN, Layout::Columns)
}
