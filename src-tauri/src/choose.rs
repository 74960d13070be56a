//! Dialogs of the system: which file to open, where to write one. They are asked from here and never from the page,
//! which learns what a file holds and never where it lies.

use std::path::PathBuf;

use awai::speech::Speech;
use tauri::{AppHandle, Manager};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder};

use crate::session::Session;
use crate::window;

/// The file that the person chose to open; nothing when the dialog was left. `title` is the key of a sentence.
pub fn file(app: &AppHandle, title: &str, endings: &[&str]) -> Option<PathBuf> {
    #[cfg(debug_assertions)]
    if let Some(answer) = answered::by_a_test() {
        return answer;
    }
    let dialog = dialog(app, title);
    let dialog = match endings {
        [] => dialog,
        endings => dialog.add_filter(endings.join(", ").to_uppercase(), endings),
    };
    let chosen = dialog.blocking_pick_file()?.into_path().ok()?;
    window::forget_choice(app, &chosen);
    Some(chosen)
}

/// Where the person wants a file written; nothing when the dialog was left. `name` is what it is called at first.
pub fn place(app: &AppHandle, title: &str, name: &str) -> Option<PathBuf> {
    #[cfg(debug_assertions)]
    if let Some(answer) = answered::by_a_test() {
        return answer.map(|place| {
            if place.is_dir() {
                place.join(name)
            } else {
                place
            }
        });
    }
    let dialog = dialog(app, title).set_file_name(name);
    let chosen = dialog.blocking_save_file()?.into_path().ok()?;
    window::forget_choice(app, &chosen);
    Some(chosen)
}

/// The folder that the person chose; nothing when the dialog was left.
pub fn folder(app: &AppHandle, title: &str) -> Option<PathBuf> {
    #[cfg(debug_assertions)]
    if let Some(answer) = answered::by_a_test() {
        return answer;
    }
    let chosen = dialog(app, title)
        .blocking_pick_folder()?
        .into_path()
        .ok()?;
    window::forget_choice(app, &chosen);
    Some(chosen)
}

fn dialog(app: &AppHandle, title: &str) -> FileDialogBuilder<tauri::Wry> {
    let speech = Speech::of(app.state::<Session>().settings().language);
    let dialog = app.dialog().file().set_title(speech.say(title, &[]));
    match window::the_one(app) {
        Some(window) => dialog.set_parent(&window),
        None => dialog,
    }
}

/// A dialog of the system cannot be driven by the tests of the window. In a debug build, and only there, a folder may
/// be named in which the next answer lies: the path to choose, in a file called `next`, which is taken away.
#[cfg(debug_assertions)]
mod answered {
    use std::path::PathBuf;

    const FOLDER: &str = "AWAI_CHOICES";

    /// Nothing when no test asks for it, or one wants to see the dialog; nothing chosen when no answer lies there.
    pub fn by_a_test() -> Option<Option<PathBuf>> {
        let folder = std::env::var_os(FOLDER).filter(|folder| !folder.is_empty())?;
        let next = PathBuf::from(folder).join("next");
        let answer = std::fs::read_to_string(&next).ok().map(PathBuf::from);
        let _ = std::fs::remove_file(next);
        Some(answer)
    }
}
