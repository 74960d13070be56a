//! What this program puts on the clipboard, and takes from it again. Every program of the computer may read what lies
//! there, and some keep a history of it: ours says that it is to be left out, where the system has a word for that,
//! and goes when the book closes. What somebody else laid there since is left alone.
//!
//! What is *cut* out of a page is not ours: those words stand nowhere else.

use std::time::Duration;

use serde::Deserialize;
use tauri::AppHandle;
use zeroize::Zeroizing;

/// Long enough to go to another window and paste.
const A_WHILE: Duration = Duration::from_secs(90);

/// How long something stays on the clipboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Stays {
    /// For ninety seconds.
    AWhile,
    /// Until the book closes.
    UntilClosed,
}

impl Stays {
    fn time(self) -> Option<Duration> {
        (self == Stays::AWhile).then_some(A_WHILE)
    }
}

/// Puts a text there; says whether it could. Not called on the thread that draws.
pub fn put(app: &AppHandle, text: Zeroizing<String>, stays: Stays) -> bool {
    system::put(app, text, stays.time())
}

/// Takes away what is ours.
pub fn clear(app: &AppHandle) {
    system::clear(app);
}

#[cfg(target_os = "linux")]
mod system {
    use std::cell::RefCell;
    use std::rc::{Rc, Weak};
    use std::sync::mpsc;
    use std::time::Duration;

    use gtk::gdk::{SELECTION_CLIPBOARD, SELECTION_PRIMARY};
    use gtk::{Clipboard, TargetEntry, TargetFlags, glib};
    use tauri::AppHandle;
    use zeroize::Zeroizing;

    /// How long the thread that draws may take.
    const ANSWER: Duration = Duration::from_secs(5);

    /// KDE's word, which other programs with a history know, too.
    const LEAVE_OUT: &str = "x-kde-passwordManagerHint";
    const SECRET: &[u8] = b"secret";

    /// What the two kinds of targets are called among us.
    const TEXT: u32 = 0;
    const HINT: u32 = 1;

    const TEXTS: [&str; 4] = [
        "UTF8_STRING",
        "text/plain;charset=utf-8",
        "text/plain",
        "STRING",
    ];

    thread_local! {
        /// Lives as long as what we put there: GTK lets go of it when somebody else puts something.
        static OURS: RefCell<Weak<()>> = const { RefCell::new(Weak::new()) };
    }

    pub fn put(app: &AppHandle, text: Zeroizing<String>, stays: Option<Duration>) -> bool {
        let (say, hear) = mpsc::channel();
        let put = move || {
            let _ = say.send(put_here(text, stays));
        };
        app.run_on_main_thread(put).is_ok() && hear.recv_timeout(ANSWER).unwrap_or(false)
    }

    fn put_here(text: Zeroizing<String>, stays: Option<Duration>) -> bool {
        let life = Rc::new(());
        let ours = Rc::downgrade(&life);
        let targets: Vec<TargetEntry> = TEXTS
            .iter()
            .map(|name| (*name, TEXT))
            .chain([(LEAVE_OUT, HINT)])
            .map(|(name, kind)| TargetEntry::new(name, TargetFlags::empty(), kind))
            .collect();
        let put =
            Clipboard::get(&SELECTION_CLIPBOARD).set_with_data(&targets, move |_, answer, kind| {
                let _ours = &life;
                if kind == HINT {
                    answer.set(&answer.target(), 8, SECRET);
                } else {
                    answer.set_text(&text);
                }
            });
        if put {
            if let Some(stays) = stays {
                let mine = ours.clone();
                glib::timeout_add_local_once(stays, move || take_away(&mine));
            }
            OURS.with(|held| held.replace(ours));
        }
        put
    }

    pub fn clear(app: &AppHandle) {
        let _ = app.run_on_main_thread(|| {
            let ours = OURS.with(|held| held.borrow().clone());
            take_away(&ours);
            // What was marked can be pasted with the middle button. Only this program's own goes.
            Clipboard::get(&SELECTION_PRIMARY).clear();
        });
    }

    fn take_away(ours: &Weak<()>) {
        if ours.strong_count() > 0 {
            Clipboard::get(&SELECTION_CLIPBOARD).clear();
        }
    }
}

#[cfg(not(target_os = "linux"))]
mod system {
    use std::sync::{Mutex, PoisonError};
    use std::time::Duration;

    use arboard::Clipboard;
    #[cfg(target_os = "macos")]
    use arboard::SetExtApple;
    #[cfg(windows)]
    use arboard::SetExtWindows;
    use tauri::AppHandle;
    use zeroize::Zeroizing;

    /// What we put there last, and how many times we put something: the system does not tell whose it is.
    static OURS: Mutex<(u64, Option<Zeroizing<String>>)> = Mutex::new((0, None));

    pub fn put(_app: &AppHandle, text: Zeroizing<String>, stays: Option<Duration>) -> bool {
        let mut ours = OURS.lock().unwrap_or_else(PoisonError::into_inner);
        if set(&text).is_err() {
            return false;
        }
        *ours = (ours.0.wrapping_add(1), Some(text));
        let number = ours.0;
        if let Some(stays) = stays {
            std::thread::spawn(move || {
                std::thread::sleep(stays);
                take_away(Some(number));
            });
        }
        true
    }

    pub fn clear(_app: &AppHandle) {
        take_away(None);
    }

    #[cfg(windows)]
    fn set(text: &str) -> Result<(), arboard::Error> {
        let mut clipboard = Clipboard::new()?;
        clipboard.set().exclude_from_monitoring().text(text)
    }

    #[cfg(target_os = "macos")]
    fn set(text: &str) -> Result<(), arboard::Error> {
        let mut clipboard = Clipboard::new()?;
        clipboard.set().exclude_from_history().text(text)
    }

    fn take_away(number: Option<u64>) {
        let mut ours = OURS.lock().unwrap_or_else(PoisonError::into_inner);
        if number.is_some_and(|number| number != ours.0) {
            return;
        }
        let Some(text) = ours.1.take() else { return };
        let Ok(mut clipboard) = Clipboard::new() else {
            return;
        };
        let there = clipboard.get_text().map(Zeroizing::new);
        if there.is_ok_and(|there| *there == *text) {
            let _ = clipboard.clear();
        }
    }
}
