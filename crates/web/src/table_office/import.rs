//! A dossier is brought in: a draft, or a compendium with its amendments, one file for each language.
//!
//! Nothing is kept before the dossier is opened. What was sent comes back with the page, beside what there is to say of it, and
//! is sent again: texts where they can be corrected, other files as they are.

use super::LARGEST;
use super::fields::Fields;
use super::reading::{self, Kind, Unread};
use crate::Tongue;
use crate::account::Who;
use crate::acting::Acting;
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

/// What there is to say of files.
#[derive(Clone, Debug, Default)]
pub struct Judged {
    /// The findings, the gravest first.
    pub found: Vec<Diagnostic>,
    /// How much more there is.
    pub more: usize,
    /// The text of each file as it was read.
    pub read: Vec<String>,
    /// What must come back where warnings are the worst, and are taken; none where there are errors.
    pub confirms: Option<String>,
}

/// Why a dossier was not opened. Nothing is kept then.
#[derive(Debug)]
pub enum Unopened {
    /// A field is wrong: its name, and the message that says what with.
    Field(&'static str, &'static str),
    /// A file is not read at all.
    Unread(Unread),
    /// There are errors, or warnings that were not taken.
    Found(Judged),
    /// What the desk says, beside what there is to say of the files.
    Desk(Box<desk::Error>, Judged),
    /// What should not happen.
    Failed,
}

/// What the page says of a dossier that was not opened.
#[derive(Clone, Debug, Default)]
pub struct Failure {
    /// What is wrong as a whole, in words; empty where that is nothing.
    pub wrong: String,
    /// The field that is wrong, and the message that says what with.
    pub field: Option<(&'static str, &'static str)>,
    /// What there is to say of the files.
    pub judged: Judged,
}

impl Failure {
    fn of(unopened: Unopened, tongue: Tongue) -> Self {
        let empty = Self::default();
        match unopened {
            Unopened::Field(field, message) => Self { field: Some((field, message)), ..empty },
            Unopened::Unread(unread) => Self { wrong: unread.told(tongue), ..empty },
            Unopened::Found(judged) => {
                let wrong = judged.confirms.is_none().then(|| tongue.say("office-errors"));
                Self { wrong: wrong.unwrap_or_default(), judged, ..empty }
            }
            Unopened::Desk(error, judged) => match *error {
                desk::Error::Store(store::Error::Slug) => {
                    Self { field: Some(("slug", "office-slug-wrong")), judged, ..empty }
                }
                desk::Error::Store(store::Error::Taken(_)) => {
                    Self { field: Some(("slug", "office-slug-taken")), judged, ..empty }
                }
                error => Self { wrong: error.told(tongue), judged, ..empty },
            },
            Unopened::Failed => Self { wrong: tongue.say("web-failed"), ..empty },
        }
    }
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
    let form = received(request, who.tongue).await.map_err(|unsent| who.problem(unsent))?;
    match open(who.acting()?, &form).await {
        Ok(slug) => {
            let office = who.can(Act::SeeInbox, who.server().desk.id(&slug));
            let path = if office { format!("/desk/office/{slug}") } else { format!("/{slug}") };
            Ok(on_to(&who.address(&path)))
        }
        Err(Unopened::Failed) => Err(who.problem(Problem::Failed)),
        Err(unopened) => {
            let failure = Failure::of(unopened, who.tongue);
            Ok(answer(&who, StatusCode::UNPROCESSABLE_ENTITY, &form, &failure))
        }
    }
}

/// Opens a dossier on what was sent, under the name and the rules of the form, with its deadlines; its name. Where there are
/// warnings the form must say that they are taken.
///
/// # Errors
/// [`Unopened`]; nothing is kept.
pub(crate) async fn open(who: Acting<'_>, form: &Form) -> Result<String, Unopened> {
    let fields = &form.fields;
    for name in ["deadline", "sub-deadline"] {
        if !fields.trimmed(name).is_empty() && fields.moment(name).is_none() {
            return Err(Unopened::Field(name, "office-no-moment"));
        }
    }
    let asked = rules_of(fields.trimmed("rules"));
    let given = form.given.clone();
    let read = tokio::task::spawn_blocking(move || reading::read(&given, asked.as_ref())).await;
    let opened = read.map_err(|_| Unopened::Failed)?.map_err(Unopened::Unread)?;
    let judged = judged(&opened, who.tongue);
    let confirmed = judged.confirms.as_deref() == Some(fields.get("confirmed"));
    if opened.state.has(Severity::Warning) && !confirmed {
        return Err(Unopened::Found(judged));
    }
    let slug = fields.trimmed("slug").to_owned();
    let made = who.server.desk.open(&slug, &opened.state.dossier, &who.account.name).await;
    made.map_err(|error| Unopened::Desk(Box::new(error), judged))?;
    arrange(who, &slug, fields).await;
    Ok(slug)
}

/// The deadlines that were set with it. What is refused of them is set on their page.
async fn arrange(who: Acting<'_>, slug: &str, fields: &Fields) {
    let desk = &who.server.desk;
    let name = &who.account.name;
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
pub(crate) fn rules_of(choice: &str) -> Option<RulesName> {
    let (profile, edition) = choice.split_once('/')?;
    rules::named(profile, edition)?;
    Some(RulesName { profile: profile.to_owned(), edition: edition.to_owned() })
}

impl Unread {
    /// In words.
    pub(crate) fn told(&self, tongue: Tongue) -> String {
        match self {
            Self::Nothing => tongue.say("office-nothing-given"),
            Self::Mixed => tongue.say("office-mixed"),
            Self::File { name, why, .. } => {
                let args = Args::new().text("file", name.as_str()).text("why", why.as_str());
                tongue.tell("office-unread", &args)
            }
        }
    }
}

/// What there is to say of what was read.
fn judged(opened: &Opened, tongue: Tongue) -> Judged {
    let all = &opened.state.findings;
    let mut order: Vec<usize> = (0..all.len()).collect();
    order.sort_by_key(|at| Reverse(all[*at].severity()));
    let more = order.len().saturating_sub(MOST);
    order.truncate(MOST);
    let lang = tongue.lang();
    let found = order.iter().map(|at| report::diagnostic(&all[*at], opened, lang)).collect();
    let confirms = (!opened.state.has(Severity::Error)).then(|| fingerprint(opened));
    let read = opened.files.iter().map(|file| file.text.clone()).collect();
    Judged { found, more, read, confirms }
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

/// Takes apart what a browser, or a program, sent as a form with files.
///
/// # Errors
/// That it cannot be read, or is too large.
pub(crate) async fn received(request: Request, tongue: Tongue) -> Result<Form, Problem> {
    let failed = |status: StatusCode| match status {
        StatusCode::PAYLOAD_TOO_LARGE => Problem::TooLarge,
        _ => Problem::Unreadable,
    };
    let parts = Multipart::from_request(request, &()).await;
    let mut parts = parts.map_err(|_| Problem::Unreadable)?;
    let (mut fields, mut files) = (Vec::new(), Vec::new());
    while let Some(part) = parts.next_field().await.map_err(|error| failed(error.status()))? {
        if fields.len() + files.len() >= FIELDS {
            return Err(Problem::Unreadable);
        }
        let name = part.name().unwrap_or_default().to_owned();
        let file = part.file_name().map(|name| words::excerpt(name, 120));
        let bytes = part.bytes().await.map_err(|error| failed(error.status()))?;
        match file {
            Some(name) if !bytes.is_empty() => files.push(Given { name, bytes: bytes.to_vec() }),
            Some(_) => {}
            None => {
                let text = String::from_utf8(bytes.to_vec()).map_err(|_| Problem::Unreadable)?;
                fields.push((name, text));
            }
        }
    }
    let fields = Fields(fields);
    let mut given = before(&fields, tongue).ok_or(Problem::Unreadable)?;
    // A file that comes again takes the place of the one before.
    given.retain(|one| !files.iter().any(|file| file.name == one.name));
    given.extend(files);
    if given.len() > VERSIONS || given.iter().map(|one| one.bytes.len()).sum::<usize>() > LARGEST {
        return Err(Problem::TooLarge);
    }
    Ok(Form { fields, given })
}

/// The versions that came back with the page, or were typed; none where they are not what a page sends.
fn before(fields: &Fields, tongue: Tongue) -> Option<Vec<Given>> {
    let mut given = Vec::new();
    for at in 0..VERSIONS {
        let field = |name: &str| fields.get(&format!("{name}-{at}"));
        let (packed, text) = (field("bytes"), field("text"));
        if !field("drop").is_empty() || (packed.is_empty() && text.trim().is_empty()) {
            continue;
        }
        let pasted = Args::new().number("count", at + 1);
        let name = match field("name") {
            "" => tongue.tell("office-pasted", &pasted),
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
