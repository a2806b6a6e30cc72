//! The wordings that benchmarks read: about 225 bytes, as most are, to a draft of sixty paragraphs.

use crate::compendium::Compendium;
use instruction::style::{Language, language};
use instruction::{Instruction, Scope, Target, parse, resolve};
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
}
