//! Applies the amendments of each case to its article:
//! `cargo run --release --example apply -- CASES --write OUT`. The article after is never opened.

use hemicycle_testkit::bills::apply::apply;
use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(cases), Some(flag), Some(out)) =
        (arguments.next(), arguments.next(), arguments.next())
    else {
        return Err("usage: apply CASES --write OUT".into());
    };
    if flag != "--write" {
        return Err(format!("not understood: {flag}").into());
    }
    let mut count = 0;
    for case in folders(Path::new(&cases))? {
        let name = case.file_name().unwrap_or_default();
        let article = fs::read_to_string(case.join("article_avant"))?;
        let applied = apply(&article, &amendments(&case)?);
        let out = Path::new(&out).join(name);
        fs::create_dir_all(&out)?;
        fs::write(out.join("article"), &applied.article)?;
        fs::write(out.join("mechanical"), &applied.mechanical)?;
        fs::write(out.join("result.json"), serde_json::to_string_pretty(&applied.amendments)?)?;
        count += 1;
    }
    writeln!(std::io::stdout(), "{count} cases applied")?;
    Ok(())
}

/// The folders of the cases, in order of name; they may stand in a folder `cases`.
fn folders(cases: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let inner = cases.join("cases");
    let cases = if inner.is_dir() { inner } else { cases.to_owned() };
    let mut found: Vec<PathBuf> = fs::read_dir(cases)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    found.retain(|path| path.join("article_avant").is_file());
    found.sort();
    Ok(found)
}

/// The wordings of a case, by name.
fn amendments(case: &Path) -> Result<BTreeMap<String, String>, Box<dyn Error>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(case)? {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if let Some(number) = name.strip_prefix("amendement_") {
            found.insert(number.to_owned(), fs::read_to_string(&path)?);
        }
    }
    Ok(found)
}
