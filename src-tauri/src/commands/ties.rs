//! The people, groups and places between whom things happen.

use awai::{BetweenMap, CareFlag, NewTie, Standing, Tie, TieChange, TieId, TieNamingId, TieRoom};
use tauri::AppHandle;

use super::in_book;
use crate::clock;
use crate::session::Answer;

#[tauri::command]
pub async fn ties(app: AppHandle) -> Answer<Vec<Tie>> {
    in_book(app, |journal| journal.ties()).await
}

#[tauri::command]
pub async fn ties_without_care(app: AppHandle) -> Answer<Vec<Tie>> {
    in_book(app, |journal| journal.ties_without_care()).await
}

#[tauri::command]
pub async fn between_map(app: AppHandle) -> Answer<BetweenMap> {
    in_book(app, |journal| journal.between_map()).await
}

#[tauri::command]
pub async fn add_tie(app: AppHandle, tie: NewTie) -> Answer<Tie> {
    in_book(app, move |journal| journal.add_tie(&tie, clock::now())).await
}

#[tauri::command]
pub async fn tie_room(app: AppHandle, id: TieId) -> Answer<TieRoom> {
    in_book(app, move |journal| journal.tie_room(id)).await
}

#[tauri::command]
pub async fn change_tie(app: AppHandle, id: TieId, change: TieChange) -> Answer<Tie> {
    in_book(app, move |journal| {
        journal.change_tie(id, &change, clock::now())
    })
    .await
}

#[tauri::command]
pub async fn set_standing(app: AppHandle, id: TieId, standing: Standing) -> Answer<Tie> {
    in_book(app, move |journal| {
        journal.set_standing(id, standing, clock::now())
    })
    .await
}

#[tauri::command]
pub async fn set_care(app: AppHandle, id: TieId, flag: CareFlag) -> Answer<()> {
    in_book(app, move |journal| journal.set_care(id, flag)).await
}

#[tauri::command]
pub async fn erase_naming(app: AppHandle, id: TieNamingId) -> Answer<()> {
    in_book(app, move |journal| journal.erase_naming(id)).await
}

#[tauri::command]
pub async fn erase_tie(app: AppHandle, id: TieId) -> Answer<()> {
    in_book(app, move |journal| journal.erase_tie(id)).await
}
