//! Reading: files or the standard input, into one dossier worked out.

use crate::kind::Kind;
use crate::rules::Under;
use crate::status::Failure;
use anyhow::Context;
use engine::open::{self, Opened};
use engine::read::{self, Read, Stated};
use engine::state::Profile;
use engine::{Dossier, RulesName, json};
use instruction::style::Style;
use source::SourceFile;
use std::io::Read as _;
use std::sync::Arc;

/// Offsets have 32 bits; a file beyond that is refused before it is read.
const LARGEST: u64 = u32::MAX as u64;

/// Reads the files as the language versions of one dossier.
pub fn open(names: &[String], style: Option<&'static Style>) -> Result<Opened, Failure> {
    open_as(names, Told { style, ..Told::default() }, None)
}

/// The same under the rules that the user asks for; without any, under those the dossier names.
pub fn open_under(
    names: &[String],
    style: Option<&'static Style>,
    rules: Option<&Under>,
) -> Result<Opened, Failure> {
    open_as(names, Told { style, ..Told::default() }, rules)
}

/// What the user says of the files, where they do not say it themselves.
#[derive(Clone, Copy, Debug, Default)]
pub struct Told {
    /// Their format.
    pub kind: Option<Kind>,
    /// Their drafting style.
    pub style: Option<&'static Style>,
}

/// The same, where the user may also say what format they are in.
pub fn open_as(names: &[String], told: Told, rules: Option<&Under>) -> Result<Opened, Failure> {
    if names.iter().filter(|name| *name == "-").count() > 1 {
        return Err(Failure::Usage("the standard input (-) can be read only once".into()));
    }
    let asked_for = rules.filter(|rules| rules.instead).map(|rules| rules.name.clone());
    let at_hand = |name: &RulesName| match rules {
        Some(rules) if rules.name == *name => Some(rules.profile.clone()),
        _ => procedure::rules::named(&name.profile, &name.edition).map(Profile::of),
    };
    let files =
        names.iter().map(|name| Given::read(name, told.kind)).collect::<Result<Vec<_>, _>>()?;
    if let Some(other) = files.iter().find(|file| file.kind != files[0].kind) {
        let message = format!(
            "{}: the language versions must all be in one format; {} is {}, this is {}",
            other.shown,
            files[0].shown,
            files[0].kind.name(),
            other.kind.name(),
        );
        return Err(Failure::Usage(message));
    }
    if let [file] = files.as_slice()
        && file.kind == Kind::Json
    {
        // It stands in no file: its places are those of the file that it was once read from.
        let mut dossier = file.dossier()?;
        dossier.rules = asked_for.clone().or(dossier.rules);
        return Ok(open::dossier_under(dossier, &at_hand));
    }
    let (mut read, mut sources) = (Vec::new(), Vec::new());
    for file in &files {
        let (mut version, source) = file.version(told.style)?;
        if asked_for.is_some() {
            let assumed = |finding: &read::Finding| finding.code() == "rules-assumed";
            version.findings.retain(|finding| !assumed(finding));
        }
        version.dossier.rules = asked_for.clone().or(version.dossier.rules);
        read.push(version);
        sources.push(source);
    }
    Ok(open::joined_under(read, sources, &at_hand))
}

/// A file as given.
pub struct Given {
    shown: String,
    kind: Kind,
    bytes: Vec<u8>,
}

impl Given {
    fn read(name: &str, asked: Option<Kind>) -> Result<Self, Failure> {
        let shown = if name == "-" { "standard input" } else { name };
        let bytes = bytes(name).map_err(plainly).with_context(|| shown.to_owned())?;
        if bytes.len() as u64 > LARGEST {
            return Err(Failure::Usage(format!("{shown}: larger than 4 GiB")));
        }
        let kind = Kind::of_input(name, &bytes, asked)?;
        Ok(Self { shown: shown.to_owned(), kind, bytes })
    }

    /// The dossier in these bytes of this kind.
    #[cfg(test)]
    pub fn of(kind: Kind, bytes: Vec<u8>) -> Result<Dossier, Failure> {
        let given = Self { shown: format!("paper.{}", kind.name()), kind, bytes };
        given.version(None).map(|(read, _)| read.dossier)
    }

    /// Text in whatever encoding it came.
    fn decoded(&self) -> SourceFile {
        SourceFile::decode(&self.shown, &self.bytes)
    }

    /// The dossier in it, with what there is to say of it and the text in which its places are.
    fn version(&self, style: Option<&'static Style>) -> Result<(Read, Arc<SourceFile>), Failure> {
        let stated = Stated { style, ..Stated::default() };
        if self.kind == Kind::Xml {
            let text = std::str::from_utf8(&self.bytes);
            let text = text.map_err(|_| self.wrong("Akoma Ntoso is read in UTF-8 only"))?;
            let read = akn::read(text).map_err(|error| self.wrong(error))?;
            return Ok((read, Arc::new(SourceFile::new(&self.shown, text))));
        }
        if matches!(self.kind, Kind::Html | Kind::Pdf) {
            let take = if self.kind == Kind::Pdf { intake::pdf } else { intake::html };
            let page = take(&self.bytes).map_err(|error| self.wrong(error))?;
            let findings = page.findings().into_iter().map(read::Finding::Imported);
            let source = Arc::new(SourceFile::new(&self.shown, page.text));
            let mut read = read::read_as(Arc::clone(&source), stated);
            read.findings.extend(findings);
            return Ok((read, source));
        }
        let packed = match self.kind {
            Kind::Docx => Some(office::read::Kind::Docx),
            Kind::Odt => Some(office::read::Kind::Odt),
            _ => None,
        };
        if let Some(kind) = packed {
            let read = office::read::read(&self.shown, &self.bytes, kind);
            let found = read.map_err(|error| self.wrong(error))?;
            return Ok((Read { dossier: found.dossier, findings: found.findings }, found.file));
        }
        let source = Arc::new(self.decoded());
        match self.kind {
            Kind::Json => Ok((Read { dossier: self.dossier()?, findings: Vec::new() }, source)),
            // The reader of plain text says what it is that it cannot read.
            _ => Ok((read::read_as(Arc::clone(&source), stated), source)),
        }
    }

    fn dossier(&self) -> Result<Dossier, Failure> {
        json::read(&self.decoded().text).map_err(|error| self.wrong(error))
    }

    fn wrong(&self, error: impl std::fmt::Display) -> Failure {
        Failure::Usage(format!("{}: {error}", self.shown))
    }
}

/// The bytes of a file, or of the standard input for `-`.
fn bytes(name: &str) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    if name == "-" {
        std::io::stdin().lock().take(LARGEST + 1).read_to_end(&mut bytes)?;
        return Ok(bytes);
    }
    whole(std::fs::File::open(name)?)
}

fn whole(file: std::fs::File) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
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

/// A file of the user's, decoded.
pub fn source(name: &str) -> Result<SourceFile, Failure> {
    let (shown, bytes) = raw(name)?;
    Ok(SourceFile::decode(shown, &bytes))
}

/// A file as its bytes, with the name under which it is shown.
pub fn raw(name: &str) -> Result<(String, Vec<u8>), Failure> {
    not_too_large(name, bytes(name))
}

/// The same of a log, between two lines: whoever is writing one is waited for.
pub fn log(name: &str) -> Result<(String, Vec<u8>), Failure> {
    if name == "-" {
        return raw(name);
    }
    let opened = std::fs::File::open(name);
    not_too_large(name, opened.and_then(|file| shared(&file).and_then(|()| whole(file))))
}

/// Waits until nobody writes to the file; where files cannot be held nobody can be waited for.
pub fn shared(file: &std::fs::File) -> std::io::Result<()> {
    match file.lock_shared() {
        Err(error) if error.kind() == std::io::ErrorKind::Unsupported => Ok(()),
        held => held,
    }
}

fn not_too_large(
    name: &str,
    bytes: std::io::Result<Vec<u8>>,
) -> Result<(String, Vec<u8>), Failure> {
    let shown = if name == "-" { "standard input" } else { name };
    let bytes = bytes.map_err(plainly).with_context(|| shown.to_owned())?;
    if bytes.len() as u64 > LARGEST {
        return Err(Failure::Usage(format!("{shown}: larger than 4 GiB")));
    }
    Ok((shown.to_owned(), bytes))
}

/// A text of the user's, decoded.
pub fn text(name: &str) -> Result<String, Failure> {
    Ok(source(name)?.text)
}
