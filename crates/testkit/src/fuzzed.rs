//! What must hold of any input whatever: the bodies of the fuzz targets (`fuzz/`), which every test
//! run repeats on their seeds.
//!
//! Each function panics with what it saw when something does not hold.

use crate::same::difference;
use engine::adopt::{Refusal, Selection, adopt};
use engine::read::Read;
use engine::state::Profile;
use engine::{Amendment, AmendmentText, Dossier, State, Tablers, document, json, read, txt};
use instruction::style::{Language, language, languages};
use instruction::{Scope, generate, parse, resolve};
use merge::{Base, FallRules, Placed};
use source::{Origin, SourceFile, Span};
use std::sync::{Arc, LazyLock};
use text::{Child, Lang, Part};

/// The drafts that fuzzed wordings are sought in.
const DRAFTS: [(Lang, &str); 2] = [
    (
        Lang::EN,
        "A. Draft resolution\n\nSafe boats\n\n1. The Assembly of the Lakes counts its boats every \
         year. It counts the lamps as well. The 20^e lake is small.\n2. It asks the harbours:\n  \
         2.1. to keep the lamps lit:\n    2.1.1. at dusk;\n    2.1.2. in fog;\n  and to say so;\n  \
         2.2. to pay the pilots.\n3. It recalls Rule 8.1.a “the words of paragraph 2 above stand” \
         and thanks the ferries, the boats, and the pilots.\n4. See paragraphs 1 to 3.\n",
    ),
    (
        Lang::FR,
        "A. Projet de résolution\n\nDes bateaux sûrs\n\n1. L'Assemblée des Lacs compte ses bateaux \
         chaque année. Elle compte aussi les lampes. Le 20^e lac est petit.\n2. Elle demande aux \
         ports:\n  2.1. d'allumer les lampes:\n    2.1.1. le soir;\n    2.1.2. dans la brume;\n  et \
         de le dire;\n  2.2. de payer les pilotes.\n3. Elle rappelle l'article 8.1.a «les mots du \
         paragraphe 2 ci-dessus restent» et remercie les bacs, les bateaux et les pilotes.\n4. Voir \
         les paragraphes 1 à 3.\n",
    ),
];

static BASES: LazyLock<Vec<Dossier>> = LazyLock::new(|| {
    let read = |(_, text): (Lang, &str)| read::read(Arc::new(SourceFile::new("draft", text)));
    DRAFTS.into_iter().map(|draft| read(draft).dossier).collect()
});

/// Amendments of one run of [`adoption`].
const MOST: usize = 8;

/// Any bytes give a dossier; every place lies in the file and every origin is exact. JSON is a fixed
/// point of reading and writing; plain text is read to the same dossier, whatever was wrong with it,
/// and written the same.
pub fn reader(bytes: &[u8]) {
    let file = Arc::new(SourceFile::decode("fuzzed", bytes));
    let read = read::read(Arc::clone(&file));
    exact(&read, &file);
    if let Some((state, lang)) = taken(&read, &file) {
        is_read_back(&state, &txt::write(&state, lang), lang);
    }
}

/// What holds of a dossier whichever reader took it from a file: findings lie in the text that they point
/// into, JSON is a fixed point of writing and reading, and it can be worked out, drawn and written.
/// Gives the dossier worked out, with the language of its first text.
pub fn taken(read: &Read, file: &SourceFile) -> Option<(State, Lang)> {
    lie_within(read, file);
    let written = json::write(&read.dossier);
    let again = json::read(&written).unwrap_or_else(|error| panic!("{error}\n{written}"));
    assert_eq!(json::write(&again), written);
    let lang = read.dossier.versions.first()?.lang;
    let state = worked_out(read.dossier.clone());
    document::plain::write(&document::compendium(&state, lang, document::Layout::Columns));
    txt::write(&state, lang);
    Some((state, lang))
}

fn lie_within(read: &Read, file: &SourceFile) {
    for finding in &read.findings {
        let at = finding.at();
        assert!(file.text.get(at.range()).is_some(), "{finding:?}");
        let (start, end) = (file.line_column(at.start), file.line_column(at.end));
        assert!(start <= end, "{finding:?}");
    }
}

fn worked_out(dossier: Dossier) -> State {
    State::new(dossier, Profile::default(), Vec::new())
}

/// What was written is read to the same dossier, and written the same.
fn is_read_back(state: &State, written: &str, lang: Lang) {
    let read = read::read(Arc::new(SourceFile::new("written", written)));
    // Where labels of two languages are mixed, what is left out (running heads, repeated headings)
    // may turn the scale.
    if read.dossier.versions.first().is_none_or(|version| version.lang != lang) {
        return;
    }
    let again = worked_out(read.dossier);
    if let Some(seen) = difference(&state.dossier, &again.dossier) {
        panic!("{seen}\n--- written\n{written}");
    }
    assert_eq!(txt::write(&again, lang), written);
}

/// Every finding lies in the file, and every character read stands in it where its origin says.
pub fn exact(read: &Read, file: &SourceFile) {
    lie_within(read, file);
    for text in read.dossier.amendments.iter().flat_map(|amendment| &amendment.texts) {
        exact_text(&text.wording, &text.origin, &file.text);
        assert!(file.text.get(text.heading.range()).is_some(), "{:?}", text.heading);
    }
    for part in read.dossier.versions.iter().flat_map(|version| &version.draft.parts) {
        if let Some(title) = &part.title {
            exact_text(&title.content.text, &title.origin, &file.text);
        }
        exact_children(&part.children, &file.text);
    }
}

fn exact_children(children: &[Child], file: &str) {
    for child in children {
        match child {
            Child::Block(block) => exact_text(&block.content.text, &block.origin, file),
            Child::Provision(provision) => {
                exact_text(&provision.number, &provision.origin, file);
                exact_children(&provision.children, file);
            }
            Child::Opaque(opaque) => exact_text(&opaque.text, &opaque.origin, file),
        }
    }
}

/// What `&lt;`, `&gt;`, `&quot;` and `&#39;` stand for, which a text that was copied from a page may have instead: it stands
/// nowhere in the file.
const OF_ENTITIES: [char; 4] = ['<', '>', '"', '\''];

/// Every character of `text` that is not white space stands in the file where `origin` says, or stands for an entity.
fn exact_text(text: &str, origin: &Origin, file: &str) {
    let of_none = |text: &str| {
        let entity = |sign: char| file.contains('&') && OF_ENTITIES.contains(&sign);
        text.chars().all(|sign| sign.is_whitespace() || entity(sign))
    };
    let mut covered = 0;
    for piece in origin.pieces() {
        let (from, at, len) = (piece.text as usize, piece.file as usize, piece.len as usize);
        assert_eq!(text.get(from..from + len), file.get(at..at + len), "{text:?} {piece:?}");
        assert!(of_none(&text[covered..from]), "{text:?}");
        covered = from + len;
    }
    assert!(of_none(&text[covered..]), "{text:?}");
}

/// Any wording is read in every language; places lie in the wording and the draft, and a wording
/// that was generated is a fixed point.
pub fn wordings(wording: &str) {
    bills(wording);
    for language in languages() {
        let parsed = parse(wording, language);
        for finding in &parsed.findings {
            assert!(wording.get(finding.at().range()).is_some(), "{finding:?} {wording:?}");
        }
        let Some(written) = parsed.instruction else { continue };
        for operation in &written.operations {
            for paragraph in operation.payload().iter().flat_map(|payload| &payload.paragraphs) {
                assert!(wording.get(paragraph.span.range()).is_some(), "{paragraph:?}");
            }
        }
        generated(&written, wording, language);
        for dossier in BASES.iter() {
            sought(&written, dossier, language);
        }
    }
}

/// An article in which wordings of bills are sought.
const ARTICLE: &str = "I. - Le code des lacs est ainsi modifié :\n\
    1° L'article 3 est ainsi rédigé :\n\
    \"Art. 3. - Les bacs portent une lampe. Elle est rouge.\n\
    \"Les radeaux aussi.\" ;\n\
    2° L'article 4 est abrogé.\n\
    II. - Le I entre en vigueur au printemps.";

/// Any wording is read in the style of bills: places lie in the wording, and what it does to an article, as its
/// amendment and as an article of its own, is worked out.
pub fn bills(wording: &str) {
    use crate::bills::apply::apply;
    let language = crate::bills::language();
    let parsed = parse(wording, language);
    for finding in &parsed.findings {
        assert!(wording.get(finding.at().range()).is_some(), "{finding:?} {wording:?}");
    }
    if let Some(written) = parsed.instruction {
        generated(&written, wording, language);
    }
    let one = |wording: &str| [("1".to_owned(), wording.to_owned())].into_iter().collect();
    apply(ARTICLE, &one(wording));
    apply(wording, &one("Alinéa 1\nSupprimer cet alinéa."));
    apply(wording, &one("Après l'alinéa 1, insérer un alinéa ainsi rédigé :\n« … – Les bacs. »"));
}

/// `generate(parse(w))` is a fixed point.
fn generated(
    written: &instruction::Instruction<instruction::Locator>,
    wording: &str,
    language: &Language,
) {
    let once = generate(written, language);
    let Some(again) = parse(&once, language).instruction else { return };
    assert_eq!(generate(&again, language), once, "of {wording:?}");
}

fn sought(
    written: &instruction::Instruction<instruction::Locator>,
    dossier: &Dossier,
    language: &Language,
) {
    let Some(version) = dossier.versions.first() else { return };
    let scope = Scope { draft: &version.draft, index: &version.index, part: Some(0), language };
    let Some(found) = resolve(written, &scope, &mut Vec::new()) else { return };
    for operation in &found.operations {
        let span = operation.at().place.span();
        assert!(version.index.text().get(span.range()).is_some(), "{operation:?}");
    }
}

/// Wordings, separated by empty lines, are tabled to a fixed draft and adopted one after another
/// as far as they do not fall: whatever does not fall can be adopted (law 4), and its tracked
/// changes give both texts back (law 7).
pub fn adoption(wordings: &str) {
    for (base, (lang, _)) in BASES.iter().zip(DRAFTS) {
        let mut dossier = base.clone();
        let all = wordings.split("\n\n").filter(|wording| !wording.trim().is_empty()).take(MOST);
        dossier.amendments =
            all.enumerate().map(|(at, wording)| amendment(at + 1, wording, lang)).collect();
        sitting(&worked_out(dossier), lang);
    }
}

fn amendment(number: usize, wording: &str, lang: Lang) -> Amendment {
    let text = AmendmentText {
        lang,
        tablers: Tablers::default(),
        wording: wording.to_owned(),
        origin: Origin::default(),
        note: Vec::new(),
        falling: Vec::new(),
        remarks: Vec::new(),
        heading: Span::at(0),
    };
    let number = number.to_string();
    Amendment { number, parent: None, part: Some(0), texts: vec![text], recorded: None }
}

fn sitting(state: &State, lang: Lang) {
    let (Some(version), Some(language)) = (state.dossier.version(lang), language(lang)) else {
        return;
    };
    let base = Base { draft: &version.draft, index: &version.index, tables: &language.tables };
    let rules = FallRules::default();
    let mut taken: Vec<usize> = Vec::new();
    for ranked in &state.order {
        let Some(instruction) = state.placed(ranked.amendment, lang) else { continue };
        let placed = |at: &usize| {
            let number = state.dossier.amendments.get(*at)?.number.as_str();
            Some(Placed { number, instruction: state.placed(*at, lang)? })
        };
        let adopted: Vec<Placed<'_>> = taken.iter().filter_map(placed).collect();
        let number = &state.dossier.amendments[ranked.amendment].number;
        let fall = merge::falls(&Placed { number, instruction }, &adopted, &base, &rules);
        taken.push(ranked.amendment);
        match (adopt(state, &Selection::Set(taken.clone())), fall) {
            (Ok(adopted), None) => changes_give_both_texts(&adopted, &version.draft.parts, state),
            (Err(refusal), Some(_)) => {
                assert!(matches!(*refusal, Refusal::Falls { .. }), "{refusal:?}");
                taken.pop();
            }
            (Ok(_), Some(fall)) => panic!("adopted although it falls: {fall:?}"),
            (Err(refusal), None) => panic!("refused although it does not fall: {refusal:?}"),
        }
    }
}

fn changes_give_both_texts(adopted: &engine::adopt::Adopted, old: &[Part], state: &State) {
    for text in &adopted.texts {
        let done = &text.consolidated;
        for ((tracked, new), old) in done.tracked.iter().zip(&done.draft.parts).zip(old) {
            assert_eq!(lines(&tracked.accepted()), lines(new));
            assert_eq!(lines(&tracked.rejected()), lines(old));
        }
        for changes in [false, true] {
            document::plain::write(&document::adopted(state, adopted, text.lang, changes));
        }
    }
}

/// Numbers and texts of a part, a line each.
pub fn lines(part: &Part) -> String {
    let title = part.title.iter().map(|title| title.content.text.clone() + "\n");
    let mut out: String = title.collect();
    children(&part.children, &mut out);
    out
}

fn children(of: &[Child], to: &mut String) {
    for child in of {
        match child {
            Child::Block(block) => to.push_str(&format!("{}\n", block.content.text)),
            Child::Opaque(opaque) => to.push_str(&format!("{}\n", opaque.text)),
            Child::Provision(provision) => {
                to.push_str(&format!("{}. ", provision.number));
                children(&provision.children, to);
            }
        }
    }
}
