//! Orders: places, a verb, what it acts on, and a new text.

use super::super::fr::lexicon as words;
use super::Verb;
use super::cursor::Cursor;
use super::located::{alone, around, inner, is_apart, is_numbered, joined, quoted_in};
use super::payload::{called, occurrences, payload, quote};
use super::place::{Ordinals, article, cells, heading, of, place, sentences_of_named};
use crate::{
    Edge, Frame, Instruction, Locator, NotExecutable, Occurrence, Operation, Ordinal, Payload,
    PayloadUnit, Quote, Subject, WordsAt,
};
use smallvec::{SmallVec, smallvec};
use source::Span;

/// Why a wording gives no instruction.
#[derive(Clone, Copy, Debug)]
pub(super) enum Fault {
    /// No rule reads what stands here.
    NotUnderstood(Span),
    /// It is understood, and cannot be carried out in one article.
    NotExecutable(NotExecutable, Span),
}

/// Words as a wording names them: the words, and which of several.
#[derive(Clone)]
struct Named {
    quote: Quote,
    which: SmallVec<[Occurrence; 1]>,
}

/// What stands before the verb.
#[derive(Clone, Default)]
struct Scene {
    /// The side or the end that was named.
    edge: Option<Edge>,
    /// Places behind "after" and "before".
    beside: Option<Vec<Locator>>,
    /// Words behind "after" and "before".
    anchor: Option<Named>,
    /// A place that no article has: the whole bill, its title.
    elsewhere: Option<usize>,
}

/// Reads all orders of a wording.
pub(super) struct Reader<'a> {
    cursor: Cursor<'a>,
    /// The places named last.
    named: Vec<Locator>,
    /// Whether places stand in the sentences, as the National Assembly has them.
    sentence: bool,
    frame: Frame,
    operations: Vec<Operation<Locator>>,
    /// No place was named since the last label of the first rank.
    fresh: bool,
    /// The last replacement of words, which "la même substitution" repeats: its operation.
    replaced: Option<usize>,
    /// The new text of the last insertion, which "la même insertion" repeats: where it is named, and
    /// whether places stood in the sentences then.
    inserted: Option<(Cursor<'a>, bool)>,
}

/// Whether an order begins here: labels, places, and a verb in the infinitive.
pub(super) fn begins_order(cursor: &Cursor<'_>) -> bool {
    let mut reader = Reader { cursor: *cursor, ..Reader::new("") };
    reader.labels();
    if reader.cursor.eat("en consequence") {
        return true;
    }
    let _ = reader.scene();
    reader.cursor.lookup(words::VERBS).is_some()
}

impl<'a> Reader<'a> {
    pub fn new(wording: &'a str) -> Self {
        Self {
            cursor: Cursor::new(wording),
            named: Vec::new(),
            sentence: false,
            frame: Frame::default(),
            operations: Vec::new(),
            fresh: false,
            replaced: None,
            inserted: None,
        }
    }

    /// The whole wording.
    pub fn all(&mut self) -> Result<Instruction<Locator>, Fault> {
        self.subject();
        while !self.cursor.done() {
            let before = self.cursor.at();
            self.labels();
            self.order()?;
            self.stop();
            if self.cursor.at() == before {
                return Err(self.fault());
            }
        }
        if self.operations.is_empty() {
            return Err(self.fault());
        }
        Ok(Instruction {
            frame: self.frame.clone(),
            operations: std::mem::take(&mut self.operations),
        })
    }

    fn fault(&self) -> Fault {
        Fault::NotUnderstood(Span::at(self.cursor.at()))
    }

    fn or_fault<T>(&self, found: Option<T>) -> Result<T, Fault> {
        found.ok_or_else(|| self.fault())
    }

    /// "Amendement n° 24 rectifié, alinéa 3": what is amended, where that is an amendment.
    fn subject(&mut self) {
        let mut ahead = self.cursor;
        if !ahead.eat("amendement") {
            return;
        }
        ahead.one_of(&["n°", "no", "n"]);
        let Some(number) = ahead.figures() else { return };
        while ahead.one_of(&["rectifie", "rect.", "rect", "bis", "ter", "quater"]).is_some() {}
        ahead.sign(',');
        self.frame.subject = Subject::Amendment(number.to_string());
        self.cursor = ahead;
    }

    /// "I. –", "2°", "A. –", "a)": numbers of the orders. Behind one of the first rank a place must be
    /// named anew; the others inherit it.
    fn labels(&mut self) {
        while let Some((end, first_rank)) = order_label(self.cursor) {
            self.cursor.to(end);
            self.fresh |= first_rank;
        }
    }

    /// Marks behind an order.
    fn stop(&mut self) {
        while self.cursor.sign('.') || self.cursor.sign(';') || self.cursor.sign(',') {}
    }

    fn order(&mut self) -> Result<(), Fault> {
        let mut scene = self.scene();
        // "Alinéa 3 / 1° Après le mot …": labels stand between places too.
        loop {
            let before = self.cursor.at();
            self.labels();
            self.lead_all(&mut scene);
            if self.cursor.at() == before {
                break;
            }
        }
        if let Some(at) = scene.elsewhere {
            let line = Span::new(at, self.cursor.at());
            return Err(Fault::NotExecutable(NotExecutable::Consequential, line));
        }
        let verb = self.or_fault_after(words::VERBS)?;
        // "Insérer, après l'alinéa 5, un alinéa …": the place behind the verb.
        self.cursor.sign(',');
        if verb != Verb::Substitute && verb != Verb::Repeat {
            self.lead_all(&mut scene);
        }
        match verb {
            Verb::Delete => self.delete(&scene),
            Verb::Replace => self.replace(&scene),
            Verb::Substitute => self.substitute(&scene),
            Verb::Insert => self.insert(scene),
            Verb::Complete => self.complete(),
            Verb::Redraft => self.redraft(&scene),
            Verb::Restore => self.restore(),
            Verb::Repeat => self.repeat(scene),
        }
    }

    fn or_fault_after(&mut self, table: &[(&str, Verb)]) -> Result<Verb, Fault> {
        let found = self.cursor.lookup(table);
        self.or_fault(found)
    }

    /// All that stands before the verb.
    fn scene(&mut self) -> Scene {
        let mut scene = Scene::default();
        if self.cursor.eat("en consequence") {
            self.cursor.sign(',');
        }
        self.lead_all(&mut scene);
        scene
    }

    fn lead_all(&mut self, scene: &mut Scene) {
        while self.lead(scene) {
            self.cursor.sign(',');
        }
    }

    /// One place before the verb.
    fn lead(&mut self, scene: &mut Scene) -> bool {
        // Most often there is none any more.
        let mut ahead = self.cursor;
        if ahead.lookup(words::VERBS).is_some() {
            return false;
        }
        if self.purpose() {
            return true;
        }
        if let Some(found) = heading(&mut self.cursor) {
            self.name(found);
            return true;
        }
        // "1° Deuxième colonne", "2° Seconde phrase": of what was named above.
        if !self.named.is_empty() {
            if cells(&mut self.cursor) {
                return true;
            }
            if self.cursor.line_names_sentence()
                && let Some(found) = sentences_of_named(&mut self.cursor, &self.named)
            {
                self.name(found);
                return true;
            }
        }
        // "après", "avant", "à", "au", "dans": nothing else begins a place.
        if !matches!(self.cursor.letter(), Some(b'a' | b'd')) {
            return false;
        }
        let start = self.cursor.at();
        if let Some(edge) = self.cursor.lookup(words::SIDES) {
            if let Some(anchor) = self.words() {
                (scene.edge, scene.anchor) = (Some(edge), Some(anchor));
                return true;
            }
            let before = self.cursor;
            if let Some(found) = place(&mut self.cursor, &self.named) {
                self.sentence |= self.counted_since(before) && !self.cursor.ends_line();
                self.name(found.clone());
                (scene.edge, scene.beside) = (Some(edge), Some(found));
                return true;
            }
            self.cursor.to(start);
            return false;
        }
        for (phrase, edge) in [("au debut", Edge::Beginning), ("a la fin", Edge::End)] {
            let mut ahead = self.cursor;
            if !ahead.eat(phrase) {
                continue;
            }
            self.cursor = ahead;
            scene.edge = Some(edge);
            let before = self.cursor;
            if let Some(found) = of(&mut self.cursor, &self.named) {
                self.sentence |= self.counted_since(before);
                self.name(found);
            }
            return true;
        }
        let mut ahead = self.cursor;
        if ahead.one_of(words::ELSEWHERE).is_some() {
            self.cursor.to(ahead.line_end());
            scene.elsewhere = Some(start);
            return true;
        }
        let mut ahead = self.cursor;
        if ahead.one_of(words::IN).is_none() {
            return false;
        }
        let found = match ahead.lookup(words::NAMED) {
            Some(noun) => super::place::called(noun, &self.named),
            None => super::place::bare(&mut ahead, &self.named),
        };
        let Some(found) = found else { return false };
        let before = self.cursor;
        self.cursor = ahead;
        self.sentence |= self.counted_since(before);
        self.name(found);
        true
    }

    /// "Pour compenser la perte de recettes résultant du I, compléter …": why, up to the comma.
    fn purpose(&mut self) -> bool {
        let mut ahead = self.cursor;
        if !ahead.eat("pour compenser") {
            return false;
        }
        let Some(comma) = ahead.rest().find([',', '\n']) else { return false };
        ahead.to(ahead.at() + comma);
        let verb = |cursor: &Cursor<'_>| {
            let mut behind = *cursor;
            behind.sign(',');
            behind.lookup(words::VERBS).is_some()
        };
        let found = verb(&ahead);
        if found {
            self.cursor = ahead;
        }
        found
    }

    /// Whether an alinéa was named by its number since then: "l'alinéa 5", and not "cet alinéa".
    fn counted_since(&self, before: Cursor<'_>) -> bool {
        let read = self.cursor.since(before.at());
        self.cursor.slice(read).contains(|c: char| c.is_ascii_digit())
    }

    /// "les mots : « … »", "la deuxième occurrence du mot : …".
    fn words(&mut self) -> Option<Named> {
        let mut ahead = self.cursor;
        ahead.one_of(words::ARTICLES);
        let which = match ahead.lookup(words::WORDS) {
            Some(()) => smallvec![Occurrence::Only],
            None => {
                ahead = self.cursor;
                let which = nth_of(occurrences(&mut ahead)?)?;
                ahead.lookup(words::WORDS)?;
                which
            }
        };
        let quote = quote(&mut ahead)?;
        self.cursor = ahead;
        Some(Named { quote, which })
    }

    /// Remembers the places named last.
    fn name(&mut self, places: Vec<Locator>) {
        self.named = places;
        self.fresh = false;
    }

    /// The places of words, each time they are meant.
    fn places_of(&self, words: Named, scene: &Scene) -> Vec<Locator> {
        let edge = match scene.edge {
            Some(Edge::Beginning) => Some(Occurrence::AtBeginning),
            Some(Edge::End) => Some(Occurrence::AtEnd),
            _ => None,
        };
        // Words are sought in the places named, or in all of the article.
        let everywhere = [Locator::default()];
        let places = match self.named.is_empty() || self.fresh {
            true => everywhere.as_slice(),
            false => self.named.as_slice(),
        };
        let Named { mut quote, which } = words;
        let all = places.len() * which.len();
        let mut found = Vec::with_capacity(all);
        for place in places {
            for which in &which {
                let occurrence = match (*which, edge) {
                    (Occurrence::Only, Some(edge)) => edge,
                    (which, _) => which,
                };
                let last = found.len() + 1 == all;
                let quote = if last { std::mem::take(&mut quote) } else { quote.clone() };
                let context = None;
                let words = Some(WordsAt::Quoted { quote, occurrence, context });
                found.push(Locator { words, ..place.clone() });
            }
        }
        found
    }

    /// "la fin de l'alinéa 9", "le début de cette phrase": which end, and of what; whether it is that of
    /// "the sentence", the one that the words stand in.
    fn end_of(&mut self) -> Option<(Edge, Vec<Locator>, bool)> {
        let mut ahead = self.cursor;
        let edge = ahead.lookup(&[("la fin", Edge::End), ("le debut", Edge::Beginning)])?;
        let sentence = {
            let mut ahead = ahead;
            ahead.eat("de la phrase")
                || ahead.eat("de cette phrase")
                || ahead.eat("de la meme phrase")
        };
        let found = of(&mut ahead, &self.named).or_else(|| {
            // "après le mot : …, supprimer la fin de la phrase" of an article that was not named.
            (sentence && self.named.is_empty()).then(|| {
                ahead.one_of(&["de la phrase", "de cette phrase"]);
                vec![Locator::default()]
            })
        })?;
        let before = self.cursor;
        self.cursor = ahead;
        self.sentence |= self.counted_since(before);
        Some((edge, found, sentence))
    }

    fn delete(&mut self, scene: &Scene) -> Result<(), Fault> {
        let mut any = false;
        loop {
            let mut ahead = self.cursor;
            if any && !(ahead.eat("et") || ahead.sign(',')) {
                return Ok(());
            }
            let every = ahead.one_of(words::EVERY).is_some();
            let before = self.cursor;
            self.cursor = ahead;
            if let Some(mut words) = self.words() {
                if every || self.cursor.one_of(words::EVERY).is_some() {
                    words.which = smallvec![Occurrence::Every];
                }
                let places = self.places_of(words, scene);
                self.operations.extend(places.into_iter().map(|at| Operation::Delete { at }));
            } else if let Some((edge, found, sentence)) = self.end_of() {
                let words = self.or_fault(rest_of(edge, scene))?;
                for place in found {
                    let at = around(Locator { words: Some(words.clone()), ..place }, sentence);
                    self.operations.push(Operation::Delete { at });
                }
            } else if let Some(found) = place(&mut self.cursor, &self.named) {
                self.sentence |= self.counted_since(before);
                self.name(found.clone());
                let joined = joined(found);
                self.operations.extend(joined.into_iter().map(|at| Operation::Delete { at }));
            } else if any {
                self.cursor = before;
                return Ok(());
            } else {
                return Err(self.fault());
            }
            any = true;
        }
    }

    fn replace(&mut self, scene: &Scene) -> Result<(), Fault> {
        let mut any = false;
        loop {
            let before = self.cursor;
            if any && !(self.cursor.eat("et") || self.cursor.sign(',')) {
                return Ok(());
            }
            let every = self.cursor.one_of(words::EVERY).is_some();
            if let Some(mut words) = self.words() {
                if every {
                    words.which = smallvec![Occurrence::Every];
                }
                self.cursor.sign(',');
                let by = self.cursor.eat("par");
                self.or_fault(by.then_some(()))?;
                let with = self.new_text()?;
                self.replace_words(words, with, scene);
            } else if any {
                self.cursor = before;
                return Ok(());
            } else {
                let before = self.cursor;
                let found = place(&mut self.cursor, &self.named);
                let found = joined(self.or_fault(found)?);
                self.sentence |= self.counted_since(before);
                let by = self.cursor.eat("par");
                self.or_fault(by.then_some(()))?;
                let with = self.new_text()?;
                self.name(found.clone());
                self.replace_each(found, with);
                return Ok(());
            }
            any = true;
        }
    }

    fn replace_words(&mut self, words: Named, with: Payload, scene: &Scene) {
        let places = self.places_of(words, scene);
        self.replaced = Some(self.operations.len());
        self.replace_each(places, with);
    }

    fn replace_each(&mut self, mut places: Vec<Locator>, with: Payload) {
        let last = places.pop();
        let each = places.into_iter().map(|at| Operation::Replace { at, with: with.clone() });
        self.operations.extend(each);
        self.operations.extend(last.map(|at| Operation::Replace { at, with }));
    }

    fn substitute(&mut self, scene: &Scene) -> Result<(), Fault> {
        let mut any = false;
        loop {
            let before = self.cursor;
            if any && !(self.cursor.eat("et") || self.cursor.sign(',')) {
                return Ok(());
            }
            let every = self.cursor.one_of(words::EVERY).is_some();
            let to = self.cursor.one_of(&["a la", "a l'", "aux", "au", "a"]);
            if to.is_some()
                && let Some(mut words) = self.words()
            {
                if every {
                    words.which = smallvec![Occurrence::Every];
                }
                self.cursor.sign(',');
                let with = self.new_text()?;
                self.replace_words(words, with, scene);
            } else if any {
                self.cursor = before;
                return Ok(());
            } else {
                let before = self.cursor;
                let found = to.and_then(|_| match self.cursor.lookup(words::NAMED) {
                    Some(noun) => super::place::called(noun, &self.named),
                    None => super::place::bare(&mut self.cursor, &self.named),
                });
                let found = joined(self.or_fault(found)?);
                self.sentence |= self.counted_since(before);
                self.cursor.sign(',');
                let with = self.new_text()?;
                self.name(found.clone());
                self.replace_each(found, with);
                return Ok(());
            }
            any = true;
        }
    }

    /// "les mots : …", "un alinéa ainsi rédigé : …": as many alinéas as are told.
    fn new_text(&mut self) -> Result<Payload, Fault> {
        let told = called(&mut self.cursor);
        let told = self.or_fault(told)?;
        let before = self.cursor;
        let with = payload(&mut self.cursor, told.unit, self.sentence);
        let with = self.or_fault(with)?;
        self.whole(&with)?;
        let counted = told.unit == PayloadUnit::Provisions && told.alineas;
        match told.count.filter(|count| counted && *count as usize != with.paragraphs.len()) {
            Some(_) => Err(Fault::NotUnderstood(Span::at(before.at()))),
            None => Ok(with),
        }
    }

    /// Nothing that is told and not written: of "(Le reste sans changement)" nobody says where the rest begins.
    fn whole(&self, with: &Payload) -> Result<(), Fault> {
        let told = with.paragraphs.iter().find(|paragraph| {
            let text = paragraph.content.text.as_str();
            // Few texts hold these letters, and the others need not be folded.
            text.contains(words::REST) && text::fold(text).to_lowercase().contains(words::THE_REST)
        });
        match told {
            Some(told) => Err(Fault::NotExecutable(NotExecutable::DescribedPayload, told.span)),
            None => Ok(()),
        }
    }

    fn insert(&mut self, mut scene: Scene) -> Result<(), Fault> {
        loop {
            self.inserted = Some((self.cursor, self.sentence));
            let what = self.new_text()?;
            self.put(scene, what)?;
            // "et après le mot : … insérer …": another place for the same verb.
            let mut ahead = self.cursor;
            if !ahead.eat("et") {
                return Ok(());
            }
            let back = self.cursor;
            self.cursor = ahead;
            let mut next = Scene::default();
            self.lead_all(&mut next);
            if next.edge.is_none() {
                self.cursor = back;
                return Ok(());
            }
            self.cursor.one_of(&["inserer", "ajouter"]);
            scene = next;
        }
    }

    fn put(&mut self, scene: Scene, what: Payload) -> Result<(), Fault> {
        let edge = self.or_fault(scene.edge)?;
        let places = match (scene.anchor, scene.beside) {
            (Some(anchor), _) => {
                let bare = Scene::default();
                self.places_of(anchor, &bare)
            }
            (None, Some(beside)) => joined(beside),
            (None, None) => self.inner_places(edge, what.unit),
        };
        self.insert_each(edge, places, what);
        Ok(())
    }

    fn insert_each(&mut self, edge: Edge, mut places: Vec<Locator>, what: Payload) {
        let insert = |at: Locator, what: Payload| {
            let what = quoted_in(&at, what);
            Operation::Insert { edge, at, what }
        };
        let last = places.pop();
        self.operations.extend(places.into_iter().map(|at| insert(at, what.clone())));
        self.operations.extend(last.map(|at| insert(at, what)));
    }

    /// The places at whose beginning or end something is put: of an article, words go into its first
    /// or last alinéa.
    fn inner_places(&self, edge: Edge, unit: PayloadUnit) -> Vec<Locator> {
        let places = if self.named.is_empty() { vec![article()] } else { self.named.clone() };
        places.into_iter().map(|place| inner(place, edge, unit)).collect()
    }

    fn complete(&mut self) -> Result<(), Fault> {
        let before = self.cursor;
        let found = place(&mut self.cursor, &self.named);
        let found = self.or_fault(found)?;
        self.sentence |= self.counted_since(before);
        let by = self.cursor.eat("par");
        self.or_fault(by.then_some(()))?;
        let what = self.new_text()?;
        self.name(found.clone());
        let whole = what.unit == PayloadUnit::Provisions;
        for place in found.into_iter().flat_map(alone) {
            // An alinéa completed by an alinéa is followed by it.
            let beside = whole && !place.is_whole_part() && place.sentences.is_none();
            let (edge, at) = match beside {
                true => (Edge::After, place),
                false => (Edge::End, inner(place, Edge::End, what.unit)),
            };
            let what = quoted_in(&at, what.clone());
            self.operations.push(Operation::Insert { edge, at, what });
        }
        Ok(())
    }

    fn redraft(&mut self, scene: &Scene) -> Result<(), Fault> {
        let before = self.cursor;
        if let Some((edge, found, sentence)) = self.end_of() {
            let with = payload(&mut self.cursor, PayloadUnit::Words, self.sentence);
            let mut with = self.or_fault(with)?;
            let words = match rest_of(edge, scene) {
                Some(words) => words,
                None if edge == Edge::Beginning => {
                    let resumes = resumed(&mut with);
                    WordsAt::AllBefore { before: self.or_fault(resumes)? }
                }
                None => return Err(self.fault()),
            };
            for place in found {
                let at = around(Locator { words: Some(words.clone()), ..place }, sentence);
                self.operations.push(Operation::Replace { at, with: with.clone() });
            }
            return Ok(());
        }
        let found = place(&mut self.cursor, &self.named);
        let found = joined(self.or_fault(found)?);
        self.sentence |= self.counted_since(before);
        self.name(found.clone());
        let sentences = found.iter().any(|place| place.sentences.is_some());
        let unit = if sentences { PayloadUnit::Sentences } else { PayloadUnit::Provisions };
        let with = payload(&mut self.cursor, unit, self.sentence);
        let with = self.or_fault(with)?;
        self.whole(&with)?;
        // "Rédiger ainsi ces alinéas", apart from each other, with one text: each of them.
        let one = with.paragraphs.len() == 1;
        let found = match one && found.iter().all(is_apart) {
            true => found.into_iter().flat_map(alone).collect(),
            false => found,
        };
        self.replace_each(found, with);
        Ok(())
    }

    /// "rétablir le 2° de l'alinéa 7 dans la rédaction suivante : …": the alinéa that prints the label
    /// of what was deleted.
    fn restore(&mut self) -> Result<(), Fault> {
        let before = self.cursor;
        let found = place(&mut self.cursor, &self.named);
        let found = self.or_fault(found)?;
        let found = match of(&mut self.cursor, &self.named) {
            Some(of) => of,
            None if is_numbered(&self.named) => self.named.clone(),
            None => found,
        };
        self.sentence |= self.counted_since(before);
        self.cursor.one_of(&["dans la redaction suivante", "ainsi redige", "ainsi redigee"]);
        let with = payload(&mut self.cursor, PayloadUnit::Provisions, self.sentence);
        let with = self.or_fault(with)?;
        self.name(found.clone());
        self.replace_each(found, with);
        Ok(())
    }

    /// "procéder à la même substitution à l'alinéa 9".
    fn repeat(&mut self, before: Scene) -> Result<(), Fault> {
        if self.cursor.one_of(&["a la meme insertion", "au meme ajout"]).is_some() {
            let (cursor, sentence) = self.or_fault(self.inserted)?;
            let what = Self { cursor, sentence, ..Self::new("") }.new_text()?;
            return self.put(before, what);
        }
        let what = ["a la meme substitution", "au meme remplacement", "a la meme suppression"];
        let found = self.cursor.one_of(&what);
        self.or_fault(found)?;
        let start = self.cursor.at();
        let mut scene = Scene::default();
        self.lead_all(&mut scene);
        if let Some(at) = scene.elsewhere {
            let line = Span::new(at, self.cursor.at());
            return Err(Fault::NotExecutable(NotExecutable::Consequential, line));
        }
        let moved = (self.cursor.at() > start).then_some(());
        self.or_fault(moved)?;
        let replaced = self.replaced.and_then(|at| self.operations.get(at));
        let (words, with) = match replaced {
            Some(Operation::Replace { at, with }) => (at.words.clone(), with.clone()),
            _ => return Err(self.fault()),
        };
        let Some(WordsAt::Quoted { quote, occurrence, .. }) = words else {
            return Err(self.fault());
        };
        // "La seconde occurrence du mot" there is the second here; at which end it stood there says nothing.
        let which = match occurrence {
            Occurrence::Nth(_) | Occurrence::Last => occurrence,
            _ => Occurrence::Only,
        };
        let words = Named { quote, which: smallvec![which] };
        self.replace_words(words, with, &scene);
        Ok(())
    }
}

/// The words up to an end of a place, from what stands before the verb: "après le mot : …, supprimer
/// la fin".
fn rest_of(edge: Edge, scene: &Scene) -> Option<WordsAt> {
    let anchor = scene.anchor.as_ref()?;
    let quote = anchor.quote.clone();
    match (edge, scene.edge?) {
        (Edge::End, Edge::After) if anchor.which.as_slice() == [Occurrence::Only] => {
            Some(WordsAt::AllAfter { after: quote })
        }
        (Edge::Beginning, Edge::Before) if anchor.which.as_slice() == [Occurrence::Only] => {
            Some(WordsAt::AllBefore { before: quote })
        }
        _ => None,
    }
}

/// "Il rend compte, le … (le reste sans changement)": takes the words from which the text goes on off
/// a new beginning, and gives them.
fn resumed(with: &mut Payload) -> Option<Quote> {
    let paragraph = with.paragraphs.last_mut()?;
    let text = paragraph.content.text.as_str();
    let text = text.split("(le reste").next().unwrap_or(text).trim_end();
    let dots = |c: char| c == '.' || c == '…' || c == ' ';
    let core = text.trim_end_matches(dots);
    if core.len() == text.len() {
        return None;
    }
    let word = core.rfind(|c: char| c.is_whitespace()).map_or(0, |at| at + 1);
    let resumes = core.get(word..)?.to_owned();
    let before = core.get(..word)?.trim_end();
    if before.is_empty() || resumes.is_empty() {
        return None;
    }
    paragraph.content = text::Fragment::plain(before);
    Some(Quote::new(resumes))
}

/// Each of the occurrences that ordinals mean.
fn nth_of(ordinals: Ordinals) -> Option<SmallVec<[Occurrence; 1]>> {
    let one = |ordinal: Ordinal| match ordinal {
        Ordinal::Nth(nth) => Some(Occurrence::Nth(nth)),
        Ordinal::FromEnd(1) => Some(Occurrence::Last),
        Ordinal::FromEnd(_) => None,
    };
    match ordinals {
        Ordinals::Each(all) => all.into_iter().map(one).collect(),
        Ordinals::Row(Ordinal::Nth(first), Ordinal::Nth(last)) => {
            Some((first..=last).take(100).map(Occurrence::Nth).collect())
        }
        Ordinals::Row(..) => None,
    }
}

/// One past the number of an order at the beginning of a line: "I. –", "II -", "A. –", "1°", "1°)",
/// "a)"; with it whether it is of the first rank.
fn order_label(cursor: Cursor<'_>) -> Option<(usize, bool)> {
    let mut ahead = cursor;
    ahead.space();
    let rest = ahead.rest();
    let mut first = rest.bytes();
    if !first.next()?.is_ascii_alphanumeric()
        || first.next().is_some_and(|b| b.is_ascii_lowercase())
    {
        return None;
    }
    let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '°')).unwrap_or(rest.len());
    let word = rest.get(..end)?;
    let roman = word.chars().all(|c| "IVXLC".contains(c)) && !word.is_empty();
    let capital = word.len() == 1 && word.chars().all(|c| c.is_ascii_uppercase());
    let letter = word.len() == 1 && word.chars().all(|c| c.is_ascii_lowercase());
    let degree = word.strip_suffix('°').is_some_and(|n| n.parse::<u32>().is_ok());
    let figure = word.parse::<u32>().is_ok();
    ahead.to(ahead.at() + end);
    let mut signs = 0;
    while ahead
        .rest()
        .trim_start_matches(|c: char| c.is_whitespace() && c != '\n')
        .starts_with(['.', '-', '‑', '–', '—', ')', '°'])
    {
        ahead.blank();
        let sign = ahead.peek()?;
        ahead.to(ahead.at() + sign.len_utf8());
        signs += 1;
    }
    let bracket = rest.get(end..)?.starts_with(')');
    let fits = degree || ((roman || capital) && signs > 0) || ((letter || figure) && bracket);
    fits.then(|| (ahead.at(), roman || capital))
}
