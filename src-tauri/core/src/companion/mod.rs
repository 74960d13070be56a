//! Who I exchange letters with. Each pair has its own keys and its own thread: nothing here is a global identity, and
//! ending one companionship touches no other. A companion may be linked to a tie and need not be: a tie needs no key,
//! and a key reveals no tie.
//!
//! Three ways to let go, each said plainly:
//! - **rest** changes nothing but where the companion stands in lists; letters can still come and go;
//! - **end** wipes my keys of this pair: no letter of theirs opens here any more and none of mine can be sealed; what
//!   was kept stays and can be read;
//! - **forget** also erases every letter, both agreements and what I called whom; what they have stays with them.

mod agreement;
mod by_hand;
pub(crate) mod card;
mod pairing;
mod words;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::digest::{Digest, ERASED};
use crate::error::{Error, Result};
use crate::id::{CompanionId, TieId};
use crate::journal::Journal;
use crate::store::{CompanionRow, Head, Rows};
use crate::tie::{LONGEST_NAME, Standing};

pub use agreement::{Agreement, AgreementAnswer, AgreementVersion};
pub(crate) use agreement::{file_agreement, mine_to_send};
pub use pairing::{Accepted, INVITATION_DAYS, Invitation, InvitationIn, ReplyIn, Waiting};
pub(crate) use pairing::{end_invitations, is_invitation, is_reply, open_under, read_me};
pub use words::{SPOKEN_WORDS, SpokenWords};

/// Somebody I exchange letters with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Companion {
    /// The public id.
    pub id: CompanionId,
    /// What I call them; they never see it.
    pub called: String,
    /// The name they chose for themselves.
    pub their_name: String,
    /// The name I chose towards them.
    pub my_name: String,
    /// The language they read, empty when not told.
    pub lang: String,
    /// The tie it is linked to, if it is.
    pub tie: Option<TieId>,
    /// Where it stands now.
    pub standing: Standing,
    /// Since when.
    #[cfg_attr(test, ts(type = "string"))]
    pub since: NaiveDate,
    /// How the pair came about.
    pub paired: Paired,
    /// Their card holds against quantum computers, too.
    pub post_quantum: bool,
    /// My card, for pasting.
    pub my_card: String,
    /// The reply can still be written once more.
    pub reply_waits: bool,
}

/// How a pair came about. There are these two states and no third.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Paired {
    /// With eight words said by voice.
    WithWords {
        /// The day.
        #[cfg_attr(test, ts(type = "string"))]
        on: NaiveDate,
    },
    /// With a card that anybody could have written: nobody checked yet.
    NotChecked,
}

/// A companion to be made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct NewCompanion {
    /// What I call them, 1 to 300 characters; they never see it.
    pub called: String,
    /// The name I choose towards them; it stands on my card and in my letters.
    pub my_name: String,
    /// The tie it is linked to, if it is.
    #[serde(default)]
    pub tie: Option<TieId>,
}

impl NewCompanion {
    fn admitted_name(&self) -> Result<String> {
        admitted_name(&self.called)
    }
}

impl Journal {
    /// Everybody I exchange letters with: open ones first, then by name.
    pub fn companions(&self) -> Result<Vec<Companion>> {
        let rows = self.rows();
        let found = rows.companions()?;
        found.iter().map(|row| shown(&rows, row)).collect()
    }

    /// A companion.
    pub fn companion(&self, id: CompanionId) -> Result<Companion> {
        let rows = self.rows();
        shown(&rows, &rows.companion(id)?)
    }

    /// Calls a companion something else. They never see it.
    pub fn call_companion(&mut self, id: CompanionId, called: &str) -> Result<()> {
        let called = admitted_name(called)?;
        self.change(|rows| revise_companion(rows, id, |row| row.called = called))
    }

    /// Links a companion to a tie, or to none.
    pub fn link_companion(&mut self, id: CompanionId, tie: Option<TieId>) -> Result<()> {
        self.change(|rows| {
            let tie = tie_row_of(rows, tie)?;
            revise_companion(rows, id, |row| row.tie = tie)
        })
    }

    /// Lets a companion rest. Letters can still come and go.
    pub fn rest_companion(&mut self, id: CompanionId) -> Result<()> {
        self.change(|rows| stand(rows, id, Standing::Resting))
    }

    /// Takes a resting companion up again.
    ///
    /// # Errors
    /// [`Error::CompanionEnded`]: what was ended needs a new invitation.
    pub fn take_up_companion(&mut self, id: CompanionId) -> Result<()> {
        self.change(|rows| stand(rows, id, Standing::Open))
    }

    /// Ends it: my keys of this pair are wiped. Letters that were kept stay.
    pub fn end_companion(&mut self, id: CompanionId) -> Result<()> {
        self.change(|rows| {
            revise_companion(rows, id, |row| {
                row.standing = Standing::Ended;
                row.identity.clear();
                row.auth.clear();
                row.reply.clear();
            })
        })
    }

    /// Forgets a companion with every letter, both ways, and both agreements. Pages stay, and so does what they have.
    pub fn forget_companion(&mut self, id: CompanionId) -> Result<()> {
        self.change(|rows| {
            let row = rows.companion(id)?;
            for letter in rows.letters_of(row.row)? {
                rows.add_head(&Head {
                    kind: "letter",
                    thing: letter.head_name(),
                    rev: letter.rev + 1,
                    digest: ERASED,
                })?;
            }
            rows.erase_companion(&row)?;
            rows.add_head(&Head {
                kind: "companion",
                thing: *id.bytes(),
                rev: row.rev + 1,
                digest: ERASED,
            })
        })
    }
}

fn stand(rows: &Rows<'_>, id: CompanionId, standing: Standing) -> Result<()> {
    if rows.companion(id)?.standing == Standing::Ended {
        return Err(Error::CompanionEnded);
    }
    revise_companion(rows, id, |row| row.standing = standing)
}

/// Changes a companion and adds it to the chain.
pub(crate) fn revise_companion(
    rows: &Rows<'_>,
    id: CompanionId,
    work: impl FnOnce(&mut CompanionRow),
) -> Result<()> {
    let mut row = rows.companion(id)?;
    work(&mut row);
    row.rev += 1;
    rows.revise_companion(&row)?;
    add_head_of(rows, &row)
}

/// Adds a companion and its link of the chain.
pub(crate) fn file_companion(rows: &Rows<'_>, row: &CompanionRow) -> Result<()> {
    rows.add_companion(row)?;
    add_head_of(rows, row)
}

fn add_head_of(rows: &Rows<'_>, row: &CompanionRow) -> Result<()> {
    rows.add_head(&Head {
        kind: "companion",
        thing: *row.id.bytes(),
        rev: row.rev,
        digest: digest_of_companion(row),
    })
}

/// The digest of all that a companion holds, keys as well: an older card or key put back would be noticed.
pub(crate) fn digest_of_companion(row: &CompanionRow) -> [u8; 32] {
    Digest::new()
        .text(&row.called)
        .text(row.standing.word())
        .text(&row.paired_on.map(|day| day.to_string()).unwrap_or_default())
        .field(row.thread.bytes())
        .text(&row.identity)
        .field(&row.auth)
        .text(&row.my_card)
        .text(&row.card)
        .field(&row.reply)
        .done()
}

pub(crate) fn tie_row_of(rows: &Rows<'_>, tie: Option<TieId>) -> Result<Option<i64>> {
    match tie {
        Some(id) => Ok(Some(rows.tie(id)?.ok_or(Error::UnknownTie)?.row)),
        None => Ok(None),
    }
}

fn admitted_name(called: &str) -> Result<String> {
    let called = called.trim();
    if called.is_empty() {
        return Err(Error::NothingWritten);
    }
    if called.chars().count() > LONGEST_NAME {
        return Err(Error::TooLong);
    }
    Ok(called.to_owned())
}

fn shown(rows: &Rows<'_>, row: &CompanionRow) -> Result<Companion> {
    let theirs = row.their_card()?;
    Ok(Companion {
        id: row.id,
        called: row.called.clone(),
        their_name: theirs.called.clone(),
        my_name: row.own_card()?.called,
        lang: theirs.lang.clone(),
        tie: match row.tie {
            Some(tie) => rows.tie_id(tie)?,
            None => None,
        },
        standing: row.standing,
        since: row.since.date_naive(),
        paired: match row.paired_on {
            Some(on) => Paired::WithWords { on },
            None => Paired::NotChecked,
        },
        post_quantum: theirs.recipient.starts_with("age1pq1"),
        my_card: row.my_card.clone(),
        reply_waits: !row.reply.is_empty(),
    })
}
