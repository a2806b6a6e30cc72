//! Places: alinéas, sentences, units by their labels; as a heading of their own, in a clause, or as
//! what a clause acts on.

use super::super::fr::lexicon as words;
use super::cursor::Cursor;
use crate::{Locator, Ordinal, Provisions, Sentences, Unit, UnitPath};
use smallvec::{SmallVec, smallvec};

/// What a place named before is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Noun {
    /// "cet article": all of it.
    Article,
    /// "cet alinéa": the unit of the place, without its sentences.
    Unit,
    /// "cette phrase": the place itself.
    Place,
    /// "ce même texte": what a unit named before proposes.
    Text,
}

/// A place without more: all its parts by default.
pub(super) fn at(provisions: Provisions) -> Locator {
    Locator { unit: Unit::Provisions(provisions), ..Locator::default() }
}

/// "cet article".
pub(super) fn article() -> Locator {
    at(Provisions::Labelled { unit: UnitPath::default(), blocks: None })
}

/// A count in words or in figures: "trois", "vingt et un", "9".
pub(super) fn count(cursor: &mut Cursor<'_>) -> Option<u32> {
    if let Some(tens) = cursor.lookup(words::TENS) {
        return Some(tens + ones(cursor).unwrap_or(0));
    }
    if let Some(count) = cursor.lookup(words::COUNTS) {
        return Some(count);
    }
    cursor.figures()
}

/// "-deux", "-et-un", " et un" behind tens.
fn ones(cursor: &mut Cursor<'_>) -> Option<u32> {
    let mut ahead = *cursor;
    ahead.one_of(&["-et-", "et ", "-"])?;
    let ones = ahead.lookup(&words::COUNTS[..10])?;
    *cursor = ahead;
    Some(ones)
}

/// An ordinal in words or in figures: "premier", "5ème".
pub(super) fn ordinal(cursor: &mut Cursor<'_>) -> Option<Ordinal> {
    if let Some(ordinal) = cursor.lookup(words::ORDINALS) {
        return Some(ordinal);
    }
    let mut ahead = *cursor;
    let nth = ahead.figures()?;
    let before = ahead.at();
    ahead.one_of(words::ORDINAL_ENDINGS)?;
    let glued = ahead.at() <= before + 5;
    (glued && nth > 0).then(|| {
        *cursor = ahead;
        Ordinal::Nth(nth)
    })
}

/// Ordinals before a noun: each alone, or the first and the last of a row.
pub(super) enum Ordinals {
    Each(SmallVec<[Ordinal; 2]>),
    Row(Ordinal, Ordinal),
}

/// "première", "deuxième et dernière", "deux premiers", "deuxième à quatrième".
pub(super) fn ordinals(cursor: &mut Cursor<'_>) -> Option<Ordinals> {
    let mut ahead = *cursor;
    if let Some(count) = count(&mut ahead)
        && let Some(edge) = ordinal(&mut ahead)
    {
        let row = match edge {
            Ordinal::Nth(1) => Ordinals::Row(Ordinal::Nth(1), Ordinal::Nth(count)),
            Ordinal::FromEnd(1) => Ordinals::Row(Ordinal::FromEnd(count), Ordinal::FromEnd(1)),
            _ => return None,
        };
        *cursor = ahead;
        return Some(row);
    }
    let mut ahead = *cursor;
    let mut all: SmallVec<[Ordinal; 2]> = smallvec![ordinal(&mut ahead)?];
    *cursor = ahead;
    loop {
        let mut ahead = *cursor;
        let joined = ahead.sign(',') || ahead.eat("et");
        ahead.one_of(words::ARTICLES);
        if !joined {
            break;
        }
        let Some(next) = ordinal(&mut ahead) else { break };
        all.push(next);
        *cursor = ahead;
    }
    let mut ahead = *cursor;
    if let [first] = all.as_slice()
        && (ahead.eat("a la") || ahead.eat("au") || ahead.eat("a"))
        && let Some(last) = ordinal(&mut ahead)
    {
        *cursor = ahead;
        return Some(Ordinals::Row(*first, last));
    }
    Some(Ordinals::Each(all))
}

/// The sentences that ordinals mean; several where they are apart.
fn sentences(ordinals: &Ordinals) -> Option<SmallVec<[Sentences; 1]>> {
    let one = |ordinal: &Ordinal| match ordinal {
        Ordinal::Nth(nth) => Some(Sentences::Nth(*nth)),
        Ordinal::FromEnd(1) => Some(Sentences::Last),
        Ordinal::FromEnd(2) => Some(Sentences::Penultimate),
        Ordinal::FromEnd(_) => None,
    };
    match ordinals {
        Ordinals::Each(all) if all.len() == 1 => all.iter().map(one).collect(),
        Ordinals::Each(all) => {
            let counted: Option<Vec<u32>> = all
                .iter()
                .map(|ordinal| match ordinal {
                    Ordinal::Nth(nth) => Some(*nth),
                    Ordinal::FromEnd(_) => None,
                })
                .collect();
            match counted {
                Some(numbers) if numbers.len() > 1 && numbers.is_sorted_by(|a, b| a < b) => {
                    let row = numbers.windows(2).all(|two| two[0] + 1 == two[1]);
                    let (first, last) = (*numbers.first()?, *numbers.last()?);
                    Some(smallvec![match row {
                        true => Sentences::Range(first, last),
                        false => Sentences::List(numbers),
                    }])
                }
                _ => all.iter().map(one).collect(),
            }
        }
        Ordinals::Row(Ordinal::Nth(first), Ordinal::Nth(last)) if first < last => {
            Some(smallvec![Sentences::Range(*first, *last)])
        }
        Ordinals::Row(Ordinal::FromEnd(count), Ordinal::FromEnd(1)) => {
            Some(smallvec![Sentences::LastCount(*count)])
        }
        Ordinals::Row(..) => None,
    }
}

/// "seconde phrase", "deuxième et dernière phrases": which, and whether the noun is plural for one
/// ordinal ("premières phrases": one of each alinéa).
pub(super) fn sentence_phrase(cursor: &mut Cursor<'_>) -> Option<(SmallVec<[Sentences; 1]>, bool)> {
    let mut ahead = *cursor;
    ahead.one_of(words::ARTICLES);
    let ordinals = ordinals(&mut ahead)?;
    let plural = ahead.eat("phrases");
    if !plural && !ahead.eat("phrase") {
        return None;
    }
    let of_each = plural && matches!(&ordinals, Ordinals::Each(one) if one.len() == 1);
    let found = sentences(&ordinals)?;
    *cursor = ahead;
    Some((found, of_each))
}

/// Alinéas by their numbers: "3", "7 à 9", "1, 5 et 6", "5 à 7, 17 et 18".
struct Numbers {
    /// Each number or range in turn.
    runs: SmallVec<[(u32, u32); 2]>,
}

impl Numbers {
    fn provisions(&self) -> Option<Provisions> {
        match self.runs.as_slice() {
            [] => None,
            [(first, last)] if first == last => Some(Provisions::One(first.to_string())),
            [(first, last)] => Some(Provisions::Range(first.to_string(), last.to_string())),
            runs => {
                let each = |(first, last): &(u32, u32)| {
                    (*first..=*last).take(1_000).map(|number| number.to_string())
                };
                Some(Provisions::List(runs.iter().flat_map(each).collect()))
            }
        }
    }
}

fn number_or_range(cursor: &mut Cursor<'_>) -> Option<(u32, u32)> {
    let mut ahead = *cursor;
    let first = ahead.figures()?;
    if ahead.peek().is_some_and(|c| c.is_alphabetic() || c == '°') {
        return None;
    }
    *cursor = ahead;
    if ahead.eat("a")
        && let Some(last) = ahead.figures()
    {
        *cursor = ahead;
        return Some((first, last));
    }
    Some((first, first))
}

/// The noun behind which the numbers of alinéas stand.
fn alinea(cursor: &mut Cursor<'_>) -> bool {
    cursor.one_of(&["alineas", "alinea"]).is_some()
}

/// "alinéa 3", "alinéas 7, deuxième et dernière phrases, 8, première phrase, et 11": each place. The
/// noun is read already.
pub(super) fn numbered(cursor: &mut Cursor<'_>) -> Option<Vec<Locator>> {
    let mut found: Vec<Locator> = Vec::new();
    let mut open = Numbers { runs: smallvec![number_or_range(cursor)?] };
    loop {
        let mut ahead = *cursor;
        let comma = ahead.sign(',');
        let mut sentence = ahead;
        if comma && let Some((which, of_each)) = sentence_phrase(&mut sentence) {
            *cursor = sentence;
            // "3 et 4, première phrase" speaks of alinéa 4 alone; "premières phrases" of each.
            let last = open.runs.pop()?;
            let meant = if of_each {
                open.runs.push(last);
                std::mem::replace(&mut open, Numbers { runs: SmallVec::new() })
            } else {
                if let Some(before) = open.provisions() {
                    found.push(at(before));
                }
                open.runs.clear();
                Numbers { runs: smallvec![last] }
            };
            for sentences in which {
                found.push(Locator { sentences: Some(sentences), ..at(meant.provisions()?) });
            }
            continue;
        }
        let and = ahead.eat("et");
        if !comma && !and {
            break;
        }
        if and || comma {
            alinea(&mut ahead);
        }
        let Some(run) = number_or_range(&mut ahead) else { break };
        open.runs.push(run);
        *cursor = ahead;
    }
    if let Some(rest) = open.provisions() {
        found.push(at(rest));
    }
    Some(found)
}

/// A place on a line of its own: "Alinéa 3, première phrase".
pub(super) fn heading(cursor: &mut Cursor<'_>) -> Option<Vec<Locator>> {
    let mut ahead = *cursor;
    if alinea(&mut ahead)
        && let Some(found) = numbered(&mut ahead)
    {
        cells(&mut ahead);
        ahead.sign(':');
        ahead.sign(',');
        *cursor = ahead;
        return Some(found);
    }
    // "Première phrase" of an article that has one alinéa.
    let mut ahead = *cursor;
    ahead.space();
    if ahead.begins_line()
        && ahead.line_names_sentence()
        && let Some((which, false)) = sentence_phrase(&mut ahead)
        && ahead.ends_line()
    {
        let sole = Provisions::Counted(crate::Counted::Only);
        *cursor = ahead;
        let one = |sentences| Locator { sentences: Some(sentences), ..at(sole.clone()) };
        return Some(which.into_iter().map(one).collect());
    }
    None
}

/// Sentences of the places named before, on a line of their own behind a label: "1° Première phrase".
pub(super) fn sentences_of_named(
    cursor: &mut Cursor<'_>,
    named: &[Locator],
) -> Option<Vec<Locator>> {
    let mut ahead = *cursor;
    let (which, of_each) = sentence_phrase(&mut ahead)?;
    let units = called(Noun::Unit, named)?;
    ahead.sign(':');
    if of_each || !ahead.ends_line() {
        return None;
    }
    let each = |unit: &Locator| {
        let with =
            |sentences: &Sentences| Locator { sentences: Some(sentences.clone()), ..unit.clone() };
        which.iter().map(with).collect::<Vec<_>>()
    };
    *cursor = ahead;
    Some(units.iter().flat_map(each).collect())
}

/// ", tableau, deuxième colonne, première à sixième lignes": the table that an alinéa is, and cells of
/// it. Cells are no units of a text here: words named in one are sought in the whole table, and must
/// stand there once.
pub(super) fn cells(cursor: &mut Cursor<'_>) -> bool {
    let mut found = false;
    loop {
        let mut ahead = *cursor;
        ahead.sign(',');
        let table = ahead.eat("tableau");
        let row = !table
            && ordinals(&mut ahead).is_some()
            && ahead.one_of(&["colonnes", "colonne", "lignes", "ligne"]).is_some();
        if !(table || row) {
            return found;
        }
        found = true;
        *cursor = ahead;
    }
}

/// A place as a noun phrase, with the article or preposition before it. `named` is the place that
/// was named before.
pub(super) fn place(cursor: &mut Cursor<'_>, named: &[Locator]) -> Option<Vec<Locator>> {
    if let Some(noun) = cursor.lookup(words::NAMED) {
        return called(noun, named);
    }
    let mut ahead = *cursor;
    ahead.one_of(words::ARTICLES);
    let found = bare(&mut ahead, named)?;
    *cursor = ahead;
    Some(found)
}

/// "cet alinéa": what was named before.
pub(super) fn called(noun: Noun, named: &[Locator]) -> Option<Vec<Locator>> {
    let found: Vec<Locator> = match noun {
        Noun::Article => vec![article()],
        Noun::Place => named.to_vec(),
        Noun::Text => proposed_before(named)?,
        Noun::Unit => {
            let mut units: Vec<Locator> = Vec::new();
            for place in named {
                let unit = Locator { unit: place.unit.clone(), ..Locator::default() };
                if !units.contains(&unit) {
                    units.push(unit);
                }
            }
            units
        }
    };
    (!found.is_empty()).then_some(found)
}

/// A noun phrase without its article: "alinéa 4", "seconde phrase de l'alinéa 4", "même alinéa",
/// "troisième alinéa du II", "2° du I".
pub(super) fn bare(cursor: &mut Cursor<'_>, named: &[Locator]) -> Option<Vec<Locator>> {
    let mut ahead = *cursor;
    let same = ahead.eat("meme") || ahead.eat("memes");
    if alinea(&mut ahead) {
        let mut numbers = ahead;
        if let Some(found) = numbered(&mut numbers) {
            *cursor = numbers;
            return Some(found);
        }
        *cursor = ahead;
        return called(Noun::Unit, named);
    }
    if same && (ahead.eat("phrase") || ahead.eat("phrases")) {
        *cursor = ahead;
        return called(Noun::Place, named);
    }
    if same && ahead.eat("texte") {
        *cursor = ahead;
        return proposed_before(named);
    }
    let mut ahead = *cursor;
    if ahead.eat("phrase") {
        // "la fin de la phrase": the one named, or of the only alinéa named.
        *cursor = ahead;
        return called(Noun::Place, named);
    }
    if ahead.eat("article") && ahead.peek() != Some(' ') {
        *cursor = ahead;
        return called(Noun::Article, named);
    }
    let mut ahead = *cursor;
    let article = ahead.one_of(words::ARTICLES).is_some();
    if let Some(ordinals) = ordinals(&mut ahead) {
        if ahead.one_of(&["phrases", "phrase"]).is_some()
            && let Some(which) = sentences(&ordinals)
        {
            let mut units = of(&mut ahead, named).or_else(|| called(Noun::Unit, named))?;
            *cursor = ahead;
            if let ([unit], [sentences]) = (units.as_mut_slice(), which.as_slice()) {
                unit.sentences = Some(sentences.clone());
                return Some(units);
            }
            let each = |unit: &Locator| {
                let with = |sentences: &Sentences| Locator {
                    sentences: Some(sentences.clone()),
                    ..unit.clone()
                };
                which.iter().map(with).collect::<Vec<_>>()
            };
            return Some(units.iter().flat_map(each).collect());
        }
        if !article && alinea(&mut ahead) {
            label_remark(&mut ahead);
            let unit = of_unit(&mut ahead, named).unwrap_or_default();
            let one = |first, last| {
                at(Provisions::Labelled { unit: unit.clone(), blocks: Some((first, last)) })
            };
            *cursor = ahead;
            return Some(match ordinals {
                Ordinals::Row(first, last) => vec![one(first, last)],
                Ordinals::Each(all) => {
                    all.into_iter().map(|ordinal| one(ordinal, ordinal)).collect()
                }
            });
        }
    }
    let mut ahead = *cursor;
    let unit = unit_path(&mut ahead, named)?;
    *cursor = ahead;
    Some(vec![at(Provisions::Labelled { unit, blocks: None })])
}

/// "de l'alinéa 4": the place behind "of".
pub(super) fn of(cursor: &mut Cursor<'_>, named: &[Locator]) -> Option<Vec<Locator>> {
    let mut ahead = *cursor;
    ahead.one_of(words::OF)?;
    let found = match ahead.lookup(words::NAMED) {
        Some(noun) => called(noun, named)?,
        None => bare(&mut ahead, named)?,
    };
    *cursor = ahead;
    Some(found)
}

/// "(2°)" behind an alinéa counted: the label it begins with, said once more.
fn label_remark(cursor: &mut Cursor<'_>) {
    let mut ahead = *cursor;
    if ahead.sign('(')
        && let Some(close) = ahead.rest().find(')').filter(|close| *close <= 12)
    {
        ahead.to(ahead.at() + close + 1);
        *cursor = ahead;
    }
}

/// "du II de cet article".
fn of_unit(cursor: &mut Cursor<'_>, named: &[Locator]) -> Option<UnitPath> {
    let mut ahead = *cursor;
    ahead.one_of(words::OF)?;
    let unit = match ahead.lookup(words::NAMED) {
        Some(Noun::Article) => UnitPath::default(),
        Some(_) => return None,
        None if ahead.eat("present article") => UnitPath::default(),
        None => unit_path(&mut ahead, named)?,
    };
    *cursor = ahead;
    Some(unit)
}

/// A unit by its labels: "2° du I de cet article", "texte proposé par le I de cet article pour
/// l'article L. 423-14 du code", "même texte".
fn unit_path(cursor: &mut Cursor<'_>, named: &[Locator]) -> Option<UnitPath> {
    let mut ahead = *cursor;
    if ahead.eat("meme texte") {
        let found = proposed_before(named)?;
        let Unit::Provisions(Provisions::Labelled { unit, .. }) = found.into_iter().next()?.unit
        else {
            return None;
        };
        *cursor = ahead;
        return Some(unit);
    }
    if ahead.eat("texte propose") {
        let mut unit = UnitPath { quoted: true, ..UnitPath::default() };
        if ahead.one_of(&["par le", "par la", "par"]).is_some() {
            unit.labels = match ahead.lookup(words::NAMED) {
                Some(Noun::Article) => Vec::new(),
                _ => unit_path(&mut ahead, named)?.labels,
            };
        }
        if ahead.one_of(&["pour l'", "pour le", "pour la", "pour les"]).is_some() {
            // The provision of the code is named for the reader; it ends where the clause goes on.
            let rest = ahead.rest();
            let mark = rest.find([',', '\n', ':'])?;
            let by = rest.find(" par ").unwrap_or(mark);
            ahead.to(ahead.at() + mark.min(by));
        }
        *cursor = ahead;
        return Some(unit);
    }
    let first = label(&mut ahead)?;
    let mut labels = vec![first];
    *cursor = ahead;
    if let Some(outer) = of_unit(cursor, named) {
        labels.splice(0..0, outer.labels);
    }
    Some(UnitPath { labels, quoted: false })
}

/// The text proposed by a unit that a place named before speaks of.
fn proposed_before(named: &[Locator]) -> Option<Vec<Locator>> {
    named.iter().find_map(|place| match &place.unit {
        Unit::Provisions(Provisions::Labelled { unit, .. }) if unit.quoted => {
            let whole = Provisions::Labelled { unit: unit.clone(), blocks: None };
            Some(vec![at(whole)])
        }
        _ => None,
    })
}

/// A label as cited: "II", "2°", "a", "a)", "I bis", "3° ter".
fn label(cursor: &mut Cursor<'_>) -> Option<String> {
    let mut ahead = *cursor;
    ahead.space();
    let rest = ahead.rest();
    let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '°')).unwrap_or(rest.len());
    let word = rest.get(..end)?;
    let roman = word.chars().all(|c| "IVXLC".contains(c));
    let degree = word.strip_suffix('°').is_some_and(|n| n.parse::<u32>().is_ok());
    let letter = word.chars().count() == 1 && word.chars().all(|c| c.is_ascii_alphabetic());
    if word.is_empty() || !(roman || degree || letter) {
        return None;
    }
    ahead.to(ahead.at() + end);
    let mut label = word.to_owned();
    ahead.sign(')');
    *cursor = ahead;
    for suffix in ["bis", "ter", "quater", "quinquies", "sexies", "septies"] {
        if cursor.eat(suffix) {
            label.push(' ');
            label.push_str(suffix);
            break;
        }
    }
    Some(label)
}
