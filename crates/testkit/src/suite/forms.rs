//! The forms of wording that people write, and which of them a wording has.

use instruction::style::Language;
use instruction::{
    Edge, Locator, NotExecutable, Operation, Parsed, Payload, PayloadUnit, Provisions, Quote,
    Sentences, Subject, Unit, WordsAt,
};

/// The forms, each with its case file in `tests/suite/instruction` and its example in
/// `docs/wordings.md`.
pub const FORMS: &[&str] = &[
    "across-a-full-stop",
    "conditional",
    "consequential",
    "delete-all-words-after",
    "delete-paragraph",
    "delete-paragraphs",
    "delete-quoted-sentence",
    "delete-sentence",
    "delete-words",
    "delete-words-in-context",
    "from-words-to-the-end",
    "from-words-to-words",
    "insert-after-sentence",
    "insert-after-words",
    "insert-at-beginning",
    "insert-at-beginning-of-sentence",
    "insert-at-end-of-sentence",
    "insert-before-sentence",
    "insert-before-words",
    "insert-paragraph-after",
    "insert-paragraph-before",
    "insert-sentence-at-end",
    "insert-text-at-end",
    "insert-words-at-end",
    "one-language",
    "payload-before-anchor",
    "quoted-rule",
    "replace-all-words-after",
    "replace-last-sentence",
    "replace-nth-sentence",
    "replace-paragraph",
    "replace-sentence-reversed",
    "replace-words",
    "replace-words-in-sentence",
    "several-operations",
    "several-sentences",
    "sub-amendment",
    "sub-amendment-paragraphs",
    "title",
];

/// The forms that a wording has, by what it was read as.
pub fn forms(wording: &str, read: &Parsed, language: &Language) -> Vec<&'static str> {
    let mut forms = match read.not_executable {
        Some(NotExecutable::Conditional) => vec!["conditional"],
        Some(NotExecutable::Consequential) => vec!["consequential"],
        Some(_) | None => Vec::new(),
    };
    let Some(written) = &read.instruction else { return forms };
    if matches!(written.frame.subject, Subject::Amendment(_)) {
        forms.push("sub-amendment");
        if written.operations.iter().any(is_on_paragraphs) {
            forms.push("sub-amendment-paragraphs");
        }
    }
    if written.frame.only.is_some() {
        forms.push("one-language");
    }
    if written.operations.len() > 1 {
        forms.push("several-operations");
    }
    if REVERSED.iter().any(|words| wording.contains(words)) {
        forms.push("replace-sentence-reversed");
    }
    for operation in &written.operations {
        forms.extend(of_place(operation.at(), language));
        forms.extend(of_operation(operation));
    }
    forms
}

fn is_on_paragraphs(operation: &Operation<Locator>) -> bool {
    let at = operation.at();
    let inside = at.sentences.is_some() || at.words.is_some();
    let brings = operation.payload().is_some_and(|new| new.unit == PayloadUnit::Provisions);
    !inside && (brings || matches!(at.unit, Unit::Provisions(_)))
}

/// Sentences named before their paragraph.
const REVERSED: [&str; 5] = [
    "sentence of paragraph",
    "sentences of paragraph",
    "sentence in paragraph",
    "phrase du paragraphe",
    "phrases du paragraphe",
];

/// What the place of an operation shows, whatever is done there.
fn of_place(at: &Locator, language: &Language) -> Vec<&'static str> {
    let crosses =
        |quote: &Quote| text::sentences(&quote.text, &language.tables.sentences).len() > 1;
    let all = [
        (at.unit == Unit::Title, "title"),
        (at.rule.is_some(), "quoted-rule"),
        (quoted(at).is_some_and(crosses), "across-a-full-stop"),
        (matches!(at.words, Some(WordsAt::FromTo { .. })), "from-words-to-words"),
        (matches!(at.words, Some(WordsAt::FromToEnd { .. })), "from-words-to-the-end"),
        (at.words.is_none() && at.sentences.as_ref().is_some_and(several), "several-sentences"),
    ];
    all.into_iter().filter(|(shown, _)| *shown).map(|(_, form)| form).collect()
}

fn quoted(at: &Locator) -> Option<&Quote> {
    match &at.words {
        Some(WordsAt::Quoted { quote, .. }) => Some(quote),
        _ => None,
    }
}

fn several(sentences: &Sentences) -> bool {
    match sentences {
        Sentences::LastCount(_) | Sentences::Range(..) | Sentences::List(_) => true,
        Sentences::Nth(_)
        | Sentences::Last
        | Sentences::Penultimate
        | Sentences::Quoted(_)
        | Sentences::Around => false,
    }
}

fn of_operation(operation: &Operation<Locator>) -> Option<&'static str> {
    match operation {
        Operation::Insert { edge, at, what } => of_insertion(*edge, at, what),
        Operation::Replace { at, .. } => of_replacement(at),
        Operation::Delete { at } => of_deletion(at),
    }
}

fn of_insertion(edge: Edge, at: &Locator, what: &Payload) -> Option<&'static str> {
    if let Some(quote) = quoted(at) {
        let first = what.paragraphs.first();
        let before = first.is_some_and(|paragraph| paragraph.span.start < quote.span.start);
        return match edge {
            _ if before => Some("payload-before-anchor"),
            Edge::After => Some("insert-after-words"),
            Edge::Before => Some("insert-before-words"),
            Edge::Beginning | Edge::End | Edge::Between => None,
        };
    }
    match (edge, at.sentences.is_some(), what.unit) {
        (Edge::After, true, _) => Some("insert-after-sentence"),
        (Edge::Before, true, _) => Some("insert-before-sentence"),
        (Edge::Beginning, true, _) => Some("insert-at-beginning-of-sentence"),
        (Edge::End, true, _) => Some("insert-at-end-of-sentence"),
        (Edge::After, false, _) => Some("insert-paragraph-after"),
        (Edge::Before, false, _) => Some("insert-paragraph-before"),
        (Edge::Beginning, false, _) => Some("insert-at-beginning"),
        (Edge::End, false, PayloadUnit::Words | PayloadUnit::Unstated) => {
            Some("insert-words-at-end")
        }
        (Edge::End, false, PayloadUnit::Sentences) => Some("insert-sentence-at-end"),
        (Edge::End, false, PayloadUnit::Text) => Some("insert-text-at-end"),
        (Edge::End, false, PayloadUnit::Provisions) | (Edge::Between, ..) => None,
    }
}

fn of_replacement(at: &Locator) -> Option<&'static str> {
    match (&at.words, &at.sentences, &at.unit) {
        (Some(WordsAt::AllAfter { .. } | WordsAt::AllBefore { .. }), ..) => {
            Some("replace-all-words-after")
        }
        (Some(WordsAt::Quoted { .. }), None, _) => Some("replace-words"),
        (Some(WordsAt::Quoted { .. }), Some(_), _) => Some("replace-words-in-sentence"),
        (Some(_), ..) => None,
        (None, Some(Sentences::Last | Sentences::LastCount(_)), _) => Some("replace-last-sentence"),
        (None, Some(Sentences::Nth(_)), _) => Some("replace-nth-sentence"),
        (None, None, Unit::Provisions(_)) => Some("replace-paragraph"),
        (None, ..) => None,
    }
}

fn of_deletion(at: &Locator) -> Option<&'static str> {
    match (&at.words, &at.sentences, &at.unit) {
        (Some(WordsAt::AllAfter { .. } | WordsAt::AllBefore { .. }), ..) => {
            Some("delete-all-words-after")
        }
        (Some(WordsAt::Quoted { context: Some(_), .. }), ..) => Some("delete-words-in-context"),
        (Some(WordsAt::Quoted { context: None, .. }), ..) => Some("delete-words"),
        (Some(_), ..) => None,
        (None, Some(Sentences::Quoted(_)), _) => Some("delete-quoted-sentence"),
        (None, Some(_), _) => Some("delete-sentence"),
        (None, None, Unit::Provisions(Provisions::One(_))) => Some("delete-paragraph"),
        (None, None, Unit::Provisions(_)) => Some("delete-paragraphs"),
        (None, None, _) => None,
    }
}
