//! Copies and keys: backed up by hand, brought back, twelve words on a sheet, a new key.

use awai::{
    Backup, Cost, Headway, LastBackup, Opened, Passphrase, SquareCode, Tongue, TroubleKind,
    TwelveWords, WordsKept, backups_in,
};
use serde::Serialize;
use tauri::{AppHandle, Manager};
use zeroize::Zeroizing;

use super::{apart, in_book, save};
use crate::copying::By;
use crate::session::{Answer, Session};
use crate::{choose, clock, closing};

/// How the copies of the journal stand.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Copies {
    /// The last one that was found whole.
    #[cfg_attr(test, ts(type = "LastBackup | null"))]
    last: Option<LastBackup>,
    /// Those in the journal's own folder, the newest first.
    #[cfg_attr(test, ts(type = "Backup[]"))]
    here: Vec<Backup>,
    /// How far the one is that is being made.
    #[cfg_attr(test, ts(type = "Headway | null"))]
    at: Option<Headway>,
    /// Why the copy of the day could not be made, as long as none could since.
    #[cfg_attr(test, ts(type = "TroubleKind | null"))]
    refused: Option<TroubleKind>,
}

/// Twelve words, and their code for a camera.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Drawn {
    words: Vec<String>,
    #[cfg_attr(test, ts(type = "SquareCode"))]
    code: SquareCode,
}

#[tauri::command]
pub async fn copies(app: AppHandle) -> Answer<Copies> {
    apart(app, |session| {
        let at = session.copying().at();
        let refused = session.copying().refused();
        // While one is being copied nobody waits for the book to be told how far it is.
        if at.is_some() {
            return Ok(Copies {
                last: None,
                here: Vec::new(),
                at,
                refused,
            });
        }
        session.with(|journal| {
            Ok(Copies {
                last: journal.last_backup(),
                here: journal.backups(),
                at,
                refused,
            })
        })
    })
    .await
}

/// Nothing when a place was to be chosen and none was.
#[tauri::command]
pub async fn back_up(app: AppHandle, elsewhere: bool) -> Answer<Option<Backup>> {
    apart(app.clone(), move |session| {
        let place = match elsewhere {
            true => match choose::folder(&app, "keeping-choose-place") {
                Some(place) => Some(place),
                None => return Ok(None),
            },
            false => None,
        };
        session
            .back_up(place.as_deref(), By::Hand, clock::now())
            .map(Some)
    })
    .await
}

#[tauri::command]
pub async fn stop_backup(app: AppHandle) -> Answer<()> {
    apart(app, |session| {
        session.copying().stop();
        Ok(())
    })
    .await
}

/// The copies in the folder of the journal, open or not. Their names are all that is looked at.
#[tauri::command]
pub async fn copies_here(app: AppHandle) -> Answer<Vec<Backup>> {
    apart(app, |session| {
        Ok(backups_in(&session.lives().journal.join("backups")))
    })
    .await
}

/// Lets a copy be chosen that lies elsewhere; says whether one was.
#[tauri::command]
pub async fn choose_copy(app: AppHandle) -> Answer<bool> {
    apart(app.clone(), move |session| {
        let chosen = choose::folder(&app, "keeping-choose-copy");
        let any = chosen.is_some();
        if any {
            *session.copying().chosen() = chosen;
        }
        Ok(any)
    })
    .await
}

/// Brings back a copy of those that are here, by its name, or the one that was chosen, and opens it.
#[tauri::command]
pub async fn bring_back_copy(
    app: AppHandle,
    name: Option<String>,
    passphrase: String,
) -> Answer<Opened> {
    let passphrase = Zeroizing::new(passphrase);
    apart(app, move |session| {
        let here = backups_in(&session.lives().journal.join("backups"));
        let from = match name {
            Some(name) => here
                .into_iter()
                .find(|copy| copy.name == name)
                .map(|copy| copy.folder),
            None => session.copying().chosen().clone(),
        };
        let from = from.ok_or(TroubleKind::NoBackup)?;
        session.bring_back(&from, &passphrase, clock::now())
    })
    .await
}

#[tauri::command]
pub async fn words_kept(app: AppHandle) -> Answer<Vec<WordsKept>> {
    in_book(app, |journal| journal.words_kept()).await
}

/// Draws twelve words to be written down. They open nothing yet.
#[tauri::command]
pub async fn draw_sheet(app: AppHandle, lang: Tongue) -> Answer<Drawn> {
    apart(app, move |session| {
        let drawn = TwelveWords::draw(lang)?;
        let told = Drawn {
            words: drawn.shown().to_vec(),
            code: drawn.code()?,
        };
        *session.copying().drawn() = Some(drawn);
        Ok(told)
    })
    .await
}

/// Writes the sheet that is shown into a file, for printing; says whether it was.
#[tauri::command]
pub async fn save_sheet(app: AppHandle, lang: Tongue) -> Answer<bool> {
    apart(app.clone(), move |session| {
        let sheet = {
            let drawn = session.copying().drawn();
            let drawn = drawn.as_ref().ok_or(awai::TroubleKind::NotHere)?;
            drawn.sheet(lang, clock::now().date_naive())?
        };
        save(&app, "keeping-sheet-save", "sheet.html", sheet.as_bytes())
    })
    .await
}

/// The words of the sheet open the journal from now on, once three of them came back; says whether they did.
#[tauri::command]
pub async fn keep_sheet(
    app: AppHandle,
    passphrase: String,
    back: Vec<(usize, String)>,
) -> Answer<bool> {
    let passphrase = Zeroizing::new(passphrase);
    apart(app, move |session| {
        let mut drawn = session.copying().drawn();
        let words = drawn.as_ref().ok_or(awai::TroubleKind::NotHere)?;
        let all = back.iter().all(|(place, word)| words.is_at(*place, word));
        if back.len() < 3 || !all {
            return Ok(false);
        }
        let passphrase = Passphrase::new(&passphrase)?;
        session.with(|journal| {
            journal.keep_words(WordsKept::Sheet, words, &passphrase, Cost::EVERYDAY)
        })?;
        *drawn = None;
        Ok(true)
    })
    .await
}

/// The words that are shown are let go of.
#[tauri::command]
pub async fn drop_sheet(app: AppHandle) -> Answer<()> {
    apart(app, |session| {
        *session.copying().drawn() = None;
        Ok(())
    })
    .await
}

#[tauri::command]
pub async fn let_go_of_words(app: AppHandle, kept: WordsKept, passphrase: String) -> Answer<()> {
    let passphrase = Zeroizing::new(passphrase);
    in_book(app, move |journal| {
        journal.prove(&Passphrase::new(&passphrase)?)?;
        journal.let_go_of_words(kept)
    })
    .await
}

/// Where the book could not be opened again under its new key, a fresh page stands at the door and says why.
#[tauri::command]
pub async fn renew_key(app: AppHandle, old: String, new: String) -> Answer<()> {
    let (old, new) = (Zeroizing::new(old), Zeroizing::new(new));
    let done = apart(app.clone(), move |session| session.renew_key(&old, &new)).await;
    if app.state::<Session>().left().is_some() {
        closing::closed(&app);
    }
    done
}
