//! What only its owner knows.

use procedure::log::Hash;

/// A session's cookie, a token or the end of a link, as its owner sends it. Its SHA-256 is kept, and nothing else; made
/// of at least 128 random bits by whoever gives it out, it cannot be found from that.
#[derive(Clone, Copy)]
pub struct Secret<'a>(pub &'a str);

impl Secret<'_> {
    /// Under what it is kept.
    pub fn hash(self) -> Hash {
        Hash::of(self.0.as_bytes())
    }
}

impl std::fmt::Debug for Secret<'_> {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.write_str("Secret(…)")
    }
}
