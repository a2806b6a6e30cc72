//! Numbers of provisions: typed before the text, or given by a list.
//!
//! The reader of plain text nests provisions by numbers of digits, 9.2.1. A number that is printed in
//! another way is written down for it in digits, its *path*, and put back into the draft afterwards:
//!
//! ```text
//! printed   path    cited
//! 9.        9       9
//! 9.2.      9.2     9.2
//! (b)       9.2.2   9.2.b      a list's own number behind that of the provision it stands in
//! 3)        9.2.3   9.2.3
//! A.                           before a heading, or text: "A. Draft resolution"
//! •                            no number: further text of the provision it stands in
//! ```

use super::lists::{Format, Label};

/// A provision that is open.
#[derive(Clone, Debug)]
struct Open {
    path: Vec<u32>,
    cited: String,
    /// The list that counts it and its level there; `None` for a typed number.
    counted: Option<(usize, u8)>,
    indent: u16,
}

/// The provisions that are open, from the outermost.
#[derive(Clone, Debug, Default)]
pub struct Stack(Vec<Open>);

/// What a label or the beginning of a paragraph is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The number of a provision.
    Number(Placed),
    /// A label that is none; it stays before the text.
    Text(String),
    /// A bullet.
    Bullet,
}

/// The number of a provision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// In digits, the outermost first.
    pub path: Vec<u32>,
    /// As cited, without a full stop behind it.
    pub cited: String,
    /// Whether it is cited with numbers that are not printed before it.
    pub composed: bool,
}

impl Placed {
    /// The path as plain text has it.
    pub fn digits(&self) -> String {
        let levels: Vec<_> = self.path.iter().map(u32::to_string).collect();
        levels.join(".")
    }
}

impl Stack {
    /// Whether no provision was read since the heading of the part.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Forgets all: a part begins.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// The indentation of the innermost provision.
    pub fn indent(&self) -> u16 {
        self.0.last().map_or(0, |open| open.indent)
    }

    /// Takes note of a typed number.
    pub fn typed(&mut self, path: &[u32], indent: u16) {
        let cited: Vec<_> = path.iter().map(u32::to_string).collect();
        self.open(Open { path: path.to_vec(), cited: cited.join("."), counted: None, indent });
    }

    /// What an automatic label is, and takes note of it.
    pub fn counted(&mut self, label: &Label, indent: u16) -> Place {
        if matches!(label.format, Format::Bullet | Format::None) && number(&label.printed).is_none()
        {
            let words =
                label.format == Format::None && label.printed.contains(char::is_alphanumeric);
            return if words { Place::Text(label.printed.clone()) } else { Place::Bullet };
        }
        let placed = match number(&label.printed) {
            Some(path) if path.len() > 1 || label.level == 0 => {
                Placed { cited: bare(&label.printed).to_owned(), path, composed: false }
            }
            _ => match self.beside(label, indent) {
                Some(placed) => placed,
                None => return Place::Text(label.printed.clone()),
            },
        };
        let counted = Some((label.counter, label.level));
        self.open(Open { path: placed.path.clone(), cited: placed.cited.clone(), counted, indent });
        Place::Number(placed)
    }

    /// A number of its own level only, behind that of the provision it stands in.
    fn beside(&self, label: &Label, indent: u16) -> Option<Placed> {
        let own = bare(&label.printed);
        let plain =
            !own.is_empty() && own.chars().all(|sign| sign.is_ascii_alphanumeric() || sign == '.');
        let top = label.level == 0;
        if !plain
            || own.len() > 12
            || (top && matches!(label.format, Format::Upper | Format::UpperOn | Format::UpperRoman))
        {
            return None;
        }
        let outer = |open: &&Open| match open.counted {
            Some((counter, level)) if counter == label.counter => level < label.level,
            Some(_) => open.indent < indent || !top,
            None => true,
        };
        let parent = self.0.iter().rev().find(outer);
        let number = label.number;
        let (mut path, above) =
            parent.map_or((Vec::new(), ""), |open| (open.path.clone(), &open.cited));
        path.push(number);
        let cited = match above {
            "" => own.to_owned(),
            above => format!("{above}.{own}"),
        };
        // What is printed after all the numbers above it is the whole number.
        let whole = !above.is_empty() && own.starts_with(&format!("{above}."));
        let cited = if whole { own.to_owned() } else { cited };
        Some(Placed { composed: cited != own, path, cited })
    }

    fn open(&mut self, open: Open) {
        let under =
            |outer: &Open| outer.path.len() < open.path.len() && open.path.starts_with(&outer.path);
        while self.0.last().is_some_and(|last| !under(last)) {
            self.0.pop();
        }
        self.0.push(open);
    }
}

/// A label without the signs around it.
fn bare(label: &str) -> &str {
    label.trim_matches(|sign: char| sign.is_whitespace() || ".()[]–-:".contains(sign))
}

/// The levels of a label of digits and full stops.
fn number(label: &str) -> Option<Vec<u32>> {
    let level = |level: &str| {
        let digits =
            (1..=4).contains(&level.len()) && level.bytes().all(|byte| byte.is_ascii_digit());
        level.parse::<u32>().ok().filter(|_| digits && !level.starts_with('0'))
    };
    bare(label).split('.').map(level).collect()
}

/// The number typed at the beginning of a paragraph: "7. ", "9.2.1 ", "9.2.1.".
pub fn typed(text: &str) -> Option<Vec<u32>> {
    let text = text.trim_start();
    let end = text.find(|sign: char| !sign.is_ascii_digit() && sign != '.').unwrap_or(text.len());
    let (label, rest) = text.split_at(end);
    let closed = label.ends_with('.') || rest.starts_with(')');
    let rest = rest.strip_prefix(')').unwrap_or(rest);
    let digits = label.strip_suffix('.').unwrap_or(label);
    let path = number(digits).filter(|_| !digits.is_empty() && digits == bare(digits))?;
    let apart = rest.is_empty() || rest.starts_with(char::is_whitespace);
    (apart && (closed || path.len() > 1)).then_some(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn label(printed: &str, format: Format, number: u32, level: u8, counter: usize) -> Label {
        Label { printed: printed.into(), format, number, level, counter }
    }

    fn cited(stack: &mut Stack, label: &Label) -> String {
        match stack.counted(label, u16::from(label.level)) {
            Place::Number(placed) => format!("{} {}", placed.digits(), placed.cited),
            Place::Text(text) => format!("text {text}"),
            Place::Bullet => "bullet".into(),
        }
    }

    #[test]
    fn lists_that_print_their_own_number_only() {
        let mut stack = Stack::default();
        assert_eq!(cited(&mut stack, &label("9.", Format::Decimal, 9, 0, 1)), "9 9");
        assert_eq!(cited(&mut stack, &label("9.2.", Format::Decimal, 2, 1, 1)), "9.2 9.2");
        assert_eq!(cited(&mut stack, &label("(b)", Format::Lower, 2, 2, 1)), "9.2.2 9.2.b");
        assert_eq!(
            cited(&mut stack, &label("iv.", Format::LowerRoman, 4, 3, 1)),
            "9.2.2.4 9.2.b.iv"
        );
        assert_eq!(cited(&mut stack, &label("3)", Format::Decimal, 3, 1, 1)), "9.3 9.3");
        assert_eq!(cited(&mut stack, &label("•", Format::Bullet, 1, 0, 2)), "bullet");
        assert_eq!(cited(&mut stack, &label("A.", Format::Upper, 1, 0, 3)), "text A.");
        assert_eq!(
            cited(&mut stack, &label("Article 1", Format::Decimal, 1, 0, 4)),
            "text Article 1"
        );
    }

    #[test]
    fn a_list_of_letters_below_a_typed_number() {
        let mut stack = Stack::default();
        stack.typed(&[7], 0);
        assert_eq!(cited(&mut stack, &label("a)", Format::Lower, 1, 0, 5)), "7.1 7.a");
        assert_eq!(cited(&mut stack, &label("b)", Format::Lower, 2, 0, 5)), "7.2 7.b");
    }

    #[test]
    fn numbers_typed_before_a_text() {
        for (text, path) in [
            ("7. The lake", Some(vec![7])),
            ("7.\tThe lake", Some(vec![7])),
            ("9.2.1\tboats", Some(vec![9, 2, 1])),
            ("9.2.1. boats", Some(vec![9, 2, 1])),
            ("7) boats", Some(vec![7])),
            ("7 boats", None),
            ("7.boats", None),
            ("2024, a year", None),
            ("boats", None),
            (". boats", None),
        ] {
            assert_eq!(typed(text), path, "{text}");
        }
    }
}
