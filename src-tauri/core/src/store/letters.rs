//! Rows of letters, of letters being put together, and of what was given to whom.

use rusqlite::{OptionalExtension, Row, named_params};
use zeroize::Zeroizing;

use super::{Rows, optional_time_of, time_of, time_text};
use crate::Now;
use crate::error::Result;
use crate::id::{CompanionId, LetterId, ReflectionId, ThreadId};
use crate::letter::{LetterStanding, Whose};

/// A letter as it stands on the shelf.
#[derive(Clone)]
pub(crate) struct LetterRow {
    pub row: i64,
    pub id: LetterId,
    pub thread: ThreadId,
    pub companion: Option<i64>,
    pub writer: Whose,
    pub standing: LetterStanding,
    pub seq: u32,
    pub at: Now,
    pub digest: [u8; 32],
    pub kind: String,
    /// Which of the reader's letters its writer had.
    pub have: String,
    pub rev: i64,
    /// For somebody without Awai: the name it was given to,
    pub given_to: String,
    /// and the words that open it. Both are empty for everybody else, and once it is erased.
    pub words: Zeroizing<String>,
}

impl LetterRow {
    /// Its name in the chain: the id alone would be the same for two versions.
    pub(crate) fn head_name(&self) -> [u8; 16] {
        *self
            .digest
            .first_chunk::<16>()
            .expect("a digest has 32 bytes")
    }
}

/// That words of a page went out: to which companion (none for somebody without Awai), in which letter, of which
/// revision, when.
pub(crate) struct GivenRow {
    pub to: Option<CompanionId>,
    pub given_to: String,
    pub letter: LetterId,
    pub rev: i64,
    pub at: Now,
}

/// A letter being put together.
pub(crate) struct LetterDraftRow {
    pub id: LetterId,
    pub rests_until: Option<Now>,
    pub draft: String,
}

const LETTER: &str = "id, public_id, thread, companion, writer, standing, seq, at, digest, kind, have, rev, given_to, words";

fn letter_draft_row(row: &Row<'_>) -> Result<LetterDraftRow> {
    Ok(LetterDraftRow {
        id: LetterId::from_bytes(row.get("public_id")?),
        rests_until: optional_time_of(&row.get::<_, String>("rests_until")?)?,
        draft: row.get("draft")?,
    })
}

fn letter_row(row: &Row<'_>) -> Result<LetterRow> {
    Ok(LetterRow {
        row: row.get("id")?,
        id: LetterId::from_bytes(row.get("public_id")?),
        thread: ThreadId::from_bytes(row.get("thread")?),
        companion: row.get("companion")?,
        writer: Whose::of(&row.get::<_, String>("writer")?)?,
        standing: LetterStanding::of(&row.get::<_, String>("standing")?)?,
        seq: row.get("seq")?,
        at: time_of(&row.get::<_, String>("at")?)?,
        digest: row.get("digest")?,
        kind: row.get("kind")?,
        have: row.get("have")?,
        rev: row.get("rev")?,
        given_to: row.get("given_to")?,
        words: Zeroizing::new(row.get("words")?),
    })
}

impl Rows<'_> {
    /// Puts a letter on the shelf and says its row.
    pub(crate) fn add_letter(&self, row: &LetterRow, inside: &[u8]) -> Result<i64> {
        self.0
            .prepare_cached(
                "INSERT INTO letter (public_id, thread, companion, writer, standing, seq, at, digest, kind, have, rev, inside,
                                     given_to, words)
                 VALUES (:id, :thread, :companion, :writer, :standing, :seq, :at, :digest, :kind, :have, :rev, :inside,
                         :given_to, :words)",
            )?
            .execute(named_params! {
                ":id": row.id.bytes(), ":thread": row.thread.bytes(), ":companion": row.companion,
                ":writer": row.writer.word(), ":standing": row.standing.word(), ":seq": row.seq,
                ":at": time_text(row.at), ":digest": row.digest, ":kind": row.kind, ":have": row.have, ":rev": row.rev, ":inside": inside,
                ":given_to": row.given_to, ":words": row.words.as_str(),
            })?;
        Ok(self.0.last_insert_rowid())
    }

    /// Changes where a letter stands, and its text when there is another one.
    pub(crate) fn move_letter(&self, row: &LetterRow, inside: &[u8]) -> Result<()> {
        self.0
            .prepare_cached(
                "UPDATE letter SET standing = :standing, writer = :writer, companion = :companion, seq = :seq, have = :have,
                        rev = :rev, at = :at, inside = :inside, given_to = :given_to, words = :words WHERE id = :row",
            )?
            .execute(named_params! {
                ":row": row.row, ":standing": row.standing.word(), ":writer": row.writer.word(), ":companion": row.companion,
                ":seq": row.seq, ":have": row.have, ":rev": row.rev, ":at": time_text(row.at), ":inside": inside,
                ":given_to": row.given_to, ":words": row.words.as_str(),
            })?;
        Ok(())
    }

    /// The letter with exactly this text.
    pub(crate) fn letter_with(
        &self,
        thread: ThreadId,
        id: LetterId,
        digest: &[u8; 32],
    ) -> Result<Option<LetterRow>> {
        self.0
            .prepare_cached(&format!(
                "SELECT {LETTER} FROM letter WHERE thread = :thread AND public_id = :id AND digest = :digest"
            ))?
            .query_row(
                named_params! { ":thread": thread.bytes(), ":id": id.bytes(), ":digest": digest },
                |row| Ok(letter_row(row)),
            )
            .optional()?
            .transpose()
    }

    /// Every letter with this id, in whatever thread and version, the oldest first.
    pub(crate) fn letters_called(&self, id: LetterId) -> Result<Vec<LetterRow>> {
        let mut statement = self.0.prepare_cached(&format!(
            "SELECT {LETTER} FROM letter WHERE public_id = :id ORDER BY id"
        ))?;
        let found = statement.query_map(named_params! { ":id": id.bytes() }, |row| {
            Ok(letter_row(row))
        })?;
        found.collect::<rusqlite::Result<Result<Vec<_>>>>()?
    }

    /// Every letter of an exchange, whatever its standing, in the order in which they were sealed or came.
    pub(crate) fn letters_of(&self, companion: i64) -> Result<Vec<LetterRow>> {
        let mut statement = self.0.prepare_cached(&format!(
            "SELECT {LETTER} FROM letter WHERE companion = :companion ORDER BY id"
        ))?;
        let found = statement.query_map(named_params! { ":companion": companion }, |row| {
            Ok(letter_row(row))
        })?;
        found.collect::<rusqlite::Result<Result<Vec<_>>>>()?
    }

    /// Letters that came under words and belong to no companion.
    pub(crate) fn letters_of_nobody(&self) -> Result<Vec<LetterRow>> {
        let mut statement = self.0.prepare_cached(&format!(
            "SELECT {LETTER} FROM letter WHERE companion IS NULL ORDER BY id"
        ))?;
        let found = statement.query_map([], |row| Ok(letter_row(row)))?;
        found.collect::<rusqlite::Result<Result<Vec<_>>>>()?
    }

    /// The letter whose digest begins so.
    pub(crate) fn letter_by_head(&self, name: &[u8; 16]) -> Result<Option<LetterRow>> {
        self.0
            .prepare_cached(&format!(
                "SELECT {LETTER} FROM letter WHERE substr(digest, 1, 16) = :name"
            ))?
            .query_row(named_params! { ":name": name }, |row| Ok(letter_row(row)))
            .optional()?
            .transpose()
    }

    /// The text of a letter, as it was sealed.
    pub(crate) fn letter_inside(&self, row: i64) -> Result<Vec<u8>> {
        let inside = self
            .0
            .prepare_cached("SELECT inside FROM letter WHERE id = :row")?
            .query_row(named_params! { ":row": row }, |row| row.get("inside"))?;
        Ok(inside)
    }

    pub(crate) fn note_release(
        &self,
        thread: ThreadId,
        letter: LetterId,
        writer: Whose,
        now: Now,
    ) -> Result<()> {
        self.0
            .prepare_cached(
                "INSERT INTO release (thread, letter, writer, at) VALUES (:thread, :letter, :writer, :now)
                 ON CONFLICT DO NOTHING",
            )?
            .execute(named_params! {
                ":thread": thread.bytes(), ":letter": letter.bytes(), ":writer": writer.word(), ":now": time_text(now),
            })?;
        Ok(())
    }

    /// Whether the writer of a letter asked to keep it no longer.
    pub(crate) fn is_released(
        &self,
        thread: ThreadId,
        letter: LetterId,
        writer: Whose,
    ) -> Result<bool> {
        let found = self
            .0
            .prepare_cached(
                "SELECT 1 FROM release WHERE thread = :thread AND letter = :letter AND writer = :writer",
            )?
            .query_row(
                named_params! { ":thread": thread.bytes(), ":letter": letter.bytes(), ":writer": writer.word() },
                |_| Ok(()),
            )
            .optional()?;
        Ok(found.is_some())
    }

    pub(crate) fn note_given(&self, letter: i64, page: ReflectionId, rev: i64) -> Result<()> {
        self.0
            .prepare_cached(
                "INSERT INTO given (letter, page, rev) VALUES (:letter, :page, :rev) ON CONFLICT DO NOTHING",
            )?
            .execute(named_params! { ":letter": letter, ":page": page.bytes(), ":rev": rev })?;
        Ok(())
    }

    /// To whom words of a page were given, the earliest first.
    pub(crate) fn given_of(&self, page: ReflectionId) -> Result<Vec<GivenRow>> {
        let mut statement = self.0.prepare_cached(
            "SELECT companion.public_id AS companion, letter.public_id AS letter, letter.given_to AS given_to,
                    given.rev AS rev, letter.at AS at
             FROM given JOIN letter ON letter.id = given.letter LEFT JOIN companion ON companion.id = letter.companion
             WHERE given.page = :page ORDER BY given.id",
        )?;
        let given = |row: &Row<'_>| -> Result<GivenRow> {
            let to: Option<[u8; 16]> = row.get("companion")?;
            Ok(GivenRow {
                to: to.map(CompanionId::from_bytes),
                given_to: row.get("given_to")?,
                letter: LetterId::from_bytes(row.get("letter")?),
                rev: row.get("rev")?,
                at: time_of(&row.get::<_, String>("at")?)?,
            })
        };
        let found = statement.query_map(named_params! { ":page": page.bytes() }, |row| {
            Ok(given(row))
        })?;
        found.collect::<rusqlite::Result<Result<Vec<_>>>>()?
    }

    /// Keeps what is chosen for a letter. A letter that says something else does not rest any longer.
    pub(crate) fn keep_letter_draft(&self, id: LetterId, draft: &str, now: Now) -> Result<()> {
        self.0
            .prepare_cached(
                "INSERT INTO letter_draft (public_id, kept_at, draft) VALUES (:id, :now, :draft)
                 ON CONFLICT (public_id) DO UPDATE SET kept_at = excluded.kept_at, draft = excluded.draft,
                    rests_until = CASE WHEN draft = excluded.draft THEN rests_until ELSE '' END",
            )?
            .execute(named_params! { ":id": id.bytes(), ":now": time_text(now), ":draft": draft })?;
        Ok(())
    }

    pub(crate) fn rest_letter_draft(&self, id: LetterId, until: Now) -> Result<()> {
        self.0
            .prepare_cached("UPDATE letter_draft SET rests_until = :until WHERE public_id = :id")?
            .execute(named_params! { ":id": id.bytes(), ":until": time_text(until) })?;
        Ok(())
    }

    pub(crate) fn letter_draft(&self, id: LetterId) -> Result<Option<LetterDraftRow>> {
        self.0
            .prepare_cached(
                "SELECT public_id, rests_until, draft FROM letter_draft WHERE public_id = :id",
            )?
            .query_row(named_params! { ":id": id.bytes() }, |row| {
                Ok(letter_draft_row(row))
            })
            .optional()?
            .transpose()
    }

    /// The letters that are being put together, the oldest first.
    pub(crate) fn letter_drafts(&self) -> Result<Vec<LetterDraftRow>> {
        let mut statement = self
            .0
            .prepare_cached("SELECT public_id, rests_until, draft FROM letter_draft ORDER BY id")?;
        let found = statement.query_map([], |row| Ok(letter_draft_row(row)))?;
        found.collect::<rusqlite::Result<Result<Vec<_>>>>()?
    }

    pub(crate) fn drop_letter_draft(&self, id: LetterId) -> Result<()> {
        self.0
            .prepare_cached("DELETE FROM letter_draft WHERE public_id = :id")?
            .execute(named_params! { ":id": id.bytes() })?;
        Ok(())
    }

    /// The other name of somebody towards a companion. `name` is folded.
    pub(crate) fn pseudonym(&self, companion: i64, name: &str) -> Result<Option<String>> {
        let found = self
            .0
            .prepare_cached(
                "SELECT stands_as FROM pseudonym WHERE companion = :companion AND name = :name",
            )?
            .query_row(
                named_params! { ":companion": companion, ":name": name },
                |row| row.get("stands_as"),
            )
            .optional()?;
        Ok(found)
    }

    pub(crate) fn pseudonyms(&self, companion: i64) -> Result<Vec<String>> {
        let mut statement = self
            .0
            .prepare_cached("SELECT stands_as FROM pseudonym WHERE companion = :companion")?;
        let found = statement
            .query_map(named_params! { ":companion": companion }, |row| {
                row.get("stands_as")
            })?
            .collect::<rusqlite::Result<_>>()?;
        Ok(found)
    }

    pub(crate) fn set_pseudonym(&self, companion: i64, name: &str, stands_as: &str) -> Result<()> {
        self.0
            .prepare_cached(
                "INSERT INTO pseudonym (companion, name, stands_as) VALUES (:companion, :name, :stands_as)
                 ON CONFLICT (companion, name) DO UPDATE SET stands_as = excluded.stands_as",
            )?
            .execute(named_params! { ":companion": companion, ":name": name, ":stands_as": stands_as })?;
        Ok(())
    }

    /// Whether a page may be offered for a letter: it does not stay here, does not lie aside, and neither hangs on a
    /// tie to take care with nor has a moment with one. The one door for this question.
    pub(crate) fn may_be_shared(&self, page: ReflectionId) -> Result<bool> {
        let found = self
            .0
            .prepare_cached(&format!(
                "SELECT 1 FROM reflection WHERE public_id = :page AND stays_here = 0 AND aside_at = '' AND {}",
                super::ties::WITHOUT_CARE
            ))?
            .query_row(named_params! { ":page": page.bytes() }, |_| Ok(()))
            .optional()?;
        Ok(found.is_some())
    }

    pub(crate) fn tie_id(&self, row: i64) -> Result<Option<crate::id::TieId>> {
        let found: Option<[u8; 16]> = self
            .0
            .prepare_cached("SELECT public_id FROM tie WHERE id = :row")?
            .query_row(named_params! { ":row": row }, |row| row.get("public_id"))
            .optional()?;
        Ok(found.map(crate::id::TieId::from_bytes))
    }
}
