//! The tracked changes of a draft as amendments, tabled by those who made them.

use super::typed::Typed;
use engine::changes::{Doubt, Touched, Why, changes};
use engine::imported::Finding;
use engine::read::{self, Read};
use instruction::style::language;
use source::Severity;
use text::{Draft, Lang};

/// The draft typed out before and after its changes, and who made them.
pub struct Sides<'a> {
    /// As before them.
    pub old: &'a Typed,
    /// As after them.
    pub new: &'a Typed,
    /// Their authors.
    pub authors: &'a [String],
}

/// Puts the amendments that turn the draft into `new` into its dossier, with what cannot be worded into the
/// findings. Returns how many there are.
pub fn table(read: &mut Read, new: &Draft, sides: &Sides<'_>) -> usize {
    let Some(version) = read.dossier.versions.first() else { return 0 };
    let lang = version.lang;
    if new.lang != lang {
        read.findings.push(doubtful(Why::Parts, &[]));
        return 0;
    }
    let made = changes(version, new);
    let amendments =
        made.worded.iter().enumerate().map(|(at, change)| {
            change.amendment(at + 1, lang, sides.tablers(&change.touched, lang))
        });
    read.dossier.amendments = amendments.collect();
    if !read.dossier.amendments.is_empty() {
        read.findings.retain(|finding| !matches!(finding, read::Finding::NoAmendments { .. }));
    }
    let mut whys: Vec<Why> = made.doubts.iter().map(|doubt| doubt.why).collect();
    whys.sort_unstable();
    whys.dedup();
    for why in whys {
        let all: Vec<&Doubt> = made.doubts.iter().filter(|doubt| doubt.why == why).collect();
        if matches!(why, Why::Settled | Why::Parts) {
            read.findings.push(doubtful(why, &all));
        } else {
            read.findings.extend(all.iter().map(|doubt| doubtful(why, &[*doubt])));
        }
    }
    made.worded.len()
}

impl Sides<'_> {
    /// The authors of what was changed at these places; all of them where that cannot be told.
    fn tablers(&self, touched: &Touched, lang: Lang) -> Vec<String> {
        let at = |typed: &Typed, place: u32| {
            let line = typed.line_at(place).and_then(|line| typed.lines.get(line));
            line.map(|line| line.authors.clone()).unwrap_or_default()
        };
        let old = touched.old.iter().flat_map(|place| at(self.old, *place));
        let new = touched.new.iter().flat_map(|place| at(self.new, *place));
        let mut who: Vec<usize> = old.chain(new).collect();
        who.sort_unstable();
        who.dedup();
        let authors = who.iter().filter_map(|author| self.authors.get(*author));
        let names = persons(authors, lang);
        if names.is_empty() { persons(self.authors.iter(), lang) } else { names }
    }
}

/// Authors as tablers. In a paper of ours they are called "Amendment 4 (Ms Ada FOG, Mr Ben REED)" and
/// "Editorial, following from amendment 4" ([`crate::docx`]): the names are tablers, the editors are not.
fn persons<'a>(authors: impl Iterator<Item = &'a String>, lang: Lang) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for author in authors {
        for name in of_author(author, lang) {
            if !name.is_empty() && !names.iter().any(|before| before == name) {
                names.push(name.to_owned());
            }
        }
    }
    names
}

fn of_author(author: &str, lang: Lang) -> Vec<&str> {
    let Some(language) = language(lang) else { return vec![author] };
    let printed = &language.printed;
    let is = |template: &str| author.starts_with(template.trim_end_matches("{}"));
    if is(printed.editorial_one) || is(printed.editorial_several) {
        return Vec::new();
    }
    let inner = author.strip_suffix(')').and_then(|author| author.split_once(" ("));
    match inner {
        Some((amendment, names)) if is(printed.by_amendment) && !amendment.is_empty() => {
            names.split(", ").filter(|name| *name != "…").collect()
        }
        _ => vec![author],
    }
}

fn doubtful(why: Why, all: &[&Doubt]) -> read::Finding {
    let (code, severity) = match why {
        Why::Parts => ("changes-other-parts", Severity::Error),
        Why::NoWording => ("changes-no-wording", Severity::Error),
        Why::OutOfReach => ("changes-out-of-reach", Severity::Error),
        Why::NotTogether => ("changes-not-together", Severity::Error),
        Why::TooMuch => ("changes-too-much", Severity::Error),
        Why::Differs => ("changes-differ", Severity::Warning),
        Why::Settled => ("changes-settled", Severity::Note),
    };
    let number = all.first().map_or("", |doubt| doubt.number.as_str());
    let number = if number.is_empty() { "none" } else { number };
    let mut finding = Finding::new(code, severity).with("number", number);
    finding.count = all.len().max(1);
    if let Some(first) = all.first() {
        finding = finding.at(first.at);
    }
    read::Finding::Imported(finding)
}
