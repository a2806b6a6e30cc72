//! What the shipped profiles say, that everything has words, and that no input breaks the reader.

use super::finding::Findings;
use super::{
    Deadline, Effect, Fraction, LISTS, Majority, Profile, SECTIONS, Source, shipped, tree,
};
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
    // The last two signs are a brace and a line feed; without the line feed alone the file is whole.
    let ends = (0..good.chars().count() - 1).step_by(499);
    ends.for_each(|end| assert!(Profile::read(&cut(end)).is_err()));
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

#[test]
fn a_quorum_is_reached_by_the_first_member_that_makes_the_fraction() {
    let third = Fraction { parts: 1, of: 3 };
    let reached = |present, members| third.reached(present, members);
    assert!(reached(102, 306) && reached(103, 306) && !reached(101, 306));
    assert!(!reached(102, 307) && reached(103, 307));
    assert!(reached(u32::MAX, u32::MAX) && reached(0, 0));
}

/// A profile of one edition that is based on the general association, with lines put in its place:
/// the first of them is line 4, and those of the edition begin in line 7.
fn lakes(edition: &str) -> String {
    let head = "profile = \"lakes\"\ntitle = { en = \"Lakes\", fr = \"Lacs\" }\n\n[edition.1]\n";
    let base = "from = 2030-01-01\nbased-on = \"association general\"\n";
    format!("{head}{base}{edition}")
}

const SOURCED: &str = "source = \"Statutes\"\n";

/// Each fault by its code, with a profile that has it and no other, and where it is told.
fn faults() -> Vec<(&'static str, String, (u32, u32))> {
    let stated = |line: &str| lakes(&format!("{SOURCED}{line}\n"));
    let many = |count: usize| {
        let edition = |at| format!("edition.{at} = {{ from = {}-01-01 }}\n", 1000 + at);
        "profile = \"lakes\"\ntitle = { en = \"Lakes\", fr = \"Lacs\" }\n".to_owned()
            + &(0..count).map(edition).collect::<String>()
    };
    let circle = "edition.2 = { from = 2031-01-01, based-on = \"2\", source = \"Statutes\" }\n";
    let whole = lakes(SOURCED);
    let at_top = |line: &str| whole.replacen("\n\n", &format!("\n{line}\n"), 1);
    vec![
        ("rules-not-text", "%PDF-1.7".into(), (1, 1)),
        ("rules-too-big", format!("#{}", "x".repeat(1 << 20)), (1, 1)),
        ("rules-not-toml", stated("votes = ]"), (8, 9)),
        ("rules-unknown-key", stated("vote = 1"), (8, 1)),
        ("rules-unknown-key", at_top("size = 1"), (3, 1)),
        ("rules-missing-keys", stated("votes.tie = { source = \"s\" }"), (8, 7)),
        ("rules-missing-keys", whole.replacen("profile = \"lakes\"", "", 1), (1, 1)),
        ("rules-missing-keys", whole.replacen("from = 2030-01-01", "", 1), (4, 10)),
        ("rules-wrong-type", stated("votes.tie = \"rejected\""), (8, 13)),
        ("rules-wrong-type", stated("tabling = 1"), (8, 11)),
        (
            "rules-unknown-word",
            stated("votes.tie = { value = \"reject\", source = \"s\" }"),
            (8, 23),
        ),
        (
            "rules-unknown-word",
            stated("deadlines.first-day = { value = \"never\", source = \"s\" }"),
            (8, 33),
        ),
        (
            "rules-out-of-range",
            stated("sub-amendments.depth = { value = 3, source = \"s\" }"),
            (8, 34),
        ),
        (
            "rules-out-of-range",
            stated("tabling.signatories = { value = 0, source = \"s\" }"),
            (8, 33),
        ),
        ("rules-wrong-type", stated("votes.quorum = { value = \"4/3\", source = \"s\" }"), (8, 26)),
        ("rules-wrong-type", stated("votes.quorum = { value = \"0/3\", source = \"s\" }"), (8, 26)),
        (
            "rules-twice",
            stated("votes.methods = { value = [\"voice\", \"voice\"], source = \"s\" }"),
            (8, 37),
        ),
        (
            "rules-left-out",
            stated("order.ranks = { value = [\"insert\"], source = \"s\" }"),
            (8, 25),
        ),
        ("rules-empty", lakes("source = \" \"\n"), (7, 10)),
        ("rules-no-source", lakes(""), (4, 10)),
        ("rules-no-source", stated("votes.pairwise = { value = true }"), (8, 7)),
        ("rules-two-sources", lakes(&format!("{SOURCED}unverified = true\n")), (8, 1)),
        ("rules-not-unverified", lakes("unverified = false\n"), (7, 14)),
        ("rules-bad-day", stated("until = \"31/02/2031\""), (8, 9)),
        ("rules-days-reversed", stated("until = 2030-01-01"), (8, 9)),
        (
            "rules-overlap",
            whole.replace("\n\n", &format!("\n{}\n", circle.replace("\"2\"", "\"1\""))),
            (3, 9),
        ),
        ("rules-unknown-base", lakes("source = \"s\"\n").replace("general", "generale"), (6, 12)),
        (
            "rules-circle",
            whole
                .replace("\n\n", &format!("\n{circle}\n"))
                .replace(SOURCED, "source = \"s\"\nuntil = 2031-01-01\n"),
            (3, 45),
        ),
        ("rules-bad-name", whole.replace("[edition.1]", "[edition.\"1/2\"]"), (4, 10)),
        ("rules-bad-name", whole.replace("\"lakes\"", "\"the lakes\""), (1, 11)),
        ("rules-name-taken", whole.replace("\"lakes\"", "\"senat\""), (1, 11)),
        ("rules-no-edition", many(0), (1, 1)),
        ("rules-too-many-editions", many(101), (3, 1)),
    ]
}

#[test]
fn each_fault_is_told_by_itself_with_its_line_and_column() {
    assert!(Profile::read(&SourceFile::new("x.toml", lakes(SOURCED))).is_ok());
    let mut otherwise = Vec::new();
    for (code, text, place) in faults() {
        let file = SourceFile::decode("x.toml", text.as_bytes());
        let found = Profile::read(&file).expect_err(code);
        let told: Vec<_> = found
            .iter()
            .map(|finding| (finding.code(), (finding.place.line, finding.place.column)))
            .collect();
        if told != [(code, place)] {
            let text: String = text.chars().take(300).collect();
            otherwise.push(format!("{code} {place:?}: {told:?}\n{text}"));
        }
    }
    assert!(otherwise.is_empty(), "{}", otherwise.join("\n"));
}

/// Every code of `finding.rs` has a profile above.
#[test]
fn no_fault_is_without_a_profile_that_has_it() {
    let source = include_str!("finding.rs");
    let codes = source.split("=> \"").skip(1).filter_map(|arm| arm.split('"').next());
    let tried: Vec<_> = faults().iter().map(|(code, ..)| *code).collect();
    let codes: Vec<_> = codes.filter(|code| code.starts_with("rules-")).collect();
    assert!(codes.len() > 20, "{codes:?}");
    let untried: Vec<_> = codes.iter().filter(|code| !tried.contains(*code)).collect();
    assert!(untried.is_empty(), "{untried:?}");
}
