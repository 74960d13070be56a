//! Keeping: what comes in from elsewhere as a whole, and (later) whole copies of a journal.

pub(crate) mod import;
pub(crate) mod takeout;
