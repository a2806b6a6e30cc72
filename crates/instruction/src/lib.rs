//! Wordings: a small language with an exact meaning, read and written.
//!
//! "In the draft resolution, paragraph 7, at the end of the third sentence, insert the following
//! words: …" is a program. [`parse`] reads it into an [`Instruction`], in any language of any
//! drafting style; [`generate`] writes it; [`resolve`] finds its places in one draft; [`derive()`]
//! makes it from an edited paragraph. The laws that hold between them (design 1 and 2):
//!
//! - `parse(generate(i)) == i` for every canonical instruction and every language;
//! - `generate(parse(w))` is a fixed point of itself;
//! - `apply(parse(generate(derive(old, new)))) == new`.

#![deny(clippy::disallowed_methods)]

mod derive;
mod describe;
mod finding;
mod generate;
mod model;
mod parse;
mod place;
mod resolve;
mod sketch;
pub mod style;

pub use derive::{Derived, Edited, changed_words, derive, derive_article, derive_title};
pub use describe::{cited_name, describe, place_name};
pub use finding::{Finding, Words};
pub use generate::generate;
pub use model::{
    Context, Counted, Edge, Frame, Instruction, Locator, NotExecutable, Occurrence, Operation,
    Ordinal, Payload, PayloadParagraph, PayloadUnit, Provisions, Quote, Sentences, Subject, Unit,
    UnitPath, WordsAt,
};
pub use parse::{Parsed, parse};
pub use place::{Hang, Place, PlaceUnit, Side, Target};
pub use resolve::{Scope, pointed, resolve};
pub use sketch::{Sketch, sketch};
