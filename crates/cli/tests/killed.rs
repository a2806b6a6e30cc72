//! A process that records is killed at any moment: the log opens, what was acknowledged is in it, and at most a last
//! line that was not is cut. The same where it is killed while it opens the log, and where the disk is full.

use procedure::log::{Problem, Reader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;
use testkit::random::Random;

/// How often it is killed.
const KILLS: u64 = 200;

/// How often while it opens a log.
const OPENINGS: u64 = 20;

/// `hemicycle sitting` on an example, with this log.
fn recorder(log: &Path) -> Command {
    let draft = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/harbours-en.txt");
    let mut command = Command::new(env!("CARGO_BIN_EXE_hemicycle"));
    command.arg("sitting").arg(draft).arg("--log").arg(log);
    command.stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// The entries of a log without any fault.
fn entries(log: &Path) -> usize {
    let bytes = std::fs::read(log).expect("the log");
    let entries: Result<Vec<_>, _> = Reader::new(&bytes).collect();
    entries.expect("it is whole").len()
}

#[test]
fn nothing_that_was_acknowledged_is_lost() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let log = folder.path().join("sitting.jsonl");
    let record = |what: &[&str]| {
        let mut command = recorder(&log);
        command.args(what);
        command
    };
    assert!(record(&["open"]).status().expect("it runs").success());
    let began = std::time::Instant::now();
    assert!(record(&["begin", "First sitting"]).status().expect("it runs").success());
    let mut usual = u64::try_from(began.elapsed().as_micros()).unwrap_or(u64::MAX).max(1_000);
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
        // A machine that has more to do than before takes longer.
        if child.wait().expect("it ends").success() {
            acknowledged += 1;
            usual -= usual / 8;
        } else {
            usual += usual / 16;
        }
    }
    let seen = format!("{killed} killed, {acknowledged} events recorded, {cut} lines cut");
    assert!(acknowledged > 10, "it was always killed before: {seen}");
    assert!(record(&["next"]).status().expect("it runs").success());
}

#[test]
fn a_log_whose_opening_was_broken_off_can_be_opened() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let opens = |log: &Path| recorder(log).arg("open").status().expect("it runs").success();
    let log = folder.path().join("whole.jsonl");
    let began = std::time::Instant::now();
    assert!(opens(&log));
    let usual = u64::try_from(began.elapsed().as_micros()).unwrap_or(u64::MAX).max(1_000);
    let random = &mut Random::new(2);
    for seed in 0..OPENINGS {
        let log = folder.path().join(format!("{seed}.jsonl"));
        let mut child = recorder(&log).arg("open").spawn().expect("it starts");
        // As above; the file is made towards the end.
        std::thread::sleep(Duration::from_micros(usual / 2 + random.next() % (usual / 2 + 1)));
        let _ = child.kill();
        let acknowledged = child.wait().expect("it ends").success();
        let whole = std::fs::read(&log)
            .is_ok_and(|bytes| Reader::new(&bytes).next().is_some_and(|read| read.is_ok()));
        assert!(whole || !acknowledged, "kill {seed}");
        assert_eq!(opens(&log), !whole, "kill {seed}");
        assert_eq!(entries(&log), 1, "kill {seed}");
    }
    // What a kill seldom leaves: a file cut anywhere in its first line.
    let bytes = std::fs::read(&log).expect("the log");
    for length in [0, 1, 14, 15, 16, 300, bytes.len() - 2] {
        std::fs::write(&log, &bytes[..length]).expect("it is cut");
        assert!(opens(&log), "{length} bytes");
        assert_eq!(entries(&log), 1, "{length} bytes");
    }
    // Whole lines, lines that lack their line feed only, and what was never a log are left as they are.
    for other in [
        &bytes[..],
        &bytes[..bytes.len() - 1],
        b"minutes of the lakes",
        b"\n",
        b"{\"v\":1,\"seq\":1,\n",
    ] {
        std::fs::write(&log, other).expect("it is written");
        assert!(!opens(&log));
        assert_eq!(std::fs::read(&log).expect("the log"), other);
    }
}

#[test]
fn a_lost_line_feed_is_written_before_the_next_line() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let log = folder.path().join("sitting.jsonl");
    let record = |what: &[&str]| recorder(&log).args(what).status().expect("it runs").success();
    assert!(record(&["open"]) && record(&["begin", "First sitting"]));
    let bytes = std::fs::read(&log).expect("the log");
    std::fs::write(&log, &bytes[..bytes.len() - 1]).expect("it is written");
    assert!(record(&["next"]) && record(&["end"]));
    assert!(std::fs::read(&log).expect("the log").starts_with(&bytes));
    assert_eq!(entries(&log), 3);
}

#[test]
#[cfg(unix)]
fn what_could_not_be_written_is_taken_back() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let log = folder.path().join("sitting.jsonl");
    assert!(recorder(&log).arg("open").status().expect("it runs").success());
    let before = std::fs::read(&log).expect("the log");
    // A file may grow to the next multiple of 512 bytes; the line is longer, so that only its beginning fits.
    let limit = before.len() / 512 + 1;
    let recorder = recorder(&log);
    let run = Command::new("sh")
        .args(["-c", &format!("trap '' XFSZ; ulimit -f {limit}; exec \"$@\""), "sh"])
        .arg(recorder.get_program())
        .args(recorder.get_args())
        .args(["begin", &"The longest sitting ".repeat(60)])
        .output()
        .expect("a shell");
    assert_eq!(run.status.code(), Some(2), "{run:?}");
    let said = String::from_utf8_lossy(&run.stderr);
    assert!(said.contains("too large"), "{said}");
    assert_eq!(std::fs::read(&log).expect("the log"), before);
}
