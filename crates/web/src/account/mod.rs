//! Accounts: signing in, sessions, passwords, and who is asking.
//!
//! ```text
//! cookie ─► Who (account, roles) ─► may(act, dossier) ─► handler
//! address of mail, password ─► limit ─► Argon2id ─────────────┐
//! identity provider ─► code ─► token ─► identity or address ──┼─► session ─► cookie
//! passkey ─► challenge ─► answer ─► key ─────────────────────┘
//! ```
//!
//! A handler that must know who asks takes a [`Who`]. Everything about a session is looked up with each request, so that
//! what is taken back is taken back at once. docs/web.md says what is promised, docs/permissions.md who may do what.

mod begun;
mod bodies;
mod cookie;
mod fresh;
pub(crate) mod limit;
mod link;
pub(crate) mod managing;
mod openid;
mod own;
mod passkeys;
mod password;
mod people;
mod proofs;
mod rule;
mod sign;
pub(crate) mod tokens;
mod who;

pub use fresh::fresh;
pub use limit::Rate;
pub(crate) use link::handed_on;
pub use password::Cost;
pub use proofs::{Offered, OpenId, Proofs, Told};
pub use who::{Sent, Signed, Who};

use crate::server::Server;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use limit::Limit;
use password::{Passwords, Tried};
use procedure::event::Time;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use store::{Account, AccountId, Error, Store};

/// How accounts are dealt with. Times are in seconds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// After which a session ends that is not used.
    pub idle: u64,
    /// After which a session ends in any case.
    pub longest: u64,
    /// For which a link counts by which a password is set.
    pub link: u64,
    /// What hashing a password costs.
    pub cost: Cost,
    /// How many passwords are hashed at one time, each in memory of its own.
    pub hashers: usize,
    /// How often somebody may try to sign in, or say that they forgot a password, from one address.
    pub from_address: Rate,
    /// How often it may be tried for one account.
    pub for_account: Rate,
    /// How many proxies stand before this server, each of which adds to `X-Forwarded-For`; with none the header is not read.
    pub proxies: usize,
}

impl Default for Config {
    /// Sessions of half a day, thirty days at most; links of two days; twenty tries from an address and then one in six
    /// seconds, ten for an account and then one a minute; no proxy.
    fn default() -> Self {
        Self {
            idle: 43_200,
            longest: 2_592_000,
            link: 172_800,
            cost: Cost::default(),
            hashers: 2,
            from_address: Rate { burst: 20, every: 6 },
            for_account: Rate { burst: 10, every: 60 },
            proxies: 0,
        }
    }
}

/// Who may sign in, and how. Cheap to clone; all clones are one.
#[derive(Clone)]
pub struct Accounts(Arc<Inner>);

struct Inner {
    config: Config,
    passwords: Passwords,
    addresses: Limit,
    accounts: Limit,
    /// Who said since when that they forgot their password; of this process, and gone with it.
    asked: Mutex<BTreeMap<AccountId, Time>>,
}

impl Accounts {
    /// With these settings. This hashes a password once.
    pub fn new(config: Config) -> Self {
        Self(Arc::new(Inner {
            passwords: Passwords::new(config.cost, config.hashers),
            addresses: Limit::new(config.from_address),
            accounts: Limit::new(config.for_account),
            asked: Mutex::default(),
            config,
        }))
    }

    /// The settings.
    pub fn config(&self) -> &Config {
        &self.0.config
    }

    /// The hash of a password, for the store; none where the system gives no salt.
    pub async fn hash(&self, password: String) -> Option<String> {
        self.0.passwords.hash(password).await
    }

    /// Counts a try that names no account, or says in how many seconds there may be another.
    fn count_from(&self, who: &Who) -> Result<(), u64> {
        self.0.addresses.take(limit::Who::address(who.from()), who.server().now().unix())
    }

    /// Counts a try, or says in how many seconds there may be another. An address that nobody has counts like any other.
    fn count(&self, who: &Who, email: &str) -> Result<(), u64> {
        self.count_from(who)?;
        let now = who.server().now().unix();
        let email: String = email.trim().to_lowercase().chars().take(EMAIL).collect();
        self.0.accounts.take(limit::Who::Account(email), now)
    }

    /// Somebody says that they forgot the password of this account.
    fn asks(&self, account: AccountId, now: Time) {
        self.asking().entry(account).or_insert(now);
    }

    /// When they said so first, where nothing was done about it.
    pub(crate) fn asked(&self, account: AccountId) -> Option<Time> {
        self.asking().get(&account).cloned()
    }

    /// Something was done about it.
    fn forgets(&self, account: AccountId) {
        self.asking().remove(&account);
    }

    fn asking(&self) -> MutexGuard<'_, BTreeMap<AccountId, Time>> {
        self.0.asked.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The account whose password this is, with the hash that is kept of it; none for an address that is nobody's, an
    /// account that may not sign in or has no password, and a wrong password, all of which take as long.
    async fn verified(
        &self,
        store: &Store,
        email: &str,
        password: String,
    ) -> Result<Option<(Account, String)>, Error> {
        let account = by_email(store, email).await?;
        let id = account.as_ref().map_or(AccountId(0), |account| account.id);
        let kept = store.password(id).await?;
        let tried = self.0.passwords.try_(password, kept.clone()).await;
        let (Tried::Right { anew }, Some(account), Some(kept)) = (tried, account, kept) else {
            return Ok(None);
        };
        if account.disabled {
            return Ok(None);
        }
        let Some(anew) = anew else { return Ok(Some((account, kept))) };
        match store.replace_password(account.id, &kept, &anew).await {
            Ok(()) => Ok(Some((account, anew))),
            // It is another password by now.
            Err(Error::NotFound(_)) => Ok(None),
            Err(error) => Err(error),
        }
    }
}

/// The account of an address of mail as somebody typed it; none also for what is no text to the database.
async fn by_email(store: &Store, email: &str) -> Result<Option<Account>, Error> {
    match store.account_by_email(email).await {
        Err(Error::Character) => Ok(None),
        found => found,
    }
}

/// The characters of an address of mail at most.
pub(crate) const EMAIL: usize = 254;

/// The bytes of a form at most.
const SENT: usize = 65_536;

/// The pages of accounts.
pub fn router() -> Router<Server> {
    let all = sign::router().merge(own::router()).merge(link::router()).merge(people::router());
    let all = all.merge(bodies::router());
    let all = all.merge(tokens::router()).merge(openid::router()).merge(passkeys::router());
    all.layer(DefaultBodyLimit::max(SENT))
}
