//! Dossiers.

use super::{ConsequenceJson, EventJson, Said};
use crate::Held;
use procedure::event::{Consequence, Edition, Event, Seq, Time};
use procedure::log::Entry;
use serde::Serialize;
use std::collections::BTreeMap;
use text::{Child, Lang, TextKind};
use utoipa::ToSchema;

/// A dossier.
#[derive(Debug, Serialize, ToSchema)]
pub struct Dossier {
    /// What it is called in addresses, "412-lakes".
    pub slug: String,
    /// Its reference as printed, "Doc. 412".
    pub reference: Option<String>,
    /// What it is called, by language.
    pub titles: BTreeMap<&'static str, String>,
    /// Its languages, the one that it is worked on in first.
    pub languages: Vec<&'static str>,
    /// The rules that it is dealt with under.
    pub rules: Rules,
    /// Where its log stands.
    pub head: Head,
    /// How many amendments everybody may read, by where they stand.
    pub amendments: BTreeMap<&'static str, usize>,
    /// The name of the sitting that is open; null where none is.
    pub sitting: Option<String>,
    /// The addresses of its page.
    pub page: Said,
}

/// Rules of a chamber.
#[derive(Debug, Serialize, ToSchema)]
pub struct Rules {
    /// The profile, "pace".
    pub profile: String,
    /// Its edition, "2024".
    pub edition: String,
}

/// The last event of a log.
#[derive(Debug, Serialize, ToSchema)]
pub struct Head {
    /// Its number.
    pub seq: Seq,
    /// The hash of its line, which stands for all of the log.
    pub hash: String,
    /// When it was recorded.
    #[schema(value_type = Option<String>)]
    pub time: Option<Time>,
}

impl Dossier {
    /// Of a dossier; `base` is where the site stands.
    pub fn of(held: &Held, base: &str) -> Self {
        let (course, dossier) = (&held.sitting.course, &held.sitting.state.dossier);
        let mut amendments = BTreeMap::new();
        for at in &held.listed().order {
            *amendments.entry(held.standing(*at).word()).or_default() += 1;
        }
        let rules = course.opened.as_ref().map(|opened| opened.profile.clone()).unwrap_or_default();
        let titles = dossier.versions.iter();
        let titles = titles.filter_map(|one| Some((one.lang.tag(), one.title.clone()?)));
        Self {
            slug: held.slug.clone(),
            reference: dossier.reference.clone(),
            titles: titles.collect(),
            languages: dossier.versions.iter().map(|version| version.lang.tag()).collect(),
            rules: Rules { profile: rules.0, edition: rules.1 },
            head: Head {
                seq: held.head.seq,
                hash: held.head.hash.to_string(),
                time: course.time.clone(),
            },
            amendments,
            sitting: course.sitting.clone(),
            page: Said::of(|tongue| format!("{base}/{}/{}", tongue.tag(), held.slug)),
        }
    }
}

/// A draft in one language, as it was tabled: no amendment is in it.
#[derive(Debug, Serialize, ToSchema)]
pub struct Draft {
    /// The language.
    pub language: &'static str,
    /// The title of the dossier.
    pub title: Option<String>,
    /// The date as printed.
    pub date: Option<String>,
    /// Its texts.
    pub parts: Vec<Part>,
}

/// A draft text.
#[derive(Debug, Serialize, ToSchema)]
pub struct Part {
    /// Its letter; empty where it has none.
    pub letter: String,
    /// `resolution`, `recommendation`, `opinion` or `other`.
    pub kind: &'static str,
    /// Its heading as printed.
    pub heading: String,
    /// Its title.
    pub title: Option<String>,
    /// What stands in it.
    pub children: Vec<Piece>,
}

/// A piece of a text. Raised characters are written with a caret, "20^e".
#[derive(Debug, Serialize, ToSchema)]
#[serde(untagged)]
#[schema(no_recursion)]
pub enum Piece {
    /// Words.
    Words {
        /// The words.
        text: String,
    },
    /// What nobody amends: a table, a heading.
    Opaque {
        /// Its words.
        opaque: String,
    },
    /// A numbered provision.
    Provision {
        /// Its number, "9.2".
        number: String,
        /// What stands in it.
        #[schema(no_recursion)]
        children: Vec<Piece>,
    },
}

impl Draft {
    /// In a language of the dossier; none in any other.
    pub fn of(held: &Held, lang: Lang) -> Option<Self> {
        let version = held.sitting.state.dossier.version(lang)?;
        let part = |part: &text::Part| Part {
            letter: part.letter.clone(),
            kind: kind(part.kind),
            heading: part.heading.clone(),
            title: part.title.as_ref().map(|title| title.content.to_caret()),
            children: part.children.iter().map(piece).collect(),
        };
        Some(Self {
            language: version.lang.tag(),
            title: version.title.clone(),
            date: version.date.clone(),
            parts: version.draft.parts.iter().map(part).collect(),
        })
    }
}

fn kind(kind: TextKind) -> &'static str {
    match kind {
        TextKind::Resolution => "resolution",
        TextKind::Recommendation => "recommendation",
        TextKind::Opinion => "opinion",
        TextKind::Other => "other",
    }
}

fn piece(child: &Child) -> Piece {
    match child {
        Child::Block(block) => Piece::Words { text: block.content.to_caret() },
        Child::Opaque(opaque) => Piece::Opaque { opaque: opaque.text.clone() },
        Child::Provision(provision) => Piece::Provision {
            number: provision.number.clone(),
            children: provision.children.iter().map(piece).collect(),
        },
    }
}

/// A version of the compendium that was published.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Version {
    /// From 1.
    pub number: usize,
    /// `provisional`, `revised` or `final`.
    pub edition: &'static str,
    /// Its name as printed.
    pub name: String,
    /// The event that published it.
    pub event: Seq,
    /// When.
    #[schema(value_type = Option<String>)]
    pub time: Option<Time>,
    /// The addresses of its page, which stays as it is.
    pub page: Said,
}

impl Version {
    /// All of a dossier.
    pub fn all(held: &Held, base: &str) -> Vec<Self> {
        let versions = held.versions().map(|(number, version)| {
            let at = usize::try_from(version.event).ok().and_then(|event| event.checked_sub(1));
            let entry = at.and_then(|at| held.entries.get(at));
            Self {
                number,
                edition: edition(version.edition),
                name: version.name.clone(),
                event: version.event,
                time: entry.map(|entry| entry.time.clone()),
                page: Said::of(|tongue| {
                    format!("{base}/{}/{}/versions/{number}", tongue.tag(), held.slug)
                }),
            }
        });
        versions.collect()
    }
}

/// An event of the log.
#[derive(Debug, Serialize, ToSchema)]
pub struct Logged {
    /// Its number.
    pub seq: Seq,
    /// When it was recorded.
    #[schema(value_type = String)]
    pub time: Time,
    /// Who recorded it; left out for who may not see the inbox.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actor: Option<String>,
    /// What happened.
    #[schema(value_type = EventJson)]
    pub event: Event,
    /// What followed by the rules.
    #[schema(value_type = Vec<ConsequenceJson>)]
    pub then: Vec<Consequence>,
}

impl Logged {
    /// An entry; with who recorded it for those who see the inbox.
    pub fn of(entry: &Entry, all: bool) -> Self {
        Self {
            seq: entry.seq,
            time: entry.time.clone(),
            actor: all.then(|| entry.actor.clone()),
            event: entry.event.clone(),
            then: entry.then.clone(),
        }
    }
}

fn edition(edition: Edition) -> &'static str {
    match edition {
        Edition::Provisional => "provisional",
        Edition::Revised => "revised",
        Edition::Final => "final",
    }
}
