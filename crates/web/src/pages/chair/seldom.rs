//! What happens in a sitting less often than a call and a vote.

use super::forms::Forms;
use super::named;
use super::oral::{offered, oral};
use crate::pages::blocks::sentence;
use maud::{Markup, html};
use procedure::rules::{Method, RollCall};
use procedure::state::Record;

/// All of it, each below a line that opens it.
pub fn all(forms: &Forms<'_>) -> Markup {
    let tongue = forms.tongue;
    let sits = forms.held.sitting.course.sitting.is_some();
    html! {
        @if sits { (offered(forms)) }
        section class="seldom" aria-labelledby="seldom" {
            h2 id="seldom" { (tongue.say("chair-more")) }
            @if sits {
                (withdrawal(forms))
                (another(forms))
                (several(forms))
                (proposals(forms))
                (oral(forms))
                (by_name(forms))
                (split(forms))
                (quorum(forms))
                (whole(forms))
            }
            (corrections(forms))
            (annulments(forms))
        }
    }
}

/// The open amendments that the public knows.
pub(super) fn open(forms: &Forms<'_>) -> Vec<usize> {
    let held = forms.held;
    let order = held.listed().order.iter().copied();
    let is_open = |at: &usize| held.sitting.course.record(*at).is_some_and(Record::is_open);
    order.filter(is_open).collect()
}

fn withdrawal(forms: &Forms<'_>) -> Markup {
    let form = forms.of("withdrawal");
    let floor = forms.held.sitting.course.on_the_floor().map(|floor| floor.amendment);
    let record = floor.and_then(|at| forms.held.sitting.course.record(at));
    let all = named(forms, open(forms).into_iter());
    html! {
        @if !all.is_empty() {
            (form.folded("chair-withdraw", None, &html! {
                (form.choice("amendment", "web-amendment", &all, record.map_or("", |record| &record.id.0)))
                (form.line("by", "chair-by", record.and_then(|record| record.signed.first()).map_or("", String::as_str)))
                (form.button("withdraw", "chair-withdrawn"))
            }))
        }
    }
}

/// Another is called than the next.
fn another(forms: &Forms<'_>) -> Markup {
    let form = forms.of("another");
    let all = named(forms, open(forms).into_iter());
    html! {
        @if !all.is_empty() {
            (form.folded("chair-another", None, &html! {
                (form.choice("amendment", "web-amendment", &all, ""))
                (form.button("call", "chair-call"))
            }))
        }
    }
}

/// Several in one vote.
fn several(forms: &Forms<'_>) -> Markup {
    let form = forms.of("several");
    form.folded(
        "screen-form-bloc",
        None,
        &html! {
            (form.line("amendments", "chair-numbers", ""))
            (form.figures())
            (form.button("adopt-several", "chair-adopted"))
            (form.button("reject-several", "chair-rejected"))
        },
    )
}

/// Without a vote: proposed, objected to, declared.
fn proposals(forms: &Forms<'_>) -> Markup {
    let held = forms.held;
    let course = &held.sitting.course;
    let eligible = |adopted: bool| -> String {
        let records = open(forms).into_iter().filter_map(|at| course.record(at));
        let can = records.filter(|record| {
            course.can_be_proposed(&record.id, adopted, held.sitting.rules).is_ok()
        });
        can.map(|record| held.sitting.citation(record)).collect::<Vec<_>>().join(", ")
    };
    let [adopted, rejected] = [eligible(true), eligible(false)];
    let usual = if adopted.is_empty() { &rejected } else { &adopted };
    let proposed = named(forms, course.proposals.keys().copied());
    let (propose, declare) = (forms.of("propose"), forms.of("declare"));
    html! {
        @if !usual.is_empty() {
            (propose.folded("screen-form-propose", None, &html! {
                (propose.line("amendments", "chair-numbers", usual))
                @if !adopted.is_empty() { (propose.button("propose-adopted", "chair-propose-adopted")) }
                @if !rejected.is_empty() { (propose.button("propose-rejected", "chair-propose-rejected")) }
            }))
        }
        @if !proposed.is_empty() {
            (declare.folded("chair-proposed", None, &html! {
                (declare.choice("amendment", "web-amendment", &proposed, ""))
                (declare.number("count", "screen-field-objections"))
                (declare.button("object", "chair-objected"))
                (declare.button("declare", "chair-declare"))
            }))
        }
    }
}

/// On what the rules have votes by name.
fn roll_call(forms: &Forms<'_>) -> RollCall {
    let votes = &forms.held.sitting.rules.votes;
    let can = votes.methods.value.contains(&Method::RollCall);
    if can { votes.roll_call.value } else { RollCall::Never }
}

/// A vote by name on what is on the floor.
fn by_name(forms: &Forms<'_>) -> Markup {
    let course = &forms.held.sitting.course;
    let floor = course.on_the_floor().and_then(|floor| course.record(floor.amendment));
    let form = forms.of("names");
    html! {
        @if let Some(record) = floor.filter(|_| roll_call(forms) == RollCall::AnyVote) {
            (form.folded("screen-form-roll", Some(record), &html! {
                p class="help wide" { (sentence(&forms.tongue.say("screen-roll"))) }
                (form.names())
                (form.button("adopt", "chair-adopted"))
                (form.button("reject", "chair-rejected"))
            }))
        }
    }
}

fn split(forms: &Forms<'_>) -> Markup {
    let course = &forms.held.sitting.course;
    let floor = course.on_the_floor().and_then(|floor| course.record(floor.amendment));
    let form = forms.of("split");
    html! {
        @if let Some(record) = floor {
            (form.folded("chair-split", Some(record), &html! {
                p class="help wide" { (forms.tongue.say("chair-split-help")) }
                (form.wordings("screen-field-pieces"))
                (form.button("split", "chair-split-done"))
            }))
        }
    }
}

fn quorum(forms: &Forms<'_>) -> Markup {
    let form = forms.of("quorum");
    form.folded(
        "chair-quorum",
        None,
        &html! {
            (form.number("present", "chair-present"))
            (form.number("members", "chair-members"))
            (form.button("quorum", "chair-counted"))
        },
    )
}

/// Rivals put against each other, and the words that a series has in common.
pub fn together(forms: &Forms<'_>, at: usize) -> Markup {
    let held = forms.held;
    let sitting = &held.sitting;
    let record = sitting.course.record(at);
    let rivals = named(forms, sitting.opponents(at).into_iter());
    let series = sitting.series(at);
    let has_common = series.first() == Some(&at) && !sitting.common_part(&series).is_empty();
    let (pair, common) = (forms.of("pair"), forms.of("common"));
    html! {
        @if !rivals.is_empty() {
            (pair.show(record, "record vote", &html! {
                (pair.choice("second", "chair-against-which", &rivals, ""))
                (pair.number("in_favour", "chair-for-first"))
                (pair.number("against", "chair-for-second"))
                (pair.button("first", "chair-first"))
                (pair.button("second", "chair-second"))
            }))
        }
        @if has_common {
            (common.show(record, "record vote", &html! {
                p class="help wide" { (forms.tongue.say("chair-common")) }
                (common.figures())
                (common.button("adopt-common", "chair-adopted"))
                (common.button("reject-common", "chair-rejected"))
            }))
        }
    }
}

/// The texts that are still to be voted on as a whole.
fn left(forms: &Forms<'_>) -> Vec<(String, String)> {
    let telling = forms.held.telling(forms.tongue);
    let texts = forms.held.sitting.course.texts.iter().enumerate();
    let left = texts.filter(|(_, text)| text.outcome.is_none());
    left.map(|(part, _)| (part.to_string(), telling.text(part))).collect()
}

/// The vote on a text, where nothing else is left.
pub fn texts(forms: &Forms<'_>) -> Markup {
    let form = forms.of("text");
    let left = left(forms);
    html! {
        @if !left.is_empty() {
            h2 { (forms.tongue.say("screen-form-text")) }
            (form.show(None, "record vote", &vote_on_text(forms, "text", &left)))
        }
    }
}

fn vote_on_text(forms: &Forms<'_>, name: &str, left: &[(String, String)]) -> Markup {
    let form = forms.of(name);
    html! {
        (form.choice("part", "screen-field-text", left, ""))
        (form.figures())
        (form.button("adopt-text", "chair-adopted"))
        (form.button("reject-text", "chair-rejected"))
    }
}

/// A vote on a text before its time, by name, or a text that goes back.
fn whole(forms: &Forms<'_>) -> Markup {
    let left = left(forms);
    let (names, back) = (forms.of("text-names"), forms.of("back"));
    html! {
        @if !left.is_empty() {
            (forms.of("text-early").folded("screen-form-text", None, &vote_on_text(forms, "text-early", &left)))
            @if roll_call(forms) != RollCall::Never {
                (names.folded("chair-text-names", None, &html! {
                    (names.choice("part", "screen-field-text", &left, ""))
                    (names.names())
                    (names.button("adopt-text", "chair-adopted"))
                    (names.button("reject-text", "chair-rejected"))
                }))
            }
            (back.folded("chair-refer", None, &html! {
                (back.choice("part", "screen-field-text", &left, ""))
                (back.ruling())
                (back.button("refer-back", "chair-referred"))
            }))
        }
    }
}

/// The decisions that stand, the last first; of votes that were counted alone where figures are put right.
fn decisions(forms: &Forms<'_>, counted: bool) -> Vec<(String, String)> {
    let course = &forms.held.sitting.course;
    let telling = forms.held.telling(forms.tongue);
    let all = course.decisions().into_iter().rev();
    let all = all.filter(|seq| !counted || course.count_of(*seq).is_some());
    all.map(|seq| (seq.to_string(), telling.for_ruling(seq))).collect()
}

fn corrections(forms: &Forms<'_>) -> Markup {
    let form = forms.of("correct");
    let all = decisions(forms, true);
    html! {
        @if !all.is_empty() {
            (form.folded("screen-form-correct", None, &html! {
                (form.choice("event", "screen-field-event", &all, ""))
                (form.figures())
                (form.ruling())
                (form.button("correct", "chair-corrected"))
            }))
        }
    }
}

fn annulments(forms: &Forms<'_>) -> Markup {
    let form = forms.of("annul");
    let all = decisions(forms, false);
    html! {
        @if !all.is_empty() {
            (form.folded("screen-form-annul", None, &html! {
                (form.choice("event", "screen-field-event", &all, ""))
                (form.ruling())
                (form.button("annul", "chair-annul"))
            }))
        }
    }
}
