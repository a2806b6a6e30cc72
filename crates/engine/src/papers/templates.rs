//! The messages that a secretariat can replace by its own (`--templates`), and what is wrong with its file in words.

use crate::words::{Args, Message, excerpt, say};
use ::words::templates::{Problem, Template};
use std::cmp::Reverse;
use text::Lang;

/// The messages of `locales/*/script.ftl`, each with what it is given.
pub const TEMPLATES: &[Template] = &[
    of("script-amendment", &["number"]),
    of("script-sub-amendment", &["number", "parent"]),
    of("script-oral", &["number"]),
    of("script-oral-sub", &["number", "parent"]),
    of("script-amendments", &["list"]),
    of("script-opening", &["text", "count"]),
    of("script-again", &["text", "count"]),
    of("script-order", &["text", "count"]),
    of("script-time", &["seconds"]),
    of("script-without-vote", &["amendments", "count", "outcome", "majority"]),
    of("script-propose", &["amendments", "count", "outcome", "majority"]),
    of("script-objections", &["amendments", "count", "outcome", "majority"]),
    of("script-objectors", &["count"]),
    of("script-declared", &["amendment", "outcome"]),
    of("script-falls", &["amendments", "count"]),
    of("script-reopened", &[]),
    of("script-only-if-objected", &["count"]),
    of("script-falls-if", &["numbers", "count"]),
    of("script-identical", &["amendments", "amendment", "count"]),
    of("script-decided-with", &["amendments", "amendment", "count"]),
    of("script-call", &["amendment", "who"]),
    of("script-seconds", &["seconds"]),
    of(
        "script-call-committee",
        &["amendment", "committee", "the-committee", "of-committee", "to-committee", "gender"],
    ),
    of("script-call-nobody", &["amendment"]),
    of("script-not-moved", &["amendment", "others"]),
    of("script-sub-first", &["amendment", "count"]),
    of("script-blocked", &["amendments", "count"]),
    of("script-debated-with", &["amendment", "amendments", "count"]),
    of("script-series", &["amendment", "amendments", "count", "words"]),
    of("script-rivals", &["amendment", "amendments", "count"]),
    of("script-quorum", &[]),
    of("script-back", &["amendment"]),
    of("script-speaker", &["amendment", "speaker"]),
    of("script-no-position", &["amendment", "speaker"]),
    of(
        "script-position",
        &["position", "committee", "the-committee", "of-committee", "to-committee", "gender"],
    ),
    of("script-put", &["amendment", "amended"]),
    of("script-ballot", &["method", "text", "majority"]),
    of("script-result", &["amendment", "outcome"]),
    of("script-or", &[]),
    of("script-whole", &["text", "method", "majority"]),
    of("script-whole-put", &["text", "method", "majority", "amended"]),
    of("script-whole-majority", &["text", "method", "majority"]),
    of("script-whole-result", &["text", "method", "majority", "outcome"]),
    of("script-cites-failed", &["text", "method", "majority", "other"]),
    of("origin-number", &["kind", "number"]),
    of("origin-provisional", &["amendments", "count"]),
    of(
        "origin-note",
        &[
            "debates",
            "day",
            "sitting",
            "reference",
            "report",
            "committee",
            "the-committee",
            "of-committee",
            "to-committee",
            "gender",
        ],
    ),
];

const fn of(id: &'static str, variables: &'static [&'static str]) -> Template {
    Template { id, variables }
}

/// What is wrong with a template, and what to do about it.
pub fn fault(problem: &Problem, lang: Lang) -> Message {
    let code = problem.code();
    let mut notes = Vec::new();
    let args = match problem {
        Problem::Syntax { why } => {
            let detail = Args::new().text("detail", excerpt(why, 200));
            notes.push(say(lang, "rules-parser-says", &detail));
            Args::new()
        }
        Problem::Unknown { id } => {
            let near = nearest(id);
            let found = if near.is_some() { "yes" } else { "no" };
            Args::new()
                .text("id", excerpt(id, 60))
                .text("found", found)
                .text("near", near.unwrap_or_default())
        }
        Problem::Variable { id, variable, known } => {
            let names = known.iter().map(|name| format!("${name}")).collect::<Vec<_>>().join(", ");
            let args =
                Args::new().text("id", excerpt(id, 60)).text("variable", excerpt(variable, 60));
            args.number("count", known.len()).text("known", names)
        }
        Problem::Reference { name } => Args::new().text("name", excerpt(name, 60)),
        Problem::Twice { id } | Problem::Empty { id } | Problem::Circle { id } => {
            Args::new().text("id", excerpt(id, 60))
        }
    };
    Message {
        text: say(lang, code, &args),
        remedy: say(lang, &format!("{code}.remedy"), &args),
        notes,
    }
}

/// The template whose name has the longest beginning in common with this one, of some length.
fn nearest(id: &str) -> Option<&'static str> {
    let common = |name: &str| name.chars().zip(id.chars()).take_while(|(a, b)| a == b).count();
    let best = TEMPLATES
        .iter()
        .map(|one| one.id)
        .max_by_key(|name| (common(name), Reverse(name.len())))?;
    (common(best) > "script-".len()).then_some(best)
}

#[cfg(test)]
mod tests {
    use super::TEMPLATES;
    use ::words::templates::{Templates, shipped_names};
    use text::Lang;

    const SHIPPED: [(Lang, &str); 2] = [
        (Lang::EN, include_str!("../../../words/locales/en/script.ftl")),
        (Lang::FR, include_str!("../../../words/locales/fr/script.ftl")),
    ];

    #[test]
    fn the_shipped_templates_are_those_that_can_be_replaced() {
        for (lang, file) in SHIPPED {
            let names: Vec<&str> = TEMPLATES.iter().map(|template| template.id).collect();
            assert_eq!(shipped_names(file), names, "{lang:?}");
            let read = Templates::read(file, lang, TEMPLATES);
            assert!(read.is_ok(), "{lang:?}: {:?}", read.err());
        }
    }
}
