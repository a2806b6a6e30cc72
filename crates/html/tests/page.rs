//! A page of the Assembly of the Lakes: whole, pointing only to what is there, and safe.

use engine::document::{
    AmendmentBlock, ChangeKind, Changed, Document, Entry, Head, Layout, Paragraph, Role, Row, Run,
    Section, Terms,
};
use hemicycle_html::write;
use text::Lang;

fn document() -> Document {
    let change = Changed {
        kind: ChangeKind::Inserted,
        editorial: false,
        author: "Amendment 4".into(),
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
        lang: "fr".into(),
        notes: vec![vec![Run::plain("(Falls if amendment "), link, Run::plain(" is adopted)")]],
        wording: vec![quoted],
        ..AmendmentBlock::default()
    };
    Document {
        lang: Lang::EN,
        layout: Layout::Columns,
        title: "Doc. 7".into(),
        head: Head { title: vec![Run::plain("Safe lakes")], ..Head::default() },
        contents: vec![Entry { text: "Amendment 4".into(), target: "am-4".into(), level: 0 }],
        key: Vec::new(),
        sections: vec![Section {
            id: "part-a".into(),
            heading: "A. Draft resolution".into(),
            columns: Some(("Draft resolution".into(), "Amendments".into())),
            rows: vec![Row { text: Some(text), amendments: vec![block], heads: None }],
        }],
        terms: Terms { skip: "Skip to the text".into(), ..Terms::default() },
        tablers: <_>::default(),
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
    assert!(!page.contains("http"), "no external resource");
    assert!(page.contains("<html lang=\"en\">") && page.contains("<div lang=\"fr\">"));
}

#[test]
fn a_change_names_its_author() {
    let page = write(&document());
    assert!(page.contains("<ins title=\"Amendment 4\">lamps</ins><sup class=\"sign\">4</sup>"));
}
