//! A process that records is killed at any moment: the log opens, what was acknowledged is in it, and at most a last
//! line that was not is cut.

use procedure::log::{Problem, Reader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;
use testkit::random::Random;

/// How often it is killed.
const KILLS: u64 = 200;

#[test]
fn nothing_that_was_acknowledged_is_lost() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let draft = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/harbours-en.txt");
    let log = folder.path().join("sitting.jsonl");
    let record = |what: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_hemicycle"));
        command.arg("sitting").arg(&draft).arg("--log").arg(&log).args(what);
        command.stdout(Stdio::null()).stderr(Stdio::null());
        command
    };
    assert!(record(&["open"]).status().expect("it runs").success());
    let began = std::time::Instant::now();
    assert!(record(&["begin", "First sitting"]).status().expect("it runs").success());
    let usual = u64::try_from(began.elapsed().as_micros()).unwrap_or(u64::MAX).max(1_000);
    let (mut acknowledged, mut killed, mut cut) = (2, 0, 0);
    let random = &mut Random::new(1);
    for seed in 0..KILLS {
        let open = {
            let bytes = std::fs::read(&log).expect("the log");
            let mut reader = Reader::new(&bytes);
            let mut last = None;
            for entry in reader.by_ref() {
                match entry {
                    Ok(entry) => last = Some(entry),
                    Err(fault) => {
                        assert!(
                            matches!(fault.problem, Problem::Cut { .. }),
                            "kill {seed}: {fault:?}"
                        );
                        cut += 1;
                    }
                }
            }
            let last = last.expect("the first line was acknowledged");
            assert!(last.seq >= acknowledged, "kill {seed}: {} of {acknowledged}", last.seq);
            // What was written and not acknowledged may be there.
            acknowledged = last.seq;
            last.line().contains("sitting-opened")
        };
        let what: &[&str] = if open { &["end"] } else { &["begin", "Another sitting"] };
        let mut child = record(what).spawn().expect("it starts");
        // The moment is what the test is about; nothing is waited for.
        std::thread::sleep(Duration::from_micros(random.next() % (usual + usual / 4)));
        killed += u64::from(child.kill().is_ok());
        if child.wait().expect("it ends").success() {
            acknowledged += 1;
        }
    }
    let seen = format!("{killed} killed, {acknowledged} events recorded, {cut} lines cut");
    assert!(acknowledged > 10, "it was always killed before: {seen}");
    assert!(record(&["next"]).status().expect("it runs").success());
}
