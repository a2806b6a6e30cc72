//! Identifiers by the naming convention: `cmp_A__para_9__subpara_9.2`.

use std::collections::{BTreeMap, BTreeSet};
use text::{Child, Draft, Part, Provision};

/// Where everything that can be pointed to stands.
pub(crate) struct Ids {
    /// The component of each part.
    pub parts: Vec<String>,
    /// The component of each amendment, by position in the dossier.
    pub amendments: Vec<String>,
    /// Each provision, by [`text::ProvisionId`].
    pub provisions: Vec<String>,
    /// The text of each block, by [`text::BlockId`].
    pub blocks: Vec<String>,
    given: BTreeSet<String>,
    counts: BTreeMap<String, u32>,
}

impl Ids {
    pub(crate) fn new(draft: &Draft) -> Self {
        Self::of(draft, false)
    }

    /// The same of a draft whose one part is the document itself and no component.
    pub(crate) fn alone(draft: &Draft) -> Self {
        Self::of(draft, true)
    }

    fn of(draft: &Draft, alone: bool) -> Self {
        let mut ids = Self {
            parts: Vec::new(),
            amendments: Vec::new(),
            provisions: Vec::new(),
            blocks: Vec::new(),
            given: BTreeSet::new(),
            counts: BTreeMap::new(),
        };
        for part in &draft.parts {
            ids.part(part, alone);
        }
        ids
    }

    /// The component of a further amendment.
    pub(crate) fn amendment(&mut self, cited: &str) -> String {
        let id = unique(&mut self.given, &format!("cmp_{}", number(cited)));
        self.amendments.push(id.clone());
        id
    }

    /// Walks as [`text::Index`] does, so that its numbers hold.
    fn part(&mut self, part: &Part, alone: bool) {
        let named = if part.letter.is_empty() { "1" } else { &part.letter };
        let id = match alone {
            true => String::new(),
            false => unique(&mut self.given, &format!("cmp_{}", number(named))),
        };
        if part.title.is_some() {
            self.blocks.push(below(&id, "docTitle"));
        }
        self.children(&part.children, &id, 0);
        self.parts.push(id);
    }

    fn children(&mut self, children: &[Child], above: &str, depth: usize) {
        for child in children {
            match child {
                Child::Block(_) | Child::Opaque(_) => {
                    let count = self.counts.entry(above.to_owned()).or_default();
                    *count += 1;
                    let id = below(above, &format!("p_{count}"));
                    self.blocks.push(id);
                }
                Child::Provision(provision) => self.provision(provision, above, depth),
            }
        }
    }

    fn provision(&mut self, provision: &Provision, above: &str, depth: usize) {
        let kind = if depth == 0 { "para" } else { "subpara" };
        let wanted = below(above, &format!("{kind}_{}", number(&provision.number)));
        let id = unique(&mut self.given, &wanted);
        self.provisions.push(id.clone());
        if provision.opening().is_none() {
            self.blocks.push(id.clone());
        }
        self.children(&provision.children, &id, depth + 1);
    }
}

/// A step behind the identifier of what stands above it, if anything does.
pub(crate) fn below(above: &str, step: &str) -> String {
    if above.is_empty() { step.to_owned() } else { format!("{above}__{step}") }
}

/// `wanted`, or with a number behind it where that is taken.
pub(crate) fn unique(given: &mut BTreeSet<String>, wanted: &str) -> String {
    let mut id = wanted.to_owned();
    let mut count = 2;
    while !given.insert(id.clone()) {
        id = format!("{wanted}-{count}");
        count += 1;
    }
    id
}

/// A number as it stands in an identifier: without white space, `/` and what separates steps there.
pub(crate) fn number(printed: &str) -> String {
    let fit = |c: char| if c.is_alphanumeric() || c == '.' { c } else { '-' };
    printed.trim_end_matches('.').chars().map(fit).collect()
}
