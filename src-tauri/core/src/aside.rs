//! Letting go slowly: a page set aside lies there for thirty days, can be brought back, and is erased after. Whoever
//! does not want to wait erases it at once, or only what it said earlier.

use chrono::Duration;

use crate::Now;
use crate::companion::end_invitations;
use crate::digest::ERASED;
use crate::draft::draft_name;
use crate::error::{Error, Result};
use crate::id::ReflectionId;
use crate::journal::Journal;
use crate::page_pictures::let_unshown_go;
use crate::reflection::{PageLine, add_head_of, file_terms, line_of};
use crate::store::{Head, PageRow, Rows};

/// For how many days a page lies aside.
pub const ASIDE_DAYS: i64 = 30;

impl Journal {
    /// Sets a page aside: it leaves every list and search.
    pub fn set_aside(&mut self, id: ReflectionId, now: Now) -> Result<()> {
        self.change(|rows| {
            let page = rows.page(id)?;
            if page.aside_at.is_some() {
                return Ok(());
            }
            rows.remove_terms(page.place)?;
            move_aside(rows, &page, Some(now))
        })
    }

    /// Brings a page back to where it was.
    pub fn bring_back(&mut self, id: ReflectionId) -> Result<()> {
        self.change(|rows| {
            let page = rows.page(id)?;
            if page.aside_at.is_none() {
                return Ok(());
            }
            file_terms(rows, &page, &rows.keywords_of(page.row)?)?;
            move_aside(rows, &page, None)
        })
    }

    /// What lies aside, the latest first.
    pub fn aside(&self) -> Result<Vec<PageLine>> {
        let rows = self.rows();
        rows.aside()?
            .into_iter()
            .map(|row| line_of(&rows, row))
            .collect()
    }

    /// Erases a page that lies aside without waiting for its thirty days. Copies of the journal that were made before
    /// still hold it.
    ///
    /// # Errors
    /// [`Error::BadRequest`] when it does not lie aside: erasing is two steps, never one.
    pub fn erase_aside(&mut self, id: ReflectionId) -> Result<()> {
        self.change(|rows| {
            let page = rows.page(id)?;
            if page.aside_at.is_none() {
                return Err(Error::BadRequest);
            }
            erase(rows, &page)?;
            rows.let_terms_go()
        })
    }

    /// Erases what a page said earlier, and the pictures that only an earlier wording shows; how it stands now stays.
    pub fn erase_versions(&mut self, id: ReflectionId) -> Result<()> {
        self.change(|rows| {
            let page = rows.page(id)?;
            rows.erase_versions(page.row)?;
            rows.let_terms_go()?;
            let_unshown_go(rows, &page)?;
            rows.bump_page(page.row)?;
            let bare = rows
                .page(id)
                .map_err(|_| Error::Unexpected("erase versions"))?;
            add_head_of(rows, &bare)
        })
    }

    /// Erases what has lain aside for thirty days.
    ///
    /// Only when the clock can be believed: a laptop that wakes up in the year 2100 must not empty the drawer, neither on
    /// that day nor on the next. So the journal must also have been opened within the last thirty days, and not in the
    /// future; where it was not, the thirty days are counted from then on.
    pub(crate) fn let_go_what_lay_long(&mut self, now: Now) -> Result<()> {
        let month = Duration::days(ASIDE_DAYS);
        let (opened_last, leapt) = self.rows().clock_seen()?;
        let clock_is_steady = opened_last.is_some_and(|last| last <= now && now - last < month);
        if !clock_is_steady {
            return self.change(|rows| rows.note_opened(now, Some(now)));
        }
        let erased = self.change(|rows| {
            let mut went = false;
            for page in rows.aside()? {
                let Some(since) = page.aside_at else { continue };
                if since > now {
                    // Set aside by a clock that was ahead, here or elsewhere.
                    move_aside(rows, &page, Some(now))?;
                } else if now - leapt.map_or(since, |leapt| since.max(leapt)) > month
                    && !was_written_on(rows, &page, now - month)?
                {
                    erase(rows, &page)?;
                    went = true;
                }
            }
            if went {
                rows.let_terms_go()?;
            }
            Ok(())
        });
        // Where there is no room to erase, it is not tried at every opening of this day.
        self.change(|rows| {
            if leapt.is_none_or(|leapt| now - leapt > month) {
                end_invitations(rows, now)?;
            }
            rows.note_opened(now, leapt)
        })?;
        erased
    }
}

/// Whether somebody wrote on a page after a moment, and has not finished: then it stays.
fn was_written_on(rows: &Rows<'_>, page: &PageRow, after: Now) -> Result<bool> {
    let draft = rows.draft(&draft_name(Some(page.id)))?;
    Ok(draft.is_some_and(|draft| draft.kept_at >= after))
}

/// Erases a page, what was being written of it, and everything that hangs on it.
fn erase(rows: &Rows<'_>, page: &PageRow) -> Result<()> {
    rows.drop_draft(&draft_name(Some(page.id)))?;
    rows.erase_page(page.row)?;
    rows.add_head(&Head {
        kind: "page",
        thing: *page.id.bytes(),
        rev: page.rev + 1,
        digest: ERASED,
    })
}

fn move_aside(rows: &Rows<'_>, page: &PageRow, when: Option<Now>) -> Result<()> {
    rows.put_aside(page.row, when)?;
    let moved = rows
        .page(page.id)
        .map_err(|_| Error::Unexpected("set aside"))?;
    add_head_of(rows, &moved)
}
