//! What the chair must see to before an amendment is put.

use super::{and, excerpt, named, say};
use crate::sitting::{Quorum, Sitting};
use text::Lang;
use words::Args;

/// The most characters that are shown of what a series has in common.
const SHOWN: usize = 400;

/// What comes before an open amendment is put to the vote, a line each: the rivals that it is put against, the common part
/// of a series, those with which it is debated, the members that must be there.
pub fn beforehand(sitting: &Sitting<'_>, at: usize, lang: Lang) -> Vec<String> {
    let all = |all: &[usize]| {
        let names: Vec<String> =
            all.iter().map(|at| named(&sitting.state, sitting.place(*at), true, lang)).collect();
        and(&names, lang)
    };
    let mut lines = Vec::new();
    let mut line = |id: &str, args: &Args| lines.push(say(lang, id, args));
    match sitting.quorum() {
        Some(Quorum::NotChecked) => line("sitting-quorum-not-checked", &Args::new()),
        Some(Quorum::Missing { present, members }) => {
            let args = Args::new().number("present", present as usize);
            line("sitting-no-quorum", &args.number("members", members as usize));
        }
        None => {}
    }
    let series = sitting.series(at);
    if !series.is_empty() {
        let common = sitting.common_part(&series);
        let own = common.iter().find(|text| text.lang == lang.tag()).or(common.first());
        let words = own.map(|text| excerpt(&text.wording, SHOWN)).unwrap_or_default();
        line("sitting-series", &Args::new().text("amendments", all(&series)).text("words", words));
    }
    let together = sitting.debated_with(at);
    if !together.is_empty() {
        line("sitting-debated-with", &Args::new().text("amendments", all(&together)));
    }
    let opponents = sitting.opponents(at);
    if !opponents.is_empty() {
        line("sitting-against", &Args::new().text("amendments", all(&opponents)));
    }
    lines
}
