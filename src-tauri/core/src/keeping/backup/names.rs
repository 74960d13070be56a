//! What copies are called, `copy-20261126-211405-0007`: the second they were made in, by the clock of the place, and
//! a number that grows. The number is their order: a clock may go back.

use std::fmt;

use chrono::NaiveDateTime;

const BEGINS: &str = "copy-";
const TIME: &str = "%Y%m%d-%H%M%S";

/// The name of a copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct CopyName {
    pub number: u32,
    pub at: NaiveDateTime,
}

impl CopyName {
    /// Nothing for whatever else lies in the folder.
    pub(crate) fn of(name: &str) -> Option<CopyName> {
        let (time, number) = name.strip_prefix(BEGINS)?.rsplit_once('-')?;
        let digits = number.len() >= 4 && number.bytes().all(|byte| byte.is_ascii_digit());
        Some(CopyName {
            number: digits.then(|| number.parse().ok()).flatten()?,
            at: NaiveDateTime::parse_from_str(time, TIME).ok()?,
        })
    }
}

impl fmt::Display for CopyName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{BEGINS}{}-{:04}", self.at.format(TIME), self.number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_read_as_it_was_written_and_nothing_else_is_taken_for_one() {
        let name = "copy-20261126-211405-0007";
        assert_eq!(CopyName::of(name).unwrap().to_string(), name);
        assert_eq!(
            CopyName::of("copy-20261126-211405-12345").unwrap().number,
            12345
        );
        for other in [
            "copy-20261126-211405-0007.part",
            "copy-20261126-211405",
            "copy-20261326-211405-0007",
            "copy-20261126-211405-7",
            "copy-20261126-211405--007",
            "summer pictures",
            "",
        ] {
            assert!(CopyName::of(other).is_none(), "{other}");
        }
    }
}
