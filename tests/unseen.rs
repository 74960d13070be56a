//! What a test does not look at, because something it needs is not here.

use std::io::Write;

/// Says what is not looked at, and why, to whoever runs the tests: what a test prints is heard only when it fails. A
/// soak that hears it writes nothing into its table.
pub fn not_looked_at(what: &str, why: &str) {
    let _ = writeln!(std::io::stderr(), "Not looked at: {what}: {why}");
}
