//! Where amendments stand among the provisions of a printed draft.

use crate::read::amendment::Quotes;
use crate::{State, Version};
use instruction::Place;
use std::collections::BTreeMap;
use text::{BlockRole, Lang};

/// Amendments by where they stand.
#[derive(Debug, Default)]
pub struct Places {
    /// For each part: block after which it stands (position in [`text::Index::blocks`]; `None`:
    /// before the first) and position of the amendment, in calling order and so ascending.
    pub parts: Vec<Vec<(Option<usize>, usize)>>,
    /// Those that stand under no part.
    pub gathered: Vec<usize>,
}

/// Where each amendment of the version stands.
pub fn places(state: &State, version: &Version) -> Places {
    let mut places = Places::default();
    places.parts.resize_with(version.draft.parts.len(), Vec::new);
    for (amendment, follows) in calling_order(state) {
        let dossier = &state.dossier;
        let Some(stands) = dossier.amendments.get(amendment) else { continue };
        if stands.text(version.lang).is_none() {
            continue;
        }
        let part =
            stands.part.and_then(|part| places.parts.get_mut(part as usize).map(|p| (part, p)));
        match part {
            Some((part, list)) => {
                let before = list.last().map(|(block, _)| *block);
                let own = match before.filter(|_| follows) {
                    Some(_) if !is_open(state, version.lang, amendment) => None,
                    _ => block_of(state, version, amendment, part),
                };
                list.push((own.max(before.flatten()), amendment));
            }
            None => places.gathered.push(amendment),
        }
    }
    places
}

/// All amendments in calling order, one part after the other, sub-amendments behind their amendment
/// (then `true`); those that the order does not know come last.
fn calling_order(state: &State) -> Vec<(usize, bool)> {
    let amendments = &state.dossier.amendments;
    let mut known = vec![false; amendments.len()];
    let mut order = Vec::with_capacity(amendments.len());
    let ranked = state.order.iter().map(|ranked| ranked.amendment);
    for amendment in ranked.chain(0..amendments.len()) {
        if let Some(known) = known.get_mut(amendment).filter(|known| !**known) {
            *known = true;
            order.push(amendment);
        }
    }
    // Where two carry one number, a sub-amendment is taken for one to the first that is read.
    order.sort_by_key(|at| amendments[*at].part.map_or(u32::MAX, |part| part.min(u32::MAX - 1)));
    let mut by_parent: BTreeMap<(&str, Option<u32>), Vec<usize>> = BTreeMap::new();
    for &at in &order {
        if let Some(parent) = &amendments[at].parent {
            by_parent.entry((parent, amendments[at].part)).or_default().push(at);
        }
    }
    let mut behind = Vec::with_capacity(order.len());
    for &at in order.iter().filter(|&&at| amendments[at].parent.is_none()) {
        behind.push((at, false));
        let own = by_parent.remove(&(amendments[at].number.as_str(), amendments[at].part));
        behind.extend(own.into_iter().flatten().map(|sub| (sub, true)));
    }
    behind.extend(by_parent.into_values().flatten().map(|sub| (sub, false)));
    behind
}

/// The block behind which an amendment stands: the one in which its first place begins, or the
/// last one before a numbered provision. `None`: before all of its part.
fn block_of(state: &State, version: &Version, amendment: usize, part: u32) -> Option<usize> {
    let index = &version.index;
    let blocks = index.blocks();
    let last = blocks.partition_point(|block| block.part <= part).checked_sub(1)?;
    if blocks.get(last)?.part != part {
        return None;
    }
    // What follows new text that is never closed would be read as more of it.
    if is_open(state, version.lang, amendment) {
        return Some(last);
    }
    let Some(at) = offset(state, version.lang, amendment, part) else { return Some(last) };
    let begins = blocks.partition_point(|block| block.span.start <= at).checked_sub(1)?;
    let opens = |block: usize| blocks.get(block).is_none_or(|next| next.role == BlockRole::Opening);
    (begins..=last).find(|block| *block == last || opens(block + 1))
}

/// Whether the wording ends within a quotation or before one.
fn is_open(state: &State, lang: Lang, amendment: usize) -> bool {
    let text = state.dossier.amendments.get(amendment).and_then(|amendment| amendment.text(lang));
    let mut quotes = Quotes::default();
    let wording = text.map_or("", |text| text.wording.as_str());
    quotes.count(wording);
    quotes.is_open() || wording.ends_with(':')
}

/// Where the first place of an amendment begins in the laid-out text.
fn offset(state: &State, lang: Lang, amendment: usize, part: u32) -> Option<u32> {
    let texts = &state.dossier.amendments.get(amendment)?.texts;
    let at = texts.iter().position(|text| text.lang == lang)?;
    let placed = state.worked.get(amendment)?.get(at)?.placed.as_ref()?;
    let targets = placed.operations.iter().map(|operation| operation.at());
    let starts = targets.filter(|target| target.part == part).map(|target| match target.place {
        // A gap belongs behind what precedes it.
        Place::Slot { at, .. } | Place::Closing { at, .. } => at.saturating_sub(1),
        Place::Provisions { span, .. } | Place::Text { span } => span.start,
        Place::Point { at, .. } => at,
    });
    starts.min()
}
