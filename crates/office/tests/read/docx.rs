//! Drafts in DOCX: what becomes of each construct.

use super::packed::{self, docx, line, p, r};
use super::shown::{codes, drawn};
use hemicycle_office::read::{Kind, Read, read};

fn opened(bytes: &[u8]) -> Read {
    read("draft.docx", bytes, Kind::Docx).expect("it is read")
}

const LISTS: &str = r#"<w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:pPr><w:ind w:left="360"/></w:pPr></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2."/><w:pPr><w:ind w:left="720"/></w:pPr></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%3)"/><w:pPr><w:ind w:left="1080"/></w:pPr></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>"#;

fn item(list: u8, level: u8, text: &str) -> String {
    let place = format!(r#"<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr>"#);
    p(&format!("<w:pPr>{place}</w:pPr>{}", r(text)))
}

const HEAD: [&str; 5] = [
    "Doc. 120",
    "30 September 2025",
    "Safe harbours",
    "A. Draft resolution",
    "Lamps of the harbours",
];

fn head() -> String {
    HEAD.iter().map(|text| line(text)).collect()
}

#[test]
fn typed_numbers_of_several_levels() {
    let body = [
        "1.\tThe lake is wide.",
        "2. The Assembly:",
        "2.1\tcounts boats;",
        "2.2. lights lamps:",
        "2.2.1.\tred ones;",
        "2.2.2.\tgreen ones.",
        "3) Fog is common.",
    ];
    let body: String = body.iter().map(|text| line(text)).collect();
    let read = opened(&docx(&(head() + &body), ""));
    assert_eq!(read.dossier.reference.as_deref(), Some("Doc. 120"));
    assert_eq!(read.dossier.versions[0].date.as_deref(), Some("30 September 2025"));
    assert_eq!(read.dossier.versions[0].title.as_deref(), Some("Safe harbours"));
    let expected = "A Resolution Draft resolution\ntitle Lamps of the harbours\n  1: The lake is wide.\n  \
                    2: The Assembly:\n    2.1: counts boats;\n    2.2: lights lamps:\n      2.2.1: red ones;\n      \
                    2.2.2: green ones.\n  3: Fog is common.";
    assert_eq!(drawn(&read), expected);
}

#[test]
fn automatic_numbers_go_on_start_again_and_are_cited_whole() {
    let body = [
        item(1, 0, "The lake is wide."),
        item(1, 1, "It is cold;"),
        item(1, 2, "red lamps;"),
        item(1, 2, "green lamps."),
        item(1, 1, "It is deep."),
        item(1, 0, "Boats rest."),
        item(1, 1, "By night."),
        item(2, 0, "Fog comes."),
    ];
    let read = opened(&docx(&(head() + &body.concat()), LISTS));
    let expected = "A Resolution Draft resolution\ntitle Lamps of the harbours\n  1: The lake is wide.\n    \
                    1.1: It is cold;\n      1.1.a: red lamps;\n      1.1.b: green lamps.\n    1.2: It is deep.\n  \
                    2: Boats rest.\n    2.1: By night.\n  9: Fog comes.";
    assert_eq!(drawn(&read), expected);
    assert!(codes(&read).contains(&"office-number-composed"));
}

#[test]
fn text_goes_on_in_the_paragraph_that_it_is_indented_like() {
    let further = |left: u16, text: &str| {
        p(&format!(r#"<w:pPr><w:ind w:left="{left}"/></w:pPr>{}"#, r(text)))
    };
    let body = [
        item(1, 0, "The Assembly:"),
        item(1, 1, "counts boats"),
        further(720, "and lamps;"),
        item(3, 0, "all of them;"),
        further(360, "without delay."),
    ];
    let read = opened(&docx(&(head() + &body.concat()), LISTS));
    let expected = "A Resolution Draft resolution\ntitle Lamps of the harbours\n  1: The Assembly:\n    \
                    1.1: counts boats\n      and lamps;\n    all of them;\n    without delay.";
    assert_eq!(drawn(&read), expected);
    assert!(codes(&read).contains(&"office-bullets"));
}

#[test]
fn marks_notes_fields_and_what_stands_in_other_elements() {
    let runs = [
        r("1. The "),
        r#"<w:r><w:rPr><w:i/></w:rPr><w:t>pilots</w:t></w:r>"#.into(),
        r(" of the 20"),
        r#"<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>th</w:t></w:r>"#.into(),
        r(" harbour"),
        r#"<w:r><w:footnoteReference w:id="2"/></w:r>"#.into(),
        r(" see 10^3 "),
        r#"<w:hyperlink><w:r><w:t>lamps</w:t></w:r></w:hyperlink>"#.into(),
        r#"<w:sdt><w:sdtContent><w:r><w:t>, red</w:t></w:r></w:sdtContent></w:sdt>"#.into(),
        r#"<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>"#.into(),
        r#"<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>7</w:t></w:r>"#.into(),
        r#"<w:r><w:fldChar w:fldCharType="end"/></w:r>"#.into(),
        r#"<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>"#.into(),
        r#"<w:r><w:t>, a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:br/><w:t>c.</w:t></w:r>"#.into(),
        r#"<w:commentRangeStart w:id="1"/>"#.into(),
    ];
    let read = opened(&docx(&(head() + &p(&runs.concat())), ""));
    let expected = "A Resolution Draft resolution\ntitle Lamps of the harbours\n  1: The *pilots* of the 20^th^ \
                    harbour[1] see 10^3 lamps, red7, a\u{2011}b c.";
    assert_eq!(drawn(&read), expected);
    let codes = codes(&read);
    assert!(
        codes.contains(&"office-hidden-text") && codes.contains(&"office-comments"),
        "{codes:?}"
    );
}

#[test]
fn small_letters_and_labels_do_not_join_or_part_what_paragraphs_part() {
    let body = ["1. The Assembly", "counts boats", "Explanatory note: boats", "2. Fog."];
    let body: String = body.iter().map(|text| line(text)).collect();
    let read = opened(&docx(&(head() + &body), ""));
    let expected = "A Resolution Draft resolution\ntitle Lamps of the harbours\n  1: The Assembly\n    \
                    counts boats\n    Explanatory note: boats\n  2: Fog.";
    assert_eq!(drawn(&read), expected);
}

#[test]
fn tables_are_kept_and_frames_are_read() {
    let cell = |text: &str| format!("<w:tc>{}</w:tc>", line(text));
    let row = |one: &str, two: &str| format!("<w:tr>{}{}</w:tr>", cell(one), cell(two));
    let table = format!("<w:tbl>{}{}</w:tbl>", row("lake", "depth"), row("North", "12"));
    let frame = format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", cell("2. Fog comes."));
    let body = head() + &line("1. Depths:") + &table + &frame;
    let read = opened(&docx(&body, ""));
    let expected = "A Resolution Draft resolution\ntitle Lamps of the harbours\n  1: Depths:\n    \
                    # lake\tdepth / North\t12\n  2: Fog comes.";
    assert_eq!(drawn(&read), expected);
    assert!(codes(&read).contains(&"office-tables"));
}

#[test]
fn a_compendium_in_a_table_is_read_cell_by_cell() {
    let cell = |texts: &[&str]| {
        let lines: String = texts.iter().map(|text| line(text)).collect();
        format!("<w:tc>{lines}</w:tc>")
    };
    let left = cell(&["1. The lake is wide.", "2. Boats rest."]);
    let right = cell(&[
        "Amendment 1",
        "Tabled by Ms Ada FOG",
        "In the draft resolution, paragraph 1, replace the word \"wide\" with the following word: \"deep\"",
    ]);
    let table = format!("<w:tbl><w:tr>{left}{right}</w:tr></w:tbl>");
    let read = opened(&docx(&(head() + &table), ""));
    assert_eq!(read.dossier.amendments.len(), 1);
    let opened = engine::open::dossier(read.dossier);
    assert!(opened.state.worked[0][0].placed.is_some(), "{:?}", opened.state.findings);
}

#[test]
fn french_is_known_by_its_words_and_by_its_mark() {
    let body = [line("Projet de résolution"), line("1. Le lac est large.")].concat();
    assert_eq!(opened(&docx(&body, "")).dossier.versions[0].lang.tag(), "fr");
    let run = r#"<w:r><w:rPr><w:lang w:val="fr-FR"/></w:rPr><w:t>1. Bateaux.</w:t></w:r>"#;
    assert_eq!(opened(&docx(&p(run), "")).dossier.versions[0].lang.tag(), "fr");
}

fn refused(bytes: &[u8]) -> String {
    read("draft.docx", bytes, Kind::Docx).expect_err("it is refused").to_string()
}

#[test]
fn what_is_no_docx_says_what_it_is() {
    assert!(refused(b"").contains("empty"));
    assert!(refused(b"%PDF-1.7 ...").contains("a PDF"));
    assert!(refused(b"PK\x03\x04 cut").contains("damaged"));
    assert!(refused(&[0xd0, 0xcf, 0x11, 0xe0, 0, 0]).contains("encrypted"));
    let odt = packed::zip(&[
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", "<a/>"),
    ]);
    assert!(refused(&odt).contains("ODT"));
    assert!(
        refused(&packed::zip(&[("other.xml", "<a/>")])).contains("word/document.xml is missing")
    );
}

#[test]
fn entities_and_deep_nesting_are_refused() {
    let document = |body: &str, before: &str| {
        let text =
            format!("{before}<w:document {}><w:body>{body}</w:body></w:document>", packed::W);
        packed::zip(&[("word/document.xml", &text)])
    };
    let bomb = r#"<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>"#;
    assert!(refused(&document(&line("1. &b;"), bomb)).contains("DTD"));
    let outside = r#"<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/hostname">]>"#;
    assert!(refused(&document(&line("1. &a;"), outside)).contains("DTD"));
    let deep = format!("{}{}", "<w:sdt>".repeat(10_000), "</w:sdt>".repeat(10_000));
    assert!(refused(&document(&deep, "")).contains("stand in one another"));
}

#[test]
fn a_part_that_unpacks_to_more_than_it_may_is_refused() {
    let body = " ".repeat(65 << 20);
    let text = format!("<w:document {}>{body}</w:document>", packed::W);
    assert!(refused(&packed::zip(&[("word/document.xml", &text)])).contains("larger than 64 MiB"));
}

#[test]
fn what_lies_beside_the_text_is_never_unpacked_or_followed() {
    let outside = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="a" Type="x/officeDocument" TargetMode="External" Target="http://127.0.0.1:9/evil.xml"/></Relationships>"#;
    let text =
        format!("<w:document {}><w:body>{}</w:body></w:document>", packed::W, line("1. The lake."));
    let parts =
        [("_rels/.rels", outside), ("word/document.xml", text.as_str()), ("../../evil", "x")];
    assert!(drawn(&opened(&packed::zip(&parts))).contains("1: The lake."));
}

#[test]
fn two_parts_of_one_name_are_refused() {
    let text =
        format!("<w:document {}><w:body>{}</w:body></w:document>", packed::W, line("1. The lake."));
    let bytes = packed::zip(&[("word/document.xml", &text), ("word/documenT.xml", &text)]);
    let twin: Vec<u8> = String::from_utf8_lossy(b"word/documenT.xml").bytes().collect();
    let mut bytes = bytes;
    while let Some(at) = bytes.windows(twin.len()).position(|part| part == twin) {
        bytes[at..at + twin.len()].copy_from_slice(b"word/document.xml");
    }
    assert!(refused(&bytes).contains("word/document.xml"));
}

#[test]
fn a_draft_with_tracked_changes_is_read_without_them_and_says_so() {
    let change = |name: &str, text: &str, tag: &str| {
        format!(
            r#"<w:{name} w:id="1" w:author="Ada FOG"><w:r><w:{tag}>{text}</w:{tag}></w:r></w:{name}>"#
        )
    };
    let runs = r("1. The lake is ")
        + &change("del", "wide", "delText")
        + &change("ins", "deep", "t")
        + &r(".");
    let read = opened(&docx(&(head() + &p(&runs)), ""));
    assert!(drawn(&read).ends_with("1: The lake is wide."), "{}", drawn(&read));
    assert!(codes(&read).contains(&"office-changes-tabled"), "{:?}", codes(&read));
    assert!(read.accepted.is_some_and(|draft| format!("{draft:?}").contains("The lake is deep.")));
}

const PAGE: &str = r#"<html lang="en-GB"><body><p>Doc. 120</p><p>A. Draft resolution</p><ol>
<li>The lake is <i>wide</i>.</li><li>The Assembly:<ol type="a"><li>counts boats;</li><li>lights lamps.</li></ol></li>
<li>Fog comes.</li></ol><table border=1><tr><td>lake</td><td>depth</td></tr><tr><td>North</td><td>12</td></tr></table>
</body></html>"#;

#[test]
fn a_document_that_libreoffice_wrote() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("page.html"), PAGE).expect("written");
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.path().display());
    let done = std::process::Command::new("soffice")
        .args([&profile, "--headless", "--infilter=HTML (StarWriter)"])
        .args(["--convert-to", "docx:Office Open XML Text", "page.html"])
        .current_dir(folder.path())
        .output();
    let Ok(done) = done else { return println!("skipped: soffice is not there") };
    let bytes = std::fs::read(folder.path().join("page.docx"));
    let bytes = bytes.unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&done.stderr)));
    let expected = "A Resolution Draft resolution\n  1: The lake is *wide*.\n  2: The Assembly:\n    \
                    2.a: counts boats;\n    2.b: lights lamps.\n  3: Fog comes.\n    \
                    # lake\tdepth / North\t12";
    assert_eq!(drawn(&opened(&bytes)), expected);
}

#[test]
fn many_fields_and_signs_take_no_more_time_than_as_many_letters() {
    let begin = r#"<w:fldChar w:fldCharType="begin"/>"#.repeat(50_000);
    let signs = r#"<w:sym w:font="Wingdings" w:char="F0FC"/>"#.repeat(50_000);
    let body = line("1. The lake.") + &p(&format!("<w:r>{signs}{begin}</w:r>"));
    let started = std::time::Instant::now();
    let read = opened(&docx(&(head() + &body), ""));
    assert!(codes(&read).contains(&"office-symbols"));
    assert!(started.elapsed().as_secs() < 20, "{:?}", started.elapsed());
}
