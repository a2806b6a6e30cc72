//! Tracked changes of a draft in DOCX as amendments: `NUMBER (TABLERS) WORDING`, a line each.

use super::packed::{docx, line, p, r};
use super::shown::tabled;
use hemicycle_office::read::{Kind, Read, read};

const ADA: &str = "Ada FOG";
const BEN: &str = "Ben REED";

/// A run that somebody put in or took out.
fn by(kind: &str, author: &str, text: &str) -> String {
    let tag = if kind == "del" || kind == "moveFrom" { "delText" } else { "t" };
    format!(
        r#"<w:{kind} w:id="1" w:author="{author}"><w:r><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r></w:{kind}>"#
    )
}

/// A whole paragraph that somebody put in or took out.
fn whole(kind: &str, author: &str, text: &str) -> String {
    let mark = format!(r#"<w:pPr><w:rPr><w:{kind} w:id="1" w:author="{author}"/></w:rPr></w:pPr>"#);
    p(&(mark + &by(kind, author, text)))
}

fn opened(body: &[String]) -> Read {
    let head = line("Doc. 120") + &line("Safe harbours") + &line("A. Draft resolution");
    read("draft.docx", &docx(&(head + &body.concat()), ""), Kind::Docx).expect("it is read")
}

/// The amendments, which must give the text with all changes accepted.
fn adopted(body: &[String]) -> Vec<String> {
    super::shown::adopted(opened(body))
}

#[test]
fn words_put_in_and_taken_out_by_two_authors() {
    let first =
        [r("1. The lake is "), by("del", ADA, "wide"), by("ins", ADA, "deep"), r(" and cold.")];
    let second = [r("2. Boats rest"), by("ins", BEN, " by night"), r(".")];
    let third = [
        r("3. Fog "),
        by("ins", BEN, "often "),
        r("comes over the "),
        by("del", ADA, "old "),
        r("lake."),
    ];
    let body = [p(&first.concat()), p(&second.concat()), p(&third.concat())];
    assert_eq!(
        adopted(&body),
        [
            "1 (Ada FOG) In the draft resolution, paragraph 1, replace the word “wide” with the following word: / “deep”",
            "2 (Ben REED) In the draft resolution, at the end of paragraph 2, insert the following words: / “by night”",
            "3 (Ada FOG, Ben REED) In the draft resolution, paragraph 3, replace the words “comes over the old” with the following words: / “often comes over the”",
        ]
    );
}

#[test]
fn the_authors_of_our_own_papers_are_tablers_again() {
    let (four, editors) =
        ("Amendment 4 (Ms Ada FOG, Mr Ben REED)", "Editorial, following from amendment 4");
    let first = [r("1. The lake is "), by("del", four, "wide"), by("ins", editors, "deep"), r(".")];
    let second = [r("2. Boats rest"), by("ins", editors, " by night"), r(".")];
    let wordings = adopted(&[p(&first.concat()), p(&second.concat())]);
    assert!(wordings[0].starts_with("1 (Ms Ada FOG, Mr Ben REED) In"), "{wordings:#?}");
    assert!(wordings[1].starts_with("2 (Ms Ada FOG, Mr Ben REED) In"), "{wordings:#?}");
}

#[test]
fn whole_paragraphs_put_in_and_taken_out() {
    let body = [
        line("1. The lake is wide."),
        whole("ins", ADA, "2. Lamps burn on both shores."),
        whole("ins", ADA, "3. Pilots watch them."),
        line("4. Boats rest."),
        whole("del", BEN, "5. Fog is common here."),
        whole("del", BEN, "6. Nobody counts it."),
        line("7. The water is cold."),
    ];
    assert_eq!(
        adopted(&body),
        [
            "1 (Ada FOG) In the draft resolution, after paragraph 1, insert the following paragraphs: / “Lamps burn on both shores. / Pilots watch them.”",
            "2 (Ben REED) In the draft resolution, delete paragraphs 5 and 6.",
        ]
    );
}

#[test]
fn a_paragraph_moved() {
    let body = [
        line("1. The lake is wide."),
        whole("moveFrom", ADA, "2. Fog is common in the old harbour."),
        line("3. Boats rest by night."),
        whole("moveTo", ADA, "2. Fog is common in the old harbour."),
        line("4. The water is cold."),
    ];
    assert_eq!(
        adopted(&body),
        [
            "1 (Ada FOG) In the draft resolution, delete paragraph 2.",
            "2 (Ada FOG) In the draft resolution, after paragraph 3, insert the following paragraph: / “Fog is common in the old harbour.”",
        ]
    );
}

#[test]
fn two_paragraphs_made_one() {
    let mark = format!(r#"<w:pPr><w:rPr><w:del w:id="1" w:author="{ADA}"/></w:rPr></w:pPr>"#);
    let first = p(&(mark + &r("1. The lake is wide.")));
    let second = p(&(by("del", ADA, "2.") + &r(" Boats rest.")));
    let body = [first, second, line("3. The water is cold.")];
    assert_eq!(
        adopted(&body),
        [
            "1 (Ada FOG) In the draft resolution, at the end of paragraph 1, insert the following sentence: / “Boats rest.”",
            "2 (Ada FOG) In the draft resolution, delete paragraph 2.",
        ]
    );
}

#[test]
fn french_is_worded_in_french() {
    let read = read(
        "projet.docx",
        &docx(
            &(line("Projet de résolution")
                + &p(&(r("1. Le lac est ")
                    + &by("del", ADA, "large")
                    + &by("ins", ADA, "profond")
                    + &r(".")))),
            "",
        ),
        Kind::Docx,
    );
    assert_eq!(
        tabled(&read.expect("it is read")),
        [
            "1 (Ada FOG) Dans le projet de résolution, paragraphe 1, remplacer le mot «large» par le mot suivant: / «profond»",
        ]
    );
}

#[test]
fn what_no_wording_reaches_is_said_and_the_draft_is_read() {
    let body = [
        line("1. The Assembly:"),
        line("1.1. counts boats;"),
        line("1.2. lights lamps,"),
        p(&(r("without ") + &by("ins", ADA, "any ") + &r("delay."))),
        p(&(r("2. Fog ") + &by("ins", ADA, "often ") + &r("comes."))),
    ];
    let read = opened(&body);
    let codes: Vec<_> = read.findings.iter().map(engine::read::Finding::code).collect();
    assert!(codes.contains(&"changes-out-of-reach"), "{codes:?}");
    assert_eq!(read.dossier.amendments.len(), 1, "{:?}", tabled(&read));
}
