//! A bill of the French Sénat: the order in which its amendments were called, its groups and falls.

use hemicycle_testkit::senate::{Compared, Told, Why, compare, read};
use procedure::rules::named;
use std::path::Path;

/// The comparison, where the shared data is there.
#[allow(clippy::print_stdout, reason = "says why nothing was tested")]
fn compared() -> Option<Compared> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/fr-senate-order");
    if !folder.is_dir() {
        println!("skipped: no shared data");
        return None;
    }
    let bill = read(&folder).expect("the two files are read");
    assert_eq!((bill.amendments.len(), bill.calls.len()), (595, 490));
    let rules = named("senat", "2023").expect("the rules of the Sénat are shipped");
    Some(compare(&bill, rules))
}

#[test]
fn every_outcome_of_the_chamber_is_one_of_ours() {
    let Some(compared) = compared() else { return };
    let unknown: Vec<_> =
        compared.outcomes.iter().filter(|(_, (_, outcome))| outcome.is_none()).collect();
    assert!(unknown.is_empty(), "{unknown:?}");
    assert_eq!(compared.outcomes.values().map(|(count, _)| count).sum::<usize>(), 595);
}

/// What was reached, and must not be lost again.
#[test]
#[allow(clippy::print_stdout, reason = "`cargo test -- --nocapture` shows the figures")]
fn order_groups_and_falls_have_their_floors() {
    let Some(compared) = compared() else { return };
    let within = compared.reproduced(|pair| !pair.place.is_additional());
    let hard = |pair: &hemicycle_testkit::senate::Pair| pair.told == Told::Nothing;
    let untold = compared.reproduced(|pair| !pair.place.is_additional() && hard(pair));
    let additional = compared.reproduced(|pair| pair.place.is_additional());
    println!("in articles {within:?}, of them told by nothing else {untold:?}");
    println!("additional articles {additional:?}");
    println!("identical {:?}, joint {:?}", compared.identical, compared.joint);
    assert_eq!((within.1, untold.1, additional.1), (314, 82, 88));
    assert!(within.0 >= WITHIN && untold.0 >= UNTOLD && additional.0 >= ADDITIONAL);
    assert!(compared.identical.both >= 153 && compared.identical.ours == 0);
    assert!(compared.joint.both >= 398 && compared.joint.ours <= 20);
    let explained = compared.falls.iter().filter(|fallen| fallen.why.is_explained()).count();
    assert_eq!(compared.falls.len(), 24);
    assert!(explained >= 16, "{explained}");
    assert!(compared.falls.iter().all(|fallen| fallen.why != Why::Nothing));
}

const WITHIN: usize = 298;
const UNTOLD: usize = 70;
const ADDITIONAL: usize = 55;
