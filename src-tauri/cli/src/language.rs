//! In which language the terminal speaks: `--lang`, else the one chosen in the window, else the system's.

use std::ffi::OsString;

use awai::{Places, SETTINGS, Tongue};

/// The options before the command that are followed by a value.
const WITH_VALUE: [&str; 3] = ["--journal", "--passphrase-file", "--new-passphrase-file"];

/// Commands whose own `--lang` is the language of a page.
const PAGE_LANG: [&str; 2] = ["write", "revise"];

/// The most that the settings file is read of.
const MOST_BYTES: u64 = 64 * 1024;

/// The language to speak. Looked for before anything else is understood, because what goes amiss there is
/// said in it, too.
pub fn of(words: &[OsString]) -> Tongue {
    asked_for(words)
        .or_else(chosen_in_the_window)
        .unwrap_or_else(of_the_system)
}

fn asked_for(words: &[OsString]) -> Option<Tongue> {
    let mut words = words.iter().skip(1).map(|word| word.to_str().unwrap_or(""));
    while let Some(word) = words.next() {
        if word == "--" || PAGE_LANG.contains(&word) {
            return None;
        } else if word == "--lang" {
            return tongue_of(words.next()?);
        } else if let Some(code) = word.strip_prefix("--lang=") {
            return tongue_of(code);
        } else if WITH_VALUE.contains(&word) {
            words.next();
        }
    }
    None
}

fn tongue_of(code: &str) -> Option<Tongue> {
    Tongue::ALL.into_iter().find(|tongue| tongue.code() == code)
}

/// The language in the window's settings; of that file nothing else is read.
fn chosen_in_the_window() -> Option<Tongue> {
    use std::io::Read;
    let path = Places::usual()?.settings.join(SETTINGS);
    let mut text = String::new();
    let file = std::fs::File::open(path).ok()?;
    file.take(MOST_BYTES).read_to_string(&mut text).ok()?;
    let settings: serde_json::Value = serde_json::from_str(&text).ok()?;
    tongue_of(settings.get("language")?.as_str()?)
}

fn of_the_system() -> Tongue {
    ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|setting| !setting.is_empty())
        .map_or(Tongue::En, |setting| Tongue::of_setting(&setting))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(line: &str) -> Option<Tongue> {
        let words: Vec<OsString> = line.split(' ').map(OsString::from).collect();
        asked_for(&words)
    }

    #[test]
    fn the_language_of_a_page_is_not_the_language_of_the_terminal() {
        assert_eq!(asked("awai --lang fr list"), Some(Tongue::Fr));
        assert_eq!(asked("awai list --lang=ja"), Some(Tongue::Ja));
        assert_eq!(asked("awai --json write --lang ja"), None);
        assert_eq!(asked("awai --lang fr write --lang ja"), Some(Tongue::Fr));
        assert_eq!(asked("awai --journal --lang list"), None);
        assert_eq!(asked("awai search -- --lang ja"), None);
    }
}
