//! The large run: amendments in memory and the draft's index built, how long until they are parsed,
//! resolved, ordered, grouped by identity and their falls known. One thread.
//! `cargo run --release --example million -- [AMENDMENTS [LANG]]`.

use hemicycle_testkit::compendium::Compendium;
use instruction::style::languages;
use instruction::{Instruction, Scope, Target, parse, resolve};
use merge::{Base, FallRules, OrderRules, Placed, Relations, order};
use std::io::Write;
use std::time::{Duration, Instant};
use text::{Index, Lang};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let amendments = std::env::args().nth(1).map_or(Ok(1_000_000), |number| number.parse())?;
    let tag = std::env::args().nth(2).unwrap_or_else(|| Lang::EN.tag().to_owned());
    let mut known = languages().iter();
    let language = known.find(|known| known.lang.tag() == tag).ok_or("no such language")?;
    let compendium = Compendium::new(amendments, language.lang, 1);
    let draft = compendium.draft();
    let index = Index::new(&draft, &language.tables.sentences);
    let wordings = Wordings::new(&compendium);
    let scope = Scope { draft: &draft, index: &index, part: Some(0), language };
    let base = Base { draft: &draft, index: &index, tables: &language.tables };
    let mut out = std::io::stdout().lock();
    writeln!(
        out,
        "{amendments} wordings ({tag}), {} bytes; draft {} bytes",
        wordings.text.len(),
        index.text().len()
    )?;

    let mut clock = Clock::start();
    let placed: Vec<(String, Option<Instruction<Target>>)> =
        (0..amendments).map(|at| ((at + 1).to_string(), work(wordings.at(at), &scope))).collect();
    let worked = clock.lap();
    let views: Vec<Placed<'_>> = placed
        .iter()
        .filter_map(|(number, placed)| Some(Placed { number, instruction: placed.as_ref()? }))
        .collect();
    let ranked = order(&views, &base, &OrderRules::default());
    let ordered = clock.lap();
    let relations = Relations::new(&views, &base, &FallRules::default());
    let fells: usize = (0..views.len()).map(|at| relations.fells_count(at)).sum();
    let related = clock.lap();

    let leaders = relations.groups().leader.iter().enumerate();
    let identical = leaders.filter(|(at, leader)| at != *leader).count();
    let crowded = compendium.crowded().to_string();
    let crowded = index.numbered(0, &crowded).first().copied();
    let there = |view: &&Placed<'_>| {
        let first = view.instruction.operations.first();
        crowded.is_some() && first.and_then(|first| first.at().provision) == crowded
    };
    writeln!(out, "placed {} ordered {} falls {fells}", views.len(), ranked.len())?;
    writeln!(out, "in one paragraph {}", views.iter().filter(there).count())?;
    writeln!(out, "identical to an earlier one {identical}")?;
    writeln!(out, "parse and resolve           {worked}")?;
    writeln!(out, "order                       {ordered}")?;
    writeln!(out, "groups, relations and falls {related}")?;
    writeln!(out, "together                    {}", clock.together())?;
    writeln!(out, "peak memory {}", peak_memory())?;
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

/// Time on the wall and on the processor: on a machine shared with others the second counts.
struct Clock {
    first: (Instant, Duration),
    last: (Instant, Duration),
}

/// A stretch of time.
struct Lap {
    wall: Duration,
    processor: Duration,
}

impl Clock {
    fn start() -> Self {
        let now = (Instant::now(), processor());
        Self { first: now, last: now }
    }

    fn lap(&mut self) -> Lap {
        let before = std::mem::replace(&mut self.last, (Instant::now(), processor()));
        Self::between(before, self.last)
    }

    fn together(&self) -> Lap {
        Self::between(self.first, self.last)
    }

    fn between(from: (Instant, Duration), to: (Instant, Duration)) -> Lap {
        Lap { wall: to.0 - from.0, processor: to.1.saturating_sub(from.1) }
    }
}

impl std::fmt::Display for Lap {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "{:7.3} s, on the processor {:7.3} s",
            self.wall.as_secs_f64(),
            self.processor.as_secs_f64()
        )
    }
}

/// The time this process has had the processor, where the kernel says so (Linux).
fn processor() -> Duration {
    let said = std::fs::read_to_string("/proc/self/schedstat").unwrap_or_default();
    let nanoseconds = said.split_whitespace().next().and_then(|first| first.parse().ok());
    Duration::from_nanos(nanoseconds.unwrap_or_default())
}
