//! Those I exchange letters with: inviting, accepting, cards by hand, how we want to be together, and letting go.
//! Files come and go through dialogs; words that open one are said by voice and never leave by a command.

use awai::{
    Accepted, Agreement, AgreementAnswer, AgreementVersion, Arrived, BeforeEnding, CarriedFile,
    Companion, CompanionId, Cost, Error, InvitationId, Journal, NewCompanion, Result, SpokenWords,
    TieId, Tongue, Waiting,
};
use serde::{Deserialize, Serialize};
use tauri::AppHandle;
use zeroize::Zeroizing;

use super::{Leaves, apart, in_book, put_away};
use crate::held::Held;
use crate::session::{Answer, Session};
use crate::{choose, clock};

/// Everybody, and who is waited for.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Companions {
    #[cfg_attr(test, ts(type = "Companion[]"))]
    companions: Vec<Companion>,
    #[cfg_attr(test, ts(type = "Waiting[]"))]
    waiting: Vec<Waiting>,
}

/// What a file that came in has to do with pairing.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Pairing {
    /// It opens with eight words.
    UnderWords,
    /// It is an invitation, open now.
    Invitation {
        called: String,
        #[cfg_attr(test, ts(type = "string"))]
        ends_on: chrono::NaiveDate,
    },
    /// It is the reply to an invitation of mine.
    Reply { called: String, their_name: String },
    /// It is a reply that was taken in before.
    PairedAlready {
        #[cfg_attr(test, ts(type = "string"))]
        companion: CompanionId,
    },
    /// It is a letter.
    Letter,
}

/// Where an exchange stands from now on.
#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum StandsNow {
    Resting,
    Open,
    Ended,
}

#[tauri::command]
pub async fn companions(app: AppHandle) -> Answer<Companions> {
    in_book(app, |journal| {
        Ok(Companions {
            companions: journal.companions()?,
            waiting: journal.invitations()?,
        })
    })
    .await
}

#[tauri::command]
pub async fn companion(app: AppHandle, id: CompanionId) -> Answer<Companion> {
    in_book(app, move |journal| journal.companion(id)).await
}

/// Makes an invitation. Its file is saved apart: [`save_invitation`].
#[tauri::command]
pub async fn invite(app: AppHandle, new: NewCompanion) -> Answer<Waiting> {
    apart(app, move |session| {
        let tongue = tongue(session);
        session.with_held(|journal, held| {
            let made = journal.invite(&new, tongue, Cost::EVERYDAY, clock::now())?;
            held.hold_file(made.id.to_string(), made.sealed);
            waiting(journal, made.id)
        })
    })
    .await
}

/// Saves the file of an invitation, the first time or again. Says whether it was: not when no place was chosen.
#[tauri::command]
pub async fn save_invitation(app: AppHandle, id: InvitationId) -> Answer<bool> {
    apart(app.clone(), move |session| {
        let bytes = session.with_held(|journal, held| {
            if let Ok(bytes) = held.file(&id.to_string()) {
                return Ok(bytes.to_vec());
            }
            let again = journal.invitation_again(id, Cost::EVERYDAY)?.sealed;
            held.hold_file(id.to_string(), again.clone());
            Ok(again)
        })?;
        put_away(
            &app,
            session,
            "companions-file-invite",
            Leaves::Invitation,
            &bytes,
        )
    })
    .await
}

#[tauri::command]
pub async fn withdraw_invitation(app: AppHandle, id: InvitationId) -> Answer<()> {
    in_book(app, move |journal| journal.withdraw_invitation(id)).await
}

/// Opens a file of the person's choice as far as it opens without words; nothing when none was chosen.
#[tauri::command]
pub async fn choose_pairing(app: AppHandle) -> Answer<Option<Pairing>> {
    apart(app.clone(), move |session| {
        let Some(path) = choose::file(&app, "companions-file-open", &["age", "txt"]) else {
            return Ok(None);
        };
        let (_, bytes) = CarriedFile::read(&path)?;
        session.with_watched(|journal, held, watch| {
            let arrived = journal.look_watched(&bytes, watch)?;
            let told = told(&arrived);
            held.arrived = Some(arrived);
            Ok(Some(told))
        })
    })
    .await
}

/// What came in last, if it is still at hand.
#[tauri::command]
pub async fn pairing_at_hand(app: AppHandle) -> Answer<Option<Pairing>> {
    apart(app, |session| {
        session.with_held(|_, held| Ok(held.arrived.as_ref().map(told)))
    })
    .await
}

/// Opens what came in with the words that were said. Other words change nothing.
#[tauri::command]
pub async fn open_pairing(app: AppHandle, words: String) -> Answer<Pairing> {
    let words = Zeroizing::new(words);
    apart(app, move |session| {
        let words = SpokenWords::read(&words)?;
        session.with_watched(|journal, held, watch| {
            let Some(Arrived::UnderWords(closed)) = &held.arrived else {
                return Err(Error::NotFound);
            };
            let arrived = journal.look_under_watched(closed, &words, watch)?;
            let told = told(&arrived);
            held.arrived = Some(arrived);
            Ok(told)
        })
    })
    .await
}

/// Accepts the invitation that was opened. The reply is saved apart: [`save_reply`].
#[tauri::command]
pub async fn accept_invitation(app: AppHandle, new: NewCompanion) -> Answer<Companion> {
    apart(app, move |session| {
        let tongue = tongue(session);
        session.with_held(|journal, held| {
            let Some(Arrived::Invitation(invitation)) = &held.arrived else {
                return Err(Error::NotFound);
            };
            let Accepted { companion, .. } =
                journal.accept(invitation, &new, tongue, clock::now())?;
            held.arrived = None;
            Ok(companion)
        })
    })
    .await
}

/// Saves the reply to an invitation that was accepted, as long as no letter of theirs has come.
#[tauri::command]
pub async fn save_reply(app: AppHandle, id: CompanionId) -> Answer<bool> {
    apart(app.clone(), move |session| {
        let reply = session.with(|journal| journal.reply_again(id)?.ok_or(Error::NotFound))?;
        put_away(
            &app,
            session,
            "companions-file-reply",
            Leaves::Reply,
            &reply,
        )
    })
    .await
}

/// Takes in the reply that was opened.
#[tauri::command]
pub async fn complete_pairing(app: AppHandle) -> Answer<Companion> {
    apart(app, |session| {
        session.with_held(|journal, held: &mut Held| {
            let Some(Arrived::Reply(reply)) = &held.arrived else {
                return Err(Error::NotFound);
            };
            let companion = journal.complete(reply, clock::now())?;
            held.arrived = None;
            Ok(companion)
        })
    })
    .await
}

#[tauri::command]
pub async fn make_card(app: AppHandle, new: NewCompanion) -> Answer<Waiting> {
    apart(app, move |session| {
        let tongue = tongue(session);
        session.with(|journal| journal.make_card(&new, tongue, clock::now()))
    })
    .await
}

#[tauri::command]
pub async fn take_card(app: AppHandle, mine: InvitationId, theirs: String) -> Answer<Companion> {
    in_book(app, move |journal| {
        journal.take_card(mine, &theirs, clock::now())
    })
    .await
}

#[tauri::command]
pub async fn answer_card(app: AppHandle, theirs: String, new: NewCompanion) -> Answer<Companion> {
    apart(app, move |session| {
        let tongue = tongue(session);
        session.with(|journal| journal.answer_card(&theirs, &new, tongue, clock::now()))
    })
    .await
}

#[tauri::command]
pub async fn call_companion(app: AppHandle, id: CompanionId, called: String) -> Answer<Companion> {
    in_book(app, move |journal| {
        journal.call_companion(id, &called)?;
        journal.companion(id)
    })
    .await
}

#[tauri::command]
pub async fn link_companion(
    app: AppHandle,
    id: CompanionId,
    tie: Option<TieId>,
) -> Answer<Companion> {
    in_book(app, move |journal| {
        journal.link_companion(id, tie)?;
        journal.companion(id)
    })
    .await
}

#[tauri::command]
pub async fn stand_companion(
    app: AppHandle,
    id: CompanionId,
    stands: StandsNow,
) -> Answer<Companion> {
    in_book(app, move |journal| {
        match stands {
            StandsNow::Resting => journal.rest_companion(id)?,
            StandsNow::Open => journal.take_up_companion(id)?,
            StandsNow::Ended => journal.end_companion(id)?,
        }
        journal.companion(id)
    })
    .await
}

/// What can be said as long as there are keys, and what goes no further afterwards.
#[tauri::command]
pub async fn before_ending(app: AppHandle, id: CompanionId) -> Answer<BeforeEnding> {
    in_book(app, move |journal| journal.before_ending(id)).await
}

#[tauri::command]
pub async fn forget_companion(app: AppHandle, id: CompanionId) -> Answer<()> {
    in_book(app, move |journal| journal.forget_companion(id)).await
}

#[tauri::command]
pub async fn agreement(app: AppHandle, id: CompanionId) -> Answer<Agreement> {
    in_book(app, move |journal| journal.agreement(id)).await
}

#[tauri::command]
pub async fn answer_agreement(
    app: AppHandle,
    id: CompanionId,
    reread: String,
    answers: Vec<AgreementAnswer>,
) -> Answer<AgreementVersion> {
    in_book(app, move |journal| {
        journal.answer_agreement(id, &reread, &answers, clock::now())
    })
    .await
}

fn told(arrived: &Arrived) -> Pairing {
    match arrived {
        Arrived::UnderWords(_) => Pairing::UnderWords,
        Arrived::Invitation(invitation) => Pairing::Invitation {
            called: invitation.called().to_owned(),
            ends_on: invitation.ends_on(),
        },
        Arrived::Reply(reply) => Pairing::Reply {
            called: reply.called().to_owned(),
            their_name: reply.their_name().to_owned(),
        },
        Arrived::PairedAlready(companion) => Pairing::PairedAlready {
            companion: *companion,
        },
        Arrived::Letter(_) | Arrived::Newer(_) => Pairing::Letter,
    }
}

fn waiting(journal: &Journal, id: InvitationId) -> Result<Waiting> {
    let all = journal.invitations()?;
    let one = all.into_iter().find(|one| one.id == id);
    one.ok_or(Error::Unexpected("invitation"))
}

/// The language that the words of an invitation are drawn in: the one the person reads here.
fn tongue(session: &Session) -> Tongue {
    session.settings().language
}
