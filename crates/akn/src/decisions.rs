//! What is recorded of the amendments and texts: positions of committees, outcomes, votes.
//!
//! The standard has places for them: a `step` of the `workflow` for what a committee or the assembly did, and
//! when; a `voting` of the `analysis` for the figures. What was done is a concept, whoever did it an
//! organization or a person; all stand among the references of the whole.
//!
//! ```text
//! <workflow>
//!   <step date="2031-10-15T17:09:00Z" by="#committee_1" outcome="#position_unanimous"/>
//!   <step date="2031-10-16T10:31:00Z" by="#assembly" outcome="#outcome_fell" hc:because="4"/>
//! </workflow>
//! ```
//!
//! Here stands how it is written and what everything is called there; `read/decisions.rs` reads it.

use crate::meta::Work;
use crate::xml::Xml;
use engine::recorded::{By, Recorded, Ruling, TextOutcome, TextRuling, Votes};
use engine::words::{self, Args};
use engine::{Amendment, Dossier};
use procedure::rules::{Shown, Term};
use procedure::state::Outcome;
use std::collections::BTreeMap;
use text::Lang;

/// What the concept of each kind of step begins with.
pub(crate) const POSITION: &str = "position_";
/// The same of outcomes.
pub(crate) const OUTCOME: &str = "outcome_";

/// The figures of a vote, each a concept and the message that is its name.
pub(crate) const BALLOTS: [(&str, &str); 3] = [
    ("ballot_for", "column-for"),
    ("ballot_against", "column-against"),
    ("ballot_abstention", "column-abstentions"),
];

/// Whoever decided by vote or from the chair.
pub(crate) const ASSEMBLY: &str = "assembly";

/// What a dossier records, in one of its languages, in the words of the standard.
pub(crate) struct Decisions<'a> {
    dossier: &'a Dossier,
    lang: Lang,
    /// Committees that are no tablers, numbered as they first come in the file.
    committees: BTreeMap<&'a str, usize>,
    /// Members who are none, in the same way.
    members: BTreeMap<&'a str, usize>,
}

/// One thing that was done.
struct Step<'a> {
    at: &'a str,
    by: String,
    outcome: String,
    because: &'a [String],
    superseded_by: &'a [String],
}

impl<'a> Decisions<'a> {
    /// Of a dossier whose tablers `work` knows.
    pub(crate) fn new(dossier: &'a Dossier, lang: Lang, work: &Work<'_>) -> Self {
        let (committees, members) = (BTreeMap::new(), BTreeMap::new());
        let mut decisions = Self { dossier, lang, committees, members };
        for recorded in decisions.told() {
            for taken in &recorded.positions {
                decisions.named(&taken.committee, true, work);
            }
            match recorded.ruling.as_ref().map(|ruling| &ruling.by) {
                Some(By::Member(name)) => decisions.named(name, false, work),
                Some(By::Committee(name)) => decisions.named(name, true, work),
                Some(By::Assembly) | None => {}
            }
        }
        decisions
    }

    /// What is recorded of the amendments in this file, in its order.
    fn told(&self) -> impl Iterator<Item = &'a Recorded> + use<'a> {
        let (amendments, lang) = (self.dossier.amendments.iter(), self.lang);
        let here = amendments.filter(move |amendment| amendment.text(lang).is_some());
        here.filter_map(|amendment| amendment.recorded.as_deref())
    }

    fn named(&mut self, name: &'a str, committee: bool, work: &Work<'_>) {
        // One that tabled an amendment stands among the references already.
        if work.tabler(name, committee).is_none() {
            let all = if committee { &mut self.committees } else { &mut self.members };
            let next = all.len() + 1;
            all.entry(name).or_insert(next);
        }
    }

    /// Committees, members and concepts, for the references of the whole.
    pub(crate) fn references(&self, xml: &mut Xml, work: &Work<'_>) {
        for (name, number) in by_number(&self.committees) {
            work.organization(xml, &format!("committee_{number}"), name);
        }
        for (name, number) in by_number(&self.members) {
            work.person(xml, &format!("member_{number}"), name);
        }
        for (id, shown) in self.concepts() {
            let href = format!("/akn/ontology/concept/{id}");
            xml.empty("TLCConcept", &[("eId", &id), ("href", &href), ("showAs", &shown)]);
        }
    }

    /// The concepts that are referred to, each with its words in this language.
    fn concepts(&self) -> BTreeMap<String, String> {
        let say = |id: &str| words::say(self.lang, id, &Args::new());
        let word = |outcome| self.dossier.decisions.word(outcome, self.lang);
        let mut concepts = BTreeMap::new();
        let mut counted = false;
        for recorded in self.told() {
            for taken in &recorded.positions {
                let words = taken.position.words(self.lang);
                concepts.insert(of_position(taken.position), words);
            }
            if let Some(ruling) = &recorded.ruling {
                concepts.insert(of_outcome(ruling.outcome), word(ruling.outcome));
                counted |= ruling.votes.is_some();
            }
        }
        for text in &self.dossier.decisions.texts {
            let words = match text.outcome.of_a_vote() {
                Some(outcome) => word(outcome),
                None => say("akn-referred-back"),
            };
            concepts.insert(of_text(text.outcome), words);
            counted |= text.votes.is_some();
        }
        if counted {
            for (id, column) in BALLOTS {
                concepts.insert(id.to_owned(), say(column));
            }
        }
        concepts
    }

    /// What was done about an amendment.
    pub(crate) fn amendment(&self, xml: &mut Xml, amendment: &Amendment, work: &Work<'_>) {
        let Some(recorded) = amendment.recorded.as_deref() else { return };
        let positions = recorded.positions.iter().map(|taken| Step {
            at: taken.at.as_str(),
            by: self.id(&taken.committee, true, work),
            outcome: of_position(taken.position),
            because: &[],
            superseded_by: &[],
        });
        let ruling = recorded.ruling.iter().map(|ruling| Step {
            at: ruling.at.as_str(),
            by: match &ruling.by {
                By::Assembly => ASSEMBLY.to_owned(),
                By::Member(name) => self.id(name, false, work),
                By::Committee(name) => self.id(name, true, work),
            },
            outcome: of_outcome(ruling.outcome),
            because: &ruling.because,
            superseded_by: &ruling.superseded_by,
        });
        workflow(xml, positions.chain(ruling));
    }

    /// The identifier of a committee or member.
    fn id(&self, name: &str, committee: bool, work: &Work<'_>) -> String {
        work.tabler(name, committee).unwrap_or_else(|| {
            let (kind, all) = match committee {
                true => ("committee", &self.committees),
                false => ("member", &self.members),
            };
            format!("{kind}_{}", all.get(name).unwrap_or(&0))
        })
    }

    /// The vote on an amendment; `id` is that of its component.
    pub(crate) fn vote_on_amendment(&self, xml: &mut Xml, amendment: &Amendment, id: &str) {
        let ruling = amendment.recorded.as_ref().and_then(|recorded| recorded.ruling.as_ref());
        if let Some(Ruling { outcome, votes: Some(votes), .. }) = ruling {
            voting(xml, *votes, &of_outcome(*outcome), id);
        }
    }

    /// What was done about a text as a whole.
    pub(crate) fn text(&self, xml: &mut Xml, part: usize) {
        let ruling = self.ruling(part).into_iter();
        let step = ruling.map(|ruling| Step {
            at: ruling.at.as_str(),
            by: ASSEMBLY.to_owned(),
            outcome: of_text(ruling.outcome),
            because: &[],
            superseded_by: &[],
        });
        workflow(xml, step);
    }

    /// The vote on a text as a whole, with the `analysis` that it stands in.
    pub(crate) fn vote_on_text(&self, xml: &mut Xml, part: usize, id: &str) {
        if let Some(TextRuling { outcome, votes: Some(votes), .. }) = self.ruling(part) {
            xml.within("analysis", &[("source", "#hemicycle")], |xml| {
                voting(xml, *votes, &of_text(*outcome), id);
            });
        }
    }

    fn ruling(&self, part: usize) -> Option<&'a TextRuling> {
        let texts = &self.dossier.decisions.texts;
        let at = texts.binary_search_by_key(&part, |text| text.part as usize).ok()?;
        texts.get(at)
    }
}

fn by_number<'a>(all: &BTreeMap<&'a str, usize>) -> Vec<(&'a str, usize)> {
    let mut all: Vec<_> = all.iter().map(|(name, number)| (*name, *number)).collect();
    all.sort_unstable_by_key(|(_, number)| *number);
    all
}

fn workflow<'s>(xml: &mut Xml, steps: impl Iterator<Item = Step<'s>>) {
    let mut steps = steps.peekable();
    if steps.peek().is_none() {
        return;
    }
    xml.within("workflow", &[("source", "#hemicycle")], |xml| {
        for step in steps {
            let (by, outcome) = (format!("#{}", step.by), format!("#{}", step.outcome));
            let mut attributes: Vec<(&str, &str)> =
                vec![("date", step.at), ("by", &by), ("outcome", &outcome)];
            let (because, wider) = (listed(step.because), listed(step.superseded_by));
            if !step.because.is_empty() {
                attributes.push(("hc:because", &because));
            }
            if !step.superseded_by.is_empty() {
                attributes.push(("hc:supersededBy", &wider));
            }
            xml.empty("step", &attributes);
        }
    });
}

/// A vote whose figures are known.
fn voting(xml: &mut Xml, votes: Votes, outcome: &str, id: &str) {
    let id = format!("{id}__voting_1");
    let outcome = format!("#{outcome}");
    let figures = [votes.in_favour, votes.against, votes.abstentions];
    xml.within("parliamentary", &[], |xml| {
        xml.within("voting", &[("eId", &id), ("outcome", &outcome)], |xml| {
            for (at, (figure, (ballot, _))) in figures.iter().zip(BALLOTS).enumerate() {
                let id = format!("{id}__count_{}", at + 1);
                let (figure, ballot) = (figure.to_string(), format!("#{ballot}"));
                let attributes = [("eId", id.as_str()), ("value", &figure), ("refersTo", &ballot)];
                xml.empty("count", &attributes);
            }
        });
    });
}

fn of_position(position: procedure::rules::Position) -> String {
    format!("{POSITION}{}", position.word())
}

fn of_outcome(outcome: Outcome) -> String {
    format!("{OUTCOME}{}", outcome.as_str())
}

fn of_text(outcome: TextOutcome) -> String {
    format!("{OUTCOME}{}", outcome.as_str())
}

/// Amendments as they are cited, with a comma and a space between them: "4, 13/1". A comma within a number is doubled.
fn listed(cited: &[String]) -> String {
    cited.iter().map(|cited| cited.replace(',', ",,")).collect::<Vec<_>>().join(", ")
}

/// The same read back.
pub(crate) fn unlisted(list: &str) -> Vec<String> {
    let (mut all, mut cited) = (Vec::new(), String::new());
    let mut signs = list.chars().peekable();
    while let Some(sign) = signs.next() {
        if sign != ',' {
            cited.push(sign);
        } else if signs.next_if_eq(&',').is_some() {
            cited.push(',');
        } else {
            signs.next_if_eq(&' ');
            all.push(std::mem::take(&mut cited));
        }
    }
    all.push(cited);
    all
}

#[cfg(test)]
mod tests {
    use super::{listed, unlisted};

    #[test]
    fn numbers_in_a_list_are_those_that_were_put_there() {
        for (cited, written) in [
            (&["4"][..], "4"),
            (&["4", "13/1", "3 rev."], "4, 13/1, 3 rev."),
            (&["4, 5", "6"], "4,, 5, 6"),
            (&["4,", ",5", " 6", ""], "4,,, ,,5,  6, "),
        ] {
            let cited: Vec<String> = cited.iter().map(|one| (*one).to_owned()).collect();
            assert_eq!(listed(&cited), written);
            assert_eq!(unlisted(written), cited);
        }
    }
}
