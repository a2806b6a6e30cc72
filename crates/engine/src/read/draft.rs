//! The draft as it grows: parts, provisions and their text, without recursion.

use super::finding::Finding;
use super::lines::Line;
use super::number::Number;
use super::para::{Join, Para, Repairs, is_broken, is_middle};
use source::{Origin, Span};
use std::collections::HashSet;
use text::{Block, Child, Draft, Lang, Opaque, Part, Provision, TextKind};

/// A part as it grows.
#[derive(Debug)]
struct Growing {
    part: Part,
    /// The last number read; [`Number::NONE`] before the first.
    last: Number,
    /// The greatest number read.
    highest: Number,
    seen: HashSet<Box<[u16]>>,
    /// How many alinéas it has, where they are counted.
    alineas: usize,
    /// Whether their counts are printed before them.
    printed: bool,
}

/// A provision whose text may still go on.
#[derive(Debug)]
struct Open {
    number: Number,
    provision: Provision,
    indent: u16,
}

/// Whose text is being read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Owner {
    Title,
    Loose,
    /// The open provision at this depth.
    Level(usize),
}

/// The draft as it grows.
#[derive(Debug, Default)]
pub struct Drafting {
    parts: Vec<Growing>,
    /// Position of the part being read.
    current: usize,
    /// Provisions that are open, from the outermost.
    open: Vec<Open>,
    /// The text being read.
    text: Option<(Owner, Para)>,
    /// Headings over the next article.
    above: Vec<Para>,
    /// Whether provisions are counted, and what pages of the web leave in a text stands for something.
    pub counted: bool,
}

/// A provision's number as it stands in the file.
#[derive(Clone, Copy, Debug)]
pub struct Labelled {
    /// The number.
    pub number: Number,
    /// Where it stands.
    pub at: Span,
    /// Columns before it, or before its bullet.
    pub indent: u16,
}

/// How far a top number may jump and still be one: what is further away is a year or a quantity.
const FARTHEST: u16 = 200;

impl Drafting {
    /// Position of the part being read, if there is one.
    pub fn part(&self) -> Option<u32> {
        (!self.parts.is_empty()).then_some(self.current as u32)
    }

    /// How many parts there are.
    pub fn parts(&self) -> usize {
        self.parts.len()
    }

    /// Whether any provision was read.
    pub fn has_provisions(&self) -> bool {
        self.parts.iter().any(|part| !part.last.is_none())
    }

    /// The number last read in this part.
    pub fn last(&self) -> Number {
        self.parts.get(self.current).map_or(Number::NONE, |part| part.last)
    }

    /// Whether `number` could be a provision of this part although it is not the next one.
    pub fn plausible(&self, number: &Number) -> bool {
        let top = |number: &Number| number.levels().first().copied().unwrap_or(0);
        top(number) <= top(&self.last()).saturating_add(FARTHEST)
    }

    /// Begins the part with this heading, or goes on with it and says so when it was begun before.
    pub fn heading(
        &mut self,
        letter: Option<String>,
        kind: TextKind,
        heading: String,
        at: Span,
        findings: &mut Vec<Finding>,
    ) -> bool {
        self.close();
        let letter = letter.unwrap_or_else(|| Part::letter_at(self.parts.len()));
        let lettered = |part: &&Growing| part.part.letter == letter;
        let same = self.parts.iter().position(|part| lettered(&part) && part.part.kind == kind);
        if let Some(same) = same {
            self.current = same;
            return true;
        }
        if self.parts.iter().any(|part| lettered(&part)) {
            findings.push(Finding::PartHeadingTwice { letter: letter.clone(), at });
        }
        let mut above = self.above.drain(..);
        let mut children = Vec::new();
        if let Some(first) = above.next() {
            let Para { mut text, origin } = first;
            for line in above {
                text.push('\n');
                text.push_str(&line.text);
            }
            children.push(Child::Opaque(Opaque { text, origin }));
        }
        let part = Part { letter, kind, heading, title: None, children };
        let seen = HashSet::new();
        let (last, highest) = (Number::NONE, Number::NONE);
        let (alineas, printed) = (0, false);
        self.parts.push(Growing { part, last, highest, seen, alineas, printed });
        self.current = self.parts.len() - 1;
        false
    }

    /// Begins a provision.
    pub fn provision(&mut self, label: Labelled, file: &str, findings: &mut Vec<Finding>) {
        self.flush();
        while self.open.last().is_some_and(|open| !label.number.under(open.number.levels())) {
            self.close_one();
        }
        self.check(&label, file, findings);
        let number = label.at.of(file).to_owned();
        let origin = Origin::verbatim(label.at.start as usize, number.len());
        let provision = Provision { number, children: Vec::new(), origin };
        self.open.push(Open { number: label.number, provision, indent: label.indent });
    }

    /// Reports gaps, repetitions and disorder in the numbers.
    fn check(&mut self, label: &Labelled, file: &str, findings: &mut Vec<Finding>) {
        let Some(part) = self.parts.get_mut(self.current) else { return };
        let found = label.at.of(file).to_owned();
        if !part.seen.insert(label.number.levels().into()) {
            findings.push(Finding::NumberTwice { number: found, at: label.at });
        } else if !label.number.after(&part.highest) && !part.highest.is_none() {
            let after = part.highest.to_string();
            findings.push(Finding::NumberOrder { after, found, at: label.at });
        } else if !label.number.follows(&part.last) {
            let after = (!part.last.is_none()).then(|| part.last.to_string());
            findings.push(Finding::NumberGap { after, found, at: label.at });
        }
        part.last = label.number;
        if label.number.after(&part.highest) {
            part.highest = label.number;
        }
    }

    /// Gives the provision just begun its opening text.
    pub fn opening(&mut self, para: Para) {
        let Some(level) = self.open.len().checked_sub(1) else { return };
        self.flush();
        if !para.is_empty() {
            self.text = Some((Owner::Level(level), para));
        }
    }

    /// Sets the title of the part.
    pub fn title(&mut self, para: Para) {
        self.close();
        if para.is_empty() {
            return;
        }
        self.text = Some((Owner::Title, para));
    }

    /// Whether the part has its title, and nothing else yet.
    pub fn awaits_title(&self) -> bool {
        self.text.is_none()
            && self.open.is_empty()
            && self.parts.get(self.current).is_some_and(|growing| {
                growing.part.title.is_none() && growing.part.children.is_empty()
            })
    }

    /// Begins the next alinéa of an article: a provision that is numbered by its count. `printed`: its
    /// count stands before it in the file.
    pub fn alinea(&mut self, para: Para, printed: bool) {
        self.close();
        let Some(growing) = self.parts.get_mut(self.current) else { return };
        growing.alineas += 1;
        growing.printed |= printed;
        growing.last = Number::count(growing.alineas);
        let provision = Provision { number: growing.alineas.to_string(), ..Provision::default() };
        self.open.push(Open { number: growing.last, provision, indent: 0 });
        self.text = Some((Owner::Level(0), para));
    }

    /// The heading of the part being read.
    pub fn heading_read(&self) -> String {
        self.parts.get(self.current).map(|part| part.part.heading.clone()).unwrap_or_default()
    }

    /// How many alinéas the article being read has, and whether their counts are printed before them.
    pub fn alineas(&self) -> (usize, bool) {
        let growing = self.parts.get(self.current);
        growing.map_or((0, false), |growing| (growing.alineas, growing.printed))
    }

    /// Something over the articles that is kept and not read: it stands at the head of the next one.
    pub fn above(&mut self, para: Para) {
        self.above.push(para);
    }

    /// The article of this number, by position.
    pub fn article(&self, number: &str) -> Option<u32> {
        let found = self.parts.iter().position(|growing| growing.part.letter == number)?;
        u32::try_from(found).ok()
    }

    /// The text being read, if any.
    pub fn tail(&self) -> Option<&str> {
        self.text.as_ref().map(|(_, para)| para.text.as_str())
    }

    /// Goes on with the text being read.
    pub fn go_on(&mut self, file: &str, span: Span, repairs: &mut Repairs) {
        if let Some((_, para)) = &mut self.text {
            para.push(file, span, Join::Space, repairs);
        }
    }

    /// Whether `line` is the rest of a provision that a page end cut: the text before it stops
    /// within a sentence and the line, a false bullet apart, goes on with a small letter.
    pub fn is_cut_before(&self, line: &str, comma: bool) -> bool {
        matches!(&self.text, Some((Owner::Level(_), para)) if is_broken(&para.text, comma))
            && is_middle(line)
    }

    /// The number of the provision whose text is being read.
    pub fn reading(&self) -> String {
        let level = match &self.text {
            Some((Owner::Level(level), _)) => *level,
            _ => self.open.len().saturating_sub(1),
        };
        self.open.get(level).map(|open| open.provision.number.clone()).unwrap_or_default()
    }

    /// A paragraph without a number: the opening text of a provision that has none yet, otherwise
    /// closing text, or text that belongs to no provision.
    ///
    /// Its indentation says of which provision it is the closing text: the innermost that is not
    /// indented further. Where nothing is indented it is the outermost, which is a guess, and
    /// said so.
    pub fn paragraph(&mut self, line: &Line, para: Para, findings: &mut Vec<Finding>) {
        self.flush();
        if para.is_empty() {
            return;
        }
        let Some(last) = self.open.len().checked_sub(1) else {
            self.text = Some((Owner::Loose, para));
            return;
        };
        let fresh = self.open[last].provision.children.is_empty();
        let level = if fresh { last } else { self.level_of(line, findings) };
        while self.open.len() > level + 1 {
            self.close_one();
        }
        self.text = Some((Owner::Level(level), para));
    }

    fn level_of(&self, line: &Line, findings: &mut Vec<Finding>) -> usize {
        let flat = self.open.iter().all(|open| open.indent == self.open[0].indent);
        if flat {
            if self.open.len() > 1 {
                let number = self.open[0].provision.number.clone();
                findings.push(Finding::ClosingTextPlaced { number, at: line.span });
            }
            return 0;
        }
        self.open.iter().rposition(|open| open.indent <= line.indent).unwrap_or(0)
    }

    /// Puts the text being read where it belongs.
    fn flush(&mut self) {
        let Some((owner, para)) = self.text.take() else { return };
        let para = if self.counted { para.without_remains() } else { para };
        let block = para.into_block();
        let Some(growing) = self.parts.get_mut(self.current) else { return };
        match owner {
            Owner::Title => growing.part.title = Some(block),
            Owner::Loose => growing.part.children.push(Child::Block(block)),
            Owner::Level(level) => {
                if let Some(open) = self.open.get_mut(level) {
                    open.provision.children.push(Child::Block(block));
                }
            }
        }
    }

    fn close_one(&mut self) {
        self.flush();
        let Some(closed) = self.open.pop() else { return };
        let child = Child::Provision(closed.provision);
        match self.open.last_mut() {
            Some(outer) => outer.provision.children.push(child),
            None => {
                if let Some(growing) = self.parts.get_mut(self.current) {
                    growing.part.children.push(child);
                }
            }
        }
    }

    /// Ends all that is open.
    pub fn close(&mut self) {
        self.flush();
        while !self.open.is_empty() {
            self.close_one();
        }
    }

    /// The draft; parts without a title of their own take `title`.
    pub fn finish(mut self, lang: Lang, title: Option<&Block>) -> Draft {
        self.close();
        let counted = self.counted;
        let parts = self.parts.into_iter().map(|growing| {
            let mut part = growing.part;
            // The title of a bill is not that of each of its articles.
            part.title = part.title.or_else(|| title.filter(|_| !counted).cloned());
            part
        });
        Draft { lang, parts: parts.collect() }
    }
}
