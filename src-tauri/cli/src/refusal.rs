//! Why something was not done: the core's errors, and the few that only a terminal knows. Each is a kind for
//! programs and a sentence for people; neither holds a word of the person's or a path.

use awai::speech::Speech;
use awai::{Error, Trouble, TroubleKind};

/// Why something was not done.
#[derive(Debug)]
pub enum Refusal {
    /// The core refused.
    Core(Error),
    /// What came in as words is not UTF-8.
    NotText,
    /// A file named on the command line cannot be read.
    FileUnreadable,
    /// A passphrase would be asked, and there is no terminal to ask on.
    NoTerminal,
    /// The person turned back at a prompt.
    Stopped,
    /// Several pages have ids that begin so.
    SeveralPages,
    /// An invitation or a reply was given where a letter is opened.
    AnInvitation,
    /// An exchange was to end, and nothing was said about letters of mine that they may keep.
    WishUndecided,
    /// A wish was to be written before an exchange ends, and every letter of mine has one.
    NoWishLeft,
    /// A wish to let a letter go was to be written, and its exchange has ended.
    WishTooLate,
    /// The words of a covered page were asked for, and its cover was not to be opened.
    Covered,
    /// A page that does not lie aside was to be erased.
    NotAside,
    /// Lines were to be gathered for somebody who is no group and no place.
    NotAGroup,
    /// No home folder, and no `--journal`.
    NoPlace,
    /// It was done, but the answer could not be written out.
    AnswerLost,
}

impl Refusal {
    /// What a look through everything answers when not everything is as it was written.
    pub fn damaged() -> Refusal {
        Refusal::Core(Error::JournalDamaged)
    }

    /// `{"kind":…}`, with `holder` when another process holds the journal.
    pub fn json(&self) -> String {
        let own = |kind: &str| serde_json::json!({ "kind": kind });
        let value = match self {
            Refusal::WishTooLate => return Refusal::Core(Error::CompanionEnded).json(),
            Refusal::Core(error) => {
                serde_json::to_value(error.trouble()).unwrap_or_else(|_| own("unexpected"))
            }
            Refusal::NotText => own("not_text"),
            Refusal::FileUnreadable => own("file_unreadable"),
            Refusal::NoTerminal => own("no_terminal"),
            Refusal::Stopped => own("stopped"),
            Refusal::SeveralPages => own("several_pages"),
            Refusal::AnInvitation => own("an_invitation"),
            Refusal::WishUndecided => own("wish_undecided"),
            Refusal::NoWishLeft => own("no_wish_left"),
            Refusal::Covered => own("covered"),
            Refusal::NotAside => own("not_aside"),
            Refusal::NotAGroup => own("not_a_group"),
            Refusal::NoPlace => own("no_place"),
            Refusal::AnswerLost => own("answer_lost"),
        };
        crate::out::json(&value.to_string())
    }

    /// What happened, what is safe, what can be done.
    pub fn sentence(&self, speech: &Speech) -> String {
        match self {
            Refusal::Core(error) => sentence_of(&error.trouble(), speech),
            Refusal::NotText => speech.say("terminal-not-text", &[]),
            Refusal::FileUnreadable => speech.say("terminal-file-unreadable", &[]),
            Refusal::NoTerminal => speech.say("terminal-no-terminal", &[]),
            Refusal::Stopped => speech.say("terminal-stopped", &[]),
            Refusal::SeveralPages => speech.say("terminal-several-pages", &[]),
            Refusal::AnInvitation => speech.say("terminal-an-invitation", &[]),
            Refusal::WishUndecided => speech.say("terminal-wish-undecided", &[]),
            Refusal::NoWishLeft => speech.say("terminal-no-wish-left", &[]),
            Refusal::WishTooLate => speech.say("letter-release-ended", &[]),
            Refusal::Covered => speech.say("terminal-covered", &[]),
            Refusal::NotAside => speech.say("terminal-not-aside", &[]),
            Refusal::NotAGroup => speech.say("terminal-not-a-group", &[]),
            Refusal::NoPlace => speech.say("terminal-no-place", &[]),
            Refusal::AnswerLost => speech.say("terminal-answer-lost", &[]),
        }
    }
}

/// The sentence of a trouble. Where the window's sentence speaks of the screen or of a button, the terminal
/// has its own.
fn sentence_of(trouble: &Trouble, speech: &Speech) -> String {
    if let (TroubleKind::HeldElsewhere, Some(holder)) = (trouble.kind, &trouble.holder) {
        let holder = crate::out::line(holder);
        return speech.say("trouble-held-elsewhere-by", &[("holder", &holder)]);
    }
    let key = match trouble.kind {
        TroubleKind::NoJournal => "terminal-trouble-no-journal",
        TroubleKind::FolderGone => "terminal-trouble-folder-gone",
        TroubleKind::ChangedElsewhere => "terminal-trouble-changed-elsewhere",
        TroubleKind::OlderThanSeen => "terminal-trouble-older-than-seen",
        TroubleKind::ReadOnly => "terminal-trouble-read-only",
        TroubleKind::DiskFull => "terminal-trouble-disk-full",
        TroubleKind::DiskTrouble => "terminal-trouble-disk-trouble",
        TroubleKind::NotFound => "terminal-trouble-not-found",
        TroubleKind::PassphraseWeak => "terminal-trouble-passphrase-weak",
        TroubleKind::TooLarge => "terminal-trouble-too-large",
        TroubleKind::UnknownTie => "terminal-trouble-unknown-tie",
        TroubleKind::UnknownQuestion => "terminal-trouble-unknown-question",
        TroubleKind::NotHere => "terminal-trouble-not-here",
        TroubleKind::TooLong => "terminal-trouble-too-long",
        TroubleKind::Unexpected => "terminal-trouble-unexpected",
        other => other.key(),
    };
    speech.say(key, &[])
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Refusal {
        Refusal::Core(error)
    }
}
