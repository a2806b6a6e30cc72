//! Each wording read and its places found.

use super::{Finding, Worked};
use crate::dossier::{Amendment, AmendmentText, Dossier, Version};
use crate::subamendment::Wording;
use instruction::style::{self, Language};
use instruction::{Instruction, Locator, Scope, Subject, parse, pointed, resolve};
use merge::Placed;
use source::Span;
use std::collections::{BTreeMap, BTreeSet};
use text::Lang;

/// Works out every text of every amendment, in their order.
pub(super) fn work(dossier: &mut Dossier, findings: &mut Vec<Finding>) -> Vec<Vec<Worked>> {
    let mut all = Vec::with_capacity(dossier.amendments.len());
    for (amendment, content) in dossier.amendments.iter_mut().enumerate() {
        let mut worked = read(amendment, content, &dossier.versions, findings);
        if content.parent.is_none() {
            content.parent = parent_as_worded(&content.number, &worked);
        }
        if content.parent.is_none() {
            place(amendment, content, &dossier.versions, &mut worked, findings);
        }
        all.push(worked);
    }
    parents(dossier, findings);
    sub_amendments(dossier, &mut all, findings);
    all
}

/// Finds the places of each sub-amendment in the wording of its amendment, and whether the amendment
/// so changed can still be carried out.
fn sub_amendments(dossier: &Dossier, all: &mut [Vec<Worked>], findings: &mut Vec<Finding>) {
    let positions = dossier.positions();
    for (amendment, content) in dossier.amendments.iter().enumerate() {
        let parent = content.parent.as_deref().and_then(|parent| positions.get(parent).copied());
        let Some((at, parent)) = parent.and_then(|at| Some((at, dossier.amendments.get(at)?)))
        else {
            continue;
        };
        if parent.parent.is_some() {
            continue;
        }
        for (nth, text) in content.texts.iter().enumerate() {
            let worked = all.get(amendment).and_then(|texts| texts.get(nth));
            let base = parent.texts.iter().position(|base| base.lang == text.lang);
            let base = base.and_then(|base| {
                let (text, worked) = (parent.texts.get(base)?, all.get(at)?.get(base)?);
                worked.placed.as_ref()?;
                Some((text.wording.as_str(), worked.written.as_ref()?))
            });
            let version = dossier.versions.iter().find(|version| version.lang == text.lang);
            let (Some(written), Some((wording, read)), Some(version), Some(language)) = (
                worked.and_then(|worked| worked.written.as_ref()),
                base,
                version,
                dossier.language(text.lang),
            ) else {
                continue;
            };
            let base = Wording::new(wording, read, language);
            let (draft, index, part) = (&version.draft, &version.index, parent.part);
            let scope = Scope { draft, index, part, language };
            let mut found = Vec::new();
            let applies = in_amendment(&base, written, &scope, &mut found);
            let found = found
                .into_iter()
                .map(|finding| pointed(finding, &text.wording, language))
                .collect();
            findings.extend(wording_findings(amendment, text.lang, found));
            if let Some(worked) = all.get_mut(amendment).and_then(|texts| texts.get_mut(nth)) {
                worked.applies = applies;
            }
        }
    }
}

fn in_amendment(
    base: &Wording<'_>,
    written: &Instruction<Locator>,
    scope: &Scope<'_>,
    findings: &mut Vec<instruction::Finding>,
) -> bool {
    let Some(placed) = base.place(written, findings) else { return false };
    let alone = [Placed { number: "", instruction: &placed }];
    let new = base.amended(&alone).ok();
    let carried_out =
        new.is_some_and(|new| resolve(&new.written, scope, &mut Vec::new()).is_some());
    if !carried_out {
        findings.push(instruction::Finding::AmendmentUnreadable { at: Span::default() });
    }
    carried_out
}

/// Reads the wordings.
fn read(
    amendment: usize,
    content: &Amendment,
    versions: &[Version],
    findings: &mut Vec<Finding>,
) -> Vec<Worked> {
    let language = |lang: Lang| {
        let version = versions.iter().find(|version| version.lang == lang);
        version.map_or_else(|| style::language(lang), Version::language)
    };
    let only = content.texts.iter().find_map(|text| only(text, language(text.lang)?));
    let mut each = Vec::with_capacity(content.texts.len());
    for text in &content.texts {
        // A version that the amendment does not concern may print anything in place of a wording.
        let Some(language) = language(text.lang).filter(|_| concerns(only, text.lang)) else {
            each.push(Worked::default());
            continue;
        };
        let mut parsed = parse(&text.wording, language);
        if text.wording.is_empty() {
            // The reader has said that there is none.
            parsed.findings.clear();
        }
        if let (Some(written), Some(only)) = (&mut parsed.instruction, only) {
            written.frame.only = Some(only.tag());
        }
        findings.extend(wording_findings(amendment, text.lang, parsed.findings));
        let not_executable = parsed.not_executable;
        each.push(Worked { written: parsed.instruction, not_executable, ..Worked::default() });
    }
    each
}

/// Finds the places of each wording in the draft of its language.
fn place(
    amendment: usize,
    content: &Amendment,
    versions: &[Version],
    worked: &mut [Worked],
    findings: &mut Vec<Finding>,
) {
    for (text, worked) in content.texts.iter().zip(worked) {
        let version = versions.iter().find(|version| version.lang == text.lang);
        let Some((version, language)) = version.and_then(|v| Some((v, v.language()?))) else {
            continue;
        };
        let Some(written) = &worked.written else { continue };
        let (draft, index, part) = (&version.draft, &version.index, content.part);
        let mut found = Vec::new();
        let wording = &text.wording;
        if index.provisions().is_empty() {
            // That there is no draft is said once, of the file.
            continue;
        }
        let placed = resolve(written, &Scope { draft, index, part, language }, &mut found);
        // Numbers carry no place of their own: the caret goes to them in the wording.
        let found = found.into_iter().map(|finding| pointed(finding, wording, language)).collect();
        findings.extend(wording_findings(amendment, text.lang, found));
        worked.placed = placed.filter(|_| worked.not_executable.is_none());
    }
}

fn wording_findings(
    amendment: usize,
    lang: Lang,
    found: Vec<instruction::Finding>,
) -> impl Iterator<Item = Finding> {
    found.into_iter().map(move |finding| Finding::Wording { amendment, lang, finding })
}

/// The only language that an amendment concerns, where its wording or a line in parentheses beside
/// it says so. Such a line is read as the beginning of the wording, where it may stand as well.
pub(crate) fn only(text: &AmendmentText, language: &Language) -> Option<Lang> {
    let said = |wording: &str| tag(wording, language);
    let remarks = text.remarks.iter();
    let remark = |remark: &String| said(&format!("{remark} {}", text.wording));
    let tag = said(&text.wording).or_else(|| remarks.map(remark).find_map(|tag| tag))?;
    Some(Lang::new(tag))
}

fn tag(wording: &str, language: &Language) -> Option<&'static str> {
    // Only a wording with a parenthesis can say so; most have none and need not be read twice.
    let opens = wording.contains('(');
    opens.then(|| parse(wording, language).instruction?.frame.only).flatten()
}

/// The finding about amendments that carry one number, where there are several.
fn number_twice(carriers: &[usize]) -> Option<Finding> {
    let [first, second, ..] = carriers else { return None };
    Some(Finding::NumberTwice { first: *first, second: *second, count: carriers.len() })
}

fn concerns(only: Option<Lang>, lang: Lang) -> bool {
    only.is_none_or(|only| only == lang)
}

/// "In amendment 13, …" makes a sub-amendment, however it is headed.
fn parent_as_worded(number: &str, worked: &[Worked]) -> Option<String> {
    worked.iter().find_map(|worked| match &worked.written.as_ref()?.frame.subject {
        Subject::Amendment(parent) if parent != number => Some(parent.clone()),
        Subject::Amendment(_) | Subject::Unstated | Subject::Draft(..) => None,
    })
}

/// Numbers that are carried twice, and parents that are not there or have a parent themselves.
fn parents(dossier: &Dossier, findings: &mut Vec<Finding>) {
    let mut carried: BTreeMap<(Option<&str>, &str), Vec<usize>> = BTreeMap::new();
    for (at, amendment) in dossier.amendments.iter().enumerate() {
        let key = (amendment.parent.as_deref(), amendment.number.as_str());
        carried.entry(key).or_default().push(at);
    }
    let mut twice: Vec<Finding> = carried.values().filter_map(|all| number_twice(all)).collect();
    twice.sort_by_key(|finding| match finding {
        Finding::NumberTwice { second, .. } => *second,
        _ => usize::MAX,
    });
    findings.extend(twice);
    let subs: BTreeSet<&str> =
        carried.keys().filter(|(parent, _)| parent.is_some()).map(|(_, own)| *own).collect();
    let is_sub = |number: &str| match number.split_once('/') {
        Some((parent, own)) => carried.contains_key(&(Some(parent), own)),
        None => subs.contains(number),
    };
    for (amendment, content) in dossier.amendments.iter().enumerate() {
        let Some(parent) = &content.parent else { continue };
        if carried.contains_key(&(None, parent.as_str())) {
            continue;
        }
        if is_sub(parent) {
            findings.push(Finding::TooDeep { amendment });
        } else {
            findings.push(Finding::ParentNotFound { amendment, parent: parent.clone() });
        }
    }
}
