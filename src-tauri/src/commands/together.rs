//! Reading together: chosen pages on one screen, with the book closed behind them.

use tauri::AppHandle;

use super::apart;
use crate::session::Answer;
use crate::together::{ReadTogether, ToRead};
use crate::{clock, closing};

/// Takes out what was chosen, closes the book, and begins the page anew: the one that asked is gone.
#[tauri::command]
pub async fn begin_together(app: AppHandle, chosen: Vec<ToRead>) -> Answer<()> {
    apart(app.clone(), move |session| {
        session.begin_together(&chosen, clock::now())
    })
    .await?;
    closing::closed(&app);
    Ok(())
}

/// What is read together now; nothing when it was put away.
#[tauri::command]
pub async fn read_together(app: AppHandle) -> Answer<Vec<ReadTogether>> {
    apart(app, |session| Ok(session.read_together())).await
}
