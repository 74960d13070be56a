//! Reading what was taken out as JSON, row by row as it goes by: a journal of any size, and never more of it in
//! memory than one row. Read strictly: the form first, no name twice in a row, no table that is not ours.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt;
use std::io::{BufRead, ErrorKind};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::de::{self, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::json::{FORM, LONG};
use crate::error::{Error, Result};
use crate::id::unhex;
use crate::store::{Field, Fields, Table};

/// The columns of a table, and whether each holds bytes.
type Columns<'t> = &'t dyn Fn(&Table) -> Result<Vec<(String, bool)>>;

/// What is done with each row.
type Take<'t> = &'t mut dyn FnMut(&'static Table, Fields) -> Result<()>;

/// Reads a journal to its end.
///
/// # Errors
/// [`Error::NotTakenOut`], [`Error::TakenOutNewer`], [`Error::ImportTorn`], and whatever `take` says.
pub(super) fn read(from: impl BufRead, columns: Columns<'_>, take: Take<'_>) -> Result<()> {
    let trouble = RefCell::new(None);
    let mut reader = serde_json::Deserializer::from_reader(from);
    let read = Top {
        columns,
        take,
        trouble: &trouble,
    }
    .deserialize(&mut reader)
    .and_then(|()| reader.end());
    if let Some(trouble) = trouble.into_inner() {
        return Err(trouble);
    }
    read.map_err(|error| match error.classify() {
        serde_json::error::Category::Eof => Error::ImportTorn,
        serde_json::error::Category::Io => match error.io_error_kind() {
            // So age tells that a part is not what was written.
            Some(ErrorKind::InvalidData | ErrorKind::UnexpectedEof | ErrorKind::Other) | None => {
                Error::ImportTorn
            }
            // The disk of the file is not the journal's.
            Some(_) => Error::ImportGone,
        },
        _ => Error::NotTakenOut,
    })
}

/// The file as a whole.
struct Top<'t> {
    columns: Columns<'t>,
    take: Take<'t>,
    trouble: &'t RefCell<Option<Error>>,
}

/// Its tables.
struct Tables<'t>(Top<'t>);

/// The rows of one.
struct TableRows<'t> {
    take: Take<'t>,
    trouble: &'t RefCell<Option<Error>>,
    table: &'static Table,
    /// Which of its columns hold bytes.
    bytes: BTreeMap<String, bool>,
}

/// One row, of so many names at the most.
struct Row {
    most: usize,
}

struct Cell;

/// What stands in a field of the file.
enum Said {
    Nothing,
    Number(i64),
    Text(String),
}

fn stop<E: de::Error>(trouble: &RefCell<Option<Error>>, error: Error) -> E {
    *trouble.borrow_mut() = Some(error);
    E::custom("stopped")
}

impl<'de> DeserializeSeed<'de> for Top<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> std::result::Result<(), D::Error> {
        reader.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Top<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a journal")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> std::result::Result<(), A::Error> {
        // The form stands first, so that nothing of a newer one is read.
        if map.next_key::<String>()?.as_deref() != Some("awai") {
            return Err(stop(self.trouble, Error::NotTakenOut));
        }
        let form: String = map.next_value()?;
        if form != FORM {
            let newer = form.starts_with("journal/");
            let error = if newer {
                Error::TakenOutNewer
            } else {
                Error::NotTakenOut
            };
            return Err(stop(self.trouble, error));
        }
        let trouble = self.trouble;
        let mut tables = Some(Tables(self));
        while let Some(key) = map.next_key::<String>()? {
            if key != "tables" {
                map.next_value::<IgnoredAny>()?;
            } else if let Some(tables) = tables.take() {
                map.next_value_seed(tables)?;
            } else {
                return Err(stop(trouble, Error::NotTakenOut));
            }
        }
        match tables {
            None => Ok(()),
            Some(_) => Err(stop(trouble, Error::NotTakenOut)),
        }
    }
}

impl<'de> DeserializeSeed<'de> for Tables<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> std::result::Result<(), D::Error> {
        reader.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Tables<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("tables")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> std::result::Result<(), A::Error> {
        let Top {
            columns,
            take,
            trouble,
        } = self.0;
        while let Some(name) = map.next_key::<String>()? {
            let Some(table) = Table::of(&name) else {
                return Err(stop(trouble, Error::NotTakenOut));
            };
            let columns = match columns(table) {
                Ok(columns) => columns,
                Err(error) => return Err(stop(trouble, error)),
            };
            map.next_value_seed(TableRows {
                take: &mut *take,
                trouble,
                table,
                bytes: columns.into_iter().collect(),
            })?;
        }
        Ok(())
    }
}

impl<'de> DeserializeSeed<'de> for TableRows<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> std::result::Result<(), D::Error> {
        reader.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for TableRows<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("rows")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> std::result::Result<(), A::Error> {
        let most = self.bytes.len();
        while let Some(said) = list.next_element_seed(Row { most })? {
            let fields = said
                .into_iter()
                .map(|(name, said)| {
                    let field = field_of(&name, said, self.bytes.get(&name) == Some(&true))?;
                    Some((name, field))
                })
                .collect::<Option<Fields>>();
            let taken = fields
                .ok_or(Error::NotTakenOut)
                .and_then(|fields| (self.take)(self.table, fields));
            if let Err(error) = taken {
                return Err(stop(self.trouble, error));
            }
        }
        Ok(())
    }
}

fn field_of(name: &str, said: Said, bytes: bool) -> Option<Field> {
    Some(match said {
        Said::Nothing => Field::Nothing,
        Said::Number(number) => Field::Number(number),
        Said::Text(text) if !bytes => Field::Text(text),
        Said::Text(text) if LONG.contains(&name) => Field::Bytes(STANDARD.decode(text).ok()?),
        Said::Text(text) => Field::Bytes(unhex_all(&text)?),
    })
}

/// Bytes written in hexadecimal: an id, a key, a digest, or none.
fn unhex_all(text: &str) -> Option<Vec<u8>> {
    match text.len() {
        0 => Some(Vec::new()),
        32 => unhex::<16>(text).map(Vec::from),
        64 => unhex::<32>(text).map(Vec::from),
        _ => None,
    }
}

impl<'de> DeserializeSeed<'de> for Row {
    type Value = Vec<(String, Said)>;

    fn deserialize<D: Deserializer<'de>>(
        self,
        reader: D,
    ) -> std::result::Result<Self::Value, D::Error> {
        reader.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Row {
    type Value = Vec<(String, Said)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a row")
    }

    fn visit_map<A: MapAccess<'de>>(
        self,
        mut map: A,
    ) -> std::result::Result<Self::Value, A::Error> {
        let mut row = Vec::new();
        while let Some(name) = map.next_key::<String>()? {
            // More names than columns are not gone through: each is compared with all before it.
            if row.len() == self.most || row.iter().any(|(there, _)| *there == name) {
                return Err(de::Error::custom("said twice, or of no column"));
            }
            row.push((name, map.next_value_seed(Cell)?));
        }
        Ok(row)
    }
}

impl<'de> DeserializeSeed<'de> for Cell {
    type Value = Said;

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> std::result::Result<Said, D::Error> {
        reader.deserialize_any(self)
    }
}

impl Visitor<'_> for Cell {
    type Value = Said;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number, a text or nothing")
    }

    fn visit_unit<E>(self) -> std::result::Result<Said, E> {
        Ok(Said::Nothing)
    }

    fn visit_i64<E>(self, number: i64) -> std::result::Result<Said, E> {
        Ok(Said::Number(number))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> std::result::Result<Said, E> {
        i64::try_from(number)
            .map(Said::Number)
            .map_err(|_| E::custom("too large"))
    }

    fn visit_str<E>(self, text: &str) -> std::result::Result<Said, E> {
        Ok(Said::Text(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> std::result::Result<Said, E> {
        Ok(Said::Text(text))
    }
}
