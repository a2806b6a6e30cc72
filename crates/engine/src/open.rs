//! From files to a dossier worked out: the whole way on one page.

use crate::state::{Finding, Profile};
use crate::{Dossier, RulesName, State, languages, read};
use source::SourceFile;
use std::sync::Arc;

/// A dossier worked out, and the files it was read from.
#[derive(Clone, Debug, Default)]
pub struct Opened {
    /// What follows from the dossier.
    pub state: State,
    /// The files in the order given: [`Finding::Read`] counts these. A file that could not become
    /// a language version (a second one in the same language, an empty one) is here all the same.
    pub files: Vec<Arc<SourceFile>>,
}

/// Finds the rules of a chamber by their name; `None` where they are not at hand.
pub type FindRules<'f> = &'f dyn Fn(&RulesName) -> Option<Profile>;

/// Reads the files as the language versions of one dossier, and works it out under the default
/// profile. Total: whatever the files hold, there is a state, with findings.
pub fn open(files: Vec<Arc<SourceFile>>) -> Opened {
    joined(files.iter().map(|file| read::read(Arc::clone(file))).collect(), files)
}

/// Language versions that another reader made, each with what it has to say of its file, joined as
/// one dossier and worked out under the default profile; `files` are those they were read from, in
/// the same order.
pub fn joined(read: Vec<read::Read>, files: Vec<Arc<SourceFile>>) -> Opened {
    joined_under(read, files, &|_| Some(Profile::default()))
}

/// The same under the rules that the dossier names.
pub fn joined_under(
    read: Vec<read::Read>,
    files: Vec<Arc<SourceFile>>,
    rules: FindRules<'_>,
) -> Opened {
    let (mut dossiers, mut findings) = (Vec::new(), Vec::new());
    for (version, read) in read.into_iter().enumerate() {
        let found = read.findings.into_iter();
        findings.extend(found.map(|finding| Finding::Read { version, finding }));
        dossiers.push(read.dossier);
    }
    let (dossier, differences) = languages::join(dossiers);
    findings.extend(differences.into_iter().map(Finding::Languages));
    Opened { state: under(dossier, findings, rules), files }
}

/// A dossier that is at hand already, worked out under the default profile. It stands in no file.
pub fn dossier(dossier: Dossier) -> Opened {
    dossier_under(dossier, &|_| Some(Profile::default()))
}

/// The same under the rules that it names.
pub fn dossier_under(dossier: Dossier, rules: FindRules<'_>) -> Opened {
    Opened { state: under(dossier, Vec::new(), rules), files: Vec::new() }
}

fn under(dossier: Dossier, mut findings: Vec<Finding>, rules: FindRules<'_>) -> State {
    let profile = dossier.rules.as_ref().map(|name| (name, rules(name)));
    let profile = match profile {
        Some((_, Some(profile))) => profile,
        Some((name, None)) => {
            findings.push(Finding::RulesNotAtHand { name: name.clone() });
            Profile::default()
        }
        None => Profile::default(),
    };
    State::new(dossier, profile, findings)
}
