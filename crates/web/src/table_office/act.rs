//! What a form says that was done, as the event that records it.

use super::fields::Fields;
use procedure::event::{Declared, Edition, Event, Id, Seized};

/// Characters of a name, of a number and of a reason at most.
const NAME: usize = 200;
const NUMBER: usize = 40;
const REASON: usize = 2_000;

/// The event; the message that says what is missing where the form does not say one.
///
/// # Errors
/// The name of that message.
pub fn event(fields: &Fields) -> Result<Event, &'static str> {
    too_long(fields)?;
    let amendment = Id(fields.get("amendment").to_owned());
    let other = Id(fields.get("other").to_owned());
    let said = |name: &str| fields.trimmed(name).to_owned();
    let who = |name: &str| match fields.trimmed(name) {
        "" => Err("office-no-name"),
        some => Ok(some.to_owned()),
    };
    Ok(match fields.get("what") {
        "admit" => Event::Admitted { amendment, by: who("by")? },
        "rule-out" => Event::RuledOut { amendment, ruling: fields.ruling() },
        "number" => Event::Numbered { amendment, number: said("number") },
        "late" => {
            let committee = Some(said("committee")).filter(|name| !name.is_empty());
            Event::Tabled { amendment, committee, late: Some(fields.ruling()) }
        }
        "withdraw" => Event::Withdrawn { amendment, by: who("by")? },
        "separate" => Event::Separated { amendment, by: who("by")?, capacity: fields.capacity() },
        "compromise" => Event::Compromise { amendment, ruling: fields.ruling() },
        "order" => {
            let before = Some(Id(said("before"))).filter(|id| !id.0.is_empty());
            Event::Ordered { amendment, before, ruling: fields.ruling() }
        }
        "relate" => {
            let relation = declared(fields.get("relation")).ok_or("office-no-relation")?;
            // Whoever declares it does so in one capacity.
            let (capacity, mut ruling) = (fields.capacity(), fields.ruling());
            ruling.capacity = None;
            let (first, second) = pair(fields, amendment, other);
            Event::Related { first, second, relation, capacity, ruling }
        }
        "lift" => {
            let (first, second) = pair(fields, amendment, other);
            Event::RelationLifted { first, second, ruling: fields.ruling() }
        }
        "group" => {
            let amendments = fields.all("together").map(Id::from).collect();
            Event::Grouped { amendments, ruling: fields.ruling() }
        }
        "seize" => {
            let what = match fields.get("for") {
                "report" => Seized::Report,
                "opinion" => Seized::Opinion,
                _ => return Err("office-no-relation"),
            };
            Event::Seized { committee: who("committee")?, what }
        }
        "deadline" => {
            let at = fields.moment("at").ok_or("office-no-moment")?;
            let sub_amendments = fields.get("of") == "sub-amendments";
            Event::DeadlineSet { at, sub_amendments, by: who("by")? }
        }
        "position" => {
            let position = fields.term("position").ok_or("office-no-position")?;
            let count = fields.count().map_err(|_| "office-no-figures")?;
            Event::CommitteePosition { amendment, committee: who("committee")?, position, count }
        }
        "publish" => {
            if fields.get("looked").is_empty() {
                return Err("office-not-looked");
            }
            let edition = edition(fields.get("edition")).ok_or("office-no-edition")?;
            Event::Published { edition, name: who("name")? }
        }
        _ => return Err("office-no-act"),
    })
}

/// The amendment that the page is about, and the other one: in the direction that the form says.
fn pair(fields: &Fields, amendment: Id, other: Id) -> (Id, Id) {
    if fields.get("direction") == "back" { (other, amendment) } else { (amendment, other) }
}

/// A field that holds more than anybody writes there.
pub fn too_long(fields: &Fields) -> Result<(), &'static str> {
    let long = |(name, value): &(String, String)| {
        let most = match name.as_str() {
            "by" | "committee" | "name" | "amendment" | "other" | "before" => NAME,
            "number" => NUMBER,
            "reason" => REASON,
            _ => return false,
        };
        value.chars().count() > most
    };
    if fields.0.iter().any(long) { Err("office-too-long") } else { Ok(()) }
}

/// The relations that can be declared, each with its name in forms.
pub const RELATIONS: [(&str, Declared); 3] = [
    ("fells", Declared::Fells),
    ("independent", Declared::Independent),
    ("consequential", Declared::Consequential),
];

fn declared(name: &str) -> Option<Declared> {
    RELATIONS.iter().find(|(known, _)| *known == name).map(|(_, relation)| *relation)
}

/// The editions, each with its name in forms.
pub const EDITIONS: [(&str, Edition); 3] = [
    ("provisional", Edition::Provisional),
    ("revised", Edition::Revised),
    ("final", Edition::Final),
];

fn edition(name: &str) -> Option<Edition> {
    EDITIONS.iter().find(|(known, _)| *known == name).map(|(_, edition)| *edition)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(all: &[(&str, &str)]) -> Result<Event, &'static str> {
        event(&Fields(all.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect()))
    }

    #[test]
    fn what_is_missing_is_named() {
        for (fields, lacks) in [
            (&[][..], "office-no-act"),
            (&[("what", "dance")], "office-no-act"),
            (&[("what", "admit"), ("by", " ")], "office-no-name"),
            (&[("what", "relate"), ("relation", "likes")], "office-no-relation"),
            (&[("what", "deadline"), ("at", "soon")], "office-no-moment"),
            (&[("what", "position"), ("position", "perhaps")], "office-no-position"),
            (&[("what", "publish"), ("edition", "final"), ("name", "x")], "office-not-looked"),
            (&[("what", "publish"), ("looked", "yes"), ("name", "x")], "office-no-edition"),
        ] {
            assert_eq!(of(fields), Err(lacks), "{fields:?}");
        }
        let long = "x".repeat(201);
        assert_eq!(of(&[("what", "admit"), ("by", &long)]), Err("office-too-long"));
    }
}
