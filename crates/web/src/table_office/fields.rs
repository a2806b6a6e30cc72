//! What a form sends, by the names of its fields.

use procedure::event::{Count, Ruling, Time};
use procedure::rules::{Actor, Term};

/// The fields of a form in the order in which they were sent; of a name that was sent twice the first counts, but where all
/// are asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields(pub Vec<(String, String)>);

impl Fields {
    /// What stands in a field; empty where it was not sent.
    pub fn get(&self, name: &str) -> &str {
        self.all(name).next().unwrap_or_default()
    }

    /// The same without spaces at its ends.
    pub fn trimmed(&self, name: &str) -> &str {
        self.get(name).trim()
    }

    /// All that was sent under a name.
    pub fn all<'f, 'n>(&'f self, name: &'n str) -> impl Iterator<Item = &'f str> + use<'f, 'n> {
        self.0.iter().filter(move |(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Who decides, and why.
    pub fn ruling(&self) -> Ruling {
        let (by, reason) = (self.trimmed("by").to_owned(), self.trimmed("reason").to_owned());
        Ruling { by, reason, capacity: self.term("capacity") }
    }

    /// One of a list of words; none where there is none, or none of the list.
    pub fn term<T: Term>(&self, name: &str) -> Option<T> {
        let word = self.trimmed(name);
        T::ALL.iter().find(|(known, _)| *known == word).map(|(_, term)| *term)
    }

    /// In what capacity somebody decides.
    pub fn capacity(&self) -> Option<Actor> {
        self.term("capacity")
    }

    /// A moment as a browser sends it, in universal time: "2031-10-14T12:00", with seconds or without.
    pub fn moment(&self, name: &str) -> Option<Time> {
        let sent = self.trimmed(name);
        Time::parse(&format!("{sent}:00Z")).or_else(|| Time::parse(&format!("{sent}Z")))
    }

    /// The figures of a vote; none where all fields are empty.
    ///
    /// # Errors
    /// Where one is no whole number.
    pub fn count(&self) -> Result<Option<Count>, NoFigures> {
        let figures = ["in_favour", "against", "abstentions"].map(|name| self.trimmed(name));
        if figures.iter().all(|one| one.is_empty()) {
            return Ok(None);
        }
        let number = |one: &str| match one {
            "" => Ok(0),
            one => one.parse().map_err(|_| NoFigures),
        };
        let [in_favour, against, abstentions] = figures.map(number);
        let (in_favour, against, abstentions) = (in_favour?, against?, abstentions?);
        Ok(Some(Count { in_favour, against, abstentions, roll: Vec::new() }))
    }
}

/// A figure is no whole number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoFigures;

/// What one form of a page shows in its fields: what was typed, where it is the one that was sent.
#[derive(Clone, Copy, Debug)]
pub struct Typed<'a> {
    /// What was sent; empty where nothing was.
    pub fields: &'a Fields,
    /// The form: the value of its button.
    pub what: &'a str,
    /// The amendment that it is about; empty where it is about none.
    pub about: &'a str,
}

impl<'a> Typed<'a> {
    /// Whether this is the form that was sent.
    pub fn was_sent(&self) -> bool {
        let same = self.fields.get("what") == self.what;
        same && self.fields.get("amendment") == self.about
    }

    /// What was typed into a field; `otherwise` where it was not sent.
    pub fn or(&self, name: &str, otherwise: &'a str) -> &'a str {
        let sent = self.was_sent().then(|| self.fields.all(name).next()).flatten();
        sent.unwrap_or(otherwise)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(all: &[(&str, &str)]) -> Fields {
        Fields(all.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    #[test]
    fn a_moment_is_what_a_browser_sends() {
        let moment =
            |sent| fields(&[("at", sent)]).moment("at").map(|time| time.as_str().to_owned());
        assert_eq!(moment("2031-10-14T12:00").as_deref(), Some("2031-10-14T12:00:00Z"));
        assert_eq!(moment("2031-10-14T12:00:30").as_deref(), Some("2031-10-14T12:00:30Z"));
        assert_eq!(moment("2031-10-32T12:00"), None);
        assert_eq!(moment(""), None);
    }

    #[test]
    fn figures_are_whole_numbers_or_none_at_all() {
        assert_eq!(fields(&[("in_favour", " ")]).count(), Ok(None));
        let some = fields(&[("in_favour", "12"), ("abstentions", "1")])
            .count()
            .map(Option::unwrap_or_default);
        assert_eq!(
            some.map(|count| (count.in_favour, count.against, count.abstentions)),
            Ok((12, 0, 1))
        );
        assert_eq!(fields(&[("against", "-1")]).count(), Err(NoFigures));
    }
}
