//! How often somebody may try: a bucket of tokens for each address and for each account.
//!
//! Written here and not taken from `tower_governor`, since the account stands in the body of a request, where no layer
//! sees it, and since the clock is the caller's, which lets a test set it. Each process counts by itself.

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

/// The buckets that are kept at most; the fullest go first.
const KEPT: usize = 65_536;

/// How often something may be tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate {
    /// How often at once.
    pub burst: u64,
    /// The seconds after which it may be tried once more.
    pub every: u64,
}

/// For whom it is counted.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Who {
    /// An address, as far as one subscriber has it: of version 6 the first 64 bits.
    Address(Option<IpAddr>),
    /// An account, by what was typed: whether there is one makes no difference.
    Account(String),
}

impl Who {
    /// That of an address; all whose address is not known are one.
    pub(crate) fn address(address: Option<IpAddr>) -> Self {
        Self::Address(address.map(|address| match address.to_canonical() {
            IpAddr::V6(six) => {
                let [a, b, c, d, ..] = six.segments();
                IpAddr::from([a, b, c, d, 0, 0, 0, 0])
            }
            four => four,
        }))
    }
}

/// Buckets of one kind. A bucket is the moment at which it will be full again, in seconds.
pub(crate) struct Limit {
    rate: Rate,
    full_at: Mutex<BTreeMap<Who, u64>>,
}

impl Limit {
    /// At this rate.
    pub(crate) fn new(rate: Rate) -> Self {
        let rate = Rate { burst: rate.burst.max(1), every: rate.every.max(1) };
        Self { rate, full_at: Mutex::default() }
    }

    /// Takes a token, or says in how many seconds there is one.
    pub(crate) fn take(&self, who: Who, now: u64) -> Result<(), u64> {
        let Rate { burst, every } = self.rate;
        let mut all = self.full_at.lock().unwrap_or_else(PoisonError::into_inner);
        let empty = now.saturating_add(burst.saturating_mul(every));
        // A bucket is never emptier than empty, also after the clock was set back.
        let full = all.get(&who).copied().unwrap_or(0).clamp(now, empty).saturating_add(every);
        let wait = full.saturating_sub(empty);
        if wait > 0 {
            return Err(wait);
        }
        all.insert(who, full);
        if all.len() > KEPT {
            all.retain(|_, full| *full > now);
            if all.len() > KEPT {
                let mut moments: Vec<u64> = all.values().copied().collect();
                moments.sort_unstable();
                let half = moments[moments.len() / 2];
                all.retain(|_, full| *full > half);
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn account(name: &str) -> Who {
        Who::Account(name.to_owned())
    }

    #[test]
    fn tokens_come_back_one_by_one() {
        let limit = Limit::new(Rate { burst: 3, every: 10 });
        for _ in 0..3 {
            assert_eq!(limit.take(account("ada"), 1_000), Ok(()));
        }
        assert_eq!(limit.take(account("ada"), 1_000), Err(10));
        assert_eq!(limit.take(account("ada"), 1_004), Err(6), "asking costs nothing");
        assert_eq!(limit.take(account("bo"), 1_004), Ok(()));
        assert_eq!(limit.take(account("ada"), 1_010), Ok(()));
        assert_eq!(limit.take(account("ada"), 1_010), Err(10));
        for _ in 0..3 {
            assert_eq!(limit.take(account("ada"), 2_000), Ok(()));
        }
        assert_eq!(limit.take(account("ada"), 2_000), Err(10));
        assert_eq!(limit.take(account("ada"), 500), Err(10), "the clock was set back");
        assert_eq!(limit.take(account("ada"), 510), Err(10));
    }

    #[test]
    fn neighbours_in_a_network_of_version_6_are_one() {
        let limit = Limit::new(Rate { burst: 1, every: 10 });
        let take = |address: &str| {
            limit.take(Who::address(Some(address.parse().expect("an address"))), 1_000)
        };
        assert_eq!(take("2001:db8:1:2::1"), Ok(()));
        assert_eq!(take("2001:db8:1:2:ffff::2"), Err(10));
        assert_eq!(take("2001:db8:1:3::1"), Ok(()));
        assert_eq!(take("192.0.2.1"), Ok(()));
        assert_eq!(take("::ffff:192.0.2.1"), Err(10));
    }

    #[test]
    fn memory_is_bounded() {
        let limit = Limit::new(Rate { burst: 2, every: 10 });
        for at in 0..KEPT as u64 * 3 {
            let _ = limit.take(account(&at.to_string()), 1_000 + at / 50_000);
        }
        assert!(limit.full_at.lock().expect("unharmed").len() <= KEPT);
    }
}
