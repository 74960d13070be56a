//! The text of a letter: written, and read in a fixed order within limits. Who wrote it is verified on the bytes before
//! the JSON reader sees one of them.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use zeroize::Zeroizing;

use super::pad::padded;
use super::pictures;
use super::{
    Letter, LetterFile, MOST_FILE_BYTES, MOST_FILES, MOST_NOTE_BYTES, MOST_PART_BYTES, MOST_PARTS,
    MOST_RELEASES, Part,
};
use crate::error::{Error, Result};
use crate::seal::TOKEN_BYTES;
use crate::strict_json;

/// What stands before the token, and in what the token binds.
pub(crate) const FORMAT: &str = "awai-letter/1";
const NAME: &str = "awai-letter/";
/// No first line of ours is longer than this.
const LONGEST_FIRST_LINE: usize = 256;
/// In place of a token, when nobody vouches.
const NO_TOKEN: &str = "-";

/// The first line: a token of 48 bytes in base64 or nothing.
pub(crate) fn first_line(token: Option<&[u8; TOKEN_BYTES]>) -> String {
    match token {
        Some(token) => format!("{FORMAT} {}\n", BASE64_STANDARD.encode(token)),
        None => format!("{FORMAT} {NO_TOKEN}\n"),
    }
}

/// The text behind the first line: pretty JSON, a line feed, and spaces up to a padded size.
pub(crate) fn text_of(letter: &Letter) -> Result<String> {
    let mut text = serde_json::to_string_pretty(letter).map_err(|_| Error::Unexpected("letter"))?;
    text.push('\n');
    // The first line with a token is always as long as this one.
    let before = first_line(Some(&[0; TOKEN_BYTES])).len();
    let whole = padded(before + text.len());
    text.extend(std::iter::repeat_n(' ', whole - before - text.len()));
    Ok(text)
}

/// An opened file, cut at its first line feed.
pub(crate) struct Cut<'a> {
    /// The major version.
    pub major: u32,
    /// The token, when there is one of the right length.
    pub token: Option<[u8; TOKEN_BYTES]>,
    /// The bytes that the token covers.
    pub text: &'a [u8],
}

/// Cuts an opened file at its first line.
///
/// # Errors
/// [`Error::NotFromAwai`] when the first line is not that of a letter.
pub(crate) fn cut(inside: &[u8]) -> Result<Cut<'_>> {
    let head = inside.get(..inside.len().min(LONGEST_FIRST_LINE));
    let end = head
        .and_then(|head| head.iter().position(|byte| *byte == b'\n'))
        .ok_or(Error::NotFromAwai)?;
    let (first, text) = inside.split_at_checked(end).ok_or(Error::NotFromAwai)?;
    let first = std::str::from_utf8(first).map_err(|_| Error::NotFromAwai)?;
    let (major, token) = first
        .strip_prefix(NAME)
        .and_then(|rest| rest.split_once(' '))
        .ok_or(Error::NotFromAwai)?;
    let digits = !major.is_empty() && major.bytes().all(|byte| byte.is_ascii_digit());
    let major = digits.then(|| major.parse().ok()).flatten();
    Ok(Cut {
        major: major.ok_or(Error::NotFromAwai)?,
        token: BASE64_STANDARD
            .decode(token)
            .ok()
            .and_then(|token| token.try_into().ok()),
        text: text.get(1..).unwrap_or_default(),
    })
}

/// A letter, from the bytes behind the first line.
///
/// # Errors
/// [`Error::LetterNotText`], [`Error::LetterForm`], [`Error::LetterTooMuch`], [`Error::LetterPicture`], in this order.
pub(crate) fn read(text: &[u8]) -> Result<Letter> {
    let text = std::str::from_utf8(text).map_err(|_| Error::LetterNotText)?;
    let letter: Letter = strict_json::read(text).ok_or(Error::LetterForm)?;
    admit(&letter)?;
    Ok(letter)
}

/// What a reader must understand to read a letter rightly, when this program does not; looked at before the rest.
pub(crate) fn unmet_needs(text: &[u8]) -> Result<Vec<String>> {
    #[derive(serde::Deserialize)]
    struct Needs {
        #[serde(default)]
        needs: Vec<String>,
    }
    let text = std::str::from_utf8(text).map_err(|_| Error::LetterNotText)?;
    let needs: Needs = strict_json::read(text).ok_or(Error::LetterForm)?;
    // So far there is nothing that a reader of this version could lack or have.
    Ok(needs.needs)
}

/// The same limits hold for what is written and for what is read.
pub(crate) fn admit(letter: &Letter) -> Result<()> {
    let too_many = letter.parts.len() > MOST_PARTS
        || letter.files.len() > MOST_FILES
        || letter.recipients.len() > MOST_PARTS
        || letter.releases.len() > MOST_RELEASES
        || letter.needs.len() > MOST_PARTS;
    let too_long = letter.have.len() > MOST_PART_BYTES
        || notes(letter).any(|note| note.len() > MOST_NOTE_BYTES)
        || letter
            .parts
            .iter()
            .any(|part| part_bytes(part) > MOST_PART_BYTES);
    if too_many || too_long {
        return Err(Error::LetterTooMuch);
    }
    if let Some(agreement) = &letter.agreement {
        agreement.admit()?;
    }
    if let Some(question) = &letter.question {
        question.question.admit().map_err(|_| Error::LetterForm)?;
    }
    let files = u32::try_from(letter.files.len()).unwrap_or(u32::MAX);
    for part in &letter.parts {
        if part.files.iter().any(|file| *file >= files) {
            return Err(Error::LetterForm);
        }
    }
    for file in &letter.files {
        admit_file(file)?;
    }
    Ok(())
}

/// Every text of a letter that stands around its passages. The window draws each as one piece, so that none may be long.
fn notes(letter: &Letter) -> impl Iterator<Item = &str> {
    let around = [
        &letter.lang,
        &letter.writer,
        &letter.sealed,
        &letter.cover,
        &letter.please.words,
    ];
    let answers = letter.agreement.iter().flat_map(|it| &it.answers);
    let asked = letter
        .same_question
        .iter()
        .chain(letter.parts.iter().filter_map(|part| part.asked.as_ref()))
        .chain(answers.map(|answer| &answer.asked))
        .flat_map(|asked| [&asked.text, &asked.lang]);
    let parts = letter.parts.iter();
    around
        .into_iter()
        .chain(&letter.recipients)
        .chain(letter.agreement.iter().map(|it| &it.reread))
        .chain(letter.question.iter().map(|it| &it.changed_because))
        .chain(asked)
        .chain(parts.flat_map(|part| [&part.title, &part.date, &part.lang]))
        .chain(letter.files.iter().map(|file| &file.words))
        .map(String::as_str)
}

fn part_bytes(part: &Part) -> usize {
    let asked = part.asked.as_ref().map_or(0, |asked| asked.text.len());
    let lines: usize = part.text.iter().map(|line| line.len() + 1).sum();
    part.title.len() + part.date.len() + asked + lines
}

fn admit_file(file: &LetterFile) -> Result<()> {
    if file.base64.len() > MOST_FILE_BYTES / 3 * 4 + 8 {
        return Err(Error::LetterTooMuch);
    }
    pictures::admit(&file.sort, &file_bytes(file)?)
}

/// The bytes of a file that goes along.
pub(crate) fn file_bytes(file: &LetterFile) -> Result<Zeroizing<Vec<u8>>> {
    let bytes = BASE64_STANDARD
        .decode(&file.base64)
        .map_err(|_| Error::LetterPicture)?;
    Ok(Zeroizing::new(bytes))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::seal::TOKEN_BYTES;

    fn plain() -> Value {
        json!({
            "id": "0".repeat(32), "thread": "1".repeat(32), "seq": 1, "kind": "letter", "writer": "Aki",
            "parts": [{"text": ["Hello."]}],
        })
    }

    fn letter(change: impl FnOnce(&mut Value)) -> Letter {
        let mut value = plain();
        change(&mut value);
        serde_json::from_value(value).unwrap()
    }

    fn is_too_much(letter: &Letter) -> bool {
        match admit(letter) {
            Ok(()) => false,
            Err(Error::LetterTooMuch) => true,
            Err(other) => panic!("{other}"),
        }
    }

    #[test]
    fn a_letter_is_as_long_as_its_padded_size_and_only_spaces_are_added() {
        let token = first_line(Some(&[0; TOKEN_BYTES]));
        for words in [0, 1, 300, 5_000, 70_000] {
            let letter = letter(|it| it["parts"][0]["text"] = json!(["x".repeat(words)]));
            let text = text_of(&letter).unwrap();
            let bare = serde_json::to_string_pretty(&letter).unwrap() + "\n";
            assert_eq!(text.trim_end_matches(' '), bare);
            assert_eq!(token.len() + text.len(), padded(token.len() + bare.len()));
            assert_eq!(read(text.as_bytes()).unwrap(), letter);
        }
    }

    #[test]
    fn the_number_of_the_form_is_written_in_digits_and_in_nothing_else() {
        assert_eq!(cut(b"awai-letter/12 -\n{}").unwrap().major, 12);
        for form in ["+1", "-1", "", " 1", "1.0", "0x1", "\u{ff11}"] {
            let told = cut(format!("awai-letter/{form} -\n{{}}").as_bytes()).err();
            assert!(matches!(told, Some(Error::NotFromAwai)), "{form}");
        }
    }

    #[test]
    fn there_may_be_as_many_of_everything_as_there_may_and_not_one_more() {
        let many = |name: &str, one: Value, most: usize| {
            let with = |number: usize| letter(|it| it[name] = json!(vec![one.clone(); number]));
            assert!(!is_too_much(&with(most)), "{name}");
            assert!(is_too_much(&with(most + 1)), "{name}");
        };
        many("parts", json!({"text": ["x"]}), MOST_PARTS);
        many("recipients", json!("Bo"), MOST_PARTS);
        many("releases", json!("0".repeat(32)), MOST_RELEASES);
        many("needs", json!("voices"), MOST_PARTS);
        many(
            "files",
            json!({"type": "text", "base64": "aGk="}),
            MOST_FILES,
        );
    }

    #[test]
    fn every_text_around_the_passages_may_be_as_long_as_it_may_and_not_one_byte_longer() {
        fn asked(text: &str, lang: &str) -> Value {
            json!({"question": "community-2", "n": 1, "text": text, "lang": lang})
        }
        fn agreed(asked: &Value, reread: &str) -> Value {
            json!({"version": 1, "reread": reread, "answers": [{"asked": asked, "text": ["x"]}]})
        }
        let part = |name: &str, text: Value| json!([{"text": ["x"]}, {"text": ["x"], name: text}]);
        let question = json!({"id": "community-2", "n": 1, "text": {"en": "What stays?"}});
        type Puts<'a> = Box<dyn Fn(&str) -> (&'static str, Value) + 'a>;
        let everywhere: [Puts<'_>; 17] = [
            Box::new(|it| ("lang", json!(it))),
            Box::new(|it| ("writer", json!(it))),
            Box::new(|it| ("sealed", json!(it))),
            Box::new(|it| ("cover", json!(it))),
            Box::new(|it| ("please", json!({"words": it}))),
            Box::new(|it| ("recipients", json!(["Bo", it]))),
            Box::new(|it| ("same_question", asked(it, "en"))),
            Box::new(|it| ("same_question", asked("x", it))),
            Box::new(|it| ("agreement", agreed(&asked(it, "en"), ""))),
            Box::new(|it| ("agreement", agreed(&asked("x", it), ""))),
            Box::new(|it| ("agreement", agreed(&asked("x", "en"), it))),
            Box::new(|it| {
                (
                    "question",
                    json!({"question": question, "changed_because": it}),
                )
            }),
            Box::new(|it| ("parts", part("title", json!(it)))),
            Box::new(|it| ("parts", part("date", json!(it)))),
            Box::new(|it| ("parts", part("lang", json!(it)))),
            Box::new(|it| ("parts", part("asked", asked(it, "en")))),
            Box::new(|it| {
                (
                    "files",
                    json!([{"type": "text", "words": it, "base64": "aGk="}]),
                )
            }),
        ];
        for puts in everywhere {
            let with = |bytes: usize| {
                let (at, value) = puts(&"x".repeat(bytes));
                (at, letter(|it| it[at] = value))
            };
            let (at, fits) = with(16 * 1024);
            assert!(!is_too_much(&fits), "{at}");
            let (at, longer) = with(16 * 1024 + 1);
            assert!(is_too_much(&longer), "{at}");
        }
        // What came of the reader's letters is never drawn, and of many with gaps it is long.
        let have = |bytes: usize| letter(|it| it["have"] = json!("1".repeat(bytes)));
        assert!(!is_too_much(&have(MOST_PART_BYTES)));
        assert!(is_too_much(&have(MOST_PART_BYTES + 1)));
    }

    #[test]
    fn all_the_words_of_a_part_count_together_wherever_they_stand_in_it() {
        let asked = json!({"question": "community-2", "n": 1, "text": "12345", "lang": "en"});
        // Three bytes, three, five, and two lines with an end each.
        let part = |rest: usize| {
            let lines = ["1".to_owned(), "x".repeat(rest)];
            let part = json!({"title": "123", "date": "123", "asked": asked, "text": lines});
            letter(|it| it["parts"] = json!([part]))
        };
        let rest = MOST_PART_BYTES - (3 + 3 + 5 + 1 + 1 + 1);
        assert!(!is_too_much(&part(rest)));
        assert!(is_too_much(&part(rest + 1)));
    }

    #[test]
    fn a_picture_of_the_greatest_length_comes_through_its_letters() {
        let mut points = Vec::new();
        let picture = image::DynamicImage::new_rgb8(2, 2);
        let mut out = std::io::Cursor::new(&mut points);
        picture.write_to(&mut out, image::ImageFormat::Png).unwrap();
        // Whatever stands behind the last chunk is part of the file.
        points.resize(MOST_FILE_BYTES, 0);
        let with = |bytes: &[u8]| {
            let file = json!({"type": "png", "base64": BASE64_STANDARD.encode(bytes)});
            letter(|it| it["files"] = json!([file]))
        };
        assert!(!is_too_much(&with(&points)));
        points.push(0);
        assert!(is_too_much(&with(&points)));
    }

    #[test]
    fn a_question_that_is_passed_on_is_one() {
        let with = |wording: u32| {
            let text = json!({"en": "What stays?"});
            let question = json!({"id": "community-2", "n": wording, "text": text});
            admit(&letter(|it| it["question"] = json!({"question": question})))
        };
        assert!(with(1).is_ok());
        assert!(matches!(with(0), Err(Error::LetterForm)));
    }
}
