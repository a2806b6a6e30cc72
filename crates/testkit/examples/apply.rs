//! Applies the amendments of each case to its article:
//! `cargo run --release --example apply -- CASES --write OUT`. The article after is never opened.
//! `… -- CASES --times` only says how long wordings take to be read and placed.

use hemicycle_testkit::bills::apply::{apply, article};
use hemicycle_testkit::bills::cases::{folders, wordings};
use hemicycle_testkit::bills::language;
use instruction::{Scope, parse, resolve};
use std::error::Error;
use std::fs;
use std::hint::black_box;
use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};
use text::Index;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        [cases, "--write", out] => write(Path::new(cases), Path::new(out)),
        [cases, "--times"] => times(Path::new(cases)),
        _ => Err("usage: apply CASES --write OUT, or apply CASES --times".into()),
    }
}

fn write(cases: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    let mut count = 0;
    for case in folders(cases)? {
        let name = case.file_name().unwrap_or_default();
        let article = fs::read_to_string(case.join("article_avant"))?;
        let applied = apply(&article, &wordings(&case)?);
        let out = out.join(name);
        fs::create_dir_all(&out)?;
        fs::write(out.join("article"), &applied.article)?;
        fs::write(out.join("mechanical"), &applied.mechanical)?;
        fs::write(out.join("result.json"), serde_json::to_string_pretty(&applied.amendments)?)?;
        count += 1;
    }
    writeln!(std::io::stdout(), "{count} cases applied")?;
    Ok(())
}

/// How long each wording takes from its text to its place, the median of many times; of these the median, and what
/// nine in ten and 99 in 100 stay below.
fn times(cases: &Path) -> Result<(), Box<dyn Error>> {
    const TIMES: usize = 301;
    let mut medians: Vec<Duration> = Vec::new();
    for case in folders(cases)? {
        let draft = article(&fs::read_to_string(case.join("article_avant"))?);
        let index = Index::new(&draft, &language().tables.sentences);
        let scope = Scope { draft: &draft, index: &index, part: Some(0), language: language() };
        for wording in wordings(&case)?.values() {
            let wording = engine::read::plain(wording);
            let once = || {
                let clock = Instant::now();
                let written = parse(black_box(&wording), language()).instruction;
                black_box(written.and_then(|w| resolve(&w, &scope, &mut Vec::new())));
                clock.elapsed()
            };
            let mut all: Vec<Duration> = (0..TIMES).map(|_| once()).collect();
            all.sort_unstable();
            medians.push(all[TIMES / 2]);
        }
    }
    medians.sort_unstable();
    let below = |hundredths: usize| medians.get(medians.len() * hundredths / 100);
    let [half, most, nearly] = [50, 90, 99].map(|share| below(share).copied().unwrap_or_default());
    let count = medians.len();
    let said =
        format!("{count} wordings: median {half:?}, 90 % below {most:?}, 99 % below {nearly:?}");
    writeln!(std::io::stdout(), "{said}")?;
    Ok(())
}
