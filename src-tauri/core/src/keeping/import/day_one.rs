//! Day One's JSON export.

use std::path::Path;

use super::Import;
use crate::error::{Error, Result};

/// Reads an export.
pub(super) fn read(_path: &Path) -> Result<Import> {
    Err(Error::NotADayOneExport)
}
