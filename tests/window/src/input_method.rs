//! fcitx5 and Mozc, as a person types Japanese on Linux, with the keys of the display's own keyboard. Settings, words
//! learnt and sockets lie in a folder that goes away and on a bus of their own, and all of it ends with this value.

use std::fs::File;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use crate::driver::{never_for_root, settle_in, signal, until};
use crate::{Bus, Screen, Told, Window, give_the_keys, not_looked_at, xdotool};

/// Mozc first, and at work from the first key on.
const GROUP: &str = "[Groups/0]\nName=Default\nDefault Layout=us\nDefaultIM=mozc\n
[Groups/0/Items/0]\nName=mozc\nLayout=\n
[GroupOrder]\n0=Default\n";
const BEHAVIOUR: &str = "[Behavior]\nActiveByDefault=True\n";

/// What of fcitx5 would speak to a desktop that is not here, or take keys for itself.
const NOT_NEEDED: &str = "clipboard,emoji,fcitx4frontend,ibusfrontend,imselector,kimpanel,notificationitem,\
notifications,quickphrase,spell,unicode,wayland,waylandim,xim";

/// A running input method.
pub struct InputMethod {
    process: Child,
    bus: Bus,
    home: tempfile::TempDir,
}

impl InputMethod {
    /// Whether it is installed; says so when it is not.
    pub fn is_here() -> bool {
        let libraries = Command::new("pkg-config")
            .args(["--variable=libdir", "gtk+-3.0"])
            .output()
            .map(|done| String::from_utf8_lossy(&done.stdout).trim().to_owned())
            .unwrap_or_default();
        let in_gtk = format!("{libraries}/gtk-3.0/3.0.0/immodules/im-fcitx5.so");
        let parts = [
            "/usr/bin/fcitx5",
            "/usr/bin/dbus-daemon",
            "/usr/share/fcitx5/inputmethod/mozc.conf",
            &in_gtk,
        ];
        let here = parts.iter().all(|part| Path::new(part).exists());
        if !here {
            not_looked_at(
                "Japanese as it is typed",
                "fcitx5 and Mozc are not installed here.",
            );
        }
        here
    }

    /// Starts it for the windows on one screen.
    ///
    /// # Errors
    /// When it does not come up.
    pub fn start(screen: &Screen) -> Told<InputMethod> {
        let bus = Bus::start()?;
        let home = tempfile::tempdir()?;
        let mut command = Command::new("fcitx5");
        settle_in(&mut command, screen, home.path());
        for folder in ["config/fcitx5", "share", "cache", "state", "tmp"] {
            std::fs::create_dir_all(home.path().join(folder))?;
        }
        std::fs::write(home.path().join("config/fcitx5/profile"), GROUP)?;
        std::fs::write(home.path().join("config/fcitx5/config"), BEHAVIOUR)?;
        let said = File::create(home.path().join("said.txt"))?;
        // Mozc does not work for root.
        never_for_root(&mut command, home.path())?;
        let process = command
            .arg(format!("--disable={NOT_NEEDED}"))
            .env("DBUS_SESSION_BUS_ADDRESS", bus.address())
            .env("XDG_RUNTIME_DIR", home.path().join("tmp"))
            .stdin(Stdio::null())
            .stdout(said.try_clone()?)
            .stderr(said)
            .process_group(0)
            .spawn()?;
        let method = InputMethod { process, bus, home };
        // It answers once Mozc is loaded.
        until("the input method is up", || Ok(method.said(&[])))?;
        Ok(method)
    }

    /// What a program must find around it to be typed into with this input method.
    pub fn around(&self) -> [(&str, &str); 3] {
        [
            ("DBUS_SESSION_BUS_ADDRESS", self.bus.address()),
            ("GTK_IM_MODULE", "fcitx"),
            ("XMODIFIERS", "@im=fcitx"),
        ]
    }

    /// Waits until it composes what is typed into the field that has the focus.
    ///
    /// # Errors
    /// When it stays asleep.
    pub fn is_awake(&self) -> Told {
        until("the input method composes here", || {
            let says =
                |words: &[&str], what| self.said(words).is_some_and(|said| said.trim() == what);
            Ok((says(&[], "2") && says(&["-n"], "mozc")).then_some(()))
        })
    }

    fn said(&self, words: &[&str]) -> Option<String> {
        let done = Command::new("fcitx5-remote")
            .args(words)
            .env("DBUS_SESSION_BUS_ADDRESS", self.bus.address())
            .stderr(Stdio::null())
            .output()
            .ok()?;
        done.status
            .success()
            .then(|| String::from_utf8_lossy(&done.stdout).into_owned())
    }
}

impl Drop for InputMethod {
    fn drop(&mut self) {
        signal("-KILL", &format!("-{}", self.process.id()));
        let _ = self.process.wait();
        // Mozc's own process has left the group; it is known by the home it was started for.
        for process in at_home(self.home.path()) {
            signal("-KILL", &process);
        }
    }
}

/// Mozc's processes that live in this home.
fn at_home(home: &Path) -> Vec<String> {
    let mut lives = b"HOME=".to_vec();
    lives.extend(home.as_os_str().as_encoded_bytes());
    let all = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    all.filter(|process| {
        let of = |file: &str| std::fs::read(process.path().join(file)).unwrap_or_default();
        of("comm").starts_with(b"mozc_")
            && of("environ")
                .split(|&byte| byte == 0)
                .any(|one| one == lives)
    })
    .filter_map(|process| process.file_name().into_string().ok())
    .collect()
}

impl Window {
    /// Gives the window the keys of the display's keyboard, which an input method stands before.
    ///
    /// # Errors
    /// When the window is not there.
    pub fn take_the_keyboard(&self) -> Told {
        give_the_keys(self.screen())
    }

    /// Presses keys of the display's keyboard one after the other, about as fast as a hand.
    ///
    /// # Errors
    /// When xdotool is not there.
    pub fn press_keys(&self, keys: &[&str]) -> Told {
        xdotool(
            self.screen(),
            &[&["key", "--delay", "60"][..], keys].concat(),
        )?;
        Ok(())
    }
}
