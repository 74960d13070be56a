//! Moments on a page, and the openings gathered.

use awai::{MomentId, NewMoment, Openings, ReflectionId};
use tauri::AppHandle;

use super::in_book;
use crate::clock;
use crate::session::Answer;

#[tauri::command]
pub async fn mark_moment(
    app: AppHandle,
    page: ReflectionId,
    moment: NewMoment,
) -> Answer<MomentId> {
    in_book(app, move |journal| {
        journal.mark_moment(page, &moment, clock::now())
    })
    .await
}

#[tauri::command]
pub async fn change_moment(app: AppHandle, id: MomentId, moment: NewMoment) -> Answer<()> {
    in_book(app, move |journal| {
        journal.change_moment(id, &moment, clock::now())
    })
    .await
}

#[tauri::command]
pub async fn unmark_moment(app: AppHandle, id: MomentId) -> Answer<()> {
    in_book(app, move |journal| journal.unmark_moment(id, clock::now())).await
}

#[tauri::command]
pub async fn openings(app: AppHandle, after: Option<MomentId>, limit: u32) -> Answer<Openings> {
    in_book(app, move |journal| journal.openings(after, limit)).await
}
