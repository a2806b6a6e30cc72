//! The API asked by a client that is generated from its own document: schemathesis, which `./test` installs. Whatever it sends,
//! nothing fails, and every answer is one that the document foresees.

#![allow(clippy::print_stdout, reason = "a seed is printed")]

#[allow(dead_code, reason = "each test file uses a part")]
mod common;
#[path = "common/hall.rs"]
mod hall;

use hemicycle_web::account::Rate;
use hemicycle_web::permission::Role;
use procedure::event::Time;
use std::path::PathBuf;
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use store::Secret;
use tokio::net::TcpListener;
use tokio::process::Command;
use tokio::sync::oneshot;

/// Seconds for each of the runs.
const TIME: &str = "45";

/// Where `./test` puts it.
fn installed() -> PathBuf {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
    let given = std::env::var_os("HEMICYCLE_SCHEMATHESIS").map(PathBuf::from);
    given.unwrap_or_else(|| root.join("target/tools/schemathesis"))
}

/// Runs it with the roles of an account and all scopes; as anybody where there are none.
async fn explored(roles: &[Role]) {
    let hall = hall::hall(64).await;
    let mut token = String::new();
    let (store, now) = (hall.server.store(), hall.server.now());
    if !roles.is_empty() {
        let name = "Ms Vera INK";
        let account = store.add_account(name, "ink@lakes.example", None, &now).await;
        let account = account.expect("an account").id;
        for role in roles {
            let role = role.name().to_owned();
            let role = store::Role { account, dossier: None, role, body: None };
            store.grant(&role).await.expect("granted");
        }
        token = "hemicycle_0123".to_owned();
        let until = Time::of_unix(now.unix() + 86_400);
        let given = ("test", "read draft table office sitting import people account");
        let added = store.add_token(Secret(&token), account, given, &now, Some(&until));
        added.await.expect("a token");
        // A draft of its own, as the addresses of drafts find the first one.
        let dossier = hall.server.desk.id(hall::SLUG).expect("it is there");
        let content = "{\"what\": \"delete\", \"number\": \"3\", \"lang\": \"en\"}";
        store.add_draft(account, dossier, content, &now).await.expect("a draft");
    }
    let server = hall.server.clone().with_writes(Rate { burst: 1_000_000_000, every: 1 });
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let (end, ended) = oneshot::channel::<()>();
    let serving = tokio::spawn(async move {
        let end = async { drop(ended.await) };
        server.serve(listener, end).await.expect("it serves");
    });
    let given = std::env::var("HEMICYCLE_SEED").ok();
    let chance =
        || SystemTime::now().duration_since(UNIX_EPOCH).map_or(1, |since| since.subsec_nanos());
    let seed = given.unwrap_or_else(|| chance().to_string());
    println!("HEMICYCLE_SEED={seed}");
    let folder = tempfile::tempdir().expect("a folder");
    let mut command = Command::new("python3");
    command.args(["-m", "schemathesis.cli", "run", "--seed", &seed, "--max-time", TIME]);
    // That data of the right shape is taken is for the rules of the chamber to say.
    command.args(["--exclude-checks", "positive_data_acceptance"]);
    command.args(["--continue-on-failure", "--suppress-health-check", "all", "--warnings", "off"]);
    if !token.is_empty() {
        // It would be without a token from then on.
        command.args(["--exclude-operation-id", "revoke_token"]);
        command.args(["-H", &format!("Authorization: Bearer {token}")]);
    }
    command.arg(format!("http://{address}/api/v1/openapi.json"));
    command.env("PYTHONPATH", installed()).env("NO_COLOR", "1").current_dir(folder.path());
    command.kill_on_drop(true);
    let output = tokio::time::timeout(Duration::from_secs(300), command.output()).await;
    let output = output.expect("it ends in time").expect("Python is needed (./test says how)");
    let said = String::from_utf8_lossy(&output.stdout);
    let wrong = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "HEMICYCLE_SEED={seed}\n{said}\n{wrong}");
    println!("{said}");
    end.send(()).expect("it listens");
    serving.await.expect("it ended");
}

#[test]
fn as_anybody() {
    hall::run(explored(&[]));
}

#[test]
fn as_the_table_office_and_an_administrator() {
    hall::run(explored(&[Role::TableOffice, Role::Administrator]));
}

#[test]
fn as_a_member_who_presides() {
    hall::run(explored(&[Role::Member, Role::Chair]));
}
