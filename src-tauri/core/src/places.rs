//! Where things are kept when nobody says otherwise: neutral names, in the folders each system has for it.

use std::path::{Path, PathBuf};

use crate::error::Result;
use crate::files;

/// The settings, in their folder.
pub const SETTINGS: &str = "settings.json";

/// The usual places on this machine.
#[derive(Debug, Clone)]
pub struct Places {
    /// The journal's folder.
    pub journal: PathBuf,
    /// The folder of `settings.json` (language and appearance; nothing private).
    pub settings: PathBuf,
    /// Where the last seen state of each journal is noted.
    pub seen: PathBuf,
}

impl Places {
    /// `~/.local/share/awai`, `~/Library/Application Support/awai` or `%LOCALAPPDATA%\awai`, and their like; on Windows
    /// not where a company's computers carry things to its server. Nothing on a machine without a home.
    pub fn usual() -> Option<Places> {
        let data = local_folder()?.join("awai");
        let state = dirs::state_dir().map_or_else(|| data.clone(), |state| state.join("awai"));
        Some(Places {
            journal: data.join("journal"),
            settings: if cfg!(windows) {
                data
            } else {
                dirs::config_dir()?.join("awai")
            },
            seen: state.join("seen"),
        })
    }

    /// Everything in one folder, for a program that is carried about.
    pub fn under(root: &Path) -> Places {
        Places {
            journal: root.join("journal"),
            settings: root.to_owned(),
            seen: root.join("seen"),
        }
    }
}

/// What stays on this computer. On Windows the environment is asked first, as everywhere else.
fn local_folder() -> Option<PathBuf> {
    let named = cfg!(windows).then(|| std::env::var_os("LOCALAPPDATA"));
    let named = named.flatten().map(PathBuf::from);
    named
        .filter(|folder| folder.is_absolute())
        .or_else(dirs::data_local_dir)
}

/// A folder that we made goes when it is called by our name and nothing is left in it.
pub fn leave_no_empty_place(place: &Path) {
    if place.ends_with("awai") {
        let _ = files::remove_empty_folder(place);
    }
}

/// Erases the settings, and their folder when nothing else is in it.
///
/// # Errors
/// What the disk may say.
pub fn erase_settings(folder: &Path) -> Result<()> {
    let path = folder.join(SETTINGS);
    files::remove_if_there(&path)?;
    files::remove_if_there(&folder.join(format!("{SETTINGS}.part")))?;
    let _ = files::remove_empty_folder(folder);
    Ok(())
}
