//! The drawing of docs/ARCHITECTURE.md and what `cargo metadata` says are the same.

use std::collections::BTreeMap;
use std::process::Command;

/// Each crate with those of ours that it may use outside its tests. A new line is a decision.
const MAY_USE: [(&str, &[&str]); 9] = [
    ("hemicycle-source", &[]),
    ("hemicycle-text", &["source"]),
    ("hemicycle-instruction", &["source", "text"]),
    ("hemicycle-merge", &["source", "text", "instruction"]),
    ("hemicycle-engine", &["source", "text", "instruction", "merge"]),
    ("hemicycle-html", &["engine"]),
    ("hemicycle-pdf", &["engine"]),
    ("hemicycle", &["source", "text", "instruction", "merge", "engine", "html", "pdf"]),
    ("hemicycle-testkit", &["source", "text", "instruction", "merge", "engine"]),
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
