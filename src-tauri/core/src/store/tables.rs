//! The tables of things a person made, told once, parents first: by what a row is known, and what it hangs on.
//!
//! What belongs to one computer or is made anew (the chain of digests, the search index, the journal's own name) is
//! not among them; a test compares this list with the schema, so that a table added later cannot be forgotten.

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

impl Table {
    /// The table of this name.
    pub(crate) fn of(name: &str) -> Option<&'static Table> {
        TABLES.iter().find(|table| table.name == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tables as they are made in an empty file.
    fn empty() -> rusqlite::Connection {
        let empty = rusqlite::Connection::open_in_memory().unwrap();
        for step in super::super::open::SHAPES {
            empty.execute_batch(step).unwrap();
        }
        empty
    }

    #[test]
    fn every_table_of_the_schema_is_told_here_or_left_out_by_name() {
        // Made anew in the journal that things come to, or its own.
        let left_out = ["journal", "head", "term"];
        let empty = empty();
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

    #[test]
    fn a_row_is_known_by_what_no_other_row_of_its_table_may_have() {
        let empty = empty();
        let mut statement = empty
            .prepare(
                "SELECT group_concat(part.name) FROM pragma_index_list(:table) AS whole
                 JOIN pragma_index_info(whole.name) AS part
                 WHERE whole.\"unique\" AND NOT whole.partial GROUP BY whole.name",
            )
            .unwrap();
        for table in TABLES {
            let only_once: Vec<String> = statement
                .query_map([table.name], |row| row.get(0))
                .unwrap()
                .map(|columns| columns.unwrap())
                .collect();
            let named = table.named_by.join(",");
            if named.is_empty() {
                // It is a part of something that is known, and nothing in the chain.
                assert!(table.kind.is_none(), "{}", table.name);
                let part = |(_, _, hold): &(_, _, Hold)| *hold == Hold::Part;
                assert!(table.hangs_on.iter().any(part), "{}", table.name);
            } else if table.name == "practice" {
                // Every journal has one row of it, of the same number.
                assert_eq!(named, "id");
            } else {
                assert!(only_once.contains(&named), "{}: {only_once:?}", table.name);
            }
        }
    }
}
