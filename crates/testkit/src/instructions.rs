//! Arbitrary canonical instructions by the seed: every form that an instruction can have and its
//! language can say.

use crate::edits::Editor;
use instruction::style::Language;
use instruction::style::grammar::PlaceForm;
use instruction::{
    Context, Edge, Frame, Instruction, Locator, Occurrence, Operation, Payload, PayloadParagraph,
    PayloadUnit, Provisions, Quote, Sentences, Subject, Unit, WordsAt,
};
use text::{Fragment, TextKind};

/// An instruction by the seed that says what `language` has words for.
pub fn instruction(seed: u64, language: &'static Language) -> Instruction<Locator> {
    let editor = Editor::new(seed ^ 0x1257, language.lang);
    let mut maker = Maker { editor, language };
    let frame = maker.frame();
    let unit = maker.unit(frame.subject == Subject::Unstated);
    // What is not said is inherited: the whole text can only be spoken of alone.
    let several = *maker.editor.random.pick(&[1, 1, 1, 1, 2, 3]);
    let count = if unit == Unit::Unstated { 1 } else { several };
    let mut operations = Vec::with_capacity(count);
    for at in 0..count {
        let elsewhere = at > 0 && maker.once_in(3);
        let other = if elsewhere { maker.unit(true) } else { unit.clone() };
        operations.push(maker.operation(&other));
    }
    Instruction { frame, operations }
}

struct Maker {
    editor: Editor,
    language: &'static Language,
}

const KINDS: [TextKind; 4] =
    [TextKind::Resolution, TextKind::Recommendation, TextKind::Opinion, TextKind::Other];

impl Maker {
    fn below(&mut self, bound: usize) -> usize {
        self.editor.random.below(bound)
    }

    fn once_in(&mut self, of: usize) -> bool {
        self.editor.random.once_in(of)
    }

    /// Whether the language can say this.
    fn has(&self, form: PlaceForm) -> bool {
        self.language.grammar.places.iter().any(|rule| rule.form == form)
    }

    fn frame(&mut self) -> Frame {
        let subject = match self.below(6) {
            0 => Subject::Unstated,
            1 => {
                let number = *self.editor.random.pick(&["3", "13", "4 rev.", "12bis"]);
                Subject::Amendment(number.into())
            }
            _ => {
                let kind = *self.editor.random.pick(&KINDS);
                let letter = self.once_in(3).then(|| "B".to_owned());
                Subject::Draft(kind, letter)
            }
        };
        let tags: Vec<&str> = self.language.grammar.versions.iter().map(|rule| rule.form).collect();
        let only = self.once_in(8).then(|| *self.editor.random.pick(&tags));
        Frame { subject, only }
    }

    /// A unit; not said only where the frame says what is spoken of.
    fn unit(&mut self, bare: bool) -> Unit {
        match self.below(if bare { 8 } else { 9 }) {
            0 => Unit::Title,
            1 => Unit::Provisions(Provisions::Range("5".into(), "7".into())),
            2 => Unit::Provisions(Provisions::List(vec!["3".into(), "5.1".into()])),
            3 => Unit::Provisions(Provisions::List(vec!["3".into(), "5".into(), "8".into()])),
            8 => Unit::Unstated,
            _ => {
                let number = *self.editor.random.pick(&["4", "9.2.1", "12.3", "100"]);
                Unit::Provisions(Provisions::One(number.into()))
            }
        }
    }

    fn operation(&mut self, unit: &Unit) -> Operation<Locator> {
        let at = self.locator(unit);
        match self.below(3) {
            0 => Operation::Delete { at },
            1 => Operation::Replace { at, with: self.payload() },
            _ => {
                let (at, edge) = self.point(at);
                Operation::Insert { edge, at, what: self.payload() }
            }
        }
    }

    /// A place to be deleted or replaced.
    fn locator(&mut self, unit: &Unit) -> Locator {
        let one = matches!(unit, Unit::Provisions(Provisions::One(_)));
        let rule = (one && self.once_in(8)).then(|| "8.1.a".to_owned());
        let sentences = self.once_in(3).then(|| self.sentences());
        // Words of a sentence that is cited by all its words would be cited twice.
        let by_words = matches!(sentences, Some(Sentences::Quoted(_)));
        let must = *unit == Unit::Unstated && sentences.is_none();
        let words = (!by_words && (must || self.once_in(2))).then(|| self.words());
        Locator { unit: unit.clone(), rule, sentences, words }
    }

    /// A place to insert at: quoted words have no inside, and no neighbours of their own.
    fn point(&mut self, mut at: Locator) -> (Locator, Edge) {
        if self.once_in(6)
            && let Some(between) = self.between(&at)
        {
            return between;
        }
        let edges = [Edge::Before, Edge::After, Edge::Beginning, Edge::End];
        let mut edge = *self.editor.random.pick(&edges);
        if at.words.is_some() {
            let (quote, occurrence) = (Quote::new(self.quote()), self.occurrence());
            let one = matches!(occurrence, Occurrence::Nth(_) | Occurrence::Last);
            let occurrence = if one { occurrence } else { Occurrence::Only };
            at.words = Some(WordsAt::Quoted { quote, occurrence, context: None });
            edge = if edge == Edge::Beginning { Edge::Before } else { edge };
            edge = if edge == Edge::End { Edge::After } else { edge };
        }
        (at, edge)
    }

    /// Between two paragraphs, two sentences, or two words: after the first, which the second
    /// follows.
    fn between(&mut self, at: &Locator) -> Option<(Locator, Edge)> {
        let mut at = at.clone();
        match (&at.words, &at.sentences) {
            (Some(_), _) => {
                let context = Some(Context { edge: Edge::Before, quote: Quote::new(self.quote()) });
                let (quote, occurrence) = (Quote::new(self.quote()), Occurrence::Only);
                at.words = Some(WordsAt::Quoted { quote, occurrence, context });
                Some((at, Edge::After))
            }
            (None, Some(_)) => {
                let first = 1 + self.below(12) as u32;
                at.sentences = Some(Sentences::Range(first, first + 1));
                Some((at, Edge::Between))
            }
            (None, None) if at.rule.is_none() => {
                let two =
                    *self.editor.random.pick(&[["4", "5"], ["9.2.1", "9.2.2"], ["99", "100"]]);
                let two = two.map(str::to_owned).to_vec();
                Some((
                    Locator { unit: Unit::Provisions(Provisions::List(two)), ..at },
                    Edge::Between,
                ))
            }
            (None, None) => None,
        }
    }

    fn sentences(&mut self) -> Sentences {
        match self.below(8) {
            6 => Sentences::Penultimate,
            7 => {
                // Some of them apart: neighbours would be a range.
                let first = 1 + self.below(20) as u32;
                let mut list = vec![first, first + 2 + self.below(3) as u32];
                for _ in 0..self.below(3) {
                    list.push(list[list.len() - 1] + 1 + self.below(2) as u32);
                }
                Sentences::List(list)
            }
            0 => Sentences::Last,
            1 => Sentences::LastCount(2 + self.below(3) as u32),
            2 => {
                let first = 1 + self.below(5) as u32;
                Sentences::Range(first, first + 1 + self.below(3) as u32)
            }
            3 => Sentences::Quoted(Quote::new(self.editor.sentence())),
            _ => Sentences::Nth(1 + self.below(30) as u32),
        }
    }

    fn words(&mut self) -> WordsAt {
        let quote = Quote::new(self.quote());
        match self.below(8) {
            0 if self.has(PlaceForm::FromTo) => {
                WordsAt::FromTo { from: quote, to: Quote::new(self.quote()) }
            }
            1 if self.has(PlaceForm::FromToEnd) => WordsAt::FromToEnd { from: quote },
            2 if self.has(PlaceForm::AllAfter) => WordsAt::AllAfter { after: quote },
            3 if self.has(PlaceForm::AllBefore) => WordsAt::AllBefore { before: quote },
            4 => {
                let edge = if self.once_in(2) { Edge::After } else { Edge::Before };
                let context = Some(Context { edge, quote: Quote::new(self.quote()) });
                WordsAt::Quoted { quote, occurrence: Occurrence::Only, context }
            }
            _ => WordsAt::Quoted { quote, occurrence: self.occurrence(), context: None },
        }
    }

    /// Words that go may be said to stand at one end of their place.
    fn occurrence(&mut self) -> Occurrence {
        match self.below(10) {
            3 => Occurrence::AtBeginning,
            4 => Occurrence::AtEnd,
            0 => Occurrence::Nth(1 + self.below(5) as u32),
            1 if self.has(PlaceForm::WordsLast) => Occurrence::Last,
            2 => Occurrence::Every,
            _ => Occurrence::Only,
        }
    }

    /// Words that can be quoted: their own marks are balanced.
    fn quote(&mut self) -> String {
        loop {
            let words = self.editor.some_words(4);
            if is_balanced(&words) && !words.starts_with(',') {
                return words;
            }
        }
    }

    fn payload(&mut self) -> Payload {
        let units = [
            PayloadUnit::Words,
            PayloadUnit::Sentences,
            PayloadUnit::Provisions,
            PayloadUnit::Text,
            PayloadUnit::Unstated,
        ];
        let unit = *self.editor.random.pick(&units);
        let several = unit == PayloadUnit::Provisions && self.once_in(2)
            || unit == PayloadUnit::Text && self.once_in(4);
        let count = if several { 2 + self.below(2) } else { 1 };
        let numbered = unit == PayloadUnit::Provisions && self.once_in(3);
        let paragraph = |at: usize, maker: &mut Self| {
            let number = numbered.then(|| format!("{}", 7 + at));
            let content = Fragment::from_caret(&maker.new_text(unit));
            PayloadParagraph { number, content, ..PayloadParagraph::default() }
        };
        let paragraphs = (0..count).map(|at| paragraph(at, self)).collect();
        Payload { unit, paragraphs }
    }

    fn new_text(&mut self, unit: PayloadUnit) -> String {
        loop {
            let mut text = match unit {
                PayloadUnit::Words | PayloadUnit::Unstated => self.editor.some_words(4),
                _ => self.editor.paragraph(),
            };
            if unit == PayloadUnit::Words && self.once_in(5) {
                text = format!(", {text}");
            }
            if self.once_in(6) {
                text += " 20^e";
            }
            if unit == PayloadUnit::Words && self.once_in(8) {
                text += ".";
            }
            // A payload that begins with a number reads as a numbered paragraph.
            if is_balanced(&text) && !text.starts_with(|c: char| c.is_ascii_digit()) {
                return text;
            }
        }
    }
}

/// Whether the quotation marks inside are balanced in some style.
fn is_balanced(text: &str) -> bool {
    let pair = |open: char, close: char| {
        let mut depth = 0_i32;
        for sign in text.chars() {
            depth += i32::from(sign == open) - i32::from(sign == close);
            if depth < 0 {
                return false;
            }
        }
        depth == 0
    };
    pair('“', '”') || pair('«', '»') || !text.contains('"')
}
