//! Keeping: whole copies of a journal and the way back from them, what comes in from elsewhere as a whole, and what
//! goes out as a whole.

pub(crate) mod backup;
pub(crate) mod erase;
mod exchange;
pub(crate) mod import;
mod new_key;
pub(crate) mod restore;
pub(crate) mod sheet;
pub(crate) mod siblings;
pub(crate) mod takeout;
pub(crate) mod watch;
pub(crate) mod words_kept;

pub(crate) use exchange::{is_left_over, is_put_by, leave_no_parts};

/// Finishes whatever was decided in a journal's folder and cut short.
///
/// # Errors
/// [`crate::Error::ExchangeUnfinished`]: what lies there is not the journal any more, and what will be is not there
/// yet. Files of an erased journal that cannot be removed keep nobody from anything; they are told elsewhere.
pub(crate) fn settle(folder: &std::path::Path) -> crate::Result<()> {
    let _ = erase::settle(folder);
    exchange::settle(folder)
}
