//! Passwords: Argon2id, beside the requests, a few at one time.

use super::fresh;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use std::sync::Arc;
use tokio::sync::Semaphore;

/// What a hash costs. Each in work takes `memory` for itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cost {
    /// Memory in KiB.
    pub memory: u32,
    /// How often the memory is gone through.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
}

impl Default for Cost {
    /// 19 MiB, two passes, one lane: what OWASP's cheat sheet on storing passwords asks for at least.
    fn default() -> Self {
        Self { memory: 19_456, passes: 2, lanes: 1 }
    }
}

/// Hashes and verifies.
pub(super) struct Passwords {
    params: Params,
    /// The hash of a password that nobody has: whoever has none is tried against it, so that it takes as long.
    nobody: Option<String>,
    workers: Arc<Semaphore>,
}

/// What came of trying a password.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Tried {
    /// It is the one.
    Right {
        /// A hash at the present cost, where the one that is kept was made at another.
        anew: Option<String>,
    },
    /// It is not.
    Wrong,
}

impl Passwords {
    /// At this cost, so many at one time. A cost that Argon2 does not know is the usual one.
    pub(super) fn new(cost: Cost, workers: usize) -> Self {
        let params = Params::new(cost.memory, cost.passes, cost.lanes, None).unwrap_or_default();
        let nobody = fresh().and_then(|secret| hashed(&params, &secret));
        Self { params, nobody, workers: Arc::new(Semaphore::new(workers.max(1))) }
    }

    /// The hash of a password; none where the system gives no salt.
    pub(super) async fn hash(&self, password: String) -> Option<String> {
        let params = self.params.clone();
        self.work(move || hashed(&params, &password)).await.flatten()
    }

    /// Whether a password is the one of `kept`. Where there is none, it takes as long to say no.
    pub(super) async fn try_(&self, password: String, kept: Option<String>) -> Tried {
        let params = self.params.clone();
        let is_somebodys = kept.is_some();
        let Some(kept) = kept.or_else(|| self.nobody.clone()) else { return Tried::Wrong };
        let tried = self.work(move || {
            let Ok(hash) = PasswordHash::new(&kept) else { return Tried::Wrong };
            let argon = argon(&params);
            match argon.verify_password(password.as_bytes(), &hash) {
                Ok(()) if is_somebodys => {
                    let same = Params::try_from(&hash).is_ok_and(|made| costs(&made, &params));
                    let anew = if same { None } else { hashed(&params, &password) };
                    Tried::Right { anew }
                }
                _ => Tried::Wrong,
            }
        });
        tried.await.unwrap_or(Tried::Wrong)
    }

    async fn work<T: Send + 'static>(
        &self,
        make: impl FnOnce() -> T + Send + 'static,
    ) -> Option<T> {
        // The permit goes with the work: who hangs up while it is done does not make room for another.
        let permit = Arc::clone(&self.workers).acquire_owned().await.ok()?;
        let made = tokio::task::spawn_blocking(move || {
            let made = make();
            drop(permit);
            made
        });
        made.await.ok()
    }
}

fn argon(params: &Params) -> Argon2<'static> {
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params.clone())
}

fn hashed(params: &Params, password: &str) -> Option<String> {
    Some(argon(params).hash_password(password.as_bytes()).ok()?.to_string())
}

fn costs(made: &Params, wanted: &Params) -> bool {
    let of = |params: &Params| (params.m_cost(), params.t_cost(), params.p_cost());
    of(made) == of(wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHEAP: Cost = Cost { memory: 8, passes: 1, lanes: 1 };

    #[tokio::test]
    async fn a_password_is_known_by_its_hash_alone() {
        let passwords = Passwords::new(CHEAP, 1);
        let hash = passwords.hash("lamps on the lakes".to_owned()).await.expect("a hash");
        assert!(hash.starts_with("$argon2id$v=19$m=8,t=1,p=1$"), "{hash}");
        let other = passwords.hash("lamps on the lakes".to_owned()).await;
        assert_ne!(Some(&hash), other.as_ref(), "each has its salt");
        let kept = Some(hash.clone());
        let right = passwords.try_("lamps on the lakes".to_owned(), kept.clone()).await;
        assert_eq!(right, Tried::Right { anew: None });
        for (tried, kept) in [
            ("lamps on the lake", kept),
            ("lamps on the lakes", None),
            ("lamps on the lakes", Some(String::new())),
            ("lamps on the lakes", Some("$argon2id$nonsense".to_owned())),
        ] {
            assert_eq!(passwords.try_(tried.to_owned(), kept).await, Tried::Wrong, "{tried}");
        }
        // What was hashed at another cost is hashed again.
        let dearer = Passwords::new(Cost { passes: 2, ..CHEAP }, 1);
        let Tried::Right { anew: Some(anew) } =
            dearer.try_("lamps on the lakes".to_owned(), Some(hash)).await
        else {
            panic!("right, and hashed anew");
        };
        assert!(anew.starts_with("$argon2id$v=19$m=8,t=2,p=1$"), "{anew}");
    }

    /// Whoever has no password is not told so any sooner: there, too, a hash is worked out, for which a worker is needed.
    #[tokio::test]
    async fn nobody_is_refused_without_work() {
        let passwords = Passwords::new(CHEAP, 1);
        let kept = passwords.hash("lamps on the lakes".to_owned()).await;
        let busy = Arc::clone(&passwords.workers).acquire_owned().await.expect("a worker");
        let mut here = std::task::Context::from_waker(std::task::Waker::noop());
        for kept in [kept, None] {
            let mut tried = std::pin::pin!(passwords.try_("another one".to_owned(), kept));
            assert!(tried.as_mut().poll(&mut here).is_pending());
        }
        drop(busy);
        assert_eq!(passwords.try_("another one".to_owned(), None).await, Tried::Wrong);
        assert!(passwords.nobody.as_ref().is_some_and(|hash| hash.starts_with("$argon2id$")));
    }
}
