//! The one door to standard output and standard error, and what a terminal is shown.
//!
//! A page may hold anything. On a terminal, control characters could move the cursor, change the colours or
//! the title, and marks of direction could show words in another order than they are written; there each is
//! replaced by a visible sign. Into a pipe or a file the words go exactly as they were written.

use std::io::{ErrorKind, IsTerminal, Write};

use crate::refusal::Refusal;

/// How much of an id is shown: enough to tell pages apart, and more than is asked for.
const ID_SHOWN: usize = 8;

/// For whom text is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// A terminal: nothing in a page may act on it.
    Terminal,
    /// A terminal that shows bold letters.
    Bold,
    /// A pipe or a file: words as they are.
    Raw,
}

/// Who reads standard output.
pub fn look() -> Look {
    if !std::io::stdout().is_terminal() {
        return Look::Raw;
    }
    let plain = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
        || std::env::var_os("TERM").is_none_or(|term| term == "dumb");
    if plain { Look::Terminal } else { Look::Bold }
}

/// Writes the answer out. A reader that has gone has read enough: that is no fault.
pub fn write_answer(text: &str) -> Result<(), Refusal> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Refusal::AnswerLost),
        _ => Ok(()),
    }
}

/// Says something beside the answer, on standard error. When nobody listens there, nothing can be done.
pub fn say_beside(sentence: &str) {
    let mut beside = std::io::stderr().lock();
    let _ = writeln!(beside, "{}", visible(sentence, Lines::Kept));
}

/// Words of several lines, for this reader.
pub fn words(text: &str, look: Look) -> String {
    match look {
        Look::Raw => text.to_owned(),
        Look::Terminal | Look::Bold => visible(text, Lines::Kept),
    }
}

/// Words within a line. They stay on it for every reader, so that a title with a line break cannot pass for
/// another page.
pub fn line(text: &str) -> String {
    visible(text, Lines::Joined)
}

/// The beginning of an id that was drawn by chance. One that is a word, as those of built-in questions are, stays whole.
pub fn short(id: &impl ToString) -> String {
    let id = id.to_string();
    match id.len() {
        32 => id.chars().take(ID_SHOWN).collect(),
        _ => id,
    }
}

/// JSON that is safe on a terminal, too: what acts on one stands only inside strings, where it can be escaped.
pub fn json(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        if acts_on_a_terminal(c) && !c.is_ascii_whitespace() {
            safe.push_str(&format!("\\u{:04x}", u32::from(c)));
        } else {
            safe.push(c);
        }
    }
    safe
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Lines {
    Kept,
    Joined,
}

fn visible(text: &str, lines: Lines) -> String {
    let mut seen = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        match c {
            '\r' if letters.peek() == Some(&'\n') => {}
            '\n' | '\t' if lines == Lines::Kept => seen.push(c),
            '\n' | '\t' | '\r' | '\u{2028}' | '\u{2029}' if lines == Lines::Joined => {
                seen.push(' ')
            }
            c if acts_on_a_terminal(c) => seen.push_str(&sign_of(c)),
            c => seen.push(c),
        }
    }
    seen
}

/// Control characters (C0, DEL, C1) and the marks that embed, override or isolate a direction of writing.
fn acts_on_a_terminal(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// ␛ for the escape character and so on; the code point for those that have no such sign.
fn sign_of(c: char) -> String {
    let picture = match u32::from(c) {
        code @ 0..0x20 => char::from_u32(0x2400 + code),
        0x7f => Some('\u{2421}'),
        _ => None,
    };
    picture.map_or_else(|| format!("<U+{:04X}>", u32::from(c)), String::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_page_acts_on_a_terminal() {
        let page = "a\u{1b}[31mb\r\nc\rd\u{9b}1me\u{202e}f\u{0}\u{7f}";
        let shown = words(page, Look::Terminal);
        assert_eq!(shown, "a␛[31mb\nc␍d<U+009B>1me<U+202E>f␀␡");
        assert_eq!(words(page, Look::Raw), page);
    }

    #[test]
    fn words_within_a_line_stay_on_it() {
        assert_eq!(line("one\ntwo\tthree\u{2028}"), "one two three ");
    }

    #[test]
    fn escaped_json_means_the_same() {
        let text = serde_json::to_string("a\u{9b}\u{202e}\u{7f}\nあ🌿").unwrap();
        let safe = json(&text);
        assert!(!safe.chars().any(acts_on_a_terminal));
        assert_eq!(
            serde_json::from_str::<String>(&safe).unwrap(),
            "a\u{9b}\u{202e}\u{7f}\nあ🌿"
        );
    }

    #[test]
    fn words_of_every_script_are_shown_as_they_are() {
        let page = "葉っぱ、l’été à cœur, 👩‍🌾 עברית\u{200f}";
        assert_eq!(words(page, Look::Bold), page);
    }
}
