//! Cases of `tests/suite/merge`: several amendments to one draft, in one language.
//!
//! Given a `draft` and `amendments`, a line each (`number: wording`; further lines of a wording are
//! indented), the outcome has:
//!
//! - `order:` the numbers in calling order, a question mark after those whose place is uncertain;
//! - a line for each pair that is not independent, the earlier called first;
//!   (a block `amendments joint`: rivals together);
//! - for each line of a block `adopted`, what changes in the draft, or why not. "1, 3" is a set,
//!   "6 then 4" a sequence. Below it, the notes of the editorial pass.
//!
//! ````markdown
//! ```amendments
//! 1: Delete paragraph 1.
//! 2: In paragraph 1, replace the word "monthly" with the following word: "weekly"
//! ```
//! ```adopted
//! 1
//! 1, 2
//! ```
//! ```outcome
//! order: 1 2
//! 1 overtakes 2
//! adopted 1:
//! - 1. The lake council meets monthly.
//! adopted 1, 2: refused: 2 falls by 1
//! ```
//! ````

use super::Case;
use super::draft::{difference, lines, tagged};
use super::instruction::{laid_out, said, work};
use instruction::{Instruction, Scope, Target};
use merge::{
    Base, Consolidation, FallRules, Mode, OrderRules, Placed, Refusal, Relation, consolidate,
    order, relate,
};
use text::Lang;

/// Amendments of a case: number and wording.
pub fn amendments(body: &str) -> Vec<(String, String)> {
    let mut amendments: Vec<(String, String)> = Vec::new();
    for line in body.lines() {
        let indented = line.starts_with(' ');
        match (line.split_once(": "), amendments.last_mut()) {
            (Some((number, wording)), _) if !indented => {
                amendments.push((number.trim().to_owned(), wording.trim().to_owned()));
            }
            (_, Some((_, wording))) => {
                wording.push('\n');
                wording.push_str(line.trim());
            }
            (_, None) => {}
        }
    }
    amendments
}

/// The outcome of one case.
pub fn outcome(case: &Case) -> String {
    let (Some(draft), Some(given)) = (&case.draft, case.first("amendments")) else {
        return "no draft or no amendments".to_owned();
    };
    let language = tagged(&draft.info, Lang::EN);
    let (draft, index) = laid_out(&draft.body, language);
    let part = (draft.parts.len() == 1).then_some(0);
    let scope = Scope { draft: &draft, index: &index, part, language };
    let mut out = String::new();
    let mut placed: Vec<(String, Instruction<Target>)> = Vec::new();
    for (number, wording) in amendments(&given.body) {
        let (_, found, findings) = work(&wording, &scope);
        for finding in &findings {
            out.push_str(&format!("{number}: {}", said(finding, &wording)));
        }
        placed.extend(found.map(|found| (number, found)));
    }
    let base = Base { draft: &draft, index: &index, tables: &language.tables };
    let placed: Vec<Placed<'_>> =
        placed.iter().map(|(number, instruction)| Placed { number, instruction }).collect();
    let rules = OrderRules { rivals_together: given.info == "joint", ..OrderRules::default() };
    let called = calling(&placed, &base, &rules, &mut out);
    relations(&called, &base, &mut out);
    for line in case.all("adopted").flat_map(|block| block.body.lines()) {
        adopted(line, &called, &base, &mut out);
    }
    out
}

/// The amendments in calling order, which it also writes down.
fn calling<'a>(
    placed: &[Placed<'a>],
    base: &Base<'_>,
    rules: &OrderRules,
    out: &mut String,
) -> Vec<Placed<'a>> {
    let ranked = order(placed, base, rules);
    out.push_str("order:");
    for rank in &ranked {
        let doubt = if rank.certain { "" } else { "?" };
        out.push_str(&format!(" {}{doubt}", placed[rank.amendment].number));
    }
    out.push('\n');
    ranked.iter().map(|rank| placed[rank.amendment]).collect()
}

fn relations(called: &[Placed<'_>], base: &Base<'_>, out: &mut String) {
    for (at, first) in called.iter().enumerate() {
        for second in &called[at + 1..] {
            let related = relate(first, second, base, &FallRules::default());
            let how = match related.relation {
                Relation::Independent => continue,
                Relation::SamePoint => "stands at the point of",
                Relation::Contradicts => "contradicts",
                Relation::Overtakes => "overtakes",
                Relation::OvertakenBy => "is overtaken by",
                Relation::Identical => "is identical to",
            };
            let mutual = if related.reason.mutual { ", mutually" } else { "" };
            out.push_str(&format!("{} {how} {}{mutual}\n", first.number, second.number));
        }
    }
}

fn adopted(line: &str, called: &[Placed<'_>], base: &Base<'_>, out: &mut String) {
    let sequence = line.contains(" then ");
    let numbers: Vec<&str> = line
        .split(", ")
        .flat_map(|number| number.split(" then "))
        .map(str::trim)
        .filter(|number| !number.is_empty())
        .collect();
    let find = |number: &&str| called.iter().find(|placed| placed.number == *number).copied();
    let chosen: Vec<Placed<'_>> = if sequence {
        numbers.iter().filter_map(find).collect()
    } else {
        called.iter().filter(|placed| numbers.contains(&placed.number)).copied().collect()
    };
    let mode = if sequence { Mode::Sequence } else { Mode::Set };
    let rules = FallRules::default();
    let what = Consolidation {
        base: *base,
        adopted: &chosen,
        mode,
        rules: &rules,
        order: &OrderRules::default(),
    };
    match consolidate(&what) {
        Ok(new) => {
            out.push_str(&format!("adopted {line}:\n"));
            out.push_str(&difference(&lines(base.draft), &lines(&new.draft)));
            for note in &new.notes {
                out.push_str(&format!("  {note:?}\n"));
            }
        }
        Err(Refusal::Falls { amendment, fall }) => {
            let number = |at: &usize| chosen.get(*at).map_or("?", |placed| placed.number);
            let causes: Vec<&str> = fall.causes.iter().map(number).collect();
            let (fallen, causes) = (number(&amendment), causes.join(", "));
            out.push_str(&format!("adopted {line}: refused: {fallen} falls by {causes}\n"));
        }
    }
}
