//! What lies on the disk: nothing in clear, the pragmas that keep it so, what was erased gone, and a newer
//! journal left alone. The database is opened beside the program here, with the key taken from its slot.

use std::fs;
use std::path::Path;

use awai::{
    ASIDE_DAYS, Cost, Journal, NewIntention, Passphrase, SearchAsk, TroubleKind, Vault, Watch,
    Writing,
};
use awai_tests::stranger::{database, key_of};
use awai_tests::{Person, titled, unfinished, words};
use chrono::Duration;
use rusqlite::Connection;

use crate::soak::{figure, strace_may_see, times};
use crate::somebodies::{Somebody, command};

/// Opens the database as a stranger with the key would.
fn as_a_stranger(person: &Person) -> Connection {
    database(&person.folder(), person.phrase_text())
}

/// Every form a word may lie on a disk in: as it is, in UTF-16 both ways, in base64 at each of its three places.
fn forms(canary: &str) -> Vec<Vec<u8>> {
    let utf16: Vec<u16> = canary.encode_utf16().collect();
    let mut forms = vec![
        canary.as_bytes().to_vec(),
        utf16.iter().flat_map(|unit| unit.to_le_bytes()).collect(),
        utf16.iter().flat_map(|unit| unit.to_be_bytes()).collect(),
    ];
    for before in 0..3 {
        let mut bytes = vec![b'.'; before];
        bytes.extend(canary.as_bytes());
        let text = base64(&bytes);
        // Without the characters that the neighbours have a part in.
        let inner = &text[(before * 8).div_ceil(6)..(bytes.len() * 8 / 6)];
        forms.push(inner.to_vec());
    }
    forms
}

fn base64(bytes: &[u8]) -> Vec<u8> {
    const SIGNS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let bits: Vec<bool> = bytes
        .iter()
        .flat_map(|byte| (0..8).rev().map(move |bit| byte >> bit & 1 == 1))
        .collect();
    bits.chunks(6)
        .map(|six| {
            let index = (0..6).fold(0, |index, n| {
                index << 1 | usize::from(*six.get(n).unwrap_or(&false))
            });
            SIGNS[index]
        })
        .collect()
}

fn look_for(canaries: &[&str], folder: &Path) -> usize {
    let mut looked = 0;
    for file in fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        if path.is_dir() {
            looked += look_for(canaries, &path);
            continue;
        }
        let bytes = fs::read(&path).unwrap();
        let name = path.to_string_lossy().into_owned();
        for canary in canaries {
            assert!(!name.contains(canary), "in a file name");
            for form in forms(canary) {
                let found = bytes.windows(form.len()).any(|window| window == form);
                assert!(!found, "{canary} lies in {name}");
            }
        }
        looked += 1;
    }
    looked
}

#[test]
fn no_word_lies_on_the_disk_in_clear_also_after_a_kill() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let canaries = [
        "Zugvogelschwarm",
        "ことりのかくれが",
        "ornithorynque-lilas",
        "Quellwolkentor",
    ];
    let tie = bo.tie(&mut journal, canaries[3]);
    let page = Writing {
        cover: canaries[2].into(),
        ties: vec![tie.id],
        ..titled(canaries[0], &canaries[1].repeat(300))
    };
    let id = journal.write(&page, bo.now()).unwrap();
    journal.revise(id, &words(canaries[0]), bo.now()).unwrap();
    journal
        .keep_draft(&unfinished(1, canaries[2]), bo.now())
        .unwrap();
    // While it is open, with SQLite's own files beside it.
    assert!(look_for(&canaries, bo.home()) >= 6);
    journal.close().unwrap();
    let own = [
        bo.phrase_text(),
        "会釈をした",
        &key_of(&bo.folder(), bo.phrase_text()),
    ];
    for _ in 0..5 {
        let mut somebody =
            Somebody::start(command("write", bo.home()).env("SOMEBODYS_PHRASE", bo.phrase_text()));
        for _ in 0..8 {
            somebody.hears();
        }
        somebody.kill();
        assert!(look_for(&canaries, bo.home()) >= 6);
        look_for(&own, bo.home());
    }
    // The search itself finds what is there.
    fs::write(
        bo.home().join("a"),
        base64(format!("..{}", canaries[1]).as_bytes()),
    )
    .unwrap();
    let home = bo.home().to_owned();
    assert!(std::panic::catch_unwind(move || look_for(&canaries, &home)).is_err());
}

#[test]
fn words_of_every_kind_leave_no_trace_beside_the_database() {
    // All of them begin alike, so that one look finds any of them.
    const STEM: &str = "Zugvogelnest";
    let aki = Person::aki();
    let mut journal = aki.begin();
    let mut canaries = 0;
    let mut word = || {
        canaries += 1;
        format!("{STEM}{canaries:04}")
    };
    for _ in 0..times(60).div_ceil(6) {
        let tie = aki.tie(&mut journal, &word());
        let page = Writing {
            cover: word(),
            ties: vec![tie.id],
            ..titled(&word(), &word())
        };
        let id = journal.write(&page, aki.now()).unwrap();
        journal.revise(id, &words(&word()), aki.now()).unwrap();
        let toward = NewIntention {
            toward: word(),
            ..NewIntention::default()
        };
        journal.add_intention(&toward, aki.now()).unwrap();
        let ask = SearchAsk {
            words: STEM.to_owned(),
            ..SearchAsk::default()
        };
        assert!(!journal.search(&ask).unwrap().hits.is_empty());
    }
    let (now, phrase) = (aki.now(), aki.phrase());
    journal.back_up(None, now, &mut Watch::nobody()).unwrap();
    let new = Passphrase::new("another phrase of hers").unwrap();
    journal
        .change_passphrase(&phrase, &new, Cost::CHEAP)
        .unwrap();
    let open = look_for(&[STEM], aki.home());
    journal.close().unwrap();
    let closed = look_for(&[STEM], aki.home());
    figure(&format!(
        "{canaries} words, looked for in {open} files while it was open and {closed} when it was closed, 0 found"
    ));
}

/// Whether the database holds a word: everything of it in clear, the sheets of the search index as well.
fn holds(person: &Person, word: &str) -> bool {
    let conn = as_a_stranger(person);
    let plain = person.home().join("plain.db");
    conn.execute_batch(&format!(
        "ATTACH DATABASE '{}' AS plain KEY ''; SELECT sqlcipher_export('plain'); DETACH DATABASE plain;",
        plain.display()
    ))
    .unwrap();
    let bytes = fs::read(&plain).unwrap();
    fs::remove_file(&plain).unwrap();
    bytes
        .windows(word.len())
        .any(|window| window == word.as_bytes())
}

#[test]
fn what_is_erased_is_gone_from_the_search_index_too_and_the_rest_is_found() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    for day in 0..40 {
        bo.write(&mut journal, &format!("lighthouse {day}"));
    }
    let revised = bo.write(&mut journal, "Zugvogelschwarm");
    let goes = bo.write(&mut journal, "Abendglocke");
    journal
        .revise(revised, &words("a lighthouse instead"), bo.now())
        .unwrap();
    journal.set_aside(goes, bo.now()).unwrap();
    journal.close().unwrap();
    // It folds its words: this is how they stand in it.
    let folded = [
        "Zugvogelschwarm",
        "zugvogelschwarm",
        "Abendglocke",
        "abendglocke",
    ];
    assert!(folded.iter().all(|word| holds(&bo, word)));
    let mut journal = bo.open();
    journal.erase_versions(revised).unwrap();
    journal.erase_aside(goes).unwrap();
    let ask = SearchAsk {
        words: "lighthouse".to_owned(),
        limit: 100,
        ..SearchAsk::default()
    };
    assert_eq!(journal.search(&ask).unwrap().hits.len(), 41);
    journal.close().unwrap();
    for word in folded {
        assert!(!holds(&bo, word), "{word}");
    }
}

#[test]
fn what_was_erased_is_gone_from_the_database_and_the_chain_says_that_something_was() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let body = "Zugvogelschwarm ".repeat(1000);
    let id = bo.write(&mut journal, &body);
    journal
        .revise(id, &words(&format!("{body}!")), bo.now())
        .unwrap();
    journal.set_aside(id, bo.now()).unwrap();
    drop(journal);
    assert!(holds(&bo, "Zugvogelschwarm") && holds(&bo, "zugvogelschwarm"));
    for _ in 0..ASIDE_DAYS + 2 {
        bo.later(Duration::days(1));
        bo.open().close().unwrap();
    }
    assert!(!holds(&bo, "Zugvogelschwarm") && !holds(&bo, "zugvogelschwarm"));
    let conn = as_a_stranger(&bo);
    let erased: i64 = conn
        .query_row(
            "SELECT count(*) FROM head WHERE digest = zeroblob(32)",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(erased, 1);
    let left: i64 = conn
        .query_row(
            "SELECT (SELECT count(*) FROM reflection) + (SELECT count(*) FROM reflection_version)",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(left, 0);
}

fn refusal(person: &Person) -> Option<TroubleKind> {
    person.try_open().err().map(|error| error.trouble().kind)
}

#[test]
fn a_journal_of_a_newer_awai_is_left_alone() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    bo.write(&mut journal, "x");
    drop(journal);
    let conn = as_a_stranger(&bo);
    conn.execute_batch("PRAGMA user_version = 999").unwrap();
    drop(conn);
    let before = fs::read(bo.database()).unwrap();
    assert_eq!(refusal(&bo), Some(TroubleKind::JournalNewer));
    assert_eq!(fs::read(bo.database()).unwrap(), before);
}

#[test]
fn a_database_that_is_no_journal_is_refused_though_its_key_fits() {
    let bo = Person::bo();
    bo.begin().close().unwrap();
    as_a_stranger(&bo)
        .execute_batch("PRAGMA application_id = 7")
        .unwrap();
    assert_eq!(refusal(&bo), Some(TroubleKind::JournalDamaged));
    let claire = Person::claire();
    claire.begin().close().unwrap();
    as_a_stranger(&claire)
        .execute_batch("DELETE FROM journal")
        .unwrap();
    assert_eq!(refusal(&claire), Some(TroubleKind::JournalDamaged));
}

#[test]
fn what_another_program_wrote_into_a_page_is_told() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    for n in 0..5 {
        bo.write(&mut journal, &format!("page {n}"));
    }
    bo.tie(&mut journal, "Anna");
    drop(journal);
    for change in [
        "UPDATE reflection SET body = 'other words' WHERE id = 2",
        "DELETE FROM reflection WHERE id = 3",
        "UPDATE tie SET called = 'Hanna'",
        "DELETE FROM head WHERE seq = (SELECT max(seq) FROM head)",
        "UPDATE head SET digest = zeroblob(32) WHERE seq = 2",
        "UPDATE reflection SET written_at = '2001-01-01T00:00:00+00:00' WHERE id = 1",
    ] {
        let before = fs::read(bo.database()).unwrap();
        as_a_stranger(&bo).execute_batch(change).unwrap();
        let journal: Journal = bo.open();
        assert!(journal.opened().older, "{change}");
        assert!(
            !journal.check().unwrap().is_whole() || change.contains("max(seq)"),
            "{change}"
        );
        drop(journal);
        fs::write(bo.database(), before).unwrap();
    }
    assert!(!bo.open().opened().older);
}

#[test]
fn a_commit_is_synced_before_it_is_acknowledged() {
    // Seen from outside: between the words reaching the file and the line that acknowledges them there is a sync.
    if !strace_may_see("when a commit is synced") {
        return;
    }
    let bo = Person::bo();
    bo.begin().close().unwrap();
    let trace = bo.home().join("trace");
    let plain = command("go-on", bo.home());
    let mut strace = std::process::Command::new("strace");
    strace
        .args([
            "-f",
            "-qq",
            "-y",
            "-e",
            "trace=pwrite64,fdatasync,fsync,write",
            "-o",
        ])
        .arg(&trace)
        .arg(plain.get_program())
        .args(plain.get_args())
        .env("SOMEBODYS_PHRASE", bo.phrase_text())
        .env("SOMEBODYS_PAGES", "4")
        .stdout(std::process::Stdio::piped())
        .stdin(std::process::Stdio::null());
    let said = Somebody::start(&mut strace).rest();
    assert!(!said.is_empty(), "nothing was said under strace");
    let text = fs::read_to_string(&trace).unwrap();
    let (mut unsynced, mut acknowledged, mut synced) = (false, 0, 0);
    for line in text.lines() {
        if line.contains("pwrite64(") && line.contains("journal.db") {
            unsynced = true;
        } else if line.contains("sync(") && line.contains("journal.db") {
            unsynced = false;
            synced += 1;
        } else if line.contains("\"page 0") {
            assert!(!unsynced, "acknowledged before it was synced: {line}");
            acknowledged += 1;
        }
    }
    assert_eq!(acknowledged, 4);
    assert!(synced >= 3 * acknowledged, "{synced} syncs");
}

#[test]
fn a_slot_that_says_it_is_newer_is_left_alone() {
    let bo = Person::bo();
    bo.begin().close().unwrap();
    let phrase = age::secrecy::SecretString::from(bo.phrase_text().to_owned());
    let mut recipient = age::scrypt::Recipient::new(phrase);
    recipient.set_work_factor(4);
    let text = format!(
        r#"{{"awai":"key/2","journal":"{0}","salt":"{0}","key":"{0}{0}"}}"#,
        "0".repeat(32)
    );
    let sealed = age::encrypt(&recipient, text.as_bytes()).unwrap();
    fs::write(bo.keys().join("passphrase-1.a.age"), &sealed).unwrap();
    fs::write(bo.keys().join("passphrase-1.b.age"), &sealed).unwrap();
    assert_eq!(refusal(&bo), Some(TroubleKind::JournalNewer));
    let phrase = Passphrase::new("not that one").unwrap();
    let tried = Vault::at(&bo.folder()).unwrap().unlock(&phrase, bo.now());
    let kind = tried.err().map(|error| error.trouble().kind);
    assert_eq!(kind, Some(TroubleKind::WrongPassphrase));
}
