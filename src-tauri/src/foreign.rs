//! Calls of Windows and macOS that no crate makes safe: the only room of ours with `unsafe` in it, one file a system,
//! and beside each call why it holds. Nothing here knows of books; whoever asks is told, and says what is done.

#![cfg_attr(
    not(target_os = "linux"),
    allow(
        unsafe_code,
        reason = "callbacks of C, and calls that no crate makes safe"
    )
)]

mod meaning;

#[cfg(target_os = "macos")]
#[path = "foreign/macos.rs"]
mod system;
#[cfg(windows)]
#[path = "foreign/windows.rs"]
mod system;

#[cfg(not(target_os = "linux"))]
pub use system::{hear, keep_memory_in};
