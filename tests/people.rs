//! Aki, Bo and Claire: people with journals, for the tests.
//!
//! Each has a home of their own in a temporary folder, a passphrase, a clock that stands still until it is
//! moved, and a journal whose passphrase costs next to nothing. Whatever a test does stays in that home, and
//! goes with it.

pub mod exchange;
pub mod readers;
mod seen;
#[cfg(target_os = "linux")]
pub mod stick;
pub mod stock;
pub mod stranger;
pub mod strings;
mod unseen;

pub use seen::figure;
pub use unseen::not_looked_at;

use std::cell::Cell;
use std::path::{Path, PathBuf};

use awai::{
    Cost, Cover, DraftSave, Journal, MomentKind, NewMoment, NewTie, Now, Opened, PagesAsk,
    Passphrase, ReflectionId, Result, Tie, TieId, TieKind, Tongue, Vault, Writing,
};
use chrono::{DateTime, Duration};

/// A moment written as RFC 3339, such as `2026-05-03T21:40:00+09:00`.
///
/// # Panics
/// When it is none.
pub fn moment(text: &str) -> Now {
    DateTime::parse_from_rfc3339(text).expect("the test gives a moment as RFC 3339")
}

/// A page with these words and nothing else.
pub fn words(body: &str) -> Writing {
    Writing {
        body: body.to_owned(),
        ..Writing::default()
    }
}

/// A moment without words, with somebody or nobody in particular.
pub fn marked(kind: MomentKind, tie: Option<TieId>) -> NewMoment {
    NewMoment {
        kind,
        words: String::new(),
        lang: String::new(),
        tie,
    }
}

/// A page with a title.
pub fn titled(title: &str, body: &str) -> Writing {
    Writing {
        title: title.to_owned(),
        ..words(body)
    }
}

/// A save of the new page's draft.
pub fn unfinished(rev: u32, body: &str) -> DraftSave {
    DraftSave {
        page: None,
        rev,
        writing: words(body),
    }
}

/// What each page says, in the order of the words.
///
/// # Panics
/// When the pages cannot be read.
#[must_use]
pub fn bodies(journal: &Journal) -> Vec<String> {
    let ask = PagesAsk {
        limit: 50,
        ..PagesAsk::default()
    };
    let lines = journal.pages(&ask).unwrap().lines.into_iter();
    let body = |id| journal.page(id, Cover::Opened).unwrap().writing.body;
    let mut bodies: Vec<String> = lines.map(|line| body(line.id)).collect();
    bodies.sort();
    bodies
}

/// Copies a folder with everything in it.
///
/// # Errors
/// What the disk says.
pub fn copy_folder(from: &Path, to: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(to)?;
    for file in std::fs::read_dir(from)? {
        let file = file?;
        let to = to.join(file.file_name());
        if file.file_type()?.is_dir() {
            copy_folder(&file.path(), &to)?;
        } else {
            std::fs::copy(file.path(), to)?;
        }
    }
    Ok(())
}

/// The names of what lies in a folder, in their order.
///
/// # Panics
/// When it cannot be read.
pub fn names_in(folder: &Path) -> Vec<String> {
    let files = std::fs::read_dir(folder).expect("the folder can be read");
    let mut names: Vec<String> = files
        .map(|file| file.expect("its files can be read").file_name())
        .map(|name| name.into_string().expect("its name is a text"))
        .collect();
    names.sort();
    names
}

/// Somebody who keeps a journal.
pub struct Person {
    /// What they are called.
    pub name: &'static str,
    /// The language they write in.
    pub tongue: Tongue,
    phrase: &'static str,
    home: tempfile::TempDir,
    clock: Cell<Now>,
}

impl Person {
    /// Aki writes in Japanese, in Sapporo.
    pub fn aki() -> Person {
        Person::new(
            "Aki",
            Tongue::Ja,
            "駅のベンチで 三十分ならんだ",
            "2026-05-03T21:40:00+09:00",
        )
    }

    /// Bo writes in English, wherever Bo is.
    pub fn bo() -> Person {
        Person::new(
            "Bo",
            Tongue::En,
            "lamp quay trout ninety-two",
            "2026-05-03T08:15:00-07:00",
        )
    }

    /// Claire writes in French, in Québec.
    pub fn claire() -> Person {
        Person::new(
            "Claire",
            Tongue::Fr,
            "l’été au bord du fleuve",
            "2026-05-03T08:40:00-04:00",
        )
    }

    /// The same person, whose home is in the memory of the machine where it has such a place: a test that makes
    /// thousands of small files durable would take minutes on a disk.
    #[must_use]
    pub fn in_memory(self) -> Person {
        match tempfile::tempdir_in("/dev/shm") {
            Ok(home) => Person { home, ..self },
            Err(_) => self,
        }
    }

    fn new(name: &'static str, tongue: Tongue, phrase: &'static str, clock: &str) -> Person {
        Person {
            name,
            tongue,
            phrase,
            home: tempfile::tempdir().expect("the test may make a temporary folder"),
            clock: Cell::new(moment(clock)),
        }
    }

    /// Their passphrase as they type it.
    pub fn phrase_text(&self) -> &'static str {
        self.phrase
    }

    /// Their passphrase.
    pub fn phrase(&self) -> Passphrase {
        Passphrase::new(self.phrase).expect("it is not empty")
    }

    /// A folder that is only theirs.
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// The folder of their journal.
    pub fn folder(&self) -> PathBuf {
        self.home().join("journal")
    }

    /// The file that holds every word.
    pub fn database(&self) -> PathBuf {
        self.folder().join("journal.db")
    }

    /// The folder of the key slots.
    pub fn keys(&self) -> PathBuf {
        self.folder().join("keys")
    }

    /// Where the newest state of their journal is kept in mind.
    pub fn seen(&self) -> PathBuf {
        self.home().join("seen")
    }

    /// What their clock says.
    pub fn now(&self) -> Now {
        self.clock.get()
    }

    /// Time goes by; also backwards.
    pub fn later(&self, by: Duration) -> Now {
        self.clock.set(self.clock.get() + by);
        self.now()
    }

    /// Their clock says something else from now on.
    pub fn set_clock(&self, text: &str) -> Now {
        self.clock.set(moment(text));
        self.now()
    }

    /// Makes their journal and opens it.
    pub fn begin(&self) -> Journal {
        let made = Vault::create(&self.folder(), &self.phrase(), Cost::CHEAP, self.now());
        made.expect("a journal can be made in a new folder");
        self.open()
    }

    /// Their journal, closed.
    pub fn vault(&self) -> Result<Vault> {
        Ok(Vault::at(&self.folder())?.remembering(&self.seen()))
    }

    /// Opens their journal and takes the closer look, as the window and the command line do.
    pub fn try_open(&self) -> Result<Journal> {
        let mut journal = self.vault()?.unlock(&self.phrase(), self.now())?;
        journal.look_closer()?;
        Ok(journal)
    }

    /// Opens their journal.
    ///
    /// # Panics
    /// When it does not open.
    pub fn open(&self) -> Journal {
        match self.try_open() {
            Ok(journal) => journal,
            Err(error) => panic!("the journal of {} did not open: {error}", self.name),
        }
    }

    /// Opens their journal and tells what was said on opening, the journal being closed again.
    pub fn told_on_opening(&self) -> Result<Opened> {
        Ok(self.try_open()?.opened())
    }

    /// Writes a page now, and lets a minute go by.
    ///
    /// # Panics
    /// When it is not kept.
    pub fn write(&self, journal: &mut Journal, body: &str) -> ReflectionId {
        let id = journal.write(&words(body), self.now());
        self.later(Duration::minutes(1));
        id.expect("a page can be written")
    }

    /// Makes a tie with a person.
    ///
    /// # Panics
    /// When it is not kept.
    pub fn tie(&self, journal: &mut Journal, called: &str) -> Tie {
        let tie = NewTie {
            called: called.to_owned(),
            kind: TieKind::Person,
        };
        journal
            .add_tie(&tie, self.now())
            .expect("a tie can be made")
    }
}
