//! Benchmarks of the sitting: `cargo bench -p hemicycle-testkit --bench sitting`. `docs/benchmarks.md` says what was seen.

use divan::{Bencher, black_box};
use engine::sitting::{Sitting, Supposed, Supposition, opening};
use hemicycle_testkit::compendium::Compendium;
use procedure::event::{Count, Event, Id, Time, Vote};
use procedure::log::{Head, Reader};
use procedure::rules::{Method, Position, Rules, named};
use procedure::state::State;
use source::SourceFile;
use std::sync::Arc;
use text::Lang;

fn main() {
    divan::main();
}

fn rules() -> &'static Rules {
    named("pace", "2024").expect("it comes with the program")
}

fn time() -> Time {
    Time::parse("2031-10-16T10:00:00Z").expect("a moment")
}

fn dossier(amendments: usize) -> engine::State {
    let mut bytes = Vec::new();
    let written = Compendium::new(amendments, Lang::EN, 1).write(&mut bytes);
    written.expect("a vector takes all bytes");
    engine::open::open(vec![Arc::new(SourceFile::decode("generated.txt", &bytes))]).state
}

/// A log of so many events: positions of a committee that changes its mind.
fn log(events: usize) -> String {
    let (mut head, mut log) = (Head::default(), String::new());
    let mut add = |event: Event| {
        let line = head.next(time(), "clerk", event, Vec::new()).line();
        head.advance(&line);
        log += &line;
        log.push('\n');
    };
    add(opening(&dossier(100), rules(), b"rules"));
    for at in 1..events {
        let position = [Position::Against, Position::InFavour][at % 2];
        let (amendment, committee) = (Id((1 + at % 100).to_string()), "Committee on Lamps".into());
        add(Event::CommitteePosition { amendment, committee, position, count: None });
    }
    log
}

/// The chain of a log verified and its events folded. The bar is 5 s.
#[divan::bench(args = [1_000_000], sample_count = 5, sample_size = 1)]
fn verify_and_fold(bencher: Bencher<'_, '_>, events: usize) {
    let log = log(events);
    bencher.bench_local(|| {
        let mut state = State::default();
        for entry in Reader::new(black_box(log.as_bytes())) {
            let entry = entry.expect("it was just written");
            state.apply(&entry, rules()).expect("the rules allow it");
        }
        state.seq
    });
}

/// The hashes of the same lines alone.
#[divan::bench(args = [1_000_000], sample_count = 5, sample_size = 1)]
fn floor(bencher: Bencher<'_, '_>, events: usize) {
    let log = log(events);
    bencher.bench_local(|| {
        let lines = black_box(&log).lines();
        lines.map(|line| procedure::log::Hash::of(line.as_bytes())).max()
    });
}

/// A dossier in which the first amendment deletes a paragraph of as many words, and each of the others replaces one of
/// them: all fall by it.
fn one_paragraph(amendments: usize) -> engine::State {
    let words: Vec<String> = (1..=amendments).map(|at| format!("w{at}")).collect();
    let mut file = format!("Doc. 412\n\nA. Draft resolution\n\n1. {}.\n", words.join(" "));
    file += "\nAmendment 1\nIn the draft resolution, delete paragraph 1.\n";
    for at in 2..=amendments {
        file += &format!(
            "\nAmendment {at}\nIn the draft resolution, paragraph 1, replace the word \"w{at}\" with the following word: \"x\".\n"
        );
    }
    engine::open::open(vec![Arc::new(SourceFile::decode("generated.txt", file.as_bytes()))]).state
}

/// A sitting on a dossier, and the vote that adopts what is called first.
fn first_vote(state: &engine::State) -> (Sitting<'static>, Event) {
    let dossier = state.dossier.clone();
    let mut head = Head::default();
    let mut sitting = Sitting::new(&dossier, State::default(), rules());
    let mut record = |sitting: Sitting<'static>, event: Event| {
        let entry = head.next(time(), "clerk", event, Vec::new());
        head.advance(&entry.line());
        let mut course = sitting.course.clone();
        course.apply(&entry, rules()).expect("the rules allow it");
        sitting.after(&dossier, course)
    };
    sitting = record(sitting, opening(state, rules(), b"rules"));
    sitting = Sitting::new(&dossier, sitting.course, rules());
    sitting = record(sitting, Event::SittingOpened { name: "Third sitting".into() });
    let next = sitting.next().expect("all are open").amendment;
    let amendment = sitting.course.amendments[next].id.clone();
    sitting = record(sitting, Event::Called { amendment: amendment.clone() });
    let signed = sitting.course.amendments[next].signed.first().cloned();
    let by = signed.unwrap_or_else(|| "Ms Ada FOG".to_owned());
    sitting = record(sitting, Event::Moved { amendment: amendment.clone(), by, taken_over: false });
    let count = Count { in_favour: 31, against: 12, abstentions: 7, roll: Vec::new() };
    let vote = Vote { method: Method::Electronic, count: Some(count), adopted: true };
    (sitting, Event::Voted { amendments: vec![amendment], vote })
}

/// What follows from an adoption, the new state, and the next call.
fn adopted(bencher: Bencher<'_, '_>, state: &engine::State) {
    let (sitting, voted) = first_vote(state);
    bencher.with_inputs(|| sitting.clone()).bench_local_values(|sitting| {
        let then = sitting.consequences(&voted).expect("it can be adopted");
        let entry = Head { seq: sitting.course.seq, ..Head::default() };
        let entry = entry.next(time(), "clerk", voted.clone(), then);
        let mut course = sitting.course.clone();
        course.apply(&entry, rules()).expect("the rules allow it");
        let sitting = sitting.after(&state.dossier, course);
        black_box(sitting.next())
    });
}

/// With so many amendments open, an adoption. The bar is 50 ms.
#[divan::bench(args = [1_000, 10_000], sample_count = 20, sample_size = 1)]
fn decision(bencher: Bencher<'_, '_>, amendments: usize) {
    adopted(bencher, &dossier(amendments));
}

/// The same of one that fells all others. The bar is 50 ms.
#[divan::bench(args = [1_000, 10_000], sample_count = 20, sample_size = 1)]
fn felling(bencher: Bencher<'_, '_>, amendments: usize) {
    adopted(bencher, &one_paragraph(amendments));
}

/// The fewest and the most votes still possible.
#[divan::bench(args = [100, 1_000], sample_count = 3, sample_size = 1)]
fn votes(bencher: Bencher<'_, '_>, amendments: usize) {
    let state = dossier(amendments);
    let sitting = Sitting::unopened(&state.dossier, rules()).expect("a log can be opened");
    bencher.bench_local(|| black_box(&sitting).votes());
}

/// A dossier of as many paragraphs, each with an amendment, and with a sub-amendment to that.
fn with_sub_amendments(amendments: usize) -> engine::State {
    let mut file = "Doc. 412\n\nA. Draft resolution\n\n".to_owned();
    for at in 1..=amendments {
        file += &format!("{at}. The harbour {at} keeps its old lamps lit by night.\n");
    }
    for at in 1..=amendments {
        file += &format!(
            "\nAmendment {at}\nIn the draft resolution, paragraph {at}, replace the word \"lamps\" with the following words: \"lights and bells\"\n"
        );
    }
    for at in 1..=amendments {
        file += &format!(
            "\nSub-amendment 1 to amendment {at}\nIn amendment {at}, replace the word \"bells\" with the following word: \"horns\"\n"
        );
    }
    engine::open::open(vec![Arc::new(SourceFile::decode("generated.txt", file.as_bytes()))]).state
}

/// The same where each amendment has a sub-amendment.
#[divan::bench(args = [20, 200], sample_count = 3, sample_size = 1)]
fn votes_with_sub_amendments(bencher: Bencher<'_, '_>, amendments: usize) {
    let state = with_sub_amendments(amendments);
    let sitting = Sitting::unopened(&state.dossier, rules()).expect("a log can be opened");
    bencher.bench_local(|| black_box(&sitting).votes());
}

/// All that is open on the text as amended by the first adoption.
#[divan::bench(args = [100, 1_000], sample_count = 3, sample_size = 1)]
fn rebased(bencher: Bencher<'_, '_>, amendments: usize) {
    let state = dossier(amendments);
    let mut sitting = Sitting::unopened(&state.dossier, rules()).expect("a log can be opened");
    let amendment = sitting.next().expect("all are open").amendment;
    let step = Supposition::Amendment { amendment, outcome: Supposed::Adopted };
    sitting.suppose(step).expect("the first can be adopted");
    let all: Vec<usize> = sitting.calling_order();
    bencher.bench_local(|| black_box(&sitting).rebased_all(&all).expect("it stands together"));
}
