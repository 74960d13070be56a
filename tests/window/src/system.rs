//! Somebody on the bus of a desktop who is the system: it gives a hold on sleep, and says when sleep comes or a screen
//! is locked.

use std::io::{Read, pipe};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError, mpsc};

use gio::prelude::*;
use gio::{DBusCallFlags, DBusConnection, DBusConnectionFlags, DBusNodeInfo, UnixFDList, glib};
use glib::variant::Handle;

use crate::{Bus, Told};

const LOGIN: &str = "org.freedesktop.login1";
const LOGIN_PATH: &str = "/org/freedesktop/login1";
const MANAGER: &str = "org.freedesktop.login1.Manager";

const INTERFACE: &str = r#"<node><interface name="org.freedesktop.login1.Manager">
<method name="Inhibit"><arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/>
<arg type="s" direction="in"/><arg type="h" direction="out"/></method></interface></node>"#;

/// Holds on sleep, and what was true when one was let go of.
#[derive(Default)]
struct Holds {
    taken: AtomicUsize,
    let_go: Mutex<Vec<bool>>,
}

/// The system, on a bus.
pub struct System {
    address: String,
    connection: DBusConnection,
    holds: Arc<Holds>,
    turning: glib::MainLoop,
}

impl System {
    /// Comes to a bus. `closed` is asked whenever a hold on sleep is let go of.
    ///
    /// # Errors
    /// When the bus is gone.
    pub fn on(bus: &Bus, closed: impl Fn() -> bool + Send + Sync + 'static) -> Told<System> {
        let address = bus.address().to_owned();
        let holds = Arc::new(Holds::default());
        let (say, hear) = mpsc::channel();
        let (there, given) = (address.clone(), holds.clone());
        // What is asked of the system is answered where its loop turns.
        std::thread::spawn(move || {
            let context = glib::MainContext::new();
            let turned = context.with_thread_default(|| {
                let turning = glib::MainLoop::new(Some(&context), false);
                let _ = say.send(
                    become_the_system(&there, given, closed).map(|bus| (bus, turning.clone())),
                );
                turning.run();
            });
            turned.expect("nobody else turns a loop that was just made");
        });
        let (connection, turning) = hear.recv()??;
        Ok(System {
            address,
            connection,
            holds,
            turning,
        })
    }

    /// Says something to everybody on it.
    ///
    /// # Errors
    /// When the bus is gone.
    pub fn says(&self, path: &str, interface: &str, member: &str, yes: Option<bool>) -> Told {
        let words = yes.map(|yes| (yes,).to_variant());
        self.connection
            .emit_signal(None, path, interface, member, words.as_ref())?;
        self.connection.flush_sync(gio::Cancellable::NONE)?;
        Ok(())
    }

    /// Says that the computer goes to sleep, or woke up.
    ///
    /// # Errors
    /// When the bus is gone.
    pub fn says_sleep(&self, comes: bool) -> Told {
        self.says(LOGIN_PATH, MANAGER, "PrepareForSleep", Some(comes))
    }

    /// How many holds on sleep were taken.
    pub fn holds_taken(&self) -> usize {
        self.holds.taken.load(Ordering::SeqCst)
    }

    /// For every hold that was let go of: whether it was closed by then.
    pub fn holds_let_go(&self) -> Vec<bool> {
        let let_go = self.holds.let_go.lock();
        let_go.unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Says something as somebody who is not the system.
    ///
    /// # Errors
    /// When the bus is gone.
    pub fn a_stranger_says_sleep(&self) -> Told {
        let stranger = join(&self.address)?;
        let words = (true,).to_variant();
        stranger.emit_signal(None, LOGIN_PATH, MANAGER, "PrepareForSleep", Some(&words))?;
        // The bus answers in order: with this answer it has passed on what was said.
        call(&stranger, "GetId", None)?;
        Ok(())
    }
}

impl Drop for System {
    fn drop(&mut self) {
        self.turning.quit();
    }
}

fn join(address: &str) -> Result<DBusConnection, glib::Error> {
    DBusConnection::for_address_sync(
        address,
        DBusConnectionFlags::AUTHENTICATION_CLIENT | DBusConnectionFlags::MESSAGE_BUS_CONNECTION,
        None,
        gio::Cancellable::NONE,
    )
}

/// Becomes the system.
fn become_the_system(
    address: &str,
    holds: Arc<Holds>,
    closed: impl Fn() -> bool + Send + Sync + 'static,
) -> Result<DBusConnection, glib::Error> {
    let bus = join(address)?;
    let closed = Arc::new(closed);
    let manager = DBusNodeInfo::for_xml(INTERFACE)?
        .lookup_interface(MANAGER)
        .expect("it stands in the constant above");
    bus.register_object(
        LOGIN_PATH,
        &manager,
        move |_, _, _, _, _, _, asked| {
            let (mut here, there) = pipe().expect("a pipe can be made");
            let held = UnixFDList::from_array([there]);
            let (holds, closed) = (holds.clone(), closed.clone());
            holds.taken.fetch_add(1, Ordering::SeqCst);
            asked.return_value_with_unix_fd_list(Some(&(Handle(0),).to_variant()), Some(&held));
            std::thread::spawn(move || {
                // It ends when the other side lets go.
                let _ = here.read(&mut [0]);
                let let_go = holds.let_go.lock();
                let_go
                    .unwrap_or_else(PoisonError::into_inner)
                    .push(closed());
            });
        },
        |_, _, _, _, _| ().to_variant(),
        |_, _, _, _, _, _| false,
    )?;
    call(&bus, "RequestName", Some(&(LOGIN, 0u32).to_variant()))?;
    Ok(bus)
}

/// Asks the bus itself.
fn call(
    bus: &DBusConnection,
    method: &str,
    words: Option<&glib::Variant>,
) -> Result<glib::Variant, glib::Error> {
    let name = "org.freedesktop.DBus";
    bus.call_sync(
        Some(name),
        "/org/freedesktop/DBus",
        name,
        method,
        words,
        None,
        DBusCallFlags::NONE,
        -1,
        gio::Cancellable::NONE,
    )
}
