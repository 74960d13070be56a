//! A program that was started like any other, on a display that others use too, and what the desktop can tell of it.

use std::fs::File;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};

use crate::driver::{Around, all_gone, settle_in, signal, until};
use crate::{Home, Screen, Told, desktop};

/// A started program; it and all that it started end with this value.
pub struct Started {
    process: Child,
}

impl Started {
    /// Starts the window of a home on a screen, with more words on its command line.
    ///
    /// # Errors
    /// When the program is not there.
    pub fn window(home: &Home, screen: &Screen, words: &[&str]) -> Told<Started> {
        Started::program(&desktop(), home, screen, words, &[])
    }

    /// Starts a program that is told nothing: neither where the journal is nor where the settings are.
    ///
    /// # Errors
    /// When the program is not there.
    pub fn untold(program: &Path, home: &Home, screen: &Screen, around: &Around) -> Told<Started> {
        Started::begin(Command::new(program), home, screen, around)
    }

    /// Starts the window that lies somewhere else.
    ///
    /// # Errors
    /// When the program is not there.
    pub fn program(
        program: &Path,
        home: &Home,
        screen: &Screen,
        words: &[&str],
        around: &Around,
    ) -> Told<Started> {
        let mut command = Command::new(program);
        command
            .arg("--journal")
            .arg(home.journal())
            .arg("--settings")
            .arg(home.path().join("settings"))
            .args(words);
        Started::begin(command, home, screen, around)
    }

    fn begin(mut command: Command, home: &Home, screen: &Screen, around: &Around) -> Told<Started> {
        settle_in(&mut command, screen, home.path());
        command.envs(around.iter().copied());
        let said = File::options()
            .create(true)
            .append(true)
            .open(home.path().join("window.txt"))?;
        command
            .stdin(Stdio::null())
            .stdout(said.try_clone()?)
            .stderr(said)
            .process_group(0);
        Ok(Started {
            process: command.spawn()?,
        })
    }

    /// Its process.
    pub fn id(&self) -> u32 {
        self.process.id()
    }

    /// Ends it as the end of a session would.
    pub fn end_session(&self) {
        signal("-TERM", &self.id().to_string());
    }

    /// Waits until it ends by itself.
    ///
    /// # Errors
    /// When it stays.
    pub fn ended(&mut self) -> Told<ExitStatus> {
        until("the program ends by itself", || {
            Ok(self.process.try_wait()?)
        })
    }

    /// Waits until its window is there, and gives its number.
    ///
    /// # Errors
    /// When none comes.
    pub fn seen(&self, screen: &Screen) -> Told<String> {
        let process = self.id().to_string();
        let ours = ["--all", "--pid", &process, "--name", "^Awai$"];
        Ok(windows(screen, &ours)?.swap_remove(0))
    }

    /// Waits until the keys of the keyboard go to it.
    ///
    /// # Errors
    /// When they go elsewhere.
    pub fn has_the_keys(&self, screen: &Screen) -> Told {
        let mut holder = String::new();
        until("the keys go to the window", || {
            holder = xdotool(screen, &["getwindowfocus", "getwindowpid"]).unwrap_or_default();
            Ok((holder.trim() == self.id().to_string()).then_some(()))
        })
        .map_err(|_| format!("the keys go to {holder:?}, not to {}", self.id()).into())
    }
}

impl Drop for Started {
    fn drop(&mut self) {
        let group = self.process.id();
        signal("-KILL", &format!("-{group}"));
        let _ = self.process.wait();
        all_gone(group);
    }
}

/// What a screen shows of the windows that `words` of xdotool's search speak of, from the lowest to the uppermost: at
/// least one. It is looked for again and again, because programs have windows that live for a moment, and a search
/// that meets one which is just going ends with the display's error.
///
/// # Errors
/// When none comes.
pub fn windows(screen: &Screen, words: &[&str]) -> Told<Vec<String>> {
    let search = [&["search", "--onlyvisible"], words].concat();
    until("a window comes", || {
        let found = xdotool(screen, &search).unwrap_or_default();
        let found: Vec<_> = found.lines().map(str::to_owned).collect();
        Ok((!found.is_empty()).then_some(found))
    })
}

/// Gives our window on a screen the keys of its keyboard, and waits until they go there.
///
/// # Errors
/// When the window is not there.
pub fn give_the_keys(screen: &Screen) -> Told {
    for window in windows(screen, &["--name", "^Awai$"])? {
        xdotool(screen, &["windowfocus", "--sync", &window])?;
    }
    Ok(())
}

/// Does something on a screen as a hand on keyboard and mouse would; what xdotool says.
///
/// # Errors
/// When it is not there or refuses.
pub fn xdotool(screen: &Screen, words: &[&str]) -> Told<String> {
    let done = Command::new("xdotool")
        .args(words)
        .env("DISPLAY", screen.name())
        .output()?;
    if done.status.success() {
        Ok(String::from_utf8_lossy(&done.stdout).into_owned())
    } else {
        let why = String::from_utf8_lossy(&done.stderr);
        Err(format!("xdotool {words:?}: {}; {why}", done.status).into())
    }
}
