//! Letters to who forgot a password, handed in to a server of mail of our own.

use crate::office::{Office, form};
use axum::http::StatusCode;
use hemicycle_web::account::{Proofs, Told};
use hemicycle_web::permission::Role;
use std::time::Duration;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

/// How long a test waits for what it waits for.
const PATIENCE: Duration = Duration::from_secs(30);

/// A letter as it was handed in: for whom, and all its lines.
#[derive(Debug)]
struct Letter {
    to: String,
    text: String,
}

impl Letter {
    /// The text as a reader shows it: quoted-printable undone (RFC 2045, 6.7).
    fn plain(&self) -> String {
        if !self.text.contains("Content-Transfer-Encoding: quoted-printable") {
            return self.text.clone();
        }
        let (head, text) = self.text.split_once("\r\n\r\n").expect("a text");
        let text = text.replace("=\r\n", "");
        let mut bytes = format!("{head}\r\n\r\n").into_bytes();
        let mut rest = text.bytes();
        while let Some(byte) = rest.next() {
            if byte != b'=' {
                bytes.push(byte);
                continue;
            }
            let digits = [rest.next().expect("a digit"), rest.next().expect("a digit")];
            let digits = std::str::from_utf8(&digits).expect("digits");
            bytes.push(u8::from_str_radix(digits, 16).expect("digits"));
        }
        String::from_utf8(bytes).expect("text")
    }

    /// Where the link in it leads on the site.
    fn link(&self) -> String {
        let text = self.plain();
        let mut lines = text.lines();
        let link = lines.find_map(|line| line.strip_prefix("https://lakes.example"));
        link.unwrap_or_else(|| panic!("no link: {text}")).to_owned()
    }
}

/// A server of mail: where it listens, and what it is given.
async fn post() -> (String, UnboundedReceiver<Letter>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = format!("smtp://{}", listener.local_addr().expect("an address"));
    let (given, letters) = unbounded_channel();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(taken(stream, given.clone()));
        }
    });
    (address, letters)
}

/// Takes letters in, as RFC 5321 has it.
async fn taken(stream: TcpStream, given: UnboundedSender<Letter>) {
    let (read, mut write) = stream.into_split();
    let mut lines = BufReader::new(read);
    let mut letter = Letter { to: String::new(), text: String::new() };
    write.write_all(b"220 mail.lakes.example\r\n").await.expect("it listens");
    loop {
        let mut line = String::new();
        if lines.read_line(&mut line).await.expect("it is read") == 0 {
            return;
        }
        let answer: &[u8] = match line.get(..4).unwrap_or_default() {
            "DATA" => {
                write.write_all(b"354 go on\r\n").await.expect("it listens");
                loop {
                    let mut line = String::new();
                    lines.read_line(&mut line).await.expect("it is read");
                    if line == ".\r\n" {
                        break;
                    }
                    letter.text.push_str(&line);
                }
                let next = Letter { to: String::new(), text: String::new() };
                given.send(std::mem::replace(&mut letter, next)).expect("the test waits");
                b"250 taken\r\n"
            }
            "RCPT" => {
                line.trim().clone_into(&mut letter.to);
                b"250 well\r\n"
            }
            "QUIT" => b"221 farewell\r\n",
            _ => b"250 well\r\n",
        };
        write.write_all(answer).await.expect("it listens");
    }
}

fn proofs(server: &str) -> Proofs {
    let told = Told {
        mail: Some(server.to_owned()),
        from: Some("Table Office <office@lakes.example>".to_owned()),
        ..Told::default()
    };
    Proofs::new(told, "https://lakes.example", "Lakes").expect("they fit")
}

async fn forgets(office: &Office, tongue: &str, email: &str) -> (StatusCode, String) {
    let path = format!("/{tongue}/account/forgotten");
    let got = office.post_as("", &path, &form(&[("email", email)])).await;
    (got.status, got.text().to_owned())
}

#[tokio::test]
async fn a_link_goes_to_the_owner_of_an_address_alone() {
    let (server, mut letters) = post().await;
    let office = Office::https().await.proving(proofs(&server));
    office.account("Ms Clara SOUND", "clara@lakes.example").await;
    let gone = office.account("Mr Otto GONE", "otto@lakes.example").await;
    office.store().set_disabled(gone, true).await.expect("disabled");
    let session = office.session("clara@lakes.example").await;

    let nobody = forgets(&office, "en", "nobody@lakes.example").await;
    assert_eq!(forgets(&office, "en", "otto@lakes.example").await, nobody);
    let list = "clara@lakes.example,eve@elsewhere.example";
    assert_eq!(forgets(&office, "en", list).await, nobody);
    let (status, page) = forgets(&office, "en", "CLARA@lakes.example").await;
    assert_eq!((status, &page), (nobody.0, &nobody.1), "nobody learns whether there is an account");
    assert!(page.contains("a link for a new password is on its way"), "{page}");

    // The first letter is hers: the others got none.
    let letter = tokio::time::timeout(PATIENCE, letters.recv()).await.expect("it comes");
    let letter = letter.expect("a letter");
    assert_eq!(letter.to, "RCPT TO:<clara@lakes.example>");
    let text = letter.plain();
    for known in [
        "From: \"Table Office\" <office@lakes.example>",
        "To: clara@lakes.example",
        "Subject: Assembly of the Lakes: a new password",
        "Ms Clara SOUND,\r\n",
        "It works once, within one hour.",
    ] {
        assert!(text.contains(known), "{known}: {text}");
    }
    // A later letter makes the link in an earlier one useless.
    forgets(&office, "fr", "clara@lakes.example").await;
    let later = tokio::time::timeout(PATIENCE, letters.recv()).await.expect("it comes");
    let later = later.expect("a letter");
    assert!(later.plain().contains("ce lien vous permet"), "{}", later.plain());
    assert_eq!(office.get(&letter.link()).await.status, StatusCode::GONE);

    let new = "a bell on every boat";
    let sent = office.post_as("", &later.link(), &form(&[("password", new), ("again", new)])).await;
    assert_eq!(sent.header("location"), "/fr/account/sign-in?done=password");
    assert_eq!(office.get(&later.link()).await.status, StatusCode::GONE, "once");
    office.wait(180);
    let signed = office.sign_in("clara@lakes.example", new, "").await;
    assert_eq!(signed.status, StatusCode::SEE_OTHER);
    assert_eq!(office.get_as(&session, "/en/account").await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn where_no_letter_can_be_handed_in_administrators_see_it() {
    let office = Office::https().await.proving(proofs("smtp://127.0.0.1:9"));
    let clara = office.account("Ms Clara SOUND", "clara@lakes.example").await;
    let paul = office.account("Mr Paul KEY", "paul@lakes.example").await;
    office.grant(paul, Role::Administrator).await;
    let session = office.session("paul@lakes.example").await;
    let (status, _) = forgets(&office, "en", "clara@lakes.example").await;
    assert_eq!(status, StatusCode::OK);
    let seen = async {
        let path = format!("/en/desk/people/{}", clara.0);
        while !office.get_as(&session, &path).await.text().contains("Forgot the password") {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(PATIENCE, seen).await.expect("it is seen");
}
