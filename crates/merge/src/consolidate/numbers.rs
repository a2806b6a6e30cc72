//! Numbers follow from structure: 9.1, 9.2 … after something was put in or taken out.
//!
//! A provision keeps its distance to its neighbours in the published draft: one whose number jumps
//! there (a 4 behind a 2) jumps still, and a list in which nothing came or went keeps every number.

use super::work::{By, Whole, WorkChild, WorkPart, WorkProvision, add_cause, add_causes};
use super::{Consolidation, Note};

/// The new number of each provision of the draft, by its depth-first number; `None`: it is gone.
pub(super) type NewNumbers = Vec<Option<New>>;

/// A new number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct New {
    pub number: String,
    /// Who renumbered it.
    pub causes: Vec<u32>,
}

/// The last component of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ordinal {
    Number(u32),
    Letter(char),
}

/// A number as text before its last component, and that component.
#[derive(Clone, Debug)]
struct Split {
    prefix: String,
    ordinal: Ordinal,
}

/// What is known in a list when its next provision is numbered.
struct List<'l> {
    old: Option<&'l str>,
    new: &'l str,
    /// Provisions put in less provisions taken out so far.
    shift: i64,
    causes: Vec<u32>,
    /// Of whoever renumbered the parent.
    inherited: &'l [u32],
    previous: Option<Split>,
    first: Option<Split>,
}

/// Numbers all provisions.
pub(super) fn number(
    what: &Consolidation<'_>,
    parts: &mut [WorkPart<'_>],
    notes: &mut Vec<Note>,
) -> NewNumbers {
    let mut numbers = vec![None; what.base.index.provisions().len()];
    for (at, part) in parts.iter_mut().enumerate() {
        let counted = what.base.tables.numbering.is_counted();
        let mut work = Numbering { part: at as u32, counted, numbers: &mut numbers, notes };
        work.list(&mut part.children, None, "", &[]);
    }
    numbers
}

struct Numbering<'n> {
    part: u32,
    /// Numbers are only counted: that they change is no news.
    counted: bool,
    numbers: &'n mut NewNumbers,
    notes: &'n mut Vec<Note>,
}

impl Numbering<'_> {
    fn list(
        &mut self,
        children: &mut [WorkChild<'_>],
        old: Option<&str>,
        new: &str,
        inherited: &[u32],
    ) {
        let first = children.iter().find_map(|child| match child {
            WorkChild::Provision(WorkProvision { old: Some((_, provision)), .. }) => {
                Split::of(&provision.number, old)
            }
            _ => None,
        });
        let causes = Vec::new();
        let mut list = List { old, new, shift: 0, causes, inherited, previous: None, first };
        for child in children {
            if let WorkChild::Provision(provision) = child {
                self.one(provision, &mut list);
            }
        }
    }

    fn one(&mut self, provision: &mut WorkProvision<'_>, list: &mut List<'_>) {
        match &provision.whole {
            Some(Whole::Deleted(by)) => {
                list.shift -= 1;
                cause(by, &mut list.causes);
                return;
            }
            Some(Whole::Inserted(by)) => {
                list.shift += 1;
                cause(by, &mut list.causes);
                let split = list.next();
                provision.number = split.number(list);
                list.previous = Some(split);
            }
            None => self.kept(provision, list),
        }
        let old = provision.old.map(|(_, old)| old.number.as_str());
        let (new, causes) = (provision.number.clone(), provision.number_causes.clone());
        self.list(&mut provision.children, old, &new, &causes);
    }

    fn kept(&mut self, provision: &mut WorkProvision<'_>, list: &mut List<'_>) {
        let Some((id, old)) = provision.old else { return };
        let split = Split::of(&old.number, list.old).map(|split| split.moved(list.shift));
        let new = match &split {
            Some(split) => split.number(list),
            None => old.number.clone(),
        };
        if new != old.number && !self.counted {
            let part = self.part;
            self.notes.push(Note::Renumbered { part, old: old.number.clone(), new: new.clone() });
            if list.shift != 0 {
                add_causes(&mut provision.number_causes, &list.causes);
            }
            add_causes(&mut provision.number_causes, list.inherited);
        }
        list.previous = split.or(list.previous.take());
        if let Some(slot) = self.numbers.get_mut(id.0 as usize) {
            *slot = Some(New { number: new.clone(), causes: provision.number_causes.clone() });
        }
        provision.number = new;
    }
}

fn cause(by: &By, causes: &mut Vec<u32>) {
    match by {
        By::Amendment(at) => add_cause(causes, *at),
        By::Editorial(all) => add_causes(causes, all),
    }
}

impl List<'_> {
    /// The number behind the last one.
    fn next(&self) -> Split {
        match (&self.previous, &self.first) {
            (Some(previous), _) => previous.clone().moved(1),
            (None, Some(first)) => first.clone(),
            (None, None) => Split { prefix: String::new(), ordinal: Ordinal::Number(1) },
        }
    }
}

impl Split {
    /// Splits `number`, without the number of its parent and the full stop behind that.
    fn of(number: &str, parent: Option<&str>) -> Option<Self> {
        let own = match parent {
            Some(parent) => match number.strip_prefix(parent).and_then(|n| n.strip_prefix('.')) {
                Some(own) => own,
                None => return Self::own(number).map(|split| split.fixed()),
            },
            None => number,
        };
        Self::own(own)
    }

    fn own(number: &str) -> Option<Self> {
        let core = number.trim_end_matches(|c: char| c.is_ascii_digit());
        if core.len() < number.len() {
            let ordinal = Ordinal::Number(number[core.len()..].parse().ok()?);
            return Some(Self { prefix: core.to_owned(), ordinal });
        }
        let letter = number.chars().next_back().filter(char::is_ascii_alphabetic)?;
        let prefix = &number[..number.len() - 1];
        if prefix.ends_with(|c: char| c.is_alphanumeric()) {
            return None;
        }
        Some(Self { prefix: prefix.to_owned(), ordinal: Ordinal::Letter(letter) })
    }

    /// Marks a number that does not begin with its parent's: nothing is put before it.
    fn fixed(self) -> Self {
        Self { prefix: format!("\0{}", self.prefix), ..self }
    }

    fn moved(mut self, by: i64) -> Self {
        self.ordinal = match self.ordinal {
            Ordinal::Number(number) => {
                Ordinal::Number(u32::try_from(i64::from(number) + by).unwrap_or(number))
            }
            Ordinal::Letter(letter) => {
                let moved = u32::try_from(i64::from(u32::from(letter)) + by).ok();
                let moved = moved.and_then(char::from_u32).filter(char::is_ascii_alphabetic);
                Ordinal::Letter(moved.unwrap_or(letter))
            }
        };
        self
    }

    /// The whole number in this list.
    fn number(&self, list: &List<'_>) -> String {
        let ordinal = match self.ordinal {
            Ordinal::Number(number) => number.to_string(),
            Ordinal::Letter(letter) => letter.to_string(),
        };
        match self.prefix.strip_prefix('\0') {
            Some(prefix) => format!("{prefix}{ordinal}"),
            None if list.new.is_empty() => format!("{}{ordinal}", self.prefix),
            None => format!("{}.{}{ordinal}", list.new, self.prefix),
        }
    }
}
