//! The profiles that come with the program.

use super::Profile;
use super::finding::Findings;
use super::read::{self, Raw};
use super::tree;
use source::SourceFile;
use std::sync::LazyLock;

/// Their names and files, in the order in which they are listed.
const FILES: [(&str, &str); 6] = [
    ("pace", include_str!("../../profiles/pace.toml")),
    ("european-parliament", include_str!("../../profiles/european-parliament.toml")),
    ("assemblee-nationale", include_str!("../../profiles/assemblee-nationale.toml")),
    ("senat", include_str!("../../profiles/senat.toml")),
    ("senato", include_str!("../../profiles/senato.toml")),
    ("association", include_str!("../../profiles/association.toml")),
];

static PROFILES: LazyLock<Vec<Profile>> = LazyLock::new(|| {
    let read = |(name, text): &(&str, &str)| {
        let file = SourceFile::new(format!("{name}.toml"), *text);
        // A test sees to it that every one of them reads.
        Profile::of_file(&file, true).ok()
    };
    FILES.iter().filter_map(read).collect()
});

/// All of them.
pub fn shipped() -> &'static [Profile] {
    &PROFILES
}

/// The file of one of them, whose hash a log names.
pub fn shipped_file(name: &str) -> Option<&'static str> {
    FILES.iter().find(|(shipped, _)| *shipped == name).map(|(_, text)| *text)
}

/// Whether a profile of this name comes with the program.
pub fn is_shipped(name: &str) -> bool {
    FILES.iter().any(|(shipped, _)| *shipped == name)
}

/// One of them as stated.
pub fn raw(name: &str) -> Option<Raw> {
    let text = shipped_file(name)?;
    // Its faults belong to no file of the user's, and a test sees to it that there are none.
    let mut findings = Findings::default();
    let tree = tree::parse(text, &mut findings)?;
    Some(read::raw(&tree, &mut findings))
}

/// How an edition of each is cited where another is based on it: `pace 2024`.
pub fn citations() -> Vec<String> {
    let profiles = FILES.iter().filter_map(|(name, _)| raw(name));
    let cited = |profile: Raw| {
        let name = profile.name;
        profile.editions.into_iter().map(move |edition| format!("{name} {}", edition.name))
    };
    profiles.flat_map(cited).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shipped_profile_reads_under_its_name() {
        for (name, text) in FILES {
            let file = SourceFile::new(format!("{name}.toml"), text);
            let read = Profile::of_file(&file, true);
            let told = |finding: &super::super::Finding| {
                let words = finding.message(text::Lang::EN).text;
                format!("{name}.toml:{}:{} {words}", finding.place.line, finding.place.column)
            };
            let profile = read.unwrap_or_else(|found| {
                panic!("{}", found.iter().map(told).collect::<Vec<_>>().join("\n"))
            });
            assert_eq!(profile.name, name);
        }
        assert_eq!(shipped().len(), FILES.len());
    }
}
