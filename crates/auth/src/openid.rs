//! Signing in through an identity provider: OpenID Connect Core 1.0, authorization code flow with PKCE (RFC 7636).
//!
//! ```text
//! begin ─► the provider's page ─► code ─► finish: token, its signature, issuer, audience, nonce ─► Identity
//! ```
//!
//! The provider is found by its issuer (OpenID Connect Discovery 1.0), when somebody first needs it, and again each hour. Where
//! a signature is by a key that is not known, it is asked once more: keys are changed without notice.

use openidconnect::core::{
    CoreAuthenticationFlow, CoreClient, CoreProviderMetadata, CoreUserInfoClaims,
};
use openidconnect::{
    AuthorizationCode, ClaimsVerificationError, ClientId, ClientSecret, CsrfToken, IssuerUrl,
    Nonce, OAuth2TokenResponse, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, Scope,
    TokenResponse,
};
use serde::{Deserialize, Serialize};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// How long the provider is waited for.
const PATIENCE: Duration = Duration::from_secs(10);

/// How long counts what the provider said of itself.
const KNOWN: Duration = Duration::from_secs(3_600);

/// What a site and its provider agreed on.
#[derive(Clone, PartialEq, Eq)]
pub struct Settings {
    /// The provider, as it names itself: `https://identity.example`.
    pub issuer: String,
    /// As whom the site is known there.
    pub client: String,
    /// What the site proves that with; none for a client that has none.
    pub secret: Option<String>,
    /// Where people come back to, whole.
    pub back: String,
}

/// An identity provider.
pub struct Provider {
    settings: Settings,
    issuer: IssuerUrl,
    back: RedirectUrl,
    http: reqwest::Client,
    /// What it said of itself, and when.
    known: Mutex<Option<(Instant, Arc<CoreProviderMetadata>)>>,
}

/// Why somebody could not be signed in. The text is for whoever runs the site.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// What was agreed on cannot be: an address that is none.
    #[error("{0}")]
    Settings(String),
    /// The provider does not answer, or not as one does.
    #[error("the identity provider: {0}")]
    Provider(String),
    /// What came is not from the provider, not for this site, or not for this moment.
    #[error("what came from the identity provider does not hold: {0}")]
    Untrue(String),
}

/// What is begun; kept until it is finished, for one use, where nobody else sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flow {
    /// Comes back with the browser.
    pub state: String,
    /// Comes back in the token.
    nonce: String,
    /// Shows that whoever asks for the token is who asked for the code.
    verifier: String,
}

/// Who somebody is, as the provider says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// The provider.
    pub issuer: String,
    /// Who they are there, for ever.
    pub subject: String,
    /// Their address of mail, where the provider has seen for itself that it is theirs.
    pub email: Option<String>,
}

impl Provider {
    /// As agreed; the provider is not asked yet.
    ///
    /// # Errors
    /// Where an address is none, or the system's certificates cannot be read.
    pub fn new(settings: Settings) -> Result<Self, Error> {
        let wrong =
            |what: &str, error: &dyn std::fmt::Display| Error::Settings(format!("{what}: {error}"));
        let issuer = IssuerUrl::new(settings.issuer.clone())
            .map_err(|error| wrong(&settings.issuer, &error))?;
        let back = RedirectUrl::new(settings.back.clone())
            .map_err(|error| wrong(&settings.back, &error))?;
        // A provider that sends us elsewhere would choose whom we talk to.
        let http = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none());
        let http = http.timeout(PATIENCE).build().map_err(|error| wrong("TLS", &error))?;
        Ok(Self { settings, issuer, back, http, known: Mutex::default() })
    }

    /// Where to send somebody, and what to keep until they come back.
    ///
    /// # Errors
    /// [`Error::Provider`].
    pub async fn begin(&self) -> Result<(String, Flow), Error> {
        let provider = self.provider(KNOWN).await?;
        let client =
            CoreClient::from_provider_metadata((*provider).clone(), self.id(), self.secret());
        let client = client.set_redirect_uri(self.back.clone());
        let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
        let flow = CoreAuthenticationFlow::AuthorizationCode;
        let asked = client.authorize_url(flow, CsrfToken::new_random, Nonce::new_random);
        let asked = asked.add_scope(Scope::new("email".to_owned())).set_pkce_challenge(challenge);
        let (address, state, nonce) = asked.url();
        let flow = Flow {
            state: state.into_secret(),
            nonce: nonce.secret().clone(),
            verifier: verifier.into_secret(),
        };
        Ok((address.into(), flow))
    }

    /// Who came back with this code.
    ///
    /// # Errors
    /// [`Error::Provider`] and [`Error::Untrue`].
    pub async fn finish(&self, flow: &Flow, code: &str) -> Result<Identity, Error> {
        let provider = self.provider(KNOWN).await?;
        let client =
            CoreClient::from_provider_metadata((*provider).clone(), self.id(), self.secret());
        let client = client.set_redirect_uri(self.back.clone());
        let asked = client.exchange_code(AuthorizationCode::new(code.to_owned()));
        let asked = asked.map_err(|error| Error::Provider(told(&error)))?;
        let verifier = PkceCodeVerifier::new(flow.verifier.clone());
        let answer = asked.set_pkce_verifier(verifier).request_async(&self.http).await;
        let answer = answer.map_err(|error| Error::Provider(told(&error)))?;
        let token =
            answer.id_token().ok_or_else(|| Error::Provider("it gives no ID token".to_owned()))?;
        let nonce = Nonce::new(flow.nonce.clone());
        let claims = match token.claims(&client.id_token_verifier(), &nonce) {
            Err(ClaimsVerificationError::SignatureVerification(_)) => {
                let anew = self.provider(Duration::ZERO).await?;
                let client =
                    CoreClient::from_provider_metadata((*anew).clone(), self.id(), self.secret());
                token.claims(&client.id_token_verifier(), &nonce).cloned()
            }
            claims => claims.cloned(),
        };
        let claims = claims.map_err(|error| Error::Untrue(told(&error)))?;
        let subject = claims.subject().clone();
        let mut email = claims.email().cloned();
        let mut is_verified = claims.email_verified() == Some(true);
        if email.is_none() && provider.userinfo_endpoint().is_some() {
            // Some tell it there alone.
            let asked = client.user_info(answer.access_token().clone(), Some(subject.clone()));
            let asked = asked.map_err(|error| Error::Provider(told(&error)))?;
            let more: Result<CoreUserInfoClaims, _> = asked.request_async(&self.http).await;
            let more = more.map_err(|error| Error::Provider(told(&error)))?;
            email = more.email().cloned();
            is_verified = more.email_verified() == Some(true);
        }
        Ok(Identity {
            issuer: self.settings.issuer.clone(),
            subject: subject.to_string(),
            email: email.filter(|_| is_verified).map(|email| email.to_string()),
        })
    }

    /// What the provider says of itself, where it said so within this time, or else now.
    async fn provider(&self, within: Duration) -> Result<Arc<CoreProviderMetadata>, Error> {
        if let Some((when, known)) = &*self.known.lock().unwrap_or_else(PoisonError::into_inner)
            && when.elapsed() < within
        {
            return Ok(Arc::clone(known));
        }
        let found = CoreProviderMetadata::discover_async(self.issuer.clone(), &self.http).await;
        let found = Arc::new(found.map_err(|error| Error::Provider(told(&error)))?);
        let kept = Some((Instant::now(), Arc::clone(&found)));
        *self.known.lock().unwrap_or_else(PoisonError::into_inner) = kept;
        Ok(found)
    }

    fn id(&self) -> ClientId {
        ClientId::new(self.settings.client.clone())
    }

    fn secret(&self) -> Option<ClientSecret> {
        self.settings.secret.clone().map(ClientSecret::new)
    }
}

/// An error with what is behind it.
fn told(error: &dyn std::error::Error) -> String {
    let mut told = error.to_string();
    let mut behind = error.source();
    while let Some(error) = behind {
        told.push_str(": ");
        told.push_str(&error.to_string());
        behind = error.source();
    }
    told
}
