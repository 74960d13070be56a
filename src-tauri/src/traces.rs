//! What could be left behind: nothing. What was written is wiped from memory as soon as nobody uses it, no memory
//! is written to disk when the program ends badly, and a panic names a place in our own code, never a value.

use std::io::Write;

/// Called first of all.
pub fn leave_none() {
    wipe_what_is_let_go();
    awai::keep_memory_from_the_disk();
    #[cfg(not(target_os = "linux"))]
    crate::foreign::keep_memory_in();
    std::panic::set_hook(Box::new(|panic| {
        let place = panic
            .location()
            .map_or_else(String::new, ToString::to_string);
        // The message of a panic may hold a value; its place never does.
        let _ = writeln!(
            std::io::stderr(),
            "something unexpected happened at {place}"
        );
    }));
}

/// How deep the core's work goes into the stack, and some more.
const DEPTH: usize = 256 * 1024;

/// Overwrites what work that has just returned left on the stack of its thread, which waits for more work: the last
/// piece of a page whose digest was taken still stood there after the book was closed (measured).
#[inline(never)]
pub fn wipe_the_stack() {
    let mut below = [0u8; DEPTH];
    // Otherwise nobody reads it, and it would not be written at all.
    std::hint::black_box(&mut below);
}

/// Memory that is given back keeps what was in it until somebody else writes there. After the book was closed, a text
/// still stood up to seventeen times in this process: in what SQLite, the wire and WebKit had let go of (measured).
/// The C library can overwrite it, and WebKit can be told to use the C library; both only listen to the environment
/// they start in. So the program starts itself once more. With this, none was left.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
fn wipe_what_is_let_go() {
    use std::os::unix::process::CommandExt;
    const TUNE: &str = "GLIBC_TUNABLES";
    // Small pieces would otherwise be kept aside unwiped for the next who asks.
    const WIPE: &str = "glibc.malloc.perturb=165:glibc.malloc.tcache_count=0";
    let tuned = std::env::var(TUNE).unwrap_or_default();
    if tuned.contains(WIPE) {
        // The page's own process ends with the book; it need not wipe, and is quicker without.
        gtk::glib::unsetenv(TUNE);
        gtk::glib::unsetenv("Malloc");
        return;
    }
    let Ok(program) = std::env::current_exe() else {
        return;
    };
    let tune = [tuned.as_str(), WIPE].join(":");
    let mut again = std::process::Command::new(program);
    again
        .args(std::env::args_os().skip(1))
        .env(TUNE, tune.trim_start_matches(':'))
        .env("Malloc", "1")
        // Otherwise the graphics library notes in the home folder that something was drawn here (seen from a stick).
        .env("MESA_SHADER_CACHE_DISABLE", "true");
    // It only comes back when that failed; then the journal still works.
    let _ = again.exec();
}

#[cfg(not(all(target_os = "linux", target_env = "gnu")))]
fn wipe_what_is_let_go() {}
