//! Example exchanges: two short made-up ones in three languages, which show a thread that slips and is picked up
//! again, without anybody being right. They come with the program, are read-only, stand apart from one's own pages,
//! and can be taken away.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::Now;
use crate::error::{Error, Result};
use crate::journal::Journal;
use crate::moment::MomentKind;
use crate::put_away::add_head_of_put_away;
use crate::question_id::QuestionId;
use crate::wording::Wording;

/// What is kept of an example that was taken away.
const TAKEN_AWAY: &str = "example";

static EXAMPLES: LazyLock<Vec<Example>> = LazyLock::new(|| {
    [
        include_str!("../../../assets/examples/bench-by-the-station.json"),
        include_str!("../../../assets/examples/the-big-pot.json"),
    ]
    .into_iter()
    .map(|text| serde_json::from_str(text).expect("the test of the examples reads each of them"))
    .collect()
});

/// A made-up exchange.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// Its name.
    pub id: String,
    /// Its title.
    pub title: Wording,
    /// That it is made up, and what it is about.
    pub about: Wording,
    /// Who writes.
    pub voices: Vec<ExampleVoice>,
    /// What they write, in order.
    pub letters: Vec<ExampleLetter>,
}

/// Somebody who was made up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct ExampleVoice {
    /// A name for the letters to refer to.
    pub id: String,
    /// What they are called.
    pub called: Wording,
}

/// A made-up letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct ExampleLetter {
    /// Who wrote it.
    pub from: String,
    /// The question of the library it stays close to.
    #[serde(default)]
    pub question: Option<QuestionId>,
    /// The moment it tells of.
    #[serde(default)]
    pub moment: Option<MomentKind>,
    /// Its words.
    pub text: Wording,
}

impl Journal {
    /// The example exchanges that were not taken away.
    pub fn examples(&self) -> Result<Vec<Example>> {
        let away = self.rows().all_put_away(TAKEN_AWAY)?;
        let here = EXAMPLES.iter().filter(|one| !away.contains(&one.id));
        Ok(here.cloned().collect())
    }

    /// Takes an example away.
    pub fn take_example_away(&mut self, id: &str, now: Now) -> Result<()> {
        if !EXAMPLES.iter().any(|example| example.id == id) {
            return Err(Error::NotHere);
        }
        self.change(|rows| {
            rows.put_away(TAKEN_AWAY, id, now)?;
            add_head_of_put_away(rows)
        })
    }

    /// Brings all examples back.
    pub fn bring_examples_back(&mut self) -> Result<()> {
        self.change(|rows| {
            for id in rows.all_put_away(TAKEN_AWAY)? {
                rows.take_back(TAKEN_AWAY, &id)?;
            }
            add_head_of_put_away(rows)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Library, Tongue};

    #[test]
    fn two_examples_are_told_whole_in_three_languages() {
        assert_eq!(EXAMPLES.len(), 2);
        for example in EXAMPLES.iter() {
            let letters = example.letters.iter().map(|letter| &letter.text);
            let voices = example.voices.iter().map(|voice| &voice.called);
            let all = [&example.title, &example.about];
            for wording in all.into_iter().chain(letters).chain(voices) {
                for tongue in Tongue::ALL {
                    assert_eq!(wording.in_lang(tongue.code()).0, tongue.code());
                }
            }
            let kinds: Vec<_> = example.letters.iter().map(|letter| letter.moment).collect();
            assert!(kinds.contains(&Some(MomentKind::Disconnection)));
            assert!(kinds.contains(&Some(MomentKind::Reconnection)));
            for letter in &example.letters {
                assert!(example.voices.iter().any(|voice| voice.id == letter.from));
                let asked = letter.question.as_ref();
                assert!(asked.is_none_or(|id| Library::shipped().question(id).is_some()));
            }
        }
    }
}
