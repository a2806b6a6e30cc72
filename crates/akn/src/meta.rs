//! Who, what, when: the metadata that every document must have, and the head of the paper.

use crate::xml::Xml;
use engine::{State, Version, day};
use instruction::style::language;
use std::collections::BTreeMap;

/// A day that no assembly has sat on, where the paper is not dated: the standard asks for a date.
const UNDATED: &str = "0001-01-01";

/// Among the codes that ISO 3166 leaves to its users: the standard asks for a country.
const COUNTRY: &str = "xa";

/// The work that the document is: its addresses, its date, the people in it.
pub(crate) struct Work<'a> {
    version: &'a Version,
    reference: &'a str,
    /// "2031-10-16".
    date: String,
    /// "doc-415".
    number: String,
    /// `/akn/xa/amendmentList/2031-10-16/doc-415`.
    uri: String,
    /// Tablers by name, numbered as they first come.
    people: BTreeMap<&'a str, (usize, bool)>,
}

impl<'a> Work<'a> {
    /// The compendium (`amendmentList`) or the adopted text (`statement`).
    pub(crate) fn new(state: &'a State, version: &'a Version, kind: &str) -> Self {
        let reference = state.dossier.reference.as_deref().unwrap_or_default();
        let date = version.date.as_deref().and_then(day).unwrap_or_else(|| UNDATED.to_owned());
        let number = match slug(reference) {
            slug if slug.is_empty() => "nn".to_owned(),
            slug => slug,
        };
        let uri = format!("/akn/{COUNTRY}/{kind}/{date}/{number}");
        let mut people = BTreeMap::new();
        let texts = state.dossier.amendments.iter().filter_map(|one| one.text(version.lang));
        for text in texts {
            for name in &text.tablers.names {
                let next = people.len() + 1;
                people.entry(name.as_str()).or_insert((next, text.tablers.committee));
            }
        }
        // The tablers are those of the compendium, not of the text.
        if kind != "amendmentList" {
            people.clear();
        }
        Self { version, reference, date, number, uri, people }
    }

    /// The identifier of a tabler.
    pub(crate) fn person(&self, name: &str) -> Option<String> {
        self.people.get(name).map(|(number, _)| format!("tabler_{number}"))
    }

    /// The address of a component of the compendium.
    pub(crate) fn address(&self, component: &str) -> String {
        format!("/akn/{COUNTRY}/amendmentList/{}/{}/!{component}", self.date, self.number)
    }

    /// The metadata of the compendium.
    pub(crate) fn meta(&self, xml: &mut Xml) {
        xml.within("meta", &[], |xml| {
            self.identification(xml, "main", self.reference);
            self.references(xml, &[]);
        });
    }

    /// Whom and what the document speaks of: the assembly, the tablers, and other documents, each
    /// with its identifier, address and name.
    pub(crate) fn references(&self, xml: &mut Xml, documents: &[Reference]) {
        let organization = |xml: &mut Xml, id: &str, name: &str| {
            let href = format!("/akn/ontology/organization/{id}");
            xml.empty("TLCOrganization", &[("eId", id), ("href", &href), ("showAs", name)]);
        };
        xml.within("references", &[("source", "#hemicycle")], |xml| {
            organization(xml, "hemicycle", "Hemicycle");
            organization(xml, "assembly", "Assembly");
            let mut people: Vec<_> = self.people.iter().collect();
            people.sort_unstable_by_key(|(_, (number, _))| *number);
            for (name, (number, committee)) in people {
                let (element, kind) = match committee {
                    true => ("TLCOrganization", "organization"),
                    false => ("TLCPerson", "person"),
                };
                let href = format!("/akn/ontology/{kind}/{}", slug(name));
                let id = format!("tabler_{number}");
                xml.empty(element, &[("eId", &id), ("href", &href), ("showAs", name)]);
            }
            each_document(xml, documents);
        });
    }

    /// The three levels that identify a document: work, expression, manifestation.
    pub(crate) fn identification(&self, xml: &mut Xml, component: &str, number: &str) {
        let lang = self.version.lang;
        let language = language(lang).map_or(lang.tag(), |language| language.iso_639_2);
        let expression = format!("{}/{language}@{}", self.uri, self.date);
        let this = |of: &str| format!("{of}/!{component}");
        xml.within("identification", &[("source", "#hemicycle")], |xml| {
            xml.within("FRBRWork", &[], |xml| {
                xml.empty("FRBRthis", &[("value", &this(&self.uri))]);
                xml.empty("FRBRuri", &[("value", &self.uri)]);
                self.dated(xml);
                xml.empty("FRBRcountry", &[("value", COUNTRY)]);
                if !number.is_empty() {
                    xml.empty("FRBRnumber", &[("value", number)]);
                }
            });
            xml.within("FRBRExpression", &[], |xml| {
                xml.empty("FRBRthis", &[("value", &this(&expression))]);
                xml.empty("FRBRuri", &[("value", &expression)]);
                self.dated(xml);
                xml.empty("FRBRlanguage", &[("language", language)]);
            });
            xml.within("FRBRManifestation", &[], |xml| {
                xml.empty("FRBRthis", &[("value", &format!("{}.xml", this(&expression)))]);
                xml.empty("FRBRuri", &[("value", &format!("{expression}.akn"))]);
                self.dated(xml);
                xml.empty("FRBRformat", &[("value", "application/akn+xml")]);
            });
        });
    }

    fn dated(&self, xml: &mut Xml) {
        let name = if self.date == UNDATED { "unknown" } else { "published" };
        xml.empty("FRBRdate", &[("date", &self.date), ("name", name)]);
        xml.empty("FRBRauthor", &[("href", "#assembly")]);
    }

    /// The head of the paper, as printed.
    pub(crate) fn preface(&self, xml: &mut Xml) {
        let kind = language(self.version.lang)
            .and_then(|language| language.labels.compendium.first().copied())
            .unwrap_or("Compendium");
        xml.within("preface", &[], |xml| {
            xml.line("p", &[("class", "kind")], |xml| {
                xml.inline("docType", &[], |xml| xml.text(kind));
            });
            if !self.reference.is_empty() {
                xml.line("p", &[("class", "reference")], |xml| {
                    xml.inline("docNumber", &[], |xml| xml.text(self.reference));
                });
            }
            if let Some(title) = &self.version.title {
                xml.line("p", &[("class", "title")], |xml| {
                    xml.inline("docTitle", &[], |xml| xml.text(title));
                });
            }
            if let Some(date) = &self.version.date {
                xml.line("p", &[("class", "date")], |xml| {
                    xml.inline("docDate", &[("date", &self.date)], |xml| xml.text(date));
                });
            }
            if let Some(edition) = &self.version.edition {
                xml.line("p", &[("class", "edition")], |xml| {
                    xml.inline("docStage", &[], |xml| xml.text(edition));
                });
            }
        });
    }
}

/// Another document: its identifier here, its address, how it is shown.
pub(crate) type Reference = (String, String, String);

/// References of a component, which shares those of the whole.
pub(crate) fn documents(xml: &mut Xml, documents: &[Reference]) {
    xml.within("references", &[("source", "#hemicycle")], |xml| each_document(xml, documents));
}

fn each_document(xml: &mut Xml, documents: &[Reference]) {
    for (id, address, name) in documents {
        let (id, address, name) = (id.as_str(), address.as_str(), name.as_str());
        let attributes = [("eId", id), ("name", "amendment"), ("href", address), ("showAs", name)];
        xml.empty("TLCReference", &attributes);
    }
}

/// Words as a step of an address: small letters and digits of ASCII, others as one hyphen.
fn slug(words: &str) -> String {
    let mut slug = String::with_capacity(words.len());
    for c in words.to_lowercase().chars() {
        if c.is_alphanumeric() {
            slug.push(c);
        } else if !slug.ends_with('-') && !slug.is_empty() {
            slug.push('-');
        }
    }
    slug.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn addresses_hold_no_spaces_and_no_signs() {
        assert_eq!(slug("Doc. 415"), "doc-415");
        assert_eq!(slug("Ms Ada O’Lind (Ill, EPP)"), "ms-ada-o-lind-ill-epp");
        assert_eq!(slug("…"), "");
    }
}
