//! Random courses of events, held against what must always be so.
//!
//! A course is made by trying events at random; most are forbidden, as most of what could be done in a sitting
//! is. `HEMICYCLE_CASES` says how many: a course for each thousand, and four.

use hemicycle_procedure::event::{
    Consequence, Count, Declared, Edition, Event, Id, Kind, Listed, Piece, Ruling, Seized, Seq,
    Text, Time, Vote, Was, Wording,
};
use hemicycle_procedure::log::{Entry, Hash, Head, Problem, Reader};
use hemicycle_procedure::rules::{
    Actor, Joint, Method, Position, QuorumCheck, Rules, Speaker, shipped,
};
use hemicycle_procedure::sentence::Telling;
use hemicycle_procedure::state::{Outcome, Record, Stage, State};
use std::collections::BTreeSet;
use testkit::random::Random;
use text::Lang;

/// Events of a course.
const LENGTH: usize = 1_000;

fn courses() -> u64 {
    let cases = std::env::var("HEMICYCLE_CASES").ok().and_then(|cases| cases.parse().ok());
    cases.unwrap_or(200_u64) / 1_000 + 4
}

fn rules(random: &mut Random) -> Rules {
    let profiles = shipped();
    // Not every chamber decides without a vote.
    let pace = profiles.iter().find(|profile| profile.name == "pace");
    let profile = match random.once_in(2) {
        true => pace.expect("it comes with the program"),
        false => &profiles[random.below(profiles.len())],
    };
    let mut rules = profile.editions[random.below(profile.editions.len())].clone();
    // What no chamber that comes with the program does, or one only.
    let votes = &mut rules.votes;
    votes.pairwise.value = random.once_in(2);
    votes.common_part_first.value = random.once_in(2);
    votes.quorum_checked.value = match random.below(6) {
        0 => QuorumCheck::Always,
        1 => QuorumCheck::Never,
        _ => QuorumCheck::OnRequest,
    };
    rules.order.compromise_first.value = random.once_in(2);
    if random.once_in(3) {
        rules.debate.joint.value = Joint::Grouped;
    }
    rules
}

fn time(second: u64) -> Time {
    let (hour, minute) = (second / 3600 % 24, second / 60 % 60);
    let day = 1 + second / 86_400;
    Time::parse(&format!("2031-10-{day:02}T{hour:02}:{minute:02}:{:02}Z", second % 60))
        .expect("a moment in October")
}

fn ruling() -> Ruling {
    Ruling { by: "the President".into(), reason: "for the sake of order".into(), capacity: None }
}

fn words(random: &mut Random) -> Vec<Wording> {
    let wording = format!("Delete paragraph {}.", 1 + random.below(9));
    vec![Wording { lang: "en".into(), wording, note: String::new() }]
}

fn opening(random: &mut Random) -> Event {
    let mut amendments: Vec<Listed> = Vec::new();
    for at in 0..5 + random.below(15) {
        let main: Vec<Id> = amendments
            .iter()
            .filter(|listed| listed.parent.is_none())
            .map(|listed| listed.id.clone())
            .collect();
        let parent =
            (at > 0 && random.below(4) == 0).then(|| main[random.below(main.len())].clone());
        let id = match &parent {
            Some(parent) => Id(format!("{parent}/{at}")),
            None => Id(at.to_string()),
        };
        let part = parent.is_none().then(|| random.below(2));
        let tablers = vec!["Ms Ada FOG".into()];
        let (number, committee) = (at.to_string(), at % 5 == 4);
        amendments.push(Listed { id, number, parent, part, tablers, committee });
    }
    Event::Opened {
        reference: "Doc. 412".into(),
        dossier: "00".into(),
        profile: "pace".into(),
        edition: "2024".into(),
        rules: "00".into(),
        languages: Vec::new(),
        texts: vec![
            Text { letter: "A".into(), kind: Kind::Resolution },
            Text { letter: "B".into(), kind: Kind::Recommendation },
        ],
        amendments,
    }
}

/// Something that could happen, allowed or not.
fn event(state: &State, random: &mut Random, made: &mut usize) -> Event {
    let any = |random: &mut Random| {
        let floor = state.on_the_floor().map(|floor| floor.amendment);
        let open: Vec<usize> = state.open().collect();
        let at = match (random.below(3), floor, open.as_slice()) {
            (0, Some(at), _) => at,
            (0 | 1, _, [_, ..]) => open[random.below(open.len())],
            _ => random.below(state.amendments.len()),
        };
        state.amendments[at].id.clone()
    };
    let many = state.amendments.len() > 60;
    let kind = match state.floor.is_empty() && random.once_in(4) {
        true => 19 + random.below(4),
        // In the end few are left, so that texts are voted on, too.
        false => match random.below(55) {
            0 | 24 if many => 44,
            kind => kind,
        },
    };
    let early = |stage: &Stage| matches!(stage, Stage::Drafted | Stage::Tabled);
    let drafts = state.amendments.iter().filter(|record| early(&record.stage));
    let drafts: Vec<&Record> = drafts.collect();
    let amendment = match drafts.as_slice() {
        [_, ..] if kind < 7 => drafts[random.below(drafts.len())].id.clone(),
        _ => any(random),
    };
    let mut new = || {
        *made += 1;
        Id(format!("new-{made}"))
    };
    let by = ["Ms Ada FOG", "Mr Ben REED", "Ms Ida QUAY"][random.below(3)].to_owned();
    let past = |random: &mut Random| 1 + random.below(state.seq as usize) as Seq;
    match kind {
        0 => Event::Drafted {
            amendment: new(),
            parent: (random.below(3) == 0).then_some(amendment),
            part: Some(random.below(3)),
            texts: words(random),
        },
        1 | 2 => Event::Signed { amendment, by },
        3 => Event::SignatureWithdrawn { amendment, by },
        4 => {
            Event::Tabled { amendment, committee: (random.below(2) == 0).then_some(by), late: None }
        }
        5 => Event::Admitted { amendment, by },
        6 => Event::RuledOut { amendment, ruling: ruling() },
        7 => Event::Numbered { amendment, number: random.below(40).to_string() },
        8 => Event::Revised { amendment, number: "4 rev.".into(), texts: words(random) },
        9 => Event::Translated { amendment, text: words(random).remove(0) },
        10 => Event::Published { edition: Edition::Revised, name: "Revised version".into() },
        11 => Event::Ordered { amendment, before: Some(any(random)), ruling: ruling() },
        12 => Event::Related {
            first: amendment,
            second: any(random),
            relation: [Declared::Fells, Declared::Independent, Declared::Consequential]
                [random.below(3)],
            capacity: [None, Some(Actor::President), Some(Actor::Member)][random.below(3)],
            ruling: ruling(),
        },
        13 => Event::RelationLifted { first: amendment, second: any(random), ruling: ruling() },
        14 | 15 => Event::CommitteePosition {
            amendment,
            committee: ["Committee on Lamps", "Committee on Boats"][random.below(2)].into(),
            position: [Position::Unanimous, Position::AgainstByTwoThirds, Position::Against]
                [random.below(3)],
            count: None,
        },
        16 => Event::DeadlineSet {
            at: time(random.below(90_000) as u64),
            sub_amendments: random.below(2) == 0,
            by,
        },
        17 => Event::SittingOpened { name: "Third sitting".into() },
        18 if random.below(6) == 0 => Event::SittingClosed {},
        19 | 20 => {
            let adopted = random.below(2) == 0;
            let said = if adopted { Position::Unanimous } else { Position::AgainstByTwoThirds };
            let says = |at: &usize| {
                let record = &state.amendments[*at];
                record.positions.iter().any(|(_, found)| *found == said)
            };
            let found = state.open().filter(says).map(|at| state.amendments[at].id.clone());
            Event::Proposed { amendments: found.take(3).collect(), adopted }
        }
        21 | 22 => match state.proposals.keys().next().map(|at| state.amendments[*at].id.clone()) {
            Some(amendment) if random.below(2) == 0 => {
                Event::Objected { amendment, count: 1 + random.below(12) as u32 }
            }
            Some(amendment) => Event::DeclaredDecided { amendment },
            None => Event::DeclaredDecided { amendment },
        },
        23 => Event::NotMoved { amendment },
        24 => Event::OralOffered {
            amendment: new(),
            parent: (random.below(2) == 0).then_some(amendment),
            part: Some(0),
            by,
            texts: words(random),
        },
        25 => Event::OralObjected { amendment, count: 1 + random.below(12) as u32 },
        26 => Event::OralAdmitted { amendment },
        27 => Event::Spoke { amendment, by, speaker: Speaker::Against },
        28 if random.below(4) == 0 => Event::Split {
            amendment,
            into: vec![
                Piece { id: new(), texts: words(random) },
                Piece { id: new(), texts: words(random) },
            ],
        },
        29 => Event::Withdrawn { amendment, by },
        30 => Event::Corrected { event: past(random), count: count(random), ruling: ruling() },
        31 | 32 => {
            let from = past(random);
            let event = (from..=state.seq).find(|seq| state.stands(*seq)).unwrap_or(from);
            Event::Annulled { event, ruling: ruling() }
        }
        33 => Event::Upheld {
            event: state.for_ruling.last().copied().unwrap_or_else(|| past(random)),
            ruling: ruling(),
        },
        34 => Event::DraftRevised { dossier: "01".into(), reason: "a misprint".into() },
        35 => Event::CarriedOver { amendment, texts: Vec::new(), ruling: ruling() },
        36 => Event::TextVoted { part: random.below(3), vote: vote(random) },
        37 if random.below(20) == 0 => {
            Event::ReferredBack { part: random.below(2), ruling: ruling() }
        }
        44 => Event::Edited {
            part: random.below(2),
            lang: "en".into(),
            provision: "2".into(),
            text: "Lamps burn.".into(),
            ruling: ruling(),
        },
        46 => Event::Seized {
            committee: ["Committee on Lamps", "Committee on Boats"][random.below(2)].into(),
            what: [Seized::Report, Seized::Opinion][random.below(2)],
        },
        47 => Event::QuorumChecked { present: 60 + random.below(90) as u32, members: 180 },
        48 => Event::Compromise { amendment, ruling: ruling() },
        49 => Event::Grouped { amendments: vec![amendment, any(random)], ruling: ruling() },
        50 if random.once_in(4) => Event::Separated { amendment, by, capacity: None },
        51 | 52 => {
            let floor =
                state.on_the_floor().map(|floor| state.amendments[floor.amendment].id.clone());
            let first = floor.unwrap_or(amendment);
            Event::Paired { first, second: any(random), vote: vote(random) }
        }
        53 => Event::CommonPartVoted {
            amendments: vec![amendment, any(random)],
            texts: words(random),
            vote: vote(random),
        },
        38 => Event::TextNumbered { part: random.below(3), number: "90 (2031)".into() },
        39 => Event::Voted { amendments: vec![amendment, any(random)], vote: vote(random) },
        40 | 41 => Event::Voted { amendments: vec![amendment], vote: vote(random) },
        42 => Event::Moved { amendment, by, taken_over: random.below(2) == 0 },
        43 => Event::Moved { amendment, by, taken_over: false },
        _ => Event::Called { amendment },
    }
}

fn count(random: &mut Random) -> Count {
    let mut figure = || random.below(40) as u32;
    Count { in_favour: figure(), against: figure(), abstentions: figure(), roll: Vec::new() }
}

fn vote(random: &mut Random) -> Vote {
    let adopted = random.below(2) == 0;
    Vote { method: Method::Electronic, count: Some(count(random)), adopted }
}

/// What follows: sub-amendments fall with what is gone, and now and then something else falls.
fn consequences(state: &State, event: &Event, random: &mut Random) -> Vec<Consequence> {
    let next = state.seq + 1;
    // Some fall by this and an earlier decision together.
    let earlier = (1..next).rev().find(|seq| state.stands(*seq));
    let fell = |at: usize| Consequence::Fell {
        amendment: state.amendments[at].id.clone(),
        because: earlier.filter(|_| at.is_multiple_of(3)).into_iter().chain([next]).collect(),
    };
    let mut gone = state.gone_by(event);
    let loses = match event {
        Event::Paired { first, second, vote } => Some(if vote.adopted { second } else { first }),
        _ => None,
    };
    gone.extend(loses.and_then(|id| state.position(id)));
    if let Event::CommonPartVoted { amendments, vote, .. } = event
        && !vote.adopted
    {
        gone.extend(amendments.iter().filter_map(|id| state.position(id)));
    }
    if let Event::Voted { vote, .. } = event
        && vote.adopted
        && random.below(2) == 0
    {
        gone.extend(state.open().filter(|at| random_bit(*at, next)));
    }
    let mut all: BTreeSet<usize> = BTreeSet::new();
    for at in gone {
        all.extend(state.waiting_sub_amendments(at));
        if !state.gone_by(event).contains(&at) {
            all.insert(at);
        }
    }
    let mut then: Vec<_> = all.into_iter().map(fell).collect();
    if let Event::DraftRevised { .. } = event {
        let displaced = state.open().filter(|at| random_bit(*at, next));
        let displaced = displaced.map(|at| state.amendments[at].id.clone());
        then.extend(displaced.map(|amendment| {
            let was = vec![Was { lang: "en".into(), text: "Lamps burn.".into() }];
            Consequence::Displaced { amendment, was, proposed: words(random) }
        }));
    }
    if let Event::Annulled { event, .. } = event
        && random.below(2) == 0
    {
        let later = (*event + 1..state.seq).find(|seq| state.stands(*seq));
        then.extend(later.map(|event| Consequence::ForRuling { event }));
    }
    then
}

fn random_bit(at: usize, seq: Seq) -> bool {
    (at as u64).wrapping_mul(31).wrapping_add(seq.wrapping_mul(17)).is_multiple_of(5)
}

/// A course that the rules allow; `told` hears of each entry, with the state before and after it.
fn course(
    seed: u64,
    length: usize,
    mut told: impl FnMut(&State, &State, &Entry),
) -> (Rules, Vec<Entry>) {
    let random = &mut Random::new(seed);
    let rules = rules(random);
    let (mut state, mut head, mut made) = (State::default(), Head::default(), 0);
    let mut entries = Vec::new();
    let mut next = Some(opening(random));
    let mut before = state.clone();
    for second in 0..40 * length {
        if entries.len() == length {
            break;
        }
        let event = next.take().unwrap_or_else(|| event(&state, random, &mut made));
        let then = consequences(&state, &event, random);
        let entry = head.next(time(second as u64), "clerk", event, then);
        match state.apply(&entry, &rules) {
            Ok(()) => {
                head.advance(&entry.line());
                told(&before, &state, &entry);
                entries.push(entry);
                before.clone_from(&state);
            }
            Err(_) if second % 8 == 0 => {
                assert!(state == before, "seed {seed}: a refused event changed something");
            }
            Err(_) => {}
        }
    }
    (rules, entries)
}

fn always(before: &State, state: &State, entry: &Entry, seed: u64) {
    for (at, record) in state.amendments.iter().enumerate() {
        let told = || format!("seed {seed}, event {}: {record:#?}", entry.seq);
        if let Stage::Decided(decision) = &record.stage {
            assert_eq!(
                decision.outcome == Outcome::Fell,
                !decision.because.is_empty(),
                "{}",
                told()
            );
            for cause in &decision.because {
                assert!(state.stands(*cause), "fell without a cause: {}", told());
            }
        }
        let was = before.record(at);
        if let Some(was) = was.filter(|was| was.called != record.called && was.called.is_some()) {
            assert!(was.reopened.is_some(), "called twice: {}", told());
        }
        // Nothing is opened again but by an annulment.
        let decided = was.is_some_and(|was| was.decision().is_some());
        if decided && record.decision().is_none() {
            assert!(matches!(entry.event, Event::Annulled { .. }), "{}", told());
        }
    }
    // What is decided with another is not put by itself before that.
    if let Event::Called { amendment } = &entry.event {
        let waits = before.position(amendment).and_then(|at| before.waits_for(at));
        assert_eq!(waits, None, "seed {seed}, event {}", entry.seq);
    }
    // What goes both ways stands alone, and nothing follows from itself.
    for ((first, second), relation) in &state.related {
        let back = state.related.get(&(*second, *first));
        assert!(*relation != Declared::Independent || back.is_none(), "seed {seed}");
        let circle = state.decided_with(*first).contains(first);
        assert!(first != second && !circle, "seed {seed}, event {}", entry.seq);
    }
    for floor in &state.floor {
        assert!(state.record(floor.amendment).is_some_and(Record::is_open), "seed {seed}");
    }
    for (at, proposal) in &state.proposals {
        assert!(state.record(*at).is_some_and(Record::is_open), "seed {seed}: {proposal:?}");
    }
}

#[test]
fn what_must_always_be_so_is_so() {
    let (mut events, mut kinds) = (0, BTreeSet::new());
    for seed in 0..courses() {
        let (mut kept, keep) = (Vec::new(), Random::new(seed).below(100) as Seq);
        let (rules, entries) = course(seed, LENGTH, |before, state, entry| {
            always(before, state, entry, seed);
            let kind = format!("{:?}", entry.event);
            kinds.extend(kind.split_whitespace().next().map(str::to_owned));
            if entry.seq % 100 == keep {
                kept.push(state.clone());
            }
        });
        events += entries.len();
        // The fold of any beginning is the state that was reached then.
        for state in kept {
            let folded = State::of(&entries[..state.seq as usize], &rules);
            assert_eq!(folded, Ok(state), "seed {seed}");
        }
    }
    assert!(events >= 100 * courses() as usize, "only {events}");
    assert!(kinds.len() >= 38, "only {} kinds of events were allowed: {kinds:?}", kinds.len());
}

/// A sentence with everything in it that its message asks for.
fn is_whole(said: &str) -> bool {
    let names = |name: &str| said.to_lowercase().contains(name);
    !said.trim().is_empty() && !said.contains('{') && !names("log-") && !names("refusal-")
}

#[test]
fn whatever_happens_or_is_refused_is_told_in_both_languages() {
    let mut refused = BTreeSet::new();
    for seed in 0..courses() {
        let (rules, entries) = course(seed, 400, |_, _, _| {});
        let (random, mut made) = (&mut Random::new(seed), 0);
        let mut state = State::default();
        for entry in &entries {
            for lang in [Lang::EN, Lang::FR] {
                let telling = Telling { state: &state, rules: &rules, lang };
                let mut said = vec![telling.event(&entry.event)];
                said.extend(telling.details(entry));
                said.extend(state.amendments.iter().map(|record| telling.standing(record)));
                said.extend(state.texts.iter().map(|text| telling.text_standing(text)));
                let bad = said.iter().find(|said| !is_whole(said));
                assert!(bad.is_none(), "seed {seed}: {bad:?} of {entry:?}");
            }
            state.apply(entry, &rules).expect("the course was allowed");
            let other = event(&state, random, &mut made);
            let head = Head { seq: state.seq, ..Head::default() };
            let next = head.next(entry.time.clone(), "clerk", other, Vec::new());
            let Err(refusal) = state.check(&next, &rules) else { continue };
            refused.insert(refusal.code());
            for lang in [Lang::EN, Lang::FR] {
                let message = Telling { state: &state, rules: &rules, lang }.refusal(&refusal);
                assert!(is_whole(&message.text) && is_whole(&message.remedy), "{message:?}");
                assert_eq!(message.notes.len(), usize::from(refusal.rule().is_some()));
                assert!(message.notes.iter().all(|note| is_whole(note)), "{message:?}");
            }
        }
    }
    assert!(refused.len() >= 20, "only {refused:?}");
}

fn written(entries: &[Entry]) -> String {
    entries.iter().map(|entry| entry.line() + "\n").collect()
}

#[test]
fn a_log_is_read_as_it_was_written_and_no_byte_can_be_changed() {
    for seed in 0..courses() {
        let (_, entries) = course(seed, 60, |_, _, _| {});
        let log = written(&entries);
        let mut reader = Reader::new(log.as_bytes());
        let back: Result<Vec<Entry>, _> = reader.by_ref().collect();
        assert_eq!(back.as_ref(), Ok(&entries), "seed {seed}");
        assert_eq!(reader.length(), log.len());
        let head = reader.head();
        let random = &mut Random::new(seed);
        for _ in 0..20 {
            let at = random.below(log.len());
            let mut changed = log.clone().into_bytes();
            changed[at] = changed[at].wrapping_add(1 + random.below(255) as u8);
            let mut reader = Reader::new(&changed);
            let fault = reader.by_ref().find_map(Result::err);
            // In its last line a log can only be known by its head.
            assert!(fault.is_some() || reader.head() != head, "seed {seed}, byte {at}");
        }
    }
}

#[test]
fn a_log_that_breaks_off_loses_its_last_line_and_nothing_else() {
    let (_, entries) = course(7, 40, |_, _, _| {});
    let log = written(&entries);
    for end in 0..log.len() {
        let mut reader = Reader::new(&log.as_bytes()[..end]);
        // Where only the line feed is missing, the line is whole.
        let unended = log[end..].starts_with('\n');
        let whole = log[..end].matches('\n').count() + usize::from(unended);
        let read: Vec<_> = reader.by_ref().collect();
        let cut = !unended && !log[..end].is_empty() && !log[..end].ends_with('\n');
        assert_eq!(read.len(), whole + usize::from(cut), "at byte {end}");
        assert_eq!(matches!(read.last(), Some(Err(_))), cut, "at byte {end}");
        if let Some(Err(fault)) = read.last() {
            assert_eq!(fault.problem, Problem::Cut { bytes: end - reader.length() });
            assert_eq!(fault.line, whole as u64 + 1);
        }
        assert_eq!(reader.unended(), unended, "at byte {end}");
        let taken = &log[..reader.length()];
        assert!(unended || taken.is_empty() || taken.ends_with('\n'), "at byte {end}");
    }
}

#[test]
fn a_last_line_without_its_line_feed_is_not_cut_where_it_is_another_entry() {
    let (_, mut entries) = course(7, 40, |_, _, _| {});
    let mut last = entries.pop().expect("a course has events");
    let before = written(&entries);
    let fault = |line: &str| {
        let log = format!("{before}{line}");
        let mut reader = Reader::new(log.as_bytes());
        let fault = reader.by_ref().find_map(Result::err).expect("it is not the next entry");
        assert_eq!(reader.length(), before.len());
        fault.problem
    };
    assert_eq!(fault(&format!("{} ", last.line())), Problem::NotCanonical);
    assert!(matches!(fault(&format!("{}\0", last.line())), Problem::Cut { .. }));
    last.seq += 1;
    assert!(matches!(fault(&last.line()), Problem::Sequence { .. }));
    last.seq -= 1;
    last.prev = Hash::START;
    assert_eq!(fault(&last.line()), Problem::Chain);
}
