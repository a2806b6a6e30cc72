//! Messages of a secretariat's own instead of ours: a Fluent file, read with care.
//!
//! Only messages that are meant to be replaced can be, and only with the variables that they are given: a template
//! that would fail in the sitting is refused before it. What the file does not have is said in our words.

use crate::{Args, identifier, say};
use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern};
use fluent_syntax::ast::{PatternElement, Resource};
use fluent_syntax::parser;
use fluent_templates::fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use source::Span;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use text::Lang;

/// A message that can be replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Template {
    /// Its name.
    pub id: &'static str,
    /// The variables that it is given; it need not use them.
    pub variables: &'static [&'static str],
}

/// What is wrong with a template, and where in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The bytes of the file that are wrong.
    pub at: Span,
    /// What is wrong with them.
    pub problem: Problem,
}

/// What is wrong with a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// `template-syntax`: it is not Fluent; in the parser's words.
    Syntax { why: String },
    /// `template-unknown`: no message of this name can be replaced.
    Unknown { id: String },
    /// `template-variable`: the message is not given such a variable.
    Variable { id: String, variable: String, known: &'static [&'static str] },
    /// `template-reference`: there is no such message, term or function here.
    Reference { name: String },
    /// `template-twice`: the file has it twice.
    Twice { id: String },
    /// `template-empty`: it has no text, or it has attributes, which are never said.
    Empty { id: String },
    /// `template-circle`: it cites itself, or so much that it cannot be said.
    Circle { id: String },
}

impl Problem {
    /// Its stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Syntax { .. } => "template-syntax",
            Self::Unknown { .. } => "template-unknown",
            Self::Variable { .. } => "template-variable",
            Self::Reference { .. } => "template-reference",
            Self::Twice { .. } => "template-twice",
            Self::Empty { .. } => "template-empty",
            Self::Circle { .. } => "template-circle",
        }
    }
}

/// Messages in one language, some of them perhaps replaced.
pub struct Templates {
    /// Their language.
    pub lang: Lang,
    own: Option<FluentBundle<FluentResource>>,
}

impl fmt::Debug for Templates {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.debug_struct("Templates").field("lang", &self.lang).finish_non_exhaustive()
    }
}

impl Templates {
    /// Our own words.
    pub fn shipped(lang: Lang) -> Self {
        Self { lang, own: None }
    }

    /// A file of templates in this language; `known` are those that can be replaced.
    ///
    /// # Errors
    /// All that is wrong with the file, from its beginning to its end.
    pub fn read(file: &str, lang: Lang, known: &[Template]) -> Result<Self, Vec<Fault>> {
        let mut faults = Vec::new();
        let parsed = parser::parse(file).unwrap_or_else(|(parsed, errors)| {
            let fault = |error: parser::ParserError| Fault {
                at: sign_at(file, error.pos.start),
                problem: Problem::Syntax { why: error.kind.to_string() },
            };
            faults.extend(errors.into_iter().map(fault));
            parsed
        });
        let mut check = Check { file, known, names: names(&parsed), faults };
        check.all(&parsed);
        let mut faults = check.faults;
        if faults.is_empty() {
            let templates = Self { lang, own: bundle(file, lang) };
            faults = templates.circles(file, &parsed, known);
            if faults.is_empty() {
                return Ok(templates);
            }
        }
        faults.sort_by_key(|fault| fault.at);
        Err(faults)
    }

    /// The message in the file's words, or in ours.
    pub fn say(&self, id: &str, args: &Args) -> String {
        self.own_words(id, args).unwrap_or_else(|| say(self.lang, id, args))
    }

    fn own_words(&self, id: &str, args: &Args) -> Option<String> {
        let bundle = self.own.as_ref()?;
        let pattern = bundle.get_message(id)?.value()?;
        let given = args.0.iter().map(|(name, value)| (name.clone(), value.clone()));
        let mut errors = Vec::new();
        let said =
            bundle.format_pattern(pattern, Some(&given.collect::<FluentArgs<'_>>()), &mut errors);
        errors.is_empty().then(|| said.into_owned())
    }

    /// Messages that cannot be said although each of their words is right.
    fn circles(&self, file: &str, parsed: &Resource<&str>, known: &[Template]) -> Vec<Fault> {
        let wrong = |entry: &Entry<&str>| {
            let Entry::Message(message) = entry else { return None };
            let template = known.iter().find(|one| one.id == message.id.name)?;
            let args = template.variables.iter();
            let args = Args(args.map(|name| ((*name).into(), FluentValue::from("1"))).collect());
            let id = message.id.name.to_owned();
            let at = within(file, message.id.name);
            self.own_words(&id, &args)
                .is_none()
                .then_some(Fault { at, problem: Problem::Circle { id } })
        };
        parsed.body.iter().filter_map(wrong).collect()
    }
}

fn bundle(file: &str, lang: Lang) -> Option<FluentBundle<FluentResource>> {
    let resource = FluentResource::try_new(file.to_owned()).ok()?;
    let mut bundle = FluentBundle::new(vec![identifier(lang)]);
    bundle.set_use_isolating(false);
    bundle.add_resource(resource).ok()?;
    Some(bundle)
}

/// Messages and terms that the file has.
fn names<'f>(parsed: &Resource<&'f str>) -> BTreeSet<(bool, &'f str)> {
    let name = |entry: &Entry<&'f str>| match entry {
        Entry::Message(message) => Some((false, message.id.name)),
        Entry::Term(term) => Some((true, term.id.name)),
        _ => None,
    };
    parsed.body.iter().filter_map(name).collect()
}

/// Where a piece of the file stands in it.
fn within(file: &str, piece: &str) -> Span {
    let start = (piece.as_ptr() as usize).saturating_sub(file.as_ptr() as usize).min(file.len());
    Span::new(start, (start + piece.len()).min(file.len()))
}

/// The sign at a byte of the file, or the last one before it where nothing stands there any more.
fn sign_at(file: &str, at: usize) -> Span {
    let written = file.trim_end();
    let mut start = at.min(written.len().saturating_sub(1));
    while !written.is_char_boundary(start) {
        start -= 1;
    }
    let length = written[start..].chars().next().map_or(0, char::len_utf8);
    Span::new(start, start + length)
}

struct Check<'f, 'k> {
    file: &'f str,
    known: &'k [Template],
    names: BTreeSet<(bool, &'f str)>,
    faults: Vec<Fault>,
}

impl<'f> Check<'f, '_> {
    fn all(&mut self, parsed: &Resource<&'f str>) {
        let mut seen: BTreeMap<(bool, &str), ()> = BTreeMap::new();
        for entry in &parsed.body {
            let (term, id, pattern, bare) = match entry {
                Entry::Message(message) => {
                    let bare = message.attributes.is_empty();
                    (false, message.id.name, message.value.as_ref(), bare)
                }
                Entry::Term(term) => (true, term.id.name, Some(&term.value), true),
                Entry::Comment(_)
                | Entry::GroupComment(_)
                | Entry::ResourceComment(_)
                | Entry::Junk { .. } => continue,
            };
            if seen.insert((term, id), ()).is_some() {
                self.fault(id, Problem::Twice { id: id.to_owned() });
            }
            let template = self.known.iter().find(|one| one.id == id).copied();
            if !term && template.is_none() {
                self.fault(id, Problem::Unknown { id: id.to_owned() });
                continue;
            }
            match pattern.filter(|_| bare) {
                // A term is given what the message is that cites it, or less.
                Some(pattern) => self.pattern(id, template.filter(|_| !term), pattern),
                None => self.fault(id, Problem::Empty { id: id.to_owned() }),
            }
        }
    }

    fn fault(&mut self, at: &str, problem: Problem) {
        self.faults.push(Fault { at: within(self.file, at), problem });
    }

    fn pattern(&mut self, id: &str, template: Option<Template>, pattern: &Pattern<&'f str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(id, template, expression);
            }
        }
    }

    fn expression(&mut self, id: &str, template: Option<Template>, found: &Expression<&'f str>) {
        match found {
            Expression::Inline(inline) => self.inline(id, template, inline),
            Expression::Select { selector, variants } => {
                self.inline(id, template, selector);
                variants.iter().for_each(|one| self.pattern(id, template, &one.value));
            }
        }
    }

    fn inline(&mut self, id: &str, template: Option<Template>, found: &InlineExpression<&'f str>) {
        match found {
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
            InlineExpression::Placeable { expression } => self.expression(id, template, expression),
            InlineExpression::VariableReference { id: variable } => {
                let known = template.map_or(&[][..], |template| template.variables);
                if !known.contains(&variable.name) {
                    let (id, name) = (id.to_owned(), variable.name.to_owned());
                    self.fault(variable.name, Problem::Variable { id, variable: name, known });
                }
            }
            InlineExpression::MessageReference { id: name, attribute } => {
                let there = self.names.contains(&(false, name.name)) && attribute.is_none();
                self.reference(there, name.name, "");
            }
            InlineExpression::TermReference { id: name, attribute, arguments } => {
                let there = self.names.contains(&(true, name.name)) && attribute.is_none();
                let bare = arguments.as_ref().is_none_or(is_empty);
                self.reference(there && bare, name.name, "-");
            }
            InlineExpression::FunctionReference { id: name, .. } => {
                self.reference(false, name.name, "");
            }
        }
    }

    fn reference(&mut self, there: bool, name: &str, before: &str) {
        if !there {
            let problem = Problem::Reference { name: format!("{before}{name}") };
            self.fault(name, problem);
        }
    }
}

fn is_empty(arguments: &CallArguments<&str>) -> bool {
    arguments.positional.is_empty() && arguments.named.is_empty()
}

/// The names of all messages of a file of ours, for tests that hold a list of templates against it; none where it
/// cannot be read.
pub fn shipped_names(file: &str) -> Vec<String> {
    let parsed = parser::parse(file).unwrap_or_else(|(parsed, _)| parsed);
    let name = |entry: &Entry<&str>| match entry {
        Entry::Message(message) => Some(message.id.name.to_owned()),
        _ => None,
    };
    parsed.body.iter().filter_map(name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: &[Template] = &[
        Template { id: "call", variables: &["who", "number"] },
        Template { id: "open", variables: &[] },
    ];

    fn faults(file: &str) -> Vec<(&'static str, u32)> {
        let faults = Templates::read(file, Lang::EN, KNOWN).err().unwrap_or_default();
        faults.iter().map(|fault| (fault.problem.code(), fault.at.start)).collect()
    }

    #[test]
    fn a_template_is_said_instead_of_ours() {
        let file = "-chair = Madam\ncall = { -chair }, I call { $who }: { $number ->\n [one] once\n *[other] often\n}\n";
        let templates = Templates::read(file, Lang::EN, KNOWN).expect("it is right");
        let args = Args::new().text("who", "Ms Ada FOG").number("number", 1);
        assert_eq!(templates.say("call", &args), "Madam, I call Ms Ada FOG: once");
    }

    #[test]
    fn what_would_fail_in_the_sitting_is_refused_before_it() {
        assert_eq!(faults("call = { $whom }\n"), [("template-variable", 10)]);
        assert_eq!(faults("open = The vote is open.\nopens = x\n"), [("template-unknown", 25)]);
        assert_eq!(faults("open = { -chair }\n"), [("template-reference", 10)]);
        assert_eq!(faults("open = { DATE() }\n"), [("template-reference", 9)]);
        assert_eq!(faults("open = a\nopen = b\n"), [("template-twice", 9)]);
        assert_eq!(faults("open =\n    .remedy = b\n"), [("template-empty", 0)]);
        assert_eq!(faults("open = { open }\n"), [("template-circle", 0)]);
        assert_eq!(faults("open = { $\n"), [("template-syntax", 9)]);
        assert_eq!(faults(""), []);
        assert_eq!(faults("é"), [("template-syntax", 0)]);
    }
}
