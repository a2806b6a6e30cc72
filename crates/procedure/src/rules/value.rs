//! Values of parameters: how each kind is read from the file, written down and put into words.

use super::finding::{Findings, Problem, nearest};
use super::tree::{Kind, Node};
use super::wanted::Wanted;
use std::fmt::Debug;
use text::Lang;
use words::{self, Args};

/// A value with the place it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sourced<T> {
    /// The value.
    pub value: T,
    /// Where it comes from.
    pub source: Source,
}

impl<T> Sourced<T> {
    /// Whether a source of this edition says so.
    pub fn is_verified(&self) -> bool {
        self.source.is_verified()
    }
}

/// Where a value comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// What the file cites: "Rules of Procedure, Rule 34.2".
    Cited(String),
    /// Nobody has checked it. The user is told.
    Unverified,
    /// It was taken over from rules that prove nothing about this edition: those of another chamber,
    /// or of a later day. That counts as unverified.
    TakenOver {
        /// The profile that states it.
        profile: String,
        /// The edition that states it.
        edition: String,
    },
}

impl Source {
    /// Whether a source of this edition says so.
    pub fn is_verified(&self) -> bool {
        matches!(self, Self::Cited(_))
    }

    /// The source in words.
    pub fn words(&self, lang: Lang) -> String {
        match self {
            Self::Cited(text) => text.clone(),
            Self::Unverified => words::say(lang, "rules-unverified", &Args::new()),
            Self::TakenOver { profile, edition } => {
                let args = Args::new().text("profile", profile.clone());
                words::say(lang, "rules-taken-over", &args.text("edition", edition.clone()))
            }
        }
    }
}

/// What can be shown of every value, whatever its kind.
pub trait Shown: Debug {
    /// As it would be written in the file, for programs and comparisons: `5`, `["clarity"]`.
    fn written(&self) -> String;
    /// In words.
    fn words(&self, lang: Lang) -> String;
}

/// A kind of value that a file can state.
pub trait Value: Shown + Sized {
    /// Reads it; what is wrong goes to the findings.
    fn read(node: &Node, findings: &mut Findings) -> Option<Self>;
}

/// Says that a value is of another kind than wanted.
pub fn wrong<T>(node: &Node, wanted: Wanted, findings: &mut Findings) -> Option<T> {
    let found = Wanted::of(&node.kind);
    findings.add(node.at, Problem::WrongType { wanted, found });
    None
}

impl Shown for bool {
    fn written(&self) -> String {
        self.to_string()
    }

    fn words(&self, lang: Lang) -> String {
        words::say(lang, if *self { "rules-yes" } else { "rules-no" }, &Args::new())
    }
}

impl Value for bool {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        match node.kind {
            Kind::Truth(truth) => Some(truth),
            _ => wrong(node, Wanted::Truth, findings),
        }
    }
}

/// A whole number from `LEAST` to `MOST`, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Whole<const LEAST: u32, const MOST: u32>(u32);

impl<const LEAST: u32, const MOST: u32> Whole<LEAST, MOST> {
    /// The number; `None` outside the range.
    pub fn new(number: u32) -> Option<Self> {
        (LEAST..=MOST).contains(&number).then_some(Self(number))
    }

    /// The number.
    pub fn get(self) -> u32 {
        self.0
    }
}

impl<const LEAST: u32, const MOST: u32> Shown for Whole<LEAST, MOST> {
    fn written(&self) -> String {
        self.0.to_string()
    }

    fn words(&self, _: Lang) -> String {
        self.0.to_string()
    }
}

impl<const LEAST: u32, const MOST: u32> Value for Whole<LEAST, MOST> {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        let Kind::Whole(value) = node.kind else { return wrong(node, Wanted::Whole, findings) };
        let found = u32::try_from(value).ok().and_then(Self::new);
        if found.is_none() {
            findings.add(node.at, Problem::OutOfRange { value, least: LEAST, most: MOST });
        }
        found
    }
}

/// The word that says that there is none of something.
const NONE: &str = "none";

impl<T: Shown> Shown for Option<T> {
    fn written(&self) -> String {
        self.as_ref().map_or_else(|| format!("\"{NONE}\""), T::written)
    }

    fn words(&self, lang: Lang) -> String {
        match self {
            Some(value) => value.words(lang),
            None => words::say(lang, "rules-none", &Args::new()),
        }
    }
}

impl<T: Value> Value for Option<T> {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        match &node.kind {
            Kind::Text(word) if word == NONE => Some(None),
            _ => T::read(node, findings).map(Some),
        }
    }
}

impl<T: Shown> Shown for Vec<T> {
    fn written(&self) -> String {
        format!("[{}]", self.iter().map(T::written).collect::<Vec<_>>().join(", "))
    }

    fn words(&self, lang: Lang) -> String {
        match self.is_empty() {
            true => words::say(lang, "rules-none", &Args::new()),
            false => self.iter().map(|one| one.words(lang)).collect::<Vec<_>>().join(", "),
        }
    }
}

impl<T: Value + PartialEq> Value for Vec<T> {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        let Kind::List(nodes) = &node.kind else { return wrong(node, Wanted::List, findings) };
        let (mut list, mut good) = (Self::new(), true);
        for node in nodes {
            match T::read(node, findings) {
                Some(value) if list.contains(&value) => {
                    let word = value.written().trim_matches('"').to_owned();
                    findings.add(node.at, Problem::Twice { word });
                    good = false;
                }
                Some(value) => list.push(value),
                None => good = false,
            }
        }
        good.then_some(list)
    }
}

/// One of a fixed list of words. In the message files its words are `rules-ID-WORD`.
pub trait Term: Copy + Debug + PartialEq + 'static {
    /// What the list is called in the message files.
    const ID: &'static str;
    /// The words and what they stand for.
    const ALL: &'static [(&'static str, Self)];

    /// The word of the file.
    fn word(self) -> &'static str {
        let found = Self::ALL.iter().find(|(_, term)| *term == self);
        found.map_or("", |(word, _)| word)
    }

    /// Reads the word; other words are refused with the nearest one.
    fn read_word(node: &Node, findings: &mut Findings) -> Option<Self> {
        let Kind::Text(word) = &node.kind else { return wrong(node, Wanted::Word, findings) };
        let found = Self::ALL.iter().find(|(known, _)| known == word);
        if found.is_none() {
            let known: Vec<_> = Self::ALL.iter().map(|(known, _)| *known).collect();
            let nearest = nearest(word, known.iter().copied());
            findings.add(node.at, Problem::UnknownWord { word: word.clone(), nearest, known });
        }
        found.map(|(_, term)| *term)
    }

    /// The word in a language.
    fn say(self, lang: Lang) -> String {
        words::say(lang, &format!("rules-{}-{}", Self::ID, self.word()), &Args::new())
    }
}

/// Makes a type with a list of words a kind of value.
macro_rules! term_value {
    ($name:ty) => {
        impl $crate::rules::value::Shown for $name {
            fn written(&self) -> String {
                format!("\"{}\"", $crate::rules::value::Term::word(*self))
            }

            fn words(&self, lang: text::Lang) -> String {
                $crate::rules::value::Term::say(*self, lang)
            }
        }

        impl $crate::rules::value::Value for $name {
            fn read(
                node: &$crate::rules::tree::Node,
                findings: &mut $crate::rules::finding::Findings,
            ) -> Option<Self> {
                $crate::rules::value::Term::read_word(node, findings)
            }
        }
    };
}
pub(super) use term_value;
