//! The head of a document: what it is, its number and title, and whatever else is printed there.

use super::node::{Element, all_inner, child, elements, inner, is_space, line, name, words_of};
use super::{Error, Reading};
use std::collections::BTreeSet;
use text::{Fragment, TextKind};

/// What stands at the head of a document.
#[derive(Default)]
pub(super) struct Head {
    /// What it is called: "Draft resolution".
    pub heading: Option<String>,
    pub letter: Option<String>,
    /// The title of this text.
    pub title: Option<Fragment>,
    /// Of the paper as a whole.
    pub paper: Paper,
}

/// What is printed of the whole paper.
#[derive(Default)]
pub(super) struct Paper {
    pub reference: Option<String>,
    pub title: Option<String>,
    pub date: Option<String>,
    pub edition: Option<String>,
}

/// What of a document a head belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Of {
    /// A paper of one text.
    Alone,
    /// A paper of several documents.
    Collection,
    /// One of several.
    Component,
}

/// The elements of which something came into the dossier.
#[derive(Default)]
pub(super) struct Used(BTreeSet<usize>);

impl Used {
    pub(super) fn insert(&mut self, node: Element<'_, '_>) {
        self.0.insert(node.id().get_usize());
    }

    /// Notes all elements of that name in a node.
    pub(super) fn insert_all(&mut self, node: Element<'_, '_>, element: &str) {
        all_inner(node, element).for_each(|found| self.insert(found));
    }

    fn contains(&self, node: Element<'_, '_>) -> bool {
        self.0.contains(&node.id().get_usize())
    }
}

impl Reading<'_> {
    /// Reads the head; words in it that have no place are found left out.
    pub(super) fn head(&mut self, document: Element<'_, '_>, of: Of) -> Result<Head, Error> {
        let mut used = Used::default();
        let head = match child(document, "preface") {
            None => Head::default(),
            Some(preface) if self.ours => self.our_head(preface, of, &mut used)?,
            Some(preface) => self.other_head(preface, of, &mut used)?,
        };
        for part in elements(document) {
            if matches!(name(part), Some("coverPage" | "preface")) {
                self.rest(part, &used);
            }
        }
        Ok(head)
    }

    /// The head as we write it: each line says what it is.
    fn our_head(
        &mut self,
        preface: Element<'_, '_>,
        of: Of,
        used: &mut Used,
    ) -> Result<Head, Error> {
        let mut printed = |class: &str, element: &str| {
            let found = inner(line(preface, class)?, element)?;
            used.insert(found);
            Some(found)
        };
        let words = |found: Option<Element<'_, '_>>| found.map(super::node::text_of);
        let heading = words(printed("kind", "docType"));
        let letter = words(printed("letter", "docNumber"));
        // What an adopted text is published under is known from its log, and not part of a draft.
        printed("number", "docNumber");
        printed("origin", "inline");
        let named = if of == Of::Alone { "dossier" } else { "title" };
        let mut paper = Paper::default();
        if of != Of::Component {
            paper.reference = words(printed("reference", "docNumber"));
            paper.title = words(printed(named, "docTitle"));
            paper.date = words(printed("date", "docDate"));
            paper.edition = words(printed("edition", "docStage"));
        }
        let title = match of {
            Of::Collection => None,
            Of::Alone | Of::Component => printed("title", "docTitle"),
        };
        let title = title.map(|title| self.fragment(title)).transpose()?;
        Ok(Head { heading, letter, title, paper })
    }

    /// The head of a document by other hands, whose elements say what they are.
    fn other_head(
        &mut self,
        preface: Element<'_, '_>,
        of: Of,
        used: &mut Used,
    ) -> Result<Head, Error> {
        let mut first = |names: &[&str]| {
            let found = names.iter().find_map(|name| inner(preface, name))?;
            used.insert(found);
            Some(found)
        };
        let mut head = Head::default();
        let title = first(&["docTitle", "shortTitle", "longTitle"]);
        if of != Of::Collection {
            head.heading = first(&["docType"]).map(words_of);
        }
        if of != Of::Component {
            head.paper.reference = first(&["docNumber"]).map(words_of);
            head.paper.date = first(&["docDate"]).map(words_of);
            head.paper.edition = first(&["docStage"]).map(words_of);
        }
        if let Some(title) = title {
            let read = match name(title) {
                Some("longTitle") => Fragment::plain(words_of(title)),
                _ => self.fragment(title)?,
            };
            if of != Of::Component {
                head.paper.title = Some(read.text.clone());
            }
            head.title = Some(read).filter(|_| of != Of::Collection);
        }
        Ok(head)
    }

    /// Finds left out what is printed in `node`, line by line, and was not used. A word that only
    /// says what was used ("Tabled by") is no loss.
    pub(super) fn rest(&mut self, node: Element<'_, '_>, used: &Used) {
        for part in elements(node) {
            let mut left = String::new();
            unused(part, used, &mut left);
            if self.says_something(&left) {
                self.notes.words_left_out(part, &left);
            }
        }
    }

    /// Whether there is more in the words than labels of this language and signs.
    fn says_something(&self, words: &str) -> bool {
        let labels = &self.language.labels;
        let mut left = words.to_lowercase();
        let ours = [labels.sub_amendment, labels.to_amendment, labels.amendment, labels.tabled_by];
        let mut known: Vec<&str> = ours.into_iter().flatten().copied().collect();
        known.extend(labels.compendium);
        known.sort_by_key(|label| std::cmp::Reverse(label.len()));
        for label in known {
            left = left.replace(&label.to_lowercase(), " ");
        }
        let and = labels.and.to_lowercase();
        let mut rest = left.split(is_space).filter(|word| *word != and);
        rest.any(|word| word.chars().any(char::is_alphanumeric))
    }

    /// What kind of text a document is a draft of, by its name or by what is printed above it.
    pub(super) fn kind(&self, document: Element<'_, '_>, heading: &str) -> TextKind {
        match document.attribute("name").unwrap_or_default() {
            "draftResolution" | "resolution" => TextKind::Resolution,
            "draftRecommendation" | "recommendation" => TextKind::Recommendation,
            "draftOpinion" | "opinion" => TextKind::Opinion,
            _ if self.ours => TextKind::Other,
            _ => {
                let heading = heading.to_lowercase();
                let mut known = self.language.labels.parts.iter();
                let found = known.find(|(_, label)| label.to_lowercase() == heading);
                found.map_or(TextKind::Other, |(kind, _)| *kind)
            }
        }
    }
}

/// The text of `node` without that of the elements used.
fn unused(node: Element<'_, '_>, used: &Used, left: &mut String) {
    if used.contains(node) {
        return left.push(' ');
    }
    if node.is_text() {
        return left.push_str(node.text().unwrap_or_default());
    }
    node.children().for_each(|piece| unused(piece, used, left));
    if !super::inline::INLINE.contains(&node.tag_name().name()) {
        left.push(' ');
    }
}
