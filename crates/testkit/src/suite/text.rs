//! Cases of `tests/suite/text`: sentences, and where words stand.
//!
//! Given a `draft`, the outcome has a line for each of its blocks with the sentences between
//! vertical bars. Given `find` besides, each of whose lines is words to be sought in the whole
//! draft, it has instead a line for each: how they were found, and the words as they stand there
//! with what surrounds them.
//!
//! ````markdown
//! ```draft
//! 1. It is wide. It is cold.
//! ```
//! ```outcome
//! 1: It is wide. | It is cold.
//! ```
//! ```find
//! is cold
//! ```
//! ```outcome
//! is cold: exact, 1
//!   1: It is wide. It [is cold].
//! ```
//! ````

use super::Case;
use super::draft::{read, tagged};
use text::{BlockId, Index, Lang, Step, words_at};

/// The outcome of one case.
pub fn outcome(case: &Case) -> String {
    let Some(block) = &case.draft else { return "no draft".to_owned() };
    let language = tagged(&block.info, Lang::EN);
    let draft = read(&block.body, language.lang);
    let index = Index::new(&draft, &language.tables.sentences);
    match case.first("find") {
        Some(find) => find.body.lines().map(|words| found(&index, words)).collect(),
        None => sentences(&index),
    }
}

fn sentences(index: &Index) -> String {
    let mut out = String::new();
    for id in 0..index.blocks().len() {
        let id = BlockId(id as u32);
        let sentences: Vec<&str> =
            index.sentences_of(id).iter().map(|span| span.of(index.text())).collect();
        out.push_str(&format!("{}: {}\n", name(index, id), sentences.join(" | ")));
    }
    out
}

fn found(index: &Index, words: &str) -> String {
    let whole = source::Span::new(0, index.text().len());
    let matches = words_at(index, whole, words);
    let step = match matches.step {
        _ if matches.found.is_empty() => "not found",
        Step::Exact => "exact",
        Step::Folded => "folded",
    };
    let mut out = format!("{words}: {step}, {}\n", matches.found.len());
    for found in &matches.found {
        let Some(id) = index.block_of(found.span.start) else { continue };
        let Some(block) = index.block_at(id) else { continue };
        let text = index.text();
        let before = &text[block.span.start as usize..found.span.start as usize];
        let after = text.get(found.span.end as usize..block.span.end as usize).unwrap_or("");
        let words = found.span.of(text);
        out.push_str(&format!("  {}: {before}[{words}]{after}\n", name(index, id)));
    }
    out
}

fn name(index: &Index, id: BlockId) -> String {
    let provision = index
        .block_at(id)
        .and_then(|block| block.provision)
        .and_then(|provision| index.provision_at(provision));
    match provision {
        Some(provision) if provision.closing == Some(id) => format!("({})", provision.number),
        Some(provision) => provision.number.clone(),
        None => "-".to_owned(),
    }
}
