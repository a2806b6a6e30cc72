//! The ends of quotations and of list items in texts whose provisions are counted.
//!
//! A bill quotes the laws it amends paragraph by paragraph: each begins with a quotation mark, and only
//! the last of them closes, with the mark of the list item behind it. Whoever drafts an amendment
//! leaves all this to those who print the text:
//!
//! | published | change | result |
//! |---|---|---|
//! | `"Boats rest." ;` | `Lamps burn.` behind it | `"Boats rest.` `"Lamps burn." ;` |
//! | `"Boats rest.` `"Lamps burn." ;` | the second goes | `"Boats rest." ;` |
//! | `"Boats rest." ;` | replaced by `Boats sleep.` | `"Boats sleep." ;` |
//! | `1° … ;` `2° … .` | `3° … .` behind `2°` | `1° … ;` `2° … ;` `3° … .` |
//! | `1° … ;` `2° … .` | `2°` goes | `1° … .` |
//!
//! Whether a new paragraph is quoted is seen from where it comes: in the place of quoted ones, or among
//! them, it is; elsewhere its own mark says so, unless the marks stand around all of the new text.
//! Nothing is touched that no amendment came near.

use super::work::{
    By, Piece, State, Whole, WorkBlock, WorkChild, WorkPart, WorkProvision, add_cause,
};
use source::Span;
use text::{LABEL_SUFFIXES, head, is_quoted, label, roman, tail, unroman};

/// A provision of the part, as far as its ends go.
#[derive(Clone, Debug)]
struct Line {
    /// Which child of the part it is.
    child: usize,
    /// Its text as published; `None` where it is new.
    old: Option<String>,
    /// Its new text; `None` where it is gone.
    new: Option<String>,
    /// Who put it there, replaced or deleted it.
    by: Option<u32>,
    /// Whether it is quoted, in the new text.
    quoted: bool,
    /// Gone with others in whose place something came.
    absorbed: bool,
    /// Whether its end must be looked at, and because of whom.
    touched: Vec<u32>,
}

impl Line {
    fn text(&self) -> &str {
        self.new.as_deref().unwrap_or("")
    }

    fn came(&self) -> bool {
        self.new.is_some() && self.by.is_some()
    }

    fn was_quoted(&self) -> Option<bool> {
        self.old.as_deref().map(is_quoted)
    }

    fn closes(&self) -> bool {
        tail(self.text()) < self.text().len()
    }

    fn closed(&self) -> bool {
        self.old.as_deref().is_some_and(|old| tail(old) < old.len())
    }
}

/// Puts the ends of quotations and list items in order.
pub(super) fn settle(parts: &mut [WorkPart<'_>]) {
    for part in parts {
        let mut lines = lines(part);
        if lines.iter().all(|line| line.by.is_none() && line.touched.is_empty()) {
            continue;
        }
        deleted(&mut lines, part);
        blanks(&mut lines, part);
        quote(&mut lines, part);
        touch(&mut lines);
        elided(&mut lines, part);
        close(&mut lines, part);
        marks(&mut lines, part);
    }
}

fn provision<'p, 'a>(part: &'p WorkPart<'a>, child: usize) -> Option<&'p WorkProvision<'a>> {
    match part.children.get(child) {
        Some(WorkChild::Provision(provision)) => Some(provision),
        _ => None,
    }
}

fn block<'p, 'a>(part: &'p mut WorkPart<'a>, child: usize) -> Option<&'p mut WorkBlock<'a>> {
    match part.children.get_mut(child) {
        Some(WorkChild::Provision(provision)) => match provision.children.first_mut() {
            Some(WorkChild::Block(block)) => Some(block),
            _ => None,
        },
        _ => None,
    }
}

fn lines(part: &WorkPart<'_>) -> Vec<Line> {
    let mut lines = Vec::new();
    for child in 0..part.children.len() {
        let Some(provision) = provision(part, child) else { continue };
        let Some(WorkChild::Block(block)) = provision.children.first() else { continue };
        let old: String = old_text(&block.pieces);
        let new = provision.is_new().then(|| block.new_text());
        let by = match (&provision.whole, provision.replaced) {
            (Some(Whole::Inserted(By::Amendment(by)) | Whole::Deleted(By::Amendment(by))), _) => {
                Some(*by)
            }
            (_, replaced) => replaced,
        };
        let quoted = new.as_deref().is_some_and(is_quoted);
        let old = provision.is_old().then_some(old);
        let touched = block.end_causes.clone();
        let absorbed = provision.absorbed;
        lines.push(Line { child, old, new, by, quoted, absorbed, touched });
    }
    lines
}

/// What stands in the place of a unit that was deleted, so that the others keep their labels.
const DELETED: &str = "(Supprimé)";

/// A unit that was deleted leaves its label, and what says that it is gone. What it held goes with it.
fn deleted(lines: &mut [Line], part: &mut WorkPart<'_>) {
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
        leave_labels(&mut lines[at..end], part, by);
        at = end;
    }
}

/// The outermost labels of a run of deleted lines stay.
fn leave_labels(lines: &mut [Line], part: &mut WorkPart<'_>, by: u32) {
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
        pieces.push(Piece::made(State::Inserted(By::Editorial(vec![by])), DELETED));
        block.pieces = pieces;
        line.new = Some(block.new_text());
        line.quoted = quoted;
        line.by = None;
        add_cause(&mut line.touched, by);
    }
}

/// Whether two labels are of one kind: "2°" and "4° bis", "a" and "c", "I" and "IV".
fn same_kind(one: &str, other: &str) -> bool {
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

fn old_text(pieces: &[Piece<'_>]) -> String {
    pieces.iter().filter(|piece| piece.is_old()).map(|piece| piece.text.as_ref()).collect()
}

/// Replaces bytes of the new text of a line, and keeps the line in step.
fn edit(line: &mut Line, part: &mut WorkPart<'_>, span: Span, with: &str, causes: &[u32]) {
    let Some(block) = block(part, line.child) else { return };
    if span.is_empty() && span.start as usize == block.new_text().len() {
        block
            .pieces
            .push(Piece::made(State::Inserted(By::Editorial(causes.to_vec())), with.to_owned()));
    } else {
        block.edit(span, with, causes);
    }
    line.new = Some(block.new_text());
}

/// Decides which new paragraphs are quoted, and gives them their opening marks.
fn quote(lines: &mut [Line], part: &mut WorkPart<'_>) {
    let mut at = 0;
    while at < lines.len() {
        let Some(by) = lines[at].by else {
            at += 1;
            continue;
        };
        let mut end = at;
        while lines.get(end).is_some_and(|line| line.by == Some(by)) {
            end += 1;
        }
        group(lines, part, (at, end), by);
        at = end;
    }
}

/// One run of lines that an amendment put in, replaced or deleted.
fn group(lines: &mut [Line], part: &mut WorkPart<'_>, (from, to): (usize, usize), by: u32) {
    let new: Vec<usize> = (from..to).filter(|at| lines[*at].new.is_some()).collect();
    let (Some(first), Some(last)) = (new.first().copied(), new.last().copied()) else { return };
    let olds: Vec<bool> = lines[from..to].iter().filter_map(Line::was_quoted).collect();
    let before = lines[..from].iter().rev().find(|line| line.new.is_some());
    let after = lines[to..].iter().find(|line| line.new.is_some());
    let starts: Vec<bool> = new.iter().map(|at| is_quoted(lines[*at].text())).collect();
    let inside = before.is_some_and(|line| line.quoted && !line.closes())
        && after.is_some_and(|line| line.quoted);
    let all_quoted = !olds.is_empty() && olds.iter().all(|quoted| *quoted);
    let mixed = olds.first() == Some(&true) && olds.contains(&false);
    let some = starts.contains(&true);
    let goes_on = match before {
        // Behind a quotation, what begins with a mark goes on with it, unless it is the next item of
        // the list that the quotation stands in.
        Some(line) if line.quoted && is_next_inside(lines, from, lines[first].text()) => {
            let marks = starts.iter().any(|starts| *starts);
            return quoted_all(lines, part, &new, marks, by);
        }
        Some(line) if line.quoted => !is_next_item(lines, from, lines[first].text()),
        Some(line) => line.text().trim_end().ends_with(':'),
        None => false,
    };
    let quoted: Vec<bool> = if all_quoted || olds.is_empty() && inside {
        // Among quoted ones only what has a label of its own, and no mark, stands outside.
        let outside = |at: usize| some && label(lines[at].text()).is_some();
        new.iter().zip(&starts).map(|(at, starts)| *starts || !outside(*at)).collect()
    } else if mixed || olds.is_empty() && goes_on {
        starts.clone()
    } else if starts.first() == Some(&true) {
        // Marks around all of the new text: before each of its paragraphs, behind the last; but what
        // the text itself announces as a quotation is one.
        let each = starts.iter().all(|starts| *starts);
        let announced = new.iter().position(|at| announces(lines[*at].text()));
        let around = announced.map_or(new.len(), |at| at + 1);
        let openings = if each { &new[..around] } else { &new[..1] };
        unwrap(lines, part, openings, last, by);
        new.iter().map(|at| is_quoted(lines[*at].text())).collect()
    } else {
        starts.clone()
    };
    let mut quoted = quoted;
    announced(lines, &new, from, &mut quoted);
    mark(lines, part, &new, &quoted, by);
}

/// Gives new lines that are quoted their opening marks.
fn mark(lines: &mut [Line], part: &mut WorkPart<'_>, new: &[usize], quoted: &[bool], by: u32) {
    for (at, quoted) in new.iter().zip(quoted) {
        let line = &mut lines[*at];
        line.quoted = *quoted;
        if *quoted && !is_quoted(line.text()) {
            edit(line, part, Span::at(0), "\"", &[by]);
        }
    }
}

/// All new lines are quoted; where some have marks, those.
fn quoted_all(lines: &mut [Line], part: &mut WorkPart<'_>, new: &[usize], marks: bool, by: u32) {
    let quoted: Vec<bool> = new.iter().map(|at| !marks || is_quoted(lines[*at].text())).collect();
    mark(lines, part, new, &quoted, by);
}

/// Whether a text begins with the label behind the last one of the quotation before it, and not with
/// that behind the last one of the text around.
fn is_next_inside(lines: &[Line], from: usize, text: &str) -> bool {
    let own = text.trim_start().trim_start_matches(['«', '"', '“']).trim_start();
    let Some((own, _)) = label(own) else { return false };
    let quoted = lines[..from].iter().rev().filter(|line| line.new.is_some());
    let before = quoted.take_while(|line| line.quoted).find_map(|line| {
        let (label, _) = label(inside(line))?;
        same_kind(&label, &own).then_some(label)
    });
    before.is_some_and(|before| follows(&before, &own)) && !is_next_item(lines, from, text)
}

/// Whether a paragraph ends with the announcement of a quotation: "un article ainsi rédigé :".
fn announces(text: &str) -> bool {
    let words = text.trim_end();
    let told = words.rfind("ainsi rédigé").or_else(|| words.rfind("rédaction suivante"));
    words.ends_with(':') && told.is_some_and(|at| words.len() - at < 24)
}

/// What is announced as a quotation is one, up to the next item of the list, whether it has its marks
/// or not.
fn announced(lines: &[Line], new: &[usize], from: usize, quoted: &mut [bool]) {
    let before = lines[..from].iter().rev().find(|line| line.new.is_some());
    let mut open = before.is_some_and(|line| !line.quoted && announces(line.text()));
    let mut item = before.and_then(|line| label(line.text())).map(|(label, _)| label);
    let mut inner: Option<String> = None;
    let is_next = |one: &Option<String>, other: &Option<String>| {
        one.as_deref().zip(other.as_deref()).is_some_and(|(one, other)| follows(one, other))
    };
    for (position, at) in new.iter().enumerate() {
        let text = lines[*at].text();
        let own = label(text).map(|(label, _)| label);
        if quoted[position] {
            // Who marks what is quoted marks all of it.
            open = false;
            continue;
        }
        if open && (is_next(&inner, &own) || !is_next(&item, &own)) {
            quoted[position] = true;
            inner = own.or(inner);
            continue;
        }
        inner = None;
        open = announces(text);
        item = own.or(item);
    }
}

/// Takes the marks around a new text off.
fn unwrap(lines: &mut [Line], part: &mut WorkPart<'_>, openings: &[usize], last: usize, by: u32) {
    for at in openings {
        let line = &mut lines[*at];
        let text = line.text();
        let lead = text.len() - text.trim_start().len();
        let inside = text.trim_start();
        let mark = inside.chars().next().map_or(0, char::len_utf8);
        let blank = inside[mark..].len() - inside[mark..].trim_start().len();
        edit(line, part, Span::new(0, lead + mark + blank), "", &[by]);
    }
    let line = &mut lines[last];
    let text = line.text();
    let core = text.trim_end_matches(['.', ';', ' ', '\u{a0}', '\u{202f}']);
    let open = core.chars().filter(|c| *c == '«').count();
    let shut = core.chars().filter(|c| *c == '»').count();
    if core.ends_with('»') && shut > open {
        let inside = core[..core.len() - '»'.len_utf8()].trim_end();
        let span = Span::new(inside.len(), text.len());
        edit(line, part, span, "", &[by]);
    }
}

/// Whether a text, its opening mark aside, begins with the label behind that of the item before it.
fn is_next_item(lines: &[Line], from: usize, text: &str) -> bool {
    let inside = text.trim_start().trim_start_matches(['«', '"', '“']).trim_start();
    let Some((own, _)) = label(inside) else { return false };
    let items = lines[..from].iter().rev().filter(|line| line.new.is_some() && !line.quoted);
    let mut before = items.filter_map(|line| label(line.text()).map(|(label, _)| label));
    let before = before.find(|label| same_kind(label, &own));
    before.is_some_and(|before| follows(&before, &own))
}

/// Whether a label is the one behind another of its kind: "c" behind "b", "3°" behind "2°" or "2° bis".
fn follows(before: &str, next: &str) -> bool {
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

/// Marks the lines whose end is to be looked at: new ones, and those whose next line is another than
/// it was.
fn touch(lines: &mut [Line]) {
    let mut before: Option<usize> = None;
    let mut gone: Vec<u32> = Vec::new();
    for at in 0..lines.len() {
        if lines[at].new.is_none() {
            gone.extend(lines[at].by);
            continue;
        }
        let mut causes = std::mem::take(&mut gone);
        causes.extend(lines[at].by);
        if let Some(before) = before {
            causes.iter().for_each(|by| add_cause(&mut lines[before].touched, *by));
        }
        if let Some(by) = lines[at].by {
            add_cause(&mut lines[at].touched, by);
        }
        before = Some(at);
    }
    if let Some(before) = before {
        gone.iter().for_each(|by| add_cause(&mut lines[before].touched, *by));
    }
}

/// Labels that a new text leaves open, "… –" or "…°", are those that come next.
fn elided(lines: &mut [Line], part: &mut WorkPart<'_>) {
    for at in 0..lines.len() {
        if !lines[at].came() {
            continue;
        }
        let text = lines[at].text();
        let mark = if lines[at].quoted { opening_len(text) } else { 0 };
        let Some(open) = OpenLabel::of(&text[mark..]) else { continue };
        let alike = |line: &Line| {
            let text = line.text();
            let inside = if line.quoted { &text[opening_len(text)..] } else { text };
            let found = (line.new.is_some() && line.quoted == lines[at].quoted)
                .then(|| label(inside))
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
            first_label(lines, part, &causes);
        }
    }
}

/// An article that gets a II has a I.
fn first_label(lines: &mut [Line], part: &mut WorkPart<'_>, causes: &[u32]) {
    let Some(first) = lines.iter_mut().find(|line| line.new.is_some()) else { return };
    if label(first.text()).is_none() && !first.quoted && !first.came() {
        edit(first, part, Span::at(0), "I. - ", causes);
    }
}

fn opening_len(text: &str) -> usize {
    let lead = text.len() - text.trim_start().len();
    let mark = text[lead..].chars().next().map_or(0, char::len_utf8);
    let inside = &text[lead + mark..];
    lead + mark + inside.len() - inside.trim_start().len()
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
            '°' => LabelKind::Degree,
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
                LabelKind::Degree => format!("{core} {suffix}"),
                LabelKind::Letter => format!("{core} {suffix}"),
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

/// The number and the date of a law that is not promulgated are left blank, "la loi n° du relative à …",
/// where the draft leaves them so.
fn blanks(lines: &mut [Line], part: &mut WorkPart<'_>) {
    let mut olds = lines.iter().filter_map(|line| line.old.as_deref());
    if !olds.any(|old| old.contains("loi n° du ")) {
        return;
    }
    for line in lines.iter_mut().filter(|line| line.came()) {
        while let Some((from, len)) = dotted(line.text()) {
            let causes: Vec<u32> = line.by.into_iter().collect();
            edit(line, part, Span::new(from, from + len), "n° du ", &causes);
        }
    }
}

/// The first "n° … du … " of a text: where it begins, and its bytes.
fn dotted(text: &str) -> Option<(usize, usize)> {
    let dots = |text: &str| -> Option<usize> {
        let bare = text.trim_start_matches(['.', '…']);
        let behind = bare.trim_start();
        (bare.len() < text.len()).then(|| text.len() - behind.len())
    };
    for (at, number) in text.match_indices("n° ") {
        let first = at + number.len();
        let Some(len) = dots(&text[first..]) else { continue };
        let Some(behind) = text[first + len..].strip_prefix("du ") else { continue };
        let Some(last) = dots(behind) else { continue };
        return Some((at, first + len + "du ".len() + last - at));
    }
    None
}

/// Opens no quotation anew: puts the closing marks where the quotations end now.
fn close(lines: &mut [Line], part: &mut WorkPart<'_>) {
    let standing: Vec<usize> = (0..lines.len()).filter(|at| lines[*at].new.is_some()).collect();
    for (position, at) in standing.iter().copied().enumerate() {
        if !lines[at].quoted || lines[at].touched.is_empty() {
            continue;
        }
        let next = standing.get(position + 1).copied();
        let goes_on = next.is_some_and(|next| {
            // Of two quotations side by side each keeps its end.
            let apart = lines[at].closes() && !lines[at].came() && !lines[next].came();
            lines[next].quoted && !apart
        });
        let causes = lines[at].touched.clone();
        let (from, len) = (tail(lines[at].text()), lines[at].text().len());
        if goes_on && from < len {
            edit(&mut lines[at], part, Span::new(from, len), "", &causes);
        } else if !goes_on && from == len {
            let shut = closing_mark(lines[at].text());
            let outer = outer(lines, at);
            let text = lines[at].text();
            // The mark of a list item stands behind the quotation, and once.
            let words = text.trim_end();
            let listed =
                if outer.is_empty() { words } else { words.trim_end_matches([';', ' ', '\u{a0}']) };
            let end = listed.len();
            let with = format!("{shut}{outer}");
            edit(&mut lines[at], part, Span::new(end, len), &with, &causes);
        }
    }
}

/// The mark that closes what this text opens, with the space before it.
fn closing_mark(text: &str) -> &'static str {
    if text.trim_start().starts_with('«') { " »" } else { "\"" }
}

/// What stood behind the closing mark of the quotation that a line belongs to: " ;".
fn outer(lines: &[Line], at: usize) -> String {
    let near = lines[..=at].iter().rev().chain(&lines[at + 1..]);
    for line in near.take_while(|line| line.was_quoted() != Some(false) || line.new.is_none()) {
        let Some(old) = line.old.as_deref().filter(|_| line.closed()) else { continue };
        let shut = &old[tail(old)..];
        let outer = shut.trim_start().trim_start_matches(['"', '»', '”']);
        return outer.trim_end().to_owned();
    }
    String::new()
}

/// Kinds of labels that list items have; the other labels open parts of their own.
fn is_item(text: &str) -> bool {
    let dash = text.trim_start().starts_with(['-', '–', '—']);
    let Some((label, _)) = label(text) else { return dash };
    label.ends_with('°')
        || label.contains("° ")
        || label.starts_with(|c: char| c.is_ascii_digit() || c.is_ascii_lowercase())
}

/// A paragraph that comes alone and ends no sentence ends one: it is no heading, and no item of a list.
fn stop(lines: &mut [Line], part: &mut WorkPart<'_>, at: usize) {
    let by = lines[at].by.filter(|_| lines[at].came());
    let beside = |other: Option<&Line>| other.is_some_and(|other| other.by == by && other.came());
    let alone =
        !beside(at.checked_sub(1).and_then(|at| lines.get(at))) && !beside(lines.get(at + 1));
    if by.is_none() || !alone {
        return;
    }
    let text = lines[at].text();
    let end = if lines[at].quoted { tail(text) } else { text.len() };
    let words = text.get(..end).unwrap_or(text).trim_end();
    let sentence = words.contains(' ') && words.chars().any(char::is_lowercase);
    let inside = words.trim_end_matches(['»', ' ', '\u{a0}', '\u{202f}']);
    if sentence
        && words.ends_with(|c: char| c.is_alphanumeric() || c == '»')
        && inside.ends_with(char::is_alphanumeric)
    {
        let here = Span::at(words.len());
        let causes = lines[at].touched.clone();
        edit(&mut lines[at], part, here, ".", &causes);
    }
}

/// The text of a quoted line, without its opening mark.
fn inside(line: &Line) -> &str {
    let text = line.text();
    if is_quoted(text) { &text[opening_len(text)..] } else { text }
}

/// The mark of a list item within a quotation, whose next line is another than it was.
fn inner_mark(lines: &mut [Line], part: &mut WorkPart<'_>, at: usize, next: usize) {
    if !is_item(inside(&lines[at])) {
        return;
    }
    let wanted = if is_item(inside(&lines[next])) { " ;" } else { "." };
    let text = lines[at].text();
    let words = text.trim_end();
    let body = words.trim_end_matches(['.', ';', ' ', '\u{a0}', '\u{202f}']);
    let elided = words.ends_with("...") || words.ends_with('…');
    if elided || words.ends_with([':', ',', '!', '?', '"', '»']) {
        return;
    }
    if words[body.len()..].trim_start() == wanted.trim_start() {
        return;
    }
    let span = Span::new(body.len(), text.len());
    let causes = lines[at].touched.clone();
    edit(&mut lines[at], part, span, wanted, &causes);
}

/// Where the words end of an item that quotes the mark of a list item at its end, before its own:
/// "… d'un État ; » ;".
fn listed_twice(body: &str) -> Option<usize> {
    let inside = body.trim_end().strip_suffix('»')?.trim_end();
    let bare = inside.trim_end_matches([';', ' ', '\u{a0}', '\u{202f}']);
    (bare.len() < inside.len()).then_some(bare.len())
}

/// The marks of list items: `;` before another item, a full stop at the end.
fn marks(lines: &mut [Line], part: &mut WorkPart<'_>) {
    let standing: Vec<usize> = (0..lines.len()).filter(|at| lines[*at].new.is_some()).collect();
    for at in standing.iter().copied() {
        stop(lines, part, at);
    }
    for (position, at) in standing.iter().copied().enumerate() {
        if lines[at].touched.is_empty() || lines[at].text().ends_with(DELETED) {
            continue;
        }
        let next = standing.get(position + 1).copied();
        if let Some(next) = next.filter(|next| lines[*next].quoted && lines[at].quoted) {
            inner_mark(lines, part, at, next);
            continue;
        }
        if next.is_some_and(|next| lines[next].quoted) {
            continue;
        }
        let own = standing[..=position].iter().rev().find(|at| !lines[**at].quoted);
        if !own.is_some_and(|own| is_item(lines[*own].text())) {
            continue;
        }
        let more = next.is_some_and(|next| is_item(lines[next].text()));
        let text = lines[at].text();
        let words = text.trim_end();
        let inner = if lines[at].quoted { tail(text) } else { text.len() };
        let shut = words.get(inner..).unwrap_or("").trim_start();
        let mark = shut.chars().next().filter(|_| !shut.is_empty());
        let body = match mark {
            Some(mark) => {
                let from = words.len() - shut.len();
                &words[..from + mark.len_utf8()]
            }
            None => words.trim_end_matches(['.', ';', ' ', '\u{a0}', '\u{202f}']),
        };
        let elided = words.ends_with("...") || words.ends_with('…');
        if elided || words.ends_with([':', ',', '!', '?']) || head(text) >= body.len() {
            continue;
        }
        if let (true, Some(bare)) = (more, listed_twice(body)) {
            let span = Span::new(bare, text.len());
            let causes = lines[at].touched.clone();
            edit(&mut lines[at], part, span, " » ;", &causes);
            continue;
        }
        let ended = mark.is_some()
            && words.get(..inner).is_some_and(|words| words.trim_end().ends_with(['.', '!', '?']));
        let with = match (more, ended) {
            (true, _) => " ;",
            (false, true) => "",
            (false, false) => ".",
        };
        if words[body.len()..].trim_start() == with.trim_start() {
            continue;
        }
        let span = Span::new(body.len(), text.len());
        let causes = lines[at].touched.clone();
        edit(&mut lines[at], part, span, with, &causes);
    }
}
