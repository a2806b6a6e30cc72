//! Why something was not answered or not done, as RFC 9457 has it.

use super::shape::FindingJson;
use crate::acting::Denied;
use crate::table_office::Judged;
use crate::{Tongue, desk};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, RETRY_AFTER, WWW_AUTHENTICATE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use engine::report;
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;
use words::{Args, Message};

/// The media type of problems.
pub const MEDIA: &str = "application/problem+json";

/// What was refused, and why.
#[derive(Debug)]
pub enum Fault {
    /// `not-found`.
    NotFound,
    /// `not-allowed`: the address knows other methods.
    NotAllowed,
    /// `not-acceptable`: none of the media types that were asked for.
    NotAcceptable,
    /// `not-adopted`: the assembly has adopted no text yet.
    NotAdopted,
    /// `token-missing`: what is asked for needs a token.
    TokenMissing,
    /// `token-invalid`: the token is unknown, expired or taken back, or its account may not sign in.
    TokenInvalid,
    /// `scope-missing`: the token is not for this.
    ScopeMissing(&'static str),
    /// `not-permitted`: the account may not do this.
    NotPermitted,
    /// `not-own`: it may do this for itself, or for its committee, alone.
    NotOwn,
    /// `query`: something behind the question mark, or in a header, is not what it should be.
    Query {
        /// Its name.
        place: String,
        /// Why.
        why: String,
    },
    /// `syntax`: what was sent is no JSON.
    Syntax {
        /// Why, with line and column.
        why: String,
    },
    /// `shape`: what was sent is JSON of another shape.
    Shape {
        /// Where, "called.amendment".
        place: String,
        /// Why.
        why: String,
    },
    /// `media-type`: what was sent is not said to be JSON.
    MediaType,
    /// `too-large`.
    TooLarge,
    /// `precondition-missing`: a decision does not say what it was taken on.
    PreconditionMissing,
    /// `precondition-failed`: what was seen has changed.
    PreconditionFailed,
    /// `too-often`, and in how many seconds there may be another.
    TooOften(u64),
    /// `link-spent`: a link was used already, or is too old.
    LinkSpent,
    /// What was sent is not what it must be: a code of its own, where, and why.
    Unfit {
        /// `no-wording`, `no-member` and such.
        code: &'static str,
        /// Where.
        place: &'static str,
        /// Why.
        message: Message,
    },
    /// `file-type`: what was sent is of no format that is read.
    FileType,
    /// `unreadable`: the request breaks off, or is no form.
    Unreadable,
    /// `errors-found` or `warnings-found` in files.
    Found(Box<Judged>),
    /// `unreachable`: the database does not answer.
    Unreachable,
    /// `failed`: what should not happen.
    Failed,
    /// What the desk says.
    Desk(desk::Error),
}

/// An answer that says why there is no other.
#[derive(Debug)]
pub struct Problem(Box<Told>);

/// Why something was not answered or not done (RFC 9457).
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Problem)]
pub struct Told {
    /// `about:blank`: what it means stands in `code`.
    #[serde(rename = "type")]
    kind: &'static str,
    /// The status in words.
    title: String,
    /// The status.
    status: u16,
    /// A stable code: one of the API, of the store or of the rule that forbids it.
    code: String,
    /// What it is, for people, in the language of `Accept-Language`.
    detail: String,
    /// What can be done about it; left out where that is nothing.
    #[serde(skip_serializing_if = "String::is_empty")]
    remedy: String,
    /// What in the request it is about, "called.amendment"; left out where it is about the whole.
    #[serde(skip_serializing_if = "String::is_empty")]
    place: String,
    /// What was found in files, the gravest first; left out where that is not what it is about.
    #[serde(skip_serializing_if = "Value::is_null")]
    #[schema(value_type = Vec<FindingJson>, required = false)]
    findings: Value,
    /// How much more was found; left out where that is nothing.
    #[serde(skip_serializing_if = "is_nothing")]
    #[schema(required = false)]
    more: usize,
    /// What `confirmed` is with which the same files are taken with these warnings; left out where they are not.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = String, required = false)]
    confirms: Option<String>,
    #[serde(skip)]
    retry: Option<u64>,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde asks so")]
fn is_nothing(count: &usize) -> bool {
    *count == 0
}

impl From<desk::Error> for Fault {
    fn from(error: desk::Error) -> Self {
        Self::Desk(error)
    }
}

impl From<store::Error> for Fault {
    fn from(error: store::Error) -> Self {
        match error {
            store::Error::NotFound(_) => Self::NotFound,
            store::Error::Stale { .. } => Self::PreconditionFailed,
            store::Error::Character => Self::Shape { place: String::new(), why: error.to_string() },
            error => Self::Desk(desk::Error::Store(error)),
        }
    }
}

impl From<Denied> for Fault {
    fn from(denied: Denied) -> Self {
        match denied {
            Denied::NotFound => Self::NotFound,
            Denied::NotPermitted => Self::NotPermitted,
            Denied::NotOwn => Self::NotOwn,
            Denied::Stale => Self::PreconditionFailed,
            Denied::Spent => Self::LinkSpent,
            Denied::Failed => Self::Failed,
            Denied::Store(error) => error.into(),
        }
    }
}

impl Fault {
    /// Something in what was sent that is not what it must be.
    pub(super) fn unfit(code: &'static str, place: &'static str, text: String) -> Self {
        let message = Message { text, ..Message::default() };
        Self::Unfit { code, place, message }
    }

    fn status(&self) -> StatusCode {
        match self {
            Self::NotFound | Self::NotAdopted | Self::LinkSpent => StatusCode::NOT_FOUND,
            Self::NotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            Self::NotAcceptable => StatusCode::NOT_ACCEPTABLE,
            Self::TokenMissing | Self::TokenInvalid => StatusCode::UNAUTHORIZED,
            Self::ScopeMissing(_) | Self::NotPermitted | Self::NotOwn => StatusCode::FORBIDDEN,
            Self::Query { .. } | Self::Syntax { .. } | Self::Unreadable => StatusCode::BAD_REQUEST,
            Self::Shape { .. } | Self::Unfit { .. } | Self::Found(_) => {
                StatusCode::UNPROCESSABLE_ENTITY
            }
            Self::MediaType | Self::FileType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::PreconditionMissing => StatusCode::PRECONDITION_REQUIRED,
            Self::PreconditionFailed => StatusCode::PRECONDITION_FAILED,
            Self::TooOften(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Unreachable => StatusCode::SERVICE_UNAVAILABLE,
            Self::Failed => StatusCode::INTERNAL_SERVER_ERROR,
            // A decision names what it was taken on: that this has changed is what was asked about.
            Self::Desk(desk::Error::Meanwhile(_)) => StatusCode::PRECONDITION_FAILED,
            Self::Desk(desk::Error::Store(store::Error::Taken(_))) => StatusCode::CONFLICT,
            Self::Desk(desk::Error::Store(store::Error::Slug | store::Error::Character)) => {
                StatusCode::UNPROCESSABLE_ENTITY
            }
            Self::Desk(error) => error.status(),
        }
    }

    /// Its stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotFound => "not-found",
            Self::NotAllowed => "not-allowed",
            Self::NotAcceptable => "not-acceptable",
            Self::NotAdopted => "not-adopted",
            Self::TokenMissing => "token-missing",
            Self::TokenInvalid => "token-invalid",
            Self::ScopeMissing(_) => "scope-missing",
            Self::NotPermitted => "not-permitted",
            Self::NotOwn => "not-own",
            Self::Query { .. } => "query",
            Self::Syntax { .. } => "syntax",
            Self::Shape { .. } => "shape",
            Self::MediaType => "media-type",
            Self::TooLarge => "too-large",
            Self::PreconditionMissing => "precondition-missing",
            Self::PreconditionFailed => "precondition-failed",
            Self::TooOften(_) => "too-often",
            Self::LinkSpent => "link-spent",
            Self::Unfit { code, .. } => code,
            Self::FileType => "file-type",
            Self::Unreadable => "unreadable",
            Self::Found(judged) if judged.confirms.is_none() => "errors-found",
            Self::Found(_) => "warnings-found",
            Self::Unreachable => "unreachable",
            Self::Failed => "failed",
            Self::Desk(error) => error.code(),
        }
    }

    /// Told in a language.
    pub fn told(&self, tongue: Tongue) -> Problem {
        let status = self.status();
        let mut args = Args::new();
        let mut place = String::new();
        let (mut findings, mut confirms, mut more) = (Value::Null, None, 0);
        match self {
            Self::ScopeMissing(scope) => args = args.text("scope", *scope),
            Self::Query { place: at, why } | Self::Shape { place: at, why } => {
                args = args.text("why", why.as_str());
                place.clone_from(at);
            }
            Self::Syntax { why } => args = args.text("why", why.as_str()),
            Self::Unfit { place: at, .. } => place = (*at).to_owned(),
            Self::Found(judged) => {
                findings = report::diagnostics_json(&judged.found);
                confirms = judged.confirms.clone();
                more = judged.more;
            }
            Self::TooOften(seconds) => args = args.text("seconds", seconds.to_string()),
            Self::Desk(desk::Error::Store(
                error @ (store::Error::Slug | store::Error::Taken(_)),
            )) => {
                args = args.text("why", error.to_string());
                place = "slug".to_owned();
            }
            _ => {}
        }
        let (detail, remedy) = match self {
            Self::Desk(desk::Error::Refused(refused)) => {
                (refused.message.text.clone(), refused.message.remedy.clone())
            }
            Self::Unfit { message, .. } => (message.text.clone(), message.remedy.clone()),
            Self::Desk(desk::Error::Store(store::Error::Slug | store::Error::Taken(_))) => {
                (tongue.tell("api-slug", &args), String::new())
            }
            Self::Desk(error) => (error.told(tongue), String::new()),
            _ => {
                let id = format!("api-{}", self.code());
                let remedy = words::try_say(tongue.lang(), &format!("{id}.remedy"), &args);
                (tongue.tell(&id, &args), remedy.unwrap_or_default())
            }
        };
        Problem(Box::new(Told {
            kind: "about:blank",
            title: status.canonical_reason().unwrap_or_default().to_owned(),
            status: status.as_u16(),
            code: self.code().to_owned(),
            detail,
            remedy,
            place,
            findings,
            more,
            confirms,
            retry: if let Self::TooOften(seconds) = self { Some(*seconds) } else { None },
        }))
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let told = *self.0;
        let status = StatusCode::from_u16(told.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let body = serde_json::to_string(&told).unwrap_or_default();
        let mut response = (status, body).into_response();
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(MEDIA));
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if let Some(seconds) = told.retry {
            headers.insert(RETRY_AFTER, HeaderValue::from(seconds));
        }
        if status == StatusCode::UNAUTHORIZED {
            let known = told.code == "token-invalid";
            let asks = if known { "Bearer error=\"invalid_token\"" } else { "Bearer" };
            headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static(asks));
        }
        response
    }
}
