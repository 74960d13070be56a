//! A room with a home folder, a journal whose passphrase costs next to nothing, and the program to call.

use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use awai::{Cost, Journal, Now, Passphrase, Vault};
use serde_json::Value;

pub const PHRASE: &str = "a quay in the rain, twice";

/// A moment in the tests.
pub fn moment(text: &str) -> Now {
    chrono::DateTime::parse_from_rfc3339(text).expect("the test gives a moment as RFC 3339")
}

pub struct Room {
    home: tempfile::TempDir,
    env: Vec<(&'static str, String)>,
}

/// What the program answered.
pub struct Said {
    pub code: Option<i32>,
    pub out: String,
    pub beside: String,
}

impl Room {
    /// A home without a journal.
    pub fn empty() -> Room {
        let home = tempfile::tempdir().expect("a temporary folder");
        let room = Room {
            home,
            env: vec![("LC_ALL", "C.UTF-8".to_owned())],
        };
        std::fs::write(room.path("phrase"), format!("{PHRASE}\n")).expect("a file in the home");
        room
    }

    /// A home with a journal.
    pub fn with_journal() -> Room {
        let room = Room::empty();
        Vault::create(
            &room.journal(),
            &Passphrase::chosen(PHRASE).expect("the test's phrase is long"),
            Cost::CHEAP,
            moment("2026-11-01T09:00:00+09:00"),
        )
        .expect("a journal in the home");
        room
    }

    pub fn set(&mut self, name: &'static str, value: &str) {
        self.env.push((name, value.to_owned()));
    }

    pub fn path(&self, name: &str) -> PathBuf {
        // Put together anew, so that it is written as the program writes it.
        self.home.path().join(name).components().collect()
    }

    /// Where each system keeps what is ours.
    pub fn data(&self) -> PathBuf {
        self.path(match cfg!(target_os = "macos") {
            true => "Library/Application Support/awai",
            false => "share/awai",
        })
    }

    /// Where the journal lies when nobody says otherwise.
    pub fn journal(&self) -> PathBuf {
        self.data().join("journal")
    }

    /// The folder of the settings.
    pub fn settings(&self) -> PathBuf {
        match cfg!(target_os = "linux") {
            true => self.path("config/awai"),
            false => self.data(),
        }
    }

    /// The journal, opened here and not by the program.
    pub fn open(&self) -> Journal {
        Vault::at(&self.journal())
            .and_then(|vault| {
                vault.unlock(
                    &Passphrase::new(PHRASE)?,
                    moment("2026-11-26T12:00:00+09:00"),
                )
            })
            .expect("the journal opens")
    }

    /// The program, with nothing of the machine's own home around it.
    pub fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_awai"));
        self.furnish(&mut command);
        command
    }

    pub fn furnish(&self, command: &mut Command) {
        command
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            // Without it no program of Windows starts.
            .env(
                "SystemRoot",
                std::env::var_os("SystemRoot").unwrap_or_default(),
            )
            .env("LOCALAPPDATA", self.path("share"))
            .env("HOME", self.home.path())
            .env("XDG_DATA_HOME", self.path("share"))
            .env("XDG_STATE_HOME", self.path("state"))
            .env("XDG_CONFIG_HOME", self.path("config"))
            .envs(self.env.iter().map(|(name, value)| (name, value)))
            .current_dir(self.home.path());
    }

    /// Calls the program with the journal's passphrase.
    pub fn awai<S: AsRef<OsStr>>(&self, words: &[S]) -> Said {
        self.awai_reading(words, b"")
    }

    /// The same, with something to read on standard input.
    pub fn awai_reading<S: AsRef<OsStr>>(&self, words: &[S], input: &[u8]) -> Said {
        let mut command = self.command();
        command.arg("--passphrase-file").arg(self.path("phrase"));
        command.args(words);
        Said::of(command, input)
    }

    /// Calls it for JSON and reads that.
    pub fn json<S: AsRef<OsStr>>(&self, words: &[S]) -> Value {
        let mut command = self.command();
        command.arg("--passphrase-file").arg(self.path("phrase"));
        command.arg("--json").args(words);
        Said::of(command, b"").json()
    }

    /// Writes a page and tells its id.
    pub fn write(&self, words: &[&str], text: &str) -> String {
        let all: Vec<&str> = [&["write"], words].concat();
        let said = self.awai_reading(&all, text.as_bytes());
        said.done().trim_end().to_owned()
    }
}

impl Said {
    pub fn of(mut command: Command, input: &[u8]) -> Said {
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut door = child.stdin.take().expect("its input is a pipe");
        let input = input.to_vec();
        // A program that refuses early does not read to the end.
        let feeding = std::thread::spawn(move || door.write_all(&input));
        let output = child.wait_with_output().expect("the program ends");
        let _ = feeding.join();
        Said::from(output)
    }

    /// What it answered, when it was done and nothing else was said.
    pub fn done(&self) -> &str {
        assert_eq!(self.beside, "");
        assert_eq!(self.code, Some(0));
        &self.out
    }

    pub fn json(&self) -> Value {
        let text = self.done();
        assert_eq!(text.lines().count(), 1, "one object or array on one line");
        serde_json::from_str(text).expect("JSON")
    }

    /// What it said when it was refused, and nothing was answered.
    pub fn refused(&self) -> &str {
        assert_eq!(self.code, Some(1), "{}{}", self.out, self.beside);
        assert_eq!(self.out, "");
        &self.beside
    }

    /// The kind of a refusal told as JSON.
    pub fn kind(&self) -> String {
        let told: Value = serde_json::from_str(self.refused()).expect("JSON beside");
        told.get("kind")
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned()
    }
}

impl From<Output> for Said {
    fn from(output: Output) -> Said {
        Said {
            code: output.status.code(),
            out: String::from_utf8(output.stdout).expect("UTF-8"),
            beside: String::from_utf8(output.stderr).expect("UTF-8"),
        }
    }
}

/// Every file below a folder.
pub fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for file in std::fs::read_dir(folder).expect("a folder") {
        let path = file.expect("a file").path();
        if path.is_dir() {
            found.extend(files_below(&path));
        } else {
            found.push(path);
        }
    }
    found
}
