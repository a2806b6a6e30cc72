//! What a dossier holds that not every format can carry, counted and placed.
//!
//! A format says which [`Feature`]s it carries; what a dossier has and the format has not is what a
//! conversion reports. Each feature is one row of the table in `docs/formats.md`.

use crate::dossier::{Amendment, AmendmentText, Dossier, Version};
use text::{Block, Child, Fragment, MarkKind, Part, Provision};

/// Something that a dossier may hold and a format may lose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Feature {
    /// Reference, title, date and edition of the paper.
    Head,
    /// The name of the chamber's rules.
    Rules,
    /// More than one language version.
    Languages,
    /// Which sentences of two languages correspond.
    Correspondences,
    /// Letter, kind and heading of a draft text.
    Parts,
    /// A title of a draft text that is not the paper's.
    PartTitles,
    /// Numbered provisions and how they are nested.
    Provisions,
    /// Further and closing text of a provision.
    FurtherText,
    /// Text before, between and behind the provisions of a draft text.
    TextBetween,
    /// Tables and headings, kept and not read.
    Opaque,
    /// Raised signs.
    Raised,
    /// Italics.
    Emphasis,
    /// References to notes.
    NoteReferences,
    /// A literal caret, more than one space in a row, space at the ends of a text.
    OddSpaces,
    /// Amendments: number and wording.
    Amendments,
    /// Sub-amendments.
    SubAmendments,
    /// The draft text under which an amendment stands.
    Standing,
    /// Who tabled an amendment.
    Tablers,
    /// Explanatory notes.
    Notes,
    /// Printed notes on falling.
    Falling,
    /// Other lines printed in parentheses.
    Remarks,
    /// Positions of committees on amendments, what became of these, figures of votes.
    Outcomes,
    /// When and by whom that was decided, and because of what.
    Circumstances,
    /// What became of a draft text as a whole.
    TextOutcomes,
}

impl Feature {
    /// All, in the order of the table.
    pub const ALL: [Self; 24] = [
        Self::Head,
        Self::Rules,
        Self::Languages,
        Self::Correspondences,
        Self::Parts,
        Self::PartTitles,
        Self::Provisions,
        Self::FurtherText,
        Self::TextBetween,
        Self::Opaque,
        Self::Raised,
        Self::Emphasis,
        Self::NoteReferences,
        Self::OddSpaces,
        Self::Amendments,
        Self::SubAmendments,
        Self::Standing,
        Self::Tablers,
        Self::Notes,
        Self::Falling,
        Self::Remarks,
        Self::Outcomes,
        Self::Circumstances,
        Self::TextOutcomes,
    ];

    /// Its stable name, which is also the end of its message's name.
    pub fn code(self) -> &'static str {
        match self {
            Self::Head => "head",
            Self::Rules => "rules",
            Self::Languages => "languages",
            Self::Correspondences => "correspondences",
            Self::Parts => "parts",
            Self::PartTitles => "part-titles",
            Self::Provisions => "provisions",
            Self::FurtherText => "further-text",
            Self::TextBetween => "text-between",
            Self::Opaque => "opaque",
            Self::Raised => "raised",
            Self::Emphasis => "emphasis",
            Self::NoteReferences => "note-references",
            Self::OddSpaces => "odd-spaces",
            Self::Amendments => "amendments",
            Self::SubAmendments => "sub-amendments",
            Self::Standing => "standing",
            Self::Tablers => "tablers",
            Self::Notes => "notes",
            Self::Falling => "falling",
            Self::Remarks => "remarks",
            Self::Outcomes => "outcomes",
            Self::Circumstances => "circumstances",
            Self::TextOutcomes => "text-outcomes",
        }
    }
}

/// A feature that a dossier has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// Which.
    pub feature: Feature,
    /// In how many places.
    pub count: usize,
    /// Where first: a provision's number or an amendment's; empty where it has no such place.
    pub first: String,
}

/// All features that the dossier has, in the order of [`Feature::ALL`].
pub fn held(dossier: &Dossier) -> Vec<Held> {
    let mut found = Found::default();
    if dossier.reference.is_some() {
        found.note(Feature::Head, "");
    }
    if dossier.rules.is_some() {
        found.note(Feature::Rules, "");
    }
    for version in &dossier.versions {
        of_version(version, &mut found);
    }
    for version in dossier.versions.iter().skip(1) {
        found.note(Feature::Languages, version.lang.tag());
    }
    for set in &dossier.correspondences {
        found.note(Feature::Correspondences, &set.provision);
    }
    dossier.amendments.iter().for_each(|amendment| of_amendment(amendment, &mut found));
    let parts = dossier.versions.first().map_or(&[][..], |version| &version.draft.parts);
    for text in &dossier.decisions.texts {
        let letter = parts.get(text.part as usize).map_or("", |part| &part.letter);
        found.note(Feature::TextOutcomes, letter);
    }
    let mut held = found.0;
    held.sort_by_key(|held| held.feature);
    held
}

#[derive(Default)]
struct Found(Vec<Held>);

impl Found {
    fn note(&mut self, feature: Feature, place: &str) {
        match self.0.iter_mut().find(|held| held.feature == feature) {
            Some(held) => held.count += 1,
            None => self.0.push(Held { feature, count: 1, first: place.to_owned() }),
        }
    }

    fn note_if(&mut self, is_so: bool, feature: Feature, place: &str) {
        if is_so {
            self.note(feature, place);
        }
    }
}

fn of_version(version: &Version, found: &mut Found) {
    let head = [&version.title, &version.date, &version.edition];
    found.note_if(head.iter().any(|field| field.is_some()), Feature::Head, "");
    for part in &version.draft.parts {
        of_part(part, version.title.as_deref(), found);
    }
}

fn of_part(part: &Part, of_paper: Option<&str>, found: &mut Found) {
    let named = !part.letter.is_empty() || !part.heading.is_empty();
    found.note_if(named, Feature::Parts, &part.letter);
    if let Some(title) = &part.title {
        let own = of_paper != Some(title.content.text.as_str());
        found.note_if(own, Feature::PartTitles, &part.letter);
        of_fragment(&title.content, &part.letter, found);
    }
    for child in &part.children {
        match child {
            Child::Block(block) => {
                found.note(Feature::TextBetween, &part.letter);
                of_block(block, &part.letter, found);
            }
            Child::Provision(provision) => of_provision(provision, found),
            Child::Opaque(_) => found.note(Feature::Opaque, &part.letter),
        }
    }
}

/// Walks without recursion: drafts may be nested as deep as a file can say.
fn of_provision(provision: &Provision, found: &mut Found) {
    let mut open = vec![provision];
    while let Some(provision) = open.pop() {
        let number = provision.number.as_str();
        found.note(Feature::Provisions, number);
        for (at, child) in provision.children.iter().enumerate() {
            match child {
                Child::Block(block) => {
                    found.note_if(at > 0, Feature::FurtherText, number);
                    of_block(block, number, found);
                }
                Child::Provision(_) => {}
                Child::Opaque(_) => found.note(Feature::Opaque, number),
            }
        }
        let below: Vec<_> = provision.provisions().collect();
        open.extend(below.into_iter().rev());
    }
}

fn of_block(block: &Block, place: &str, found: &mut Found) {
    of_fragment(&block.content, place, found);
}

fn of_fragment(fragment: &Fragment, place: &str, found: &mut Found) {
    for mark in &fragment.marks {
        let feature = match mark.kind {
            MarkKind::Emphasis => Feature::Emphasis,
            MarkKind::Superscript => Feature::Raised,
            MarkKind::NoteReference(_) => Feature::NoteReferences,
        };
        found.note(feature, place);
    }
    found.note_if(is_odd(&fragment.text), Feature::OddSpaces, place);
}

/// Whether plain text would say something else of these words.
fn is_odd(text: &str) -> bool {
    has_odd_spaces(text) || text.contains('^')
}

fn has_odd_spaces(line: &str) -> bool {
    line.trim() != line || line.contains("  ")
}

fn of_amendment(amendment: &Amendment, found: &mut Found) {
    let cited = match &amendment.parent {
        Some(parent) => format!("{parent}/{}", amendment.number),
        None => amendment.number.clone(),
    };
    found.note(Feature::Amendments, &cited);
    found.note_if(amendment.parent.is_some(), Feature::SubAmendments, &cited);
    found.note_if(amendment.part.is_some(), Feature::Standing, &cited);
    for text in &amendment.texts {
        of_text(text, &cited, found);
    }
    if let Some(recorded) = &amendment.recorded {
        let positions = recorded.positions.len();
        for _ in 0..positions + usize::from(recorded.ruling.is_some()) {
            found.note(Feature::Outcomes, &cited);
            found.note(Feature::Circumstances, &cited);
        }
        let votes = recorded.ruling.as_ref().and_then(|ruling| ruling.votes);
        found.note_if(votes.is_some(), Feature::Outcomes, &cited);
    }
}

fn of_text(text: &AmendmentText, cited: &str, found: &mut Found) {
    found.note_if(!text.tablers.names.is_empty(), Feature::Tablers, cited);
    found.note_if(!text.note.is_empty(), Feature::Notes, cited);
    found.note_if(!text.falling.is_empty(), Feature::Falling, cited);
    found.note_if(!text.remarks.is_empty(), Feature::Remarks, cited);
    text.note.iter().for_each(|paragraph| of_fragment(paragraph, cited, found));
    found.note_if(text.wording.lines().any(has_odd_spaces), Feature::OddSpaces, cited);
}
