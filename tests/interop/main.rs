//! Programs of other people open what we write, and we open what they write, following FORMAT.md word for word:
//! its recipe is taken out of the page and run.
//!
//! Debian's `age` and a Python that has SQLCipher 4 (`cargo xtask test` brings both) are needed. Where they are
//! not, the tests say so and pass; where AWAI_PYTHON names that Python, they may not be missing.

// A test fails by panicking, and speaks to whoever runs it.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stdout,
    clippy::cast_possible_truncation
)]

mod envelopes;
mod letters;
mod tools;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use awai::{Cost, Cover, Passphrase, Vault, Watch, Writing};
use awai_tests::{Person, copy_folder, figure, not_looked_at, words};
use tools::{Tool, stock_ages, used};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

/// The text of the block of FORMAT.md that begins with a word, in a language.
fn recipe(language: &str, begins: &str) -> String {
    let page = fs::read_to_string(root().join("FORMAT.md")).unwrap();
    let fence = format!("```{language}\n");
    let mut blocks = page.split(fence.as_str()).skip(1);
    let block = blocks.find(|block| block.starts_with(begins)).unwrap();
    block.split("\n```").next().unwrap().to_owned()
}

/// A Python with a SQLCipher 4 of somebody else.
fn python() -> Option<PathBuf> {
    if let Some(named) = std::env::var_os("AWAI_PYTHON") {
        return Some(named.into());
    }
    let usual = root().join("target/venv/bin/python");
    if !usual.exists() {
        not_looked_at("another SQLCipher", "cargo xtask test brings it.");
        return None;
    }
    Some(usual)
}

/// Whether the age project's own is here: the recipe names it.
fn age_is_here() -> bool {
    tools::age().is_some()
}

/// Runs a command as if in a terminal, where age asks for its passphrase, and types what is asked for.
fn in_a_terminal(folder: &Path, command: &str, typed: &[&str]) -> Output {
    let driver = r#"
import os, pty, sys
pid, terminal = pty.fork()
if pid == 0:
    os.execvp("sh", ["sh", "-c", sys.argv[1]])
said = b""
for line in sys.argv[2:]:
    while not said.rstrip().endswith(b":"):
        said += os.read(terminal, 1024)
    os.write(terminal, line.encode() + b"\n")
    said = b""
try:
    while os.read(terminal, 1024):
        pass
except OSError:
    pass
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
"#;
    Command::new("python3")
        .args(["-c", driver, command])
        .args(typed)
        .current_dir(folder)
        // rage asks at the terminal only where it finds no window of somebody else's to ask in, and in any language.
        .env("PINENTRY_PROGRAM", "")
        .env("LC_ALL", "C")
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

fn run(python: &Path, folder: &Path, script: &str) -> String {
    let out = Command::new(python)
        .args(["-c", script])
        .current_dir(folder)
        .env("PYTHONIOENCODING", "utf-8")
        .output()
        .unwrap();
    let trouble = String::from_utf8_lossy(&out.stderr).into_owned();
    assert!(out.status.success(), "{trouble}");
    String::from_utf8(out.stdout).unwrap()
}

/// A passphrase in the one form that FORMAT.md gives.
fn one_form(python: &Path, folder: &Path, typed: &str) -> String {
    let form = recipe("python", "\" \".join");
    let script = format!("import sys, unicodedata\ntyped = sys.argv[1]\nprint({form}, end='')");
    let out = Command::new(python)
        .args(["-c", &script, typed])
        .current_dir(folder)
        .env("PYTHONIOENCODING", "utf-8")
        .output()
        .unwrap();
    String::from_utf8(out.stdout).unwrap()
}

#[test]
fn the_recipe_of_the_format_opens_a_journal_with_tools_of_other_people() {
    let Some(python) = python() else { return };
    if !age_is_here() {
        return;
    }
    let typed = "ＦＵＬＬ　width\u{a0} か\u{3099}っこう  ";
    let people = [
        (Person::aki(), Cost::CHEAP),
        (Person::bo(), Cost::EVERYDAY),
        (Person::claire(), Cost::CHEAP),
    ];
    for (person, cost) in people {
        let mut journal = person.begin();
        let tie = person.tie(&mut journal, "駅の人");
        let page = Writing {
            title: "l’été".into(),
            ties: vec![tie.id],
            ..words("cœur · 駅で会釈をした。\n\n{漢字|かんじ} 👩🏽\u{200d}🚀")
        };
        journal.write(&page, person.now()).unwrap();
        let aside = person.write(&mut journal, "set aside");
        journal.set_aside(aside, person.now()).unwrap();
        person.write(&mut journal, &"long ".repeat(4000));
        // A phrase that is typed in another form than it is kept in.
        journal
            .change_passphrase(&person.phrase(), &Passphrase::new(typed).unwrap(), cost)
            .unwrap();
        journal.close().unwrap();

        let phrase = one_form(&python, person.home(), typed);
        assert_eq!(phrase, "FULL width がっこう");
        let shell = recipe("sh", "age").replace("passphrase-1", "passphrase-2");
        let opened = in_a_terminal(&person.folder(), &shell, &[&phrase]);
        assert!(opened.status.success(), "{opened:?}");
        let said = run(&python, &person.folder(), &recipe("python", "import json"));
        let day = person.now().date_naive().to_string();
        assert!(said.starts_with(&day), "{said}");
        let page = format!(" · l’été · 駅の人\n{}\n\n", page.body);
        assert!(said.contains(&page), "{said}");
        assert!(said.contains(&"long ".repeat(4000)));
        assert!(!said.contains("set aside"));
        fs::remove_file(person.folder().join("key.json")).unwrap();
    }
}

/// What the recipe of FORMAT.md reads in a folder, with a passphrase typed at age's own prompt.
fn read_by_recipe(python: &Path, folder: &Path, phrase: &str) -> String {
    let opened = in_a_terminal(folder, &recipe("sh", "age"), &[phrase]);
    assert!(opened.status.success(), "{opened:?}");
    let said = run(python, folder, &recipe("python", "import json"));
    fs::remove_file(folder.join("key.json")).unwrap();
    said
}

#[test]
fn the_same_recipe_opens_a_backup_wherever_it_lies() {
    let Some(python) = python() else { return };
    if !age_is_here() {
        return;
    }
    let claire = Person::claire();
    let mut journal = claire.begin();
    claire.write(&mut journal, "au bord du fleuve · 川のほとり");
    let stick = claire.home().join("stick");
    fs::create_dir(&stick).unwrap();
    let watch = &mut Watch::nobody();
    let copies = [
        journal.back_up(None, claire.now(), watch).unwrap(),
        journal.back_up(Some(&stick), claire.now(), watch).unwrap(),
    ];
    claire.write(&mut journal, "après la copie");
    let phrase = one_form(&python, claire.home(), claire.phrase_text());
    for copy in copies {
        let said = read_by_recipe(&python, &copy.folder, &phrase);
        assert!(said.contains("au bord du fleuve · 川のほとり"), "{said}");
        assert!(!said.contains("après la copie"), "{said}");
        // Read by others, it is as whole as before.
        let looked = Vault::check_copy(&copy.folder, &claire.phrase(), watch).unwrap();
        assert!(looked.is_whole());
    }
    // The journal itself can go on meanwhile.
    claire.write(&mut journal, "encore");
}

#[test]
fn the_same_recipe_opens_the_backup_that_was_made_before_a_new_shape() {
    let Some(python) = python() else { return };
    if !age_is_here() {
        return;
    }
    let kept = root().join("tests/fixtures/journals/third-shape");
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("journal");
    copy_folder(&kept, &folder).unwrap();
    let typed = "un banc à la gare";
    let now = awai_tests::moment("2026-11-27T09:00:00+09:00");
    let vault = Vault::at(&folder).unwrap();
    let journal = vault.unlock(&Passphrase::new(typed).unwrap(), now).unwrap();
    let [copy] = journal.backups().try_into().unwrap();
    drop(journal);
    let phrase = one_form(&python, home.path(), typed);
    let said = read_by_recipe(&python, &copy.folder, &phrase);
    assert!(said.contains("bench by the station"), "{said}");
    assert!(said.contains("{会釈|えしゃく}"), "{said}");
    // It is of the shape that it was: the newest one has a column more.
    let script = r#"
import json
from sqlcipher3 import dbapi2 as sqlcipher
key = json.load(open("key.json"))["key"]
book = sqlcipher.connect("journal.db")
book.execute(f"""PRAGMA key = "x'{key}'" """)
print(book.execute("PRAGMA user_version").fetchone()[0])
book.close()
"#;
    let opened = in_a_terminal(&copy.folder, &recipe("sh", "age"), &[&phrase]);
    assert!(opened.status.success(), "{opened:?}");
    assert_eq!(run(&python, &copy.folder, script), "3\n");
    let opened = in_a_terminal(&folder, &recipe("sh", "age"), &[&phrase]);
    assert!(opened.status.success(), "{opened:?}");
    assert_ne!(run(&python, &folder, script), "3\n");
}

#[test]
fn a_wrong_phrase_opens_nothing_in_another_age_either() {
    if !age_is_here() {
        return;
    }
    let bo = Person::bo();
    bo.begin().close().unwrap();
    let tried = in_a_terminal(&bo.folder(), &recipe("sh", "age"), &["another phrase"]);
    assert!(!tried.status.success());
    assert!(!bo.folder().join("key.json").exists());
}

#[test]
fn a_key_file_closed_by_another_age_opens_our_journal() {
    let tools = stock_ages();
    for tool in &tools {
        a_key_file_goes_through(tool);
    }
    used("key files both ways", &tools);
}

fn a_key_file_goes_through(tool: &Tool) {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let page = bo.write(&mut journal, "written before");
    journal.close().unwrap();
    let phrase = bo.phrase_text();
    let with_it = recipe("sh", "age").replacen("age", &tool.shell(), 1);
    let opened = in_a_terminal(&bo.folder(), &with_it, &[phrase]);
    assert!(opened.status.success(), "{opened:?}");
    let name = "passphrase-7.a.age";
    let close = format!(
        "{} -p -o keys/{name} key.json && cd keys && sha256sum {name} > passphrase-7.a.sha256",
        tool.shell()
    );
    let new = "said by another program";
    let closed = in_a_terminal(&bo.folder(), &close, &[new, new]);
    assert!(closed.status.success(), "{closed:?}");
    fs::remove_file(bo.folder().join("key.json")).unwrap();
    let new = Passphrase::new(new).unwrap();
    let journal = bo.vault().unwrap().unlock(&new, bo.now()).unwrap();
    let body = journal.page(page, Cover::Closed).unwrap().writing.body;
    assert_eq!(body, "written before");
    // The one copy there was is two now, and the slot it took the place of is gone.
    let slots = journal.check().unwrap().slots;
    assert_eq!(slots.len(), 1);
    assert_eq!(slots[0].second, awai::CopyState::Whole);
}

#[test]
fn another_sqlcipher_finds_our_database_whole_and_we_find_it_whole_afterwards() {
    let Some(python) = python() else { return };
    if !age_is_here() {
        return;
    }
    let bo = Person::bo();
    let mut journal = bo.begin();
    for n in 0..50 {
        bo.write(
            &mut journal,
            &format!("page {n} {}", "words ".repeat(n * 10)),
        );
    }
    journal.close().unwrap();
    let opened = in_a_terminal(&bo.folder(), &recipe("sh", "age"), &[bo.phrase_text()]);
    assert!(opened.status.success(), "{opened:?}");
    let script = r#"
import json
from sqlcipher3 import dbapi2 as sqlcipher
key = json.load(open("key.json"))["key"]
book = sqlcipher.connect("journal.db")
book.execute(f"""PRAGMA key = "x'{key}'" """)
print(book.execute("PRAGMA cipher_version").fetchone()[0])
print(book.execute("PRAGMA cipher_integrity_check").fetchall())
print(book.execute("PRAGMA integrity_check").fetchall())
print(book.execute("SELECT count(*) FROM term WHERE term MATCH 'words'").fetchall())
book.execute("VACUUM")
book.close()
"#;
    let said = run(&python, &bo.folder(), script);
    let said = said.strip_suffix("[]\n[('ok',)]\n[(49,)]\n").unwrap();
    let journal = bo.open();
    assert!(!journal.opened().older);
    assert!(journal.check().unwrap().is_whole());
    figure(&format!(
        "the database both ways: SQLCipher {}",
        said.trim()
    ));
}
