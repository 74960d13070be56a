//! What was chosen on the command line, as a draft.

use std::path::PathBuf;

use awai::speech::Speech;
use awai::{
    AskedWording, CompanionId, DatePrecision, Error, Journal, Leaves, LetterDraft, LetterId,
    LetterKind, NameChoice, NameDecision, NamesUnderWords, PartDraft, PartSource, QuestionToPassOn,
    Tongue,
};

use super::doing::{companion, refuse_ended};
use super::{Holds, Sealing};
use crate::alive::Name;
use crate::alive::naming::question_named;
use crate::ask::{PageName, Source};
use crate::pages::{named, refuse_unless_writable, words_of_file, words_or_input};
use crate::refusal::Refusal;

/// What stands alone on a line between several texts.
const BETWEEN_TEXTS: &str = "---";

/// What was chosen, as a draft.
pub fn draft_of(
    journal: &Journal,
    sealing: &Sealing,
    tongue: Tongue,
    speech: &Speech,
) -> Result<LetterDraft, Refusal> {
    refuse_unless_writable(journal)?;
    let mut to = Vec::new();
    for name in &sealing.to {
        let one = companion(journal, name)?;
        refuse_ended(&one)?;
        to.push(one.id);
    }
    let mut parts = Vec::new();
    for page in &sealing.pages {
        parts.push(page_part(journal, page)?);
    }
    let same_question = match &sealing.same_question {
        Some(name) => Some(wording(journal, name, tongue)?),
        None => None,
    };
    let bare = matches!(sealing.holds, Holds::Words) && sealing.pages.is_empty();
    if sealing.words.is_some() || bare {
        let text = words_of(sealing.words.as_ref(), speech)?;
        parts.push(words_part(text, same_question.clone()));
    }
    let (kind, question) = match &sealing.holds {
        Holds::Words => (LetterKind::Letter, None),
        Holds::Agreement => (LetterKind::Agreement, None),
        Holds::Question(name, changed_because) => {
            let question = QuestionToPassOn {
                question: question_named(journal, &Name(name.clone()))?,
                changed_because: changed_because.clone(),
            };
            (LetterKind::Question, Some(question))
        }
    };
    let mut names = Vec::new();
    for name in &sealing.as_written {
        names.push((name.clone(), NameChoice::AsWritten));
    }
    for pair in &sealing.stands_as {
        let (name, other) = pair.split_once('=').ok_or(Error::BadRequest)?;
        let stands_as = other.to_owned();
        names.push((name.to_owned(), NameChoice::StandsAs { stands_as }));
    }
    let under_words = sealing.to_words.as_ref().map(|name| NamesUnderWords {
        my_name: sealing.my_name.clone().unwrap_or_default(),
        their_name: name.clone(),
    });
    Ok(LetterDraft {
        under_words,
        cover: sealing.cover.clone(),
        wish: sealing.wish.clone(),
        parts,
        names: names
            .into_iter()
            .map(|(name, choice)| NameDecision { name, choice })
            .collect(),
        question,
        same_question,
        ..LetterDraft::empty(kind, to, "")
    })
}

/// A question as it is asked in this language.
fn wording(journal: &Journal, name: &str, tongue: Tongue) -> Result<AskedWording, Refusal> {
    let question = question_named(journal, &Name(name.to_owned()))?;
    let asked = journal.question(&question)?;
    let (lang, words) = asked.text.in_lang(tongue.code());
    Ok(AskedWording {
        question,
        n: asked.n,
        text: words.to_owned(),
        lang: lang.to_owned(),
    })
}

/// The texts of a file, with `---` alone on a line between them.
pub fn texts_between(text: &str) -> Vec<String> {
    let mut texts = vec![String::new()];
    for row in text.lines() {
        if row.trim() == BETWEEN_TEXTS {
            texts.push(String::new());
        } else if let Some(last) = texts.last_mut() {
            last.push_str(row);
            last.push('\n');
        }
    }
    texts
}

/// `ID` or `ID:1,3`, passages counted from one.
fn page_part(journal: &Journal, page: &str) -> Result<PartDraft, Refusal> {
    let (name, chosen) = page.split_once(':').unwrap_or((page, ""));
    let id = named(journal, &PageName(name.to_ascii_lowercase()))?;
    let offer = journal.offer(id)?;
    let all = u32::try_from(offer.passages.len()).map_err(|_| Error::LetterTooMuch)?;
    let number = |text: &str| -> Result<u32, Refusal> {
        let number: u32 = text.trim().parse().map_err(|_| Error::BadRequest)?;
        Ok(number.checked_sub(1).ok_or(Error::BadRequest)?)
    };
    let passages = match chosen {
        "" => (0..all).collect(),
        chosen => chosen.split(',').map(number).collect::<Result<_, _>>()?,
    };
    Ok(PartDraft {
        source: PartSource::Page {
            page: id,
            rev: offer.rev,
            passages,
            title: Leaves::Stays,
            asked: None,
            date: DatePrecision::None,
        },
        answers: None,
    })
}

fn words_part(text: String, asked: Option<AskedWording>) -> PartDraft {
    PartDraft {
        source: PartSource::Words {
            title: String::new(),
            text,
            asked,
        },
        answers: None,
    }
}

fn words_of(file: Option<&PathBuf>, speech: &Speech) -> Result<String, Refusal> {
    let words = match file {
        Some(path) if path.as_os_str() != "-" => words_of_file(&Source::Named(path.clone()))?,
        _ => None,
    };
    let text = words_or_input(words, speech)?;
    Ok(text.trim_end_matches('\n').to_owned())
}

/// Up to five short texts, in the order of the five questions; an empty one is set aside.
pub fn echo_of(
    journal: &Journal,
    (to, answers): (CompanionId, LetterId),
    words: Option<&PathBuf>,
    tongue: Tongue,
    speech: &Speech,
) -> Result<LetterDraft, Refusal> {
    let text = words_of(words, speech)?;
    let mut parts = Vec::new();
    for (number, text) in texts_between(&text).iter().enumerate() {
        if text.trim().is_empty() {
            continue;
        }
        let asked = wording(journal, &format!("co-reflection-{}", number + 1), tongue)?;
        parts.push(words_part(text.trim_end().to_owned(), Some(asked)));
    }
    Ok(LetterDraft {
        answers: Some(answers),
        parts,
        ..LetterDraft::empty(LetterKind::Echo, vec![to], tongue.code())
    })
}
