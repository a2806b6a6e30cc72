//! Runs from fragments, from tracked changes and from templates.

use super::{ChangeKind, Changed, Run, Runs};
use instruction::style::Printed;
use merge::{Author, Change, TrackedBlock, Whole};
use source::Span;
use text::{Fragment, Mark, MarkKind};

/// So many causes of an editorial change stand in its sign; its author names all.
const CAUSES: usize = 6;

/// A fragment as runs, cut where its marks begin and end.
pub(super) fn of_fragment(fragment: &Fragment) -> Runs {
    marked(&fragment.text, 0, &fragment.marks, None)
}

/// `text`, which stands at `offset` of the text that `marks` count in.
fn marked(text: &str, offset: usize, marks: &[Mark], change: Option<&Changed>) -> Runs {
    let span = Span::new(offset, offset + text.len());
    let mut cuts = vec![0, text.len()];
    let near: Vec<&Mark> = marks.iter().filter(|mark| mark.span.overlaps(span)).collect();
    for mark in &near {
        let inside = |at: u32| (at as usize).saturating_sub(offset).min(text.len());
        cuts.extend([inside(mark.span.start), inside(mark.span.end)]);
    }
    cuts.sort_unstable();
    cuts.dedup();
    let piece = |pair: &[usize]| {
        let words = text.get(pair[0]..pair[1]).unwrap_or("");
        let under = Span::new(offset + pair[0], offset + pair[1]);
        let has = |kind: fn(&MarkKind) -> bool| {
            near.iter().any(|mark| mark.span.contains(under) && kind(&mark.kind))
        };
        Run {
            text: words.to_owned(),
            emphasis: has(|kind| *kind == MarkKind::Emphasis),
            raised: has(|kind| matches!(kind, MarkKind::Superscript | MarkKind::NoteReference(_))),
            change: change.cloned(),
            ..Run::default()
        }
    };
    cuts.windows(2).map(piece).filter(|run| !run.text.is_empty()).collect()
}

/// A block with its changes. `outer` is the author of a unit around it that came or went whole.
pub(super) fn of_tracked(block: &TrackedBlock, outer: Option<&Whole>, printed: &Printed) -> Runs {
    let whole = block.whole.as_ref().or(outer);
    let (mut old, mut new) = (0, 0);
    let mut runs = Runs::new();
    for change in &block.changes {
        match change {
            Change::Kept(text) => {
                let author = whole.map(|whole| of_whole(whole, printed));
                runs.extend(marked(text, new, &block.new_marks, author.as_ref()));
                (old, new) = (old + text.len(), new + text.len());
            }
            Change::Inserted(text, author) => {
                let by = changed(ChangeKind::Inserted, author, printed);
                runs.extend(marked(text, new, &block.new_marks, Some(&by)));
                new += text.len();
            }
            Change::Deleted(text, author) => {
                let by = changed(ChangeKind::Deleted, author, printed);
                runs.extend(marked(text, old, &block.old_marks, Some(&by)));
                old += text.len();
            }
        }
    }
    runs
}

/// Changes without marks: a number.
pub(super) fn of_changes(changes: &[Change], outer: Option<&Whole>, printed: &Printed) -> Runs {
    let block = TrackedBlock { changes: changes.to_vec(), ..TrackedBlock::default() };
    of_tracked(&block, outer, printed)
}

/// A table or heading that came, went or stayed.
pub(super) fn of_opaque(text: &str, whole: Option<&Whole>, printed: &Printed) -> Runs {
    let change = whole.map(|whole| of_whole(whole, printed));
    vec![Run { text: text.to_owned(), change, ..Run::default() }]
}

/// Who brought or removed a unit.
pub(super) fn of_whole(whole: &Whole, printed: &Printed) -> Changed {
    match whole {
        Whole::Inserted(author) => changed(ChangeKind::Inserted, author, printed),
        Whole::Deleted(author) => changed(ChangeKind::Deleted, author, printed),
    }
}

/// Its sign is on every run until [`sign_last`] leaves it on the last of each change.
fn changed(kind: ChangeKind, author: &Author, printed: &Printed) -> Changed {
    let (editorial, author, causes, sign) = match author {
        Author::Amendment(number) => {
            let causes = vec![number.clone()];
            (false, printed.by_amendment.replace("{}", number), causes, number.clone())
        }
        Author::Editorial(causes) => {
            let template = match causes.len() {
                0 => printed.editorial,
                1 => printed.editorial_one,
                _ => printed.editorial_several,
            };
            let author = template.replace("{}", &causes.join(", "));
            (true, author, causes.clone(), editorial_sign(causes, printed))
        }
    };
    Changed { kind, editorial, author, causes, sign }
}

/// "ed. 2, 3": a renumbering may follow from so many amendments that the last ones are left out.
fn editorial_sign(causes: &[String], printed: &Printed) -> String {
    let shown = causes.len().min(CAUSES);
    let more = if causes.len() > CAUSES { ", …" } else { "" };
    let sign = format!("{} {}{more}", printed.editorial_sign, causes[..shown].join(", "));
    sign.trim_end().to_owned()
}

/// Leaves the sign only behind the last of neighbouring runs by one author. A space that the
/// editorial pass brought or took has none: it would stand there without a word.
pub(super) fn sign_last(runs: &mut [Run]) {
    for run in runs.iter_mut().filter(|run| run.text.trim().is_empty()) {
        if let Some(change) = run.change.as_mut().filter(|change| change.editorial) {
            change.sign.clear();
        }
    }
    for at in 1..runs.len() {
        let author = runs[at].change.as_ref().map(|change| change.author.clone());
        if let Some(previous) = runs[at - 1].change.as_mut()
            && author.as_deref() == Some(previous.author.as_str())
        {
            previous.sign.clear();
        }
    }
}

/// The count of an alinéa as it stands in the margin, "(12)", whatever is struck out of it and put in.
pub(super) fn as_count(mut number: Runs) -> Runs {
    number.iter_mut().for_each(|run| run.text = format!("({})", run.text));
    number
}

/// A template with `{}` filled by numbers, each a link: `(number, id)`. `and` stands before the
/// last of several.
pub(super) fn of_template(template: &str, numbers: &[(String, String)], and: &str) -> Runs {
    let (before, after) = template.split_once("{}").unwrap_or((template, ""));
    let mut runs = vec![Run::plain(format!("({before}"))];
    for (at, (number, id)) in numbers.iter().enumerate() {
        if at > 0 {
            let last = at + 1 == numbers.len();
            runs.push(Run::plain(if last { format!(" {and} ") } else { ", ".to_owned() }));
        }
        runs.push(Run { text: number.clone(), link: id.clone(), ..Run::default() });
    }
    runs.push(Run::plain(format!("{after})")));
    runs
}

/// A line of names: what stands in capitals becomes one capital and small ones behind it.
pub(super) fn of_names(line: &str) -> Runs {
    let mut runs = Runs::new();
    let mut plain = String::new();
    for word in line.split_inclusive(|c: char| !c.is_alphabetic()) {
        let letters = word.trim_end_matches(|c: char| !c.is_alphabetic());
        let capitals = letters.chars().count() > 1 && letters.chars().all(char::is_uppercase);
        let first = letters.chars().next().map_or(0, char::len_utf8);
        if !capitals {
            plain.push_str(word);
            continue;
        }
        plain.push_str(&letters[..first]);
        runs.push(Run::plain(std::mem::take(&mut plain)));
        runs.push(Run { text: letters[first..].to_owned(), caps: true, ..Run::default() });
        plain.push_str(&word[letters.len()..]);
    }
    runs.push(Run::plain(plain));
    runs.retain(|run| !run.text.is_empty());
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_capitals_become_small_capitals() {
        let texts: Vec<(String, bool)> =
            of_names("Ms Ada LAC-NOIR, Mr B.").into_iter().map(|r| (r.text, r.caps)).collect();
        let expected =
            [("Ms Ada L", false), ("AC", true), ("-N", false), ("OIR", true), (", Mr B.", false)];
        assert_eq!(texts, expected.map(|(text, caps)| (text.to_owned(), caps)));
    }

    #[test]
    fn numbers_in_a_template_are_links() {
        let numbers = [("4".to_owned(), "am-4".to_owned()), ("6".to_owned(), "am-6".to_owned())];
        let runs = of_template("Falls if {} go", &numbers, "or");
        let text: String = runs.iter().map(|run| run.text.as_str()).collect();
        assert_eq!(text, "(Falls if 4 or 6 go)");
        assert_eq!(runs[1].link, "am-4");
    }

    #[test]
    fn raised_letters_are_their_own_run() {
        let runs = of_fragment(&Fragment::from_caret("the 20^th lamp"));
        let raised: Vec<&str> =
            runs.iter().filter(|run| run.raised).map(|run| run.text.as_str()).collect();
        assert_eq!((runs.len(), raised), (3, vec!["th"]));
    }
}
