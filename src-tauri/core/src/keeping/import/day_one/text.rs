//! The words of a Day One page: Markdown in which Day One puts a backslash before much of the punctuation
//! (`Snow day\!`) and an address where a photo, film or sound stands (`![](dayone-moment://ID)`).

use crate::blocks::{self, Gone};

/// A first line longer than this many characters is words and no title.
const LONGEST_TITLE: usize = 300;

/// How long an address may be, in characters.
const LONGEST_ADDRESS: usize = 100;

/// How far before its address the words of a photo may begin, in characters.
const LONGEST_CAPTION: usize = 1000;

const ADDRESS: &str = "](dayone-moment:";

/// A piece of a page.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Words, in the Markdown-lite of this program.
    Words(String),
    /// Something that stands between the words.
    Moment {
        /// Day One's name for it.
        id: String,
        /// What its address says it is.
        what: Gone,
    },
}

/// The title, or an empty text, and the pieces of a page.
pub(super) fn read(raw: &str) -> (String, Vec<Piece>) {
    let mut title = None;
    let mut pieces = Vec::new();
    for piece in moments(raw) {
        match piece {
            Raw::Moment { id, what } => pieces.push(Piece::Moment {
                id: id.to_owned(),
                what,
            }),
            Raw::Words(mut words) => {
                // The first line that says anything is the title, if it is set as one.
                if title.is_none() && !words.trim().is_empty() {
                    let (found, rest) = title_of(words);
                    title = Some(found);
                    words = rest;
                }
                if !words.is_empty() {
                    pieces.push(Piece::Words(undo_escapes(words)));
                }
            }
        }
    }
    (title.unwrap_or_default(), pieces)
}

fn title_of(words: &str) -> (String, &str) {
    let begun = words.trim_start_matches(['\n', '\r']);
    let (line, rest) = begun.split_once('\n').unwrap_or((begun, ""));
    let is_title = line.starts_with("# ") && line.chars().nth(LONGEST_TITLE).is_none();
    let title = blocks::opening(&undo_escapes(line), LONGEST_TITLE);
    let title = title.trim();
    if !is_title || title.is_empty() {
        return (String::new(), words);
    }
    (title.to_owned(), rest.trim_start_matches(['\n', '\r']))
}

enum Raw<'a> {
    Words(&'a str),
    Moment { id: &'a str, what: Gone },
}

/// Takes a text apart where something stands in it.
fn moments(raw: &str) -> Vec<Raw<'_>> {
    let mut found = Vec::new();
    let mut from = 0;
    for (at, _) in raw.match_indices(ADDRESS) {
        let begun = at + ADDRESS.len();
        let (Some(before), Some(after)) = (raw.get(from..at), raw.get(begun..)) else {
            continue;
        };
        let (Some(mark), Some(end)) = (mark_before(before), end_of_address(after)) else {
            continue;
        };
        let (Some((words, marked)), Some(address)) =
            (before.split_at_checked(mark), after.get(..end))
        else {
            continue;
        };
        found.push(Raw::Words(words));
        found.push(moment_at(address));
        // Day One writes none, but words are words: a caption stands under what it spoke of.
        found.extend(marked.get(2..).map(Raw::Words));
        from = begun + end + 1;
    }
    found.extend(raw.get(from..).map(Raw::Words));
    found
}

/// Where the `![` of an address begins, on the same line and not far before it.
fn mark_before(before: &str) -> Option<usize> {
    let mut follows = ' ';
    for (at, character) in before.char_indices().rev().take(LONGEST_CAPTION) {
        match (character, follows) {
            ('\n', _) => return None,
            ('!', '[') => return Some(at),
            _ => follows = character,
        }
    }
    None
}

fn end_of_address(after: &str) -> Option<usize> {
    let mut near = after.char_indices().take(LONGEST_ADDRESS);
    let (end, _) = near.find(|(_, character)| matches!(character, ')' | '\n'))?;
    after.get(end..)?.starts_with(')').then_some(end)
}

/// `//ID` is a photo, `/video/ID` says what it is.
fn moment_at(address: &str) -> Raw<'_> {
    let (path, id) = address.rsplit_once('/').unwrap_or(("", address));
    let what = match path.trim_matches('/') {
        "" | "photo" => Gone::Picture,
        "video" => Gone::Film,
        "audio" => Gone::Sound,
        _ => Gone::File,
    };
    Raw::Moment { id, what }
}

/// Undoes Day One's backslashes. One stays only where the sign it guards would take on a meaning here: it is this
/// program's backslash then, and is not shown.
fn undo_escapes(words: &str) -> String {
    let mut undone = String::with_capacity(words.len());
    for line in words.split_inclusive('\n') {
        if !line.contains('\\') {
            undone.push_str(line);
            continue;
        }
        let guarded = without_escapes(line, Guard::Signs);
        if guarded.contains('\\') {
            let bare = without_escapes(line, Guard::Nothing);
            if blocks::parse(&bare, |_| None) == blocks::parse(&guarded, |_| None) {
                undone.push_str(&bare);
                continue;
            }
        }
        undone.push_str(&guarded);
    }
    undone
}

/// Which backslashes stay.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Guard {
    Nothing,
    /// Those before signs that may have a meaning where they stand.
    Signs,
}

fn without_escapes(line: &str, guard: Guard) -> String {
    let mut out = String::with_capacity(line.len());
    let mut so_far = SoFar::Nothing;
    let mut characters = line.chars().peekable();
    while let Some(character) = characters.next() {
        let escaped = characters.next_if(|sign| character == '\\' && sign.is_ascii_punctuation());
        if let Some(sign) = escaped
            && guard == Guard::Signs
            && may_mean_something(sign, so_far, characters.peek().copied())
        {
            out.push('\\');
        }
        let shown = escaped.unwrap_or(character);
        out.push(shown);
        so_far = so_far.then(shown);
    }
    out
}

/// What a line holds so far.
#[derive(Clone, Copy, PartialEq, Eq)]
enum SoFar {
    /// At most white space.
    Nothing,
    Words,
}

impl SoFar {
    fn then(self, character: char) -> SoFar {
        match self {
            SoFar::Nothing if character.is_whitespace() => SoFar::Nothing,
            _ => SoFar::Words,
        }
    }
}

/// Whether a sign may have a meaning where it stands in a line, and a backslash would take it away (see [`blocks`]).
fn may_mean_something(sign: char, so_far: SoFar, next: Option<char>) -> bool {
    match sign {
        '\\' | '*' | '_' | '{' | '|' | '}' => true,
        '#' | '-' | '>' => so_far == SoFar::Nothing,
        '!' => so_far == SoFar::Nothing && matches!(next, Some('[' | '\\')),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Piece {
        Piece::Words(text.to_owned())
    }

    fn moment(id: &str, what: Gone) -> Piece {
        let id = id.to_owned();
        Piece::Moment { id, what }
    }

    #[test]
    fn backslashes_are_undone() {
        for (raw, undone) in [
            (r"Snow day\!", "Snow day!"),
            (r"This\-text\-is\-hyphenated", "This-text-is-hyphenated"),
            (r"\(see below\)", "(see below)"),
            (r"\#tag\.", "#tag."),
            (
                r"fell\-\-a brilliant one\. ;\-\)",
                "fell--a brilliant one. ;-)",
            ),
            (r"ends in 2016\.", "ends in 2016."),
            (r"C:\temp \n", r"C:\temp \n"),
            (r"今日\.", "今日."),
        ] {
            assert_eq!(undo_escapes(raw), undone, "{raw}");
        }
    }

    #[test]
    fn a_sign_that_would_mean_something_here_keeps_its_guard() {
        for raw in [
            r"\- no list",
            r"\# no heading",
            r"\> no quotation",
            r"\-\-\-",
            r"a \*b\* c",
            r"\{base\|reading\}",
            r"2 \\\* 3 \\\* 4",
        ] {
            let undone = undo_escapes(raw);
            assert!(undone.contains('\\'), "{raw}");
            let shown = blocks::opening(&undone, 100);
            assert_eq!(shown, without_escapes(raw, Guard::Nothing), "{raw}");
        }
        for (raw, undone) in [
            (r"2 \* 3", "2 * 3"),
            (r"snake\_case", "snake_case"),
            (r"a \| b", "a | b"),
            (r"2016\. What a year\!", "2016. What a year!"),
            (r"block using a tab\\\.", r"block using a tab\."),
        ] {
            assert_eq!(undo_escapes(raw), undone);
        }
    }

    #[test]
    fn a_title_is_plain_text() {
        for (raw, title) in [
            (r"# **Luckily** for *Alice*\!", "Luckily for Alice!"),
            (r"# 1\. First", "1. First"),
            (r"# \# sharp \*", "# sharp *"),
            ("# {漢字|かんじ}の日", "漢字の日"),
        ] {
            assert_eq!(read(raw), (title.to_owned(), vec![]), "{raw}");
        }
    }

    #[test]
    fn what_stands_between_the_words_is_found() {
        let raw = "One\\.![](dayone-moment://AB). Two\n\n![](dayone-moment:/video/CD)\n![](dayone-moment:/audio/EF)";
        let (title, pieces) = read(raw);
        assert_eq!(title, "");
        assert_eq!(
            pieces,
            [
                words("One."),
                moment("AB", Gone::Picture),
                words(". Two\n\n"),
                moment("CD", Gone::Film),
                words("\n"),
                moment("EF", Gone::Sound),
            ]
        );
    }

    #[test]
    fn an_address_that_is_none_stays_among_the_words() {
        for raw in [
            "](dayone-moment://AB)",
            "![](dayone-moment://AB",
            "![a\nb](dayone-moment://AB)",
        ] {
            assert_eq!(read(raw).1, [words(raw)], "{raw}");
        }
    }

    #[test]
    fn the_first_line_that_says_anything_is_the_title_if_it_is_set_as_one() {
        let (title, pieces) =
            read("![](dayone-moment://AB)\n\n# Snow day\\!\n\nThe weather\n\n# Later");
        assert_eq!(title, "Snow day!");
        assert_eq!(
            pieces,
            [moment("AB", Gone::Picture), words("The weather\n\n# Later")]
        );
        for raw in ["Notes\n\n# Later", "## Smaller", "#tag", "#"] {
            assert_eq!(read(raw), (String::new(), vec![words(raw)]), "{raw}");
        }
        assert_eq!(read("# 題だけ"), ("題だけ".to_owned(), vec![]));
    }

    #[test]
    fn a_hostile_text_is_read_in_time() {
        for piece in [
            "](dayone-moment:",
            "![",
            "![](dayone-moment:",
            "\\*",
            "\\\\",
            "# ",
            "![](dayone-moment://a)",
        ] {
            let (_, pieces) = read(&piece.repeat(1_000_000 / piece.len()));
            assert!(!pieces.is_empty());
        }
    }
}
