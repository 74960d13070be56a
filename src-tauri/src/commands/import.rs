//! Bringing pages over: the export is chosen in a dialog of the system, read and counted; writing is asked for apart.

use awai::{Error, Import, ImportCount, ImportFormat};
use serde::Serialize;
use tauri::AppHandle;

use super::apart;
use crate::session::Answer;
use crate::{choose, clock};

/// What an export holds.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Counted {
    #[cfg_attr(test, ts(type = "ImportCount"))]
    count: ImportCount,
}

/// Nothing when nothing was chosen. The page learns what is in the export, never where it lies.
#[tauri::command]
pub async fn import_choose(app: AppHandle) -> Answer<Option<Counted>> {
    apart(app.clone(), move |session| {
        let Some(path) = choose::file(&app, "settings-bring", &["json", "zip"]) else {
            return Ok(None);
        };
        let import = Import::read(ImportFormat::DayOne, &path)?;
        session.with_held(|journal, held| {
            let count = journal.count_import(&import)?;
            held.import = Some(import);
            Ok(Some(Counted { count }))
        })
    })
    .await
}

/// Brings over what was counted last, whole or not at all; then it is let go of.
#[tauri::command]
pub async fn import_begin(app: AppHandle) -> Answer<ImportCount> {
    apart(app, |session| {
        session.with_held(|journal, held| {
            let import = held.import.as_ref().ok_or(Error::NotFound)?;
            let count = journal.import(import, clock::now())?;
            held.import = None;
            Ok(count)
        })
    })
    .await
}
