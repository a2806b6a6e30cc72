//! Keys: what the terminal sends, and what each does.

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

/// A key that was pressed, or words that were pasted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Press {
    /// A sign.
    Sign(char),
    /// Words pasted.
    Paste(String),
    /// On.
    Enter,
    /// Another line in a field.
    NewLine,
    /// Out.
    Escape,
    /// To the next.
    Tab,
    /// To the one before.
    BackTab,
    /// Left.
    Left,
    /// Right.
    Right,
    /// Up.
    Up,
    /// Down.
    Down,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// To the beginning.
    Home,
    /// To the end.
    End,
    /// Takes the sign before the cursor.
    Backspace,
    /// Takes the sign behind it.
    Delete,
    /// Empties the field.
    Clear,
    /// Draw everything anew.
    Redraw,
}

/// What a key of the terminal is here; none for one that is nothing, and for its release.
pub fn press(key: KeyEvent) -> Option<Press> {
    if key.kind == KeyEventKind::Release {
        return None;
    }
    let control = key.modifiers.contains(KeyModifiers::CONTROL);
    let alt = key.modifiers.contains(KeyModifiers::ALT);
    Some(match key.code {
        KeyCode::Char(sign) if control && !alt => match sign.to_ascii_lowercase() {
            'c' => Press::Escape,
            'j' => Press::NewLine,
            'l' => Press::Redraw,
            'u' => Press::Clear,
            'a' => Press::Home,
            'e' => Press::End,
            'n' => Press::Down,
            'p' => Press::Up,
            _ => return None,
        },
        // A keyboard that writes signs with AltGr sends both.
        KeyCode::Char(sign) if control == alt => Press::Sign(sign),
        KeyCode::Enter if alt => Press::NewLine,
        KeyCode::Enter => Press::Enter,
        KeyCode::Esc => Press::Escape,
        KeyCode::Tab if key.modifiers.contains(KeyModifiers::SHIFT) => Press::BackTab,
        KeyCode::Tab => Press::Tab,
        KeyCode::BackTab => Press::BackTab,
        KeyCode::Left => Press::Left,
        KeyCode::Right => Press::Right,
        KeyCode::Up => Press::Up,
        KeyCode::Down => Press::Down,
        KeyCode::PageUp => Press::PageUp,
        KeyCode::PageDown => Press::PageDown,
        KeyCode::Home => Press::Home,
        KeyCode::End => Press::End,
        KeyCode::Backspace => Press::Backspace,
        KeyCode::Delete => Press::Delete,
        KeyCode::F(1) => Press::Sign('?'),
        _ => return None,
    })
}

/// What a key does while nothing is being filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// Begin the log, or open or close the sitting.
    Open,
    /// Call the amendment that is shown.
    Call,
    /// Who moves it.
    Move,
    /// Nobody moves it.
    NotMoved,
    /// Who speaks.
    Speak,
    /// The vote on it.
    Vote,
    /// It is withdrawn.
    Withdraw,
    /// Propose to decide without a vote.
    Propose,
    /// Members object.
    Object,
    /// Declare it decided as proposed; take an oral amendment.
    Declare,
    /// An oral amendment.
    Oral,
    /// The vote on a text.
    Text,
    /// Annul a decision.
    Undo,
    /// Put figures right.
    Correct,
    /// Rule on a decision that depended on an annulled one.
    Rule,
    /// A committee's position.
    Position,
    /// The order of calling, by hand.
    Order,
    /// A vote by name.
    Roll,
    /// A division.
    Split,
    /// Several in one vote.
    Bloc,
    /// Where one stands in the revised draft.
    Settle,
    /// Another amendment.
    Jump,
    /// The other language.
    Language,
    /// All keys.
    Help,
    /// Leave.
    Quit,
}

/// Every key with what it does and the message that says so, in the order in which help lists them.
pub const COMMANDS: &[(char, Command, &str)] = &[
    ('o', Command::Open, "screen-key-open"),
    ('c', Command::Call, "screen-key-call"),
    ('m', Command::Move, "screen-key-move"),
    ('n', Command::NotMoved, "screen-key-not-moved"),
    ('s', Command::Speak, "screen-key-speak"),
    ('v', Command::Vote, "screen-key-vote"),
    ('w', Command::Withdraw, "screen-key-withdraw"),
    ('p', Command::Propose, "screen-key-propose"),
    ('j', Command::Object, "screen-key-object"),
    ('d', Command::Declare, "screen-key-declare"),
    ('a', Command::Oral, "screen-key-oral"),
    ('t', Command::Text, "screen-key-text"),
    ('u', Command::Undo, "screen-key-undo"),
    ('f', Command::Correct, "screen-key-correct"),
    ('r', Command::Rule, "screen-key-rule"),
    ('i', Command::Position, "screen-key-position"),
    ('h', Command::Order, "screen-key-order"),
    ('y', Command::Roll, "screen-key-roll"),
    ('x', Command::Split, "screen-key-split"),
    ('b', Command::Bloc, "screen-key-bloc"),
    ('z', Command::Settle, "screen-key-settle"),
    ('/', Command::Jump, "screen-key-jump"),
    ('l', Command::Language, "screen-key-language"),
    ('?', Command::Help, "screen-key-help"),
    ('q', Command::Quit, "screen-key-quit"),
];

/// What a sign does; capitals are as good as small letters, for a key may be locked.
pub fn command(sign: char) -> Option<Command> {
    let sign = sign.to_ascii_lowercase();
    COMMANDS.iter().find(|(key, _, _)| *key == sign).map(|(_, command, _)| *command)
}

/// The sign of a command.
pub fn sign(command: Command) -> char {
    COMMANDS.iter().find(|(_, found, _)| *found == command).map_or(' ', |(sign, _, _)| *sign)
}
