//! Disks that are full, fail, or may only be read: the old state stays whole, the trouble has its name, and once
//! the disk is well again the same open journal goes on.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use awai::{
    Cost, Cover, Journal, Now, OutAs, OutAsk, OutForm, OutLetters, PagesAsk, Passphrase,
    ReflectionId, Result, TroubleKind, Vault,
};
use awai_tests::{Person, moment, not_looked_at, unfinished, words};

use crate::soak::{figure, strace_may_see, times};
use crate::somebodies::{Somebody, command};

/// A disk of three megabytes in memory, to be filled.
struct SmallDisk(PathBuf);

impl SmallDisk {
    /// Mounts it, where this process may; says so where it may not.
    fn at(path: PathBuf) -> Option<SmallDisk> {
        fs::create_dir(&path).unwrap();
        if mount(&["-t", "tmpfs", "-o", "size=3m", "tmpfs"], &path) {
            return Some(SmallDisk(path));
        }
        not_looked_at(
            "a disk that is full or may only be read",
            "none can be mounted here (that takes root).",
        );
        None
    }

    /// Leaves so many bytes free.
    fn leave(&self, free: u64) {
        let ballast = self.0.join("ballast");
        let _ = fs::remove_file(&ballast);
        let mut size = 3 * 1024 * 1024;
        while size > 0 && fs::write(&ballast, vec![0; size]).is_err() {
            size -= 4096;
        }
        let kept = fs::metadata(&ballast).unwrap().len().saturating_sub(free);
        let file = fs::OpenOptions::new().write(true).open(&ballast).unwrap();
        file.set_len(kept).unwrap();
    }

    fn make_room(&self) {
        fs::remove_file(self.0.join("ballast")).unwrap();
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(&self.0).status();
    }
}

fn mount(words: &[&str], path: &Path) -> bool {
    let done = Command::new("mount")
        .args(words)
        .arg(path)
        .stderr(Stdio::null())
        .status();
    done.is_ok_and(|status| status.success())
}

fn phrase() -> Passphrase {
    Passphrase::new("a phrase on a small disk").unwrap()
}

/// Either it was kept, or the disk was full.
fn kept<T>(tried: Result<T>) -> Option<T> {
    match tried {
        Ok(done) => Some(done),
        Err(error) => {
            assert_eq!(error.trouble().kind, TroubleKind::DiskFull);
            None
        }
    }
}

fn count(journal: &Journal) -> usize {
    let ask = PagesAsk {
        limit: 500,
        ..PagesAsk::default()
    };
    journal.pages(&ask).unwrap().lines.len()
}

#[test]
fn a_full_disk_loses_nothing_and_writing_goes_on_when_there_is_room() {
    let bo = Person::bo();
    let Some(disk) = SmallDisk::at(bo.home().join("disk")) else {
        return;
    };
    let folder = disk.0.join("journal");
    Vault::create(&folder, &phrase(), Cost::CHEAP, bo.now()).unwrap();
    let vault = Vault::at(&folder)
        .unwrap()
        .remembering(&disk.0.join("seen"));
    let mut said: BTreeMap<ReflectionId, String> = BTreeMap::new();
    let mut draft = String::new();
    let mut rev = 0;
    let mut full = 0;
    for step in 0..times(70) as u64 {
        disk.leave(step % 70 * 2048);
        // Another day: opening would write, if it could.
        let now: Now = bo.later(chrono::Duration::days(1));
        let mut journal = vault.unlock(&phrase(), now).unwrap();
        let text = format!("page {step} {}", "word ".repeat(900));
        rev += 1;
        if kept(journal.keep_draft(&unfinished(rev, &text), now)).is_some() {
            draft.clone_from(&text);
        }
        match kept(journal.write(&words(&text), now)) {
            Some(id) => drop(said.insert(id, text.clone())),
            None => full += 1,
        }
        if let Some((id, body)) = said.iter_mut().next() {
            let anew = format!("anew {step} {body:.40}");
            if kept(journal.revise(*id, &words(&anew), now)).is_some() {
                *body = anew;
            }
        }
        // The disk is full, and everything can be read, also by the next process.
        let mut journal = Some(journal);
        for _ in 0..2 {
            let journal = match journal.take() {
                Some(journal) => journal,
                None => vault.unlock(&phrase(), now).unwrap(),
            };
            for (id, body) in &said {
                let page = journal.page(*id, Cover::Opened).unwrap();
                assert_eq!(&page.writing.body, body);
            }
            let there = journal.draft(None).unwrap().map(|draft| draft.writing.body);
            assert_eq!(there.unwrap_or_default(), draft);
        }
    }
    assert!(full > 5 && said.len() > 5, "{full} {}", said.len());

    // One journal, open all along: refused, refused again, and kept when there is room.
    disk.leave(0);
    let mut journal = vault.unlock(&phrase(), bo.now()).unwrap();
    let before = count(&journal);
    let text = "more words than there is room for ".repeat(3000);
    for _ in 0..3 {
        assert!(kept(journal.write(&words(&text), bo.now())).is_none());
        assert_eq!(count(&journal), before);
    }
    disk.make_room();
    journal.write(&words(&text), bo.now()).unwrap();
    assert_eq!(count(&journal), before + 1);
    assert!(journal.check().unwrap().is_whole());
    figure(&format!(
        "{} fillings, {full} saves refused as full, {} pages acknowledged, 0 lost",
        times(70),
        said.len()
    ));
}

#[test]
fn a_lock_whose_text_found_no_room_keeps_no_words_out_once_there_is_room() {
    let bo = Person::bo();
    let Some(disk) = SmallDisk::at(bo.home().join("disk")) else {
        return;
    };
    let folder = disk.0.join("journal");
    let lock = folder.join("lock");
    let vault = Vault::create(&folder, &phrase(), Cost::CHEAP, bo.now()).unwrap();
    let says = || fs::read_to_string(&lock).unwrap();
    // As earlier versions left it: it has no place on the disk, and none is left for it.
    fs::write(&lock, "").unwrap();
    disk.leave(0);
    let mut journal = vault.unlock(&phrase(), bo.now()).unwrap();
    let text = "more words than there is room for ".repeat(3000);
    for _ in 0..2 {
        assert_eq!(says(), "");
        journal.doubt();
        assert!(kept(journal.write(&words(&text), bo.now())).is_none());
    }
    disk.make_room();
    journal.doubt();
    journal.write(&words(&text), bo.now()).unwrap();
    let me = std::process::id().to_string();
    assert!(says().starts_with(&me), "{}", says());
    journal.close().unwrap();
    // From then on it has its place, also when nobody holds it.
    assert!(!says().is_empty() && says().trim().is_empty());
    disk.leave(0);
    let journal = vault.unlock(&phrase(), bo.now()).unwrap();
    assert!(says().starts_with(&me), "{}", says());
    assert_eq!(count(&journal), 1);
}

#[test]
fn a_passphrase_that_cannot_be_changed_for_lack_of_room_stays_as_it_is() {
    let bo = Person::bo();
    let Some(disk) = SmallDisk::at(bo.home().join("disk")) else {
        return;
    };
    let folder = disk.0.join("journal");
    Vault::create(&folder, &phrase(), Cost::CHEAP, bo.now()).unwrap();
    let vault = Vault::at(&folder).unwrap();
    let new = Passphrase::new("a new phrase on a small disk").unwrap();
    let mut changed = 0;
    for step in 0..6 {
        disk.leave(step * 4096);
        let mut journal = vault.unlock(&phrase(), bo.now()).unwrap();
        match kept(journal.change_passphrase(&phrase(), &new, Cost::CHEAP)) {
            Some(()) => {
                disk.make_room();
                journal
                    .change_passphrase(&new, &phrase(), Cost::CHEAP)
                    .unwrap();
                changed += 1;
            }
            None => assert!(vault.unlock(&new, bo.now()).is_err()),
        }
        drop(journal);
        // As it was: one slot, two copies, their sums, and no leftovers.
        let files = fs::read_dir(folder.join("keys")).unwrap().count();
        assert_eq!(files, 4, "with {step} blocks free");
    }
    assert!(changed > 0 && changed < 6);
}

#[test]
fn no_journal_is_made_on_a_full_disk_and_nothing_is_left_of_the_attempt() {
    let bo = Person::bo();
    let Some(disk) = SmallDisk::at(bo.home().join("disk")) else {
        return;
    };
    let folder = disk.0.join("journal");
    let mut made = 0;
    for step in 0..40 {
        disk.leave(step * 32 * 1024);
        match kept(Vault::create(&folder, &phrase(), Cost::CHEAP, bo.now())) {
            Some(vault) => {
                vault.unlock(&phrase(), bo.now()).unwrap();
                fs::remove_dir_all(&folder).unwrap();
                made += 1;
            }
            None => assert!(!folder.exists(), "with {step} blocks free"),
        }
    }
    assert!(made > 0 && made < 40, "{made}");
}

#[test]
fn a_journal_where_nothing_may_be_written_can_be_read() {
    let bo = Person::bo();
    let Some(disk) = SmallDisk::at(bo.home().join("disk")) else {
        return;
    };
    let folder = disk.0.join("journal");
    let vault = Vault::create(&folder, &phrase(), Cost::CHEAP, bo.now()).unwrap();
    let mut journal = vault.unlock(&phrase(), bo.now()).unwrap();
    let page = bo.write(&mut journal, "read me");
    journal.close().unwrap();
    assert!(mount(&["-o", "remount,ro"], &disk.0));
    let next_day = bo.later(chrono::Duration::days(1));
    let mut journal = vault.unlock(&phrase(), next_day).unwrap();
    assert!(journal.opened().read_only && !journal.opened().older);
    assert_eq!(
        journal.page(page, Cover::Closed).unwrap().writing.body,
        "read me"
    );
    assert!(journal.check().unwrap().is_whole());
    let refused = [
        journal.write(&words("x"), bo.now()).err(),
        journal.keep_draft(&unfinished(1, "x"), bo.now()).err(),
        journal
            .change_passphrase(&phrase(), &phrase(), Cost::CHEAP)
            .err(),
        Vault::create(&disk.0.join("other"), &phrase(), Cost::CHEAP, bo.now()).err(),
    ];
    for error in refused {
        let kind = error.map(|error| error.trouble().kind);
        assert_eq!(kind, Some(TroubleKind::ReadOnly));
    }
    drop(journal);
    assert!(mount(&["-o", "remount,rw"], &disk.0));
}

#[test]
fn a_disk_that_fails_once_is_named_and_the_same_journal_goes_on() {
    let bo = Person::bo().in_memory();
    bo.begin().close().unwrap();
    if !strace_may_see("a disk that fails once") {
        return;
    }
    let mut pages: BTreeMap<ReflectionId, String> = BTreeMap::new();
    let mut refused = 0;
    let faults = faults(times(56));
    for (n, (call, when)) in faults.iter().enumerate() {
        let mut new = BTreeMap::new();
        let fault = if *call == "openat" { "EMFILE" } else { "EIO" };
        let said = with_a_fault(
            &bo,
            &format!("{call}:error={fault}:when={when}"),
            6 * further(faults.len()),
        );
        let mut last = "";
        for line in &said {
            let words: Vec<&str> = line.split(' ').collect();
            match words.as_slice() {
                ["page", run, n, part, id] => {
                    new.insert(id.parse().unwrap(), format!("{run}/{n}/{part} "));
                }
                ["refused" | "unread", kind] => {
                    assert_ne!(*kind, "Unexpected", "{call} {when}");
                    refused += 1;
                }
                ["trouble", kind, ..] => {
                    assert_ne!(*kind, "unexpected", "{call} {when}");
                    refused += 1;
                    last = "done";
                }
                _ => {}
            }
            if matches!(words.first(), Some(&("page" | "refused"))) {
                last = if words[0] == "page" {
                    "page"
                } else {
                    "refused"
                };
            }
        }
        let goes_on = last != "refused" || said.iter().any(|line| line == "read-only");
        assert!(goes_on, "{call} {when}: it did not go on: {said:?}");
        let journal = bo.open();
        assert!(!journal.opened().older && !journal.opened().read_only);
        pages.append(&mut new.clone());
        // Now and then all there are; each time those of this evening.
        let all = n % 50 == 0 || n + 1 == faults.len();
        for (id, begins) in if all { &pages } else { &new } {
            let body = journal.page(*id, Cover::Opened).unwrap().writing.body;
            assert!(body.starts_with(begins), "{call} {when}");
        }
    }
    assert!(bo.open().check().unwrap().is_whole());
    assert!(
        refused > 10 && pages.len() > 50,
        "{refused} {}",
        pages.len()
    );
    figure(&format!(
        "{} calls failed, {refused} refusals, each with its name; {} pages acknowledged, 0 lost",
        faults.len(),
        pages.len()
    ));
}

/// So many calls that fail: which one, and the how-manieth of its kind. The first 56 lie at the beginning of the work,
/// more of them go six times further into it, and then begin anew.
fn faults(many: usize) -> Vec<(&'static str, usize)> {
    let kinds = [
        ("pwrite64", 24),
        ("fdatasync,fsync", 12),
        ("pread64", 6),
        ("ftruncate", 3),
        ("unlink", 3),
        ("openat", 8),
    ];
    let all = kinds
        .iter()
        .flat_map(|(call, most)| (1..=most * further(many)).map(|when| (*call, when)));
    all.collect::<Vec<_>>()
        .into_iter()
        .cycle()
        .take(many)
        .collect()
}

/// How much further into the work than usual so many faults go.
fn further(faults: usize) -> usize {
    faults.div_ceil(56).min(6)
}

/// Somebody writes some pages while a call into the system fails once. The key is opened before: those faults
/// would only keep the book closed.
fn with_a_fault(person: &Person, fault: &str, pages: usize) -> Vec<String> {
    let plain = command("go-on", person.home());
    let mut strace = Command::new("strace");
    strace
        .args(["-f", "-qq", "-o", "/dev/null", "-e"])
        .arg(format!("inject={fault}"))
        .arg("-e")
        .arg(format!("trace={}", fault.split(':').next().unwrap()))
        .arg("-P")
        .arg(person.database())
        .arg("-P")
        .arg(person.folder().join("journal.db-journal"))
        .arg(plain.get_program())
        .args(plain.get_args())
        .env("SOMEBODYS_PHRASE", person.phrase_text())
        .env("SOMEBODYS_PAGES", pages.to_string())
        .stdin(Stdio::null())
        .stdout(Stdio::piped());
    Somebody::start(&mut strace).rest()
}

#[test]
fn a_read_that_fails_during_the_closer_look_is_no_damage_for_the_whole_evening() {
    let bo = Person::bo().in_memory();
    let mut journal = bo.begin();
    for n in 0..40 {
        bo.write(&mut journal, &format!("page {n} {}", "words ".repeat(900)));
    }
    journal.close().unwrap();
    if !strace_may_see("a read that fails during the closer look") {
        return;
    }
    for when in (2..120).step_by(6) {
        let said = with_a_fault(&bo, &format!("pread64:error=EIO:when={when}"), 4);
        let kept = said.iter().filter(|line| line.starts_with("page ")).count();
        let opened = said.iter().any(|line| line == "open");
        // One save may be refused while the disk fails, or the book may stay closed; never the whole evening.
        assert!(kept >= 3 || !opened, "read {when}: {said:?}");
    }
    assert!(bo.open().check().unwrap().is_whole());
}

#[test]
fn clocks_of_other_centuries_are_told_by_the_pages_alone() {
    // Faketime is not needed: the core reads no clock. What it is given is what it keeps.
    let bo = Person::bo();
    let mut journal = bo.begin();
    for clock in [
        "1970-01-01T00:00:00Z",
        "2038-01-19T03:14:08Z",
        "2100-02-28T23:59:59Z",
    ] {
        let id = journal.write(&words(clock), moment(clock)).unwrap();
        assert_eq!(journal.line(id).unwrap().written_at, moment(clock));
    }
    drop(journal);
    assert!(!bo.open().opened().older);
}

#[test]
fn what_was_taken_out_onto_a_disk_that_fills_up_is_taken_back() {
    let bo = Person::bo();
    let Some(disk) = SmallDisk::at(bo.home().join("disk")) else {
        return;
    };
    let mut journal = bo.begin();
    for n in 0..40 {
        bo.write(&mut journal, &format!("page {n} {}", "word ".repeat(900)));
    }
    disk.leave(64 * 1024);
    let on_it = || {
        let files = fs::read_dir(&disk.0).unwrap();
        let mut names: Vec<_> = files.map(|file| file.unwrap().file_name()).collect();
        names.sort();
        names
    };
    let there = disk.0.join("there");
    for (form, to) in [
        (OutForm::Markdown, disk.0.join("out")),
        (OutForm::Markdown, there.clone()),
        (OutForm::Html, disk.0.join("out")),
        (OutForm::Json, disk.0.join("out")),
    ] {
        // A folder that was there before, and empty, is not taken away.
        if to == there {
            fs::create_dir(&there).unwrap();
        }
        let before = on_it();
        let ask = OutAsk {
            form,
            out_as: OutAs::InClear,
            letters: OutLetters::None,
        };
        let phrase = bo.phrase();
        let taken = journal.take_out(ask, &phrase, Cost::CHEAP, bo.tongue, &to, bo.now());
        let trouble = taken.map(|_| ()).unwrap_err().trouble();
        assert_eq!(trouble.kind, TroubleKind::PlaceFull, "{form:?}");
        assert_eq!(on_it(), before, "{form:?}");
    }
    assert_eq!(fs::read_dir(&there).unwrap().count(), 0);
    disk.make_room();
    assert!(journal.check().unwrap().is_whole());
}
