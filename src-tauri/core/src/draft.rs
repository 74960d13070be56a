//! What is being written and not finished: a row of the encrypted database, never a file of its own.
//!
//! Drafts are not part of the chain of digests: they are kept every few seconds, and a link for each would
//! grow the journal by some 40 MB a year of daily writing. A finished page is.

use serde::{Deserialize, Serialize};

use crate::Now;
use crate::error::Result;
use crate::id::ReflectionId;
use crate::journal::Journal;
use crate::page_pictures::shown_of_draft;
use crate::reflection::{NewPage, PageLine, file_page, line_of, revise_page};
use crate::tie::touch_ties;
use crate::writing::Writing;

/// A draft as it was kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Draft {
    /// The page being written anew; nothing for a new page.
    pub page: Option<ReflectionId>,
    /// Which save this was.
    pub rev: u32,
    /// When it was kept.
    #[cfg_attr(test, ts(type = "string"))]
    pub kept_at: Now,
    /// The words.
    pub writing: Writing,
}

/// A draft to be kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct DraftSave {
    /// The page being written anew; nothing for a new page.
    pub page: Option<ReflectionId>,
    /// Grows with each save, so that a late one never covers a newer one.
    pub rev: u32,
    /// The words.
    pub writing: Writing,
}

/// Said only after the words have reached the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Kept {
    /// The save that stands now.
    pub rev: u32,
    /// When it was kept.
    #[cfg_attr(test, ts(type = "string"))]
    pub at: Now,
}

impl Journal {
    /// The unfinished words of a new page (`None`) or of a page being written anew.
    pub fn draft(&self, page: Option<ReflectionId>) -> Result<Option<Draft>> {
        self.rows().draft(&draft_name(page))
    }

    /// Keeps unfinished words. When this returns, they are on the disk.
    pub fn keep_draft(&mut self, save: &DraftSave, now: Now) -> Result<Kept> {
        save.writing.admit_unfinished()?;
        self.change(|rows| rows.keep_draft(&draft_name(save.page), save, now))
    }

    /// Makes a page of a draft, or writes its page anew; the draft goes in the same moment. Pictures that its words
    /// show go along, others go with the draft.
    pub fn finish_draft(&mut self, save: &DraftSave, now: Now) -> Result<PageLine> {
        save.writing.admit()?;
        self.change(|rows| {
            let name = draft_name(save.page);
            let pictures = shown_of_draft(rows, &name, &save.writing.body)?;
            let id = match save.page {
                Some(id) => {
                    revise_page(rows, id, &save.writing, &pictures, now)?;
                    id
                }
                None => {
                    let page = NewPage {
                        writing: &save.writing,
                        written_at: now,
                        revised_at: None,
                        keywords: &[],
                        pictures: &pictures,
                    };
                    let id = file_page(rows, &page)?.id;
                    touch_ties(rows, &save.writing.ties, now)?;
                    id
                }
            };
            rows.drop_draft(&name)?;
            line_of(rows, rows.page(id)?)
        })
    }

    /// Lets go of a draft and of the pictures put beside it, because the person asked for it.
    pub fn drop_draft(&mut self, page: Option<ReflectionId>) -> Result<()> {
        self.change(|rows| rows.drop_draft(&draft_name(page)))
    }
}

/// The name of a draft's row.
pub(crate) fn draft_name(page: Option<ReflectionId>) -> String {
    page.map(|id| id.to_string()).unwrap_or_default()
}
