//! Differences on a terminal of 80 columns: a sign before each line (`+` new, `-` gone, `~` changed), and
//! inside a line `[-what went-]` and `{+what came+}`; in colour, where there are colours, without those
//! marks.

use crate::diagnostics::WIDTH;
use engine::diff::{
    AmendmentChange, Comparison, Fate, Field, Kind, LineChange, PartChange, Side, Stretch,
    TextChange,
};
use engine::words::{Args, say};
use instruction::style::version_name;
use text::Lang;

/// Of words that both versions have, so many characters are shown beside a change.
const BESIDE: usize = 56;

/// The whole comparison for people.
pub fn text(comparison: &Comparison, lang: Lang, colours: bool) -> String {
    let several = comparison.texts.len() > 1
        || comparison.amendments.iter().any(|one| one.texts.iter().any(|text| text.lang != lang));
    let mut screen = Screen { lang, colours, several, out: String::new() };
    if comparison.is_empty() {
        screen.plain(0, &screen.say("diff-none"));
        return screen.out;
    }
    screen.head(comparison);
    for texts in &comparison.texts {
        texts.parts.iter().for_each(|part| screen.part(part, texts.lang));
    }
    if !comparison.amendments.is_empty() {
        screen.heading(&screen.say("diff-amendments"));
        comparison.amendments.iter().for_each(|one| screen.amendment(one));
    }
    screen.summary(comparison);
    screen.out
}

struct Screen {
    lang: Lang,
    colours: bool,
    /// Whether texts in several languages are shown, each with its name.
    several: bool,
    out: String,
}

impl Screen {
    fn say(&self, id: &str) -> String {
        say(self.lang, id, &Args::new())
    }

    fn language(&self, lang: Lang) -> String {
        version_name(lang, self.lang).unwrap_or(lang.tag()).to_owned()
    }

    fn head(&mut self, comparison: &Comparison) {
        for (field, lang, pair) in &comparison.head {
            let id = match field {
                Field::Reference => "diff-field-reference",
                Field::Title => "diff-field-title",
                Field::Date => "diff-field-date",
                Field::Edition => "diff-field-edition",
            };
            let mut name = self.say(id);
            if let Some(lang) = lang.filter(|_| self.several) {
                name = format!("{name} ({})", lang.tag());
            }
            let shown = |text: &String| match text.is_empty() {
                true => self.say("diff-empty"),
                false => text.clone(),
            };
            let args = Args::new().text("old", shown(&pair.old)).text("new", shown(&pair.new));
            let line = format!("{name}: {}", say(self.lang, "diff-heading", &args));
            self.plain(0, &line);
        }
        if let Some(languages) = &comparison.languages {
            for (id, langs) in
                [("diff-language-gone", &languages.old), ("diff-language-came", &languages.new)]
            {
                for lang in langs {
                    let args = Args::new().text("language", self.language(*lang));
                    self.plain(0, &say(self.lang, id, &args));
                }
            }
        }
    }

    fn heading(&mut self, text: &str) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        self.plain(0, text);
    }

    fn part(&mut self, part: &PartChange, of: Lang) {
        let mut heading = match (&part.old, &part.new) {
            (Some(old), Some(new)) if old != new => {
                let args = Args::new().text("old", old.clone()).text("new", new.clone());
                say(self.lang, "diff-heading", &args)
            }
            (None, _) => format!("{} – {}", part.heading(), self.say("diff-text-came")),
            (_, None) => format!("{} – {}", part.heading(), self.say("diff-text-gone")),
            _ => part.heading().to_owned(),
        };
        if self.several {
            heading = format!("{heading} ({})", of.tag());
        }
        self.heading(&heading);
        if part.retitled() {
            let name = format!("{}: ", self.say("diff-field-title"));
            self.flow("~ ", &name, &part.title);
        }
        let mut renumbered: Vec<(&Side, &Side)> = Vec::new();
        for line in &part.lines {
            match (&line.old, &line.new) {
                (Some(old), Some(new)) if line.is_renumbered() && !line.differs_in_words() => {
                    renumbered.push((old, new));
                }
                _ => {
                    self.renumbered(&std::mem::take(&mut renumbered));
                    if line.differs() {
                        self.line(line);
                    }
                }
            }
        }
        self.renumbered(&renumbered);
    }

    /// Provisions that only have another number, a run of them in one line.
    fn renumbered(&mut self, run: &[(&Side, &Side)]) {
        let (Some(first), Some(last)) = (run.first(), run.last()) else { return };
        let args = Args::new()
            .text("old", first.0.number.clone())
            .text("new", first.1.number.clone())
            .text("old-last", last.0.number.clone())
            .text("new-last", last.1.number.clone());
        let id = if run.len() == 1 { "diff-renumbered" } else { "diff-renumbered-run" };
        let line = say(self.lang, id, &args);
        self.flow("~ ", "", &[kept(&line)]);
    }

    fn line(&mut self, line: &LineChange) {
        let number = |side: &Option<Side>| side.as_ref().map_or("", |side| &side.number).to_owned();
        let (old, new) = (number(&line.old), number(&line.new));
        let stop = |number: &str| match number {
            "" => String::new(),
            number => format!("{number}. "),
        };
        let moved = |id: &str, number: &str| match number {
            "" => format!(" ({})", self.say("diff-moved")),
            number => {
                let args = Args::new().text("number", number);
                format!(" ({})", say(self.lang, id, &args))
            }
        };
        match (&line.old, &line.new) {
            (None, _) => self.whole("+ ", &stop(&new), line, ""),
            (_, None) => self.whole("- ", &stop(&old), line, ""),
            _ if line.is_left() => {
                self.whole("- ", &stop(&old), line, &moved("diff-moved-to", &new));
            }
            _ if line.moved => {
                let behind = moved("diff-moved-from", &old);
                let mut stretches = shortened(&line.stretches);
                stretches.push(kept(&behind));
                self.flow("+ ", &stop(&new), &stretches);
            }
            _ if old != new && !old.is_empty() && !new.is_empty() => {
                let args = Args::new().text("old", old).text("new", new);
                let name = say(self.lang, "diff-heading", &args);
                self.flow("~ ", &stop(&name), &shortened(&line.stretches));
            }
            _ => {
                let shown = if new.is_empty() { &old } else { &new };
                self.flow("~ ", &stop(shown), &shortened(&line.stretches));
            }
        }
    }

    /// A line that came or went whole: its sign says so, and its words need no marks.
    fn whole(&mut self, sign: &str, number: &str, line: &LineChange, behind: &str) {
        let kind = if sign == "+ " { Kind::Came } else { Kind::Gone };
        let words: String = line.stretches.iter().map(|stretch| stretch.text.as_str()).collect();
        self.run(sign, number, &words, kind, behind);
    }

    fn run(&mut self, sign: &str, name: &str, words: &str, kind: Kind, behind: &str) {
        let kind = if self.colours { kind } else { Kind::Kept };
        let words = Stretch { kind, text: words.to_owned() };
        self.flow(sign, name, &[words, kept(behind)]);
    }

    fn amendment(&mut self, change: &AmendmentChange) {
        let Some(cited) = change.new.as_ref().or(change.old.as_ref()) else { return };
        let mut heading = match cited.name.split_once('/') {
            None => say(self.lang, "amendment", &Args::new().text("number", cited.name.clone())),
            Some((parent, number)) => {
                let args = Args::new().text("number", number).text("parent", parent);
                say(self.lang, "sub-amendment", &args)
            }
        };
        // The place of a sub-amendment begins with its amendment, which has been named.
        let sub = cited.name.contains('/');
        if change.place.is_none() && !cited.place.is_empty() && !sub {
            heading = format!("{heading}, {}", cited.place);
        }
        let (sign, fate) = match (change.fate, &change.old) {
            (Fate::Added, _) => ("+ ", self.say("diff-added")),
            (Fate::Withdrawn, _) => ("- ", self.say("diff-withdrawn")),
            (Fate::Changed, Some(old)) if change.is_new_version() => {
                let args = Args::new().text("old", old.name.clone());
                ("~ ", say(self.lang, "diff-new-version", &args))
            }
            (Fate::Changed, _) => ("~ ", String::new()),
        };
        if !fate.is_empty() {
            heading = format!("{heading} – {fate}");
        }
        self.flow(sign, "", &[kept(&heading)]);
        if let Some(place) = &change.place {
            let named = |place: &String| match place.is_empty() {
                true => self.say("diff-nowhere"),
                false => place.clone(),
            };
            let args = Args::new().text("old", named(&place.old)).text("new", named(&place.new));
            let line = say(self.lang, "diff-place", &args);
            self.plain(4, &line);
        }
        change.texts.iter().for_each(|text| self.fields(text, change.fate));
    }

    fn fields(&mut self, text: &TextChange, fate: Fate) {
        let behind = if self.several { format!(" ({})", text.lang.tag()) } else { String::new() };
        if fate == Fate::Changed && text.kind != Kind::Kept {
            let id =
                if text.kind == Kind::Came { "diff-amendment-came" } else { "diff-amendment-gone" };
            let args = Args::new().text("language", self.language(text.lang));
            let line = say(self.lang, id, &args);
            self.plain(4, &line);
        }
        let names = [
            "diff-field-tablers",
            "diff-field-wording",
            "diff-field-note",
            "diff-field-remarks",
            "diff-field-falling",
        ];
        for (name, stretches) in names.into_iter().zip(text.fields()) {
            if stretches.is_empty() {
                continue;
            }
            let name = format!("{}{behind}: ", self.say(name));
            match stretches.as_slice() {
                [only] if text.kind != Kind::Kept => {
                    self.run("    ", &name, &only.text, only.kind, "");
                }
                _ => self.flow("    ", &name, &shortened(stretches)),
            }
        }
    }

    fn summary(&mut self, comparison: &Comparison) {
        let args = Args::new()
            .number("added", comparison.count(Fate::Added))
            .number("changed", comparison.count(Fate::Changed))
            .number("withdrawn", comparison.count(Fate::Withdrawn))
            .number("lines", comparison.lines())
            .number("renumbered", comparison.renumbered());
        let line = say(self.lang, "diff-summary", &args);
        self.out.push('\n');
        self.plain(0, &line);
    }

    fn plain(&mut self, margin: usize, text: &str) {
        self.flow(&" ".repeat(margin), "", &[kept(text)]);
    }

    /// One paragraph: its sign, its name, its words, broken between words before the edge of the
    /// terminal; the lines behind the first stand under its name. A line feed in it is kept.
    fn flow(&mut self, sign: &str, name: &str, stretches: &[Stretch]) {
        let mut cells: Vec<(char, Kind)> = name.chars().map(|c| (c, Kind::Kept)).collect();
        for stretch in stretches {
            let (open, close) = match stretch.kind {
                Kind::Gone if !self.colours => ("[-", "-]"),
                Kind::Came if !self.colours => ("{+", "+}"),
                _ => ("", ""),
            };
            let words = open.chars().chain(stretch.text.chars()).chain(close.chars());
            cells.extend(words.map(|c| (c, stretch.kind)));
        }
        let margin = sign.chars().count();
        self.out.push_str(sign);
        let mut column = margin;
        let mut style = Kind::Kept;
        for word in cells.split_inclusive(|(c, _)| *c == ' ' || *c == '\n') {
            let bare = word.iter().filter(|(c, _)| *c != ' ' && *c != '\n').count();
            if column > margin && column + bare > WIDTH {
                self.line_feed(margin, &mut style);
                column = margin;
            }
            for &(c, kind) in word {
                if c == '\n' {
                    self.line_feed(margin, &mut style);
                    column = margin;
                    continue;
                }
                self.switch(&mut style, kind);
                self.out.push(if c.is_control() { ' ' } else { c });
                column += 1;
            }
        }
        self.switch(&mut style, Kind::Kept);
        self.trim();
        self.out.push('\n');
    }

    fn line_feed(&mut self, margin: usize, style: &mut Kind) {
        self.switch(style, Kind::Kept);
        self.trim();
        self.out.push('\n');
        self.out.extend(std::iter::repeat_n(' ', margin));
    }

    fn trim(&mut self) {
        self.out.truncate(self.out.trim_end_matches(' ').len());
    }

    /// Red and struck out for what went, green and underlined for what came.
    fn switch(&mut self, style: &mut Kind, to: Kind) {
        if *style == to || !self.colours {
            return;
        }
        self.out.push_str(match to {
            Kind::Kept => "\u{1b}[0m",
            Kind::Gone => "\u{1b}[0;31;9m",
            Kind::Came => "\u{1b}[0;32;4m",
        });
        *style = to;
    }
}

fn kept(text: &str) -> Stretch {
    Stretch { kind: Kind::Kept, text: text.to_owned() }
}

/// The stretches with what both versions have cut down to the words beside a change.
fn shortened(stretches: &[Stretch]) -> Vec<Stretch> {
    let last = stretches.len().saturating_sub(1);
    let short = |(at, stretch): (usize, &Stretch)| {
        let text = &stretch.text;
        let wide = text.chars().count();
        if stretch.kind != Kind::Kept || wide <= 2 * BESIDE + 8 {
            return stretch.clone();
        }
        let head = if at == 0 { String::new() } else { first_words(text) };
        let tail = if at == last { String::new() } else { last_words(text) };
        kept(&format!("{head}…{tail}"))
    };
    stretches.iter().enumerate().map(short).collect()
}

fn first_words(text: &str) -> String {
    let cut: String = text.chars().take(BESIDE).collect();
    cut.rfind([' ', '\n']).map_or(String::new(), |at| format!("{} ", &cut[..at]))
}

fn last_words(text: &str) -> String {
    let skipped = text.chars().count().saturating_sub(BESIDE);
    let cut: String = text.chars().skip(skipped).collect();
    cut.find([' ', '\n']).map_or(String::new(), |at| format!(" {}", &cut[at + 1..]))
}
