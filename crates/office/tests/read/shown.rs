//! What was read, as lines that a test compares. A paragraph of a draft is indented by its depth; `*…*` is in
//! italics, `^…^` raised, `[1]` a reference to a note, `#` stands before a table.

use engine::adopt::{Selection, adopt};
use hemicycle_office::read::Read;
use text::{Child, Draft, Fragment, MarkKind};

fn marked(fragment: &Fragment) -> String {
    let mut signs: Vec<(usize, u8, String)> = Vec::new();
    for mark in &fragment.marks {
        let (start, end) = (mark.span.start as usize, mark.span.end as usize);
        match &mark.kind {
            MarkKind::NoteReference(sign) => signs.push((start, 1, format!("[{sign}]"))),
            kind => {
                let sign = if *kind == MarkKind::Emphasis { "*" } else { "^" };
                signs.push((start, 2, sign.into()));
                signs.push((end, 0, sign.into()));
            }
        }
    }
    signs.sort();
    let mut text = fragment.text.clone();
    for (at, _, sign) in signs.iter().rev() {
        text.insert_str(*at, sign);
    }
    text
}

fn children(depth: usize, all: &[Child], lines: &mut Vec<String>) {
    let space = "  ".repeat(depth);
    for child in all {
        match child {
            Child::Block(block) => lines.push(format!("{space}{}", marked(&block.content))),
            Child::Opaque(table) => {
                lines.push(format!("{space}# {}", table.text.replace('\n', " / ")))
            }
            Child::Provision(provision) => {
                let opening = provision.opening().map(|block| marked(&block.content));
                let from = usize::from(opening.is_some());
                lines.push(format!("{space}{}: {}", provision.number, opening.unwrap_or_default()));
                children(depth + 1, &provision.children[from..], lines);
            }
        }
    }
}

/// The draft that was read, a line for each paragraph.
pub fn drawn(read: &Read) -> String {
    draft(&read.dossier.versions[0].draft)
}

/// A draft, a line for each paragraph.
pub fn draft(draft: &Draft) -> String {
    let mut lines = Vec::new();
    for part in &draft.parts {
        lines.push(format!("{} {:?} {}", part.letter, part.kind, part.heading));
        lines.extend(part.title.iter().map(|title| format!("title {}", marked(&title.content))));
        children(1, &part.children, &mut lines);
    }
    lines.join("\n")
}

/// The codes of the findings.
pub fn codes(read: &Read) -> Vec<&'static str> {
    read.findings.iter().map(engine::read::Finding::code).collect()
}

/// The amendments: `NUMBER (TABLERS) WORDING`.
pub fn tabled(read: &Read) -> Vec<String> {
    let line = |amendment: &engine::Amendment| {
        let text = &amendment.texts[0];
        let wording = text.wording.replace('\n', " / ");
        format!("{} ({}) {wording}", amendment.number, text.tablers.names.join(", "))
    };
    read.dossier.amendments.iter().map(line).collect()
}

/// The paragraphs of a draft without their numbers.
pub fn words(draft: &Draft) -> Vec<String> {
    fn collect(children: &[Child], all: &mut Vec<String>) {
        for child in children {
            match child {
                Child::Block(block) => all.push(block.content.text.clone()),
                Child::Opaque(opaque) => all.push(opaque.text.clone()),
                Child::Provision(provision) => collect(&provision.children, all),
            }
        }
    }
    let mut all = Vec::new();
    draft.parts.iter().for_each(|part| collect(&part.children, &mut all));
    all
}

/// The amendments, which must give the text with all changes accepted.
pub fn adopted(read: Read) -> Vec<String> {
    let (tabled, accepted) = (tabled(&read), read.accepted.clone().expect("a draft with changes"));
    let findings = format!("{:?}", read.findings);
    let state = engine::open::dossier(read.dossier).state;
    let all = (0..state.dossier.amendments.len()).collect();
    let adopted = adopt(&state, &Selection::Set(all)).expect("all are adopted together");
    let text = &adopted.texts[0].consolidated.draft;
    assert_eq!(words(text), words(&accepted), "{tabled:#?}\n{findings}");
    tabled
}
