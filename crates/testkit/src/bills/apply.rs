//! From an article and its amendments to the article as amended.

use super::language;
use engine::read::{self, plain};
use engine::subamendment::{Refused, Wording};
use instruction::{Finding, Instruction, Scope, Subject, Target, parse, resolve};
use merge::{
    Author, Base, Change, Consolidated, Consolidation, FallRules, Mode, OrderRules, Placed,
    Refusal, TrackedBlock, TrackedChild, Whole, consolidate,
};
use serde::{Deserialize, Serialize};
use source::Severity;
use std::collections::BTreeMap;
use text::{Draft, Index, Lang, Numbering, Tables};

/// What came of one amendment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "kebab-case")]
pub enum Outcome {
    /// Its wording is not understood: the words at which reading stopped.
    Unread { words: String },
    /// It is understood and was not carried out: the code of the finding, and what it says.
    Refused { code: String, why: String },
    /// It was carried out: the ranges of the new text that it changed, in characters, half-open;
    /// empty ones where something went. With the words that it took out and put in.
    Applied { ranges: Vec<(usize, usize)>, removed: String, added: String },
}

/// What came of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Applied {
    /// The article as amended, an alinéa a line.
    pub article: String,
    /// The same with the words as the wordings have them, without what was put in order afterwards.
    pub mechanical: String,
    /// By the name of the amendment.
    pub amendments: BTreeMap<String, Outcome>,
}

/// The article as a draft of one part, an alinéa a provision.
pub fn article(text: &str) -> Draft {
    Draft { lang: Lang::FR, parts: vec![read::article("Article 1er", &plain(text))] }
}

/// Applies all amendments, given by name and wording, to an article.
pub fn apply(text: &str, amendments: &BTreeMap<String, String>) -> Applied {
    let language = language();
    let draft = article(text);
    let index = Index::new(&draft, &language.tables.sentences);
    let scope = Scope { draft: &draft, index: &index, part: Some(0), language };
    let mut outcomes = BTreeMap::new();
    let mut placed: Vec<(String, Instruction<Target>)> = Vec::new();
    let (amendments, subs) = sub_amended(amendments);
    for (name, outcome) in subs {
        outcomes.insert(name, outcome);
    }
    for (name, wording) in &amendments {
        match place(&plain(wording), &scope) {
            Ok(instruction) => placed.push((name.clone(), instruction)),
            Err(outcome) => {
                outcomes.insert(name.clone(), outcome);
            }
        }
    }
    let tables = language.tables;
    let done = carried_out(&draft, &index, &tables, &mut placed, &mut outcomes);
    let (article, _, changes) = printed(&done);
    let as_worded = carried_out(&draft, &index, &unsettled(tables), &mut placed, &mut outcomes);
    let (_, mechanical, _) = printed(&as_worded);
    for (name, _) in &placed {
        let changed = changes.get(name).cloned().unwrap_or_default();
        let Changed { ranges, removed, added } = changed;
        outcomes.insert(name.clone(), Outcome::Applied { ranges, removed, added });
    }
    Applied { article, mechanical, amendments: outcomes }
}

/// Carries the sub-amendments out on the wordings of their amendments, whose lines they count as
/// alinéas; the amendments as they read then, and what came of each sub-amendment.
fn sub_amended(
    all: &BTreeMap<String, String>,
) -> (BTreeMap<String, String>, BTreeMap<String, Outcome>) {
    let (mut amendments, mut subs) = (BTreeMap::new(), BTreeMap::new());
    let mut by_parent: BTreeMap<String, Vec<(String, Instruction<instruction::Locator>)>> =
        BTreeMap::new();
    for (name, wording) in all {
        let read = parse(&plain(wording), language()).instruction;
        let parent = read.as_ref().and_then(|read| match &read.frame.subject {
            Subject::Amendment(number) => Some(number.clone()),
            _ => None,
        });
        match (parent, read) {
            (Some(parent), Some(read)) => {
                by_parent.entry(parent).or_default().push((name.clone(), read));
            }
            _ => {
                amendments.insert(name.clone(), wording.clone());
            }
        }
    }
    for (parent, children) in by_parent {
        let Some(wording) = amendments.get_mut(&parent) else {
            for (name, _) in children {
                let (code, why) = ("parent-not-found".to_owned(), parent.clone());
                subs.insert(name, Outcome::Refused { code, why });
            }
            continue;
        };
        *wording = with_subs(&plain(wording), children, &mut subs);
    }
    (amendments, subs)
}

/// The wording of an amendment as these sub-amendments, given by name, change it.
fn with_subs(
    wording: &str,
    children: Vec<(String, Instruction<instruction::Locator>)>,
    outcomes: &mut BTreeMap<String, Outcome>,
) -> String {
    let Some(read) = parse(wording, language()).instruction else {
        for (name, _) in children {
            let (code, why) = ("parent-unread".to_owned(), String::new());
            outcomes.insert(name, Outcome::Refused { code, why });
        }
        return wording.to_owned();
    };
    let base = Wording::new(wording, &read, language());
    let mut placed = Vec::new();
    for (name, read) in children {
        let mut findings = Vec::new();
        match base.place(&read, &mut findings) {
            Some(instruction) => placed.push((name, instruction)),
            None => {
                outcomes.insert(name, not_placed(&findings));
            }
        }
    }
    loop {
        let adopted: Vec<Placed<'_>> =
            placed.iter().map(|(number, instruction)| Placed { number, instruction }).collect();
        let done = base.amended(&adopted).and_then(|new| Ok((new, base.consolidated(&adopted)?)));
        match done {
            Ok((new, done)) => {
                let (_, _, changes) = printed(&done);
                for (name, _) in placed {
                    let changed = changes.get(&name).cloned().unwrap_or_default();
                    let Changed { removed, added, .. } = changed;
                    outcomes.insert(name, Outcome::Applied { ranges: Vec::new(), removed, added });
                }
                return new.wording;
            }
            Err(refused) => {
                let at = match refused {
                    Refused::Falls(at) => at,
                    Refused::NothingLeft | Refused::Unreadable => placed.len() - 1,
                };
                let (name, _) = placed.remove(at);
                let (code, why) = ("falls".to_owned(), format!("{refused:?}"));
                outcomes.insert(name, Outcome::Refused { code, why });
            }
        }
    }
}

fn place(wording: &str, scope: &Scope<'_>) -> Result<Instruction<Target>, Outcome> {
    let parsed = parse(wording, scope.language);
    let Some(instruction) = parsed.instruction else {
        let finding = parsed.findings.first();
        return Err(match (finding, parsed.not_executable) {
            (Some(finding), Some(why)) => {
                Outcome::Refused { code: finding.code().to_owned(), why: format!("{why:?}") }
            }
            (Some(finding), None) => Outcome::Unread { words: finding.at().of(wording).to_owned() },
            (None, _) => Outcome::Unread { words: String::new() },
        });
    };
    located(&instruction, scope)
}

fn located(
    instruction: &Instruction<instruction::Locator>,
    scope: &Scope<'_>,
) -> Result<Instruction<Target>, Outcome> {
    let mut findings = Vec::new();
    resolve(instruction, scope, &mut findings).ok_or_else(|| not_placed(&findings))
}

/// That something has no place, and why.
fn not_placed(findings: &[Finding]) -> Outcome {
    match findings.iter().find(|finding| finding.severity() == Severity::Error) {
        Some(finding) => Outcome::Refused { code: finding.code().to_owned(), why: shown(finding) },
        None => Outcome::Refused { code: "not-placed".to_owned(), why: String::new() },
    }
}

/// A finding for people who read results.
fn shown(finding: &Finding) -> String {
    let text = format!("{finding:?}");
    text.chars().take(300).collect()
}

/// The same without what is put in order in new texts once they stand.
fn unsettled(mut tables: Tables) -> Tables {
    if let Numbering::Counted(words) = &mut tables.numbering {
        words.in_order = false;
    }
    tables
}

/// Consolidates; an amendment that falls by the others is refused with its reason, and the rest is
/// carried out.
fn carried_out(
    draft: &Draft,
    index: &Index,
    tables: &Tables,
    placed: &mut Vec<(String, Instruction<Target>)>,
    outcomes: &mut BTreeMap<String, Outcome>,
) -> Consolidated {
    loop {
        let (fall, order) = (FallRules::default(), OrderRules::default());
        let adopted: Vec<Placed<'_>> =
            placed.iter().map(|(number, instruction)| Placed { number, instruction }).collect();
        let base = Base { draft, index, tables };
        let ranked = merge::order(&adopted, &base, &order);
        let ordered: Vec<Placed<'_>> =
            ranked.iter().filter_map(|ranked| adopted.get(ranked.amendment).copied()).collect();
        let what =
            Consolidation { base, adopted: &ordered, mode: Mode::Set, rules: &fall, order: &order };
        match consolidate(&what) {
            Ok(done) => return done,
            Err(Refusal::Falls { amendment, fall }) => {
                let falling = ordered[amendment].number.to_owned();
                let causes: Vec<&str> =
                    fall.causes.iter().map(|cause| ordered[*cause].number).collect();
                let why = format!("its place is gone by {}", causes.join(", "));
                outcomes
                    .insert(falling.clone(), Outcome::Refused { code: "falls".to_owned(), why });
                placed.retain(|(name, _)| *name != falling);
            }
        }
    }
}

/// What an amendment changed.
#[derive(Clone, Debug, Default)]
struct Changed {
    ranges: Vec<(usize, usize)>,
    removed: String,
    added: String,
}

struct Printer {
    out: String,
    /// Characters of `out`.
    len: usize,
    /// The same without editorial changes.
    mechanical: String,
    changes: BTreeMap<String, Changed>,
}

/// The new article, an alinéa a line, the same without editorial changes, and what each amendment changed in it.
fn printed(done: &Consolidated) -> (String, String, BTreeMap<String, Changed>) {
    let (out, mechanical) = (String::new(), String::new());
    let mut printer = Printer { out, len: 0, mechanical, changes: BTreeMap::new() };
    for part in &done.tracked {
        for child in &part.children {
            printer.child(child, None);
        }
    }
    (printer.out, printer.mechanical, printer.changes)
}

impl Printer {
    fn child(&mut self, child: &TrackedChild, above: Option<&Whole>) {
        match child {
            TrackedChild::Block(block) => self.block(block, block.whole.as_ref().or(above)),
            TrackedChild::Provision(provision) => {
                for child in &provision.children {
                    self.child(child, provision.whole.as_ref().or(above));
                }
            }
            TrackedChild::Opaque(text, _) => self.kept(text),
        }
    }

    fn block(&mut self, block: &TrackedBlock, whole: Option<&Whole>) {
        for change in &block.changes {
            match (change, whole) {
                (Change::Kept(text), None) => self.kept(text),
                (Change::Deleted(text, by), _) | (Change::Kept(text), Some(Whole::Deleted(by))) => {
                    self.went(text, by);
                }
                (Change::Inserted(text, by), _)
                | (Change::Kept(text), Some(Whole::Inserted(by))) => self.came(text, by),
            }
        }
        if !matches!(whole, Some(Whole::Deleted(_))) {
            self.kept("\n");
        }
    }

    fn kept(&mut self, text: &str) {
        self.put(text);
        self.mechanical.push_str(text);
    }

    fn put(&mut self, text: &str) {
        self.out.push_str(text);
        self.len += text.chars().count();
    }

    fn came(&mut self, text: &str, by: &Author) {
        let start = self.len;
        self.put(text);
        if matches!(by, Author::Amendment(_)) {
            self.mechanical.push_str(text);
        }
        let range = (start, self.len);
        self.record(by, |changed| {
            changed.ranges.push(range);
            changed.added.push_str(text);
            changed.added.push('\n');
        });
    }

    fn went(&mut self, text: &str, by: &Author) {
        let range = (self.len, self.len);
        if matches!(by, Author::Editorial(_)) {
            self.mechanical.push_str(text);
        }
        self.record(by, |changed| {
            if changed.ranges.last() != Some(&range) {
                changed.ranges.push(range);
            }
            changed.removed.push_str(text);
            changed.removed.push('\n');
        });
    }

    fn record(&mut self, by: &Author, mut with: impl FnMut(&mut Changed)) {
        let names: Vec<&String> = match by {
            Author::Amendment(name) => vec![name],
            Author::Editorial(names) => names.iter().collect(),
        };
        for name in names {
            with(self.changes.entry(name.clone()).or_default());
        }
    }
}
