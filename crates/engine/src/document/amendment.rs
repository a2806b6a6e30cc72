//! One amendment as a block: heading, notes, tablers, wording with its quoted text set apart.

use super::compendium::place;
use super::ids::Ids;
use super::terms::first;
use super::{AmendmentBlock, Paragraph, Role, Run, Runs, runs};
use crate::{Amendment, AmendmentText, State, dossier::Tablers};
use instruction::style::{Labels, Language};
use source::Span;
use std::collections::BTreeMap;
use std::rc::Rc;
use text::{Fragment, Lang};

/// What drawing amendments needs beside the amendment.
pub(super) struct Drawing<'a> {
    pub(super) state: &'a State,
    pub(super) lang: Lang,
    pub(super) language: &'a Language,
    /// The id of each amendment, by position in the dossier.
    pub(super) ids: Vec<String>,
    /// Identical amendments that are drawn together: for each, by position, those of its group in calling order.
    groups: BTreeMap<usize, Rc<[usize]>>,
}

impl<'a> Drawing<'a> {
    pub(super) fn new(state: &'a State, lang: Lang, language: &'a Language, ids: &mut Ids) -> Self {
        let amendments = &state.dossier.amendments;
        let given = amendments.iter().map(|amendment| ids.give(&wanted_id(amendment))).collect();
        let together = language.tables.numbering.is_counted();
        let groups = if together { groups(state) } else { BTreeMap::new() };
        Self { state, lang, language, ids: given, groups }
    }

    /// The heading over a group of identical amendments, if this one is its first; and whether it stands with one
    /// above it.
    fn grouped(&self, position: usize) -> (String, bool) {
        let Some(group) = self.groups.get(&position) else { return (String::new(), false) };
        if group.first() != Some(&position) {
            return (String::new(), true);
        }
        let numbers = self.numbers(group);
        let (printed, labels) = (&self.language.printed, &self.language.labels);
        let heading = runs::of_template(printed.identical_group, &numbers, labels.and);
        let words: String = heading.into_iter().map(|run| run.text).collect();
        // What a note has around it.
        (words.trim_matches(['(', ')']).to_owned(), false)
    }

    /// The amendment at `position` in the dossier, with its sub-amendments before it.
    pub(super) fn block(&self, position: usize) -> Option<AmendmentBlock> {
        let mut block = self.alone(position)?;
        let below = self.state.sub_amendments(position);
        block.before = below.iter().filter_map(|&sub| self.alone(sub)).collect();
        Some(block)
    }

    fn alone(&self, position: usize) -> Option<AmendmentBlock> {
        let amendment = self.state.dossier.amendments.get(position)?;
        let labels = &self.language.labels;
        let (group, joined) = self.grouped(position);
        let mut block = AmendmentBlock {
            group,
            joined,
            id: self.ids.get(position).cloned().unwrap_or_default(),
            heading: heading(amendment, labels),
            number: amendment.number.clone(),
            cited: amendment.cited(),
            place: place(self.state, position, self.lang, self.language),
            notes: self.notes(position),
            ..AmendmentBlock::default()
        };
        let own = amendment.text(self.lang);
        if let Some(text) = own.or_else(|| amendment.texts.first()) {
            self.fill(&mut block, position, text);
        }
        Some(block)
    }

    fn fill(&self, block: &mut AmendmentBlock, position: usize, text: &AmendmentText) {
        if text.lang != self.lang {
            text.lang.tag().clone_into(&mut block.lang);
        }
        for remark in &text.remarks {
            block.notes.push(vec![Run::plain(format!("({})", within(remark)))]);
        }
        block.tablers.clone_from(&text.tablers.names);
        block.committee = text.tablers.committee;
        block.tabled = tabled(&text.tablers, &self.language.labels);
        block.wording = wording(&text.wording, &self.payloads(position, text.lang));
        block.reasons = text.note.iter().map(runs::of_fragment).collect();
    }

    /// Where quoted new text stands in the wording.
    fn payloads(&self, position: usize, lang: Lang) -> Vec<Span> {
        let texts = self.state.dossier.amendments.get(position).map(|amendment| &amendment.texts);
        let at = texts.and_then(|texts| texts.iter().position(|text| text.lang == lang));
        let worked = at.and_then(|at| self.state.worked.get(position)?.get(at));
        let Some(written) = worked.and_then(|worked| worked.written.as_ref()) else {
            return Vec::new();
        };
        let payloads = written.operations.iter().filter_map(|operation| operation.payload());
        let mut spans: Vec<Span> = payloads
            .flat_map(|payload| payload.paragraphs.iter().map(|paragraph| paragraph.span))
            .filter(|span| !span.is_empty())
            .collect();
        spans.sort_unstable();
        spans
    }

    /// Computed notes: what falls with it, with what it falls, to what it is identical.
    fn notes(&self, position: usize) -> Vec<Runs> {
        let (labels, printed) = (&self.language.labels, &self.language.printed);
        let falling = &labels.falling;
        let lists = [
            (self.state.fells(position), falling.fells_one, falling.fells_several, labels.and),
            (
                self.state.falls_with(position),
                falling.falls_with_one,
                falling.falls_with_several,
                labels.or,
            ),
            (
                self.identical_apart(position),
                printed.identical_one,
                printed.identical_several,
                labels.and,
            ),
        ];
        let line = |(others, one, several, joint): (Vec<usize>, &str, &str, &str)| {
            let numbers = self.numbers(&others);
            let template = if numbers.len() == 1 { one } else { several };
            (!numbers.is_empty()).then(|| runs::of_template(template, &numbers, joint))
        };
        lists.into_iter().filter_map(line).collect()
    }

    /// Those identical to this one that do not stand with it under one heading.
    fn identical_apart(&self, position: usize) -> Vec<usize> {
        let mut all = self.state.identical_to(position);
        if let Some(group) = self.groups.get(&position) {
            all.retain(|other| !group.contains(other));
        }
        all
    }

    /// Number and id of amendments; a sub-amendment falls with its own, which says so already.
    fn numbers(&self, positions: &[usize]) -> Vec<(String, String)> {
        let number = |&position: &usize| {
            let amendment = self.state.dossier.amendments.get(position)?;
            let id = self.ids.get(position)?;
            amendment.parent.is_none().then(|| (amendment.number.clone(), id.clone()))
        };
        positions.iter().filter_map(number).collect()
    }
}

/// Identical amendments that follow one another in the calling order, each with its group.
fn groups(state: &State) -> BTreeMap<usize, Rc<[usize]>> {
    let order = state.order.iter().map(|ranked| ranked.amendment);
    let order: Vec<usize> = order.filter(|at| state.parent(*at).is_none()).collect();
    let mut groups = BTreeMap::new();
    for group in order.chunk_by(|one, next| state.identical(*one, *next)) {
        if group.len() > 1 {
            let group: Rc<[usize]> = group.into();
            groups.extend(group.iter().map(|at| (*at, Rc::clone(&group))));
        }
    }
    groups
}

fn wanted_id(amendment: &Amendment) -> String {
    match &amendment.parent {
        Some(parent) => format!("am-{parent}-sub-{}", amendment.number),
        None => format!("am-{}", amendment.number),
    }
}

/// "Amendment 4", "Sub-amendment 1 to amendment 4".
pub(super) fn heading(amendment: &Amendment, labels: &Labels) -> String {
    match &amendment.parent {
        None => format!("{} {}", first(labels.amendment), amendment.number),
        Some(parent) => format!(
            "{} {} {} {parent}",
            first(labels.sub_amendment),
            amendment.number,
            first(labels.to_amendment)
        ),
    }
}

fn tabled(tablers: &Tablers, labels: &Labels) -> Runs {
    if tablers.names.is_empty() {
        return Runs::new();
    }
    runs::of_names(&format!("{} {}", first(labels.tabled_by), tablers.names.join(", ")))
}

/// A wording as paragraphs: its lines, and apart from them what it quotes as new text.
///
/// A payload is set apart where it ends its line and begins it or follows a colon; inside a line it
/// stays there and is marked.
fn wording(wording: &str, payloads: &[Span]) -> Vec<Paragraph> {
    let mut paragraphs = Vec::new();
    let mut from = 0;
    for line in wording.split('\n') {
        let span = Span::new(from, from + line.len());
        let inside: Vec<Span> =
            payloads.iter().copied().filter(|payload| payload.overlaps(span)).collect();
        paragraphs.extend(of_line(line, from, &inside));
        from += line.len() + 1;
    }
    paragraphs
}

fn of_line(line: &str, from: usize, payloads: &[Span]) -> Vec<Paragraph> {
    let apart = match payloads {
        [payload] => cut_apart(line, *payload, from),
        _ => None,
    };
    let Some(cut) = apart else {
        return paragraph(Role::Instruction, inline(line, from, payloads));
    };
    let (before, quoted) = line.split_at(cut);
    let mut paragraphs = paragraph(Role::Instruction, written(before.trim()));
    paragraphs.extend(paragraph(Role::Quoted, written(quoted.trim())));
    paragraphs
}

/// Where the line is cut before a payload set apart.
fn cut_apart(line: &str, payload: Span, from: usize) -> Option<usize> {
    let start = (payload.start as usize).saturating_sub(from);
    let end = (payload.end as usize).saturating_sub(from).min(line.len());
    let (before, after) = (line.get(..start)?, line.get(end..)?);
    let around = |c: char| c.is_whitespace() || "«»“”„\"'‘’".contains(c);
    let ends_line = after.chars().all(|c| around(c) || c == '.');
    let operative = before.trim_end_matches(around);
    // A number printed before a payload ("8. …") is outside its span and belongs to it.
    let operative =
        operative.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.' || around(c));
    let opens = operative.is_empty() || operative.ends_with(':');
    (ends_line && opens).then_some(operative.len())
}

fn inline(line: &str, from: usize, payloads: &[Span]) -> Runs {
    let mut runs = Runs::new();
    let mut at = 0;
    for payload in payloads {
        let start = (payload.start as usize).saturating_sub(from).clamp(at, line.len());
        let end = (payload.end as usize).saturating_sub(from).clamp(start, line.len());
        runs.extend(written(line.get(at..start).unwrap_or("")));
        let quoted = written(line.get(start..end).unwrap_or("")).into_iter();
        runs.extend(quoted.map(|run| Run { quoted: true, ..run }));
        at = end;
    }
    runs.extend(written(line.get(at..).unwrap_or("")));
    runs
}

fn written(words: &str) -> Runs {
    runs::of_fragment(&Fragment::from_caret(words))
}

/// A paragraph of these words, none where there are none.
fn paragraph(role: Role, content: Runs) -> Vec<Paragraph> {
    let empty = content.iter().all(|run| run.text.trim().is_empty());
    let paragraph = Paragraph { role, content, ..Paragraph::default() };
    if empty { Vec::new() } else { vec![paragraph] }
}

/// A remark without the parentheses around it, and with those in it: "Fell (see amendment 4)".
fn within(remark: &str) -> &str {
    let line = remark.trim();
    let Some(inner) = line.strip_prefix('(').and_then(|line| line.strip_suffix(')')) else {
        return line;
    };
    let mut open = 0_usize;
    for sign in inner.chars() {
        match sign {
            '(' => open += 1,
            // What was opened at the beginning ends here: "(a) and (b)".
            ')' if open == 0 => return line,
            ')' => open -= 1,
            _ => {}
        }
    }
    if open == 0 { inner } else { line }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parentheses_within_a_remark_stay() {
        assert_eq!(within("(Fell (see amendment 4))"), "Fell (see amendment 4)");
        assert_eq!(within(" (new) "), "new");
        assert_eq!(within("(a) and (b)"), "(a) and (b)");
        assert_eq!(within("new"), "new");
    }

    fn drawn(words: &str, payload: &str) -> Vec<(Role, String)> {
        let start = words.rfind(payload).expect("the payload stands in the wording");
        let spans = [Span::new(start, start + payload.len())];
        let text = |paragraph: Paragraph| {
            (paragraph.role, paragraph.content.into_iter().map(|run| run.text).collect())
        };
        wording(words, &spans).into_iter().map(text).collect()
    }

    #[test]
    fn a_payload_behind_a_colon_is_set_apart() {
        let drawn =
            drawn("replace paragraph 3 with the following: \"Fog is common.\".", "Fog is common.");
        let expected = [
            (Role::Instruction, "replace paragraph 3 with the following:".to_owned()),
            (Role::Quoted, "\"Fog is common.\".".to_owned()),
        ];
        assert_eq!(drawn, expected);
    }

    #[test]
    fn a_payload_on_its_own_line_is_set_apart() {
        let drawn = drawn("insert the following words:\n« , and rafts »", ", and rafts");
        assert_eq!(drawn[1], (Role::Quoted, "« , and rafts »".to_owned()));
    }

    #[test]
    fn a_payload_within_a_line_stays_there() {
        let drawn = drawn("insert \"large\" before the word \"boats\"", "large");
        assert_eq!(drawn.len(), 1);
        assert_eq!(drawn[0].1, "insert \"large\" before the word \"boats\"");
    }
}
