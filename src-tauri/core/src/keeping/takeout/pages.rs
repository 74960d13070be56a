//! What goes out to be read by people: pages, oldest first, and what stands around them. The forms only set it.
//!
//! A tie with a care flag is never named here.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{Out, OutLetters};
use crate::error::Result;
use crate::id::TieId;
use crate::intention::Intention;
use crate::letter::{LetterStanding, PartShown, Whose};
use crate::place::Place;
use crate::reflection::{Cover, Page, PagesAsk};

/// How many pages are looked up at once.
const AT_ONCE: u32 = 200;

/// A page on its way out.
pub(super) struct OutPage {
    /// `2026-05-03`, `2026-05-03-2`: the day, and a number where a day has several.
    pub name: String,
    pub page: Page,
    /// Between whom, by the names only the person knows.
    pub ties: Vec<String>,
    /// The moments marked on it: what kind, with whom, in which words.
    pub moments: Vec<String>,
}

/// Things that stand together: what we move toward, company, words.
pub(super) struct Chapter {
    /// The name of its file, without an ending.
    pub name: &'static str,
    pub heading: String,
    pub items: Vec<Item>,
}

/// One of them.
pub(super) struct Item {
    pub words: String,
    pub lang: String,
    /// What stands under it.
    pub under: Vec<String>,
}

/// A letter on its way out.
pub(super) struct OutLetter {
    pub name: String,
    pub heading: String,
    pub parts: Vec<PartShown>,
}

impl Out<'_> {
    /// Goes through all pages that stand, oldest first.
    pub(super) fn each_page(&self, mut each: impl FnMut(OutPage) -> Result<()>) -> Result<()> {
        let named = self.named_ties()?;
        let mut on_day: (Option<NaiveDate>, u32) = (None, 0);
        let mut after = Place::FIRST;
        loop {
            let found = self.journal.pages(&PagesAsk {
                after: Some(after),
                limit: AT_ONCE,
                ..PagesAsk::default()
            })?;
            for line in found.lines.iter().rev() {
                (self.goes_on)(0)?;
                after = line.place;
                on_day = match on_day {
                    (Some(day), number) if day == line.day => (Some(day), number + 1),
                    _ => (Some(line.day), 1),
                };
                let name = match on_day.1 {
                    1 => line.day.to_string(),
                    number => format!("{}-{number}", line.day),
                };
                let page = self.journal.page(line.id, Cover::Opened)?;
                let ties = page
                    .writing
                    .ties
                    .iter()
                    .filter_map(|tie| named.get(tie).cloned())
                    .collect();
                let moments = page
                    .moments
                    .iter()
                    .map(|moment| {
                        let kind = self.say(&format!("moment-{}", moment.kind.word()));
                        let with = moment.tie.and_then(|tie| named.get(&tie));
                        [Some(&kind), with, Some(&moment.words)]
                            .into_iter()
                            .flatten()
                            .filter(|words| !words.is_empty())
                            .map(String::as_str)
                            .collect::<Vec<_>>()
                            .join(" · ")
                    })
                    .collect();
                each(OutPage {
                    name,
                    page,
                    ties,
                    moments,
                })?;
            }
            if !found.more {
                return Ok(());
            }
        }
    }

    /// What stands around the pages.
    pub(super) fn chapters(&self) -> Result<Vec<Chapter>> {
        let named = self.named_ties()?;
        let toward = self.journal.intentions()?.into_iter();
        let company = self.journal.company()?.into_iter().map(|one| Item {
            words: one.words.who_or_what,
            lang: one.words.lang,
            under: told([one.words.how]),
        });
        let my_words = self.journal.my_words()?.into_iter().map(|one| Item {
            words: format!("{} → {}", one.words.their_word, one.words.my_word),
            lang: one.words.lang,
            under: told([one.words.because]),
        });
        let chapters = [
            (
                "toward",
                "toward-title",
                toward.map(|one| self.intention(one, &named)).collect(),
            ),
            ("company", "takeout-company", company.collect()),
            ("words", "takeout-words", my_words.collect::<Vec<_>>()),
        ];
        Ok(chapters
            .into_iter()
            .filter(|(_, _, items)| !items.is_empty())
            .map(|(name, heading, items)| Chapter {
                name,
                heading: self.say(heading),
                items,
            })
            .collect())
    }

    /// The letters that were asked for.
    pub(super) fn letters(&self) -> Result<Vec<OutLetter>> {
        if self.ask.letters == OutLetters::None {
            return Ok(Vec::new());
        }
        let mut letters = Vec::new();
        for companion in self.journal.companions()? {
            for line in self.journal.thread(companion.id)?.letters {
                let theirs = line.whose != Whose::Mine;
                let readable = line.standing == LetterStanding::Kept && !line.newer;
                if !readable || theirs && self.ask.letters != OutLetters::Everybodys {
                    continue;
                }
                let key = match theirs {
                    true => "takeout-letter-from",
                    false => "takeout-letter-to",
                };
                let day = line.on.to_string();
                letters.push(OutLetter {
                    name: format!("{day}-{}", letters.len() + 1),
                    heading: self
                        .speech
                        .say(key, &[("name", &companion.called), ("day", &day)]),
                    parts: self.journal.read_letter(line.version)?.parts,
                });
            }
        }
        Ok(letters)
    }

    pub(super) fn say(&self, key: &str) -> String {
        self.speech.say(key, &[])
    }

    fn intention(&self, one: Intention, named: &BTreeMap<TieId, String>) -> Item {
        let with: Vec<_> = one
            .ties
            .iter()
            .filter_map(|tie| named.get(tie).map(String::as_str))
            .collect();
        let mut under = told([with.join(" · ")]);
        for tried in one.tries {
            let words = tried.words;
            under.extend(told([
                words.around_when,
                words.what_we_try,
                words.what_happened,
                words.what_surprised,
            ]));
        }
        Item {
            words: one.toward,
            lang: one.lang,
            under,
        }
    }

    fn named_ties(&self) -> Result<BTreeMap<TieId, String>> {
        let named = self.journal.ties_without_care()?.into_iter();
        Ok(named.map(|tie| (tie.id, tie.called)).collect())
    }
}

/// Those that say something.
fn told<const N: usize>(words: [String; N]) -> Vec<String> {
    words
        .into_iter()
        .filter(|words| !words.is_empty())
        .collect()
}
