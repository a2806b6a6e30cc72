//! The sitting on a real terminal: keys go in, a screen comes out, and what it shows as recorded is in the log, whenever
//! the process is killed. The terminal is given back as it was.
//!
//! The terminal is a pseudo-terminal made by Python's `pty`; what is written to it is kept as a screen of signs.

#![cfg(unix)]

use procedure::log::{Hash, Problem, Reader};
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;
use testkit::random::Random;

/// How often it is killed.
const KILLS: u64 = 20;

/// More than any step takes on a busy machine.
const PATIENCE: Duration = Duration::from_secs(120);

const COLUMNS: usize = 80;
const LINES: usize = 24;

/// Runs a command on a terminal of its own: keys from the standard input, what is drawn to the standard output. On the
/// standard error first its process, and at the end its status and whether the terminal is as it was.
const DRIVER: &str = r#"
import fcntl, os, select, struct, sys, termios
master, slave = os.openpty()
fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
before = termios.tcgetattr(slave)
child = os.fork()
if child == 0:
    os.setsid()
    fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
    for to in (0, 1, 2):
        os.dup2(slave, to)
    os.close(master)
    os.execv(sys.argv[1], sys.argv[1:])
print(child, file=sys.stderr, flush=True)
sources, status = [0, master], None
while True:
    ready = select.select(sources, [], [], 0.02)[0]
    if 0 in ready:
        keys = os.read(0, 4096)
        if keys:
            os.write(master, keys)
        else:
            sources.remove(0)
    if master in ready:
        drawn = os.read(master, 65536)
        os.write(1, drawn)
    elif status is not None:
        break
    if status is None:
        ended, found = os.waitpid(child, os.WNOHANG)
        if ended:
            status = os.waitstatus_to_exitcode(found)
print(status, termios.tcgetattr(slave) == before, file=sys.stderr, flush=True)
"#;

/// What a terminal shows.
#[derive(Debug)]
struct Screen {
    signs: Vec<Vec<char>>,
    at: (usize, usize),
    /// Bytes of a sign or a sequence that has not come whole.
    rest: Vec<u8>,
    alternate: bool,
    cursor: bool,
    ended: bool,
}

impl Screen {
    fn new() -> Self {
        let signs = vec![vec![' '; COLUMNS]; LINES];
        Self { signs, at: (0, 0), rest: Vec::new(), alternate: false, cursor: true, ended: false }
    }

    fn take(&mut self, bytes: &[u8]) {
        self.rest.extend_from_slice(bytes);
        let all = std::mem::take(&mut self.rest);
        let mut at = 0;
        while at < all.len() {
            match self.one(&all[at..]) {
                Some(taken) => at += taken,
                None => break,
            }
        }
        self.rest = all[at..].to_vec();
    }

    /// Takes one sign or sequence: how many bytes it has; none where it is not whole.
    fn one(&mut self, bytes: &[u8]) -> Option<usize> {
        if bytes[0] == 0x1b {
            if *bytes.get(1)? != b'[' {
                return Some(2);
            }
            let end = bytes[2..].iter().position(|byte| (0x40..=0x7e).contains(byte))? + 2;
            let words = String::from_utf8_lossy(&bytes[2..end]).into_owned();
            self.sequence(&words, bytes[end]);
            return Some(end + 1);
        }
        let length = match bytes[0] {
            0x00..=0x7f => 1,
            0xc0..=0xdf => 2,
            0xe0..=0xef => 3,
            _ => 4,
        };
        let sign =
            std::str::from_utf8(bytes.get(..length)?).ok().and_then(|text| text.chars().next());
        match sign {
            Some('\r') => self.at.1 = 0,
            Some('\n') if self.at.0 + 1 < LINES => self.at.0 += 1,
            Some('\n') => self.signs.rotate_left(1),
            Some(sign) => {
                if let Some(cell) =
                    self.signs.get_mut(self.at.0).and_then(|row| row.get_mut(self.at.1))
                {
                    *cell = sign;
                }
                self.at.1 += 1;
            }
            None => {}
        }
        Some(length)
    }

    fn sequence(&mut self, words: &str, end: u8) {
        let mut numbers = words.split(';').map(|word| word.parse::<usize>().unwrap_or(1));
        match (end, words) {
            (b'H', _) => {
                let row = numbers.next().unwrap_or(1).saturating_sub(1);
                self.at = (row, numbers.next().unwrap_or(1).saturating_sub(1));
            }
            (b'J', _) => self.signs = vec![vec![' '; COLUMNS]; LINES],
            (b'h', "?1049") => self.alternate = true,
            // What stood there before is not kept.
            (b'l', "?1049") => *self = Self { cursor: self.cursor, ..Self::new() },
            (b'h', "?25") => self.cursor = true,
            (b'l', "?25") => self.cursor = false,
            _ => {}
        }
    }

    fn text(&self) -> String {
        self.signs.iter().map(|row| row.iter().collect::<String>() + "\n").collect()
    }

    /// The head of the log that the first line shows: the number of the last event and how its hash begins.
    fn head(&self) -> Option<(u64, String)> {
        let row: String = self.signs[0].iter().collect();
        let (seq, hash) = row.split_whitespace().last()?.split_once(':')?;
        (hash.len() == 8).then_some((seq.parse().ok()?, hash.to_owned()))
    }
}

/// The screen of a sitting on a log.
struct Terminal {
    driver: Child,
    process: String,
    screen: Arc<(Mutex<Screen>, Condvar)>,
    told: BufReader<std::process::ChildStderr>,
}

impl Terminal {
    fn open(log: &Path, fault: Option<&str>) -> Self {
        let draft = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/harbours-en.txt");
        let mut command = Command::new("python3");
        command.args(["-c", DRIVER, env!("CARGO_BIN_EXE_hemicycle"), "sitting"]);
        command.arg(draft).arg("--log").arg(log).env("TERM", "xterm-256color");
        command.envs(fault.map(|fault| ("HEMICYCLE_FAULT", fault)));
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut driver = command.spawn().expect("python3");
        let mut told = BufReader::new(driver.stderr.take().expect("it is piped"));
        let mut process = String::new();
        told.read_line(&mut process).expect("the process");
        let screen = Arc::new((Mutex::new(Screen::new()), Condvar::new()));
        let (kept, mut out) = (Arc::clone(&screen), driver.stdout.take().expect("it is piped"));
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            loop {
                let read = out.read(&mut bytes).unwrap_or(0);
                let mut screen = kept.0.lock().expect("nobody panics with it");
                screen.take(&bytes[..read]);
                screen.ended = read == 0;
                kept.1.notify_all();
                if read == 0 {
                    break;
                }
            }
        });
        Self { driver, process: process.trim().to_owned(), screen, told }
    }

    fn press(&mut self, keys: &str) {
        // Whoever was killed takes no more keys.
        let _ = self.driver.stdin.as_mut().expect("it is piped").write_all(keys.as_bytes());
    }

    /// Waits until the screen is so, or the process has ended.
    fn wait(&self, said: &str, is: impl Fn(&Screen) -> bool) {
        let (screen, changed) = &*self.screen;
        let guard = screen.lock().expect("nobody panics with it");
        let not_yet = |screen: &mut Screen| !is(screen) && !screen.ended;
        let (screen, timeout) =
            changed.wait_timeout_while(guard, PATIENCE, not_yet).expect("nobody panics with it");
        assert!(!timeout.timed_out(), "no {said} on\n{}", screen.text());
    }

    fn shows(&self, words: &str) {
        self.wait(words, |screen| screen.text().contains(words));
        let screen = self.screen.0.lock().expect("nobody panics with it");
        assert!(screen.text().contains(words), "no {words} on\n{}", screen.text());
    }

    fn signal(&self, signal: &str) {
        let sent = Command::new("kill").args([signal, &self.process]).status();
        sent.expect("kill");
    }

    /// The end: the status, whether the terminal is as it was, and what was shown last.
    fn end(mut self) -> (i32, bool, Screen) {
        self.wait("end", |screen| screen.ended);
        drop(self.driver.stdin.take());
        let mut last = String::new();
        self.told.read_line(&mut last).expect("the status");
        self.driver.wait().expect("it ends");
        let (status, restored) = last.trim().split_once(' ').expect("two words");
        let screen = std::mem::replace(
            &mut *self.screen.0.lock().expect("nobody panics with it"),
            Screen::new(),
        );
        (status.parse().expect("a status"), restored == "True", screen)
    }
}

/// Whether there is a Python that makes terminals.
#[expect(clippy::print_stdout, reason = "what was not tested is said")]
fn can_be_driven() -> bool {
    let there = Command::new("python3").args(["-c", "import pty"]).status();
    let there = there.is_ok_and(|status| status.success());
    if !there {
        println!("skipped: python3 is not there");
    }
    there
}

fn verified(log: &Path) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hemicycle"));
    let verified = command.args(["log", "verify"]).arg(log).output().expect("it runs");
    assert!(verified.status.success(), "{verified:?}");
}

#[test]
fn a_sitting_is_recorded_and_the_terminal_given_back() {
    if !can_be_driven() {
        return;
    }
    let folder = tempfile::tempdir().expect("a temporary folder");
    let log = folder.path().join("sitting.jsonl");
    let mut terminal = Terminal::open(&log, None);
    terminal.shows("There is no log yet");
    terminal.press("o\r");
    terminal.shows(" 1:");
    terminal.press("oFirst sitting\r");
    terminal.shows("RECORD");
    terminal.press("\rc\r");
    terminal.shows("on the floor since");
    terminal.press("m1\r\rv31\r12\r7\r");
    terminal.shows("Carries");
    terminal.press("\r");
    terminal.shows(" 5:");
    terminal.press("q");
    let (status, restored, screen) = terminal.end();
    assert_eq!((status, restored), (0, true));
    assert!(!screen.alternate && screen.cursor);
    verified(&log);
    let bytes = std::fs::read(&log).expect("the log");
    assert_eq!(Reader::new(&bytes).filter(Result::is_ok).count(), 5);
    // What was there is there when it is opened again.
    let mut terminal = Terminal::open(&log, None);
    terminal.shows("31 in");
    terminal.press("q");
    assert_eq!(terminal.end().0, 0);
}

#[test]
fn whatever_ends_it_the_terminal_is_given_back() {
    if !can_be_driven() {
        return;
    }
    let folder = tempfile::tempdir().expect("a temporary folder");
    let log = folder.path().join("sitting.jsonl");
    let mut terminal = Terminal::open(&log, None);
    // Typed before the screen is there, too.
    terminal.press("o\r");
    terminal.shows(" 1:");
    terminal.signal("-TERM");
    let (status, restored, screen) = terminal.end();
    assert_eq!((status, restored), (0, true));
    assert!(!screen.alternate && screen.cursor);
    // In a debug build a fault can be planted: the first key makes it panic.
    let mut terminal = Terminal::open(&log, Some("PanicOnScreen"));
    terminal.shows("keys");
    terminal.press("c");
    let (status, restored, screen) = terminal.end();
    assert_eq!((status, restored), (101, true));
    assert!(!screen.alternate && screen.cursor);
    assert!(screen.text().contains("planted"), "{}", screen.text());
    verified(&log);
}

#[test]
fn what_is_shown_as_recorded_survives_a_kill() {
    if !can_be_driven() {
        return;
    }
    let folder = tempfile::tempdir().expect("a temporary folder");
    let log = folder.path().join("sitting.jsonl");
    let began = std::time::Instant::now();
    let mut terminal = Terminal::open(&log, None);
    terminal.press("o\roA\r\r");
    terminal.shows(" 2:");
    terminal.signal("-KILL");
    terminal.end();
    let usual = u64::try_from(began.elapsed().as_micros()).unwrap_or(u64::MAX).max(1_000);
    let random = &mut Random::new(1);
    let (mut most, mut cut) = (2, 0);
    for seed in 0..KILLS {
        let mut terminal = Terminal::open(&log, None);
        let open = std::fs::read_to_string(&log).expect("the log");
        let open =
            open.trim_end().lines().last().is_some_and(|line| line.contains("sitting-opened"));
        let toggles = ["o\r", "oAnother sitting\r\r"];
        let first = usize::from(!open);
        let keys: String = (0..40).map(|at| toggles[(first + at) % 2]).collect();
        terminal.press(&keys);
        // The moment is what the test is about; nothing is waited for.
        std::thread::sleep(Duration::from_micros(usual / 3 + random.next() % usual));
        terminal.signal("-KILL");
        let (_, _, screen) = terminal.end();
        let bytes = std::fs::read(&log).expect("the log");
        let mut reader = Reader::new(&bytes);
        let mut lines = Vec::new();
        for entry in reader.by_ref() {
            match entry {
                Ok(entry) => lines.push(entry.line()),
                Err(fault) => {
                    assert!(matches!(fault.problem, Problem::Cut { .. }), "kill {seed}: {fault:?}");
                    cut += 1;
                }
            }
        }
        assert!(lines.len() as u64 >= most, "kill {seed}: {} of {most} events", lines.len());
        most = lines.len() as u64;
        if let Some((seq, hash)) = screen.head() {
            let line = usize::try_from(seq).ok().and_then(|seq| lines.get(seq.checked_sub(1)?));
            let line = line.unwrap_or_else(|| panic!("kill {seed}: {seq} was shown, {most} kept"));
            assert!(Hash::of(line.as_bytes()).to_string().starts_with(&hash), "kill {seed}");
        }
        verified(&log);
    }
    assert!(most > KILLS, "it was always killed before: {most} events, {cut} lines cut");
}
