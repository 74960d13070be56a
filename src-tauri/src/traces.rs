//! What a fault could leave behind: nothing. No memory is written to disk when the program ends badly, and a
//! panic names a place in our own code, never a value.

use std::io::Write;

/// Called first of all.
pub fn leave_none() {
    keep_memory_from_the_disk();
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

#[cfg(target_os = "linux")]
fn keep_memory_from_the_disk() {
    use rustix::process::{DumpableBehavior, Resource, Rlimit, set_dumpable_behavior, setrlimit};
    let none = Rlimit {
        current: Some(0),
        maximum: Some(0),
    };
    // The limit is inherited by the web process; the second keeps programs away that ignore the limit.
    // Where the system refuses, the journal still works.
    let _ = setrlimit(Resource::Core, none);
    let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
}

#[cfg(not(target_os = "linux"))]
fn keep_memory_from_the_disk() {}
