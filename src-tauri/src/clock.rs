//! The one place where this program reads the clock.

use awai::Now;

/// This moment, with the offset of this place.
#[allow(
    clippy::disallowed_methods,
    reason = "the core is told the time; here it is read"
)]
pub fn now() -> Now {
    chrono::Local::now().fixed_offset()
}
