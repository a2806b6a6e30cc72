//! Two texts word by word.

use std::ops::Range;

/// Above so many bytes together, what lies between the common beginning and the common end of two
/// texts is replaced as one piece: comparing takes time that grows with the square of the length.
const COMPARED: usize = 60_000;

/// Where a stretch of words stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// In both versions.
    Kept,
    /// In the first version only.
    Gone,
    /// In the second version only.
    Came,
}

/// Neighbouring words of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Where they stand.
    pub kind: Kind,
    /// The words; never empty.
    pub text: String,
}

/// The stretches of two texts, in order, what is gone before what came in its place. Those kept and
/// gone make the first text, those kept and come the second.
pub fn compare(old: &str, new: &str) -> Vec<Stretch> {
    let mut stretches = Vec::new();
    let mut push = |kind, text: &str| {
        if !text.is_empty() {
            stretches.push(Stretch { kind, text: text.to_owned() });
        }
    };
    let mut at = 0;
    for (gone, came) in hunks(old, new) {
        push(Kind::Kept, &old[at..gone.start]);
        push(Kind::Gone, &old[gone.clone()]);
        push(Kind::Came, &new[came]);
        at = gone.end;
    }
    push(Kind::Kept, &old[at..]);
    stretches
}

/// A text that came or went whole.
pub(super) fn whole(kind: Kind, text: &str) -> Vec<Stretch> {
    match text.is_empty() {
        true => Vec::new(),
        false => vec![Stretch { kind, text: text.to_owned() }],
    }
}

/// The changes as ranges of both texts. Found from the lesser text to the greater, so that they are the
/// same from either side.
fn hunks(old: &str, new: &str) -> Vec<(Range<usize>, Range<usize>)> {
    if old == new {
        return Vec::new();
    }
    if old.len() + new.len() > COMPARED {
        return vec![middle(old, new)];
    }
    if old <= new {
        return instruction::changed_words(old, new);
    }
    let turned = instruction::changed_words(new, old).into_iter();
    turned.map(|(came, gone)| (gone, came)).collect()
}

/// What lies between the common beginning and the common end, both cut back to spaces.
fn middle(old: &str, new: &str) -> (Range<usize>, Range<usize>) {
    let same = old.bytes().zip(new.bytes()).take_while(|(a, b)| a == b).count();
    let start =
        old.as_bytes()[..same].iter().rposition(|byte| *byte == b' ').map_or(0, |at| at + 1);
    let (old_rest, new_rest) = (&old.as_bytes()[start..], &new.as_bytes()[start..]);
    let same = old_rest.iter().rev().zip(new_rest.iter().rev()).take_while(|(a, b)| a == b).count();
    let tail = &old_rest[old_rest.len() - same..];
    let tail = tail.iter().position(|byte| *byte == b' ').map_or(0, |at| same - at);
    (start..old.len() - tail, start..new.len() - tail)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(stretches: &[Stretch], without: Kind) -> String {
        let kept = stretches.iter().filter(|stretch| stretch.kind != without);
        kept.map(|stretch| stretch.text.as_str()).collect()
    }

    #[test]
    fn stretches_make_both_texts() {
        let long = "fog and lamps, ".repeat(3_000);
        let texts = ["", "a", "The lamp burns.", "The lamps burn at night.", "«é» 20^e", &long];
        for old in texts {
            for new in
                texts.iter().map(|text| text.replace("burn", "glow")).chain([long.clone() + "x"])
            {
                let stretches = compare(old, &new);
                assert_eq!(read(&stretches, Kind::Came), old);
                assert_eq!(read(&stretches, Kind::Gone), new);
            }
        }
    }

    #[test]
    fn a_long_text_is_replaced_between_its_common_ends() {
        let (old, new) = ("a ".repeat(40_000) + "old end", "a ".repeat(40_000) + "new end");
        let changed: Vec<_> = compare(&old, &new)
            .into_iter()
            .filter(|s| s.kind != Kind::Kept)
            .map(|s| s.text)
            .collect();
        assert_eq!(changed, ["old", "new"]);
    }
}
