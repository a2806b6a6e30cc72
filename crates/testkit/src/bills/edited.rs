//! Articles and what an editor makes of them: the same seed gives the same article, before and after.
//!
//! An article is made as a tree, so that after every edit its marks stand as those who print bills set
//! them: `;` between the items of a list, a full stop behind the last, a quotation closed once. Now and
//! then somebody does not care.

use crate::random::Random;

/// An article before and after, alinéa by alinéa.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// As it was.
    pub old: Vec<String>,
    /// As it should read; empty where it was deleted.
    pub new: Vec<String>,
}

/// Few words, so that they and whole sentences repeat.
const WORDS: &[&str] = &[
    "les", "barques", "lampes", "de", "et", "la", "brume", "port", "le", "nuit", "lac", "une",
    "écluse", "vieux", "bacs", "à",
];

const OPENINGS: &[&str] =
    &["Les", "Elle", "Le conseil", "Une lampe", "L'écluse", "Dans", "La commune"];

/// What is easily misread: abbreviations, numbers with marks, quotations, labels, orders.
const ODD: &[&str] = &[
    "l'article L. 12-3",
    "le 2° du I",
    "n° 7",
    "3,5 %",
    "1 000 florins",
    "« brume »",
    "d'or",
    "peut-être",
    "(voir ci-dessus)",
    "aujourd'hui",
    "le premier alinéa",
    "les mots : « lac »",
    "M. Lund",
    "supprimer",
    "au a du 1°",
    "qu'elle",
    "lampes, barques",
    "20 %",
    "1er",
    "2031",
];

#[derive(Clone, Debug)]
struct Article {
    units: Vec<Unit>,
    /// The marks around what is quoted, with their spaces.
    marks: (&'static str, &'static str),
}

/// "I. - …" with what follows it.
#[derive(Clone, Debug)]
enum Unit {
    Text { label: String, text: String },
    List { label: String, lead: String, items: Vec<Item>, closing: Option<String> },
    Gone { label: String },
}

/// "1° …", without the mark at its end.
#[derive(Clone, Debug)]
enum Item {
    Text {
        label: String,
        text: String,
    },
    Quoted {
        label: String,
        lead: String,
        alineas: Vec<String>,
    },
    /// With items "a) …" below it.
    Letters {
        label: String,
        lead: String,
        texts: Vec<String>,
    },
    Gone {
        label: String,
    },
}

/// An edit by the seed.
pub fn edit(seed: u64) -> Edit {
    let mut editor = Editor { random: Random::new(seed ^ 0xb111) };
    let article = editor.article();
    let old = article.lines();
    if editor.random.once_in(80) {
        return Edit { old, new: Vec::new() };
    }
    let mut new = article.lines();
    for _ in 0..20 {
        let mut edited = article.clone();
        for _ in 0..*editor.random.pick(&[1, 1, 1, 2, 2, 3, 5]) {
            editor.step(&mut edited);
        }
        new = edited.lines();
        if editor.random.once_in(100) {
            editor.careless(&mut new);
        }
        if new != old && !new.is_empty() {
            break;
        }
    }
    if new == old || new.is_empty() {
        new = editor.article().lines();
    }
    Edit { old, new }
}

impl Article {
    /// Its alinéas, with the marks at their ends.
    fn lines(&self) -> Vec<String> {
        let mut lines = Vec::new();
        for run in self.units.chunk_by(|one, other| one.is_gone() && other.is_gone()) {
            match run {
                [first, _, ..] if first.is_gone() => {
                    lines.push(format!("{}. - (Supprimé)", gone(run.iter().map(Unit::label))));
                }
                run => lines.extend(run.iter().flat_map(|unit| unit.lines(self.marks))),
            }
        }
        lines
    }
}

/// A text as it begins behind a label: with a capital letter.
fn opened(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// The labels of what is gone one behind the other, as one line names them.
fn gone<'l>(labels: impl Iterator<Item = &'l str>) -> String {
    let labels: Vec<&str> = labels.collect();
    let number = |label: &&str| label.strip_suffix('°').and_then(|n| n.parse::<u32>().ok());
    let numbers: Vec<u32> = labels.iter().filter_map(number).collect();
    let row = numbers.len() == labels.len() && numbers.windows(2).all(|two| two[0] + 1 == two[1]);
    match labels.as_slice() {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first, .., last] if row && labels.len() > 2 => format!("{first} à {last}"),
        [before @ .., last] => format!("{} et {last}", before.join(", ")),
    }
}

impl Unit {
    fn is_gone(&self) -> bool {
        matches!(self, Self::Gone { .. })
    }

    fn lines(&self, marks: (&str, &str)) -> Vec<String> {
        match self {
            Self::Text { label, text } => vec![format!("{label}. - {}", opened(text))],
            Self::Gone { label } => vec![format!("{label}. - (Supprimé)")],
            Self::List { label, lead, items, closing } => {
                let mut lines = vec![format!("{label}. - {lead} :")];
                let mut at = 0;
                for run in items.chunk_by(|one, other| one.is_gone() && other.is_gone()) {
                    at += run.len();
                    match run {
                        [first, _, ..] if first.is_gone() => {
                            lines.push(format!("{} (Supprimé)", gone(run.iter().map(Item::label))));
                        }
                        run => {
                            let last = at == items.len();
                            run.iter().for_each(|item| item.lines(last, marks, &mut lines));
                        }
                    }
                }
                lines.extend(closing.clone());
                lines
            }
        }
    }
}

impl Item {
    fn lines(&self, last: bool, (open, shut): (&str, &str), lines: &mut Vec<String>) {
        match self {
            Self::Text { label, text } => {
                let text = opened(text);
                lines.push(format!("{label} {text}{}", if last { "." } else { " ;" }));
            }
            Self::Gone { label } => lines.push(format!("{label} (Supprimé)")),
            Self::Quoted { label, lead, alineas } => {
                lines.push(format!("{label} {lead} :"));
                for (at, alinea) in alineas.iter().enumerate() {
                    let (shut, end) = match (at + 1 == alineas.len(), last) {
                        (false, _) => ("", ""),
                        (true, false) => (shut, " ;"),
                        (true, true) => (shut, ""),
                    };
                    lines.push(format!("{open}{alinea}{shut}{end}"));
                }
            }
            Self::Letters { label, lead, texts } => {
                lines.push(format!("{label} {lead} :"));
                for (at, text) in texts.iter().enumerate() {
                    let letter = char::from(b'a' + at as u8);
                    let end = if last && at + 1 == texts.len() { "." } else { " ;" };
                    lines.push(format!("{letter}) {}{end}", opened(text)));
                }
            }
        }
    }

    fn is_gone(&self) -> bool {
        matches!(self, Self::Gone { .. })
    }

    fn label(&self) -> &str {
        match self {
            Self::Text { label, .. }
            | Self::Quoted { label, .. }
            | Self::Letters { label, .. }
            | Self::Gone { label } => label,
        }
    }
}

/// Makes articles and edits them.
struct Editor {
    random: Random,
}

impl Editor {
    // Texts

    fn word(&mut self) -> &'static str {
        match self.random.once_in(7) {
            true => self.random.pick::<&str>(ODD),
            false => self.random.pick::<&str>(WORDS),
        }
    }

    fn words(&mut self, most: usize) -> String {
        let count = 1 + self.random.below(most);
        let words: Vec<&str> = (0..count).map(|_| self.word()).collect();
        words.join(" ")
    }

    /// Words that end no sentence.
    fn clause(&mut self) -> String {
        let opening = *self.random.pick(OPENINGS);
        let words = self.words(7);
        let words = words.trim_end_matches(['.', ',']);
        format!("{opening} {words}")
    }

    fn sentence(&mut self) -> String {
        self.clause() + "."
    }

    fn sentences(&mut self) -> String {
        let count = 1 + self.random.below(3);
        let mut all: Vec<String> = (0..count).map(|_| self.sentence()).collect();
        if self.random.once_in(10) {
            let again = self.random.pick(&all).clone();
            all.push(again);
        }
        all.join(" ")
    }

    // Articles

    fn article(&mut self) -> Article {
        let count = 1 + self.random.below(3);
        let units = (1..=count).map(|at| self.unit(&text::roman(at as u32))).collect();
        let marks = if self.random.once_in(3) { ("« ", " »") } else { ("\"", "\"") };
        Article { units, marks }
    }

    fn unit(&mut self, label: &str) -> Unit {
        let label = label.to_owned();
        if self.random.once_in(3) {
            return Unit::Text { label, text: self.sentences() };
        }
        let count = 2 + self.random.below(3);
        let items = (1..=count).map(|at| self.item(&format!("{at}°"))).collect();
        let closing = self.random.once_in(4).then(|| self.sentences());
        let lead = "Le code des lacs est ainsi modifié".to_owned();
        Unit::List { label, lead, items, closing }
    }

    fn item(&mut self, label: &str) -> Item {
        let number = 1 + self.random.below(30);
        let label = label.to_owned();
        if self.random.once_in(2) {
            return Item::Text { label, text: self.clause() };
        }
        if self.random.once_in(3) {
            let texts = (0..2 + self.random.below(3)).map(|_| self.clause()).collect();
            return Item::Letters {
                label, lead: format!("L'article {number} est modifié"), texts
            };
        }
        let count = 1 + self.random.below(3);
        let alineas = (0..count)
            .map(|at| match at {
                0 if self.random.once_in(2) => format!("Art. {number}. - {}", self.sentences()),
                _ => self.sentences(),
            })
            .collect();
        Item::Quoted { label, lead: format!("L'article {number} est ainsi rédigé"), alineas }
    }

    // Edits

    /// One thing that an editor does.
    fn step(&mut self, article: &mut Article) {
        match self.random.below(40) {
            0 => {
                let label = text::roman(article.units.len() as u32 + 1);
                let unit = self.unit(&label);
                article.units.push(unit);
                return;
            }
            1 => {
                let at = self.random.below(article.units.len());
                let label = article.units[at].label().to_owned();
                article.units[at] = match self.random.once_in(2) {
                    true => Unit::Gone { label },
                    false => self.unit(&label),
                };
                return;
            }
            _ => {}
        }
        let at = self.random.below(article.units.len());
        match &mut article.units[at] {
            Unit::Text { text, .. } => *text = self.edited(text, true),
            Unit::Gone { .. } => {}
            Unit::List { items, closing, .. } => match self.random.below(12) {
                0 => {
                    let at = self.random.below(items.len());
                    let label = items[at].label().to_owned();
                    items[at] = Item::Gone { label };
                }
                1 => self.insert_item(items),
                2 => {
                    let at = self.random.below(items.len());
                    let label = items[at].label().to_owned();
                    items[at] = self.item(&label);
                }
                3 => {
                    *closing = match closing {
                        Some(_) => None,
                        None => Some(self.sentences()),
                    };
                }
                4 if closing.is_some() => {
                    *closing = closing.take().map(|text| self.edited(&text, true));
                }
                _ => {
                    let at = self.random.below(items.len());
                    self.edit_item(&mut items[at]);
                }
            },
        }
    }

    fn edit_item(&mut self, item: &mut Item) {
        match item {
            Item::Text { text, .. } => *text = self.edited(text, false),
            Item::Gone { .. } => {}
            Item::Letters { texts, .. } => match self.random.below(4) {
                // Letters follow one another: those behind move up or down.
                0 if texts.len() > 2 => {
                    texts.pop();
                }
                1 => texts.push(self.clause()),
                _ => {
                    let at = self.random.below(texts.len());
                    texts[at] = self.edited(&texts[at].clone(), false);
                }
            },
            Item::Quoted { alineas, .. } => {
                let at = self.random.below(alineas.len());
                match self.random.below(6) {
                    0 => {
                        let new = self.sentences();
                        alineas.insert(at + self.random.below(2), new);
                    }
                    1 if alineas.len() > 1 => {
                        alineas.remove(at);
                    }
                    2 => alineas[at] = self.sentences(),
                    _ => alineas[at] = self.edited(&alineas[at].clone(), true),
                }
            }
        }
    }

    /// Behind an item, "2° bis" where more follow and the next number where none does.
    fn insert_item(&mut self, items: &mut Vec<Item>) {
        let at = 1 + self.random.below(items.len());
        let before = items[at - 1].label().to_owned();
        let (number, suffix) = before.split_once(' ').unwrap_or((&before, ""));
        let label = match (at == items.len(), suffix) {
            (true, _) => {
                let number: u32 = number.trim_end_matches('°').parse().unwrap_or(0);
                format!("{}°", number + 1)
            }
            (false, "") => format!("{number} bis"),
            (false, _) => return,
        };
        if !items.iter().any(|item| item.label() == label) {
            let item = self.item(&label);
            items.insert(at, item);
        }
    }

    /// Another text: words, sentences, a mark, a capital. `whole`: of sentences, the last of which ends
    /// as one.
    fn edited(&mut self, old: &str, whole: bool) -> String {
        let mut words: Vec<String> = old.split(' ').map(str::to_owned).collect();
        let at = self.random.below(words.len());
        // Labels of quoted articles stay.
        if words[at].ends_with('.') && at < 3 || words[at] == "-" {
            return old.to_owned();
        }
        let end = words.len();
        match self.random.below(14) {
            0 | 1 => words[at] = keeping_end(&words[at], self.word()),
            2 | 3 => {
                let to = (at + 1 + self.random.below(3)).min(end.saturating_sub(1));
                if at < to {
                    words.drain(at..to);
                }
            }
            4 | 5 => {
                let new = self.words(3);
                words.insert(at, new);
            }
            6 => {
                let again = words[at].trim_end_matches(['.', ',']).to_owned();
                words.insert(at, again);
            }
            7 => words[at] = other_case(&words[at]),
            8 => {
                let mark = *self.random.pick(&[",", " -", " :", ""]);
                let bare = words[at].trim_end_matches([',', '.']).to_owned();
                if at + 1 < end {
                    words[at] = bare + mark;
                }
            }
            9 => {
                let last = words.len() - 1;
                let more = self.words(3);
                let more = more.trim_end_matches(['.', ',']);
                let bare = words[last].trim_end_matches('.').to_owned();
                let stop = if words[last].ends_with('.') { "." } else { "" };
                words[last] = format!("{bare} {more}{stop}");
            }
            10 if whole => return format!("{old} {}", self.sentence()),
            11 if whole => return self.in_sentences(old),
            12 => return if whole { self.sentences() } else { self.clause() },
            _ => {
                let other = self.random.below(end);
                if at + 1 < end && other + 1 < end {
                    words.swap(at, other);
                }
            }
        }
        words.join(" ")
    }

    /// Sentences added, removed, moved, replaced.
    fn in_sentences(&mut self, old: &str) -> String {
        let mut all: Vec<String> =
            old.split_inclusive(". ").map(|sentence| sentence.trim_end().to_owned()).collect();
        let at = self.random.below(all.len());
        match self.random.below(4) {
            0 if all.len() > 1 => {
                all.remove(at);
            }
            1 => {
                let new = self.sentence();
                all.insert(at, new);
            }
            2 => all[at] = self.sentence(),
            _ => {
                let other = self.random.below(all.len());
                all.swap(at, other);
            }
        }
        all.join(" ")
    }

    /// A mark where it does not belong, or none where one does.
    fn careless(&mut self, lines: &mut [String]) {
        let at = self.random.below(lines.len());
        let Some(line) = lines.get_mut(at) else { return };
        let bare = line.trim_end_matches(['.', ';', '"', '»', ' ']).to_owned();
        *line = bare + *self.random.pick(&["", ".", " ;", "\"", "\" ;", " » ;", " :"]);
    }
}

impl Unit {
    fn label(&self) -> &str {
        match self {
            Self::Text { label, .. } | Self::List { label, .. } | Self::Gone { label } => label,
        }
    }
}

/// A new word with the full stop or comma of the old one.
fn keeping_end(old: &str, new: &str) -> String {
    let bare = old.trim_end_matches(['.', ',']);
    format!("{}{}", new.trim_end_matches(['.', ',']), &old[bare.len()..])
}

fn other_case(word: &str) -> String {
    let mut chars = word.chars();
    let Some(first) = chars.next() else { return String::new() };
    let other: String = match first.is_lowercase() {
        true => first.to_uppercase().collect(),
        false => first.to_lowercase().collect(),
    };
    other + chars.as_str()
}
