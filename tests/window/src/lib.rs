//! The real window, driven as a person would: through WebKit's own driver, on a display of its own, with a home
//! folder that goes away. Each story opens its own window.
//!
//! The driver is spoken to directly: tauri's own drops the text of a key press, and then nothing can be typed.

#![cfg(target_os = "linux")]

mod alone;
mod book;
mod book_many;
mod book_questions;
mod book_years;
mod bus;
mod chromium;
mod cut;
mod desktop;
mod driver;
mod friend;
mod home;
mod input_method;
mod look;
mod person;
mod screen;
mod started;
mod stranger;
mod system;
mod wayland;
mod window;

pub use alone::{Alone, Weight, files_that_hold, holds, memory_can_be_read, middle, open_by_keys};
pub use awai_tests::not_looked_at;
pub use book::{PHRASE, a_book, lay_at_hand, write_a_book};
pub use book_many::{QUESTIONS, TIES, write_a_book_of_many};
pub use book_years::{write_names_into, write_years_into};
pub use bus::Bus;
pub use chromium::{Chromium, Light, Media};
pub use cut::with_the_network_cut;
pub use desktop::Minimised;
pub use driver::{Around, Driver, until};
pub use friend::{Friend, befriend};
pub use home::{EVERY_LIGHT, Home, NARROW, at, holder, the_file_in};
pub use input_method::InputMethod;
pub use look::{Look, MANNERS, faults, none};
pub use screen::Screen;
pub use started::{Started, give_the_keys, windows, xdotool};
pub use stranger::{Stranger, hand_a_card};
pub use system::System;
pub use wayland::{Wayland, differing, drawn};
pub use window::{Keys, Told, Window, desktop};

use std::future::Future;

/// Runs a story to its end. A window that does not answer ends it, so that nothing hangs for ever.
pub fn story(told: impl Future<Output = Told>) {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a story can be told");
    // A machine that does much else takes minutes for a long look around; each step has a patience of its own.
    let patience = std::time::Duration::from_secs(480);
    let outcome = runtime.block_on(async { tokio::time::timeout(patience, told).await });
    match outcome {
        Ok(Ok(())) => {}
        Ok(Err(why)) => panic!("{why}"),
        Err(_) => panic!("the story did not come to its end within {patience:?}"),
    }
}
