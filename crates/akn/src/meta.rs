//! Who, what, when: the metadata that every document must have, and the head of the paper.

use crate::decisions::Decisions;
use crate::xml::Xml;
use engine::{RulesName, State, Version, day};
use instruction::style::{language, version_name};
use std::collections::BTreeMap;
use text::Lang;

/// A day that no assembly has sat on, where the paper is not dated: the standard asks for a date.
const UNDATED: &str = "0001-01-01";

/// The identifier and the name of the reference to the rules of the chamber.
pub(crate) const RULES: &str = "rules";

/// The identifier and the name of the reference to the drafting style, where it is not the default.
pub(crate) const STYLE: &str = "style";

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
    /// The languages of the work, the first the one worked in.
    langs: Vec<Lang>,
    /// Tablers by name, numbered as they first come.
    people: BTreeMap<&'a str, (usize, bool)>,
    /// The rules that the dossier names.
    rules: Option<&'a RulesName>,
    /// What is recorded of the amendments and texts.
    pub(crate) decisions: Option<Decisions<'a>>,
}

impl<'a> Work<'a> {
    /// The compendium (`amendmentList`) or the adopted text (`statement`).
    pub(crate) fn new(state: &'a State, version: &'a Version, kind: &str) -> Self {
        let reference = state.dossier.reference.as_deref().unwrap_or_default();
        // One day for the work, in whichever language it is printed so that it can be read.
        let mut printed = state.dossier.versions.iter().filter_map(|one| one.date.as_deref());
        let date = printed.find_map(day).unwrap_or_else(|| UNDATED.to_owned());
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
        let rules = state.dossier.rules.as_ref();
        let langs = state.dossier.versions.iter().map(|version| version.lang).collect();
        Self { version, reference, date, number, uri, langs, people, rules, decisions: None }
    }

    /// The identifier of a tabler.
    pub(crate) fn proponent(&self, name: &str) -> Option<String> {
        self.people.get(name).map(|(number, _)| format!("tabler_{number}"))
    }

    /// The same of one who is a committee, or a member.
    pub(crate) fn tabler(&self, name: &str, committee: bool) -> Option<String> {
        let known = self.people.get(name).filter(|(_, is_one)| *is_one == committee);
        known.and_then(|_| self.proponent(name))
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
        xml.within("references", &[("source", "#hemicycle")], |xml| {
            self.organization(xml, "hemicycle", "Hemicycle");
            self.organization(xml, "assembly", "Assembly");
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
            for other in self.langs.iter().filter(|lang| **lang != self.version.lang) {
                let name = version_name(*other, self.version.lang).unwrap_or(other.tag());
                let (id, href) = (format!("expression_{}", code(*other)), self.expression(*other));
                let attributes = [("eId", id.as_str()), ("name", "expression"), ("href", &href)];
                xml.empty("TLCReference", &[&attributes[..], &[("showAs", name)]].concat());
            }
            if !self.version.style.is_default() {
                let name = self.version.style.name;
                let href = format!("/akn/ontology/style/{}", slug(name));
                let attributes = [("eId", STYLE), ("name", STYLE), ("href", &href)];
                xml.empty("TLCReference", &[&attributes[..], &[("showAs", name)]].concat());
            }
            if let Some(RulesName { profile, edition }) = self.rules {
                let href = format!("/akn/ontology/rules/{}/{}", slug(profile), slug(edition));
                let shown = format!("{profile} {edition}");
                let attributes = [("eId", RULES), ("name", RULES), ("href", &href)];
                xml.empty("TLCReference", &[&attributes[..], &[("showAs", &shown)]].concat());
            }
            if let Some(decisions) = &self.decisions {
                decisions.references(xml, self);
            }
            each_document(xml, documents);
        });
    }

    /// An organization among the references.
    pub(crate) fn organization(&self, xml: &mut Xml, id: &str, name: &str) {
        let href = match id {
            "hemicycle" | "assembly" => format!("/akn/ontology/organization/{id}"),
            _ => format!("/akn/ontology/organization/{}", slug(name)),
        };
        xml.empty("TLCOrganization", &[("eId", id), ("href", &href), ("showAs", name)]);
    }

    /// A person among the references.
    pub(crate) fn person(&self, xml: &mut Xml, id: &str, name: &str) {
        let href = format!("/akn/ontology/person/{}", slug(name));
        xml.empty("TLCPerson", &[("eId", id), ("href", &href), ("showAs", name)]);
    }

    /// The address of the work in one of its languages.
    fn expression(&self, lang: Lang) -> String {
        format!("{}/{}@{}", self.uri, code(lang), self.date)
    }

    /// The three levels that identify a document: work, expression, manifestation.
    pub(crate) fn identification(&self, xml: &mut Xml, component: &str, number: &str) {
        let lang = self.version.lang;
        let expression = self.expression(lang);
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
                xml.empty("FRBRlanguage", &[("language", code(lang))]);
                // A further language has as much authority as the one that is worked in.
                if let Some(first) = self.langs.first().filter(|first| **first != lang) {
                    let href = this(&self.expression(*first));
                    let attributes = [("href", href.as_str()), ("fromLanguage", code(*first))];
                    let rest = [("authoritative", "true"), ("by", "#assembly")];
                    xml.empty("FRBRtranslation", &[attributes, rest].concat());
                }
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

    /// The head of the paper, as printed. Drafts alone are no compendium.
    pub(crate) fn preface(&self, xml: &mut Xml, compendium: bool) {
        let kind = self
            .version
            .language()
            .and_then(|language| {
                let labels = &language.labels;
                let kinds = if compendium { labels.compendium } else { labels.draft };
                kinds.first().copied()
            })
            .unwrap_or("Compendium");
        xml.within("preface", &[], |xml| {
            xml.line("p", &[("class", "kind")], |xml| {
                xml.inline("docType", &[], |xml| xml.text(kind));
            });
            self.printed(xml, "title");
        });
    }

    /// Whether anything is printed of the paper as a whole.
    pub(crate) fn is_headed(&self) -> bool {
        let version = self.version;
        let printed = [&version.title, &version.date, &version.edition];
        !self.reference.is_empty() || printed.into_iter().any(Option::is_some)
    }

    /// What is printed of the paper: number, title, date, edition; `class` is that of the title.
    pub(crate) fn printed(&self, xml: &mut Xml, class: &str) {
        if !self.reference.is_empty() {
            xml.line("p", &[("class", "reference")], |xml| {
                xml.inline("docNumber", &[], |xml| xml.text(self.reference));
            });
        }
        if let Some(title) = &self.version.title {
            xml.line("p", &[("class", class)], |xml| {
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
    }
}

/// The code of a language by ISO 639-2, as the standard wants it.
fn code(lang: Lang) -> &'static str {
    language(lang).map_or(lang.tag(), |language| language.iso_639_2)
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
