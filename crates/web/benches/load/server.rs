//! The server under load, in a process of its own.

use engine::open;
use hemicycle_web::account::Rate;
use hemicycle_web::pages::Names;
use hemicycle_web::permission::Role;
use hemicycle_web::server::{Config, Server};
use source::SourceFile;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};
use store::{Secret, Store};
use testkit::compendium::Compendium;
use text::Lang;
use tokio::net::TcpListener;

/// Secretariats that table.
pub const COMMITTEES: usize = 256;

/// The dossier into which amendments are tabled, and the one that is read.
pub const TABLED: &str = "412-lakes";
pub const READ: &str = "900";

/// The secret of a committee's program.
pub fn secret(committee: usize) -> String {
    format!("hemicycle_load_{committee:04}")
}

/// A committee as it is recorded in both languages.
pub fn committee(at: usize) -> String {
    format!("Committee No. {at} / commission n° {at}")
}

/// Serves what stands in the database until standard input ends; `new` makes it first. Prints its address when it is ready.
pub async fn serve(args: &[String]) {
    let (database, new) = (args.first().expect("a database"), args.get(1).is_some());
    let store = Store::open(database).await.expect("a database");
    let now = || SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let config = Config {
        names: Names { en: "Assembly".to_owned(), fr: "Assemblée".to_owned() },
        base: String::new(),
        version: "load".to_owned(),
        workers: 2,
        printer: None,
        clock: Arc::new(now),
    };
    let server = Server::start(store, config).await.expect("it starts");
    // So many programs of one account are no day's work; here each stands for many.
    let server = server.with_writes(Rate { burst: 1_000_000_000, every: 1 });
    if new {
        prepare(&server).await;
    }
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    println!("{}", listener.local_addr().expect("an address"));
    // When whoever started it is gone, so is this.
    let gone =
        tokio::task::spawn_blocking(|| std::io::copy(&mut std::io::stdin(), &mut std::io::sink()));
    let end = async { drop(gone.await) };
    server.serve(listener, end).await.expect("it serves");
}

async fn prepare(server: &Server) {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../examples");
    let file = |name: &str| {
        let bytes = std::fs::read(root.join(name)).expect("the example");
        Arc::new(SourceFile::decode(name, &bytes))
    };
    let lakes = open::open(vec![file("lakes-en.txt"), file("lakes-fr.txt")]).state.dossier;
    server.desk.open(TABLED, &lakes, "table office").await.expect("it is opened");
    let mut bytes = Vec::new();
    Compendium::new(500, Lang::EN, 1).write(&mut bytes).expect("a vector takes all");
    let read = open::open(vec![Arc::new(SourceFile::decode("900.txt", &bytes))]).state.dossier;
    server.desk.open(READ, &read, "table office").await.expect("it is opened");
    let (store, now) = (server.store(), server.now());
    for at in 0..COMMITTEES {
        let (name, email) = (format!("Secretariat {at}"), format!("committee-{at}@load.example"));
        let account = store.add_account(&name, &email, None, &now).await.expect("new").id;
        let role = Role::Committee.name().to_owned();
        let body = Some(committee(at));
        store.grant(&store::Role { account, dossier: None, role, body }).await.expect("granted");
        if at == 0 {
            let role = Role::TableOffice.name().to_owned();
            let role = store::Role { account, dossier: None, role, body: None };
            store.grant(&role).await.expect("granted");
        }
        let (secret, scopes) = (secret(at), ("load", "read table office sitting"));
        let added = store.add_token(Secret(&secret), account, scopes, &now, None).await;
        added.expect("a token");
    }
}
