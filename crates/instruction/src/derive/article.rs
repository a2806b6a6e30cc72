//! From an edited article to its orders, where provisions are counted.
//!
//! The editor hands in the article as it should read, alinéa by alinéa. Alinéas that stay are found
//! first, then those that stand in for each other, and each stretch that differs is a *step*. The
//! smallest order that gives a step is tried on the article alone:
//!
//! ```text
//! one alinéa changed      words of it, then sentences, then the alinéa drawn up anew
//! alinéas gone            they are deleted
//! alinéas come            they are inserted, or the article is completed by them
//! others in their place   they are drawn up anew
//! ```
//!
//! What the editorial pass does on its own, the marks at the ends of list items and quotations, is left
//! to it: alinéas that differ in them alone count as the same. Then all steps are tried together. Where
//! the article does not come out letter by letter, the steps at the places that differ are widened:
//! by orders that give the marks too, then to whole alinéas, then by one more on each side, in the end
//! to the whole article.

use super::{Apply, Derived, Deriver, payload};
use crate::{
    Edge, Instruction, Locator, Operation, PayloadUnit, Provisions, Scope, Unit, UnitPath,
};
use similar::{Algorithm, DiffTag, capture_diff_slices};
use source::fault::{Fault, planted};
use std::ops::Range;
use text::Numbering;

/// The orders that turn the article `part` into the alinéas `new`.
///
/// `apply` consolidates one instruction and returns the alinéas of the article as they then read;
/// `None` where it cannot be carried out. `None` where nothing changes, and where no order gives
/// exactly that text: so it is where quotations do not close, or the items of a list do not end as
/// items do.
pub fn derive_article(
    part: u32,
    new: &[String],
    scope: &Scope<'_>,
    apply: &dyn Fn(&Instruction<Locator>) -> Option<Vec<String>>,
) -> Option<Derived> {
    let entry = scope.index.parts().get(part as usize)?;
    let provisions = scope.index.provisions();
    let provisions =
        provisions.get(entry.provisions.0.0 as usize..entry.provisions.1.0 as usize)?;
    let text = |at: text::BlockId| {
        scope.index.block_at(at).map_or("", |block| block.span.of(scope.index.text()))
    };
    let article = Article {
        scope,
        apply,
        part,
        numbers: provisions.iter().map(|provision| provision.number.as_str()).collect(),
        old: provisions.iter().map(|provision| text(provision.opening)).collect(),
        new: new.iter().map(|line| line.trim()).collect(),
    };
    let instruction = article.orders()?;
    Some(Derived { instruction, findings: Vec::new() })
}

/// A stretch of the old article and what stands there in the new one: alinéas, 0-based. One of the
/// two may be empty.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Step {
    old: Range<usize>,
    new: Range<usize>,
    width: Width,
}

/// How much of the article a step takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Width {
    /// The smallest order, marks at the ends left to the editorial pass.
    Least,
    /// The smallest order that gives the marks too.
    Marks,
    /// Whole alinéas drawn up anew.
    Whole,
}

struct Article<'a> {
    scope: &'a Scope<'a>,
    apply: Apply<'a>,
    part: u32,
    /// The alinéas as cited.
    numbers: Vec<&'a str>,
    old: Vec<&'a str>,
    new: Vec<&'a str>,
}

/// Widening ends: each round takes at least one alinéa more, or one step to its next width.
const ROUNDS: usize = 24;

/// Alinéas are set against each other one by one only where so many differ at most.
const PAIRED: usize = 80;

impl Article<'_> {
    fn orders(&self) -> Option<Instruction<Locator>> {
        let anew = || Operation::Replace { at: itself(), with: self.coming(0..self.new.len()) };
        match (self.old.is_empty(), self.new.is_empty()) {
            _ if self.old == self.new => return None,
            (_, true) => return self.exact(vec![Operation::Delete { at: itself() }]),
            (true, _) => return self.exact(vec![anew()]),
            (false, false) => {}
        }
        let mut steps = self.steps();
        for _ in 0..ROUNDS {
            let found: Vec<_> = steps.iter().map(|step| self.operations(step)).collect();
            let missing: Vec<bool> = found.iter().map(Option::is_none).collect();
            if missing.contains(&true) {
                self.grow(&mut steps, &missing);
                continue;
            }
            let operations: Vec<_> = found.into_iter().flatten().flatten().collect();
            if let Some(found) = self.exact(operations.clone()) {
                return Some(found);
            }
            let given = (self.apply)(&self.instruction(operations));
            if !self.widen(&mut steps, given.as_deref()) {
                break;
            }
        }
        self.exact(vec![anew()])
    }

    fn deriver<'d>(&'d self, home: Locator, old: &'d str, apply: Apply<'d>) -> Deriver<'d> {
        Deriver { scope: self.scope, apply, part: self.part, home, old }
    }

    fn instruction(&self, operations: Vec<Operation<Locator>>) -> Instruction<Locator> {
        self.deriver(itself(), "", self.apply).instruction(operations)
    }

    /// The instruction if it gives exactly the new article.
    fn exact(&self, operations: Vec<Operation<Locator>>) -> Option<Instruction<Locator>> {
        self.deriver(itself(), "", self.apply).exact(operations, &self.new)
    }

    // What differs

    /// The stretches that differ, marks at the ends apart.
    fn steps(&self) -> Vec<Step> {
        let core = |lines: &[&str]| -> Vec<String> {
            lines.iter().map(|line| without_end(line).to_owned()).collect()
        };
        let (old, new) = (core(&self.old), core(&self.new));
        let mut steps = Vec::new();
        for op in capture_diff_slices(Algorithm::Myers, &old, &new) {
            if op.tag() != DiffTag::Equal {
                self.pair(op.old_range(), op.new_range(), &mut steps);
            }
        }
        if steps.is_empty() {
            // Only marks differ.
            let lines = self.old.iter().zip(&self.new).enumerate();
            let differ = lines.filter(|(_, (old, new))| old != new).map(|(at, _)| at);
            steps.extend(differ.map(|at| Step::one(at, at, Width::Marks)));
        }
        steps
    }

    /// Sets the alinéas of a stretch that differs against each other: those alike are one that changed.
    fn pair(&self, old: Range<usize>, new: Range<usize>, steps: &mut Vec<Step>) {
        let mut from = (old.start, new.start);
        for (one, other) in self.pairs(old.clone(), new.clone()) {
            push(steps, from.0..one, from.1..other);
            steps.push(Step::one(one, other, Width::Least));
            from = (one + 1, other + 1);
        }
        push(steps, from.0..old.end, from.1..new.end);
    }

    /// The alinéas alike, in order, that are most alike together.
    fn pairs(&self, old: Range<usize>, new: Range<usize>) -> Vec<(usize, usize)> {
        let (rows, columns) = (old.len(), new.len());
        if rows > PAIRED || columns > PAIRED {
            return Vec::new();
        }
        let words = |line: &str| -> Vec<String> {
            let mut words: Vec<String> = line.split(' ').map(str::to_owned).collect();
            words.sort_unstable();
            words
        };
        let olds: Vec<_> = self.old[old.clone()].iter().map(|line| words(line)).collect();
        let news: Vec<_> = self.new[new.clone()].iter().map(|line| words(line)).collect();
        // The best sum of likeness of what is left from each pair on.
        let mut best = vec![vec![0_u32; columns + 1]; rows + 1];
        let mut like = vec![vec![0_u32; columns]; rows];
        for row in (0..rows).rev() {
            for column in (0..columns).rev() {
                let same = likeness(&olds[row], &news[column]);
                let apart = best[row + 1][column].max(best[row][column + 1]);
                like[row][column] = same;
                best[row][column] =
                    apart.max(if same > 0 { same + best[row + 1][column + 1] } else { 0 });
            }
        }
        let (mut row, mut column) = (0, 0);
        let mut pairs = Vec::new();
        while row < rows && column < columns {
            let same = like[row][column];
            if same > 0 && best[row][column] == same + best[row + 1][column + 1] {
                pairs.push((old.start + row, new.start + column));
                (row, column) = (row + 1, column + 1);
            } else if best[row][column] == best[row + 1][column] {
                row += 1;
            } else {
                column += 1;
            }
        }
        pairs
    }

    // Orders

    /// The smallest operations that give this step alone; at the least its alinéas are drawn up anew.
    /// `None` where that needs one beside it.
    fn operations(&self, step: &Step) -> Option<Vec<Operation<Locator>>> {
        let whole = || {
            let some = !step.old.is_empty() && !step.new.is_empty();
            some.then(|| vec![self.redrafted(step)])
        };
        if step.width == Width::Whole {
            return whole();
        }
        let mut forms = Vec::new();
        match (step.old.len(), step.new.len()) {
            (0, _) => forms.push(self.inserted(step)),
            (_, 0) => forms.push(Operation::Delete { at: self.at(step.old.clone()) }),
            _ => {
                // A unit that is deleted leaves its label.
                let deleted = match self.scope.language.tables.numbering {
                    Numbering::Counted(words) => words.deleted,
                    Numbering::Printed => "",
                };
                let last = self.new[step.new.clone()].last();
                if !deleted.is_empty() && last.is_some_and(|last| last.ends_with(deleted)) {
                    forms.push(Operation::Delete { at: self.at(step.old.clone()) });
                }
            }
        }
        for form in forms {
            if self.gives(std::slice::from_ref(&form), step) {
                return Some(vec![form]);
            }
        }
        if let (1, 1) = (step.old.len(), step.new.len())
            && let Some(found) = self.changed(step)
        {
            return Some(found);
        }
        whole()
    }

    /// Words or sentences of one alinéa, or all of it.
    fn changed(&self, step: &Step) -> Option<Vec<Operation<Locator>>> {
        let (old, new) = (self.old[step.old.start], self.new[step.new.start]);
        let end = |line: &'_ str| line[without_end(line).len()..].to_owned();
        let mut wanted = vec![new.to_owned()];
        // Another mark at the end may come from the editorial pass.
        if step.width == Width::Least && end(old) != end(new) {
            wanted.insert(0, without_end(new).to_owned() + &end(old));
        }
        let apply = |written: &Instruction<Locator>| {
            let given = (self.apply)(written)?;
            let at = step.old.start;
            let kept = given.len() == self.old.len()
                && given
                    .iter()
                    .zip(&self.old)
                    .enumerate()
                    .all(|(other, (given, old))| other == at || given == old);
            kept.then(|| given.get(at).cloned()).flatten().map(|line| vec![line])
        };
        let deriver = self.deriver(self.at(step.old.clone()), old, &apply);
        let found = wanted.iter().find_map(|wanted| deriver.paragraph(wanted))?;
        Some(found.operations)
    }

    /// Whether the operations give this step, and nothing else; where marks are left to the editorial
    /// pass, apart from these.
    fn gives(&self, operations: &[Operation<Locator>], step: &Step) -> bool {
        let Some(given) = (self.apply)(&self.instruction(operations.to_vec())) else {
            return planted(Fault::DeriveKeepsAmbiguous);
        };
        let before = &self.old[..step.old.start];
        let wanted = before.iter().chain(&self.new[step.new.clone()]);
        let wanted: Vec<&str> = wanted.chain(&self.old[step.old.end..]).copied().collect();
        let same = |(given, wanted): (&String, &&str)| match step.width {
            Width::Least => without_end(given) == without_end(wanted),
            Width::Marks | Width::Whole => given == wanted,
        };
        given.len() == wanted.len() && given.iter().zip(&wanted).all(same)
    }

    fn inserted(&self, step: &Step) -> Operation<Locator> {
        let what = self.coming(step.new.clone());
        let at = step.old.start;
        let (edge, at) = match at.checked_sub(1) {
            _ if at == self.old.len() => (Edge::End, itself()),
            Some(before) => (Edge::After, self.at(before..at)),
            None => (Edge::Before, self.at(0..1)),
        };
        Operation::Insert { edge, at, what }
    }

    /// Alinéas drawn up anew.
    fn redrafted(&self, step: &Step) -> Operation<Locator> {
        let all = step.old.len() == self.old.len();
        let at = if all { itself() } else { self.at(step.old.clone()) };
        Operation::Replace { at, with: self.coming(step.new.clone()) }
    }

    fn coming(&self, new: Range<usize>) -> crate::Payload {
        payload(PayloadUnit::Provisions, &self.new[new])
    }

    /// Alinéas by their numbers.
    fn at(&self, old: Range<usize>) -> Locator {
        let number = |at: usize| self.numbers.get(at).map_or(String::new(), |n| (*n).to_owned());
        let provisions = match old.len() {
            0 | 1 => Provisions::One(number(old.start)),
            _ => Provisions::Range(number(old.start), number(old.end - 1)),
        };
        Locator { unit: Unit::Provisions(provisions), ..Locator::default() }
    }

    // Widening

    /// Widens the steps at the alinéas that came out other than wanted, all where it is not seen which;
    /// whether any was.
    fn widen(&self, steps: &mut Vec<Step>, given: Option<&[String]>) -> bool {
        let given = given.filter(|given| given.len() == self.new.len());
        let wrong: Vec<usize> = match given {
            Some(given) => {
                let lines = given.iter().zip(&self.new).enumerate();
                lines.filter(|(_, (given, new))| given != *new).map(|(at, _)| at).collect()
            }
            None => Vec::new(),
        };
        let before = steps.clone();
        let mut kept = Vec::new();
        for line in &wrong {
            let touches = |step: &&mut Step| step.new.start <= *line && *line < step.new.end;
            let next = |step: &&mut Step| step.new.start <= *line + 1 && *line < step.new.end + 1;
            match steps.iter_mut().find(touches) {
                Some(step) => step.width = step.width.next(),
                // An alinéa that stays got another mark at its end: it is a step of its own, at
                // first, or the step beside it takes it in.
                None => match self.stays(&before, *line) {
                    Some(old) if !steps.iter_mut().any(|step| next(&step)) => {
                        kept.push(Step::one(old, *line, Width::Marks));
                    }
                    Some(old) => kept.push(Step::one(old, *line, Width::Whole)),
                    None => {}
                },
            }
        }
        if wrong.is_empty() {
            steps.iter_mut().for_each(|step| step.width = step.width.next());
        }
        steps.extend(kept);
        steps.sort_by_key(|step| (step.old.start, step.new.start));
        if *steps == before {
            let wrong: Vec<bool> = steps
                .iter()
                .map(|step| wrong.is_empty() || wrong.iter().any(|line| step.new.contains(line)))
                .collect();
            self.grow(steps, &wrong);
        }
        *steps != before
    }

    /// The alinéa of the old article that stands at this place of the new one, outside all steps.
    fn stays(&self, steps: &[Step], line: usize) -> Option<usize> {
        let before = steps.iter().rfind(|step| step.new.end <= line);
        let (old, new) = before.map_or((0, 0), |step| (step.old.end, step.new.end));
        Some(old + (line - new)).filter(|at| *at < self.old.len())
    }

    /// Steps at fault take in one alinéa more on each side, or the step that stands there. What only
    /// comes or only goes takes in one behind it, or before it at the end.
    fn grow(&self, steps: &mut Vec<Step>, at_fault: &[bool]) {
        let mut grown: Vec<Step> = Vec::new();
        // From the left, so that what a step has taken in on its right is not looked at again.
        let mut next = steps.drain(..).zip(at_fault.iter().copied()).peekable();
        while let Some((mut step, at_fault)) = next.next() {
            let lone = step.old.is_empty() || step.new.is_empty();
            if !at_fault {
                grown.push(step);
                continue;
            }
            step.width = Width::Whole;
            let mut taken = false;
            if let Some((beside, _)) = next.next_if(|(other, _)| step.touches(other)) {
                step = step.with(&beside);
                taken = true;
            } else if step.old.end < self.old.len() && step.new.end < self.new.len() {
                (step.old.end, step.new.end) = (step.old.end + 1, step.new.end + 1);
                taken = true;
            }
            if !(lone && taken) {
                match grown.pop_if(|before| before.touches(&step)) {
                    Some(before) => step = before.with(&step),
                    None if step.old.start > 0 && step.new.start > 0 => {
                        (step.old.start, step.new.start) = (step.old.start - 1, step.new.start - 1);
                    }
                    None => {}
                }
            }
            grown.push(step);
        }
        drop(next);
        *steps = grown;
    }
}

impl Step {
    fn one(old: usize, new: usize, width: Width) -> Self {
        Self { old: old..old + 1, new: new..new + 1, width }
    }

    /// Whether no alinéa stands between this and a later one.
    fn touches(&self, later: &Self) -> bool {
        self.old.end == later.old.start && self.new.end == later.new.start
    }

    /// With a later one and what stands between them.
    fn with(&self, later: &Self) -> Self {
        let (old, new) = (self.old.start..later.old.end, self.new.start..later.new.end);
        Self { old, new, width: Width::Whole }
    }
}

impl Width {
    fn next(self) -> Self {
        match self {
            Self::Least => Self::Marks,
            Self::Marks | Self::Whole => Self::Whole,
        }
    }
}

fn push(steps: &mut Vec<Step>, old: Range<usize>, new: Range<usize>) {
    if !old.is_empty() || !new.is_empty() {
        steps.push(Step { old, new, width: Width::Least });
    }
}

/// The article as a place.
fn itself() -> Locator {
    let whole = Provisions::Labelled { unit: UnitPath::default(), blocks: None };
    Locator { unit: Unit::Provisions(whole), ..Locator::default() }
}

/// An alinéa without the marks of quotations and list items at its end.
fn without_end(line: &str) -> &str {
    line.trim_end_matches(['.', ';', '"', '»', '”', ' ', '\u{a0}', '\u{202f}'])
}

/// How many words in a thousand two alinéas share, both sorted; 0 below half of them.
fn likeness(one: &[String], other: &[String]) -> u32 {
    let (mut at, mut to, mut same) = (0, 0, 0);
    while let (Some(word), Some(next)) = (one.get(at), other.get(to)) {
        match word.cmp(next) {
            std::cmp::Ordering::Less => at += 1,
            std::cmp::Ordering::Greater => to += 1,
            std::cmp::Ordering::Equal => (at, to, same) = (at + 1, to + 1, same + 1),
        }
    }
    let all = one.len().max(other.len());
    if same * 2 < all { 0 } else { (same * 1_000 / all.max(1)) as u32 }
}
