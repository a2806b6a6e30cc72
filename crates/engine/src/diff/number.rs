//! Numbers of amendments and their versions: "3", "3 rev.", "3 rev. 2".

/// A number in its parts: what it numbers, and which version of it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Number<'a> {
    /// "3" of "3 rev. 2".
    pub base: &'a str,
    /// 0 for the first version, 1 for "rev.", 2 for "rev. 2".
    pub revision: u32,
}

/// Words for a revised version, without their accents and full stop.
const REVISED: [&str; 3] = ["rev", "revised", "revise"];

/// Takes a printed number apart. "3 bis" is another amendment, not a version of 3.
pub(super) fn parted(printed: &str) -> Number<'_> {
    let whole = Number { base: printed, revision: 0 };
    let bare = printed.trim_end().trim_end_matches(')');
    let (before, count) = match bare.rsplit_once([' ', '.', '\u{a0}', '\u{202f}']) {
        Some((before, "")) => (before, None),
        Some((before, last)) => match last.parse::<u32>() {
            Ok(count) => (before, Some(count)),
            Err(_) => (bare, None),
        },
        None => (bare, None),
    };
    let before = before.trim_end().trim_end_matches('.');
    let at = before
        .rfind(|c: char| !c.is_alphabetic())
        .map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
    let word = before[at..].to_lowercase().replace('é', "e");
    let base = before[..at].trim_end().trim_end_matches('(').trim_end();
    if base.is_empty() || !REVISED.contains(&word.as_str()) {
        return whole;
    }
    Number { base, revision: count.unwrap_or(1).max(1) }
}

#[cfg(test)]
mod tests {
    use super::parted;

    #[test]
    fn a_version_is_told_from_another_amendment() {
        for (printed, base, revision) in [
            ("3", "3", 0),
            ("3 rev.", "3", 1),
            ("3 rev", "3", 1),
            ("3rev", "3", 1),
            ("3 rev. 2", "3", 2),
            ("3 Rev.2", "3", 2),
            ("3 (rev.)", "3", 1),
            ("3 rév.", "3", 1),
            ("3 révisé", "3", 1),
            ("3 bis", "3 bis", 0),
            ("3 bis rev.", "3 bis", 1),
            ("rev.", "rev.", 0),
            ("", "", 0),
            ("A 12", "A 12", 0),
        ] {
            let number = parted(printed);
            assert_eq!((number.base, number.revision), (base, revision), "{printed}");
        }
    }
}
