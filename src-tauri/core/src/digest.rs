//! Everything a thing holds, folded into 32 bytes for the chain of changes. Each field goes in with its length,
//! so that no two things with different fields can look alike.

use sha2::{Digest as _, Sha256};

use crate::Now;
use crate::error::Result;
use crate::store::{EarlierRow, Hangs, PageRow, Rows, time_text};
use crate::wording::Wording;
use crate::writing::Lenses;

/// What stands in the chain for a thing that was erased.
pub(crate) const ERASED: [u8; 32] = [0; 32];

/// A digest being made, field by field.
pub(crate) struct Digest(Sha256);

impl Digest {
    pub(crate) fn new() -> Digest {
        Digest(Sha256::new())
    }

    pub(crate) fn field(mut self, bytes: &[u8]) -> Digest {
        self.0.update((bytes.len() as u64).to_be_bytes());
        self.0.update(bytes);
        self
    }

    pub(crate) fn text(self, text: &str) -> Digest {
        self.field(text.as_bytes())
    }

    pub(crate) fn number(self, number: i64) -> Digest {
        self.field(&number.to_be_bytes())
    }

    /// A time as it is kept: to the second, with the offset of its place.
    pub(crate) fn time(self, time: Option<Now>) -> Digest {
        self.text(&time.map(time_text).unwrap_or_default())
    }

    /// Each language and its words.
    pub(crate) fn wording(self, wording: &Wording) -> Digest {
        let mut digest = self.number(wording.iter().count() as i64);
        for (lang, text) in wording.iter() {
            digest = digest.text(lang).text(text);
        }
        digest
    }

    /// How many fields follow, so that two lists after each other cannot flow into one.
    pub(crate) fn list<T>(self, list: &[T]) -> Digest {
        self.field(&(list.len() as u64).to_be_bytes())
    }

    pub(crate) fn done(self) -> [u8; 32] {
        self.0.finalize().into()
    }
}

/// A wording of a page that another one took the place of.
pub(crate) struct Said<'p> {
    rev: i64,
    texts: [&'p str; 4],
    lenses: &'p Lenses,
    at: Now,
}

impl<'p> From<&'p EarlierRow> for Said<'p> {
    fn from(row: &'p EarlierRow) -> Said<'p> {
        Said {
            rev: row.rev,
            texts: [&row.title, &row.body, &row.cover, &row.lang],
            lenses: &row.lenses,
            at: row.at,
        }
    }
}

impl<'p> From<&'p PageRow> for Said<'p> {
    fn from(row: &'p PageRow) -> Said<'p> {
        Said {
            rev: row.rev,
            texts: [&row.title, &row.body, &row.cover, &row.lang],
            lenses: &row.lenses,
            at: row.revised_at.unwrap_or(row.written_at),
        }
    }
}

/// Folds one more wording into what a page said before. It stands beside the page, so that another wording costs
/// as much as the wording itself, however many there are.
pub(crate) fn earlier_after(before: Option<&[u8; 32]>, said: &Said<'_>) -> [u8; 32] {
    let mut digest = Digest::new()
        .field(before.map_or(&[], |before| &before[..]))
        .number(said.rev);
    for text in said.texts {
        digest = digest.text(text);
    }
    digest
        .text(&said.lenses.fear_says)
        .text(&said.lenses.hope_says)
        .text(&said.lenses.wider)
        .time(Some(said.at))
        .done()
}

/// What a page said before, folded together from its earlier wordings, which stand the newest first.
pub(crate) fn earlier_of(earlier: &[EarlierRow]) -> Option<[u8; 32]> {
    let wordings = earlier.iter().rev();
    wordings.fold(None, |before: Option<[u8; 32]>, row| {
        Some(earlier_after(before.as_ref(), &row.into()))
    })
}

/// The digest of all that a page holds. What does not hang on it is not asked for.
pub(crate) fn digest_of_page(rows: &Rows<'_>, page: &PageRow, hangs: Hangs) -> Result<[u8; 32]> {
    let lenses = &page.lenses;
    let mut digest = Digest::new();
    for text in [
        &page.title,
        &page.body,
        &page.cover,
        &page.lang,
        &lenses.fear_says,
        &lenses.hope_says,
        &lenses.wider,
    ] {
        digest = digest.text(text);
    }
    digest = digest
        .field(&[u8::from(page.stays_here)])
        .text(page.happened.kind())
        .text(&page.happened.text())
        .number(page.place.number())
        .time(Some(page.written_at))
        .time(page.revised_at)
        .time(page.aside_at);
    let ties = when(hangs.ties, || rows.ties_of(page.row))?;
    digest = digest.list(&ties);
    for tie in &ties {
        digest = digest.field(tie.bytes());
    }
    let keywords = when(hangs.keywords, || rows.keywords_of(page.row))?;
    digest = digest.list(&keywords);
    for word in &keywords {
        digest = digest.text(word);
    }
    let pictures = when(hangs.pictures, || rows.pictures_of(page.row))?;
    digest = digest.list(&pictures);
    for picture in &pictures {
        digest = digest.field(picture.id.bytes()).field(&picture.digest);
    }
    let asked = when(hangs.asked, || rows.asked_of(page.row))?;
    digest = digest.list(&asked);
    for one in &asked {
        digest = digest
            .text(one.question.as_str())
            .number(i64::from(one.n))
            .text(&one.text)
            .text(&one.lang)
            .text(one.set.as_ref().map_or("", |set| set.as_str()))
            .text(&one.sitting.map(|id| id.to_string()).unwrap_or_default());
    }
    let moments = when(hangs.moments, || rows.moments_of(page.row))?;
    digest = digest.list(&moments);
    for row in &moments {
        digest = digest
            .field(row.moment.id.bytes())
            .text(row.moment.kind.word())
            .text(&row.moment.words)
            .text(&row.moment.lang)
            .field(row.moment.tie.as_ref().map_or(&[], |tie| &tie.bytes()[..]));
    }
    if let Some(earlier) = &page.earlier {
        digest = digest.field(earlier);
    }
    Ok(digest.done())
}

/// What is read, where there is anything.
pub(crate) fn when<T>(there: bool, read: impl FnOnce() -> Result<Vec<T>>) -> Result<Vec<T>> {
    match there {
        true => read(),
        false => Ok(Vec::new()),
    }
}
