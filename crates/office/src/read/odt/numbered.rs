//! Which list a paragraph is counted in.
//!
//! ```text
//! <text:list>                                         counts from its start
//! <text:list text:continue-numbering="true">          goes on from the list before, if that has the same style
//! <text:list text:continue-list="ID">                 goes on from the list of that xml:id
//! a list in a list                                    is counted with it, a level deeper
//! a list among deleted words                          goes on from the list they are deleted from
//! ```

use super::super::flow::Listed;
use super::lists::ListStyles;
use std::collections::BTreeMap;

/// A list that is open.
#[derive(Clone, Copy, Debug)]
pub struct Open<'n> {
    /// The name of its style.
    pub style: Option<&'n str>,
    /// What counts.
    pub counter: usize,
    /// From 0.
    pub level: u8,
}

/// Where a paragraph stands in a list.
#[derive(Clone, Copy, Debug)]
pub struct Place<'n> {
    /// The list.
    pub list: Open<'n>,
    /// The number that it starts again with.
    pub start: Option<u32>,
    /// Whether it starts again with the first number of its level.
    pub restarts: bool,
    /// Whether it has a label: only the first paragraph of an item has.
    pub labelled: bool,
}

/// The lists read so far.
#[derive(Debug)]
pub struct Counters<'n> {
    next: usize,
    by_id: BTreeMap<&'n str, usize>,
    last: Option<(Option<&'n str>, usize)>,
}

/// The counter of headings.
pub const HEADINGS: usize = 0;

/// What a list goes on from.
#[derive(Clone, Copy, Debug, Default)]
pub struct Goes<'n> {
    /// The list of this id.
    pub on_from: Option<&'n str>,
    /// The list before, if it has the same style.
    pub on: bool,
    /// This one, if it has the same style.
    pub on_with: Option<Open<'n>>,
}

impl<'n> Counters<'n> {
    /// Before the first list.
    pub fn new() -> Self {
        Self { next: HEADINGS + 1, by_id: BTreeMap::new(), last: None }
    }

    /// Opens a list that stands in no other.
    pub fn open(
        &mut self,
        id: Option<&'n str>,
        style: Option<&'n str>,
        goes: Goes<'n>,
    ) -> Open<'n> {
        let before = self.last.filter(|(last, _)| *last == style).map(|(_, counter)| counter);
        let with = goes.on_with.filter(|with| with.style == style).map(|with| with.counter);
        let from = goes.on_from.and_then(|from| self.by_id.get(from).copied());
        let on = with.or(from).or(before.filter(|_| goes.on));
        let counter = on.unwrap_or_else(|| {
            self.next += 1;
            self.next - 1
        });
        if let Some(id) = id {
            self.by_id.insert(id, counter);
        }
        self.last = Some((style, counter));
        Open { style, counter, level: 0 }
    }

    /// Opens the list that paragraphs of this id are counted in.
    pub fn named(&mut self, id: &'n str, style: Option<&'n str>, level: u8) -> Open<'n> {
        let goes = Goes { on_from: Some(id), ..Goes::default() };
        Open { level, ..self.open(Some(id), style, goes) }
    }
}

impl Place<'_> {
    /// The place as it is counted; `None` without a label.
    pub fn listed(&self, styles: &ListStyles, style: Option<&str>) -> Option<Listed> {
        let Open { counter, level, .. } = self.list;
        let style = styles.get(style);
        let first = self.restarts.then(|| style.start(level));
        let start = self.start.or(first);
        let definition = style.definition;
        self.labelled.then_some(Listed { counter, definition, level, start })
    }
}
