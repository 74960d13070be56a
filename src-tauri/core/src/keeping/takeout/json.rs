//! One JSON that loses nothing: every table, row by row, written as it is read. FORMAT.md tells its table.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::io::Write;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::ser::{Error as _, SerializeMap, SerializeSeq};
use serde::{Serialize, Serializer};

use super::{Out, OutLetters, TakenOut};
use crate::error::{Error, Result};
use crate::id::hex;
use crate::store::{Field, Fields, Rows, TABLES, Table};
use crate::tongue::Tongue;

/// The form, as the file says it.
pub(super) const FORM: &str = "journal/1";

/// Bytes that are long are written as base64, ids and digests in hexadecimal.
pub(super) const LONG: [&str; 3] = ["bytes", "inside", "reply"];

pub(super) fn write(out: &Out<'_>, to: &mut impl Write) -> Result<TakenOut> {
    let whole = Whole {
        out,
        rows: out.journal.rows(),
        told: RefCell::default(),
    };
    let written = serde_json::to_writer(&mut *to, &whole);
    let told = whole.told.into_inner();
    if let Some(trouble) = told.trouble {
        return Err(trouble);
    }
    written.map_err(|error| match error.is_io() {
        true => std::io::Error::from(error).into(),
        false => Error::Unexpected("json"),
    })?;
    to.write_all(b"\n")?;
    Ok(told.taken)
}

struct Whole<'o> {
    out: &'o Out<'o>,
    rows: Rows<'o>,
    told: RefCell<Told>,
}

/// What was met on the way.
#[derive(Default)]
struct Told {
    taken: TakenOut,
    /// What stopped it; serde carries only words.
    trouble: Option<Error>,
    /// Rows that stayed out, by table and number: what hangs on them stays out, too.
    left: BTreeSet<(&'static str, i64)>,
}

impl Serialize for Whole<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        let mut top = serializer.serialize_map(None)?;
        top.serialize_entry("awai", FORM)?;
        top.serialize_entry("read_me", &ReadMe)?;
        top.serialize_entry("taken_out", &self.out.now)?;
        top.serialize_entry("tables", &Tables(self))?;
        top.end()
    }
}

struct ReadMe;

impl Serialize for ReadMe {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        let mut all = serializer.serialize_map(None)?;
        for tongue in Tongue::ALL {
            let said = crate::speech::Speech::of(tongue).say("takeout-read-me", &[]);
            all.serialize_entry(tongue.code(), &said)?;
        }
        all.end()
    }
}

struct Tables<'o>(&'o Whole<'o>);

impl Serialize for Tables<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        let mut tables = serializer.serialize_map(None)?;
        for table in TABLES.iter().filter(|table| self.0.takes(table)) {
            tables.serialize_entry(table.name, &TableRows(self.0, table))?;
        }
        tables.end()
    }
}

struct TableRows<'o>(&'o Whole<'o>, &'static Table);

/// A row's error on its way through serde.
struct Stopped<E>(Option<E>, Option<Error>);

impl<E> From<Error> for Stopped<E> {
    fn from(error: Error) -> Self {
        Stopped(None, Some(error))
    }
}

impl Serialize for TableRows<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        let TableRows(whole, table) = self;
        let mut list = serializer.serialize_seq(None)?;
        let gone = whole
            .rows
            .each_row(table, |fields| match whole.settle(table, fields) {
                Some(fields) => list
                    .serialize_element(&Row(&fields))
                    .map_err(|error| Stopped(Some(error), None)),
                None => Ok(()),
            });
        match gone {
            Ok(()) => list.end(),
            Err(Stopped(Some(error), _)) => Err(error),
            Err(Stopped(None, trouble)) => {
                whole.told.borrow_mut().trouble = trouble;
                Err(S::Error::custom("stopped"))
            }
        }
    }
}

struct Row<'f>(&'f Fields);

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        let mut row = serializer.serialize_map(Some(self.0.len()))?;
        for (name, field) in self.0 {
            match field {
                Field::Nothing => row.serialize_entry(name, &())?,
                Field::Number(number) => row.serialize_entry(name, number)?,
                Field::Text(text) => row.serialize_entry(name, text)?,
                Field::Bytes(bytes) if LONG.contains(&name.as_str()) => {
                    row.serialize_entry(name, &STANDARD.encode(bytes))?;
                }
                Field::Bytes(bytes) => row.serialize_entry(name, &hex(bytes))?,
            }
        }
        row.end()
    }
}

impl Whole<'_> {
    fn takes(&self, table: &Table) -> bool {
        let letters = self.out.ask.letters != OutLetters::None;
        // An invitation is nothing but keys.
        let keys = table.name == "invitation" && self.out.is_clear();
        (letters || !table.of_letters) && !keys
    }

    /// A row as it goes out; nothing when it stays.
    fn settle(&self, table: &'static Table, fields: Fields) -> Option<Fields> {
        let mut told = self.told.borrow_mut();
        let number = |name: &str| match field(&fields, name) {
            Some(Field::Number(number)) => *number,
            _ => 0,
        };
        let own = (table.name, number("id"));
        let theirs = matches!(field(&fields, "writer"), Some(Field::Text(writer)) if writer != "mine")
            && self.out.ask.letters != OutLetters::Everybodys;
        let is_clear = self.out.is_clear();
        let flagged = is_clear && table.name == "tie" && number("care_flag") == 1;
        if theirs && table.of_letters || flagged {
            told.left.insert(own);
            return None;
        }
        let Some(mut fields) = table.without(fields, &told.left) else {
            told.left.insert(own);
            return None;
        };
        if is_clear && table.name == "companion" {
            wipe_keys(&mut fields);
        }
        let taken = &mut told.taken;
        match table.name {
            "reflection" => taken.pages += 1,
            "picture" => taken.pictures += 1,
            "letter" => taken.letters += 1,
            _ => {}
        }
        Some(fields)
    }
}

fn field<'f>(fields: &'f Fields, wanted: &str) -> Option<&'f Field> {
    fields
        .iter()
        .find(|(name, _)| name == wanted)
        .map(|(_, field)| field)
}

/// Without its keys, an exchange is one that has ended.
fn wipe_keys(fields: &mut Fields) {
    for (name, field) in fields {
        match name.as_str() {
            "identity" => *field = Field::Text(String::new()),
            "auth" | "reply" => *field = Field::Bytes(Vec::new()),
            "standing" => *field = Field::Text("ended".to_owned()),
            _ => {}
        }
    }
}
