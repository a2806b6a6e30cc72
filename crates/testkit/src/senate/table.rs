//! What was compared, as a table that a clerk can read.

use super::compare::{Agreement, Compared, Told, Why};
use std::fmt::{self, Write as _};

/// The table.
///
/// # Errors
///
/// Never: it is written into a text.
pub fn table(compared: &Compared) -> Result<String, fmt::Error> {
    let mut out = String::new();
    outcomes(compared, &mut out)?;
    order(compared, &mut out)?;
    writeln!(out, "Groups, in pairs            both   chair alone   we alone")?;
    agreement("identical", compared.identical, &mut out)?;
    agreement("joint discussion", compared.joint, &mut out)?;
    falls(compared, &mut out)?;
    Ok(out)
}

fn outcomes(compared: &Compared, out: &mut String) -> fmt::Result {
    writeln!(out, "Outcomes")?;
    for (words, (count, outcome)) in &compared.outcomes {
        let meant = outcome.map_or("NOT KNOWN", |outcome| outcome.as_str());
        writeln!(out, "  {count:>4}  {words:<40} {meant}")?;
    }
    writeln!(out)
}

fn order(compared: &Compared, out: &mut String) -> fmt::Result {
    let [wording, column, article] = compared.sources;
    writeln!(
        out,
        "Places: {wording} by the wording, {column} by the alinéa, {article} by the article"
    )?;
    writeln!(out, "Order: neighbours in the chair's order that ours has so")?;
    for (name, additional) in [("in articles", false), ("additional articles", true)] {
        for (told, what) in [
            (Told::Alinea, "alinéa alone says so"),
            (Told::Number, "number alone says so"),
            (Told::Nothing, "neither says so"),
        ] {
            let (ours, of) = compared
                .reproduced(|pair| pair.place.is_additional() == additional && pair.told == told);
            writeln!(out, "  {name:<22}{what:<24}{ours:>4} of {of:>3}  {}", share(ours, of))?;
        }
        let (ours, of) = compared.reproduced(|pair| pair.place.is_additional() == additional);
        writeln!(out, "  {name:<22}{:<24}{ours:>4} of {of:>3}  {}", "all", share(ours, of))?;
    }
    writeln!(out, "  The other way round in ours:")?;
    for pair in compared.pairs.iter().filter(|pair| !pair.ours) {
        let place = pair.place.to_string();
        writeln!(out, "    {place:<22}{} before {}", pair.first, pair.second)?;
    }
    writeln!(out)
}

fn agreement(name: &str, agreement: Agreement, out: &mut String) -> fmt::Result {
    let Agreement { both, chair, ours } = agreement;
    writeln!(out, "  {name:<24}{both:>6}{chair:>14}{ours:>11}")
}

fn falls(compared: &Compared, out: &mut String) -> fmt::Result {
    let explained = compared.falls.iter().filter(|fallen| fallen.why.is_explained()).count();
    writeln!(out, "\nFallen: {explained} of {} explained", compared.falls.len())?;
    for fallen in &compared.falls {
        let why = match &fallen.why {
            Why::Taken(by) => format!("{} took away all that it hangs on", by.join(" and ")),
            Why::Contradicted(by) => format!("{by} changes the same words, or took a part of it"),
            Why::Beside(by) => format!("{by} took away what it would stand beside"),
            Why::Alike(by) => format!("{by} inserts nearly the same"),
            Why::Parent(by) => format!("the amendment that it changes is gone: {by}"),
            Why::SamePoint(by) => {
                format!("not seen: {} at the same place, where both could stand", by.join(", "))
            }
            Why::Nothing => "not seen: nothing adopted touches its place".to_owned(),
        };
        writeln!(out, "  {:<18}{:<32}{why}", fallen.number, fallen.place)?;
    }
    Ok(())
}

/// A share in per cent.
fn share(part: usize, of: usize) -> String {
    format!("{:5.1} %", 100.0 * part as f64 / of.max(1) as f64)
}
