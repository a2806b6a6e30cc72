//! Drafts and amendments by the seed, made to hurt: repeated words, nested quotation marks,
//! abbreviations, lists with closing text, references, insertions at one point, crossing ranges.

use crate::random::Random;
use instruction::style::{Language, language};
use instruction::{
    Edge, Frame, Instruction, Locator, Occurrence, Operation, Payload, PayloadUnit, Provisions,
    Quote, Sentences, Subject, Unit, WordsAt,
};
use text::{Block, Child, Draft, Fragment, Index, Lang, Part, Provision, TextKind};

/// One language version of a dossier without its wordings: a draft and instructions to it.
#[derive(Clone, Debug)]
pub struct Papers {
    /// The language.
    pub language: &'static Language,
    /// The draft: one resolution.
    pub draft: Draft,
    /// Its positions.
    pub index: Index,
    /// Canonical instructions; not every one has exactly one place.
    pub instructions: Vec<Instruction<Locator>>,
}

/// The words that papers of one language are made of.
struct Vocabulary {
    openings: &'static [&'static str],
    verbs: &'static [&'static str],
    objects: &'static [&'static str],
    endings: &'static [&'static str],
    items: &'static [&'static str],
    words: &'static [&'static str],
    heading: &'static str,
    quote: (&'static str, &'static str),
}

static ENGLISH: Vocabulary = Vocabulary {
    openings: &[
        "The Assembly",
        "The council of the lakes",
        "It",
        "Mr. Lund",
        "In the fog, the pilot",
        "Each harbour",
    ],
    verbs: &["counts", "recalls", "keeps", "lights", "asks for", "thanks"],
    objects: &[
        "the boats",
        "the small boats",
        "the lamps",
        "the lamps of the old harbour",
        "the report no. 7",
        "the ferries and the boats",
        "the rules of paragraph 2 above",
        "the words “fog and lamps”",
    ],
    endings: &["", " by day", " by night", " every year", ", even in winter", " on the 20th day"],
    items: &[
        "counting the boats",
        "lighting the lamps",
        "keeping the pilots awake",
        "closing the harbour in fog",
    ],
    words: &[
        "ships",
        "rafts",
        ", and rafts,",
        "large",
        "always",
        "and the old ferries",
        "with care; slowly",
    ],
    heading: "Draft resolution",
    quote: ("“", "”"),
};

static FRENCH: Vocabulary = Vocabulary {
    openings: &[
        "L'Assemblée",
        "Le conseil des lacs",
        "Elle",
        "M. Lund",
        "Dans la brume, le pilote",
        "Chaque port",
    ],
    verbs: &["compte", "rappelle", "garde", "éclaire", "demande", "remercie"],
    objects: &[
        "les bateaux",
        "les petits bateaux",
        "les lampes",
        "les lampes de l'ancien port",
        "le rapport no 7",
        "les bacs et les bateaux",
        "les règles du paragraphe 2 ci-dessus",
        "les mots «brume et lampes»",
    ],
    endings: &["", " le jour", " la nuit", " chaque année", ", même en hiver", " le 20e jour"],
    items: &[
        "à compter les bateaux",
        "à allumer les lampes",
        "à tenir les pilotes éveillés",
        "à fermer le port",
    ],
    words: &[
        "navires",
        "radeaux",
        ", et les radeaux,",
        "grand",
        "toujours",
        "et les anciens bacs",
        "avec soin; lentement",
    ],
    heading: "Projet de résolution",
    quote: ("«", "»"),
};

/// Papers by the seed: about `paragraphs` paragraphs and exactly `amendments` instructions.
///
/// Languages other than English and French write their texts in English words.
pub fn papers(seed: u64, lang: Lang, paragraphs: usize, amendments: usize) -> Papers {
    let language = language(lang).unwrap_or_else(|| instruction::style::languages()[0]);
    let words = if lang == Lang::FR { &FRENCH } else { &ENGLISH };
    let mut maker = Maker { random: Random::new(seed), words };
    let draft = maker.draft(lang, paragraphs.max(1));
    let index = Index::new(&draft, &language.tables.sentences);
    let instructions = (0..amendments).map(|_| maker.instruction(&index)).collect();
    Papers { language, draft, index, instructions }
}

struct Maker {
    random: Random,
    words: &'static Vocabulary,
}

impl Maker {
    fn draft(&mut self, lang: Lang, paragraphs: usize) -> Draft {
        let children = (1..=paragraphs)
            .map(|number| Child::Provision(self.provision(&number.to_string(), 0)))
            .collect();
        let part = Part {
            letter: "A".into(),
            kind: TextKind::Resolution,
            heading: self.words.heading.into(),
            title: Some(Block::plain(self.sentence().trim_end_matches('.'))),
            children,
        };
        Draft { lang, parts: vec![part] }
    }

    fn provision(&mut self, number: &str, depth: usize) -> Provision {
        if depth < 2 && self.random.once_in(4) {
            return self.list(number, depth);
        }
        let sentences = 1 + self.random.below(4);
        let text: Vec<String> = (0..sentences).map(|_| self.sentence()).collect();
        Provision::plain(number, text.join(" "))
    }

    /// A provision with sub-provisions that end in semicolons, and now and then closing text.
    fn list(&mut self, number: &str, depth: usize) -> Provision {
        let opening = format!(
            "{} {}:",
            self.random.pick(self.words.openings),
            self.random.pick(self.words.verbs)
        );
        let mut children = vec![Child::Block(Block::plain(opening))];
        let count = 2 + self.random.below(3);
        let closing = self.random.once_in(4);
        for item in 1..=count {
            let number = format!("{number}.{item}");
            if depth == 0 && self.random.once_in(8) {
                children.push(Child::Provision(self.list(&number, depth + 1)));
                continue;
            }
            let end = if item == count && !closing { "." } else { ";" };
            let text = format!(
                "{}{}{end}",
                self.random.pick(self.words.items),
                self.random.pick(self.words.endings)
            );
            children.push(Child::Provision(Provision::plain(number, text)));
        }
        if closing {
            children.push(Child::Block(Block::plain(self.sentence())));
        }
        Provision { number: number.into(), children, ..Provision::default() }
    }

    fn sentence(&mut self) -> String {
        let words = self.words;
        let random = &mut self.random;
        let (opening, verb) = (*random.pick(words.openings), *random.pick(words.verbs));
        format!("{opening} {verb} {}{}.", random.pick(words.objects), random.pick(words.endings))
    }

    fn instruction(&mut self, index: &Index) -> Instruction<Locator> {
        let id = self.random.below(index.provisions().len());
        let mut operations = vec![self.operation(index, id)];
        if self.random.once_in(6) {
            operations.push(self.operation(index, id));
        }
        let frame = Frame { subject: Subject::Draft(TextKind::Resolution, None), only: None };
        Instruction { frame, operations }
    }

    fn operation(&mut self, index: &Index, id: usize) -> Operation<Locator> {
        let entry = &index.provisions()[id];
        let unit = Unit::Provisions(Provisions::One(entry.number.clone()));
        let whole = Locator { unit, ..Locator::default() };
        let sentences = index.sentences_of(entry.opening).len() as u32;
        let sentence = Locator {
            sentences: Some(if self.random.once_in(3) {
                Sentences::Last
            } else {
                Sentences::Nth(1 + self.random.below(sentences as usize) as u32)
            }),
            ..whole.clone()
        };
        match self.random.below(12) {
            0 => Operation::Delete { at: whole },
            1 => Operation::Replace { at: whole, with: self.paragraph() },
            2 => {
                let edge = if self.random.once_in(3) { Edge::Before } else { Edge::After };
                Operation::Insert { edge, at: whole, what: self.paragraph() }
            }
            3 => Operation::Insert { edge: Edge::End, at: whole, what: self.any() },
            4 => Operation::Insert { edge: Edge::Beginning, at: whole, what: self.any() },
            5 => Operation::Replace { at: sentence, with: self.one_sentence() },
            6 => Operation::Delete { at: sentence },
            7 => Operation::Insert { edge: Edge::After, at: sentence, what: self.one_sentence() },
            8 => Operation::Insert { edge: Edge::End, at: sentence, what: self.some_words() },
            9 => Operation::Replace { at: self.quoted(index, id, whole), with: self.some_words() },
            10 => Operation::Delete { at: self.quoted(index, id, whole) },
            _ => Operation::Insert {
                edge: if self.random.once_in(3) { Edge::Before } else { Edge::After },
                at: self.quoted(index, id, whole),
                what: self.some_words(),
            },
        }
    }

    /// Some words of the provision, quoted.
    fn quoted(&mut self, index: &Index, id: usize, whole: Locator) -> Locator {
        let opening = index.provisions()[id].opening;
        let text = index.block_at(opening).map_or("", |block| block.span.of(index.text()));
        let all: Vec<&str> = text.split(' ').collect();
        let from = self.random.below(all.len());
        let to = (from + 1 + self.random.below(4)).min(all.len());
        let words = all[from..to].join(" ");
        let words = words.trim_end_matches(['.', ',', ':', ';']);
        let balanced =
            words.matches(self.words.quote.0).count() == words.matches(self.words.quote.1).count();
        let text = if balanced { words.to_owned() } else { all[0].to_owned() };
        let (quote, occurrence) = (Quote::new(text), Occurrence::Only);
        Locator { words: Some(WordsAt::Quoted { quote, occurrence, context: None }), ..whole }
    }

    fn any(&mut self) -> Payload {
        if self.random.once_in(2) { self.one_sentence() } else { self.some_words() }
    }

    fn some_words(&mut self) -> Payload {
        Payload::one(PayloadUnit::Words, Fragment::plain(*self.random.pick(self.words.words)))
    }

    fn one_sentence(&mut self) -> Payload {
        Payload::one(PayloadUnit::Sentences, Fragment::plain(self.sentence()))
    }

    fn paragraph(&mut self) -> Payload {
        Payload::one(PayloadUnit::Provisions, Fragment::plain(self.sentence()))
    }
}
