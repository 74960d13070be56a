//! The questions that come with the program: twelve sets in three languages, as files of the same shape in which
//! any set travels. They are read-only and are never copied into a journal. Whatever refers to one keeps its words,
//! so that a later library with other words changes nothing that was.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::error::{Error, Result};
use crate::question_id::{QuestionId, QuestionSetId};
use crate::set_file::{FileQuestion, QuestionSetFile};

macro_rules! sets {
    ($($name:literal),+ $(,)?) => {
        &[$(include_str!(concat!("../../../assets/questions/", $name, ".json"))),+]
    };
}

/// In the order they are shown: arriving and what connects come first, never what went wrong.
const SETS: &[&str] = sets!(
    "arriving",
    "connection",
    "worldview",
    "what-happened",
    "mutuality",
    "hope",
    "moving-toward",
    "agreement",
    "co-reflection",
    "community",
    "better-questions",
    "own-ground",
);

/// A library of questions.
#[derive(Debug, Clone)]
pub struct Library {
    sets: Vec<QuestionSetFile>,
    /// Where each question stands: set, place in it.
    places: BTreeMap<QuestionId, (usize, usize)>,
}

static SHIPPED: LazyLock<Library> = LazyLock::new(|| {
    Library::read(SETS).expect("the test of the library reads every file that is compiled in")
});

impl Library {
    /// The one that comes with this version of the program.
    pub fn shipped() -> &'static Library {
        &SHIPPED
    }

    /// A library made of the texts of its files.
    ///
    /// # Errors
    /// Those of [`QuestionSetFile::parse`]; [`Error::QuestionSetUnclear`] when two sets or questions have one name.
    pub fn read(files: &[&str]) -> Result<Library> {
        let sets = files
            .iter()
            .map(|text| QuestionSetFile::parse(text.as_bytes()))
            .collect::<Result<Vec<_>>>()?;
        let mut places = BTreeMap::new();
        for (nth, set) in sets.iter().enumerate() {
            let twice = sets.iter().filter(|other| other.id == set.id).count() > 1;
            for (place, question) in set.questions.iter().enumerate() {
                let there = places.insert(question.id.clone(), (nth, place));
                // A name of 32 hexadecimal characters could be in somebody's journal.
                if twice || there.is_some() || question.id.bytes().is_some() {
                    return Err(Error::QuestionSetUnclear);
                }
            }
        }
        Ok(Library { sets, places })
    }

    /// Its sets, in order.
    pub fn sets(&self) -> &[QuestionSetFile] {
        &self.sets
    }

    /// One set.
    pub fn set(&self, id: &QuestionSetId) -> Option<&QuestionSetFile> {
        self.sets.iter().find(|set| set.id == *id)
    }

    /// One question and its set.
    pub fn question(&self, id: &QuestionId) -> Option<(&FileQuestion, &QuestionSetFile)> {
        let (set, place) = self.places.get(id)?;
        let set = self.sets.get(*set)?;
        Some((set.questions.get(*place)?, set))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Tongue;

    #[test]
    fn twelve_sets_with_eighty_three_questions_speak_three_languages() {
        let library = Library::read(SETS).unwrap();
        assert_eq!(library.sets().len(), 12);
        assert_eq!(library.places.len(), 83);
        for set in library.sets() {
            let questions = set.questions.iter().flat_map(|q| [&q.text, &q.hint]);
            let texts = [&set.title, &set.purpose].into_iter().chain(questions);
            for wording in texts.filter(|wording| !wording.is_empty()) {
                for tongue in Tongue::ALL {
                    assert_eq!(wording.in_lang(tongue.code()).0, tongue.code());
                }
            }
            assert!(!set.audience.is_empty(), "{}", set.id);
        }
    }
}
