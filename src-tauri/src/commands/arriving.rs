//! What comes in: a file that was chosen, dropped or named when the program was started, or a pasted text. Who wrote it
//! is told first and its words only when they are asked for; nothing is written before the person says what becomes of
//! it. Where a file lies, the page never learns.

use std::path::Path;

use awai::{
    Arrived, CarriedFile, CompanionId, Error, Journal, LetterFace, LetterShown, LetterVersionId,
    Result, SpokenWords, Writer,
};
use serde::{Deserialize, Serialize};
use tauri::AppHandle;
use zeroize::Zeroizing;

use super::apart;
use crate::held::Held;
use crate::session::{Answer, Session};
use crate::{choose, clock};

/// What came in.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Arrival {
    what: ArrivalWhat,
    /// It came in a file, which still lies where it was.
    in_file: bool,
}

/// What a file or a pasted text turned out to be.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ArrivalWhat {
    /// It opens with eight words.
    UnderWords,
    /// An invitation, or the reply to one: pairing goes on from here.
    Pairing,
    /// A reply that was taken in before.
    PairedAlready {
        #[cfg_attr(test, ts(type = "string"))]
        companion: CompanionId,
    },
    /// A letter. Of its words only the cover is told.
    Letter {
        #[cfg_attr(test, ts(type = "LetterFace"))]
        face: Box<LetterFace>,
        /// Its name on the shelf, once it stands there.
        #[cfg_attr(test, ts(type = "string"))]
        version: LetterVersionId,
    },
    /// A letter that only a newer program can read.
    Newer {
        #[cfg_attr(test, ts(type = "Writer"))]
        writer: Writer,
    },
}

/// What becomes of what came in.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Becomes {
    Kept,
    Later,
    Returned,
    Erased,
}

/// Where it stands now.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Settled {
    /// Its writer, when that is a companion.
    #[cfg_attr(test, ts(type = "string | null"))]
    companion: Option<CompanionId>,
    /// Its name on the shelf, when it can be read there.
    #[cfg_attr(test, ts(type = "string | null"))]
    version: Option<LetterVersionId>,
    /// The file it came in still lies where it was.
    in_file: bool,
}

/// Looks at a file of the person's choice; nothing when none was chosen.
#[tauri::command]
pub async fn look_chosen(app: AppHandle) -> Answer<Option<Arrival>> {
    apart(app.clone(), move |session| {
        match choose::file(&app, "arriving-open", &["age", "txt", "asc"]) {
            Some(path) => look_at(session, &path).map(Some),
            None => Ok(None),
        }
    })
    .await
}

/// Whether a file waits that was dropped or handed in. It is asked before anything else is done for one: most of the
/// time none does.
#[tauri::command]
pub async fn file_waits(app: AppHandle) -> Answer<bool> {
    apart(app, |session| Ok(session.file_waits())).await
}

/// Looks at the next file that was dropped or handed in; nothing when none waits.
#[tauri::command]
pub async fn look_handed_in(app: AppHandle) -> Answer<Option<Arrival>> {
    apart(app, |session| match session.next_file() {
        Some(path) => look_at(session, &path).map(Some),
        None => Ok(None),
    })
    .await
}

/// Looks at a text that was pasted.
#[tauri::command]
pub async fn look_pasted(app: AppHandle, text: String) -> Answer<Arrival> {
    let text = Zeroizing::new(text);
    apart(app, move |session| {
        session.with_watched(|journal, held, watch| {
            held.let_arrived_go();
            held.arrived = Some(journal.look_watched(text.as_bytes(), watch)?);
            held.arrival()
        })
    })
    .await
}

/// Opens what came in with the words that were said. Other words change nothing.
#[tauri::command]
pub async fn look_under(app: AppHandle, words: String) -> Answer<Arrival> {
    let words = Zeroizing::new(words);
    apart(app, move |session| {
        let words = SpokenWords::read(&words)?;
        session.with_watched(|journal, held, watch| {
            let Some(Arrived::UnderWords(closed)) = &held.arrived else {
                return Err(Error::NotHere);
            };
            held.arrived = Some(journal.look_under_watched(closed, &words, watch)?);
            held.arrival()
        })
    })
    .await
}

/// What came in last, if it is not settled yet.
#[tauri::command]
pub async fn arrival(app: AppHandle) -> Answer<Option<Arrival>> {
    apart(app, |session| {
        session.with_held(|_, held| match held.arrived {
            Some(_) => held.arrival().map(Some),
            None => Ok(None),
        })
    })
    .await
}

/// The words of the letter that came in.
#[tauri::command]
pub async fn arrival_words(app: AppHandle) -> Answer<LetterShown> {
    apart(app, |session| {
        session.with_held(|_, held| match &held.arrived {
            Some(Arrived::Letter(incoming)) => incoming.shown(),
            _ => Err(Error::NotHere),
        })
    })
    .await
}

/// Says what becomes of what came in. From then on it is on the shelf or gone from here.
#[tauri::command]
pub async fn settle_arrival(app: AppHandle, becomes: Becomes) -> Answer<Settled> {
    apart(app, move |session| {
        session.with_held(|journal, held| {
            let settled = settle(journal, held, becomes)?;
            held.arrived = None;
            Ok(settled)
        })
    })
    .await
}

/// Lets go of what came in, as if nobody had looked.
#[tauri::command]
pub async fn put_arrival_away(app: AppHandle) -> Answer<()> {
    apart(app, |session| {
        session.with_held(|_, held| {
            held.let_arrived_go();
            Ok(())
        })
    })
    .await
}

/// Erases the file that the last letter came in, where it lies.
#[tauri::command]
pub async fn erase_carried(app: AppHandle) -> Answer<()> {
    apart(app, |session| {
        session.with_held(|_, held| {
            held.carried.as_ref().ok_or(Error::LetterGone)?.erase()?;
            held.carried = None;
            Ok(())
        })
    })
    .await
}

fn look_at(session: &Session, path: &Path) -> Answer<Arrival> {
    let (carried, bytes) = CarriedFile::read(path)?;
    session.with_watched(|journal, held, watch| {
        held.let_arrived_go();
        held.arrived = Some(journal.look_watched(&bytes, watch)?);
        held.carried = Some(carried);
        held.arrival()
    })
}

fn settle(journal: &mut Journal, held: &Held, becomes: Becomes) -> Result<Settled> {
    let now = clock::now();
    let in_file = held.carried.is_some();
    let on_shelf = becomes == Becomes::Kept || becomes == Becomes::Later;
    match &held.arrived {
        Some(Arrived::Letter(incoming)) => {
            match becomes {
                Becomes::Kept => journal.keep_letter(incoming, now)?,
                Becomes::Later => journal.keep_for_later(incoming, now)?,
                Becomes::Returned => journal.return_unread(incoming, now)?,
                Becomes::Erased => journal.erase_arrived(incoming, now)?,
            }
            Ok(Settled {
                companion: companion_of(&incoming.face().writer),
                version: on_shelf.then(|| incoming.version()),
                in_file,
            })
        }
        Some(Arrived::Newer(newer)) => {
            if on_shelf {
                journal.keep_newer(newer, now)?;
            }
            Ok(Settled {
                companion: companion_of(&newer.writer),
                version: None,
                in_file,
            })
        }
        _ => Err(Error::NotHere),
    }
}

fn companion_of(writer: &Writer) -> Option<CompanionId> {
    match writer {
        Writer::Companion { id, .. } => Some(*id),
        Writer::Me | Writer::Unknown => None,
    }
}

impl Held {
    /// What came in last, as it is told.
    fn arrival(&self) -> Result<Arrival> {
        let what = match self.arrived.as_ref().ok_or(Error::NotHere)? {
            Arrived::UnderWords(_) => ArrivalWhat::UnderWords,
            Arrived::Invitation(_) | Arrived::Reply(_) => ArrivalWhat::Pairing,
            Arrived::PairedAlready(companion) => ArrivalWhat::PairedAlready {
                companion: *companion,
            },
            Arrived::Letter(incoming) => ArrivalWhat::Letter {
                face: Box::new(incoming.face().clone()),
                version: incoming.version(),
            },
            Arrived::Newer(newer) => ArrivalWhat::Newer {
                writer: newer.writer.clone(),
            },
        };
        Ok(Arrival {
            what,
            in_file: self.carried.is_some(),
        })
    }

    fn let_arrived_go(&mut self) {
        self.arrived = None;
        self.carried = None;
    }
}
