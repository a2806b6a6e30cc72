//! Names for things that can be pointed to, each given once.

use std::collections::BTreeSet;

/// Hands out ids of ASCII letters, digits, `.` and `-`, none of them twice.
#[derive(Debug, Default)]
pub(super) struct Ids {
    given: BTreeSet<String>,
}

impl Ids {
    /// `wanted` made fit for an id; a second one of that name gets a number behind it.
    pub(super) fn give(&mut self, wanted: &str) -> String {
        let fit = slug(wanted);
        let mut id = fit.clone();
        let mut count = 2;
        while !self.given.insert(id.clone()) {
            id = format!("{fit}-{count}");
            count += 1;
        }
        id
    }
}

fn slug(wanted: &str) -> String {
    let fit = |c: char| if c.is_ascii_alphanumeric() || c == '.' { c } else { '-' };
    wanted.to_lowercase().chars().map(fit).collect()
}

#[cfg(test)]
mod tests {
    use super::Ids;

    #[test]
    fn no_id_is_given_twice() {
        let mut ids = Ids::default();
        assert_eq!(ids.give("am-3 rev."), "am-3-rev.");
        assert_eq!(ids.give("am-3 rev."), "am-3-rev.-2");
    }
}
