//! Where in which file a finding points.

use crate::open::Opened;
use crate::recorded::About;
use crate::state::Finding;
use crate::{AmendmentText, State, languages};
use source::{SourceFile, Span};
use std::sync::Arc;
use text::Lang;

/// A span of a file.
#[derive(Clone, Debug)]
pub struct Spot {
    /// The file.
    pub file: Arc<SourceFile>,
    /// Where, in its decoded text.
    pub span: Span,
}

/// Where a finding points; `None` where the dossier stands in no file.
pub fn spot(finding: &Finding, opened: &Opened) -> Option<Spot> {
    let state = &opened.state;
    match finding {
        Finding::Read { version, finding } => {
            let file = Arc::clone(opened.files.get(*version)?);
            Some(Spot { file, span: finding.at() })
        }
        Finding::Wording { amendment, lang, finding } => {
            in_text(state, *amendment, Some(*lang), |text| text.origin.span(finding.at()))
        }
        Finding::NumberTwice { second, .. } => head(state, *second, None),
        Finding::ParentNotFound { amendment, .. }
        | Finding::TooDeep { amendment }
        | Finding::FallNotPrinted { amendment, .. }
        | Finding::OrderUncertain { amendment, .. } => head(state, *amendment, None),
        Finding::FallNotComputed { amendment, other, fells } => {
            in_text(state, *amendment, None, |text| {
                let said = |fall: &&crate::dossier::PrintedFall| {
                    fall.fells == *fells && fall.others.contains(other)
                };
                text.falling.iter().find(said).map(|fall| fall.at)
            })
        }
        Finding::VotesAgainstOutcome { about } => of_recorded(state, *about),
        Finding::DecidedByUnknown { amendment, .. } => head(state, *amendment, None),
        Finding::NoteTooLong { amendment, lang, .. } => head(state, *amendment, Some(*lang)),
        Finding::Languages(finding) => of_languages(finding, opened),
        // What names rules is no text.
        Finding::RulesNotAtHand { .. } => None,
    }
}

fn of_languages(finding: &languages::Finding, opened: &Opened) -> Option<Spot> {
    use languages::Finding as F;
    let state = &opened.state;
    match finding {
        F::LanguageTwice { .. } => {
            let file = Arc::clone(opened.files.last()?);
            Some(Spot { file, span: Span::at(0) })
        }
        F::DecisionsDiffer { about } => of_recorded(state, *about),
        F::OneLanguage { amendment, lang } => head(state, *amendment, Some(*lang)),
        F::PlacesDiffer { amendment, langs: (_, lang) }
        | F::WordsDiffer { amendment, langs: (_, lang), .. }
        | F::WordsUncertain { amendment, langs: (_, lang), .. }
        | F::SentencesUncertain { amendment, langs: (_, lang) }
        | F::OperationsDiffer { amendment, langs: (_, lang) } => {
            in_text(state, *amendment, Some(*lang), |text| {
                text.origin.span(Span::new(0, text.wording.len()))
            })
        }
        F::DraftsDiffer { part, number, only_in } => {
            let version = state.dossier.version(*only_in)?;
            let id = version.index.numbered(*part, number).first()?;
            let start = version.index.provision_at(*id)?.span.start;
            let block = version.index.block_at(version.index.block_of(start)?)?;
            let span = block_origin(version, block)?.span(Span::new(0, block.span.len()))?;
            Some(Spot { file: Arc::clone(&version.file), span })
        }
    }
}

/// The heading of an amendment; a text has none that is kept.
fn of_recorded(state: &State, about: About) -> Option<Spot> {
    match about {
        About::Amendment(amendment) => head(state, amendment, None),
        About::Text(_) => None,
    }
}

fn block_origin<'a>(
    version: &'a crate::Version,
    block: &text::BlockEntry,
) -> Option<&'a source::Origin> {
    let part = version.draft.parts.get(block.part as usize)?;
    let (last, way) = block.path.split_last()?;
    let mut children = &part.children;
    for step in way {
        match children.get(*step as usize)? {
            text::Child::Provision(provision) => children = &provision.children,
            text::Child::Block(_) | text::Child::Opaque(_) => return None,
        }
    }
    match children.get(*last as usize)? {
        text::Child::Block(block) => Some(&block.origin),
        text::Child::Opaque(opaque) => Some(&opaque.origin),
        text::Child::Provision(_) => None,
    }
}

/// The heading of an amendment, in this language or its first.
pub fn heading(state: &State, amendment: usize, lang: Lang) -> Option<Spot> {
    head(state, amendment, Some(lang)).or_else(|| head(state, amendment, None))
}

fn head(state: &State, amendment: usize, lang: Option<Lang>) -> Option<Spot> {
    in_text(state, amendment, lang, |text| Some(text.heading))
}

/// A span in the text of an amendment, in this language or its first.
fn in_text(
    state: &State,
    amendment: usize,
    lang: Option<Lang>,
    find: impl Fn(&AmendmentText) -> Option<Span>,
) -> Option<Spot> {
    let amendment = state.dossier.amendments.get(amendment)?;
    let in_lang = |text: &&AmendmentText| lang.is_none_or(|lang| text.lang == lang);
    let (text, span) =
        amendment.texts.iter().filter(in_lang).find_map(|text| Some((text, find(text)?)))?;
    let file = Arc::clone(&state.dossier.version(text.lang)?.file);
    (!file.text.is_empty()).then_some(Spot { file, span })
}
