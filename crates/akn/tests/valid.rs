//! The compendium as Akoma Ntoso: valid by the schema, every reference leads somewhere, every place
//! is the resolved one, and no word is lost.

#![expect(clippy::print_stdout, reason = "a skipped test says so")]

use engine::State;
use engine::adopt::{AdoptedText, Selection, adopt};
use engine::numbered::{Layer, publish};
use engine::papers::{Templates, origins};
use engine::recorded;
use engine::sitting::Sitting;
use engine::state::Profile;
use instruction::Place;
use procedure::event::Event;
use procedure::log::{Entry, Reader};
use procedure::rules::named;
use procedure::state::Record;
use roxmltree::{Document, Node};
use source::SourceFile;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use text::{Child, Lang};

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
const SCHEMA: &str = "/../shared/data/akn-schema/akomantoso30.xsd";

/// The papers of our own assembly, and the one real compendium at hand.
fn papers() -> Vec<PathBuf> {
    let mut papers: Vec<PathBuf> = std::fs::read_dir(Path::new(ROOT).join("examples"))
        .expect("the examples are there")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    papers.sort();
    assert!(papers.len() >= 4, "{papers:?}");
    papers.extend(Some(PathBuf::from(format!("{ROOT}/../shared/data/recueil-16245-fr.txt"))));
    papers
}

fn opened(path: &Path) -> Option<(State, Lang)> {
    let Ok(text) = std::fs::read_to_string(path) else {
        println!("skipped: no {}", path.display());
        return None;
    };
    let state = engine::open::open(vec![Arc::new(SourceFile::new("paper", text))]).state;
    let lang = state.dossier.versions.first()?.lang;
    Some((state, lang))
}

/// Each paper with its file.
fn each(check: impl Fn(&Path, &State, Lang, &str)) {
    for path in papers() {
        if let Some((state, lang)) = opened(&path) {
            check(&path, &state, lang, &hemicycle_akn::write(&state, lang));
        }
    }
}

/// Each paper with what was adopted: as many amendments, in calling order, as stand together.
fn each_adopted(check: impl Fn(&Path, &AdoptedText, &State, &dyn Fn(bool) -> String)) {
    let mut changed = 0;
    for path in papers() {
        let Some((state, lang)) = opened(&path) else { continue };
        let mut chosen = Vec::new();
        for ranked in &state.order {
            chosen.push(ranked.amendment);
            if adopt(&state, &Selection::Set(chosen.clone())).is_err() {
                chosen.pop();
            }
        }
        let Ok(adopted) = adopt(&state, &Selection::Set(chosen.clone())) else { continue };
        changed += chosen.len();
        let text = adopted.texts.iter().find(|text| text.lang == lang).expect("its language");
        check(&path, text, &state, &|changes| {
            hemicycle_akn::write_adopted(&state, &adopted, lang, changes)
        });
    }
    assert!(changed > 20, "{changed} amendments adopted");
}

/// What a sitting has before it, with what its log decided.
fn told(held: &Sitting<'_>, entries: &[Entry]) -> State {
    let mut state = State::clone(&held.state);
    state.dossier = recorded::of(held, entries);
    state
}

/// The dossier of the lakes with its whole sitting, in each of its languages.
fn each_held(check: impl Fn(&Path, &Sitting<'_>, &[Entry], &str)) {
    let files = ["lakes-en.txt", "lakes-fr.txt"].map(|name| {
        let path = Path::new(ROOT).join("examples").join(name);
        Arc::new(SourceFile::new(name, std::fs::read_to_string(path).expect("it is there")))
    });
    let dossier = engine::open::open(files.to_vec()).state.dossier;
    let log = Path::new(ROOT).join("examples/sitting.jsonl");
    let log = std::fs::read(log).expect("it is there");
    let entries: Vec<Entry> = Reader::new(&log).map(|read| read.expect("it is whole")).collect();
    let rules = named("pace", "2024").expect("it comes with the program");
    let course = procedure::state::State::of(&entries, rules).expect("the rules allow it");
    let held = Sitting::new(&dossier, course, rules);
    let state = told(&held, &entries);
    for lang in [Lang::EN, Lang::FR] {
        let xml = hemicycle_akn::write(&state, lang);
        check(Path::new(lang.tag()), &held, &entries, &xml);
    }
}

/// Dossiers by the seed with all that can be recorded in them, whether a sitting could come to it or not.
fn each_recorded(check: impl Fn(&Path, &str)) {
    let mut seen = 0;
    for seed in 0..40 {
        let dossier = testkit::dossiers::rich(seed);
        if !recorded::any(&dossier) {
            continue;
        }
        for lang in [Lang::EN, Lang::FR] {
            let state = State::new(dossier.in_language(lang), Profile::default(), Vec::new());
            check(Path::new(&format!("seed {seed} {lang}")), &hemicycle_akn::write(&state, lang));
            seen += 1;
        }
    }
    assert!(seen > 20, "{seen}");
}

fn by_id<'a, 'input>(document: &'a Document<'input>) -> BTreeMap<&'a str, Node<'a, 'input>> {
    let all = document.descendants().filter_map(|node| Some((node.attribute("eId")?, node)));
    all.collect()
}

fn text_of(node: Node<'_, '_>) -> String {
    node.descendants().filter(Node::is_text).filter_map(|node| node.text()).collect()
}

/// What `xmllint` says of a file; `None` where it or the schema is missing.
fn findings(xml: &str) -> Option<String> {
    let schema = format!("{ROOT}{SCHEMA}");
    if !Path::new(&schema).exists() {
        println!("skipped: no schema");
        return None;
    }
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("paper.xml");
    std::fs::write(&file, xml).expect("the folder can be written to");
    let mut command = Command::new("xmllint");
    command.args(["--nonet", "--noout", "--schema", &schema]).arg(&file);
    let Ok(said) = command.output() else {
        println!("skipped: no xmllint");
        return None;
    };
    Some(match said.status.success() {
        true => String::new(),
        false => String::from_utf8_lossy(&said.stderr).into_owned(),
    })
}

#[test]
fn files_are_valid_by_the_schema() {
    each(|path, _, _, xml| {
        let found = findings(xml).unwrap_or_default();
        assert_eq!(found, "", "{}", path.display());
    });
    each_adopted(|path, _, _, write| {
        for changes in [false, true] {
            let found = findings(&write(changes)).unwrap_or_default();
            assert_eq!(found, "", "{} {changes}", path.display());
        }
    });
    each_held(|path, held, entries, _| {
        let published = publish(held, Layer::Mechanical).expect("the texts can be made");
        let tag = path.to_string_lossy();
        let lang = if tag == "fr" { Lang::FR } else { Lang::EN };
        let origins = origins(held, entries, &published, &Templates::shipped(lang));
        let name = origins.first().and_then(|origin| origin.name.clone());
        assert!(name.is_some_and(|name| name.ends_with(" 91 (2031)")), "{tag}");
        for changes in [false, true] {
            let (state, adopted) = (&held.state, &published.adopted);
            let xml = hemicycle_akn::write_published(state, adopted, &origins, lang, changes);
            assert_eq!(findings(&xml).unwrap_or_default(), "", "{tag} {changes}");
        }
    });
    each_held(|path, _, _, xml| {
        let found = findings(xml).unwrap_or_default();
        assert_eq!(found, "", "{}", path.display());
    });
    each_recorded(|path, xml| {
        let found = findings(xml).unwrap_or_default();
        assert_eq!(found, "", "{}", path.display());
    });
}

#[test]
fn the_schema_is_really_asked() {
    let xml =
        format!("<akomaNtoso xmlns=\"{}\"><amendmentList/></akomaNtoso>", hemicycle_akn::NAMESPACE);
    if let Some(found) = findings(&xml) {
        assert!(found.contains("amendmentList"), "{found}");
    }
}

/// The number of references, all of which lead somewhere.
fn references(path: &Path, xml: &str) -> usize {
    let document = Document::parse(xml).expect("it is XML");
    let ids = by_id(&document);
    let given = document.descendants().filter(|node| node.has_attribute("eId")).count();
    assert_eq!(given, ids.len(), "{}: an eId stands twice", path.display());
    let mut led = 0;
    for node in document.descendants() {
        for name in ["href", "upTo", "refersTo", "source", "by", "outcome"] {
            let to = node.attribute(name).and_then(|value| value.strip_prefix('#'));
            if let Some(to) = to {
                assert!(ids.contains_key(to), "{}: {name} {to}", path.display());
                led += 1;
            }
        }
    }
    led
}

#[test]
fn every_reference_leads_to_an_element_that_is_there_once() {
    each(|path, _, _, xml| assert!(references(path, xml) > 10, "{}", path.display()));
    each_held(|path, _, _, xml| assert!(references(path, xml) > 100, "{}", path.display()));
    each_recorded(|path, xml| assert!(references(path, xml) > 1, "{}", path.display()));
    each_adopted(|path, _, _, write| {
        for changes in [false, true] {
            assert!(references(path, &write(changes)) > 2, "{}", path.display());
        }
    });
}

/// The texts of the blocks and the numbers of a file, `del` or `ins` left out.
fn lines(xml: &str, without: &str) -> Vec<String> {
    let document = Document::parse(xml).expect("it is XML");
    let inside = |node: &Node<'_, '_>| {
        node.ancestors().any(|above| above.has_tag_name((hemicycle_akn::NAMESPACE, without)))
    };
    let body =
        |node: &Node<'_, '_>| node.ancestors().any(|above| above.tag_name().name() == "mainBody");
    let named = |node: &Node<'_, '_>| matches!(node.tag_name().name(), "num" | "p");
    let lines = document.descendants().filter(|node| body(node) && named(node)).map(|line| {
        let texts = line.descendants().filter(|node| node.is_text() && !inside(node));
        texts.filter_map(|node| node.text()).collect::<String>()
    });
    lines.filter(|line: &String| !line.trim_matches('.').is_empty()).collect()
}

/// The same of a draft as it stands in the engine.
fn lines_of(children: &[Child], lines: &mut Vec<String>) {
    for child in children {
        match child {
            Child::Block(block) => lines.push(block.content.text.clone()),
            Child::Opaque(opaque) => lines.push(opaque.text.replace('\n', "")),
            Child::Provision(provision) => {
                lines.push(format!("{}.", provision.number));
                lines_of(&provision.children, lines);
            }
        }
    }
}

#[test]
fn without_what_went_it_is_the_adopted_text_and_without_what_came_the_draft() {
    each_adopted(|path, text, state, write| {
        let of = |draft: &text::Draft| {
            let mut lines = Vec::new();
            draft.parts.iter().for_each(|part| lines_of(&part.children, &mut lines));
            lines.retain(|line| !line.is_empty());
            lines
        };
        let new = of(&text.consolidated.draft);
        assert_eq!(lines(&write(false), "del"), new, "{}", path.display());
        let tracked = write(true);
        assert_eq!(lines(&tracked, "del"), new, "{}", path.display());
        let draft = &state.dossier.version(text.lang).expect("its language").draft;
        assert_eq!(lines(&tracked, "ins"), of(draft), "{}", path.display());
    });
}

/// A text as adopted, with its changes or without, is read as the text that stands now.
#[test]
fn adopted_texts_are_read_as_drafts() {
    let changed = std::cell::Cell::new(0);
    each_adopted(|path, text, state, write| {
        let mut wanted = state.dossier.in_language(text.lang);
        wanted.amendments.clear();
        wanted.correspondences = Vec::new();
        for version in &mut wanted.versions {
            version.draft = text.consolidated.draft.clone();
        }
        for changes in [false, true] {
            let file = write(changes);
            let read = hemicycle_akn::read(&file).expect("we wrote it");
            let seen = testkit::same::difference(&wanted, &read.dossier);
            assert_eq!(seen, None, "{} {changes}", path.display());
            let gone = read.findings.iter().filter(|finding| finding.code() == "change-accepted");
            assert_eq!(gone.count() > 0, changes && file.contains("<del"), "{}", path.display());
            // As a draft it is written, read and written again.
            let draft = State::new(read.dossier, Profile::default(), Vec::new());
            let first = hemicycle_akn::write_draft(&draft, text.lang);
            assert_eq!(findings(&first).unwrap_or_default(), "", "{}", path.display());
            convention(path, &first);
            let again = hemicycle_akn::read(&first).expect("we wrote it");
            assert_eq!(again.findings, [], "{}", path.display());
            let again = State::new(again.dossier, Profile::default(), Vec::new());
            assert_eq!(hemicycle_akn::write_draft(&again, text.lang), first);
        }
        changed.set(changed.get() + usize::from(write(true).contains("<del")));
    });
    assert!(changed.get() > 2, "{}", changed.get());
}

/// The value of the first element of that name.
fn value(xml: &str, element: &str, attribute: &str) -> Option<String> {
    let document = Document::parse(xml).expect("it is XML");
    let mut found = document.descendants().filter(|node| node.tag_name().name() == element);
    Some(found.next()?.attribute(attribute)?.to_owned())
}

/// What stands in an element of the first identification.
fn identified(xml: &str, level: &str) -> Vec<(String, String)> {
    let document = Document::parse(xml).expect("it is XML");
    let mut levels = document.descendants().filter(|node| node.tag_name().name() == level);
    let level = levels.next().expect("each document has one");
    let named = level.children().filter(Node::is_element).map(|node| {
        let value = node.attributes().map(|one| one.value()).collect::<Vec<_>>().join(" ");
        (node.tag_name().name().to_owned(), value)
    });
    named.collect()
}

#[test]
fn languages_are_expressions_of_one_work() {
    let (mut pairs, mut amended) = (0, 0);
    for english in papers() {
        let name = english.to_string_lossy().into_owned();
        let Some(french) = name.strip_suffix("-en.txt").map(|stem| format!("{stem}-fr.txt")) else {
            continue;
        };
        let file = |name: &str| {
            let text = std::fs::read_to_string(name).expect("the examples are there");
            Arc::new(SourceFile::new(name, text))
        };
        let opened = engine::open::open(vec![file(&name), file(&french)]).state;
        let mut drafts = opened.clone();
        drafts.dossier.amendments.clear();
        for state in [opened, drafts] {
            let write = |lang| hemicycle_akn::write(&state, lang);
            let (first, second) = (write(Lang::EN), write(Lang::FR));
            for file in [&first, &second] {
                assert_eq!(findings(file).unwrap_or_default(), "", "{name}");
                references(&english, file);
            }
            assert_eq!(identified(&first, "FRBRWork"), identified(&second, "FRBRWork"), "{name}");
            // The second is a translation of the first, and each names the other.
            let this = identified(&first, "FRBRExpression").swap_remove(0);
            let from = value(&second, "FRBRtranslation", "href").unwrap_or_default();
            assert_eq!(this, ("FRBRthis".to_owned(), from), "{name}");
            assert_eq!(value(&first, "FRBRtranslation", "href"), None, "{name}");
            for (one, other) in [(&first, "fra"), (&second, "eng")] {
                assert!(one.contains(&format!("eId=\"expression_{other}\"")), "{name}");
            }
            // Both read, joined and written again are the same files.
            let read = |file: &str| hemicycle_akn::read(file).expect("we wrote it");
            let joined = engine::open::joined(vec![read(&first), read(&second)], Vec::new()).state;
            assert_eq!(hemicycle_akn::write(&joined, Lang::EN), first, "{name}");
            assert_eq!(hemicycle_akn::write(&joined, Lang::FR), second, "{name}");
            amended += state.dossier.amendments.len();
        }
        pairs += 1;
    }
    assert!(pairs >= 2 && amended > 0, "{pairs} pairs, {amended} amendments");
}

/// An identifier is that of the nearest element above it that has one, a step behind it.
#[test]
fn identifiers_follow_the_naming_convention() {
    each(|path, _, _, xml| convention(path, xml));
    each_held(|path, _, _, xml| convention(path, xml));
    each_recorded(convention);
    each_adopted(|path, _, _, write| convention(path, &write(true)));
}

fn convention(path: &Path, xml: &str) {
    let document = Document::parse(xml).expect("it is XML");
    let outside = ["component", "TLCPerson", "TLCOrganization", "TLCConcept", "TLCReference"];
    let root = document.descendants().all(|node| node.tag_name().name() != "component");
    for node in document.descendants().filter(|node| node.has_attribute("eId")) {
        let id = node.attribute("eId").unwrap_or_default();
        assert!(!id.contains(char::is_whitespace), "{id}");
        if outside.contains(&node.tag_name().name()) {
            continue;
        }
        let above = node.ancestors().skip(1).find_map(|node| node.attribute("eId"));
        let step = match above {
            // A document that is no component of another begins with the first step.
            None if root => Some(id),
            None => None,
            Some(above) => id.strip_prefix(above).and_then(|rest| rest.strip_prefix("__")),
        };
        assert!(
            step.is_some_and(|step| !step.is_empty() && !step.contains("__")),
            "{}: {id} under {above:?}",
            path.display()
        );
    }
}

#[test]
fn destinations_select_the_resolved_words_and_points() {
    let (mut words, mut points, mut whole) = (0, 0, 0);
    let counts = std::cell::RefCell::new((&mut words, &mut points, &mut whole));
    each(|path, state, lang, xml| {
        let document = Document::parse(xml).expect("it is XML");
        let ids = by_id(&document);
        let version = state.dossier.version(lang).expect("the paper's language");
        for (at, amendment) in state.dossier.amendments.iter().enumerate() {
            let Some(placed) = state.placed(at, lang) else { continue };
            let mark = amendment.cited();
            let component = document
                .descendants()
                .filter(|node| node.has_tag_name((hemicycle_akn::NAMESPACE, "amendment")))
                .nth(at)
                .expect("each amendment is there, in order");
            let found: Vec<_> = component
                .descendants()
                .filter(|node| node.has_tag_name((hemicycle_akn::NAMESPACE, "destination")))
                .collect();
            assert_eq!(found.len(), placed.operations.len(), "{} {mark}", path.display());
            for (destination, operation) in found.iter().zip(&placed.operations) {
                let href = destination.attribute("href").unwrap_or_default();
                let to = ids[href.trim_start_matches('#')];
                let ours = |name| {
                    let value = destination.attribute((hemicycle_akn::OURS, name))?;
                    value.parse::<usize>().ok()
                };
                let cut = |from: usize, to_: usize| -> String {
                    text_of(to).chars().skip(from).take(to_ - from).collect()
                };
                let mut counts = counts.borrow_mut();
                match operation.at().place {
                    Place::Text { span } if destination.attribute("upTo").is_none() => {
                        let (from, to) = (ours("from").unwrap_or(0), ours("to").unwrap_or(0));
                        assert_eq!(cut(from, to), span.of(version.index.text()), "{mark}");
                        *counts.0 += 1;
                    }
                    Place::Point { at, .. } => {
                        let from = ours("from").unwrap_or(usize::MAX);
                        let before = &version.index.text()[..at as usize];
                        let line = before.rsplit('\n').next().unwrap_or_default();
                        assert_eq!(cut(0, from), line, "{mark}");
                        *counts.1 += 1;
                    }
                    Place::Provisions { first, .. } => {
                        let entry = version.index.provision_at(first).expect("it was found");
                        let number = to.children().find(|node| node.tag_name().name() == "num");
                        let number = number.map(text_of).unwrap_or_default();
                        assert_eq!(number.trim_end_matches('.'), entry.number, "{mark}");
                        *counts.2 += 1;
                    }
                    Place::Text { .. } | Place::Slot { .. } | Place::Closing { .. } => {}
                }
            }
        }
    });
    assert!(words > 20 && points > 10 && whole > 5, "{words} {points} {whole}");
}

#[test]
fn the_text_of_a_mod_is_the_wording() {
    each(|path, state, lang, xml| {
        let document = Document::parse(xml).expect("it is XML");
        let mods = document.descendants().filter(|node| node.tag_name().name() == "mod");
        let texts = state.dossier.amendments.iter().filter_map(|one| one.text(lang));
        let mut count = 0;
        for (node, text) in mods.zip(texts) {
            let plain = text.wording.replace(['\n', '^'], "");
            assert_eq!(text_of(node).replace('^', ""), plain, "{}", path.display());
            count += 1;
        }
        assert!(count > 0);
    });
}

/// Every position that a committee took, every outcome and all figures, in the standard's own places.
#[test]
fn positions_outcomes_and_votes_of_a_log_are_told() {
    each_held(|path, held, entries, xml| {
        let document = Document::parse(xml).expect("it is XML");
        let ids = by_id(&document);
        let name = |node: Node<'_, '_>, attribute| {
            let to = node.attribute(attribute).unwrap_or_default().trim_start_matches('#');
            ids[to].attribute("showAs").unwrap_or_default().to_owned()
        };
        let all = |node: Node<'_, '_>, tag| -> Vec<usize> {
            let found = node.descendants().filter(|node| node.has_tag_name(tag));
            found.map(|node| node.id().get_usize()).collect()
        };
        let node = |id: usize| document.get_node(roxmltree::NodeId::new(id as u32)).expect("it is");
        let amendments = all(document.root(), (hemicycle_akn::NAMESPACE, "amendment"));
        let lang = if path == Path::new("en") { Lang::EN } else { Lang::FR };
        let worded = held.state.dossier.amendments.iter().enumerate();
        let worded = worded.filter(|(_, amendment)| amendment.text(lang).is_some());
        let worded: Vec<usize> = worded.map(|(place, _)| place).collect();
        assert_eq!(amendments.len(), worded.len(), "{}", path.display());
        let (mut positions, mut outcomes, mut votes) = (0, 0, 0);
        for (place, id) in worded.into_iter().zip(&amendments) {
            let record = held.record(place).and_then(|at| held.course.record(at));
            let steps = all(node(*id), (hemicycle_akn::NAMESPACE, "step"));
            // One of the French paper alone, on which the log was not opened.
            let Some(record) = record else {
                assert_eq!(steps.len(), 0);
                continue;
            };
            let known = held.known(place, lang);
            let mark = &record.id;
            let taken = entries.iter().filter(|entry| {
                matches!(&entry.event, Event::CommitteePosition { amendment, .. } if amendment == mark)
            });
            let taken = taken.count();
            let decided = record.decision().map(|decision| decision.event);
            let told = usize::from(!known.outcome.is_empty());
            assert_eq!(steps.len(), taken + told, "{mark}");
            if let Some(event) = decided.filter(|_| told == 1) {
                let last = node(*steps.last().expect("it has one"));
                let entry = &entries[event as usize - 1];
                assert_eq!(last.attribute("date"), Some(entry.time.as_str()), "{mark}");
                assert_eq!(name(last, "outcome"), known.outcome, "{mark}");
                let because = last.attribute((hemicycle_akn::OURS, "because"));
                let fell = record.decision().is_some_and(|one| !one.because.is_empty());
                assert_eq!(because.is_some(), fell, "{mark}");
                assert!(!fell || last.attribute("by") == Some("#assembly"), "{mark}");
            }
            let counts = all(node(*id), (hemicycle_akn::NAMESPACE, "count"));
            let counts: Vec<u32> = counts
                .iter()
                .map(|id| node(*id).attribute("value").expect("a figure").parse().expect("one"))
                .collect();
            assert_eq!(counts, known.votes.map_or(Vec::new(), |votes| votes.to_vec()), "{mark}");
            positions += taken;
            outcomes += told;
            votes += counts.len() / 3;
        }
        assert!(positions >= 7 && outcomes > 30 && votes > 10, "{positions} {outcomes} {votes}");
        let texts = all(document.root(), (hemicycle_akn::NAMESPACE, "statement"));
        let voted = texts
            .iter()
            .filter(|id| !all(node(**id), (hemicycle_akn::NAMESPACE, "voting")).is_empty());
        assert_eq!(voted.count(), 2, "both texts were put to the vote");
        let fell = held.course.amendments.iter().filter_map(Record::decision);
        assert!(fell.filter(|one| !one.because.is_empty()).count() > 0);
    });
}
