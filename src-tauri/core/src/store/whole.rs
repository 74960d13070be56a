//! Every row of a journal, table by table, on its way out of one and into another.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::types::{Value, ValueRef};
use rusqlite::{OptionalExtension, params_from_iter};

use super::tables::{Hold, Table};
use super::{Rows, field};
use crate::error::{Error, Result};
use crate::place::Place;

/// What stands in one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Field {
    Nothing,
    Number(i64),
    Text(String),
    Bytes(Vec<u8>),
}

/// One row: its columns in their order.
pub(crate) type Fields = Vec<(String, Field)>;

/// What became of the rows of the journal that things come from: its row numbers, by table.
#[derive(Default)]
pub(crate) struct Arrivals(pub(super) BTreeMap<(&'static str, i64), Arrival>);

/// What became of one row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Arrival {
    /// It came, and has this number now.
    Came(i64),
    /// It was here before, under this number.
    Here(i64),
    /// It stays away: what it hangs on did not come, or was let go here.
    Stayed,
}

impl Table {
    /// A row without what it holds of rows that are left behind, known by table and number; nothing when it means
    /// nothing without them.
    pub(crate) fn without(
        &self,
        mut fields: Fields,
        left: &BTreeSet<(&'static str, i64)>,
    ) -> Option<Fields> {
        for (column, parent, hold) in self.hangs_on {
            let field = fields.iter_mut().find(|(name, _)| name == column);
            let Some((_, field)) = field else { continue };
            let Field::Number(number) = *field else {
                continue;
            };
            if left.contains(&(*parent, number)) {
                if *hold != Hold::May {
                    return None;
                }
                *field = Field::Nothing;
            }
        }
        Some(fields)
    }
}

impl Rows<'_> {
    /// The columns of a table, and whether each holds bytes.
    pub(crate) fn columns(&self, table: &Table) -> Result<Vec<(String, bool)>> {
        let columns = self
            .0
            .prepare_cached("SELECT name, type = 'BLOB' FROM pragma_table_info(?1)")?
            .query_map([table.name], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<rusqlite::Result<_>>()?;
        Ok(columns)
    }

    /// Goes through all rows of a table, in the order they were made.
    pub(crate) fn each_row<E: From<Error>>(
        &self,
        table: &Table,
        mut each: impl FnMut(Fields) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let own = |error: rusqlite::Error| E::from(Error::from(error));
        let columns = self.columns(table)?;
        let names: Vec<_> = columns.iter().map(|(name, _)| name.as_str()).collect();
        let mut statement = self
            .0
            .prepare(&format!(
                "SELECT {} FROM {} ORDER BY 1, 2",
                names.join(", "),
                table.name
            ))
            .map_err(own)?;
        let mut rows = statement.query([]).map_err(own)?;
        while let Some(row) = rows.next().map_err(own)? {
            let fields = fields_of(row, &names).map_err(E::from)?;
            self.sound(()).map_err(E::from)?;
            each(fields)?;
        }
        Ok(())
    }

    /// Takes in a row that comes from another journal, unless it is here or was let go here, which `let_go` is
    /// asked. Belongs into a change; the chain and the index are the caller's.
    ///
    /// # Errors
    /// [`Error::NotTakenOut`] for a row that fits no table of ours.
    pub(crate) fn take_row(
        &self,
        table: &'static Table,
        mut fields: Fields,
        arrivals: &mut Arrivals,
        let_go: impl FnOnce(&Fields) -> Result<bool>,
    ) -> Result<Arrival> {
        let was = match table.named_by {
            ["id"] => None,
            _ => take_number(&mut fields),
        };
        let arrival = self.settle_row(table, fields, arrivals, let_go)?;
        if let Some(was) = was
            && arrivals.0.insert((table.name, was), arrival).is_some()
        {
            // Two rows of one number: nothing could tell which of them the others hang on.
            return Err(Error::NotTakenOut);
        }
        Ok(arrival)
    }

    fn settle_row(
        &self,
        table: &'static Table,
        mut fields: Fields,
        arrivals: &Arrivals,
        let_go: impl FnOnce(&Fields) -> Result<bool>,
    ) -> Result<Arrival> {
        for (column, parent, hold) in table.hangs_on {
            let Some((_, field)) = fields.iter_mut().find(|(name, _)| name == column) else {
                return Err(Error::NotTakenOut);
            };
            let was = match field {
                Field::Number(was) => *was,
                Field::Nothing if *hold == Hold::May => continue,
                _ => return Err(Error::NotTakenOut),
            };
            let arrival = arrivals.0.get(&(*parent, was));
            *field = match (arrival.ok_or(Error::NotTakenOut)?, hold) {
                (Arrival::Here(_), Hold::Part) | (Arrival::Stayed, Hold::Part | Hold::Needs) => {
                    return Ok(Arrival::Stayed);
                }
                (Arrival::Came(now) | Arrival::Here(now), _) => Field::Number(*now),
                (Arrival::Stayed, Hold::May) => Field::Nothing,
            };
        }
        if !table.named_by.is_empty() {
            if let Some(here) = self.row_named(table, &fields)? {
                return Ok(Arrival::Here(here));
            }
            if let_go(&fields)? {
                return Ok(Arrival::Stayed);
            }
        }
        if table.name == "reflection" {
            self.find_it_a_place(&mut fields)?;
        }
        self.insert_row(table, fields).map(Arrival::Came)
    }

    /// The number of the row that is here under the same name; 0 where rows have no numbers.
    pub(crate) fn row_named(&self, table: &Table, fields: &Fields) -> Result<Option<i64>> {
        let mut named = Vec::new();
        for column in table.named_by {
            let found = fields.iter().find(|(name, _)| name == column);
            let Some((_, field)) = found else {
                return Err(Error::NotTakenOut);
            };
            named.push(value(field.clone()));
        }
        let number = match table.name {
            "draft" => "0",
            _ => "id",
        };
        let wanted: Vec<_> = table
            .named_by
            .iter()
            .map(|column| format!("{column} = ?"))
            .collect();
        let found = self
            .0
            .prepare_cached(&format!(
                "SELECT {number} FROM {} WHERE {}",
                table.name,
                wanted.join(" AND ")
            ))?
            .query_row(params_from_iter(named), |row| row.get(0))
            .optional()?;
        Ok(found)
    }

    /// A page stands where it stood, unless another one stands there.
    pub(super) fn find_it_a_place(&self, fields: &mut Fields) -> Result<()> {
        let Some(Field::Number(number)) = field(fields, "place") else {
            return Err(Error::NotTakenOut);
        };
        let mut place = Place::of_number(*number);
        let taken = self
            .0
            .prepare_cached("SELECT 1 FROM reflection WHERE place = ?1")?
            .query_row([place.number()], |_| Ok(()))
            .optional()?;
        if taken.is_some() {
            place = self.free_place(place)?;
        }
        let month = i64::from(place.month());
        for (name, field) in fields {
            match name.as_str() {
                "place" => *field = Field::Number(place.number()),
                "month" => *field = Field::Number(month),
                _ => {}
            }
        }
        Ok(())
    }

    pub(super) fn insert_row(&self, table: &Table, fields: Fields) -> Result<i64> {
        let known = self.columns(table)?;
        let is_known = |name: &str| known.iter().any(|(column, _)| column == name);
        if !fields.iter().all(|(name, _)| is_known(name)) {
            return Err(Error::NotTakenOut);
        }
        let (names, values): (Vec<_>, Vec<_>) = fields
            .into_iter()
            .map(|(name, field)| (name, value(field)))
            .unzip();
        let places = vec!["?"; names.len()].join(", ");
        self.0
            .prepare_cached(&format!(
                "INSERT INTO {} ({}) VALUES ({places})",
                table.name,
                names.join(", ")
            ))?
            .execute(params_from_iter(values))
            .map_err(|error| match error.sqlite_error_code() {
                // A row that breaks a rule of its table was not written by this program.
                Some(
                    rusqlite::ErrorCode::ConstraintViolation | rusqlite::ErrorCode::TypeMismatch,
                ) => Error::NotTakenOut,
                _ => error.into(),
            })?;
        Ok(self.0.last_insert_rowid())
    }

    /// Makes anew what a table keeps beside its words to find them by.
    pub(crate) fn mark_shelves_anew(&self, page: i64, opening: &str) -> Result<()> {
        self.0
            .prepare_cached("UPDATE reflection SET opening = ?2 WHERE id = ?1")?
            .execute(rusqlite::params![page, opening])?;
        Ok(())
    }

    /// The same for the name of a tie.
    pub(crate) fn fold_tie_anew(&self, tie: i64, folded: &str) -> Result<()> {
        self.0
            .prepare_cached("UPDATE tie SET folded = ?2 WHERE id = ?1")?
            .execute(rusqlite::params![tie, folded])?;
        Ok(())
    }
}

/// A row, column by column.
pub(super) fn fields_of(row: &rusqlite::Row<'_>, names: &[&str]) -> Result<Fields> {
    let mut fields = Vec::with_capacity(names.len());
    for (number, name) in names.iter().enumerate() {
        let field = match row.get_ref(number)? {
            ValueRef::Null => Field::Nothing,
            ValueRef::Integer(number) => Field::Number(number),
            ValueRef::Text(text) => Field::Text(
                std::str::from_utf8(text)
                    .map_err(|_| Error::JournalDamaged)?
                    .to_owned(),
            ),
            ValueRef::Blob(bytes) => Field::Bytes(bytes.to_vec()),
            ValueRef::Real(_) => return Err(Error::JournalDamaged),
        };
        fields.push(((*name).to_owned(), field));
    }
    Ok(fields)
}

/// Takes the row number out of the fields.
pub(super) fn take_number(fields: &mut Fields) -> Option<i64> {
    let at = fields.iter().position(|(name, _)| name == "id")?;
    match fields.remove(at) {
        (_, Field::Number(number)) => Some(number),
        _ => None,
    }
}

pub(super) fn value(field: Field) -> Value {
    match field {
        Field::Nothing => Value::Null,
        Field::Number(number) => Value::Integer(number),
        Field::Text(text) => Value::Text(text),
        Field::Bytes(bytes) => Value::Blob(bytes),
    }
}
