//! Lists of ODT: which number each paragraph has. What LibreOffice prints before each is the measure.

use super::packed::{self, ODT, odt, paragraphs, zip};
use super::shown::drawn;
use hemicycle_office::read::{Kind, read};

const STYLES: &str = r#"<text:list-style style:name="L1">
<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
<text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix="." text:display-levels="2"/>
<text:list-level-style-number text:level="3" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/>
<text:list-level-style-number text:level="4" style:num-format="i" style:num-suffix="."/></text:list-style>
<text:list-style style:name="L2">
<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix=")" text:start-value="3"/>
<text:list-level-style-number text:level="2" style:num-format="" style:num-suffix="-"/>
<text:list-level-style-number text:level="3" style:num-format="1" style:num-suffix="." text:display-levels="3"/></text:list-style>
<text:list-style style:name="L3">
<text:list-level-style-number text:level="1" loext:num-list-format="%1%." style:num-format="1"/>
<text:list-level-style-number text:level="2" loext:num-list-format="%1%.%2%." style:num-format="1" style:num-suffix=")"/></text:list-style>
<text:list-style style:name="L4"><text:list-level-style-bullet text:level="1" text:bullet-char="–"/></text:list-style>
<style:style style:name="P1" style:family="paragraph" style:list-style-name="L1"/>"#;

fn item(text: &str, below: &str) -> String {
    format!("<text:list-item><text:p>{text}</text:p>{below}</text:list-item>")
}

fn items(texts: &[&str]) -> String {
    texts.iter().map(|text| item(text, "")).collect()
}

fn list(more: &str, items: &str) -> String {
    format!("<text:list {more}>{items}</text:list>")
}

fn styled(style: &str, items: &str) -> String {
    list(&format!(r#"text:style-name="{style}""#), items)
}

/// The paragraphs of a draft with this text.
fn numbered(text: &str) -> Vec<String> {
    let text = paragraphs(&["A. Draft resolution"]) + text;
    let read = read("draft.odt", &odt(STYLES, &text), Kind::Odt).expect("it is read");
    drawn(&read).lines().skip(1).map(|line| line.trim_start().to_owned()).collect()
}

#[test]
fn levels_are_cited_whole_and_start_again() {
    let deep = list("", &(item("red;", &list("", &items(&["one."]))) + &items(&["green."])));
    let below = list("", &(item("cold;", &deep) + &items(&["deep."])));
    let text = styled(
        "L1",
        &(items(&["The lake."])
            + &item("Boats:", &below)
            + &item("Fog:", &list("", &items(&["thick."])))),
    );
    let expected = [
        "1: The lake.",
        "2: Boats:",
        "2.1: cold;",
        "2.1.a: red;",
        "2.1.a.i: one.",
        "2.1.b: green.",
        "2.2: deep.",
        "3: Fog:",
        "3.1: thick.",
    ];
    assert_eq!(numbered(&text), expected);
}

#[test]
fn only_the_first_paragraph_of_an_item_has_a_number() {
    let two = "<text:list-item><text:soft-page-break/><text:number>7.</text:number><text:p>Boats</text:p><text:p>and lamps.</text:p></text:list-item>";
    let header = "<text:list-header><text:p>Considering fog,</text:p></text:list-header>";
    let text = styled("L1", &(items(&["The lake."]) + two + header + &items(&["Rain."])));
    assert_eq!(
        numbered(&text),
        ["1: The lake.", "2: Boats", "and lamps.", "Considering fog,", "3: Rain."]
    );
}

#[test]
fn lists_go_on_where_they_say_so() {
    let between = paragraphs(&["between"]);
    let first = styled("L1", &items(&["one", "two"]));
    let on = list(r#"text:style-name="L1" text:continue-numbering="true""#, &items(&["three"]));
    assert_eq!(
        numbered(&(first.clone() + &between + &on)),
        ["1: one", "2: two", "between", "3: three"]
    );
    // Another list stands between: there is none of this style to go on from but by its name.
    let named = list(r#"text:style-name="L1" xml:id="a""#, &items(&["one", "two"]));
    let other = styled("L2", &items(&["x"]));
    let by_name = list(r#"text:style-name="L1" text:continue-list="a""#, &items(&["three"]));
    assert_eq!(numbered(&(named + &other + &by_name)), ["1: one", "2: two", "3: x", "3: three"]);
    // Without a word a list begins anew.
    let anew = numbered(
        &(first + &paragraphs(&["B. Draft recommendation"]) + &styled("L1", &items(&["one"]))),
    );
    assert_eq!(anew.last().map(String::as_str), Some("1: one"));
}

#[test]
fn a_list_that_goes_on_in_the_middle_of_a_level() {
    let first = styled("L1", &item("one", &list("", &items(&["cold"]))));
    let on = format!("<text:list-item>{}</text:list-item>", list("", &items(&["deep"])));
    let on =
        list(r#"text:style-name="L1" text:continue-numbering="true""#, &(on + &items(&["two"])));
    assert_eq!(numbered(&(first + &on)), ["1: one", "1.1: cold", "1.2: deep", "2: two"]);
}

#[test]
fn start_values_of_levels_and_of_items() {
    let nine = r#"<text:list-item text:start-value="9"><text:p>nine</text:p></text:list-item>"#;
    let five = nine.replace('9', "5").replace("nine", "five");
    let text = styled(
        "L1",
        &(nine.to_owned()
            + &item("ten", &list("", &(five + &items(&["six"]))))
            + &items(&["eleven"])),
    );
    assert_eq!(numbered(&text), ["9: nine", "10: ten", "10.5: five", "10.6: six", "11: eleven"]);
    assert_eq!(numbered(&styled("L2", &items(&["three", "four"]))), ["3: three", "4: four"]);
}

#[test]
fn a_second_list_in_an_item_starts_again_unless_it_goes_on() {
    let first = list("", &items(&["cold", "deep"]));
    let second = |more: &str| list(more, &items(&["wide"]));
    let goes =
        styled("L1", &item("one", &(first.clone() + &second(r#"text:continue-numbering="true""#))));
    assert_eq!(numbered(&goes), ["1: one", "1.1: cold", "1.2: deep", "1.3: wide"]);
    let again = styled("L1", &item("one", &(first + &second(""))));
    assert_eq!(numbered(&again)[3], "1.1: wide");
}

#[test]
fn labels_written_down_as_a_whole_count() {
    let text = styled("L3", &(item("one", &list("", &items(&["cold"]))) + &items(&["two"])));
    assert_eq!(numbered(&text), ["1: one", "1.1: cold", "2: two"]);
}

#[test]
fn bullets_are_further_text() {
    let text = styled("L1", &items(&["The lake:"])) + &styled("L4", &items(&["cold", "deep"]));
    assert_eq!(numbered(&text), ["1: The lake:", "cold", "deep"]);
    let nameless = styled("L1", &items(&["The lake:"])) + &list("", &items(&["cold"]));
    assert_eq!(numbered(&nameless), ["1: The lake:", "cold"]);
}

#[test]
fn numbered_paragraphs_and_lists_of_paragraph_styles() {
    let of = |level: u8, text: &str| {
        format!(
            r#"<text:numbered-paragraph text:list-id="a" text:style-name="L1" text:level="{level}"><text:p>{text}</text:p></text:numbered-paragraph>"#
        )
    };
    let text = of(1, "one") + &of(2, "cold") + &paragraphs(&["more"]) + &of(1, "two");
    assert_eq!(numbered(&text), ["1: one", "1.1: cold", "more", "2: two"]);
    let styled = r#"<text:list-item><text:p text:style-name="P1">one</text:p></text:list-item>"#;
    assert_eq!(numbered(&list("", styled)), ["1: one"]);
    // A paragraph in no list has none, whatever its style says.
    assert_eq!(numbered(r#"<text:p text:style-name="P1">1. typed</text:p>"#), ["1: typed"]);
}

#[test]
fn headings_are_numbered_as_the_outline_says() {
    let outline = r#"<text:outline-style><text:outline-level-style text:level="1" style:num-format="A" style:num-suffix="."/>
        <text:outline-level-style text:level="2" style:num-format="1" style:num-suffix="."/></text:outline-style>"#;
    let heading = |more: &str, text: &str| format!("<text:h {more}>{text}</text:h>");
    let one = r#"text:outline-level="1""#;
    let two = r#"text:outline-level="2""#;
    let again = format!(r#"{two} text:restart-numbering="true" text:start-value="7""#);
    let text = heading(one, "Draft resolution")
        + &heading(two, "The lake.")
        + &heading(two, "Boats.")
        + &heading(&format!(r#"{two} text:is-list-header="true""#), "more")
        + &heading(&again, "Fog.")
        + &heading(one, "Draft recommendation")
        + &heading(two, "Lamps.");
    let content = packed::content("", &text);
    let parts =
        [("mimetype", ODT), ("content.xml", &content), ("styles.xml", &packed::common(outline))];
    let read = read("draft.odt", &zip(&parts), Kind::Odt).expect("it is read");
    let expected = "A Resolution Draft resolution\n  1: The lake.\n  2: Boats.\n    more\n  7: Fog.\n\
                    B Recommendation Draft recommendation\n  1: Lamps.";
    assert_eq!(drawn(&read), expected);
}
