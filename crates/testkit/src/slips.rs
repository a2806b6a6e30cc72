//! Slips of the pen that a consolidated text must not have: doubled marks, spaces before or missing
//! behind them, words run together, quotation marks without their other half, a small letter where
//! a sentence begins. What the draft or a payload has of itself is theirs and no slip.

use instruction::style::Language;
use instruction::{Instruction, Operation, Payload, PayloadUnit, Target};
use std::collections::BTreeSet;
use text::{Block, Child, Draft, Index};

/// What a clerk would strike out in `new`, each with the words around it; empty where the text is
/// clean. `adopted` are the amendments that `new` was made by from `old`.
pub fn slips(
    old: &Draft,
    adopted: &[&Instruction<Target>],
    new: &Draft,
    language: &Language,
) -> Vec<String> {
    let sources = Sources::new(old, adopted, language);
    let mut found = Vec::new();
    for title in new.parts.iter().filter_map(|part| part.title.as_ref()) {
        sources.check(&title.content.text, Role::Title, language, &mut found);
    }
    for part in &new.parts {
        walk(&part.children, 0, &mut |block, depth| {
            let role = if depth > 1 { Role::Item } else { Role::Paragraph };
            sources.check(&block.content.text, role, language, &mut found);
        });
    }
    found
}

/// What a block is in the text: items and titles may begin with a small letter.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Title,
    Paragraph,
    Item,
}

fn walk(children: &[Child], depth: u32, visit: &mut dyn FnMut(&Block, u32)) {
    for (at, child) in children.iter().enumerate() {
        match child {
            // Closing text goes on with the items before it.
            Child::Block(block) => visit(block, if at > 0 { depth + 1 } else { depth }),
            Child::Provision(provision) => walk(&provision.children, depth + 1, visit),
            Child::Opaque(_) => {}
        }
    }
}

/// What the draft and the payloads have of themselves.
struct Sources {
    /// Blocks of the draft and paragraphs of payloads.
    texts: Vec<String>,
    /// Their words, in small letters.
    words: BTreeSet<String>,
    /// Words with a small letter with which a sentence of the draft, or of a payload that is one,
    /// begins.
    small: BTreeSet<String>,
    /// Whether every block, every payload and every stretch removed has its quotation marks in
    /// pairs, so that the new text must have them too.
    paired: bool,
    /// Whether a paragraph was put in that ends with no mark.
    endless: bool,
}

impl Sources {
    fn new(old: &Draft, adopted: &[&Instruction<Target>], language: &Language) -> Self {
        let mut texts = Vec::new();
        for part in &old.parts {
            texts.extend(part.title.iter().map(|title| title.content.text.clone()));
            walk(&part.children, 0, &mut |block, _| texts.push(block.content.text.clone()));
        }
        let index = Index::new(old, &language.tables.sentences);
        let operations = || adopted.iter().flat_map(|instruction| &instruction.operations);
        let removed = operations()
            .filter(|operation| !matches!(operation, Operation::Insert { .. }))
            .map(|operation| operation.at().place.span().of(index.text()));
        let payloads: Vec<_> = operations().filter_map(Operation::payload).collect();
        let whole = |payload: &&&Payload| {
            matches!(payload.unit, PayloadUnit::Sentences | PayloadUnit::Provisions)
        };
        let own = payloads.iter().filter(whole).flat_map(|payload| &payload.paragraphs);
        let starters = texts.iter().chain(own.map(|paragraph| &paragraph.content.text));
        let small = starters.flat_map(|text| first_words(text, language));
        let small = small.filter(|word| word.starts_with(char::is_lowercase)).collect();
        let endless = payloads.iter().any(|payload| {
            payload.unit == PayloadUnit::Provisions
                && payload.paragraphs.iter().any(|p| !ends(&p.content.text))
        });
        for paragraph in payloads.iter().flat_map(|payload| &payload.paragraphs) {
            texts.push(paragraph.content.text.clone());
        }
        let paired = texts.iter().map(String::as_str).chain(removed).all(is_paired);
        let words = texts.iter().flat_map(|text| tokens(text)).map(str::to_lowercase).collect();
        Self { texts, words, small, paired, endless }
    }

    fn has(&self, words: &str) -> bool {
        self.texts.iter().any(|text| text.contains(words))
    }

    fn check(&self, text: &str, role: Role, language: &Language, found: &mut Vec<String>) {
        let mut say = |what: &str, at: usize| {
            let from = text[..at].char_indices().rev().nth(20).map_or(0, |(at, _)| at);
            let to = text[at..].char_indices().nth(24).map_or(text.len(), |(to, _)| at + to);
            found.push(format!("{what}: {:?} in {text:?}", &text[from..to]));
        };
        if text.trim() != text {
            say("white space at an end", 0);
        }
        let chars: Vec<(usize, char)> = text.char_indices().collect();
        for pair in chars.windows(2) {
            let ((at, one), (next, two)) = (pair[0], pair[1]);
            let after = text[next + two.len_utf8()..].chars().next();
            let end = next + two.len_utf8();
            if let Some(what) = clash(one, two)
                && !self.has(&text[at..end + after.map_or(0, char::len_utf8)])
                && !(one == '.' && is_mark(two) && two != '.' && self.abbreviates(text, at))
            {
                say(what, at);
            }
        }
        for word in tokens(text) {
            let known = self.words.contains(&word.to_lowercase());
            if !known && !word.starts_with(|c: char| c.is_ascii_digit()) {
                say("words run together", text.find(word).unwrap_or(0));
            }
        }
        if self.paired && !is_paired(text) {
            say("a quotation mark without its other half", 0);
        }
        let lone = text.starts_with([',', ';', ':', '.'])
            || self.paired && text.starts_with([')', '”', '»']);
        if lone && !self.begins(text) {
            say("a mark at the beginning", 0);
        }
        if role != Role::Title && !text.is_empty() && !ends(text) && !self.endless {
            say("no mark at the end", text.len());
        }
        for start in sentence_starts(text, language) {
            let word = tokens(&text[start..]).next().unwrap_or("");
            let opens = start > 0 || role == Role::Paragraph;
            if opens && word.starts_with(char::is_lowercase) && !self.small.contains(word) {
                say("a small letter at the beginning of a sentence", start);
            }
        }
    }

    /// Whether the full stop at `at` is an abbreviation's, as the draft shows by a mark or words
    /// behind it.
    fn abbreviates(&self, text: &str, at: usize) -> bool {
        let word = text[..at].rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
        matches!(word, "etc" | "no" | "Mr" | "M")
    }

    fn begins(&self, text: &str) -> bool {
        let head: String = text.chars().take(3).collect();
        self.texts.iter().any(|source| source.starts_with(&head))
    }
}

fn tokens(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

fn is_mark(c: char) -> bool {
    matches!(c, ',' | ';' | ':' | '.' | '!' | '?')
}

/// What is wrong with two characters beside each other.
fn clash(one: char, two: char) -> Option<&'static str> {
    let closing = |c: char| matches!(c, ')' | '”' | '»');
    let opening = |c: char| matches!(c, '(' | '“' | '«');
    if one.is_whitespace() && two.is_whitespace() {
        return Some("two spaces");
    }
    if is_mark(one) && is_mark(two) {
        return Some("two marks");
    }
    if one == ' ' && (is_mark(two) || closing(two)) {
        return Some("a space before a mark");
    }
    if opening(one) && (two.is_whitespace() || is_mark(two)) {
        return Some("nothing after an opening mark");
    }
    if opening(one) && closing(two) {
        return Some("nothing between brackets");
    }
    if is_mark(one) && (two.is_alphabetic() || opening(two)) {
        return Some("no space after a mark");
    }
    if (one.is_alphanumeric() || closing(one)) && opening(two) {
        return Some("no space before an opening mark");
    }
    if closing(one) && two.is_alphanumeric() {
        return Some("no space after a closing mark");
    }
    None
}

fn is_paired(text: &str) -> bool {
    [('“', '”'), ('«', '»'), ('(', ')')].iter().all(|(open, close)| {
        let mut depth = 0;
        let sound = text.chars().all(|c| {
            depth += i32::from(c == *open) - i32::from(c == *close);
            depth >= 0
        });
        sound && depth == 0
    })
}

/// Whether a block ends as blocks do: with a mark, or a mark and the list's "and".
fn ends(text: &str) -> bool {
    let core = text.trim_end_matches([')', '”', '»']);
    let before = core.rsplit_once(' ').map_or("", |(before, _)| before);
    core.ends_with([',', ';', ':', '.', '!', '?', '…']) || before.ends_with([';', ','])
}

fn first_words(text: &str, language: &Language) -> Vec<String> {
    let starts = sentence_starts(text, language).into_iter();
    starts.filter_map(|start| tokens(&text[start..]).next().map(str::to_owned)).collect()
}

fn sentence_starts(text: &str, language: &Language) -> Vec<usize> {
    let spans = text::sentences(text, &language.tables.sentences);
    spans.iter().map(|span| span.start as usize).collect()
}
