//! The sitting from the first call to the vote on the texts: on the seed, and on arbitrary papers.

// What is skipped is said.
#![allow(clippy::print_stdout)]

mod common;

use common::{hash, read_whole, text};
use hemicycle_engine::adopt::{self, DoesNotApply, Refusal};
use hemicycle_engine::sitting::{Again, Sitting, Why, opening};
use hemicycle_engine::{Dossier, open};
use procedure::event::{Consequence, Count, Declared, Event, Id, Ruling, Time, Vote, Wording};
use procedure::log::{Entry, Head, Reader};
use procedure::rules::{Actor, Method, Position, Rules, named};
use procedure::sentence::Telling;
use procedure::state::{Outcome, State as Course};
use source::SourceFile;
use std::path::Path;
use std::sync::Arc;
use testkit::random::Random;
use testkit::tabled::{Marks, tabled};
use text::Lang;

/// A sitting with its log.
struct Running<'r> {
    dossier: Dossier,
    sitting: Sitting<'r>,
    head: Head,
    log: String,
}

impl<'r> Running<'r> {
    fn new(dossier: Dossier, rules: &'r Rules) -> Self {
        let sitting = Sitting::new(&dossier, Course::default(), rules);
        let mut running = Self { dossier, sitting, head: Head::default(), log: String::new() };
        let event = opening(&running.sitting.state, rules, b"rules");
        running.record(event);
        running.record(Event::SittingOpened { name: "Third sitting".into() });
        running
    }

    /// Records an event with what follows from it.
    fn record(&mut self, event: Event) -> Vec<Consequence> {
        let then = match self.sitting.course.opened {
            None => Vec::new(),
            Some(_) => {
                self.sitting.consequences(&event).unwrap_or_else(|why| panic!("{event:?}: {why:?}"))
            }
        };
        let time = Time::parse("2031-10-16T10:00:00Z").expect("a moment");
        let entry = self.head.next(time, "clerk", event, then.clone());
        let mut course = self.sitting.course.clone();
        course.apply(&entry, self.sitting.rules).unwrap_or_else(|why| panic!("{entry:?}: {why:?}"));
        self.head.advance(&entry.line());
        self.log += &(entry.line() + "\n");
        // Kept where nothing that is said has changed: the same as worked out anew.
        self.sitting = self.sitting.clone().after(&self.dossier, course);
        then
    }

    fn call(&mut self, at: usize) -> Id {
        let amendment = self.sitting.course.amendments[at].id.clone();
        self.record(Event::Called { amendment: amendment.clone() });
        let signed = self.sitting.course.amendments[at].signed.first().cloned();
        let by = signed.unwrap_or_else(|| "Ms Ada FOG".to_owned());
        self.record(Event::Moved { amendment: amendment.clone(), by, taken_over: false });
        amendment
    }

    fn vote(&mut self, amendment: Id, adopted: bool) -> Vec<Consequence> {
        let (in_favour, against) = if adopted { (31, 12) } else { (12, 31) };
        let count = Count { in_favour, against, abstentions: 7, roll: Vec::new() };
        let vote = Vote { method: Method::Electronic, count: Some(count), adopted };
        self.record(Event::Voted { amendments: vec![amendment], vote })
    }

    /// Calls what is next and puts it to the vote.
    fn put(&mut self, adopted: bool) -> (String, Vec<Consequence>) {
        let at = self.next_to_be_put();
        let cited = self.sitting.citation(&self.sitting.course.amendments[at]);
        let amendment = self.called(at);
        (cited, self.vote(amendment, adopted))
    }

    /// What is put to the vote next: an amendment is called and moved before its sub-amendments, and put after them.
    fn next_to_be_put(&mut self) -> usize {
        loop {
            let course = &self.sitting.course;
            let next = self.sitting.next().map(|next| next.amendment);
            let sub = next.filter(|at| course.amendments[*at].parent.is_some());
            let moved = course.floor.last().map(|floor| floor.amendment);
            if let Some(at) =
                sub.or(moved.filter(|at| course.open_sub_amendments(*at).next().is_none()))
            {
                return at;
            }
            let at = next.expect("one is open");
            if course.open_sub_amendments(at).next().is_none() {
                return at;
            }
            self.called(at);
        }
    }

    /// Calls an amendment, where it is not on the floor already.
    fn called(&mut self, at: usize) -> Id {
        let course = &self.sitting.course;
        let on_the_floor = course.floor.iter().any(|floor| floor.amendment == at);
        if on_the_floor { course.amendments[at].id.clone() } else { self.call(at) }
    }

    /// Annuls a decision, where the rules let it be: one on a sub-amendment is not while what was decided with it
    /// stands. What follows can always be worked out.
    fn annul(&mut self, event: u64) -> bool {
        let ruling = Ruling {
            by: "the President".into(),
            reason: "the voting system failed".into(),
            capacity: None,
        };
        let event = Event::Annulled { event, ruling };
        let time = Time::parse("2031-10-16T10:00:00Z").expect("a moment");
        let entry = self.head.next(time, "clerk", event.clone(), Vec::new());
        let allowed = self.sitting.course.check(&entry, self.sitting.rules).is_ok();
        if allowed {
            self.record(event);
        }
        allowed
    }

    fn outcome(&self, cited: &str) -> Option<Outcome> {
        let at = self.sitting.cited(cited).expect("it is there");
        self.sitting.course.amendments[at].decision().map(|decision| decision.outcome)
    }
}

fn seed() -> Option<Dossier> {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/recueil-16245-fr.txt");
    let Ok(bytes) = std::fs::read(path) else {
        println!("skipped: no shared data");
        return None;
    };
    let file = Arc::new(SourceFile::decode("seed.txt", &bytes));
    Some(open::open(vec![file]).state.dossier)
}

fn pace() -> &'static Rules {
    named("pace", "2024").expect("it comes with the program")
}

fn fell(cited: &str, because: &[u64]) -> Vec<Consequence> {
    vec![Consequence::Fell { amendment: cited.into(), because: because.to_vec() }]
}

/// The text that comes of it is the one with these amendments.
fn reads_as_with(running: &Running<'_>, adopted: &[&str]) {
    let made = running.sitting.text().expect("what was adopted stands together");
    assert_eq!(hash(&text(&made)), read_whole(adopted), "{adopted:?}");
}

/// Nothing is open, the text is voted on, and the log alone gives the same state again.
fn ends(running: &mut Running<'_>) {
    assert_eq!(running.sitting.next(), None);
    let count = Count { in_favour: 40, against: 3, abstentions: 1, roll: Vec::new() };
    let vote = Vote { method: Method::Electronic, count: Some(count), adopted: true };
    assert_eq!(running.record(Event::TextVoted { part: 0, vote }), vec![]);
    running.record(Event::SittingClosed {});
    let entries: Result<Vec<_>, _> = Reader::new(running.log.as_bytes()).collect();
    let again = Course::of(&entries.expect("a log that was just written"), pace());
    assert_eq!(again.as_ref(), Ok(&running.sitting.course));
}

#[test]
fn the_seed_with_4_adopted_so_that_6_falls() {
    let Some(dossier) = seed() else { return };
    let mut running = Running::new(dossier, pace());
    for cited in ["1", "2", "3"] {
        assert_eq!(running.put(true), (cited.into(), vec![]));
    }
    let at = running.sitting.cited("4").expect("it is there");
    let six = running.sitting.cited("6").expect("it is there");
    assert_eq!(running.sitting.would_fall(at), Ok(vec![six]), "the chair is told before the vote");
    let (four, then) = running.put(true);
    assert_eq!((four.as_str(), &then), ("4", &fell("6", &[running.head.seq])));
    let told = |lang| {
        let telling = Telling { state: &running.sitting.course, rules: pace(), lang };
        telling.consequence(&then[0], &Event::SittingClosed {})
    };
    let seq = running.head.seq;
    assert_eq!(told(Lang::EN), format!("Amendment 6 falls, because of event {seq}."));
    assert_eq!(told(Lang::FR), format!("L'amendement 6 tombe du fait de l'événement {seq}."));
    for cited in ["5", "7"] {
        assert_eq!(running.put(true), (cited.into(), vec![]));
    }
    assert_eq!(running.outcome("6"), Some(Outcome::Fell));
    reads_as_with(&running, &["1", "2", "3", "4", "5", "7"]);
    ends(&mut running);
}

#[test]
fn the_seed_with_4_rejected_so_that_6_is_called() {
    let Some(dossier) = seed() else { return };
    let mut running = Running::new(dossier, pace());
    for cited in ["1", "2", "3", "4", "6", "5", "7"] {
        assert_eq!(running.put(cited != "4"), (cited.into(), vec![]));
    }
    assert_eq!(running.outcome("4"), Some(Outcome::Rejected));
    reads_as_with(&running, &["1", "2", "3", "5", "6", "7"]);
    ends(&mut running);
}

/// The committee approved 6 unanimously; nine object, which is not enough.
fn six_declared_adopted(running: &mut Running<'_>) {
    let six: Id = "6".into();
    running.record(Event::CommitteePosition {
        amendment: six.clone(),
        committee: "Committee for report".into(),
        position: Position::Unanimous,
        count: None,
    });
    running.record(Event::Proposed { amendments: vec![six.clone()], adopted: true });
    running.record(Event::Objected { amendment: six.clone(), count: 9 });
    assert_eq!(running.record(Event::DeclaredDecided { amendment: six }), vec![]);
    assert_eq!(running.outcome("6"), Some(Outcome::DeclaredAdopted));
}

#[test]
fn the_seed_with_6_declared_adopted_before_4_is_called() {
    let Some(dossier) = seed() else { return };
    let mut running = Running::new(dossier, pace());
    six_declared_adopted(&mut running);
    // Adopted first, the narrower one does not fell the wider: 4 is called all the same.
    for cited in ["1", "2", "3", "4", "5", "7"] {
        assert_eq!(running.put(false), (cited.into(), vec![]));
    }
    reads_as_with(&running, &["6"]);
    ends(&mut running);
}

#[test]
fn the_seed_with_6_declared_adopted_and_4_over_it() {
    let Some(dossier) = seed() else { return };
    let mut running = Running::new(dossier, pace());
    six_declared_adopted(&mut running);
    for cited in ["1", "2", "3"] {
        assert_eq!(running.put(true), (cited.into(), vec![]));
    }
    // 4 takes the whole place of what 6 changed: it stays open, and supersedes it.
    let (four, then) = running.put(true);
    assert_eq!(
        (four.as_str(), then),
        ("4", vec![Consequence::Superseded { amendment: "6".into() }])
    );
    for cited in ["5", "7"] {
        assert_eq!(running.put(true), (cited.into(), vec![]));
    }
    assert_eq!(running.outcome("6"), Some(Outcome::DeclaredAdopted), "it stays in the minutes");
    reads_as_with(&running, &["1", "2", "3", "4", "5", "7"]);
    ends(&mut running);
}

#[test]
fn an_annulled_vote_revives_what_it_felled_and_that_is_called_next() {
    let Some(dossier) = seed() else { return };
    let mut running = Running::new(dossier, pace());
    for _ in 0..4 {
        running.put(true);
    }
    let vote_on_4 = running.head.seq;
    assert_eq!(running.put(true).0, "5");
    assert_eq!(running.outcome("6"), Some(Outcome::Fell));
    let ruling = Ruling {
        by: "the President".into(),
        reason: "the voting system failed".into(),
        capacity: None,
    };
    running.record(Event::Annulled { event: vote_on_4, ruling });
    assert_eq!((running.outcome("4"), running.outcome("6")), (None, None));
    // In calling order, though their places have passed.
    let next = running.sitting.next().expect("they are open");
    assert_eq!((next.why, running.put(false).0), (Why::Reopened, "4".into()));
    assert_eq!(running.put(true).0, "6");
    assert_eq!(running.put(true).0, "7");
}

fn ruling() -> Ruling {
    Ruling { by: "the President".into(), reason: "the voting system failed".into(), capacity: None }
}

fn related(first: &str, second: &str, relation: Declared) -> Event {
    let capacity = Some(Actor::President);
    let (first, second) = (first.into(), second.into());
    Event::Related { first, second, relation, capacity, ruling: ruling() }
}

fn paper(amendments: &str) -> Dossier {
    let draft = "Doc. 7\n\nA. Draft resolution\n\n1. The Assembly thanks the pilots. It counts the boats, and the boats \
                 are many.\n2. It calls on the harbours to keep the lamps lit.\n\n";
    let file = Arc::new(SourceFile::new("paper.txt", format!("{draft}{amendments}")));
    open::open(vec![file]).state.dossier
}

const IDENTICAL: &str = "Amendment 4\nIn the draft resolution, paragraph 1, replace the word \"many\" with the following \
    words: \"few and small\".\n\nSub-amendment 1 to amendment 4\nIn amendment 4, delete the words \"and small\".\n\n\
    Amendment 5\nIn the draft resolution, paragraph 1, replace the word \"many\" with the following words: \"few and \
    small\".\n";

#[test]
fn identical_ones_share_a_decision_unless_a_sub_amendment_has_changed_one() {
    for sub_adopted in [true, false] {
        let mut running = Running::new(paper(IDENTICAL), pace());
        assert_eq!(running.put(sub_adopted), ("4/1".into(), vec![]));
        let (four, then) = running.put(true);
        assert_eq!(four, "4");
        let shares = vec![Consequence::Shares { amendment: "5".into() }];
        // As sub-amended 4 takes away what 5 hangs on.
        let expected = if sub_adopted { fell("5", &[running.head.seq]) } else { shares };
        assert_eq!(then, expected);
        running.sitting.text().expect("what was adopted stands together");
    }
}

#[test]
fn a_sub_amendment_fells_its_rivals() {
    let paper = paper(
        "Amendment 4\nIn the draft resolution, paragraph 1, replace the word \"many\" with the following words: \"few \
         and small\".\n\nSub-amendment 1 to amendment 4\nIn amendment 4, delete the words \"and small\".\n\n\
         Sub-amendment 2 to amendment 4\nIn amendment 4, replace the word \"small\" with the following word: \"old\".\n",
    );
    let mut running = Running::new(paper, pace());
    let (first, then) = running.put(true);
    let (fallen, seq) = (if first == "4/1" { "4/2" } else { "4/1" }, running.head.seq);
    assert_eq!(then, fell(fallen, &[seq]));
    assert_eq!(running.put(true).0, "4");
}

#[test]
fn what_falls_again_takes_its_sub_amendments_with_it() {
    let paper = paper(
        "Amendment 1\nIn the draft resolution, delete paragraph 1.\n\nAmendment 2\nIn the draft resolution, paragraph \
         1, delete the second sentence.\n\nAmendment 3\nIn the draft resolution, paragraph 1, second sentence, replace \
         the word \"many\" with the following words: \"few and small\".\n\nSub-amendment 1 to amendment 3\nIn \
         amendment 3, delete the words \"and small\".\n",
    );
    let mut running = Running::new(paper, pace());
    // The narrower one first; the wider one supersedes it and fells nothing more.
    let two = running.sitting.cited("2").expect("it is there");
    let two = running.call(two);
    let vote_on_2 = running.head.seq + 1;
    let then = running.vote(two, true);
    assert_eq!(then.len(), 2, "{then:?}");
    assert_eq!(running.put(true).0, "1");
    let ruling = Ruling {
        by: "the President".into(),
        reason: "the voting system failed".into(),
        capacity: None,
    };
    let then = running.record(Event::Annulled { event: vote_on_2, ruling });
    let falls = then.iter().filter(|one| matches!(one, Consequence::Fell { .. })).count();
    assert_eq!(falls, 3, "2 and 3 with its sub-amendment, because of 1: {then:?}");
    assert_eq!(running.sitting.next(), None);
}

#[test]
fn a_wording_revised_in_one_language_is_none_in_the_other() {
    let english = Arc::new(SourceFile::new(
        "en.txt",
        "A. Draft resolution\n\n1. The lake is wide.\n\nAmendment 1\nIn the draft resolution, paragraph 1, delete the \
         word \"wide\".\n",
    ));
    let french = Arc::new(SourceFile::new(
        "fr.txt",
        "A. Projet de résolution\n\n1. Le lac est large.\n\nAmendement 1\nDans le projet de résolution, paragraphe 1, \
         supprimer le mot «large».\n",
    ));
    let dossier = open::open(vec![english, french]).state.dossier;
    let mut running = Running::new(dossier, pace());
    let wording = "In the draft resolution, paragraph 1, delete the word \"lake\".".to_owned();
    let texts = vec![Wording { lang: "en".into(), wording, note: String::new() }];
    running.record(Event::Revised { amendment: "1".into(), number: "1 rev.".into(), texts });
    let event = Event::Called { amendment: "1".into() };
    assert!(running.sitting.consequences(&event).is_err(), "its French wording is not the new one");
}

const LAMPS: &str = "Amendment 1\nIn the draft resolution, paragraph 1, replace the word \"pilots\" with the following \
    word: \"keepers\".\n\nAmendment 2\nIn the draft resolution, paragraph 2, replace the word \"lit\" with the \
    following words: \"lit by keepers\".\n\nSub-amendment 1 to amendment 2\nIn amendment 2, delete the word \
    \"keepers\".\n\nAmendment 3\nIn the draft resolution, delete paragraph 1.\n";

#[test]
fn what_follows_from_another_is_decided_with_it() {
    for adopted in [true, false] {
        let mut running = Running::new(paper(LAMPS), pace());
        running.record(related("1", "2", Declared::Consequential));
        let three = running.sitting.cited("3").expect("it is there");
        running.call(three);
        running.vote("3".into(), false);
        // 2 is called neither by itself, nor before 1; what changes it is, before 1 is put.
        let one = running.sitting.cited("1").expect("it is there");
        let next = |running: &Running<'_>| {
            let next = running.sitting.next().expect("one is open").amendment;
            running.sitting.citation(&running.sitting.course.amendments[next])
        };
        assert_eq!(next(&running), "1");
        running.call(one);
        assert_eq!(next(&running), "2/1");
        assert_eq!(running.put(false).0, "2/1");
        let then = running.vote("1".into(), adopted);
        assert_eq!(then, vec![Consequence::Shares { amendment: "2".into() }]);
        let outcome = if adopted { Outcome::Adopted } else { Outcome::Rejected };
        assert_eq!(running.outcome("2"), Some(outcome));
        let vote = running.head.seq;
        running.record(Event::Annulled { event: vote, ruling: ruling() });
        assert_eq!((running.outcome("1"), running.outcome("2")), (None, None));
        assert_eq!(running.sitting.next().map(|next| next.amendment), Some(one));
    }
}

#[test]
fn what_follows_from_another_falls_with_it_and_rises_with_it() {
    let mut running = Running::new(paper(LAMPS), pace());
    running.record(related("1", "2", Declared::Consequential));
    assert_eq!(running.put(true).0, "3");
    let vote = running.head.seq;
    let fell = |cited: &str| Consequence::Fell { amendment: cited.into(), because: vec![vote] };
    for cited in ["1", "2", "2/1"] {
        assert_eq!(running.outcome(cited), Some(Outcome::Fell), "{cited}");
    }
    // What is opened again and falls again takes with it what fell with it.
    running.record(Event::Annulled { event: vote, ruling: ruling() });
    assert_eq!(running.outcome("2/1"), None);
    let then = running.record(Event::Withdrawn { amendment: "1".into(), by: "Ms Ada FOG".into() });
    let vote = running.head.seq;
    let fell_now = |cited: &str| Consequence::Fell { amendment: cited.into(), because: vec![vote] };
    assert_eq!(then, vec![fell_now("2"), fell_now("2/1")]);
    assert_ne!(then[0], fell("2"));
}

#[test]
fn a_relation_that_cannot_be_is_refused_with_the_reason() {
    let running = Running::new(paper(LAMPS), pace());
    let refused = |event: Event| running.sitting.consequences(&event).map_err(|why| *why);
    // 3 takes away what 1 hangs on, whatever anybody says.
    for event in [
        related("1", "3", Declared::Independent),
        related("3", "1", Declared::Independent),
        related("3", "1", Declared::Consequential),
    ] {
        assert!(matches!(refused(event), Err(Refusal::Falls { .. })));
    }
    assert_eq!(refused(related("1", "2", Declared::Independent)), Ok(vec![]));
}

#[test]
fn the_president_separates_identical_ones() {
    let mut running = Running::new(paper(IDENTICAL), pace());
    let mut asked = related("4", "5", Declared::Independent);
    if let Event::Related { capacity, .. } = &mut asked {
        *capacity = Some(Actor::TableOffice);
    }
    let refused = running.sitting.consequences(&asked).map_err(|why| *why);
    assert!(matches!(refused, Err(Refusal::NotSeparated { .. })), "{refused:?}");
    running.record(related("5", "4", Declared::Independent));
    assert_eq!(running.put(false).0, "4/1");
    assert_eq!(running.put(true), ("4".into(), vec![]));
    assert_eq!(running.put(false), ("5".into(), vec![]));
    running.sitting.text().expect("what was adopted stands together");
}

#[test]
fn what_was_superseded_twice_stays_so_when_one_of_the_two_is_annulled() {
    let paper = paper(
        "Amendment 1\nIn the draft resolution, paragraph 1, replace the word \"many\" with the following word: \
         \"few\".\n\nAmendment 2\nIn the draft resolution, paragraph 1, delete the second sentence.\n\nAmendment 3\n\
         In the draft resolution, delete paragraph 1.\n\nAmendment 4\nIn the draft resolution, paragraph 2, delete the \
         word \"lit\".\n",
    );
    let mut running = Running::new(paper, pace());
    let mut votes = Vec::new();
    for cited in ["1", "2", "3", "4"] {
        let at = running.sitting.cited(cited).expect("it is there");
        let amendment = running.call(at);
        let then = running.vote(amendment, true);
        votes.push(running.head.seq);
        let expected = match cited {
            "2" => vec!["1"],
            "3" => vec!["1", "2"],
            _ => vec![],
        };
        let superseded = |cited: &&str| Consequence::Superseded { amendment: (*cited).into() };
        assert_eq!(then, expected.iter().map(superseded).collect::<Vec<_>>(), "{cited}");
    }
    let by = |running: &Running<'_>| {
        let at = running.sitting.cited("1").expect("it is there");
        running.sitting.course.amendments[at].decision().and_then(|decision| decision.superseded)
    };
    assert_eq!(by(&running), Some(votes[1]));
    running.record(Event::Annulled { event: votes[1], ruling: ruling() });
    assert_eq!(by(&running), Some(votes[2]));
    running.record(Event::Annulled { event: votes[2], ruling: ruling() });
    assert_eq!(by(&running), None);
}

/// The same paper with its draft revised.
fn revised(old: &Dossier, lines: &[&str]) -> Dossier {
    let draft = format!("Doc. 7\n\nA. Draft resolution\n\n{}\n\n", lines.join("\n"));
    let file = Arc::new(SourceFile::new("paper.txt", draft));
    let versions = open::open(vec![file]).state.dossier.versions;
    Dossier { versions, ..old.clone() }
}

/// Amendments and the new wordings that are proposed for those that are displaced.
fn displaced(then: &[Consequence]) -> Vec<(String, Option<String>)> {
    let one = |consequence: &Consequence| match consequence {
        Consequence::Displaced { amendment, proposed, .. } => {
            Some((amendment.0.clone(), proposed.first().map(|text| text.wording.clone())))
        }
        _ => None,
    };
    then.iter().filter_map(one).collect()
}

#[test]
fn what_stands_in_a_revised_draft_as_it_stood_is_carried_over_and_the_rest_is_not() {
    let old = paper(
        "Amendment 1\nIn the draft resolution, paragraph 1, delete the second sentence.\n\nAmendment 2\nIn the draft \
         resolution, after paragraph 2, insert the following paragraph: \"Ice is rare.\"\n\nAmendment 3\nIn the draft \
         resolution, paragraph 2, replace the word \"lit\" with the following word: \"clean\".\n\nAmendment 4\nIn the draft \
         resolution, delete paragraph 2.\n",
    );
    let [first, second] = [
        "1. The Assembly thanks the pilots. It counts the boats, and the boats are many.",
        "2. It calls on the harbours to keep the lamps lit.",
    ];
    let held = Running::new(old.clone(), pace()).sitting;
    let of =
        |lines: &[&str]| held.revised(&old, &revised(&old, lines)).map(|then| displaced(&then));
    assert!(of(&[first, second]).is_err(), "it reads as before");
    assert_eq!(of(&[first, second, "3. Fog is common."]), Ok(vec![]));
    // Another paragraph 2: the three to it are proposed to paragraph 3.
    let other =
        of(&[first, "2. Fog is common.", "3. It calls on the harbours to keep the lamps lit."]);
    let proposed = [
        "after paragraph 3, insert the following paragraph:\n“Ice is rare.”",
        "paragraph 3, replace the word “lit” with the following word:\n“clean”",
        "delete paragraph 3.",
    ];
    let proposed = proposed.map(|text| Some(format!("In the draft resolution, {text}")));
    let numbers = ["2", "3", "4"].map(str::to_owned);
    assert_eq!(other, Ok(numbers.into_iter().zip(proposed).collect()));
    // A correction in the paragraph: the word is there, what is deleted is another.
    let found = of(&[first, "2. It calls upon the harbours to keep the lamps lit."]);
    let found = found.expect("it can be revised so");
    assert_eq!(
        found.iter().map(|(number, _)| number.as_str()).collect::<Vec<_>>(),
        ["2", "3", "4"]
    );
    assert_eq!(found[0].1, None);
    assert!(found[1].1.as_ref().is_some_and(|wording| wording.contains("paragraph 2")));
    assert_eq!(found[2].1, None, "nobody proposes to delete what nobody has read");
    // Twice the same words: nothing is proposed.
    let twice = "3. It calls on the harbours to keep the lamps lit.";
    let found = of(&[first, "2. Fog is common.", twice, &twice.replace('3', "4")]);
    assert!(found.expect("it can be revised so").iter().all(|(_, proposed)| proposed.is_none()));
}

/// Any draft revised at random: what is carried over has the same words there, and what is proposed leads to the same.
#[test]
fn whatever_is_revised_nothing_is_resolved_anew_in_silence() {
    let cases: u64 =
        std::env::var("HEMICYCLE_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(200);
    let (mut stayed, mut gone, mut proposals) = (0, 0, 0);
    for seed in 0..cases / 10 + 20 {
        let lang = if seed % 2 == 0 { Lang::EN } else { Lang::FR };
        let old = open::dossier(tabled(seed, lang, 5, 9, Marks::None)).state.dossier;
        let other = open::dossier(tabled(seed + 1, lang, 5, 9, Marks::None)).state.dossier;
        let random = &mut Random::new(seed);
        // A provision of another draft comes in, or one goes.
        let mut new = old.clone();
        let language = instruction::style::language(lang).expect("it is known");
        let version = &mut new.versions[0];
        let part = &mut version.draft.parts[0].children;
        let place = random.below(part.len());
        match random.once_in(2) {
            true => drop(part.remove(place)),
            false => part.insert(place, other.versions[0].draft.parts[0].children[0].clone()),
        }
        let mut number = 0;
        for child in part.iter_mut() {
            if let text::Child::Provision(provision) = child {
                number += 1;
                provision.number = number.to_string();
            }
        }
        version.index = text::Index::new(&version.draft, &language.tables.sentences);
        let running = Running::new(old.clone(), pace());
        let Ok(then) = running.sitting.revised(&old, &new) else { continue };
        let next = Sitting::new(&new, running.sitting.course.clone(), pace());
        let displaced: Vec<_> = then
            .iter()
            .filter_map(|one| match one {
                Consequence::Displaced { amendment, proposed, .. } => {
                    Some((running.sitting.course.position(amendment)?, proposed))
                }
                _ => None,
            })
            .collect();
        for at in 0..running.sitting.course.amendments.len() {
            let record = &running.sitting.course.amendments[at];
            let here = running.sitting.stands_in(at, lang);
            match displaced.iter().find(|(other, _)| *other == at) {
                None if record.parent.is_none() => {
                    assert_eq!(next.stands_in(at, lang), here, "seed {seed}: {record:?}");
                    stayed += 1;
                }
                None => {}
                Some((_, proposed)) => {
                    gone += 1;
                    let Some(proposed) = proposed.first() else { continue };
                    proposals += 1;
                    let mut course = running.sitting.course.clone();
                    course.amendments[at].texts = vec![proposed.clone()];
                    let carried = Sitting::new(&new, course, pace());
                    let place = carried.place(at);
                    let placed = carried.state.placed(place, lang);
                    assert!(placed.is_some(), "seed {seed}: {proposed:?}");
                }
            }
        }
    }
    println!("{stayed} stayed, {gone} displaced, {proposals} with a proposal");
    assert!(stayed > 20 && gone > 20 && proposals > 5);
}

/// What was recorded is what follows, worked out anew from the dossier and the log.
fn worked_out_anew(dossier: &Dossier, entries: &[Entry]) {
    let (mut again, mut course) = (Again::new([dossier.clone()], pace()), Course::default());
    for entry in entries {
        assert_eq!(again.next(&course, entry), None, "{entry:?}");
        course.take(entry, pace());
    }
}

/// Declares how some amendments stand to each other, where that can be.
fn declared_at_random(running: &mut Running<'_>, random: &mut Random) {
    let all = running.sitting.course.amendments.clone();
    // What changes the second is decided before the first, and is not what this is about.
    let plain = |at: usize| all[at].parent.is_none() && all[at].sub_amendments.is_empty();
    for _ in 0..random.below(4) {
        let (first, second) = (random.below(all.len()), random.below(all.len()));
        let relation = [Declared::Fells, Declared::Independent, Declared::Consequential];
        let event = related(&all[first].id.0, &all[second].id.0, relation[random.below(3)]);
        let entry = running.head.next(
            Time::parse("2031-10-16T10:00:00Z").expect("a moment"),
            "clerk",
            event.clone(),
            Vec::new(),
        );
        let allowed = running.sitting.course.check(&entry, pace()).is_ok();
        if plain(second) && allowed && running.sitting.consequences(&event).is_ok() {
            running.record(event);
        }
    }
}

/// Whatever is decided, no state is reached that consolidation refuses, what falls is what the set of those adopted
/// fells, and the log alone gives the same state again.
#[test]
fn whatever_is_decided_the_text_can_be_made() {
    let cases: u64 =
        std::env::var("HEMICYCLE_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(200);
    let (mut fallen, mut superseded, mut subs, mut annulled) = (0, 0, 0, 0);
    for seed in 0..cases / 10 + 20 {
        let lang = if seed % 2 == 0 { Lang::EN } else { Lang::FR };
        let dossier = open::dossier(tabled(seed, lang, 5, 9, Marks::None)).state.dossier;
        let random = &mut Random::new(seed);
        let mut running = Running::new(dossier, pace());
        // What has no place is not put to the vote.
        for at in 0..running.sitting.course.amendments.len() {
            let place = running.sitting.place(at);
            let record = running.sitting.course.amendments[at].clone();
            let executable = hemicycle_engine::report::executable(&running.sitting.state, place);
            if record.is_open() && !executable {
                running.record(Event::Withdrawn { amendment: record.id, by: "Ms Ada FOG".into() });
            }
        }
        declared_at_random(&mut running, random);
        let (mut annulments, first) = (0, running.head.seq);
        while running.sitting.next().is_some() || !running.sitting.course.floor.is_empty() {
            let next = running.next_to_be_put();
            let on_the_floor = !running.sitting.course.floor.is_empty();
            // Now and then the chair calls another one than is next, or annuls what was decided.
            let can_be_put = |at: &usize| {
                let course = &running.sitting.course;
                let parent = course.amendments[*at].parent;
                parent.is_none_or(|parent| course.amendments[parent].is_open())
                    && course.open_sub_amendments(*at).next().is_none()
                    && course.waits_for(*at).is_none()
            };
            let at = match !on_the_floor && random.once_in(3) {
                true => {
                    let open: Vec<usize> =
                        running.sitting.course.open().filter(can_be_put).collect();
                    *random.pick(&open)
                }
                false => next,
            };
            let would = running.sitting.would_fall(at);
            let fits = running.sitting.text_if_adopted(&[at]).is_ok() && would.is_ok();
            let adopted = fits && !random.once_in(3);
            let record = &running.sitting.course.amendments[at];
            subs += usize::from(adopted && record.parent.is_some());
            let amendment = running.called(at);
            let then = running.vote(amendment, adopted);
            if annulments < 3 && random.once_in(6) {
                let decisions: Vec<u64> = (first + 1..=running.head.seq)
                    .filter(|seq| running.sitting.course.stands(*seq))
                    .collect();
                annulments += usize::from(running.annul(*random.pick(&decisions)));
            }
            let fell: Vec<_> = then
                .iter()
                .filter_map(|consequence| match consequence {
                    Consequence::Fell { amendment, .. } => {
                        running.sitting.course.position(amendment)
                    }
                    _ => None,
                })
                .collect();
            if adopted {
                let mut would = would.unwrap_or_default();
                let mut told = fell.clone();
                would.sort_unstable();
                told.sort_unstable();
                assert_eq!(told, would, "seed {seed}");
            }
            fallen += fell.len();
            superseded +=
                then.iter().filter(|one| matches!(one, Consequence::Superseded { .. })).count();
            running.sitting.text().unwrap_or_else(|why| panic!("seed {seed}: {why:?}"));
            let adopted = running.sitting.adopted();
            for at in running.sitting.course.open() {
                let (sitting, record) = (&running.sitting, &running.sitting.course.amendments[at]);
                if record.parent.is_none() {
                    let own = record.sub_amendments.iter().filter(|sub| {
                        let decision = sitting.course.amendments[**sub].decision();
                        decision.is_some_and(|decision| decision.outcome.is_adopted())
                    });
                    let own = own.map(|sub| sitting.place(*sub));
                    let with: Vec<usize> = adopted.iter().copied().chain(own).collect();
                    let falls = adopt::falls(&sitting.state, sitting.place(at), &with);
                    assert_eq!(falls, None, "seed {seed}: open, and would be refused");
                } else if sitting.course.amendments[record.parent.unwrap_or(at)].is_open() {
                    let refused = sitting.text_if_adopted(&[at]).err().map(|refusal| *refusal);
                    let falls = match refused {
                        Some(Refusal::Falls { .. }) => true,
                        Some(Refusal::SubAmendment { why, .. }) => why == DoesNotApply::Falls,
                        _ => false,
                    };
                    assert!(!falls, "seed {seed}: {:?} is open, and would be refused", record.id);
                }
            }
        }
        annulled += annulments;
        let entries: Result<Vec<_>, _> = Reader::new(running.log.as_bytes()).collect();
        let entries = entries.expect("a log that was just written");
        let again = Course::of(&entries, pace());
        assert_eq!(again.as_ref(), Ok(&running.sitting.course), "seed {seed}");
        worked_out_anew(&running.dossier, &entries);
    }
    println!(
        "{fallen} fell, {superseded} superseded, {subs} sub-amendments adopted, {annulled} annulled"
    );
    assert!(fallen > 5 && subs > 0 && annulled > 5, "only {fallen}, {subs} and {annulled}");
}
