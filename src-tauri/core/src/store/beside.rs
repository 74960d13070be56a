//! Rows of a thing that is in two copies of one journal, on their way from one copy to the other.

use rusqlite::params_from_iter;
use rusqlite::types::Value;

use super::Rows;
use super::tables::{Hold, TABLES, Table};
use super::whole::{Arrival, Arrivals, Field, Fields, fields_of, take_number, value};
use crate::error::{Error, Result};

impl Table {
    /// The column by which its rows are parts of a row of `of`, where they are.
    fn part_of(&self, of: &Table) -> Option<&'static str> {
        let mut hangs = self.hangs_on.iter();
        hangs.find_map(|(column, parent, hold)| {
            (*parent == of.name && *hold == Hold::Part).then_some(*column)
        })
    }

    /// The tables whose rows are parts of this one's.
    pub(crate) fn parts(&'static self) -> impl Iterator<Item = &'static Table> {
        TABLES
            .iter()
            .filter(move |table| table.part_of(self).is_some())
    }

    /// Whether its rows are known by a name of their own, though the chain does not tell of them.
    pub(crate) fn stands_alone(&self) -> bool {
        let of_a_draft = self.name == "draft_picture";
        self.kind.is_none() && self.named_by == ["public_id"] && !of_a_draft
    }
}

impl Rows<'_> {
    /// The rows that are parts of one row, in the order in which they were made.
    pub(crate) fn parts_of(&self, part: &Table, whole: &Table, number: i64) -> Result<Vec<Fields>> {
        let column = part.part_of(whole).ok_or(Error::Unexpected("parts"))?;
        let columns = self.columns(part)?;
        let names: Vec<_> = columns.iter().map(|(name, _)| name.as_str()).collect();
        let mut statement = self.0.prepare_cached(&format!(
            "SELECT {} FROM {} WHERE {column} = ?1 ORDER BY 1, 2",
            names.join(", "),
            part.name
        ))?;
        let mut rows = statement.query([number])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(fields_of(row, &names)?);
        }
        self.sound(found)
    }

    /// Puts what stands in the other copy in the place of a row of this one, but for the columns of `stay`.
    pub(crate) fn put_in_place(
        &self,
        table: &Table,
        number: i64,
        fields: Fields,
        stay: &[&str],
    ) -> Result<()> {
        let fields = fields
            .into_iter()
            .filter(|(name, _)| name != "id" && !stay.contains(&name.as_str()));
        let (names, mut values): (Vec<String>, Vec<Value>) = fields
            .map(|(name, field)| (format!("{name} = ?"), value(field)))
            .unzip();
        values.push(Value::Integer(number));
        self.0
            .prepare_cached(&format!(
                "UPDATE {} SET {} WHERE id = ?",
                table.name,
                names.join(", ")
            ))?
            .execute(params_from_iter(values))?;
        Ok(())
    }

    /// Takes away the rows that are parts of one row, for those of the other copy to stand in their place.
    pub(crate) fn clear_parts(&self, part: &Table, whole: &Table, number: i64) -> Result<()> {
        let column = part.part_of(whole).ok_or(Error::Unexpected("parts"))?;
        self.0
            .prepare_cached(&format!("DELETE FROM {} WHERE {column} = ?1", part.name))?
            .execute([number])?;
        Ok(())
    }

    /// Adds a part to a row of this copy, unless it is there already; whatever else it hangs on is where it arrived.
    pub(crate) fn add_part(
        &self,
        part: &Table,
        whole: &Table,
        number: i64,
        mut fields: Fields,
        arrivals: &Arrivals,
    ) -> Result<()> {
        take_number(&mut fields);
        let Some(fields) = hung_anew(part, whole, number, fields, arrivals) else {
            return Ok(());
        };
        let places = vec!["?"; fields.len()].join(", ");
        let (names, values): (Vec<String>, Vec<Value>) = fields
            .into_iter()
            .map(|(name, field)| (name, value(field)))
            .unzip();
        self.0
            .prepare_cached(&format!(
                "INSERT OR IGNORE INTO {} ({}) VALUES ({places})",
                part.name,
                names.join(", ")
            ))?
            .execute(params_from_iter(values))?;
        Ok(())
    }

    /// Adds a row of the other copy as a new one; nothing of it may be here. Its number.
    pub(crate) fn add_as_new(&self, table: &Table, mut fields: Fields) -> Result<i64> {
        take_number(&mut fields);
        if table.name == "reflection" {
            self.find_it_a_place(&mut fields)?;
        }
        self.insert_row(table, fields)
    }
}

/// What stands in a column of a row.
pub(crate) fn field<'f>(fields: &'f Fields, wanted: &str) -> Option<&'f Field> {
    let found = fields.iter().find(|(name, _)| name == wanted);
    found.map(|(_, field)| field)
}

/// The same, to be changed.
pub(crate) fn field_mut<'f>(fields: &'f mut Fields, wanted: &str) -> Option<&'f mut Field> {
    let found = fields.iter_mut().find(|(name, _)| name == wanted);
    found.map(|(_, field)| field)
}

/// The fields of a part, hanging on the rows of this copy; nothing when something that it needs did not come.
fn hung_anew(
    part: &Table,
    whole: &Table,
    number: i64,
    mut fields: Fields,
    arrivals: &Arrivals,
) -> Option<Fields> {
    let of_whole = part.part_of(whole)?;
    for (column, parent, hold) in part.hangs_on {
        let (_, field) = fields.iter_mut().find(|(name, _)| name == column)?;
        if *column == of_whole {
            *field = Field::Number(number);
            continue;
        }
        let Field::Number(was) = *field else { continue };
        *field = match (arrivals.0.get(&(*parent, was)), hold) {
            (Some(Arrival::Came(now) | Arrival::Here(now)), _) => Field::Number(*now),
            (_, Hold::May) => Field::Nothing,
            _ => return None,
        };
    }
    Some(fields)
}
