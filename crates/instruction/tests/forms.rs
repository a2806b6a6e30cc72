//! Every form of wording has its case file in `tests/suite/instruction`, in both official languages:
//! at least three wordings that succeed and one that is refused.

use hemicycle_instruction::parse;
use std::collections::BTreeMap;
use testkit::suite::draft::tagged;
use testkit::suite::forms::{FORMS, forms};
use testkit::suite::{Told, told};
use text::Lang;

/// Forms whose point is that they cannot be carried out: three are recognised, and one only looks
/// like it.
const NEVER_CARRIED_OUT: &[&str] = &["conditional", "consequential"];

/// Forms whose files show others beside them: described texts and moves, new text behind its place,
/// sentences of an amendment.
const MIXED: &[&str] = &["consequential", "payload-before-anchor", "sub-amendment-paragraphs"];

/// What came of a case.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Came {
    /// The text changes, and the wording is generated back.
    Succeeded,
    /// An error, with its reason, and no change.
    Refused,
    /// Recognised as a wording that cannot be carried out.
    Recognised,
}

fn came(case: &Told) -> Came {
    let begins = |start: &str| case.outcome.lines().any(|line| line.starts_with(start));
    if begins("error ") {
        Came::Refused
    } else if begins("warning not-executable") {
        Came::Recognised
    } else {
        let whole = begins("place: ") && begins("wording: ") && (begins("- ") || begins("+ "));
        let (file, title, outcome) = (&case.file, &case.case.title, &case.outcome);
        assert!(whole, "{file}: {title}: neither refused nor whole\n{outcome}");
        Came::Succeeded
    }
}

/// The language of a case, which its wording names, or its draft.
fn tag(case: &Told) -> &str {
    let draft = case.case.draft.as_ref().map_or("", |draft| draft.info.as_str());
    let wording = case.case.first("wording").map_or("", |wording| wording.info.as_str());
    let named = wording.split(' ').next().unwrap_or("");
    match (named, draft) {
        ("", "") => "en",
        ("", draft) => draft,
        (named, _) => named,
    }
}

#[test]
fn every_form_has_three_that_succeed_and_one_refused_in_both_languages() {
    let cases = told("instruction");
    for form in FORMS {
        for language in ["en", "fr"] {
            let count = |wanted: Came| {
                let of_form = cases.iter().filter(|case| case.file == *form);
                of_form.filter(|case| tag(case) == language && came(case) == wanted).count()
            };
            let counts = (count(Came::Succeeded), count(Came::Refused), count(Came::Recognised));
            let enough = match NEVER_CARRIED_OUT.contains(form) {
                true => counts.0 >= 1 && counts.2 >= 3,
                false => counts.0 >= 3 && counts.1 + counts.2 >= 1,
            };
            assert!(enough, "{form} in {language}: succeeded, refused, recognised: {counts:?}");
        }
    }
}

/// What `forms` says of examples elsewhere is right if it is right of these.
#[test]
fn what_succeeds_has_the_form_of_its_file() {
    let mut other = Vec::new();
    let mut like: BTreeMap<(String, &str), usize> = BTreeMap::new();
    let cases = told("instruction");
    for case in cases.iter().filter(|case| FORMS.contains(&case.file.as_str())) {
        let file = case.file.as_str();
        let wanted = match NEVER_CARRIED_OUT.contains(&file) {
            true => Came::Recognised,
            false => Came::Succeeded,
        };
        let wording = case.case.first("wording").map_or("", |wording| wording.body.as_str());
        let language = tagged(tag(case), Lang::EN);
        let found = forms(wording, &parse(wording, language), language);
        match found.contains(&file) {
            true => *like.entry((file.to_owned(), tag(case))).or_default() += 1,
            false if came(case) == wanted && !MIXED.contains(&file) => {
                other.push(format!("{file}: {}: {found:?}", case.case.title));
            }
            false => {}
        }
    }
    assert!(other.is_empty(), "{}", other.join("\n"));
    for (form, tag) in FORMS.iter().flat_map(|form| ["en", "fr"].map(|tag| (*form, tag))) {
        let count = like.get(&(form.to_owned(), tag)).copied().unwrap_or(0);
        assert!(count >= 2, "{form} in {tag}: {count} wordings have it");
    }
}

#[test]
fn a_heading_says_refused_where_the_wording_is_and_nowhere_else() {
    for case in told("instruction") {
        let said = case.case.title.contains("refused: ");
        let came = came(&case);
        assert_eq!(said, came != Came::Succeeded, "{}: {}: {came:?}", case.file, case.case.title);
    }
}

#[test]
fn no_generated_wording_loses_anything() {
    for case in told("instruction") {
        assert!(!case.outcome.contains("BROKEN"), "{}: {}", case.file, case.case.title);
    }
}
