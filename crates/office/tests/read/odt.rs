//! Drafts in ODT: what becomes of each construct.

use super::packed::{self, ODT, odt, paragraphs, zip};
use super::shown::{codes, drawn};
use hemicycle_office::read::{Kind, Read, read};

fn opened(bytes: &[u8]) -> Read {
    read("draft.odt", bytes, Kind::Odt).expect("it is read")
}

const HEAD: [&str; 5] = [
    "Doc. 120",
    "30 September 2025",
    "\n  Safe\n  harbours",
    "A. Draft resolution",
    "Lamps of the harbours",
];

/// What a draft with this head is drawn as before its paragraphs.
const DRAWN: &str = "A Resolution Draft resolution\ntitle Lamps of the harbours\n";

fn draft(styles: &str, text: &str) -> Read {
    opened(&odt(styles, &(paragraphs(&HEAD) + text)))
}

fn style(name: &str, family: &str, more: &str, properties: &str) -> String {
    format!(
        r#"<style:style style:name="{name}" style:family="{family}" {more}>{properties}</style:style>"#
    )
}

fn letters(look: &str) -> String {
    format!("<style:text-properties {look}/>")
}

#[test]
fn typed_numbers_of_several_levels() {
    let text = paragraphs(&[
        "1.<text:tab/>The lake is wide.",
        "2. The Assembly:",
        "2.1<text:tab/>counts boats;",
        "2.2. lights lamps:",
        "2.2.1.<text:tab/>red ones;",
        "2.2.2.<text:s text:c=\"3\"/>green ones.",
        "3) Fog is common.",
    ]);
    let read = draft("", &text);
    assert_eq!(read.dossier.reference.as_deref(), Some("Doc. 120"));
    assert_eq!(read.dossier.versions[0].date.as_deref(), Some("30 September 2025"));
    assert_eq!(read.dossier.versions[0].title.as_deref(), Some("Safe harbours"));
    let expected = "  1: The lake is wide.\n  2: The Assembly:\n    2.1: counts boats;\n    2.2: lights lamps:\n      \
                    2.2.1: red ones;\n      2.2.2: green ones.\n  3: Fog is common.";
    assert_eq!(drawn(&read), DRAWN.to_owned() + expected);
}

#[test]
fn italics_come_from_spans_and_paragraphs_and_what_they_are_based_on() {
    let common = packed::common(
        &[
            style("Ship", "text", "", &letters(r#"fo:font-style="italic""#)),
            style("Motto", "paragraph", "", &letters(r#"fo:font-style="oblique""#)),
        ]
        .concat(),
    );
    let automatic = [
        style(
            "T1",
            "text",
            r#"style:parent-style-name="Ship""#,
            &letters(r#"fo:font-weight="bold""#),
        ),
        style("T2", "text", "", &letters(r#"fo:font-style="normal""#)),
        style("T3", "text", "", &letters(r#"style:text-position="super 58%""#)),
        style("P1", "paragraph", r#"style:parent-style-name="Motto""#, ""),
    ]
    .concat();
    let text = paragraphs(&HEAD)
        + r#"<text:p>1. The <text:span text:style-name="T1">Heron</text:span> of the 20<text:span
             text:style-name="T3">th</text:span> harbour.</text:p>
             <text:p text:style-name="P1">2. All <text:span text:style-name="T2">but</text:span> this.</text:p>"#;
    let content = packed::content(&automatic, &text);
    let read =
        opened(&zip(&[("mimetype", ODT), ("content.xml", &content), ("styles.xml", &common)]));
    let expected = "  1: The *Heron* of the 20^th^ harbour.\n  2: *All *but* this.*";
    assert_eq!(drawn(&read), DRAWN.to_owned() + expected);
}

#[test]
fn notes_fields_and_what_stands_in_other_elements() {
    let hidden = style("T1", "text", "", &letters(r#"text:display="none""#));
    let text = [
        "1. The <text:bookmark-start text:name=\"a\"/>pilots<text:bookmark-end text:name=\"a\"/>",
        "<text:note text:note-class=\"footnote\"><text:note-citation>1</text:note-citation>",
        "<text:note-body><text:p>See <text:span>Doc. 7</text:span>.</text:p></text:note-body></text:note>",
        " see 10^3<office:annotation><dc:creator>Ada</dc:creator><text:p>Why?</text:p></office:annotation>\n  ",
        "<text:a xlink:href=\"http://127.0.0.1:9/\">lamps</text:a><office:annotation-end/>, ",
        "<text:page-number>7</text:page-number><text:soft-page-break/> ",
        "<text:span text:style-name=\"T1\">secret</text:span>, un\u{ad}seen a\u{2011}b<text:line-break/>c",
        "<text:hidden-text text:is-hidden=\"true\">gone</text:hidden-text>",
        "<draw:frame><draw:text-box><text:p>beside</text:p></draw:text-box></draw:frame>",
        "<draw:frame><draw:image xlink:href=\"http://127.0.0.1:9/a.png\"/></draw:frame>",
        "<text:ruby><text:ruby-base>d</text:ruby-base><text:ruby-text>x</text:ruby-text></text:ruby>.",
    ];
    let read = draft(&hidden, &paragraphs(&[&text.concat()]));
    let expected = "  1: The pilots[1] see 10^3 lamps, 7 , unseen a\u{2011}b cd.";
    assert_eq!(drawn(&read), DRAWN.to_owned() + expected);
    let codes = codes(&read);
    for code in ["note-texts", "comments", "hidden-text", "text-boxes", "pictures"] {
        assert!(codes.contains(&format!("office-{code}").as_str()), "{code}: {codes:?}");
    }
}

#[test]
fn text_goes_on_in_the_paragraph_that_it_is_indented_like() {
    let indented = |name: &str, left: &str| {
        let left = format!(r#"<style:paragraph-properties fo:margin-left="{left}"/>"#);
        style(name, "paragraph", "", &left)
    };
    let styles = indented("P1", "0.25in") + &indented("P2", "1.27cm");
    let text = r#"<text:p text:style-name="P1">1. The Assembly:</text:p>
        <text:p text:style-name="P2">1.1. counts boats</text:p><text:p text:style-name="P2">and lamps;</text:p>
        <text:p text:style-name="P1">without delay.</text:p>"#;
    let expected =
        "  1: The Assembly:\n    1.1: counts boats\n      and lamps;\n    without delay.";
    assert_eq!(drawn(&draft(&styles, text)), DRAWN.to_owned() + expected);
}

#[test]
fn sections_are_read_indexes_and_hidden_sections_are_not() {
    let text = r#"<text:section text:name="a"><text:p>1. The lake is wide.</text:p></text:section>
        <text:table-of-content><text:index-body><text:p>1. The lake</text:p></text:index-body></text:table-of-content>
        <text:alphabetical-index><text:index-body><text:p>2. Lamps</text:p></text:index-body></text:alphabetical-index>
        <text:section text:display="none"><text:p>2. Secret.</text:p></text:section>
        <text:p>3. <text:hidden-paragraph text:is-hidden="true"/>Secret, too.</text:p><text:p>4. Fog comes.</text:p>"#;
    let read = draft("", text);
    assert_eq!(drawn(&read), DRAWN.to_owned() + "  1: The lake is wide.\n  4: Fog comes.");
    assert!(codes(&read).contains(&"office-hidden-text"));
}

fn cell(texts: &[&str]) -> String {
    format!("<table:table-cell>{}</table:table-cell>", paragraphs(texts))
}

#[test]
fn tables_are_kept_and_frames_are_read() {
    let row = |cells: String| format!("<table:table-row>{cells}</table:table-row>");
    let heads = format!(
        "<table:table-header-rows>{}</table:table-header-rows>",
        row(cell(&["lake"]) + &cell(&["depth"]))
    );
    let table = heads + &row(cell(&["North", "Mere"]) + &cell(&["12"]));
    let frame = row(cell(&["2. Fog comes."]));
    let [table, frame] = [table, frame].map(|rows| format!("<table:table>{rows}</table:table>"));
    let read = draft("", &(paragraphs(&["1. Depths:"]) + &table + &frame));
    let expected = "  1: Depths:\n    # lake\tdepth / North Mere\t12\n  2: Fog comes.";
    assert_eq!(drawn(&read), DRAWN.to_owned() + expected);
    assert!(codes(&read).contains(&"office-tables"));
}

#[test]
fn a_compendium_in_a_table_is_read_cell_by_cell() {
    let left =
        cell(&["1. The lake is wide.", "\n        It\n        is deep.\n      ", "2. Boats rest."]);
    let right = cell(&[
        "Amendment 1",
        "Tabled by Ms Ada FOG",
        "In the draft resolution, paragraph 1, replace the word \"wide\" with the following word: \"deep\"",
    ]);
    let below = format!(
        "<table:covered-table-cell/>{}",
        cell(&[
            "Amendment 2",
            "Tabled by Mr Ben REED",
            "In the draft resolution, delete paragraph 2."
        ])
    );
    let rows =
        [left + &right, below].map(|row| format!("<table:table-row>{row}</table:table-row>"));
    let read = draft("", &format!("<table:table>{}</table:table>", rows.concat()));
    assert_eq!(read.dossier.amendments.len(), 2);
    let expected = "  1: The lake is wide.\n    It is deep.\n  2: Boats rest.";
    assert!(drawn(&read).ends_with(expected), "{}", drawn(&read));
    let opened = engine::open::dossier(read.dossier);
    assert!(opened.state.worked.iter().all(|worked| worked[0].placed.is_some()));
}

#[test]
fn french_is_known_by_its_words_and_by_its_mark() {
    let lang = |read: Read| read.dossier.versions[0].lang.tag();
    let text = paragraphs(&["Projet de résolution", "1. Le lac est large."]);
    assert_eq!(lang(opened(&odt("", &text))), "fr");
    let marked = style("T1", "text", "", &letters(r#"fo:language="fr" fo:country="FR""#));
    let text = paragraphs(&[r#"<text:span text:style-name="T1">1. Bateaux.</text:span>"#]);
    assert_eq!(lang(opened(&odt(&marked, &text))), "fr");
    let usual = letters(r#"fo:language="fr" fo:country="CH""#);
    let usual =
        format!(r#"<style:default-style style:family="paragraph">{usual}</style:default-style>"#);
    let content = packed::content("", &paragraphs(&["1. Bateaux."]));
    let parts = [("content.xml", content.as_str()), ("styles.xml", &packed::common(&usual))];
    assert_eq!(lang(opened(&zip(&parts))), "fr");
}

fn refused(bytes: &[u8]) -> String {
    read("draft.odt", bytes, Kind::Odt).expect_err("it is refused").to_string()
}

#[test]
fn what_is_no_odt_says_what_it_is() {
    assert!(refused(b"").contains("empty"));
    assert!(refused(b"%PDF-1.7 ...").contains("a PDF"));
    assert!(refused(b"PK\x03\x04 cut").contains("damaged"));
    assert!(refused(&packed::docx("", "")).contains("DOCX"));
    assert!(refused(&zip(&[("mimetype", ODT)])).contains("content.xml is missing"));
    let typed =
        |end: &str| refused(&zip(&[("mimetype", &format!("{ODT}{end}")), ("content.xml", "<a/>")]));
    assert!(typed("-template").contains("a template") && typed("-template").contains(".odt"));
    assert!(typed("-master").contains("a master document"));
    let sheet = ODT.replace("text", "spreadsheet");
    assert!(refused(&zip(&[("mimetype", &sheet)])).contains("a spreadsheet"));
    assert!(refused(&zip(&[("mimetype", ODT), ("content.xml", "<a/>")])).contains("holds no text"));
    let flat = packed::content("", "").replace("office:document-content", "office:document");
    assert!(refused(flat.as_bytes()).contains(".fodt"));
}

#[test]
fn encrypted_files_say_so() {
    let manifest = r#"<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
        <m:file-entry m:full-path="content.xml" m:media-type="text/xml" m:size="9"><m:encryption-data/></m:file-entry></m:manifest>"#;
    let parts = [
        ("mimetype", ODT),
        ("content.xml", "\u{1}\u{2}\u{3}"),
        ("META-INF/manifest.xml", manifest),
    ];
    assert!(refused(&zip(&parts)).contains("without a password"));
}

#[test]
fn entities_and_deep_nesting_are_refused() {
    let document = |before: &str, text: &str| {
        zip(&[
            ("mimetype", ODT),
            ("content.xml", &(before.to_owned() + &packed::content("", text))),
        ])
    };
    let bomb = r#"<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>"#;
    assert!(refused(&document(bomb, &paragraphs(&["1. &b;"]))).contains("DTD"));
    let outside = r#"<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/hostname">]>"#;
    assert!(refused(&document(outside, &paragraphs(&["1. &a;"]))).contains("DTD"));
    let deep = format!("{}{}", "<text:section>".repeat(10_000), "</text:section>".repeat(10_000));
    assert!(refused(&document("", &deep)).contains("stand in one another"));
    let spaces = " ".repeat(65 << 20);
    assert!(refused(&document("", &spaces)).contains("larger than 64 MiB"));
}

#[test]
fn much_of_what_costs_little_to_write_takes_no_more_time_than_as_many_letters() {
    let signs = "\u{f0fc}".repeat(500_000);
    let spaces = r#"<text:s text:c="4294967295"/>"#.repeat(20_000);
    let spans = "<text:span>a</text:span>".repeat(50_000);
    let started = std::time::Instant::now();
    let read = draft("", &paragraphs(&["1. The lake.", &(signs + &spaces + &spans)]));
    assert!(codes(&read).contains(&"office-symbols"));
    assert!(started.elapsed().as_secs() < 20, "{:?}", started.elapsed());
}
