//! The drawing of docs/ARCHITECTURE.md and what `cargo metadata` says are the same.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Each crate with those of ours that it may use outside its tests. A new line is a decision.
const MAY_USE: [(&str, &[&str]); 18] = [
    ("hemicycle-source", &[]),
    ("hemicycle-text", &["source"]),
    ("hemicycle-instruction", &["source", "text"]),
    ("hemicycle-merge", &["source", "text", "instruction"]),
    ("hemicycle-words", &["source", "text"]),
    ("hemicycle-procedure", &["source", "text", "instruction", "merge", "words"]),
    ("hemicycle-engine", &["source", "text", "instruction", "merge", "words", "procedure"]),
    ("hemicycle-akn", &["source", "text", "instruction", "merge", "procedure", "engine"]),
    ("hemicycle-html", &["engine"]),
    ("hemicycle-intake", &["source", "text", "instruction", "engine"]),
    ("hemicycle-office", &["source", "text", "instruction", "merge", "engine"]),
    ("hemicycle-pdf", &["engine"]),
    ("hemicycle-store", &["procedure"]),
    ("hemicycle-pgtest", &[]),
    ("hemicycle-auth", &[]),
    (
        "hemicycle-web",
        &[
            "source",
            "text",
            "instruction",
            "merge",
            "words",
            "procedure",
            "engine",
            "akn",
            "html",
            "intake",
            "office",
            "store",
            "auth",
        ],
    ),
    (
        "hemicycle",
        &[
            "source",
            "text",
            "instruction",
            "merge",
            "engine",
            "akn",
            "html",
            "intake",
            "office",
            "pdf",
            "procedure",
            "store",
            "web",
        ],
    ),
    (
        "hemicycle-testkit",
        &["source", "text", "instruction", "merge", "procedure", "engine", "intake"],
    ),
];

fn metadata() -> serde_json::Value {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--no-deps", "--offline", "--locked"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs this test");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

/// For each of our crates, what it uses outside its tests.
fn used() -> BTreeMap<String, Vec<String>> {
    let metadata = metadata();
    let packages = metadata["packages"].as_array().expect("packages").clone();
    let word = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    packages
        .iter()
        .map(|package| {
            let dependencies = package["dependencies"].as_array().expect("a list");
            let used = dependencies.iter().filter(|d| d["kind"].is_null());
            (word(&package["name"]), used.map(|d| word(&d["name"])).collect())
        })
        .collect()
}

#[test]
fn dependencies_point_the_way_the_drawing_says() {
    let used = used();
    assert_eq!(used.len(), MAY_USE.len(), "a new crate belongs into the drawing: {used:?}");
    for (name, allowed) in MAY_USE {
        let found = used.get(name).unwrap_or_else(|| panic!("{name} is gone"));
        for dependency in found.iter().filter_map(|d| d.strip_prefix("hemicycle-")) {
            assert!(allowed.contains(&dependency), "{name} → {dependency}");
        }
    }
}

#[test]
fn typst_stands_in_pdf_and_nowhere_else() {
    for (name, dependencies) in used() {
        let typst = dependencies.iter().any(|d| d.starts_with("typst"));
        assert!(!typst || name == "hemicycle-pdf", "{name} uses typst");
    }
}

#[test]
fn proofs_by_others_stand_in_auth_and_nowhere_else() {
    for (name, dependencies) in used() {
        let proofs = ["openidconnect", "webauthn-rs", "lettre", "reqwest"];
        let uses = dependencies.iter().any(|d| proofs.contains(&d.as_str()));
        assert!(!uses || name == "hemicycle-auth", "{name} asks others who somebody is");
    }
}

/// What names German: words for it in the languages there are, and its tag.
const GERMAN: [&str; 6] = ["german", "allemand", "deutsch", "\"de\"", "::de::", "language-de"];

/// Files that say one of these and know nothing of the language.
const NOT_GERMAN: [(&str, &str); 6] = [
    ("text/src/tables.rs", "\"de\" is the French preposition, as an example"),
    ("instruction/src/style/fr_national/fr/lexicon.rs", "\"de\" is the French preposition"),
    ("instruction/src/style/fr_national/fr/tables.rs", "\"de\" is the French preposition"),
    ("instruction/src/style/pace/fr/lexicon.rs", "\"de\" is the French preposition"),
    ("instruction/src/style/pace/fr/seams.rs", "\"de\" is the French preposition"),
    ("instruction/src/style/pace/fr/sentences.rs", "\"de\" is the French preposition"),
];

/// All files below a folder, with forward strokes in their names.
fn files(folder: &Path, to: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
        match path.is_dir() {
            true => files(&path, to),
            false => to.push(path),
        }
    }
}

/// What of the crates is no test: the testkit is made of tests.
fn sources() -> Vec<(String, String)> {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut all = Vec::new();
    files(&crates, &mut all);
    let named = |path: PathBuf| {
        let name = path.strip_prefix(&crates).ok()?.to_string_lossy().replace('\\', "/");
        let tests = name.contains("/tests/") || name.contains("/benches/");
        let ours = !tests && !name.starts_with("testkit/");
        let text = ours.then(|| std::fs::read_to_string(&path).ok()).flatten()?;
        Some((name, text))
    };
    all.into_iter().filter_map(named).collect()
}

/// A language is its folder and a word in the list of its style: German, which came last, shows it.
#[test]
fn a_language_stands_in_its_folder_and_in_the_list_of_its_style() {
    let (style, mut named) = ("instruction/src/style/pace", Vec::new());
    let sources = sources();
    for (name, text) in &sources {
        // A module of serde is called so, too.
        let text = text.to_lowercase().replace("serde::de::", "");
        let here = GERMAN.iter().any(|word| text.contains(word));
        let known = NOT_GERMAN.iter().any(|(other, _)| other == name);
        if here && !known && !name.starts_with(&format!("{style}/de/")) {
            named.push(name);
        }
    }
    assert!(named.is_empty(), "{named:?}");
    let text = |wanted: String| sources.iter().find(|(name, _)| *name == wanted).map(|(_, t)| t);
    let list = text(format!("{style}/mod.rs")).expect("the list of languages");
    assert_eq!(list.matches("languages! {").count(), 1);
    assert!(list.contains("languages! { en fr de }"), "{list}");
    assert!(text(format!("{style}/de/mod.rs")).is_some_and(|text| text.contains("\"de\"")));
    for (name, why) in NOT_GERMAN {
        let still = text(name.to_owned()).is_some_and(|text| text.contains("\"de\""));
        assert!(still, "{name} need not be left out any more: {why}");
    }
}
