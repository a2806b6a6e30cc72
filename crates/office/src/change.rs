//! Who changed a text and when, as word processors show it.

use engine::document::{ChangeKind, Changed, Document, Run};

/// Word takes no longer name of an author, in UTF-16 units.
const LONGEST: usize = 255;

/// The time of a decision: "2026-11-25T19:30:00Z".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided(String);

impl Decided {
    /// Reads a day, `2026-11-25`, or a day and a time of day, `2026-11-25T19:30` with or without
    /// seconds and `Z`; a day alone is its first moment. `None` for anything else and for days and
    /// times that do not exist.
    pub fn parse(written: &str) -> Option<Self> {
        let (day, time) = match written.split_once('T') {
            Some((day, time)) => (day, time.strip_suffix('Z').unwrap_or(time)),
            None => (written, "00:00:00"),
        };
        let [year, month, of_month] = numbers(day, '-', [4, 2, 2])?;
        let full = if time.len() == 5 { format!("{time}:00") } else { time.to_owned() };
        let [hour, minute, second] = numbers(&full, ':', [2, 2, 2])?;
        let exists = (1..=days(year, month)?).contains(&of_month) && year > 0;
        let runs = hour < 24 && minute < 60 && second < 60;
        (exists && runs).then(|| Self(format!("{day}T{full}Z")))
    }

    /// The time as in `xsd:dateTime`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Three numbers of so many digits.
fn numbers(written: &str, between: char, digits: [usize; 3]) -> Option<[u32; 3]> {
    let mut pieces = written.split(between);
    let mut numbers = [0; 3];
    for (number, digits) in numbers.iter_mut().zip(digits) {
        let piece = pieces.next()?;
        let fits = piece.len() == digits && piece.bytes().all(|byte| byte.is_ascii_digit());
        *number = piece.parse().ok().filter(|_| fits)?;
    }
    pieces.next().is_none().then_some(numbers)
}

/// How many days a month has; `None` for no month.
fn days(year: u32, month: u32) -> Option<u32> {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => Some(31),
        4 | 6 | 9 | 11 => Some(30),
        2 => Some(if leap { 29 } else { 28 }),
        _ => None,
    }
}

/// When a change was decided: as was said of all, or else the moment of its amendment; of what the editorial pass did the
/// last of those that it follows from. None where that is not known.
pub(crate) fn date<'a>(
    change: &Changed,
    document: &'a Document,
    decided: Option<&'a Decided>,
) -> Option<&'a str> {
    let known = change.causes.iter().filter_map(|cited| document.moments.get(cited));
    decided.map(Decided::as_str).or_else(|| known.map(String::as_str).max())
}

/// The author of a change with the names behind it: "Amendment 4 (Ms Ada Reed, Mr Tom Wade)". Names
/// that no longer fit are left out and an ellipsis says so.
pub(crate) fn author(change: &Changed, document: &Document) -> String {
    let names = document.tablers.get(&change.author).map(Vec::as_slice).unwrap_or_default();
    let mut author = change.author.clone();
    for (at, name) in names.iter().enumerate() {
        let opens = if at == 0 { " (" } else { ", " };
        let with = format!("{author}{opens}{name}");
        // Room for ", …)".
        if units(&with) + 4 > LONGEST {
            author.push_str(if at == 0 { " (…" } else { ", …" });
            break;
        }
        author = with;
    }
    if !names.is_empty() {
        author.push(')');
    }
    shortened(author)
}

fn shortened(author: String) -> String {
    if units(&author) <= LONGEST {
        return author;
    }
    let mut short = String::new();
    let mut room = LONGEST - 1;
    for c in author.chars() {
        let Some(left) = room.checked_sub(c.len_utf16()) else { break };
        room = left;
        short.push(c);
    }
    short.push('…');
    short
}

fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

/// Whether a run stands in the new text, and whether in the old one.
fn stands(run: &Run) -> (bool, bool) {
    match run.change.as_ref().map(|change| change.kind) {
        None => (true, true),
        Some(ChangeKind::Inserted) => (true, false),
        Some(ChangeKind::Deleted) => (false, true),
    }
}

/// The tab between a number and its words: it came where only the new text has both, and went where
/// only the old one has. Nothing where the paragraph has not both in any of the texts.
pub(crate) fn tab(number: &[Run], words: &[Run], whole: Option<&Changed>) -> Option<Run> {
    let any = |runs: &[Run], new: bool| {
        runs.iter().filter(|run| !run.text.is_empty()).any(|run| {
            let (in_new, in_old) = stands(run);
            if new { in_new } else { in_old }
        })
    };
    // A number that stays while its words go with their paragraph stands before the words below.
    let goes = whole.is_some_and(|whole| whole.kind == ChangeKind::Deleted);
    let comes = whole.is_some_and(|whole| whole.kind == ChangeKind::Inserted);
    let in_new = any(number, true) && (any(words, true) || goes);
    let in_old = any(number, false) && (any(words, false) || comes);
    let tab = Run::plain("\t");
    let by = |kind| {
        let mut changes = number.iter().chain(words).filter_map(|run| run.change.as_ref());
        changes.find(|change| change.kind == kind).or(whole).cloned()
    };
    match (in_new, in_old) {
        (false, false) => None,
        (true, true) => Some(tab),
        (true, false) => Some(Run { change: by(ChangeKind::Inserted), ..tab }),
        (false, true) => Some(Run { change: by(ChangeKind::Deleted), ..tab }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_where_they_exist() {
        let read = |written| Decided::parse(written).map(|decided| decided.0);
        let full = Some("2026-11-25T19:30:00Z".to_owned());
        assert_eq!(read("2026-11-25T19:30:00Z"), full);
        assert_eq!(read("2026-11-25T19:30"), full);
        assert_eq!(read("2028-02-29"), Some("2028-02-29T00:00:00Z".into()));
        let wrong = ["2026-02-29", "25/11/2026", "2026-11-25T24:00", "2026-11-25T1:30", "", "T"];
        for wrong in wrong {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn an_author_is_never_longer_than_word_takes() {
        let names: Vec<String> = (0..40).map(|at| format!("Ms Ada Reed {at}")).collect();
        let change = Changed {
            kind: ChangeKind::Inserted,
            editorial: false,
            author: "Amendment 4".into(),
            causes: Vec::new(),
            sign: String::new(),
        };
        let mut document = empty();
        assert_eq!(author(&change, &document), "Amendment 4");
        document.tablers.insert("Amendment 4".into(), names[..2].to_vec());
        assert_eq!(author(&change, &document), "Amendment 4 (Ms Ada Reed 0, Ms Ada Reed 1)");
        document.tablers.insert("Amendment 4".into(), names);
        let long = author(&change, &document);
        assert!(long.ends_with(", …)") && units(&long) <= LONGEST, "{long}");
        let long = author(&Changed { author: "é".repeat(300), ..change }, &document);
        assert_eq!(units(&long), LONGEST);
    }

    #[test]
    fn a_change_has_the_moment_of_its_amendment_or_the_last_of_several() {
        let change = |causes: &[&str]| Changed {
            kind: ChangeKind::Inserted,
            editorial: causes.len() > 1,
            author: String::new(),
            causes: causes.iter().map(|cited| (*cited).to_owned()).collect(),
            sign: String::new(),
        };
        let mut document = empty();
        let moments = [("4", "2031-10-16T10:20:00Z"), ("13/1", "2031-10-16T10:03:00Z")];
        document.moments =
            moments.map(|(cited, moment)| (cited.to_owned(), moment.to_owned())).into();
        let all = Decided::parse("2031-11-01");
        for (causes, known) in [
            (&["4"][..], Some("2031-10-16T10:20:00Z")),
            (&["13/1"], Some("2031-10-16T10:03:00Z")),
            (&["13/1", "4", "9"], Some("2031-10-16T10:20:00Z")),
            (&["9"], None),
            (&[], None),
        ] {
            assert_eq!(date(&change(causes), &document, None), known);
            let said = date(&change(causes), &document, all.as_ref());
            assert_eq!(said, Some("2031-11-01T00:00:00Z"));
        }
    }

    fn empty() -> Document {
        Document {
            lang: text::Lang::EN,
            layout: engine::document::Layout::Linear,
            title: String::new(),
            head: <_>::default(),
            contents: Vec::new(),
            key: Vec::new(),
            sections: Vec::new(),
            terms: <_>::default(),
            tablers: <_>::default(),
            ours: false,
            moments: <_>::default(),
            catalogue: None,
        }
    }
}
