//! Units that were deleted: what is left of them.
//!
//! | deleted | printed |
//! |---|---|
//! | `2° Boats rest ;` | `2° (Supprimé)` |
//! | `"Art. L. 5. - Boats rest.` | `"Art. L. 5. - (Supprimé)` |
//! | that, and `2°` is gone before it | `1° et 2° (Supprimé)` |
//! | `b)` behind `a) (Supprimé)` | `a et b) (Supprimé)` |
//! | `IX` behind `VIII. - (Supprimé)` | `VIII et IX. - (Supprimé)` |
//! | three one behind the other | `1° à 3° (Supprimé)`, `I, I bis et II. - (Supprimé)` |
//!
//! Their numbers stay, so that both chambers speak of the same unit by the same number from reading to reading.

use super::labels::follows;
use super::{Line, edit, opening_len};
use crate::consolidate::work::{By, Piece, State, Whole, WorkChild, WorkPart, add_cause};
use source::Span;
use text::{CountedWords, article_number, is_quoted, label, same_kind};

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
        leave_labels(lines, (at, end), part, by, words);
        at = end;
    }
    together(lines, part, words);
}

/// Whether another article of the new text has this number.
fn is_taken(lines: &[Line], number: &str) -> bool {
    let standing = lines.iter().filter_map(|line| line.new.as_deref());
    standing.filter_map(article_number).any(|(other, _)| tight(&other) == tight(number))
}

fn tight(text: &str) -> String {
    text::fold(text).chars().filter(|c| !c.is_whitespace()).collect()
}

/// The outermost labels of a run of deleted lines stay, and the numbers of articles that go as a whole.
fn leave_labels(
    lines: &mut [Line],
    (from, to): (usize, usize),
    part: &mut WorkPart<'_>,
    by: u32,
    words: &CountedWords,
) {
    let (mut outer, mut announced) = (None::<(bool, String)>, false);
    // What is quoted behind the run goes on with the article in it, unless it begins one.
    let rest = lines[to..].iter().find(|line| line.new.is_some());
    let goes_on = rest.is_some_and(|line| line.quoted && article_number(line.text()).is_none());
    let heads = lines[from..to].iter().map(|line| line.old.as_deref().and_then(article_number));
    let heads: Vec<Option<(String, usize)>> = heads.collect();
    let last = heads.iter().rposition(Option::is_some);
    for (at, head) in (from..to).zip(&heads) {
        let Some(old) = lines[at].old.clone() else { continue };
        let quoted = is_quoted(&old);
        announced |= !quoted;
        let mark = if quoted { opening_len(&old) } else { 0 };
        let kept = match head {
            Some((number, end)) => {
                let whole = !(goes_on && last == Some(at - from));
                // What announced the article may be gone with it.
                if announced || !whole || is_taken(lines, number) {
                    continue;
                }
                outer = Some((quoted, number.clone()));
                *end
            }
            None => {
                let Some((own, len)) = label(&old[mark..]) else { continue };
                let beside = outer
                    .as_ref()
                    .is_none_or(|(level, first)| *level == quoted && same_kind(first, &own));
                // Within a quotation only list items keep their labels.
                if !beside || quoted && own.starts_with(|c: char| c.is_ascii_uppercase()) {
                    continue;
                }
                outer.get_or_insert((quoted, own));
                mark + len
            }
        };
        leave(&mut lines[at], part, kept, by, words.deleted);
    }
}

/// Leaves the first bytes of a line that was deleted, and says that the rest is.
fn leave(line: &mut Line, part: &mut WorkPart<'_>, kept: usize, by: u32, deleted: &'static str) {
    let Some(WorkChild::Provision(provision)) = part.children.get_mut(line.child) else { return };
    let Some(WorkChild::Block(block)) = provision.children.first_mut() else { return };
    provision.whole = None;
    block.whole = None;
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
    line.quoted = line.old.as_deref().is_some_and(is_quoted);
    line.by = None;
    add_cause(&mut line.touched, by);
}

/// The label under which a line stands, the last one of a line that says of several units that they are gone: "II" of
/// "I et II. - (Supprimé)".
pub(super) fn own_label(text: &str, words: &CountedWords) -> Option<String> {
    let gone = Gone::of(text, words).filter(|_| article_number(text).is_none());
    let last = gone.and_then(|gone| gone.labels.last().cloned());
    last.or_else(|| label(text).map(|(label, _)| label))
}

/// Labels of units that are gone, as printed: "1°", "a et b)", "Art. L. 5. - ".
#[derive(Clone, Debug, PartialEq, Eq)]
struct Gone {
    /// What stands before them: a quotation mark, "Art. ".
    before: usize,
    /// Each of them.
    labels: Vec<String>,
    /// One past the last of them.
    end: usize,
}

impl Gone {
    /// Of a line that says of units that they are gone, and nothing else.
    fn of(text: &str, words: &CountedWords) -> Option<Self> {
        let body = text.trim_end().trim_end_matches(['"', '»', '”', ' ', '\u{a0}', ';', '.']);
        let body = body.strip_suffix(words.deleted)?;
        let core = body.trim_end_matches([' ', '\u{a0}', '\u{202f}', '-', '–', '—', ')', '.']);
        let mark = if is_quoted(text) { opening_len(text) } else { 0 };
        let article = article_number(text)
            .map(|_| "Art. ".len())
            .filter(|len| text.get(mark..mark + len).is_some_and(|head| head == "Art. "));
        let before = mark + article.unwrap_or(0);
        let named = core.get(before..)?;
        let [and, to] = words.deleted_together;
        let mut labels = Vec::new();
        for one in named.split(and).flat_map(|some| some.split(", ")).map(str::trim) {
            match one.split_once(to).and_then(|(first, last)| row(first, last)) {
                Some(row) => labels.extend(row),
                None => labels.push(one.to_owned()),
            }
        }
        let sound = |one: &String| {
            article.is_some()
                || label(&format!("{one}) x")).is_some()
                || label(&format!("{one}. - x")).is_some()
        };
        (labels.iter().all(sound) && !labels.is_empty()).then_some(Self {
            before,
            labels,
            end: core.len(),
        })
    }

    fn is_beside(&self, other: &Self, articles: bool) -> bool {
        let (Some(last), Some(first)) = (self.labels.last(), other.labels.first()) else {
            return false;
        };
        articles || same_kind(last, first)
    }

    /// Both in one.
    fn joined(&self, other: &Self, words: &CountedWords) -> String {
        let [and, to] = words.deleted_together;
        let mut labels = self.labels.clone();
        labels.extend(other.labels.iter().cloned());
        let plain = labels.iter().all(|label| label.ends_with('°') && !label.contains(' '));
        let row = plain && labels.windows(2).all(|two| follows(&two[0], &two[1]));
        let (Some(first), Some((last, before))) = (labels.first(), labels.split_last()) else {
            return String::new();
        };
        match labels.len() {
            2 => format!("{first}{and}{last}"),
            _ if row => format!("{first}{to}{last}"),
            _ => format!("{}{and}{last}", before.join(", ")),
        }
    }
}

/// "1° à 4°": each of them.
fn row(first: &str, last: &str) -> Option<Vec<String>> {
    let number = |label: &str| label.strip_suffix('°')?.parse::<u32>().ok();
    let (first, last) = (number(first)?, number(last)?);
    (first < last && last - first < 1_000)
        .then(|| (first..=last).map(|number| format!("{number}°")).collect())
}

/// Units that are gone one behind the other are printed in one line, once one of them comes to it.
fn together(lines: &mut [Line], part: &mut WorkPart<'_>, words: &CountedWords) {
    let mut before: Option<usize> = None;
    for at in 0..lines.len() {
        if lines[at].new.is_none() {
            continue;
        }
        let previous = before.replace(at);
        let Some(previous) = previous else { continue };
        let touched = !lines[at].touched.is_empty() || !lines[previous].touched.is_empty();
        if !touched || lines[at].came() || lines[previous].came() {
            continue;
        }
        let (one, other) = (lines[previous].text().to_owned(), lines[at].text().to_owned());
        let found = Gone::of(&one, words).zip(Gone::of(&other, words));
        let Some((first, second)) = found.filter(|_| is_quoted(&one) == is_quoted(&other)) else {
            continue;
        };
        let articles = [&one, &other].map(|text| article_number(text).is_some());
        if articles[0] != articles[1] || !first.is_beside(&second, articles[0]) {
            continue;
        }
        let mut causes = lines[previous].touched.clone();
        lines[at].touched.iter().for_each(|by| add_cause(&mut causes, *by));
        let joined = first.joined(&second, words);
        let (from, to) = (second.before, second.end);
        edit(&mut lines[at], part, Span::new(from, to), &joined, &causes);
        causes.iter().for_each(|by| add_cause(&mut lines[at].touched, *by));
        drop_line(&mut lines[previous], part, &causes);
    }
}

/// Takes a line out of the new text.
fn drop_line(line: &mut Line, part: &mut WorkPart<'_>, causes: &[u32]) {
    let Some(WorkChild::Provision(provision)) = part.children.get_mut(line.child) else { return };
    let Some(WorkChild::Block(block)) = provision.children.first_mut() else { return };
    let gone = || Whole::Deleted(By::Editorial(causes.to_vec()));
    block.pieces.retain(Piece::is_old);
    for piece in block.pieces.iter_mut().filter(|piece| piece.is_new()) {
        piece.state = State::Deleted(By::Editorial(causes.to_vec()));
    }
    block.whole = Some(gone());
    provision.whole = Some(gone());
    line.new = None;
    line.absorbed = true;
    line.by = None;
}
