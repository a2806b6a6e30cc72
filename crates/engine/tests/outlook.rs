//! What could happen in a sitting and where it stands: hypothetical courses, the votes to come, what is decided without
//! a vote, and what is open on the text as amended so far.

// What is measured is said.
#![allow(clippy::print_stdout)]

use hemicycle_engine::adopt::{Selection, adopt};
use hemicycle_engine::sitting::{
    Basis, ClashEffect, Declaration, Impossible, PutAs, Sitting, Standing, Supposed, Supposition,
};
use hemicycle_engine::state::{Profile, State};
use hemicycle_engine::{Dossier, open};
use procedure::event::{Event, Time, Vote};
use procedure::log::Head;
use procedure::rules::{Method, Position, Rules, Speaker, named};
use procedure::state::{Outcome, Refusal};
use source::SourceFile;
use std::sync::Arc;
use testkit::bilingual::Bilingual;
use testkit::random::Random;
use testkit::tabled::{Marks, tabled};
use text::{Block, Child, Draft, Lang};

fn pace() -> &'static Rules {
    named("pace", "2024").expect("it comes with the program")
}

const DRAFT: &str = "Doc. 7

A. Draft resolution

1. The Assembly thanks the pilots. It counts the boats, and the boats are many.
2. It calls on the harbours to keep the lamps lit. Fog is common in winter.
3. It asks for rafts. It asks for ropes.
";

/// A dossier with these amendments to the draft above; "3/1" is a sub-amendment.
fn dossier(amendments: &[(&str, &str)]) -> Dossier {
    let mut file = DRAFT.to_owned();
    for (number, wording) in amendments {
        let heading = match number.split_once('/') {
            Some((parent, number)) => format!("Sub-amendment {number} to amendment {parent}"),
            None => format!("Amendment {number}"),
        };
        file += &format!("\n{heading}\nTabled by Ms Ada FOG\n{wording}\n");
    }
    read(&file)
}

fn read(file: &str) -> Dossier {
    open::open(vec![Arc::new(SourceFile::decode("paper.txt", file.as_bytes()))]).state.dossier
}

fn unopened(dossier: &Dossier) -> Sitting<'static> {
    Sitting::unopened(dossier, pace()).expect("a log can be opened on it")
}

fn at(sitting: &Sitting<'_>, cited: &str) -> usize {
    sitting.cited(cited).unwrap_or_else(|| panic!("no {cited}"))
}

fn suppose(sitting: &mut Sitting<'_>, cited: &str, outcome: Supposed) -> Result<(), Impossible> {
    let amendment = at(sitting, cited);
    sitting.suppose(Supposition::Amendment { amendment, outcome }).map(drop)
}

fn outcome(sitting: &Sitting<'_>, cited: &str) -> Option<Outcome> {
    sitting.course.amendments[at(sitting, cited)].decision().map(|decision| decision.outcome)
}

fn cited(sitting: &Sitting<'_>, amendments: &[usize]) -> Vec<String> {
    amendments.iter().map(|at| sitting.citation(&sitting.course.amendments[*at])).collect()
}

/// Records an event at this second of the sitting.
fn record(sitting: &mut Sitting<'_>, second: u64, event: Event) {
    let then = sitting.consequences(&event).unwrap_or_else(|why| panic!("{event:?}: {why:?}"));
    let head = Head { seq: sitting.course.seq, ..Head::default() };
    let entry = head.next(Time::of_unix(second), "clerk", event, then);
    let taken = sitting.course.apply(&entry, sitting.rules);
    taken.unwrap_or_else(|why| panic!("{entry:?}: {why:?}"));
}

fn position(sitting: &mut Sitting<'_>, cited: &str, position: Position) {
    let amendment = sitting.course.amendments[at(sitting, cited)].id.clone();
    let committee = "Committee on Lamps".to_owned();
    record(sitting, 0, Event::CommitteePosition { amendment, committee, position, count: None });
}

// Hypothetical courses

const CHAIN: [(&str, &str); 4] = [
    ("1", "In the draft resolution, delete paragraph 1."),
    (
        "2",
        "In the draft resolution, paragraph 1, replace the word \"many\" with the following word: \"few\".",
    ),
    ("3", "In the draft resolution, paragraph 3, delete the second sentence."),
    (
        "3/1",
        "In amendment 3, replace the words \"second sentence\" with the following words: \"first sentence\".",
    ),
];

#[test]
fn a_course_is_supposed_step_by_step() {
    let mut sitting = unopened(&dossier(&CHAIN));
    suppose(&mut sitting, "1", Supposed::Adopted).expect("nothing forbids it");
    assert_eq!(outcome(&sitting, "2"), Some(Outcome::Fell));
    // What has fallen is not decided again: the reason names what it fell by.
    let by = vec![at(&sitting, "1")];
    let amendment = at(&sitting, "2");
    let fell = Impossible::Decided { amendment, outcome: Outcome::Fell, by };
    let before = sitting.course.clone();
    assert_eq!(suppose(&mut sitting, "2", Supposed::Rejected), Err(fell));
    assert_eq!(sitting.course, before, "what is refused changes nothing");
    // A sub-amendment of which nothing is supposed is rejected before what it changes is put.
    let mut without = sitting.clone();
    suppose(&mut without, "3", Supposed::Adopted).expect("nothing forbids it");
    assert_eq!(outcome(&without, "3/1"), Some(Outcome::Rejected));
    suppose(&mut sitting, "3/1", Supposed::Adopted).expect("nothing forbids it");
    suppose(&mut sitting, "3", Supposed::Adopted).expect("nothing forbids it");
    let text = sitting.text().expect("it stands together");
    let seen = seen(&text.texts[0].consolidated.draft);
    assert!(seen.contains("2. It asks for ropes."), "{seen}");
    assert_eq!(sitting.next(), None);
    sitting.suppose(Supposition::Text { part: 0, adopted: true }).expect("all are decided");
}

#[test]
fn what_is_not_moved_or_withdrawn_takes_its_sub_amendments_with_it() {
    for supposed in [Supposed::NotMoved, Supposed::Withdrawn] {
        let mut sitting = unopened(&dossier(&CHAIN));
        suppose(&mut sitting, "3", supposed).expect("nothing forbids it");
        assert_eq!(outcome(&sitting, "3/1"), Some(Outcome::Fell));
    }
    let mut sitting = unopened(&dossier(&CHAIN));
    let text = sitting.suppose(Supposition::Text { part: 0, adopted: true });
    assert!(matches!(text, Err(Impossible::Rules(Refusal::AmendmentsOpen { .. }))), "{text:?}");
}

#[test]
fn what_is_on_the_floor_goes_back_to_its_place() {
    let mut sitting = unopened(&dossier(&CHAIN));
    record(&mut sitting, 0, Event::SittingOpened { name: "Third sitting".into() });
    record(&mut sitting, 10, Event::Called { amendment: "2".into() });
    // It is on the floor and not moved yet: only that is missing.
    let mut there = sitting.clone();
    suppose(&mut there, "2", Supposed::NotMoved).expect("it is on the floor");
    suppose(&mut sitting, "3/1", Supposed::Rejected).expect("2 waits");
    assert_eq!(outcome(&sitting, "2"), None);
    suppose(&mut sitting, "2", Supposed::Adopted).expect("it is called again");
    assert_eq!(outcome(&sitting, "2"), Some(Outcome::Adopted));
}

#[test]
fn no_log_is_opened_on_two_amendments_with_one_number() {
    let twice = dossier(&[CHAIN[0], ("1", "In the draft resolution, delete paragraph 2.")]);
    assert!(Sitting::unopened(&twice, pace()).is_err());
}

#[test]
fn a_hypothesis_is_what_a_log_would_say() {
    for seed in 0..40 {
        let dossier = tabled(seed, Lang::EN, 4, 6, Marks::None);
        let mut random = Random::new(seed);
        let Ok(mut supposed) = Sitting::unopened(&dossier, pace()) else { continue };
        let again = Sitting::new(&dossier, supposed.course.clone(), pace());
        let places = |sitting: &Sitting<'_>| -> Vec<usize> {
            (0..sitting.course.amendments.len()).map(|at| sitting.place(at)).collect()
        };
        assert_eq!(places(&again), places(&supposed), "seed {seed}");
        while let Some(next) = supposed.next() {
            let outcome = [Supposed::Adopted, Supposed::Rejected][random.below(2)];
            let step = Supposition::Amendment { amendment: next.amendment, outcome };
            if supposed.suppose(step).is_err() {
                let outcome = Supposed::Withdrawn;
                let step = Supposition::Amendment { amendment: next.amendment, outcome };
                supposed.suppose(step).expect("whatever is open can be withdrawn");
            }
            supposed.text().unwrap_or_else(|why| panic!("seed {seed}: {why:?}"));
        }
    }
}

// What is put to the vote

#[test]
fn the_agenda_says_what_is_put_who_speaks_and_how_long_it_takes() {
    let mut sitting = unopened(&dossier(&[
        CHAIN[0],
        CHAIN[1],
        ("3", "In the draft resolution, paragraph 2, delete the second sentence."),
        ("4", "In the draft resolution, paragraph 2, delete the second sentence."),
        ("5", "In the draft resolution, paragraph 3, delete the second sentence."),
        ("6", "In the draft resolution, paragraph 9, delete the second sentence."),
    ]));
    position(&mut sitting, "5", Position::Unanimous);
    let agenda = sitting.agenda();
    let questions: Vec<(Vec<String>, Vec<String>)> = agenda
        .questions
        .iter()
        .map(|one| (cited(&sitting, &[one.amendment]), cited(&sitting, &one.with)))
        .collect();
    let one = |number: &str| vec![number.to_owned()];
    assert_eq!(questions, [(one("1"), vec![]), (one("2"), vec![]), (one("3"), one("4"))]);
    assert_eq!(agenda.without_vote, [(at(&sitting, "5"), true)]);
    assert_eq!(cited(&sitting, &agenda.blocked), ["6"]);
    assert_eq!(agenda.texts.len(), 1);
    // Nothing was heard yet: three speeches of thirty seconds on each of three questions.
    let estimate = agenda.estimate.expect("the rules give a speaking time");
    assert_eq!(estimate.basis, Basis::Speeches { speeches: 3, seconds: 30 });
    assert_eq!((estimate.each, estimate.left), (90, 270));
    let all = [Speaker::Mover, Speaker::Against, Speaker::Committee];
    assert_eq!(agenda.questions[0].speakers, all);
    // The rapporteur speaks where the committee took no position.
    position(&mut sitting, "2", Position::NoPosition);
    let all = [Speaker::Mover, Speaker::Against, Speaker::Committee, Speaker::Rapporteur];
    assert_eq!(sitting.agenda().questions[1].speakers, all);

    record(&mut sitting, 0, Event::SittingOpened { name: "Third sitting".into() });
    record(&mut sitting, 100, Event::Called { amendment: "1".into() });
    record(&mut sitting, 160, Event::NotMoved { amendment: "1".into() });
    record(&mut sitting, 160, Event::Called { amendment: "2".into() });
    let by = "Ms Ada FOG".to_owned();
    let moved = Event::Moved { amendment: "2".into(), by: by.clone(), taken_over: false };
    record(&mut sitting, 170, moved);
    let speaker = Speaker::Against;
    record(&mut sitting, 180, Event::Spoke { amendment: "2".into(), by, speaker });
    let agenda = sitting.agenda();
    assert_eq!(agenda.heard, [(at(&sitting, "1"), 60), (at(&sitting, "2"), 20)]);
    let estimate = agenda.estimate.expect("one was heard");
    assert_eq!(estimate.basis, Basis::Heard { amendments: 1 });
    assert_eq!((estimate.each, estimate.left), (60, 40 + 60));
    assert!(agenda.questions[0].on_the_floor);
    let left = [Speaker::Committee, Speaker::Rapporteur];
    assert_eq!(agenda.questions[0].speakers, left);
}

#[test]
fn the_time_of_a_sub_amendment_is_not_that_of_what_it_changes() {
    let mut sitting = unopened(&dossier(&CHAIN));
    let parent = sitting.course.amendments[at(&sitting, "3")].id.clone();
    let sub = sitting.course.amendments[at(&sitting, "3/1")].id.clone();
    record(&mut sitting, 0, Event::SittingOpened { name: "Third sitting".into() });
    record(&mut sitting, 100, Event::Called { amendment: parent.clone() });
    record(&mut sitting, 130, Event::Called { amendment: sub.clone() });
    record(&mut sitting, 150, Event::NotMoved { amendment: sub });
    record(&mut sitting, 160, Event::NotMoved { amendment: parent });
    assert_eq!(sitting.agenda().heard, [(at(&sitting, "3"), 40), (at(&sitting, "3/1"), 20)]);
}

// What is decided without a vote

#[test]
fn contradictions_of_the_filter_are_seen_before_the_sitting() {
    let mut sitting = unopened(&dossier(&[
        CHAIN[0],
        CHAIN[1],
        ("3", "In the draft resolution, paragraph 2, delete the second sentence."),
        (
            "4",
            "In the draft resolution, paragraph 2, replace the words \"lit. Fog is\" with the following words: \"lit, for fog is\".",
        ),
        ("5", "In the draft resolution, paragraph 3, delete the second sentence."),
        (
            "5/1",
            "In amendment 5, replace the words \"second sentence\" with the following words: \"first sentence\".",
        ),
        ("6", "In the draft resolution, paragraph 3, delete the first sentence."),
    ]));
    for number in ["1", "2", "3", "4", "5"] {
        position(&mut sitting, number, Position::Unanimous);
    }
    position(&mut sitting, "6", Position::AgainstByTwoThirds);
    let filter = sitting.filter();
    let of = |cited: &str| at(&sitting, cited);
    let then = |cited: &str| {
        let found = filter.eligible.iter().find(|one| one.amendment == of(cited));
        found.map(|one| (one.adopted, one.then.clone()))
    };
    let declared = |fells: Vec<usize>| Declaration::Declared { fells };
    assert_eq!(then("1"), Some((true, declared(vec![of("2")]))));
    assert_eq!(then("2"), Some((true, Declaration::Gone { by: vec![of("1")] })));
    assert_eq!(then("6"), Some((false, declared(vec![]))));
    let barred: Vec<_> =
        filter.barred.iter().map(|one| (one.amendment, &one.sub_amendments)).collect();
    assert_eq!(barred, [(of("5"), &vec![of("5/1")])]);
    let clashes: Vec<_> =
        filter.clashes.iter().map(|one| (one.first, one.second, one.effect)).collect();
    let expected = [(of("1"), of("2"), ClashEffect::Falls)];
    assert_eq!(clashes[..1], expected);
    let mut other = [clashes[1].0, clashes[1].1];
    other.sort_unstable();
    assert_eq!((other, clashes[1].2), ([of("3"), of("4")], ClashEffect::Overlap));
    assert!(filter.clashes.iter().all(|clash| clash.related.is_some()));
}

// The votes to come

/// All courses, one after the other: fewest and most votes. None where something cannot be put.
fn brute(sitting: &mut Sitting<'_>) -> Option<[usize; 2]> {
    let Some(first) = put_first(sitting) else { return Some([0, 0]) };
    let saved = sitting.course.clone();
    let mut best: Option<[usize; 2]> = None;
    for outcome in [Supposed::Adopted, Supposed::Rejected] {
        if is_put(sitting, first, outcome) {
            let [fewest, most] = brute(sitting)?;
            best = Some(match best {
                None => [fewest + 1, most + 1],
                Some([fewer, more]) => [fewer.min(fewest + 1), more.max(most + 1)],
            });
        }
        sitting.course.clone_from(&saved);
    }
    best
}

/// What is put first: a sub-amendment before what it changes, and before what that is put against; and the rival that it
/// is put against.
fn put_first(sitting: &Sitting<'_>) -> Option<(usize, Option<usize>)> {
    // What has prevailed over a rival is still on the floor.
    let floor = sitting.course.floor.first().map(|floor| floor.amendment);
    let main = floor.or_else(|| sitting.next().map(|next| next.amendment))?;
    let rivals = sitting.opponents(main);
    let mut subs = [main].into_iter().chain(rivals.iter().copied()).flat_map(|main| {
        let order = sitting.calling_order().into_iter();
        let own = order.filter(move |at| sitting.course.amendments[*at].parent == Some(main));
        own.filter(|at| sitting.course.amendments[*at].is_open())
    });
    Some(subs.next().map_or((main, rivals.first().copied()), |sub| (sub, None)))
}

/// Whether it can be put with this outcome, to the vote or against its rival; it is then.
fn is_put(
    sitting: &mut Sitting<'_>,
    (at, rival): (usize, Option<usize>),
    outcome: Supposed,
) -> bool {
    let Some(rival) = rival else { return suppose_at(sitting, at, outcome).is_ok() };
    let saved = sitting.course.clone();
    let (first, second) = [at, rival].map(|at| sitting.course.amendments[at].id.clone()).into();
    let adopted = outcome == Supposed::Adopted;
    let vote = Vote { method: Method::ShowOfHands, count: None, adopted };
    if sitting.course.on_the_floor().is_none() {
        let by = sitting.course.amendments[at].signed.first().cloned().unwrap_or_default();
        record(sitting, 0, Event::Called { amendment: first.clone() });
        record(sitting, 0, Event::Moved { amendment: first.clone(), by, taken_over: false });
    }
    let event = Event::Paired { first, second, vote };
    let Ok(then) = sitting.consequences(&event) else {
        sitting.course = saved;
        return false;
    };
    let head = Head { seq: sitting.course.seq, ..Head::default() };
    let entry = head.next(Time::of_unix(0), "clerk", event, then);
    sitting.course.apply(&entry, sitting.rules).expect("the rules have them put in pairs");
    true
}

fn suppose_at(
    sitting: &mut Sitting<'_>,
    amendment: usize,
    outcome: Supposed,
) -> Result<(), Impossible> {
    sitting.suppose(Supposition::Amendment { amendment, outcome }).map(drop)
}

/// Declares what can be, as the chair would before anything is called.
fn declare_all(sitting: &mut Sitting<'_>) {
    for at in sitting.calling_order() {
        let amendment = sitting.course.amendments[at].id.clone();
        let can = |adopted: &bool| {
            sitting.course.can_be_proposed(&amendment, *adopted, sitting.rules).is_ok()
        };
        let Some(adopted) = [true, false].into_iter().find(can) else { continue };
        let saved = sitting.course.clone();
        record(sitting, 0, Event::Proposed { amendments: vec![amendment.clone()], adopted });
        let declared = Event::DeclaredDecided { amendment };
        match sitting.consequences(&declared) {
            Ok(_) => record(sitting, 0, declared),
            Err(_) => sitting.course = saved,
        }
    }
}

fn fewest_and_most(dossier: &Dossier, seed: u64, rules: &Rules, counts: &mut [usize; 4]) {
    let Ok(mut sitting) = Sitting::unopened(dossier, rules) else { return };
    let mut random = Random::new(seed ^ 0x0dd5);
    record(&mut sitting, 0, Event::SittingOpened { name: "Third sitting".into() });
    for at in 0..sitting.course.amendments.len() {
        let positions = [Position::Unanimous, Position::AgainstByTwoThirds];
        if random.once_in(6) {
            let number = sitting.citation(&sitting.course.amendments[at]);
            position(&mut sitting, &number, positions[random.below(2)]);
        }
    }
    // What cannot be carried out is not put.
    for at in sitting.agenda().blocked {
        let amendment = sitting.course.amendments[at].id.clone();
        if sitting.course.amendments[at].is_open() {
            record(&mut sitting, 0, Event::Withdrawn { amendment, by: "Ms Ada FOG".into() });
        }
    }
    let votes = sitting.votes();
    let mut played = sitting.clone();
    declare_all(&mut played);
    let Some([fewest, most]) = brute(&mut played) else {
        counts[3] += 1;
        return;
    };
    assert!(votes.fewest.is_exact() && votes.most.is_exact(), "seed {seed}: {votes:?}");
    assert_eq!([votes.fewest.votes, votes.most.votes], [fewest, most], "seed {seed}: {votes:?}");
    for extreme in [&votes.fewest, &votes.most] {
        // The course that is shown is one.
        let mut sitting = sitting.clone();
        for put in extreme.course.iter().filter(|put| put.by == PutAs::Declaration) {
            let amendment = sitting.course.amendments[put.amendment].id.clone();
            let (amendments, adopted) = (vec![amendment.clone()], put.adopted);
            record(&mut sitting, 0, Event::Proposed { amendments, adopted });
            record(&mut sitting, 0, Event::DeclaredDecided { amendment });
        }
        for put in extreme.course.iter().filter(|put| put.by == PutAs::Vote) {
            let this = (put.amendment, put.against);
            // Of rivals the sub-amendments to either may come first: which are rivals may change on the way.
            if !rules.votes.pairwise.value {
                assert_eq!(put_first(&sitting), Some(this), "seed {seed}: {votes:?}");
            }
            let outcome = if put.adopted { Supposed::Adopted } else { Supposed::Rejected };
            assert!(is_put(&mut sitting, this, outcome), "seed {seed}: {votes:?}");
        }
        assert_eq!(sitting.next(), None, "seed {seed}: {votes:?}");
    }
    counts[0] += 1;
    counts[1] += usize::from(fewest < most);
    counts[2] += votes.open;
}

fn cases() -> u64 {
    std::env::var("HEMICYCLE_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(200)
}

#[test]
fn the_fewest_and_the_most_votes_are_those_of_all_courses() {
    let mut counts = [0; 4];
    for seed in 0..cases() / 4 {
        let lang = if seed % 2 == 0 { Lang::EN } else { Lang::FR };
        let small = tabled(seed, lang, 2, 5, Marks::None);
        fewest_and_most(&small, seed, pace(), &mut counts);
    }
    let [held, apart, open, skipped] = counts;
    println!("{held} dossiers with {open} open, {apart} with fewer and more, {skipped} left out");
    assert!(apart * 4 > held && skipped * 2 < held, "{counts:?}");
}

#[test]
fn so_they_are_where_rivals_are_put_in_pairs() {
    let mut rules = pace().clone();
    rules.votes.pairwise.value = true;
    let (mut counts, mut paired) = ([0; 4], 0);
    for seed in 0..cases() / 4 {
        let small = tabled(seed, Lang::EN, 2, 5, Marks::None);
        fewest_and_most(&small, seed, &rules, &mut counts);
        if let Ok(sitting) = Sitting::unopened(&small, &rules) {
            let course = sitting.votes().most.course;
            paired += usize::from(course.iter().any(|put| put.against.is_some()));
        }
    }
    assert!(counts[0] > 0 && paired * 10 > counts[0], "{counts:?}, {paired} with rivals");
}

#[test]
fn so_they_are_in_two_languages() {
    let mut counts = [0; 4];
    for seed in 0..cases() / 20 {
        let mut papers = Bilingual::new(seed, 3);
        let changes: Vec<_> = (0..6).map(|_| papers.change()).collect();
        let texts = [papers.compendium(false, &changes), papers.compendium(true, &changes)];
        let files =
            texts.iter().map(|text| Arc::new(SourceFile::decode("paper.txt", text.as_bytes())));
        fewest_and_most(&open::open(files.collect()).state.dossier, seed, pace(), &mut counts);
    }
    assert!(counts[0] > 0, "{counts:?}");
}

#[test]
fn beyond_what_is_searched_there_is_a_bound() {
    // Each deletes two words that follow one another: all have to do with one another.
    let words: Vec<String> = (0..40).map(|at| format!("w{at}")).collect();
    let mut file = format!("Doc. 7\n\nA. Draft resolution\n\n1. {}.\n", words.join(" "));
    for at in 0..39 {
        let quoted = format!("{} {}", words[at], words[at + 1]);
        file += &format!(
            "\nAmendment {}\nIn the draft resolution, paragraph 1, delete the words \"{quoted}\".\n",
            at + 1
        );
    }
    file += "\nAmendment 40\nIn the draft resolution, delete paragraph 1.\n";
    let sitting = unopened(&read(&file));
    let votes = sitting.votes();
    assert_eq!(votes.open, 40);
    assert!(votes.fewest.bound <= votes.fewest.votes && votes.most.votes <= votes.most.bound);
    // Adopting 40, called first, fells all others: found at once, whatever is left.
    assert_eq!((votes.fewest.votes, votes.fewest.bound), (1, 1));
    assert_eq!((votes.most.votes, votes.most.bound), (40, 40));
}

// What is open on the text as amended so far

fn seen(draft: &Draft) -> String {
    fn block(block: &Block, out: &mut String) {
        out.push_str(&block.content.text);
        out.push('\n');
    }
    fn children(list: &[Child], out: &mut String) {
        for child in list {
            match child {
                Child::Block(content) => block(content, out),
                Child::Provision(provision) => {
                    out.push_str(&format!("{}. ", provision.number));
                    children(&provision.children, out);
                }
                Child::Opaque(opaque) => out.push_str(&opaque.text),
            }
        }
    }
    let mut out = String::new();
    for part in &draft.parts {
        part.title.iter().for_each(|title| block(title, &mut out));
        children(&part.children, &mut out);
    }
    out
}

#[test]
fn what_is_open_is_shown_on_the_text_as_amended() {
    let mut sitting = unopened(&dossier(&[
        CHAIN[0],
        CHAIN[1],
        ("3", "In the draft resolution, paragraph 2, delete the second sentence."),
    ]));
    let three = at(&sitting, "3");
    let before = sitting.rebased(three).expect("it stands");
    assert_eq!(before[0].standing, Standing::AsTabled);
    suppose(&mut sitting, "1", Supposed::Adopted).expect("nothing forbids it");
    let after = sitting.rebased(three).expect("it stands");
    let Standing::Reworded(wording) = &after[0].standing else { panic!("{after:?}") };
    assert!(wording.contains("paragraph 1"), "{wording}");
    // What has fallen is not shown.
    assert_eq!(sitting.rebased(at(&sitting, "2")).expect("it stands"), []);
}

/// Law 11 through the wording that people see: the text amended so far, with the wording shown carried out in it, is the
/// text that both give together. And whatever is open has a place: what has none has fallen.
fn shown_wordings(dossier: &Dossier, seed: u64, counts: &mut [usize; 4]) {
    let Ok(mut sitting) = Sitting::unopened(dossier, pace()) else { return };
    let mut random = Random::new(seed ^ 0x4eba);
    while let Some(next) = sitting.next() {
        let outcome = if random.once_in(3) { Supposed::Rejected } else { Supposed::Adopted };
        if suppose_at(&mut sitting, next.amendment, outcome).is_err() {
            let taken = suppose_at(&mut sitting, next.amendment, Supposed::Withdrawn);
            taken.expect("whatever is open can be withdrawn");
        }
        let text = sitting.text().expect("it stands");
        let all: Vec<usize> = (0..sitting.course.amendments.len()).collect();
        for (at, found) in sitting.rebased_all(&all).expect("it stands") {
            let Ok(together) = sitting.text_if_adopted(&[at]) else { continue };
            let amendment = &sitting.state.dossier.amendments[sitting.place(at)];
            for rebased in found {
                let version = |texts: &hemicycle_engine::adopt::Adopted| {
                    let texts = texts.texts.iter().find(|text| text.lang == rebased.lang);
                    texts.map(|text| text.consolidated.draft.clone()).expect("its language")
                };
                let tabled = amendment.texts.iter().find(|text| text.lang == rebased.lang);
                let tabled = tabled.expect("its language").clone();
                let wording = match &rebased.standing {
                    Standing::AsTabled => tabled.wording.clone(),
                    Standing::Reworded(wording) => wording.clone(),
                    Standing::Done => {
                        assert_eq!(seen(&version(&text)), seen(&version(&together)), "seed {seed}");
                        continue;
                    }
                    Standing::Unsaid => {
                        counts[2] += 1;
                        continue;
                    }
                };
                counts[usize::from(matches!(rebased.standing, Standing::Reworded(_)))] += 1;
                let mut alone = sitting.state.dossier.clone();
                alone.versions.retain(|version| version.lang == rebased.lang);
                alone.versions[0].draft = version(&text);
                let tables = instruction::style::language(rebased.lang).expect("it is known");
                let sentences = &tables.tables.sentences;
                alone.versions[0].index = text::Index::new(&alone.versions[0].draft, sentences);
                let texts =
                    vec![hemicycle_engine::AmendmentText { wording: wording.clone(), ..tabled }];
                let amendment = hemicycle_engine::Amendment { texts, ..amendment.clone() };
                alone.amendments = vec![amendment];
                let state = State::new(alone, Profile::of(pace()), Vec::new());
                let then = adopt(&state, &Selection::Set(vec![0]));
                let then = then.unwrap_or_else(|why| panic!("seed {seed}: {wording}: {why:?}"));
                assert_eq!(
                    seen(&version(&then)),
                    seen(&version(&together)),
                    "seed {seed}: {wording}"
                );
            }
        }
        let adopted = sitting.adopted();
        for (at, record) in sitting.course.amendments.iter().enumerate() {
            let fell = record.decision().is_some_and(|found| found.outcome == Outcome::Fell);
            if fell && record.parent.is_none() && record.sub_amendments.is_empty() {
                let place = sitting.place(at);
                let rebasings =
                    hemicycle_engine::adopt::rebasings(&sitting.state, place, &[], &adopted);
                let none = rebasings.iter().any(|(_, forms)| forms.is_empty());
                let twin = sitting.state.identical_to(place).iter().any(|at| adopted.contains(at));
                assert!(none || twin, "seed {seed}: it fell, and has a place");
                counts[3] += 1;
            }
        }
    }
}

#[test]
fn the_wording_shown_leads_to_the_text_of_both() {
    let mut counts = [0; 4];
    for seed in 0..cases() / 4 {
        let lang = if seed % 2 == 0 { Lang::EN } else { Lang::FR };
        shown_wordings(&tabled(seed, lang, 4, 6, Marks::None), seed, &mut counts);
    }
    let [tabled, reworded, unsaid, fell] = counts;
    println!("{tabled} as tabled, {reworded} reworded, {unsaid} unsaid; {fell} had fallen");
    assert!(reworded > 20 && fell > 5, "{counts:?}");
    assert!(unsaid * 10 < tabled + reworded, "{counts:?}");
}

#[test]
fn so_it_does_in_two_languages() {
    let mut counts = [0; 4];
    for seed in 0..cases() / 20 {
        let mut papers = Bilingual::new(seed, 5);
        let changes: Vec<_> = (0..6).map(|_| papers.change()).collect();
        let texts = [papers.compendium(false, &changes), papers.compendium(true, &changes)];
        let files =
            texts.iter().map(|text| Arc::new(SourceFile::decode("paper.txt", text.as_bytes())));
        shown_wordings(&open::open(files.collect()).state.dossier, seed, &mut counts);
    }
    println!("{counts:?}");
    assert!(counts[0] + counts[1] > 0, "{counts:?}");
}

/// What only moved is found without a text for each, and is what is found with one.
#[test]
fn what_only_moved_is_what_is_worked_out_for_each() {
    let (mut quick, mut all) = (0, 0);
    for seed in 0..cases() {
        let lang = if seed % 2 == 0 { Lang::EN } else { Lang::FR };
        let dossier = tabled(seed, lang, 4, 7, Marks::None);
        let state = State::new(dossier, Profile::of(pace()), Vec::new());
        let main = |at: &usize| state.dossier.amendments[*at].parent.is_none();
        let places: Vec<usize> = (0..state.dossier.amendments.len()).filter(main).collect();
        let mut adopted: Vec<usize> = Vec::new();
        let mut random = Random::new(seed ^ 0x40fed);
        for at in &places {
            let mut more = adopted.clone();
            more.push(*at);
            if random.below(3) == 0 && adopt(&state, &Selection::Sequence(more.clone())).is_ok() {
                adopted = more;
            }
        }
        let open: Vec<(usize, Vec<usize>)> =
            places.iter().filter(|at| !adopted.contains(at)).map(|at| (*at, Vec::new())).collect();
        let moved = hemicycle_engine::adopt::moved(&state, &open, &adopted);
        for ((at, _), moved) in open.iter().zip(moved) {
            let exact = hemicycle_engine::adopt::rebasings(&state, *at, &[], &adopted);
            for (lang, form) in moved {
                all += 1;
                let Some(form) = form else { continue };
                quick += 1;
                let (_, forms) = exact.iter().find(|(of, _)| *of == lang).expect("it has its form");
                assert_eq!(forms.first(), Some(&form), "seed {seed}, amendment {at}, {lang}");
            }
        }
    }
    println!("{quick} of {all} only moved");
    assert!(quick * 6 > all, "{quick} of {all}");
}
