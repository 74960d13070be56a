//! The program `awai` as a person meets it: a command line, what comes in, what comes out, and the number it
//! ends with. Every test has a home of its own in a temporary folder.

// What is cut here are ids and days, which are ASCII.
#![allow(clippy::string_slice)]

mod alive;
mod book;
mod clocks;
mod ending;
mod keeping;
mod letters;
mod memory;
mod pages;
mod pictures;
mod prompts;
#[cfg(unix)]
mod readme;
mod refusals;
mod room;
mod words;
