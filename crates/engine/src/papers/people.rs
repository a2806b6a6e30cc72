//! What members are called in each language of a dossier.

use crate::Dossier;
use std::collections::BTreeMap;
use text::Lang;

/// From the names of the other versions of a dossier to those of one.
#[derive(Debug, Default)]
pub(super) struct People {
    names: BTreeMap<String, String>,
    /// Forms of address: "Ms" is "Mme".
    titles: BTreeMap<String, String>,
}

impl People {
    /// Those under the amendments: the versions list them in one order.
    pub(super) fn of(dossier: &Dossier, lang: Lang) -> Self {
        let mut people = Self::default();
        for amendment in &dossier.amendments {
            let Some(own) = amendment.text(lang) else { continue };
            let own = &own.tablers.names;
            for other in amendment.texts.iter().filter(|text| text.lang != lang) {
                let other = &other.tablers.names;
                if other.len() == own.len() {
                    other.iter().zip(own).for_each(|(other, own)| people.pair(other, own));
                }
            }
        }
        people
    }

    fn pair(&mut self, other: &str, own: &str) {
        if let (Some((title, name)), Some((own_title, own_name))) =
            (other.split_once(' '), own.split_once(' '))
            && name == own_name
        {
            self.titles.entry(title.to_owned()).or_insert_with(|| own_title.to_owned());
        }
        self.names.entry(other.to_owned()).or_insert_with(|| own.to_owned());
    }

    /// The name in this language: as printed, else with the form of address that others have; else as it is.
    pub(super) fn name(&self, name: &str) -> String {
        let name = name.trim();
        if let Some(own) = self.names.get(name) {
            return own.clone();
        }
        let titled = name.split_once(' ').and_then(|(title, rest)| {
            self.titles.get(title).map(|title| format!("{title} {rest}"))
        });
        titled.unwrap_or_else(|| name.to_owned())
    }
}
