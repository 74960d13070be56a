//! Words: what the search index holds of a text, what is looked for, and where it stands. Pure: no database,
//! no language is guessed, and what a person typed never reaches the index as it was typed.
//!
//! A text and what is looked for pass through the same folding (fold) and the same cutting into terms (terms),
//! so that they meet: letters of scripts without spaces in overlapping pairs, others as words, emoji alone.
//! The index is filed with [`index_terms`], asked with [`Needle::fts_match`], and what it found is shown in
//! [`Piece`]s, whose marks come from the same terms.
//!
//! A reading over a word (`{漢字|かんじ}`) is indexed beside it: the line is filed once as it is shown and once
//! as it is read, and whoever looks for かんじ sees 漢字 marked.

mod find;
mod fold;
mod graphemes;
mod needle;
mod scripts;
mod snippet;
mod terms;

use std::ops::Range;

use serde::Serialize;

pub use fold::folded;
pub use needle::{Needle, ShortWords};

/// Stands between texts that are filed together, so that no phrase runs from one into the next. No text and
/// no query has it as a term: it is no character at all.
pub const GAP: &str = " \u{FDD0} ";

/// A piece of a text in which something was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Piece {
    /// The text as it was written.
    pub text: String,
    /// It is what was looked for.
    pub mark: bool,
}

/// A text as it is shown, with the readings that stand over parts of it.
#[derive(Debug, Clone, Copy)]
pub struct Text<'a> {
    shown: &'a str,
    readings: &'a [(Range<usize>, String)],
}

impl<'a> Text<'a> {
    /// A text and the readings over parts of it: byte ranges of the text, in order and apart.
    pub fn with_readings(shown: &'a str, readings: &'a [(Range<usize>, String)]) -> Text<'a> {
        Text { shown, readings }
    }

    /// The same text with only the readings that touch a range of it.
    fn readings_among(&self, range: &Range<usize>) -> Text<'a> {
        let from = (self.readings).partition_point(|(over, _)| over.end <= range.start);
        let to = (self.readings).partition_point(|(over, _)| over.start < range.end);
        Text::with_readings(self.shown, self.readings.get(from..to).unwrap_or_default())
    }

    /// Each line over which readings stand, as it is read.
    fn read_lines(&self) -> Vec<ReadLine> {
        let mut lines: Vec<ReadLine> = Vec::new();
        let mut readings = self.readings.iter().peekable();
        while let Some((first, _)) = readings.peek() {
            let (before, after) = self.shown.split_at_checked(first.start).unwrap_or_default();
            let start = before.rfind('\n').map_or(0, |at| at + 1);
            let end = first.start + after.find('\n').unwrap_or(after.len());
            let mut line = ReadLine::default();
            let mut at = start;
            while let Some((over, reading)) = readings.next_if(|(over, _)| over.start < end) {
                line.add(self.shown, at..over.start, None);
                line.add(self.shown, over.clone(), Some(reading));
                at = over.end;
            }
            line.add(self.shown, at..end.max(at), None);
            lines.push(line);
        }
        lines
    }
}

impl<'a> From<&'a str> for Text<'a> {
    fn from(shown: &'a str) -> Text<'a> {
        Text::with_readings(shown, &[])
    }
}

impl<'a> From<&'a String> for Text<'a> {
    fn from(shown: &'a String) -> Text<'a> {
        Text::from(shown.as_str())
    }
}

/// A line with its readings in place of what they stand over.
#[derive(Default)]
struct ReadLine {
    words: String,
    parts: Vec<ReadPart>,
}

struct ReadPart {
    /// Where it begins in the line as it is read.
    start: usize,
    /// Where it stands in the text as it is shown.
    shown: Range<usize>,
    is_reading: bool,
}

impl ReadLine {
    fn add(&mut self, text: &str, shown: Range<usize>, reading: Option<&str>) {
        self.parts.push(ReadPart {
            start: self.words.len(),
            shown: shown.clone(),
            is_reading: reading.is_some(),
        });
        let words = reading.or_else(|| text.get(shown));
        self.words.push_str(words.unwrap_or_default());
    }

    /// The shown bytes of a range of this line; a part of a reading is all that it stands over.
    fn shown(&self, read: Range<usize>) -> Range<usize> {
        let part = |at: usize| {
            let next = self.parts.partition_point(|part| part.start <= at);
            self.parts.get(next.saturating_sub(1))
        };
        let start = part(read.start).map_or(0, |part| match part.is_reading {
            true => part.shown.start,
            false => part.shown.start + (read.start - part.start),
        });
        let end = part(read.end.saturating_sub(1)).map_or(0, |part| match part.is_reading {
            true => part.shown.end,
            false => part.shown.start + (read.end - part.start),
        });
        start..end
    }
}

/// The terms of a text for the index, with a space between them.
pub fn index_terms<'a>(text: impl Into<Text<'a>>) -> String {
    let text = text.into();
    let mut all = String::with_capacity(text.shown.len() + text.shown.len() / 2);
    add_terms(&mut all, text.shown);
    for line in text.read_lines() {
        all.push_str(GAP);
        add_terms(&mut all, &line.words);
    }
    all
}

fn add_terms(all: &mut String, text: &str) {
    let mut terms = terms::Terms::of(text);
    while let Some(term) = terms.next() {
        if !all.is_empty() && !all.ends_with(' ') {
            all.push(' ');
        }
        all.push_str(term.text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_filed_as_it_is_shown_and_as_it_is_read() {
        let shown = "a\n東京駅へ\nb";
        let readings = [(2..8, "とうきょう".to_owned()), (8..11, "えき".to_owned())];
        assert_eq!(
            index_terms(Text::with_readings(shown, &readings)),
            format!("a 東京 京駅 駅へ へ b{GAP}とう うき きょ ょう うえ えき きへ へ")
        );
    }

    #[test]
    fn readings_over_several_lines_are_read_line_by_line() {
        let shown = "駅\n\n駅駅";
        let readings = [
            (0..3, "あ".to_owned()),
            (5..8, "い".to_owned()),
            (8..11, "う".to_owned()),
        ];
        let lines = Text::with_readings(shown, &readings).read_lines();
        let words: Vec<_> = lines.iter().map(|line| line.words.as_str()).collect();
        assert_eq!(words, ["あ", "いう"]);
        assert_eq!(lines[1].shown(0..3), 5..8);
        assert_eq!(lines[1].shown(0..6), 5..11);
    }

    #[test]
    fn nothing_but_terms_is_filed() {
        assert_eq!(index_terms("  — ! \u{301}"), "");
        assert_eq!(index_terms("\"a\" OR b*"), "a or b");
    }
}
