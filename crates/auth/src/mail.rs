//! Letters by mail, to whoever forgot a password: SMTP (RFC 5321), with TLS where the address says so.

use lettre::message::Mailbox;
use lettre::message::header::ContentType;
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use std::time::Duration;

/// How long the server of mail is waited for.
const PATIENCE: Duration = Duration::from_secs(20);

/// Where letters are handed in.
#[derive(Clone)]
pub struct Post {
    server: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

/// Why a letter is not on its way. The text is for whoever runs the site.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// An address that is none: of the server, of whoever writes, of whoever is written to.
    #[error("{0}: {1}")]
    Address(String, String),
    /// The server of mail does not answer, or does not take it.
    #[error("the server of mail: {0}")]
    Server(lettre::transport::smtp::Error),
}

impl Post {
    /// A server, `smtps://user:password@mail.example`, `smtp://mail.example:587?tls=required` or `smtp://127.0.0.1:25`, and whose
    /// letters they are, `Table Office <office@lakes.example>`.
    ///
    /// # Errors
    /// [`Error::Address`]; the address of the server is not told, since a password may be in it.
    pub fn new(server: &str, from: &str) -> Result<Self, Error> {
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(server);
        let wrong = |error: &dyn std::fmt::Display| {
            Error::Address("the server of mail".to_owned(), error.to_string())
        };
        let transport = transport.map_err(|error| wrong(&error))?.timeout(Some(PATIENCE));
        Ok(Self { server: transport.build(), from: mailbox(from)? })
    }

    /// Hands a letter in, as plain text.
    ///
    /// # Errors
    /// [`Error::Address`] and [`Error::Server`].
    pub async fn send(&self, to: &str, subject: &str, text: String) -> Result<(), Error> {
        let wrong =
            |error: &dyn std::fmt::Display| Error::Address(to.to_owned(), error.to_string());
        // An address alone, never a list of them.
        let to = Mailbox::new(None, to.parse().map_err(|error| wrong(&error))?);
        let letter = Message::builder().from(self.from.clone()).to(to).subject(subject);
        let letter =
            letter.header(ContentType::TEXT_PLAIN).body(text).map_err(|error| wrong(&error))?;
        self.server.send(letter).await.map(|_| ()).map_err(Error::Server)
    }
}

fn mailbox(address: &str) -> Result<Mailbox, Error> {
    address.parse().map_err(|error: lettre::address::AddressError| {
        Error::Address(address.to_owned(), error.to_string())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_and_a_sender_are_addresses() {
        let from = "Table Office <office@lakes.example>";
        for server in [
            "smtp://127.0.0.1:2525",
            "smtps://u:p@mail.example",
            "smtp://mail.example:587?tls=required",
        ] {
            assert!(Post::new(server, from).is_ok(), "{server}");
        }
        for server in ["", "mail.example", "https://mail.example"] {
            let error = Post::new(server, from).err().expect("refused").to_string();
            assert!(error.starts_with("the server of mail: "), "{error}");
        }
        let error = Post::new("smtp://127.0.0.1", "office").err().expect("refused").to_string();
        assert!(error.starts_with("office: "), "{error}");
    }
}
