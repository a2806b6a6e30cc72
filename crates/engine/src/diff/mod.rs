//! What differs between two versions of a dossier: the draft texts provision by provision, the
//! amendments by their numbers.
//!
//! ```text
//! first version               second version             said
//! 3. Fog is common.           4. Fog is common.          3 is now 4
//! 4. The lamp burns.          5. The lamps burn.         4 is now 5; [-lamp burns-] {+lamps burn+}
//! Amendment 3                 Amendment 3 rev.           a new version of 3
//! Amendment 5                                            withdrawn
//! ```
//!
//! **Drafts.** A draft text is compared line by line, a line being a title, the text of a provision or
//! what stands between provisions. Equal lines are matched first, in their order; what lies between two
//! of them is matched by likeness and by number; what is then left over and stands elsewhere has moved
//! ([`mod@lines`]). So a provision that only got another number is told from one that was rewritten.
//!
//! **Amendments** are matched by number, and "3 rev." is a new version of 3 where no 3 is left
//! ([`mod@amendments`]).
//!
//! **Mirror.** What is new one way is gone the other way, word for word: `compare(b, a)` says what
//! `compare(a, b)` says with both sides exchanged.
//!
//! Emphasis, references to notes and where things stand in their files are not compared.

mod amendments;
mod lines;
mod number;
mod report;
mod texts;
mod words;

pub use amendments::{AmendmentChange, Cited, Fate, TextChange};
pub(crate) use lines::compare as aligned;
pub use lines::{LineChange, Side};
pub use report::report;
pub use texts::{PartChange, TextsChange};
pub use words::compare as compare_words;
pub use words::{Kind, Stretch};

use crate::State;
use text::Lang;

/// A value in the first and in the second version, where they differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair<T> {
    /// In the first version.
    pub old: T,
    /// In the second version.
    pub new: T,
}

/// What stands at the head of a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// "Doc. 16245".
    Reference,
    /// The title of the dossier.
    Title,
    /// The date as printed.
    Date,
    /// "Final version".
    Edition,
}

/// All that differs between two dossiers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// What differs at the head, in the language named; the reference in none.
    pub head: Vec<(Field, Option<Lang>, Pair<String>)>,
    /// Languages that only one of the two has.
    pub languages: Option<Pair<Vec<Lang>>>,
    /// The draft texts in each language that both have and in which they differ.
    pub texts: Vec<TextsChange>,
    /// The amendments that differ, in the calling order of the second version; one that was withdrawn
    /// stands behind what it stood behind.
    pub amendments: Vec<AmendmentChange>,
}

impl Comparison {
    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        self.head.is_empty()
            && self.languages.is_none()
            && self.texts.is_empty()
            && self.amendments.is_empty()
    }

    /// How many amendments have this fate.
    pub fn count(&self, fate: Fate) -> usize {
        self.amendments.iter().filter(|one| one.fate == fate).count()
    }

    /// How many lines of the draft texts differ by more than their number, in the language in which
    /// most do; a moved one counts once.
    pub fn lines(&self) -> usize {
        let of = |texts: &TextsChange| {
            let lines = texts.parts.iter().flat_map(|part| &part.lines);
            lines.filter(|line| line.differs_in_words() && !line.is_left()).count()
        };
        self.texts.iter().map(of).max().unwrap_or(0)
    }

    /// How many provisions only have another number, in the language in which most do.
    pub fn renumbered(&self) -> usize {
        let of = |texts: &TextsChange| {
            let lines = texts.parts.iter().flat_map(|part| &part.lines);
            lines.filter(|line| line.is_renumbered() && !line.differs_in_words()).count()
        };
        self.texts.iter().map(of).max().unwrap_or(0)
    }
}

/// Compares two dossiers, each worked out.
pub fn compare(old: &State, new: &State) -> Comparison {
    let (a, b) = (&old.dossier, &new.dossier);
    let only = |one: &crate::Dossier, other: &crate::Dossier| -> Vec<Lang> {
        let langs = one.versions.iter().map(|version| version.lang);
        langs.filter(|lang| other.version(*lang).is_none()).collect()
    };
    let (gone, came) = (only(a, b), only(b, a));
    let both = b.versions.iter().filter_map(|new| Some((a.version(new.lang)?, new)));
    let languages = (!gone.is_empty() || !came.is_empty()).then_some(Pair { old: gone, new: came });
    Comparison {
        head: head(a, b),
        languages,
        texts: both.filter_map(|(old, new)| texts::compare(old, new)).collect(),
        amendments: amendments::compare(old, new),
    }
}

fn head(a: &crate::Dossier, b: &crate::Dossier) -> Vec<(Field, Option<Lang>, Pair<String>)> {
    let mut head = Vec::new();
    let mut note = |field, lang, old: &Option<String>, new: &Option<String>| {
        if old != new {
            let (old, new) = (old.clone().unwrap_or_default(), new.clone().unwrap_or_default());
            head.push((field, lang, Pair { old, new }));
        }
    };
    note(Field::Reference, None, &a.reference, &b.reference);
    for new in &b.versions {
        let Some(old) = a.version(new.lang) else { continue };
        let lang = Some(new.lang);
        note(Field::Title, lang, &old.title, &new.title);
        note(Field::Date, lang, &old.date, &new.date);
        note(Field::Edition, lang, &old.edition, &new.edition);
    }
    head
}
