//! Twelve words beside the passphrase: a second key slot, offered as a free choice. They stand on a sheet (printed
//! or saved, three of them asked back first), or travel in an envelope that only a companion's Awai opens.
//!
//! Whoever has the words and the journal's folder reads everything, as with the passphrase. Letting go of them
//! removes their slot here; copies made before still open with them.

use serde::{Deserialize, Serialize};
use zeroize::{Zeroize, Zeroizing};

use crate::companion::read_me;
use crate::error::{Error, Result};
use crate::id::CompanionId;
use crate::journal::Journal;
use crate::passphrase::Passphrase;
use crate::seal::{self, Cost, Identity, Sealed};
use crate::slots::{SlotKind, Slots};
use crate::twelve_words::TwelveWords;

/// Where twelve words are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum WordsKept {
    /// On a sheet.
    Sheet,
    /// In a sealed envelope that a companion holds.
    Envelope,
}

impl WordsKept {
    fn slot(self) -> SlotKind {
        match self {
            WordsKept::Sheet => SlotKind::Sheet,
            WordsKept::Envelope => SlotKind::Envelope,
        }
    }
}

/// An envelope of somebody else’s that this journal opened.
pub struct EnvelopeOpened {
    /// Whose pair it came through: what I call them.
    pub called: String,
    /// The name in it. Nothing is proven by it.
    pub name: String,
    /// The twelve words, to be told by voice.
    pub words: Zeroizing<Vec<String>>,
}

/// How an envelope begins inside.
const BEGINS: &str = "awai-envelope/1";

#[derive(Serialize, Deserialize, Zeroize)]
#[zeroize(drop)]
struct EnvelopeText {
    read_me: Vec<String>,
    name: String,
    words: Vec<String>,
}

impl Journal {
    /// Where twelve words are kept now.
    pub fn words_kept(&self) -> Result<Vec<WordsKept>> {
        let slots = Slots::of(&self.keys())?;
        let mut kept = vec![WordsKept::Sheet, WordsKept::Envelope];
        kept.retain(|kept| slots.has(kept.slot()));
        Ok(kept)
    }

    /// From now on these words open the journal, too. Those kept in the same way before do not any more.
    ///
    /// # Errors
    /// [`Error::WrongPassphrase`] when `passphrase` is not the journal's: nothing changes then.
    pub fn keep_words(
        &mut self,
        kept: WordsKept,
        words: &TwelveWords,
        passphrase: &Passphrase,
        cost: Cost,
    ) -> Result<()> {
        self.keep_words_given(kept, words, passphrase, cost, || Ok(()))
    }

    /// The same for words that somebody is given meanwhile: they open the journal before they are given away, and those
    /// kept before are let go of once they were. Where they could not be given, all is as it was.
    ///
    /// # Errors
    /// As [`Journal::keep_words`], and whatever `give` says.
    pub fn keep_words_given(
        &mut self,
        kept: WordsKept,
        words: &TwelveWords,
        passphrase: &Passphrase,
        cost: Cost,
        give: impl FnOnce() -> Result<()>,
    ) -> Result<()> {
        self.refuse_unless_writable()?;
        let slots = Slots::of(&self.keys())?;
        let secret = slots.open(passphrase)?.secret;
        let name = slots.add(kept.slot(), &secret, &words.phrase()?, cost)?;
        if let Err(why) = give() {
            slots.remove(name)?;
            return Err(why);
        }
        slots.let_go_before(name)
    }

    /// The words kept so open the journal no longer; copies made before still open with them.
    pub fn let_go_of_words(&mut self, kept: WordsKept) -> Result<()> {
        self.refuse_unless_writable()?;
        Slots::of(&self.keys())?.remove_kind(kept.slot())
    }

    /// Twelve words, sealed for a companion alone: the bytes of a file that goes to them.
    ///
    /// # Errors
    /// [`Error::UnknownCompanion`], [`Error::CompanionEnded`].
    pub fn seal_envelope(&self, to: CompanionId, words: &TwelveWords) -> Result<Vec<u8>> {
        let row = self.rows().companion(to)?;
        if row.identity.is_empty() {
            return Err(Error::CompanionEnded);
        }
        let text = EnvelopeText {
            read_me: read_me("keeping-envelope-read-me"),
            name: row.own_card()?.called,
            words: words.shown().to_vec(),
        };
        let text = serde_json::to_string_pretty(&text).map(Zeroizing::new);
        let text = text.map_err(|_| Error::Unexpected("envelope"))?;
        let inside = Zeroizing::new(format!("{BEGINS}\n{}\n", *text));
        seal::close_for(inside.as_bytes(), &row.their_card()?.recipient()?)
    }

    /// Opens an envelope that somebody gave into my hands. Nothing of it is kept.
    ///
    /// # Errors
    /// [`Error::NotALetter`], [`Error::NotForThisJournal`], [`Error::NotFromAwai`] when it is no envelope.
    pub fn open_envelope(&self, file: &[u8]) -> Result<EnvelopeOpened> {
        let sealed = match std::str::from_utf8(file) {
            Ok(text) => Sealed::take_pasted(text)?,
            Err(_) => Sealed::take(file)?,
        };
        let mut companions = self.rows().companions()?;
        companions.retain(|row| !row.identity.is_empty());
        let identities: Vec<Identity> = companions
            .iter()
            .map(|row| Identity::parse(&row.identity).ok_or(Error::JournalDamaged))
            .collect::<Result<_>>()?;
        let (number, inside) = sealed.open_with(&identities)?;
        let companion = companions
            .get(number)
            .ok_or(Error::Unexpected("envelope"))?;
        let text = std::str::from_utf8(&inside).map_err(|_| Error::NotFromAwai)?;
        let text = text.strip_prefix(BEGINS).ok_or(Error::NotFromAwai)?;
        let text: EnvelopeText = serde_json::from_str(text).map_err(|_| Error::NotFromAwai)?;
        let words = TwelveWords::read(&Zeroizing::new(text.words.join(" ")))?;
        Ok(EnvelopeOpened {
            called: companion.called.clone(),
            name: text.name.clone(),
            words: Zeroizing::new(words.shown().to_vec()),
        })
    }
}
