//! What differs between two versions, as a paper: the draft texts that differ, whole, with what went
//! and came in its place; then the amendments that differ.
//!
//! A compendium is a paper in one language, and so is this one.

use super::compendium::{head, title};
use super::ids::Ids;
use super::{
    AmendmentBlock, ChangeKind, Changed, Document, Entry, KeyLine, Layout, Paragraph, Role, Row,
    Run, Runs, Section, Terms, amendment, runs, terms,
};
use crate::State;
use crate::diff::{
    AmendmentChange, Comparison, Fate, Field, Kind, LineChange, PartChange, Stretch, TextChange,
};
use crate::words::{Args, say};
use instruction::style::Language;
use text::{Fragment, Lang};

/// The differences in one language. `old` and `new` are the dossiers that were compared.
pub fn differences(comparison: &Comparison, old: &State, new: &State, lang: Lang) -> Document {
    let language = terms::tables_of(&new.dossier, lang);
    let mut drawing = Drawing { old, new, lang, language, ids: Ids::default() };
    let texts = comparison.texts.iter().find(|texts| texts.lang == lang);
    let parts = texts.map(|texts| texts.parts.as_slice()).unwrap_or_default();
    let mut sections: Vec<Section> = parts.iter().map(|part| drawing.part(part)).collect();
    sections.extend(drawing.amendments(&comparison.amendments));
    let mut heads = language.map(|language| head(new, lang, language)).unwrap_or_default();
    heads.kind = drawing.say("diff-title");
    for (field, of, pair) in &comparison.head {
        let stretches = [(Kind::Gone, &pair.old), (Kind::Came, &pair.new)];
        let both = format!("{} → {}", pair.old, pair.new);
        match field {
            Field::Reference => heads.reference = both,
            Field::Date if *of == Some(lang) => heads.date = both,
            Field::Edition if *of == Some(lang) => heads.edition = both,
            Field::Title if *of == Some(lang) => {
                let run = |(kind, text): (Kind, &String)| {
                    changed(kind, false, "", vec![Run::plain(text)])
                };
                heads.title = stretches.into_iter().flat_map(run).collect();
            }
            Field::Date | Field::Edition | Field::Title => {}
        }
    }
    let entry = |section: &Section| Entry {
        text: section.heading.clone(),
        target: section.id.clone(),
        level: 0,
    };
    Document {
        lang,
        tablers: Default::default(),
        ours: false,
        moments: Default::default(),
        catalogue: None,
        layout: Layout::Linear,
        title: title(&heads),
        head: heads,
        contents: if sections.len() > 1 {
            sections.iter().map(entry).collect()
        } else {
            Vec::new()
        },
        key: if sections.is_empty() { Vec::new() } else { drawing.key() },
        sections,
        terms: language
            .map(|language| Terms::new(&language.labels, &language.printed))
            .unwrap_or_default(),
    }
}

struct Drawing<'a> {
    old: &'a State,
    new: &'a State,
    lang: Lang,
    language: Option<&'static Language>,
    ids: Ids,
}

impl Drawing<'_> {
    fn say(&self, id: &str) -> String {
        say(self.lang, id, &Args::new())
    }

    fn key(&self) -> Vec<KeyLine> {
        let line = |kind, moved, id: &str| {
            let mut specimen = changed(kind, moved, "", vec![Run::plain("abc")]);
            Some(KeyLine { specimen: specimen.pop()?, meaning: self.say(id) })
        };
        [
            line(Kind::Came, false, "diff-key-came"),
            line(Kind::Gone, false, "diff-key-gone"),
            line(Kind::Came, true, "diff-key-moved"),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    fn part(&mut self, part: &PartChange) -> Section {
        let heading = match (&part.old, &part.new) {
            (Some(old), Some(new)) if old != new => {
                let args = Args::new().text("old", old.clone()).text("new", new.clone());
                say(self.lang, "diff-heading", &args)
            }
            (None, _) => format!("{} ({})", part.heading(), self.say("diff-text-came")),
            (_, None) => format!("{} ({})", part.heading(), self.say("diff-text-gone")),
            _ => part.heading().to_owned(),
        };
        let mut rows = Vec::new();
        if !part.title.is_empty() {
            rows.push(row(Role::Title, 0, Runs::new(), of_stretches(&part.title, false, "")));
        }
        rows.extend(part.lines.iter().map(|line| self.line(line)));
        Section {
            id: self.ids.give("part"),
            heading,
            columns: None,
            over: Vec::new(),
            follows: false,
            table: Vec::new(),
            rows,
        }
    }

    fn line(&self, line: &LineChange) -> Row {
        let Some(side) = line.new.as_ref().or(line.old.as_ref()) else { return Row::default() };
        // A moved line stands twice; where it has gone from, all its words are gone.
        let left = line.is_left();
        let author = match (&line.old, &line.new) {
            (Some(old), Some(new)) if line.moved => {
                self.moved(if left { &new.number } else { &old.number }, left)
            }
            _ => String::new(),
        };
        let old = line.old.as_ref().map_or("", |side| side.number.as_str());
        let new = line.new.as_ref().map_or("", |side| side.number.as_str());
        let number = match (old, new) {
            (old, _) if left => numbered(old, Some(Kind::Gone), true),
            (old, new) if old == new => numbered(new, None, false),
            ("", new) => numbered(new, Some(Kind::Came), line.old.is_some()),
            (old, "") => numbered(old, Some(Kind::Gone), line.new.is_some()),
            (old, new) => {
                let mut both = numbered(old, Some(Kind::Gone), true);
                both.extend(numbered(new, Some(Kind::Came), true));
                both
            }
        };
        let mut content = of_stretches(&line.stretches, left, &author);
        if line.moved && !left {
            for run in content.iter_mut().filter(|run| run.change.is_none()) {
                run.change = Some(change(ChangeKind::Inserted, true, &author));
            }
        }
        let side = if left { line.old.as_ref().unwrap_or(side) } else { side };
        let role = if side.opaque { Role::Opaque } else { Role::Provision };
        row(role, side.depth, number, content)
    }

    fn moved(&self, number: &str, left: bool) -> String {
        if number.is_empty() {
            return self.say("diff-moved");
        }
        let id = if left { "diff-moved-to" } else { "diff-moved-from" };
        say(self.lang, id, &Args::new().text("number", number))
    }

    fn amendments(&mut self, changes: &[AmendmentChange]) -> Option<Section> {
        let rows: Vec<Row> = changes
            .iter()
            .filter_map(|change| self.amendment(change))
            .map(|block| Row { amendments: vec![block], ..Row::default() })
            .collect();
        (!rows.is_empty()).then(|| Section {
            id: self.ids.give("amendments"),
            heading: self.say("diff-amendments"),
            columns: None,
            over: Vec::new(),
            follows: false,
            table: Vec::new(),
            rows,
        })
    }

    /// The amendment as a block; `None` where it differs in another language only.
    fn amendment(&mut self, change: &AmendmentChange) -> Option<AmendmentBlock> {
        let text = change.texts.iter().find(|text| text.lang == self.lang);
        if text.is_none() && change.place.is_none() && !change.is_new_version() {
            return None;
        }
        let cited = change.new.as_ref().or(change.old.as_ref())?;
        let state = if change.new.is_some() { self.new } else { self.old };
        let amendment = state.dossier.amendments.get(cited.at)?;
        let heading = amendment::heading(amendment, &self.language?.labels);
        let mut block = AmendmentBlock {
            id: self.ids.give(&format!("am-{}", cited.name)),
            heading: match change.fate {
                Fate::Added => format!("{heading} – {}", self.say("diff-added")),
                Fate::Withdrawn => format!("{heading} – {}", self.say("diff-withdrawn")),
                Fate::Changed => match change.old.as_ref().filter(|_| change.is_new_version()) {
                    Some(old) => {
                        let args = Args::new().text("old", old.name.clone());
                        format!("{heading} – {}", say(self.lang, "diff-new-version", &args))
                    }
                    None => heading,
                },
            },
            number: amendment.number.clone(),
            ..AmendmentBlock::default()
        };
        if let Some(place) = &change.place {
            let named = |place: &String| match place.is_empty() {
                true => self.say("diff-nowhere"),
                false => place.clone(),
            };
            let args = Args::new().text("old", named(&place.old)).text("new", named(&place.new));
            block
                .notes
                .push(vec![Run::plain(format!("({})", say(self.lang, "diff-place", &args)))]);
        }
        if let Some(text) = text {
            self.fill(&mut block, text);
        }
        Some(block)
    }

    fn fill(&self, block: &mut AmendmentBlock, text: &TextChange) {
        for lines in [&text.remarks, &text.falling] {
            block.notes.extend(paragraphs(lines));
        }
        if !text.tablers.is_empty() {
            let by = self.language.map(|language| terms::first(language.labels.tabled_by));
            block.tabled = vec![Run::plain(format!("{} ", by.unwrap_or_default()))];
            block.tabled.extend(of_stretches(&text.tablers, false, ""));
        }
        let wording = paragraphs(&text.wording).into_iter();
        block.wording = wording
            .map(|content| Paragraph { role: Role::Instruction, content, ..Paragraph::default() })
            .collect();
        block.reasons = paragraphs(&text.note);
    }
}

fn row(role: Role, depth: u32, number: Runs, content: Runs) -> Row {
    let whole = whole(&number, &content);
    let text = Paragraph { id: String::new(), role, depth, number, content, whole };
    Row { text: Some(text), ..Row::default() }
}

/// The change of a paragraph all of whose words came, or all of whose words went.
fn whole(number: &Runs, content: &Runs) -> Option<Changed> {
    let mut all = number.iter().chain(content);
    let first = all.next()?.change.as_ref()?;
    let same = |run: &Run| run.change.as_ref().is_some_and(|change| change.kind == first.kind);
    all.all(same).then(|| first.clone())
}

fn numbered(number: &str, kind: Option<Kind>, moved: bool) -> Runs {
    if number.is_empty() {
        return Runs::new();
    }
    let runs = vec![Run::plain(format!("{number}."))];
    match kind {
        Some(kind) => changed(kind, moved, "", runs),
        None => runs,
    }
}

/// Stretches as runs, their line feeds as spaces; `moved` where they only went elsewhere.
fn of_stretches(stretches: &[Stretch], moved: bool, author: &str) -> Runs {
    let of = |stretch: &Stretch| {
        let set = runs::of_fragment(&Fragment::from_caret(&stretch.text));
        changed(stretch.kind, moved, author, set)
    };
    stretches.iter().flat_map(of).collect()
}

/// The paragraphs of a text with its changes. A line feed that came or went is one all the same.
fn paragraphs(stretches: &[Stretch]) -> Vec<Runs> {
    let mut paragraphs = vec![Runs::new()];
    for stretch in stretches {
        for (at, line) in stretch.text.split('\n').enumerate() {
            if at > 0 {
                paragraphs.push(Runs::new());
            }
            let piece = Stretch { kind: stretch.kind, text: line.to_owned() };
            if let Some(last) = paragraphs.last_mut() {
                last.extend(of_stretches(&[piece], false, ""));
            }
        }
    }
    paragraphs.retain(|runs| !runs.is_empty());
    paragraphs
}

fn changed(kind: Kind, moved: bool, author: &str, runs: Runs) -> Runs {
    let kind = match kind {
        Kind::Kept => return runs,
        Kind::Gone => ChangeKind::Deleted,
        Kind::Came => ChangeKind::Inserted,
    };
    runs.into_iter().map(|run| Run { change: Some(change(kind, moved, author)), ..run }).collect()
}

fn change(kind: ChangeKind, editorial: bool, author: &str) -> Changed {
    let (author, causes, sign) = (author.to_owned(), Vec::new(), String::new());
    Changed { kind, editorial, author, causes, sign }
}
