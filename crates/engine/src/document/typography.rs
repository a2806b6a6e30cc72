//! A language's own typography, put on drawn runs.
//!
//! Only spaces, apostrophes and quotation marks change, never a letter or a figure; the endings of
//! French ordinals are raised. A mark takes
//! its narrow no-break space only where it ends a word ("suivantes:"), not inside one ("10:30",
//! "https://"). What belongs to a figure or to a name ("amendement 4", "10 h 15", "M. REED") stays on its line.

use super::{AmendmentBlock, Document, Paragraph, Run};
use instruction::style::Typography;

const NARROW: char = '\u{202f}';
const NO_BREAK: char = '\u{a0}';

/// Whether what belongs to a figure or to a name is bound to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Bound {
    /// In words of ours: contents, notes, the sentences of a paper.
    Yes,
    /// Not in the text of the assembly, in wordings, names and headings: whoever reads them back gets them as they were.
    No,
}

/// Sets a whole document. The words of another language keep their own form.
pub(super) fn of_document(document: &mut Document, rules: &Typography) {
    let bound = if document.ours { Bound::Yes } else { Bound::No };
    set(&mut document.head.title, rules, Bound::No);
    words(&mut document.title, rules, Bound::No);
    words(&mut document.head.kind, rules, Bound::No);
    document.contents.iter_mut().for_each(|entry| words(&mut entry.text, rules, Bound::Yes));
    document.key.iter_mut().for_each(|line| words(&mut line.meaning, rules, Bound::Yes));
    for section in &mut document.sections {
        words(&mut section.heading, rules, Bound::Yes);
        if let Some((text, amendments)) = &mut section.columns {
            words(text, rules, Bound::Yes);
            words(amendments, rules, Bound::Yes);
        }
        section.table.iter_mut().for_each(|column| words(&mut column.head, rules, Bound::Yes));
    }
    for row in document.sections.iter_mut().flat_map(|section| &mut section.rows) {
        if let Some(paragraph) = &mut row.text {
            of_paragraph(paragraph, rules, bound);
        }
        if let Some(heads) = &mut row.heads {
            // Readers tell the head of a table from the heading of an amendment by its words.
            words(&mut heads.text, rules, Bound::No);
            words(&mut heads.amendments, rules, Bound::No);
        }
        row.amendments.iter_mut().for_each(|block| of_block(block, rules));
        row.cells.iter_mut().for_each(|cell| set(cell, rules, bound));
    }
}

/// Sets words that print without runs.
fn words(line: &mut String, rules: &Typography, bound: Bound) {
    let mut runs = [Run::plain(std::mem::take(line))];
    set(&mut runs, rules, bound);
    let [run] = runs;
    *line = run.text;
}

fn of_block(block: &mut AmendmentBlock, rules: &Typography) {
    words(&mut block.heading, rules, Bound::No);
    block.before.iter_mut().for_each(|sub| of_block(sub, rules));
    block.notes.iter_mut().for_each(|line| set(line, rules, Bound::Yes));
    block.without_place.iter_mut().for_each(|line| set(line, rules, Bound::Yes));
    if block.lang.is_empty() {
        set(&mut block.tabled, rules, Bound::No);
        block.wording.iter_mut().for_each(|paragraph| of_paragraph(paragraph, rules, Bound::No));
        block.reasons.iter_mut().for_each(|line| set(line, rules, Bound::No));
    }
}

fn of_paragraph(paragraph: &mut Paragraph, rules: &Typography, bound: Bound) {
    raise(&mut paragraph.content, rules);
    set(&mut paragraph.content, rules, bound);
}

/// Raises the endings of ordinals: each becomes a run of its own, otherwise set as it was.
fn raise(runs: &mut Vec<Run>, rules: &Typography) {
    if rules.ordinals.is_empty() {
        return;
    }
    let mut raised = Vec::with_capacity(runs.len());
    for run in std::mem::take(runs) {
        let mut rest = run.text.as_str();
        while !run.raised
            && let Some((start, end)) = ordinal(rest, rules)
        {
            let with = |text: &str, is_raised| {
                // The sign of a change stands behind its last run only.
                let mut part = Run { text: text.to_owned(), raised: is_raised, ..run.clone() };
                part.change.iter_mut().for_each(|change| change.sign.clear());
                part
            };
            raised.push(with(&rest[..start], false));
            raised.push(with(&rest[start..end], true));
            rest = &rest[end..];
        }
        let text = rest.to_owned();
        let signed = run.change.as_ref().is_some_and(|change| !change.sign.is_empty());
        if !text.is_empty() || raised.is_empty() || signed {
            raised.push(Run { text, ..run });
        }
    }
    *runs = raised;
}

/// The byte range of the first ending of an ordinal: behind a figure, and no letter or figure follows.
fn ordinal(text: &str, rules: &Typography) -> Option<(usize, usize)> {
    let figures = text.char_indices().filter(|(_, c)| c.is_ascii_digit());
    figures.map(|(at, _)| at + 1).find_map(|start| {
        let word = text[start..].split(|c: char| !c.is_alphanumeric()).next()?;
        rules.ordinals.contains(&word).then_some((start, start + word.len()))
    })
}

/// Sets `runs`, which print as one line of text.
fn set(runs: &mut [Run], rules: &Typography, bound: Bound) {
    let whole: String = runs.iter().map(|run| run.text.as_str()).collect();
    if !whole.contains(|c: char| matters(c, rules, bound)) {
        return;
    }
    let chars: Vec<char> = whole.chars().collect();
    let mut at = 0;
    for run in runs {
        let length = run.text.chars().count();
        let mut set = String::with_capacity(run.text.len() + 8);
        for position in at..at + length {
            character(&chars, position, rules, bound, &mut set);
        }
        run.text = set;
        at += length;
    }
}

fn matters(c: char, rules: &Typography, bound: Bound) -> bool {
    // Forms of address begin with a capital, what is bound to a figure has one beside it.
    matches!(c, '\'' | '"')
        || (bound == Bound::Yes && (c.is_ascii_digit() || c.is_uppercase()))
        || rules.narrow_before.contains(&c)
        || rules.narrow_after.contains(&c)
}

fn character(chars: &[char], at: usize, rules: &Typography, bound: Bound, set: &mut String) {
    let before = at.checked_sub(1).and_then(|at| chars.get(at)).copied();
    let after = chars.get(at + 1).copied();
    match chars[at] {
        '"' if opens(before, after) => set.push(rules.double.0),
        '"' => set.push(rules.double.1),
        '\'' if opens(before, after) => set.push(rules.single.0),
        '\'' => set.push(rules.single.1),
        c if is_space(c) && becomes_narrow(before, after, chars.get(at + 2).copied(), rules) => {
            set.push(NARROW);
        }
        ' ' if bound == Bound::Yes && is_bound(chars, at, rules) => set.push(NO_BREAK),
        c => {
            if wants_space_before(c, before, after, rules) {
                set.push(NARROW);
            }
            set.push(c);
            let closed = after.is_none_or(|next| is_space(next) || is_closing(next));
            if rules.narrow_after.contains(&c) && !closed {
                set.push(NARROW);
            }
        }
    }
}

/// Whether no line may end at this space.
fn is_bound(chars: &[char], at: usize, rules: &Typography) -> bool {
    let (before, behind) = (word_before(chars, at), word_behind(chars, at));
    let figure = |word: &[char]| word.first().is_some_and(char::is_ascii_digit);
    let is = |word: &[char], known: &[&str]| {
        let small = || word.iter().flat_map(|c| c.to_lowercase());
        known.iter().any(|known| small().eq(known.chars()))
    };
    // A sentence may end behind it, and "a.m." has a full stop of its own.
    let unit = || {
        is(behind, rules.behind_figure)
            || behind.strip_suffix(&['.']).is_some_and(|unit| is(unit, rules.behind_figure))
    };
    let ends_in_figure = before.last().is_some_and(char::is_ascii_digit);
    let address = || {
        let capital = behind.first().is_some_and(|c| c.is_uppercase());
        capital && rules.before_name.iter().any(|known| before.iter().copied().eq(known.chars()))
    };
    (figure(behind) && is(before, rules.before_figure)) || (ends_in_figure && unit()) || address()
}

/// The word that ends here, without what opens before it or is elided: of "l'alinéa" the noun.
fn word_before(chars: &[char], end: usize) -> &[char] {
    let starts =
        |c: &char| is_space(*c) || matches!(c, '(' | '[' | '«' | '“' | '\u{22}' | '\'' | '’');
    let start = chars[..end].iter().rposition(starts).map_or(0, |start| start + 1);
    &chars[start..end]
}

/// The word that begins behind this space, without the marks behind it.
fn word_behind(chars: &[char], space: usize) -> &[char] {
    let rest = &chars[space + 1..];
    let length = rest
        .iter()
        .position(|c| is_space(*c) || matches!(c, ',' | ';' | ':' | ')' | ']' | '»' | '”'));
    &rest[..length.unwrap_or(rest.len())]
}

/// A space that stands already where a narrow one belongs.
fn becomes_narrow(
    before: Option<char>,
    after: Option<char>,
    second: Option<char>,
    rules: &Typography,
) -> bool {
    let opened = before.is_some_and(|c| rules.narrow_after.contains(&c));
    let marked = after.is_some_and(|c| rules.narrow_before.contains(&c) && ends_word(c, second));
    opened || (marked && before.is_some_and(|c| !is_space(c)))
}

fn wants_space_before(
    c: char,
    before: Option<char>,
    after: Option<char>,
    rules: &Typography,
) -> bool {
    let beside = before.is_some_and(|before| {
        // Marks that follow each other stand together; a closing guillemet does not.
        let marks = rules.narrow_before.contains(&before) && before != '»' && c != '»';
        !is_space(before) && !marks && !rules.narrow_after.contains(&before)
    });
    rules.narrow_before.contains(&c) && beside && ends_word(c, after)
}

/// Whether the mark ends what stands before it. A closing guillemet always does.
fn ends_word(mark: char, after: Option<char>) -> bool {
    mark == '»' || after.is_none_or(|next| !next.is_alphanumeric() && !matches!(next, '/' | '-'))
}

fn opens(before: Option<char>, after: Option<char>) -> bool {
    let free = before.is_none_or(|c| is_space(c) || matches!(c, '(' | '[' | '«' | '“' | '"' | '—'));
    free && after.is_some_and(|c| !is_space(c))
}

fn is_closing(c: char) -> bool {
    matches!(c, ')' | ']' | '»' | '”')
}

fn is_space(c: char) -> bool {
    c.is_whitespace()
}

#[cfg(test)]
mod tests {
    use super::*;
    use instruction::style::language;
    use text::Lang;

    fn typeset(text: &str, lang: Lang) -> String {
        let mut runs = vec![Run::plain(text)];
        set(&mut runs, &language(lang).expect("registered").printed.typography, Bound::Yes);
        runs.remove(0).text.replace(NARROW, "_").replace(NO_BREAK, "~")
    }

    #[test]
    fn french_marks_take_a_narrow_space() {
        assert_eq!(typeset("les mots: «le port»; où?", Lang::FR), "les mots_: «_le port_»_; où_?");
        assert_eq!(typeset("« , et le port. »", Lang::FR), "«_, et le port._»");
        assert_eq!(typeset("«Où?» Là!?", Lang::FR), "«_Où_?_» Là_!?");
        assert_eq!(typeset("l'eau «lac «bleu»»", Lang::FR), "l’eau «_lac «_bleu_»_»");
    }

    #[test]
    fn figures_and_names_keep_what_belongs_to_them() {
        assert_eq!(
            typeset("L'amendement 4 (M. Jan WEIR) tombe à 10 h 15, le 16 octobre 2031.", Lang::FR),
            "L’amendement~4 (M.~Jan WEIR) tombe à 10~h~15, le 16~octobre 2031."
        );
        assert_eq!(
            typeset("31 voix pour, 12 contre; 1 phrase", Lang::FR),
            "31~voix pour, 12~contre_; 1 phrase"
        );
        assert_eq!(
            typeset("Résolution 91 (2031), n° 4, M. et Mme", Lang::FR),
            "Résolution~91 (2031), n°~4, M. et Mme"
        );
        assert_eq!(
            typeset("Amendment 4, Ms Ada FOG, 10.15 a.m.", Lang::EN),
            "Amendment~4, Ms~Ada FOG, 10.15~a.m."
        );
        assert_eq!(
            typeset("4 boats, a Mr, amendment four", Lang::EN),
            "4 boats, a Mr, amendment four"
        );
    }

    #[test]
    fn marks_inside_words_stay() {
        assert_eq!(
            typeset("à 10:30, https://lacs.example", Lang::FR),
            "à 10:30, https://lacs.example"
        );
    }

    #[test]
    fn english_quotes_open_and_close() {
        assert_eq!(typeset("the word \"boat's\" (\"now\")", Lang::EN), "the word “boat’s” (“now”)");
    }

    #[test]
    fn endings_of_ordinals_are_raised() {
        let raised = |text: &str, lang| {
            let mut runs = vec![Run::plain(text)];
            raise(&mut runs, &language(lang).expect("registered").printed.typography);
            let shown = |run: Run| if run.raised { format!("^{}", run.text) } else { run.text };
            runs.into_iter().map(shown).collect::<String>()
        };
        assert_eq!(raised("le 20e et le 1er mars, 5es", Lang::FR), "le 20^e et le 1^er mars, 5^es");
        assert_eq!(raised("20 e, 20em, e20, 3e2", Lang::FR), "20 e, 20em, e20, 3e2");
        assert_eq!(raised("the 20e", Lang::EN), "the 20e");
    }

    #[test]
    fn runs_are_set_as_one_line() {
        let mut runs = vec![Run::plain("la «"), Run::plain("lampe"), Run::plain("»")];
        set(&mut runs, &language(Lang::FR).expect("registered").printed.typography, Bound::Yes);
        let texts: Vec<&str> = runs.iter().map(|run| run.text.as_str()).collect();
        assert_eq!(texts, ["la «\u{202f}", "lampe", "\u{202f}»"]);
    }
}
