//! Which new paragraphs are quoted, and where quotations end.

use super::labels::{follows, is_next_item};
use super::suppressed::own_label;
use super::{Line, edit, inside};
use crate::consolidate::work::WorkPart;
use source::Span;
use text::{CountedWords, article_number, is_quoted, label, opens_article, same_kind, tail};

/// Decides which new paragraphs are quoted, and gives them their opening marks.
pub(super) fn quote(lines: &mut [Line], part: &mut WorkPart<'_>, words: &CountedWords) {
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
        group(lines, part, (at, end), by, words);
        at = end;
    }
}

/// One run of lines that an amendment put in, replaced or deleted.
fn group(
    lines: &mut [Line],
    part: &mut WorkPart<'_>,
    (from, to): (usize, usize),
    by: u32,
    words: &CountedWords,
) {
    let new: Vec<usize> = (from..to).filter(|at| lines[*at].new.is_some()).collect();
    let (Some(first), Some(last)) = (new.first().copied(), new.last().copied()) else { return };
    let olds: Vec<bool> = lines[from..to].iter().filter_map(Line::was_quoted).collect();
    let before = lines[..from].iter().rev().find(|line| line.new.is_some());
    // What stands there since before: what others put in may get its marks yet.
    let after = lines[to..].iter().find(|line| line.new.is_some() && line.old.is_some());
    let starts: Vec<bool> = new.iter().map(|at| is_quoted(lines[*at].text())).collect();
    let inside = before.is_some_and(|line| line.quoted && !line.closes())
        && after.is_some_and(|line| line.quoted || line.came() && line.was_quoted() == Some(true));
    let all_quoted = !olds.is_empty() && olds.iter().all(|quoted| *quoted);
    let mixed = olds.first() == Some(&true) && olds.contains(&false);
    let some = starts.contains(&true);
    let goes_on = match before {
        // Behind a quotation, what begins with a mark goes on with it, unless it is the next item of
        // the list that the quotation stands in.
        Some(line) if line.quoted && is_next_inside(lines, from, lines[first].text(), words) => {
            let quoted: Vec<bool> = starts.iter().map(|starts| *starts || !some).collect();
            return mark(lines, part, &new, &quoted, by);
        }
        Some(line) if line.quoted => !is_next_item(lines, from, lines[first].text(), words),
        Some(line) => line.text().trim_end().ends_with(':'),
        None => false,
    };
    let mut quoted: Vec<bool> = if all_quoted || olds.is_empty() && inside {
        // Among quoted ones only what has a label of its own, and no mark, stands outside.
        let outside = |at: usize| some && label(lines[at].text()).is_some();
        new.iter().zip(&starts).map(|(at, starts)| *starts || !outside(*at)).collect()
    } else if !some
        && article_number(lines[first].text()).is_some()
        && before.is_some_and(|b| b.quoted)
    {
        // An article of the text that is quoted before it.
        vec![true; new.len()]
    } else if mixed || olds.is_empty() && goes_on || opens_article(lines[first].text()) {
        starts.clone()
    } else if starts.first() == Some(&true) {
        // Marks around all of the new text: before each of its paragraphs, behind the last; but what
        // the text itself announces as a quotation is one.
        let each = starts.iter().all(|starts| *starts);
        let announced = new.iter().position(|at| announces(lines[*at].text(), words));
        let around = announced.map_or(new.len(), |at| at + 1);
        let openings = if each { &new[..around] } else { &new[..1] };
        unwrap(lines, part, openings, last, by);
        new.iter().map(|at| is_quoted(lines[*at].text())).collect()
    } else {
        starts.clone()
    };
    unannounced(lines, part, &new, &mut quoted, by);
    announced(lines, &new, from, &mut quoted, words);
    mark(lines, part, &new, &quoted, by);
}

/// A part of the article, "I bis. – …", with a mark before it that nothing announces, behind a quotation that is closed,
/// quotes nothing: the mark is that of the wording.
fn unannounced(
    lines: &mut [Line],
    part: &mut WorkPart<'_>,
    new: &[usize],
    quoted: &mut [bool],
    by: u32,
) {
    for at in 1..new.len() {
        let (before, this) = (&lines[new[at - 1]], &lines[new[at]]);
        let closed = match is_quoted(before.text()) {
            true => before.closes(),
            false => !before.text().trim_end().ends_with(':'),
        };
        let numeral = label(inside(this)).is_some_and(|(label, _)| {
            label.split(' ').next().is_some_and(|core| text::unroman(core).is_some())
        });
        if quoted[at] && is_quoted(this.text()) && closed && numeral {
            let mark = super::opening_len(this.text());
            edit(&mut lines[new[at]], part, Span::new(0, mark), "", &[by]);
            quoted[at] = false;
        }
    }
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

/// Whether a text begins with the label behind the last one of the quotation before it, and not with
/// that behind the last one of the text around.
fn is_next_inside(lines: &[Line], from: usize, text: &str, words: &CountedWords) -> bool {
    let own = text.trim_start().trim_start_matches(['«', '"', '“']).trim_start();
    let Some((own, _)) = label(own) else { return false };
    let quoted = lines[..from].iter().rev().filter(|line| line.new.is_some());
    let before = quoted.take_while(|line| line.quoted).find_map(|line| {
        let label = own_label(inside(line), words)?;
        same_kind(&label, &own).then_some(label)
    });
    before.is_some_and(|before| follows(&before, &own)) && !is_next_item(lines, from, text, words)
}

/// Whether a paragraph ends with the announcement of a quotation: "un article ainsi rédigé :".
fn announces(text: &str, words: &CountedWords) -> bool {
    let Some(text) = text.trim_end().strip_suffix(':') else { return false };
    // Behind the words stands at most their ending, in gender and number.
    let ending = |told: &&str| text.rfind(*told).map(|at| text[at + told.len()..].trim());
    words.announcements.iter().filter_map(ending).any(|rest| rest.len() <= 3)
}

/// What is announced as a quotation is one, up to the next item of the list, whether it has its marks
/// or not.
fn announced(
    lines: &[Line],
    new: &[usize],
    from: usize,
    quoted: &mut [bool],
    words: &CountedWords,
) {
    let before = lines[..from].iter().rev().find(|line| line.new.is_some());
    let mut open = before.is_some_and(|line| !line.quoted && announces(line.text(), words));
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
        open = announces(text, words);
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

/// Puts the closing marks where the quotations end now.
pub(super) fn close(lines: &mut [Line], part: &mut WorkPart<'_>, words: &CountedWords) {
    let standing: Vec<usize> = (0..lines.len()).filter(|at| lines[*at].new.is_some()).collect();
    for (position, at) in standing.iter().copied().enumerate() {
        // What says that a unit is gone has no marks.
        let gone = lines[at].text().trim_end().ends_with(words.deleted);
        if !lines[at].quoted || lines[at].touched.is_empty() || gone || left_open(lines, at) {
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

/// Whether a quotation ended with this line of the text before without a mark, as behind a table: it needs none now.
pub(super) fn left_open(lines: &[Line], at: usize) -> bool {
    let line = &lines[at];
    let behind = lines[at + 1..].iter().find_map(Line::was_quoted);
    !line.came() && line.was_quoted() == Some(true) && !line.closed() && behind == Some(false)
}

/// The mark that closes what this text opens, with the space before it.
pub(super) fn closing_mark(text: &str) -> &'static str {
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
