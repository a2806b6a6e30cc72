//! Every form multiplied by its variants of verb, preposition, colon, comma, quote marks and line
//! break: all mean the same.

use hemicycle_instruction::style::{Language, language};
use hemicycle_instruction::{Instruction, Locator, parse};
use text::Lang;

/// One language's variants. In the forms `I` inserts, `R` replaces, `D` deletes, `W` is "with",
/// `,` may be missing, `: ` has its variants, `[` and `]` are quote marks.
struct Speech {
    tag: &'static str,
    insert: &'static [&'static str],
    replace: &'static [&'static str],
    delete: &'static [&'static str],
    with: &'static [&'static str],
    forms: &'static [&'static str],
}

const ENGLISH: Speech = Speech {
    tag: "en",
    insert: &["insert", "add", "Insert"],
    replace: &["replace", "REPLACE"],
    delete: &["delete", "Delete"],
    with: &["with", "by"],
    forms: &[
        "In the draft resolution, after paragraph 3.2, I the following paragraph: [keep the lamps lit;]",
        "In the draft resolution, before paragraph 3, I the following new paragraph: [It is “wide”.]",
        "In the draft resolution, R paragraph 4 W the following paragraph: [The Assembly thanks the pilots.]",
        "In the draft resolution, D paragraphs 5 and 6.",
        "In the draft resolution, at the end of paragraph 2, I the following sentence: [Boats are counted yearly.]",
        "In the draft resolution, paragraph 2, at the beginning, I the following word: [Still]",
        "In the draft resolution, paragraph 1, R the last sentence W the following sentences: [It is wide. It is cold.]",
        "In the draft resolution, R the last sentence of paragraph 16 W the following sentence: [It is cold.]",
        "In the draft resolution, paragraph 4, D the following sentence: [It closes.]",
        "In the draft resolution, paragraph 3, after the first sentence, I the following sentence: [Fog is common.]",
        "In the draft resolution, paragraph 2, at the end of the first sentence, I the following words: [, above all in winter]",
        "In the draft resolution, paragraph 2, first sentence, R the word [boats] W the following word: [ships]",
        "In the draft resolution, after the words [any reform of the old], D the following word: [wooden]",
        "In the draft resolution, paragraph 2, after the words [small boats], I the following words: [, and rafts,]",
        "In the draft resolution, I the word [large] before the word [boats]",
        "In the draft resolution, paragraph 2, D all words after [In view of the fog,] and R W the following words: [we wait.]",
        "In the draft resolution, paragraph 2, R the text from the words [by day] to the words [by night] W the following text: [always]",
        "In the draft resolution, paragraph 2, D the second occurrence of the word [boats]",
        "In the draft resolution, R the title W the following words: [Safe lakes]",
        "In the draft resolution, paragraph 6.1.1, in Rule 8.1.a, R the words [a boat] W the words [two boats]",
        "In amendment 13, R the second sentence W the following sentence: [It is wide.]",
        "In paragraph 11, after the word [small], I the following words: [and large]",
        "In the draft resolution, paragraph 2, R [open] W [close], D [by night] and R [a] W [b].",
    ],
};

const FRENCH: Speech = Speech {
    tag: "fr",
    insert: &["insérer", "ajouter", "Insérer"],
    replace: &["remplacer", "REMPLACER"],
    delete: &["supprimer", "Supprimer"],
    with: &["par"],
    forms: &[
        "Dans le projet de résolution, après le paragraphe 3.2, I le paragraphe suivant: [garder les lampes;]",
        "Dans le projet d'avis, avant le paragraphe 3, I le nouveau paragraphe suivant: [Il est «large».]",
        "Dans le projet de résolution, R le paragraphe 4 W le paragraphe suivant: [L'Assemblée remercie les pilotes.]",
        "Dans le projet de résolution, D les paragraphes 5 et 6.",
        "Dans le projet de résolution, à la fin du paragraphe 2, I la phrase suivante: [On compte les bateaux.]",
        "Dans le projet de résolution, paragraphe 2, au début, I le mot suivant: [Encore]",
        "Dans le projet de résolution, paragraphe 1, R la dernière phrase W les phrases suivantes: [Il est large. Il est froid.]",
        "Dans le projet de résolution, R la dernière phrase du paragraphe 16 W la phrase suivante: [Il est froid.]",
        "Dans le projet de résolution, paragraphe 4, D la phrase suivante: [Il ferme.]",
        "Dans le projet de résolution, paragraphe 3, après la première phrase, I la phrase suivante: [Le brouillard est là.]",
        "Dans le projet de résolution, paragraphe 2, à la fin de la première phrase, I les mots suivants: [, surtout en hiver]",
        "Dans le projet de résolution, paragraphe 2, première phrase, R le mot [bateaux] W le mot suivant: [navires]",
        "Dans le projet de résolution, après les mots [toute réforme du vieux], D le mot suivant: [bois]",
        "Dans le projet de résolution, I le mot [grands] avant le mot [bateaux]",
        "Dans le projet de résolution, paragraphe 2, D tous les mots après [En raison du brouillard,] et R W les mots suivants: [on attend.]",
        "Dans le projet de résolution, paragraphe 2, R le texte allant des mots [le jour] aux mots [la nuit] W le texte suivant: [toujours]",
        "Dans le projet de résolution, paragraphe 2, D la deuxième occurrence du mot [bateaux]",
        "Dans le projet de résolution, R le titre W les mots suivants: [Des lacs sûrs]",
        "Dans le projet de résolution, paragraphe 6.1.1, à l'article 8.1.a, R les mots [un bateau] W les mots [deux bateaux]",
        "À l'amendement 13, R la deuxième phrase W la phrase suivante: [Il est large.]",
        "Au paragraphe 11, après le mot [petit], I les mots suivants: [et grand]",
        "Dans le projet de résolution, paragraphe 2, R [ouvrir] W [fermer], D [la nuit] et R [a] W [b].",
    ],
};

/// The last pair is mixed: which marks a quotation has depends on its place.
const MARKS: [[(&str, &str); 2]; 5] = [
    [("“", "”"), ("“", "”")],
    [("«", "»"), ("«", "»")],
    [("« ", " »"), ("«\u{a0}", "\u{a0}»")],
    [("\"", "\""), ("\"", "\"")],
    [("«", "»"), ("\"", "\"")],
];

const COLONS: [&str; 5] = [": ", " : ", "\u{a0}: ", " ", ":\n"];
const COMMAS: [&str; 3] = [", ", " ", " , "];
const ENDS: [&str; 3] = ["", ".", "\n"];

fn read(wording: &str, language: &Language) -> Instruction<Locator> {
    let parsed = parse(wording, language);
    parsed.instruction.unwrap_or_else(|| panic!("{wording}\n{:?}", parsed.findings))
}

fn quoted(form: &str, marks: [(&str, &str); 2]) -> String {
    let mut text = String::new();
    let mut pairs = 0;
    for c in form.chars() {
        match c {
            '[' => text.push_str(marks[pairs % 2].0),
            ']' => {
                text.push_str(marks[pairs % 2].1);
                pairs += 1;
            }
            _ => text.push(c),
        }
    }
    text
}

/// Replaces outside the quotations only.
fn outside(form: &str, from: &str, to: &str) -> String {
    let pieces = form.split_inclusive(['[', ']']);
    let changed = pieces.map(|piece| match piece.ends_with(']') {
        true => piece.to_owned(),
        false => piece.replace(from, to),
    });
    changed.collect()
}

fn multiplied(speech: &Speech) -> usize {
    let language = language(Lang::new(speech.tag)).expect("registered");
    let mut read_in_all = 0;
    for form in speech.forms {
        let mut wanted = None;
        let verbs = [(" I ", speech.insert), (" R ", speech.replace), (" D ", speech.delete)];
        for round in 0..3 {
            let mut worded = (*form).to_owned();
            for (sign, words) in verbs {
                worded = outside(&worded, sign, &format!(" {} ", words[round % words.len()]));
            }
            worded =
                outside(&worded, " W ", &format!(" {} ", speech.with[round % speech.with.len()]));
            for comma in COMMAS {
                // Numbers and several operations are set apart by their commas.
                let keeps = worded.contains("],");
                let commas = if keeps { worded.clone() } else { outside(&worded, ", ", comma) };
                for colon in COLONS {
                    let colons = outside(&commas, ": ", colon);
                    for marks in MARKS {
                        for end in ENDS {
                            let wording = quoted(&colons, marks) + end;
                            let read = read(&wording, language);
                            let wanted = wanted.get_or_insert_with(|| read.clone());
                            assert_eq!(read, *wanted, "{wording}");
                            read_in_all += 1;
                        }
                    }
                }
            }
        }
    }
    read_in_all
}

#[test]
fn english_forms_in_all_their_variants() {
    assert!(multiplied(&ENGLISH) > 12_000);
}

#[test]
fn french_forms_in_all_their_variants() {
    assert!(multiplied(&FRENCH) > 12_000);
}
