//! A browser driven by a script in `tests/browser`: Debian's Chromium and Playwright, which `./test` installs.
#![allow(dead_code, reason = "each test file uses a part")]

use std::path::PathBuf;
use std::process::Stdio;
use std::time::Duration;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::process::{Child, Command};
use tokio::sync::Mutex;

/// One browser at a time: what they wait for must not depend on how many tests run beside each other.
static ONE: Mutex<()> = Mutex::const_new(());

/// How long a script may take.
const PATIENCE: Duration = Duration::from_secs(600);

/// Where `./test` puts what Node loads.
fn modules() -> PathBuf {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
    let given = std::env::var_os("HEMICYCLE_NODE_MODULES").map(PathBuf::from);
    given.unwrap_or_else(|| root.join("target/tools/node/node_modules"))
}

fn script(name: &str, address: &str, args: &[String]) -> Child {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/browser");
    let mut command = Command::new("node");
    command.arg(folder.join(name)).arg(address).args(args);
    command.env("NODE_PATH", modules()).kill_on_drop(true);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command.spawn().expect("Node is needed to drive the browser (./test says how to install it)")
}

/// Runs a script on the site at `address` to its end and does what it asks for; gives what it has seen.
pub async fn driven(
    name: &str,
    address: &str,
    args: &[String],
    ask: impl AsyncFnMut(&str),
) -> String {
    let _one = ONE.lock().await;
    let seen = tokio::time::timeout(PATIENCE, to_its_end(name, address, args, ask)).await;
    seen.unwrap_or_else(|_| panic!("{name} did not end within {PATIENCE:?}"))
}

async fn to_its_end(
    name: &str,
    address: &str,
    args: &[String],
    mut ask: impl AsyncFnMut(&str),
) -> String {
    let mut child = script(name, address, args);
    let mut say = child.stdin.take().expect("it listens");
    let mut lines = BufReader::new(child.stdout.take().expect("it speaks")).lines();
    let mut seen = String::new();
    while let Some(line) = lines.next_line().await.expect("it is read") {
        match line.split_once(' ') {
            Some(("ask", asked)) => {
                ask(asked).await;
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
    assert!(!seen.is_empty(), "{name} saw nothing");
    seen
}
