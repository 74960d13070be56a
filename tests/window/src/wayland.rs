//! A virtual display of the newer kind, which most Linux desktops have: Sway with no screen, a keyboard that types what
//! it is told, and pictures of what is really shown.

use std::fs::File;
use std::os::unix::process::CommandExt;
use std::process::{Child, ChildStdin, Command, Stdio};

use image::GrayImage;

use crate::driver::{never_for_root, signal, until};
use crate::{Told, not_looked_at};

const SETTINGS: &str =
    "output HEADLESS-1 resolution 1180x820\ndefault_border none\nxwayland disable\n";

/// The first display that Sway opens in a folder where there is none.
const NAME: &str = "wayland-1";

/// Greys that are this far apart are told from each other by an eye.
const DIFFERENT: u8 = 40;

/// A display; gone with this value.
pub struct Wayland {
    sway: Child,
    /// A keyboard that types nothing: with the last one a display has no keys to give, and windows lose them.
    keyboard: Option<(Child, ChildStdin)>,
    home: tempfile::TempDir,
    socket: String,
}

impl Wayland {
    /// Whether what it takes is installed; says so when it is not.
    pub fn is_here() -> bool {
        let parts = ["sway", "wtype", "grim", "wl-paste"];
        let here = parts
            .iter()
            .all(|part| std::path::Path::new("/usr/bin").join(part).exists());
        if !here {
            not_looked_at(
                "the window under Wayland",
                "Sway, wtype, grim and wl-paste are not installed here.",
            );
        }
        here
    }

    /// Opens one.
    ///
    /// # Errors
    /// When Sway does not come up.
    pub fn open() -> Told<Wayland> {
        let home = tempfile::tempdir()?;
        let settings = home.path().join("settings");
        std::fs::write(&settings, SETTINGS)?;
        let said = File::create(home.path().join("said.txt"))?;
        let mut command = Command::new("sway");
        // Sway refuses to work for root.
        never_for_root(&mut command, home.path())?;
        let sway = command
            .arg("--config")
            .arg(&settings)
            .env_remove("DISPLAY")
            .env_remove("WAYLAND_DISPLAY")
            .env("DBUS_SESSION_BUS_ADDRESS", "disabled:")
            .env("XDG_RUNTIME_DIR", home.path())
            .env("HOME", home.path())
            .env("WLR_BACKENDS", "headless")
            .env("WLR_LIBINPUT_NO_DEVICES", "1")
            .env("WLR_RENDERER", "pixman")
            .stdin(Stdio::null())
            .stdout(said.try_clone()?)
            .stderr(said)
            .process_group(0)
            .spawn()?;
        let socket = home.path().join(NAME).display().to_string();
        let wayland = Wayland {
            sway,
            keyboard: None,
            home,
            socket,
        };
        until("the Wayland display is there", || {
            Ok(wayland.picture().ok())
        })?;
        Ok(wayland)
    }

    /// From now on there is a keyboard, and a window gets its keys.
    ///
    /// # Errors
    /// When there is none to be had.
    pub fn plug_in_a_keyboard(&mut self) -> Told {
        let mut keyboard = self.command("wtype").arg("-").spawn()?;
        let keys = keyboard.stdin.take().ok_or("a keyboard without keys")?;
        self.keyboard = Some((keyboard, keys));
        Ok(())
    }

    /// What a program must find around it to be shown here.
    pub fn around(&self) -> [(&str, &str); 3] {
        [
            ("GDK_BACKEND", "wayland"),
            ("WAYLAND_DISPLAY", &self.socket),
            (
                "XDG_RUNTIME_DIR",
                self.home.path().to_str().unwrap_or_default(),
            ),
        ]
    }

    /// Types with a keyboard, as `wtype` is told to: words, and keys as `-k Return`.
    ///
    /// # Errors
    /// When it cannot.
    pub fn types(&self, words: &[&str]) -> Told {
        // A window hears of a new keyboard a moment before its keys.
        let typed = self
            .command("wtype")
            .args(["-s", "500"])
            .args(words)
            .status()?;
        typed
            .success()
            .then_some(())
            .ok_or_else(|| "wtype refused".into())
    }

    /// What is shown.
    ///
    /// # Errors
    /// When there is no picture to be had.
    pub fn picture(&self) -> Told<GrayImage> {
        let taken = self.command("grim").arg("-").output()?;
        Ok(image::load_from_memory(&taken.stdout)?.into_luma8())
    }

    /// What another program finds on the clipboard; nothing where there is nothing.
    ///
    /// # Errors
    /// When it cannot look.
    pub fn pasted(&self) -> Told<String> {
        let found = self.command("wl-paste").arg("--no-newline").output()?;
        // It ends with one where nothing is.
        Ok(String::from_utf8_lossy(&found.stdout).into_owned())
    }

    /// Waits until what is shown is so.
    ///
    /// # Errors
    /// When it never is.
    pub fn shows(&self, what: &str, is: impl Fn(&GrayImage) -> bool) -> Told<GrayImage> {
        until(what, || Ok(Some(self.picture()?).filter(&is)))
    }

    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command
            .env("XDG_RUNTIME_DIR", self.home.path())
            .env("WAYLAND_DISPLAY", &self.socket)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        command
    }
}

impl Drop for Wayland {
    fn drop(&mut self) {
        if let Some((mut keyboard, keys)) = self.keyboard.take() {
            drop(keys);
            let _ = keyboard.kill();
            let _ = keyboard.wait();
        }
        signal("-KILL", &format!("-{}", self.sway.id()));
        let _ = self.sway.wait();
    }
}

/// How much of a picture is drawn, in thousandths: what is not as most of it is.
pub fn drawn(picture: &GrayImage) -> usize {
    let (width, height) = picture.dimensions();
    let paper = *picture.get_pixel(0, height - 1);
    differing(picture, &GrayImage::from_pixel(width, height, paper))
}

/// How much of two pictures differs, in thousandths.
pub fn differing(one: &GrayImage, other: &GrayImage) -> usize {
    let pairs = one.pixels().zip(other.pixels());
    let marks = pairs.filter(|(one, other)| one.0[0].abs_diff(other.0[0]) > DIFFERENT);
    marks.count() * 1000 / one.pixels().len()
}
