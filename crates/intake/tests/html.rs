//! Web pages: the cases of `tests/pages`, pages of our own read back, encodings, hostile pages.
//!
//! A case is a page and, beside it, what is taken from it: the text, line by line with the line of
//! the page it stands in, then the notes, then what `engine::read` has to say.
//! `UPDATE=1` writes these files anew.

use hemicycle_intake::{Error, Extracted, html as take};
use source::SourceFile;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

fn pages() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages")
}

/// What is taken from a page, as its case file says it.
fn said(extracted: &Extracted) -> String {
    let mut out = String::new();
    for (line, place) in extracted.text.lines().zip(&extracted.places) {
        let shown =
            if line.is_empty() { String::new() } else { format!("{:>3}  {line}", place.line) };
        let _ = writeln!(out, "{shown}");
    }
    let _ = writeln!(out, "----");
    for note in &extracted.notes {
        let _ = writeln!(out, "{:?} in line {}, {} times", note.kind, note.place.line, note.count);
    }
    let file = Arc::new(SourceFile::new("page", extracted.text.clone()));
    let read = engine::read::read(Arc::clone(&file));
    for finding in &read.findings {
        let line = file.line_column(finding.at().start).line as usize;
        let _ = writeln!(out, "{} in line {}", finding.code(), extracted.places[line - 1].line);
    }
    let written =
        engine::txt::write(&engine::open::open(vec![file]).state, read.dossier.versions[0].lang);
    out + "----\n" + &written
}

#[test]
fn cases() {
    let mut seen = 0;
    let mut names: Vec<PathBuf> = std::fs::read_dir(pages())
        .expect("the cases are there")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "html"))
        .collect();
    names.sort();
    for page in names {
        let found = said(&take(&std::fs::read(&page).expect("it is there")).expect("it is read"));
        let case = page.with_extension("txt");
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&case, &found).expect("it can be written");
        }
        let expected = std::fs::read_to_string(&case).unwrap_or_default();
        assert_eq!(found, expected, "{}", page.display());
        seen += 1;
    }
    assert!(seen >= 3, "only {seen} cases");
}

fn text(page: &[u8]) -> String {
    take(page).expect("it is read").text
}

#[test]
fn encodings() {
    let old = b"<meta http-equiv=content-type content='text/html; charset=iso-8859-1'><p>\xabLamp\xbb \x96 20<sup>e</sup>";
    assert_eq!(text(old), "«Lamp» – 20^e\n");
    assert_eq!(text(b"<p>\xe9t\xe9"), "été\n");
    assert_eq!(text("<meta charset=windows-1252><p>été".as_bytes()), "été\n");
    assert_eq!(text(b"\xff\xfe<\0p\0>\0F\0o\0g\0"), "Fog\n");
    let broken = take(b"<meta charset=utf-8><p>Fog \xff").expect("it is read");
    assert_eq!((broken.text.as_str(), broken.notes.len()), ("Fog \u{fffd}\n", 1));
}

#[test]
fn words_of_a_line_stay_together() {
    assert_eq!(
        text(b"<p>The <b>lamps</b>\n of <i>the</i>harbour</p>tail"),
        "The lamps of theharbour\n\ntail\n"
    );
    assert_eq!(text(b"<p>a<br>b<p>c</p></br>d"), "a\nb\n\nc\n\nd\n");
    assert_eq!(text(b"<pre>a\n  b</pre>"), "a\nb\n");
    assert_eq!(
        text("<p>\u{a0}\u{a0}7.\u{a0}\u{a0}\u{a0}Lamps, M.\u{a0}Reed\u{a0}".as_bytes()),
        "7. Lamps, M.\u{a0}Reed\n"
    );
    assert_eq!(text(b"<del>a<p>b</p></del><p>c<ins>d</ins>"), "cd\n");
    assert_eq!(text(b"<b><p>a</b>b</p>"), "ab\n");
    assert_eq!(text(b"<p>a<span hidden>b<span>c</span>d</span>e"), "ae\n");
    assert_eq!(text(b"<p>Rule&nbsp;5 &lt;b&gt; &copy; &#8211;"), "Rule\u{a0}5 <b> © –\n");
}

/// Pages that are made to hurt: each is read or refused within moments.
#[test]
fn hostile_pages() {
    let deep = "<div>".repeat(10_000) + "fog";
    assert_eq!(take(deep.as_bytes()), Err(Error::TooDeep { line: 1, limit: 512 }));
    // Browsers would carry all of these over into every paragraph.
    let bold: String = (0..10_000).map(|at| format!("<b id=a{at}>")).collect();
    let page = bold + &"<p>fog".repeat(10_000);
    assert_eq!(text(page.as_bytes()).matches("fog").count(), 10_000);
    let items = "<ul><li>".repeat(10_000);
    assert!(matches!(take(items.as_bytes()), Err(Error::TooDeep { .. })));
    let large = vec![b' '; 200_000_000];
    assert_eq!(take(&large), Err(Error::TooLarge { found: 200, limit: 48 }));
    for empty in ["", "<html>", "<script>fog</script>", "<!-- fog", "<nav>fog</nav>"] {
        assert_eq!(take(empty.as_bytes()), Err(Error::Empty), "{empty}");
    }
    for odd in ["<", "</", "<p", "<p a='", "&", "&#", "&#x110000;", "<![CDATA[", "<?", "<svg><p>"] {
        let _ = take(odd.as_bytes());
    }
}
