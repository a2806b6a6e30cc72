//! The table of amendments: tab-separated, Windows-1252, a line `sep=` before the heads, no quoting.

use super::Unread;
use encoding_rs::WINDOWS_1252;
use std::fmt;

/// One row of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amendment {
    /// What it is: "Amt", "S/Amt" for a sub-amendment, "Motion".
    pub kind: String,
    /// Its number as printed: "24 rect. bis".
    pub number: String,
    /// Where it stands: "Article 7", "art. add. après Article 7"; empty where it has no place.
    pub subdivision: String,
    /// The alinéa that the table office gave it: a number, "Amendement de suppression", "Rédaction
    /// complète", or nothing.
    pub alinea: String,
    /// Its wording, a line for each of its paragraphs.
    pub wording: String,
    /// What became of it, in the words of the Sénat.
    pub outcome: String,
}

/// An article, or a gap between articles for additional ones.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Subdivision {
    /// The article it is, or stands beside: "7", "8 bis", "1er".
    pub article: String,
    /// −1 before that article, 0 the article, 1 after it.
    pub side: i8,
}

impl Subdivision {
    /// Takes it from the words of the table: "art. add. après Article 7 (précédemment examiné)".
    pub fn parse(words: &str) -> Option<Self> {
        let words = words.replace('\u{a0}', " ");
        let at = words.find("Article ")?;
        let (before, article) = words.split_at(at);
        let article = article.trim_start_matches("Article ");
        let article = article.split(" (").next().unwrap_or(article).trim();
        let side = match before {
            before if before.contains("avant") => -1,
            before if before.contains("apr") => 1,
            _ => 0,
        };
        Some(Self { article: article.to_owned(), side })
    }

    /// Whether it is a gap for additional articles.
    pub fn is_additional(&self) -> bool {
        self.side != 0
    }
}

impl fmt::Display for Subdivision {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let side = match self.side {
            ..=-1 => "before ",
            0 => "",
            1.. => "after ",
        };
        write!(to, "{side}Article {}", self.article)
    }
}

impl Amendment {
    /// Its place among articles.
    pub fn place(&self) -> Option<Subdivision> {
        Subdivision::parse(&self.subdivision)
    }

    /// Its number without what is printed behind it: 24 of "24 rect. bis".
    pub fn bare_number(&self) -> u32 {
        bare(&self.number)
    }

    /// The number of its alinéa, where the table has one.
    pub fn alinea_number(&self) -> Option<u32> {
        self.alinea.parse().ok()
    }
}

/// The leading digits of a number as printed; 0 where there are none.
pub(super) fn bare(number: &str) -> u32 {
    let end = number.find(|c: char| !c.is_ascii_digit()).unwrap_or(number.len());
    number[..end].parse().unwrap_or(0)
}

/// Reads the table.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Amendment>, Unread> {
    let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
    let table = match text.split_once('\n') {
        Some((first, rest)) if first.starts_with("sep=") => rest,
        _ => &text,
    };
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(b'\t')
        .quoting(false)
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(table.as_bytes());
    let heads = reader.headers().map_err(Unread::Table)?.clone();
    let column = |name: &'static str| {
        heads.iter().position(|head| head == name).ok_or(Unread::Missing(name))
    };
    let [kind, number, subdivision, alinea, wording, outcome] = [
        column("Nature")?,
        column("Numéro")?,
        column("Subdivision")?,
        column("Alinéa")?,
        column("Dispositif")?,
        column("Sort")?,
    ];
    let mut all = Vec::new();
    for record in reader.records() {
        let record = record.map_err(Unread::Table)?;
        let cell = |at: usize| record.get(at).unwrap_or("").to_owned();
        let page = cell(wording);
        let wording = match page.is_empty() {
            true => String::new(),
            false => lines(&page).map_err(|error| Unread::Wording(cell(number), error))?,
        };
        all.push(Amendment {
            kind: cell(kind),
            number: cell(number),
            subdivision: cell(subdivision),
            alinea: cell(alinea),
            wording,
            outcome: cell(outcome),
        });
    }
    Ok(all)
}

/// A wording from its page of HTML, a line for each paragraph.
fn lines(page: &str) -> Result<String, intake::Error> {
    let read = match intake::html(page.as_bytes()) {
        Ok(read) => read.text,
        Err(intake::Error::Empty) => String::new(),
        Err(error) => return Err(error),
    };
    let kept = read.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    let kept: Vec<String> = kept.filter(|line| !line.is_empty()).collect();
    Ok(kept.join("\n"))
}
