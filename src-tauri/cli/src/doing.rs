//! Does what is asked, on the core: finds the journal, opens it with its passphrase, and calls one verb.
//! The journal is closed again before the answer is told.

use std::path::{Path, PathBuf};

use awai::speech::Speech;
use awai::{
    CarriedFile, Cost, Error, Import, Journal, Notice, Now, Passphrase, Places, Tongue, Vault,
};

use crate::alive;
use crate::answer::Answer;
use crate::ask::{Act, Ask, Form, Older, Whether};
use crate::keeping::{self, Key};
use crate::out::say_beside;
use crate::refusal::Refusal;
use crate::{letters, pages, passphrases, pictures};

/// Does it.
pub fn answer(ask: &Ask, tongue: Tongue, speech: &Speech) -> Result<Answer, Refusal> {
    let open = || open(ask, speech);
    Ok(match &ask.act {
        Act::Create => create(ask, tongue, speech)?,
        Act::Passphrase(key) => change_passphrase(ask, *key, tongue, speech)?,
        Act::Keeping(act) => Answer::Keeping(keeping::answer(ask, act, tongue, speech)?),
        Act::Alive(act) => alive_between(ask, act, tongue, speech)?,
        Act::Write { told, at } => {
            // A file that cannot be read is told before a passphrase is asked.
            let words = pages::words_of_file(&told.words)?;
            let pictures = pictures::read(&told.pictures)?;
            pages::write(
                &mut open()?,
                told,
                (words, pictures),
                pages::At(at.unwrap_or_else(now), None),
                tongue,
                speech,
            )?
        }
        Act::Revise { page, told } => {
            let words = pages::words_of_file(&told.words)?;
            let pictures = pictures::read(&told.pictures)?;
            pages::revise(&mut open()?, page, told, (words, pictures), speech)?
        }
        Act::List(which) => pages::list(&open()?, which)?,
        Act::Show { page, cover, part } => pages::show(&open()?, page, *cover, *part)?,
        Act::Pictures { page, cover, to } => pictures::write_out(&open()?, page, *cover, to)?,
        Act::Versions { page, cover } => {
            let journal = open()?;
            Answer::Versions(journal.versions(pages::named(&journal, page)?, *cover)?)
        }
        Act::SetAside(page) => {
            let mut journal = open()?;
            let id = pages::named(&journal, page)?;
            journal.set_aside(id, now())?;
            Answer::SetAside(id)
        }
        Act::BringBack(page) => {
            let mut journal = open()?;
            let id = pages::named(&journal, page)?;
            journal.bring_back(id)?;
            Answer::BroughtBack(id)
        }
        Act::Erase(page) => pages::erase(&mut open()?, page)?,
        Act::EraseVersions(page) => pages::erase_versions(&mut open()?, page)?,
        Act::Aside => {
            let journal = open()?;
            Answer::Aside(journal.aside()?, journal.ties()?)
        }
        Act::Search {
            words,
            which,
            order,
        } => pages::search(&open()?, words, which, *order)?,
        Act::AddTie(tie) => Answer::Tie(open()?.add_tie(tie, now())?),
        Act::Ties => Answer::Ties(open()?.ties()?),
        Act::Letters(act) => {
            let told = letters::answer(act, &mut open()?, tongue, speech)?;
            Answer::Letters(Box::new(told))
        }
        Act::Check => Answer::Check(open()?.check()?),
        Act::Import {
            format,
            path,
            whether,
        } => {
            let export = Import::read(*format, path)?;
            let mut journal = open()?;
            match whether {
                Whether::Count => Answer::Counted(journal.count_import(&export)?),
                Whether::Bring => Answer::Brought(journal.import(&export, now())?),
            }
        }
    })
}

fn alive_between(
    ask: &Ask,
    act: &alive::Act,
    tongue: Tongue,
    speech: &Speech,
) -> Result<Answer, Refusal> {
    // Files that cannot be read or taken in are told before a passphrase is asked.
    let words = match alive::doing::file_of(act) {
        Some(source) => pages::words_of_file(source)?,
        None => None,
    };
    let file = alive::sets::set_file_of(act)?;
    let pictures = match act {
        alive::Act::Answer { told, .. } => pictures::read(&told.pictures)?,
        _ => Vec::new(),
    };
    let mut journal = open(ask, speech)?;
    if let alive::Act::Answer {
        question,
        set,
        sitting,
        told,
    } = act
    {
        let question = alive::naming::question_named(&journal, question)?;
        let set = set
            .as_ref()
            .map(|set| alive::naming::set_named(&journal, set));
        let asked = journal.asking(
            &question,
            tongue.code(),
            set.transpose()?.as_ref(),
            *sitting,
        )?;
        return pages::write(
            &mut journal,
            told,
            (words, pictures),
            pages::At(now(), Some(asked)),
            tongue,
            speech,
        );
    }
    let voice = alive::doing::Voice { tongue, speech };
    let answer = alive::doing::answer(&mut journal, act, words, file, &voice)?;
    Ok(Answer::Alive(answer))
}

/// The only place here that reads the clock.
#[allow(clippy::disallowed_methods)]
pub fn now() -> Now {
    chrono::Local::now().fixed_offset()
}

/// Where the journal lies that is meant.
pub fn folder(ask: &Ask) -> Result<PathBuf, Refusal> {
    let named = match &ask.journal {
        Some(folder) => folder.clone(),
        None => Places::usual().ok_or(Refusal::NoPlace)?.journal,
    };
    std::path::absolute(named).map_err(|_| Refusal::NoPlace)
}

/// The journal that is meant, still closed; what was last seen of it is remembered where there is a place for that.
pub fn vault(ask: &Ask) -> Result<Vault, Refusal> {
    let vault = Vault::at(&folder(ask)?)?;
    Ok(match Places::usual() {
        Some(places) => vault.remembering(&places.seen),
        None => vault,
    })
}

/// The bytes of a file that was carried here: a letter, an invitation, an envelope.
pub fn carried(file: &Path) -> Result<Vec<u8>, Refusal> {
    match CarriedFile::read(file) {
        Ok((_, bytes)) => Ok(bytes),
        Err(Error::LetterGone) => Err(Refusal::FileUnreadable),
        Err(error) => Err(error.into()),
    }
}

/// Writes a new file, never over another, and says where it lies.
pub fn write_new(file: &Path, bytes: &[u8]) -> Result<PathBuf, Refusal> {
    let file = std::path::absolute(file).map_err(|_| Refusal::NoPlace)?;
    if file.exists() {
        return Err(Error::FileThere.into());
    }
    awai::write_elsewhere(&file, bytes)?;
    Ok(file)
}

fn create(ask: &Ask, tongue: Tongue, speech: &Speech) -> Result<Answer, Refusal> {
    let folder = folder(ask)?;
    // Told before a passphrase is thought of. The core looks again.
    match Vault::at(&folder) {
        Ok(_) => return Err(Error::JournalExists.into()),
        Err(Error::NoJournal | Error::FolderGone) => {}
        Err(error) => return Err(error.into()),
    }
    let file = ask
        .new_passphrase_file
        .as_ref()
        .or(ask.passphrase_file.as_ref());
    let passphrase = match file {
        Some(file) => passphrases::chosen_in_file(file)?,
        None => passphrases::chosen(tongue, speech)?,
    };
    Vault::create(&folder, &passphrase, Cost::EVERYDAY, now())?;
    Ok(Answer::Created(folder))
}

fn change_passphrase(
    ask: &Ask,
    key: Key,
    tongue: Tongue,
    speech: &Speech,
) -> Result<Answer, Refusal> {
    let (mut journal, old) = open_with_passphrase(ask, speech)?;
    pages::refuse_unless_writable(&journal)?;
    let new = match &ask.new_passphrase_file {
        Some(file) => passphrases::chosen_in_file(file)?,
        None => passphrases::chosen(tongue, speech)?,
    };
    if key == Key::New {
        return Ok(Answer::Keeping(keeping::renew_key(journal, &old, &new)?));
    }
    journal.change_passphrase(&old, &new, Cost::EVERYDAY)?;
    Ok(Answer::PassphraseChanged)
}

fn open(ask: &Ask, speech: &Speech) -> Result<Journal, Refusal> {
    open_with_passphrase(ask, speech).map(|(journal, _)| journal)
}

/// Opens the journal. On a terminal a passphrase that did not open it can be tried again, as often as one likes.
pub fn open_with_passphrase(ask: &Ask, speech: &Speech) -> Result<(Journal, Passphrase), Refusal> {
    let vault = vault(ask)?;
    let (mut journal, passphrase, own) = match &ask.passphrase_file {
        Some(file) => {
            let passphrase = passphrases::from_file(file)?;
            (vault.unlock(&passphrase, now())?, passphrase, 0)
        }
        None => unlock_asking(&vault, speech)?,
    };
    // Before a word is read or written: beside the key derivation it takes no time.
    let opened = journal.look_closer()?;
    if opened.notice == Some(Notice::SecondCopyOpened) {
        notice(
            ask.form,
            "second_copy_opened",
            "terminal-second-copy",
            speech,
        );
    }
    // Those that were just made at this prompt need not be told.
    let tries = opened.tries.saturating_sub(own);
    if tries > 0 {
        let number = tries.to_string();
        let words = speech.say("terminal-tries", &[("tries", &number)]);
        let value = serde_json::json!({ "notice": "tries", "tries": tries });
        match ask.form {
            Form::Plain => say_beside(&words),
            Form::Json => say_beside(&value.to_string()),
        }
    }
    if opened.older {
        match ask.older {
            Older::Use => journal.accept_older()?,
            Older::ReadOnly => notice(
                ask.form,
                "older",
                "terminal-trouble-older-than-seen",
                speech,
            ),
        }
    }
    Ok((journal, passphrase))
}

/// With how often another phrase was tried on the way.
fn unlock_asking(vault: &Vault, speech: &Speech) -> Result<(Journal, Passphrase, u32), Refusal> {
    let mut own = 0;
    loop {
        let tried = passphrases::asked(speech).and_then(|passphrase| {
            let journal = vault.unlock(&passphrase, now())?;
            Ok((journal, passphrase, own))
        });
        match tried {
            Err(wrong @ Refusal::Core(Error::WrongPassphrase)) => {
                own += 1;
                say_beside(&wrong.sentence(speech));
            }
            other => return other,
        }
    }
}

fn notice(form: Form, kind: &str, key: &str, speech: &Speech) {
    match form {
        Form::Plain => say_beside(&speech.say(key, &[])),
        Form::Json => say_beside(&serde_json::json!({ "notice": kind }).to_string()),
    }
}
