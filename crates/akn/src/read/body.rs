//! The body of a text: units with a number become provisions, what they hold stands in them.
//!
//! ```text
//! <article><num>Article 2</num><heading>Lamps</heading>     provision "Article 2"
//!   <paragraph><num>1.</num><content>                         opaque "Lamps"
//!     <p>A boat carries a lamp.</p>                           provision "1", its text
//! ```
//!
//! A unit without a number (a `list`, an `alinea`) is what it holds. Whatever the element, its text
//! comes into the draft or into a finding.

use super::inline::{INLINE, Run};
use super::node::{Element, child, elements, is, is_space, name, text_of, wrong};
use super::{DEEPEST, Error, Reading};
use source::Origin;
use text::{Block, Child, Opaque, Provision, with_stop, without_stop};

/// Elements that only hold others: they say nothing of their own.
const HOLDERS: &[&str] = &[
    "body",
    "mainBody",
    "content",
    "intro",
    "wrapUp",
    "preamble",
    "recitals",
    "citations",
    "formula",
    "conclusions",
    "container",
    "blockContainer",
    "blockList",
    "list",
    "quotedStructure",
    "embeddedStructure",
    "amendmentContent",
    "amendmentJustification",
    "td",
    "th",
    "longTitle",
];

/// Elements that hold text and stand on lines of their own.
const PARAGRAPHS: &[&str] = &["p", "block", "listIntroduction", "listWrapUp", "tocItem", "caption"];

impl Reading<'_> {
    /// What a body or a unit is made of.
    pub(super) fn children(
        &mut self,
        node: Element<'_, '_>,
        depth: usize,
        made: &mut Vec<Child>,
    ) -> Result<(), Error> {
        self.behind(None, node, depth, made)
    }

    /// What a unit is made of beside its number.
    fn behind(
        &mut self,
        number: Option<Element<'_, '_>>,
        node: Element<'_, '_>,
        depth: usize,
        made: &mut Vec<Child>,
    ) -> Result<(), Error> {
        if depth > DEEPEST {
            let message = format!("provisions stand more than {DEEPEST} deep in one another");
            return Err(wrong(node, &message));
        }
        let mut run: Vec<Element<'_, '_>> = Vec::new();
        for piece in node.children().filter(|piece| Some(*piece) != number) {
            let inline = name(piece).is_some_and(|name| INLINE.contains(&name));
            if inline || piece.is_text() {
                run.push(piece);
            } else if piece.is_element() {
                self.loose(&mut run, made)?;
                self.element(piece, depth, made)?;
            }
        }
        self.loose(&mut run, made)
    }

    /// The number of a unit, where one is printed.
    fn numbered<'a, 'input>(node: Element<'a, 'input>) -> Option<Element<'a, 'input>> {
        child(node, "num").filter(|number| !text_of(*number).trim().is_empty())
    }

    /// Text that stands in no paragraph of its own. We write none: somebody put it there, and its lines are
    /// those of the file.
    fn loose(
        &mut self,
        run: &mut Vec<Element<'_, '_>>,
        made: &mut Vec<Child>,
    ) -> Result<(), Error> {
        let blank = |piece: &Element<'_, '_>| {
            piece.is_text() && piece.text().unwrap_or_default().chars().all(is_space)
        };
        if !run.iter().all(blank) {
            let ours = std::mem::replace(&mut self.ours, false);
            let line = self.pieces(run.iter().copied());
            self.ours = ours;
            for run in line?.runs {
                push(run, false, made);
            }
        }
        run.clear();
        Ok(())
    }

    fn element(
        &mut self,
        node: Element<'_, '_>,
        depth: usize,
        made: &mut Vec<Child>,
    ) -> Result<(), Error> {
        let Some(element) = name(node) else {
            self.notes.left_out(node);
            return Ok(());
        };
        if node.attribute("status") == Some("removed") {
            self.notes.deleted(node);
            return Ok(());
        }
        match element {
            "p" if self.ours && node.attribute("class") == Some("opaque") => {
                self.opaque(node, made)
            }
            name if PARAGRAPHS.contains(&name) => self.paragraph(node, made),
            "heading" | "subheading" | "crossHeading" | "tocHeading" => {
                self.whole(node);
                self.opaque(node, made)
            }
            "table" | "toc" => {
                self.whole(node);
                let lines = self.lines(node, depth + 1)?;
                let text = lines.join("\n");
                if !text.trim().is_empty() {
                    made.push(Child::Opaque(Opaque { text, origin: Origin::default() }));
                }
                Ok(())
            }
            "num" if text_of(node).trim().is_empty() => Ok(()),
            "num" => self.paragraph(node, made),
            _ => self.unit(node, element, depth, made),
        }
    }

    /// A unit or a holder: a provision where it has a number.
    fn unit(
        &mut self,
        node: Element<'_, '_>,
        element: &str,
        depth: usize,
        made: &mut Vec<Child>,
    ) -> Result<(), Error> {
        let Some(number) = Self::numbered(node) else {
            let text = element == "hcontainer" && self.ours;
            if !HOLDERS.contains(&element) && !text && !self.wording {
                match text_of(node).trim().is_empty() {
                    true => self.notes.ignored(node),
                    false => self.notes.as_text(node),
                }
            }
            return self.children(node, depth + 1, made);
        };
        let printed = self.fragment(number)?.text;
        let mut children = Vec::new();
        self.behind(Some(number), node, depth + 1, &mut children)?;
        if printed.is_empty() {
            // Its number is among what was taken out.
            made.append(&mut children);
            return Ok(());
        }
        let number = without_stop(&printed).to_owned();
        made.push(Child::Provision(Provision { number, children, origin: Origin::default() }));
        Ok(())
    }

    fn paragraph(&mut self, node: Element<'_, '_>, made: &mut Vec<Child>) -> Result<(), Error> {
        // A text without an identifier only stands there because the standard asks for one.
        if self.ours && !node.has_attribute("eId") && !node.has_children() {
            return Ok(());
        }
        let line = self.line(node)?;
        let empty = self.ours && !line.changed;
        for run in line.runs {
            if let Run::Text(text) = &run
                && text.text.contains('\n')
            {
                return Err(wrong(node, "a break stands inside a text"));
            }
            push(run, empty, made);
        }
        Ok(())
    }

    /// Notes that an element is kept and not read; those of a wording are words of it.
    pub(super) fn whole(&mut self, node: Element<'_, '_>) {
        if !self.wording {
            self.notes.kept_whole(node);
        }
    }

    /// Something printed and not read.
    fn opaque(&mut self, node: Element<'_, '_>, made: &mut Vec<Child>) -> Result<(), Error> {
        let line = self.line(node)?;
        let runs = line.runs.into_iter().map(|run| match run {
            Run::Text(text) => text.text,
            Run::Whole(lines) => lines,
        });
        let text = runs.collect::<Vec<_>>().join("\n");
        if !text.is_empty() || (self.ours && !line.changed) {
            made.push(Child::Opaque(Opaque { text, origin: Origin::default() }));
        }
        Ok(())
    }

    /// Finds left out the words between the rows of a table, or between the cells of a row.
    fn stray(&mut self, node: Element<'_, '_>) {
        let words = node.children().filter(|piece| piece.is_text());
        let words: String = words.filter_map(|piece| piece.text()).collect();
        if !words.chars().all(is_space) {
            self.notes.words_left_out(node, &words);
        }
    }

    /// What an element holds, line by line; of a table a line is a row, its cells apart by tabs.
    pub(super) fn lines(
        &mut self,
        node: Element<'_, '_>,
        depth: usize,
    ) -> Result<Vec<String>, Error> {
        let mut lines = Vec::new();
        if is(node, "table") {
            self.stray(node);
            elements(node).filter(|piece| is(*piece, "tr")).for_each(|row| self.stray(row));
            for piece in elements(node) {
                if !is(piece, "tr") {
                    lines.extend(self.lines(piece, depth + 1)?);
                    continue;
                }
                let cells = elements(piece).map(|cell| Ok(self.lines(cell, depth + 1)?.join(" ")));
                lines.push(cells.collect::<Result<Vec<_>, Error>>()?.join("\t"));
            }
            return Ok(lines);
        }
        let mut made = Vec::new();
        match name(node).is_some_and(|name| PARAGRAPHS.contains(&name)) {
            true => self.paragraph(node, &mut made)?,
            false => self.behind(Self::numbered(node), node, depth, &mut made)?,
        }
        if let Some(number) = Self::numbered(node) {
            let number = self.fragment(number)?.text;
            let children = std::mem::take(&mut made);
            let number = without_stop(&number).to_owned();
            made.push(Child::Provision(Provision { number, children, origin: Origin::default() }));
        }
        flat(&made, &mut lines);
        Ok(lines)
    }
}

fn push(run: Run, empty: bool, made: &mut Vec<Child>) {
    let origin = Origin::default();
    match run {
        Run::Text(content) if empty || !content.text.is_empty() => {
            made.push(Child::Block(Block { content, origin }));
        }
        Run::Text(_) => {}
        Run::Whole(text) => made.push(Child::Opaque(Opaque { text, origin })),
    }
}

/// A tree as lines, raised signs in caret notation.
pub(super) fn flat(children: &[Child], lines: &mut Vec<String>) {
    for child in children {
        match child {
            Child::Block(block) => lines.push(block.content.to_caret()),
            Child::Opaque(opaque) => lines.extend(opaque.text.split('\n').map(str::to_owned)),
            Child::Provision(provision) => {
                let at = lines.len();
                flat(&provision.children, lines);
                let number = with_stop(&provision.number);
                let heading = !matches!(provision.children.first(), Some(Child::Block(_)));
                match lines.get_mut(at) {
                    Some(first) if !heading => *first = format!("{number} {first}"),
                    _ => lines.insert(at, number),
                }
            }
        }
    }
}
