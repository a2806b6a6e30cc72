//! What an amendment does and where, as a clause: "replaces the last sentence of paragraph 2".
//!
//! A heading names a place from the outside in ("paragraph 7, third sentence"; that is
//! [`instruction::place_name`]). A sentence names it from the inside out ("the third sentence of
//! paragraph 7"), and in French with articles that merge ("à la troisième phrase du paragraphe
//! 7"): those forms stand in the message files, chosen here.

use crate::Version;
use ::words::{Args, has, say};
use instruction::{Operation, Payload, PayloadUnit, Place, PlaceUnit, Target};
use text::Lang;

/// What one operation does, as a clause without its subject: "adds words to paragraph 4".
///
/// `said` is the unit that the sentence has named already: that one is then "that paragraph".
pub fn action(
    operation: &Operation<Target>,
    version: &Version,
    said: Option<&Target>,
    lang: Lang,
) -> String {
    let target = operation.at();
    let again = said.is_some_and(|said| names_again(said, target));
    match operation {
        Operation::Insert { what, .. } => insertion(what, target, version, lang),
        Operation::Replace { .. } => verb("replaces", target, version, again, lang),
        Operation::Delete { .. } => verb("deletes", target, version, again, lang),
    }
}

/// The message `id` on a unit of this version: where it counts alinéas, as it is said of these.
pub(super) fn say_of(version: &Version, lang: Lang, id: &str, args: &Args) -> String {
    let counted = version.language().is_some_and(|of| of.tables.numbering.is_counted());
    // The remedy of a message is an attribute itself.
    let own = match id.split_once('.') {
        Some((message, attribute)) => format!("{message}.{attribute}-alinea"),
        None => format!("{id}.alinea"),
    };
    if counted && has(lang, &own) { say(lang, &own, args) } else { say(lang, id, args) }
}

fn verb(id: &str, target: &Target, version: &Version, again: bool, lang: Lang) -> String {
    let place = if again { same(target, version, lang) } else { object(target, version, lang) };
    say(lang, id, &Args::new().text("place", place))
}

fn insertion(what: &Payload, target: &Target, version: &Version, lang: Lang) -> String {
    if let Place::Slot { parent, position, .. } = target.place {
        return slot(what.paragraphs.len(), target.part, parent, position, version, lang);
    }
    let text = what.joined().text;
    let (id, count) = match what.unit {
        PayloadUnit::Sentences => ("adds-sentences", sentences(&text, version)),
        _ => ("adds-words", words(&text)),
    };
    let args = Args::new().text("place", direction(target, version, lang));
    say(lang, id, &args.number("count", count))
}

/// How many words a text has, marks that stand alone left out.
pub(super) fn words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}

fn sentences(text: &str, version: &Version) -> usize {
    let rules = version.language().map(|language| language.tables.sentences);
    rules.map_or(1, |rules| text::sentences(text, &rules).len())
}

fn slot(
    count: usize,
    part: u32,
    parent: Option<text::ProvisionId>,
    position: u32,
    version: &Version,
    lang: Lang,
) -> String {
    let at = |wanted: u32| {
        let provisions = version.index.provisions();
        provisions
            .iter()
            .find(|p| p.part == part && p.parent == parent && p.position == wanted)
            .map(|p| p.number.clone())
    };
    let before = position.checked_sub(1).and_then(at);
    let args = Args::new().number("count", count);
    if let Some(number) = before {
        return say_of(version, lang, "inserts-after", &args.text("number", number));
    }
    match at(position) {
        Some(number) => say_of(version, lang, "inserts-before", &args.text("number", number)),
        None => say_of(version, lang, "inserts", &args),
    }
}

/// Whether the second place is, as a unit, the one in which (or as which) the first was named.
fn names_again(said: &Target, target: &Target) -> bool {
    let one =
        |t: &Target| !matches!(t.place, Place::Provisions { first, last, .. } if first != last);
    match target.unit {
        PlaceUnit::Provision => one(target) && said.provision == target.provision,
        PlaceUnit::Sentence => {
            said.provision == target.provision
                && said.sentences.is_some()
                && said.sentences == target.sentences
        }
        PlaceUnit::Words => {
            said.unit == PlaceUnit::Words && said.place.span() == target.place.span()
        }
        PlaceUnit::Point | PlaceUnit::Title => false,
    }
}

fn same(target: &Target, version: &Version, lang: Lang) -> String {
    let several = target.sentences.is_some_and(|(first, last)| first != last);
    let id = match target.unit {
        PlaceUnit::Provision => "that-paragraph",
        PlaceUnit::Sentence if several => "those-sentences",
        PlaceUnit::Sentence => "that-sentence",
        PlaceUnit::Words | PlaceUnit::Point | PlaceUnit::Title => "those-words",
    };
    let count = words(target.place.span().of(version.index.text()));
    say_of(version, lang, id, &Args::new().number("count", count))
}

/// The place as an object: "paragraph 7", "la troisième phrase du paragraphe 7".
pub fn object(target: &Target, version: &Version, lang: Lang) -> String {
    named("object", target, version, lang)
}

/// The place as that to which something is added: "à la troisième phrase du paragraphe 7".
fn direction(target: &Target, version: &Version, lang: Lang) -> String {
    named("direction", target, version, lang)
}

fn named(case: &str, target: &Target, version: &Version, lang: Lang) -> String {
    let index = &version.index;
    let number = |id| index.provision_at(id).map_or("", |entry| entry.number.as_str());
    let named = target.provision.map(number).unwrap_or_default().to_owned();
    let args = Args::new().text("number", named.clone());
    let (form, args) = match (target.unit, &target.place, target.sentences) {
        (PlaceUnit::Title, ..) => ("title", args),
        (_, Place::Provisions { first, last, .. }, _) if first != last => {
            let follows = index.provision_at(*first).is_some_and(|entry| entry.next == *last);
            let args = Args::new().text("number", number(*first)).text("last", number(*last));
            (if follows { "two-paragraphs" } else { "paragraphs" }, args)
        }
        (PlaceUnit::Words, Place::Text { span }, _) => {
            let text = span.of(index.text());
            let args =
                args.number("count", words(text)).text("words", super::excerpt_of_words(text, 120));
            (if named.is_empty() { "words" } else { "words-in" }, args)
        }
        (_, _, Some((first, last))) if first != last => {
            let args = args.text("first", ordinal(first, lang)).text("last", ordinal(last, lang));
            (if last == first + 1 { "two-sentences" } else { "sentences" }, args)
        }
        (_, _, Some((nth, _))) => ("sentence", args.text("nth", ordinal(nth, lang))),
        (..) if named.is_empty() => ("text", args),
        (..) => ("paragraph", args),
    };
    say_of(version, lang, &format!("{case}-{form}"), &args)
}

fn ordinal(nth: u32, lang: Lang) -> String {
    say(lang, "ordinal", &Args::new().number("n", nth as usize))
}
