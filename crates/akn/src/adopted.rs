//! The adopted text: a `statement` of its kind, with its changes or without.
//!
//! Identifiers are those of the new numbers; what was renumbered keeps the one it had in the draft
//! as `wId`. `passiveModifications` say which amendment changed what; words that came and went stand
//! in `ins` and `del` where changes are asked for.

use crate::ids::{below, number, unique};
use crate::meta::{self, Work};
use crate::statement::{self, fragment, kind_of_adopted};
use crate::xml::Xml;
use engine::State;
use engine::adopt::AdoptedText;
use engine::papers::Origin;
use merge::{Author, Change, TrackedBlock, TrackedChild, TrackedPart, TrackedProvision, Whole};
use source::Span;
use std::collections::{BTreeMap, BTreeSet};
use text::{Fragment, Lang};

/// Writes the parts of the text: one as the document itself, several as its components.
pub(crate) fn write(
    xml: &mut Xml,
    state: &State,
    text: &AdoptedText,
    origins: &[Origin],
    changes: bool,
    work: &Work<'_>,
) {
    let amendments = amendments(state, text.lang, work);
    match text.consolidated.tracked.as_slice() {
        [only] => {
            let mut writing = Writing::new(changes, work, &amendments, "");
            writing.statement(xml, only, origins.first(), "main");
        }
        parts => {
            xml.within("documentCollection", &[("name", "adoptedTexts")], |xml| {
                xml.within("meta", &[], |xml| {
                    work.identification(xml, "main", "");
                    work.references(xml, &[]);
                });
                if work.is_headed() {
                    xml.within("preface", &[], |xml| work.printed(xml, "title"));
                }
                xml.within("collectionBody", &[], |xml| {
                    let mut given = BTreeSet::new();
                    for (at, part) in parts.iter().enumerate() {
                        let letter = if part.letter.is_empty() { "1" } else { &part.letter };
                        let id = unique(&mut given, &format!("cmp_{}", number(letter)));
                        xml.within("component", &[("eId", &id)], |xml| {
                            let mut writing = Writing::new(changes, work, &amendments, &id);
                            writing.statement(xml, part, origins.get(at), &id);
                        });
                    }
                });
            });
        }
    }
}

/// Under which number the text is published, and where it comes from.
fn published(xml: &mut Xml, origin: Option<&Origin>) {
    let Some(origin) = origin else { return };
    if let Some(name) = &origin.name {
        xml.line("p", &[("class", "number")], |xml| {
            xml.inline("docNumber", &[], |xml| xml.text(name));
        });
    }
    if let Some(note) = &origin.note {
        xml.line("p", &[("class", "origin")], |xml| {
            xml.inline("inline", &[("name", "origin")], |xml| xml.text(note));
        });
    }
}

/// The addresses of the amendments in the compendium, by number.
fn amendments(state: &State, lang: Lang, work: &Work<'_>) -> BTreeMap<String, String> {
    let mut addresses = BTreeMap::new();
    let Some(version) = state.dossier.version(lang) else { return addresses };
    let mut ids = crate::ids::Ids::new(&version.draft);
    for amendment in &state.dossier.amendments {
        let id = ids.amendment(&amendment.cited());
        if amendment.parent.is_none() {
            addresses.entry(amendment.number.clone()).or_insert_with(|| work.address(&id));
        }
    }
    addresses
}

/// One change: what it did, where, and who did it.
type Modification = (&'static str, String, Author);

struct Writing<'a> {
    changes: bool,
    work: &'a Work<'a>,
    amendments: &'a BTreeMap<String, String>,
    /// What identifiers begin with: that of the component, or nothing.
    root: &'a str,
    given: BTreeSet<String>,
    modifications: Vec<Modification>,
}

/// The unit that blocks stand in: its identifier now and in the draft, and how many it has.
struct Above {
    now: String,
    then: String,
    blocks: u32,
}

impl<'a> Writing<'a> {
    fn new(
        changes: bool,
        work: &'a Work<'a>,
        amendments: &'a BTreeMap<String, String>,
        root: &'a str,
    ) -> Self {
        let (given, modifications) = (BTreeSet::new(), Vec::new());
        Self { changes, work, amendments, root, given, modifications }
    }

    fn statement(
        &mut self,
        xml: &mut Xml,
        part: &TrackedPart,
        origin: Option<&Origin>,
        component: &str,
    ) {
        xml.open("statement", &[("name", kind_of_adopted(part.kind))]);
        // What the metadata lists is known when the text is written.
        let mut text = xml.beside();
        text.within("preface", &[], |xml| {
            self.head(xml, part);
            published(xml, origin);
            if self.root.is_empty() {
                self.work.printed(xml, "dossier");
            }
        });
        text.within("mainBody", &[], |xml| self.body(xml, part));
        xml.within("meta", &[], |xml| {
            self.work.identification(xml, component, &part.letter);
            self.analysis(xml);
            let sources = self.sources();
            if self.root.is_empty() {
                self.work.references(xml, &sources);
            } else if !sources.is_empty() {
                meta::documents(xml, &sources);
            }
        });
        xml.append(text);
        xml.close();
    }

    /// The amendments that changed this text.
    fn sources(&self) -> Vec<meta::Reference> {
        let mut sources = BTreeMap::new();
        for (_, _, author) in &self.modifications {
            let (id, shown) = (self.author(author), shown(author));
            let address = match author {
                Author::Amendment(cited) => {
                    let known = self.amendments.get(cited).cloned();
                    known.unwrap_or_else(|| self.work.address(&format!("cmp_{}", number(cited))))
                }
                Author::Editorial(_) => "/akn/ontology/concept/editorial".to_owned(),
            };
            sources.insert(id, (address, shown));
        }
        sources.into_iter().map(|(id, (address, shown))| (id, address, shown)).collect()
    }

    fn author(&self, author: &Author) -> String {
        let step = match author {
            Author::Amendment(cited) => format!("ref_{}", number(cited)),
            Author::Editorial(_) => "ref_editorial".to_owned(),
        };
        if self.root.is_empty() { step } else { format!("{}__{step}", self.root) }
    }

    fn analysis(&self, xml: &mut Xml) {
        if self.modifications.is_empty() {
            return;
        }
        let mut listed = BTreeSet::new();
        xml.within("analysis", &[("source", "#hemicycle")], |xml| {
            xml.within("passiveModifications", &[], |xml| {
                for (kind, id, author) in &self.modifications {
                    if !listed.insert((*kind, id, self.author(author))) {
                        continue;
                    }
                    xml.within("textualMod", &[("type", kind)], |xml| {
                        let source = format!("#{}", self.author(author));
                        let because = because(author);
                        let mut attributes = vec![("href", source.as_str())];
                        if let Some(because) = &because {
                            attributes.push(("hc:because", because));
                        }
                        xml.empty("source", &attributes);
                        xml.empty("destination", &[("href", &format!("#{id}"))]);
                    });
                }
            });
        });
    }

    fn head(&mut self, xml: &mut Xml, part: &TrackedPart) {
        statement::head(xml, &part.heading, &part.letter);
        if let Some(title) = &part.title {
            let id = below(self.root, "docTitle");
            let id = unique(&mut self.given, &id);
            xml.line("p", &[("class", "title")], |xml| {
                xml.inline("docTitle", &[("eId", &id)], |xml| {
                    self.stretches(xml, title, &id, None)
                });
            });
        }
    }

    fn body(&mut self, xml: &mut Xml, part: &TrackedPart) {
        let mut above = Above { now: self.root.to_owned(), then: self.root.to_owned(), blocks: 0 };
        let mut any = false;
        let changes = self.changes;
        for child in part.children.iter().filter(|child| stands(child, changes)) {
            any = true;
            match child {
                TrackedChild::Provision(provision) => {
                    self.provision(xml, provision, &above, 0, None)
                }
                TrackedChild::Block(_) | TrackedChild::Opaque(..) => {
                    self.block(xml, child, &mut above, None);
                }
            }
        }
        if !any {
            xml.empty("p", &[]);
        }
    }

    fn provision(
        &mut self,
        xml: &mut Xml,
        provision: &TrackedProvision,
        above: &Above,
        depth: usize,
        outer: Option<&Whole>,
    ) {
        let whole = provision.whole.as_ref().or(outer);
        let side = |new: bool| -> String {
            let has = |change: &&Change| match change {
                Change::Kept(_) => true,
                Change::Inserted(..) => new,
                Change::Deleted(..) => !new,
            };
            provision.number.iter().filter(has).map(Change::text).collect()
        };
        let (new, old) = match whole {
            Some(Whole::Inserted(_)) => (side(true), String::new()),
            Some(Whole::Deleted(_)) => (String::new(), side(false)),
            None => (side(true), side(false)),
        };
        let kind = if depth == 0 { "para" } else { "subpara" };
        let step = |printed: &str| format!("{kind}_{}", number(printed));
        let now = below(&above.now, &step(if new.is_empty() { &old } else { &new }));
        let now = unique(&mut self.given, &now);
        let then = below(&above.then, &step(if old.is_empty() { &new } else { &old }));
        let mut attributes = vec![("eId", now.as_str())];
        if now != then && !old.is_empty() {
            attributes.push(("wId", &then));
        }
        if matches!(whole, Some(Whole::Deleted(_))) {
            attributes.push(("status", "removed"));
        }
        match &provision.whole {
            Some(Whole::Inserted(author)) => {
                self.modifications.push(("insertion", now.clone(), author.clone()));
            }
            Some(Whole::Deleted(author)) if self.changes => {
                self.modifications.push(("repeal", now.clone(), author.clone()));
            }
            _ => {}
        }
        let renumbered = provision.number.iter().find_map(|change| match change {
            Change::Inserted(_, author) if whole.is_none() => Some(author.clone()),
            _ => None,
        });
        if let Some(author) = renumbered {
            self.modifications.push(("renumbering", now.clone(), author));
        }
        let element = if depth == 0 { "paragraph" } else { "subparagraph" };
        xml.open(element, &attributes);
        xml.line("num", &[], |xml| self.number(xml, &provision.number, whole));
        let mut here = Above { now: now.clone(), then: then.clone(), blocks: 0 };
        self.children(xml, &provision.children, &mut here, depth, whole);
        xml.close();
    }

    /// The number with its full stop: one for the old and one for the new number where nothing of
    /// the old one stays, so that each reads as a number.
    fn number(&self, xml: &mut Xml, number: &[Change], whole: Option<&Whole>) {
        let replaced = number.iter().all(|change| !matches!(change, Change::Kept(_)));
        let standing = number.iter().filter(|change| !matches!(change, Change::Deleted(..)));
        let printed: String = standing.map(Change::text).collect();
        let stop = text::with_stop(&printed).split_off(printed.len());
        for (at, change) in number.iter().enumerate() {
            let text = match replaced && whole.is_none() {
                true => text::with_stop(change.text()),
                false if at + 1 == number.len() => format!("{}{stop}", change.text()),
                false => change.text().to_owned(),
            };
            let inside = |xml: &mut Xml| xml.text(&text);
            match (change, whole) {
                (Change::Deleted(_, author), None) | (_, Some(Whole::Deleted(author))) => {
                    self.deleted(xml, author, inside);
                }
                (Change::Inserted(_, author), None) | (_, Some(Whole::Inserted(author))) => {
                    self.inserted(xml, author, inside);
                }
                (Change::Kept(_), None) => inside(xml),
            }
        }
    }

    fn came_or_went(&self, xml: &mut Xml, whole: &Whole, text: &str) {
        match whole {
            Whole::Inserted(author) => self.inserted(xml, author, |xml| xml.text(text)),
            Whole::Deleted(author) => self.deleted(xml, author, |xml| xml.text(text)),
        }
    }

    fn children(
        &mut self,
        xml: &mut Xml,
        children: &[TrackedChild],
        here: &mut Above,
        depth: usize,
        whole: Option<&Whole>,
    ) {
        let children: Vec<&TrackedChild> =
            children.iter().filter(|child| stands(child, self.changes)).collect();
        let is_provision = |child: &&TrackedChild| matches!(child, TrackedChild::Provision(_));
        let Some(first) = children.iter().position(is_provision) else {
            xml.open("content", &[]);
            if children.is_empty() {
                xml.empty("p", &[]);
            }
            children.iter().for_each(|child| self.block(xml, child, here, whole));
            return xml.close();
        };
        let last = children.iter().rposition(is_provision).unwrap_or(first);
        self.blocks(xml, "intro", &children[..first], here, whole);
        for child in &children[first..=last] {
            match child {
                TrackedChild::Provision(provision) => {
                    self.provision(xml, provision, here, depth + 1, whole);
                }
                TrackedChild::Block(_) | TrackedChild::Opaque(..) => {
                    xml.open("hcontainer", &[("name", "text")]);
                    self.blocks(xml, "content", &[child], here, whole);
                    xml.close();
                }
            }
        }
        self.blocks(xml, "wrapUp", &children[last + 1..], here, whole);
    }

    fn blocks(
        &mut self,
        xml: &mut Xml,
        name: &'static str,
        children: &[&TrackedChild],
        here: &mut Above,
        whole: Option<&Whole>,
    ) {
        if children.is_empty() {
            return;
        }
        xml.open(name, &[]);
        children.iter().for_each(|child| self.block(xml, child, here, whole));
        xml.close();
    }

    fn block(
        &mut self,
        xml: &mut Xml,
        child: &TrackedChild,
        above: &mut Above,
        outer: Option<&Whole>,
    ) {
        above.blocks += 1;
        let id = below(&above.now, &format!("p_{}", above.blocks));
        let id = unique(&mut self.given, &id);
        match child {
            TrackedChild::Block(block) => {
                xml.line("p", &[("eId", &id)], |xml| self.stretches(xml, block, &id, outer));
            }
            TrackedChild::Opaque(text, whole) => {
                let whole = whole.as_ref().or(outer);
                xml.line("p", &[("eId", &id), ("class", "opaque")], |xml| match whole {
                    Some(whole) => self.came_or_went(xml, whole, text),
                    None => xml.text(text),
                });
            }
            TrackedChild::Provision(_) => {}
        }
    }

    /// The stretches of a block; each with the marks of the text it is read in.
    fn stretches(&mut self, xml: &mut Xml, block: &TrackedBlock, id: &str, outer: Option<&Whole>) {
        let side = |new: bool| {
            let text = block.changes.iter().filter(|change| match change {
                Change::Kept(_) => true,
                Change::Inserted(..) => new,
                Change::Deleted(..) => !new,
            });
            let marks = if new { &block.new_marks } else { &block.old_marks };
            Fragment { text: text.map(Change::text).collect(), marks: marks.clone() }
        };
        let (old, new) = (side(false), side(true));
        let (mut old_at, mut new_at) = (0, 0);
        let whole = block.whole.as_ref().or(outer);
        for change in &block.changes {
            let len = change.text().len();
            let (old_span, new_span) =
                (Span::new(old_at, old_at + len), Span::new(new_at, new_at + len));
            match change {
                Change::Kept(_) => {
                    (old_at, new_at) = (old_at + len, new_at + len);
                    let piece = new.slice(new_span);
                    match whole {
                        Some(Whole::Inserted(author)) => {
                            self.inserted(xml, author, |xml| fragment(xml, &piece));
                        }
                        Some(Whole::Deleted(author)) => {
                            self.deleted(xml, author, |xml| fragment(xml, &piece));
                        }
                        None => fragment(xml, &piece),
                    }
                }
                Change::Inserted(_, author) => {
                    new_at += len;
                    self.inserted(xml, author, |xml| fragment(xml, &new.slice(new_span)));
                }
                Change::Deleted(_, author) => {
                    old_at += len;
                    self.deleted(xml, author, |xml| fragment(xml, &old.slice(old_span)));
                }
            }
        }
        if outer.is_none() {
            self.changed(block, id);
        }
    }

    /// Notes who changed a block, and how.
    fn changed(&mut self, block: &TrackedBlock, id: &str) {
        let mut done: BTreeMap<String, (bool, bool, &Author)> = BTreeMap::new();
        for change in &block.changes {
            let (author, came) = match change {
                Change::Inserted(_, author) => (author, true),
                Change::Deleted(_, author) => (author, false),
                Change::Kept(_) => continue,
            };
            let entry = done.entry(self.author(author)).or_insert((false, false, author));
            if came { entry.0 = true } else { entry.1 = true }
        }
        for (came, went, author) in done.into_values() {
            let kind = match (came, went) {
                (true, true) => "substitution",
                (true, false) => "insertion",
                _ => "repeal",
            };
            self.modifications.push((kind, id.to_owned(), author.clone()));
        }
    }

    fn inserted(&self, xml: &mut Xml, author: &Author, inside: impl FnOnce(&mut Xml)) {
        if !self.changes {
            return inside(xml);
        }
        xml.inline("ins", &[("refersTo", &format!("#{}", self.author(author)))], inside);
    }

    fn deleted(&self, xml: &mut Xml, author: &Author, inside: impl FnOnce(&mut Xml)) {
        if self.changes {
            xml.inline("del", &[("refersTo", &format!("#{}", self.author(author)))], inside);
        }
    }
}

/// Whether the child is in the text that is written.
fn stands(child: &TrackedChild, changes: bool) -> bool {
    let whole = match child {
        TrackedChild::Provision(provision) => &provision.whole,
        TrackedChild::Block(block) => &block.whole,
        TrackedChild::Opaque(_, whole) => whole,
    };
    changes || !matches!(whole, Some(Whole::Deleted(_)))
}

fn shown(author: &Author) -> String {
    match author {
        Author::Amendment(number) => number.clone(),
        Author::Editorial(_) => "editorial".to_owned(),
    }
}

/// The amendments that an editorial change follows from.
fn because(author: &Author) -> Option<String> {
    match author {
        Author::Amendment(_) => None,
        Author::Editorial(causes) => Some(causes.join(", ")).filter(|causes| !causes.is_empty()),
    }
}
