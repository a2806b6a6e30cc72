//! The name of a place for people: "paragraph 7, third sentence".

use super::{Writer, said};
use crate::style::Language;
use crate::style::grammar::Relation;
use crate::{Edge, Locator, Unit};

/// The name of a place, from the outermost step inwards, without an article before the first.
pub(crate) fn name(edge: Option<Edge>, at: &Locator, language: &Language) -> String {
    let writer = Writer { language };
    let target = said::target(at);
    let mut steps = Vec::new();
    if at.unit != Unit::Unstated && (target != said::Target::Unit || edge.is_none_or(is_inside)) {
        steps.push(writer.unit(at, false, 0));
    }
    if let (Some(sentences), true) =
        (&at.sentences, target != said::Target::Sentences || edge.is_none())
    {
        steps.push(writer.sentences(sentences, false, 0));
    }
    match (edge, target) {
        (Some(edge), said::Target::Unit | said::Target::Nothing) if is_inside(edge) => {
            steps.push(writer.related(bare(edge), ""));
        }
        (Some(edge), _) => {
            let relation = beside(edge);
            let place = writer.target(at, target, writer.case(relation));
            steps.push(writer.related(relation, &place));
        }
        (None, said::Target::Words) => steps.push(writer.target(at, target, 0)),
        (None, _) => {}
    }
    steps.join(", ")
}

fn is_inside(edge: Edge) -> bool {
    matches!(edge, Edge::Beginning | Edge::End)
}

fn bare(edge: Edge) -> Relation {
    match edge {
        Edge::Before | Edge::Beginning => Relation::BareBeginning,
        Edge::After | Edge::End | Edge::Between => Relation::BareEnd,
    }
}

fn beside(edge: Edge) -> Relation {
    match edge {
        Edge::Before => Relation::Before,
        Edge::After => Relation::After,
        Edge::Between => Relation::Between,
        Edge::Beginning => Relation::Beginning,
        Edge::End => Relation::End,
    }
}
