//! Looking back: lists, pages, what is found, what is set aside.

use awai::{
    Cover, Hits, Month, Page, PageLine, Pages, PagesAsk, ReflectionId, SearchAsk, TieId, Version,
};
use tauri::AppHandle;

use super::in_book;
use crate::clock;
use crate::session::Answer;

#[tauri::command]
pub async fn pages(app: AppHandle, ask: PagesAsk) -> Answer<Pages> {
    in_book(app, move |journal| journal.pages(&ask)).await
}

#[tauri::command]
pub async fn months(app: AppHandle, tie: Option<TieId>) -> Answer<Vec<Month>> {
    in_book(app, move |journal| journal.months(tie)).await
}

#[tauri::command]
pub async fn page(app: AppHandle, id: ReflectionId, uncover: bool) -> Answer<Page> {
    in_book(app, move |journal| journal.page(id, cover(uncover))).await
}

#[tauri::command]
pub async fn versions(app: AppHandle, id: ReflectionId, uncover: bool) -> Answer<Vec<Version>> {
    in_book(app, move |journal| journal.versions(id, cover(uncover))).await
}

#[tauri::command]
pub async fn set_aside(app: AppHandle, id: ReflectionId) -> Answer<()> {
    in_book(app, move |journal| journal.set_aside(id, clock::now())).await
}

#[tauri::command]
pub async fn bring_back(app: AppHandle, id: ReflectionId) -> Answer<()> {
    in_book(app, move |journal| journal.bring_back(id)).await
}

#[tauri::command]
pub async fn erase_aside(app: AppHandle, id: ReflectionId) -> Answer<()> {
    in_book(app, move |journal| journal.erase_aside(id)).await
}

#[tauri::command]
pub async fn erase_versions(app: AppHandle, id: ReflectionId) -> Answer<()> {
    in_book(app, move |journal| journal.erase_versions(id)).await
}

#[tauri::command]
pub async fn aside(app: AppHandle) -> Answer<Vec<PageLine>> {
    in_book(app, |journal| journal.aside()).await
}

#[tauri::command]
pub async fn search(app: AppHandle, ask: SearchAsk) -> Answer<Hits> {
    in_book(app, move |journal| journal.search(&ask)).await
}

fn cover(uncover: bool) -> Cover {
    if uncover {
        Cover::Opened
    } else {
        Cover::Closed
    }
}
