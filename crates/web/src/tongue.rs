//! The two languages of the site, which are not those of its dossiers.

use text::Lang;
use words::{Args, say};

/// A language of the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tongue {
    /// English.
    En,
    /// French.
    Fr,
}

impl Tongue {
    /// Both.
    pub const ALL: [Self; 2] = [Self::En, Self::Fr];

    /// The language of this tag; none for any other than `en` and `fr`.
    pub fn of(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tongue| tongue.tag() == tag)
    }

    /// `en`, `fr`.
    pub fn tag(self) -> &'static str {
        self.lang().tag()
    }

    /// The same for those who speak of texts.
    pub fn lang(self) -> Lang {
        match self {
            Self::En => Lang::EN,
            Self::Fr => Lang::FR,
        }
    }

    /// The other one.
    pub fn other(self) -> Self {
        match self {
            Self::En => Self::Fr,
            Self::Fr => Self::En,
        }
    }

    /// What it calls itself.
    pub fn name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Fr => "Français",
        }
    }

    /// The message of this name, which needs no variables.
    pub fn say(self, id: &str) -> String {
        say(self.lang(), id, &Args::new())
    }

    /// The same with variables.
    pub fn tell(self, id: &str, args: &Args) -> String {
        say(self.lang(), id, args)
    }

    /// What a language of a dossier is called: "English", "anglais"; its tag where the site has no word for it.
    pub fn language(self, lang: Lang) -> String {
        match lang.tag() {
            tag @ ("en" | "fr") => self.say(&format!("language-{tag}")),
            tag => tag.to_owned(),
        }
    }

    /// The one that a reader would rather have, by `Accept-Language`; English where they want neither.
    pub fn preferred(accepted: &str) -> Self {
        let mut best = (Self::En, 0.0_f32);
        for range in accepted.split(',').take(32) {
            let mut parts = range.split(';');
            let tag = parts.next().unwrap_or_default().trim();
            let primary = tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
            let quality = parts.find_map(|part| part.trim().strip_prefix("q="));
            let quality = quality.map_or(1.0, |quality| quality.trim().parse().unwrap_or(0.0));
            if let Some(tongue) = Self::of(&primary)
                && quality > best.1
            {
                best = (tongue, quality);
            }
        }
        best.0
    }
}

/// A value for each language, made when it is first asked for.
#[derive(Debug)]
pub(crate) struct Each<T> {
    en: std::sync::OnceLock<T>,
    fr: std::sync::OnceLock<T>,
}

impl<T> Default for Each<T> {
    fn default() -> Self {
        Self { en: std::sync::OnceLock::new(), fr: std::sync::OnceLock::new() }
    }
}

impl<T> Each<T> {
    /// The value of this language.
    pub(crate) fn get(&self, tongue: Tongue, make: impl FnOnce() -> T) -> &T {
        let place = match tongue {
            Tongue::En => &self.en,
            Tongue::Fr => &self.fr,
        };
        place.get_or_init(make)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reader_gets_the_language_they_would_rather_have() {
        for (accepted, tongue) in [
            ("", Tongue::En),
            ("fr", Tongue::Fr),
            ("fr-CH, fr;q=0.9, en;q=0.8", Tongue::Fr),
            ("en;q=0.3, fr;q=0.7", Tongue::Fr),
            ("it, en;q=0.5, fr;q=0.4", Tongue::En),
            ("it", Tongue::En),
            ("fr;q=0", Tongue::En),
            ("fr;q=nonsense, en", Tongue::En),
        ] {
            assert_eq!(Tongue::preferred(accepted), tongue, "{accepted}");
        }
    }
}
