//! Paragraphs of texts and papers, and amendments as they stand in a compendium.

use super::runs::{self, Leads};
use crate::{Held, Tongue};
use engine::document::{AmendmentBlock, Document, Paragraph, Role, Row, Section};
use maud::{Markup, html};

/// The language of a drawn document where it is not the page's, for the attribute `lang`.
pub fn lang_of(document: &Document, tongue: Tongue) -> Option<&'static str> {
    (document.lang != tongue.lang()).then(|| document.lang.tag())
}

/// A paragraph of a draft or of a paper. `id` is left out where a page shows the same paragraph twice.
pub fn paragraph(paragraph: &Paragraph, id: bool, leads: Leads<'_>) -> Markup {
    paragraph_with(paragraph, id, leads, &html! {})
}

/// The same with something at its end.
pub fn paragraph_with(paragraph: &Paragraph, id: bool, leads: Leads<'_>, end: &Markup) -> Markup {
    let id = (id && !paragraph.id.is_empty()).then_some(&paragraph.id);
    let class = |kind: &str| match paragraph.depth {
        0 => kind.to_owned(),
        depth => format!("{kind} deep-{}", depth.min(6)),
    };
    let whole = paragraph.whole.as_ref().map(|whole| match whole.kind {
        engine::document::ChangeKind::Inserted => " came",
        engine::document::ChangeKind::Deleted => " went",
    });
    let whole = whole.unwrap_or_default();
    html! {
        @match paragraph.role {
            Role::Title => p class="text-title" id=[id] { (runs::of(&paragraph.content, leads)) (end) },
            Role::Heading => h3 class="part" id=[id] { (runs::of(&paragraph.content, leads)) },
            Role::Opaque => pre class=(class("draft opaque")) id=[id] {
                (runs::of(&paragraph.content, leads))
            },
            Role::Alinea => p class={ "draft alinea" (whole) } id=[id] {
                span class="number" { (runs::of(&paragraph.number, leads)) } " "
                (runs::of(&paragraph.content, leads))
                (end)
            },
            Role::Provision | Role::Instruction | Role::Quoted => {
                p class={ (class("draft")) (whole) } id=[id] {
                    @if !paragraph.number.is_empty() {
                        span class="number" { (runs::of(&paragraph.number, leads)) } " "
                    }
                    (runs::of(&paragraph.content, leads))
                    (end)
                }
            }
        }
    }
}

/// What kind of paper a drawing is, its date and its edition, above a title.
pub fn kind(document: &Document, lang: Option<&'static str>) -> Markup {
    let head = &document.head;
    html! {
        p class="kind" lang=[lang] {
            (head.kind)
            @for part in [&head.date, &head.edition] {
                @if !part.is_empty() { span { (part) } }
            }
        }
    }
}

/// A section of a paper: headings, paragraphs and tables.
pub fn paper(section: &Section, leads: Leads<'_>) -> Markup {
    let heading = format!("{}-h", section.id);
    html! {
        section class="paper" id=(section.id) {
            @for line in &section.over { p class="over" { (line) } }
            h2 id=(heading) { (section.heading) }
            @for rows in section.rows.chunk_by(|one, next| one.cells.is_empty() == next.cells.is_empty()) {
                @if rows.iter().any(|row| !row.cells.is_empty()) {
                    (table(section, rows, &heading, leads))
                } @else {
                    @for text in rows.iter().filter_map(|row| row.text.as_ref()) {
                        (paragraph(text, true, leads))
                    }
                }
            }
        }
    }
}

/// Lines of a table; where it is too wide it can be moved sideways, also by keys.
fn table(section: &Section, rows: &[Row], heading: &str, leads: Leads<'_>) -> Markup {
    let whole = section.table.iter().map(|column| column.share).sum();
    html! {
        div class="table" tabindex="0" role="region" aria-labelledby=(heading) {
            table {
                thead { tr {
                    @for column in &section.table {
                        th scope="col" class=(share(column.share, whole)) { (column.head) }
                    }
                } }
                tbody {
                    @for row in rows {
                        tr {
                            @for (at, cell) in row.cells.iter().enumerate() {
                                @if at == 0 && !cell.is_empty() {
                                    th scope="row" { (runs::of(cell, leads)) }
                                } @else {
                                    td { (runs::of(cell, leads)) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The class of a column with this share of the whole width, in steps of a twentieth.
fn share(share: u32, whole: u32) -> String {
    let steps = (share * 20).checked_div(whole).unwrap_or(1).clamp(1, 16);
    format!("w-{}", steps * 5)
}

/// What stands around an amendment on a page.
pub struct Around<'a> {
    /// The dossier.
    pub held: &'a Held,
    /// The language of the page.
    pub tongue: Tongue,
    /// The language of the drawing.
    pub lang: text::Lang,
    /// Where links inside it lead.
    pub leads: Leads<'a>,
}

/// An amendment in the compendium, its sub-amendments before it.
pub fn amendment(block: &AmendmentBlock, around: &Around<'_>) -> Markup {
    html! {
        @if !block.group.is_empty() { p class="group" { (block.group) } }
        @for sub in &block.before { (one(sub, "amendment sub", around)) }
        (one(block, if block.joined { "amendment joined" } else { "amendment" }, around))
    }
}

fn one(block: &AmendmentBlock, class: &str, around: &Around<'_>) -> Markup {
    let held = around.held;
    let at = held.cited(&block.cited);
    let address = at.and_then(|at| held.listed().address(at));
    let standing = at.map(|at| held.standing(at).word());
    html! {
        article class=(class) id=(block.id) data-standing=[standing] data-number=[address] {
            h3 {
                @match address {
                    Some(address) => a href={
                        "/" (around.tongue.tag()) "/" (held.slug) "/amendments/" (address)
                    } { (heading(block, around)) },
                    None => (heading(block, around)),
                }
            }
            @if let Some(at) = at { (outcome(held, at, around.tongue)) }
            (wording(block, around))
        }
    }
}

/// "Amendment 4"; one that was offered in the sitting is called so.
pub fn heading(block: &AmendmentBlock, around: &Around<'_>) -> String {
    let record = around.held.cited(&block.cited);
    let record = record.and_then(|at| around.held.sitting.course.record(at));
    match record {
        Some(record) if record.number.is_none() && record.oral => {
            around.held.oral_name(record, around.lang)
        }
        _ => block.heading.clone(),
    }
}

/// What became of an amendment, with the figures; put anew while the page is open.
pub fn outcome(held: &Held, at: usize, tongue: Tongue) -> Markup {
    let standing = held.standing(at);
    let lang = (held.language(tongue) != tongue.lang()).then(|| tongue.tag());
    let name = held.listed().address(at).map(|address| format!("outcome-{address}"));
    html! {
        p class={ "outcome is-" (standing.word()) } lang=[lang] data-live=[name] {
            span class="word" { (capital(&held.outcome(at, tongue))) }
            @if let Some(votes) = held.votes(at, tongue) { span class="votes" { (votes) } }
        }
    }
}

/// Who tabled it, its wording, and what is noted on it.
fn wording(block: &AmendmentBlock, around: &Around<'_>) -> Markup {
    let leads = around.leads;
    let lang = (!block.lang.is_empty()).then_some(&block.lang);
    html! {
        @if !block.tabled.is_empty() {
            p class="tabled" lang=[lang] { (runs::of(&block.tabled, leads)) }
        }
        (words_alone(block, around))
    }
}

/// Its wording, its reasons, and what is noted on it.
pub fn words_alone(block: &AmendmentBlock, around: &Around<'_>) -> Markup {
    let leads = around.leads;
    let lang = (!block.lang.is_empty()).then_some(&block.lang);
    html! {
        div class="wording" lang=[lang] {
            @for paragraph in &block.wording {
                @if paragraph.role == Role::Quoted {
                    blockquote { p { (runs::of(&paragraph.content, leads)) } }
                } @else {
                    p { (runs::of(&paragraph.content, leads)) }
                }
            }
        }
        @for line in &block.without_place {
            p class="without" { (runs::of(line, leads)) }
        }
        @if !block.reasons.is_empty() {
            div class="reasons" lang=[lang] {
                p class="label" { (::words::say(around.lang, "web-note", &::words::Args::new())) }
                @for line in &block.reasons { p { (runs::of(line, leads)) } }
            }
        }
        @for note in &block.notes { p class="note" { (runs::of(note, leads)) } }
    }
}

/// The id of a piece of a page, and the ids that label it. Where the page has others of its kind, `of` is the id of what tells whose
/// it is; empty for none.
pub fn labelled(name: &str, of: &str) -> (String, String) {
    if of.is_empty() {
        return (name.to_owned(), name.to_owned());
    }
    let own = format!("{of}-{name}");
    let label = format!("{of} {own}");
    (own, label)
}

/// That something was recorded meanwhile, where a script must leave a page as it is; `address` is that of the page.
pub fn newer(address: &str, tongue: Tongue) -> Markup {
    html! {
        p class="newer" role="status" data-newer hidden {
            a href=(address) { (tongue.say("chair-newer")) }
        }
    }
}

/// A name with its family name in small capitals, as it is printed.
pub fn name(name: &str) -> Markup {
    let is_family = |word: &str| {
        let mut letters = word.chars().filter(|sign| sign.is_alphabetic());
        letters.clone().count() > 1 && !letters.any(char::is_lowercase)
    };
    html! {
        @for (at, word) in name.split(' ').enumerate() {
            @if at > 0 { " " }
            @match word.char_indices().nth(1).filter(|_| is_family(word)) {
                Some((second, _)) => {
                    (word[..second])
                    span class="caps" { (word[second..]) }
                }
                None => (word),
            }
        }
    }
}

/// The same words with no line end before a figure: "amendment 4" stays together.
pub fn bound(text: &str) -> String {
    let mut bound = String::with_capacity(text.len());
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        let binds = sign == ' '
            && bound.ends_with(char::is_alphabetic)
            && signs.peek().is_some_and(char::is_ascii_digit);
        bound.push(if binds { '\u{a0}' } else { sign });
    }
    bound
}

/// With a capital at its beginning.
pub fn capital(text: &str) -> String {
    let text = bound(text);
    let mut signs = text.chars();
    signs.next().map_or_else(String::new, |first| first.to_uppercase().chain(signs).collect())
}

/// With a capital at its beginning and a full stop at its end.
pub fn sentence(text: &str) -> String {
    let mut said = capital(text);
    if !said.ends_with(['.', '!', '?', '…']) {
        said.push('.');
    }
    said
}
