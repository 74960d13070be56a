//! A whole journal on its way out, and into another one.

use std::path::Path;

use awai::speech::Speech;
use awai::{Cost, Error, OutAs, OutAsk, Tongue, Whether};

use super::Answer;
use crate::ask::{Ask, Form};
use crate::doing::{now, open_with_passphrase};
use crate::out::say_beside;
use crate::passphrases;
use crate::refusal::Refusal;

pub fn take_out(
    ask: &Ask,
    asked: OutAsk,
    to: &Path,
    tongue: Tongue,
    speech: &Speech,
) -> Result<Answer, Refusal> {
    let to = std::path::absolute(to).map_err(|_| Refusal::NoPlace)?;
    let (journal, mut phrase) = open_with_passphrase(ask, speech)?;
    if asked.out_as == OutAs::InClear {
        if ask.form == Form::Plain {
            say_beside(&speech.say("takeout-clear-truth", &[]));
        }
        // Asked again on a terminal; a file with the passphrase has said it already.
        if ask.passphrase_file.is_none() {
            phrase = passphrases::asked(speech)?;
        }
    }
    let taken = journal.take_out(asked, &phrase, Cost::EVERYDAY, tongue, &to, now())?;
    Ok(Answer::TakenOut(taken, to))
}

pub fn bring_in(
    ask: &Ask,
    file: &Path,
    phrase_file: Option<&Path>,
    whether: Whether,
    speech: &Speech,
) -> Result<Answer, Refusal> {
    let closed = awai::taken_out_is_closed(file)?;
    let other = phrase_file.map(passphrases::from_file).transpose()?;
    let (mut journal, own) = open_with_passphrase(ask, speech)?;
    crate::pages::refuse_unless_writable(&journal)?;
    let phrase = closed.then(|| other.as_ref().unwrap_or(&own));
    let brought = match journal.bring_in(file, phrase, whether, now()) {
        // It may have been closed with another one.
        Err(Error::WrongPassphrase) if ask.passphrase_file.is_none() && other.is_none() => {
            say_beside(&speech.say("takeout-in-passphrase", &[]));
            journal.bring_in(file, Some(&passphrases::asked(speech)?), whether, now())?
        }
        done => done?,
    };
    Ok(match whether {
        Whether::Count => Answer::WouldCome(brought),
        Whether::Bring => Answer::Came(brought),
    })
}
