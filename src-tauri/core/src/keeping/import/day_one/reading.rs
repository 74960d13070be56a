//! The JSON of a Day One journal, read as it streams by: one page at a time is held, and never the whole file.

use std::cell::Cell;
use std::fmt;
use std::io::Read;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;
use serde_json::error::Category;

use super::super::held::torn;
use crate::error::{Error, Result};

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
/// and what `take` says.
pub(super) fn pages(json: impl Read, mut take: impl FnMut(&Value) -> Result<()>) -> Result<()> {
    let seen = Seen::default();
    let refused = Cell::new(None);
    let journal = Journal(List {
        seen: &seen,
        take: |page: &Value| match take(page) {
            Ok(()) => true,
            Err(error) => {
                refused.set(Some(error));
                false
            }
        },
    });
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
    take: F,
}

impl<'de, F: FnMut(&Value) -> bool> DeserializeSeed<'de> for Journal<'_, F> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> std::result::Result<(), D::Error> {
        json.deserialize_map(self)
    }
}

impl<'de, F: FnMut(&Value) -> bool> Visitor<'de> for Journal<'_, F> {
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

impl<'de, F: FnMut(&Value) -> bool> DeserializeSeed<'de> for &mut List<'_, F> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> std::result::Result<(), D::Error> {
        json.deserialize_seq(self)
    }
}

impl<'de, F: FnMut(&Value) -> bool> Visitor<'de> for &mut List<'_, F> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of pages")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> std::result::Result<(), A::Error> {
        while let Some(page) = list.next_element::<Value>()? {
            self.seen.page.set(true);
            if page.get("creationDate").is_some() {
                self.seen.dated.set(true);
            }
            if !(self.take)(&page) {
                return Err(serde::de::Error::custom("stopped"));
            }
        }
        Ok(())
    }
}
