//! Every wording of the case files multiplied by its variants of verb, comma, colon, quote marks,
//! line break and end: all mean the same.
//!
//! The forms are those of `tests/suite/instruction`, so that a new case is multiplied by itself.
//! Only what stands outside the quotations varies, and their marks; what is quoted stays.

use hemicycle_instruction::style::{Language, language};
use hemicycle_instruction::{
    Instruction, Locator, Operation, Provisions, Quote, Sentences, Unit, WordsAt, parse,
};
use source::Span;
use std::collections::BTreeMap;
use testkit::suite::{Told, told};
use text::Lang;

/// Words of one language that mean the same in a wording.
struct Speech {
    tag: &'static str,
    synonyms: &'static [&'static [&'static str]],
    /// Whether a word in capitals has the same letters.
    capitals: bool,
}

const SPEECHES: [Speech; 3] = [
    Speech {
        tag: "en",
        synonyms: &[
            &["insert", "add"],
            &["replace", "substitute"],
            &["delete", "remove"],
            &["with", "by"],
        ],
        capitals: true,
    },
    Speech { tag: "fr", synonyms: &[&["insérer", "ajouter"]], capitals: true },
    Speech {
        tag: "de",
        synonyms: &[&["einfügen", "anfügen"], &["streichen", "löschen"]],
        capitals: false,
    },
];

/// The last pairs are mixed: which marks a quotation has depends on its place.
const MARKS: [[(&str, &str); 2]; 5] = [
    [("“", "”"), ("“", "”")],
    [("« ", " »"), ("«\u{a0}", "\u{a0}»")],
    [("\"", "\""), ("\"", "\"")],
    [("«", "»"), ("\"", "\"")],
    [("„", "“"), ("“", "”")],
];

const COLONS: [&str; 6] = [": ", " : ", "\u{a0}: ", " ", ":\n", " :\r\n\r\n"];
const COMMAS: [&str; 4] = [", ", " ", " , ", ",\u{a0}"];
const BREAKS: [&str; 3] = [" ", "\u{a0}", "\n"];
const ENDS: [&str; 4] = ["", ".", "\n", " .\n"];

/// A piece of a wording.
enum Piece<'a> {
    /// The author's instruction.
    Outside(&'a str),
    /// What is quoted, without marks where it had none, or where other marks stand inside it.
    Quoted { content: &'a str, bare: bool },
}

fn quotes(at: &Locator, spans: &mut Vec<Span>) {
    let mut add = |quote: &Quote| spans.push(quote.span);
    if let Some(Sentences::Quoted(quote)) = &at.sentences {
        add(quote);
    }
    match &at.words {
        Some(WordsAt::Quoted { quote, context, .. }) => {
            add(quote);
            context.iter().for_each(|context| add(&context.quote));
        }
        Some(WordsAt::FromTo { from, to }) => {
            add(from);
            add(to);
        }
        Some(WordsAt::FromToEnd { from }) => add(from),
        Some(WordsAt::AllAfter { after }) => add(after),
        Some(WordsAt::AllBefore { before }) => add(before),
        None => {}
    }
}

/// The quotations of a wording, in order; a new text in several paragraphs is one.
fn quotations(instruction: &Instruction<Locator>) -> Vec<Span> {
    let mut spans = Vec::new();
    for operation in &instruction.operations {
        quotes(operation.at(), &mut spans);
        let paragraphs = operation.payload().map_or(&[][..], |payload| &payload.paragraphs);
        if let (Some(first), Some(last)) = (paragraphs.first(), paragraphs.last()) {
            spans.push(Span { start: first.span.start, end: last.span.end });
        }
    }
    spans.sort_by_key(|span| span.start);
    spans.dedup();
    spans
}

const OPENING: [char; 4] = ['«', '“', '„', '"'];
const CLOSING: [char; 4] = ['»', '”', '“', '"'];

/// Cuts a wording into what may vary and what may not.
fn pieces<'a>(wording: &'a str, instruction: &Instruction<Locator>) -> Vec<Piece<'a>> {
    let (mut pieces, mut at) = (Vec::new(), 0);
    for span in quotations(instruction) {
        let (start, end) = (span.start as usize, span.end as usize);
        // A number before a new text belongs to what is quoted.
        let number = |c: char| c.is_ascii_digit() || c == '.' || c.is_whitespace();
        let before = wording[at..start].trim_end_matches(number);
        let after = &wording[end..];
        let gap = after.len() - after.trim_start().len();
        let close = after.trim_start().chars().next().filter(|c| CLOSING.contains(c));
        let open = before.chars().next_back().filter(|c| OPENING.contains(c));
        let (Some(open), Some(close)) = (open, close) else {
            pieces.push(Piece::Outside(&wording[at..start]));
            pieces.push(Piece::Quoted { content: &wording[start..end], bare: true });
            at = end;
            continue;
        };
        let opens = at + before.len() - open.len_utf8();
        let closes = end + gap + close.len_utf8();
        pieces.push(Piece::Outside(&wording[at..opens]));
        let content = wording[at + before.len()..end].trim();
        if content.contains(OPENING) || content.contains(CLOSING) {
            pieces.push(Piece::Quoted { content: &wording[opens..closes], bare: true });
        } else {
            pieces.push(Piece::Quoted { content, bare: false });
        }
        at = closes;
    }
    pieces.push(Piece::Outside(&wording[at..]));
    pieces
}

/// What varies in one wording.
#[derive(Clone, Copy)]
struct Variant {
    round: usize,
    comma: &'static str,
    colon: &'static str,
    marks: [(&'static str, &'static str); 2],
    space: &'static str,
    end: &'static str,
}

fn spoken(speech: &Speech, word: &str, round: usize) -> String {
    for group in speech.synonyms {
        if let Some(at) = group.iter().position(|known| *known == word.to_lowercase()) {
            let chosen = group[(at + round) % group.len()];
            let capital = word.starts_with(char::is_uppercase);
            let mut letters = chosen.chars();
            return match letters.next().filter(|_| capital) {
                Some(first) => first.to_uppercase().chain(letters).collect(),
                None => chosen.to_owned(),
            };
        }
    }
    word.to_owned()
}

fn outside(text: &str, speech: &Speech, variant: &Variant, keeps_commas: bool) -> String {
    let words = text.split_inclusive(|c: char| !c.is_alphanumeric() && c != '-' && c != '\'');
    let spoken: String = words
        .map(|word| {
            let letters = word.trim_end_matches(|c: char| !c.is_alphanumeric());
            spoken(speech, letters, variant.round) + &word[letters.len()..]
        })
        .collect();
    let capitals = variant.round == 2 && speech.capitals;
    let raised = |word: &str| match word.contains(|c: char| c.is_ascii_digit()) {
        true => word.to_owned(),
        false => word.to_uppercase(),
    };
    let spoken: String = match capitals {
        true => spoken.split_inclusive(char::is_whitespace).map(raised).collect(),
        false => spoken,
    };
    let commas = if keeps_commas { spoken } else { spoken.replace(", ", variant.comma) };
    // One line break is enough to be found, and keeps the quotations on their lines.
    match variant.space {
        "\n" => commas.replacen(", ", ",\n", 1),
        space => commas.replace(' ', space),
    }
}

fn written(pieces: &[Piece<'_>], speech: &Speech, variant: &Variant, keeps: bool) -> String {
    let mut text = String::new();
    let mut pairs = 0;
    for (at, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Outside(words) => {
                let last = at + 1 == pieces.len();
                let words = if last { words.trim_end_matches(['.', '\n', ' ']) } else { words };
                let core = words.trim_end();
                let colon = core.strip_suffix(':').map(str::trim_end).filter(|_| !last);
                match colon {
                    Some(core) => {
                        text.push_str(&outside(core, speech, variant, keeps));
                        text.push_str(variant.colon);
                    }
                    None => text.push_str(&outside(words, speech, variant, keeps)),
                }
            }
            Piece::Quoted { content, bare: true } => text.push_str(content),
            Piece::Quoted { content, bare: false } => {
                let (open, close) = variant.marks[pairs % 2];
                text.push_str(&format!("{open}{content}{close}"));
                pairs += 1;
            }
        }
    }
    text + variant.end
}

/// Commas part numbers, ordinals and operations: such wordings keep them.
fn keeps_commas(instruction: &Instruction<Locator>) -> bool {
    let listed = |operation: &Operation<Locator>| {
        let at = operation.at();
        matches!(at.unit, Unit::Provisions(Provisions::List(_)))
            || matches!(at.sentences, Some(Sentences::List(_) | Sentences::Range(..)))
    };
    instruction.operations.len() > 1 || instruction.operations.iter().any(listed)
}

/// How many variants were read, `None` where the wording itself is refused; the first variant that
/// means something else is an error.
fn multiplied(
    wording: &str,
    speech: &Speech,
    language: &Language,
) -> Result<Option<usize>, String> {
    let Some(wanted) = parse(wording, language).instruction else { return Ok(None) };
    let pieces = pieces(wording, &wanted);
    let keeps = keeps_commas(&wanted);
    let mut read = 0;
    for round in 0..3 {
        for (nth, comma) in COMMAS.into_iter().enumerate() {
            for (colon, marks) in COLONS.iter().flat_map(|colon| MARKS.map(|marks| (colon, marks)))
            {
                for space in BREAKS {
                    let end = ENDS[(read + nth) % ENDS.len()];
                    let variant = Variant { round, comma, colon, marks, space, end };
                    let varied = written(&pieces, speech, &variant, keeps);
                    let parsed = parse(&varied, language);
                    if parsed.instruction.as_ref() != Some(&wanted) {
                        return Err(format!("{wording}\n{varied:?}\n{parsed:?}"));
                    }
                    read += 1;
                }
            }
        }
    }
    Ok(Some(read))
}

/// The wording of a case and its language, where it is not printed twice and "substitute" is not
/// another word for "replace".
fn worded(case: &Told) -> Option<(&str, &'static Speech)> {
    let wording = case
        .case
        .first("wording")
        .filter(|_| !["printed-twice", "substitute-for"].contains(&case.file.as_str()))?;
    let draft = case.case.draft.as_ref().map_or("", |draft| draft.info.as_str());
    let named = wording.info.split(' ').next().filter(|tag| !tag.is_empty()).unwrap_or(draft);
    let tag = if named.is_empty() { "en" } else { named };
    let speech = SPEECHES.iter().find(|speech| speech.tag == tag)?;
    Some((&wording.body, speech))
}

#[test]
fn every_wording_of_the_case_files_in_all_its_variants() {
    let mut counts: BTreeMap<(String, &str), usize> = BTreeMap::new();
    let mut others = Vec::new();
    for case in told("instruction") {
        let Some((wording, speech)) = worded(&case) else { continue };
        let language = language(Lang::new(speech.tag)).expect("registered");
        match multiplied(wording, speech, language) {
            Ok(None) => {}
            Ok(Some(count)) => {
                *counts.entry((case.file.clone(), speech.tag)).or_default() += count;
            }
            Err(other) => others.push(other),
        }
    }
    assert!(others.is_empty(), "{} mean something else:\n{}", others.len(), others.join("\n\n"));
    let of = |tag: &str| counts.keys().filter(|(_, spoken)| *spoken == tag).count();
    assert!(of("en") >= 38 && of("fr") >= 38, "forms: {} and {}", of("en"), of("fr"));
    assert!(counts.values().all(|count| *count >= 1_080), "{counts:?}");
}
