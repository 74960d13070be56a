//! Questions: what may be asked, how a question changes, and sets that come and go as files. A file is chosen in a
//! dialog of the system; the page learns what is in it, never where it lies.

use awai::{
    AskDifferently, Asked, Draw, Error, Lineage, Move, NewQuestion, NewQuestionSet, Offer,
    OfferAsk, Pages, Place, Question, QuestionId, QuestionSet, QuestionSetFile, QuestionSetId,
    QuestionSetLine, QuestionWish, Questions, QuestionsAsk, ReflectionId, SittingAsk, SittingId,
    SittingStep, TakenIn, TieId, WordingRef,
};
use tauri::AppHandle;

use super::{apart, in_book, save};
use crate::session::Answer;
use crate::{choose, clock};

#[tauri::command]
pub async fn question_sets(app: AppHandle) -> Answer<Vec<QuestionSetLine>> {
    in_book(app, |journal| journal.question_sets()).await
}

#[tauri::command]
pub async fn question_set(app: AppHandle, id: QuestionSetId) -> Answer<QuestionSet> {
    in_book(app, move |journal| journal.question_set(&id)).await
}

/// The next step of a sitting; the page holds where it stands.
#[tauri::command]
pub async fn sitting_step(app: AppHandle, ask: SittingAsk) -> Answer<SittingStep> {
    in_book(app, move |journal| journal.sitting_step(&ask)).await
}

#[tauri::command]
pub async fn questions(app: AppHandle, ask: QuestionsAsk) -> Answer<Questions> {
    in_book(app, move |journal| journal.questions(&ask)).await
}

/// A question for a page, when one is wished.
#[tauri::command]
pub async fn suggested(app: AppHandle, ask: OfferAsk) -> Answer<Option<Offer>> {
    in_book(app, move |journal| journal.suggested(&ask, Draw::fresh())).await
}

/// One question of another set than those the page was asked from.
#[tauri::command]
pub async fn elsewhere(app: AppHandle, ask: OfferAsk) -> Answer<Option<Offer>> {
    in_book(app, move |journal| journal.elsewhere(&ask, Draw::fresh())).await
}

/// One question about what is around.
#[tauri::command]
pub async fn wider(app: AppHandle, ask: OfferAsk) -> Answer<Option<Offer>> {
    in_book(app, move |journal| journal.wider(&ask, Draw::fresh())).await
}

/// Where a walk of a practice ends: now and then a question, mostly none.
#[tauri::command]
pub async fn now_and_then(app: AppHandle, ask: SittingAsk) -> Answer<Option<Offer>> {
    in_book(app, move |journal| {
        journal.now_and_then(&ask, Draw::fresh())
    })
    .await
}

#[tauri::command]
pub async fn questions_wished(app: AppHandle, wish: QuestionWish) -> Answer<Vec<Question>> {
    in_book(app, move |journal| journal.questions_wished(wish)).await
}

#[tauri::command]
pub async fn question(app: AppHandle, id: QuestionId) -> Answer<Question> {
    in_book(app, move |journal| journal.question(&id)).await
}

/// A question as it may be asked on a page that hangs on these ties.
#[tauri::command]
pub async fn question_for(app: AppHandle, id: QuestionId, ties: Vec<TieId>) -> Answer<Question> {
    in_book(app, move |journal| journal.question_for(&id, &ties)).await
}

#[tauri::command]
pub async fn lineage(app: AppHandle, id: QuestionId) -> Answer<Lineage> {
    in_book(app, move |journal| journal.lineage(&id)).await
}

#[tauri::command]
pub async fn pages_asked(
    app: AppHandle,
    question: QuestionId,
    before: Option<Place>,
) -> Answer<Pages> {
    in_book(app, move |journal| journal.pages_asked(&question, before)).await
}

#[tauri::command]
pub async fn asking(
    app: AppHandle,
    question: QuestionId,
    lang: String,
    set: Option<QuestionSetId>,
    sitting: Option<SittingId>,
) -> Answer<Asked> {
    in_book(app, move |journal| {
        journal.asking(&question, &lang, set.as_ref(), sitting)
    })
    .await
}

#[tauri::command]
pub async fn unask(app: AppHandle, page: ReflectionId, question: QuestionId, n: u32) -> Answer<()> {
    in_book(app, move |journal| journal.unask(page, &question, n)).await
}

#[tauri::command]
pub async fn add_question(app: AppHandle, question: NewQuestion) -> Answer<Question> {
    in_book(app, move |journal| {
        journal.add_question(&question, clock::now())
    })
    .await
}

#[tauri::command]
pub async fn moves(app: AppHandle, question: QuestionId, ties: Vec<TieId>) -> Answer<Vec<Move>> {
    in_book(app, move |journal| journal.moves(&question, &ties)).await
}

#[tauri::command]
pub async fn ask_differently(app: AppHandle, new: AskDifferently) -> Answer<Question> {
    in_book(app, move |journal| {
        journal.ask_differently(&new, clock::now())
    })
    .await
}

#[tauri::command]
pub async fn erase_wording(app: AppHandle, wording: WordingRef) -> Answer<()> {
    in_book(app, move |journal| journal.erase_wording(&wording)).await
}

#[tauri::command]
pub async fn wish_of_question(
    app: AppHandle,
    id: QuestionId,
    wish: Option<QuestionWish>,
) -> Answer<()> {
    in_book(app, move |journal| {
        journal.wish_of_question(&id, wish, clock::now())
    })
    .await
}

/// A sitting is nothing but the name its pages share.
#[tauri::command]
pub async fn begin_sitting(app: AppHandle) -> Answer<SittingId> {
    in_book(app, |journal| Ok(journal.begin_sitting())).await
}

#[tauri::command]
pub async fn add_question_set(app: AppHandle, set: NewQuestionSet) -> Answer<QuestionSetId> {
    in_book(app, move |journal| {
        journal.add_question_set(&set, clock::now())
    })
    .await
}

#[tauri::command]
pub async fn change_question_set(
    app: AppHandle,
    id: QuestionSetId,
    set: NewQuestionSet,
) -> Answer<()> {
    in_book(app, move |journal| journal.change_question_set(&id, &set)).await
}

#[tauri::command]
pub async fn erase_question_set(app: AppHandle, id: QuestionSetId) -> Answer<()> {
    in_book(app, move |journal| journal.erase_question_set(&id)).await
}

/// Says whether it was written: nothing is when the person chose no place.
#[tauri::command]
pub async fn save_question_set(app: AppHandle, id: QuestionSetId) -> Answer<bool> {
    apart(app.clone(), move |session| {
        let text = session.with(|journal| journal.question_set_file(&id)?.to_text())?;
        save(&app, "questions-to-file", "questions.json", text.as_bytes())
    })
    .await
}

/// What a file holds; nothing of it is here before it is taken in.
#[tauri::command]
pub async fn choose_question_set(app: AppHandle) -> Answer<Option<QuestionSetFile>> {
    apart(app.clone(), move |session| {
        let Some(path) = choose::file(&app, "questions-from-file", &["json"]) else {
            return Ok(None);
        };
        let set = QuestionSetFile::read(&path)?;
        session.with_held(|_, held| {
            held.question_set = Some(set.clone());
            Ok(Some(set))
        })
    })
    .await
}

/// Takes in the set that was looked at last, whole or not at all; then it is let go of.
#[tauri::command]
pub async fn take_in_question_set(app: AppHandle) -> Answer<TakenIn> {
    apart(app, |session| {
        session.with_held(|journal, held| {
            let set = held.question_set.as_ref().ok_or(Error::NotFound)?;
            let taken = journal.take_in_question_set(set, clock::now())?;
            held.question_set = None;
            Ok(taken)
        })
    })
    .await
}
