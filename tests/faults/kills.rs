//! Killed at any moment: whatever was acknowledged is there, and the journal opens.

use std::collections::BTreeMap;
use std::ops::Range;
use std::time::{Duration, Instant};

use awai::{Cost, Cover, Error, Passphrase, ReflectionId, Vault};
use awai_tests::Person;

use crate::soak::{figure, stretches, times};
use crate::somebodies::{Somebody, command};

/// A number that looks like chance and is the same in every run.
pub fn chance(n: u64) -> u64 {
    let mut x = n.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x5bf0_3635;
    x ^= x >> 31;
    x = x.wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 29)
}

/// Sleeps for some part of this long, another one for each number, so that kills fall everywhere in it.
pub fn wait_within(long: Duration, n: u64) {
    std::thread::sleep(long.mul_f64((chance(n) % 10_000) as f64 / 10_000.0));
}

/// Within which time to kill those who `begin` something: three times what they take here when nobody disturbs them, so
/// that some come to their end on a computer that does much else, too.
pub fn long_enough<T>(begin: impl Fn() -> (T, Somebody)) -> Duration {
    let whole = || {
        let (_home, mut somebody) = begin();
        let began = Instant::now();
        let said = somebody.rest();
        assert_eq!(said.last().map(String::as_str), Some("done"), "{said:?}");
        began.elapsed()
    };
    3 * [whole(), whole(), whole()].into_iter().min().unwrap()
}

/// Lets the process live until it has said some number of lines and then some: the kill falls into the work
/// that follows a line, at a moment of the machine's own choosing.
pub fn kill_after(mut somebody: Somebody, n: u64) -> Vec<String> {
    let mut said = Vec::new();
    for _ in 0..1 + chance(n) % 7 {
        said.push(somebody.hears());
    }
    wait_within(Duration::from_millis(2), n + 1_000_000);
    said.extend(somebody.kill());
    said
}

#[test]
fn killed_while_keeping_and_finishing_every_acknowledged_word_is_there() {
    let kills = times(130) as u64;
    let acknowledged: u64 = stretches(kills).map(killed_while_keeping).sum();
    figure(&format!(
        "{kills} kills, {acknowledged} saves acknowledged, 0 lost"
    ));
    assert!(acknowledged > 130, "{acknowledged}");
}

/// These kills in one journal; how many saves were acknowledged.
fn killed_while_keeping(kills: Range<u64>) -> u64 {
    let bo = Person::bo().in_memory();
    bo.begin().close().unwrap();
    let mut pages: BTreeMap<ReflectionId, String> = BTreeMap::new();
    let mut acknowledged = 0;
    for n in kills {
        let somebody =
            Somebody::start(command("write", bo.home()).env("SOMEBODYS_PHRASE", bo.phrase_text()));
        let said = kill_after(somebody, n);
        let mut last = Vec::new();
        for line in &said {
            let words: Vec<&str> = line.split(' ').collect();
            match words.as_slice() {
                ["page", run, n, part, id] => {
                    pages.insert(id.parse().unwrap(), format!("{run}/{n}/{part} "));
                    acknowledged += 1;
                    last = vec![*run, *n, *part];
                }
                ["draft", run, n, part] => {
                    acknowledged += 1;
                    last = vec![*run, *n, *part];
                }
                ["open"] => {}
                other => panic!("{other:?}"),
            }
        }
        let journal = bo.open();
        assert!(!journal.opened().older, "kill {n}");
        // What was being written stands as it was acknowledged, or in the step after it.
        if let [run, n, part] = last.as_slice()
            && let Some(draft) = journal.draft(None).unwrap()
            && *part != "5"
        {
            let body = draft.writing.body;
            let part: u32 = part.parse().unwrap();
            let here = |part: u32| body.starts_with(&format!("{run}/{n}/{part} "));
            let next: u32 = n.parse::<u32>().unwrap() + 1;
            let after = body.starts_with(&format!("{run}/{next}/1 "));
            assert!(here(part) || here(part + 1) || part >= 4 && after, "{part}");
        }
        if n % 10 == 0 {
            assert!(journal.check().unwrap().is_whole(), "kill {n}");
        }
    }
    let journal = bo.open();
    for (id, begins) in &pages {
        let body = journal.page(*id, Cover::Opened).unwrap().writing.body;
        let newer = begins.replace("/4 ", "/5 ");
        assert!(body.starts_with(begins) || body.starts_with(&newer), "{id}");
    }
    assert!(journal.check().unwrap().is_whole());
    acknowledged
}

pub fn phrase_of(number: u32) -> Passphrase {
    Passphrase::new(&format!("phrase number {number}")).unwrap()
}

#[test]
fn killed_while_changing_the_passphrase_the_old_one_or_the_new_one_opens() {
    let bo = Person::bo().in_memory();
    Vault::create(&bo.folder(), &phrase_of(0), Cost::CHEAP, bo.now()).unwrap();
    let mut today = 0;
    let kills = times(50) as u64;
    for n in 0..kills {
        let somebody = Somebody::start(
            command("change", bo.home()).env("SOMEBODYS_NUMBER", today.to_string()),
        );
        let said = kill_after(somebody, n + 500);
        let number = |verb: &str| {
            let lines = said.iter().filter_map(|line| line.strip_prefix(verb));
            lines.filter_map(|n| n.parse::<u32>().ok()).max()
        };
        let changed = number("changed ").unwrap_or(today);
        let begun = number("changing ").unwrap_or(today);
        let vault = bo.vault().unwrap();
        today = (changed..=begun.max(changed))
            .rev()
            .find(|number| vault.unlock(&phrase_of(*number), bo.now()).is_ok())
            .expect("the old or the new phrase opens");
        if changed > 0 {
            let old = vault.unlock(&phrase_of(changed - 1), bo.now());
            assert!(matches!(old, Err(Error::WrongPassphrase)), "kill {n}");
        }
    }
    assert!(today > 10, "{today}");
    figure(&format!(
        "{kills} kills, the passphrase changed {today} times, never neither old nor new"
    ));
}

#[test]
fn killed_while_it_is_made_there_is_a_whole_journal_or_none() {
    let (mut whole, mut none) = (0, 0);
    let kills = times(40) as u64;
    let begin = || {
        let bo = Person::bo().in_memory();
        let mut somebody = Somebody::start(&mut command("create", bo.home()));
        assert_eq!(somebody.hears(), "begun");
        (bo, somebody)
    };
    let long = long_enough(begin);
    for n in 0..kills {
        let (bo, somebody) = begin();
        wait_within(long, n);
        let said = somebody.kill();
        match Vault::at(&bo.folder()) {
            Ok(vault) => {
                let journal = vault.unlock(&phrase_of(0), bo.now()).unwrap();
                assert!(journal.check().unwrap().is_whole());
                whole += 1;
            }
            Err(Error::NoJournal) => {
                assert!(!said.contains(&"created".to_owned()));
                // The next attempt is not in the way of the one that was cut short.
                bo.begin();
                none += 1;
            }
            Err(other) => panic!("{other}"),
        }
    }
    figure(&format!(
        "{kills} kills: {whole} whole journals, {none} times none, 0 half"
    ));
    assert!(none > 0 && whole > 0);
}
