//! How inserted words join what stands around them, in English.

use text::Seams;

/// How inserted words join what stands around them.
#[rustfmt::skip]
pub const TABLE: Seams = Seams {
    continuations: &["and", "or", "but", "nor", "yet"],
    never_names: &[
        "the", "a", "an", "this", "that", "these", "those", "it", "its", "they",
        "their", "them", "he", "she", "his", "her", "we", "our", "us", "you", "your",
        "one", "ones", "each", "every", "both", "all", "any", "some", "no", "none",
        "many", "much", "few", "several", "most", "more", "other", "others", "another",
        "such", "same", "in", "on", "at", "by", "for", "from", "with", "without",
        "within", "into", "onto", "over", "under", "between", "among", "against",
        "across", "along", "around", "through", "throughout", "during", "before",
        "after", "since", "until", "till", "upon", "about", "above", "below", "near",
        "beside", "besides", "behind", "beyond", "despite", "towards", "to", "of",
        "off", "as", "and", "or", "but", "nor", "so", "yet", "if", "when", "where",
        "while", "whereas", "although", "though", "because", "unless", "once",
        "whether", "how", "why", "what", "which", "who", "whom", "whose", "whenever",
        "wherever", "there", "here", "now", "then", "today", "also", "still", "already",
        "again", "even", "only", "just", "thus", "therefore", "hence", "moreover",
        "furthermore", "however", "nevertheless", "nonetheless", "meanwhile", "finally",
        "first", "second", "third", "lastly", "consequently", "accordingly", "indeed",
        "similarly", "likewise", "otherwise", "instead", "is", "are", "was", "were",
        "be", "been", "being", "has", "have", "had", "does", "do", "did", "can",
        "could", "will", "would", "shall", "should", "may", "might", "must", "not",
        "never", "always", "often", "rarely", "regarding", "concerning", "considering",
        "recalling", "noting", "welcoming", "recognising", "recognizing", "bearing",
        "having", "given", "following", "including", "notwithstanding", "particular",
        "additionally", "conversely", "two", "three", "four", "five", "six", "seven",
        "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
        "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty",
        "fifty", "sixty", "seventy", "eighty", "ninety", "hundreds", "thousands",
        "dozens", "half",
    ],
    elisions: &[],
    spaced_marks: &[],
    list_conjunctions: &["and", "or"],
};
