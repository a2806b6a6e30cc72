//! What a page of the web leaves in a text that was copied from it, read as what it stands for.
//!
//! ```text
//! 12&nbsp;000 euros             entities
//! le 1<sup>er</sup>janvier      elements within a line; behind a raised ending the space was lost
//! l'article 3 _bis_ainsi        low lines around words are emphasis, whose spaces were lost
//! 3° bisÀ la fin                the space behind a suffix in italics was lost
//! ```

use source::Origin;

/// A text without what a page of the web left in it: `&nbsp;`, `<sup>er</sup>`, `_bis_`.
pub fn plain(text: &str) -> String {
    match cleaned(text) {
        Some(signs) => signs.into_iter().map(|sign| sign.sign).collect(),
        None => text.to_owned(),
    }
}

/// The same with its origin, given that of `text`; `None` where nothing of the kind stands in it.
pub(crate) fn plain_from(text: &str, origin: &Origin) -> Option<(String, Origin)> {
    let signs = cleaned(text)?;
    let (mut plain, mut from) = (String::with_capacity(text.len()), Origin::default());
    for sign in signs {
        if let Some(at) = sign.at {
            let end = at + sign.sign.len_utf8();
            from.append(&origin.slice(at, end), plain.len());
        }
        plain.push(sign.sign);
    }
    Some((plain, from))
}

/// A character, and the byte at which it stands in the text that is cleaned, if it stands there.
#[derive(Clone, Copy, Debug)]
struct Sign {
    sign: char,
    at: Option<usize>,
}

/// A space that was lost.
const SPACE: Sign = Sign { sign: ' ', at: None };

/// Entities in the order in which they are undone: `&amp;lt;` is "<", too.
const ENTITIES: [&[(&str, char)]; 2] = [
    &[("&nbsp;", '\u{a0}'), ("&amp;", '&')],
    &[("&#8239;", '\u{202f}'), ("&lt;", '<'), ("&gt;", '>'), ("&quot;", '"'), ("&#39;", '\'')],
];

/// Elements within a line; others are words in angle brackets.
const INLINE: &[&str] = &["sup", "sub", "i", "b", "em", "strong", "span", "u", "br", "br/"];

/// Suffixes of labels that are set in italics.
const SUFFIXES: &[&str] = &["bis", "ter", "quater"];

fn cleaned(text: &str) -> Option<Vec<Sign>> {
    let marked = text.contains(['&', '<', '_']);
    if !marked && gaps(text).is_empty() {
        return None;
    }
    let mut signs: Vec<Sign> =
        text.char_indices().map(|(at, sign)| Sign { sign, at: Some(at) }).collect();
    if marked {
        for entities in ENTITIES {
            signs = without_entities(signs, entities);
        }
        signs = without_emphasis(&without_elements(&signs));
    }
    Some(with_gaps(signs))
}

fn is_at(signs: &[Sign], words: &str) -> bool {
    let mut here = signs.iter();
    words.chars().all(|wanted| here.next().is_some_and(|sign| sign.sign == wanted))
}

fn without_entities(signs: Vec<Sign>, entities: &[(&str, char)]) -> Vec<Sign> {
    let (mut out, mut at) = (Vec::with_capacity(signs.len()), 0);
    while let Some(sign) = signs.get(at) {
        let rest = signs.get(at..).unwrap_or_default();
        match entities.iter().find(|(entity, _)| sign.sign == '&' && is_at(rest, entity)) {
            Some((entity, stands_for)) => {
                // "&amp;" begins with what it stands for; any other has no place of its own.
                let at_sign = sign.at.filter(|_| *stands_for == '&');
                out.push(Sign { sign: *stands_for, at: at_sign });
                at += entity.chars().count();
            }
            None => {
                out.push(*sign);
                at += 1;
            }
        }
    }
    out
}

fn without_elements(signs: &[Sign]) -> Vec<Sign> {
    let (mut out, mut at) = (Vec::with_capacity(signs.len()), 0);
    while let Some(sign) = signs.get(at) {
        let end = element(signs.get(at..).unwrap_or_default());
        let Some((name, end)) = end.filter(|_| sign.sign == '<') else {
            out.push(*sign);
            at += 1;
            continue;
        };
        at += end;
        // "1<sup>er</sup>janvier"
        let next = signs.get(at).is_some_and(|next| next.sign.is_alphanumeric());
        if name.starts_with('/') && name.contains("sup") && next {
            out.push(SPACE);
        }
    }
    out
}

/// Characters of the longest element.
const LONGEST: usize = 400;

/// What stands in the angle brackets that begin here, and the characters that it takes with them.
fn element(signs: &[Sign]) -> Option<(String, usize)> {
    let end = signs.iter().take(LONGEST).position(|sign| sign.sign == '>')?;
    let inside: String = signs.get(1..end)?.iter().map(|sign| sign.sign).collect();
    let name = inside.trim_start_matches('/').split(' ').next().unwrap_or("");
    INLINE.contains(&name).then_some((inside.clone(), end + 1))
}

/// Low lines around words are emphasis, whose spaces were lost on one side: "_bis_ainsi".
fn without_emphasis(signs: &[Sign]) -> Vec<Sign> {
    let mut out: Vec<Sign> = Vec::with_capacity(signs.len());
    let mut open = false;
    for (at, sign) in signs.iter().enumerate() {
        if sign.sign != '_' {
            out.push(*sign);
            continue;
        }
        let before = out.last().map(|sign| sign.sign);
        let after = signs.get(at + 1).map(|sign| sign.sign);
        let word = |sign: Option<char>| sign.is_some_and(char::is_alphanumeric);
        if word(before) && word(after) || open && word(after) && before != Some(' ') {
            out.push(SPACE);
        }
        open = !open;
    }
    out
}

/// Where the space behind a suffix was lost, "3° bisÀ la fin", or the one before it, "1erbis".
fn gaps(text: &str) -> Vec<usize> {
    let mut gaps = Vec::new();
    for suffix in SUFFIXES {
        for (start, found) in text.match_indices(suffix) {
            let end = start + found.len();
            let before = text.get(..start).unwrap_or("");
            let first = before.strip_suffix("er");
            if first.is_some_and(|number| number.ends_with(|c: char| c.is_ascii_digit())) {
                gaps.push(start);
                continue;
            }
            let begins = !before.ends_with(char::is_alphanumeric);
            if begins && text.get(end..).is_some_and(|rest| rest.starts_with(char::is_uppercase)) {
                gaps.push(end);
            }
        }
    }
    gaps.sort_unstable();
    gaps
}

fn with_gaps(signs: Vec<Sign>) -> Vec<Sign> {
    let text: String = signs.iter().map(|sign| sign.sign).collect();
    let gaps = gaps(&text);
    if gaps.is_empty() {
        return signs;
    }
    let (mut out, mut at, mut gaps) =
        (Vec::with_capacity(signs.len()), 0, gaps.into_iter().peekable());
    for sign in signs {
        if gaps.next_if_eq(&at).is_some() {
            out.push(SPACE);
        }
        at += sign.sign.len_utf8();
        out.push(sign);
    }
    out
}

/// Where in a line the first of them stands, if any does.
pub(crate) fn first(line: &str) -> Option<usize> {
    let signs = cleaned(line)?;
    let moved = |(at, sign): (usize, &Sign)| (sign.at != Some(at)).then_some(at);
    let mut at = 0;
    for sign in &signs {
        if let Some(moved) = moved((at, sign)) {
            return Some(moved);
        }
        at += sign.sign.len_utf8();
    }
    (at < line.len()).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_for_what() {
        for (copied, meant) in [
            ("12&nbsp;000&#8239;€", "12\u{a0}000\u{202f}€"),
            ("&amp;lt;lac&gt; &quot;x&quot;", "<lac> \"x\""),
            ("le 1<sup>er</sup>janvier", "le 1er janvier"),
            ("le 1<sup>er</sup> janvier", "le 1er janvier"),
            ("a < b > c", "a < b > c"),
            ("l'article 3 _bis_ainsi", "l'article 3 bis ainsi"),
            ("3_bis_ du lac", "3 bis du lac"),
            ("3° bisÀ la fin", "3° bis À la fin"),
            ("l'article 1erbis", "l'article 1er bis"),
            ("le bistrot", "le bistrot"),
        ] {
            assert_eq!(plain(copied), meant, "{copied}");
        }
    }

    #[test]
    fn every_kept_character_stands_where_it_stood() {
        let copied = "le 1<sup>er</sup>janvier&nbsp;: 3 _bis_ainsi";
        let origin = Origin::verbatim(100, copied.len());
        let (plain, from) = plain_from(copied, &origin).expect("something stands in it");
        for word in ["le", "er", "janvier", "bis", "ainsi"] {
            let (here, there) = (plain.find(word), copied.find(word));
            let (here, there) = (here.expect("kept"), there.expect("kept"));
            assert_eq!(from.offset(here as u32), Some(100 + there as u32), "{word}");
        }
        assert_eq!(plain_from("le lac", &origin), None);
        assert_eq!((first("le lac"), first("a < b"), first("le 3 _bis_")), (None, None, Some(5)));
    }
}
