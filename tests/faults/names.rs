//! Renames and syncs that fail, of files and of folders: key slots, copies, a new key, a copy that comes back and an
//! erasing all hang on them. Each one of an act fails in its turn, once or from then on; what stood there before stands
//! there still, or the new stands whole, and nothing half made has its name.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use awai::{Cost, Error, Journal, Vault, Watch, backups_in};
use awai_tests::{Person, copy_folder, names_in, words};

use crate::kills::phrase_of;
use crate::soak::{figure, strace_may_see};
use crate::somebodies::{Somebody, command};

/// What fails.
const CALLS: [&str; 2] = ["rename,renameat,renameat2", "fsync,fdatasync"];

/// What is said of an exchange that was decided and is finished by the next look.
const UNFINISHED: &str = "exchange_unfinished";

/// An act with a call that failed.
struct Told {
    bo: Person,
    /// Which one, as strace is asked for it.
    fault: String,
    said: Vec<String>,
    /// Whether the next look finished it.
    finished: Cell<bool>,
}

impl Told {
    /// Why it was refused, where it was.
    fn refused(&self) -> Option<&str> {
        let trouble = self.said.iter().find_map(|said| {
            let kind = said.strip_prefix("trouble ")?;
            kind.split(' ').next()
        });
        // What was decided is told as such where all that could finish it failed.
        let named = match trouble {
            None | Some("disk_trouble") => true,
            Some(kind) => kind == UNFINISHED && self.fault.ends_with('+'),
        };
        assert!(named, "{}: {:?}", self.fault, self.said);
        trouble
    }

    /// It was refused, and yet the next look finished it: only where everything failed from then on, once it was decided,
    /// and nothing could be taken back either.
    fn is_decided(&self, finished: bool) -> bool {
        let decided = finished && self.refused().is_some() && self.fault.ends_with('+');
        let told = self.refused() == Some(UNFINISHED);
        assert!(finished || !told, "{}: {:?}", self.fault, self.said);
        self.finished.set(decided);
        decided
    }

    fn says(&self, word: &str) -> bool {
        self.said.iter().any(|said| said.starts_with(word))
    }

    /// This phrase opens all that was there, and the other one nothing.
    fn opens_under(&self, number: u32, there: &BTreeMap<String, String>) {
        // The old one first: whoever opens it takes no newer one away, and the other way round.
        let opens = [0, 1].map(|number| self.opened(number).map(|journal| digests(&journal)));
        let mut expected = [None, None];
        expected[number as usize] = Some(there.clone());
        assert!(opens == expected, "{}: {:?}", self.fault, self.said);
        is_tidy(self);
    }

    /// The journal, if this phrase opens it.
    fn opened(&self, number: u32) -> Option<Journal> {
        let vault = self.bo.vault().unwrap();
        match vault.unlock(&phrase_of(number), self.bo.now()) {
            Ok(journal) => {
                let opened = journal.opened();
                assert!(!opened.older && !opened.read_only, "{}", self.fault);
                Some(journal)
            }
            Err(Error::WrongPassphrase) => None,
            Err(other) => panic!("{}: {other:?}", self.fault),
        }
    }
}

/// How often an act was refused, how often the next look finished it then, and how often it was done all the same.
#[derive(Default)]
struct Seen {
    refused: u32,
    finished: u32,
    done: u32,
}

impl Seen {
    fn figure(&self, of: &str) {
        figure(&format!(
            "{} renames and syncs failed while {of}: {} times refused with all as it was, {} times finished by the next look, {} times done all the same",
            self.refused + self.done,
            self.refused - self.finished,
            self.finished,
            self.done
        ));
        assert!(self.refused > 3, "{}", self.refused);
    }
}

/// Does an act once for each call of it that can fail, and each time begins with what lies in `before`.
fn with_each_fault(act: &str, before: &Person, look: impl Fn(&Told)) -> Seen {
    let mut seen = Seen::default();
    for calls in CALLS {
        for (first, from_then_on) in (1..).flat_map(|first| [(first, ""), (first, "+")]) {
            let fault = format!("{calls}:error=EIO:when={first}{from_then_on}");
            let bo = Person::bo().in_memory();
            copy_folder(before.home(), bo.home()).unwrap();
            let notes = tempfile::tempdir().unwrap();
            let trace = notes.path().join("trace");
            let said = with_a_fault(act, &bo, &fault, &trace);
            if !fs::read_to_string(&trace).unwrap().contains("INJECTED") {
                break;
            }
            let finished = Cell::new(false);
            let told = Told {
                bo,
                fault,
                said,
                finished,
            };
            match told.refused() {
                Some(_) => seen.refused += 1,
                None => {
                    assert!(told.says("done"), "{}: {:?}", told.fault, told.said);
                    seen.done += 1;
                }
            }
            look(&told);
            seen.finished += u32::from(told.finished.get());
        }
    }
    seen
}

fn with_a_fault(act: &str, bo: &Person, fault: &str, trace: &Path) -> Vec<String> {
    let plain = command(act, bo.home());
    let calls = fault.split(':').next().unwrap();
    let mut strace = Command::new("strace");
    strace
        .args(["-f", "-qq", "-e", &format!("inject={fault}")])
        .args(["-e", &format!("trace={calls}"), "-o"])
        .arg(trace)
        .arg(plain.get_program())
        .args(plain.get_args())
        .env("SOMEBODYS_PHRASE", "phrase number 0")
        .env("SOMEBODYS_NUMBER", "0")
        .env("SOMEBODYS_TIMES", "1")
        .stdin(Stdio::null())
        .stdout(Stdio::piped());
    Somebody::start(&mut strace).rest()
}

/// A journal under phrase number 0 with a page of these words.
fn with_a_page(body: &str) -> Person {
    let bo = Person::bo().in_memory();
    let vault = Vault::create(&bo.folder(), &phrase_of(0), Cost::CHEAP, bo.now()).unwrap();
    let mut journal = vault.unlock(&phrase_of(0), bo.now()).unwrap();
    journal.write(&words(body), bo.now()).unwrap();
    journal.close().unwrap();
    bo
}

fn digests(journal: &Journal) -> BTreeMap<String, String> {
    assert!(journal.check().unwrap().is_whole());
    journal.digests().unwrap()
}

/// Nothing lies there that was begun and not finished, or half of anything.
fn is_tidy(told: &Told) {
    let keys = names_in(&told.bo.keys());
    assert_eq!(keys.len(), 4, "{}: {keys:?}", told.fault);
    let names = names_in(&told.bo.folder());
    let known = |name: &String| {
        let ours = [
            "journal.db",
            "journal.db-journal",
            "keys",
            "lock",
            "backups",
            "tries",
        ];
        ours.contains(&name.as_str()) || name == "before-1"
    };
    assert!(names.iter().all(known), "{}: {names:?}", told.fault);
}

#[test]
fn where_a_passphrase_cannot_be_changed_the_old_one_opens_and_a_changed_one_is_said() {
    if !strace_may_see("renames that fail while the passphrase is changed") {
        return;
    }
    let before = with_a_page("one page");
    let there = digests(&open(&before));
    let seen = with_each_fault("change", &before, |told| {
        let changed = told.says("changed 1");
        told.opens_under(u32::from(changed), &there);
    });
    seen.figure("the passphrase was changed");
}

#[test]
fn where_a_key_cannot_be_renewed_the_old_phrase_opens_and_a_renewed_one_is_said() {
    if !strace_may_see("renames that fail while the key is renewed") {
        return;
    }
    let before = with_a_page("one page");
    let there = digests(&open(&before));
    let seen = with_each_fault("renew", &before, |told| {
        let renewed = told.says("renewed 1") || told.is_decided(told.opened(0).is_none());
        told.opens_under(u32::from(renewed), &there);
    });
    seen.figure("the key was renewed");
}

#[test]
fn where_a_copy_cannot_be_made_there_is_none_of_its_name() {
    if !strace_may_see("renames that fail while a copy is made") {
        return;
    }
    let before = with_a_page("one page");
    let seen = with_each_fault("back-up", &before, |told| {
        let journal = told.opened(0).unwrap();
        let there = digests(&journal);
        let place = told.bo.folder().join("backups");
        let copies = backups_in(&place);
        assert_eq!(
            copies.len(),
            usize::from(told.says("copied ")),
            "{}",
            told.fault
        );
        for copy in copies {
            let looked = Vault::check_copy(&copy.folder, &phrase_of(0), &mut Watch::nobody());
            assert!(looked.unwrap().is_whole(), "{}", told.fault);
        }
        let left = names_in(&told.bo.folder()).contains(&"backups".to_owned());
        let left = if left { names_in(&place) } else { Vec::new() };
        let begun = left.iter().filter(|name| name.ends_with(".part"));
        assert_eq!(begun.count(), 0, "{}: {left:?}", told.fault);
        assert!((1..=2).contains(&there.len()), "{}", told.fault);
        drop(journal);
        is_tidy(told);
    });
    seen.figure("a copy was made");
}

#[test]
fn where_a_copy_cannot_be_brought_back_what_stood_there_stands_there_still() {
    if !strace_may_see("renames that fail while a copy comes back") {
        return;
    }
    let (before, earlier) = (with_a_page("today"), with_a_page("then"));
    copy_folder(&earlier.folder(), &before.home().join("copy")).unwrap();
    let (today, then) = (digests(&open(&before)), digests(&open(&earlier)));
    let seen = with_each_fault("restore", &before, |told| {
        let stands = digests(&told.opened(0).unwrap());
        let by = told.bo.folder().join("before-1");
        if told.says("restored") || told.is_decided(by.exists()) {
            assert!(stands == then, "{}", told.fault);
            let put_by = Vault::at(&by).unwrap();
            let put_by = put_by.unlock(&phrase_of(0), told.bo.now()).unwrap();
            assert!(digests(&put_by) == today, "{}", told.fault);
        } else {
            assert!(stands == today && !by.exists(), "{}", told.fault);
        }
        is_tidy(told);
    });
    seen.figure("a copy came back");
}

#[test]
fn where_nothing_can_be_erased_all_of_it_is_there_and_what_was_decided_is_finished() {
    if !strace_may_see("renames that fail while everything is erased") {
        return;
    }
    let before = with_a_page("one page");
    let journal = open(&before);
    journal
        .back_up(None, before.now(), &mut Watch::nobody())
        .unwrap();
    let there = digests(&journal);
    journal.close().unwrap();
    let seen = with_each_fault("erase", &before, |told| match told.bo.vault() {
        Ok(_) => {
            assert!(told.refused().is_some(), "{}", told.fault);
            let journal = told.opened(0).unwrap();
            assert_eq!(digests(&journal), there, "{}", told.fault);
            assert_eq!(journal.backups().len(), 1, "{}", told.fault);
            is_tidy(told);
        }
        Err(Error::NoJournal) => {
            assert!(told.says("erased"), "{}: {:?}", told.fault, told.said);
            assert!(!told.bo.folder().exists(), "{}", told.fault);
        }
        Err(other) => panic!("{}: {other:?}", told.fault),
    });
    seen.figure("everything was erased");
}

fn open(bo: &Person) -> Journal {
    let vault = bo.vault().unwrap();
    vault.unlock(&phrase_of(0), bo.now()).unwrap()
}
