//! Questions, and how they change. A question of the library is read-only: asking it differently makes a question of
//! one's own that grew out of it. One's own question keeps every wording it had; a new one is added, none replaced.

use serde::{Deserialize, Serialize};

use crate::Now;
use crate::ask_differently::Move;
use crate::asked::Asked;
use crate::digest::Digest;
use crate::error::{Error, Result};
use crate::id::SittingId;
use crate::journal::Journal;
use crate::library::Library;
use crate::question_id::{QuestionId, QuestionSetId};
use crate::set_file::{FileQuestion, LONGEST_TEXT};
use crate::store::{Head, QuestionRow, Rows, VersionRow};
use crate::wording::Wording;
use crate::words;

/// The most questions one call returns.
const MOST_QUESTIONS_AT_ONCE: u32 = 500;

/// Whose words a question or a set is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Origin {
    BuiltIn,
    Mine,
    Received,
}

/// One wording of one question.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct WordingRef {
    /// The question.
    pub question: QuestionId,
    /// Which of its wordings, from 1.
    pub n: u32,
}

/// A question in its newest wording.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Question {
    /// Its name.
    pub id: QuestionId,
    /// Which wording this is.
    pub n: u32,
    /// Whose words it is in.
    pub origin: Origin,
    /// Its words.
    pub text: Wording,
    /// A few words beside it.
    pub hint: Wording,
    /// The set of the library it belongs to.
    pub set: Option<QuestionSetId>,
    /// The newest question of one's own that grew out of it.
    pub grown: Option<QuestionId>,
    /// What the person wishes of it, if anything.
    pub wish: Option<QuestionWish>,
}

/// What a person wishes of a question that was set aside; nothing is kept of one that was set aside without a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum QuestionWish {
    /// To come back to it.
    Later,
    /// That it is not offered again.
    NotAgain,
}

/// A question to be made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct NewQuestion {
    /// Its words, in at least one language.
    pub text: Wording,
    /// A few words beside it.
    #[serde(default)]
    pub hint: Wording,
}

/// Which questions to list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(default, deny_unknown_fields)]
pub struct QuestionsAsk {
    /// Only those that hold all these words, in any language.
    pub words: String,
    /// Only those of this origin.
    pub origin: Option<Origin>,
    /// Only those that come after this one.
    pub after: Option<QuestionId>,
    /// How many at the most (500).
    pub limit: u32,
}

/// Questions: one's own and received ones, the newest first, then the library's in its order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Questions {
    /// The questions.
    pub questions: Vec<Question>,
    /// There are more.
    pub more: bool,
}

impl Origin {
    pub(crate) fn word(self) -> &'static str {
        match self {
            Origin::BuiltIn => "built_in",
            Origin::Mine => "mine",
            Origin::Received => "received",
        }
    }

    pub(crate) fn of(word: &str) -> Origin {
        match word {
            "mine" => Origin::Mine,
            _ => Origin::Received,
        }
    }
}

impl Journal {
    /// The library of this journal: the one that comes with the program.
    pub fn library(&self) -> &Library {
        &self.library
    }

    /// Reads with another library, such as the one of a later version. Nothing in the journal changes.
    pub fn use_library(&mut self, library: Library) {
        self.library = std::borrow::Cow::Owned(library);
    }

    /// A question in its newest wording.
    pub fn question(&self, id: &QuestionId) -> Result<Question> {
        question_of(&self.rows(), &self.library, id)
    }

    /// Questions, some at a time.
    pub fn questions(&self, ask: &QuestionsAsk) -> Result<Questions> {
        let rows = self.rows();
        let limit = ask.limit.clamp(1, MOST_QUESTIONS_AT_ONCE) as usize;
        let wanted: Vec<String> = words::folded(&without_breaks(&ask.words))
            .split_whitespace()
            .map(str::to_owned)
            .collect();
        let holds = |text: &Wording| {
            wanted.is_empty()
                || text.iter().any(|(_, text)| {
                    let text = words::folded(&without_breaks(text));
                    wanted.iter().all(|word| text.contains(word))
                })
        };
        let own = match ask.origin {
            Some(Origin::BuiltIn) => Vec::new(),
            origin => rows.newest_wordings(origin)?,
        };
        let built_in = self.library.sets().iter().flat_map(|set| &set.questions);
        let built_in = built_in
            .filter(|_| matches!(ask.origin, None | Some(Origin::BuiltIn)))
            .map(|question| (question.id.clone(), question.text.clone()));
        let mut all = own.into_iter().chain(built_in);
        if let Some(after) = &ask.after {
            all.by_ref().find(|(id, _)| id == after);
        }
        let mut found: Vec<QuestionId> = all
            .filter(|(_, text)| holds(text))
            .map(|(id, _)| id)
            .take(limit + 1)
            .collect();
        let more = found.len() > limit;
        found.truncate(limit);
        let questions = found
            .iter()
            .map(|id| question_of(&rows, &self.library, id))
            .collect::<Result<_>>()?;
        Ok(Questions { questions, more })
    }

    /// Makes a question of one's own.
    pub fn add_question(&mut self, new: &NewQuestion, now: Now) -> Result<Question> {
        admit(&new.text, &new.hint)?;
        let id = QuestionId::fresh();
        self.change(|rows| {
            let row = rows.add_question(&id, Origin::Mine, "", now)?;
            let version = VersionRow::first(&new.text, &new.hint, now);
            rows.add_version(row, &version)?;
            add_head_of_question(rows, &id)
        })?;
        self.question(&id)
    }

    /// A question as it is asked now, in a language, to be carried to a page.
    pub fn asking(
        &self,
        id: &QuestionId,
        lang: &str,
        set: Option<&QuestionSetId>,
        sitting: Option<SittingId>,
    ) -> Result<Asked> {
        let question = self.question(id)?;
        let (lang, text) = question.text.in_lang(lang);
        Ok(Asked {
            text: text.to_owned(),
            lang: lang.to_owned(),
            question: question.id.clone(),
            n: question.n,
            set: set.cloned(),
            sitting,
        })
    }

    /// Remembers what is wished of a question, or forgets it.
    pub fn wish_of_question(
        &mut self,
        id: &QuestionId,
        wish: Option<QuestionWish>,
        now: Now,
    ) -> Result<()> {
        self.question(id)?;
        self.change(|rows| {
            rows.take_back("question_later", id.as_str())?;
            rows.take_back("question_not_again", id.as_str())?;
            if let Some(wish) = wish {
                rows.put_away(wish.kind(), id.as_str(), now)?;
            }
            crate::put_away::add_head_of_put_away(rows)
        })
    }

    /// The questions that something is wished of, the latest first.
    pub fn questions_wished(&self, wish: QuestionWish) -> Result<Vec<Question>> {
        let rows = self.rows();
        let ids = rows.all_put_away(wish.kind())?;
        let questions = ids.iter().filter_map(|id| {
            let id = id.parse().ok()?;
            // A library may have given up a question since.
            question_of(&rows, &self.library, &id).ok()
        });
        Ok(questions.collect())
    }
}

impl QuestionWish {
    pub(crate) fn kind(self) -> &'static str {
        match self {
            QuestionWish::Later => "question_later",
            QuestionWish::NotAgain => "question_not_again",
        }
    }
}

/// A question in its newest wording, from the journal or from the library.
pub(crate) fn question_of(rows: &Rows<'_>, library: &Library, id: &QuestionId) -> Result<Question> {
    let wish = [QuestionWish::NotAgain, QuestionWish::Later]
        .into_iter()
        .find_map(|wish| match rows.is_put_away(wish.kind(), id.as_str()) {
            Ok(true) => Some(Ok(wish)),
            Ok(false) => None,
            Err(error) => Some(Err(error)),
        })
        .transpose()?;
    let grown = rows.grown_from(id)?.filter(|grown| grown != id);
    if let Some((question, set)) = library.question(id) {
        return Ok(Question {
            id: id.clone(),
            n: question.n,
            origin: Origin::BuiltIn,
            text: question.text.clone(),
            hint: question.hint.clone(),
            set: Some(set.id.clone()),
            grown,
            wish,
        });
    }
    let row = rows.question(id)?.ok_or(Error::UnknownQuestion)?;
    let newest = rows.newest_version(row.row)?.ok_or(Error::JournalDamaged)?;
    Ok(Question {
        id: row.id,
        n: newest.n,
        origin: row.origin,
        text: newest.text,
        hint: newest.hint,
        set: None,
        grown,
        wish,
    })
}

/// The words of one wording.
pub(crate) fn wording_of(
    rows: &Rows<'_>,
    library: &Library,
    wording: &WordingRef,
) -> Result<Wording> {
    if let Some((question, _)) = library.question(&wording.question) {
        return text_in_file(question, wording.n)
            .cloned()
            .ok_or(Error::UnknownQuestion);
    }
    let row = rows
        .question(&wording.question)?
        .ok_or(Error::UnknownQuestion)?;
    let found = rows
        .versions_of(row.row)?
        .into_iter()
        .find(|version| version.n == wording.n);
    found
        .map(|version| version.text)
        .ok_or(Error::UnknownQuestion)
}

/// The words a question of a file has, or had, under a number.
pub(crate) fn text_in_file(question: &FileQuestion, n: u32) -> Option<&Wording> {
    if question.n == n {
        return Some(&question.text);
    }
    let earlier = question.earlier.iter().find(|earlier| earlier.n == n);
    earlier.map(|earlier| &earlier.text)
}

/// Japanese questions carry the places where a line may end.
fn without_breaks(text: &str) -> String {
    text.replace('\u{200b}', "")
}

pub(crate) fn admit(text: &Wording, hint: &Wording) -> Result<()> {
    text.admit_some(LONGEST_TEXT)?;
    hint.admit(LONGEST_TEXT)
}

/// Adds a question as it stands now to the chain.
pub(crate) fn add_head_of_question(rows: &Rows<'_>, id: &QuestionId) -> Result<()> {
    let row = rows.question(id)?.ok_or(Error::Unexpected("questions"))?;
    rows.add_head(&Head {
        kind: "question",
        thing: id.bytes().ok_or(Error::BadRequest)?,
        rev: row.rev,
        digest: digest_of_question(rows, &row)?,
    })
}

/// The digest of all that a question holds.
pub(crate) fn digest_of_question(rows: &Rows<'_>, question: &QuestionRow) -> Result<[u8; 32]> {
    let versions = rows.versions_of(question.row)?;
    let mut digest = Digest::new()
        .text(question.origin.word())
        .text(&question.arrived_as)
        .list(&versions);
    for version in &versions {
        digest = digest
            .number(i64::from(version.n))
            .wording(&version.text)
            .wording(&version.hint)
            .text(
                version
                    .parent
                    .as_ref()
                    .map_or("", |parent| parent.question.as_str()),
            )
            .number(
                version
                    .parent
                    .as_ref()
                    .map_or(0, |parent| i64::from(parent.n)),
            )
            .wording(&version.parent_text)
            .text(version.by.map_or("", Move::word))
            .text(&version.changed_because)
            .time(Some(version.at));
    }
    Ok(digest.done())
}
