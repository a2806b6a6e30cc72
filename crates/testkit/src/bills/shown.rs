//! A page of all cases with their differences.

use super::score::{Score, Verdict, lines};
use similar::ChangeTag;
use std::fmt::Write as _;

/// A case for the page: its name, our article, the official one, and the score.
pub struct Row<'a> {
    /// Its name.
    pub name: &'a str,
    /// Our article.
    pub ours: &'a str,
    /// The official one.
    pub official: &'a str,
    /// How they compare.
    pub score: &'a Score,
    /// Amendments not carried out, with the reason.
    pub refused: Vec<(&'a str, String)>,
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('\n', "<br>")
}

/// A page of HTML: each case that is not the same, with what we have and what was published.
pub fn page(rows: &[Row<'_>]) -> String {
    let mut out = String::from(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Articles applied</title><style>\
         body{font:16px/1.5 serif;max-width:52rem;margin:2rem auto;padding:0 1rem}\
         ins{background:#d9f2d9;text-decoration:none}del{background:#f8d7d7}\
         h2{font-size:1.05rem;border-top:1px solid #ccc;padding-top:1rem}\
         .why{color:#733}</style><h1>Articles applied</h1>\
         <p>Struck out: ours. Underlaid in green: the official text.</p>",
    );
    for row in rows {
        if matches!(row.score.verdict, Verdict::Exact | Verdict::Normalised) {
            continue;
        }
        let _ = write!(out, "<h2>{} — {:?}</h2>", escaped(row.name), row.score.verdict);
        for (name, why) in &row.refused {
            let _ = write!(out, "<p class=why>{}: {}</p>", escaped(name), escaped(why));
        }
        out.push_str("<p>");
        for (tag, text) in lines(row.ours, row.official) {
            let text = escaped(&text);
            let _ = match tag {
                ChangeTag::Equal => write!(out, "{text}"),
                ChangeTag::Delete => write!(out, "<del>{text}</del>"),
                ChangeTag::Insert => write!(out, "<ins>{text}</ins>"),
            };
        }
        out.push_str("</p>");
    }
    out.push_str("</html>\n");
    out
}
