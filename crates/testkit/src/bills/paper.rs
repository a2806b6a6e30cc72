//! Arbitrary papers on bills: what is written of them reads back the same.

use super::{language, made};
use crate::random::Random;
use engine::read::article;
use engine::{Amendment, AmendmentText, Dossier, RulesName, Tablers, Version};
use instruction::generate;
use source::{Origin, SourceFile, Span};
use std::sync::Arc;
use text::{Child, Draft, Fragment, Index, Lang, Opaque, Part};

/// Lines that look like something that they are not where they stand.
const TRAPS: &[&str] = &[
    "(Supprimé)",
    "12",
    "Article 3",
    "Chapitre II",
    "(2) Les bacs",
    "Amendement 7",
    "Objet",
    "Présenté par le lac",
    "Règlement : senat",
    "(Tombe si l'amendement 2 est adopté)",
    "\u{2462} bateaux",
    "A. Projet de résolution",
    "3. Une lampe",
    "lampes, et",
];

const NAMES: &[&str] = &["Mme Ada ROSEAU", "M. Tom GUÉ", "M. Luc JONC", "Mme Eva SAULE"];

/// A paper: some articles, under divisions or not, and amendments to them, of which some mean nothing.
pub fn dossier(random: &mut Random) -> Dossier {
    let mut parts = Vec::new();
    for at in 0..1 + random.below(4) {
        parts.push(part(at, random));
    }
    let count = parts.len();
    let draft = Draft { lang: Lang::FR, parts };
    let title = random.once_in(2).then(|| "Projet de loi relatif aux lampes".to_owned());
    let version = Version {
        lang: Lang::FR,
        style: instruction::style::style("fr-national").unwrap_or_default(),
        title,
        date: random.once_in(2).then(|| "14/03/2031".to_owned()),
        edition: random.once_in(3).then(|| "Séance publique".to_owned()),
        index: Index::new(&draft, &language().tables.sentences),
        draft,
        file: Arc::new(SourceFile::new("", "")),
    };
    let mut amendments = Vec::new();
    for number in 1..=random.below(8) {
        let part = (!random.once_in(8)).then(|| random.below(count) as u32);
        amendments.push(amendment(number, part, &version, random));
        if random.once_in(4) {
            let sub = amendment(number + 20, None, &version, random);
            let part = amendments.last().and_then(|parent: &Amendment| parent.part);
            amendments.push(Amendment { parent: Some(number.to_string()), part, ..sub });
        }
    }
    let rules = RulesName { profile: "senat".to_owned(), edition: "2023".to_owned() };
    Dossier {
        reference: random.once_in(2).then(|| "Texte n° 27".to_owned()),
        versions: vec![version],
        amendments,
        rules: Some(rules),
        ..Dossier::default()
    }
}

fn part(at: usize, random: &mut Random) -> Part {
    let number = match (at, random.below(4)) {
        (0, _) => "1er".to_owned(),
        (at, 0) => format!("{at} bis"),
        (at, 1) => format!("{} A", at + 1),
        (at, _) => (at + 1).to_string(),
    };
    let ending = if random.once_in(4) { " (nouveau)" } else { "" };
    let mut lines = made::article(random);
    if random.once_in(3) {
        let trap = (*random.pick(TRAPS)).to_owned();
        lines.insert(random.below(lines.len() + 1), trap);
    }
    let mut part = article(&format!("Article {number}{ending}"), &lines.join("\n"));
    if random.once_in(3) {
        let text = format!("Chapitre {}\nDes lampes", text::roman(at as u32 + 1));
        part.children.insert(0, Child::Opaque(Opaque { text, origin: Origin::default() }));
    }
    part
}

fn amendment(
    number: usize,
    part: Option<u32>,
    version: &Version,
    random: &mut Random,
) -> Amendment {
    let text = version.draft.parts.get(part.unwrap_or(0) as usize).map(engine::read::lines_of);
    let lines = text.unwrap_or_default();
    let mut wording: Vec<String> = match lines.is_empty() {
        true => vec!["Supprimer cet article.".to_owned()],
        false => {
            let mut written = made::instruction(&lines, random);
            written.frame.subject = instruction::Subject::Unstated;
            let written = generate(&written, language());
            written.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect()
        }
    };
    if random.once_in(3) {
        let trap = (*random.pick(TRAPS)).to_owned();
        wording.insert(1 + random.below(wording.len()), trap);
    }
    let names = (0..random.below(3)).map(|_| (*random.pick(NAMES)).to_owned()).collect();
    let note = |random: &mut Random| Fragment::plain(*random.pick(TRAPS));
    let text = AmendmentText {
        lang: Lang::FR,
        tablers: Tablers { names, committee: false },
        wording: wording.join("\n"),
        origin: Origin::default(),
        note: (0..random.below(3)).map(|_| note(random)).collect(),
        falling: Vec::new(),
        remarks: Vec::new(),
        heading: Span::default(),
    };
    Amendment { number: number.to_string(), parent: None, part, texts: vec![text], recorded: None }
}
