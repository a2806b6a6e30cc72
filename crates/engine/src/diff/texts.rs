//! The draft texts of one language version.

use super::lines::{self, LineChange, Side};
use super::words::{self, Stretch};
use crate::Version;
use text::{Child, Lang, Part, TextKind};

/// What differs in the draft texts of one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextsChange {
    /// The language.
    pub lang: Lang,
    /// Those that differ, in the order of the second version; those gone behind them.
    pub parts: Vec<PartChange>,
}

/// A draft text in both versions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartChange {
    /// "A. Draft resolution" in the first version; `None` where the text is new.
    pub old: Option<String>,
    /// The same in the second version; `None` where the text is gone.
    pub new: Option<String>,
    /// The title of the text.
    pub title: Vec<Stretch>,
    /// Every line of it, those without differences too.
    pub lines: Vec<LineChange>,
}

impl PartChange {
    /// Its heading, the newer where it has two.
    pub fn heading(&self) -> &str {
        self.new.as_deref().or(self.old.as_deref()).unwrap_or_default()
    }

    /// Whether its title differs.
    pub fn retitled(&self) -> bool {
        self.title.iter().any(|stretch| stretch.kind != words::Kind::Kept)
    }

    fn differs(&self) -> bool {
        self.old != self.new || self.retitled() || self.lines.iter().any(LineChange::differs)
    }
}

/// Compares the texts of two versions in one language; `None` where they are the same.
pub(super) fn compare(old: &Version, new: &Version) -> Option<TextsChange> {
    let (old_parts, new_parts) = (&old.draft.parts, &new.draft.parts);
    let mut free: Vec<Option<&Part>> = old_parts.iter().map(Some).collect();
    let mut partners: Vec<Option<&Part>> = vec![None; new_parts.len()];
    // By letter and kind, then by kind alone, then by letter alone.
    let alike: [fn(&Part, &Part) -> bool; 3] = [
        |a, b| name(a) == name(b),
        |a, b| a.kind == b.kind && a.kind != TextKind::Other,
        |a, b| a.letter == b.letter,
    ];
    for alike in alike {
        for (at, part) in new_parts.iter().enumerate() {
            if partners[at].is_none() {
                let fits = |slot: &&mut Option<&Part>| slot.is_some_and(|old| alike(old, part));
                partners[at] = free.iter_mut().find(fits).and_then(Option::take);
            }
        }
    }
    let kept = new_parts.iter().zip(partners).map(|(new, old)| changed(old, Some(new)));
    let gone = free.into_iter().flatten().map(|old| changed(Some(old), None));
    let parts: Vec<PartChange> = kept.chain(gone).filter(PartChange::differs).collect();
    (!parts.is_empty()).then_some(TextsChange { lang: new.lang, parts })
}

fn name(part: &Part) -> (&str, TextKind) {
    (&part.letter, part.kind)
}

fn heading(part: &Part) -> String {
    match part.letter.as_str() {
        "" => part.heading.clone(),
        letter => format!("{letter}. {}", part.heading),
    }
}

fn changed(old: Option<&Part>, new: Option<&Part>) -> PartChange {
    let title = |part: Option<&Part>| {
        part.and_then(|part| part.title.as_ref()).map_or_else(String::new, |t| t.content.to_caret())
    };
    let sides = |part: Option<&Part>| {
        let mut sides = Vec::new();
        if let Some(part) = part {
            flat(&part.children, "", 0, &mut sides);
        }
        sides
    };
    PartChange {
        old: old.map(heading),
        new: new.map(heading),
        title: words::compare(&title(old), &title(new)),
        lines: lines::compare(&sides(old), &sides(new)),
    }
}

/// The lines of a text in document order. `level` is the depth of provisions among `children`; text
/// between them belongs one above.
fn flat(children: &[Child], number: &str, level: u32, sides: &mut Vec<Side>) {
    let depth = level.saturating_sub(1);
    let mut number = number.to_owned();
    let side = |number: String, opaque, text| Side { number, opaque, depth, text };
    for child in children {
        match child {
            Child::Block(block) => {
                sides.push(side(std::mem::take(&mut number), false, block.content.to_caret()));
            }
            Child::Opaque(opaque) => {
                sides.push(side(std::mem::take(&mut number), true, opaque.text.clone()));
            }
            Child::Provision(provision) => {
                if !number.is_empty() {
                    sides.push(side(std::mem::take(&mut number), false, String::new()));
                }
                flat(&provision.children, &provision.number, level + 1, sides);
            }
        }
    }
    if !number.is_empty() {
        sides.push(side(number, false, String::new()));
    }
}
