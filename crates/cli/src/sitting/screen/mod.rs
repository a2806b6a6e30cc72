//! The sitting on a terminal: a screen for the clerk who records.
//!
//! ```text
//! key ─► Model ─► Turn::Record ─► Ledger: on the disk ─► Model::recorded ─► view
//! ```
//!
//! [`model`] knows what a key does, [`view`] how it looks, [`ledger`] how it is kept; this file has the terminal. What
//! is shown as recorded is on the disk, so that the program and the machine may end at any moment.

mod form;
mod forms;
mod keys;
mod lay;
mod ledger;
mod model;
mod pane;
#[cfg(test)]
mod tests;
mod view;

use super::book::Book;
use crate::status::{Failure, Outcome, Status};
use engine::Dossier;
use engine::sitting::Refused;
use engine::sitting::Sitting as Held;
use keys::Press;
use ledger::{Ledger, Unrecorded};
use model::{Model, Turn};
use procedure::event::Time;
use procedure::log::{Entry, Head};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::crossterm::cursor::Show;
use ratatui::crossterm::event::{self, DisableBracketedPaste, EnableBracketedPaste, Event as Sent};
use ratatui::crossterm::execute;
use ratatui::crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use std::io::{self, IsTerminal, Stdout, stdin, stdout};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use text::Lang;

/// How often the clock moves on and the log is looked at.
const TICK: Duration = Duration::from_millis(500);

/// Whether there is a terminal on both sides on which a screen can be drawn.
pub fn can_be_drawn() -> bool {
    let dumb = std::env::var_os("TERM").is_some_and(|name| name == "dumb");
    stdin().is_terminal() && stdout().is_terminal() && !dumb
}

/// What the screen begins with.
#[derive(Clone)]
pub struct Begin<'d> {
    /// The name of the log.
    pub name: &'d str,
    /// Who records.
    pub actor: &'d str,
    /// The moment of everything, where it is not now.
    pub time: Option<Time>,
    /// The dossier as it was when the log was opened.
    pub dossier: &'d Dossier,
    /// The language.
    pub lang: Lang,
}

/// The log of a screen.
pub enum Log<'l> {
    /// There is none yet.
    ToOpen {
        /// The file of the rules that it will be opened under.
        rules: &'l [u8],
    },
    /// It was read.
    Read {
        /// Its file.
        book: Book,
        /// Its entries.
        entries: &'l [Entry],
        /// Where it stands.
        head: Head,
        /// What was to be said of it.
        notes: Vec<String>,
    },
}

/// Shows the sitting and records what happens, until the user leaves.
///
/// # Errors
/// What the terminal says, and a log that turns out to be against its rules.
pub fn run<'d>(begin: Begin<'d>, held: Held<'d>, log: Log<'_>) -> Outcome {
    let fixed = begin.time.clone();
    let now = || fixed.clone().unwrap_or_else(|| super::moment_after(None));
    let (mut model, mut ledger) = made(begin, held, log, now())?;
    model.colours = crate::diagnostics::colours(true);
    let stop = stopped()?;
    let outcome = {
        let _guard = Guard::new()?;
        let mut terminal = Terminal::new(CrosstermBackend::new(stdout()))?;
        shown(&mut terminal, &mut model, &mut ledger, &now, &stop)
    };
    outcome.map(|()| Status::Clean)
}

/// The model and the log that it is recorded in; `held` has taken in what the log says.
fn made<'d>(
    begin: Begin<'d>,
    held: Held<'d>,
    log: Log<'_>,
    now: Time,
) -> Result<(Model<'d>, Ledger), Failure> {
    let Begin { name, actor, time: _, dossier, lang } = begin;
    // The rules of a log that is open were found by what it names.
    let (entries, head, notes, rules, ledger) = match log {
        Log::ToOpen { rules } => (&[][..], Head::default(), Vec::new(), rules, Ledger::none(name)),
        Log::Read { book, entries, head, notes } => {
            let ledger = Ledger::of(book, head, entries.last())?;
            (entries, head, notes, &[][..], ledger)
        }
    };
    let mut model = Model::new(held, entries, head, (dossier, rules), (actor, now, lang));
    let note = |said| lay::Para::of(lay::Look::Alarm, said);
    model.notice = notes.into_iter().map(note).collect();
    Ok((model, ledger))
}

fn shown(
    terminal: &mut Terminal<CrosstermBackend<Stdout>>,
    model: &mut Model<'_>,
    ledger: &mut Ledger,
    now: &dyn Fn() -> Time,
    stop: &AtomicBool,
) -> Result<(), Failure> {
    while !stop.load(Ordering::Relaxed) {
        model.now = now();
        terminal.draw(|frame| {
            if let Some(at) = view::draw(frame.buffer_mut(), model) {
                frame.set_cursor_position(at);
            }
        })?;
        if !event::poll(TICK)? {
            look(model, ledger)?;
            continue;
        }
        // Keys that came together, as when words are pasted, are drawn together.
        loop {
            let press = match event::read()? {
                Sent::Key(key) => keys::press(key),
                Sent::Paste(words) => Some(Press::Paste(words)),
                _ => None,
            };
            assert!(!(press.is_some() && crate::fault::panics_on_screen()), "planted");
            match press.map(|press| turn(model, ledger, press)).transpose()? {
                Some(Turn::Quit) => return Ok(()),
                Some(Turn::Redraw) => terminal.clear()?,
                _ => {}
            }
            if !event::poll(Duration::ZERO)? {
                break;
            }
        }
    }
    Ok(())
}

/// Takes a key, and records what comes of it.
///
/// # Errors
/// Where others have recorded what the rules forbid.
fn turn(model: &mut Model<'_>, ledger: &mut Ledger, press: Press) -> Result<Turn, Failure> {
    let step = match model.press(press) {
        Turn::Record(step) => step,
        turn => return Ok(turn),
    };
    match ledger.record(&step.entry, model.lang) {
        Ok(()) => model.recorded(*step),
        Err(Unrecorded::Others(entries)) => {
            model.read_in(&entries).map_err(|refused| broken(&refused))?
        }
        Err(Unrecorded::Failed(why)) => model.not_recorded(&why),
    }
    Ok(Turn::On)
}

/// Reads in what others have recorded.
fn look(model: &mut Model<'_>, ledger: &mut Ledger) -> Result<(), Failure> {
    match ledger.news(model.lang) {
        Ok(entries) if entries.is_empty() => {}
        Ok(entries) => model.read_in(&entries).map_err(|refused| broken(&refused))?,
        Err(failure) => model.warn(&failure.words()),
    }
    Ok(())
}

/// What others have recorded is against the rules.
fn broken(refused: &Refused) -> Failure {
    Failure::Usage(refused.message.text.clone())
}

/// Whether the terminal is a screen now.
static SHOWN: AtomicBool = AtomicBool::new(false);

/// The terminal as a screen; as it was before when this is dropped, and before a panic is told.
struct Guard;

impl Guard {
    fn new() -> io::Result<Self> {
        let told = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            restore();
            told(panic);
        }));
        enable_raw_mode()?;
        SHOWN.store(true, Ordering::SeqCst);
        let guard = Self;
        execute!(stdout(), EnterAlternateScreen, EnableBracketedPaste)?;
        Ok(guard)
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        restore();
    }
}

/// Gives the terminal back, once: done twice it would wipe out what was said in between.
fn restore() {
    if SHOWN.swap(false, Ordering::SeqCst) {
        // A terminal that does not take this takes nothing.
        let _ = execute!(stdout(), DisableBracketedPaste, LeaveAlternateScreen, Show);
        let _ = disable_raw_mode();
    }
}

/// Set when the process is asked to end, so that the terminal is given back before. Where the terminal itself is gone
/// the process ends at once: everything recorded is on the disk.
fn stopped() -> io::Result<Arc<AtomicBool>> {
    let stop = Arc::new(AtomicBool::new(false));
    #[cfg(unix)]
    for signal in [signal_hook::consts::SIGTERM, signal_hook::consts::SIGINT] {
        signal_hook::flag::register(signal, Arc::clone(&stop))?;
    }
    Ok(stop)
}
