//! Law 11 on small texts: an open amendment, rebased, gives the text that both give together.

mod common;

use common::{Scene, delete, insert, one, plain, replace};
use hemicycle_merge::{
    Base, Consolidation, FallRules, Mode, OrderRules, Placed, consolidate, rebase,
};
use instruction::PayloadUnit::{Provisions, Sentences, Words};
use instruction::Side::{Next, Previous};
use instruction::{Operation, Target};
use text::Index;

fn scene() -> Scene {
    Scene::new(
        "1. The lake is wide and deep in winter. It is cold.
         2. The council:
         2.1. counts boats;
         2.2. lights lamps;
         2.3. rests.
         3. Boats rest, as paragraph 2 says.",
    )
}

/// Consolidates `adopted` and `open` together, and one after the other.
fn law(scene: &Scene, adopted: &[Operation<Target>], open: Operation<Target>) {
    let (rules, order) = (FallRules::default(), OrderRules::default());
    let instructions: Vec<_> = adopted.iter().cloned().map(|op| one(vec![op])).collect();
    let open = one(vec![open]);
    let numbers: Vec<String> = (1..=instructions.len()).map(|n| n.to_string()).collect();
    let placed: Vec<Placed<'_>> = instructions
        .iter()
        .zip(&numbers)
        .map(|(instruction, number)| Placed { number, instruction })
        .collect();
    let what = |base, adopted| {
        let mode = Mode::Sequence;
        Consolidation { base, adopted, mode, rules: &rules, order: &order }
    };
    let number = "9";
    let open = Placed { number, instruction: &open };
    let first = consolidate(&what(scene.base(), &placed)).expect("they stand together").draft;
    let rebased = rebase(&open, &what(scene.base(), &placed)).expect("it does not fall");
    let index = Index::new(&first, &scene.tables.sentences);
    let base = Base { draft: &first, index: &index, tables: scene.tables };
    let then = [Placed { number, instruction: &rebased }];
    let then = consolidate(&what(base, &then)).expect("one alone").draft;
    let both = [placed.clone(), vec![open]].concat();
    let together = consolidate(&what(scene.base(), &both)).expect("they stand together").draft;
    assert_eq!(plain(&then), plain(&together), "{rebased:?}");
}

#[test]
fn every_pair_of_a_handful() {
    let scene = scene();
    let all = [
        insert(scene.point("in winter.", Previous), Words, ", and dark"),
        insert(scene.point("in winter.", Previous), Sentences, "Fog is common."),
        insert(scene.point("It is cold.", Next), Words, "Still,"),
        insert(scene.point("It is cold.", Previous), Words, ", and dark."),
        insert(scene.point("It is cold.", Previous), Words, "See paragraph 3."),
        insert(scene.point("wide", Previous), Words, ", calm"),
        insert(scene.point("wide", Next), Words, "very"),
        replace(scene.words("deep"), Words, "grey"),
        replace(scene.words("deep in winter."), Words, "calm"),
        delete(scene.words("and deep")),
        delete(scene.words("It is cold.")),
        insert(scene.after("2.1"), Provisions, "counts rafts;"),
        insert(scene.after("2.3"), Provisions, "meets."),
        insert(scene.after("1"), Provisions, "Fog is common, see paragraph 3."),
        delete(scene.provision("2.1")),
        delete(scene.provision("2.3")),
        replace(scene.provision("2.2"), Provisions, "lights fires."),
        replace(scene.provisions("2.1", "2.2"), Provisions, "lights fires;"),
        insert(scene.closing("2"), Words, "and reports yearly."),
        insert(scene.point("lights lamps;", Previous), Words, "by night"),
        insert(scene.point("rests.", Previous), Words, "by night"),
        delete(scene.words("Boats rest,")),
        replace(scene.words("paragraph 2"), Words, "sub-paragraph 2.2"),
    ];
    // A wider change that supersedes an earlier one takes its text with it: no pair for this law.
    let stand = |a: &Operation<Target>, b: &Operation<Target>| {
        let (rules, order) = (FallRules::default(), OrderRules::default());
        let both = [one(vec![a.clone()]), one(vec![b.clone()])];
        let placed = [
            Placed { number: "1", instruction: &both[0] },
            Placed { number: "9", instruction: &both[1] },
        ];
        let (base, mode) = (scene.base(), Mode::Sequence);
        let what = Consolidation { base, adopted: &placed, mode, rules: &rules, order: &order };
        consolidate(&what).is_ok_and(|text| text.superseded.is_empty())
    };
    for first in &all {
        for second in &all {
            if first == second || !stand(first, second) {
                continue;
            }
            law(&scene, std::slice::from_ref(first), second.clone());
        }
    }
}
