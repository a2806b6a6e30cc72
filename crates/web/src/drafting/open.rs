//! A draft as somebody opens it who may see it.

use super::content::Content;
use super::shown::{Shown, Tabling};
use crate::account::Who;
use crate::pages::Problem;
use crate::permission::{self, Act};
use crate::site::Refused;
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
    /// To a visitor signing in; to whoever it is not shared with, that it is not there.
    pub async fn of(who: &Who, id: &str) -> Result<Self, Refused> {
        let account = who.signed()?.account.id;
        let none = || who.problem(Problem::NotFound);
        let id = id.parse().map(DraftId).map_err(|_| none())?;
        let store = who.server().store();
        let draft = who.kept(store.draft(id).await)?.ok_or_else(none)?;
        let shared = who.kept(store.shared_with(id).await)?;
        let content = Content::read(&draft.payload).ok_or_else(|| who.problem(Problem::Failed))?;
        let member = content.member.map(AccountId);
        if draft.owner != account && member != Some(account) && !shared.contains(&account) {
            return Err(none());
        }
        let dossier = draft.dossier;
        who.may(Act::SeeOwnDraft, Some(dossier))?;
        let slug = who.server().desk.slug(dossier).ok_or_else(none)?;
        let held = who.server().site.get(&slug).ok_or_else(none)?;
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
            signers: signers(who, id, dossier, account).await?,
            writes: false,
            signs: who.can(Act::Sign, Some(dossier)),
            tables: false,
            committees: Vec::new(),
            any_committee: false,
            draft,
            content,
            held,
        };
        let own = opened.draft.owner == account || member == Some(account);
        opened.writes = own && who.can(Act::Draft, Some(dossier));
        opened.tables = own && who.can(Act::Table, Some(dossier));
        if own {
            opened.committees(who, dossier);
        }
        Ok(opened)
    }

    fn committees(&mut self, who: &Who, dossier: DossierId) {
        let act = Act::TableForCommittee;
        let own = permission::bodies(who.roles().unwrap_or_default(), act, Some(dossier));
        self.committees = own.map(str::to_owned).collect();
        self.any_committee = who.can_for(act, Some(dossier), "");
        if self.any_committee {
            let seized = self.held.sitting.course.seized.keys().cloned();
            self.committees.extend(seized);
        }
        self.committees.sort();
        self.committees.dedup();
    }

    /// Who signed, as they stand under the amendment: whoever asks and tables it comes first, and signs by tabling.
    pub fn names(&self, who: &Who) -> Vec<String> {
        let own = who.account().map(|account| account.name.clone());
        let first = own.filter(|_| self.tables);
        let others = self.signers.iter().filter(|signer| !(signer.own && first.is_some()));
        first.iter().cloned().chain(others.map(|signer| signer.name.clone())).collect()
    }

    /// What it comes to with this content; worked out beside the requests, a few at one time.
    ///
    /// # Errors
    /// That it failed.
    pub async fn shown(&self, who: &Who, content: &Content) -> Result<Shown, Refused> {
        let held = Arc::clone(&self.held);
        let (content, names, now) = (content.clone(), self.names(who), who.server().now());
        let actor = who.signed()?.account.name.clone();
        let committee = self.committees.first().filter(|_| !self.tables).cloned();
        let tongue: Tongue = who.tongue;
        let work = move || {
            let (actor, signed) = (actor.as_str(), names.as_slice());
            let tabling = Tabling { actor, signed, committee: committee.as_deref() };
            Shown::of(&held, &content, &tabling, &now, tongue)
        };
        who.server().site.worked(work).await.map_err(|()| who.problem(Problem::Failed))
    }

    /// Its address behind the language.
    pub fn path(&self) -> String {
        format!("/desk/drafts/{}", self.draft.id.0)
    }
}

/// What an account is called; empty for one that is gone.
pub(super) async fn name(who: &Who, account: AccountId) -> Result<String, Refused> {
    let found = who.kept(who.server().store().account(account).await)?;
    Ok(found.map(|account| account.name).unwrap_or_default())
}

/// Who signed and may still sign.
async fn signers(
    who: &Who,
    id: DraftId,
    dossier: DossierId,
    own: AccountId,
) -> Result<Vec<Signer>, Refused> {
    let store = who.server().store();
    let mut signers = Vec::new();
    for signature in who.kept(store.signatures_of(id).await)? {
        let roles = who.kept(store.roles_of(signature.account).await)?;
        let account = who.kept(store.account(signature.account).await)?;
        let able = account.filter(|account| !account.disabled);
        if let Some(account) = able
            && permission::may(Some(&roles), Act::Sign, Some(dossier))
        {
            signers.push(Signer {
                account: account.id,
                name: account.name,
                own: account.id == own,
            });
        }
    }
    Ok(signers)
}

/// The members of a dossier who may sign, by name.
pub(super) async fn members(
    who: &Who,
    dossier: DossierId,
) -> Result<Vec<(AccountId, String)>, Refused> {
    let store = who.server().store();
    let roles = who.kept(store.roles_in(dossier).await)?;
    let may = |account: AccountId| {
        let own: Vec<_> = roles.iter().filter(|role| role.account == account).cloned().collect();
        permission::may(Some(&own), Act::Sign, Some(dossier))
    };
    let signing: std::collections::BTreeSet<AccountId> =
        roles.iter().map(|role| role.account).filter(|account| may(*account)).collect();
    let accounts = who.kept(store.accounts().await)?;
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
