//! Drafts as case files write them, a line to a block.
//!
//! ```text
//! A. Draft resolution              a part: letter, full stop, "Draft …" or "Projet …"
//! Title: Safe lakes                its title
//! 1. The lake is wide.             a provision; its parent is the one whose number it continues
//! 2. The council:
//! 2.1. counts boats;
//! (2) and reports yearly.          closing text of paragraph 2
//! | Table of boats                 something kept and not read
//! ```
//!
//! Without a line for the part the draft is one resolution, A.

use instruction::style::{Language, language, languages};
use text::{Block, Child, Draft, Fragment, Lang, Opaque, Part, Provision, TextKind};

/// The language with this tag; that of `otherwise` for an empty one.
pub fn tagged(tag: &str, otherwise: Lang) -> &'static Language {
    let found = languages().iter().find(|language| language.lang.tag() == tag).copied();
    found.or_else(|| language(otherwise)).unwrap_or(languages()[0])
}

/// Reads the draft of a case file.
pub fn read(lines: &str, lang: Lang) -> Draft {
    let mut reader = Reader { draft: Draft { lang, parts: Vec::new() }, open: Vec::new() };
    for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
        reader.line(line);
    }
    reader.close_to("");
    reader.draft
}

struct Reader {
    draft: Draft,
    /// Provisions that may still get children, the outermost first.
    open: Vec<Provision>,
}

impl Reader {
    fn line(&mut self, line: &str) {
        if let Some((letter, kind, heading)) = part_heading(line) {
            self.close_to("");
            self.draft.parts.push(part(letter, kind, heading));
        } else if let Some(title) = line.strip_prefix("Title:") {
            self.part().title = Some(block(title));
        } else if let Some((number, content)) = numbered(line) {
            self.close_to(number);
            let children = vec![Child::Block(block(content))];
            self.open.push(Provision { number: number.into(), children, ..Default::default() });
        } else if let Some((number, content)) = closing(line) {
            self.close_to(&format!("{number}.0"));
            self.child(Child::Block(block(content)));
        } else if let Some(text) = line.strip_prefix('|') {
            let opaque = Opaque { text: text.trim().into(), ..Default::default() };
            self.child(Child::Opaque(opaque));
        } else {
            self.close_to("");
            self.child(Child::Block(block(line)));
        }
    }

    /// Closes the provisions below which the one numbered `number` does not stand.
    fn close_to(&mut self, number: &str) {
        let below = |open: &Provision| {
            number.strip_prefix(&open.number).is_some_and(|rest| rest.starts_with('.'))
        };
        while self.open.last().is_some_and(|open| !below(open)) {
            if let Some(closed) = self.open.pop() {
                self.child(Child::Provision(closed));
            }
        }
    }

    fn child(&mut self, child: Child) {
        match self.open.last_mut() {
            Some(open) => open.children.push(child),
            None => self.part().children.push(child),
        }
    }

    fn part(&mut self) -> &mut Part {
        if self.draft.parts.is_empty() {
            let heading = if self.draft.lang == Lang::FR {
                "Projet de résolution"
            } else {
                "Draft resolution"
            };
            self.draft.parts.push(part("A", TextKind::Resolution, heading));
        }
        let last = self.draft.parts.len() - 1;
        &mut self.draft.parts[last]
    }
}

fn part(letter: &str, kind: TextKind, heading: &str) -> Part {
    let (letter, heading) = (letter.to_owned(), heading.to_owned());
    Part { letter, kind, heading, title: None, children: Vec::new() }
}

fn block(content: &str) -> Block {
    Block { content: Fragment::from_caret(content.trim()), ..Default::default() }
}

fn part_heading(line: &str) -> Option<(&str, TextKind, &str)> {
    let (letter, heading) = line.split_once(". ")?;
    let heading = heading.trim();
    let is_letter = letter.len() == 1 && letter.bytes().all(|byte| byte.is_ascii_uppercase());
    let lower = heading.to_lowercase();
    let is_draft = ["draft ", "projet ", "entwurf "].iter().any(|word| lower.starts_with(word));
    let kinds = [
        (["recomm", "empfehlung"], TextKind::Recommendation),
        (["resol", "résol"], TextKind::Resolution),
        (["opinion", "avis"], TextKind::Opinion),
    ];
    let kind = kinds.iter().find(|(words, _)| words.iter().any(|word| lower.contains(word)));
    (is_letter && is_draft)
        .then(|| (letter, kind.map_or(TextKind::Other, |(_, kind)| *kind), heading))
}

/// "9.2.1. words" as number and words.
fn numbered(line: &str) -> Option<(&str, &str)> {
    let (number, content) = match line.split_once(' ') {
        Some((number, content)) => (number, content),
        None => (line, ""),
    };
    let number = number.strip_suffix('.')?;
    let figures = |step: &str| !step.is_empty() && step.bytes().all(|byte| byte.is_ascii_digit());
    number.split('.').all(figures).then_some((number, content))
}

/// "(2) words" as number and words.
fn closing(line: &str) -> Option<(&str, &str)> {
    let (number, content) = line.strip_prefix('(')?.split_once(')')?;
    let figures = number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    (figures && !number.is_empty()).then_some((number, content))
}

/// Writes a draft as the lines [`read`] reads.
pub fn lines(draft: &Draft) -> Vec<String> {
    let mut lines = Vec::new();
    for part in &draft.parts {
        if draft.parts.len() > 1 {
            lines.push(format!("{}. {}", part.letter, part.heading));
        }
        if let Some(title) = &part.title {
            lines.push(format!("Title: {}", title.content.to_caret()));
        }
        children(&part.children, None, &mut lines);
    }
    lines
}

fn children(children: &[Child], parent: Option<&str>, lines: &mut Vec<String>) {
    for (at, child) in children.iter().enumerate() {
        match (child, parent) {
            (Child::Provision(provision), _) => {
                let opening = provision.opening().map(|block| block.content.to_caret());
                let line = format!("{}. {}", provision.number, opening.unwrap_or_default());
                lines.push(line.trim_end().to_owned());
                self::children(&provision.children, Some(&provision.number), lines);
            }
            (Child::Block(_), Some(_)) if at == 0 => {}
            (Child::Block(block), Some(number)) => {
                lines.push(format!("({number}) {}", block.content.to_caret()));
            }
            (Child::Block(block), None) => lines.push(block.content.to_caret()),
            (Child::Opaque(opaque), _) => lines.push(format!("| {}", opaque.text)),
        }
    }
}

/// The lines that differ, the old ones after "- ", the new ones after "+ "; "(unchanged)" where
/// none does.
pub fn difference(old: &[String], new: &[String]) -> String {
    let mut common = vec![vec![0_usize; new.len() + 1]; old.len() + 1];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            common[i][j] = if old[i] == new[j] {
                common[i + 1][j + 1] + 1
            } else {
                common[i + 1][j].max(common[i][j + 1])
            };
        }
    }
    let (mut i, mut j, mut out) = (0, 0, String::new());
    while i < old.len() || j < new.len() {
        if i < old.len() && j < new.len() && old[i] == new[j] {
            (i, j) = (i + 1, j + 1);
        } else if j == new.len() || (i < old.len() && common[i + 1][j] >= common[i][j + 1]) {
            out.push_str(&format!("- {}\n", old[i]));
            i += 1;
        } else {
            out.push_str(&format!("+ {}\n", new[j]));
            j += 1;
        }
    }
    if out.is_empty() { "(unchanged)\n".to_owned() } else { out }
}
