//! Pairing: an invitation, eight words said by voice, and a reply. Nobody compares keys.
//!
//! `invite-….age` is an age file under the words. Inside: `awai-invite/1 <secret K, base64>`, a line feed, and a JSON
//! text with the inviter's card, the thread and the day it ends. `reply-….age` is sealed to the recipient on that card.
//! Inside: `awai-reply/1 <HMAC-SHA256, base64>`, a line feed, and a JSON text with the other card. The HMAC is keyed by
//! K and covers both texts, so that each side knows that the other read the same two cards. K and the words are wiped
//! when the reply was taken in: an invitation works once.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use chrono::{Duration, NaiveDate};
use hmac::{Hmac, Mac};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::card::{Card, OwnKeys};
use super::words::SpokenWords;
use super::{Companion, NewCompanion, file_companion, tie_row_of};
use crate::error::{Error, Result};
use crate::id::{CompanionId, InvitationId, ThreadId};
use crate::journal::Journal;
use crate::keeping::watch::Watch;
use crate::seal::{self, Cost, Sealed, close_for};
use crate::speech::Speech;
use crate::store::{CompanionRow, InvitationRow, Rows};
use crate::tongue::Tongue;
use crate::{Now, chance, strict_json};

/// For how many days an invitation can be answered.
pub const INVITATION_DAYS: i64 = 90;

const INVITE: &str = "awai-invite/1";
const REPLY: &str = "awai-reply/1";
/// The most bytes inside an invitation or a reply: a card and a few sentences.
const MOST_INSIDE: usize = 32 * 1024;

/// An invitation as it leaves.
pub struct Invitation {
    /// Names it until it is answered.
    pub id: InvitationId,
    /// The sealed file.
    pub sealed: Vec<u8>,
    /// The words that open it, to be said by voice and by no other way that the file takes.
    pub words: SpokenWords,
    /// The last day on which an answer is taken in.
    pub ends_on: NaiveDate,
}

/// An invitation, or a card handed over, that waits for an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Waiting {
    /// Its public id.
    pub id: InvitationId,
    /// What I call whom it is for.
    pub called: String,
    /// The eight words; none when only a card was handed over.
    pub words: Vec<String>,
    /// My own card, for pasting.
    pub my_card: String,
    /// The last day on which an answer is taken in.
    #[cfg_attr(test, ts(type = "string"))]
    pub ends_on: NaiveDate,
}

/// An invitation that came in and was opened with its words. Nothing of it is written yet.
pub struct InvitationIn {
    secret: Zeroizing<[u8; 32]>,
    inside: String,
    card: Card,
    thread: ThreadId,
    ends_on: NaiveDate,
}

/// What accepting an invitation leaves behind.
pub struct Accepted {
    /// The new companion.
    pub companion: Companion,
    /// The sealed reply, to be given to the one who invited.
    pub reply: Vec<u8>,
}

/// A reply that came in and fits an invitation of mine. Nothing of it is written yet.
pub struct ReplyIn {
    invitation: InvitationId,
    card: Card,
    called: String,
}

#[derive(Serialize, Deserialize)]
struct InviteText {
    read_me: Vec<String>,
    thread: ThreadId,
    ends: NaiveDate,
    card: Card,
}

#[derive(Serialize, Deserialize)]
struct ReplyText {
    read_me: Vec<String>,
    thread: ThreadId,
    card: Card,
}

impl InvitationIn {
    /// The name the inviting person chose.
    pub fn called(&self) -> &str {
        &self.card.called
    }

    /// The last day on which they take an answer in.
    pub fn ends_on(&self) -> NaiveDate {
        self.ends_on
    }

    pub(crate) fn read(inside: &[u8]) -> Result<InvitationIn> {
        let (token, text) = split(inside, INVITE)?;
        let secret = Zeroizing::new(
            BASE64_STANDARD
                .decode(token)
                .map_err(|_| Error::NotALetter)?,
        );
        let secret: [u8; 32] = secret
            .as_slice()
            .try_into()
            .map_err(|_| Error::NotALetter)?;
        let read: InviteText = strict_json::read(text).ok_or(Error::LetterForm)?;
        let card = read.card.admitted()?;
        Ok(InvitationIn {
            secret: Zeroizing::new(secret),
            inside: text.to_owned(),
            card,
            thread: read.thread,
            ends_on: read.ends,
        })
    }
}

impl ReplyIn {
    /// What I called the person I invited.
    pub fn called(&self) -> &str {
        &self.called
    }

    /// The name they chose for themselves.
    pub fn their_name(&self) -> &str {
        &self.card.called
    }
}

impl Journal {
    /// Makes an invitation: keys for this pair alone, a file, and eight words in the inviter's language.
    ///
    /// # Errors
    /// [`Error::NothingWritten`] without names.
    pub fn invite(
        &mut self,
        new: &NewCompanion,
        tongue: Tongue,
        cost: Cost,
        now: Now,
    ) -> Result<Invitation> {
        let keys = OwnKeys::fresh();
        let card = Card::of(&keys, &new.my_name, tongue.code())?;
        let called = new.admitted_name()?;
        let thread = ThreadId::fresh();
        let ends_on = ends_on(now);
        let text = InviteText {
            read_me: read_me("invite-read-me"),
            thread,
            ends: ends_on,
            card: card.clone(),
        };
        let row = InvitationRow {
            id: InvitationId::fresh(),
            called,
            tie: None,
            made_at: now,
            thread: Some(thread),
            identity: keys.identity.reveal(),
            auth: keys.auth.reveal(),
            card: card.text()?,
            words: SpokenWords::draw(tongue).text(),
            secret: Zeroizing::new(chance::bytes::<32>().to_vec()),
            inside: serde_json::to_string_pretty(&text).map_err(|_| Error::Unexpected("invite"))?,
        };
        let invitation = sealed_invitation(&row, cost)?;
        self.change(|rows| {
            let tie = tie_row_of(rows, new.tie)?;
            rows.add_invitation(&InvitationRow { tie, ..row })
        })?;
        Ok(invitation)
    }

    /// The file and the words of an invitation once more, for when they were lost on the way.
    pub fn invitation_again(&self, id: InvitationId, cost: Cost) -> Result<Invitation> {
        let row = self.rows().invitation(id)?.ok_or(Error::InvitationUsed)?;
        sealed_invitation(&row, cost)
    }

    /// Invitations and cards that wait for an answer, the newest first.
    pub fn invitations(&self) -> Result<Vec<Waiting>> {
        let rows = self.rows().invitations()?;
        Ok(rows.iter().map(waiting).collect())
    }

    /// Takes an invitation back: its words and keys are wiped here, and no answer to it is taken in any more.
    pub fn withdraw_invitation(&mut self, id: InvitationId) -> Result<()> {
        self.change(|rows| rows.remove_invitation(id))
    }

    /// Accepts an invitation: makes keys for this pair alone, and the reply. Said twice, it gives the same companion
    /// and the same reply, as long as no letter of theirs has come.
    ///
    /// # Errors
    /// [`Error::InvitationEnded`] behind its last day, [`Error::InvitationUsed`] when it was accepted and answered
    /// by a letter long ago.
    pub fn accept(
        &mut self,
        invitation: &InvitationIn,
        new: &NewCompanion,
        tongue: Tongue,
        now: Now,
    ) -> Result<Accepted> {
        if let Some(row) = self.rows().companion_in(invitation.thread)? {
            if row.reply.is_empty() {
                return Err(Error::InvitationUsed);
            }
            let reply = row.reply.clone();
            return Ok(Accepted {
                companion: self.companion(row.id)?,
                reply,
            });
        }
        if self.rows().invites_in(invitation.thread)? {
            // My own invitation: I cannot be my own companion.
            return Err(Error::InvitationUsed);
        }
        if now.date_naive() > invitation.ends_on {
            return Err(Error::InvitationEnded);
        }
        let keys = OwnKeys::fresh();
        let my_card = Card::of(&keys, &new.my_name, tongue.code())?;
        let text = ReplyText {
            read_me: read_me("reply-read-me"),
            thread: invitation.thread,
            card: my_card.clone(),
        };
        let text = serde_json::to_string_pretty(&text).map_err(|_| Error::Unexpected("reply"))?;
        let vouched = transcript(&invitation.secret[..], &invitation.inside, &text)?;
        let token = BASE64_STANDARD.encode(vouched.finalize().into_bytes());
        let inside = format!("{REPLY} {token}\n{text}");
        let reply = close_for(inside.as_bytes(), &invitation.card.recipient()?)?;
        let called = new.admitted_name()?;
        let id = CompanionId::fresh();
        self.change(|rows| {
            let row = CompanionRow {
                tie: tie_row_of(rows, new.tie)?,
                paired_on: Some(now.date_naive()),
                reply: reply.clone(),
                ..CompanionRow::new(
                    id,
                    called,
                    now,
                    invitation.thread,
                    &keys,
                    &my_card,
                    &invitation.card,
                )?
            };
            file_companion(rows, &row)
        })?;
        Ok(Accepted {
            companion: self.companion(id)?,
            reply,
        })
    }

    /// The sealed reply of an accepted invitation once more, as long as no letter of theirs has come.
    pub fn reply_again(&self, id: CompanionId) -> Result<Option<Vec<u8>>> {
        let row = self.rows().companion(id)?;
        Ok((!row.reply.is_empty()).then_some(row.reply))
    }

    /// Takes a reply in: paired. The secret and the words of the invitation are wiped.
    ///
    /// # Errors
    /// [`Error::InvitationUsed`] when the invitation went meanwhile, [`Error::InvitationEnded`] when it is too old;
    /// its keys are wiped then.
    pub fn complete(&mut self, reply: &ReplyIn, now: Now) -> Result<Companion> {
        let id = CompanionId::fresh();
        let row = self
            .rows()
            .invitation(reply.invitation)?
            .ok_or(Error::InvitationUsed)?;
        if now.date_naive() > ends_on(row.made_at) {
            self.withdraw_invitation(row.id)?;
            return Err(Error::InvitationEnded);
        }
        self.change(|rows| {
            let thread = row.thread.ok_or(Error::Unexpected("pairing"))?;
            let companion = CompanionRow {
                tie: row.tie,
                paired_on: Some(now.date_naive()),
                ..CompanionRow::new(
                    id,
                    row.called.clone(),
                    now,
                    thread,
                    &row.keys()?,
                    &Card::read(&row.card)?,
                    &reply.card,
                )?
            };
            file_companion(rows, &companion)?;
            rows.remove_invitation(row.id)
        })?;
        self.companion(id)
    }

    /// A reply, opened with the keys of the invitation it answers. Nothing is written.
    pub(crate) fn read_reply(&self, row: &InvitationRow, inside: &[u8]) -> Result<ReplyIn> {
        let (token, text) = split(inside, REPLY)?;
        let token = BASE64_STANDARD
            .decode(token)
            .map_err(|_| Error::NotALetter)?;
        transcript(&row.secret, &row.inside, text)?
            .verify_slice(&token)
            .map_err(|_| Error::ReplyUnknown)?;
        let read: ReplyText = strict_json::read(text).ok_or(Error::LetterForm)?;
        let card = read.card.admitted()?;
        if row.thread != Some(read.thread) {
            return Err(Error::ReplyUnknown);
        }
        Ok(ReplyIn {
            invitation: row.id,
            card,
            called: row.called.clone(),
        })
    }
}

/// Wipes the words and keys of invitations and cards that nobody answered in time.
pub(crate) fn end_invitations(rows: &Rows<'_>, now: Now) -> Result<()> {
    for row in rows.invitations()? {
        if now.date_naive() > ends_on(row.made_at) {
            rows.remove_invitation(row.id)?;
        }
    }
    Ok(())
}

/// Whether an opened text is a reply to an invitation, by its first line.
pub(crate) fn is_reply(inside: &[u8]) -> bool {
    inside.starts_with(REPLY.as_bytes())
}

/// Whether an opened text is an invitation.
pub(crate) fn is_invitation(inside: &[u8]) -> bool {
    inside.starts_with(INVITE.as_bytes())
}

/// A greeting in the three languages, so that whoever opens the file with another program knows what it is.
pub(crate) fn read_me(key: &str) -> Vec<String> {
    Tongue::ALL
        .into_iter()
        .map(|tongue| Speech::of(tongue).say(key, &[]))
        .collect()
}

fn ends_on(made_at: Now) -> NaiveDate {
    made_at.date_naive() + Duration::days(INVITATION_DAYS)
}

fn waiting(row: &InvitationRow) -> Waiting {
    Waiting {
        id: row.id,
        called: row.called.clone(),
        words: row.words.split_whitespace().map(str::to_owned).collect(),
        my_card: row.card.clone(),
        ends_on: ends_on(row.made_at),
    }
}

fn sealed_invitation(row: &InvitationRow, cost: Cost) -> Result<Invitation> {
    let words = SpokenWords::read(&row.words)?;
    let secret = Zeroizing::new(BASE64_STANDARD.encode(row.secret.as_slice()));
    let inside = Zeroizing::new(format!("{INVITE} {}\n{}", *secret, row.inside));
    Ok(Invitation {
        id: row.id,
        sealed: seal::close(inside.as_bytes(), &words.phrase()?, cost)?,
        words,
        ends_on: ends_on(row.made_at),
    })
}

/// The HMAC over both texts, each in its digest, so that no byte of one can pass for a byte of the other.
fn transcript(secret: &[u8], invite: &str, reply: &str) -> Result<Hmac<Sha256>> {
    let mut mac =
        Hmac::<Sha256>::new_from_slice(secret).map_err(|_| Error::Unexpected("pairing"))?;
    mac.update(REPLY.as_bytes());
    mac.update(b"\n");
    mac.update(&Sha256::digest(invite));
    mac.update(&Sha256::digest(reply));
    Ok(mac)
}

/// The token on the first line, and the text behind it.
fn split<'a>(inside: &'a [u8], format: &str) -> Result<(&'a str, &'a str)> {
    if inside.len() > MOST_INSIDE {
        return Err(Error::LetterSwells);
    }
    let inside = std::str::from_utf8(inside).map_err(|_| Error::LetterNotText)?;
    let (first, text) = inside.split_once('\n').ok_or(Error::NotFromAwai)?;
    let token = first
        .strip_prefix(format)
        .and_then(|rest| rest.strip_prefix(' '))
        .ok_or(Error::NotFromAwai)?;
    Ok((token, text))
}

/// A sealed file under words, opened with them.
pub(crate) fn open_under(
    sealed: &Sealed,
    words: &SpokenWords,
    watch: &mut Watch<'_>,
) -> Result<Zeroizing<Vec<u8>>> {
    sealed.open_under(&words.phrase()?, watch)
}
