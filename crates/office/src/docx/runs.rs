//! Words in a paragraph, with how they are set and who changed them.

use super::tag;
use crate::change::{Decided, author, date};
use crate::styles::{Words, id};
use crate::xml::Xml;
use engine::document::{ChangeKind, Changed, Document, Run};
use std::collections::BTreeMap;

/// What writing words needs beside them.
pub(super) struct Setting<'a> {
    pub(super) document: &'a Document,
    pub(super) decided: Option<&'a Decided>,
    /// The bookmark of each thing that is pointed to.
    pub(super) bookmarks: BTreeMap<&'a str, String>,
    /// The last identifier given; bookmarks and changes share them.
    pub(super) last: usize,
}

impl Setting<'_> {
    pub(super) fn next(&mut self) -> String {
        self.last += 1;
        self.last.to_string()
    }

    /// An element that says who changed what and when; without `inside` it is empty.
    pub(super) fn change(
        &mut self,
        xml: &mut Xml,
        change: &Changed,
        inside: Option<&mut dyn FnMut(&mut Xml)>,
    ) {
        let (number, author) = (self.next(), author(change, self.document));
        let mut attributes = vec![("w:id", number.as_str()), ("w:author", author.as_str())];
        let date = date(change, self.document, self.decided);
        attributes.extend(date.map(|date| ("w:date", date)));
        let name = match change.kind {
            ChangeKind::Inserted => "w:ins",
            ChangeKind::Deleted => "w:del",
        };
        match inside {
            Some(inside) => xml.within(name, &attributes, inside),
            None => xml.empty(name, &attributes),
        }
    }

    /// Runs in the language of this tag; neighbours by one author stand in one change.
    pub(super) fn runs(&mut self, xml: &mut Xml, runs: &[Run], lang: &str, style: Option<Words>) {
        let alike = |one: &Run, next: &Run| one.link == next.link && same(one, next);
        for together in runs.chunk_by(alike) {
            let Some(first) = together.first() else { continue };
            let target = self.bookmarks.get(first.link.as_str()).cloned();
            if let Some(target) = &target {
                xml.open("w:hyperlink", &[("w:anchor", target), ("w:history", "1")]);
            }
            let style = if target.is_some() { Some(Words::Link) } else { style };
            match &first.change {
                Some(change) => self.change(
                    xml,
                    change,
                    Some(&mut |xml: &mut Xml| {
                        together.iter().for_each(|run| of_run(xml, run, lang, style));
                    }),
                ),
                None => together.iter().for_each(|run| of_run(xml, run, lang, style)),
            }
            if target.is_some() {
                xml.close();
            }
        }
    }
}

/// Whether two runs are one author's change, or none.
fn same(one: &Run, other: &Run) -> bool {
    match (&one.change, &other.change) {
        (None, None) => true,
        (Some(one), Some(other)) => one.kind == other.kind && one.author == other.author,
        _ => false,
    }
}

fn of_run(xml: &mut Xml, run: &Run, lang: &str, style: Option<Words>) {
    if run.text.is_empty() {
        return;
    }
    let went = run.change.as_ref().is_some_and(|change| change.kind == ChangeKind::Deleted);
    let name = if went { "w:delText" } else { "w:t" };
    xml.within("w:r", &[], |xml| {
        xml.within("w:rPr", &[], |xml| properties(xml, run, lang, style));
        for (at, line) in run.text.split('\n').enumerate() {
            if at > 0 {
                xml.empty("w:br", &[]);
            }
            for (at, words) in line.split('\t').enumerate() {
                if at > 0 {
                    xml.empty("w:tab", &[]);
                }
                if !words.is_empty() {
                    xml.within(name, &[("xml:space", "preserve")], |xml| xml.text(words));
                }
            }
        }
    });
}

/// In the order of `CT_RPr`.
fn properties(xml: &mut Xml, run: &Run, lang: &str, style: Option<Words>) {
    let own = match () {
        () if run.quoted => Some(Words::Quoted),
        () if run.caps => Some(Words::Surname),
        () => style,
    };
    if let Some(style) = own {
        xml.empty("w:rStyle", &[("w:val", &id(style.name()))]);
    }
    if run.emphasis {
        xml.empty("w:i", &[]);
        xml.empty("w:iCs", &[]);
    }
    if run.raised {
        xml.empty("w:vertAlign", &[("w:val", "superscript")]);
    }
    xml.empty("w:lang", &[("w:val", tag(lang))]);
}
