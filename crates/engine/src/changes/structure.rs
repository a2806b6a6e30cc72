//! What was done to whole provisions, found level by level, and how it is worded.

use super::tree::{Line, Node, Step, lines, steps};
use instruction::{
    Edge, Locator, Operation, Payload, PayloadParagraph, PayloadUnit, Provisions, Unit,
};
use text::{Fragment, MarkKind, Part};

/// One change, before it is worded.
#[derive(Debug)]
pub enum Op<'n, 'a> {
    /// An opening text reads otherwise.
    Opening(&'n Node<'a>, &'n Node<'a>),
    /// What else stands in a provision reads otherwise.
    Rest(&'n Node<'a>),
    /// Neighbours were taken out.
    Gone(Vec<&'n Node<'a>>),
    /// Neighbours were put in.
    Came(Place<'n, 'a>, Vec<&'n Node<'a>>),
}

/// Where provisions were put in.
#[derive(Clone, Debug)]
pub enum Place<'n, 'a> {
    /// After a provision.
    After(&'n Node<'a>),
    /// Before a provision.
    Before(&'n Node<'a>),
    /// Instead of all that stood on that level.
    Instead(Vec<&'n Node<'a>>),
    /// Below a provision that had none.
    Below(&'n Node<'a>),
    /// In a part that had none.
    Nowhere,
}

/// Every change on this level and below it, in order, and the provisions that both drafts have.
pub fn compare<'n, 'a>(
    old: &'n [Node<'a>],
    new: &'n [Node<'a>],
    above: Option<&'n Node<'a>>,
    ops: &mut Vec<Op<'n, 'a>>,
    kept: &mut Vec<(&'n Node<'a>, &'n Node<'a>)>,
) {
    let mut gap = Gap { last: None, gone: Vec::new(), came: Vec::new() };
    for step in steps(old, new) {
        match step {
            Step::Gone(node) => gap.gone.push(node),
            Step::Came(node) => gap.came.push(node),
            Step::Kept(old, new) => {
                gap.close(Some(old), above, ops);
                gap.last = Some(old);
                kept.push((old, new));
                if old.text() != new.text() {
                    ops.push(Op::Opening(old, new));
                }
                if old.rest != new.rest {
                    ops.push(Op::Rest(old));
                }
                compare(&old.children, &new.children, Some(old), ops, kept);
            }
        }
    }
    gap.close(None, above, ops);
}

/// What stands between two provisions that both drafts have.
struct Gap<'n, 'a> {
    last: Option<&'n Node<'a>>,
    gone: Vec<&'n Node<'a>>,
    came: Vec<&'n Node<'a>>,
}

impl<'n, 'a> Gap<'n, 'a> {
    fn close(
        &mut self,
        next: Option<&'n Node<'a>>,
        above: Option<&'n Node<'a>>,
        ops: &mut Vec<Op<'n, 'a>>,
    ) {
        let gone = std::mem::take(&mut self.gone);
        let came = std::mem::take(&mut self.came);
        if came.is_empty() {
            ops.extend((!gone.is_empty()).then_some(Op::Gone(gone)));
            return;
        }
        let place = match (self.last, next, gone.is_empty(), above) {
            (Some(last), ..) => Place::After(last),
            (None, Some(next), ..) => Place::Before(next),
            (None, None, false, _) => {
                ops.push(Op::Came(Place::Instead(gone), came));
                return;
            }
            (None, None, true, Some(above)) => Place::Below(above),
            (None, None, true, None) => Place::Nowhere,
        };
        ops.extend((!gone.is_empty()).then_some(Op::Gone(gone)));
        ops.push(Op::Came(place, came));
    }
}

/// The operation that takes out neighbours.
pub fn delete(gone: &[&Node<'_>]) -> Operation<Locator> {
    Operation::Delete { at: at(gone) }
}

/// The operation that puts in provisions; `None` where there is nothing to put them beside.
pub fn insert(place: &Place<'_, '_>, came: &[&Node<'_>]) -> Option<Operation<Locator>> {
    let what = Payload { unit: PayloadUnit::Provisions, paragraphs: paragraphs(place, came) };
    Some(match place {
        Place::After(node) => Operation::Insert { edge: Edge::After, at: at(&[*node]), what },
        Place::Before(node) => Operation::Insert { edge: Edge::Before, at: at(&[*node]), what },
        Place::Below(node) => Operation::Insert { edge: Edge::End, at: at(&[*node]), what },
        Place::Instead(gone) => Operation::Replace { at: at(gone), with: what },
        Place::Nowhere => return None,
    })
}

fn at(nodes: &[&Node<'_>]) -> Locator {
    let number = |node: &&Node<'_>| node.number.to_owned();
    let all: Vec<String> = nodes.iter().map(number).collect();
    let provisions = match all.as_slice() {
        [one] => Provisions::One(one.clone()),
        [first, .., last] if all.len() > 2 => {
            let range = Provisions::Range(first.clone(), last.clone());
            if range.cited() == all { range } else { Provisions::List(all) }
        }
        _ => Provisions::List(all),
    };
    Locator { unit: Unit::Provisions(provisions), ..Locator::default() }
}

/// The new provisions paragraph by paragraph; numbered where they nest or must be told from words.
fn paragraphs(place: &Place<'_, '_>, came: &[&Node<'_>]) -> Vec<PayloadParagraph> {
    fn add(node: &Node<'_>, number: Option<String>, all: &mut Vec<PayloadParagraph>) {
        let content = node.opening.map(|block| printed(&block.content)).unwrap_or_default();
        for (at, child) in node.children.iter().enumerate() {
            if at == 0 {
                all.push(PayloadParagraph {
                    number: number.clone(),
                    content: content.clone(),
                    ..PayloadParagraph::default()
                });
            }
            add(child, number.as_ref().map(|number| format!("{number}.{}", at + 1)), all);
        }
        if node.children.is_empty() {
            all.push(PayloadParagraph { number, content, ..PayloadParagraph::default() });
        }
    }
    let numbered = matches!(place, Place::Below(_)) || came.iter().any(|node| node.below > 0);
    let mut all = Vec::new();
    for (at, node) in came.iter().enumerate() {
        let digits = node.number.chars().all(|sign| sign.is_ascii_digit() || sign == '.');
        let number = if digits { node.number.to_owned() } else { (at + 1).to_string() };
        add(node, numbered.then_some(number), &mut all);
    }
    all
}

/// What plain text carries of a fragment: raised signs, and neither italics nor references to notes.
fn printed(content: &Fragment) -> Fragment {
    let mut printed = content.clone();
    printed.marks.retain(|mark| mark.kind == MarkKind::Superscript);
    printed
}

/// Whether a part with these provisions put in has them where they belong, and all others as before but for
/// what the editorial pass does.
pub fn is_inserted(old: &Part, new: &Part, place: &Place<'_, '_>, came: &[&Node<'_>]) -> bool {
    let (old, new) = (lines(old), lines(new));
    let (from, gone) = match place {
        Place::After(node) => (node.flat + node.below + 1, 0),
        Place::Before(node) => (node.flat, 0),
        Place::Below(node) => (node.flat + 1, 0),
        Place::Instead(nodes) => (
            nodes.first().map_or(0, |node| node.flat),
            nodes.iter().map(|node| node.below + 1).sum::<usize>(),
        ),
        Place::Nowhere => return false,
    };
    let mut wanted: Vec<(usize, &str)> = Vec::new();
    came.iter().for_each(|node| wanted_lines(node, &mut wanted));
    let to = from + wanted.len();
    let depths = |lines: &[Line]| -> Vec<usize> { lines.iter().map(|line| line.depth).collect() };
    let (Some(before), Some(behind)) = (old.get(..from), old.get(from + gone..)) else {
        return false;
    };
    let (Some(made), Some(head), Some(tail)) = (new.get(from..to), new.get(..from), new.get(to..))
    else {
        return false;
    };
    let same = |(line, (depth, text)): (&Line, &(usize, &str))| {
        line.depth == *depth && unmarked(&line.text) == unmarked(text) && line.rest.is_empty()
    };
    depths(before) == depths(head)
        && depths(behind) == depths(tail)
        && made.iter().zip(&wanted).all(same)
}

fn wanted_lines<'w>(node: &'w Node<'_>, wanted: &mut Vec<(usize, &'w str)>) {
    wanted.push((node.depth, node.text()));
    node.children.iter().for_each(|child| wanted_lines(child, wanted));
}

/// The signs that a list may set at the end of its items.
const ENDS: [char; 7] = ['.', ';', ':', '!', '?', '…', ','];

/// A text without the marks at its end.
pub fn unmarked(text: &str) -> &str {
    text.trim_end_matches(ENDS).trim_end()
}

/// A text with the marks at its end that another one has.
pub fn marked_like(text: &str, other: &str) -> String {
    let marks = other.get(unmarked(other).len()..).unwrap_or_default();
    format!("{}{marks}", unmarked(text))
}
