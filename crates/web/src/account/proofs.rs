//! Proofs by others of who somebody is, as a server is told that there are some.

use auth::mail::{self, Post};
use auth::openid::{self, Provider, Settings};
use auth::passkey::Passkeys;

/// By what, beside passwords, people sign in; and where their letters are handed in.
#[derive(Default)]
pub struct Proofs {
    /// An identity provider.
    pub openid: Option<OpenId>,
    /// Keys that devices keep.
    pub passkeys: Option<Passkeys>,
    /// Where letters are handed in.
    pub post: Option<Post>,
}

/// What a server is told of them.
#[derive(Clone, Default)]
pub struct Told {
    /// The identity provider, as it names itself.
    pub issuer: Option<String>,
    /// As whom the site is known there.
    pub client: Option<String>,
    /// What the site proves that with.
    pub secret: Option<String>,
    /// What people call the provider; else the host of the issuer.
    pub provider: Option<String>,
    /// The server of mail.
    pub mail: Option<String>,
    /// Whose letters they are.
    pub from: Option<String>,
}

/// Why a server cannot do what it is told.
#[derive(Debug, thiserror::Error)]
pub enum Wrong {
    /// Of two options one is given: the first needs the second.
    #[error("{0} needs {1}")]
    Lacks(&'static str, &'static str),
    /// The provider.
    #[error("openid-issuer: {0}")]
    OpenId(#[from] openid::Error),
    /// The server of mail, or whose letters they are.
    #[error("mail-server, mail-from: {0}")]
    Mail(#[from] mail::Error),
}

impl Proofs {
    /// For a site that others know at `base` by this name. There are passkeys where a browser allows them to a site that stands there.
    ///
    /// # Errors
    /// Where an option needs another that is not given, or an address is none.
    pub fn new(told: Told, base: &str, name: &str) -> Result<Self, Wrong> {
        let Told { issuer, client, secret, provider, mail, from } = told;
        let based = |option| match base {
            // Links in letters, and the way back from a provider, must not hang on what a request says.
            "" => Err(Wrong::Lacks(option, "base")),
            _ => Ok(()),
        };
        let openid = match (issuer, client) {
            (None, None) => None,
            (None, Some(_)) => return Err(Wrong::Lacks("openid-client", "openid-issuer")),
            (Some(_), None) => return Err(Wrong::Lacks("openid-issuer", "openid-client")),
            (Some(issuer), Some(client)) => {
                based("openid-issuer")?;
                let host = issuer.split('/').nth(2).unwrap_or(&issuer).to_owned();
                let back = OpenId::back(base);
                let settings = Settings { issuer: issuer.clone(), client, secret, back };
                let name = provider.unwrap_or(host);
                Some(OpenId { provider: Provider::new(settings)?, issuer, name })
            }
        };
        let post = match (mail, from) {
            (None, None) => None,
            (None, Some(_)) => return Err(Wrong::Lacks("mail-from", "mail-server")),
            (Some(_), None) => return Err(Wrong::Lacks("mail-server", "mail-from")),
            (Some(server), Some(from)) => {
                based("mail-server")?;
                Some(Post::new(&server, &from)?)
            }
        };
        let passkeys = Passkeys::new(base, name).ok();
        Ok(Self { openid, passkeys, post })
    }
}

/// An identity provider, and what people call it.
pub struct OpenId {
    /// How it is asked.
    pub provider: Provider,
    /// As it names itself.
    pub issuer: String,
    /// What people call it: "the Lakes directory".
    pub name: String,
}

impl OpenId {
    /// Where people come back to from the provider of a site that stands at `base`.
    pub fn back(base: &str) -> String {
        format!("{}/en/account/openid/back", base.trim_end_matches('/'))
    }
}

/// What pages offer of them.
#[derive(Clone, Copy, Debug, Default)]
pub struct Offered<'a> {
    /// The name of the identity provider.
    pub openid: Option<&'a str>,
    /// Whether there are passkeys.
    pub passkeys: bool,
}

impl Proofs {
    /// What pages offer.
    pub fn offered(&self) -> Offered<'_> {
        Offered {
            openid: self.openid.as_ref().map(|openid| openid.name.as_str()),
            passkeys: self.passkeys.is_some(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(pairs: &[(&str, &str)]) -> Told {
        let of =
            |name| pairs.iter().find(|(known, _)| *known == name).map(|(_, v)| (*v).to_owned());
        Told {
            issuer: of("issuer"),
            client: of("client"),
            secret: None,
            provider: of("provider"),
            mail: of("mail"),
            from: of("from"),
        }
    }

    #[test]
    fn options_that_need_each_other_are_given_together() {
        const BASE: &str = "https://amendments.example";
        let issuer = ("issuer", "https://identity.example/lakes");
        let (client, mail) = (("client", "amendments"), ("mail", "smtp://127.0.0.1"));
        let from = ("from", "Table Office <office@lakes.example>");
        let proofs = Proofs::new(told(&[issuer, client, mail, from]), BASE, "Lakes").expect("all");
        let offered = proofs.offered();
        assert_eq!((offered.openid, offered.passkeys), (Some("identity.example"), true));
        assert!(proofs.post.is_some());
        let none = Proofs::new(told(&[]), "", "Lakes").expect("nothing");
        assert!(none.openid.is_none() && none.passkeys.is_none() && none.post.is_none());
        for (given, base, said) in [
            (told(&[issuer]), BASE, "openid-issuer needs openid-client"),
            (told(&[client]), BASE, "openid-client needs openid-issuer"),
            (told(&[issuer, client]), "", "openid-issuer needs base"),
            (told(&[mail]), BASE, "mail-server needs mail-from"),
            (told(&[from]), BASE, "mail-from needs mail-server"),
            (told(&[mail, from]), "", "mail-server needs base"),
            (told(&[("issuer", "lakes"), client]), BASE, "openid-issuer: lakes: "),
            (told(&[mail, ("from", "lakes")]), BASE, "mail-server, mail-from: lakes: "),
        ] {
            let wrong = Proofs::new(given, base, "Lakes").err().expect(said).to_string();
            assert!(wrong.starts_with(said), "{wrong}");
        }
    }
}
