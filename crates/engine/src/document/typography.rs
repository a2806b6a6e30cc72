//! A language's own typography, put on drawn runs.
//!
//! Only spaces, apostrophes and quotation marks change, never a letter or a figure; the endings of
//! French ordinals are raised. A mark takes
//! its narrow no-break space only where it ends a word ("suivantes:"), not inside one ("10:30",
//! "https://").

use super::{AmendmentBlock, Document, Paragraph, Run};
use instruction::style::Typography;

const NARROW: char = '\u{202f}';

/// Sets a whole document. The words of another language keep their own form.
pub(super) fn of_document(document: &mut Document, rules: &Typography) {
    set(&mut document.head.title, rules);
    words(&mut document.title, rules);
    words(&mut document.head.kind, rules);
    document.contents.iter_mut().for_each(|entry| words(&mut entry.text, rules));
    document.key.iter_mut().for_each(|line| words(&mut line.meaning, rules));
    for section in &mut document.sections {
        words(&mut section.heading, rules);
        if let Some((text, amendments)) = &mut section.columns {
            words(text, rules);
            words(amendments, rules);
        }
        section.table.iter_mut().for_each(|column| words(&mut column.head, rules));
    }
    for row in document.sections.iter_mut().flat_map(|section| &mut section.rows) {
        if let Some(paragraph) = &mut row.text {
            of_paragraph(paragraph, rules);
        }
        if let Some(heads) = &mut row.heads {
            words(&mut heads.text, rules);
            words(&mut heads.amendments, rules);
        }
        row.amendments.iter_mut().for_each(|block| of_block(block, rules));
        row.cells.iter_mut().for_each(|cell| set(cell, rules));
    }
}

/// Sets words that print without runs.
fn words(line: &mut String, rules: &Typography) {
    let mut runs = [Run::plain(std::mem::take(line))];
    set(&mut runs, rules);
    let [run] = runs;
    *line = run.text;
}

fn of_block(block: &mut AmendmentBlock, rules: &Typography) {
    words(&mut block.heading, rules);
    block.before.iter_mut().for_each(|sub| of_block(sub, rules));
    block.notes.iter_mut().for_each(|line| set(line, rules));
    block.without_place.iter_mut().for_each(|line| set(line, rules));
    if block.lang.is_empty() {
        set(&mut block.tabled, rules);
        block.wording.iter_mut().for_each(|paragraph| of_paragraph(paragraph, rules));
        block.reasons.iter_mut().for_each(|line| set(line, rules));
    }
}

fn of_paragraph(paragraph: &mut Paragraph, rules: &Typography) {
    raise(&mut paragraph.content, rules);
    set(&mut paragraph.content, rules);
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
pub(super) fn set(runs: &mut [Run], rules: &Typography) {
    let whole: String = runs.iter().map(|run| run.text.as_str()).collect();
    if !whole.contains(|c: char| matters(c, rules)) {
        return;
    }
    let chars: Vec<char> = whole.chars().collect();
    let mut at = 0;
    for run in runs {
        let length = run.text.chars().count();
        let mut set = String::with_capacity(run.text.len() + 8);
        for position in at..at + length {
            character(&chars, position, rules, &mut set);
        }
        run.text = set;
        at += length;
    }
}

fn matters(c: char, rules: &Typography) -> bool {
    matches!(c, '\'' | '"') || rules.narrow_before.contains(&c) || rules.narrow_after.contains(&c)
}

fn character(chars: &[char], at: usize, rules: &Typography, set: &mut String) {
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
        set(&mut runs, &language(lang).expect("registered").printed.typography);
        runs.remove(0).text.replace(NARROW, "_")
    }

    #[test]
    fn french_marks_take_a_narrow_space() {
        assert_eq!(typeset("les mots: «le port»; où?", Lang::FR), "les mots_: «_le port_»_; où_?");
        assert_eq!(typeset("« , et le port. »", Lang::FR), "«_, et le port._»");
        assert_eq!(typeset("«Où?» Là!?", Lang::FR), "«_Où_?_» Là_!?");
        assert_eq!(typeset("l'eau «lac «bleu»»", Lang::FR), "l’eau «_lac «_bleu_»_»");
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
        set(&mut runs, &language(Lang::FR).expect("registered").printed.typography);
        let texts: Vec<&str> = runs.iter().map(|run| run.text.as_str()).collect();
        assert_eq!(texts, ["la «\u{202f}", "lampe", "\u{202f}»"]);
    }
}
