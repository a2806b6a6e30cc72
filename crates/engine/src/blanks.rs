//! The words of an instruction that belong to a language, one after the other: those it quotes and those it brings.

use instruction::{
    Context, Instruction, Locator, Operation, Payload, PayloadParagraph, Quote, Sentences, WordsAt,
};
use text::Fragment;

/// Words of an instruction.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Found<'a> {
    /// The words.
    pub text: &'a str,
    /// Whether they come into the draft; else they stand in it.
    pub new: bool,
    /// The operation, from 0.
    pub operation: usize,
}

/// The instruction with its words replaced, in their order. What has no letter in it is the same in every language.
pub(crate) fn filled(
    instruction: &Instruction<Locator>,
    put: &mut dyn FnMut(Found<'_>) -> String,
) -> Instruction<Locator> {
    let operations = instruction.operations.iter().enumerate();
    let operations =
        operations.map(|(operation, one)| Filler { put, operation }.operation(one)).collect();
    Instruction { frame: instruction.frame.clone(), operations }
}

struct Filler<'p> {
    put: &'p mut dyn FnMut(Found<'_>) -> String,
    operation: usize,
}

impl Filler<'_> {
    fn operation(&mut self, operation: &Operation<Locator>) -> Operation<Locator> {
        match operation {
            Operation::Insert { edge, at, what } => {
                Operation::Insert { edge: *edge, at: self.place(at), what: self.payload(what) }
            }
            Operation::Replace { at, with } => {
                Operation::Replace { at: self.place(at), with: self.payload(with) }
            }
            Operation::Delete { at } => Operation::Delete { at: self.place(at) },
        }
    }

    fn place(&mut self, at: &Locator) -> Locator {
        let sentences = at.sentences.as_ref().map(|sentences| match sentences {
            Sentences::Quoted(quote) => Sentences::Quoted(self.quote(quote)),
            other => other.clone(),
        });
        let words = at.words.as_ref().map(|words| self.words(words));
        Locator { sentences, words, ..at.clone() }
    }

    fn words(&mut self, words: &WordsAt) -> WordsAt {
        match words {
            WordsAt::Quoted { quote, occurrence, context } => WordsAt::Quoted {
                quote: self.quote(quote),
                occurrence: *occurrence,
                context: context.as_ref().map(|context| Context {
                    edge: context.edge,
                    quote: self.quote(&context.quote),
                }),
            },
            WordsAt::FromTo { from, to } => {
                WordsAt::FromTo { from: self.quote(from), to: self.quote(to) }
            }
            WordsAt::FromToEnd { from } => WordsAt::FromToEnd { from: self.quote(from) },
            WordsAt::AllAfter { after } => WordsAt::AllAfter { after: self.quote(after) },
            WordsAt::AllBefore { before } => WordsAt::AllBefore { before: self.quote(before) },
        }
    }

    fn payload(&mut self, payload: &Payload) -> Payload {
        let mut paragraphs = Vec::with_capacity(payload.paragraphs.len());
        for paragraph in &payload.paragraphs {
            let content = Fragment::plain(self.text(&paragraph.content.text, true));
            paragraphs.push(PayloadParagraph { content, ..paragraph.clone() });
        }
        Payload { unit: payload.unit, paragraphs }
    }

    fn quote(&mut self, quote: &Quote) -> Quote {
        Quote::new(self.text(&quote.text, false))
    }

    fn text(&mut self, text: &str, new: bool) -> String {
        match text.chars().any(char::is_alphabetic) {
            true => (self.put)(Found { text, new, operation: self.operation }),
            false => text.to_owned(),
        }
    }
}
