//! A draft text as a `statement`.

use crate::ids::Ids;
use crate::meta::Work;
use crate::xml::Xml;
use source::Span;
use std::cmp::Reverse;
use std::collections::VecDeque;
use text::{Child, Fragment, MarkKind, Part, Provision, TextKind};

/// Writes the parts of the draft, a component each.
pub(crate) fn write_all(xml: &mut Xml, parts: &[Part], ids: &Ids, work: &Work<'_>) {
    let mut writing = Writing { ids, provision: 0, block: 0 };
    for (at, (part, id)) in parts.iter().zip(&ids.parts).enumerate() {
        writing.part(xml, part, (at, id), work);
    }
}

/// Writes the one part of a draft as the document itself; at its head stands the head of the paper, too.
pub(crate) fn write_alone(xml: &mut Xml, part: &Part, ids: &Ids, work: &Work<'_>) {
    let mut writing = Writing { ids, provision: 0, block: 0 };
    xml.within("statement", &[("name", name(part.kind))], |xml| {
        xml.within("meta", &[], |xml| {
            work.identification(xml, "main", &part.letter);
            work.references(xml, &[]);
        });
        xml.within("preface", &[], |xml| {
            writing.head(xml, part);
            work.printed(xml, "dossier");
        });
        writing.body(xml, part);
    });
}

/// What kind of text it is a draft of.
fn name(kind: TextKind) -> &'static str {
    match kind {
        TextKind::Resolution => "draftResolution",
        TextKind::Recommendation => "draftRecommendation",
        TextKind::Opinion => "draftOpinion",
        TextKind::Other => "draft",
    }
}

/// What kind of text it has become.
pub(crate) fn kind_of_adopted(kind: TextKind) -> &'static str {
    match kind {
        TextKind::Resolution => "resolution",
        TextKind::Recommendation => "recommendation",
        TextKind::Opinion => "opinion",
        TextKind::Other => "text",
    }
}

/// What stands above the title of a text: what it is, and its letter.
pub(crate) fn head(xml: &mut Xml, heading: &str, letter: &str) {
    xml.line("p", &[("class", "kind")], |xml| {
        xml.inline("docType", &[], |xml| xml.text(heading));
    });
    if !letter.is_empty() {
        xml.line("p", &[("class", "letter")], |xml| {
            xml.inline("docNumber", &[], |xml| xml.text(letter));
        });
    }
}

/// Goes through the draft in the order of its index.
struct Writing<'a> {
    ids: &'a Ids,
    provision: usize,
    block: usize,
}

impl Writing<'_> {
    fn part(&mut self, xml: &mut Xml, part: &Part, (at, id): (usize, &str), work: &Work<'_>) {
        xml.within("component", &[("eId", id)], |xml| {
            xml.within("statement", &[("name", name(part.kind))], |xml| {
                xml.within("meta", &[], |xml| {
                    work.identification(xml, id, &part.letter);
                    if let Some(decisions) = &work.decisions {
                        decisions.text(xml, at);
                        decisions.vote_on_text(xml, at, id);
                    }
                });
                xml.within("preface", &[], |xml| self.head(xml, part));
                self.body(xml, part);
            });
        });
    }

    fn body(&mut self, xml: &mut Xml, part: &Part) {
        xml.within("mainBody", &[], |xml| {
            if part.children.is_empty() {
                xml.empty("p", &[]);
            }
            for child in &part.children {
                match child {
                    Child::Provision(provision) => self.provision(xml, provision, 0),
                    Child::Block(_) | Child::Opaque(_) => self.block(xml, child),
                }
            }
        });
    }

    fn head(&mut self, xml: &mut Xml, part: &Part) {
        head(xml, &part.heading, &part.letter);
        if let Some(title) = &part.title {
            let id = self.next_block();
            xml.line("p", &[("class", "title")], |xml| {
                xml.inline("docTitle", &[("eId", &id)], |xml| fragment(xml, &title.content));
            });
        }
    }

    fn next_block(&mut self) -> String {
        let id = self.ids.blocks.get(self.block).cloned().unwrap_or_default();
        self.block += 1;
        id
    }

    fn block(&mut self, xml: &mut Xml, child: &Child) {
        let id = self.next_block();
        match child {
            Child::Block(block) => {
                xml.line("p", &[("eId", &id)], |xml| fragment(xml, &block.content));
            }
            Child::Opaque(opaque) => {
                xml.line("p", &[("eId", &id), ("class", "opaque")], |xml| xml.text(&opaque.text));
            }
            Child::Provision(_) => {}
        }
    }

    /// A paragraph: text alone, or text before, provisions, text behind.
    fn provision(&mut self, xml: &mut Xml, provision: &Provision, depth: usize) {
        let id = self.ids.provisions.get(self.provision).cloned().unwrap_or_default();
        self.provision += 1;
        if provision.opening().is_none() {
            // The index has an empty opening text there.
            self.block += 1;
        }
        let element = if depth == 0 { "paragraph" } else { "subparagraph" };
        xml.within(element, &[("eId", &id)], |xml| {
            xml.line("num", &[], |xml| {
                xml.text(&text::with_stop(&provision.number));
            });
            let children = provision.children.as_slice();
            let is_provision = |child: &Child| matches!(child, Child::Provision(_));
            let Some(first) = children.iter().position(is_provision) else {
                xml.within("content", &[], |xml| {
                    if children.is_empty() {
                        xml.empty("p", &[]);
                    }
                    children.iter().for_each(|child| self.block(xml, child));
                });
                return;
            };
            let last = children.iter().rposition(is_provision).unwrap_or(first);
            self.blocks(xml, "intro", &children[..first]);
            for child in &children[first..=last] {
                match child {
                    Child::Provision(provision) => self.provision(xml, provision, depth + 1),
                    Child::Block(_) | Child::Opaque(_) => {
                        xml.within("hcontainer", &[("name", "text")], |xml| {
                            xml.within("content", &[], |xml| self.block(xml, child));
                        });
                    }
                }
            }
            self.blocks(xml, "wrapUp", &children[last + 1..]);
        });
    }

    fn blocks(&mut self, xml: &mut Xml, name: &'static str, children: &[Child]) {
        if !children.is_empty() {
            xml.within(name, &[], |xml| children.iter().for_each(|child| self.block(xml, child)));
        }
    }
}

/// Text with its marks, one in another. A mark that crosses another is cut where that one begins
/// or ends, and says of its further pieces that they go on (`hc:continued`).
pub(crate) fn fragment(xml: &mut Xml, fragment: &Fragment) {
    let text = fragment.text.as_str();
    let mut marks: Vec<Piece<'_>> = fragment
        .marks
        .iter()
        .filter(|mark| !mark.span.is_empty() && text.get(mark.span.range()).is_some())
        .map(|mark| Piece { kind: &mark.kind, span: mark.span, continued: false })
        .collect();
    marks.sort_by_key(|piece| (piece.span.start, Reverse(piece.span.end)));
    nested(xml, text, Span::new(0, text.len()), marks);
}

/// A mark, or what is left of one that was cut.
#[derive(Clone, Copy)]
struct Piece<'a> {
    kind: &'a MarkKind,
    span: Span,
    continued: bool,
}

/// Writes the text under `within`; `marks` lie in it, the outer before the inner.
fn nested(xml: &mut Xml, text: &str, within: Span, marks: Vec<Piece<'_>>) {
    let mut at = within.start;
    let mut rest = marks.into_iter().collect::<VecDeque<_>>();
    while let Some(outer) = rest.pop_front() {
        xml.text(Span { start: at, end: outer.span.start }.of(text));
        let (mut inside, mut behind) = (Vec::new(), Vec::new());
        while rest.front().is_some_and(|next| next.span.start < outer.span.end) {
            let Some(next) = rest.pop_front() else { break };
            if next.span.end > outer.span.end {
                let end = outer.span.end;
                inside.push(Piece { span: Span { start: next.span.start, end }, ..next });
                let span = Span { start: end, end: next.span.end };
                behind.push(Piece { span, continued: true, ..next });
            } else {
                inside.push(next);
            }
        }
        rest.extend(behind);
        rest.make_contiguous().sort_by_key(|piece| (piece.span.start, Reverse(piece.span.end)));
        let (name, mut attributes) = match outer.kind {
            MarkKind::Emphasis => ("i", Vec::new()),
            MarkKind::Superscript => ("sup", Vec::new()),
            MarkKind::NoteReference(sign) => {
                ("span", vec![("class", "noteReference"), ("title", sign.as_str())])
            }
        };
        if outer.continued {
            attributes.push(("hc:continued", "true"));
        }
        xml.inline(name, &attributes, |xml| nested(xml, text, outer.span, inside));
        at = outer.span.end;
    }
    xml.text(Span { start: at, end: within.end }.of(text));
}
