//! Anybody who has my card: it was handed over by hand, and whatever they put into a file opens here. No key vouches
//! for it.

use std::io::Write;
use std::iter::once;

use awai::{Cost, Passphrase, Tongue, Vault};
use awai_tests::exchange::new_companion;
use serde_json::Value;

use crate::{Home, PHRASE, Told, at};

/// Somebody who holds a card of the book of the window, and can write anything at all.
pub struct Stranger {
    key: age::x25519::Recipient,
}

/// Hands a card of the book of a home to a stranger.
///
/// # Errors
/// When anything on the way is refused.
pub fn hand_a_card(home: &Home) -> Told<Stranger> {
    let now = at("2026-11-02T19:30:00+09:00")?;
    let phrase = Passphrase::new(PHRASE)?;
    let elsewhere = home.path().join("stranger");
    Vault::create(&elsewhere, &phrase, Cost::CHEAP, now)?;
    let mut theirs = Vault::at(&elsewhere)?.unlock(&phrase, now)?;
    let mut book = Vault::at(&home.journal())?.unlock(&phrase, now)?;
    let card = theirs.make_card(&new_companion("Mika", "Somebody"), Tongue::En, now)?;
    let mine = book.answer_card(
        &card.my_card,
        &new_companion("Somebody", "Mika"),
        Tongue::En,
        now,
    )?;
    book.close()?;
    let card: Value = serde_json::from_str(&mine.my_card)?;
    let key = card
        .get("recipient")
        .and_then(Value::as_str)
        .ok_or("a card names its recipient")?;
    Ok(Stranger { key: key.parse()? })
}

impl Stranger {
    /// Whatever is inside, sealed as any age program would.
    ///
    /// # Errors
    /// When age refuses.
    pub fn seal(&self, inside: &[u8]) -> Told<Vec<u8>> {
        let encryptor = age::Encryptor::with_recipients(once(&self.key as &dyn age::Recipient))?;
        let mut file = Vec::new();
        let mut writer = encryptor.wrap_output(&mut file)?;
        writer.write_all(inside)?;
        writer.finish()?;
        Ok(file)
    }

    /// A letter with these fields, and those that every letter has.
    ///
    /// # Errors
    /// As [`Stranger::seal`].
    pub fn letter(&self, fields: &Value) -> Told<Vec<u8>> {
        let mut letter = serde_json::json!({
            "id": "0123456789abcdef0123456789abcdef",
            "thread": "00000000000000000000000000000000",
            "seq": 1,
            "kind": "letter",
            "writer": "Somebody",
        });
        if let (Some(letter), Some(fields)) = (letter.as_object_mut(), fields.as_object()) {
            letter.extend(fields.clone());
        }
        self.seal(format!("awai-letter/1 -\n{letter}\n").as_bytes())
    }
}
