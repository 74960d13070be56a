//! Windows and macOS tell of sleep and of a locked screen through calls of their own, which nobody here makes yet:
//! there the clock tells it a moment after waking (`quiet`).

/// Only the clock tells it here.
pub fn listen(_app: &tauri::AppHandle) {}
