//! Papers as a dossier: the wordings of their instructions, tabled, with sub-amendments, with
//! quotation marks that do not match and with words in italics; and the files that hold such a dossier in any order of its amendments.

use crate::newer::with_newer_forms;
use crate::papers::{Papers, papers};
use crate::random::Random;
use engine::state::Profile;
use engine::{Amendment, AmendmentText, Dossier, State, Tablers, Version, txt};
use instruction::style::Language;
use instruction::{
    Frame, Instruction, Locator, Occurrence, Operation, Payload, PayloadUnit, Quote, Subject,
    WordsAt, generate,
};
use source::{Origin, SourceFile, Span};
use std::sync::Arc;
use text::{Child, Draft, Fragment, Index, Lang, Mark, MarkKind, TextKind};

/// What is set in the draft besides its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marks {
    /// Nothing, which plain text can carry.
    None,
    /// Italics here and there.
    Italics,
}

/// The papers of the seed as a dossier in one language.
pub fn tabled(
    seed: u64,
    lang: Lang,
    paragraphs: usize,
    amendments: usize,
    marks: Marks,
) -> Dossier {
    let Papers { language, mut draft, instructions, .. } =
        with_newer_forms(papers(seed, lang, paragraphs, amendments), seed);
    let mut random = Random::new(seed ^ 0x7ab1);
    if marks == Marks::Italics {
        emphasise(&mut draft, &mut random);
    }
    let version = Version {
        lang,
        style: <_>::default(),
        title: None,
        date: None,
        edition: None,
        index: Index::new(&draft, &language.tables.sentences),
        draft,
        file: Arc::new(SourceFile::new("", "")),
    };
    let mut all = Vec::new();
    for (at, written) in instructions.iter().enumerate() {
        let number = (at + 1).to_string();
        let part = match written.frame.subject {
            Subject::Draft(TextKind::Recommendation, _) => 1,
            _ => 0,
        };
        let sub = if random.once_in(4) {
            sub_amendment(written, &number, language, &mut random)
        } else {
            None
        };
        let wording = misquoted(generate(written, language), language, &mut random);
        let texts = vec![text_of(wording, lang)];
        all.push(Amendment {
            number: number.clone(),
            parent: None,
            part: Some(part),
            texts,
            recorded: None,
        });
        all.extend(sub.map(|wording| Amendment {
            number: "1".into(),
            parent: Some(number),
            part: Some(part),
            texts: vec![text_of(wording, lang)],
            recorded: None,
        }));
    }
    Dossier { versions: vec![version], amendments: all, ..Dossier::default() }
}

/// Works a dossier out under the default rules.
pub fn worked(dossier: Dossier) -> State {
    State::new(dossier, Profile::default(), Vec::new())
}

/// The file of a dossier in one language with its amendments gathered at its end, sub-amendments
/// behind their amendment, and these in an order by the seed; as they were given where there is
/// none.
pub fn gathered(dossier: &Dossier, order: Option<u64>) -> String {
    let mut bare = dossier.clone();
    bare.amendments.iter_mut().for_each(|amendment| amendment.part = None);
    let lang = bare.versions.first().map_or(Lang::EN, |version| version.lang);
    let file = txt::write(&worked(bare), lang);
    let headings: Vec<usize> = dossier
        .amendments
        .iter()
        .filter(|amendment| amendment.parent.is_none())
        .filter_map(|amendment| heading(&file, &amendment.number, lang))
        .collect();
    let Some(first) = headings.iter().min().copied() else { return file };
    let block = |start: &usize| {
        let next = headings.iter().filter(|other| *other > start).min();
        file[*start..next.copied().unwrap_or(file.len())].trim_end()
    };
    let mut blocks: Vec<&str> = headings.iter().map(block).collect();
    if let Some(seed) = order {
        let mut random = Random::new(seed ^ 0x5f);
        for at in (1..blocks.len()).rev() {
            blocks.swap(at, random.below(at + 1));
        }
    }
    format!("{}{}\n", &file[..first], blocks.join("\n\n"))
}

/// Where the heading of an amendment begins.
fn heading(file: &str, number: &str, lang: Lang) -> Option<usize> {
    let labels = instruction::style::language(lang)?.labels.amendment;
    let line = format!("\n{} {number}\n", labels.first()?);
    file.find(&line).map(|at| at + 1)
}

fn text_of(wording: String, lang: Lang) -> AmendmentText {
    AmendmentText {
        lang,
        tablers: Tablers::default(),
        wording,
        origin: Origin::default(),
        note: Vec::new(),
        falling: Vec::new(),
        remarks: Vec::new(),
        heading: Span::default(),
    }
}

/// A wording that replaces or deletes a word of the first new text of an amendment, or puts some
/// behind it.
fn sub_amendment(
    written: &Instruction<Locator>,
    number: &str,
    language: &Language,
    random: &mut Random,
) -> Option<String> {
    let payload = written.operations.iter().find_map(Operation::payload)?;
    let words: Vec<&str> = payload.paragraphs.first()?.content.text.split_whitespace().collect();
    let plain = |word: &&&str| word.chars().all(char::is_alphanumeric);
    let words: Vec<&str> = words.iter().filter(plain).copied().collect();
    let word = *words.get(random.below(words.len()))?;
    let quote = Quote::new(word);
    let words = WordsAt::Quoted { quote, occurrence: Occurrence::Only, context: None };
    let at = Locator { words: Some(words), ..Locator::default() };
    let new = || Payload::one(PayloadUnit::Words, Fragment::plain("Reed"));
    let operation = match random.below(3) {
        0 => Operation::Insert { edge: instruction::Edge::After, at, what: new() },
        1 if words_in(payload) > 1 => Operation::Delete { at },
        _ => Operation::Replace { at, with: new() },
    };
    let frame = Frame { subject: Subject::Amendment(number.to_owned()), only: None };
    Some(generate(&Instruction { frame, operations: vec![operation] }, language))
}

/// A wording with its quotation marks as printed papers have them now and then: the last one
/// missing, so that the next heading ends the new text, or a quotation within closed together with
/// the one around it.
fn misquoted(mut wording: String, language: &Language, random: &mut Random) -> String {
    let (_, close) = language.grammar.marks;
    let Some(last) = wording.rfind(close) else { return wording };
    match random.below(8) {
        0 => drop(wording.drain(last..last + close.len_utf8())),
        1 => {
            if let Some(inner) = wording[..last].trim_end_matches('.').rfind(close) {
                wording.drain(inner..inner + close.len_utf8());
            }
        }
        _ => {}
    }
    wording
}

fn words_in(payload: &Payload) -> usize {
    payload.joined().text.split_whitespace().count()
}

/// Puts some words of the draft in italics.
fn emphasise(draft: &mut Draft, random: &mut Random) {
    fn children(of: &mut [Child], random: &mut Random) {
        for child in of {
            match child {
                Child::Block(block) => mark(&mut block.content, random),
                Child::Provision(provision) => children(&mut provision.children, random),
                Child::Opaque(_) => {}
            }
        }
    }
    for part in &mut draft.parts {
        part.title.iter_mut().for_each(|title| mark(&mut title.content, random));
        children(&mut part.children, random);
    }
}

fn mark(content: &mut Fragment, random: &mut Random) {
    let edges: Vec<usize> = content
        .text
        .match_indices(' ')
        .flat_map(|(at, _)| [at, at + 1])
        .chain([0, content.text.len()])
        .collect();
    let (one, other) = (*random.pick(&edges), *random.pick(&edges));
    if one != other && random.once_in(2) {
        let span = Span::new(one.min(other), one.max(other));
        content.marks.push(Mark { kind: MarkKind::Emphasis, span });
    }
}
