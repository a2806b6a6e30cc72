//! The dossier as JSON, readable and writable (schema `dossier`).

use crate::Dossier;

/// Writes all of the dossier, in every language.
pub fn write(dossier: &Dossier) -> String {
    let _ = dossier;
    String::new()
}

/// Reads what [`write`] wrote; the error says what is wrong and where.
pub fn read(text: &str) -> Result<Dossier, String> {
    Err(text.chars().take(0).collect())
}
