//! Work that takes a while tells how far it is, and can be stopped between two steps.

use serde::Serialize;

use crate::error::{Error, Result};

/// What is being done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Copying the file, page by page.
    Copying,
    /// Reading everything for a comparison.
    Comparing,
    /// Looking through the copy.
    Checking,
    /// Writing pages out.
    Writing,
    /// Putting a letter together; counted in passages.
    Composing,
    /// Sealing a letter; counted in bytes.
    Sealing,
    /// Opening one; counted in bytes.
    Opening,
    /// Writing a sealed file to where it is carried from; counted in bytes.
    Saving,
}

/// How far it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Headway {
    /// What is being done.
    pub stage: Stage,
    /// So much is done,
    pub done: u32,
    /// out of this.
    pub of: u32,
}

/// Whether work goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GoOn {
    /// It does.
    Yes,
    /// It stops here, and leaves nothing half done.
    No,
}

/// Whoever is told how far it is, and says whether to go on: from another thread where a step would be too long.
pub struct Watch<'w>(Option<&'w mut (dyn FnMut(Headway) -> GoOn + Send)>);

impl<'w> Watch<'w> {
    /// Asked between two steps, a few milliseconds apart.
    pub fn new(ask: &'w mut (dyn FnMut(Headway) -> GoOn + Send)) -> Watch<'w> {
        Watch(Some(ask))
    }

    /// Nobody watches: it goes on to its end.
    pub fn nobody() -> Watch<'w> {
        Watch(None)
    }

    /// Whether anybody watches.
    pub(crate) fn is_there(&self) -> bool {
        self.0.is_some()
    }

    /// Tells how far it is.
    ///
    /// # Errors
    /// [`Error::Stopped`] when it is not to go on.
    pub(crate) fn tell_bytes(&mut self, stage: Stage, done: usize, of: usize) -> Result<()> {
        let number = |bytes: usize| u32::try_from(bytes).unwrap_or(u32::MAX);
        self.tell(stage, number(done), number(of))
    }

    /// The same, of anything.
    ///
    /// # Errors
    /// As [`Watch::tell_bytes`].
    pub(crate) fn tell(&mut self, stage: Stage, done: u32, of: u32) -> Result<()> {
        match self.goes_on(Headway { stage, done, of }) {
            GoOn::Yes => Ok(()),
            GoOn::No => Err(Error::Stopped),
        }
    }

    /// Tells how far it is, and hears whether to go on: for work that watches a part of itself.
    pub(crate) fn goes_on(&mut self, at: Headway) -> GoOn {
        let asked = self.0.as_mut();
        asked.map_or(GoOn::Yes, |ask| ask(at))
    }
}
