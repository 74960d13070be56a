//! Twelve words in an envelope that only a companion's Awai opens: made, and opened when somebody gave one into
//! my hands. Its words are drawn here and shown to nobody on this side.

use awai::{CarriedFile, CompanionId, Cost, Passphrase, TwelveWords, WordsKept};
use serde::Serialize;
use tauri::AppHandle;
use zeroize::Zeroizing;

use super::apart;
use crate::choose;
use crate::session::Answer;

/// An envelope of somebody else's, open.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct EnvelopeTold {
    /// Whose pair it came through.
    called: String,
    /// The name in it.
    name: String,
    /// To be said by voice.
    words: Vec<String>,
}

/// Seals twelve fresh words for a companion into a file, and lets them open the book. Says whether it was done: not
/// when no place was chosen.
#[tauri::command]
pub async fn make_envelope(
    app: AppHandle,
    companion: CompanionId,
    passphrase: String,
) -> Answer<bool> {
    let passphrase = Zeroizing::new(passphrase);
    apart(app.clone(), move |session| {
        let passphrase = Passphrase::new(&passphrase)?;
        let tongue = session.settings().language;
        let words = TwelveWords::draw(tongue)?;
        // A slip is told before a place is chosen.
        let sealed = session.with(|journal| {
            journal.prove(&passphrase)?;
            journal.seal_envelope(companion, &words)
        })?;
        let name: String = companion.to_string().chars().take(8).collect();
        let name = format!("envelope-{name}.age");
        let Some(path) = choose::place(&app, "keeping-envelope-place", &name) else {
            return Ok(false);
        };
        let _writes = session.writes()?;
        // The dialog may have stood open for longer than the book: then nothing is written.
        session.with(|journal| {
            let give = || awai::write_elsewhere(&path, &sealed);
            let kept = WordsKept::Envelope;
            journal.keep_words_given(kept, &words, &passphrase, Cost::EVERYDAY, give)
        })?;
        Ok(true)
    })
    .await
}

/// Nothing when nothing was chosen. Nothing of it is kept.
#[tauri::command]
pub async fn open_envelope(app: AppHandle) -> Answer<Option<EnvelopeTold>> {
    apart(app.clone(), move |session| {
        let Some(path) = choose::file(&app, "keeping-envelope-choose", &["age"]) else {
            return Ok(None);
        };
        let (_, file) = CarriedFile::read(&path)?;
        let opened = session.with(|journal| journal.open_envelope(&file))?;
        Ok(Some(EnvelopeTold {
            called: opened.called,
            name: opened.name,
            words: opened.words.to_vec(),
        }))
    })
    .await
}
