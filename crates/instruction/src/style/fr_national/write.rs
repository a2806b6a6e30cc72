//! Writing wordings of bills, in one sentence each, as the National Assembly has them.
//!
//! Several operations are numbered, "I. –", "II. – En conséquence, …", each with its whole place, so
//! that none depends on the one before it. What this writes, [`super::read::parse`] reads back to the
//! same (law 1).

use crate::{
    Counted, Edge, Instruction, Locator, Occurrence, Operation, Ordinal, Payload, PayloadUnit,
    Provisions, Sentences, Subject, Unit, WordsAt,
};
use source::fault::{Fault, planted};

/// Writes an instruction.
pub fn generate(instruction: &Instruction<Locator>) -> String {
    let mut out = String::new();
    if let Subject::Amendment(number) = &instruction.frame.subject {
        out.push_str(&format!("Amendement n° {number}\n\n"));
    }
    let several = instruction.operations.len() > 1;
    // Marks stand around a new text once a place was put into a sentence by its number: the reader
    // holds it the same way.
    let mut marked = false;
    for (at, operation) in instruction.operations.iter().enumerate() {
        if at > 0 {
            out.push_str("\n\n");
        }
        if several {
            out.push_str(&format!("{}. – ", text::roman(at as u32 + 1)));
        }
        let order = order(operation, &mut marked);
        if at > 0 {
            out.push_str("En conséquence, ");
            out.push_str(&order);
        } else {
            out.push_str(&capitalised(&order));
        }
    }
    out
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => String::new(),
    }
}

/// How a noun phrase stands in its sentence.
#[derive(Clone, Copy)]
enum Case {
    /// "l'alinéa 5"
    Bare,
    /// "à l'alinéa 5"
    To,
    /// "de l'alinéa 5"
    Of,
}

/// A noun with its article and preposition: gender and number from the article.
fn with_article(article: &str, case: Case, noun: &str) -> String {
    let before = match (case, article) {
        (Case::Bare, "l'") => "l'",
        (Case::To, "l'") => "à l'",
        (Case::Of, "l'") => "de l'",
        (Case::Bare, "la") => "la ",
        (Case::To, "la") => "à la ",
        (Case::Of, "la") => "de la ",
        (Case::Bare, "le") => "le ",
        (Case::To, "le") => "au ",
        (Case::Of, "le") => "du ",
        (Case::Bare, "les") => "les ",
        (Case::To, "les") => "aux ",
        (Case::Of, "les") => "des ",
        // "cet article"
        (Case::Bare, _) => "",
        (Case::To, _) => "à ",
        (Case::Of, _) => "de ",
    };
    format!("{before}{noun}")
}

/// The unit of a place; `None` for the whole article where words are sought in it.
fn unit(at: &Locator, case: Case) -> Option<String> {
    let provisions = match &at.unit {
        Unit::Unstated | Unit::Title => return None,
        Unit::Provisions(provisions) => provisions,
    };
    Some(match provisions {
        Provisions::One(number) => with_article("l'", case, &format!("alinéa {number}")),
        Provisions::Range(first, last) => {
            with_article("les", case, &format!("alinéas {first} à {last}"))
        }
        Provisions::List(numbers) => {
            with_article("les", case, &format!("alinéas {}", listed(numbers)))
        }
        Provisions::Counted(Counted::Only) => return None,
        Provisions::Counted(Counted::Nth(nth)) => {
            with_article("le", case, &format!("{} alinéa", ordinal(Ordinal::Nth(*nth), false)))
        }
        Provisions::Counted(Counted::Last) => with_article("le", case, "dernier alinéa"),
        Provisions::Labelled { unit, blocks } => {
            let of = || match unit.is_whole() {
                true => "de cet article".to_owned(),
                false => path(unit, Case::Of),
            };
            match blocks {
                None if unit.is_whole() => with_article("cet", case, "cet article"),
                None => path(unit, case),
                Some((first, last)) if first == last => {
                    let noun = format!("{} alinéa {}", ordinal(*first, false), of());
                    with_article("le", case, &noun)
                }
                Some((first, last)) => {
                    let row = row(*first, *last, false);
                    with_article("les", case, &format!("{row} alinéas {}", of()))
                }
            }
        }
    })
}

/// "le 2° du I", "le texte proposé par le I".
fn path(unit: &crate::UnitPath, case: Case) -> String {
    let mut inner_first = unit.labels.iter().rev();
    let mut noun = inner_first.next().cloned().unwrap_or_default();
    for label in inner_first {
        noun.push_str(" du ");
        noun.push_str(label);
    }
    match (unit.quoted, unit.labels.is_empty()) {
        (false, _) => with_article("le", case, &noun),
        (true, true) => with_article("le", case, "texte proposé par cet article"),
        (true, false) => with_article("le", case, &format!("texte proposé par le {noun}")),
    }
}

fn listed(items: &[String]) -> String {
    match items.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} et {last}", rest.join(", ")),
        _ => items.concat(),
    }
}

const ORDINALS: [[&str; 2]; 20] = [
    ["premier", "première"],
    ["deuxième", "deuxième"],
    ["troisième", "troisième"],
    ["quatrième", "quatrième"],
    ["cinquième", "cinquième"],
    ["sixième", "sixième"],
    ["septième", "septième"],
    ["huitième", "huitième"],
    ["neuvième", "neuvième"],
    ["dixième", "dixième"],
    ["onzième", "onzième"],
    ["douzième", "douzième"],
    ["treizième", "treizième"],
    ["quatorzième", "quatorzième"],
    ["quinzième", "quinzième"],
    ["seizième", "seizième"],
    ["dix-septième", "dix-septième"],
    ["dix-huitième", "dix-huitième"],
    ["dix-neuvième", "dix-neuvième"],
    ["vingtième", "vingtième"],
];

fn ordinal(which: Ordinal, feminine: bool) -> String {
    let form = usize::from(feminine);
    match which {
        Ordinal::Nth(nth) => match ORDINALS.get((nth as usize).wrapping_sub(1)) {
            Some(forms) => forms[form].to_owned(),
            None => format!("{nth}ème"),
        },
        Ordinal::FromEnd(1) => ["dernier", "dernière"][form].to_owned(),
        Ordinal::FromEnd(2) => ["avant-dernier", "avant-dernière"][form].to_owned(),
        Ordinal::FromEnd(_) => "antépénultième".to_owned(),
    }
}

/// Several in a row: "deux premières", "trois derniers", "deuxième à quatrième".
fn row(first: Ordinal, last: Ordinal, feminine: bool) -> String {
    match (first, last) {
        (Ordinal::Nth(1), Ordinal::Nth(count)) => {
            format!(
                "{} {}",
                count_in_words(count),
                ["premiers", "premières"][usize::from(feminine)]
            )
        }
        (Ordinal::FromEnd(count), Ordinal::FromEnd(1)) => {
            format!(
                "{} {}",
                count_in_words(count),
                ["derniers", "dernières"][usize::from(feminine)]
            )
        }
        _ => format!("{} à {}", ordinal(first, feminine), ordinal(last, feminine)),
    }
}

fn count_in_words(count: u32) -> String {
    let words = super::fr::lexicon::COUNTS;
    let found = words.iter().find(|(word, value)| *value == count && *word != "une");
    found.map_or_else(|| count.to_string(), |(word, _)| (*word).to_owned())
}

/// The sentences of a place with its unit: "la première phrase de l'alinéa 5".
fn place(at: &Locator, case: Case) -> Option<String> {
    let Some(sentences) = &at.sentences else { return unit(at, case) };
    let (article, noun) = match sentences {
        Sentences::Nth(nth) => {
            let nth = if planted(Fault::GenerateFirstSentence) { 1 } else { *nth };
            ("la", format!("{} phrase", ordinal(Ordinal::Nth(nth), true)))
        }
        Sentences::Last => ("la", "dernière phrase".to_owned()),
        Sentences::Penultimate => ("l'", "avant-dernière phrase".to_owned()),
        Sentences::LastCount(count) => {
            ("les", format!("{} dernières phrases", count_in_words(*count)))
        }
        Sentences::Range(1, last) => {
            ("les", format!("{} premières phrases", count_in_words(*last)))
        }
        Sentences::Range(first, last) => {
            let all: Vec<String> =
                (*first..=*last).map(|nth| ordinal(Ordinal::Nth(nth), true)).collect();
            ("les", format!("{} phrases", listed(&all)))
        }
        Sentences::List(numbers) => {
            let all: Vec<String> =
                numbers.iter().map(|nth| ordinal(Ordinal::Nth(*nth), true)).collect();
            ("les", format!("{} phrases", listed(&all)))
        }
        Sentences::Around | Sentences::Quoted(_) => ("la", "phrase".to_owned()),
    };
    let of = unit(at, Case::Of).filter(|_| *sentences != Sentences::Around);
    Some(with_article(article, case, &of.map_or(noun.clone(), |of| format!("{noun} {of}"))))
}

fn quoted(text: &str) -> String {
    format!("« {text} »")
}

/// "les mots : « … »" or "le mot : « … »".
fn words(text: &str, case: Case) -> String {
    let one = !text.trim().contains(char::is_whitespace);
    let (article, noun) = if one { ("le", "mot") } else { ("les", "mots") };
    format!("{} : {}", with_article(article, case, noun), quoted(text))
}

/// Words that stand in the draft, with which of several they are.
fn named(text: &str, occurrence: Occurrence, case: Case) -> String {
    let which = match occurrence {
        Occurrence::Nth(nth) => ordinal(Ordinal::Nth(nth), true),
        Occurrence::Last => "dernière".to_owned(),
        _ => return words(text, case),
    };
    let noun = format!("{which} occurrence {}", words(text, Case::Of));
    with_article("la", case, &noun)
}

/// Where words stand, before the verb: "à l'alinéa 5, ", "au début de l'alinéa 5, ".
fn lead(at: &Locator, occurrence: Occurrence) -> String {
    let side = match occurrence {
        Occurrence::AtBeginning => Some("au début"),
        Occurrence::AtEnd => Some("à la fin"),
        _ => None,
    };
    let bare = Locator { words: None, ..at.clone() };
    match (side, place(&bare, if side.is_some() { Case::Of } else { Case::To })) {
        (Some(side), Some(place)) => format!("{side} {place}, "),
        (Some(side), None) => format!("{side}, "),
        (None, Some(place)) => format!("{place}, "),
        (None, None) => String::new(),
    }
}

const EVERY: &str = "à chaque occurrence ";

fn order(operation: &Operation<Locator>, marked: &mut bool) -> String {
    let unit = unit(operation.at(), Case::Bare).unwrap_or_default();
    *marked |= unit.contains(|c: char| c.is_ascii_digit());
    let marked = *marked;
    match operation {
        Operation::Delete { at } => match &at.words {
            None => format!("supprimer {}.", place(at, Case::Bare).unwrap_or_default()),
            Some(WordsAt::Quoted { quote, occurrence, .. }) => {
                let every = if *occurrence == Occurrence::Every { EVERY } else { "" };
                let words = named(&quote.text, *occurrence, Case::Bare);
                format!("{}supprimer {every}{words}.", lead(at, *occurrence))
            }
            Some(rest) => format!("{}.", to_the_end(at, rest, "supprimer")),
        },
        Operation::Replace { at, with } => match &at.words {
            None => {
                let place = place(at, Case::Bare).unwrap_or_default();
                format!("rédiger ainsi {place} :{}", new_text(with, marked))
            }
            Some(WordsAt::Quoted { quote, occurrence, .. }) => {
                let every = if *occurrence == Occurrence::Every { EVERY } else { "" };
                let old = named(&quote.text, *occurrence, Case::To);
                let new = words(&with.joined().text, Case::Bare);
                format!("{}substituer {every}{old} {new}.", lead(at, *occurrence))
            }
            Some(rest) => {
                let order = to_the_end(at, rest, "rédiger ainsi");
                format!("{order} : {}.", quoted(&with.joined().text))
            }
        },
        Operation::Insert { edge, at, what } => insertion(*edge, at, what, marked),
    }
}

/// "après le mot : « … », supprimer la fin de l'alinéa 9".
fn to_the_end(at: &Locator, rest: &WordsAt, verb: &str) -> String {
    let (side, end, quote) = match rest {
        WordsAt::AllBefore { before } => ("avant", "le début", before),
        WordsAt::AllAfter { after } => ("après", "la fin", after),
        WordsAt::FromToEnd { from } | WordsAt::FromTo { from, .. } => ("après", "la fin", from),
        WordsAt::Quoted { quote, .. } => ("après", "la fin", quote),
    };
    let bare = Locator { words: None, ..at.clone() };
    let around = at.sentences == Some(Sentences::Around);
    let lead = match unit(at, Case::To).filter(|_| around) {
        Some(unit) => format!("{unit}, "),
        None => String::new(),
    };
    let place = place(&bare, Case::Of).unwrap_or_else(|| "de cet article".to_owned());
    format!("{lead}{side} {}, {verb} {end} {place}", words(&quote.text, Case::Bare))
}

fn insertion(edge: Edge, at: &Locator, what: &Payload, marked: bool) -> String {
    let side = if edge == Edge::Before { "avant" } else { "après" };
    match (&at.words, edge) {
        (Some(WordsAt::Quoted { quote, occurrence, .. }), _) => {
            let anchor = named(&quote.text, *occurrence, Case::Bare);
            let lead = lead(at, *occurrence);
            format!("{lead}{side} {anchor}, insérer {}", announced(what, marked))
        }
        (_, Edge::Before | Edge::After | Edge::Between) => {
            let place = place(at, Case::Bare).unwrap_or_default();
            format!("{side} {place}, insérer {}", announced(what, marked))
        }
        (_, Edge::Beginning) => {
            let place = place(at, Case::Of).unwrap_or_else(|| "de cet article".to_owned());
            format!("au début {place}, insérer {}", announced(what, marked))
        }
        (_, Edge::End) => {
            let place = place(at, Case::Bare).unwrap_or_else(|| "cet article".to_owned());
            format!("compléter {place} par {}", announced(what, marked))
        }
    }
}

/// A new text with what it is called.
fn announced(what: &Payload, marked: bool) -> String {
    let several = what.paragraphs.len() > 1;
    match what.unit {
        PayloadUnit::Provisions => {
            let called = match several {
                false => "l'alinéa suivant".to_owned(),
                true => {
                    format!("les {} alinéas suivants", count_in_words(what.paragraphs.len() as u32))
                }
            };
            format!("{called} :{}", new_text(what, marked))
        }
        PayloadUnit::Sentences => format!("la phrase suivante : {}.", quoted(&what.joined().text)),
        PayloadUnit::Words | PayloadUnit::Text | PayloadUnit::Unstated => {
            format!("{}.", words(&what.joined().text, Case::Bare))
        }
    }
}

/// Whole paragraphs, on lines of their own.
fn new_text(what: &Payload, marked: bool) -> String {
    let mut out = String::new();
    for paragraph in &what.paragraphs {
        out.push_str(if marked { "\n\n« " } else { "\n\n" });
        out.push_str(&paragraph.content.text);
    }
    // A mark behind words that open a quotation and do not close it would be read as theirs.
    let last = what.paragraphs.last().map_or("", |paragraph| &paragraph.content.text);
    if marked && last.matches('«').count() <= last.matches('»').count() {
        out.push_str(" ».");
    }
    out
}
