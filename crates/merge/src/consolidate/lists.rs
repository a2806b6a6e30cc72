//! The ends of list items: `;` `;` `.` and the conjunction before the last.
//!
//! A list shows its pattern in the published draft: the mark behind all items but the last, the
//! mark behind the last, and whether the last but one ends with "and". Items that came, that were
//! changed at their end, or that became or ceased to be the last one follow that pattern; all
//! others stay as they are, however irregular, and so does an end that an amendment words itself
//! ("at the end, delete “and”"). The end of an item that has sub-items is the end of
//! the last of those.
//!
//! | published | change | result |
//! |---|---|---|
//! | `a;` `b.` | `c.` behind `b` | `a;` `b;` `c.` |
//! | `a;` `b.` | `c.` behind `a` | `a;` `c;` `b.` |
//! | `a;` `b; and` `c.` | `c` goes | `a; and` `b.` |
//! | `a;` `b; and` `c.` | `d` behind `c` | `a;` `b;` `c; and` `d.` |
//! | `a;` `b:` (`b1;` `b2;`) `c.` | `c` goes | `a;` `b:` (`b1;` `b2.`) |
//! | `a ;` `b.` | `c.` behind `b` | `a ;` `b ;` `c.` |

use super::Note;
use super::seams::{before_conjunction, is_abbreviated, strength};
use super::work::{Whole, WorkBlock, WorkChild, WorkPart, WorkProvision, add_causes};
use source::Span;
use text::{Seams, Tables};

/// How a list ends its items.
#[derive(Clone, Debug)]
struct Pattern {
    inner: char,
    /// White space before `inner`, as French papers may have it.
    space: String,
    last: Option<char>,
    /// "and" behind the mark of the last but one, as written.
    conjunction: Option<String>,
}

/// The end of an item: its mark and a conjunction behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct End {
    mark: Option<char>,
    conjunction: Option<String>,
    /// Where the words end, in bytes of the text; white space may stand between them and the mark.
    words: usize,
    /// Where the mark begins, in bytes of the text; where there is none, where it would stand.
    at: usize,
}

/// The end that an item must have.
#[derive(Clone, Copy, Debug)]
struct Wanted<'a> {
    mark: char,
    /// White space before the mark.
    space: &'a str,
    conjunction: Option<&'a str>,
}

impl<'a> Wanted<'a> {
    /// A mark that ends a whole list.
    fn last(mark: char) -> Self {
        Self { mark, space: "", conjunction: None }
    }

    fn of(mark: char, conjunction: Option<&'a str>, pattern: Option<&'a Pattern>) -> Self {
        let inner = pattern.filter(|pattern| pattern.inner == mark);
        Self { mark, space: inner.map_or("", |pattern| &pattern.space), conjunction }
    }
}

/// Puts the ends of all lists in order.
pub(super) fn punctuate(parts: &mut [WorkPart<'_>], tables: &Tables) {
    for part in parts {
        list(&mut part.children, &part.list_causes, None, tables);
    }
}

/// Notes provisions whose text announces a list, "decides:", of which no item is left.
pub(super) fn emptied(part: u32, children: &[WorkChild<'_>], notes: &mut Vec<Note>) {
    for child in children {
        let WorkChild::Provision(provision) = child else { continue };
        if !provision.is_new() {
            continue;
        }
        emptied(part, &provision.children, notes);
        let opening = match provision.children.first() {
            Some(WorkChild::Block(block)) if block.is_new() => block.new_text(),
            _ => continue,
        };
        let had = |child: &WorkChild<'_>| matches!(child, WorkChild::Provision(below) if below.is_old() && !below.is_new());
        let lost =
            provision.children.iter().any(had) && !provision.children.iter().any(is_new_provision);
        if lost && opening.trim_end().ends_with(':') {
            let provision = provision.number.clone();
            notes.push(Note::ListEmptied { part, provision });
        }
    }
}

/// One list; `last` is the mark that its end must have because of what it stands in.
fn list(children: &mut [WorkChild<'_>], causes: &[u32], last: Option<char>, tables: &Tables) {
    let closing = match children.iter().rposition(|child| is_new_provision(child)) {
        Some(at) => children[at + 1..].iter().any(is_new_block),
        None => false,
    };
    let pattern = pattern(children, tables);
    let roles = roles(children);
    let mut items = children.iter_mut().filter_map(|child| match child {
        WorkChild::Provision(provision) if provision.is_new() => Some(provision),
        _ => None,
    });
    for role in roles {
        let Some(item) = items.next() else { break };
        let mut want = None;
        if let Some(pattern) = &pattern {
            let outer = last.filter(|_| !closing);
            let mark = if role.is_last { outer.or(pattern.last) } else { Some(pattern.inner) };
            let conjunction = pattern.conjunction.clone().filter(|_| role.is_but_last);
            let moved = role.was_last != Some(role.is_last)
                || pattern.conjunction.is_some() && role.was_but_last != Some(role.is_but_last)
                || role.is_last && outer.is_some();
            want = mark.map(|mark| (mark, conjunction, moved));
        } else if role.is_last && !closing {
            want = last.map(|mark| (mark, None, true));
        }
        one(item, want, pattern.as_ref(), causes, tables);
    }
    if let (true, Some(mark)) = (closing, last)
        && let Some(WorkChild::Block(block)) =
            children.iter_mut().rfind(|child| is_new_block(child))
    {
        set_end(block, Wanted::last(mark), causes, tables);
    }
}

/// Sets the end of one item, and goes down into its own list.
fn one(
    item: &mut WorkProvision<'_>,
    want: Option<(char, Option<String>, bool)>,
    pattern: Option<&Pattern>,
    causes: &[u32],
    tables: &Tables,
) {
    let own = item.list_causes.clone();
    let mut all = causes.to_vec();
    add_causes(&mut all, &own);
    if item.children.iter().any(is_new_provision) {
        let touched = item.whole.is_some() || item.replaced.is_some() || end_touched(item);
        let last = want.filter(|(.., moved)| *moved || touched).map(|(mark, ..)| mark);
        let causes = if last.is_some() { &all } else { &own };
        list(&mut item.children, causes, last, tables);
        return;
    }
    let Some((mark, conjunction, moved)) = want else { return };
    let fresh = item.whole.is_some() || item.replaced.is_some();
    let Some(WorkChild::Block(block)) = item.children.iter_mut().rfind(|child| is_new_block(child))
    else {
        return;
    };
    let worded = !moved && !fresh && only_end_changed(block, tables);
    if moved || fresh || (!block.end_causes.is_empty() && !worded) {
        add_causes(&mut all, &block.end_causes.clone());
        set_end(block, Wanted::of(mark, conjunction.as_deref(), pattern), &all, tables);
    }
}

/// Whether an amendment changed nothing of an item but its mark and conjunction: then the end is what
/// it says.
fn only_end_changed(block: &WorkBlock<'_>, tables: &Tables) -> bool {
    let pieces = block.pieces.iter().filter(|piece| piece.is_old());
    let old: String = pieces.map(|piece| piece.text.as_ref()).collect();
    let new = block.new_text();
    let words = |text: &str| end(text, &tables.seams).words;
    old != new && old[..words(&old)] == new[..words(&new)]
}

/// Whether the end of an item with sub-items was changed by an amendment.
fn end_touched(item: &WorkProvision<'_>) -> bool {
    let end = item.children.iter().rev().find(|c| is_new_block(c) || is_new_provision(c));
    match end {
        Some(WorkChild::Block(block)) => block.whole.is_some() || !block.end_causes.is_empty(),
        Some(WorkChild::Provision(provision)) => {
            provision.whole.is_some() || provision.replaced.is_some() || end_touched(provision)
        }
        _ => false,
    }
}

fn is_new_provision(child: &WorkChild<'_>) -> bool {
    matches!(child, WorkChild::Provision(provision) if provision.is_new())
}

fn is_new_block(child: &WorkChild<'_>) -> bool {
    matches!(child, WorkChild::Block(block) if block.is_new())
}

/// The place of an item in the new list and in the old one (`None`: it was not there).
struct Role {
    is_last: bool,
    is_but_last: bool,
    was_last: Option<bool>,
    was_but_last: Option<bool>,
}

fn roles(children: &[WorkChild<'_>]) -> Vec<Role> {
    let items = || {
        children.iter().filter_map(|child| match child {
            WorkChild::Provision(provision) => Some(provision),
            _ => None,
        })
    };
    let news = items().filter(|item| item.is_new()).count();
    let olds = items().filter(|item| item.is_old()).count();
    let (mut new, mut old, mut roles) = (0, 0, Vec::with_capacity(news));
    for item in items() {
        old += usize::from(item.is_old());
        if item.is_new() {
            new += 1;
            let was = item.is_old().then_some(old);
            roles.push(Role {
                is_last: new == news,
                is_but_last: new + 1 == news,
                was_last: was.map(|at| at == olds),
                was_but_last: was.map(|at| at + 1 == olds),
            });
        }
    }
    roles
}

/// The pattern of the list as published; `None` where it shows none.
fn pattern(children: &[WorkChild<'_>], tables: &Tables) -> Option<Pattern> {
    let olds = children.iter().filter_map(|child| match child {
        WorkChild::Provision(provision) if provision.is_old() => Some(provision),
        _ => None,
    });
    let olds: Vec<&WorkProvision<'_>> = olds.collect();
    let texts: Vec<String> = olds.iter().map(|item| old_end(&item.children)).collect();
    let (last, inner) = texts.split_last()?;
    let last_end = end(last, &tables.seams);
    if inner.is_empty() {
        // One item only: written as an item is, with a small letter and a full stop.
        let opening = olds.first().map(|item| old_opening(&item.children)).unwrap_or_default();
        let small = opening.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_lowercase);
        let more = children.iter().filter(|child| is_new_provision(child)).count() > 1;
        let item = more && small && last_end.mark == Some('.');
        return item.then_some(Pattern {
            inner: ';',
            space: String::new(),
            last: Some('.'),
            conjunction: None,
        });
    }
    let ends: Vec<End> = inner.iter().map(|text| end(text, &tables.seams)).collect();
    let count = |mark: char| ends.iter().filter(|end| end.mark == Some(mark)).count();
    let inner = [';', ','].into_iter().find(|mark| 2 * count(*mark) > ends.len())?;
    let conjunction = ends.last().and_then(|end| end.conjunction.clone());
    let shown = texts.iter().zip(&ends).find(|(_, end)| end.mark == Some(inner));
    let space = shown.map(|(text, end)| text[end.words..end.at].to_owned()).unwrap_or_default();
    Some(Pattern { inner, space, last: last_end.mark, conjunction })
}

/// The old text with which an item begins.
fn old_opening(children: &[WorkChild<'_>]) -> String {
    match children.first() {
        Some(WorkChild::Block(block)) => {
            let pieces = block.pieces.iter().filter(|piece| piece.is_old());
            pieces.map(|piece| piece.text.as_ref()).collect()
        }
        _ => String::new(),
    }
}

/// The old text at the end of an item.
fn old_end(children: &[WorkChild<'_>]) -> String {
    for child in children.iter().rev() {
        match child {
            WorkChild::Block(block) if !matches!(block.whole, Some(Whole::Inserted(_))) => {
                let pieces = block.pieces.iter().filter(|piece| piece.is_old());
                return pieces.map(|piece| piece.text.as_ref()).collect();
            }
            WorkChild::Provision(provision) if provision.is_old() => {
                return old_end(&provision.children);
            }
            _ => {}
        }
    }
    String::new()
}

/// Reads the end of an item.
fn end(text: &str, seams: &Seams) -> End {
    let core = text.trim_end();
    let (body, conjunction) = match before_conjunction(core, seams) {
        Some(item) => (item, core.rsplit(char::is_whitespace).next().map(str::to_owned)),
        None => (core, None),
    };
    let mark = body.chars().next_back().filter(|mark| strength(*mark) > 0);
    let at = body.len() - mark.map_or(0, char::len_utf8);
    End { mark, conjunction, words: body[..at].trim_end().len(), at }
}

/// Gives a block the end it must have.
fn set_end(block: &mut WorkBlock<'_>, want: Wanted<'_>, causes: &[u32], tables: &Tables) {
    let text = block.new_text();
    let has = end(&text, &tables.seams);
    let keeps = matches!(has.mark, Some(':' | '!' | '?' | '…'));
    if text.trim().is_empty() || keeps {
        return;
    }
    if has.mark == Some(want.mark) && has.conjunction.as_deref() == want.conjunction {
        return;
    }
    let abbreviated = has.mark == Some('.') && is_abbreviated(&text, &tables.sentences);
    let from = match abbreviated {
        true => text.trim_end().len(),
        false if has.mark == Some(want.mark) => has.at + want.mark.len_utf8(),
        false => has.words,
    };
    let mut with = String::new();
    let stands = has.mark == Some(want.mark);
    if !stands {
        with.push_str(want.space);
        with.push(want.mark);
    }
    if let Some(conjunction) = want.conjunction {
        with.push(' ');
        with.push_str(conjunction);
    }
    block.edit(Span::new(from, text.len()), &with, causes);
}
