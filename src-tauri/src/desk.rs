//! The computer is put to sleep, its screen is locked, or the person's session ends: then the book closes too. A Linux
//! desktop says so on its buses, which are sockets on this computer, and by the signals of every Unix. Where there is
//! no bus nothing breaks: there the clock tells of sleep a moment after waking (`quiet`).

use std::cell::{Cell, RefCell};
use std::path::Path;
use std::time::Duration;

use gtk::gio::{self, BusType, DBusCallFlags, DBusConnection, DBusSignalFlags, UnixFDList};
use gtk::glib::{self, ControlFlow, Variant, prelude::ToVariant};
use rustix::process::Signal;
use tauri::AppHandle;

use crate::closing::{self, After};

const LOGIN: &str = "org.freedesktop.login1";
const LOGIN_PATH: &str = "/org/freedesktop/login1";
const MANAGER: &str = "org.freedesktop.login1.Manager";
const LOGIN_SESSION: &str = "org.freedesktop.login1.Session";

/// Every desktop calls its own so.
const SCREEN_SAVERS: [&str; 5] = [
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.xfce.ScreenSaver",
];

/// The system waits five seconds with its sleep, and so do we, almost.
const PATIENCE: Duration = Duration::from_millis(4500);

/// In milliseconds.
const ANSWER: i32 = 2000;

thread_local! {
    /// The buses that are listened to. Nobody else keeps the system's open.
    static BUSES: RefCell<Vec<DBusConnection>> = const { RefCell::new(Vec::new()) };

    /// The hold on sleep, of the thread that draws. Letting go of it lets the computer sleep.
    static HOLD: RefCell<Option<UnixFDList>> = const { RefCell::new(None) };

    /// Whether the computer goes to sleep, or sleeps.
    static SLEEPS: Cell<bool> = const { Cell::new(false) };
}

/// Listens for as long as the program runs. Called on the thread that draws.
pub fn listen(app: &AppHandle) {
    listen_for_the_end(app);
    let here = app.clone();
    gio::bus_get(BusType::System, gio::Cancellable::NONE, move |bus| {
        if let Ok(bus) = bus {
            listen_for_sleep(&bus, &here);
        }
    });
    // Asking for a bus that is not there would start one.
    if has_session_bus() {
        let here = app.clone();
        gio::bus_get(BusType::Session, gio::Cancellable::NONE, move |bus| {
            if let Ok(bus) = bus {
                listen_for_screen(&bus, &here);
            }
        });
    }
}

/// The session ends, the computer is shut down, or whoever started the program in a terminal ends it.
fn listen_for_the_end(app: &AppHandle) {
    for signal in [Signal::HUP, Signal::INT, Signal::TERM] {
        let here = app.clone();
        glib::unix_signal_add_local(signal.as_raw(), move || {
            closing::ask_the_page(&here, After::Leave);
            ControlFlow::Continue
        });
    }
}

fn has_session_bus() -> bool {
    let set = |name| std::env::var_os(name).filter(|value| !value.is_empty());
    set("DBUS_SESSION_BUS_ADDRESS").is_some()
        || set("XDG_RUNTIME_DIR").is_some_and(|run| Path::new(&run).join("bus").exists())
}

/// On the bus that everybody on this computer shares only the system's own word counts. It does not say whose
/// screen: somebody else's costs a passphrase, one's own that is not heard could cost a secret.
fn listen_for_sleep(bus: &DBusConnection, app: &AppHandle) {
    stay_on(bus);
    hold_sleep(bus);
    let here = app.clone();
    hear(
        bus,
        Some(LOGIN),
        (MANAGER, "PrepareForSleep"),
        move |bus, said| {
            SLEEPS.set(yes(said));
            if yes(said) {
                let bus = bus.clone();
                close(&here, move || let_sleep(&bus));
            } else {
                hold_sleep(bus);
            }
        },
    );
    let here = app.clone();
    hear(bus, Some(LOGIN), (LOGIN_SESSION, "Lock"), move |_, _| {
        close(&here, || ());
    });
}

fn listen_for_screen(bus: &DBusConnection, app: &AppHandle) {
    stay_on(bus);
    for saver in SCREEN_SAVERS {
        let here = app.clone();
        hear(bus, None, (saver, "ActiveChanged"), move |_, said| {
            if yes(said) {
                close(&here, || ());
            }
        });
    }
}

fn stay_on(bus: &DBusConnection) {
    // Otherwise the program would end with its desktop's bus, whatever is on the page.
    bus.set_exit_on_close(false);
    BUSES.with(|buses| buses.borrow_mut().push(bus.clone()));
}

fn hear(
    bus: &DBusConnection,
    who: Option<&str>,
    (interface, member): (&str, &str),
    then: impl Fn(&DBusConnection, &Variant) + 'static,
) {
    bus.signal_subscribe(
        who,
        Some(interface),
        Some(member),
        None,
        None,
        DBusSignalFlags::NONE,
        move |bus, _, _, _, _, said| then(bus, said),
    );
}

fn yes(said: &Variant) -> bool {
    said.get::<(bool,)>().is_some_and(|(yes,)| yes)
}

/// Closes the book, if one is open, and does the rest when it is closed.
fn close(app: &AppHandle, then: impl FnOnce() + Send + 'static) {
    let app = app.clone();
    // Away from the thread that draws, which has to draw the closing.
    std::thread::spawn(move || {
        closing::close_and_wait(&app, PATIENCE);
        let _ = app.run_on_main_thread(then);
    });
}

/// A computer that woke up while the book was still closing is asked anew: the hold that it was given up for is gone.
fn let_sleep(bus: &DBusConnection) {
    HOLD.with(|hold| drop(hold.take()));
    if !SLEEPS.get() {
        hold_sleep(bus);
    }
}

/// Asks the system to wait with its sleep until the last words are kept.
fn hold_sleep(bus: &DBusConnection) {
    if HOLD.with(|hold| hold.borrow().is_some()) {
        return;
    }
    bus.call_with_unix_fd_list(
        Some(LOGIN),
        LOGIN_PATH,
        MANAGER,
        "Inhibit",
        Some(&("sleep", "Awai", "Closing first", "delay").to_variant()),
        None,
        DBusCallFlags::NO_AUTO_START,
        ANSWER,
        UnixFDList::NONE,
        gio::Cancellable::NONE,
        |answer| {
            if let Ok((_, held)) = answer {
                HOLD.with(|hold| drop(hold.replace(Some(held))));
            }
        },
    );
}
