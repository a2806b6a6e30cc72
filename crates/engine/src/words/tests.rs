//! Every code of every crate has its message and its remedy in both languages.

use ::words::has;
use text::Lang;

/// The files in which a `fn code` names the codes of a finding: `Self::Variant { .. } => "code",`.
const CODES: [(&str, &str); 8] = [
    ("instruction", include_str!("../../../instruction/src/finding.rs")),
    ("read", include_str!("../read/finding.rs")),
    ("state", include_str!("../state/mod.rs")),
    ("languages", include_str!("../languages/mod.rs")),
    ("words", include_str!("codes.rs")),
    ("office", include_str!("../../../office/src/read/note.rs")),
    ("rules", include_str!("../../../procedure/src/rules/finding.rs")),
    ("intake", include_str!("../../../intake/src/lines.rs")),
];

/// Notes that leave nothing to do.
const NO_REMEDY: [&str; 28] = [
    "web-remains-read",
    "no-amendments",
    "contents-skipped",
    "furniture-skipped",
    "lines-joined",
    "spaces-joined",
    "characters-dropped",
    "provision-rejoined",
    "wording-rejoined",
    "closing-text-placed",
    "markup-as-text",
    "markup-kept-whole",
    "markup-ignored",
    "change-accepted",
    "quotation-marks-added",
    "provision-too-deep",
    "words-folded",
    "operations-differ",
    "renumbered",
    "reference-updated",
    "place-tracked",
    "office-comments",
    "office-pictures",
    "office-tables",
    "office-formatting-changes",
    "office-bullets",
    "office-number-composed",
    "office-came-and-went",
];

fn codes(source: &str) -> Vec<&str> {
    let arms = source.split("=> ").filter_map(|arm| {
        let arm = arm.trim_start_matches('(').trim_start_matches("{\n").trim_start();
        arm.strip_prefix('"')?.split('"').next()
    });
    let code = |code: &&str| {
        !code.is_empty()
            && code.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    };
    arms.filter(code).collect()
}

#[test]
fn every_code_has_a_message_and_a_remedy_in_both_languages() {
    let mut seen = 0;
    let mut missing = Vec::new();
    for (file, source) in CODES {
        let found = codes(source);
        assert!(found.len() > 3, "codes are not read out of {file}");
        for code in found {
            seen += 1;
            for lang in [Lang::EN, Lang::FR] {
                let remedy = format!("{code}.remedy");
                let remedied = NO_REMEDY.contains(&code) || code == "superseded";
                if !has(lang, code) {
                    missing.push(format!("{lang} {code}"));
                }
                if !remedied && !has(lang, &remedy) {
                    missing.push(format!("{lang} {remedy}"));
                }
            }
        }
    }
    assert!(seen > 50, "only {seen} codes");
    assert!(missing.is_empty(), "no words for {missing:?}");
}

#[test]
fn both_languages_have_the_same_messages() {
    let names = |text: &str| {
        let named = text.lines().filter(|l| l.starts_with(|c: char| c.is_ascii_lowercase()));
        named.filter_map(|l| l.split(" =").next()).map(str::to_owned).collect::<Vec<_>>()
    };
    let files = [
        (
            include_str!("../../../words/locales/en/findings.ftl"),
            include_str!("../../../words/locales/fr/findings.ftl"),
        ),
        (
            include_str!("../../../words/locales/en/reasons.ftl"),
            include_str!("../../../words/locales/fr/reasons.ftl"),
        ),
        (
            include_str!("../../../words/locales/en/cli.ftl"),
            include_str!("../../../words/locales/fr/cli.ftl"),
        ),
        (
            include_str!("../../../words/locales/en/rules.ftl"),
            include_str!("../../../words/locales/fr/rules.ftl"),
        ),
        (
            include_str!("../../../words/locales/en/papers.ftl"),
            include_str!("../../../words/locales/fr/papers.ftl"),
        ),
    ];
    for (en, fr) in files {
        assert_eq!(names(en), names(fr));
    }
}
