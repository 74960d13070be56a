//! How SQLite goes about each statement of the store, beside the kept text `plans.txt`: a lost index, or a walk
//! through a whole table where there was none, is seen here before anybody waits for it.
//!
//! The statements are taken out of the store's own sources, so that none can be forgotten. After a change that was
//! meant, `AWAI_WRITE=1 cargo test --workspace --test plans` writes the text anew.

// A test fails by panicking, and speaks to whoever runs it.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice)]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::Connection;

/// Fragments that are chosen while the program runs, and what they may be.
const CHOSEN: &[(&str, &[&str])] = &[
    ("", &["{WITHOUT_CARE}"]),
    ("order", &["DESC", "ASC", "term.rowid DESC", "term.rank"]),
    ("tie", &[" AND :tie IS NULL", "{HANGS_ON_TIE}"]),
    ("tie_filter", &[" AND :tie IS NULL", "{HANGS_ON_TIE}"]),
    (
        "with_tie",
        &[
            ":tie IS NULL",
            "id IN (SELECT intention FROM intention_tie WHERE tie = :tie)",
        ],
    ),
    (
        "condition",
        &[
            ":value = ''",
            "public_id = :value",
            "arrived_as <> '' AND arrived_as = :value",
        ],
    ),
];

/// Begins of what is a statement.
const VERBS: &[&str] = &["SELECT ", "INSERT ", "UPDATE ", "DELETE ", "WITH "];

fn store() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../src-tauri/core/src/store")
}

/// The text literals of a Rust source before its tests, each with what stands right before it.
fn literals(source: &str) -> Vec<(String, String)> {
    let source = source.split("#[cfg(test)]").next().unwrap();
    let mut found = Vec::new();
    let mut rest = source;
    let mut before = String::new();
    while let Some(at) = rest.find(['"', '/']) {
        before.push_str(&rest[..at]);
        rest = &rest[at..];
        if rest.starts_with("//") {
            rest = rest.split_once('\n').map_or("", |(_, rest)| rest);
        } else if rest.starts_with('"') {
            let mut text = String::new();
            let mut characters = rest[1..].char_indices();
            let mut end = rest.len();
            while let Some((at, c)) = characters.next() {
                match c {
                    '"' => {
                        end = at + 2;
                        break;
                    }
                    '\\' => match characters.next() {
                        Some((_, '\n')) | None => {}
                        Some((_, c)) => text.push(c),
                    },
                    c => text.push(c),
                }
            }
            found.push((std::mem::take(&mut before), text));
            rest = &rest[end..];
        } else {
            before.push_str(&rest[..1]);
            rest = &rest[1..];
        }
    }
    found
}

/// Every constant text of the store, and every statement by the file it stands in.
fn statements() -> (BTreeMap<String, String>, Vec<(String, String)>) {
    let mut files: Vec<PathBuf> = fs::read_dir(store())
        .unwrap()
        .map(|file| file.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "rs"))
        .collect();
    files.sort();
    let (mut constants, mut all) = (BTreeMap::new(), Vec::new());
    for path in files {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        // The first two are tests, and the third has one; the others put statements together from the names of tables,
        // and walk through all of each.
        let no_way_of_their_own = [
            "row_checks.rs",
            "words_meet.rs",
            "tables.rs",
            "whole.rs",
            "copy.rs",
            "beside.rs",
        ];
        if no_way_of_their_own.contains(&name.as_str()) {
            continue;
        }
        for (before, text) in literals(&fs::read_to_string(&path).unwrap()) {
            let named = before.trim_end().strip_suffix(": &str =");
            let named = named.and_then(|before| before.rsplit("const ").next());
            if let Some(named) = named {
                constants.insert(named.to_owned(), text);
            } else if VERBS.iter().any(|verb| text.starts_with(verb)) || begins_with_one(&text) {
                all.push((name.clone(), text));
            }
        }
    }
    (constants, all)
}

/// Statements that begin with a fragment: `{QUESTION} WHERE …`.
fn begins_with_one(text: &str) -> bool {
    text.starts_with('{') && text.contains("} WHERE ") || text.starts_with("{INTENTION}")
}

/// A statement with every choice of its fragments.
fn written_out(text: &str, constants: &BTreeMap<String, String>) -> Vec<String> {
    let Some((before, rest)) = text.split_once('{') else {
        return vec![text.to_owned()];
    };
    let (name, after) = rest.split_once('}').unwrap();
    let choices: Vec<String> = match CHOSEN.iter().find(|(chosen, _)| *chosen == name) {
        Some((_, choices)) => choices.iter().map(|choice| (*choice).to_owned()).collect(),
        None => vec![
            constants
                .get(name)
                .unwrap_or_else(|| panic!("what is {name}?"))
                .clone(),
        ],
    };
    choices
        .iter()
        .flat_map(|choice| written_out(&format!("{before}{choice}{after}"), constants))
        .collect()
}

/// A database of the newest shape, without a page in it and without a key.
fn empty() -> Connection {
    let conn = Connection::open_in_memory().unwrap();
    let mut shapes: Vec<PathBuf> = fs::read_dir(store().join("schema"))
        .unwrap()
        .map(|file| file.unwrap().path())
        .collect();
    shapes.sort();
    for shape in shapes {
        conn.execute_batch(&fs::read_to_string(shape).unwrap())
            .unwrap();
    }
    conn
}

/// The steps of a plan, those below another one further in.
fn plan(conn: &Connection, statement: &str) -> rusqlite::Result<String> {
    let mut explained = conn.prepare(&format!("EXPLAIN QUERY PLAN {statement}"))?;
    let mut rows = explained.raw_query();
    let (mut depths, mut told) = (BTreeMap::from([(0, 0)]), String::new());
    while let Some(row) = rows.next()? {
        let (id, parent): (i64, i64) = (row.get(0)?, row.get(1)?);
        let depth = depths.get(&parent).copied().unwrap_or(0) + 1;
        depths.insert(id, depth);
        let _ = writeln!(told, "{}{}", "  ".repeat(depth), row.get::<_, String>(3)?);
    }
    Ok(told)
}

#[test]
fn every_statement_goes_the_way_that_is_kept() {
    let conn = empty();
    let (constants, all) = statements();
    let mut plans = String::new();
    let mut seen = 0;
    for (file, text) in &all {
        for statement in written_out(text, &constants) {
            // An order of the index means nothing in a list, and the other way round.
            let Ok(plan) = plan(&conn, &statement) else {
                assert!(text.contains("{order}"), "{file}: {statement}");
                continue;
            };
            seen += 1;
            let line = statement.split_whitespace().collect::<Vec<_>>().join(" ");
            let _ = writeln!(plans, "{file}: {line}\n{plan}");
        }
    }
    assert!(seen > 100, "{seen} statements were found");
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("plans.txt");
    if std::env::var_os("AWAI_WRITE").is_some() {
        fs::write(&kept, &plans).unwrap();
    }
    let kept = fs::read_to_string(kept).unwrap();
    let differs = plans.lines().zip(kept.lines()).find(|(a, b)| a != b);
    assert!(
        plans == kept,
        "a plan is another one than the kept one: {differs:?}"
    );
}

#[test]
fn a_lost_index_is_noticed() {
    let (constants, all) = statements();
    let conn = empty();
    let told = |conn: &Connection| -> String {
        let all = all
            .iter()
            .flat_map(|(_, text)| written_out(text, &constants));
        all.filter_map(|statement| plan(conn, &statement).ok())
            .collect()
    };
    let whole = told(&conn);
    for index in ["reflection_here", "head_thing", "reflection_tie_tie"] {
        conn.execute_batch(&format!("SAVEPOINT without; DROP INDEX {index}"))
            .unwrap();
        assert_ne!(told(&conn), whole, "{index}");
        conn.execute_batch("ROLLBACK TO without; RELEASE without")
            .unwrap();
    }
}
