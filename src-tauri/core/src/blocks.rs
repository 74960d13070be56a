//! Markdown-lite to typed blocks.

use serde::Serialize;

/// A block of a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Block {
    /// A paragraph.
    Paragraph {
        /// Its lines.
        lines: Vec<Vec<Span>>,
    },
}

/// A piece of a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Span {
    /// Plain text.
    Text {
        /// The text.
        text: String,
    },
}

/// Blocks of a body.
pub fn parse(body: &str, _picture: impl Fn(&str) -> Option<(u32, u32)>) -> Vec<Block> {
    let lines = body
        .lines()
        .map(|line| {
            vec![Span::Text {
                text: line.to_owned(),
            }]
        })
        .collect();
    vec![Block::Paragraph { lines }]
}

/// The first words.
pub fn opening(body: &str, most: usize) -> String {
    use unicode_segmentation::UnicodeSegmentation;
    body.graphemes(true).take(most).collect()
}
