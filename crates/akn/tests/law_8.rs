//! Law 8 for Akoma Ntoso: what is written is read back to the same dossier, and written again it
//! is the same file. Bad files are refused with their place.

use engine::state::Profile;
use engine::{Dossier, State};
use hemicycle_akn::{read, write};
use source::SourceFile;
use std::path::Path;
use std::sync::Arc;
use testkit::dossiers::rich;
use testkit::same::difference;
use text::Lang;

fn cases() -> u64 {
    std::env::var("HEMICYCLE_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(200)
}

fn state(dossier: &Dossier) -> State {
    State::new(dossier.clone(), Profile::default(), Vec::new())
}

/// How the dossier in this language fails to be read back.
fn unfaithful(dossier: &Dossier, lang: Lang) -> Option<String> {
    let dossier = state(&dossier.in_language(lang)).dossier;
    let file = write(&state(&dossier), lang);
    let again = match read(&file) {
        Ok(again) if again.findings.is_empty() => again.dossier,
        Ok(again) => return Some(format!("{:?}\n{file}", again.findings)),
        Err(error) => return Some(format!("{error}\n{file}")),
    };
    if let Some(seen) = difference(&dossier, &again) {
        return Some(format!("{seen}\n--- file\n{file}"));
    }
    (write(&state(&again), lang) != file).then(|| "written again it is another".to_owned())
}

#[test]
fn law_8_akoma_ntoso_is_read_back() {
    let broken: Vec<String> = (0..cases())
        .flat_map(|seed| [(seed, Lang::EN), (seed, Lang::FR)])
        .filter_map(|(seed, lang)| {
            Some(format!("seed {seed} {lang}: {}", unfaithful(&rich(seed), lang)?))
        })
        .collect();
    let shown = broken.iter().take(2).map(String::as_str).collect::<Vec<_>>().join("\n\n");
    assert!(broken.is_empty(), "{} break it\n{shown}", broken.len());
}

/// Drafts alone are documents of their kind, and read back as such.
#[test]
fn law_8_drafts_alone_are_read_back() {
    let (mut alone, mut several) = (0, 0);
    for seed in 0..cases() {
        let mut dossier = rich(seed);
        dossier.amendments.clear();
        for lang in [Lang::EN, Lang::FR] {
            assert_eq!(unfaithful(&dossier, lang), None, "seed {seed} {lang}");
            let file = write(&state(&dossier.in_language(lang)), lang);
            match file.contains("documentCollection") {
                true => several += 1,
                false => alone += 1,
            }
        }
    }
    assert!(alone > 0 && several > 0, "{alone} {several}");
}

/// The law sees what is lost: each change of the file is another dossier.
#[test]
fn law_8_finds_what_is_lost() {
    let dossier = paper();
    let file = write(&state(&dossier), Lang::EN);
    for (from, to) in [
        ("<docStage>", "<docStage>x"),
        ("class=\"tablers\"", "class=\"committee\""),
        ("class=\"remark\"", "class=\"other\""),
        ("class=\"fells\"", "class=\"fallsWith\""),
        ("amendmentReference", "other"),
        ("amendmentJustification", "other"),
        ("<num>2.1.", "<num>2.3."),
        ("sup>", "i>"),
        ("draftResolution", "draft"),
    ] {
        assert!(file.contains(from), "{from} stands nowhere in\n{file}");
        let again = read(&file.replace(from, to)).expect("it is still a dossier");
        assert!(difference(&dossier, &again.dossier).is_some(), "{from}");
    }
}

fn paper() -> Dossier {
    let text = "\
Doc. 7 – Compendium of written amendments
01/02/2031
(Final version)

Safe lakes

A. Draft resolution

1. The Assembly thanks the pilots of the 20^th century.
2. It calls on the harbours:
  2.1. to keep the lamps lit;
  2.2. to pay the pilots.

Amendment 1
(If adopted, amendment 2 falls)
(concerns only the English version)
Tabled by Ms Ada REED, Mr Tom WADE
In the draft resolution, delete paragraph 2.

Amendment 2
Tabled by the Committee on Lamps
In the draft resolution, paragraph 2.1, replace the word “lit” with the following word: “clean”
Explanatory note: Fog.
";
    engine::open::open(vec![Arc::new(SourceFile::new("paper", text))]).state.dossier
}

#[test]
fn papers_are_read_back() {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
    let mut papers = vec![paper()];
    for entry in std::fs::read_dir(examples).expect("the examples are there").flatten() {
        if entry.path().extension().is_some_and(|extension| extension == "txt") {
            let text = std::fs::read_to_string(entry.path()).expect("it is text");
            let file = Arc::new(SourceFile::new("paper", text));
            papers.push(engine::open::open(vec![file]).state.dossier);
        }
    }
    assert!(papers.len() > 4);
    for dossier in papers {
        let lang = dossier.versions.first().expect("a language").lang;
        assert_eq!(unfaithful(&dossier, lang), None);
    }
}

/// What is said of a bad file.
fn said(xml: &str) -> String {
    read(xml).expect_err("it is bad").to_string()
}

#[test]
fn bad_files_are_refused_with_their_place() {
    let good = write(&state(&paper()), Lang::EN);
    assert!(said("").contains("not XML"));
    assert_eq!(said("<a/>"), "line 1, column 1: a: this is no Akoma Ntoso 3.0");
    assert!(said(&good.replace("amendmentList", "bill")).contains("there is no body"));
    assert!(said(&good.replace("amendmentList", "debate")).contains("this kind of document"));
    assert!(said(&good.replace("language=\"eng\"", "language=\"tlh\"")).contains("tlh"));
    assert!(said(&good.replace("href=\"#cmp_A\"", "href=\"#cmp_B\"")).contains("no draft text"));
    let cut = &good[..good.len() / 2];
    assert!(said(cut).starts_with("line "), "{}", said(cut));
    // Entities are refused as a whole, outside ones and those that grow.
    let bomb = "<!DOCTYPE a [<!ENTITY b \"x\"><!ENTITY c \"&b;&b;\">]>";
    assert!(said(&good.replace("<akomaNtoso", &format!("{bomb}<akomaNtoso"))).contains("not XML"));
    let deep = format!("<mainBody>{}", "<hcontainer name=\"text\">".repeat(10_000));
    let deep = good.replace("<mainBody>", &deep);
    let deep =
        deep.replace("</mainBody>", &format!("{}</mainBody>", "</hcontainer>".repeat(10_000)));
    assert!(said(&deep).contains("deep") || said(&deep).contains("not XML"), "{}", said(&deep));
}

/// Whatever is cut or lost, there is a dossier or a refusal.
#[test]
fn damaged_files_do_no_harm() {
    let good = write(&state(&paper()), Lang::EN);
    let lines: Vec<&str> = good.lines().collect();
    for at in 0..lines.len() {
        let less: Vec<&str> = lines[..at].iter().chain(&lines[at + 1..]).copied().collect();
        let _ = read(&less.join("\n"));
        let _ = read(&lines[..at].join("\n"));
    }
}
