//! The case files of `tests/suite/screen`: a dossier, keys, and the screen that comes of them; and keys at random.
//!
//! - A `draft` and `amendments` are the dossier, as in `tests/suite/cli`; with `amendments fr` the screen is French.
//! - A line of `keys` is `size COLUMNS LINES`, `colours`, `press KEYS`, `show`, or `meanwhile EVENT`: another program
//!   records this event, as the log writes it; a leading `event EVENT` records it before, as a command would.
//! - KEYS are signs (`c`, `31`), names (`Enter`, `Esc`, `Down`), and words typed in quotation marks.
//!
//! The outcome is the screen at each `show`, without colours. Each event is a minute after the one before.

use super::*;
use engine::sitting;
use engine::{State, read};
use procedure::event::Event;
use procedure::log::Reader;
use procedure::rules::{named, shipped_file};
use procedure::state::State as Course;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use source::SourceFile;
use std::collections::VecDeque;
use std::io::Write;
use std::path::Path;
use testkit::random::Random;
use testkit::suite::Case;

/// The rules of all cases.
const RULES: (&str, &str) = ("pace", "2024");

#[test]
fn the_case_files_hold() {
    let report = testkit::suite::run("screen", outcome);
    assert!(report.passed(), "{report}");
    assert!(report.cases >= 12, "only {} cases", report.cases);
}

fn outcome(case: &Case) -> String {
    let draft = case.draft.as_ref().map_or("", |draft| &draft.body);
    let Some(amendments) = case.first("amendments") else { return "no amendments".into() };
    let lang = if amendments.info == "fr" { Lang::FR } else { Lang::EN };
    let dossier = dossier_of(&[format!("{draft}\n\n{}\n", amendments.body)]);
    let folder = tempfile::tempdir().expect("a temporary folder");
    let log = folder.path().join("sitting.jsonl");
    let (mut model, mut ledger) = begun(&dossier, &log, lang);
    let mut size = (80, 24);
    let mut out = String::new();
    for line in case.all("keys").flat_map(|block| block.body.lines()) {
        let (what, rest) = line.split_once(' ').unwrap_or((line, ""));
        match what {
            "size" => {
                let mut numbers = rest.split(' ').map(|number| number.parse().expect("a number"));
                size = (numbers.next().expect("columns"), numbers.next().expect("lines"));
            }
            "colours" => model.colours = true,
            "press" => {
                for press in presses(rest) {
                    tick(&mut model);
                    turn(&mut model, &mut ledger, press).expect("it goes on");
                    // Where lines end is known once they are drawn.
                    drawn(&model, size);
                }
            }
            "event" => {
                tick(&mut model);
                let step = as_written(&model, rest);
                ledger.record(&step.entry, model.lang).expect("it is written");
                model.recorded(step);
            }
            "meanwhile" => {
                tick(&mut model);
                elsewhere(&model, &log, serde_json::from_str(rest).expect("an event"));
            }
            "looked" => look(&mut model, &mut ledger).expect("it goes on"),
            "show" => {
                tick(&mut model);
                out.push_str(&screen(&drawn(&model, size)));
            }
            other => panic!("{other}: no such line of keys"),
        }
    }
    out
}

/// An event as the log writes it, or with what follows from it: `{"event":{…},"then":[…]}`.
fn as_written(model: &Model<'_>, json: &str) -> sitting::Step {
    let value: serde_json::Value = serde_json::from_str(json).expect("JSON");
    let of = |value: &serde_json::Value| serde_json::from_value(value.clone()).expect("an event");
    let Some(event) = value.get("event") else {
        return model.step(of(&value)).expect("the rules allow it");
    };
    let then = serde_json::from_value(value["then"].clone()).expect("consequences");
    let by = (model.now.clone(), "table office");
    sitting::taken(of(event), then, &model.held, model.head, by, Lang::EN)
        .expect("the rules allow it")
}

fn dossier_of(files: &[String]) -> Dossier {
    let read = files.iter().enumerate().map(|(at, text)| {
        read::read(Arc::new(SourceFile::new(format!("paper-{at}.txt"), text.as_str()))).dossier
    });
    let (dossier, _) = engine::languages::join(read.collect());
    // As it is worked out: sub-amendments know what they are to.
    State::new(dossier, Default::default(), Vec::new()).dossier
}

fn begun<'d>(dossier: &'d Dossier, log: &'d Path, lang: Lang) -> (Model<'d>, Ledger) {
    let rules = named(RULES.0, RULES.1).expect("they come with the program");
    let begin = Begin {
        name: log.to_str().expect("a plain name"),
        actor: "table office",
        time: None,
        dossier,
        lang,
    };
    let rules_file = shipped_file(RULES.0).unwrap_or_default();
    let log = Log::ToOpen { rules: rules_file.as_bytes() };
    made(begin, Held::new(dossier, Course::default(), rules), log, moment(0))
        .expect("there is no log yet")
}

/// So many minutes after ten.
fn moment(minutes: u64) -> Time {
    Time::of_unix(1_949_911_200 + 60 * minutes)
}

fn tick(model: &mut Model<'_>) {
    model.now = moment(model.head.seq);
}

/// What another program records.
fn elsewhere(model: &Model<'_>, log: &Path, event: Event) {
    let made =
        sitting::step(event, &model.held, model.head, (model.now.clone(), "chair"), Lang::EN);
    let step = made.expect("the rules allow it");
    let file = std::fs::OpenOptions::new().append(true).open(log);
    writeln!(file.expect("the log"), "{}", step.entry.line()).expect("it is written");
}

fn presses(line: &str) -> Vec<Press> {
    let mut presses = Vec::new();
    for (at, piece) in line.split('"').enumerate() {
        if at % 2 == 1 {
            presses.extend(piece.chars().map(Press::Sign));
            continue;
        }
        for name in piece.split_whitespace() {
            presses.push(match name {
                "Enter" => Press::Enter,
                "Esc" => Press::Escape,
                "Tab" => Press::Tab,
                "Left" => Press::Left,
                "Right" => Press::Right,
                "Up" => Press::Up,
                "Down" => Press::Down,
                "PageUp" => Press::PageUp,
                "PageDown" => Press::PageDown,
                "Home" => Press::Home,
                "Clear" => Press::Clear,
                "Line" => Press::NewLine,
                signs => {
                    presses.extend(signs.chars().map(Press::Sign));
                    continue;
                }
            });
        }
    }
    presses
}

fn drawn(model: &Model<'_>, (columns, lines): (u16, u16)) -> Buffer {
    let mut buffer = Buffer::empty(Rect::new(0, 0, columns, lines));
    view::draw(&mut buffer, model);
    buffer
}

/// What stands in a buffer, without spaces at the ends of its lines, between two rules.
fn screen(buffer: &Buffer) -> String {
    let width = buffer.area.width as usize;
    let rule = format!("{}\n", "=".repeat(width));
    let mut out = rule.clone();
    for line in rows(buffer) {
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out + &rule
}

fn rows(buffer: &Buffer) -> Vec<String> {
    let area = buffer.area;
    let row = |y: u16| {
        let (mut row, mut x) = (String::new(), area.left());
        while x < area.right() {
            let symbol = buffer[(x, y)].symbol();
            row.push_str(symbol);
            x += u16::try_from(lay::wide(symbol).max(1)).expect("a sign");
        }
        row
    };
    (area.top()..area.bottom()).map(row).collect()
}

// Keys at random

/// A dossier in two languages, with wide signs, marks that stand on others, and a text of its own for each trap.
fn hard() -> Dossier {
    let file = |lang: &str| {
        let path = format!("../../examples/lakes-{lang}.txt");
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path))
            .expect("it is there")
    };
    dossier_of(&[file("en"), file("fr")])
}

fn wide() -> Dossier {
    dossier_of(&["Doc. 7 – Compendium of written amendments\n\n湖の安全\n\nA. Draft resolution\n\n\
        1. 議会は水先案内人に感謝する。The boats e\u{301}\u{301}\u{301} are many.\n\
        2. It calls on 👩‍👩‍👧‍👦 to keep the lamps lit. Fog is common\u{200b} in winter.\n\n\
        Amendment 1\nTabled by 山田 花子, Mr Ben REED\nIn the draft resolution, delete paragraph 1.\n\n\
        Amendment 2\nTabled by Ms Ida QUAY\nIn the draft resolution, paragraph 1, replace the word \
        \"many\" with the following word: \"少ない少ない少ない少ない少ない少ない少ない少ない少ない少ない少ない少ない少ない\".\n"
        .to_owned()])
}

/// What a user means to do; keys at random come in between.
const MEANT: &[&str] = &[
    "Esc o Enter o \"First\" Enter Enter",
    "Esc c Enter",
    "Esc c Enter m 1 Enter Enter v 31 Enter 12 Enter 7 Enter Enter",
    "Esc m \"Mr Max MOLE\" Enter Enter s Enter Enter Enter",
    "Esc v 3 Enter 30 Enter Enter Enter",
    "Esc n Enter",
    "Esc w Enter Enter",
    "Esc a Enter \"Ms Ada FOG\" Enter \"In the draft resolution, delete paragraph 2.\" Enter Enter Enter",
    "Esc Tab Tab d Enter j 12 Enter Enter",
    "Esc u Enter \"a mistake\" Enter Enter",
    "Esc f Enter Enter Enter Enter Enter \"a mistake\" Enter Enter",
    "Esc r Right Enter Enter Enter \"why not\" Enter Enter",
    "Esc t 40 Enter 3 Enter Enter Enter",
    "/ 2 Enter PageDown PageUp Home l ? Down Esc",
    "p Enter Enter Enter d Enter",
    "/ lamp Down Down Enter c Enter n Enter",
    "Esc i Right Enter \"Committee on Lamps\" Enter Enter",
    "Esc / 2 Enter h 1 Enter Enter \"it is short\" Enter Enter",
    "Esc y \"Ms Ada FOG, Mr Ben REED\" Enter \"Ms Ida QUAY\" Enter Enter Enter Enter",
    "Esc x \"In the draft resolution, delete paragraph 1.\" Line \"In the draft resolution, delete paragraph 2.\" Enter Enter",
    "Esc b 1,2 Enter 30 Enter 2 Enter Enter Enter",
    "Esc z Enter Enter \"it stands there\" Enter Enter",
];

fn random_press(random: &mut Random) -> Press {
    let signs =
        "ocmnsvwpjdatufrihyxbz/l?q123 4,0xé湖\u{301}In the draft resolution, delete paragraph 2.";
    let signs: Vec<char> = signs.chars().collect();
    match random.below(26) {
        0..=8 => Press::Sign(signs[random.below(signs.len())]),
        9..=15 => Press::Enter,
        16 => Press::Escape,
        17 => Press::Tab,
        18 => Press::BackTab,
        19 => Press::Left,
        20 => Press::Right,
        21 => [Press::Up, Press::Down, Press::PageUp, Press::PageDown][random.below(4)].clone(),
        22 => [Press::Home, Press::End, Press::NewLine, Press::Clear][random.below(4)].clone(),
        23 => [Press::Backspace, Press::Delete, Press::Redraw][random.below(3)].clone(),
        24 => Press::Sign(['o', 'c', 'm', 'v'][random.below(4)]),
        _ => Press::Paste(
            [
                "12",
                "Ms Ada FOG",
                "a\r\nb\u{1b}[31m\t",
                "In the draft resolution, delete \
            paragraph 1.",
            ][random.below(4)]
            .to_owned(),
        ),
    }
}

/// Whatever is pressed on whatever size: nothing panics, no line is wider than the screen, what is shown as recorded is
/// in the log, and the log is one that the rules allow.
#[test]
fn no_key_and_no_size_does_harm() {
    let cases = std::env::var("HEMICYCLE_CASES").ok().and_then(|cases| cases.parse().ok());
    let courses = 10 + cases.unwrap_or(200_u64) / 100;
    let dossiers = [hard(), wide()];
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut recorded = 0;
    for seed in 0..courses {
        let random = &mut Random::new(seed);
        let dossier = &dossiers[random.below(2)];
        let log = folder.path().join(format!("{seed}.jsonl"));
        let (mut model, mut ledger) = begun(dossier, &log, [Lang::EN, Lang::FR][random.below(2)]);
        let (mut size, mut meant) = ((80, 24), VecDeque::new());
        for key in 0..80 {
            if random.below(10) == 0 {
                size = (random.below(130) as u16, random.below(50) as u16);
                model.colours = random.below(2) == 0;
            }
            tick(&mut model);
            if meant.is_empty() && random.below(3) > 0 {
                meant.extend(presses(MEANT[random.below(MEANT.len())]));
            }
            let press = match random.below(8) {
                0 => random_press(random),
                _ => meant.pop_front().unwrap_or_else(|| random_press(random)),
            };
            let said = format!("seed {seed}, key {key}: {press:?}");
            turn(&mut model, &mut ledger, press)
                .unwrap_or_else(|error| panic!("{said}: {error:?}"));
            let buffer = drawn(&model, size);
            for row in rows(&buffer) {
                assert!(lay::wide(&row) <= size.0 as usize, "{said}: {row:?}");
            }
            let shown = model.told.back().map_or(0, |told| told.seq);
            let kept = std::fs::read(&log).unwrap_or_default();
            assert_eq!(Reader::new(&kept).filter(Result::is_ok).count() as u64, shown, "{said}");
        }
        let kept = std::fs::read(&log).unwrap_or_default();
        let entries: Vec<_> = Reader::new(&kept).map(|read| read.expect("it is whole")).collect();
        let rules = named(RULES.0, RULES.1).expect("they come with the program");
        let course = Course::of(&entries, rules).expect("the rules allow all of it");
        assert_eq!(course, model.held.course, "seed {seed}");
        recorded += entries.len();
    }
    assert!(recorded as u64 > courses, "only {recorded} events in {courses} courses");
}

/// Words that came or went are told apart by colours, by lines through and under them, and without colours by brackets.
#[test]
fn changes_are_seen_with_and_without_colours() {
    use ratatui::style::{Color, Modifier};
    let dossier = hard();
    let folder = tempfile::tempdir().expect("a temporary folder");
    let log = folder.path().join("log.jsonl");
    let (mut model, mut ledger) = begun(&dossier, &log, Lang::EN);
    for press in presses("o Enter o \"First\" Enter Enter c Enter") {
        tick(&mut model);
        turn(&mut model, &mut ledger, press).expect("it goes on");
    }
    for colours in [true, false] {
        model.colours = colours;
        let buffer = drawn(&model, (100, 60));
        let with = |modifier: Modifier| {
            let cells = buffer.content.iter().filter(move |cell| cell.modifier.contains(modifier));
            cells.map(|cell| cell.fg).collect::<Vec<_>>()
        };
        let (came, gone) = (with(Modifier::UNDERLINED), with(Modifier::CROSSED_OUT));
        assert!(!came.is_empty() || !gone.is_empty());
        let coloured = came.iter().all(|colour| *colour == Color::Green)
            && gone.iter().all(|colour| *colour == Color::Red);
        assert_eq!(coloured, colours);
        let text = rows(&buffer).join("\n");
        assert_eq!(text.contains("{+") || text.contains("[-"), !colours);
        let none = buffer.content.iter().all(|cell| cell.fg == Color::Reset);
        assert_eq!(none, !colours);
    }
}

/// Where the log is replaced while the screen shows it, nothing is written and nothing that was filled in is lost.
#[test]
fn a_log_that_was_replaced_is_not_written_to() {
    let dossier = hard();
    let folder = tempfile::tempdir().expect("a temporary folder");
    let log = folder.path().join("log.jsonl");
    let (mut model, mut ledger) = begun(&dossier, &log, Lang::EN);
    for press in presses("o Enter") {
        turn(&mut model, &mut ledger, press).expect("it goes on");
    }
    let kept = std::fs::read(&log).expect("the log");
    let mut other = kept.clone();
    let at = other.windows(4).position(|four| four == b"pace").expect("the rules");
    other[at] = b'P';
    std::fs::write(&log, &other).expect("it is written");
    for press in presses("o \"First\" Enter Enter") {
        turn(&mut model, &mut ledger, press).expect("it goes on");
    }
    assert_eq!(std::fs::read(&log).expect("the log"), other);
    assert_eq!(model.head.seq, 1);
    let shown = rows(&drawn(&model, (80, 24))).join("\n");
    assert!(shown.contains("NOT RECORDED") && shown.contains("First"), "{shown}");
    // Put back, the same key records.
    std::fs::write(&log, &kept).expect("it is written");
    turn(&mut model, &mut ledger, Press::Enter).expect("it goes on");
    assert_eq!(model.head.seq, 2);
    let kept = std::fs::read(&log).expect("the log");
    assert_eq!(Reader::new(&kept).filter(Result::is_ok).count(), 2);
}
