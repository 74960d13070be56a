//! Looking back when it is asked for: a year on a page, words one returns to, an opening, a page from this day, an
//! old question, the pages of one sitting. Nothing of it comes by itself. And lines gathered for a group, which were
//! seen exactly as they leave.

use awai::{
    Draw, MomentLine, PageLine, Question, ReflectionId, ReturnedTo, ReturningAsk, SittingId,
    YearOnAPage,
};
use tauri::AppHandle;

use super::{apart, in_book, save};
use crate::clock;
use crate::session::Answer;

#[tauri::command]
pub async fn years(app: AppHandle) -> Answer<Vec<i32>> {
    in_book(app, |journal| journal.years()).await
}

#[tauri::command]
pub async fn year_on_a_page(app: AppHandle, year: i32) -> Answer<YearOnAPage> {
    in_book(app, move |journal| journal.year_on_a_page(year)).await
}

#[tauri::command]
pub async fn words_i_return_to(app: AppHandle, ask: ReturningAsk) -> Answer<ReturnedTo> {
    in_book(app, move |journal| journal.words_i_return_to(&ask)).await
}

#[tauri::command]
pub async fn an_opening(app: AppHandle) -> Answer<Option<MomentLine>> {
    in_book(app, |journal| journal.an_opening(Draw::fresh())).await
}

#[tauri::command]
pub async fn a_page_from_this_day(app: AppHandle) -> Answer<Option<PageLine>> {
    in_book(app, |journal| {
        journal.a_page_from_this_day(clock::now().date_naive(), Draw::fresh())
    })
    .await
}

#[tauri::command]
pub async fn an_old_question(app: AppHandle) -> Answer<Option<Question>> {
    in_book(app, |journal| journal.an_old_question(Draw::fresh())).await
}

#[tauri::command]
pub async fn not_this_page_again(app: AppHandle, page: ReflectionId) -> Answer<()> {
    in_book(app, move |journal| {
        journal.not_this_page_again(page, clock::now())
    })
    .await
}

#[tauri::command]
pub async fn pages_not_again(app: AppHandle) -> Answer<Vec<PageLine>> {
    in_book(app, |journal| journal.pages_not_again()).await
}

#[tauri::command]
pub async fn this_page_again(app: AppHandle, page: ReflectionId) -> Answer<()> {
    in_book(app, move |journal| journal.this_page_again(page)).await
}

#[tauri::command]
pub async fn sitting_pages(app: AppHandle, sitting: SittingId) -> Answer<Vec<PageLine>> {
    in_book(app, move |journal| journal.sitting_pages(sitting)).await
}

/// Writes the lines that were gathered, as they were shown. Says whether: nothing is when the person chose no place.
#[tauri::command]
pub async fn save_gathered(app: AppHandle, text: String) -> Answer<bool> {
    apart(app.clone(), move |session| {
        // A book that closed meanwhile gives nothing out any more.
        session.with(|_| Ok(()))?;
        let text = format!("{}\n", text.trim_end());
        save(&app, "gather-title", "page.txt", text.as_bytes())
    })
    .await
}
