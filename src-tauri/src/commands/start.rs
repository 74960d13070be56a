//! What the page asks for before there is a book: where it is, how to speak and look.

use awai::{Error, Tongue, TroubleKind, speech};
use serde::Serialize;
use tauri::AppHandle;

use super::apart;
use crate::clock;
use crate::session::{Answer, Session};
use crate::settings::Settings;
use crate::window;

/// Where a window that wakes finds itself.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Start {
    settings: Settings,
    journal: Book,
    /// The folder of the journal, to be shown to its owner.
    folder: String,
    /// The local day.
    #[cfg_attr(test, ts(type = "string"))]
    today: chrono::NaiveDate,
    system: System,
    /// A journal was erased here, and some of its files are still there.
    erased_in_part: bool,
    /// The page before this one ended by itself.
    fell: bool,
    /// Why the book was not opened again after what was done to it last, or that its closing stopped something.
    #[cfg_attr(test, ts(type = "TroubleKind | null"))]
    left: Option<TroubleKind>,
    version: &'static str,
}

/// How the book stands.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Book {
    /// There is none yet.
    None,
    Closed,
    Open,
    /// It is closed, and pages of it are read together.
    Together,
}

/// What we run on.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum System {
    Linux,
    Windows,
    Macos,
}

#[tauri::command]
pub async fn start(app: AppHandle) -> Answer<Start> {
    apart(app, |session| Ok(Start::of(session))).await
}

impl Start {
    fn of(session: &Session) -> Start {
        let journal = match (session.is_open(), session.has_journal()) {
            (true, _) => Book::Open,
            _ if session.is_together() => Book::Together,
            (false, true) => Book::Closed,
            (false, false) => Book::None,
        };
        let system = if cfg!(target_os = "macos") {
            System::Macos
        } else if cfg!(windows) {
            System::Windows
        } else {
            System::Linux
        };
        Start {
            settings: session.settings(),
            journal,
            folder: session.lives().journal.display().to_string(),
            today: clock::now().date_naive(),
            system,
            fell: session.has_fallen(),
            left: session.told_at_the_door(),
            erased_in_part: awai::erasing_stands(&session.lives().journal),
            version: env!("CARGO_PKG_VERSION"),
        }
    }
}

#[tauri::command]
pub async fn catalogue(app: AppHandle, language: Tongue) -> Answer<String> {
    apart(app, move |_| Ok(speech::catalogue(language))).await
}

#[tauri::command]
pub async fn set_settings(app: AppHandle, settings: Settings) -> Answer<Settings> {
    let set = |session: &Session| Ok((session.set_settings(settings), session.settings()));
    let (kept, worn) = apart(app.clone(), set).await?;
    window::wear(&app, &worn);
    kept
}

#[tauri::command]
pub async fn print_page(app: AppHandle) -> Answer<()> {
    apart(app.clone(), move |_| {
        let window = window::the_one(&app).ok_or(Error::Unexpected("print"))?;
        window.print().map_err(|_| Error::Unexpected("print"))?;
        Ok(())
    })
    .await
}
