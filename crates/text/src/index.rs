//! Positions: the laid-out text of a draft and what stands where in it.

use crate::find::{Folded, FoldedOnce};
use crate::sentence::sentences_into;
use crate::{Block, Child, Draft, Part, Provision, SentenceRules};
use source::Span;

/// A provision by its depth-first number in the whole draft, 0-based. The provisions below it
/// have the numbers that follow, up to [`ProvisionEntry::next`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProvisionId(pub u32);

/// A block by its number in document order in the whole draft, 0-based.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BlockId(pub u32);

/// What a block is to the unit it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BlockRole {
    /// The title of a part.
    Title,
    /// The text of a provision before its first sub-provision.
    Opening,
    /// Text after a sub-provision.
    Closing,
    /// A table or heading, kept but not read. It has no sentences and nothing is found in it.
    Opaque,
    /// Text of a part that belongs to no provision (a preamble).
    Loose,
}

/// A block laid out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlockEntry {
    /// Its text in [`Index::text`], without the line feed that follows it.
    pub span: Span,
    /// What it is.
    pub role: BlockRole,
    /// The part it stands in, by position in [`Draft::parts`].
    pub part: u32,
    /// The provision it belongs to, if any.
    pub provision: Option<ProvisionId>,
    /// Its sentences: a range of positions in [`Index::sentences`].
    pub sentences: (u32, u32),
    /// Where it stands in the tree: child positions from the part down. Empty for a title.
    pub path: Vec<u32>,
}

/// A provision laid out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProvisionEntry {
    /// The part it stands in, by position in [`Draft::parts`].
    pub part: u32,
    /// The provision it stands in; `None` at the top of its part.
    pub parent: Option<ProvisionId>,
    /// Its number as cited, "9.2.1".
    pub number: String,
    /// It and all below it in [`Index::text`], line feeds included: never empty.
    pub span: Span,
    /// One past the last provision below it.
    pub next: ProvisionId,
    /// Its place among the provisions directly below its parent (or part), 0-based.
    pub position: u32,
    /// How many provisions stand directly below it.
    pub children: u32,
    /// Depth: 0 at the top of a part.
    pub depth: u32,
    /// Its opening text; empty where the provision opens with a sub-provision.
    pub opening: BlockId,
    /// Its closing text, the last block after its last sub-provision.
    pub closing: Option<BlockId>,
    /// Where it stands in the tree: child positions from the part down.
    pub path: Vec<u32>,
}

/// A part laid out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartEntry {
    /// The whole part in [`Index::text`].
    pub span: Span,
    /// Its title, where it has one.
    pub title: Option<BlockId>,
    /// Its provisions: first, and one past the last.
    pub provisions: (ProvisionId, ProvisionId),
    /// How many provisions stand at its top.
    pub children: u32,
}

/// Positions of one draft, built once and then only read.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Index {
    text: String,
    blocks: Vec<BlockEntry>,
    provisions: Vec<ProvisionEntry>,
    parts: Vec<PartEntry>,
    sentences: Vec<Span>,
    /// The provisions, and what each is sorted by, beside them: part, the beginning of its number.
    /// Invariant: sorted by part, number, and place in the draft.
    by_number: Vec<ProvisionId>,
    numbers: Vec<(u32, u64)>,
    folded: FoldedOnce,
}

impl Index {
    /// Lays out `draft`, counting sentences by `rules`.
    pub fn new(draft: &Draft, rules: &SentenceRules) -> Self {
        let mut index = Self::default();
        for (number, part) in draft.parts.iter().enumerate() {
            index.part(number as u32, part, rules);
        }
        index.by_number = (0..index.provisions.len() as u32).map(ProvisionId).collect();
        let provisions = &index.provisions;
        index.by_number.sort_by_key(|id| {
            provisions.get(id.0 as usize).map(|entry| (entry.part, entry.number.as_str(), *id))
        });
        let sorted = index.by_number.iter().filter_map(|id| index.provision_at(*id));
        index.numbers = sorted.map(|entry| (entry.part, beginning(&entry.number))).collect();
        index
    }

    fn part(&mut self, part: u32, content: &Part, rules: &SentenceRules) {
        let (start, first) = (self.text.len(), self.provisions.len());
        let title = content.title.as_ref().map(|block| {
            self.block(BlockRole::Title, part, None, Vec::new(), &block.content.text, rules)
        });
        let mut path = Vec::new();
        let children = self.children(part, None, &content.children, &mut path, rules);
        self.parts.push(PartEntry {
            span: Span::new(start, self.text.len()),
            title,
            provisions: (ProvisionId(first as u32), ProvisionId(self.provisions.len() as u32)),
            children,
        });
    }

    /// Lays out `children` of `parent` and returns how many of them are provisions.
    fn children(
        &mut self,
        part: u32,
        parent: Option<ProvisionId>,
        children: &[Child],
        path: &mut Vec<u32>,
        rules: &SentenceRules,
    ) -> u32 {
        let mut position = 0;
        for (at, child) in children.iter().enumerate() {
            path.push(at as u32);
            match child {
                Child::Block(Block { content, .. }) => {
                    let opening = parent.filter(|_| at == 0);
                    let role = match (opening, parent) {
                        (Some(_), _) => BlockRole::Opening,
                        (None, Some(_)) => BlockRole::Closing,
                        (None, None) => BlockRole::Loose,
                    };
                    let block = self.block(role, part, parent, path.clone(), &content.text, rules);
                    if let Some(entry) =
                        parent.and_then(|id| self.provisions.get_mut(id.0 as usize))
                    {
                        match role {
                            BlockRole::Opening => entry.opening = block,
                            _ if position > 0 => entry.closing = Some(block),
                            _ => {}
                        }
                    }
                }
                Child::Opaque(opaque) => {
                    let text = opaque.text.replace('\n', " ");
                    self.block(BlockRole::Opaque, part, parent, path.clone(), &text, rules);
                }
                Child::Provision(provision) => {
                    self.provision(part, parent, position, provision, path, rules);
                    position += 1;
                    if let Some(entry) =
                        parent.and_then(|id| self.provisions.get_mut(id.0 as usize))
                    {
                        entry.closing = None;
                    }
                }
            }
            path.pop();
        }
        position
    }

    fn provision(
        &mut self,
        part: u32,
        parent: Option<ProvisionId>,
        position: u32,
        provision: &Provision,
        path: &mut Vec<u32>,
        rules: &SentenceRules,
    ) {
        let id = ProvisionId(self.provisions.len() as u32);
        let start = self.text.len();
        let depth =
            parent.and_then(|id| self.provision_at(id)).map_or(0, |parent| parent.depth + 1);
        self.provisions.push(ProvisionEntry {
            part,
            parent,
            number: provision.number.clone(),
            span: Span::at(start),
            next: id,
            position,
            children: 0,
            depth,
            opening: BlockId(self.blocks.len() as u32),
            closing: None,
            path: path.clone(),
        });
        if provision.opening().is_none() {
            self.block(BlockRole::Opening, part, Some(id), path.clone(), "", rules);
        }
        let children = self.children(part, Some(id), &provision.children, path, rules);
        let next = ProvisionId(self.provisions.len() as u32);
        let span = Span::new(start, self.text.len());
        let entry = &mut self.provisions[id.0 as usize];
        (entry.children, entry.next, entry.span) = (children, next, span);
    }

    fn block(
        &mut self,
        role: BlockRole,
        part: u32,
        provision: Option<ProvisionId>,
        path: Vec<u32>,
        text: &str,
        rules: &SentenceRules,
    ) -> BlockId {
        let id = BlockId(self.blocks.len() as u32);
        let start = self.text.len();
        let first = self.sentences.len() as u32;
        if role != BlockRole::Opaque {
            sentences_into(text, start, rules, &mut self.sentences);
        }
        self.text.push_str(text);
        let span = Span::new(start, self.text.len());
        self.text.push('\n');
        let sentences = (first, self.sentences.len() as u32);
        self.blocks.push(BlockEntry { span, role, part, provision, sentences, path });
        id
    }

    /// The laid-out text: every block in document order, each followed by a line feed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The folded copy of the text, made when it is first asked for.
    pub(crate) fn folded(&self) -> &Folded {
        self.folded.of(&self.text)
    }

    /// All blocks in document order.
    pub fn blocks(&self) -> &[BlockEntry] {
        &self.blocks
    }

    /// All provisions, depth first.
    pub fn provisions(&self) -> &[ProvisionEntry] {
        &self.provisions
    }

    /// The parts.
    pub fn parts(&self) -> &[PartEntry] {
        &self.parts
    }

    /// All sentences of the draft, in order, as spans of [`Index::text`].
    pub fn sentences(&self) -> &[Span] {
        &self.sentences
    }

    /// A block by its number.
    pub fn block_at(&self, id: BlockId) -> Option<&BlockEntry> {
        self.blocks.get(id.0 as usize)
    }

    /// A provision by its number in depth-first order.
    pub fn provision_at(&self, id: ProvisionId) -> Option<&ProvisionEntry> {
        self.provisions.get(id.0 as usize)
    }

    /// The provisions of `part` that carry this number. More than one: the draft numbers twice.
    pub fn numbered(&self, part: u32, number: &str) -> &[ProvisionId] {
        let key = (part, beginning(number));
        let from = self.numbers.partition_point(|known| *known < key);
        let same = self.numbers[from..].iter().take_while(|known| **known == key).count();
        let alike = self.by_number.get(from..from + same).unwrap_or(&[]);
        if number.len() <= BEGINNING {
            return alike;
        }
        let of = |id: &ProvisionId| self.provision_at(*id).map(|entry| entry.number.as_str());
        let from = alike.partition_point(|id| of(id) < Some(number));
        let to = alike.partition_point(|id| of(id) <= Some(number));
        &alike[from..to]
    }

    /// The sentences of a block.
    pub fn sentences_of(&self, block: BlockId) -> &[Span] {
        self.block_at(block)
            .and_then(|entry| {
                self.sentences.get(entry.sentences.0 as usize..entry.sentences.1 as usize)
            })
            .unwrap_or(&[])
    }

    /// The block that holds the offset: `start <= at <= end` of its text.
    pub fn block_of(&self, at: u32) -> Option<BlockId> {
        let after = self.blocks.partition_point(|block| block.span.start <= at);
        let id = after.checked_sub(1)?;
        (at <= self.blocks[id].span.end).then_some(BlockId(id as u32))
    }
}

/// Bytes of a number that [`beginning`] keeps; few numbers are longer.
const BEGINNING: usize = 7;

/// The first bytes of a number, and behind them its length as far as it matters, as an integer that
/// sorts as the number does. Two numbers that are not longer than that have two integers.
fn beginning(number: &str) -> u64 {
    let mut eight = [0; BEGINNING + 1];
    let len = number.len().min(BEGINNING);
    eight[..len].copy_from_slice(&number.as_bytes()[..len]);
    eight[BEGINNING] = number.len().min(BEGINNING + 1) as u8;
    u64::from_be_bytes(eight)
}

#[cfg(test)]
mod tests {
    use super::beginning;

    #[test]
    fn beginnings_sort_as_numbers_do() {
        let numbers =
            ["", "1", "1.1", "1.10", "1.10.10", "1.10.10.1", "1.10.2", "1\u{0}", "10", "9"];
        for a in numbers {
            for b in numbers {
                let same = beginning(a).cmp(&beginning(b));
                assert!(same == a.cmp(b) || (same.is_eq() && a.len().min(b.len()) > 7), "{a} {b}");
            }
        }
    }
}
