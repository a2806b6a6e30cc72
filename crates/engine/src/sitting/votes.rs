//! The fewest and the most votes on amendments that are still possible, each with a course that attains it.
//!
//! # What a course is
//!
//! All that is open is dealt with in its turn ([`Sitting::agenda`]): declared without a vote where that is possible, or
//! else put to the vote, and adopted or rejected; what falls by that, or shares the decision, takes no vote. Nobody
//! withdraws anything, nothing is left unmoved, split or put en bloc, and nobody objects: each of these could change the
//! number in either direction. The votes on the texts as a whole come on top and are not counted.
//!
//! # How they are found
//!
//! Whether an amendment falls depends on those alone that have to do with it: that touch the same words, are identical to it,
//! change it, or were declared to be related to it. Where rivals are put against each other in pairs, that is a vote of its
//! own, by which one of the two falls. So what is open is parted into groups that have nothing to do with
//! one another, and their numbers are added. In a group the first that is called is adopted and rejected; what is left
//! open either way is parted again. What was worked out once for the same ones open after the same ones adopted is kept.
//!
//! ```text
//! 1 delete paragraph 7       1 adopted: 2, 3, 4 fall                                1 vote
//! 2, 3, 4 words of it        1 rejected: 2, 3, 4 have nothing to do with each other   4 votes
//! ```
//!
//! Up to twelve open amendments this always comes to an end. Beyond, the work is limited: a group for which it does
//! not suffice is only *bounded*. At most each of its members is put to the vote; at least those are that would not
//! fall if all others were adopted. The course that is shown is then one that goes far and not to the end: adopting
//! whatever fells others, or rejecting everything.

use super::agenda::Way;
use super::hypothesis::usual_vote;
use super::{Impossible, Sitting};
use crate::adopt;
use procedure::event::{Consequence, Event, Time};
use procedure::log::Entry;
use procedure::state::{Floor, Record, State as Course};
use std::collections::{BTreeMap, BTreeSet};

/// So many open amendments are always searched to the end.
pub const ALWAYS_EXACT: usize = 12;

/// Steps of a search that is always carried to its end: twice as many as twelve amendments have courses.
const STEPS: usize = 1 << 14;

/// The work on a larger one: steps times amendments of the log.
const WORK: usize = 1 << 20;

/// Beyond so many open amendments groups are not looked for.
const MOST_SEARCHED: usize = 2_000;

/// So many decisions in a row are followed and no more, since each waits for those behind it.
const DEEPEST: usize = 256;

/// With more open sub-amendments than this, an amendment may come to act anywhere.
const MOST_SUB_AMENDMENTS: usize = 4;

/// The votes on amendments that are still to come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Votes {
    /// How many amendments are open and can be put.
    pub open: usize,
    /// Those that are open and cannot be put as they are; they are not counted.
    pub blocked: Vec<usize>,
    /// The fewest votes.
    pub fewest: Extreme,
    /// The most votes.
    pub most: Extreme,
}

/// The fewest or the most votes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extreme {
    /// Votes that the course takes.
    pub votes: usize,
    /// No course takes fewer, or more, than this; the same as `votes` where that is exact.
    pub bound: usize,
    /// The course.
    pub course: Vec<Put>,
}

impl Extreme {
    /// Whether the number is that of all courses, and not only a bound.
    pub fn is_exact(&self) -> bool {
        self.votes == self.bound
    }
}

/// One decision of a course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Put {
    /// The amendment, by position in the course.
    pub amendment: usize,
    /// The rival that it is put against; none where it is put by itself.
    pub against: Option<usize>,
    /// Whether it is adopted, or prevails over its rival.
    pub adopted: bool,
    /// How.
    pub by: PutAs,
    /// Those that fall by it.
    pub fells: Vec<usize>,
    /// Identical ones that share the decision.
    pub shares: Vec<usize>,
}

/// How an amendment is decided in a course.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PutAs {
    /// By a vote.
    Vote,
    /// Declared without a vote.
    Declaration,
}

impl Sitting<'_> {
    /// The fewest and the most votes on amendments that are still possible.
    pub fn votes(&self) -> Votes {
        let mut queue = self.queue();
        let put: BTreeSet<usize> =
            queue.iter().map(|(at, _)| *at).filter(|at| self.can_be_put(*at)).collect();
        // What cannot be carried out can be declared rejected all the same.
        queue.retain(|(at, way)| *way == Way::Declared(false) || put.contains(at));
        let has_its_turn: BTreeSet<usize> = queue.iter().map(|(at, _)| *at).collect();
        let due = self.calling_order().into_iter().filter(|at| self.is_still_open(*at));
        let mut blocked: BTreeSet<usize> = due.filter(|at| !has_its_turn.contains(at)).collect();
        // An amendment is not put before its sub-amendments.
        let parents: Vec<usize> = blocked.iter().filter_map(|at| self.parent(*at)).collect();
        blocked.extend(parents.into_iter().filter(|at| self.is_still_open(*at)));
        queue.retain(|(at, _)| !blocked.contains(at));
        let open: BTreeSet<usize> = queue.iter().map(|(at, _)| *at).collect();
        let mut search = Search::new(self.clone(), queue, &open);
        let found = search.all(&open);
        let extreme = |end: End| {
            let course = search.played(&end.choices);
            let votes = course.iter().filter(|put| put.by == PutAs::Vote).count();
            Extreme { votes, bound: end.bound, course }
        };
        let [fewest, most] = found.map(extreme);
        let order = self.calling_order().into_iter();
        let blocked = order.filter(|at| blocked.contains(at)).collect();
        Votes { open: open.len(), blocked, fewest, most }
    }

    /// Puts one to the vote on a hypothetical course, as if it had been called and moved. Nothing has happened where
    /// that is refused.
    fn put(
        &mut self,
        at: usize,
        against: Option<usize>,
        adopted: bool,
    ) -> Result<Entry, Impossible> {
        let Some(record) = self.course.record(at) else {
            return Err(procedure::state::Refusal::NothingNamed.into());
        };
        let first = record.id.clone();
        let vote = usual_vote(self.rules, adopted);
        let rival = against.and_then(|rival| self.course.record(rival));
        let event = match rival.map(|rival| rival.id.clone()) {
            Some(second) => Event::Paired { first, second, vote },
            None => Event::Voted { amendments: vec![first], vote },
        };
        let since = self.course.time.clone().unwrap_or_else(|| Time::of_unix(0));
        let on_it = Floor { amendment: at, since, moved: Some(String::new()), spoke: Vec::new() };
        let floor = std::mem::replace(&mut self.course.floor, vec![on_it]);
        let entry = self.happen(event);
        self.course.floor = floor;
        let amendments = &self.course.amendments;
        self.course
            .floor
            .retain(|floor| amendments.get(floor.amendment).is_some_and(Record::is_open));
        entry
    }
}

/// The fewest or the most votes of some amendments, and how they come.
#[derive(Clone, Debug, Default)]
struct End {
    bound: usize,
    /// What is decided by votes, and how.
    choices: Vec<Choice>,
}

/// An amendment, the rival that it is put against, and whether it is adopted or prevails.
type Choice = (usize, Option<usize>, bool);

/// Fewest and most.
type Ends = [End; 2];

/// What is open, what of it that has to do with it was adopted, and from where in the queue.
type Key = (Vec<usize>, Vec<usize>, usize);

struct Search<'r> {
    sitting: Sitting<'r>,
    queue: Vec<(usize, Way)>,
    /// For each that is open, those that have to do with it.
    links: BTreeMap<usize, BTreeSet<usize>>,
    known: BTreeMap<Key, Ends>,
    /// Steps that are left.
    left: usize,
    /// Decisions in a row at the moment.
    depth: usize,
}

impl<'r> Search<'r> {
    fn new(mut sitting: Sitting<'r>, queue: Vec<(usize, Way)>, open: &BTreeSet<usize>) -> Self {
        // What can be declared is declared in a sitting.
        let opened = sitting.open_a_sitting(&mut Vec::new());
        debug_assert!(opened.is_ok(), "a sitting can be opened at any time: {opened:?}");
        let links = match open.len() {
            count if count <= MOST_SEARCHED => links(&sitting, open),
            _ => BTreeMap::new(),
        };
        let amendments = sitting.course.amendments.len().max(1);
        let left = if open.len() <= ALWAYS_EXACT { STEPS } else { WORK / amendments };
        Self { sitting, queue, links, known: BTreeMap::new(), left, depth: 0 }
    }

    /// The ends for all that is open, from the beginning.
    fn all(&mut self, open: &BTreeSet<usize>) -> Ends {
        let course = self.sitting.course.clone();
        let all: Vec<usize> = open.iter().copied().collect();
        if all.len() > MOST_SEARCHED {
            return self.bounded(&all);
        }
        let mut groups = self.groups(&all);
        // The small ones first, so that a large one does not use up what they need.
        groups.sort_by_key(Vec::len);
        let mut ends = Ends::default();
        for group in groups {
            let found = self.group(&course, group.clone(), 0);
            let found = found.unwrap_or_else(|| {
                self.sitting.course.clone_from(&course);
                self.bounded(&group)
            });
            add(&mut ends, found);
        }
        self.sitting.course = course;
        ends
    }

    /// The groups of these that have nothing to do with one another.
    fn groups(&self, members: &[usize]) -> Vec<Vec<usize>> {
        let mut left: BTreeSet<usize> = members.iter().copied().collect();
        let mut groups = Vec::new();
        while let Some(first) = left.pop_first() {
            let (mut group, mut next) = (vec![first], vec![first]);
            while let Some(at) = next.pop() {
                for other in self.links.get(&at).into_iter().flatten() {
                    if left.remove(other) {
                        group.push(*other);
                        next.push(*other);
                    }
                }
            }
            group.sort_unstable();
            groups.push(group);
        }
        groups
    }

    /// The ends for members that are open in a course; none where the work does not suffice.
    fn several(&mut self, course: &Course, members: &[usize], from: usize) -> Option<Ends> {
        let mut ends = Ends::default();
        for group in self.groups(members) {
            add(&mut ends, self.group(course, group, from)?);
        }
        Some(ends)
    }

    /// The same for one group. `from` is the first place in the queue that is not passed yet.
    fn group(&mut self, course: &Course, members: Vec<usize>, from: usize) -> Option<Ends> {
        if self.depth == DEEPEST {
            return None;
        }
        self.depth += 1;
        let found = self.first_of(course, members, from);
        self.depth -= 1;
        found
    }

    /// What comes of deciding the first of a group.
    fn first_of(&mut self, course: &Course, members: Vec<usize>, from: usize) -> Option<Ends> {
        let mut behind = self.queue.iter().enumerate().skip(from);
        let first = behind.find(|(_, (at, _))| members.binary_search(at).is_ok());
        let Some((turn, (at, way))) = first.map(|(turn, entry)| (turn, *entry)) else {
            return Some(Ends::default());
        };
        if members.len() == 1 && way == Way::Vote {
            // Nothing depends on how it goes; it can always be rejected.
            let end = End { bound: 1, choices: vec![(at, None, false)] };
            return Some([end.clone(), end]);
        }
        let near = self.adopted_near(course, &members);
        let key = (members, near, turn);
        if let Some(known) = self.known.get(&key) {
            return Some(known.clone());
        }
        self.left = self.left.checked_sub(1)?;
        let members = &key.0;
        let ends = match way {
            Way::Declared(adopted) => {
                self.sitting.course.clone_from(course);
                match self.sitting.declared(at, adopted) {
                    Ok(_) => self.onwards(members, turn)?,
                    Err(_) => self.group(course, members.clone(), turn + 1)?,
                }
            }
            Way::Vote => {
                let mut best: Option<Ends> = None;
                self.sitting.course.clone_from(course);
                let against = self.sitting.opponents(at).first().copied();
                for adopted in [true, false] {
                    self.sitting.course.clone_from(course);
                    if self.sitting.put(at, against, adopted).is_err() {
                        continue;
                    }
                    let mut ends = self.onwards(members, turn)?;
                    for end in &mut ends {
                        end.bound += 1;
                        end.choices.push((at, against, adopted));
                    }
                    best = Some(match best {
                        None => ends,
                        Some(best) => better(best, ends),
                    });
                }
                match best {
                    Some(ends) => ends,
                    None => self.group(course, members.clone(), turn + 1)?,
                }
            }
        };
        self.known.insert(key, ends.clone());
        Some(ends)
    }

    /// The ends for those of the members that are open after a step.
    fn onwards(&mut self, members: &[usize], turn: usize) -> Option<Ends> {
        let course = self.sitting.course.clone();
        let open = members.iter().copied().filter(|at| self.sitting.is_still_open(*at));
        let open: Vec<usize> = open.collect();
        self.several(&course, &open, turn)
    }

    /// What was adopted on the way and has to do with these.
    fn adopted_near(&self, course: &Course, members: &[usize]) -> Vec<usize> {
        let near: BTreeSet<usize> =
            members.iter().filter_map(|at| self.links.get(at)).flatten().copied().collect();
        let adopted = |at: &usize| {
            let decision = course.record(*at).and_then(Record::decision);
            decision.is_some_and(|decision| decision.outcome.is_adopted())
        };
        near.into_iter().filter(adopted).collect()
    }

    /// What can be said of members that are not searched.
    fn bounded(&self, members: &[usize]) -> Ends {
        let sitting = &self.sitting;
        let ways: BTreeMap<usize, Way> = self.queue.iter().rev().copied().collect();
        let voted = |at: &usize| ways.get(at) == Some(&Way::Vote);
        let has_subs = |at: &usize| {
            sitting.course.record(*at).is_some_and(|record| !record.sub_amendments.is_empty())
        };
        // Sub-amended, an amendment may come to take more away than it does now.
        let certain: Vec<usize> = match members.iter().any(has_subs) {
            true => Vec::new(),
            false => self.certain(members).into_iter().filter(voted).collect(),
        };
        let inside: BTreeSet<usize> = members.iter().copied().collect();
        let first = self.queue.iter().find(|(at, _)| inside.contains(at));
        let at_least = usize::from(first.is_some_and(|(_, way)| *way == Way::Vote));
        let fells = |at: &usize| sitting.state.fells_count(sitting.place(*at)) > 0;
        let fewest = End {
            bound: certain.len().max(at_least),
            choices: members.iter().map(|at| (*at, None, fells(at))).collect(),
        };
        let choices = members.iter().map(|at| (*at, None, false)).collect();
        [fewest, End { bound: members.len(), choices }]
    }

    /// Those that would neither fall nor share a decision if all others were adopted.
    fn certain(&self, members: &[usize]) -> Vec<usize> {
        let sitting = &self.sitting;
        let related: BTreeSet<usize> =
            sitting.course.related.keys().flat_map(|(first, second)| [*first, *second]).collect();
        let alone = |at: &&usize| {
            !related.contains(at) && sitting.state.identical_to(sitting.place(**at)).is_empty()
        };
        let candidates: Vec<usize> = members.iter().filter(alone).copied().collect();
        let asked: Vec<(usize, Vec<usize>)> =
            candidates.iter().map(|at| (sitting.place(*at), Vec::new())).collect();
        let mut all = sitting.adopted();
        all.extend(members.iter().map(|at| sitting.place(*at)));
        let fallen = adopt::falls_of(&sitting.state, &asked, &all);
        let fallen: BTreeSet<usize> = fallen.into_iter().map(|(place, _)| place).collect();
        candidates.into_iter().filter(|at| !fallen.contains(&sitting.place(*at))).collect()
    }

    /// The course in which votes go as chosen, from the first decision to the last; what is not chosen is rejected.
    fn played(&self, choices: &[Choice]) -> Vec<Put> {
        let choices: BTreeMap<(usize, Option<usize>), bool> =
            choices.iter().map(|(at, against, adopted)| ((*at, *against), *adopted)).collect();
        let mut sitting = self.sitting.clone();
        let mut course = Vec::new();
        let mut turns = self.queue.iter();
        let mut turn = turns.next();
        while let Some((at, way)) = turn {
            if !sitting.is_still_open(*at) {
                turn = turns.next();
                continue;
            }
            let against = match way {
                Way::Declared(_) => None,
                Way::Vote => sitting.opponents(*at).first().copied(),
            };
            let done = match way {
                Way::Declared(adopted) => {
                    let then = sitting.declared(*at, *adopted).ok();
                    then.map(|then| (*adopted, PutAs::Declaration, then))
                }
                Way::Vote => {
                    let wanted = choices.get(&(*at, against)).copied().unwrap_or(false);
                    [wanted, !wanted].into_iter().find_map(|adopted| {
                        Some((adopted, PutAs::Vote, sitting.put(*at, against, adopted).ok()?.then))
                    })
                }
            };
            // Whatever prevails over a rival has its turn still.
            if against.is_none() || done.is_none() {
                turn = turns.next();
            }
            let Some((adopted, by, then)) = done else { continue };
            let (fells, shares) = (Vec::new(), Vec::new());
            let mut put = Put { amendment: *at, against, adopted, by, fells, shares };
            for consequence in &then {
                match consequence {
                    Consequence::Fell { amendment, .. } => {
                        put.fells.extend(sitting.course.position(amendment));
                    }
                    Consequence::Shares { amendment } => {
                        put.shares.extend(sitting.course.position(amendment));
                    }
                    _ => {}
                }
            }
            course.push(put);
        }
        course
    }
}

fn add(sum: &mut Ends, more: Ends) {
    for (sum, more) in sum.iter_mut().zip(more) {
        sum.bound += more.bound;
        sum.choices.extend(more.choices);
    }
}

/// The fewer of the fewest, and the more of the most; of equals the first.
fn better([fewest, most]: Ends, [fewer, more]: Ends) -> Ends {
    [
        if fewer.bound < fewest.bound { fewer } else { fewest },
        if more.bound > most.bound { more } else { most },
    ]
}

/// For each that is open those among them that have to do with it, however the votes go.
fn links(sitting: &Sitting<'_>, open: &BTreeSet<usize>) -> BTreeMap<usize, BTreeSet<usize>> {
    let mut links: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    let mut link = |one: usize, other: usize| {
        if one != other && open.contains(&one) && open.contains(&other) {
            links.entry(one).or_default().insert(other);
            links.entry(other).or_default().insert(one);
        }
    };
    let mut changed: Vec<usize> = Vec::new();
    for at in open.iter().copied() {
        let near = sitting.state.clashes(sitting.place(at)).into_iter();
        near.filter_map(|place| sitting.record(place)).for_each(|other| link(at, other));
        let Some(record) = sitting.course.record(at) else { continue };
        record.parent.into_iter().for_each(|parent| link(at, parent));
        if !record.sub_amendments.is_empty() {
            changed.push(at);
        }
    }
    for (first, second) in sitting.course.related.keys() {
        link(*first, *second);
    }
    // What sub-amendments may make of an amendment.
    for at in &changed {
        changed.iter().for_each(|other| link(*at, *other));
        match may_touch(sitting, *at) {
            Some(touched) => {
                let others = touched.into_iter().filter_map(|place| sitting.record(place));
                others.for_each(|other| link(*at, other));
            }
            None => open.iter().for_each(|other| link(*at, *other)),
        }
    }
    links
}

/// The amendments, by place, that have to do with this one as any of its open sub-amendments may change it; none where
/// that may be any.
fn may_touch(sitting: &Sitting<'_>, at: usize) -> Option<BTreeSet<usize>> {
    let record = sitting.course.record(at)?;
    let adopted = |sub: &&usize| {
        let decision = sitting.course.record(**sub).and_then(Record::decision);
        decision.is_some_and(|decision| decision.outcome.is_adopted())
    };
    let always: Vec<usize> = record.sub_amendments.iter().filter(adopted).copied().collect();
    let waiting: Vec<usize> = sitting.course.waiting_sub_amendments(at).collect();
    if waiting.len() > MOST_SUB_AMENDMENTS {
        return None;
    }
    let mut touched = BTreeSet::new();
    for chosen in 0..1_u32 << waiting.len() {
        let some = waiting.iter().enumerate().filter(|(bit, _)| chosen & (1 << bit) != 0);
        let subs = always.iter().chain(some.map(|(_, sub)| sub));
        let subs: Vec<usize> = subs.map(|sub| sitting.place(*sub)).collect();
        touched.extend(adopt::touched_as_changed(&sitting.state, sitting.place(at), &subs));
    }
    Some(touched)
}
