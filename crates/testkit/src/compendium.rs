//! Seeded compendia of any size, in English or French, that need no memory for their amendments.
//!
//! Everything follows from the seed and a position: paragraph *n* and wording *k* are computed when
//! they are asked for, so a file of a million amendments streams. What is built in to hurt:
//!
//! - three amendments of ten stand in one paragraph, [`Compendium::crowded`];
//! - one in twenty has the wording of an earlier one, with other quotation marks or another verb;
//! - every seventh paragraph is a list; sentences hold abbreviations, rule numbers and quotations;
//! - wordings vary in verb, colon, comma, quotation marks and line breaks, and some do several
//!   things at one place.
//!
//! Every wording has exactly one meaning in its draft: its quoted words carry the number of a
//! harbour, and no two sentences share one.

use crate::random::Random;
use crate::suite::draft::read;
use std::fmt::Write as _;
use std::io;
use text::{Draft, Lang};

/// A compendium by its measures.
#[derive(Clone, Copy, Debug)]
pub struct Compendium {
    /// English, or French for [`Lang::FR`].
    pub lang: Lang,
    /// How many amendments.
    pub amendments: usize,
    /// How many paragraphs at the top of the draft; about 240 bytes each.
    pub paragraphs: usize,
    /// Where everything follows from.
    pub seed: u64,
}

/// What stands around the numbers in one language.
struct Words {
    sentences: [(&'static str, &'static str); 4],
    list: &'static str,
    items: (&'static str, &'static str),
    frame: &'static str,
    anchor: &'static str,
    ordinals: [&'static str; 4],
    payload: (&'static str, &'static str),
    sentence: (&'static str, &'static str),
    quotes: [(&'static str, &'static str); 2],
    colons: [&'static str; 2],
    verbs: [&'static str; 2],
    by: [&'static str; 2],
    head: &'static str,
    foot: &'static str,
    amendment: &'static str,
    tabled: &'static str,
    note: &'static str,
}

static ENGLISH: Words = Words {
    sentences: [
        ("The Assembly counts the boats of harbour ", " by day and by night."),
        ("It notes that the lamps of harbour ", " are old, that pilots are few and fog is common."),
        ("Mr. Lund recalls Rule 8.1 of harbour ", ", also called “the rule of lamps”."),
        ("In winter the ferries of harbour ", " keep to the marked channel."),
    ],
    list: "The council of the lakes decides:",
    items: ("to light the lamps of harbour ", ""),
    frame: "In the draft resolution, ",
    anchor: "harbour ",
    ordinals: ["first", "second", "third", "fourth"],
    payload: ("harbour ", ", where the lamps are counted every spring"),
    sentence: ("The pilots of harbour ", " are thanked for their patience in the fog."),
    quotes: [("“", "”"), ("\"", "\"")],
    colons: [": ", ":\n"],
    verbs: ["insert", "add"],
    by: ["with", "by"],
    head: "Doc. 900 – Compendium of written amendments\n01/02/2032\n\nThe boats of all harbours\n\n\
           A. Draft resolution\n\n",
    foot: "",
    amendment: "Amendment ",
    tabled: "Tabled by Ms Ada LINDQVIST, Mr Bruno CASTELL, Ms Nora FENN, Mr Jan WEIR, Ms Ilse MOOR",
    note: "Explanatory note",
};

static FRENCH: Words = Words {
    sentences: [
        ("L'Assemblée compte les bateaux du port ", " de jour comme de nuit."),
        (
            "Elle constate que les lampes du port ",
            " sont vieilles et que le brouillard est fréquent.",
        ),
        ("M. Lund rappelle l'article 8.1 du port ", ", dit «règle des lampes»."),
        ("En hiver, les bacs du port ", " suivent le chenal balisé."),
    ],
    list: "Le conseil des lacs décide:",
    items: ("d'allumer les lampes du port ", ""),
    frame: "Dans le projet de résolution, ",
    anchor: "port ",
    ordinals: ["première", "deuxième", "troisième", "quatrième"],
    payload: ("port ", ", où les lampes sont comptées chaque printemps"),
    sentence: ("Les pilotes du port ", " sont remerciés de leur patience dans le brouillard."),
    quotes: [("«", "»"), ("« ", " »")],
    colons: [": ", ":\n"],
    verbs: ["insérer", "ajouter"],
    by: ["par", "par"],
    head: "Doc. 900 – Recueil des amendements écrits\n01/02/2032\n\nLes bateaux de tous les ports\n\n\
           A. Projet de résolution\n\n",
    foot: "",
    amendment: "Amendement ",
    tabled: "Déposé par Mme Ada LINDQVIST, M. Bruno CASTELL, Mme Nora FENN, M. Jan WEIR",
    note: "Note explicative",
};

/// Sentences in a paragraph that is not a list.
const SENTENCES: usize = 4;
/// Items in a list.
const ITEMS: usize = 3;

impl Compendium {
    /// A compendium with as many paragraphs as suit so many amendments: at most 1 MB of them.
    pub fn new(amendments: usize, lang: Lang, seed: u64) -> Self {
        Self { lang, amendments, paragraphs: (amendments / 2).clamp(10, 4_000), seed }
    }

    /// The number of the paragraph in which three amendments of ten stand.
    pub fn crowded(&self) -> usize {
        let middle = self.paragraphs / 2 + 1;
        if is_list(middle) { middle + 1 } else { middle }
    }

    fn words(&self) -> &'static Words {
        if self.lang == Lang::FR { &FRENCH } else { &ENGLISH }
    }

    /// Appends paragraph `number` (from 1), its list items on lines of their own.
    pub fn paragraph(&self, number: usize, to: &mut String) {
        let words = self.words();
        let _ = write!(to, "{number}. ");
        if is_list(number) {
            to.push_str(words.list);
            for item in 1..=ITEMS {
                let mark = if item == ITEMS { '.' } else { ';' };
                let (before, after) = words.items;
                let harbour = harbour(number, item - 1);
                let _ = write!(to, "\n{number}.{item}. {before}{harbour}{after}{mark}");
            }
        } else {
            for at in 0..SENTENCES {
                let (before, after) = words.sentences[(number + at) % words.sentences.len()];
                let space = if at == 0 { "" } else { " " };
                let _ = write!(to, "{space}{before}{}{after}", harbour(number, at));
            }
        }
        to.push('\n');
    }

    /// The draft as a value.
    pub fn draft(&self) -> Draft {
        let mut lines = String::new();
        for number in 1..=self.paragraphs {
            self.paragraph(number, &mut lines);
        }
        read(&lines, self.lang)
    }

    /// Appends the wording of amendment `number` (from 1).
    pub fn wording(&self, number: usize, to: &mut String) {
        let repeats = number % 20 == 7 && number > 7;
        let content = if repeats { number - 6 } else { number };
        let random = |salt: u64| {
            let at = (number as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
            Random::new(self.seed ^ salt ^ at)
        };
        let mut what =
            Random::new(self.seed ^ (content as u64).wrapping_mul(0xd134_2543_de82_ef95));
        let surface = Surface::of(self.words(), &mut random(0x5eed));
        let paragraph =
            if what.below(10) < 3 { self.crowded() } else { 1 + what.below(self.paragraphs) };
        let serial = what.next() >> 24;
        let edit = Edit { words: self.words(), surface, paragraph, serial, lang: self.lang };
        edit.write(&mut what, to);
    }

    /// Appends the wording of amendment `number` (from 1) of a set that can be adopted as a whole:
    /// each inserts words in a sentence or item of its own. There are three for each paragraph.
    pub fn compatible(&self, number: usize, to: &mut String) {
        let (paragraph, at) = (number % self.paragraphs + 1, number / self.paragraphs % ITEMS);
        let mut random = Random::new(self.seed ^ number as u64);
        let surface = Surface::of(self.words(), &mut random);
        let (words, serial, french) = (self.words(), number as u64, self.lang == Lang::FR);
        let edit = Edit { words, surface, paragraph, serial, lang: self.lang };
        to.push_str(words.frame);
        edit.insert_after(at, french, to);
    }

    /// Writes the compendium: the draft, then the amendments in the order of their numbers.
    pub fn write(&self, out: &mut dyn io::Write) -> io::Result<()> {
        let (words, mut wording) = (self.words(), String::new());
        let mut buffer = String::with_capacity(1 << 16);
        out.write_all(words.head.as_bytes())?;
        for number in 1..=self.paragraphs {
            self.paragraph(number, &mut buffer);
            flush(&mut buffer, out)?;
        }
        for number in 1..=self.amendments {
            let _ = write!(buffer, "\n{}{number}\n\n{}\n\n", words.amendment, words.tabled);
            wording.clear();
            self.wording(number, &mut wording);
            buffer.push_str(&wording.replace('\n', "\n\n"));
            buffer.push('\n');
            if number % 10 == 0 {
                let (before, after) = words.sentence;
                let _ = write!(buffer, "\n{}\n\n{before}{number}{after}\n", words.note);
            }
            flush(&mut buffer, out)?;
        }
        out.write_all(buffer.as_bytes())?;
        out.write_all(words.foot.as_bytes())
    }
}

/// Empties the buffer when it is well filled.
fn flush(buffer: &mut String, out: &mut dyn io::Write) -> io::Result<()> {
    if buffer.len() > 60_000 {
        out.write_all(buffer.as_bytes())?;
        buffer.clear();
    }
    Ok(())
}

fn is_list(paragraph: usize) -> bool {
    paragraph.is_multiple_of(7)
}

/// The number of a harbour that only this sentence or item names: no number is the beginning of
/// another one in the same paragraph, because all have as many figures.
fn harbour(paragraph: usize, at: usize) -> usize {
    10_000 + paragraph * 10 + at
}

/// How a wording looks, apart from what it says.
struct Surface {
    quotes: (&'static str, &'static str),
    colon: &'static str,
    verb: &'static str,
    by: &'static str,
    comma: &'static str,
}

impl Surface {
    fn of(words: &Words, random: &mut Random) -> Self {
        Self {
            quotes: *random.pick(&words.quotes),
            colon: *random.pick::<&str>(&words.colons),
            verb: *random.pick::<&str>(&words.verbs),
            by: *random.pick::<&str>(&words.by),
            comma: if random.once_in(4) { "" } else { "," },
        }
    }
}

/// One wording: where, what, and how it looks.
struct Edit {
    words: &'static Words,
    surface: Surface,
    paragraph: usize,
    serial: u64,
    lang: Lang,
}

impl Edit {
    fn write(&self, random: &mut Random, to: &mut String) {
        let french = self.lang == Lang::FR;
        to.push_str(self.words.frame);
        let at = random.below(if is_list(self.paragraph) { ITEMS } else { SENTENCES });
        match (random.below(100), is_list(self.paragraph)) {
            (0..60, true) | (0..40, false) => self.replace_words(at, french, to),
            (60.., true) | (86..93, false) => self.insert_paragraph(at, french, to),
            (40..60, false) => self.insert_after(at, french, to),
            (60..75, false) => self.end_of_sentence(at, french, to),
            (75..86, false) => self.replace_sentence(at, french, to),
            (93..98, false) => self.end_of_paragraph(french, to),
            (98.., false) => self.several(at, french, to),
        }
    }

    /// The number cited: of the paragraph, or of the item of a list.
    fn number(&self, at: usize) -> String {
        if is_list(self.paragraph) {
            format!("{}.{}", self.paragraph, at + 1)
        } else {
            self.paragraph.to_string()
        }
    }

    fn anchor(&self, at: usize) -> String {
        let (open, close) = self.surface.quotes;
        format!("{open}{}{}{close}", self.words.anchor, harbour(self.paragraph, at))
    }

    fn payload(&self) -> String {
        let ((open, close), (before, after)) = (self.surface.quotes, self.words.payload);
        format!("{open}{before}{}{after}{close}", 100_000 + self.serial)
    }

    fn sentence(&self) -> String {
        let ((open, close), (before, after)) = (self.surface.quotes, self.words.sentence);
        format!("{open}{before}{}{after}{close}", 100_000 + self.serial)
    }

    fn replace_words(&self, at: usize, french: bool, to: &mut String) {
        let (number, anchor, payload) = (self.number(at), self.anchor(at), self.payload());
        let Surface { colon, by, .. } = self.surface;
        let _ = if french {
            write!(
                to,
                "paragraphe {number}, remplacer les mots {anchor} {by} les mots suivants{colon}{payload}"
            )
        } else {
            write!(
                to,
                "paragraph {number}, replace the words {anchor} {by} the following words{colon}{payload}"
            )
        };
    }

    fn insert_after(&self, at: usize, french: bool, to: &mut String) {
        let (number, anchor, payload) = (self.number(at), self.anchor(at), self.continuation());
        let Surface { colon, verb, comma, .. } = self.surface;
        let _ = if french {
            write!(
                to,
                "paragraphe {number}, après les mots {anchor}{comma} {verb} les mots suivants{colon}{payload}"
            )
        } else {
            write!(
                to,
                "paragraph {number}, after the words {anchor}{comma} {verb} the following words{colon}{payload}"
            )
        };
    }

    /// A payload that goes on with a sentence.
    fn continuation(&self) -> String {
        let ((open, close), (before, after)) = (self.surface.quotes, self.words.payload);
        let and = if self.lang == Lang::FR { ", puis du " } else { ", then of " };
        format!("{open}{and}{before}{}{after}{close}", 100_000 + self.serial)
    }

    fn end_of_sentence(&self, at: usize, french: bool, to: &mut String) {
        let (number, nth, payload) =
            (self.number(at), self.words.ordinals[at], self.continuation());
        let Surface { colon, verb, .. } = self.surface;
        let _ = if french {
            write!(
                to,
                "paragraphe {number}, à la fin de la {nth} phrase, {verb} les mots suivants{colon}{payload}"
            )
        } else {
            write!(
                to,
                "paragraph {number}, at the end of the {nth} sentence, {verb} the following words{colon}{payload}"
            )
        };
    }

    fn replace_sentence(&self, at: usize, french: bool, to: &mut String) {
        let (number, nth, sentence) = (self.number(at), self.words.ordinals[at], self.sentence());
        let Surface { colon, by, .. } = self.surface;
        let _ = if french {
            write!(
                to,
                "paragraphe {number}, remplacer la {nth} phrase {by} la phrase suivante{colon}{sentence}"
            )
        } else {
            write!(
                to,
                "paragraph {number}, replace the {nth} sentence {by} the following sentence{colon}{sentence}"
            )
        };
    }

    fn insert_paragraph(&self, at: usize, french: bool, to: &mut String) {
        let (number, sentence) = (self.number(at), self.sentence());
        let Surface { colon, verb, .. } = self.surface;
        let _ = if french {
            write!(
                to,
                "après le paragraphe {number}, {verb} le paragraphe suivant{colon}{sentence}"
            )
        } else {
            write!(to, "after paragraph {number}, {verb} the following paragraph{colon}{sentence}")
        };
    }

    fn end_of_paragraph(&self, french: bool, to: &mut String) {
        let (number, sentence) = (self.paragraph, self.sentence());
        let Surface { colon, verb, .. } = self.surface;
        let _ = if french {
            write!(
                to,
                "à la fin du paragraphe {number}, {verb} la phrase suivante{colon}{sentence}"
            )
        } else {
            write!(
                to,
                "at the end of paragraph {number}, {verb} the following sentence{colon}{sentence}"
            )
        };
    }

    fn several(&self, at: usize, french: bool, to: &mut String) {
        let (number, first, payload) = (self.number(at), self.anchor(at), self.payload());
        let second = self.anchor((at + 1) % SENTENCES);
        let _ = if french {
            write!(
                to,
                "paragraphe {number}, remplacer {first} par {payload}, et supprimer {second}"
            )
        } else {
            write!(to, "paragraph {number}, replace {first} with {payload}, and delete {second}")
        };
    }
}
