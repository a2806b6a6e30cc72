//! Labels: how they are printed, that a new text leaves open, that an article gets with its second part; and the numbers
//! of laws that have none yet.

use super::suppressed::own_label;
use super::{Line, edit, inside, opening_len};
use crate::consolidate::work::WorkPart;
use source::Span;
use text::{
    CountedWords, LABEL_SUFFIXES, article_number, is_quoted, label, roman, same_kind, unroman,
};

/// Whether a text, its opening mark aside, begins with the label behind that of the item before it.
pub(super) fn is_next_item(lines: &[Line], from: usize, text: &str, words: &CountedWords) -> bool {
    let inside = text.trim_start().trim_start_matches(['«', '"', '“']).trim_start();
    let Some((own, _)) = label(inside) else { return false };
    let items = lines[..from].iter().rev().filter(|line| line.new.is_some() && !line.quoted);
    let mut before = items.filter_map(|line| own_label(line.text(), words));
    let before = before.find(|label| same_kind(label, &own));
    before.is_some_and(|before| follows(&before, &own))
}

/// Whether a label is the one behind another of its kind: "c" behind "b", "3°" behind "2°" or "2° bis".
pub(super) fn follows(before: &str, next: &str) -> bool {
    let core = |label: &str| label.split(' ').next().unwrap_or("").to_owned();
    let (one, other) = (core(before), core(next));
    if one == other && next.contains(' ') {
        return true;
    }
    let number = |label: &str| match label.trim_end_matches('°').parse::<u32>() {
        Ok(number) => Some(number),
        Err(_) => unroman(label),
    };
    match (number(&one), number(&other)) {
        (Some(one), Some(other)) => one + 1 == other,
        _ => {
            let mut letters = (one.chars(), other.chars());
            match (letters.0.next(), letters.1.next(), one.len(), other.len()) {
                (Some(a), Some(b), 1, 1) => u32::from(a) + 1 == u32::from(b),
                _ => false,
            }
        }
    }
}

/// Labels that a new text leaves open, "… –" or "…°", are those that come next.
pub(super) fn elided(lines: &mut [Line], part: &mut WorkPart<'_>, words: &CountedWords) {
    for at in 0..lines.len() {
        if !lines[at].came() {
            continue;
        }
        let text = lines[at].text();
        let mark = text.len() - inside(&lines[at]).len();
        let Some(open) = OpenLabel::of(&text[mark..]) else { continue };
        let alike = |line: &Line| {
            let found = (line.new.is_some() && line.quoted == lines[at].quoted)
                .then(|| own_label(inside(line), words))
                .flatten();
            found.filter(|label| open.is_kind(label))
        };
        let before = lines[..at].iter().rev().find_map(alike);
        // Another article of the quoted text has labels of its own.
        let same = |line: &&Line| line.new.is_none() || article_number(line.text()).is_none();
        let more = lines[at + 1..].iter().take_while(same).any(|line| alike(line).is_some());
        let Some(next) = open.after(before.as_deref(), more) else { continue };
        let causes = lines[at].touched.clone();
        // "1° bis" has its sign in the middle, and the dots had it behind.
        let sign = if next.contains('°') { '°'.len_utf8() } else { 0 };
        let span = Span::new(mark, mark + open.len + sign);
        edit(&mut lines[at], part, span, &next, &causes);
        if before.is_none() && open.kind == LabelKind::Roman {
            first_label(lines, part, words, &causes);
        }
    }
}

/// Labels of new texts as they are printed: "I. - ", "IV bis. - ", whatever marks they were written with; and behind a
/// label a capital letter.
pub(super) fn printed(lines: &mut [Line], part: &mut WorkPart<'_>, words: &CountedWords) {
    for line in lines.iter_mut().filter(|line| line.came()) {
        let text = line.text().to_owned();
        let mut at = match article_number(&text) {
            Some((_, end)) => end,
            None if is_quoted(&text) => opening_len(&text),
            None => text.len() - text.trim_start().len(),
        };
        let (from, mut labels) = (at, Vec::new());
        while let Some((label, len)) = label(&text[at..]) {
            labels.push((at, label, len));
            at += len;
        }
        if labels.is_empty() || at == text.len() {
            continue;
        }
        let causes: Vec<u32> = line.by.into_iter().collect();
        let first = text[at..].chars().next().filter(|first| first.is_lowercase() && at > from);
        if let Some(first) = first {
            let capital: String = first.to_uppercase().collect();
            edit(line, part, Span::new(at, at + first.len_utf8()), &capital, &causes);
        }
        for (at, label, len) in labels.into_iter().rev() {
            let written = &text[at..at + len];
            if let Some(printed) = parted(&label, written, words) {
                edit(line, part, Span::new(at, at + len), &printed, &causes);
            }
        }
    }
}

/// The label of a part of an article with the marks that it is printed with; `None` where it has them, and for others.
fn parted(label: &str, written: &str, words: &CountedWords) -> Option<String> {
    let core = label.split(' ').next()?;
    let dash = written.chars().find(|c| matches!(c, '-' | '–' | '—'));
    let numeral = !core.is_empty() && core.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
    let part = numeral
        || dash.is_some() && core.len() == 1 && core.bytes().all(|b| b.is_ascii_uppercase());
    if !part || written.contains(['°', ')']) {
        return None;
    }
    let usual = words.part_labels[0].chars().find(|c| matches!(c, '-' | '–' | '—')).unwrap_or('-');
    let printed = format!("{label}. {} ", dash.unwrap_or(usual));
    let tight = |text: &str| -> String { text.chars().filter(|c| !c.is_whitespace()).collect() };
    (tight(written) != tight(&printed)).then_some(printed)
}

/// An article of one part that gets another, as its own label says, is labelled too: it becomes I where a II comes
/// behind it, and II where a I comes before it.
pub(super) fn parts(lines: &mut [Line], part: &mut WorkPart<'_>, words: &CountedWords) {
    let roman_of = |line: &Line| {
        let found = (line.new.is_some() && !line.quoted).then(|| label(line.text())).flatten();
        found.and_then(|(label, _)| unroman(&label))
    };
    let found: Vec<(usize, u32)> =
        (0..lines.len()).filter_map(|at| Some((at, roman_of(&lines[at])?))).collect();
    let [(at, number)] = found[..] else { return };
    if !lines[at].came() {
        return;
    }
    let causes = lines[at].touched.clone();
    let mut standing = (0..lines.len()).filter(|at| lines[*at].new.is_some());
    match number {
        2 => first_label(lines, part, words, &causes),
        1 if standing.next() == Some(at) => {
            // What came with the I belongs to it.
            let by = lines[at].by;
            let old = standing.find(|old| !(lines[*old].came() && lines[*old].by == by));
            let Some(old) = old.filter(|old| !lines[*old].came() && !lines[*old].quoted) else {
                return;
            };
            if label(lines[old].text()).is_none() {
                edit(&mut lines[old], part, Span::at(0), words.part_labels[1], &causes);
            }
        }
        _ => {}
    }
}

/// An article that gets a II has a I.
fn first_label(lines: &mut [Line], part: &mut WorkPart<'_>, words: &CountedWords, causes: &[u32]) {
    let Some(first) = lines.iter_mut().find(|line| line.new.is_some()) else { return };
    if own_label(first.text(), words).is_none() && !first.quoted && !first.came() {
        edit(first, part, Span::at(0), words.part_labels[0], causes);
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum LabelKind {
    Roman,
    Degree,
    Letter,
}

/// A label that says only of what kind it is.
#[derive(Clone, Copy, Debug)]
struct OpenLabel {
    kind: LabelKind,
    /// How many bytes the dots take.
    len: usize,
}

impl OpenLabel {
    fn of(text: &str) -> Option<Self> {
        let behind = text.trim_start_matches(['…', '.']);
        let len = text.len() - behind.len();
        let dots = text.get(..len)?;
        if !(dots.contains('…') || dots.len() > 1) {
            return None;
        }
        let kind = match behind.trim_start().chars().next()? {
            '-' | '–' | '—' => LabelKind::Roman,
            '°' if behind.starts_with('°') => LabelKind::Degree,
            ')' => LabelKind::Letter,
            _ => return None,
        };
        Some(Self { kind, len })
    }

    fn is_kind(&self, label: &str) -> bool {
        let core = label.split(' ').next().unwrap_or("");
        match self.kind {
            LabelKind::Roman => core.chars().all(|c| "IVXLC".contains(c)),
            LabelKind::Degree => core.ends_with('°'),
            LabelKind::Letter => core.len() == 1 && core.chars().all(|c| c.is_ascii_lowercase()),
        }
    }

    /// The label behind `before`; where others of its kind follow, one put in between.
    fn after(&self, before: Option<&str>, more: bool) -> Option<String> {
        let Some(before) = before else {
            return (self.kind == LabelKind::Roman && !more).then(|| "II.".to_owned());
        };
        if more {
            let (core, suffix) = before.split_once(' ').unwrap_or((before, ""));
            let next = LABEL_SUFFIXES.iter().position(|known| *known == suffix);
            let suffix = LABEL_SUFFIXES.get(next.map_or(0, |at| at + 1))?;
            return Some(match self.kind {
                LabelKind::Roman => format!("{core} {suffix}."),
                LabelKind::Degree | LabelKind::Letter => format!("{core} {suffix}"),
            });
        }
        let core = before.split(' ').next()?;
        match self.kind {
            LabelKind::Roman => Some(format!("{}.", roman(unroman(core)? + 1))),
            LabelKind::Degree => {
                Some((core.trim_end_matches('°').parse::<u32>().ok()? + 1).to_string())
            }
            LabelKind::Letter => {
                char::from_u32(u32::from(core.chars().next()?) + 1).map(|letter| letter.to_string())
            }
        }
    }
}

/// The number and the date of a law that is not promulgated are left blank, "law no. of on lakes", where the
/// draft leaves them so.
pub(super) fn blanks(lines: &mut [Line], part: &mut WorkPart<'_>, words: &CountedWords) {
    let [number, date] = words.open_law;
    let blank = format!("{number}{date}");
    let mut olds = lines.iter().filter_map(|line| line.old.as_deref());
    if !olds.any(|old| old.contains(&blank)) {
        return;
    }
    for line in lines.iter_mut().filter(|line| line.came()) {
        while let Some((from, len)) = dotted(line.text(), number, date) {
            let causes: Vec<u32> = line.by.into_iter().collect();
            edit(line, part, Span::new(from, from + len), &blank, &causes);
        }
    }
}

/// The first number and date of a text that have dots behind them: where they begin, and their bytes.
fn dotted(text: &str, number: &str, date: &str) -> Option<(usize, usize)> {
    let dots = |text: &str| -> Option<usize> {
        let bare = text.trim_start_matches(['.', '…']);
        let behind = bare.trim_start();
        (bare.len() < text.len()).then(|| text.len() - behind.len())
    };
    for (at, _) in text.match_indices(number) {
        let first = at + number.len();
        let Some(len) = dots(&text[first..]) else { continue };
        let Some(behind) = text[first + len..].strip_prefix(date) else { continue };
        let Some(last) = dots(behind) else { continue };
        return Some((at, first + len + date.len() + last - at));
    }
    None
}
