//! The amendments to one language version, with their order and relations there.

use super::State;
use merge::{Base, Placed, Ranked, Relations};

/// The amendments that have places in one language version.
#[derive(Clone, Debug, Default)]
pub(super) struct Plan {
    /// The version, by position in the dossier.
    version: usize,
    /// Those placed, by position in the dossier, ascending: what `relations` and `order` count.
    pub amendments: Vec<usize>,
    /// How they stand to each other.
    pub relations: Relations,
    /// Their calling order in this language.
    pub order: Vec<Ranked>,
}

impl Plan {
    /// Orders and relates the amendments to one version.
    pub fn new(version: usize, state: &State) -> Self {
        let mut plan = Self { version, ..Self::default() };
        let all = 0..state.dossier.amendments.len();
        plan.amendments = all.filter(|at| plan.instruction(state, *at).is_some()).collect();
        let Some(base) = plan.base(state) else { return plan };
        let placed: Vec<Placed<'_>> =
            plan.amendments.iter().filter_map(|at| plan.placed(state, *at)).collect();
        let relations = Relations::new(&placed, &base, &state.profile.falls);
        let order = merge::order(&placed, &base, &state.profile.order);
        (plan.relations, plan.order) = (relations, order);
        plan
    }

    /// Where an amendment of the dossier stands in this plan.
    pub fn position(&self, amendment: usize) -> Option<usize> {
        self.amendments.binary_search(&amendment).ok()
    }

    /// The text that places lie in. `None` for a language nobody registered.
    pub fn base<'a>(&self, state: &'a State) -> Option<Base<'a>> {
        let version = state.dossier.versions.get(self.version)?;
        let language = version.language()?;
        Some(Base { draft: &version.draft, index: &version.index, tables: &language.tables })
    }

    /// An amendment of the dossier as `merge` takes it.
    pub fn placed<'a>(&self, state: &'a State, amendment: usize) -> Option<Placed<'a>> {
        let number = &state.dossier.amendments.get(amendment)?.number;
        Some(Placed { number, instruction: self.instruction(state, amendment)? })
    }

    /// What it does in this version. A sub-amendment acts on another wording and is no part of it.
    fn instruction<'a>(
        &self,
        state: &'a State,
        amendment: usize,
    ) -> Option<&'a instruction::Instruction<instruction::Target>> {
        let content = state.dossier.amendments.get(amendment)?;
        let lang = state.dossier.versions.get(self.version)?.lang;
        state.placed(amendment, lang).filter(|_| content.parent.is_none())
    }
}
