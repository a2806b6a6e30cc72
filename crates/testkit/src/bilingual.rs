//! Dossiers in English and French by the seed, and amendments whose versions agree or do not.
//!
//! Sentences are made of phrases in both languages. Where they differ, as texts in two languages
//! do: now and then one language joins what the other says in two sentences, and French opens a
//! sentence with what English says at its end.

use crate::random::Random;
use std::fmt::Write as _;

/// Words in English and in French.
type Both = (&'static str, &'static str);

const OPENINGS: [Both; 8] = [
    ("The Assembly", "L'Assemblée"),
    ("The council of the lakes", "Le conseil des lacs"),
    ("Each harbour", "Chaque port"),
    ("The old pilot", "Le vieux pilote"),
    ("A ferry company", "Une compagnie de bacs"),
    ("Nobody else", "Nul autre"),
    ("The quay master", "Le maître de quai"),
    ("Our youngest sailor", "Notre plus jeune marin"),
];
const VERBS: [Both; 6] = [
    ("counts", "compte"),
    ("recalls", "rappelle"),
    ("keeps", "garde"),
    ("praises", "loue"),
    ("asks for", "demande"),
    ("thanks for", "remercie pour"),
];
const OBJECTS: [Both; 10] = [
    ("the small boats", "les petits bateaux"),
    ("the lamps", "les lampes"),
    ("a new chart", "une nouvelle carte"),
    ("the report of 1968", "le rapport de 1968"),
    ("three white swans", "trois cygnes blancs"),
    ("the wooden landing stages", "les débarcadères en bois"),
    ("the rules of navigation", "les règles de navigation"),
    ("some warm bread", "du pain chaud"),
    ("the fog signals", "les signaux de brume"),
    ("its members", "ses membres"),
];
const ENDINGS: [Both; 7] = [
    ("by night", "la nuit"),
    ("every year", "chaque année"),
    ("even in winter", "même en hiver"),
    ("without delay", "sans délai"),
    ("near the northern shore", "près de la rive nord"),
    ("with great patience", "avec beaucoup de patience"),
    ("for lack of schools", "faute d'écoles"),
];
const ORDINALS: [Both; 8] = [
    ("first", "première"),
    ("second", "deuxième"),
    ("third", "troisième"),
    ("fourth", "quatrième"),
    ("fifth", "cinquième"),
    ("sixth", "sixième"),
    ("seventh", "septième"),
    ("eighth", "huitième"),
];

/// A draft in two languages.
#[derive(Clone, Debug)]
pub struct Bilingual {
    random: Random,
    paragraphs: Vec<Vec<Clause>>,
}

/// What is one sentence in at least one of the languages.
#[derive(Clone, Copy, Debug)]
struct Clause {
    opening: Both,
    verb: Both,
    object: Both,
    ending: Both,
    /// French opens with the ending.
    fronted: bool,
    /// The sentence of the paragraph it stands in, 0-based, by language.
    sentence: (usize, usize),
    /// Clauses that share a sentence in either language: the group, 0-based.
    group: usize,
}

/// Where an amendment acts and what it does there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    kind: usize,
    paragraph: usize,
    clause: usize,
    phrase: Phrase,
}

/// A part of a sentence that can be quoted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phrase {
    Opening,
    Object,
    Ending,
}

/// How one version of an amendment is led astray.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Astray {
    /// To another paragraph.
    Provision,
    /// To another sentence of the paragraph.
    Sentence,
    /// To other words of the sentence.
    Words,
}

/// Kinds that quote words of a sentence, below those of whole sentences and paragraphs.
const QUOTING: std::ops::Range<usize> = 5..8;
/// Kinds there are; quoting ones are twice as many as the others.
const KINDS: usize = 11;

impl Bilingual {
    /// A draft of `paragraphs` paragraphs.
    pub fn new(seed: u64, paragraphs: usize) -> Self {
        let mut random = Random::new(seed);
        let paragraphs = (0..paragraphs).map(|_| paragraph(&mut random)).collect();
        Self { random, paragraphs }
    }

    /// A change somewhere.
    pub fn change(&mut self) -> Change {
        let paragraph = self.random.below(self.paragraphs.len());
        let clause = self.random.below(self.paragraphs[paragraph].len());
        let phrase = *self.random.pick(&[Phrase::Opening, Phrase::Object, Phrase::Ending]);
        let kind = self.random.below(KINDS + QUOTING.len());
        let kind = kind.checked_sub(KINDS).map_or(kind, |quoting| QUOTING.start + quoting);
        Change { kind, paragraph, clause, phrase }
    }

    /// The change led astray, and how; `None` where there is nowhere to go.
    pub fn astray(&mut self, change: Change) -> Option<(Change, Astray)> {
        let how = *self.random.pick(&[Astray::Provision, Astray::Sentence, Astray::Words]);
        let quotes = QUOTING.contains(&change.kind);
        let clauses = &self.paragraphs[change.paragraph];
        let moved = match how {
            Astray::Provision => {
                let by = 1 + self.random.below(self.paragraphs.len() - 1);
                let paragraph = (change.paragraph + by) % self.paragraphs.len();
                let clause = self.random.below(self.paragraphs[paragraph].len());
                Change { paragraph, clause, ..change }
            }
            Astray::Sentence if change.kind >= 2 => {
                let group = clauses[change.clause].group;
                let others: Vec<usize> =
                    (0..clauses.len()).filter(|at| clauses[*at].group != group).collect();
                let clause = *others.get(self.random.below(others.len()))?;
                Change { clause, ..change }
            }
            Astray::Words if quotes => {
                let others = [Phrase::Opening, Phrase::Object, Phrase::Ending];
                let others: Vec<Phrase> =
                    others.into_iter().filter(|other| *other != change.phrase).collect();
                Change { phrase: *self.random.pick(&others), ..change }
            }
            Astray::Sentence | Astray::Words => return None,
        };
        Some((moved, how))
    }

    /// The compendium of one language with these changes as its amendments.
    pub fn compendium(&self, french: bool, changes: &[Change]) -> String {
        let mut out = String::from(match french {
            false => "Doc. 9 – Compendium of written amendments\n\nLakes\n\nA. Draft resolution\n",
            true => "Doc. 9 – Recueil des amendements écrits\n\nLacs\n\nA. Projet de résolution\n",
        });
        for (at, clauses) in self.paragraphs.iter().enumerate() {
            let _ = write!(out, "\n{}. {}\n", at + 1, text(clauses, french));
        }
        for (at, change) in changes.iter().enumerate() {
            let wording = self.wording(*change, french);
            let _ = match french {
                false => write!(
                    out,
                    "\nAmendment {}\n\nTabled by Ms Ada REED\n\nIn the draft resolution, {wording}\n",
                    at + 1
                ),
                true => write!(
                    out,
                    "\nAmendement {}\n\nDéposé par Mme Ada REED\n\nDans le projet de résolution, {wording}\n",
                    at + 1
                ),
            };
        }
        out
    }

    /// The correspondence of the sentences of each paragraph, as a table office would set it: the
    /// sizes of its groups.
    pub fn groups(&self) -> Vec<Vec<(u32, u32)>> {
        let of = |clauses: &Vec<Clause>| {
            let groups = clauses.last().map_or(0, |last| last.group + 1);
            let size = |group: usize| {
                let inside = || clauses.iter().filter(|clause| clause.group == group);
                let span = |sentence: &dyn Fn(&Clause) -> usize| {
                    let (low, high) = (inside().map(sentence).min(), inside().map(sentence).max());
                    (high.unwrap_or(0) - low.unwrap_or(0) + 1) as u32
                };
                (span(&|clause| clause.sentence.0), span(&|clause| clause.sentence.1))
            };
            (0..groups).map(size).collect()
        };
        self.paragraphs.iter().map(of).collect()
    }

    /// Whether the groups from that of a change to the second behind it are one sentence in each
    /// language.
    fn is_alone(&self, change: Change) -> bool {
        let clauses = &self.paragraphs[change.paragraph];
        let group = clauses[change.clause].group;
        (group..=group + 2).all(|group| clauses.iter().filter(|c| c.group == group).count() <= 1)
    }

    fn wording(&self, change: Change, french: bool) -> String {
        let number = change.paragraph + 1;
        let clauses = &self.paragraphs[change.paragraph];
        let clause = &clauses[change.clause];
        let own = side(clause.sentence, french);
        let inside = clauses.iter().filter(|other| other.group == clause.group);
        let sentences = inside.map(|other| side(other.sentence, french));
        let (low, high) = (sentences.clone().min().unwrap_or(own), sentences.max().unwrap_or(own));
        let nth = |sentence: usize| side(ORDINALS[sentence], french);
        let words = clause.phrase(change.phrase, french);
        let (one, last) = (nth(low), nth(high));
        let of = |group: usize| {
            let of = clauses.iter().filter(|other| other.group == group);
            let sentences = of.map(|other| side(other.sentence, french));
            Some((sentences.clone().min()?, sentences.max()?))
        };
        let groups = clauses.last().map_or(0, |last| last.group + 1);
        // Where there is no such place for both languages, the sentence is named by its number.
        let kind = match (change.kind, of(clause.group + 1), of(clause.group + 2)) {
            (8, Some(_), _) => 8,
            (8, None, _) => 3,
            (9, ..) if clause.group + 2 == groups && self.is_alone(change) => 9,
            (10, _, Some(_)) if self.is_alone(change) => 10,
            (9 | 10, ..) => 2,
            (kind, ..) => kind,
        };
        let next = of(clause.group + 1).map_or(high, |(low, _)| low);
        let apart = of(clause.group + 2).map_or(high, |(low, _)| low);
        let (next, apart) = (nth(next), nth(apart));
        match (kind, french) {
            (0, false) => format!("delete paragraph {number}."),
            (0, true) => format!("supprimer le paragraphe {number}."),
            (1, false) => format!(
                "after paragraph {number}, insert the following paragraph: “Swans are fed.”"
            ),
            (1, true) => format!(
                "après le paragraphe {number}, insérer le paragraphe suivant: «Les cygnes sont nourris.»"
            ),
            (2, false) if low == high => format!("paragraph {number}, delete the {one} sentence."),
            (2, false) => format!("paragraph {number}, delete the {one} and {last} sentences."),
            (2, true) if low == high => format!("paragraphe {number}, supprimer la {one} phrase."),
            (2, true) => format!("paragraphe {number}, supprimer les {one} et {last} phrases."),
            (3, false) => format!(
                "paragraph {number}, after the {last} sentence, insert the following sentence: “It rains.”"
            ),
            (3, true) => format!(
                "paragraphe {number}, après la {last} phrase, insérer la phrase suivante: «Il pleut.»"
            ),
            (4, false) => format!(
                "paragraph {number}, at the end of the {last} sentence, insert the following words: “, and rests”"
            ),
            (4, true) => format!(
                "paragraphe {number}, à la fin de la {last} phrase, insérer les mots suivants: «, et se repose»"
            ),
            (8, false) => format!(
                "paragraph {number}, between the {last} and {next} sentences, insert the following sentence: “It rains.”"
            ),
            (8, true) => format!(
                "paragraphe {number}, entre les {last} et {next} phrases, insérer la phrase suivante: «Il pleut.»"
            ),
            (9, false) => format!("paragraph {number}, delete the penultimate sentence."),
            (9, true) => format!("paragraphe {number}, supprimer l'avant-dernière phrase."),
            (10, false) => format!("paragraph {number}, delete the {one} and {apart} sentences."),
            (10, true) => format!("paragraphe {number}, supprimer les {one} et {apart} phrases."),
            (5, false) => format!(
                "paragraph {number}, {} sentence, replace the words “{words}” with the following words: “old oars”",
                nth(own)
            ),
            (5, true) => format!(
                "paragraphe {number}, {} phrase, remplacer les mots «{words}» par les mots suivants: «de vieilles rames»",
                nth(own)
            ),
            (6, false) => {
                format!("paragraph {number}, {} sentence, delete the words “{words}”.", nth(own))
            }
            (6, true) => {
                format!("paragraphe {number}, {} phrase, supprimer les mots «{words}».", nth(own))
            }
            (_, false) => format!(
                "paragraph {number}, {} sentence, after the words “{words}” insert the following words: “and rafts”",
                nth(own)
            ),
            (_, true) => format!(
                "paragraphe {number}, {} phrase, après les mots «{words}», insérer les mots suivants: «et radeaux»",
                nth(own)
            ),
        }
    }
}

fn side<T>(both: (T, T), french: bool) -> T {
    if french { both.1 } else { both.0 }
}

/// One to four clauses; a sentence of one language is at most two of the other.
fn paragraph(random: &mut Random) -> Vec<Clause> {
    let mut clauses: Vec<Clause> = Vec::new();
    for _ in 0..1 + random.below(4) {
        let before = clauses.last().copied();
        // Never three in one group: that would need the group before to be one clause long.
        let alone = clauses.len() < 2
            || clauses[clauses.len() - 2].group != clauses[clauses.len() - 1].group;
        let joined = before.is_some() && alone && random.once_in(5);
        let english = random.once_in(2);
        let mut clause = Clause {
            opening: *random.pick(&OPENINGS),
            verb: *random.pick(&VERBS),
            object: *random.pick(&OBJECTS),
            ending: *random.pick(&ENDINGS),
            fronted: random.once_in(6),
            sentence: (0, 0),
            group: 0,
        };
        if let Some(before) = before {
            while clause.opening == before.opening {
                clause.opening = *random.pick(&OPENINGS);
            }
            while clause.object == before.object {
                clause.object = *random.pick(&OBJECTS);
            }
            while clause.ending == before.ending {
                clause.ending = *random.pick(&ENDINGS);
            }
            clause.group = before.group + usize::from(!joined);
            clause.sentence = (
                before.sentence.0 + usize::from(!(joined && english)),
                before.sentence.1 + usize::from(!joined || english),
            );
            clause.fronted &= !joined;
        }
        clauses.push(clause);
    }
    clauses
}

impl Clause {
    fn phrase(&self, phrase: Phrase, french: bool) -> &'static str {
        let both = match phrase {
            // Without its first word, which a capital may change.
            Phrase::Opening => {
                let rest = |text: &'static str| {
                    text.split_once([' ', '\'']).map_or(text, |(_, rest)| rest)
                };
                (rest(self.opening.0), rest(self.opening.1))
            }
            Phrase::Object => self.object,
            Phrase::Ending if self.fronted => {
                let rest = |text: &'static str| text.split_once(' ').map_or(text, |(_, rest)| rest);
                (rest(self.ending.0), rest(self.ending.1))
            }
            Phrase::Ending => self.ending,
        };
        side(both, french)
    }

    fn text(&self, french: bool) -> String {
        let pick = |both: Both| side(both, french);
        let (opening, verb) = (pick(self.opening), pick(self.verb));
        let (object, ending) = (pick(self.object), pick(self.ending));
        match french && self.fronted {
            true => format!("{}, {} {verb} {object}", capital(ending), small(opening)),
            false => format!("{opening} {verb} {object} {ending}"),
        }
    }
}

fn text(clauses: &[Clause], french: bool) -> String {
    let mut out = String::new();
    let mut before = None;
    for clause in clauses {
        let sentence = side(clause.sentence, french);
        let text = clause.text(french);
        match before {
            None => out.push_str(&text),
            Some(same) if same == sentence => {
                let _ = write!(out, "{}{}", if french { ", et " } else { ", and " }, small(&text));
            }
            Some(_) => {
                let _ = write!(out, ". {text}");
            }
        }
        before = Some(sentence);
    }
    out.push('.');
    out
}

fn small(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |first| first.to_lowercase().chain(chars).collect())
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |first| first.to_uppercase().chain(chars).collect())
}
