//! What a desktop would be asked. On a display of tests nobody manages windows, so that none is ever minimised there;
//! but a manager would hear that a window asks to be, and that can be heard.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::{Screen, Told};

/// Listens for windows that ask to be minimised; ends with this value.
pub struct Minimised {
    listener: Child,
    heard: PathBuf,
}

impl Minimised {
    /// Listens on a screen, before any window is there; `home` takes what was heard.
    ///
    /// # Errors
    /// When xev is not there.
    pub fn listen(screen: &Screen, home: &Path) -> Told<Minimised> {
        let heard = home.join("desktop.txt");
        let listener = Command::new("xev")
            .args(["-root", "-event", "substructure"])
            .env("DISPLAY", screen.name())
            .stdin(Stdio::null())
            .stdout(File::create(&heard)?)
            .stderr(Stdio::null())
            .spawn()?;
        Ok(Minimised { listener, heard })
    }

    /// How often a window asked.
    ///
    /// # Errors
    /// When not even the window's coming was heard: then nobody listens.
    pub fn times(&self) -> Told<usize> {
        let heard = std::fs::read_to_string(&self.heard)?;
        if heard.is_empty() {
            return Err("nothing was heard, not even that a window came".into());
        }
        Ok(heard.matches("(WM_CHANGE_STATE)").count())
    }

    /// Waits until a window asked so often.
    ///
    /// # Errors
    /// When it does not.
    pub async fn until(&self, times: usize) -> Told {
        let began = Instant::now();
        while self.times()? < times {
            if began.elapsed() > Duration::from_secs(40) {
                return Err(format!("asked {} times, not {times}", self.times()?).into());
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        Ok(())
    }
}

impl Drop for Minimised {
    fn drop(&mut self) {
        let _ = self.listener.kill();
        let _ = self.listener.wait();
    }
}
