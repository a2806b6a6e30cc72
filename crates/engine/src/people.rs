//! What members, committees and sittings are called in each language of a dossier.
//!
//! A log holds a name once: "Committee on Lamps". Where an assembly has several languages it is recorded in each, in
//! the order of the versions of the dossier, with a stroke between them: "Committee on Lamps / commission des lampes".
//! A member goes by the name under which the version of the language prints them: "Mme Ada FOG" for "Ms Ada FOG".

use crate::Dossier;
use std::collections::BTreeMap;
use text::Lang;

/// What stands between the names of one thing in several languages.
const BETWEEN: &str = " / ";

/// From the names of the other versions of a dossier to those of one.
#[derive(Debug, Default)]
pub(crate) struct People {
    /// The position of its language among the versions, and their number.
    own: Option<(usize, usize)>,
    names: BTreeMap<String, String>,
    /// Forms of address: "Ms" is "Mme".
    titles: BTreeMap<String, String>,
}

impl People {
    /// Those under the amendments: the versions list them in one order.
    pub(crate) fn of(dossier: &Dossier, lang: Lang) -> Self {
        let versions = &dossier.versions;
        let own = versions.iter().position(|version| version.lang == lang);
        let own = own.map(|own| (own, versions.len()));
        let mut people = Self { own, ..Self::default() };
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

    /// The name in this language: the one of several that is in it; as it is printed; with the form of address that
    /// others have; else as it is.
    pub(crate) fn name(&self, name: &str) -> String {
        let several: Vec<&str> = name.split(BETWEEN).collect();
        if let Some((own, count)) = self.own
            && count > 1
            && several.len() == count
        {
            return several[own].trim().to_owned();
        }
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
