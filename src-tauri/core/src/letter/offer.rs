//! What of a page could go into a letter: its passages, one by one. A page that stays here is not offered.

use serde::Serialize;

use crate::blocks;
use crate::error::{Error, Result};
use crate::id::{PictureId, ReflectionId};
use crate::journal::Journal;
use crate::reflection::{Pages, PagesAsk};
use crate::store::{PageRow, Rows};

/// A page as it is offered. Nothing of it is chosen.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct LetterOffer {
    /// The page.
    pub page: ReflectionId,
    /// The revision that is offered.
    #[cfg_attr(test, ts(type = "number"))]
    pub rev: i64,
    /// Its title.
    pub title: String,
    /// Its cover.
    pub cover: String,
    /// The language of its words.
    pub lang: String,
    /// The questions it was asked.
    pub asked: Vec<super::AskedWording>,
    /// Its passages: paragraphs and pictures.
    pub passages: Vec<Passage>,
}

/// A passage of a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Passage {
    /// A paragraph, as it was written.
    Words {
        /// The words.
        text: String,
    },
    /// A picture.
    Picture {
        /// The picture.
        id: PictureId,
        /// What it shows.
        words: String,
    },
}

impl Journal {
    /// What of a page could go into a letter.
    ///
    /// # Errors
    /// [`Error::StaysHere`] when the page is not offered.
    pub fn offer(&self, page: ReflectionId) -> Result<LetterOffer> {
        let rows = self.rows();
        let row = offered(&rows, page)?;
        Ok(LetterOffer {
            page,
            rev: row.rev,
            passages: passages(&row.body),
            asked: wordings(&rows, &row)?,
            title: row.title,
            cover: row.cover,
            lang: row.lang,
        })
    }

    /// Pages that are offered for letters, newest first: those that stay here, and those that hang on a tie to take
    /// care with, are not among them.
    pub fn pages_to_offer(&self, ask: &PagesAsk) -> Result<Pages> {
        let mut ask = ask.clone();
        let mut lines = Vec::new();
        loop {
            let pages = self.pages(&ask)?;
            let last = pages.lines.last().map(|line| line.place);
            let rows = self.rows();
            for line in pages.lines {
                if rows.may_be_shared(line.id)? {
                    lines.push(line);
                }
            }
            // A stretch of which nothing is offered is passed over.
            if !lines.is_empty() || !pages.more || last.is_none() {
                return Ok(Pages {
                    lines,
                    more: pages.more,
                });
            }
            ask.before = last;
        }
    }
}

/// The row of a page that may be offered.
pub(crate) fn offered(rows: &Rows<'_>, page: ReflectionId) -> Result<PageRow> {
    let row = rows.page(page)?;
    if !rows.may_be_shared(page)? {
        return Err(Error::StaysHere);
    }
    Ok(row)
}

/// The questions a page was asked, without where and when.
pub(crate) fn wordings(rows: &Rows<'_>, page: &PageRow) -> Result<Vec<super::AskedWording>> {
    let asked = rows.asked_of(page.row)?.into_iter();
    Ok(asked
        .map(|one| super::AskedWording {
            question: one.question,
            n: one.n,
            text: one.text,
            lang: one.lang,
        })
        .collect())
}

/// Paragraphs between blank lines; a picture's marker is a passage of its own; what could not be brought along from
/// elsewhere is none.
pub(crate) fn passages(body: &str) -> Vec<Passage> {
    let mut found = Vec::new();
    let mut lines: Vec<&str> = Vec::new();
    let end = |lines: &mut Vec<&str>, found: &mut Vec<Passage>| {
        if !lines.is_empty() {
            found.push(Passage::Words {
                text: lines.join("\n"),
            });
            lines.clear();
        }
    };
    for line in body.split('\n') {
        match blocks::picture_of(line) {
            Some((id, words)) => {
                end(&mut lines, &mut found);
                found.push(Passage::Picture { id, words });
            }
            None if line.trim().is_empty() || blocks::is_gone(line) => end(&mut lines, &mut found),
            None => lines.push(line),
        }
    }
    end(&mut lines, &mut found);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_falls_into_paragraphs_and_pictures() {
        let id = PictureId::fresh();
        let marker = blocks::picture_marker(id, "駅");
        let body = format!("一。\n二。\n\n\u{3000}\n三。\n{marker}\n四。\n![](gone:sound)\n\n");
        let words = |text: &str| Passage::Words {
            text: text.to_owned(),
        };
        let picture = Passage::Picture {
            id,
            words: "駅".to_owned(),
        };
        assert_eq!(
            passages(&body),
            [words("一。\n二。"), words("三。"), picture, words("四。")]
        );
        assert!(passages("\n\n").is_empty());
    }
}
