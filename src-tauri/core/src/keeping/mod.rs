//! Keeping: whole copies of a journal and the way back from them, what comes in from elsewhere as a whole, and what
//! goes out as a whole.

pub(crate) mod backup;
mod exchange;
pub(crate) mod import;
mod new_key;
pub(crate) mod restore;
pub(crate) mod sheet;
pub(crate) mod siblings;
pub(crate) mod takeout;
pub(crate) mod watch;
pub(crate) mod words_kept;

pub(crate) use exchange::settle;
