//! A new key for the database, after a passphrase was seen by somebody: the same pages, encrypted anew under a key
//! that no earlier slot holds, with a new passphrase. Killed at any step, the old phrase opens the old journal or the
//! new phrase the new one.
//!
//! Sheets and envelopes open nothing afterwards: their slots hold the old key. Copies made before keep the old key
//! and the old phrase; nothing that was copied can be called back.

use crate::chance;
use crate::disk::Whose;
use crate::error::Result;
use crate::journal::Journal;
use crate::keeping::backup::is_whole;
use crate::keeping::exchange::{Coming, Exchange};
use crate::keeping::watch::Watch;
use crate::passphrase::Passphrase;
use crate::seal::Cost;
use crate::slots::{Secret, SlotKind, Slots};
use crate::store::{Access, Key, Store};
use crate::vault::DATABASE;

impl Journal {
    /// Gives the journal a new key and a new passphrase. Gives back the journal, open under the new key, or as it was
    /// with the reason why not; no journal only where it could not be opened again, which the passphrase then does: the old
    /// one, or the new one where the disk failed altogether once it was decided.
    pub fn renew_key(
        self,
        old: &Passphrase,
        new: &Passphrase,
        cost: Cost,
        watch: &mut Watch<'_>,
    ) -> (Option<Journal>, Result<()>) {
        match self.make_under_new_key(old, new, cost, watch) {
            Ok((coming, secret)) => match self.exchange_for(coming, &secret) {
                Ok(journal) => (Some(journal), Ok(())),
                Err(error) => (None, Err(error)),
            },
            Err(error) => (Some(self), Err(error)),
        }
    }

    fn make_under_new_key(
        &self,
        old: &Passphrase,
        new: &Passphrase,
        cost: Cost,
        watch: &mut Watch<'_>,
    ) -> Result<(Coming, Secret)> {
        self.refuse_unless_writable()?;
        let known = Slots::of(&self.keys())?.open(old)?.secret;
        let secret = Secret {
            key: Key::fresh(),
            journal: known.journal,
            salt: chance::bytes(),
        };
        let coming = Coming::begin(self.folder(), Exchange::Renewed)?;
        let store = self.store();
        let to = (&*coming.database(), Whose::Journals);
        store.copy_to(to, &secret.key, &secret.salt, watch)?;
        let holds = store.rows().holds(watch)?;
        Slots::of(&coming.keys())?.add(SlotKind::Passphrase, &secret, new, cost)?;
        let of = (&secret.key, &secret.journal, &secret.salt);
        is_whole(&coming.database(), &coming.keys(), of, &holds, watch)?;
        Ok((coming, secret))
    }

    fn exchange_for(self, coming: Coming, secret: &Secret) -> Result<Journal> {
        let path = self.folder().join(DATABASE);
        self.with_another_store(|| {
            coming.decide()?;
            Store::open(&path, &secret.key, &secret.journal, Access::Write)
        })
    }
}
