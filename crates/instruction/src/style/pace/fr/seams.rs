//! How inserted words join what stands around them, in French.

use text::Seams;

/// How inserted words join what stands around them.
#[rustfmt::skip]
pub const TABLE: Seams = Seams {
    continuations: &["et", "ou", "mais", "ni", "puis"],
    never_names: &[
        "le", "la", "les", "l", "un", "une", "des", "du", "de", "d", "au", "aux", "ce",
        "cet", "cette", "ces", "celui", "celle", "ceux", "celles", "cela", "ceci", "ça",
        "il", "elle", "ils", "elles", "on", "nous", "vous", "je", "tu", "lui", "leur",
        "leurs", "son", "sa", "ses", "mon", "ma", "mes", "notre", "nos", "votre", "vos",
        "se", "s", "y", "en", "dans", "sur", "sous", "par", "pour", "avec", "sans",
        "entre", "parmi", "contre", "vers", "chez", "depuis", "pendant", "durant",
        "avant", "après", "dès", "jusque", "jusqu", "à", "outre", "malgré", "selon",
        "suivant", "hormis", "sauf", "envers", "devant", "derrière", "afin", "lors",
        "et", "ou", "mais", "ni", "or", "donc", "car", "si", "que", "qu", "quand",
        "lorsque", "lorsqu", "puisque", "puisqu", "comme", "quoique", "bien", "tandis",
        "alors", "parce", "où", "dont", "qui", "quoi", "lequel", "laquelle", "lesquels",
        "lesquelles", "ainsi", "aussi", "encore", "déjà", "toujours", "jamais",
        "souvent", "toutefois", "cependant", "néanmoins", "pourtant", "enfin",
        "ensuite", "puis", "également", "notamment", "parallèlement", "dorénavant",
        "désormais", "actuellement", "aujourd", "là", "ici", "même", "notons", "chaque",
        "chacun", "chacune", "tout", "toute", "tous", "toutes", "aucun", "aucune",
        "plusieurs", "quelques", "certains", "certaines", "autre", "autres", "tel",
        "telle", "tels", "telles", "mêmes", "plus", "moins", "très", "trop", "peu",
        "beaucoup", "ne", "n", "est", "sont", "était", "étaient", "être", "a", "ont",
        "avait", "avaient", "avoir", "doit", "doivent", "peut", "peuvent",
        "considérant", "rappelant", "notant", "saluant", "reconnaissant", "compte",
        "tenu", "conformément", "concernant", "premièrement", "deuxièmement", "c",
        "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze",
        "douze", "treize", "quatorze", "quinze", "seize", "vingt", "trente", "quarante",
        "cinquante", "soixante", "cent", "mille",
    ],
    elisions: &[
        "l", "d", "qu", "s", "n", "j", "m", "t", "c", "jusqu", "lorsqu", "puisqu",
        "quoiqu", "presqu", "aujourd", "quelqu", "entr",
    ],
    spaced_marks: &[],
    list_conjunctions: &["et", "ou"],
};
