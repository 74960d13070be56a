//! How quick it is: each operation of the journal beside plain SQLite with the same schema, in the same run.
//! `cargo xtask bench [-- PAGES…]`; without a number, 10,000 and 100,000 pages in three languages. With `--open`, only
//! how long opening takes.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a tool for a terminal"
)]

mod opening;
mod pages;
mod plain;
mod times;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use awai::words::{Needle, ShortWords};
use awai::{
    Cost, Cover, Import, ImportFormat, Journal, Now, Order, PagesAsk, Passphrase, ReflectionId,
    SearchAsk, Vault, Writing,
};

use pages::{Dice, export, page};
use plain::Plain;
use tempfile::TempDir;
use times::{Times, ms, processor_time, ratio};

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

/// How often each operation is run.
const RUNS: usize = 200;

/// A key as the journal has one.
const KEY: &str = "PRAGMA cipher_log_level = NONE; PRAGMA key = \"x'000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f'\"";

/// Classes of what people look for.
const SEARCHES: &[(&str, &str)] = &[
    ("one Japanese character", "雨"),
    ("the most frequent Japanese character", "の"),
    ("two Japanese characters", "手紙"),
    ("a longer Japanese word", "灯台の写真"),
    ("a frequent English word", "bench"),
    ("a rare English word", "quince"),
    ("three letters, as one types", "sta"),
    ("two letters, as one types", "st"),
    ("a French word without its accents", "ecoute"),
    ("a French word with an elision", "été"),
    ("two words", "station river"),
    ("words in quotation marks", "\"garden between\""),
    ("nothing that is there", "zzyzx"),
];

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let mut sizes: Vec<usize> = words
        .iter()
        .filter_map(|word| word.replace(',', "").parse().ok())
        .collect();
    if sizes.is_empty() {
        sizes = vec![10_000, 100_000];
    }
    let only_open = words.iter().any(|word| word == "--open");
    for size in sizes {
        let done = match only_open {
            true => opening::open_many(size),
            false => measure(size),
        };
        if let Err(why) = done {
            eprintln!("{size} pages: {why}");
            std::process::exit(1);
        }
    }
}

fn now() -> Now {
    chrono::DateTime::parse_from_rfc3339("2026-11-26T09:00:00-05:00").expect("this is a time")
}

fn row(what: &str, ours: &Times, theirs: &Times) {
    println!(
        "| {what} | {} | {} | {} | {} |",
        ms(ours.middle()),
        ms(ours.slowest()),
        ms(theirs.middle()),
        ratio(ours.middle(), theirs.middle())
    );
}

fn measure(size: usize) -> Outcome {
    let (folder, home, phrase) = begun()?;
    let plain_path = folder.path().join("plain.db");
    let mut journal = open(&home, &phrase)?;
    let ours = bring_over(&mut journal, folder.path(), size)?;
    let made: Vec<_> = (0..size).map(page).collect();
    let before = processor_time();
    let plain = Plain::make(&plain_path, &made, "")?;
    let theirs = processor_time().saturating_sub(before);
    let before = processor_time();
    drop(Plain::make(&folder.path().join("keyed.db"), &made, KEY)?);
    let keyed = processor_time().saturating_sub(before);

    println!("\n### {size} pages\n");
    println!("| | Awai | slowest of 100 | plain SQLite | ratio |\n|---|---|---|---|---|");
    drop((journal, plain));
    let derived = derivation(&home, RUNS)?;
    row(
        "unlock, without the key derivation",
        &Times::of(RUNS, |_| open(&home, &phrase))?.without(derived),
        &Times::of(RUNS, |_| Plain::open(&plain_path))?,
    );
    println!(
        "| the closer look at the last 200 changes, behind the first room | {} | | | |",
        ms(closer_look(&home, &phrase)?.middle())
    );
    let mut journal = open(&home, &phrase)?;
    let mut plain = Plain::open(&plain_path)?;
    reading(&journal, &plain, size)?;
    saving(&mut journal, &mut plain, size)?;
    println!(
        "| bring over, processor time | {} | | {} | {} |",
        ms(ours),
        ms(theirs),
        ratio(ours, theirs)
    );
    println!(
        "| the same beside plain SQLite with a key | {} | | {} | {} |",
        ms(ours),
        ms(keyed),
        ratio(ours, keyed)
    );
    let bytes = |path: &Path| std::fs::metadata(path).map(|file| file.len()).unwrap_or(0);
    let (mine, other) = (bytes(&home.join("journal.db")), bytes(&plain_path));
    println!(
        "| size on the disk | {} MB | | {} MB | {:.2} |",
        mine / 1_000_000,
        other / 1_000_000,
        mine as f64 / other as f64
    );
    searching(&journal, &plain)?;
    // Last: the index is one piece after it, and every search the quicker.
    println!(
        "\nA page that lies aside is erased in {}, with its terms in the index.",
        ms(erasing(&mut journal, size)?.middle())
    );
    Ok(())
}

/// How long a page takes to be erased that was set aside before.
fn erasing(journal: &mut Journal, size: usize) -> awai::Result<Times> {
    let mut took = Vec::new();
    for run in 0..20 {
        let id = journal.write(&writing_of(size + RUNS + run), now())?;
        journal.set_aside(id, now())?;
        let began = Instant::now();
        journal.erase_aside(id)?;
        took.push(began.elapsed());
    }
    Ok(Times::sorted(took))
}

fn writing_of(number: usize) -> Writing {
    let made = page(number);
    Writing {
        title: made.title,
        body: made.body,
        lang: made.lang.to_owned(),
        ..Writing::default()
    }
}

/// A journal without a page: the folder that goes with it, where it lies, and what opens it.
fn begun() -> Outcome<(TempDir, PathBuf, Passphrase)> {
    // Beside the program and not in the system's folder for such things, which may lie in memory.
    let beside = std::env::current_exe()?;
    let folder = tempfile::tempdir_in(beside.parent().unwrap_or(Path::new(".")))?;
    let home = folder.path().join("journal");
    let phrase = Passphrase::new("measured")?;
    Vault::create(&home, &phrase, Cost::CHEAP, now())?;
    Ok((folder, home, phrase))
}

fn open(home: &Path, phrase: &Passphrase) -> awai::Result<Journal> {
    Vault::at(home)?.unlock(phrase, now())
}

/// age derives the key, and finds out how quick the machine is before: the person's second, and nothing of ours.
fn derivation(home: &Path, runs: usize) -> Outcome<Duration> {
    let slot = std::fs::read(home.join("keys/passphrase-1.a.age"))?;
    Ok(Times::of(runs, |_| key_slot(&slot))?.middle())
}

/// What age does to open the key slot.
fn key_slot(slot: &[u8]) -> Outcome {
    let phrase = age::secrecy::SecretString::from("measured".to_owned());
    let mut identity = age::scrypt::Identity::new(phrase);
    identity.set_max_work_factor(20);
    let identities = std::iter::once(&identity as &dyn age::Identity);
    let reader = age::Decryptor::new(slot)?.decrypt(identities)?;
    std::io::copy(&mut { reader }, &mut std::io::sink())?;
    Ok(())
}

/// How long the closer look takes, each time of a journal that was just opened.
fn closer_look(home: &Path, phrase: &Passphrase) -> awai::Result<Times> {
    let mut took = Vec::new();
    for _ in 0..20 {
        let mut journal = open(home, phrase)?;
        let began = Instant::now();
        journal.look_closer()?;
        took.push(began.elapsed());
    }
    Ok(Times::sorted(took))
}

/// Fills the empty journal from as few exports as hold so many pages; the processor time that bringing over took, without
/// reading the exports.
fn bring_over(journal: &mut Journal, folder: &Path, size: usize) -> Outcome<Duration> {
    /// One export may have so many.
    const MOST: usize = 200_000;
    let file = folder.join("Journal.json");
    let mut took = Duration::ZERO;
    for first in (0..size).step_by(MOST) {
        std::fs::write(&file, export(first, MOST.min(size - first)))?;
        let import = Import::read(ImportFormat::DayOne, &file)?;
        let before = processor_time();
        journal.import(&import, now())?;
        took += processor_time().saturating_sub(before);
    }
    Ok(took)
}

fn reading(journal: &Journal, plain: &Plain, size: usize) -> Outcome {
    let ask = PagesAsk {
        limit: 50,
        ..PagesAsk::default()
    };
    row(
        "list the newest 50",
        &Times::of(RUNS, |_| journal.pages(&ask))?,
        &Times::of(RUNS, |_| plain.newest(51))?,
    );
    let mut ids: Vec<ReflectionId> = Vec::new();
    let mut before = None;
    while ids.len() < size {
        let pages = journal.pages(&PagesAsk {
            limit: 500,
            before,
            ..PagesAsk::default()
        })?;
        before = pages.lines.last().map(|line| line.place);
        ids.extend(pages.lines.iter().map(|line| line.id));
        if !pages.more {
            break;
        }
    }
    let mut dice = Dice::new(7);
    let ours = Times::of(RUNS, |_| {
        let id = ids
            .get(dice.below(ids.len()))
            .ok_or(awai::Error::NotFound)?;
        journal.page(*id, Cover::Closed)
    })?;
    let theirs = Times::of(RUNS, |_| plain.page(dice.below(size)))?;
    row("open a page", &ours, &theirs);
    Ok(())
}

fn saving(journal: &mut Journal, plain: &mut Plain, size: usize) -> Outcome {
    let ours = Times::of(RUNS, |run| journal.write(&writing_of(size + run), now()))?;
    let theirs = Times::of(RUNS, |run| plain.save(&page(size + run), size + run))?;
    row("save a page durably", &ours, &theirs);
    Ok(())
}

fn searching(journal: &Journal, plain: &Plain) -> Outcome {
    println!(
        "\n| search, 50 results | Awai | slowest of 100 | plain SQLite | ratio |\n|---|---|---|---|---|"
    );
    for (what, words) in SEARCHES {
        for (order, short, name, column) in [
            (
                Order::Newest,
                ShortWords::Begin,
                "newest first",
                "term.rowid DESC",
            ),
            (
                Order::Closest,
                ShortWords::Whole,
                "closest first",
                "term.rank",
            ),
        ] {
            let ask = SearchAsk {
                words: (*words).to_owned(),
                order,
                limit: 50,
                ..SearchAsk::default()
            };
            let needle = Needle::parse(words);
            let Some(expression) = needle.fts_match(short) else {
                continue;
            };
            let ours = Times::of(RUNS, |_| journal.search(&ask))?;
            let theirs = Times::of(RUNS, |_| plain.find(&needle, &expression, column, 51))?;
            row(&format!("{what} ({words}), {name}"), &ours, &theirs);
        }
    }
    Ok(())
}
