//! The program's sentences: Fluent messages from `ui/locales`, compiled in, the same ones the window shows.

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::tongue::Tongue;

macro_rules! catalogue {
    ($lang:literal: $($file:literal),+ $(,)?) => {
        &[$(include_str!(concat!("../../../ui/locales/", $lang, "/", $file, ".ftl"))),+]
    };
}

macro_rules! catalogues {
    ($($file:literal),+ $(,)?) => {
        const EN: &[&str] = catalogue!("en": $($file),+);
        const JA: &[&str] = catalogue!("ja": $($file),+);
        const FR: &[&str] = catalogue!("fr": $($file),+);
        /// The names of the files that hold the sentences, for the tests.
        pub const FILES: &[&str] = &[$($file),+];
    };
}

catalogues!(
    "common",
    "trouble",
    "welcome",
    "unlock",
    "hiding",
    "today",
    "pictures",
    "letters",
    "arriving",
    "threads",
    "companions",
    "open-letter",
    "sealing",
    "questions",
    "sitting",
    "between",
    "toward",
    "own",
    "guide",
    "looking-back",
    "paper",
    "settings",
    "keeping",
    "takeout",
    "siblings",
    "erasing",
    "terminal",
    "terminal-alive",
    "terminal-keeping"
);

/// All sentences of one language, as Fluent text.
pub fn catalogue(tongue: Tongue) -> String {
    files(tongue).join("\n")
}

fn files(tongue: Tongue) -> &'static [&'static str] {
    match tongue {
        Tongue::En => EN,
        Tongue::Ja => JA,
        Tongue::Fr => FR,
    }
}

/// Says sentences in one language.
pub struct Speech {
    bundle: FluentBundle<FluentResource>,
}

impl Speech {
    /// The sentences of a language, read once: a letter says what it is in all three, and reading them takes longer
    /// than sealing it.
    pub fn of(tongue: Tongue) -> &'static Speech {
        static EN: OnceLock<Speech> = OnceLock::new();
        static JA: OnceLock<Speech> = OnceLock::new();
        static FR: OnceLock<Speech> = OnceLock::new();
        let read = match tongue {
            Tongue::En => &EN,
            Tongue::Ja => &JA,
            Tongue::Fr => &FR,
        };
        read.get_or_init(|| Speech::read(tongue))
    }

    fn read(tongue: Tongue) -> Speech {
        let language = match tongue {
            Tongue::En => unic_langid::LanguageIdentifier::from_bytes(b"en-CA"),
            Tongue::Ja => unic_langid::LanguageIdentifier::from_bytes(b"ja"),
            Tongue::Fr => unic_langid::LanguageIdentifier::from_bytes(b"fr-CA"),
        };
        let mut bundle = FluentBundle::new_concurrent(language.into_iter().collect());
        // Isolation marks are for mixed directions on a page; a terminal would show them as rubbish.
        bundle.set_use_isolating(false);
        for text in files(tongue) {
            // What Fluent could not read is left out here and fails the test of the sentences.
            let resource = match FluentResource::try_new((*text).to_owned()) {
                Ok(resource) => resource,
                Err((resource, _)) => resource,
            };
            let _ = bundle.add_resource(resource);
        }
        Speech { bundle }
    }

    /// A sentence; its key when there is none (which a test forbids).
    pub fn say(&self, key: &str, values: &[(&str, &str)]) -> String {
        let mut args = FluentArgs::new();
        for (name, value) in values {
            // A number is given as one, so that plural forms are chosen by it.
            let value = match is_whole_number(value) {
                true => FluentValue::try_number(value),
                false => FluentValue::from(*value),
            };
            args.set(*name, value);
        }
        let Some(pattern) = self
            .bundle
            .get_message(key)
            .and_then(|message| message.value())
        else {
            return key.to_owned();
        };
        self.bundle
            .format_pattern(pattern, Some(&args), &mut Vec::new())
            .into_owned()
    }
}

/// Only what would be written back the same: a digest such as `12e40…` or a person called “Nan” is no number.
fn is_whole_number(text: &str) -> bool {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    digits && (1..=15).contains(&text.len()) && (text == "0" || !text.starts_with('0'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sentence_can_be_read() {
        for tongue in Tongue::ALL {
            for (name, text) in FILES.iter().zip(files(tongue)) {
                if let Err((_, errors)) = FluentResource::try_new((*text).to_owned()) {
                    panic!("{} {name}: {errors:?}", tongue.code());
                }
            }
        }
    }

    #[test]
    fn every_trouble_has_a_sentence_in_every_language() {
        for tongue in Tongue::ALL {
            let speech = Speech::of(tongue);
            for kind in crate::TroubleKind::ALL {
                let said = speech.say(kind.key(), &[("holder", "7 desk")]);
                assert_ne!(said, kind.key(), "{}", tongue.code());
            }
        }
    }

    #[test]
    fn a_value_that_only_looks_like_a_number_is_said_as_it_is() {
        let speech = Speech::of(Tongue::En);
        for holder in ["12e40 desk", "12e40", "Nan", "inf", "007", "1.50", "７"] {
            let said = speech.say("trouble-held-elsewhere-by", &[("holder", holder)]);
            assert!(said.contains(&format!("({holder})")), "{said}");
        }
    }
}
