//! What of a file is not in the dossier.

use super::node::{Element, is_space, one_space, words_of};
use engine::imported;
use engine::read::Finding;
use source::{Severity, Span};
use std::collections::BTreeMap;

/// Gathers findings; elements of one name that lost the same are one finding with their number.
#[derive(Default)]
pub(super) struct Notes {
    findings: Vec<Finding>,
    /// Where the finding on a code and a name stands in `findings`.
    counted: BTreeMap<(&'static str, String), usize>,
}

/// Where an element or a text begins: the sign `<`, or nothing before the first character.
fn at(node: Element<'_, '_>) -> Span {
    let start = node.range().start;
    if node.is_element() { Span::new(start, start + 1) } else { Span::at(start) }
}

impl Notes {
    /// The findings in the order of the file.
    pub(super) fn finish(mut self) -> Vec<Finding> {
        self.findings.sort_by_key(|finding| finding.at().start);
        self.findings
    }

    /// The words of the element are kept, what it says of them is not.
    pub(super) fn as_text(&mut self, node: Element<'_, '_>) {
        self.count("text", node, |element, at| Finding::MarkupAsText { element, count: 1, at });
    }

    /// The element is kept and printed, but not read.
    pub(super) fn kept_whole(&mut self, node: Element<'_, '_>) {
        self.count("whole", node, |element, at| Finding::MarkupKeptWhole { element, count: 1, at });
    }

    /// The element has no words, or only such as stand in the dossier elsewhere.
    pub(super) fn ignored(&mut self, node: Element<'_, '_>) {
        self.count("ignored", node, |element, at| Finding::MarkupIgnored { element, count: 1, at });
    }

    /// A quotation got its marks.
    pub(super) fn quoted(&mut self, node: Element<'_, '_>) {
        self.count("quoted", node, |_, at| Finding::QuotationMarksAdded { count: 1, at });
    }

    /// The element with all its words is left out.
    pub(super) fn left_out(&mut self, node: Element<'_, '_>) {
        self.words_left_out(node, &words_of(node));
    }

    /// Words of an element are left out; nothing is said where there are none.
    pub(super) fn words_left_out(&mut self, node: Element<'_, '_>, words: &str) {
        if words.chars().all(is_space) {
            return self.ignored(node);
        }
        let element = node.tag_name().name().to_owned();
        let text = one_space(words);
        self.findings.push(Finding::MarkupTextLeftOut { element, text, at: at(node) });
    }

    /// Words marked as deleted are left out.
    pub(super) fn deleted(&mut self, node: Element<'_, '_>) {
        let text = words_of(node);
        if !text.is_empty() {
            self.findings.push(Finding::ChangeAccepted { text, at: at(node) });
        }
    }

    /// A step of a workflow is not taken, and why.
    pub(super) fn decision(&mut self, node: Element<'_, '_>, why: &'static str) {
        self.not_taken("decision-unread", node, why);
    }

    /// The same of the figures of a vote.
    pub(super) fn votes(&mut self, node: Element<'_, '_>, why: &'static str) {
        self.not_taken("votes-unread", node, why);
    }

    fn not_taken(&mut self, code: &'static str, node: Element<'_, '_>, why: &'static str) {
        let said = node.attributes().map(|one| format!("{}=\"{}\"", one.name(), one.value()));
        let what = std::iter::once(node.tag_name().name().to_owned()).chain(said);
        let what = what.collect::<Vec<_>>().join(" ");
        let what = one_space(&what);
        let finding = imported::Finding::new(code, Severity::Warning).at(at(node));
        let finding = finding.with("what", engine::words::excerpt(&what, 160)).with("why", why);
        self.findings.push(Finding::Imported(finding));
    }

    fn count(
        &mut self,
        code: &'static str,
        node: Element<'_, '_>,
        first: impl FnOnce(String, Span) -> Finding,
    ) {
        let name = node.tag_name().name();
        match self.counted.get(&(code, name.to_owned())) {
            Some(known) => {
                if let Some(
                    Finding::MarkupAsText { count, .. }
                    | Finding::MarkupKeptWhole { count, .. }
                    | Finding::MarkupIgnored { count, .. }
                    | Finding::QuotationMarksAdded { count, .. },
                ) = self.findings.get_mut(*known)
                {
                    *count += 1;
                }
            }
            None => {
                self.counted.insert((code, name.to_owned()), self.findings.len());
                self.findings.push(first(name.to_owned(), at(node)));
            }
        }
    }
}
