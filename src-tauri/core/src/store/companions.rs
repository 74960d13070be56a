//! Rows of companions, of invitations that wait for an answer, and of agreements.

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Row, named_params};
use zeroize::Zeroizing;

use super::{Rows, time_of, time_text};
use crate::Now;
use crate::companion::card::{Card, OwnKeys};
use crate::companion::{AgreementAnswer, AgreementVersion};
use crate::error::{Error, Result};
use crate::id::{CompanionId, InvitationId, ThreadId};
use crate::seal::{AuthKey, Identity};
use crate::tie::Standing;

/// An invitation as it waits.
pub(crate) struct InvitationRow {
    pub id: InvitationId,
    pub called: String,
    pub tie: Option<i64>,
    pub made_at: Now,
    /// None for a card that was handed over without words.
    pub thread: Option<ThreadId>,
    pub identity: Zeroizing<String>,
    pub auth: Zeroizing<[u8; 32]>,
    pub card: String,
    pub words: Zeroizing<String>,
    pub secret: Zeroizing<Vec<u8>>,
    pub inside: String,
}

/// A companion as it stands in the database.
pub(crate) struct CompanionRow {
    pub row: i64,
    pub id: CompanionId,
    pub rev: i64,
    pub called: String,
    pub tie: Option<i64>,
    pub standing: Standing,
    pub since: Now,
    pub paired_on: Option<NaiveDate>,
    pub thread: ThreadId,
    /// Empty once ended.
    pub identity: Zeroizing<String>,
    /// Empty once ended.
    pub auth: Zeroizing<Vec<u8>>,
    pub my_card: String,
    pub card: String,
    pub reply: Vec<u8>,
}

impl InvitationRow {
    pub(crate) fn keys(&self) -> Result<OwnKeys> {
        Ok(OwnKeys {
            identity: Identity::parse(&self.identity).ok_or(Error::JournalDamaged)?,
            auth: AuthKey::from_bytes(&self.auth),
        })
    }
}

impl CompanionRow {
    /// A companion of today that nobody checked.
    pub(crate) fn new(
        id: CompanionId,
        called: String,
        now: Now,
        thread: ThreadId,
        keys: &OwnKeys,
        my_card: &Card,
        card: &Card,
    ) -> Result<CompanionRow> {
        Ok(CompanionRow {
            row: 0,
            id,
            rev: 1,
            called,
            tie: None,
            standing: Standing::Open,
            since: now,
            paired_on: None,
            thread,
            identity: keys.identity.reveal(),
            auth: Zeroizing::new(keys.auth.reveal().to_vec()),
            my_card: my_card.text()?,
            card: card.text()?,
            reply: Vec::new(),
        })
    }

    /// My key of this pair that says who wrote.
    ///
    /// # Errors
    /// [`Error::CompanionEnded`] when it was wiped.
    pub(crate) fn auth_key(&self) -> Result<AuthKey> {
        if self.auth.is_empty() {
            return Err(Error::CompanionEnded);
        }
        let auth: Result<&[u8; 32]> = self
            .auth
            .as_slice()
            .try_into()
            .map_err(|_| Error::JournalDamaged);
        Ok(AuthKey::from_bytes(auth?))
    }

    pub(crate) fn their_card(&self) -> Result<Card> {
        Card::read(&self.card).map_err(|_| Error::JournalDamaged)
    }

    pub(crate) fn own_card(&self) -> Result<Card> {
        Card::read(&self.my_card).map_err(|_| Error::JournalDamaged)
    }
}

const INVITATION: &str =
    "public_id, called, tie, made_at, thread, identity, auth, card, words, secret, inside";
const COMPANION: &str =
    "id, public_id, rev, called, tie, standing, since, paired_on, thread, identity, auth,
    my_card, card, reply";

fn invitation_row(row: &Row<'_>) -> Result<InvitationRow> {
    let thread: Vec<u8> = row.get("thread")?;
    Ok(InvitationRow {
        id: InvitationId::from_bytes(row.get("public_id")?),
        called: row.get("called")?,
        tie: row.get("tie")?,
        made_at: time_of(&row.get::<_, String>("made_at")?)?,
        thread: thread.try_into().ok().map(ThreadId::from_bytes),
        identity: Zeroizing::new(row.get("identity")?),
        auth: Zeroizing::new(row.get("auth")?),
        card: row.get("card")?,
        words: Zeroizing::new(row.get("words")?),
        secret: Zeroizing::new(row.get("secret")?),
        inside: row.get("inside")?,
    })
}

fn companion_row(row: &Row<'_>) -> Result<CompanionRow> {
    let day: String = row.get("paired_on")?;
    let paired_on = match day.as_str() {
        "" => None,
        day => Some(day.parse().map_err(|_| Error::JournalDamaged)?),
    };
    Ok(CompanionRow {
        row: row.get("id")?,
        id: CompanionId::from_bytes(row.get("public_id")?),
        rev: row.get("rev")?,
        called: row.get("called")?,
        tie: row.get("tie")?,
        standing: Standing::of(&row.get::<_, String>("standing")?),
        since: time_of(&row.get::<_, String>("since")?)?,
        paired_on,
        thread: ThreadId::from_bytes(row.get("thread")?),
        identity: Zeroizing::new(row.get("identity")?),
        auth: Zeroizing::new(row.get("auth")?),
        my_card: row.get("my_card")?,
        card: row.get("card")?,
        reply: row.get("reply")?,
    })
}

impl Rows<'_> {
    pub(crate) fn add_invitation(&self, row: &InvitationRow) -> Result<()> {
        self.0
            .prepare_cached(
                "INSERT INTO invitation (public_id, called, tie, made_at, thread, identity, auth, card, words, secret, inside)
                 VALUES (:id, :called, :tie, :made_at, :thread, :identity, :auth, :card, :words, :secret, :inside)",
            )?
            .execute(named_params! {
                ":id": row.id.bytes(), ":called": row.called, ":tie": row.tie, ":made_at": time_text(row.made_at),
                ":thread": row.thread.map(|thread| thread.bytes().to_vec()).unwrap_or_default(),
                ":identity": row.identity.as_str(), ":auth": row.auth.as_slice(), ":card": row.card,
                ":words": row.words.as_str(), ":secret": row.secret.as_slice(), ":inside": row.inside,
            })?;
        Ok(())
    }

    pub(crate) fn invitation(&self, id: InvitationId) -> Result<Option<InvitationRow>> {
        self.0
            .prepare_cached(&format!(
                "SELECT {INVITATION} FROM invitation WHERE public_id = :id"
            ))?
            .query_row(named_params! { ":id": id.bytes() }, |row| {
                Ok(invitation_row(row))
            })
            .optional()?
            .transpose()
    }

    pub(crate) fn invitations(&self) -> Result<Vec<InvitationRow>> {
        let mut statement = self.0.prepare_cached(&format!(
            "SELECT {INVITATION} FROM invitation ORDER BY id DESC"
        ))?;
        let found = statement.query_map([], |row| Ok(invitation_row(row)))?;
        found.collect::<rusqlite::Result<Result<Vec<_>>>>()?
    }

    /// Whether an invitation of mine began this thread.
    pub(crate) fn invites_in(&self, thread: ThreadId) -> Result<bool> {
        let found = self
            .0
            .prepare_cached("SELECT 1 FROM invitation WHERE thread = :thread")?
            .query_row(named_params! { ":thread": thread.bytes() }, |_| Ok(()))
            .optional()?;
        Ok(found.is_some())
    }

    /// Wipes an invitation: `secure_delete` overwrites its words and keys.
    pub(crate) fn remove_invitation(&self, id: InvitationId) -> Result<()> {
        self.0
            .prepare_cached("DELETE FROM invitation WHERE public_id = :id")?
            .execute(named_params! { ":id": id.bytes() })?;
        Ok(())
    }

    pub(crate) fn add_companion(&self, row: &CompanionRow) -> Result<()> {
        self.0
            .prepare_cached(
                "INSERT INTO companion (public_id, rev, called, tie, standing, since, paired_on, thread, identity, auth, my_card, card, reply)
                 VALUES (:id, :rev, :called, :tie, :standing, :since, :paired_on, :thread, :identity, :auth, :my_card, :card, :reply)",
            )?
            .execute(named_params! {
                ":id": row.id.bytes(), ":rev": row.rev, ":called": row.called, ":tie": row.tie,
                ":standing": row.standing.word(), ":since": time_text(row.since),
                ":paired_on": row.paired_on.map(|day| day.to_string()).unwrap_or_default(),
                ":thread": row.thread.bytes(), ":identity": row.identity.as_str(), ":auth": row.auth.as_slice(),
                ":my_card": row.my_card, ":card": row.card, ":reply": row.reply,
            })?;
        Ok(())
    }

    pub(crate) fn revise_companion(&self, row: &CompanionRow) -> Result<()> {
        self.0
            .prepare_cached(
                "UPDATE companion SET rev = :rev, called = :called, tie = :tie, standing = :standing, identity = :identity,
                        auth = :auth, reply = :reply WHERE id = :row",
            )?
            .execute(named_params! {
                ":row": row.row, ":rev": row.rev, ":called": row.called, ":tie": row.tie, ":standing": row.standing.word(),
                ":identity": row.identity.as_str(), ":auth": row.auth.as_slice(), ":reply": row.reply,
            })?;
        Ok(())
    }

    /// Erases a companion with everything that hangs on it.
    pub(crate) fn erase_companion(&self, row: &CompanionRow) -> Result<()> {
        self.0
            .prepare_cached("DELETE FROM release WHERE thread = :thread")?
            .execute(named_params! { ":thread": row.thread.bytes() })?;
        self.0
            .prepare_cached("DELETE FROM companion WHERE id = :row")?
            .execute(named_params! { ":row": row.row })?;
        Ok(())
    }

    pub(crate) fn companion(&self, id: CompanionId) -> Result<CompanionRow> {
        self.0
            .prepare_cached(&format!(
                "SELECT {COMPANION} FROM companion WHERE public_id = :id"
            ))?
            .query_row(named_params! { ":id": id.bytes() }, |row| {
                Ok(companion_row(row))
            })
            .optional()?
            .ok_or(Error::UnknownCompanion)?
    }

    pub(crate) fn companion_in(&self, thread: ThreadId) -> Result<Option<CompanionRow>> {
        self.0
            .prepare_cached(&format!(
                "SELECT {COMPANION} FROM companion WHERE thread = :thread"
            ))?
            .query_row(named_params! { ":thread": thread.bytes() }, |row| {
                Ok(companion_row(row))
            })
            .optional()?
            .transpose()
    }

    pub(crate) fn companion_by_row(&self, row: i64) -> Result<Option<CompanionRow>> {
        self.0
            .prepare_cached(&format!(
                "SELECT {COMPANION} FROM companion WHERE id = :row"
            ))?
            .query_row(named_params! { ":row": row }, |row| Ok(companion_row(row)))
            .optional()?
            .transpose()
    }

    /// All companions: open ones first, then by name.
    pub(crate) fn companions(&self) -> Result<Vec<CompanionRow>> {
        let mut statement = self.0.prepare_cached(&format!(
            "SELECT {COMPANION} FROM companion ORDER BY standing <> 'open', standing, called, id"
        ))?;
        let found = statement.query_map([], |row| Ok(companion_row(row)))?;
        found.collect::<rusqlite::Result<Result<Vec<_>>>>()?
    }

    pub(crate) fn add_agreement(
        &self,
        companion: i64,
        writer: &str,
        version: &AgreementVersion,
        now: Now,
    ) -> Result<()> {
        let answers = serde_json::to_string(&version.answers).map_err(|_| Error::BadRequest)?;
        self.0
            .prepare_cached(
                "INSERT INTO agreement (companion, writer, version, written_at, reread, answers)
                 VALUES (:companion, :writer, :version, :now, :reread, :answers)",
            )?
            .execute(named_params! {
                ":companion": companion, ":writer": writer, ":version": version.version, ":now": time_text(now),
                ":reread": version.reread, ":answers": answers,
            })?;
        Ok(())
    }

    /// What one side answered, the newest version first.
    pub(crate) fn agreements(&self, companion: i64, writer: &str) -> Result<Vec<AgreementVersion>> {
        let mut statement = self.0.prepare_cached(
            "SELECT version, reread, answers FROM agreement WHERE companion = :companion AND writer = :writer
             ORDER BY version DESC, id DESC",
        )?;
        let found = statement.query_map(
            named_params! { ":companion": companion, ":writer": writer },
            |row| {
                Ok((
                    row.get::<_, u32>("version")?,
                    row.get::<_, String>("reread")?,
                    row.get::<_, String>("answers")?,
                ))
            },
        )?;
        let mut versions = Vec::new();
        for row in found {
            let (version, reread, answers) = row?;
            let answers: Vec<AgreementAnswer> =
                serde_json::from_str(&answers).map_err(|_| Error::JournalDamaged)?;
            versions.push(AgreementVersion {
                version,
                reread,
                answers,
            });
        }
        Ok(versions)
    }
}
