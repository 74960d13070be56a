//! The map of ties: me in the middle, and each tie at a place of its own for ever, so that memory of place holds.
//! The place follows from the order in which ties were made; near and far mean nothing.

use serde::Serialize;

use crate::error::Result;
use crate::id::TieId;
use crate::journal::Journal;

/// In which order the seats of the innermost ring are taken, counted from the top as a clock goes: across from each
/// other, so that a few ties stand around me and not all on one side. A new order would move everybody.
const ACROSS: [i64; 8] = [6, 2, 0, 4, 7, 3, 1, 5];
/// How many ties stand on the innermost ring, and how many more on each ring outside it.
const RING: (i64, i64) = (8, 6);
/// The radius of the innermost ring, and how much wider each ring outside it is.
const RADIUS: (f64, f64) = (200.0, 110.0);
/// The map is wider than high.
const SQUASHED: f64 = 0.7;
/// The room around the outermost ring.
const MARGIN: f64 = 70.0;

/// Where everybody stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct BetweenMap {
    /// The width of the drawing; I stand in its middle.
    pub width: u32,
    /// Its height.
    pub height: u32,
    /// Where the ties stand, in the order of the list of ties.
    pub spots: Vec<Spot>,
}

/// Where a tie stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Spot {
    /// The tie.
    pub tie: TieId,
    /// From the left.
    pub x: u32,
    /// From the top.
    pub y: u32,
}

impl Journal {
    /// The map of ties.
    pub fn between_map(&self) -> Result<BetweenMap> {
        let ties = self.rows().ties()?;
        let outermost = ties
            .iter()
            .map(|row| ring_of(row.row - 1).0)
            .max()
            .unwrap_or(0);
        let reach = radius(outermost) + MARGIN;
        let spots = ties.iter().map(|row| {
            let (ring, nth) = ring_of(row.row - 1);
            let angle = std::f64::consts::TAU * seat(ring, nth) as f64 / seats(ring) as f64
                // Rings are turned against each other, so that names do not stand in one column.
                + ring as f64 * 0.4
                - std::f64::consts::FRAC_PI_2;
            Spot {
                tie: row.tie.id,
                x: whole(reach + radius(ring) * angle.cos()),
                y: whole((reach + radius(ring) * angle.sin()) * SQUASHED),
            }
        });
        Ok(BetweenMap {
            width: whole(2.0 * reach),
            height: whole(2.0 * reach * SQUASHED),
            spots: spots.collect(),
        })
    }
}

/// The ring on which the tie made as number `nth` (from 0) stands, and its seat there.
fn ring_of(nth: i64) -> (i64, i64) {
    let (mut ring, mut left) = (0, nth.max(0));
    while left >= seats(ring) {
        left -= seats(ring);
        ring += 1;
    }
    (ring, left)
}

fn seats(ring: i64) -> i64 {
    RING.0 + RING.1 * ring
}

fn radius(ring: i64) -> f64 {
    RADIUS.0 + RADIUS.1 * ring as f64
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a drawing of 5,000 ties is some 9,000 wide"
)]
fn whole(length: f64) -> u32 {
    length.round().max(0.0) as u32
}

/// Which seat of its ring the `nth` on it takes.
fn seat(ring: i64, nth: i64) -> i64 {
    let across = usize::try_from(nth).ok().and_then(|nth| ACROSS.get(nth));
    match (ring, across) {
        (0, Some(&seat)) => seat,
        _ => nth,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_has_a_seat_of_their_own() {
        let seats: std::collections::BTreeSet<_> = (0..5_000).map(ring_of).collect();
        assert_eq!(seats.len(), 5_000);
        assert_eq!(ring_of(0), (0, 0));
        assert_eq!(ring_of(8), (1, 0));
        assert_eq!(ring_of(22), (2, 0));
        let mut first = ACROSS;
        first.sort_unstable();
        assert_eq!(first, [0, 1, 2, 3, 4, 5, 6, 7]);
    }
}
