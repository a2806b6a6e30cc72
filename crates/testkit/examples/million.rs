//! The large run: amendments in memory and the draft's index built, how long until they are parsed,
//! resolved, ordered, grouped by identity and their falls known. One thread.
//! `cargo run --release --example million -- [AMENDMENTS]`.

use hemicycle_testkit::compendium::Compendium;
use instruction::style::language;
use instruction::{Instruction, Scope, Target, parse, resolve};
use merge::{Base, FallRules, OrderRules, Placed, Relations, order};
use std::io::Write;
use std::time::Instant;
use text::{Index, Lang};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let amendments = std::env::args().nth(1).map_or(Ok(1_000_000), |number| number.parse())?;
    let compendium = Compendium::new(amendments, Lang::EN, 1);
    let language = language(compendium.lang).ok_or("English is registered")?;
    let draft = compendium.draft();
    let index = Index::new(&draft, &language.tables.sentences);
    let wordings = Wordings::new(&compendium);
    let scope = Scope { draft: &draft, index: &index, part: Some(0), language };
    let base = Base { draft: &draft, index: &index, tables: &language.tables };
    let mut out = std::io::stdout().lock();
    writeln!(
        out,
        "{amendments} wordings, {} bytes; draft {} bytes",
        wordings.text.len(),
        index.text().len()
    )?;

    let start = Instant::now();
    let placed: Vec<(String, Option<Instruction<Target>>)> =
        (0..amendments).map(|at| ((at + 1).to_string(), work(wordings.at(at), &scope))).collect();
    let worked = start.elapsed();
    let views: Vec<Placed<'_>> = placed
        .iter()
        .filter_map(|(number, placed)| Some(Placed { number, instruction: placed.as_ref()? }))
        .collect();
    let ranked = order(&views, &base, &OrderRules::default());
    let ordered = start.elapsed();
    let relations = Relations::new(&views, &base, &FallRules::default());
    let related = start.elapsed();
    let fells: usize = (0..views.len()).map(|at| relations.fells_count(at)).sum();
    let all = start.elapsed();
    let leaders = relations.groups().leader.iter().enumerate();
    let identical = leaders.filter(|(at, leader)| at != *leader).count();
    writeln!(
        out,
        "placed {} ordered {} identical {identical} falls {fells}",
        views.len(),
        ranked.len()
    )?;
    writeln!(out, "parse and resolve {worked:?}, order {:?}", ordered - worked)?;
    writeln!(out, "groups and relations {:?}, falls {:?}", related - ordered, all - related)?;
    writeln!(out, "together {all:?}; peak memory {}", peak_memory())?;
    Ok(())
}

fn work(wording: &str, scope: &Scope<'_>) -> Option<Instruction<Target>> {
    resolve(&parse(wording, scope.language).instruction?, scope, &mut Vec::new())
}

/// All wordings in one string.
struct Wordings {
    text: String,
    ends: Vec<usize>,
}

impl Wordings {
    fn new(compendium: &Compendium) -> Self {
        let (mut text, mut ends) = (String::new(), Vec::new());
        for number in 1..=compendium.amendments {
            compendium.wording(number, &mut text);
            ends.push(text.len());
        }
        Self { text, ends }
    }

    fn at(&self, at: usize) -> &str {
        let start = if at == 0 { 0 } else { self.ends[at - 1] };
        &self.text[start..self.ends[at]]
    }
}

/// What the kernel says was the most memory of this process at one time.
fn peak_memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM"));
    line.map_or("not known here".to_owned(), |line| {
        line.split_whitespace().skip(1).collect::<Vec<_>>().join(" ")
    })
}
