//! The power is cut: a real session is written down call by call, and after each call the disk is left as it may be
//! found then. Every word that was acknowledged is there, and the journal opens.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use awai::{Cost, Cover, Error, Journal, Notice, Passphrase, Vault};
use awai_tests::{Person, moment};

use crate::replay::{CALLS, Chance, Disk, Lie, Step, steps};
use crate::soak::{figure, strace_may_see, times};
use crate::somebodies::{Somebody, command};

/// A session that was written down, and what lay on the disk before it.
pub struct Session {
    home: PathBuf,
    before: BTreeMap<PathBuf, Vec<u8>>,
    steps: Vec<Step>,
}

/// Every file below a folder.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for file in fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.insert(path.clone(), fs::read(&path).unwrap());
        }
    }
    found
}

/// Runs a program under strace; nothing where that may not be.
pub fn written_down(home: &Path, program: &Command) -> Option<Session> {
    if !strace_may_see("power that is cut") {
        return None;
    }
    let before = files(home);
    let notes = tempfile::tempdir().unwrap();
    let trace = notes.path().join("trace");
    let mut strace = Command::new("strace");
    strace
        .args([
            "-f",
            "-qq",
            "-y",
            "-xx",
            "-s",
            "100000000",
            "-e",
            CALLS,
            "-o",
        ])
        .arg(&trace)
        .arg(program.get_program())
        .args(program.get_args())
        .stdin(Stdio::null())
        .stdout(Stdio::piped());
    for (name, value) in program.get_envs() {
        strace.env(name, value.unwrap_or_default());
    }
    let said = Somebody::start(&mut strace).rest();
    assert!(!said.is_empty(), "nothing was said under strace");
    let steps = steps(&fs::read_to_string(&trace).unwrap());
    let acknowledged = steps.iter().filter(|step| matches!(step, Step::Said(_)));
    // A line may have gone out in two pieces.
    assert!(acknowledged.count() >= said.len(), "every line was seen");
    Some(Session {
        home: home.to_owned(),
        before,
        steps,
    })
}

/// What came of the cuts of one session.
#[derive(Debug, Default)]
pub struct Found {
    pub states: usize,
    /// Why a state was not as it is promised.
    pub lost: Vec<String>,
}

/// How a state is looked at: where it lies, what was said until then, and whether to look at all of it.
pub type Look = fn(&Path, &[&str], bool) -> Result<(), String>;

impl Session {
    /// Cuts the power after every step, so many times altogether, and looks at what is found.
    pub fn cut(&self, states: usize, lie: Lie, look: Look) -> Found {
        let workers = 2;
        std::thread::scope(|scope| {
            let all: Vec<_> = (0..workers)
                .map(|worker| {
                    scope.spawn(move || self.cut_every(worker, workers, states, lie, look))
                })
                .collect();
            let mut found = Found::default();
            for part in all {
                let part = part.join().unwrap();
                found.states += part.states;
                found.lost.extend(part.lost);
            }
            found
        })
    }

    fn cut_every(&self, first: usize, stride: usize, states: usize, lie: Lie, look: Look) -> Found {
        let mut disk = Disk::with(&self.before, lie);
        let mut said: Vec<&str> = Vec::new();
        let mut found = Found::default();
        let place = tempfile::tempdir_in("/dev/shm").unwrap();
        for (n, step) in self.steps.iter().enumerate() {
            disk.goes_on(step, &self.home);
            if let Step::Said(line) = step {
                said.push(line);
            }
            let many = states / self.steps.len() + usize::from(n < states % self.steps.len());
            for again in (0..many).filter(|again| (n + again) % stride == first) {
                let mut chance = Chance((n * 1_000_003 + again) as u64);
                let left = place.path().join("home");
                let _ = fs::remove_dir_all(&left);
                for (path, bytes) in disk.after_a_cut(&mut chance) {
                    let path = left.join(path.strip_prefix(&self.home).unwrap());
                    fs::create_dir_all(path.parent().unwrap()).unwrap();
                    fs::write(path, bytes).unwrap();
                }
                found.states += 1;
                if let Err(why) = look(&left, &said, found.states % 16 == 0) {
                    found
                        .lost
                        .push(format!("after step {n} ({step:.80?}), cut {again}: {why}"));
                }
            }
        }
        found
    }
}

fn phrase(number: u32) -> Passphrase {
    Passphrase::new(&format!("phrase number {number}")).unwrap()
}

/// The largest number that was said with this word.
fn largest(said: &[&str], verb: &str) -> u32 {
    let numbers = said
        .iter()
        .filter_map(|line| line.strip_prefix(verb)?.parse().ok());
    numbers.max().unwrap_or(0)
}

/// Opens the journal with the phrase of today, or the one that was just being put in its place.
fn open(home: &Path, said: &[&str]) -> Result<Journal, String> {
    let now = moment("2026-05-03T08:30:00-07:00");
    let vault = Vault::at(&home.join("journal")).map_err(|error| format!("no journal: {error}"))?;
    let vault = vault.remembering(&home.join("seen"));
    let (changed, begun) = (largest(said, "changed "), largest(said, "changing "));
    for number in changed..=begun.max(changed) {
        match vault.unlock(&phrase(number), now) {
            Ok(journal) => return Ok(journal),
            Err(Error::WrongPassphrase) => {}
            Err(other) => return Err(format!("not opened: {other:?}")),
        }
    }
    Err("neither the old phrase nor the new one opens it".to_owned())
}

/// Every word that was acknowledged is there.
fn all_is_kept(home: &Path, said: &[&str], wholly: bool) -> Result<(), String> {
    let journal = open(home, said)?;
    let opened = journal.opened();
    if opened.older || opened.read_only {
        return Err(format!("opened, but {opened:?}"));
    }
    let changing = largest(said, "changing ") > largest(said, "changed ");
    match opened.notice {
        None => {}
        // One of the two copies was being written; it is told, and made whole.
        Some(Notice::SecondCopyOpened) if changing => {}
        Some(other) => return Err(format!("told: {other:?}")),
    }
    let mut last = None;
    for line in said {
        let words: Vec<&str> = line.split(' ').collect();
        match words.as_slice() {
            ["page", run, n, part, id] => {
                last = None;
                let page = journal.page(id.parse().unwrap(), Cover::Opened);
                let body = page
                    .map_err(|error| format!("{line}: {error:?}"))?
                    .writing
                    .body;
                let here = |part: &str| body.starts_with(&format!("{run}/{n}/{part} "));
                if !(here(part) || *part == "4" && here("5")) {
                    return Err(format!("{line}: older words"));
                }
            }
            ["draft", run, n, part] => last = Some((*run, *n, part.parse::<u32>().unwrap())),
            _ => {}
        }
    }
    if let Some((run, n, part)) = last {
        let draft = journal.draft(None).map_err(|error| format!("{error:?}"))?;
        let body = draft.map(|draft| draft.writing.body).unwrap_or_default();
        let here = |part: u32| body.starts_with(&format!("{run}/{n}/{part} "));
        // The step after may have been done and not be said yet; a page that was made takes its draft away.
        let pages = journal.pages(&awai::PagesAsk {
            limit: 500,
            ..awai::PagesAsk::default()
        });
        let made = pages.is_ok_and(|pages| pages.lines.len() > largest_page(said));
        if !(here(part) || here(part + 1) || body.is_empty() && made) {
            return Err(format!("the draft {run}/{n}/{part} is gone"));
        }
    }
    if wholly {
        let report = journal.check().map_err(|error| format!("{error:?}"))?;
        if !report.is_whole() {
            return Err(format!("a check finds something hurt: {report:?}"));
        }
    }
    Ok(())
}

/// How many pages were said to be made.
fn largest_page(said: &[&str]) -> usize {
    said.iter()
        .filter(|line| line.starts_with("page ") && line.contains(" 4 "))
        .count()
}

/// Somebody's evening, from a journal that is there.
fn session(act: &str, evenings: &str) -> Option<Session> {
    let bo = Person::bo().in_memory();
    Vault::create(&bo.folder(), &phrase(0), Cost::CHEAP, bo.now()).unwrap();
    let mut somebody = command(act, bo.home());
    somebody
        .env("SOMEBODYS_EVENINGS", evenings)
        .env("SOMEBODYS_PHRASE", "phrase number 0");
    written_down(bo.home(), &somebody)
}

#[test]
fn whenever_the_power_is_cut_every_acknowledged_word_is_there() {
    let Some(saves) = session("evening", "5") else {
        return;
    };
    let Some(changes) = session("evenings", "3") else {
        return;
    };
    let mut states = 0;
    for session in [saves, changes] {
        let syncs = session
            .steps
            .iter()
            .filter(|step| matches!(step, Step::Sync(_)));
        assert!(syncs.count() > 20);
        let found = session.cut(times(2400) / 2, |_| false, all_is_kept);
        assert!(
            found.lost.is_empty(),
            "{} of {}: {:#?}",
            found.lost.len(),
            found.states,
            &found.lost[..found.lost.len().min(5)]
        );
        states += found.states;
    }
    figure(&format!(
        "{states} states, 0 acknowledged words lost, 0 refused"
    ));
}

#[test]
fn on_a_disk_that_only_claims_to_sync_the_harness_finds_what_is_lost() {
    let Some(session) = session("evening", "5") else {
        return;
    };
    let lies: [(&str, Lie); 3] = [
        ("every sync", |_| true),
        ("those of the rollback journal", |path| {
            path.ends_with("journal.db-journal")
        }),
        ("those of the database", |path| path.ends_with("journal.db")),
    ];
    for (what, lie) in lies {
        let found = session.cut(500, lie, all_is_kept);
        println!(
            "without {what}: {} of {} states",
            found.lost.len(),
            found.states
        );
        assert!(
            !found.lost.is_empty(),
            "without {what} nothing was lost: the harness is blind"
        );
    }
}
