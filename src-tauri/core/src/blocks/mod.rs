//! Markdown-lite to typed blocks.

mod marker;

use serde::Serialize;

use crate::id::PictureId;
use marker::{Marker, marker_of};

pub use marker::{Gone, gone_marker, picture_marker};

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
    /// A picture kept with the page.
    Picture {
        /// Its public id.
        id: PictureId,
        /// What it shows.
        words: String,
        /// In pixels.
        width: u32,
        /// In pixels.
        height: u32,
    },
    /// What another program held here, and an import could not bring.
    Gone {
        /// What it was.
        #[cfg_attr(test, ts(inline))]
        what: Gone,
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

/// Blocks of a body; `picture` knows the size of each picture that is there.
pub fn parse(body: &str, picture: impl Fn(PictureId) -> Option<(u32, u32)>) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut lines = Vec::new();
    for line in body.lines() {
        let Some(marker) = marker_of(line) else {
            let text = line.to_owned();
            lines.push(vec![Span::Text { text }]);
            continue;
        };
        if !lines.is_empty() {
            blocks.push(Block::Paragraph {
                lines: std::mem::take(&mut lines),
            });
        }
        blocks.push(match marker {
            Marker::Gone(what) => Block::Gone { what },
            Marker::Picture(id, words) => match picture(id) {
                Some((width, height)) => Block::Picture {
                    id,
                    words,
                    width,
                    height,
                },
                None => Block::Gone {
                    what: Gone::Picture,
                },
            },
        });
    }
    if !lines.is_empty() {
        blocks.push(Block::Paragraph { lines });
    }
    blocks
}

/// The first words.
pub fn opening(body: &str, most: usize) -> String {
    use unicode_segmentation::UnicodeSegmentation;
    body.graphemes(true).take(most).collect()
}
