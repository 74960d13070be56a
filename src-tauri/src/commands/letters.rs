//! Letters on the shelf: an exchange, a letter read, what came along with it, letting go of it. Received words are only
//! ever read.

use awai::{
    Arrived, CompanionId, Error, LetterLine, LetterShown, LetterVersionId, QuestionId, Result,
    SharedPage, Thread,
};
use serde::Serialize;
use tauri::AppHandle;

use super::{apart, in_book, save};
use crate::clock;
use crate::session::{Answer, Session};

/// A version of "what we know now", and the letter that brought it.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SharedVersion {
    #[cfg_attr(test, ts(type = "SharedPage"))]
    page: SharedPage,
    #[cfg_attr(test, ts(type = "LetterLine"))]
    line: LetterLine,
}

#[tauri::command]
pub async fn thread(app: AppHandle, companion: CompanionId) -> Answer<Thread> {
    in_book(app, move |journal| journal.thread(companion)).await
}

#[tauri::command]
pub async fn letters_of_nobody(app: AppHandle) -> Answer<Vec<LetterLine>> {
    in_book(app, |journal| journal.letters_of_nobody()).await
}

#[tauri::command]
pub async fn read_letter(app: AppHandle, version: LetterVersionId) -> Answer<LetterShown> {
    in_book(app, move |journal| journal.read_letter(version)).await
}

/// The letter as it was sealed.
#[tauri::command]
pub async fn letter_text(app: AppHandle, version: LetterVersionId) -> Answer<String> {
    in_book(app, move |journal| journal.letter_text(version)).await
}

/// From now on a letter that was laid by is kept.
#[tauri::command]
pub async fn take_up_letter(app: AppHandle, version: LetterVersionId) -> Answer<()> {
    in_book(app, move |journal| {
        journal.take_up_letter(version, clock::now())
    })
    .await
}

#[tauri::command]
pub async fn erase_letter(app: AppHandle, version: LetterVersionId) -> Answer<()> {
    in_book(app, move |journal| journal.erase_letter(version)).await
}

/// Erases the words of all the letters that a wish of theirs names.
#[tauri::command]
pub async fn follow_release(app: AppHandle, version: LetterVersionId) -> Answer<()> {
    in_book(app, move |journal| journal.follow_release(version)).await
}

#[tauri::command]
pub async fn answered_same_question(
    app: AppHandle,
    companion: CompanionId,
    question: QuestionId,
) -> Answer<bool> {
    in_book(app, move |journal| {
        journal.answered_same_question(companion, &question)
    })
    .await
}

#[tauri::command]
pub async fn shared_pages(app: AppHandle, companion: CompanionId) -> Answer<Vec<SharedVersion>> {
    in_book(app, move |journal| {
        let pages = journal.shared_pages(companion)?.into_iter();
        Ok(pages
            .map(|(page, line)| SharedVersion { page, line })
            .collect())
    })
    .await
}

/// A text that came along, to be read here. Without a version it is that of the letter that came in last.
#[tauri::command]
pub async fn letter_file_words(
    app: AppHandle,
    version: Option<LetterVersionId>,
    number: usize,
) -> Answer<String> {
    apart(app, move |session| {
        let (sort, bytes) = file_of(session, version, number)?;
        if sort != "text" {
            return Err(Error::BadRequest.into());
        }
        Ok(String::from_utf8(bytes).map_err(|_| Error::LetterPicture)?)
    })
    .await
}

/// Saves a picture or a text that came along. Says whether it was written: nothing is when no place was chosen.
#[tauri::command]
pub async fn save_letter_file(
    app: AppHandle,
    version: Option<LetterVersionId>,
    number: usize,
) -> Answer<bool> {
    apart(app.clone(), move |session| {
        let (sort, bytes) = file_of(session, version, number)?;
        let name = match sort.as_str() {
            "png" => "picture.png",
            "jpeg" => "picture.jpg",
            "webp" => "picture.webp",
            _ => "text.txt",
        };
        save(&app, "arriving-file-save", name, &bytes)
    })
    .await
}

/// A file of a letter: its sort and its bytes. Without a version it is that of the letter that came in last.
pub fn file_of(
    session: &Session,
    version: Option<LetterVersionId>,
    number: usize,
) -> Answer<(String, Vec<u8>)> {
    session.with_held(|journal, held| -> Result<_> {
        match (version, &held.arrived) {
            (Some(version), _) => journal.letter_file(version, number),
            (None, Some(Arrived::Letter(incoming))) => incoming.file(number),
            _ => Err(Error::NotHere),
        }
    })
}
