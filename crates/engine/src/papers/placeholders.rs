//! Numbers that a text cites before it has them: "Resolution … (2031)".
//!
//! A dossier may hold several texts, one of which cites another by the number that it will have. Until it is adopted
//! and numbered the draft says "Resolution …", "Resolution … (2031)", "Resolution [...]" or "[Resolution …]": the
//! name of a kind of text as it is called once adopted, and an ellipsis for the number. Such words stand for the other
//! text of that kind in the dossier, where there is exactly one; where there is none they are somebody else's.

use instruction::style::Language;
use source::Span;
use text::{Part, TextKind};

/// The ellipses that stand for a number.
const ELLIPSES: [&str; 4] = ["[…]", "[...]", "…", "..."];

/// Words that stand for the number of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Placeholder {
    /// All of it, with its brackets.
    pub span: Span,
    /// The name of the kind: "Resolution".
    pub name: Span,
    /// What kind of text it cites.
    pub kind: TextKind,
}

/// The placeholders of a text, in order.
pub(crate) fn placeholders(text: &str, language: &Language) -> Vec<Placeholder> {
    let mut found: Vec<Placeholder> = Vec::new();
    for (kind, name) in language.labels.adopted_parts {
        for (at, _) in text.match_indices(name) {
            found.extend(at_name(text, at, name.len(), *kind));
        }
        let small = small(name);
        for (at, _) in text.match_indices(small.as_str()) {
            found.extend(at_name(text, at, small.len(), *kind));
        }
    }
    found.sort_by_key(|one| (one.span.start, std::cmp::Reverse(one.span.end)));
    found.dedup_by(|next, one| next.span.start < one.span.end);
    found
}

/// What a placeholder stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cited {
    /// This text of the dossier, by position.
    One(usize),
    /// One of several, which cannot be told apart.
    Several,
}

/// What a placeholder in text `part` stands for: the other text of that kind. None where there is none, so that it is
/// not ours to fill.
pub(crate) fn cited(kind: TextKind, part: usize, parts: &[Part]) -> Option<Cited> {
    let all = parts.iter().enumerate();
    let mut others = all.filter(|(at, other)| *at != part && other.kind == kind).map(|(at, _)| at);
    let first = others.next()?;
    Some(if others.next().is_none() { Cited::One(first) } else { Cited::Several })
}

fn small(name: &str) -> String {
    let mut signs = name.chars();
    signs.next().map_or_else(String::new, |first| first.to_lowercase().chain(signs).collect())
}

/// The placeholder whose name stands there; none where no ellipsis follows it.
fn at_name(text: &str, at: usize, length: usize, kind: TextKind) -> Option<Placeholder> {
    let (before, name_end) = (&text[..at], at + length);
    if before.chars().next_back().is_some_and(char::is_alphanumeric) {
        return None;
    }
    let rest = &text[name_end..];
    let gap = rest.len() - rest.trim_start().len();
    let ellipsis = ELLIPSES.iter().find(|one| rest[gap..].starts_with(**one))?;
    if gap == 0 {
        return None;
    }
    let mut end = name_end + gap + ellipsis.len();
    end += year(&text[end..]);
    let bracketed = before.ends_with('[') && text[end..].starts_with(']');
    let start = if bracketed { at - 1 } else { at };
    let end = if bracketed { end + 1 } else { end };
    Some(Placeholder { span: Span::new(start, end), name: Span::new(at, name_end), kind })
}

/// The length of a year in parentheses, " (2031)", or of an ellipsis there.
fn year(rest: &str) -> usize {
    let length = || {
        let inner = rest.trim_start().strip_prefix('(')?;
        let (year, _) = inner.split_once(')')?;
        let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
        let fits = is_year || ELLIPSES.contains(&year);
        fits.then_some(rest.len() - inner.len() + year.len() + 1)
    };
    length().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use text::Lang;

    fn found(text: &str, lang: Lang) -> Vec<&str> {
        let language = instruction::style::language(lang).expect("registered");
        placeholders(text, language).into_iter().map(|one| one.span.of(text)).collect()
    }

    #[test]
    fn a_name_with_an_ellipsis_stands_for_a_number() {
        for (text, expected) in [
            ("refers to its Resolution … (2031) on lamps", "Resolution … (2031)"),
            ("refers to its [Resolution ...] on lamps", "[Resolution ...]"),
            ("refers to Recommendation [...] (…).", "Recommendation [...] (…)"),
            ("in resolution …", "resolution …"),
        ] {
            assert_eq!(found(text, Lang::EN), [expected]);
        }
        let french = "rappelle sa Résolution … (2031), son avis … et la Recommandation […].";
        assert_eq!(
            found(french, Lang::FR),
            ["Résolution … (2031)", "avis …", "Recommandation […]"]
        );
    }

    #[test]
    fn other_words_do_not() {
        for text in
            ["Resolution 88 (2024)", "Resolution…", "Irresolution …", "the resolution is", "…"]
        {
            assert!(found(text, Lang::EN).is_empty(), "{text}");
        }
    }
}
