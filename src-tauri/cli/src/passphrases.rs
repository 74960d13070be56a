//! Where passphrases come from: the terminal, without being shown, or a file. Never an argument or the
//! environment, which other programs can read.

use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::Path;

use awai::speech::Speech;
use awai::{Error, Passphrase, Tongue, Weight, words};
use zeroize::Zeroizing;

use crate::out::say_beside;
use crate::refusal::Refusal;

/// More than any passphrase; a wrong file is not read to its end.
const MOST_BYTES: u64 = 64 * 1024;

/// The passphrase in a file: all of it, without the line break at its end.
pub fn from_file(path: &Path) -> Result<Passphrase, Refusal> {
    Ok(Passphrase::new(&text_of(path)?)?)
}

/// A new passphrase in a file.
pub fn chosen_in_file(path: &Path) -> Result<Passphrase, Refusal> {
    Ok(Passphrase::chosen(&text_of(path)?)?)
}

/// The passphrase of a journal, asked on the terminal.
pub fn asked(speech: &Speech) -> Result<Passphrase, Refusal> {
    let typed = ask(&speech.say("terminal-passphrase", &[]))?;
    Ok(Passphrase::new(&typed)?)
}

/// A new passphrase, asked twice on the terminal; six words when nothing is typed.
pub fn chosen(tongue: Tongue, speech: &Speech) -> Result<Passphrase, Refusal> {
    loop {
        let typed = ask(&speech.say("terminal-new-passphrase", &[]))?;
        if typed.trim().is_empty() {
            return six_words(tongue, speech);
        }
        match Passphrase::weigh(&typed) {
            Weight::Fine => {}
            Weight::Short => {
                say_beside(&speech.say("common-weight-short", &[]));
                continue;
            }
            Weight::Guessable => {
                say_beside(&speech.say("common-weight-guessable", &[]));
                continue;
            }
        }
        let again = ask(&speech.say("terminal-once-more", &[]))?;
        if *again == *typed {
            return Ok(Passphrase::chosen(&typed)?);
        }
        say_beside(&speech.say("terminal-not-the-same", &[]));
    }
}

/// Offers six words until the last of them is typed, which shows that they can be.
///
/// They are part of the prompt: it goes to the terminal itself, even when the answers of the program go
/// into a file.
fn six_words(tongue: Tongue, speech: &Speech) -> Result<Passphrase, Refusal> {
    loop {
        let six = Passphrase::suggest(tongue);
        let phrase = Zeroizing::new(six.join(" "));
        let guessing = Passphrase::guessing(tongue);
        let (list, years) = (
            guessing.list.to_string(),
            guessing.million_years.to_string(),
        );
        let drawn = speech.say("common-six-words", &[("list", &list), ("years", &years)]);
        let last = six.last().map(String::as_str).unwrap_or_default();
        let prompt = format!(
            "\n{drawn}\n\n    {}\n\n{}\n{}\n{}",
            *phrase,
            speech.say("terminal-six-words-stay", &[]),
            speech.say("today-keep-truth", &[]),
            speech.say("terminal-six-words-take", &[]),
        );
        loop {
            let typed = ask(&prompt)?;
            if typed.trim().is_empty() {
                break;
            }
            let typed_last = typed.split_whitespace().last().unwrap_or_default();
            if words::folded(typed_last) == words::folded(last) {
                return Ok(Passphrase::chosen(&phrase)?);
            }
            say_beside(&speech.say("terminal-not-the-same", &[]));
        }
    }
}

/// The eight words of an invitation or a letter, asked on the terminal or read from a file.
pub fn words_asked(file: Option<&Path>, speech: &Speech) -> Result<Zeroizing<String>, Refusal> {
    match file {
        Some(file) => text_of(file),
        None => ask(&speech.say("terminal-eight-words", &[])),
    }
}

/// Something that is typed without being shown.
pub fn ask(prompt: &str) -> Result<Zeroizing<String>, Refusal> {
    match rpassword::prompt_password(format!("{prompt} ")) {
        Ok(typed) => Ok(Zeroizing::new(typed)),
        Err(error) => Err(match error.kind() {
            ErrorKind::UnexpectedEof | ErrorKind::Interrupted => Refusal::Stopped,
            _ => Refusal::NoTerminal,
        }),
    }
}

fn text_of(path: &Path) -> Result<Zeroizing<String>, Refusal> {
    let mut bytes = Zeroizing::new(Vec::with_capacity(4096));
    File::open(path)
        .and_then(|file| file.take(MOST_BYTES + 1).read_to_end(&mut bytes))
        .map_err(|_| Refusal::FileUnreadable)?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(Error::TooLarge.into());
    }
    let text = std::str::from_utf8(&bytes).map_err(|_| Refusal::NotText)?;
    // Some editors begin a file with a byte order mark, which nobody could type.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let text = text.strip_suffix('\n').unwrap_or(text);
    let text = text.strip_suffix('\r').unwrap_or(text);
    Ok(Zeroizing::new(text.to_owned()))
}
