//! French places: which text, which paragraph, which sentence, which words.

use crate::style::grammar::{FrameForm, PlaceForm, Relation, Rule, rules};

/// What a wording is about.
pub const FRAMES: &[Rule<FrameForm>] = rules! {
    /// "Dans le projet de résolution"
    /// "Dans le projet d'avis"
    /// "Au projet de recommandation B"
    /// "Dans tout le projet de résolution"
    FrameForm::Draft => "dans {draft}", "dans tout {draft}";
    /// "À l'amendement 13"
    /// "Dans l'amendement 13"
    FrameForm::Amendment => "à l'amendement {number}", "amendement {number}";
};

/// Prepositions.
pub const RELATIONS: &[Rule<Relation>] = rules! {
    /// "à la première phrase"
    /// "dans la première phrase"
    /// "au paragraphe 2"
    Relation::In => "à {place}";
    /// "dans le titre"
    Relation::InTitle => "dans {place}";
    /// "du paragraphe 2"
    Relation::Of => "de {place}";
    /// "après le paragraphe 3.2"
    Relation::After => "après {place}";
    /// "avant les mots «petits bateaux»"
    Relation::Before => "avant {place}";
    /// "entre les paragraphes 3 et 4"
    Relation::Between => "entre {place}";
    /// "au début du paragraphe 2"
    Relation::Beginning => "au début de {place}";
    /// "à la fin de la troisième phrase"
    Relation::End => "à la fin de {place}";
    /// "au début"
    Relation::BareBeginning => "au début";
    /// "à la fin"
    Relation::BareEnd => "à la fin";
};

/// Places.
pub const PLACES: &[Rule<PlaceForm>] = rules! {
    /// "le paragraphe 9.2.1"
    /// "les paragraphes 5 et 6"
    /// "les paragraphes 3, 5 et 8"
    /// "les paragraphes 5 à 7"
    PlaceForm::Provisions => "<le|les> paragraphe|paragraphes {numbers}";
    /// "le paragraphe"
    PlaceForm::NamedUnit => "<le> paragraphe";
    /// "le premier paragraphe"
    /// "le 2e paragraphe"
    PlaceForm::ProvisionNth => "<le> {ordinal} paragraphe";
    /// "le dernier paragraphe"
    PlaceForm::LastProvision => "<le> dernier paragraphe";
    /// "le titre"
    /// "le titre du projet de résolution"
    PlaceForm::Title => "<le> titre", "<le> titre de {draft}";
    /// "l'article 8.1.a"
    PlaceForm::Rule => "<l'>article {number}";
    /// "la troisième phrase"
    /// "les deuxième et troisième phrases"
    /// "les deuxième à quatrième phrases"
    /// "les première et troisième phrases"
    /// "la 2^e phrase"
    /// "la 2e phrase"
    PlaceForm::Sentences => "<la|les> {ordinals} phrase|phrases",
        "<la> {ordinal} phrase et <la> {ordinal} phrase",
        "<la> {ordinal} et <la> {ordinal} phrase",
        "de la {ordinal} à la {ordinal} phrase";
    /// "la dernière phrase"
    PlaceForm::LastSentence => "<la> dernière phrase";
    /// "l'avant-dernière phrase"
    /// "l’avant-dernière phrase"
    PlaceForm::PenultimateSentence => "<l'>avant-dernière phrase";
    /// "les deux dernières phrases"
    PlaceForm::LastSentences => "<les> {count} dernières phrases", "<les> dernières {count} phrases";
    /// "les deux premières phrases"
    PlaceForm::FirstSentences => "<les> {count} premières phrases";
    /// "la phrase suivante: «Il ferme.»"
    PlaceForm::SentenceQuoted => "<la|les> phrase|phrases suivante|suivantes: {quote}",
        "<la|les> phrase|phrases {quote}";
    /// "le mot «bateaux»"
    /// "les mots «petits bateaux»"
    /// "le mot suivant: «bois»"
    /// "«bateaux»"
    PlaceForm::Words => "<le|les> mot|mots {quote}", "{words}";
    /// "la deuxième occurrence du mot «bateaux»"
    PlaceForm::WordsNth => "<la> {ordinal} occurrence du|des mot|mots {quote}",
        "<la> {ordinal} occurrence de {words}", "{words} {ordinal} occurrence";
    /// "la dernière occurrence des mots «petits bateaux»"
    PlaceForm::WordsLast => "<la> dernière occurrence du|des mot|mots {quote}",
        "<la> dernière occurrence de {words}", "{words} dernière occurrence";
    /// "le mot «bateaux» chaque fois qu'il apparaît"
    /// "chaque occurrence du mot «bateaux»"
    PlaceForm::WordsEvery => "<le|les> mot|mots {quote} chaque fois qu'il_apparaît|qu'ils_apparaissent",
        "{words} chaque fois qu'il apparaît", "chaque occurrence de {words}";
    /// "le texte allant des mots «le jour» aux mots «la nuit»"
    /// "le texte depuis les mots «le jour» jusqu'aux mots «la nuit»"
    PlaceForm::FromTo => "<le> texte allant du|des mot|mots {quote} au|aux mot|mots {quote}",
        "texte depuis {words} à {words}", "texte depuis {words} jusqu'à {words}",
        "depuis {words} jusqu'à {words}", "depuis {words} à {words}",
        "texte de {words} à {words}", "texte de {words} jusqu'à {words}",
        "mots allant de {words} à {words}";
    /// "le texte à partir du mot «jour» jusqu'à la fin"
    PlaceForm::FromToEnd => "<le> texte à partir du|des mot|mots {quote} jusqu'à la fin",
        "texte depuis {words} jusqu'à la fin", "depuis {words} jusqu'à la fin",
        "tout texte depuis {words} jusqu'à la fin", "tous mots depuis {words} jusqu'à la fin";
    /// "tous les mots après «En raison du brouillard,»"
    /// "tous les mots suivant les mots «du brouillard»"
    PlaceForm::AllAfter => "tous les mots après {quote}", "tous mots après {words}",
        "tous mots suivant {words}", "tout le texte après {words}", "tout texte suivant {words}",
        "texte après {words}", "les mots après {words}";
    /// "tous les mots avant «le brouillard»"
    PlaceForm::AllBefore => "tous les mots avant {quote}", "tous mots avant {words}",
        "tout le texte avant {words}", "texte avant {words}", "les mots avant {words}";
};
