//! Pictures of the open journal, by their opaque names: `awai-media://localhost/NAME`, those of a letter,
//! `…/letter/VERSION/NUMBER`, and those of a copy that is looked at beside the book, `…/sibling/NAME`. With a closed
//! book, or for any other name, there is nothing here.

use tauri::http::{Request, Response, StatusCode, header};
use tauri::{Manager, Runtime, UriSchemeContext, UriSchemeResponder};

use awai::{Error, LetterVersionId, PictureId};

use crate::commands::letters;
use crate::held::Held;
use crate::session::Session;
use crate::traces;

/// Answers the page, away from the thread that draws the window.
#[allow(
    clippy::needless_pass_by_value,
    reason = "the form that a protocol is registered with"
)]
pub fn answer<R: Runtime>(
    context: UriSchemeContext<'_, R>,
    request: Request<Vec<u8>>,
    responder: UriSchemeResponder,
) {
    let app = context.app_handle().clone();
    tauri::async_runtime::spawn_blocking(move || {
        let found = picture(&app.state::<Session>(), request.uri().path());
        traces::wipe_the_stack();
        responder.respond(response(found));
    });
}

fn picture(session: &Session, path: &str) -> Option<(&'static str, Vec<u8>)> {
    if let Some((kind, bytes)) = session.picture_together(path) {
        return Some((media_type(&kind)?, bytes));
    }
    let (kind, bytes) = match Named::read(path)? {
        Named::Kept(id) => session.with(|journal| journal.picture(id)).ok()?,
        Named::InSibling(id) => session
            .with_held(|journal, held| {
                let sibling = held.sibling.as_deref().ok_or(Error::NotHere)?;
                journal.sibling_picture(sibling, id)
            })
            .ok()?,
        Named::Leaving(number) => {
            let file = |held: &Held| held.sealings.first().ok_or(Error::NotHere)?.file(number);
            session.with_held(|_, held| file(held)).ok()?
        }
        Named::InLetter { version, number } => letters::file_of(session, version, number).ok()?,
    };
    Some((media_type(&kind)?, bytes))
}

/// Which picture is meant: one of a page, here or in the copy that is looked at, or the nth file of a letter: kept, just
/// arrived, or about to leave.
#[derive(Debug, PartialEq)]
enum Named {
    Kept(PictureId),
    InSibling(PictureId),
    Leaving(usize),
    InLetter {
        version: Option<LetterVersionId>,
        number: usize,
    },
}

impl Named {
    fn read(path: &str) -> Option<Named> {
        let mut names = path.strip_prefix('/')?.split('/');
        let named = match (names.next()?, names.next(), names.next()) {
            (id, None, None) => Named::Kept(id.parse().ok()?),
            ("sibling", Some(id), None) => Named::InSibling(id.parse().ok()?),
            ("letter", Some("leaving"), Some(number)) => Named::Leaving(number.parse().ok()?),
            ("letter", Some(version), Some(number)) => Named::InLetter {
                version: match version {
                    "arrived" => None,
                    version => Some(version.parse().ok()?),
                },
                number: number.parse().ok()?,
            },
            _ => return None,
        };
        names.next().is_none().then_some(named)
    }
}

/// The type of what we stored ourselves; anything else is not served.
fn media_type(kind: &str) -> Option<&'static str> {
    match kind {
        "png" => Some("image/png"),
        "jpeg" => Some("image/jpeg"),
        "webp" => Some("image/webp"),
        _ => None,
    }
}

fn response(found: Option<(&'static str, Vec<u8>)>) -> Response<Vec<u8>> {
    let status = match found {
        Some(_) => StatusCode::OK,
        None => StatusCode::NOT_FOUND,
    };
    let (kind, bytes) = found.unwrap_or(("text/plain", Vec::new()));
    let mut response = Response::new(bytes);
    *response.status_mut() = status;
    let headers = response.headers_mut();
    for (name, value) in [
        (header::CONTENT_TYPE, kind),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::CACHE_CONTROL, "no-store"),
    ] {
        headers.insert(name, header::HeaderValue::from_static(value));
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_means_one_picture_or_none() {
        let name = "00112233445566778899aabbccddeeff";
        assert!(matches!(
            Named::read(&format!("/{name}")),
            Some(Named::Kept(_))
        ));
        assert!(matches!(
            Named::read(&format!("/sibling/{name}")),
            Some(Named::InSibling(_))
        ));
        assert!(matches!(
            Named::read(&format!("/letter/{name}/3")),
            Some(Named::InLetter {
                version: Some(_),
                number: 3
            })
        ));
        assert!(matches!(
            Named::read("/letter/arrived/0"),
            Some(Named::InLetter {
                version: None,
                number: 0
            })
        ));
        assert_eq!(Named::read("/letter/leaving/2"), Some(Named::Leaving(2)));
        for path in [
            "",
            "/",
            "/letter",
            "/letter/arrived",
            "/letter/arrived/-1",
            "/letter/../0",
            "/letter/arrived/0/x",
            "/x/arrived/0",
            "/sibling",
            "/sibling/../0",
        ] {
            assert_eq!(Named::read(path), None, "{path}");
        }
    }

    #[test]
    fn only_the_kinds_of_pictures_we_keep_have_a_type() {
        assert_eq!(media_type("jpeg"), Some("image/jpeg"));
        for kind in ["svg", "html", "image/png", ""] {
            assert_eq!(media_type(kind), None);
        }
    }

    #[test]
    fn what_is_not_there_is_answered_without_a_word() {
        let response = response(None);
        assert_eq!(response.status(), StatusCode::NOT_FOUND);
        assert!(response.body().is_empty());
    }

    #[test]
    fn a_picture_is_never_guessed_at_and_never_stored() {
        let response = response(Some(("image/png", vec![1])));
        assert_eq!(
            response.headers()[header::X_CONTENT_TYPE_OPTIONS],
            "nosniff"
        );
        assert_eq!(response.headers()[header::CACHE_CONTROL], "no-store");
    }
}
