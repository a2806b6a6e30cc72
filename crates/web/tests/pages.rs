//! Every page of the example dossiers, in both languages.

mod common;

use axum::Router;
use axum::http::StatusCode;
use common::{Got, get, router};
use html5ever::tokenizer::{
    BufferQueue, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// What a page holds that other tests ask for: where it links to, its ids, what is wrong with it.
#[derive(Debug, Default)]
struct Seen {
    links: BTreeSet<String>,
    ids: BTreeSet<String>,
    twice: BTreeSet<String>,
    errors: Vec<String>,
    headings: Vec<u8>,
    inline: Vec<String>,
}

#[derive(Default)]
struct Sink(RefCell<Seen>);

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut seen = self.0.borrow_mut();
        match token {
            Token::ParseError(error) => seen.errors.push(error.into_owned()),
            Token::TagToken(tag) if tag.kind == html5ever::tokenizer::StartTag => {
                let name = tag.name.to_string();
                if let Some(level) = name.strip_prefix('h').and_then(|level| level.parse().ok()) {
                    seen.headings.push(level);
                }
                for attribute in &tag.attrs {
                    let value = attribute.value.to_string();
                    match &*attribute.name.local {
                        "href" | "src" | "action" => drop(seen.links.insert(value)),
                        "id" if !seen.ids.insert(value.clone()) => drop(seen.twice.insert(value)),
                        "style" => seen.inline.push(value),
                        handler if handler.starts_with("on") => seen.inline.push(value),
                        _ => {}
                    }
                }
            }
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

fn seen(page: &Got) -> Seen {
    let queue = BufferQueue::default();
    queue.push_back(page.text().into());
    let tokenizer = Tokenizer::new(
        Sink::default(),
        TokenizerOpts { exact_errors: true, ..TokenizerOpts::default() },
    );
    let _ = tokenizer.feed(&queue);
    tokenizer.end();
    tokenizer.sink.0.into_inner()
}

/// Everything that can be reached from the first pages.
async fn crawled(router: &Router) -> BTreeMap<String, Got> {
    let mut all = BTreeMap::new();
    let mut waiting: VecDeque<String> = ["/en/".to_owned(), "/fr/".to_owned()].into();
    while let Some(path) = waiting.pop_front() {
        if all.contains_key(&path) {
            continue;
        }
        let got = get(router, &path).await;
        if got.header("content-type").starts_with("text/html") && !path.contains("/files/") {
            for link in seen(&got).links {
                let link = link.split('#').next().unwrap_or_default().to_owned();
                // Where one signs in, and where one drafts, is not of the public site alone: tests/accounts.rs and
                // tests/drafting.rs go there.
                let own = link.ends_with("/account") || link.contains("/desk/draft/");
                let is_public = link.starts_with('/') && !own;
                if is_public && !all.contains_key(&link) {
                    waiting.push_back(link);
                }
            }
        }
        all.insert(path, got);
    }
    all
}

#[tokio::test]
async fn no_link_is_dead_and_every_page_is_sound() {
    let router = router();
    let all = crawled(&router).await;
    let is_page = |path: &str, got: &Got| {
        got.status == StatusCode::OK
            && got.header("content-type").starts_with("text/html")
            && !path.contains("/files/")
    };
    let pages: Vec<_> = all.iter().filter(|(path, got)| is_page(path, got)).collect();
    assert!(pages.len() > 180, "{} pages", pages.len());
    for (path, got) in &all {
        let moved = path.starts_with("/language/") || path.starts_with("/theme/");
        let expected = if moved { StatusCode::SEE_OTHER } else { StatusCode::OK };
        assert_eq!(got.status, expected, "{path}");
    }
    for (path, got) in &pages {
        let page = seen(got);
        assert!(page.errors.is_empty(), "{path}: {:?}", page.errors);
        assert!(page.twice.is_empty(), "{path}: ids twice: {:?}", page.twice);
        assert!(page.inline.is_empty(), "{path}: {:?}", page.inline);
        assert_eq!(page.headings.first(), Some(&1), "{path}");
        assert_eq!(page.headings.iter().filter(|level| **level == 1).count(), 1, "{path}");
        let leaps = page.headings.windows(2).filter(|two| two[1] > two[0] + 1);
        assert_eq!(leaps.count(), 0, "{path}: {:?}", page.headings);
        for link in page.links.iter().filter_map(|link| link.strip_prefix('#')) {
            assert!(page.ids.contains(link), "{path}: #{link}");
        }
        assert!(!got.text().contains(">web-"), "{path}: a message is missing");
    }
}

#[tokio::test]
async fn fragments_of_other_pages_are_there() {
    let router = router();
    let all = crawled(&router).await;
    let ids: BTreeMap<&String, BTreeSet<String>> = all
        .iter()
        .filter(|(_, got)| got.header("content-type").starts_with("text/html"))
        .map(|(path, got)| (path, seen(got).ids))
        .collect();
    for (path, got) in &all {
        if !got.header("content-type").starts_with("text/html") || path.contains("/files/") {
            continue;
        }
        for link in seen(got).links {
            let Some((page, fragment)) = link.split_once('#').filter(|(page, _)| !page.is_empty())
            else {
                continue;
            };
            assert!(ids[&page.to_owned()].contains(fragment), "{path}: {link}");
        }
    }
}

#[tokio::test]
async fn the_same_bytes_from_two_renderings() {
    let (one, other) = (router(), router());
    for path in ["/en/", "/fr/412-lakes", "/en/412-lakes/amendments/8", "/fr/412-lakes/sitting"] {
        assert_eq!(get(&one, path).await.body, get(&other, path).await.body, "{path}");
    }
}
