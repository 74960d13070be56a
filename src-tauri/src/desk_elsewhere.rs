//! The computer is put to sleep, its screen is locked, or the person's session ends: then the book closes too, on
//! Windows and macOS as on Linux (`desk.rs`). How they tell it stands in `foreign`. The window stays, with the book
//! closed: whatever ends the session ends the program, and somebody may still change their mind.

use std::time::Duration;

use tauri::AppHandle;

use crate::{closing, foreign};

/// Windows waits less with sleep, and five seconds with the end of a session; macOS half a minute.
const PATIENCE: Duration = Duration::from_millis(4500);

/// Listens for as long as the program runs. Called on the thread that draws.
pub fn listen(app: &AppHandle) {
    let app = app.clone();
    foreign::hear(move || closing::close_and_wait(&app, PATIENCE));
}
