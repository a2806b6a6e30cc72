//! Compares the chair's order of the calls of a bill of the French Sénat with ours:
//! `cargo run --release --example senate -- DIR`.

use hemicycle_testkit::senate::{compare, read, table};
use procedure::rules::named;
use std::error::Error;
use std::io::{self, Write};
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let Some(folder) = std::env::args().nth(1) else { return Err("usage: senate DIR".into()) };
    let bill = read(Path::new(&folder))?;
    let rules = named("senat", "2023").ok_or("no rules of the Sénat")?;
    io::stdout().lock().write_all(table(&compare(&bill, rules))?.as_bytes())?;
    Ok(())
}
