//! From an instruction to its official wording.
//!
//! The canonical templates of the grammar are filled in, from the places outwards in: the frame, the
//! places before the verb, the clause, the new text. A place that the clause before has named
//! already is not named again; [`said`] follows the rule by which [`crate::parse`] lets places be
//! inherited.

mod name;
mod place;
mod quote;
mod said;

use crate::style::Language;
use crate::style::grammar::{Action, FrameForm, Relation, Wanted, expand};
use crate::{
    Edge, Instruction, Locator, Occurrence, Operation, Payload, PayloadUnit, Quote, Subject, Unit,
    WordsAt,
};
pub(crate) use name::name;
use said::Said;

/// Writes the wording of `instruction`: the frame and the places on the first line, payloads after
/// it, as the compendium prints them.
///
/// Canonical instructions are read back as they are: their texts have no spaces at the ends, quote
/// marks inside are balanced in some style, and no operation speaks of the whole text after one
/// that names a paragraph before its verb.
pub fn generate(instruction: &Instruction<Locator>, language: &Language) -> String {
    if let Some(own) = language.own {
        return (own.generate)(instruction);
    }
    let writer = Writer { language };
    let mut wording = String::new();
    let remark = |only| language.grammar.versions.iter().find(|rule| rule.form == only);
    if let Some(rule) = instruction.frame.only.and_then(remark) {
        wording.push('(');
        wording.push_str(&capitalised(rule.templates[0]));
        wording.push_str(") ");
    }
    let mut clause = writer.frame(&instruction.frame.subject).unwrap_or_default();
    let framed = !clause.is_empty();
    let mut said = Said::default();
    let alone = instruction.operations.len() == 1;
    for (at, operation) in instruction.operations.iter().enumerate() {
        let last = at + 1 == instruction.operations.len();
        match (at, last) {
            (0, _) if framed => clause.push_str(", "),
            (0, _) => {}
            (_, true) => {
                clause.push(' ');
                clause.push_str(language.grammar.and);
                clause.push(' ');
            }
            (_, false) => clause.push_str(", "),
        }
        let opening = if at == 0 && framed { Opening::Named } else { Opening::Spoken };
        clause.push_str(&writer.clause(operation, &mut said, opening, alone));
    }
    if !clause.ends_with(quote::CLOSING) {
        clause.push('.');
    }
    wording.push_str(&capitalised(&clause));
    wording
}

/// How the first place of a clause is put: "paragraph 2" behind a frame, else "in paragraph 2".
#[derive(Clone, Copy, PartialEq, Eq)]
enum Opening {
    Named,
    Spoken,
}

struct Writer<'a> {
    language: &'a Language,
}

impl Writer<'_> {
    fn frame(&self, subject: &Subject) -> Option<String> {
        let (form, hole, content) = match subject {
            Subject::Unstated => return None,
            Subject::Draft(..) => (FrameForm::Draft, "{draft}", self.draft(subject)?),
            Subject::Amendment(number) => (FrameForm::Amendment, "{number}", number.clone()),
        };
        let rule = self.language.grammar.frames.iter().find(|rule| rule.form == form)?;
        Some(self.filled(rule.templates[0], hole, &content))
    }

    fn clause(
        &self,
        operation: &Operation<Locator>,
        said: &mut Said,
        opening: Opening,
        alone: bool,
    ) -> String {
        let places = self.places(operation, said, opening);
        let payload = operation.payload();
        let unit = payload.map_or(PayloadUnit::Unstated, |payload| payload.unit);
        let template = self.template(operation, unit);
        let mut text = template.replace("{object}", &places.object);
        text = match places.before.is_empty() {
            true => text.replace("{where}, ", "").replace("{where} ", ""),
            false => text.replace("{where}", &places.before.join(", ")),
        };
        if let Some(payload) = payload {
            if alone {
                text = text.replace(": {quote}", ":\n{quote}");
            }
            // The new text goes in last: what it holds is not looked at again.
            text = text.replace("{intro}", &self.intro(payload));
            let (before, behind) = text.rsplit_once("{quote}").unwrap_or((&text, ""));
            text = format!("{before}{}{behind}", quote::payload(payload, self.language));
        }
        text
    }

    /// The canonical template of the clause.
    fn template(&self, operation: &Operation<Locator>, unit: PayloadUnit) -> String {
        let grammar = &self.language.grammar;
        let (rules, action) = match operation {
            Operation::Insert { .. } => (grammar.insert, Action::Insert),
            Operation::Replace { .. } => (grammar.replace, Action::Replace),
            Operation::Delete { .. } => (grammar.delete, Action::Delete),
        };
        let announced = unit != PayloadUnit::Unstated;
        let fits = |template: &&&str| match action {
            Action::Delete => true,
            _ => template.contains("{intro}") == announced,
        };
        let templates = rules.iter().filter_map(|rule| rule.templates.first());
        let template = templates.filter(|template| fits(template)).copied().next();
        expand(template.unwrap_or(""), Wanted { definite: true, ..Wanted::default() })
    }

    fn intro(&self, payload: &Payload) -> String {
        let rules = self.language.grammar.payloads;
        let Some(rule) = rules.iter().find(|rule| rule.form == payload.unit) else {
            return String::new();
        };
        let text = || payload.joined().text;
        let plural = match payload.unit {
            PayloadUnit::Words => quote::several_words(&text()),
            PayloadUnit::Sentences => {
                text::sentences(&text(), &self.language.tables.sentences).len() > 1
            }
            PayloadUnit::Provisions => payload.paragraphs.len() > 1,
            PayloadUnit::Text | PayloadUnit::Unstated => false,
        };
        expand(rule.templates[0], Wanted { plural, definite: true, case: 0 })
    }

    /// What stands before the verb, and what the verb acts upon.
    fn places(&self, operation: &Operation<Locator>, said: &mut Said, opening: Opening) -> Places {
        let at = operation.at();
        let target = said::target(at);
        let named = said.name(operation);
        let mut places = Places::default();
        let spoken = |relation, place: String| self.related(relation, &place);
        let put = |place: &dyn Fn(bool) -> String, first: bool| match (opening, first) {
            (Opening::Spoken, true) => spoken(Relation::In, place(true)),
            _ => place(false),
        };
        if named.unit {
            places.before.push(match at.unit {
                Unit::Title => spoken(Relation::InTitle, self.unit(at, true, 1)),
                _ => put(&|spoken| self.unit(at, spoken, 1), true),
            });
        }
        if let (true, Some(rule)) = (named.rule, &at.rule) {
            places.before.push(spoken(Relation::In, self.rule(rule, 1)));
        }
        if let (true, Some(sentences)) = (named.sentences, &at.sentences) {
            let first = places.before.is_empty();
            places.before.push(put(&|spoken| self.sentences(sentences, spoken, 1), first));
        }
        match operation {
            Operation::Insert { edge, .. } => match said::context(at) {
                Some(context) => places.before.push(self.between_words(at, &context.quote)),
                None => places.before.push(self.edge(*edge, at, &named)),
            },
            Operation::Replace { .. } | Operation::Delete { .. } => {
                if let Some(context) = said::context(at) {
                    let relation = outside(context.edge);
                    places.before.push(spoken(relation, self.quoted(&context.quote, 1)));
                }
                match said::occurrence(at) {
                    Some(Occurrence::AtBeginning) => {
                        places.before.push(spoken(Relation::BareBeginning, String::new()));
                    }
                    Some(Occurrence::AtEnd) => {
                        places.before.push(spoken(Relation::BareEnd, String::new()));
                    }
                    _ => {}
                }
                places.object = self.target(at, target, 0);
            }
        }
        places
    }

    fn edge(&self, edge: Edge, at: &Locator, named: &said::Named) -> String {
        let (relation, bare) = match edge {
            Edge::Before => (Relation::Before, None),
            Edge::After => (Relation::After, None),
            Edge::Between => (Relation::Between, None),
            Edge::Beginning => (Relation::Beginning, Some(Relation::BareBeginning)),
            Edge::End => (Relation::End, Some(Relation::BareEnd)),
        };
        match bare.filter(|_| named.bare_edge) {
            Some(bare) => self.related(bare, ""),
            None => {
                let target = said::target(at);
                self.related(relation, &self.target(at, target, self.case(relation)))
            }
        }
    }

    /// "between the words “a” and “b”": after the first, where the second follows.
    fn between_words(&self, at: &Locator, second: &Quote) -> String {
        let case = self.case(Relation::Between);
        let first = match &at.words {
            Some(WordsAt::Quoted { quote, .. }) => self.quoted_as_words(quote, case),
            _ => self.target(at, said::Target::Words, case),
        };
        let second = quote::marked(&second.text, self.language);
        let both = format!("{first} {} {second}", self.language.grammar.and);
        self.related(Relation::Between, &both)
    }

    /// The case that a preposition asks for.
    fn case(&self, relation: Relation) -> usize {
        let template = self.relation(relation);
        let digit = template.split("{place.").nth(1).and_then(|rest| rest.chars().next());
        digit.and_then(|digit| digit.to_digit(10)).map_or(0, |case| case as usize)
    }

    fn relation(&self, relation: Relation) -> &'static str {
        let rules = self.language.grammar.relations;
        let rule = rules.iter().find(|rule| rule.form == relation);
        rule.and_then(|rule| rule.templates.first()).copied().unwrap_or("{place}")
    }

    fn related(&self, relation: Relation, place: &str) -> String {
        let template = self.relation(relation);
        let template = match template.find("{place.") {
            Some(at) => format!("{}{{place}}{}", &template[..at], &template[at + 9..]),
            None => template.to_owned(),
        };
        self.filled(&template, "{place}", place)
    }

    /// Puts `content` into the hole, contracting the preposition before it with its article.
    fn filled(&self, template: &str, hole: &str, content: &str) -> String {
        let Some((before, behind)) = template.split_once(hole) else { return template.to_owned() };
        for (apart, together) in self.language.grammar.contractions {
            for cut in (1..apart.len()).filter(|cut| apart.is_char_boundary(*cut)) {
                let (left, right) = apart.split_at(cut);
                if let (Some(before), Some(content)) =
                    (before.strip_suffix(left), content.strip_prefix(right))
                    && !before.ends_with(char::is_alphanumeric)
                    && left.ends_with(' ')
                {
                    return format!("{before}{together}{content}{behind}");
                }
            }
        }
        format!("{before}{content}{behind}")
    }
}

fn outside(edge: Edge) -> Relation {
    match edge {
        Edge::Before | Edge::Beginning => Relation::Before,
        Edge::After | Edge::End | Edge::Between => Relation::After,
    }
}

#[derive(Default)]
struct Places {
    before: Vec<String>,
    object: String,
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => String::new(),
    }
}
