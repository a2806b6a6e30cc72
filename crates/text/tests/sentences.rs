//! Sentences: small texts with a bar between the sentences that must come out.

use hemicycle_text::{SentenceRules, sentences};

const RULES: SentenceRules = SentenceRules {
    labelled_blocks: false,
    abbreviations: &["mr", "m", "mme", "e.g", "cf"],
    before_numbers: &["no", "art", "p"],
    starters: &["the", "it", "they", "les"],
    ordinal_dots: false,
};

fn split(rules: &SentenceRules, text: &str) -> String {
    let spans = sentences(text, rules);
    spans.iter().map(|span| span.of(text)).collect::<Vec<_>>().join(" | ")
}

/// Each sample has " | " where a sentence ends.
fn check(samples: &[&str]) {
    for sample in samples {
        assert_eq!(split(&RULES, &sample.replace(" | ", " ")), *sample);
    }
}

#[test]
fn final_marks_end_sentences() {
    check(&[
        "Boats float.",
        "Boats float. | Do they? | They do! | Yes",
        "Really?! | It seems so.",
        "They wait … | Nobody comes.",
        "They wait... and wait. | Nobody comes.",
        "Wide: The lake. Deep; The well is not.".replace(". ", ". | ").as_str(),
        "It is 3.5 metres deep. | 39 boats sank. | Älvar rinner.",
        "Ils sont venus ! | Pourquoi ? | Personne ne sait.",
        "See www.lakes.example. | It is old.",
        "«Lampes» sont allumées. | «Bateaux» aussi.",
    ]);
}

#[test]
fn abbreviations_do_not() {
    check(&[
        "Mr. Lake and M. Brume met Mme. Port.",
        "Lamps, e.g. Harbour lamps, and cf. Resolution 3.",
        "Under art. 3 and no. 210 boats pay.",
        "They say no. | They left.",
        "They asked J. Pilot and J.-P. Rive of the U.S. Senate.",
        "Look at annex B. | The lamps are listed. | They burn.",
        "Boats, rafts, etc. are counted. | Lamps too.",
        "(L'art. 3) reste. | Les bateaux aussi.",
        "1. Boats are counted. | 2. Lamps are lit.",
        "a. Boats are counted.",
        "It was in May 2020. | 12 boats came.",
    ]);
}

#[test]
fn quotations_and_brackets() {
    check(&[
        "He said “It is wide.” | They left.",
        "He said “It is wide.” and left.",
        "He said « Il est large. » | Ils partent.",
        "The motto «Stay. Go.» is old. | It stays.",
        "The list (Boats. Rafts. Lamps.) is long.",
        "The lake is wide. | (It is cold.) | Boats float.",
        "It is wide (see annex 2.).",
        "«It is wide. | It is cold.» | They left.",
        "«Stay. Go.» is the motto. | They left.",
        "He left « the lake. Nobody knows.".replace(". N", ". | N").as_str(),
        "It ended.) | Nobody knows.",
        "We read […] The end. | (…) Boats.",
        "Say \"It is. They are.\" and go. | Boats.",
        "Read the Resolution «What now?», then go.",
        "He asked: (Really?). | They left.",
    ]);
}

#[test]
fn ordinals_in_languages_that_write_them_with_a_full_stop() {
    let german = SentenceRules { ordinal_dots: true, starters: &["der"], ..RULES };
    assert_eq!(
        split(&german, "Am 3. Mai kam er. Der See war 12. Der Wind blies."),
        "Am 3. Mai kam er. | Der See war 12. | Der Wind blies."
    );
}

#[test]
fn the_spaces_between_belong_to_none() {
    assert_eq!(split(&RULES, "  Boats.   Lamps. \n \nRafts"), "Boats. | Lamps. | Rafts");
    assert!(sentences(" \u{a0} ", &RULES).is_empty());
    assert!(sentences("", &RULES).is_empty());
}

#[test]
fn the_enumerator_of_a_quotation() {
    check(&["«1. Boats are counted. | Lamps are lit.»"]);
}
