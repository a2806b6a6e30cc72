//! The folders of articles with their amendments: `article_avant`, `amendement_NUMBER` …, `article_apres`.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The folders of the cases, in order of name; they may stand in a folder `cases`.
///
/// # Errors
///
/// Where a folder cannot be listed.
pub fn folders(cases: &Path) -> io::Result<Vec<PathBuf>> {
    let inner = cases.join("cases");
    let cases = if inner.is_dir() { inner } else { cases.to_owned() };
    let entries = fs::read_dir(cases)?.map(|entry| entry.map(|entry| entry.path()));
    let mut found: Vec<PathBuf> = entries.collect::<Result<_, _>>()?;
    found.retain(|path| path.join("article_avant").is_file());
    found.sort();
    Ok(found)
}

/// The wordings of a case, by the number of the amendment.
///
/// # Errors
///
/// Where the folder or a wording cannot be read.
pub fn wordings(case: &Path) -> io::Result<BTreeMap<String, String>> {
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
