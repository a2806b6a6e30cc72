//! The provisions of two drafts matched, level by level.

use crate::diff::{Side, aligned};
use source::fault::{Fault, planted};
use text::{Block, Child, Part};

/// A provision as far as it is compared.
#[derive(Debug)]
pub struct Node<'a> {
    /// Its number as cited.
    pub number: &'a str,
    /// Its opening text.
    pub opening: Option<&'a Block>,
    /// What else stands in it outside provisions.
    pub rest: Vec<&'a str>,
    /// The provisions below it.
    pub children: Vec<Node<'a>>,
    /// Its position among all provisions of the part, depth first.
    pub flat: usize,
    /// How many provisions stand below it at any depth.
    pub below: usize,
    /// How deep it stands, from 0.
    pub depth: usize,
    /// Where its number, or else its text, stands in the file.
    pub at: Option<u32>,
}

impl Node<'_> {
    /// Its opening text as plain text.
    pub fn text(&self) -> &str {
        self.opening.map_or("", |block| &block.content.text)
    }

    /// Where it and all below it stand in the file.
    pub fn places(&self, places: &mut Vec<u32>) {
        places.extend(self.at);
        self.children.iter().for_each(|child| child.places(places));
    }
}

/// A part as far as it is compared: what stands in no provision, and the provisions at its top.
pub fn nodes(part: &Part) -> (Vec<&str>, Vec<Node<'_>>) {
    let mut flat = 0;
    within(&part.children, false, 0, &mut flat)
}

fn within<'a>(
    children: &'a [Child],
    opened: bool,
    depth: usize,
    flat: &mut usize,
) -> (Vec<&'a str>, Vec<Node<'a>>) {
    let (mut rest, mut nodes) = (Vec::new(), Vec::new());
    for child in children.iter().skip(usize::from(opened)) {
        match child {
            Child::Block(block) => rest.push(block.content.text.as_str()),
            Child::Opaque(opaque) => rest.push(opaque.text.as_str()),
            Child::Provision(provision) => {
                let (position, opening) = (*flat, provision.opening());
                *flat += 1;
                let (rest, children) =
                    within(&provision.children, opening.is_some(), depth + 1, flat);
                let at = provision.origin.offset(0);
                let at = at.or_else(|| opening.and_then(|block| block.origin.offset(0)));
                nodes.push(Node {
                    number: &provision.number,
                    opening,
                    rest,
                    children,
                    flat: position,
                    below: *flat - position - 1,
                    depth,
                    at,
                });
            }
        }
    }
    (rest, nodes)
}

/// A provision of a text, with all its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// How deep it stands, from 0.
    pub depth: usize,
    /// Its number.
    pub number: String,
    /// Its opening text.
    pub text: String,
    /// What else stands in it outside provisions.
    pub rest: Vec<String>,
}

/// All provisions of a part, depth first.
pub fn lines(part: &Part) -> Vec<Line> {
    fn collect(nodes: &[Node<'_>], lines: &mut Vec<Line>) {
        for node in nodes {
            lines.push(Line {
                depth: node.depth,
                number: node.number.to_owned(),
                text: node.text().to_owned(),
                rest: node.rest.iter().map(|text| (*text).to_owned()).collect(),
            });
            collect(&node.children, lines);
        }
    }
    let mut lines = Vec::new();
    collect(&nodes(part).1, &mut lines);
    lines
}

/// What became of a provision.
#[derive(Clone, Copy, Debug)]
pub enum Step<'n, 'a> {
    /// It is there in both drafts, under whatever number.
    Kept(&'n Node<'a>, &'n Node<'a>),
    /// It was taken out.
    Gone(&'n Node<'a>),
    /// It was put in.
    Came(&'n Node<'a>),
}

/// The provisions of one level matched, in the order of the new draft; what is gone stands where it stood.
pub fn steps<'n, 'a>(old: &'n [Node<'a>], new: &'n [Node<'a>]) -> Vec<Step<'n, 'a>> {
    let sides = |nodes: &[Node<'_>]| -> Vec<Side> {
        let side = |node: &Node<'_>| Side {
            // Those above it may have other numbers.
            number: node.number.rsplit('.').next().unwrap_or_default().to_owned(),
            opaque: false,
            depth: 0,
            text: node.text().to_owned(),
        };
        nodes.iter().map(side).collect()
    };
    let (mut next_old, mut next_new) = (old.iter(), new.iter());
    let mut steps = Vec::with_capacity(old.len().max(new.len()));
    // Each list is gone through once and in its order.
    for line in aligned(&sides(old), &sides(new)) {
        let step = match (&line.old, &line.new, line.moved) {
            (Some(_), Some(_), false) => {
                let pair = next_old.next().zip(next_new.next());
                pair.map(|(old, new)| Step::Kept(old, new))
            }
            (Some(_), None, _) => next_old.next().map(Step::Gone),
            (Some(_), Some(_), true) if line.is_left() => {
                next_old.next().map(Step::Gone).filter(|_| !planted(Fault::ChangesKeepMoved))
            }
            (None, Some(_), _) | (Some(_), Some(_), true) => next_new.next().map(Step::Came),
            (None, None, _) => None,
        };
        steps.extend(step);
    }
    steps
}
