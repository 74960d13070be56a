//! What the window asks of Windows and macOS. There the process of a page ends only with its window, so a fresh window
//! takes the place of the one before, and stands as that stood.

use std::path::Path;
use std::sync::{Mutex, PoisonError};

use tauri::{AppHandle, LogicalPosition, LogicalSize, Manager, WebviewWindow};

use super::Builder;
use crate::settings::HideKeys;

/// Where the window stood when it was last taken from sight.
static LEFT: Mutex<Option<Place>> = Mutex::new(None);

#[derive(Clone, Copy)]
struct Place {
    at: LogicalPosition<f64>,
    size: LogicalSize<f64>,
}

impl Place {
    /// On Windows one that is minimised or fills the screen has no place of its own.
    fn of(window: &WebviewWindow) -> Option<Place> {
        if cfg!(windows) && (window.is_minimized().ok()? || window.is_maximized().ok()?) {
            return None;
        }
        let scale = window.scale_factor().ok()?;
        Some(Place {
            at: window.outer_position().ok()?.to_logical(scale),
            size: window.inner_size().ok()?.to_logical(scale),
        })
    }
}

/// How a window stands, for the fresh one that takes its place: what is out of sight stays there, and nothing comes
/// before what somebody does elsewhere.
struct Stance {
    minimised: bool,
    maximised: bool,
    focused: bool,
    place: Option<Place>,
}

impl Stance {
    fn of(window: &WebviewWindow) -> Stance {
        let minimised = window.is_minimized().unwrap_or_default();
        Stance {
            minimised,
            maximised: !minimised && window.is_maximized().unwrap_or_default(),
            focused: !minimised && window.is_focused().unwrap_or_default(),
            place: Place::of(window)
                .or_else(|| *LEFT.lock().unwrap_or_else(PoisonError::into_inner)),
        }
    }

    fn give<'a>(&self, fresh: Builder<'a>) -> Builder<'a> {
        let fresh = fresh
            .visible(!self.minimised)
            .focused(self.focused)
            .maximized(self.maximised);
        match self.place {
            Some(Place { at, size }) => fresh
                .position(at.x, at.y)
                .inner_size(size.width, size.height),
            None => fresh,
        }
    }
}

pub fn draw_without_the_card() {}

// There a dialog belongs to the window, and goes from sight with it.
pub fn leave_dialogs(_app: &AppHandle) {}

pub fn harden(_window: &WebviewWindow) -> tauri::Result<()> {
    Ok(())
}

pub fn set_input_style(_window: &WebviewWindow, _old: bool) -> tauri::Result<()> {
    Ok(())
}

/// The page hears them also while a word is composed.
pub fn set_hide_keys(_window: &WebviewWindow, _keys: &HideKeys) -> tauri::Result<()> {
    Ok(())
}

pub fn forget_choice(_app: &AppHandle, _chosen: &Path) {}

pub fn with_leave(_window: &WebviewWindow, _leave: Option<String>) {}

pub fn note_place(window: &WebviewWindow) {
    if let Some(place) = Place::of(window) {
        *LEFT.lock().unwrap_or_else(PoisonError::into_inner) = Some(place);
    }
}

/// There is no call to end the process of a page here; it ends with its window.
pub fn end_page(window: &WebviewWindow) -> tauri::Result<()> {
    let stance = Stance::of(window);
    let fresh = super::open_as(window.app_handle(), |builder| stance.give(builder))?;
    if stance.minimised {
        let _ = fresh.minimize();
        // Windows lists no window that was never shown; macOS would bring it back from where it is minimised.
        if cfg!(windows) {
            let _ = fresh.show();
        }
    }
    if cfg!(target_os = "macos") && !stance.focused {
        // Otherwise the keys would not be the page's when somebody comes back to it.
        let page: &tauri::Webview<tauri::Wry> = fresh.as_ref();
        let _ = page.set_focus();
    }
    window.destroy()
}

#[cfg(not(windows))]
pub fn asked_again(_app: &AppHandle) {}

/// Nobody tells on Windows that a page fell: the web view shows a page of its own, from which ours may be asked for
/// again. Then the book closes, as it does elsewhere.
#[cfg(windows)]
pub fn asked_again(app: &AppHandle) {
    use std::sync::mpsc;
    use std::time::Duration;

    use crate::session::Session;
    use crate::{clock, closing};

    const IS_OURS: &str = "location.hostname === 'tauri.localhost'";
    const PATIENCE: Duration = Duration::from_secs(2);

    let app = app.clone();
    std::thread::spawn(move || {
        let (says, hears) = mpsc::channel();
        if let Some(window) = super::the_one(&app) {
            let _ = window.eval_with_callback(IS_OURS, move |answer| {
                let _ = says.send(answer);
            });
        }
        let answer = hears.recv_timeout(PATIENCE);
        if !answer.is_ok_and(|answer| answer.trim() == "true") {
            let _ = app.state::<Session>().close(None, clock::now());
            closing::closed(&app);
        }
    });
}

#[cfg(not(windows))]
pub fn drop_reports(_app: &AppHandle) {}

/// A web process that falls on Windows writes some of its memory down, and words may be in it.
#[cfg(windows)]
pub fn drop_reports(app: &AppHandle) {
    let usual = || app.path().app_local_data_dir().ok();
    if let Some(web) = super::web_folder(app).or_else(usual) {
        // What cannot be removed now is tried again at the next start.
        let _ = std::fs::remove_dir_all(web.join("EBWebView").join("Crashpad").join("reports"));
    }
}
