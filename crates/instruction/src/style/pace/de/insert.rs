//! German clauses that insert, and how new text is announced. The verb stands last.

use crate::PayloadUnit;
use crate::style::grammar::{Action, Rule, rules};

/// How new text is announced.
pub const PAYLOADS: &[Rule<PayloadUnit>] = rules! {
    /// "das folgende Wort"
    /// "die folgenden Wörter"
    PayloadUnit::Words => "das|die folgende|folgenden Wort|Wörter", "das Wort";
    /// "den folgenden Satz"
    /// "die folgenden Sätze"
    PayloadUnit::Sentences => "den|die folgenden Satz|Sätze", "den Satz";
    /// "den folgenden neuen Absatz"
    PayloadUnit::Provisions => "den|die folgenden Absatz|Absätze", "den Absatz";
    /// "den folgenden Text"
    PayloadUnit::Text => "den folgenden Text", "den Text", "folgendes",
        "den folgenden Titel";
};

/// Clauses that insert.
pub const CLAUSES: &[Rule<Action>] = rules! {
    /// "nach Absatz 3.2 den folgenden Absatz einfügen: „Die Lampen brennen;“"
    /// "am Ende des Absatzes 2 den folgenden Satz „Boote werden gezählt.“ anfügen"
    /// "in Absatz 2, nach den Wörtern „kleine Boote“, die folgenden Wörter einfügen: „und Flöße“"
    Action::Insert => "{where} {intro} einfügen: {quote}", "{where} {intro} {quote} einfügen";
    /// "am Anfang des Absatzes 2 „Noch“ einfügen"
    Action::Insert => "{where} {quote} einfügen";
};
