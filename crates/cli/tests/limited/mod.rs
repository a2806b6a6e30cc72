//! The command with a limit on its memory, which the shell sees to.

#![allow(dead_code, reason = "not every test that has this module needs all of it")]
#![allow(clippy::print_stdout, reason = "with --nocapture the figures are seen")]

use std::path::Path;
use std::process::Command;
use std::time::Instant;

/// MiB of address space for one hostile file. The largest alone have 200 MB.
const MEMORY: usize = 1000;

/// Seconds of the processor for it, which other tests do not take away. An optimized build needs a tenth.
const SECONDS: usize = 30;

/// What `hemicycle` prints with at most this many MiB of address space, and its exit status.
pub fn within(mebibytes: usize, command: &str, folder: &Path) -> (String, Option<i32>) {
    limited(&format!("ulimit -v {} && exec \"$0\" {command}", mebibytes * 1024), folder)
}

fn limited(command: &str, folder: &Path) -> (String, Option<i32>) {
    let output = Command::new("sh")
        .args(["-c", command, env!("CARGO_BIN_EXE_hemicycle")])
        .current_dir(folder)
        .output()
        .expect("a shell");
    let text = [output.stdout, output.stderr].concat();
    (String::from_utf8_lossy(&text).into_owned(), output.status.code())
}

/// What `check` says of a file of this name and content, soon and in little memory, and its exit status.
pub fn checked(name: &str, bytes: &[u8]) -> (String, Option<i32>) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    std::fs::write(folder.path().join(name), bytes).expect("room on the disk");
    let started = Instant::now();
    let limits = format!("ulimit -t {SECONDS} && ulimit -v {}", MEMORY * 1024);
    let said = limited(&format!("{limits} && exec \"$0\" check {name}"), folder.path());
    println!("{:?} {said:?}", started.elapsed());
    assert!(said.1.is_some(), "{name} was stopped");
    said
}

/// The file is refused in one sentence with these words.
pub fn refused(name: &str, bytes: &[u8], words: &str) {
    let (text, status) = checked(name, bytes);
    assert_eq!(status, Some(2), "{text}");
    assert!(text.starts_with(&format!("hemicycle: {name}: ")), "{text}");
    // A sentence is wrapped where the terminal would.
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(flat.contains(words), "{words:?} is not in {flat}");
    assert!(text.lines().count() < 6 && text.len() < 600, "{text}");
}

/// So many MiB of one byte, deflated; a checksum behind it, where there is one, is wrong.
pub fn repeated(byte: u8, mebibytes: usize, mut state: flate2::Compress) -> Vec<u8> {
    let block = vec![byte; 1 << 20];
    let mut flushed = || {
        let mut out = Vec::with_capacity(1 << 14);
        let done = state.compress_vec(&block, &mut out, flate2::FlushCompress::Full);
        assert!(done.is_ok() && out.len() < out.capacity());
        out
    };
    // A block that was flushed knows nothing of the one before it, and the second has no head.
    let (mut out, next) = (flushed(), flushed());
    (1..mebibytes).for_each(|_| out.extend_from_slice(&next));
    out.extend([3, 0]);
    out
}
