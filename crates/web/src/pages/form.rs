//! Fields of forms: a label, what was typed, and beside it what is wrong with it.

use crate::Tongue;
use maud::{Markup, html};

/// A line to write in.
#[derive(Clone, Copy, Debug)]
pub struct Field<'a> {
    /// Its name, by which it is sent; also its id.
    pub name: &'a str,
    /// The message that is its label.
    pub label: &'a str,
    /// What stands in it.
    pub value: &'a str,
    /// `text`, `email`, `password`.
    pub kind: &'a str,
    /// What a browser may fill in, "username"; "off" where nothing.
    pub complete: &'a str,
    /// The characters at most.
    pub most: usize,
    /// Whether it may stay empty.
    pub optional: bool,
    /// The id of a list of what may stand in it.
    pub list: Option<&'a str>,
    /// The message that says what is wrong with it; none where nothing is.
    pub wrong: Option<&'a str>,
    /// The message that helps to fill it in; none where the label says enough.
    pub help: Option<&'a str>,
}

impl Field<'_> {
    /// A line of text that must be filled in.
    pub fn text<'a>(name: &'a str, label: &'a str, value: &'a str) -> Field<'a> {
        Field {
            name,
            label,
            value,
            kind: "text",
            complete: "off",
            most: 200,
            optional: false,
            list: None,
            wrong: None,
            help: None,
        }
    }

    /// A password, which is never shown again.
    pub fn password<'a>(name: &'a str, label: &'a str, complete: &'a str) -> Field<'a> {
        Field { kind: "password", complete, most: 256, ..Field::text(name, label, "") }
    }

    /// An address of mail.
    pub fn email<'a>(name: &'a str, label: &'a str, value: &'a str) -> Field<'a> {
        Field { kind: "email", most: 254, ..Field::text(name, label, value) }
    }

    /// The field; its name is its id.
    pub fn show(&self, tongue: Tongue) -> Markup {
        self.show_as(self.name, tongue)
    }

    /// The field with an id of its own, where several of one name stand on a page.
    pub fn show_as(&self, id: &str, tongue: Tongue) -> Markup {
        let (wrong, help) = (format!("{id}-wrong"), format!("{id}-help"));
        let about = [self.wrong.map(|_| &*wrong), self.help.map(|_| &*help)];
        let about = about.into_iter().flatten().collect::<Vec<_>>().join(" ");
        html! {
            div class="field" {
                label for=(id) { (tongue.say(self.label)) }
                @if let Some(message) = self.help { p class="help" id=(help) { (tongue.say(message)) } }
                input id=(id) name=(self.name) type=(self.kind) value=(self.value) list=[self.list]
                    autocomplete=(self.complete) maxlength=(self.most) required[!self.optional]
                    aria-invalid=[self.wrong.map(|_| "true")]
                    aria-describedby=[(!about.is_empty()).then_some(about)];
                (beside(id, self.wrong, tongue))
            }
        }
    }
}

/// What is wrong with a field of this name, to stand beside it.
pub fn beside(name: &str, wrong: Option<&str>, tongue: Tongue) -> Markup {
    html! {
        @if let Some(message) = wrong {
            p class="wrong" id={ (name) "-wrong" } role="alert" { (tongue.say(message)) }
        }
    }
}
