//! Which letters have come, as people write it: `1-17, 19`. Kept as ranges, so that a letter that claims to be the
//! four-billionth costs nothing.

use std::fmt;

/// The most ranges that are read from a letter or told to a person.
const MOST: usize = 1000;

/// Numbers from one on, in ranges that neither touch nor overlap, the smallest first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Ranges(Vec<(u32, u32)>);

impl Ranges {
    /// The ranges of these numbers.
    pub(crate) fn of(numbers: impl IntoIterator<Item = u32>) -> Ranges {
        Ranges::joined(numbers.into_iter().map(|number| (number, number)).collect())
    }

    /// Read from a letter. What cannot be read is left out: it only informs.
    pub(crate) fn read(text: &str) -> Ranges {
        let range = |piece: &str| {
            let (first, last) = match piece.trim().split_once('-') {
                Some((first, last)) => (first.trim().parse().ok()?, last.trim().parse().ok()?),
                None => {
                    let only: u32 = piece.trim().parse().ok()?;
                    (only, only)
                }
            };
            (first <= last).then_some((first, last))
        };
        Ranges::joined(text.split(',').take(MOST).filter_map(range).collect())
    }

    /// The greatest number.
    pub(crate) fn last(&self) -> Option<u32> {
        self.0.last().map(|range| range.1)
    }

    /// What lacks between one and the greatest number.
    pub(crate) fn gaps(&self) -> Vec<(u32, u32)> {
        let mut next = 1;
        let mut gaps = Vec::new();
        for (first, last) in &self.0 {
            if *first > next {
                gaps.push((next, first - 1));
            }
            next = last.saturating_add(1);
        }
        gaps.truncate(MOST);
        gaps
    }

    fn joined(mut ranges: Vec<(u32, u32)>) -> Ranges {
        ranges.retain(|range| range.0 > 0);
        ranges.sort_unstable();
        let mut joined: Vec<(u32, u32)> = Vec::with_capacity(ranges.len());
        for (first, last) in ranges {
            match joined.last_mut() {
                Some(before) if first <= before.1.saturating_add(1) => {
                    before.1 = before.1.max(last);
                }
                _ => joined.push((first, last)),
            }
        }
        Ranges(joined)
    }
}

impl fmt::Display for Ranges {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, (first, last)) in self.0.iter().take(MOST).enumerate() {
            if place > 0 {
                f.write_str(", ")?;
            }
            if first == last {
                write!(f, "{first}")?;
            } else {
                write!(f, "{first}-{last}")?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_come_is_said_in_ranges_and_what_lacks_as_well() {
        let have = Ranges::of([1, 2, 3, 5, 7, 6, 7]);
        assert_eq!(have.to_string(), "1-3, 5-7");
        assert_eq!(Ranges::read("1-3, 5-7"), have);
        assert_eq!(have.gaps(), [(4, 4)]);
        assert_eq!(Ranges::of([]).to_string(), "");
        assert_eq!(Ranges::of([3]).gaps(), [(1, 2)]);
    }

    #[test]
    fn a_claim_of_four_billion_letters_costs_nothing() {
        let claim = Ranges::read("0, 4294967295, x, 9-2, 5-4294967295, -, 1-");
        assert_eq!(claim.last(), Some(u32::MAX));
        assert_eq!(claim.gaps(), [(1, 4)]);
        assert!(Ranges::read(&"7,".repeat(1_000_000)).gaps().len() < 2);
    }

    #[test]
    fn letters_are_counted_from_one() {
        assert_eq!(Ranges::read("0").last(), None);
        assert_eq!(Ranges::read("0, 0-0, 2").to_string(), "2");
        assert_eq!(Ranges::read("0, 2").gaps(), [(1, 1)]);
    }
}
