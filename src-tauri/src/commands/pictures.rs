//! Pictures on their way onto the page being written: chosen in a dialog of the system, dropped onto the window, or
//! pasted. Each is made fit to be kept before the book is asked for, and never lies in a file of ours. Where it came
//! from, the page never learns.

use awai::{Error, NewPicture, PictureAtHand, ReflectionId};
use serde::Deserialize;
use tauri::AppHandle;
use tauri::ipc::{InvokeBody, Request};
use zeroize::Zeroizing;

use super::{apart, in_book};
use crate::choose;
use crate::session::{Answer, Session};

/// Where a dropped picture may go.
#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Onto {
    /// The page being written: a new one when there is no id.
    Page {
        #[cfg_attr(test, ts(type = "string | null"))]
        id: Option<ReflectionId>,
    },
    /// No page is being written.
    Nothing,
}

/// The pictures that are there while a page is written.
#[tauri::command]
pub async fn pictures_at_hand(
    app: AppHandle,
    page: Option<ReflectionId>,
) -> Answer<Vec<PictureAtHand>> {
    in_book(app, move |journal| journal.pictures_at_hand(page)).await
}

/// Puts a picture of the person's choice beside the page; nothing when none was chosen.
#[tauri::command]
pub async fn choose_picture(
    app: AppHandle,
    page: Option<ReflectionId>,
) -> Answer<Option<PictureAtHand>> {
    apart(app.clone(), move |session| {
        session.with(|_| Ok(()))?;
        let endings = ["png", "jpg", "jpeg", "webp"];
        match choose::file(&app, "picture-add", &endings) {
            Some(path) => put(session, page, &NewPicture::read(&path)?).map(Some),
            None => Ok(None),
        }
    })
    .await
}

/// Puts the next file beside the page that was dropped, if it is a picture; nothing when none waits, or another file.
#[tauri::command]
pub async fn put_handed_in(app: AppHandle, onto: Onto) -> Answer<Option<PictureAtHand>> {
    apart(app, move |session| {
        let Some(path) = session.next_file_that(NewPicture::looks_like_one) else {
            return Ok(None);
        };
        match onto {
            Onto::Page { id } => put(session, id, &NewPicture::read(&path)?).map(Some),
            Onto::Nothing => Err(awai::TroubleKind::PictureNowhere.into()),
        }
    })
    .await
}

/// Puts a picture that was pasted beside the page. Its bytes come as they are, and the page's name beside them.
#[tauri::command]
pub async fn put_pasted(app: AppHandle, request: Request<'_>) -> Answer<PictureAtHand> {
    let InvokeBody::Raw(bytes) = request.body() else {
        return Err(Error::BadRequest.into());
    };
    let bytes = Zeroizing::new(bytes.clone());
    let page = match request.headers().get("page").map(|name| name.to_str()) {
        None => None,
        Some(name) => Some(name.map_err(|_| Error::BadRequest)?.parse()?),
    };
    apart(app, move |session| {
        put(session, page, &NewPicture::of(&bytes)?)
    })
    .await
}

fn put(
    session: &Session,
    page: Option<ReflectionId>,
    picture: &NewPicture,
) -> Answer<PictureAtHand> {
    session.with(|journal| journal.put_picture(page, picture))
}
