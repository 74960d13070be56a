//! Pages read together on one screen. They are taken out of the book, and then the book is closed and its key dropped:
//! what was not chosen cannot be shown, whatever is pressed. The passphrase opens the book again, and closing lets go of
//! these pages as it lets go of everything.

use std::collections::BTreeMap;

use awai::{Cover, Journal, LetterShown, LetterVersionId, ReflectionId, Result, blocks::Block};
use serde::{Deserialize, Serialize};

/// More at once is no sitting together.
const MOST: usize = 60;

/// What somebody chose.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ToRead {
    Page {
        #[cfg_attr(test, ts(type = "string"))]
        id: ReflectionId,
    },
    Letter {
        #[cfg_attr(test, ts(type = "string"))]
        version: LetterVersionId,
    },
}

/// One of the things that are read together, with nothing that was not on it.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ReadTogether {
    Page {
        #[cfg_attr(test, ts(type = "string"))]
        day: chrono::NaiveDate,
        title: String,
        lang: String,
        /// Read before the words; empty for none.
        cover: String,
        #[cfg_attr(test, ts(type = "Block[]"))]
        blocks: Vec<Block>,
    },
    Letter {
        /// Its name on the shelf, for its pictures.
        #[cfg_attr(test, ts(type = "string"))]
        version: LetterVersionId,
        #[cfg_attr(test, ts(type = "LetterShown"))]
        letter: Box<LetterShown>,
    },
}

/// All of them, and their pictures by the address they are asked for with.
pub struct Together {
    read: Vec<ReadTogether>,
    pictures: BTreeMap<String, (String, Vec<u8>)>,
}

impl Together {
    /// Takes what was chosen out of an open book.
    ///
    /// # Errors
    /// [`awai::Error::StaysHere`] for a page that is not offered to anybody, [`awai::Error::NotFound`] for one that is
    /// not there, [`awai::Error::NothingChosen`].
    pub fn take(journal: &Journal, chosen: &[ToRead]) -> Result<Together> {
        if chosen.is_empty() || chosen.len() > MOST {
            return Err(awai::Error::NothingChosen);
        }
        let mut all = Together {
            read: Vec::with_capacity(chosen.len()),
            pictures: BTreeMap::new(),
        };
        for one in chosen {
            match one {
                ToRead::Page { id } => all.take_page(journal, *id)?,
                ToRead::Letter { version } => all.take_letter(journal, *version)?,
            }
        }
        Ok(all)
    }

    /// What is read.
    pub fn read(&self) -> &[ReadTogether] {
        &self.read
    }

    /// A picture of what is read, by its address.
    pub fn picture(&self, path: &str) -> Option<(String, Vec<u8>)> {
        self.pictures.get(path).cloned()
    }

    fn take_page(&mut self, journal: &Journal, id: ReflectionId) -> Result<()> {
        // What stays here, and what hangs on a tie to take care with, is offered to nobody's eyes.
        journal.offer(id)?;
        let page = journal.page(id, Cover::Opened)?;
        for block in &page.blocks {
            if let Block::Picture { id, .. } = block {
                self.pictures
                    .insert(format!("/{id}"), journal.picture(*id)?);
            }
        }
        self.read.push(ReadTogether::Page {
            day: page.day,
            title: page.writing.title,
            lang: page.writing.lang,
            cover: page.writing.cover,
            blocks: page.blocks,
        });
        Ok(())
    }

    fn take_letter(&mut self, journal: &Journal, version: LetterVersionId) -> Result<()> {
        let letter = journal.read_letter(version)?;
        for number in 0..letter.files.len() {
            let file = journal.letter_file(version, number)?;
            self.pictures
                .insert(format!("/letter/{version}/{number}"), file);
        }
        self.read.push(ReadTogether::Letter {
            version,
            letter: Box::new(letter),
        });
        Ok(())
    }
}
