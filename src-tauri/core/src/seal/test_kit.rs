//! The age project's own test kit, and Wycheproof's vectors of X25519, on our reader.

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::Read;
    use std::path::{Path, PathBuf};

    use sha2::{Digest, Sha256};

    use super::super::keys::Identity;
    use super::super::sealed::Sealed;
    use super::super::token::AuthPublic;
    use crate::error::Error;
    use crate::id::hex;
    use crate::keeping::watch::Watch;
    use crate::passphrase::Passphrase;

    fn of_others(name: &str) -> PathBuf {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        here.join("../../tests/fixtures/of-others").join(name)
    }

    /// One vector: what is expected, the keys, and the file.
    struct Vector {
        expect: String,
        payload: Option<String>,
        identities: Vec<Identity>,
        unread_identities: usize,
        phrases: Vec<String>,
        file: Vec<u8>,
    }

    impl Vector {
        fn read(bytes: &[u8]) -> Vector {
            let end = bytes.windows(2).position(|two| two == b"\n\n").unwrap();
            let mut vector = Vector {
                expect: String::new(),
                payload: None,
                identities: Vec::new(),
                unread_identities: 0,
                phrases: Vec::new(),
                file: bytes[end + 2..].to_vec(),
            };
            for line in std::str::from_utf8(&bytes[..end]).unwrap().lines() {
                let (key, value) = line.split_once(": ").unwrap();
                match key {
                    "expect" => vector.expect = value.to_owned(),
                    "payload" => vector.payload = Some(value.to_owned()),
                    "identity" => match Identity::parse(value) {
                        Some(identity) => vector.identities.push(identity),
                        None => vector.unread_identities += 1,
                    },
                    "passphrase" => vector.phrases.push(value.to_owned()),
                    "compressed" => {
                        let mut whole = Vec::new();
                        flate2::read::ZlibDecoder::new(vector.file.as_slice())
                            .read_to_end(&mut whole)
                            .unwrap();
                        vector.file = whole;
                    }
                    _ => {}
                }
            }
            vector
        }

        /// What our reader makes of it: the digest of the text, or why not.
        fn open(&self) -> Result<String, Error> {
            let sealed = Sealed::take(&self.file)?;
            let inside = if sealed.is_under_words()? {
                let phrases = self
                    .phrases
                    .iter()
                    .map(|typed| Passphrase::new(typed).unwrap());
                let mut opened = Err(Error::NotForThisJournal);
                for phrase in phrases {
                    opened = sealed.open_under(&phrase, &mut Watch::nobody());
                }
                opened?
            } else {
                sealed.open_with(&self.identities)?.1
            };
            Ok(hex(&Sha256::digest(&*inside)))
        }
    }

    /// Which of our refusals stand for an expectation of the kit. A reader that first looks at the whole header and the
    /// armor cannot tell some of them apart; none of them is ever taken for a success.
    /// Vectors that the `age` crate reads although the specification refuses them: stanzas without their closing short
    /// line, which an early age wrote. The file key and every byte are verified all the same.
    const READ_ALL_THE_SAME: [&str; 2] = ["stanza_missing_body", "stanza_missing_final_line"];

    fn stands_for(expect: &str, error: &Error) -> bool {
        match expect {
            "header failure" | "armor failure" => {
                matches!(error, Error::NotALetter | Error::LetterAsksTooMuch)
            }
            "no match" => matches!(error, Error::NotForThisJournal | Error::WordsDoNotOpen),
            "HMAC failure" => matches!(error, Error::LetterTorn),
            "payload failure" => matches!(error, Error::LetterTorn | Error::NotALetter),
            _ => false,
        }
    }

    #[test]
    fn the_age_test_kit_agrees_with_our_reader() {
        let folder = of_others("cctv-age/testdata");
        let (mut looked, mut hybrid, mut apart) = (0, 0, Vec::new());
        for file in fs::read_dir(folder).unwrap() {
            let path = file.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let vector = Vector::read(&fs::read(&path).unwrap());
            looked += 1;
            hybrid += usize::from(name.contains("hybrid"));
            let agrees = match vector.open() {
                Ok(digest) => vector.expect == "success" && vector.payload == Some(digest),
                Err(error) => stands_for(&vector.expect, &error),
            };
            if agrees == READ_ALL_THE_SAME.contains(&name.as_str()) {
                let opened = vector.open();
                apart.push(format!("{name}: {} expected, {opened:?}", vector.expect));
            }
        }
        apart.sort();
        assert!(apart.is_empty(), "{}", apart.join("\n"));
        assert_eq!((looked, hybrid), (143, 19));
    }

    #[test]
    fn wycheproof_agrees_with_the_key_agreement_that_tells_who_wrote() {
        let path = of_others("wycheproof/x25519_test.json");
        let whole: serde_json::Value = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
        let bytes = |test: &serde_json::Value, name: &str| -> [u8; 32] {
            crate::id::unhex(test[name].as_str().unwrap()).unwrap()
        };
        let (mut looked, mut refused) = (0, 0);
        for test in whole["testGroups"][0]["tests"].as_array().unwrap() {
            let shared = bytes(test, "shared");
            let public = bytes(test, "public");
            assert_eq!(x25519_dalek::x25519(bytes(test, "private"), public), shared);
            let taken = AuthPublic::from_bytes(&public).is_some();
            assert_eq!(taken, shared != [0; 32], "{}", test["tcId"]);
            looked += 1;
            refused += usize::from(!taken);
        }
        assert_eq!(looked, whole["numberOfTests"]);
        assert!(refused > 10);
    }
}
