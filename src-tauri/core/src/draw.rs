//! Drawing one of several: a question, an opening, a page. The chance comes in as an argument, so that a test can
//! say what is drawn. Nothing secret ever hangs on it.

use crate::chance;

/// The chance a drawing is made with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Draw(u64);

impl Draw {
    /// From the system's randomness.
    pub fn fresh() -> Draw {
        Draw(u64::from_le_bytes(chance::bytes()))
    }

    /// A known one, for the tests.
    pub fn of(number: u64) -> Draw {
        Draw(number)
    }

    /// A number below `end`, which is not 0; another one each time (SplitMix64, Steele et al. 2014).
    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        let end = u64::try_from(end).unwrap_or(u64::MAX).max(1);
        usize::try_from(mixed % end).unwrap_or(0)
    }

    /// One of several, or nothing of none.
    pub(crate) fn one_of<'a, T>(&mut self, several: &'a [T]) -> Option<&'a T> {
        match several.len() {
            0 => None,
            len => several.get(self.below(len)),
        }
    }
}
