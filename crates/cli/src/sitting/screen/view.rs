//! The screen drawn: at the head where we are, below it the amendment beside the calling order, at the foot the last
//! events, or what is being filled in, and the keys.
//!
//! ```text
//!  Doc. 412 · Third sitting · 10:03 UTC · 9f3a41c2
//! ────────────────────────────────────────────────
//!  Amendment 4 · on the floor      │ Next
//!  …                               │ 6  paragraph 7
//!                                  │ Calling order
//!                                  │ …
//! ────────────────────────────────────────────────
//!  11 Amendment 4 was called.
//!  m move  n not moved  ? keys  q quit
//! ```

use super::form::{self, Input};
use super::forms::Form;
use super::keys::{self, COMMANDS, Command};
use super::lay::{self, Look, Para, style, wrapped};
use super::model::{Mode, Model};
use engine::words::{self, Args, say};
use procedure::sentence::Telling;
use procedure::state::Record;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

/// From so many columns on the calling order stands beside the amendment; on less it stands below it.
const TWO_COLUMNS: u16 = 70;

/// The most columns of the calling order.
const SIDE: usize = 40;

/// Draws everything into the buffer; the answer is where the cursor stands, if it shows.
pub fn draw(buffer: &mut Buffer, model: &Model<'_>) -> Option<Position> {
    let mut canvas = Canvas { buffer, model };
    canvas.draw()
}

struct Canvas<'c, 'm, 'd> {
    buffer: &'c mut Buffer,
    model: &'m Model<'d>,
}

impl Canvas<'_, '_, '_> {
    fn draw(&mut self) -> Option<Position> {
        let area = self.buffer.area;
        if area.is_empty() {
            return None;
        }
        if let Mode::Help(from) = self.model.mode {
            self.help(area, from);
            return None;
        }
        self.head(row(area, 0));
        let rest = below(area, 1);
        let (foot, cursor) = self.foot(rest.width as usize, rest.height as usize);
        let tall = u16::try_from(foot.len()).unwrap_or(u16::MAX).min(rest.height);
        let body = Rect { height: rest.height - tall, ..rest };
        let foot_area = Rect { y: rest.y + body.height, height: tall, ..rest };
        self.lines(foot_area, &foot, 0);
        self.body(body);
        let (line, column) = cursor?;
        let at = Position {
            x: foot_area.x.saturating_add(u16::try_from(column).ok()?),
            y: foot_area.y.saturating_add(u16::try_from(line).ok()?),
        };
        foot_area.contains(at).then_some(at)
    }

    fn say(&self, id: &str) -> String {
        self.model.say(id)
    }

    fn style(&self, look: Look) -> Style {
        style(look, self.model.colours)
    }

    /// Where we are.
    fn head(&mut self, area: Rect) {
        let model = self.model;
        let reference = model.held.state.dossier.reference.clone().unwrap_or_default();
        let held = &model.held;
        let telling = Telling { state: &held.course, rules: held.rules, lang: model.lang };
        let sitting = match &held.course.sitting {
            Some(name) => telling.own(name).to_owned(),
            None => self.say("screen-no-sitting"),
        };
        let time = model.now.as_str().get(11..16).unwrap_or_default();
        let head = model.head.hash.to_string();
        let log = match model.head.seq {
            0 => self.say("screen-no-log-yet"),
            seq => format!("{seq}:{}", head.get(..8).unwrap_or_default()),
        };
        let right = format!("{time} UTC  {log} ");
        let edition = &model.held.rules.edition;
        let rules = format!("{} {}", edition.profile, edition.name);
        let pieces = [reference, sitting, rules];
        let left: Vec<String> = pieces.into_iter().filter(|piece| !piece.is_empty()).collect();
        let room = (area.width as usize).saturating_sub(lay::wide(&right) + 1);
        let left = lay::cut(&format!(" {}", left.join(" · ")), room);
        let space = (area.width as usize).saturating_sub(lay::wide(&left) + lay::wide(&right));
        let line = Line::from(format!("{left}{}{right}", " ".repeat(space)));
        self.lines(area, &[line], 0);
        let look = Style::new().add_modifier(Modifier::REVERSED);
        self.buffer.set_style(area, look);
    }

    // The amendment and the calling order

    /// Columns of the amendment on a screen of so many.
    fn wide(&self, width: usize) -> usize {
        match width < usize::from(TWO_COLUMNS) {
            true => width.saturating_sub(1),
            false => width.saturating_sub((width / 3).min(SIDE) + 4),
        }
    }

    fn body(&mut self, area: Rect) {
        let model = self.model;
        if area.width < TWO_COLUMNS {
            let mut all = model.page.main.clone();
            all.push(Para::default());
            all.push(Para::of(Look::Faint, self.say("screen-order")));
            all.extend(model.page.order.iter().map(|row| {
                let mark = self.mark(row.amendment).trim();
                let indent = 2 - lay::wide(mark);
                let space = if mark.is_empty() { "" } else { " " };
                let text = format!("{mark}{space}{}  {}", row.cited, row.state);
                Para::of(row.look, text).indented(if mark.is_empty() { indent } else { 0 })
            }));
            self.main(inset(area), &all);
            return;
        }
        let side = (area.width / 3).min(SIDE as u16);
        let left = Rect { width: area.width - side, ..area };
        self.main(Rect { width: left.width.saturating_sub(3), ..inset(left) }, &model.page.main);
        let rule = area.x + left.width - 1;
        for y in area.top()..area.bottom() {
            self.put(rule, y, "│", self.style(Look::Faint));
        }
        self.side(Rect { x: rule + 2, width: side.saturating_sub(2), ..area });
    }

    fn main(&mut self, area: Rect, paragraphs: &[Para]) {
        let lines = wrapped(paragraphs, area.width as usize, self.model.colours);
        let most = lines.len().saturating_sub(area.height as usize);
        let from = self.model.scroll.min(most);
        self.model.most.set(most);
        self.lines(area, &lines, from);
        // That there is more is said where it would stand.
        if from < most && area.height > 0 {
            let said = Args::new().number("count", most - from);
            let text = format!(" {} ", say(self.model.lang, "screen-more", &said));
            let text = lay::cut(&text, area.width as usize);
            let x = area.right().saturating_sub(u16::try_from(lay::wide(&text)).unwrap_or(0));
            let look = Style::new().add_modifier(Modifier::REVERSED);
            self.put(x, area.bottom() - 1, &text, look);
        }
    }

    /// What shows that an amendment is the one on the left, or on the floor.
    fn mark(&self, at: usize) -> &'static str {
        match self.model.current() == Some(at) {
            true => "▸",
            false => " ",
        }
    }

    fn side(&mut self, area: Rect) {
        let model = self.model;
        let width = area.width as usize;
        let mut lines = vec![self.faint("screen-after", width)];
        let wide = |cited: &str| lay::wide(cited);
        let column = model.page.order.iter().map(|row| wide(&row.cited)).max().unwrap_or(1).min(8);
        let cited = |cited: &str| {
            let cited = lay::cut(cited, column);
            let space = column.saturating_sub(wide(&cited));
            format!("{cited}{}", " ".repeat(space))
        };
        let next = model.page.upcoming.iter().take(3);
        for at in next.clone() {
            let Some(record) = model.held.course.record(*at) else { continue };
            let place = model.held.place(*at);
            let mut acts = words::acts(&model.held.state, place, model.lang).into_iter();
            // The provision is enough here: "paragraph 1" of "paragraph 1, the words …".
            let place = acts.next().map_or_else(|| words::unexecutable(model.lang), |act| act.0);
            let place = place.split(',').next().unwrap_or_default();
            let text = format!("  {} {place}", cited(&model.held.citation(record)));
            lines.push(Line::from(lay::cut(&text, width)));
        }
        if next.len() == 0 {
            lines.push(Line::from(lay::cut(&format!("  {}", self.say("screen-nothing")), width)));
        }
        if let Some(agenda) = model.page.agenda.as_ref().filter(|one| !one.questions.is_empty()) {
            let said = Args::new().number("votes", agenda.questions.len());
            // Rounded up: nobody waits for the seconds.
            let minutes = agenda.estimate.map(|estimate| estimate.left.div_ceil(60).to_string());
            let said = said.text("minutes", minutes.unwrap_or_else(|| "none".to_owned()));
            let text = format!("  {}", say(model.lang, "screen-left-over", &said));
            lines.push(Line::styled(lay::cut(&text, width), self.style(Look::Faint)));
        }
        lines.push(Line::default());
        lines.push(self.faint("screen-order", width));
        // The order scrolls with the amendment on the left in its middle.
        let room = (area.height as usize).saturating_sub(lines.len());
        let rows = &model.page.order;
        let current =
            model.current().and_then(|at| rows.iter().position(|row| row.amendment == at));
        let most = rows.len().saturating_sub(room);
        let from = current.unwrap_or(0).saturating_sub(room / 2).min(most);
        for row in rows.iter().skip(from).take(room) {
            let mark = self.mark(row.amendment);
            let text = format!("{mark} {} {}", cited(&row.cited), row.state);
            lines.push(Line::styled(lay::cut(&text, width), self.style(row.look)));
        }
        self.lines(area, &lines, 0);
    }

    fn faint(&self, id: &str, width: usize) -> Line<'static> {
        Line::styled(lay::cut(&self.say(id), width), self.style(Look::Faint))
    }

    // The foot

    /// Its lines, and where the cursor stands in them.
    fn foot(&self, width: usize, height: usize) -> (Vec<Line<'static>>, Option<(usize, usize)>) {
        let most = (height * 2 / 3).max(height.min(3));
        let notice = self.notice(width);
        match &self.model.mode {
            Mode::Form(form) => {
                let (lines, cursor) = self.form(form, width, most.saturating_sub(notice.len()));
                let mut lines = lines;
                lines.extend(notice);
                (lines, cursor)
            }
            Mode::Jump(field) => {
                let mut lines = vec![self.rule(&field.name, width)];
                let (shown, (_, column)) = match &field.input {
                    Input::Words { text, at, .. } => form::laid(text, *at, width.saturating_sub(3)),
                    Input::Choice { .. } => (Vec::new(), (0, 0)),
                };
                let shown = shown.into_iter().next().unwrap_or_default();
                lines.push(Line::from(format!(" /{shown}")));
                lines.push(self.faint("screen-hint-jump", width));
                lines.extend(notice);
                (lines, Some((1, 2 + column)))
            }
            Mode::View | Mode::Help(_) => {
                let mut lines = vec![self.rule("", width)];
                // What the amendment leaves free is the events'.
                let above = wrapped(&self.model.page.main, self.wide(width), false).len();
                let spare = height.saturating_sub(above + 2).min(height / 3);
                let room = spare.max(height / 6).max(1).saturating_sub(notice.len());
                lines.extend(self.events(width, room));
                lines.extend(notice);
                lines.extend(self.keys(width));
                lines.truncate(most);
                (lines, None)
            }
        }
    }

    fn notice(&self, width: usize) -> Vec<Line<'static>> {
        let set: Vec<Para> =
            self.model.notice.iter().cloned().map(|para| para.indented(1)).collect();
        wrapped(&set, width.saturating_sub(1), self.model.colours)
    }

    /// A line with a title in it.
    fn rule(&self, title: &str, width: usize) -> Line<'static> {
        let title = match title {
            "" => String::new(),
            title => format!(" {} ", lay::cut(title, width.saturating_sub(4))),
        };
        let rest = "─".repeat(width.saturating_sub(2 + lay::wide(&title)));
        Line::from(vec![
            Span::styled("──", self.style(Look::Faint)),
            Span::styled(title, self.style(Look::Strong)),
            Span::styled(rest, self.style(Look::Faint)),
        ])
    }

    /// The last events, the latest at the end.
    fn events(&self, width: usize, room: usize) -> Vec<Line<'static>> {
        let mut lines: Vec<Line<'static>> = Vec::new();
        for told in self.model.told.iter().rev().filter(|_| room > 0) {
            let said = told.lines.iter().find(|(lang, _)| *lang == self.model.lang);
            let said = said.map_or(&[][..], |(_, said)| said);
            let number = format!("{} ", told.seq);
            let hang = lay::wide(&number);
            let paras: Vec<Para> = said
                .iter()
                .enumerate()
                .map(|(at, line)| match at {
                    0 => Para::named(&told.seq.to_string(), line, Look::Plain)
                        .indented(1)
                        .hanging(hang),
                    _ => Para::of(Look::Plain, line).indented(1 + hang),
                })
                .collect();
            let of_event = wrapped(&paras, width, self.model.colours);
            if !lines.is_empty() && lines.len() + of_event.len() > room {
                break;
            }
            lines.splice(0..0, of_event);
            if lines.len() >= room {
                break;
            }
        }
        // The latest event begins with what happened; what does not fit is at its end.
        lines.truncate(room);
        lines
    }

    /// The keys that make sense now, the likeliest first, on one line or two.
    fn keys(&self, width: usize) -> Vec<Line<'static>> {
        let model = self.model;
        let next = model.shown.or(model.page.upcoming.first().copied());
        let next = next.and_then(|at| model.held.course.record(at));
        let number = next.map(|record| model.held.citation(record)).unwrap_or_default();
        let mut spans = vec![Span::raw(" ")];
        let mut column = 1;
        let commands = likely(model);
        // Help and the end are always there.
        let last = [Command::Help, Command::Quit];
        let reserved: usize = last.iter().map(|one| lay::wide(&self.short(*one, "")) + 4).sum();
        for command in commands.into_iter().chain(last) {
            let words = self.short(command, &number);
            let wide = lay::wide(&words) + 4;
            let room =
                if last.contains(&command) { width + 2 } else { width.saturating_sub(reserved) };
            if column + wide > room {
                continue;
            }
            spans.push(Span::styled(keys::sign(command).to_string(), self.style(Look::Strong)));
            spans.push(Span::raw(format!(" {words}  ")));
            column += wide;
        }
        vec![Line::from(spans)]
    }

    fn short(&self, command: Command, number: &str) -> String {
        let id =
            COMMANDS.iter().find(|(_, found, _)| *found == command).map_or("", |(_, _, id)| id);
        let args = Args::new().text("number", number);
        let args =
            args.text("open", if self.model.held.course.sitting.is_some() { "yes" } else { "no" });
        say(self.model.lang, &format!("{id}.short"), &args)
    }

    // What is filled in

    fn form(
        &self,
        form: &Form,
        width: usize,
        most: usize,
    ) -> (Vec<Line<'static>>, Option<(usize, usize)>) {
        let colours = self.model.colours;
        let mut lines = Vec::new();
        let above: Vec<Para> = form.above.iter().cloned().map(|para| para.indented(1)).collect();
        lines.extend(wrapped(&above, width.saturating_sub(1), colours));
        let names = form.fields.iter().map(|field| lay::wide(&field.name)).max().unwrap_or(0);
        let names = names.min(width / 3);
        let (mut cursor, mut focus) = (None, 0..1);
        for (at, field) in form.fields.iter().enumerate() {
            let focused = at == form.focus;
            let name = lay::cut(&field.name, names);
            let space = " ".repeat(names.saturating_sub(lay::wide(&name)));
            let mark = if focused { "▸" } else { " " };
            let margin = names + 3;
            let begun = lines.len();
            let look = self.style(if focused { Look::Strong } else { Look::Plain });
            let first = Span::styled(format!("{mark}{name}{space}  "), look);
            match &field.input {
                Input::Choice { options, at } => {
                    let option = options.get(*at).map_or("", String::as_str);
                    let room = width.saturating_sub(margin + 4);
                    let option = lay::cut(option, room);
                    let shown = match options.len() > 1 {
                        true => format!("‹ {option} ›"),
                        false => option,
                    };
                    let look = if focused { Modifier::REVERSED } else { Modifier::empty() };
                    let shown = Span::styled(shown, Style::new().add_modifier(look));
                    lines.push(Line::from(vec![first, shown]));
                }
                Input::Words { text, at, .. } => {
                    let room = width.saturating_sub(margin + 1);
                    let (laid, (row, column)) = form::laid(text, *at, room);
                    if focused {
                        cursor = Some((begun + row, margin + column));
                    }
                    for (row, text) in laid.into_iter().enumerate() {
                        let before = match row {
                            0 => first.clone(),
                            _ => Span::raw(" ".repeat(margin)),
                        };
                        let look = if focused { Modifier::UNDERLINED } else { Modifier::empty() };
                        let text = Span::styled(text, Style::new().add_modifier(look));
                        lines.push(Line::from(vec![before, text]));
                    }
                }
            }
            if focused {
                focus = begun..lines.len();
            }
        }
        let says: Vec<Para> = form.says.iter().cloned().map(|para| para.indented(1)).collect();
        lines.extend(wrapped(&says, width.saturating_sub(1), colours));
        // The line that records, and what to press.
        let ends = form.focus >= form.fields.len();
        let mut hint = match (ends, form.step.is_some()) {
            (true, true) => self.say("screen-hint-record"),
            (true, false) => self.say("screen-hint-not-yet"),
            (false, _) => self.say("screen-hint-field"),
        };
        if ends && !form.fields.is_empty() {
            hint.push_str(&self.say("screen-hint-back"));
        }
        hint.push_str(&self.say("screen-hint-leave"));
        let mark = if ends { "▸" } else { " " };
        let look = match (ends, form.step.is_some()) {
            (true, true) => Style::new().add_modifier(Modifier::BOLD | Modifier::REVERSED),
            _ => self.style(Look::Faint),
        };
        let hint = Line::styled(lay::cut(&format!("{mark}{hint} "), width), look);
        // Of a form that is too tall the field that takes the keys is shown, and always what to press.
        let room = most.saturating_sub(2);
        let from =
            if ends { lines.len().saturating_sub(room) } else { focus.end.saturating_sub(room) };
        let mut shown = vec![self.rule(&form.title, width)];
        shown.extend(lines.into_iter().skip(from).take(room));
        shown.push(hint);
        let cursor = cursor.filter(|(line, _)| *line >= from && *line < from + room);
        (shown, cursor.map(|(line, column)| (line - from + 1, column)))
    }

    // Help

    fn help(&mut self, area: Rect, from: usize) {
        let model = self.model;
        let mut all = vec![Para::of(Look::Strong, self.say("screen-help")), Para::default()];
        let others = [
            ("screen-keys-scroll", "screen-help-scroll"),
            ("screen-keys-browse", "screen-help-browse"),
            ("screen-keys-back", "screen-help-back"),
            ("screen-keys-field", "screen-help-field"),
            ("screen-keys-choice", "screen-help-choice"),
            ("screen-keys-line", "screen-help-line"),
            ("screen-keys-escape", "screen-help-escape"),
        ];
        let names = others.iter().map(|(keys, _)| lay::wide(&self.say(keys)));
        let column = names.max().unwrap_or(0) + 2;
        let keyed = |keys: &str, words: String| Para {
            indent: 1,
            hang: column,
            pieces: vec![
                lay::Piece { text: pad(keys, column), look: Look::Strong },
                lay::Piece { text: words, look: Look::Plain },
            ],
        };
        for (sign, _, id) in COMMANDS {
            all.push(keyed(&sign.to_string(), self.say(id)));
        }
        all.push(Para::default());
        for (names, id) in others {
            all.push(keyed(&self.say(names), self.say(id)));
        }
        all.push(Para::default());
        all.push(Para::of(Look::Plain, self.say("screen-help-safe")));
        let inner = inset(area);
        let inner = Rect { width: inner.width.saturating_sub(1), ..inner };
        let lines = wrapped(&all, inner.width as usize, model.colours);
        let most = lines.len().saturating_sub(inner.height as usize);
        let from = from.min(most);
        model.most.set(most);
        self.lines(inner, &lines, from);
        if from < most && inner.height > 0 {
            let said = Args::new().number("count", most - from);
            let text = lay::cut(
                &format!(" {} ", say(model.lang, "screen-more", &said)),
                inner.width as usize,
            );
            let x = inner.right().saturating_sub(u16::try_from(lay::wide(&text)).unwrap_or(0));
            self.put(x, inner.bottom() - 1, &text, Style::new().add_modifier(Modifier::REVERSED));
        }
    }

    // Into the buffer

    fn lines(&mut self, area: Rect, lines: &[Line<'_>], from: usize) {
        let area = area.intersection(self.buffer.area);
        for (y, line) in (area.top()..area.bottom()).zip(lines.iter().skip(from)) {
            self.buffer.set_line(area.x, y, line, area.width);
        }
    }

    fn put(&mut self, x: u16, y: u16, text: &str, style: Style) {
        let area = self.buffer.area;
        if area.contains(Position { x, y }) {
            self.buffer.set_stringn(x, y, text, area.right().saturating_sub(x) as usize, style);
        }
    }
}

/// The commands that make sense now, the likeliest first.
fn likely(model: &Model<'_>) -> Vec<Command> {
    let course = &model.held.course;
    let mut likely = Vec::new();
    if course.opened.is_none() {
        return vec![Command::Open, Command::Language];
    }
    if !course.for_ruling.is_empty() {
        likely.push(Command::Rule);
    }
    let shown = model.current().and_then(|at| course.record(at).map(|record| (at, record)));
    let waits = shown.is_some_and(|(at, record)| {
        course.proposals.contains_key(&at)
            || matches!(record.stage, procedure::state::Stage::Offered { .. })
    });
    if course.sitting.is_none() {
        likely.push(Command::Open);
    } else if waits {
        likely.extend([Command::Declare, Command::Object]);
    } else if let Some(floor) = course.on_the_floor() {
        if !model.page.upcoming.is_empty() && model.held.next().is_some() {
            likely.push(Command::Call);
        }
        match floor.moved {
            None => likely.extend([Command::Move, Command::NotMoved]),
            Some(_) => likely.extend([Command::Speak, Command::Vote]),
        }
        likely.extend([Command::Withdraw, Command::Oral]);
    } else if !model.page.upcoming.is_empty() {
        likely.extend([Command::Call, Command::Propose, Command::Oral]);
    } else if course.texts.iter().any(|text| text.outcome.is_none()) {
        likely.extend([Command::Text, Command::Oral]);
    } else {
        likely.push(Command::Open);
    }
    if course.opened.is_some() && model.head.seq > 1 {
        likely.push(Command::Undo);
    }
    let displaced = |record: &Record| record.displaced && record.decision().is_none();
    if model.held.course.amendments.iter().any(displaced) {
        likely.push(Command::Settle);
    }
    likely.push(Command::Jump);
    likely
}

fn pad(text: &str, width: usize) -> String {
    format!("{text}{}", "\u{a0}".repeat(width.saturating_sub(lay::wide(text))))
}

/// One line of an area.
fn row(area: Rect, at: u16) -> Rect {
    let y = area.y.saturating_add(at);
    Rect { y, height: u16::from(at < area.height), ..area }
}

/// An area without its first lines.
fn below(area: Rect, lines: u16) -> Rect {
    let lines = lines.min(area.height);
    Rect { y: area.y + lines, height: area.height - lines, ..area }
}

/// An area without its first column.
fn inset(area: Rect) -> Rect {
    let by = u16::from(area.width > 2);
    Rect { x: area.x + by, width: area.width - by, ..area }
}
