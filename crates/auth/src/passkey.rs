//! Passkeys: keys that a device keeps for one site and uses when its owner is there (WebAuthn level 3).
//!
//! ```text
//! begin ─► a challenge ─► the device, its owner present ─► an answer ─► made, or whose ─► proved
//! ```
//!
//! A key is made so that the device finds it by itself: whoever signs in types no address, and nobody learns which addresses
//! have an account. The number of the account is in the key, as its user handle.

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use webauthn_rs::prelude::{
    CredentialID, DiscoverableAuthentication, Passkey, PasskeyRegistration, PublicKeyCredential,
    RegisterPublicKeyCredential, Url, Uuid, Webauthn, WebauthnBuilder, WebauthnError,
};

/// The site, as devices know it.
pub struct Passkeys(Webauthn);

/// Why a key is not taken. The text is for whoever runs the site.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The site stands where there are no passkeys: not behind https and not at `localhost`, or at a bare number.
    #[error("passkeys need a site behind https, with a name: {0}")]
    Site(String),
    /// What was sent has not the form of what was asked for.
    #[error("what the device sent cannot be read: {0}")]
    Unreadable(String),
    /// What was sent does not answer what was asked, or is not by that key.
    #[error("what the device sent does not hold: {0}")]
    Untrue(WebauthnError),
}

/// A challenge, and what its answer is held against.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Begun {
    /// For `navigator.credentials`, as JSON: `{"publicKey": …}`.
    pub options: Value,
    /// Kept until the answer comes, for one use, where nobody else sees it.
    pub state: String,
}

/// A key that a device made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// What tells it from all others.
    pub id: Vec<u8>,
    /// What is kept of it: nothing secret.
    pub key: String,
}

impl Passkeys {
    /// For a site that others know under this address, `https://amendments.example`, and this name.
    ///
    /// # Errors
    /// [`Error::Site`].
    pub fn new(base: &str, name: &str) -> Result<Self, Error> {
        let wrong = || Error::Site(base.to_owned());
        let origin = Url::parse(base).map_err(|_| wrong())?;
        let host = origin.domain().ok_or_else(wrong)?;
        if origin.scheme() != "https" && host != "localhost" {
            return Err(wrong());
        }
        let site = WebauthnBuilder::new(host, &origin).map_err(|_| wrong())?;
        site.rp_name(name).build().map(Self).map_err(|_| wrong())
    }

    /// Asks a device to make a key for an account that has these already.
    ///
    /// # Errors
    /// [`Error::Untrue`], where the system gives no random bits.
    pub fn begin(
        &self,
        account: i64,
        email: &str,
        name: &str,
        has: Vec<Vec<u8>>,
    ) -> Result<Begun, Error> {
        let has: Vec<CredentialID> = has;
        let begun = self.0.start_passkey_registration(handle(account), email, name, Some(has));
        let (options, state) = begun.map_err(Error::Untrue)?;
        let mut options = written(&options)?;
        // The library leaves it to the device whether it finds the key by itself.
        if let Some(selection) = options.pointer_mut("/publicKey/authenticatorSelection") {
            selection["residentKey"] = json!("required");
            selection["requireResidentKey"] = json!(true);
        }
        Ok(Begun { options, state: written(&state)?.to_string() })
    }

    /// The key that a device made.
    ///
    /// # Errors
    /// [`Error::Unreadable`] and [`Error::Untrue`].
    pub fn made(&self, sent: Value, state: &str) -> Result<Made, Error> {
        let sent: RegisterPublicKeyCredential = read(sent)?;
        let state: PasskeyRegistration = read(text(state)?)?;
        let made = self.0.finish_passkey_registration(&sent, &state).map_err(Error::Untrue)?;
        Ok(Made { id: made.cred_id().to_vec(), key: written(&made)?.to_string() })
    }

    /// Asks whatever device there is for any key of this site.
    ///
    /// # Errors
    /// [`Error::Untrue`], where the system gives no random bits.
    pub fn begin_sign_in(&self) -> Result<Begun, Error> {
        let (options, state) = self.0.start_discoverable_authentication().map_err(Error::Untrue)?;
        let mut options = written(&options)?;
        // Somebody pressed a button for it: it is not offered beside a field.
        if let Some(all) = options.as_object_mut() {
            all.remove("mediation");
        }
        Ok(Begun { options, state: written(&state)?.to_string() })
    }

    /// Of which account, and by which key, an answer says it is; nothing is proved by that.
    ///
    /// # Errors
    /// [`Error::Unreadable`] and [`Error::Untrue`].
    pub fn whose(&self, sent: &Value) -> Result<(i64, Vec<u8>), Error> {
        let sent: PublicKeyCredential = read(sent.clone())?;
        let (handle, id) =
            self.0.identify_discoverable_authentication(&sent).map_err(Error::Untrue)?;
        let account = i64::try_from(handle.as_u128());
        let account = account.map_err(|_| Error::Untrue(WebauthnError::InvalidUserUniqueId))?;
        Ok((account, id.to_vec()))
    }

    /// Holds an answer against the key that it says it is by: what is to be kept of the key from now on.
    ///
    /// # Errors
    /// [`Error::Unreadable`] and [`Error::Untrue`]; also where a count in the device goes back, as that of a copy would.
    pub fn proved(&self, sent: Value, state: &str, key: &str) -> Result<String, Error> {
        let sent: PublicKeyCredential = read(sent)?;
        let state: DiscoverableAuthentication = read(text(state)?)?;
        let mut key: Passkey = read(text(key)?)?;
        let proved = self.0.finish_discoverable_authentication_v2(&sent, state, &key);
        let proved = proved.map_err(Error::Untrue)?;
        if !proved.user_verified() {
            return Err(Error::Untrue(WebauthnError::UserNotVerified));
        }
        key.update_credential(&proved);
        Ok(written(&key)?.to_string())
    }
}

/// An account's user handle: its number.
fn handle(account: i64) -> Uuid {
    Uuid::from_u128(u128::from(account.unsigned_abs()))
}

fn written(value: &impl serde::Serialize) -> Result<Value, Error> {
    serde_json::to_value(value).map_err(|error| Error::Unreadable(error.to_string()))
}

fn text(kept: &str) -> Result<Value, Error> {
    serde_json::from_str(kept).map_err(|error| Error::Unreadable(error.to_string()))
}

fn read<T: DeserializeOwned>(sent: Value) -> Result<T, Error> {
    serde_json::from_value(sent).map_err(|error| Error::Unreadable(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_has_a_name_and_https() {
        for base in ["https://amendments.example", "http://localhost:8080"] {
            assert!(Passkeys::new(base, "Lakes").is_ok(), "{base}");
        }
        for base in ["", "http://amendments.example", "https://192.0.2.7", "amendments.example"] {
            assert!(matches!(Passkeys::new(base, "Lakes"), Err(Error::Site(_))), "{base}");
        }
    }

    #[test]
    fn a_key_is_found_by_the_device_and_names_the_account() {
        let site = Passkeys::new("https://amendments.example", "Lakes").expect("a site");
        let begun = site.begin(7, "clara@lakes.example", "Ms Clara SOUND", vec![vec![1, 2, 3]]);
        let options = begun.expect("begun").options;
        let selection = &options["publicKey"]["authenticatorSelection"];
        assert_eq!(selection["residentKey"], "required");
        assert_eq!(selection["userVerification"], "required");
        assert_eq!(options["publicKey"]["user"]["id"], "AAAAAAAAAAAAAAAAAAAABw");
        assert_eq!(options["publicKey"]["excludeCredentials"][0]["id"], "AQID");
    }

    #[test]
    fn what_is_no_answer_is_refused() {
        let site = Passkeys::new("https://amendments.example", "Lakes").expect("a site");
        let begun = site.begin_sign_in().expect("begun");
        assert!(begun.options.get("mediation").is_none());
        for sent in [Value::Null, json!({}), json!({"id": "AQID", "rawId": 7})] {
            assert!(matches!(site.whose(&sent), Err(Error::Unreadable(_))), "{sent}");
            assert!(matches!(site.made(sent.clone(), &begun.state), Err(Error::Unreadable(_))));
        }
    }
}
