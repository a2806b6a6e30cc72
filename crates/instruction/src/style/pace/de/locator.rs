//! German places: which text, which paragraph, which sentence, which words.
//!
//! Alternatives behind a stroke are the cases: accusative (before the verb), dative, genitive.

use crate::style::grammar::{FrameForm, PlaceForm, Relation, Rule, rules};

/// What a wording is about.
pub const FRAMES: &[Rule<FrameForm>] = rules! {
    /// "Im Entschließungsentwurf"
    /// "In Empfehlungsentwurf B"
    /// "Im gesamten Entschließungsentwurf"
    FrameForm::Draft => "in {draft}", "im gesamten {draft}";
    /// "In Änderungsantrag 13"
    FrameForm::Amendment => "in Änderungsantrag {number}";
};

/// Prepositions.
pub const RELATIONS: &[Rule<Relation>] = rules! {
    /// "in Satz 1"
    Relation::In => "in {place.1}";
    /// "im Titel"
    Relation::InTitle => "in {place.1}";
    /// "von Absatz 2"
    Relation::Of => "von {place.1}";
    /// "nach Absatz 3.2"
    Relation::After => "nach {place.1}";
    /// "vor den Wörtern „kleine Boote“"
    Relation::Before => "vor {place.1}";
    /// "zwischen den Absätzen 3 und 4"
    Relation::Between => "zwischen {place.1}";
    /// "am Anfang des Absatzes 2"
    Relation::Beginning => "am Anfang {place.2}";
    /// "am Ende des letzten Satzes"
    Relation::End => "am Ende {place.2}";
    /// "am Anfang"
    Relation::BareBeginning => "am Anfang";
    /// "am Ende"
    Relation::BareEnd => "am Ende";
};

/// Places.
pub const PLACES: &[Rule<PlaceForm>] = rules! {
    /// "Absatz 9.2.1"
    /// "Absätze 5 und 6"
    /// "Absätze 3, 5 und 7"
    /// "Absätze 5 bis 7"
    PlaceForm::Provisions =>
        "Absatz/Absatz/des_Absatzes|Absätze/Absätzen/der_Absätze {numbers}";
    /// "den Absatz"
    PlaceForm::NamedUnit => "<den/dem/des> Absatz/Absatz/Absatzes";
    /// "den zweiten Absatz"
    /// "zweiter Absatz"
    PlaceForm::ProvisionNth => "<den/dem/des> {ordinal} Absatz/Absatz/Absatzes";
    /// "den letzten Absatz"
    /// "letzter Absatz"
    PlaceForm::LastProvision =>
        "<den_letzten/dem_letzten/des_letzten~letzter> Absatz/Absatz/Absatzes";
    /// "den Titel"
    PlaceForm::Title => "<den/dem/des> Titel/Titel/Titels";
    /// "Regel 8.1.a"
    PlaceForm::Rule => "Regel {number}";
    /// "Satz 3"
    /// "Sätze 2 und 3"
    /// "Sätze 1 und 3"
    /// "Sätze 2 bis 4"
    /// "den dritten Satz"
    PlaceForm::Sentences => "Satz/Satz/des_Satzes|Sätze/Sätzen/der_Sätze {numbers}",
        "{ordinals} Satz";
    /// "den letzten Satz"
    /// "letzter Satz"
    PlaceForm::LastSentence =>
        "<den_letzten/dem_letzten/des_letzten~letzter> Satz/Satz/Satzes";
    /// "den vorletzten Satz"
    PlaceForm::PenultimateSentence =>
        "<den_vorletzten/dem_vorletzten/des_vorletzten~vorletzter> Satz/Satz/Satzes";
    /// "die letzten zwei Sätze"
    PlaceForm::LastSentences => "<die/den/der> letzten {count} Sätze/Sätzen/Sätze";
    /// "den folgenden Satz: „Er schließt.“"
    PlaceForm::SentenceQuoted => "<den|die> folgenden Satz|Sätze: {quote}";
    /// "das Wort „Boote“"
    /// "den Wörtern „kleine Boote“"
    /// "„Boote“"
    PlaceForm::Words => "<das/dem/des|die/den/der> Wort/Wort/Wortes|Wörter/Wörtern/Wörter {quote}",
        "{words}";
    /// "das zweite Vorkommen des Wortes „Boote“"
    PlaceForm::WordsNth => "<das> {ordinal} Vorkommen des Wortes {quote}",
        "{ordinal} Vorkommen von {words}";
    /// "das letzte Vorkommen des Wortes „Boote“"
    PlaceForm::WordsLast => "<das> letzte Vorkommen des|der Wortes|Wörter {quote}",
        "letzte Vorkommen Wörter {quote}", "letzte Vorkommen von {words}";
    /// "das Wort „Boote“ an jeder Stelle"
    PlaceForm::WordsEvery => "<das|die> Wort|Wörter {quote} an jeder Stelle",
        "{words} an jeder Stelle";
    /// "den Text von den Wörtern „am Tag“ bis zu den Wörtern „bei Nacht“"
    PlaceForm::FromTo =>
        "<den> Text vom|von_den Wort|Wörtern {quote} bis zum|zu_den Wort|Wörtern {quote}",
        "Text von {words} bis {words}", "alle Wörter von {words} bis {words}",
        "von {words} bis {words}", "Text ab {words} bis {words}";
    /// "den Text von den Wörtern „am Tag“ bis zum Ende"
    /// "den Text ab den Wörtern „am Tag“ bis zum Ende"
    PlaceForm::FromToEnd => "<den> Text vom|von_den Wort|Wörtern {quote} bis zum Ende",
        "Text ab {words} bis zum Ende", "alle Wörter ab {words} bis zum Ende",
        "Text ab {words}", "alle Wörter ab {words}";
    /// "alle Wörter nach „Wegen des Nebels“"
    PlaceForm::AllAfter => "alle Wörter nach {quote}", "alle Wörter nach {words}";
    /// "alle Wörter vor „der Nebel“"
    PlaceForm::AllBefore => "alle Wörter vor {quote}", "alle Wörter vor {words}";
};
