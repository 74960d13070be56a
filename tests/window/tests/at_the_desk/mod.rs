//! What happens at the desk of somebody who writes where others come by: the book closes by itself, everything is
//! hidden at once, and what was copied goes. Some of it takes a minute and more of waiting; together they wait beside
//! each other.

mod clipboard;
mod closing;
mod copies;
mod dialogs;
mod hiding;
