//! The papers that are written: our own examples, the one real compendium at hand, seeded dossiers.

use engine::State;
use engine::adopt::{Selection, adopt};
use engine::document::{Document, Paragraph, Role, Row, adopted};
use source::SourceFile;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use testkit::tabled::{Marks, tabled, worked};
use text::Lang;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

/// How many seeded dossiers: `HEMICYCLE_CASES`, 200 by default.
pub fn cases() -> u64 {
    std::env::var("HEMICYCLE_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(200)
}

/// A paper: its name, the dossier worked out, its language.
pub struct Paper {
    pub name: String,
    pub state: State,
    pub lang: Lang,
    /// The numbers of the amendments adopted; `None` for as many as stand together.
    adopted: Option<&'static [&'static str]>,
}

/// Three drawings of an adopted text: the draft, the new text, and both with the changes.
pub struct Drawn {
    pub old: Document,
    pub new: Document,
    pub both: Document,
}

/// The examples in both languages, and the real compendium where it is there.
pub fn papers() -> Vec<Paper> {
    let folder = std::fs::read_dir(Path::new(ROOT).join("examples")).expect("it is there");
    let mut files: Vec<PathBuf> = folder
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    files.sort();
    assert!(files.len() >= 4, "{files:?}");
    let mut papers: Vec<Paper> = files.iter().filter_map(|file| read(file, None)).collect();
    let seed = format!("{ROOT}/../shared/data/recueil-16245-fr.txt");
    papers.extend(read(Path::new(&seed), Some(&["1", "2", "3", "4", "5", "7"])));
    papers
}

fn read(path: &Path, adopted: Option<&'static [&'static str]>) -> Option<Paper> {
    let Ok(text) = std::fs::read_to_string(path) else {
        println!("skipped: no {}", path.display());
        return None;
    };
    let state = engine::open::open(vec![Arc::new(SourceFile::new("paper", text))]).state;
    let lang = state.dossier.versions.first().expect("it has a text").lang;
    let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
    Some(Paper { name, state, lang, adopted })
}

/// A dossier by the seed, every other one in French.
pub fn seeded(seed: u64) -> Paper {
    let lang = if seed.is_multiple_of(2) { Lang::EN } else { Lang::FR };
    let state = worked(tabled(seed, lang, 4, 6, Marks::Italics));
    Paper { name: format!("seeded-{seed}"), state, lang, adopted: None }
}

impl Paper {
    /// The adopted text, drawn three times under the same head.
    pub fn drawn(&self) -> Drawn {
        let chosen = match self.adopted {
            Some(numbers) => numbers.iter().map(|number| self.position(number)).collect(),
            None => self.adoptable(),
        };
        let draw = |chosen: Vec<usize>, changes| {
            let text = adopt(&self.state, &Selection::Set(chosen)).expect("they stand together");
            adopted(&self.state, &text, self.lang, changes)
        };
        let both = draw(chosen.clone(), true);
        let (mut old, mut new) = (draw(Vec::new(), false), draw(chosen, false));
        for clean in [&mut old, &mut new] {
            clean.head.kind.clone_from(&both.head.kind);
            clean.title.clone_from(&both.title);
            title_again(clean, &both);
        }
        Drawn { old, new, both }
    }

    fn position(&self, number: &str) -> usize {
        self.state.dossier.position(number, None).expect("it is there")
    }

    fn adoptable(&self) -> Vec<usize> {
        let mut chosen = Vec::new();
        for ranked in &self.state.order {
            chosen.push(ranked.amendment);
            if adopt(&self.state, &Selection::Set(chosen.clone())).is_err() {
                chosen.pop();
            }
        }
        chosen
    }
}

/// A title that the head has already is not drawn again above its text. With changes in it it is, and
/// then the clean text has it, too.
fn title_again(clean: &mut Document, both: &Document) {
    for (section, with_changes) in clean.sections.iter_mut().zip(&both.sections) {
        let titled = |row: Option<&Row>| {
            row.and_then(|row| row.text.as_ref()).is_some_and(|text| text.role == Role::Title)
        };
        if titled(with_changes.rows.first()) && !titled(section.rows.first()) {
            let content = clean.head.title.clone();
            let text = Some(Paragraph { role: Role::Title, content, ..Paragraph::default() });
            section.rows.insert(0, Row { text, ..Row::default() });
        }
    }
}
