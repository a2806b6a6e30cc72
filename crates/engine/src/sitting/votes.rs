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
//! one another, nor with the same that was adopted, and their numbers are added. Each is searched on a course of which the
//! rest is left out, so that its cost is its own. In a group the first that is called is adopted and rejected; what is left
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

/// The work on a larger one: steps times amendments of their groups.
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
        let [fewest, most] = self.ends(&queue, &open);
        let order = self.calling_order().into_iter();
        let blocked = order.filter(|at| blocked.contains(at)).collect();
        Votes { open: open.len(), blocked, fewest, most }
    }

    /// The fewest and the most votes on what is open: the sums of what groups come to that have nothing to do with one
    /// another, each searched on a course of which only what has to do with it is left.
    fn ends(&self, queue: &[(usize, Way)], open: &BTreeSet<usize>) -> [Extreme; 2] {
        let mut stage = self.clone();
        // What can be declared is declared in a sitting.
        let opened = stage.open_a_sitting(&mut Vec::new());
        debug_assert!(opened.is_ok(), "a sitting can be opened at any time: {opened:?}");
        let searched = open.len() <= MOST_SEARCHED;
        let links = if searched { Links::new(&stage, open) } else { Links::default() };
        let mut groups = match searched {
            true => links.groups(&stage.course, &open.iter().copied().collect::<Vec<_>>()),
            false => vec![open.iter().copied().collect()],
        };
        // The small ones first, so that a large one does not use up what they need.
        groups.sort_by_key(Vec::len);
        let whole = Whole::taken_from(&mut stage);
        let mut work =
            if open.len() <= ALWAYS_EXACT { STEPS * whole.course.amendments.len() } else { WORK };
        let mut ends: [(usize, Vec<(usize, Put)>); 2] = Default::default();
        for members in groups {
            let kept = if searched { links.around(&whole.course, &members) } else { whole.all() };
            let (stage_now, own) = whole.projected(stage, &kept);
            let (turns, queue) = whole.turns(queue, &kept);
            let links = links.projected(&kept);
            let members: Vec<usize> =
                members.iter().filter_map(|at| kept.binary_search(at).ok()).collect();
            let mut search = Search::new(stage_now, queue, links, work / own.max(1));
            let found = search.ends(&members, searched);
            work = work.min(search.left.saturating_mul(own.max(1)));
            for (end, found) in ends.iter_mut().zip(&found) {
                end.0 += found.bound;
                let played = search.played(&found.choices).into_iter();
                end.1.extend(played.map(|(turn, put)| (turns[turn], put.by_position(&kept))));
            }
            stage = search.sitting;
        }
        ends.map(|(bound, mut course)| {
            course.sort_by_key(|(turn, _)| *turn);
            let course: Vec<Put> = course.into_iter().map(|(_, put)| put).collect();
            let votes = course.iter().filter(|put| put.by == PutAs::Vote).count();
            Extreme { votes, bound, course }
        })
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

/// The whole course, while only a part of it is looked at.
struct Whole {
    course: Course,
    places: Vec<usize>,
}

impl Whole {
    /// Leaves a stage without a course.
    fn taken_from(stage: &mut Sitting<'_>) -> Self {
        let course = std::mem::take(&mut stage.course);
        Self { course, places: std::mem::take(&mut stage.places) }
    }

    fn all(&self) -> Vec<usize> {
        (0..self.course.amendments.len()).collect()
    }

    /// The stage with the course of these amendments alone, and how many they are.
    fn projected<'r>(&self, mut stage: Sitting<'r>, kept: &[usize]) -> (Sitting<'r>, usize) {
        stage.course = self.course.projected(kept);
        stage.places = kept.iter().map(|at| self.places[*at]).collect();
        stage.records = vec![None; stage.state.dossier.amendments.len()];
        for (at, place) in stage.places.iter().enumerate() {
            if let Some(record) = stage.records.get_mut(*place) {
                *record = Some(at);
            }
        }
        (stage, kept.len())
    }

    /// The part of a queue that is about these amendments, and the turn of each entry in the whole.
    fn turns(&self, queue: &[(usize, Way)], kept: &[usize]) -> (Vec<usize>, Vec<(usize, Way)>) {
        let entries = queue.iter().enumerate();
        let own = entries
            .filter_map(|(turn, (at, way))| Some((turn, (kept.binary_search(at).ok()?, *way))));
        own.unzip()
    }
}

impl Put {
    /// The same of a part of a course, by position in the whole.
    fn by_position(mut self, kept: &[usize]) -> Self {
        let named = [&mut self.amendment].into_iter().chain(&mut self.against);
        for at in named.chain(&mut self.fells).chain(&mut self.shares) {
            *at = kept[*at];
        }
        self
    }
}

struct Search<'r> {
    sitting: Sitting<'r>,
    queue: Vec<(usize, Way)>,
    links: Links,
    known: BTreeMap<Key, Ends>,
    /// Steps that are left.
    left: usize,
    /// Decisions in a row at the moment.
    depth: usize,
}

impl<'r> Search<'r> {
    fn new(sitting: Sitting<'r>, queue: Vec<(usize, Way)>, links: Links, left: usize) -> Self {
        Self { sitting, queue, links, known: BTreeMap::new(), left, depth: 0 }
    }

    /// The ends for all members of a group, from the beginning.
    fn ends(&mut self, members: &[usize], searched: bool) -> Ends {
        let course = self.sitting.course.clone();
        let found = searched.then(|| self.group(&course, members.to_vec(), 0)).flatten();
        self.sitting.course = course;
        found.unwrap_or_else(|| self.bounded(members))
    }

    /// The ends for members that are open in a course; none where the work does not suffice.
    fn several(&mut self, course: &Course, members: &[usize], from: usize) -> Option<Ends> {
        let mut ends = Ends::default();
        for group in self.links.groups(course, members) {
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
        if let [one, other] = members[..]
            && near.is_empty()
            && way == Way::Vote
        {
            let parent = |at: usize| course.record(at).and_then(|record| record.parent);
            let both = [(one, other), (other, one)];
            let family = both.into_iter().find(|(sub, main)| parent(*sub) == Some(*main));
            let is_put = |at: usize| self.queue.contains(&(at, Way::Vote));
            if let Some((sub, main)) = family.filter(|(sub, main)| *sub == at && is_put(*main)) {
                // Whatever becomes of the sub-amendment, what it changes is put after it; both can be rejected.
                let choices = vec![(sub, None, false), (main, None, false)];
                let end = End { bound: 2, choices };
                return Some([end.clone(), end]);
            }
        }
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
            members.iter().flat_map(|at| self.links.of(*at)).copied().collect();
        near.into_iter().filter(|at| is_adopted(course, *at)).collect()
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

    /// The course in which votes go as chosen, from the first decision to the last, each with its turn in the queue; what is
    /// not chosen is rejected.
    fn played(&mut self, choices: &[Choice]) -> Vec<(usize, Put)> {
        let choices: BTreeMap<(usize, Option<usize>), bool> =
            choices.iter().map(|(at, against, adopted)| ((*at, *against), *adopted)).collect();
        let before = self.sitting.course.clone();
        let sitting = &mut self.sitting;
        let mut course = Vec::new();
        let mut turn = 0;
        while let Some((at, way)) = self.queue.get(turn) {
            if !sitting.is_still_open(*at) {
                turn += 1;
                continue;
            }
            let now = turn;
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
                turn += 1;
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
            course.push((now, put));
        }
        self.sitting.course = before;
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

/// For each amendment that is open or adopted those among them that have to do with it, however the votes go.
#[derive(Clone, Debug, Default)]
struct Links(BTreeMap<usize, BTreeSet<usize>>);

impl Links {
    fn new(sitting: &Sitting<'_>, open: &BTreeSet<usize>) -> Self {
        let mut links = Self::default();
        let adopted = sitting.course.adopted();
        let all: BTreeSet<usize> = open.iter().copied().chain(adopted).collect();
        let (mut forms, mut anywhere) = (Vec::new(), Vec::new());
        for at in all.iter().copied() {
            let Some(record) = sitting.course.record(at) else { continue };
            match record.parent {
                Some(parent) if all.contains(&parent) => links.link(at, parent),
                Some(_) => {}
                None => match may_be(sitting, at) {
                    Some(sets) => forms.push((sitting.place(at), sets)),
                    None => anywhere.push(at),
                },
            }
        }
        for (one, other) in adopt::touching(&sitting.state, &forms) {
            if let (Some(one), Some(other)) = (sitting.record(one), sitting.record(other)) {
                links.link(one, other);
            }
        }
        for (first, second) in sitting.course.related.keys() {
            if all.contains(first) && all.contains(second) {
                links.link(*first, *second);
            }
        }
        for at in anywhere {
            all.iter().for_each(|other| links.link(at, *other));
        }
        links
    }

    fn link(&mut self, one: usize, other: usize) {
        if one != other {
            self.0.entry(one).or_default().insert(other);
            self.0.entry(other).or_default().insert(one);
        }
    }

    fn of(&self, at: usize) -> impl Iterator<Item = &usize> {
        self.0.get(&at).into_iter().flatten()
    }

    /// The groups of these that have nothing to do with one another, nor with one and the same that is adopted.
    fn groups(&self, course: &Course, members: &[usize]) -> Vec<Vec<usize>> {
        let mut left: BTreeSet<usize> = members.iter().copied().collect();
        let mut between = BTreeSet::new();
        let mut groups = Vec::new();
        while let Some(first) = left.pop_first() {
            let (mut group, mut next) = (vec![first], vec![first]);
            while let Some(at) = next.pop() {
                for other in self.of(at) {
                    if left.remove(other) {
                        group.push(*other);
                        next.push(*other);
                    } else if is_adopted(course, *other) && between.insert(*other) {
                        next.push(*other);
                    }
                }
            }
            group.sort_unstable();
            groups.push(group);
        }
        groups
    }

    /// What of a course these members depend on: what is linked to them, by way of what is adopted, and whole families.
    /// Ascending.
    fn around(&self, course: &Course, members: &[usize]) -> Vec<usize> {
        let mut kept: BTreeSet<usize> = members.iter().copied().collect();
        let mut next = members.to_vec();
        while let Some(at) = next.pop() {
            let linked = self.of(at).copied().filter(|other| is_adopted(course, *other));
            let record = course.record(at);
            let parent = record.and_then(|record| record.parent);
            let subs = record.map_or(&[][..], |record| &record.sub_amendments).iter().copied();
            for other in linked.chain(parent).chain(subs) {
                if kept.insert(other) {
                    next.push(other);
                }
            }
        }
        kept.into_iter().collect()
    }

    /// The same for a part of a course, by position there.
    fn projected(&self, kept: &[usize]) -> Self {
        let at = |whole: &usize| kept.binary_search(whole).ok();
        let one = |(new, whole): (usize, &usize)| {
            let linked: BTreeSet<usize> = self.of(*whole).filter_map(at).collect();
            (!linked.is_empty()).then_some((new, linked))
        };
        Self(kept.iter().enumerate().filter_map(one).collect())
    }
}

fn is_adopted(course: &Course, at: usize) -> bool {
    let decision = course.record(at).and_then(Record::decision);
    decision.is_some_and(|decision| decision.outcome.is_adopted())
}

/// The sets of sub-amendments that may come to be adopted to an amendment, by place; none where they are too many to be
/// looked at. With those it may come to act anywhere.
fn may_be(sitting: &Sitting<'_>, at: usize) -> Option<Vec<Vec<usize>>> {
    let record = sitting.course.record(at)?;
    let adopted = |sub: &&usize| is_adopted(&sitting.course, **sub);
    let always: Vec<usize> = record.sub_amendments.iter().filter(adopted).copied().collect();
    let waiting: Vec<usize> = match record.is_open() {
        true => sitting.course.waiting_sub_amendments(at).collect(),
        false => Vec::new(),
    };
    if waiting.len() > MOST_SUB_AMENDMENTS {
        return None;
    }
    let sets = (0..1_u32 << waiting.len()).map(|chosen| {
        let some = waiting.iter().enumerate().filter(|(bit, _)| chosen & (1 << bit) != 0);
        let subs = always.iter().chain(some.map(|(_, sub)| sub));
        subs.map(|sub| sitting.place(*sub)).collect()
    });
    Some(sets.collect())
}
