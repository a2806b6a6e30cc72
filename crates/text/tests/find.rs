//! Finding quoted words: whole words, exact before folded, spans of the text as it stands.

use hemicycle_text::{
    Child, Draft, Index, Lang, Opaque, Part, Provision, SentenceRules, Step, TextKind,
};
use hemicycle_text::{fold, only_words_at, words_at};

fn index(blocks: &[&str]) -> Index {
    let number = |at: usize| (at + 1).to_string();
    let provision =
        |(at, text): (usize, &&str)| Child::Provision(Provision::plain(number(at), *text));
    let mut children: Vec<Child> = blocks.iter().enumerate().map(provision).collect();
    children.push(Child::Opaque(Opaque { text: "opaque boats".into(), ..Opaque::default() }));
    let part = Part {
        letter: "A".into(),
        kind: TextKind::Resolution,
        heading: "Draft resolution".into(),
        title: None,
        children,
    };
    Index::new(&Draft { lang: Lang::EN, parts: vec![part] }, &SentenceRules::default())
}

fn found(text: &str, words: &str) -> (Step, Vec<String>) {
    let index = index(&[text]);
    let matches = words_at(&index, index.parts()[0].span, words);
    let spans = matches.found.iter().map(|found| found.span.of(index.text()).to_owned());
    (matches.step, spans.collect())
}

fn exact(text: &str, words: &str) -> usize {
    let (step, spans) = found(text, words);
    assert!(spans.is_empty() || step == Step::Exact);
    spans.len()
}

#[test]
fn whole_words_only() {
    assert_eq!(exact("The lake, the lakes and the lakeside.", "lake"), 1);
    assert_eq!(exact("The lake, the lakes and the lakeside.", "the"), 2);
    assert_eq!(exact("Du lac à l'eau.", "eau"), 1);
    assert_eq!(exact("It is 3.5 deep and 3 wide, 1,500 long.", "3"), 1);
    assert_eq!(exact("It is 3.5 deep and 3 wide, 1,500 long.", "500"), 0);
    assert_eq!(exact("Boats, and rafts.", ", and"), 1);
    assert_eq!(exact("Boats, and rafts.", "rafts."), 1);
    assert_eq!(exact("on and on and on", "on and on"), 2);
    assert_eq!(exact("cafe\u{301} bar", "cafe"), 0);
}

#[test]
fn never_across_blocks_nor_in_opaque_ones() {
    let index = index(&["small boats", "large boats"]);
    let whole = index.parts()[0].span;
    assert_eq!(words_at(&index, whole, "boats").found.len(), 2);
    assert!(words_at(&index, whole, "boats large").found.is_empty());
    assert!(words_at(&index, whole, "boats\nlarge").found.is_empty());
    assert!(words_at(&index, whole, "").found.is_empty());
    assert_eq!(only_words_at(&index, whole, "boats"), None);
    assert!(only_words_at(&index, whole, "small").is_some());
}

#[test]
fn folding_finds_what_typists_exchange() {
    for (text, words, as_it_stands) in [
        ("the council’s lamp", "council's lamp", "council’s lamp"),
        ("the «old lamp» stays", "the \"old lamp\" stays", "the «old lamp» stays"),
        ("the « old lamp » stays", "\"old lamp\"", "« old lamp »"),
        ("the « old lamp » stays", "old lamp", "old lamp"),
        ("day – night – day", "day - night", "day – night"),
        ("un\u{a0}lac\u{202f}: large", "un lac: large", "un\u{a0}lac\u{202f}: large"),
        ("le cœur du lac", "le coeur du", "le cœur du"),
        ("le ﬁl du lac", "fil du lac", "ﬁl du lac"),
        ("e\u{301}te\u{301} au lac", "été au", "e\u{301}te\u{301} au"),
        ("ete\u{301} été au lac", "e\u{301}te\u{301} au", "été au"),
        ("the lake\u{ad}side path", "lakeside", "lake\u{ad}side"),
        ("wait… and see", "wait... and", "wait… and"),
        ("two  spaces here", "two spaces", "two  spaces"),
    ] {
        let (step, spans) = found(text, words);
        if as_it_stands == words {
            assert_eq!(step, Step::Exact);
        } else {
            assert_eq!(step, Step::Folded, "{words}");
        }
        assert_eq!(spans, [as_it_stands], "{words}");
    }
}

#[test]
fn folding_keeps_what_means_something() {
    assert!(found("The Lake", "the lake").1.is_empty());
    assert!(found("lakeside", "lake").1.is_empty());
    assert!(found("le cœur", "coe").1.is_empty());
    assert_eq!(fold("«\u{a0}Été\u{202f}!\u{a0}» – l’œil"), "\"Été!\" - l'oeil");
}

#[test]
fn a_number_carried_twice_is_found_twice() {
    let draft = |numbers: &[&str]| {
        let children =
            numbers.iter().map(|n| Child::Provision(Provision::plain(*n, "Boats."))).collect();
        let part = Part {
            letter: "A".into(),
            kind: TextKind::Resolution,
            heading: String::new(),
            title: None,
            children,
        };
        Index::new(&Draft { lang: Lang::EN, parts: vec![part] }, &SentenceRules::default())
    };
    let index = draft(&["2", "10", "1", "2"]);
    let ids = |number| index.numbered(0, number).iter().map(|id| id.0).collect::<Vec<_>>();
    assert_eq!(ids("2"), [0, 3]);
    assert_eq!(ids("10"), [1]);
    assert_eq!(ids("1"), [2]);
    assert!(ids("3").is_empty());
    assert!(index.numbered(1, "2").is_empty());
}
