//! Lines of bills: articles, their alinéas, the divisions over them, and which article an amendment is to.
//!
//! ```text
//! Règlement : senat              which rules the paper is under; or the chamber by its name
//! Chapitre II                    a division: kept at the head of the article that follows
//! Des bateaux
//! Article 3                      an article
//! I. – Les bateaux rentrent.     an alinéa a line;
//! (2) II. – Ils sont comptés.    its count may stand before it, and then the lines without one go on
//! Amendement n° 7
//! Article 3                      in the head of an amendment: to which article it is
//! ```

use super::Machine;
use crate::read::amendment::Mode;
use crate::read::classify::Kind;
use crate::read::finding::Finding;
use crate::read::lines::Line;
use crate::read::para::Para;
use crate::read::remains;
use instruction::style::Labels;
use source::Span;

/// Lines of the longest heading of a division.
const LONGEST_DIVISION: usize = 160;

impl Machine<'_> {
    /// Reads a line as one of a bill, if it is one that other papers do not have.
    pub(super) fn of_bill(&mut self, line: &Line, kind: &Kind) -> bool {
        let words = self.words(line);
        if let Some(at) = remains::first(words) {
            self.repairs.remains(Span::at(line.span.start as usize + at));
        }
        let division = std::mem::take(&mut self.division);
        match kind {
            Kind::Part { letter: Some(number), page: false, .. } => {
                self.article_amended(number, line.span)
            }
            Kind::Division if self.is_division(line) => {
                self.end_header();
                self.end_amendment();
                self.decide(None);
                self.over_articles(line);
                true
            }
            Kind::Text if division && self.tabled.is_none() && words.len() <= LONGEST_DIVISION => {
                self.over_articles(line);
                true
            }
            _ if self.in_header => self.names_rules(line),
            _ if self.tabled.is_none() && !self.gathered => self.alinea(line, kind),
            _ => false,
        }
    }

    fn over_articles(&mut self, line: &Line) {
        self.draft.above(Para::line(self.file, line.span, &mut self.repairs));
        self.division = true;
    }

    /// Whether a heading over articles may stand here: not above a wording, and behind one only where an empty
    /// line parts them and no new text is announced. Quotation marks do not tell: each quoted alinéa opens them,
    /// and the last alone closes them.
    fn is_division(&self, line: &Line) -> bool {
        self.tabled.as_ref().is_none_or(|tabled| match tabled.mode {
            Mode::Head | Mode::Tablers => false,
            Mode::Wording => line.blank && !tabled.wording.text.ends_with(':'),
            Mode::Note => true,
        })
    }

    /// The head of an amendment says to which article it is.
    fn article_amended(&mut self, number: &str, at: Span) -> bool {
        let Some(tabled) = &mut self.tabled else { return false };
        let head = matches!(tabled.mode, Mode::Head | Mode::Tablers) && tabled.wording.is_empty();
        if !head || tabled.article.is_some() {
            return false;
        }
        tabled.article = Some((number.to_owned(), at));
        true
    }

    /// The line of the head that names the rules, or the chamber whose rules are meant.
    fn names_rules(&mut self, line: &Line) -> bool {
        let named = rules_named(self.words(line), self.classifier.labels);
        let found = named.is_some();
        if let Some(name) = named {
            self.rules = Some((name, line.span));
        }
        found
    }

    /// An alinéa of the article being read, or more of the one before.
    fn alinea(&mut self, line: &Line, kind: &Kind) -> bool {
        if self.in_header
            || matches!(kind, Kind::Amendment { .. } | Kind::Part { .. } | Kind::Amendments)
        {
            return false;
        }
        self.warn_of_heading(line, kind);
        self.need_part(line.span);
        let (literal, span) = self.literal(line, kind);
        let words = span.of(self.file);
        let (count, printed) = self.draft.alineas();
        let found = count_at_start(words).filter(|_| !literal);
        match found.filter(|(found, _)| printed || *found == 1) {
            Some((found, at)) => {
                if found != count + 1 {
                    let printed = words.get(..at).unwrap_or("").trim().to_owned();
                    self.findings.push(Finding::AlineaCount {
                        article: self.draft.heading_read(),
                        printed,
                        count: count + 1,
                        at: Span::new(span.start as usize, span.start as usize + at),
                    });
                }
                let text = Span::new(span.start as usize + at, span.end as usize);
                let para = Para::line(self.file, text, &mut self.repairs);
                self.draft.alinea(para, true);
            }
            None if printed && !literal => {
                self.repairs.joined(line.span);
                self.draft.go_on(self.file, span, &mut self.repairs);
            }
            None => {
                let para = Para::line(self.file, span, &mut self.repairs);
                self.draft.alinea(para, false);
            }
        }
        self.last_of_draft = line.span.start;
        true
    }

    /// Gives the amendments that name their article its position.
    pub(super) fn amended_articles(&mut self) {
        for (position, article, at) in std::mem::take(&mut self.articles) {
            let Some(amendment) = self.amendments.get_mut(position) else { continue };
            match self.draft.article(&article) {
                Some(part) => amendment.part = Some(part),
                None => {
                    amendment.part = None;
                    let amendment = amendment.cited();
                    self.findings.push(Finding::ArticleNotFound { amendment, article, at });
                }
            }
        }
    }
}

/// The rules that a line of the head names: "Règlement : senat 2023", or the chamber alone.
pub fn rules_named(words: &str, labels: &Labels) -> Option<String> {
    let label = labels.rules.iter().find_map(|label| {
        let (named, rules) = words.split_once(':')?;
        let same = named.trim().to_lowercase() == label.to_lowercase();
        let rules = rules.split_whitespace().collect::<Vec<_>>().join(" ");
        (same && !rules.is_empty()).then_some(rules)
    });
    let lower = words.to_lowercase();
    let mut chambers = labels.chambers.iter();
    let chamber = chambers.find(|(name, _)| name.to_lowercase() == lower);
    label.or_else(|| chamber.map(|(_, profile)| (*profile).to_owned()))
}

/// The count printed before an alinéa, "(12) " or "⑫ ", and where its text begins.
pub fn count_at_start(line: &str) -> Option<(usize, usize)> {
    let sign = line.chars().next()?;
    let circled = match u32::from(sign) {
        code @ 0x2460..=0x2473 => Some(code - 0x2460 + 1),
        code @ 0x3251..=0x325f => Some(code - 0x3251 + 21),
        code @ 0x32b1..=0x32bf => Some(code - 0x32b1 + 36),
        _ => None,
    };
    let (count, end) = match circled {
        Some(count) => (count as usize, sign.len_utf8()),
        None => {
            let digits = line.strip_prefix('(')?.split_once(')')?.0;
            let plain = (1..=4).contains(&digits.len())
                && digits.bytes().all(|byte| byte.is_ascii_digit())
                && !digits.starts_with('0');
            (digits.parse().ok().filter(|_| plain)?, digits.len() + 2)
        }
    };
    let rest = line.get(end..)?;
    let text = rest.trim_start();
    (text.len() < rest.len() && !text.is_empty()).then(|| (count, line.len() - text.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_before_alineas() {
        assert_eq!(count_at_start("(12) Le lac."), Some((12, 5)));
        assert_eq!(count_at_start("③ Le lac."), Some((3, 4)));
        assert_eq!(count_at_start("㉑ Le lac."), Some((21, 4)));
        assert_eq!(count_at_start("㊿ Le lac."), Some((50, 4)));
        for line in ["(12)", "(Supprimé)", "12. Le lac.", "(0) Le lac.", "(1)a", ""] {
            assert_eq!(count_at_start(line), None, "{line}");
        }
    }
}
