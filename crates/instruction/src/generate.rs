//! From an instruction to its official wording.

use crate::style::Language;
use crate::{Instruction, Locator};

/// Writes the wording of `instruction`: the frame and the places on the first line, payloads after
/// it, as the compendium prints them.
pub fn generate(instruction: &Instruction<Locator>, language: &Language) -> String {
    let _ = (instruction, language);
    String::new()
}
