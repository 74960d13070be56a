//! What is copied out of the window, to be pasted elsewhere.

use awai::Error;
use tauri::AppHandle;
use zeroize::Zeroizing;

use super::apart;
use crate::clipboard::{self, Stays};
use crate::session::Answer;

#[tauri::command]
pub async fn copy_out(app: AppHandle, text: String, stays: Stays) -> Answer<()> {
    let text = Zeroizing::new(text);
    apart(app.clone(), move |_| {
        match clipboard::put(&app, text, stays) {
            true => Ok(()),
            false => Err(Error::Unexpected("clipboard").into()),
        }
    })
    .await
}
