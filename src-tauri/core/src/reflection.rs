//! Pages: write, write anew, read, list. A page that was kept is never lost: what it said before stays beside it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::blocks::{self, Block};
use crate::digest::{digest_of_page, earlier_after, when};
use crate::error::{Error, Result};
use crate::id::{ReflectionId, TieId};
use crate::journal::Journal;
use crate::moment::Moment;
use crate::page::page_of;
use crate::page_pictures::blocks_of;
use crate::place::Place;
use crate::store::{EarlierRow, Hangs, Head, PageRow, PictureRow, Rows, Span};
use crate::tie::{tie_rows, touch_ties};
use crate::{Now, words};

pub use crate::draft::{Draft, DraftSave, Kept};
pub use crate::writing::{Happened, Lenses, Writing};

/// How many characters of a page a list shows.
pub(crate) const OPENING_GRAPHEMES: usize = 160;

/// The most lines one call returns.
pub(crate) const MOST_LINES: u32 = 500;

/// Whether a covered page is shown with its words or only with its cover.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cover {
    /// A covered page shows only its cover.
    Closed,
    /// The person opened it.
    Opened,
}

/// A page as it is read.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Page {
    /// Its public id.
    pub id: ReflectionId,
    /// Where it stands among the pages.
    pub place: Place,
    /// Grows with every change of the page.
    #[cfg_attr(test, ts(type = "number"))]
    pub rev: i64,
    /// The local day it was written on.
    #[cfg_attr(test, ts(type = "string"))]
    pub day: NaiveDate,
    /// When it was written, by the clock of the place it was written in.
    #[cfg_attr(test, ts(type = "string"))]
    pub written_at: Now,
    /// When its words were last written anew.
    #[cfg_attr(test, ts(type = "string | null"))]
    pub revised_at: Option<Now>,
    /// It has a cover which was not opened: `blocks`, the title and the body are empty.
    pub covered: bool,
    /// Its words, ready to be shown.
    pub blocks: Vec<Block>,
    /// Its words as they were written.
    pub writing: Writing,
    /// The moments marked on it, in the order they were marked; none when it is covered.
    pub moments: Vec<Moment>,
    /// Plain words kept with it.
    pub keywords: Vec<String>,
    /// Since when it has been set aside, if it is.
    #[cfg_attr(test, ts(type = "string | null"))]
    pub aside_since: Option<Now>,
    /// How many earlier wordings there are; 0 tells that there are none to show.
    pub versions: u32,
}

/// A page in a list.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct PageLine {
    /// Its public id.
    pub id: ReflectionId,
    /// Where it stands among the pages; serves as the cursor of [`PagesAsk`].
    pub place: Place,
    /// The local day it was written on.
    #[cfg_attr(test, ts(type = "string"))]
    pub day: NaiveDate,
    /// When it was written, by the clock of the place it was written in.
    #[cfg_attr(test, ts(type = "string"))]
    pub written_at: Now,
    /// Empty when it has none, or is covered.
    pub title: String,
    /// The first words in plain text; of a covered page, the cover.
    pub opening: String,
    /// Title and words stay under the cover.
    pub covered: bool,
    /// The language of its words.
    pub lang: String,
    /// Between whom.
    pub ties: Vec<TieId>,
    /// Whether its words show pictures.
    pub pictures: bool,
}

/// An earlier wording of a page.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Version {
    /// The revision it was.
    #[cfg_attr(test, ts(type = "number"))]
    pub rev: i64,
    /// When it was written.
    #[cfg_attr(test, ts(type = "string"))]
    pub at: Now,
    /// Its title.
    pub title: String,
    /// Its words, ready to be shown.
    pub blocks: Vec<Block>,
    /// Its words as they were written.
    pub body: String,
    /// It had a cover which was not opened.
    pub covered: bool,
    /// Its cover.
    pub cover: String,
    /// The lenses it had.
    pub lenses: Lenses,
}

/// A month that has pages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Month {
    /// The year.
    pub year: i32,
    /// 1 to 12.
    pub month: u8,
    /// How many pages, so that a list knows its height. Never shown.
    pub pages: u32,
}

/// Which pages to list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(default, deny_unknown_fields)]
pub struct PagesAsk {
    /// Only pages older than this place.
    pub before: Option<Place>,
    /// The pages right after this place (the list is still newest first).
    pub after: Option<Place>,
    /// Only pages that hang on this tie.
    pub tie: Option<TieId>,
    /// The first local day.
    #[cfg_attr(test, ts(type = "string | null"))]
    pub from: Option<NaiveDate>,
    /// The last local day.
    #[cfg_attr(test, ts(type = "string | null"))]
    pub to: Option<NaiveDate>,
    /// How many at the most (500).
    pub limit: u32,
}

/// Pages, newest first.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Pages {
    /// The pages.
    pub lines: Vec<PageLine>,
    /// There are more in the direction that was asked.
    pub more: bool,
}

/// A page that is new to the journal, written here or brought over.
pub(crate) struct NewPage<'a> {
    pub writing: &'a Writing,
    pub written_at: Now,
    pub revised_at: Option<Now>,
    pub keywords: &'a [String],
    pub pictures: &'a [(PictureRow, Vec<u8>)],
}

impl Journal {
    /// Writes a page. When this returns, it is on the disk.
    pub fn write(&mut self, writing: &Writing, now: Now) -> Result<ReflectionId> {
        self.write_with(writing, Vec::new(), now)
    }

    /// Writes a page anew; what it said before is kept as a version. The same words again change nothing, and
    /// what it was asked stays with it.
    pub fn revise(&mut self, id: ReflectionId, writing: &Writing, now: Now) -> Result<()> {
        self.revise_with(id, writing, Vec::new(), now)
    }

    /// A page.
    pub fn page(&self, id: ReflectionId, cover: Cover) -> Result<Page> {
        page_of(&self.rows(), id, cover)
    }

    /// Earlier wordings of a page, newest first.
    pub fn versions(&self, id: ReflectionId, cover: Cover) -> Result<Vec<Version>> {
        let rows = self.rows();
        let page = rows.page(id)?;
        let pictures = rows.pictures_of(page.row)?;
        let version = |earlier: EarlierRow| {
            // A wording from before the cover is as private as the one under it.
            let covered =
                cover == Cover::Closed && !(earlier.cover.is_empty() && page.cover.is_empty());
            let (title, body, lenses) = if covered {
                Default::default()
            } else {
                (earlier.title, earlier.body, earlier.lenses)
            };
            Version {
                rev: earlier.rev,
                at: earlier.at,
                title,
                blocks: blocks_of(&body, &pictures),
                body,
                covered,
                cover: earlier.cover,
                lenses,
            }
        };
        Ok(rows.earlier(page.row)?.into_iter().map(version).collect())
    }

    /// The line of one page.
    pub fn line(&self, id: ReflectionId) -> Result<PageLine> {
        let rows = self.rows();
        line_of(&rows, rows.page(id)?)
    }

    /// Pages, newest first.
    pub fn pages(&self, ask: &PagesAsk) -> Result<Pages> {
        let rows = self.rows();
        let mut span = span_of(&rows, ask.tie, ask.from, ask.to)?;
        let limit = ask.limit.clamp(1, MOST_LINES);
        let backwards = ask.after.is_some();
        span.below = span.below.min(ask.before.unwrap_or(Place::LAST));
        span.above = span.above.max(ask.after.unwrap_or(Place::FIRST));
        let found = if backwards {
            rows.pages_oldest(span, limit + 1)?
        } else {
            rows.pages_newest(span, limit + 1)?
        };
        let mut pages = lines_of(&rows, found, limit)?;
        if backwards {
            pages.lines.reverse();
        }
        Ok(pages)
    }

    /// The months that have pages, newest first.
    pub fn months(&self, tie: Option<TieId>) -> Result<Vec<Month>> {
        let rows = self.rows();
        let span = span_of(&rows, tie, None, None)?;
        rows.months(span.tie)
    }
}

/// The places between two local days, both included, and the row of a tie.
pub(crate) fn span_of(
    rows: &Rows<'_>,
    tie: Option<TieId>,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
) -> Result<Span> {
    let tie = match tie {
        Some(id) => Some(rows.tie(id)?.ok_or(Error::UnknownTie)?.row),
        None => None,
    };
    let above = from.map_or(Place::FIRST, |day| Place::of_day(day).before());
    let below = to
        .and_then(|day| day.succ_opt())
        .map_or(Place::LAST, Place::of_day);
    Ok(Span { above, below, tie })
}

/// The lines of so many pages at the most, of which one more was asked for to know whether there are more.
pub(crate) fn lines_of(rows: &Rows<'_>, mut found: Vec<PageRow>, limit: u32) -> Result<Pages> {
    let more = found.len() > limit as usize;
    found.truncate(limit as usize);
    let lines = found.into_iter().map(|row| line_of(rows, row));
    Ok(Pages {
        lines: lines.collect::<Result<_>>()?,
        more,
    })
}

/// The line of a page, covered if it has a cover.
pub(crate) fn line_of(rows: &Rows<'_>, row: PageRow) -> Result<PageLine> {
    let covered = !row.cover.is_empty();
    Ok(PageLine {
        id: row.id,
        place: row.place,
        day: row.place.day(),
        written_at: row.written_at,
        title: if covered { String::new() } else { row.title },
        opening: if covered { row.cover } else { row.opening },
        covered,
        lang: row.lang,
        ties: when(row.hangs.ties, || rows.ties_of(row.row))?,
        pictures: !covered && row.hangs.shows_pictures,
    })
}

/// Adds a page with everything that hangs on it, its terms and its link of the chain.
pub(crate) fn file_page(rows: &Rows<'_>, new: &NewPage<'_>) -> Result<PageRow> {
    let writing = new.writing;
    let mut page = PageRow {
        row: 0,
        id: ReflectionId::fresh(),
        place: rows.free_place(Place::of_time(new.written_at))?,
        rev: 1,
        title: writing.title.clone(),
        opening: blocks::first_words(&writing.body, OPENING_GRAPHEMES),
        cover: writing.cover.clone(),
        stays_here: writing.stays_here,
        happened: writing.happened.clone(),
        lang: writing.lang.clone(),
        written_at: new.written_at,
        revised_at: new.revised_at,
        aside_at: None,
        lenses: writing.lenses.clone(),
        body: writing.body.clone(),
        earlier: None,
        hangs: Hangs {
            ties: !writing.ties.is_empty(),
            shows_pictures: !new.pictures.is_empty(),
            pictures: !new.pictures.is_empty(),
            keywords: !new.keywords.is_empty(),
            asked: !writing.asked.is_empty(),
            moments: false,
            versions: 0,
        },
    };
    page.row = rows.add_page(&page)?;
    if page.hangs.ties {
        rows.set_ties_of(page.row, &tie_rows(rows, &writing.ties)?)?;
    }
    for asked in &writing.asked {
        rows.add_asked(page.row, asked)?;
    }
    for word in new.keywords {
        rows.add_keyword(page.row, word)?;
    }
    for (picture, bytes) in new.pictures {
        rows.add_picture(page.row, picture, bytes)?;
    }
    file_terms(rows, &page, new.keywords)?;
    // Nothing but what was put there just now hangs on a new page.
    add_head(rows, &page, page.hangs)?;
    Ok(page)
}

pub(crate) fn revise_page(
    rows: &Rows<'_>,
    id: ReflectionId,
    writing: &Writing,
    pictures: &[(PictureRow, Vec<u8>)],
    now: Now,
) -> Result<()> {
    let mut page = rows.page(id)?;
    let mut ties = rows.ties_of(page.row)?;
    let mut wanted = writing.ties.clone();
    ties.sort_unstable();
    wanted.sort_unstable();
    wanted.dedup();
    let here = rows.asked_of(page.row)?;
    let newly_asked: Vec<_> = writing
        .asked
        .iter()
        .filter(|new| !here.iter().any(|old| old.is_same_wording(new)))
        .collect();
    let words_stand = page.title == writing.title
        && page.lenses == writing.lenses
        && page.body == writing.body
        && page.cover == writing.cover
        && page.lang == writing.lang;
    if words_stand
        && ties == wanted
        && newly_asked.is_empty()
        && pictures.is_empty()
        && page.stays_here == writing.stays_here
        && page.happened == writing.happened
    {
        return Ok(());
    }
    page.earlier = Some(earlier_after(page.earlier.as_ref(), &(&page).into()));
    page.rev += 1;
    page.title = writing.title.clone();
    page.opening = blocks::first_words(&writing.body, OPENING_GRAPHEMES);
    page.cover = writing.cover.clone();
    page.stays_here = writing.stays_here;
    page.happened = writing.happened.clone();
    page.lang = writing.lang.clone();
    page.revised_at = Some(now);
    page.lenses = writing.lenses.clone();
    page.body = writing.body.clone();
    rows.revise_page(&page)?;
    rows.set_ties_of(page.row, &tie_rows(rows, &wanted)?)?;
    for asked in newly_asked {
        rows.add_asked(page.row, asked)?;
    }
    for (picture, bytes) in pictures {
        rows.add_picture(page.row, picture, bytes)?;
    }
    touch_ties(rows, &wanted, now)?;
    if page.aside_at.is_none() {
        rows.remove_terms(page.place)?;
        file_terms(rows, &page, &rows.keywords_of(page.row)?)?;
    }
    add_head_of(rows, &page)
}

/// Files what a search may find. A cover's words are found too: they are what the page shows of itself. What the
/// page was asked is not: those are not its own words, and pages are found by question another way.
pub(crate) fn file_terms(rows: &Rows<'_>, page: &PageRow, keywords: &[String]) -> Result<()> {
    let title = words::index_terms(&page.title);
    let plain = blocks::plain(&page.body);
    let text = words::Text::with_readings(&plain.text, &plain.readings);
    let mut body = words::index_terms(text);
    for more in keywords
        .iter()
        .map(String::as_str)
        .chain([
            page.cover.as_str(),
            &page.lenses.fear_says,
            &page.lenses.hope_says,
            &page.lenses.wider,
        ])
        .filter(|text| !text.is_empty())
    {
        body.push_str(words::GAP);
        body.push_str(&words::index_terms(more));
    }
    rows.add_terms(page.place, &title, &body)
}

/// Adds the page as it stands now to the chain.
pub(crate) fn add_head_of(rows: &Rows<'_>, page: &PageRow) -> Result<()> {
    // Asked anew: what hung on it when it was read may have changed since.
    let hangs = rows.hangs_of(page.row)?;
    add_head(rows, page, hangs)
}

fn add_head(rows: &Rows<'_>, page: &PageRow, hangs: Hangs) -> Result<()> {
    let digest = digest_of_page(rows, page, hangs)?;
    rows.add_head(&Head {
        kind: "page",
        thing: *page.id.bytes(),
        rev: page.rev,
        digest,
    })
}
