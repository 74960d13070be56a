//! Files as a stranger reads and writes them: with age, SQLCipher and base64, and with nothing of Awai's.

use std::fs;
use std::io::{Read, Write};
use std::iter::once;
use std::path::Path;

use age::secrecy::SecretString;
use base64::prelude::{BASE64_STANDARD, Engine as _};
use rusqlite::Connection;
use serde_json::Value;

/// Whatever is inside, sealed as any age program would.
///
/// # Panics
/// When age refuses.
pub fn sealed_for(whom: &dyn age::Recipient, inside: &[u8]) -> Vec<u8> {
    let encryptor = age::Encryptor::with_recipients(once(whom)).expect("there is a reader");
    let mut file = Vec::new();
    let mut writer = encryptor.wrap_output(&mut file).expect("it begins");
    writer.write_all(inside).expect("it goes on");
    writer.finish().expect("it ends");
    file
}

/// The key on a card: whoever has it can seal for its owner.
///
/// # Panics
/// When the card has none.
pub fn key_on(card: &str) -> age::x25519::Recipient {
    let card: Value = serde_json::from_str(card).expect("a card is JSON");
    let key = card["recipient"].as_str().expect("a card has a key");
    key.parse().expect("the key is one of age's")
}

/// What is inside a file under words.
///
/// # Panics
/// When they do not open it.
pub fn opened_under(words: &str, file: &[u8]) -> Vec<u8> {
    let identity = age::scrypt::Identity::new(SecretString::from(words.to_owned()));
    let identities = once(&identity as &dyn age::Identity);
    let decryptor = age::Decryptor::new(file).expect("it is a file of age's");
    let mut reader = decryptor.decrypt(identities).expect("the words open it");
    let mut inside = Vec::new();
    reader.read_to_end(&mut inside).expect("it is whole");
    inside
}

/// The key of a journal's database, taken out of its slot with the passphrase.
///
/// # Panics
/// When there is none.
pub fn key_of(journal: &Path, phrase: &str) -> String {
    let slot = fs::read(journal.join("keys/passphrase-1.a.age")).expect("the slot is there");
    let slot: Value = serde_json::from_slice(&opened_under(phrase, &slot)).expect("it is JSON");
    let key = slot["key"].as_str().expect("the key is a text");
    key.to_owned()
}

/// The database of a journal, opened with the key from its slot.
///
/// # Panics
/// When it cannot be opened. Whether the key fits is said by the first look.
pub fn database(journal: &Path, phrase: &str) -> Connection {
    let key = key_of(journal, phrase);
    let database = Connection::open(journal.join("journal.db")).expect("it can be opened");
    let told = format!("PRAGMA cipher_log_level = NONE; PRAGMA key = \"x'{key}'\"");
    database.execute_batch(&told).expect("it takes a key");
    database
}

/// Everything that is written in what was taken out in the clear, a file or a folder: the words of letters, which JSON
/// holds as they were sealed, included.
///
/// # Panics
/// When something cannot be read.
pub fn written_in(taken_out: &Path) -> String {
    if taken_out.is_dir() {
        let files = fs::read_dir(taken_out).expect("the folder can be read");
        return files
            .map(|file| written_in(&file.expect("its files can be read").path()))
            .collect();
    }
    let mut all = fs::read_to_string(taken_out).expect("it is a text");
    let json: Option<Value> = serde_json::from_str(&all).ok();
    let letters = json
        .as_ref()
        .and_then(|json| json["tables"]["letter"].as_array());
    for letter in letters.into_iter().flatten() {
        let inside = letter["inside"].as_str().expect("a letter has its text");
        let inside = BASE64_STANDARD.decode(inside).expect("it is base64");
        all.push_str(&String::from_utf8(inside).expect("a letter is a text"));
    }
    all
}
