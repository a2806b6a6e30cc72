//! What is recorded at the desk: by several people, at one time, in several processes, on both databases.

#[allow(dead_code, reason = "each test file uses a part")]
mod common;

use common::{dossier, example};
use hemicycle_web::desk::{Clock, Decision, Desk, Error, HandIn, Recorded};
use hemicycle_web::{Held, Site};
use pgtest::Cluster;
use procedure::event::{Event, Id, Time, Wording};
use procedure::log::{Entry, Hash, Reader};
use std::future::Future;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use store::{Key, Store};
use tempfile::TempDir;
use text::Lang;

const SLUG: &str = "412-lakes";

/// A desk with a clock that the test sets, and the database under it.
struct Office {
    desk: Desk,
    site: Arc<Site>,
    now: Arc<AtomicU64>,
}

/// Seconds since 1970 of a moment.
fn seconds(written: &str) -> u64 {
    Time::parse(written).expect("a moment").unix()
}

async fn office(address: &str) -> Office {
    let now = Arc::new(AtomicU64::new(seconds("2031-10-14T08:30:00Z")));
    let read = Arc::clone(&now);
    let clock: Clock = Arc::new(move || read.load(Ordering::SeqCst));
    let site = Arc::new(Site::new(common::names(), "", "test", 2));
    let store = Store::open(address).await.expect("a database");
    let desk = Desk::start(store, Arc::clone(&site), clock).await.expect("a desk");
    Office { desk, site, now }
}

impl Office {
    /// The same with the lakes in it.
    async fn with_lakes(address: &str) -> Self {
        let office = office(address).await;
        let lakes = dossier(&["lakes-en.txt", "lakes-fr.txt"]);
        office.desk.open(SLUG, &lakes, "table-office").await.expect("it is opened");
        office
    }

    fn held(&self) -> Arc<Held> {
        self.site.get(SLUG).expect("it is shown")
    }

    async fn decide(&self, actor: &str, event: Event) -> Result<Recorded, Error> {
        let (actor, lang) = (actor.to_owned(), Lang::EN);
        let what = Decision { actor, event, seen: None, key: None, lang };
        self.desk.decide(SLUG, what).await
    }

    async fn hand_in(&self, id: &str, key: Option<Key>) -> Result<Recorded, Error> {
        self.desk.hand_in(SLUG, tabled(id, &SIGNERS, key)).await
    }

    /// The log as the database has it.
    async fn log(&self) -> Vec<Entry> {
        let store = self.desk.store();
        let all = store.dossiers().await.expect("they are listed");
        let lakes = all.iter().find(|one| one.slug == SLUG).expect("it is there");
        let mut lines = Vec::new();
        loop {
            let more =
                store.lines(lakes.id, lines.len() as u64, 1_000).await.expect("they are read");
            if more.is_empty() {
                break;
            }
            lines.extend(more);
        }
        let log: String = lines.iter().map(|line| format!("{line}\n")).collect();
        Reader::new(log.as_bytes()).map(|entry| entry.expect("the chain holds")).collect()
    }
}

const SIGNERS: [&str; 5] =
    ["Ms Clara SOUND", "Mr Ivo MARSH", "Ms Petra QUAY", "Mr Luc HAVEN", "Mr Tomas REED"];

/// An amendment with its signatures, handed in at once.
fn tabled(id: &str, signers: &[&str], key: Option<Key>) -> HandIn {
    let amendment = Id::from(id);
    let wording = format!(
        "In the draft resolution, paragraph 1, after the word “lakes” insert the following words: “{id}”."
    );
    let texts = vec![Wording { lang: "en".to_owned(), wording, note: String::new() }];
    let mut events =
        vec![Event::Drafted { amendment: amendment.clone(), parent: None, part: Some(0), texts }];
    events.extend(
        signers
            .iter()
            .map(|by| Event::Signed { amendment: amendment.clone(), by: (*by).to_owned() }),
    );
    events.push(Event::Tabled { amendment, committee: None, late: None });
    HandIn { actor: "Ms Clara SOUND".to_owned(), events, seen: None, key, lang: Lang::EN }
}

fn key(name: &str, fingerprint: &str) -> Option<Key> {
    let fingerprint = Hash::of(fingerprint.as_bytes());
    Some(Key { scope: "account 7".to_owned(), name: name.to_owned(), fingerprint })
}

/// Each test on both databases.
fn on_both<T: Future<Output = ()>>(test: impl Fn(String) -> T) {
    let runtime = || {
        let mut builder = tokio::runtime::Builder::new_multi_thread();
        builder.worker_threads(2).enable_all().build().expect("a runtime")
    };
    let folder = TempDir::new().expect("a folder");
    runtime().block_on(test(format!("sqlite:{}/lakes.db", folder.path().display())));
    runtime().block_on(test(Cluster::shared().database()));
}

/// The site has pages of its own where those would be.
#[test]
fn a_dossier_is_not_called_as_a_part_of_the_site() {
    on_both(|address| async move {
        let office = office(&address).await;
        for slug in ["account", "desk", "Lakes", ""] {
            let lakes = dossier(&["lakes-en.txt"]);
            let refused = office.desk.open(slug, &lakes, "table-office").await;
            assert_eq!(refused.expect_err("it is refused").code(), "store-slug", "{slug}");
        }
    });
}

/// The whole example, event by event: what follows from each is what the log of the example has.
#[test]
fn the_example_is_recorded_as_it_is_on_file() {
    on_both(|address| async move {
        let office = Office::with_lakes(&address).await;
        let file = std::fs::read(example("sitting.jsonl")).expect("the example");
        let all: Vec<Entry> = Reader::new(&file).map(|entry| entry.expect("it is sound")).collect();
        for entry in all.iter().skip(1) {
            office.now.store(entry.time.unix(), Ordering::SeqCst);
            office.decide(&entry.actor, entry.event.clone()).await.expect("it is recorded");
            let held = office.held();
            assert_eq!(held.entries.last(), Some(entry));
        }
        // The same bytes stand in the database, up to the last hash.
        assert_eq!(office.log().await, all);
        let read = Held::read("x", [dossier(&["lakes-en.txt", "lakes-fr.txt"])], &file);
        assert_eq!(office.held().head, read.expect("they fit").head);
    });
}

/// 300 members hand in at one time, while the table office decides.
#[test]
fn whoever_has_a_receipt_is_in_the_log() {
    on_both(|address| async move {
        let office = Arc::new(Office::with_lakes(&address).await);
        let handed = (0..300).map(|at| {
            let office = Arc::clone(&office);
            tokio::spawn(async move { office.hand_in(&format!("m-{at}"), None).await })
        });
        let handed: Vec<_> = handed.collect();
        let until = Event::DeadlineSet {
            at: Time::parse("2031-10-15T16:00:00Z").expect("a moment"),
            sub_amendments: false,
            by: "the President".to_owned(),
        };
        let decided = office.decide("table-office", until).await.expect("it is recorded");
        let mut receipts = vec![decided];
        for one in handed {
            receipts.push(one.await.expect("it ended").expect("a receipt"));
        }
        let log = office.log().await;
        assert_eq!(log.len(), 2 + 300 * 7);
        for receipt in receipts {
            let at = usize::try_from(receipt.seq).expect("few");
            assert_eq!(Hash::of(log[at - 1].line().as_bytes()), receipt.hash);
        }
        // The pages come behind.
        let mut follow = office.desk.follow(SLUG).expect("it is followed");
        follow.wait_for(|held| held.head.seq == log.len() as u64).await.expect("it is shown");
        assert_eq!(office.held().sitting.course.amendments.len(), 36 + 300);
    });
}

#[test]
fn what_is_handed_in_is_recorded_whole_or_not_at_all() {
    on_both(|address| async move {
        let office = Office::with_lakes(&address).await;
        // Too few signatures: neither draft nor signatures are kept.
        let few = tabled("m-1", &SIGNERS[..2], None);
        let refused = office.desk.hand_in(SLUG, few).await.expect_err("five are needed");
        assert_eq!(refused.code(), "too-few-signatures");
        assert_eq!(office.log().await.len(), 1);
        // One that is refused does not hold up the others of its batch.
        let all = (0..20).map(|at| {
            let count = if at % 3 == 0 { 1 } else { 5 };
            office.desk.hand_in(SLUG, tabled(&format!("b-{at}"), &SIGNERS[..count], None))
        });
        let answers = all_of(all).await;
        assert_eq!(answers.iter().filter(|one| one.is_ok()).count(), 13);
        assert_eq!(office.log().await.len(), 1 + 13 * 7);
    });
}

/// Waits for all at one time.
async fn all_of<T: Send + 'static>(all: impl Iterator<Item = impl Future<Output = T>>) -> Vec<T> {
    let mut done = Vec::new();
    let mut waiting: Vec<_> = all.map(Box::pin).collect();
    std::future::poll_fn(|context| {
        waiting.retain_mut(|one| match one.as_mut().poll(context) {
            std::task::Poll::Ready(value) => {
                done.push(value);
                false
            }
            std::task::Poll::Pending => true,
        });
        if waiting.is_empty() { std::task::Poll::Ready(()) } else { std::task::Poll::Pending }
    })
    .await;
    done
}

#[test]
fn a_request_that_comes_again_has_its_receipt_again() {
    on_both(|address| async move {
        let office = Office::with_lakes(&address).await;
        let first = office.hand_in("m-1", key("k", "m-1")).await.expect("a receipt");
        let again = office.hand_in("m-2", key("k", "m-1")).await.expect("the same receipt");
        assert_eq!((first.seq, first.hash), (again.seq, again.hash));
        let other = office.hand_in("m-3", key("k", "m-3")).await.expect_err("another request");
        assert_eq!(other.code(), "key-reused");
        assert_eq!(office.log().await.len(), 8);
        // Decisions have keys, too.
        let admitted =
            Event::Admitted { amendment: Id::from("m-1"), by: "the President".to_owned() };
        let decision = Decision {
            actor: "table-office".to_owned(),
            event: admitted,
            seen: None,
            key: key("d", "admit m-1"),
            lang: Lang::EN,
        };
        let first = office.desk.decide(SLUG, decision.clone()).await.expect("a receipt");
        let again = office.desk.decide(SLUG, decision).await.expect("the same receipt");
        assert_eq!((first.seq, first.hash), (again.seq, again.hash));
    });
}

#[test]
fn two_clerks_who_number_the_same_amendment() {
    on_both(|address| async move {
        let office = Office::with_lakes(&address).await;
        for id in ["m-1", "m-2"] {
            office.hand_in(id, None).await.expect("a receipt");
            let by = "the President".to_owned();
            let admitted = Event::Admitted { amendment: Id::from(id), by };
            office.decide("table-office", admitted).await.expect("it is recorded");
        }
        let seen = Some(office.held().head.seq);
        let number = |id: &str, number: &str| Decision {
            actor: "table-office".to_owned(),
            event: Event::Numbered { amendment: Id::from(id), number: number.to_owned() },
            seen,
            key: None,
            lang: Lang::EN,
        };
        office.desk.decide(SLUG, number("m-1", "40")).await.expect("the first clerk");
        let late = office.desk.decide(SLUG, number("m-1", "41")).await.expect_err("the second");
        assert_eq!(late.code(), "decided-meanwhile");
        // Another amendment is no matter of theirs; a number that is taken is refused by the rules.
        office.desk.decide(SLUG, number("m-2", "41")).await.expect("another amendment");
        let taken = office.decide("table-office", number("m-2", "40").event).await;
        assert_eq!(taken.expect_err("it is taken").code(), "number-taken");
    });
}

#[test]
fn a_second_behind_the_deadline_is_late() {
    on_both(|address| async move {
        let office = Office::with_lakes(&address).await;
        let at = "2031-10-15T16:00:00Z";
        let until = Event::DeadlineSet {
            at: Time::parse(at).expect("a moment"),
            sub_amendments: false,
            by: "the President".to_owned(),
        };
        office.decide("table-office", until).await.expect("it is recorded");
        office.now.store(seconds(at), Ordering::SeqCst);
        office.hand_in("m-1", None).await.expect("in the last second");
        office.now.store(seconds(at) + 1, Ordering::SeqCst);
        let late = office.hand_in("m-2", None).await.expect_err("a second late");
        assert_eq!(late.code(), "after-the-deadline");
        // A clock that is set back helps nobody: what came later is recorded no earlier than what came before.
        office
            .decide(
                "table-office",
                Event::Admitted { amendment: Id::from("m-1"), by: "the President".to_owned() },
            )
            .await
            .expect("it is recorded");
        office.now.store(seconds(at) - 600, Ordering::SeqCst);
        let late = office.hand_in("m-3", None).await.expect_err("a clock set back");
        assert_eq!(late.code(), "after-the-deadline");
    });
}

/// The draft is revised: what stood elsewhere is told, and the desk goes on with the new one.
#[test]
fn a_revised_draft_is_gone_on_with() {
    on_both(|address| async move {
        let office = Office::with_lakes(&address).await;
        let mut new = dossier(&["lakes-en.txt", "lakes-fr.txt"]);
        let revised = |new: &engine::Dossier| Event::DraftRevised {
            dossier: engine::sitting::hash(new),
            reason: "a correction".to_owned(),
        };
        // The same draft, one that is not kept, and one whose amendments alone are others.
        let same = office.decide("table-office", revised(&new)).await;
        assert_eq!(same.expect_err("nothing is revised").code(), "revised-not-at-all");
        new.amendments.pop();
        let lost = office.decide("table-office", revised(&new)).await;
        assert_eq!(lost.expect_err("it is not kept").code(), "desk-fault");
        let store = office.desk.store();
        store.put_text(&engine::json::write(&new)).await.expect("it is kept");
        let other = office.decide("table-office", revised(&new)).await;
        assert_eq!(other.expect_err("the draft is the same").code(), "revised-not-at-all");
        // A word less in the first paragraph of each language.
        let names = ["lakes-en.txt", "lakes-fr.txt"].map(example);
        let texts = names.map(|name| std::fs::read_to_string(name).expect("the example"));
        let texts = texts.map(|text| {
            text.replacen("pilots", "steersmen", 1).replacen("pilotes", "timoniers", 1)
        });
        let files = ["lakes-en.txt", "lakes-fr.txt"].iter().zip(&texts);
        let files = files.map(|(name, text)| Arc::new(source::SourceFile::new(*name, text)));
        let new = engine::open::open(files.collect()).state.dossier;
        let text = engine::json::write(&engine::recorded::without(&new));
        store.put_text(&text).await.expect("it is kept");
        let done = office.decide("table-office", revised(&new)).await.expect("it is recorded");
        let held = office.held();
        assert_eq!((held.head.seq, held.head.hash), (done.seq, done.hash));
        assert_eq!(held.sitting.course.dossier, engine::sitting::hash(&new));
        let draft = format!("{:?}", held.sitting.state.dossier.versions[0].draft);
        assert!(draft.contains("steersmen"));
        let last = office.hand_in("m-1", None).await.expect("the desk goes on");
        // Whoever reads the log from the beginning comes to the same.
        let again = self::office(&address).await;
        let head = again.held().head;
        assert_eq!((head.seq, head.hash), (last.seq, last.hash));
    });
}

/// What says nothing is refused, and holds nobody up.
#[test]
fn nothing_is_no_hand_in() {
    on_both(|address| async move {
        let office = Office::with_lakes(&address).await;
        let nothing = HandIn {
            actor: "x".to_owned(),
            events: Vec::new(),
            seen: None,
            key: None,
            lang: Lang::EN,
        };
        let refused = office.desk.hand_in(SLUG, nothing).await.expect_err("there is no event");
        assert_eq!(refused.code(), "nothing-said");
    });
}

/// What is handed in by whoever must know how things stand is not recorded where others were quicker, on the very amendment or on
/// one of many.
#[test]
fn what_is_handed_in_may_say_what_it_was_decided_on() {
    on_both(|address| async move {
        let office = Office::with_lakes(&address).await;
        office.hand_in("m-1", None).await.expect("handed in");
        let seen = office.hand_in("m-2", None).await.expect("handed in").seq;
        let admitted = |id: &str| Event::Admitted { amendment: Id::from(id), by: "x".to_owned() };
        let numbered = |id: &str, number: &str| Event::Numbered {
            amendment: Id::from(id),
            number: number.to_owned(),
        };
        let what = |events: Vec<Event>, seen| HandIn {
            actor: "x".to_owned(),
            events,
            seen,
            key: None,
            lang: Lang::EN,
        };
        let both =
            vec![admitted("m-1"), numbered("m-1", "91"), admitted("m-2"), numbered("m-2", "92")];
        let one = what(vec![admitted("m-2")], Some(seen));
        let first = office.desk.hand_in(SLUG, one).await.expect("nobody was quicker").seq;
        let late = office.desk.hand_in(SLUG, what(both.clone(), Some(seen))).await;
        assert!(matches!(late, Err(Error::Meanwhile(at)) if at == first), "{late:?}");
        // Another amendment is none of theirs.
        let other = what(vec![admitted("m-1")], Some(seen));
        office.desk.hand_in(SLUG, other).await.expect("it is another");
        let later = office.desk.hand_in(SLUG, what(both[1..2].to_vec(), None)).await;
        later.expect("who need know nothing is not asked");
    });
}

/// Two processes on one PostgreSQL.
#[test]
fn two_nodes_record_into_one_log() {
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    runtime.expect("a runtime").block_on(async {
        let address = Cluster::shared().database();
        let one = Arc::new(office(&address).await);
        let other = Arc::new(Office::with_lakes(&address).await);
        // A dossier that the other made is known here, without being asked for.
        while one.site.get(SLUG).is_none() {
            tokio::task::yield_now().await;
        }
        let handed = (0..100).map(|at| {
            let office = Arc::clone(if at % 2 == 0 { &one } else { &other });
            tokio::spawn(async move { office.hand_in(&format!("m-{at}"), None).await })
        });
        let handed: Vec<_> = handed.collect();
        for receipt in handed {
            receipt.await.expect("it ended").expect("a receipt");
        }
        assert_eq!(one.log().await.len(), 1 + 100 * 7);
        let by = "the President".to_owned();
        let admitted = Event::Admitted { amendment: Id::from("m-7"), by };
        let recorded = one.decide("table-office", admitted).await.expect("it is recorded");
        let mut follow = other.desk.follow(SLUG).expect("it is followed");
        let held =
            follow.wait_for(|held| held.head.seq == recorded.seq).await.expect("it is shown");
        assert_eq!(held.head.hash, recorded.hash);
        assert_eq!(one.held().entries, held.entries);
    });
}
