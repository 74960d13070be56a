//! The sealed envelope, and the slot that its words open, in the hands of a stock `age`: nobody needs Awai to get back
//! into a journal.

use std::fs;

use age::secrecy::ExposeSecret;
use awai::{Cost, TwelveWords, WordsKept};
use awai_tests::Person;
use awai_tests::exchange::new_companion;
use serde_json::Value;

use crate::in_a_terminal;
use crate::letters::{card_of, through};
use crate::tools::{stock_ages, used};

#[test]
fn a_stock_age_opens_an_envelope_and_its_words_open_the_key_slot_by_themselves() {
    let tools = stock_ages();
    for person in [Person::bo(), Person::aki(), Person::claire()] {
        let mut journal = person.begin();
        // Somebody without Awai, whose key another program made.
        let theirs = age::x25519::Identity::generate();
        let card = card_of(&theirs.to_public().to_string());
        let new = new_companion("Denis", person.name);
        let to = journal
            .answer_card(&card, &new, person.tongue, person.now())
            .unwrap();
        let words = TwelveWords::draw(person.tongue).unwrap();
        let envelope = journal.seal_envelope(to.id, &words).unwrap();
        journal
            .keep_words(WordsKept::Envelope, &words, &person.phrase(), Cost::CHEAP)
            .unwrap();
        journal.close().unwrap();

        let key = person.home().join("key.txt");
        fs::write(&key, theirs.to_string().expose_secret()).unwrap();
        for tool in &tools {
            let opened = through(tool.command().args(["-d", "-i"]).arg(&key), &envelope);
            let opened = String::from_utf8(opened).unwrap();
            let text = opened.strip_prefix("awai-envelope/1\n").unwrap();
            let text: Value = serde_json::from_str(text).unwrap();
            assert_eq!(text["name"], person.name);
            let said: Vec<&str> = text["words"]
                .as_array()
                .unwrap()
                .iter()
                .map(|word| word.as_str().unwrap())
                .collect();
            assert_eq!(said, words.shown());

            let open = format!("{} -d -o key.json keys/envelope-1.a.age", tool.shell());
            let tried = in_a_terminal(&person.folder(), &open, &[&said.join("-")]);
            assert!(tried.status.success(), "{tried:?}");
            let slot = person.folder().join("key.json");
            let slot = fs::read(&slot).and_then(|key| fs::remove_file(&slot).map(|()| key));
            let slot = slot.unwrap();
            let slot: Value = serde_json::from_slice(&slot).unwrap();
            assert_eq!(slot["awai"], "key/1");
            assert_eq!(slot["key"].as_str().unwrap().len(), 64);
        }
        // Let go of, the words open nothing here any more.
        let mut journal = person.open();
        journal.let_go_of_words(WordsKept::Envelope).unwrap();
        assert!(!person.keys().join("envelope-1.a.age").exists());
    }
    used("envelopes and their words", &tools);
}
