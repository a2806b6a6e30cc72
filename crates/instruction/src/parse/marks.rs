//! Quote marks: where a quotation may end.
//!
//! Marks nest with the same sign (`«a «b» c»`), straight marks do not say whether they open or
//! close, and authors forget some. So a quotation has *candidates* for its end, and the split of the
//! whole wording decides (see the parent module). A candidate must leave the marks inside balanced.
//!
//! A straight mark opens when a word follows, closes when none does and is either where both may
//! be. Two slips are known from print, and are tried only where nothing else reads: a closing mark
//! at the end of a paragraph although the quotation goes on, and an opening mark repeated at the
//! beginning of each paragraph.

use std::ops::Range;

/// What a mark may do to the depth of quotation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Effect {
    Opens,
    Closes,
    Either,
    Nothing,
}

/// The candidates for the end of one quotation, first to last.
#[derive(Clone, Debug)]
pub(super) struct Scan {
    opening: char,
    /// Where to look on.
    at: usize,
    /// How deep the marks inside may stand, least and most; 1 is the quotation itself.
    depth: (u32, u32),
    slips: bool,
    inside: usize,
}

impl Scan {
    /// The quotation whose opening mark stands at `at`.
    pub fn new(text: &str, at: usize, slips: bool) -> Self {
        let opening = text[at..].chars().next().unwrap_or('"');
        let inside = at + opening.len_utf8();
        Self { opening, at: inside, depth: (1, 1), slips, inside }
    }

    /// Where the quotation begins, behind its opening mark.
    pub fn inside(&self) -> usize {
        self.inside
    }

    /// The next candidate: where its closing mark stands. Each mark looked at takes one unit of
    /// `fuel`; without fuel there are no candidates.
    pub fn next(&mut self, text: &str, fuel: &mut u32) -> Option<Range<usize>> {
        while self.depth.1 > 0 {
            let mark = mark_at_or_after(text, self.at)?;
            *fuel = fuel.checked_sub(1)?;
            self.at = mark.end;
            let effect = self.effect(text, &mark);
            let (least, most) = self.depth;
            match effect {
                Effect::Opens if self.slips && first_on_line(text, mark.start) => {
                    self.depth.1 = most + 1;
                }
                Effect::Opens => self.depth = (least + 1, most + 1),
                Effect::Either => self.depth = (least.saturating_sub(1).max(1), most + 1),
                Effect::Closes if self.slips && last_on_line(text, mark.end) => {
                    self.depth.0 = least.saturating_sub(1).max(1);
                    if least <= 1 {
                        return Some(mark);
                    }
                }
                Effect::Closes => self.depth = (least.saturating_sub(1).max(1), most - 1),
                Effect::Nothing => continue,
            }
            if matches!(effect, Effect::Closes | Effect::Either) && least <= 1 {
                return Some(mark);
            }
        }
        None
    }

    fn effect(&self, text: &str, mark: &Range<usize>) -> Effect {
        let sign = text[mark.clone()].chars().next().unwrap_or('"');
        match (self.opening, sign) {
            ('«', '«') | ('“', '“') | ('„', '„') => Effect::Opens,
            ('«', '»') | ('“', '”') | ('„', '“' | '”') => Effect::Closes,
            ('“', '"') | ('„', '"') if self.slips => match straight(text, mark) {
                Effect::Closes => Effect::Closes,
                _ => Effect::Nothing,
            },
            ('"', '"') => straight(text, mark),
            ('"', '”') if self.slips => Effect::Closes,
            _ => Effect::Nothing,
        }
    }
}

fn straight(text: &str, mark: &Range<usize>) -> Effect {
    let before = text[..mark.start].chars().next_back();
    let after = text[mark.end..].chars().next();
    let opens = after.is_some_and(|c| c.is_alphanumeric() || "'’(«“„\"/[".contains(c))
        && !before.is_some_and(char::is_alphanumeric);
    let closes = !after.is_some_and(char::is_alphanumeric);
    match (opens, closes) {
        (true, false) => Effect::Opens,
        (false, true) if before.is_some_and(char::is_whitespace) && after == Some(' ') => {
            Effect::Either
        }
        (false, true) => Effect::Closes,
        _ => Effect::Either,
    }
}

fn first_on_line(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end_matches(|c: char| c.is_whitespace() && c != '\n');
    before.ends_with('\n')
}

fn last_on_line(text: &str, at: usize) -> bool {
    let after = text[at..].trim_start_matches(|c: char| c.is_whitespace() && c != '\n');
    after.starts_with('\n')
}

/// The first quote mark of any kind at or after `at`.
fn mark_at_or_after(text: &str, at: usize) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let mut at = at;
    // The first bytes of « and », of “ ” and „, and the straight mark.
    while let Some(skipped) = memchr::memchr3(0xc2, 0xe2, b'"', bytes.get(at..)?) {
        at += skipped;
        let rest = &bytes[at..];
        let len = match rest {
            [b'"', ..] => 1,
            [0xc2, 0xab | 0xbb, ..] => 2,
            [0xe2, 0x80, 0x9c..=0x9e, ..] => 3,
            _ => 0,
        };
        if len > 0 {
            return Some(at..at + len);
        }
        at += 1;
    }
    None
}
