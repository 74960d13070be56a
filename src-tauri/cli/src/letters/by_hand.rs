//! Cards by hand, for when no words can be said, and how two people want to be together.

use std::path::Path;

use awai::speech::Speech;
use awai::{AgreementAnswer, AskedWording, Companion, Error, Journal, Tongue, words};

use super::doing::{companion, new_companion, refuse_ended};
use super::drafting::texts_between;
use super::{LettersAnswer, Named};
use crate::ask::Source;
use crate::doing::now;
use crate::pages::{refuse_unless_writable, words_of_file, words_or_input};
use crate::refusal::Refusal;

/// Makes a card to hand over.
pub fn make(
    journal: &mut Journal,
    named: &Named,
    tongue: Tongue,
) -> Result<LettersAnswer, Refusal> {
    let new = new_companion(journal, named)?;
    let waiting = journal.make_card(&new, tongue, now())?;
    Ok(LettersAnswer::CardMade(Box::new(waiting)))
}

/// Takes a card in that came first, and makes the one that answers it.
pub fn answer(
    journal: &mut Journal,
    file: &Path,
    named: &Named,
    tongue: Tongue,
    speech: &Speech,
) -> Result<LettersAnswer, Refusal> {
    let card = text(file, speech)?;
    let new = new_companion(journal, named)?;
    let companion = journal.answer_card(card.trim(), &new, tongue, now())?;
    Ok(LettersAnswer::CardAnswered(Box::new(companion)))
}

/// Takes in the card that answers the one I made for somebody.
pub fn take(
    journal: &mut Journal,
    file: &Path,
    name: &str,
    speech: &Speech,
) -> Result<LettersAnswer, Refusal> {
    let card = text(file, speech)?;
    let wanted = words::folded(name.trim());
    let waiting = journal.invitations()?.into_iter();
    let mut mine = waiting.filter(|one| {
        one.words.is_empty()
            && (words::folded(&one.called) == wanted
                || (wanted.len() >= 4 && one.id.to_string().starts_with(&wanted)))
    });
    let id = match (mine.next(), mine.next()) {
        (Some(one), None) => one.id,
        (None, _) => return Err(Error::InvitationUsed.into()),
        _ => return Err(Refusal::SeveralPages),
    };
    let companion: Companion = journal.take_card(id, card.trim(), now())?;
    Ok(LettersAnswer::Paired {
        companion: Box::new(companion),
        reply: None,
    })
}

/// Both sides; with words, mine is written first, as a further version. The texts answer the questions of the set in
/// their order; an empty one is set aside.
pub fn agreement(
    journal: &mut Journal,
    name: &str,
    answers: Option<&Path>,
    reread: &str,
    tongue: Tongue,
    speech: &Speech,
) -> Result<LettersAnswer, Refusal> {
    let one = companion(journal, name)?;
    let id = one.id;
    if let Some(file) = answers {
        refuse_unless_writable(journal)?;
        refuse_ended(&one)?;
        let text = text(file, speech)?;
        let set = journal.question_set(&"agreement".parse()?)?;
        let answered = set.questions.iter().zip(texts_between(&text));
        let answers: Vec<AgreementAnswer> = answered
            .filter(|(_, text)| !text.trim().is_empty())
            .map(|(question, text)| {
                let (lang, words) = question.text.in_lang(tongue.code());
                AgreementAnswer {
                    asked: AskedWording {
                        question: question.id.clone(),
                        n: question.n,
                        text: words.to_owned(),
                        lang: lang.to_owned(),
                    },
                    text: text.trim_end().split('\n').map(str::to_owned).collect(),
                }
            })
            .collect();
        if answers.is_empty() && reread.trim().is_empty() {
            return Err(Error::NothingChosen.into());
        }
        journal.answer_agreement(id, reread.trim(), &answers, now())?;
    }
    Ok(LettersAnswer::Agreement(Box::new(journal.agreement(id)?)))
}

/// The text of a file, or of standard input when it is `-`.
fn text(file: &Path, speech: &Speech) -> Result<String, Refusal> {
    let words = match file.as_os_str() == "-" {
        true => None,
        false => words_of_file(&Source::Named(file.to_owned()))?,
    };
    words_or_input(words, speech)
}
