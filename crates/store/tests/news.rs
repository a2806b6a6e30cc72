//! Who hears of what.

mod common;

use common::{Place, chain, dossier, run, sign};
use hemicycle_store::{Changed, DossierId, News};
use pgtest::Cluster;
use procedure::log::Head;
use std::time::Duration;

/// Waits for a head, and takes no other for it.
async fn hears(news: &mut News, dossier: DossierId, head: Head) {
    let heard = tokio::time::timeout(Duration::from_secs(20), async {
        loop {
            match news.next().await {
                Some(changed) if changed == Changed { dossier, head } => return true,
                Some(changed) => assert!(changed.head.seq <= head.seq, "{changed:?}"),
                None => return false,
            }
        }
    });
    assert!(heard.await.expect("it is told in time"));
}

on_both! {
    /// Each subscriber is told what comes after it subscribed; of what it did not ask for in time, the last.
    async fn appends_of_this_process_are_told(place: Place) {
        let store = place.open().await;
        let (mut first, earlier) = (store.news(), dossier(&store, "lamps").await);
        hears(&mut first, earlier.id, earlier.head).await;
        let mut second = store.news();
        let mut head = earlier.head;
        for name in ["Ada", "Bo", "Cy"] {
            head = store.append(earlier.id, head, &chain(head, &[name])).await.expect("kept");
        }
        let other = dossier(&store, "boats").await;
        let told = [
            Changed { dossier: earlier.id, head },
            Changed { dossier: other.id, head: other.head },
        ];
        for news in [&mut first, &mut second] {
            assert_eq!([news.next().await, news.next().await], told.map(Some));
        }
        // What is refused is no news.
        let behind = store.append(earlier.id, earlier.head, &chain(earlier.head, &["Di"])).await;
        behind.expect_err("behind");
        let head = store.append(other.id, other.head, &chain(other.head, &["Di"])).await;
        let head = head.expect("kept");
        assert_eq!(first.next().await, Some(Changed { dossier: other.id, head }));
        store.close().await;
        assert_eq!(second.next().await, Some(Changed { dossier: other.id, head }));
        assert_eq!(second.next().await, None);
    }
}

/// Two nodes on one database: each hears of the other, also when what it listened on was cut, and of what was done
/// meanwhile.
#[test]
fn nodes_hear_of_each_other() {
    let place = Place::postgres();
    run(async {
        let (here, there) = (place.open().await, place.open().await);
        let (mut news, mut own) = (there.news(), here.news());
        let made = dossier(&here, "lamps").await;
        hears(&mut news, made.id, made.head).await;
        let head = sign(&there, made.id, made.head, "Ada").await;
        hears(&mut own, made.id, head).await;

        let name = place.address.split(['/', '?']).nth(3).expect("a name").to_owned();
        let by_hand = |statement: &str| Cluster::shared().sql("postgres", statement);
        let of = format!("FROM pg_stat_activity WHERE datname = '{name}' AND query LIKE 'LISTEN%'");
        for round in 0..3 {
            // Nobody can listen again until something was kept.
            by_hand(&format!("ALTER DATABASE {name} ALLOW_CONNECTIONS false"));
            let cut = by_hand(&format!("SELECT count(pg_terminate_backend(pid)) {of}"));
            assert_eq!(cut, "2", "both listened");
            while by_hand(&format!("SELECT count(*) {of}")) != "0" {}
            let head = here.head(made.id).await.expect("a head");
            let head = sign(&here, made.id, head, &format!("Member {round}")).await;
            hears(&mut own, made.id, head).await;
            by_hand(&format!("ALTER DATABASE {name} ALLOW_CONNECTIONS true"));
            hears(&mut news, made.id, head).await;
            while by_hand(&format!("SELECT count(*) {of}")) != "2" {}
            // And what is kept now is heard of at once.
            let head = sign(&here, made.id, head, &format!("Guest {round}")).await;
            hears(&mut news, made.id, head).await;
        }
        here.close().await;
        let head = there.head(made.id).await.expect("a head");
        let head = sign(&there, made.id, head, "Bo").await;
        hears(&mut news, made.id, head).await;
    });
}
