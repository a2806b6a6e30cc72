//! Words in a paragraph: spans, and white space that is to stay.

use super::styles::is_bare;
use super::{language, name};
use crate::styles::Words;
use crate::xml::Xml;
use engine::document::Run;
use std::collections::BTreeMap;

/// What a span has beside its paragraph: language, italics, raised, style.
type Span = (Option<String>, bool, bool, Option<Words>);

/// The automatic styles of spans, each made when it is first wanted.
#[derive(Default)]
pub(super) struct Spans {
    given: BTreeMap<Span, usize>,
}

impl Spans {
    /// A run with its style. `lang` is its language where it is not the document's.
    pub(super) fn write(
        &mut self,
        xml: &mut Xml,
        run: &Run,
        lang: Option<&str>,
        words: Option<Words>,
    ) {
        if run.text.is_empty() {
            return;
        }
        if is_bare(run) && words.is_none() && lang.is_none() {
            return text(xml, &run.text);
        }
        let own = match () {
            () if run.quoted => Some(Words::Quoted),
            () if run.caps => Some(Words::Surname),
            () => words,
        };
        let next = self.given.len() + 1;
        let span = (lang.map(str::to_owned), run.emphasis, run.raised, own);
        let number = *self.given.entry(span).or_insert(next);
        let style = format!("T{number}");
        xml.within("text:span", &[("text:style-name", &style)], |xml| text(xml, &run.text));
    }

    /// The styles, in the order in which they were made.
    pub(super) fn styles(&self, xml: &mut Xml) {
        let mut spans: Vec<(&Span, usize)> = self.given.iter().map(|(s, at)| (s, *at)).collect();
        spans.sort_by_key(|(_, number)| *number);
        for ((lang, emphasis, raised, words), number) in spans {
            let own = format!("T{number}");
            let parent = words.map(|words| name(words.name()));
            let mut attributes = vec![("style:name", &*own), ("style:family", "text")];
            attributes.extend(parent.as_deref().map(|name| ("style:parent-style-name", name)));
            let mut look = Vec::new();
            if let Some(lang) = lang {
                look.extend(language(lang));
            }
            if *emphasis {
                look.push(("fo:font-style", "italic"));
            }
            if *raised {
                look.push(("style:text-position", "super 58%"));
            }
            xml.within("style:style", &attributes, |xml| {
                xml.empty("style:text-properties", &look);
            });
        }
    }
}

/// Text whose spaces, tabs and line feeds all stay: readers join plain spaces to one and drop those
/// at the ends of a paragraph.
pub(super) fn text(xml: &mut Xml, text: &str) {
    let mut plain = 0;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        let sign = match c {
            '\t' => "text:tab",
            '\n' => "text:line-break",
            ' ' if may_go(text, at) => "text:s",
            _ => continue,
        };
        xml.text(text.get(plain..at).unwrap_or_default());
        xml.empty(sign, &[]);
        plain = end;
    }
    xml.text(text.get(plain..).unwrap_or_default());
}

/// A space at either end, or behind another.
fn may_go(text: &str, at: usize) -> bool {
    let before = text.get(..at).and_then(|before| before.chars().next_back());
    let ends = at + 1 == text.len();
    ends || before.is_none_or(|c| matches!(c, ' ' | '\t' | '\n'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_space_is_lost() {
        let mut xml = Xml::default();
        text(&mut xml, " a b  c\td\ne ");
        let expected = "<text:s/>a b <text:s/>c<text:tab/>d<text:line-break/>e<text:s/>";
        assert_eq!(xml.finish(), expected);
    }
}
