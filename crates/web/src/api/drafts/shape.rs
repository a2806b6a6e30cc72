//! How private drafts are told.

use crate::Tongue;
use crate::api::shape::{Changed, Said};
use crate::drafting::{self, Content, Opened, Shown, Signer};
use engine::report;
use procedure::event::{Seq, Time};
use serde::{Deserialize, Serialize};
use store::{AccountId, PrivateDraft};
use utoipa::ToSchema;
use words::Message;

/// A private draft: seen by who began it, by the member for whom it is written, and by those with whom it is shared.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = PrivateDraft)]
pub(super) struct Draft {
    /// Its number.
    pub id: i64,
    /// To which dossier.
    pub dossier: String,
    /// Whether the account began it.
    pub own: bool,
    /// From 1, one more each time it is changed.
    pub version: u64,
    /// When it was last saved.
    #[schema(value_type = String)]
    pub updated: Time,
    /// What it says.
    pub content: Content,
}

impl Draft {
    pub(super) fn of(draft: &PrivateDraft, dossier: &str, content: Content, own: bool) -> Self {
        let PrivateDraft { id, version, updated, .. } = draft;
        let (dossier, updated) = (dossier.to_owned(), updated.clone());
        Self { id: id.0, dossier, own, version: *version, updated, content }
    }
}

/// A private draft with whoever sees and signs it, and what the account may do with it.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct OpenedDraft {
    /// What lists show of it.
    #[serde(flatten)]
    draft: Draft,
    /// What its owner is called.
    owner: String,
    /// The member for whom it is written; null where that is its owner.
    member: Option<String>,
    /// With whom it is shared; empty for who does not write it.
    shared: Vec<Somebody>,
    /// Who signed it as it is, the first one first.
    signatures: Vec<Signature>,
    /// Who stands under the amendment if the account tables it now.
    names: Vec<String>,
    /// Whether the account may change and share it.
    writes: bool,
    /// Whether it may sign it.
    signs: bool,
    /// Whether it may table it under the signatures.
    tables: bool,
    /// The committees for which it may table it, as the log calls them.
    committees: Vec<String>,
    /// Whether it may table it for any committee.
    any_committee: bool,
}

/// A member.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct Somebody {
    /// The number of their account.
    pub id: i64,
    /// What they sign with.
    pub name: String,
}

/// A signature to a draft as it is.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Signature {
    /// As it stands under the amendment.
    name: String,
    /// Whether it is the account's own.
    own: bool,
}

impl Somebody {
    pub(super) fn of((AccountId(id), name): &(AccountId, String)) -> Self {
        Self { id: *id, name: name.clone() }
    }
}

impl OpenedDraft {
    pub(super) fn of(opened: &Opened, own: AccountId, names: Vec<String>) -> Self {
        let draft = &opened.draft;
        let content = opened.content.clone();
        let signature = |signer: &Signer| Signature { name: signer.name.clone(), own: signer.own };
        let shared = opened.shared.iter().filter(|_| opened.writes).map(Somebody::of);
        Self {
            draft: Draft::of(draft, &opened.held.slug, content, draft.owner == own),
            owner: opened.owner.clone(),
            member: opened.member.clone(),
            shared: shared.collect(),
            signatures: opened.signers.iter().map(signature).collect(),
            names,
            writes: opened.writes,
            signs: opened.signs,
            tables: opened.tables,
            committees: opened.committees.clone(),
            any_committee: opened.any_committee,
        }
    }
}

/// What a draft comes to, in the language of `Accept-Language` where it is told.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Look {
    /// The language in which it is told, "en".
    told_in: &'static str,
    /// Why it has no wording; then all else is empty. Null where it has one.
    refused: Option<Remark>,
    /// Its official wording, in its own language first.
    wordings: Vec<Worded>,
    /// Whether it is understood and has its place.
    executable: bool,
    /// How it is read, operation by operation.
    reads: Vec<String>,
    /// What it changes, in the words that it changes.
    change: Changed,
    /// What was found about it, the gravest first.
    findings: Vec<Finding>,
    /// The amendments that everybody may read and that it has to do with.
    meets: Vec<Met>,
    /// What the rules would say if the account tabled it now.
    rules: Vec<Remark>,
}

/// Something to be said.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Remark {
    /// What.
    text: String,
    /// What can be done about it; empty where that is nothing.
    remedy: String,
    /// Candidates, second readings and such.
    notes: Vec<String>,
}

/// The wording in one language.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Worded {
    /// The language.
    lang: &'static str,
    /// What it says.
    wording: String,
    /// Whether nothing in it is left to be translated; only then it is tabled with the draft.
    complete: bool,
}

/// Something found about a draft.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Finding {
    /// Its stable code.
    code: &'static str,
    /// `error`, `warning` or `note`.
    severity: &'static str,
    /// In words.
    #[serde(flatten)]
    said: Remark,
    /// The first character, from 0, of the first wording that it is about; null where that is none.
    start: Option<usize>,
    /// The character behind the last.
    end: Option<usize>,
}

/// An amendment that a draft has to do with.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Met {
    /// Its address.
    amendment: String,
    /// `same-point`, `contradicts`, `overtakes`, `overtaken-by` or `identical`: how the draft stands to it.
    relation: &'static str,
    /// Why.
    reason: String,
}

impl Remark {
    fn of(message: &Message) -> Self {
        let Message { text, remedy, notes } = message.clone();
        Self { text, remedy, notes }
    }
}

impl Look {
    pub(super) fn of(held: &crate::Held, shown: &Shown, tongue: Tongue) -> Self {
        let executable = shown.is_executable();
        let trial = shown.trial.as_ref().filter(|_| executable);
        let change = trial.map(|(trial, at)| Changed::of(&trial.change(*at, tongue)));
        let own = shown.wordings.first().map_or("", |worded| worded.wording.as_str());
        let characters = |byte: usize| own.get(..byte).map(|before| before.chars().count());
        let finding = |found: &drafting::Found| Finding {
            code: found.code,
            severity: found.severity,
            said: Remark::of(&found.message),
            start: found.at.and_then(|(start, _)| characters(start)),
            end: found.at.and_then(|(_, end)| characters(end)),
        };
        let met = |met: &drafting::Met| {
            Some(Met {
                amendment: held.listed().address(met.at)?.to_owned(),
                relation: report::relation(met.relation),
                reason: met.reason.clone(),
            })
        };
        let worded = |worded: &drafting::Worded| Worded {
            lang: worded.lang.tag(),
            wording: worded.wording.clone(),
            complete: worded.complete,
        };
        Self {
            told_in: tongue.tag(),
            refused: shown.refused.as_ref().map(Remark::of),
            wordings: shown.wordings.iter().map(worded).collect(),
            executable,
            reads: shown.reads.clone(),
            change: change.unwrap_or_default(),
            findings: shown.findings.iter().map(finding).collect(),
            meets: shown.meets.iter().filter_map(met).collect(),
            rules: shown.rules.iter().map(Remark::of).collect(),
        }
    }
}

/// A member with whom a draft is to be shared.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewShare {
    /// What they are called, among the `members` of the dossier; capitals and spaces do not count.
    pub name: String,
}

/// A link that is to be made.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewLink {
    /// Whether many may follow it, for 30 days; else one person, for 7.
    #[serde(default)]
    pub many: bool,
}

/// A link by which others come to see a draft. It is told this once; its SHA-256 is kept.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Link {
    /// The end of the address of the page where it is followed, `/en/desk/drafts/link/…`, and what a program sends to `/drafts/link`.
    pub secret: String,
    /// Until when it counts.
    #[schema(value_type = String)]
    pub expires: Time,
}

/// A link that is to be followed.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Following {
    /// Its end.
    pub secret: String,
}

/// For whom a draft is to be tabled.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Tabling {
    /// The committee that tables it; without one it is tabled under the signatures to it.
    #[serde(default)]
    pub committee: Option<String>,
    /// Whether it is left with the table office where it is late: under signatures alone.
    #[serde(default)]
    pub late: bool,
}

/// An amendment that the account has tabled, alone or with others, or that its committee has.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct OwnAmendment {
    /// To which dossier.
    pub dossier: String,
    /// What the log calls it.
    pub id: String,
    /// Its address once everybody may read it; null until then.
    pub address: Option<String>,
    /// Where it stands.
    pub stands: Said,
    /// The event by which it was handed in, whose receipt can be had.
    pub event: Option<Seq>,
    /// The name under which the account may take it back, by the event `withdrawn`; null where it may not.
    pub withdraws: Option<String>,
}
