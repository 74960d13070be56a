//! What is told about a page on the command line: its title, between whom, its words, its pictures.

use std::path::PathBuf;

use awai::Happened;
use clap::ArgMatches;

use crate::ask::day;

/// What is told about a page; nothing where nothing is told.
pub struct Told {
    pub title: Option<String>,
    pub ties: Option<Vec<String>>,
    pub lang: Option<String>,
    pub cover: Option<String>,
    pub happened: Option<Happened>,
    pub stays_here: Option<bool>,
    pub words: Source<PathBuf>,
    pub pictures: Vec<PictureGiven>,
}

/// A picture that is put on a page, and what it shows in words.
pub struct PictureGiven {
    pub file: PathBuf,
    pub shows: String,
}

/// Where words come from.
pub enum Source<T> {
    Input,
    Named(T),
    /// The words a page has already.
    AsTheyAre,
}

/// Where the words of a command are.
pub fn source_of(of: &ArgMatches) -> Source<PathBuf> {
    match of.get_one::<PathBuf>("file") {
        Some(path) if path.as_os_str() != "-" => Source::Named(path.clone()),
        _ => Source::Input,
    }
}

/// What is told about a page.
pub fn told_of(of: &ArgMatches, revising: bool) -> Told {
    let text = |name: &str| of.get_one::<String>(name).cloned();
    let flag = |name: &str| revising && of.get_flag(name);
    let ties = of
        .get_many::<String>("tie")
        .map(|names| names.cloned().collect());
    Told {
        title: text("title"),
        ties: if flag("no-tie") {
            Some(Vec::new())
        } else {
            ties
        },
        lang: text("lang"),
        cover: text("cover"),
        happened: of.get_one("happened").cloned(),
        stays_here: text("stays-here").map(|answer| answer == "yes"),
        words: match flag("same-words") {
            true => Source::AsTheyAre,
            false => source_of(of),
        },
        pictures: pictures_of(of),
    }
}

/// Each picture, with the words that follow it before the next one.
fn pictures_of(of: &ArgMatches) -> Vec<PictureGiven> {
    let at = |name: &str| of.indices_of(name).into_iter().flatten();
    let files = of.get_many::<PathBuf>("picture").into_iter().flatten();
    let mut pictures: Vec<(usize, PictureGiven)> = at("picture")
        .zip(files.cloned())
        .map(|(at, file)| {
            let shows = String::new();
            (at, PictureGiven { file, shows })
        })
        .collect();
    let words = of.get_many::<String>("shows").into_iter().flatten();
    for (at, words) in at("shows").zip(words) {
        let before = pictures.iter_mut().rev().find(|(picture, _)| *picture < at);
        if let Some((_, picture)) = before {
            picture.shows.clone_from(words);
        }
    }
    pictures.into_iter().map(|(_, picture)| picture).collect()
}

/// When something happened: a year, a month, a day, or any words.
pub fn happened(text: &str) -> Result<Happened, String> {
    if text.is_empty() {
        return Ok(Happened::Untold);
    }
    let numbers: Option<Vec<u32>> = text
        .split('-')
        .zip([4, 2, 2])
        .map(|(part, digits)| {
            let all_digits = part.len() == digits && part.bytes().all(|b| b.is_ascii_digit());
            all_digits.then(|| part.parse().ok()).flatten()
        })
        .collect();
    let year = |number: u32| i32::try_from(number).ok();
    let date = match (numbers.as_deref(), text.len()) {
        (Some([y]), 4) => year(*y).map(|year| Happened::Year { year }),
        (Some([y, m @ 1..=12]), 7) => year(*y)
            .zip(u8::try_from(*m).ok())
            .map(|(year, month)| Happened::Month { year, month }),
        (Some([_, _, _]), 10) => day(text).ok().map(|day| Happened::Day { day }),
        _ => None,
    };
    Ok(date.unwrap_or_else(|| Happened::Words {
        words: text.to_owned(),
    }))
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;

    #[test]
    fn when_something_happened_is_as_exact_as_it_is_written() {
        let words = |text: &str| Happened::Words {
            words: text.to_owned(),
        };
        let day = NaiveDate::from_ymd_opt(2024, 2, 29).unwrap();
        for (text, meant) in [
            ("", Happened::Untold),
            ("1999", Happened::Year { year: 1999 }),
            (
                "1999-02",
                Happened::Month {
                    year: 1999,
                    month: 2,
                },
            ),
            ("2024-02-29", Happened::Day { day }),
            ("2023-02-29", words("2023-02-29")),
            ("1999-13", words("1999-13")),
            ("1999-1", words("1999-1")),
            ("the summer before", words("the summer before")),
            ("引っ越しの前の夏", words("引っ越しの前の夏")),
            ("1999-02-03-04", words("1999-02-03-04")),
        ] {
            assert_eq!(happened(text).unwrap(), meant, "{text}");
        }
    }
}
