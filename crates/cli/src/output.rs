//! Writing: to the standard output, or to a file that is there whole or not at all.

use crate::input;
use crate::status::Failure;
use anyhow::Context;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Writes to the standard output.
pub fn stdout(bytes: &[u8]) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    out.write_all(bytes)?;
    out.flush()?;
    Ok(())
}

/// Writes to the standard error. A closed one does not stop the work.
pub fn stderr(text: &str) {
    let _ = std::io::stderr().write_all(text.as_bytes());
}

/// Writes `bytes` to `out`, or to the standard output for `-`. The file is written beside its place
/// and then renamed, so that nobody ever finds half of it.
pub fn write(out: &str, bytes: &[u8]) -> Result<(), Failure> {
    if out == "-" {
        return stdout(bytes);
    }
    let path = Path::new(out);
    if is_special(path) {
        return Ok(std::fs::write(path, bytes).map_err(plainly).with_context(|| out.to_owned())?);
    }
    let beside = beside(path);
    let written = std::fs::write(&beside, bytes).and_then(|()| std::fs::rename(&beside, path));
    if written.is_err() {
        // What cannot be removed was most likely never made.
        let _ = std::fs::remove_file(&beside);
    }
    Ok(written.map_err(plainly).with_context(|| out.to_owned())?)
}

/// The error of the operating system in words for people.
fn plainly(error: std::io::Error) -> anyhow::Error {
    match error.kind() {
        std::io::ErrorKind::NotFound => anyhow::anyhow!("there is no such folder"),
        _ => input::plainly(error),
    }
}

/// Writes one file to `out`, or several beside it, `paper-1.pdf`, `paper-2.pdf`, and says so.
pub fn write_volumes(out: &str, files: &[Vec<u8>], lang: text::Lang) -> Result<(), Failure> {
    if let [only] = files {
        return write(out, only);
    }
    let names: Vec<String> = (1..=files.len()).map(|at| of_volume(out, at)).collect();
    for (at, bytes) in files.iter().enumerate() {
        if let Err(failure) = write(&names[at], bytes) {
            // Some volumes of a paper would pass for the paper.
            names[..at].iter().for_each(|name| drop(std::fs::remove_file(name)));
            return Err(failure);
        }
    }
    let args = engine::words::Args::new().text("files", names.join(", "));
    stderr(&format!("{}\n", engine::words::say(lang, "volumes", &args)));
    Ok(())
}

/// "paper-2.pdf" of "paper.pdf".
fn of_volume(out: &str, at: usize) -> String {
    let path = Path::new(out);
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let extension = path.extension().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!("{stem}-{at}.{extension}")).to_string_lossy().into_owned()
}

/// A device or a pipe cannot be renamed over.
fn is_special(path: &Path) -> bool {
    std::fs::metadata(path).is_ok_and(|found| !found.is_file() && !found.is_dir())
}

fn beside(path: &Path) -> PathBuf {
    let mut name = std::ffi::OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(format!(".{}.part", std::process::id()));
    path.with_file_name(name)
}

/// Writes JSON to the standard output, indented, with a line feed at its end.
pub fn json(value: &serde_json::Value) -> Result<(), Failure> {
    let out = std::io::BufWriter::new(std::io::stdout().lock());
    json_to(out, value)
}

fn json_to(mut out: impl Write, value: &serde_json::Value) -> Result<(), Failure> {
    serde_json::to_writer_pretty(&mut out, value).map_err(std::io::Error::from)?;
    out.write_all(b"\n")?;
    out.flush()?;
    Ok(())
}

/// Says that a refused run has written nothing.
pub fn refused(out: &str, lang: text::Lang) {
    let args = engine::words::Args::new().text("out", out);
    let id = if out == "-" { "nothing-written" } else { "refused" };
    stderr(&format!("{}\n", engine::words::say(lang, id, &args)));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn volumes_stand_beside_the_name_asked_for() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let out = folder.path().join("paper.pdf").to_string_lossy().into_owned();
        let files = [b"one".to_vec(), b"two".to_vec()];
        assert!(write_volumes(&out, &files, text::Lang::EN).is_ok());
        let read = |name: &str| std::fs::read(folder.path().join(name)).expect("it was written");
        assert_eq!((read("paper-1.pdf"), read("paper-2.pdf")), (b"one".into(), b"two".into()));
        assert!(!folder.path().join("paper.pdf").exists());
    }
}
