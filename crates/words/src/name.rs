//! Names of committees, amendments and texts with the article and the preposition that a sentence wants.
//!
//! A log holds a name bare ("commission des lampes") or as it stands in a sentence ("la commission des lampes"); a
//! sentence wants it as a label, as a subject, behind "of" or behind "to", and in French the article melts into the
//! preposition: "du comité", "aux ports". This is the one place that knows how.
//!
//! ```text
//! recorded                 bare                    the                        of                           to
//! commission des lampes    commission des lampes   la commission des lampes   de la commission des lampes  à la commission des lampes
//! le Bureau                Bureau                  le Bureau                  du Bureau                    au Bureau
//! Committee on Lamps       Committee on Lamps      the Committee on Lamps     of the Committee on Lamps    to the Committee on Lamps
//! Mme Ada FOG              Mme Ada FOG             Mme Ada FOG                de Mme Ada FOG               à Mme Ada FOG
//! ```
//!
//! A bare name gets an article only if its first word is one that is known to take one: a person has none.

use crate::Args;
use text::Lang;

/// A name in the forms that sentences want.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// As a label: without an article.
    pub bare: String,
    /// As subject or object, and behind prepositions that do not melt into the article.
    pub the: String,
    /// Behind "of".
    pub of: String,
    /// Behind "to".
    pub to: String,
    /// What agrees with it.
    pub gender: Gender,
}

/// What adjectives and participles agree with, where a language has that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gender {
    /// "saisi"; also what is not known.
    Masculine,
    /// "saisie".
    Feminine,
    /// "saisis".
    Plural,
}

/// How a language joins names to articles and prepositions.
struct Grammar {
    lang: Lang,
    /// Articles as they are recorded, the longest first, each with what "of" and "to" make of it.
    articles: &'static [Article],
    /// First words of bare names that take an article, and their gender.
    nouns: &'static [(&'static str, Gender)],
    /// The article of such a noun: masculine, feminine, plural, and before a vowel.
    given: [&'static str; 4],
    /// "of" and "to" before a name without an article.
    of: &'static str,
    to: &'static str,
    /// "of" before a vowel.
    of_vowel: &'static str,
}

struct Article {
    written: &'static str,
    of: &'static str,
    to: &'static str,
    gender: Option<Gender>,
}

const fn article(
    written: &'static str,
    of: &'static str,
    to: &'static str,
    gender: Option<Gender>,
) -> Article {
    Article { written, of, to, gender }
}

use Gender::{Feminine, Masculine, Plural};

const GRAMMARS: [Grammar; 2] = [
    Grammar {
        lang: Lang::EN,
        articles: &[article("the ", "of the ", "to the ", None)],
        nouns: &[
            ("assembly", Masculine),
            ("board", Masculine),
            ("bureau", Masculine),
            ("chair", Masculine),
            ("clerk", Masculine),
            ("commission", Masculine),
            ("committee", Masculine),
            ("council", Masculine),
            ("delegation", Masculine),
            ("government", Masculine),
            ("president", Masculine),
            ("rapporteur", Masculine),
            ("secretariat", Masculine),
            ("sub-committee", Masculine),
            ("table", Masculine),
        ],
        given: ["the ", "the ", "the ", "the "],
        of: "of ",
        to: "to ",
        of_vowel: "of ",
    },
    Grammar {
        lang: Lang::FR,
        articles: &[
            article("les ", "des ", "aux ", Some(Plural)),
            article("le ", "du ", "au ", Some(Masculine)),
            article("la ", "de la ", "à la ", Some(Feminine)),
            article("l'", "de l'", "à l'", None),
            article("l’", "de l’", "à l’", None),
        ],
        nouns: &[
            ("assemblée", Feminine),
            ("association", Feminine),
            ("bureau", Masculine),
            ("comité", Masculine),
            ("commission", Feminine),
            ("conférence", Feminine),
            ("conseil", Masculine),
            ("direction", Feminine),
            ("délégation", Feminine),
            ("fédération", Feminine),
            ("gouvernement", Masculine),
            ("greffier", Masculine),
            ("groupe", Masculine),
            ("mission", Feminine),
            ("présidence", Feminine),
            ("président", Masculine),
            ("présidente", Feminine),
            ("rapporteur", Masculine),
            ("rapporteure", Feminine),
            ("secrétariat", Masculine),
            ("section", Feminine),
            ("service", Masculine),
            ("sous-comité", Masculine),
            ("sous-commission", Feminine),
        ],
        given: ["le ", "la ", "les ", "l'"],
        of: "de ",
        to: "à ",
        of_vowel: "d'",
    },
];

/// A name as it was recorded, in the forms that sentences of this language want. One of a language that is not known
/// here stays as it is.
pub fn name(recorded: &str, lang: Lang) -> Name {
    let recorded = recorded.trim();
    let Some(grammar) = GRAMMARS.iter().find(|grammar| grammar.lang == lang) else {
        return plain(recorded, "", "");
    };
    if let Some((article, bare)) = own_article(recorded, grammar) {
        return joined(article, bare, grammar, None);
    }
    let first = recorded.split([' ', '\u{a0}']).next().unwrap_or_default().to_lowercase();
    let noun = grammar.nouns.iter().find(|(noun, _)| *noun == first);
    match noun {
        Some((_, gender)) => {
            let [masculine, feminine, plural, before_vowel] = grammar.given;
            let given = match gender {
                _ if begins_with_vowel(recorded) => before_vowel,
                Masculine => masculine,
                Feminine => feminine,
                Plural => plural,
            };
            let article = grammar.articles.iter().find(|article| article.written == given);
            article.map_or_else(
                || plain(recorded, grammar.of, grammar.to),
                |article| joined(article, recorded, grammar, Some(*gender)),
            )
        }
        None if begins_with_vowel(recorded) => plain(recorded, grammar.of_vowel, grammar.to),
        None => plain(recorded, grammar.of, grammar.to),
    }
}

/// The article that a name was recorded with, and the name behind it.
fn own_article<'a, 'g>(recorded: &'a str, grammar: &'g Grammar) -> Option<(&'g Article, &'a str)> {
    grammar.articles.iter().find_map(|article| {
        let head = recorded.get(..article.written.len())?;
        let fits = head.to_lowercase() == article.written;
        let bare = recorded.get(article.written.len()..)?.trim_start();
        (fits && !bare.is_empty()).then_some((article, bare))
    })
}

fn joined(article: &Article, bare: &str, grammar: &Grammar, gender: Option<Gender>) -> Name {
    let first = bare.split([' ', '\u{a0}']).next().unwrap_or_default().to_lowercase();
    let known = || grammar.nouns.iter().find(|(noun, _)| *noun == first).map(|(_, gender)| *gender);
    Name {
        bare: bare.to_owned(),
        the: format!("{}{bare}", article.written),
        of: format!("{}{bare}", article.of),
        to: format!("{}{bare}", article.to),
        gender: gender.or(article.gender).or_else(known).unwrap_or(Masculine),
    }
}

fn plain(name: &str, of: &str, to: &str) -> Name {
    Name {
        bare: name.to_owned(),
        the: name.to_owned(),
        of: format!("{of}{name}"),
        to: format!("{to}{name}"),
        gender: Masculine,
    }
}

/// An h may be silent or not; it is taken for a consonant.
fn begins_with_vowel(name: &str) -> bool {
    let first = name.chars().next().and_then(|first| first.to_lowercase().next());
    first.is_some_and(|first| "aeiouàâäéèêëîïôöùûüœæ".contains(first))
}

impl Gender {
    /// Its key in messages.
    pub fn word(self) -> &'static str {
        match self {
            Masculine => "masculine",
            Feminine => "feminine",
            Plural => "plural",
        }
    }
}

impl Args {
    /// With a committee, a member or an office: `committee` bare, `the-committee`, `of-committee`, `to-committee`, and
    /// its `gender`.
    pub fn committee(self, name: &Name) -> Self {
        self.text("committee", name.bare.as_str())
            .text("the-committee", name.the.as_str())
            .text("of-committee", name.of.as_str())
            .text("to-committee", name.to.as_str())
            .text("gender", name.gender.word())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(recorded: &str, lang: Lang) -> [String; 4] {
        let Name { bare, the, of, to, .. } = name(recorded, lang);
        [bare, the, of, to]
    }

    #[test]
    fn a_french_article_melts_into_the_preposition() {
        for (recorded, bare, the, of, to) in [
            (
                "commission des lampes",
                "commission des lampes",
                "la commission des lampes",
                "de la commission des lampes",
                "à la commission des lampes",
            ),
            (
                "la commission des lampes",
                "commission des lampes",
                "la commission des lampes",
                "de la commission des lampes",
                "à la commission des lampes",
            ),
            ("Le Bureau", "Bureau", "le Bureau", "du Bureau", "au Bureau"),
            (
                "comité des ports",
                "comité des ports",
                "le comité des ports",
                "du comité des ports",
                "au comité des ports",
            ),
            (
                "les rapporteurs",
                "rapporteurs",
                "les rapporteurs",
                "des rapporteurs",
                "aux rapporteurs",
            ),
            ("l'Assemblée", "Assemblée", "l'Assemblée", "de l'Assemblée", "à l'Assemblée"),
            (
                "Assemblée des Lacs",
                "Assemblée des Lacs",
                "l'Assemblée des Lacs",
                "de l'Assemblée des Lacs",
                "à l'Assemblée des Lacs",
            ),
            ("M. Jan WEIR", "M. Jan WEIR", "M. Jan WEIR", "de M. Jan WEIR", "à M. Jan WEIR"),
            (
                "Étoile du Nord",
                "Étoile du Nord",
                "Étoile du Nord",
                "d'Étoile du Nord",
                "à Étoile du Nord",
            ),
            (
                "le projet d'avis (C)",
                "projet d'avis (C)",
                "le projet d'avis (C)",
                "du projet d'avis (C)",
                "au projet d'avis (C)",
            ),
            (
                "l'amendement 4",
                "amendement 4",
                "l'amendement 4",
                "de l'amendement 4",
                "à l'amendement 4",
            ),
        ] {
            assert_eq!(forms(recorded, Lang::FR), [bare, the, of, to], "{recorded}");
        }
    }

    #[test]
    fn an_english_committee_has_one_article() {
        for recorded in ["Committee on Lamps", "the Committee on Lamps", "The Committee on Lamps"] {
            let wanted = [
                "Committee on Lamps",
                "the Committee on Lamps",
                "of the Committee on Lamps",
                "to the Committee on Lamps",
            ];
            assert_eq!(forms(recorded, Lang::EN), wanted, "{recorded}");
        }
        assert_eq!(forms("Ms Ada FOG", Lang::EN)[2], "of Ms Ada FOG");
        assert_eq!(forms("amendment 4", Lang::EN)[1], "amendment 4");
    }

    #[test]
    fn participles_agree() {
        assert_eq!(name("commission des lampes", Lang::FR).gender, Feminine);
        assert_eq!(name("le comité", Lang::FR).gender, Masculine);
        assert_eq!(name("l'assemblée", Lang::FR).gender, Feminine);
        assert_eq!(name("les commissions réunies", Lang::FR).gender, Plural);
    }

    #[test]
    fn odd_names_do_no_harm() {
        for recorded in ["", " ", "la", "l'", "les ", "é", "lé port"] {
            for lang in [Lang::EN, Lang::FR] {
                assert_eq!(name(recorded, lang).bare.trim(), recorded.trim());
            }
        }
    }
}
