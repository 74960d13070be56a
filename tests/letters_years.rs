//! Years of letters on sticks and in mails: a fifth of them lost, a fifth carried twice, all of them late and out of
//! order, and now and then a backup put back on either side. Whatever happened, both come to the same letters,
//! nothing stands twice, and what has not come is named.
//!
//! 500 schedules run as an ordinary test; `AWAI_SCHEDULES` asks for another number.

// A helper of a test is a test.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::ops::{AddAssign, Range};
use std::panic::resume_unwind;
use std::path::Path;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

use awai::{CompanionId, Gap, Journal, Watch, Whose};
use awai_tests::exchange::{arrived, letter, new_companion, sealed, words_of};
use awai_tests::{Person, copy_folder, figure};
use chrono::Duration;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

/// What happens next. `who` is 0 or 1.
#[derive(Debug, Clone)]
enum Step {
    /// Somebody writes; the file gets lost, comes once, or comes twice.
    Write { who: usize, copies: usize },
    /// A file that is on its way to somebody arrives.
    Arrive { who: usize, which: usize },
    /// Somebody makes a backup.
    BackUp { who: usize },
    /// Somebody's backup is put back.
    PutBack { who: usize },
    /// Months go by.
    Wait { days: i64 },
}

fn step() -> impl Strategy<Value = Step> {
    let who = 0..2usize;
    prop_oneof![
        8 => (who.clone(), 0..10usize).prop_map(|(who, chance)| Step::Write {
            who,
            copies: [0, 0, 1, 1, 1, 1, 1, 1, 2, 2][chance],
        }),
        10 => (who.clone(), any::<usize>()).prop_map(|(who, which)| Step::Arrive { who, which }),
        1 => who.clone().prop_map(|who| Step::BackUp { who }),
        1 => who.prop_map(|who| Step::PutBack { who }),
        1 => (1..200i64).prop_map(|days| Step::Wait { days }),
    ]
}

/// Two people and what is on its way between them.
struct Years {
    people: [Person; 2],
    to: [CompanionId; 2],
    journals: [Option<Journal>; 2],
    /// Files on their way to each, with their words.
    underway: [Vec<(Vec<u8>, String)>; 2],
    /// The words that came to each and are on the shelf, as they would have to be.
    here: [BTreeSet<String>; 2],
    backups: [Option<BTreeSet<String>>; 2],
    written: usize,
    came: usize,
    put_back: usize,
}

/// Two paired journals, made once; every schedule begins with a copy of them.
fn paired() -> &'static (Vec<tempfile::TempDir>, [CompanionId; 2]) {
    static PAIRED: OnceLock<(Vec<tempfile::TempDir>, [CompanionId; 2])> = OnceLock::new();
    PAIRED.get_or_init(|| {
        // Thousands of durable saves: where memory serves as a disk, nobody waits for a real one.
        let quick = Path::new("/dev/shm");
        if quick.is_dir() {
            let _ = tempfile::env::override_temp_dir(quick);
        }
        let people = [Person::aki(), Person::bo()];
        let mut journals = people.each_ref().map(Person::begin);
        let [aki, bo] = &mut journals;
        let new = |called, my_name| new_companion(called, my_name);
        let now = people[0].now();
        let card = aki
            .make_card(&new("Bo", "Aki"), people[0].tongue, now)
            .unwrap();
        let there = bo
            .answer_card(&card.my_card, &new("Aki", "Bo"), people[1].tongue, now)
            .unwrap();
        let to_bo = aki.take_card(card.id, &there.my_card, now).unwrap().id;
        for journal in journals {
            journal.close().unwrap();
        }
        let kept = people.each_ref().map(|person| {
            let folder = tempfile::tempdir().unwrap();
            copy_folder(&person.folder(), &folder.path().join("journal")).unwrap();
            folder
        });
        (kept.into(), [to_bo, there.id])
    })
}

impl Years {
    fn begin() -> Years {
        let (folders, to) = paired();
        let people = [Person::aki(), Person::bo()];
        for (person, folder) in people.iter().zip(folders) {
            copy_folder(&folder.path().join("journal"), &person.folder()).unwrap();
        }
        let journals = people.each_ref().map(|person| Some(person.open()));
        Years {
            people,
            to: *to,
            journals,
            underway: Default::default(),
            here: Default::default(),
            backups: Default::default(),
            written: 0,
            came: 0,
            put_back: 0,
        }
    }

    fn journal(&mut self, who: usize) -> &mut Journal {
        self.journals[who].as_mut().unwrap()
    }

    fn go(&mut self, step: &Step) {
        match *step {
            Step::Write { who, copies } => {
                let (words, file) = self.write(who);
                for _ in 0..copies {
                    self.underway[1 - who].push((file.clone(), words.clone()));
                }
            }
            Step::Arrive { who, which } => {
                if !self.underway[who].is_empty() {
                    let which = which % self.underway[who].len();
                    let (file, words) = self.underway[who].swap_remove(which);
                    self.take(who, &file, words);
                }
            }
            Step::BackUp { who } => {
                self.journals[who].take().unwrap().close().unwrap();
                let (folder, aside) = self.places(who);
                let _ = fs::remove_dir_all(&aside);
                copy_folder(&folder, &aside).unwrap();
                self.journals[who] = Some(self.people[who].open());
                self.backups[who] = Some(self.here[who].clone());
            }
            Step::PutBack { who } => {
                let Some(here) = self.backups[who].clone() else {
                    return;
                };
                self.journals[who].take().unwrap().close().unwrap();
                let (folder, aside) = self.places(who);
                fs::remove_dir_all(&folder).unwrap();
                copy_folder(&aside, &folder).unwrap();
                let mut journal = self.people[who].open();
                if journal.opened().older {
                    journal.accept_older().unwrap();
                }
                self.journals[who] = Some(journal);
                self.here[who] = here;
                self.put_back += 1;
            }
            Step::Wait { days } => {
                for person in &self.people {
                    person.later(Duration::days(days));
                }
            }
        }
    }

    fn places(&self, who: usize) -> (std::path::PathBuf, std::path::PathBuf) {
        let person = &self.people[who];
        (person.folder(), person.home().join("backup"))
    }

    fn write(&mut self, who: usize) -> (String, Vec<u8>) {
        self.written += 1;
        let words = format!("letter {}", self.written);
        let draft = letter(self.to[who], &words);
        let journal = self.journals[who].as_mut().unwrap();
        let file = sealed(&self.people[who], journal, &draft);
        (words, file)
    }

    fn take(&mut self, who: usize, file: &[u8], words: String) {
        let now = self.people[who].now();
        let journal = self.journal(who);
        let came = arrived(journal, file);
        assert_eq!(words_of(&came), std::slice::from_ref(&words));
        journal.keep_letter(&came, now).unwrap();
        self.here[who].insert(words);
        self.came += 1;
    }

    /// The words of the other's letters on somebody's shelf, with their numbers.
    fn shelf(&mut self, who: usize, whose: Whose) -> Vec<(u32, String)> {
        let to = self.to[who];
        let journal = self.journal(who);
        let lines = journal.thread(to).unwrap().letters;
        let theirs = lines.into_iter().filter(|line| line.whose == whose);
        theirs
            .map(|line| {
                let text = journal.letter_text(line.version).unwrap();
                let letter: serde_json::Value = serde_json::from_str(&text).unwrap();
                let words = letter["parts"][0]["text"][0].as_str().unwrap();
                (line.seq, words.to_owned())
            })
            .collect()
    }

    fn told(&mut self, who: usize) {
        let shelf = self.shelf(who, Whose::Theirs);
        let words: Vec<String> = shelf.iter().map(|(_, words)| words.clone()).collect();
        let once: BTreeSet<String> = words.iter().cloned().collect();
        assert_eq!(words.len(), once.len(), "nothing stands twice");
        assert_eq!(
            once, self.here[who],
            "everything that came is here, and nothing else"
        );
        let numbers: BTreeSet<u32> = shelf.iter().map(|(seq, _)| *seq).collect();
        let last = numbers.last().copied().unwrap_or(0);
        let lacking: Vec<u32> = (1..=last).filter(|seq| !numbers.contains(seq)).collect();
        let to = self.to[who];
        let missing = self.journal(who).thread(to).unwrap().missing;
        let named: Vec<u32> = missing
            .iter()
            .flat_map(|Gap { from, to }| *from..=*to)
            .collect();
        assert_eq!(named, lacking, "what has not come is named");
    }

    /// Everything that is still on a shelf goes once more, and both write once: afterwards nobody lacks anything that
    /// the other still has.
    fn settle(&mut self) {
        for who in [0, 1] {
            let to = self.to[who];
            let lines = self.journal(who).thread(to).unwrap().letters;
            let mine: BTreeMap<_, _> = lines
                .iter()
                .filter(|line| line.whose == Whose::Mine)
                .map(|line| (line.id, line.version))
                .collect();
            for (id, version) in mine {
                let file = self
                    .journal(who)
                    .seal_again(to, id, &mut Watch::nobody())
                    .unwrap();
                let text = self.journal(who).letter_text(version).unwrap();
                let letter: serde_json::Value = serde_json::from_str(&text).unwrap();
                let words = letter["parts"][0]["text"][0].as_str().unwrap().to_owned();
                self.take(1 - who, &file.bytes, words);
            }
        }
        for who in [0, 1] {
            let mine: BTreeSet<String> = self
                .shelf(who, Whose::Mine)
                .into_iter()
                .map(|(_, words)| words)
                .collect();
            assert!(mine.is_subset(&self.here[1 - who]));
            self.told(who);
        }
        // Two letters each way, so that each has read what the other has of theirs; from then on numbers are new.
        for who in [0, 1, 0, 1] {
            let (words, file) = self.write(who);
            self.take(1 - who, &file, words);
        }
        let (words, file) = self.write(0);
        let before = self.shelf(1, Whose::Theirs);
        self.take(1, &file, words.clone());
        let after = self.shelf(1, Whose::Theirs);
        let number = after.iter().find(|(_, there)| *there == words).unwrap().0;
        assert!(
            before.iter().all(|(seq, _)| *seq < number),
            "numbers go on where they were"
        );
        for who in [0, 1] {
            assert!(self.journal(who).check().unwrap().is_whole());
        }
    }
}

/// What the schedules of a test came to, for the soak to tell.
#[derive(Default)]
struct Seen {
    schedules: usize,
    written: usize,
    came: usize,
    put_back: usize,
}

impl AddAssign for Seen {
    fn add_assign(&mut self, more: Seen) {
        self.schedules += more.schedules;
        self.written += more.written;
        self.came += more.came;
        self.put_back += more.put_back;
    }
}

/// So many schedules are drawn together, all of them short or all of them long.
const TOGETHER: u32 = 25;
/// How many steps a short one has, and a long one.
const STEPS: [Range<usize>; 2] = [1..30, 15..45];

fn schedules() -> u32 {
    let asked = std::env::var("AWAI_SCHEDULES").ok();
    asked.and_then(|text| text.parse().ok()).unwrap_or(500)
}

#[test]
fn both_come_to_the_same_letters_whatever_happens_on_the_way() {
    paired();
    // Every core takes the next ones as soon as it is free.
    let (asked, taken) = (schedules(), AtomicU32::new(0));
    let live_on = || {
        let mut seen = Seen::default();
        loop {
            let before = taken.fetch_add(TOGETHER, Ordering::Relaxed);
            let Some(left) = asked.checked_sub(before).filter(|left| *left > 0) else {
                return seen;
            };
            let which = (before / TOGETHER) as usize % STEPS.len();
            seen += live_through(STEPS[which].clone(), left.min(TOGETHER));
        }
    };
    let mut seen = Seen::default();
    thread::scope(|scope| {
        let cores = thread::available_parallelism().map_or(1, usize::from);
        let threads: Vec<_> = (0..cores).map(|_| scope.spawn(live_on)).collect();
        for thread in threads {
            // What fell in a thread has told its shortest schedule.
            seen += thread.join().unwrap_or_else(|fell| resume_unwind(fell));
        }
    });
    assert_eq!(seen.schedules, asked as usize);
    figure(&format!(
        "{asked} schedules of {} to {} steps: {} letters written, {} came, {} times an older copy was put back; \
         0 doubled, each gap named, both came to the same letters",
        STEPS[0].start,
        STEPS[1].end - 1,
        seen.written,
        seen.came,
        seen.put_back,
    ));
}

/// So many schedules, each of so many steps.
fn live_through(steps: Range<usize>, cases: u32) -> Seen {
    let seen = RefCell::new(Seen::default());
    let mut runner = TestRunner::new(Config {
        cases,
        max_shrink_iters: 200,
        failure_persistence: None,
        ..Config::default()
    });
    let schedule = prop::collection::vec(step(), steps);
    runner
        .run(&schedule, |steps| {
            live(&steps, &mut seen.borrow_mut());
            Ok(())
        })
        .unwrap();
    seen.take()
}

fn live(steps: &[Step], seen: &mut Seen) {
    let mut years = Years::begin();
    for step in steps {
        years.go(step);
    }
    years.told(0);
    years.told(1);
    years.settle();
    seen.schedules += 1;
    seen.written += years.written;
    seen.came += years.came;
    seen.put_back += years.put_back;
}
