//! Paragraphs of a draft, and amendments.

use crate::runs;
use engine::document::{AmendmentBlock, Paragraph, Role, Runs, Terms};
use maud::{Markup, html};

/// A paragraph of the draft; a number of its own makes it a place to point to.
pub(crate) fn paragraph(paragraph: &Paragraph) -> Markup {
    let id = (!paragraph.id.is_empty()).then_some(&paragraph.id);
    let deep = (paragraph.depth > 0).then(|| format!("--deep:{}", paragraph.depth));
    html! {
        @match paragraph.role {
            Role::Title => h3 class="draft" id=[id] { (runs::of(&paragraph.content)) },
            Role::Heading => h3 class="part" id=[id] { (runs::of(&paragraph.content)) },
            Role::Opaque => pre class="draft" style=[deep] { (runs::of(&paragraph.content)) },
            Role::Alinea => p class="draft alinea" id=[id] {
                span class="count" { (runs::of(&paragraph.number)) } " "
                (runs::of(&paragraph.content))
            },
            Role::Provision | Role::Instruction | Role::Quoted => p class="draft" id=[id] style=[deep] {
                @if !paragraph.number.is_empty() { b { (runs::of(&paragraph.number)) } " " }
                (runs::of(&paragraph.content))
            },
        }
    }
}

/// An amendment, its sub-amendments before it.
pub(crate) fn amendment(block: &AmendmentBlock, terms: &Terms) -> Markup {
    html! {
        @if !block.group.is_empty() { p class="group" { (block.group) } }
        article class=(if block.joined { "amendment joined" } else { "amendment" }) id=(block.id) {
            @for sub in &block.before {
                article class="sub" id=(sub.id) { h3 { (sub.heading) } (body(sub, terms)) }
            }
            h3 { (block.heading) }
            (body(block, terms))
        }
    }
}

fn body(block: &AmendmentBlock, terms: &Terms) -> Markup {
    let lang = (!block.lang.is_empty()).then_some(&block.lang);
    html! {
        @for note in &block.notes { p class="note" { (runs::of(note)) } }
        div lang=[lang] {
            @if !block.tabled.is_empty() { p class="tabled" { (runs::of(&block.tabled)) } }
            @for paragraph in &block.wording {
                @if paragraph.role == Role::Quoted {
                    blockquote { p { (runs::of(&paragraph.content)) } }
                } @else {
                    p { (runs::of(&paragraph.content)) }
                }
            }
        }
        @for line in &block.without_place {
            p class="without" { em { (terms.reason) ": " } (runs::of(line)) }
        }
        (reasons(&block.reasons, terms, lang))
    }
}

fn reasons(lines: &[Runs], terms: &Terms, lang: Option<&String>) -> Markup {
    html! {
        @if !lines.is_empty() {
            div class="reasons" lang=[lang] {
                h4 { (terms.reasons) }
                @for line in lines { p { (runs::of(line)) } }
            }
        }
    }
}
