//! A PostgreSQL server of one's own, for tests: in a temporary folder, reached through a socket in it, gone with the
//! process that asked for it, however that ends.
//!
//! A shell script holds the server ([`cluster.sh`](../src/cluster.sh)): it ends when its standard input does. As root it runs as user
//! `postgres`, since a server refuses to be root's.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError};

/// A running server.
pub struct Cluster {
    folder: PathBuf,
    bin: PathBuf,
    held: Mutex<Held>,
    databases: AtomicU32,
}

struct Held {
    child: Child,
    say: Option<ChildStdin>,
    hear: BufReader<ChildStdout>,
}

impl Held {
    fn answer(&mut self) -> String {
        let mut line = String::new();
        self.hear.read_line(&mut line).expect("the script answers");
        line.trim_end().to_owned()
    }

    fn ask(&mut self, command: &str) {
        let say = self.say.as_mut().expect("held until the end");
        writeln!(say, "{command}").expect("the script listens");
        assert_eq!(self.answer(), "done", "PostgreSQL: {command}");
    }
}

/// Where `initdb` and `postgres` are.
///
/// # Panics
///
/// Where PostgreSQL is not installed.
fn programs() -> PathBuf {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    // Debian keeps the programs of each version in a folder of its own, outside the path.
    let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    folders.extend(versions.map(|version| version.path().join("bin")));
    let found = folders.into_iter().find(|folder| folder.join("initdb").exists());
    let initdb =
        found.expect("PostgreSQL is not here: install it (Debian: apt-get install postgresql)");
    let real = initdb.join("initdb").canonicalize().expect("it exists");
    real.parent().map(Path::to_owned).expect("a file is in a folder")
}

impl Cluster {
    /// The server of this process, started by whoever asks first.
    ///
    /// # Panics
    ///
    /// Where PostgreSQL is not installed or does not start.
    pub fn shared() -> &'static Self {
        static SHARED: OnceLock<Cluster> = OnceLock::new();
        SHARED.get_or_init(Self::start)
    }

    /// A server of its own, which may be made to crash.
    ///
    /// # Panics
    ///
    /// Where PostgreSQL is not installed or does not start.
    pub fn start() -> Self {
        let bin = programs();
        let root = Command::new("id").arg("-u").output().is_ok_and(|id| id.stdout == b"0\n");
        let mut command = match root {
            true => {
                let mut command = Command::new("runuser");
                command.args(["-u", "postgres", "--", "sh"]);
                command
            }
            false => Command::new("sh"),
        };
        let mut child = command
            .args(["-c", include_str!("cluster.sh"), "sh"])
            .arg(&bin)
            .current_dir("/")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("a shell, and as root the user postgres, which its package makes");
        let say = child.stdin.take();
        let hear = BufReader::new(child.stdout.take().expect("piped"));
        let mut held = Held { child, say, hear };
        let folder = held.answer();
        assert!(folder.starts_with('/'), "PostgreSQL does not start: its log stands above");
        Self { folder: folder.into(), bin, held: Mutex::new(held), databases: AtomicU32::new(0) }
    }

    /// The address of an empty database that nobody else has.
    ///
    /// # Panics
    ///
    /// Where the server refuses.
    pub fn database(&self) -> String {
        let number = self.databases.fetch_add(1, Ordering::Relaxed);
        let name = format!("test_{}_{number}", std::process::id());
        self.sql("postgres", &format!("CREATE DATABASE {name}"));
        self.address(&name)
    }

    /// The address of a database by its name.
    pub fn address(&self, name: &str) -> String {
        format!("postgres://postgres@localhost/{name}?host={}", self.folder.display())
    }

    /// Runs a statement by hand, and gives back what it answers, columns parted by `|`.
    ///
    /// # Panics
    ///
    /// Where the server refuses.
    pub fn sql(&self, database: &str, statement: &str) -> String {
        let output = Command::new(self.bin.join("psql"))
            .args([
                "-X",
                "-q",
                "-A",
                "-t",
                "-v",
                "ON_ERROR_STOP=1",
                "-U",
                "postgres",
                "-d",
                database,
            ])
            .arg("-h")
            .arg(&self.folder)
            .args(["-c", statement])
            .output()
            .expect("psql comes with the server");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).trim_end().to_owned()
    }

    /// Stops the server as a power cut would, and starts it again when `between` is done.
    ///
    /// # Panics
    ///
    /// Where it does not stop or start.
    pub fn crash(&self, between: impl FnOnce()) {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        held.ask("crash");
        between();
        held.ask("start");
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        let held = self.held.get_mut().unwrap_or_else(PoisonError::into_inner);
        held.say = None;
        let _ = held.child.wait();
    }
}
