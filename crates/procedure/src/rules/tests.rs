//! What the shipped profiles say, that everything has words, and that no input breaks the reader.

use super::finding::Findings;
use super::{Deadline, Effect, LISTS, Majority, Profile, SECTIONS, Source, shipped, tree};
use source::SourceFile;
use text::Lang;
use words::{Args, say};

fn profile(name: &str) -> &'static Profile {
    shipped().iter().find(|profile| profile.name == name).expect("it is shipped")
}

#[test]
fn every_section_parameter_and_word_has_its_name_in_both_languages() {
    let sections = SECTIONS.iter().flat_map(|(section, keys)| {
        let keys = keys.iter().map(move |key| format!("rules-{section}-{key}"));
        std::iter::once(format!("rules-{section}")).chain(keys)
    });
    let lists = LISTS
        .iter()
        .flat_map(|(id, list)| list.iter().map(move |word| format!("rules-{id}-{word}")));
    let ids: Vec<_> = sections.chain(lists).collect();
    assert!(ids.len() > 180, "only {}", ids.len());
    // That the French file has what the English one has is tested beside them.
    let absent: Vec<_> = ids.iter().filter(|id| say(Lang::EN, id, &Args::new()) == **id).collect();
    assert!(absent.is_empty(), "{absent:?}");
}

#[test]
fn the_days_of_an_edition_choose_it() {
    let pace = profile("pace");
    let on = |day: &str| pace.edition(day).map(|rules| rules.edition.name.as_str());
    assert_eq!(on("2024"), Some("2024"));
    assert_eq!(on("24/06/2024"), Some("2024"));
    assert_eq!(on("2024-06-23"), Some("2020"));
    assert_eq!(on("2012-01-01"), Some("2007"));
    // In a gap nothing is guessed.
    assert_eq!(
        (on("2016-01-01"), on("2018-05-05"), on("2000-01-01"), on("x")),
        (None, None, None, None)
    );
    assert_eq!(pace.latest().map(|rules| rules.edition.name.as_str()), Some("2024"));
}

#[test]
fn pace_in_2024_is_what_merge_takes_for_its_default() {
    let rules = profile("pace").edition("2024").expect("it is there");
    assert_eq!(rules.order_rules(), merge::OrderRules::default());
    assert_eq!(rules.fall_rules(), merge::FallRules::default());
    assert_eq!(rules.votes.recommendation.value, Majority::TwoThirdsCast);
    assert_eq!(rules.tabling.signatories.value.get(), 5);
    let before = Deadline::Before { minutes: 23 * 60 + 30, anchor: super::Anchor::Opening };
    assert_eq!(rules.deadlines.later_days.value, before);
}

#[test]
fn what_later_rules_say_proves_nothing_about_earlier_ones() {
    let pace = profile("pace");
    let early = pace.edition("2007").expect("it is there");
    let late = pace.edition("2024").expect("it is there");
    assert!(late.votes.tie.is_verified());
    assert_eq!(early.votes.tie.value, late.votes.tie.value);
    let origin = Source::TakenOver { profile: "pace".into(), edition: "2024".into() };
    assert_eq!(early.votes.tie.source, origin);
    assert!(early.committee.adopted_objectors.is_verified());
}

#[test]
fn what_earlier_rules_say_holds_until_they_say_otherwise() {
    let text = r#"
        profile = "lakes"
        title = { en = "Lakes", fr = "Lacs" }
        [edition.1]
        from = 2030-01-01
        until = 2031-01-01
        based-on = "association general"
        source = "Statutes"
        [edition.1.votes]
        tie = { value = "casting-vote", source = "Statutes, 7" }
        [edition.2]
        from = 2031-01-01
        based-on = "1"
        source = "Statutes"
    "#;
    let lakes = Profile::read(&SourceFile::new("lakes.toml", text)).expect("nothing is wrong");
    let later = lakes.edition("2").expect("it is there");
    assert_eq!(later.votes.tie.source, Source::Cited("Statutes, 7".into()));
    let origin = Source::TakenOver { profile: "association".into(), edition: "general".into() };
    assert_eq!(later.tabling.signatories.source, origin);
}

#[test]
fn chambers_differ_where_the_notes_say_so() {
    let of = |name| profile(name).latest().expect("it has an edition");
    assert_eq!(of("assemblee-nationale").falls.identical_if_rejected.value, Effect::Falls);
    assert!(of("assemblee-nationale").fall_rules().rejection_fells_identical);
    assert!(of("european-parliament").order.compromise_first.value);
    assert!(of("senato").votes.common_part_first.value);
    assert_eq!(of("senato").outcomes.fell.value.own.as_deref(), Some("precluso"));
    assert_eq!(of("assemblee-nationale").deadlines.sub_amendments.value, Deadline::Open);
}

/// Every way to cut a profile short, and many to damage it, end in findings inside the file.
#[test]
fn whatever_is_in_a_file_the_reader_ends_with_places_inside_it() {
    let good = include_str!("../../profiles/pace.toml").replace("\"pace\"", "\"lakes\"");
    assert!(Profile::read(&SourceFile::new("x.toml", good.clone())).is_ok());
    let damages =
        ["", "=", "[", "{ ", "\"", "\n[edition.2007]\n", "é", "[[edition]]\n", "-1", "true"];
    let mut refused = 0;
    for start in (0..good.len()).step_by(397) {
        for damage in damages {
            let rest = good.chars().skip(start + damage.chars().count());
            let text: String = good.chars().take(start).chain(damage.chars()).chain(rest).collect();
            let file = SourceFile::new("x.toml", text);
            for finding in Profile::read(&file).err().unwrap_or_default() {
                refused += 1;
                assert!(finding.at.end as usize <= file.text.len(), "{finding:?}");
                assert!(file.text.get(finding.at.range()).is_some(), "{finding:?}");
                assert_ne!(finding.message(Lang::FR).text, finding.code());
            }
        }
    }
    assert!(refused > 100, "only {refused} findings");
    let cut = |end| SourceFile::new("x.toml", good.chars().take(end).collect::<String>());
    (0..good.len()).step_by(499).for_each(|end| assert!(Profile::read(&cut(end)).is_err()));
}

#[test]
fn depth_and_length_are_bounded() {
    for text in [
        "a.".repeat(100_000) + "a = 1",
        "x = ".to_owned() + &"[".repeat(100_000),
        "x = ".to_owned() + &"{ y = ".repeat(100_000),
        "# ".to_owned() + &"x".repeat(2 << 20),
    ] {
        let mut findings = Findings::default();
        assert!(tree::parse(&text, &mut findings).is_none());
        assert_eq!(findings.count(), 1);
    }
}
