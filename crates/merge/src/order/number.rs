//! Numbers of amendments, compared as people read them: 2 before 10, "3" before "3 rev.".

use std::cmp::Ordering;

/// Compares two numbers as printed: runs of digits by their value, everything else by character.
pub fn natural(a: &str, b: &str) -> Ordering {
    let (mut left, mut right) = (a, b);
    loop {
        let (one, other) = (piece(&mut left), piece(&mut right));
        let order = match (one, other) {
            // Equal by value, as "2" and "02": the spelling decides, so that only equal is equal.
            ("", "") => return a.cmp(b),
            (one, other) if is_digits(one) && is_digits(other) => by_value(one, other),
            (one, other) => one.cmp(other),
        };
        if order.is_ne() {
            return order;
        }
    }
}

/// The leading run of digits of a number as a sortable value below `limit`; what begins otherwise,
/// and what is too great, has the value `limit` and must be compared as text.
pub(super) fn leading(number: &str, limit: u32) -> u32 {
    let digits = number.len() - number.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    number[..digits].parse::<u32>().map_or(limit, |value| value.min(limit))
}

/// Takes the next run of digits or of other characters off the front.
fn piece<'a>(rest: &mut &'a str) -> &'a str {
    let digits = rest.starts_with(|c: char| c.is_ascii_digit());
    let end = rest.find(|c: char| c.is_ascii_digit() != digits).unwrap_or(rest.len());
    let (piece, after) = rest.split_at(end);
    *rest = after;
    piece
}

fn is_digits(piece: &str) -> bool {
    piece.starts_with(|c: char| c.is_ascii_digit())
}

fn by_value(a: &str, b: &str) -> Ordering {
    let (a, b) = (a.trim_start_matches('0'), b.trim_start_matches('0'));
    a.len().cmp(&b.len()).then_with(|| a.cmp(b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_compared_by_value_and_then_by_what_follows() {
        let sorted = ["1", "2", "3", "3 rev.", "3 rev. 2", "10", "a1", "a2", "a10"];
        for pair in sorted.windows(2) {
            assert_eq!(natural(pair[0], pair[1]), Ordering::Less, "{pair:?}");
            assert_eq!(natural(pair[1], pair[0]), Ordering::Greater, "{pair:?}");
        }
        assert_eq!(natural("3", "3"), Ordering::Equal);
        assert_ne!(natural("2", "02"), Ordering::Equal);
    }
}
