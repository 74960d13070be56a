//! What Windows tells: to a window, and only to one that is not a mere box for messages. Ours is never shown, has no
//! title, and lives on a thread of its own: it may wait, while the thread that draws goes on.

use std::ptr::{null, null_mut};
use std::sync::OnceLock;

use windows_sys::Win32::Foundation::{HWND, LPARAM, LRESULT, WPARAM};
use windows_sys::Win32::System::Diagnostics::Debug::{
    SEM_FAILCRITICALERRORS, SEM_NOGPFAULTERRORBOX, SetErrorMode,
};
use windows_sys::Win32::System::ErrorReporting::{
    WER_FAULT_REPORTING_DISABLE_SNAPSHOT_CRASH, WER_FAULT_REPORTING_DISABLE_SNAPSHOT_HANG,
    WER_FAULT_REPORTING_FLAG_NOHEAP, WerSetFlags,
};
use windows_sys::Win32::System::LibraryLoader::GetModuleHandleW;
use windows_sys::Win32::System::Power::RegisterSuspendResumeNotification;
use windows_sys::Win32::System::RemoteDesktop::{
    NOTIFY_FOR_THIS_SESSION, WTSRegisterSessionNotification,
};
use windows_sys::Win32::UI::WindowsAndMessaging::{
    CreateWindowExW, DEVICE_NOTIFY_WINDOW_HANDLE, DefWindowProcW, DispatchMessageW, GetMessageW,
    MSG, PBT_APMSUSPEND, RegisterClassW, WM_POWERBROADCAST, WM_QUERYENDSESSION,
    WM_WTSSESSION_CHANGE, WNDCLASSW, WTS_CONSOLE_DISCONNECT, WTS_REMOTE_DISCONNECT,
    WTS_SESSION_LOCK, WTS_SESSION_LOGOFF,
};
use windows_sys::core::w;

use super::meaning::windows as meaning;

const _: () = assert!(
    meaning::QUERY_END_SESSION == WM_QUERYENDSESSION
        && meaning::POWER == WM_POWERBROADCAST
        && meaning::SUSPEND == PBT_APMSUSPEND
        && meaning::SESSION == WM_WTSSESSION_CHANGE
        && meaning::CONSOLE_DISCONNECT == WTS_CONSOLE_DISCONNECT
        && meaning::REMOTE_DISCONNECT == WTS_REMOTE_DISCONNECT
        && meaning::LOGOFF == WTS_SESSION_LOGOFF
        && meaning::LOCK == WTS_SESSION_LOCK
);

/// What is done. Kept here and not in the window, so that no pointer of ours goes through the system.
static THEN: OnceLock<Box<dyn Fn() + Send + Sync>> = OnceLock::new();

/// Has `then` done whenever the computer is to sleep, its screen is locked or the session ends, away from the thread
/// that draws. While it is being done Windows waits: about two seconds with sleep, five with the end of a session.
pub fn hear(then: impl Fn() + Send + Sync + 'static) {
    if THEN.set(Box::new(then)).is_ok() {
        std::thread::spawn(listen);
    }
}

/// For as long as the program runs: a window belongs to the thread that made it.
fn listen() {
    let Some(window) = a_window() else { return };
    // SAFETY: `window` was just made and is never destroyed. Where one of the two is refused, the others still tell.
    // Computers that never sleep deeply tell of sleep only those who ask.
    unsafe {
        RegisterSuspendResumeNotification(window, DEVICE_NOTIFY_WINDOW_HANDLE);
        WTSRegisterSessionNotification(window, NOTIFY_FOR_THIS_SESSION);
    }
    let mut message = MSG::default();
    // SAFETY: `message` is ours, and what is dispatched is what Windows has just written there.
    unsafe {
        while GetMessageW(&raw mut message, null_mut(), 0, 0) > 0 {
            DispatchMessageW(&raw const message);
        }
    }
}

fn a_window() -> Option<HWND> {
    let name = w!("awai-desk");
    // SAFETY: the name is a constant that ends with nothing; `on_message` has the shape Windows calls and lives as
    // long as the program; everything else may be null, and is.
    let window = unsafe {
        let program = GetModuleHandleW(null());
        let class = WNDCLASSW {
            lpfnWndProc: Some(on_message),
            hInstance: program,
            lpszClassName: name,
            ..WNDCLASSW::default()
        };
        RegisterClassW(&raw const class);
        let nothing = null_mut();
        CreateWindowExW(
            0,
            name,
            null(),
            0,
            0,
            0,
            0,
            0,
            nothing,
            nothing,
            program,
            null(),
        )
    };
    (!window.is_null()).then_some(window)
}

/// Called by Windows, on the thread of `listen` alone.
extern "system" fn on_message(window: HWND, message: u32, what: WPARAM, about: LPARAM) -> LRESULT {
    if meaning::closes(message, what)
        && let Some(then) = THEN.get()
    {
        then();
    }
    // SAFETY: these are the four things Windows has called us with. To every question it answers yes.
    unsafe { DefWindowProcW(window, message, what, about) }
}

/// When the program ends badly, no report with a part of its memory is written to the disk.
pub fn keep_memory_in() {
    // SAFETY: numbers go in, nothing comes back that is used, and what is refused leaves things as they were.
    unsafe {
        SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX);
        WerSetFlags(
            WER_FAULT_REPORTING_FLAG_NOHEAP
                | WER_FAULT_REPORTING_DISABLE_SNAPSHOT_CRASH
                | WER_FAULT_REPORTING_DISABLE_SNAPSHOT_HANG,
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;
    use windows_sys::Win32::UI::WindowsAndMessaging::{
        FindWindowW, PBT_APMRESUMEAUTOMATIC, SendMessageW, WTS_SESSION_UNLOCK,
    };

    #[test]
    fn windows_waits_until_what_is_to_be_done_is_done() {
        static DONE: AtomicUsize = AtomicUsize::new(0);
        hear(|| {
            std::thread::sleep(Duration::from_millis(300));
            DONE.fetch_add(1, Ordering::SeqCst);
        });
        let mut window = null_mut();
        for _ in 0..200 {
            // SAFETY: the name is a constant that ends with nothing.
            window = unsafe { FindWindowW(w!("awai-desk"), null()) };
            if !window.is_null() {
                break;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        assert!(!window.is_null(), "nobody listens");
        // SAFETY: the window is there, and the messages hold numbers only.
        let say = |message, what: u32| unsafe { SendMessageW(window, message, what as usize, 0) };
        say(WM_POWERBROADCAST, PBT_APMSUSPEND);
        assert_eq!(DONE.load(Ordering::SeqCst), 1);
        say(WM_POWERBROADCAST, PBT_APMRESUMEAUTOMATIC);
        say(WM_WTSSESSION_CHANGE, WTS_SESSION_UNLOCK);
        assert_eq!(DONE.load(Ordering::SeqCst), 1);
        say(WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK);
        assert_eq!(DONE.load(Ordering::SeqCst), 2);
        assert_eq!(say(WM_QUERYENDSESSION, 0), 1, "the session may end");
        assert_eq!(DONE.load(Ordering::SeqCst), 3);
    }
}
