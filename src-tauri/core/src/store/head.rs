//! The chain of digests: one row for each change, each link folding in the one before.
//!
//! It is there to notice an old page of the file, or an old file, put back: SQLCipher accepts both.

use rusqlite::{OptionalExtension, named_params};
use sha2::{Digest, Sha256};

use super::Rows;
use crate::error::Result;

/// A link of the chain; the newest one stands for everything before it.
pub(crate) type Link = [u8; 32];

/// What one change left behind: which thing, its revision, the digest of what it now holds.
pub(crate) struct Head<'k> {
    /// `page`, `tie`, …
    pub kind: &'k str,
    pub thing: [u8; 16],
    pub rev: i64,
    /// All zero: the thing was erased.
    pub digest: [u8; 32],
}

/// One row as it stands in the chain.
pub(crate) struct HeadState {
    pub kind: String,
    pub thing: [u8; 16],
    pub rev: i64,
    pub digest: [u8; 32],
    pub link: Link,
}

impl HeadState {
    /// Whether this row's link is the one that follows from `previous`.
    pub(crate) fn follows(&self, previous: &Link) -> bool {
        link_after(previous, &self.kind, &self.thing, self.rev, &self.digest) == self.link
    }
}

fn link_after(previous: &Link, kind: &str, thing: &[u8; 16], rev: i64, digest: &[u8; 32]) -> Link {
    let mut hash = Sha256::new();
    hash.update(b"awai head 1\n");
    hash.update(previous);
    hash.update(kind.as_bytes());
    hash.update([0]);
    hash.update(thing);
    hash.update(rev.to_be_bytes());
    hash.update(digest);
    hash.finalize().into()
}

impl Rows<'_> {
    /// Adds to the chain. Belongs into the same transaction as the change it tells of.
    pub(crate) fn add_head(&self, head: &Head<'_>) -> Result<()> {
        let previous = self.newest_link()?.unwrap_or_default();
        let link = link_after(&previous, head.kind, &head.thing, head.rev, &head.digest);
        self.0
            .prepare_cached("INSERT INTO head (kind, thing, rev, digest, link) VALUES (:kind, :thing, :rev, :digest, :link)")?
            .execute(named_params! {
                ":kind": head.kind, ":thing": head.thing, ":rev": head.rev, ":digest": head.digest, ":link": link,
            })?;
        Ok(())
    }

    /// The newest link; nothing in a journal without a change.
    pub(crate) fn newest_link(&self) -> Result<Option<Link>> {
        let link = self
            .0
            .prepare_cached("SELECT link FROM head ORDER BY seq DESC LIMIT 1")?
            .query_row([], |row| row.get("link"))
            .optional()?;
        Ok(link)
    }

    /// Whether a link is anywhere in the chain.
    pub(crate) fn has_link(&self, link: &Link) -> Result<bool> {
        let found = self
            .0
            .prepare_cached("SELECT 1 FROM head WHERE link = :link")?
            .query_row(named_params! { ":link": link }, |_| Ok(()))
            .optional()?;
        Ok(found.is_some())
    }

    /// Walks the newest `count` rows from the oldest of them to the newest, after the link that stands before them.
    /// `visit` is given the previous link and the row.
    pub(crate) fn walk_heads(
        &self,
        count: i64,
        mut visit: impl FnMut(&Link, HeadState) -> Result<()>,
    ) -> Result<()> {
        let mut statement = self.0.prepare_cached(
            "SELECT kind, thing, rev, digest, link FROM head
             WHERE seq > (SELECT coalesce(max(seq), 0) FROM head) - :count - 1 ORDER BY seq",
        )?;
        let mut found = statement.query(named_params! { ":count": count })?;
        let whole = self.count_heads()? <= count;
        let mut previous: Option<Link> = whole.then(Link::default);
        while let Some(row) = found.next()? {
            let state = HeadState {
                kind: row.get("kind")?,
                thing: row.get("thing")?,
                rev: row.get("rev")?,
                digest: row.get("digest")?,
                link: row.get("link")?,
            };
            let link = state.link;
            if let Some(previous) = previous {
                visit(&previous, state)?;
            }
            previous = Some(link);
        }
        Ok(())
    }

    /// Links every row anew to the one before it, because the person took the chain as it stands.
    pub(crate) fn link_anew(&self) -> Result<()> {
        let mut statement = self
            .0
            .prepare("SELECT seq, kind, thing, rev, digest, link FROM head ORDER BY seq")?;
        let mut found = statement.query([])?;
        let (mut previous, mut anew) = (Link::default(), Vec::new());
        while let Some(row) = found.next()? {
            let (seq, kind): (i64, String) = (row.get("seq")?, row.get("kind")?);
            let (thing, digest) = (row.get("thing")?, row.get("digest")?);
            let link = link_after(&previous, &kind, &thing, row.get("rev")?, &digest);
            if link != row.get::<_, Link>("link")? {
                anew.push((seq, link));
            }
            previous = link;
        }
        let mut update = self
            .0
            .prepare("UPDATE head SET link = :link WHERE seq = :seq")?;
        for (seq, link) in anew {
            update.execute(named_params! { ":seq": seq, ":link": link })?;
        }
        Ok(())
    }

    /// The newest row of the chain for a thing.
    pub(crate) fn newest_head_of(&self, thing: &[u8; 16]) -> Result<Option<([u8; 32], i64)>> {
        let found = self
            .0
            .prepare_cached(
                "SELECT digest, rev FROM head WHERE thing = :thing ORDER BY seq DESC LIMIT 1",
            )?
            .query_row(named_params! { ":thing": thing }, |row| {
                Ok((row.get("digest")?, row.get("rev")?))
            })
            .optional()?;
        Ok(found)
    }

    /// How each thing stands: its newest row of the chain, in the order in which things were changed last.
    pub(crate) fn newest_heads(&self) -> Result<Vec<HeadState>> {
        let mut statement = self.0.prepare_cached(
            "SELECT kind, thing, rev, digest, link FROM head
             WHERE seq IN (SELECT max(seq) FROM head GROUP BY thing) ORDER BY seq",
        )?;
        let found = statement
            .query_map([], |row| {
                Ok(HeadState {
                    kind: row.get("kind")?,
                    thing: row.get("thing")?,
                    rev: row.get("rev")?,
                    digest: row.get("digest")?,
                    link: row.get("link")?,
                })
            })?
            .collect::<rusqlite::Result<_>>()?;
        self.sound(found)
    }

    /// Whether a thing holds this, or held it at any time.
    pub(crate) fn has_stood_so(&self, thing: &[u8; 16], digest: &[u8; 32]) -> Result<bool> {
        let found = self
            .0
            .prepare_cached("SELECT 1 FROM head WHERE thing = :thing AND digest = :digest")?
            .exists(named_params! { ":thing": thing, ":digest": digest })?;
        Ok(found)
    }

    fn count_heads(&self) -> Result<i64> {
        // AUTOINCREMENT never reuses a number and rows are never removed: the newest number is the count.
        let count = self
            .0
            .prepare_cached("SELECT coalesce(max(seq), 0) FROM head")?
            .query_row([], |row| row.get(0))?;
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::super::Store;
    use super::super::open::Key;
    use super::*;

    /// A chain of changes, each of another thing.
    fn chain(folder: &tempfile::TempDir, changes: u8) -> Store {
        let now = chrono::DateTime::UNIX_EPOCH.fixed_offset();
        let path = folder.path().join("journal.db");
        let mut store = Store::create(&path, &Key::fresh(), &[7; 16], now).unwrap();
        let add = |rows: &Rows<'_>| -> Result<()> {
            (1..=changes).try_for_each(|change| {
                rows.add_head(&Head {
                    kind: "page",
                    thing: [change; 16],
                    rev: i64::from(change),
                    digest: [change; 32],
                })
            })
        };
        store.change(add).unwrap();
        store
    }

    /// The revisions that a walk of so many comes by, and whether each follows from the one before.
    fn walked(store: &Store, count: i64) -> Vec<(i64, bool)> {
        let mut seen = Vec::new();
        let visit = |previous: &Link, state: HeadState| {
            seen.push((state.rev, state.follows(previous)));
            Ok(())
        };
        store.rows().walk_heads(count, visit).unwrap();
        seen
    }

    #[test]
    fn a_walk_comes_by_the_newest_changes_and_by_the_very_first_only_when_it_goes_so_far() {
        let folder = tempfile::tempdir().unwrap();
        let store = chain(&folder, 5);
        assert_eq!(walked(&store, 2), [(4, true), (5, true)]);
        let four = [(2, true), (3, true), (4, true), (5, true)];
        assert_eq!(walked(&store, 4), four);
        // The first follows from nothing, and is looked at like the others.
        for count in [5, 6, 500] {
            assert_eq!(walked(&store, count)[0], (1, true), "{count}");
            assert_eq!(walked(&store, count)[1..], four, "{count}");
        }
        assert_eq!(walked(&chain(&tempfile::tempdir().unwrap(), 0), 5), []);
    }

    #[test]
    fn a_change_that_is_told_otherwise_does_not_follow_until_the_chain_is_linked_anew() {
        for otherwise in [
            "kind = 'tie'",
            "thing = x'00112233445566778899aabbccddeeff'",
            "rev = 9",
            "digest = zeroblob(32)",
        ] {
            let folder = tempfile::tempdir().unwrap();
            let mut store = chain(&folder, 5);
            let links = |store: &Store| {
                let rows = store.rows();
                let mut all = rows
                    .0
                    .prepare("SELECT link FROM head ORDER BY seq")
                    .unwrap();
                let all = all.query_map([], |row| row.get(0)).unwrap();
                all.map(|link| link.unwrap()).collect::<Vec<Link>>()
            };
            let before = links(&store);
            let change = format!("UPDATE head SET {otherwise} WHERE seq = 3");
            store.rows().0.execute_batch(&change).unwrap();
            let follows = |store: &Store| -> Vec<_> {
                let walk = walked(store, 5);
                walk.iter().map(|(_, follows)| *follows).collect()
            };
            assert_eq!(follows(&store), [true, true, false, true, true]);
            store.change(|rows| rows.link_anew()).unwrap();
            assert_eq!(follows(&store), [true; 5], "{otherwise}");
            // What stands before it is linked as it was; everything after it is not.
            let after = links(&store);
            assert_eq!(before[..2], after[..2]);
            assert!((2..5).all(|at| before[at] != after[at]), "{otherwise}");
        }
    }
}
