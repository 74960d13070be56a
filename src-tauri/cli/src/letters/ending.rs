//! Letting go, from a terminal: the wish that a letter be no longer kept, following one of theirs, and the end of an
//! exchange, which is the last moment to say it.

use awai::speech::Speech;
use awai::{
    CompanionId, Error, Journal, LetterDraft, LetterId, LetterKind, LetterLine, LetterShown,
    Standing, Tongue, Whose, Writer,
};

use super::doing::{WhatLeft, begins, companion, letter, letter_to_read, put_together, seal};
use super::{How, Leaving, LetGo, LettersAnswer, Parting, WishBefore};
use crate::doing::now;
use crate::refusal::Refusal;

/// The wish that a letter of mine be no longer kept.
pub fn release(
    journal: &mut Journal,
    name: &str,
    how: &How,
    tongue: Tongue,
    speech: &Speech,
) -> Result<LettersAnswer, Refusal> {
    let (to, line) = letter(journal, name)?;
    if to.standing == Standing::Ended {
        return Err(Refusal::WishTooLate);
    }
    let draft = LetterDraft {
        releases: vec![line.id],
        ..LetterDraft::empty(LetterKind::Release, vec![to.id], tongue.code())
    };
    Ok(sealed_now(journal, &draft, how, tongue, speech)?.told())
}

/// Ends an exchange, or forgets a companion with every letter. As long as letters of mine are not released it is said
/// first whether the wish is to be written; it is sealed, and its file whole on the disk, before a key goes.
pub fn part(
    journal: &mut Journal,
    asked: &Leaving,
    tongue: Tongue,
    speech: &Speech,
) -> Result<LettersAnswer, Refusal> {
    let one = companion(journal, &asked.name)?;
    let before = journal.before_ending(one.id)?;
    let all = || before.letters.iter().map(|line| line.id).collect();
    let named: Vec<LetterId> = match &asked.wish {
        WishBefore::Unsaid if before.letters.is_empty() => Vec::new(),
        WishBefore::Unsaid => return Err(Refusal::WishUndecided),
        WishBefore::None => Vec::new(),
        _ if one.standing == Standing::Ended => return Err(Refusal::WishTooLate),
        _ if before.letters.is_empty() => return Err(Refusal::NoWishLeft),
        WishBefore::All => all(),
        WishBefore::These(names) => named_by(&before.letters, names)?,
    };
    let mut left = WhatLeft::default();
    if !named.is_empty() {
        // A file that cannot be written would be a wish that nobody has, and there are no keys to seal it again.
        if !asked.how.into.is_dir() {
            return Err(Error::PlaceGone.into());
        }
        for draft in journal.releases_of(one.id, &named, tongue.code())? {
            let more = sealed_now(journal, &draft, &asked.how, tongue, speech)?;
            left.texts.extend(more.texts);
            left.files.extend(more.files);
        }
    }
    match asked.parting {
        Parting::End => journal.end_companion(one.id)?,
        Parting::Forget => journal.forget_companion(one.id)?,
    }
    Ok(LettersAnswer::Parted {
        parting: asked.parting,
        texts: left.texts,
        files: left.files,
        begun: before.begun,
        reply_waited: before.reply_waits,
    })
}

/// The letters whose versions' ids begin so.
fn named_by(letters: &[LetterLine], names: &[String]) -> Result<Vec<LetterId>, Refusal> {
    let one = |name: &String| -> Result<LetterId, Refusal> {
        let mut found = letters.iter().filter(|line| begins(line, name));
        match (found.next(), found.next()) {
            (Some(line), None) => Ok(line.id),
            (None, _) => Err(Error::NotFound.into()),
            _ => Err(Refusal::SeveralPages),
        }
    };
    names.iter().map(one).collect()
}

fn sealed_now(
    journal: &mut Journal,
    draft: &LetterDraft,
    how: &How,
    tongue: Tongue,
    speech: &Speech,
) -> Result<WhatLeft, Refusal> {
    let id = journal.keep_letter_draft(None, draft, now())?;
    let sealings = put_together(journal, id)?;
    seal(journal, &sealings, how, tongue, speech)
}

/// Erases the words of a letter here, or of all those that a wish of theirs names.
pub fn let_go(journal: &mut Journal, name: &str, what: LetGo) -> Result<LettersAnswer, Refusal> {
    let version = letter_to_read(journal, name)?;
    match what {
        LetGo::ThisOne => journal.erase_letter(version)?,
        LetGo::WhatItNames => journal.follow_release(version)?,
    }
    Ok(LettersAnswer::LetGo(what))
}

/// Of the letters that a wish names, those that are on the shelf; `with` says whose exchange it is when it is mine.
pub fn named_in(
    journal: &Journal,
    shown: &LetterShown,
    with: Option<CompanionId>,
) -> Result<Vec<LetterLine>, Refusal> {
    let (with, whose) = match (&shown.face.writer, with) {
        (Writer::Companion { id, .. }, _) => (*id, Whose::Theirs),
        (Writer::Me, Some(with)) => (with, Whose::Mine),
        _ => return Ok(Vec::new()),
    };
    if shown.releases.is_empty() {
        return Ok(Vec::new());
    }
    let mut lines = journal.thread(with)?.letters;
    lines.retain(|line| line.whose == whose && shown.releases.contains(&line.id));
    Ok(lines)
}
