//! How a person names a question, a set or a thing of theirs: by its name, or by the beginning of its id.

use awai::{Error, Journal, Origin, QuestionId, QuestionSetId, QuestionsAsk};

use super::Name;
use crate::refusal::Refusal;

/// How much of an id a person has to give.
const SHORTEST_ID: usize = 4;

/// The question that is called so, or whose id begins so.
pub fn question_named(journal: &Journal, name: &Name) -> Result<QuestionId, Refusal> {
    if let Ok(id) = name.0.parse::<QuestionId>()
        && journal.question(&id).is_ok()
    {
        return Ok(id);
    }
    let mut found = Vec::new();
    for origin in [Origin::Mine, Origin::Received] {
        let mut ask = QuestionsAsk {
            origin: Some(origin),
            limit: 500,
            ..QuestionsAsk::default()
        };
        loop {
            let some = journal.questions(&ask)?;
            let ids = some.questions.iter().map(|question| question.id.clone());
            found.extend(ids.filter(|id| begins(id.as_str(), name)));
            ask.after = some.questions.last().map(|last| last.id.clone());
            if !some.more {
                break;
            }
        }
    }
    the_one(found, Error::UnknownQuestion)
}

/// The set that is called so, or whose id begins so.
pub fn set_named(journal: &Journal, name: &Name) -> Result<QuestionSetId, Refusal> {
    let sets = journal.question_sets()?;
    if let Some(set) = sets.iter().find(|set| set.id.as_str() == name.0) {
        return Ok(set.id.clone());
    }
    let own = sets.into_iter().filter(|set| set.origin != Origin::BuiltIn);
    let ids = own.map(|set| set.id);
    the_one(
        ids.filter(|id| begins(id.as_str(), name)).collect(),
        Error::UnknownQuestion,
    )
}

fn begins(id: &str, name: &Name) -> bool {
    name.0.len() >= SHORTEST_ID && id.starts_with(&name.0.to_ascii_lowercase())
}

/// The one whose id begins so.
pub fn beginning_with<T: ToString>(
    name: &Name,
    ids: impl Iterator<Item = T>,
) -> Result<T, Refusal> {
    let found = ids.filter(|id| begins(&id.to_string(), name)).collect();
    the_one(found, Error::NotHere)
}

fn the_one<T>(mut found: Vec<T>, none: Error) -> Result<T, Refusal> {
    match (found.pop(), found.is_empty()) {
        (Some(one), true) => Ok(one),
        (Some(_), false) => Err(Refusal::SeveralPages),
        (None, _) => Err(none.into()),
    }
}
