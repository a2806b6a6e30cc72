//! How places of this style are named.

use crate::style::Versions;
use crate::style::grammar::{Grammar, PlaceForm, Rule, rules};
use crate::style::pace::fr::{lexicon, locator};
use std::sync::OnceLock;

/// Places.
const PLACES: &[Rule<PlaceForm>] = rules! {
    /// "alinéa 3"
    /// "les alinéas 3 et 4"
    PlaceForm::Provisions => "<l'alinéa|les_alinéas~alinéa|alinéas> {numbers}";
    /// "cet article"
    PlaceForm::NamedUnit => "cet article";
    /// "le premier alinéa"
    PlaceForm::ProvisionNth => "<le> {ordinal} alinéa";
    /// "le dernier alinéa"
    PlaceForm::LastProvision => "<le> dernier alinéa";
    /// "l'intitulé"
    PlaceForm::Title => "<l'>intitulé";
    /// "la troisième phrase"
    /// "les deuxième et troisième phrases"
    PlaceForm::Sentences => "<la|les> {ordinals} phrase|phrases";
    /// "la dernière phrase"
    PlaceForm::LastSentence => "<la> dernière phrase";
    /// "l'avant-dernière phrase"
    PlaceForm::PenultimateSentence => "<l'>avant-dernière phrase";
    /// "les deux dernières phrases"
    PlaceForm::LastSentences => "<les> {count} dernières phrases";
    /// "la phrase « Il ferme. »"
    PlaceForm::SentenceQuoted => "<la|les> phrase|phrases {quote}";
    /// "le mot « bateaux »"
    /// "les mots « petits bateaux »"
    PlaceForm::Words => "<le|les> mot|mots {quote}";
    /// "la deuxième occurrence du mot « bateaux »"
    PlaceForm::WordsNth => "<la> {ordinal} occurrence du|des mot|mots {quote}";
    /// "la dernière occurrence des mots « petits bateaux »"
    PlaceForm::WordsLast => "<la> dernière occurrence du|des mot|mots {quote}";
    /// "chaque occurrence du mot « bateaux »"
    PlaceForm::WordsEvery => "chaque occurrence du|des mot|mots {quote}";
    /// "le texte allant du mot « jour » aux mots « la nuit »"
    PlaceForm::FromTo => "<le> texte allant du|des mot|mots {quote} au|aux mot|mots {quote}";
    /// "le texte à partir du mot « jour » jusqu'à la fin"
    PlaceForm::FromToEnd => "<le> texte à partir du|des mot|mots {quote} jusqu'à la fin";
    /// "tous les mots après « le brouillard »"
    PlaceForm::AllAfter => "tous les mots après {quote}";
    /// "tous les mots avant « le brouillard »"
    PlaceForm::AllBefore => "tous les mots avant {quote}";
};

/// The grammar of names.
pub const fn grammar() -> Grammar {
    Grammar {
        lexicon: &[],
        ordinals: lexicon::ORDINALS,
        paragraph_ordinals: lexicon::PARAGRAPH_ORDINALS,
        ordinal_endings: lexicon::ORDINAL_ENDINGS,
        ordinal_suffixes: lexicon::ORDINAL_SUFFIXES,
        counts: lexicon::COUNTS,
        drafts: &[],
        and: "et",
        to: "à",
        frames: &[],
        versions: Versions { by: "fr" },
        places: PLACES,
        relations: locator::RELATIONS,
        payloads: &[],
        insert: &[],
        replace: &[],
        delete: &[],
        not_executable: &[],
        contractions: lexicon::CONTRACTIONS,
        marks: ('«', '»'),
        compiled: OnceLock::new(),
    }
}
