//! Sets of questions: the library's, one's own, and those that came in a file. A set is an order somebody suggests;
//! nobody has to follow it. Taking one in never changes what is here: a question whose name is taken by other words
//! arrives beside the one that is here, as a branch of it.

use serde::{Deserialize, Serialize};

use crate::Now;
use crate::ask_differently::Move;
use crate::digest::{Digest, ERASED};
use crate::error::{Error, Result};
use crate::journal::Journal;
use crate::library::Library;
use crate::question::{
    Origin, Question, WordingRef, add_head_of_question, question_of, text_in_file,
};
use crate::question_id::{QuestionId, QuestionSetId};
use crate::set_file::{
    Audience, FileQuestion, GrewFrom, LONGEST_TEXT, LONGEST_TITLE, MOST_QUESTIONS, QuestionSetFile,
    SET_FILE_VERSION,
};
use crate::store::{Head, Rows, SetRow, VersionRow};
use crate::wording::Wording;

/// A set in the list of sets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct QuestionSetLine {
    /// Its name.
    pub id: QuestionSetId,
    /// Whose it is.
    pub origin: Origin,
    /// What it is about, an open list.
    pub task: String,
    /// Its title.
    pub title: Wording,
    /// What it is for.
    pub purpose: Wording,
    /// For whom.
    pub audience: Vec<Audience>,
    /// Whether it may be offered unasked.
    pub suggest: bool,
    /// Its questions, in the order that is suggested.
    pub questions: Vec<QuestionId>,
}

/// A set with its questions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct QuestionSet {
    /// The set.
    pub line: QuestionSetLine,
    /// Its questions, in the order that is suggested.
    pub questions: Vec<Question>,
}

/// A set of one's own, to be made or written anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct NewQuestionSet {
    /// Its title, in at least one language.
    pub title: Wording,
    /// What it is for.
    #[serde(default)]
    pub purpose: Wording,
    /// What it is about; may be empty.
    #[serde(default)]
    pub task: String,
    /// For whom.
    #[serde(default)]
    pub audience: Vec<Audience>,
    /// Whether it may be offered unasked.
    #[serde(default)]
    pub suggest: bool,
    /// Its questions, one's own, received or of the library.
    pub questions: Vec<QuestionId>,
}

/// What came of taking in a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct TakenIn {
    /// The set as it is here now.
    pub set: QuestionSetId,
    /// Questions that are new here.
    pub new: Vec<QuestionId>,
    /// Questions whose name is taken here by other words: they stand beside those, as branches.
    pub beside: Vec<QuestionId>,
    /// Questions that were here already, word for word.
    pub already_here: Vec<QuestionId>,
}

impl Journal {
    /// All sets: the library's in its order, then the others in the order they came.
    pub fn question_sets(&self) -> Result<Vec<QuestionSetLine>> {
        let library = self.library.sets().iter().map(line_of_file);
        let own = self.rows().question_sets()?;
        Ok(library.chain(own.into_iter().map(line_of_row)).collect())
    }

    /// A set with its questions.
    pub fn question_set(&self, id: &QuestionSetId) -> Result<QuestionSet> {
        set_of(&self.rows(), &self.library, id)
    }

    /// Makes a set of one's own.
    pub fn add_question_set(&mut self, new: &NewQuestionSet, now: Now) -> Result<QuestionSetId> {
        let id = QuestionSetId::fresh();
        let set = self.admit_set(new, &id, Origin::Mine)?;
        self.change(|rows| {
            rows.add_set(&set, now)?;
            add_head_of_set(rows, &id)
        })?;
        Ok(id)
    }

    /// Writes a set anew. Only one's own and received sets: those of the library stay as they are.
    pub fn change_question_set(&mut self, id: &QuestionSetId, new: &NewQuestionSet) -> Result<()> {
        let there = self
            .rows()
            .question_set(id)?
            .ok_or(Error::UnknownQuestion)?;
        let set = SetRow {
            row: there.row,
            ..self.admit_set(new, id, there.origin)?
        };
        self.change(|rows| {
            rows.change_set(&set)?;
            add_head_of_set(rows, id)
        })
    }

    /// Erases a set; its questions stay.
    pub fn erase_question_set(&mut self, id: &QuestionSetId) -> Result<()> {
        self.change(|rows| {
            let set = rows.question_set(id)?.ok_or(Error::UnknownQuestion)?;
            rows.erase_set(set.row)?;
            rows.add_head(&Head {
                kind: "question_set",
                thing: id.bytes().ok_or(Error::BadRequest)?,
                rev: set.rev + 1,
                digest: ERASED,
            })
        })
    }

    /// A set as a file: its questions in their newest wording and what they grew out of; no page, no answer, and no
    /// word about why anything was changed.
    ///
    /// # Errors
    /// As [`QuestionSetFile::to_text`], which makes the text of the file.
    pub fn question_set_file(&self, id: &QuestionSetId) -> Result<QuestionSetFile> {
        let rows = self.rows();
        let set = set_of(&rows, &self.library, id)?;
        let passed_on = |question| passed_on(&rows, &self.library, question);
        let questions = set.questions.iter().map(passed_on);
        Ok(QuestionSetFile {
            awai_question_set: SET_FILE_VERSION,
            id: set.line.id,
            task: set.line.task,
            title: set.line.title,
            purpose: set.line.purpose,
            audience: set.line.audience,
            suggest: set.line.suggest,
            questions: questions.collect::<Result<_>>()?,
        })
    }

    /// Takes in a set from a file, all of it or nothing. Whatever is here stays as it is. A set that came is never
    /// offered unasked until the person says so.
    pub fn take_in_question_set(&mut self, file: &QuestionSetFile, now: Now) -> Result<TakenIn> {
        file.admit()?;
        let library = self.library.clone().into_owned();
        self.change(|rows| {
            let (mut new, mut beside, mut already_here) = (Vec::new(), Vec::new(), Vec::new());
            let mut questions = Vec::new();
            for question in &file.questions {
                let (id, how) = take_in(rows, &library, question, now)?;
                questions.push(id.clone());
                match how {
                    Arrival::New => new.push(id),
                    Arrival::Beside => beside.push(id),
                    Arrival::AlreadyHere => already_here.push(id),
                }
            }
            // Two of its questions may turn out to be the same one here.
            let mut seen = std::collections::BTreeSet::new();
            questions.retain(|id| seen.insert(id.clone()));
            let set = take_in_set(rows, &library, file, questions, now)?;
            Ok(TakenIn {
                set,
                new,
                beside,
                already_here,
            })
        })
    }

    fn admit_set(
        &self,
        new: &NewQuestionSet,
        id: &QuestionSetId,
        origin: Origin,
    ) -> Result<SetRow> {
        new.title.admit_some(LONGEST_TITLE)?;
        new.purpose.admit(LONGEST_TEXT)?;
        if new.questions.len() > MOST_QUESTIONS || new.task.len() > 64 {
            return Err(Error::TooLong);
        }
        let mut questions = Vec::new();
        for question in &new.questions {
            self.question(question)?;
            if !questions.contains(question) {
                questions.push(question.clone());
            }
        }
        Ok(SetRow {
            row: 0,
            id: id.clone(),
            rev: 0,
            origin,
            arrived_as: String::new(),
            task: new.task.clone(),
            title: new.title.clone(),
            purpose: new.purpose.clone(),
            audience: new.audience.clone(),
            suggest: new.suggest,
            questions,
        })
    }
}

/// A question as it is passed on: its words, what it grew out of, and no answer.
pub(crate) fn passed_on(
    rows: &Rows<'_>,
    library: &Library,
    question: &Question,
) -> Result<FileQuestion> {
    Ok(FileQuestion {
        id: question.id.clone(),
        n: question.n,
        text: question.text.clone(),
        hint: question.hint.clone(),
        grew_from: grew_from(rows, library, question)?,
        earlier: Vec::new(),
    })
}

pub(crate) enum Arrival {
    New,
    Beside,
    AlreadyHere,
}

/// Finds or makes the question a file speaks of.
pub(crate) fn take_in(
    rows: &Rows<'_>,
    library: &Library,
    question: &FileQuestion,
    now: Now,
) -> Result<(QuestionId, Arrival)> {
    if let Some((built_in, _)) = library.question(&question.id) {
        let mut earlier = built_in.earlier.iter().map(|earlier| &earlier.text);
        let same = built_in.text == question.text || earlier.any(|text| *text == question.text);
        if same {
            return Ok((question.id.clone(), Arrival::AlreadyHere));
        }
    }
    let named = rows.question(&question.id)?;
    let taken = named.is_some();
    let arrived = rows.questions_arrived_as(question.id.as_str())?;
    let mut clash = library
        .question(&question.id)
        .map(|(built_in, _)| (question.id.clone(), built_in.n, built_in.text.clone()));
    for there in named.into_iter().chain(arrived) {
        let versions = rows.versions_of(there.row)?;
        if versions.iter().any(|version| version.text == question.text) {
            return Ok((there.id, Arrival::AlreadyHere));
        }
        if let (None, Some(newest)) = (&clash, versions.last()) {
            clash = Some((there.id, newest.n, Wording::default()));
        }
    }
    let id = match question.id.bytes() {
        Some(_) if !taken => question.id.clone(),
        _ => QuestionId::fresh(),
    };
    let mut version = VersionRow {
        n: question.n,
        ..VersionRow::first(&question.text, &question.hint, now)
    };
    let how = match &clash {
        Some(_) => Arrival::Beside,
        None => Arrival::New,
    };
    let grew_from = question.grew_from.as_ref();
    let parent = grew_from.map(|from| parent_here(rows, library, from));
    if let Some((parent, parent_text)) = parent.transpose()?.flatten() {
        version.parent = Some(parent);
        version.parent_text = parent_text;
        version.by = grew_from.and_then(|from| from.by);
    } else if let Some((question, n, text)) = clash {
        version.parent = Some(WordingRef { question, n });
        version.parent_text = text;
        version.by = Some(Move::Other);
    }
    let row = rows.add_question(&id, Origin::Received, question.id.as_str(), now)?;
    rows.add_version(row, &version)?;
    add_head_of_question(rows, &id)?;
    Ok((id, how))
}

/// What a received wording grew out of: the wording that is here, if it is, and its words if they are no row here.
/// Nothing when that name means something else here.
fn parent_here(
    rows: &Rows<'_>,
    library: &Library,
    from: &GrewFrom,
) -> Result<Option<(WordingRef, Wording)>> {
    let parent = WordingRef {
        question: from.id.clone(),
        n: from.n,
    };
    if library.question(&from.id).is_some() {
        return Ok(Some((parent, from.text.clone())));
    }
    let named = rows.question(&from.id)?;
    let mut taken = false;
    let arrived = rows.questions_arrived_as(from.id.as_str())?;
    for there in named.into_iter().chain(arrived) {
        let versions = rows.versions_of(there.row)?;
        taken |= there.id == from.id && versions.iter().any(|version| version.n == from.n);
        if let Some(version) = versions.iter().find(|version| version.text == from.text) {
            let parent = WordingRef {
                question: there.id,
                n: version.n,
            };
            return Ok(Some((parent, Wording::default())));
        }
    }
    Ok((!taken).then(|| (parent, from.text.clone())))
}

fn take_in_set(
    rows: &Rows<'_>,
    library: &Library,
    file: &QuestionSetFile,
    questions: Vec<QuestionId>,
    now: Now,
) -> Result<QuestionSetId> {
    if let Some(built_in) = library.set(&file.id) {
        let ids: Vec<_> = built_in.questions.iter().map(|q| q.id.clone()).collect();
        let same = built_in.title == file.title && built_in.purpose == file.purpose;
        if same && ids == questions {
            return Ok(file.id.clone());
        }
    }
    let arrived = rows.sets_arrived_as(file.id.as_str())?;
    let named = rows.question_set(&file.id)?;
    for there in named.into_iter().chain(arrived) {
        let same = there.title == file.title && there.purpose == file.purpose;
        if same && there.task == file.task && there.questions == questions {
            return Ok(there.id);
        }
    }
    let id = match file.id.bytes() {
        Some(_) if !rows.has_set(&file.id)? => file.id.clone(),
        _ => QuestionSetId::fresh(),
    };
    let set = SetRow {
        row: 0,
        id: id.clone(),
        rev: 0,
        origin: Origin::Received,
        arrived_as: file.id.to_string(),
        task: file.task.clone(),
        title: file.title.clone(),
        purpose: file.purpose.clone(),
        audience: file.audience.clone(),
        suggest: false,
        questions,
    };
    rows.add_set(&set, now)?;
    add_head_of_set(rows, &id)?;
    Ok(id)
}

/// What a question in its newest wording grew out of, for a file.
fn grew_from(rows: &Rows<'_>, library: &Library, question: &Question) -> Result<Option<GrewFrom>> {
    let Some(row) = rows.question(&question.id)? else {
        return Ok(None);
    };
    let newest = rows.newest_version(row.row)?.ok_or(Error::JournalDamaged)?;
    let Some(parent) = newest.parent else {
        return Ok(None);
    };
    let there = match rows.question(&parent.question)? {
        Some(there) => rows.versions_of(there.row)?,
        None => Vec::new(),
    };
    let in_rows = there.into_iter().find(|version| version.n == parent.n);
    let text = match in_rows {
        Some(version) => version.text,
        None if !newest.parent_text.is_empty() => newest.parent_text,
        None => library
            .question(&parent.question)
            .and_then(|(question, _)| text_in_file(question, parent.n))
            .cloned()
            .unwrap_or_default(),
    };
    Ok((!text.is_empty()).then_some(GrewFrom {
        id: parent.question,
        n: parent.n,
        text,
        by: newest.by,
    }))
}

fn line_of_file(set: &QuestionSetFile) -> QuestionSetLine {
    QuestionSetLine {
        id: set.id.clone(),
        origin: Origin::BuiltIn,
        task: set.task.clone(),
        title: set.title.clone(),
        purpose: set.purpose.clone(),
        audience: set.audience.clone(),
        suggest: set.suggest,
        questions: set.questions.iter().map(|q| q.id.clone()).collect(),
    }
}

fn line_of_row(set: SetRow) -> QuestionSetLine {
    QuestionSetLine {
        id: set.id,
        origin: set.origin,
        task: set.task,
        title: set.title,
        purpose: set.purpose,
        audience: set.audience,
        suggest: set.suggest,
        questions: set.questions,
    }
}

/// A set with its questions, from the library or from the journal.
pub(crate) fn set_of(
    rows: &Rows<'_>,
    library: &Library,
    id: &QuestionSetId,
) -> Result<QuestionSet> {
    let line = match library.set(id) {
        Some(set) => line_of_file(set),
        None => line_of_row(rows.question_set(id)?.ok_or(Error::UnknownQuestion)?),
    };
    let mut questions = Vec::new();
    for question in &line.questions {
        match question_of(rows, library, question) {
            Ok(question) => questions.push(question),
            // A later library may have given up a question that somebody's set still names.
            Err(Error::UnknownQuestion) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(QuestionSet { line, questions })
}

/// Adds a set as it stands now to the chain.
pub(crate) fn add_head_of_set(rows: &Rows<'_>, id: &QuestionSetId) -> Result<()> {
    let set = rows.question_set(id)?.ok_or(Error::Unexpected("sets"))?;
    rows.add_head(&Head {
        kind: "question_set",
        thing: id.bytes().ok_or(Error::BadRequest)?,
        rev: set.rev,
        digest: digest_of_set(&set),
    })
}

/// The digest of all that a set holds.
pub(crate) fn digest_of_set(set: &SetRow) -> [u8; 32] {
    let mut digest = Digest::new()
        .text(set.origin.word())
        .text(&set.arrived_as)
        .text(&set.task)
        .wording(&set.title)
        .wording(&set.purpose)
        .field(&[u8::from(set.suggest)])
        .list(&set.audience);
    for (audience, word) in Audience::ALL {
        digest = digest.text(if set.audience.contains(&audience) {
            word
        } else {
            ""
        });
    }
    digest = digest.list(&set.questions);
    for question in &set.questions {
        digest = digest.text(question.as_str());
    }
    digest.done()
}
