//! What the laws share: how many cases, how a law is run, how a planted bug is looked for.

#![allow(dead_code, reason = "each file of laws uses some of it")]

use source::fault::{self, Fault};
use text::Lang;

/// Cases of each law: `HEMICYCLE_CASES`, 200 by default.
pub fn cases() -> u64 {
    std::env::var("HEMICYCLE_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(200)
}

/// The seeds to run: all of them, or the one of `HEMICYCLE_SEED`, to look at a failure.
pub fn seeds() -> std::ops::Range<u64> {
    let one = std::env::var("HEMICYCLE_SEED").ok().and_then(|seed| seed.parse::<u64>().ok());
    one.map_or(0..cases(), |seed| seed..seed + 1)
}

/// One seed for so many cases, for laws of which a case is dear.
pub fn one_in(cases: u64) -> std::ops::Range<u64> {
    let all = seeds();
    all.start..all.start + (all.end - all.start).div_ceil(cases)
}

/// How many failures are shown.
fn shown() -> usize {
    std::env::var("HEMICYCLE_SHOW").ok().and_then(|show| show.parse().ok()).unwrap_or(3)
}

/// Runs a law on every seed; an `Err` is the law broken, with what was seen. All seeds are run, so
/// that the message says how many broke it and shows the first three (`HEMICYCLE_SHOW`).
pub fn holds(law: impl Fn(u64) -> Result<(), String>) {
    holds_on(seeds(), law);
}

/// Runs a law on these seeds only.
pub fn holds_on(seeds: std::ops::Range<u64>, law: impl Fn(u64) -> Result<(), String>) {
    let broken: Vec<(u64, String)> =
        seeds.filter_map(|seed| law(seed).err().map(|seen| (seed, seen))).collect();
    let shown: Vec<String> =
        broken.iter().take(shown()).map(|(seed, seen)| format!("seed {seed}: {seen}")).collect();
    assert!(broken.is_empty(), "{} seeds break it\n{}", broken.len(), shown.join("\n\n"));
}

/// Plants a bug and expects the law to break within `within` seeds; says after how many it did.
#[allow(clippy::print_stdout, reason = "`cargo test -- --nocapture` shows it")]
pub fn finds(bug: Fault, within: u64, law: impl Fn(u64) -> Result<(), String>) {
    let found = fault::with(bug, || (0..within).find(|seed| law(*seed).is_err()));
    match found {
        Some(seed) => println!("{bug:?} found after {} cases", seed + 1),
        None => panic!("{bug:?} was not found in {within} cases"),
    }
}

/// English and French in turn.
pub fn lang(seed: u64) -> Lang {
    if seed.is_multiple_of(2) { Lang::EN } else { Lang::FR }
}

/// `Ok` where it holds, otherwise what was seen.
pub fn ensure(holds: bool, seen: impl FnOnce() -> String) -> Result<(), String> {
    if holds { Ok(()) } else { Err(seen()) }
}
