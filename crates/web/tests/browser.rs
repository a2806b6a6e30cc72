//! The site in a real Chromium (Debian's), driven by Playwright: `./test` installs both.

#[allow(dead_code, reason = "each test file uses a part")]
mod common;
#[path = "common/hall.rs"]
mod hall;

use hall::Hall;
use hemicycle_web::permission::Role;
use std::path::PathBuf;
use std::process::Stdio;
use std::time::Duration;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::process::{Child, Command};

/// Where `./test` puts what Node loads.
fn modules() -> PathBuf {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
    let given = std::env::var_os("HEMICYCLE_NODE_MODULES").map(PathBuf::from);
    given.unwrap_or_else(|| root.join("target/tools/node/node_modules"))
}

fn script(name: &str, address: &str, args: &[String]) -> Child {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/browser");
    let mut command = Command::new("node");
    command.arg(folder.join(name)).arg(format!("http://{address}")).args(args);
    command.env("NODE_PATH", modules()).kill_on_drop(true);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command.spawn().expect("Node is needed to drive the browser (./test says how to install it)")
}

/// Runs a script to its end and does what it asks for; gives what it has seen.
async fn run(hall: &Hall, name: &str, args: &[String]) -> String {
    let patience = Duration::from_secs(300);
    let seen = tokio::time::timeout(patience, driven(hall, name, args)).await;
    seen.unwrap_or_else(|_| panic!("{name} did not end within {patience:?}"))
}

async fn driven(hall: &Hall, name: &str, args: &[String]) -> String {
    let (address, end, serving) = hall.open().await;
    let mut child = script(name, &address, args);
    let mut say = child.stdin.take().expect("it listens");
    let mut lines = BufReader::new(child.stdout.take().expect("it speaks")).lines();
    let mut happened = 0;
    let mut seen = String::new();
    while let Some(line) = lines.next_line().await.expect("it is read") {
        match line.split_once(' ') {
            Some(("ask", asked)) => {
                match asked.split_once(' ').map(|(what, count)| (what, count.parse::<usize>())) {
                    Some(("happen", Ok(count))) => {
                        hall.happen(happened..happened + count).await;
                        happened += count;
                    }
                    Some(("followers", Ok(count))) => {
                        hall.server.followed_by(count).await;
                    }
                    Some(("table", Ok(count))) => hall.table(count).await,
                    _ => panic!("{asked}"),
                }
                say.write_all(b"done\n").await.expect("it listens");
            }
            Some(("seen", what)) => what.clone_into(&mut seen),
            _ => panic!("{line}"),
        }
    }
    let mut wrong = String::new();
    let mut errors = child.stderr.take().expect("it speaks");
    errors.read_to_string(&mut wrong).await.expect("it is read");
    let status = child.wait().await.expect("it ends");
    assert!(status.success(), "{name}:\n{wrong}");
    end.send(()).expect("it listens");
    serving.await.expect("it ended");
    assert!(!seen.is_empty(), "{name} saw nothing");
    seen
}

#[test]
fn pages_follow_a_sitting() {
    hall::run(async {
        let hall = hall::hall(64).await;
        run(&hall, "live.mjs", &[]).await;
    });
}

#[test]
fn a_draft_from_the_first_key_to_the_receipt() {
    hall::run(async {
        let hall = hall::hall(1).await;
        let names = ["ada", "bo", "cy", "di", "ed"];
        let mut args = vec![hall::PASSWORD.to_owned()];
        for name in names {
            args.push(format!("{name}@lakes.example"));
            hall.person(name, &args[args.len() - 1], Role::Member).await;
        }
        let receipt = run(&hall, "drafting.mjs", &args).await;
        let held = hall.server.site.get(hall::SLUG).expect("it is shown");
        assert!(receipt.ends_with(&format!("/receipt/{}", held.head.seq)), "{receipt}");
        let record = held.sitting.course.amendments.last().expect("it is there");
        assert_eq!(record.signed, names);
    });
}

#[test]
fn a_sitting_is_run_by_keys() {
    hall::run(async {
        let hall = hall::hall(64).await;
        hall.person("Ms Ida MEER", "president@lakes.example", Role::Chair).await;
        hall.person("Ms Vera INK", "office@lakes.example", Role::TableOffice).await;
        hall.person("Mr Paul KEY", "admin@lakes.example", Role::Administrator).await;
        run(&hall, "chair.mjs", &[hall::PASSWORD.to_owned()]).await;
    });
}

#[test]
fn the_table_office_works_by_keys() {
    hall::run(async {
        let hall = hall::hall(142).await;
        hall.person("Ms Vera INK", "office@lakes.example", Role::TableOffice).await;
        // The draft alone: its amendments are tabled here.
        let draft = |name: &str, first: &str| {
            let text = std::fs::read_to_string(common::example(name)).expect("the example");
            text.split(first).next().unwrap_or_default().to_owned()
        };
        let english = draft("harbours-en.txt", "Amendment 1\n");
        let french = draft("harbours-fr.txt", "Amendement 1\n");
        run(&hall, "office.mjs", &[hall::PASSWORD.to_owned(), english, french]).await;
    });
}

#[test]
fn every_page_is_for_everybody() {
    hall::run(async {
        let hall = hall::hall(142).await;
        let ends = [
            "",
            "?q=lamps&state=adopted",
            "/amendments/4",
            "/amendments/8/1",
            "/amendments/6",
            "/order",
            "/sitting",
            "/projector",
            "/adopted",
            "/adopted/changes",
            "/versions",
            "/versions/1",
            "/none",
        ];
        let of = |tag: &str| {
            let own =
                ["", "account/sign-in", "account/forgotten"].map(|end| format!("/{tag}/{end}"));
            let own = own.into_iter();
            own.chain(ends.iter().map(|end| format!("/{tag}/412-lakes{end}"))).collect::<Vec<_>>()
        };
        let paths: Vec<String> = [of("en"), of("fr")].concat();
        let seen = run(&hall, "accessible.mjs", &paths).await;
        assert_eq!(seen, (paths.len() * 2).to_string());
    });
}
