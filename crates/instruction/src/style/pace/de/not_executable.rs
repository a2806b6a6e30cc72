//! Signs of a German wording that cannot be carried out mechanically.

use crate::NotExecutable;
use crate::style::grammar::{Rule, rules};

/// The signs, sought outside quotes.
pub const SIGNS: &[Rule<NotExecutable>] = rules! {
    /// "Falls Änderungsantrag 3 nicht angenommen wird, Absatz 4 streichen."
    NotExecutable::Conditional => "falls", "wenn", "sofern", "vorbehaltlich";
    /// "Absatz 5 entsprechend ändern."
    NotExecutable::Consequential => "entsprechend", "folgeänderungen", "neu nummerieren";
    /// "Nach Absatz 3 einen Hinweis auf die Charta der Seen einfügen."
    NotExecutable::DescribedPayload => "einen hinweis auf", "eine bezugnahme auf",
        "einen verweis auf", "einen absatz über", "einen satz über";
    /// "In Absatz 3, erste Zeile, das Wort „Lampen“ streichen."
    NotExecutable::Layout => "zeile", "zeilen", "seite", "seiten";
    /// "Absatz 3 nach Absatz 5 verschieben."
    NotExecutable::Move => "verschieben", "tauschen", "vertauschen", "zusammenfassen", "umstellen";
};
