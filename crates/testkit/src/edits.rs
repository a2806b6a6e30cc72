//! Arbitrary edits of arbitrary provisions, by the seed.
//!
//! The texts are short on words on purpose: words and whole sentences repeat, abbreviations and
//! numbers stand beside full stops, quotations and brackets open and close in odd places. An edit is
//! what an editor does to one provision: a word, a sentence, a mark, a capital, all of it.

use crate::random::Random;
use text::{Block, Child, Draft, Lang, Part, Provision, TextKind};

/// One provision of a draft, edited.
#[derive(Clone, Debug)]
pub struct Edit {
    /// The draft as it was.
    pub draft: Draft,
    /// Position of the part.
    pub part: u32,
    /// The number of the provision.
    pub number: String,
    /// Its opening text as it was.
    pub old: String,
    /// What stands there now: nothing where it was deleted, several paragraphs where it was split.
    pub new: Vec<String>,
}

/// The words that texts of one language are made of.
struct Vocabulary {
    words: &'static [&'static str],
    openings: &'static [&'static str],
    odd: &'static [&'static str],
    heading: &'static str,
}

static ENGLISH: Vocabulary = Vocabulary {
    words: &[
        "the", "boats", "lamps", "old", "of", "and", "harbour", "pilots", "fog", "keep", "count",
        "by", "night", "lake", "a", "its",
    ],
    openings: &["The", "It", "In", "Boats", "Mr. Lund", "By", "Pilots"],
    odd: &[
        "no. 7",
        "20th",
        "3.5",
        "1,000",
        "“the rule of lamps”",
        "“fog”",
        "(see above)",
        "lake-side",
        "boats/ferries",
        "Rule 8.1.a",
        "“the “old” lamp”",
        "50%",
        "pilot's",
        "etc.",
        "\"so called\"",
        "e.g. fog",
        "– in winter –",
        "and,",
        "Lund",
        "Assembly",
        "I",
        "—",
        "U.S.",
        "A.",
        "a.m.",
        "...",
        "(a)",
        "“open",
        "shut”",
        "it’s",
        "100\u{a0}%",
        "-",
        "boats.",
        "&",
        "§ 3",
        "The",
        "1.",
        "‘so’",
        "co-operation",
        "cooperation",
        "née",
        "ne\u{301}e",
        "/",
        "x/",
    ],
    heading: "Draft resolution",
};

static FRENCH: Vocabulary = Vocabulary {
    words: &[
        "les", "bateaux", "lampes", "vieux", "de", "et", "port", "pilotes", "brume", "la",
        "compter", "le", "nuit", "lac", "une", "ses",
    ],
    openings: &["Les", "Elle", "Dans", "Bateaux", "M. Lund", "La", "L'Assemblée"],
    odd: &[
        "no 7",
        "20e",
        "3,5",
        "1 000",
        "«la règle des lampes»",
        "«brume»",
        "(voir ci-dessus)",
        "peut-être",
        "bateaux/bacs",
        "l'article 8.1",
        "«la «vieille» lampe»",
        "50 %",
        "l'eau",
        "etc.",
        "« dite »",
        "p. ex. brume",
        "– en hiver –",
        "et,",
        "d'or",
        "qu'il",
        "Assemblée",
        ": voir",
        "aujourd'hui",
        "«\u{a0}eau\u{a0}»",
        "1\u{a0}000",
        "; puis",
        "l’eau",
        "« non",
        "oui »",
        "n° 5",
        "“lac”",
        "...",
        "(a)",
        "— enfin",
        "M.",
        "bateaux.",
        "§ 3",
        "Les",
        "d’",
        "été",
        "-",
        "?",
        "!",
        "1.",
        "/",
        "x/",
    ],
    heading: "Projet de résolution",
};

/// Signs that an editor puts around words.
const PAIRS: &[(&str, &str)] =
    &[("“", "”"), ("«", "»"), ("\"", "\""), ("(", ")"), ("« ", " »"), ("[", "]")];

fn vocabulary(lang: Lang) -> &'static Vocabulary {
    if lang == Lang::FR { &FRENCH } else { &ENGLISH }
}

/// An edit by the seed.
pub fn edit(seed: u64, lang: Lang) -> Edit {
    let mut editor = Editor::new(seed ^ 0xed17, lang);
    let draft = editor.draft(lang);
    let part = editor.random.below(draft.parts.len());
    let all = openings(&draft.parts[part]);
    let (number, old) = all[editor.random.below(all.len())].clone();
    let mut new = editor.edited(&old);
    let leads = all.iter().any(|(other, _)| other.strip_prefix(&number).is_some_and(is_below));
    if leads && new.len() > 1 && !new.contains(&old) {
        new.truncate(1);
    }
    // The marks at the ends of items and before a list are the list's, and an edit of one item does
    // not change them; now and then somebody tries.
    let bound = number.contains('.') || (leads && new.len() == 1);
    if bound && !editor.random.once_in(60) {
        keep_ends(&mut new, &old);
    }
    // Its own number before a text is taken for one that was copied along.
    let numbered = |text: &String| text.strip_prefix(&number).is_some_and(is_number_end);
    if new == [old.clone()] || new.iter().any(numbered) {
        new = vec![format!("{} {old}", capital(editor.word()))];
    }
    Edit { draft, part: part as u32, number, old, new }
}

/// Whether the rest of a number goes one level or more down.
fn is_below(rest: &str) -> bool {
    rest.starts_with('.')
}

/// Whether the rest of a text behind a number lets it be one.
fn is_number_end(rest: &str) -> bool {
    rest.starts_with(['.', ' '])
}

/// What a text ends with: marks.
pub const ENDS: [char; 7] = ['.', ';', ':', '!', '?', '…', ','];

/// The last paragraph ends as the old one did, those before it as items do.
fn keep_ends(new: &mut [String], old: &str) {
    let end = &old[old.trim_end_matches(ENDS).len()..];
    let count = new.len();
    for (at, text) in new.iter_mut().enumerate() {
        let mark = if at + 1 == count || end == ":" { end } else { ";" };
        *text = format!("{}{mark}", text.trim_end_matches(ENDS).trim_end());
    }
}

/// An edit of a draft of one paragraph of one or two sentences with at most `words` words in all.
pub fn small(seed: u64, lang: Lang, words: usize) -> Edit {
    let mut editor = Editor::new(seed ^ 0x5a11, lang);
    let old = editor.short(words);
    let mut new = old.clone();
    for _ in 0..20 {
        new = canonical(&editor.step(&old));
        let count = new.split(' ').count();
        if new != old && !new.is_empty() && count <= words + 2 {
            break;
        }
    }
    if new == old || new.is_empty() {
        new = editor.short(words);
    }
    let provision = Child::Provision(Provision::plain("1", old.clone()));
    let draft = Draft { lang, parts: vec![editor.part("A", vec![provision])] };
    Edit { draft, part: 0, number: "1".into(), old, new: vec![new] }
}

/// Single spaces and none at the ends.
fn canonical(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Numbers and opening texts of all provisions of a part, in document order.
pub fn openings(part: &Part) -> Vec<(String, String)> {
    fn collect(children: &[Child], to: &mut Vec<(String, String)>) {
        for child in children {
            let Child::Provision(provision) = child else { continue };
            if let Some(opening) = provision.opening() {
                to.push((provision.number.clone(), opening.content.text.clone()));
            }
            collect(&provision.children, to);
        }
    }
    let mut all = Vec::new();
    collect(&part.children, &mut all);
    all
}

/// Makes texts and edits them.
pub(crate) struct Editor {
    pub(crate) random: Random,
    words: &'static Vocabulary,
}

impl Editor {
    /// Writes in the words of `lang`; languages other than French in English ones.
    pub(crate) fn new(seed: u64, lang: Lang) -> Self {
        Self { random: Random::new(seed), words: vocabulary(lang) }
    }

    fn part(&self, letter: &str, children: Vec<Child>) -> Part {
        Part {
            letter: letter.into(),
            kind: TextKind::Resolution,
            heading: self.words.heading.into(),
            title: None,
            children,
        }
    }

    fn draft(&mut self, lang: Lang) -> Draft {
        let parts = if self.random.once_in(4) { 2 } else { 1 };
        let letters = ["A", "B"];
        let parts = letters[..parts].iter().map(|letter| {
            let count = 1 + self.random.below(3);
            let children =
                (1..=count).map(|number| Child::Provision(self.provision(&number.to_string(), 0)));
            let children = children.collect();
            self.part(letter, children)
        });
        Draft { lang, parts: parts.collect() }
    }

    fn provision(&mut self, number: &str, depth: usize) -> Provision {
        if depth < 2 && self.random.once_in(4) {
            return self.list(number, depth);
        }
        let text = self.paragraph();
        Provision::plain(number, text)
    }

    /// A provision with items and now and then closing text.
    fn list(&mut self, number: &str, depth: usize) -> Provision {
        let opening = match self.random.below(4) {
            0 => self.paragraph(),
            _ => self.sentence().trim_end_matches(['.', '?', '!', '…']).to_owned() + ":",
        };
        let mut children = vec![Child::Block(Block::plain(opening))];
        let (count, closing) = (2 + self.random.below(2), self.random.once_in(3));
        for item in 1..=count {
            let number = format!("{number}.{item}");
            if self.random.once_in(6) && depth == 0 {
                children.push(Child::Provision(self.list(&number, depth + 1)));
                continue;
            }
            let end = if item == count && !closing { "." } else { ";" };
            let words = self.some_words(5);
            let text = words.trim_end_matches(['.', ',']).to_owned() + end;
            children.push(Child::Provision(Provision::plain(number, text)));
        }
        if closing {
            children.push(Child::Block(Block::plain(self.sentence())));
        }
        Provision { number: number.into(), children, ..Provision::default() }
    }

    pub(crate) fn paragraph(&mut self) -> String {
        let mut sentences: Vec<String> =
            (0..1 + self.random.below(4)).map(|_| self.sentence()).collect();
        if self.random.once_in(8) {
            let again = self.random.pick(&sentences).clone();
            sentences.push(again);
        }
        sentences.join(" ")
    }

    pub(crate) fn sentence(&mut self) -> String {
        let opening = *self.random.pick(self.words.openings);
        let words = self.some_words(7);
        let end = *self.random.pick(&[".", ".", ".", ".", ".", ".", "?", "!", "…"]);
        let words = words.trim_end_matches([',', ':']);
        let stopped = words.ends_with('.') && end == ".";
        format!("{opening} {words}{}", if stopped { "" } else { end })
    }

    pub(crate) fn some_words(&mut self, most: usize) -> String {
        let count = 1 + self.random.below(most);
        let mut words = Vec::with_capacity(count);
        for at in 0..count {
            let word = self.word();
            let comma = at + 1 < count && self.random.once_in(8) && !word.ends_with([',', '.']);
            words.push(if comma { format!("{word},") } else { word.to_owned() });
        }
        words.join(" ")
    }

    fn word(&mut self) -> &'static str {
        let words = self.words;
        if self.random.once_in(6) {
            return self.random.pick::<&str>(words.odd);
        }
        self.random.pick::<&str>(words.words)
    }

    /// At most so many words in one or two sentences, of few different words.
    fn short(&mut self, most: usize) -> String {
        let two = self.random.once_in(2);
        let first = 1 + self.random.below(if two { most / 2 } else { most });
        let few = &self.words.words[..5];
        let sentence = |count: usize, random: &mut Random| {
            let words: Vec<&str> = (0..count).map(|_| *random.pick::<&str>(few)).collect();
            capital(&words.join(" ")) + "."
        };
        let mut text = sentence(first, &mut self.random);
        if two {
            let second = 1 + self.random.below(most - first);
            text = text + " " + &sentence(second, &mut self.random);
        }
        text
    }

    // Edits

    fn edited(&mut self, old: &str) -> Vec<String> {
        match self.random.below(40) {
            0 => return Vec::new(),
            1 => return vec![old.to_owned(), self.paragraph()],
            2 => return vec![self.paragraph(), old.to_owned()],
            3 => return vec![self.paragraph(), self.paragraph()],
            _ => {}
        }
        for _ in 0..50 {
            let mut new = old.to_owned();
            for _ in 0..*self.random.pick(&[1, 1, 1, 2, 2, 3]) {
                new = self.step(&new);
            }
            let new = canonical(&new);
            if new != old && new.chars().any(char::is_alphanumeric) {
                return vec![new];
            }
        }
        vec![format!("{old} {old}")]
    }

    /// One thing that an editor does.
    fn step(&mut self, old: &str) -> String {
        if old.trim().is_empty() {
            return self.sentence();
        }
        let mut words: Vec<String> = old.split(' ').map(str::to_owned).collect();
        let at = self.random.below(words.len());
        match self.random.below(20) {
            0 | 1 => words[at] = self.word().to_owned(),
            2 => words[at] = self.in_marks(&words[at].clone()),
            3 | 4 => {
                let to = (at + 1 + self.random.below(3)).min(words.len());
                words.drain(at..to);
            }
            5 | 6 => {
                let new = self.some_words(3);
                words.insert(at, new);
            }
            7 => {
                let again = words[at].clone();
                words.insert(at, again);
            }
            8 => words[at] = other_case(&words[at]),
            9 => {
                let mark = *self.random.pick(&[",", ";", ".", ":", "!", " –", "…", "?"]);
                let bare = words[at].trim_end_matches(ENDS);
                words[at] =
                    if self.random.once_in(2) { bare.to_owned() } else { format!("{bare}{mark}") };
            }
            10 => {
                words.push(self.some_words(3));
            }
            11 => {
                let last = words.len() - 1;
                let end = words[last].clone();
                let bare = end.trim_end_matches(ENDS);
                let mark = &end[bare.len()..];
                words[last] = format!("{bare} {}{mark}", self.some_words(3));
            }
            12 => return self.in_sentences(old),
            13 => return self.in_sentences(old),
            14 => return self.paragraph(),
            15 => return words[at].clone(),
            16 => {
                let to = (at + 1 + self.random.below(3)).min(words.len());
                let (open, close) = *self.random.pick(PAIRS);
                words[at] = format!("{open}{}", words[at]);
                words[to - 1] = format!("{}{close}", words[to - 1]);
            }
            17 => {
                let other = self.random.below(words.len());
                words.swap(at, other);
            }
            18 => words[at] = words[at].chars().filter(|c| c.is_alphanumeric()).collect(),
            _ => {
                let end = *self.random.pick(&[";", ".", ", and", ":", "; and", "", "!"]);
                let bare = old.trim_end_matches(ENDS);
                return format!("{bare}{end}");
            }
        }
        words.join(" ")
    }

    fn in_marks(&mut self, word: &str) -> String {
        let (open, close) = *self.random.pick(PAIRS);
        format!("{open}{word}{close}")
    }

    /// Sentences added, removed, moved, replaced, joined.
    fn in_sentences(&mut self, old: &str) -> String {
        let mut sentences: Vec<String> = old.split_inclusive(". ").map(canonical).collect();
        let at = self.random.below(sentences.len());
        match self.random.below(6) {
            0 => {
                sentences.remove(at);
            }
            1 => {
                let new = self.sentence();
                sentences.insert(at, new);
            }
            2 => sentences.push(self.sentence()),
            3 => sentences[at] = self.sentence(),
            4 => {
                let other = self.random.below(sentences.len());
                sentences.swap(at, other);
            }
            _ => sentences[at] = sentences[at].trim_end_matches('.').to_owned() + " –",
        }
        sentences.join(" ")
    }
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    first + chars.as_str()
}

fn other_case(word: &str) -> String {
    let mut chars = word.chars();
    let Some(first) = chars.next() else { return String::new() };
    let other = match first.is_lowercase() {
        true => first.to_uppercase().to_string(),
        false => first.to_lowercase().to_string(),
    };
    other + chars.as_str()
}
