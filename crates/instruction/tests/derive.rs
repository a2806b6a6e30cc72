//! Law 2: what is derived, generated, read again and carried out gives the edited text; and it is
//! worded as a table office would word it.

use hemicycle_instruction as instruction;
use instruction::style::{language, style};
use instruction::{
    Edited, Instruction, Locator, Operation, Scope, derive, derive_article, describe, generate,
    parse,
};
use instruction::{place_name, resolve};
use merge::{Base, Consolidation, FallRules, Mode, OrderRules, Placed, consolidate};
use text::{Child, Draft, Index, Lang, Part, Provision, TextKind};

struct World {
    draft: Draft,
    index: Index,
}

fn world(paragraphs: &[&str]) -> World {
    let number = |at: usize| (at + 1).to_string();
    let provision =
        |(at, text): (usize, &&str)| Child::Provision(Provision::plain(number(at), *text));
    let part = Part {
        letter: "A".into(),
        kind: TextKind::Resolution,
        heading: "Draft resolution".into(),
        title: None,
        children: paragraphs.iter().enumerate().map(provision).collect(),
    };
    let draft = Draft { lang: Lang::EN, parts: vec![part] };
    let english = language(Lang::EN).expect("registered");
    let index = Index::new(&draft, &english.tables.sentences);
    World { draft, index }
}

impl World {
    fn scope(&self) -> Scope<'_> {
        let language = language(Lang::EN).expect("registered");
        Scope { draft: &self.draft, index: &self.index, part: Some(0), language }
    }

    fn apply(&self, written: &Instruction<Locator>) -> Option<Vec<String>> {
        self.apply_in(written, &self.scope())
    }

    fn apply_in(&self, written: &Instruction<Locator>, scope: &Scope<'_>) -> Option<Vec<String>> {
        let placed = resolve(written, scope, &mut Vec::new())?;
        let (rules, order) = (FallRules::default(), OrderRules::default());
        let adopted = [Placed { number: "1", instruction: &placed }];
        let tables = &scope.language.tables;
        let base = Base { draft: &self.draft, index: &self.index, tables };
        let what = Consolidation {
            base,
            adopted: &adopted,
            mode: Mode::Set,
            rules: &rules,
            order: &order,
        };
        let new = consolidate(&what).ok()?.draft;
        let texts = new.parts[0].provisions().map(|p| p.opening().map_or("", |b| &b.content.text));
        Some(texts.map(str::to_owned).collect())
    }
}

/// The wording of an edit of one paragraph, on one line and without its frame.
fn worded(old: &str, new: &[&str]) -> String {
    let world = world(&[old]);
    let edited = match new {
        [] => Edited::Deleted,
        _ => Edited::Text(new.iter().map(|text| (*text).to_owned()).collect()),
    };
    let id = world.index.numbered(0, "1")[0];
    let derived = derive(id, &edited, &world.scope(), &|i| world.apply(i));
    let Some(derived) = derived else { return "not expressible".to_owned() };
    let language = language(Lang::EN).expect("registered");
    let wording = generate(&derived.instruction, language);
    let again = parse(&wording, language).instruction.expect("a generated wording is read");
    assert_eq!(world.apply(&again).expect("it is carried out"), new, "{wording}");
    wording.replace('\n', " ").replace("In the draft resolution, ", "")
}

#[test]
fn small_changes_are_worded_small() {
    let old = "The boats are small. They rest by day. Fog is common.";
    for (new, wording) in [
        (
            "The boats are wide. They rest by day. Fog is common.",
            "paragraph 1, replace the word “small” with the following word: “wide”",
        ),
        (
            "The old boats are small. They rest by day. Fog is common.",
            "paragraph 1, before the word “boats”, insert the following word: “old”",
        ),
        (
            "The boats are small. They rest. Fog is common.",
            "paragraph 1, delete the words “by day”",
        ),
        (
            "The boats are small. They rest by day, and by night. Fog is common.",
            "paragraph 1, at the end of the second sentence, insert the following words: \
             “, and by night”",
        ),
        (
            "The boats are small. They rest by day. Fog is common in May.",
            "at the end of paragraph 1, insert the following words: “in May”",
        ),
        (
            "The boats are small. Lamps burn. They rest by day. Fog is common.",
            "paragraph 1, after the first sentence, insert the following sentence: “Lamps burn.”",
        ),
        ("The boats are small. Fog is common.", "paragraph 1, delete the second sentence."),
        (
            "The boats are small. All lamps burn. Fog is common.",
            "paragraph 1, replace the second sentence with the following sentence: “All lamps burn.”",
        ),
        (
            "The boats are wide. They rest by night. Fog is common.",
            "paragraph 1, replace the word “small” with the following word: “wide” and replace the \
             word “day” with the following word: “night”",
        ),
    ] {
        assert_eq!(worded(old, &[new]), wording);
    }
}

#[test]
fn a_word_that_stands_twice_is_cited_in_its_sentence_or_with_its_neighbours() {
    assert_eq!(
        worded("Boats rest. Old boats sink.", &["Boats rest. Old rafts sink."]),
        "paragraph 1, replace the word “boats” with the following word: “rafts”"
    );
    assert_eq!(
        worded("Boats rest.", &["Boats boats rest."]),
        "paragraph 1, after the word “Boats”, insert the following word: “boats”"
    );
    assert_eq!(
        worded("The boats rest. The boats sink.", &["The boats rest. The rafts sink."]),
        "paragraph 1, last sentence, replace the word “boats” with the following word: “rafts”"
    );
    assert_eq!(
        worded("Red boats and old boats rest.", &["Red boats and old rafts rest."]),
        "paragraph 1, replace the words “old boats” with the following words: “old rafts”"
    );
}

#[test]
fn whole_paragraphs() {
    assert_eq!(worded("Fog is common.", &[]), "delete paragraph 1.");
    assert_eq!(
        worded("Fog is common.", &["Boats rest."]),
        "replace paragraph 1 with the following paragraph: “Boats rest.”"
    );
    assert_eq!(
        worded("Fog is common.", &["Fog is common.", "Boats rest."]),
        "after paragraph 1, insert the following paragraph: “Boats rest.”"
    );
    assert!(
        worded("Fog is common.", &["Boats rest.", "Lamps burn."])
            .starts_with("replace paragraph 1")
    );
}

#[test]
fn places_are_named_and_cited() {
    let world = world(&["Boats rest. Old boats sink by day.", "Fog. Fog and fog again.", "Lamps."]);
    let scope = world.scope();
    for (wording, name) in [
        ("delete paragraph 2.", "paragraph 2"),
        ("delete paragraphs 1 and 2.", "paragraphs 1 and 2"),
        ("delete paragraphs 1 to 3.", "paragraphs 1 to 3"),
        ("paragraph 1, delete the last sentence.", "paragraph 1, last sentence"),
        ("paragraph 1, delete the words “by day”.", "paragraph 1, the words “by day”"),
        ("paragraph 2, delete the second occurrence of the word “fog”.", ""),
        (
            "paragraph 1, at the end of the first sentence, insert the following words: “, too”",
            "paragraph 1, at the end of the first sentence",
        ),
        (
            "paragraph 1, after the first sentence, insert the following sentence: “It is.”",
            "paragraph 1, after the first sentence",
        ),
        (
            "at the end of paragraph 2, insert the following words: “, too”",
            "paragraph 2, at the end",
        ),
        ("after paragraph 2, insert the following paragraph: “It is.”", "after paragraph 2"),
        (
            "paragraph 1, after the word “Old”, insert the following word: “red”",
            "paragraph 1, after the word “Old”",
        ),
    ] {
        let wording = format!("In the draft resolution, {wording}");
        let written = parse(&wording, scope.language).instruction.expect(&wording);
        let Some(placed) = resolve(&written, &scope, &mut Vec::new()) else {
            assert!(name.is_empty(), "{wording}");
            continue;
        };
        let operation: &Operation<_> = &placed.operations[0];
        if !name.is_empty() {
            assert_eq!(place_name(operation.at(), scope.index, scope.language), name);
        }
        let cited = describe(operation, &scope).expect(&wording);
        let again = Instruction { frame: written.frame.clone(), operations: vec![cited] };
        let found = resolve(&again, &scope, &mut Vec::new()).expect("a citation resolves");
        assert_eq!(found.operations[0].at().place, operation.at().place, "{wording}");
    }
}

/// The orders that make `new` of an article, alinéa by alinéa, with blank lines left out.
fn orders(old: &[&str], new: &[&str]) -> String {
    let bills = style("fr-national").expect("registered").languages[0];
    let number = |at: usize| (at + 1).to_string();
    let provision =
        |(at, text): (usize, &&str)| Child::Provision(Provision::plain(number(at), *text));
    let part = Part {
        letter: "1".into(),
        kind: TextKind::Other,
        heading: "Article 1".into(),
        title: None,
        children: old.iter().enumerate().map(provision).collect(),
    };
    let draft = Draft { lang: Lang::FR, parts: vec![part] };
    let index = Index::new(&draft, &bills.tables.sentences);
    let world = World { draft, index };
    let scope = Scope { draft: &world.draft, index: &world.index, part: Some(0), language: bills };
    let new: Vec<String> = new.iter().map(|line| (*line).to_owned()).collect();
    let apply = |written: &Instruction<Locator>| world.apply_in(written, &scope);
    let Some(derived) = derive_article(0, &new, &scope, &apply) else {
        return "not expressible".to_owned();
    };
    let wording = generate(&derived.instruction, bills);
    let again = parse(&wording, bills).instruction.expect("a generated wording is read");
    assert_eq!(apply(&again).expect("it is carried out"), new, "{wording}");
    wording.replace("\n\n", "\n")
}

const ARTICLE: &[&str] = &[
    "I. - Le code des lacs est ainsi modifié :",
    "1° L'article 3 est abrogé ;",
    "2° L'article 4 est ainsi rédigé :",
    "\"Art. 4. - Les bacs comptent leurs lampes. Ils rentrent le soir.",
    "\"La brume les arrête.\" ;",
    "3° L'article 9 est abrogé.",
];

#[test]
fn an_edited_article_is_worded_in_orders() {
    let edited = |change: &dyn Fn(&mut Vec<&'static str>)| {
        let mut new = ARTICLE.to_vec();
        change(&mut new);
        orders(ARTICLE, &new)
    };
    assert_eq!(orders(ARTICLE, &[]), "Supprimer cet article.");
    assert_eq!(orders(ARTICLE, ARTICLE), "not expressible");
    assert_eq!(
        edited(
            &|new| new[3] = "\"Art. 4. - Les bacs comptent leurs lampes et leurs barques. Ils rentrent le soir."
        ),
        "Compléter la première phrase de l'alinéa 4 par les mots : « et leurs barques »."
    );
    assert_eq!(
        edited(&|new| new[3] = "\"Art. 4. - Les bacs comptent leurs lampes."),
        "Supprimer la dernière phrase de l'alinéa 4."
    );
    // The mark of the list item and the end of the quotation follow.
    assert_eq!(
        edited(&|new| {
            new[4] = "\"La brume les arrête.";
            new.insert(5, "\"La neige aussi.\" ;");
        }),
        "Après l'alinéa 5, insérer l'alinéa suivant :\n« \"La neige aussi.\" ; »."
    );
    assert_eq!(
        edited(&|new| {
            new[5] = "3° L'article 9 est abrogé ;";
            new.push("4° L'article 11 est abrogé.");
        }),
        "Compléter cet article par l'alinéa suivant :\n4° L'article 11 est abrogé."
    );
    // What is deleted leaves its label; what is numbered anew is drawn up anew.
    assert_eq!(
        edited(&|new| {
            new.splice(2..5, ["2° (Supprimé)"]);
        }),
        "Supprimer les alinéas 3 à 5."
    );
    assert_eq!(
        edited(&|new| {
            new.remove(1);
            new[1] = "1° L'article 4 est ainsi rédigé :";
            new[4] = "2° L'article 9 est abrogé.";
        }),
        "I. – Rédiger ainsi les alinéas 2 à 3 :\n« 1° L'article 4 est ainsi rédigé : ».\n\
         II. – En conséquence, à l'alinéa 6, substituer au mot : « 3 » le mot : « 2 »."
    );
    // As `docs/styles.md` has it.
    assert_eq!(
        orders(
            &["1° L'article 3 est abrogé ;", "2° L'article 4 est abrogé."],
            &["1° (Supprimé)", "2° L'article 4 est abrogé ;", "3° L'article 9 est abrogé."]
        ),
        "I. – Supprimer l'alinéa 1.\n\
         II. – En conséquence, compléter cet article par l'alinéa suivant :\n\
         « 3° L'article 9 est abrogé. »."
    );
    assert_eq!(
        orders(&[], &["Les bacs rentrent le soir."]),
        "Rédiger ainsi cet article :\nLes bacs rentrent le soir."
    );
    // Nothing keeps the last item of a list from its full stop.
    assert_eq!(edited(&|new| new[5] = "3° L'article 9 est abrogé ;"), "not expressible");
}
