//! What a test saw.

/// Says what was seen, in a line that the soak finds again.
#[allow(clippy::print_stdout)] // Heard by whoever asked for more.
pub fn figure(seen: &str) {
    println!("figure: {seen}");
}
