//! Each cell of the table in `docs/formats.md`: a dossier that holds one feature more than a plain one is
//! written and read back, and the feature is there as often as before, or the table says that it is not.

use crate::args::Layout;
use crate::compendium::written;
use crate::input::Given;
use crate::kind::Kind;
use engine::carried::{Feature, held};
use engine::languages::Correspondence;
use engine::recorded::{By, Recorded, Ruling, Taken, TextOutcome, TextRuling, Votes};
use engine::state::Profile;
use engine::{Amendment, Dossier, State, words};
use procedure::event::Time;
use procedure::rules::Position;
use procedure::state::Outcome;
use source::{SourceFile, Span};
use std::sync::Arc;
use text::{Block, Child, Fragment, Lang, Mark, MarkKind, Opaque, Provision};

/// The formats that are both written and read.
const BOTH_WAYS: [Kind; 6] = [Kind::Txt, Kind::Json, Kind::Xml, Kind::Html, Kind::Docx, Kind::Odt];

const ENGLISH: &str = "Doc. 7 – Compendium of written amendments\n14/10/2031\n\nLamps\n\n\
    A. Draft resolution\n\n1. The lakes are wide. They are cold.\n\n2. The boats are old.\n\n\
    Amendment 1\n\nTabled by Ms Ada FOG, Mr Bo REED\n\nIn the draft resolution, delete paragraph 2.\n";

const FRENCH: &str = "Doc. 7 – Recueil des amendements écrits\n14/10/2031\n\nDes lampes\n\n\
    A. Projet de résolution\n\n1. Les lacs sont larges. Ils sont froids.\n\n2. Les bateaux sont vieux.\n\n\
    Amendement 1\n\nDéposé par Mme Ada FOG, M. Bo REED\n\nDans le projet de résolution, supprimer le paragraphe 2.\n";

fn read(text: &str) -> Dossier {
    engine::read::read(Arc::new(SourceFile::new("paper.txt", text))).dossier
}

fn block(text: &str) -> Block {
    Block { content: Fragment::plain(text), ..Block::default() }
}

fn marked(text: &str, kind: MarkKind, span: Span) -> Block {
    let content = Fragment { text: text.to_owned(), marks: vec![Mark { kind, span }] };
    Block { content, ..Block::default() }
}

/// A plain dossier with this feature; what the plain one has already needs nothing.
fn with(feature: Feature) -> Dossier {
    let mut dossier = read(ENGLISH);
    let children = &mut dossier.versions[0].draft.parts[0].children;
    let second = |children: &mut Vec<Child>, child| {
        if let Some(Child::Provision(provision)) = children.get_mut(1) {
            provision.children = vec![child];
        }
    };
    match feature {
        Feature::Head | Feature::Parts | Feature::Provisions | Feature::Amendments => {}
        Feature::Standing | Feature::Tablers => {}
        Feature::Rules => {
            let (profile, edition) = ("pace".to_owned(), "2024".to_owned());
            dossier.rules = Some(engine::RulesName { profile, edition });
        }
        Feature::Languages => return two_languages(),
        Feature::Correspondences => {
            dossier = two_languages();
            dossier.correspondences = vec![Correspondence {
                langs: (Lang::EN, Lang::FR),
                part: 0,
                provision: "1".to_owned(),
                groups: vec![(2, 2)],
            }];
        }
        Feature::PartTitles => {
            dossier.versions[0].draft.parts[0].title = Some(block("Lamps for the lakes"));
        }
        Feature::FurtherText => {
            if let Some(Child::Provision(provision)) = children.get_mut(1) {
                let below = Provision::plain("2.1", "They leak;");
                provision.children.push(Child::Provision(below));
                provision.children.push(Child::Block(block("They float all the same.")));
            }
        }
        Feature::TextBetween => children.insert(0, Child::Block(block("The Assembly,"))),
        Feature::Opaque => {
            let text = "Lake | Boats\nLong Mere | 12".to_owned();
            children.push(Child::Opaque(Opaque { text, ..Opaque::default() }));
        }
        Feature::Raised => {
            let raised = marked("It is the 20e lamp.", MarkKind::Superscript, Span::new(12, 13));
            second(children, Child::Block(raised));
        }
        Feature::Emphasis => {
            let italic = marked("The Heron is old.", MarkKind::Emphasis, Span::new(4, 9));
            second(children, Child::Block(italic));
        }
        Feature::NoteReferences => {
            let sign = MarkKind::NoteReference("1".to_owned());
            second(children, Child::Block(marked("The boats are old.1", sign, Span::new(18, 19))));
        }
        Feature::OddSpaces => second(children, Child::Block(block("The  boats are old."))),
        Feature::SubAmendments => {
            let wording = "In amendment 1, replace \"2\" with \"1\".";
            let mut texts = dossier.amendments[0].texts.clone();
            wording.clone_into(&mut texts[0].wording);
            let parent = Some("1".to_owned());
            dossier.amendments.push(Amendment {
                number: "1".to_owned(),
                parent,
                part: None,
                texts,
                recorded: None,
            });
        }
        Feature::Notes => {
            dossier.amendments[0].texts[0].note = vec![Fragment::plain("They are too old.")];
        }
        Feature::Falling => {
            let text = format!(
                "{ENGLISH}\nAmendment 2\n\n(Falls if amendment 1 is adopted)\n\nTabled by Mr Cy MOOR\n\n\
                In the draft resolution, paragraph 2, replace \"old\" with \"new\".\n"
            );
            dossier = read(&text);
        }
        Feature::Remarks => {
            let remark = "(concerns only the English version)".to_owned();
            dossier.amendments[0].texts[0].remarks = vec![remark];
        }
        Feature::Outcomes | Feature::Circumstances | Feature::TextOutcomes => decided(&mut dossier),
    }
    dossier
}

/// What a log would have told of the plain dossier.
fn decided(dossier: &mut Dossier) {
    let at = Time::parse("2031-10-16T10:03:00Z").expect("there is such a moment");
    let votes = Some(Votes { in_favour: 31, against: 12, abstentions: 7 });
    let taken = Taken {
        committee: "Committee on Lamps".to_owned(),
        position: Position::Unanimous,
        at: at.clone(),
    };
    let ruling = Ruling {
        outcome: Outcome::Adopted,
        at: at.clone(),
        by: By::Assembly,
        because: Vec::new(),
        superseded_by: vec!["2".to_owned()],
        votes,
    };
    let recorded = Recorded { positions: vec![taken], ruling: Some(ruling) };
    dossier.amendments[0].recorded = Some(Box::new(recorded));
    let outcome = TextOutcome::Adopted;
    dossier.decisions.texts = vec![TextRuling { part: 0, outcome, at, votes }];
    let words = [(Outcome::Adopted, "agreed to".to_owned())].into_iter().collect();
    dossier.decisions.words = [(Lang::EN, words)].into_iter().collect();
}

fn two_languages() -> Dossier {
    engine::languages::join(vec![read(ENGLISH), read(FRENCH)]).0
}

#[test]
fn the_table_of_what_formats_carry_is_true() {
    let mut wrong = Vec::new();
    for kind in BOTH_WAYS {
        for feature in Feature::ALL {
            let dossier = with(feature);
            let count = |dossier: &Dossier| {
                held(dossier)
                    .into_iter()
                    .find(|held| held.feature == feature)
                    .map(|held| held.count)
            };
            assert!(
                count(&dossier).is_some(),
                "{feature:?} is not in the dossier that shall have it"
            );
            let state = State::new(dossier.clone(), Profile::default(), Vec::new());
            let back = written(&state, kind, Layout::Columns, Lang::EN)
                .and_then(|files| Given::of(kind, files.into_iter().next().unwrap_or_default()));
            let carried = match &back {
                Ok(back) => count(back) == count(&dossier),
                Err(failure) => panic!("{} with {feature:?}: {failure:?}", kind.name()),
            };
            if carried != kind.carries(feature) {
                wrong.push(format!(
                    "{}: {feature:?} is {}carried",
                    kind.name(),
                    if carried { "" } else { "not " }
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The table as `docs/formats.md` has it.
fn table() -> String {
    let names: Vec<&str> = BOTH_WAYS.iter().map(|kind| kind.name()).collect();
    let mut table =
        format!("| feature | {} |\n|---|{}\n", names.join(" | "), "---|".repeat(names.len()));
    for feature in Feature::ALL {
        let id = format!("feature-{}", feature.code());
        let cells = BOTH_WAYS.map(|kind| if kind.carries(feature) { "yes" } else { "no" });
        let what = words::say(Lang::EN, &id, &words::Args::new());
        table.push_str(&format!("| {what} | {} |\n", cells.join(" | ")));
    }
    table
}

/// `UPDATE=1` writes it anew.
#[test]
fn the_docs_have_this_table() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/formats.md");
    let docs = std::fs::read_to_string(path).expect("the docs are there");
    let start = docs.find("| feature |").expect("the table is there");
    let end = docs[start..].find("\n\n").map_or(docs.len(), |at| start + at + 1);
    if std::env::var_os("UPDATE").is_some() {
        let new = format!("{}{}{}", &docs[..start], table(), &docs[end..]);
        std::fs::write(path, new).expect("it can be written");
        return;
    }
    assert_eq!(&docs[start..end], table(), "UPDATE=1 writes it anew");
}
