//! What we move toward, and what was tried.

use awai::{Intention, IntentionId, IntentionState, NewIntention, NewTry, TryId};
use tauri::AppHandle;

use super::in_book;
use crate::clock;
use crate::session::Answer;

#[tauri::command]
pub async fn intentions(app: AppHandle) -> Answer<Vec<Intention>> {
    in_book(app, |journal| journal.intentions()).await
}

#[tauri::command]
pub async fn intention(app: AppHandle, id: IntentionId) -> Answer<Intention> {
    in_book(app, move |journal| journal.intention(id)).await
}

#[tauri::command]
pub async fn add_intention(app: AppHandle, intention: NewIntention) -> Answer<IntentionId> {
    in_book(app, move |journal| {
        journal.add_intention(&intention, clock::now())
    })
    .await
}

#[tauri::command]
pub async fn change_intention(
    app: AppHandle,
    id: IntentionId,
    intention: NewIntention,
) -> Answer<()> {
    in_book(app, move |journal| {
        journal.change_intention(id, &intention, clock::now())
    })
    .await
}

#[tauri::command]
pub async fn set_intention_state(
    app: AppHandle,
    id: IntentionId,
    state: IntentionState,
) -> Answer<()> {
    in_book(app, move |journal| journal.set_intention_state(id, state)).await
}

#[tauri::command]
pub async fn erase_intention(app: AppHandle, id: IntentionId) -> Answer<()> {
    in_book(app, move |journal| journal.erase_intention(id)).await
}

#[tauri::command]
pub async fn add_try(app: AppHandle, intention: IntentionId, tried: NewTry) -> Answer<TryId> {
    in_book(app, move |journal| journal.add_try(intention, &tried)).await
}

#[tauri::command]
pub async fn change_try(app: AppHandle, id: TryId, tried: NewTry) -> Answer<()> {
    in_book(app, move |journal| journal.change_try(id, &tried)).await
}

#[tauri::command]
pub async fn erase_try(app: AppHandle, id: TryId) -> Answer<()> {
    in_book(app, move |journal| journal.erase_try(id)).await
}
