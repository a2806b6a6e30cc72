//! What is to be done to a paragraph, or to an amendment.

use super::place;
use crate::pages::blocks::sentence;
use crate::{Held, Tongue};
use maud::{Markup, html};
use procedure::state::Record;
use store::AccountId;
use text::Lang;
use words::Args;

/// What the page shows.
#[derive(Debug)]
pub struct Begin<'a> {
    /// The paragraph, as addresses call it; empty for none.
    pub at: &'a str,
    /// The same as a draft text and a number, which is empty for the title.
    pub place: Option<(u32, String)>,
    /// The amendment that is to be changed, by position in the course.
    pub to: Option<usize>,
    /// The language in which it is written.
    pub lang: Lang,
    /// The member for whom staff write it, as typed; none where that is not asked.
    pub member: Option<&'a String>,
    /// Who can be named.
    pub members: &'a [(AccountId, String)],
    /// Why nothing was begun.
    pub wrong: &'a str,
}

/// The page on which a draft is begun.
pub fn begin(held: &Held, begin: &Begin<'_>, tongue: Tongue) -> Markup {
    let heading = match (&begin.place, begin.to) {
        (_, Some(to)) => held.name(to, tongue),
        (Some((_, number)), _) if number.is_empty() => tongue.say("drafting-title"),
        (Some((part, number)), _) => place(held, *part, number, tongue),
        (None, None) => tongue.say("drafting-what-wording"),
    };
    html! {
        header class="opening" {
            p class="kind" {
                a href={ "/" (tongue.tag()) "/" (held.slug) } { (held.reference()) " " (held.title(tongue)) }
            }
            h1 { (tongue.say("drafting-begin")) }
            p class="lede" { (heading) }
        }
        @if !begin.wrong.is_empty() { p class="wrong" id="wrong" role="alert" { (sentence(begin.wrong)) } }
        (text(held, begin))
        form class="form begin" method="post" action={ "/" (tongue.tag()) "/desk/draft/" (held.slug) } {
            input type="hidden" name="at" value=(begin.at);
            @if let Some(record) = begin.to.and_then(|to| held.sitting.course.record(to)) {
                input type="hidden" name="to" value=(record.id.0);
            }
            (languages(held, begin, tongue))
            (member(begin, tongue))
            (buttons(begin, tongue))
        }
        (amendments(held, begin, tongue))
    }
}

/// The paragraph as it stands.
fn text(held: &Held, begin: &Begin<'_>) -> Markup {
    let version = held.sitting.state.dossier.version(begin.lang);
    let words = begin.place.as_ref().zip(version).and_then(|((part, number), version)| {
        let index = &version.index;
        let block = match number.as_str() {
            "" => index.parts().get(*part as usize)?.title?,
            number => index.provision_at(*index.numbered(*part, number).first()?)?.opening,
        };
        Some(index.block_at(block)?.span.of(index.text()).to_owned())
    });
    html! {
        @if let Some(words) = words {
            blockquote class="stands" lang=(begin.lang.tag()) { p { (words) } }
        }
    }
}

fn languages(held: &Held, begin: &Begin<'_>, tongue: Tongue) -> Markup {
    let versions = &held.sitting.state.dossier.versions;
    html! {
        @if versions.len() > 1 {
            div class="field" {
                label for="lang" { (tongue.say("drafting-language")) }
                select id="lang" name="lang" {
                    @for version in versions {
                        option value=(version.lang.tag()) selected[version.lang == begin.lang] {
                            (tongue.language(version.lang))
                        }
                    }
                }
            }
        }
    }
}

fn member(begin: &Begin<'_>, tongue: Tongue) -> Markup {
    let wrong = (!begin.wrong.is_empty()).then_some("wrong");
    html! {
        @if let Some(member) = begin.member {
            div class="field" {
                label for="member" { (tongue.say("drafting-member")) }
                p class="help" id="member-help" { (tongue.say("drafting-member-help")) }
                input id="member" name="member" value=(member) list="members" required maxlength="200"
                    autocomplete="off" aria-invalid=[wrong.map(|_| "true")]
                    aria-describedby={ "member-help " (wrong.unwrap_or_default()) };
                (names(begin.members))
            }
        }
    }
}

/// The names that a field offers.
pub(super) fn names(members: &[(AccountId, String)]) -> Markup {
    html! { datalist id="members" { @for (_, name) in members { option value=(name) {} } } }
}

fn buttons(begin: &Begin<'_>, tongue: Tongue) -> Markup {
    let all: &[&str] = match (&begin.place, begin.to) {
        (_, Some(_)) => &["new-text", "wording"],
        (Some((_, number)), _) if number.is_empty() => &["title", "wording"],
        (Some(_), _) => &["change", "before", "after", "delete", "wording"],
        (None, None) => &["wording"],
    };
    html! {
        ul class="choices" {
            @for what in all {
                li {
                    button name="what" value=(what) { (tongue.say(&format!("drafting-what-{what}"))) }
                }
            }
        }
    }
}

/// Open amendments at the same place, which a sub-amendment can change.
fn amendments(held: &Held, begin: &Begin<'_>, tongue: Tongue) -> Markup {
    let document = &held.compendium(tongue).document;
    let rows = document.sections.iter().flat_map(|section| &section.rows);
    let mut place = "";
    let mut here: Vec<(usize, &str)> = Vec::new();
    for row in rows {
        if let Some(text) = row.text.as_ref().filter(|text| !text.id.is_empty()) {
            place = &text.id;
        }
        let own = row.amendments.iter().filter(|_| place == begin.at && !begin.at.is_empty());
        here.extend(own.filter_map(|block| {
            let at = held.cited(&block.cited)?;
            let open = held.sitting.course.record(at).is_some_and(Record::is_open);
            Some((at, held.listed().address(at)?)).filter(|_| open)
        }));
    }
    html! {
        @if !here.is_empty() {
            section class="piece" aria-labelledby="others" {
                h2 id="others" { (tongue.say("drafting-others")) }
                ul class="names" {
                    @for (at, address) in here {
                        li {
                            a href={ "/" (tongue.tag()) "/desk/draft/" (held.slug) "?to=" (address) } {
                                (tongue.tell("drafting-sub", &Args::new().text("number", held.drawn_as(at))))
                            }
                        }
                    }
                }
            }
        }
    }
}
