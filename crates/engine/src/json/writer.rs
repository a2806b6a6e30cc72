//! The shape of a dossier in JSON.

use super::SCHEMA;
use super::recorded::{DecisionsOut, RecordedOut};
use crate::dossier::{Amendment, AmendmentText, Dossier, PrintedFall, Tablers, Version};
use crate::languages::Correspondence;
use serde::ser::SerializeSeq;
use serde::{Serialize, Serializer};
use source::Span;
use text::{Child, Fragment, MarkKind, Part, TextKind};

/// A dossier.
#[derive(Serialize)]
pub struct DossierOut<'a> {
    schema: &'static str,
    reference: Option<&'a str>,
    versions: Vec<VersionOut<'a>>,
    amendments: Amendments<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    correspondences: Vec<CorrespondenceOut<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rules: Option<RulesOut<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    decisions: Option<DecisionsOut<'a>>,
}

/// The rules it is dealt with under.
#[derive(Serialize)]
struct RulesOut<'a> {
    profile: &'a str,
    edition: &'a str,
}

/// How the sentences of a provision correspond in two languages.
#[derive(Serialize)]
struct CorrespondenceOut<'a> {
    languages: [&'static str; 2],
    part: u32,
    provision: &'a str,
    groups: &'a [(u32, u32)],
}

impl<'a> CorrespondenceOut<'a> {
    fn new(set: &'a Correspondence) -> Self {
        Self {
            languages: [set.langs.0.tag(), set.langs.1.tag()],
            part: set.part,
            provision: &set.provision,
            groups: &set.groups,
        }
    }
}

impl<'a> DossierOut<'a> {
    /// A dossier, borrowed.
    pub fn new(dossier: &'a Dossier) -> Self {
        Self {
            schema: SCHEMA,
            reference: dossier.reference.as_deref(),
            versions: dossier.versions.iter().map(VersionOut::new).collect(),
            amendments: Amendments(&dossier.amendments),
            correspondences: dossier.correspondences.iter().map(CorrespondenceOut::new).collect(),
            rules: dossier
                .rules
                .as_ref()
                .map(|rules| RulesOut { profile: &rules.profile, edition: &rules.edition }),
            decisions: DecisionsOut::new(&dossier.decisions),
        }
    }
}

#[derive(Serialize)]
struct VersionOut<'a> {
    language: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    style: Option<&'static str>,
    title: Option<&'a str>,
    date: Option<&'a str>,
    edition: Option<&'a str>,
    parts: Vec<PartOut<'a>>,
}

impl<'a> VersionOut<'a> {
    fn new(version: &'a Version) -> Self {
        Self {
            language: version.lang.tag(),
            style: (!version.style.is_default()).then_some(version.style.name),
            title: version.title.as_deref(),
            date: version.date.as_deref(),
            edition: version.edition.as_deref(),
            parts: version.draft.parts.iter().map(PartOut::new).collect(),
        }
    }
}

#[derive(Serialize)]
struct PartOut<'a> {
    letter: &'a str,
    kind: &'static str,
    heading: &'a str,
    title: Option<FragmentOut<'a>>,
    children: Vec<ChildOut<'a>>,
}

impl<'a> PartOut<'a> {
    fn new(part: &'a Part) -> Self {
        Self {
            letter: &part.letter,
            kind: kind(part.kind),
            heading: &part.heading,
            title: part.title.as_ref().map(|title| FragmentOut(&title.content)),
            children: part.children.iter().map(ChildOut).collect(),
        }
    }
}

/// What a kind of text is called in JSON.
pub fn kind(kind: TextKind) -> &'static str {
    match kind {
        TextKind::Resolution => "resolution",
        TextKind::Recommendation => "recommendation",
        TextKind::Opinion => "opinion",
        TextKind::Other => "other",
    }
}

struct ChildOut<'a>(&'a Child);

impl Serialize for ChildOut<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Provision<'a> {
            number: &'a str,
            children: Vec<ChildOut<'a>>,
        }
        #[derive(Serialize)]
        struct Opaque<'a> {
            opaque: &'a str,
        }
        match self.0 {
            Child::Block(block) => FragmentOut(&block.content).serialize(serializer),
            Child::Provision(provision) => {
                let children = provision.children.iter().map(ChildOut).collect();
                Provision { number: &provision.number, children }.serialize(serializer)
            }
            Child::Opaque(opaque) => Opaque { opaque: &opaque.text }.serialize(serializer),
        }
    }
}

struct FragmentOut<'a>(&'a Fragment);

impl Serialize for FragmentOut<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Marked<'a> {
            text: &'a str,
            marks: Vec<MarkOut<'a>>,
        }
        let Fragment { text, marks } = self.0;
        if marks.is_empty() {
            return serializer.serialize_str(text);
        }
        let marks = marks.iter().map(|mark| MarkOut::new(text, &mark.kind, mark.span)).collect();
        Marked { text, marks }.serialize(serializer)
    }
}

#[derive(Serialize)]
struct MarkOut<'a> {
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    sign: Option<&'a str>,
    start: usize,
    end: usize,
}

impl<'a> MarkOut<'a> {
    fn new(text: &str, kind: &'a MarkKind, span: Span) -> Self {
        let characters =
            |at: u32| text.get(..at as usize).map_or(0, |before| before.chars().count());
        let (start, end) = (characters(span.start), characters(span.end));
        let (kind, sign) = match kind {
            MarkKind::Emphasis => ("emphasis", None),
            MarkKind::Superscript => ("superscript", None),
            MarkKind::NoteReference(sign) => ("note-reference", Some(sign.as_str())),
        };
        Self { kind, sign, start, end }
    }
}

/// The amendments, written one after the other: there may be a million.
struct Amendments<'a>(&'a [Amendment]);

impl Serialize for Amendments<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(Some(self.0.len()))?;
        for amendment in self.0 {
            list.serialize_element(&AmendmentOut::new(amendment))?;
        }
        list.end()
    }
}

#[derive(Serialize)]
struct AmendmentOut<'a> {
    number: &'a str,
    parent: Option<&'a str>,
    part: Option<u32>,
    texts: Vec<TextOut<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    recorded: Option<RecordedOut<'a>>,
}

impl<'a> AmendmentOut<'a> {
    fn new(amendment: &'a Amendment) -> Self {
        Self {
            number: &amendment.number,
            parent: amendment.parent.as_deref(),
            part: amendment.part,
            texts: amendment.texts.iter().map(TextOut::new).collect(),
            recorded: amendment.recorded.as_deref().map(RecordedOut::new),
        }
    }
}

#[derive(Serialize)]
struct TextOut<'a> {
    language: &'static str,
    tablers: TablersOut<'a>,
    wording: &'a str,
    note: Vec<FragmentOut<'a>>,
    falling: Vec<FallingOut<'a>>,
    remarks: &'a [String],
}

impl<'a> TextOut<'a> {
    fn new(text: &'a AmendmentText) -> Self {
        let Tablers { names, committee } = &text.tablers;
        Self {
            language: text.lang.tag(),
            tablers: TablersOut { names, committee: *committee },
            wording: &text.wording,
            note: text.note.iter().map(FragmentOut).collect(),
            falling: text.falling.iter().map(FallingOut::new).collect(),
            remarks: &text.remarks,
        }
    }
}

#[derive(Serialize)]
struct TablersOut<'a> {
    names: &'a [String],
    committee: bool,
}

#[derive(Serialize)]
struct FallingOut<'a> {
    fells: bool,
    others: &'a [String],
}

impl<'a> FallingOut<'a> {
    fn new(note: &'a PrintedFall) -> Self {
        Self { fells: note.fells, others: &note.others }
    }
}
