//! Units by the labels that a text prints: "I. –", "1° bis", "a)".
//!
//! Where provisions are counted and print no number ([`crate::Numbering::Counted`]), the text itself
//! says how they nest:
//!
//! ```text
//! 1  I. – The code is amended as follows:      I
//! 2  1° After article 3, insert:               I, 1°
//! 3  "II. – Boats carry lamps."                I, 1° (quoted: its label belongs to the code)
//! 4  2° Article 5 is repealed.                 I, 2°
//! 5  II. – This law enters into force.         II
//! ```
//!
//! A label opens a unit that reaches to the next label of its own kind or of a kind further out. Which
//! kind stands further out is seen from the order in which they come: what comes first within a unit is
//! its next level. A block that begins with a quotation mark is quoted from another text, and what it
//! begins with is no label here.

/// A unit, and the blocks that belong to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitEntry {
    /// Its label as cited: "I", "1° bis", "a".
    pub label: String,
    /// Its first block and one past its last, 0-based.
    pub blocks: (usize, usize),
    /// The unit that it stands in, by its position.
    pub parent: Option<usize>,
}

/// Kinds of labels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Roman,
    Capital,
    Degree,
    Figure,
    Letter,
}

/// The suffixes of labels that were put in between others, in order.
pub const LABEL_SUFFIXES: &[&str] =
    &["bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "nonies", "decies"];

/// Whether a block is quoted from another text: it begins with a quotation mark.
pub fn is_quoted(block: &str) -> bool {
    block.trim_start().starts_with(['"', '«', '“', '„'])
}

/// The label that a block begins with, as cited, and how many bytes it takes with its marks and the
/// space behind them.
pub fn label(block: &str) -> Option<(String, usize)> {
    let (label, _, end) = labelled(block)?;
    Some((label, end))
}

/// Whether two labels are of one kind: "2°" and "4° bis", "a" and "c", "I" and "IV".
pub fn same_kind(one: &str, other: &str) -> bool {
    let kind = |label: &str| {
        let core = label.split(' ').next().unwrap_or("");
        match core.chars().next() {
            _ if core.ends_with('°') => 0,
            Some('a'..='z') => 1,
            Some('0'..='9') => 2,
            _ => 3,
        }
    };
    kind(one) == kind(other)
}

/// A suffix at the beginning of what stands behind a label, with the space before it, and how many bytes the two take.
/// Behind the last suffix stand the marks of the label, except behind a degree sign.
fn label_suffix(rest: &str, degree: bool) -> Option<(&str, usize)> {
    let spaced = rest.trim_start();
    // "I.bis": the full stop that belongs behind the suffix stands before it.
    let inner = spaced.strip_prefix('.').map_or(spaced, str::trim_start);
    let end = inner.find(|c: char| !c.is_alphanumeric()).unwrap_or(inner.len());
    let word = inner.get(..end)?;
    let ordinal = LABEL_SUFFIXES.contains(&word);
    let letters = inner.len() == spaced.len()
        && (1..=3).contains(&word.len())
        && word.bytes().all(|b| matches!(b, b'A'..=b'D'));
    let behind = inner.get(end..)?;
    let next = behind.trim_start();
    // "1° A la fin" begins with a word, "1° A À la fin" with a label of two letters.
    let closed = match degree {
        true => ordinal || next.starts_with(|c: char| !c.is_lowercase()),
        false => next.starts_with(['.', ')', '-', '–', '—']),
    };
    let apart = degree || inner.len() < rest.len();
    let follows = || closed || label_suffix(behind, degree).is_some();
    ((ordinal || letters) && apart && follows()).then(|| (word, rest.len() - behind.len()))
}

fn labelled(block: &str) -> Option<(String, Kind, usize)> {
    let lead = block.len() - block.trim_start().len();
    let text = block.get(lead..)?;
    // "2°bis": the sign ends the number, with or without a space behind it.
    let sign = text.find('°').map(|at| at + '°'.len_utf8());
    let end = text.find(|c: char| !(c.is_alphanumeric() || c == '°')).unwrap_or(text.len());
    let end = sign.map_or(end, |sign| sign.min(end));
    let word = text.get(..end)?;
    let mut rest = text.get(end..)?;
    let mut label = word.trim_end_matches('°').to_owned();
    let degree = word.ends_with('°') && label.parse::<u32>().is_ok();
    if degree {
        label.push('°');
    }
    // "I bis A", "I B A": one suffix behind the other.
    while let Some((suffix, len)) = label_suffix(rest, degree) {
        label.push(' ');
        label.push_str(suffix);
        rest = rest.get(len..)?;
    }
    let behind = rest.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
    let dash = behind.starts_with(['-', '–', '—']);
    let stop = behind.starts_with('.');
    let bracket = behind.starts_with(')');
    let roman = !word.is_empty() && word.chars().all(|c| "IVXLC".contains(c));
    let one = word.chars().count() == 1;
    let capital = one && word.chars().all(|c| c.is_ascii_uppercase());
    let letter = word.chars().all(|c| c.is_ascii_lowercase()) && (1..=2).contains(&word.len());
    let figure = word.parse::<u32>().is_ok();
    let kind = match () {
        () if degree => Kind::Degree,
        () if roman && (dash || stop) => Kind::Roman,
        () if capital && (dash || stop || bracket) => Kind::Capital,
        () if letter && bracket => Kind::Letter,
        () if figure && (bracket || stop || dash) => Kind::Figure,
        () => return None,
    };
    let marks =
        behind.trim_start_matches(['.', ')', '-', '–', '—', '_', ' ', '\u{a0}', '\u{202f}']);
    Some((label, kind, block.len() - marks.len()))
}

/// Where the words of a block begin: behind the quotation mark, the name of an article ("Art. 3. –") and
/// the labels that it begins with.
pub fn head(block: &str) -> usize {
    let mut at = block.len() - block.trim_start().len();
    if is_quoted(block) {
        let inside = block.get(at..).unwrap_or("");
        let mark = inside.chars().next().map_or(0, char::len_utf8);
        at += mark;
    }
    let rest = |at: usize| block.get(at..).unwrap_or("");
    at += rest(at).len() - rest(at).trim_start().len();
    if let Some(end) = article_name(rest(at)) {
        at += end;
    }
    while let Some((_, end)) = label(rest(at)) {
        at += end;
    }
    // A block that is nothing else is words.
    if rest(at).is_empty() { block.len() - block.trim_start().len() } else { at }
}

/// Whether a block is the beginning of an article of another text, as printed there: "\"Art. L. 12-3. – Boats rest."
pub fn opens_article(block: &str) -> bool {
    article_number(block).is_some()
}

/// The number of the article of another text that a block begins, "L. 12-3", and how many bytes its heading takes with
/// the quotation mark before and the space behind it.
pub fn article_number(block: &str) -> Option<(String, usize)> {
    let lead = block.len() - block.trim_start().len();
    let inside = block.get(lead..)?;
    let mark = inside.chars().next().filter(|_| is_quoted(block)).map_or(0, char::len_utf8);
    let behind = inside.get(mark..)?;
    let blank = behind.len() - behind.trim_start().len();
    let end = article_name(behind.trim_start())?;
    let heading = behind.trim_start().get(..end)?;
    let number = heading.strip_prefix("Article").or_else(|| heading.strip_prefix("Art."))?;
    let number = number.trim().trim_end_matches(['-', '–', '—', ' ', '\u{a0}', '\u{202f}', '.']);
    Some((number.trim().to_owned(), lead + mark + blank + end))
}

/// How many bytes "Art. L. 12-3. – " takes at the beginning of a text, with the space behind it.
fn article_name(text: &str) -> Option<usize> {
    let rest = text.strip_prefix("Art.").or_else(|| text.strip_prefix("Article "))?;
    let near = rest.char_indices().take_while(|(at, _)| *at < 60).map(|(at, c)| at + c.len_utf8());
    let near = rest.get(..near.last()?)?;
    let mut from = 0;
    loop {
        let at = from + near.get(from..)?.find(['-', '–', '—'])?;
        let dash = near.get(at..)?.chars().next()?;
        let behind = near.get(at + dash.len_utf8()..)?;
        let before = near.get(..at)?.trim_end();
        if before.ends_with(['.', '…']) || near.get(..at)?.ends_with(char::is_whitespace) {
            let blank = behind.len() - behind.trim_start().len();
            return Some(text.len() - rest.len() + at + dash.len_utf8() + blank);
        }
        from = at + dash.len_utf8();
    }
}

/// Where the closing of a block that is quoted from another text begins: its quotation mark and what
/// stands behind it, or the end of the block where the quotation goes on.
pub fn tail(block: &str) -> usize {
    let words = block.trim_end();
    let quoted = is_quoted(words);
    let core = words.trim_end_matches([';', '.', ',', ' ', '\u{a0}', '\u{202f}']);
    let Some(mark) = core.chars().next_back().filter(|c| matches!(c, '"' | '»' | '”')) else {
        return block.len();
    };
    let count = |wanted: &[char]| core.chars().filter(|c| wanted.contains(c)).count();
    let (open, shut) = (count(&['«', '“', '„']), count(&['»', '”']));
    let closes = match mark {
        '"' => count(&['"']) % 2 == 0,
        // What another mark opened is not closed by the last of a pair within it.
        _ if quoted && core.trim_start().starts_with('"') => open < shut,
        _ => open <= shut,
    };
    // Elsewhere what is quoted within the block goes on where it ends with a sentence.
    let inside = core.get(..core.len() - mark.len_utf8()).unwrap_or("").trim_end();
    let ends = quoted || inside.ends_with(['.', '!', '?']);
    match closes && ends {
        true => {
            core.get(..core.len() - mark.len_utf8()).map_or(0, |inside| inside.trim_end().len())
        }
        false => block.len(),
    }
}

const ROMAN: &[(u32, &str)] = &[
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
];

/// A number in Roman figures, `IV`; below 4,000, as nobody writes greater ones.
pub fn roman(mut number: u32) -> String {
    let mut out = String::new();
    for (value, sign) in ROMAN {
        while number >= *value {
            out.push_str(sign);
            number -= value;
        }
    }
    out
}

/// The number that Roman figures write, below 300; `None` where they are not written so.
pub fn unroman(label: &str) -> Option<u32> {
    (1..300).find(|number| roman(*number) == label)
}

/// The units of a text given block by block, in order of their first block.
pub fn units<'t>(blocks: impl Iterator<Item = &'t str>) -> Vec<UnitEntry> {
    let mut found: Vec<UnitEntry> = Vec::new();
    let mut open: Vec<(Kind, usize)> = Vec::new();
    let mut count = 0;
    for (at, block) in blocks.enumerate() {
        count = at + 1;
        if is_quoted(block) {
            continue;
        }
        let Some((label, mut kind, _)) = labelled(block) else { continue };
        // "I." after "H." is a letter, "C." after "B." too; and "I." opens a text.
        if kind == Kind::Roman && label.len() == 1 {
            let before = open.iter().rev().find(|(kind, _)| *kind == Kind::Capital);
            let follows = before.and_then(|(_, unit)| found.get(*unit)?.label.chars().next());
            let own = label.chars().next();
            if follows.zip(own).is_some_and(|(one, next)| u32::from(one) + 1 == u32::from(next)) {
                kind = Kind::Capital;
            }
        }
        if let Some(level) = open.iter().position(|(other, _)| *other == kind) {
            close(&mut found, &mut open, level, at);
        }
        let parent = open.last().map(|(_, unit)| *unit);
        open.push((kind, found.len()));
        found.push(UnitEntry { label, blocks: (at, at), parent });
    }
    close(&mut found, &mut open, 0, count);
    found
}

/// Ends the open units from that level on.
fn close(found: &mut [UnitEntry], open: &mut Vec<(Kind, usize)>, level: usize, end: usize) {
    for (_, unit) in open.drain(level..) {
        if let Some(unit) = found.get_mut(unit) {
            unit.blocks.1 = end;
        }
    }
}

/// The only unit under these labels, from the outside in; levels may be left out between them.
///
/// # Errors
///
/// How many there are, where it is not one.
pub fn find_unit<'u>(units: &'u [UnitEntry], labels: &[String]) -> Result<&'u UnitEntry, usize> {
    let within = |unit: usize, outer: usize| {
        let mut above = units.get(unit).and_then(|unit| unit.parent);
        while let Some(at) = above {
            if at == outer {
                return true;
            }
            above = units.get(at).and_then(|unit| unit.parent);
        }
        false
    };
    let mut inside: Option<usize> = None;
    for label in labels {
        let fits = |at: &usize| {
            units.get(*at).is_some_and(|unit| unit.label == *label)
                && inside.is_none_or(|outer| within(*at, outer))
        };
        let all: Vec<usize> = (0..units.len()).filter(fits).collect();
        // Of one label at several depths the outermost is cited without more.
        let depth = |at: usize| {
            std::iter::successors(units.get(at), |unit| units.get(unit.parent?)).count()
        };
        let least = all.iter().map(|at| depth(*at)).min().unwrap_or(0);
        let outermost: Vec<usize> = all.into_iter().filter(|at| depth(*at) == least).collect();
        let [only] = outermost.as_slice() else { return Err(outermost.len()) };
        inside = Some(*only);
    }
    inside.and_then(|at| units.get(at)).ok_or(0)
}

#[cfg(test)]
mod tests {
    use super::{find_unit, label, units};

    const TEXT: &[&str] = &[
        "I. - The code of lakes is amended as follows:",
        "1° After article 3, insert:",
        "\"II. - Boats carry lamps.",
        "\"They rest.\" ;",
        "1° bis Article 4 is repealed ;",
        "2° In article 5:",
        "a) the words go;",
        "b) others come.",
        "II. - This law enters into force.",
    ];

    #[test]
    fn labels_open_units() {
        let units = units(TEXT.iter().copied());
        let shown: Vec<_> = units.iter().map(|unit| (unit.label.as_str(), unit.blocks)).collect();
        assert_eq!(
            shown,
            [
                ("I", (0, 8)),
                ("1°", (1, 4)),
                ("1° bis", (4, 5)),
                ("2°", (5, 8)),
                ("a", (6, 7)),
                ("b", (7, 8)),
                ("II", (8, 9)),
            ]
        );
        let path = |labels: &[&str]| {
            let labels: Vec<String> = labels.iter().map(|label| (*label).to_owned()).collect();
            find_unit(&units, &labels).map(|unit| unit.blocks)
        };
        assert_eq!(path(&["I", "2°", "b"]), Ok((7, 8)));
        assert_eq!(path(&["I", "b"]), Ok((7, 8)));
        assert_eq!(path(&["II", "b"]), Err(0));
    }

    #[test]
    fn a_label_is_read_with_its_marks() {
        for (text, wanted) in [
            ("I. - The code", Some(("I", 5))),
            ("I bis. – The code", Some(("I bis", 11))),
            ("I A. – The code", Some(("I A", 9))),
            ("2° bis The words", Some(("2° bis", 8))),
            ("2°bis The words", Some(("2° bis", 7))),
            ("I B A. - The code", Some(("I B A", 9))),
            ("I BAA - The code", Some(("I BAA", 8))),
            ("IV.bis - The code", Some(("IV bis", 9))),
            ("I. bis. - The code", Some(("I bis", 10))),
            ("IV bis A. – The code", Some(("IV bis A", 14))),
            ("I. - A code", Some(("I", 5))),
            ("1° A la fin", Some(("1°", 4))),
            ("1° A À la fin", Some(("1° A", 6))),
            ("I. A. - A code", Some(("I", 3))),
            ("a) The words", Some(("a", 3))),
            ("The code", None),
            ("2019 was wet", None),
            ("À law", None),
        ] {
            let found = label(text);
            assert_eq!(found, wanted.map(|(label, end)| (label.to_owned(), end)), "{text}");
        }
    }
}
