//! What a server can be told: by options, by the environment, by a file; the first of these that says something counts.
//!
//! clap knows options and environment already. The file is read by `toml` into the same structure, since it tells the line
//! of a key that it does not know, which figment does not. docs/operations.md describes every option; a test compares.

use anyhow::Context;
use clap::{Args, ValueEnum};
use serde::Deserialize;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;
use web::account::{Config, Cost, Rate, Told};
use web::listen::Patience;

/// What is written to the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Nothing.
    Off,
    /// What went wrong.
    Error,
    /// A line for each request, too, and for what is recorded.
    Info,
    /// A line for requests about health, too.
    Debug,
}

macro_rules! options {
    ($($(#[doc = $doc:literal])+ $name:ident: $type:ty = $env:literal $value:literal,)+) => {
        /// Everything that can be set; what is not set is as docs/operations.md says.
        #[derive(Clone, Debug, Default, PartialEq, Args, Deserialize)]
        #[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
        pub struct Options {
            $($(#[doc = $doc])+
            #[arg(long, value_name = $value, env = $env, hide_env_values = true)]
            pub $name: Option<$type>,)+
        }

        impl Options {
            /// What is set here, and else what is set there.
            pub fn over(self, there: Self) -> Self {
                Self { $($name: self.$name.or(there.$name),)+ }
            }
        }

        /// Each option, as a field and in the environment.
        #[cfg(test)]
        const ALL: &[(&str, &str)] = &[$((stringify!($name), $env),)+];
    };
}

options! {
    /// The address to listen at, by default 127.0.0.1:8080. Behind a proxy that speaks https, keep it to this machine.
    listen: SocketAddr = "HEMICYCLE_LISTEN" "ADDRESS",
    /// Where the site stands for others, `https://amendments.example`: feeds and links for machines name it.
    base: String = "HEMICYCLE_BASE" "URL",
    /// What the site is called in English.
    name_en: String = "HEMICYCLE_NAME_EN" "NAME",
    /// What the site is called in French.
    name_fr: String = "HEMICYCLE_NAME_FR" "NAME",
    /// The folder in which the database stands, by default hemicycle-data; it is made where it is not there.
    data: PathBuf = "HEMICYCLE_DATA" "DIR",
    /// A database instead of that folder: postgres://USER@HOST/NAME.
    database: String = "HEMICYCLE_DATABASE" "URL",
    /// An address at which Prometheus reads figures; by default there is none.
    metrics: SocketAddr = "HEMICYCLE_METRICS" "ADDRESS",
    /// What is written to the log, on the standard error output, as JSON: by default errors.
    log: Level = "HEMICYCLE_LOG" "LEVEL",
    /// Pages and files that are made at one time; by default as many as there are processors.
    workers: usize = "HEMICYCLE_WORKERS" "COUNT",
    /// Proxies before this server, each of which adds to X-Forwarded-For; by default none.
    proxies: usize = "HEMICYCLE_PROXIES" "COUNT",
    /// An identity provider through which people sign in, as it names itself: `https://identity.example`. Needs base.
    openid_issuer: String = "HEMICYCLE_OPENID_ISSUER" "URL",
    /// As whom the site is known there.
    openid_client: String = "HEMICYCLE_OPENID_CLIENT" "NAME",
    /// What the site proves that with; better in the environment or the file than on the command line, where others see it.
    openid_secret: String = "HEMICYCLE_OPENID_SECRET" "SECRET",
    /// What people call the provider; by default its host.
    openid_name: String = "HEMICYCLE_OPENID_NAME" "NAME",
    /// The server of mail: `smtps://user:password@mail.example`, `smtp://127.0.0.1`. Needs base.
    mail_server: String = "HEMICYCLE_MAIL_SERVER" "URL",
    /// Whose letters they are: `Table Office <office@lakes.example>`.
    mail_from: String = "HEMICYCLE_MAIL_FROM" "ADDRESS",
    /// Seconds after which a session ends that is not used.
    session_idle: u64 = "HEMICYCLE_SESSION_IDLE" "SECONDS",
    /// Seconds after which a session ends in any case.
    session_longest: u64 = "HEMICYCLE_SESSION_LONGEST" "SECONDS",
    /// Seconds for which a link counts by which a password is set.
    link_lasts: u64 = "HEMICYCLE_LINK_LASTS" "SECONDS",
    /// KiB of memory in which a password is hashed.
    hash_memory: u32 = "HEMICYCLE_HASH_MEMORY" "KIB",
    /// How often that memory is gone through.
    hash_passes: u32 = "HEMICYCLE_HASH_PASSES" "COUNT",
    /// Lanes of that memory.
    hash_lanes: u32 = "HEMICYCLE_HASH_LANES" "COUNT",
    /// Passwords that are hashed at one time.
    hashers: usize = "HEMICYCLE_HASHERS" "COUNT",
    /// Tries to sign in from one address at once.
    address_tries: u64 = "HEMICYCLE_ADDRESS_TRIES" "COUNT",
    /// Seconds after which there is one more.
    address_every: u64 = "HEMICYCLE_ADDRESS_EVERY" "SECONDS",
    /// Tries to sign in to one account at once.
    account_tries: u64 = "HEMICYCLE_ACCOUNT_TRIES" "COUNT",
    /// Seconds after which there is one more.
    account_every: u64 = "HEMICYCLE_ACCOUNT_EVERY" "SECONDS",
    /// Changes that programs make for one account at once.
    program_changes: u64 = "HEMICYCLE_PROGRAM_CHANGES" "COUNT",
    /// Seconds after which there is one more.
    program_every: u64 = "HEMICYCLE_PROGRAM_EVERY" "SECONDS",
    /// Seconds in which a client sends the head of a request.
    head_time: u64 = "HEMICYCLE_HEAD_TIME" "SECONDS",
    /// Seconds in which it sends the body.
    body_time: u64 = "HEMICYCLE_BODY_TIME" "SECONDS",
    /// Seconds for which those who have asked are waited for at the end.
    end_time: u64 = "HEMICYCLE_END_TIME" "SECONDS",
}

impl Options {
    /// What a file says.
    ///
    /// # Errors
    /// Where it cannot be read, or has a key that is none: with its line.
    pub fn read(file: &Path) -> anyhow::Result<Self> {
        let name = || file.display().to_string();
        let text = std::fs::read_to_string(file).with_context(name)?;
        toml::from_str(&text).with_context(name)
    }

    /// How accounts are dealt with.
    pub fn accounts(&self) -> Config {
        let usual = Config::default();
        let rate = |burst: Option<u64>, every: Option<u64>, usual: Rate| Rate {
            burst: burst.unwrap_or(usual.burst),
            every: every.unwrap_or(usual.every),
        };
        Config {
            idle: self.session_idle.unwrap_or(usual.idle),
            longest: self.session_longest.unwrap_or(usual.longest),
            link: self.link_lasts.unwrap_or(usual.link),
            cost: Cost {
                memory: self.hash_memory.unwrap_or(usual.cost.memory),
                passes: self.hash_passes.unwrap_or(usual.cost.passes),
                lanes: self.hash_lanes.unwrap_or(usual.cost.lanes),
            },
            hashers: self.hashers.unwrap_or(usual.hashers),
            from_address: rate(self.address_tries, self.address_every, usual.from_address),
            for_account: rate(self.account_tries, self.account_every, usual.for_account),
            proxies: self.proxies.unwrap_or(usual.proxies),
        }
    }

    /// By what else than passwords people sign in, and where letters are handed in.
    pub fn proofs(&self) -> Told {
        Told {
            issuer: self.openid_issuer.clone(),
            client: self.openid_client.clone(),
            secret: self.openid_secret.clone(),
            provider: self.openid_name.clone(),
            mail: self.mail_server.clone(),
            from: self.mail_from.clone(),
        }
    }

    /// How often programs may change something for one account; none where that is as usual.
    pub fn writes(&self) -> Option<Rate> {
        let set = self.program_changes.is_some() || self.program_every.is_some();
        set.then(|| Rate {
            burst: self.program_changes.unwrap_or(200),
            every: self.program_every.unwrap_or(1),
        })
    }

    /// For how long clients are waited for.
    pub fn patience(&self) -> Patience {
        let usual = Patience::default();
        let seconds = |set: Option<u64>, usual| set.map_or(usual, Duration::from_secs);
        Patience {
            head: seconds(self.head_time, usual.head),
            body: seconds(self.body_time, usual.body),
            end: seconds(self.end_time, usual.end),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Options, String> {
        toml::from_str(text).map_err(|error| error.to_string())
    }

    #[test]
    fn every_option_is_documented() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/operations.md");
        let text = std::fs::read_to_string(path).expect("the document");
        for (field, variable) in ALL {
            let key = field.replace('_', "-");
            let line = text.lines().find(|line| line.starts_with(&format!("| `{key}` |")));
            let line = line.unwrap_or_else(|| panic!("{key} is not described"));
            assert_eq!(*variable, format!("HEMICYCLE_{}", field.to_uppercase()), "{line}");
        }
        let described = text
            .lines()
            .filter(|line| line.starts_with("| `") && !line.starts_with("| `hemicycle_"));
        assert_eq!(described.count(), ALL.len());
    }

    #[test]
    fn what_is_said_first_counts() {
        let file = read("proxies = 2\nsession-idle = 60\nlog = \"info\"\n").expect("a file");
        let told = Options { proxies: Some(1), ..Options::default() };
        let options = told.over(file);
        assert_eq!((options.proxies, options.session_idle), (Some(1), Some(60)));
        assert_eq!(options.log, Some(Level::Info));
        assert_eq!(options.accounts().idle, 60);
        assert_eq!(options.accounts().longest, Config::default().longest);
    }

    #[test]
    fn a_key_that_is_none_is_refused_with_its_line() {
        let wrong = read("proxies = 2\n\nlisen = \"127.0.0.1:80\"\n").expect_err("it is refused");
        assert!(wrong.contains("line 3") && wrong.contains("lisen"), "{wrong}");
        let wrong = read("proxies = \"two\"\n").expect_err("it is refused");
        assert!(wrong.contains("line 1"), "{wrong}");
    }
}
