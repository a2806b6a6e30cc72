//! What the pages of the table office are made of: forms, fields, tables of events.

use crate::Tongue;
use crate::pages::blocks::{bound, capital, sentence};
use crate::table_office::checks::in_words;
use crate::table_office::told::Told;
use crate::table_office::{Page, Typed, View};
use maud::{Markup, html};
use procedure::rules::Actor;
use procedure::sentence as said;
use words::Args;

/// The pages on the dossier, as far as whoever asks may see them.
pub fn links(view: &View<'_>) -> Markup {
    let tongue = view.tongue;
    html! {
        nav class="parts office-parts" aria-label=(tongue.say("office-pages")) {
            ul {
                @for page in Page::LISTED.iter().filter(|page| (view.may)(page.needs())) {
                    li {
                        a href=(to(view, page)) aria-current=[(page == view.page).then_some("page")] {
                            (tongue.say(page.name()))
                        }
                    }
                }
            }
        }
    }
}

/// The address of a page on this dossier.
pub fn to(view: &View<'_>, page: &Page) -> String {
    format!("/{}/desk/office/{}{}", view.tongue.tag(), view.held.slug, page.end())
}

/// "Choose: Amendment 4".
pub fn pair(tongue: Tongue, what: &str, name: &str) -> String {
    tongue.tell("office-pair", &Args::new().text("what", what).text("name", name))
}

/// A link to an amendment, where whoever asks may see its page.
pub fn link(view: &View<'_>, at: usize) -> Markup {
    let held = view.held;
    let page = held.sitting.course.record(at).map(|record| Page::Amendment(record.id.clone()));
    html! {
        @match page.filter(|page| (view.may)(page.needs())) {
            Some(page) => a href=(to(view, &page)) { (held.name(at, view.tongue)) },
            None => (held.name(at, view.tongue)),
        }
    }
}

/// What was recorded, or why nothing was.
pub fn alert(view: &View<'_>) -> Markup {
    html! {
        @if !view.wrong.is_empty() { p class="wrong" id="wrong" role="alert" { (sentence(view.wrong)) } }
        @if !view.done.is_empty() { p class="done" role="status" { (bound(view.done)) } }
    }
}

/// A form of a page: what it records, about which amendment.
pub struct Act<'a> {
    /// The page.
    pub view: &'a View<'a>,
    /// What it records: the value of its button.
    pub what: &'a str,
    /// The amendment that it is about; empty where it is about none, or where it is chosen.
    pub about: &'a str,
}

impl<'a> Act<'a> {
    /// What was typed into it.
    pub fn typed(&self) -> Typed<'a> {
        Typed { fields: self.view.fields, what: self.what, about: self.about }
    }

    fn id(&self, name: &str) -> String {
        format!("{}-{name}", self.what)
    }

    /// Whether it is the one that was refused, for fields to say so.
    fn about_wrong(&self) -> Option<&'static str> {
        (!self.view.wrong.is_empty() && self.typed().was_sent()).then_some("wrong")
    }

    /// The form around its fields, with a button that says `label`.
    pub fn form(&self, label: &str, body: &Markup) -> Markup {
        html! {
            form class="record act" method="post" action=(to(self.view, self.view.page)) {
                input type="hidden" name="seen" value=(self.view.held.head.seq);
                @if !self.about.is_empty() { input type="hidden" name="amendment" value=(self.about); }
                (body)
                button type="submit" name="what" value=(self.what) { (self.view.tongue.say(label)) }
            }
        }
    }

    /// A line to write in.
    pub fn line(&self, name: &str, label: &str, otherwise: &'a str, optional: bool) -> Markup {
        let id = self.id(name);
        html! {
            div class="field" {
                label for=(id) { (self.view.tongue.say(label)) }
                input id=(id) name=(name) value=(self.typed().or(name, otherwise)) required[!optional]
                    maxlength=(if name == "reason" { 2_000 } else { 200 }) autocomplete="off"
                    aria-describedby=[self.about_wrong()];
            }
        }
    }

    /// A day and hour.
    pub fn moment(&self, name: &str, label: &str) -> Markup {
        let id = self.id(name);
        html! {
            div class="field" {
                label for=(id) { (self.view.tongue.say(label)) }
                input id=(id) name=(name) type="datetime-local" value=(self.typed().or(name, "")) required
                    aria-describedby=[self.about_wrong()];
            }
        }
    }

    /// A whole number.
    pub fn figure(&self, name: &str, label: &str) -> Markup {
        let id = self.id(name);
        html! {
            div class="field figure" {
                label for=(id) { (self.view.tongue.say(label)) }
                input id=(id) name=(name) value=(self.typed().or(name, "")) inputmode="numeric" pattern="[0-9]*"
                    maxlength="6" autocomplete="off" aria-describedby=[self.about_wrong()];
            }
        }
    }

    /// One of several; what was asked for or typed is chosen, else `otherwise`.
    pub fn choice(
        &self,
        name: &str,
        label: &str,
        options: &[(String, String)],
        otherwise: &'a str,
    ) -> Markup {
        let (id, chosen) = (self.id(name), self.typed().or(name, otherwise));
        html! {
            div class="field" {
                label for=(id) { (self.view.tongue.say(label)) }
                select id=(id) name=(name) aria-describedby=[self.about_wrong()] {
                    @for (value, said) in options {
                        option value=(value) selected[value == chosen] { (said) }
                    }
                }
            }
        }
    }

    /// Who decides, why, and in what capacity of those that the rules name.
    pub fn ruling(&self, by: &'a str, actors: &[Actor]) -> Markup {
        let tongue = self.view.tongue;
        let mut capacities = vec![(String::new(), tongue.say("office-capacity-unsaid"))];
        capacities.extend(in_words(actors, tongue));
        html! {
            (self.line("by", "office-decided-by", by, false))
            (self.line("reason", "office-why", "", false))
            @if capacities.len() > 1 { (self.choice("capacity", "office-capacity", &capacities, "")) }
        }
    }
}

/// Undecided amendments, to choose from: what the log calls each, and its name.
pub fn undecided(view: &View<'_>, wanted: impl Fn(usize) -> bool) -> Vec<(String, String)> {
    let held = view.held;
    let open = |at: &usize| {
        let record = held.sitting.course.record(*at);
        record.is_some_and(|record| record.is_open()) && wanted(*at)
    };
    let all = held.sitting.calling_order().into_iter().filter(open);
    all.filter_map(|at| {
        let record = held.sitting.course.record(at)?;
        Some((record.id.0.clone(), held.name(at, view.tongue)))
    })
    .collect()
}

/// Events in sentences, with moment and actor.
pub fn events(all: &[Told], tongue: Tongue) -> Markup {
    let lang = tongue.lang();
    html! {
        ol class="events" {
            @for one in all {
                li id={ "event-" (one.seq) } {
                    p class="when" {
                        time datetime=(one.at.as_str()) {
                            span { (said::day(&one.at, lang)) } " " span { (said::hour(&one.at, lang)) }
                        }
                        span { (tongue.tell("web-event", &Args::new().text("event", one.seq.to_string()))) }
                        span { (one.actor) }
                    }
                    p { (capital(&one.sentence)) }
                }
            }
        }
    }
}
