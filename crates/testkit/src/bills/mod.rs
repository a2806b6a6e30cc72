//! Articles of French bills with the amendments adopted on them, and how well we apply those.
//!
//! Two steps that cannot see each other: [`apply`] knows the article before and the amendments;
//! [`score`] compares what came out with the official article after.

pub mod apply;
pub mod made;
pub mod score;
mod shown;

pub use shown::{Row, page};

use instruction::style::{Language, style};

/// French in the style of bills.
///
/// # Panics
///
/// Where the registry has lost it.
pub fn language() -> &'static Language {
    let style = style("fr-national").expect("the style of bills is registered");
    style.languages.first().expect("it has French")
}

/// What a page of the web leaves in a text, read as what it stands for: `&nbsp;`, `<sup>er</sup>`,
/// `_bis_`.
pub fn plain(text: &str) -> String {
    let mut out =
        text.replace("&nbsp;", "\u{a0}").replace("&amp;", "&").replace("&#8239;", "\u{202f}");
    out =
        out.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'");
    let mut clean = String::with_capacity(out.len());
    let mut rest = out.as_str();
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at(at);
        clean.push_str(before);
        let end = tag.find('>').filter(|end| is_inline(&tag[1..*end]));
        match end {
            Some(end) => {
                rest = &tag[end + 1..];
                // "1<sup>er</sup>janvier"
                let glued = tag[..=end].starts_with("</")
                    && rest.starts_with(char::is_alphanumeric)
                    && tag[..=end].contains("sup");
                if glued {
                    clean.push(' ');
                }
            }
            None => {
                clean.push('<');
                rest = &tag[1..];
            }
        }
    }
    clean.push_str(rest);
    emphasis(&clean)
}

fn is_inline(tag: &str) -> bool {
    let name = tag.trim_start_matches('/').split(' ').next().unwrap_or("");
    matches!(name, "sup" | "sub" | "i" | "b" | "em" | "strong" | "span" | "u" | "br" | "br/")
}

/// Low lines around words are emphasis, whose spaces were lost on one side: "_bis_ainsi".
fn emphasis(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut open = false;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if c != '_' {
            out.push(c);
            continue;
        }
        let before = out.chars().next_back();
        let after = chars.peek().copied();
        let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        if word(before) && word(after) || open && word(after) && before != Some(' ') {
            out.push(' ');
        }
        open = !open;
    }
    suffixes(&out)
}

/// "3° bisÀ la fin": the space behind a suffix in italics was lost.
fn suffixes(text: &str) -> String {
    let mut out = text.to_owned();
    for suffix in ["bis", "ter", "quater"] {
        let mut from = 0;
        while let Some(at) = out.get(from..).and_then(|rest| rest.find(suffix)) {
            let (start, end) = (from + at, from + at + suffix.len());
            let begins = !out[..start].ends_with(char::is_alphanumeric);
            if begins && out[end..].starts_with(char::is_uppercase) {
                out.insert(end, ' ');
            }
            from = end;
        }
    }
    out
}
