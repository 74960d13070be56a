//! Strings that have made other programs stumble.

use std::path::{Path, PathBuf};

/// The Big List of Naughty Strings, and some of our own: bytes that end strings elsewhere, marks that turn text
/// around, words of SQL, of the search language and of JSON, letters made of several characters, and half-width and
/// full-width forms.
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
    let list = of_others("blns/blns.json");
    let more: Vec<String> = serde_json::from_slice(&list).expect("the list is JSON");
    strings.extend(more);
    strings
}

/// Everything that has made a program stumble or a page run: the naughty strings, the payloads of DOMPurify's own
/// tests, the examples of CommonMark, and a few of our own.
pub fn strange() -> Vec<String> {
    let mut strings = naughty();
    strings.extend(
        [
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "[x](javascript:alert(1))",
            "![x](https://example.invalid/x.png)",
            "<svg/onload=alert(1)>",
            "```\n</textarea><b>\n```",
        ]
        .map(str::to_owned),
    );
    let lists = [
        ("xss-dompurify/expect.json", "payload"),
        ("commonmark/examples.json", "markdown"),
    ];
    for (name, field) in lists {
        let text = of_others(name);
        let list: Vec<serde_json::Value> = serde_json::from_slice(&text).expect("the list is JSON");
        let texts = list.iter().filter_map(|one| one[field].as_str());
        strings.extend(texts.map(str::to_owned));
    }
    strings.retain(|text| !text.is_empty());
    strings
}

/// Every text of the JSON test suite, with its name.
pub fn json_suite() -> Vec<(String, Vec<u8>)> {
    let folder = lies_at("json-test-suite/test_parsing");
    let mut texts = Vec::new();
    for file in std::fs::read_dir(folder).expect("the folder can be read") {
        let path = file.expect("its files can be read").path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let bytes = std::fs::read(&path).expect("a file can be read");
        texts.push((name.into_owned(), bytes));
    }
    texts
}

fn of_others(name: &str) -> Vec<u8> {
    std::fs::read(lies_at(name)).expect("what others made is in the repository")
}

fn lies_at(name: &str) -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.join("fixtures/of-others").join(name)
}
