//! Tracked changes of a draft in ODT as amendments: `NUMBER (TABLERS) WORDING`, a line each.

use super::packed::{odt, paragraphs};
use super::shown::{codes, drawn, tabled};
use hemicycle_office::read::{Kind, Read, read};

const ADA: &str = "Ada FOG";
const BEN: &str = "Ben REED";

/// A region of something put in.
fn insertion(id: &str, author: &str) -> String {
    region(id, &format!("<text:insertion>{}</text:insertion>", info(author)))
}

/// A region of something taken out.
fn deletion(id: &str, author: &str, what: &str) -> String {
    region(id, &format!("<text:deletion>{}{what}</text:deletion>", info(author)))
}

fn info(author: &str) -> String {
    format!("<office:change-info><dc:creator>{author}</dc:creator></office:change-info>")
}

fn region(id: &str, what: &str) -> String {
    format!(r#"<text:changed-region xml:id="{id}" text:id="{id}">{what}</text:changed-region>"#)
}

/// `{+a}` and `{-a}` begin and end an insertion, `{a}` is the place of a deletion.
fn marked(text: &str) -> String {
    let mut marked = String::new();
    for piece in text.split('{') {
        let Some((id, rest)) = piece.split_once('}') else {
            marked.push_str(piece);
            continue;
        };
        let (kind, id) = match id.split_at(1) {
            ("+", id) => ("change-start", id),
            ("-", id) => ("change-end", id),
            _ => ("change", id),
        };
        marked.push_str(&format!(r#"<text:{kind} text:change-id="{id}"/>{rest}"#));
    }
    marked
}

const LIST: &str = r#"<text:list-style style:name="L1">
<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
<text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix="." text:display-levels="2"/></text:list-style>
<text:list-style style:name="L2">
<text:list-level-style-number text:level="1" style:num-format="1"/>
<text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix=")" text:display-levels="2"/></text:list-style>"#;

fn opened(regions: &[String], text: &str) -> Read {
    let changes = format!("<text:tracked-changes>{}</text:tracked-changes>", regions.concat());
    let head = paragraphs(&["Doc. 120", "Safe harbours", "A. Draft resolution"]);
    let bytes = odt(LIST, &(changes + &head + &marked(text)));
    read("draft.odt", &bytes, Kind::Odt).expect("it is read")
}

/// The amendments, which must give the text with all changes accepted.
fn adopted(regions: &[String], texts: &[&str]) -> Vec<String> {
    super::shown::adopted(opened(regions, &paragraphs(texts)))
}

#[test]
fn words_put_in_and_taken_out_by_two_authors() {
    let regions = [
        deletion("a", ADA, "<text:p>wide</text:p>"),
        insertion("b", ADA),
        insertion("c", BEN),
        insertion("d", BEN),
        deletion("e", ADA, "<text:p>old<text:s/></text:p>"),
    ];
    let texts = [
        "1. The lake is {a}{+b}deep{-b} and cold.",
        "2. Boats rest{+c} by night{-c}.",
        "3. Fog {+d}often {-d}comes over the {e}lake.",
    ];
    assert_eq!(
        adopted(&regions, &texts),
        [
            "1 (Ada FOG) In the draft resolution, paragraph 1, replace the word “wide” with the following word: / “deep”",
            "2 (Ben REED) In the draft resolution, at the end of paragraph 2, insert the following words: / “by night”",
            "3 (Ada FOG, Ben REED) In the draft resolution, paragraph 3, replace the words “comes over the old” with the following words: / “often comes over the”",
        ]
    );
}

#[test]
fn a_deletion_at_either_end_of_an_insertion_is_no_part_of_it() {
    let regions = [deletion("a", ADA, "<text:p>wide</text:p>"), insertion("b", ADA)];
    let wording = "1 (Ada FOG) In the draft resolution, paragraph 1, replace the word “wide” with the following word: / “deep”";
    for text in ["1. The lake is {+b}{a}deep{-b}.", "1. The lake is {+b}deep{a}{-b}."] {
        assert_eq!(adopted(&regions, &[text]), [wording], "{text}");
    }
}

#[test]
fn what_was_deleted_from_an_insertion_is_in_neither_text() {
    let both = format!(
        "<text:deletion>{}<text:p>very </text:p></text:deletion><text:insertion>{}</text:insertion>",
        info(BEN),
        info(ADA)
    );
    let said = [insertion("b", ADA), region("a", &both)];
    let nested = [insertion("b", ADA), deletion("a", BEN, "<text:p>very </text:p>")];
    for regions in [said, nested] {
        let text = paragraphs(&["1. The lake is wide{+b} and {a}deep{-b}."]);
        let read = opened(&regions, &text);
        assert!(codes(&read).contains(&"office-came-and-went"), "{:?}", codes(&read));
        assert!(drawn(&read).ends_with("1: The lake is wide."), "{}", drawn(&read));
        let wordings = super::shown::adopted(read);
        assert!(wordings[0].ends_with("“and deep”"), "{wordings:?}");
    }
}

#[test]
fn whole_paragraphs_put_in_and_taken_out() {
    let regions = [
        insertion("a", ADA),
        deletion(
            "b",
            BEN,
            "<text:p>5. Fog is common here.</text:p><text:p>6. Nobody counts it.</text:p><text:p/>",
        ),
    ];
    let expected = [
        "1 (Ada FOG) In the draft resolution, after paragraph 1, insert the following paragraphs: / “Lamps burn on both shores. / Pilots watch them.”",
        "2 (Ben REED) In the draft resolution, delete paragraphs 5 and 6.",
    ];
    // From the beginning of the first to that of the one behind.
    let texts = [
        "1. The lake is wide.",
        "{+a}2. Lamps burn on both shores.",
        "3. Pilots watch them.",
        "{-a}4. Boats rest.",
        "{b}7. The water is cold.",
    ];
    assert_eq!(adopted(&regions, &texts), expected);
    // From the end of the one before to that of the last.
    let went =
        "<text:p/><text:p>5. Fog is common here.</text:p><text:p>6. Nobody counts it.</text:p>";
    let regions = [insertion("a", ADA), deletion("b", BEN, went)];
    let texts = [
        "1. The lake is wide.{+a}",
        "2. Lamps burn on both shores.",
        "3. Pilots watch them.{-a}",
        "4. Boats rest.{b}",
        "7. The water is cold.",
    ];
    assert_eq!(adopted(&regions, &texts), expected);
}

#[test]
fn marks_between_paragraphs() {
    let went = "<text:p>3. Fog is common here.</text:p>";
    let regions = [insertion("a", ADA), deletion("b", BEN, went)];
    let text = paragraphs(&["1. The lake is wide."])
        + "{+a}"
        + &paragraphs(&["2. Lamps burn."])
        + "{-a}{b}"
        + &paragraphs(&["4. Boats rest."]);
    assert_eq!(
        super::shown::adopted(opened(&regions, &text)),
        [
            "1 (Ben REED) In the draft resolution, delete paragraph 3.",
            "2 (Ada FOG) In the draft resolution, after paragraph 1, insert the following paragraph: / “Lamps burn.”",
        ]
    );
}

#[test]
fn two_paragraphs_made_one_and_one_made_two() {
    let regions = [deletion("a", ADA, "<text:p/><text:p>2. </text:p>")];
    assert_eq!(
        adopted(&regions, &["1. The lake is wide.{a} Boats rest.", "3. The water is cold."]),
        [
            "1 (Ada FOG) In the draft resolution, at the end of paragraph 1, insert the following sentence: / “Boats rest.”",
            "2 (Ada FOG) In the draft resolution, delete paragraph 2.",
        ]
    );
    let regions = [insertion("a", ADA)];
    let read = opened(&regions, &paragraphs(&["1. The lake is wide.{+a}", "2.{-a} Boats rest."]));
    assert!(drawn(&read).ends_with("\n  1: The lake is wide. Boats rest."), "{}", drawn(&read));
    let accepted = format!("{:?}", read.accepted);
    assert!(accepted.contains("\"The lake is wide.\"") && accepted.contains("\"Boats rest.\""));
}

/// Items as LibreOffice writes them: deleted ones stand in a list of their own in the region.
#[test]
fn items_of_automatic_lists_put_in_and_taken_out() {
    let item = |text: &str| format!("<text:list-item><text:p>{text}</text:p></text:list-item>");
    let list = |items: &str| {
        format!(
            r#"<text:list text:style-name="L1" text:continue-numbering="true">{items}</text:list>"#
        )
    };
    let below =
        |items: &str| format!("<text:list-item><text:list>{items}</text:list></text:list-item>");
    let regions = [
        deletion("a", BEN, &list(&(item("Fog is common here.") + &item("")))),
        insertion("b", ADA),
        deletion("c", BEN, &list(&below(&(item("reeds;") + &item(""))))),
    ];
    let items = [
        item("The lake is wide."),
        item("{a}Boats rest."),
        item("Lamps burn.{+b}"),
        item("Pilots watch them.{-b}"),
        format!(
            "<text:list-item><text:p>The Assembly counts:</text:p><text:list>{}</text:list></text:list-item>",
            item("boats;") + &item("{c}lamps;") + &item("pilots.")
        ),
    ];
    let read = opened(&regions, &list(&items.concat()));
    let expected = "A Resolution Draft resolution\ntitle Safe harbours\n  1: The lake is wide.\n  2: Fog is common here.\n  \
                    3: Boats rest.\n  4: Lamps burn.\n  5: The Assembly counts:\n    5.1: boats;\n    5.2: reeds;\n    \
                    5.3: lamps;\n    5.4: pilots.";
    assert_eq!(drawn(&read), expected);
    assert_eq!(
        super::shown::adopted(read),
        [
            "1 (Ben REED) In the draft resolution, delete paragraph 2.",
            "2 (Ada FOG) In the draft resolution, after paragraph 4, insert the following paragraph: / “Pilots watch them.”",
            "3 (Ben REED) In the draft resolution, delete paragraph 5.2.",
        ]
    );
}

/// The paragraph that remains has its own level, wherever the deleted one stood.
#[test]
fn an_item_taken_out_before_one_of_another_level() {
    let item = |text: &str| format!("<text:list-item><text:p>{text}</text:p></text:list-item>");
    let below = |text: &str| {
        format!("<text:list-item><text:list>{}</text:list></text:list-item>", item(text))
    };
    let list = |items: &str| format!(r#"<text:list text:style-name="L1">{items}</text:list>"#);
    let regions = [deletion("a", ADA, &list(&(below("reeds;") + &item(""))))];
    let items = item("The Assembly counts:") + &below("boats;") + &item("{a}Fog comes.");
    let read = opened(&regions, &list(&items));
    let expected = "  1: The Assembly counts:\n    1.1: boats;\n    1.2: reeds;\n  2: Fog comes.";
    assert!(drawn(&read).ends_with(expected), "{}", drawn(&read));
    let accepted = super::shown::draft(read.accepted.as_ref().expect("changes"));
    assert!(accepted.ends_with("    1.1: boats;\n  2: Fog comes."), "{accepted}");
}

/// A list in a list may have a style of its own, and is counted with the one it stands in all the same.
#[test]
fn an_item_taken_out_of_a_list_with_a_style_of_its_own() {
    let item = |text: &str| format!("<text:list-item><text:p>{text}</text:p></text:list-item>");
    let other = |items: &str| format!(r#"<text:list text:style-name="L2">{items}</text:list>"#);
    let nested =
        format!("<text:list-item>{}</text:list-item>", other(&(item("reeds;") + &item(""))));
    let regions = [deletion("a", ADA, &other(&nested))];
    let items = item("The lake.")
        + "<text:list-item><text:p>Counted:</text:p>"
        + &other(&(item("boats;") + &item("{a}lamps.")))
        + "</text:list-item>";
    let read = opened(&regions, &format!(r#"<text:list text:style-name="L1">{items}</text:list>"#));
    let expected = "  2: Counted:\n    2.1: boats;\n    2.2: reeds;\n    2.3: lamps.";
    assert!(drawn(&read).ends_with(expected), "{}", drawn(&read));
}

#[test]
fn changes_of_formatting_and_of_tables_are_said() {
    let format = region("a", &format!("<text:format-change>{}</text:format-change>", info(ADA)));
    let cell = |text: &str| format!("<table:table-cell><text:p>{text}</text:p></table:table-cell>");
    let table = format!(
        "<table:table><table:table-row>{}{}</table:table-row></table:table>",
        cell("North"),
        cell("12")
    );
    let regions = [format, insertion("b", ADA)];
    let text = paragraphs(&["1. The {+a}lake{-a} is wide:"])
        + "{+b}"
        + &table
        + "{-b}"
        + &paragraphs(&["2. Fog."]);
    let read = opened(&regions, &text);
    let codes = codes(&read);
    assert!(codes.contains(&"office-formatting-changes"), "{codes:?}");
    assert!(codes.contains(&"office-table-changes"), "{codes:?}");
    assert!(tabled(&read).is_empty(), "{:?}", tabled(&read));
}

#[test]
fn french_is_worded_in_french() {
    let regions = [deletion("a", ADA, "<text:p>large</text:p>"), insertion("b", ADA)];
    let changes = format!("<text:tracked-changes>{}</text:tracked-changes>", regions.concat());
    let text = marked(&paragraphs(&["Projet de résolution", "1. Le lac est {a}{+b}profond{-b}."]));
    let read = read("projet.odt", &odt("", &(changes + &text)), Kind::Odt).expect("it is read");
    assert_eq!(
        tabled(&read),
        [
            "1 (Ada FOG) Dans le projet de résolution, paragraphe 1, remplacer le mot «large» par le mot suivant: / «profond»",
        ]
    );
}

/// Regions that hold one another's marks, or their own, would never end, or end very late.
#[test]
fn a_region_is_put_back_once() {
    let own = deletion("a", ADA, &marked("<text:p>wide {a}{a}</text:p>"));
    let chain = (0..2_000).map(|at| {
        let next = at + 1;
        deletion(
            &format!("c{at}"),
            BEN,
            &marked(&format!("<text:p>x{{c{next}}}{{c{next}}}</text:p>")),
        )
    });
    let regions: Vec<String> = [own].into_iter().chain(chain).collect();
    let read = opened(&regions, &paragraphs(&["1. The lake is {a}deep.", "2. Fog {c0}comes."]));
    assert!(drawn(&read).contains("1: The lake is wide deep."), "{}", drawn(&read));
    assert!(drawn(&read).contains("2: Fog xxxcomes."), "{}", drawn(&read));
}

/// As deep as elements may stand in one another, in deleted words in deleted words.
#[test]
fn deep_regions_in_one_another_end() {
    let spans = |inside: &str| {
        format!(
            "<text:p>{}x{inside}{}</text:p>",
            "<text:span>".repeat(180),
            "</text:span>".repeat(180)
        )
    };
    let deep = (0..10)
        .map(|at| deletion(&format!("c{at}"), BEN, &marked(&spans(&format!("{{c{}}}", at + 1)))));
    let regions: Vec<String> = deep.collect();
    let read = opened(&regions, &marked(&spans("{c0}")));
    assert!(codes(&read).contains(&"office-came-and-went"));
}

/// Many marks cost no more than as many letters.
#[test]
fn many_changes_that_overlap() {
    let count = 20_000;
    let all = |with: &dyn Fn(usize) -> String| (0..count).map(with).collect::<String>();
    let mut regions: Vec<String> =
        (0..count).map(|at| insertion(&format!("i{at}"), &format!("{at}"))).collect();
    regions.extend((0..count).map(|at| deletion(&format!("d{at}"), ADA, "<text:p>x</text:p>")));
    let begins = all(&|at| format!("{{+i{at}}}y"));
    let ends = all(&|at| format!("{{-i{at}}}"));
    let deleted = all(&|at| format!("{{d{at}}}z"));
    let started = std::time::Instant::now();
    let text =
        paragraphs(&["1. The lake is wide.", &format!("2. Fog comes{begins}{ends}{deleted}.")]);
    let read = opened(&regions, &text);
    assert!(read.accepted.is_some());
    assert!(started.elapsed().as_secs() < 20, "{:?}", started.elapsed());
}

#[test]
fn marks_without_a_region_and_regions_without_a_mark_are_passed_over() {
    let regions = [deletion("a", ADA, "<text:p>wide</text:p>"), insertion("b", ADA)];
    let read = opened(&regions, &paragraphs(&["1. {-b}{+x}The{-x} lake{y} is deep.{+b}"]));
    assert!(drawn(&read).ends_with("1: The lake is deep."), "{}", drawn(&read));
}
