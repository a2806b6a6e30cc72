//! Drafts and amendments by the seed, made to hurt: repeated words, nested and unmatched quotation marks,
//! abbreviations, lists with closing text, references, two parts, insertions at one point, crossing
//! ranges, neighbours whose deletions together remove an anchor, paragraphs replaced by several.

use crate::random::Random;
use instruction::style::{Language, language};
use instruction::{
    Context, Edge, Frame, Instruction, Locator, Occurrence, Operation, Payload, PayloadParagraph,
    PayloadUnit, Provisions, Quote, Sentences, Subject, Unit, WordsAt,
};
use text::{Block, Child, Draft, Fragment, Index, Lang, Part, Provision, TextKind};

/// One language version of a dossier without its wordings: a draft and instructions to it.
#[derive(Clone, Debug)]
pub struct Papers {
    /// The language.
    pub language: &'static Language,
    /// The draft: a resolution, and now and then a recommendation behind it.
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
    headings: [&'static str; 2],
    conjunction: &'static str,
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
        "the words “fog “and” lamps”",
        "the words “fog “and lamps”",
        "boats, lamps, etc.",
        "the boats (and the lamps)",
        "the boats; the lamps",
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
        "; rafts too",
        "(by night)",
        "the “blue” lamps.",
    ],
    headings: ["Draft resolution", "Draft recommendation"],
    conjunction: "and",
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
        "les mots «brume «et» lampes»",
        "les mots «brume «et lampes»",
        "les bateaux, les lampes, etc.",
        "les bateaux (et les lampes)",
        "les bateaux; les lampes",
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
        "; les radeaux aussi",
        "(la nuit)",
        "les lampes «bleues».",
    ],
    headings: ["Projet de résolution", "Projet de recommandation"],
    conjunction: "et",
    quote: ("«", "»"),
};

/// Papers by the seed: about `paragraphs` paragraphs and exactly `amendments` instructions.
///
/// Languages other than English and French write their texts in English words.
pub fn papers(seed: u64, lang: Lang, paragraphs: usize, amendments: usize) -> Papers {
    let language = language(lang).unwrap_or_else(|| instruction::style::languages()[0]);
    let words = if lang == Lang::FR { &FRENCH } else { &ENGLISH };
    let mut maker = Maker { random: Random::new(seed), words, hot: 0 };
    let draft = maker.draft(lang, paragraphs.max(1));
    let index = Index::new(&draft, &language.tables.sentences);
    let mut instructions = Vec::with_capacity(amendments);
    maker.hot = maker.random.below(index.provisions().len());
    while instructions.len() < amendments {
        match maker.random.below(8) {
            0 => maker.neighbours(&index, &mut instructions),
            _ => instructions.push(maker.instruction(&index)),
        }
    }
    instructions.truncate(amendments);
    Papers { language, draft, index, instructions }
}

struct Maker {
    random: Random,
    words: &'static Vocabulary,
    /// The provision that half of the amendments are about, so that they meet.
    hot: usize,
}

const KINDS: [TextKind; 2] = [TextKind::Resolution, TextKind::Recommendation];

impl Maker {
    fn draft(&mut self, lang: Lang, paragraphs: usize) -> Draft {
        let two = paragraphs > 1 && self.random.once_in(3);
        let second = if two { paragraphs / 3 } else { 0 };
        let counts = [paragraphs - second, second];
        let parts = counts.iter().enumerate().filter(|(_, count)| **count > 0);
        Draft { lang, parts: parts.map(|(at, count)| self.part(at, *count)).collect() }
    }

    fn part(&mut self, at: usize, paragraphs: usize) -> Part {
        let children = (1..=paragraphs)
            .map(|number| Child::Provision(self.provision(&number.to_string(), 0)))
            .collect();
        Part {
            letter: ["A", "B"][at].into(),
            kind: KINDS[at],
            heading: self.words.headings[at].into(),
            title: Some(Block::plain(self.sentence().trim_end_matches('.'))),
            children,
        }
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
        let (closing, joined) = (self.random.once_in(4), self.random.once_in(3));
        for item in 1..=count {
            let number = format!("{number}.{item}");
            if depth == 0 && self.random.once_in(8) {
                children.push(Child::Provision(self.list(&number, depth + 1)));
                continue;
            }
            let end = match (item == count && !closing, joined && item + 1 == count) {
                (true, _) => ".".to_owned(),
                (false, true) => format!("; {}", self.words.conjunction),
                (false, false) => ";".to_owned(),
            };
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
        let object = *random.pick(words.objects);
        let ending = *random.pick(words.endings);
        let full = format!("{opening} {verb} {object}{ending}");
        if full.ends_with('.') { full } else { full + "." }
    }

    fn instruction(&mut self, index: &Index) -> Instruction<Locator> {
        let any = self.random.below(index.provisions().len());
        let id = if self.random.once_in(2) { self.hot } else { any };
        let mut operations = vec![self.operation(index, id)];
        if self.random.once_in(6) {
            operations.push(self.operation(index, id));
        }
        self.framed(index, id, operations)
    }

    fn framed(
        &self,
        index: &Index,
        id: usize,
        operations: Vec<Operation<Locator>>,
    ) -> Instruction<Locator> {
        let kind = KINDS[index.provisions()[id].part as usize];
        Instruction { frame: Frame { subject: Subject::Draft(kind, None), only: None }, operations }
    }

    /// Words that cross from one sentence into the next, an amendment beside them, and the
    /// deletion of each of the two sentences: together they remove what neither removes alone.
    fn neighbours(&mut self, index: &Index, to: &mut Vec<Instruction<Locator>>) {
        let id = self.hot;
        let entry = &index.provisions()[id];
        let sentences = index.sentences_of(entry.opening);
        let [first, second, ..] = sentences else { return };
        let last_word = first.of(index.text()).rsplit(' ').next().unwrap_or("");
        let next_word = second.of(index.text()).split(' ').next().unwrap_or("");
        let crossing = format!("{last_word} {next_word}");
        let whole = self.whole(index, id);
        let anchor = Locator { words: Some(words_at(crossing)), ..whole.clone() };
        let sentence = |n| Locator { sentences: Some(Sentences::Nth(n)), ..whole.clone() };
        let (one, two) = (sentence(1), sentence(2));
        let what = self.some_words();
        let edge = if self.random.once_in(2) { Edge::Before } else { Edge::After };
        let beside = Operation::Insert { edge, at: anchor, what };
        for operation in [Operation::Delete { at: one }, beside, Operation::Delete { at: two }] {
            to.push(self.framed(index, id, vec![operation]));
        }
    }

    fn whole(&self, index: &Index, id: usize) -> Locator {
        let unit = Unit::Provisions(Provisions::One(index.provisions()[id].number.clone()));
        Locator { unit, ..Locator::default() }
    }

    fn operation(&mut self, index: &Index, id: usize) -> Operation<Locator> {
        let whole = self.whole(index, id);
        match self.random.below(17) {
            0 => Operation::Delete { at: whole },
            1 => Operation::Replace { at: whole, with: self.paragraphs() },
            2 => {
                let edge = if self.random.once_in(3) { Edge::Before } else { Edge::After };
                Operation::Insert { edge, at: whole, what: self.paragraphs() }
            }
            3 => Operation::Insert { edge: Edge::End, at: whole, what: self.any() },
            4 => Operation::Insert { edge: Edge::Beginning, at: whole, what: self.any() },
            5 => Operation::Replace {
                at: self.sentences(index, id, whole),
                with: self.some_sentences(),
            },
            6 => Operation::Delete { at: self.sentences(index, id, whole) },
            7 => {
                let edge = if self.random.once_in(3) { Edge::Before } else { Edge::After };
                let at = self.one_of(index, id, whole);
                Operation::Insert { edge, at, what: self.some_sentences() }
            }
            8 => {
                let edge = if self.random.once_in(3) { Edge::Beginning } else { Edge::End };
                let at = self.one_of(index, id, whole);
                Operation::Insert { edge, at, what: self.some_words() }
            }
            9 | 10 => {
                Operation::Replace { at: self.quoted(index, id, whole), with: self.some_words() }
            }
            11 => Operation::Delete { at: self.quoted(index, id, whole) },
            12 => self.stretch(index, id, whole),
            13 => self.range(index, id),
            14 => self.title(index, id),
            _ => Operation::Insert {
                edge: if self.random.once_in(3) { Edge::Before } else { Edge::After },
                at: self.anchor(index, id, whole),
                what: self.some_words(),
            },
        }
    }

    /// One sentence of the provision.
    fn one_of(&mut self, index: &Index, id: usize, whole: Locator) -> Locator {
        let count = index.sentences_of(index.provisions()[id].opening).len();
        let sentences = match self.random.once_in(3) {
            true => Sentences::Last,
            false => Sentences::Nth(1 + self.random.below(count) as u32),
        };
        Locator { sentences: Some(sentences), ..whole }
    }

    /// One or several sentences of the provision.
    fn sentences(&mut self, index: &Index, id: usize, whole: Locator) -> Locator {
        let count = index.sentences_of(index.provisions()[id].opening).len() as u32;
        let sentences = match self.random.below(4) {
            0 if count > 2 => Sentences::LastCount(2),
            1 if count > 1 => {
                let first = 1 + self.random.below(count as usize - 1) as u32;
                let most = (count - first) as usize;
                Sentences::Range(first, first + 1 + self.random.below(most) as u32)
            }
            _ => return self.one_of(index, id, whole),
        };
        Locator { sentences: Some(sentences), ..whole }
    }

    /// All words after or before others, or from some to others.
    fn stretch(&mut self, index: &Index, id: usize, whole: Locator) -> Operation<Locator> {
        let quote = Quote::new(self.some_of(index, id));
        let words = match self.random.below(4) {
            0 => WordsAt::AllAfter { after: quote },
            1 => WordsAt::AllBefore { before: quote },
            2 => WordsAt::FromToEnd { from: quote },
            _ => {
                let text = self.text(index, id).to_owned();
                let from = text.find(&quote.text).unwrap_or(0) + quote.text.len();
                let rest: Vec<&str> = text[from..].split_whitespace().collect();
                let Some(to) = rest.get(self.random.below(rest.len())) else {
                    return Operation::Delete { at: whole };
                };
                let to = Quote::new(to.trim_matches(|c: char| !c.is_alphanumeric()));
                if to.text.is_empty() {
                    return Operation::Delete { at: whole };
                }
                WordsAt::FromTo { from: quote, to }
            }
        };
        let at = Locator { words: Some(words), ..whole };
        match self.random.once_in(2) {
            true => Operation::Delete { at },
            false => Operation::Replace { at, with: self.some_words() },
        }
    }

    /// Several provisions beside one another.
    fn range(&mut self, index: &Index, id: usize) -> Operation<Locator> {
        let entry = &index.provisions()[id];
        let beside = |steps: u32| {
            let fits = index.provisions().iter().find(|other| {
                (other.part, other.parent) == (entry.part, entry.parent)
                    && other.position == entry.position + steps
            });
            fits.map(|other| other.number.clone())
        };
        let first = entry.number.clone();
        let provisions = match (beside(1), beside(2)) {
            (Some(_), Some(third)) if self.random.once_in(2) => Provisions::Range(first, third),
            (Some(second), _) => Provisions::List(vec![first, second]),
            (None, _) => Provisions::One(first),
        };
        let at = Locator { unit: Unit::Provisions(provisions), ..Locator::default() };
        match self.random.once_in(2) {
            true => Operation::Delete { at },
            false => Operation::Replace { at, with: self.paragraphs() },
        }
    }

    fn title(&mut self, index: &Index, id: usize) -> Operation<Locator> {
        let title = Locator { unit: Unit::Title, ..Locator::default() };
        let part = &index.parts()[index.provisions()[id].part as usize];
        let text = part.title.and_then(|title| index.block_at(title));
        let text = text.map_or("", |block| block.span.of(index.text()));
        match self.random.below(3) {
            0 => {
                let sentence = self.sentence();
                let with = Fragment::plain(sentence.trim_end_matches('.'));
                Operation::Replace { at: title, with: Payload::one(PayloadUnit::Words, with) }
            }
            1 => Operation::Insert { edge: Edge::End, at: title, what: self.title_words() },
            _ => {
                let words = text.split(' ').next().unwrap_or("").to_owned();
                let at = Locator { words: Some(words_at(words)), ..title };
                Operation::Replace { at, with: self.title_words() }
            }
        }
    }

    fn title_words(&mut self) -> Payload {
        Payload::one(PayloadUnit::Words, Fragment::plain(self.words.words[0]))
    }

    /// Some words of the provision, quoted, now and then with what makes them the only ones.
    fn quoted(&mut self, index: &Index, id: usize, whole: Locator) -> Locator {
        let text = self.some_of(index, id);
        let all = self.text(index, id).to_owned();
        let mut words = words_at(text.clone());
        if let WordsAt::Quoted { occurrence, context, .. } = &mut words {
            match self.random.below(6) {
                0 if all.matches(&text).count() > 1 => {
                    *occurrence = *self.random.pick(&[
                        Occurrence::Nth(1),
                        Occurrence::Nth(2),
                        Occurrence::Last,
                        Occurrence::Every,
                    ]);
                }
                1 => {
                    let before = all.split(&text).next().unwrap_or("").trim_end();
                    let word = before.rsplit(' ').next().unwrap_or("");
                    let plain = !word.is_empty() && word.chars().all(char::is_alphanumeric);
                    let quote = Quote::new(word);
                    *context = plain.then_some(Context { edge: Edge::After, quote });
                }
                _ => {}
            }
        }
        Locator { words: Some(words), ..whole }
    }

    /// The same beside which something is put: the words are the context themselves.
    fn anchor(&mut self, index: &Index, id: usize, whole: Locator) -> Locator {
        let mut at = self.quoted(index, id, whole);
        if let Some(WordsAt::Quoted { context, .. }) = &mut at.words {
            *context = None;
        }
        at
    }

    fn text<'t>(&self, index: &'t Index, id: usize) -> &'t str {
        let opening = index.provisions()[id].opening;
        index.block_at(opening).map_or("", |block| block.span.of(index.text()))
    }

    /// Some words of the provision, with balanced quotation marks.
    fn some_of(&mut self, index: &Index, id: usize) -> String {
        let all: Vec<&str> = self.text(index, id).split(' ').collect();
        let from = self.random.below(all.len());
        let to = (from + 1 + self.random.below(4)).min(all.len());
        let words = all[from..to].join(" ");
        // An abbreviation is quoted with its full stop.
        let abbreviated = ["Mr.", "M.", "no.", "etc."].iter().any(|end| words.ends_with(end));
        let words = match abbreviated {
            true => words.as_str(),
            false => words.trim_end_matches(['.', ',', ':', ';']),
        };
        let (open, close) = self.words.quote;
        let balanced = words.matches(open).count() == words.matches(close).count();
        if balanced { words.to_owned() } else { all[0].trim_end_matches(':').to_owned() }
    }

    fn any(&mut self) -> Payload {
        if self.random.once_in(2) { self.some_sentences() } else { self.some_words() }
    }

    fn some_words(&mut self) -> Payload {
        Payload::one(PayloadUnit::Words, Fragment::plain(*self.random.pick(self.words.words)))
    }

    /// One sentence, or two.
    fn some_sentences(&mut self) -> Payload {
        let mut text = self.sentence();
        if self.random.once_in(3) {
            text = format!("{text} {}", self.sentence());
        }
        Payload::one(PayloadUnit::Sentences, Fragment::plain(text))
    }

    /// One paragraph, or two.
    fn paragraphs(&mut self) -> Payload {
        let count = if self.random.once_in(3) { 2 } else { 1 };
        let paragraphs = (0..count).map(|_| PayloadParagraph {
            content: Fragment::plain(self.sentence()),
            ..PayloadParagraph::default()
        });
        Payload { unit: PayloadUnit::Provisions, paragraphs: paragraphs.collect() }
    }
}

fn words_at(text: String) -> WordsAt {
    let (quote, occurrence) = (Quote::new(text), Occurrence::Only);
    WordsAt::Quoted { quote, occurrence, context: None }
}
