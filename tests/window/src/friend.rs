//! Somebody to exchange letters with: a second journal, opened through the core, paired with the book of the window
//! before the window opens it.

use std::path::PathBuf;

use awai::{
    CompanionId, Cost, DatePrecision, Journal, LetterDraft, Now, Passphrase, Tongue, Vault,
};
use awai_tests::exchange::{arrived, letter, new_companion, pair_journals, part, sealed_at};

use crate::{Home, PHRASE, Told, at};

/// A friend with a journal of their own.
pub struct Friend {
    /// Their journal.
    pub journal: Journal,
    /// What the person of the window is to them.
    pub person: CompanionId,
    /// What they are to the person of the window.
    pub id: CompanionId,
    stick: PathBuf,
    now: Now,
}

/// Pairs the book of a home with a friend who is called so there.
///
/// # Errors
/// When anything on the way is refused.
pub fn befriend(home: &Home, called: &str, tongue: Tongue) -> Told<Friend> {
    let now = at("2026-11-02T19:30:00+09:00")?;
    let phrase = Passphrase::new(PHRASE)?;
    let theirs = home.path().join(format!("friend-{called}"));
    Vault::create(&theirs, &phrase, Cost::CHEAP, now)?;
    let mut journal = Vault::at(&theirs)?.unlock(&phrase, now)?;
    let mut book = Vault::at(&home.journal())?.unlock(&phrase, now)?;
    let (person, id) = pair_journals(
        (&mut journal, new_companion("Mika", called), tongue, now),
        (&mut book, new_companion(called, "Mika"), Tongue::En, now),
    );
    book.close()?;
    let stick = home.path().join("stick");
    std::fs::create_dir_all(&stick)?;
    Ok(Friend {
        journal,
        person,
        id,
        stick,
        now,
    })
}

impl Friend {
    /// A letter to the person of the window with these passages and nothing else.
    pub fn letter(&self, passages: &[&str]) -> LetterDraft {
        Friend::draft_to(self.person, passages)
    }

    /// A letter to anybody with these passages and nothing else.
    pub fn draft_to(to: CompanionId, passages: &[&str]) -> LetterDraft {
        LetterDraft {
            date: DatePrecision::Day,
            parts: passages.iter().map(|words| part(words)).collect(),
            ..letter(to, "")
        }
    }

    /// Seals it.
    ///
    /// # Errors
    /// When it cannot be sealed.
    pub fn seal(&mut self, draft: &LetterDraft) -> Told<Vec<u8>> {
        Ok(sealed_at(self.now, &mut self.journal, draft))
    }

    /// Puts bytes on the stick that both can reach, under a name that tells nothing.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn carry(&self, name: &str, bytes: &[u8]) -> Told<PathBuf> {
        let path = self.stick.join(name);
        std::fs::write(&path, bytes)?;
        Ok(path)
    }

    /// Keeps a letter of the person of the window.
    ///
    /// # Errors
    /// When it is none.
    pub fn keep(&mut self, file: &[u8]) -> Told<awai::LetterShown> {
        let incoming = arrived(&self.journal, file);
        self.journal.keep_letter(&incoming, self.now)?;
        Ok(incoming.shown()?)
    }
}
