//! What a person keeps at hand for themselves: company, words of their own, a practice; and the made-up exchanges.

use awai::{Company, CompanyId, Example, MyWord, MyWordId, NewCompany, NewMyWord, Practice};
use tauri::AppHandle;

use super::in_book;
use crate::clock;
use crate::session::Answer;

#[tauri::command]
pub async fn company(app: AppHandle) -> Answer<Vec<Company>> {
    in_book(app, |journal| journal.company()).await
}

#[tauri::command]
pub async fn add_company(app: AppHandle, company: NewCompany) -> Answer<CompanyId> {
    in_book(app, move |journal| journal.add_company(&company)).await
}

#[tauri::command]
pub async fn change_company(app: AppHandle, id: CompanyId, company: NewCompany) -> Answer<()> {
    in_book(app, move |journal| journal.change_company(id, &company)).await
}

#[tauri::command]
pub async fn move_company(app: AppHandle, id: CompanyId, before: Option<CompanyId>) -> Answer<()> {
    in_book(app, move |journal| journal.move_company(id, before)).await
}

#[tauri::command]
pub async fn erase_company(app: AppHandle, id: CompanyId) -> Answer<()> {
    in_book(app, move |journal| journal.erase_company(id)).await
}

#[tauri::command]
pub async fn my_words(app: AppHandle) -> Answer<Vec<MyWord>> {
    in_book(app, |journal| journal.my_words()).await
}

#[tauri::command]
pub async fn add_my_word(app: AppHandle, word: NewMyWord) -> Answer<MyWordId> {
    in_book(app, move |journal| journal.add_my_word(&word)).await
}

#[tauri::command]
pub async fn change_my_word(app: AppHandle, id: MyWordId, word: NewMyWord) -> Answer<()> {
    in_book(app, move |journal| journal.change_my_word(id, &word)).await
}

#[tauri::command]
pub async fn erase_my_word(app: AppHandle, id: MyWordId) -> Answer<()> {
    in_book(app, move |journal| journal.erase_my_word(id)).await
}

#[tauri::command]
pub async fn practice(app: AppHandle) -> Answer<Option<Practice>> {
    in_book(app, |journal| journal.practice()).await
}

#[tauri::command]
pub async fn set_practice(app: AppHandle, practice: Option<Practice>) -> Answer<()> {
    in_book(app, move |journal| journal.set_practice(practice.as_ref())).await
}

#[tauri::command]
pub async fn examples(app: AppHandle) -> Answer<Vec<Example>> {
    in_book(app, |journal| journal.examples()).await
}

#[tauri::command]
pub async fn take_example_away(app: AppHandle, id: String) -> Answer<()> {
    in_book(app, move |journal| {
        journal.take_example_away(&id, clock::now())
    })
    .await
}

#[tauri::command]
pub async fn bring_examples_back(app: AppHandle) -> Answer<()> {
    in_book(app, |journal| journal.bring_examples_back()).await
}
