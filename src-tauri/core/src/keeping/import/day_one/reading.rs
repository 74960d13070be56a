//! The JSON of a Day One journal, read as it streams by: one page at a time is held, and never the whole file.

use std::cell::Cell;
use std::fmt;
use std::io::{self, ErrorKind, Read};

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::error::Category;

use super::super::held::torn;
use super::entry::{Anything, Entry, Whole};
use crate::error::{Error, Result};

/// The most text of one page, with what is not read of it: 64 MiB, four times what a page may hold.
const MOST_OF_A_PAGE: u64 = 64 * 1024 * 1024;

/// What was seen so far: what a fault means depends on it.
#[derive(Default)]
struct Seen {
    metadata: Cell<bool>,
    list: Cell<bool>,
    /// Any page at all.
    page: Cell<bool>,
    /// A page that says when it was written, in Day One's word for it.
    dated: Cell<bool>,
}

impl Seen {
    fn looks_like_day_one(&self) -> bool {
        self.dated.get() || (self.metadata.get() && !self.page.get())
    }
}

/// Reads a journal and hands on each page of it.
///
/// # Errors
/// [`Error::NotADayOneExport`] for what does not begin as one, [`Error::ImportTorn`] for what does not end as one,
/// [`Error::ImportTooLarge`] for a page beyond 64 MiB, and what `take` says.
pub(super) fn pages(json: impl Read, take: impl FnMut(&Entry) -> Result<()>) -> Result<()> {
    pages_within(MOST_OF_A_PAGE, json, take)
}

fn pages_within(
    most: u64,
    json: impl Read,
    mut take: impl FnMut(&Entry) -> Result<()>,
) -> Result<()> {
    let seen = Seen::default();
    let refused = Cell::new(None);
    // Only a page has a limit: other JSON may lie beside the journals.
    let left = Cell::new(u64::MAX);
    let journal = Journal(List {
        seen: &seen,
        most,
        left: &left,
        take: |page: &Entry| match take(page) {
            Ok(()) => true,
            Err(error) => {
                refused.set(Some(error));
                false
            }
        },
    });
    let json = Metered { json, left: &left };
    let mut reader = serde_json::Deserializer::from_reader(json);
    let read = journal.deserialize(&mut reader).and_then(|()| reader.end());
    if let Some(error) = refused.into_inner() {
        return Err(error);
    }
    match read {
        Ok(()) if seen.list.get() && seen.looks_like_day_one() => Ok(()),
        Ok(()) => Err(Error::NotADayOneExport),
        Err(error) => Err(match (error.classify(), error.io_error_kind()) {
            (Category::Io, Some(kind)) => torn(&kind.into()),
            (Category::Eof | Category::Syntax, _) if seen.looks_like_day_one() => Error::ImportTorn,
            _ => Error::NotADayOneExport,
        }),
    }
}

/// The object that a journal is.
struct Journal<'s, F>(List<'s, F>);

/// Its list of pages. `take` tells whether to go on.
struct List<'s, F> {
    seen: &'s Seen,
    /// So much text may a page have,
    most: u64,
    /// and so much may still come of this one.
    left: &'s Cell<u64>,
    take: F,
}

/// A reader that stops where a page is too long.
struct Metered<'s, R> {
    json: R,
    left: &'s Cell<u64>,
}

impl<R: Read> Read for Metered<'_, R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.json.read(into)?;
        match self.left.get().checked_sub(read as u64) {
            Some(left) => self.left.set(left),
            None => return Err(ErrorKind::FileTooLarge.into()),
        }
        Ok(read)
    }
}

impl<'de, F: FnMut(&Entry) -> bool> DeserializeSeed<'de> for Journal<'_, F> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> std::result::Result<(), D::Error> {
        json.deserialize_map(self)
    }
}

impl<'de, F: FnMut(&Entry) -> bool> Visitor<'de> for Journal<'_, F> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a journal")
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut fields: A) -> std::result::Result<(), A::Error> {
        while let Some(name) = fields.next_key::<String>()? {
            match name.as_str() {
                "entries" => {
                    self.0.seen.list.set(true);
                    fields.next_value_seed(&mut self.0)?;
                }
                "metadata" => {
                    self.0.seen.metadata.set(true);
                    fields.next_value::<IgnoredAny>()?;
                }
                _ => {
                    fields.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(())
    }
}

impl<'de, F: FnMut(&Entry) -> bool> DeserializeSeed<'de> for &mut List<'_, F> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> std::result::Result<(), D::Error> {
        json.deserialize_seq(self)
    }
}

impl<'de, F: FnMut(&Entry) -> bool> Visitor<'de> for &mut List<'_, F> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of pages")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> std::result::Result<(), A::Error> {
        loop {
            self.left.set(self.most);
            let Some(page) = list.next_element_seed(Anything(Whole))? else {
                break;
            };
            self.seen.page.set(true);
            if page.dated {
                self.seen.dated.set(true);
            }
            if !(self.take)(&page) {
                return Err(serde::de::Error::custom("stopped"));
            }
        }
        self.left.set(u64::MAX);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_page_may_have_so_much_text_and_what_lies_beside_the_pages_any() {
        let page = r#"{"creationDate": "2026-01-01T12:00:00Z", "text": "a", "x": [0, 0]}"#;
        let read = |json: &str| {
            let mut dates = Vec::new();
            let read = pages_within(100, json.as_bytes(), |page| {
                dates.push(page.created.clone());
                Ok(())
            });
            read.map(|()| dates.len())
        };
        let beside = " ".repeat(1000);
        let many =
            format!(r#"{{"a": "{beside}", "entries": [{page}, {page}, {page}], "b": "{beside}"}}"#);
        assert!(matches!(read(&many), Ok(3)));
        let zeros = "0, ".repeat(40);
        let long = page.replace("0, ", &zeros);
        let one = format!(r#"{{"entries": [{page}, {long}, {page}]}}"#);
        assert!(matches!(read(&one), Err(Error::ImportTooLarge)));
    }
}
