//! Language versions as wordings speak of them: "(concerns only the French version)".
//!
//! A language's folder brings what is said of its own version in every language there is, and what
//! is said in it of theirs; so the folder that comes last knows the others, and they do not know it.

use super::grammar::Rule;
use super::languages;
use text::Lang;

/// One language version, spoken of in one language.
#[derive(Debug)]
pub struct Spoken {
    /// The tag of the language in which it is spoken of.
    pub by: &'static str,
    /// "French", "française": what goes with "version".
    pub name: &'static str,
    /// The remark that an amendment concerns this version only: one rule, whose form is the tag of
    /// the version.
    pub remark: &'static [Rule<&'static str>],
}

/// The remarks that one language can make, on every language version there is.
#[derive(Clone, Copy, Debug)]
pub struct Versions {
    /// The tag of the language.
    pub by: &'static str,
}

impl Versions {
    /// All remarks in this language, each with the tag of its version, in the order of the registry.
    pub fn iter(self) -> impl Iterator<Item = &'static Rule<&'static str>> {
        let spoken = languages().iter().flat_map(|language| language.spoken);
        spoken.filter(move |spoken| spoken.by == self.by).flat_map(|spoken| spoken.remark)
    }

    /// One of them, by its position.
    pub fn get(self, at: usize) -> Option<&'static Rule<&'static str>> {
        self.iter().nth(at)
    }
}

/// The name of a language version in another language, as it goes with "version".
pub fn version_name(of: Lang, by: Lang) -> Option<&'static str> {
    let spoken = languages().iter().flat_map(|language| language.spoken);
    let mut named = spoken.filter(|spoken| spoken.by == by.tag());
    let of_it = |spoken: &&Spoken| spoken.remark.iter().any(|rule| rule.form == of.tag());
    named.find(of_it).map(|spoken| spoken.name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse;

    #[test]
    fn every_language_speaks_of_every_version_once() {
        for (by, of) in languages().iter().flat_map(|by| languages().iter().map(move |of| (by, of)))
        {
            let remarks = by.grammar.versions.iter().filter(|rule| rule.form == of.lang.tag());
            assert_eq!(remarks.count(), 1, "{} in {}", of.lang, by.lang);
            assert!(version_name(of.lang, by.lang).is_some(), "{} in {}", of.lang, by.lang);
        }
    }

    #[test]
    fn samples_are_remarks_on_their_version() {
        for language in languages() {
            let clause = language.grammar.delete[0].samples[0].trim().trim_matches('"');
            for rule in language.grammar.versions.iter() {
                for sample in rule.samples {
                    let wording = format!("{} {clause}", sample.trim().trim_matches('"'));
                    let only = parse(&wording, language).instruction.map(|read| read.frame.only);
                    assert_eq!(only, Some(Some(rule.form)), "{wording}");
                }
            }
        }
    }
}
