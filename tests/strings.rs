//! Strings that have made other programs stumble.

use std::path::Path;

/// The Big List of Naughty Strings where the shared fixtures are, and always what this project carries: bytes
/// that end strings elsewhere, marks that turn text around, words of SQL, of the search language and of JSON,
/// letters made of several characters, and half-width and full-width forms.
#[allow(clippy::print_stdout)] // Said to whoever runs the tests.
pub fn naughty() -> Vec<String> {
    let mut strings: Vec<String> = [
        "\0",
        "a\0b",
        "\u{feff}始まり",
        "\u{202e}うらがえし\u{202c}",
        "\r\n\r\n",
        "\u{2028}\u{2029}",
        "'; DROP TABLE reflection; --",
        "\" OR 1 = 1 --",
        "title:x NEAR(a b, 2) AND NOT \"",
        "{漢字|かんじ}{|}{}",
        "{\"awai\":\"key/1\"}",
        "\\u0000\\ud800",
        "か\u{3099}ｶﾞガ",
        "👩🏽\u{200d}🚀🏳\u{fe0f}\u{200d}🌈",
        "Z\u{351}\u{36b}\u{301}a\u{334}\u{31b}",
        "%s%n%x $HOME `id` ../../etc",
        "œuvre ŒUVRE ﬁ ß ẞ İ ı",
        "\u{e0001}\u{fffe}\u{10ffff}",
    ]
    .map(str::to_owned)
    .to_vec();
    let list = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/fixtures/blns/blns.json");
    match std::fs::read_to_string(&list) {
        Ok(text) => {
            let more: Vec<String> = serde_json::from_str(&text).expect("the list is JSON");
            strings.extend(more);
        }
        Err(_) => println!("The Big List of Naughty Strings is not here: only our own are tried."),
    }
    strings
}
