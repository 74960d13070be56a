//! What a person writes on a page: the words, and what they choose to say about them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::asked::{Asked, admit_asked};
use crate::error::{Error, Result};
use crate::id::TieId;

/// The most that one page may hold, in bytes of UTF-8 over all its fields: 16 MiB.
pub const MOST_BYTES: usize = 16 * 1024 * 1024;

/// A page as it is written. Nothing in it is trimmed, corrected or normalised: the words are the person's.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Writing {
    /// May be empty.
    #[serde(default)]
    pub title: String,
    /// Markdown-lite, see [`crate::blocks`]. One character is enough.
    #[serde(default)]
    pub body: String,
    /// Shown instead of title and body until the page is opened; empty for none.
    #[serde(default)]
    pub cover: String,
    /// Never offered for sharing.
    #[serde(default)]
    pub stays_here: bool,
    /// When it happened, if that is another time.
    #[serde(default)]
    pub happened: Happened,
    /// The language of the words (BCP 47), empty when not known.
    #[serde(default)]
    pub lang: String,
    /// Between whom.
    #[serde(default)]
    pub ties: Vec<TieId>,
    /// What it was asked, if it was begun from a question. Writing a page anew adds to these and takes none away
    /// ([`crate::Journal::unask`] does), so that a wording cannot be lost by leaving it out.
    #[serde(default)]
    pub asked: Vec<Asked>,
    /// Other places to look at it from.
    #[serde(default)]
    pub lenses: Lenses,
}

/// Three other places to look from, each free and each optional.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(default, deny_unknown_fields)]
pub struct Lenses {
    /// What fear says.
    pub fear_says: String,
    /// What hope says.
    pub hope_says: String,
    /// Wider than us: which rule, habit or word around us has a part in it.
    pub wider: String,
}

impl Lenses {
    fn len(&self) -> usize {
        self.fear_says.len() + self.hope_says.len() + self.wider.len()
    }
}

/// When something happened, as exactly as the person wants to say it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Happened {
    /// Not said.
    #[default]
    Untold,
    /// In free words: "the summer before the move".
    Words {
        /// The words.
        words: String,
    },
    /// A year.
    Year {
        /// The year.
        year: i32,
    },
    /// A month of a year.
    Month {
        /// The year.
        year: i32,
        /// 1 to 12.
        month: u8,
    },
    /// A day.
    Day {
        /// The day.
        #[cfg_attr(test, ts(type = "string"))]
        day: NaiveDate,
    },
}

impl Writing {
    /// Refuses what no page may be.
    ///
    /// # Errors
    /// [`Error::NothingWritten`] without a single character in title, body or lenses, [`Error::TooLarge`] beyond
    /// [`MOST_BYTES`], [`Error::BadRequest`] for a language tag or a date that is none.
    pub(crate) fn admit(&self) -> Result<()> {
        if self.title.is_empty() && self.body.is_empty() && self.lenses.len() == 0 {
            return Err(Error::NothingWritten);
        }
        self.admit_unfinished()
    }

    /// Whether nobody could read anything in it. A cover alone is something, though no page can be made of it by hand.
    pub(crate) fn is_blank(&self) -> bool {
        let Lenses {
            fear_says,
            hope_says,
            wider,
        } = &self.lenses;
        [
            &self.title,
            &self.body,
            &self.cover,
            fear_says,
            hope_says,
            wider,
        ]
        .iter()
        .all(|words| words.trim().is_empty())
    }

    /// The same for a draft, which may be empty.
    pub(crate) fn admit_unfinished(&self) -> Result<()> {
        let words = match &self.happened {
            Happened::Words { words } => words.len(),
            _ => 0,
        };
        let all = self.title.len() + self.body.len() + self.cover.len() + self.lenses.len() + words;
        if all > MOST_BYTES {
            return Err(Error::TooLarge);
        }
        admit_asked(&self.asked)?;
        let month_is_one = match self.happened {
            Happened::Month { month, .. } => (1..=12).contains(&month),
            _ => true,
        };
        if !month_is_one {
            return Err(Error::BadRequest);
        }
        admit_lang(&self.lang)
    }
}

/// Refuses what is no language tag (BCP 47); empty stands for a language that is not known.
pub(crate) fn admit_lang(lang: &str) -> Result<()> {
    let tag = |c: char| c.is_ascii_alphanumeric() || c == '-';
    if lang.len() > 35 || !lang.chars().all(tag) {
        return Err(Error::BadRequest);
    }
    Ok(())
}

impl Happened {
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Happened::Untold => "untold",
            Happened::Words { .. } => "words",
            Happened::Year { .. } => "year",
            Happened::Month { .. } => "month",
            Happened::Day { .. } => "day",
        }
    }

    /// What stands in the database beside the kind: the words, `2026`, `2026-11` or `2026-11-01`.
    pub(crate) fn text(&self) -> String {
        match self {
            Happened::Untold => String::new(),
            Happened::Words { words } => words.clone(),
            Happened::Year { year } => year.to_string(),
            Happened::Month { year, month } => format!("{year}-{month:02}"),
            Happened::Day { day } => day.to_string(),
        }
    }

    pub(crate) fn of(kind: &str, text: &str) -> Result<Happened> {
        let read = || -> Option<Happened> {
            Some(match kind {
                "untold" => Happened::Untold,
                "words" => Happened::Words {
                    words: text.to_owned(),
                },
                "year" => Happened::Year {
                    year: text.parse().ok()?,
                },
                "month" => {
                    let (year, month) = text.rsplit_once('-')?;
                    Happened::Month {
                        year: year.parse().ok()?,
                        month: month.parse().ok()?,
                    }
                }
                "day" => Happened::Day {
                    day: text.parse().ok()?,
                },
                _ => return None,
            })
        };
        read().ok_or(Error::JournalDamaged)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_of_any_precision_survives_the_database() {
        for happened in [
            Happened::Untold,
            Happened::Words {
                words: "引っ越しの前の夏".into(),
            },
            Happened::Year { year: -44 },
            Happened::Month {
                year: 1999,
                month: 2,
            },
            Happened::Day {
                day: NaiveDate::from_ymd_opt(2024, 2, 29).unwrap(),
            },
        ] {
            assert_eq!(
                Happened::of(happened.kind(), &happened.text()).unwrap(),
                happened
            );
        }
    }

    #[test]
    fn one_character_is_a_page_and_none_is_not() {
        let page = Writing {
            body: "。".into(),
            ..Writing::default()
        };
        assert!(page.admit().is_ok());
        assert!(matches!(
            Writing::default().admit(),
            Err(Error::NothingWritten)
        ));
        let month = Writing {
            happened: Happened::Month {
                year: 2026,
                month: 13,
            },
            ..page
        };
        assert!(matches!(month.admit(), Err(Error::BadRequest)));
    }
}
