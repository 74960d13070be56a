//! The wish that letters be no longer kept, where it is about many: what can still be said before an exchange ends, and
//! following such a wish of theirs. It is a short letter that names others; nothing is erased by itself, and nothing
//! can be called back.

use serde::Serialize;

use super::draft::LetterDraft;
use super::thread::{erase, kept};
use super::{LetterKind, LetterLine, Whose};
use crate::error::{Error, Result};
use crate::id::{CompanionId, LetterId, LetterVersionId};
use crate::journal::Journal;
use crate::tie::Standing;

/// The most letters that one such wish names.
pub const MOST_RELEASES: usize = 500;

/// What stands here before an exchange ends: what can be said as long as there are keys, and what goes no further
/// afterwards.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct BeforeEnding {
    /// My letters that went to them and whose wish was not written, the earliest first; also those whose copy is erased
    /// here. None once it has ended: no wish can be sealed then.
    pub letters: Vec<LetterLine>,
    /// How many of them one wish can name.
    #[cfg_attr(test, ts(type = "number"))]
    pub most: usize,
    /// My wishes that were sealed, the earliest first. Their files can be sealed once more until it ends.
    pub wishes: Vec<LetterLine>,
    /// A letter for them is begun or rests. It stays, and can be sealed for them no more.
    pub begun: bool,
    /// The reply to their invitation waits to be given to them. It goes with the keys.
    pub reply_waits: bool,
    /// An invitation waits for an answer. It has nothing to do with this and stays.
    pub invitation_waits: bool,
}

impl Journal {
    /// What stands here before an exchange ends.
    pub fn before_ending(&self, companion: CompanionId) -> Result<BeforeEnding> {
        let one = self.companion(companion)?;
        let mine = |line: &LetterLine| line.whose == Whose::Mine;
        let (wishes, letters): (Vec<_>, Vec<_>) = self
            .thread(companion)?
            .letters
            .into_iter()
            .filter(mine)
            .partition(|line| line.kind == LetterKind::Release);
        let ended = one.standing == Standing::Ended;
        let open = letters
            .into_iter()
            .filter(|line| !line.released && !ended)
            .collect();
        let begun = |kept: super::LetterDraftKept| kept.draft.to.contains(&companion);
        Ok(BeforeEnding {
            letters: open,
            most: MOST_RELEASES,
            wishes,
            begun: self.letter_drafts()?.into_iter().any(begun),
            reply_waits: one.reply_waits,
            invitation_waits: !self.invitations()?.is_empty(),
        })
    }

    /// The letters that say it: each names as many of those as it can hold, in their order and each once.
    ///
    /// # Errors
    /// [`Error::NothingChosen`] when none is named; [`Error::NotFound`] when one is not a letter of mine to them, or
    /// its wish was written.
    pub fn releases_of(
        &self,
        companion: CompanionId,
        named: &[LetterId],
        lang: &str,
    ) -> Result<Vec<LetterDraft>> {
        let open = self.before_ending(companion)?.letters;
        if !named
            .iter()
            .all(|id| open.iter().any(|line| line.id == *id))
        {
            return Err(Error::NotFound);
        }
        let mut ids: Vec<LetterId> = Vec::with_capacity(named.len());
        for line in &open {
            if named.contains(&line.id) && !ids.contains(&line.id) {
                ids.push(line.id);
            }
        }
        if ids.is_empty() {
            return Err(Error::NothingChosen);
        }
        Ok(shared_out(companion, &ids, lang))
    }

    /// Follows a wish of theirs: the words of all the letters that it names are erased here, whichever text of them
    /// came. Those that are not here, and those that were erased or returned, stay as they are.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it is no such wish, or not a companion's.
    pub fn follow_release(&mut self, version: LetterVersionId) -> Result<()> {
        let (row, letter, _) = kept(&self.rows(), version)?;
        let companion = row.companion.filter(|_| row.writer == Whose::Theirs);
        let (Some(companion), false) = (companion, letter.releases.is_empty()) else {
            return Err(Error::NotFound);
        };
        self.change(|rows| {
            for named in rows.letters_of(companion)? {
                let is_meant = named.writer == Whose::Theirs && letter.releases.contains(&named.id);
                if is_meant && named.standing.is_here() {
                    erase(rows, named)?;
                }
            }
            Ok(())
        })
    }
}

/// As many wishes as it takes to name them all.
fn shared_out(companion: CompanionId, named: &[LetterId], lang: &str) -> Vec<LetterDraft> {
    let some = named.chunks(MOST_RELEASES);
    some.map(|some| release_of(companion, some, lang)).collect()
}

fn release_of(companion: CompanionId, named: &[LetterId], lang: &str) -> LetterDraft {
    LetterDraft {
        releases: named.to_vec(),
        ..LetterDraft::empty(LetterKind::Release, vec![companion], lang)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_many_years_are_named_in_several_wishes_each_once() {
        let named: Vec<LetterId> = (0..=2 * MOST_RELEASES).map(|_| LetterId::fresh()).collect();
        let all = shared_out(CompanionId::fresh(), &named, "ja");
        let sizes: Vec<usize> = all.iter().map(|wish| wish.releases.len()).collect();
        assert_eq!(sizes, [MOST_RELEASES, MOST_RELEASES, 1]);
        let again: Vec<LetterId> = all.into_iter().flat_map(|wish| wish.releases).collect();
        assert_eq!(again, named);
    }
}
