//! Reading: files or the standard input, into one dossier worked out.

use crate::status::Failure;
use anyhow::Context;
use engine::open::{self, Opened};
use source::SourceFile;
use std::io::Read;
use std::sync::Arc;

/// Offsets have 32 bits; a file beyond that is refused before it is read.
const LARGEST: u64 = u32::MAX as u64;

/// Reads the files as the language versions of one dossier.
pub fn open(names: &[String]) -> Result<Opened, Failure> {
    if names.iter().filter(|name| *name == "-").count() > 1 {
        return Err(Failure::Usage("the standard input (-) can be read only once".into()));
    }
    if let [name] = names
        && name.ends_with(".json")
    {
        return dossier(name);
    }
    if names.iter().any(|name| is_akoma_ntoso(name)) {
        return expressions(names);
    }
    let files = names.iter().map(|name| file(name)).collect::<Result<Vec<_>, _>>()?;
    Ok(open::open(files))
}

fn is_akoma_ntoso(name: &str) -> bool {
    let extension = std::path::Path::new(name).extension();
    extension.is_some_and(|found| found.eq_ignore_ascii_case("xml") || found == "akn")
}

/// A dossier whose language versions were written as Akoma Ntoso, a file each.
fn expressions(names: &[String]) -> Result<Opened, Failure> {
    if let Some(other) = names.iter().find(|name| !is_akoma_ntoso(name)) {
        let message =
            format!("{other}: the language versions must all be Akoma Ntoso (xml), or none");
        return Err(Failure::Usage(message));
    }
    let (mut expressions, mut files) = (Vec::new(), Vec::new());
    for name in names {
        let file = SourceFile::new(name, file_of_markup(name)?);
        let read = akn::read(&file.text);
        expressions.push(read.map_err(|error| Failure::Usage(format!("{name}: {error}")))?);
        files.push(Arc::new(file));
    }
    Ok(open::joined(expressions, files))
}

fn file_of_markup(name: &str) -> Result<String, Failure> {
    let bytes = bytes(name).map_err(plainly).with_context(|| name.to_owned())?;
    let text = String::from_utf8(bytes);
    text.map_err(|_| Failure::Usage(format!("{name}: Akoma Ntoso is read in UTF-8 only")))
}

/// A dossier that was written as JSON.
fn dossier(name: &str) -> Result<Opened, Failure> {
    let file = file(name)?;
    let read = engine::json::read(&file.text);
    let dossier = read.map_err(|error| Failure::Usage(format!("{name}: {error}")))?;
    Ok(open::dossier(dossier))
}

fn file(name: &str) -> Result<Arc<SourceFile>, Failure> {
    let shown = if name == "-" { "standard input" } else { name };
    let bytes = bytes(name).map_err(plainly).with_context(|| shown.to_owned())?;
    if bytes.len() as u64 > LARGEST {
        return Err(Failure::Usage(format!("{shown}: larger than 4 GiB")));
    }
    Ok(Arc::new(SourceFile::decode(shown, &bytes)))
}

/// The bytes of a file, or of the standard input for `-`.
fn bytes(name: &str) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    if name == "-" {
        std::io::stdin().lock().take(LARGEST + 1).read_to_end(&mut bytes)?;
        return Ok(bytes);
    }
    let file = std::fs::File::open(name)?;
    let length = file.metadata()?.len();
    if length <= LARGEST {
        bytes.reserve_exact(usize::try_from(length).unwrap_or(0));
    }
    file.take(LARGEST + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The error of the operating system in words for people, without its number.
pub fn plainly(error: std::io::Error) -> anyhow::Error {
    use std::io::ErrorKind;
    match error.kind() {
        ErrorKind::NotFound => anyhow::anyhow!("there is no such file"),
        ErrorKind::IsADirectory => anyhow::anyhow!("this is a folder, not a file"),
        ErrorKind::NotADirectory => anyhow::anyhow!("there is no such folder"),
        ErrorKind::PermissionDenied => anyhow::anyhow!("permission denied"),
        _ => error.into(),
    }
}

/// A text of the user's, decoded.
pub fn text(name: &str) -> Result<String, Failure> {
    let bytes = bytes(name).map_err(plainly).with_context(|| name.to_owned())?;
    Ok(SourceFile::decode(name, &bytes).text)
}
