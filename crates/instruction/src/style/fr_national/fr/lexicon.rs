//! The words of this style's wordings, folded: without capitals and accents.

use super::super::read::{Noun, Verb};
use crate::{Edge, Ordinal, PayloadUnit};

/// Verbs, in the infinitive, which begins every order in this style.
pub const VERBS: &[(&str, Verb)] = &[
    ("supprimer", Verb::Delete),
    ("remplacer", Verb::Replace),
    ("substituer", Verb::Substitute),
    ("inserer", Verb::Insert),
    ("ajouter", Verb::Insert),
    ("completer", Verb::Complete),
    ("rediger ainsi", Verb::Redraft),
    ("rediger comme suit", Verb::Redraft),
    ("retablir ainsi", Verb::Redraft),
    ("retablir", Verb::Restore),
    ("proceder", Verb::Repeat),
];

/// What is named as quoted words, whatever they are.
pub const WORDS: &[(&str, ())] = &[
    ("mot et le signe de ponctuation", ()),
    ("mot et signe de ponctuation", ()),
    ("mots et le signe de ponctuation", ()),
    ("mots et signe de ponctuation", ()),
    ("signe de ponctuation", ()),
    ("membre de phrase", ()),
    ("mots et nombres", ()),
    ("mot", ()),
    ("mots", ()),
    ("nombre", ()),
    ("nombres", ()),
    ("chiffre", ()),
    ("chiffres", ()),
    ("montant", ()),
    ("montants", ()),
    ("somme", ()),
    ("sommes", ()),
    ("taux", ()),
    ("pourcentage", ()),
    ("pourcentages", ()),
    ("annee", ()),
    ("annees", ()),
    ("date", ()),
    ("dates", ()),
    ("duree", ()),
    ("reference", ()),
    ("references", ()),
    ("mention", ()),
    ("mentions", ()),
    ("signe", ()),
    ("signes", ()),
    ("virgule", ()),
    ("lettre", ()),
    ("lettres", ()),
    ("coefficient", ()),
    ("intitule", ()),
];

/// What a new text is called, and what it is.
pub const TEXTS: &[(&str, PayloadUnit)] = &[
    ("alineas", PayloadUnit::Provisions),
    ("alinea", PayloadUnit::Provisions),
    ("paragraphes", PayloadUnit::Provisions),
    ("paragraphe", PayloadUnit::Provisions),
    ("articles", PayloadUnit::Provisions),
    ("article", PayloadUnit::Provisions),
    ("divisions", PayloadUnit::Provisions),
    ("division", PayloadUnit::Provisions),
    ("phrases", PayloadUnit::Sentences),
    ("phrase", PayloadUnit::Sentences),
];

/// Articles before what is named.
pub const ARTICLES: &[&str] = &["l'", "les", "le", "la", "ledit", "ladite", "lesdits", "lesdites"];

/// Prepositions with their articles, longest first.
pub const IN: &[&str] = &[
    "a l'", "a la", "aux", "audit", "auxdits", "au", "dans le", "dans la", "dans l'", "dans les",
    "dans", "a",
];

/// "of", with its articles.
pub const OF: &[&str] = &["de l'", "de la", "du", "des", "de", "dudit", "desdits"];

/// "some", before what is named by its labels.
pub const SOME: &[&str] = &["des", "de"];

/// Counts of what comes.
pub const COUNTS: &[(&str, u32)] = &[
    ("un", 1),
    ("une", 1),
    ("deux", 2),
    ("trois", 3),
    ("quatre", 4),
    ("cinq", 5),
    ("six", 6),
    ("sept", 7),
    ("huit", 8),
    ("neuf", 9),
    ("dix", 10),
    ("onze", 11),
    ("douze", 12),
    ("treize", 13),
    ("quatorze", 14),
    ("quinze", 15),
    ("seize", 16),
    ("dix-sept", 17),
    ("dix-huit", 18),
    ("dix-neuf", 19),
];

/// Tens, to which [`COUNTS`] are joined: "vingt et un", "trente-deux".
pub const TENS: &[(&str, u32)] =
    &[("vingt", 20), ("trente", 30), ("quarante", 40), ("cinquante", 50), ("soixante", 60)];

/// Ordinals, from the beginning or from the end.
pub const ORDINALS: &[(&str, Ordinal)] = &[
    ("avant-dernieres", Ordinal::FromEnd(2)),
    ("avant-derniers", Ordinal::FromEnd(2)),
    ("avant-derniere", Ordinal::FromEnd(2)),
    ("avant-dernier", Ordinal::FromEnd(2)),
    ("antepenultieme", Ordinal::FromEnd(3)),
    ("dernieres", Ordinal::FromEnd(1)),
    ("derniers", Ordinal::FromEnd(1)),
    ("derniere", Ordinal::FromEnd(1)),
    ("dernier", Ordinal::FromEnd(1)),
    ("premieres", Ordinal::Nth(1)),
    ("premiers", Ordinal::Nth(1)),
    ("premiere", Ordinal::Nth(1)),
    ("premier", Ordinal::Nth(1)),
    ("secondes", Ordinal::Nth(2)),
    ("seconds", Ordinal::Nth(2)),
    ("seconde", Ordinal::Nth(2)),
    ("second", Ordinal::Nth(2)),
    ("deuxiemes", Ordinal::Nth(2)),
    ("deuxieme", Ordinal::Nth(2)),
    ("troisiemes", Ordinal::Nth(3)),
    ("troisieme", Ordinal::Nth(3)),
    ("quatriemes", Ordinal::Nth(4)),
    ("quatrieme", Ordinal::Nth(4)),
    ("cinquieme", Ordinal::Nth(5)),
    ("sixieme", Ordinal::Nth(6)),
    ("septieme", Ordinal::Nth(7)),
    ("huitieme", Ordinal::Nth(8)),
    ("neuvieme", Ordinal::Nth(9)),
    ("dixieme", Ordinal::Nth(10)),
    ("onzieme", Ordinal::Nth(11)),
    ("douzieme", Ordinal::Nth(12)),
    ("treizieme", Ordinal::Nth(13)),
    ("quatorzieme", Ordinal::Nth(14)),
    ("quinzieme", Ordinal::Nth(15)),
    ("seizieme", Ordinal::Nth(16)),
    ("dix-septieme", Ordinal::Nth(17)),
    ("dix-huitieme", Ordinal::Nth(18)),
    ("dix-neuvieme", Ordinal::Nth(19)),
    ("vingtieme", Ordinal::Nth(20)),
];

/// What stands behind the figures of an ordinal.
pub const ORDINAL_ENDINGS: &[&str] = &["eme", "ere", "er", "nd", "nde", "e"];

/// What a place is called that was named before, or that needs no name.
pub const NAMED: &[(&str, Noun)] = &[
    ("cet article", Noun::Article),
    ("le present article", Noun::Article),
    ("du present article", Noun::Article),
    ("au present article", Noun::Article),
    ("cet alinea", Noun::Unit),
    ("ces memes alineas", Noun::Unit),
    ("ces alineas", Noun::Unit),
    ("ces deux alineas", Noun::Unit),
    ("ces trois alineas", Noun::Unit),
    ("ces quatre alineas", Noun::Unit),
    ("ce meme texte", Noun::Text),
    ("ce paragraphe", Noun::Unit),
    ("ce tableau", Noun::Unit),
    ("cette phrase et cet alinea", Noun::Place),
    ("cette phrase", Noun::Place),
    ("ces phrases", Noun::Place),
    ("ces deux phrases", Noun::Place),
    ("cet amendement", Noun::Article),
];

/// All of several equal words.
pub const EVERY: &[&str] = &[
    "par deux fois",
    "par trois fois",
    "par quatre fois",
    "a deux reprises",
    "a trois reprises",
    "a chaque occurrence",
];

/// Places that no article has.
pub const ELSEWHERE: &[&str] = &[
    "dans l'ensemble du",
    "dans l'ensemble de la",
    "dans l'ensemble des",
    "dans l'intitule du",
    "dans l'intitule de la",
    "dans tout le",
    "dans toute la",
];

/// Sides of a place, before it is named.
pub const SIDES: &[(&str, Edge)] = &[("apres", Edge::After), ("avant", Edge::Before)];

/// How a paragraph begins that pays for what an amendment costs, in small letters.
pub const LOSSES: &[&str] = &[
    "la perte de recettes",
    "les pertes de recettes",
    "la perte de ressources",
    "les pertes de ressources",
    "la charge",
    "les charges",
];

/// What it says of that loss.
pub const COMPENSATED: &[&str] = &["est compensée", "sont compensées"];

/// Letters that [`THE_REST`] holds as it is written.
pub const REST: &str = "reste";

/// What a new text says of all that it does not give, folded.
pub const THE_REST: &str = "(le reste sans changement";
