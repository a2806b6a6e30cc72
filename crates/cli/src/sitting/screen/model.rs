//! Where the screen stands, and what a key makes of it. Nothing here draws, reads a file or asks the clock.

use super::form::Field;
use super::forms::{self, Form};
use super::keys::{self, Command, Press};
use super::lay::{Look, Para};
use super::pane::{self, Page};
use engine::Dossier;
use engine::sitting::Sitting as Held;
use engine::sitting::{Refused, Step, step};
use engine::words::{Args, Message, say};
use procedure::event::{Event, Seq, Time};
use procedure::log::{Entry, Head};
use procedure::sentence::Telling;
use procedure::state::{Refusal, State as Course};
use std::cell::Cell;
use std::collections::VecDeque;
use text::Lang;

/// The languages that the screen speaks.
pub const LANGUAGES: [Lang; 2] = [Lang::EN, Lang::FR];

/// So many of the last events can be shown.
const TOLD: usize = 60;

/// What the screen shows, and where its keys go.
#[derive(Debug)]
pub struct Model<'d> {
    /// The dossier with what was recorded.
    pub held: Held<'d>,
    /// Where the log stands.
    pub head: Head,
    /// The language of the screen.
    pub lang: Lang,
    /// The present moment.
    pub now: Time,
    /// Whether there are colours.
    pub colours: bool,
    /// The amendment that the user has gone to; otherwise the one on the floor, or the next.
    pub shown: Option<usize>,
    /// Lines of the main part above its edge.
    pub scroll: usize,
    /// How many that can be, as was last drawn.
    pub most: Cell<usize>,
    /// Where the keys go.
    pub mode: Mode,
    /// What was to be said to the last key.
    pub notice: Vec<Para>,
    /// The last events.
    pub told: VecDeque<Told>,
    /// What there is to see, worked out.
    pub page: Page,
    /// Who records.
    actor: String,
    /// The dossier as it was when the log was opened.
    dossier: &'d Dossier,
    /// The file of the rules, whose hash the log is opened with.
    rules_file: Vec<u8>,
}

/// Where the keys go.
#[derive(Debug)]
pub enum Mode {
    /// Each does something.
    View,
    /// All keys are listed, from this line on.
    Help(usize),
    /// An amendment is looked for.
    Jump(Field),
    /// Something to be recorded is filled in.
    Form(Box<Form>),
}

/// An event in sentences, in each language of the screen.
#[derive(Clone, Debug)]
pub struct Told {
    /// The event.
    pub seq: Seq,
    /// What happened and what followed.
    pub lines: Vec<(Lang, Vec<String>)>,
}

/// What comes of a key.
#[derive(Debug)]
pub enum Turn {
    /// It goes on.
    On,
    /// Draw everything anew.
    Redraw,
    /// This is to be recorded; then [`Model::recorded`], or [`Model::not_recorded`].
    Record(Box<Step>),
    /// The end.
    Quit,
}

impl<'d> Model<'d> {
    /// A dossier with what its log says. `entries` are all of the log, which `held` has taken in.
    pub fn new(
        held: Held<'d>,
        entries: &[Entry],
        head: Head,
        (dossier, rules_file): (&'d Dossier, &[u8]),
        (actor, now, lang): (&str, Time, Lang),
    ) -> Self {
        let mut model = Self {
            held,
            head,
            lang: LANGUAGES.into_iter().find(|known| *known == lang).unwrap_or(Lang::EN),
            now,
            colours: false,
            shown: None,
            scroll: 0,
            most: Cell::new(0),
            mode: Mode::View,
            notice: Vec::new(),
            told: VecDeque::new(),
            page: Page::default(),
            actor: actor.to_owned(),
            dossier,
            rules_file: rules_file.to_vec(),
        };
        // Sentences are told against what stood before.
        let mut course = Course::default();
        let from = entries.len().saturating_sub(TOLD);
        for (at, entry) in entries.iter().enumerate() {
            if at >= from {
                model.tell(entry, &course);
            }
            // The log was held against its rules when it was read.
            if course.apply(entry, model.held.rules).is_err() {
                break;
            }
        }
        model.refresh();
        model
    }

    /// A message of the screen.
    pub fn say(&self, id: &str) -> String {
        say(self.lang, id, &Args::new())
    }

    /// Sentences about what stands now.
    pub fn telling(&self) -> Telling<'_> {
        Telling { state: &self.held.course, rules: self.held.rules, lang: self.lang }
    }

    /// The amendment of the main part.
    pub fn current(&self) -> Option<usize> {
        let floor = || self.held.course.on_the_floor().map(|floor| floor.amendment);
        self.shown.or_else(floor).or_else(|| self.page.upcoming.first().copied())
    }

    /// The amendment on top of the floor.
    pub fn floor(&self) -> Option<usize> {
        self.held.course.on_the_floor().map(|floor| floor.amendment)
    }

    /// The event that opens the log.
    pub fn opening(&self) -> Event {
        engine::sitting::opening(&self.held.state, self.held.rules, &self.rules_file)
    }

    /// Whether the rules allow an event now, whatever would follow from it.
    pub fn allows(&self, event: Event) -> Result<(), Refusal> {
        let entry = self.head.next(self.moment(), &self.actor, event, Vec::new());
        self.held.course.check(&entry, self.held.rules)
    }

    /// What an event comes to now.
    pub fn step(&self, event: Event) -> Result<Step, Box<Refused>> {
        step(event, &self.held, self.head, (self.moment(), &self.actor), self.lang)
    }

    /// Now, but never before what was recorded last.
    fn moment(&self) -> Time {
        let last = self.held.course.time.clone();
        last.map_or(self.now.clone(), |last| last.max(self.now.clone()))
    }

    /// Works out what there is to see.
    pub fn refresh(&mut self) {
        let upcoming = pane::upcoming(&self.held);
        let agenda = self.held.course.opened.is_some().then(|| self.held.agenda());
        self.page = Page { upcoming, agenda, ..Page::default() };
        self.page = pane::page(self);
    }

    // What was recorded

    /// An entry that this screen has recorded.
    pub fn recorded(&mut self, step: Step) {
        self.mode = Mode::View;
        self.notice.clear();
        (self.shown, self.scroll) = (None, 0);
        self.take(&step.entry, step.course);
        self.refresh();
    }

    /// Entries that others have recorded. Whatever is being filled in stays, and is worked out anew.
    ///
    /// # Errors
    /// Where one is against the rules, or revises the draft, which needs other files; nothing from it on is taken.
    pub fn read_in(&mut self, entries: &[Entry]) -> Result<(), Box<Refused>> {
        for entry in entries {
            if matches!(entry.event, Event::DraftRevised { .. }) {
                let text = self.say("screen-draft-revised");
                let message = Message { text, ..Message::default() };
                return Err(Box::new(Refused { code: "draft-revised", message }));
            }
            let mut course = self.held.course.clone();
            course.apply(entry, self.held.rules).map_err(|refusal| {
                let message = self.telling().refusal(&refusal);
                Box::new(Refused { code: refusal.code(), message })
            })?;
            self.take(entry, course);
        }
        let said = Args::new().number("count", entries.len());
        self.notice = vec![Para::of(Look::Alarm, say(self.lang, "screen-read-in", &said))];
        self.refresh();
        self.rework();
        Ok(())
    }

    /// What was to be recorded is not, and why; it stays filled in.
    pub fn not_recorded(&mut self, why: &str) {
        let said = Args::new().text("why", why);
        self.notice = vec![Para::of(Look::Alarm, say(self.lang, "screen-not-recorded", &said))];
    }

    /// Something is wrong with the log.
    pub fn warn(&mut self, why: &str) {
        self.notice = vec![Para::of(Look::Alarm, why)];
    }

    fn take(&mut self, entry: &Entry, course: Course) {
        let before = std::mem::take(&mut self.held.course);
        self.tell(entry, &before);
        self.held.course = before;
        self.held.advance(self.dossier, course);
        self.head.advance(&entry.line());
    }

    fn tell(&mut self, entry: &Entry, before: &Course) {
        let lines = LANGUAGES.map(|lang| {
            let telling = Telling { state: before, rules: self.held.rules, lang };
            let mut lines = vec![telling.event(&entry.event)];
            lines.extend(telling.details(entry));
            (lang, lines)
        });
        self.told.push_back(Told { seq: entry.seq, lines: lines.into() });
        if self.told.len() > TOLD {
            self.told.pop_front();
        }
    }

    // Keys

    /// Takes a key.
    pub fn press(&mut self, press: Press) -> Turn {
        if press == Press::Redraw {
            return Turn::Redraw;
        }
        self.notice.clear();
        match std::mem::replace(&mut self.mode, Mode::View) {
            Mode::View => self.viewing(&press),
            Mode::Help(from) => {
                self.mode = match press {
                    Press::Down => Mode::Help((from + 1).min(self.most.get())),
                    Press::Up => Mode::Help(from.saturating_sub(1)),
                    Press::PageDown => Mode::Help((from + 10).min(self.most.get())),
                    Press::PageUp => Mode::Help(from.saturating_sub(10)),
                    _ => Mode::View,
                };
                Turn::On
            }
            Mode::Jump(field) => {
                self.jumping(field, &press);
                Turn::On
            }
            Mode::Form(form) => self.filling(form, press),
        }
    }

    fn viewing(&mut self, press: &Press) -> Turn {
        match press {
            Press::Up => self.scroll = self.scroll.saturating_sub(1),
            Press::Down => self.scroll = (self.scroll + 1).min(self.most.get()),
            Press::PageUp => self.scroll = self.scroll.saturating_sub(8),
            Press::PageDown => self.scroll = (self.scroll + 8).min(self.most.get()),
            Press::Home | Press::Escape => self.show(None),
            Press::Tab | Press::Right => self.browse(1),
            Press::BackTab | Press::Left => self.browse(-1),
            Press::Sign(sign) => match keys::command(*sign) {
                Some(command) => return self.command(command),
                None => self.notice = vec![Para::of(Look::Faint, self.say("screen-no-such-key"))],
            },
            _ => {}
        }
        Turn::On
    }

    fn command(&mut self, command: Command) -> Turn {
        match command {
            Command::Quit => return Turn::Quit,
            Command::Help => self.mode = Mode::Help(0),
            Command::Language => {
                let at = LANGUAGES.iter().position(|lang| *lang == self.lang).unwrap_or_default();
                self.lang = LANGUAGES[(at + 1) % LANGUAGES.len()];
                self.refresh();
            }
            Command::Jump => {
                self.mode = Mode::Jump(Field::words(self.say("screen-jump"), ""));
            }
            command => match forms::form(command, self) {
                Ok(form) => {
                    self.mode = Mode::Form(Box::new(form));
                    self.rework();
                }
                Err(notice) => self.notice = notice,
            },
        }
        Turn::On
    }

    fn jumping(&mut self, mut field: Field, press: &Press) {
        match press {
            Press::Escape => return self.show(None),
            Press::Enter | Press::NewLine if field.text().is_empty() => return self.show(None),
            Press::Enter | Press::NewLine if self.found(field.text(), 0).is_some() => return,
            // On to the next that has these words.
            Press::Down | Press::Tab => {
                let found = self.found(field.text(), 1);
                self.show(found);
            }
            press => {
                if field.press(press) {
                    let found = self.found(field.text(), 0);
                    self.show(found);
                }
            }
        }
        if !field.text().is_empty() && self.found(field.text(), 0).is_none() {
            self.notice = vec![Para::of(Look::Alarm, self.say("screen-not-found"))];
        }
        self.mode = Mode::Jump(field);
    }

    /// The amendment that is cited so; or, in calling order from the one shown on, the first that has these words in
    /// its wording or among the names under it. `skip` passes over the one shown.
    fn found(&self, wanted: &str, skip: usize) -> Option<usize> {
        if wanted.is_empty() {
            return None;
        }
        if let Some(at) = self.held.cited(wanted) {
            return Some(at);
        }
        let wanted = wanted.to_lowercase();
        let order: Vec<usize> = self.page.order.iter().map(|row| row.amendment).collect();
        let from = self.shown.and_then(|shown| order.iter().position(|at| *at == shown));
        let from = from.unwrap_or(0) + skip;
        let has = |at: &usize| {
            let amendment = self.held.state.dossier.amendments.get(self.held.place(*at));
            let texts = amendment.map_or(&[][..], |found| &found.texts);
            texts.iter().any(|text| {
                let names = text.tablers.names.iter();
                names.chain([&text.wording]).any(|words| words.to_lowercase().contains(&wanted))
            })
        };
        let count = order.len();
        (0..count).map(|more| order[(from + more) % count]).find(has)
    }

    fn show(&mut self, at: Option<usize>) {
        (self.shown, self.scroll) = (at, 0);
        self.refresh();
    }

    fn browse(&mut self, by: isize) {
        let order: Vec<usize> = self.page.order.iter().map(|row| row.amendment).collect();
        let at = self.current().and_then(|current| order.iter().position(|at| *at == current));
        let to = match at {
            Some(at) => at.saturating_add_signed(by).min(order.len().saturating_sub(1)),
            None => 0,
        };
        self.show(order.get(to).copied());
    }

    fn filling(&mut self, mut form: Box<Form>, press: Press) -> Turn {
        let last = form.fields.len();
        // What is typed before the screen is there, and what some terminals send for Enter, is a line feed.
        let lines = form.fields.get(form.focus).is_some_and(Field::has_lines);
        let press = if press == Press::NewLine && !lines { Press::Enter } else { press };
        match press {
            Press::Escape => {
                self.notice = vec![Para::of(Look::Faint, self.say("screen-left"))];
                return Turn::On;
            }
            Press::Enter if form.focus >= last => {
                // Worked out anew, so that the moment is that of the decision.
                forms::rework(&mut form, self);
                let step = form.step.clone();
                self.mode = Mode::Form(form);
                return match step {
                    Some(step) => Turn::Record(Box::new(step)),
                    None => {
                        self.notice = vec![Para::of(Look::Alarm, self.say("screen-not-yet"))];
                        Turn::On
                    }
                };
            }
            Press::PageUp => self.scroll = self.scroll.saturating_sub(4),
            Press::PageDown => self.scroll = (self.scroll + 4).min(self.most.get()),
            Press::Enter => form.focus = form.after_enter(),
            Press::Tab | Press::Down => form.focus = (form.focus + 1).min(last),
            Press::BackTab | Press::Up => form.focus = form.focus.saturating_sub(1),
            press => {
                let focus = form.focus;
                if form.fields.get_mut(focus).is_some_and(|field| field.press(&press)) {
                    forms::prefill(&mut form, self);
                    forms::rework(&mut form, self);
                }
            }
        }
        self.mode = Mode::Form(form);
        Turn::On
    }

    /// Works out anew what is being filled in.
    fn rework(&mut self) {
        if let Mode::Form(mut form) = std::mem::replace(&mut self.mode, Mode::View) {
            forms::rework(&mut form, self);
            self.mode = Mode::Form(form);
        }
    }
}
