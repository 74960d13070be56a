//! Closing that the page did not begin: the window's own button, sleep, nobody here. The page is asked first,
//! because only it has the last words; when it does not answer, the book closes without it.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, mpsc};
use std::time::{Duration, Instant};

use awai::TroubleKind;
use tauri::{AppHandle, Manager, RunEvent, WindowEvent};

use crate::clipboard;
use crate::clock;
use crate::meeting;
use crate::session::Session;
use crate::settings::HideThen;
use crate::window;

/// How long the page may take to answer. It only has to say that it heard.
const PATIENCE: Duration = Duration::from_secs(2);

/// How long what writes files may take to stop, and closing after it, when the program ends. A step of it may be two
/// mebibytes that a slow stick puts away, or a look through a whole copy; a stick that does not answer would take for
/// ever.
const AT_THE_END: Duration = Duration::from_secs(10);

const STEP: Duration = Duration::from_millis(20);

/// Tells the page; `false` comes back when it holds words that no journal keeps yet, and asks the person first.
const ASK: &str = "window.dispatchEvent(new CustomEvent('awai-close', { cancelable: true }))";

/// Tells the page that nobody is here: words that cannot be kept do not stay in sight then.
const TELL: &str = "window.dispatchEvent(new CustomEvent('awai-left-alone'))";

/// What happens once the book is closed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum After {
    /// The window stays, with the book closed: nobody is here.
    Stay,
    /// The program ends.
    Leave,
}

/// What the window's system tells us.
pub fn on_event(app: &AppHandle, event: RunEvent) {
    match event {
        RunEvent::WindowEvent {
            event: WindowEvent::CloseRequested { api, .. },
            ..
        } => {
            api.prevent_close();
            ask_the_page(app, After::Leave);
        }
        // Leaving through a menu, which closes no window before.
        RunEvent::ExitRequested {
            code: None, api, ..
        } => {
            api.prevent_exit();
            ask_the_page(app, After::Leave);
        }
        // However the program ends, the journal is closed before.
        RunEvent::Exit => {
            clipboard::clear(app);
            app.state::<Session>().finish(AT_THE_END);
            close_at_the_end(app);
            window::leave_nothing(app);
            meeting::part(app);
        }
        // Letters that were opened from the Finder; also those that the program was begun with come so.
        #[cfg(target_os = "macos")]
        RunEvent::Opened { urls } => {
            let files: Vec<_> = urls
                .iter()
                .filter_map(|url| url.to_file_path().ok())
                .collect();
            let app = app.clone();
            // Away from the thread that draws: the book may be held by a letter that is being sealed.
            std::thread::spawn(move || {
                app.state::<Session>().hand_in(files);
                window::come_to_front(&app, None);
            });
        }
        _ => {}
    }
}

/// Asks the page to close the book with its last words, and closes without it when it does not answer.
pub fn ask_the_page(app: &AppHandle, after: After) {
    let app = app.clone();
    // Away from the thread that draws: the lock may be held by a long look through the journal.
    std::thread::spawn(move || {
        app.state::<Session>().hurry();
        ask(&app, after);
    });
}

/// The same for whoever has hurried what has the book already, and is not the thread that draws.
fn ask(app: &AppHandle, after: After) {
    let answered = Arc::new(AtomicBool::new(false));
    app.state::<Session>().leave(after == After::Leave);
    if let Some(window) = window::the_one(app) {
        let (heard, here) = (answered.clone(), app.clone());
        let told = match after {
            After::Stay => TELL,
            After::Leave => ASK,
        };
        let _ = window.eval_with_callback(told, move |answer| {
            heard.store(true, Ordering::SeqCst);
            let here = here.clone();
            std::thread::spawn(move || page_answered(&here, after, &answer));
        });
        std::thread::sleep(PATIENCE);
    }
    if !answered.load(Ordering::SeqCst) {
        // Drafts are kept every few seconds: what is lost here are words the page did not hand over.
        let done = app.state::<Session>().close(None, clock::now());
        // Somebody else who asked has closed it meanwhile: the page that did not answer was ended, and at the
        // fresh one a passphrase may be half written.
        let closed_before = done.is_err_and(|why| why.kind == TroubleKind::Closed);
        if !closed_before || after == After::Leave {
            closed(app);
        }
    }
}

/// Closes the book, if it is open or pages are read together, with the last words of its page; comes back when it is
/// closed, or when it was waited for long enough. Not called on the thread that draws, which has to draw the closing.
pub fn close_and_wait(app: &AppHandle, patience: Duration) {
    let session = app.state::<Session>();
    session.hurry();
    let reads = || session.is_open() || session.is_together();
    if reads() {
        let here = app.clone();
        std::thread::spawn(move || ask(&here, After::Stay));
        let began = Instant::now();
        while reads() && began.elapsed() < patience {
            std::thread::sleep(STEP);
        }
    } else {
        // Whoever is opening it just now does not open it behind a locked screen.
        let _ = session.close(None, clock::now());
        session.nobody_is_here();
    }
}

fn page_answered(app: &AppHandle, after: After, answer: &str) {
    let session = app.state::<Session>();
    let goes_ahead = answer.trim() == "true";
    if !goes_ahead {
        session.leave(false);
    } else if after == After::Leave && !session.is_open() {
        leave(app, 0);
    }
    // With an open book the page now asks for `close_book`, which ends in `closed`.
}

/// The page ended by itself: it fell, or the computer had no memory left for it. What it kept at its last pause is kept.
/// The book closes, because nobody can say any more what was shown of it, and a fresh page stands at the door.
#[cfg(not(windows))]
pub fn page_fell(app: &AppHandle) {
    let app = app.clone();
    std::thread::spawn(move || {
        let session = app.state::<Session>();
        let again = session.page_fell();
        let _ = session.close(None, clock::now());
        if again {
            leave(&app, 1);
        } else {
            closed(&app);
        }
    });
}

/// The book is closed because the person hid it: the window goes from sight, or the program ends, as was chosen.
pub fn hidden(app: &AppHandle) {
    let session = app.state::<Session>();
    match session.settings().hide_then {
        HideThen::Minimise => window::minimise(app),
        HideThen::Quit => session.leave(true),
    }
    closed(app);
}

/// The book is closed: what was copied out of it goes from the clipboard, dialogs that were asked for in it are left, and
/// the page's memory goes, or the program ends.
pub fn closed(app: &AppHandle) {
    clipboard::clear(app);
    window::leave_dialogs(app);
    if app.state::<Session>().is_leaving() {
        leave(app, 0);
    } else {
        window::begin_afresh(app);
    }
}

/// The program ends, after what writes files. That is waited for here, while there is still somebody to draw: the window
/// goes from sight at once, and does not stand there with a page that nobody moves. Not called on the thread that draws.
fn leave(app: &AppHandle, code: i32) {
    let session = app.state::<Session>();
    if session.is_writing() {
        window::hide(app);
        session.finish(AT_THE_END);
    }
    app.exit(code);
}

/// The journal is closed, however the program ends: after whatever has the book, or after a while.
fn close_at_the_end(app: &AppHandle) {
    let (says, hears) = mpsc::channel();
    let here = app.clone();
    std::thread::spawn(move || {
        let _ = here.state::<Session>().close(None, clock::now());
        let _ = says.send(());
    });
    let _ = hears.recv_timeout(AT_THE_END);
}
