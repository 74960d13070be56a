//! Every sentence of the product: there in three languages, said somewhere, set as each language sets it.

use std::collections::{BTreeMap, BTreeSet};

use crate::{files, has_word, nobody};

const TONGUES: [&str; 3] = ["en", "ja", "fr"];

/// The words of product language that are avoided, by language.
const AVOIDED: &str = include_str!("avoided.txt");

/// The sentences of one language: key to text, without comments.
fn sentences(tongue: &str) -> BTreeMap<String, String> {
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    let mut key = String::new();
    for (path, text) in files(&format!("ui/locales/{tongue}"), ".ftl") {
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            match line.split_once(" = ") {
                Some((name, words)) if !line.starts_with([' ', '}']) => {
                    key = name.to_owned();
                    let twice = found.insert(key.clone(), words.to_owned());
                    assert!(twice.is_none(), "{path}: {key} stands twice");
                }
                _ if line.ends_with(" =") => {
                    key = line.trim_end_matches(" =").to_owned();
                    found.insert(key.clone(), String::new());
                }
                _ => {
                    let sentence = found.entry(key.clone()).or_default();
                    sentence.push(' ');
                    sentence.push_str(line.trim());
                }
            }
        }
    }
    found
}

/// Everything the program itself says in one language: its sentences, the questions of the library, the examples.
fn built_in(tongue: &str) -> BTreeMap<String, String> {
    let mut said = sentences(tongue);
    for (path, text) in files("assets", ".json") {
        let told: serde_json::Value = serde_json::from_str(&text).expect("the assets are JSON");
        gather_of(&told, tongue, &path, &mut said);
    }
    said
}

fn gather_of(
    told: &serde_json::Value,
    tongue: &str,
    path: &str,
    said: &mut BTreeMap<String, String>,
) {
    match told {
        serde_json::Value::Object(fields) => {
            for (name, value) in fields {
                match value.as_str() {
                    Some(words) if name == tongue => {
                        said.insert(format!("{path} {}", said.len()), words.to_owned());
                    }
                    _ => gather_of(value, tongue, path, said),
                }
            }
        }
        serde_json::Value::Array(list) => {
            for value in list {
                gather_of(value, tongue, path, said);
            }
        }
        _ => {}
    }
}

fn variables(sentence: &str) -> BTreeSet<String> {
    sentence
        .split('$')
        .skip(1)
        .map(|rest| {
            rest.chars()
                .take_while(|c| c.is_ascii_alphanumeric() || *c == '_' || *c == '-')
                .collect()
        })
        .collect()
}

#[test]
fn the_three_languages_say_the_same_things() {
    let [en, ja, fr] = TONGUES.map(sentences);
    for (tongue, other) in [("ja", &ja), ("fr", &fr)] {
        let keys = |all: &BTreeMap<String, String>| all.keys().cloned().collect::<BTreeSet<_>>();
        let apart: Vec<String> = keys(&en)
            .symmetric_difference(&keys(other))
            .map(|key| format!("{tongue}: {key}"))
            .collect();
        nobody(&apart, "every sentence exists in every language");
        let unlike: Vec<String> = en
            .iter()
            .filter(|(key, words)| variables(words) != variables(&other[*key]))
            .map(|(key, _)| format!("{tongue}: {key}"))
            .collect();
        nobody(&unlike, "with the same values");
        let empty: Vec<String> = other
            .iter()
            .filter(|(_, words)| words.trim().is_empty())
            .map(|(key, _)| format!("{tongue}: {key}"))
            .collect();
        nobody(&empty, "and none is empty");
    }
}

#[test]
fn every_sentence_is_said_somewhere() {
    let mut code = String::new();
    for (_, text) in files("ui", ".js")
        .into_iter()
        .chain(files("src-tauri", ".rs"))
    {
        code.push_str(&text);
    }
    // Keys that are put together from a part that varies.
    let woven = ["trouble-", "terminal-about-", "terminal-option-"];
    let silent: Vec<String> = sentences("en")
        .into_keys()
        .filter(|key| {
            !woven.iter().any(|stem| key.starts_with(stem))
                && !code.contains(&format!("\"{key}\""))
                && !code.contains(&format!("`{key}`"))
        })
        .collect();
    nobody(&silent, "no sentence is left over");
}

#[test]
fn every_sentence_that_is_asked_for_is_there() {
    let known = sentences("en");
    let mut lacking = Vec::new();
    for (path, text) in files("ui", ".js") {
        for rest in text.split("t(\"").skip(1) {
            let key = rest.split('"').next().unwrap_or_default();
            let is_key = key.contains('-')
                && key.starts_with(|c: char| c.is_ascii_lowercase())
                && key
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
            lacking.extend((is_key && !known.contains_key(key)).then(|| format!("{path}: {key}")));
        }
    }
    nobody(&lacking, "no sentence lacks");
}

#[test]
fn the_program_speaks_with_its_own_words() {
    let mut broken = Vec::new();
    for line in AVOIDED.lines().filter(|line| !line.starts_with('#')) {
        let (tongue, words) = line.split_once(": ").expect("a language, then its words");
        let avoided: Vec<&str> = words.split(", ").collect();
        for (key, sentence) in built_in(tongue) {
            // プログラム holds the letters of ログ; a key, an option and a button of others are called as they are.
            let said = sentence
                .to_lowercase()
                .replace("プログラム", "")
                .replace("touche entrée", "")
                .replace("--help", "")
                .replace("off the record mode", "");
            let found = avoided.iter().filter(|word| {
                if tongue == "ja" {
                    said.contains(*word)
                } else {
                    has_word(&said, word)
                }
            });
            // The questions were agreed on word for word: "just before it slipped" hurries nobody.
            let agreed = [
                "just",
                "simply",
                "should",
                "help",
                "fixing",
                "complete",
                "skipped",
                "支援",
                "régler",
                "simplement",
                "aide",
            ];
            let found = found
                .filter(|word| !(key.starts_with("assets/questions/") && agreed.contains(*word)));
            broken.extend(found.map(|word| format!("{tongue} {key}: {word}")));
            broken.extend(
                sentence
                    .contains(['!', '！'])
                    .then(|| format!("{tongue} {key}: an exclamation mark")),
            );
        }
    }
    nobody(&broken, "no word that the product avoids");
}

#[test]
fn french_is_set_as_in_quebec() {
    let mut broken = Vec::new();
    for (key, sentence) in built_in("fr") {
        let words = sentence.replace("{ ", "{").replace(" }", "}");
        for (bad, why) in [
            (" ?", "a space before ?"),
            (" !", "a space before !"),
            (" ;", "a space before ;"),
            (" :", "a breaking space before a colon"),
            ("« ", "a breaking space after «"),
            (" »", "a breaking space before »"),
            ("'", "a typewriter apostrophe"),
        ] {
            broken.extend(words.contains(bad).then(|| format!("{key}: {why}")));
        }
        broken.extend(
            words
                .match_indices([':', '»'])
                .filter(|(at, _)| {
                    !words[..*at].ends_with('\u{a0}')
                        && *at > 0
                        && !words[..*at].ends_with(|c: char| c.is_ascii_digit() || c == '/')
                })
                .map(|(_, sign)| format!("{key}: no no-break space before {sign}")),
        );
    }
    nobody(&broken, "French of Québec");
}

#[test]
fn japanese_is_set_as_in_japan() {
    let mut broken = Vec::new();
    for (key, sentence) in built_in("ja") {
        let kana = |c: char| {
            ('\u{3040}'..='\u{30ff}').contains(&c) || ('\u{4e00}'..='\u{9fff}').contains(&c)
        };
        let letters: Vec<char> = sentence.chars().collect();
        let narrow = letters
            .windows(2)
            .any(|pair| kana(pair[0]) && [',', '.', '?', '(', ':'].contains(&pair[1]));
        broken.extend(narrow.then_some(key));
    }
    nobody(&broken, "full-width signs beside Japanese");
}
