//! A page of the Assembly of the Lakes: whole, pointing only to what is there, and safe.

use engine::document::{
    AmendmentBlock, Catalogue, CataloguedText, ChangeKind, Changed, Document, Entry, Head, Layout,
    Paragraph, Role, Row, Run, Section, Terms,
};
use hemicycle_html::write;
use text::Lang;

fn document() -> Document {
    let change = Changed {
        kind: ChangeKind::Inserted,
        editorial: false,
        author: "Amendment 4".into(),
        causes: vec!["4".into()],
        sign: "4".into(),
    };
    let came = Run { text: "lamps".into(), change: Some(change), ..Run::default() };
    let text = Paragraph {
        id: "a-para-1".into(),
        number: vec![Run::plain("1.")],
        content: vec![Run::plain("Keep the "), came, Run::plain(" <lit> & \"safe\".")],
        ..Paragraph::default()
    };
    let link = Run { text: "4".into(), link: "am-4".into(), ..Run::default() };
    let quoted =
        Paragraph { role: Role::Quoted, content: vec![Run::plain("« Phares »")], ..text.clone() };
    let block = AmendmentBlock {
        id: "am-4".into(),
        heading: "Amendment 4".into(),
        cited: "4".into(),
        place: "paragraph 1".into(),
        tablers: vec!["Ms Ada REED".into(), "Mr Tom WADE".into()],
        lang: "fr".into(),
        notes: vec![vec![Run::plain("(Falls if amendment "), link, Run::plain(" is adopted)")]],
        wording: vec![quoted],
        ..AmendmentBlock::default()
    };
    Document {
        lang: Lang::EN,
        layout: Layout::Columns,
        title: "Doc. 7".into(),
        head: Head {
            reference: "Doc. 7".into(),
            date: "01/02/2031".into(),
            title: vec![Run::plain("Safe lakes")],
            ..Head::default()
        },
        contents: vec![Entry { text: "Amendment 4".into(), target: "am-4".into(), level: 0 }],
        key: Vec::new(),
        sections: vec![Section {
            id: "part-a".into(),
            heading: "A. Draft resolution".into(),
            columns: Some(("Draft resolution".into(), "Amendments".into())),
            over: Vec::new(),
            follows: false,
            table: Vec::new(),
            rows: vec![Row { amendments: vec![block], ..Row::of(text) }],
        }],
        terms: Terms { skip: "Skip to the text".into(), ..Terms::default() },
        tablers: <_>::default(),
        ours: false,
        moments: <_>::default(),
        catalogue: Some(Catalogue {
            amendment: "Amendment".into(),
            texts: vec![CataloguedText {
                id: "part-a".into(),
                kind: "Draft resolution".into(),
                title: "Safe lakes".into(),
            }],
            ..Catalogue::default()
        }),
    }
}

#[test]
fn words_of_a_dossier_are_never_markup() {
    let page = write(&document());
    assert!(page.contains("&lt;lit&gt; &amp; “safe”."), "{page}");
}

#[test]
fn every_link_points_to_something_on_the_page() {
    let page = write(&document());
    let links: Vec<&str> =
        page.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(links, ["part-a", "am-4", "am-4"]);
    for link in links {
        assert_eq!(page.matches(&format!("id=\"{link}\"")).count(), 1, "{link}");
    }
}

#[test]
fn nothing_is_fetched_and_languages_are_named() {
    let page = write(&document());
    // The names in the block of data are names, and fetched by nobody.
    let (before, rest) = page.split_once("<script type=\"application/ld+json\">").expect("data");
    let (_, behind) = rest.split_once("</script>").expect("its end");
    assert!(!before.contains("http") && !behind.contains("http"), "no external resource");
    assert!(page.contains("<html lang=\"en\">") && page.contains("<div lang=\"fr\">"));
}

#[test]
fn a_change_names_its_author() {
    let page = write(&document());
    assert!(page.contains("<ins title=\"Amendment 4\">lamps</ins><sup class=\"sign\">4</sup>"));
}

/// The data block of a page, read back.
fn linked(page: &str) -> serde_json::Value {
    let (_, rest) = page.split_once("<script type=\"application/ld+json\">").expect("a data block");
    let (data, _) = rest.split_once("</script>").expect("its end");
    assert!(!data.contains(['<', '>', '&', '\u{2028}', '\u{2029}']), "{data}");
    serde_json::from_str(data).expect("JSON")
}

#[test]
fn a_page_says_to_machines_what_it_is() {
    let data = linked(&write(&document()));
    assert_eq!(data["@type"], "Legislation");
    assert_eq!(data["name"], "Safe lakes");
    assert_eq!(data["legislationIdentifier"], "Doc. 7");
    assert_eq!(data["legislationDate"], "2031-02-01");
    assert_eq!(data["eli:date_document"], "2031-02-01");
    let parts = data["hasPart"].as_array().expect("parts");
    let names: Vec<_> = parts.iter().filter_map(|part| part["name"].as_str()).collect();
    assert_eq!(names, ["Safe lakes", "Amendment 4, paragraph 1"]);
    assert_eq!(parts[1]["legislationChanges"]["@id"], parts[0]["@id"]);
    assert_eq!(
        parts[1]["creator"][0],
        serde_json::json!({"@type": "Person", "name": "Ms Ada REED"})
    );
    let page = write(&Document { catalogue: None, ..document() });
    assert!(!page.contains("<script"), "a paper that no catalogue lists");
}

#[test]
fn no_text_ends_the_block_of_data() {
    let hostile = "</script><script>alert(1)</script><!-- & \u{2028}\u{2029} \"\\";
    let mut hostile_paper = document();
    hostile_paper.head.title = vec![Run::plain(hostile)];
    let page = write(&hostile_paper);
    assert_eq!(linked(&page)["name"], hostile);
    assert_eq!(page.matches("<script").count(), 1);
}
