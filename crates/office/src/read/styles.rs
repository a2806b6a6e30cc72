//! Styles: what a paragraph or a run looks like where it does not say so itself.

use super::looks::Looks;
use std::collections::BTreeMap;

/// One style; `N` is what it says of lists, which each format says in its own way.
#[derive(Clone, Debug, Default)]
pub struct Style<N> {
    /// The style that it is based on.
    pub based_on: Option<String>,
    /// How runs look.
    pub looks: Looks,
    /// The list that its paragraphs belong to.
    pub numbered: N,
    /// Columns of white space before its paragraphs, in quarters of an inch.
    pub indent: Option<u16>,
}

/// Styles by their names, with what they are based on.
#[derive(Clone, Debug, Default)]
pub struct Styles<N> {
    /// The styles.
    pub by_id: BTreeMap<String, Style<N>>,
    /// The style of what names none.
    pub usual: Option<String>,
    /// What the file says of every run.
    pub defaults: Looks,
}

/// Styles based on one another at most; a longer chain is a ring.
const CHAIN: usize = 32;

impl<N> Styles<N> {
    /// The style and those it is based on, the nearest first.
    pub fn chain<'s>(
        &'s self,
        id: Option<&'s str>,
    ) -> impl Iterator<Item = (&'s str, &'s Style<N>)> {
        let mut next = id.or(self.usual.as_deref());
        let chain = std::iter::from_fn(move || {
            let id = next?;
            let style = self.by_id.get(id)?;
            next = style.based_on.as_deref();
            Some((id, style))
        });
        chain.take(CHAIN)
    }

    /// How what has this style looks, but for what the file says of every run.
    pub fn looks(&self, id: Option<&str>) -> Looks {
        self.chain(id).fold(Looks::default(), |looks, (_, style)| looks.over(style.looks))
    }

    /// The names of this style and of those it is based on.
    pub fn names<'s>(&'s self, id: Option<&'s str>) -> impl Iterator<Item = &'s str> {
        self.chain(id).map(|(id, _)| id)
    }

    /// The indentation of a paragraph of this style.
    pub fn indent(&self, id: Option<&str>) -> Option<u16> {
        self.chain(id).find_map(|(_, style)| style.indent)
    }

    /// Whether paragraphs of this style repeat words or are ours: lines of a table of contents ("TOC 1" of
    /// Word, "Contents 1" of LibreOffice), or reasons why an amendment has no place.
    pub fn is_passed_over(&self, id: Option<&str>) -> bool {
        self.names(id).any(|name| {
            let name = name.replace("_20_", "").replace(' ', "").to_lowercase();
            name.starts_with("toc") || name.starts_with("contents") || name == "withoutplace"
        })
    }
}
