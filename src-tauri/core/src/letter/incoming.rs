//! What came in. It is looked at in a fixed order, each step refusing with one sentence and leaving the file as it was;
//! who wrote it is known before a word of it; and nothing is written until the person says what becomes of it.

use serde::Serialize;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::thread::{LetterShown, add_head_of, missing, shown};
use super::{Letter, LetterKind, LetterStanding, Please, Whose, Wish, format};
use crate::Now;
use crate::companion::{
    Companion, InvitationIn, Paired, ReplyIn, SpokenWords, file_agreement, is_invitation, is_reply,
    open_under, revise_companion,
};
use crate::error::{Error, Result};
use crate::id::{CompanionId, LetterId, LetterVersionId, ThreadId};
use crate::journal::Journal;
use crate::keeping::watch::{Stage, Watch};
use crate::library::Library;
use crate::question_set::take_in;
use crate::seal::{Identity, Sealed};
use crate::store::{CompanionRow, InvitationRow, LetterRow, Rows};

/// What a file turned out to be.
pub enum Arrived {
    /// It asks for words: an invitation, or a letter for somebody without Awai.
    UnderWords(Closed),
    /// An invitation.
    Invitation(Box<InvitationIn>),
    /// The reply to an invitation of mine.
    Reply(Box<ReplyIn>),
    /// A reply that was taken in before.
    PairedAlready(CompanionId),
    /// A letter.
    Letter(Box<Incoming>),
    /// A letter that only a newer program can read.
    Newer(Newer),
}

/// A sealed file that asks for words.
pub struct Closed {
    sealed: Sealed,
}

/// A letter that came in and is not kept yet.
pub struct Incoming {
    inside: Zeroizing<Vec<u8>>,
    digest: [u8; 32],
    letter: Letter,
    face: LetterFace,
    companion: Option<i64>,
    whose: Whose,
}

/// A letter in a newer form. It can be kept as it is, for a newer program.
pub struct Newer {
    inside: Zeroizing<Vec<u8>>,
    companion: Option<(i64, ThreadId)>,
    /// Who wrote it, when that can be told.
    pub writer: Writer,
}

/// What is told of a letter before a word of it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct LetterFace {
    /// Who wrote it. This is said first.
    pub writer: Writer,
    /// The letter.
    pub id: LetterId,
    /// What it is.
    pub kind: LetterKind,
    /// The name that stands in it as its writer's. Nothing is proven by it.
    pub name: String,
    /// Everybody it went to, by the names that stand in it.
    pub recipients: Vec<String>,
    /// The day or month it was sealed, when told.
    pub sealed: String,
    /// The language it is written in.
    pub lang: String,
    /// Read before the rest.
    pub cover: String,
    /// What its writer would like back.
    pub wish: Vec<Wish>,
    /// What its writer asks.
    pub please: Please,
    /// The letter it answers.
    pub answers: Option<LetterId>,
    /// Whether it came before.
    pub before: Before,
    /// Letters of the same writer that have not come.
    pub missing: Vec<Gap>,
    /// How large it is, in bytes.
    #[cfg_attr(test, ts(type = "number"))]
    pub size: u64,
}

/// Who wrote a letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Writer {
    /// I did.
    Me,
    /// A companion; their key vouched for every byte of it.
    Companion {
        /// Who.
        id: CompanionId,
        /// What I call them.
        called: String,
        /// How the pair came about.
        paired: Paired,
    },
    /// No known writer.
    Unknown,
}

/// Whether a letter came before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Before {
    /// It is new.
    New,
    /// It is kept.
    Kept,
    /// It is laid by, to be read later.
    Later,
    /// It was returned unread.
    Returned,
    /// It was erased.
    Erased,
    /// A letter of the same name says something else: both can be kept, side by side.
    OtherVersion,
}

/// Letters, by their numbers, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Gap {
    /// The first.
    pub from: u32,
    /// The last.
    pub to: u32,
}

impl Incoming {
    /// What is told before a word of it is shown: who wrote it, the cover, the wish.
    pub fn face(&self) -> &LetterFace {
        &self.face
    }

    /// The words. Shown once the person opens it.
    pub fn shown(&self) -> Result<LetterShown> {
        shown(&self.letter, self.face.clone())
    }

    /// The name this text of the letter has on the shelf, once it is kept or laid by.
    pub fn version(&self) -> LetterVersionId {
        let name = self.digest.first_chunk::<16>();
        LetterVersionId::from_bytes(*name.expect("a digest has 32 bytes"))
    }

    /// The letter, field by field.
    pub fn letter(&self) -> &Letter {
        &self.letter
    }

    /// One of its files: its sort and its bytes.
    pub fn file(&self, number: usize) -> Result<(String, Vec<u8>)> {
        super::thread::file(&self.letter, number)
    }
}

impl Journal {
    /// Looks at a file that came in, or at a pasted text. Nothing is written.
    ///
    /// # Errors
    /// Each step has its own: too large, no letter, asks too much, not for this journal, torn, swells, not from Awai,
    /// no text, no form, too much, a picture that is none.
    pub fn look(&self, file: &[u8]) -> Result<Arrived> {
        self.look_watched(file, &mut Watch::nobody())
    }

    /// The same, with somebody who watches: [`Error::Stopped`] when they say so.
    pub fn look_watched(&self, file: &[u8], watch: &mut Watch<'_>) -> Result<Arrived> {
        let pasted = std::str::from_utf8(file).map(Sealed::take_pasted);
        let sealed = pasted.unwrap_or_else(|_| Sealed::take(file))?;
        if sealed.is_under_words()? {
            return Ok(Arrived::UnderWords(Closed { sealed }));
        }
        let mut companions: Vec<CompanionRow> = self.rows().companions()?;
        companions.retain(|row| !row.identity.is_empty());
        let invitations: Vec<InvitationRow> = self.rows().invitations()?;
        let own = companions.iter().map(|row| row.identity.as_str());
        let identities: Vec<Identity> = own
            .chain(invitations.iter().map(|row| row.identity.as_str()))
            .map(|text| Identity::parse(text).ok_or(Error::JournalDamaged))
            .collect::<Result<_>>()?;
        let (number, inside) = sealed.open_with_watched(&identities, watch)?;
        match companions.get(number) {
            Some(companion) if is_reply(&inside) => Ok(Arrived::PairedAlready(companion.id)),
            Some(companion) => self.letter_in(inside, Some(companion), watch),
            None => {
                let invitation = invitations.get(number - companions.len());
                let invitation = invitation.ok_or(Error::Unexpected("letters"))?;
                if invitation.thread.is_none() {
                    return Err(Error::CardFirst);
                }
                let reply = self.read_reply(invitation, &inside)?;
                Ok(Arrived::Reply(Box::new(reply)))
            }
        }
    }

    /// Looks at a file that asks for words. Nothing is written.
    ///
    /// # Errors
    /// [`Error::WordsDoNotOpen`], and those of [`Journal::look`].
    pub fn look_under(&self, closed: &Closed, words: &SpokenWords) -> Result<Arrived> {
        self.look_under_watched(closed, words, &mut Watch::nobody())
    }

    /// The same, with somebody who watches: [`Error::Stopped`] when they say so.
    pub fn look_under_watched(
        &self,
        closed: &Closed,
        words: &SpokenWords,
        watch: &mut Watch<'_>,
    ) -> Result<Arrived> {
        let inside = open_under(&closed.sealed, words, watch)?;
        if is_invitation(&inside) {
            return Ok(Arrived::Invitation(Box::new(InvitationIn::read(&inside)?)));
        }
        self.letter_in(inside, None, watch)
    }

    /// Keeps a letter. A letter that is kept already changes nothing; one with the same name and other words is kept
    /// beside it.
    pub fn keep_letter(&mut self, incoming: &Incoming, now: Now) -> Result<()> {
        self.settle(incoming, LetterStanding::Kept, now)
    }

    /// Lays a letter by, unread.
    pub fn keep_for_later(&mut self, incoming: &Incoming, now: Now) -> Result<()> {
        self.settle(incoming, LetterStanding::Later, now)
    }

    /// Notes that a letter goes back unread: nothing of its words is kept, and no gap will be told for it.
    pub fn return_unread(&mut self, incoming: &Incoming, now: Now) -> Result<()> {
        self.settle(incoming, LetterStanding::Returned, now)
    }

    /// Notes that a letter is not wanted: nothing of its words is kept, and no gap will be told for it.
    pub fn erase_arrived(&mut self, incoming: &Incoming, now: Now) -> Result<()> {
        self.settle(incoming, LetterStanding::Erased, now)
    }

    /// Keeps a letter of a newer form as it is, unopened.
    pub fn keep_newer(&mut self, newer: &Newer, now: Now) -> Result<()> {
        let digest: [u8; 32] = Sha256::digest(newer.inside.as_slice()).into();
        let first = digest.first_chunk::<16>().expect("a digest has 32 bytes");
        let name = LetterId::from_bytes(*first);
        let thread = newer
            .companion
            .map_or(ThreadId::from_bytes([0; 16]), |(_, thread)| thread);
        self.change(|rows| {
            if rows.letter_with(thread, name, &digest)?.is_some() {
                return Ok(());
            }
            let mut row = LetterRow {
                row: 0,
                id: name,
                thread,
                companion: newer.companion.map(|(row, _)| row),
                writer: Whose::Unknown,
                standing: LetterStanding::Later,
                seq: 0,
                at: now,
                digest,
                kind: "newer".to_owned(),
                have: String::new(),
                rev: 1,
                given_to: String::new(),
                words: Zeroizing::default(),
            };
            row.row = rows.add_letter(&row, &newer.inside)?;
            add_head_of(rows, &row, &newer.inside)
        })
    }

    /// A letter, from an opened file. Who wrote it is verified before the text is read.
    pub(super) fn letter_in(
        &self,
        inside: Zeroizing<Vec<u8>>,
        companion: Option<&CompanionRow>,
        watch: &mut Watch<'_>,
    ) -> Result<Arrived> {
        let cut = format::cut(&inside)?;
        let mut writer = Writer::Unknown;
        if let (1, Some(row), Some(token)) = (cut.major, companion, cut.token) {
            let thread = row.thread.bytes();
            let theirs = row.their_card()?.auth()?;
            let known = row
                .auth_key()?
                .knows(&theirs, format::FORMAT, thread, cut.text, &token);
            if known {
                let Companion {
                    id, called, paired, ..
                } = self.companion(row.id)?;
                writer = Writer::Companion { id, called, paired };
            }
        }
        if cut.major != 1 || !format::unmet_needs(cut.text)?.is_empty() {
            return Ok(Arrived::Newer(Newer {
                companion: companion.map(|row| (row.row, row.thread)),
                inside,
                writer,
            }));
        }
        // Reading a large one takes a while, too: whoever stops it meanwhile is heard.
        let size = inside.len();
        watch.tell_bytes(Stage::Opening, size, size)?;
        let letter = format::read(cut.text)?;
        watch.tell_bytes(Stage::Opening, size, size)?;
        let whose = match writer {
            Writer::Companion { .. } => Whose::Theirs,
            _ => Whose::Unknown,
        };
        if whose == Whose::Theirs && companion.map(|row| row.thread) != Some(letter.thread) {
            return Err(Error::LetterForm);
        }
        let digest: [u8; 32] = Sha256::digest(cut.text).into();
        let rows = self.rows();
        let row = companion.map(|row| row.row);
        let before = before(&rows, &letter, &digest, whose)?;
        let missing = missing(&rows, row, (whose == Whose::Theirs).then_some(letter.seq))?;
        let face = face_of(&letter, writer, before, missing, inside.len());
        Ok(Arrived::Letter(Box::new(Incoming {
            inside,
            digest,
            letter,
            face,
            companion: row,
            whose,
        })))
    }

    fn settle(&mut self, incoming: &Incoming, standing: LetterStanding, now: Now) -> Result<()> {
        let letter = &incoming.letter;
        let library = self.library.clone().into_owned();
        self.change(|rows| {
            let empty: &[u8] = &[];
            let inside = match standing {
                LetterStanding::Kept | LetterStanding::Later => incoming.inside.as_slice(),
                LetterStanding::Returned | LetterStanding::Erased => empty,
            };
            match rows.letter_with(letter.thread, letter.id, &incoming.digest)? {
                // Mine came back to me, or it is here already.
                Some(row) if row.writer == Whose::Mine => return Ok(()),
                Some(row)
                    if row.standing == LetterStanding::Kept
                        && row.writer == incoming.whose
                        && standing != LetterStanding::Erased =>
                {
                    return Ok(());
                }
                Some(mut row) => {
                    row.standing = standing;
                    row.rev += 1;
                    row.at = now;
                    if incoming.whose == Whose::Theirs {
                        row.writer = Whose::Theirs;
                        row.companion = incoming.companion;
                        row.seq = letter.seq;
                        row.have.clone_from(&letter.have);
                    }
                    rows.move_letter(&row, inside)?;
                    add_head_of(rows, &row, inside)?;
                }
                None => {
                    let mut row = LetterRow {
                        row: 0,
                        id: letter.id,
                        thread: letter.thread,
                        companion: incoming.companion,
                        writer: incoming.whose,
                        standing,
                        seq: letter.seq,
                        at: now,
                        digest: incoming.digest,
                        kind: letter.kind.word().to_owned(),
                        have: letter.have.clone(),
                        rev: 1,
                        given_to: String::new(),
                        words: Zeroizing::default(),
                    };
                    row.row = rows.add_letter(&row, inside)?;
                    add_head_of(rows, &row, inside)?;
                }
            }
            if incoming.whose == Whose::Theirs {
                arrived_here(rows, &library, incoming, standing, now)?;
            }
            Ok(())
        })
    }
}

/// What a letter of a companion brings with it once it is kept.
fn arrived_here(
    rows: &Rows<'_>,
    library: &Library,
    incoming: &Incoming,
    standing: LetterStanding,
    now: Now,
) -> Result<()> {
    let letter = &incoming.letter;
    let Some(companion) = rows.companion_in(letter.thread)? else {
        return Ok(());
    };
    if !companion.reply.is_empty() {
        // They write: my reply has arrived, and need not be written again.
        revise_companion(rows, companion.id, |row| row.reply.clear())?;
    }
    if standing != LetterStanding::Kept {
        return Ok(());
    }
    for released in &letter.releases {
        rows.note_release(letter.thread, *released, Whose::Theirs, now)?;
    }
    if let Some(question) = &letter.question {
        take_in(rows, library, &question.question, now)?;
    }
    if let Some(agreement) = &letter.agreement {
        file_agreement(rows, companion.row, "theirs", agreement, now)?;
    }
    Ok(())
}

pub(super) fn face_of(
    letter: &Letter,
    writer: Writer,
    before: Before,
    missing: Vec<Gap>,
    size: usize,
) -> LetterFace {
    LetterFace {
        writer,
        id: letter.id,
        kind: letter.kind,
        name: letter.writer.clone(),
        recipients: letter.recipients.clone(),
        sealed: letter.sealed.clone(),
        lang: letter.lang.clone(),
        cover: letter.cover.clone(),
        wish: letter.wish.clone(),
        please: letter.please.clone(),
        answers: letter.answers,
        before,
        missing,
        size: size as u64,
    }
}

fn before(rows: &Rows<'_>, letter: &Letter, digest: &[u8; 32], whose: Whose) -> Result<Before> {
    if let Some(row) = rows.letter_with(letter.thread, letter.id, digest)? {
        let proven_now = row.writer == Whose::Unknown && whose == Whose::Theirs;
        if !proven_now {
            return Ok(match row.standing {
                LetterStanding::Kept => Before::Kept,
                LetterStanding::Later => Before::Later,
                LetterStanding::Returned => Before::Returned,
                LetterStanding::Erased => Before::Erased,
            });
        }
    }
    // Only letters of the same writer can be versions of each other: nobody else may put words beside theirs.
    let other = rows
        .letters_called(letter.id)?
        .iter()
        .any(|row| row.thread == letter.thread && row.writer == whose);
    Ok(if other {
        Before::OtherVersion
    } else {
        Before::New
    })
}
