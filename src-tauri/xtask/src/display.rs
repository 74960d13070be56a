//! A display to open the window on: the person's own, or a virtual one whose picture can be taken without
//! any other tool, because Xvfb keeps it in a file.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use crate::picture::Picture;
use crate::step::{self, Outcome};

/// Whether somebody sits before a display.
pub fn is_there() -> bool {
    if !cfg!(target_os = "linux") {
        return true;
    }
    ["DISPLAY", "WAYLAND_DISPLAY"]
        .iter()
        .any(|name| std::env::var_os(name).is_some_and(|set| !set.is_empty()))
}

/// A virtual display; gone with this value.
pub struct Virtual {
    server: Child,
    folder: PathBuf,
    name: String,
}

impl Virtual {
    /// Opens one of the size of the window.
    pub fn open() -> Outcome<Virtual> {
        let folder = step::target().join(format!("display-{}", std::process::id()));
        std::fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
        let mut command = Command::new("Xvfb");
        command
            .args([
                "-displayfd",
                "1",
                "-screen",
                "0",
                "1180x820x24",
                "-nolisten",
                "tcp",
                "-noreset",
                "-fbdir",
            ])
            .arg(&folder);
        command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let mut server = command.spawn().map_err(|error| format!("Xvfb: {error}"))?;
        let mut line = String::new();
        if let Some(out) = server.stdout.take() {
            // It says the number of the display once it is ready.
            BufReader::new(out)
                .read_line(&mut line)
                .map_err(|error| error.to_string())?;
        }
        let display = Virtual {
            server,
            folder,
            name: format!(":{}", line.trim()),
        };
        if line.trim().is_empty() {
            Err("Xvfb did not open a display.".into())
        } else {
            Ok(display)
        }
    }

    /// Makes `command` draw here, and leave no services of a desktop behind.
    pub fn show(&self, command: &mut Command) {
        command
            .env("DISPLAY", &self.name)
            .env_remove("WAYLAND_DISPLAY")
            .env("DBUS_SESSION_BUS_ADDRESS", "disabled:")
            .env("GSETTINGS_BACKEND", "memory")
            .env("NO_AT_BRIDGE", "1");
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What it shows now.
    pub fn picture(&self) -> Outcome<Picture> {
        let file = self.folder.join("Xvfb_screen0");
        let bytes = std::fs::read(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        Picture::read(&bytes).ok_or_else(|| "Xvfb's picture could not be read.".into())
    }
}

impl Drop for Virtual {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}
