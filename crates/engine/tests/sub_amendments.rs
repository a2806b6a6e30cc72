//! A sub-amendment to the paragraphs of a new text gives what the amendment would have given had it
//! been worded so from the start, in both languages.

use hemicycle_engine::State;
use hemicycle_engine::adopt::{DoesNotApply, Refusal, Selection, adopt};
use hemicycle_engine::open::open;
use hemicycle_engine::state::Finding;
use source::{Severity, SourceFile};
use std::sync::Arc;
use text::{Child, Draft, Provision};

/// The words of one language.
struct Words {
    title: &'static str,
    draft: &'static str,
    tabled: &'static str,
    sub: &'static str,
    frame: &'static str,
    replace: &'static str,
    insert_after: &'static str,
    marks: [char; 2],
    ordinals: [&'static str; 4],
    base: [&'static str; 4],
    new: [&'static str; 4],
    come: [&'static str; 2],
}

const ENGLISH: Words = Words {
    title: "Compendium of written amendments",
    draft: "Draft resolution",
    tabled: "Tabled by Ms Ada LINDQVIST",
    sub: "Sub-amendment 1 to amendment 1",
    frame: "In amendment 1, ",
    replace: "In the draft resolution, replace paragraphs 2 and 3 with the following paragraphs:",
    insert_after: "In the draft resolution, after paragraph 2, insert the following paragraphs:",
    marks: ['“', '”'],
    ordinals: ["first", "second", "third", "fourth"],
    base: ["The boats are blue.", "The ferries wait.", "The lamps are old.", "It closes."],
    new: ["Boats are counted.", "Lamps are lit.", "Nobody sleeps.", "Fog is rare."],
    come: ["Bells ring.", "Horns sound."],
};

const FRENCH: Words = Words {
    title: "Recueil des amendements écrits",
    draft: "Projet de résolution",
    tabled: "Déposé par Mme Ada LINDQVIST",
    sub: "Sous-amendement 1 à l'amendement 1",
    frame: "À l'amendement 1, ",
    replace: "Dans le projet de résolution, remplacer les paragraphes 2 et 3 par les paragraphes suivants:",
    insert_after: "Dans le projet de résolution, après le paragraphe 2, insérer les paragraphes suivants:",
    marks: ['«', '»'],
    ordinals: ["premier", "deuxième", "troisième", "quatrième"],
    base: [
        "Les bateaux sont bleus.",
        "Les bacs attendent.",
        "Les lampes sont vieilles.",
        "Il ferme.",
    ],
    new: [
        "Les bateaux sont comptés.",
        "Les lampes sont allumées.",
        "Nul ne dort.",
        "Le brouillard est rare.",
    ],
    come: ["Les cloches sonnent.", "Les cors résonnent."],
};

/// What a sub-amendment does to the paragraphs.
#[derive(Clone, Copy, Debug)]
enum Change {
    InsertAfter(usize),
    InsertBefore(usize),
    InsertAtEnd,
    InsertAtBeginning,
    Delete(usize),
    ReplaceByOne(usize),
    ReplaceByTwo(usize),
}

impl Change {
    fn all(count: usize) -> Vec<Self> {
        let mut all = vec![Self::InsertAtEnd, Self::InsertAtBeginning];
        for at in 0..count {
            all.extend([Self::InsertAfter(at), Self::InsertBefore(at), Self::Delete(at)]);
            all.extend([Self::ReplaceByOne(at), Self::ReplaceByTwo(at)]);
        }
        all
    }

    fn apply(self, paragraphs: &mut Vec<&'static str>, [one, two]: [&'static str; 2]) {
        match self {
            Self::InsertAfter(at) => paragraphs.insert(at + 1, one),
            Self::InsertBefore(at) => paragraphs.insert(at, one),
            Self::InsertAtEnd => paragraphs.push(one),
            Self::InsertAtBeginning => paragraphs.insert(0, one),
            Self::Delete(at) => drop(paragraphs.remove(at)),
            Self::ReplaceByOne(at) => paragraphs[at] = one,
            Self::ReplaceByTwo(at) => drop(paragraphs.splice(at..=at, [one, two])),
        }
    }

    /// The sub-amendment; `place` names a paragraph.
    fn wording(self, words: &Words, place: impl Fn(usize) -> String) -> String {
        let [open, close] = words.marks;
        let [one, two] = words.come;
        let one = format!("{open}{one}{close}");
        let both = format!("{open}{}\n{two}{close}", words.come[0]);
        let french = words.frame.starts_with('À');
        let told = match (self, french) {
            (Self::InsertAfter(at), false) => {
                format!("after {}, insert the following paragraph: {one}", place(at))
            }
            (Self::InsertBefore(at), false) => {
                format!("before {}, insert the following paragraph: {one}", place(at))
            }
            (Self::InsertAtEnd, false) => {
                format!("at the end, insert the following paragraph: {one}")
            }
            (Self::InsertAtBeginning, false) => {
                format!("at the beginning, insert the following paragraph: {one}")
            }
            (Self::Delete(at), false) => format!("delete {}.", place(at)),
            (Self::ReplaceByOne(at), false) => {
                format!("replace {} with the following paragraph: {one}", place(at))
            }
            (Self::ReplaceByTwo(at), false) => {
                format!("replace {} with the following paragraphs:\n{both}", place(at))
            }
            (Self::InsertAfter(at), true) => {
                format!("après {}, insérer le paragraphe suivant: {one}", place(at))
            }
            (Self::InsertBefore(at), true) => {
                format!("avant {}, insérer le paragraphe suivant: {one}", place(at))
            }
            (Self::InsertAtEnd, true) => {
                format!("à la fin, insérer le paragraphe suivant: {one}")
            }
            (Self::InsertAtBeginning, true) => {
                format!("au début, insérer le paragraphe suivant: {one}")
            }
            (Self::Delete(at), true) => format!("supprimer {}.", place(at)),
            (Self::ReplaceByOne(at), true) => {
                format!("remplacer {} par le paragraphe suivant: {one}", place(at))
            }
            (Self::ReplaceByTwo(at), true) => {
                format!("remplacer {} par les paragraphes suivants:\n{both}", place(at))
            }
        };
        format!("{}{told}", words.frame)
    }
}

fn payload(words: &Words, paragraphs: &[&str], from: Option<usize>) -> String {
    let lines: Vec<String> = paragraphs
        .iter()
        .enumerate()
        .map(|(at, text)| match from {
            Some(from) => format!("{}. {text}", from + at),
            None => (*text).to_owned(),
        })
        .collect();
    let [open, close] = words.marks;
    format!("{open}{}{close}", lines.join("\n"))
}

fn compendium(words: &Words, amendments: &[(&str, String)]) -> State {
    let mut text = format!("Doc. 77 – {}\n\nLakes\n\nA. {}\n\n", words.title, words.draft);
    for (at, paragraph) in words.base.iter().enumerate() {
        text.push_str(&format!("{}. {paragraph}\n", at + 1));
    }
    for (heading, wording) in amendments {
        text.push_str(&format!("\n{heading}\n\n{}\n\n{wording}\n", words.tabled));
    }
    open(vec![Arc::new(SourceFile::new("lakes", text))]).state
}

fn heading(words: &Words) -> &'static str {
    if words.frame.starts_with('À') { "Amendement 1" } else { "Amendment 1" }
}

fn lines(draft: &Draft) -> Vec<String> {
    fn line(provision: &Provision) -> String {
        let text = provision.opening().map_or("", |block| &block.content.text);
        format!("{}. {text}", provision.number)
    }
    let provisions = draft.parts[0].children.iter().filter_map(|child| match child {
        Child::Provision(provision) => Some(line(provision)),
        Child::Block(_) | Child::Opaque(_) => None,
    });
    provisions.collect()
}

fn adopted(state: &State, amendments: Vec<usize>) -> Vec<String> {
    let adopted = adopt(state, &Selection::Set(amendments)).expect("it stands together");
    lines(&adopted.texts[0].consolidated.draft)
}

fn errors(state: &State) -> Vec<&Finding> {
    state.findings.iter().filter(|finding| finding.severity() == Severity::Error).collect()
}

/// Every change to one to four paragraphs, numbered or not, cited by number or by place.
#[test]
fn it_is_as_if_the_amendment_had_been_worded_so() {
    let mut run = 0;
    for words in [&ENGLISH, &FRENCH] {
        for (operation, from) in [(words.replace, 2), (words.insert_after, 3)] {
            for count in 1..=4 {
                for (numbered, change) in [true, false]
                    .into_iter()
                    .flat_map(|n| Change::all(count).into_iter().map(move |c| (n, c)))
                {
                    let printed = numbered.then_some(from);
                    let paragraphs: Vec<&'static str> = words.new[..count].to_vec();
                    let wording = format!("{operation}\n{}", payload(words, &paragraphs, printed));
                    let place = |at: usize| match (numbered, words.frame.starts_with('À')) {
                        (true, false) => format!("paragraph {}", from + at),
                        (true, true) => format!("le paragraphe {}", from + at),
                        (false, false) => format!("the {} paragraph", words.ordinals[at]),
                        (false, true) => format!("le {} paragraphe", words.ordinals[at]),
                    };
                    let sub = change.wording(words, place);
                    let mut new = paragraphs.clone();
                    change.apply(&mut new, words.come);
                    let state = compendium(
                        words,
                        &[(heading(words), wording.clone()), (words.sub, sub.clone())],
                    );
                    if new.is_empty() {
                        assert_eq!(errors(&state).len(), 1, "{sub}");
                        continue;
                    }
                    let direct = format!("{operation}\n{}", payload(words, &new, printed));
                    let direct = compendium(words, &[(heading(words), direct)]);
                    assert_eq!(errors(&state), Vec::<&Finding>::new(), "{wording}\n{sub}");
                    assert_eq!(
                        adopted(&state, vec![0, 1]),
                        adopted(&direct, vec![0]),
                        "{wording}\n{sub}"
                    );
                    run += 1;
                }
            }
        }
    }
    assert_eq!(run, 456);
}

#[test]
fn check_says_what_adoption_would_refuse() {
    for (words, sub) in [
        (&ENGLISH, "In amendment 1, delete the word “rafts”"),
        (&FRENCH, "À l'amendement 1, supprimer le mot «radeaux»"),
    ] {
        let wording = format!("{}\n{}", words.replace, payload(words, &words.new[..2], Some(2)));
        let state = compendium(words, &[(heading(words), wording), (words.sub, sub.to_owned())]);
        let codes: Vec<&str> = errors(&state).iter().map(|finding| finding.code()).collect();
        assert_eq!(codes, ["words-not-found"]);
        let refused = adopt(&state, &Selection::Set(vec![0, 1])).expect_err("it has no place");
        let why = DoesNotApply::NoPlace;
        assert_eq!(*refused, Refusal::SubAmendment { amendment: 1, parent: 0, why });
    }
}
