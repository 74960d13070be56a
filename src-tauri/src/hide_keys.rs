//! The keys that hide the book, heard before an input method hears them. While it composes a word it may keep keys for
//! itself (Mozc keeps all that go with Ctrl), and the page is never told of those.

use std::cell::{Cell, RefCell};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use gtk::gdk::{Display, Event, EventKey, EventType, Keymap, ModifierType, keys::Key};
use tauri::AppHandle;

use crate::settings::HideKeys;
use crate::window;

/// Keys that are held down come again and again, and hide nothing a second time. In milliseconds.
const HELD_DOWN: u32 = 1000;

/// The time of a key that has none: keyboards on the screen and programs that type may leave it out (seen with Wayland).
const NO_TIME: u32 = 0;

/// Tells the page, which empties the screen before anything else; `true` comes back when it is empty.
const HIDE: &str = "window.dispatchEvent(new CustomEvent('awai-hide')); \
    document.documentElement.dataset.hidden !== undefined";

/// How long a page that is busy may take to hear of it. One that heard takes the window from sight itself, and sooner.
const PATIENCE: Duration = Duration::from_millis(1500);

thread_local! {
    /// The keys, for the thread that draws: the session's own may have to be waited for.
    static KEYS: RefCell<Option<HideKeys>> = const { RefCell::new(None) };

    /// When they were pressed last, by the clock of the display and by our own.
    static LAST: Cell<Option<(u32, Instant)>> = const { Cell::new(None) };
}

/// These keys hide from now on. Called on the thread that draws.
pub fn choose(keys: HideKeys) {
    KEYS.set(Some(keys));
}

/// Hears every key for as long as the program runs. Called on the thread that draws.
pub fn listen(app: &AppHandle) {
    let app = app.clone();
    // Before GTK has it: the module of an input method hears each key before any window does.
    Event::set_handler(Some(move |event: &mut Event| {
        let key = event.downcast_ref::<EventKey>();
        match key.filter(|key| key.event_type() == EventType::KeyPress && hides(key)) {
            Some(key) => hide(&app, key.time()),
            None => gtk::main_do_event(event),
        }
    }));
}

fn hides(key: &EventKey) -> bool {
    KEYS.with_borrow(|keys| keys.as_ref().is_some_and(|keys| are(keys, key)))
}

fn hide(app: &AppHandle, now: u32) {
    let before = LAST.replace(Some((now, Instant::now())));
    let held_down = before.is_some_and(|before| is_held_down(before, now));
    let Some(window) = window::the_one(app).filter(|_| !held_down) else {
        return;
    };
    let empty = Arc::new(AtomicBool::new(false));
    let says = empty.clone();
    let _ = window.eval_with_callback(HIDE, move |answer| {
        says.store(answer.trim() == "true", Ordering::SeqCst);
    });
    let app = app.clone();
    // What a page that does not answer shows is not in sight at least.
    gtk::glib::timeout_add_local_once(PATIENCE, move || {
        if !empty.load(Ordering::SeqCst) {
            window::minimise(&app);
        }
    });
}

/// Whether a key that comes now is the one that came before, still down. What comes late, because the window was busy,
/// is told by the clock of the display.
fn is_held_down((before, heard): (u32, Instant), now: u32) -> bool {
    let since = match now {
        NO_TIME => u32::try_from(heard.elapsed().as_millis()).unwrap_or(u32::MAX),
        _ => now.wrapping_sub(before),
    };
    since < HELD_DOWN
}

fn are(keys: &HideKeys, event: &EventKey) -> bool {
    let with = event.state();
    let goes_with = |mask| with.contains(mask);
    goes_with(ModifierType::CONTROL_MASK) == keys.with_mod
        && goes_with(ModifierType::SHIFT_MASK) == keys.shift
        && goes_with(ModifierType::MOD1_MASK) == keys.alt
        && !goes_with(ModifierType::MOD4_MASK)
        && is(&keys.key, event)
}

/// Whether it is this key: by its name, or by its place where it writes something else.
fn is(name: &str, event: &EventKey) -> bool {
    let pressed = event.keyval().to_lower();
    let named = pressed.name().map(|name| name.to_lowercase());
    if named.as_deref() == Some(name) {
        return true;
    }
    let writes_latin = pressed
        .to_unicode()
        .is_some_and(|sign| sign.is_ascii_alphabetic());
    let place = u32::from(event.hardware_keycode());
    let keyboard = Display::default().and_then(|display| Keymap::for_display(&display));
    !writes_latin
        && keyboard.is_some_and(|keyboard| {
            let places = keyboard.entries_for_keyval(*Key::from_name(name));
            places.iter().any(|each| each.keycode() == place)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heard(ago: u32) -> Instant {
        Instant::now()
            .checked_sub(Duration::from_millis(u64::from(ago)))
            .expect("a clock that has run for a while")
    }

    #[test]
    fn a_key_that_comes_again_at_once_is_held_down_and_one_that_was_let_go_hides_again() {
        assert!(is_held_down((70_000, heard(30)), 70_030));
        assert!(!is_held_down((70_000, heard(4000)), 74_000));
        // The clock of the display begins anew after seven weeks.
        assert!(is_held_down((u32::MAX - 10, heard(30)), 20));
    }

    #[test]
    fn what_was_held_down_while_the_window_was_busy_hides_nothing_again_when_it_comes() {
        assert!(is_held_down((70_000, heard(4000)), 70_030));
    }

    #[test]
    fn a_key_without_a_time_is_told_by_our_own_clock() {
        assert!(is_held_down((NO_TIME, heard(30)), NO_TIME));
        assert!(!is_held_down((NO_TIME, heard(4000)), NO_TIME));
    }
}
