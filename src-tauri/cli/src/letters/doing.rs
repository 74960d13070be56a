//! Letters, on the core.

use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};

use awai::speech::Speech;
use awai::{
    Arrived, Companion, Cost, Error, GoOn, Headway, Journal, LetterId, LetterLine, LetterVersionId,
    NewCompanion, Rest, SealedFor, SealedUnderWords, SpokenWords, Standing, Tongue, Watch, words,
};

use super::by_hand;
use super::drafting::{draft_of, echo_of};
use super::ending;
use super::{FileForm, How, LetterAct, LettersAnswer, Named, Read, SealedFile, Stand, Then};
use crate::doing::{carried, now};
use crate::passphrases::words_asked;
use crate::refusal::Refusal;

/// From so many bytes on it is shown how far a letter is.
const LARGE: usize = 4 * 1024 * 1024;

/// Does it.
pub fn answer(
    act: &LetterAct,
    journal: &mut Journal,
    tongue: Tongue,
    speech: &Speech,
) -> Result<LettersAnswer, Refusal> {
    Ok(match act {
        LetterAct::Invite { named, into } => invite(journal, named, into, tongue)?,
        LetterAct::Accept {
            file,
            words_file,
            named,
            into,
        } => {
            let arrived = look(journal, file, words_file.as_deref(), speech)?;
            accept(journal, arrived, named, into, tongue)?
        }
        LetterAct::Companions => {
            LettersAnswer::Companions(journal.companions()?, journal.invitations()?)
        }
        LetterAct::MakeCard(named) => by_hand::make(journal, named, tongue)?,
        LetterAct::AnswerCard { file, named } => {
            by_hand::answer(journal, file, named, tongue, speech)?
        }
        LetterAct::TakeCard { file, waiting } => by_hand::take(journal, file, waiting, speech)?,
        LetterAct::Agreement {
            name,
            answers,
            reread,
        } => by_hand::agreement(journal, name, answers.as_deref(), reread, tongue, speech)?,
        LetterAct::Stand { how, name } => {
            let id = companion(journal, name)?.id;
            match how {
                Stand::Rest => journal.rest_companion(id)?,
                Stand::TakeUp => journal.take_up_companion(id)?,
            }
            LettersAnswer::Stands
        }
        LetterAct::Part(asked) => ending::part(journal, asked, tongue, speech)?,
        LetterAct::Seal(sealing) => {
            let draft = draft_of(journal, sealing, tongue, speech)?;
            let id = journal.keep_letter_draft(None, &draft, now())?;
            seal_or_rest(journal, id, &sealing.how, tongue, speech)?
        }
        LetterAct::SealDraft { draft, how } => {
            let sealings = journal.sealings(draft.parse()?, now())?;
            seal(journal, &sealings, how, tongue, speech)?.told()
        }
        LetterAct::SealAgain { letter, how } => seal_again(journal, letter, how, speech)?,
        LetterAct::Open {
            file,
            words_file,
            read,
            then,
        } => {
            let arrived = look(journal, file, words_file.as_deref(), speech)?;
            opened(journal, arrived, *read, *then)?
        }
        LetterAct::Threads(name) => threads(journal, name.as_deref())?,
        LetterAct::Letter(name) => read(journal, name)?,
        LetterAct::LetGo { letter, what } => ending::let_go(journal, letter, *what)?,
        LetterAct::Echo {
            letter: name,
            words,
            how,
        } => {
            let (to, line) = letter(journal, name)?;
            refuse_ended(&to)?;
            let draft = echo_of(journal, (to.id, line.id), words.as_ref(), tongue, speech)?;
            let id = journal.keep_letter_draft(None, &draft, now())?;
            seal_or_rest(journal, id, how, tongue, speech)?
        }
        LetterAct::Release { letter: name, how } => {
            ending::release(journal, name, how, tongue, speech)?
        }
    })
}

fn invite(
    journal: &mut Journal,
    named: &Named,
    into: &Path,
    tongue: Tongue,
) -> Result<LettersAnswer, Refusal> {
    let new = new_companion(journal, named)?;
    let invitation = journal.invite(&new, tongue, Cost::EVERYDAY, now())?;
    let file = write(into, "invite", FileForm::Binary, &invitation.sealed)?;
    Ok(LettersAnswer::Invited {
        id: invitation.id.to_string(),
        file,
        words: invitation.words.shown().to_vec(),
        ends_on: invitation.ends_on,
    })
}

fn accept(
    journal: &mut Journal,
    arrived: Arrived,
    named: &Named,
    into: &Path,
    tongue: Tongue,
) -> Result<LettersAnswer, Refusal> {
    match arrived {
        Arrived::Invitation(invitation) => {
            let new = new_companion(journal, named)?;
            let accepted = journal.accept(&invitation, &new, tongue, now())?;
            let reply = write(into, "reply", FileForm::Binary, &accepted.reply)?;
            Ok(LettersAnswer::Paired {
                companion: Box::new(accepted.companion),
                reply: Some(reply),
            })
        }
        Arrived::Reply(reply) => Ok(LettersAnswer::Paired {
            companion: Box::new(journal.complete(&reply, now())?),
            reply: None,
        }),
        Arrived::PairedAlready(id) => Ok(LettersAnswer::Paired {
            companion: Box::new(journal.companion(id)?),
            reply: None,
        }),
        _ => Err(Error::InvitationUsed.into()),
    }
}

fn look(
    journal: &Journal,
    file: &Path,
    words_file: Option<&Path>,
    speech: &Speech,
) -> Result<Arrived, Refusal> {
    let bytes = carried(file)?;
    let mut shown = shown(speech, bytes.len());
    match journal.look_watched(&bytes, &mut Watch::new(&mut shown))? {
        Arrived::UnderWords(closed) => {
            let typed = words_asked(words_file, speech)?;
            let words = SpokenWords::read(&typed)?;
            Ok(journal.look_under_watched(&closed, &words, &mut Watch::new(&mut shown))?)
        }
        arrived => Ok(arrived),
    }
}

fn opened(
    journal: &mut Journal,
    arrived: Arrived,
    read: Read,
    then: Then,
) -> Result<LettersAnswer, Refusal> {
    let incoming = match arrived {
        Arrived::Letter(incoming) => incoming,
        Arrived::Newer(newer) => {
            if then == Then::Keep || then == Then::Later {
                journal.keep_newer(&newer, now())?;
            }
            return Ok(LettersAnswer::Newer);
        }
        // An invitation or a reply: `awai accept` takes it in.
        _ => return Err(Refusal::AnInvitation),
    };
    let shown = match read {
        Read::Words => Some(Box::new(incoming.shown()?)),
        Read::Face => None,
    };
    let named = match &shown {
        Some(shown) => ending::named_in(journal, shown, None)?,
        None => Vec::new(),
    };
    match then {
        Then::Nothing => {}
        Then::Keep => journal.keep_letter(&incoming, now())?,
        Then::Later => journal.keep_for_later(&incoming, now())?,
        Then::Return => journal.return_unread(&incoming, now())?,
        Then::Erase => journal.erase_arrived(&incoming, now())?,
    }
    Ok(LettersAnswer::Opened {
        face: Box::new(incoming.face().clone()),
        shown,
        named,
        then,
    })
}

fn threads(journal: &Journal, name: Option<&str>) -> Result<LettersAnswer, Refusal> {
    let of_nobody = match name {
        Some(_) => Vec::new(),
        None => journal.letters_of_nobody()?,
    };
    let companions = match name {
        Some(name) => vec![companion(journal, name)?],
        None => journal.companions()?,
    };
    let with = |companion: Companion| -> Result<_, Refusal> {
        let thread = journal.thread(companion.id)?;
        Ok((companion, thread))
    };
    let threads = companions.into_iter().map(with);
    let threads = threads.collect::<Result<_, _>>()?;
    Ok(LettersAnswer::Threads(threads, of_nobody))
}

/// A letter, and the words that open it where there are any.
fn read(journal: &Journal, name: &str) -> Result<LettersAnswer, Refusal> {
    let version = letter_to_read(journal, name)?;
    let words = journal.words_of_letter(version)?;
    let shown = Box::new(journal.read_letter(version)?);
    let with = letter(journal, name).ok().map(|(one, _)| one.id);
    Ok(LettersAnswer::Letter {
        named: ending::named_in(journal, &shown, with)?,
        version,
        shown,
        words: words.map_or_else(Vec::new, |words| words.shown().to_vec()),
    })
}

/// Seals at once when it is to go now; otherwise it is shown, and rests until the morning.
pub fn seal_or_rest(
    journal: &mut Journal,
    id: LetterId,
    how: &How,
    tongue: Tongue,
    speech: &Speech,
) -> Result<LettersAnswer, Refusal> {
    let sealings = put_together(journal, id)?;
    if how.rest == Rest::SendNow {
        return Ok(seal(journal, &sealings, how, tongue, speech)?.told());
    }
    Ok(LettersAnswer::Resting {
        draft: id,
        until: journal.rest_letter(id, now())?,
        texts: sealings
            .iter()
            .map(|sealing| sealing.preview().to_owned())
            .collect(),
    })
}

/// A letter that cannot be put together leaves no draft behind: its words are still where they came from.
pub fn put_together(journal: &mut Journal, id: LetterId) -> Result<Vec<awai::Sealing>, Refusal> {
    match journal.sealings(id, now()) {
        Ok(sealings) => Ok(sealings),
        Err(error) => {
            journal.drop_letter_draft(id)?;
            Err(error.into())
        }
    }
}

/// What left: the texts that were shown, and the files they are in.
#[derive(Default)]
pub struct WhatLeft {
    pub texts: Vec<String>,
    pub files: Vec<SealedFile>,
}

impl WhatLeft {
    pub fn told(self) -> LettersAnswer {
        LettersAnswer::Sealed {
            texts: self.texts,
            files: self.files,
        }
    }
}

/// Seals what was put together, and writes the files.
pub fn seal(
    journal: &mut Journal,
    sealings: &[awai::Sealing],
    how: &How,
    tongue: Tongue,
    speech: &Speech,
) -> Result<WhatLeft, Refusal> {
    let size = sealings.iter().map(awai::Sealing::size).sum();
    let mut shown = shown(speech, size);
    let (with, watch) = ((tongue, Cost::DRAWN_WORDS), &mut Watch::new(&mut shown));
    let all = journal.seal_letters(sealings, how.rest, with, now(), watch)?;
    let mut left = WhatLeft::default();
    for (sealing, sealed) in sealings.iter().zip(all) {
        left.texts.push(sealing.preview().to_owned());
        left.files.push(match sealed {
            SealedFor::Companion(to, sealed) => {
                let form = match how.form {
                    FileForm::Page => FileForm::Binary,
                    form => form,
                };
                SealedFile {
                    to: journal.companion(to)?.called,
                    file: write(&how.into, "letter", form, &sealed.bytes)?,
                    words: Vec::new(),
                }
            }
            SealedFor::UnderWords(sealed) => under_words(sealed, how)?,
        });
    }
    Ok(left)
}

/// The file of a letter of mine once more, for when it was lost: the same text, and under words the same words.
fn seal_again(
    journal: &Journal,
    name: &str,
    how: &How,
    speech: &Speech,
) -> Result<LettersAnswer, Refusal> {
    let mut shown = shown(speech, 0);
    let watch = &mut Watch::new(&mut shown);
    let file = match letter(journal, name) {
        Ok((to, line)) => {
            let sealed = journal.seal_again(to.id, line.id, watch)?;
            SealedFile {
                to: to.called,
                file: write(&how.into, "letter", how.form, &sealed.bytes)?,
                words: Vec::new(),
            }
        }
        Err(Refusal::Core(_)) => {
            let version = letter_to_read(journal, name)?;
            let sealed = journal.seal_again_under_words(version, Cost::DRAWN_WORDS, watch)?;
            under_words(sealed, how)?
        }
        Err(several) => return Err(several),
    };
    Ok(LettersAnswer::Sealed {
        texts: Vec::new(),
        files: vec![file],
    })
}

/// Writes a letter for somebody without Awai.
fn under_words(sealed: SealedUnderWords, how: &How) -> Result<SealedFile, Refusal> {
    let file = match how.form {
        FileForm::Page => {
            let page = sealed.for_a_browser()?;
            write_beside(&how.into, "letter", "html", page.as_bytes())?
        }
        form => write(&how.into, "letter", form, &sealed.bytes)?,
    };
    Ok(SealedFile {
        to: sealed.called,
        file,
        words: sealed.words.shown().to_vec(),
    })
}

/// Shows on a terminal how far a large letter is, a line that is written over. It is stopped with Ctrl+C: nothing was
/// written then.
fn shown(speech: &Speech, size: usize) -> impl FnMut(Headway) -> GoOn {
    let terminal = size >= LARGE && std::io::stderr().is_terminal();
    let says = speech.say("terminal-how-far", &[("percent", "{percent}")]);
    let mut last = None;
    move |far| {
        let percent = u64::from(far.done) * 100 / u64::from(far.of.max(1));
        if terminal && last != Some(percent) {
            last = Some(percent);
            let line = says.replace("{percent}", &percent.min(100).to_string());
            let ends = if percent >= 100 { "\n" } else { "" };
            let mut beside = std::io::stderr().lock();
            // A terminal that cannot be written to is told nothing; the letter goes its way.
            let _ = write!(beside, "\r{line}{ends}").and_then(|()| beside.flush());
        }
        GoOn::Yes
    }
}

/// Writes a sealed file, as it is or as text.
fn write(into: &Path, what: &str, form: FileForm, bytes: &[u8]) -> Result<PathBuf, Refusal> {
    match form {
        FileForm::Armored => write_beside(into, what, "txt", awai::armored(bytes)?.as_bytes()),
        FileForm::Binary | FileForm::Page => write_beside(into, what, "age", bytes),
    }
}

/// Writes a file under a name that tells nothing, beside whatever lies there.
fn write_beside(into: &Path, what: &str, ending: &str, bytes: &[u8]) -> Result<PathBuf, Refusal> {
    loop {
        let chance: String = LetterId::fresh().to_string().chars().take(4).collect();
        let path = into.join(format!("{what}-{chance}.{ending}"));
        if !path.exists() {
            awai::write_elsewhere(&path, bytes)?;
            return Ok(path);
        }
    }
}

pub fn new_companion(journal: &Journal, named: &Named) -> Result<NewCompanion, Refusal> {
    let tie = match &named.tie {
        Some(tie) => Some(journal.tie_called(tie)?.ok_or(Error::UnknownTie)?.id),
        None => None,
    };
    Ok(NewCompanion {
        called: named.called.clone().unwrap_or_default(),
        my_name: named.my_name.clone().unwrap_or_default(),
        tie,
    })
}

/// The companion who is called so, or whose id begins so.
pub fn companion(journal: &Journal, name: &str) -> Result<Companion, Refusal> {
    let wanted = words::folded(name.trim());
    let is_meant = |one: &Companion| {
        words::folded(&one.called) == wanted
            || (wanted.len() >= 4 && one.id.to_string().starts_with(&wanted))
    };
    let mut found = journal.companions()?.into_iter().filter(is_meant);
    match (found.next(), found.next()) {
        (Some(one), None) => Ok(one),
        (None, _) => Err(Error::UnknownCompanion.into()),
        _ => Err(Refusal::SeveralPages),
    }
}

/// Words are not asked for when they can reach nobody: an exchange that has ended is only read.
pub fn refuse_ended(companion: &Companion) -> Result<(), Refusal> {
    match companion.standing {
        Standing::Ended => Err(Error::CompanionEnded.into()),
        Standing::Open | Standing::Resting => Ok(()),
    }
}

/// The letter whose version's id begins so, whoever it belongs to: one that was given under words, too.
pub fn letter_to_read(journal: &Journal, name: &str) -> Result<LetterVersionId, Refusal> {
    let of_nobody = journal.letters_of_nobody()?;
    let mut found = of_nobody.iter().filter(|line| begins(line, name));
    match (found.next(), found.next()) {
        (None, _) => Ok(letter(journal, name)?.1.version),
        (Some(line), None) if matches!(letter(journal, name), Err(Refusal::Core(_))) => {
            Ok(line.version)
        }
        _ => Err(Refusal::SeveralPages),
    }
}

/// Whether this letter is meant: its version's id begins so.
pub fn begins(line: &LetterLine, name: &str) -> bool {
    name.len() >= 4 && line.version.to_string().starts_with(name)
}

/// The letter whose version's id begins so, and with whom it was exchanged.
pub fn letter(journal: &Journal, name: &str) -> Result<(Companion, LetterLine), Refusal> {
    let mut found = Vec::new();
    for companion in journal.companions()? {
        for line in journal.thread(companion.id)?.letters {
            if begins(&line, name) {
                found.push((companion.clone(), line));
            }
        }
    }
    match found.len() {
        0 => Err(Error::NotFound.into()),
        1 => found.pop().ok_or(Error::NotFound.into()),
        _ => Err(Refusal::SeveralPages),
    }
}
