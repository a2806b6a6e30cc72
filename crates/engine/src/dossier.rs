//! A dossier: the draft texts in their language versions and the amendments tabled to them.

use crate::languages::Correspondence;
use crate::recorded::{self, Decisions, Recorded};
use instruction::style::{Language, Style};
use source::{Origin, SourceFile, Span};
use std::collections::BTreeMap;
use std::sync::Arc;
use text::{Draft, Fragment, Index, Lang};

/// All that a compendium says, in one or several languages.
#[derive(Clone, Debug, Default)]
pub struct Dossier {
    /// "Doc. 16245", without what follows it on that line.
    pub reference: Option<String>,
    /// Its language versions. The first one is the one worked in; order is settled by
    /// [`crate::languages::join`].
    pub versions: Vec<Version>,
    /// The amendments, in the order of the first file; sub-amendments anywhere.
    pub amendments: Vec<Amendment>,
    /// How sentences of the language versions correspond, where the table office says so.
    pub correspondences: Vec<Correspondence>,
    /// The rules that the dossier is dealt with under, where it names any.
    pub rules: Option<RulesName>,
    /// What became of the draft texts, where the file tells it, and the chamber's words for outcomes.
    pub decisions: Decisions,
}

/// The name of the rules of a chamber: a profile and its edition (docs/rules.md). What they say is the
/// matter of those who know profiles; here they are only cited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RulesName {
    /// The profile: `pace`.
    pub profile: String,
    /// The edition: `2024`.
    pub edition: String,
}

/// One language version (an expression) of the dossier.
#[derive(Clone, Debug)]
pub struct Version {
    /// Its language.
    pub lang: Lang,
    /// The drafting style that its texts and the wordings in its language are written in.
    pub style: &'static Style,
    /// The title of the dossier.
    pub title: Option<String>,
    /// The date as printed, "30/09/2025".
    pub date: Option<String>,
    /// The version of the compendium as printed, without parentheses: "Version finale".
    pub edition: Option<String>,
    /// The draft texts.
    pub draft: Draft,
    /// Their positions.
    pub index: Index,
    /// The file it was read from.
    pub file: Arc<SourceFile>,
}

/// One amendment or sub-amendment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amendment {
    /// Its number as printed, "4", "3 rev."; a sub-amendment's own number, "1".
    pub number: String,
    /// For a sub-amendment: the number of the amendment it changes.
    pub parent: Option<String>,
    /// The part under which it stands in the file, by position in [`Draft::parts`], where the file
    /// says so (it stands inside a part and its wording names no other).
    pub part: Option<u32>,
    /// Its language versions, at most one for each of [`Dossier::versions`], in their order.
    pub texts: Vec<AmendmentText>,
    /// What committees said of it and what became of it, where the file tells it.
    pub recorded: Option<Box<Recorded>>,
}

/// What one language version prints of an amendment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AmendmentText {
    /// The language.
    pub lang: Lang,
    /// Who tabled it.
    pub tablers: Tablers,
    /// The wording, unwrapped: one line feed between paragraphs, no other line breaks.
    pub wording: String,
    /// From the wording to the file.
    pub origin: Origin,
    /// The explanatory note, paragraph by paragraph.
    pub note: Vec<Fragment>,
    /// Printed notes on falling: "(Falls if amendment 4 is adopted)".
    pub falling: Vec<PrintedFall>,
    /// Other printed lines in parentheses, kept as they are: "(concerns only the French version)".
    pub remarks: Vec<String>,
    /// The heading line, "Amendment 4", as a span of the file.
    pub heading: Span,
}

/// Who put an amendment down.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tablers {
    /// Names as printed, the mover first; or one committee.
    pub names: Vec<String>,
    /// Whether it is a committee's.
    pub committee: bool,
}

/// A printed note on falling.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintedFall {
    /// `true`: "(If adopted, amendment 6 falls)"; `false`: "(Falls if amendment 4 is adopted)".
    pub fells: bool,
    /// The numbers of the other amendments.
    pub others: Vec<String>,
    /// Where it stands, as a span of the file.
    pub at: Span,
}

impl Version {
    /// Its language in its style; `None` where the style does not have it.
    pub fn language(&self) -> Option<&'static Language> {
        self.style.language(self.lang)
    }
}

impl Dossier {
    /// The drafting style it is written in: that of its first version.
    pub fn style(&self) -> &'static Style {
        self.versions.first().map(|version| version.style).unwrap_or_default()
    }

    /// This language in the style of the dossier; `None` where the style does not have it.
    pub fn language(&self, lang: Lang) -> Option<&'static Language> {
        self.version(lang).map_or_else(|| self.style(), |version| version.style).language(lang)
    }

    /// The version in this language.
    pub fn version(&self, lang: Lang) -> Option<&Version> {
        self.versions.iter().find(|version| version.lang == lang)
    }

    /// The dossier in one of its languages; amendments that have no text in it are left out.
    pub fn in_language(&self, lang: Lang) -> Self {
        let spoken = |amendment: &Amendment| {
            let text = amendment.text(lang)?.clone();
            Some(Amendment { texts: vec![text], ..amendment.clone() })
        };
        let mut dossier = Self {
            reference: self.reference.clone(),
            versions: self.version(lang).cloned().into_iter().collect(),
            amendments: self.amendments.iter().filter_map(spoken).collect(),
            // Sentences of one language correspond to nothing.
            correspondences: Vec::new(),
            rules: self.rules.clone(),
            decisions: self.decisions.clone(),
        };
        recorded::words_in_use(&mut dossier);
        dossier
    }

    /// Whether two dossiers say the same, wherever they stand in their files and in whatever order
    /// their amendments come.
    pub fn says_the_same_as(&self, other: &Self) -> bool {
        crate::json::write(&self.by_number()) == crate::json::write(&other.by_number())
    }

    /// The dossier with its amendments in the order of their numbers, each before those to it.
    fn by_number(&self) -> Self {
        let mut sorted = self.clone();
        let key = |amendment: &Amendment| {
            let (outer, inner) = match &amendment.parent {
                Some(parent) => (parent.clone(), Some(amendment.number.clone())),
                None => (amendment.number.clone(), None),
            };
            (outer, inner)
        };
        sorted.amendments.sort_by_cached_key(key);
        sorted
    }

    /// The positions of all amendments to the draft by their numbers, for those who look up many. As
    /// in [`Self::position`], the first of two that carry one number counts.
    pub fn positions(&self) -> BTreeMap<&str, usize> {
        let amendments = self.amendments.iter().enumerate().rev();
        let to_the_draft = amendments.filter(|(_, amendment)| amendment.parent.is_none());
        to_the_draft.map(|(at, amendment)| (amendment.number.as_str(), at)).collect()
    }

    /// The same of all amendments, by parent and number.
    pub fn all_positions(&self) -> BTreeMap<(Option<&str>, &str), usize> {
        let amendments = self.amendments.iter().enumerate().rev();
        amendments
            .map(|(at, amendment)| ((amendment.parent.as_deref(), amendment.number.as_str()), at))
            .collect()
    }

    /// Position of the amendment with this number; `parent` for a sub-amendment.
    pub fn position(&self, number: &str, parent: Option<&str>) -> Option<usize> {
        self.amendments.iter().position(|a| a.number == number && a.parent.as_deref() == parent)
    }
}

impl Amendment {
    /// How it is cited where one word must do: "4", and "13/1" for sub-amendment 1 to amendment 13.
    pub fn cited(&self) -> String {
        match &self.parent {
            Some(parent) => format!("{parent}/{}", self.number),
            None => self.number.clone(),
        }
    }

    /// Its text in this language.
    pub fn text(&self, lang: Lang) -> Option<&AmendmentText> {
        self.texts.iter().find(|text| text.lang == lang)
    }
}
