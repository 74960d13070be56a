//! A letter being put together: what was chosen, by reference. Nothing is chosen until somebody chooses it.

use chrono::{DateTime, Datelike, Duration, NaiveTime, TimeZone};
use serde::{Deserialize, Serialize};

use super::{AskedWording, LetterKind, Please, SharedPage, Wish};
use crate::Now;
use crate::error::{Error, Result};
use crate::id::{CompanionId, LetterId, ReflectionId};
use crate::journal::Journal;
use crate::question_id::QuestionId;

/// The hour of the next day from which a letter that rested overnight may go.
const MORNING: u32 = 5;
/// The most bytes a draft may have in the database.
const MOST_BYTES: usize = 16 * 1024 * 1024;

/// What was chosen for a letter so far.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct LetterDraft {
    /// What it is.
    pub kind: LetterKind,
    /// To whom; each gets a file of their own, and all of them see all names.
    #[serde(default)]
    pub to: Vec<CompanionId>,
    /// For somebody without Awai: the names that stand in it. Opened with words, by any age program.
    #[serde(default)]
    pub under_words: Option<NamesUnderWords>,
    /// The language it is written in (BCP 47).
    #[serde(default)]
    pub lang: String,
    /// The letter it answers.
    #[serde(default)]
    pub answers: Option<LetterId>,
    /// Read before the letter is opened; empty for none.
    #[serde(default)]
    pub cover: String,
    /// What I would like back; nothing, unless I say so.
    #[serde(default)]
    pub wish: Vec<Wish>,
    /// What I ask of the reader.
    #[serde(default)]
    pub please: Please,
    /// How exactly the day of sealing is said.
    #[serde(default)]
    pub date: DatePrecision,
    /// The chosen passages, and words written for this letter.
    #[serde(default)]
    pub parts: Vec<PartDraft>,
    /// What was decided about each name that was found.
    #[serde(default)]
    pub names: Vec<NameDecision>,
    /// My letters that I would like them to keep no longer.
    #[serde(default)]
    pub releases: Vec<LetterId>,
    /// A question to pass on.
    #[serde(default)]
    pub question: Option<QuestionToPassOn>,
    /// Both answer this question.
    #[serde(default)]
    pub same_question: Option<AskedWording>,
    /// The parts are a version of "what we know now".
    #[serde(default)]
    pub shared_page: Option<SharedPage>,
}

impl LetterDraft {
    /// A letter of a kind with nothing chosen for it; the day of sealing is said.
    pub fn empty(kind: LetterKind, to: Vec<CompanionId>, lang: &str) -> LetterDraft {
        LetterDraft {
            kind,
            to,
            under_words: None,
            lang: lang.to_owned(),
            answers: None,
            cover: String::new(),
            wish: Vec::new(),
            please: Please::default(),
            date: DatePrecision::Day,
            parts: Vec::new(),
            names: Vec::new(),
            releases: Vec::new(),
            question: None,
            same_question: None,
            shared_page: None,
        }
    }
}

/// The names in a letter for somebody without Awai.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct NamesUnderWords {
    /// The name I choose towards them.
    pub my_name: String,
    /// What they are called in it.
    pub their_name: String,
}

/// A question to pass on, in the wording it has when the letter is sealed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct QuestionToPassOn {
    /// The question.
    pub question: QuestionId,
    /// What changed it, if I want to say.
    #[serde(default)]
    pub changed_because: String,
}

/// One passage of a letter being put together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct PartDraft {
    /// Where it comes from.
    pub source: PartSource,
    /// The passage of the answered letter that it answers, counted from nothing.
    #[serde(default)]
    pub answers: Option<u32>,
}

/// Where a passage comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum PartSource {
    /// Chosen passages of a page, see [`Journal::offer`](crate::Journal::offer). They are copied, not linked.
    Page {
        /// The page.
        page: ReflectionId,
        /// The revision they were chosen from: a page that was written anew since is not sent unseen.
        #[cfg_attr(test, ts(type = "number"))]
        rev: i64,
        /// Which passages, counted from nothing.
        #[serde(default)]
        passages: Vec<u32>,
        /// Whether the title goes along.
        #[serde(default)]
        title: Leaves,
        /// Which of the questions that the page was asked goes along, counted from nothing.
        #[serde(default)]
        asked: Option<u32>,
        /// How exactly the day of the page is said.
        #[serde(default)]
        date: DatePrecision,
    },
    /// Words written for this letter.
    Words {
        /// Empty for none.
        #[serde(default)]
        title: String,
        /// The words.
        text: String,
        /// The question they answer.
        #[serde(default)]
        asked: Option<AskedWording>,
    },
}

/// Whether something goes along. Nothing does by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Leaves {
    /// It stays.
    #[default]
    Stays,
    /// It goes along.
    Leaves,
}

/// How exactly a day is said in a letter. A finer time never leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum DatePrecision {
    /// Not at all.
    #[default]
    None,
    /// The month.
    Month,
    /// The day.
    Day,
}

/// What was decided about a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct NameDecision {
    /// The name, as [`crate::FoundName::name`] has it.
    pub name: String,
    /// The decision.
    pub choice: NameChoice,
}

/// What becomes of a name in the letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum NameChoice {
    /// It stays as it is written.
    AsWritten,
    /// Another name stands in its place, in every letter to this companion.
    StandsAs {
        /// The other name.
        stands_as: String,
    },
}

/// A letter being put together, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct LetterDraftKept {
    /// The id that the letter will have.
    pub id: LetterId,
    /// Until when it rests, if it was laid to rest.
    #[cfg_attr(test, ts(type = "string | null"))]
    pub rests_until: Option<Now>,
    /// What was chosen.
    pub draft: LetterDraft,
}

impl DatePrecision {
    pub(crate) fn say(self, day: chrono::NaiveDate) -> String {
        match self {
            DatePrecision::None => String::new(),
            DatePrecision::Month => format!("{:04}-{:02}", day.year(), day.month()),
            DatePrecision::Day => day.to_string(),
        }
    }
}

impl Journal {
    /// Keeps a letter that is being put together; a new one when no id is given. When this returns, it is on the disk.
    ///
    /// A letter that lay resting and is changed does not rest any longer: it is laid to rest anew.
    pub fn keep_letter_draft(
        &mut self,
        id: Option<LetterId>,
        draft: &LetterDraft,
        now: Now,
    ) -> Result<LetterId> {
        let text = serde_json::to_string(draft).map_err(|_| Error::BadRequest)?;
        if text.len() > MOST_BYTES {
            return Err(Error::LetterTooMuch);
        }
        let id = id.unwrap_or_else(LetterId::fresh);
        self.change(|rows| rows.keep_letter_draft(id, &text, now))?;
        Ok(id)
    }

    /// A letter that is being put together.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it was sealed or let go.
    pub fn letter_draft(&self, id: LetterId) -> Result<LetterDraftKept> {
        let row = self.rows().letter_draft(id)?.ok_or(Error::NotFound)?;
        Ok(LetterDraftKept {
            id,
            rests_until: row.rests_until,
            draft: serde_json::from_str(&row.draft).map_err(|_| Error::JournalDamaged)?,
        })
    }

    /// The letters that are being put together, the oldest first.
    pub fn letter_drafts(&self) -> Result<Vec<LetterDraftKept>> {
        let rows = self.rows().letter_drafts()?;
        rows.iter().map(|row| self.letter_draft(row.id)).collect()
    }

    /// Lays a letter to rest until the next morning.
    pub fn rest_letter(&mut self, id: LetterId, now: Now) -> Result<Now> {
        let until = morning_after(now);
        self.letter_draft(id)?;
        self.change(|rows| rows.rest_letter_draft(id, until))?;
        Ok(until)
    }

    /// Lets go of a letter that is being put together, because the person asked for it.
    pub fn drop_letter_draft(&mut self, id: LetterId) -> Result<()> {
        self.change(|rows| rows.drop_letter_draft(id))
    }
}

/// The next morning, where the person is. After midnight the night is not over yet.
fn morning_after(now: Now) -> Now {
    let morning = NaiveTime::from_hms_opt(MORNING, 0, 0).expect("five o'clock exists");
    let today = now.date_naive().and_time(morning);
    let local = if now.naive_local() < today {
        today
    } else {
        today + Duration::days(1)
    };
    // A fixed offset knows no leap of the clock: every local time is there once.
    let offset: &chrono::FixedOffset = now.offset();
    let there: Option<DateTime<_>> = offset.from_local_datetime(&local).single();
    there.unwrap_or(now + Duration::days(1))
}

#[cfg(test)]
mod tests {
    use super::super::{MOST_PART_BYTES, forged};
    use super::*;

    #[test]
    fn overnight_is_until_the_next_morning() {
        let until = |text: &str| morning_after(DateTime::parse_from_rfc3339(text).unwrap());
        assert_eq!(
            until("2026-05-03T21:40:00+09:00").to_rfc3339(),
            "2026-05-04T05:00:00+09:00"
        );
        assert_eq!(
            until("2026-05-04T01:10:00+09:00").to_rfc3339(),
            "2026-05-04T05:00:00+09:00"
        );
        assert_eq!(
            until("2026-05-04T05:00:00-04:00").to_rfc3339(),
            "2026-05-05T05:00:00-04:00"
        );
    }

    #[test]
    fn a_draft_begins_with_nothing_chosen() {
        let draft: LetterDraft = serde_json::from_str(r#"{"kind": "letter"}"#).unwrap();
        assert!(draft.parts.is_empty() && draft.to.is_empty() && draft.wish.is_empty());
        assert_eq!(draft.date, DatePrecision::None);
    }

    #[test]
    fn what_is_put_together_is_kept_up_to_a_length_and_not_one_byte_beyond() {
        let (_home, mut journal) = forged::journal();
        let to = CompanionId::fresh();
        let of = |bytes: usize| forged::draft(to, &"x".repeat(bytes));
        let rest = MOST_BYTES - serde_json::to_string(&of(0)).unwrap().len();
        let mut kept = |bytes| journal.keep_letter_draft(None, &of(bytes), forged::now());
        assert!(kept(15 * MOST_PART_BYTES).is_ok(), "many long parts");
        let id = kept(rest).unwrap();
        assert!(matches!(kept(rest + 1), Err(Error::LetterTooMuch)));
        assert_eq!(journal.letter_draft(id).unwrap().draft, of(rest));
    }
}
