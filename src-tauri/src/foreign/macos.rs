//! What macOS tells: of sleep by the part that looks after power, which waits for an answer, on a thread of its own,
//! so that the thread that draws goes on meanwhile; of everything else on the thread that draws, which must not wait.

use std::ffi::c_void;
use std::ptr::{NonNull, null};
use std::sync::OnceLock;

use block2::RcBlock;
use objc2_app_kit::{
    NSWorkspace, NSWorkspaceSessionDidResignActiveNotification, NSWorkspaceWillPowerOffNotification,
};
use objc2_core_foundation::{
    CFDictionary, CFNotificationCenter, CFNotificationName, CFNotificationSuspensionBehavior,
    CFRunLoop, CFRunLoopSource, CFString, kCFRunLoopDefaultMode,
};
use objc2_foundation::NSNotification;

use super::meaning::macos::{Power, on_power};

/// Said to every program of this person.
const SCREEN: [&str; 2] = ["com.apple.screenIsLocked", "com.apple.screensaver.didstart"];

/// A name of something in the kernel (`mach_port_t`).
type Port = u32;

#[repr(C)]
struct NotificationPort {
    _inside: [u8; 0],
}

/// As `IOKit/pwr_mgt/IOPMLib.h` declares it.
type OnPower = extern "C" fn(*mut c_void, Port, u32, *mut c_void);

#[link(name = "IOKit", kind = "framework")]
unsafe extern "C" {
    fn IORegisterForSystemPower(
        with: *mut c_void,
        port: *mut *mut NotificationPort,
        callback: OnPower,
        notifier: *mut Port,
    ) -> Port;
    fn IONotificationPortGetRunLoopSource(port: *mut NotificationPort) -> *mut CFRunLoopSource;
    fn IOAllowPowerChange(root: Port, which: isize) -> i32;
}

/// What is done. Kept here, so that no pointer of ours goes through the system.
static THEN: OnceLock<Box<dyn Fn() + Send + Sync>> = OnceLock::new();

/// Whom sleep is allowed to; written before the first word about power can come.
static ROOT: OnceLock<Port> = OnceLock::new();

/// Has `then` done whenever the computer is to sleep, its screen is locked or the session ends, away from the thread
/// that draws. Sleep waits while it is being done, for half a minute at the most. Called on the thread that draws.
pub fn hear(then: impl Fn() + Send + Sync + 'static) {
    if THEN.set(Box::new(then)).is_ok() {
        std::thread::spawn(listen_for_sleep);
        listen_for_screen();
        listen_for_the_session();
    }
}

/// For as long as the program runs.
fn listen_for_sleep() {
    let mut port = std::ptr::null_mut();
    let mut notifier: Port = 0;
    // SAFETY: both places are ours and live through the call; `power` has the shape that is called, uses no pointer,
    // and lives as long as the program.
    let root = unsafe {
        IORegisterForSystemPower(
            std::ptr::null_mut(),
            &raw mut port,
            power,
            &raw mut notifier,
        )
    };
    if root == 0 || port.is_null() || ROOT.set(root).is_err() {
        return;
    }
    // SAFETY: `port` was just given to us and is never given back, and so its source, which is its own, lives on.
    let source = unsafe { IONotificationPortGetRunLoopSource(port).as_ref() };
    if let (Some(here), Some(source)) = (CFRunLoop::current(), source) {
        // SAFETY: a constant of the system.
        let mode = unsafe { kCFRunLoopDefaultMode };
        here.add_source(Some(source), mode);
        CFRunLoop::run();
    }
}

/// Called by the system, on the thread of `listen_for_sleep` alone.
extern "C" fn power(_with: *mut c_void, _service: Port, message: u32, which: *mut c_void) {
    let allows = match on_power(message) {
        Power::CloseAndAllow => {
            if let Some(then) = THEN.get() {
                then();
            }
            true
        }
        Power::Allow => true,
        Power::Nothing => false,
    };
    if allows && let Some(root) = ROOT.get() {
        // SAFETY: numbers go in. What is called a pointer is the number of the question.
        unsafe { IOAllowPowerChange(*root, which as isize) };
    }
}

/// The screen is locked, or hidden. This way, because the friendlier one waits until this program is in front again.
fn listen_for_screen() {
    let Some(centre) = CFNotificationCenter::distributed_center() else {
        return;
    };
    for name in SCREEN {
        // SAFETY: `screen` has the shape that is called, uses no pointer, and lives as long as the program; nobody in
        // particular observes, and anybody may say it.
        unsafe {
            centre.add_observer(
                null(),
                Some(screen),
                Some(&CFString::from_static_str(name)),
                null(),
                CFNotificationSuspensionBehavior::DeliverImmediately,
            );
        }
    }
}

unsafe extern "C-unwind" fn screen(
    _centre: *mut CFNotificationCenter,
    _observer: *mut c_void,
    _name: *const CFNotificationName,
    _object: *const c_void,
    _more: *const CFDictionary,
) {
    apart();
}

/// Somebody else's desk is shown, or the session ends.
fn listen_for_the_session() {
    let centre = NSWorkspace::sharedWorkspace().notificationCenter();
    let told = RcBlock::new(|_: NonNull<NSNotification>| apart());
    // SAFETY: constants of the system.
    let names = unsafe {
        [
            NSWorkspaceSessionDidResignActiveNotification,
            NSWorkspaceWillPowerOffNotification,
        ]
    };
    for name in names {
        // SAFETY: whoever says it, it is said on the thread that says it; the block holds nothing, and the centre
        // keeps a copy of it.
        let observer = unsafe {
            centre.addObserverForName_object_queue_usingBlock(Some(name), None, None, &told)
        };
        // It listens for as long as the program runs; let go of, it need not.
        std::mem::forget(observer);
    }
}

/// This is the thread that draws, which has to draw the closing.
fn apart() {
    std::thread::spawn(|| {
        if let Some(then) = THEN.get() {
            then();
        }
    });
}

/// Nobody without the rights of the system attaches to this process to read its memory. A developer may.
pub fn keep_memory_in() {
    if cfg!(not(debug_assertions)) {
        // SAFETY: this request takes no pointer and touches nothing of ours.
        unsafe { libc::ptrace(libc::PT_DENY_ATTACH, 0, std::ptr::null_mut(), 0) };
    }
}
