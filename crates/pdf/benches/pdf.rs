//! Benchmarks of the PDF: `cargo bench -p hemicycle-pdf`. `docs/benchmarks.md` says what was seen.

use divan::{Bencher, black_box};
use engine::State;
use engine::document::{Document, Layout, compendium, plain};
use source::SourceFile;
use std::sync::Arc;
use testkit::compendium::Compendium;
use text::Lang;

fn main() {
    divan::main();
}

/// The compendium of the example, and a generated one of 100 amendments.
const DOSSIERS: [&str; 2] = ["example", "100 amendments"];

#[divan::bench(args = DOSSIERS, sample_count = 10, sample_size = 1)]
fn hemicycle(bencher: Bencher<'_, '_>, dossier: &str) {
    let document = document(dossier);
    bencher.bench_local(|| hemicycle_pdf::write(black_box(&document)).map(|files| files.len()));
}

/// The same drawing as plain text.
#[divan::bench(args = DOSSIERS, sample_count = 10, sample_size = 1)]
fn floor(bencher: Bencher<'_, '_>, dossier: &str) {
    let document = document(dossier);
    bencher.bench_local(|| plain::write(black_box(&document)).len());
}

fn document(dossier: &str) -> Document {
    let mut bytes = include_bytes!("../../../examples/lakes-en.txt").to_vec();
    if dossier != "example" {
        bytes.clear();
        let written = Compendium::new(100, Lang::EN, 1).write(&mut bytes);
        written.expect("a vector takes all bytes");
    }
    let file = Arc::new(SourceFile::decode("dossier.txt", &bytes));
    let state: State = engine::open::open(vec![file]).state;
    compendium(&state, Lang::EN, Layout::Columns)
}
