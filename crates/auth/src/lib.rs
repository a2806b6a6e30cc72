//! Proof by others of who somebody is: an identity provider ([`openid`]), a key that a device keeps ([`passkey`]), and the
//! mailbox to which a letter goes ([`mail`]).
//!
//! Nothing is kept here. What a proof must be held against when it comes, minutes later and perhaps to another server, is
//! given to the caller as text ([`openid::Flow`], [`passkey::Begun`]), who keeps it where nobody else sees it, for one use.

pub mod mail;
pub mod openid;
pub mod passkey;
