//! A bus of a desktop, for a story in which the desktop speaks. It starts nothing, and goes with this value.

use std::io::{BufRead, BufReader};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use crate::Told;

/// Nothing but a bus: no service is started by it. Its socket is a file in a folder that goes away, and anybody may
/// speak on it, because an input method may be another person than root.
fn rules(folder: &Path) -> String {
    format!(
        r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:path={}/bus</listen><auth>EXTERNAL</auth>
<policy context="default"><allow user="*"/><allow own="*"/>
<allow send_destination="*"/><allow receive_sender="*"/><allow send_type="signal"/></policy></busconfig>"#,
        folder.display()
    )
}

/// A running bus.
pub struct Bus {
    process: Child,
    address: String,
    _folder: tempfile::TempDir,
}

impl Bus {
    /// Starts one.
    ///
    /// # Errors
    /// When dbus-daemon is not there.
    pub fn start() -> Told<Bus> {
        let folder = tempfile::tempdir()?;
        std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(0o755))?;
        let config = folder.path().join("bus.conf");
        std::fs::write(&config, rules(folder.path()))?;
        let mut process = Command::new("dbus-daemon")
            .arg(format!("--config-file={}", config.display()))
            .args(["--print-address", "--nofork", "--nosyslog"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let mut line = String::new();
        if let Some(out) = process.stdout.take() {
            BufReader::new(out).read_line(&mut line)?;
        }
        let bus = Bus {
            process,
            address: line.trim().to_owned(),
            _folder: folder,
        };
        if bus.address.is_empty() {
            return Err("the bus did not come up".into());
        }
        Ok(bus)
    }

    /// Where it is met.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// What a program must find around it to hear the desktop on it, and the system.
    pub fn around(&self) -> [(&str, &str); 2] {
        [
            ("DBUS_SESSION_BUS_ADDRESS", self.address()),
            ("DBUS_SYSTEM_BUS_ADDRESS", self.address()),
        ]
    }
}

impl Drop for Bus {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
