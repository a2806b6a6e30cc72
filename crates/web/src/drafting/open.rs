//! A draft as somebody opens it who may see it.

use super::content::Content;
use super::shown::{Shown, Tabling};
use crate::acting::{Acting, Denied};
use crate::permission::{self, Act};
use crate::{Held, Tongue};
use std::sync::Arc;
use store::{AccountId, DossierId, DraftId, PrivateDraft};

/// A draft, and what whoever opens it may do with it.
#[derive(Clone, Debug)]
pub struct Opened {
    /// As the store keeps it.
    pub draft: PrivateDraft,
    /// What it says.
    pub content: Content,
    /// Its dossier.
    pub held: Arc<Held>,
    /// What its owner is called.
    pub owner: String,
    /// The member for whom staff write it.
    pub member: Option<String>,
    /// With whom it is shared.
    pub shared: Vec<(AccountId, String)>,
    /// Who signed it, the first one first; who may sign no more is not among them.
    pub signers: Vec<Signer>,
    /// Whether it is theirs: they began it, or it is written for them.
    pub own: bool,
    /// Whether they may write it.
    pub writes: bool,
    /// Whether they may sign it.
    pub signs: bool,
    /// Whether they may table it under members' signatures.
    pub tables: bool,
    /// The committees for which they may table it.
    pub committees: Vec<String>,
    /// Whether they may table it for any committee.
    pub any_committee: bool,
}

/// Somebody who signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signer {
    /// Whose signature it is.
    pub account: AccountId,
    /// As it stands under the amendment.
    pub name: String,
    /// Whether it is that of whoever asks.
    pub own: bool,
}

impl Opened {
    /// The draft of this number.
    ///
    /// # Errors
    /// To whoever it is not shared with, that it is not there.
    pub async fn of(who: Acting<'_>, id: &str) -> Result<Self, Denied> {
        let account = who.id();
        let id = id.parse().map(DraftId).map_err(|_| Denied::NotFound)?;
        let store = who.store();
        let draft = store.draft(id).await?.ok_or(Denied::NotFound)?;
        let shared = store.shared_with(id).await?;
        let content = Content::read(&draft.payload).ok_or(Denied::Failed)?;
        let member = content.member.map(AccountId);
        // That there is one is nobody else's matter.
        if draft.owner != account && member != Some(account) && !shared.contains(&account) {
            return Err(Denied::NotFound);
        }
        let dossier = draft.dossier;
        who.may(Act::SeeOwnDraft, dossier)?;
        let slug = who.server.desk.slug(dossier).ok_or(Denied::NotFound)?;
        let held = who.server.site.get(&slug).ok_or(Denied::NotFound)?;
        let mut names = Vec::new();
        for one in &shared {
            names.push((*one, name(who, *one).await?));
        }
        let mut opened = Self {
            owner: name(who, draft.owner).await?,
            member: match member {
                Some(member) => Some(name(who, member).await?),
                None => None,
            },
            shared: names,
            signers: signers(who, id, dossier).await?,
            own: draft.owner == account || member == Some(account),
            writes: false,
            signs: who.can(Act::Sign, Some(dossier)),
            tables: false,
            committees: Vec::new(),
            any_committee: false,
            draft,
            content,
            held,
        };
        let own = opened.own;
        opened.writes = own && who.can(Act::Draft, Some(dossier));
        opened.tables = own && who.can(Act::Table, Some(dossier));
        if own {
            opened.committees(who, dossier);
        }
        Ok(opened)
    }

    fn committees(&mut self, who: Acting<'_>, dossier: DossierId) {
        let (act, course) = (Act::TableForCommittee, &self.held.sitting.course);
        let own = permission::committees(who.roles, act, dossier, course);
        self.any_committee = own.is_none();
        self.committees = own.unwrap_or_else(|| course.seized.keys().cloned().collect());
        self.committees.sort();
        self.committees.dedup();
    }

    /// Goes on only where they may write it, and so show it to others.
    ///
    /// # Errors
    /// That it is not theirs, or that they may not.
    pub(super) fn written(&self) -> Result<(), Denied> {
        match (self.writes, self.own) {
            (true, _) => Ok(()),
            (false, true) => Err(Denied::NotPermitted),
            (false, false) => Err(Denied::NotOwn),
        }
    }

    /// Who signed, as they stand under the amendment: whoever asks and tables it comes first, and signs by tabling.
    pub fn names(&self, who: Acting<'_>) -> Vec<String> {
        let first = self.tables.then(|| who.account.name.clone());
        let others = self.signers.iter().filter(|signer| !(signer.own && first.is_some()));
        first.iter().cloned().chain(others.map(|signer| signer.name.clone())).collect()
    }

    /// What it comes to with this content; worked out beside the requests, a few at one time.
    ///
    /// # Errors
    /// That it failed.
    pub async fn shown(&self, who: Acting<'_>, content: &Content) -> Result<Shown, Denied> {
        let held = Arc::clone(&self.held);
        let (content, names, now) = (content.clone(), self.names(who), who.now());
        let actor = who.account.name.clone();
        let committee = self.committees.first().filter(|_| !self.tables).cloned();
        let tongue: Tongue = who.tongue;
        let work = move || {
            let (actor, signed) = (actor.as_str(), names.as_slice());
            let tabling = Tabling { actor, signed, committee: committee.as_deref() };
            Shown::of(&held, &content, &tabling, &now, tongue)
        };
        who.server.site.worked(work).await.map_err(|()| Denied::Failed)
    }

    /// Its address behind the language.
    pub fn path(&self) -> String {
        format!("/desk/drafts/{}", self.draft.id.0)
    }
}

/// What an account is called; empty for one that is gone.
pub(super) async fn name(who: Acting<'_>, account: AccountId) -> Result<String, Denied> {
    let found = who.store().account(account).await?;
    Ok(found.map(|account| account.name).unwrap_or_default())
}

/// Who signed and may still sign.
async fn signers(who: Acting<'_>, id: DraftId, dossier: DossierId) -> Result<Vec<Signer>, Denied> {
    let store = who.store();
    let mut signers = Vec::new();
    for signature in store.signatures_of(id).await? {
        let roles = store.roles_of(signature.account).await?;
        let account = store.account(signature.account).await?;
        let able = account.filter(|account| !account.disabled);
        if let Some(account) = able
            && permission::may(Some(&roles), Act::Sign, Some(dossier))
        {
            signers.push(Signer {
                account: account.id,
                name: account.name,
                own: account.id == who.id(),
            });
        }
    }
    Ok(signers)
}

/// The members of a dossier who may sign, by name.
pub(crate) async fn members(
    who: Acting<'_>,
    dossier: DossierId,
) -> Result<Vec<(AccountId, String)>, Denied> {
    let store = who.store();
    let roles = store.roles_in(dossier).await?;
    let may = |account: AccountId| {
        let own: Vec<_> = roles.iter().filter(|role| role.account == account).cloned().collect();
        permission::may(Some(&own), Act::Sign, Some(dossier))
    };
    let signing: std::collections::BTreeSet<AccountId> =
        roles.iter().map(|role| role.account).filter(|account| may(*account)).collect();
    let accounts = store.accounts().await?;
    let able = accounts.into_iter().filter(|one| !one.disabled && signing.contains(&one.id));
    Ok(able.map(|account| (account.id, account.name)).collect())
}

/// The one member who is called so; none where there are none or several.
pub(super) fn called(members: &[(AccountId, String)], name: &str) -> Option<AccountId> {
    let folded = |name: &str| name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let wanted = folded(name);
    let mut found = members.iter().filter(|(_, name)| folded(name) == wanted);
    match (found.next(), found.next()) {
        (Some((account, _)), None) => Some(*account),
        _ => None,
    }
}
