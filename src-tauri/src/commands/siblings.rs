//! Copies of the book that a sync tool made beside it: found, looked at, brought over, laid aside. The page knows them
//! by their names beside the book, and never where they lie.

use awai::{Beside, Cover, FromSibling, ReflectionId, Sibling, SiblingChoices, SiblingPage};
use tauri::AppHandle;

use super::{apart, in_book};
use crate::clock;
use crate::session::Answer;

#[tauri::command]
pub async fn siblings(app: AppHandle) -> Answer<Vec<Sibling>> {
    in_book(app, |journal| journal.siblings()).await
}

#[tauri::command]
pub async fn compare_sibling(app: AppHandle, name: String) -> Answer<Beside> {
    apart(app, move |session| {
        session.with_held(|journal, held| {
            let path = journal.sibling_named(&name)?;
            let beside = journal.compare_sibling(&path)?;
            held.sibling = Some(path);
            Ok(beside)
        })
    })
    .await
}

#[tauri::command]
pub async fn sibling_pages(
    app: AppHandle,
    name: String,
    ids: Vec<ReflectionId>,
    uncover: bool,
) -> Answer<Vec<SiblingPage>> {
    let cover = match uncover {
        true => Cover::Opened,
        false => Cover::Closed,
    };
    in_book(app, move |journal| {
        journal.sibling_pages(&journal.sibling_named(&name)?, &ids, cover)
    })
    .await
}

/// Looked through, copied and written, which takes a while: closing the book ends it, and nothing came then.
#[tauri::command]
pub async fn bring_from_sibling(
    app: AppHandle,
    name: String,
    choices: SiblingChoices,
) -> Answer<FromSibling> {
    apart(app, move |session| {
        session.with_watched(|journal, _, watch| {
            let path = journal.sibling_named(&name)?;
            journal.bring_from_sibling(&path, &choices, clock::now(), watch)
        })
    })
    .await
}

#[tauri::command]
pub async fn lay_sibling_aside(app: AppHandle, name: String) -> Answer<()> {
    in_book(app, move |journal| {
        journal.lay_sibling_aside(&journal.sibling_named(&name)?)
    })
    .await
}
