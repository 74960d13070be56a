//! The people, groups and places between whom things happen.

use awai::{NewTie, Tie};
use tauri::AppHandle;

use super::in_book;
use crate::clock;
use crate::session::Answer;

#[tauri::command]
pub async fn ties(app: AppHandle) -> Answer<Vec<Tie>> {
    in_book(app, |journal| journal.ties()).await
}

#[tauri::command]
pub async fn add_tie(app: AppHandle, tie: NewTie) -> Answer<Tie> {
    in_book(app, move |journal| journal.add_tie(&tie, clock::now())).await
}
