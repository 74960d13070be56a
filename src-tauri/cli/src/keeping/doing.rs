//! Keeping, on the core.

use std::path::Path;

use awai::speech::Speech;
use awai::{Cost, Error, Journal, Passphrase, Places, TwelveWords, Vault, Watch, WordsKept};
use zeroize::Zeroizing;

use super::{Act, Answer, AskBack, erasing, siblings, whole};
use crate::ask::Ask;
use crate::doing::{carried, now, open_with_passphrase, write_new};
use crate::letters::companion;
use crate::out::{say_beside, short};
use crate::passphrases;
use crate::refusal::Refusal;

/// Which of the twelve words are asked back, counted from nothing.
const ASKED_BACK: [usize; 3] = [1, 6, 10];

/// Does it.
pub fn answer(
    ask: &Ask,
    act: &Act,
    tongue: awai::Tongue,
    speech: &Speech,
) -> Result<Answer, Refusal> {
    let open = || open_with_passphrase(ask, speech);
    let nobody = &mut Watch::nobody();
    Ok(match act {
        Act::Backup(to) => {
            let (journal, _) = open()?;
            let to = to.as_ref().map(std::path::absolute).transpose();
            let to = to.map_err(|_| Refusal::NoPlace)?;
            Answer::Backup(journal.back_up(to.as_deref(), now(), nobody)?)
        }
        Act::Backups => {
            let (journal, _) = open()?;
            Answer::Backups(journal.last_backup(), journal.backups())
        }
        Act::Restore { from, to, in_place } => {
            let seen = Places::usual().map(|places| places.seen);
            let to = std::path::absolute(to).map_err(|_| Refusal::NoPlace)?;
            with_phrase(ask, speech, |phrase| {
                Vault::restore(
                    from,
                    &to,
                    phrase,
                    *in_place,
                    seen.as_deref(),
                    &mut Watch::nobody(),
                )
            })?;
            Answer::Restored(to)
        }
        Act::CheckCopy(copy) => Answer::CopyChecked(with_phrase(ask, speech, |phrase| {
            Vault::check_copy(copy, phrase, &mut Watch::nobody())
        })?),
        Act::Sheet { into, back } => sheet(ask, into.as_deref(), *back, tongue, speech)?,
        Act::RemoveSheet => {
            open()?.0.let_go_of_words(WordsKept::Sheet)?;
            Answer::WordsGone
        }
        Act::RemoveEnvelope => {
            open()?.0.let_go_of_words(WordsKept::Envelope)?;
            Answer::WordsGone
        }
        Act::Envelope { to, into } => {
            let (mut journal, phrase) = open()?;
            crate::pages::refuse_unless_writable(&journal)?;
            envelope(&mut journal, &phrase, to, into, tongue)?
        }
        Act::Erase { copies, settings } => erasing::erase(ask, *copies, *settings, speech)?,
        Act::TakeOut { asked, to } => whole::take_out(ask, *asked, to, tongue, speech)?,
        Act::BringIn {
            file,
            phrase_file,
            whether,
        } => whole::bring_in(ask, file, phrase_file.as_deref(), *whether, speech)?,
        Act::Siblings(act) => Answer::Siblings(siblings::answer(ask, act, speech)?),
        Act::OpenEnvelope(file) => {
            let file = carried(file)?;
            let (journal, _) = open()?;
            let opened = journal.open_envelope(&file)?;
            Answer::EnvelopeOpened {
                called: opened.called,
                name: opened.name,
                words: opened.words.to_vec(),
            }
        }
    })
}

/// A new passphrase and a new key under it.
pub fn renew_key(journal: Journal, old: &Passphrase, new: &Passphrase) -> Result<Answer, Refusal> {
    let (_, done) = journal.renew_key(old, new, Cost::EVERYDAY, &mut Watch::nobody());
    done?;
    Ok(Answer::KeyRenewed)
}

/// Twelve words on a sheet.
fn sheet(
    ask: &Ask,
    into: Option<&Path>,
    back: AskBack,
    tongue: awai::Tongue,
    speech: &Speech,
) -> Result<Answer, Refusal> {
    let (mut journal, phrase) = open_with_passphrase(ask, speech)?;
    crate::pages::refuse_unless_writable(&journal)?;
    let drawn = TwelveWords::draw(tongue)?;
    if let Some(file) = into {
        let sheet = drawn.sheet(tongue, now().date_naive())?;
        write_new(file, sheet.as_bytes())?;
    }
    if back == AskBack::Three {
        ask_back(&drawn, speech)?;
    }
    journal.keep_words(WordsKept::Sheet, &drawn, &phrase, Cost::EVERYDAY)?;
    Ok(Answer::SheetKept(into.map(Path::to_owned)))
}

/// The words are written down once three of them come back.
fn ask_back(drawn: &TwelveWords, speech: &Speech) -> Result<(), Refusal> {
    let mut shown = Zeroizing::new(speech.say("terminal-twelve-words", &[]));
    shown.push_str("\n\n");
    for (number, word) in (1..).zip(drawn.shown()) {
        shown.push_str(&format!("  {number:>2}  {word}\n"));
    }
    for place in ASKED_BACK {
        let number = (place + 1).to_string();
        let asked = speech.say("terminal-word-back", &[("number", &number)]);
        loop {
            let typed = passphrases::ask(&format!("{}\n{asked}", *shown))?;
            if drawn.is_at(place, &typed) {
                break;
            }
            say_beside(&speech.say("terminal-not-the-same", &[]));
        }
        shown = Zeroizing::new(String::new());
    }
    Ok(())
}

fn envelope(
    journal: &mut Journal,
    phrase: &Passphrase,
    to: &str,
    into: &Path,
    tongue: awai::Tongue,
) -> Result<Answer, Refusal> {
    let into = std::path::absolute(into).map_err(|_| Refusal::NoPlace)?;
    let companion = companion(journal, to)?;
    let drawn = TwelveWords::draw(tongue)?;
    let sealed = journal.seal_envelope(companion.id, &drawn)?;
    let name = short(&companion.id);
    let mut file = into.join(format!("envelope-{name}.age"));
    let mut number = 1;
    while file.exists() {
        number += 1;
        file = into.join(format!("envelope-{name}-{number}.age"));
    }
    let give = || awai::write_elsewhere(&file, &sealed);
    journal.keep_words_given(WordsKept::Envelope, &drawn, phrase, Cost::EVERYDAY, give)?;
    Ok(Answer::Envelope {
        file,
        name: companion.called,
    })
}

/// With a passphrase from its file, or asked until it opens.
pub fn with_phrase<T>(
    ask: &Ask,
    speech: &Speech,
    mut work: impl FnMut(&Passphrase) -> awai::Result<T>,
) -> Result<T, Refusal> {
    if let Some(file) = &ask.passphrase_file {
        return Ok(work(&passphrases::from_file(file)?)?);
    }
    loop {
        match work(&passphrases::asked(speech)?) {
            Err(Error::WrongPassphrase) => {
                say_beside(&Refusal::from(Error::WrongPassphrase).sentence(speech));
            }
            done => return Ok(done?),
        }
    }
}
