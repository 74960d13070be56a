//! Rows of pages: what stands now, what stood before, and lists of them.

use rusqlite::{OptionalExtension, Row, named_params};

use super::{Rows, optional_time_of, time_of, time_text};
use crate::Now;
use crate::error::{Error, Result};
use crate::id::ReflectionId;
use crate::place::Place;
use crate::reflection::{Happened, Lenses, Month};

/// A page as it stands, without its ties and pictures.
pub(crate) struct PageRow {
    pub row: i64,
    pub id: ReflectionId,
    pub place: Place,
    pub rev: i64,
    pub title: String,
    pub opening: String,
    pub cover: String,
    pub stays_here: bool,
    pub happened: Happened,
    pub lang: String,
    pub written_at: Now,
    pub revised_at: Option<Now>,
    pub aside_at: Option<Now>,
    /// Empty in lists, which never read it.
    pub lenses: Lenses,
    /// Empty in lists, which never read it.
    pub body: String,
    /// What it said before, folded together ([`crate::digest::earlier_after`]). Nothing in lists.
    pub earlier: Option<[u8; 32]>,
    pub hangs: Hangs,
}

/// What hangs on a page, so that nothing is asked for that is not there.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Hangs {
    pub ties: bool,
    /// Its words show a picture that is kept with it.
    pub shows_pictures: bool,
    /// From here on only of a whole page, not in lists. Pictures that only an earlier wording shows hang on it too.
    pub pictures: bool,
    pub keywords: bool,
    pub asked: bool,
    pub moments: bool,
    /// How many earlier wordings.
    pub versions: u32,
}

/// Which pages of a list: those strictly between two places, that hang on a tie, when one is named.
#[derive(Clone, Copy)]
pub(crate) struct Span {
    pub above: Place,
    pub below: Place,
    pub tie: Option<i64>,
}

/// What a page has beyond a list's line.
pub(super) const WORDS: &str = "fear_says, hope_says, wider, body, earlier,
    EXISTS (SELECT 1 FROM keyword WHERE keyword.reflection = reflection.id) AS has_keywords,
    EXISTS (SELECT 1 FROM answer WHERE answer.reflection = reflection.id) AS has_asked,
    EXISTS (SELECT 1 FROM moment WHERE moment.reflection = reflection.id) AS has_moments,
    (SELECT count(*) FROM reflection_version WHERE reflection_version.reflection = reflection.id) AS versions,
    EXISTS (SELECT 1 FROM picture WHERE picture.reflection = reflection.id) AS has_pictures";

/// What became of a page that came from another program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stay {
    /// It stands among the pages.
    Here,
    /// It was set aside, or erased.
    LetGo,
}

/// What a list reads of a page. `body` stands last in the table and is read only where pictures hang on the page, to
/// see whether it still shows one.
pub(super) const LINE: &str = "reflection.id, reflection.public_id, place, reflection.rev, reflection.title, opening, cover, stays_here,
    happened_kind, happened, reflection.lang, written_at, revised_at, aside_at,
    EXISTS (SELECT 1 FROM reflection_tie WHERE reflection_tie.reflection = reflection.id) AS has_ties,
    EXISTS (SELECT 1 FROM picture WHERE picture.reflection = reflection.id
            AND instr(reflection.body, lower(hex(picture.public_id))) > 0) AS shows_pictures";

pub(super) const HANGS_ON_TIE: &str =
    " AND EXISTS (SELECT 1 FROM reflection_tie WHERE reflection = reflection.id AND tie = :tie)";

/// How many columns [`LINE`] has.
pub(super) const LINE_COLUMNS: usize = 16;

/// A page of a list, from a row that begins with [`LINE`].
pub(super) fn line_row(row: &Row<'_>) -> Result<PageRow> {
    line_row_from(row, 0)
}

/// The same, where other columns stand before it. By place and not by name: looking for the names of sixteen columns
/// took twice as long as reading them, on every line of every list (measured).
pub(super) fn line_row_from(row: &Row<'_>, first: usize) -> Result<PageRow> {
    let text = |column: usize| -> Result<String> { Ok(row.get(first + column)?) };
    Ok(PageRow {
        row: row.get(first)?,
        id: ReflectionId::from_bytes(row.get(first + 1)?),
        place: Place::of_number(row.get(first + 2)?),
        rev: row.get(first + 3)?,
        title: text(4)?,
        opening: text(5)?,
        cover: text(6)?,
        stays_here: row.get(first + 7)?,
        happened: Happened::of(&text(8)?, &text(9)?)?,
        lang: text(10)?,
        written_at: time_of(&text(11)?)?,
        revised_at: optional_time_of(&text(12)?)?,
        aside_at: optional_time_of(&text(13)?)?,
        lenses: Lenses::default(),
        body: String::new(),
        earlier: None,
        hangs: Hangs {
            ties: row.get(first + 14)?,
            shows_pictures: row.get(first + 15)?,
            ..Hangs::default()
        },
    })
}

/// A whole page, from a row of [`LINE`] and [`WORDS`].
pub(super) fn page_row(row: &Row<'_>) -> Result<PageRow> {
    let line = line_row(row)?;
    let words = LINE_COLUMNS;
    Ok(PageRow {
        lenses: Lenses {
            fear_says: row.get(words)?,
            hope_says: row.get(words + 1)?,
            wider: row.get(words + 2)?,
        },
        body: row.get(words + 3)?,
        earlier: earlier_row(row)?,
        hangs: Hangs {
            keywords: row.get(words + 5)?,
            asked: row.get(words + 6)?,
            moments: row.get(words + 7)?,
            versions: row.get(words + 8)?,
            pictures: row.get(words + 9)?,
            ..line.hangs
        },
        ..line
    })
}

fn earlier_row(row: &Row<'_>) -> rusqlite::Result<Option<[u8; 32]>> {
    let earlier: Vec<u8> = row.get(LINE_COLUMNS + 4)?;
    Ok(earlier.try_into().ok())
}

pub(super) fn lenses_row(row: &Row<'_>) -> rusqlite::Result<Lenses> {
    Ok(Lenses {
        fear_says: row.get("fear_says")?,
        hope_says: row.get("hope_says")?,
        wider: row.get("wider")?,
    })
}

impl Rows<'_> {
    /// Writes a page that was not there; `page.row` is ignored, its number is returned.
    pub(crate) fn add_page(&self, page: &PageRow) -> Result<i64> {
        self.0
            .prepare_cached(
                "INSERT INTO reflection (public_id, place, month, rev, title, opening, cover, stays_here, happened_kind, happened, lang,
                                         written_at, revised_at, fear_says, hope_says, wider, body)
                 VALUES (:id, :place, :month, :rev, :title, :opening, :cover, :stays_here, :happened_kind, :happened, :lang,
                         :written_at, :revised_at, :fear_says, :hope_says, :wider, :body)",
            )?
            .execute(named_params! {
                ":id": page.id.bytes(), ":place": page.place.number(), ":month": page.place.month(), ":rev": page.rev,
                ":title": page.title, ":opening": page.opening, ":cover": page.cover, ":stays_here": page.stays_here,
                ":happened_kind": page.happened.kind(), ":happened": page.happened.text(), ":lang": page.lang,
                ":written_at": time_text(page.written_at), ":revised_at": page.revised_at.map(time_text).unwrap_or_default(),
                ":fear_says": page.lenses.fear_says, ":hope_says": page.lenses.hope_says, ":wider": page.lenses.wider,
                ":body": page.body,
            })?;
        Ok(self.0.last_insert_rowid())
    }

    /// Puts the words that stand now among the earlier ones, and `page` in their place.
    pub(crate) fn revise_page(&self, page: &PageRow) -> Result<()> {
        self.0
            .prepare_cached(
                "INSERT INTO reflection_version (reflection, rev, title, body, cover, lang, fear_says, hope_says, wider, at)
                 SELECT id, rev, title, body, cover, lang, fear_says, hope_says, wider, iif(revised_at = '', written_at, revised_at)
                 FROM reflection WHERE id = :row",
            )?
            .execute(named_params! { ":row": page.row })?;
        self.0
            .prepare_cached(
                "UPDATE reflection SET rev = :rev, title = :title, opening = :opening, cover = :cover, stays_here = :stays_here,
                        happened_kind = :happened_kind, happened = :happened, lang = :lang, revised_at = :revised_at,
                        fear_says = :fear_says, hope_says = :hope_says, wider = :wider, body = :body, earlier = :earlier
                 WHERE id = :row",
            )?
            .execute(named_params! {
                ":row": page.row, ":rev": page.rev, ":title": page.title, ":opening": page.opening, ":cover": page.cover,
                ":stays_here": page.stays_here, ":happened_kind": page.happened.kind(), ":happened": page.happened.text(),
                ":lang": page.lang, ":revised_at": page.revised_at.map(time_text).unwrap_or_default(),
                ":fear_says": page.lenses.fear_says, ":hope_says": page.lenses.hope_says, ":wider": page.lenses.wider, ":body": page.body,
                ":earlier": page.earlier.as_ref().map_or(&[][..], |earlier| &earlier[..]),
            })?;
        Ok(())
    }

    /// What hangs on a page as it stands now.
    pub(crate) fn hangs_of(&self, page: i64) -> Result<Hangs> {
        let hangs = self
            .0
            .prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM reflection_tie WHERE reflection = :page) AS ties,
                        EXISTS (SELECT 1 FROM picture WHERE reflection = :page) AS pictures,
                        EXISTS (SELECT 1 FROM keyword WHERE reflection = :page) AS keywords,
                        EXISTS (SELECT 1 FROM answer WHERE reflection = :page) AS asked,
                        EXISTS (SELECT 1 FROM moment WHERE reflection = :page) AS moments",
            )?
            .query_row(named_params! { ":page": page }, |row| {
                Ok(Hangs {
                    ties: row.get("ties")?,
                    pictures: row.get("pictures")?,
                    keywords: row.get("keywords")?,
                    asked: row.get("asked")?,
                    moments: row.get("moments")?,
                    versions: 0,
                    shows_pictures: false,
                })
            })?;
        Ok(hangs)
    }

    pub(crate) fn page(&self, id: ReflectionId) -> Result<PageRow> {
        let found = self
            .0
            .prepare_cached(&format!(
                "SELECT {LINE}, {WORDS} FROM reflection WHERE public_id = :id"
            ))?
            .query_row(named_params! { ":id": id.bytes() }, |row| Ok(page_row(row)))
            .optional()?;
        self.sound(found)?.ok_or(Error::NotFound)?
    }

    /// How long a page's words are, in bytes; 0 when it is not there. Reads no word of it.
    pub(crate) fn page_bytes(&self, id: ReflectionId) -> Result<u64> {
        let found: Option<i64> = self
            .0
            .prepare_cached(
                "SELECT octet_length(title) + octet_length(body) + octet_length(cover) + octet_length(fear_says)
                        + octet_length(hope_says) + octet_length(wider) + octet_length(happened)
                 FROM reflection WHERE public_id = :id",
            )?
            .query_row(named_params! { ":id": id.bytes() }, |row| row.get(0))
            .optional()?;
        Ok(found
            .and_then(|bytes| u64::try_from(bytes).ok())
            .unwrap_or(0))
    }

    /// Every page's id, oldest first, set aside or not.
    pub(crate) fn all_page_ids(&self) -> Result<Vec<ReflectionId>> {
        let mut statement = self
            .0
            .prepare("SELECT public_id FROM reflection ORDER BY id")?;
        let found = statement
            .query_map([], |row| {
                Ok(ReflectionId::from_bytes(row.get("public_id")?))
            })?
            .collect::<rusqlite::Result<_>>()?;
        self.sound(found)
    }

    /// Two at the most of the pages whose ids lie between these, both included.
    pub(crate) fn pages_named(
        &self,
        first: ReflectionId,
        last: ReflectionId,
    ) -> Result<Vec<ReflectionId>> {
        let ids = self
            .0
            .prepare_cached(
                "SELECT public_id FROM reflection WHERE public_id BETWEEN :first AND :last ORDER BY public_id LIMIT 2",
            )?
            .query_map(
                named_params! { ":first": first.bytes(), ":last": last.bytes() },
                |row| Ok(ReflectionId::from_bytes(row.get(0)?)),
            )?
            .collect::<rusqlite::Result<_>>()?;
        Ok(ids)
    }

    /// Pages of a span, newest first.
    pub(crate) fn pages_newest(&self, span: Span, limit: u32) -> Result<Vec<PageRow>> {
        self.pages_of(span, limit, "DESC")
    }

    /// Pages of a span, oldest first.
    pub(crate) fn pages_oldest(&self, span: Span, limit: u32) -> Result<Vec<PageRow>> {
        self.pages_of(span, limit, "ASC")
    }

    fn pages_of(&self, span: Span, limit: u32, order: &'static str) -> Result<Vec<PageRow>> {
        let tie = if span.tie.is_some() {
            HANGS_ON_TIE
        } else {
            " AND :tie IS NULL"
        };
        let mut statement = self.0.prepare_cached(&format!(
            "SELECT {LINE} FROM reflection
             WHERE aside_at = '' AND place > :above AND place < :below{tie} ORDER BY place {order} LIMIT :limit"
        ))?;
        let mut found = statement.query(named_params! {
            ":above": span.above.number(), ":below": span.below.number(), ":tie": span.tie, ":limit": limit,
        })?;
        let mut pages = Vec::new();
        while let Some(row) = found.next()? {
            pages.push(line_row(row)?);
        }
        self.sound(pages)
    }

    /// How many pages stand in each month that has any, newest month first.
    pub(crate) fn months(&self, tie: Option<i64>) -> Result<Vec<Month>> {
        let tie_filter = if tie.is_some() {
            HANGS_ON_TIE
        } else {
            " AND :tie IS NULL"
        };
        let mut statement = self.0.prepare_cached(&format!(
            "SELECT month, count(*) AS pages FROM reflection WHERE aside_at = ''{tie_filter} GROUP BY month ORDER BY month DESC"
        ))?;
        let found = statement
            .query_map(named_params! { ":tie": tie }, |row| {
                let month: i32 = row.get("month")?;
                Ok(Month {
                    year: month.div_euclid(12),
                    // Of twelve: it fits.
                    month: u8::try_from(month.rem_euclid(12)).unwrap_or_default() + 1,
                    pages: row.get("pages")?,
                })
            })?
            .collect::<rusqlite::Result<_>>()?;
        Ok(found)
    }

    /// The first free place at or after `place` within its second.
    pub(crate) fn free_place(&self, place: Place) -> Result<Place> {
        let last: Option<i64> = self
            .0
            .prepare_cached("SELECT max(place) FROM reflection WHERE place BETWEEN :first AND :last")?
            .query_row(named_params! { ":first": place.number(), ":last": place.last_of_its_second().number() }, |row| row.get(0))?;
        match last {
            None => Ok(place),
            Some(taken) if taken < place.last_of_its_second().number() => {
                Ok(Place::of_number(taken + 1))
            }
            Some(_) => Err(Error::TooLarge),
        }
    }

    pub(crate) fn keywords_of(&self, page: i64) -> Result<Vec<String>> {
        let mut statement = self
            .0
            .prepare_cached("SELECT word FROM keyword WHERE reflection = :page ORDER BY id")?;
        let found = statement
            .query_map(named_params! { ":page": page }, |row| row.get("word"))?
            .collect::<rusqlite::Result<_>>()?;
        self.sound(found)
    }

    pub(crate) fn add_keyword(&self, page: i64, word: &str) -> Result<()> {
        self.0
            .prepare_cached(
                "INSERT OR IGNORE INTO keyword (reflection, word) VALUES (:page, :word)",
            )?
            .execute(named_params! { ":page": page, ":word": word })?;
        Ok(())
    }

    /// Sets a page aside (`Some(when)`) or brings it back (`None`), and counts that as a revision.
    pub(crate) fn put_aside(&self, page: i64, when: Option<Now>) -> Result<()> {
        self.0
            .prepare_cached(
                "UPDATE reflection SET aside_at = :when, rev = rev + 1 WHERE id = :page",
            )?
            .execute(
                named_params! { ":page": page, ":when": when.map(time_text).unwrap_or_default() },
            )?;
        Ok(())
    }

    /// Something that hangs on the page changed, though none of its words did.
    pub(crate) fn bump_page(&self, page: i64) -> Result<()> {
        self.0
            .prepare_cached("UPDATE reflection SET rev = rev + 1 WHERE id = :page")?
            .execute(named_params! { ":page": page })?;
        Ok(())
    }

    /// What lies aside, the latest first.
    pub(crate) fn aside(&self) -> Result<Vec<PageRow>> {
        let mut statement = self.0.prepare_cached(&format!(
            "SELECT {LINE} FROM reflection WHERE aside_at <> '' ORDER BY id DESC"
        ))?;
        let mut found = statement.query([])?;
        let mut pages = Vec::new();
        while let Some(row) = found.next()? {
            pages.push(line_row(row)?);
        }
        pages.sort_by_key(|page| std::cmp::Reverse(page.aside_at));
        self.sound(pages)
    }

    /// Erases a page with everything that hangs on it. The file's bytes are overwritten (`secure_delete`).
    pub(crate) fn erase_page(&self, page: i64) -> Result<()> {
        self.0
            .prepare_cached("DELETE FROM reflection WHERE id = :page")?
            .execute(named_params! { ":page": page })?;
        Ok(())
    }

    /// When the journal was opened last, and when its clock was last found to have leapt.
    pub(crate) fn clock_seen(&self) -> Result<(Option<Now>, Option<Now>)> {
        let (opened, leapt): (String, String) = self.0.query_row(
            "SELECT opened_at, leapt_at FROM journal WHERE id = 1",
            [],
            |row| Ok((row.get("opened_at")?, row.get("leapt_at")?)),
        )?;
        Ok((optional_time_of(&opened)?, optional_time_of(&leapt)?))
    }

    pub(crate) fn note_opened(&self, now: Now, leapt: Option<Now>) -> Result<()> {
        self.0.execute(
            "UPDATE journal SET opened_at = :now, leapt_at = :leapt WHERE id = 1",
            named_params! { ":now": time_text(now), ":leapt": leapt.map(time_text).unwrap_or_default() },
        )?;
        Ok(())
    }

    /// What became of a page that another program calls `foreign_id`; nothing when it never came over.
    pub(crate) fn brought_over(&self, format: &str, foreign_id: &str) -> Result<Option<Stay>> {
        let found = self
            .0
            .prepare_cached(
                "SELECT reflection.id IS NOT NULL AND aside_at = '' AS here
                 FROM brought_over LEFT JOIN reflection ON reflection.id = brought_over.reflection
                 WHERE format = :format AND foreign_id = :foreign_id",
            )?
            .query_row(
                named_params! { ":format": format, ":foreign_id": foreign_id },
                |row| {
                    let here: bool = row.get("here")?;
                    Ok(if here { Stay::Here } else { Stay::LetGo })
                },
            )
            .optional()?;
        Ok(found)
    }

    pub(crate) fn note_brought_over(
        &self,
        page: i64,
        format: &str,
        foreign_id: &str,
        now: Now,
    ) -> Result<()> {
        self.0
            .prepare_cached(
                "INSERT INTO brought_over (reflection, format, foreign_id, at) VALUES (:page, :format, :foreign_id, :now)",
            )?
            .execute(named_params! {
                ":page": page, ":format": format, ":foreign_id": foreign_id, ":now": time_text(now),
            })?;
        Ok(())
    }
}
