//! What a cache, a browser and somebody who types an address may rely on.

mod common;

use axum::http::StatusCode;
use common::{ask, get, lakes, names, router};
use flate2::read::GzDecoder;
use hemicycle_web::{Site, assets};
use std::io::Read;
use std::sync::Arc;

#[tokio::test]
async fn a_page_that_has_not_changed_is_not_sent_again() {
    let router = router();
    for path in [
        "/en/",
        "/en/412-lakes",
        "/fr/412-lakes?q=lampe",
        "/fr/412-lakes/amendments/8",
        "/en/412-lakes/files/compendium.csv",
        "/en/412-lakes/feed.atom",
        "/en/412-lakes/versions/1",
    ] {
        let first = get(&router, path).await;
        let tag = first.header("etag").to_owned();
        assert!(tag.starts_with("W/\""), "{path}: {tag}");
        assert!(first.header("cache-control").starts_with("public"), "{path}");
        for known in [tag.as_str(), "*", &format!("\"other\", {tag}")] {
            let again = ask(&router, "GET", path, &[("if-none-match", known)]).await;
            assert_eq!(again.status, StatusCode::NOT_MODIFIED, "{path}");
            assert!(again.body.is_empty());
            assert_eq!(again.header("etag"), tag);
        }
        let other = ask(&router, "GET", path, &[("if-none-match", "W/\"other\"")]).await;
        assert_eq!(other.status, StatusCode::OK, "{path}");
    }
}

#[tokio::test]
async fn another_event_language_or_build_is_another_page() {
    let tag = async |held: hemicycle_web::Held, version: &str, lang: &str| {
        let site = Site::new(names(), "", version, 1);
        site.put(Arc::new(held));
        let router = hemicycle_web::site::router(Arc::new(site));
        get(&router, &format!("/{lang}/412-lakes")).await.header("etag").to_owned()
    };
    let tags = [
        tag(lakes(), "1", "en").await,
        tag(lakes(), "1", "fr").await,
        tag(lakes(), "2", "en").await,
        tag(lakes().until(100).expect("it stood"), "1", "en").await,
    ];
    for (at, one) in tags.iter().enumerate() {
        assert!(!tags[..at].contains(one), "{tags:?}");
    }
    assert_eq!(tag(lakes(), "1", "en").await, tags[0]);
}

#[tokio::test]
async fn what_the_site_holds_now_is_shown() {
    let site = Arc::new(Site::new(names(), "", "test", 2));
    let router = hemicycle_web::site::router(Arc::clone(&site));
    assert_eq!(get(&router, "/en/412-lakes").await.status, StatusCode::NOT_FOUND);
    let whole = lakes();
    site.put(Arc::new(whole.until(27).expect("it stood")));
    let before = get(&router, "/en/412-lakes/amendments/1").await;
    assert!(before.text().contains("outcome is-open"), "{}", before.text());
    site.put(Arc::new(whole));
    let after = get(&router, "/en/412-lakes/amendments/1").await;
    assert!(after.text().contains("outcome is-rejected"));
    assert_ne!(before.header("etag"), after.header("etag"));
}

#[tokio::test]
async fn the_head_of_a_page_is_the_page_without_its_body() {
    let router = router();
    for path in ["/en/412-lakes", "/en/nothing", "/fr/412-lakes/files/minutes.odt"] {
        let (got, head) = (get(&router, path).await, ask(&router, "HEAD", path, &[]).await);
        assert_eq!(got.status, head.status, "{path}");
        assert!(head.body.is_empty());
        assert_eq!(got.header("etag"), head.header("etag"));
        assert_eq!(head.header("content-length"), got.body.len().to_string());
    }
}

#[tokio::test]
async fn every_answer_keeps_itself_to_itself() {
    let router = router();
    for path in
        ["/", "/en/", "/en/412-lakes", "/en/none", "/theme.css", "/en/412-lakes/files/adopted.xml"]
    {
        let got = get(&router, path).await;
        let policy = got.header("content-security-policy");
        assert!(policy.starts_with("default-src 'self';"), "{path}");
        assert!(!policy.contains("unsafe"));
        assert_eq!(got.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(got.header("referrer-policy"), "same-origin");
        assert_eq!(got.header("cross-origin-opener-policy"), "same-origin");
    }
}

#[tokio::test]
async fn what_is_packed_unpacks_to_the_same() {
    let router = router();
    for path in ["/en/412-lakes", "/en/412-lakes?q=lamps", "/fr/412-lakes/files/compendium.txt"] {
        let plain = get(&router, path).await;
        assert_eq!(plain.header("content-encoding"), "");
        let packed = ask(&router, "GET", path, &[("accept-encoding", "br, gzip")]).await;
        assert_eq!(packed.header("content-encoding"), "gzip", "{path}");
        assert!(packed.header("vary").contains("Accept-Encoding"));
        assert!(packed.body.len() * 2 < plain.body.len(), "{path}");
        let mut unpacked = Vec::new();
        GzDecoder::new(packed.body.as_slice()).read_to_end(&mut unpacked).expect("gzip");
        assert_eq!(unpacked, plain.body, "{path}");
    }
}

#[tokio::test]
async fn what_is_not_there_is_said_in_both_languages() {
    let router = router();
    for path in [
        "/nothing",
        "/de/",
        "/en/nothing",
        "/en/412-lakes/nothing",
        "/en/412-lakes/amendments/999",
        "/en/412-lakes/amendments/d-2",
        "/en/412-lakes/amendments/..%2f..%2fetc%2fpasswd",
        "/en/412-lakes/amendments/%ff",
        "/en/412-lakes/versions/0",
        "/en/412-lakes/versions/9",
        "/en/412-lakes/versions/01",
        "/en/412-lakes/files/compendium.exe",
        "/en/412-lakes/files/log.jsonl",
        "/en/415-harbours/files/adopted.docx",
        "/assets/x/none.css",
        "/language/de/412-lakes",
        "/theme/pink",
    ] {
        let got = get(&router, path).await;
        assert_eq!(got.status, StatusCode::NOT_FOUND, "{path}");
        assert!(got.header("content-type").starts_with("text/html"), "{path}");
        assert_eq!(got.header("cache-control"), "no-store");
        assert!(got.text().contains("There is no such page"), "{path}");
        assert!(got.text().contains("Cette page n’existe pas"), "{path}");
        assert!(got.text().contains("class=\"masthead\""), "{path}");
    }
    let french = get(&router, "/fr/nothing").await;
    assert!(french.text().starts_with("<!DOCTYPE html><html lang=\"fr\">"));
}

#[tokio::test]
async fn pages_can_be_read_and_nothing_else() {
    let router = router();
    for method in ["POST", "PUT", "DELETE", "PATCH"] {
        let got = ask(&router, method, "/fr/412-lakes", &[]).await;
        assert_eq!(got.status, StatusCode::METHOD_NOT_ALLOWED, "{method}");
        assert_eq!(got.header("allow"), "GET,HEAD");
        assert!(got.text().contains("Cela ne se fait pas ici"));
    }
}

#[tokio::test]
async fn the_first_page_is_in_the_language_of_the_reader() {
    let router = router();
    for (headers, lang) in [
        (&[][..], "en"),
        (&[("accept-language", "fr-CH, en;q=0.5")][..], "fr"),
        (&[("accept-language", "fr"), ("cookie", "a=b; lang=en")][..], "en"),
        (&[("cookie", "lang=xx"), ("accept-language", "fr")][..], "fr"),
    ] {
        let got = ask(&router, "GET", "/", headers).await;
        assert_eq!(got.status, StatusCode::SEE_OTHER);
        assert_eq!(got.header("location"), format!("/{lang}/"), "{headers:?}");
        assert_eq!(got.header("vary"), "Accept-Language, Cookie");
    }
}

#[tokio::test]
async fn choosing_a_language_keeps_it_and_leads_on() {
    let router = router();
    let got = get(&router, "/language/fr/412-lakes/amendments/8").await;
    assert_eq!(got.header("location"), "/fr/412-lakes/amendments/8");
    assert!(got.header("set-cookie").starts_with("lang=fr; Path=/; Max-Age="));
    let page = get(&router, "/en/412-lakes/amendments/8").await;
    assert!(page.text().contains("href=\"/language/fr/412-lakes/amendments/8\""));
    for lang in ["en", "fr"] {
        let link = format!("hreflang=\"{lang}\" href=\"/{lang}/412-lakes/amendments/8\"");
        assert!(page.text().contains(&link), "{link}");
    }
}

#[tokio::test]
async fn a_choice_leads_to_no_other_site() {
    let router = router();
    for (path, to) in [
        ("/theme/dark?back=/en/412-lakes", "/en/412-lakes"),
        ("/theme/dark?back=//evil.example/", "/"),
        ("/theme/dark?back=https://evil.example/", "/"),
        ("/theme/dark?back=/%5cevil.example", "/%5Cevil.example"),
        ("/theme/dark?back=/%0d%0aSet-Cookie:a=b", "/%0D%0ASet-Cookie%3Aa=b"),
        ("/theme/dark", "/"),
        ("/language/en//evil.example", "/en//evil.example"),
    ] {
        let got = get(&router, path).await;
        assert_eq!(got.status, StatusCode::SEE_OTHER, "{path}");
        assert_eq!(got.header("location"), to, "{path}");
    }
    let elsewhere = get(&router, "//evil.example/").await;
    assert_eq!(elsewhere.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_theme_is_kept_and_no_page_depends_on_it() {
    let router = router();
    let chosen = get(&router, "/theme/dark?back=/en/").await;
    assert!(chosen.header("set-cookie").starts_with("theme=dark;"));
    let dark = [("cookie", "theme=dark")];
    let sheet = ask(&router, "GET", "/theme.css", &dark).await;
    assert!(sheet.text().contains("color-scheme:dark"));
    assert!(sheet.header("cache-control").starts_with("private"));
    assert_eq!(get(&router, "/theme.css").await.text(), "");
    let page = ask(&router, "GET", "/en/412-lakes", &dark).await;
    assert_eq!(page.body, get(&router, "/en/412-lakes").await.body);
    assert!(!page.header("vary").contains("Cookie"));
}

#[tokio::test]
async fn assets_are_kept_for_ever_and_pages_stay_light() {
    let router = router();
    let packed = [("accept-encoding", "gzip")];
    let page = ask(&router, "GET", "/en/412-lakes", &packed).await;
    let mut weight = page.body.len();
    let every_page = [
        "style.css",
        "theme.js",
        "regular-latin.woff2",
        "italic-latin.woff2",
        "semibold-latin.woff2",
    ];
    for asset in assets::ALL {
        let got = ask(&router, "GET", &asset.address(), &packed).await;
        assert_eq!(got.status, StatusCode::OK, "{}", asset.name);
        assert!(got.header("cache-control").contains("immutable"));
        if every_page.contains(&asset.name) {
            weight += got.body.len();
        }
    }
    assert!(weight <= 150_000, "{weight} bytes");
    let old = get(&router, "/assets/000000000000/style.css").await;
    assert_eq!(old.header("cache-control"), "public, no-cache");
}

#[tokio::test]
async fn a_stroke_too_many_leads_on() {
    let router = router();
    assert_eq!(get(&router, "/en").await.header("location"), "/en/");
    assert_eq!(get(&router, "/en/412-lakes/").await.header("location"), "/en/412-lakes");
}

#[tokio::test]
async fn files_are_what_their_names_say() {
    let router = router();
    for paper in ["compendium", "adopted", "adopted-changes", "results", "minutes", "voting-list"] {
        for (ending, sign) in [
            ("docx", &b"PK\x03\x04"[..]),
            ("odt", b"PK"),
            ("html", b"<!DOCTYPE"),
            ("txt", b"Doc. 412"),
        ] {
            let path = format!("/fr/412-lakes/files/{paper}.{ending}");
            let got = get(&router, &path).await;
            assert_eq!(got.status, StatusCode::OK, "{path}");
            assert!(got.body.starts_with(sign), "{path}");
            let name = format!("attachment; filename=\"412-lakes-{paper}-fr.{ending}\"");
            assert_eq!(got.header("content-disposition"), name);
        }
    }
    for (name, sign) in [
        ("compendium.xml", &b"<?xml"[..]),
        ("compendium.json", b"{"),
        ("compendium.xlsx", b"PK"),
        ("adopted.xml", b"<?xml"),
        ("adopted.json", b"{"),
        ("adopted-changes.xml", b"<?xml"),
    ] {
        let got = get(&router, &format!("/en/412-lakes/files/{name}")).await;
        assert!(got.body.starts_with(sign), "{name}");
    }
}

#[tokio::test]
async fn what_was_never_handed_in_or_numbered_is_in_no_file() {
    let router = router();
    let secret = "delete paragraphs 1 to 10";
    for name in
        ["compendium.json", "compendium.xml", "compendium.csv", "compendium.txt", "compendium.html"]
    {
        let got = get(&router, &format!("/en/412-lakes/files/{name}")).await;
        assert!(!got.text().contains(secret), "{name}");
    }
    for path in ["", "/order", "/feed.atom", "/amendments/8"] {
        let got = get(&router, &format!("/en/412-lakes{path}")).await;
        assert!(!got.text().contains("d-2"), "{path}");
    }
}

#[tokio::test]
async fn pages_are_printed_where_somebody_prints_them() {
    let path = "/en/412-lakes/files/minutes.pdf";
    let router = router();
    assert_eq!(get(&router, path).await.status, StatusCode::NOT_FOUND);
    assert!(!get(&router, "/en/412-lakes").await.text().contains(".pdf\""));
    let printing = |printer| {
        let mut site = Site::new(names(), "", "test", 1);
        site.printer = Some(printer);
        site.put(Arc::new(lakes()));
        hemicycle_web::site::router(Arc::new(site))
    };
    let one = printing(|paper| Ok(vec![format!("%PDF {}", paper.title).into_bytes()]));
    let got = get(&one, path).await;
    assert_eq!(got.text(), "%PDF Doc. 412 – Minutes of decisions");
    assert_eq!(got.header("content-type"), "application/pdf");
    assert!(get(&one, "/en/412-lakes").await.text().contains("files/minutes.pdf\""));
    let two = printing(|_| Ok(vec![b"%PDF 1".to_vec(), b"%PDF 2".to_vec()]));
    let got = get(&two, path).await;
    assert_eq!(got.header("content-type"), "application/zip");
    let name = "attachment; filename=\"412-lakes-minutes-en.zip\"";
    assert_eq!(got.header("content-disposition"), name);
    let failing = printing(|_| Err("the typesetter gave up".into()));
    let got = get(&failing, path).await;
    assert_eq!(got.status, StatusCode::INTERNAL_SERVER_ERROR);
    assert!(got.text().contains("The page could not be made"));
    assert!(!got.text().contains("gave up"), "what went wrong inside is not told");
    let panicking = printing(|_| panic!("a bug"));
    assert_eq!(get(&panicking, path).await.status, StatusCode::INTERNAL_SERVER_ERROR);
}
