//! Letters being put together, shown as they will leave, laid to rest, and sealed. What is sealed is what was shown,
//! byte for byte: the shown letters are held until then.

use awai::{
    CompanionId, Cost, Error, FoundName, Given, Headway, Journal, LetterDraft, LetterDraftKept,
    LetterId, LetterOffer, LetterShown, LetterVersionId, Now, Pages, PagesAsk, Paired,
    ReflectionId, Rest, Result, SealedFor, SealedUnderWords, Sealing, Tongue, Watch,
};
use serde::{Deserialize, Serialize};
use tauri::AppHandle;

use super::{Leaves, apart, in_book, put_away};
use crate::clock;
use crate::held::Held;
use crate::session::Answer;

/// A letter as one reader will get it.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Leaving {
    #[cfg_attr(test, ts(type = "string | null"))]
    to: Option<CompanionId>,
    /// What I call them; for somebody without Awai, the name in the letter.
    called: String,
    #[cfg_attr(test, ts(type = "Paired | null"))]
    paired: Option<Paired>,
    /// As Awai shows it to them.
    #[cfg_attr(test, ts(type = "LetterShown"))]
    shown: LetterShown,
    /// As it stands in the file, behind the first line, without the spaces that round its size: its beginning.
    text: LeavingText,
    /// How many bytes the opened letter has, rounded up so that its length tells little.
    #[cfg_attr(test, ts(type = "number"))]
    size: usize,
}

/// So many bytes of the text are told at once. Pictures stand in it as millions of letters and digits: no page lays
/// them all out for somebody who looks at the first of them.
const PIECE: usize = 128 * 1024;

/// A stretch of the text of a letter.
#[derive(Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct LeavingText {
    words: String,
    /// Where the next one begins; nothing when this is the last.
    #[cfg_attr(test, ts(type = "number | null"))]
    next: Option<usize>,
}

/// Whether a letter waits for the morning.
#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Goes {
    Rested,
    Now,
}

/// A sealed letter that waits to be saved or copied.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SealedTold {
    /// Names the file while the book is open.
    file: String,
    #[cfg_attr(test, ts(type = "string | null"))]
    to: Option<CompanionId>,
    called: String,
    /// The words that open it, when it is for somebody without Awai.
    words: Vec<String>,
    /// In bytes.
    #[cfg_attr(test, ts(type = "number"))]
    size: usize,
}

#[tauri::command]
pub async fn letter_drafts(app: AppHandle) -> Answer<Vec<LetterDraftKept>> {
    in_book(app, |journal| journal.letter_drafts()).await
}

#[tauri::command]
pub async fn letter_draft(app: AppHandle, id: LetterId) -> Answer<LetterDraftKept> {
    in_book(app, move |journal| journal.letter_draft(id)).await
}

#[tauri::command]
pub async fn keep_letter_draft(
    app: AppHandle,
    id: Option<LetterId>,
    draft: LetterDraft,
) -> Answer<LetterId> {
    in_book(app, move |journal| {
        journal.keep_letter_draft(id, &draft, clock::now())
    })
    .await
}

#[tauri::command]
pub async fn drop_letter_draft(app: AppHandle, id: LetterId) -> Answer<()> {
    in_book(app, move |journal| journal.drop_letter_draft(id)).await
}

#[tauri::command]
pub async fn rest_letter(app: AppHandle, id: LetterId) -> Answer<Now> {
    in_book(app, move |journal| journal.rest_letter(id, clock::now())).await
}

#[tauri::command]
pub async fn pages_to_offer(app: AppHandle, ask: PagesAsk) -> Answer<Pages> {
    in_book(app, move |journal| journal.pages_to_offer(&ask)).await
}

#[tauri::command]
pub async fn offer(app: AppHandle, page: ReflectionId) -> Answer<LetterOffer> {
    in_book(app, move |journal| journal.offer(page)).await
}

#[tauri::command]
pub async fn names_in(app: AppHandle, id: LetterId) -> Answer<Vec<FoundName>> {
    in_book(app, move |journal| journal.names_in(id)).await
}

/// The letter as each reader will get it. These bytes, and no others, can be sealed from now on.
#[tauri::command]
pub async fn show_leaving(app: AppHandle, id: LetterId) -> Answer<Vec<Leaving>> {
    apart(app, move |session| {
        session.with_watched(|journal, held, watch| {
            held.sealings = Vec::new();
            let sealings = journal.sealings_watched(id, clock::now(), watch)?;
            let leaving = sealings.iter().map(|one| leaving(journal, one)).collect();
            held.sealings = sealings;
            leaving
        })
    })
    .await
}

/// More of the text of the letter that was shown last to one of its readers, from where a stretch ended.
#[tauri::command]
pub async fn leaving_text(app: AppHandle, reader: usize, from: usize) -> Answer<LeavingText> {
    apart(app, move |session| {
        session.with_held(|_, held| {
            let sealing = held.sealings.get(reader).ok_or(Error::NotFound)?;
            stretch(sealing.preview(), from).ok_or(Error::BadRequest)
        })
    })
    .await
}

/// Seals what was shown last, for every reader.
#[tauri::command]
pub async fn seal(app: AppHandle, id: LetterId, goes: Goes) -> Answer<Vec<SealedTold>> {
    let rest = match goes {
        Goes::Rested => Rest::Rested,
        Goes::Now => Rest::SendNow,
    };
    apart(app, move |session| {
        let tongue = session.settings().language;
        session
            .with_watched(|journal, held, watch| seal_all(journal, held, (id, rest, tongue), watch))
    })
    .await
}

/// Seals a letter of mine once more, for when its file was lost.
#[tauri::command]
pub async fn seal_again(app: AppHandle, to: CompanionId, id: LetterId) -> Answer<SealedTold> {
    apart(app, move |session| {
        session.with_watched(|journal, held, watch| {
            let sealed = journal.seal_again(to, id, watch)?;
            let called = journal.companion(to)?.called;
            Ok(hold(held, (Some(to), called), sealed.bytes, Vec::new()))
        })
    })
    .await
}

/// Seals a letter of mine for somebody without Awai once more, under the same words.
#[tauri::command]
pub async fn seal_again_under_words(
    app: AppHandle,
    version: LetterVersionId,
) -> Answer<SealedTold> {
    apart(app, move |session| {
        session.with_watched(|journal, held, watch| {
            let sealed = journal.seal_again_under_words(version, Cost::DRAWN_WORDS, watch)?;
            hold_under_words(held, sealed)
        })
    })
    .await
}

/// The words that open a letter of mine for somebody without Awai; none for any other letter.
#[tauri::command]
pub async fn words_of_letter(app: AppHandle, version: LetterVersionId) -> Answer<Vec<String>> {
    in_book(app, move |journal| {
        let words = journal.words_of_letter(version)?;
        Ok(words.map_or_else(Vec::new, |words| words.shown().to_vec()))
    })
    .await
}

/// How far the letter is that is being put together, sealed, saved or opened; nothing when none is.
#[tauri::command]
pub async fn letter_headway(app: AppHandle) -> Answer<Option<Headway>> {
    apart(app, |session| {
        let at = session.letters().at();
        Ok(at.or_else(|| session.saving().at()))
    })
    .await
}

/// Ends what is being done with a letter; everything is as it was before.
#[tauri::command]
pub async fn stop_letter(app: AppHandle) -> Answer<()> {
    apart(app, |session| {
        session.letters().stop();
        session.saving().stop();
        Ok(())
    })
    .await
}

/// Saves a sealed letter. Says whether it was: not when no place was chosen.
#[tauri::command]
pub async fn save_sealed(app: AppHandle, file: String) -> Answer<bool> {
    apart(app.clone(), move |session| {
        let bytes = session.with_held(|_, held| held.file(&file).map(<[u8]>::to_vec))?;
        put_away(&app, session, "sealing-file-save", Leaves::Letter, &bytes)
    })
    .await
}

/// Saves a letter for somebody without Awai as a page that any browser opens with the same words.
#[tauri::command]
pub async fn save_sealed_page(app: AppHandle, file: String) -> Answer<bool> {
    apart(app.clone(), move |session| {
        let page = session.with_held(|_, held| held.file(&page_of(&file)).map(<[u8]>::to_vec))?;
        put_away(&app, session, "sealing-file-page", Leaves::Page, &page)
    })
    .await
}

/// A sealed letter as text, for the body of a mail.
#[tauri::command]
pub async fn sealed_text(app: AppHandle, file: String) -> Answer<String> {
    apart(app, move |session| {
        session.with_held(|_, held| awai::armored(held.file(&file)?))
    })
    .await
}

/// To whom words of a page were given.
#[tauri::command]
pub async fn given_of(app: AppHandle, page: ReflectionId) -> Answer<Vec<Given>> {
    in_book(app, move |journal| journal.given_of(page)).await
}

fn leaving(journal: &Journal, sealing: &Sealing) -> Result<Leaving> {
    let companion = match sealing.to() {
        Some(id) => Some(journal.companion(id)?),
        None => None,
    };
    Ok(Leaving {
        to: sealing.to(),
        paired: companion.as_ref().map(|one| one.paired),
        called: companion.map_or_else(|| stranger(sealing), |one| one.called),
        shown: sealing.shown()?,
        text: stretch(sealing.preview(), 0).ok_or(Error::Unexpected("letter"))?,
        size: sealing.size(),
    })
}

/// A stretch of a text, without the spaces at the end of it all; nothing when none can begin there.
fn stretch(text: &str, from: usize) -> Option<LeavingText> {
    let rest = text.trim_end_matches(' ').get(from..)?;
    let most = PIECE.min(rest.len());
    let end = (0..=most).rev().find(|end| rest.is_char_boundary(*end))?;
    Some(LeavingText {
        words: rest.get(..end)?.to_owned(),
        next: (end < rest.len()).then_some(from + end),
    })
}

fn seal_all(
    journal: &mut Journal,
    held: &mut Held,
    (id, rest, tongue): (LetterId, Rest, Tongue),
    watch: &mut Watch<'_>,
) -> Result<Vec<SealedTold>> {
    let shown = std::mem::take(&mut held.sealings);
    if shown.is_empty() || shown.iter().any(|one| one.letter().id != id) {
        return Err(Error::NotFound);
    }
    let with = (tongue, Cost::DRAWN_WORDS);
    let sealed = match journal.seal_letters(&shown, rest, with, clock::now(), watch) {
        Ok(sealed) => sealed,
        Err(why) => {
            // What was shown stays at hand, and can be sealed as it was shown.
            held.sealings = shown;
            return Err(why);
        }
    };
    let mut all = Vec::new();
    for sealed in sealed {
        all.push(match sealed {
            SealedFor::Companion(to, sealed) => {
                let called = journal.companion(to)?.called;
                hold(held, (Some(to), called), sealed.bytes, Vec::new())
            }
            SealedFor::UnderWords(sealed) => hold_under_words(held, sealed)?,
        });
    }
    Ok(all)
}

/// Holds a letter under words, and the page around it.
fn hold_under_words(held: &mut Held, sealed: SealedUnderWords) -> Result<SealedTold> {
    let page = sealed.for_a_browser()?;
    let words = sealed.words.shown().to_vec();
    let told = hold(held, (None, sealed.called), sealed.bytes, words);
    held.hold_file(page_of(&told.file), page.into_bytes());
    Ok(told)
}

/// The name under which the page around a letter is held.
fn page_of(file: &str) -> String {
    format!("{file} page")
}

fn hold(
    held: &mut Held,
    (to, called): (Option<CompanionId>, String),
    bytes: Vec<u8>,
    words: Vec<String>,
) -> SealedTold {
    let size = bytes.len();
    let file = LetterId::fresh().to_string();
    held.hold_file(file.clone(), bytes);
    SealedTold {
        file,
        to,
        called,
        words,
        size,
    }
}

/// The name of a reader without Awai.
fn stranger(sealing: &Sealing) -> String {
    let names = &sealing.letter().recipients;
    names.last().cloned().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stretches_of_a_text_are_the_text() {
        let text = format!("{}  \n    ", "まa\n".repeat(PIECE / 2));
        let (mut whole, mut from, mut stretches) = (String::new(), Some(0), 0);
        while let Some(begins) = from {
            let next = stretch(&text, begins).unwrap();
            assert!(next.words.len() <= PIECE);
            whole.push_str(&next.words);
            from = next.next;
            stretches += 1;
        }
        assert_eq!(whole, text.trim_end_matches(' '));
        assert_eq!(stretches, 3);
        // A short one is told at once, and nothing begins within a sign or behind the end.
        let short = stretch("ま    ", 0).unwrap();
        assert_eq!((short.words.as_str(), short.next), ("ま", None));
        assert_eq!(stretch("ま", 1), None);
        assert_eq!(stretch("ま", 4), None);
    }
}
