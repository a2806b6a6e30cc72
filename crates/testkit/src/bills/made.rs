//! Arbitrary articles and amendments to them, canonical: what is written of them reads back the same.

use crate::random::Random;
use instruction::{
    Edge, Frame, Instruction, Locator, Occurrence, Operation, Ordinal, Payload, PayloadParagraph,
    PayloadUnit, Provisions, Quote, Sentences, Subject, Unit, UnitPath, WordsAt,
};
use text::Fragment;

const SUBJECTS: &[&str] =
    &["Les bacs", "Les radeaux", "Une lampe", "Le conseil du lac", "L'éclusier", "La commune"];
const VERBS: &[&str] = &["compte", "éteint", "mentionne", "surveille", "peint", "remplace"];
const OBJECTS: &[&str] = &[
    "les barques et les lampes",
    "les lampes, même la nuit",
    "l'article L. 12-3 du code des lacs",
    "le 2° du I",
    "100 florins d'amende",
    "le mot « brume » et la cloche",
];

fn clause(random: &mut Random) -> String {
    format!("{} {} {}", random.pick(SUBJECTS), random.pick(VERBS), random.pick(OBJECTS))
}

/// An article, an alinéa a line: units with labels, quoted provisions, several sentences.
pub fn article(random: &mut Random) -> Vec<String> {
    let mut lines = Vec::new();
    for roman in 1..=1 + random.below(3) as u32 {
        let label = format!("{}. - ", text::roman(roman));
        if random.once_in(3) {
            lines.push(format!("{label}{}. {}.", clause(random), clause(random)));
            continue;
        }
        lines.push(format!("{label}Le code des lacs est ainsi modifié :"));
        let items = 1 + random.below(4);
        for item in 1..=items {
            let end = if item == items { "." } else { " ;" };
            if random.once_in(2) {
                lines.push(format!("{item}° {}{end}", clause(random)));
                continue;
            }
            lines.push(format!("{item}° L'article {item} est ainsi rédigé :"));
            let quoted = 1 + random.below(3);
            for at in 1..=quoted {
                let name = if at == 1 { format!("Art. {item}. - ") } else { String::new() };
                let outer = if item == items { "" } else { " ;" };
                let close = if at == quoted { format!("\"{outer}") } else { String::new() };
                lines.push(format!("\"{name}{}. {}.{close}", clause(random), clause(random)));
            }
        }
        if random.once_in(3) {
            lines.push(format!("{}.", clause(random)));
        }
    }
    lines
}

/// Some words of an alinéa, as whole words.
fn words_of(line: &str, random: &mut Random) -> String {
    let words: Vec<&str> = line
        .split(' ')
        .filter(|word| word.contains(char::is_alphanumeric) && !word.contains(['"', '«', '»']))
        .collect();
    let from = random.below(words.len());
    let len = 1 + random.below(3);
    let mut run = Vec::new();
    for word in words.iter().skip(from).take(len) {
        run.push(word.trim_end_matches(['.', ';', ',', ':']));
    }
    let run = run.join(" ");
    // Only what stands there so, and is not cut by a mark that was left out.
    if !run.is_empty() && line.contains(&run) { run } else { "lampe".to_owned() }
}

fn payload(unit: PayloadUnit, paragraphs: Vec<String>) -> Payload {
    let paragraphs = paragraphs
        .into_iter()
        .map(|text| PayloadParagraph { content: Fragment::plain(text), ..Default::default() })
        .collect();
    Payload { unit, paragraphs }
}

fn new_words(random: &mut Random) -> Payload {
    let text = match random.below(4) {
        0 => "flottantes".to_owned(),
        1 => ", sauf en hiver,".to_owned(),
        2 => (*random.pick(OBJECTS)).to_owned(),
        _ => clause(random),
    };
    payload(PayloadUnit::Words, vec![text])
}

fn new_alineas(random: &mut Random) -> Payload {
    let paragraph = |random: &mut Random| match random.below(4) {
        0 => format!("{}° {} ;", 1 + random.below(9), clause(random)),
        1 => format!("« Art. {}. – {}. »", 1 + random.below(9), clause(random)),
        _ => format!("{}.", clause(random)),
    };
    let count = 1 + random.below(3);
    payload(PayloadUnit::Provisions, (0..count).map(|_| paragraph(random)).collect())
}

fn at(provisions: Provisions) -> Locator {
    Locator { unit: Unit::Provisions(provisions), ..Locator::default() }
}

fn article_itself() -> Locator {
    at(Provisions::Labelled { unit: UnitPath::default(), blocks: None })
}

/// One alinéa, by its number or by its place in a unit.
fn alinea(lines: &[String], random: &mut Random) -> (Locator, usize) {
    let line = random.below(lines.len());
    if random.once_in(5) {
        let last = Ordinal::FromEnd((lines.len() - line) as u32);
        let nth = Ordinal::Nth(line as u32 + 1);
        let which = if lines.len() - line <= 2 && random.once_in(2) { last } else { nth };
        let unit = UnitPath::default();
        return (at(Provisions::Labelled { unit, blocks: Some((which, which)) }), line);
    }
    (at(Provisions::One((line + 1).to_string())), line)
}

fn sentences(random: &mut Random) -> Sentences {
    match random.below(8) {
        0 => Sentences::Last,
        1 => Sentences::Penultimate,
        2 => Sentences::LastCount(2),
        3 => Sentences::Range(1, 2),
        4 => Sentences::List(vec![1, 3]),
        5 => Sentences::Range(2, 3),
        n => Sentences::Nth(n as u32 - 5),
    }
}

fn occurrence(random: &mut Random) -> Occurrence {
    match random.below(8) {
        0 => Occurrence::Nth(1 + random.below(3) as u32),
        1 => Occurrence::Last,
        2 => Occurrence::Every,
        3 => Occurrence::AtBeginning,
        4 => Occurrence::AtEnd,
        _ => Occurrence::Only,
    }
}

/// A place of words.
fn words_at(lines: &[String], random: &mut Random) -> Locator {
    let (mut place, line) = alinea(lines, random);
    if random.once_in(3) {
        place.sentences = Some(sentences(random));
    }
    let quote = Quote::new(words_of(&lines[line], random));
    let words = WordsAt::Quoted { quote, occurrence: occurrence(random), context: None };
    Locator { words: Some(words), ..place }
}

/// Whole alinéas, or a unit by its labels.
fn units(lines: &[String], random: &mut Random) -> Locator {
    match random.below(4) {
        0 => {
            let first = 1 + random.below(lines.len());
            let last = first + 1 + random.below(3);
            at(Provisions::Range(first.to_string(), last.to_string()))
        }
        1 => {
            let labels = match random.below(3) {
                0 => vec!["I".to_owned()],
                1 => vec!["I".to_owned(), "2°".to_owned()],
                _ => vec!["1°".to_owned()],
            };
            at(Provisions::Labelled { unit: UnitPath { labels, quoted: false }, blocks: None })
        }
        _ => alinea(lines, random).0,
    }
}

/// One operation.
fn operation(lines: &[String], random: &mut Random) -> Operation<Locator> {
    match random.below(10) {
        0 => Operation::Delete { at: units(lines, random) },
        1 => Operation::Delete { at: words_at(lines, random) },
        2 => Operation::Replace { at: units(lines, random), with: new_alineas(random) },
        3 => {
            let at = Locator { sentences: Some(sentences(random)), ..alinea(lines, random).0 };
            let with = payload(PayloadUnit::Sentences, vec![format!("{}.", clause(random))]);
            Operation::Replace { at, with }
        }
        4 => {
            let (place, line) = alinea(lines, random);
            let quote = Quote::new(words_of(&lines[line], random));
            let (words, with) = match random.once_in(3) {
                true => (WordsAt::AllBefore { before: quote }, new_words(random)),
                false => (WordsAt::AllAfter { after: quote }, new_words(random)),
            };
            let sentences = random.once_in(3).then_some(Sentences::Around);
            let at = Locator { words: Some(words), sentences, ..place };
            match random.once_in(2) {
                true => Operation::Delete { at },
                false => Operation::Replace { at, with },
            }
        }
        5 => {
            let edge = if random.once_in(2) { Edge::After } else { Edge::Before };
            let mut at = words_at(lines, random);
            if let Some(WordsAt::Quoted { occurrence, .. }) = &mut at.words
                && matches!(
                    occurrence,
                    Occurrence::Every | Occurrence::AtBeginning | Occurrence::AtEnd
                )
            {
                *occurrence = Occurrence::Only;
            }
            Operation::Insert { edge, at, what: new_words(random) }
        }
        6 => {
            let edge = if random.once_in(2) { Edge::After } else { Edge::Before };
            Operation::Insert { edge, at: alinea(lines, random).0, what: new_alineas(random) }
        }
        7 => {
            let edge = if random.once_in(2) { Edge::Beginning } else { Edge::End };
            Operation::Insert { edge, at: alinea(lines, random).0, what: new_words(random) }
        }
        8 => {
            let what = payload(PayloadUnit::Sentences, vec![format!("{}.", clause(random))]);
            Operation::Insert { edge: Edge::End, at: alinea(lines, random).0, what }
        }
        _ => Operation::Insert { edge: Edge::End, at: article_itself(), what: new_alineas(random) },
    }
}

/// A canonical amendment to an article.
pub fn instruction(lines: &[String], random: &mut Random) -> Instruction<Locator> {
    let mut operations: Vec<_> = Vec::new();
    for _ in 0..1 + random.below(2) * random.below(3) {
        operations.push(operation(lines, random));
    }
    let subject = match random.once_in(12) {
        true => Subject::Amendment((1 + random.below(300)).to_string()),
        false => Subject::Unstated,
    };
    Instruction { frame: Frame { subject, only: None }, operations }
}
