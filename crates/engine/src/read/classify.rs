//! What a line is by its own words, before anything around it is looked at.

use super::article;
use super::number::{Number, Numbered, bullet};
use instruction::style::Labels;
use text::{Part, TextKind};

/// What a line is by its own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Nothing that these words would give away.
    Text,
    /// `\` before text: what follows, from this byte of the line on, is text whatever it looks like.
    Literal(usize),
    /// A number, perhaps behind a bullet: it begins at `number_at` and takes `number_len` bytes,
    /// and the text begins at `text_at`.
    Provision { number: Number, number_at: usize, number_len: usize, text_at: usize, closed: bool },
    /// A number with too many levels.
    TooDeep,
    /// "A. Draft resolution": letter, kind and where the heading's words stand. `page`: a page
    /// number follows, as in a table of contents.
    Part { letter: Option<String>, kind: TextKind, heading: (usize, usize), page: bool },
    /// "Amendment 4": number, for a sub-amendment that of its amendment, and where what stands
    /// behind it begins: something in parentheses, who tabled it, or its wording.
    Amendment { number: String, parent: Option<String>, rest: usize },
    /// "Chapter II", over several articles.
    Division,
    /// "Tabled by", and where the names begin.
    TabledBy(usize),
    /// "Explanatory note", and where its text begins.
    Note(usize),
    /// "Title:", and where it begins.
    Title(usize),
    /// "Table of contents".
    Contents,
    /// "Amendments", alone.
    Amendments,
    /// All of it in parentheses.
    Parenthesised,
}

/// The labels of one language, ready to be looked for.
#[derive(Debug)]
pub struct Classifier {
    /// The words themselves.
    pub labels: &'static Labels,
    /// First bytes with which anything but text begins.
    first: [bool; 256],
}

impl Classifier {
    /// Prepares `labels`.
    pub fn new(labels: &'static Labels) -> Self {
        let mut first = [false; 256];
        for byte in b"0123456789-*(\\" {
            first[usize::from(*byte)] = true;
        }
        for capital in b'A'..=b'Z' {
            first[usize::from(capital)] = true;
        }
        // Bullets, and labels that begin with a letter beyond ASCII, are longer than one byte.
        first[0x80..].fill(true);
        Self { labels, first }
    }

    /// What `line` (without white space around it) is.
    pub fn kind(&self, line: &str) -> Kind {
        let Some(lead) = line.as_bytes().first() else { return Kind::Text };
        if !self.first[usize::from(*lead)] {
            return Kind::Text;
        }
        match lead {
            b'\\' => Kind::Literal(1),
            b'(' if in_parentheses(line) => Kind::Parenthesised,
            b'(' => Kind::Text,
            _ if self.is_counted() => self.labelled(line),
            b'0'..=b'9' | b'-' | b'*' => provision(line),
            0x80.. => match provision(line) {
                Kind::Text => self.labelled(line),
                found => found,
            },
            _ => self.labelled(line),
        }
    }

    /// Whether the texts are articles, whose provisions are counted and print no number.
    pub fn is_counted(&self) -> bool {
        !self.labels.articles.is_empty()
    }

    fn labelled(&self, line: &str) -> Kind {
        self.amendment(line)
            .or_else(|| self.tabled_by(line))
            .or_else(|| self.note(line))
            .or_else(|| self.article(line))
            .or_else(|| self.part(line))
            .or_else(|| self.other(line))
            .unwrap_or(Kind::Text)
    }

    fn amendment(&self, line: &str) -> Option<Kind> {
        if let Some(at) = one_of(line, self.labels.sub_amendment) {
            let (number, at) = self.number(line, at)?;
            let space = at + space(&line[at..]);
            let to = space + one_of_any_case(&line[space..], self.labels.to_amendment)?;
            let (parent, at) = self.number(line, to)?;
            let rest = self.heading_end(line, at)?;
            return Some(Kind::Amendment { number, parent: Some(parent), rest });
        }
        let at = one_of(line, self.labels.amendment)?;
        let (number, at) = self.number(line, at)?;
        let rest = self.heading_end(line, at)?;
        Some(Kind::Amendment { number, parent: None, rest })
    }

    /// Where a heading's rest begins: at the line's end, at something in parentheses, at names
    /// ("Amendment 4, tabled by Ms Fog", "Amendment 4 – Ms Fog"), or at the wording.
    fn heading_end(&self, line: &str, at: usize) -> Option<usize> {
        let behind = line[at..].trim_start_matches(['.', ':']).trim_start();
        let rest = behind.trim_start_matches(['–', '—', '-', ':', ',', '.']).trim_start();
        let set_off = line[at..].trim_start().starts_with(['–', '—', '-', ':', ',', '.']);
        let begins = if in_parentheses(behind) { behind } else { rest };
        let known = rest.is_empty()
            || in_parentheses(behind)
            || self.tabled_by_any_case(rest).is_some()
            || (set_off && (self.is_name(rest) || self.is_wording(rest)));
        known.then(|| line.len() - begins.len())
    }

    /// Whether words begin with a form of address, or name a committee.
    pub fn is_name(&self, words: &str) -> bool {
        let first = words.split_whitespace().next().unwrap_or("");
        self.labels.honorifics.contains(&first)
            || one_of_any_case(words, self.labels.committee)
                .is_some_and(|at| !more_of_a_word(words, at))
    }

    /// Whether a line that is no heading of an amendment begins like one.
    pub fn is_like_heading(&self, line: &str) -> bool {
        let labels = self.labels;
        let number = |at: usize| self.number(line, at).is_some();
        let to =
            |at: usize| one_of_any_case(line[at..].trim_start(), labels.to_amendment).is_some();
        one_of(line, labels.sub_amendment).is_some_and(|at| number(at) || to(at))
            || one_of(line, labels.amendment).is_some_and(number)
    }

    /// "Tabled by", however its first letter is written, and where the names begin.
    pub fn tabled_by_any_case(&self, line: &str) -> Option<usize> {
        let at = one_of_any_case(line, self.labels.tabled_by)?;
        let gap = space(&line[at..]);
        after_colon(line, at).or((gap > 0).then_some(at + gap))
    }

    /// "4", "No. 4", "4 rev. 2", "12bis" at byte `at`, and where it ends.
    fn number(&self, line: &str, at: usize) -> Option<(String, usize)> {
        let mut from = at + space(&line[at..]);
        if from == at {
            return None;
        }
        if let Some(skip) = one_of_any_case(&line[from..], self.labels.number) {
            from += skip + space(&line[from + skip..]);
        }
        // "CL12", "COM-7": a committee's own numbers.
        let series = if self.is_counted() { series(&line[from..]) } else { 0 };
        let end = number_end(line, from + series)?;
        Some((line[from..end].to_owned(), end))
    }

    fn tabled_by(&self, line: &str) -> Option<Kind> {
        let at = one_of(line, self.labels.tabled_by)?;
        let gap = space(&line[at..]);
        after_colon(line, at).or((gap > 0).then_some(at + gap)).map(Kind::TabledBy)
    }

    fn note(&self, line: &str) -> Option<Kind> {
        let at = one_of(line, self.labels.note)?;
        after_colon(line, at).or_else(|| (at == line.len()).then_some(at)).map(Kind::Note)
    }

    /// "Article 2 bis (nouveau)", or "Chapitre II" over several.
    fn article(&self, line: &str) -> Option<Kind> {
        let (end, page) = without_page(line);
        let words = line.get(..end)?;
        let bare = |rest: &str| {
            let mut rest = rest.trim_start_matches([':', '.', ' ', '\u{a0}']);
            while let Some((_, behind)) = bracketed(rest) {
                rest = behind.trim_start();
            }
            rest.is_empty()
        };
        if let Some(at) = one_of(words, self.labels.articles) {
            let rest = words.get(at..)?;
            let gap = space(rest);
            let (letter, end) = article::number(rest.get(gap..)?).filter(|_| gap > 0)?;
            bare(rest.get(gap + end..)?).then_some(())?;
            let heading = (0, words.len());
            return Some(Kind::Part { letter: Some(letter), kind: TextKind::Other, heading, page });
        }
        let at = one_of(words, self.labels.divisions)?;
        let rest = words.get(at..)?;
        let gap = space(rest);
        let end = division_number(rest.get(gap..)?).filter(|_| gap > 0)?;
        bare(rest.get(gap + end..)?).then_some(Kind::Division)
    }

    fn part(&self, line: &str) -> Option<Kind> {
        let (from, letter) = letter(line).map_or((0, None), |(at, letter)| (at, Some(letter)));
        let (end, page) = without_page(line);
        let heading = line.get(from..end)?;
        let known = self.labels.parts.iter().find(|(_, words)| {
            starts_with(heading, words).is_some_and(|at| !more_of_a_word(heading, at))
        });
        let adopted = self.adopted_part(heading);
        let kind = match (known, &letter) {
            _ if adopted.is_some() => adopted?,
            // Without a letter, only the bare words are a heading: a sentence may begin with them.
            (Some((kind, words)), None) => {
                (starts_with(heading, words) == Some(heading.len())).then_some(*kind)?
            }
            (Some((kind, _)), Some(_)) => *kind,
            (None, Some(_)) if one_of(heading, self.labels.draft).is_some() => TextKind::Other,
            (None, _) => return None,
        };
        let sentence = heading.ends_with(['.', ';', ',', ':']) || heading.len() > 160;
        (!sentence).then_some(Kind::Part { letter, kind, heading: (from, end), page })
    }

    /// The kind of draft that a heading is of once it is adopted: "Resolution", and nothing else.
    pub fn adopted_part(&self, heading: &str) -> Option<TextKind> {
        let mut named = self.labels.adopted_parts.iter();
        named
            .find(|(_, words)| starts_with(heading, words) == Some(heading.len()))
            .map(|(kind, _)| *kind)
    }

    fn other(&self, line: &str) -> Option<Kind> {
        if let Some(at) = one_of(line, self.labels.contents) {
            let rest = line[at..].trim_start_matches([' ', '\t', '.', ':', '\u{a0}']);
            let page = one_of(rest, self.labels.page).is_some_and(|end| end == rest.len());
            if rest.is_empty() || page {
                return Some(Kind::Contents);
            }
        }
        // One label may begin another: "Amendments", "Amendments without a place in the text".
        let mut gathers =
            self.labels.amendments.iter().filter_map(|label| starts_with(line, label));
        if gathers.any(|at| at == line.len() || self.names_a_draft(&line[at..])) {
            return Some(Kind::Amendments);
        }
        let at = one_of(line, self.labels.title)?;
        after_colon(line, at).map(Kind::Title)
    }

    /// Whether what stands behind "Amendments" is only the draft that they are to.
    fn names_a_draft(&self, rest: &str) -> bool {
        let rest = rest.to_lowercase();
        let ends = |words: &str| {
            rest.strip_suffix(&words.to_lowercase())
                .is_some_and(|before| before.split_whitespace().count() <= 2)
        };
        rest.starts_with(' ') && self.labels.parts.iter().any(|(_, words)| ends(words))
    }

    /// Whether `line` is only a page number: "2", "- 2 -", "2/14", "Page 2".
    pub fn is_page_number(&self, line: &str) -> bool {
        if line.len() > 24 {
            return false;
        }
        let bare = line.trim_matches(|sign: char| sign.is_whitespace() || "-–—|[]".contains(sign));
        let bare = one_of(bare, self.labels.page).map_or(bare, |at| bare[at..].trim_start());
        if is_roman(bare) {
            return true;
        }
        let digits = bare.bytes().filter(u8::is_ascii_digit).count();
        let only = bare.bytes().all(|byte| byte.is_ascii_digit() || byte == b'/');
        (1..=9).contains(&digits)
            && only
            && bare.split('/').count() <= 2
            && bare.split('/').all(|number| (1..=5).contains(&number.len()))
    }

    /// Whether a paragraph begins as wordings do.
    pub fn is_wording(&self, line: &str) -> bool {
        if one_of(line, self.labels.frames).is_some() {
            return true;
        }
        let begins =
            |word: &&str| starts_with(line, word).is_some_and(|at| !more_of_a_word(line, at));
        let opened = self.labels.openers.iter().any(begins);
        let word =
            |word: &str| word.trim_matches(|sign: char| !sign.is_alphanumeric()).to_lowercase();
        opened
            && line
                .split_whitespace()
                .take(8)
                .any(|found| self.labels.units.contains(&word(found).as_str()))
    }
}

fn provision(line: &str) -> Kind {
    let number_at = bullet(line);
    match Number::at_start(&line[number_at..]) {
        Numbered::Yes { number, number_len, len, closed } => {
            Kind::Provision { number, number_at, number_len, text_at: number_at + len, closed }
        }
        Numbered::TooDeep => Kind::TooDeep,
        Numbered::No => Kind::Text,
    }
}

/// Where `label` ends in `line`, if the line begins with it, whatever the case of its letters;
/// the line's own first letter must be as large as the label's. Any white space of the line matches
/// a space of the label.
fn starts_with(line: &str, label: &str) -> Option<usize> {
    let mut signs = line.char_indices();
    for (position, wanted) in label.chars().enumerate() {
        let (_, found) = signs.next()?;
        let same = found == wanted
            || (wanted == ' ' && found.is_whitespace())
            || (position > 0 && found.to_lowercase().eq(wanted.to_lowercase()));
        if !same {
            return None;
        }
    }
    Some(signs.next().map_or(line.len(), |(at, _)| at))
}

/// Where the first label that `line` begins with ends.
fn one_of(line: &str, labels: &[&str]) -> Option<usize> {
    labels.iter().find_map(|label| starts_with(line, label))
}

/// The same, however the first letter is written.
fn one_of_any_case(line: &str, labels: &[&str]) -> Option<usize> {
    let mut first = line.chars();
    let sign = first.next()?;
    let swapped: String = match sign.is_uppercase() {
        true => sign.to_lowercase().chain(first).collect(),
        false => sign.to_uppercase().chain(first).collect(),
    };
    // Swapping the case changes the length of a few letters; those begin no label.
    one_of(line, labels).or_else(|| {
        one_of(&swapped, labels)
            .filter(|at| swapped.len() == line.len() && line.is_char_boundary(*at))
    })
}

/// A small number in small Roman letters, as first pages have: "iv".
fn is_roman(word: &str) -> bool {
    let (tens, ones) = word.split_at(word.bytes().take_while(|byte| *byte == b'x').count());
    const ONES: [&str; 10] = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
    !word.is_empty() && tens.len() <= 3 && ONES.contains(&ones)
}

/// Whether a letter follows at `at`, so that what ends there is only the beginning of a word.
fn more_of_a_word(line: &str, at: usize) -> bool {
    line[at..].chars().next().is_some_and(char::is_alphanumeric)
}

/// Bytes of white space at the beginning.
fn space(text: &str) -> usize {
    text.len() - text.trim_start().len()
}

/// Where the text behind a colon at `at` begins; space may stand before it.
fn after_colon(line: &str, at: usize) -> Option<usize> {
    let rest = line[at..].trim_start();
    let text = rest.strip_prefix([':', '：'])?.trim_start();
    Some(line.len() - text.len())
}

/// Where a number that begins at `from` ends: digits, letters directly behind them, "bis",
/// "rev.", "rev. 2".
pub fn number_end(line: &str, from: usize) -> Option<usize> {
    let bytes = line.as_bytes();
    let digits = bytes.get(from..)?.iter().take_while(|byte| byte.is_ascii_digit()).count();
    if digits == 0 || digits > 9 {
        return None;
    }
    let mut end = from + digits;
    end += bytes[end..].iter().take_while(|byte| byte.is_ascii_alphabetic()).count().min(8);
    loop {
        let rest = line[end..].trim_start();
        let ends = |sign: char| sign.is_whitespace() || matches!(sign, '(' | ')' | ',' | ';');
        let word = rest.split(ends).next().unwrap_or("");
        let bare = word.trim_end_matches(['.', ':']);
        let suffix = matches!(bare, "rev" | "rév" | "rect" | "bis" | "ter" | "quater" | "corr")
            || (end > from + digits
                && !bare.is_empty()
                && bare.bytes().all(|b| b.is_ascii_digit()));
        if !suffix || rest.len() == line[end..].len() {
            return Some(end);
        }
        let full_stop = usize::from(word[bare.len()..].starts_with('.'));
        end = line.len() - rest.len() + bare.len() + full_stop;
    }
}

/// "A. ", "B) " or "AA. ": where the heading begins, and the letter.
fn letter(line: &str) -> Option<(usize, String)> {
    let end = Part::letter_in(line)?;
    let rest = line[end..].strip_prefix(['.', ')'])?;
    let text = rest.trim_start();
    (text.len() < rest.len()).then(|| (line.len() - text.len(), line[..end].to_owned()))
}

/// Where the words of a line end when a page number follows them: after a tab, dots or two spaces.
fn without_page(line: &str) -> (usize, bool) {
    let bare = line.trim_end_matches(|sign: char| sign.is_ascii_digit());
    let words =
        bare.trim_end_matches(|sign: char| sign.is_whitespace() || matches!(sign, '.' | '…' | '_'));
    let gap = &bare[words.len()..];
    let leader = gap.contains(['\t', '…']) || gap.chars().count() >= 2;
    if bare.len() < line.len() && leader && !words.is_empty() {
        (words.len(), true)
    } else {
        (line.len(), false)
    }
}

/// Whether one pair of parentheses holds all of `line`.
pub fn in_parentheses(line: &str) -> bool {
    if !line.starts_with('(') || !line.trim_end_matches('.').ends_with(')') {
        return false;
    }
    let end = line.trim_end_matches('.').len();
    let mut depth = 0usize;
    for (at, byte) in line[..end].bytes().enumerate() {
        match byte {
            b'(' => depth += 1,
            b')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return at + 1 == end;
        }
    }
    false
}

/// Something in parentheses or square brackets at the beginning, and what stands behind it.
fn bracketed(text: &str) -> Option<(&str, &str)> {
    let close = match text.chars().next()? {
        '(' => ')',
        '[' => ']',
        _ => return None,
    };
    let end = text.find(close)? + close.len_utf8();
    Some(text.split_at(end))
}

/// Bytes of the capital letters, and the dash behind them, that stand before the digits of a number.
fn series(text: &str) -> usize {
    let letters = text.bytes().take_while(u8::is_ascii_uppercase).count();
    let dash = usize::from(text[letters..].starts_with('-'));
    let digits = text[letters + dash..].starts_with(|sign: char| sign.is_ascii_digit());
    if (1..=4).contains(&letters) && digits { letters + dash } else { 0 }
}

/// Where the number of a division ends: "II", "Ier", "3", "1er bis".
fn division_number(words: &str) -> Option<usize> {
    let first = words.split_whitespace().next()?;
    let bare = first.trim_end_matches("er").trim_end_matches("ER");
    let roman = !bare.is_empty() && bare.bytes().all(|byte| b"IVXLC".contains(&byte));
    let figures = !bare.is_empty() && bare.len() <= 3 && bare.bytes().all(|b| b.is_ascii_digit());
    let mut end = first.len();
    (roman || figures).then_some(())?;
    let rest = words.get(end..)?;
    let suffix = rest
        .split_whitespace()
        .next()
        .filter(|word| text::LABEL_SUFFIXES.contains(&word.to_lowercase().as_str()));
    if let Some(suffix) = suffix {
        end += space(rest) + suffix.len();
    }
    Some(end)
}

/// Whether `line` is an entry of a table of contents: words, then a page number.
pub fn is_contents_entry(line: &str) -> bool {
    line.len() < 300
        && line.ends_with(|sign: char| sign.is_ascii_digit())
        && !line.starts_with(|sign: char| sign.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use instruction::style::language;
    use text::Lang;

    fn classifier(lang: Lang) -> Classifier {
        Classifier::new(&language(lang).expect("registered").labels)
    }

    fn en(line: &str) -> Kind {
        classifier(Lang::EN).kind(line)
    }

    fn fr(line: &str) -> Kind {
        classifier(Lang::FR).kind(line)
    }

    fn heading(number: &str, parent: Option<&str>, rest: usize) -> Kind {
        Kind::Amendment { number: number.into(), parent: parent.map(str::to_owned), rest }
    }

    #[test]
    fn headings_of_amendments() {
        assert_eq!(en("Amendment 4"), heading("4", None, 11));
        assert_eq!(en("AMENDMENT No. 4"), heading("4", None, 15));
        assert_eq!(en("Amendment 4 rev. 2"), heading("4 rev. 2", None, 18));
        assert_eq!(en("Amendment 4bis:"), heading("4bis", None, 15));
        assert_eq!(en("Amendment 4 (Falls if amendment 2 is adopted)"), heading("4", None, 12));
        assert_eq!(en("Sub-amendment 1 to amendment 13"), heading("1", Some("13"), 31));
        assert_eq!(fr("Sous-amendement 1 à l’amendement 13"), heading("1", Some("13"), 37 + 1));
        assert_eq!(fr("Amendement n° 7"), heading("7", None, 16));
        assert_eq!(en("Amendment no. 4"), heading("4", None, 15));
        assert_eq!(
            en("SUB-AMENDMENT 1 TO AMENDMENT No. 13"),
            heading("1", Some("13"), "SUB-AMENDMENT 1 TO AMENDMENT No. 13".len())
        );
        assert_eq!(en("Amendment 4 – Ms Ada Fog and others"), heading("4", None, 16));
        assert_eq!(en("Amendment 4, tabled by Mr Reed"), heading("4", None, 13));
        assert_eq!(en("Amendment 4: Delete paragraph 1."), heading("4", None, 13));
        for line in [
            "Amendment",
            "Amendment four",
            "Amendment 4 is good.",
            "amendment 4",
            "Amendments 4",
            "Amendment 4, which is good",
        ] {
            assert_eq!(en(line), Kind::Text, "{line}");
        }
    }

    #[test]
    fn headings_of_parts() {
        let part = |line| match en(line) {
            Kind::Part { letter, kind, heading, page } => Some((
                letter.unwrap_or_default(),
                kind,
                line[heading.0..heading.1].to_owned(),
                page,
            )),
            _ => None,
        };
        let resolution = |letter: &str, page| {
            Some((letter.to_owned(), TextKind::Resolution, "Draft resolution".to_owned(), page))
        };
        assert_eq!(part("A. Draft resolution"), resolution("A", false));
        assert_eq!(part("Draft resolution"), resolution("", false));
        assert_eq!(part("A. Draft resolution\t2"), resolution("A", true));
        assert_eq!(part("A. Draft resolution ....... 2"), resolution("A", true));
        assert_eq!(part("A. Draft order").map(|p| p.1), Some(TextKind::Other));
        let adopted = part("A. Resolution").map(|part| (part.1, part.2));
        assert_eq!(adopted, Some((TextKind::Resolution, "Resolution".to_owned())));
        assert_eq!(part("A. Resolution on boats"), None);
        assert_eq!(part("A. Smith spoke"), None);
        assert_eq!(part("Draft resolution 5 is adopted"), None);
        assert_eq!(part("A. Draft resolution on boats."), None);
    }

    #[test]
    fn other_lines() {
        assert_eq!(en("Tabled by Ms Ada FOG"), Kind::TabledBy(10));
        assert_eq!(fr("Déposé par Mme Ada FOG"), Kind::TabledBy(13));
        assert_eq!(fr("Auteurs : Mme Ada FOG"), Kind::TabledBy(10));
        assert_eq!(en("Explanatory note: boats"), Kind::Note(18));
        assert_eq!(fr("Note explicative :"), Kind::Note(18));
        assert_eq!(en("Explanatory notes are short."), Kind::Text);
        assert_eq!(en("Table of contents\tPage"), Kind::Contents);
        assert_eq!(en("Amendments"), Kind::Amendments);
        assert_eq!(en("Amendments without a place in the text"), Kind::Amendments);
        assert_eq!(fr("Amendements sans place dans le texte"), Kind::Amendments);
        assert_eq!(en("(Falls if amendment 4 is adopted)"), Kind::Parenthesised);
        assert_eq!(en("(one) and (two)"), Kind::Text);
        assert_eq!(en("\\Amendment 4"), Kind::Literal(1));
    }

    #[test]
    fn page_numbers() {
        let is = |line| classifier(Lang::EN).is_page_number(line);
        for line in ["2", "- 2 -", "2/14", "Page 2", "page 2"] {
            assert_eq!(is(line), line != "page 2", "{line}");
        }
        for line in ["2.", "boats", "30/09/2025", "", "123456"] {
            assert!(!is(line), "{line}");
        }
    }

    #[test]
    fn beginnings_of_wordings() {
        let (en, fr) = (classifier(Lang::EN), classifier(Lang::FR));
        assert!(en.is_wording("In the draft resolution, delete paragraph 3."));
        assert!(en.is_wording("After paragraph 3.2, insert"));
        assert!(!en.is_wording("In the fog, boats wait."));
        assert!(fr.is_wording("Après le paragraphe 3, insérer"));
        assert!(!fr.is_wording("Dans le brouillard, les bateaux attendent."));
    }
}
