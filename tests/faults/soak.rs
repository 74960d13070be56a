//! How long a fault is looked at. The ordinary size is what `cargo test` takes; `cargo xtask soak ROW` runs the same
//! code at full size, and keeps the line that `figure` says.

/// How many times: so many as usual, or what the soak asks for.
pub fn times(ordinary: usize) -> usize {
    std::env::var("AWAI_SOAK")
        .ok()
        .and_then(|wanted| wanted.parse().ok())
        .unwrap_or(ordinary)
}

/// Says what was seen, in a line that the soak finds again.
pub fn figure(seen: &str) {
    println!("figure: {seen}");
}
