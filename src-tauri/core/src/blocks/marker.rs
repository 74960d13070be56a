//! The two markers of a body, each alone on its line:
//!
//! * `![words](picture:0123…ef)` is a picture kept with the page; the words say what it shows, and the
//!   address is its public id, 32 lowercase hexadecimal characters;
//! * `![](gone:picture)`, and `sound`, `film` or `file` in its place, is something that stood here in
//!   another program and could not be brought along. It is said, visibly, where it was.
//!
//! Both have the form every Markdown reader takes for a picture, so that a page that leaves this program
//! is still plain text that says where a picture stood. Inside the words, `\`, `[` and `]` are escaped.

use serde::Serialize;

use crate::id::PictureId;

/// What could not be brought along.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Gone {
    /// A picture.
    Picture,
    /// A sound, or spoken words.
    Sound,
    /// A film.
    Film,
    /// Any other file.
    File,
}

const ALL_GONE: [(Gone, &str); 4] = [
    (Gone::Picture, "picture"),
    (Gone::Sound, "sound"),
    (Gone::Film, "film"),
    (Gone::File, "file"),
];

/// The line that stands for a picture. It goes alone on its line; without a blank line around it, it
/// stands between the lines of a paragraph.
pub fn picture_marker(id: PictureId, words: &str) -> String {
    let mut marker = String::from("![");
    for character in words.trim().chars() {
        match character {
            '\\' | '[' | ']' => {
                marker.push('\\');
                marker.push(character);
            }
            character if character.is_control() || is_line_end(character) => marker.push(' '),
            character => marker.push(character),
        }
    }
    marker.push_str("](picture:");
    marker.push_str(&id.to_string());
    marker.push(')');
    marker
}

/// The line that stands for what could not be brought along.
pub fn gone_marker(what: Gone) -> String {
    let name = ALL_GONE.iter().find(|(gone, _)| *gone == what);
    format!("![](gone:{})", name.map_or("file", |(_, name)| name))
}

/// The picture that a line stands for, and what it shows.
pub(crate) fn picture_of(line: &str) -> Option<(PictureId, String)> {
    match marker_of(line)? {
        Marker::Picture(id, words) => Some((id, words)),
        Marker::Gone(_) => None,
    }
}

/// Whether a line stands for something that could not be brought along.
pub(crate) fn is_gone(line: &str) -> bool {
    matches!(marker_of(line), Some(Marker::Gone(_)))
}

/// A marker that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Marker {
    Picture(PictureId, String),
    Gone(Gone),
}

/// The marker that a line is, if it is one and nothing else.
pub(super) fn marker_of(line: &str) -> Option<Marker> {
    let rest = line.trim().strip_prefix("![")?.strip_suffix(')')?;
    let (words, address) = rest.rsplit_once("](")?;
    if let Some(what) = address.strip_prefix("gone:") {
        let (gone, _) = ALL_GONE.iter().find(|(_, name)| *name == what)?;
        return Some(Marker::Gone(*gone));
    }
    let id = address.strip_prefix("picture:")?.parse().ok()?;
    let mut plain = String::with_capacity(words.len());
    let mut characters = words.chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' => plain.extend(characters.next()),
            // Two pictures on one line, or no marker at all.
            '[' | ']' => return None,
            character => plain.push(character),
        }
    }
    Some(Marker::Picture(id, plain))
}

fn is_line_end(character: char) -> bool {
    matches!(character, '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn id() -> PictureId {
        PictureId::from_bytes([0xab; 16])
    }

    #[test]
    fn a_picture_comes_back_out_of_its_marker() {
        for words in ["", "駅のベンチ", r"a \ b", "[x] ](picture:", "two\nlines"] {
            let line = picture_marker(id(), words);
            assert!(!line.contains('\n'));
            let told = words.replace('\n', " ");
            assert_eq!(
                marker_of(&line),
                Some(Marker::Picture(id(), told)),
                "{line}"
            );
        }
    }

    #[test]
    fn what_is_gone_comes_back_out_of_its_marker() {
        for (gone, name) in ALL_GONE {
            assert_eq!(gone_marker(gone), format!("![](gone:{name})"));
            assert_eq!(marker_of(&gone_marker(gone)), Some(Marker::Gone(gone)));
        }
    }

    #[test]
    fn what_is_nearly_a_marker_is_none() {
        let hex = id().to_string();
        for line in [
            "![](gone:)".to_owned(),
            "![](gone:Picture)".to_owned(),
            "![](http://example.invalid/x.png)".to_owned(),
            format!("![a](picture:{hex}) ![b](picture:{hex})"),
            format!("see ![a](picture:{hex})"),
            format!("![a](picture:{hex}0)"),
            format!("[a](picture:{hex})"),
            format!("![a](picture:{})", hex.to_uppercase()),
        ] {
            assert_eq!(marker_of(&line), None, "{line}");
        }
    }

    proptest! {
        #[test]
        fn any_words_stay_with_their_picture(words in "\\PC*") {
            let marker = picture_marker(id(), &words);
            let Some(Marker::Picture(same, told)) = marker_of(&marker) else {
                return Err(TestCaseError::fail(marker));
            };
            prop_assert_eq!(same, id());
            prop_assert_eq!(told, words.trim().replace(is_line_end, " "));
        }
    }
}
