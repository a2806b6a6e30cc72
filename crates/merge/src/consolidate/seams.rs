//! Seams: how two stretches of text meet that did not stand beside each other before.
//!
//! Nobody who drafts an amendment writes the seam down. "At the end of the third sentence, insert
//! the following words: «, and rafts.»" leaves it to the reader that the words go before the full
//! stop and that there is then one full stop and not two. This file is the one place where that
//! is decided; [`seam`] is a function of what stands left and right, and the languages give it
//! their words as a table ([`text::Seams`]).
//!
//! | case | left | gone | right | result |
//! |---|---|---|---|---|
//! | words need a space | `boats` | | `and rafts` | `boats and rafts` |
//! | no space before a comma or full stop | `boats ` | | `, and rafts` | `boats, and rafts` |
//! | the stronger mark stays | `boats,` | | `.` | `boats.` |
//! | a payload's own mark replaces the old | `boats.` | | `.` | `boats.` |
//! | but not where the sentence goes on | `boats.` | | `, which rest` | `boats, which rest` |
//! | an abbreviation keeps its full stop | `etc.` | | `, and rafts` | `etc., and rafts` |
//! | one space where words went | `the ` | `old ` | ` boats` | `the boats` |
//! | a mark left alone goes | `It is wide. ` | `Is it cold` | `?` | `It is wide.` |
//! | empty brackets go | `boats (` | `small` | `) rest` | `boats rest` |
//! | a slash of the payload is glued | `boats` | | `/rafts` | `boats/rafts` |
//! | an elision joins | `l'` | `eau` | `onde` | `l'onde` |
//! | a quotation mark keeps the block's usage | `«` | `eau` | `onde` | `«onde` |
//! | the first words went: a capital | ` ` | `By night, ` | `the boats` | `The boats` |
//! | words put first: a small letter | `Still` | | `The boats` | `Still the boats` |
//! | a label put first changes none | `2°` | | `The boats` | `2° The boats` |
//! | a new sentence closes the one before | `boats;` | | `They rest.` | `boats. They rest.` |
//! | the end of a block keeps its mark | `boats` | ` and rafts.` | | `boats.` |

use super::usage::Usage;
use text::{Seams, SentenceRules};

/// What a seam is made of on its left.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Left<'t> {
    /// The new text of the block so far, or enough of its end.
    pub text: &'t str,
    /// Whether its last words come from a payload.
    pub inserted: bool,
    /// Whether that payload is a sentence of its own.
    pub sentence: bool,
    /// Whether that payload was put at the beginning of a sentence.
    pub opens: bool,
    /// The final mark of words that went, when nothing has taken its place yet.
    pub lost: Option<char>,
    /// Whether an odd number of straight quotation marks stands in the block so far.
    pub odd_quotes: bool,
}

/// What stands on the right of a seam.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Right<'t> {
    /// The text that follows; empty at the end of the block.
    pub text: &'t str,
    /// Whether it is a payload.
    pub inserted: bool,
    /// Whether that payload is a sentence of its own.
    pub sentence: bool,
    /// Whether the payload may be given a capital letter.
    pub bends: bool,
    /// The draft's words that a payload at the beginning of a sentence is put before.
    pub before: &'t str,
}

/// What to do at a seam, in bytes of the two texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Seam {
    /// To take off the end of the left text.
    pub left: usize,
    /// To put between.
    pub between: String,
    /// To take off the beginning of the right text.
    pub right: usize,
    /// The first letter of what is left of the right text, and what it becomes.
    pub letter: Option<(char, String)>,
}

/// How strong a mark is; of two that meet the stronger stays.
pub(super) fn strength(mark: char) -> u8 {
    match mark {
        ',' => 1,
        ';' | ':' => 2,
        '.' | '…' => 3,
        '!' | '?' => 4,
        _ => 0,
    }
}

/// Whether a sentence may end with it.
pub(super) fn is_final(mark: char) -> bool {
    strength(mark) >= 3
}

fn is_opening(c: char) -> bool {
    matches!(c, '(' | '[' | '{' | '«' | '“' | '„' | '‘' | '‹')
}

fn is_closing(c: char) -> bool {
    matches!(c, ')' | ']' | '}' | '»' | '”' | '›')
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

fn closes(open: char, close: char) -> bool {
    matches!((open, close), ('(', ')') | ('[', ']') | ('{', '}') | ('«', '»') | ('“', '”'))
        || matches!((open, close), ('"', '"') | ('‹', '›') | ('‘', '’') | ('„', '“' | '”'))
}

/// Decides one seam. `gone` is the text of the draft that was struck out between the two.
pub(super) fn seam(left: Left<'_>, gone: &str, right: Right<'_>, usage: &Usage<'_>) -> Seam {
    let mut seam = Seam::default();
    if right.text.trim().is_empty() {
        end_of_block(left, usage, &mut seam);
        return seam;
    }
    marks(left, gone, right, usage, &mut seam);
    let (lt, rt) = rest(left, right, &seam);
    if rt.trim().is_empty() {
        // Only marks stood there, and they are gone: what is left is the end of the block.
        seam.left += lt.len() - lt.trim_end().len();
        seam.right = right.text.len();
        return seam;
    }
    let starts = starts_sentence(lt, usage.sentences);
    if let Some((weak, mark)) = needs_stop(lt, left, rt, right) {
        let (lw, rw) = (lt.len() - lt.trim_end().len(), rt.len() - rt.trim_start().len());
        seam.left += lw + weak;
        seam.between =
            if rw > 0 || closes_block(rt) { mark.to_string() } else { format!("{mark} ") };
        seam.letter = letter(true, left, gone, rt, right, usage);
        return seam;
    }
    let (lw, rw) = (lt.len() - lt.trim_end().len(), rt.len() - rt.trim_start().len());
    match space(lt, left, gone, rt, right, usage) {
        Space::None => {
            seam.left += lw;
            seam.right += rw;
        }
        Space::One(with) => one_space(lt, lw, rt, rw, with, &mut seam),
    }
    seam.letter = letter(starts, left, gone, rt, right, usage);
    seam
}

/// The two texts without what the seam takes off.
fn rest<'t>(left: Left<'t>, right: Right<'t>, seam: &Seam) -> (&'t str, &'t str) {
    let lt = &left.text[..left.text.len() - seam.left];
    (lt, &right.text[seam.right..])
}

/// Which of two marks that meet goes, and marks and brackets that are left alone.
fn marks(left: Left<'_>, gone: &str, right: Right<'_>, usage: &Usage<'_>, seam: &mut Seam) {
    loop {
        let (lt, rt) = rest(left, right, seam);
        let (core, tail) = (lt.trim_end(), rt.trim_start());
        let (lw, rw) = (lt.len() - core.len(), rt.len() - tail.len());
        let Some(c2) = tail.chars().next() else { return };
        let Some(c1) = core.chars().next_back() else {
            // Nothing stands before it in the block: a mark that follows nothing goes.
            let lone = (right.inserted || !gone.is_empty()) && is_lone(tail);
            if !lone {
                return;
            }
            seam.right += rw + c2.len_utf8();
            continue;
        };
        let (s1, s2) = (strength(c1), strength(c2));
        if !gone.is_empty() && !right.inserted && !left.inserted && closes(c1, c2) {
            let paired = c1 != '"' || left.odd_quotes;
            if paired {
                seam.left += lw + c1.len_utf8();
                seam.right += rw + c2.len_utf8();
                continue;
            }
        }
        if is_opening(c1) && s2 > 0 && s2 < 3 && !right.inserted && !gone.is_empty() {
            seam.right += rw + c2.len_utf8();
            continue;
        }
        if s1 == 0 || s2 == 0 || !is_mark_alone(tail) {
            return;
        }
        if is_abbreviated(core, usage.sentences) && c1 == '.' && c2 != '.' {
            return;
        }
        // A sentence went up to its mark: the one before has its own.
        let whole = !gone.trim().is_empty() && lw > 0 && is_final(c1) && is_final(c2);
        let kept = !left.inserted && !right.inserted;
        // "rafts." put where the sentence goes on after a comma ends nothing.
        let goes_on = left.inserted && !left.sentence && !right.inserted && (c1, c2) == ('.', ',');
        let stronger = (whole && kept)
            || (left.inserted && !right.inserted && is_final(c1))
            || (s1 >= s2 && !(right.inserted && !left.inserted && s1 == s2));
        let old_goes = stronger && !goes_on;
        if old_goes {
            seam.right += rw + c2.len_utf8();
        } else {
            seam.left += lw + c1.len_utf8();
        }
    }
}

/// Whether a text begins with a mark that is one (and not the point of "…" or ".5").
fn is_lone(text: &str) -> bool {
    let mut chars = text.chars();
    matches!(chars.next(), Some(',' | ';' | ':' | '.'))
        && chars.next().is_none_or(|next| next.is_whitespace() || strength(next) > 0)
}

/// Whether the first character is a mark and not the beginning of a number such as ".5".
fn is_mark_alone(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(|c| strength(c) > 0)
        && !chars.next().is_some_and(|c| c.is_ascii_digit())
}

/// At the end of a block: no space is left over, and a final mark that went with words comes back.
fn end_of_block(left: Left<'_>, usage: &Usage<'_>, seam: &mut Seam) {
    let core = left.text.trim_end();
    seam.left = left.text.len() - core.len();
    let Some(last) = core.chars().next_back() else { return };
    if is_abbreviated(core, usage.sentences) {
        if let Some(mark) = left.lost.filter(|mark| *mark != '.') {
            seam.between = marked(mark, usage);
        }
        return;
    }
    if is_ended(core) {
        return;
    }
    if let Some(mark) = left.lost.filter(|mark| strength(last) < strength(*mark)) {
        seam.left += if strength(last) > 0 { last.len_utf8() } else { 0 };
        seam.between = marked(mark, usage);
    } else if left.inserted && left.sentence && strength(last) == 0 {
        seam.between = ".".into();
    }
}

/// A mark with the space that the block puts before it.
fn marked(mark: char, usage: &Usage<'_>) -> String {
    match usage.before(mark) {
        Some(space) => format!("{space}{mark}"),
        None => mark.to_string(),
    }
}

/// Whether a final mark is missing between two sentences: how many bytes of a weaker mark it
/// replaces, and the mark.
fn needs_stop(lt: &str, left: Left<'_>, rt: &str, right: Right<'_>) -> Option<(usize, char)> {
    let core = lt.trim_end();
    let last = core.chars().next_back()?;
    let follows = rt.trim_start().chars().next()?;
    if left.inserted && left.sentence && !is_ended(core) && strength(last) == 0 && closes_block(rt)
    {
        return Some((0, '.'));
    }
    if last == ':' || is_ended(core) || is_opening(last) || strength(follows) > 0 {
        return None;
    }
    let opens = rt.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| !c.is_lowercase());
    let spaced = rt.starts_with(char::is_whitespace) || core.len() < lt.len();
    let opens_draft = !right.inserted || first_letter(right.before).is_some_and(char::is_uppercase);
    let new = right.inserted && right.sentence
        || left.inserted && left.sentence && opens && !right.inserted;
    let lost = left.lost.filter(|mark| is_final(*mark) && opens && spaced && opens_draft);
    let weak = if strength(last) > 0 { last.len_utf8() } else { 0 };
    if new { Some((weak, '.')) } else { lost.map(|mark| (weak, mark)) }
}

/// Whether nothing but a closing quotation mark and what belongs to it is left of the block.
fn closes_block(text: &str) -> bool {
    let text = text.trim();
    let marks =
        text.chars().all(|c| matches!(c, '"' | '»' | '”' | ';' | '.' | ',') || c.is_whitespace());
    marks && text.starts_with(['"', '»', '”'])
}

/// Whether a text ends a sentence: its last mark is final, inside closing marks or not.
pub(super) fn is_ended(text: &str) -> bool {
    let core = text.trim_end().trim_end_matches(|c| is_closing(c) || is_apostrophe(c) || c == '"');
    core.trim_end().chars().next_back().is_some_and(is_final)
}

/// Whether what comes after `lt` begins a sentence.
fn starts_sentence(lt: &str, rules: &SentenceRules) -> bool {
    let core = lt.trim_end();
    let labels = rules.labelled_blocks && text::head(&format!("{core} x")) > core.len();
    core.trim_end_matches(is_opening).trim_end().is_empty()
        || labels
        || is_ended(core) && !is_abbreviated(core, rules)
}

/// Whether a text ends with an abbreviation and its full stop.
pub(super) fn is_abbreviated(text: &str, rules: &SentenceRules) -> bool {
    let Some(core) = text.trim_end().strip_suffix('.') else { return false };
    let word = core.rsplit(|c: char| !(c.is_alphanumeric() || c == '.')).next().unwrap_or(core);
    let word = word.to_lowercase();
    // "etc." may end a sentence, so it is in no table of abbreviations, and keeps its point.
    word == "etc" || !word.is_empty() && rules.abbreviations.contains(&word.as_str())
}

/// The space between two texts.
enum Space {
    None,
    One(char),
}

fn space(
    lt: &str,
    left: Left<'_>,
    gone: &str,
    rt: &str,
    right: Right<'_>,
    usage: &Usage<'_>,
) -> Space {
    let (core, tail) = (lt.trim_end(), rt.trim_start());
    let (Some(c1), Some(c2)) = (core.chars().next_back(), tail.chars().next()) else {
        return Space::None;
    };
    let (glued_left, glued_right) = (core.len() == lt.len(), tail.len() == rt.len());
    // Where draft stands on one side and had no space there, its own spacing goes on.
    let (old_left, old_right) = (!left.inserted && glued_left, !right.inserted && glued_right);
    let own = |text: &str| text.chars().find(|c| c.is_whitespace());
    match c2 {
        ',' => return Space::None,
        '.' if is_mark_alone(tail) => return Space::None,
        '…' if old_right => return Space::None,
        ';' | ':' | '!' | '?' | '»' => {
            let spaced = match right.inserted {
                true => usage.before(c2),
                false => own(rt)
                    .filter(|_| !glued_right)
                    .or_else(|| if c2 == '»' && glued_right { None } else { usage.before(c2) }),
            };
            return spaced.map_or(Space::None, Space::One);
        }
        c if is_closing(c) => return Space::None,
        '/' if right.inserted || glued_right => return Space::None,
        '-' | '\u{2010}' | '\u{2011}'
            if glued_right && (!right.inserted || begins_suffix(tail)) =>
        {
            return Space::None;
        }
        c if is_apostrophe(c) && (old_right || begins_possessive(tail)) => return Space::None,
        '"' if old_right && left.odd_quotes => return Space::None,
        c if old_right && gone.is_empty() && !c.is_alphanumeric() && !is_opening(c) && c != '"' => {
            return Space::None;
        }
        _ => {}
    }
    match c1 {
        '«' if !glued_left => return own(&lt[core.len()..]).map_or(Space::None, Space::One),
        c if is_opening(c) => return Space::None,
        '/' if left.inserted || glued_left => return Space::None,
        '-' | '\u{2010}' | '\u{2011}' if glued_left && ends_prefix(core) => return Space::None,
        c if is_apostrophe(c) && glued_left && is_elision(core, usage.seams) => return Space::None,
        c if is_apostrophe(c) && old_left && starts_alphanumeric(gone) => return Space::None,
        '"' if left.odd_quotes => return Space::None,
        _ => {}
    }
    // "9.2" with "2" replaced, "5%" with "5" replaced: what was one token stays one.
    // (Behind a mark only figures are: a sentence that went leaves no token.)
    let joins = if strength(c1) > 0 { c2.is_numeric() } else { c2.is_alphanumeric() };
    let token_left = old_left && starts_alphanumeric(gone) && joins;
    let token_right = old_right && !gone.is_empty() && !c2.is_alphanumeric() && !is_opening(c2);
    if (token_left && !left.text.trim().is_empty()) || (token_right && c2 != '"') {
        return Space::None;
    }
    Space::One(' ')
}

fn starts_alphanumeric(text: &str) -> bool {
    text.chars().next().is_some_and(char::is_alphanumeric)
}

/// "-based": a hyphen with a letter behind it.
fn begins_suffix(text: &str) -> bool {
    text.chars().nth(1).is_some_and(char::is_alphanumeric)
}

/// "'s" and nothing more.
fn begins_possessive(text: &str) -> bool {
    let mut chars = text.chars().skip(1);
    matches!(chars.next(), Some('s')) && chars.next().is_none_or(|c| !c.is_alphanumeric())
}

/// "mid-": a hyphen with a letter before it.
fn ends_prefix(text: &str) -> bool {
    text.chars().rev().nth(1).is_some_and(char::is_alphanumeric)
}

/// "l'": an apostrophe after an elided form.
fn is_elision(text: &str, seams: &Seams) -> bool {
    let mut chars = text.chars();
    chars.next_back();
    let word = chars.as_str().rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    seams.elisions.contains(&word.to_lowercase().as_str())
}

/// Leaves one space of those that stand there, or puts one.
fn one_space(lt: &str, lw: usize, rt: &str, rw: usize, with: char, seam: &mut Seam) {
    let first = |text: &str| text.chars().next().map_or(0, char::len_utf8);
    if lw > 0 {
        let keep = first(&lt[lt.len() - lw..]);
        seam.left += lw - keep;
        seam.right += rw;
    } else if rw > 0 {
        // The last of several stays, so that what is struck out stands together.
        let keep = rt[..rw].chars().next_back().map_or(0, char::len_utf8);
        seam.right += rw - keep;
    } else {
        seam.between = with.to_string();
    }
}

/// What becomes of the first letter on the right.
fn letter(
    starts: bool,
    left: Left<'_>,
    gone: &str,
    rt: &str,
    right: Right<'_>,
    usage: &Usage<'_>,
) -> Option<(char, String)> {
    let letter = rt.chars().find(|c| c.is_alphanumeric()).filter(|c| c.is_alphabetic())?;
    if right.inserted {
        // What comes first in a block begins as the block did, whatever became of that.
        let opens = left.text.trim_end_matches(|c: char| is_opening(c) || c.is_whitespace());
        let first = opens.is_empty().then(|| usage.opening()).flatten();
        let capital = first.or_else(|| first_letter(gone)).or_else(|| first_letter(right.before));
        // Words that go on with others begin the sentence when those are gone.
        let bends = right.bends || !right.sentence && (!gone.is_empty() || first.is_some());
        let raise = starts && bends && letter.is_lowercase();
        let was = capital.is_some_and(char::is_uppercase);
        return (raise && was).then(|| (letter, letter.to_uppercase().collect()));
    }
    if !gone.is_empty() {
        let raise = starts && letter.is_lowercase() && !left.inserted;
        let was = first_letter(gone).is_some_and(char::is_uppercase);
        return (raise && was).then(|| (letter, letter.to_uppercase().collect()));
    }
    let core = left.text.trim_end();
    let lower = left.inserted && left.opens && !left.sentence && !is_ended(core);
    if !lower
        || starts
        || core.ends_with(':')
        || !letter.is_uppercase()
        || !rt.trim_start().starts_with(letter)
    {
        return None;
    }
    let tail = rt.trim_start();
    let word = &tail[..tail.find(|c: char| !c.is_alphanumeric()).unwrap_or(tail.len())];
    let elided = tail[word.len()..].starts_with(is_apostrophe);
    let table = match elided {
        true => usage.seams.elisions,
        false => usage.seams.never_names,
    };
    let known = table.contains(&word.to_lowercase().as_str());
    let rest_small = word.chars().skip(1).all(|c| !c.is_uppercase());
    let lower = known || !elided && rest_small && usage.lowers(word);
    lower.then(|| (letter, letter.to_lowercase().collect()))
}

/// The first letter of a text, when it comes before any figure.
pub(super) fn first_letter(text: &str) -> Option<char> {
    text.chars().find(|c| c.is_alphanumeric()).filter(|c| c.is_alphabetic())
}

/// A list item up to its mark, where the list's conjunction stands behind that.
pub(super) fn before_conjunction<'t>(text: &'t str, seams: &Seams) -> Option<&'t str> {
    let (item, word) = text.trim_end().rsplit_once(char::is_whitespace)?;
    let item = item.trim_end();
    (seams.list_conjunctions.contains(&word) && item.ends_with([';', ','])).then_some(item)
}

/// A text without the marks at its end; the point of an abbreviation before them stays: "Mr.:".
fn before_marks<'t>(text: &'t str, rules: &SentenceRules) -> &'t str {
    let mut words = text;
    while let Some(mark) = words.chars().next_back().filter(|mark| strength(*mark) > 0) {
        if words.len() < text.len() && is_abbreviated(words, rules) {
            break;
        }
        words = &words[..words.len() - mark.len_utf8()];
    }
    words
}

/// How long the final mark of a text is, in bytes with the space before it, and the mark that a
/// continuation put behind the text would lack (after an abbreviation, or a mark inside quotation
/// marks).
///
/// The mark of a list item takes the list's conjunction with it: "; and".
pub(super) fn final_mark(
    text: &str,
    rules: &SentenceRules,
    seams: &Seams,
) -> (usize, Option<char>) {
    let core = text.trim_end();
    if let Some(item) = before_conjunction(core, seams) {
        let words = item.trim_end_matches([';', ',']).trim_end();
        return (text.len() - words.len(), None);
    }
    let words = before_marks(core, rules);
    if words.len() == core.len() {
        let inner = core.trim_end_matches(|c| is_closing(c) || c == '"');
        let quoted = inner.len() < core.len() && inner.chars().next_back().is_some_and(is_final);
        return (text.len() - core.len(), quoted.then_some('.'));
    }
    if is_abbreviated(core, rules) {
        return (text.len() - core.len(), Some('.'));
    }
    (text.len() - words.trim_end().len(), None)
}
