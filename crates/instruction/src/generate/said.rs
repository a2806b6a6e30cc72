//! What a clause must say of its place, given what the clauses before it said.

use crate::{Context, Edge, Locator, Occurrence, Operation, Sentences, Unit, WordsAt};

/// The innermost step of a locator: what the operation acts upon.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Target {
    Nothing,
    Unit,
    Rule,
    Sentences,
    Words,
}

/// The innermost step of a locator.
pub(super) fn target(at: &Locator) -> Target {
    if at.words.is_some() {
        Target::Words
    } else if at.sentences.is_some() {
        Target::Sentences
    } else if at.rule.is_some() {
        Target::Rule
    } else if at.unit != Unit::Unstated {
        Target::Unit
    } else {
        Target::Nothing
    }
}

/// The words beside those meant.
pub(super) fn context(at: &Locator) -> Option<&Context> {
    match &at.words {
        Some(WordsAt::Quoted { context, .. }) => context.as_ref(),
        _ => None,
    }
}

/// Which of several equal words is meant.
pub(super) fn occurrence(at: &Locator) -> Option<Occurrence> {
    match &at.words {
        Some(WordsAt::Quoted { occurrence, .. }) => Some(*occurrence),
        _ => None,
    }
}

/// Which steps stand before the verb.
#[derive(Clone, Copy, Default, Debug)]
pub(super) struct Named {
    pub unit: bool,
    pub rule: bool,
    pub sentences: bool,
    /// "at the end" is enough: the place itself is inherited.
    pub bare_edge: bool,
}

/// What the clauses so far have said; the same rule as in the reading of wordings.
#[derive(Clone, Default, Debug)]
pub(super) struct Said {
    unit: Unit,
    rule: Option<String>,
    sentences: Option<Sentences>,
}

impl Said {
    /// What the clause of `operation` must name before its verb; remembers it for the next.
    pub fn name(&mut self, operation: &Operation<Locator>) -> Named {
        let at = operation.at();
        let target = target(at);
        let inside = match operation {
            Operation::Insert { edge: Edge::Beginning | Edge::End, .. } => true,
            Operation::Insert { .. } | Operation::Replace { .. } | Operation::Delete { .. } => {
                false
            }
        };
        let inherited = self.unit == at.unit
            && (self.rule.is_none() || self.rule == at.rule)
            && (self.sentences.is_none() || at.sentences.is_some());
        let same_rule = inherited && self.rule == at.rule;
        let same_sentences = inherited && self.sentences == at.sentences;
        let bare_edge = inside && target < Target::Words && same_rule && same_sentences;
        // Naming the whole place again is always right; less is enough where it is inherited and
        // the step acted upon is not itself inherited.
        let again = !inherited || (!bare_edge && target == Target::Unit);
        let named = Named {
            unit: again && at.unit != Unit::Unstated && target > Target::Unit,
            rule: (again || !same_rule) && at.rule.is_some() && target > Target::Rule,
            sentences: (again || !same_sentences)
                && at.sentences.is_some()
                && target > Target::Sentences,
            bare_edge: bare_edge || target == Target::Nothing,
        };
        self.remember(at, &named, inside && !named.bare_edge, target);
        named
    }

    fn remember(&mut self, at: &Locator, named: &Named, edge_kept: bool, target: Target) {
        let kept = |level: Target, named: bool| named || (edge_kept && target == level);
        let unit = kept(Target::Unit, named.unit);
        let rule = kept(Target::Rule, named.rule);
        let sentences = kept(Target::Sentences, named.sentences);
        if !(unit || rule || sentences) {
            return;
        }
        let before = std::mem::take(self);
        if unit {
            self.unit = at.unit.clone();
        }
        if rule {
            self.rule = at.rule.clone();
        }
        if sentences {
            self.sentences = at.sentences.clone();
        }
        if self.unit == Unit::Unstated && before.unit != Unit::Unstated {
            self.unit = before.unit;
            self.rule = self.rule.take().or(before.rule);
        }
    }
}
