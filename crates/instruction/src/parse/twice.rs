//! Old pages print the instruction twice; it is read once.

use std::ops::Range;

/// The part of the wording to read: all of it, or the half that is not repeated.
pub(super) fn once(wording: &str) -> Range<usize> {
    let trimmed = wording.trim_end();
    if let Some(half) = halved(trimmed) {
        return 0..half;
    }
    if let Some(second) = repeated_line(trimmed) {
        return second..wording.len();
    }
    0..wording.len()
}

/// The whole wording stands there twice, white space between: where the first ends.
fn halved(wording: &str) -> Option<usize> {
    let middle = wording.len() / 2;
    // The gap is at most a few characters; it stands around the middle of the text.
    for half in (middle.saturating_sub(2)..=middle).rev() {
        let (Some(first), Some(rest)) = (wording.get(..half), wording.get(half..)) else {
            continue;
        };
        if rest.bytes().next().is_none_or(|byte| byte.is_ascii_graphic()) {
            continue;
        }
        let second = rest.trim_start();
        if half > 0 && first == second && second.len() < rest.len() && !first.ends_with(' ') {
            return Some(half);
        }
    }
    None
}

/// The line before the new text stands there twice: where the second begins.
fn repeated_line(wording: &str) -> Option<usize> {
    let first_end = memchr::memchr(b'\n', wording.as_bytes())?;
    let first = wording[..first_end].trim();
    let rest = wording[first_end..].trim_start();
    let second = rest.lines().next()?.trim();
    // A line of new text may be repeated; an instruction that opens no quotation is.
    let instruction = || !first.is_empty() && !first.contains(['«', '“', '„', '"']);
    (first == second && instruction()).then(|| wording.len() - rest.len())
}
