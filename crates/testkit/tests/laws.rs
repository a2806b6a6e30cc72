//! The laws of the project on arbitrary papers. `HEMICYCLE_CASES` says how many (200 by default);
//! a failure names the seed. A law with a planted bug (`source::fault`) must find it.

mod common;

use common::{ensure, finds, holds, lang};
use hemicycle_testkit::newer::with_newer_forms;
use hemicycle_testkit::papers::{self, Papers};
use hemicycle_testkit::random::Random;
use hemicycle_testkit::slips::slips;
use instruction::{Hang, Instruction, Operation, Sentences, Target, WordsAt};
use merge::{
    Base, Consolidated, Consolidation, FallRules, Mode, OrderRules, Placed, Relation, Relations,
};
use source::Span;
use source::fault::Fault;
use std::sync::atomic::{AtomicU64, Ordering};

fn papers(seed: u64, lang: text::Lang, paragraphs: usize, amendments: usize) -> Papers {
    with_newer_forms(papers::papers(seed, lang, paragraphs, amendments), seed)
}

/// The instructions of the papers that have exactly one place each, with what they became.
fn placed(papers: &Papers) -> Vec<(String, Instruction<Target>)> {
    let scope = instruction::Scope {
        draft: &papers.draft,
        index: &papers.index,
        part: None,
        language: papers.language,
    };
    let found = papers.instructions.iter().enumerate().filter_map(|(number, written)| {
        let instruction = instruction::resolve(written, &scope, &mut Vec::new())?;
        Some(((number + 1).to_string(), instruction))
    });
    found.collect()
}

fn views(found: &[(String, Instruction<Target>)]) -> Vec<Placed<'_>> {
    found.iter().map(|(number, instruction)| Placed { number, instruction }).collect()
}

fn base(papers: &Papers) -> Base<'_> {
    Base { draft: &papers.draft, index: &papers.index, tables: &papers.language.tables }
}

/// Adopts as many as can stand together, in calling order; the rest falls.
fn adopted<'a>(
    all: &[Placed<'a>],
    base: &Base<'_>,
    wanted: impl Fn(usize) -> bool,
) -> Vec<Placed<'a>> {
    let mut adopted: Vec<Placed<'a>> = Vec::new();
    for ranked in merge::order(all, base, &OrderRules::default()) {
        let next = all[ranked.amendment];
        let falls = merge::falls(&next, &adopted, base, &FallRules::default()).is_some();
        if wanted(ranked.amendment) && !falls {
            adopted.push(next);
        }
    }
    adopted
}

/// Consolidates, and reads the result as a clerk would: a slip breaks any law.
fn consolidated(
    adopted: &[Placed<'_>],
    papers: &Papers,
    mode: Mode,
) -> Result<Consolidated, String> {
    let (rules, order) = (FallRules::default(), OrderRules::default());
    let what = Consolidation { base: base(papers), adopted, mode, rules: &rules, order: &order };
    let done = merge::consolidate(&what).map_err(|refusal| format!("{refusal:?}"))?;
    let instructions: Vec<_> = adopted.iter().map(|placed| placed.instruction).collect();
    let slips = slips(&papers.draft, &instructions, &done.draft, papers.language);
    ensure(slips.is_empty(), || {
        let numbers: Vec<_> = adopted.iter().map(|placed| placed.number).collect();
        format!("{}\nadopted {numbers:?}\n{}", slips.join("\n"), shown(papers))
    })?;
    Ok(done)
}

/// Draft and wordings, for a failure to be read.
fn shown(papers: &Papers) -> String {
    let mut out: String = papers.draft.parts.iter().map(plain).collect();
    for (at, written) in papers.instructions.iter().enumerate() {
        let wording = instruction::generate(written, papers.language);
        out.push_str(&format!("[{}] {wording}\n", at + 1));
    }
    out
}

/// Law 1: `parse(generate(i)) == i`.
fn law_1(seed: u64) -> Result<(), String> {
    let papers = papers(seed, lang(seed), 4, 4);
    for written in &papers.instructions {
        let wording = instruction::generate(written, papers.language);
        let read = instruction::parse(&wording, papers.language);
        ensure(read.instruction.as_ref() == Some(written), || {
            format!(
                "{wording}\nis read as {:?} {:?}\nnot {written:?}",
                read.instruction, read.findings
            )
        })?;
    }
    Ok(())
}

#[test]
fn law_1_generated_wordings_are_read_back() {
    holds(law_1);
    finds(Fault::GenerateFirstSentence, 200, law_1);
}

/// Law 3: the order in which amendments are given, and that of independent adoptions, changes
/// nothing.
fn law_3(seed: u64) -> Result<(), String> {
    let papers = papers(seed, lang(seed), 6, 8);
    let (found, base) = (placed(&papers), base(&papers));
    let all = views(&found);
    let (mut shuffled, mut random) = (all.clone(), Random::new(seed ^ 1));
    for at in (1..shuffled.len()).rev() {
        shuffled.swap(at, random.below(at + 1));
    }
    let numbers = |given: &[Placed<'_>]| -> Vec<String> {
        let order = merge::order(given, &base, &OrderRules::default());
        order.iter().map(|ranked| given[ranked.amendment].number.to_owned()).collect()
    };
    ensure(numbers(&all) == numbers(&shuffled), || {
        format!("{:?} {:?}", numbers(&all), numbers(&shuffled))
    })?;
    let rules = FallRules::default();
    let mut harmless: Vec<Placed<'_>> = Vec::new();
    for next in &shuffled {
        let stands = |other: &Placed<'_>| {
            let relation = merge::relate(next, other, &base, &rules).relation;
            matches!(relation, Relation::Independent | Relation::SamePoint)
        };
        if harmless.iter().all(stands) {
            harmless.push(*next);
        }
        // Two that touch nothing alone may together take away what a third hangs on.
        let falls = |one: &Placed<'_>| merge::falls(one, &harmless, &base, &rules).is_some();
        if harmless.iter().any(falls) {
            harmless.pop();
        }
    }
    let one = consolidated(&harmless, &papers, Mode::Sequence)?;
    harmless.reverse();
    let other = consolidated(&harmless, &papers, Mode::Sequence)?;
    ensure(one.draft == other.draft, || format!("{:?}\n{:?}", one.draft, other.draft))
}

#[test]
fn law_3_the_order_given_changes_no_byte() {
    holds(law_3);
    finds(Fault::MergeKeepsGivenOrder, 400, law_3);
}

/// Law 4: what does not fall has its place after what was adopted and can be adopted; what falls
/// hung on words that are gone; falls are monotone in what was adopted.
fn law_4(seed: u64) -> Result<(), String> {
    let papers = papers(seed, lang(seed), 5, 8);
    let (found, base) = (placed(&papers), base(&papers));
    let (all, rules) = (views(&found), FallRules::default());
    let adopted = adopted(&all, &base, |at| at % 2 == 0);
    for open in &all {
        if adopted.iter().any(|taken| taken.number == open.number) {
            continue;
        }
        let fall = merge::falls(open, &adopted, &base, &rules);
        let part = merge::falls(open, &adopted[..adopted.len() / 2], &base, &rules);
        ensure(part.is_none() || fall.is_some(), || format!("{} revives", open.number))?;
        let places = rebased(open, &adopted, &base);
        ensure(places.is_empty() || fall.is_none(), || {
            format!("{}: {places:?} {fall:?}\n{}", open.number, shown(&papers))
        })?;
        let Some(fall) = fall else {
            let with = [adopted.as_slice(), &[*open]].concat();
            consolidated(&with, &papers, Mode::Sequence)
                .map_err(|seen| format!("{} does not fall, but {seen}", open.number))?;
            continue;
        };
        let causes: Vec<_> = fall.causes.iter().map(|at| adopted[*at]).collect();
        ensure(!causes.is_empty() && !fall.gone.is_empty(), || {
            format!("{} falls without a cause", open.number)
        })?;
        for gone in &fall.gone {
            let left = left_of(*gone, &causes, papers.index.text());
            ensure(left.is_empty(), || format!("{} falls, but {left:?} stands", open.number))?;
        }
    }
    Ok(())
}

/// What is left of words once `removers` are adopted, character by character.
fn left_of(words: Span, removers: &[Placed<'_>], text: &str) -> String {
    let operations = removers.iter().flat_map(|placed| &placed.instruction.operations);
    let removed: Vec<Span> = operations
        .filter(|operation| !matches!(operation, Operation::Insert { .. }))
        .map(|operation| operation.at().place.span())
        .collect();
    let chars = words.of(text).char_indices();
    let stands = |(at, c): &(usize, char)| {
        let at = words.start + *at as u32;
        !c.is_whitespace() && !removed.iter().any(|span| span.start <= at && at < span.end)
    };
    chars.filter(stands).map(|(_, c)| c).collect()
}

#[test]
fn law_4_what_does_not_fall_can_be_adopted() {
    holds(law_4);
    finds(Fault::FallsOnPartialLoss, 50, law_4);
}

/// Law 5: `relate(b, a)` is `relate(a, b)` flipped, its reason too; and what is computed among many
/// amendments is what is computed of the two alone.
fn law_5(seed: u64) -> Result<(), String> {
    let papers = papers(seed, lang(seed), 4, 8);
    let (found, base) = (placed(&papers), base(&papers));
    let (all, rules) = (views(&found), FallRules::default());
    let relations = Relations::new(&all, &base, &rules);
    for (at, a) in all.iter().enumerate() {
        let (clashes, fells) = (relations.clashes(at), relations.fells(at));
        for (other, b) in all.iter().enumerate() {
            let (there, back) =
                (merge::relate(a, b, &base, &rules), merge::relate(b, a, &base, &rules));
            ensure(there == back.clone().flipped(), || {
                format!("{} {there:?} {} {back:?}\n{}", a.number, b.number, shown(&papers))
            })?;
            let clash = at != other && there.relation != Relation::Independent;
            ensure(clashes.contains(&other) == clash, || {
                format!("{} {there:?} {} not among many\n{}", a.number, b.number, shown(&papers))
            })?;
            let alone = merge::falls(b, &[*a], &base, &rules).is_some();
            ensure(at == other || fells.contains(&other) == alone, || {
                format!("{} fells {}: {alone} alone\n{}", a.number, b.number, shown(&papers))
            })?;
        }
    }
    Ok(())
}

#[test]
fn law_5_relations_mirror_and_depend_on_the_two_alone() {
    holds(law_5);
    finds(Fault::RelateForgetsDirection, 50, law_5);
}

/// Law 6: every span lies inside its text, on character boundaries, and says what stands there; in
/// damaged wordings and in other scripts too.
fn law_6(seed: u64) -> Result<(), String> {
    let papers = papers(seed, lang(seed), 4, 4);
    let mut random = Random::new(seed ^ 6);
    for (_, instruction) in placed(&papers) {
        for operation in &instruction.operations {
            let hang = match operation.at().hang {
                Hang::On(span) => span,
                Hang::Part => Span::default(),
            };
            for span in [operation.at().place.span(), hang] {
                ensure(papers.index.text().get(span.range()).is_some(), || format!("{span:?}"))?;
            }
        }
    }
    for written in &papers.instructions {
        let wording = instruction::generate(written, papers.language);
        spans_inside(&wording, papers.language, &papers)?;
        let foreign = damaged(&wording, &mut random);
        for language in instruction::style::languages() {
            spans_inside(&foreign, language, &papers)?;
        }
    }
    Ok(())
}

/// A wording cut short, or with Greek, Cyrillic or German words put somewhere into it.
fn damaged(wording: &str, random: &mut Random) -> String {
    let at = random.below(wording.chars().count() + 1);
    let at = wording.char_indices().nth(at).map_or(wording.len(), |(at, _)| at);
    let (before, after) = wording.split_at(at);
    match random.below(5) {
        0 => before.to_owned(),
        1 => after.to_owned(),
        2 => format!("{before} «Ἡ λίμνη» {after}"),
        3 => format!("{before}Ёж{after}"),
        _ => format!("{before} „große Höhle“\n{after}"),
    }
}

/// The spans that reading a wording gives, and those of what is found on the way.
fn spans_inside(
    wording: &str,
    language: &'static instruction::style::Language,
    papers: &Papers,
) -> Result<(), String> {
    let read = instruction::parse(wording, language);
    let mut findings = read.findings;
    let mut stands = Vec::new();
    for operation in read.instruction.iter().flat_map(|read| &read.operations) {
        for paragraph in operation.payload().iter().flat_map(|payload| &payload.paragraphs) {
            stands.push((paragraph.span, paragraph.content.text.as_str()));
        }
        stands.extend(quotes(operation.at()).map(|quote| (quote.span, quote.text.as_str())));
    }
    for (span, text) in stands {
        let found = wording.get(span.range()).map(|found| words_of(found));
        ensure(found == Some(words_of(text)), || format!("{found:?} is {text:?} in {wording}"))?;
    }
    if let Some(written) = &read.instruction {
        let (draft, index) = (&papers.draft, &papers.index);
        let scope = instruction::Scope { draft, index, part: None, language };
        let from = findings.len();
        instruction::resolve(written, &scope, &mut findings);
        for finding in &mut findings[from..] {
            *finding = instruction::pointed(finding.clone(), wording, language);
        }
    }
    for finding in findings {
        let inside = wording.get(finding.at().range()).is_some();
        ensure(inside, || format!("{finding:?} in {wording}"))?;
    }
    Ok(())
}

/// Words without the line breaks among them, which a quotation reads as spaces.
fn words_of(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

fn quotes(at: &instruction::Locator) -> impl Iterator<Item = &instruction::Quote> {
    let sentence = match &at.sentences {
        Some(Sentences::Quoted(quote)) => Some(quote),
        _ => None,
    };
    let (first, second) = match &at.words {
        Some(WordsAt::Quoted { quote, context, .. }) => {
            (Some(quote), context.as_ref().map(|context| &context.quote))
        }
        Some(WordsAt::FromTo { from, to }) => (Some(from), Some(to)),
        Some(WordsAt::FromToEnd { from }) => (Some(from), None),
        Some(WordsAt::AllAfter { after }) => (Some(after), None),
        Some(WordsAt::AllBefore { before }) => (Some(before), None),
        None => (None, None),
    };
    [sentence, first, second].into_iter().flatten()
}

#[test]
fn law_6_spans_lie_inside_their_text() {
    holds(law_6);
    finds(Fault::SpanPastQuote, 50, law_6);
}

/// Law 7: tracked changes accepted give the new text, rejected the old one, numbers included.
fn law_7(seed: u64) -> Result<(), String> {
    let papers = papers(seed, lang(seed), 5, 8);
    let (found, base) = (placed(&papers), base(&papers));
    let all = views(&found);
    let done = consolidated(&adopted(&all, &base, |_| true), &papers, Mode::Sequence)?;
    for (at, tracked) in done.tracked.iter().enumerate() {
        let (new, old) = (plain(&done.draft.parts[at]), plain(&papers.draft.parts[at]));
        let (accepted, rejected) = (plain(&tracked.accepted()), plain(&tracked.rejected()));
        ensure(accepted == new, || format!("accepted\n{accepted}\nnew\n{new}"))?;
        ensure(rejected == old, || format!("rejected\n{rejected}\nold\n{old}"))?;
    }
    Ok(())
}

/// Numbers and texts of a part, a line each.
fn plain(part: &text::Part) -> String {
    fn children(of: &[text::Child], to: &mut String) {
        for child in of {
            match child {
                text::Child::Block(block) => to.push_str(&format!("{}\n", block.content.text)),
                text::Child::Opaque(opaque) => to.push_str(&format!("{}\n", opaque.text)),
                text::Child::Provision(provision) => {
                    to.push_str(&format!("{}. ", provision.number));
                    children(&provision.children, to);
                }
            }
        }
    }
    let mut lines = part.title.iter().map(|title| title.content.text.clone() + "\n").collect();
    children(&part.children, &mut lines);
    lines
}

#[test]
fn law_7_changes_accepted_and_rejected() {
    holds(law_7);
    finds(Fault::TrackedWithoutSeams, 400, law_7);
}

static SAID: AtomicU64 = AtomicU64::new(0);
static UNSAID: AtomicU64 = AtomicU64::new(0);

fn unread(base: &Base<'_>, adopted: &[Placed<'_>]) -> Result<Consolidated, String> {
    let (rules, order, mode) = (FallRules::default(), OrderRules::default(), Mode::Sequence);
    let what = Consolidation { base: *base, adopted, mode, rules: &rules, order: &order };
    merge::consolidate(&what).map_err(|refusal| format!("{refusal:?}"))
}

fn rebased(open: &Placed<'_>, adopted: &[Placed<'_>], base: &Base<'_>) -> Vec<Instruction<Target>> {
    let (rules, order, mode) = (FallRules::default(), OrderRules::default(), Mode::Sequence);
    let what = Consolidation { base: *base, adopted, mode, rules: &rules, order: &order };
    merge::rebasings(open, &what)
}

/// The lines that two texts do not share.
fn difference(one: &text::Draft, other: &text::Draft) -> String {
    let text = |draft: &text::Draft| draft.parts.iter().map(plain).collect::<String>();
    let (one, other) = (text(one), text(other));
    let only = |of: &str, not: &str, sign: &str| -> String {
        let lines = of.lines().filter(|line| not.lines().all(|other| other != *line));
        lines.map(|line| format!("{sign} {line}\n")).collect()
    };
    only(&one, &other, "-") + &only(&other, &one, "+")
}

/// Law 11: the text that adopted ones and an open one give together is the text amended by the
/// adopted ones with the open one rebased onto it; and its wording there leads to it. What cannot be
/// said exactly there is not said at all: at most one in a hundred.
fn law_11(seed: u64) -> Result<(), String> {
    let papers = papers(seed, lang(seed), 5, 8);
    let (found, base) = (placed(&papers), base(&papers));
    let all = views(&found);
    let adopted = adopted(&all, &base, |at| at % 2 == 0);
    let amended = unread(&base, &adopted)?.draft;
    let index = text::Index::new(&amended, &papers.language.tables.sentences);
    for open in all.iter().filter(|open| adopted.iter().all(|a| a.number != open.number)) {
        let forms = rebased(open, &adopted, &base);
        if merge::falls(open, &adopted, &base, &FallRules::default()).is_some() {
            ensure(forms.is_empty(), || format!("{} falls", open.number))?;
            continue;
        }
        let seen = |why: &str, then: &text::Draft, together: &text::Draft| {
            let numbers: Vec<_> = adopted.iter().map(|placed| placed.number).collect();
            let differs = difference(then, together);
            let papers = shown(&papers);
            format!("{} after {numbers:?}: {why}\n{differs}\n{papers}", open.number)
        };
        let together = unread(&base, &[adopted.as_slice(), &[*open]].concat())?.draft;
        let view = Base { draft: &amended, index: &index, tables: base.tables };
        for rebased in &forms {
            let placed = Placed { number: open.number, instruction: rebased };
            let then = unread(&view, &[placed])?.draft;
            ensure(difference(&together, &then).is_empty(), || {
                seen(&format!("{rebased:?}"), &then, &together)
            })?;
        }
        let scope = instruction::Scope {
            draft: &amended,
            index: &index,
            part: None,
            language: papers.language,
        };
        let worded = forms.iter().any(|rebased| is_worded(rebased, &scope));
        let counted = if worded { &SAID } else { &UNSAID };
        counted.fetch_add(1, Ordering::Relaxed);
    }
    Ok(())
}

/// Whether every operation has a wording that leads to its place and its payload.
fn is_worded(rebased: &Instruction<Target>, scope: &instruction::Scope<'_>) -> bool {
    rebased.operations.iter().all(|operation| {
        let Some(written) = instruction::describe(operation, scope) else { return false };
        let frame = rebased.frame.clone();
        let wording = Instruction { frame, operations: vec![written] };
        let wording = instruction::generate(&wording, scope.language);
        let read = instruction::parse(&wording, scope.language).instruction;
        let again = read.and_then(|read| instruction::resolve(&read, scope, &mut Vec::new()));
        again.is_some_and(|again| match again.operations.as_slice() {
            [again] => {
                again.at().place == operation.at().place && again.payload() == operation.payload()
            }
            _ => false,
        })
    })
}

#[test]
#[expect(clippy::print_stdout, reason = "the share in docs/laws.md is read off")]
fn law_11_a_rebased_amendment_gives_the_same_text() {
    holds(law_11);
    let (said, unsaid) = (SAID.load(Ordering::Relaxed), UNSAID.load(Ordering::Relaxed));
    println!("law 11: {unsaid} of {} open amendments have no exact wording", said + unsaid);
    assert!(unsaid * 100 <= said, "{unsaid} not said, {said} said");
    finds(Fault::RebaseKeepsOffset, 50, law_11);
}
