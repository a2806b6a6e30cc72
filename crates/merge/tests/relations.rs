//! How amendments relate and fall, and in which order they are called.

mod common;

use common::{Scene, delete, insert, one, replace};
use hemicycle_merge::{
    FallRules, Groups, OrderReason, OrderRules, Placed, Relation, Relations, WiderAfterNarrower,
    falls, natural, order, relate,
};
use instruction::{Hang, Instruction, Operation, PayloadUnit, Side, Target};

const LAKE: &str = "
    # Safe lakes
    1. The lake is wide. It is deep in winter. Boats cross it.
    2. The council:
    2.1. counts boats;
    2.2. lights lamps;
    2.3. pays pilots.
    3. Fog is common on the lake. Ferries wait.
";

/// Amendments numbered 1, 2 … in the order given.
struct Tabled {
    scene: Scene,
    instructions: Vec<Instruction<Target>>,
    numbers: Vec<String>,
    rules: FallRules,
}

impl Tabled {
    fn new(operations: impl FnOnce(&Scene) -> Vec<Operation<Target>>) -> Self {
        Self::several(|scene| operations(scene).into_iter().map(|op| vec![op]).collect())
    }

    fn several(operations: impl FnOnce(&Scene) -> Vec<Vec<Operation<Target>>>) -> Self {
        let scene = Scene::new(LAKE);
        let instructions: Vec<_> = operations(&scene).into_iter().map(one).collect();
        let numbers = (1..=instructions.len()).map(|number| number.to_string()).collect();
        Self { scene, instructions, numbers, rules: FallRules::default() }
    }

    fn placed(&self) -> Vec<Placed<'_>> {
        let each = self.instructions.iter().zip(&self.numbers);
        each.map(|(instruction, number)| Placed { number, instruction }).collect()
    }

    /// The relation of amendment `a` to `b`, checked from both sides and against the sorted places.
    fn relation(&self, a: usize, b: usize) -> Relation {
        let (placed, base) = (self.placed(), self.scene.base());
        let related = relate(&placed[a - 1], &placed[b - 1], &base, &self.rules);
        let mirrored = relate(&placed[b - 1], &placed[a - 1], &base, &self.rules);
        assert_eq!(related.clone().flipped(), mirrored, "law 5");
        related.relation
    }

    fn falls(&self, amendment: usize, adopted: &[usize]) -> Option<Vec<usize>> {
        let placed = self.placed();
        let set: Vec<Placed<'_>> = adopted.iter().map(|at| placed[at - 1]).collect();
        let fall = falls(&placed[amendment - 1], &set, &self.scene.base(), &self.rules)?;
        assert!(!fall.gone.is_empty());
        Some(fall.causes.into_iter().map(|cause| adopted[cause]).collect())
    }

    fn order(&self) -> Vec<(usize, OrderReason, bool)> {
        let ranked = order(&self.placed(), &self.scene.base(), &OrderRules::default());
        ranked.into_iter().map(|one| (one.amendment + 1, one.reason, one.certain)).collect()
    }

    fn numbers(&self) -> Vec<usize> {
        self.order().into_iter().map(|(number, ..)| number).collect()
    }
}

fn words(scene: &Scene, old: &str, new: &str) -> Operation<Target> {
    replace(scene.words(old), PayloadUnit::Words, new)
}

/// A point that hangs on a whole provision.
fn at_end(scene: &Scene, number: &str, sentence: &str, new: &str) -> Operation<Target> {
    let mut target = scene.point(sentence, Side::Previous);
    target.provision = Some(scene.id(number));
    let entry = scene.index.provision_at(scene.id(number)).expect("it exists");
    target.hang = Hang::On(entry.span);
    insert(target, PayloadUnit::Sentences, new)
}

/// A point that hangs on its sentence.
fn in_sentence(scene: &Scene, number: &str, nth: u32, sentence: &str) -> Operation<Target> {
    let mut target = scene.point(sentence, Side::Previous);
    (target.provision, target.sentences) = (Some(scene.id(number)), Some((nth, nth)));
    insert(target, PayloadUnit::Words, ", often")
}

#[test]
fn the_wider_overtakes_the_narrower() {
    let tabled = Tabled::new(|scene| {
        vec![
            replace(scene.provision("1"), PayloadUnit::Provisions, "The lake is closed."),
            delete(scene.words("It is deep in winter.")),
            in_sentence(scene, "1", 2, "It is deep in winter."),
            at_end(scene, "1", "Boats cross it.", "Rafts follow."),
            words(scene, "Fog", "Mist"),
        ]
    });
    for narrow in [2, 3, 4] {
        assert_eq!(tabled.relation(1, narrow), Relation::Overtakes, "{narrow}");
        assert_eq!(tabled.falls(narrow, &[1]), Some(vec![1]));
        assert_eq!(tabled.falls(1, &[narrow]), None);
    }
    assert_eq!(tabled.relation(1, 5), Relation::Independent);
    assert_eq!(tabled.relation(2, 3), Relation::Overtakes, "the sentence is what 3 hangs on");
    assert_eq!(tabled.relation(2, 4), Relation::Independent, "the paragraph stands");
}

#[test]
fn crossing_changes_contradict_and_do_not_fell() {
    let tabled = Tabled::new(|scene| {
        vec![
            delete(scene.words("in winter. Boats")),
            delete(scene.words("It is deep in winter.")),
            words(scene, "is wide", "is narrow"),
        ]
    });
    assert_eq!(tabled.relation(1, 2), Relation::Contradicts);
    assert_eq!(tabled.falls(1, &[2]), None);
    assert_eq!(tabled.falls(2, &[1]), None);
    assert_eq!(tabled.relation(1, 3), Relation::Independent);
}

#[test]
fn two_replacements_of_the_same_words_overtake_each_other() {
    let tabled = Tabled::new(|scene| {
        vec![
            words(scene, "wide", "long"),
            words(scene, "wide", "deep"),
            words(scene, "wide", "long"),
        ]
    });
    let (placed, base) = (tabled.placed(), tabled.scene.base());
    let related = relate(&placed[0], &placed[1], &base, &tabled.rules);
    assert_eq!(related.relation, Relation::Contradicts);
    assert!(related.reason.mutual);
    assert_eq!(tabled.falls(1, &[2]), Some(vec![2]));
    assert_eq!(tabled.falls(2, &[1]), Some(vec![1]));
    assert_eq!(tabled.relation(1, 3), Relation::Identical);
    assert_eq!(tabled.falls(1, &[3]), None, "identical ones are decided together");
    assert_eq!(Groups::new(&placed).leader, [0, 1, 0]);
}

#[test]
fn several_together_take_away_what_none_takes_alone() {
    let tabled = Tabled::new(|scene| {
        vec![
            delete(scene.words("It is deep")),
            delete(scene.words("in winter.")),
            in_sentence(scene, "1", 2, "It is deep in winter."),
            delete(scene.words("Boats cross")),
        ]
    });
    assert_eq!(tabled.falls(3, &[1]), None);
    assert_eq!(tabled.falls(3, &[2]), None);
    assert_eq!(tabled.falls(3, &[1, 4, 2]), Some(vec![1, 2]), "4 has nothing to do with it");
    assert_eq!(tabled.relation(1, 3), Relation::Independent, "the point is outside what goes");
}

#[test]
fn every_sentence_deleted_leaves_the_paragraph() {
    let tabled = Tabled::new(|scene| {
        vec![
            delete(scene.words("Fog is common on the lake. Ferries wait.")),
            at_end(scene, "3", "Ferries wait.", "Lamps help."),
            delete(scene.provision("3")),
        ]
    });
    assert_eq!(tabled.falls(2, &[1]), None);
    assert_eq!(tabled.falls(2, &[3]), Some(vec![3]));
    assert_eq!(tabled.relation(3, 1), Relation::Overtakes);
}

#[test]
fn points_share_a_gap_and_paragraphs_a_slot() {
    let tabled = Tabled::new(|scene| {
        let before = |words| insert(scene.point(words, Side::Next), PayloadUnit::Sentences, "A.");
        vec![
            insert(scene.after("2.1"), PayloadUnit::Provisions, "mends nets;"),
            insert(scene.after("2.1"), PayloadUnit::Provisions, "feeds swans;"),
            insert(scene.after("2.3"), PayloadUnit::Provisions, "rows;"),
            insert(scene.after("2"), PayloadUnit::Provisions, "Rest."),
            at_end(scene, "1", "It is deep in winter.", "B."),
            before("Boats cross it."),
            delete(scene.provision("2.1")),
            delete(scene.provision("2")),
        ]
    });
    assert_eq!(tabled.relation(1, 2), Relation::SamePoint);
    assert_eq!(tabled.relation(5, 6), Relation::SamePoint);
    assert_eq!(tabled.relation(3, 4), Relation::Independent, "after 2.3 is not after 2");
    assert_eq!(tabled.relation(7, 1), Relation::Independent, "it hangs on paragraph 2");
    assert_eq!(tabled.falls(1, &[7]), None);
    assert_eq!(tabled.relation(8, 1), Relation::Overtakes);
    assert_eq!(tabled.relation(8, 4), Relation::Independent);
}

#[test]
fn an_amendment_falls_when_all_of_it_does() {
    let tabled = Tabled::several(|scene| {
        vec![
            vec![delete(scene.words("Fog")), delete(scene.words("wide"))],
            vec![delete(scene.provision("1"))],
            vec![delete(scene.provision("3"))],
            vec![delete(scene.provision("1")), delete(scene.provision("3"))],
        ]
    });
    assert_eq!(tabled.relation(1, 2), Relation::Contradicts, "one of its operations lapses");
    assert_eq!(tabled.falls(1, &[2]), None);
    assert_eq!(tabled.falls(1, &[2, 3]), Some(vec![2, 3]));
    assert_eq!(tabled.relation(1, 4), Relation::OvertakenBy);
    let (placed, base) = (tabled.placed(), tabled.scene.base());
    let relations = Relations::new(&placed, &base, &tabled.rules);
    assert_eq!(relations.fells(3), [0, 1, 2]);
    assert_eq!(relations.fells_count(3), 3);
}

#[test]
fn a_profile_may_track_lost_anchors_or_fell_the_wider() {
    let beside = |scene: &Scene| {
        let mut target = scene.point("common", Side::Previous);
        target.provision = Some(scene.id("3"));
        insert(target, PayloadUnit::Words, "and thick")
    };
    let mut tabled = Tabled::new(|scene| {
        vec![beside(scene), delete(scene.words("is common")), delete(scene.provision("3"))]
    });
    assert_eq!(tabled.falls(1, &[2]), Some(vec![2]));
    tabled.rules.lost_anchor_is_tracked = true;
    assert_eq!(tabled.falls(1, &[2]), None);
    assert_eq!(tabled.falls(1, &[3]), Some(vec![3]), "the paragraph went with it");
    assert_eq!(tabled.falls(3, &[2]), None);
    tabled.rules.wider_after_narrower = WiderAfterNarrower::Falls;
    assert_eq!(tabled.falls(3, &[2]), Some(vec![2]));
}

#[test]
fn quoted_words_that_are_partly_gone_contradict() {
    let tabled = Tabled::new(|scene| {
        let target = scene.point("lights lamps", Side::Previous);
        vec![insert(target, PayloadUnit::Words, "and fires"), words(scene, "lamps", "lanterns")]
    });
    assert_eq!(tabled.relation(1, 2), Relation::Contradicts);
    assert_eq!(tabled.falls(1, &[2]), None);
}

#[test]
fn the_order_is_that_of_the_places_and_the_wider_comes_first() {
    let tabled = Tabled::new(|scene| {
        vec![
            insert(scene.after("2"), PayloadUnit::Provisions, "Rest."),
            insert(scene.after("2.3"), PayloadUnit::Provisions, "rows;"),
            delete(scene.provision("3")),
            words(scene, "Fog", "Mist"),
            delete(scene.provision("1")),
            in_sentence(scene, "1", 2, "It is deep in winter."),
            delete(scene.words("The lake is wide.")),
            replace(scene.provision("1"), PayloadUnit::Provisions, "The lake is closed."),
            delete(scene.words("Safe")),
            delete(scene.provision("2.3")),
            insert(scene.closing("2"), PayloadUnit::Words, "and rests."),
        ]
    });
    assert_eq!(tabled.numbers(), [9, 5, 8, 7, 6, 10, 2, 11, 1, 3, 4]);
    let reasons: Vec<OrderReason> =
        tabled.order().into_iter().map(|(_, reason, _)| reason).collect();
    use OrderReason::{Contained, First, Place, Rank};
    assert_eq!(reasons[..6], [First, Place, Rank, Contained, Place, Place]);
    assert_eq!(reasons[10], Contained);
}

#[test]
fn the_farthest_comes_first_and_close_distances_are_left_to_a_clerk() {
    let tabled = Tabled::new(|scene| {
        let whole =
            |text| replace(scene.words("Fog is common on the lake."), PayloadUnit::Sentences, text);
        vec![
            whole("Fog is common on the river."),
            whole("Nobody knows where the swans of the lake sleep at night."),
            whole("Mist is common on the lake."),
        ]
    });
    use OrderReason::{Distance, First};
    assert_eq!(
        tabled.order(),
        [(2, First, true), (1, Distance, true), (3, Distance, false)],
        "1 and 3 change one word each"
    );
}

#[test]
fn crossing_changes_are_left_to_a_clerk() {
    let tabled = Tabled::new(|scene| {
        vec![delete(scene.words("in winter. Boats")), delete(scene.words("It is deep in winter."))]
    });
    let order = tabled.order();
    assert_eq!((order[0].0, order[1].0), (2, 1));
    assert!(!order[1].2);
}

#[test]
fn numbers_decide_at_one_place() {
    let mut tabled = Tabled::new(|scene| {
        let at = || insert(scene.after("1"), PayloadUnit::Provisions, "One more.");
        vec![at(), at(), at(), at()]
    });
    tabled.numbers = ["10", "2", "3 rev.", "3"].map(str::to_owned).to_vec();
    assert_eq!(tabled.numbers(), [2, 4, 3, 1]);
    assert!(natural("9", "10").is_lt());
}

/// A small generator: the same draws on every machine.
struct Draws(u64);

impl Draws {
    fn below(&mut self, limit: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % limit
    }
}

/// Any amendment of one or two operations to the lake.
fn any(scene: &Scene, draws: &mut Draws) -> Vec<Operation<Target>> {
    let units = ["1", "2", "2.1", "2.2", "2.3", "3"];
    let quotes = [
        "The lake is wide.",
        "It is deep in winter.",
        "Boats cross it.",
        "in winter. Boats",
        "wide",
        "deep in winter",
        "is deep",
        "counts boats",
        "lights lamps",
        "Fog is common on the lake.",
        "common",
        "Ferries wait.",
        "Fog",
        "lake. Ferries",
    ];
    let count = 1 + draws.below(4) / 3;
    let operation = |draws: &mut Draws| {
        let (unit, quote) = (units[draws.below(units.len())], quotes[draws.below(quotes.len())]);
        let new = ["lamps", "swans and nets"][draws.below(2)];
        match draws.below(8) {
            0 => delete(scene.provision(unit)),
            1 => replace(scene.provision(unit), PayloadUnit::Provisions, new),
            2 => delete(scene.words(quote)),
            3 | 4 => words(scene, quote, new),
            5 => insert(scene.point(quote, Side::Previous), PayloadUnit::Words, new),
            6 => insert(scene.point(quote, Side::Next), PayloadUnit::Words, new),
            _ => insert(scene.after(unit), PayloadUnit::Provisions, new),
        }
    };
    (0..count).map(|_| operation(draws)).collect()
}

/// The sorted places answer as pairs do, law 4 (falls are monotone) and law 3 (permuting).
#[test]
fn queries_by_range_agree_with_pairs() {
    let mut draws = Draws(1);
    for _ in 0..60 {
        let count = 2 + draws.below(14);
        let tabled = Tabled::several(|scene| (0..count).map(|_| any(scene, &mut draws)).collect());
        let (placed, base) = (tabled.placed(), tabled.scene.base());
        let relations = Relations::new(&placed, &base, &tabled.rules);
        for a in 0..count {
            let others = || (0..count).filter(move |b| *b != a);
            let fells = |a: usize, b: usize| tabled.falls(b + 1, &[a + 1]).is_some();
            let expected: Vec<usize> = others().filter(|b| fells(a, *b)).collect();
            assert_eq!(relations.fells(a), expected, "{:?}", tabled.instructions);
            assert_eq!(relations.fells_count(a), expected.len());
            let expected: Vec<usize> = others().filter(|b| fells(*b, a)).collect();
            assert_eq!(relations.fallen_by(a), expected);
            let clash = |b: &usize| tabled.relation(a + 1, b + 1) != Relation::Independent;
            assert_eq!(relations.clashes(a), others().filter(clash).collect::<Vec<_>>());
            let set: Vec<usize> = others().map(|b| b + 1).collect();
            let cut = draws.below(set.len() + 1);
            if tabled.falls(a + 1, &set[..cut]).is_some() {
                assert!(tabled.falls(a + 1, &set).is_some(), "law 4: monotone");
            }
        }
        let order = tabled.numbers();
        let reversed: Vec<Placed<'_>> = placed.iter().rev().copied().collect();
        let again = hemicycle_merge::order(&reversed, &base, &OrderRules::default());
        let again: Vec<usize> = again.into_iter().map(|one| count - one.amendment).collect();
        assert_eq!(order, again, "law 3");
    }
}
