//! Making, opening and closing the book.

use awai::{CheckReport, Cost, DraftSave, Guessing, Opened, Passphrase, Tongue, Weight};
use serde::Serialize;
use tauri::{AppHandle, Manager};
use zeroize::Zeroizing;

use super::{apart, in_book};
use crate::closing::After;
use crate::session::{Answer, Session};
use crate::{clock, closing, window};

/// Six words, and the phrase they make.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Suggestion {
    words: Vec<String>,
    /// As it is typed.
    phrase: String,
    /// How long such words hold.
    #[cfg_attr(test, ts(type = "Guessing"))]
    guessing: Guessing,
}

/// What a phrase of one's own is worth.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Weighed {
    enough: bool,
    #[cfg_attr(test, ts(type = "Weight"))]
    why: Weight,
}

#[tauri::command]
pub async fn suggest_passphrase(app: AppHandle, lang: Tongue) -> Answer<Suggestion> {
    apart(app, move |_| {
        let words = Passphrase::suggest(lang);
        let phrase = words.join(" ");
        Ok(Suggestion {
            words,
            phrase,
            guessing: Passphrase::guessing(lang),
        })
    })
    .await
}

#[tauri::command]
pub async fn weigh_passphrase(app: AppHandle, phrase: String) -> Answer<Weighed> {
    let phrase = Zeroizing::new(phrase);
    apart(app, move |_| {
        let why = Passphrase::weigh(&phrase);
        let enough = why == Weight::Fine;
        Ok(Weighed { enough, why })
    })
    .await
}

#[tauri::command]
pub async fn create_journal(
    app: AppHandle,
    passphrase: String,
    draft: Option<DraftSave>,
) -> Answer<Opened> {
    let passphrase = Zeroizing::new(passphrase);
    let made = apart(app.clone(), move |session| {
        session.create(&passphrase, draft.as_ref(), clock::now())
    })
    .await;
    if made.is_ok() && app.state::<Session>().is_deserted() {
        // It does not lie open behind a locked screen.
        closing::ask_the_page(&app, After::Stay);
    }
    made
}

#[tauri::command]
pub async fn unlock(app: AppHandle, passphrase: String) -> Answer<Opened> {
    let passphrase = Zeroizing::new(passphrase);
    apart(app, move |session| {
        session.unlock(&passphrase, clock::now())
    })
    .await
}

#[tauri::command]
pub async fn look_closer(app: AppHandle) -> Answer<Opened> {
    in_book(app, |journal| journal.look_closer()).await
}

#[tauri::command]
pub async fn accept_older(app: AppHandle) -> Answer<()> {
    in_book(app, |journal| journal.accept_older()).await
}

/// Answers only when the book stays open: otherwise the page that asked is gone.
#[tauri::command]
pub async fn close_book(app: AppHandle, draft: Option<DraftSave>) -> Answer<()> {
    apart(app.clone(), move |session| {
        session.close(draft.as_ref(), clock::now())
    })
    .await?;
    closing::closed(&app);
    Ok(())
}

/// Closes the book as [`close_book`] does and takes the window from sight, or ends the program, as was chosen. Where no
/// book is open, only that. Answers only when the book stays open, because the last words could not be kept.
#[tauri::command]
pub async fn hide_book(app: AppHandle, draft: Option<DraftSave>) -> Answer<()> {
    apart(app.clone(), move |session| {
        match session.close(draft.as_ref(), clock::now()) {
            Err(trouble) if session.is_open() => Err(trouble),
            _ => Ok(()),
        }
    })
    .await?;
    closing::hidden(&app);
    Ok(())
}

/// Takes the window from sight, whatever the book is doing: the disk may be slow, and the lock held.
#[tauri::command]
pub async fn minimise(app: AppHandle) -> Answer<()> {
    apart(app.clone(), move |session| {
        window::minimise(&app);
        // Whoever hides does not wait for a copy.
        session.hurry();
        Ok(())
    })
    .await
}

/// Whether this is the passphrase of the open book: asked by a door that was shut before a book that stayed open.
#[tauri::command]
pub async fn prove(app: AppHandle, passphrase: String) -> Answer<()> {
    let passphrase = Zeroizing::new(passphrase);
    in_book(app, move |journal| {
        journal.prove(&Passphrase::new(&passphrase)?)
    })
    .await
}

/// The window goes as soon as no book is open: what kept it has been settled.
#[tauri::command]
pub async fn leave(app: AppHandle) -> Answer<()> {
    apart(app.clone(), move |session| {
        session.leave(true);
        if !session.is_open() {
            closing::closed(&app);
        }
        Ok(())
    })
    .await
}

#[tauri::command]
pub async fn still_here(app: AppHandle) -> Answer<()> {
    apart(app, |session| {
        session.still_here();
        Ok(())
    })
    .await
}

#[tauri::command]
pub async fn change_passphrase(app: AppHandle, old: String, new: String) -> Answer<()> {
    let (old, new) = (Zeroizing::new(old), Zeroizing::new(new));
    in_book(app, move |journal| {
        let (old, new) = (Passphrase::new(&old)?, Passphrase::chosen(&new)?);
        journal.change_passphrase(&old, &new, Cost::EVERYDAY)
    })
    .await
}

#[tauri::command]
pub async fn check_journal(app: AppHandle) -> Answer<CheckReport> {
    in_book(app, |journal| journal.check()).await
}
