//! Text to index terms.

use serde::Serialize;
use unicode_normalization::UnicodeNormalization;

/// A piece of found text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Piece {
    /// The text.
    pub text: String,
    /// It was looked for.
    pub mark: bool,
}

/// Terms of a text.
pub fn index_terms(text: &str) -> String {
    folded(text)
}

/// A text in its folded form.
pub fn folded(text: &str) -> String {
    text.nfkc().collect::<String>().to_lowercase()
}

/// What is looked for.
pub struct Needle(String);

impl Needle {
    /// Parses what was typed.
    pub fn parse(typed: &str) -> Needle {
        Needle(folded(typed))
    }

    /// The expression for the index.
    pub fn fts_match(&self, _newest_first: bool) -> Option<String> {
        (!self.0.trim().is_empty()).then(|| format!("\"{}\"", self.0.replace('"', "")))
    }

    /// A whole text in pieces.
    pub fn marks_whole(&self, text: &str) -> Vec<Piece> {
        vec![Piece {
            text: text.to_owned(),
            mark: false,
        }]
    }

    /// A place of a text in pieces.
    pub fn snippet(&self, text: &str) -> Vec<Piece> {
        self.marks_whole(text)
    }
}
