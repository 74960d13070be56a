//! What the page may ask for: one short function a command. It takes what came over the wire, calls one verb of
//! the core, and returns what the core says. Nothing here runs on the thread that draws the window.

pub mod arriving;
pub mod book;
pub mod companions;
pub mod copying_out;
pub mod envelope;
pub mod erasing;
pub mod import;
pub mod keeping;
pub mod letters;
pub mod looking_back;
pub mod moments;
pub mod own;
pub mod pictures;
pub mod questions;
pub mod reading;
pub mod sealing;
pub mod siblings;
pub mod start;
pub mod takeout;
pub mod ties;
pub mod together;
pub mod toward;
pub mod writing;

use awai::{Error, Journal, LetterId, TroubleKind};
use tauri::{AppHandle, Manager};

use crate::choose;
use crate::session::{Answer, Session};
use crate::traces;

/// Does something that may take a while, apart. A fault of ours ends in a sentence, not in a page that waits.
async fn apart<T: Send + 'static>(
    app: AppHandle,
    work: impl FnOnce(&Session) -> Answer<T> + Send + 'static,
) -> Answer<T> {
    let done = tauri::async_runtime::spawn_blocking(move || {
        let answer = work(&app.state::<Session>());
        traces::wipe_the_stack();
        answer
    });
    done.await
        .unwrap_or_else(|_| Err(Error::Unexpected("a command").into()))
}

/// Does something with the open journal.
async fn in_book<T: Send + 'static>(
    app: AppHandle,
    work: impl FnOnce(&mut Journal) -> awai::Result<T> + Send + 'static,
) -> Answer<T> {
    apart(app, |session| session.with(work)).await
}

/// What leaves as a file.
#[derive(Clone, Copy)]
enum Leaves {
    Invitation,
    Reply,
    Letter,
    /// A letter in a page that any browser opens.
    Page,
}

/// Saves a sealed file, under a name that tells nothing unless the person gives it another.
fn put_away(
    app: &AppHandle,
    session: &Session,
    title: &str,
    what: Leaves,
    bytes: &[u8],
) -> Answer<bool> {
    let Some(path) = choose::place(app, title, &name_of(what)) else {
        return Ok(false);
    };
    session.write_out(&path, bytes)?;
    Ok(true)
}

/// A name that tells nothing.
fn name_of(what: Leaves) -> String {
    let chance: String = LetterId::fresh().to_string().chars().take(4).collect();
    match what {
        Leaves::Invitation => format!("invite-{chance}.age"),
        Leaves::Reply => format!("reply-{chance}.age"),
        Leaves::Letter => format!("letter-{chance}.age"),
        Leaves::Page => format!("letter-{chance}.html"),
    }
}

/// Writes a file where the person wants it, called `name` unless they call it otherwise; `title` is the key of a
/// sentence. Says whether it was written: nothing is when no place was chosen. A book that closed while the dialog stood
/// open gives nothing out any more.
fn save(app: &AppHandle, title: &str, name: &str, bytes: &[u8]) -> Answer<bool> {
    let session = app.state::<Session>();
    let shut = session.shut();
    let Some(path) = choose::place(app, title, name) else {
        return Ok(false);
    };
    if session.shut() != shut {
        return Err(TroubleKind::Closed.into());
    }
    session.write_out(&path, bytes)?;
    Ok(true)
}
