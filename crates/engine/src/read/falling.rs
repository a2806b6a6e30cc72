//! Printed notes on falling: "(If adopted, amendments 6 and 7 fall)".

use super::classify::Classifier;
use crate::dossier::PrintedFall;
use source::Span;

/// What a line in parentheses says about falling.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// Which amendments fall with which.
    Falls(Vec<PrintedFall>),
    /// It begins like such a note and names no amendment.
    Unclear,
    /// Something else.
    Nothing,
}

/// Reads a line in parentheses; several notes may stand in one line, or in one pair of
/// parentheses with a semicolon between them.
pub fn read(line: &str, at: Span, classifier: &Classifier) -> Said {
    let mut notes = Vec::new();
    for clause in line.split(['(', ')', ';']).map(str::trim).filter(|clause| !clause.is_empty()) {
        if clause == "." {
            continue;
        }
        match clause_of(clause, at, classifier) {
            Said::Falls(mut found) => notes.append(&mut found),
            other if notes.is_empty() => return other,
            Said::Nothing | Said::Unclear => return Said::Unclear,
        }
    }
    if notes.is_empty() { Said::Nothing } else { Said::Falls(notes) }
}

fn clause_of(clause: &str, at: Span, classifier: &Classifier) -> Said {
    let falling = &classifier.labels.falling;
    let lower = clause.to_lowercase();
    let begins = |words: &[&str]| words.iter().any(|word| lower.starts_with(&word.to_lowercase()));
    let fells = begins(falling.if_adopted);
    if !fells && !begins(falling.falls_if) {
        return Said::Nothing;
    }
    let has = |words: &[&str]| {
        let mut all = lower.split(|sign: char| !sign.is_alphanumeric());
        all.any(|found| words.contains(&found))
    };
    // A sub-amendment has two numbers, and which is meant would be a guess.
    let sub =
        classifier.labels.sub_amendment.iter().any(|word| lower.contains(&word.to_lowercase()));
    let others = numbers(clause);
    if sub || others.is_empty() || !has(falling.verbs) {
        return Said::Unclear;
    }
    Said::Falls(vec![PrintedFall { fells, others, at }])
}

fn numbers(clause: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(skip) = clause[from..].find(|sign: char| sign.is_ascii_digit()) {
        let start = from + skip;
        let end = super::classify::number_end(clause, start).unwrap_or(start);
        if end == start {
            // Too long for a number: behind its digits the search goes on.
            let digits = clause[start..].bytes().take_while(u8::is_ascii_digit).count();
            from = start + digits;
            continue;
        }
        found.push(clause[start..end].to_owned());
        from = end;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use instruction::style::language;
    use text::Lang;

    fn said(line: &str, lang: Lang) -> Vec<(bool, Vec<String>)> {
        let classifier = Classifier::new(&language(lang).expect("registered").labels);
        match read(line, Span::default(), &classifier) {
            Said::Falls(notes) => notes.into_iter().map(|note| (note.fells, note.others)).collect(),
            Said::Unclear => vec![(false, vec!["?".into()])],
            Said::Nothing => Vec::new(),
        }
    }

    fn note(fells: bool, others: &[&str]) -> (bool, Vec<String>) {
        (fells, others.iter().map(|&other| other.to_owned()).collect())
    }

    #[test]
    fn both_directions_and_several_numbers() {
        let (en, fr) = (Lang::EN, Lang::FR);
        assert_eq!(said("(If adopted, amendment 6 falls)", en), [note(true, &["6"])]);
        assert_eq!(
            said("(If adopted, amendments 6, 7 and 8 rev. fall)", en),
            [note(true, &["6", "7", "8 rev."])]
        );
        assert_eq!(
            said("(If adopted, amendments 4 rev., 6 bis, 7 and 8 fall)", en),
            [note(true, &["4 rev.", "6 bis", "7", "8"])]
        );
        assert_eq!(said("(Falls if amendment 4 or 5 is adopted)", en), [note(false, &["4", "5"])]);
        assert_eq!(said("(Si adopté, l'amendement 6 tombe)", fr), [note(true, &["6"])]);
        assert_eq!(
            said("(Si adopté, les amendements 6 et 7 tombent)", fr),
            [note(true, &["6", "7"])]
        );
        assert_eq!(said("(Tombe si l'amendement 4 est adopté)", fr), [note(false, &["4"])]);
        assert_eq!(
            said("(Si adopté, les amendements 6 et 8 tombent)", fr),
            [note(true, &["6", "8"])]
        );
        assert_eq!(
            said("(S'il est adopté, les amendements 6, 7 et 8 deviennent sans objet)", fr),
            [note(true, &["6", "7", "8"])]
        );
        for line in [
            "(Tombe si l'amendement 4 ou 5 est adopté)",
            "(Tombe si l’amendement 4 ou l’amendement 5 est adopté)",
            "(Tombe si l'un des amendements 4 ou 5 est adopté.)",
            "(Tombe si les amendements 4 et 5 sont adoptés)",
            "Tombe si l'amendement n° 4 ou n° 5 est adopté.",
        ] {
            assert_eq!(said(line, fr), [note(false, &["4", "5"])], "{line}");
        }
        let both = said("(If adopted, amendment 6 falls; falls if amendment 2 is adopted)", en);
        assert_eq!(both, [note(true, &["6"]), note(false, &["2"])]);
        let both = said("(If adopted, amendment 6 falls) (Falls if amendment 2 is adopted)", en);
        assert_eq!(both, [note(true, &["6"]), note(false, &["2"])]);
    }

    #[test]
    fn what_is_not_a_note_on_falling() {
        assert!(said("(concerns only the French version)", Lang::EN).is_empty());
        let unclear = [note(false, &["?"])];
        assert_eq!(said("(Falls if the others are adopted)", Lang::EN), unclear);
        assert_eq!(said("(If adopted, sub-amendment 1 to amendment 3 falls)", Lang::EN), unclear);
    }
}
