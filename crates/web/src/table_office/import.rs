//! A dossier is brought in: a draft, or a compendium with its amendments, one file for each language.
//!
//! Nothing is kept before the dossier is opened. What was sent comes back with the page, beside what there is to say of it, and
//! is sent again: texts where they can be corrected, other files as they are.

use super::LARGEST;
use super::fields::Fields;
use super::reading::{self, Kind, Unread};
use crate::account::Who;
use crate::desk::{self, Decision};
use crate::pages::Problem;
use crate::pages::table_office as page;
use crate::permission::Act;
use crate::site::{Refused, on_to};
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::StatusCode;
use axum::response::Response;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use engine::RulesName;
use engine::open::Opened;
use engine::report::{self, Diagnostic};
use procedure::event::Event;
use procedure::rules;
use sha2::{Digest, Sha256};
use source::Severity;
use std::cmp::Reverse;
use words::Args;

/// Fields and files that are looked at.
const FIELDS: usize = 64;
/// Language versions of a dossier.
const VERSIONS: usize = 8;
/// More findings than anybody reads at once.
const MOST: usize = 100;

/// A file as it was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// What it is called where findings name it.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

impl Given {
    /// Whether it can be read and corrected as it is.
    pub fn is_text(&self) -> bool {
        Kind::of(&self.name, &self.bytes).is_text()
    }

    /// In the letters in which a field carries it.
    pub fn packed(&self) -> String {
        BASE64.encode(&self.bytes)
    }
}

/// What was sent.
#[derive(Clone, Debug, Default)]
pub struct Form {
    /// All but the files.
    pub fields: Fields,
    /// The files.
    pub given: Vec<Given>,
}

/// Why a dossier was not opened.
#[derive(Clone, Debug, Default)]
pub struct Failure {
    /// What is wrong as a whole, in words; empty where that is nothing.
    pub wrong: String,
    /// The field that is wrong, and the message that says what with.
    pub field: Option<(&'static str, &'static str)>,
    /// What there is to say of the files, the gravest first.
    pub found: Vec<Diagnostic>,
    /// How much more there is.
    pub more: usize,
    /// The text of each file as it was read.
    pub read: Vec<String>,
    /// What must come back where warnings are all there is, and are taken.
    pub confirms: Option<String>,
}

pub(super) async fn shown(who: Who) -> Result<Response, Refused> {
    who.may(Act::Import, None)?;
    Ok(answer(&who, StatusCode::OK, &Form::default(), &Failure::default()))
}

fn answer(who: &Who, status: StatusCode, form: &Form, failure: &Failure) -> Response {
    let arranges = who.can(Act::Arrange, None);
    let body = page::import(form, failure, arranges, who.tongue);
    who.page(status, &who.tongue.say("office-import"), "/desk/import", &body)
}

pub(super) async fn sent(who: Who, request: Request) -> Result<Response, Refused> {
    who.may(Act::Import, None)?;
    let form = received(&who, request).await?;
    let refused =
        |failure: Failure| Ok(answer(&who, StatusCode::UNPROCESSABLE_ENTITY, &form, &failure));
    let fields = &form.fields;
    for name in ["deadline", "sub-deadline"] {
        if !fields.trimmed(name).is_empty() && fields.moment(name).is_none() {
            let field = Some((name, "office-no-moment"));
            return refused(Failure { field, ..Failure::default() });
        }
    }
    let asked = rules_of(fields.trimmed("rules"));
    let given = form.given.clone();
    let read = tokio::task::spawn_blocking(move || reading::read(&given, asked.as_ref())).await;
    let opened = match read.map_err(|_| who.problem(Problem::Failed))? {
        Ok(opened) => opened,
        Err(unread) => {
            return refused(Failure { wrong: said(&unread, &who), ..Failure::default() });
        }
    };
    let failure = judged(&opened, &who);
    let confirmed = failure.confirms.as_deref() == Some(fields.get("confirmed"));
    if opened.state.has(Severity::Warning) && !confirmed {
        return refused(failure);
    }
    let slug = fields.trimmed("slug").to_owned();
    let signed = who.signed()?;
    let made = who.server().desk.open(&slug, &opened.state.dossier, &signed.account.name).await;
    if let Err(error) = made {
        let field = match &error {
            desk::Error::Store(store::Error::Slug) => Some(("slug", "office-slug-wrong")),
            desk::Error::Store(store::Error::Taken(_)) => Some(("slug", "office-slug-taken")),
            _ => None,
        };
        let wrong = if field.is_some() { String::new() } else { error.told(who.tongue) };
        return refused(Failure { wrong, field, ..failure });
    }
    arrange(&who, &slug, fields).await;
    let office = who.can(Act::SeeInbox, who.server().desk.id(&slug));
    let path = if office { format!("/desk/office/{slug}") } else { format!("/{slug}") };
    Ok(on_to(&who.address(&path)))
}

/// The deadlines that were set with it. What is refused of them is set on their page.
async fn arrange(who: &Who, slug: &str, fields: &Fields) {
    let desk = &who.server().desk;
    let Some(name) = who.account().map(|account| account.name.clone()) else { return };
    if !who.can(Act::Arrange, desk.id(slug)) {
        return;
    }
    for (field, sub_amendments) in [("deadline", false), ("sub-deadline", true)] {
        let Some(at) = fields.moment(field) else { continue };
        let event = Event::DeadlineSet { at, sub_amendments, by: name.clone() };
        let lang = who.tongue.lang();
        let decision = Decision { actor: name.clone(), event, seen: None, key: None, lang };
        let _ = desk.decide(slug, decision).await;
    }
}

/// The rules of a choice, "pace/2024"; none where the file is to say them.
fn rules_of(choice: &str) -> Option<RulesName> {
    let (profile, edition) = choice.split_once('/')?;
    rules::named(profile, edition)?;
    Some(RulesName { profile: profile.to_owned(), edition: edition.to_owned() })
}

fn said(unread: &Unread, who: &Who) -> String {
    match unread {
        Unread::Nothing => who.tongue.say("office-nothing-given"),
        Unread::Mixed => who.tongue.say("office-mixed"),
        Unread::File(file, why) => {
            let args = Args::new().text("file", file.as_str()).text("why", why.as_str());
            who.tongue.tell("office-unread", &args)
        }
    }
}

/// What there is to say of what was read.
fn judged(opened: &Opened, who: &Who) -> Failure {
    let all = &opened.state.findings;
    let mut order: Vec<usize> = (0..all.len()).collect();
    order.sort_by_key(|at| Reverse(all[*at].severity()));
    let more = order.len().saturating_sub(MOST);
    order.truncate(MOST);
    let lang = who.tongue.lang();
    let found = order.iter().map(|at| report::diagnostic(&all[*at], opened, lang)).collect();
    let wrong = opened.state.has(Severity::Error).then(|| who.tongue.say("office-errors"));
    let confirms = (!opened.state.has(Severity::Error)).then(|| fingerprint(opened));
    let read = opened.files.iter().map(|file| file.text.clone()).collect();
    let wrong = wrong.unwrap_or_default();
    Failure { wrong, field: None, found, more, read, confirms }
}

/// What tells these warnings, of these files, from any others.
fn fingerprint(opened: &Opened) -> String {
    let mut hash = Sha256::new();
    for file in &opened.files {
        hash.update((file.text.len() as u64).to_be_bytes());
        hash.update(file.text.as_bytes());
    }
    for finding in opened.state.findings.iter().filter(|one| one.severity() >= Severity::Warning) {
        hash.update(finding.code().as_bytes());
        hash.update([0]);
    }
    hash.finalize().iter().take(12).map(|byte| format!("{byte:02x}")).collect()
}

/// Takes apart what a browser sent.
async fn received(who: &Who, request: Request) -> Result<Form, Refused> {
    let unreadable = || who.problem(Problem::Unreadable);
    let parts = Multipart::from_request(request, &()).await;
    let mut parts = parts.map_err(|_| unreadable())?;
    let (mut fields, mut files) = (Vec::new(), Vec::new());
    let failed = |status: StatusCode| match status {
        StatusCode::PAYLOAD_TOO_LARGE => who.problem(Problem::TooLarge),
        _ => unreadable(),
    };
    while let Some(part) = parts.next_field().await.map_err(|error| failed(error.status()))? {
        if fields.len() + files.len() >= FIELDS {
            return Err(unreadable());
        }
        let name = part.name().unwrap_or_default().to_owned();
        let file = part.file_name().map(|name| words::excerpt(name, 120));
        let bytes = part.bytes().await.map_err(|error| failed(error.status()))?;
        match file {
            Some(name) if !bytes.is_empty() => files.push(Given { name, bytes: bytes.to_vec() }),
            Some(_) => {}
            None => {
                fields.push((name, String::from_utf8(bytes.to_vec()).map_err(|_| unreadable())?))
            }
        }
    }
    let fields = Fields(fields);
    let mut given = before(&fields, who).ok_or_else(unreadable)?;
    // A file that comes again takes the place of the one before.
    given.retain(|one| !files.iter().any(|file| file.name == one.name));
    given.extend(files);
    if given.len() > VERSIONS || given.iter().map(|one| one.bytes.len()).sum::<usize>() > LARGEST {
        return Err(who.problem(Problem::TooLarge));
    }
    Ok(Form { fields, given })
}

/// The versions that came back with the page, or were typed; none where they are not what a page sends.
fn before(fields: &Fields, who: &Who) -> Option<Vec<Given>> {
    let mut given = Vec::new();
    for at in 0..VERSIONS {
        let field = |name: &str| fields.get(&format!("{name}-{at}"));
        let (packed, text) = (field("bytes"), field("text"));
        if !field("drop").is_empty() || (packed.is_empty() && text.trim().is_empty()) {
            continue;
        }
        let pasted = Args::new().number("count", at + 1);
        let name = match field("name") {
            "" => who.tongue.tell("office-pasted", &pasted),
            name => words::excerpt(name, 120),
        };
        given.push(match packed.is_empty() || !field("typed").is_empty() {
            true => {
                let name = if packed.is_empty() { name } else { format!("{name}.txt") };
                Given { name, bytes: text.replace("\r\n", "\n").into_bytes() }
            }
            false => Given { name, bytes: BASE64.decode(packed).ok()? },
        });
    }
    Some(given)
}
