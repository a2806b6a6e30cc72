//! What plain text does not carry, put back into a draft that was read from it: italics, raised signs and
//! references to notes by the places they have in the text; numbers as they are cited; tables.

use super::typed::{CARET, TABLE, Typed};
use source::{Origin, Span};
use text::{Block, Child, Draft, Fragment, Mark, MarkKind, Opaque, Provision};

/// Puts everything back.
pub fn restore(draft: &mut Draft, typed: &Typed) {
    for part in &mut draft.parts {
        if let Some(title) = &mut part.title {
            block(title, typed);
        }
        children(&mut part.children, typed);
    }
}

/// Provisions are nested no deeper than the reader of plain text reads them.
fn children(all: &mut [Child], typed: &Typed) {
    for child in all {
        match child {
            Child::Block(found) => match table(found, typed) {
                Some(text) => {
                    let origin = std::mem::take(&mut found.origin);
                    *child = Child::Opaque(Opaque { text, origin });
                }
                None => block(found, typed),
            },
            Child::Provision(found) => provision(found, typed),
            Child::Opaque(_) => {}
        }
    }
}

fn provision(found: &mut Provision, typed: &Typed) {
    let at = found.origin.offset(0).and_then(|at| typed.line_at(at));
    let cited = at.and_then(|at| typed.lines.get(at)).and_then(|line| line.cited.as_ref());
    if let Some(cited) = cited {
        found.number.clone_from(cited);
    }
    children(&mut found.children, typed);
}

fn table(block: &Block, typed: &Typed) -> Option<String> {
    let number = block.content.text.strip_prefix(TABLE)?;
    typed.tables.get(number.parse::<usize>().ok()?).cloned()
}

/// The text of a block with its marks, and literal carets for what stands for them.
fn block(block: &mut Block, typed: &Typed) {
    let text = &block.content.text;
    let Some(span) = block.origin.span(Span::new(0, text.len())) else { return };
    let from = typed.marks.partition_point(|(mark, _)| mark.end < span.start);
    let marks = typed.marks.get(from..).unwrap_or_default();
    let marks: Vec<_> = marks.iter().take_while(|(mark, _)| mark.start <= span.end).collect();
    if marks.is_empty() && !text.contains(CARET) {
        return;
    }
    let mut made = Fragment::default();
    let mut origin = Origin::default();
    // Where each sign stood in the file, and where it stands in the text now.
    let mut places: Vec<(u32, usize)> = Vec::new();
    for (at, sign) in text.char_indices() {
        let file = block.origin.offset(at as u32).unwrap_or(span.start);
        places.push((file, made.text.len()));
        let sign = if sign == CARET { '^' } else { sign };
        origin.push(made.text.len(), file as usize, if sign == '^' { 1 } else { sign.len_utf8() });
        made.text.push(sign);
    }
    let now = |file: u32| {
        let at = places.partition_point(|(place, _)| *place < file);
        places.get(at).map_or(made.text.len(), |(_, now)| *now)
    };
    let placed = marks.into_iter().map(|(mark, kind)| {
        let span = Span::new(now(mark.start), now(mark.end));
        Mark { kind: kind.clone(), span }
    });
    made.marks = joined(placed);
    let text = &made.text;
    made.marks.retain(|mark| {
        let words = || text.get(mark.span.range()).is_some_and(|words| !words.trim().is_empty());
        is_note(mark) || words()
    });
    made.marks.sort_by_key(|mark| mark.span);
    block.content = made;
    block.origin = origin;
}

fn is_note(mark: &Mark) -> bool {
    matches!(mark.kind, MarkKind::NoteReference(_))
}

/// Marks of one kind that touch are one: runs end where a change begins, and where only another mark does.
fn joined(marks: impl Iterator<Item = Mark>) -> Vec<Mark> {
    let mut all: Vec<Mark> = Vec::new();
    // The last of each kind in `all`; of notes there is none.
    let mut last: Vec<usize> = Vec::new();
    for mark in marks {
        let before = last.iter_mut().find(|at| all.get(**at).is_some_and(|m| m.kind == mark.kind));
        match before {
            Some(at) if all.get(*at).is_some_and(|m| m.span.end == mark.span.start) => {
                if let Some(before) = all.get_mut(*at) {
                    before.span.end = mark.span.end;
                }
                continue;
            }
            Some(at) => *at = all.len(),
            None if is_note(&mark) => {}
            None => last.push(all.len()),
        }
        all.push(mark);
    }
    all
}
