//! WebKit's driver, in a process group of its own: killing the driver alone would leave the window alive.

use std::fs::{File, Permissions};
use std::net::TcpListener;
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::{Screen, Told};

/// How long a program may take to do what is waited for.
const PATIENCE: Duration = Duration::from_secs(60);

/// What else stands around a program: names and values of its environment.
pub type Around<'a> = [(&'a str, &'a str)];

/// A running driver; it and all that it started end with this value.
pub struct Driver {
    process: Child,
    said: PathBuf,
    port: u16,
}

impl Driver {
    /// Starts one whose window will draw on `screen` and live in the home folder `home`.
    ///
    /// # Errors
    /// When the driver is not there or does not come up.
    pub fn start(screen: &Screen, home: &Path, around: &Around) -> std::io::Result<Driver> {
        // The port is free for a moment only, but nobody else asks for one on this machine that fast.
        let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
        let heard = home.join("driver.txt");
        let said = File::create(&heard)?;
        let mut command = Command::new("WebKitWebDriver");
        settle_in(&mut command, screen, home);
        command.envs(around.iter().copied());
        let process = command
            .arg(format!("--port={port}"))
            .arg("--host=127.0.0.1")
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .stdin(Stdio::null())
            .stdout(said.try_clone()?)
            .stderr(said)
            .process_group(0)
            .spawn()?;
        let driver = Driver {
            process,
            said: heard,
            port,
        };
        let began = Instant::now();
        while std::net::TcpStream::connect(("127.0.0.1", port)).is_err() {
            if began.elapsed() > Duration::from_secs(20) {
                return Err(std::io::Error::other("the driver does not answer"));
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Ok(driver)
    }

    /// Where it listens.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Ends when the window could not have the port over which the driver reaches it: somebody else took it between
    /// the driver's looking for a free one and the window's beginning, and the driver waits for the window for ever.
    pub(crate) async fn misses_its_window(&self) {
        let missed = || {
            std::fs::read_to_string(&self.said)
                .is_ok_and(|said| said.contains("remote inspector server"))
        };
        while !missed() {
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }

    /// The processes below it whose program has this name.
    pub fn processes(&self, name: &str) -> Vec<u32> {
        processes_of(self.process.id(), Some(name))
    }

    /// Ends a process as the end of a session would.
    pub fn end_session_of(&self, process: u32) {
        signal("-TERM", &process.to_string());
    }

    /// Ends a process at once, as a power cut would.
    pub fn kill(&self, process: u32) {
        signal("-KILL", &process.to_string());
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let group = self.process.id();
        signal("-KILL", &format!("-{group}"));
        let _ = self.process.wait();
        all_gone(group);
    }
}

/// Tries something again and again until there is what it looks for, and gives that.
///
/// # Errors
/// When it fails, or finds nothing for long.
pub fn until<T>(what: &str, mut tried: impl FnMut() -> Told<Option<T>>) -> Told<T> {
    let began = Instant::now();
    loop {
        if let Some(there) = tried()? {
            return Ok(there);
        }
        if began.elapsed() > PATIENCE {
            return Err(format!("waited in vain until {what}").into());
        }
        std::thread::sleep(Duration::from_millis(50));
    }
}

/// Waits until nothing of a process group is left: the next window would knock at one that is dying.
pub(crate) fn all_gone(group: u32) {
    let began = Instant::now();
    while !processes_of(group, None).is_empty() && began.elapsed() < Duration::from_secs(20) {
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// Lets a program draw on `screen` and live in `home`, with no service of a desktop around it. What would lie in the
/// person's run folder, the web view's own things among it, lies in the home as well, where it is looked through.
pub(crate) fn settle_in(command: &mut Command, screen: &Screen, home: &Path) {
    let passing = home.join("tmp");
    // A program takes a run folder only where nobody else may enter; otherwise it finds another place.
    let _ = std::fs::create_dir_all(&passing);
    let _ = std::fs::set_permissions(&passing, Permissions::from_mode(0o700));
    command
        .env("DISPLAY", screen.name())
        .env_remove("WAYLAND_DISPLAY")
        .env("DBUS_SESSION_BUS_ADDRESS", "disabled:")
        .env("GSETTINGS_BACKEND", "memory")
        .env("NO_AT_BRIDGE", "1")
        .env("HOME", home)
        .env("TMPDIR", &passing)
        .env("XDG_RUNTIME_DIR", &passing)
        .env("AWAI_CHOICES", home.join("choices"))
        .env("XDG_DATA_HOME", home.join("share"))
        .env("XDG_CONFIG_HOME", home.join("config"))
        .env("XDG_CACHE_HOME", home.join("cache"))
        .env("XDG_STATE_HOME", home.join("state"))
        .env("LC_ALL", "C.UTF-8")
        // A window of a minute is over before what WebKit compiles at the greatest length has been of use to it.
        .env("JSC_useFTLJIT", "false");
}

/// Some programs do not work for root: where the tests are root's, they work for nobody, who is given their folder.
pub(crate) fn never_for_root(command: &mut Command, folder: &Path) -> std::io::Result<()> {
    const NOBODY: u32 = 65534;
    if std::fs::metadata(folder)?.uid() == 0 {
        give(folder, NOBODY)?;
        command.uid(NOBODY).gid(NOBODY);
    }
    Ok(())
}

/// Gives a folder, and all in it, to somebody.
fn give(path: &Path, owner: u32) -> std::io::Result<()> {
    if path.is_dir() {
        for file in std::fs::read_dir(path)? {
            give(&file?.path(), owner)?;
        }
    }
    chown(path, Some(owner), Some(owner))
}

/// The living processes of a group, or only those whose program has this name (fifteen letters count, as in /proc).
pub fn processes_of(group: u32, name: Option<&str>) -> Vec<u32> {
    let short: Option<String> = name.map(|name| name.chars().take(15).collect());
    let all = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    all.filter_map(|file| file.file_name().to_str()?.parse::<u32>().ok())
        .filter(|id| {
            let stat = std::fs::read_to_string(format!("/proc/{id}/stat")).unwrap_or_default();
            // pid (name) state ppid pgrp …; the name may hold spaces and brackets, see proc(5).
            let (head, tail) = stat.rsplit_once(')').unwrap_or_default();
            let named = short.as_deref().is_none_or(|short| {
                head.split_once('(')
                    .is_some_and(|(_, named)| named == short)
            });
            let mut words = tail.split_whitespace();
            let lives = words.next() != Some("Z");
            named && lives && words.nth(1) == Some(&group.to_string())
        })
        .collect()
}

pub(crate) fn signal(kind: &str, whom: &str) {
    let _ = Command::new("kill")
        .args([kind, "--", whom])
        .stderr(Stdio::null())
        .status();
}
