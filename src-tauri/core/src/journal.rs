//! An open journal. Every write passes one gate, [`Journal::change`]; the verbs are spread by noun.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::Now;
use crate::check;
use crate::error::{Error, Result};
use crate::files::Hold;
use crate::library::Library;
use crate::passphrase::Passphrase;
use crate::seal::Cost;
use crate::seen::Seen;
use crate::slots::{SlotKind, Slots};
use crate::store::{Access, Rows, Store};
use crate::vault::Vault;

/// How many changes are looked at when a journal opens; [`Journal::check`] looks at all.
const LINKS_ON_OPENING: i64 = 200;

/// How much of what they changed is read by the closer look, the newest first: the words of a long letter
/// exchange, but not two hundred pages of 16 MiB.
const MOST_BYTES_LOOKED_AT: u64 = 4 * 1024 * 1024;

/// An open journal: it cannot exist without its key. Dropping it closes it.
pub struct Journal {
    store: Option<Store>,
    /// The one writer's hold; nothing where only reading is allowed.
    hold: Option<Hold>,
    folder: PathBuf,
    seen: Option<Seen>,
    opened: Opened,
    /// When it was opened.
    begun_at: Now,
    look: Look,
    pub(crate) library: Cow<'static, Library>,
}

/// Whether what was changed lately has been compared with what the chain says of it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Look {
    /// Only the links of the chain were.
    Links,
    /// The things themselves were, too.
    Things,
}

/// What the person should know right after opening.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Opened {
    /// Something that was found on the way.
    pub notice: Option<Notice>,
    /// The file, or a part of it, is older than what was last seen here: it can only be read until
    /// [`Journal::accept_older`].
    pub older: bool,
    /// The folder allows reading only.
    pub read_only: bool,
    /// How often another phrase was tried since it was last opened.
    pub tries: u32,
    /// Twelve words opened it, and not the passphrase.
    pub with_words: bool,
}

impl Opened {
    /// Whether pages can be written.
    pub(crate) fn is_writable(self) -> bool {
        !self.older && !self.read_only
    }
}

/// Something that was found on opening.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Notice {
    /// The first copy of the key file was damaged; the second one opened the journal, and the first was mended.
    SecondCopyOpened,
    /// Parts of the database are damaged: what can be read can be read, and nothing is written.
    PartsDamaged,
}

impl Journal {
    pub(crate) fn begin(
        store: Store,
        hold: Option<Hold>,
        folder: PathBuf,
        seen: Option<Seen>,
        opened: Opened,
        now: Now,
    ) -> Result<Journal> {
        let mut journal = Journal {
            store: Some(store),
            hold,
            folder,
            seen,
            opened,
            begun_at: now,
            look: Look::Links,
            library: Cow::Borrowed(Library::shipped()),
        };
        let whole = twice(|| journal.links_are_whole());
        journal.take_note_of(whole)?;
        Ok(journal)
    }

    /// What the person should know right after opening. [`Journal::look_closer`] may find more.
    pub fn opened(&self) -> Opened {
        self.opened
    }

    /// Compares the things that were changed lately with what the chain of changes says of them, and does what is
    /// done once a day. Opening leaves this for when the first room is shown, because it reads two hundred pages;
    /// whatever is to be written before waits for it, so that nothing is ever added to an older journal unasked.
    ///
    /// # Errors
    /// What the disk may say. What is older or damaged is no error: the answer tells it.
    pub fn look_closer(&mut self) -> Result<Opened> {
        if self.look == Look::Things {
            return Ok(self.opened);
        }
        if !self.opened.older && self.opened.notice != Some(Notice::PartsDamaged) {
            let whole = twice(|| self.things_are_whole());
            self.take_note_of(whole)?;
        }
        self.look = Look::Things;
        if !self.opened.older && !self.opened.read_only {
            let now = self.begun_at;
            let opened_today = self
                .rows()
                .clock_seen()
                .unwrap_or_default()
                .0
                .is_some_and(|last| last.date_naive() == now.date_naive());
            // Once a day is enough, and keeps opening free of a write.
            if !opened_today {
                // On a full or failing disk the journal opens all the same; the first write will tell.
                let _ = self.let_go_what_lay_long(now);
            }
            self.note_seen();
        }
        if let Some(hold) = &self.hold {
            hold.sync();
        }
        Ok(self.opened)
    }

    /// What is not whole is older; one hurt sheet of the file keeps nobody from all the others.
    fn take_note_of(&mut self, whole: Result<bool>) -> Result<()> {
        match whole {
            Ok(whole) => self.opened.older = !whole,
            Err(Error::JournalDamaged) => {
                self.opened.notice = Some(Notice::PartsDamaged);
                self.opened.read_only = true;
            }
            Err(error) => return Err(error),
        }
        Ok(())
    }

    /// The person chose this state of the journal: it can be written again, and is the one to be remembered.
    /// What the chain says is brought to what there is, so that the next opening does not ask again.
    pub fn accept_older(&mut self) -> Result<()> {
        self.look_closer()?;
        let older = std::mem::replace(&mut self.opened.older, false);
        if older && !self.opened.read_only {
            let taken = self.change(check::take_as_it_stands);
            self.opened.older = taken.is_err();
            taken?;
        }
        self.note_seen();
        Ok(())
    }

    /// Changes the passphrase. The new slot is written, made durable and proven to open before the old one
    /// goes; killed at any moment, the journal opens with the old phrase or with the new one.
    ///
    /// Copies of the journal made before still open with the old phrase.
    ///
    /// # Errors
    /// [`Error::WrongPassphrase`] when `old` is not the passphrase: nothing changes then.
    pub fn change_passphrase(
        &mut self,
        old: &Passphrase,
        new: &Passphrase,
        cost: Cost,
    ) -> Result<()> {
        self.look_closer()?;
        self.refuse_unless_writable()?;
        let slots = Slots::of(&Vault::keys_of(&self.folder))?;
        let open = slots.open(old)?;
        let name = slots.add(SlotKind::Passphrase, &open.secret, new, cost)?;
        slots.let_go_before(name)
    }

    /// Goes on with a journal whose disk was away, such as a stick that was pulled out and plugged in again, if nobody
    /// had it meanwhile. Everything that is written does this first, so that words that could not be kept are kept
    /// without the book being closed and opened; whoever only reads asks for it.
    ///
    /// # Errors
    /// [`Error::FolderGone`] while it is away; [`Error::ChangedElsewhere`] and [`Error::HeldElsewhere`] when somebody had
    /// it or has it; and what the disk may say.
    pub fn come_back(&mut self) -> Result<()> {
        if !self.store().may_be_gone() {
            return Ok(());
        }
        if let Some(hold) = &mut self.hold {
            hold.take_again()?;
        }
        self.store_mut().come_back()
    }

    /// Somebody was told that the disk does not answer: the next time it may be there again.
    pub fn doubt(&mut self) {
        self.store_mut().doubt();
    }

    /// Closes the journal and notes its newest state. Dropping it does the same but cannot tell of a failure.
    pub fn close(mut self) -> Result<()> {
        self.note_seen();
        match self.store.take() {
            Some(store) => store.close(),
            None => Ok(()),
        }
    }

    /// Closes its database, and goes on with the one that `open` gives.
    pub(crate) fn with_another_store(
        mut self,
        open: impl FnOnce() -> Result<Store>,
    ) -> Result<Journal> {
        if let Some(store) = self.store.take() {
            store.close()?;
        }
        self.store = Some(open()?);
        Ok(self)
    }

    /// For reading.
    pub(crate) fn rows(&self) -> Rows<'_> {
        self.store().rows()
    }

    /// The open database itself, for whole copies.
    pub(crate) fn store(&self) -> &Store {
        self.store
            .as_ref()
            .expect("the store is taken only when the journal is consumed")
    }

    fn store_mut(&mut self) -> &mut Store {
        self.store
            .as_mut()
            .expect("the store is taken only when the journal is consumed")
    }

    /// The folder it lies in.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// The one gate for every write: it owns the transaction.
    pub(crate) fn change<T>(&mut self, work: impl FnOnce(&Rows<'_>) -> Result<T>) -> Result<T> {
        self.come_back()?;
        self.look_closer()?;
        self.refuse_unless_writable()?;
        self.store_mut().change(work)
    }

    pub(crate) fn keys(&self) -> PathBuf {
        Vault::keys_of(&self.folder)
    }

    /// A chosen place that is gone together with the journal's own folder was on the same stick.
    pub(crate) fn or_gone(&self, error: Error) -> Error {
        match error {
            Error::PlaceGone if !self.folder.is_dir() => Error::FolderGone,
            other => other,
        }
    }

    pub(crate) fn refuse_unless_writable(&self) -> Result<()> {
        let read_only = self
            .store
            .as_ref()
            .is_none_or(|store| store.access() == Access::ReadOnly);
        if read_only {
            return Err(Error::ReadOnly);
        }
        if self.opened.notice == Some(Notice::PartsDamaged) {
            return Err(Error::JournalDamaged);
        }
        if self.opened.older {
            return Err(Error::OlderThanSeen);
        }
        Ok(())
    }

    /// Whether the newest state last seen is in the chain, and the newest links follow from each other.
    fn links_are_whole(&self) -> Result<bool> {
        let rows = self.rows();
        if let Some(link) = self.seen.as_ref().and_then(Seen::link)
            && !rows.has_link(&link)?
        {
            return Ok(false);
        }
        let mut whole = true;
        rows.walk_heads(LINKS_ON_OPENING, |previous, head| {
            whole &= head.follows(previous);
            Ok(())
        })?;
        Ok(whole)
    }

    /// Whether the things that were changed lately are what the chain says.
    fn things_are_whole(&self) -> Result<bool> {
        let rows = self.rows();
        let mut changed = Vec::new();
        rows.walk_heads(LINKS_ON_OPENING, |_, head| {
            changed.push((head.kind, head.thing));
            Ok(())
        })?;
        let (mut looked_at, mut bytes) = (BTreeSet::new(), 0);
        for (kind, thing) in changed.into_iter().rev() {
            if !looked_at.insert(thing) {
                continue;
            }
            bytes += check::bytes_of_thing(&rows, &kind, &thing)?;
            if bytes > MOST_BYTES_LOOKED_AT && looked_at.len() > 1 {
                break;
            }
            if !check::thing_is_as_its_head_says(&rows, &kind, &thing)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Notes the newest link outside the journal. A courtesy: when it cannot be written, the journal still works,
    /// only an older file put in its place would go unnoticed.
    fn note_seen(&self) {
        // Not before the closer look: what it has not found whole is not what was last seen whole.
        if self.look == Look::Links {
            return;
        }
        if self.opened.older || self.opened.notice == Some(Notice::PartsDamaged) {
            return;
        }
        let newest = self
            .store
            .as_ref()
            .and_then(|store| store.rows().newest_link().ok().flatten());
        if let (Some(seen), Some(link)) = (&self.seen, newest) {
            let _ = seen.note(&link);
        }
    }
}

/// To SQLCipher a disk that failed once looks like damage, and a book would stay closed to every word of the evening.
/// What is hurt is hurt the second time as well, when the database was opened again in between.
fn twice<T>(look: impl Fn() -> Result<T>) -> Result<T> {
    match look() {
        Err(Error::JournalDamaged) => look(),
        seen => seen,
    }
}

impl Drop for Journal {
    fn drop(&mut self) {
        if self.store.is_some() {
            self.note_seen();
        }
    }
}
