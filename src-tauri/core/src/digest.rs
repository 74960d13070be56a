//! Everything a thing holds, folded into 32 bytes for the chain of changes. Each field goes in with its length,
//! so that no two things with different fields can look alike.

use sha2::{Digest as _, Sha256};

use crate::Now;
use crate::error::Result;
use crate::store::{PageRow, Rows};
use crate::wording::Wording;

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
        let text = time.map(|time| time.to_rfc3339_opts(chrono::SecondsFormat::Secs, false));
        self.text(&text.unwrap_or_default())
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

/// The digest of all that a page holds.
pub(crate) fn digest_of_page(rows: &Rows<'_>, page: &PageRow) -> Result<[u8; 32]> {
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
    let ties = rows.ties_of(page.row)?;
    digest = digest.list(&ties);
    for tie in &ties {
        digest = digest.field(tie.bytes());
    }
    let keywords = rows.keywords_of(page.row)?;
    digest = digest.list(&keywords);
    for word in &keywords {
        digest = digest.text(word);
    }
    let pictures = rows.pictures_of(page.row)?;
    digest = digest.list(&pictures);
    for picture in &pictures {
        digest = digest.field(picture.id.bytes()).field(&picture.digest);
    }
    let asked = rows.asked_of(page.row)?;
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
    let moments = rows.moments_of(page.row)?;
    digest = digest.list(&moments);
    for row in &moments {
        digest = digest
            .field(row.moment.id.bytes())
            .text(row.moment.kind.word())
            .text(&row.moment.words)
            .text(&row.moment.lang)
            .field(row.moment.tie.as_ref().map_or(&[], |tie| &tie.bytes()[..]));
    }
    Ok(digest.done())
}
