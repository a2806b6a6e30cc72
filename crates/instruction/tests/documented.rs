//! `docs/wordings.md` shows every form, with examples that are read, have their places in the drafts
//! of their case files, and mean what a case there means.

use hemicycle_instruction::style::Language;
use hemicycle_instruction::{Instruction, Locator, NotExecutable, generate, parse};
use testkit::suite::draft::tagged;
use testkit::suite::forms::{FORMS, forms};
use testkit::suite::{Case, Told, instruction::outcome, told};
use text::Lang;

/// A form as the page shows it.
struct Shown {
    form: String,
    english: String,
    french: String,
}

fn page() -> &'static str {
    include_str!("../../../docs/wordings.md")
}

/// The forms of the page: a line that ends in the name of the case file, and two examples.
fn shown() -> Vec<Shown> {
    let lines: Vec<&str> = page().lines().filter(|line| !line.is_empty()).collect();
    let of = |three: &[&str]| {
        let [head, english, french] = three else { return None };
        let form = head.strip_suffix(".md`)")?.rsplit_once("(`")?.1.to_owned();
        let example = |line: &str| line.strip_prefix("- ").map(str::to_owned);
        Some(Shown { form, english: example(english)?, french: example(french)? })
    };
    lines.windows(3).filter_map(of).collect()
}

/// What a wording says, and whether it is recognised as one that is not carried out.
fn said(
    wording: &str,
    language: &Language,
) -> (Option<Instruction<Locator>>, Option<NotExecutable>) {
    let read = parse(wording, language);
    (read.instruction, read.not_executable)
}

fn draft_of(case: &Told) -> Lang {
    let draft = case.case.draft.as_ref().map_or("", |draft| draft.info.as_str());
    tagged(draft, Lang::EN).lang
}

#[test]
fn every_form_is_shown_once() {
    let mut names: Vec<String> = shown().into_iter().map(|shown| shown.form).collect();
    names.sort();
    assert_eq!(names, FORMS);
}

#[test]
fn every_example_has_its_form_and_is_a_case_that_comes_out_as_the_page_says() {
    let cases = told("instruction");
    for Shown { form, english, french } in shown() {
        for (lang, example) in [(Lang::EN, &english), (Lang::FR, &french)] {
            let language = tagged(lang.tag(), lang);
            let found = forms(example, &parse(example, language), language);
            assert!(found.contains(&form.as_str()), "{form}: {example}: {found:?}");
            let meant = said(example, language);
            let same = |case: &&Told| {
                let wording = case.case.first("wording").map_or("", |block| block.body.as_str());
                case.file == form && draft_of(case) == lang && said(wording, language) == meant
            };
            let case = cases.iter().find(same);
            let case = case.unwrap_or_else(|| panic!("{form}: no case means: {example}"));
            let came = outcome(&with_wording(&case.case, example));
            let placed = came.contains("place: ") && !came.contains("BROKEN");
            let recognised = meant.1.is_some() && came.starts_with("warning not-executable");
            assert!(placed || recognised, "{form}: {example}\n{came}");
        }
    }
}

fn with_wording(case: &Case, wording: &str) -> Case {
    let mut case = case.clone();
    for block in case.blocks.iter_mut().filter(|block| block.kind == "wording") {
        wording.clone_into(&mut block.body);
    }
    case
}

/// What the page names without an example of its own stands in a case that is carried out.
#[test]
fn what_is_named_in_passing_is_read() {
    let (_, also) = page().split_once("Also read:").expect("the page ends with it");
    let (also, _) = also.split_once("Recognised and not").expect("and with what is not");
    let named: Vec<&str> = also.split('`').skip(1).step_by(2).collect();
    assert!(named.len() >= 6, "{named:?}");
    let cases = told("instruction");
    let generated: Vec<String> = cases
        .iter()
        .filter(|case| draft_of(case) == Lang::EN && case.outcome.contains("place: "))
        .filter_map(|case| {
            let wording = &case.case.first("wording")?.body;
            let language = tagged("en", Lang::EN);
            let again = generate(&parse(wording, language).instruction?, language);
            Some(format!("{wording} {again}").replace('\n', " ").to_lowercase())
        })
        .collect();
    for phrase in named {
        let phrase = phrase.replace('\n', " ").to_lowercase();
        let beginning = phrase.split('…').next().unwrap_or("").trim_end_matches('“');
        let read = generated.iter().any(|wording| wording.contains(beginning));
        assert!(read, "no case has {phrase:?}");
    }
}
