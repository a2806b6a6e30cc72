//! From Akoma Ntoso to a dossier: the files that [`crate::write`] wrote, whoever has changed them since.
//!
//! Only what says something about the dossier is read. Places, calling order and falls follow from
//! it and are worked out anew, so that a file whose wording was changed by hand cannot say two
//! things.

use crate::{NAMESPACE, OURS};
use engine::dossier::PrintedFall;
use engine::read::Read;
use engine::{Amendment, AmendmentText, Dossier, Tablers, Version};
use instruction::style::{Language, languages};
use roxmltree::{Document, Node};
use source::{Origin, SourceFile, Span};
use std::collections::BTreeMap;
use std::sync::Arc;
use text::{
    Block, Child, Draft, Fragment, Index, Lang, Mark, MarkKind, Opaque, Part, Provision, TextKind,
};

/// Provisions stand in one another at most so deep, and marks, too: no paper comes near it.
const DEEPEST: usize = 64;

/// Why a file is no dossier in Akoma Ntoso, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, column {column}: {message}")]
pub struct Error {
    /// 1-based.
    pub line: u32,
    /// 1-based, in characters.
    pub column: u32,
    /// What is wrong there.
    pub message: String,
}

/// Reads one expression: a compendium in one language. No file, network or entity is ever followed.
/// Findings say what of the file is not in the dossier, by their place in `xml`.
pub fn read(xml: &str) -> Result<Read, Error> {
    // Declarations of entities are refused as a whole.
    let document = Document::parse(xml).map_err(|error| {
        let at = error.pos();
        Error { line: at.row, column: at.col, message: format!("not XML: {error}") }
    })?;
    let root = document.root_element();
    if !is(root, "akomaNtoso") {
        return Err(wrong(root, "this is no Akoma Ntoso 3.0"));
    }
    let list = child(root, "amendmentList")
        .ok_or_else(|| wrong(root, "only an amendmentList is read as a compendium"))?;
    let language = language(list)?;
    let reading = Reading { lang: language.lang, parts: BTreeMap::new() };
    Ok(Read { dossier: reading.dossier(list, language)?, findings: Vec::new() })
}

struct Reading<'a> {
    lang: Lang,
    /// The parts by their components' identifiers.
    parts: BTreeMap<&'a str, u32>,
}

type Element<'a, 'input> = Node<'a, 'input>;

impl<'a> Reading<'a> {
    fn dossier(mut self, list: Element<'a, '_>, language: &Language) -> Result<Dossier, Error> {
        let (mut parts, mut amendments) = (Vec::new(), Vec::new());
        let body = wanted(list, "collectionBody")?;
        for component in elements(body).filter(|node| is(*node, "component")) {
            if let Some(statement) = child(component, "statement") {
                if let Some(id) = component.attribute("eId") {
                    self.parts.insert(id, parts.len() as u32);
                }
                parts.push(part(statement)?);
            } else if let Some(amendment) = child(component, "amendment") {
                amendments.push(self.amendment(amendment)?);
            } else {
                return Err(wrong(component, "neither a statement nor an amendment stands here"));
            }
        }
        let draft = Draft { lang: self.lang, parts };
        let head = child(list, "preface");
        let printed = |name: &str| head.and_then(|head| inner(head, name)).map(text_of);
        let version = Version {
            lang: self.lang,
            title: printed("docTitle"),
            date: printed("docDate"),
            edition: printed("docStage"),
            index: Index::new(&draft, &language.tables.sentences),
            draft,
            file: Arc::new(SourceFile::new("", "")),
        };
        Ok(Dossier {
            reference: printed("docNumber"),
            versions: vec![version],
            amendments,
            correspondences: Vec::new(),
        })
    }

    fn amendment(&self, amendment: Element<'a, '_>) -> Result<Amendment, Error> {
        let body = wanted(amendment, "amendmentBody")?;
        let heading = wanted(body, "amendmentHeading")?;
        let named = line(heading, "number")
            .ok_or_else(|| wrong(heading, "the number of the amendment is missing"))?;
        let number = inner(named, "docNumber")
            .ok_or_else(|| wrong(named, "the number of the amendment is missing"))?;
        let parent = inner(named, "ref").or_else(|| inner(named, "span"));
        let content = wanted(body, "amendmentContent")?;
        let wording =
            inner(content, "mod").ok_or_else(|| wrong(content, "the wording is missing"))?;
        let reference = child(body, "amendmentReference");
        let affected = reference.and_then(|reference| inner(reference, "affectedDocument"));
        let part = match affected {
            None => None,
            Some(affected) => Some(self.part_at(affected)?),
        };
        let note = child(body, "amendmentJustification");
        let note = note.into_iter().flat_map(elements).map(fragment);
        let text = AmendmentText {
            lang: self.lang,
            tablers: tablers(heading),
            wording: fragment(wording)?.to_caret(),
            origin: Origin::default(),
            note: note.collect::<Result<_, _>>()?,
            falling: elements(heading).filter_map(falling).collect(),
            remarks: elements(heading)
                .filter(|node| node.attribute("class") == Some("remark"))
                .map(text_of)
                .collect(),
            heading: Span::default(),
        };
        let parent = parent.map(text_of);
        Ok(Amendment { number: text_of(number), parent, part, texts: vec![text] })
    }

    fn part_at(&self, affected: Element<'_, '_>) -> Result<u32, Error> {
        let id = affected.attribute("href").and_then(|href| href.strip_prefix('#'));
        let part = id.and_then(|id| self.parts.get(id)).copied();
        part.ok_or_else(|| wrong(affected, "no draft text before this has that identifier"))
    }
}

/// The language of the expression.
fn language(list: Element<'_, '_>) -> Result<&'static Language, Error> {
    let meta = wanted(list, "meta")?;
    let named = inner(meta, "FRBRlanguage")
        .ok_or_else(|| wrong(meta, "the language of the expression (FRBRlanguage) is missing"))?;
    let code = named.attribute("language").unwrap_or_default();
    let mut known = languages().iter().copied();
    known
        .find(|language| language.iso_639_2 == code || language.lang.tag() == code)
        .ok_or_else(|| wrong(named, &format!("no language {code:?} is known")))
}

fn part(statement: Element<'_, '_>) -> Result<Part, Error> {
    let preface = wanted(statement, "preface")?;
    let kind = match statement.attribute("name") {
        Some("draftResolution") => TextKind::Resolution,
        Some("draftRecommendation") => TextKind::Recommendation,
        Some("draftOpinion") => TextKind::Opinion,
        _ => TextKind::Other,
    };
    let title = match inner(preface, "docTitle") {
        Some(title) => Some(Block { content: fragment(title)?, origin: Origin::default() }),
        None => None,
    };
    let printed = |name: &str| inner(preface, name).map(text_of).unwrap_or_default();
    let mut children = Vec::new();
    inside(wanted(statement, "mainBody")?, 0, &mut children)?;
    Ok(Part { letter: printed("docNumber"), kind, heading: printed("docType"), title, children })
}

/// What a body or provision is made of.
fn inside(node: Element<'_, '_>, depth: usize, made: &mut Vec<Child>) -> Result<(), Error> {
    if depth > DEEPEST {
        return Err(wrong(
            node,
            &format!("provisions stand more than {DEEPEST} deep in one another"),
        ));
    }
    for element in elements(node) {
        match element.tag_name().name() {
            "paragraph" | "subparagraph" => {
                let number = wanted(element, "num")?;
                let printed = text_of(number);
                let number = printed.strip_suffix('.').unwrap_or(&printed).to_owned();
                let mut children = Vec::new();
                inside(element, depth + 1, &mut children)?;
                let origin = Origin::default();
                made.push(Child::Provision(Provision { number, children, origin }));
            }
            "num" => {}
            "intro" | "content" | "wrapUp" | "hcontainer" => inside(element, depth + 1, made)?,
            "p" if element.attribute("class") == Some("opaque") => {
                made.push(Child::Opaque(Opaque {
                    text: text_of(element),
                    origin: Origin::default(),
                }));
            }
            // A text without an identifier only stands there because the standard asks for one.
            "p" if !element.has_attribute("eId") && !element.has_children() => {}
            "p" => {
                let content = fragment(element)?;
                if content.text.contains('\n') {
                    return Err(wrong(element, "a break stands inside a text"));
                }
                made.push(Child::Block(Block { content, origin: Origin::default() }));
            }
            other => {
                let message =
                    format!("{other} is not read: paragraph, subparagraph, p and hcontainer are");
                return Err(wrong(element, &message));
            }
        }
    }
    Ok(())
}

fn tablers(heading: Element<'_, '_>) -> Tablers {
    let committee = line(heading, "committee");
    let named = committee.or_else(|| line(heading, "tablers"));
    let names = named.into_iter().flat_map(elements).map(text_of).collect();
    Tablers { names, committee: committee.is_some() }
}

fn falling(line: Element<'_, '_>) -> Option<PrintedFall> {
    let fells = match line.attribute("class")? {
        "fells" => true,
        "fallsWith" => false,
        _ => return None,
    };
    Some(PrintedFall { fells, others: elements(line).map(text_of).collect(), at: Span::default() })
}

/// The text of an element with its marks; quotations and the like are passed through.
fn fragment(node: Element<'_, '_>) -> Result<Fragment, Error> {
    let mut made = Fragment::default();
    marked(node, 0, &mut made)?;
    made.marks.sort_by_key(|mark| mark.span);
    Ok(made)
}

fn marked(node: Element<'_, '_>, depth: usize, made: &mut Fragment) -> Result<(), Error> {
    if depth > DEEPEST {
        return Err(wrong(node, "too many elements stand in one another"));
    }
    for piece in node.children() {
        if piece.is_text() {
            made.text.push_str(piece.text().unwrap_or_default());
        } else if is(piece, "br") {
            made.text.push('\n');
        } else if piece.is_element() {
            let (at, start) = (made.marks.len(), made.text.len());
            let kind = match piece.tag_name().name() {
                "i" => Some(MarkKind::Emphasis),
                "sup" => Some(MarkKind::Superscript),
                "span" if piece.attribute("class") == Some("noteReference") => {
                    let sign = piece.attribute("title").unwrap_or_default().to_owned();
                    Some(MarkKind::NoteReference(sign))
                }
                _ => None,
            };
            if let Some(kind) = &kind {
                made.marks.push(Mark { kind: kind.clone(), span: Span::at(start) });
            }
            marked(piece, depth + 1, made)?;
            let Some(kind) = kind else { continue };
            let span = Span::new(start, made.text.len());
            let goes_on = piece.attribute((OURS, "continued")).is_some();
            let before = made.marks[..at]
                .iter()
                .rposition(|mark| mark.kind == kind && mark.span.end == span.start);
            match before.filter(|_| goes_on) {
                // A mark that crosses another was cut in two.
                Some(before) => {
                    made.marks[before].span.end = span.end;
                    made.marks.remove(at);
                }
                None => made.marks[at].span = span,
            }
        }
    }
    Ok(())
}

fn text_of(node: Element<'_, '_>) -> String {
    let mut text = String::new();
    for piece in node.descendants() {
        if piece.is_text() {
            text.push_str(piece.text().unwrap_or_default());
        } else if is(piece, "br") {
            text.push('\n');
        }
    }
    text
}

fn is(node: Element<'_, '_>, name: &str) -> bool {
    node.has_tag_name((NAMESPACE, name))
}

fn elements<'a, 'input>(node: Element<'a, 'input>) -> impl Iterator<Item = Element<'a, 'input>> {
    node.children().filter(Node::is_element)
}

fn child<'a, 'input>(node: Element<'a, 'input>, name: &str) -> Option<Element<'a, 'input>> {
    elements(node).find(|child| is(*child, name))
}

fn wanted<'a, 'input>(node: Element<'a, 'input>, name: &str) -> Result<Element<'a, 'input>, Error> {
    child(node, name).ok_or_else(|| wrong(node, &format!("{name} is missing")))
}

/// The first element of that name anywhere in this one.
fn inner<'a, 'input>(node: Element<'a, 'input>, name: &str) -> Option<Element<'a, 'input>> {
    node.descendants().skip(1).find(|inner| is(*inner, name))
}

/// The first line of that class.
fn line<'a, 'input>(node: Element<'a, 'input>, class: &str) -> Option<Element<'a, 'input>> {
    elements(node).find(|line| line.attribute("class") == Some(class))
}

fn wrong(node: Element<'_, '_>, message: &str) -> Error {
    let at = node.document().text_pos_at(node.range().start);
    let name = node.tag_name().name();
    Error { line: at.row, column: at.col, message: format!("{name}: {message}") }
}
