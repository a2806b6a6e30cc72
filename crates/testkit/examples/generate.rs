//! Writes a seeded compendium to standard output:
//! `cargo run --release --example generate -- --amendments N --lang fr --seed S [--paragraphs P]`.

use hemicycle_testkit::compendium::Compendium;
use std::io::{self, BufWriter, Write};
use text::Lang;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (mut amendments, mut seed, mut lang, mut paragraphs) = (100, 1, Lang::EN, None);
    let mut arguments = std::env::args().skip(1);
    while let Some(name) = arguments.next() {
        let value = arguments.next().ok_or_else(|| format!("{name} needs a value"))?;
        match name.as_str() {
            "--amendments" => amendments = value.parse()?,
            "--seed" => seed = value.parse()?,
            "--paragraphs" => paragraphs = Some(value.parse()?),
            "--lang" if value == "en" => lang = Lang::EN,
            "--lang" if value == "fr" => lang = Lang::FR,
            _ => return Err(format!("not understood: {name} {value}").into()),
        }
    }
    let mut compendium = Compendium::new(amendments, lang, seed);
    compendium.paragraphs = paragraphs.unwrap_or(compendium.paragraphs).max(1);
    let mut out = BufWriter::new(io::stdout().lock());
    compendium.write(&mut out)?;
    out.flush()?;
    Ok(())
}
