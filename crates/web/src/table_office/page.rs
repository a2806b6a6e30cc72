//! The pages of the table office on one dossier: where each stands, who may see it, what is done on it.

use crate::permission::Act;
use procedure::event::Id;

/// A page of the table office on one dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Page {
    /// What was tabled and has no number, and all the others.
    List,
    /// One amendment.
    Amendment(Id),
    /// One amendment, to be put into the language that it lacks.
    Translate(Id),
    /// One amendment, to be worded anew.
    Revise(Id),
    /// The calling order.
    Order,
    /// What lacks a language.
    Translations,
    /// Positions of committees.
    Positions,
    /// Deadlines, and committees that report.
    Arrange,
    /// Versions of the compendium.
    Publish,
    /// All that was recorded.
    History,
}

impl Page {
    /// Those that stand in the list of pages, in their order.
    pub const LISTED: [Self; 7] = [
        Self::List,
        Self::Order,
        Self::Translations,
        Self::Positions,
        Self::Arrange,
        Self::Publish,
        Self::History,
    ];

    /// The message that names it.
    pub fn name(&self) -> &'static str {
        match self {
            Self::List => "office-inbox",
            Self::Amendment(_) => "office-amendment",
            Self::Translate(_) => "office-translate",
            Self::Revise(_) => "office-revise",
            Self::Order => "office-order",
            Self::Translations => "office-translations",
            Self::Positions => "office-positions",
            Self::Arrange => "office-arrange",
            Self::Publish => "office-publish",
            Self::History => "office-history",
        }
    }

    /// The end of its address, behind that of the dossier.
    pub fn end(&self) -> String {
        match self {
            Self::List => String::new(),
            Self::Amendment(id) => format!("/amendments/{}", escaped(&id.0)),
            Self::Translate(id) => format!("/translate/{}", escaped(&id.0)),
            Self::Revise(id) => format!("/revise/{}", escaped(&id.0)),
            Self::Order => "/order".to_owned(),
            Self::Translations => "/translations".to_owned(),
            Self::Positions => "/positions".to_owned(),
            Self::Arrange => "/arrange".to_owned(),
            Self::Publish => "/publish".to_owned(),
            Self::History => "/history".to_owned(),
        }
    }

    /// What somebody must be allowed to do who sees it.
    pub fn needs(&self) -> Act {
        match self {
            Self::List | Self::Amendment(_) | Self::History => Act::SeeInbox,
            Self::Translate(_) | Self::Translations => Act::Translate,
            Self::Revise(_) => Act::Revise,
            Self::Order => Act::Order,
            Self::Positions => Act::TakePosition,
            Self::Arrange => Act::Arrange,
            Self::Publish => Act::Publish,
        }
    }

    /// What can be done on it.
    pub(super) fn takes(&self) -> &'static [&'static str] {
        match self {
            Self::List => &["number-one", "number-all"],
            Self::Amendment(_) => &[
                "admit",
                "rule-out",
                "number",
                "late",
                "withdraw",
                "separate",
                "compromise",
                "relate",
                "lift",
            ],
            Self::Translate(_) => &["translate"],
            Self::Revise(_) => &["revise"],
            Self::Order => &["order", "group"],
            Self::Positions => &["position"],
            Self::Arrange => &["deadline", "seize"],
            Self::Publish => &["publish"],
            Self::Translations | Self::History => &[],
        }
    }

    /// The amendment that it is about.
    pub(super) fn amendment(&self) -> Option<&Id> {
        match self {
            Self::Amendment(id) | Self::Translate(id) | Self::Revise(id) => Some(id),
            _ => None,
        }
    }
}

/// A piece of an address; strokes stay.
fn escaped(id: &str) -> String {
    id.split('/').map(crate::site::escaped).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amendment_has_its_address_whatever_the_log_calls_it() {
        for (id, end) in [
            ("13/1", "/amendments/13/1"),
            ("3 rev.", "/amendments/3%20rev."),
            ("a?b#c%", "/amendments/a%3Fb%23c%25"),
            ("é", "/amendments/%C3%A9"),
        ] {
            assert_eq!(Page::Amendment(Id::from(id)).end(), end);
        }
    }
}
