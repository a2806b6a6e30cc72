//! `hemicycle rules`: the rules of chambers with their sources, and profiles of the user's checked.

use crate::args::Rules as Asked;
use crate::diagnostics::{self, MOST, WIDTH, wrapped};
use crate::layout::{broken, wide};
use crate::status::{Failure, Outcome, Status};
use crate::{input, output};
use engine::RulesName;
use engine::report::{Diagnostic, Spot};
use engine::words::{self, Args};
use procedure::log::Hash;
use procedure::rules::{self, Parameter, Profile, Rules};
use source::{Severity, SourceFile};
use std::borrow::Cow;
use std::path::Path;
use std::sync::Arc;
use text::Lang;

/// Columns of the value, the middle one of three.
const VALUE: usize = 22;

/// Lists the profiles, or shows one.
pub fn run(args: &Asked) -> Outcome {
    let lang = args.lang.unwrap_or(Lang::EN);
    let Some(name) = &args.profile else {
        let list: String = rules::shipped().iter().map(|profile| listed(profile, lang)).collect();
        output::stdout(list.as_bytes())?;
        return Ok(Status::Clean);
    };
    if let Some(profile) = rules::shipped().iter().find(|profile| profile.name == *name) {
        return show(profile, args, lang, String::new());
    }
    if name != "-" && !Path::new(name).exists() {
        let known = rules::shipped().iter().map(|profile| profile.name.as_str());
        let known = known.collect::<Vec<_>>().join(", ");
        let said = Args::new().text("name", name.clone()).text("known", known);
        return Err(Failure::usage(lang, "usage-no-profile", &said));
    }
    let file = Arc::new(input::source(name)?);
    match Profile::read(&file) {
        Ok(profile) => {
            let count = profile.editions.len();
            let said = Args::new().text("file", file.name.clone()).number("count", count);
            let said = said.text("profile", profile.name.clone());
            let good = words::say(lang, "rules-is-good", &said);
            show(&profile, args, lang, wrapped("", &good) + "\n")
        }
        Err(found) => {
            let shown = found.iter().take(MOST).map(|one| diagnostic(one, &file, lang));
            let shown: Vec<_> = shown.collect();
            diagnostics::report(&shown, found.len() - shown.len(), lang)?;
            Ok(Status::Findings)
        }
    }
}

/// Rules that somebody asks for, and what of them a dossier depends on.
pub struct Under {
    /// Their name.
    pub name: RulesName,
    /// What they come to.
    pub profile: engine::state::Profile,
    /// Whether the dossier is under them whatever rules it names.
    pub instead: bool,
}

impl Under {
    /// Those of a log. The dossier goes on naming its own: a log holds to it as it was.
    pub fn of_log(rules: &Rules) -> Self {
        Self { instead: false, ..Self::of(rules) }
    }

    fn of(rules: &Rules) -> Self {
        let (profile, edition) = (rules.edition.profile.clone(), rules.edition.name.clone());
        let name = RulesName { profile, edition };
        Self { name, profile: engine::state::Profile::of(rules), instead: true }
    }
}

/// The rules asked for by profile or file, and edition or day: "pace 2024", "lakes.toml 2030".
pub fn under(written: Option<&str>, lang: Option<Lang>) -> Result<Option<Under>, Failure> {
    let Some(written) = written else { return Ok(None) };
    let lang = lang.unwrap_or(Lang::EN);
    let (name, wanted) = apart(written);
    let own;
    let profile = match rules::shipped().iter().find(|profile| profile.name == name) {
        Some(shipped) => shipped,
        None if Path::new(name).exists() => {
            own = read(&Arc::new(input::source(name)?), lang)?;
            &own
        }
        None => {
            let names = rules::shipped().iter().map(|profile| profile.name.as_str());
            let known = names.collect::<Vec<_>>().join(", ");
            let said = Args::new().text("name", name).text("known", known);
            return Err(Failure::usage(lang, "usage-no-rules", &said));
        }
    };
    if wanted.is_empty() {
        let said = Args::new().text("profile", name).text("known", editions(profile));
        return Err(Failure::usage(lang, "usage-edition-too", &said));
    }
    Ok(Some(Under::of(edition(profile, wanted, lang)?)))
}

/// A profile or a file, and behind a space the edition or the day; empty where none is named.
fn apart(written: &str) -> (&str, &str) {
    match written.rsplit_once(' ') {
        Some(apart) if !Path::new(written).exists() => apart,
        _ => (written, ""),
    }
}

/// A profile with its file, which a log holds to by its hash.
pub struct WithFile {
    profile: Cow<'static, Profile>,
    file: Cow<'static, [u8]>,
    /// The edition or the day that was named with it.
    wanted: Option<String>,
}

/// An edition of a profile, as a log names it.
pub struct OfLog {
    /// What it says.
    pub rules: Cow<'static, Rules>,
    /// The file of the profile.
    pub file: Cow<'static, [u8]>,
    /// Its SHA-256.
    pub hash: Hash,
}

impl WithFile {
    /// A profile that comes with the program.
    pub fn shipped(name: &str) -> Option<Self> {
        let profile = rules::shipped().iter().find(|profile| profile.name == name)?;
        let file = rules::shipped_file(name)?.as_bytes();
        Some(Self { profile: Cow::Borrowed(profile), file: Cow::Borrowed(file), wanted: None })
    }

    /// The edition that a log names; none where this is another profile, or another edition was asked for.
    pub fn of_log(&self, profile: &str, edition: &str) -> Option<OfLog> {
        let asked = self.wanted.as_deref().map(|wanted| self.profile.edition(wanted));
        let is = |rules: &&Rules| {
            rules.edition.name == edition && asked.is_none_or(|asked| asked == Some(rules))
        };
        let rules = match &self.profile {
            _ if self.profile.name != profile => None,
            Cow::Borrowed(profile) => profile.editions.iter().find(is).map(Cow::Borrowed),
            Cow::Owned(profile) => profile.editions.iter().find(is).cloned().map(Cow::Owned),
        };
        Some(OfLog { rules: rules?, hash: Hash::of(&self.file), file: self.file.clone() })
    }
}

/// What a log is held against: a profile that comes with the program, or a file, which may be an earlier state of
/// one; and the edition or day asked for, if any: "lakes.toml", "lakes.toml 2030", "pace 2024".
///
/// # Errors
/// Where there is no such file, or it is no profile.
pub fn with_file(written: &str, lang: Lang) -> Result<WithFile, Failure> {
    let (name, wanted) = apart(written);
    let wanted = (!wanted.is_empty()).then(|| wanted.to_owned());
    if let Some(shipped) = WithFile::shipped(name) {
        return Ok(WithFile { wanted, ..shipped });
    }
    let (shown, file) = input::raw(name)?;
    let read = Profile::read_of_log(&SourceFile::decode(shown.clone(), &file));
    let profile = read.map_err(|found| {
        let args = Args::new().text("file", shown).number("count", found.len());
        Failure::usage(lang, "usage-bad-rules", &args)
    })?;
    Ok(WithFile { profile: Cow::Owned(profile), file: Cow::Owned(file), wanted })
}

/// The rules that a log is opened under: those given, or those that the dossier names, or PACE's latest. Of a file
/// with one edition that is taken; of one with several the one that the dossier names.
///
/// # Errors
/// Where they are not at hand, or no edition is named.
pub fn to_open(
    written: Option<&str>,
    dossier: Option<&RulesName>,
    lang: Lang,
) -> Result<OfLog, Failure> {
    let none = |profile: &str, edition: &str| {
        let name = Args::new().text("name", format!("{profile} {edition}"));
        Failure::usage(lang, "sitting-no-rules", &name)
    };
    let Some(written) = written else {
        let (profile, edition) =
            dossier.map_or(rules::USUAL, |rules| (rules.profile.as_str(), rules.edition.as_str()));
        let found = WithFile::shipped(profile).and_then(|found| found.of_log(profile, edition));
        return found.ok_or_else(|| none(profile, edition));
    };
    let given = with_file(written, lang)?;
    if let Cow::Owned(_) = given.profile {
        // A new log cannot take a shipped profile's name for another.
        read(&Arc::new(SourceFile::decode(apart(written).0, &given.file)), lang)?;
    }
    let profile = &given.profile;
    let named = dossier.filter(|rules| rules.profile == profile.name);
    let wanted = match (&given.wanted, named, profile.editions.as_slice()) {
        (Some(wanted), ..) => wanted,
        (None, Some(named), _) => &named.edition,
        (None, None, [only]) => &only.edition.name,
        (None, None, _) => {
            let said = Args::new().text("profile", profile.name.as_str());
            let said = said.text("known", editions(profile));
            return Err(Failure::usage(lang, "usage-edition-too", &said));
        }
    };
    let edition = &edition(profile, wanted, lang)?.edition.name;
    given.of_log(&profile.name, edition).ok_or_else(|| none(&profile.name, edition))
}

/// A profile of the user's for a command that needs it; its faults end the command.
fn read(file: &Arc<SourceFile>, lang: Lang) -> Result<Profile, Failure> {
    Profile::read(file).map_err(|found| {
        let found = found.iter().map(|one| diagnostic(one, file, lang));
        diagnostics::print(&found.collect::<Vec<_>>(), lang);
        Failure::Told
    })
}

fn diagnostic(finding: &rules::Finding, file: &Arc<SourceFile>, lang: Lang) -> Diagnostic {
    Diagnostic {
        code: finding.code(),
        severity: Severity::Error,
        message: finding.message(lang),
        spot: Some(Spot { file: Arc::clone(file), span: finding.at }),
    }
}

fn listed(profile: &Profile, lang: Lang) -> String {
    let mut text = wrapped(&format!("{}: ", profile.name), profile.title.get(lang));
    for rules in &profile.editions {
        let said = format!("{}; {}", in_force(rules, lang), count(rules, lang));
        text.push_str(&wrapped(&format!("  {}: ", rules.edition.name), &said));
    }
    text
}

fn in_force(rules: &Rules, lang: Lang) -> String {
    let edition = &rules.edition;
    let until = edition.until.as_ref().map_or("open", |until| until.as_str());
    let args = Args::new().text("from", edition.from.as_str()).text("until", until);
    words::say(lang, "rules-in-force", &args.text("source", edition.dates.words(lang)))
}

fn count(rules: &Rules, lang: Lang) -> String {
    let parameters = rules.parameters();
    let verified = parameters.iter().filter(|one| one.source.is_verified()).count();
    let args = Args::new().number("verified", verified).number("count", parameters.len());
    words::say(lang, "rules-count", &args)
}

fn show(profile: &Profile, args: &Asked, lang: Lang, before: String) -> Outcome {
    let rules = match &args.edition {
        Some(wanted) => edition(profile, wanted, lang)?,
        // A profile that was read has an edition.
        None => match profile.latest() {
            Some(latest) => latest,
            None => return Ok(Status::Clean),
        },
    };
    let text = match &args.compare {
        Some(other) => compared(rules, edition(profile, other, lang)?, lang),
        None => table(profile, rules, lang),
    };
    output::stdout((before + &text).as_bytes())?;
    Ok(Status::Clean)
}

fn edition<'p>(profile: &'p Profile, wanted: &str, lang: Lang) -> Result<&'p Rules, Failure> {
    profile.edition(wanted).ok_or_else(|| {
        let args = Args::new().text("profile", profile.name.clone());
        let args = args.text("known", editions(profile));
        Failure::usage(lang, "usage-no-edition", &args.text("wanted", wanted))
    })
}

/// The names of the editions.
fn editions(profile: &Profile) -> String {
    let names = profile.editions.iter().map(|rules| rules.edition.name.as_str());
    names.collect::<Vec<_>>().join(", ")
}

/// Three cells of a row: the parameter, and two more.
type Row = [String; 3];

/// Every parameter of an edition, section by section.
fn table(profile: &Profile, rules: &Rules, lang: Lang) -> String {
    let title = profile.title.get(lang);
    let args = Args::new().text("title", title).text("profile", profile.name.clone());
    let head = words::say(lang, "rules-head", &args.text("edition", rules.edition.name.clone()));
    let mut text = [head, in_force(rules, lang), count(rules, lang)]
        .iter()
        .map(|line| wrapped("", line))
        .collect::<String>();
    text.push('\n');
    let rows: Vec<_> = rules
        .parameters()
        .iter()
        .map(|one| (one.section, [name(one, lang), one.value.words(lang), one.source.words(lang)]))
        .collect();
    let heads = ["rules-parameter", "rules-value", "rules-source"];
    text.push_str(&laid_out(heads.map(|id| words::say(lang, id, &Args::new())), &rows, lang));
    text
}

/// What another edition has otherwise, with its source.
fn compared(rules: &Rules, other: &Rules, lang: Lang) -> String {
    let differences = rules.differences(other);
    let args = Args::new().text("edition", rules.edition.name.clone());
    let args = args.text("other", other.edition.name.clone()).number("count", differences.len());
    let mut text = wrapped("", &words::say(lang, "rules-differences", &args));
    if differences.is_empty() {
        return text;
    }
    let cell = |one: &Parameter<'_>| match one.source.is_verified() {
        true => one.value.words(lang),
        false => format!("{} ({})", one.value.words(lang), unverified(lang)),
    };
    let rows: Vec<_> = differences
        .iter()
        .map(|(here, there)| (here.section, [name(here, lang), cell(here), cell(there)]))
        .collect();
    let named = |rules: &Rules| {
        words::say(lang, "rules-here", &Args::new().text("edition", rules.edition.name.clone()))
    };
    let heads = [words::say(lang, "rules-parameter", &Args::new()), named(rules), named(other)];
    text.push('\n');
    text.push_str(&laid_out(heads, &rows, lang));
    text
}

fn unverified(lang: Lang) -> String {
    words::say(lang, "rules-unverified", &Args::new())
}

fn name(one: &Parameter<'_>, lang: Lang) -> String {
    words::say(lang, &format!("rules-{}-{}", one.section, one.key), &Args::new())
}

/// Rows in three columns under their heads, with the name of a section above its first row.
fn laid_out(heads: Row, rows: &[(&str, Row)], lang: Lang) -> String {
    let names = rows.iter().map(|(_, row)| wide(&row[0]) + 2).max().unwrap_or(0);
    let first = names.max(wide(&heads[0])).min(WIDTH / 2 - 4);
    let widths = [first, VALUE, WIDTH - first - VALUE - 4];
    let mut text = line(&heads, &widths);
    text.extend(std::iter::repeat_n('─', WIDTH));
    text.push('\n');
    let mut section = "";
    for (of, [name, middle, last]) in rows {
        if section != *of {
            section = of;
            text.push_str(&words::say(lang, &format!("rules-{section}"), &Args::new()));
            text.push('\n');
        }
        let name = broken(name, widths[0] - 2).join("\n  ");
        text.push_str(&line(&[format!("  {name}"), middle.clone(), last.clone()], &widths));
    }
    text
}

/// One row in as many lines as its longest cell needs. The first cell is broken already.
fn line(row: &Row, widths: &[usize; 3]) -> String {
    let first: Vec<String> = row[0].split('\n').map(str::to_owned).collect();
    let cells = [first, broken(&row[1], widths[1]), broken(&row[2], widths[2])];
    let tall = cells.iter().map(Vec::len).max().unwrap_or(0);
    let mut text = String::new();
    for at in 0..tall {
        let mut printed = String::new();
        for (cell, width) in cells.iter().zip(widths) {
            let words = cell.get(at).map_or("", String::as_str);
            printed.push_str(words);
            printed.extend(std::iter::repeat_n(' ', width.saturating_sub(wide(words)) + 2));
        }
        text.push_str(printed.trim_end());
        text.push('\n');
    }
    text
}
