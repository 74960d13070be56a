//! Everything is erased: the book closes, then its journal goes, and what was asked for beside it.

use awai::{CopiesToo, Now, Passphrase, TroubleKind, Vault};
use serde::Deserialize;

use crate::session::{Answer, Session};

/// What becomes of the settings, which hold nothing private.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum SettingsToo {
    Stay,
    Go,
}

impl Session {
    /// Erases the open journal after its passphrase. A wrong one changes nothing and leaves the book open. What could
    /// not be removed yet is told by the next [`crate::commands::start::Start`].
    ///
    /// # Errors
    /// `wrong_passphrase`, and what the core says while the journal still opens.
    pub fn erase(
        &self,
        passphrase: &str,
        copies: CopiesToo,
        settings: SettingsToo,
        now: Now,
    ) -> Answer<()> {
        let phrase = Passphrase::new(passphrase)?;
        self.with(|journal| journal.prove(&phrase))?;
        let _none = self.copying().none_more();
        // Whoever is in a hurry closes the window, or hides it, right after: it is erased all the same.
        let _to_its_end = self.decides()?;
        let closed = self.close(None, now).or_else(|why| match why.kind {
            TroubleKind::Closed => Ok(()),
            _ => Err(why),
        });
        closed
            .and_then(|()| self.erase_closed(&phrase, copies, settings))
            .inspect_err(|why| {
                // The page that asked is gone: the door says why everything is still there.
                if !self.is_open() {
                    self.note_left(why.kind);
                }
            })
    }

    fn erase_closed(
        &self,
        phrase: &Passphrase,
        copies: CopiesToo,
        settings: SettingsToo,
    ) -> Answer<()> {
        let lives = self.lives();
        let vault = Vault::at(&lives.journal)?.remembering(&lives.seen);
        let erasing = vault.begin_erasing(phrase)?;
        if settings == SettingsToo::Go {
            // First: killed in between, the journal is there and the window looks as usual.
            awai::erase_settings(&lives.settings)?;
        }
        erasing.erase(copies)?;
        let around = [lives.journal.parent(), lives.seen.parent()];
        let around = around.into_iter().flatten();
        around
            .chain([lives.settings.as_path()])
            .for_each(awai::leave_no_empty_place);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arguments::Lives;

    const PHRASE: &str = "a lamp beside the window";

    fn now() -> Now {
        chrono::DateTime::parse_from_rfc3339("2026-11-01T21:14:00+09:00").unwrap()
    }

    #[test]
    fn a_slip_leaves_the_book_open_and_the_passphrase_leaves_nothing() {
        let home = tempfile::tempdir().unwrap();
        let place = home.path().join("share").join("awai");
        let session = Session::at(Lives {
            journal: place.join("journal"),
            settings: home.path().join("config").join("awai"),
            seen: place.join("seen"),
            web: None,
        });
        session.create(PHRASE, None, now()).unwrap();
        session.set_settings(session.settings()).unwrap();
        let slip = session.erase("another phrase", CopiesToo::Go, SettingsToo::Go, now());
        assert_eq!(slip.unwrap_err().kind, TroubleKind::WrongPassphrase);
        assert!(session.is_open());
        session
            .erase(PHRASE, CopiesToo::Go, SettingsToo::Go, now())
            .unwrap();
        assert!(!session.is_open() && !session.has_journal());
        for folder in ["share", "config"] {
            let left: Vec<_> = std::fs::read_dir(home.path().join(folder))
                .unwrap()
                .collect();
            assert!(left.is_empty(), "{left:?}");
        }
    }

    #[test]
    fn what_keeps_the_closed_book_from_being_erased_is_told_at_the_door() {
        let home = tempfile::tempdir().unwrap();
        let session = Session::at(Lives::beside(home.path()));
        session.create(PHRASE, None, now()).unwrap();
        // A folder with something in it is no file that can be removed.
        let settings = home.path().join("settings/settings.json");
        std::fs::create_dir_all(settings.join("in the way")).unwrap();
        let done = session.erase(PHRASE, CopiesToo::Stay, SettingsToo::Go, now());
        let why = done.unwrap_err().kind;
        assert!(!session.is_open() && session.has_journal());
        assert_eq!(session.told_at_the_door(), Some(why));
        session.unlock(PHRASE, now()).unwrap();
        assert_eq!(session.told_at_the_door(), None);
    }

    #[test]
    fn settings_that_were_to_stay_are_there_and_a_new_book_begins_in_the_same_place() {
        let home = tempfile::tempdir().unwrap();
        let session = Session::at(Lives::beside(home.path()));
        session.create(PHRASE, None, now()).unwrap();
        session.set_settings(session.settings()).unwrap();
        session
            .erase(PHRASE, CopiesToo::Stay, SettingsToo::Stay, now())
            .unwrap();
        assert!(home.path().join("settings/settings.json").is_file());
        session.create(PHRASE, None, now()).unwrap();
        assert!(session.is_open());
    }
}
