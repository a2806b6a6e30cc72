//! Roll calls by name, for the annex of minutes.

use super::{Desk, headed, paragraph};
use crate::document::{Row, Section};
use crate::words::Args;
use procedure::event::{Ballot, Count};

/// A vote by name.
pub(super) struct Roll {
    /// What it was on.
    pub on: String,
    /// Who voted how.
    pub count: Count,
}

/// The annex with all roll calls; none where there was none.
pub(super) fn annex(desk: &Desk<'_>, rolls: &[Roll]) -> Option<Section> {
    if rolls.is_empty() {
        return None;
    }
    let mut section = desk.section("annex".to_owned(), desk.plain("minutes-annex"));
    for (at, roll) in rolls.iter().enumerate() {
        let args = Args::new().text("at", (at + 1).to_string()).text("on", roll.on.as_str());
        section.rows.push(headed(desk.say("minutes-roll", &args)));
        section.rows.extend(sides(desk, &roll.count));
    }
    Some(section)
}

fn sides<'a>(desk: &'a Desk<'_>, count: &'a Count) -> impl Iterator<Item = Row> + 'a {
    let sides = [
        (Ballot::For, "minutes-roll-for"),
        (Ballot::Against, "minutes-roll-against"),
        (Ballot::Abstention, "minutes-roll-abstentions"),
    ];
    sides.into_iter().map(|(side, id)| {
        let of_it = count.roll.iter().filter(|(_, ballot)| *ballot == side);
        let names: Vec<String> = of_it.map(|(name, _)| desk.in_own(name)).collect();
        let args = Args::new().number("count", names.len()).text("names", names.join(", "));
        paragraph(desk.say(id, &args))
    })
}
