//! What is made of the places that were named: joined, taken apart, narrowed to an end.

use super::place::at;
use crate::{Edge, Locator, Ordinal, Payload, PayloadUnit, Provisions, Sentences, Unit, UnitPath};

/// Whether all places are alinéas by their numbers, or sentences of them.
pub(super) fn is_numbered(places: &[Locator]) -> bool {
    let numbered = |place: &Locator| {
        matches!(
            &place.unit,
            Unit::Provisions(Provisions::One(_) | Provisions::Range(..) | Provisions::List(_))
        )
    };
    !places.is_empty() && places.iter().all(numbered)
}

/// Of a unit of several alinéas the one that words and sentences go into.
pub(super) fn inner(place: Locator, edge: Edge, unit: PayloadUnit) -> Locator {
    let end = if edge == Edge::Beginning { Ordinal::Nth(1) } else { Ordinal::FromEnd(1) };
    match &place.unit {
        Unit::Provisions(Provisions::Labelled { unit: path, blocks: None })
            if unit != PayloadUnit::Provisions && place.sentences.is_none() =>
        {
            let unit: UnitPath = path.clone();
            let blocks = Some((end, end));
            Locator { unit: Unit::Provisions(Provisions::Labelled { unit, blocks }), ..place }
        }
        _ => place,
    }
}

/// "Ces alinéas", named one by one, as one place.
pub(super) fn joined(places: Vec<Locator>) -> Vec<Locator> {
    let mut numbers = Vec::new();
    for place in &places {
        match (&place.unit, &place.sentences, &place.words) {
            (Unit::Provisions(Provisions::One(number)), None, None) => numbers.push(number.clone()),
            _ => return places,
        }
    }
    if numbers.len() < 2 {
        return places;
    }
    vec![at(Provisions::List(numbers))]
}

/// Within the sentence that the words stand in, where the place names none.
pub(super) fn around(at: Locator, sentence: bool) -> Locator {
    match at.sentences.is_none() && sentence {
        true => Locator { sentences: Some(Sentences::Around), ..at },
        false => at,
    }
}

/// Whole alinéas that go into what a unit quotes are quoted themselves, whether they have marks or not.
pub(super) fn quoted_in(at: &Locator, mut what: Payload) -> Payload {
    let quoted = matches!(
        &at.unit,
        Unit::Provisions(Provisions::Labelled { unit, .. }) if unit.quoted
    );
    if quoted && what.unit == PayloadUnit::Provisions {
        for paragraph in &mut what.paragraphs {
            if !text::is_quoted(&paragraph.content.text) {
                paragraph.content.text.insert(0, '"');
            }
        }
    }
    what
}

/// Alinéas by their numbers, each as a place of its own.
pub(super) fn alone(place: Locator) -> Vec<Locator> {
    let numbers = match &place.unit {
        Unit::Provisions(Provisions::List(numbers)) => numbers.clone(),
        Unit::Provisions(range @ Provisions::Range(..)) => range.cited(),
        _ => return vec![place],
    };
    let one = |number| Locator { unit: Unit::Provisions(Provisions::One(number)), ..place.clone() };
    numbers.into_iter().map(one).collect()
}

/// Whether it names alinéas that do not follow one another.
pub(super) fn is_apart(place: &Locator) -> bool {
    let Unit::Provisions(Provisions::List(numbers)) = &place.unit else { return false };
    let numbers: Option<Vec<u32>> = numbers.iter().map(|number| number.parse().ok()).collect();
    numbers.is_some_and(|numbers| numbers.windows(2).any(|two| two[0] + 1 != two[1]))
}
