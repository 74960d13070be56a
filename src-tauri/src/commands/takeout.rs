//! Taking everything out, and bringing in what was taken out. The passphrase is asked anew; where a file lies is
//! chosen in a dialog of the system, and the page never learns it.

use awai::{BroughtIn, Cost, Error, OutAsk, Passphrase, TakenOut, Whether, taken_out_is_closed};
use serde::Serialize;
use tauri::AppHandle;
use zeroize::Zeroizing;

use super::apart;
use crate::session::Answer;
use crate::{choose, clock};

/// A file that was chosen to be brought in.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ChosenOut {
    /// Its passphrase is needed.
    closed: bool,
}

/// Nothing when no place was chosen.
#[tauri::command]
pub async fn take_out(
    app: AppHandle,
    asked: OutAsk,
    passphrase: String,
) -> Answer<Option<TakenOut>> {
    let passphrase = Zeroizing::new(passphrase);
    apart(app.clone(), move |session| {
        let passphrase = Passphrase::new(&passphrase)?;
        // A slip is told before a place is chosen.
        session.with(|journal| journal.prove(&passphrase))?;
        let day = clock::now().date_naive();
        let name = match asked.ending() {
            "" => format!("journal-{day}"),
            ending => format!("journal-{day}.{ending}"),
        };
        let Some(place) = choose::place(&app, "takeout-title", &name) else {
            return Ok(None);
        };
        let tongue = session.settings().language;
        let _writes = session.writes()?;
        let with = (Cost::EVERYDAY, tongue);
        let taken = session.with_watched(|journal, _, watch| {
            journal.take_out_watched(asked, &passphrase, with, &place, clock::now(), watch)
        })?;
        Ok(Some(taken))
    })
    .await
}

/// Nothing when nothing was chosen. The file is held until it is brought in or the book closes.
#[tauri::command]
pub async fn bring_in_choose(app: AppHandle) -> Answer<Option<ChosenOut>> {
    apart(app.clone(), move |session| {
        let Some(path) = choose::file(&app, "takeout-in-title", &["age", "json"]) else {
            return Ok(None);
        };
        let closed = taken_out_is_closed(&path)?;
        session.with_held(|_, held| {
            held.taken_out = Some(path);
            Ok(Some(ChosenOut { closed }))
        })
    })
    .await
}

/// Brings in the file that was chosen last, whole or not at all; then it is let go of. `passphrase` is empty for one in
/// clear. It may take a while: closing the book ends it, and nothing came then.
#[tauri::command]
pub async fn bring_in(app: AppHandle, passphrase: String) -> Answer<BroughtIn> {
    let passphrase = Zeroizing::new(passphrase);
    apart(app, move |session| {
        let passphrase = match passphrase.is_empty() {
            true => None,
            false => Some(Passphrase::new(&passphrase)?),
        };
        session.with_watched(|journal, held, watch| {
            let path = held.taken_out.as_ref().ok_or(Error::NotFound)?;
            let (phrase, bring, now) = (passphrase.as_ref(), Whether::Bring, clock::now());
            let brought = journal.bring_in_watched(path, phrase, bring, now, watch)?;
            held.taken_out = None;
            Ok(brought)
        })
    })
    .await
}
