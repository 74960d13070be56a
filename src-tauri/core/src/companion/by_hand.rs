//! A card typed or pasted in by hand, for when no words can be said. Anybody could have written it, so the pair stays
//! "not checked yet", without alarm.
//!
//! Both sides hand a card over and take one in, in any order. The thread has no name that anybody chose: both sides
//! compute the same one from the two keys.

use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::card::{Card, OwnKeys};
use super::pairing::Waiting;
use super::{Companion, NewCompanion, file_companion, tie_row_of};
use crate::Now;
use crate::error::{Error, Result};
use crate::id::{CompanionId, InvitationId, ThreadId};
use crate::journal::Journal;
use crate::store::{CompanionRow, InvitationRow};
use crate::tongue::Tongue;

impl Journal {
    /// Makes a card to hand over before one came: short enough to be typed, with keys for this pair alone.
    pub fn make_card(&mut self, new: &NewCompanion, tongue: Tongue, now: Now) -> Result<Waiting> {
        let keys = OwnKeys::fresh_short();
        let row = InvitationRow {
            id: InvitationId::fresh(),
            called: new.admitted_name()?,
            tie: None,
            made_at: now,
            thread: None,
            identity: keys.identity.reveal(),
            auth: keys.auth.reveal(),
            card: Card::of(&keys, &new.my_name, tongue.code())?.text()?,
            words: Zeroizing::default(),
            secret: Zeroizing::default(),
            inside: String::new(),
        };
        let id = row.id;
        self.change(|rows| {
            let tie = tie_row_of(rows, new.tie)?;
            rows.add_invitation(&InvitationRow { tie, ..row })
        })?;
        let waiting = self.invitations()?.into_iter().find(|one| one.id == id);
        waiting.ok_or(Error::Unexpected("card"))
    }

    /// Takes in the card that answers one of mine.
    ///
    /// # Errors
    /// [`Error::NotACard`], also for a card of my own; [`Error::InvitationUsed`] when mine is not waiting.
    pub fn take_card(&mut self, mine: InvitationId, theirs: &str, now: Now) -> Result<Companion> {
        let theirs = Card::read(theirs)?;
        let row = self.rows().invitation(mine)?.ok_or(Error::InvitationUsed)?;
        if row.thread.is_some() {
            // An invitation with words is answered by its reply alone.
            return Err(Error::InvitationUsed);
        }
        let id = CompanionId::fresh();
        self.change(|rows| {
            let keys = row.keys()?;
            let my_card = Card::read(&row.card)?;
            let thread = thread_of(&my_card, &theirs)?;
            let companion = CompanionRow {
                tie: row.tie,
                ..CompanionRow::new(
                    id,
                    row.called.clone(),
                    now,
                    thread,
                    &keys,
                    &my_card,
                    &theirs,
                )?
            };
            file_companion(rows, &companion)?;
            rows.remove_invitation(mine)
        })?;
        self.companion(id)
    }

    /// Takes in a card that came first, and makes mine: it is [`Companion::my_card`].
    ///
    /// # Errors
    /// [`Error::NotACard`].
    pub fn answer_card(
        &mut self,
        theirs: &str,
        new: &NewCompanion,
        tongue: Tongue,
        now: Now,
    ) -> Result<Companion> {
        let theirs = Card::read(theirs)?;
        let keys = OwnKeys::fresh_short();
        let my_card = Card::of(&keys, &new.my_name, tongue.code())?;
        let called = new.admitted_name()?;
        let thread = thread_of(&my_card, &theirs)?;
        let id = CompanionId::fresh();
        self.change(|rows| {
            let row = CompanionRow {
                tie: tie_row_of(rows, new.tie)?,
                ..CompanionRow::new(id, called, now, thread, &keys, &my_card, &theirs)?
            };
            file_companion(rows, &row)
        })?;
        self.companion(id)
    }
}

/// The thread of two cards, the same whichever side computes it.
fn thread_of(one: &Card, other: &Card) -> Result<ThreadId> {
    let mut keys = [one.auth()?.bytes(), other.auth()?.bytes()];
    if keys[0] == keys[1] {
        return Err(Error::NotACard);
    }
    keys.sort_unstable();
    let mut hash = Sha256::new();
    hash.update(b"awai-thread/1\n");
    hash.update(keys.concat());
    let digest = hash.finalize();
    let first = digest.first_chunk::<16>().expect("a SHA-256 has 32 bytes");
    Ok(ThreadId::from_bytes(*first))
}
