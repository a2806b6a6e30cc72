//! A first look at a file: its language, and whether its lines are broken at some width.

use super::Stated;
use super::classify::{Classifier, Kind};
use super::lines::{Line, Lines};
use super::machine::rules_named;
use instruction::style::{Language, Style, styles};

/// Lines that are looked at; the rest of a longer file is like its beginning.
const LINES: usize = 20_000;
/// Lines that the head of a paper has at most.
const HEAD: usize = 20;
/// Longer lines were not broken by anybody.
const LONGEST: usize = 130;
/// Shorter ones were not either.
const SHORTEST: usize = 40;

/// What a first look tells.
#[derive(Clone, Copy, Debug)]
pub struct Survey {
    /// The drafting style.
    pub style: &'static Style,
    /// The style that the paper has signs of, too.
    pub other: Option<&'static Style>,
    /// The language of the paper's own words, in that style.
    pub language: &'static Language,
    /// Whether no such word was found, so that the language is a guess.
    pub guessed: bool,
    /// The width in characters at which lines are broken, if they are.
    pub width: Option<usize>,
}

/// Takes a first look.
pub fn survey(text: &str, stated: Stated) -> Option<Survey> {
    let lines: Vec<Line> = Lines::new(text).take(LINES).collect();
    if lines.is_empty() {
        return None;
    }
    let asked = stated.style.map_or_else(styles, std::slice::from_ref);
    let (language, guessed) = language(text, &lines, stated, asked)?;
    let (style, other) = style_of(text, &lines, language.lang, asked)?;
    let language = style.language(language.lang)?;
    let classifier = Classifier::new(&language.labels);
    let width = width(text, &lines, &classifier);
    Some(Survey { style, other, language, guessed, width })
}

/// The style of whose own headings, numbers and names the paper has most, of those that have its language, the
/// default one where it has none; and a style of which it has signs, too: at least a third as many.
fn style_of(
    text: &str,
    lines: &[Line],
    lang: text::Lang,
    asked: &'static [Style],
) -> Option<(&'static Style, Option<&'static Style>)> {
    let signs = |style: &'static Style| {
        let classifier = Classifier::new(&style.language(lang)?.labels);
        let sign = |line: &Line| match classifier.kind(line.span.of(text)) {
            Kind::Part { page: false, .. } => 3,
            Kind::Provision { closed: true, .. } => 1,
            _ => 0,
        };
        // What the paper is called, and the rules that it names, tell it alone.
        let names = |line: &Line| {
            let words = line.span.of(text);
            let called = classifier.labels.compendium.first();
            let called = called.is_some_and(|name| words.contains(name));
            called || rules_named(words, classifier.labels).is_some()
        };
        let head = lines.iter().take(HEAD).filter(|line| line.span.len() <= 400 && names(line));
        Some((style, lines.iter().map(sign).sum::<usize>() + head.count() * LINES))
    };
    let mut found: Vec<(&'static Style, usize)> = asked.iter().filter_map(signs).collect();
    // Of two with as many signs the one that is registered first.
    found.sort_by_key(|(_, signs)| std::cmp::Reverse(*signs));
    let &(style, most) = found.first()?;
    let other = found.get(1).filter(|(_, signs)| most > 0 && signs * 3 >= most);
    Some((style, other.map(|(style, _)| *style)))
}

/// The language whose labels the lines carry; where none does, the one that the file was marked with,
/// then the one of whose small words the text has most, then the file's usual one.
fn language(
    text: &str,
    lines: &[Line],
    stated: Stated,
    asked: &'static [Style],
) -> Option<(&'static Language, bool)> {
    let by_labels = best(asked, |language| {
        let classifier = Classifier::new(&language.labels);
        lines.iter().map(|line| weight(&classifier, line.span.of(text))).sum()
    });
    let registered = |lang: Option<text::Lang>| {
        lang.and_then(|lang| asked.iter().find_map(|style| style.language(lang)))
    };
    let marked = by_labels.or_else(|| registered(stated.marked));
    marked.map(|language| (language, false)).or_else(|| {
        let words = |language: &'static Language| {
            let small = language.tables.seams.never_names;
            let all = lines
                .iter()
                .take(500)
                .flat_map(|line| line.span.of(text).split_whitespace().take(200));
            all.filter(|word| small.contains(&word.to_lowercase().as_str())).count()
        };
        let found = best(asked, words).or_else(|| registered(stated.usual));
        found.or_else(|| asked.first()?.languages.first().copied()).map(|language| (language, true))
    })
}

/// The first of the languages with the highest score, if any scores.
fn best(
    asked: &'static [Style],
    score: impl Fn(&'static Language) -> usize,
) -> Option<&'static Language> {
    let languages = asked.iter().flat_map(|style| style.languages);
    let scored = languages.map(|language| (score(language), *language));
    let best = scored.reduce(|best, next| if next.0 > best.0 { next } else { best })?;
    (best.0 > 0).then_some(best.1)
}

fn weight(classifier: &Classifier, line: &str) -> usize {
    if line.len() > 400 {
        return 0;
    }
    match classifier.kind(line) {
        Kind::Amendment { .. } | Kind::Part { .. } => 3,
        Kind::Contents | Kind::TabledBy(_) => 2,
        Kind::Note(_) | Kind::Amendments => 1,
        _ => usize::from(names_a_paper(classifier, line)),
    }
}

/// Whether a line says what paper this is.
fn names_a_paper(classifier: &Classifier, line: &str) -> bool {
    let labels = classifier.labels;
    labels.compendium.iter().chain(labels.adopted).any(|words| line.contains(words))
}

/// Two lines that follow one another directly, the second without any sign of its own.
struct Pair {
    /// Characters of the first, its indentation included.
    first: usize,
    /// Characters of the second's first word.
    word: usize,
    /// Whether the words go on within a sentence.
    goes_on: bool,
    /// Whether the first ends within a word.
    hyphen: bool,
}

/// The width at which lines are broken: nearly every line that is followed directly by another is
/// so long that the next word would not have fitted.
fn width(text: &str, lines: &[Line], classifier: &Classifier) -> Option<usize> {
    let is_text = |line: &Line| {
        let words = line.span.of(text);
        words.len() <= 4 * LONGEST
            && classifier.kind(words) == Kind::Text
            && !classifier.is_page_number(words)
            && !names_a_paper(classifier, words)
    };
    let is_heading = |line: &Line| {
        matches!(
            classifier.kind(line.span.of(text)),
            Kind::Part { .. } | Kind::Amendment { .. } | Kind::Parenthesised
        )
    };
    // The lines of the head are short for other reasons.
    let is_body = |line: &Line| {
        matches!(
            classifier.kind(line.span.of(text)),
            Kind::Part { .. } | Kind::Provision { .. } | Kind::Amendment { .. }
        )
    };
    let lines = &lines[lines.iter().position(is_body)?..];
    let pairs: Vec<Pair> = lines
        .windows(2)
        .filter(|pair| {
            !is_heading(&pair[0])
                && !pair[1].blank
                && length(text, &pair[0]) <= LONGEST
                && is_text(&pair[1])
        })
        .map(|pair| pair_of(text, &pair[0], &pair[1]))
        .collect();
    let mut lengths: Vec<usize> = pairs.iter().map(|pair| pair.first).collect();
    lengths.sort_unstable();
    let width = *lengths.get((lengths.len() * 19).div_ceil(20).saturating_sub(1))?;
    if width < SHORTEST {
        return None;
    }
    let full = pairs.iter().filter(|p| p.hyphen || is_full(p.first, p.word, width)).count();
    let enough = if pairs.len() < 5 {
        let longest = lines.iter().map(|line| line.span.len()).max().unwrap_or(0);
        full == pairs.len() && longest <= 2 * width && pairs.iter().any(|pair| pair.goes_on)
    } else {
        full * 10 >= pairs.len() * 7
    };
    enough.then_some(width)
}

fn pair_of(text: &str, first: &Line, second: &Line) -> Pair {
    let words = second.span.of(text);
    let end = first.span.of(text).chars().next_back();
    Pair {
        first: length(text, first),
        word: first_word(words),
        goes_on: words.starts_with(char::is_lowercase)
            || end.is_some_and(|sign| sign.is_alphanumeric() || sign == ','),
        hyphen: ends_in_hyphen(first.span.of(text)),
    }
}

/// Characters of a line, its indentation included.
pub fn length(text: &str, line: &Line) -> usize {
    usize::from(line.indent) + line.span.of(text).chars().take(LONGEST + 1).count()
}

/// Characters of the first word of a line.
pub fn first_word(words: &str) -> usize {
    words.chars().take(LONGEST).take_while(|sign| !sign.is_whitespace()).count()
}

/// Whether a line ends within a word.
pub fn ends_in_hyphen(line: &str) -> bool {
    let mut signs = line.chars().rev();
    matches!(signs.next(), Some('-' | '‐' | '\u{ad}'))
        && signs.next().is_some_and(char::is_alphanumeric)
}

/// Whether a word of `word` characters would not have fitted behind `length` of them; a tenth of
/// the width is allowed for lines broken by the width of their letters.
pub fn is_full(length: usize, word: usize, width: usize) -> bool {
    (length + 1 + word) * 10 > width * 9
}

#[cfg(test)]
mod tests {
    use super::*;

    fn width_of(text: &str) -> Option<usize> {
        survey(text, Stated::default()).and_then(|survey| survey.width)
    }

    #[test]
    fn lines_broken_at_a_width() {
        let text = "1. The Assembly of the Lakes counts its boats every year and keeps the\n\
                    lamps of its harbours lit from dusk to dawn, whatever the fog does to them\n\
                    and whoever is on the water.\n\nAmendment 1\n";
        assert_eq!(width_of(text), Some(74));
    }

    #[test]
    fn lines_that_are_paragraphs() {
        let text = "1. The lake is wide.\n2. The lamps are lit.\n\nAmendment 1\nTabled by Ms Ada FOG\n\
                    In the draft resolution, delete paragraph 2.\n";
        assert_eq!(width_of(text), None);
    }

    #[test]
    fn the_language_of_the_labels() {
        let tag = |text| {
            survey(text, Stated::default())
                .map(|survey| (survey.language.lang.tag(), survey.guessed))
        };
        assert_eq!(tag("Amendment 1\n"), Some(("en", false)));
        assert_eq!(tag("Amendement 1\n"), Some(("fr", false)));
        assert_eq!(tag("1. Les bateaux dans la brume.\n"), Some(("fr", true)));
    }
}
