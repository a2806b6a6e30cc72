//! Forms that record one thing each, and their fields.

use crate::chair::Told;
use crate::{Held, Tongue};
use maud::{Markup, html};
use procedure::state::Record;
use words::Args;

/// The forms of one page.
pub struct Forms<'a> {
    /// The dossier.
    pub held: &'a Held,
    /// What was sent and not recorded, and why.
    pub told: &'a Told,
    /// The language of the page.
    pub tongue: Tongue,
}

/// A form, by whose name its fields are told from those of others.
#[derive(Clone, Copy)]
pub struct Form<'a> {
    all: &'a Forms<'a>,
    name: &'a str,
}

impl<'a> Forms<'a> {
    /// The form of this name.
    pub fn of(&'a self, name: &'a str) -> Form<'a> {
        Form { all: self, name }
    }
}

impl<'a> Form<'a> {
    /// Whether it was sent and refused.
    fn is_sent(self) -> bool {
        self.all.told.sent.get("form") == self.name
    }

    /// What stands in a field: what was typed, where this form was sent.
    fn value(self, field: &str) -> &'a str {
        if self.is_sent() { self.all.told.sent.get(field) } else { "" }
    }

    fn say(self, id: &str) -> String {
        self.all.tongue.say(id)
    }

    /// It with its fields and buttons, about an amendment or about none.
    pub fn show(self, amendment: Option<&Record>, class: &str, body: &Markup) -> Markup {
        let held = self.all.held;
        html! {
            form class=(class) id=(self.name) method="post" action={
                "/" (self.all.tongue.tag()) "/desk/sitting/" (held.slug)
            } {
                input type="hidden" name="form" value=(self.name);
                input type="hidden" name="seen" value=(held.head.seq);
                @if let Some(record) = amendment {
                    input type="hidden" name="amendment" value=(record.id.0);
                }
                (body)
            }
        }
    }

    /// The same below a line that opens it.
    pub fn folded(self, title: &str, amendment: Option<&Record>, body: &Markup) -> Markup {
        html! {
            details class="more" id={ (self.name) "-more" } open[self.is_sent()] {
                summary { (self.say(title)) }
                (self.show(amendment, "record", body))
            }
        }
    }

    /// A line to write in; `usual` stands in it at first.
    pub fn line(self, field: &str, label: &str, usual: &str) -> Markup {
        self.offering(field, label, usual, &[])
    }

    /// A line to write in that offers what may stand in it.
    pub fn offering(self, field: &str, label: &str, usual: &str, offered: &[String]) -> Markup {
        let id = self.id(field);
        let list = format!("{id}-offered");
        let value = if self.is_sent() { self.value(field) } else { usual };
        html! {
            div class="field" {
                label for=(id) { (self.say(label)) }
                input id=(id) name=(field) value=(value) maxlength="400" autocomplete="off"
                    list=[(!offered.is_empty()).then_some(&list)];
                @if !offered.is_empty() {
                    datalist id=(list) { @for one in offered { option value=(one) {} } }
                }
            }
        }
    }

    /// A line for a whole number.
    pub fn number(self, field: &str, label: &str) -> Markup {
        let id = self.id(field);
        html! {
            div class="field figure" {
                label for=(id) { (self.say(label)) }
                input id=(id) name=(field) value=(self.value(field)) inputmode="numeric"
                    pattern="[0-9]*" maxlength="9" autocomplete="off";
            }
        }
    }

    /// The figures of a vote.
    pub fn figures(self) -> Markup {
        html! {
            (self.number("in_favour", "chair-for"))
            (self.number("against", "chair-against"))
            (self.number("abstentions", "chair-abstentions"))
        }
    }

    /// Who voted how.
    pub fn names(self) -> Markup {
        html! {
            (self.area("names_for", &self.say("chair-for"), None))
            (self.area("names_against", &self.say("chair-against"), None))
            (self.area("names_abstaining", &self.say("chair-abstentions"), None))
        }
    }

    /// Lines to write in, in a language.
    pub fn area(self, field: &str, label: &str, lang: Option<&str>) -> Markup {
        let id = self.id(field);
        html! {
            div class="field wide" {
                label for=(id) { (label) }
                textarea id=(id) name=(field) rows="4" lang=[lang] maxlength="20000" autocomplete="off" {
                    (self.value(field))
                }
            }
        }
    }

    /// A wording in each language of the dossier.
    pub fn wordings(self, label: &str) -> Markup {
        let (versions, tongue) = (&self.all.held.sitting.state.dossier.versions, self.all.tongue);
        html! {
            @for version in versions {
                @let name = tongue.language(version.lang);
                @let label = tongue.tell(label, &Args::new().text("language", name));
                (self.area(&format!("wording_{}", version.lang.tag()), &label, Some(version.lang.tag())))
            }
        }
    }

    /// One of several: what is sent, and what is read.
    pub fn choice(
        self,
        field: &str,
        label: &str,
        options: &[(String, String)],
        usual: &str,
    ) -> Markup {
        let id = self.id(field);
        let chosen = if self.is_sent() { self.value(field) } else { usual };
        html! {
            div class="field" {
                label for=(id) { (self.say(label)) }
                select id=(id) name=(field) {
                    @for (value, words) in options {
                        option value=(value) selected[value == chosen] { (words) }
                    }
                }
            }
        }
    }

    /// Who decides, and why.
    pub fn ruling(self) -> Markup {
        html! {
            (self.line("decides", "screen-field-decides", &self.say("screen-president")))
            (self.line("reason", "screen-field-reason", ""))
        }
    }

    /// A button that says what happened.
    pub fn button(self, what: &str, label: &str) -> Markup {
        html! { button type="submit" name="what" value=(what) { (self.say(label)) } }
    }

    /// The same with a key by which a browser presses it.
    pub fn keyed(self, what: &str, label: &str, key: char) -> Markup {
        html! {
            button type="submit" name="what" value=(what) accesskey=(key) {
                (self.say(label)) " " kbd aria-hidden="true" { (key.to_ascii_uppercase()) }
            }
        }
    }

    fn id(self, field: &str) -> String {
        format!("{}-{field}", self.name)
    }
}
