//! Killed while a copy is made, the key is renewed, or a sibling is brought over: every copy that has its name is whole,
//! and the journal opens.

use std::collections::BTreeMap;
use std::fs;
use std::ops::Range;
use std::time::{Duration, Instant};

use awai::{Cost, Cover, Error, PagesAsk, Vault, Watch, backups_in};
use awai_tests::{Person, copy_folder, words};

use crate::kills::{chance, kill_after, phrase_of};
use crate::soak::{figure, stretches, times};
use crate::somebodies::{Somebody, command};

#[test]
fn killed_while_copying_every_copy_that_has_its_name_is_whole() {
    let kills = times(40) as u64;
    let (looked_at, cut_short) = stretches(kills)
        .map(killed_while_copying)
        .fold((0, 0), |all, one| (all.0 + one.0, all.1 + one.1));
    figure(&format!(
        "{kills} kills, {looked_at} times a copy was looked through, each whole; {cut_short} were cut short and have no name"
    ));
    assert!(looked_at > 0 && cut_short > 0);
}

/// These kills in one journal; how often a copy was looked through, and how many were cut short.
fn killed_while_copying(kills: Range<u64>) -> (u64, usize) {
    let bo = Person::bo().in_memory();
    bo.begin().close().unwrap();
    let place = bo.folder().join("backups");
    let (mut looked_at, mut cut_short) = (0, 0);
    for n in kills {
        let somebody = Somebody::start(
            command("back-up", bo.home()).env("SOMEBODYS_PHRASE", bo.phrase_text()),
        );
        let said = kill_after(somebody, n);
        let left = fs::read_dir(&place).into_iter().flatten().flatten();
        cut_short += left
            .filter(|file| file.file_name().to_str().unwrap().ends_with(".part"))
            .count();
        let copies = backups_in(&place);
        if let Some(last) = said
            .iter()
            .filter_map(|line| line.strip_prefix("copied "))
            .next_back()
        {
            assert!(copies.iter().any(|copy| copy.name == last), "kill {n}");
        }
        for copy in copies {
            let looked = Vault::check_copy(&copy.folder, &bo.phrase(), &mut Watch::nobody());
            assert!(looked.unwrap().is_whole(), "kill {n}");
            looked_at += 1;
        }
        assert!(!bo.open().opened().older, "kill {n}");
    }
    // What was cut short goes with the next copy.
    bo.open()
        .back_up(None, bo.now(), &mut Watch::nobody())
        .unwrap();
    let left: Vec<String> = fs::read_dir(&place)
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    assert!(left.iter().all(|name| !name.ends_with(".part")), "{left:?}");
    (looked_at, cut_short)
}

#[test]
fn killed_while_the_key_is_renewed_the_old_phrase_or_the_new_one_opens_everything() {
    let bo = Person::bo().in_memory();
    Vault::create(&bo.folder(), &phrase_of(0), Cost::CHEAP, bo.now()).unwrap();
    let mut journal = Vault::at(&bo.folder())
        .unwrap()
        .unlock(&phrase_of(0), bo.now())
        .unwrap();
    for n in 0..20 {
        journal
            .write(&words(&format!("{n} {}", "words ".repeat(500))), bo.now())
            .unwrap();
    }
    let digests = journal.digests().unwrap();
    journal.close().unwrap();
    let mut today = 0;
    let kills = times(50) as u64;
    for n in 0..kills {
        let number = today.to_string();
        let somebody = Somebody::start(command("renew", bo.home()).env("SOMEBODYS_NUMBER", number));
        let said = kill_after(somebody, n + chance(n) % 900);
        let last = |verb: &str| {
            let lines = said.iter().filter_map(|line| line.strip_prefix(verb));
            lines.filter_map(|n| n.parse::<u32>().ok()).max()
        };
        let renewed = last("renewed ").unwrap_or(today);
        let begun = last("renewing ").unwrap_or(today).max(renewed);
        let vault = bo.vault().unwrap();
        let (number, journal) = (renewed..=begun)
            .rev()
            .find_map(|number| Some((number, vault.unlock(&phrase_of(number), bo.now()).ok()?)))
            .expect("the old or the new phrase opens");
        assert_eq!(journal.digests().unwrap(), digests, "kill {n}");
        drop(journal);
        if number > 0 {
            let old = vault.unlock(&phrase_of(number - 1), bo.now());
            assert!(matches!(old, Err(Error::WrongPassphrase)), "kill {n}");
        }
        today = number;
    }
    figure(&format!(
        "{kills} kills, {today} new keys, every page there each time"
    ));
    assert!(today > 10, "{today}");
}

/// A journal and a sibling of it, in which thirty pages are only there and one was written on both sides.
fn with_a_sibling(bo: &Person) -> Vec<u8> {
    let mut journal = bo.begin();
    let page = bo.write(&mut journal, "on the bench");
    journal.close().unwrap();
    let before = fs::read(bo.database()).unwrap();
    let mut journal = bo.open();
    for n in 0..30 {
        let body = format!("only there {n} {}", "words ".repeat(900));
        bo.write(&mut journal, &body);
    }
    journal.revise(page, &words("there"), bo.now()).unwrap();
    journal.close().unwrap();
    fs::rename(bo.database(), bo.folder().join("sibling.db")).unwrap();
    fs::write(bo.database(), before).unwrap();
    fs::remove_dir_all(bo.seen()).unwrap();
    let mut journal = bo.open();
    journal.revise(page, &words("here"), bo.now()).unwrap();
    journal.close().unwrap();
    fs::read(bo.database()).unwrap()
}

#[test]
fn killed_while_a_sibling_is_brought_over_all_of_it_came_or_nothing() {
    let bo = Person::bo().in_memory();
    let before = with_a_sibling(&bo);
    let sibling = fs::read(bo.folder().join("sibling.db")).unwrap();
    let digests = bo.open().digests().unwrap();
    let start = || {
        let mut somebody =
            Somebody::start(command("bring", bo.home()).env("SOMEBODYS_PHRASE", bo.phrase_text()));
        assert_eq!(somebody.hears(), "open");
        assert_eq!(somebody.hears(), "bringing");
        somebody
    };
    // Once to its end: what there is then, and how long it takes.
    let begun = Instant::now();
    let mut somebody = start();
    assert_eq!(somebody.rest(), ["came 30", "done"]);
    let took = begun.elapsed();
    let after = bo.open().digests().unwrap();
    assert_eq!(after.len(), digests.len() + 30);
    let put_back = || {
        fs::remove_dir_all(bo.folder().join("backups")).unwrap();
        fs::remove_dir_all(bo.seen()).unwrap();
        fs::write(bo.database(), &before).unwrap();
    };
    let (mut nothing, mut all) = (0, 0);
    let mut kills = 0;
    // Later and later, until it has come to its end some times.
    while all < 6 && kills < 200 {
        let n = kills;
        kills += 1;
        put_back();
        let somebody = start();
        let until = Instant::now() + took * n / 24;
        while Instant::now() < until {
            std::hint::spin_loop();
        }
        let said = somebody.kill();
        let mut journal = bo.open();
        assert!(!journal.opened().older, "kill {n}");
        assert!(journal.check().unwrap().is_whole(), "kill {n}");
        let stands: BTreeMap<_, _> = journal.digests().unwrap();
        match stands == digests {
            true => {
                nothing += 1;
                assert!(said.is_empty(), "kill {n}: {said:?}");
            }
            false => {
                all += 1;
                assert_eq!(stands, after, "kill {n}");
            }
        }
        // Begun again, it ends as if nothing had been in the way.
        drop(journal);
        let mut somebody = start();
        somebody.rest();
        journal = bo.open();
        assert_eq!(journal.digests().unwrap(), after, "kill {n}");
        assert_eq!(fs::read(bo.folder().join("sibling.db")).unwrap(), sibling);
        if n == 0 {
            let ask = PagesAsk {
                limit: 100,
                ..PagesAsk::default()
            };
            let last = journal.pages(&ask).unwrap().lines.last().unwrap().id;
            let said = journal.versions(last, Cover::Opened).unwrap();
            assert_eq!(said[0].body, "there");
        }
    }
    println!(
        "{kills} kills in {:?}: {nothing} times nothing, {all} times all",
        Duration::from_millis(took.as_millis() as u64)
    );
    assert!(nothing > 5 && all > 0);
}

#[test]
fn killed_while_everything_is_erased_the_journal_still_opens_or_nothing_of_it_is_left() {
    // With some copies, so that it takes its time once it is decided.
    let before = Person::bo().in_memory();
    let mut journal = before.begin();
    before.write(&mut journal, "one page");
    for _ in 0..6 {
        let tomorrow = before.later(chrono::Duration::days(1));
        journal
            .back_up(None, tomorrow, &mut Watch::nobody())
            .unwrap();
    }
    assert_eq!(journal.backups().len(), 6);
    journal.close().unwrap();
    let start = || {
        let bo = Person::bo().in_memory();
        copy_folder(&before.folder(), &bo.folder()).unwrap();
        let mut somebody =
            Somebody::start(command("erase", bo.home()).env("SOMEBODYS_PHRASE", bo.phrase_text()));
        assert_eq!(somebody.hears(), "erasing");
        (bo, somebody)
    };
    // Once to its end: how long it takes here.
    let (_bo, mut somebody) = start();
    let begun = Instant::now();
    assert_eq!(somebody.rest(), ["erased", "done"]);
    let took = begun.elapsed();
    let (mut still, mut cut_short, mut gone) = (0, 0, 0);
    let mut n = 0;
    // Sooner and later, and on until each of them was seen.
    while n < 60 || (n < 600 && (still == 0 || cut_short == 0 || gone == 0)) {
        n += 1;
        let (bo, somebody) = start();
        // By chance, and every second time as soon as it is decided: on a quick computer the rest is soon done.
        let chance = took * u32::try_from(chance(n) % 130).unwrap() / 100;
        let by_chance = n % 2 == 1;
        let begun = Instant::now();
        let waits = || match by_chance {
            true => begun.elapsed() < chance,
            false => begun.elapsed() < 50 * took && !awai::erasing_stands(&bo.folder()),
        };
        while waits() {
            std::hint::spin_loop();
        }
        let said = somebody.kill();
        cut_short += u32::from(awai::erasing_stands(&bo.folder()));
        match bo.vault() {
            Ok(_) => {
                assert!(said.is_empty(), "kill {n}");
                assert_eq!(bo.open().digests().unwrap().len(), 1, "kill {n}");
                assert_eq!(bo.open().backups().len(), 6, "kill {n}");
                still += 1;
            }
            Err(Error::NoJournal) => {
                let left = fs::read_dir(bo.folder()).into_iter().flatten().flatten();
                // The lock file may outlive a kill at the very last step; it holds nothing of the person's.
                let left: Vec<_> = left.map(|file| file.file_name()).collect();
                assert!(left.iter().all(|name| name == "lock"), "kill {n}: {left:?}");
                gone += 1;
            }
            Err(other) => panic!("kill {n}: {other}"),
        }
    }
    println!(
        "{n} kills in {took:?}: {still} still open, {gone} gone, of them {cut_short} finished afterwards"
    );
    assert!(still > 0 && gone > 0 && cut_short > 0);
}
