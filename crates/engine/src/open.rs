//! From files to a dossier worked out: the whole way on one page.

use crate::state::{Finding, Profile};
use crate::{Dossier, State, languages, read};
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

/// Reads the files as the language versions of one dossier, and works it out under the default
/// profile. Total: whatever the files hold, there is a state, with findings.
pub fn open(files: Vec<Arc<SourceFile>>) -> Opened {
    joined(files.iter().map(|file| read::read(Arc::clone(file))).collect(), files)
}

/// Language versions that another reader made, each with what it has to say of its file, joined as
/// one dossier and worked out; `files` are those they were read from, in the same order.
pub fn joined(read: Vec<read::Read>, files: Vec<Arc<SourceFile>>) -> Opened {
    let (mut dossiers, mut findings) = (Vec::new(), Vec::new());
    for (version, read) in read.into_iter().enumerate() {
        let found = read.findings.into_iter();
        findings.extend(found.map(|finding| Finding::Read { version, finding }));
        dossiers.push(read.dossier);
    }
    let (dossier, differences) = languages::join(dossiers);
    findings.extend(differences.into_iter().map(Finding::Languages));
    Opened { state: State::new(dossier, Profile::default(), findings), files }
}

/// A dossier that is at hand already, worked out. It stands in no file.
pub fn dossier(dossier: Dossier) -> Opened {
    Opened { state: State::new(dossier, Profile::default(), Vec::new()), files: Vec::new() }
}
