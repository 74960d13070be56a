//! Writing: the draft, and the page it becomes.

use awai::{Draft, DraftSave, Kept, PageLine, ReflectionId};
use tauri::AppHandle;

use super::in_book;
use crate::clock;
use crate::session::Answer;

#[tauri::command]
pub async fn draft(app: AppHandle, page: Option<ReflectionId>) -> Answer<Option<Draft>> {
    in_book(app, move |journal| journal.draft(page)).await
}

#[tauri::command]
pub async fn keep_draft(app: AppHandle, save: DraftSave) -> Answer<Kept> {
    in_book(app, move |journal| journal.keep_draft(&save, clock::now())).await
}

#[tauri::command]
pub async fn finish_draft(app: AppHandle, save: DraftSave) -> Answer<PageLine> {
    in_book(app, move |journal| {
        journal.finish_draft(&save, clock::now())
    })
    .await
}

#[tauri::command]
pub async fn drop_draft(app: AppHandle, page: Option<ReflectionId>) -> Answer<()> {
    in_book(app, move |journal| journal.drop_draft(page)).await
}
