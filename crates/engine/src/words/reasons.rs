//! Why amendments stand as they do, and why they are called in this order.

use super::{named, place};
use crate::State;
use ::words::{Args, nested, say};
use instruction::{NotExecutable, Operation, Target};
use merge::{OrderReason, Related, Relation};
use text::Lang;

/// Why `a` and `b` stand as they do: "amendment 6 adds words to the third sentence of paragraph 7;
/// amendment 4 replaces that paragraph". `from` is the language whose places decided
/// ([`State::relate`]); the sentence is in `lang`.
pub fn reason(
    related: &Related,
    from: Lang,
    a: usize,
    b: usize,
    state: &State,
    lang: Lang,
) -> String {
    let subject = |position| named(state, position, true, lang);
    let two =
        |id: &str| say(lang, id, &Args::new().text("first", subject(a)).text("second", subject(b)));
    match related.relation {
        Relation::Independent => return two("relation-independent"),
        Relation::Identical => return two("relation-identical"),
        _ => {}
    }
    // The narrower one is named first: the wider one can then say "that paragraph".
    let (first, second) = match related.relation {
        Relation::Overtakes => ((b, related.reason.second), (a, related.reason.first)),
        _ => ((a, related.reason.first), (b, related.reason.second)),
    };
    let both = clauses(first, second, from, state, lang);
    let id = match related.relation {
        _ if related.reason.mutual => "relation-mutual",
        Relation::SamePoint => "relation-same-point",
        Relation::Contradicts => "relation-contradicts",
        _ => return both,
    };
    say(lang, id, &Args::new().text("both", both))
}

fn clauses(
    first: (usize, Option<usize>),
    second: (usize, Option<usize>),
    from: Lang,
    state: &State,
    lang: Lang,
) -> String {
    let Some(version) = state.dossier.version(from) else { return String::new() };
    let one = operation_of(state, first.0, first.1, from);
    let two = operation_of(state, second.0, second.1, from);
    let clause = |operation: Option<&Operation<Target>>, said| {
        operation.map(|operation| place::action(operation, version, said, lang)).unwrap_or_default()
    };
    let args = Args::new()
        .text("first", named(state, first.0, true, lang))
        .text("one", clause(one, None))
        .text("second", named(state, second.0, true, lang))
        .text("two", clause(two, one.map(Operation::at)));
    nested(&say(lang, "relation-two", &args), lang)
}

fn operation_of(
    state: &State,
    amendment: usize,
    operation: Option<usize>,
    lang: Lang,
) -> Option<&Operation<Target>> {
    let texts = &state.dossier.amendments.get(amendment)?.texts;
    let text = texts.iter().position(|text| text.lang == lang)?;
    let placed = state.worked.get(amendment)?.get(text)?.placed.as_ref()?;
    placed.operations.get(operation.unwrap_or(0))
}

/// The relation of the first to the second, in a word or two: "fells".
pub fn kind(relation: Relation, lang: Lang) -> String {
    let id = match relation {
        Relation::Independent => "kind-independent",
        Relation::SamePoint => "kind-same-point",
        Relation::Contradicts => "kind-contradicts",
        Relation::Overtakes => "kind-overtakes",
        Relation::OvertakenBy => "kind-overtaken-by",
        Relation::Identical => "kind-identical",
    };
    say(lang, id, &Args::new())
}

/// Why the amendment at this rank (0-based) is called where it is.
pub fn order_reason(state: &State, rank: usize, lang: Lang) -> String {
    let Some(ranked) = state.order.get(rank) else { return String::new() };
    let previous = rank.checked_sub(1).and_then(|rank| state.order.get(rank));
    let sub = |at: usize| state.dossier.amendments.get(at).is_some_and(|a| a.parent.is_some());
    let before = previous.map(|p| named(state, p.amendment, true, lang)).unwrap_or_default();
    let args = Args::new().text("before", before);
    if sub(ranked.amendment) {
        return say(lang, "order-sub", &args);
    }
    if !placed(state, ranked.amendment) {
        return say(lang, "order-unplaced", &args);
    }
    let id = match ranked.reason {
        OrderReason::First => "order-first",
        OrderReason::Part => "order-part",
        OrderReason::Place => "order-place",
        OrderReason::Contained => "order-contained",
        OrderReason::Rank => "order-rank",
        OrderReason::Kind => "order-kind",
        OrderReason::Distance => "order-distance",
        OrderReason::Reach => "order-reach",
        OrderReason::Joint => "order-joint",
        OrderReason::Number => "order-number",
    };
    say(lang, id, &args)
}

fn placed(state: &State, amendment: usize) -> bool {
    state.worked.get(amendment).is_some_and(|texts| texts.iter().any(|w| w.placed.is_some()))
}

/// "replace", "insert" or "delete", for a column of a table.
pub fn operation<At>(operation: &Operation<At>, lang: Lang) -> String {
    let id = match operation {
        Operation::Insert { .. } => "operation-insert",
        Operation::Replace { .. } => "operation-replace",
        Operation::Delete { .. } => "operation-delete",
    };
    say(lang, id, &Args::new())
}

/// Why a wording cannot be carried out mechanically; without a reason of its own: because it was
/// not understood or its place not found.
pub fn not_executable(why: Option<NotExecutable>, lang: Lang) -> String {
    let id = match why {
        Some(NotExecutable::Conditional) => "why-conditional",
        Some(NotExecutable::Consequential) => "why-consequential",
        Some(NotExecutable::DescribedPayload) => "why-described",
        Some(NotExecutable::Layout) => "why-layout",
        Some(NotExecutable::Move) => "why-move",
        None => "why-findings",
    };
    say(lang, id, &Args::new())
}
