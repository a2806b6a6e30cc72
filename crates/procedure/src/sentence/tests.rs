//! Every event, consequence, fault and refusal has its words in both languages.

use super::{Telling, fault, sentence};
use crate::event::{Consequence, Count, Kind, Listed};
use crate::event::{Event, Id, Ruling, Text, Vote};
use crate::log::{Entry, Head, Problem};
use crate::rules::{LISTS, Method, Rules, named};
use crate::state::{Refusal, State};
use testkit::variants::{codes, variants};
use text::Lang;
use words::has;

const LANGUAGES: [Lang; 2] = [Lang::EN, Lang::FR];

fn rules() -> &'static Rules {
    named("pace", "2024").expect("it comes with the program")
}

#[test]
fn everything_has_its_words_in_both_languages() {
    let events = variants(include_str!("../event.rs"), "Event");
    let consequences = variants(include_str!("../event.rs"), "Consequence");
    let problems = codes(include_str!("../log.rs"));
    let refusals = codes(include_str!("../state/refusal.rs"));
    let counts = (events.len(), consequences.len(), problems.len(), refusals.len());
    assert!(counts >= (40, 5, 7, 42), "they are not read out of the sources: {counts:?}");
    let methods = LISTS.iter().find(|(name, _)| *name == "method").expect("the list is there").1;
    let mut wanted: Vec<String> = Vec::new();
    wanted.extend(events.iter().map(|kind| format!("log-event-{kind}")));
    wanted.extend(consequences.iter().map(|kind| format!("log-then-{kind}")));
    wanted.extend(methods.iter().map(|method| format!("log-method-{method}")));
    for code in problems {
        wanted.extend([code.to_owned(), format!("{code}.remedy")]);
    }
    for code in refusals {
        wanted.extend([format!("refusal-{code}"), format!("refusal-{code}.remedy")]);
    }
    let missing: Vec<_> = wanted
        .iter()
        .flat_map(|id| LANGUAGES.map(|lang| (lang, id)))
        .filter(|(lang, id)| !has(*lang, id))
        .collect();
    assert!(missing.is_empty(), "no words for {missing:?}");
}

#[test]
fn both_languages_have_the_same_messages() {
    let names = |text: &str| {
        let named = text.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
        named.filter_map(|line| line.split(" =").next()).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(
        names(include_str!("../../../words/locales/en/log.ftl")),
        names(include_str!("../../../words/locales/fr/log.ftl"))
    );
}

fn opened() -> State {
    let listed = |id: &str, number: &str, parent: Option<&str>| Listed {
        id: id.into(),
        number: number.into(),
        parent: parent.map(Id::from),
        part: Some(0),
        tablers: vec!["Ms Ada LINDQVIST".into()],
        committee: false,
    };
    let event = Event::Opened {
        reference: "Doc. 412".into(),
        dossier: String::new(),
        profile: "pace".into(),
        edition: "2024".into(),
        rules: String::new(),
        languages: vec!["en".into(), "fr".into()],
        texts: vec![Text { letter: "A".into(), kind: Kind::Resolution }],
        amendments: vec![
            listed("4", "4", None),
            listed("13", "13", None),
            listed("13/1", "1", Some("13")),
        ],
    };
    let time = crate::event::Time::parse("2031-10-16T10:00:00Z").expect("a moment");
    let mut state = State::default();
    let entry: Entry = Head::default().next(time, "clerk", event, Vec::new());
    state.apply(&entry, rules()).expect("a log begins so");
    state
}

fn told(event: &Event) -> [String; 2] {
    let state = opened();
    LANGUAGES.map(|lang| Telling { state: &state, rules: rules(), lang }.event(event))
}

#[test]
fn a_vote_is_one_sentence() {
    let count = Count { in_favour: 31, against: 12, abstentions: 7, roll: Vec::new() };
    let vote = Vote { method: Method::Electronic, count: Some(count), adopted: true };
    let [en, fr] = told(&Event::Voted { amendments: vec!["4".into()], vote: vote.clone() });
    assert_eq!(
        en,
        "Amendment 4 was put to the vote by the electronic system and adopted: \
         31 in favour, 12 against, 7 abstentions."
    );
    assert_eq!(
        fr,
        "L'amendement 4 est mis aux voix par scrutin électronique; \
         il est adopté par 31 voix contre 12, avec 7 abstentions."
    );
    let rejected = Vote { adopted: false, method: Method::ShowOfHands, count: None };
    let both = vec!["4".into(), "13/1".into()];
    let [en, fr] = told(&Event::Voted { amendments: both, vote: rejected });
    assert_eq!(
        en,
        "Amendment 4 and sub-amendment 1 to amendment 13 were put to the vote together \
         by show of hands and rejected."
    );
    assert_eq!(
        fr,
        "L'amendement 4 et le sous-amendement 1 à l'amendement 13 sont mis aux voix ensemble \
         à main levée; ils sont rejetés."
    );
}

#[test]
fn what_nobody_wrote_for_the_screen_does_no_harm() {
    let event = Event::Withdrawn { amendment: "4".into(), by: "\u{1b}[31mMs\nFOG".into() };
    let [en, _] = told(&event);
    assert_eq!(en, "Amendment 4 was withdrawn by [31mMs FOG.");
    let [en, fr] = told(&Event::RuledOut {
        amendment: "no-such".into(),
        ruling: Ruling { by: "the President".into(), reason: "It is none.".into(), capacity: None },
    });
    assert_eq!(
        en,
        "The unnumbered amendment “no-such” was ruled out of order (the President: It is none)."
    );
    assert!(fr.starts_with("L'amendement sans numéro «no-such» est déclaré irrecevable ("), "{fr}");
}

#[test]
fn a_refusal_cites_the_rule_and_its_source() {
    let state = opened();
    let telling = Telling { state: &state, rules: rules(), lang: Lang::EN };
    let rule = "sub-amendments.signatories";
    let message = telling.refusal(&Refusal::TooFew { signed: 1, needed: 5, rule });
    assert_eq!(message.text, "1 signature is there, 5 are needed");
    assert!(
        message.notes[0].starts_with("by the rules pace 2024 (sub-amendments.signatories: 5; "),
        "{message:?}"
    );
    assert!(message.notes[0].contains("Rule 34.1"), "{message:?}");
    let message = fault(&Problem::Cut { bytes: 17 }, Lang::FR);
    assert_eq!(message.text, "la dernière ligne est tronquée: 17 octets ont été laissés de côté");
}

#[test]
fn a_consequence_names_its_causes() {
    let state = opened();
    let telling = Telling { state: &state, rules: rules(), lang: Lang::FR };
    let fell = |because| Consequence::Fell { amendment: "13/1".into(), because };
    let one = telling.consequence(&fell(vec![12]), &Event::SittingClosed {});
    assert_eq!(one, "Le sous-amendement 1 à l'amendement 13 tombe du fait de l'événement 12.");
    let two = telling.consequence(&fell(vec![3, 12]), &Event::SittingClosed {});
    assert!(two.ends_with("du fait des événements 3 et 12."), "{two}");
    assert_eq!(sentence("état"), "État");
}
