//! What can go wrong, as types. A variant exists only because somebody acts on it: each has its own
//! sentence in every language (`trouble-…` in `ui/locales`). Neither `Display` nor `Debug` holds a word
//! of the person's or a path: an error may end up on a terminal or in a bug report.

use serde::{Deserialize, Serialize};

/// The core's result.
pub type Result<T> = std::result::Result<T, Error>;

/// Everything the core may refuse.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The passphrase did not open the journal. Nothing is lost.
    #[error("that passphrase did not open the journal")]
    WrongPassphrase,
    /// Both copies of the key file are damaged.
    #[error("both copies of the key file are damaged")]
    SlotDamaged,
    /// The database is not what was written.
    #[error("the journal's file is damaged")]
    JournalDamaged,
    /// Written by a newer version of this program.
    #[error("the journal was written by a newer version")]
    JournalNewer,
    /// Written by an older version of this program, in a place where it cannot be brought to the newer shape.
    #[error("the journal was written by an older version and may only be read")]
    OlderShapeReadOnly,
    /// The database has no bytes at all.
    #[error("the journal's file is empty")]
    JournalEmpty,
    /// There is no journal in this folder.
    #[error("there is no journal here")]
    NoJournal,
    /// The folder went away while the journal was open.
    #[error("the journal's folder cannot be reached")]
    FolderGone,
    /// A place outside the journal that was chosen to write into is not there.
    #[error("the chosen place cannot be reached")]
    PlaceGone,
    /// Nothing may be written in the chosen place.
    #[error("nothing may be written in the chosen place")]
    PlaceShut,
    /// The chosen place has no room.
    #[error("the chosen place is full")]
    PlaceFull,
    /// The chosen place refused to be written: a stick that was pulled out, a disk that fails.
    #[error("the chosen place could not be written ({0:?})")]
    PlaceTrouble(std::io::ErrorKind),
    /// Something of that name is there already, and nothing is written over it.
    #[error("something of that name is there already")]
    FileThere,
    /// A journal is here already.
    #[error("there is a journal here already")]
    JournalExists,
    /// The folder holds other things.
    #[error("the folder holds other files")]
    FolderNotEmpty,
    /// Another database was to take the place of this one, a copy that was brought back or the same pages under a new
    /// key; that is decided and cannot be finished yet. Nothing is opened before it is.
    #[error("another database is to take this one's place, and cannot yet")]
    ExchangeUnfinished,
    /// Older than the one last opened here; reading only until the person chooses.
    #[error("the journal is older than the one last opened here")]
    OlderThanSeen,
    /// The folder or file may not be written.
    #[error("the journal may only be read")]
    ReadOnly,
    /// Another process holds the journal: its number and machine, when known.
    #[error("another window holds the journal")]
    HeldElsewhere {
        /// Process number and host name, for a sentence.
        holder: Option<String>,
    },
    /// The journal was away, on a stick that was pulled out or in a folder that was moved, and is not as it was left:
    /// going on would write over what was written elsewhere.
    #[error("the journal was opened or changed elsewhere meanwhile")]
    ChangedElsewhere,
    /// No room left on the disk.
    #[error("the disk is full")]
    DiskFull,
    /// The disk refused to read or write.
    #[error("the disk could not be read or written ({0:?})")]
    DiskTrouble(std::io::ErrorKind),
    /// No such page, tie or picture.
    #[error("there is no such thing in the journal")]
    NotFound,
    /// Too short or too easily guessed for a new passphrase.
    #[error("the passphrase is too easily guessed")]
    PassphraseWeak,
    /// More than one page may hold.
    #[error("too large for one page")]
    TooLarge,
    /// Not one character was written.
    #[error("nothing was written")]
    NothingWritten,
    /// The file is not a Day One export.
    #[error("not a Day One export")]
    NotADayOneExport,
    /// The export breaks off or cannot be read.
    #[error("the export cannot be read to its end")]
    ImportTorn,
    /// The export is larger than this program takes in.
    #[error("the export is too large")]
    ImportTooLarge,
    /// More characters than fit in this place.
    #[error("longer than fits")]
    TooLong,
    /// No such moment, intention or word of one’s own.
    #[error("there is no such thing in the journal any more")]
    NotHere,
    /// No question or set has that name.
    #[error("there is no such question or set")]
    UnknownQuestion,
    /// The file is no set of questions.
    #[error("not a set of questions")]
    NotAQuestionSet,
    /// The file of a set breaks off.
    #[error("the set of questions breaks off")]
    QuestionSetTorn,
    /// The file of a set is larger than one mebibyte, or holds more than fits.
    #[error("the set of questions is too large")]
    QuestionSetTooLarge,
    /// The file of a set was written by a newer version.
    #[error("the set of questions was written by a newer version")]
    QuestionSetNewer,
    /// One name stands twice in the file of a set.
    #[error("the set of questions says one name twice")]
    QuestionSetUnclear,
    /// A text of a set holds signs that hide or turn around what is written.
    #[error("the set of questions holds signs that cannot be seen")]
    QuestionSetHidden,
    /// The export is not there, or went away or changed while it was read.
    #[error("the export cannot be reached")]
    ImportGone,
    /// A file that holds nothing taken out of Awai, or not all of it.
    #[error("the file holds nothing that was taken out of Awai")]
    NotTakenOut,
    /// A file taken out of a newer Awai.
    #[error("the file was taken out of a newer Awai")]
    TakenOutNewer,
    /// No picture that a page can show: not PNG, JPEG or WebP.
    #[error("not a picture that a page can show")]
    NotAPicture,
    /// A picture that breaks off, or cannot be decoded.
    #[error("the picture is torn")]
    PictureTorn,
    /// More bytes or pixels than a picture may come with.
    #[error("the picture is too large")]
    PictureTooLarge,
    /// The file of a picture is not there, or is none.
    #[error("the picture cannot be reached")]
    PictureGone,
    /// No tie is called that.
    #[error("no tie is called that")]
    UnknownTie,
    /// A sealed file larger than any letter.
    #[error("larger than a letter may be")]
    LetterTooLarge,
    /// The file is not there, or is none.
    #[error("the file cannot be reached")]
    LetterGone,
    /// Not a sealed file, or cut off before its header ends.
    #[error("not a sealed letter")]
    NotALetter,
    /// It asks for more work than any words of ours do.
    #[error("the sealed file asks for endless work")]
    LetterAsksTooMuch,
    /// No key of this journal opens it.
    #[error("sealed for somebody else")]
    NotForThisJournal,
    /// The words did not open it.
    #[error("those words did not open it")]
    WordsDoNotOpen,
    /// Damaged behind its header.
    #[error("the letter is torn")]
    LetterTorn,
    /// More inside than a letter may hold.
    #[error("the letter holds more than it may")]
    LetterSwells,
    /// Only a newer version of this program can read it.
    #[error("the letter needs a newer version")]
    LetterNewer,
    /// It opened, but its first line is not that of a letter.
    #[error("opened, but no letter of ours")]
    NotFromAwai,
    /// Behind the first line there is no text in UTF-8.
    #[error("the letter is not text")]
    LetterNotText,
    /// Not one JSON text in the form of a letter: names that stand twice, nested too deep, fields that lack.
    #[error("the letter has another form")]
    LetterForm,
    /// More parts, words, files or pixels than a letter may have.
    #[error("more parts, words or files than a letter may have")]
    LetterTooMuch,
    /// A file in the letter is not the picture or the text that it says it is.
    #[error("a picture of the letter is none")]
    LetterPicture,
    /// These are not eight words of one list.
    #[error("one of the words is in no list")]
    WordUnknown,
    /// The invitation was answered, or taken back.
    #[error("the invitation was used already")]
    InvitationUsed,
    /// The last day of the invitation is over.
    #[error("the invitation has ended")]
    InvitationEnded,
    /// The reply does not fit the invitation it claims to answer.
    #[error("the reply answers no invitation")]
    ReplyUnknown,
    /// The text is not somebody's card.
    #[error("not a card")]
    NotACard,
    /// A letter came to a card whose answer was not taken in yet.
    #[error("the card comes first")]
    CardFirst,
    /// There is no such companion.
    #[error("no such companion")]
    UnknownCompanion,
    /// The exchange was ended: its keys are wiped.
    #[error("the exchange has ended")]
    CompanionEnded,
    /// The page is not offered for letters.
    #[error("the page stays here")]
    StaysHere,
    /// The page was written anew since its passages were chosen.
    #[error("the page was written anew")]
    PageChanged,
    /// Nothing was chosen for the letter, or nobody it goes to.
    #[error("nothing was chosen")]
    NothingChosen,
    /// Names stand in the letter that nobody decided upon.
    #[error("names wait for a decision")]
    NamesUndecided,
    /// The letter rests until the morning.
    #[error("the letter is resting")]
    StillResting,
    /// The person stopped it.
    #[error("stopped")]
    Stopped,
    /// A copy does not hold what the journal holds, or cannot be read to its end.
    #[error("the copy is not what the journal holds")]
    BackupDamaged,
    /// There is no backup there.
    #[error("there is no backup there")]
    NoBackup,
    /// No copy of this journal that its key opens.
    #[error("no copy of this journal under its key")]
    NotASibling,
    /// A copy of this journal that cannot be read to its end.
    #[error("that copy of the journal is damaged")]
    SiblingDamaged,
    /// Not twelve words of one list, or their checksum does not fit.
    #[error("not twelve words that belong together")]
    NotTwelveWords,
    /// A value from outside has not the form it must have.
    #[error("a value has not the form it must have")]
    BadRequest,
    /// A fault of ours.
    #[error("something unexpected happened in {0}")]
    Unexpected(&'static str),
}

/// The face of an [`Error`] on the wire: a kind and, for `held_elsewhere`, who holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Trouble {
    /// What happened.
    pub kind: TroubleKind,
    /// Process number and host that hold the journal, when known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub holder: Option<String>,
}

macro_rules! trouble_kinds {
    ($($name:ident = $key:literal),+ $(,)?) => {
        /// Every kind of trouble, each with a sentence `trouble-…` in every language.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(test, derive(ts_rs::TS))]
        #[serde(rename_all = "snake_case")]
        #[allow(missing_docs)]
        pub enum TroubleKind { $($name),+ }

        impl TroubleKind {
            /// All of them, for the tests of the sentences.
            pub const ALL: &'static [TroubleKind] = &[$(TroubleKind::$name),+];

            /// The name of its sentence in the locales.
            pub fn key(self) -> &'static str {
                match self { $(TroubleKind::$name => $key),+ }
            }
        }
    };
}

trouble_kinds! {
    WrongPassphrase = "trouble-wrong-passphrase",
    SlotDamaged = "trouble-slot-damaged",
    JournalDamaged = "trouble-journal-damaged",
    JournalNewer = "trouble-journal-newer",
    OlderShapeReadOnly = "trouble-older-shape-read-only",
    JournalEmpty = "trouble-journal-empty",
    NoJournal = "trouble-no-journal",
    FolderGone = "trouble-folder-gone",
    PlaceGone = "trouble-place-gone",
    PlaceShut = "trouble-place-shut",
    PlaceFull = "trouble-place-full",
    PlaceTrouble = "trouble-place-trouble",
    FileThere = "trouble-file-there",
    JournalExists = "trouble-journal-exists",
    FolderNotEmpty = "trouble-folder-not-empty",
    ExchangeUnfinished = "trouble-exchange-unfinished",
    OlderThanSeen = "trouble-older-than-seen",
    ReadOnly = "trouble-read-only",
    HeldElsewhere = "trouble-held-elsewhere",
    ChangedElsewhere = "trouble-changed-elsewhere",
    DiskFull = "trouble-disk-full",
    DiskTrouble = "trouble-disk-trouble",
    NotFound = "trouble-not-found",
    Closed = "trouble-closed",
    PassphraseWeak = "trouble-passphrase-weak",
    TooLarge = "trouble-too-large",
    NothingWritten = "trouble-nothing-written",
    NotADayOneExport = "trouble-not-a-day-one-export",
    ImportTorn = "trouble-import-torn",
    ImportTooLarge = "trouble-import-too-large",
    TooLong = "trouble-too-long",
    NotHere = "trouble-not-here",
    UnknownQuestion = "trouble-unknown-question",
    NotAQuestionSet = "trouble-not-a-question-set",
    QuestionSetTorn = "trouble-question-set-torn",
    QuestionSetTooLarge = "trouble-question-set-too-large",
    QuestionSetNewer = "trouble-question-set-newer",
    QuestionSetUnclear = "trouble-question-set-unclear",
    QuestionSetHidden = "trouble-question-set-hidden",
    ImportGone = "trouble-import-gone",
    NotTakenOut = "trouble-not-taken-out",
    TakenOutNewer = "trouble-taken-out-newer",
    ImportPageUnreadable = "trouble-import-page-unreadable",
    ImportPageTooLarge = "trouble-import-page-too-large",
    ImportPageEmpty = "trouble-import-page-empty",
    ImportPictureUnreadable = "trouble-import-picture-unreadable",
    ImportPictureTooLarge = "trouble-import-picture-too-large",
    NotAPicture = "trouble-not-a-picture",
    PictureTorn = "trouble-picture-torn",
    PictureTooLarge = "trouble-picture-too-large",
    PictureGone = "trouble-picture-gone",
    PictureNowhere = "trouble-picture-nowhere",
    UnknownTie = "trouble-unknown-tie",
    LetterTooLarge = "trouble-letter-too-large",
    LetterGone = "trouble-letter-gone",
    NotALetter = "trouble-not-a-letter",
    LetterAsksTooMuch = "trouble-letter-asks-too-much",
    NotForThisJournal = "trouble-not-for-this-journal",
    WordsDoNotOpen = "trouble-words-do-not-open",
    LetterTorn = "trouble-letter-torn",
    LetterSwells = "trouble-letter-swells",
    LetterNewer = "trouble-letter-newer",
    NotFromAwai = "trouble-not-from-awai",
    LetterNotText = "trouble-letter-not-text",
    LetterForm = "trouble-letter-form",
    LetterTooMuch = "trouble-letter-too-much",
    LetterPicture = "trouble-letter-picture",
    WordUnknown = "trouble-word-unknown",
    InvitationUsed = "trouble-invitation-used",
    InvitationEnded = "trouble-invitation-ended",
    ReplyUnknown = "trouble-reply-unknown",
    NotACard = "trouble-not-a-card",
    CardFirst = "trouble-card-first",
    UnknownCompanion = "trouble-unknown-companion",
    CompanionEnded = "trouble-companion-ended",
    StaysHere = "trouble-stays-here",
    PageChanged = "trouble-page-changed",
    NothingChosen = "trouble-nothing-chosen",
    NamesUndecided = "trouble-names-undecided",
    StillResting = "trouble-still-resting",
    Stopped = "trouble-stopped",
    BackupDamaged = "trouble-backup-damaged",
    NoBackup = "trouble-no-backup",
    NotASibling = "trouble-not-a-sibling",
    SiblingDamaged = "trouble-sibling-damaged",
    NotTwelveWords = "trouble-not-twelve-words",
    SettingsNotKept = "trouble-settings-not-kept",
    CutShort = "trouble-cut-short",
    BadRequest = "trouble-bad-request",
    Unexpected = "trouble-unexpected",
}

/// The kind that is called as the error is. Not a list of arms: there are too many of them to be read.
macro_rules! same_name {
    ($error:ident: $($name:ident),+ $(,)?) => {
        match $error { $(Error::$name { .. } => TroubleKind::$name),+ }
    };
}

impl Error {
    /// Its face on the wire, without a word of the person's.
    pub fn trouble(&self) -> Trouble {
        let kind = same_name!(self:
            WrongPassphrase, SlotDamaged, JournalDamaged, JournalNewer, OlderShapeReadOnly, JournalEmpty,
            NoJournal, FolderGone, PlaceGone, PlaceShut, PlaceFull, PlaceTrouble, FileThere, JournalExists,
            FolderNotEmpty, ExchangeUnfinished, OlderThanSeen, ReadOnly, HeldElsewhere, ChangedElsewhere,
            DiskFull, DiskTrouble, NotFound, PassphraseWeak, TooLarge, NothingWritten, NotADayOneExport,
            ImportTorn, ImportTooLarge, TooLong, NotHere, UnknownQuestion, NotAQuestionSet,
            QuestionSetTorn, QuestionSetTooLarge, QuestionSetNewer, QuestionSetUnclear, QuestionSetHidden,
            ImportGone, NotTakenOut, TakenOutNewer, NotAPicture, PictureTorn, PictureTooLarge, PictureGone,
            UnknownTie, LetterTooLarge, LetterGone, NotALetter, LetterAsksTooMuch, NotForThisJournal,
            WordsDoNotOpen, LetterTorn, LetterSwells, LetterNewer, NotFromAwai, LetterNotText, LetterForm,
            LetterTooMuch, LetterPicture, WordUnknown, InvitationUsed, InvitationEnded, ReplyUnknown,
            NotACard, CardFirst, UnknownCompanion, CompanionEnded, StaysHere, PageChanged, NothingChosen,
            NamesUndecided, StillResting, Stopped, BackupDamaged, NoBackup, NotASibling, SiblingDamaged,
            NotTwelveWords, BadRequest,
            Unexpected
        );
        let holder = match self {
            Error::HeldElsewhere { holder } => holder.clone(),
            _ => None,
        };
        Trouble { kind, holder }
    }
}

impl From<TroubleKind> for Trouble {
    fn from(kind: TroubleKind) -> Self {
        Trouble { kind, holder: None }
    }
}

impl From<Error> for Trouble {
    fn from(error: Error) -> Self {
        error.trouble()
    }
}
