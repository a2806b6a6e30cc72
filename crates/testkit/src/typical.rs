//! The wordings that benchmarks read: about 225 bytes, as most are, to a draft of sixty paragraphs; and
//! those of French bills, of which half are below 190 bytes, to an article of sixty alinéas.

use crate::bills;
use crate::compendium::Compendium;
use instruction::style::{Language, language};
use instruction::{Instruction, Scope, Target, parse, resolve};
use std::fmt::Write;
use text::{Draft, Index, Lang};

/// A wording with what it is about.
#[derive(Clone, Copy, Debug)]
pub struct Typical {
    /// A word for it in tables.
    pub name: &'static str,
    /// Its language.
    pub lang: Lang,
    /// The wording.
    pub wording: &'static str,
}

/// Words at the end of a sentence, and words behind quoted ones, in both languages.
pub const TYPICAL: [Typical; 4] = [
    Typical {
        name: "sentence, English",
        lang: Lang::EN,
        wording: "In the draft resolution, paragraph 30, at the end of the third sentence, insert \
            the following words: “, and asks that the lamps of all harbours on the four lakes be \
            counted every spring by the pilots and the ferry crews”",
    },
    Typical {
        name: "sentence, French",
        lang: Lang::FR,
        wording: "Dans le projet de résolution, paragraphe 30, à la fin de la troisième phrase, \
            insérer les mots suivants: «, et demande que les lampes de tous les ports des lacs \
            soient comptées chaque été par les pilotes des bacs»",
    },
    Typical {
        name: "quoted words, English",
        lang: Lang::EN,
        wording: "In the draft resolution, paragraph 30, after the words “harbour 10302”, insert \
            the following words: “, and asks that the lamps of all harbours on the four lakes be \
            counted every spring by the pilots and by crews”",
    },
    Typical {
        name: "quoted words, French",
        lang: Lang::FR,
        wording: "Dans le projet de résolution, paragraphe 30, après les mots «port 10302», \
            insérer les mots suivants: «, et demande que les lampes de tous les ports des quatre \
            lacs soient comptées chaque été par des pilotes sûrs»",
    },
];

/// What is moved most in French bills: by both chambers, each laid out as it does.
pub const TYPICAL_OF_BILLS: [Typical; 8] = [
    Typical { name: "delete an article", lang: Lang::FR, wording: "Supprimer cet article." },
    Typical {
        name: "delete alinéas",
        lang: Lang::FR,
        wording: "Alinéas 14 à 17\n\nSupprimer ces alinéas.",
    },
    Typical {
        name: "replace words, in the sentence",
        lang: Lang::FR,
        wording: "À la seconde phrase de l’alinéa 30, substituer aux mots :\n\n« l’écluse 30 »\n\n\
            les mots :\n\n« les écluses et les bacs que la commune entretient sur les quatre lacs ».",
    },
    Typical {
        name: "replace words, place on its own line",
        lang: Lang::FR,
        wording: "Alinéa 30, seconde phrase\n\nRemplacer les mots :\n\nl'écluse 30\n\npar les mots :\n\n\
            les écluses et les bacs que la commune entretient sur les quatre lacs",
    },
    Typical {
        name: "insert words after words",
        lang: Lang::FR,
        wording: "Alinéa 42\n\nAprès les mots :\n\nl'écluse 42\n\ninsérer les mots :\n\n\
            , sauf en hiver et les jours de brume, pour les barques des pilotes et pour les bacs",
    },
    Typical {
        name: "complete with a sentence",
        lang: Lang::FR,
        wording: "Compléter l’alinéa 8 par la phrase suivante :\n\n« Un décret en conseil des lacs précise \
            les heures auxquelles les lampes sont éteintes et celles auxquelles la cloche sonne. »",
    },
    Typical {
        name: "complete the article",
        lang: Lang::FR,
        wording: "Compléter cet article par un alinéa ainsi rédigé :\n\nVI. - Le présent article est applicable \
            aux bacs immatriculés avant la publication de la loi, dans des conditions fixées par décret.",
    },
    Typical {
        name: "several orders",
        lang: Lang::FR,
        wording: "I. – À l’alinéa 5, substituer au mot :\n\n« l’écluse 5 »\n\nles mots :\n\n« les \
            écluses ».\n\nII. – En conséquence, après l’alinéa 20, insérer l’alinéa suivant :\n\n\
            « 7° bis Les radeaux comptent leurs lampes chaque année ; ».",
    },
];

/// An article of sixty alinéas in five units, each alinéa of two sentences.
fn bill() -> Draft {
    let mut article = String::new();
    for at in 1..=60 {
        let (unit, item) = ((at - 1) / 12 + 1, (at - 1) % 12);
        let label = match item {
            0 => format!("{}. - ", text::roman(unit)),
            item => format!("{item}° "),
        };
        // Writing to a string does not fail.
        let _ = writeln!(
            article,
            "{label}Le conseil du lac {at} éteint les lampes, même la nuit. \
                Il surveille l'écluse {at} et les barques que la commune lui confie chaque été."
        );
    }
    bills::apply::article(&article)
}

/// A draft of sixty paragraphs with its index built.
#[derive(Debug)]
pub struct Scene {
    language: &'static Language,
    draft: Draft,
    index: Index,
}

impl Scene {
    /// The draft in this language; `None` for one that is not registered.
    pub fn new(lang: Lang) -> Option<Self> {
        let language = language(lang)?;
        let draft = Compendium { lang, amendments: 0, paragraphs: 60, seed: 1 }.draft();
        let index = Index::new(&draft, &language.tables.sentences);
        Some(Self { language, draft, index })
    }

    /// An article of a French bill.
    pub fn bill() -> Self {
        let (language, draft) = (bills::language(), bill());
        let index = Index::new(&draft, &language.tables.sentences);
        Self { language, draft, index }
    }

    /// Reads a wording and finds its places.
    pub fn work(&self, wording: &str) -> Option<Instruction<Target>> {
        let Self { language, draft, index } = self;
        let scope = Scope { draft, index, part: Some(0), language };
        resolve(&parse(wording, language).instruction?, &scope, &mut Vec::new())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typical_wordings_have_their_size_and_place() {
        for typical in TYPICAL {
            let scene = Scene::new(typical.lang).expect("both languages are registered");
            assert!((220..=230).contains(&typical.wording.len()), "{}", typical.name);
            assert!(scene.work(typical.wording).is_some(), "{}", typical.name);
        }
    }

    #[test]
    fn typical_wordings_of_bills_have_a_place() {
        let scene = Scene::bill();
        for typical in TYPICAL_OF_BILLS {
            assert!(typical.wording.len() <= 300, "{}", typical.name);
            assert!(scene.work(typical.wording).is_some(), "{}", typical.name);
        }
    }
}
