//! From two drafts to tabled amendments: what was changed in a word processor, in the words of a table
//! office.
//!
//! ```text
//! old                        new                         amendments, in the order of the text
//! 1. The lake is wide.       1. The lake is deep.        1  … paragraph 1, replace the word "wide" …
//! 2. Boats rest.             2. Lamps burn.              2  … after paragraph 1, insert …: "Lamps burn."
//! 3. Fog is common.          3. Boats rest.              3  … delete paragraph 3
//! ```
//!
//! Provisions of the two drafts are matched level by level ([`mod@tree`]), so that one which only got
//! another number is no change. Then
//!
//! - the changes of one opening text are one amendment, in the smallest wording ([`crate::wording`]);
//! - neighbours put in at one place are one, and so are neighbours taken out;
//! - what moved is taken out at the one place and put in at the other;
//! - a mark at the end of an item, or a number cited, that the adoption of the others settles by itself is
//!   none.
//!
//! At the end all amendments are adopted together and the text is compared with the new draft, provision by
//! provision: what differs is said. What has no wording is said too, and never guessed.

mod structure;
mod tree;
mod worker;

use crate::dossier::{Amendment, AmendmentText, Tablers, Version};
use source::{Origin, Span};
use text::{Draft, Lang};

/// What was changed between two drafts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// The changes that have a wording, in the order of the text.
    pub worded: Vec<Change>,
    /// What has none, or reads otherwise when all are adopted.
    pub doubts: Vec<Doubt>,
}

/// A change in the words of an amendment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The part, by position in [`Draft::parts`].
    pub part: u32,
    /// The wording, in the language of the drafts.
    pub wording: String,
    /// Where it stands in the files of both drafts.
    pub touched: Touched,
}

/// Where the provisions and titles of a change stand: bytes of the file of the old and of the new draft.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Touched {
    /// In the old draft.
    pub old: Vec<u32>,
    /// In the new draft.
    pub new: Vec<u32>,
}

/// Something that the amendments do not say as the new draft does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// Why.
    pub why: Why,
    /// The number of the provision: in the old draft where it stands there, or else in the new one. Empty
    /// for a title or what stands in no provision.
    pub number: String,
    /// Where, in the file of the old draft; its beginning where it does not stand there.
    pub at: Span,
}

/// What there is to doubt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// The drafts have other parts; nothing was compared.
    Parts,
    /// No wording gives exactly the new text.
    NoWording,
    /// Closing text, a table or text outside provisions: wordings do not reach it.
    OutOfReach,
    /// The amendment could not be adopted with the others and is not among them.
    NotTogether,
    /// More was changed than is worded; what is left has no amendment.
    TooMuch,
    /// With all amendments adopted the provision reads otherwise than in the new draft.
    Differs,
    /// Nothing was changed there, but adopting the amendments changes a mark or a number cited.
    Settled,
}

/// What was changed from one draft to the other, which is in the same language.
pub fn changes(old: &Version, new: &Draft) -> Changes {
    worker::Worker::new(old, new).finished()
}

impl Change {
    /// The change as a tabled amendment with one text.
    pub fn amendment(&self, number: usize, lang: Lang, names: Vec<String>) -> Amendment {
        let text = AmendmentText {
            lang,
            tablers: Tablers { names, committee: false },
            wording: self.wording.clone(),
            origin: Origin::default(),
            note: Vec::new(),
            falling: Vec::new(),
            remarks: Vec::new(),
            heading: Span::at(self.touched.old.first().copied().unwrap_or(0) as usize),
        };
        let part = Some(self.part);
        Amendment {
            number: number.to_string(),
            parent: None,
            part,
            texts: vec![text],
            recorded: None,
        }
    }
}
