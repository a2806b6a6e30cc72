//! Whole dossiers by the seed, with all that a dossier may hold, and damaged files.
//!
//! Texts are made to look like something else now and then: a paragraph that reads "Amendment 4", a
//! line in parentheses, a number, a bullet, a repeated head.

use crate::edits::Editor;
use crate::instructions::instruction;
use crate::random::Random;
use engine::dossier::PrintedFall;
use engine::languages::Correspondence;
use engine::{Amendment, AmendmentText, Dossier, Tablers, Version};
use instruction::style::{Language, language};
use instruction::{Instruction, Locator, Subject, generate};
use source::{Origin, SourceFile, Span};
use std::sync::Arc;
use text::{
    Block, Child, Draft, Fragment, Index, Lang, Mark, MarkKind, Opaque, Part, Provision, TextKind,
};

/// A dossier in one language that plain text can carry.
pub fn plain(seed: u64, lang: Lang) -> Dossier {
    Maker::new(seed, lang, false).dossier()
}

/// A dossier in two languages with all that JSON can carry.
pub fn rich(seed: u64) -> Dossier {
    let (mut english, mut french) =
        (Maker::new(seed, Lang::EN, true), Maker::new(seed ^ 0xf, Lang::FR, true));
    let (mut dossier, other) = (english.dossier(), french.dossier());
    dossier.versions.extend(other.versions);
    let parts = dossier.versions.iter().map(|v| v.draft.parts.len()).min().unwrap_or(0) as u32;
    for (at, amendment) in dossier.amendments.iter_mut().enumerate() {
        amendment.part = amendment.part.filter(|part| *part < parts);
        let parent = amendment.parent.as_deref();
        match english.below(4) {
            // In one language only, the first or the other.
            0 => {}
            1 => amendment.texts = vec![french.amendment_text(at, parent)],
            _ => amendment.texts.push(french.amendment_text(at, parent)),
        }
    }
    for number in 1..=english.below(3) {
        dossier.correspondences.push(Correspondence {
            langs: (Lang::EN, Lang::FR),
            part: english.below(parts as usize) as u32,
            provision: number.to_string(),
            groups: vec![(1, 2), (1 + english.below(2) as u32, 1)],
        });
    }
    if english.once_in(2) {
        let edition = ["2007", "2020", "2024"][english.below(3)].to_owned();
        dossier.rules = Some(engine::RulesName { profile: "pace".to_owned(), edition });
    }
    if english.once_in(2) {
        crate::decided::decide(&mut dossier, &mut english.editor.random);
    }
    dossier
}

struct Maker {
    editor: Editor,
    language: &'static Language,
    /// Whether marks, opaque blocks and untitled parts are made, which plain text does not carry.
    rich: bool,
    seed: u64,
}

impl Maker {
    fn new(seed: u64, lang: Lang, rich: bool) -> Self {
        let language = language(lang).unwrap_or(instruction::style::languages()[0]);
        Self { editor: Editor::new(seed ^ 0xd055, lang), language, rich, seed }
    }

    fn below(&mut self, bound: usize) -> usize {
        self.editor.random.below(bound)
    }

    fn once_in(&mut self, of: usize) -> bool {
        self.editor.random.once_in(of)
    }

    fn pick(&mut self, of: &[&'static str]) -> &'static str {
        self.editor.random.pick::<&str>(of)
    }

    fn dossier(&mut self) -> Dossier {
        let lang = self.language.lang;
        let reference = (!self.once_in(4))
            .then(|| self.pick(&["Doc. 12", "Doc. 16245", "Doc. 7 rev.", "AS 2031"]).to_owned());
        let title = (!self.once_in(3)).then(|| self.title());
        let draft = self.draft(title.as_deref());
        let date = self
            .once_in(2)
            .then(|| self.pick(&["14/03/2031", "14.3.2031", "2031-03-14", "14 March 2031"]).into());
        let edition = self
            .once_in(2)
            .then(|| self.pick(&["Final version", "rev. 2", "Version finale"]).into());
        let version = Version {
            lang,
            style: <_>::default(),
            title,
            date,
            edition,
            index: Index::new(&draft, &self.language.tables.sentences),
            draft,
            file: Arc::new(SourceFile::new("", "")),
        };
        let parts = version.draft.parts.len();
        let amendments = self.amendments(parts);
        Dossier { reference, versions: vec![version], amendments, ..Dossier::default() }
    }

    // The draft

    fn draft(&mut self, title: Option<&str>) -> Draft {
        let count = 1 + self.below(3);
        let parts = (0..count).map(|at| self.part(at, title)).collect();
        Draft { lang: self.language.lang, parts }
    }

    fn part(&mut self, at: usize, title: Option<&str>) -> Part {
        let labels = self.language.labels.parts;
        let (kind, heading) = match self.below(labels.len() + 1) {
            other if other == labels.len() => {
                let draft = self.language.labels.draft.first().copied().unwrap_or_default();
                (TextKind::Other, format!("{draft} order"))
            }
            known => (labels[known].0, labels[known].1.to_owned()),
        };
        // Without a title of its own a part has that of the paper.
        let own = match (title, self.below(3)) {
            (Some(title), 0) => Some(title.to_owned()),
            (None, 0) => None,
            (Some(_), 1) if self.rich => None,
            _ => Some(self.title()),
        };
        let mut children = Vec::new();
        for _ in 0..[0, 0, 0, 1, 2][self.below(5)] {
            children.push(self.unnumbered());
        }
        let count = 1 + self.below(4);
        for number in 1..=count {
            children.push(Child::Provision(self.provision(&number.to_string(), 0)));
            if self.once_in(12) {
                children.push(self.unnumbered());
            }
        }
        let title = own.map(|title| Block { content: self.fragment(title), ..Block::default() });
        let letter = ["A", "B", "C"][at].to_owned();
        Part { letter, kind, heading, title, children }
    }

    fn provision(&mut self, number: &str, depth: usize) -> Provision {
        let mut children = vec![Child::Block(self.block())];
        let items = if depth < 3 && self.once_in(3) { 1 + self.below(3) } else { 0 };
        if items > 0 && self.once_in(10) {
            children.clear();
        }
        if self.once_in(10) && !children.is_empty() {
            children.push(self.unnumbered());
        }
        for item in 1..=items {
            let number = format!("{number}.{item}");
            children.push(Child::Provision(self.provision(&number, depth + 1)));
        }
        if items > 0 && self.once_in(3) {
            children.push(self.unnumbered());
        }
        Provision { number: number.into(), children, ..Provision::default() }
    }

    fn unnumbered(&mut self) -> Child {
        if self.rich && self.once_in(3) {
            let text = format!("{}\n{}", self.text(), self.text());
            return Child::Opaque(Opaque { text, ..Opaque::default() });
        }
        Child::Block(self.block())
    }

    fn block(&mut self) -> Block {
        let text = self.text();
        Block { content: self.fragment(text), ..Block::default() }
    }

    fn fragment(&mut self, text: String) -> Fragment {
        let mut fragment = Fragment::from_caret(&text);
        if self.rich && self.once_in(3) {
            let end = fragment.text.find(' ').unwrap_or(fragment.text.len());
            let kind = match self.below(2) {
                0 => MarkKind::Emphasis,
                _ => MarkKind::NoteReference("*".into()),
            };
            fragment.marks.insert(0, Mark { kind, span: Span::new(0, end) });
        }
        fragment
    }

    /// One line of text, which now and then looks like something else.
    fn text(&mut self) -> String {
        if self.once_in(4) { self.lookalike() } else { self.words() }
    }

    fn words(&mut self) -> String {
        let text = match self.below(3) {
            0 => self.editor.some_words(5),
            1 => self.editor.sentence(),
            _ => self.editor.paragraph(),
        };
        if self.once_in(8) { text + " 20^e" } else { text }
    }

    fn title(&mut self) -> String {
        let text = if self.once_in(6) { self.lookalike() } else { self.editor.some_words(6) };
        if self.once_in(8) { text + " 20^e" } else { text }
    }

    /// What the reader takes for something else unless it is told not to.
    fn lookalike(&mut self) -> String {
        let labels = &self.language.labels;
        let first = |labels: &[&'static str]| labels.first().copied().unwrap_or_default();
        let words = self.editor.some_words(3);
        let number = 1 + self.below(9);
        match self.below(25) {
            0 => format!("{} {number}", first(labels.amendment)),
            1 => {
                format!("{} 1 {} {number}", first(labels.sub_amendment), first(labels.to_amendment))
            }
            2 => format!("{number}. {words}"),
            3 => format!("{number}.1. {words}"),
            4 => format!("- {words}"),
            5 => format!("({words})"),
            6 => format!("{} {words}", first(labels.tabled_by)),
            7 => format!("{}{} {words}", first(labels.note), labels.colon),
            8 => number.to_string(),
            9 => format!("\\{words}"),
            10 => first(labels.amendments).to_owned(),
            11 => format!("A. {}", labels.parts.first().map_or("", |(_, heading)| heading)),
            12 => labels.parts.first().map_or("", |(_, heading)| heading).to_owned(),
            13 => format!("{}{} {words}", first(labels.title), labels.colon),
            14 => first(labels.contents).to_owned(),
            15 => first(labels.compendium).to_owned(),
            16 => format!("({words}"),
            17 => format!("- {number}. {words}"),
            18 => format!("({})", labels.falling.fells_one.replace("{}", "3")),
            19 => "14/03/2031".to_owned(),
            20 => format!("{} {number}", first(labels.page)),
            21 => labels.adopted_parts.first().map_or("", |(_, heading)| heading).to_owned(),
            22 => format!("A. {}", labels.adopted_parts.first().map_or("", |(_, heading)| heading)),
            23 => first(labels.adopted).to_owned(),
            _ => format!("{}, {words}", first(labels.frames)),
        }
    }

    // Amendments

    fn amendments(&mut self, parts: usize) -> Vec<Amendment> {
        let count = self.below(7);
        let gathered = self.once_in(5);
        let mut all: Vec<Amendment> = Vec::new();
        for at in 0..count {
            let number = match self.below(8) {
                0 => format!("{} rev.", at + 1),
                1 => format!("{}bis", at + 1),
                _ => (at + 1).to_string(),
            };
            let part = (!gathered && !self.once_in(8)).then(|| self.below(parts) as u32);
            let texts = vec![self.amendment_text(at, None)];
            all.push(Amendment {
                number: number.clone(),
                parent: None,
                part,
                texts,
                recorded: None,
            });
            for sub in 0..[0, 0, 0, 1, 2][self.below(5)] {
                let texts = vec![self.amendment_text(100 + 10 * at + sub, Some(&number))];
                let (number, parent) = ((sub + 1).to_string(), Some(number.clone()));
                all.push(Amendment { number, parent, part, texts, recorded: None });
            }
        }
        all
    }

    fn amendment_text(&mut self, at: usize, parent: Option<&str>) -> AmendmentText {
        let lookalike = self.once_in(6);
        let remarks =
            if lookalike { vec!["(concerns only the French version)".into()] } else { Vec::new() };
        AmendmentText {
            lang: self.language.lang,
            tablers: self.tablers(),
            wording: self.wording(at, parent),
            origin: Origin::default(),
            note: (0..[0, 0, 1, 2][self.below(4)]).map(|_| self.note()).collect(),
            falling: (0..[0, 0, 0, 1, 2][self.below(5)]).map(|_| self.falling()).collect(),
            remarks,
            heading: Span::default(),
        }
    }

    fn note(&mut self) -> Fragment {
        let text = self.text();
        self.fragment(text)
    }

    fn falling(&mut self) -> PrintedFall {
        let all = ["3", "12", "4 rev.", "5bis"];
        let others = all[..1 + self.below(all.len())].iter().map(|&other| other.into()).collect();
        PrintedFall { fells: self.once_in(2), others, at: Span::default() }
    }

    fn tablers(&mut self) -> Tablers {
        if self.once_in(6) {
            return Tablers::default();
        }
        if self.once_in(4) {
            let committee = self.language.labels.committee.first().copied().unwrap_or_default();
            let name = format!("{committee} on Lamps, Fog and Ferries");
            return Tablers { names: vec![name], committee: true };
        }
        let all = ["Ms Ada FOG", "Mr Bo REED (Westshore, LAMP)", "Mr Cy MOOR", "Reed and Sons"];
        let names = all[..1 + self.below(all.len())].iter().map(|&name| name.into()).collect();
        Tablers { names, committee: false }
    }

    /// A wording: one that means something, or any paragraphs.
    fn wording(&mut self, at: usize, parent: Option<&str>) -> String {
        if self.once_in(24) {
            return String::new();
        }
        if !self.once_in(3) {
            let seed = self.seed.wrapping_mul(31).wrapping_add(at as u64);
            return self.meaningful(seed, parent);
        }
        let frame = self.language.labels.frames.first().copied().unwrap_or_default();
        let opening = format!("{frame}, {}", self.editor.some_words(4));
        let colon = if self.once_in(2) { ":" } else { "" };
        let mut paragraphs = vec![format!("{opening}{colon}")];
        let (open, close) = self.language.grammar.marks;
        for _ in 0..self.below(4) {
            let text = self.text();
            paragraphs.push(match self.below(4) {
                0 => format!("{open}{text}"),
                1 => format!("{text}{close}"),
                _ => text,
            });
        }
        paragraphs.join("\n")
    }

    /// A wording of some instruction; only that of a sub-amendment speaks of an amendment.
    fn meaningful(&self, seed: u64, parent: Option<&str>) -> String {
        let all = (0..).map(|more: u64| instruction(seed ^ (more << 32), self.language));
        let spoken = |written: &Instruction<Locator>| {
            parent.is_some() == matches!(written.frame.subject, Subject::Amendment(_))
        };
        let mut all = all.filter(spoken);
        let Some(mut written) = all.next() else { return String::new() };
        if let Some(parent) = parent {
            written.frame.subject = Subject::Amendment(parent.to_owned());
        }
        generate(&written, self.language)
    }
}

/// A plain-text file with a damage: cut off, lines lost, doubled, moved, joined, wrapped, marks lost.
pub fn damaged(file: &str, seed: u64) -> String {
    let mut random = Random::new(seed ^ 0xda3a);
    let mut text = file.to_owned();
    for _ in 0..1 + random.below(4) {
        text = damage(&text, &mut random);
    }
    text
}

fn damage(text: &str, random: &mut Random) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    if lines.is_empty() {
        return text.to_owned();
    }
    let at = random.below(lines.len());
    let to = (at + 1 + random.below(8)).min(lines.len());
    match random.below(17) {
        12 => {
            for line in &mut lines {
                let indent = ["", "", "  ", "    ", "\t", "\u{a0}"][random.below(6)];
                *line = format!("{indent}{}", line.trim_start());
            }
        }
        13 => return text.chars().filter(|_| !random.once_in(40)).collect(),
        14 => {
            for line in &mut lines {
                if random.once_in(6) && line.is_empty() {
                    *line = (*random.pick(STRAY)).to_owned();
                }
            }
        }
        15 => return text.replace('\n', ["\r\n", "\r", "\u{2028}", "\u{c}\n"][random.below(4)]),
        16 => {
            let other = random.below(lines.len());
            lines.swap(at, other);
        }
        0 | 1 => {
            let mut end = random.below(text.len() + 1);
            while !text.is_char_boundary(end) {
                end -= 1;
            }
            return text[..end].to_owned();
        }
        2 => {
            let mut start = random.below(text.len() + 1);
            while !text.is_char_boundary(start) {
                start -= 1;
            }
            return text[start..].to_owned();
        }
        3 => {
            for at in (1..lines.len()).rev() {
                lines.swap(at, random.below(at + 1));
            }
        }
        4 => {
            let moved: Vec<String> = lines.drain(at..to).collect();
            let to = random.below(lines.len() + 1);
            lines.splice(to..to, moved);
        }
        5 | 6 => {
            let again = lines[at..to].to_vec();
            let to = random.below(lines.len() + 1);
            lines.splice(to..to, again);
        }
        7 => {
            lines.drain(at..to);
        }
        8 => lines.retain(|line| !line.is_empty()),
        9 => lines.iter_mut().for_each(|line| *line = line.trim().to_owned()),
        10 => return wrapped(text, 40 + random.below(60)),
        _ => {
            let marks = ['“', '”', '«', '»', '\\', ':', '.', '(', ')'];
            let mark = *random.pick(&marks);
            return text.chars().filter(|sign| *sign != mark || !random.once_in(3)).collect();
        }
    }
    lines.join("\n")
}

/// Lines that stray into files.
const STRAY: &[&str] = &[
    "\\",
    "2",
    "- 3 -",
    "Amendment 1",
    "Sub-amendment 1 to amendment 2 (Falls if amendment 3 is adopted)",
    "A. Draft resolution",
    "Draft recommendation",
    "A. Projet de résolution\t2",
    "Amendments",
    "Table of contents",
    "(If adopted, amendment 3",
    "Tabled by",
    "Explanatory note:",
    "Title: of the lake",
    "Titre : du lac",
    "1.1.",
    "9. boats",
    "- and boats",
    "“",
    "»",
    "Doc. 12",
    "(x)",
    "In the draft resolution, delete paragraph 1.",
    "\\ \u{7}",
    "\u{feff}x",
    "a\u{ad}",
];

/// Lines broken at a width, as mail programs do.
fn wrapped(text: &str, width: usize) -> String {
    let mut out = String::new();
    for line in text.lines() {
        let mut length = 0;
        for word in line.split(' ') {
            let long = word.chars().count();
            if length > 0 && length + 1 + long > width {
                out.push('\n');
                length = 0;
            } else if length > 0 {
                out.push(' ');
                length += 1;
            }
            out.push_str(word);
            length += long;
        }
        out.push('\n');
    }
    out
}
