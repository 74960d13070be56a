//! A virtual display, so that stories do not see each other's windows.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

/// A display; gone with this value.
pub struct Screen {
    server: Child,
    name: String,
}

impl Screen {
    /// Opens one of this size in pixels.
    ///
    /// # Errors
    /// When Xvfb is not there or does not come up.
    pub fn open(width: u32, height: u32) -> std::io::Result<Screen> {
        let mut server = Command::new("Xvfb")
            .args([
                "-displayfd",
                "1",
                "-nolisten",
                "tcp",
                "-noreset",
                "-screen",
                "0",
            ])
            .arg(format!("{width}x{height}x24"))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let mut line = String::new();
        if let Some(out) = server.stdout.take() {
            // It tells its number once it is ready.
            BufReader::new(out).read_line(&mut line)?;
        }
        Ok(Screen {
            server,
            name: format!(":{}", line.trim()),
        })
    }

    /// Its name, for `DISPLAY`.
    pub fn name(&self) -> &str {
        &self.name
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
