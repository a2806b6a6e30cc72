//! Places in words: paragraphs, sentences, quoted words.

use super::said::Target;
use super::{Writer, quote};
use crate::style::grammar::{PlaceForm, Wanted, expand};
use crate::{Counted, Locator, Occurrence, Provisions, Quote, Sentences, Subject, Unit, WordsAt};
use source::fault::{Fault, planted};

impl Writer<'_> {
    /// The innermost step of a locator, spoken of.
    pub(super) fn target(&self, at: &Locator, target: Target, case: usize) -> String {
        match (target, &at.rule, &at.sentences, &at.words) {
            (Target::Words, _, _, Some(words)) => self.words(words, case),
            (Target::Sentences, _, Some(sentences), _) => self.sentences(sentences, true, case),
            (Target::Rule, Some(rule), ..) => self.rule(rule, case),
            (Target::Unit, ..) => self.unit(at, true, case),
            _ => String::new(),
        }
    }

    pub(super) fn unit(&self, at: &Locator, definite: bool, case: usize) -> String {
        match &at.unit {
            Unit::Unstated => String::new(),
            Unit::Title => self.template_of(PlaceForm::Title, false, definite, case),
            Unit::Provisions(Provisions::Counted(counted)) => {
                self.counted_unit(*counted, definite, case)
            }
            Unit::Provisions(provisions) => {
                let plural = !matches!(provisions, Provisions::One(_));
                let template = self.template_of(PlaceForm::Provisions, plural, definite, case);
                template.replace("{numbers}", &self.numbers(provisions))
            }
        }
    }

    /// "the second paragraph".
    fn counted_unit(&self, counted: Counted, definite: bool, case: usize) -> String {
        let written = |form| self.template_of(form, false, definite, case);
        match counted {
            Counted::Only => written(PlaceForm::NamedUnit),
            Counted::Last => written(PlaceForm::LastProvision),
            Counted::Nth(nth) => {
                let [spoken, named] = self.language.grammar.paragraph_ordinals;
                let words = if definite { spoken } else { named };
                written(PlaceForm::ProvisionNth).replace("{ordinal}", &self.nth_of(nth, words))
            }
        }
    }

    fn numbers(&self, provisions: &Provisions) -> String {
        let grammar = &self.language.grammar;
        match provisions {
            Provisions::Counted(_) | Provisions::Labelled { .. } => String::new(),
            Provisions::One(number) => number.clone(),
            Provisions::Range(first, last) => format!("{first} {} {last}", grammar.to),
            Provisions::List(numbers) => match numbers.split_last() {
                Some((last, rest)) if !rest.is_empty() => {
                    format!("{} {} {last}", rest.join(", "), grammar.and)
                }
                _ => numbers.concat(),
            },
        }
    }

    pub(super) fn rule(&self, rule: &str, case: usize) -> String {
        self.template_of(PlaceForm::Rule, false, true, case).replace("{number}", rule)
    }

    pub(super) fn sentences(&self, sentences: &Sentences, definite: bool, case: usize) -> String {
        let written = |form, plural| self.template_of(form, plural, definite, case);
        let and = self.language.grammar.and;
        match sentences {
            Sentences::Nth(nth) => {
                let nth = if planted(Fault::GenerateFirstSentence) { 1 } else { *nth };
                written(PlaceForm::Sentences, false)
                    .replace("{ordinals}", &self.ordinal(nth))
                    .replace("{numbers}", &nth.to_string())
            }
            Sentences::Range(first, last) => {
                let follows = first.checked_add(1) == Some(*last);
                let joint = if follows { and } else { self.language.grammar.to };
                let range = format!("{} {joint} {}", self.ordinal(*first), self.ordinal(*last));
                written(PlaceForm::Sentences, true)
                    .replace("{ordinals}", &range)
                    .replace("{numbers}", &format!("{first} {joint} {last}"))
            }
            Sentences::List(list) => {
                let listed = |words: Vec<String>| match words.split_last() {
                    Some((last, rest)) if !rest.is_empty() => {
                        format!("{} {and} {last}", rest.join(", "))
                    }
                    _ => words.concat(),
                };
                written(PlaceForm::Sentences, true)
                    .replace("{ordinals}", &listed(list.iter().map(|n| self.ordinal(*n)).collect()))
                    .replace("{numbers}", &listed(list.iter().map(u32::to_string).collect()))
            }
            // No language writes it so: bills write it themselves.
            Sentences::Around => String::new(),
            Sentences::Last => written(PlaceForm::LastSentence, false),
            Sentences::Penultimate => written(PlaceForm::PenultimateSentence, false),
            Sentences::LastCount(count) => {
                let counts = self.language.grammar.counts;
                let at = (*count as usize).checked_sub(2);
                let word = at.and_then(|at| counts.get(at)).map(|word| (*word).to_owned());
                let word = word.unwrap_or_else(|| count.to_string());
                written(PlaceForm::LastSentences, true).replace("{count}", &word)
            }
            Sentences::Quoted(quote) => {
                let rules = &self.language.tables.sentences;
                let plural = text::sentences(&quote.text, rules).len() > 1;
                let template = self.template_of(PlaceForm::SentenceQuoted, plural, true, case);
                template.replacen("{quote}", &quote::marked(&quote.text, self.language), 1)
            }
        }
    }

    fn ordinal(&self, nth: u32) -> String {
        self.nth_of(nth, self.language.grammar.ordinals)
    }

    /// An ordinal by the words that there are, else by digits.
    fn nth_of(&self, nth: u32, words: &[&str]) -> String {
        let grammar = &self.language.grammar;
        let word = (nth as usize).checked_sub(1).and_then(|at| words.get(at));
        if let Some(word) = word {
            return (*word).to_owned();
        }
        let teens = nth / 10 % 10 == 1;
        let suffix = match (teens, nth % 10) {
            (false, last @ 1..=3) => grammar.ordinal_endings[last as usize],
            _ => grammar.ordinal_endings[0],
        };
        format!("{nth}{suffix}")
    }

    fn words(&self, words: &WordsAt, case: usize) -> String {
        let two = |form, first: &Quote, second: &Quote| self.between(form, first, second, case);
        let one = |form, quote| self.around(form, quote, case);
        match words {
            WordsAt::Quoted { quote, occurrence, .. } => match occurrence {
                Occurrence::Only | Occurrence::AtBeginning | Occurrence::AtEnd => {
                    self.quoted(quote, case)
                }
                Occurrence::Nth(nth) => {
                    let template = self.counted(PlaceForm::WordsNth, quote, case);
                    let template = template.replace("{ordinal}", &self.ordinal(*nth));
                    self.put(&template, quote)
                }
                Occurrence::Last => one(PlaceForm::WordsLast, quote),
                Occurrence::Every => one(PlaceForm::WordsEvery, quote),
            },
            WordsAt::FromTo { from, to } => two(PlaceForm::FromTo, from, to),
            WordsAt::FromToEnd { from } => one(PlaceForm::FromToEnd, from),
            WordsAt::AllAfter { after } => one(PlaceForm::AllAfter, after),
            WordsAt::AllBefore { before } => one(PlaceForm::AllBefore, before),
        }
    }

    /// "the words “small boats”".
    pub(super) fn quoted(&self, quote: &Quote, case: usize) -> String {
        self.around(PlaceForm::Words, quote, case)
    }

    /// "the words “pier”", where others follow.
    pub(super) fn quoted_as_words(&self, quote: &Quote, case: usize) -> String {
        self.put(&self.template_of(PlaceForm::Words, true, true, case), quote)
    }

    fn around(&self, form: PlaceForm, quote: &Quote, case: usize) -> String {
        if form == PlaceForm::Words && !quote.text.contains(char::is_alphanumeric) {
            // A mark is no word: "replace “;” with “.”".
            return quote::marked(&quote.text, self.language);
        }
        self.put(&self.counted(form, quote, case), quote)
    }

    fn put(&self, template: &str, quote: &Quote) -> String {
        template.replacen("{quote}", &quote::marked(&quote.text, self.language), 1)
    }

    fn counted(&self, form: PlaceForm, quote: &Quote, case: usize) -> String {
        self.template_of(form, quote::several_words(&quote.text), true, case)
    }

    /// A template with two quotations, each with its own number.
    fn between(&self, form: PlaceForm, first: &Quote, second: &Quote, case: usize) -> String {
        let template = self.canonical(form);
        let cut = template.find("{quote}").map_or(template.len(), |at| at + "{quote}".len());
        let (left, right) = template.split_at(cut);
        let written = |template: &str, quote: &Quote| {
            let plural = quote::several_words(&quote.text);
            self.put(&expand(template, Wanted { plural, definite: true, case }), quote)
        };
        written(left, first) + &written(right, second)
    }

    /// "the draft resolution", with its letter where there is one.
    pub(super) fn draft(&self, subject: &Subject) -> Option<String> {
        let Subject::Draft(kind, letter) = subject else { return None };
        let drafts = self.language.grammar.drafts;
        let (_, plain, lettered) = drafts.iter().find(|(known, ..)| known == kind)?;
        let wanted = Wanted { definite: true, ..Wanted::default() };
        Some(match letter {
            Some(letter) => expand(lettered, wanted).replace("{letter}", letter),
            None => expand(plain, wanted),
        })
    }

    fn canonical(&self, form: PlaceForm) -> &'static str {
        let rule = self.language.grammar.places.iter().find(|rule| rule.form == form);
        rule.and_then(|rule| rule.templates.first()).copied().unwrap_or("")
    }

    fn template_of(&self, form: PlaceForm, plural: bool, definite: bool, case: usize) -> String {
        expand(self.canonical(form), Wanted { plural, definite, case })
    }
}
