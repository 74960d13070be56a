//! Killed midway: while letters are sealed, and while a journal of an earlier version is brought to its new shape.

use std::collections::BTreeSet;
use std::fs;
use std::ops::Range;
use std::path::Path;

use age::secrecy::SecretString;
use awai::{Journal, Passphrase, Vault, Whose};
use awai_tests::exchange::new_companion;
use awai_tests::stranger::{opened_under, sealed_for};
use awai_tests::{Person, copy_folder};
use sha2::{Digest, Sha256};

use crate::kills::{kill_after, long_enough, wait_within};
use crate::soak::{figure, stretches, times};
use crate::somebodies::{Somebody, command};

/// My letters to my one companion: number and words of each.
fn my_letters(journal: &Journal) -> Vec<(u32, String)> {
    let to = journal.companions().unwrap()[0].id;
    let lines = journal.thread(to).unwrap().letters;
    let mine = lines.into_iter().filter(|line| line.whose == Whose::Mine);
    mine.map(|line| {
        let text = journal.letter_text(line.version).unwrap();
        let letter: serde_json::Value = serde_json::from_str(&text).unwrap();
        let words = letter["parts"][0]["text"][0].as_str().unwrap();
        (line.seq, words.to_owned())
    })
    .collect()
}

#[test]
fn killed_while_sealing_every_letter_that_was_handed_over_is_on_the_shelf_once() {
    let kills = times(60) as u64;
    let handed_over: usize = stretches(kills).map(killed_while_sealing).sum();
    figure(&format!(
        "{kills} kills, {handed_over} letters handed over, 0 lost, 0 doubled"
    ));
    assert!(handed_over > 20, "{handed_over}");
}

/// These kills in one journal; how many letters were handed over.
fn killed_while_sealing(kills: Range<u64>) -> usize {
    let (aki, bo) = (Person::aki(), Person::bo().in_memory());
    let (mut hers, mut his) = (aki.begin(), bo.begin());
    let card = hers
        .make_card(&new_companion("Bo", "Aki"), aki.tongue, aki.now())
        .unwrap();
    let new = new_companion("Aki", "Bo");
    his.answer_card(&card.my_card, &new, bo.tongue, bo.now())
        .unwrap();
    his.close().unwrap();
    let mut handed_over = BTreeSet::new();
    for n in kills.clone() {
        let somebody =
            Somebody::start(command("seal", bo.home()).env("SOMEBODYS_PHRASE", bo.phrase_text()));
        let said = kill_after(somebody, n);
        handed_over.extend(
            said.iter()
                .filter_map(|line| line.strip_prefix("sealed "))
                .map(str::to_owned),
        );
        let journal = bo.open();
        assert!(!journal.opened().older, "kill {n}");
        if n % 10 == 0 || n + 1 == kills.end {
            let letters = my_letters(&journal);
            let words: BTreeSet<&String> = letters.iter().map(|(_, words)| words).collect();
            assert_eq!(words.len(), letters.len(), "kill {n}: none stands twice");
            let numbers: BTreeSet<u32> = letters.iter().map(|(seq, _)| *seq).collect();
            assert_eq!(
                numbers.len(),
                letters.len(),
                "kill {n}: each has its number"
            );
            for there in &handed_over {
                assert!(words.contains(there), "kill {n}: {there}");
            }
            assert!(journal.check().unwrap().is_whole(), "kill {n}");
        }
    }
    handed_over.len()
}

/// The key files of a journal, its slot being sealed anew so that the phrase costs next to nothing.
fn at_little_cost(phrase: &str, slot: &[u8]) -> Vec<(String, Vec<u8>)> {
    let inside = opened_under(phrase, slot);
    let mut recipient = age::scrypt::Recipient::new(SecretString::from(phrase.to_owned()));
    recipient.set_work_factor(2);
    let sealed = sealed_for(&recipient, &inside);
    let sum: String = Sha256::digest(&sealed)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    ["a", "b"]
        .into_iter()
        .flat_map(|copy| {
            let name = format!("passphrase-1.{copy}");
            let line = format!("{sum}  {name}.age\n").into_bytes();
            [
                (format!("{name}.age"), sealed.clone()),
                (format!("{name}.sha256"), line),
            ]
        })
        .collect()
}

#[test]
fn killed_while_it_is_brought_to_its_new_shape_a_journal_is_the_old_one_or_the_new_one() {
    const PHRASE: &str = "un banc à la gare";
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/journals/third-shape");
    let phrase = Passphrase::new(PHRASE).unwrap();
    let now = Person::bo().now();
    let unlock = |home: &Path| {
        let vault = Vault::at(&home.join("journal")).unwrap();
        vault.remembering(&home.join("seen")).unlock(&phrase, now)
    };
    let undisturbed = tempfile::tempdir_in("/dev/shm").unwrap();
    copy_folder(&kept, &undisturbed.path().join("kept")).unwrap();
    let kept = undisturbed.path().join("kept");
    let slot = fs::read(kept.join("keys/passphrase-1.a.age")).unwrap();
    for (name, bytes) in at_little_cost(PHRASE, &slot) {
        fs::write(kept.join("keys").join(name), bytes).unwrap();
    }
    copy_folder(&kept, &undisturbed.path().join("journal")).unwrap();
    let digests = unlock(undisturbed.path()).unwrap().digests().unwrap();
    let old = fs::read(kept.join("journal.db")).unwrap();
    let begin = || {
        let home = tempfile::tempdir_in("/dev/shm").unwrap();
        copy_folder(&kept, &home.path().join("journal")).unwrap();
        let mut somebody =
            Somebody::start(command("knock", home.path()).env("SOMEBODYS_PHRASE", PHRASE));
        // They knock, and then open: from there on to behind the end of their work.
        assert_eq!(somebody.hears(), "knocked");
        (home, somebody)
    };
    let long = long_enough(begin);
    let kills = times(60) as u64;
    let mut before = 0;
    for n in 0..kills {
        let (home, somebody) = begin();
        let folder = home.path().join("journal");
        wait_within(long, n);
        let said = somebody.kill();
        let untouched = fs::read(folder.join("journal.db")).unwrap() == old;
        before += usize::from(untouched);
        assert!(!(untouched && said.contains(&"done".to_owned())));
        let journal = unlock(home.path()).unwrap();
        assert!(!journal.opened().older, "kill {n}");
        assert_eq!(journal.digests().unwrap(), digests, "kill {n}");
        assert!(journal.check().unwrap().is_whole(), "kill {n}");
    }
    figure(&format!(
        "{kills} kills, {before} before a byte was changed, 0 words other than they were"
    ));
    assert!(before > 0 && before < kills as usize, "{before}");
}
