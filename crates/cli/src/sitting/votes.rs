//! `hemicycle sitting votes`: the fewest and the most votes still possible, each with a course.

use crate::diagnostics::wrapped;
use crate::supposed::{all_cited, behind, cited, who};
use engine::sitting::{Extreme, Put, PutAs, Sitting};
use engine::words::{Args, say};
use serde_json::{Value, json};
use text::Lang;

/// So many decisions of a course are shown; the others are counted.
const SHOWN: usize = 40;

/// The votes to come, for people.
pub fn text(held: &Sitting<'_>, lang: Lang) -> String {
    let votes = held.votes();
    let mut text = wrapped("", &say(lang, "votes-open", &Args::new().number("count", votes.open)));
    if votes.open > 0 {
        text += &extreme(&votes.fewest, "votes-fewest", held, lang);
        text += &extreme(&votes.most, "votes-most", held, lang);
        text += &wrapped("", &say(lang, "votes-assumed", &Args::new()));
    }
    if !votes.blocked.is_empty() {
        text += &wrapped("", &say(lang, "agenda-blocked", &Args::new()));
        votes.blocked.iter().for_each(|at| text += &wrapped("  ", &who(held, *at, lang)));
    }
    let texts = held.course.texts.iter().filter(|text| text.outcome.is_none()).count();
    if texts > 0 {
        text += &wrapped("", &say(lang, "votes-texts", &Args::new().number("count", texts)));
    }
    text
}

fn extreme(extreme: &Extreme, id: &str, held: &Sitting<'_>, lang: Lang) -> String {
    let id = if extreme.is_exact() { id.to_owned() } else { format!("{id}-bound") };
    let said = Args::new().number("count", extreme.votes).number("bound", extreme.bound);
    let mut text = wrapped("", &say(lang, &id, &said));
    for put in extreme.course.iter().take(SHOWN) {
        text += &wrapped("  ", &line(put, held, lang));
    }
    let more = extreme.course.len().saturating_sub(SHOWN);
    if more > 0 {
        text += &wrapped("  ", &say(lang, "votes-more", &Args::new().number("count", more)));
    }
    text
}

fn line(put: &Put, held: &Sitting<'_>, lang: Lang) -> String {
    let id = match put.by {
        PutAs::Vote if put.against.is_some() => "votes-paired",
        PutAs::Vote => "votes-put",
        PutAs::Declaration => "votes-declared",
    };
    let then = behind("outlook-fall", &put.fells, held, lang)
        + &behind("outlook-share", &put.shares, held, lang);
    let outcome = if put.adopted { "adopted" } else { "rejected" };
    let said = Args::new().text("who", who(held, put.amendment, lang)).text("outcome", outcome);
    let rival = put.against.map(|rival| who(held, rival, lang)).unwrap_or_default();
    let said = said.text("rival", rival);
    say(lang, id, &said.text("then", then))
}

/// The same for programs.
pub fn json(held: &Sitting<'_>) -> Value {
    let votes = held.votes();
    let put = |put: &Put| {
        json!({
            "amendment": cited(held, put.amendment),
            "against": put.against.map(|rival| cited(held, rival)),
            "outcome": if put.adopted { "adopted" } else { "rejected" },
            "by": match put.by {
                PutAs::Vote => "vote",
                PutAs::Declaration => "declaration",
            },
            "fells": all_cited(held, &put.fells),
            "shares": all_cited(held, &put.shares),
        })
    };
    let extreme = |extreme: &Extreme| {
        json!({
            "votes": extreme.votes,
            "bound": extreme.bound,
            "exact": extreme.is_exact(),
            "course": extreme.course.iter().map(put).collect::<Value>(),
        })
    };
    json!({
        "open": votes.open,
        "blocked": all_cited(held, &votes.blocked),
        "fewest": extreme(&votes.fewest),
        "most": extreme(&votes.most),
        "texts": held.course.texts.iter().filter(|text| text.outcome.is_none()).count(),
    })
}
