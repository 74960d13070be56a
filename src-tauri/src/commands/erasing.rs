//! Erasing everything, after the passphrase.

use awai::{CopiesToo, ToErase};
use tauri::{AppHandle, Manager};
use zeroize::Zeroizing;

use super::apart;
use crate::erasing::SettingsToo;
use crate::session::{Answer, Session};
use crate::{clock, closing};

#[tauri::command]
pub async fn to_erase(app: AppHandle) -> Answer<ToErase> {
    apart(app, |session| {
        session.with(|_| Ok(()))?;
        Ok(awai::to_erase(&session.lives().journal))
    })
    .await
}

/// Answers only when the book stays open: otherwise the page that asked is gone.
#[tauri::command]
pub async fn erase_everything(
    app: AppHandle,
    passphrase: String,
    copies: CopiesToo,
    settings: SettingsToo,
) -> Answer<()> {
    let passphrase = Zeroizing::new(passphrase);
    let done = apart(app.clone(), move |session| {
        session.erase(&passphrase, copies, settings, clock::now())
    })
    .await;
    if !app.state::<Session>().is_open() {
        closing::closed(&app);
    }
    done
}
