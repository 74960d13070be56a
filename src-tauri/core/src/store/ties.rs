//! Rows of ties and of what hangs on them.

use rusqlite::{OptionalExtension, Row, named_params};

use super::pages::{LINE, PageRow, line_row};
use super::{Rows, time_of, time_text};
use crate::Now;
use crate::error::Result;
use crate::id::{TieId, TieNamingId};
use crate::tie::{CareFlag, NewTie, Standing, Tie, TieKind};
use crate::tie_room::TieNaming;
use crate::words;

/// Of a page: it hangs on no tie with "I am not free here", and no moment of it does.
pub(super) const WITHOUT_CARE: &str =
    "NOT EXISTS (SELECT 1 FROM reflection_tie JOIN tie ON tie.id = reflection_tie.tie
                 WHERE reflection_tie.reflection = reflection.id AND care_flag = 1)
    AND NOT EXISTS (SELECT 1 FROM moment AS marked JOIN tie ON tie.id = marked.tie
                 WHERE marked.reflection = reflection.id AND care_flag = 1)";

/// A tie as it stands in the database.
pub(crate) struct TieRow {
    pub row: i64,
    pub rev: i64,
    pub tie: Tie,
}

fn tie_row(row: &Row<'_>) -> rusqlite::Result<TieRow> {
    Ok(TieRow {
        row: row.get("id")?,
        rev: row.get("rev")?,
        tie: Tie {
            id: TieId::from_bytes(row.get("public_id")?),
            kind: TieKind::of(&row.get::<_, String>("kind")?),
            called: row.get("called")?,
            about: row.get("about")?,
            lang: row.get("lang")?,
            standing: Standing::of(&row.get::<_, String>("standing")?),
        },
    })
}

impl Rows<'_> {
    /// All ties: open ones first, then by when they were touched, the latest first, then by name.
    pub(crate) fn ties(&self) -> Result<Vec<TieRow>> {
        let mut statement = self.0.prepare_cached(
            "SELECT id, rev, public_id, kind, called, about, lang, standing FROM tie
             ORDER BY standing <> 'open', touched_at DESC, called",
        )?;
        let found = statement
            .query_map([], tie_row)?
            .collect::<rusqlite::Result<_>>()?;
        self.sound(found)
    }

    pub(crate) fn tie(&self, id: TieId) -> Result<Option<TieRow>> {
        let found = self
            .0
            .prepare_cached("SELECT id, rev, public_id, kind, called, about, lang, standing FROM tie WHERE public_id = :id")?
            .query_row(named_params! { ":id": id.bytes() }, tie_row)
            .optional()?;
        self.sound(found)
    }

    /// The first tie made whose folded name is this.
    pub(crate) fn tie_folded(&self, folded: &str) -> Result<Option<TieRow>> {
        let found = self
            .0
            .prepare_cached(
                "SELECT id, rev, public_id, kind, called, about, lang, standing FROM tie WHERE folded = :folded ORDER BY id LIMIT 1",
            )?
            .query_row(named_params! { ":folded": folded }, tie_row)
            .optional()?;
        Ok(found)
    }

    pub(crate) fn tie_at(&self, row: i64) -> Result<Option<TieRow>> {
        let found = self
            .0
            .prepare_cached("SELECT id, rev, public_id, kind, called, about, lang, standing FROM tie WHERE id = :row")?
            .query_row(named_params! { ":row": row }, tie_row)
            .optional()?;
        Ok(found)
    }

    /// Writes a tie anew, as another revision.
    pub(crate) fn change_tie(&self, tie: &TieRow) -> Result<()> {
        self.0
            .prepare_cached(
                "UPDATE tie SET rev = rev + 1, kind = :kind, called = :called, folded = :folded, about = :about, lang = :lang, standing = :standing
                 WHERE id = :row",
            )?
            .execute(named_params! {
                ":row": tie.row, ":kind": tie.tie.kind.word(), ":called": tie.tie.called, ":folded": words::folded(&tie.tie.called), ":about": tie.tie.about,
                ":lang": tie.tie.lang, ":standing": tie.tie.standing.word(),
            })?;
        Ok(())
    }

    pub(crate) fn bump_tie(&self, tie: i64) -> Result<()> {
        self.0
            .prepare_cached("UPDATE tie SET rev = rev + 1 WHERE id = :tie")?
            .execute(named_params! { ":tie": tie })?;
        Ok(())
    }

    pub(crate) fn care_of(&self, tie: i64) -> Result<CareFlag> {
        let raised: bool = self
            .0
            .prepare_cached("SELECT care_flag FROM tie WHERE id = :tie")?
            .query_row(named_params! { ":tie": tie }, |row| row.get(0))?;
        Ok(match raised {
            true => CareFlag::Raised,
            false => CareFlag::Lowered,
        })
    }

    pub(crate) fn set_care(&self, tie: i64, flag: CareFlag) -> Result<()> {
        self.0
            .prepare_cached("UPDATE tie SET care_flag = :raised WHERE id = :tie")?
            .execute(named_params! { ":tie": tie, ":raised": flag == CareFlag::Raised })?;
        Ok(())
    }

    pub(crate) fn since_of(&self, tie: i64) -> Result<Now> {
        let since: String = self
            .0
            .prepare_cached("SELECT since FROM tie WHERE id = :tie")?
            .query_row(named_params! { ":tie": tie }, |row| row.get(0))?;
        time_of(&since)
    }

    /// What a tie was called before, the latest first.
    pub(crate) fn namings_of(&self, tie: i64) -> Result<Vec<TieNaming>> {
        let mut statement = self.0.prepare_cached(
            "SELECT public_id, called, until FROM tie_naming WHERE tie = :tie ORDER BY id DESC",
        )?;
        let mut rows = statement.query(named_params! { ":tie": tie })?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(TieNaming {
                id: TieNamingId::from_bytes(row.get("public_id")?),
                called: row.get("called")?,
                until: time_of(&row.get::<_, String>("until")?)?,
            });
        }
        Ok(found)
    }

    pub(crate) fn add_naming(
        &self,
        tie: i64,
        id: TieNamingId,
        called: &str,
        until: Now,
    ) -> Result<()> {
        self.0
            .prepare_cached("INSERT INTO tie_naming (public_id, tie, called, until) VALUES (:id, :tie, :called, :until)")?
            .execute(named_params! { ":id": id.bytes(), ":tie": tie, ":called": called, ":until": time_text(until) })?;
        Ok(())
    }

    /// Erases an earlier name; says whose it was.
    pub(crate) fn erase_naming(&self, id: TieNamingId) -> Result<Option<i64>> {
        let tie = self
            .0
            .prepare_cached("DELETE FROM tie_naming WHERE public_id = :id RETURNING tie")?
            .query_row(named_params! { ":id": id.bytes() }, |row| row.get(0))
            .optional()?;
        Ok(tie)
    }

    pub(crate) fn erase_tie(&self, tie: i64) -> Result<()> {
        self.0
            .prepare_cached("DELETE FROM tie WHERE id = :tie")?
            .execute(named_params! { ":tie": tie })?;
        Ok(())
    }

    /// Pages that hang on a tie or have a moment with it, set aside or not.
    pub(crate) fn pages_with_tie(&self, tie: i64) -> Result<Vec<PageRow>> {
        let mut statement = self.0.prepare_cached(&format!(
            "SELECT {LINE} FROM reflection
             WHERE id IN (SELECT reflection FROM reflection_tie WHERE tie = :tie
                          UNION SELECT reflection FROM moment WHERE tie = :tie AND tie IS NOT NULL)"
        ))?;
        let mut rows = statement.query(named_params! { ":tie": tie })?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(line_row(row)?);
        }
        Ok(found)
    }

    pub(crate) fn add_tie(&self, id: TieId, tie: &NewTie, now: Now) -> Result<()> {
        self.0
            .prepare_cached("INSERT INTO tie (public_id, kind, called, folded, since) VALUES (:id, :kind, :called, :folded, :now)")?
            .execute(named_params! { ":id": id.bytes(), ":kind": tie.kind.word(), ":called": tie.called, ":folded": words::folded(&tie.called), ":now": time_text(now) })?;
        Ok(())
    }

    pub(crate) fn touch_tie(&self, id: TieId, now: Now) -> Result<()> {
        let utc = now
            .to_utc()
            .to_rfc3339_opts(chrono::SecondsFormat::Millis, true);
        self.0
            .prepare_cached("UPDATE tie SET touched_at = :utc WHERE public_id = :id")?
            .execute(named_params! { ":id": id.bytes(), ":utc": utc })?;
        Ok(())
    }

    /// The tie was touched at this moment, as the column says moments, unless it was touched later.
    pub(crate) fn touched_no_earlier(&self, tie: i64, utc: &str) -> Result<()> {
        self.0
            .prepare_cached("UPDATE tie SET touched_at = max(touched_at, :utc) WHERE id = :tie")?
            .execute(named_params! { ":tie": tie, ":utc": utc })?;
        Ok(())
    }

    /// Whether "I am not free here" was said of any of these ties.
    pub(crate) fn care_among(&self, ties: &[TieId]) -> Result<bool> {
        let mut statement = self
            .0
            .prepare_cached("SELECT 1 FROM tie WHERE public_id = :id AND care_flag = 1")?;
        for tie in ties {
            if statement.exists(named_params! { ":id": tie.bytes() })? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The ties a page hangs on, in the order they were made.
    pub(crate) fn ties_of(&self, page: i64) -> Result<Vec<TieId>> {
        let mut statement = self.0.prepare_cached(
            "SELECT public_id FROM tie JOIN reflection_tie ON tie = tie.id WHERE reflection = :page ORDER BY tie.id",
        )?;
        let found = statement
            .query_map(named_params! { ":page": page }, |row| {
                Ok(TieId::from_bytes(row.get("public_id")?))
            })?
            .collect::<rusqlite::Result<_>>()?;
        Ok(found)
    }

    /// Lets a page hang on exactly these ties.
    pub(crate) fn set_ties_of(&self, page: i64, ties: &[i64]) -> Result<()> {
        self.0
            .prepare_cached("DELETE FROM reflection_tie WHERE reflection = :page")?
            .execute(named_params! { ":page": page })?;
        let mut statement = self.0.prepare_cached(
            "INSERT OR IGNORE INTO reflection_tie (reflection, tie) VALUES (:page, :tie)",
        )?;
        for tie in ties {
            statement.execute(named_params! { ":page": page, ":tie": tie })?;
        }
        Ok(())
    }
}
