//! An article of a bill: a part whose provisions are its alinéas, one a line, numbered by their count.

use text::{Block, Child, LABEL_SUFFIXES, Part, Provision, TextKind};

/// The article with these lines. Every line that is not blank is an alinéa, whatever it holds; white
/// space in it counts as one space. `heading` is the article as printed, "Article 3", and what it is
/// cited by stands in [`Part::letter`].
pub fn article(heading: &str, text: &str) -> Part {
    let words = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    let lines = text.lines().map(words).filter(|line| !line.is_empty());
    let children = lines.enumerate().map(|(at, line)| alinea(at + 1, Block::plain(line)));
    Part { children: children.collect(), ..empty(heading) }
}

/// An article without any alinéa.
fn empty(heading: &str) -> Part {
    let behind = heading.split_once(char::is_whitespace).map_or("", |(_, behind)| behind);
    let letter = number(behind).map(|(number, _)| number).unwrap_or_default();
    let (kind, heading) = (TextKind::Other, heading.to_owned());
    Part { letter, kind, heading, title: None, children: Vec::new() }
}

/// Whether a heading is that of the article of this number: "Article 2 bis (nouveau)" of "2 bis".
pub fn names_article(heading: &str, cited: &str) -> bool {
    let behind = heading.split_once(char::is_whitespace).map_or("", |(_, behind)| behind);
    number(behind).is_some_and(|(number, _)| number == cited)
}

/// Names that stand where an article's number would.
const NAMES: &[&str] = &["unique", "liminaire", "préliminaire"];

/// The number of an article at the beginning of `words`, as it is cited, and where it ends: "1er",
/// "2 bis", "3 A", "unique". "Premier" and "1" are "1er".
pub(crate) fn number(words: &str) -> Option<(String, usize)> {
    let mut each = words.split_inclusive(' ');
    let first = each.next()?;
    let bare = first.trim_end().trim_end_matches([':', '.', ',']).to_lowercase();
    let digits = bare.trim_end_matches("er").trim_end_matches("ᵉʳ");
    let counted = (1..=4).contains(&digits.len())
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && !digits.starts_with('0');
    let mut number = match bare.as_str() {
        "premier" => "1er".to_owned(),
        name if NAMES.contains(&name) => name.to_owned(),
        _ if counted && digits == "1" => "1er".to_owned(),
        _ if counted && digits == bare => digits.to_owned(),
        _ => return None,
    };
    let mut end = first.trim_end().trim_end_matches([':', '.', ',']).len();
    let mut at = first.len();
    for word in each {
        let bare = word.trim_end().trim_end_matches([':', '.', ',']);
        let lower = bare.to_lowercase();
        let suffix = LABEL_SUFFIXES.contains(&lower.as_str());
        let capitals =
            (1..=3).contains(&bare.len()) && bare.bytes().all(|byte| byte.is_ascii_uppercase());
        if !suffix && !capitals {
            break;
        }
        number.push(' ');
        number.push_str(if suffix { &lower } else { bare });
        end = at + bare.len();
        at += word.len();
    }
    Some((number, end))
}

/// The alinéa with this count.
pub(super) fn alinea(count: usize, block: Block) -> Child {
    let children = vec![Child::Block(block)];
    Child::Provision(Provision { number: count.to_string(), children, ..Provision::default() })
}

/// The lines of an article, or of a wording laid out as one: the inverse of [`article`].
pub fn lines_of(part: &Part) -> Vec<String> {
    let mut lines = Vec::new();
    of_children(&part.children, &mut lines);
    lines
}

/// Alinéas are not nested; what another reader nested is no deeper than it was read.
fn of_children(children: &[Child], lines: &mut Vec<String>) {
    for child in children {
        match child {
            Child::Block(block) => lines.push(block.content.text.clone()),
            Child::Provision(provision) => of_children(&provision.children, lines),
            Child::Opaque(opaque) => lines.extend(opaque.text.lines().map(str::to_owned)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_articles() {
        for (words, cited) in [
            ("1er", "1er"),
            ("1", "1er"),
            ("premier", "1er"),
            ("PREMIER", "1er"),
            ("2", "2"),
            ("2 bis (nouveau)", "2 bis"),
            ("2 BIS AA", "2 bis AA"),
            ("3 A", "3 A"),
            ("unique", "unique"),
            ("4 : (Supprimé)", "4"),
            ("12 quater", "12 quater"),
        ] {
            assert_eq!(number(words).map(|(number, _)| number).as_deref(), Some(cited), "{words}");
        }
        for words in ["", "L. 12-3", "deux", "02", "3e", "12345", "R. 4"] {
            assert_eq!(number(words), None, "{words}");
        }
        assert_eq!(number("2 bis (nouveau)").map(|(_, end)| end), Some(5));
    }

    #[test]
    fn every_line_is_an_alinea() {
        let made = article("Article 2", "I. –  Le lac.\n\n  1° (Supprimé)\n");
        assert_eq!(made.letter, "2");
        let numbers: Vec<&str> = made.provisions().map(|unit| unit.number.as_str()).collect();
        assert_eq!(numbers, ["1", "2"]);
        assert_eq!(lines_of(&made), ["I. – Le lac.", "1° (Supprimé)"]);
    }
}
