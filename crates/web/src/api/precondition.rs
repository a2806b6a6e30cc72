//! What a request says that it was made on, and by what it is known when it comes again.

use super::caller::Caller;
use super::problem::{Fault, Problem};
use axum::http::HeaderValue;
use axum::http::header::IF_MATCH;
use procedure::event::Seq;
use procedure::log::Hash;
use store::Key;

/// The header by which a request is known when it comes again.
const KEY: &str = "idempotency-key";

/// The characters of such a key at most.
const LONGEST: usize = 255;

impl Caller {
    /// The header `If-Match`, where there is one.
    ///
    /// # Errors
    /// 400 where it is no entity tag.
    pub(super) fn if_match(&self) -> Result<Option<&str>, Problem> {
        let Some(value) = self.headers.get(IF_MATCH) else { return Ok(None) };
        let tag = value.to_str().ok().map(str::trim);
        let tag = tag.and_then(|tag| tag.strip_prefix('"')?.strip_suffix('"'));
        tag.map(Some).ok_or_else(|| self.query("If-Match", "one entity tag, \"47\""))
    }

    /// Goes on only where what was seen is still so: its entity tag, without the quotation marks, is this.
    ///
    /// # Errors
    /// 428 where `If-Match` says nothing, 412 where it says something else.
    pub(super) fn saw(&self, tag: &str) -> Result<(), Problem> {
        match self.if_match()? {
            None => Err(self.problem(Fault::PreconditionMissing)),
            Some(seen) if seen == tag => Ok(()),
            Some(_) => Err(self.problem(Fault::PreconditionFailed)),
        }
    }

    /// The last event that whoever decides knows of: `If-Match` with its number, or with the `ETag` of whatever was seen of the
    /// dossier, which begins with it.
    ///
    /// # Errors
    /// 400 where it is neither.
    pub(super) fn seen(&self) -> Result<Option<Seq>, Problem> {
        let Some(tag) = self.if_match()? else { return Ok(None) };
        let number = tag.split('-').next().unwrap_or_default();
        let seen = number.parse().ok().filter(|_| number.bytes().all(|b| b.is_ascii_digit()));
        let why = "the number of an event, or the ETag of something of this dossier";
        seen.map(Some).ok_or_else(|| self.query("If-Match", why))
    }

    /// The key of a request, where it has one; `what` is all that it asks for.
    ///
    /// # Errors
    /// 400 where it is none.
    pub(super) fn key(&self, what: &[u8]) -> Result<Option<Key>, Problem> {
        let Some(value) = self.headers.get(KEY) else { return Ok(None) };
        let name = value.to_str().ok().filter(|name| (1..=LONGEST).contains(&name.len()));
        let name =
            name.ok_or_else(|| self.query("Idempotency-Key", "1 to 255 plain characters"))?;
        let scope = format!("account {}", self.signed()?.account.id.0);
        let mut all = format!("{}\n", self.uri.path()).into_bytes();
        all.extend_from_slice(what);
        Ok(Some(Key { scope, name: name.to_owned(), fingerprint: Hash::of(&all) }))
    }

    /// Something in what was sent that is not what it should be.
    pub(super) fn shape(&self, place: &str, why: &str) -> Problem {
        self.problem(Fault::Shape { place: place.to_owned(), why: why.to_owned() })
    }

    /// A header that is not what it should be.
    pub(super) fn query(&self, place: &str, why: &str) -> Problem {
        self.problem(Fault::Query { place: place.to_owned(), why: why.to_owned() })
    }
}

/// An entity tag as a header.
pub(super) fn tag(value: &str) -> Option<HeaderValue> {
    HeaderValue::from_str(&format!("\"{value}\"")).ok()
}
