//! Letters of every released form open for ever: `tests/fixtures/letters/` holds sealed files as this version writes
//! them, with the keys that open them. They are written once (`AWAI_WRITE=1`, when one is not there) and never again.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::forged::{draft, journal, now, pair};
use super::{NamesUnderWords, Rest, format};
use crate::companion::{InvitationIn, SpokenWords};
use crate::id::{ThreadId, hex, unhex};
use crate::keeping::watch::Watch;
use crate::seal::{AuthKey, AuthPublic, Cost, Identity, Sealed};
use crate::tongue::Tongue;
use crate::{CompanionId, NewCompanion};

/// The keys of one golden exchange.
#[derive(Serialize, Deserialize)]
struct Keys {
    reader_identity: String,
    reader_auth: String,
    writer_public: String,
    thread: ThreadId,
    words: String,
    inviting_words: String,
    text: String,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/letters")
}

fn write(name: &str, bytes: &[u8]) {
    crate::make_private_folder(&folder()).unwrap();
    crate::write_whole(&folder().join(name), bytes).unwrap();
}

fn write_golden() {
    let ((_a, mut aki), (_b, mut bo)) = (journal(), journal());
    let new = NewCompanion {
        called: "Bo".to_owned(),
        my_name: "Aki".to_owned(),
        tie: None,
    };
    let invitation = aki.invite(&new, Tongue::Ja, Cost::CHEAP, now()).unwrap();
    write("invite-1.age", &invitation.sealed);
    let (to_bo, to_aki) = pair(&mut aki, &mut bo);
    let text = "駅のベンチで三十分ならんだ。\nLe fleuve est gelé.\n\nA line in English.";
    let mut letter = draft(to_bo, text);
    letter.cover = "A cover.".to_owned();
    let id = aki.keep_letter_draft(None, &letter, now()).unwrap();
    let sealing = aki.sealings(id, now()).unwrap().remove(0);
    let file = aki.seal_letter(&sealing, Rest::SendNow, now()).unwrap();
    write("letter-1.age", &file.bytes);
    write("letter-1.asc", file.armored().unwrap().as_bytes());
    let mut letter = draft(CompanionId::fresh(), text);
    letter.to.clear();
    letter.under_words = Some(NamesUnderWords {
        my_name: "Aki".to_owned(),
        their_name: "Marguerite".to_owned(),
    });
    let id = aki.keep_letter_draft(None, &letter, now()).unwrap();
    let sealing = aki.sealings(id, now()).unwrap().remove(0);
    let under_words = aki
        .seal_under_words(&sealing, Rest::SendNow, Tongue::Fr, Cost::CHEAP, now())
        .unwrap();
    write("letter-1-under-words.age", &under_words.bytes);
    let row = bo.rows().companion(to_aki).unwrap();
    let keys = Keys {
        reader_identity: row.identity.to_string(),
        reader_auth: hex(&row.auth),
        writer_public: row.their_card().unwrap().writes_with,
        thread: row.thread,
        words: under_words.words.shown().join(" "),
        inviting_words: invitation.words.shown().join(" "),
        text: text.to_owned(),
    };
    write("keys-1.json", &serde_json::to_vec_pretty(&keys).unwrap());
}

#[test]
fn letters_of_the_first_form_open_for_ever() {
    if std::env::var_os("AWAI_WRITE").is_some() && !folder().join("keys-1.json").exists() {
        write_golden();
    }
    let read = |name: &str| std::fs::read(folder().join(name)).unwrap();
    let keys: Keys = serde_json::from_slice(&read("keys-1.json")).unwrap();
    let identity = [Identity::parse(&keys.reader_identity).unwrap()];
    let auth = AuthKey::from_bytes(&unhex(&keys.reader_auth).unwrap());
    let writer = AuthPublic::from_bytes(&unhex(&keys.writer_public).unwrap()).unwrap();
    let armored = String::from_utf8(read("letter-1.asc")).unwrap();
    for sealed in [
        Sealed::take(&read("letter-1.age")).unwrap(),
        Sealed::take_pasted(&armored).unwrap(),
    ] {
        let (_, inside) = sealed.open_with(&identity).unwrap();
        let cut = format::cut(&inside).unwrap();
        let (thread, token) = (keys.thread.bytes(), cut.token.unwrap());
        assert!(auth.knows(&writer, format::FORMAT, thread, cut.text, &token));
        let letter = format::read(cut.text).unwrap();
        assert_eq!(letter.parts[0].text.join("\n"), keys.text);
        assert_eq!(
            (letter.thread, letter.cover.as_str()),
            (keys.thread, "A cover.")
        );
    }
    let words = SpokenWords::read(&keys.words).unwrap().phrase().unwrap();
    let sealed = Sealed::take(&read("letter-1-under-words.age")).unwrap();
    let inside = sealed.open_under(&words, &mut Watch::nobody()).unwrap();
    let letter = format::read(format::cut(&inside).unwrap().text).unwrap();
    assert_eq!(letter.recipients, ["Marguerite"]);
    let words = SpokenWords::read(&keys.inviting_words)
        .unwrap()
        .phrase()
        .unwrap();
    let inside = Sealed::take(&read("invite-1.age"))
        .unwrap()
        .open_under(&words, &mut Watch::nobody())
        .unwrap();
    assert_eq!(InvitationIn::read(&inside).unwrap().called(), "Aki");
}
