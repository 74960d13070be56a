//! Every row of a journal, table by table, on its way out of one and into another.
//!
//! The tables are told here once, parents first. What belongs to one computer or is made anew (the chain of
//! digests, the search index, the journal's own name) is not among them; a test compares this list with the
//! schema, so that a table added later cannot be forgotten.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::types::{Value, ValueRef};
use rusqlite::{OptionalExtension, params_from_iter};

use super::{Rows, field};
use crate::error::{Error, Result};
use crate::place::Place;

/// A table of things a person made.
#[derive(Clone, Copy)]
pub(crate) struct Table {
    pub name: &'static str,
    /// What its rows are in the chain of digests; `None` for what hangs on another thing.
    pub kind: Option<&'static str>,
    /// The columns by which a row is known in every journal.
    pub(super) named_by: &'static [&'static str],
    /// Columns that hold the row number of another table's row, that table, and how the row hangs on it.
    pub(super) hangs_on: &'static [(&'static str, &'static str, Hold)],
    /// Whether these rows are letters, or are there for them.
    pub of_letters: bool,
}

/// How a row hangs on another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hold {
    /// It is a part of it: it comes and stays away with it, and where the other is here already, so are its parts.
    Part,
    /// It means nothing without it.
    Needs,
    /// It can do without it.
    May,
}

const fn thing(name: &'static str, kind: &'static str) -> Table {
    Table {
        name,
        kind: Some(kind),
        named_by: &["public_id"],
        hangs_on: &[],
        of_letters: false,
    }
}

const fn part(
    name: &'static str,
    hangs_on: &'static [(&'static str, &'static str, Hold)],
) -> Table {
    Table {
        name,
        kind: None,
        named_by: &[],
        hangs_on,
        of_letters: false,
    }
}

const fn of_letters(table: Table) -> Table {
    Table {
        of_letters: true,
        ..table
    }
}

const OF_PAGE: &[(&str, &str, Hold)] = &[("reflection", "reflection", Hold::Part)];

/// All of them, parents first.
pub(crate) const TABLES: &[Table] = &[
    thing("tie", "tie"),
    part("tie_naming", &[("tie", "tie", Hold::Part)]),
    thing("question", "question"),
    part("question_version", &[("question", "question", Hold::Part)]),
    thing("question_set", "question_set"),
    part(
        "question_in_set",
        &[("question_set", "question_set", Hold::Part)],
    ),
    thing("reflection", "page"),
    part("reflection_version", OF_PAGE),
    part("keyword", OF_PAGE),
    part("picture", OF_PAGE),
    part(
        "reflection_tie",
        &[
            ("reflection", "reflection", Hold::Part),
            ("tie", "tie", Hold::Needs),
        ],
    ),
    part("answer", OF_PAGE),
    part(
        "moment",
        &[
            ("reflection", "reflection", Hold::Part),
            ("tie", "tie", Hold::May),
        ],
    ),
    Table {
        named_by: &["format", "foreign_id"],
        ..part("brought_over", &[("reflection", "reflection", Hold::May)])
    },
    thing("intention", "intention"),
    part(
        "intention_tie",
        &[
            ("intention", "intention", Hold::Part),
            ("tie", "tie", Hold::Needs),
        ],
    ),
    part("try", &[("intention", "intention", Hold::Part)]),
    thing("company", "company"),
    thing("my_word", "my_word"),
    Table {
        named_by: &["id"],
        ..thing("practice", "practice")
    },
    Table {
        kind: Some("put_away"),
        named_by: &["kind", "what"],
        ..part("put_away", &[])
    },
    Table {
        named_by: &["page"],
        ..part("draft", &[])
    },
    Table {
        named_by: &["public_id"],
        ..part("draft_picture", &[])
    },
    of_letters(Table {
        hangs_on: &[("tie", "tie", Hold::May)],
        ..thing("companion", "companion")
    }),
    of_letters(part("agreement", &[("companion", "companion", Hold::Part)])),
    of_letters(part("pseudonym", &[("companion", "companion", Hold::Part)])),
    of_letters(Table {
        named_by: &["thread", "public_id", "digest"],
        hangs_on: &[("companion", "companion", Hold::May)],
        ..thing("letter", "letter")
    }),
    of_letters(part("given", &[("letter", "letter", Hold::Part)])),
    of_letters(Table {
        named_by: &["thread", "letter", "writer"],
        ..part("release", &[])
    }),
    of_letters(Table {
        kind: None,
        hangs_on: &[("tie", "tie", Hold::May)],
        ..thing("invitation", "invitation")
    }),
    of_letters(Table {
        kind: None,
        ..thing("letter_draft", "letter_draft")
    }),
];

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
    /// The table of this name.
    pub(crate) fn of(name: &str) -> Option<&'static Table> {
        TABLES.iter().find(|table| table.name == name)
    }

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_of_the_schema_is_told_here_or_left_out_by_name() {
        // Made anew in the journal that things come to, or its own.
        let left_out = ["journal", "head", "term"];
        let empty = rusqlite::Connection::open_in_memory().unwrap();
        for step in super::super::open::SHAPES {
            empty.execute_batch(step).unwrap();
        }
        let mut statement = empty
            .prepare(
                "SELECT name FROM sqlite_master
                 WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'term_%'",
            )
            .unwrap();
        let schema: Vec<String> = statement
            .query_map([], |row| row.get(0))
            .unwrap()
            .map(|name| name.unwrap())
            .collect();
        for name in &schema {
            let told = TABLES.iter().filter(|table| table.name == name).count();
            let left = usize::from(left_out.contains(&name.as_str()));
            assert_eq!(told + left, 1, "{name}");
        }
        for table in TABLES {
            assert!(
                schema.iter().any(|name| name == table.name),
                "{}",
                table.name
            );
        }
    }
}
