//! The words of French wordings and what they mean.

use crate::style::grammar::Term;
use text::TextKind;

/// Words and phrases.
pub const WORDS: &[(&str, Term)] = &[
    ("insérer", Term::Insert),
    ("ajouter", Term::Insert),
    ("remplacer", Term::Replace),
    ("supprimer", Term::Delete),
    ("après", Term::After),
    ("avant", Term::Before),
    ("entre", Term::Between),
    ("à la fin", Term::AtEnd),
    ("en fin", Term::AtEnd),
    ("au début", Term::AtBeginning),
    ("en début", Term::AtBeginning),
    ("au commencement", Term::AtBeginning),
    ("dans", Term::In),
    ("à", Term::In),
    ("au", Term::In),
    ("aux", Term::In),
    ("de", Term::Of),
    ("du", Term::Of),
    ("des", Term::Of),
    ("d'", Term::Of),
    ("depuis", Term::From),
    ("à partir de", Term::From),
    ("à partir du", Term::From),
    ("à partir des", Term::From),
    ("allant de", Term::From),
    ("allant du", Term::From),
    ("allant des", Term::From),
    ("jusqu'à", Term::To),
    ("jusqu'au", Term::To),
    ("jusqu'aux", Term::To),
    ("jusqu'à la fin", Term::UntilEnd),
    ("par", Term::With),
    ("et", Term::And),
    ("puis", Term::And),
    ("paragraphe", Term::Paragraph),
    ("paragraphes", Term::Paragraph),
    ("sous-paragraphe", Term::Paragraph),
    ("sous-paragraphes", Term::Paragraph),
    ("alinéa", Term::Paragraph),
    ("alinéas", Term::Paragraph),
    ("point", Term::Paragraph),
    ("points", Term::Paragraph),
    ("phrase", Term::Sentence),
    ("phrases", Term::Sentence),
    ("mot", Term::Word),
    ("mots", Term::Word),
    ("terme", Term::Word),
    ("termes", Term::Word),
    ("texte", Term::Text),
    ("titre", Term::Title),
    ("article", Term::Rule),
    ("règle", Term::Rule),
    ("amendement", Term::Amendment),
    ("projet de résolution", Term::Draft(TextKind::Resolution)),
    ("projet de recommandation", Term::Draft(TextKind::Recommendation)),
    ("projet d'avis", Term::Draft(TextKind::Opinion)),
    ("projet de texte", Term::Draft(TextKind::Other)),
    ("suivant", Term::Following),
    ("suivante", Term::Following),
    ("suivants", Term::Following),
    ("suivantes", Term::Following),
    ("ci-après", Term::Following),
    ("ce qui suit", Term::Following),
    ("comme suit", Term::Following),
    ("ainsi libellé", Term::Following),
    ("ainsi libellée", Term::Following),
    ("ainsi libellés", Term::Following),
    ("ainsi libellées", Term::Following),
    ("ainsi rédigé", Term::Following),
    ("ainsi rédigée", Term::Following),
    ("ainsi rédigés", Term::Following),
    ("ainsi rédigées", Term::Following),
    ("libellé comme suit", Term::Following),
    ("libellée comme suit", Term::Following),
    ("rédigé comme suit", Term::Following),
    ("rédigée comme suit", Term::Following),
    ("dernier", Term::Last),
    ("dernière", Term::Last),
    ("derniers", Term::Last),
    ("dernières", Term::Last),
    ("avant-dernière", Term::Penultimate),
    ("pénultième", Term::Penultimate),
    ("premier", Term::Ordinal(1)),
    ("premières", Term::Ordinal(1)),
    ("premiers", Term::Ordinal(1)),
    ("seconde", Term::Ordinal(2)),
    ("second", Term::Ordinal(2)),
    ("tous", Term::All),
    ("tout", Term::All),
    ("occurrence", Term::Occurrence),
    ("chaque fois qu'il apparaît", Term::Every),
    ("chaque fois qu'ils apparaissent", Term::Every),
    ("à chaque fois qu'il apparaît", Term::Every),
    ("à chaque fois qu'ils apparaissent", Term::Every),
    ("partout où il apparaît", Term::Every),
    ("partout où ils apparaissent", Term::Every),
    ("à chaque occurrence", Term::Every),
    ("dans tout", Term::Every),
    ("dans l'ensemble", Term::Every),
    ("dans l'ensemble du", Term::Every),
    ("tout au long du", Term::Every),
    ("tout au long de", Term::Every),
    ("chaque occurrence", Term::Every),
    ("toutes les occurrences", Term::Every),
    ("le", Term::Skip),
    ("la", Term::Skip),
    ("les", Term::Skip),
    ("l'", Term::Skip),
    ("un", Term::Skip),
    ("une", Term::Skip),
    ("ce", Term::Skip),
    ("cet", Term::Skip),
    ("cette", Term::Skip),
    ("ces", Term::Skip),
    ("nouveau", Term::Skip),
    ("nouveaux", Term::Skip),
    ("nouvelle", Term::Skip),
    ("nouvelles", Term::Skip),
    ("nouvel", Term::Skip),
];

/// Ordinals as written with "phrase" and "occurrence", which are feminine.
pub const ORDINALS: &[&str] = &[
    "première",
    "deuxième",
    "troisième",
    "quatrième",
    "cinquième",
    "sixième",
    "septième",
    "huitième",
    "neuvième",
    "dixième",
    "onzième",
    "douzième",
];

/// Ordinals as written with "paragraphe", which is masculine.
pub const PARAGRAPH_ORDINALS: [&[&str]; 2] = [MASCULINE, MASCULINE];

const MASCULINE: &[&str] = &[
    "premier",
    "deuxième",
    "troisième",
    "quatrième",
    "cinquième",
    "sixième",
    "septième",
    "huitième",
    "neuvième",
    "dixième",
    "onzième",
    "douzième",
];

/// What follows the digits of an ordinal when written.
pub const ORDINAL_ENDINGS: [&str; 4] = ["e", "e", "e", "e"];

/// What may follow the digits of an ordinal when read.
pub const ORDINAL_SUFFIXES: &[&str] = &["e", "re", "ère", "er", "ème", "eme", "nde"];

/// Small numbers.
pub const COUNTS: &[&str] =
    &["deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"];

/// Draft texts.
pub const DRAFTS: &[(TextKind, &str, &str)] = &[
    (TextKind::Resolution, "<le> projet de résolution", "<le> projet de résolution {letter}"),
    (
        TextKind::Recommendation,
        "<le> projet de recommandation",
        "<le> projet de recommandation {letter}",
    ),
    (TextKind::Opinion, "<le> projet d'avis", "<le> projet d'avis {letter}"),
    (TextKind::Other, "<le> projet de texte", "<le> projet de texte {letter}"),
];

/// What a preposition and an article become together.
pub const CONTRACTIONS: &[(&str, &str)] =
    &[("de le ", "du "), ("de les ", "des "), ("à le ", "au "), ("à les ", "aux ")];
