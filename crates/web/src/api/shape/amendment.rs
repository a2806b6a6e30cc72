//! Amendments.

use super::{Figures, Said, WordingJson};
use crate::held::{Change, Words};
use crate::{Held, Tongue};
use engine::document::{ChangeKind, Run};
use engine::report;
use engine::words as said;
use procedure::event::{Event, Seq, Time, Wording};
use procedure::rules::{Position, Shown, Term};
use procedure::state::{Record, Stage};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// An amendment in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct Listed {
    /// How it is named in addresses, "4", "13/1".
    pub address: String,
    /// What the log calls it, and events about it.
    pub id: String,
    /// Its number; null for one that was offered in the sitting.
    pub number: Option<String>,
    /// What it is called.
    pub name: Said,
    /// The amendment that it changes.
    pub parent: Option<String>,
    /// The letter of the text that it is to.
    pub part: Option<String>,
    /// Where it acts, in words.
    pub place: Said,
    /// Who tabled it, the mover first.
    pub tablers: Vec<String>,
    /// Whether that is a committee.
    pub committee: bool,
    /// Whether it was offered in the sitting.
    pub oral: bool,
    /// `open`, `floor`, `adopted`, `rejected`, `fell`, `withdrawn`, `not-moved`, `ruled-out` or `split`.
    pub standing: &'static str,
    /// The same in the chamber's own word.
    pub outcome: Said,
    /// What decided it; null while it is open.
    pub decision: Option<Decision>,
}

/// What decided an amendment.
#[derive(Debug, Serialize, ToSchema)]
pub struct Decision {
    /// The event.
    pub event: Seq,
    /// `adopted`, `declared-adopted`, `rejected`, `declared-rejected`, `fell`, `withdrawn`, `not-moved`, `ruled-out` or
    /// `split`.
    pub outcome: &'static str,
    /// Of one that fell: the decisions by which it did.
    pub because: Vec<Seq>,
    /// The figures of the vote, where there are any.
    pub votes: Option<Figures>,
    /// The event by which a wider change has taken its place since.
    pub superseded: Option<Seq>,
}

/// An amendment with all that its page shows.
#[derive(Debug, Serialize, ToSchema)]
pub struct Amendment {
    /// What lists show of it.
    #[serde(flatten)]
    pub listed: Listed,
    /// Its wording in each language; the payload stands in it.
    #[schema(value_type = Vec<WordingJson>)]
    pub texts: Vec<Wording>,
    /// Whether it can be carried out.
    pub executable: bool,
    /// What it does to the draft, one by one.
    pub operations: Vec<Operation>,
    /// What it changes, in the words that it changes, in the language of the text that readers of each language are shown.
    pub change: Changes,
    /// Positions of committees.
    pub positions: Vec<Taken>,
    /// The amendments that fall if it is adopted.
    pub fells: Vec<Related>,
    /// The amendments by whose adoption it falls.
    pub falls_with: Vec<Related>,
    /// Those that come to the same.
    pub identical_to: Vec<Related>,
    /// Others that have to do with the same place.
    pub clashes: Vec<Related>,
    /// The sub-amendments to it.
    pub sub_amendments: Vec<String>,
    /// What happened to it since it was handed in, the earliest first.
    pub history: Vec<Happened>,
}

/// What an amendment does at one place.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct Operation {
    /// The letter of the text.
    pub part: Option<String>,
    /// The provision, "7.2".
    pub provision: Option<String>,
    /// The last one, where they are several.
    pub to_provision: Option<String>,
    /// The first and the last sentence.
    pub sentences: Option<Vec<u32>>,
    /// `provision`, `sentence`, `words`, `point` or `title`.
    pub unit: String,
    /// `insert`, `replace` or `delete`.
    pub operation: String,
    /// The first character, from 0, in the text of the provision.
    pub start: Option<usize>,
    /// The character behind the last.
    pub end: Option<usize>,
}

/// What it changes, for readers of each language.
#[derive(Debug, Serialize, ToSchema)]
pub struct Changes {
    /// For readers of English.
    pub en: Changed,
    /// For readers of French.
    pub fr: Changed,
}

/// What it changes.
#[derive(Debug, Default, Serialize, ToSchema)]
pub struct Changed {
    /// Why nothing is shown; empty where it is.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub none: String,
    /// The paragraphs that it touches, in their order.
    pub paragraphs: Vec<Paragraph>,
}

/// A paragraph that it touches; of a sub-amendment the wording that it changes.
#[derive(Debug, Serialize, ToSchema)]
pub struct Paragraph {
    /// The heading of the text that it stands in; empty for a wording.
    pub heading: String,
    /// Its printed number; empty where it has none.
    pub number: String,
    /// Its words.
    pub words: Vec<Stretch>,
}

/// Neighbouring words.
#[derive(Debug, Serialize, ToSchema)]
pub struct Stretch {
    /// The words.
    pub text: String,
    /// `inserted` or `deleted`; left out where they stay.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub change: Option<&'static str>,
}

/// The position of a committee.
#[derive(Debug, Serialize, ToSchema)]
pub struct Taken {
    /// The committee.
    pub committee: String,
    /// `in-favour`, `against`, `unanimous` and such: a word of the log.
    pub position: &'static str,
    /// The same in words.
    pub said: Said,
}

/// An amendment that stands in a relation.
#[derive(Debug, Serialize, ToSchema)]
pub struct Related {
    /// Its address.
    pub amendment: String,
    /// Why.
    pub reason: Said,
}

/// What happened to an amendment.
#[derive(Debug, Serialize, ToSchema)]
pub struct Happened {
    /// The event.
    pub event: Seq,
    /// When it was recorded.
    #[schema(value_type = String)]
    pub time: Time,
    /// What happened, with what followed for this amendment.
    pub said: Said,
}

/// A place in the calling order.
#[derive(Debug, Serialize, ToSchema)]
pub struct Ranked {
    /// From 1.
    pub rank: usize,
    /// The amendment.
    pub amendment: String,
    /// What it is called.
    pub name: Said,
    /// Why it stands there.
    pub reason: Said,
    /// Whether that is certain, or somebody should look at it.
    pub certain: bool,
    /// Whether somebody put it there by hand.
    pub by_hand: bool,
    /// Where it stands, as in a list of amendments.
    pub standing: &'static str,
}

/// The relations of an amendment.
#[derive(Debug, Serialize, ToSchema)]
pub struct RelationsOf {
    /// The amendment.
    pub amendment: String,
    /// The amendments that fall if it is adopted.
    pub fells: Vec<Related>,
    /// The amendments by whose adoption it falls.
    pub falls_with: Vec<Related>,
    /// Those that come to the same.
    pub identical_to: Vec<Related>,
    /// Others that have to do with the same place.
    pub clashes: Vec<Related>,
}

/// An amendment that was tabled and has no number yet.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct InboxItem {
    /// What the log calls it.
    pub id: String,
    /// What the log calls the amendment that it changes.
    pub parent: Option<String>,
    /// `tabled`, `open` or `decided`.
    pub stage: &'static str,
    /// Who signed it, the mover first.
    pub tablers: Vec<String>,
    /// Whether a committee tables it.
    pub committee: bool,
    /// What it says.
    #[schema(value_type = Vec<WordingJson>)]
    pub texts: Vec<Wording>,
}

impl Listed {
    /// The amendment at this position of the course; none where not everybody may read it.
    pub fn of(held: &Held, at: usize) -> Option<Self> {
        let (course, listed) = (&held.sitting.course, held.listed());
        let record = course.record(at)?;
        let part = record.part.and_then(|part| course.texts.get(part));
        let place = |tongue: Tongue| {
            let told = held.told_at(at).unwrap_or(usize::MAX);
            let acts = said::acts_in_text(held.told(), told, tongue.lang());
            let mut places: Vec<String> = acts.into_iter().map(|(place, _)| place).collect();
            places.dedup();
            places.join("; ")
        };
        Some(Self {
            address: listed.address(at)?.to_owned(),
            id: record.id.0.clone(),
            number: record.number.clone(),
            name: Said::of(|tongue| held.name(at, tongue)),
            parent: record.parent.and_then(|parent| listed.address(parent)).map(str::to_owned),
            part: part.map(|part| part.letter.clone()),
            place: Said::of(place),
            tablers: record.signed.clone(),
            committee: record.committee,
            oral: record.oral,
            standing: held.standing(at).word(),
            outcome: Said::of(|tongue| held.outcome(at, tongue)),
            decision: record.decision().map(|decision| Decision {
                event: decision.event,
                outcome: decision.outcome.as_str(),
                because: decision.because.clone(),
                votes: decision
                    .vote
                    .as_ref()
                    .and_then(|vote| vote.count.as_ref())
                    .map(Figures::from),
                superseded: decision.superseded,
            }),
        })
    }
}

impl Amendment {
    /// The same with everything else.
    pub fn of(held: &Held, at: usize) -> Option<Self> {
        let course = &held.sitting.course;
        let (record, listed) = (course.record(at)?, Listed::of(held, at)?);
        let (state, place) = (&held.sitting.state, held.sitting.place(at));
        let entry = report::entry(state, place, &report::Options::of(state, text::Lang::EN));
        let operations = serde_json::from_value(entry["operations"].clone()).unwrap_or_default();
        let relations = RelationsOf::of(held, at)?;
        let positions = record.positions.iter().map(|(committee, position)| Taken {
            committee: committee.clone(),
            position: word(*position),
            said: Said::of(|tongue| position.words(tongue.lang())),
        });
        let subs = record.sub_amendments.iter().filter_map(|sub| held.listed().address(*sub));
        Some(Self {
            listed,
            texts: held.sitting.wordings(at),
            executable: report::executable(state, place),
            operations,
            change: Changes {
                en: Changed::of(&held.change(at, Tongue::En)),
                fr: Changed::of(&held.change(at, Tongue::Fr)),
            },
            positions: positions.collect(),
            fells: relations.fells,
            falls_with: relations.falls_with,
            identical_to: relations.identical_to,
            clashes: relations.clashes,
            sub_amendments: subs.map(str::to_owned).collect(),
            history: history(held, at),
        })
    }
}

fn history(held: &Held, at: usize) -> Vec<Happened> {
    let [en, fr] = Tongue::ALL.map(|tongue| held.history(at, tongue));
    let sentence = |told: &crate::held::Told| {
        std::iter::once(&told.sentence).chain(&told.then).cloned().collect::<Vec<_>>().join(" ")
    };
    let both = en.iter().zip(fr).map(|(en, fr)| Happened {
        event: en.event,
        time: en.at.clone(),
        said: Said { en: sentence(en), fr: sentence(fr) },
    });
    both.collect()
}

fn word(position: Position) -> &'static str {
    let known = Position::ALL.iter().find(|(_, one)| *one == position);
    known.map_or("", |(word, _)| *word)
}

impl Changed {
    /// As programs are told it.
    pub fn of(change: &Change) -> Self {
        let whole = |words: Vec<Stretch>| Paragraph {
            heading: String::new(),
            number: String::new(),
            words,
        };
        match change {
            Change::None(why) => Self { none: why.clone(), paragraphs: Vec::new() },
            Change::Wording(stretches) => {
                let words = stretches.iter().map(|stretch| Stretch {
                    text: stretch.text.clone(),
                    change: match stretch.kind {
                        engine::diff::Kind::Kept => None,
                        engine::diff::Kind::Gone => Some("deleted"),
                        engine::diff::Kind::Came => Some("inserted"),
                    },
                });
                Self { none: String::new(), paragraphs: vec![whole(words.collect())] }
            }
            Change::Text(all) => {
                let paragraphs = all.iter().flat_map(paragraphs).collect();
                Self { none: String::new(), paragraphs }
            }
        }
    }
}

fn paragraphs(words: &Words) -> impl Iterator<Item = Paragraph> + '_ {
    let texts = words.rows.iter().filter_map(|row| row.text.as_ref());
    texts.map(|text| Paragraph {
        heading: words.heading.clone(),
        number: text.number.iter().map(|run| run.text.as_str()).collect(),
        words: text.content.iter().map(stretch).collect(),
    })
}

fn stretch(run: &Run) -> Stretch {
    let change = run.change.as_ref().map(|change| match change.kind {
        ChangeKind::Inserted => "inserted",
        ChangeKind::Deleted => "deleted",
    });
    Stretch { text: run.text.clone(), change }
}

impl RelationsOf {
    /// Of the amendment at this position of the course.
    pub fn of(held: &Held, at: usize) -> Option<Self> {
        let amendment = held.listed().address(at)?.to_owned();
        let none = || Self {
            amendment: amendment.clone(),
            fells: Vec::new(),
            falls_with: Vec::new(),
            identical_to: Vec::new(),
            clashes: Vec::new(),
        };
        let Some(place) = held.told_at(at) else { return Some(none()) };
        let state = held.told();
        let lists = [state.fells(place), state.falls_with(place), state.identical_to(place)];
        let others = state.clashes(place).into_iter();
        let others: Vec<usize> =
            others.filter(|other| !lists.iter().any(|list| list.contains(other))).collect();
        let related = |list: &[usize]| {
            list.iter().filter_map(|other| related(held, place, *other)).collect::<Vec<_>>()
        };
        Some(Self {
            fells: related(&lists[0]),
            falls_with: related(&lists[1]),
            identical_to: related(&lists[2]),
            clashes: related(&others),
            ..none()
        })
    }
}

fn related(held: &Held, place: usize, other: usize) -> Option<Related> {
    let state = held.told();
    let amendment = held.listed().address(held.at_told(other)?)?.to_owned();
    let related = state.relate(place, other);
    let reason = |tongue: Tongue| {
        let told = related.as_ref().map(|(related, from)| {
            said::reason(related, *from, place, other, state, tongue.lang())
        });
        told.unwrap_or_default()
    };
    Some(Related { amendment, reason: Said::of(reason) })
}

impl Ranked {
    /// The amendment at this rank, from 0.
    pub fn of(held: &Held, (rank, at): (usize, usize)) -> Option<Self> {
        let state = held.told();
        let place = held.told_at(at).unwrap_or(usize::MAX);
        let ranked = state.rank(place).and_then(|rank| Some((rank, state.order.get(rank)?)));
        let course = &held.sitting.course;
        let by_hand = course.ordered.iter().any(|(ordered, _)| *ordered == at);
        let ruling = by_hand.then(|| ruled(held, at)).flatten();
        let reason = |tongue: Tongue| match &ruling {
            Some(reason) => reason.clone(),
            None => ranked
                .map(|(rank, _)| said::order_reason(state, rank, tongue.lang()))
                .unwrap_or_default(),
        };
        Some(Self {
            rank: rank + 1,
            amendment: held.listed().address(at)?.to_owned(),
            name: Said::of(|tongue| held.name(at, tongue)),
            reason: Said::of(reason),
            certain: ranked.is_none_or(|(_, ranked)| ranked.certain),
            by_hand,
            standing: held.standing(at).word(),
        })
    }
}

/// Why somebody put an amendment where it stands.
fn ruled(held: &Held, at: usize) -> Option<String> {
    held.entries.iter().rev().find_map(|entry| match &entry.event {
        Event::Ordered { amendment, ruling, .. }
            if held.sitting.course.position(amendment) == Some(at) =>
        {
            Some(ruling.reason.clone())
        }
        _ => None,
    })
}

impl InboxItem {
    /// Those that not everybody may read, in the order in which they came.
    pub fn all(held: &Held) -> Vec<Self> {
        let course = &held.sitting.course;
        let records = course.amendments.iter().enumerate();
        let tabled = records.filter(|(_, record)| record.stage != Stage::Drafted);
        let hidden = tabled.filter(|(at, _)| held.listed().address(*at).is_none());
        let item = |(at, record): (usize, &Record)| Self {
            id: record.id.0.clone(),
            parent: record.parent.and_then(|at| course.record(at)).map(|one| one.id.0.clone()),
            stage: match &record.stage {
                Stage::Drafted | Stage::Tabled | Stage::Offered { .. } => "tabled",
                Stage::Open => "open",
                Stage::Decided(_) => "decided",
            },
            tablers: record.signed.clone(),
            committee: record.committee,
            texts: held.sitting.wordings(at),
        };
        hidden.map(item).collect()
    }
}
