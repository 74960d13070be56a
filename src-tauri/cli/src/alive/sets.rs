//! Sets of questions, and the files they travel in.

use awai::{Error, Journal, NewQuestionSet, QuestionSetFile, Wording};

use super::doing::Voice;
use super::naming::{question_named, set_named};
use super::{Act, Answer};
use crate::doing::{now, write_new};
use crate::refusal::Refusal;

/// A set's file, read before the journal is opened.
pub fn set_file_of(act: &Act) -> Result<Option<QuestionSetFile>, Refusal> {
    match act {
        Act::ImportSet(path) => match QuestionSetFile::read(path) {
            Ok(set) => Ok(Some(set)),
            Err(Error::LetterGone) => Err(Refusal::FileUnreadable),
            Err(error) => Err(error.into()),
        },
        _ => Ok(None),
    }
}

/// Makes, erases, writes out or takes in a set.
pub fn set(
    journal: &mut Journal,
    act: &Act,
    file: Option<QuestionSetFile>,
    voice: &Voice<'_>,
) -> Result<Answer, Refusal> {
    Ok(match act {
        Act::AddSet { title, questions } => {
            let questions = questions
                .iter()
                .map(|name| question_named(journal, name))
                .collect::<Result<_, _>>()?;
            let new = NewQuestionSet {
                title: Wording::one(voice.tongue.code(), title),
                purpose: Wording::default(),
                task: String::new(),
                audience: Vec::new(),
                suggest: false,
                questions,
            };
            let id = journal.add_question_set(&new, now())?;
            Answer::Set(Box::new(journal.question_set(&id)?))
        }
        Act::EraseSet(name) => {
            let id = set_named(journal, name)?;
            journal.erase_question_set(&id)?;
            Answer::Done
        }
        Act::ExportSet { set, file } => {
            let id = set_named(journal, set)?;
            let text = journal.question_set_file(&id)?.to_text()?;
            Answer::Written(write_new(file, text.as_bytes())?)
        }
        _ => {
            let file = file.ok_or(Error::NotAQuestionSet)?;
            Answer::TakenIn(journal.take_in_question_set(&file, now())?)
        }
    })
}
