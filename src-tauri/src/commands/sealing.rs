//! Letters being put together, shown as they will leave, laid to rest, and sealed.

use awai::LetterDraftKept;
use tauri::AppHandle;

use super::in_book;
use crate::session::Answer;

#[tauri::command]
pub async fn letter_drafts(app: AppHandle) -> Answer<Vec<LetterDraftKept>> {
    in_book(app, |journal| journal.letter_drafts()).await
}
