//! The words and the typography that only a drawn document needs.

/// What print writers (PDF, HTML) need of a language beside its [`super::Labels`]. In templates `{}`
/// stands for a number, or for a list of them.
#[derive(Clone, Copy, Debug)]
pub struct Printed {
    /// What an adopted text with its changes shown is called as a paper.
    pub adopted_with_changes: &'static str,
    /// "Identical to amendment {}".
    pub identical_one: &'static str,
    /// "Identical to amendments {}"; the list ends in "and".
    pub identical_several: &'static str,
    /// The heading over identical amendments that stand together: "Identical amendments {}"; the list ends in "and".
    pub identical_group: &'static str,
    /// The heading over amendments that have no place in the text.
    pub without_place: &'static str,
    /// Before the reason why one has none.
    pub reason: &'static str,
    /// "Amendment {}", as the author of a change.
    pub by_amendment: &'static str,
    /// "Editorial", as the author of a change that follows from no amendment.
    pub editorial: &'static str,
    /// "Editorial, following from amendment {}".
    pub editorial_one: &'static str,
    /// "Editorial, following from amendments {}"; the list ends in "and".
    pub editorial_several: &'static str,
    /// The sign of an editorial change where a number would stand.
    pub editorial_sign: &'static str,
    /// The heading of the key to the changes.
    pub key: &'static str,
    /// What the key says of inserted words, deleted words, editorial changes, and raised numbers.
    pub key_lines: [&'static str; 4],
    /// The link that skips the head of a page: "Skip to the text".
    pub skip: &'static str,
    /// How a printer sets this language.
    pub typography: Typography,
}

/// How a printer sets a language: display only, nothing is compared or stored in this form.
#[derive(Clone, Copy, Debug)]
pub struct Typography {
    /// Marks with a narrow no-break space before them.
    pub narrow_before: &'static [char],
    /// Marks with a narrow no-break space behind them.
    pub narrow_after: &'static [char],
    /// What typewriter double quotation marks become, opening and closing.
    pub double: (char, char),
    /// What typewriter single quotation marks become; the second is the apostrophe too.
    pub single: (char, char),
    /// Endings of ordinals that are raised behind a figure: "20e" prints as 20ᵉ.
    pub ordinals: &'static [&'static str],
    /// Words that no line end parts from a figure behind them: "amendment 4". In small letters.
    pub before_figure: &'static [&'static str],
    /// Words that no line end parts from a figure before them: "10 h", "16 October". In small letters.
    pub behind_figure: &'static [&'static str],
    /// Forms of address that no line end parts from the name behind them: "Mr REED".
    pub before_name: &'static [&'static str],
}
