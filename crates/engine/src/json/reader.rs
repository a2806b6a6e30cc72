//! From JSON to a dossier.

use super::node::Node;
use super::{Error, SCHEMA, writer};
use crate::dossier::{Amendment, AmendmentText, Dossier, PrintedFall, RulesName, Tablers, Version};
use crate::languages::Correspondence;
use instruction::style::Style;
use source::{Origin, SourceFile, Span};
use std::sync::Arc;
use text::{
    Block, Child, Draft, Fragment, Index, Lang, Mark, MarkKind, Opaque, Part, Provision, TextKind,
};

const KINDS: [TextKind; 4] =
    [TextKind::Resolution, TextKind::Recommendation, TextKind::Opinion, TextKind::Other];

/// Reads a dossier.
pub fn dossier(node: &Node<'_>) -> Result<Dossier, Error> {
    const KEYS: [&str; 7] =
        ["schema", "reference", "versions", "amendments", "correspondences", "rules", "decisions"];
    let schema = node.key("schema", &KEYS)?;
    if schema.str()? != SCHEMA {
        return Err(schema.wrong(format!("only the schema {SCHEMA:?} is read")));
    }
    let dossier = Dossier {
        reference: node.key("reference", &KEYS)?.optional()?,
        versions: node.key("versions", &KEYS)?.list(version)?,
        amendments: node.key("amendments", &KEYS)?.list(amendment)?,
        correspondences: match node.has("correspondences") {
            true => node.key("correspondences", &KEYS)?.list(correspondence)?,
            false => Vec::new(),
        },
        rules: match node.has("rules") {
            true => Some(rules(&node.key("rules", &KEYS)?)?),
            false => None,
        },
        decisions: match node.has("decisions") {
            true => super::recorded::decisions(&node.key("decisions", &KEYS)?)?,
            false => Default::default(),
        },
    };
    checked(node, dossier)
}

/// Each language once, and no amendment in a language or part that the dossier does not have.
fn checked(node: &Node<'_>, dossier: Dossier) -> Result<Dossier, Error> {
    let langs: Vec<Lang> = dossier.versions.iter().map(|version| version.lang).collect();
    let twice = langs.iter().enumerate().find(|(at, lang)| langs[..*at].contains(lang));
    if let Some((_, lang)) = twice {
        return Err(node.wrong(format!("two versions are in the language {:?}", lang.tag())));
    }
    let parts = dossier.versions.iter().map(|version| version.draft.parts.len()).max().unwrap_or(0);
    if let Some(text) = dossier.decisions.texts.iter().find(|text| text.part as usize >= parts) {
        let message = format!("a decision is recorded of part {}, which is not there", text.part);
        return Err(node.wrong(message));
    }
    for amendment in &dossier.amendments {
        let name = &amendment.number;
        if amendment.part.is_some_and(|part| part as usize >= parts) {
            return Err(node.wrong(format!("amendment {name} stands in a part that is not there")));
        }
        for (at, text) in amendment.texts.iter().enumerate() {
            let again = amendment.texts[..at].iter().any(|other| other.lang == text.lang);
            if again || !langs.contains(&text.lang) {
                let tag = text.lang.tag();
                let trouble = if again { "is twice" } else { "has no version of the draft" };
                let message = format!("the language {tag:?} of amendment {name} {trouble}");
                return Err(node.wrong(message));
            }
        }
    }
    Ok(dossier)
}

/// How sentences correspond: `"groups": [[1, 1], [1, 2]]`.
fn rules(node: &Node<'_>) -> Result<RulesName, Error> {
    const KEYS: [&str; 2] = ["profile", "edition"];
    let (profile, edition) = (node.key("profile", &KEYS)?, node.key("edition", &KEYS)?);
    for node in [&profile, &edition] {
        if node.str()?.is_empty() || node.str()?.contains(char::is_whitespace) {
            return Err(node.wrong("the name of rules is one word"));
        }
    }
    Ok(RulesName { profile: profile.string()?, edition: edition.string()? })
}

fn correspondence(node: &Node<'_>) -> Result<Correspondence, Error> {
    const KEYS: [&str; 4] = ["languages", "part", "provision", "groups"];
    let groups = node.key("groups", &KEYS)?.list(|group| pair(group, |one| one.number()))?;
    Ok(Correspondence {
        langs: pair(&node.key("languages", &KEYS)?, lang)?,
        part: node.key("part", &KEYS)?.number()?,
        provision: node.key("provision", &KEYS)?.string()?,
        groups,
    })
}

fn pair<T>(node: &Node<'_>, read: impl Fn(&Node<'_>) -> Result<T, Error>) -> Result<(T, T), Error> {
    let mut list = node.list(read)?.into_iter();
    match (list.next(), list.next(), list.next()) {
        (Some(first), Some(second), None) => Ok((first, second)),
        _ => Err(node.wrong("two are wanted here, the first language's and the second's")),
    }
}

pub fn lang(node: &Node<'_>) -> Result<Lang, Error> {
    let tag = node.str()?;
    let known = instruction::style::languages().iter().find(|language| language.lang.tag() == tag);
    known
        .map(|language| language.lang)
        .ok_or_else(|| node.wrong(format!("no language {tag:?} is known")))
}

/// A drafting style by its name.
fn style(node: &Node<'_>) -> Result<&'static Style, Error> {
    let name = node.str()?;
    let known = instruction::style::style(name);
    known.ok_or_else(|| node.wrong(format!("no drafting style {name:?} is known")))
}

fn version(node: &Node<'_>) -> Result<Version, Error> {
    const KEYS: [&str; 6] = ["language", "style", "title", "date", "edition", "parts"];
    let tag = node.key("language", &KEYS)?;
    let style = match node.has("style") {
        true => style(&node.key("style", &KEYS)?)?,
        false => <&Style>::default(),
    };
    let lang = lang(&tag)?;
    let parts = node.key("parts", &KEYS)?.list(part)?;
    let draft = Draft { lang, parts };
    let unknown = || tag.wrong(format!("the style {:?} has no such language", style.name));
    let language = style.language(lang).ok_or_else(unknown)?;
    Ok(Version {
        lang,
        style,
        title: node.key("title", &KEYS)?.optional()?,
        date: node.key("date", &KEYS)?.optional()?,
        edition: node.key("edition", &KEYS)?.optional()?,
        index: Index::new(&draft, &language.tables.sentences),
        draft,
        file: Arc::new(SourceFile::new("", "")),
    })
}

fn part(node: &Node<'_>) -> Result<Part, Error> {
    const KEYS: [&str; 5] = ["letter", "kind", "heading", "title", "children"];
    let kind = node.key("kind", &KEYS)?;
    let name = kind.str()?;
    let found = KINDS.into_iter().find(|kind| writer::kind(*kind) == name);
    Ok(Part {
        letter: node.key("letter", &KEYS)?.string()?,
        kind: found.ok_or_else(|| kind.wrong(format!("no kind of text is called {name:?}")))?,
        heading: node.key("heading", &KEYS)?.string()?,
        title: node.key("title", &KEYS)?.or_null(block)?,
        children: node.key("children", &KEYS)?.list(child)?,
    })
}

/// What stands in a part or provision. The depth is bounded by that of the parsed document.
fn child(node: &Node<'_>) -> Result<Child, Error> {
    if node.has("number") {
        const KEYS: [&str; 2] = ["number", "children"];
        let number = node.key("number", &KEYS)?.string()?;
        let children = node.key("children", &KEYS)?.list(child)?;
        return Ok(Child::Provision(Provision { number, children, origin: Origin::default() }));
    }
    if node.has("opaque") {
        let text = node.key("opaque", &["opaque"])?.string()?;
        return Ok(Child::Opaque(Opaque { text, origin: Origin::default() }));
    }
    block(node).map(Child::Block)
}

fn block(node: &Node<'_>) -> Result<Block, Error> {
    let content = fragment(node)?;
    if content.text.contains('\n') {
        return Err(node.wrong("a line feed may not stand in a text"));
    }
    Ok(Block { content, origin: Origin::default() })
}

fn fragment(node: &Node<'_>) -> Result<Fragment, Error> {
    const KEYS: [&str; 2] = ["text", "marks"];
    if node.is_string() {
        return node.string().map(Fragment::plain);
    }
    let text = node.key("text", &KEYS)?.string()?;
    let marks = node.key("marks", &KEYS)?.list(|node| mark(node, &text))?;
    Ok(Fragment { text, marks })
}

fn mark(node: &Node<'_>, text: &str) -> Result<Mark, Error> {
    const KEYS: [&str; 4] = ["kind", "sign", "start", "end"];
    let name = node.key("kind", &KEYS)?;
    let sign = || node.key("sign", &KEYS)?.string();
    let kind = match name.str()? {
        "emphasis" => MarkKind::Emphasis,
        "superscript" => MarkKind::Superscript,
        "note-reference" => MarkKind::NoteReference(sign()?),
        other => return Err(name.wrong(format!("no mark is called {other:?}"))),
    };
    if node.has("sign") {
        sign()?;
    }
    let byte = |key: &str| -> Result<usize, Error> {
        let at = node.key(key, &KEYS)?;
        let wanted = at.number()? as usize;
        let mut starts = text.char_indices().map(|(byte, _)| byte).chain([text.len()]);
        starts.nth(wanted).ok_or_else(|| at.wrong("this is behind the end of the text"))
    };
    let (start, end) = (byte("start")?, byte("end")?);
    if end < start {
        return Err(node.wrong("the mark ends before it begins"));
    }
    Ok(Mark { kind, span: Span::new(start, end) })
}

fn amendment(node: &Node<'_>) -> Result<Amendment, Error> {
    const KEYS: [&str; 5] = ["number", "parent", "part", "texts", "recorded"];
    Ok(Amendment {
        number: node.key("number", &KEYS)?.string()?,
        parent: node.key("parent", &KEYS)?.optional()?,
        part: node.key("part", &KEYS)?.or_null(|node| node.number())?,
        texts: node.key("texts", &KEYS)?.list(amendment_text)?,
        recorded: match node.has("recorded") {
            true => Some(Box::new(super::recorded::recorded(&node.key("recorded", &KEYS)?)?)),
            false => None,
        },
    })
}

fn amendment_text(node: &Node<'_>) -> Result<AmendmentText, Error> {
    const KEYS: [&str; 6] = ["language", "tablers", "wording", "note", "falling", "remarks"];
    Ok(AmendmentText {
        lang: lang(&node.key("language", &KEYS)?)?,
        tablers: tablers(&node.key("tablers", &KEYS)?)?,
        wording: node.key("wording", &KEYS)?.string()?,
        origin: Origin::default(),
        note: node.key("note", &KEYS)?.list(fragment)?,
        falling: node.key("falling", &KEYS)?.list(falling)?,
        remarks: node.key("remarks", &KEYS)?.list(|node| node.string())?,
        heading: Span::default(),
    })
}

fn tablers(node: &Node<'_>) -> Result<Tablers, Error> {
    const KEYS: [&str; 2] = ["names", "committee"];
    let names = node.key("names", &KEYS)?.list(|node| node.string())?;
    Ok(Tablers { names, committee: node.key("committee", &KEYS)?.bool()? })
}

fn falling(node: &Node<'_>) -> Result<PrintedFall, Error> {
    const KEYS: [&str; 2] = ["fells", "others"];
    let others = node.key("others", &KEYS)?.list(|node| node.string())?;
    Ok(PrintedFall { fells: node.key("fells", &KEYS)?.bool()?, others, at: Span::default() })
}
