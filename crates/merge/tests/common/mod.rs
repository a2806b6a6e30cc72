//! A small text, places in it by hand, and what comes of adopting changes.
#![allow(dead_code, reason = "each test file uses its share")]

use hemicycle_merge::{
    Base, Change, Consolidated, Consolidation, FallRules, Mode, OrderRules, Placed, Refusal,
    consolidate,
};
use instruction::{
    Edge, Frame, Hang, Instruction, Operation, Payload, PayloadParagraph, PayloadUnit, Place,
    PlaceUnit, Side, Target,
};
use source::Span;
use text::{
    Block, Child, Draft, Fragment, Index, Lang, Part, Provision, ProvisionId, Tables, TextKind,
};

/// A draft with its positions.
pub struct Scene {
    pub draft: Draft,
    pub index: Index,
    pub tables: &'static Tables,
}

/// The text as adopted, with its lines by number.
pub struct Adopted {
    pub all: Consolidated,
}

impl Scene {
    /// Reads lines such as "2.1. counts boats;"; a line that begins with "|" is closing text of
    /// the provision whose number follows: "|2 and reports."
    pub fn new(text: &str) -> Self {
        Self::in_language(text, Lang::EN)
    }

    pub fn in_language(text: &str, lang: Lang) -> Self {
        let mut part = Part {
            letter: "A".into(),
            kind: TextKind::Resolution,
            heading: "Draft resolution".into(),
            title: None,
            children: Vec::new(),
        };
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            if let Some(title) = line.strip_prefix("# ") {
                part.title = Some(Block::plain(title));
                continue;
            }
            let closing = line.strip_prefix('|');
            let (number, rest) =
                closing.unwrap_or(line).split_once(' ').expect("a number and a text");
            let number = number.trim_end_matches('.');
            if closing.is_some() {
                let children =
                    find(&mut part.children, number).expect("the provision stands above");
                children.push(Child::Block(Block::plain(rest)));
                continue;
            }
            let provision = Child::Provision(Provision::plain(number, rest));
            match number.rsplit_once('.').and_then(|(parent, _)| find(&mut part.children, parent)) {
                Some(children) => children.push(provision),
                None => part.children.push(provision),
            }
        }
        let tables = &instruction::style::language(lang).expect("a registered language").tables;
        let draft = Draft { lang, parts: vec![part] };
        let index = Index::new(&draft, &tables.sentences);
        Self { draft, index, tables }
    }

    pub fn base(&self) -> Base<'_> {
        Base { draft: &self.draft, index: &self.index, tables: self.tables }
    }

    pub fn id(&self, number: &str) -> ProvisionId {
        *self.index.numbered(0, number).first().expect("the provision exists")
    }

    pub fn span(&self, words: &str) -> Span {
        let text = self.index.text();
        let at = text.find(words).expect("the words stand in the text");
        assert_eq!(text.matches(words).count(), 1, "{words:?} stands once");
        Span::new(at, at + words.len())
    }

    fn target(&self, place: Place, hang: Hang, unit: PlaceUnit) -> Target {
        Target { part: 0, place, hang, unit, provision: None, sentences: None }
    }

    pub fn words(&self, words: &str) -> Target {
        let span = self.span(words);
        self.target(Place::Text { span }, Hang::On(span), PlaceUnit::Words)
    }

    pub fn provision(&self, number: &str) -> Target {
        self.provisions(number, number)
    }

    pub fn provisions(&self, first: &str, last: &str) -> Target {
        let (first, last) = (self.id(first), self.id(last));
        let span = |id| self.index.provision_at(id).expect("it exists").span;
        let span = Span { start: span(first).start, end: span(last).end };
        self.target(Place::Provisions { first, last, span }, Hang::On(span), PlaceUnit::Provision)
    }

    pub fn after(&self, number: &str) -> Target {
        let entry = self.index.provision_at(self.id(number)).expect("it exists");
        let (parent, position) = (entry.parent, entry.position + 1);
        let hang = match parent.and_then(|id| self.index.provision_at(id)) {
            Some(parent) => Hang::On(parent.span),
            None => Hang::Part,
        };
        let place = Place::Slot { parent, position, at: entry.span.end };
        self.target(place, hang, PlaceUnit::Point)
    }

    pub fn point(&self, words: &str, side: Side) -> Target {
        let span = self.span(words);
        let at = if side == Side::Previous { span.end } else { span.start };
        let block = self.index.block_of(at).expect("inside a block");
        self.target(Place::Point { block, at, side }, Hang::On(span), PlaceUnit::Point)
    }

    pub fn closing(&self, number: &str) -> Target {
        let provision = self.id(number);
        let span = self.index.provision_at(provision).expect("it exists").span;
        self.target(Place::Closing { provision, at: span.end }, Hang::On(span), PlaceUnit::Point)
    }

    /// Adopts one-operation amendments numbered 1, 2 … as a set.
    pub fn adopt(&self, operations: &[Operation<Target>]) -> Adopted {
        self.try_adopt(operations, Mode::Set).expect("they stand together")
    }

    pub fn try_adopt(
        &self,
        operations: &[Operation<Target>],
        mode: Mode,
    ) -> Result<Adopted, Refusal> {
        let instructions: Vec<_> = operations.iter().cloned().map(|op| one(vec![op])).collect();
        self.try_instructions(&instructions, mode)
    }

    /// Adopts one-operation amendments with these numbers.
    pub fn try_numbered(
        &self,
        operations: &[(&str, Operation<Target>)],
        mode: Mode,
    ) -> Result<Adopted, Refusal> {
        let instructions: Vec<_> =
            operations.iter().map(|(_, operation)| one(vec![operation.clone()])).collect();
        let numbers: Vec<&str> = operations.iter().map(|(number, _)| *number).collect();
        self.consolidate(&instructions, &numbers, mode)
    }

    pub fn try_instructions(
        &self,
        instructions: &[Instruction<Target>],
        mode: Mode,
    ) -> Result<Adopted, Refusal> {
        let numbers: Vec<String> = (1..=instructions.len()).map(|n| n.to_string()).collect();
        let numbers: Vec<&str> = numbers.iter().map(String::as_str).collect();
        self.consolidate(instructions, &numbers, mode)
    }

    fn consolidate(
        &self,
        instructions: &[Instruction<Target>],
        numbers: &[&str],
        mode: Mode,
    ) -> Result<Adopted, Refusal> {
        let placed: Vec<Placed<'_>> = instructions
            .iter()
            .zip(numbers)
            .map(|(instruction, number)| Placed { number, instruction })
            .collect();
        let (rules, order) = (FallRules::default(), OrderRules::default());
        let what = Consolidation {
            base: self.base(),
            adopted: &placed,
            mode,
            rules: &rules,
            order: &order,
        };
        let all = consolidate(&what)?;
        let read = |accepted: bool| -> Vec<Part> {
            let parts = all.tracked.iter();
            parts.map(|part| if accepted { part.accepted() } else { part.rejected() }).collect()
        };
        assert_eq!(read(false), self.draft.parts, "rejected, the changes give the old text");
        assert_eq!(read(true), plain(&all.draft).parts, "accepted, they give the new text");
        Ok(Adopted { all })
    }
}

/// A draft without origins.
pub fn plain(draft: &Draft) -> Draft {
    fn bare(children: &[Child]) -> Vec<Child> {
        let child = |child: &Child| match child {
            Child::Block(block) => {
                Child::Block(Block { content: block.content.clone(), ..Block::default() })
            }
            Child::Provision(provision) => Child::Provision(Provision {
                number: provision.number.clone(),
                children: bare(&provision.children),
                ..Provision::default()
            }),
            Child::Opaque(opaque) => Child::Opaque(opaque.clone()),
        };
        children.iter().map(child).collect()
    }
    let mut draft = draft.clone();
    for part in &mut draft.parts {
        part.children = bare(&part.children);
        if let Some(title) = &mut part.title {
            title.origin = Default::default();
        }
    }
    draft
}

fn find<'c>(children: &'c mut Vec<Child>, number: &str) -> Option<&'c mut Vec<Child>> {
    for child in children {
        if let Child::Provision(provision) = child {
            if provision.number == number {
                return Some(&mut provision.children);
            }
            if let Some(found) = find(&mut provision.children, number) {
                return Some(found);
            }
        }
    }
    None
}

pub fn one(operations: Vec<Operation<Target>>) -> Instruction<Target> {
    Instruction { frame: Frame::default(), operations }
}

/// A payload of one paragraph for each line; "8. text" and "- text" carry a number or bullet.
pub fn payload(unit: PayloadUnit, text: &str) -> Payload {
    let paragraph = |line: &str| {
        let (head, rest) = line.split_once(' ').unwrap_or(("", line));
        let numbered = head.ends_with('.') && head.starts_with(|c: char| c.is_ascii_digit());
        let (number, text) = match numbered && !rest.is_empty() {
            true => (Some(head.trim_end_matches('.').to_owned()), rest),
            false => (None, line),
        };
        PayloadParagraph { number, content: Fragment::from_caret(text), span: Span::default() }
    };
    Payload { unit, paragraphs: text.lines().map(str::trim).map(paragraph).collect() }
}

pub fn insert(at: Target, unit: PayloadUnit, text: &str) -> Operation<Target> {
    Operation::Insert { edge: Edge::After, at, what: payload(unit, text) }
}

pub fn replace(at: Target, unit: PayloadUnit, text: &str) -> Operation<Target> {
    Operation::Replace { at, with: payload(unit, text) }
}

pub fn delete(at: Target) -> Operation<Target> {
    Operation::Delete { at }
}

pub fn at_end_of_sentence(scene: &Scene, sentence: &str) -> Target {
    scene.point(sentence, Side::Previous)
}

impl Adopted {
    /// The new text of a provision without those below it; blocks joined by " | ".
    pub fn line(&self, number: &str) -> String {
        let children =
            self.children(number).unwrap_or_else(|| panic!("{number} is not in {:?}", self.text()));
        let blocks = children.iter().filter_map(|child| match child {
            Child::Block(block) => Some(block.content.text.as_str()),
            _ => None,
        });
        blocks.collect::<Vec<_>>().join(" | ")
    }

    fn children(&self, number: &str) -> Option<&Vec<Child>> {
        fn find<'c>(children: &'c [Child], number: &str) -> Option<&'c Vec<Child>> {
            children.iter().find_map(|child| match child {
                Child::Provision(provision) if provision.number == number => {
                    Some(&provision.children)
                }
                Child::Provision(provision) => find(&provision.children, number),
                _ => None,
            })
        }
        find(&self.all.draft.parts[0].children, number)
    }

    /// All lines with their numbers.
    pub fn text(&self) -> String {
        fn write(children: &[Child], out: &mut String) {
            for child in children {
                match child {
                    Child::Block(block) => *out += &format!("{}\n", block.content.text),
                    Child::Provision(provision) => {
                        *out += &format!("{}. ", provision.number);
                        write(&provision.children, out);
                    }
                    Child::Opaque(opaque) => *out += &format!("{}\n", opaque.text),
                }
            }
        }
        let mut out = String::new();
        let part = &self.all.draft.parts[0];
        if let Some(title) = &part.title {
            out += &format!("# {}\n", title.content.text);
        }
        write(&part.children, &mut out);
        out
    }

    /// Every change of the text with its author, in order.
    pub fn changes(&self) -> Vec<Change> {
        fn collect(children: &[hemicycle_merge::TrackedChild], out: &mut Vec<Change>) {
            for child in children {
                match child {
                    hemicycle_merge::TrackedChild::Block(block) => {
                        out.extend(block.changes.iter().cloned())
                    }
                    hemicycle_merge::TrackedChild::Provision(provision) => {
                        out.extend(provision.number.iter().cloned());
                        collect(&provision.children, out);
                    }
                    hemicycle_merge::TrackedChild::Opaque(..) => {}
                }
            }
        }
        let mut out = Vec::new();
        collect(&self.all.tracked[0].children, &mut out);
        out.retain(|change| !matches!(change, Change::Kept(_)));
        out
    }
}
