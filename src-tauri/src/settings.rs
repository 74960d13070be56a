//! How the window looks, speaks and locks: `settings.json`, which holds nothing private. A file that is torn or
//! from another version costs at most the fields that cannot be read.

use std::path::Path;

use awai::{Error, SETTINGS, Tongue};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// The largest the file may be.
const MOST_BYTES: u64 = 64 * 1024;

/// Everything that can be chosen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Settings {
    /// The language of the window.
    #[cfg_attr(test, ts(type = "Language"))]
    pub language: Tongue,
    /// Light or dark.
    pub appearance: Appearance,
    /// The size of writing, in pixels.
    pub text_size: u8,
    /// After how many minutes without anybody the book closes.
    pub lock_after_minutes: u16,
    /// How years are counted.
    pub era: Years,
    /// Pages in Japanese are read in vertical lines.
    pub vertical: bool,
    /// Composed words are shown by the input method, not on the page (Linux).
    pub old_input_style: bool,
    /// Darker ink on lighter paper.
    pub darker_ink: bool,
    /// A new page begins with a question of arriving, which can be put away.
    pub page_asks: bool,
    /// The keys that hide the book at once.
    pub hide_keys: HideKeys,
    /// What becomes of the window when the book is hidden.
    pub hide_then: HideThen,
}

/// Keys pressed together. The page chooses them with care; here only what nobody could live with is turned back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct HideKeys {
    /// A letter or a digit, or f2 to f12, in lower case.
    pub key: String,
    /// Ctrl, or the command key of a Mac.
    #[serde(rename = "mod")]
    pub with_mod: bool,
    pub shift: bool,
    pub alt: bool,
}

/// What becomes of the window when the book is hidden.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum HideThen {
    /// It is minimised.
    Minimise,
    /// The program ends.
    Quit,
}

impl HideKeys {
    /// Ctrl, Shift and L.
    fn usual() -> HideKeys {
        HideKeys {
            key: "l".to_owned(),
            with_mod: true,
            shift: true,
            alt: false,
        }
    }

    /// Whether somebody could write without pressing them: a letter alone would take it from the page.
    fn are_apart_from_writing(&self) -> bool {
        let known = match self.key.strip_prefix('f') {
            Some("") | None => {
                matches!(self.key.as_bytes(), [b'a'..=b'z' | b'0'..=b'9'])
            }
            Some(number) => {
                !number.starts_with('0')
                    && number
                        .parse::<u8>()
                        .is_ok_and(|nth| (2..=12).contains(&nth))
            }
        };
        known && (self.with_mod || self.alt)
    }
}

/// The theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Appearance {
    /// As the system has it.
    System,
    Light,
    Dark,
    ContrastLight,
    ContrastDark,
}

/// How years are counted in dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Years {
    Gregorian,
    /// Reiwa and the eras before it.
    Era,
    Both,
}

impl Settings {
    /// Before anything was chosen.
    pub fn usual(language: Tongue) -> Settings {
        Settings {
            language,
            appearance: Appearance::System,
            text_size: 19,
            lock_after_minutes: 5,
            era: Years::Gregorian,
            vertical: false,
            old_input_style: false,
            darker_ink: false,
            page_asks: false,
            hide_keys: HideKeys::usual(),
            hide_then: HideThen::Minimise,
        }
    }

    /// With numbers and keys that a person can live with: a book that closes after 0 minutes could never be read.
    pub fn within_reason(self) -> Settings {
        let hide_keys = match self.hide_keys.are_apart_from_writing() {
            true => self.hide_keys,
            false => HideKeys::usual(),
        };
        Settings {
            hide_keys,
            text_size: self.text_size.clamp(15, 40),
            lock_after_minutes: self.lock_after_minutes.clamp(1, 24 * 60),
            ..self
        }
    }
}

/// What is kept in the folder; what is not there, or cannot be read, is as usual.
pub fn kept_in(folder: &Path) -> Settings {
    let usual = Settings::usual(tongue_of_the_system());
    let file = object_in(folder).unwrap_or_default();
    Settings {
        language: field(&file, "language", usual.language),
        appearance: field(&file, "appearance", usual.appearance),
        text_size: field(&file, "text_size", usual.text_size),
        lock_after_minutes: field(&file, "lock_after_minutes", usual.lock_after_minutes),
        era: field(&file, "era", usual.era),
        vertical: field(&file, "vertical", usual.vertical),
        old_input_style: field(&file, "old_input_style", usual.old_input_style),
        darker_ink: field(&file, "darker_ink", usual.darker_ink),
        page_asks: field(&file, "page_asks", usual.page_asks),
        hide_keys: field(&file, "hide_keys", usual.hide_keys),
        hide_then: field(&file, "hide_then", usual.hide_then),
    }
    .within_reason()
}

/// Keeps settings in the folder. Fields that a newer version put there stay.
pub fn keep_in(folder: &Path, settings: &Settings) -> awai::Result<()> {
    let fault = |_| Error::Unexpected("settings");
    let mut file = object_in(folder).unwrap_or_default();
    if let Value::Object(ours) = serde_json::to_value(settings).map_err(fault)? {
        file.extend(ours);
    }
    let text = serde_json::to_string_pretty(&file).map_err(fault)?;
    awai::make_private_folder(folder)?;
    awai::write_whole(&folder.join(SETTINGS), format!("{text}\n").as_bytes())
}

fn object_in(folder: &Path) -> Option<Map<String, Value>> {
    let path = folder.join(SETTINGS);
    if std::fs::metadata(&path).ok()?.len() > MOST_BYTES {
        return None;
    }
    serde_json::from_slice(&std::fs::read(&path).ok()?).ok()
}

fn field<T: DeserializeOwned>(file: &Map<String, Value>, name: &str, usual: T) -> T {
    let kept = file.get(name).cloned().map(serde_json::from_value);
    kept.and_then(Result::ok).unwrap_or(usual)
}

/// The language the system speaks, asked here and never of the web view, which answers "C" on some systems.
fn tongue_of_the_system() -> Tongue {
    sys_locale::get_locale().map_or(Tongue::En, |name| Tongue::of_setting(&name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(text: &str) -> Settings {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(SETTINGS), text).unwrap();
        kept_in(folder.path())
    }

    fn chosen() -> Settings {
        Settings {
            text_size: 24,
            appearance: Appearance::ContrastDark,
            ..Settings::usual(Tongue::Fr)
        }
    }

    #[test]
    fn what_was_chosen_is_there_at_the_next_start() {
        let folder = tempfile::tempdir().unwrap();
        let inside = folder.path().join("awai");
        keep_in(&inside, &chosen()).unwrap();
        assert_eq!(kept_in(&inside), chosen());
    }

    #[test]
    fn a_torn_file_is_as_if_nothing_was_chosen() {
        let usual = Settings::usual(tongue_of_the_system());
        for text in ["", "{", "[]", "null", "{\"text_size\": 2", "\u{0}"] {
            assert_eq!(kept(text), usual, "{text}");
        }
    }

    #[test]
    fn a_field_that_cannot_be_read_costs_only_itself() {
        let settings =
            kept(r#"{"language":"ja","appearance":"sepia","text_size":"huge","darker_ink":true}"#);
        assert_eq!(settings.language, Tongue::Ja);
        assert_eq!(settings.appearance, Appearance::System);
        assert_eq!(settings.text_size, 19);
        assert!(settings.darker_ink);
    }

    #[test]
    fn numbers_stay_within_reason() {
        let settings = kept(r#"{"text_size":200,"lock_after_minutes":0}"#);
        assert_eq!((settings.text_size, settings.lock_after_minutes), (40, 1));
    }

    #[test]
    fn keys_that_would_be_pressed_while_writing_are_as_usual() {
        let usual = HideKeys::usual();
        let keys = |key: &str, with_mod, alt| {
            let keys = format!(
                r#"{{"hide_keys":{{"key":"{key}","mod":{with_mod},"shift":true,"alt":{alt}}}}}"#
            );
            kept(&keys).hide_keys
        };
        for key in ["", "L", "ll", "escape", "f1", "f13", "f02", "é", ",", " "] {
            assert_eq!(keys(key, true, false), usual, "{key}");
        }
        assert_eq!(keys("k", false, false), usual, "a letter with Shift alone");
        assert_eq!(kept(r#"{"hide_keys":"ctrl+k"}"#).hide_keys, usual);
        for (key, with_mod, alt) in [("k", true, false), ("7", false, true), ("f12", true, true)] {
            let chosen = keys(key, with_mod, alt);
            assert_eq!((chosen.key.as_str(), chosen.with_mod), (key, with_mod));
        }
    }

    #[test]
    fn what_a_newer_version_keeps_there_stays() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(SETTINGS);
        std::fs::write(&path, r#"{"lamp":"lit"}"#).unwrap();
        keep_in(folder.path(), &chosen()).unwrap();
        assert!(
            std::fs::read_to_string(path)
                .unwrap()
                .contains("\"lamp\": \"lit\"")
        );
    }
}
