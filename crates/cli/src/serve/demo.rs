//! The Assembly of the Lakes in the middle of its fourth sitting: the examples that come with the program.

use engine::open;
use procedure::event::Time;
use source::SourceFile;
use std::sync::Arc;
use web::desk::{Clock, Error};
use web::pages::Names;
use web::server::Server;

macro_rules! example {
    ($name:literal) => {
        ($name, include_str!(concat!("../../../../examples/", $name)))
    };
}

type File = (&'static str, &'static str);

const LAKES: [File; 2] = [example!("lakes-en.txt"), example!("lakes-fr.txt")];
const HARBOURS: [File; 2] = [example!("harbours-en.txt"), example!("harbours-fr.txt")];
const LOG: &str = example!("sitting.jsonl").1;

/// Events of the log that have happened: amendment 10 is on the floor.
const HAPPENED: usize = 64;

/// What the assembly is called.
pub fn names() -> Names {
    Names { en: "Assembly of the Lakes".to_owned(), fr: "Assemblée des lacs".to_owned() }
}

/// A clock that goes on from the last event of the log, as `real` does from now.
pub fn clock(real: &Clock) -> Clock {
    let happened = LOG.lines().nth(HAPPENED - 1).and_then(|line| {
        let value: serde_json::Value = serde_json::from_str(line).ok()?;
        Time::parse(value.get("time")?.as_str()?)
    });
    let (began, real) = (real(), Arc::clone(real));
    let at = happened.map_or(began, |time| time.unix());
    Arc::new(move || at + real().saturating_sub(began))
}

/// A name, an address of mail, and what they are: a role, and for which body.
type Somebody = (&'static str, &'static str, (&'static str, Option<&'static str>));

/// Somebody of each role.
pub const ACCOUNTS: [Somebody; 6] = [
    ("Ms Clara SOUND", "member@lakes.example", ("member", None)),
    ("Mr Emil SHORE", "staff@lakes.example", ("group-staff", Some("Harbour Group"))),
    ("Mr Otto BANK", "committee@lakes.example", ("committee", Some("Committee on Lamps"))),
    ("Ms Vera INK", "office@lakes.example", ("table-office", None)),
    ("Ms Ida MEER", "president@lakes.example", ("chair", None)),
    ("Mr Paul KEY", "admin@lakes.example", ("administrator", None)),
];

/// The password of them all.
const PASSWORD: &str = "the lakes are open";

/// Puts the dossiers and the people there.
pub async fn fill(server: &Server) -> Result<(), Error> {
    let desk = &server.desk;
    let log: String = LOG.split_inclusive('\n').take(HAPPENED).collect();
    desk.take_over("412-lakes", vec![dossier(&LAKES)], log.into_bytes()).await?;
    desk.open("415-harbours", &dossier(&HARBOURS), "table-office").await?;
    let password = server.accounts.hash(PASSWORD.to_owned()).await.ok_or(Error::Closed)?;
    for (name, email, (role, body)) in ACCOUNTS {
        let made = desk.store().add_account(name, email, Some(&password), &desk.now()).await?;
        let (role, body) = (role.to_owned(), body.map(str::to_owned));
        let role = store::Role { account: made.id, dossier: None, role, body };
        desk.store().grant(&role).await?;
    }
    Ok(())
}

fn dossier(files: &[File]) -> engine::Dossier {
    let files = files.iter().map(|(name, text)| Arc::new(SourceFile::new(*name, *text)));
    open::open(files.collect()).state.dossier
}
