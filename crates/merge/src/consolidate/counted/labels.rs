//! Labels: of units that were deleted, that a new text leaves open, that an article gets with its second part; and the
//! numbers of laws that have none yet.

use super::{Line, edit, inside, opening_len};
use crate::consolidate::work::{By, Piece, State, WorkChild, WorkPart, add_cause};
use source::Span;
use text::{CountedWords, LABEL_SUFFIXES, is_quoted, label, roman, same_kind, unroman};

/// A unit that was deleted leaves its label, and what says that it is gone. What it held goes with it.
pub(super) fn deleted(lines: &mut [Line], part: &mut WorkPart<'_>, words: &CountedWords) {
    if lines.iter().all(|line| line.new.is_none()) {
        return;
    }
    let alone = |line: &Line| line.by.filter(|_| line.new.is_none() && !line.absorbed);
    let mut at = 0;
    while at < lines.len() {
        let Some(by) = alone(&lines[at]) else {
            at += 1;
            continue;
        };
        let mut end = at;
        while lines.get(end).and_then(alone) == Some(by) {
            end += 1;
        }
        leave_labels(&mut lines[at..end], part, by, words.deleted);
        at = end;
    }
}

/// The outermost labels of a run of deleted lines stay.
fn leave_labels(lines: &mut [Line], part: &mut WorkPart<'_>, by: u32, deleted: &'static str) {
    let mut outer: Option<(bool, String)> = None;
    for line in lines {
        let Some(old) = line.old.clone() else { continue };
        let quoted = is_quoted(&old);
        let mark = if quoted { opening_len(&old) } else { 0 };
        let Some((own, len)) = label(&old[mark..]) else { continue };
        let beside =
            outer.as_ref().is_none_or(|(level, first)| *level == quoted && same_kind(first, &own));
        // Within a quotation only list items keep their labels.
        if !beside || quoted && own.starts_with(|c: char| c.is_ascii_uppercase()) {
            continue;
        }
        outer.get_or_insert((quoted, own));
        let Some(WorkChild::Provision(provision)) = part.children.get_mut(line.child) else {
            continue;
        };
        provision.whole = None;
        let Some(WorkChild::Block(block)) = provision.children.first_mut() else { continue };
        block.whole = None;
        let kept = mark + len;
        let mut pieces = Vec::new();
        let mut at = 0;
        for piece in std::mem::take(&mut block.pieces) {
            let cut = kept.saturating_sub(at).min(piece.text.len());
            at += piece.text.len();
            match piece.split(cut) {
                Some((left, right)) => {
                    let mut left = left;
                    left.state = State::Kept;
                    pieces.extend([left, right]);
                }
                None if cut > 0 => {
                    let mut whole = piece;
                    whole.state = State::Kept;
                    pieces.push(whole);
                }
                None => pieces.push(piece),
            }
        }
        pieces.push(Piece::made(State::Inserted(By::Editorial(vec![by])), deleted));
        block.pieces = pieces;
        line.new = Some(block.new_text());
        line.quoted = quoted;
        line.by = None;
        add_cause(&mut line.touched, by);
    }
}

/// Whether a text, its opening mark aside, begins with the label behind that of the item before it.
pub(super) fn is_next_item(lines: &[Line], from: usize, text: &str) -> bool {
    let inside = text.trim_start().trim_start_matches(['«', '"', '“']).trim_start();
    let Some((own, _)) = label(inside) else { return false };
    let items = lines[..from].iter().rev().filter(|line| line.new.is_some() && !line.quoted);
    let mut before = items.filter_map(|line| label(line.text()).map(|(label, _)| label));
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
                .then(|| label(inside(line)))
                .flatten();
            found.map(|(label, _)| label).filter(|label| open.is_kind(label))
        };
        let before = lines[..at].iter().rev().find_map(alike);
        let more = lines[at + 1..].iter().any(|line| alike(line).is_some());
        let Some(next) = open.after(before.as_deref(), more) else { continue };
        let causes = lines[at].touched.clone();
        // "1° bis" has its sign in the middle, and the dots had it behind.
        let sign = if next.contains('°') { '°'.len_utf8() } else { 0 };
        let span = Span::new(mark, mark + open.len + sign);
        edit(&mut lines[at], part, span, &next, &causes);
        if before.is_none() && open.kind == LabelKind::Roman {
            first_label(lines, part, words.part_labels[0], &causes);
        }
    }
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
        2 => first_label(lines, part, words.part_labels[0], &causes),
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
fn first_label(lines: &mut [Line], part: &mut WorkPart<'_>, with: &str, causes: &[u32]) {
    let Some(first) = lines.iter_mut().find(|line| line.new.is_some()) else { return };
    if label(first.text()).is_none() && !first.quoted && !first.came() {
        edit(first, part, Span::at(0), with, causes);
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
