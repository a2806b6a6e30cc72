//! An amendment as an `amendment`: heading, wording, note, and what it does to the draft.

use crate::ids::Ids;
use crate::meta::Work;
use crate::statement::fragment;
use crate::xml::Xml;
use engine::{Amendment, AmendmentText, State, Version};
use instruction::style::Labels;
use instruction::{
    Instruction, Locator, NotExecutable, Operation, Place, Quote, Sentences, Side, Target, WordsAt,
};
use source::Span;
use text::{BlockId, Fragment, ProvisionId};

/// Above this many amendments what falls is counted and not listed: the lists grow with the square.
const LISTED: usize = 1_000;

/// Writes all amendments that have a text in the language of `version`, in the dossier's order.
pub(crate) fn write_all(
    xml: &mut Xml,
    state: &State,
    version: &Version,
    ids: &Ids,
    work: &Work<'_>,
) {
    let Some(language) = version.language() else { return };
    let headings = Headings::new(&language.labels);
    for (at, amendment) in state.dossier.amendments.iter().enumerate() {
        let Some(text) = amendment.texts.iter().position(|text| text.lang == version.lang) else {
            continue;
        };
        let writing = Writing {
            state,
            version,
            ids,
            work,
            at,
            amendment,
            text: &amendment.texts[text],
            worked: state.worked.get(at).and_then(|texts| texts.get(text)),
            id: &ids.amendments[at],
            heading: headings.of(amendment),
        };
        writing.component(xml);
    }
}

/// How amendments are headed in a language.
struct Headings {
    amendment: String,
    sub_amendment: String,
}

impl Headings {
    fn new(labels: &Labels) -> Self {
        let first = |words: &[&str]| words.first().map_or(String::new(), |word| (*word).to_owned());
        Self { amendment: first(labels.amendment), sub_amendment: first(labels.sub_amendment) }
    }

    fn of(&self, amendment: &Amendment) -> &str {
        if amendment.parent.is_some() { &self.sub_amendment } else { &self.amendment }
    }
}

struct Writing<'a> {
    state: &'a State,
    version: &'a Version,
    ids: &'a Ids,
    work: &'a Work<'a>,
    at: usize,
    amendment: &'a Amendment,
    text: &'a AmendmentText,
    worked: Option<&'a engine::state::Worked>,
    id: &'a str,
    heading: &'a str,
}

impl Writing<'_> {
    fn component(&self, xml: &mut Xml) {
        let quoted = self.quoted();
        let name = if self.amendment.parent.is_some() { "subAmendment" } else { "amendment" };
        xml.within("component", &[("eId", self.id)], |xml| {
            xml.within("amendment", &[("name", name)], |xml| {
                xml.within("meta", &[], |xml| {
                    self.work.identification(xml, self.id, &self.amendment.number);
                    if let Some(decisions) = &self.work.decisions {
                        decisions.amendment(xml, self.amendment, self.work);
                    }
                    self.analysis(xml, &quoted);
                });
                xml.within("amendmentBody", &[], |xml| {
                    xml.within("amendmentHeading", &[], |xml| self.heading(xml));
                    self.reference(xml);
                    xml.within("amendmentContent", &[], |xml| {
                        xml.line("p", &[], |xml| {
                            let id = self.mod_id();
                            xml.inline("mod", &[("eId", &id)], |xml| self.wording(xml, &quoted));
                        });
                    });
                    if !self.text.note.is_empty() {
                        xml.within("amendmentJustification", &[], |xml| {
                            for paragraph in &self.text.note {
                                xml.line("p", &[], |xml| fragment(xml, paragraph));
                            }
                        });
                    }
                });
            });
        });
    }

    /// The component of another amendment; none where it has no text in this language, and so none here.
    fn component_of(&self, at: usize) -> Option<&str> {
        let amendment = self.state.dossier.amendments.get(at)?;
        amendment.text(self.version.lang)?;
        self.ids.amendments.get(at).map(String::as_str)
    }

    fn mod_id(&self) -> String {
        format!("{}__mod_1", self.id)
    }

    fn heading(&self, xml: &mut Xml) {
        xml.line("p", &[("class", "number")], |xml| {
            xml.text(self.heading);
            xml.text(" ");
            xml.inline("docNumber", &[], |xml| xml.text(&self.amendment.number));
            if let Some(parent) = &self.amendment.parent {
                xml.text(" – ");
                let target = self.state.parent(self.at).and_then(|at| self.component_of(at));
                let href = target.map(|id| format!("#{id}")).unwrap_or_default();
                let attributes = [("href", href.as_str())];
                match target {
                    Some(_) => xml.inline("ref", &attributes, |xml| xml.text(parent)),
                    None => xml.inline("span", &[("class", "parent")], |xml| xml.text(parent)),
                }
            }
        });
        let tablers = &self.text.tablers;
        if !tablers.names.is_empty() {
            let class = if tablers.committee { "committee" } else { "tablers" };
            xml.line("p", &[("class", class)], |xml| {
                for (at, name) in tablers.names.iter().enumerate() {
                    if at > 0 {
                        xml.text(", ");
                    }
                    let refers = self.work.proponent(name).map(|id| format!("#{id}"));
                    let attributes = refers.as_deref().map(|id| [("refersTo", id)]);
                    let attributes = attributes.as_ref().map_or(&[][..], |one| one.as_slice());
                    xml.inline("docProponent", attributes, |xml| xml.text(name));
                }
            });
        }
        for note in &self.text.falling {
            let class = if note.fells { "fells" } else { "fallsWith" };
            xml.line("p", &[("class", class)], |xml| {
                for (at, other) in note.others.iter().enumerate() {
                    if at > 0 {
                        xml.text(", ");
                    }
                    xml.inline("docNumber", &[], |xml| xml.text(other));
                }
            });
        }
        for remark in &self.text.remarks {
            xml.line("p", &[("class", "remark")], |xml| xml.text(remark));
        }
    }

    /// The part of the draft under which the amendment stands.
    fn reference(&self, xml: &mut Xml) {
        let part = self.amendment.part.map(|part| part as usize);
        let part =
            part.and_then(|at| Some((self.version.draft.parts.get(at)?, self.ids.parts.get(at)?)));
        let Some((part, id)) = part else { return };
        xml.within("amendmentReference", &[], |xml| {
            xml.line("p", &[], |xml| {
                let href = format!("#{id}");
                xml.inline("affectedDocument", &[("href", &href)], |xml| xml.text(&part.heading));
            });
        });
    }

    /// The wording, its quotations marked.
    fn wording(&self, xml: &mut Xml, quoted: &[Span]) {
        let wording = self.text.wording.as_str();
        let piece =
            |from: usize, to: usize| Fragment::from_caret(wording.get(from..to).unwrap_or(""));
        let mut from = 0;
        for (at, span) in quoted.iter().enumerate() {
            fragment(xml, &piece(from, span.start as usize));
            let id = self.quoted_id(at);
            xml.inline("quotedText", &[("eId", &id)], |xml| {
                fragment(xml, &piece(span.start as usize, span.end as usize));
            });
            from = span.end as usize;
        }
        fragment(xml, &piece(from, wording.len()));
    }

    fn quoted_id(&self, at: usize) -> String {
        format!("{}__qtext_{}", self.mod_id(), at + 1)
    }

    /// Where quotations stand in the wording, in order, none in another.
    fn quoted(&self) -> Vec<Span> {
        let mut spans = Vec::new();
        if let Some(written) = self.worked.and_then(|worked| worked.written.as_ref()) {
            for operation in &written.operations {
                spans.extend(anchors(operation).into_iter().map(|quote| quote.span));
                let paragraphs = operation.payload().map_or(&[][..], |new| &new.paragraphs);
                spans.extend(paragraphs.iter().map(|paragraph| paragraph.span));
            }
        }
        spans.sort_unstable();
        spans.dedup();
        let wording = &self.text.wording;
        let mut apart: Vec<Span> = Vec::new();
        for span in spans {
            let follows = apart.last().is_none_or(|last| last.end <= span.start);
            if follows && !span.is_empty() && wording.get(span.range()).is_some() {
                apart.push(span);
            }
        }
        apart
    }

    /// What the amendment does, and what the standard has no place for.
    fn analysis(&self, xml: &mut Xml, quoted: &[Span]) {
        let written = self.worked.and_then(|worked| worked.written.as_ref());
        let placed = self.worked.and_then(|worked| worked.placed.as_ref());
        xml.within("analysis", &[("source", "#hemicycle")], |xml| {
            match (written, placed) {
                (Some(written), Some(placed)) => self.modifications(xml, written, placed, quoted),
                (Some(written), None) if self.state.parent(self.at).is_some() => {
                    self.of_amendment(xml, written, quoted);
                }
                _ => {}
            }
            if let Some(decisions) = &self.work.decisions {
                decisions.vote_on_amendment(xml, self.amendment, self.id);
            }
            xml.within("otherAnalysis", &[("source", "#hemicycle")], |xml| self.other(xml));
        });
    }

    fn modifications(
        &self,
        xml: &mut Xml,
        written: &Instruction<Locator>,
        placed: &Instruction<Target>,
        quoted: &[Span],
    ) {
        xml.within("activeModifications", &[], |xml| {
            for (at, operation) in placed.operations.iter().enumerate() {
                // One operation of the wording may have become several, which share its new text.
                let said = written.operations.get(at).or(written.operations.last());
                self.modification(xml, kind(operation), said, quoted, |xml| {
                    self.destination(xml, operation);
                });
            }
        });
    }

    /// A sub-amendment acts on the wording of its amendment.
    fn of_amendment(&self, xml: &mut Xml, written: &Instruction<Locator>, quoted: &[Span]) {
        let parent = self.state.parent(self.at).and_then(|at| self.component_of(at));
        let Some(parent) = parent else { return };
        let href = format!("#{parent}__mod_1");
        xml.within("activeModifications", &[], |xml| {
            for operation in &written.operations {
                self.modification(xml, kind(operation), Some(operation), quoted, |xml| {
                    xml.empty("destination", &[("href", &href), ("pos", "inside")]);
                });
            }
        });
    }

    fn modification(
        &self,
        xml: &mut Xml,
        kind: &str,
        said: Option<&Operation<Locator>>,
        quoted: &[Span],
        destination: impl FnOnce(&mut Xml),
    ) {
        let quoted_at = |span: Span| {
            let at = quoted.iter().position(|known| *known == span)?;
            Some(format!("#{}", self.quoted_id(at)))
        };
        xml.within("textualMod", &[("type", kind)], |xml| {
            xml.empty("source", &[("href", &format!("#{}", self.mod_id()))]);
            destination(xml);
            let Some(said) = said else { return };
            if !matches!(said, Operation::Insert { .. }) {
                for href in anchors(said).into_iter().filter_map(|quote| quoted_at(quote.span)) {
                    xml.empty("old", &[("href", &href)]);
                }
            }
            let paragraphs = said.payload().map_or(&[][..], |new| &new.paragraphs);
            for href in paragraphs.iter().filter_map(|paragraph| quoted_at(paragraph.span)) {
                xml.empty("new", &[("href", &href)]);
            }
        });
    }

    fn destination(&self, xml: &mut Xml, operation: &Operation<Target>) {
        let target = operation.at();
        let index = &self.version.index;
        let mut attributes: Vec<(&str, String)> = Vec::new();
        let provision = |id: ProvisionId| self.ids.provisions.get(id.0 as usize);
        let part = self.ids.parts.get(target.part as usize).cloned().unwrap_or_default();
        let link = |id: Option<&String>| format!("#{}", id.unwrap_or(&part));
        match target.place {
            Place::Provisions { first, last, .. } => {
                attributes.push(("href", link(provision(first))));
                if last != first {
                    attributes.push(("upTo", link(provision(last))));
                }
            }
            Place::Text { span } => {
                let (block, from) = self.within(span.start);
                let (end, to) = self.within(span.end);
                attributes.push(("href", link(self.ids.blocks.get(block))));
                attributes.push(("pos", "inside".to_owned()));
                if end != block {
                    attributes.push(("upTo", link(self.ids.blocks.get(end))));
                }
                attributes.push(("hc:from", from.to_string()));
                attributes.push(("hc:to", to.to_string()));
            }
            Place::Point { block, at, side } => {
                let entry = index.block_at(block);
                let pos = match entry {
                    Some(entry) if entry.span.start == at && side == Side::Next => "start",
                    Some(entry) if entry.span.end == at && side == Side::Previous => "end",
                    _ => "inside",
                };
                let (_, from) = self.within_block(block, at);
                attributes.push(("href", link(self.ids.blocks.get(block.0 as usize))));
                attributes.push(("pos", pos.to_owned()));
                attributes.push(("hc:from", from.to_string()));
                attributes.push(("hc:to", from.to_string()));
            }
            Place::Slot { parent, position, .. } => {
                let beside = target.provision.and_then(|id| Some((id, index.provision_at(id)?)));
                let (href, pos) = match beside {
                    Some((id, entry)) if entry.parent == parent => {
                        let after = position > entry.position;
                        (link(provision(id)), if after { "after" } else { "before" })
                    }
                    Some((id, _)) => {
                        (link(provision(id)), if position == 0 { "start" } else { "end" })
                    }
                    None => (format!("#{part}"), if position == 0 { "start" } else { "end" }),
                };
                attributes.extend([("href", href), ("pos", pos.to_owned())]);
            }
            Place::Closing { provision: id, .. } => {
                attributes.extend([("href", link(provision(id))), ("pos", "end".to_owned())]);
            }
        }
        if let Some((first, last)) = target.sentences {
            let named = if first == last { first.to_string() } else { format!("{first}-{last}") };
            attributes.push(("hc:sentences", named));
        }
        let attributes: Vec<(&str, &str)> =
            attributes.iter().map(|(name, value)| (*name, value.as_str())).collect();
        xml.empty("destination", &attributes);
    }

    /// The block that holds an offset of the laid-out text, and the characters before it there.
    fn within(&self, at: u32) -> (usize, usize) {
        self.within_block(self.version.index.block_of(at).unwrap_or(BlockId(0)), at)
    }

    fn within_block(&self, block: BlockId, at: u32) -> (usize, usize) {
        let index = &self.version.index;
        let start = index.block_at(block).map_or(at, |entry| entry.span.start);
        let before = index.text().get(start as usize..at as usize).unwrap_or("");
        (block.0 as usize, before.chars().count())
    }

    /// What the standard has no place for.
    fn other(&self, xml: &mut Xml) {
        if let Some(rank) = self.state.rank(self.at) {
            xml.empty("hc:calling", &[("rank", &(rank + 1).to_string())]);
        }
        let why = self.worked.and_then(|worked| worked.not_executable);
        let written = self.worked.is_some_and(|worked| worked.written.is_some());
        match why {
            Some(why) => xml.empty("hc:notExecutable", &[("reason", reason(why))]),
            None if !written => xml.empty("hc:notExecutable", &[("reason", "notUnderstood")]),
            None => {}
        }
        if self.state.dossier.amendments.len() > LISTED {
            let count = self.state.fells_count(self.at).to_string();
            return xml.empty("hc:fells", &[("count", &count)]);
        }
        let relations = [
            ("hc:fells", self.state.fells(self.at)),
            ("hc:fallsWith", self.state.falls_with(self.at)),
            ("hc:identicalTo", self.state.identical_to(self.at)),
        ];
        for (name, others) in relations {
            for other in others.into_iter().filter_map(|other| self.component_of(other)) {
                let href = format!("#{other}");
                xml.empty(name, &[("href", &href)]);
            }
        }
    }
}

fn kind<At>(operation: &Operation<At>) -> &'static str {
    match operation {
        Operation::Insert { .. } => "insertion",
        Operation::Replace { .. } => "substitution",
        Operation::Delete { .. } => "repeal",
    }
}

fn reason(why: NotExecutable) -> &'static str {
    match why {
        NotExecutable::Conditional => "conditional",
        NotExecutable::Consequential => "consequential",
        NotExecutable::DescribedPayload => "describedPayload",
        NotExecutable::Layout => "layout",
        NotExecutable::Move => "move",
    }
}

/// The words of the draft that an operation quotes.
fn anchors(operation: &Operation<Locator>) -> Vec<&Quote> {
    let at = operation.at();
    let mut quotes = Vec::new();
    if let Some(Sentences::Quoted(quote)) = &at.sentences {
        quotes.push(quote);
    }
    match &at.words {
        None => {}
        Some(WordsAt::Quoted { quote, context, .. }) => {
            quotes.push(quote);
            quotes.extend(context.iter().map(|context| &context.quote));
        }
        Some(WordsAt::FromTo { from, to }) => quotes.extend([from, to]),
        Some(WordsAt::FromToEnd { from }) => quotes.push(from),
        Some(WordsAt::AllAfter { after }) => quotes.push(after),
        Some(WordsAt::AllBefore { before }) => quotes.push(before),
    }
    quotes
}
