//! `hemicycle serve` as a program: it begins, answers and ends; and what it keeps goes out and in again.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Output, Stdio};
use tempfile::TempDir;

fn hemicycle(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hemicycle"));
    command.current_dir(folder);
    for name in
        ["LISTEN", "DATA", "DATABASE", "BASE", "NAME_EN", "NAME_FR", "CONFIG", "LOG", "METRICS"]
    {
        command.env_remove(format!("HEMICYCLE_{name}"));
    }
    command
}

fn run(folder: &Path, args: &[&str]) -> Output {
    hemicycle(folder).args(args).output().expect("it runs")
}

fn example(name: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../examples").join(name);
    path.canonicalize().expect("the example").display().to_string()
}

/// What is answered there.
fn got(address: &str, path: &str) -> String {
    let mut stream = TcpStream::connect(address).expect("it listens");
    write!(stream, "GET {path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n")
        .expect("it is sent");
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).expect("it answers");
    String::from_utf8(answer).expect("text")
}

/// A server that ends with the test.
struct Running {
    child: Child,
    address: String,
    said: BufReader<ChildStdout>,
}

impl Running {
    fn start(folder: &Path, args: &[&str]) -> Self {
        let mut command = hemicycle(folder);
        command.arg("serve").args(["--listen", "127.0.0.1:0"]).args(args);
        let mut child = command.stdout(Stdio::piped()).spawn().expect("it starts");
        let mut line = String::new();
        let mut said = BufReader::new(child.stdout.take().expect("it has an output"));
        said.read_line(&mut line).expect("it says where it is");
        let address = line.split("http://").nth(1).and_then(|rest| rest.split('/').next());
        let address = address.unwrap_or_else(|| panic!("no address in {line:?}")).to_owned();
        Self { child, address, said }
    }

    /// What it says next.
    fn line(&mut self) -> String {
        let mut line = String::new();
        self.said.read_line(&mut line).expect("it says more");
        line
    }

    fn get(&self, path: &str) -> String {
        got(&self.address, path)
    }

    /// Tells it to end, and gives its status.
    fn end(&mut self) -> Option<i32> {
        let pid = self.child.id().to_string();
        let told = Command::new("kill").args(["-TERM", &pid]).status().expect("kill");
        assert!(told.success());
        self.child.wait().expect("it ends").code()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn the_demonstration_begins_answers_and_ends() {
    let folder = TempDir::new().expect("a folder");
    let mut server = Running::start(folder.path(), &["--demo"]);
    assert!(server.get("/health/ready").starts_with("HTTP/1.1 200"));
    let page = server.get("/en/412-lakes");
    assert!(page.starts_with("HTTP/1.1 200"), "{page}");
    assert!(page.contains("Assembly of the Lakes"));
    assert!(page.contains("<p><a href=\"/en/412-lakes/amendments/10\">"));
    assert!(server.get("/fr/415-harbours").starts_with("HTTP/1.1 200"));
    // A follower does not keep it from ending.
    let mut follower = TcpStream::connect(&server.address).expect("it listens");
    write!(follower, "GET /en/412-lakes/live?after=0 HTTP/1.1\r\nhost: x\r\n\r\n")
        .expect("it is sent");
    let mut first = [0; 12];
    follower.read_exact(&mut first).expect("it answers");
    assert_eq!(&first, b"HTTP/1.1 200");
    assert_eq!(server.end(), Some(0));
    // Nothing is left behind.
    assert_eq!(std::fs::read_dir(folder.path()).expect("the folder").count(), 0);
}

#[test]
fn what_is_kept_goes_out_and_in_again() {
    let folder = TempDir::new().expect("a folder");
    let here = folder.path();
    let (en, fr, log) =
        (example("lakes-en.txt"), example("lakes-fr.txt"), example("sitting.jsonl"));
    let added =
        run(here, &["add", &en, &fr, "--slug", "412-lakes", "--log", &log, "--data", "one"]);
    assert!(added.status.success(), "{}", String::from_utf8_lossy(&added.stderr));
    // The same name again is refused, and so is a log of another dossier.
    for (slug, files) in [("412-lakes", [&en, &fr]), ("other", [&fr, &en])] {
        let refused =
            run(here, &["add", files[0], files[1], "--slug", slug, "--log", &log, "--data", "one"]);
        assert_eq!(refused.status.code(), Some(2), "{slug}");
    }
    assert!(run(here, &["export", "out", "--data", "one"]).status.success());
    let exported = here.join("out/412-lakes/log.jsonl");
    assert_eq!(std::fs::read(&exported).expect("a log"), std::fs::read(&log).expect("the example"));
    let verified = run(here, &["log", "verify", exported.to_str().expect("text")]);
    assert!(verified.status.success());
    assert!(run(here, &["import", "out", "--data", "two"]).status.success());
    assert!(run(here, &["export", "again", "--data", "two"]).status.success());
    let again = std::fs::read(here.join("again/412-lakes/log.jsonl")).expect("a log");
    assert_eq!(again, std::fs::read(&exported).expect("a log"));
    // Never over something, never from nothing.
    assert_eq!(run(here, &["export", "out", "--data", "one"]).status.code(), Some(2));
    assert_eq!(run(here, &["import", "out", "--data", "two"]).status.code(), Some(2));
    let none = run(here, &["export", "more", "--data", "three"]);
    assert_eq!(none.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&none.stderr).contains("there is no instance in three"));
    assert!(!here.join("three").exists());
    // A copy is made while the server runs, and is an instance itself.
    let mut server = Running::start(here, &["--data", "two", "--name-en", "Lakes"]);
    // Nobody administers it yet: whoever started it is told where to become the first.
    let first = server.line();
    let path = first.split_once("/en/account/first/").map(|(_, secret)| secret.trim_end());
    let path = format!("/en/account/first/{}", path.unwrap_or_else(|| panic!("{first}")));
    assert!(server.get(&path).starts_with("HTTP/1.1 200"));
    assert!(server.get("/en/").contains("<title>Lakes</title>"));
    std::fs::create_dir(here.join("copy")).expect("a folder");
    assert!(run(here, &["backup", "copy/hemicycle.db", "--data", "two"]).status.success());
    assert_eq!(server.end(), Some(0));
    let mut copy = Running::start(here, &["--data", "copy"]);
    assert!(copy.get("/en/412-lakes").starts_with("HTTP/1.1 200"));
    assert_eq!(copy.end(), Some(0));
}

#[test]
fn an_address_that_is_taken_is_told() {
    let folder = TempDir::new().expect("a folder");
    let server = Running::start(folder.path(), &["--demo"]);
    let second = run(folder.path(), &["serve", "--demo", "--listen", &server.address]);
    assert_eq!(second.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&second.stderr).contains(&server.address));
}

#[test]
fn a_file_says_how_it_serves_and_the_log_names_nobody() {
    let folder = TempDir::new().expect("a folder");
    let free = std::net::TcpListener::bind("127.0.0.1:0").and_then(|one| one.local_addr());
    let metrics = free.expect("a port").to_string();
    let file = folder.path().join("hemicycle.toml");
    let text = format!("metrics = \"{metrics}\"\nlog = \"info\"\nname-en = \"Fog House\"\n");
    std::fs::write(&file, text).expect("it is written");
    let errors = std::fs::File::create(folder.path().join("log")).expect("a file");
    let mut command = hemicycle(folder.path());
    command.args(["serve", "--listen", "127.0.0.1:0", "--config", "hemicycle.toml"]);
    let mut child = command.stdout(Stdio::piped()).stderr(errors).spawn().expect("it starts");
    let mut line = String::new();
    let mut said = BufReader::new(child.stdout.take().expect("it has an output"));
    said.read_line(&mut line).expect("it says where it is");
    let address = line.split("http://").nth(1).and_then(|rest| rest.split('/').next());
    let address = address.unwrap_or_else(|| panic!("no address in {line:?}")).to_owned();
    let mut running = Running { child, address, said };
    assert!(running.get("/en/?q=Clara%20SOUND").contains("Fog House"));
    assert!(running.get("/en/account/first/secret-of-a-link").starts_with("HTTP/1.1 4"));
    assert!(got(&metrics, "/metrics").contains("hemicycle_dossiers 0"));
    assert_eq!(running.end(), Some(0));
    let log = std::fs::read_to_string(folder.path().join("log")).expect("a log");
    let lines: Vec<serde_json::Value> =
        log.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let home = lines.iter().find(|line| line["route"] == "/{tongue}/");
    let home = home.unwrap_or_else(|| panic!("{log}"));
    assert_eq!((&home["status"], &home["method"]), (&200.into(), &"GET".into()));
    assert!(home["id"].as_str().is_some_and(|id| id.len() == 16));
    for secret in ["SOUND", "secret-of-a-link"] {
        assert!(!log.contains(secret), "{log}");
    }
}

#[test]
fn a_file_with_a_key_that_is_none_is_refused() {
    let folder = TempDir::new().expect("a folder");
    std::fs::write(
        folder.path().join("x.toml"),
        "log = \"info\"\nlisten = \"127.0.0.1:0\"\nlisen = 1\n",
    )
    .expect("it is written");
    let output = run(folder.path(), &["serve", "--config", "x.toml"]);
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("line 3") && said.contains("lisen"), "{said}");
    let output = run(folder.path(), &["serve", "--config", "none.toml"]);
    assert_eq!(output.status.code(), Some(2));
}
