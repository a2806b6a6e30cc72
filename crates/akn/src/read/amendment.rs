//! One amendment: its number, who tabled it, its wording, its note.
//!
//! In our own files each line of the heading says by its class what it is. By other hands the number
//! is the first `docNumber` (or that of the metadata), tablers are the `docProponent`s, and the
//! wording is all of `amendmentContent`, line by line:
//!
//! ```text
//! <amendmentContent>
//!   <p>Replace article 3 <mod>by <quotedStructure>     Replace article 3 by
//!     <article><num>Article 3</num>…                    “Article 3
//!   </quotedStructure></mod>.</p>                       Boats carry lamps.”.
//! ```

use super::body::flat;
use super::head::Used;
use super::node::{
    Element, all_inner, child, elements, inner, is, line, name, text_of, wanted, words_of, wrong,
};
use super::{Error, Reading};
use engine::dossier::PrintedFall;
use engine::{Amendment, AmendmentText, Tablers};
use source::{Origin, Span};
use text::{Block, Child, Fragment};

impl<'a> Reading<'a> {
    pub(super) fn amendment(&mut self, amendment: Element<'a, '_>) -> Result<Amendment, Error> {
        let mut used = Used::default();
        let body = wanted(amendment, "amendmentBody")?;
        let number = self.number(amendment, &mut used)?;
        let parent = self.parent(amendment, &mut used);
        // "13/1" is sub-amendment 1 to amendment 13.
        let own = parent.as_ref().filter(|_| !self.ours).and_then(|parent| {
            number.strip_prefix(parent.as_str())?.strip_prefix('/').map(str::to_owned)
        });
        let number = own.filter(|own| !own.is_empty()).unwrap_or(number);
        let part = self.part(body, &mut used)?;
        let tablers = self.tablers(amendment, &mut used);
        let wording = self.wording(body)?;
        let note = self.note(body)?;
        let heading = child(body, "amendmentHeading").filter(|_| self.ours);
        let lines = || heading.into_iter().flat_map(elements);
        let falling: Vec<PrintedFall> = lines().filter_map(falling).collect();
        let remarks = lines().filter(|line| line.attribute("class") == Some("remark"));
        let remarks: Vec<String> = remarks.map(text_of).collect();
        for line in lines() {
            if matches!(line.attribute("class"), Some("fells" | "fallsWith" | "remark")) {
                used.insert(line);
            }
        }
        self.remains(amendment, body, &used);
        let text = AmendmentText {
            lang: self.language.lang,
            tablers,
            wording,
            origin: Origin::default(),
            note,
            falling,
            remarks,
            heading: Span::default(),
        };
        let recorded = self.recorded(amendment);
        Ok(Amendment { number, parent, part, texts: vec![text], recorded })
    }

    /// Whatever stands in the amendment beside what was read.
    fn remains(&mut self, amendment: Element<'_, '_>, body: Element<'_, '_>, used: &Used) {
        for part in elements(amendment) {
            match name(part) {
                Some("meta" | "amendmentBody") => {}
                _ => self.rest(part, used),
            }
        }
        for part in elements(body) {
            match name(part) {
                Some("amendmentContent" | "amendmentJustification") => {}
                Some("amendmentHeading" | "amendmentReference") => self.rest(part, used),
                _ => self.notes.left_out(part),
            }
        }
    }

    /// The printed number, without the word for an amendment.
    pub(super) fn number(
        &self,
        amendment: Element<'_, '_>,
        used: &mut Used,
    ) -> Result<String, Error> {
        let body = wanted(amendment, "amendmentBody")?;
        let missing = |node| wrong(node, "the number of the amendment is missing (docNumber)");
        if self.ours {
            let heading = wanted(body, "amendmentHeading")?;
            let named = line(heading, "number").ok_or_else(|| missing(heading))?;
            let number = inner(named, "docNumber").ok_or_else(|| missing(named))?;
            used.insert(number);
            return Ok(text_of(number));
        }
        let places = [child(body, "amendmentHeading"), child(amendment, "preface")];
        let printed = places.into_iter().flatten().find_map(|place| inner(place, "docNumber"));
        if let Some(printed) = printed {
            used.insert(printed);
            let words = words_of(printed);
            let labels = self.language.labels.amendment.iter();
            let bare = labels.filter_map(|label| {
                let (head, rest) = words.split_at_checked(label.len())?;
                head.eq_ignore_ascii_case(label).then(|| rest.trim().to_owned())
            });
            let number = bare.into_iter().find(|rest| !rest.is_empty()).unwrap_or(words);
            if !number.is_empty() {
                return Ok(number);
            }
        }
        let meta = child(amendment, "meta").and_then(|meta| inner(meta, "FRBRnumber"));
        let number = meta.and_then(|number| number.attribute("value")).map(str::trim);
        number
            .filter(|number| !number.is_empty())
            .map(str::to_owned)
            .ok_or_else(|| missing(amendment))
    }

    /// The number of the amendment that this one changes.
    fn parent(&self, amendment: Element<'_, '_>, used: &mut Used) -> Option<String> {
        let body = child(amendment, "amendmentBody")?;
        let heading = child(body, "amendmentHeading")?;
        if self.ours {
            let named = line(heading, "number")?;
            let parent = inner(named, "ref").or_else(|| inner(named, "span"))?;
            used.insert(parent);
            return Some(text_of(parent));
        }
        let places = [child(body, "amendmentReference"), Some(heading)];
        let mut links = places
            .into_iter()
            .flatten()
            .flat_map(|place| all_inner(place, "affectedDocument").chain(all_inner(place, "ref")));
        links.find_map(|link| {
            let id = link.attribute("href")?.strip_prefix('#')?;
            let number = self.amendments.get(id)?.clone();
            used.insert(link);
            Some(number)
        })
    }

    /// The draft text that the amendment is tabled to, where it says so.
    fn part(&mut self, body: Element<'_, '_>, used: &mut Used) -> Result<Option<u32>, Error> {
        let reference = child(body, "amendmentReference");
        let affected = reference.and_then(|reference| inner(reference, "affectedDocument"));
        let Some(affected) = affected else { return Ok(None) };
        let href = affected.attribute("href").unwrap_or_default();
        let found =
            match href.strip_prefix('#') {
                Some(id) if !self.ours && self.amendments.contains_key(id) => return Ok(None),
                Some(id) => self.parts.get(id).copied().map(Some).ok_or_else(|| {
                    wrong(affected, "no draft text of this file has that identifier")
                })?,
                None if self.ours => {
                    return Err(wrong(affected, "no draft text of this file has that identifier"));
                }
                None => self.addresses.get(href).copied(),
            };
        if let Some(part) = found
            && self.headings.get(part as usize).is_some_and(|known| *known == words_of(affected))
        {
            used.insert(affected);
        }
        if self.ours {
            // What is printed there is the heading of the part.
            used.insert(affected);
        }
        Ok(found)
    }

    fn tablers(&mut self, amendment: Element<'_, '_>, used: &mut Used) -> Tablers {
        let body = child(amendment, "amendmentBody");
        let heading = body.and_then(|body| child(body, "amendmentHeading"));
        if self.ours {
            let Some(heading) = heading else { return Tablers::default() };
            let committee = line(heading, "committee");
            let named = committee.or_else(|| line(heading, "tablers"));
            let named = named.into_iter().flat_map(elements);
            let names = named.inspect(|name| used.insert(*name)).map(text_of).collect();
            return Tablers { names, committee: committee.is_some() };
        }
        let mut tablers = Tablers::default();
        let mut committees = true;
        let places = [child(amendment, "preface"), heading, child(amendment, "conclusions")];
        for place in places.into_iter().flatten() {
            used.insert_all(place, "docProponent");
            for proponent in all_inner(place, "docProponent") {
                let known = ["refersTo", "as"].into_iter().find_map(|attribute| {
                    self.people.get(proponent.attribute(attribute)?.strip_prefix('#')?)
                });
                let printed = words_of(proponent);
                let named = known.map(|(shown, _)| shown.clone());
                let shown = Some(printed).filter(|printed| !printed.is_empty()).or(named);
                committees &= known.is_some_and(|(_, organization)| *organization);
                tablers.names.extend(shown);
            }
        }
        tablers.committee = committees && !tablers.names.is_empty();
        tablers
    }

    /// The wording, its paragraphs on lines of their own.
    fn wording(&mut self, body: Element<'_, '_>) -> Result<String, Error> {
        let content = wanted(body, "amendmentContent")?;
        if self.ours {
            let wording =
                inner(content, "mod").ok_or_else(|| wrong(content, "the wording is missing"))?;
            let mut used = Used::default();
            used.insert(wording);
            for more in elements(body).filter(|part| is(*part, "amendmentContent")) {
                self.rest(more, &used);
            }
            return Ok(self.fragment(wording)?.to_caret());
        }
        self.wording = true;
        let mut lines = Vec::new();
        for content in elements(body).filter(|part| is(*part, "amendmentContent")) {
            let mut made = Vec::new();
            self.children(content, 0, &mut made)?;
            flat(&made, &mut lines);
        }
        self.wording = false;
        Ok(lines.join("\n"))
    }

    /// The explanatory note, paragraph by paragraph.
    fn note(&mut self, body: Element<'_, '_>) -> Result<Vec<Fragment>, Error> {
        let mut note = Vec::new();
        for part in elements(body).filter(|part| is(*part, "amendmentJustification")) {
            if self.ours {
                for paragraph in elements(part) {
                    note.push(self.fragment(paragraph)?);
                }
                continue;
            }
            let mut made = Vec::new();
            self.children(part, 0, &mut made)?;
            for child in made {
                match child {
                    Child::Block(Block { content, .. }) => note.push(content),
                    other => {
                        let mut lines = Vec::new();
                        flat(&[other], &mut lines);
                        note.extend(lines.iter().map(|line| Fragment::from_caret(line)));
                    }
                }
            }
        }
        Ok(note)
    }
}

fn falling(line: Element<'_, '_>) -> Option<PrintedFall> {
    let fells = match line.attribute("class")? {
        "fells" => true,
        "fallsWith" => false,
        _ => return None,
    };
    Some(PrintedFall { fells, others: elements(line).map(text_of).collect(), at: Span::default() })
}
