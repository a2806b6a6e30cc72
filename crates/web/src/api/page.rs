//! Long lists, a page at a time.

use super::problem::Fault;
use axum::http::{HeaderValue, Uri};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// Items of a page where nobody says how many.
const USUAL: usize = 50;

/// Items of a page at most.
pub const MOST: usize = 200;

/// Which page of a list.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct Page {
    /// How many items; 50 where it is not said.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<usize>,
    /// The last item seen, as `next` of the page before names it; the list begins behind it.
    #[param(required = false)]
    pub after: Option<String>,
}

/// A page of a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct Paged<T> {
    /// The items.
    pub items: Vec<T>,
    /// What `after` is for the next page; null on the last. The header `Link` has its whole address (RFC 8288).
    pub next: Option<String>,
}

impl Page {
    /// How many items.
    ///
    /// # Errors
    /// Fewer than 1 or more than 200.
    pub fn some(limit: Option<usize>) -> Result<usize, Fault> {
        match limit.unwrap_or(USUAL) {
            limit @ 1..=MOST => Ok(limit),
            _ => {
                let why = format!("from 1 to {MOST}");
                Err(Fault::Query { place: "limit".to_owned(), why })
            }
        }
    }

    /// The page of a list that is there as a whole; `name` is what an item is called in `after`.
    ///
    /// # Errors
    /// A limit out of bounds, or an item in `after` that is not in the list.
    pub fn of<I, T>(
        &self,
        all: &[I],
        name: impl Fn(&I) -> String,
        make: impl FnMut(&I) -> T,
    ) -> Result<Paged<T>, Fault> {
        let limit = Self::some(self.limit)?;
        let from = match &self.after {
            None => 0,
            Some(after) => {
                let unknown = || {
                    let why = "no item of the list is called so".to_owned();
                    Fault::Query { place: "after".to_owned(), why }
                };
                all.iter().position(|item| name(item) == *after).ok_or_else(unknown)? + 1
            }
        };
        let rest = all.get(from..).unwrap_or_default();
        let page = rest.get(..limit).unwrap_or(rest);
        let next = page.last().filter(|_| rest.len() > limit).map(name);
        Ok(Paged { items: page.iter().map(make).collect(), next })
    }
}

/// The header that leads to the next page: this address with another `after`.
pub fn link(uri: &Uri, next: &str) -> Option<HeaderValue> {
    let kept = uri.query().unwrap_or_default().split('&');
    let kept = kept.filter(|pair| !pair.is_empty() && !pair.starts_with("after="));
    let after = format!("after={}", crate::site::escaped(next));
    let query: Vec<&str> = kept.chain([after.as_str()]).collect();
    HeaderValue::from_str(&format!("<{}?{}>; rel=\"next\"", uri.path(), query.join("&"))).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_follow_one_another() {
        let all: Vec<u32> = (1..=5).collect();
        let page = |limit, after: Option<&str>| {
            let page = Page { limit: Some(limit), after: after.map(str::to_owned) };
            page.of(&all, u32::to_string, |item| *item).map(|paged| (paged.items, paged.next))
        };
        assert_eq!(page(2, None).ok(), Some((vec![1, 2], Some("2".to_owned()))));
        assert_eq!(page(2, Some("2")).ok(), Some((vec![3, 4], Some("4".to_owned()))));
        assert_eq!(page(2, Some("4")).ok(), Some((vec![5], None)));
        assert_eq!(page(5, None).ok(), Some(((1..=5).collect(), None)));
        assert_eq!(page(2, Some("5")).ok(), Some((vec![], None)));
        assert!(page(0, None).is_err() && page(201, None).is_err() && page(2, Some("6")).is_err());
    }

    #[test]
    fn the_next_page_keeps_what_was_asked_for() {
        let uri: Uri =
            "/api/v1/dossiers/a/amendments?q=x%20y&after=4&limit=2".parse().expect("one");
        let link = link(&uri, "13/1").expect("a header");
        let expected = "</api/v1/dossiers/a/amendments?q=x%20y&limit=2&after=13%2F1>; rel=\"next\"";
        assert_eq!(link.to_str().expect("letters"), expected);
    }
}
