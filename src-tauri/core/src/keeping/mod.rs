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

pub(crate) use exchange::is_put_by;

/// Finishes whatever was decided in a journal's folder and cut short.
pub(crate) fn settle(folder: &std::path::Path) -> crate::Result<()> {
    erase::settle(folder)?;
    exchange::settle(folder)
}
